"""The checker: what it finds, that its stories run, and that it finds nothing in the built-in lifecycle."""

from __future__ import annotations

from collections.abc import Container, Iterable
from copy import copy
from datetime import UTC, datetime
from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from complaintflow import Actor, Ask, InvalidInput, Lifecycle, Policy, Refusal, commands as c
from complaintflow.lifecycle import TABLE, Finding, LifecycleBuilder, Report, Row
from complaintflow.lifecycle.checking.built_in_slices import SLICES
from complaintflow.lifecycle.checking.cast import MORNING
from complaintflow.lifecycle.checking.check import check
from complaintflow.lifecycle.checking.exploring import Exploration
from complaintflow.lifecycle.checking.folding import fold
from complaintflow.lifecycle.checking.judging import judge
from complaintflow.lifecycle.checking.odd import Tally, find_odd, find_unused
from complaintflow.lifecycle.checking.promises import PROMISES
from complaintflow.lifecycle.checking.rules import Step
from complaintflow.lifecycle.checking.slices import Slice, command_slice
from complaintflow.lifecycle.checking.stories import name_of_test
from complaintflow.lifecycle.checking.waiting import find_abandoned
from complaintflow.lifecycle.checking.worsening import DENIAL, worsen
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.guards import GUARDS, rule_of
from complaintflow.values import Said
from complaintflow.vocabulary import Effect, State
from tests.lifecycle.systems import SYSTEMS

BY_NAME = {slice.name: slice for slice in SLICES}
WIDEST = ("agreement", "evidence", "questions", "unreachable")
"""Slices that reach together all that each of them reaches."""
QUICK = ("money", "refund", "explained money", "plan", "ends", "merge")


def slices(*names: str) -> list[Slice]:
    return [BY_NAME[name] for name in names]


def without_rule(rules: Lifecycle, rule: str) -> Lifecycle:
    """A lifecycle in which a guard is gone from every effect and every row: no public way leads here."""
    table = (attrs.evolve(row, rules=tuple(one for one in row.rules if rule_of(one) != rule)) for row in rules.table)
    mutant = copy(Lifecycle(table))
    mutant.guards = {
        effect: tuple(one for one in guards if rule_of(one) != rule) for effect, guards in mutant.guards.items()
    }
    mutant._called = {}
    return mutant


def without(rule: str) -> Lifecycle:
    """The built-in lifecycle in which a guard is gone."""
    return without_rule(Lifecycle.default(), rule)


def forgetful(rule: str) -> Lifecycle:
    """The built-in lifecycle in which a guard lets all pass once the customer disputed."""
    mutant = copy(Lifecycle.default())

    def until_disputed(guard: Guard) -> Guard:
        return lambda ask: None if ask.facts.disputes else guard(ask)

    mutant.guards = {
        effect: tuple(until_disputed(one) if rule_of(one) == rule else one for one in guards)
        for effect, guards in mutant.guards.items()
    }
    mutant._called = {}
    return mutant


def replay(lifecycle: Lifecycle, finding: Finding) -> list[str]:
    """The states on the way, when the printed test of a story is really run."""
    assert finding.story is not None
    names: dict[str, Any] = {}
    exec(finding.story.as_test(finding.name), names)
    names[f"test_{name_of_test(finding.name)}"](lifecycle)
    return [line.state for line in finding.story.lines]


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize("name", ["money", *(pytest.param(name, marks=pytest.mark.uncounted) for name in QUICK[1:])])
def test_the_built_in_lifecycle_keeps_its_promises(name: str) -> None:
    """Whatever can happen with these commands and actors: nothing is paid twice, nothing ends without a ground."""
    found = check(Lifecycle.default(), slices(name))
    assert found.broken == (), str(found)
    assert [one for one in found.findings if one.kind in {"cap-exceeded", "equal-and-different"}] == []
    assert found.covered[0].situations > 40


NEVER = {
    "money": {
        "Mitigate": "who acts on money needs the payment that was agreed on, and here another kind is paid",
        "Resolve": "the same; the slice of the refund has those that pass",
    },
    "ends": {"Note": "an archived complaint takes none; until then it is not offered"},
    "questions": {"Triage": "it stays where it was received, so it is not offered"},
}
"""What a slice of the library has and never accepts, and why it means that."""


