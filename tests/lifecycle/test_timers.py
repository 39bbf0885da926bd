"""Timers of edges: after so long in a state the system asks for a command, and the rules decide about it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from complaintflow import Actor, Ask, Desk, Lifecycle, Policy, Refusal, commands as c
from complaintflow.lifecycle import LifecycleBuilder, read_lifecycle
from complaintflow.lifecycle.checking.built_in_slices import ENDS
from complaintflow.lifecycle.checking.cast import MORNING
from complaintflow.lifecycle.checking.check import check
from complaintflow.lifecycle.checking.comparing import compare
from complaintflow.lifecycle.diagram import mermaid
from complaintflow.lifecycle.timer_clocks import with_timers, without_timers
from complaintflow.sla.agenda import DueAction
from complaintflow.sla.by_name import ByName
from complaintflow.stores.memory import MemoryStore
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.lifecycle.test_building import problems
from tests.stores.desks import received

ME = Actor.customer("u-17")
DAY = timedelta(days=1)


def helpdesk(after: str = "3d", pauses: str = "customer", **edge: Any) -> LifecycleBuilder:
    """The library's own, where an unanswered question goes back to work after some days."""
    rules = (
        LifecycleBuilder.default().state("pending", "investigating", pauses=pauses).command("GiveUp", {"why": "text"})
    )
    rules.add("AskCustomer", "triaged investigating", "pending", who="staff system")
    rules.add("Answer", "pending", "investigating", who="customer staff system")
    timed = {"who": "system", "after": after, "fields": {"why": "no answer"}, **edge}
    return rules.add("GiveUp", "pending", "investigating", **timed)


def asked(desk: Desk, **fields: Any) -> str:
    """A complaint that waits for an answer."""
    id = received(desk, **fields).id
    return desk.do(id, s.triage(), c.AskCustomer({"device": "请问您用什么手机?"}), by=s.LI).id


def own(lifecycle: Lifecycle, name: str, **fields: str) -> c.Command:
    """A command of the house."""
    return c.make(name, fields, lifecycle.commands)


def timed(done: tuple[DueAction, ...]) -> list[str]:
    """What timers asked for."""
    return [type(action.command).__name__ for action in done if action.key.level == "asks"]


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize("url", ["memory://", "sqlite:///{}", "sqlite+sql:///{}"])
def test_it_goes_on_by_itself_when_the_time_in_the_state_is_over(tmp_path: Path, url: str) -> None:
    """Not before, once, with what the system says, and the history verifies."""
    clock = FrozenClock()
    with Desk.open(url.format(tmp_path / "desk.db"), lifecycle=helpdesk().build(), clock=clock) as desk:
        id = asked(desk)
        clock.later(days=2, hours=23)
        assert timed(desk.tick().done) == []
        assert desk.get(id).state == "pending"
        clock.later(hours=1)
        assert timed(desk.tick().done) == ["GiveUp"]
        assert desk.get(id).state == "investigating"
        (given_up,) = [event for event in desk.history(id) if event.kind == "GiveUp"]
        assert (given_up.by, given_up.data["why"]) == ("system", "no answer")
        clock.later(days=9)
        assert timed(desk.tick().done) == []
        assert desk.check_integrity().sound


def test_who_leaves_the_state_before_leaves_the_timer_behind_and_who_comes_back_has_it_anew() -> None:
    clock = FrozenClock()
    with Desk.open("memory://", lifecycle=helpdesk().build(), clock=clock) as desk:
        id = asked(desk)
        clock.later(days=2)
        desk.do(id, c.Answer({"device": "P60"}), by=ME)
        clock.later(days=2)
        assert timed(desk.tick().done) == []
        desk.do(id, c.AskCustomer({"os": "请问系统是什么版本?"}), by=s.LI)
        clock.later(days=2)
        assert timed(desk.tick().done) == []
        clock.later(days=1)
        assert timed(desk.tick().done) == ["GiveUp"]
        assert desk.check_integrity().sound


