"""What the pages say of the code is what the code says now."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs import _architecture, _generate, _public
from tests.house.public_names import PACKAGES

DOCS = Path(_generate.__file__).parent
WRITTEN = _generate.written()
STALE = "differs from the code; when that is meant: make generate"


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(DOCS)))
def test_a_generated_part_is_as_the_code_says(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == WRITTEN[page], f"{page.relative_to(DOCS)} {STALE}"


def test_every_part_is_on_a_page() -> None:
    marked = [mark[2] for page in WRITTEN for mark in _generate.MARK.finditer(page.read_text(encoding="utf-8"))]
    assert sorted(marked) == sorted(_generate.PARTS)


def test_every_package_has_a_paragraph_on_the_page_of_the_architecture() -> None:
    page = (DOCS / "explanation" / "architecture.md").read_text(encoding="utf-8")
    assert [name for name in _architecture.imports() if f"\n**`{name}`**" not in page] == []


def test_the_reference_has_every_public_package() -> None:
    assert sorted(_public.PUBLIC) == sorted(PACKAGES)
