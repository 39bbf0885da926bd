"""A tour of everything there is: every move, every guard's refusal, every ground and end, told as short scripts.

It drives the same two desks through the same checks as the random search does, which cannot be relied on to find
all of it in a minute. Each part begins with complaints of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs

from complaintflow import Actor, Complaint, Refused, Said, commands as c
from complaintflow.vocabulary import OPEN, Grade, State
from tests import stories as s
from tests.desk.seen import ALL_MOVES, Move, Seen
from tests.desk.twins import ACTORS, Mood, Twins
from tests.lifecycle.points import LIFTED

__all__ = ["tour"]

Script = tuple[tuple[c.Command, Actor], ...]


def by(actor: Actor, *commands: c.Command) -> Script:
    """All of these by one actor."""
    return tuple((command, actor) for command in commands)


KNOWN = by(s.LI, c.AddEvidence("identity", "card", "name and number agree"), c.CheckEvidence("E1", "genuine"))
TRIAGED = by(s.LI, s.triage())
INVESTIGATING = (*TRIAGED, *by(s.LI, c.Assign("li")))
PROPOSED = (*INVESTIGATING, *by(s.LI, s.propose()))
EXECUTING = (*PROPOSED, *by(s.CUSTOMER, c.Agree("O1", s.HEARD)))
RESOLVED = (*EXECUTING, *by(s.LI, s.RESOLVE))
VERIFIED = (*RESOLVED, *by(s.WANG, s.PASSED))
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
The way to `merged` needs a mate and stands in `Guide.merges`."""

LIFT = by(s.MANAGER, *(c.Override(rule, "the owner is away") for rule in LIFTED))
"""What this house lets a manager lift: a fix before the agreement, a retrospective before the fix."""

BURDEN = (
    *LIFT,
    *by(s.LI, s.TASK, s.TASK, s.refer(), s.refer(), s.compensate(), c.Block("the bank", "a contact")),
    *by(s.LI, c.AskCustomer({"order": "请问订单号?"})),
)
"""Of everything that can be open as much as the moves use up."""

FOLLOW_UPS = by(s.SYSTEM, s.TASK, s.TASK)
"""What can be open of a complaint that is not."""


@attrs.define
class Guide:
    """Tells scripts to the two desks: what a script says passes, must pass."""

    twins: Twins

    def comes_in(self, **fields: object) -> str:
        """A new complaint."""
        found = self.twins.receives(s.receive(**fields))
        assert isinstance(found, Complaint), str(found)
        return found.id

    def does(self, id: str, *commands: c.Command, by: Actor = s.LI) -> None:
        for command in commands:
            found = self.twins.asks(id, command, by=by)
            assert isinstance(found, Complaint), str(found)

    def follows(self, id: str, script: Script) -> str:
        """The same complaint, after the script and with all messages sent."""
        for command, actor in script:
            self.does(id, command, by=actor)
        self.twins.delivers()
        return id

    def reaches(self, state: State, burden: Script = ()) -> str:
        """A complaint that stands there."""
        return self.follows(self.comes_in(), (*KNOWN, *burden, *WAYS[state]))

    def merges(self, id: str) -> str:
        """The open mate into which it was merged."""
        mate = self.comes_in()
        self.does(id, c.Merge(mate))
        return mate

    def refused(self, id: str, rule: str, command: c.Command, by: Actor = s.LI) -> None:
        """This rule is among those that refuse it."""
        found = self.twins.asks(id, command, by=by)
        assert isinstance(found, Refused), f"{command}: {found}"
        assert rule in {refusal.rule for refusal in found.refusals}, str(found)

    def takes(self, id: str, move: Move) -> bool:
        """Whether somebody takes the move by one of the command's own examples."""
        kind, source, target = move
        twins, before = self.twins, self.twins.get(id)
        assert before.state == source, f"{move} cannot begin while {before.state}"
        for actor in ACTORS:
            for command in twins.samples(id, c.BUILTIN[kind], actor):
                if self._leads_to(id, command, actor) == target:
                    self.does(id, command, by=actor)
                    return True
        return False

    def _leads_to(self, id: str, command: c.Command, actor: Actor) -> str:
        """Where it would lead; nowhere when it would be refused."""
        twins = self.twins
        lifecycle, related = twins.sides[0].desk.lifecycle, [twins.get(one) for one in twins.ids if one != id]
        decision = lifecycle.decide(twins.get(id), command, by=actor, at=twins.now, related=related)
        return str(decision.events[0].state) if decision.accepted else ""