def test_it_reads_when_it_fires_in_both_languages_and_on_the_agenda() -> None:
    with Desk.open("memory://", lifecycle=helpdesk().build(), clock=FrozenClock()) as desk:
        id = asked(desk)
        (told,) = [one for one in desk.explain(id) if one.deadline.asks]
        assert told.deadline.clock == "GiveUp in pending"
        assert told.deadline.due == s.T0 + 3 * DAY
        assert str(told).endswith("the system asks for GiveUp then, and the rules decide")
        assert told.text("zh").endswith("届时系统提出 GiveUp,由规则判定")
        assert [one for _, one in desk.agenda()] == [id]


def test_when_it_fired_nothing_says_that_it_will() -> None:
    clock = FrozenClock()
    with Desk.open("memory://", lifecycle=helpdesk().build(), clock=clock) as desk:
        id = asked(desk)
        clock.later(days=3)
        desk.tick()
        assert not [one for one in desk.explain(id) if "asks for" in str(one)]


def test_it_runs_in_a_state_that_pauses_and_stands_while_others_pause() -> None:
    """It is to end the wait of its own state; where its state does not wait, it is a clock like any other."""
    for pauses, days in (("customer", 3), ("", 5)):
        clock = FrozenClock()
        with Desk.open("memory://", lifecycle=helpdesk(pauses=pauses).build(), clock=clock) as desk:
            id = asked(desk)
            if not pauses:
                desk.do(id, s.pause("customer"), by=s.LI)
                clock.later(days=2)
                desk.do(id, c.Resume(), by=s.LI)
            else:
                clock.later(days=2)
            clock.later(days=days - 2, seconds=-1)
            assert timed(desk.tick().done) == []
            clock.later(seconds=1)
            assert timed(desk.tick().done) == ["GiveUp"]


def test_it_counts_business_time_on_the_calendar_that_it_names() -> None:
    """From Monday 09:00, ten hours of the office end on Tuesday at 11:00."""
    clock = FrozenClock()
    with Desk.open("memory://", lifecycle=helpdesk("10h", calendar="office").build(), clock=clock) as desk:
        id = asked(desk)
        (told,) = [one for one in desk.explain(id) if one.deadline.asks]
        assert told.deadline.due == s.T0 + DAY + timedelta(hours=2)


def test_what_a_rule_refuses_the_owner_hears_once_and_it_is_asked_again_when_the_next_day_begins() -> None:
    """Neither dropped in silence nor asked in each tick: the rules have the last word, also of the system."""
    lets: list[bool] = []

    def only_if_free(ask: Ask) -> Refusal | None:
        return None if lets else Refusal("busy", "somebody looks for the phone number", "wait")

    clock = FrozenClock()
    with Desk.open("memory://", lifecycle=helpdesk(guards=[only_if_free]).build(), clock=clock) as desk:
        id = asked(desk)
        clock.later(days=3)
        (action,) = [one for one in desk.tick().done if one.key.level == "asks"]
        assert [one.rule for one in action.refusals] == ["busy"]
        assert desk.get(id).state == "pending"
        clock.later(minutes=5)
        assert timed(desk.tick().done) == []
        clock.later(days=1)
        assert timed(desk.tick().done) == ["GiveUp"]
        told = [entry.message.text for entry in desk.outbox() if "GiveUp in pending" in entry.message.text]
        assert len(told) == 1
        assert "somebody looks for the phone number" in told[0]
        lets.append(True)
        clock.later(days=1)
        assert timed(desk.tick().done) == ["GiveUp"]
        assert desk.get(id).state == "investigating"
        assert desk.check_integrity().sound


