"""A tour of everything there is: every move, every guard's refusal, every ground and end, told as short scripts.

It drives the same two desks through the same checks as the random search does, which cannot be relied on to find
all of it in a minute. Each part begins with complaints of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import attrs

from complaintflow import Action, Actor, Complaint, Conflict, NotPossible, Refused, Said, commands as c
from complaintflow.vocabulary import ENDS, OPEN, Abuse, Grade, State, Touches
from tests import stories as s
from tests.desk.paired_desks import (
    ACCEPTED,
    ACTORS,
    BROKEN,
    FAILED,
    GIVEN_UP,
    MACHINE,
    NOT_YET_KNOWN,
    PairedDesks,
    Script,
)
from tests.desk.reached import ALL_MOVES, Move, ObservedLifecycle, Reached
from tests.lifecycle.points import LIFTED

__all__ = ["tour"]


def by(actor: Actor, *commands: c.Command) -> Script:
    """All of these by one actor."""
    return tuple((command, actor) for command in commands)


KNOWN = by(s.LI, c.AddEvidence("identity", "card", "name and number agree"), c.CheckEvidence("E1", "genuine"))
TRIAGED = by(s.LI, s.triage())
INVESTIGATING = (*TRIAGED, *by(s.LI, c.Assign("li")))
PROPOSED = (*INVESTIGATING, *by(s.LI, s.propose()))
EXECUTING = (*PROPOSED, *by(s.CUSTOMER, c.Agree("O1", s.HEARD)))
RESOLVED = (*EXECUTING, *by(s.LI, s.RESOLVE))
VERIFIED = (*RESOLVED, *by(s.LEAD, attrs.evolve(s.PASSED, evidence="E1: one capture left")))
TOLD = (*VERIFIED, *by(s.LI, s.notice()))
PLANNED = (*INVESTIGATING, *by(s.LI, s.plan()))
CONFIRMED = (*TOLD, *by(s.CUSTOMER, s.CONFIRM))
CLOSED = (*CONFIRMED, *by(s.LI, c.Close()))
WITHDRAWN = by(s.CUSTOMER, s.WITHDRAW)
DECLINED = by(s.LI, s.decline())
LABELLED = by(s.LI, s.LABEL)

WAYS: dict[State, Script] = {
    State.RECEIVED: (),
    State.TRIAGED: TRIAGED,
    State.INVESTIGATING: INVESTIGATING,
    State.PROPOSED: PROPOSED,
    State.EXECUTING: EXECUTING,
    State.RESOLVED: VERIFIED,
    State.AWAITING_CONFIRMATION: CONFIRMED,
    State.PLANNED: (*PLANNED, *by(s.CUSTOMER, s.CONFIRM)),
    State.CLOSED: (*CLOSED, *LABELLED),
    State.WITHDRAWN: (*WITHDRAWN, *LABELLED),
    State.DECLINED: (*DECLINED, *LABELLED),
}
"""From a received complaint with checked evidence to each state that moves leave, as far as the move out needs it.
The way to `merged` needs a mate and stands in `Guide.merge`."""

LIFT = by(s.MANAGER, *(c.Override(rule, "the owner is away") for rule in LIFTED))
"""What this house lets a manager lift: a fix before the agreement, a retrospective before the fix."""

BURDEN = (
    *LIFT,
    *by(
        s.LI,
        s.TASK,
        s.TASK,
        s.refer(),
        s.refer(),
        s.compensate(),
        s.compensate(kind="points"),
        c.Block("the bank", "a contact"),
    ),
    *by(s.LI, c.AskCustomer({"order": "请问订单号?"})),
)
"""Of everything that can be open as much as the moves use up."""

FOLLOW_UPS = by(s.SYSTEM, s.TASK, s.TASK)
"""What can be open of a complaint that is not."""

UNDECIDED = by(s.LI, s.compensate())
"""What may be undecided when a complaint ends otherwise than by closing."""


ERASE = c.Erase("wu", "asked by mail", 7)
"""What is on record of an erasure."""


@attrs.define
class Guide:
    """Tells scripts to the two desks: what a script says passes, must pass."""

    desks: PairedDesks

    def receive(self, **fields: object) -> str:
        """A new complaint."""
        found = self.desks.receive(s.receive(**fields))
        assert isinstance(found, Complaint), str(found)
        return found.id

    def do(self, id: str, *commands: c.Command, by: Actor = s.LI) -> None:
        for command in commands:
            found = self.desks.do(id, command, by=by)
            assert isinstance(found, Complaint), str(found)

    def follow(self, id: str, script: Script) -> str:
        """The same complaint, after the script and with all messages sent."""
        self.desks.follow(id, script)
        self.desks.deliver()
        return id

    def reach(self, state: State, burden: Script = ()) -> str:
        """A complaint that stands there."""
        return self.follow(self.receive(), (*KNOWN, *burden, *WAYS[state]))

    def merge(self, id: str) -> str:
        """The open mate into which it was merged."""
        mate = self.receive()
        self.do(id, c.Merge(mate))
        return mate

    def assert_refused(self, id: str, rule: str, command: c.Command, by: Actor = s.LI) -> None:
        """This rule is among those that refuse it."""
        found = self.desks.do(id, command, by=by)
        assert isinstance(found, Refused), f"{command}: {found}"
        assert rule in {refusal.rule for refusal in found.refusals}, str(found)

    def take(self, id: str, move: Move) -> bool:
        """Whether somebody takes the move by one of the command's own examples."""
        kind, source, target = move
        desks, before = self.desks, self.desks.get(id)
        assert before.state == source, f"{move} cannot begin while {before.state}"
        for actor in ACTORS:
            for command in desks.samples(id, c.BUILTIN[kind], actor):
                if self._leads_to(id, command, actor) == target:
                    self.do(id, command, by=actor)
                    return True
        return False

    def _leads_to(self, id: str, command: c.Command, actor: Actor) -> str:
        """Where it would lead; nowhere when it would be refused."""
        desks = self.desks
        lifecycle, related = desks.sides[0].desk.lifecycle, [desks.get(one) for one in desks.ids if one != id]
        decision = lifecycle.decide(desks.get(id), command, by=actor, at=desks.now, related=related)
        return str(decision.events[0].state) if decision.accepted else ""