def tour(folder: Path, seen: Seen) -> None:
    """Everything, part by part."""
    for place, part in enumerate((*PARTS, *map(_around, WAYS))):
        with _guide(folder / f"tour-{place}", seen) as guide:
            part(guide)


@contextmanager
def _guide(folder: Path, seen: Seen) -> Iterator[Guide]:
    folder.mkdir()
    twins = Twins.at(folder, seen)
    try:
        yield Guide(twins)
    finally:
        twins.close()


# ── every move


def _around(state: State) -> Callable[[Guide], None]:
    """All that stays in a state with much open, then all that leaves it, each by a complaint of its own."""

    def part(guide: Guide) -> None:
        stays, leaves = _moves_from(state)
        _what_stays(guide, state, stays)
        for move in leaves:
            id = guide.reaches(state, LIFT)
            if move[0] == "Merge":
                guide.comes_in()
            assert guide.takes(id, move), f"nobody takes {move}"

    return part


def _moves_from(state: State) -> tuple[list[Move], list[Move]]:
    there = [move for move in sorted(ALL_MOVES) if move[1] == state]
    return [move for move in there if move[2] == state], [move for move in there if move[2] != state]


def _what_stays(guide: Guide, state: State, moves: Iterable[Move]) -> None:
    """Another complaint was merged into it meanwhile; that is undone, and done again while it is open."""
    before, after = (BURDEN, ()) if state in OPEN else ((), FOLLOW_UPS)
    id = guide.comes_in()
    merged = guide.comes_in()
    guide.does(merged, c.Merge(id))
    guide.follows(id, (*KNOWN, *before, *WAYS[state], *after))
    assert guide.twins.get(id).state == state
    left = [move for move in moves if move[0] not in {"Release", "Pause", "Resume"}]
    left[:0] = [(kind, state, state) for kind in ("Pause", "Resume") if state in OPEN]
    late: list[Move] = [move for move in left if not guide.takes(id, move)]
    assert all(guide.takes(id, move) for move in late), f"nobody takes {late}"
    guide.does(merged, c.Unmerge())


def merging_and_unmerging(guide: Guide) -> None:
    """R35: from every open state into a mate and back; what the customer says meanwhile goes to the mate."""
    for state in WAYS:
        if state in OPEN:
            id = guide.reaches(state)
            mate = guide.merges(id)
            guide.does(id, c.Hear(s.HEARD), by=s.CUSTOMER)
            assert guide.twins.get(mate).body[-1].kind == "Hear"
            guide.does(id, c.Unmerge())
            assert guide.twins.get(id).state == state


def while_merged(guide: Guide) -> None:
    """R35: what is left to do of a merged complaint, up to its archive."""
    stays, _ = _moves_from(State.MERGED)
    id, merged = guide.comes_in(), guide.comes_in()
    guide.does(merged, c.Merge(id))
    guide.follows(id, (*KNOWN, *BURDEN))
    guide.merges(id)
    left = [move for move in stays if move[0] != "Release"]
    late = [move for move in left if not guide.takes(id, move)]
    assert all(guide.takes(id, move) for move in late), f"nobody takes {late}"
    guide.does(merged, c.Unmerge())


def a_merged_one_is_archived(guide: Guide) -> None:
    """R37: its target has the root cause."""
    id = guide.reaches(State.INVESTIGATING)
    guide.merges(id)
    guide.does(id, c.Archive())


def a_target_may_be_archived_before_the_merge_is_undone(guide: Guide) -> None:
    """R35, R37: the archived record does not change."""
    id = guide.reaches(State.TRIAGED)
    mate = guide.merges(id)
    guide.follows(mate, (*KNOWN, *CLOSED))
    guide.does(mate, s.LABEL, c.Archive())
    guide.does(id, c.Unmerge())
    assert guide.twins.get(mate).state == State.ARCHIVED


# ── every ground and end


