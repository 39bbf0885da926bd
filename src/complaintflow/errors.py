"""The errors of the library, as one tree.

::

    ComplaintflowError
    ├── Refused          the rules say no: all reasons at once
    ├── NotPossible      no such move from this state
    ├── InvalidInput     a value is not what it must be: all problems at once
    ├── NotFound         no complaint has this id
    ├── Conflict         somebody else was faster
    ├── DefinitionError  a lifecycle, policy, calendar or template is wrong
    ├── StoreError       the store cannot do its work: locked, full, read-only, from a newer version
    │   └── UnreadableRecord  one record in it cannot be read: which, and why
    └── PluginError      a plugin failed: which, in which hook, and why

Every error has its facts as fields, its sentence in `__str__`, and can be pickled.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs


def _command_names(commands: tuple[type[object] | str, ...]) -> tuple[str, ...]:
    return tuple([command if isinstance(command, str) else command.__name__ for command in commands])


@attrs.frozen
class Refusal:
    """One reason for a refusal: the rule, what is missing, and what would help.

    `commands` are the names of the commands in the remedy; classes may be given.
    """

    rule: str
    why: str
    remedy: str
    commands: tuple[str, ...] = attrs.field(default=(), converter=_command_names)

    def __str__(self) -> str:
        return f"{self.rule}: {self.why} — {self.remedy}"


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


@attrs.define(slots=False, eq=False)
class Refused(ComplaintflowError):
    """The rules refuse the command. Nothing has changed."""

    complaint_id: str
    command: str
    refusals: tuple[Refusal, ...]

    def __str__(self) -> str:
        return _lines(f"{self.command} refused for {self.complaint_id}".lstrip(), self.refusals)


@attrs.define(slots=False, eq=False)
class NotPossible(ComplaintflowError):
    """The command has no move from this state; `possible` names the commands that have."""

    complaint_id: str
    command: str
    state: str
    possible: tuple[str, ...]

    def __str__(self) -> str:
        moves = ", ".join(self.possible) or "nothing"
        return f"{self.command} is not possible for {self.complaint_id} while {self.state}; possible: {moves}"


@attrs.define(slots=False, eq=False)
class InvalidInput(ComplaintflowError):
    """Invalid values, each with its path and what was expected; no rule was asked."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return _lines("invalid input", self.problems)


@attrs.define(slots=False, eq=False)
class NotFound(ComplaintflowError):
    """No complaint has this id."""

    complaint_id: str

    def __str__(self) -> str:
        return f"no complaint has the id {self.complaint_id!r}"


@attrs.define(slots=False, eq=False)
class Conflict(ComplaintflowError):
    """The complaint has changed meanwhile: load it and decide again."""

    complaint_id: str
    expected: int
    found: int

    def __str__(self) -> str:
        return f"{self.complaint_id} is at version {self.found}, not at {self.expected}: load it again"


@attrs.define(slots=False, eq=False)
class DefinitionError(ComplaintflowError):
    """A definition (lifecycle, policy, calendar, template, plugin names) contradicts itself or the rules."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return _lines("wrong definition", self.problems)


@attrs.define(slots=False, eq=False)
class StoreError(ComplaintflowError):
    """The store could not do its work. Nothing has happened, and nothing is half done."""

    store: str
    cause: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.store}: {self.cause}; {self.remedy}"


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


@attrs.define(slots=False, eq=False)
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


@attrs.define(slots=False, eq=False)
class PluginError(ComplaintflowError):
    """A plugin failed. The other plugins went on."""

    plugin: str
    hook: str
    cause: str

    def __str__(self) -> str:
        return f"plugin {self.plugin} failed in {self.hook}: {self.cause}"