def tour(folder: Path, reached: Reached, states: Iterable[State] = WAYS) -> None:
    """Everything, part by part: of the moves those that leave these states."""
    lifecycle = ObservedLifecycle(reached)
    for place, part in enumerate((*PARTS, *map(_around, states))):
        with closing(PairedDesks.at(folder / f"{place}.db", lifecycle)) as desks:
            part(Guide(desks))


# ── every move


def _around(state: State) -> Callable[[Guide], None]:
    """All that stays in a state with much open, then all that leaves it, each by a complaint of its own."""

    def part(guide: Guide) -> None:
        stays, leaves = _moves_from(state)
        _what_stays(guide, state, stays)
        for move in leaves:
            id = guide.reach(state, LIFT)
            if move[0] == "Merge":
                guide.receive()
            assert guide.take(id, move), f"nobody takes {move}"

    return part


IMPORTED: set[Move] = {
    ("Reopen", "closed", "received"),
    ("Unassign", "received", "received"),
    ("Unassign", "triaged", "triaged"),
}
"""What nobody here ever graded, or what has an owner before it is sorted, comes from another system: see `imported`."""

RECALLED: set[Move] = {
    ("Recall", "closed", "awaiting_confirmation"),
    ("Recall", "closed", "planned"),
    ("Recall", "declined", "received"),
}
"""What takes an end back needs its letter while it waits: see `ends_recalled`."""


APART = {"Unclose", "PlaceHold", "LiftHold", "Erase"}
"""What comes after a bounce, and what ends everything: see `held_and_erased`."""


def _moves_from(state: State) -> tuple[list[Move], list[Move]]:
    there = [move for move in sorted(ALL_MOVES - IMPORTED - RECALLED) if move[1] == state and move[0] not in APART]
    return [move for move in there if move[2] == state], [move for move in there if move[2] != state]


def _questions(moves: Iterable[Move]) -> list[Move]:
    """Where something may be asked for, it is asked once more: one question is approved, and one is not."""
    return [move for move in moves if move[0] == "AskApproval"]


def _what_stays(guide: Guide, state: State, moves: Iterable[Move]) -> None:
    """It follows an emergency. Another complaint was merged into it meanwhile; that is undone, and done again while it
    is open."""
    before, after = (BURDEN, ()) if state in OPEN else (UNDECIDED if state in ENDS else (), FOLLOW_UPS)
    earlier = guide.follow(guide.receive(), by(s.LI, s.triage(signals=s.EMERGENCY))) if state in OPEN else ""
    id = guide.receive(follows=earlier)
    merged = guide.receive()
    guide.do(merged, c.Merge(id))
    guide.follow(id, (*KNOWN, *before, *WAYS[state], *after))
    assert guide.desks.get(id).state == state
    left = [move for move in moves if move[0] not in {"Release", "Pause", "Resume"}]
    left[:0] = [(kind, state, state) for kind in ("Pause", "Resume") if state in OPEN]
    left[:0] = _questions(moves)
    left.sort(key=lambda move: move[0] not in {"Notify", "Unassign"})  # before another team has it, and nobody there
    late: list[Move] = [move for move in left if not guide.take(id, move)]
    assert all(guide.take(id, move) for move in late), f"nobody takes {late}"
    guide.do(merged, c.Unmerge())


