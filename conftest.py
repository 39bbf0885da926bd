"""Run the examples in the documents: README.md, docs/ and the docstrings in src/. Which tests count for coverage.

The examples of one document share their names, and run in a fresh folder: a database that a page opens as
`sqlite:///helpdesk.db` lies there. A block that cannot run is marked on the page, by `<!-- skip: next "why" -->`.
"""

import gc
import os
import shutil
import sys
import tempfile
import threading
import tomllib
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, suppress
from doctest import ELLIPSIS
from functools import _lru_cache_wrapper, cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
from sybil import Sybil
from sybil.parsers import doctest
from sybil.sybil import SybilCollection
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

from tests.docs.parsers import PAGES, README
from tests.stores.servers import Server, server

vars(providers)["_get_local_constants"] = Constants
"""The same draws in any company: hypothesis mixes in constants of whatever modules of the house are loaded by then, and
some load in the middle of a test. (Installed from a wheel, none of ours counts.)"""

MEMORY, ROOM = Path("/dev/shm"), 2 << 30  # noqa: S108  # nobody guesses the name of the folder that is made there
"""Where files lie in memory, and how many bytes must be free there."""
OURS, A_DAY = "complaintflow-tests-", 86_400
"""How our folders there begin, and after how many seconds nobody uses one any more."""


def pytest_configure(config: pytest.Config) -> None:
    """Put the files of the tests into memory where there is room, until the end: on a disk each commit waits for it,
    and nothing of theirs has to last. Who sets `TMPDIR` has them there, and keeps what pytest keeps. The long tests
    fill more than memory should hold."""
    if "TMPDIR" in os.environ or config.option.markexpr == "explore":
        return
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        return
    folder = Path(tempfile.mkdtemp(prefix=OURS, dir=MEMORY))
    os.environ["TMPDIR"], tempfile.tempdir = str(folder), None
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    for left in MEMORY.glob(f"{OURS}*"):
        with suppress(FileNotFoundError):  # its run may end just now
            if left.stat().st_mtime < folder.stat().st_mtime - A_DAY:
                shutil.rmtree(left, ignore_errors=True)  # its run was killed


FOLDERS = pytest.StashKey[dict[Path, Path]]()
ENVIRONMENTS = pytest.StashKey[dict[Path, dict[str, str]]]()


@pytest.fixture
def document_folder(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Generator[Path, None, None]:
    """The folder in which the examples of this document run, one after the other. What one sets in the environment, the
    later ones of the same document have, and nobody else: a root key would encrypt the stores of other tests."""
    folders = request.config.stash.setdefault(FOLDERS, {})
    document: Path = request.node.path
    if document not in folders:
        folders[document] = tmp_path_factory.mktemp(document.stem)
    monkeypatch.chdir(folders[document])
    if document.name == "postgresql.md":
        monkeypatch.setenv("HELPDESK_DATABASE", request.getfixturevalue("pages_database"))
    before, kept = dict(os.environ), request.config.stash.setdefault(ENVIRONMENTS, {})
    os.environ.update(kept.get(document, {}))
    yield folders[document]
    kept[document] = {name: value for name, value in os.environ.items() if before.get(name) != value}
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="session")
def postgresql() -> Generator[Server, None, None]:
    """A real PostgreSQL server, for all tests of this process."""
    with server() as one:
        yield one


@pytest.fixture(scope="session")
def pages_database(postgresql: Server) -> str:
    """The database of the page about PostgreSQL."""
    return postgresql.database("pages")


class WholeFiles(LoadFileScheduling):
    """With `-n`, a file goes to one worker: the later examples of a page use names of the earlier, and what a module
    sets up is set up once. A file that is done is forgotten: xdist counts what is left after each test, and would count
    the tests of all files before it."""

    def mark_test_complete(self, node: WorkerController, item_index: int, duration: float = 0) -> None:
        super().mark_test_complete(node, item_index, duration)
        files = self.assigned_work[node]
        file = self._split_scope(self.registered_collections[node][item_index])
        if all(files[file].values()):
            del files[file]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadFileScheduling:
    """The order of the collection stays."""
    config.option.loadscopereorder = False
    return WholeFiles(config, log)


def pytest_sessionstart(session: pytest.Session) -> None:
    """With `-n`, a worker tells of a test how it ended, and not that it began, was set up and torn down: nobody prints
    that, and half of what the workers and their reader did was to write and read it. A list of durations has it."""
    asked = session.config.option
    if asked.durations is None and asked.xmlpath is None:
        for plugin in session.config.pluginmanager.get_plugins():
            if hasattr(plugin, "sendevent"):  # the one that speaks for a worker
                plugin.sendevent = tell_of_ends(plugin.sendevent)


def tell_of_ends(tell: Callable[..., None]) -> Callable[..., None]:
    """Tells all but the beginning of a test and what passed beside it."""

    def told(name: str, **what: Any) -> None:
        report = what["data"] if name == "testreport" else {}
        beside = report.get("outcome") == "passed" and report["when"] != "call"
        if name != "logstart" and not beside:
            tell(name, **what)

    return told


