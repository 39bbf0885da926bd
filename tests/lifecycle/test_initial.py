"""Several initial states: those who come in by some channels begin in another state than the usual one."""

from __future__ import annotations

from collections import deque

import pytest
from hypothesis import Phase, given, settings, strategies as st
from hypothesis.stateful import run_state_machine_as_test

from complaintflow import Actor, Ask, Complaint, Customer, Desk, Lifecycle, Policy, Refusal, Refused, commands as c
from complaintflow.desk.bulk import Asked
from complaintflow.lifecycle import LifecycleBuilder, LifecycleMapping, read_lifecycle
from complaintflow.lifecycle.checking.built_in_slices import ENDS, MERGE
from complaintflow.lifecycle.checking.check import check
from complaintflow.lifecycle.checking.comparing import compare
from complaintflow.lifecycle.checking.exploring import Exploration
from complaintflow.lifecycle.checking.observing import Observer
from complaintflow.lifecycle.diagram import mermaid
from complaintflow.stores.memory import MemoryStore
from complaintflow.testing import DeskMachine, FrozenClock, complaints_in
from complaintflow.testing.histories import walks_everywhere
from complaintflow.testing.paths import find_path
from complaintflow.vocabulary import Effect
from tests import stories as s
from tests.lifecycle.test_building import problems
from tests.stores.desks import received

ME = Actor.customer("u-17")


def helpdesk(name: str = "called", initial: str = "phone") -> LifecycleBuilder:
    """The library's own, where who calls waits in a state of its own for the triage."""
    rules = LifecycleBuilder.default().state(name, "received", en="we listen", zh="正在听您说", initial=initial)
    return rules.add("Triage", [name], "triaged", who="staff system")


def small(initial: str = "phone") -> Lifecycle:
    """As few edges as there may be."""
    rules = LifecycleBuilder().state("open", "received").state("called", "received", initial=initial)
    rules.add("Receive", "new", "open", who="customer staff system").command("PickUp")
    return rules.add("PickUp", ["called"], "open").build()


def begun(lifecycle: Lifecycle, channel: str) -> str:
    return s.received(lifecycle, channel=channel).complaint.state


@pytest.mark.parametrize(
    ("channel", "state"), [("phone", "called"), (" Phone", "called"), ("app", "received"), ("direct", "received")]
)
def test_a_complaint_begins_where_its_channel_says(channel: str, state: str) -> None:
    """R1: names of channels compare without case and blanks, and whatever nobody named begins as usual."""
    assert begun(helpdesk().build(), channel) == state


def test_what_runs_at_another_system_begins_there_as_well_and_what_it_closed_does_not() -> None:
    for closed, state in ((False, "called"), (True, "closed")):
        with Desk.open("memory://", lifecycle=helpdesk().build()) as desk:
            assert desk.receive(s.imported(closed, channel="phone"), by=s.SYSTEM).state == state


def test_many_at_once_begin_each_by_its_channel() -> None:
    with Desk.open("memory://", lifecycle=helpdesk().build()) as desk:
        asked = [Asked([s.receive(channel=one)], by=s.SYSTEM) for one in ("phone", "app", "phone")]
        done = [one.state for one in desk.receive_many(asked) if isinstance(one, Complaint)]
        assert done == ["called", "received", "called"]
        assert desk.check_integrity().sound


def test_it_reads_where_it_is_and_its_first_response_has_its_clock() -> None:
    """R2: whoever begins elsewhere is owed the same first answer."""
    with Desk.open("memory://", lifecycle=helpdesk().build(), clock=FrozenClock()) as desk:
        one = received(desk, channel="phone", customer=Customer("u-17", language="zh"))
        assert desk.customer_view(one.id).status == "正在听您说"
        assert [one.deadline.clock for one in desk.explain(one.id)] == ["first_response_instant"]
        assert desk.do(one.id, s.triage(), by=s.LI).state == "triaged"


def test_a_duplicate_is_merged_from_there_and_back() -> None:
    """R5: who calls about what they wrote yesterday has one complaint, and a wrong merge is undone."""
    with Desk.open("memory://", lifecycle=helpdesk().build()) as desk:
        first, again = received(desk, order="A-1"), received(desk, order="A-1", channel="phone")
        assert again.facts.duplicates == (first.id,)
        assert desk.do(again.id, c.Merge(first.id), by=s.LI).state == "merged"
        assert desk.do(again.id, c.Unmerge(), by=s.LI).state == "called"
        assert desk.check_integrity().sound