def merging_and_unmerging(guide: Guide) -> None:
    """R35: from every open state into a mate and back; what the customer says meanwhile goes to the mate."""
    for state in WAYS:
        if state in OPEN:
            id = guide.reach(state)
            mate = guide.merge(id)
            guide.do(id, c.Hear(s.HEARD), by=s.CUSTOMER)
            assert guide.desks.get(mate).body[-1].kind == "Hear"
            guide.do(id, c.Unmerge())
            assert guide.desks.get(id).state == state


def while_merged(guide: Guide) -> None:
    """R35: what is left to do of a merged complaint, up to its archive."""
    stays, _ = _moves_from(State.MERGED)
    id, merged = guide.receive(), guide.receive()
    guide.do(merged, c.Merge(id))
    guide.follow(id, (*KNOWN, *BURDEN))
    guide.merge(id)
    left = [*_questions(stays), *(move for move in stays if move[0] != "Release")]
    late = [move for move in left if not guide.take(id, move)]
    assert all(guide.take(id, move) for move in late), f"nobody takes {late}"
    guide.do(merged, c.Unmerge())


def a_merged_one_is_archived(guide: Guide) -> None:
    """R37: its target has the root cause."""
    id = guide.reach(State.INVESTIGATING)
    guide.merge(id)
    guide.do(id, c.Archive())


def a_target_may_be_archived_before_the_merge_is_undone(guide: Guide) -> None:
    """R35, R37: the archived record does not change."""
    id = guide.reach(State.TRIAGED)
    mate = guide.merge(id)
    guide.follow(mate, (*KNOWN, *CLOSED))
    guide.do(mate, s.LABEL, c.Archive())
    guide.do(id, c.Unmerge())
    assert guide.desks.get(mate).state == State.ARCHIVED


def held_and_erased(guide: Guide) -> None:
    """A hold is placed and lifted in every state; what is over and has nothing open is erased, and stays as it is."""
    archived, merged = guide.reach(State.CLOSED), guide.reach(State.INVESTIGATING)
    guide.do(archived, c.Archive())
    guide.merge(merged)
    for id in (*map(guide.reach, WAYS), archived, merged):
        state, lift = guide.desks.get(id).state, c.LiftHold("it was settled")
        guide.assert_refused(id, "on-hold", lift)
        guide.do(id, c.PlaceHold("a lawsuit"))
        guide.assert_refused(id, "hold-grows", c.PlaceHold("a shorter one", s.LATER))
        if state not in OPEN:
            guide.assert_refused(id, "not-on-hold", ERASE, s.SYSTEM)
        guide.do(id, lift)
        if state not in OPEN:
            guide.do(id, ERASE, by=s.SYSTEM)
        assert guide.desks.get(id).state == state
    guide.assert_refused(merged, "words-stand", c.Unmerge())
    busy = guide.follow(guide.reach(State.CLOSED), FOLLOW_UPS)
    guide.assert_refused(busy, "settled-before-erasure", ERASE, s.SYSTEM)


# ── every ground and end


def confirmed(guide: Guide) -> None:
    """R33: on the customer's word; disputed, closed again, reopened, and at last archived."""
    id = guide.follow(guide.receive(), (*KNOWN, *TOLD))
    guide.do(id, s.DISPUTE, by=s.CUSTOMER)
    again = (s.propose("again"), c.Agree("O2", s.HEARD), s.RESOLVE, s.PASSED, s.notice("again"), s.CONFIRM, c.Close())
    guide.follow(id, by(s.LI, *again))
    guide.do(id, c.Reopen("the second payment is back"), by=s.CUSTOMER)
    last = (s.propose("last"), c.Agree("O3", s.HEARD), s.RESOLVE, s.PASSED, s.notice("last"), s.CONFIRM, c.Close())
    guide.follow(id, by(s.LI, *last))
    guide.do(id, s.LABEL, c.Archive())
    guide.assert_refused(id, "rated-alone", c.Survey(1, comment="where is my money?"), s.CUSTOMER)
    guide.do(id, c.Survey(5, 9), by=s.CUSTOMER)
    assert guide.desks.get(id).facts.ground == "confirmed"


