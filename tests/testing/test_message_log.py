"""What the machine of the kit takes for a lost message or for one sent twice, and what not."""

from datetime import timedelta

import attrs
import pytest

from complaintflow import Complaint, Desk, commands as c
from complaintflow.plugins import Outcome
from complaintflow.testing import DeskMachine, FrozenClock
from complaintflow.testing.message_log import MessageLog, announced_messages
from complaintflow.testing.paths import FIRST
from complaintflow.testing.store_contract.samples import customer_message
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s


def test_news_that_a_dispute_overtook_is_dropped_on_record_and_so_not_lost() -> None:
    """Otherwise the machine would accuse every sound store and desk."""
    clock = FrozenClock(s.T0)
    with Desk.open("memory://", clock=clock) as desk:
        id = desk.receive(s.receive(), s.triage(), by=s.SYSTEM).id
        desk.do(id, c.AddEvidence("log", "gateway", "two captures"), c.CheckEvidence("E1", "true"), by=s.LI)
        desk.do(id, c.ExplainPlan("no part is left", "a new batch", s.T0 + timedelta(days=90)), by=s.LI)
        log = MessageLog()
        news = c.Update("customer", "you wait", None, "we asked", "we ask again", s.T0 + timedelta(days=1))
        desk.do(id, news, c.Dispute(s.HEARD), by=s.LI)
        histories = {id: desk.history(id)}
        assert announced_messages(histories)[-1] in log.find_lost(histories, visible=())
        desk.deliver()
        histories = {id: desk.history(id)}
        assert announced_messages(histories)[-1] not in log.find_lost(histories, visible=())


def test_a_letter_that_a_person_recalled_is_not_lost() -> None:
    """The machine would accuse a sound desk as soon as somebody takes back a letter that waits."""
    machine = DeskMachine()
    id = acknowledged(machine)
    machine.watched.do(id, s.LI, c.Recall("M1", "it names the wrong amount"))
    machine.the_post_is_through()
    assert machine.watched.channel_plugin.channel.inner.calls == []


def acknowledged(machine: DeskMachine) -> str:
    """A complaint with a message that waits."""
    answer = machine.watched.call(lambda: machine.desk.receive(FIRST, s.acknowledge(), by=s.SYSTEM))
    assert isinstance(answer, Complaint)
    return answer.id


def test_a_message_that_a_person_says_was_lost_may_be_tried_again() -> None:
    """The machine would accuse a sound desk."""
    machine = DeskMachine()
    id = acknowledged(machine)
    machine.watched.deliver()
    machine.watched.do(id, s.SYSTEM, s.receipt("M1", "failed"))
    machine.somebody_looks_at_the_dead_letters()
    machine.the_post_is_through()
    keys = machine.watched.channel_plugin.channel.inner.keys
    assert [one for one in keys if "/M1" in one] == [f"{id}/1/0/M1", f"{id}/1/0/M1/2"]


def test_a_message_that_somebody_else_sent_is_not_lost() -> None:
    machine = DeskMachine()
    machine.watched.do(acknowledged(machine), s.SYSTEM, s.receipt("M1"))
    machine.the_post_is_through()
    assert "M1" not in [one.id for one in machine.watched.channel_plugin.channel.inner.calls]


def test_a_desk_that_says_by_itself_that_it_was_sent_has_lost_it() -> None:
    """Only somebody else's word is believed: what the desk records in a delivery must have gone to a channel."""
    machine = DeskMachine()
    id = acknowledged(machine)
    machine.watched._delivering = True  # as if the desk did it in the course of a delivery
    machine.watched.do(id, s.SYSTEM, s.receipt("M1"))
    with pytest.raises(AssertionError, match="lost"):
        machine.watched.assert_all_sent()


@pytest.mark.parametrize(
    ("keys", "came_back", "said"),
    [
        (["C-1/1/0/M1", "C-1/1/0/M1"], 0, ""),
        (["C-1/1/0/M1", "C-1/1/0/M1/2"], 1, ""),
        (["C-1/1/0/M1", "C-1/1/0/M1/2"], 0, "sent twice"),
        (["C-1/1/0/M1", "C-1/1/0/M1/3"], 1, "sent twice"),
        (["C-1/1/0/M1", "C-1/2/0/M1"], 1, "sent twice"),
        (["C-1/1/0/M1/2", "C-1/1/0/M1"], 1, "lost"),
    ],
)
def test_a_key_counts_another_sending_only_when_it_came_back(keys: list[str], came_back: int, said: str) -> None:
    log = MessageLog()
    for _ in range(came_back):
        log.hear("C-1", {"message": "M1", "status": "failed"})
    for key in keys:
        log.record_sending(attrs.evolve(customer_message(1), key=key))
    assert [one.partition(":")[0] for one in log.objections] == ([said] if said else [])


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        ((("email", ""), ("email", ""), ("sms", "/2"), ("sms", "/2"), ("app", "/3")), []),
        ((("email", ""), ("sms", "")), ["lost"]),
        ((("email", ""), ("email", "/2")), ["sent twice"]),
    ],
)
def test_another_way_is_another_sending_and_nothing_else_is(ways: tuple[tuple[str, str], ...], said: list[str]) -> None:
    """Two ways may be one account, which swallows what it had under this key."""
    log = MessageLog()
    for channel, end in ways:
        log.record_sending(attrs.evolve(customer_message(1), channel=channel, key=f"C-1/1/0/M1{end}"))
    assert [one.partition(":")[0] for one in log.objections] == said


def test_what_was_told_of_and_came_back_must_not_go_under_its_old_key() -> None:
    """A channel that drops repeats swallows it, and the customer is never reached."""
    log, message = MessageLog(), customer_message(1)
    log.record_sending(message)
    log.record_outcome(message, Outcome(ReceiptStatus.DELIVERED))
    log.settle()
    log.hear("C-1", {"message": "M1", "status": "failed"})
    log.record_sending(message)
    assert [one.partition(":")[0] for one in log.objections] == ["sent twice"]
