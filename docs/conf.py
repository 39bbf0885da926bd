"""How Sphinx builds the documentation: `make docs`."""

from __future__ import annotations

import inspect
import re
from importlib.metadata import version as version_of
from typing import TYPE_CHECKING, Any

import attrs
from pygments.lexers.special import TextLexer  # type: ignore[import-untyped]
from sphinx.util.inspect import stringify_signature

from complaintflow import commands

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "complaintflow"
author = "The complaintflow developers"
copyright = author
release = version = version_of("complaintflow")

extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
nitpicky = False

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_preserve_defaults = True
autodoc_typehints = "signature"
autodoc_typehints_format = "short"

html_theme = "furo"
html_title = f"{project} {release}"
html_show_copyright = False
html_copy_source = False

ONE_TICK = re.compile(r"(?<!`)`([^`]+)`(?!`)")
LONGEST_DEFAULT = 30


class Shortened:
    """A default that is made anew each time, or is too long to print."""

    def __repr__(self) -> str:
        return "…"


def _signature(app: Sphinx, what: str, name: str, obj: Any, *_: object) -> tuple[str, None] | None:
    """The signature of a record, without its long defaults: a whole policy is thousands of characters."""
    if not (inspect.isclass(obj) and attrs.has(obj)):
        return None
    defaults = {field.alias: field.default for field in attrs.fields(obj) if field.default is not attrs.NOTHING}
    signature = inspect.signature(obj)
    parameters = [
        parameter.replace(default=_short(defaults[name])) if name in defaults else parameter
        for name, parameter in signature.parameters.items()
    ]
    return stringify_signature(signature.replace(parameters=parameters), show_return_annotation=False), None


def _short(default: object) -> object:
    made_anew = isinstance(default, attrs.Factory)  # type: ignore[arg-type]
    return Shortened() if made_anew or len(repr(default)) > LONGEST_DEFAULT else default


def _docstring(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Docstrings mark code with single backticks, as Markdown does; reStructuredText wants two."""
    lines[:] = [ONE_TICK.sub(r"``\1``\\ ", line) for line in lines]


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    vars(commands._context)["Command"] = commands.Command  # known to type checkers only, and autodoc asks for it
    app.add_lexer("mermaid", TextLexer)
    app.connect("autodoc-process-signature", _signature)
    app.connect("autodoc-process-docstring", _docstring)