def ends_recalled(guide: Guide) -> None:
    """R33: nobody was told of an end whose letter is taken back."""
    ways: tuple[tuple[Script, c.Command], ...] = (
        (CONFIRMED, c.Close()),
        (WAYS[State.PLANNED], c.Close()),
        ((), s.decline()),
    )
    for (way, end), (_, source, target) in zip(ways, sorted(RECALLED), strict=True):
        id = guide.follow(guide.receive(), (*KNOWN, *way))
        guide.do(id, end)
        ended = guide.desks.get(id)
        guide.do(id, c.Recall(ended.facts.end_letter, "it names the wrong order"))
        assert (ended.state, guide.desks.get(id).state) == (source, target)


def imported(guide: Guide) -> None:
    """R34: what another system closed is before a person again when the customer reopens it; what runs goes on."""
    desks, now = guide.desks, guide.desks.clock.now
    came = now - timedelta(days=9)
    for fields, rule in (({"root_cause": "BUG"}, "old-cause-known"), ({"closed_at": came - timedelta(1)}, "old-dates")):
        found = desks.receive(s.imported(received_at=came, **fields))
        assert isinstance(found, Refused)
        assert found.refusals[0].rule.startswith(rule)
    for closed in (True, False):
        found = desks.receive(s.imported(closed, received_at=came, owner="wang"))
        assert isinstance(found, Complaint), str(found)
        if closed:
            assert found.facts.ground == "imported"
            guide.do(found.id, c.Reopen("又扣了两次"), by=s.CUSTOMER)
            guide.do(found.id, s.triage(), c.Unassign("wang is ill"))
        else:
            guide.do(found.id, c.Unassign("wang is ill"), s.triage())


def silent(guide: Guide) -> None:
    """R33: 72 hours after the notice reached the customer, by the system itself."""
    id = guide.follow(guide.receive(), (*KNOWN, *TOLD))
    guide.desks.clock.later(hours=71)
    guide.assert_refused(id, "confirm-before-close", c.Close(), s.SYSTEM)
    guide.desks.clock.later(hours=1)
    guide.do(id, c.Close(), by=s.SYSTEM)
    assert guide.desks.get(id).facts.ground == "silent"


def a_request_bars_silence(guide: Guide) -> None:
    """R33: until a person has handled it."""
    id = guide.follow(guide.receive(), (*KNOWN, *TOLD))
    guide.assert_refused(id, "reply-awaited", c.NoReplyNeeded("nothing was said"))
    guide.do(id, c.Hear(s.HEARD), by=s.CUSTOMER)
    guide.desks.clock.later(hours=100)
    guide.assert_refused(id, "confirm-before-close", c.Close(), s.SYSTEM)
    guide.assert_refused(id, "may-answer", c.NoReplyNeeded("an automatic answer"), s.ENGINEER)
    guide.do(id, c.NoReplyNeeded("an automatic answer"))
    guide.do(id, c.Close(), by=s.SYSTEM)


def whoever_wrote_is_not_declined_as_silent(guide: Guide) -> None:
    """R3: by the system; a person may decline."""
    id = guide.follow(guide.receive(), TRIAGED)
    guide.do(id, c.Hear(s.HEARD), by=s.CUSTOMER)
    guide.assert_refused(id, "no-end-by-silence", s.decline(), s.SYSTEM)
    guide.do(id, s.decline())


def planned(guide: Guide) -> None:
    """R33: the long-term plan was explained and reached the customer."""
    id = guide.follow(guide.receive(), (*KNOWN, *PLANNED))
    guide.do(id, c.Close())
    assert guide.desks.get(id).facts.ground == "planned"
    guide.do(id, s.LABEL)
    guide.desks.deliver()
    guide.assert_refused(id, "record-complete", c.Archive())


def what_came_back_after_the_end(guide: Guide) -> None:
    """R33: an end by silence, or on a plan, is undone when what it rested on never arrived."""
    silent = guide.follow(guide.receive(), (*KNOWN, *TOLD))
    planned = guide.follow(guide.receive(order="A-2"), (*KNOWN, *PLANNED))
    asked = guide.follow(guide.receive(order="A-3"), by(s.LI, c.AskCustomer({"card": "哪张卡?"})))
    guide.do(silent, c.NoReplyNeeded("the other complaint is another matter"))
    guide.do(planned, c.Close())
    guide.assert_refused(planned, "came-back", c.Unclose("M1"), s.SYSTEM)
    told_the_team = c.Update("team", done="the gateway is there", plan_kept=True)
    guide.assert_refused(planned, "plan-told", told_the_team)
    guide.desks.clock.later(days=14)
    guide.do(silent, c.Close(), by=s.SYSTEM)
    guide.do(asked, s.decline(), by=s.SYSTEM)
    found = guide.desks.deliver()
    assert found.outcomes
    back = {silent: "awaiting_confirmation", planned: "planned", asked: "received"}
    for id, state in back.items():
        cycle = guide.desks.get(id).cycle
        guide.do(id, s.receipt(cycle.notice or cycle.plan_notice or "M1", "failed"), by=s.SYSTEM)
        assert guide.desks.get(id).state == state