def test_an_edge_of_the_house_that_merges_from_there_takes_its_place() -> None:
    rules = helpdesk().add("Merge", ["called"], "merged", who="lead").build()
    assert [row.who for row in rules.table if row.kind == "Merge" and "called" in row.sources] == [{"lead"}]


def test_where_nothing_merges_nothing_does_there() -> None:
    rules = LifecycleBuilder().state("open", "received").state("called", "received", initial="phone")
    rules.add("Receive", "new", "open", who="customer staff system")
    assert not any(row.kind == "Merge" for row in rules.build().table)


def test_all_else_of_the_edge_stays_as_it_is() -> None:
    """Who may, the rules of the house and of the library, and whom it tells come with it, whatever the channel."""

    def no_calls_from_abroad(ask: Ask) -> Refusal | None:
        return Refusal("abroad", "not from abroad", "write") if ask.field("region") == "abroad" else None

    rules = helpdesk().template("here", zh="我们收到了", en="we have it")
    notices = [{"audience": "customer", "template": "here"}]
    rules.add("Receive", "new", "received", who="customer", guards=[no_calls_from_abroad], notices=notices)
    beginning = [row for row in rules.build().table if row.kind == "Receive"]
    assert [row.target for row in beginning] == ["called", "received"]
    assert len({(row.who, row.rules, row.effects, row.notices) for row in beginning}) == 1
    with Desk.open("memory://", lifecycle=rules.build()) as desk:
        with pytest.raises(Refused, match="not from abroad"):
            desk.receive(s.receive(channel="phone", region="abroad"), by=ME)
        assert desk.receive(s.receive(channel="phone"), by=ME).state == "called"


def test_another_channel_makes_another_digest() -> None:
    digests = {helpdesk(initial=initial).build().digest for initial in ("phone", "phone chat", "chat")}
    assert len(digests | {LifecycleBuilder.default().build().digest}) == 4


def test_a_file_says_it_and_all_that_is_wrong_has_its_line() -> None:
    text = """
[states.called]
stage = "received"
initial = "phone hotline"

[states."sent over"]
stage = "triaged"
initial = ["trade office", "Phone"]

[states.told]
stage = "awaiting_confirmation"
initial = "chat"

[states.asked]
stage = "received"
pauses = "customer"
initial = [""]

[states.held]
stage = "received"
initial = 7
"""
    assert [
        *problems(lambda: read_lifecycle(text)),
        *problems(lambda: read_lifecycle(text.replace("initial = 7", ""))),
    ] == [
        "states.held.initial (line 21): 7: a text or a list of texts",
        "states.sent over.initial (line 8): 'Phone': a channel of this state alone: it is one of called, too",
        "states.told.initial (line 12): told, which means awaiting_confirmation: "
        "a state that means investigating, received, triaged: so a complaint begins",
        "states.asked.initial (line 17): asked, which pauses for the customer: "
        "a state in which the clocks run: so a complaint begins",
        "states.asked.initial (line 17): '': the name of a channel",
    ]
    sound = read_lifecycle(text[: text.index('[states."sent')])
    assert (begun(sound, "hotline"), begun(sound, "direct")) == ("called", "received")


def test_a_state_that_goes_back_is_none_to_begin_in() -> None:
    """Nothing is before it: nobody would ever leave it."""
    rules = helpdesk().command("Unhold").add("Unhold", ["called"], "previous").command("Hold")
    found = problems(rules.add("Hold", "triaged", "called").build)
    assert found == [
        "states.called.initial: called, which goes back to the one before it: another way on: none is before it"
    ]


def test_a_beginning_for_some_channels_alone_is_none() -> None:
    """Whoever comes by another channel would be turned away."""
    found = problems(LifecycleBuilder().state("called", "received", initial="phone").build)
    assert (
        'states.called.initial: no usual beginning: an edge for all other channels as well: add("Receive", "new", …)'
        in (found)
    )


def test_a_state_without_a_meaning_is_told_once() -> None:
    found = problems(LifecycleBuilder.default().state("called", "ringing", initial="phone").build)
    assert [one.partition(":")[0] for one in found] == ["states.called.stage"]