@pytest.mark.parametrize("slice", SLICES, ids=lambda slice: slice.name)
@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_each_slice_comes_to_all_its_commands_and_accepts_them_but_those_with_a_reason(slice: Slice) -> None:
    """One that was nearly empty called itself explored to the end. It is left as soon as all was accepted."""
    exploration = Exploration(Lifecycle.default(), slice)
    for _ in exploration.steps():
        if not exploration.unasked and not exploration.unaccepted:
            break
    assert (exploration.absent, exploration.unasked, exploration.unaccepted) == ((), (), ())
    assert {*exploration.barred} == NEVER.get(slice.name, {}).keys()


@pytest.mark.explore
def test_the_built_in_lifecycle_is_sound_as_a_whole() -> None:
    found = Lifecycle.default().check()
    assert found.sound, str(found)
    assert found.situations > 15_000
    assert {one.slice: {*one.barred} for one in found.covered if one.barred} == {
        name: {*why} for name, why in NEVER.items()
    }
    assert "there to be refused, or left out: Mitigate, Resolve" in str(found)
    assert not any(one.absent or one.unasked or one.unaccepted for one in found.covered)
    print(found)


FOUND = {
    "verify-before-notify": ("proof", "solved-is-proved"),
    "confirm-before-close": ("plan", "closed-on-a-ground"),
    "facts-before-promise": ("evidence", "facts-come-first"),
    "within-authority": ("money", "pays-within-authority"),
    "not-paid-twice": ("money", "pays-once"),
    "payment-approved": ("money", "money-is-approved"),
    "identity-checked": ("money", "pays-whom-we-know"),
    "compensation-explained": ("explained money", "pays-whom-we-know"),
    "arrival-to-come": ("explained money", "pays-whom-we-know"),
    "abuse-decided-above": ("explained money", "pays-whom-we-know"),
    "recourse-told": ("ends", "ends-are-told"),
    "second-person": ("ends", "ends-are-told"),
    "root-cause-named": ("ends", "archived-whole"),
    "retrospective-after-solution": ("ends", "looks-back-after"),
    "same-customer-open-target": ("merge", "ends-are-told"),
    "agreement-before-action": ("evidence", "acts-on-agreement"),
    "authority-to-approve": ("ends", "approved-by-authority"),
    "authority-to-override": ("teams", "lifted-by-authority"),
    "cleared-by-authority": ("grades", "hazards-stand"),
    "corrected-by-staff": ("account", "corrected-by-whom"),
    "customer-facing-role": ("proof", "facing-customers"),
    "evidence-checked": ("judgement", "facts-come-first"),
    "handoff-carries-context": ("teams", "handed-over-whole"),
    "no-end-by-silence": ("ends", "silence-is-silent"),
    "no-ping-pong": ("teams", "handed-over-whole"),
    "no-solved-wording-before-proof": ("proof", "solved-is-proved"),
    "party-heard": ("judgement", "facts-come-first"),
    "person-decides": ("money", "a-person-decides"),
    "priority-never-fades": ("grades", "grade-never-fades"),
    "record-complete": ("ends", "archived-whole"),
    "rule-named": ("judgement", "facts-come-first"),
    "nothing-left-open": ("left open", "nothing-is-left"),
    "reopened-in-time": ("answered", "surveyed-or-reopened-in-time"),
}
"""A guard that is gone: in which slice it is missed, and by which promise."""


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize(
    ("rule", "slice", "promise"),
    [("not-paid-twice", "refund", "pays-once"), ("priority-never-fades", "disputed", "grade-never-fades")],
)
def test_a_guard_that_forgets_once_the_customer_disputed_is_found(rule: str, slice: str, promise: str) -> None:
    """No story of money, nor of grades, came as far as a dispute: such a house was called sound."""
    assert [one.name for one in check(forgetful(rule), slices(slice), first=True).broken] == [promise]