def test_a_command_of_the_library_may_stay_where_it_is_and_is_asked_once() -> None:
    """Else it would be asked in each tick as long as the state lasts; a person may have done it before."""
    rules = LifecycleBuilder.default().state("parts", "investigating").command("Order").add("Order", "triaged", "parts")
    rules.add("Escalate", "parts", who="staff system", after="1d", fields={"reason": "no part yet"})
    for early in (False, True):
        clock = FrozenClock()
        lifecycle = rules.build()
        with Desk.open("memory://", lifecycle=lifecycle, clock=clock) as desk:
            id = received(desk).id
            desk.do(id, s.triage(), own(lifecycle, "Order"), by=s.LI)
            if early:
                desk.do(id, c.Escalate("they call every hour"), by=s.LEAD)
            clock.later(days=2)
            assert timed(desk.tick().done) == ([] if early else ["Escalate"])
            clock.later(days=2)
            assert timed(desk.tick().done) == []
            assert desk.get(id).facts.escalation == 1


def test_a_timer_chooses_the_next_state() -> None:
    """Whoever waits says what follows when nobody comes back."""
    rules = LifecycleBuilder.default().state("waiting", "investigating", pauses="party")
    rules.command("Wait", {"then": ["investigating", "planned"]}).command("Lapse")
    rules.add("Wait", "triaged", "waiting").add("Lapse", "waiting", "chosen", who="system", after="2d")
    lifecycle, clock = rules.build(), FrozenClock()
    with Desk.open("memory://", lifecycle=lifecycle, clock=clock) as desk:
        ids = [received(desk, order=order).id for order in ("A-1", "A-2")]
        for id, then in zip(ids, ("investigating", "planned"), strict=True):
            desk.do(id, s.triage(), own(lifecycle, "Wait", then=then), by=s.LI)
        clock.later(days=2)
        assert timed(desk.tick().done) == ["Lapse", "Lapse"]
        assert [desk.get(id).state for id in ids] == ["investigating", "planned"]


def test_a_timer_that_closes_needs_a_ground_like_everybody() -> None:
    """R33: silence is over after three days, whatever a house writes on its edge."""
    rules = LifecycleBuilder.default().state("shut", "closed")
    rules.add("Close", "awaiting_confirmation", "shut", who="staff system", after="1d")
    clock = FrozenClock()
    with Desk.open("memory://", lifecycle=rules.build(), clock=clock) as desk:
        id = received(desk).id
        checked = (c.AddEvidence("log", "gateway", "two captures"), c.CheckEvidence("E1", "agrees with the ledger"))
        fixed = (c.Resolve("a key for each capture", "own_system"), c.Verify(True, "ledger", "one capture left"))
        desk.do(id, s.triage(), *checked, *fixed, s.notice(), by=s.LI)
        desk.do(id, s.receipt(desk.get(id).cycle.notice), by=s.SYSTEM)
        clock.later(days=1)
        (action,) = [one for one in desk.tick().done if one.key.level == "asks"]
        assert [one.rule for one in action.refusals] == ["confirm-before-close"]
        clock.later(days=2)
        desk.tick()
        assert (desk.get(id).state, desk.get(id).facts.ground) == ("shut", "silent")


def test_what_is_imported_has_the_whole_time() -> None:
    """The other system's months are none in this state."""
    rules = LifecycleBuilder.default().state("moved in", "received", initial="app").command("Look")
    rules.add("Look", ["moved in"], "received", who="staff system", after="2d")
    clock = FrozenClock()
    with Desk.open("memory://", lifecycle=rules.build(), clock=clock) as desk:
        desk.receive(s.imported(False), by=s.SYSTEM)
        clock.later(days=1)
        assert timed(desk.tick().done) == []
        clock.later(days=1)
        assert timed(desk.tick().done) == ["Look"]


def test_a_complaint_keeps_its_timer_until_it_is_moved_and_has_the_new_one_from_then_on() -> None:
    """R9: nothing fires by rules that it is not under, and no move makes all of them fire at once."""
    clock, store = FrozenClock(), MemoryStore()
    old, new = helpdesk("3d").build(), helpdesk("4d").build()
    ids = [asked(Desk(store, old, clock=clock), order=order) for order in ("A-1", "A-2")]
    with Desk(store, new, clock=clock, former=[old]) as desk:
        clock.later(days=2)
        desk.migrate(ids[1], by=s.LEAD, reason="more patience")
        clock.later(days=1)
        assert timed(desk.tick().done) == ["GiveUp"]
        assert [desk.get(id).state for id in ids] == ["investigating", "pending"]
        clock.later(days=2)
        assert timed(desk.tick().done) == []
        clock.later(days=1)
        assert timed(desk.tick().done) == ["GiveUp"]
        assert desk.check_integrity().sound


