"""How the examples of the documents are found, apart from who runs them: pytest, or somebody who types them in."""

from __future__ import annotations

from doctest import ELLIPSIS

from sybil.parsers import markdown, myst

README = (markdown.PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), markdown.SkipParser())
PAGES = (myst.PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), myst.SkipParser())
"""Of `README.md`, and of the pages in `docs/`."""