REACHED_BY_OTHERS = {
    "arrival-to-come",
    "authority-to-approve",
    "authority-to-override",
    "confirm-before-close",
    "no-end-by-silence",
    "no-solved-wording-before-proof",
    "not-paid-twice",
    "party-heard",
    "payment-approved",
    "person-decides",
    "retrospective-after-solution",
    "root-cause-named",
    "second-person",
    "verify-before-notify",
    "within-authority",
}
"""Guards whose search reaches nothing that none of the others reaches."""


def uncounted_in(names: Iterable[str], others: Container[str]) -> list[Any]:
    """The names as parameters: of those among the others is not counted what they reach, which is twice as slow."""
    return [pytest.param(name, marks=pytest.mark.uncounted) if name in others else name for name in names]


@pytest.mark.parametrize("rule", uncounted_in(sorted(FOUND), REACHED_BY_OTHERS))
def test_a_guard_that_is_gone_is_found_with_a_story_that_runs(rule: str) -> None:
    """Who bends a rule reads how it goes wrong, and the story can be run as a test."""
    slice, promise = FOUND[rule]
    mutant = without(rule)
    found = check(mutant, slices(slice), first=True)
    assert [one.name for one in found.broken] == [promise]
    assert replay(mutant, found.broken[0])
    with pytest.raises(AssertionError):
        replay(Lifecycle.default(), found.broken[0])


def test_a_story_tells_what_was_refused_on_the_way() -> None:
    """The rule that would have said no earlier is the one to look at."""
    finding = check(without("second-person"), slices("ends"), first=True).broken[0]
    assert finding.story is not None
    assert str(finding).startswith("broken-promise ends-are-told: a serious case is declined by one person alone")
    drawn = finding.story.as_mermaid()
    assert drawn.startswith("sequenceDiagram\n    participant u-17")
    assert "li->>complaint: Decline" in drawn
    assert finding.as_document()["story"][-1]["command"] == "Decline"


def test_the_story_is_the_shortest() -> None:
    """Nobody reads twenty steps where four would do."""
    finding = check(without("verify-before-notify"), slices("proof"), first=True).broken[0]
    assert finding.story is not None
    assert [line.command for line in finding.story.lines] == ["Receive", "Triage", "Notify"] or len(
        finding.story.lines
    ) <= 5


def test_a_lifecycle_checks_itself_and_ends_at_the_first_promise_that_is_broken() -> None:
    """Whoever wants a yes or no before each change waits for no other slice."""
    found = without("verify-before-notify").check(first=True)
    assert not found.sound
    assert [one.name for one in found.broken] == ["solved-is-proved"]
    assert [one.slice for one in found.covered] == [SLICES[0].name]


def shortcut(source: str, target: str, *, command: str = "Finish", who: str = "staff") -> Lifecycle:
    """A command of the house that leads from one state to another."""
    return LifecycleBuilder.default().command(command).add(command, source, target, who=who).build()


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_shortcut_to_the_end_still_asks_for_a_ground() -> None:
    """The guards of an effect come with it: an edge that no sensible person would draw never fires."""
    found = check(shortcut("triaged", "closed"), slices("plan"))
    assert found.broken == ()
    assert any(one.kind == "edge-never-fires" and "Finish" in one.name for one in found.findings)


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_state_without_a_way_out_is_found() -> None:
    rules = LifecycleBuilder.default().state("limbo", "investigating", takes="staying").command("Shelve")
    found = check(rules.add("Shelve", "triaged", "limbo").build(), slices("merge"))
    assert {(one.kind, one.name) for one in found.findings} >= {("dead-end", "limbo")}


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_two_states_that_lead_only_to_each_other_are_found() -> None:
    rules = LifecycleBuilder.default().command("Turn")
    for name in ("left", "right"):
        rules.state(name, "investigating", takes="staying")
    rules.add("Turn", "triaged", "left").add("Turn", "left", "right").add("Turn", "right", "left")
    kinds = {(one.kind, one.name) for one in check(rules.build(), slices("merge")).findings}
    assert {("no-way-out", "left"), ("no-way-out", "right")} <= kinds


def unclocked() -> Policy:
    """A policy all of whose clocks stand while a complaint waits."""
    policy = Policy()
    return attrs.evolve(policy, clocks={name: rule for name, rule in policy.clocks.items() if rule.pauses})


