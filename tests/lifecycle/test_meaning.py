"""What a state has by its meaning: no house loses the customer's word, or what falls, by a name of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import attrs
import pytest

from complaintflow import Actor, Customer, Desk, Lifecycle, Policy, commands as c
from complaintflow.inbound import Bounce
from complaintflow.lifecycle import TABLE, LifecycleBuilder
from complaintflow.lifecycle.checking.cast import MORNING
from complaintflow.lifecycle.checking.kept import find_lost
from complaintflow.lifecycle.checking.rules import Situation
from complaintflow.lifecycle.meaning import is_kept
from complaintflow.plugins import Outcome, hookimpl
from complaintflow.record.complaint import Complaint
from complaintflow.record.keys import MessageKey
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import OPEN, ReceiptStatus, State
from tests import stories as s
from tests.lifecycle.test_building import problems
from tests.lifecycle.test_check import find_odd_of

THEIRS = "customer staff"
CHECKED = c.CheckEvidence("E1", "it matches")
PROVED = c.Verify(True, "the ledger", "E1")
DECLINE = c.Decline("it is not our order", "you may ask the consumer office, 12315")
NOWHERE = Situation(Complaint.blank("C-1"), MORNING)


def empty() -> LifecycleBuilder:
    """A small lifecycle that begins with nothing: four states, and five edges."""
    rules = LifecycleBuilder()
    rules.state("open", "investigating").state("fixed", "resolved")
    rules.state("told", "awaiting_confirmation").state("done", "closed")
    rules.add("Receive", "new", "open", who="customer staff system").add("Resolve", "open told", "fixed")
    return rules.add("Notify", "fixed", "told").add("Close", "told", "done", who="staff system")


def walked(lifecycle: Lifecycle) -> s.Story:
    """A complaint that is fixed, with a proof that rests on checked evidence."""
    received = s.Story(lifecycle).do(s.receive(), by=s.SYSTEM)
    return received.do(c.AddEvidence("log", "gateway", "two debits"), CHECKED, c.Resolve("mended", s.OWN), PROVED)


def ways(lifecycle: Lifecycle, source: str) -> dict[str, str]:
    """Where each move leads from a state to another."""
    return {move: target for move, one, target, *_ in lifecycle.moves() if one == source != target}


def test_a_state_of_the_house_has_every_kept_way_of_its_meaning() -> None:
    """R32 to R35: what customers say, what arrives, and what falls is there in any state, whatever it takes."""
    for takes in ("staying", "nothing", "all"):
        rules = LifecycleBuilder.default()
        for stage in sorted(OPEN | {State.CLOSED, State.DECLINED, State.WITHDRAWN}):
            rules.state(f"own {stage}", stage, takes=takes)
        mine = {(move, source, who) for move, source, _, who, *_ in rules.build().moves()}
        for row in TABLE:
            for source in row.sources - {State.NEW, State.MERGED, State.ARCHIVED}:
                way = (str(row), f"own {source}", " ".join(sorted(row.who)))
                assert way in mine or not is_kept(row), (takes, way)


class House:
    """The letters of a desk, which arrive."""

    name = "house"

    @hookimpl
    def channels(self) -> dict[str, RecordingChannel]:
        return {"email": RecordingChannel(Outcome(ReceiptStatus.ACCEPTED))}


@pytest.mark.parametrize("told", ["awaiting_confirmation", "shown"])
def test_what_came_back_opens_a_closed_state_of_the_house(told: str) -> None:
    """R33: silence proves nothing where the notice never arrived; a person hears that it came back."""
    rules = LifecycleBuilder.default().state("done", "closed")
    if told == "shown":
        rules.state("shown", "awaiting_confirmation").add("Notify", "resolved", "shown")
    clock, lifecycle = FrozenClock(), rules.add("Close", told, "done", who="staff system").build()
    customer = Customer("u-17", contact={"email": "u@example.com"})
    with Desk.open("memory://", lifecycle=lifecycle, clock=clock, plugins=[House()]) as desk:
        id = desk.receive(c.Receive("app", customer, "I paid twice"), by=Actor.system()).id
        notice = s.notice(next_at=clock.now + timedelta(days=1))
        desk.do(id, c.Triage("billing"), c.Resolve("mended", s.OWN), s.PASSED, notice, by=s.LI)
        key = MessageKey(id, 1, 1, desk.get(id).cycle.notice, 1)
        desk.deliver()
        clock.later(days=5)
        desk.tick()
        assert (desk.get(id).state, desk.get(id).facts.ground) == ("done", "silent")
        desk.hear(Bounce("<1@mx>", str(key), "5.1.1", "email"))
        assert desk.get(id).state == told
        assert desk.get(id).facts.open_tasks
        assert desk.check_integrity().sound


@pytest.mark.parametrize("takes", ["staying", "nothing"])
def test_a_proof_that_falls_is_recorded_in_any_state_and_leads_back_to_work(takes: str) -> None:
    """R32: else the customer is told "solved" on evidence that somebody knows to be false."""
    rules = empty().state("in review", "resolved", takes=takes).command("Submit")
    lifecycle = rules.add("Submit", "fixed", "in review").build()
    story = walked(lifecycle).do(lifecycle.commands["Submit"]())
    falls = (c.CheckEvidence("E1", "it is forged", genuine=False), c.Retract("E1", "another order"))
    for command in (*falls, c.Verify(False, "the ledger", "two debits")):
        assert story.do(command).state == "open", command


def test_the_customer_disputes_withdraws_and_reopens_where_the_house_says_nothing_of_it() -> None:
    """R34, R35: their right needs no edge."""
    told = walked(empty().build()).do(s.notice())
    assert told.do(s.DISPUTE, by=s.CUSTOMER).state == "open"
    closed = told.do(s.CONFIRM, by=s.CUSTOMER).do(c.Close())
    assert (closed.state, closed.do(c.Reopen("again"), by=s.CUSTOMER).state) == ("done", "open")
    gone = told.do(c.Withdraw("never mind"), by=s.CUSTOMER)
    assert (gone.state, gone.do(c.Reopen("again"), by=s.CUSTOMER).state) == ("withdrawn", "open")


def test_what_the_customer_shows_is_taken_in_a_state_of_the_house_that_means_triaged() -> None:
    """R22: it begins the investigation of the built-in state, and a state of the house stays what it is."""
    for takes in ("staying", "nothing"):
        rules = LifecycleBuilder.default().state("queue", "triaged", takes=takes).add("Triage", "received", "queue")
        story = s.Story(rules.build()).do(s.receive(), by=s.SYSTEM).do(s.triage())
        shown = story.do(c.AddEvidence("photo", "the customer", "a torn box"), by=s.CUSTOMER)
        assert (shown.state, shown.facts.evidence) == ("queue", 1)
        assert "Assign" not in ways(rules.build(), "queue")


def test_a_built_in_state_of_a_lifecycle_that_began_empty_takes_what_its_meaning_takes() -> None:
    """R33, R35: the word after the end is heard, and a decline is disputed."""
    lifecycle = empty().add("Decline", "open", "declined", who="staff system").build()
    declined = walked(empty().add("Decline", "open fixed", "declined").build()).do(DECLINE)
    assert declined.do(c.Hear(s.HEARD), c.Note("they called"), by=s.LI).state == "declined"
    assert declined.do(s.DISPUTE, by=s.CUSTOMER).state == "open"
    assert ways(lifecycle, "declined").keys() == {"Dispute", "Recall [ends_it]", "Reopen", "Unclose"}
    with Desk.open("memory://", lifecycle=lifecycle) as desk:
        id = desk.receive(c.Receive("app", Customer("u-17"), "I paid twice"), by=Actor.system()).id
        desk.do(id, DECLINE, by=s.LI)
        assert desk.check_integrity().sound


def test_any_counts_the_built_in_states_that_an_empty_lifecycle_names() -> None:
    """Else an edge from `any` would leave out where complaints lie."""
    rules = LifecycleBuilder().add("Receive", "new", "received").add("Triage", "received", "triaged")
    lifecycle = rules.command("Ring").add("Ring", "any").build()
    assert {source for move, source, *_ in lifecycle.moves() if move == "Ring"} == {"received", "triaged"}


def test_what_takes_all_leads_to_the_states_of_the_house_and_to_built_in_ones_that_take_all() -> None:
    """Nothing leads to a state in which nobody can do anything."""
    rules = LifecycleBuilder().state("work", "investigating", takes="all").state("fixed", "resolved", takes="all")
    lifecycle = rules.add("Receive", "new", "work", who="customer").build()
    assert ways(lifecycle, "work")["Resolve"] == "fixed"
    assert ways(lifecycle, "work")["ExplainPlan"] == "planned"
    assert ways(lifecycle, "planned")["Resolve"] == "fixed"
    assert ways(lifecycle, "planned")["Dispute"] == "work"
    assert ways(lifecycle, "closed")["Archive"] == "archived"


def test_a_way_leads_to_no_state_that_waits_and_to_none_that_is_left_for_another_before() -> None:
    """What the customer says makes it our turn; on hold it would hang."""
    rules = LifecycleBuilder().state("asked", "investigating", pauses="customer").state("held", "investigating")
    rules.state("open", "triaged").state("fixed", "resolved").command("Hold").command("Unhold")
    rules.add("Receive", "new", "open", who="customer").add("Resolve", "open", "fixed")
    rules.add("Hold", "open", "held").add("Unhold", "held", "previous").add("AskCustomer", "open", "asked")
    assert ways(rules.build(), "fixed")["Verify [failed]"] == "open"


def test_a_way_without_any_state_to_lead_to_is_a_problem_of_the_build() -> None:
    """Nobody runs a lifecycle in which a promise goes nowhere."""
    rules = LifecycleBuilder().state("told", "awaiting_confirmation").command("Tell")
    found = problems(rules.add("Tell", "told", "told").build)
    assert found == [
        "states.told: no state to which CheckEvidence, Retract, Verify, Dispute could lead from it: "
        "a state that means investigating, triaged, received",
        "states.withdrawn: no state to which Reopen could lead from it: "
        "a state that means investigating, triaged, received",
    ]


def test_an_edge_of_the_house_leads_a_kept_way_elsewhere() -> None:
    rules = empty().state("again", "investigating").add("Dispute", "told", "again", who=THEIRS)
    assert ways(rules.add("Resolve", "again", "fixed").build(), "told")["Dispute"] == "again"


# ── an edge for one case of a command


def test_an_edge_for_one_case_of_a_command_leaves_the_other_as_it_is() -> None:
    """R32: a failed test goes to rework, and a passed one still proves the fix."""
    rules = LifecycleBuilder.default().state("rework", "investigating")
    rules.add("Verify", "resolved awaiting_confirmation", "rework", when="failed")
    story = s.triaged(rules.build()).do(c.Resolve("mended", s.OWN))
    assert story.do(s.FAILED).state == "rework"
    assert story.do(s.PASSED, s.notice()).state == "awaiting_confirmation"


def test_an_edge_for_one_case_out_of_a_state_of_the_house_leaves_the_other_as_well() -> None:
    rules = empty().state("rework", "investigating").add("Verify", "fixed", "rework", when="failed")
    story = s.Story(rules.build()).do(s.receive(), by=s.SYSTEM).do(c.Resolve("mended", s.OWN))
    assert (story.do(s.FAILED).state, story.do(s.PASSED).state) == ("rework", "fixed")


def test_the_state_before_comes_back_in_one_case_alone() -> None:
    rules = empty().command("Redo").state("again", "resolved").add("Redo", "fixed told", "again")
    rules.add("Verify", "again", "previous", when="failed")
    lifecycle = rules.add("Verify", "again", when="passed").build()
    assert [*find_lost(lifecycle, {"again": NOWHERE})] == []
    moves = {(move, target) for move, source, target, *_ in lifecycle.moves() if source == "again"}
    assert {("Verify [previous fixed]", "fixed"), ("Verify [passed]", "again")} <= moves


@pytest.mark.parametrize(
    ("edge", "wrong"),
    [
        (("Verify", "resolved", "investigating", ""), "edges[0].when: nothing: one of passed, failed: each leads"),
        (("Import", "new", "received", ""), "edges[0].when: nothing: one of runs_on, was_closed: each leads"),
        (("Verify", "resolved", "investigating", "broken"), "edges[0].when: 'broken': one of passed, failed"),
        (("Propose", "triaged", "proposed", "passed"), "edges[0].when: 'passed': no condition: Propose has none there"),
    ],
)
def test_a_case_that_is_not_named_or_that_there_is_not_is_told(edge: tuple[str, ...], wrong: str) -> None:
    """Else a passed test would lead to rework, and a case that was closed elsewhere would be opened again."""
    command, source, target, when = edge
    rules = LifecycleBuilder.default().add(command, source, target, who="staff system", when=when)
    (only,) = problems(rules.build)
    assert only.startswith(wrong)


def test_an_edge_for_people_in_one_case_leaves_the_system_each() -> None:
    """R7, R21: an account that was taken over sets the task of the risk team, which begins the work of nobody else."""
    for when in ("on_the_fix", "aside", ""):
        rules = LifecycleBuilder.default().state("in work", "investigating")
        lifecycle = rules.add("AddTask", "triaged", "in work", when=when).build()
        with Desk.open("memory://", lifecycle=lifecycle, clock=FrozenClock()) as desk:
            id = desk.receive(s.receive(), by=s.SYSTEM).id
            taken = desk.do(id, s.triage(signals=s.TAKEOVER), by=s.LI)
            assert taken.facts.open_tasks
            later = desk.do(id, c.AddTask("ask the bank", "li", s.LATER), by=s.LI)
            assert (later.state == "in work") == (when != "aside")


# ── what the checker says of a lifecycle without them


def cut(lifecycle: Lifecycle, command: str, state: str) -> Lifecycle:
    """The lifecycle without the rows of a command from a state: no builder leads here."""
    mine = [row for row in lifecycle.table if row.kind == command]
    less = [attrs.evolve(row, sources=row.sources - {state}) for row in mine]
    others = [row for row in lifecycle.table if row.kind != command]
    return Lifecycle([*others, *(row for row in less if row.sources)], lifecycle.policy)


LOST = {
    "Unclose": "done",
    "Dispute": "told",
    "Withdraw": "open",
    "Verify": "fixed",
    "CheckEvidence": "told",
    "Retract": "fixed",
    "Recall": "done",
    "Reopen": "done",
    "Hear": "open",
    "Receipt": "told",
    "MissDeadline": "open",
}


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize("command", LOST)
def test_a_way_that_a_state_lacks_is_found_with_its_story(command: str) -> None:
    """A dispute, a withdrawal, a bounce, or a proof that falls, and goes nowhere."""
    state, rules = LOST[command], empty().build()
    reached = dict.fromkeys(("open", "fixed", "told", "done"), NOWHERE)
    assert [*find_lost(rules, reached)] == []
    for found in find_lost(cut(rules, command, state), reached):
        assert (found.kind, found.name.split(" ")[0]) == ("way-missing", command)
        assert found.name.endswith(f" from {state}")
        assert "goes nowhere: no edge for" in found.what
    assert [*find_lost(cut(rules, command, state), reached)]


def test_a_check_finds_the_way_that_the_built_in_lifecycle_lost() -> None:
    """Whoever takes the customer's dispute away reads it with the story that leads there."""
    lifecycle = LifecycleBuilder.default().without("Withdraw", "triaged").build()
    (found,) = find_odd_of(lifecycle, "merge")["way-missing"]
    assert (found.name, found.what) == (
        "Withdraw from triaged",
        "R35: the customer's withdrawal goes nowhere: no edge for the customer and staff",
    )
    assert found.story is not None
    assert found.story.lines[-1].state == "triaged"


