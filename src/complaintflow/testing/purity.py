"""What a pure part may not do: read a clock, draw a number, open a file, or keep something between two questions."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from complaintflow.testing.story import Told, brief

IMPURE = frozenset({
    "date.today", "datetime.now", "datetime.today", "datetime.utcnow",
    "time", "time_ns", "localtime", "gmtime", "ctime", "sleep", "monotonic",
    "random", "randint", "getrandbits", "urandom", "uuid4", "open",
})  # fmt: skip
"""Calls, as they are named in a stack."""
_TABLES = (dict, list, set, deque)
_OF = frozenset({"time", "_random", "random", "posix", "nt", "io", "_io", "datetime", "uuid", "builtins"})


def whole(part: Any) -> Any:
    """The part itself, without what tells its calls."""
    return part.part if isinstance(part, Told) else part


@contextmanager
def watch_purity(part: Any, about: object, *allowed: str) -> Generator[None, None, None]:
    """Fail when the part's own package makes an impure call within it, other than those that are allowed."""
    seen: list[str] = []
    package = type(whole(part)).__module__.partition(".")[0]

    def look(frame: Any, event: str, called: Any) -> None:
        if event != "c_call" or frame.f_globals.get("__name__", "").partition(".")[0] != package:
            return
        owner = getattr(called, "__self__", None)
        kind = owner.__name__ + "." if isinstance(owner, type) else ""
        if f"{kind}{called.__name__}" in IMPURE and (kind or getattr(called, "__module__", None) in {*_OF, None}):
            seen.append(f"{kind}{called.__name__}")

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        yield
    finally:
        sys.setprofile(before)
    impure = [call for call in seen if call not in allowed]
    assert not impure, f"it calls {impure[0]} when it is asked: {brief(about)}"


def kept_by(part: Any) -> dict[str, str]:
    """What a part holds, in words: its attributes, those of its class, and the tables of its module."""
    part = whole(part)
    kind: type[object] = part.__class__
    module: dict[str, Any] = vars(sys.modules.get(kind.__module__, sys))
    held: dict[str, Any] = {name: one for name, one in module.items() if type(one) in _TABLES and name[:2] != "__"}
    for name, one in vars(kind).items():
        if not _is_code(one):
            held[f"{kind.__name__}.{name}"] = one
    held.update(own_fields(part))
    return {name: _held(one) for name, one in held.items()}


def _held(one: Any) -> str:
    """How many things it holds, and the first of them."""
    return f"{len(one)} {one!r}"[:2_000] if hasattr(one, "__len__") else repr(one)


def own_fields(part: Any) -> dict[str, Any]:
    """What a part keeps itself, by name: in its `__dict__` and in its slots."""
    part = whole(part)
    slots = (name for kind in type(part).__mro__ for name in getattr(kind, "__slots__", ()))
    names = (*getattr(part, "__dict__", {}), *(name for name in slots if name[:2] != "__"))
    return {name: getattr(part, name, None) for name in names}


def _is_code(one: object) -> bool:
    return isinstance(one, Callable | property | staticmethod | classmethod) or hasattr(one, "__get__")  # type: ignore[arg-type]


def copied(part: Any) -> Any:
    """A copy that has seen nothing, or the part itself where none can be made."""
    try:
        return deepcopy(whole(part))
    except Exception:  # a lock, a model, a connection
        return part