def unreachable(guide: Guide) -> None:
    """R33: three attempts on two channels over three days, and a lead who says so."""
    id = guide.follow(guide.receive(), KNOWN)
    for command, actor in TOLD:
        guide.do(id, command, by=actor)
    guide.desks.deliver(FAILED)
    guide.desks.clock.later(days=1)
    guide.do(id, c.Call("apologise, explain", "nobody picked up", answered=False))
    guide.desks.clock.later(days=1)
    guide.do(id, c.Call("apologise, explain", "nobody picked up", answered=False))
    guide.assert_refused(id, "confirm-before-close", c.Close())
    guide.do(id, c.Close(), by=s.LEAD)
    assert guide.desks.get(id).facts.ground == "unreachable"


def a_hazard_outlives_its_complaint(guide: Guide) -> None:
    """R35: an emergency with a taken-over account starts the risk flow; its end leaves a task for somebody."""
    id = guide.follow(guide.receive(), KNOWN)
    guide.do(id, s.triage(signals=attrs.evolve(s.EMERGENCY, hazards=frozenset({"account_takeover"}))))
    guide.do(id, s.WITHDRAW, by=s.CUSTOMER)
    tasks = [entry.data["what"] for entry in guide.desks.get(id).body.of(c.AddTask)]
    assert tasks == ["call the customer", "start the risk-control flow", "follow up the hazard: account_takeover"]


# ── every message


def every_mood_of_a_channel(guide: Guide) -> None:
    """R15: what fails for now or breaks stays in the outbox until it is time again; nothing goes twice."""
    desks = guide.desks
    id = guide.receive()
    guide.do(id, s.acknowledge())
    for weather in (BROKEN, FAILED):
        desks.deliver(weather)
        assert not desks.deliver().outcomes, "a message was claimed again too early"
        desks.clock.later(minutes=2)
    assert desks.deliver(NOT_YET_KNOWN).waiting == 0
    for number, weather in enumerate((ACCEPTED, GIVEN_UP)):
        guide.do(id, s.update(f"answer {number}"))
        desks.deliver(weather)
    told = [message.kind for message, _ in desks.deliver().outcomes]
    assert told == ["Remind"], "the owner hears of what was given up"


def a_receipt_that_came_by_another_way(guide: Guide) -> None:
    """R37: the record may be archived before the message of which we know already is taken from the outbox."""
    id = guide.receive()
    guide.do(id, s.WITHDRAW, by=s.CUSTOMER)
    guide.do(id, s.receipt("M1"), by=s.SYSTEM)
    guide.do(id, s.LABEL, c.Archive())
    other = guide.receive()
    guide.do(other, s.acknowledge())
    assert guide.desks.deliver().waiting == 0
    assert guide.desks.get(id).state == State.ARCHIVED


def a_contact_that_is_none_is_taken_away(guide: Guide) -> None:
    """R1: and what is said to the customer goes out by what is left."""
    id = guide.receive(customer={"id": s.CUSTOMER.id, "contact": {"email": "u@example.com", "phone": "138"}})
    guide.do(id, c.Correct({"contact.email": ""}, "it belongs to somebody else"), s.acknowledge())
    assert guide.desks.get(id).customer.contact == {"phone": "138"}
    guide.desks.deliver()


# ── the promises


def several_at_once_happen_or_none(guide: Guide) -> None:
    """Promise 1."""
    desks, id = guide.desks, guide.receive()
    assert isinstance(desks.do(id, s.acknowledge(), c.Note("and a note"), by=s.LI), Complaint)
    before = desks.get(id)
    assert isinstance(desks.do(id, c.Note("one more"), c.Archive(), by=s.LI), NotPossible)
    assert isinstance(desks.do(id, c.Note("one more"), s.decline(recourse=""), by=s.LI), Refused)
    assert desks.get(id) == before


def the_same_key_gives_the_first_answer(guide: Guide) -> None:
    """Promise 2."""
    desks, id = guide.desks, guide.receive()
    first = desks.do(id, s.acknowledge(), by=s.LI, key="form-1")
    assert isinstance(first, Complaint)
    guide.do(id, c.Note("meanwhile"))
    head = desks.sides[0].shot.head
    assert desks.repeat(id, s.acknowledge(), by=s.LI, key="form-1") == first
    assert desks.sides[0].shot.head == head, "the same key did something twice"