def test_another_policy_alone_leaves_the_time_that_is_gone() -> None:
    clock, store, rules = FrozenClock(), MemoryStore(), helpdesk()
    id = asked(Desk(store, rules.build(), clock=clock))
    with Desk(store, rules.build(Policy.from_toml("closing.reopen_days = 5")), clock=clock) as desk:
        clock.later(days=2)
        desk.migrate(id, by=s.LEAD, reason="shorter")
        clock.later(days=1)
        assert timed(desk.tick().done) == ["GiveUp"]


def test_a_desk_that_lost_the_lifecycle_refuses_what_its_timer_asks_for() -> None:
    """Nobody guesses what a command was: the owner hears that it is gone."""
    clock, store = FrozenClock(), MemoryStore()
    id = asked(Desk(store, helpdesk().build(), clock=clock))
    other = (
        LifecycleBuilder.default()
        .state("pending", "investigating", pauses="customer")
        .command("GiveUp", {"at": "time"})
    )
    other.add("AskCustomer", "triaged", "pending", who="staff system").add("GiveUp", "pending", "investigating")
    with Desk(store, other.build(), clock=clock) as desk:
        clock.later(days=3)
        (action,) = [one for one in desk.tick().done if one.key.level == "asks"]
        assert isinstance(action.command, ByName)
        assert [one.rule for one in action.refusals] == ["approved-by-another"]
        assert desk.get(id).state == "pending"
        assert desk.check_integrity().sound


def test_what_would_have_happened_is_told_with_the_timers() -> None:
    """The backtest goes through the same gate, with the timers of the lifecycle under the other policy."""
    clock = FrozenClock()
    with Desk.open("memory://", lifecycle=helpdesk().build(), clock=clock) as desk:
        id = asked(desk)
        for _ in range(4 * 24):
            clock.later(hours=1)
            desk.tick()
        assert desk.get(id).state == "investigating"
        found = desk.backtest(Policy.from_toml("closing.reopen_days = 5"))
        assert len(found.told) == 1
        assert found.differences == ()


def test_a_file_says_it_with_all_that_is_wrong_in_its_line() -> None:
    text = """
[states.pending]
stage = "investigating"
pauses = "customer"

[states."a/b"]
stage = "investigating"

[commands.GiveUp]
fields = { why = "text" }

[[edges]]
command = "AskCustomer"
from = "triaged"
to = "pending"

[[edges]]
command = "GiveUp"
from = ["pending"]
to = "investigating"
who = "system"
after = "3d"
fields = { why = "no answer" }

[[edges]]
command = "GiveUp"
from = ["a/b"]
to = "investigating"
after = "soon"
calendar = "moon"
fields = { whi = "no answer" }

[[edges]]
command = "MissDeadline"
from = "triaged"
to = "pending"
who = "system"
after = "1d"
fields = { clock = "cause", due = "2026-03-02T09:00:00Z" }

[[edges]]
command = "Block"
from = "pending"
calendar = "office"

[[edges]]
command = "Note"
from = "pending"
fields = "no table"
"""
    sound = text[: text.index('[[edges]]\ncommand = "GiveUp"\nfrom = ["a/b"]')]
    assert read_lifecycle(sound).digest != read_lifecycle(sound.replace("3d", "4d")).digest
    assert problems(lambda: read_lifecycle(text)) == [
        "edges[5].fields (line 49): 'no table': the fields that the system says, by their names"
    ]
    found = problems(lambda: read_lifecycle(text[: text.index('[[edges]]\ncommand = "Note"')]))
    assert found[:7] == [
        "edges[2].who (line 25): staff: the system among them: it asks when the time is over",
        "edges[2].after (line 29): 'soon': "
        "a time like 3d, 4h, 2 working days, daily 10:00, or a key like promises.review_after",
        "edges[2].calendar (line 30): 'moon': one of always, awake, office",
        "edges[2].from (line 27): 'a/b': a state that lasts, without / and @ in its name",
        "edges[2].fields.whi (line 31): an unknown field: one of why",
        "edges[2].fields.why (line 31): nothing: a value",
        "edges[3].after (line 38): MissDeadline: `clock`: it says which clock was missed",
    ]
    assert "edges[4].calendar (line 44): 'office': `after` as well: what the system asks for, and when" in found