def test_a_policy_that_closes_its_channels_knows_each() -> None:
    rules = helpdesk(initial="phon")
    assert begun(rules.build(), "phon") == "called"
    (found,) = problems(lambda: rules.build(Policy.from_toml('closed_names = ["channel"]')))
    assert found.startswith("states.called.initial: 'phon': one of app, chat, ")


@pytest.mark.parametrize("stage", ["awaiting_confirmation", "planned", "closed"])
def test_no_state_of_an_offer_a_proof_or_an_end_is_one_to_begin_in(stage: str) -> None:
    """R32, R33: nobody is told anything by the way that they came in."""
    rules = LifecycleBuilder.default().state("there", stage, initial="phone")
    assert any(one.startswith("states.there.initial: there, which means") for one in problems(rules.build))


def test_nor_does_an_edge_lead_there() -> None:
    rules = LifecycleBuilder.default().state("told", "awaiting_confirmation").state("asked", "received", pauses="party")
    rules.add("Receive", "new", "told").add("Receive", "new", "asked")
    found = problems(rules.build)
    assert (
        "edges[0].to: 'told, which means awaiting_confirmation': a state that means investigating, received, "
        in (found[0])
    )
    assert "edges[1].to: 'asked, which pauses for the party'" in found[1]


def test_the_check_begins_in_each_and_leads_on_from_there() -> None:
    """Its states are reached, its edges taken, and it goes on by a command of the house in each slice."""
    rules = LifecycleBuilder.default().state("called", "received", initial="phone").command("PickUp")
    found = check(rules.add("PickUp", ["called"], "received").build(), [ENDS, MERGE])
    assert found.sound, found
    usual = check(Lifecycle.default(), [ENDS, MERGE])
    assert [one.slice for one in found.covered] == ["ends", "merge", "house"]
    assert all(one.situations > other.situations for one, other in zip(found.covered, usual.covered, strict=False))


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_the_check_finds_where_nobody_begins() -> None:
    """All channels have a state of their own: the usual beginning is never taken."""
    channels = Policy().channels
    policy = Policy.from_toml('closed_names = ["channel"]')
    rules = helpdesk(initial=" ".join(channels)).build(policy)
    kinds = {(one.kind, one.name) for one in check(rules, [ENDS]).findings}
    named = " or ".join(channels)
    assert ("edge-never-fires", f"Receive [not by {named}] from new to received") in kinds


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_the_check_finds_a_beginning_without_a_way_on() -> None:
    rules = LifecycleBuilder.default().state("called", "received", initial="phone").build()
    (found,) = [one for one in check(rules, [ENDS]).findings if one.kind == "dead-end"]
    assert found.name == "called"
    assert "phone" in str(found)


def test_a_comparison_shows_what_begins_elsewhere() -> None:
    """By its channel, whichever side names it."""
    usual, own = small(""), small()
    for old, new, there in ((usual, own, "called"), (own, usual, "open")):
        found = compare(old, new, [ENDS])
        assert found.verdict == "neither"
        first = next(one for one in found.differences if "Receive" in str(one))
        assert "phone" in str(first)
        assert there in str(first)


def test_a_comparison_shows_a_channel_more() -> None:
    """It is tried where either side names it, and the others begin alike."""
    for old, new in (("phone", "phone chat"), ("phone chat", "phone")):
        found = compare(small(old), small(new), [ENDS])
        assert found.verdict == "neither"
        assert all("chat" in str(one) for one in found.differences)


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_guard_of_the_house_that_reads_the_channel_tells_the_beginnings_apart() -> None:
    """What the library never reads, the fold keeps for whoever does."""

    def calls_are_closed_by_calls(ask: Ask) -> Refusal | None:
        if ask.facts.channel != "phone":
            return None
        return Refusal("call-first", "they called us", "call them: Call(...)", (c.Call,))

    rules = small().with_guards({Effect.ENDS: [calls_are_closed_by_calls]})
    found = check(rules, [ENDS])
    assert not [one for one in found.findings if one.kind == "equal-and-different"]
    told = compare(small(), rules, [ENDS])
    assert told.verdict == "stricter"
    assert all("phone" in str(one) for one in told.differences)


