"""What follows from a command: further commands by the system, in the same transaction, through the same gate."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import attrs
import pytest

from complaintflow import Customer, Desk, NotPossible, Policy, Refusal, Refused, Signals, commands as c
from complaintflow.commands._context import Ask
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.reactions import REACTIONS
from complaintflow.desk.unit_of_work import UnitOfWork
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.lifecycle.table import TABLE
from complaintflow.record.complaint import Complaint, evolve
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Grade, Impact, Urgency
from tests import stories as s
from tests.golden.test_histories import FILES, read
from tests.stores.desks import Opener, at_desk, investigating, received, solved

TAKEOVER = Signals(hazards=frozenset({"account_takeover"}))


def kinds(desk: Desk, id: str) -> list[str]:
    return [event.kind for event in desk.history(id)]


# ── R5, R35: a merge and its undoing touch two records


def test_a_merge_changes_both_records_and_names_the_system(desk: Desk) -> None:
    """R5, R13: the target learns hazards and grade of the merged one."""
    target = received(desk)
    source = at_desk(desk, received(desk).id, s.triage(signals=s.EMERGENCY))
    merged = desk.do(source.id, c.Merge(target.id), by=s.LI)
    assert (merged.state, merged.facts.merged_into) == ("merged", target.id)
    told = desk.get(target.id)
    assert (told.facts.absorbed, told.grade) == (frozenset({source.id}), Grade.E)
    assert told.facts.signals is not None
    assert told.facts.signals.hazards == {"funds_lost"}
    assert kinds(desk, target.id) == ["Receive", "Absorb", "AddTask", "Watch", "Watch"]
    assert {event.by for event in desk.history(target.id)} == {"system"}


def test_an_undone_merge_is_undone_on_both_and_what_was_learned_stays(desk: Desk) -> None:
    target, source = received(desk), investigating(desk)
    desk.do(source.id, c.Merge(target.id), by=s.LI)
    back = desk.do(source.id, c.Unmerge(), by=s.LI)
    assert (back.state, back.facts.merged_into) == ("investigating", "")
    assert kinds(desk, target.id)[-2:] == ["Absorb", "Release"]
    assert (desk.get(target.id).facts.absorbed, desk.get(target.id).grade) == (frozenset(), source.grade)


def test_a_merge_that_the_target_refuses_changes_neither(opener: Opener) -> None:
    """One transaction: a guard of the house says no to the target's side alone."""

    def no_emergencies(ask: Ask) -> Refusal | None:
        is_absorbed = isinstance(ask.command, c.Absorb)
        return Refusal("no-absorbing", "this one stands alone", "choose another") if is_absorbed else None

    table = [row if row.command is not c.Absorb else attrs.evolve(row, rules=(no_emergencies,)) for row in TABLE]
    with opener(lifecycle=Lifecycle(table)) as desk:
        target, source = received(desk), received(desk)
        before = desk.head()
        with pytest.raises(Refused, match=r"(?s)Absorb refused for .*no-absorbing: this one stands alone"):
            desk.do(source.id, c.Note("before"), c.Merge(target.id), by=s.LI)
        assert (desk.head(), desk.get(target.id), desk.get(source.id)) == (before, target, source)


@pytest.mark.parametrize("into", ["C-9", "itself", "another customer's", "a closed one"])
def test_a_merge_needs_an_open_target_of_the_same_customer(desk: Desk, into: str) -> None:
    """R35."""
    source = received(desk)
    target = {
        "C-9": "C-9",
        "itself": source.id,
        "another customer's": received(desk, customer=Customer("u-99")).id,
        "a closed one": solved(desk).id,
    }[into]
    with pytest.raises(Refused, match="same-customer-open-target"):
        desk.do(source.id, c.Merge(target), by=s.LI)
    assert desk.get(source.id) == source


def test_what_the_customer_says_to_a_merged_one_goes_to_its_target(desk: Desk) -> None:
    """R35: through two merges, too; what others do stays with the merged one."""
    last, middle, first = received(desk), received(desk), received(desk)
    at_desk(desk, first.id, c.Merge(middle.id))
    at_desk(desk, middle.id, c.Merge(last.id))
    heard = desk.do(first.id, c.Hear(s.HEARD), by=s.CUSTOMER)
    assert (heard.id, heard.version) == (last.id, 3)
    answered = desk.do(first.id, c.Answer({"product": "a kettle"}), by=s.CUSTOMER)
    assert (answered.id, answered.intake["product"]) == (last.id, "a kettle")
    assert desk.do(first.id, c.Note("kept here"), by=s.LI).id == first.id
    mixed = desk.do(first.id, c.Note("a"), c.Hear(s.HEARD), by=s.LI, expect=3)
    assert mixed.id == last.id
    assert desk.check_integrity().sound


