"""What brings knowledge in: complaints from files, suggestions for triage, answers that helped before, holidays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol, TextIO

import attrs

from complaintflow._validation.structure import FrozenMap, Record
from complaintflow.commands import Command, Receive
from complaintflow.values import Signals
from complaintflow.vocabulary import Vulnerability


@attrs.frozen(eq=False, repr=False)
class Incoming(Record):
    """One complaint that an intake read: its line, a key that stays the same when it is read again, the
    command, what the source knew of the outcome, and the commands that follow at once."""

    line: int
    key: str
    command: Receive
    outcome: Mapping[str, str] = attrs.field(default=FrozenMap(), repr=False)
    then: tuple[Command, ...] = attrs.field(default=(), repr=False)


@attrs.frozen(eq=False, repr=False)
class Unreadable(Record):
    """One row that could not be read: its line and the reason."""

    line: int
    reason: str = attrs.field(repr=False)


class Intake(Protocol):
    """Reads complaints from a file. It never stops half-way and never drops a row in silence.

    The words of a row come as they stand there: no character is folded, and none is cut; a row with a field that is too
    long for it is an `Unreadable`. `line` is where the row begins; the first line of a file is 1.

    - Calls: `read` once for each file, which is open at its beginning; rows are taken as they are needed. The caller
      closes the file.
    - Threads: several files at once, each by one thread; nothing of one file is kept for another.
    - Errors: a row that cannot be read is an `Unreadable` with its line; an exception ends the import
      with a `PluginError` that names it, and the rows before stay taken in.
    - Idempotency: the same row read again has the same `key`, so that importing a file twice takes in nothing new: in
      another process, and in a file that grew at its top. No two rows have one key.
    - Time: times in the file become aware; one without a zone is read in the zone that the format names, or not at all.
    """

    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        """Every row, readable or not, in order."""
        ...


@attrs.frozen(eq=False, repr=False)
class Suggestion(Record):
    """What a classifier makes of a complaint, and why. A blank type or area: it cannot tell.

    `vulnerable` are reasons for particular care (R48), for a person to record by `RecordVulnerability`.
    """

    type: str
    area: str
    signals: Signals
    why: tuple[str, ...] = attrs.field(repr=False)
    vulnerable: tuple[Vulnerability, ...] = ()


class Classifier(Protocol):
    """Suggests type, area and signals of what was received. A person decides.

    It answers with a `Suggestion` that says why, or with None. It does not guess: about words that say nothing it has
    nothing to say, or leaves type and area blank. No text of a customer is an error.

    - Calls: once for each `Desk.suggest`, and for each row of an import that names it; never on the way of a command.
    - Threads: several complaints at once.
    - Errors: an exception is logged by the plugin's name and counts as nothing to say; an import goes on.
    - Idempotency: deterministic: the same words get the same suggestion, whatever was asked before, and in another
      process, too.
    - Time: it reads no clock; nothing waits for it but who asked.
    """

    def classify(self, received: Receive) -> Suggestion | None:
        """A suggestion with its reasons, or None when there is nothing to say."""
        ...


@attrs.frozen(eq=False, repr=False)
class Question(Record):
    """What a member of staff wants to know: the customer's words and language, type and area (blank before triage)."""

    text: str = attrs.field(repr=False)
    language: str = ""
    type: str = ""
    area: str = ""


@attrs.frozen(eq=False, repr=False)
class FoundAnswer(Record):
    """R31: what helped before: its title and text, where to find it, and why it was found.

    `ref` is a complaint's id or the name of a page, to look it up by. `score` grows with how well it fits, and
    can be compared within one source only. `why` are the words that matched.
    """

    title: str = attrs.field(repr=False)
    text: str = attrs.field(repr=False)
    ref: str
    score: float
    why: tuple[str, ...] = attrs.field(repr=False)


class Knowledge(Protocol):
    """R31: suggests answers that helped before. A person reads them and decides what to say.

    - Calls: once for each `Desk.answers`; never on the way of a command.
    - Threads: several questions at once.
    - Errors: an exception is logged by the plugin's name and counts as no answer. No text of a customer is an error:
      one that is blank, very long, or in the syntax of a search gets fewer answers.
    - Idempotency: asking changes nothing; the same question to the same knowledge gets the same answers in one order.
    - Time: it reads no clock; nothing waits for it but the person who asked.
    """

    def suggest(self, question: Question, limit: int) -> Sequence[FoundAnswer]:
        """At most so many answers (1 or more), the best first; none when nothing fits."""
        ...


@attrs.frozen(eq=False, repr=False)
class HolidayYear(Record):
    """The days of one year that are not as the week says: without work, and worked though the week has them free.

    `confirmed` is false until the year is announced: until then the dates are a guess, or there are none.
    """

    holidays: tuple[date, ...] = ()
    working: tuple[date, ...] = ()
    confirmed: bool = False


class Holidays(Protocol):
    """Knows the holidays of a country, a region or a company.

    A day is a `date` without a time, is named once, and is either free or worked.

    - Calls: once for each year that a calendar is built for.
    - Threads: several years at once.
    - Errors: an exception is the error of who builds the calendar; a year that is not known is no error: not confirmed.
    - Idempotency: every year is answered the same way whenever it is asked, until it is announced.
    - Time: days are days on the wall of that place, without a zone. It reads no clock.
    """

    def year(self, year: int) -> HolidayYear:
        """The days of this year, in order; no day of another."""
        ...
