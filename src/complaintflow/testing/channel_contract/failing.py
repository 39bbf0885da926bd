"""What cannot be sent is said, and an outage is no end."""

from __future__ import annotations

import pytest

from complaintflow.plugins import AnyMessage, Channel
from complaintflow.testing.channel_contract.line import Attempt, Away, Line, Sending
from complaintflow.testing.promises import keeps

SAID = "What was not sent is never said to be: it raises, or answers `failed`."
OUTAGE = (
    'A far end that cannot be reached, is broken or says nothing is "not now": it raises, or fails with '
    "`final=False`, since `final=True` gives the message up."
)


def way(line: Line, name: str) -> Away:
    """A way in which the far end of this line fails; the test is skipped where it has none."""
    found: Away | None = getattr(line, name)
    if found is None:
        pytest.skip(f"nobody looked: give the line `{name}`, unless that can never be")
    return found


class SaysWhatFails(Sending[AnyMessage]):
    """What cannot be sent is said."""

    def failed(self, line: Line, name: str) -> Attempt:
        """An attempt while the far end fails in this way."""
        with way(line, name)():
            attempt = self.attempt(line, self.message(line, 1))
        assert len(line.arrived()) == 0, "this line is not as it says: something arrived"
        return attempt

    @keeps(Channel, SAID)
    def test_what_cannot_be_sent_is_an_error_or_a_failure_and_never_a_success(self, line: Line) -> None:
        """Promise 10: an error is never swallowed, or the customer waits for a message that nobody sent."""
        attempt = self.failed(line, "down")
        assert not attempt.sent, f"the far end was down, and the channel answered {attempt.answer}"

    @keeps(Channel, SAID)
    def test_what_the_far_end_refuses_is_no_success_whatever_its_status(self, line: Line) -> None:
        attempt = self.failed(line, "refuses")
        assert not attempt.sent, f"the far end refused, and the channel answered {attempt.answer}"

    @keeps(Channel, OUTAGE)
    def test_an_outage_is_not_the_end_of_a_message(self, line: Line) -> None:
        """Or an hour without a server makes dead letters of all that went out in it."""
        attempt = self.failed(line, "down")
        assert not attempt.given_up, f"the far end was down, and the channel gave the message up: {attempt.answer}"

    @keeps(Channel, "It gives up by itself within 30 seconds.")
    def test_a_far_end_that_says_nothing_is_given_up_in_time(self, line: Line) -> None:
        """Else the lease ends, and another one sends it, too. The seconds are counted and not waited for."""
        attempt = self.failed(line, "silent")
        assert not attempt.sent, f"the far end said nothing, and the channel answered {attempt.answer}"
        assert not attempt.given_up, f"the far end said nothing, and the channel gave the message up: {attempt.answer}"

    @keeps(Channel, SAID)
    def test_it_sends_again_when_the_far_end_is_back(self, line: Line) -> None:
        """What failed comes again from the outbox, and not from a memory of the channel's."""
        self.failed(line, "down")
        self.send(line, self.message(line, 1))
        self.send(line, self.message(line, 2))
        arrived = len(line.arrived())
        assert arrived == 2, f"one failed and came again, another followed, and {arrived} arrived"
