"""R33 for commands of one's own: what ends in `closed` needs a ground, whatever it is called."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from complaintflow import Lifecycle, commands as c
from complaintflow.commands._context import Ask
from complaintflow.lifecycle.rows import HANDS, Row
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import CLOSABLE, Effect, State
from tests import stories as s


@attrs.frozen
class Settle(c.Command):
    """It closes, and says nothing of a ground."""

    EFFECTS = frozenset({Effect.CLOSES})

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[c.Command]:
        yield cls()


SETTLING = Lifecycle((*TABLE, Row(Settle, CLOSABLE, State.CLOSED, Settle.EFFECTS, HANDS)))


def test_a_closing_of_ones_own_rests_on_a_ground_that_is_there() -> None:
    assert s.confirmed(SETTLING).asks(Settle()).decision.accepted


def test_a_closing_of_ones_own_is_refused_without_a_ground() -> None:
    assert s.delivered(SETTLING).refused(Settle()) == {"confirm-before-close"}
