"""The pages use no name that the code has no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "SECURITY.md", *(ROOT / "docs").rglob("*.md")]
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
NAME = re.compile(r"`([A-Za-z_]\w*(?:\.\w+)*)(?:\([^`]*\))?`")
WORD = re.compile(r"\w+")
OTHERS = {
    *("DeprecationWarning", "asyncio", "eval", "from_thread", "pickle", "refunds"),
    *("SynchronousOnlyOperation", "sync_to_async"),
    *("default_transaction_read_only", "idle_in_transaction_session_timeout", "idle_session_timeout"),
    *("statement_timeout", "transaction_timeout"),
}
"""Names of Python, a word that a search finds, names of Django, and settings of PostgreSQL."""


def names_on(page: Path) -> Iterator[str]:
    """The parts of each name that a page marks as code: `desk`, `do` for `desk.do(...)`."""
    for name in NAME.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        yield from name.split(".")


def names_of_the_code() -> set[str]:
    """Every word in src, and the names of all files and folders."""
    folders = ("src", "docs", "examples", "tests")
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    words = (word for path in (ROOT / "src").rglob("*.py") for word in WORD.findall(path.read_text(encoding="utf-8")))
    return {*words, *(part for path in paths for part in path.name.split("."))}


def test_every_name_on_a_page_is_a_name_of_the_code() -> None:
    known = names_of_the_code() | OTHERS
    assert {str(page.relative_to(ROOT)): names for page in PAGES if (names := {*names_on(page)} - known)} == {}
