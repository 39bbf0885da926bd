"""What watches the rules: guards and readers of texts before an event, observers after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.record.complaint import Complaint, Event
from complaintflow.vocabulary import Effect


class Guard(Protocol):
    """One more rule, on the effects that it watches. It can refuse, never permit.

    It answers every question with a `Refusal` or None: on each day and at each hour, in each state, about each grade,
    amount and cycle, whoever asks. It refuses in the name of its own rule, and says why and what would help. It refuses
    something: a rule that nothing breaks is none.

    - Calls: once for each question about a command with one of these effects: for `do`, `steps` and a dry run alike.
    - Threads: many questions at once; it keeps nothing between them.
    - Errors: it fails closed: an exception, or an answer that is none, is a refusal that names the plugin.
    - Idempotency: pure: the same question gets the same answer, in whatever order it is asked, and nothing else
      happens.
    - Time: `ask.at` (aware UTC) is now. It reads no clock, and it is quick: the transaction waits for it.
    """

    @property
    def rule(self) -> str:
        """The name of the rule, in lower case with dashes."""
        ...

    @property
    def effects(self) -> frozenset[Effect]:
        """The effects that it watches, each of them an `Effect`; none: it is asked where a lifecycle names its rule."""
        ...

    def check(self, ask: Ask) -> Refusal | None:
        """A refusal, or None."""
        ...


class Wording(Protocol):
    """Reads texts beside the phrase rules: a classifier or a model of a house's own. It can refuse, never permit.

    It answers every text with a text: in any language, however long, whatever characters it has. A text that is blank
    claims and denies nothing.

    - Calls: `claims` for each text that a customer would read before the proof, `denies` for each text of a customer
      that is recorded as a yes: for `do`, `steps` and a dry run alike.
    - Threads: many texts at once; it keeps nothing between them.
    - Errors: it fails closed: an exception, or an answer that is no text, is a refusal that names the plugin.
    - Idempotency: pure: the same text gets the same answer, and nothing else happens.
    - Time: it reads no clock, and it is quick: the transaction waits for it.
    """

    def claims(self, text: str) -> str:
        """R16, R32: the words that tell a customer that it is solved, or a blank text."""
        ...

    def denies(self, text: str) -> str:
        """R33: the words by which a customer's text is no yes, or a blank text."""
        ...


class Grouping(Protocol):
    """R41: says what complaints have in common beside their fields, so that they are counted together for spikes.

    It answers for every complaint in every state with names, or with none: a symptom, a release, a supplier. Names
    compare without case, width and blanks.

    - Calls: by a tick that counts a complaint: when it is triaged, and when its type, area, shop or cause changes.
    - Threads: many complaints at once; it keeps nothing between them.
    - Errors: what it raises, or answers that is no names, is logged by the plugin's name; the fields are counted.
    - Idempotency: pure: the same complaint gets the same names, and nothing else happens.
    - Time: it reads no clock, and it is quick: the transaction waits for it.
    """

    def groups(self, complaint: Complaint) -> Iterable[str]:
        """The names of what it is counted with, the first ten of which count."""
        ...


class Observer(Protocol):
    """Is told what happened, after it was saved. It can neither change nor stop it.

    It takes every complaint in every state, and every kind of event, and answers nothing.

    - Calls: once for each complaint that a call of the desk changed, in the process that saved, before it returns.
    - Threads: many at once; two versions of one complaint may come in either order: `complaint.version` tells.
    - Errors: an exception is logged by the plugin's name and changes nothing; the other observers are told.
    - Idempotency: told once, and not again if the process dies meanwhile: what must not be missed is in the history.
    - Time: each event has its `at` (aware UTC). The caller of the desk waits: hand on what takes long.
    """

    def saw(self, complaint: Complaint, events: Sequence[Event]) -> None:
        """The complaint as it stands, and the events that led there."""
        ...
