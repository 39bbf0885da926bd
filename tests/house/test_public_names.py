"""The public names are a list that grows knowingly; what people read imports nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from doctest import DocTestParser
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest

from tests.house.public_names import PACKAGES, exported, listed
from tests.house.sources import ROOT, SOURCES, imported_names

BLOCK = re.compile(r"^( *)```python\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
DOCTEST = DocTestParser()
READ = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted(path for path in (ROOT / "examples").rglob("*") if path.suffix in {".md", ".py"}),
]


def test_the_public_names_are_those_on_the_list() -> None:
    """If the change is meant: `python -m tests.house.public_names` writes the list anew; the changelog names it."""
    new, gone = {*exported()} - {*listed()}, {*listed()} - {*exported()}
    assert (new, gone) == (set(), set())
    assert listed() == sorted(listed())


@pytest.mark.parametrize("package", PACKAGES)
def test_each_exported_name_is_there_and_they_are_sorted(package: str) -> None:
    module = import_module(package)
    names = SOURCES[package].exports
    assert [name for name in names if not hasattr(module, name)] == []
    assert names == sorted(names, key=_like_ruff)


def _like_ruff(name: str) -> tuple[int, str]:
    """Constants, then classes, then the others: the order that the linter keeps."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def test_only_a_front_door_lists_what_it_exports() -> None:
    """`vocabulary` is its own door."""
    listing = [name for name, source in SOURCES.items() if source.exports and not source.is_package]
    assert listing == ["complaintflow.vocabulary"]


def test_what_people_read_imports_public_names_alone() -> None:
    known = {*listed(), *PACKAGES, *(f"{package}.*" for package in PACKAGES)}
    others = [f"{path.relative_to(ROOT)}: {name}" for path in READ for name in _ours(path) if name not in known]
    assert others == []


def _ours(path: Path) -> Iterator[str]:
    """Each name that the file imports from complaintflow."""
    for text in _programs(path):
        for module, name in imported_names(ast.parse(text)):
            if module.split(".")[0] == "complaintflow":
                yield f"{module}.{name}".removesuffix(".")


def _programs(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        yield text
    else:
        yield from (_typed(dedent(code)) for _, code in BLOCK.findall(text))


def _typed(code: str) -> str:
    """The block without prompts and answers."""
    return "".join(example.source for example in DOCTEST.get_examples(code)) if ">>> " in code else code
