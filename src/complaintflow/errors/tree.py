"""The classes of the errors; the package draws them as a tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

import attrs

import complaintflow.errors.reasons as reasons  # noqa: PLR0402  # by way of the package it would be a circle
from complaintflow.errors.fields_shown import show_fields
from complaintflow.vocabulary import in_language, language_of

Words = str | tuple[str, str]
"""A sentence as the author of a guard writes it: plain, or in Chinese and in English."""
_ENGLISH = "en"


@lru_cache(maxsize=256)
def _command_names(commands: tuple[type[object] | str, ...]) -> tuple[str, ...]:
    return tuple([command if isinstance(command, str) else command.__name__ for command in commands])


class _Kept:
    """What a refusal keeps until somebody reads it: its two sentences or the case of its rule, and their facts."""

    _said: tuple[Words, Words] | str
    _facts: Mapping[str, Any]
    _language: str


@attrs.frozen(init=False, eq=False, slots=False)
class Refusal(_Kept):
    """One reason for a refusal: the rule, what is missing, and what would help.

    `why` and `remedy` are plain texts, or pairs of a Chinese and an English one. `commands` are the names of the
    commands in the remedy; classes may be given.

    The sentences are in the language of the staff under whose policy it was decided, else in English; `in_language`
    gives the same refusal in another. The library's own refusals are made by `of`: they keep facts, and no sentence is
    made before somebody reads it. Two refusals with the same facts are equal, whatever their language.

    `attrs.asdict` gives all four for a web answer. `msgspec.json.encode` reads only what is kept, so it leaves the two
    sentences out: encode what `asdict` gives.
    """

    rule: str
    why: str
    remedy: str
    commands: tuple[str, ...] = ()

    def __init__(self, rule: str, why: Words, remedy: Words, commands: Iterable[type[object] | str] = ()) -> None:
        self._keep(rule, (why, remedy), {}, tuple(commands))

    @classmethod
    def of(cls, rule: str, /, *commands: type[object] | str, case: str = "", **facts: Any) -> Refusal:
        """A refusal of the library: its sentences are in `reasons`, under the rule, or the rule and a case of it.

        The facts are what the sentences tell, and nothing else.
        """
        refusal = object.__new__(cls)
        refusal._keep(rule, case, facts, commands)
        return refusal

    def _keep(
        self,
        rule: str,
        said: tuple[Words, Words] | str,
        facts: Mapping[str, Any],
        commands: tuple[type[object] | str, ...],
    ) -> None:
        # One update: five assignments to a frozen object take twice as long.
        self.__dict__.update(rule=rule, commands=_command_names(commands), _said=said, _facts=facts, _language=_ENGLISH)

    if not TYPE_CHECKING:  # pragma: no branch

        def __getattr__(self, name: str) -> str:
            """`why` and `remedy` are made when they are read, and never kept."""
            if name not in {"why", "remedy"}:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            if isinstance(self._said, str):
                return getattr(reasons, name)(self.rule_case, self._facts, self._language)
            words = self._said[name == "remedy"]
            return words if isinstance(words, str) else in_language(self._language, words)

    @property
    def facts(self) -> Mapping[str, Any]:
        """What its sentences tell, by name; nothing where an author wrote the sentences."""
        return dict(self._facts)

    @property
    def language(self) -> str:
        """The language of its sentences: `zh` or `en`. A plain text stands in the language of its author."""
        return self._language

    def in_language(self, wanted: str) -> Refusal:
        """The same refusal, with its sentences in this language: `zh`, or English."""
        language = language_of(wanted)
        if language == self._language:
            return self
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__, _language=language)
        return other

    @property
    def rule_case(self) -> str:
        """The rule and the case of it that applies, like `open-task:none`; of an author's refusal, the rule."""
        return f"{self.rule}:{self._said}" if isinstance(self._said, str) and self._said else self.rule

    def idle(self) -> Refusal:
        """The same refusal where nothing is to be done, whoever does it: no command helps."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__, commands=(), _facts={**self._facts, "idle": True})
        return other

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Refusal):
            return NotImplemented
        return self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash((self.rule, self.commands))

    def _identity(self) -> tuple[object, ...]:
        return self.rule, self.commands, self._said, _comparable(self._facts)

    def __str__(self) -> str:
        form = in_language(self._language, ("{}：{} — {}", "{}: {} — {}"))
        return form.format(self.rule, self.why, self.remedy)


def _comparable(fact: Any) -> Any:
    """The fact, with a list in it as a tuple: that is how it comes back from a document."""
    if isinstance(fact, reasons.Fault):
        return fact.name, _comparable(fact.facts)
    if isinstance(fact, Mapping):
        table = cast("Mapping[str, Any]", fact)
        return {name: _comparable(value) for name, value in table.items()}
    if isinstance(fact, list | tuple):
        return tuple(map(_comparable, cast("Sequence[Any]", fact)))
    return fact


@attrs.frozen
class Problem:
    """One problem of an input: its path, what was found, and what was expected."""

    path: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.path or 'input'}: found {self.found}, expected {self.expected}"


_MEND = "mend it or restore it from a backup, then release it"


def _printable(text: str) -> str:
    return text.encode(errors="backslashreplace").decode()


def _lines(head: str, items: Iterable[object]) -> str:
    return "\n".join([head, *(f"  {item}" for item in items)])


class ComplaintflowError(Exception):
    """The base of everything that this library raises on purpose."""

    def in_language(self, wanted: str) -> ComplaintflowError:
        """The same error with its sentences in this language: `zh`, or English. An error without Chinese is itself."""
        return self

    def __eq__(self, other: object) -> bool:
        """Two errors that say the same are equal, in whatever language."""
        if not isinstance(other, ComplaintflowError) or type(other) is not type(self):
            return NotImplemented
        return self.args == other.args

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return show_fields(self)


@attrs.define(slots=False, eq=False, repr=False)
class Refused(ComplaintflowError):
    """The rules refuse the command. Nothing has changed."""

    complaint_id: str
    command: str
    refusals: tuple[Refusal, ...]

    @property
    def language(self) -> str:
        """The language of its sentences, which is that of its refusals."""
        return self.refusals[0].language if self.refusals else _ENGLISH

    def in_language(self, wanted: str) -> Refused:
        """The same error in this language: `zh`, or English."""
        return type(self)(self.complaint_id, self.command, tuple(one.in_language(wanted) for one in self.refusals))

    def __str__(self) -> str:
        return _lines(reasons.head(self.command, self.complaint_id, self.language), self.refusals)


@attrs.define(slots=False, eq=False, repr=False)
class NotPossible(ComplaintflowError):
    """The command has no move from this state; `possible` names the commands that have."""

    complaint_id: str
    command: str
    state: str
    possible: tuple[str, ...]

    language = _ENGLISH
    """The language of its sentence: `zh` or `en`."""

    def in_language(self, wanted: str) -> NotPossible:
        """The same error in this language: `zh`, or English."""
        other = type(self)(self.complaint_id, self.command, self.state, self.possible)
        other.language = language_of(wanted)
        return other

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """The one reason, as `Refused` has its reasons."""
        return (self.refusal(),)

    def refusal(self) -> Refusal:
        """The same as a refusal, where one is a value."""
        facts = {"command": self.command, "complaint": self.complaint_id, "state": self.state}
        return Refusal.of("not-possible", **facts, possible=self.possible).in_language(self.language)

    def __str__(self) -> str:
        return self.refusal().why


@attrs.define(slots=False, eq=False, repr=False)
class InvalidInput(ComplaintflowError):
    """Invalid values, each with its path and what was expected; no rule was asked."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return _lines("invalid input", self.problems)