def who_saw_another_version_gets_a_conflict(guide: Guide) -> None:
    """Promise 3."""
    desks, id = guide.desks, guide.receive()
    version = desks.get(id).version
    for other in (version - 1, version + 1):
        assert isinstance(desks.do(id, c.Note("late"), by=s.LI, expect=other), Conflict)
    assert isinstance(desks.do(id, c.Note("in time"), by=s.LI, expect=version), Complaint)


# ── every refusal


def refused_at_intake(guide: Guide) -> None:
    """R1, R3, R7, R14, R18a."""
    for fields in ({"channel": "email"}, {"follows": "C-of-nobody"}):
        found = guide.desks.receive(s.receive(**fields))
        assert isinstance(found, Refused), str(found)
    id = guide.receive()
    guide.assert_refused(id, "allowed", s.WITHDRAW, s.STRANGER)
    guide.assert_refused(id, "customers-own-word", c.Withdraw(Said("算了")))
    guide.assert_refused(id, "customers-own-word", c.Hear(Said("算了")))
    guide.assert_refused(id, "customer-facing-role", s.acknowledge(), s.ENGINEER)
    guide.assert_refused(id, "complete-expression", s.acknowledge(" "))
    guide.assert_refused(id, "plain-words", s.acknowledge("我们记下了,正在做幂等检查"))
    guide.assert_refused(id, "no-denying-words", c.Withdraw(attrs.evolve(s.HEARD, text="不撤诉")), s.CUSTOMER)
    guide.assert_refused(id, "no-solved-wording-before-proof", s.acknowledge("您的问题已经解决"))
    guide.assert_refused(id, "asked-anew", c.AskCustomer({"description": "请再说一遍?"}))
    guide.assert_refused(id, "intake-fields", c.Correct({"colour": "red"}, "it is red"))
    guide.assert_refused(id, "recourse-told", s.decline(recourse=""))
    guide.assert_refused(id, "same-customer-open-target", c.Merge(id))


def a_reminder_fires_once(guide: Guide) -> None:
    """Promise 7: once for each clock, level and cycle."""
    id = guide.receive()
    remind = c.Remind("请回答我们的问题", about="question/1/Q1")
    guide.do(id, remind, by=s.SYSTEM)
    guide.assert_refused(id, "reminded-once", remind, s.SYSTEM)


def refused_while_investigating(guide: Guide) -> None:
    """R20, R22 … R28, R35."""
    id = guide.follow(guide.receive(), TRIAGED)
    guide.assert_refused(id, "facts-before-promise", s.propose())
    guide.assert_refused(id, "facts-before-promise", s.update(judged="网关重复扣款"))
    guide.assert_refused(id, "evidence-checked", s.responsible())
    guide.assert_refused(id, "rule-named", s.responsible(rule=""))
    guide.assert_refused(id, "party-heard", s.responsible(party="merchant"))
    guide.assert_refused(id, "part-exists", c.CheckEvidence("E1", "genuine"))
    guide.assert_refused(id, "payment-named", c.AddEvidence("payment", "bank", "50 CNY", compensation="C1"))
    guide.assert_refused(id, "agreement-before-action", s.RESOLVE)
    guide.assert_refused(id, "one-to-three", c.Propose(()))
    guide.assert_refused(id, "times-to-come", attrs.evolve(s.TASK, due=s.T0))
    guide.assert_refused(id, "open-blocker", c.Unblock("it went away"))
    guide.assert_refused(id, "open-referral", c.PartyReply("R1", "one capture"))
    guide.assert_refused(id, "open-task", c.FinishTask("T1"))
    guide.assert_refused(id, "clock-can-stop", s.pause("customer"))
    guide.assert_refused(id, "clock-stands", c.Resume())
    guide.assert_refused(id, "deadline-passed", c.MissDeadline("first-response", s.LATER), s.SYSTEM)
    guide.assert_refused(id, "fits-the-policy", c.Migrate("another policy", "wu", "a new year"), s.SYSTEM)
    guide.assert_refused(id, "authority-to-override", c.Override("verify-before-notify", "we are sure"), s.MANAGER)
    guide.assert_refused(id, "retrospective-after-solution", c.Retrospect(("why", "why then"), "this", "that", ()))


