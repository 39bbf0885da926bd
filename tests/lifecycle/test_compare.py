"""Two rule books compared: what one accepts and the other refuses, each with a story that really runs so."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import attrs
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from complaintflow import (
    Ask,
    Complaint,
    Customer,
    DefinitionError,
    InvalidInput,
    Lifecycle,
    Policy,
    Refusal,
    commands as c,
)
from complaintflow.commands._context import Decision
from complaintflow.lifecycle import (
    TABLE,
    Comparison,
    Difference,
    LifecycleBuilder,
    LifecycleMapping,
    Row,
    is_lifecycle,
    read_lifecycle,
)
from complaintflow.lifecycle.checking.cast import MORNING
from complaintflow.lifecycle.checking.comparing import JointWalk, chosen, compare
from complaintflow.lifecycle.checking.exploring import Exploration, follow
from complaintflow.lifecycle.checking.folding import fold
from complaintflow.lifecycle.checking.rules import Situation
from complaintflow.lifecycle.checking.slices import Slice, command_slice, command_slices
from complaintflow.lifecycle.checking.unchanged import Unchanged
from complaintflow.lifecycle.checking.witness import Seen
from complaintflow.lifecycle.checking.worsening import worsen
from complaintflow.lifecycle.rows import implied_effects
from complaintflow.vocabulary import Effect, State
from tests.lifecycle.test_check import BY_NAME, slices, without

STANDARD = Lifecycle.default()


def compared(old: Lifecycle, new: Lifecycle, *names: str) -> Comparison:
    """By these slices, and by those that the comparison adds by itself."""
    return compare(old, new, chosen(old, new, slices(*names)))


def under(toml: str) -> Lifecycle:
    return Lifecycle.default(Policy.from_toml(toml))


def plays(difference: Difference, old: Lifecycle, new: Lifecycle) -> None:
    """Really run the printed test of a difference."""
    names: dict[str, Any] = {}
    exec(difference.as_test(), names)
    [test] = [value for name, value in names.items() if name.startswith("test_")]
    test(old, new)


def no_more(ask: Ask) -> Refusal | None:
    """A rule of the house that refuses whatever it is asked about."""
    return Refusal("no-more", "the house does not do this", "ask somebody else")


def guarded(kind: str, source: str) -> Lifecycle:
    """The lifecycle in which one edge has one more rule."""
    return edged(kind, source, lambda row: attrs.evolve(row, rules=(*row.rules, no_more)))


def aimed(kind: str, source: str, target: str) -> Lifecycle:
    """The lifecycle in which one edge leads elsewhere."""
    effects = implied_effects(source, target)
    return edged(kind, source, lambda row: attrs.evolve(row, target=target, effects=row.effects | effects))


def edged(kind: str, source: str, change: Any) -> Lifecycle:
    rows: list[Row] = []
    for row in TABLE:
        if row.kind == kind and source in row.sources:
            rows += [attrs.evolve(row, sources=row.sources - {source})]
            rows += [change(attrs.evolve(row, sources=frozenset({source})))]
        else:
            rows.append(row)
    return Lifecycle([row for row in rows if row.sources])


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_lifecycle_is_equal_to_itself() -> None:
    """The same rules once more, in rows of their own: nothing differs, and nothing is written differently."""
    found = compared(STANDARD, Lifecycle([attrs.evolve(row) for row in TABLE]), "plan", "merge")
    assert found.verdict == "equal"
    assert found.same
    assert found.complete
    assert found.differences == ()
    assert found.changes == ()


def test_a_slice_whose_commands_are_decided_alike_is_not_explored() -> None:
    """Only those are that try the command whose edge is another one; the others prove themselves, and say so."""
    found = compared(STANDARD, guarded("ExplainPlan", "planned"), "plan", "merge", "money")
    assert [(one.slice, one.alike) for one in found.covered] == [
        *(("plan", False), ("merge", True), ("money", True), ("ExplainPlan", False)),
    ]
    assert found.covered[1].situations == 0
    assert "merge: not explored, since both decide each of its commands by the same edges and guards" in str(found)
    assert "merge:无须探索" in found.text("zh")
    assert found.as_document()["covered"][1]["alike"]


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize("name", ["merge", "explained money"])
def test_what_is_not_explored_would_have_told_nothing(name: str) -> None:
    """The shortcut is no hole: the walk itself, which asks both sides, finds no other answer."""
    slice, new = BY_NAME[name], guarded("ExplainPlan", "planned")
    surely = Unchanged(STANDARD, new)
    assert JointWalk(STANDARD, new, slice, surely).is_alike
    never = Unchanged(STANDARD, STANDARD.with_guards({Effect.ANY: [lambda ask: None]}))
    walk = JointWalk(STANDARD, new, slice, never)
    assert not walk.is_alike
    assert [*walk.answers()] == []
    assert walk.decisions > 400


@pytest.mark.uncounted
def test_another_policy_and_a_command_that_stands_for_others_leave_nothing_unexplored() -> None:
    """A value may be read anywhere, and an approval is decided by the edges of what it approves."""
    assert not any(one.alike for one in compared(STANDARD, under("update_min_chars = 30"), "plan", "merge").covered)
    approving = attrs.evolve(BY_NAME["merge"], kinds={**BY_NAME["merge"].kinds, c.Approve: "lead"})
    assert not any(one.alike for one in compare(STANDARD, STANDARD, [approving]).covered)


@pytest.mark.uncounted
def test_a_slice_beside_other_complaints_is_explored_where_their_edges_differ() -> None:
    """The complaints beside it were received and withdrawn by both rule books."""
    beside = attrs.evolve(BY_NAME["plan"], beside=True)
    new = guarded("Withdraw", "triaged")
    assert c.Withdraw not in beside.kinds
    assert [one.alike for one in compare(STANDARD, new, [BY_NAME["plan"], beside]).covered] == [True, False]


def test_complaints_beside_a_story_are_one_though_each_names_its_own_lifecycle() -> None:
    """A pair stays one situation on both sides as long as they answer alike, which asks half as much."""
    new = guarded("Withdraw", "triaged")
    assert new.own_digest
    walk = JointWalk(STANDARD, new, BY_NAME["merge"], Unchanged(STANDARD, new))
    assert BY_NAME["merge"].beside
    assert not [one for one in walk.answers() if one.old.kind != "Withdraw"]
    assert walk.found[0].same


def test_a_command_of_which_only_the_answer_counts_is_asked_only_where_its_edge_is_another_one() -> None:
    """Elsewhere it is answered alike, and nobody goes on after it."""
    new = guarded("Escalate", "triaged")
    heard: set[str] = set()

    class Hearing(Lifecycle):
        def decide(self, complaint: Complaint, command: c.Command, **asked: Any) -> Decision:
            heard.update({str(complaint.state)} if isinstance(command, c.Escalate) else set())
            return super().decide(complaint, command, **asked)

    old, slice = Hearing(), attrs.evolve(command_slice(STANDARD, c.Escalate), most=80)
    found = [*JointWalk(old, new, slice, Unchanged(old, new)).answers()]
    assert heard == {"triaged"}
    assert {(one.old.kind, one.old.before.state, one.other.how) for one in found} == {
        *(("Escalate", "triaged", "impossible"), ("Escalate", "triaged", "reasons")),
    }


def test_a_command_that_leads_on_is_asked_everywhere() -> None:
    """What comes after it may be another one, though its own edge is not."""
    slice = attrs.evolve(command_slice(STANDARD, c.Assign), most=80)
    walk = JointWalk(STANDARD, STANDARD, slice, Unchanged(STANDARD, STANDARD))
    assert [*walk.answers()] == []
    assert "investigating" in {pair.old.state for pair in walk.found}


def test_a_second_actor_who_does_the_same_leads_nowhere_else() -> None:
    """The situations are those of a walk that follows everybody."""
    kinds = {c.Receive: "customer", c.Triage: "agent", c.Assign: "agent mate lead", c.Escalate: "agent lead"}
    slice = attrs.evolve(BY_NAME["plan"], kinds=kinds)
    walk = JointWalk(STANDARD, STANDARD, slice, Unchanged(STANDARD, STANDARD))
    assert [*walk.answers()] == []
    everybody = Exploration(STANDARD, slice)
    assert {step.by.id for step, after in everybody.steps() if after and step.kind == "Assign"} > {"li"}
    folded = {fold(msgspec.structs.replace(one, seen=Seen()), STANDARD.policy) for one in everybody.found}
    assert {fold(pair.old, STANDARD.policy) for pair in walk.found} == folded


def test_a_command_for_other_people_in_one_state_is_asked_in_all() -> None:
    """What is noted of a customer goes by whether the command is for customers at all."""
    new = edged("Watch", "triaged", lambda row: attrs.evolve(row, who=row.who | {"customer"}))
    unchanged = Unchanged(STANDARD, new)
    assert not unchanged.has(c.Watch, "received")
    assert unchanged.has(c.Block, "received")


def test_commands_to_which_the_same_leads_are_asked_in_one_slice() -> None:
    """Nobody goes on after them; one that leads on, and one that needs something before, has a slice of its own."""
    kinds = [c.Watch, c.Block, c.Unblock, c.Assign, c.Escalate]
    found = [*command_slices(STANDARD, kinds)]
    assert [one.name for one in found] == ["Watch, Block, Escalate", "Unblock", "Assign"]
    together = found[0]
    assert together.asked == together.hostile == (c.Watch, c.Block, c.Escalate)
    assert set(together.asked) < together.kinds.keys()
    assert together.offers[c.Block] == c.Block.samples


@pytest.mark.uncounted
def test_commands_in_one_slice_are_asked_all_that_each_is_asked_alone() -> None:
    """In the same situations, which are the first eighty here."""
    kinds = (c.Watch, c.Escalate)
    [together] = command_slices(STANDARD, kinds)
    alone = [command_slice(STANDARD, kind) for kind in kinds]
    assert questions([together], kinds) == questions(alone, kinds)
    assert len(questions([together], kinds)) > 300


def questions(slices: list[Slice], kinds: tuple[type[c.Command], ...]) -> list[str]:
    steps = (step for one in slices for step, _ in Exploration(STANDARD, attrs.evolve(one, most=80)).steps())
    asked = (step for step in steps if isinstance(step.command, kinds))
    return sorted(f"{step.kind} {step.before.state} {step.by.id} {step.refused_by}" for step in asked)


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_guard_that_is_gone_makes_it_looser() -> None:
    """What became possible is told with the shortest story, which runs under NEW and is refused by OLD."""
    new = without("second-person")
    found = compare(STANDARD, new, [BY_NAME["ends"]])
    assert found.verdict == "looser"
    [first, *_] = found.of("possible")
    assert (first.command, first.old.rules) == ("Decline", ("second-person",))
    assert first.new.state == "declined"
    for one in found.differences:
        plays(one, STANDARD, new)
    with pytest.raises(AssertionError):
        plays(first, STANDARD, STANDARD)


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_guard_more_makes_it_stricter() -> None:
    """The same seen from the other side: OLD and NEW change places, and so do the answers."""
    old = without("second-person")
    found = compare(old, STANDARD, [BY_NAME["ends"]])
    assert found.verdict == "stricter"
    assert {one.how for one in found.differences} == {"impossible", "reasons"}
    assert all(one.new.rules for one in found.differences)


@pytest.mark.uncounted
def test_an_edge_that_leads_elsewhere_is_neither() -> None:
    """The walk goes on with both: what follows is told after it, and marked."""
    new = aimed("ExplainPlan", "triaged", "investigating")
    found = compare(STANDARD, new, [BY_NAME["plan"]])
    assert found.verdict == "neither"
    assert found.differences[0].how == "elsewhere"
    assert (found.differences[0].old.state, found.differences[0].new.state) == ("planned", "investigating")
    assert any(one.later for one in found.differences)
    for one in found.differences:
        plays(one, STANDARD, new)


@pytest.mark.uncounted
def test_the_story_is_the_shortest_of_all_slices() -> None:
    found = compare(STANDARD, guarded("Decline", "triaged"), [BY_NAME["ends"]])
    [one] = found.of("impossible")
    assert [line.command for line in one.story.lines] == ["Receive", "Triage", "Decline"]
    assert one.times > 1


def test_a_later_slice_with_a_shorter_story_tells_it() -> None:
    """One slice declines only after a note; what is told is the story of the other."""
    kinds = {c.Receive: "customer", c.Triage: "agent", c.Note: "agent", c.Decline: "agent"}
    noted = attrs.evolve(
        BY_NAME["merge"],
        kinds=kinds,
        offers={c.Decline: lambda ask: c.Decline.samples(ask) if ask.facts.notes else ()},
    )
    found = compare(STANDARD, guarded("Decline", "triaged"), [noted, BY_NAME["ends"]])
    [one] = found.of("impossible")
    assert (one.slice, len(one.story.lines)) == ("ends", 3)


def test_what_is_doubtful_under_one_side_alone_is_told() -> None:
    """R7: an area that only NEW knows: both accept it, and OLD with a caution."""
    form = c.Receive("app", Customer("u-17"), "I paid twice", area="garden")
    gardening = attrs.evolve(BY_NAME["merge"], kinds={c.Receive: "customer"}, offers={c.Receive: lambda ask: [form]})
    found = compare(STANDARD, under('[areas]\ngarden = "花园"'), [gardening])
    assert found.verdict == "neither"
    [one] = found.differences
    assert [fact.fact for fact in one.facts] == ["cautions"]
    assert "garden" in one.facts[0].old
    assert one.facts[0].new == ""
    plays(one, STANDARD, under('[areas]\ngarden = "花园"'))


def test_a_list_in_another_order_is_written_differently() -> None:
    found = compared(STANDARD, under('ladder = ["training", "talk", "assessment", "removal"]'), "merge")
    assert str(found.unnoticed[0]).startswith('ladder: ["talk", "training"')


def test_a_part_that_there_is_not_is_asked_for_as_well() -> None:
    """What a command names is also named wrongly, where every way to ask is tried."""
    assert c.CheckEvidence("E99", "agrees") in [*worsen(c.CheckEvidence("E1", "agrees"))]


def test_a_file_is_told_to_be_a_lifecycle_or_a_policy(tmp_path: Path) -> None:
    found: list[bool | None] = []
    for text in ("without = ['Survey']", "language = 'zh'", ""):
        (tmp_path / "rules.toml").write_text(text, encoding="utf-8")
        found.append(is_lifecycle(tmp_path / "rules.toml"))
    assert found == [True, False, None]


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_both_sides_tell_the_complaints_beside_a_story() -> None:
    """A merge needs another complaint: the printed test brings it along."""
    new = without("same-customer-open-target")
    found = compared(STANDARD, new, "merge")
    assert found.verdict == "looser"
    assert any(one.story.beside for one in found.differences)
    for one in found.differences:
        plays(one, STANDARD, new)


def uncounted(*given: str) -> Any:
    """A case that reaches nothing beyond the others; counted, it is twice as slow."""
    return pytest.param(*given, marks=pytest.mark.uncounted)


@pytest.mark.parametrize(
    ("toml", "slice", "verdict", "place"),
    [
        uncounted(
            "[compensation_limits.agent]\nCNY = 120", "explained money", "looser", "compensation_limits.agent.CNY"
        ),
        uncounted(
            "[compensation_limits.lead]\nCNY = 499", "explained money", "stricter", "compensation_limits.lead.CNY"
        ),
        uncounted("[authority]\napprove_decline = ['manager']", "ends", "stricter", "authority.approve_decline"),
        uncounted("[types.billing]\nrequired = ['order']", "merge", "neither", "types.billing.required"),
        ("[weights]\nemotion = [0, 2, 5, 9]", "merge", "neither", "weights.emotion"),
        uncounted("[closing]\nstrict_grades = ['E']", "plan", "looser", "closing.strict_grades"),
        uncounted("closed_names = ['role']", "merge", "equal", ""),
        ("text_limit = 12", "merge", "stricter", "text_limit"),
    ],
)
def test_a_value_of_the_policy_that_is_another_one_is_found_and_named(
    toml: str, slice: str, verdict: str, place: str
) -> None:
    """R26, R10, R33: an amount, a role, a required field, a weight, a grade, a limit; each by one number between."""
    found = compared(STANDARD, under(toml), slice)
    assert found.verdict == verdict, str(found)
    assert [change.place for change in found.changes if change.noticed] == [place] * bool(place)
    for one in found.differences:
        plays(one, STANDARD, under(toml))


def test_a_time_is_told_from_an_hour_less() -> None:
    """R33: nobody waits thirteen days in the slices; the comparison does, since one policy asks for them."""
    kinds = {c.Receive: "customer", c.AskCustomer: "agent", c.Decline: "system", c.Receipt: "system"}
    waiting = attrs.evolve(BY_NAME["questions"], kinds=kinds)
    found = compare(STANDARD, under("[closing]\nunanswered_after = '13d'"), [waiting])
    assert found.verdict == "looser"
    assert {one.command for one in found.of("possible")} == {"Decline"}


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_who_has_a_role_that_nobody_plays_is_asked_as_well() -> None:
    found = compared(STANDARD, under("[authority]\napprove_decline = ['lead', 'manager', 'supervisor']"), "ends")
    assert found.verdict == "looser"
    assert {one.by for one in found.of("possible")} == {"one supervisor"}


def test_two_values_that_only_together_make_a_difference_are_both_named() -> None:
    """A new role pays nothing without a limit of its own, and a limit is for a role: neither does it alone."""
    toml = "[roles.cashier]\ndo = ['all']\nscope = ['all']\n[compensation_limits.cashier]\nCNY = 60"
    found = compared(STANDARD, under(toml), "explained money")
    noticed = {change.place.split(".")[0] for change in found.changes if change.noticed}
    assert noticed == {"roles", "compensation_limits"}


def test_a_value_that_no_situation_reads_is_named_and_not_called_equal() -> None:
    """R9: clocks are no business of `decide`: silence is not read as equal."""
    found = compared(STANDARD, under("[promises]\nhigh_cause_found = '2h'"), "merge")
    assert found.verdict == "equal"
    assert not found.same
    [change] = found.unnoticed
    assert str(change) == "promises.high_cause_found: 14400 → 7200"
    assert "no explored situation noticed: promises.high_cause_found" in str(found)
    assert "都没有觉察:promises.high_cause_found" in found.text("zh")


HOLD = """
[states.shelf]
stage = "investigating"
en = "on the shelf"
{pauses}
[commands.Shelve]
fields = {{ why = "{type}" }}
[[edges]]
command = "Shelve"
from = "triaged"
to = "shelf"
[[edges]]
command = "Resolve"
from = "shelf"
to = "resolved"
{more}
"""


def shelf(pauses: str = "", type: str = "text", more: str = "") -> Lifecycle:
    return read_lifecycle(HOLD.format(pauses=pauses, type=type, more=more))


def shelving(rules: Lifecycle) -> Slice:
    """What comes in is triaged and shelved, and no more."""
    kinds = {c.Receive: "customer", c.Triage: "agent", rules.commands["Shelve"]: "agent"}
    return attrs.evolve(BY_NAME["merge"], kinds=kinds)


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        (STANDARD, shelf(), ["house (new)"]),
        (shelf(), shelf(type="number"), ["house (old)"]),
        (shelf(), LifecycleBuilder.default().command("Wave").add("Wave", "triaged", "closed").build(), None),
    ],
    ids=["one house", "two with the same commands", "two with other commands"],
)
def test_each_house_has_a_slice_of_its_own_commands(old: Lifecycle, new: Lifecycle, names: list[str] | None) -> None:
    """One of both, where they lead on by the same commands."""
    found = [slice.name for slice in chosen(old, new, []) if slice.name.startswith("house")]
    assert found == (names or ["house (old)", "house (new)"])


def test_a_state_and_a_command_more_are_told_as_what_became_possible() -> None:
    found = compared(STANDARD, shelf())
    assert found.verdict == "looser"
    [one] = found.of("possible")
    assert (one.command, one.old.rules, one.new.state) == ("Shelve", ("no-move",), "shelf")
    assert str(one).startswith("became possible: Shelve from triaged leads to shelf; under OLD it has no such move")
    plays(one, STANDARD, shelf())
    assert {"states.shelf", "commands.Shelve"} <= {change.place for change in found.changes if change.noticed}
    assert compared(shelf(), STANDARD).verdict == "stricter"


@pytest.mark.uncounted
def test_two_files_with_commands_of_their_own_are_compared_by_name() -> None:
    """Each file makes classes of its own: the same name with the same fields is the same command."""
    assert compare(shelf(), shelf(), [shelving(shelf())]).same
    other = compare(shelf(), shelf(type="number"), [shelving(shelf())])
    assert other.verdict == "neither"  # each side refuses the fields of the other
    assert {one.old.rules or one.new.rules for one in other.differences} == {("invalid",)}
    for one in other.differences:
        plays(one, shelf(), shelf(type="number"))


WAITS = """
[states.parked]
stage = "investigating"
[states."at lunch"]
stage = "triaged"
[commands.Park2]
fields = { reason = ["part", "third party"], then = ["parked", "investigating"] }
[commands.Wake]
[commands.Nap]
[[edges]]
command = "Park2"
from = "any but planned"
to = "at lunch"
[[edges]]
command = "Wake"
from = ["at lunch"]
to = "chosen"
[[edges]]
command = "Nap"
from = "parked"
"""
RENAMED = LifecycleMapping({"parked": "shelf", "at lunch": "away"})


def test_a_lifecycle_whose_states_got_new_names_is_proved_equal_by_the_mapping() -> None:
    """A new name was a hundred differences, and the one that mattered stood among them."""
    old = read_lifecycle(WAITS, mapping=RENAMED)
    new = read_lifecycle(WAITS.replace("parked", "shelf").replace("at lunch", "away"))
    found = old.compare(new)
    assert found.same
    assert all(one.alike for one in found.covered)
    assert not read_lifecycle(WAITS).compare(new, only=["merge"], most=5).same


def test_a_mapping_that_names_no_state_of_the_file_or_one_name_twice_is_refused() -> None:
    with pytest.raises(DefinitionError) as wrong:
        read_lifecycle(WAITS, mapping=LifecycleMapping({"planned": "later", "parked": "at lunch"}))
    assert [str(one) for one in wrong.value.problems] == [
        "mapping.states.planned: found no state of this lifecycle, expected one of parked, at lunch",
        "mapping.states: found two states at lunch, expected one",
    ]


def test_a_choice_that_is_gone_is_told_in_words() -> None:
    """`invalid` is what the library calls it; the house took a choice away."""
    old = read_lifecycle(WAITS)
    new = read_lifecycle(WAITS.replace(', "third party"', ""))
    park = {c.Receive: "customer", c.Triage: "agent", old.commands["Park2"]: "agent"}
    found = compare(old, new, [attrs.evolve(BY_NAME["merge"], kinds=park)])
    assert found.verdict == "stricter"
    [*_, [one, *_]] = found.kinds
    assert "does not fit (reason: found 'third party', expected one of part); under OLD" in one.text()
    assert "填写有误(reason:填的是 'third party',要求 one of part)" in one.text("zh")
    assert one.as_document()["new"]["faults"] == (("reason", "'third party'", "one of part"),)


def test_what_a_state_has_by_its_meaning_comes_and_goes_in_one_line() -> None:
    """Of a state with a new name, and no mapping, one line for each of its edges hid all else."""
    new = read_lifecycle(WAITS.replace("parked", "shelf"))
    found = compare(read_lifecycle(WAITS), new, [])
    told = [line for line in str(found).splitlines() if "by its meaning" in line]
    assert len(told) == 2
    assert "edge(s) went that parked had by its meaning: Absorb, Acknowledge" in told[0]
    assert "edge(s) came that shelf has by its meaning: Absorb, Acknowledge" in told[1]
    assert "因其含义而有的" in found.text("zh")
    mine = [one.place for one in found.unnoticed if not one.inherited]
    assert any("Nap from parked" in place for place in mine)
    assert {one.inherited for one in found.unnoticed} == {"", "parked", "shelf"}


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_what_stays_on_both_sides_is_no_other_way_once_the_states_are_two() -> None:
    """The step before told it: each note in the renamed state would tell it again."""
    old, new = read_lifecycle(WAITS), read_lifecycle(WAITS.replace("at lunch", "away"))
    park = {c.Receive: "customer", c.Triage: "agent", old.commands["Park2"]: "agent", c.Note: "agent"}
    found = compare(old, new, [attrs.evolve(BY_NAME["merge"], kinds=park)])
    assert {one.command for one in found.of("elsewhere")} == {"Park2"}


def test_a_state_that_stops_the_clocks_does_something_else() -> None:
    found = compare(shelf(), shelf('pauses = "customer"'), [shelving(shelf())])
    [one] = [one for one in found.of("otherwise") if not one.later]
    assert [fact.fact for fact in one.facts] == ["paused"]
    assert "does something else: Shelve from triaged changes paused" in str(found)


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_guard_of_an_effect_is_named_by_its_rule() -> None:
    new = LifecycleBuilder.default().guard("ends", no_more).build()
    found = compared(STANDARD, new, "ends")
    assert found.verdict == "stricter"
    assert [(change.place, change.old, change.new, change.noticed) for change in found.changes] == [
        ("guards.ends", "", "no-more", True)
    ]
    assert str(found.changes[0]) == "guards.ends: — → no-more"


@pytest.mark.uncounted
def test_a_comparison_is_told_in_both_languages_and_as_data() -> None:
    """One line for the same in several states, one story below it; and all of it for a program."""
    found = compared(STANDARD, without("compensation-explained"), "explained money")
    assert len(found.kinds) < len(found.differences)
    assert str(found).startswith("looser: some things became possible")
    assert "became possible: ApproveCompensation from received, " in str(found)
    assert "under OLD it is refused by compensation-explained" in str(found)
    assert found.text("zh").startswith("结论:更宽。")
    assert "状态下的 ApproveCompensation 被接受,状态不变;在旧规则下被 compensation-explained 拒绝" in found.text("zh")
    told = found.as_document()
    assert (told["verdict"], told["same"], told["complete"]) == ("looser", False, True)
    assert told["differences"][0]["story"][0]["command"] == "Receive"
    assert found.differences[0].story.as_mermaid("zh").startswith("sequenceDiagram")
    assert str(found.differences[0]).count("\n") == len(found.differences[0].story.lines)


def test_a_walk_that_is_cut_short_proves_nothing_and_says_so() -> None:
    short = attrs.evolve(BY_NAME["plan"], most=20)
    found = compare(STANDARD, guarded("Close", "planned"), [short])
    assert not found.complete
    assert "not explored to the end, so that nothing is proved of it: plan" in str(found)


def test_the_last_line_of_a_refused_story_says_who_refuses() -> None:
    found = compare(without("second-person"), STANDARD, [BY_NAME["ends"]])
    one = found.of("reasons")[0]
    assert "✗ refused by" in str(one.story)
    assert "被" in one.story.text("zh")
    assert "refused by" in one.story.as_mermaid().splitlines()[-1]


def test_lifecycles_compare_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    """The way for everybody: by all slices, which are two here, or by some."""
    monkeypatch.setattr("complaintflow.lifecycle.checking.comparing.SLICES", (BY_NAME["merge"], BY_NAME["plan"]))
    assert [one.slice for one in STANDARD.compare(STANDARD).covered] == ["merge", "plan"]
    assert [one.slice for one in STANDARD.compare(STANDARD, only=["plan"]).covered] == ["plan"]
    assert compare(STANDARD, STANDARD).same
    with pytest.raises(InvalidInput, match=r"only.*'mony'.*one of merge, plan"):
        STANDARD.compare(STANDARD, only=["mony"])


# ── the law: a verdict is never contradicted


LOST = ("second-person", "recourse-told", "facts-before-promise", "confirm-before-close", "person-decides")


@attrs.frozen
class Change:
    """A lifecycle with something changed, and the verdicts that it may get."""

    what: str
    new: Lifecycle = attrs.field(repr=False)
    may_be: frozenset[str]


def changes(slices: tuple[Slice, ...]) -> st.SearchStrategy[Change]:
    """A guard that is gone, a guard more, or an edge led elsewhere, among the commands that these slices try."""
    kinds = {kind.__name__ for slice in slices for kind in slice.kinds} - {"Receive"}
    edges = [(row.kind, str(source)) for row in TABLE for source in sorted(row.sources) if row.kind in kinds]
    edge, target = st.sampled_from(edges), st.sampled_from(sorted(set(State) - {State.NEW, State.MERGED}))
    lost = st.sampled_from(LOST).map(lambda rule: Change(f"-{rule}", without(rule), frozenset({"looser", "equal"})))
    more = edge.map(lambda one: Change(f"+{one}", guarded(*one), frozenset({"stricter", "equal"})))
    led = frozenset({"neither", "equal", "stricter"})  # the guards of the state that it is led to may all refuse
    other = st.tuples(edge, target).map(lambda one: Change(f"{one}", aimed(*one[0], one[1]), led))
    return st.one_of(lost, more, other)


def keeps_its_word(change: Change, slice: Slice, draw: Random, stories: int) -> None:
    """The verdict is a right one, every story runs as it says, and no random story speaks against the verdict."""
    found = compare(STANDARD, change.new, [slice])
    assert found.verdict in change.may_be, (change, str(found))
    for one in found.differences[:12]:
        plays(one, STANDARD, change.new)
    for _ in range(stories):
        if found.verdict in {"stricter", "equal"}:
            is_followed(change.new, STANDARD, slice, draw)
        if found.verdict in {"looser", "equal"}:
            is_followed(STANDARD, change.new, slice, draw)


def is_followed(narrow: Lifecycle, wide: Lifecycle, slice: Slice, draw: Random) -> None:
    """A random story of the narrow side can be told on the wide one as well, state by state."""
    walk = Exploration(narrow, slice)
    situation = Situation(Complaint.blank("C-1"), MORNING)
    other = situation.complaint
    for _ in range(9):
        steps = [step for step in walk.tried(situation) if step.event is not None]
        if not steps:
            return
        step = draw.choice(steps)
        assert step.command is not None
        answer = wide.decide(other, step.command, by=step.by, at=situation.at)
        assert [event.state for event in answer.events] == [str(step.event and step.event.state)], step
        situation, other = follow(narrow, step), wide.evolve(other, answer.events)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_a_verdict_is_never_contradicted(data: st.DataObject) -> None:
    """A guard less is looser, a guard more stricter, an edge led elsewhere neither; or no story came there."""
    slice = BY_NAME["plan"]
    keeps_its_word(data.draw(changes((slice,))), slice, data.draw(st.randoms(use_true_random=True)), 2)


def after_notes(most: int) -> Lifecycle:
    """A small house in which nobody withdraws what has so many notes."""

    def no_more(ask: Ask) -> Refusal | None:
        return Refusal("no-more", "it has many notes", "read them") if ask.facts.notes >= most else None

    rules = LifecycleBuilder().state("open", "received").add("Receive", "new", "open", who="customer staff system")
    return rules.guard("ends", no_more).build()


def test_what_a_guard_of_the_house_counts_is_gone_through_as_often_as_either_counts() -> None:
    """A third round is another situation than the second, where one of both tells them apart."""
    found = compare(after_notes(3), after_notes(4), [BY_NAME["ends"]])
    assert found.verdict == "looser"
    assert [one.slice for one in found.covered if one.slice.startswith("rounds")] == [
        "rounds (notes to 3)",
        "rounds (notes to 4)",
    ]
    assert str(found.differences[0]).count("Note(") == 3
    assert compare(after_notes(3), after_notes(3), [BY_NAME["ends"]]).verdict == "equal"


@pytest.mark.explore
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data(), name=st.sampled_from(["plan", "ends", "merge", "explained money"]))
def test_a_verdict_is_never_contradicted_by_many_stories(data: st.DataObject, name: str) -> None:
    """In other slices: 250 changes, and forty stories for each whose verdict says that one side holds the other."""
    slice = BY_NAME[name]
    keeps_its_word(data.draw(changes((slice,))), slice, data.draw(st.randoms(use_true_random=True)), 40)