def test_a_wait_in_which_no_clock_runs_is_found_with_its_story() -> None:
    """Else a complaint lies there for ever, and nobody hears of it."""
    rules = LifecycleBuilder.default().state("frozen", "investigating", takes="staying", pauses="party")
    rules.command("Freeze").add("Freeze", "triaged", "frozen").command("Thaw").add("Thaw", "frozen", "triaged")
    found = {one.name: one for one in find_odd_of(rules.build(unclocked()), "merge")["waits-without-clock"]}
    assert "it waits for the party" in found["frozen"].what
    assert replay(rules.build(unclocked()), found["frozen"])[-1] == "frozen"
    assert "waits-without-clock" not in find_odd_of(rules.build(), "merge")  # the team reports each day


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_state_that_only_the_system_leaves_without_a_clock_is_found() -> None:
    rules = LifecycleBuilder.default().state("robot", "investigating", takes="staying").command("Hand", {"to": "text"})
    rules.add("Hand", "triaged", "robot").command("Back").add("Back", "robot", "triaged", who="system")
    (found,) = find_odd_of(rules.build(), "merge")["nobody-may-act"]
    assert (found.name, "(Back)" in found.what) == ("robot", True)


def test_a_state_that_a_clock_leaves_is_not_abandoned() -> None:
    rules = LifecycleBuilder.default().state("timed", "investigating", takes="staying").command("Time")
    rules.add("Time", "triaged", "timed").add("MissDeadline", "timed", "triaged", who="system", clock="review")
    assert list(find_abandoned(rules.build(), ["timed"])) == []


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_state_that_no_role_may_lead_on_is_found() -> None:
    """The table has an edge for staff, and the policy lets no role take it."""
    rules = LifecycleBuilder.default().state("vault", "investigating", takes="staying")
    rules.command("Lock").add("Lock", "triaged", "vault").command("Open").add("Open", "vault", "triaged")
    policy = Policy()
    roles = {name: attrs.evolve(role, do={*c.BUILTIN, "Lock"}) for name, role in policy.roles.items()}
    assert "nobody-may-act" not in find_odd_of(rules.build(policy), "merge")
    (found,) = find_odd_of(rules.build(attrs.evolve(policy, roles=roles)), "merge")["nobody-may-act"]
    assert found.name == "vault"


def find_odd_of(lifecycle: Lifecycle, *names: str) -> dict[str, list[Finding]]:
    """What the checker finds odd, by its kind."""
    found: dict[str, list[Finding]] = {}
    for one in check(lifecycle, slices(*names)).findings:
        found.setdefault(one.kind, []).append(one)
    return found


def test_an_end_with_an_exit_is_found() -> None:
    """Else what was confirmed before would close it again."""
    loose = Row(c.Note, frozenset({State.CLOSED}), State.TRIAGED)
    table = tuple(
        attrs.evolve(row, sources=row.sources - {State.CLOSED}) if row.command is c.Note else row for row in TABLE
    )
    found = find_odd(Lifecycle((*table, loose)), Tally())  # the rows alone tell it
    assert ("end-with-exit", "Note from closed") in {(one.kind, one.name) for one in found}


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_state_that_nothing_reaches_is_found() -> None:
    rules = (
        LifecycleBuilder.default().state("island", "investigating").command("Leave").add("Leave", "island", "triaged")
    )
    found = check(rules.build(), slices("merge"))
    assert ("unreachable-state", "island") in {(one.kind, one.name) for one in found.findings}


def done() -> LifecycleBuilder:
    """The built-in lifecycle with a word of the house's own for closed."""
    rules = LifecycleBuilder.default().state("done", "closed", en="done", zh="办结")
    rules.add("Close", "awaiting_confirmation planned", "done", who="staff system")
    return rules.add("Reopen", "done", "investigating", who="customer staff")


def test_a_built_in_state_that_a_house_does_not_use_is_a_note_and_no_finding() -> None:
    """The house did not write it and cannot take it away: no report of it could ever be sound."""
    unused = find_unused(rules := done().build(), Tally())
    assert "closed" in unused
    odd = {(one.kind, one.name) for one in find_odd(rules, Tally())}
    assert ("unreachable-state", "done") in odd
    assert ("unreachable-state", "closed") not in odd
    found = Report((), (), unused=unused)
    assert found.sound
    assert "not used: " in str(found)
    assert found.as_document()["unused"] == [*unused]


