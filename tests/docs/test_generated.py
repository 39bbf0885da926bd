"""What the pages say of the code is what the code says now."""

from __future__ import annotations

import re
from pathlib import Path

from docs import _generate, _public
from tests.house.public_names import PACKAGES

DOCS = Path(_generate.__file__).parent


def test_the_generated_parts_are_as_the_code_says() -> None:
    stale = [page for page, text in _generate.generate_pages().items() if page.read_text(encoding="utf-8") != text]
    assert stale == [], "these differ from the code; when that is meant: make generate"


def test_every_part_is_on_a_page() -> None:
    texts = [page.read_text(encoding="utf-8") for page in DOCS.rglob("*.md")]
    assert sorted(mark[2] for text in texts for mark in _generate.MARK.finditer(text)) == sorted(_generate.PARTS)


def test_the_reference_and_the_promises_name_every_public_package() -> None:
    assert sorted(_public.PUBLIC) == sorted(PACKAGES)
    promises = (DOCS.parent / "SECURITY.md").read_text(encoding="utf-8")
    assert [name for name in PACKAGES if f"`{name.removeprefix('complaintflow.')}`" not in promises] == []


def test_every_public_name_is_described() -> None:
    assert (
        re.findall(r"^\| `(.*)` \|  \|$", (DOCS / "reference" / "api.md").read_text(encoding="utf-8"), re.MULTILINE)
        == []
    )
