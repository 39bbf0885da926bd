"""What went wrong, as problem details: with the rules and what helps, and no text of others unmarked."""

from __future__ import annotations

import re
from typing import Any

from complaintflow import ComplaintflowError, InvalidInput, NotFound, Refusal, Refused, problem
from complaintflow.commands import AskApproval
from complaintflow.contrib.tools.marking import Marker, texts_in

_BY_A_PERSON = frozenset(
    {"customer-facing-role", "machine-budget", "permitted", "person-decides", "proved-by-a-person"}
)
"""The rules that say that another one must do it."""
_ASK = AskApproval.__name__
_PATH = re.compile(r"[\w.\[\]]{0,80}", re.ASCII)


def answer_fault(error: Exception, marker: Marker, language: str, asked: Any) -> dict[str, Any]:
    """The error as an answer. What the caller wrote is repeated as a text of theirs alone."""
    told = problem(error, language=language)
    if isinstance(error, Refused):
        spoken = error.in_language(language)
        told["refusals"] = [marker.refusal(one) for one in spoken.refusals]
        told.pop("detail")
    elif isinstance(error, InvalidInput):
        told.pop("detail")
        told["problems"] = [_problem_of(one, marker, asked) for one in told["problems"]]
    elif isinstance(error, NotFound):
        told.pop("detail")
    elif isinstance(error, ComplaintflowError):
        told["detail"] = marker.sentence(told["detail"], texts_in(asked))
    if "complaint" in told:
        told["complaint"] = marker.value(told["complaint"], "you")
    if "command" in told:
        told["command"] = marker.value(told["command"], "you")
    return {"problem": told}


def _problem_of(one: dict[str, str], marker: Marker, asked: Any) -> dict[str, Any]:
    quoted = texts_in(asked)
    return {
        "path": one["path"] if _PATH.fullmatch(one["path"]) else marker.text(one["path"], "you"),
        "found": marker.text(one["found"], "you"),
        "expected": marker.sentence(one["expected"], quoted),
    }


def needs_a_person(refusals: tuple[Refusal, ...]) -> bool:
    """Whether it is refused only because a person must decide, and there is one who may be asked."""
    asks = all(_ASK in one.commands for one in refusals if one.rule == "permitted")
    return bool(refusals) and asks and all(one.rule in _BY_A_PERSON for one in refusals)