def test_a_built_in_state_to_which_an_edge_of_the_house_should_lead_is_found() -> None:
    """There somebody wanted to come."""
    never = LifecycleBuilder.default().state("island", "investigating").command("Leave")
    found = find_odd(never.add("Leave", "island", "executing").build(), Tally())
    assert ("unreachable-state", "executing") in {(one.kind, one.name) for one in found}


def test_what_is_left_of_the_way_to_a_command_brings_no_other_slice() -> None:
    """With a state of its own for closed, a house had each letter of a decline in the slices of silence and plans."""
    tried = {kind for slice in slices("silence", "plan") for kind, _, _ in slice.tries(done().build())}
    assert c.Decline not in tried
    led = LifecycleBuilder.default().state("looked at", "triaged").command("Look").without("Resolve")
    led.add("Look", "triaged", "looked at").add("Resolve", ["looked at"], "resolved")
    assert "Look" in {kind.__name__ for kind, _, _ in BY_NAME["silence"].tries(led.build())}


@pytest.mark.explore
def test_a_word_of_ones_own_for_closed_is_proved_within_the_cap() -> None:
    assert check(done().build()).findings == ()


def test_a_cap_may_be_another_one_and_what_meets_it_is_a_finding() -> None:
    small = Lifecycle.default().check(most=1)
    assert {one.kind for one in small.findings} == {"cap-exceeded"}
    assert all("raise the cap" in one.what for one in small.findings)
    assert not Lifecycle.default().compare(done().build(), only=["plan"], most=2).complete
    with pytest.raises(InvalidInput, match="most"):
        Lifecycle.default().check(most=0)


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_rule_that_always_refuses_is_found() -> None:
    def never(ask: Ask) -> Refusal | None:
        return Refusal("never", "no", "nothing helps")

    rules = LifecycleBuilder.default().command("Ring").add("Ring", "triaged", guards=[never])
    found = check(rules.build(), slices("merge"))
    assert any(one.kind == "guard-always-refuses" and one.name.startswith("never") for one in found.findings)


def test_a_slice_that_is_too_big_is_a_finding() -> None:
    """Else what was not looked at would look like what is sound."""
    found = check(Lifecycle.default(), [attrs.evolve(BY_NAME["money"], most=50)])
    assert [(one.kind, one.name) for one in found.findings][:1] == [("cap-exceeded", "money")]
    assert not found.covered[0].complete


def test_a_rule_that_looks_at_what_nobody_keeps_is_found() -> None:
    """Two situations that look alike are answered differently: by the number of an event, say."""

    def odd(ask: Ask) -> Refusal | None:
        return Refusal("odd", "it is an odd day", "wait") if ask.seq % 2 else None

    found = check(Lifecycle.default().with_guards({Effect.PAYS: [odd]}), slices("money"))
    assert any(one.kind == "equal-and-different" for one in found.findings)


def test_a_command_that_lies_is_found() -> None:
    """A custom command may set any fact, even the proof: no guard sees it, and the witness does."""

    @attrs.frozen
    class Wave(c.Command):
        """Waves it through."""

        def changes(self, ask: Ask) -> dict[str, Any]:
            cycle = ask.facts.cycle
            import msgspec

            return {"cycle": msgspec.structs.replace(cycle, fix=1, proof=1)}

        @classmethod
        def samples(cls, ask: Ask) -> Any:
            yield cls()

    lifecycle = Lifecycle((*TABLE, Row(Wave, frozenset({State.RESOLVED}), None)))
    proof = attrs.evolve(BY_NAME["proof"], kinds={**BY_NAME["proof"].kinds, Wave: "agent"})
    found = check(lifecycle, [proof], first=True)
    assert [one.name for one in found.broken] == ["solved-is-proved"]


@pytest.mark.parametrize("name", uncounted_in(sorted(BY_NAME.keys() - {*QUICK}), BY_NAME.keys() - {*WIDEST}))
def test_every_slice_begins_well(name: str) -> None:
    """The nearest situations of each slice, in every run of the tests; the quick ones are explored whole above."""
    assert check(Lifecycle.default(), [attrs.evolve(BY_NAME[name], most=40)]).broken == ()