def test_a_timer_of_a_command_that_nobody_has_is_told_with_the_command() -> None:
    (found,) = problems(LifecycleBuilder.default().add("Nope", "triaged", who="system", after="1d").build)
    assert found == "edges[0].command: 'Nope': a command of the library, or one that is defined here"


def test_a_policy_whose_clock_asks_for_what_nobody_has_is_no_policy_of_this_lifecycle() -> None:
    clock = """
[clocks.mine]
rule = "house"
starts = ["enters pendng"]
satisfied = ["answered"]
budget = "1d"
tells = ["customer"]
asks = "GiveIn"
says = '{"why": "no word"}'
"""
    found = problems(lambda: helpdesk().build(Policy.from_toml(clock)))
    assert found[0].startswith("clocks.mine.asks: 'GiveIn': one of Absorb, ")
    assert found[1].startswith("clocks.mine.starts: 'pendng': one of archived, ")
    right = clock.replace("pendng", "pending").replace("GiveIn", "GiveUp")
    assert "mine" in helpdesk().build(Policy.from_toml(right)).policy.clocks
    for wrong, told in (
        (right.replace('"why"', '"way"'), "clocks.mine.says.way: an unknown field: one of why"),
        (right.replace('no word"}', "no"), "the fields of the command as a JSON object"),
        (right.replace('{"why": "no word"}', "[1]"), "the fields of the command as a JSON object"),
        (right.replace('["customer"]', '["owner"]'), "clocks.mine.tells: owner: customer alone: "),
    ):
        build = partial(helpdesk().build, Policy.from_toml(wrong))
        assert any(told in one for one in problems(build))


def test_a_clock_of_a_policy_asks_for_a_command_of_the_library() -> None:
    """Numbers that are no part of a lifecycle: who has none of their own says it in the policy."""
    text = """
[clocks.unread]
rule = "house"
starts = ["enters received"]
satisfied = ["leaves received", "Escalate"]
budget = "4h"
tells = ["customer"]
asks = "Escalate"
says = '{"reason": "nobody read it"}'
"""
    clock = FrozenClock()
    with Desk.open("memory://", lifecycle=Lifecycle.default(Policy.from_toml(text)), clock=clock) as desk:
        id = received(desk).id
        clock.later(hours=4)
        assert timed(desk.tick().done) == ["Escalate"]
        assert desk.get(id).facts.escalation == 1
        clock.later(hours=4)
        assert timed(desk.tick().done) == []


def test_its_clocks_come_with_every_policy_and_go_again() -> None:
    rules, policy = helpdesk().build(), Policy()
    assert rules.policy != policy
    assert rules.under(policy).policy == rules.policy == rules.under(rules.policy).policy
    assert without_timers(rules.policy) == policy
    assert without_timers(policy) is policy
    assert with_timers(rules.policy, {}) is rules.policy
    assert Lifecycle.default(policy).policy is policy


def test_a_person_takes_the_edge_before_where_it_is_for_people_as_well() -> None:
    rules = helpdesk(who="staff system").build()
    with Desk.open("memory://", lifecycle=rules, clock=FrozenClock()) as desk:
        id = asked(desk)
        assert desk.do(id, own(rules, "GiveUp", why="they are on holiday"), by=s.LI).state == "investigating"
        assert not [one for one in desk.explain(id) if one.deadline.asks and not one.deadline.ended]