def confirmed(guide: Guide) -> None:
    """R33: on the customer's word; disputed, closed again, reopened, and at last archived."""
    id = guide.follows(guide.comes_in(), (*KNOWN, *TOLD))
    guide.does(id, s.DISPUTE, by=s.CUSTOMER)
    again = (s.propose("again"), c.Agree("O2", s.HEARD), s.RESOLVE, s.PASSED, s.notice("again"), s.CONFIRM, c.Close())
    guide.follows(id, by(s.LI, *again))
    guide.does(id, c.Reopen("the second payment is back"), by=s.CUSTOMER)
    last = (s.propose("last"), c.Agree("O3", s.HEARD), s.RESOLVE, s.PASSED, s.notice("last"), s.CONFIRM, c.Close())
    guide.follows(id, by(s.LI, *last))
    guide.does(id, c.Survey(5, 9), by=s.CUSTOMER)
    guide.does(id, s.LABEL, c.Archive())
    assert guide.twins.get(id).facts.ground == "confirmed"


def silent(guide: Guide) -> None:
    """R33: 72 hours after the notice reached the customer, by the system itself."""
    id = guide.follows(guide.comes_in(), (*KNOWN, *TOLD))
    guide.twins.clock.later(hours=71)
    guide.refused(id, "confirm-before-close", c.Close(), s.SYSTEM)
    guide.twins.clock.later(hours=1)
    guide.does(id, c.Close(), by=s.SYSTEM)
    assert guide.twins.get(id).facts.ground == "silent"


def a_request_bars_silence(guide: Guide) -> None:
    """R33: until the customer is told anew."""
    id = guide.follows(guide.comes_in(), (*KNOWN, *TOLD))
    guide.does(id, c.Hear(s.HEARD), by=s.CUSTOMER)
    guide.twins.clock.later(hours=100)
    guide.refused(id, "confirm-before-close", c.Close(), s.SYSTEM)


def planned(guide: Guide) -> None:
    """R33: the long-term plan was explained and reached the customer."""
    id = guide.follows(guide.comes_in(), (*KNOWN, *PLANNED))
    guide.does(id, c.Close())
    assert guide.twins.get(id).facts.ground == "planned"
    guide.does(id, s.LABEL)
    guide.twins.delivers()
    guide.refused(id, "record-complete", c.Archive())


def unreachable(guide: Guide) -> None:
    """R33: three attempts on two channels over three days, and a lead who says so."""
    id = guide.follows(guide.comes_in(), KNOWN)
    for command, actor in TOLD:
        guide.does(id, command, by=actor)
    guide.twins.delivers("fails")
    guide.twins.clock.later(days=1)
    guide.does(id, c.Call("apologise, explain", "nobody picked up", answered=False))
    guide.twins.clock.later(days=1)
    guide.does(id, c.Call("apologise, explain", "nobody picked up", answered=False))
    guide.refused(id, "confirm-before-close", c.Close())
    guide.does(id, c.Close(), by=s.LEAD)
    assert guide.twins.get(id).facts.ground == "unreachable"


def a_hazard_outlives_its_complaint(guide: Guide) -> None:
    """R35: an emergency with a taken-over account starts the risk flow; its end leaves a task for somebody."""
    id = guide.follows(guide.comes_in(), KNOWN)
    guide.does(id, s.triage(signals=attrs.evolve(s.EMERGENCY, hazards=frozenset({"account_takeover"}))))
    guide.does(id, s.WITHDRAW, by=s.CUSTOMER)
    followed = [entry.kind for entry in guide.twins.get(id).body if entry.by == "system"]
    assert followed == ["Receive", "Watch", "AddTask", "AddTask"]


# ── every message


def every_mood_of_a_channel(guide: Guide) -> None:
    """R15: what fails for now or breaks stays in the outbox until it is time again; nothing goes twice."""
    twins = guide.twins
    for_now: tuple[Mood, ...] = ("breaks", "fails")
    for_good: tuple[Mood, ...] = ("accepts", "gives up")
    id = guide.comes_in()
    guide.does(id, s.acknowledge())
    for mood in for_now:
        twins.delivers(mood)
        assert not twins.delivers().outcomes, "a message was claimed again too early"
        twins.clock.later(minutes=2)
    assert twins.delivers("knows").waiting == 0
    for mood in for_good:
        guide.does(id, s.update(mood))
        twins.delivers(mood)
    assert not twins.delivers().outcomes


def a_receipt_that_came_by_another_way(guide: Guide) -> None:
    """R37: the record may be archived before the message of which we know already is taken from the outbox."""
    id = guide.comes_in()
    guide.does(id, s.WITHDRAW, by=s.CUSTOMER)
    guide.does(id, s.receipt("M1"), by=s.SYSTEM)
    guide.does(id, s.LABEL, c.Archive())
    other = guide.comes_in()
    guide.does(other, s.acknowledge())
    assert guide.twins.delivers().waiting == 0
    assert guide.twins.get(id).state == State.ARCHIVED