def test_the_report_says_what_it_covered_and_what_it_cannot_see() -> None:
    found = check(Lifecycle.default(), slices("plan"))
    assert isinstance(found, Report)
    assert found.as_document()["sound"] is found.sound
    assert "plan: " in str(found)
    assert "not seen: a store" in str(found)
    assert all(str(promise.__doc__).startswith(("R", "EU")) for promise in PROMISES.values())


@pytest.mark.parametrize("name", ["osticket"])
def test_what_other_systems_lead_on_by_keeps_the_promises(name: str) -> None:
    """All by which they lead on, and the proof and the customer's word: no edge is there for nothing."""
    found = check(SYSTEMS[name](), slices("merge"))
    odd = [one for one in found.findings if one.kind not in {"unreachable-state", "guard-never-refuses"}]
    assert odd == [], str(found)
    assert found.covered[-1].slice == "house"


@pytest.mark.explore
@pytest.mark.parametrize("name", sorted(SYSTEMS))
def test_other_systems_keep_every_promise(name: str) -> None:
    found = SYSTEMS[name]().check()
    assert found.broken == (), str(found)
    print(name, found)


# ── mutants of the whole, and random ones


PARTS = "it names a part that is on record: without it the command does nothing"
NOT_ASKED = "no slice asks for its command, or for the field that it looks at"
WORDS = "it reads texts, of which a slice has one or two"
ORDER = "it keeps the record in order; nothing is promised of it"
UNSEEN = {
    PARTS: "open-task open-claim open-referral on-offer part-exists standing-entry standing-hazard open-blocker",
    WORDS: "complete-expression plain-language plain-words complete-report",
    ORDER: (
        "another-team reply-awaited somebody-owns-it surveyed-once deadline-passed came-back not-yet-sent"
        " clock-can-stop clock-stands asked-anew reminded-once payment-named"
    ),
    NOT_ASKED: (
        "abuse-taken-back actions-ahead approved-by-another contact-known earlier-one-known experienced-caller"
        " fits-the-policy hold-grows intake-fields known-root-cause machine-budget may-answer merged-here not-on-hold"
        " old-cause-known old-dates-in-order on-hold one-to-three permitted plan-told proved-by-a-person"
        " rated-alone reaches-the-root released-here review-attended settled-before-erasure times-to-come words-stand"
    ),
}
"""The rules whose loss no promise notices, with the reason. The cases of every rule (`cases.py`) notice it."""


def found_lost(slice: Slice, missed: set[str]) -> set[str]:
    """The rules of which one refusal alone kept a promise in this slice: without it, it breaks at once."""
    found: set[str] = set()
    exploration, tries = Exploration(Lifecycle.default(), slice), dict[str, int]()
    for step, _ in exploration.steps():
        rule = step.refused_by[0] if len(step.refused_by) == 1 else ""
        if rule in missed - found and tries.get(rule, 0) < 300:
            tries[rule] = tries.get(rule, 0) + 1
            found |= {rule} if _breaks(mutant_of(rule), step) else set()
    return found


mutant_of = cache(without)


def _breaks(mutant: Lifecycle, step: Step) -> bool:
    before = step.before
    assert step.command is not None
    decision = mutant.decide(before.complaint, step.command, by=step.by, at=before.at, related=before.related)
    return any(True for _ in judge(mutant, Step(before, step.by, step.command, decision)))


ALL_RULES = frozenset(
    [rule_of(rule) for row in TABLE for rule in row.rules] + [rule_of(one) for some in GUARDS.values() for one in some]
)


@pytest.mark.explore
def test_every_rule_that_is_lost_is_found_or_explained() -> None:
    """Nobody takes a rule away, and reads that all is well."""
    explained = set(" ".join(UNSEEN.values()).split())
    missed = set(ALL_RULES)
    for slice in SLICES:
        missed -= found_lost(slice, missed)
    print(f"{len(ALL_RULES) - len(missed)} of {len(ALL_RULES)} rules are found when they are lost")
    assert missed <= explained, missed - explained
    assert len(ALL_RULES) - len(missed) >= 36


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_rule_that_keeps_a_promise_alone_is_found_in_its_slice() -> None:
    """The same for what is quick: who is paid, and what is merged."""
    found = found_lost(BY_NAME["money"], set(ALL_RULES)) | found_lost(BY_NAME["merge"], set(ALL_RULES))
    assert found >= {"within-authority", "not-paid-twice", "identity-checked", "same-customer-open-target"}