def archived_target(desk: Desk) -> tuple[str, str]:
    """A merged complaint and its target, which went on to the archive."""
    target = received(desk).id
    source = investigating(desk).id
    at_desk(desk, source, c.Merge(target))
    at_desk(desk, target, s.WITHDRAW, by=s.CUSTOMER)
    desk.deliver()
    at_desk(desk, target, s.LABEL, c.Archive())
    return source, target


def test_a_merge_can_be_undone_when_the_target_is_in_the_archive(desk: Desk) -> None:
    """R37: the archived record does not change; the merged one comes back all the same."""
    source, target = archived_target(desk)
    before = desk.get(target)
    assert desk.do(source, c.Unmerge(), by=s.LI).state == "investigating"
    assert desk.get(target) == before
    assert desk.check_integrity().sound


def test_a_word_to_a_merged_one_whose_target_is_archived_is_not_possible(desk: Desk) -> None:
    """R37: nothing is swallowed: the caller hears that the target takes nothing any more."""
    source, target = archived_target(desk)
    with pytest.raises(NotPossible, match=f"{target} 的状态是「已归档」，不能执行 Hear"):
        desk.do(source, c.Hear(s.HEARD), by=s.CUSTOMER)


# ── R9, R11: an emergency


@pytest.mark.parametrize(
    "rise",
    [
        s.triage(signals=s.EMERGENCY),
        s.triage(signals=Signals(impact=Impact.ALL, urgency=Urgency.CRITICAL)),
        s.regrade("E", "funds"),
    ],
    ids=["hazard", "quadrant", "regrade"],
)
def test_grade_e_opens_the_response_team_once(desk: Desk, rise: c.Command) -> None:
    """R9: whichever way it got there; a second emergency on top opens no second team."""
    id = at_desk(desk, received(desk).id, s.triage(), rise).id
    assert kinds(desk, id)[-1] == "Watch"
    assert desk.history(id)[-1].data == {"who": "emergency", "as_": "response_team"}
    at_desk(desk, id, s.regrade("E", "still"), s.triage(signals=s.EMERGENCY))
    assert kinds(desk, id).count("Watch") == 1


def test_an_account_takeover_starts_the_risk_control_flow(desk: Desk) -> None:
    """R7, R11: a task for the risk team within the emergency's promise; a known hazard starts it no second time."""
    id = at_desk(desk, received(desk).id, s.triage(signals=TAKEOVER)).id
    task = next(event for event in desk.history(id) if event.kind == "AddTask" and "call" not in event.data)
    due = (s.T0 + timedelta(minutes=30)).isoformat().replace("+00:00", "Z")
    assert task.data == {"what": "启动风控流程", "owner": "risk", "due": due, "team": "risk"}
    at_desk(desk, id, s.triage(signals=TAKEOVER))
    assert desk.get(id).facts.open_tasks == {"T1", "call"}


def test_the_teams_are_policy(opener: Opener) -> None:
    policy = Policy.from_data({"emergency_team": "war-room", "types": {"account_security": {"team": "security"}}})
    with opener(policy=policy) as desk:
        id = at_desk(desk, received(desk).id, s.triage(signals=TAKEOVER)).id
        said = {event.kind: event.data for event in desk.history(id)}
        assert (said["Watch"]["who"], said["AddTask"]["team"]) == ("war-room", "security")


# ── R35: a hazard outlives its complaint


@pytest.mark.parametrize("end", ["withdrawn", "declined"])
def test_a_hazard_outlives_the_end_of_its_complaint_as_one_task(desk: Desk, clock: FrozenClock, end: str) -> None:
    """R35: owned by the team that holds it, open until somebody finishes it; the archive waits for it (R37)."""
    id = at_desk(desk, received(desk).id, s.triage(signals=s.EMERGENCY)).id
    if end == "withdrawn":
        at_desk(desk, id, s.WITHDRAW, by=s.CUSTOMER)
    else:
        at_desk(desk, id, s.APPROVED, by=s.LEAD)
        at_desk(desk, id, s.decline())
    last = desk.history(id)[-1]
    assert (last.kind, last.by, last.data["what"]) == ("AddTask", "system", "跟进风险:funds_lost")
    assert last.data["owner"] == "payments"
    desk.deliver()
    at_desk(desk, id, s.LABEL, c.Note("we look into it"))
    assert desk.get(id).facts.open_tasks == {"T1"}
    with pytest.raises(Refused, match=r"record-complete.*尚未了结：T1"):
        desk.do(id, c.Archive(), by=s.LI)
    clock.later(hours=1)
    assert at_desk(desk, id, c.FinishTask("T1", s.OWN), c.Archive()).state == "archived"


