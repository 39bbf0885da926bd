"""Promise 9: a move to another lifecycle keeps the meaning of the state, the clocks that stand, and every fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs
import msgspec
import pytest

from complaintflow import Policy, commands as c
from complaintflow._validation.structure import FrozenMap
from complaintflow.commands._context import Decision
from complaintflow.errors import DefinitionError
from complaintflow.lifecycle import TABLE, Lifecycle, LifecycleBuilder, LifecycleMapping, read_mapping
from complaintflow.record.facts import NEXT, PREVIOUS
from complaintflow.testing.histories import walks_everywhere
from complaintflow.vocabulary import Effect
from tests import stories as s
from tests.stories import Story


def helpdesk(
    wait: str = "pending",
    hold: str = "on hold",
    rating: tuple[str, Iterable[str]] = ("Rate", "123"),
    pauses: str = "customer",
) -> Lifecycle:
    """A wait for the customer, a hold from which it goes back, a state that is chosen, and a rating."""
    rules = LifecycleBuilder.default()
    rules.state(wait, stage="investigating", pauses=pauses)
    rules.add("AskCustomer", "triaged investigating", wait, who="staff system")
    rules.state(hold, stage="investigating").command("Hold").command("Unhold")
    rules.add("Hold", [wait, "triaged"], hold).add("Unhold", [hold], "previous")
    name, stars = rating
    rules.command(name, {"stars": tuple(stars)}).add(name, "any")
    rules.state("bank", stage="planned", takes="all").add("ExplainPlan", "triaged", "bank")
    return rules.build()


OLD = helpdesk()
NEW = helpdesk("needs info", "parked", ("Score", "23"))
NAMES = LifecycleMapping(
    {"pending": "needs info", "on hold": "parked"},
    {"house.Rate": "house.Score", "house.Rate.stars": "house.Score.stars"},
)


def own(name: str, *fields: str) -> c.Command:
    """A command of the old lifecycle."""
    kind: Any = OLD.commands[name]
    made: c.Command = kind(*fields)
    return made


def pending(lifecycle: Lifecycle = OLD) -> Story:
    return s.triaged(lifecycle).do(c.AskCustomer({"device": "Which phone?"}))


def held() -> Story:
    return pending().do(own("Hold"))


def move(story: Story, to: Lifecycle = NEW, names: LifecycleMapping = NAMES) -> Decision:
    command = names.command(story.facts, to, "wu", "spring")
    return to.decide(story.complaint, command, by=s.SYSTEM, at=story.at)


def whys(decision: Decision) -> str:
    assert [one.rule for one in decision.refusals] == ["fits-the-lifecycle"]
    return decision.refusals[0].why


def states(**names: str) -> LifecycleMapping:
    return LifecycleMapping({old.replace("_", " "): new for old, new in names.items()})


def test_the_built_in_lifecycle_has_no_digest_of_its_own() -> None:
    assert Lifecycle.default().own_digest == LifecycleBuilder.default().build().own_digest == ""
    assert Lifecycle([*TABLE]).own_digest == ""


def test_a_guard_of_ones_own_makes_another_lifecycle_and_one_of_a_plugin_does_not() -> None:
    def never(ask: object) -> None:
        return None

    assert LifecycleBuilder.default().guard("closes", never).build().own_digest
    assert OLD.with_guards({Effect.CLOSES: [never]}).own_digest == OLD.own_digest
    assert OLD.with_guards({Effect.CLOSES: [never]}).digest != OLD.digest


def test_what_a_state_means_is_a_part_of_the_digest() -> None:
    assert helpdesk(pauses="party").own_digest != OLD.own_digest


def test_a_complaint_notes_its_lifecycle_when_it_comes_in() -> None:
    assert s.received(OLD).facts.lifecycle == OLD.own_digest
    assert s.received(Lifecycle.default()).facts.lifecycle == ""


def test_it_reaches_the_state_of_its_new_name_and_keeps_every_other_fact() -> None:
    before = pending()
    (event,) = move(before).events
    after = NEW.evolve(before.complaint, [event]).facts
    assert (after.state, after.stage, after.paused, after.lifecycle) == (
        "needs info",
        "investigating",
        "customer",
        NEW.own_digest,
    )
    kept = msgspec.structs.replace(after, state="pending", lifecycle=OLD.own_digest)
    assert kept == before.facts
    assert set(event.changes) == {"lifecycle"}


def test_the_state_before_is_noted_by_its_new_name() -> None:
    (event,) = move(held()).events
    assert (event.state, event.changes["extra"][PREVIOUS]) == ("parked", "needs info")


def test_it_may_go_to_the_built_in_state_of_the_same_meaning_and_the_clocks_stand_on() -> None:
    (event,) = move(pending(), Lifecycle.default(), states(pending="investigating")).events
    after = Lifecycle.default().evolve(pending().complaint, [event]).facts
    assert (after.state, after.stands_for, after.paused, after.lifecycle) == ("investigating", "", "customer", "")


def test_a_state_that_keeps_its_name_needs_no_mapping() -> None:
    (event,) = move(s.triaged(OLD), names=LifecycleMapping()).events
    assert event.state == "triaged"


def test_facts_get_their_new_names() -> None:
    rated = s.triaged(OLD).do(own("Rate", "3"))
    (event,) = move(rated).events
    assert event.changes["extra"] == FrozenMap({"house.Score": "li", "house.Score.stars": "3"})


def test_a_state_that_is_not_there_is_refused() -> None:
    assert whys(move(pending(), names=LifecycleMapping())) == "the lifecycle has no state pending"


def test_a_state_of_another_meaning_is_refused() -> None:
    assert whys(move(pending(), names=states(pending="bank"))) == "the state bank means planned, not investigating"


@pytest.mark.parametrize(
    ("stage", "other"), [("closed", "investigating"), ("withdrawn", "received"), ("declined", "triaged")]
)
def test_an_end_never_becomes_open(stage: str, other: str) -> None:
    story = {"closed": s.closed, "withdrawn": s.withdrawn, "declined": s.declined}[stage](OLD)
    assert f"means {other}, not {stage}" in whys(move(story, names=states(**{stage: other})))


def test_a_state_in_which_clocks_would_stand_that_run_now_is_refused() -> None:
    told = whys(move(s.investigating(OLD), names=states(investigating="needs info")))
    assert told == "in the state needs info the clocks would stand for the customer, and do not now"


def test_a_state_in_which_they_would_stand_for_somebody_else_is_refused() -> None:
    to = helpdesk("needs info", "parked", pauses="party")
    assert "would stand for the party" in whys(move(pending(), to))


def test_a_state_from_which_it_goes_back_needs_to_know_where() -> None:
    assert "goes back to the one before, and none is noted" in whys(
        move(s.investigating(OLD), names=states(investigating="parked"))
    )


def test_a_noted_state_that_is_not_there_is_refused() -> None:
    told = whys(move(held(), names=states(on_hold="parked")))
    assert told == "the lifecycle does not have the state pending, which is noted for later"


def test_a_chosen_state_that_is_not_there_is_refused() -> None:
    complaint = s.triaged(OLD).complaint
    facts = msgspec.structs.replace(complaint.facts, extra=FrozenMap({NEXT: "gone"}))
    story = attrs.evolve(s.triaged(OLD), complaint=attrs.evolve(complaint, facts=facts))
    assert "does not have the state gone" in whys(move(story))


def test_a_fact_that_does_not_fit_is_refused() -> None:
    rated = s.triaged(OLD).do(own("Rate", "1"))
    assert whys(move(rated)) == "the fact house.Score.stars is never '1' in the lifecycle"


def test_two_facts_do_not_become_one() -> None:
    rated = s.triaged(OLD).do(own("Rate", "2"))
    mapping = LifecycleMapping({}, {"house.Rate": "house.Score", "house.Rate.stars": "house.Score"})
    assert "two facts would have one name" in whys(move(rated, names=mapping))


def test_a_fact_of_no_command_is_refused() -> None:
    rated = s.triaged(OLD).do(own("Rate", "2"))
    mapping = LifecycleMapping({}, {"house.Rate.stars": "house.Praise.stars"})
    assert whys(move(rated, names=mapping)) == "the lifecycle has no fact house.Praise.stars"


def test_a_fact_that_a_command_of_code_left_may_have_any_name() -> None:
    complaint = s.triaged(OLD).complaint
    facts = msgspec.structs.replace(complaint.facts, extra=FrozenMap({"called": 2}))
    story = attrs.evolve(s.triaged(OLD), complaint=attrs.evolve(complaint, facts=facts))
    (event,) = move(story, names=LifecycleMapping({}, {"called": "calls"})).events
    assert event.changes["extra"] == FrozenMap({"calls": 2})


def test_who_moved_meanwhile_does_not_move_by_an_old_plan() -> None:
    command = NAMES.command(pending().facts, NEW, "wu", "spring")
    stale = attrs.evolve(command, left_policy="another", left_lifecycle="one more")
    decision = NEW.decide(pending().complaint, stale, by=s.SYSTEM, at=s.T0)
    assert "it is not under another any more" in whys(decision)
    assert "it is not under one more any more" in whys(decision)


def test_it_moves_to_the_lifecycle_that_decides() -> None:
    command = attrs.evolve(NAMES.command(pending().facts, NEW, "wu", "spring"), lifecycle="another")
    assert (
        whys(NEW.decide(pending().complaint, command, by=s.SYSTEM, at=s.T0))
        == "it is not the lifecycle another that decides"
    )


def test_all_reasons_come_at_once() -> None:
    rated = held().do(own("Rate", "1"))
    mapping = attrs.evolve(NAMES, states={"on hold": "bank"})
    told = whys(move(rated, names=mapping))
    assert all(part in told for part in ("bank means planned", "the state pending", "never '1'"))


def test_only_the_system_moves_it() -> None:
    command = NAMES.command(pending().facts, NEW, "wu", "spring")
    decision = NEW.decide(pending().complaint, command, by=s.MANAGER, at=s.T0)
    assert "allowed" in {one.rule for one in decision.refusals}


def test_an_archived_one_does_not_move() -> None:
    decision = move(s.archived(OLD))
    assert decision.not_possible is not None
    assert not NEW.has_move(NAMES.command(s.archived(OLD).facts, NEW, "wu", "spring"), s.archived(OLD).complaint)


def test_without_an_edge_of_a_migration_nobody_moves() -> None:
    closed = LifecycleBuilder.default().without("Migrate").build()
    command = NAMES.command(pending().facts, closed, "wu", "spring")
    assert not closed.has_move(command, pending().complaint)


def test_a_command_takes_the_names_that_matter_to_its_complaint() -> None:
    command = NAMES.command(pending().facts, NEW, "wu", "spring")
    assert (command.states, command.facts) == (FrozenMap({"pending": "needs info"}), FrozenMap())
    assert (command.left_policy, command.left_lifecycle) == (pending().facts.policy, OLD.own_digest)


def problems(mapping: LifecycleMapping, *former: Lifecycle) -> Mapping[str, str]:
    with pytest.raises(DefinitionError) as wrong:
        mapping.check(NEW, former)
    return {one.path: one.found for one in wrong.value.problems}


def test_a_mapping_is_checked_before_anybody_moves() -> None:
    NAMES.check(NEW, (OLD,))
    NAMES.check(NEW, ())
    wrong = LifecycleMapping(
        {"pendign": "parked", "pending": "gone", "on hold": "bank"},
        {"house.Rate.stars": "house.Praise.stars", "a": "b", "c": "b"},
    )
    assert problems(wrong, OLD) == {
        "states.pendign": "no state of the lifecycles before",
        "states.pending": "'gone'",
        "states.on hold": "bank, which means planned",
        "facts.house.Rate.stars": "'house.Praise.stars'",
        "facts": "two of one new name",
    }


def test_a_mapping_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "names.toml"
    file.write_text('[states]\npending = "needs info"\n[facts]\n"house.Rate.stars" = "house.Score.stars"\n', "utf-8")
    assert read_mapping(file) == LifecycleMapping({"pending": "needs info"}, {"house.Rate.stars": "house.Score.stars"})
    assert read_mapping("") == LifecycleMapping()


def test_a_file_tells_all_that_is_wrong_at_once() -> None:
    with pytest.raises(DefinitionError) as wrong:
        read_mapping('facts = 1\nstate = "x"\n[states]\npending = 7\nheld = " "\n')
    assert [one.path for one in wrong.value.problems] == ["state", "states.pending", "states.held", "facts"]


def test_it_moves_to_a_policy_as_well() -> None:
    other = NEW.under(Policy.from_data({"promises": {"medium_closed": "48h"}}))
    (event,) = move(pending(), other).events
    assert event.changes["policy"] == other.policy.digest


NAMED = ("state", "lifecycle", "extra")
"""What a move may change: names."""


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_from_every_state_it_keeps_the_meaning_and_every_fact_or_is_refused() -> None:
    """R16, R33, R34: what was promised, proved, said and paid stays, and an end stays an end."""
    reached = set[str]()
    for walk in walks_everywhere(OLD):
        before = walk.complaint
        for decision in (move(Story(OLD, before, walk.at)), move(Story(OLD, before, walk.at), Lifecycle.default())):
            for event in decision.events:
                after = NEW.evolve(before, [event]).facts
                reached.add(before.state)
                assert after.stage == before.stage
                names = {name: getattr(before.facts, name) for name in (*NAMED, "stands_for")}
                assert msgspec.structs.replace(after, **names) == before.facts
            assert decision.events or decision.not_possible or decision.refusals
    assert reached >= {*OLD.moving.states} - {"new", "archived", "bank"}
