# Every task of a developer is a target here; `make` alone lists them.
# It needs python3 (3.11 or newer), make, git, coreutils and sh, nothing else.

.POSIX:
.SUFFIXES:
SHELL = /bin/sh

PYTHON ?= python3
LOCK = requirements/dev.lock
BIN = .venv/bin
# -qq: errors only, since pip also warns about the settings of the machine.
PIP = $(BIN)/python -m pip -qq --disable-pip-version-check
# The linters and type checkers read these folders; a missing one is left out.
CODE = $(wildcard src tests examples benchmarks docs conftest.py)
JOBS ?= 2

.PHONY: help setup demo demo-postgres test explore check format generate docs bench lock clean

help:
	@echo 'make demo      500 real complaints through the lifecycle'
	@echo 'make demo-postgres  two workers at a PostgreSQL server of its own, one of which is killed'
	@echo 'make test      the tests and the documents, with the coverage gate'
	@echo 'make check     lint, format, types (mypy, pyright), levels of the imports, links of the docs'
	@echo 'make explore   the tests that are too long for every day'
	@echo 'make format    format the code and fix what the linter can'
	@echo 'make generate  write what is made from the code: reference, diagrams, golden files'
	@echo 'make docs      the documentation, into build/docs'
	@echo 'make bench     the benchmarks'
	@echo 'make setup     the environment in .venv alone'
	@echo 'make lock      resolve the dependencies into $(LOCK)'
	@echo 'make clean     remove the environment and everything that was built'

setup: .venv/.installed

# The environment: first everything in the lock, each file checked against its hash ...
.venv/.locked: $(LOCK)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "complaintflow needs Python 3.11 or newer")'
	$(PYTHON) -m venv --clear .venv
	$(PIP) install --require-hashes -r $(LOCK)
	@touch $@

# ... then the project itself, which needs nothing more. Compiled once here, or each worker of the first test compiles it.
.venv/.installed: .venv/.locked pyproject.toml
	$(PIP) install --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	@touch $@

demo: .venv/.installed
	$(BIN)/complaintflow demo

demo-postgres: .venv/.installed
	$(BIN)/python examples/postgresql_workers.py

# Keep bytecode, whatever the machine says: without it each worker and each process of a test compiles everything.
# The gate is a program of its own: pytest-cov would work out the same twice, while no worker has anything to do.
test: .venv/.installed
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n $(JOBS) --cov --cov-report= --cov-fail-under=0 $(TESTFLAGS)
	$(BIN)/coverage report

explore: .venv/.installed
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n $(JOBS) -m explore --hypothesis-profile=explore $(TESTFLAGS)

check: .venv/.installed
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy $(CODE)
	$(BIN)/pyright
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m sphinx -W --keep-going -q -b dummy docs build/checked

format: .venv/.installed
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

generate: .venv/.installed
	$(BIN)/python -m tests.lifecycle.golden
	$(BIN)/python -m tests.house.public_names
	$(BIN)/python -m tests.desk.access_matrix
	COMPLAINTFLOW_GOLDEN=write $(BIN)/python -m pytest -q tests/messages/test_pages.py tests/messages/test_templates.py
	$(BIN)/python -m docs._generate

docs: .venv/.installed
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs build/docs

bench: .venv/.installed
	$(BIN)/python -m benchmarks.run

# uv lives in an environment of its own, so that the lock can be made without what it locks.
.lock-venv/bin/uv:
	$(PYTHON) -m venv --clear .lock-venv
	.lock-venv/bin/python -m pip -qq --disable-pip-version-check install uv

lock: .lock-venv/bin/uv
	UV_PYTHON_DOWNLOADS=never .lock-venv/bin/uv pip compile pyproject.toml --all-extras --group dev --group docs \
	  --universal --python-version 3.11 --no-strip-extras --generate-hashes --no-header --no-emit-index-url --quiet $(LOCKFLAGS) \
	  --output-file $(LOCK)

clean:
	rm -rf .venv .lock-venv build dist .coverage .coverage.* htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