def a_contact_that_is_none_is_taken_away(guide: Guide) -> None:
    """R1: and what is said to the customer goes out by what is left."""
    id = guide.comes_in(customer={"id": s.CUSTOMER.id, "contact": {"email": "u@example.com", "phone": "138"}})
    guide.does(id, c.Correct({"contact.email": ""}, "it belongs to somebody else"), s.acknowledge())
    assert guide.twins.get(id).customer.contact == {"phone": "138"}
    guide.twins.delivers()


# ── every refusal


def refused_at_intake(guide: Guide) -> None:
    """R1, R3, R7, R14, R18a."""
    found = guide.twins.receives(s.receive(channel="email"))
    assert isinstance(found, Refused), str(found)
    id = guide.comes_in()
    guide.refused(id, "allowed", s.WITHDRAW, s.STRANGER)
    guide.refused(id, "customers-own-word", c.Withdraw(Said("算了")))
    guide.refused(id, "customers-own-word", c.Hear(Said("算了")))
    guide.refused(id, "customer-facing-role", s.acknowledge(), s.ENGINEER)
    guide.refused(id, "complete-expression", s.acknowledge(" "))
    guide.refused(id, "no-solved-wording-before-proof", s.acknowledge("您的问题已经解决"))
    guide.refused(id, "asked-anew", c.AskCustomer({"description": "请再说一遍?"}))
    guide.refused(id, "intake-fields", c.Correct({"colour": "red"}, "it is red"))
    guide.refused(id, "recourse-told", s.decline(recourse=""))
    guide.refused(id, "same-customer-open-target", c.Merge(id))


def a_reminder_fires_once(guide: Guide) -> None:
    """Promise 7: once for each clock, level and cycle."""
    id = guide.comes_in()
    remind = c.Remind("请回答我们的问题", about="question/1/Q1")
    guide.does(id, remind, by=s.SYSTEM)
    guide.refused(id, "reminded-once", remind, s.SYSTEM)


def refused_while_investigating(guide: Guide) -> None:
    """R20, R22 … R28, R35."""
    id = guide.follows(guide.comes_in(), TRIAGED)
    guide.refused(id, "facts-before-promise", s.propose())
    guide.refused(id, "facts-before-promise", s.update(judged="网关重复扣款"))
    guide.refused(id, "evidence-checked", s.responsible())
    guide.refused(id, "rule-named", s.responsible(rule=""))
    guide.refused(id, "party-heard", s.responsible(party="merchant"))
    guide.refused(id, "part-exists", c.CheckEvidence("E1", "genuine"))
    guide.refused(id, "payment-named", c.AddEvidence("payment", "bank", "the transfer of 50 CNY", compensation="C1"))
    guide.refused(id, "agreement-before-action", s.RESOLVE)
    guide.refused(id, "one-to-three", c.Propose(()))
    guide.refused(id, "times-to-come", attrs.evolve(s.TASK, due=s.T0))
    guide.refused(id, "open-blocker", c.Unblock("it went away"))
    guide.refused(id, "open-referral", c.PartyReply("R1", "one capture"))
    guide.refused(id, "open-task", c.FinishTask("T1"))
    guide.refused(id, "clock-can-stop", s.pause("customer"))
    guide.refused(id, "clock-stands", c.Resume())
    guide.refused(id, "deadline-passed", c.MissDeadline("first-response", s.LATER), s.SYSTEM)
    guide.refused(id, "authority-to-override", c.Override("verify-before-notify", "we are sure"), s.MANAGER)
    guide.refused(id, "retrospective-after-solution", c.Retrospect(("why",), "this", "that", ()))


def refused_to_teams_and_grades(guide: Guide) -> None:
    """R7, R13, R14, R35."""
    id = guide.follows(guide.comes_in(), (*KNOWN, *by(s.LI, s.triage(signals=s.EMERGENCY))))
    guide.refused(id, "another-team", s.handoff(guide.twins.get(id).facts.team))
    guide.refused(id, "handoff-carries-context", s.handoff(summary=""))
    team = guide.twins.get(id).facts.team
    guide.does(id, s.handoff("logistics"))
    guide.refused(id, "no-ping-pong", s.handoff(team))
    guide.refused(id, "priority-never-fades", c.Regrade(Grade.C, "it is quiet now"))
    guide.refused(id, "second-person", s.decline(approved_by="li"))
    calm = guide.follows(guide.comes_in(), by(s.LI, s.triage(), c.Regrade(Grade.A, "it spreads")))
    guide.does(calm, c.Regrade(Grade.B, "it was one customer"), by=s.LEAD)


