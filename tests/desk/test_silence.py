"""R3, R23, R33: nothing ends by silence over a customer who wrote, by whatever way, until a person has handled it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from complaintflow import Desk, Policy, Refused, commands as c
from complaintflow.channels import Channels
from complaintflow.inbound import Reply
from complaintflow.plugins import Outcome
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import ReceiptStatus, SignKind
from tests import stories as s
from tests.inbound.fixtures import CUSTOMER
from tests.stores.desks import Opener, at_desk, ready, received

QUESTION = c.AskCustomer({"card": "请问您用哪张卡付的款?"})
TWO_QUESTIONS = c.AskCustomer({"card": "请问您用哪张卡付的款?", "bank": "请问是哪家银行?"})
ORDER = {"order": "A-1", "customer": CUSTOMER}

Act = Callable[[Desk, str], object]


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def desk(opener: Opener, clock: FrozenClock) -> Iterator[Desk]:
    """Its channel delivers."""
    channel = RecordingChannel(Outcome(ReceiptStatus.DELIVERED))
    with ExitStack() as stack:
        yield stack.enter_context(opener(clock, [Channels({"app": channel, "email": channel})]))


def does(command: c.Command) -> Act:
    """The customer does it."""
    return lambda desk, id: desk.do(id, command, by=s.CUSTOMER)


def writes(text: str, address: str = "u17@example.com") -> Act:
    """A mail comes in."""
    return lambda desk, id: desk.hear(Reply("<1@example.com>", address, text, s.T0, complaint=id))


def complains_again(desk: Desk, id: str) -> str:
    return received(desk, description="还是扣了两次", **ORDER).id


def complains_without_an_order(desk: Desk, id: str) -> str:
    return received(desk, description="还是扣了两次", customer=CUSTOMER).id


def complains_in_another_spelling(desk: Desk, id: str) -> None:
    received(desk, description="还是扣了两次", order="ａ－1 ", customer=CUSTOMER)


def complains_about_an_order_corrected_later(desk: Desk, id: str) -> None:
    other = received(desk, description="还是扣了两次", order="A-7", customer=CUSTOMER).id
    at_desk(desk, other, c.Correct({"order": "a-1"}, "a slip"))


def complains_and_our_order_is_corrected(desk: Desk, id: str) -> None:
    received(desk, description="还是扣了两次", order="A-7", customer=CUSTOMER)
    at_desk(desk, id, c.Correct({"order": "A-7"}, "a slip"))


def reopens_another(desk: Desk, id: str) -> None:
    other = received(desk, **ORDER).id
    at_desk(desk, other, s.WITHDRAW, by=s.CUSTOMER)
    at_desk(desk, id, c.NoReplyNeeded("the other one was withdrawn"))
    at_desk(desk, other, c.Reopen("还是扣了两次"), by=s.CUSTOMER)


def merges(desk: Desk, id: str) -> None:
    """What was merged is of another order and another type, so that only the merge says so."""
    other = received(desk, order="A-9", customer=CUSTOMER, type="billing").id
    at_desk(desk, other, c.Merge(id))


def merges_what_was_written_there(desk: Desk, id: str) -> None:
    other = received(desk, order="A-9", customer=CUSTOMER, type="billing").id
    at_desk(desk, other, c.Hear(s.HEARD), by=s.CUSTOMER)
    at_desk(desk, other, c.Merge(id))


def writes_to_a_merged_one(desk: Desk, id: str) -> None:
    merges(desk, id)
    at_desk(desk, id, c.NoReplyNeeded("the same"))
    other = desk.find(state="merged").complaints[0].id
    desk.do(other, c.Hear(s.HEARD), by=s.CUSTOMER)


def shows_a_merged_one(desk: Desk, id: str) -> None:
    merges(desk, id)
    at_desk(desk, id, c.NoReplyNeeded("the same"))
    other = desk.find(state="merged").complaints[0].id
    assert desk.do(other, c.AddEvidence("picture", "app", "the account"), by=s.CUSTOMER).id == id


SIGNS: dict[str, Act] = {
    "words": does(c.Hear("还没到账")),
    "words by phone": lambda desk, id: desk.do(id, c.Hear(s.HEARD), by=s.LI),
    "words that a form took for thanks": does(c.Hear("还没到账,请处理", request=False)),
    "answer": does(c.Answer({"card": "招行1234"})),
    "a picture": does(c.AddEvidence("picture", "app", "the account")),
    "a mail": writes("还没到账"),
    "a mail from a second address": writes("还没到账", "husband@example.com"),
    "a mail that seems to confirm": writes("已经解决了"),
    "another complaint": complains_again,
    "another complaint without an order": complains_without_an_order,
    "another complaint in another spelling": complains_in_another_spelling,
    "another complaint whose order is corrected later": complains_about_an_order_corrected_later,
    "another complaint, and our order is corrected": complains_and_our_order_is_corrected,
    "another one reopened": reopens_another,
    "a merge": merges,
    "a merge of what was written": merges_what_was_written_there,
    "words to a merged one": writes_to_a_merged_one,
    "a picture to a merged one": shows_a_merged_one,
}


def told(desk: Desk) -> str:
    id = ready(desk, **ORDER).id
    at_desk(desk, id, s.notice())
    desk.deliver()
    return id


def passes(desk: Desk, clock: FrozenClock, days: float) -> None:
    """The days pass, and somebody looks."""
    clock.later(days=days)
    for _ in range(2):
        assert desk.tick().failed == ()
        desk.deliver()


def test_silence_closes_what_nobody_wrote_about(desk: Desk, clock: FrozenClock) -> None:
    id = told(desk)
    passes(desk, clock, 4)
    assert desk.get(id).state == "closed"


@pytest.mark.parametrize("sign", SIGNS.values(), ids=list(SIGNS))
def test_a_customer_who_wrote_is_not_closed_as_silent(desk: Desk, clock: FrozenClock, sign: Act) -> None:
    """Until a person says why no reply is needed."""
    id = told(desk)
    sign(desk, id)
    passes(desk, clock, 5)
    assert desk.get(id).state == "awaiting_confirmation"
    assert desk.get(id).facts.signs
    at_desk(desk, id, c.NoReplyNeeded("answered by phone"))
    passes(desk, clock, 1)
    assert desk.get(id).state == "closed"


@pytest.mark.parametrize("reason", ["-", ".", "好", "OK", "n/a", "。。"])
def test_a_reason_that_says_nothing_takes_no_sign_away(desk: Desk, reason: str) -> None:
    id = told(desk)
    does(c.Hear("还没到账"))(desk, id)
    with pytest.raises(Refused, match="complete-expression"):
        desk.do(id, c.NoReplyNeeded(reason), by=s.LI)


@pytest.mark.parametrize("end", [s.WITHDRAW, s.decline()], ids=["withdrawn", "declined"])
def test_a_picture_of_the_customers_after_the_end_reaches_a_person(desk: Desk, end: c.Command) -> None:
    id = received(desk, **ORDER).id
    at_desk(desk, id, end)
    shown = desk.do(id, c.AddEvidence("picture", "app", "the account"), by=s.CUSTOMER)
    assert [sign.kind for sign in shown.awaiting_reply] == ["evidence"]


@pytest.mark.parametrize("sign", [SIGNS["words"], SIGNS["a mail from a second address"], SIGNS["a merge"]])
def test_a_person_is_refused_as_well_and_told_what_helps(desk: Desk, clock: FrozenClock, sign: Act) -> None:
    id = told(desk)
    sign(desk, id)
    clock.later(hours=80)
    with pytest.raises(Refused) as refused:
        desk.do(id, c.Close("silent"), by=s.LI)
    (refusal,) = refused.value.refusals
    assert {"NoReplyNeeded", "Update"} <= set(refusal.commands)


def test_after_an_answer_the_customer_has_the_whole_window_again(desk: Desk, clock: FrozenClock) -> None:
    id = told(desk)
    clock.later(hours=70)
    at_desk(desk, id, c.Hear("还没到账"), by=s.CUSTOMER)
    at_desk(desk, id, s.update())
    desk.deliver()
    passes(desk, clock, 2.5)
    assert desk.get(id).state == "awaiting_confirmation"
    passes(desk, clock, 1.5)
    assert desk.get(id).state == "closed"


@pytest.mark.parametrize(
    ("question", "sign"),
    [*((QUESTION, sign) for sign in SIGNS.values()), (TWO_QUESTIONS, SIGNS["words"]), (TWO_QUESTIONS, SIGNS["answer"])],
    ids=[*SIGNS, "words to two questions", "one answer of two"],
)
def test_whoever_answered_in_any_way_is_not_declined_as_unanswered(
    desk: Desk, clock: FrozenClock, question: c.AskCustomer, sign: Act
) -> None:
    """R3: one of two questions answered is an answer, too."""
    id = received(desk, **ORDER).id
    at_desk(desk, id, s.triage(), question)
    desk.deliver()
    sign(desk, id)
    passes(desk, clock, 20)
    assert desk.get(id).state in {"triaged", "investigating"}


def test_whoever_never_answered_is_declined(desk: Desk, clock: FrozenClock) -> None:
    id = received(desk, **ORDER).id
    at_desk(desk, id, s.triage(), QUESTION)
    desk.deliver()
    passes(desk, clock, 16)
    assert desk.get(id).state == "declined"


def test_one_answer_of_two_taken_down_by_a_person_gives_the_whole_time_again(desk: Desk, clock: FrozenClock) -> None:
    id = received(desk, **ORDER).id
    at_desk(desk, id, s.triage(), TWO_QUESTIONS)
    desk.deliver()
    passes(desk, clock, 13)
    at_desk(desk, id, c.Answer({"card": "招行1234"}, s.HEARD))
    assert desk.get(id).facts.signs == ()
    passes(desk, clock, 13)
    assert desk.get(id).state == "triaged"
    passes(desk, clock, 2)
    assert desk.get(id).state == "declined"


def test_a_sign_outlives_a_reopening(desk: Desk, clock: FrozenClock) -> None:
    id = told(desk)
    at_desk(desk, id, s.CONFIRM, by=s.CUSTOMER)
    at_desk(desk, id, c.Close())
    at_desk(desk, id, c.Hear("又扣了一次"), c.Reopen("又扣了一次"), by=s.CUSTOMER)
    kinds = {sign.kind for sign in desk.get(id).facts.signs}
    assert kinds == {SignKind.WORDS, SignKind.DECISION}


def test_a_sign_outlives_a_migration_and_still_bars(tmp_path: Path) -> None:
    clock, url = FrozenClock(), f"sqlite:///{tmp_path / 'desk.db'}"
    channels = [Channels({"app": RecordingChannel(Outcome(ReceiptStatus.DELIVERED))})]
    with Desk.open(url, clock=clock, plugins=channels) as desk:
        id = told(desk)
        at_desk(desk, id, c.Hear("还没到账"), by=s.CUSTOMER)
    with Desk.open(url, clock=clock, plugins=channels, policy=Policy(duplicate_days=9)) as desk:
        assert [moved.refusals for moved in desk.migrate(by=s.MANAGER, reason="new rules")] == [()]
        passes(desk, clock, 5)
        assert desk.get(id).state == "awaiting_confirmation"
        assert any(event.is_a(c.MissDeadline) and "next_response" in event.data["clock"] for event in desk.history(id))


def test_an_undone_merge_leaves_the_sign_on_both(desk: Desk, clock: FrozenClock) -> None:
    """It may be about either."""
    id = told(desk)
    merges_what_was_written_there(desk, id)
    other = desk.find(state="merged").complaints[0].id
    at_desk(desk, other, c.Unmerge())
    assert {sign.kind for sign in desk.get(id).facts.signs} == {SignKind.WORDS, SignKind.COMPLAINT}
    assert {sign.kind for sign in desk.get(other).facts.signs} == {SignKind.WORDS}


def test_both_complaints_about_one_order_know_of_each_other(desk: Desk) -> None:
    id = told(desk)
    new = complains_again(desk, id)
    assert [entry.data["source"] for entry in desk.get(id).body.of(c.ComplainAgain)] == [new]
    assert [sign.kind for sign in desk.get(id).facts.signs] == [SignKind.COMPLAINT]


@pytest.mark.parametrize("end", ["closed", "declined", "withdrawn"])
def test_what_is_written_after_the_end_reaches_a_person(desk: Desk, clock: FrozenClock, end: str) -> None:
    """R33: the owner and the lead hear of it, once, until somebody answers; the record is not archived before."""
    id = told(desk)
    if end == "closed":
        at_desk(desk, id, s.CONFIRM, by=s.CUSTOMER)
        at_desk(desk, id, c.Close())
    elif end == "declined":
        at_desk(desk, id, s.DISPUTE)
        at_desk(desk, id, s.decline())
    else:
        at_desk(desk, id, s.WITHDRAW, by=s.CUSTOMER)
    desk.deliver()
    assert desk.get(id).state == end
    writes("还有一个问题")(desk, id)
    before = len(desk.history(id))
    passes(desk, clock, 10)
    after = desk.history(id)[before:]
    about = {event.data["about"].split("/")[0] for event in after if event.is_a(c.Remind)}
    assert about == {"next_response_instant"}
    assert sum(event.is_a(c.MissDeadline) for event in after) == 1
    at_desk(desk, id, s.LABEL)
    with pytest.raises(Refused, match="record-complete"):
        desk.do(id, c.Archive(), by=s.LI)
    at_desk(desk, id, s.update())
    desk.deliver()
    assert desk.get(id).facts.signs == ()
    assert at_desk(desk, id, c.Archive()).state == "archived"


@pytest.mark.parametrize(
    "command",
    [s.acknowledge("我们记下了"), c.Remind("请答复"), c.AskCustomer({"card": "哪张卡?"})],
    ids=lambda command: type(command).__name__,
)
def test_the_system_handles_nothing(desk: Desk, command: c.Command) -> None:
    """R33: an automatic acknowledgement is no answer."""
    id = received(desk, **ORDER).id
    at_desk(desk, id, c.Hear("还没到账"), by=s.CUSTOMER)
    desk.do(id, command, by=s.SYSTEM)
    assert desk.get(id).facts.signs


def test_a_party_whose_deadline_lapsed_was_not_heard_while_the_customer_awaits_a_reply(
    desk: Desk, clock: FrozenClock
) -> None:
    """R23: who is at fault is not decided over words that nobody read."""
    id = received(desk, **ORDER).id
    log = c.AddEvidence("log", "gateway", "two captures")
    at_desk(desk, id, s.triage(), log, c.CheckEvidence("E1", "agrees"), s.refer())
    at_desk(desk, id, c.Hear("商家已经答复我了"), by=s.CUSTOMER)
    clock.later(days=3)
    with pytest.raises(Refused, match="party-heard"):
        desk.do(id, s.responsible(party="merchant"), by=s.LI)
    at_desk(desk, id, c.NoReplyNeeded("read"), s.responsible(party="merchant"))


def test_a_plan_closes_nothing_over_what_the_customer_wrote(desk: Desk) -> None:
    id = received(desk, **ORDER).id
    log = c.AddEvidence("log", "gateway", "two captures")
    at_desk(desk, id, s.triage(), log, c.CheckEvidence("E1", "agrees"), s.plan())
    desk.deliver()
    at_desk(desk, id, c.Hear("我等不了那么久"), by=s.CUSTOMER)
    with pytest.raises(Refused, match="confirm-before-close"):
        desk.do(id, c.Close("planned"), by=s.LI)
    at_desk(desk, id, s.update())
    desk.deliver()
    assert at_desk(desk, id, c.Close("planned")).facts.ground == "planned"