def test_a_hazard_that_ends_twice_is_followed_up_twice(desk: Desk) -> None:
    """Declined, disputed, declined again: each end leaves its own follow-up."""
    id = at_desk(desk, received(desk).id, s.triage(signals=s.EMERGENCY)).id
    for reason in ("It is not ours", "It is still not ours"):
        at_desk(desk, id, s.APPROVED, by=s.LEAD)
        at_desk(desk, id, s.decline(reason=reason))
        at_desk(desk, id, s.DISPUTE, by=s.CUSTOMER)
    assert desk.get(id).facts.open_tasks == {"T1", "T2", "call"}


def test_without_a_hazard_nothing_outlives_the_end(desk: Desk) -> None:
    id = at_desk(desk, received(desk).id, s.triage()).id
    assert at_desk(desk, id, s.WITHDRAW, by=s.CUSTOMER).facts.tasks == 0
    untriaged = received(desk).id
    assert at_desk(desk, untriaged, s.WITHDRAW, by=s.CUSTOMER).facts.tasks == 0


def test_a_corrected_hazard_does_not_outlive_the_end(desk: Desk) -> None:
    """R35: what really stands is followed up, not what was once feared."""
    id = at_desk(desk, received(desk).id, s.triage(signals=s.EMERGENCY)).id
    at_desk(desk, id, c.ClearHazard("funds_lost", "no funds were lost"), by=s.LEAD)
    assert at_desk(desk, id, s.WITHDRAW, by=s.CUSTOMER).facts.tasks == 0


def test_a_consequence_goes_through_the_same_gate(opener: Opener) -> None:
    """No back door: a guard that refuses the follow-up refuses what it follows from."""

    def nobody_watches(ask: Ask) -> Refusal | None:
        return Refusal("nobody-watches", "no team", "name one") if isinstance(ask.command, c.Watch) else None

    table = [attrs.evolve(row, rules=(nobody_watches,)) if row.command is c.Watch else row for row in TABLE]
    with opener(lifecycle=Lifecycle(table)) as desk:
        id = received(desk).id
        with pytest.raises(Refused, match="nobody-watches"):
            desk.do(id, s.triage(signals=s.EMERGENCY), by=s.LI)
        assert desk.get(id).version == 1


# ── R5: probable duplicates


def test_what_is_refused_in_what_follows_leaves_no_half_behind() -> None:
    """For whoever goes on after a refusal, as the clocks do."""
    table = tuple(
        attrs.evolve(row, rules=(*row.rules, lambda ask: Refusal("ours", "not now", "wait")))
        if row.kind == "Watch"
        else row
        for row in TABLE
    )
    store, lifecycle = MemoryStore(), Lifecycle(table)
    id = received(Desk(store, lifecycle, clock=FrozenClock())).id
    with store.writing() as session:
        work = UnitOfWork(session, PolicyVersions(lifecycle), s.T0, b"")
        work.attempt(id, c.Note("before"))
        before = work.load(id)
        with pytest.raises(Refused):
            work.attempt(id, s.triage(signals=s.EMERGENCY))
        assert (work.load(id), [event.kind for event in work.events(id)]) == (before, ["Note"])


def test_the_desk_finds_what_a_complaint_may_repeat(desk: Desk, clock: FrozenClock) -> None:
    """R5: the same customer, order and type, still open, within thirty days."""
    same = {"order": "A-1", "type": "billing"}
    first = received(desk, **same)
    assert received(desk, **same).duplicates == (first.id,)
    assert received(desk, **{**same, "order": "A-2"}).duplicates == ()
    assert received(desk, **same, customer=Customer("u-99")).duplicates == ()
    clock.later(days=31)
    assert received(desk, **same).duplicates == ()
    at_desk(desk, first.id, s.WITHDRAW, by=s.CUSTOMER)
    assert len(received(desk, **same).duplicates) == 1


# ── what nothing follows from is not looked at


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_nothing_follows_from_an_event_that_is_said_to_stir_nothing(path: Path) -> None:
    """Else a reaction never happens, because nobody looks."""
    policy, quiet = Policy(), 0
    for id, history in read(path).histories.items():
        before = Complaint.blank(id)
        for event in (sealed.event for sealed in history):
            after = evolve(before, [event])
            stirred = (event.kind, *event.changes, *(() if event.state == before.state else ("state",)))
            for react in [react for react, stirring in REACTIONS if stirring.isdisjoint(stirred)]:
                quiet += 1
                assert list(react(before, after, event, policy)) == []
            before = after
    assert quiet > 500