def edges() -> st.SearchStrategy[tuple[str, str, str]]:
    """A command of the house from a state to another, for anybody; no customer closes without a word."""
    states = st.sampled_from(["received", "triaged", "investigating", "resolved", "awaiting_confirmation", "closed"])
    open_ones = states.filter(lambda state: state != "closed")
    anybody = st.tuples(open_ones, states, st.sampled_from(["staff", "system", "customer staff"]))
    return anybody.filter(lambda edge: edge[1] != "closed" or "customer" not in edge[2])


@pytest.mark.explore
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(added=st.lists(edges(), max_size=3), lost=st.sampled_from(["", *sorted(FOUND)]))
def test_what_the_checker_calls_unsafe_really_happens(added: list[tuple[str, str, str]], lost: str) -> None:
    """Random edges of the house, with and without a guard that is lost: unsafe is what its story shows."""
    rules = LifecycleBuilder.default()
    for number, (source, target, who) in enumerate(added):
        rules.command(f"House{number}").add(f"House{number}", source, target, who=who)
    lifecycle = rules.build()
    if lost:
        bare = without(lost)
        table = (*bare.table, *(row for row in lifecycle.table if row.kind.startswith("House")))
        lifecycle = copy(Lifecycle(table))
        lifecycle.guards, lifecycle._called = bare.guards, {}
    names = [FOUND[lost][0]] if lost else ["plan", "ends"]
    found = check(lifecycle, slices(*names), first=True)
    assert bool(found.broken) == bool(lost), str(found)
    for finding in found.broken:
        replay(lifecycle, finding)


@pytest.mark.explore
def test_situations_that_are_folded_are_answered_alike() -> None:
    """Every twin of every quick slice, and not only some: else a projection hides what a rule can tell."""
    for slice in slices(*QUICK):
        exploration = Exploration(Lifecycle.default(), slice)
        for _ in exploration.steps():
            pass
        for number, twin in exploration.twins.items():
            one = exploration.found[number]
            assert fold(one, exploration.rules.policy) == fold(twin, exploration.rules.policy)
            for a, b in zip(exploration.tried(one), exploration.tried(twin), strict=False):
                assert a.refused_by == b.refused_by, (slice.name, a.kind, a.by.id)


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_story_has_times_actors_and_fields() -> None:
    finding = check(without("not-paid-twice"), slices("money"), first=True).broken[0]
    assert finding.story is not None
    first = finding.story.lines[0]
    assert datetime.fromisoformat(first.at).tzinfo is not None
    assert (first.by, first.command, first.data["order"]) == ("u-17", "Receive", "A-1")
    assert Actor(first.by, frozenset(first.roles), first.team).is_customer


def test_a_slice_of_one_command_has_what_it_needs_and_everybody_tries_it() -> None:
    made = command_slice(Lifecycle.default(), c.LiftHold)
    assert {c.Receive, c.PlaceHold} <= made.kinds.keys()
    assert made.kinds[c.LiftHold].split() == ["customer", "agent", "mate", "lead", "system", "machine"]


def test_the_word_of_a_customer_is_made_worse_in_its_source_and_in_what_it_says() -> None:
    said = Said("it works again", "phone", "call-1", "li")
    worse = [one.said for one in worsen(c.Confirm(said)) if isinstance(one, c.Confirm)]
    assert Said(said.text) in worse
    assert [one.text for one in worse if one.ref] == [DENIAL]


def test_a_time_to_come_is_made_one_that_is_over() -> None:
    promised = c.Acknowledge("We have it", datetime(2026, 3, 3, 9, tzinfo=UTC))
    times = [one.next_at for one in worsen(promised) if isinstance(one, c.Acknowledge)]
    assert min(times) < MORNING
