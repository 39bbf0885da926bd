"""Whether a call of a part answers the kind of thing that its port says, whatever a test looks at.

A part that answers None fails every test. Each of them would name its own sentence, and none the true cause: so it is
told with the sentence about the call.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from complaintflow.plugins import (
    Checkable,
    Complaints,
    CountsSeries,
    Erases,
    KeepsCounts,
    KeepsDataKeys,
    KeepsSheets,
    KeepsTree,
    Keys,
    Outbox,
    Policies,
    Schedule,
)

PORTS: Sequence[type] = (
    Complaints,
    Outbox,
    Schedule,
    Keys,
    Policies,
    Checkable,
    CountsSeries,
    Erases,
    KeepsCounts,
    KeepsDataKeys,
    KeepsSheets,
    KeepsTree,
)
"""What a session may be asked by."""


class Breaks(AssertionError):
    """A call that is wrong by itself: its own sentence is broken, and not that of the test which made it."""

    def __init__(self, port: type, sentence: str, what: str) -> None:
        self.port, self.sentence, self.what = port, sentence, what
        super().__init__(f'{what}\nthe contract of {port.__name__} says: "{sentence}"')


def check_answer(call: str, answer: object) -> None:
    """Raise `Breaks` when a session answers something else than its port says."""
    found = _promised(call)
    if found and found[2] is not NoneType and not _fits(answer, found[2]):
        port, sentence, kind = found
        raise Breaks(port, sentence, f"`{call}` answered {_kind_of(answer)}, and not {_shown(kind)}")


@cache
def _promised(call: str) -> tuple[type, str, Any] | None:
    """The port that has a call, the first sentence about it, and what it answers."""
    port = next((port for port in PORTS if call in vars(port)), None)
    method: Callable[..., Any] | None = vars(port).get(call) if port else None
    if port is None or not inspect.isfunction(method):
        return None
    return port, first_sentence(method), get_type_hints(method).get("return", Any)


def first_sentence(method: Callable[..., Any]) -> str:
    """The first sentence of its docstring, as a port says it."""
    words = re.sub(r"\s+", " ", inspect.getdoc(method) or "")
    return re.split(r"(?<=[.;]) (?=[A-Z`])", words)[0]


def _fits(answer: object, kind: Any) -> bool:
    """Whether it is of this kind. What one goes through may be any row of things."""
    origin = get_origin(kind) or kind
    if origin in {Union, UnionType}:
        return any(_fits(answer, one) for one in get_args(kind))
    if origin is NoneType:
        return answer is None
    if origin is Iterator:
        return hasattr(answer, "__iter__")
    if origin is int:
        return isinstance(answer, int) and not isinstance(answer, bool)
    return not isinstance(origin, type) or isinstance(answer, origin)


def _kind_of(answer: object) -> str:
    return "None" if answer is None else f"a {type(answer).__name__}"


def _shown(kind: Any) -> str:
    return " or ".join(map(_shown, get_args(kind))) if get_origin(kind) is UnionType else _name(kind)


def _name(kind: Any) -> str:
    name = getattr(get_origin(kind) or kind, "__name__", str(kind))
    return "None" if name == "NoneType" else f"a {name}"