def refused_to_teams_and_grades(guide: Guide) -> None:
    """R7, R13, R14, R35."""
    id = guide.follow(guide.receive(), (*KNOWN, *by(s.LI, s.triage(signals=s.EMERGENCY))))
    guide.assert_refused(id, "another-team", s.handoff(guide.desks.get(id).facts.team))
    guide.assert_refused(id, "handoff-carries-context", s.handoff(summary=""))
    team = guide.desks.get(id).facts.team
    guide.do(id, s.handoff("logistics"))
    guide.assert_refused(id, "no-ping-pong", s.handoff(team))
    guide.assert_refused(id, "priority-never-fades", c.Regrade(Grade.C, "it is quiet now"))
    guide.assert_refused(id, "complete-expression", c.Mitigate("-"))
    guide.assert_refused(id, "review-attended", c.RecordReview("roll back", ["wu"]))
    guide.assert_refused(id, "experienced-caller", c.Call("apologise, explain", "will send a picture"), s.ENGINEER)
    guide.assert_refused(id, "cleared-by-authority", c.ClearHazard("funds_lost", "the money was there"))
    guide.assert_refused(id, "standing-hazard", c.ClearHazard("food_safety", "nobody ate it"), s.LEAD)
    guide.assert_refused(id, "in-an-incident", c.UnlinkIncident("it has another cause"), s.LEAD)
    guide.assert_refused(id, "authority-to-approve", s.APPROVED)
    guide.assert_refused(id, "second-person", s.decline(approved_by="li"))
    calm = guide.follow(guide.receive(), by(s.LI, s.triage(), c.Regrade(Grade.A, "it spreads")))
    guide.do(calm, c.Regrade(Grade.B, "it was one customer"), by=s.LEAD)


def refused_to_pay(guide: Guide) -> None:
    """R17, R22, R26."""
    id = guide.follow(guide.receive(), TRIAGED)
    guide.assert_refused(id, "open-claim", c.ApproveCompensation("C1"))
    guide.do(id, s.compensate(1000), s.compensate(terms=""), s.compensate(), s.compensate())
    guide.assert_refused(id, "within-authority", c.ApproveCompensation("C1"))
    guide.assert_refused(id, "compensation-explained", c.ApproveCompensation("C2"))
    guide.assert_refused(id, "identity-checked", c.ApproveCompensation("C3"))
    guide.assert_refused(id, "payment-approved", c.Mitigate("the money went back", Touches.MONEY))
    guide.follow(id, KNOWN)
    guide.do(id, c.ApproveCompensation("C3"))
    guide.assert_refused(id, "not-paid-twice", c.ApproveCompensation("C4"))
    guide.do(id, s.compensate(10, "points", arrives=guide.desks.now + timedelta(minutes=1)))
    guide.desks.clock.later(minutes=1)
    guide.assert_refused(id, "arrival-to-come", c.ApproveCompensation("C5"))
    secure = guide.follow(guide.receive(), by(s.LI, s.triage(type="account_security")))
    guide.assert_refused(secure, "identity-checked", s.RESOLVE)


def refused_to_learn(guide: Guide) -> None:
    """R39, R46: a retrospective goes to the root, and its actions lie ahead."""
    id = guide.reach(State.CLOSED)
    late = Action("a talk", "wu", s.T0.date() - timedelta(days=1), "merchant_management", "North", "talk")
    guide.assert_refused(id, "reaches-the-root", c.Retrospect(("why",), "this", "that", ()))
    guide.assert_refused(id, "actions-ahead", c.Retrospect(("why", "why then"), "this", "that", (late,)))


def refused_for_abuse(guide: Guide) -> None:
    """R47: who threatens is decided about by a lead."""
    id = guide.reach(State.INVESTIGATING, by(s.LI, s.compensate()))
    guide.do(id, c.RecordAbuse(Abuse.THREAT, "E1", "in the chat"))
    guide.assert_refused(id, "abuse-decided-above", c.ApproveCompensation("C1"))
    guide.assert_refused(id, "abuse-decided-above", s.decline())
    guide.assert_refused(id, "abuse-taken-back", c.RecordAbuse(Abuse.THREAT, "E1", "it was none", stands=False))


def refused_to_tell(guide: Guide) -> None:
    """R17, R32: an old proof is none; a technical result needs plain words; at E another person verifies."""
    technical = (*KNOWN, *by(s.LI, s.triage(type="fault")), *RESOLVED[1:])
    id = guide.follow(guide.receive(), technical)
    guide.assert_refused(id, "verify-before-notify", s.notice())
    guide.do(id, s.PASSED)
    guide.assert_refused(id, "plain-language", s.notice(plain=" "))
    guide.do(id, c.Regrade(Grade.E, "it spreads"))
    guide.assert_refused(id, "verify-before-notify", s.notice())
    guide.do(id, s.PASSED, by=s.WANG)
    guide.do(id, s.notice())
    guide.do(id, s.RESOLVE)
    guide.assert_refused(id, "verify-before-notify", s.notice("again"))


