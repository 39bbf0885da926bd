"""R33: what becomes a sign of life, and what of ours handles it."""

from __future__ import annotations

from datetime import UTC, datetime

import attrs
import pytest

from complaintflow import Actor, Complaint, Policy, Said, commands as c
from complaintflow.commands._context import Ask
from complaintflow.commands.signs import change_signs, concerns_signs
from complaintflow.commands.silence import quiet_since, unhandled
from complaintflow.errors.reasons import Fault
from complaintflow.lifecycle.table import TABLE
from complaintflow.record.facts import Cycle, Facts, Sign, Wait
from complaintflow.vocabulary import SignKind
from tests import stories as s

NOW, BEFORE = datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 1, 9, tzinfo=UTC)
WAITING = Facts(signs=(Sign(SignKind.WORDS, BEFORE), Sign(SignKind.UNPROVED, BEFORE)))
SAID = s.HEARD
THANKS = Said("谢谢", via="phone", ref="call-2")


@attrs.frozen
class Custom(c.Command):
    """Of a plugin."""


def changed(command: c.Command, by: Actor, facts: Facts = Facts(), *related: Complaint) -> Facts:
    ask = Ask("C-1", facts, command, by, NOW, Policy(), related)
    changes = change_signs(ask)
    return Facts(**{name: changes.get(name, getattr(facts, name)) for name in ("signs", "answered_at", "cycle")})


def kinds(facts: Facts) -> list[str]:
    return [str(sign.kind) for sign in facts.signs]


@pytest.mark.parametrize(
    ("command", "by", "kind"),
    [
        (c.Hear(SAID), s.CUSTOMER, "words"),
        (c.Hear(SAID), s.LI, "words"),
        (c.Hear(THANKS, request=False), s.CUSTOMER, ""),
        (c.Hear(THANKS, request=False), s.LI, ""),
        (c.Hear(SAID, request=False), s.CUSTOMER, "words"),
        (c.Hear("还没到账,请处理", request=False), s.CUSTOMER, "words"),
        (c.Hear(Said("谢谢,可是還沒有到賬", via="phone", ref="c-9"), request=False), s.LI, "words"),
        (c.Hear("Thanks, but where is the rest?", request=False), s.CUSTOMER, "words"),
        (c.Survey(5, comment="非常满意"), s.CUSTOMER, ""),
        (c.Survey(5, comment="但是还有一笔没到账"), s.CUSTOMER, "survey"),
        (c.Survey(5, comment="另外一单也多扣了"), s.CUSTOMER, "survey"),
        (c.Survey(5, comment="Great. Could you look at order B as well?"), s.CUSTOMER, "survey"),
        (c.Survey(4, comment="x" * 201), s.CUSTOMER, "survey"),
        (c.Answer({"card": "1234"}), s.CUSTOMER, "answer"),
        (c.Answer({"card": "1234"}, SAID), s.LI, ""),
        (c.AddEvidence("picture", "app", "x"), s.CUSTOMER, "evidence"),
        (c.AddEvidence("log", "gateway", "x"), s.LI, ""),
        (c.AddEvidence("log", "gateway", "x"), s.SYSTEM, ""),
        (c.Agree("O1", SAID), s.CUSTOMER, "decision"),
        (c.Object("more", SAID), s.CUSTOMER, "decision"),
        (c.Dispute(SAID), s.CUSTOMER, "decision"),
        (c.Reopen("it is back"), s.CUSTOMER, "decision"),
        (c.Note("x", "somebody"), s.SYSTEM, "unproved"),
        (c.Note("x"), s.SYSTEM, ""),
        (c.Survey(1, comment="never again"), s.CUSTOMER, "survey"),
        (c.Survey(1, comment=" "), s.CUSTOMER, ""),
        (c.Survey(5, comment="fine"), s.CUSTOMER, ""),
        (c.ComplainAgain("C-2"), s.SYSTEM, "complaint"),
        (c.Absorb("C-2"), s.SYSTEM, "complaint"),
        (c.Confirm(SAID), s.CUSTOMER, ""),
        (c.Withdraw(SAID), s.CUSTOMER, ""),
        (s.receive(), s.CUSTOMER, ""),
        (Custom(), s.CUSTOMER, "words"),
        (Custom(), s.LI, ""),
    ],
)
def test_what_comes_from_the_customer_is_a_sign_unless_it_needs_no_answer(
    command: c.Command, by: Actor, kind: str
) -> None:
    assert kinds(changed(command, by)) == [kind][: bool(kind)]


