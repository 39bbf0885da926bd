"""Whether a template says what its page must say (R2, R14, R16 … R18, R35): checked when it is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from complaintflow.commands import Update
from complaintflow.errors import DefinitionError, Problem
from complaintflow.messages.catalogue import VARIABLES, PageKind
from complaintflow.messages.forms import Form
from complaintflow.messages.spans import join, split_subject, text_of

if TYPE_CHECKING:
    from complaintflow.messages._jinja import Engine


def check_variables(page: PageKind, name: str, named: frozenset[str]) -> Iterator[Problem]:
    """The variables that the template of a page lacks, and those that it names though they do not exist."""
    lacks = [variable for variable in page.needs if variable not in named]
    if lacks:
        yield Problem(name, f"a page without {', '.join(lacks)}", f"{', '.join(page.needs)} ({page.rule})")
    unknown = sorted(named - set(page.variables))
    if unknown:
        yield Problem(name, f"the variables {', '.join(unknown)}", f"some of {', '.join(sorted(page.variables))}")


def check_page(page: PageKind, name: str, engine: Engine, form: Form, example: Mapping[str, Any]) -> Iterator[Problem]:
    """What the template leaves out of an example though it names it, or how it fails.

    The text of a short form is checked before it is cut.
    """
    try:
        subject, _ = form.page(engine.render(name, example))
        text = _render_uncut(name, engine, example)
        silent = [one for one in page.needs if (proof := VARIABLES[one].proof) and form.fit(proof) not in text]
        may_be_unjudged = Update.__name__ in page.kinds and "judged" in page.needs and not page.staff
        unjudged = may_be_unjudged and not silent and not _says_unjudged(name, engine, form, example)
    except DefinitionError as error:
        yield from error.problems
        return
    if not subject:
        yield Problem(name, "a blank first line", "the subject in the first line")
    if silent:
        yield Problem(name, f"a page that does not say {', '.join(silent)}", "every part of the example")
    if unjudged:
        yield Problem(
            name, "a page that does not say it when judged is blank", f"that it is still checked ({page.rule})"
        )


def _says_unjudged(name: str, engine: Engine, form: Form, example: Mapping[str, Any]) -> bool:
    """R16: whether the page says anything in place of a judgement that is not made yet; the bare label is nothing."""
    judgement = form.fit(example["judged"])
    judged = _render_uncut(name, engine, example).replace(judgement, "")
    unjudged = _render_uncut(name, engine, {**example, "judged": ""})
    return not _lines(unjudged) <= _lines(judged)


def _render_uncut(name: str, engine: Engine, example: Mapping[str, Any]) -> str:
    """The text below the subject, before a short form cuts it."""
    _, lines = split_subject(engine.render(name, example))
    return "\n".join(map(text_of, lines))


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.split("\n")}


_BODY = join('<p dir="auto">The Body &amp; all of it</p>\n<p>its  second line</p>')
_SUBJECT = "A Subject of its own"


def check_frame(name: str, engine: Engine, languages: Iterable[str]) -> Iterator[Problem]:
    """How the frame of a mail changes or leaves out the subject and the body, or how it fails."""
    for language in languages:
        try:
            text = engine.render(name, {"subject": _SUBJECT, "body": _BODY, "language": language})
        except DefinitionError as error:
            yield from error.problems
            continue
        lost = [what for what, given in (("subject", _SUBJECT), ("body", _BODY)) if given not in text]
        if lost:
            yield Problem(name, f"a frame that does not say {', '.join(lost)} as given", "both, unchanged")
