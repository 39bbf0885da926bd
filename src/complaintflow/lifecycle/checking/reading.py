"""A question whose readers are noted: which facts, and what else of it, a guard of a house reads."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any, get_type_hints

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands._context import Ask
from complaintflow.record.facts import Cycle, Facts

OF_CYCLE = "cycle."
"""What is read of the cycle begins with it."""
OF_COMMAND = "command."
"""A field of the command that is read by its name begins with it."""
EXTRA = "extra."
"""What is read of the facts of the house begins with it; it stands alone where they are read as a whole."""
_OF_ASK = frozenset({"at", "seq", "by", "related", "handed", "command"})
_MAPS = frozenset({"extra", "fields"})
_FIELDS, _CYCLE_FIELDS = Facts.__struct_fields__, Cycle.__struct_fields__
_KNOWN, _KNOWN_OF_CYCLE = frozenset(_FIELDS), frozenset(_CYCLE_FIELDS)
_facts_of, _cycle_of, _parts_of = attrgetter(*_FIELDS), attrgetter(*_CYCLE_FIELDS), attrgetter(*Ask.__struct_fields__)


def facts_of_type(wanted: Any) -> frozenset[str]:
    """The facts of this type, those of the cycle among them, as they are read."""
    of_cycle = {OF_CYCLE + name for name, type in get_type_hints(Cycle).items() if type == wanted}
    return frozenset(of_cycle.union(name for name, type in get_type_hints(Facts).items() if type == wanted))


def _note(question: Any, name: str) -> None:
    """Note what is read of a question, or of its facts."""
    object.__getattribute__(question, "__dict__")["log"].add(name)


class _Cycle(Cycle, frozen=True, dict=True):
    def __getattribute__(self, name: str) -> Any:
        if name in _KNOWN_OF_CYCLE:
            _note(self, OF_CYCLE + name)
        return super().__getattribute__(name)


class _Facts(Facts, frozen=True, dict=True):
    def __getattribute__(self, name: str) -> Any:
        value = super().__getattribute__(name)
        if name in _MAPS:
            return _Map(value, f"{name}.", object.__getattribute__(self, "__dict__")["log"])
        if name in _KNOWN and name != "cycle":
            _note(self, name)
        return value


class _Ask(Ask, frozen=True, dict=True):
    def __getattribute__(self, name: str) -> Any:
        if name in _OF_ASK:
            _note(self, name)
        return super().__getattribute__(name)

    def field(self, name: str, default: Any = "") -> Any:
        _note(self, OF_COMMAND + name)
        return getattr(object.__getattribute__(self, "command"), name, default)


class _Map(FrozenMap):
    """A map that notes of which names it was asked, or that it was read as a whole."""

    __slots__ = ("_log", "_prefix")

    def __init__(self, known: FrozenMap, prefix: str, log: set[str]) -> None:
        super().__init__(known)
        self._prefix, self._log = prefix, log

    def __getitem__(self, key: str) -> Any:
        self._log.add(self._prefix + key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self._log.add(self._prefix + key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self._log.add(f"{self._prefix}{key}")
        return super().__contains__(key)

    def __iter__(self) -> Iterator[str]:
        self._log.add(self._prefix)
        return super().__iter__()

    def items(self) -> Any:
        self._log.add(self._prefix)
        return super().items()

    def values(self) -> Any:
        self._log.add(self._prefix)
        return super().values()


class NotedQuestions:
    """Makes questions whose readers are noted in `log`. One situation is asked about many times: its facts are kept."""

    def __init__(self) -> None:
        self.log: set[str] = set()
        self._last: tuple[Facts, Facts] | None = None

    def noted(self, ask: Ask) -> Ask:
        """The same question, with an empty log."""
        parts: dict[str, Any] = dict(zip(Ask.__struct_fields__, _parts_of(ask), strict=True))
        parts["facts"] = self._facts(ask.facts)
        made = _Ask(**parts)
        vars(made)["log"] = self.log
        self.log.clear()
        return made

    def _facts(self, facts: Facts) -> Facts:
        if self._last is None or self._last[0] is not facts:
            cycle = _Cycle(*_cycle_of(facts.cycle))
            vars(cycle)["log"] = self.log
            parts: dict[str, Any] = dict(zip(_FIELDS, _facts_of(facts), strict=True))
            parts["cycle"] = cycle
            made = _Facts(**parts)
            vars(made)["log"] = self.log
            self._last = facts, made
        return self._last[1]
