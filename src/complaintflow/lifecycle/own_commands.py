"""Commands of a house's own, made of data: a name, fields with types, and effects. Nothing of it is code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from keyword import iskeyword
from typing import Annotated, Any
from unicodedata import normalize
from weakref import WeakKeyDictionary

import attrs

from complaintflow._validation.structure import FrozenMap, NonBlank, OneOf, Record, Written, not_blank, write_value
from complaintflow.commands import Command
from complaintflow.commands._context import Ask
from complaintflow.errors import Problem
from complaintflow.lifecycle.declarations import AS_DATA
from complaintflow.lifecycle.lasting import LASTING
from complaintflow.policy.custom_fields import FieldRule, FieldType
from complaintflow.record.facts import NEXT, Money
from complaintflow.values import Said, as_said
from complaintflow.vocabulary import Effect

_MONEY = FieldRule(FieldType.MONEY)


def _money_fault(value: str) -> str | None:
    return None if value.strip() and _MONEY.read(value) else _MONEY.expected


_TYPES: Mapping[str, Any] = {
    "text": NonBlank,
    "number": int,
    "bool": bool,
    "date": date,
    "time": datetime,
    "money": Annotated[str, Written(write_value), _money_fault],
    "said": Said,
}
_WORDS = frozenset({"text", "choice"})
"""The types whose fields are blank where they are left out; the others are None."""
_SAMPLES: Mapping[str, Callable[[Ask], Any]] = {
    "text": lambda ask: f"as it is ({ask.seq})",
    "number": lambda ask: 5,
    "bool": lambda ask: True,
    "date": lambda ask: ask.at.date() + timedelta(days=1),
    "time": lambda ask: ask.at + timedelta(days=1),
    "money": lambda ask: "12.5 CNY",
    "said": lambda ask: Said("yes, it is as I say", "phone", f"call-{ask.seq}", ask.by.id),
}
_KEPT = frozenset({"number", "bool", "date", "time", "money", "choice"})
"""The fields that are facts as well, so that a guard may read them: those that are small and no words."""
_AMOUNT = "money"
"""The type whose fields are texts, and whose facts are `Money`."""
_PREFIX = "house."
"""The facts that these commands leave begin with it."""
_NAMED = "message"
"""The field that is sent to the customer, where there is one."""
_CHOSEN = "then"
"""The field that names the state after a wait, where there is one."""
_NAME = "a name of letters and digits that begins with a capital, like Rate, or in a script without capitals, like 评价"
_SELF = "self"
"""The name of the command itself where it is made."""


@attrs.frozen(eq=False, repr=False)
class OwnCommand(Record):
    """One command as data. A field is one of `_TYPES`, or a list of choices; those in `required` must be given. `lasts`
    says how long its facts count."""

    name: str
    fields: Mapping[str, str | tuple[str, ...]]
    effects: frozenset[Effect]
    required: frozenset[str]
    lasts: str

    def problems(self, path: str) -> Iterator[Problem]:
        """All that is wrong with it."""
        if not _is_name(self.name) or not self.name[:1].isalpha() or self.name[:1].islower():
            yield Problem(f"{path}.name", repr(self.name), _NAME)
        for name, type in self.fields.items():
            if not _is_name(name) or name.startswith("_"):
                yield Problem(f"{path}.fields", repr(name), "a name of letters and digits that is no word of Python")
            elif hasattr(Command, name) or name == _SELF:
                yield Problem(f"{path}.fields", repr(name), "another name: each command has this one already")
            yield from _type_problems(f"{path}.fields.{name}", name, type)
        if self.lasts not in LASTING:
            yield Problem(f"{path}.lasts", repr(self.lasts), f"one of {', '.join(LASTING)}")
        hears, speaks = "said" in self.fields.values(), _NAMED in self.fields
        if Effect.HEARS in self.effects and not hears:
            yield Problem(f"{path}.fields", "no field of type said", "the words of the customer: it hears them")
        if Effect.SPEAKS in self.effects and not speaks:
            yield Problem(f"{path}.fields", "no field message", "a text named message: it speaks to the customer")
        yield from self._of_required(f"{path}.required")

    def _of_required(self, path: str) -> Iterator[Problem]:
        """Names that no field has, and fields without which the command is not what it says."""
        for name in sorted(self.required - self.fields.keys()):
            yield Problem(path, repr(name), f"one of its fields: {', '.join(self.fields) or 'it has none'}")
        for name in sorted(self.fields.keys() - self.required):
            if because := self._needed_for(name):
                yield Problem(path, f"no {name}", f"{name} as well: {because}")

    def _needed_for(self, name: str) -> str:
        """Why a field cannot be left out, or a blank text."""
        if name == _CHOSEN:
            return "it names the next state"
        if name == _NAMED and Effect.SPEAKS in self.effects:
            return "the command speaks to the customer"
        hears = self.fields[name] == "said" and Effect.HEARS in self.effects
        return "the command hears the customer" if hears else ""

    def build(self) -> type[Command]:
        """The class of the command."""
        fields = {name: self._field(name, type) for name, type in self.fields.items()}
        body = {
            "__doc__": f"{self.name}, a command of the house's own.",
            "EFFECTS": self.effects,
            "OPTIONAL": frozenset(self.fields.keys() - self.required),
            "LASTS": {fact: self.lasts for fact in (self._fact, *self._facts.values()) if fact != NEXT},
            "changes": self._changes(),
            "samples": classmethod(self._samples()),
        }
        made: type[Command] = attrs.make_class(
            self.name, fields, (Command,), class_body=body, frozen=True, slots=True, eq=False, repr=False
        )
        _MADE[made] = self
        return made

    def _field(self, name: str, type: str | tuple[str, ...]) -> Any:
        if name in self.required:
            return attrs.field(type=_type_of(type), **_options(type))
        default = "" if _kind(type) in _WORDS else None
        return attrs.field(default=default, kw_only=True, type=_type_or_nothing(type), **_options(type))

    @property
    def _fact(self) -> str:
        """The fact that it was given, which says by whom."""
        return f"{_PREFIX}{self.name}"

    @property
    def _facts(self) -> dict[str, str]:
        """The facts of its fields."""
        kept = [name for name, type in self.fields.items() if _kind(type) in _KEPT]
        return {name: NEXT if name == _CHOSEN else f"{self._fact}.{name}" for name in kept}

    def _changes(self) -> Callable[[Any, Ask], dict[str, Any]]:
        speaks, prefix, named = _NAMED in self.fields, self._fact, self._facts
        types = {name: _kind(self.fields[name]) for name in named}

        def changes(command: Any, ask: Ask) -> dict[str, Any]:
            given = {
                fact: (types[name], value)
                for name, fact in named.items()
                if not _is_left_out(value := getattr(command, name))
            }
            gone = named.values() - given.keys()  # what the last one said is no fact of this one
            before = {fact: value for fact, value in ask.facts.extra.items() if fact not in gone}
            facts = {fact: _as_fact(type, value) for fact, (type, value) in given.items()}
            own = {"extra": FrozenMap({**before, prefix: ask.by.id, **facts})}
            return {**own, **(ask.message() if speaks and command.message else {})}

        return changes

    def _samples(self) -> Callable[[type[Command], Ask], Iterator[Command]]:
        fields, required = self.fields, self.required

        def samples(kind: type[Command], ask: Ask) -> Iterator[Command]:
            given = {name: _SAMPLES[type](ask) if isinstance(type, str) else type[0] for name, type in fields.items()}
            yield kind(**given)
            for gone in _left_out(frozenset(given) - required):
                yield kind(**{name: value for name, value in given.items() if name not in gone})
            others = [(name, one) for name, type in fields.items() if not isinstance(type, str) for one in type[1:]]
            yield from (kind(**{**given, name: one}) for name, one in others)

        return samples


_MADE: WeakKeyDictionary[type[Command], OwnCommand] = WeakKeyDictionary()
"""What each class was made of."""


def is_made_of_data(kind: type[Command]) -> bool:
    """Whether nothing of a command is code."""
    return kind in _MADE


def is_same_command(one: type[Command], other: type[Command]) -> bool:
    """Whether two classes are one command: the same class, or made of the same data."""
    return one is other or (one in _MADE and _MADE[one] == _MADE.get(other))


def _is_name(name: str) -> bool:
    """Whether a class or a field may have this name: Python reads it as it stands, and not as a word of its own."""
    return name.isidentifier() and not iskeyword(name) and normalize("NFKC", name) == name


def _type_problems(path: str, name: str, type: str | tuple[str, ...]) -> Iterator[Problem]:
    if isinstance(type, str) and type not in _TYPES:
        yield Problem(path, repr(type), f"one of {', '.join(_TYPES)}, or a list of choices")
    elif name == _NAMED and _kind(type) not in _WORDS:
        yield Problem(path, repr(type), "text, or a list of choices: it is sent to the customer")
    if not isinstance(type, str) and (not type or not all(map(str.strip, type)) or len({*type}) < len(type)):
        yield Problem(path, repr(list(type)), "at least one choice, none of them blank or there twice")


def _left_out(optional: frozenset[str]) -> list[frozenset[str]]:
    """Each of the fields that may be left out, and all of them: what an edge requires, one of these lacks."""
    return [*dict.fromkeys((*(frozenset({name}) for name in sorted(optional)), optional))] if optional else []


def is_of_house(fact: str) -> bool:
    """Whether only a command made of data leaves a fact of this name."""
    return fact.startswith(_PREFIX)


def type_of_fact(fact: str, commands: Mapping[str, type[Command]]) -> Any:
    """The type of the values that one of these commands leaves under this name; None where none leaves any."""
    command, _, name = fact.removeprefix(_PREFIX).partition(".")
    kind: Any = commands.get(command) if is_of_house(fact) else None
    if kind is None:
        return None
    found: Any = {"": str, **{field.name: _type_of_value(field) for field in attrs.fields(kind)}}
    return found.get(name)


def _type_of_value(field: Any) -> Any:
    """The type of the fact that a field leaves."""
    return Money if field.metadata.get(AS_DATA) == _AMOUNT else field.type


def _kind(type: str | tuple[str, ...]) -> str:
    return type if isinstance(type, str) else "choice"


def _as_fact(type: str, value: Any) -> Any:
    """The value that a guard compares: an amount with its currency, and a time in UTC."""
    if type == _AMOUNT:
        amount, _, currency = str(_MONEY.read(value)).partition(" ")
        return Money(Decimal(amount), currency)
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def _type_of(type: str | tuple[str, ...]) -> Any:
    return _TYPES[type] if isinstance(type, str) else Annotated[str, OneOf(type)]


def _type_or_nothing(type: str | tuple[str, ...]) -> Any:
    """The type of a field that may be left out."""
    if type == "text":
        return Annotated[str, _blank_fault]
    return _type_of(type) | None if isinstance(type, str) else Annotated[str, OneOf((*type, ""))]


def _blank_fault(value: str) -> str | None:
    """Nothing at all is left out; blanks are a text that says nothing."""
    return not_blank(value) if value else None


def _is_left_out(value: Any) -> bool:
    return value is None or value == ""


def _options(type: str | tuple[str, ...]) -> dict[str, Any]:
    told = {"metadata": {AS_DATA: type if isinstance(type, str) else f"one of {', '.join(type)}"}}
    if type == "said":
        return {"converter": attrs.converters.optional(as_said), "repr": False, **told}
    if type == _AMOUNT:
        return {"converter": _as_text, **told}
    return {"repr": False, **told} if type == "text" else told


def _as_text(value: Any) -> Any:
    """An amount as a field keeps it."""
    return str(value) if isinstance(value, Money) else value