def refused_at_the_end(guide: Guide) -> None:
    """R26, R27, R33, R34, R36, R37."""
    id = guide.reach(State.PROPOSED)
    guide.assert_refused(id, "on-offer", c.Agree("O9", s.HEARD), s.CUSTOMER)
    guide.follow(id, CONFIRMED[len(PROPOSED) :])
    guide.do(id, s.TASK)
    guide.assert_refused(id, "nothing-left-open", c.Close())
    guide.do(id, c.FinishTask("T1"), c.Close())
    guide.assert_refused(id, "root-cause-named", c.Archive())
    guide.assert_refused(id, "record-complete", c.Archive())
    guide.assert_refused(id, "known-root-cause", c.LabelCause("bad luck-payment"))
    guide.do(id, c.Survey(4), by=s.CUSTOMER)
    guide.assert_refused(id, "surveyed-once", c.Survey(5), s.CUSTOMER)
    guide.desks.clock.later(days=31)
    guide.assert_refused(id, "reopened-in-time", c.Reopen("it is back"), s.CUSTOMER)


def refused_to_machines(guide: Guide) -> None:
    """Whatever role the house gives them; and to whoever has no role that it knows."""
    id = guide.reach(State.INVESTIGATING)
    guide.assert_refused(id, "permitted", c.Note("seen"), Actor("u-9", {"reporting-bot"}))
    guide.assert_refused(id, "person-decides", s.decline(), MACHINE)
    guide.do(id, c.AskApproval.to(c.Note("再问一次银行"), "付款还在"), by=MACHINE)
    guide.assert_refused(id, "approved-by-another", c.Approve("A2"))
    guide.do(id, c.Approve("A1"))
    guide.follow(id, EXECUTING[len(INVESTIGATING) :])
    guide.do(id, s.RESOLVE, by=MACHINE)
    guide.assert_refused(id, "proved-by-a-person", s.PASSED, MACHINE)
    guide.assert_refused(id, "machine-budget", c.Note("and once more"), MACHINE)


def refused_to_take_back(guide: Guide) -> None:
    """R3, R7, R22, R32: what was sent, what was taken back before, and what nobody has."""
    id = guide.receive()
    guide.assert_refused(id, "somebody-owns-it", c.Unassign("wang is ill"))
    guide.assert_refused(id, "corrected-by-staff", c.Correct({"customer.tier": "vip"}, "I am one"), s.CUSTOMER)
    guide.do(id, c.Note("she was refunded"), c.Retract("N1", "another customer"))
    guide.assert_refused(id, "standing-entry", c.Retract("N1", "another customer"))
    guide.do(id, c.AskCustomer({"order": "请问订单号?"}))
    guide.desks.deliver()
    guide.assert_refused(id, "not-yet-sent", c.Recall("M1", "it is on the bill"))


def refused_about_another(guide: Guide) -> None:
    """R35: neither side of a merge can be had alone."""
    id = guide.receive()
    mate = guide.merge(id)
    guide.assert_refused(mate, "merged-here", c.Absorb("another"), s.SYSTEM)
    guide.assert_refused(mate, "released-here", c.Release("another"), s.SYSTEM)
    guide.assert_refused(mate, "released-here", c.Release(id), s.SYSTEM)
    guide.do(id, c.Unmerge())
    theirs = guide.receive(customer={"id": "u-99"})
    guide.assert_refused(id, "same-customer-open-target", c.Merge(theirs))


PARTS = (
    merging_and_unmerging,
    while_merged,
    held_and_erased,
    a_merged_one_is_archived,
    a_target_may_be_archived_before_the_merge_is_undone,
    confirmed,
    ends_recalled,
    imported,
    silent,
    a_request_bars_silence,
    whoever_wrote_is_not_declined_as_silent,
    planned,
    what_came_back_after_the_end,
    unreachable,
    a_hazard_outlives_its_complaint,
    a_reminder_fires_once,
    every_mood_of_a_channel,
    a_receipt_that_came_by_another_way,
    a_contact_that_is_none_is_taken_away,
    several_at_once_happen_or_none,
    the_same_key_gives_the_first_answer,
    who_saw_another_version_gets_a_conflict,
    refused_at_intake,
    refused_while_investigating,
    refused_to_teams_and_grades,
    refused_to_pay,
    refused_for_abuse,
    refused_to_learn,
    refused_to_tell,
    refused_at_the_end,
    refused_to_machines,
    refused_to_take_back,
    refused_about_another,
)