def test_a_way_that_is_left_to_staff_alone_is_found() -> None:
    """The default of an edge is staff: whoever forgets `who` takes the customer's right away."""
    rules = empty().add("Dispute", "told", "open").build()
    (found,) = find_lost(rules, {"told": NOWHERE})
    assert (found.name, found.what.rpartition(": ")[2]) == ("Dispute from told", "no edge for the customer")


def test_a_condition_of_the_house_covers_a_way_and_another_of_the_library_does_not() -> None:
    """A fix that may only pass its test is one that nobody may call broken."""
    rules = empty().command("Again").state("held", "awaiting_confirmation")
    rules.add("Again", "told", "held").add("Dispute", "held", "previous", who=THEIRS)
    assert [*find_lost(rules.build(), {"held": NOWHERE})] == []
    passing = [row for row in empty().build().table if str(row) != "Verify [failed]"]
    assert {one.name for one in find_lost(Lifecycle(passing), {"fixed": NOWHERE})} == {"Verify [failed] from fixed"}


def test_an_answer_needs_no_way_where_nobody_asks() -> None:
    rules = LifecycleBuilder.default().without("AskCustomer").without("Answer").build()
    assert [*find_lost(rules, {"triaged": NOWHERE})] == []
    assert [one.name for one in find_lost(LifecycleBuilder.default().without("Answer").build(), {"triaged": NOWHERE})]