def test_it_is_drawn_and_listed() -> None:
    rules = helpdesk().build()
    assert "    pending --> investigating : Answer, GiveUp (after 3d)\n" in mermaid(rules)
    (move,) = [move for move in rules.moves() if move[0] == "GiveUp"]
    assert move[-1] == 'after(3d {"why":"no answer"})'


def small(**edge: Any) -> Lifecycle:
    """As few states as there may be, one of which is left by a timer alone."""
    rules = LifecycleBuilder().state("open", "received").state("waiting", "received", pauses="party")
    rules.command("Wait").command("Lapse").add("Receive", "new", "open", who="customer staff system")
    return rules.add("Wait", "open", "waiting").add("Lapse", "waiting", "open", **edge).build()


def found_by_check(**edge: Any) -> set[tuple[str, str]]:
    return {(one.kind, one.name) for one in check(small(**{"who": "system", **edge}), [ENDS]).findings}


def test_the_check_counts_a_timer_as_what_ends_a_wait() -> None:
    """Without it nobody may act there."""
    ended = found_by_check(after="2d")
    assert {kind for kind, name in ended if name == "waiting"} == {"no-way-out"}
    assert ("nobody-may-act", "waiting") in found_by_check()


def test_the_check_finds_a_timer_that_every_rule_refuses() -> None:
    def never(ask: Ask) -> Refusal | None:
        return Refusal("never", "the house does not do this", "ask somebody else")

    assert ("edge-never-fires", "Lapse from waiting to open") in found_by_check(after="2d", guards=[never])


def test_the_check_waits_as_long_as_a_timer_runs() -> None:
    """A rule that lets it pass only later is none that always refuses."""

    def from_wednesday(ask: Ask) -> Refusal | None:
        return Refusal("early", "it is Monday", "wait") if ask.at < MORNING + 2 * DAY else None

    never = ("edge-never-fires", "Lapse from waiting to open")
    assert never not in found_by_check(after="2d", guards=[from_wednesday])
    assert never in found_by_check(after="daily 10:00", guards=[from_wednesday])


def test_the_check_asks_with_what_the_system_says() -> None:
    def only_the_house(ask: Ask) -> Refusal | None:
        return None if ask.field("reason") == "no part yet" else Refusal("words", "other words", "say others")

    rules = LifecycleBuilder().state("open", "received").add("Receive", "new", "open", who="customer staff system")
    timed: dict[str, Any] = {"who": "staff system", "after": "2d", "guards": [only_the_house]}
    for reason, fires in (("no part yet", True), ("any", False)):
        rules.without("Escalate") if fires is False else None
        lifecycle = rules.add("Escalate", "open", fields={"reason": reason}, **timed).build()
        kinds = {one.kind for one in check(lifecycle, [ENDS]).findings if one.name.startswith("Escalate")}
        assert ("edge-never-fires" not in kinds) is fires


def test_a_comparison_shows_another_timer_and_needs_no_walk_for_it() -> None:
    found = compare(helpdesk("3d").build(), helpdesk("2d").build(), [ENDS])
    assert [str(change.place) for change in found.changes] == ["clocks.GiveUp in pending.budget"]
    assert found.verdict == "equal"
    assert all(one.alike for one in found.covered)


def test_a_comparison_tells_a_timer_that_came_as_its_edge_is_written() -> None:
    """It was half a line of JSON: all that makes a clock of the policy."""
    bare, office = helpdesk("", fields=None).build(), helpdesk(calendar="office").build()
    for old, new, told in (
        (bare, office, ("", 'GiveUp after 3d office {"why":"no answer"}')),
        (helpdesk().build(), bare, ('GiveUp after 3d {"why":"no answer"}', "")),
    ):
        found = compare(old, new, [])
        assert [(one.place, one.old, one.new) for one in found.changes] == [("clocks.GiveUp in pending", *told)]


def test_a_comparison_walks_where_the_system_says_something_else() -> None:
    """What it says is decided upon; when it says it, is not."""
    other = helpdesk(fields={"why": "solved, is it not?"}).build()
    assert [one.alike for one in compare(helpdesk().build(), other, [ENDS]).covered] == [True]
