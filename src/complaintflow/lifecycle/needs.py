"""What an open command still needs *here*: the fields without which the rules refuse it, found by asking them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs
import msgspec

from complaintflow._validation.structure import FrozenMap, Record, attributes, is_list, is_table
from complaintflow.commands._context import Ask, Command
from complaintflow.errors import InvalidInput, Refusal
from complaintflow.lifecycle.choices import Choice, find_choices, find_names
from complaintflow.record.complaint import Complaint


@attrs.frozen(eq=False, repr=False)
class Need(Record):
    """A field that a command needs here.

    `example` is a value that the rules accept, as JSON has it. `choices` are the values on record, or the words of its
    type, that they accept as well, the example first; `closed` says that nothing else may be named. `names` are those
    that a table of answers or questions is asked for. All needs together, each with its first choice or its example,
    make a command that is accepted.
    """

    name: str
    example: Any = attrs.field(repr=False)
    choices: tuple[Choice, ...] = ()
    closed: bool = False
    names: tuple[Choice, ...] = ()

    @property
    def value(self) -> Any:
        """The first choice, or the example where there is none."""
        return self.choices[0].value if self.choices else self.example


class Search(msgspec.Struct, frozen=True, eq=False):  # one for each open command: 3 % of `steps` less
    """The search for the needs of one command: a complaint, an accepted example, and what speaks against one."""

    complaint: Complaint
    ask: Ask
    sample: Command
    against: Callable[[Command], tuple[Refusal, ...] | None]

    def needs(self) -> tuple[Need, ...]:
        """The fields that it needs, in the order of the command."""
        least = self._least()
        data = least.data()
        return tuple(self._need(least, one.name, data) for one in attributes(least) if _is_given(least, one))

    def shown(self, show: Callable[[Complaint], Complaint]) -> Search:
        """The same search, which finds the choices in the complaint as somebody gets it."""
        seen = show(self.complaint)
        ask = msgspec.structs.replace(self.ask, facts=seen.facts)
        return msgspec.structs.replace(self, complaint=seen, ask=ask)

    def _least(self) -> Command:
        """The example without each field that can be left out."""
        least = self.sample
        for one in attributes(least):
            if one.default is not attrs.NOTHING and _is_given(least, one):
                found: Command | None = self._with(least, one.name, _default_of(one))
                least = found or least
        return least

    def _with(self, command: Any, name: str, value: Any) -> Any:
        """The command with another value in a field, if the rules accept it."""
        try:
            other = attrs.evolve(command, **{name: value})
        except InvalidInput:
            return None
        return other if self.against(other) == () else None

    def _need(self, least: Command, name: str, data: dict[str, Any]) -> Need:
        example = _frozen(data[name])
        found = find_choices(type(least), name, self.complaint, self.ask)
        names = find_names(type(least), name, self.complaint, self.ask)
        choices = tuple(self._accepted(least, name, example, found.choices))
        return Need(name, example, choices, found.closed and bool(choices), names)

    def _accepted(self, least: Command, name: str, example: Any, found: tuple[Choice, ...]) -> Iterator[Choice]:
        """The example first, then every other choice that the rules accept in its place."""
        yield from (one for one in found if one.value == example)
        yield from (one for one in found if one.value != example and self._with(least, name, one.value))


def _is_given(command: Command, one: attrs.Attribute[Any]) -> bool:
    """Whether a field must be given, or says something else than its default."""
    return one.default is attrs.NOTHING or getattr(command, one.name) != _default_of(one)


def _default_of(one: attrs.Attribute[Any]) -> Any:
    factory: Callable[[], Any] | None = getattr(one.default, "factory", None)
    return factory() if factory else one.default


def _frozen(value: Any) -> Any:
    """JSON values that cannot change."""
    if is_table(value):
        return FrozenMap((str(name), _frozen(one)) for name, one in value.items())
    return tuple(map(_frozen, value)) if is_list(value) else value