@pytest.mark.parametrize(
    "command",
    [
        s.acknowledge(),
        c.AskCustomer({"card": "?"}),
        s.decline(),
        s.plan(),
        s.notice(),
        s.propose(),
        s.update(),
        c.Call("apologise", "will send a picture"),
        c.Agree("O1", SAID),
        c.Answer({"card": "1"}, SAID),
        c.Confirm(SAID),
        c.Dispute(SAID),
        c.Object("more", SAID),
        c.Reopen("it is back"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_a_person_answers_all_and_silence_counts_from_then(command: c.Command) -> None:
    after = changed(command, s.LI, WAITING)
    assert (after.signs, after.answered_at) == ((), NOW)


@pytest.mark.parametrize(
    ("command", "by"),
    [
        (s.acknowledge(), s.SYSTEM),
        (c.Remind("please"), s.SYSTEM),
        (s.decline(), s.SYSTEM),
        (c.Update("team", done="x"), s.LI),
        (c.Call("apologise", "nobody", answered=False), s.LI),
        (c.AddEvidence("log", "gateway", "x"), s.LI),
        (c.Note("x"), s.LI),
        (c.Confirm(SAID), s.CUSTOMER),
        (Custom(), s.LI),
    ],
    ids=lambda one: type(one).__name__,
)
def test_what_is_no_answer_of_a_person_handles_nothing(command: c.Command, by: Actor) -> None:
    after = changed(command, by, WAITING)
    assert (after.signs, after.answered_at) == (WAITING.signs, None)


FILE = c.AddEvidence("attachment", "email", "x", came_with="<1@example.com>")
PICTURE = Said("[without words]\nmid:1/part-2", via="email", ref="<1@example.com>")


def test_a_file_that_is_taken_as_evidence_needs_no_more_and_the_words_beside_it_do() -> None:
    """Otherwise "still not credited, see the picture" was handled by filing the picture."""
    shown = changed(c.Hear(PICTURE), s.CUSTOMER, Facts(cycle=Cycle(notice="M1", requested=True)))
    assert kinds(shown) == ["evidence"]
    filed = changed(FILE, s.LI, shown)
    assert (filed.signs, filed.cycle.requested, filed.answered_at) == ((), False, None)
    both = changed(FILE, s.LI, Facts(signs=(*WAITING.signs, *shown.signs), cycle=shown.cycle))
    assert (both.signs, both.cycle.requested) == (WAITING.signs, True)


def test_a_file_of_nobody_and_a_mail_without_anything_are_no_evidence() -> None:
    assert changed(attrs.evolve(FILE, came_with=""), s.LI, WAITING).signs == WAITING.signs
    assert kinds(changed(c.Hear("[without words]"), s.CUSTOMER)) == ["words"]
    assert kinds(changed(c.Hear("谢谢"), s.CUSTOMER)) == ["evidence"]


def test_no_reply_needed_handles_what_it_names_and_lets_the_time_go_on() -> None:
    assert changed(c.NoReplyNeeded("read"), s.LI, WAITING).signs == ()
    some = changed(c.NoReplyNeeded("a machine", {"unproved"}), s.LI, WAITING)
    assert (kinds(some), some.answered_at) == (["words"], None)


def test_words_of_a_note_that_a_person_takes_for_the_customers_await_a_reply() -> None:
    noted = Facts(signs=(Sign(SignKind.UNPROVED, BEFORE),))
    assert changed(c.Hear(SAID), s.LI, noted).signs == (Sign(SignKind.WORDS, NOW),)


def test_there_is_one_sign_of_each_kind_the_earliest() -> None:
    """The facts stay small, however often somebody writes."""
    assert changed(c.Hear(SAID), s.CUSTOMER, WAITING).signs == WAITING.signs


def test_an_answer_to_nothing_moves_nothing() -> None:
    assert changed(s.update(), s.LI).answered_at is None
    assert changed(c.Answer({"card": "1"}, SAID), s.LI).answered_at == NOW


def test_a_merge_brings_what_waits_there() -> None:
    source = Complaint("C-2", 1, Facts(signs=(Sign(SignKind.ANSWER, BEFORE),)))
    after = changed(c.Absorb("C-2"), s.SYSTEM, Facts(), source)
    assert after.signs == (Sign(SignKind.ANSWER, BEFORE), Sign(SignKind.COMPLAINT, NOW))


def test_a_request_of_an_older_history_is_handled_in_the_same_way() -> None:
    older = Facts(cycle=Cycle(notice="M1", requested=True))
    assert unhandled(older) == (Fault("answer-to-request"),)
    for command in (s.update(), c.NoReplyNeeded("read")):
        assert not changed(command, s.LI, older).cycle.requested
    assert changed(c.NoReplyNeeded("a machine", {"unproved"}), s.LI, older).cycle.requested


def test_silence_counts_from_the_last_answer() -> None:
    assert quiet_since(Facts(), BEFORE) == BEFORE
    assert quiet_since(Facts(answered_at=NOW), BEFORE) == NOW


@pytest.mark.parametrize(
    ("order", "type", "theirs", "concerns"),
    [
        ("A-1", "", Facts(state="triaged", customer="u-17", order="A-1", type="fault"), True),
        ("A-1", "", Facts(state="triaged", customer="u-17", order=" ａ－1"), True),
        ("a – 1\u200b", "", Facts(state="triaged", customer="u-17", order="A-1"), True),
        ("A-1", "", Facts(state="closed", customer="u-17", order="A-1"), False),
        ("A-1", "", Facts(state="triaged", customer="u-99", order="A-1"), False),
        ("A-1", "", Facts(state="awaiting_confirmation", customer="u-17", order="A-2"), False),
        ("", "", Facts(state="awaiting_confirmation", customer="u-17", order="A-2"), True),
        ("A-1", "", Facts(state="planned", customer="u-17"), True),
        ("", "fault", Facts(state="planned", customer="u-17", type="billing"), False),
        ("", "fault", Facts(state="planned", customer="u-17", type="fault"), True),
        ("", "", Facts(state="triaged", customer="u-17"), False),
        ("", "", Facts(state="triaged", customer="u-17", waits=(Wait("Q1", "customer", "card"),)), True),
        ("", "", Facts(state="triaged", customer="u-17", waits=(Wait("R1", "party", "bank"),)), False),
    ],
)
def test_another_complaint_concerns_one_of_the_same_order_or_one_that_waits_for_the_customer(
    order: str, type: str, theirs: Facts, concerns: bool
) -> None:
    assert s.receive(order=order, type=type).may_concern(theirs) is concerns


@pytest.mark.uncounted
def test_a_kind_that_is_said_to_concern_no_sign_changes_none() -> None:
    """Else something of the customer awaits a reply for ever, or none, because nobody looks."""
    blank = Ask("C-1", WAITING, c.Command(), s.LI, NOW, Policy())
    apart = {row.command for row in TABLE if not concerns_signs(row.command, row.who)}
    assert {c.Remind, c.MissDeadline, c.LinkIncident} <= apart
    for command in (one for kind in apart for one in kind.samples(blank)):
        for by in (s.LI, s.SYSTEM):
            assert change_signs(Ask("C-1", WAITING, command, by, NOW, Policy())) == {}


def test_any_command_of_the_customer_and_one_derived_from_an_answer_concerns_signs() -> None:
    class Ours(c.Update):
        """Of a plugin."""

    assert concerns_signs(Custom, frozenset({"customer"}))
    assert concerns_signs(Ours, frozenset({"staff"}))
    assert not concerns_signs(Custom, frozenset({"staff"}))
