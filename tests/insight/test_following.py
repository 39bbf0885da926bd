"""R40: what is counted of one complaint, event by event."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest

from complaintflow import Actor, Customer, Desk, Policy, Said, Signals, commands as c
from complaintflow.insight import Case, case_of
from complaintflow.insight.cases import Span
from complaintflow.insight.following import counted_to, decode_case, encode_case, follow
from complaintflow.lifecycle import LifecycleBuilder
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.facts import Facts
from complaintflow.testing import FrozenClock
from complaintflow.values import Action, OldCase
from complaintflow.vocabulary import Grade, Touches
from tests import stories as s

POLICY = Policy.from_toml('language = "en"\nzone = "UTC"')
ENGINEER = Actor("qian", {"agent"}, "engineering")
BOT = Actor("machine:bot", {"agent"}, "payments")


class Told:
    """One complaint on a desk, hour by hour."""

    def __init__(self, **fields: Any) -> None:
        self.clock = FrozenClock()
        self.desk = Desk.open("memory://", clock=self.clock, policy=POLICY)
        self.begun = self.clock.now
        customer = Customer("u-17", contact={"email": "li@example.com"})
        self.id = self.desk.receive(s.receive(customer=customer, order="A-1", **fields), by=s.SYSTEM).id

    def do(self, *commands: c.Command, by: Actor = s.LI, hours: float = 1) -> Told:
        """An hour later, by one actor."""
        self.clock.later(hours=hours)
        self.desk.do(self.id, *commands, by=by)
        return self

    def arrive(self) -> Told:
        """Every message of ours reaches the customer, at once."""
        found = self.desk.get(self.id).facts.open_messages
        self.desk.do(self.id, *(s.receipt(name) for name in sorted(found)), by=s.SYSTEM)
        return self

    def solved(self) -> Told:
        """From triage to the delivered notice, in four hours."""
        self.do(s.triage(type="inquiry", team="payments")).do(c.Resolve("explained", Touches.NOTHING))
        return self.do(c.Verify(True, "knowledge", "KB-12"), by=s.WANG).do(s.notice()).arrive()

    def closed(self) -> Told:
        return self.solved().do(s.CONFIRM, by=s.CUSTOMER).do(c.Close()).arrive()

    def after(self, hours: float) -> datetime:
        return self.begun + timedelta(hours=hours)

    @property
    def case(self) -> Case:
        return case_of(self.id, self.desk.history(self.id))


def test_a_person_answers_and_neither_a_machine_nor_the_system_does() -> None:
    """Or an automatic reply hides that nobody was there for a day."""
    told = Told().do(s.acknowledge(), by=s.SYSTEM).do(s.acknowledge("We have it, says the machine"), by=BOT)
    assert told.case.answered is None
    told.do(s.update()).do(s.update("again"))
    assert told.case.answered == told.after(3)


def test_what_was_taken_back_before_it_was_sent_answered_nobody() -> None:
    """Or a team answers in time by a letter that it recalls, and the customer never hears of anybody."""
    told = Told().do(s.update()).do(c.Recall("M1", "it names the wrong amount"))
    assert told.case.answered is None
    told.do(s.update("银行")).do(s.update("again")).arrive()
    assert told.case.answered == told.after(3)


def test_the_answer_behind_one_that_was_taken_back_is_the_first() -> None:
    told = Told().do(s.update()).do(s.update("银行")).do(s.update("again"))
    told.do(c.Recall("M3", "the same once more")).do(c.Recall("M1", "it names the wrong amount"))
    assert (told.case.answered, len(told.case.answers)) == (told.after(2), 1)
    assert (told.arrive().case.answered, told.case.answers) == (told.after(2), ())


def test_what_the_outbox_dropped_answered_nobody() -> None:
    told = Told().do(s.update()).do(c.Receipt("M1", "dropped"), by=s.SYSTEM)
    assert (told.case.answered, told.case.answers) == (None, ())
    told.do(s.update("银行")).arrive().do(c.Receipt("M2", "dropped"), by=s.SYSTEM)
    assert told.case.answered == told.after(3)


def test_an_end_in_a_state_of_the_house_is_an_end() -> None:
    """Else it is read for every report for ever."""
    rules = LifecycleBuilder.default().state("gone", stage="withdrawn").command("Leave")
    lifecycle = rules.add("Leave", "withdrawn", "gone", who="staff").build(POLICY)
    desk = Desk.open("memory://", lifecycle=lifecycle, clock=FrozenClock())
    id = desk.receive(s.receive(), by=s.SYSTEM).id
    desk.do(id, s.WITHDRAW, by=s.CUSTOMER)
    desk.do(id, lifecycle.commands["Leave"](), by=s.LI)
    assert counted_to(case_of(id, desk.history(id))) == FrozenClock().now


def test_a_call_that_is_taken_back_answered_nobody() -> None:
    """It may be taken back at any time, so what was said after it is kept in mind."""
    told = Told().do(s.triage(), c.Call("the bank was asked", "call-7")).do(s.update()).arrive()
    assert told.case.answered == told.after(1)
    told.do(c.Retract("P1", "that was another customer"))
    assert told.case.answered == told.after(2)
    told.do(c.Note("a word")).do(c.Retract("N1", "nonsense"))
    assert told.case.answered == told.after(2)


def test_the_customers_words_wait_on_when_the_reply_is_taken_back() -> None:
    """R33: and there was no reply."""
    told = Told().do(s.triage()).do(c.Hear(s.HEARD)).do(s.update())
    assert told.case.replies == (Span(told.after(2), told.after(3)),)
    after = told.do(c.Recall("M1", "it names the wrong amount")).case
    assert (len(after.replies), after.asked_since) == (0, told.after(2))


def test_the_customers_words_wait_until_a_person_handles_them() -> None:
    photo = c.AddEvidence("photo", "customer", "two captures")
    told = Told().do(s.triage()).do(c.Hear(s.HEARD)).do(photo, by=s.CUSTOMER).do(s.update())
    assert (told.case.replies, told.case.asked_since) == ((Span(told.after(2), told.after(4)),), None)
    assert told.do(c.Hear(s.HEARD)).case.asked_since == told.after(5)


def test_a_fix_is_claimed_once_and_confirmed_as_long_as_the_word_stands() -> None:
    told = Told().closed()
    assert (told.case.claimed, told.case.confirmed) == (told.after(2), told.after(5))
    told.do(c.Reopen("it came back"))
    assert (told.case.claimed, told.case.confirmed) == (told.after(2), None)
    told.do(c.Resolve("explained once more", Touches.NOTHING))
    assert (told.case.claimed, told.case.touched) == (told.after(2), "nothing")


def test_handling_is_the_time_in_which_the_next_step_is_ours() -> None:
    """Or the days for which a customer did not answer count as our work."""
    told = Told().do(s.triage()).do(c.AskCustomer({"device": "Which phone is it?"})).arrive()
    assert told.case.handled == (Span(told.begun, told.after(2)),)
    told.do(c.Answer({"device": "a red one"}), by=s.CUSTOMER)
    assert told.case.handled_since == told.after(3)
    told.do(s.refer())
    assert told.case.handled_since == told.after(3), "the customer's answer still waits for us"
    told.do(s.update())
    assert told.case.handled[-1] == Span(told.after(3), told.after(5))


def test_a_handoff_keeps_the_grade_that_left_and_the_one_that_arrived() -> None:
    told = Told().do(s.triage(signals=Signals(urgency="blocked"), team="payments")).do(s.handoff())
    (move,) = told.case.moves
    assert (move.from_team, move.to_team, move.grade_left, move.fell) == ("payments", "logistics", Grade.A, False)
    assert msgspec.structs.replace(move, grade_arrived=Grade.C).fell
    assert msgspec.structs.replace(move, grade_arrived=None).fell


def test_a_task_of_a_team_is_answered_or_taken_back() -> None:
    """R29: collaborators are measured from the task to its answer."""
    asks = [c.AddTask(f"look {n}", "qian", s.LATER, team) for n, team in enumerate(("engineering", "engineering", ""))]
    told = (
        Told()
        .do(s.triage())
        .do(*asks)
        .do(c.FinishTask("T1", Touches.NOTHING, "the log has one capture left"), by=ENGINEER)
    )
    told.do(c.CancelTask("T2", "not needed")).do(c.FinishTask("T3", Touches.NOTHING, "the log has one capture left"))
    (one,) = told.case.helps
    assert (one.task, one.team, one.since, one.until) == ("T1", "engineering", told.after(2), told.after(3))


def test_an_improvement_is_no_answer_of_a_collaborator() -> None:
    told = Told().do(s.triage())
    better = Action("show the fee", "wu", told.after(90).date(), "product")
    told.do(c.AddTask("show the fee", "wu", told.after(90), "engineering", improvement=better), by=s.SYSTEM)
    assert told.case.helps == ()


def improved() -> tuple[Told, list[str]]:
    """A retrospective that decided on two improvements, and their tasks."""
    told = Told().closed()
    told.do(c.AddTask("call the bank", "qian", s.LATER), by=s.SYSTEM)
    better = [Action(f"show the fee, {kind}", "wu", told.after(90).date(), kind) for kind in ("product", "rule")]
    told.do(c.Retrospect(("paid twice", "no key"), "told early", "no contact", tuple(better)))
    return told, [one.task for one in told.case.improvements]


def test_an_improvement_counts_by_its_kind_from_when_it_was_decided() -> None:
    told, tasks = improved()
    assert [(one.kind, one.task) for one in told.case.improvements] == [("product", "T2"), ("rule", "T3")]
    assert {one.at for one in told.case.improvements} == {told.after(8)}
    told.do(c.FinishTask(tasks[0], Touches.NOTHING, "the page shows it"))
    assert len(told.case.improvements) == 2


def test_an_improvement_that_was_given_up_is_none_and_the_others_stay() -> None:
    """Else a team lead reads that more is done than is."""
    told, (first, second) = improved()
    told.do(c.CancelTask("T1", "nobody needs it"))
    assert [one.task for one in told.case.improvements] == [first, second]
    told.do(c.CancelTask(first, "the law forbids it"))
    assert [one.task for one in told.case.improvements] == [second]


def is_open(case: Case, at: datetime) -> bool:
    return any(span.since <= at < span.until for span in case.open_spans())


def test_an_end_has_its_ground_and_when_it_came_back() -> None:
    told = Told().closed()
    (end,) = told.case.ends
    assert (end.at, end.state, end.ground, end.back) == (told.after(6), "closed", "confirmed", None)
    assert told.case.ended == end
    assert [is_open(told.case, told.after(hour)) for hour in (-1, 0, 5, 6)] == [False, True, True, False]
    told.do(c.Reopen("it came back"))
    again = told.case
    assert again.ended is None
    assert (again.ends[0].back, is_open(again, told.after(7))) == (told.after(7), True)


def test_an_end_whose_letter_was_taken_back_never_was() -> None:
    told = Told().solved().do(s.CONFIRM, by=s.CUSTOMER).do(c.Close())
    letter = told.desk.get(told.id).facts.end_letter
    told.do(c.Recall(letter, "the wrong name"))
    assert told.case.ends == ()


def test_disputes_scores_and_money_stand_with_their_times() -> None:
    told = Told().solved().do(s.DISPUTE, by=s.CUSTOMER)
    assert told.case.disputes == (told.after(5),)
    told.do(c.AddEvidence("identity", "card", "genuine"), c.CheckEvidence("E1", "genuine"), s.compensate(kind="points"))
    told.do(c.ApproveCompensation("C1"), by=s.LEAD)
    (paid,) = told.case.paid
    assert (paid.at, paid.kind, str(paid.amount), paid.currency) == (told.after(7), "points", "50", "CNY")
    told.do(s.update())
    assert told.case.paid == (paid,)


def test_a_survey_counts_by_its_scores() -> None:
    told = Told().closed().do(c.Survey(5, said=s.HEARD), by=s.CUSTOMER)
    (score,) = told.case.scores
    assert (score.at, score.csat, score.nps) == (told.after(7), 5, None)


def test_a_missed_deadline_is_on_record_by_its_clock() -> None:
    told = Told()
    told.clock.later(hours=30)
    told.desk.tick()
    assert "first_response_instant" in {one.clock for one in told.case.missed}


def test_who_complains_of_the_same_again_comes_back() -> None:
    told = Told()
    customer = Customer("u-17", contact={"email": "li@example.com"})
    again = told.desk.receive(s.receive(customer=customer, order="A-1"), by=s.SYSTEM).id
    told.desk.do(again, s.triage(), by=s.LI)
    case = case_of(again, told.desk.history(again))
    assert (Told().case.returning, told.case.returning, case.returning) == (False, True, True)
    told.desk.do(again, c.Merge(told.id), by=s.LI)
    assert not case_of(again, told.desk.history(again)).counts
    told.desk.do(again, c.Unmerge(), by=s.LI)
    assert case_of(again, told.desk.history(again)).counts


def test_labels_compare_without_case_and_blanks_and_may_be_corrected() -> None:
    told = Told(respondent="North  Shop", region="Bavaria", product="Lamp")
    told.do(c.Correct({"region": "Saxony"}, "they moved"))
    assert (told.case.respondent, told.case.region, told.case.product) == ("north shop", "saxony", "lamp")


def test_an_imported_case_ended_when_the_other_system_says() -> None:
    desk = Desk.open("memory://", clock=FrozenClock(), policy=POLICY)
    came = FrozenClock().now - timedelta(days=9)
    old = OldCase("zendesk", "4711", came, closed_at=came + timedelta(days=2), grade="B")
    id = desk.receive(c.Import("app", Customer("u-1"), "I paid twice", old=old), by=s.SYSTEM).id
    case = case_of(id, desk.history(id))
    assert (case.received_at, case.imported, case.intake_grade) == (came, "zendesk", Grade.B)
    assert [(one.at, one.ground) for one in case.ends] == [(came + timedelta(days=2), "imported")]


def test_a_receipt_after_the_end_moves_nothing() -> None:
    """Or an index is written for every receipt of a complaint that is over."""
    told = Told().solved().do(s.CONFIRM, by=s.CUSTOMER).do(c.Close())
    assert counted_to(told.case) == told.after(6)
    told.clock.later(hours=1)
    assert counted_to(told.arrive().case) == told.after(6)
    assert counted_to(Told().case) is None


def test_what_a_clock_of_the_house_may_wait_for_counts_after_the_end() -> None:
    """Or a report has the archivings that were late, and none that was in time."""
    told = Told().closed().do(s.LABEL)
    assert counted_to(told.case) == told.after(7)
    assert counted_to(told.do(c.Archive()).case) == told.after(8)


def test_a_case_in_pieces_is_the_case_at_once() -> None:
    told = Told().closed()
    history = told.desk.history(told.id)
    case: Case | None = Case(told.id)
    facts = Facts()
    for event in history:
        assert case is not None
        case = decode_case(encode_case(follow(case, facts, (event,))))
        facts = told.desk.lifecycle.evolve(Complaint(told.id, event.seq - 1, facts), (event,)).facts
    assert case == told.case
    assert [decode_case(kept) for kept in (b"", b"no case")] == [None, None]


def test_of_an_erased_complaint_the_times_stay_and_what_was_said_goes() -> None:
    told = Told(region="Bavaria").closed().do(c.Survey(5, 9, said=s.HEARD), by=s.CUSTOMER)
    told.desk.do(told.id, c.LabelCause("product defect-app"), by=s.LI)
    told.desk.erase("u-17", by=s.MANAGER, reason="asked for it")
    case = told.case
    assert (case.region, case.scores, case.claimed) == ("", (), told.after(2))
    assert told.desk.check_integrity().sound


def test_what_nobody_knows_counts_nothing() -> None:
    """A command of a house's own may say anything."""
    event = Event(1, s.T0, "li", "Odd", b"{}", "odd", {"type": "fault"})
    case = follow(Case("C-1", state="received"), Facts(state="received"), (event,))
    assert (case.type, case.state, case.handled) == ("fault", "odd", ())


@pytest.mark.parametrize("told", [Said("fine", "phone", "call-1", "li")])
def test_a_withdrawal_ends_it(told: Said) -> None:
    one = Told().do(c.Withdraw(told))
    assert [(end.state, end.ground) for end in one.case.ends] == [("withdrawn", "")]
