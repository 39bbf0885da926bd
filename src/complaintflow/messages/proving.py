"""Whether a template says what its page must say (R2, R14, R16 … R18, R35): asked when it is loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from complaintflow.errors import DefinitionError, Problem
from complaintflow.messages.catalogue import VARIABLES, PageKind
from complaintflow.messages.forms import Form, fitted

if TYPE_CHECKING:
    from complaintflow.messages._jinja import Engine

__all__ = ["names_enough", "says_enough"]

_WHOLE = ("plain", "html")
"""The forms without a limit: what a page needs turns up in them letter by letter."""


def names_enough(page: PageKind, name: str, named: frozenset[str]) -> Iterator[Problem]:
    """The variables that the template of a page lacks, and those that it names and that do not exist."""
    lacks = [variable for variable in page.needs if variable not in named]
    if lacks:
        yield Problem(name, f"a page without {', '.join(lacks)}", f"{', '.join(page.needs)} ({page.rule})")
    unknown = sorted(named - set(page.variables))
    if unknown:
        yield Problem(name, f"the variables {', '.join(unknown)}", f"some of {', '.join(sorted(page.variables))}")


def says_enough(page: PageKind, name: str, engine: Engine, form: Form, example: Mapping[str, Any]) -> Iterator[Problem]:
    """What the template leaves out of an example that it names, or how it fails."""
    try:
        subject, text = form.page(engine.rendered(name, example))
    except DefinitionError as error:
        yield from error.problems
        return
    if not subject:
        yield Problem(name, "a blank first line", "the subject in the first line")
    silent = [one for one in page.needs if (proof := VARIABLES[one].proof) and fitted(form, proof) not in text]
    if silent and form.name in _WHOLE:
        yield Problem(name, f"a page that does not say {', '.join(silent)}", "every part of the example")
