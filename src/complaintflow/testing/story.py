"""What a test did to a part, told in few words: each call, and what came back."""

from __future__ import annotations

import reprlib
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial, singledispatch
from itertools import groupby
from typing import Any

import attrs

from complaintflow.commands import Command
from complaintflow.commands._context import Ask
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import CustomerMessage, OutboxEntry, Page, StaffMessage, Stored
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.history import Sealed
from complaintflow.testing.answers import check_answer
from complaintflow.values import Actor

_LAST = 12
"""How many of the last calls are told."""
_CALLS = ("add_links", "check", "claims", "classify", "render", "saw", "suggest", "year")
"""The calls by which a part is known, beside those of stores, channels and intakes."""
_SHORT = reprlib.Repr()
_SHORT.maxstring, _SHORT.maxother = 60, 80


@attrs.define
class _Call:
    """A call that was made, and what came back."""

    name: str
    given: tuple[Any, ...]
    named: Mapping[str, Any]
    answer: Any = None
    error: BaseException | None = None

    def __str__(self) -> str:
        asked = ", ".join([*map(brief, self.given), *(f"{key}={brief(value)}" for key, value in self.named.items())])
        if self.error is not None:
            return f"{self.name}({asked}) raised {type(self.error).__name__}: {_SHORT.repr(str(self.error))}"
        return f"{self.name}({asked})" + ("" if self.answer is None else f" → {brief(self.answer)}")


class Story:
    """The calls that were made; the last ones are kept, and are its text."""

    def __init__(self) -> None:
        self._calls: deque[_Call] = deque(maxlen=_LAST)
        self._made = 0

    def __str__(self) -> str:
        earlier = self._made - len(self._calls)
        told = [f"({earlier} calls before)"] if earlier else []
        alike = ((text, len([*calls])) for text, calls in groupby(map(str, self._calls)))
        told += [text if times == 1 else f"{text} ({times} times)" for text, times in alike]
        return "\n".join(f"  {call}" for call in told) or "  nothing yet"

    def listen(self, thing: Any) -> Any:
        """The thing itself, or one in its place that tells each of its calls; anything that knows how is asked."""
        if isinstance(thing, Lifecycle):  # no part, though it can `check`: what is found about it is found once
            return thing
        if hasattr(thing, "told_in"):
            return thing.told_in(self)
        if all(_has(thing, call) for call in ("reading", "writing", "close")):
            return ToldStore(thing, self)
        return Told(thing, self) if any(_has(thing, call) for call in _CALLS) else thing

    def ask(self, name: str, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """Make the call, and tell what came back."""
        told = _Call(name, given, named)
        self._calls.append(told)
        self._made += 1
        try:
            told.answer = call(*given, **named)
        except BaseException as error:
            told.error = error
            raise
        return told.answer


def _has(thing: object, call: str) -> bool:
    return callable(getattr(thing, call, None))


class Told:
    """Stands in place of a part: each call of a method is told."""

    def __init__(self, part: Any, story: Story, name: str = "") -> None:
        self.part, self._story, self._name = part, story, name

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.part, name)
        if not callable(found):
            return found
        return partial(self._ask, name, found)

    def _ask(self, name: str, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        return self._story.ask(self._name + name, call, *given, **named)

    def __repr__(self) -> str:
        return repr(self.part)


class _ToldSession(Told):
    """A session, whose answers are also looked at: of the right kind, whatever the test looks for in them."""

    def _ask(self, name: str, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        answer = super()._ask(name, call, *given, **named)
        check_answer(name, answer)
        return answer


class ToldStore:
    """Stands in place of a store: each call of its sessions is told. `instance` tells two of one file apart."""

    def __init__(self, store: Any, story: Story, instance: str = "") -> None:
        self._store, self._story, self._instance = store, story, instance

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def reading(self) -> AbstractContextManager[Any]:
        """A transaction that only reads, told."""
        return self._told("reading", self._store.reading)

    def writing(self) -> AbstractContextManager[Any]:
        """A transaction, told."""
        return self._told("writing", self._store.writing)

    def close(self) -> None:
        """Close it."""
        self._story.ask(f"{self._instance}close", self._store.close)

    @contextmanager
    def _told(self, kind: str, begin: Callable[[], AbstractContextManager[Any]]) -> Generator[Any, None, None]:
        with begin() as session:
            yield _ToldSession(session, self._story, f"{self._instance}{kind}: ")


def brief(value: object) -> str:
    """A value in few words."""
    try:
        text = _brief(value)
    except Exception as error:  # the repr of a part may be broken
        text = f"{type(value).__name__} (its repr raises {type(error).__name__})"
    return text if len(text) <= 160 else f"{text[:157]}…"


@singledispatch
def _brief(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        several: Sequence[object] = value  # pyright: ignore[reportUnknownVariableType]
        return f"({', '.join(map(brief, several[:4]))}{', …' if len(several) > 4 else ''})"
    if isinstance(value, Iterator):
        return "an iterator"
    return _SHORT.repr(value)


@_brief.register
def _(value: Complaint) -> str:
    return f"{value.id} at version {value.version}, {value.state}"


@_brief.register
def _(value: Stored) -> str:
    return brief(value.complaint)


@_brief.register(Sealed)
@_brief.register(Event)
def _(value: Sealed | Event) -> str:
    return f"event {value.seq} ({value.kind})"


@_brief.register
def _(value: OutboxEntry) -> str:
    until = "dead" if value.until is None else f"until {value.until:%H:%M:%S.%f}"
    return f"entry {value.number}: {brief(value.message)}, {value.attempts} attempts, {until}"


@_brief.register
def _(value: Page) -> str:
    return f"Page({[one.id for one in value.complaints]}, next={value.next})"


@_brief.register
def _(value: CustomerMessage) -> str:
    return f"message {value.id} ({value.kind}, {value.language}, {len(value.text)} characters) of {value.complaint}"


@_brief.register
def _(value: StaffMessage) -> str:
    return f"message {value.id} ({value.kind}, {len(value.text)} characters) of {value.complaint} to {value.audience}"


@_brief.register
def _(value: Actor) -> str:
    return f"{value.id} ({', '.join(sorted(value.roles))})"


@_brief.register
def _(value: Ask) -> str:
    facts = value.facts
    told = f"{_command(value.command)} by {brief(value.by)} at {value.at:%a %Y-%m-%d %H:%M}"
    grade = f", grade {facts.grade}" if facts.grade else ""
    return f"{told}; {value.id} is {facts.state}{grade}, cycle {facts.cycle.number}"


@_brief.register
def _(value: Command) -> str:
    return _command(value)


def _command(command: Command) -> str:
    """A command with every field that was given, hidden texts too: the failing field may be one of them."""
    fields = (f"{name}={_SHORT.repr(field)}" for name, field in command.given_fields().items())
    return f"{type(command).__name__}({', '.join(fields)})"
