"""What keeps a record from being erased, and that it was erased."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Annotated

import attrs

from complaintflow._validation.structure import NonBlank, Within
from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.record.facts import LegalHold


@attrs.frozen(eq=False, repr=False)
class PlaceHold(Command):
    """Put the record on legal hold, for this reason: nothing of it is erased `until` then, or until `LiftHold`.

    While it stands it may be placed again with a later end, or without one; only `LiftHold` ends it sooner.
    """

    reason: NonBlank = attrs.field(repr=False)
    until: datetime | None = None

    def changes(self, ask: Ask) -> Changes:
        return {"hold": LegalHold(ask.by.id, self.until)}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("a lawsuit about the payment", ask.at + timedelta(days=365))


@attrs.frozen(eq=False, repr=False)
class LiftHold(Command):
    """Take the legal hold off the record, for this reason."""

    reason: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        return {"hold": None}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("the lawsuit is over")


@attrs.frozen(eq=False, repr=False)
class Erase(Command):
    """The private words of so many events go from every table, ordered by whom and why, which stay on record.

    What the links of the chain cover stays as well. Letters that wait go with the words.
    """

    ordered_by: NonBlank
    reason: NonBlank = attrs.field(repr=False)
    events: Annotated[int, Within(1)]

    def changes(self, ask: Ask) -> Changes:
        return {"erased": ask.at, "open_messages": frozenset[str]()}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("wu", "the customer asked for it", 7)