TESTS = Path(__file__).parent / "tests"
COUNTED = {"commands", "errors", "insight", "lifecycle", "policy", "record", "sla", "validation"}
"""The folders in tests/ that must reach every line and branch of the core, together with the files beside them.
A counted test takes more than twice as long, so the others are not. Nor are properties: they would be traced a hundred
times for what one example reaches, and what a draw reaches by chance is no promise."""
LONG = {
    TESTS / name
    for name in (
        "benchmarks/test_run.py",
        "cli/test_demo.py",
        "desk/test_paired_desks.py",
        "examples/test_plugin_projects.py",
        "testing/test_faults_in_contracts.py",
        "testing/test_our_machine.py",
    )
}
"""Files of few tests that take long. Begun last, one of them would keep a worker while the other has nothing to do."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make test TESTFLAGS=--count-all` shows what all tests reach."""
    parser.addoption("--count-all", action="store_true", help="count the coverage of all tests")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the counted tests first, so that no other test fills a cache for them; then what takes long; then files with
    many tests."""
    for item in items:
        if not config.option.count_all and (not counts(item.path) or is_property(item)):
            item.add_marker("uncounted")
    sizes = Counter(item.path for item in items)
    items.sort(key=lambda item: (not counts(item.path), item.path not in LONG, -sizes[item.path], str(item.path)))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Search for no garbage meanwhile: what is collected stays, and would be looked through again and again. Trace
    nothing but the import of the core, which is all that collecting may count for: traced, it took twice as long."""
    import_core()
    gc.disable()
    try:
        with untraced():
            return (yield)
    finally:
        gc.enable()


def import_core() -> None:
    """Import each module that the gate of the coverage looks at."""
    root = Path(__file__).parent
    gate = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["coverage"]["report"]["include"]
    for path in sorted(path for pattern in gate for path in root.glob(pattern.replace("/*", "/**/*.py"))):
        import_module(".".join(path.relative_to(root / "src").with_suffix("").parts).removesuffix(".__init__"))


def pytest_collection_finish() -> None:
    """Leave what was collected, which stays to the end, out of each later search for garbage: one of them stopped the
    process, and with it the servers of the tests, for seconds. Search the whole seldom."""
    empty_caches()
    gc.collect()
    gc.freeze()
    gc.set_threshold(700, 10, 100)


def empty_caches() -> None:
    """Empty the caches of the library: what collecting has put there would be made by no test, and counted by none.
    (`isinstance` would wake what is lazy.)"""
    for cached in gc.get_objects():
        if type(cached) is _lru_cache_wrapper and str(cached.__module__).startswith("complaintflow"):
            cached.cache_clear()


@cache
def counts(path: Path) -> bool:
    """Whether the tests of this file belong to the core."""
    return path.parent == TESTS or any(path.is_relative_to(TESTS / folder) for folder in COUNTED)


def is_property(item: pytest.Item) -> bool:
    """Whether hypothesis draws its examples."""
    return bool(getattr(getattr(item, "obj", None), "is_hypothesis_test", False))


TRACERS = pytest.StashKey[tuple[Any, Any]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Trace nothing beside the body of a counted test: what pytest does about a test, it does for each of them.
    (`no_cover` of pytest-cov 7 does not stop the tracer under xdist.)"""
    with untraced() as tracers:
        item.stash[TRACERS] = tracers
        return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Count what a counted test reaches."""
    if pyfuncitem.get_closest_marker("uncounted"):
        return (yield)
    with traced(*pyfuncitem.stash[TRACERS]):
        return (yield)


def untraced() -> AbstractContextManager[tuple[Any, Any]]:
    """Count nothing for the coverage meanwhile."""
    return traced(None, None)


@contextmanager
def traced(here: Any, threads: Any) -> Generator[tuple[Any, Any]]:
    """Have these tracers meanwhile, in this thread and in those that begin; gives what was there before."""
    before = sys.gettrace(), threading.gettrace()
    sys.settrace(here)
    threading.settrace(threads)
    try:
        yield before
    finally:
        sys.settrace(before[0])
        threading.settrace(before[1])


@pytest.fixture
def campaign(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Say what a long search counted; it is printed when all tests have run."""
    return lambda told: record_property("campaign", told)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the campaigns of `make explore` counted."""
    reports = [one for group in ("passed", "failed") for one in terminalreporter.getreports(group)]
    for report in reports:
        for name, told in report.user_properties:
            if name == "campaign":
                terminalreporter.write_line(f"campaign: {told}")


readme = Sybil(
    parsers=README,
    patterns=["README.md"],
    fixtures=["document_folder"],
)
pages = Sybil(
    parsers=PAGES,
    path="docs",
    patterns=["*.md"],
    fixtures=["document_folder"],
)
SRC = TESTS.parent / "src"
docstrings = Sybil(
    parsers=[doctest.DocTestParser(ELLIPSIS)],
    path="src",
    patterns=[str(file.relative_to(SRC)) for file in SRC.rglob("*.py") if ">>> " in file.read_text(encoding="utf-8")],
    fixtures=["document_folder"],
)

pytest_collect_file = SybilCollection([readme, pages, docstrings]).pytest()