def refused_to_pay(guide: Guide) -> None:
    """R17, R22, R26."""
    id = guide.follows(guide.comes_in(), TRIAGED)
    guide.refused(id, "open-claim", c.ApproveCompensation("C1"))
    guide.does(id, s.compensate(1000), s.compensate(terms=""), s.compensate(), s.compensate())
    guide.refused(id, "within-authority", c.ApproveCompensation("C1"))
    guide.refused(id, "compensation-explained", c.ApproveCompensation("C2"))
    guide.refused(id, "identity-checked", c.ApproveCompensation("C3"))
    guide.follows(id, KNOWN)
    guide.does(id, c.ApproveCompensation("C3"))
    guide.refused(id, "not-paid-twice", c.ApproveCompensation("C4"))
    secure = guide.follows(guide.comes_in(), by(s.LI, s.triage(type="account_security")))
    guide.refused(secure, "identity-checked", s.RESOLVE)


def refused_to_tell(guide: Guide) -> None:
    """R17, R32: an old proof is none; a technical result needs plain words; at E another person verifies."""
    technical = (*KNOWN, *by(s.LI, s.triage(type="fault")), *RESOLVED[1:])
    id = guide.follows(guide.comes_in(), technical)
    guide.refused(id, "verify-before-notify", s.notice())
    guide.does(id, s.PASSED)
    guide.refused(id, "plain-language", s.notice(plain=" "))
    guide.does(id, c.Regrade(Grade.E, "it spreads"))
    guide.refused(id, "verify-before-notify", s.notice())
    guide.does(id, s.PASSED, by=s.WANG)
    guide.does(id, s.notice())
    guide.does(id, s.RESOLVE)
    guide.refused(id, "verify-before-notify", s.notice("again"))


def refused_at_the_end(guide: Guide) -> None:
    """R26, R27, R33, R34, R36, R37."""
    id = guide.reaches(State.PROPOSED)
    guide.refused(id, "on-offer", c.Agree("O9", s.HEARD), s.CUSTOMER)
    guide.follows(id, CONFIRMED[len(PROPOSED) :])
    guide.does(id, s.TASK)
    guide.refused(id, "nothing-left-open", c.Close())
    guide.does(id, c.FinishTask("T1"), c.Close())
    guide.refused(id, "root-cause-named", c.Archive())
    guide.refused(id, "record-complete", c.Archive())
    guide.refused(id, "known-root-cause", c.LabelCause("bad luck-payment"))
    guide.does(id, c.Survey(4), by=s.CUSTOMER)
    guide.refused(id, "surveyed-once", c.Survey(5), s.CUSTOMER)
    guide.twins.clock.later(days=31)
    guide.refused(id, "reopened-in-time", c.Reopen("it is back"), s.CUSTOMER)


def refused_about_another(guide: Guide) -> None:
    """R35: neither side of a merge can be had alone."""
    id = guide.comes_in()
    mate = guide.merges(id)
    guide.refused(mate, "merged-here", c.Absorb("another"), s.SYSTEM)
    guide.refused(mate, "released-here", c.Release("another"), s.SYSTEM)
    guide.refused(mate, "released-here", c.Release(id), s.SYSTEM)
    guide.does(id, c.Unmerge())
    theirs = guide.comes_in(customer={"id": "u-99"})
    guide.refused(id, "same-customer-open-target", c.Merge(theirs))


PARTS = (
    merging_and_unmerging,
    while_merged,
    a_merged_one_is_archived,
    a_target_may_be_archived_before_the_merge_is_undone,
    confirmed,
    silent,
    a_request_bars_silence,
    planned,
    unreachable,
    a_hazard_outlives_its_complaint,
    a_reminder_fires_once,
    every_mood_of_a_channel,
    a_receipt_that_came_by_another_way,
    a_contact_that_is_none_is_taken_away,
    refused_at_intake,
    refused_while_investigating,
    refused_to_teams_and_grades,
    refused_to_pay,
    refused_to_tell,
    refused_at_the_end,
    refused_about_another,
)