@attrs.define(slots=False, eq=False, repr=False)
class NotFound(ComplaintflowError):
    """No complaint has this id."""

    complaint_id: str

    def __str__(self) -> str:
        return f"no complaint has the id {self.complaint_id!r}"


@attrs.define(slots=False, eq=False, repr=False)
class Conflict(ComplaintflowError):
    """The complaint has changed meanwhile: load it and decide again."""

    complaint_id: str
    expected: int
    found: int

    def __str__(self) -> str:
        return f"{self.complaint_id} is at version {self.found}, not at {self.expected}: load it again"


@attrs.define(slots=False, eq=False, repr=False)
class DefinitionError(ComplaintflowError):
    """A definition (lifecycle, policy, calendar, template, plugin names) contradicts itself or the rules."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return _lines("wrong definition", self.problems)


@attrs.define(slots=False, eq=False, repr=False)
class StoreError(ComplaintflowError):
    """The store could not do its work. Nothing has happened, and nothing is half done."""

    store: str
    cause: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.store}: {self.cause}; {self.remedy}"


@attrs.define(slots=False, eq=False, repr=False)
class Overtaken(StoreError):
    """Another writer was faster, or the connection was lost; nothing was saved. Decided again, it may go through.

    A desk decides again by itself, some times. With `whole` the transaction in which it was asked cannot go on: a host
    that has opened it does all of it again.
    """

    whole: bool = False


@attrs.frozen
class SetAside:
    """One record of the store that cannot be read: its table, its key there, and the kind of the fault.

    `about` is the key of the message when it is a letter, where it is known. `str` says what helps as well.
    """

    table: str
    key: str
    cause: str
    remedy: str
    about: str = ""

    def __str__(self) -> str:
        about = f" ({self.about})" if self.about else ""
        return f"{self.table} {self.key}{about} cannot be read: {self.cause}; {self.remedy}"


@attrs.define(slots=False, eq=False, repr=False)
class UnreadableRecord(StoreError):
    """One record cannot be read. The others can; `record` names it, and nothing has happened."""

    table: str
    key: str
    about: str = ""

    @classmethod
    def of(cls, table: str, key: object, fault: BaseException | str, about: str = "") -> UnreadableRecord:
        """The error for a record. Of a fault only its type is told: its text may say what is private."""
        cause = fault if isinstance(fault, str) else f"a {type(fault).__name__}"
        return cls("the store", cause, _MEND, table, _printable(str(key)), _printable(about))

    @property
    def record(self) -> SetAside:
        """Which record it is, and why it cannot be read."""
        return SetAside(self.table, self.key, self.cause, self.remedy, self.about)

    def __str__(self) -> str:
        return str(self.record)


@attrs.define(slots=False, eq=False, repr=False)
class PluginError(ComplaintflowError):
    """A plugin failed. The other plugins went on."""

    plugin: str
    hook: str
    cause: str

    def __str__(self) -> str:
        return f"plugin {self.plugin} failed in {self.hook}: {self.cause}"