# ── the clock that ends a wait


CLOCK = """
[clocks.seller]
rule = "house"
starts = ["{starts}"]
satisfied = ["Reply"]
budget = "2d"
tells = ["owner"]
pauses = {pauses}
"""


def waiting(starts: str = "AskSeller", pauses: str = "false") -> tuple[LifecycleBuilder, Policy]:
    """A complaint that waits for the seller until a clock is missed."""
    rules = LifecycleBuilder().state("open", "investigating").add("Receive", "new", "open", who="customer")
    rules.state("with the seller", "investigating", pauses="party").command("AskSeller").command("Reply")
    rules.add("AskSeller", "open", "with the seller").add("Reply", ["with the seller"], "open")
    rules.add("MissDeadline", ["with the seller"], "open", who="system", clock="seller")
    return rules, Policy.from_toml(CLOCK.format(starts=starts, pauses=pauses))


def test_a_clock_that_stands_in_the_state_that_it_ends_is_a_problem_of_the_build() -> None:
    """Else the complaint waits for ever, and `explain` says only that it is paused."""
    rules, policy = waiting(pauses="true")
    (only,) = problems(lambda: rules.build(policy))
    assert only == (
        "edges[3].clock: 'seller', which stands in with the seller: "
        "a clock that runs there: pauses = false in [clocks.seller]"
    )


