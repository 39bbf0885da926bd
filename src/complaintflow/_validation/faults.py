"""What may be told of a fault that others raise: its type, the codes and names that are known, and where it arose.

A message of others' may hold anything: a password, a URL with a token, a customer's phone. So it goes nowhere. Every
fault of a plugin, a channel, a store or a driver goes through `name_fault` before a record, an error or a log has it.
"""

from __future__ import annotations

import errno
import re
from collections import deque
from collections.abc import Iterator
from pathlib import PurePath
from types import CodeType, TracebackType

_OURS = "complaintflow."
_TYPE = re.compile(r"[A-Za-z_]\w{0,59}", re.ASCII)
_DOTTED = re.compile(r"[A-Za-z_][\w.]{0,59}", re.ASCII)
_FILE = re.compile(r"[\w-]{1,40}\.py", re.ASCII)
_SQLITE = re.compile(r"SQLITE_[A-Z_]{2,40}", re.ASCII)
_HTTP = range(100, 600)
_SMTP = range(200, 600)
_PLACES = 1000
"""So many frames of a traceback are followed at most."""
_SHOWN = 20


class Harmless(Exception):
    """A fault of ours, whose sentence holds nothing private: it is told as it is."""


class Misfit(Harmless, TypeError):
    """A plugin answers what does not fit."""


def is_ours(part: object) -> bool:
    """Whether a function, or a class, is of this library: its faults are ours to mend, and are told as they are."""
    return str(getattr(part, "__module__", "")).startswith(_OURS)


def name_fault(fault: BaseException) -> str:
    """The type of a fault, its known codes, and the file and line where it arose; never its message.

    The name that was not found is told when the code at that place has it: then it is no datum.

    >>> name_fault(OSError(28, "/home/desk/s3cret: no space"))
    'OSError ENOSPC'
    """
    if isinstance(fault, Harmless):
        known = next(kind for kind in type(fault).__mro__ if kind.__module__ == "builtins")
        return f"{known.__name__}: {fault}"
    name = type(fault).__name__
    codes, names = _codes(fault), _names(fault)
    parts = (name if _TYPE.fullmatch(name) else "an error", *codes, *names, *_place(fault.__traceback__))
    return " ".join(dict.fromkeys(parts))


def _codes(fault: BaseException) -> Iterator[str]:
    """What stands in lists that everybody knows. A number or a name that stands in none may be anything."""
    number, named = _field(fault, "errno"), _field(fault, "sqlite_errorname")
    if type(number) is int and number in errno.errorcode:
        yield errno.errorcode[number]
    if type(named) is str and _SQLITE.fullmatch(named):
        yield named
    code = _field(fault, "smtp_code")
    if type(code) is int and code in _SMTP:
        yield str(code)
    answers = (_field(_field(fault, "response"), "status_code"), _field(fault, "status_code"), _field(fault, "status"))
    yield from (
        f"HTTP {status:d}"
        for status in answers
        if isinstance(status, int) and not isinstance(status, bool) and status in _HTTP
    )


def _names(fault: BaseException) -> Iterator[str]:
    """The variable, attribute or module that the code names, and that there is not."""
    if not isinstance(fault, NameError | AttributeError | ImportError):
        return
    name, code = _field(fault, "name"), _innermost(fault.__traceback__)
    known = {*code.co_names, *code.co_varnames, *code.co_freevars} if code else set[str]()
    if type(name) is str and name in known and _DOTTED.fullmatch(name):
        yield f"of {name!r}"


def _innermost(trace: TracebackType | None) -> CodeType | None:
    """The code that raised it."""
    return next((one.tb_frame.f_code for one in deque(_steps(trace), maxlen=1)), None)


def _field(holder: object, name: str) -> object:
    """A field of an object of others', or None when it has none, or cannot say it."""
    try:
        return getattr(holder, name, None)
    except Exception:
        return None


def trace_of(fault: BaseException) -> list[str]:
    """The last places that a fault came through, the innermost one at the end; never what stands there."""
    return [f"  {place}" for place in _places(fault.__traceback__) if place][-_SHOWN:]


def _place(trace: TracebackType | None) -> Iterator[str]:
    """Where it was raised, if that is in a file."""
    yield from filter(None, deque(_places(trace), maxlen=1))


def _places(trace: TracebackType | None) -> Iterator[str]:
    """The file and the line of each frame, or nothing. The name of a file is code's, if it is a plain one."""
    for step in _steps(trace):
        file = PurePath(step.tb_frame.f_code.co_filename).name
        yield f"at {file}:{step.tb_lineno}" if _FILE.fullmatch(file) else ""


def _steps(trace: TracebackType | None) -> Iterator[TracebackType]:
    """The frames that a fault came through, the outermost one first."""
    for _ in range(_PLACES):
        if trace is None:
            return
        yield trace
        trace = trace.tb_next