def test_the_machine_takes_each_beginning() -> None:
    rules = helpdesk().build()

    class Ticket:
        complaint = s.received(rules).complaint.blank("C-1")

    for channel, state in (("phone", "called"), ("app", "received")):
        ticket = Ticket()
        rules.machine().add_model(ticket, initial="new")
        ticket.Receive(command=s.receive(channel=channel), by=s.SYSTEM, at=s.T0)  # type: ignore[attr-defined]  # the machine adds it
        assert (ticket.state, ticket.complaint.state) == (state, state)  # type: ignore[attr-defined]  # the machine adds it


def test_the_diagram_draws_each_beginning() -> None:
    drawn = mermaid(helpdesk().build())
    assert "    new --> called : Import [runs_on by phone], Receive [by phone]\n" in drawn
    assert "    new --> received : Import [runs_on not by phone], Receive [not by phone]\n" in drawn


def test_a_complaint_moves_to_such_a_state_and_a_merged_one_keeps_the_way_back() -> None:
    """R9: what nobody knows there is refused, also where only a merge notes it."""
    old, new = helpdesk().build(), helpdesk("rung up").build()
    names = LifecycleMapping({"called": "rung up"})
    store = MemoryStore()
    desk = Desk(store, lifecycle=old)
    first, again = received(desk, order="A-1"), received(desk, order="A-1", channel="phone")
    alone = received(desk, channel="phone")
    desk.do(again.id, c.Merge(first.id), by=s.LI)
    with Desk(store, lifecycle=new, former=[old]) as desk:
        (refused,) = desk.migrate(again.id, by=s.LEAD, reason="new words", dry_run=True)
        assert "called" in str(refused.refusals[0])
        desk.migrate(by=s.LEAD, reason="new words", mapping=names)
        assert desk.get(alone.id).state == "rung up"
        assert desk.do(again.id, c.Unmerge(), by=s.LI).state == "rung up"
        assert desk.check_integrity().sound


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_the_testing_kit_finds_a_way_to_a_state_that_only_another_channel_reaches() -> None:
    """It began by the app alone, so there was no complaint to try where callers begin, nor behind."""
    rules = helpdesk().state("waiting", stage="investigating", en="we call back", zh="等待回电")
    rules.command("CallBack").add("CallBack", ["called"], "waiting").add("Resolve", ["waiting"], "resolved")
    lifecycle = rules.build()
    path = find_path("waiting", lifecycle)
    assert path is not None
    assert (path.first.channel, [move.target for move in path.moves]) == ("phone", ["waiting"])
    walked = path.walk(lifecycle)
    assert walked is not None
    assert (walked.state, find_path("waiting", lifecycle, ("called",))) == ("waiting", path)
    assert {"called", "waiting", "resolved"} <= {walk.state for walk in walks_everywhere(lifecycle)}
    by_app = find_path("resolved", lifecycle)
    assert by_app is not None
    assert by_app.first.channel == "app"


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_complaints_in_such_a_state_came_by_its_channel_in_whatever_words(data: st.DataObject) -> None:
    complaint = data.draw(complaints_in("called", small("phone")))
    assert (complaint.state, complaint.facts.channel) == ("called", "phone")


def test_beginnings_make_no_slice_longer_than_what_happens_in_them() -> None:
    """Who led on by a command of the house had a fact that nobody reads: all that follows was explored twice."""
    rules = LifecycleBuilder.default().state("called", "received", initial="phone").command("PickUp")
    house = rules.add("PickUp", ["called"], "received").build()
    explored = Exploration(house, MERGE, Observer(house))
    usual = Exploration(Lifecycle.default(), MERGE, Observer(Lifecycle.default()))
    deque(usual.steps(), maxlen=0)
    reached = [after.complaint.facts for _, after in explored.steps() if after is not None]
    assert any(facts.extra for facts in reached)
    behind = [one for one in explored.found if "called" not in {one.state, one.complaint.facts.merged_from}]
    assert len(behind) == len(usual.found)


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_the_machine_of_the_testing_kit_receives_by_each_channel_and_goes_on_from_there() -> None:
    """A company that tries its own store with such a lifecycle tries its beginnings."""
    reached: set[str] = set()

    class House(DeskMachine):
        lifecycle = helpdesk().build()

        def teardown(self) -> None:
            reached.update(str(event.state) for id in self.ids for event in self.desk.history(id))
            super().teardown()

    once = settings(max_examples=4, stateful_step_count=1, derandomize=True, database=None, deadline=None)
    run_state_machine_as_test(House, settings=settings(once, phases=[Phase.generate]))
    assert {"called", "received", "triaged"} <= reached