def test_a_clock_that_runs_ends_the_wait() -> None:
    rules, policy = waiting()
    clock, lifecycle = FrozenClock(), rules.build(policy)
    with Desk.open("memory://", lifecycle=lifecycle, clock=clock) as desk:
        id = desk.receive(c.Receive("app", Customer("u-17"), "I paid twice"), by=Actor.customer("u-17")).id
        assert desk.do(id, lifecycle.commands["AskSeller"](), by=s.LI).facts.paused == "party"
        clock.later(days=3)
        desk.tick()
        assert desk.get(id).state == "open"


def test_a_clock_that_runs_where_it_chooses_the_next_state_is_no_finding() -> None:
    rules, policy = waiting("Wait")
    rules.state("idle", "investigating", pauses="customer").command("Wait", {"then": ["open"]})
    rules.add("Wait", "open", "idle").add("MissDeadline", "idle", "chosen", who="system", clock="seller")
    found = find_odd_of(rules.build(policy), "merge")["clock-never-runs"]
    assert [one.name for one in found] == ["seller in with the seller"]


STOPPED: dict[str, Callable[[], Lifecycle]] = {
    "the policy has no such clock": waiting()[0].build,
    "it runs with `pauses = false`": lambda: waiting()[0].build().under(waiting(pauses="true")[1]),
    "it starts by Escalate": lambda: waiting("Escalate")[0].build(waiting("Escalate")[1]),
}


@pytest.mark.parametrize("why", STOPPED)
def test_a_clock_that_never_ends_a_wait_is_found(why: str) -> None:
    """A policy that comes later, or a clock that starts elsewhere, is looked at as well."""
    (found,) = find_odd_of(STOPPED[why](), "merge")["clock-never-runs"]
    assert found.name == "seller in with the seller"
    assert found.what.endswith(why)
    assert found.story is not None
