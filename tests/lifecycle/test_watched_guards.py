"""The checker and the guards of a house: how far they count, what they ask for first, and whether they say anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any

import attrs
import msgspec
import pytest

from complaintflow import Ask, Complaint, Lifecycle, Policy, Refusal, commands as c
from complaintflow._validation.structure import FrozenMap
from complaintflow.lifecycle import TABLE, Finding, LifecycleBuilder, Report, Row
from complaintflow.lifecycle.checking.cast import MORNING
from complaintflow.lifecycle.checking.check import check
from complaintflow.lifecycle.checking.exploring import Exploration
from complaintflow.lifecycle.checking.folding import Told, fold
from complaintflow.lifecycle.checking.idle_guards import find_idle, tell_unsampled
from complaintflow.lifecycle.checking.observing import COUNTERS, Observer, WatchedGuard
from complaintflow.lifecycle.checking.reading import NotedQuestions
from complaintflow.lifecycle.checking.rounds import _GROWN_BY
from complaintflow.lifecycle.checking.rules import Situation
from complaintflow.lifecycle.checking.slices import house_slice
from complaintflow.lifecycle.checking.varying import vary
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.guards import rule_of
from complaintflow.lifecycle.table import LIBRARY_RULES
from complaintflow.record.facts import Facts, Money
from complaintflow.vocabulary import Effect, State
from tests import stories as s
from tests.lifecycle.systems import SYSTEMS
from tests.lifecycle.test_check import replay, slices

Test = Callable[[Ask], object]


def counting(fact: str, most: int) -> Guard:
    """A guard that refuses after so many."""

    def no_more(ask: Ask) -> Refusal | None:
        if attrgetter(fact)(ask.facts) < most:
            return None
        return Refusal("no-more", f"{most} were enough", "leave it")

    return no_more


def found_in(report: Report, kind: str) -> dict[str, Finding]:
    return {one.name: one for one in report.findings if one.kind == kind}


# ── how far they count


def on_hold(guard: Guard) -> Lifecycle:
    """A state whose only way out has a guard."""
    rules = LifecycleBuilder.default().state("on hold", "investigating").command("Hold").command("Unhold")
    rules.add("Hold", "triaged investigating", "on hold")
    return rules.add("Unhold", ["on hold"], "investigating", guards=[guard]).build()


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_what_hangs_only_after_the_third_dispute_is_found_with_its_story() -> None:
    """R34: rounds are counted as far as a guard counts them, and not to the second one."""
    rules = on_hold(counting("disputes", 3))
    report = check(rules, [])
    hanging = found_in(report, "dead-end")["on hold"]
    assert "refused by no-more" in hanging.what
    assert replay(rules, hanging).count("awaiting_confirmation") == 6  # three notices, and that they arrived
    assert "rounds (disputes to 3)" in [one.slice for one in report.covered]


@pytest.mark.explore
def test_what_is_refused_after_the_third_question_hangs_there() -> None:
    rules = LifecycleBuilder.default().state("asking", "investigating").command("Wonder")
    rules.add("Wonder", "triaged", "asking").add("AskCustomer", "triaged", "asking", who="staff system")
    rules.add("AskCustomer", "asking", "triaged", who="staff system", guards=[counting("questions", 3)])
    (hanging,) = found_in(check(rules.build(), []), "dead-end").values()
    assert hanging.story is not None
    assert [line.command for line in hanging.story.lines].count("AskCustomer") == 3


def test_a_command_that_lies_only_after_the_third_dispute_is_found() -> None:
    """R32: what it does then, no earlier round shows."""

    @attrs.frozen
    class Wave(c.Command):
        """Waves through what was disputed often enough."""

        def changes(self, ask: Ask) -> dict[str, object]:
            cycle = ask.facts.cycle
            return {"cycle": msgspec.structs.replace(cycle, proof=cycle.fix)} if ask.facts.disputes > 2 else {}

        @classmethod
        def samples(cls, ask: Ask) -> Iterator[c.Command]:
            yield cls()

    rules = Lifecycle((*TABLE, Row(Wave, frozenset({State.RESOLVED}), None)))
    found = check(rules, [], first=True)
    assert [(one.name, one.slice) for one in found.broken] == [("solved-is-proved", "rounds (disputes to 3)")]
    assert replay(rules, found.broken[0])


@pytest.mark.explore
@pytest.mark.parametrize("fact", sorted(COUNTERS - {"cycle.proof"}))  # a proof falls before the work goes on
def test_whatever_a_guard_counts_to_two_is_counted(fact: str) -> None:
    assert found_in(check(on_hold(counting(fact, 2)), []), "dead-end").keys() == {"on hold"}


def test_every_counter_has_something_that_makes_it_grow() -> None:
    """Else a guard that counts it has no slice of rounds."""
    assert _GROWN_BY.keys() == COUNTERS


def test_a_guard_that_counts_further_than_anybody_looks_is_a_finding() -> None:
    """What lies behind is not explored, so that nothing is proved of it."""
    (capped,) = found_in(check(on_hold(counting("disputes", 40)), []), "cap-exceeded").values()
    assert (capped.name, "beyond 12" in capped.what) == ("no-more", True)


def test_a_guard_of_two_effects_is_one_guard() -> None:
    guard = counting("disputes", 3)
    rules = LifecycleBuilder.default().guard("pays", guard).guard("speaks", guard).build()
    observer = Observer(rules)
    assert [*observer.guards] == [guard]
    assert {one for some in observer.rules.guards.values() for one in some} - {*LIBRARY_RULES} == {
        observer.rules.guards[Effect.PAYS][-1]
    }


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_two_counters_that_count_together_are_both_found() -> None:
    """Asked about one alone, such a guard says nothing."""

    def both(ask: Ask) -> Refusal | None:
        many = ask.facts.cycle.number > 2 and ask.facts.escalation > 1
        return Refusal("both", "often disputed and escalated", "leave it") if many else None

    covered = [one.slice for one in check(on_hold(both), []).covered]
    assert covered == ["house", "rounds (cycle.number to 3)", "rounds (escalation to 2)"]


def test_what_a_guard_reads_is_never_folded_away() -> None:
    """A late clock is no fact of any guard of the library; of this one it is."""

    def was_late(ask: Ask) -> Refusal | None:
        return Refusal("was-late", "it was late", "hurry") if ask.facts.breached else None

    rules = Lifecycle.default().with_guards({Effect.PAYS: [was_late]})
    observer = Observer(rules)
    *_, (last, _) = Exploration(observer.rules, slices("money")[0], observer).steps()
    assert observer.told.facts == {"breached"}
    one, facts = last.before, last.before.complaint.facts
    late = attrs.evolve(one.complaint, facts=msgspec.structs.replace(facts, breached=frozenset({"review/1/1"})))
    other = msgspec.structs.replace(one, complaint=late)
    assert fold(one, rules.policy) == fold(other, rules.policy)
    assert fold(one, rules.policy, observer.told) != fold(other, rules.policy, observer.told)


# ── what hangs


def shelf(takes: str) -> Lifecycle:
    """A state that is left only with checked evidence, and which takes some commands of its meaning."""

    def with_evidence(ask: Ask) -> Refusal | None:
        return None if ask.facts.checked else Refusal("with-evidence", "no evidence", "check some")

    rules = LifecycleBuilder.default().state("shelf", "investigating", takes=takes).command("Shelve").command("Fetch")
    rules.add("Shelve", "triaged", "shelf")
    return rules.add("Fetch", ["shelf"], "triaged", guards=[with_evidence]).build()


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_state_whose_edge_is_refused_for_ever_is_a_dead_end_though_the_table_has_the_edge() -> None:
    """Nobody checks evidence there, so what came in without any lies there."""
    rules = shelf("nothing")
    hanging = found_in(check(rules, []), "dead-end")["shelf"]
    assert "refused by with-evidence" in hanging.what
    assert replay(rules, hanging) == ["received", "triaged", "shelf"]


def test_a_state_in_which_somebody_can_do_what_its_edge_needs_is_no_dead_end() -> None:
    """No slice of it has the evidence: from where nothing leads on, everybody is asked for everything."""
    assert found_in(check(shelf("staying"), []), "dead-end") == {}


def test_what_is_refused_for_two_reasons_is_judged_by_each() -> None:
    """One reason somebody can help, and the other one nobody: the first story of this guard hides no other."""

    def fussy(ask: Ask) -> Refusal | None:
        fine = ask.facts.checked and ask.facts.disputes < 3
        return None if fine else Refusal("fussy", "no evidence, or too often", "check some")

    assert "rounds (disputes to 3)" in found_in(check(on_hold(fussy), []), "dead-end")["on hold"].slice


def later_than(days: int) -> Guard:
    """A guard that refuses until so many days have passed."""

    def in_time(ask: Ask) -> Refusal | None:
        return None if ask.at > MORNING + timedelta(days=days) else Refusal("in-time", "it is too early", "wait")

    return in_time


def test_a_state_that_is_left_after_some_days_is_no_dead_end() -> None:
    assert found_in(check(on_hold(later_than(2)), []), "dead-end") == {}


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_state_that_is_left_in_time_for_one_that_goes_on_is_no_dead_end() -> None:
    rules = LifecycleBuilder.default().state("first", "investigating").state("second", "investigating")
    rules.command("Enter").command("Pass").command("Leave").add("Enter", "triaged", "first")
    rules.add("Pass", "first", "second", guards=[later_than(2)]).add("Enter", "investigating", "second")
    report = check(rules.add("Leave", "second", "triaged").build(), [])
    assert found_in(report, "dead-end") == found_in(report, "no-way-out") == {}


def test_what_is_too_much_to_be_looked_into_is_no_way_out() -> None:
    """A slice goes on from so many notes, and no further: that is where it ends, and not where it leads on."""
    assert found_in(check(on_hold(counting("notes", 2)), []), "dead-end").keys() == {"on hold"}


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_two_states_that_lead_to_each_other_once_their_way_out_is_refused_have_no_way_out() -> None:
    rules = LifecycleBuilder.default().state("left", "investigating").state("right", "investigating")
    rules.command("Enter").command("Turn").command("Leave").add("Enter", "triaged investigating", "left")
    rules.add("Turn", "left", "right").add("Turn", "right", "left")
    rules.add("Leave", "right", "triaged", guards=[counting("disputes", 2)])
    report = check(rules.build(), [])
    assert found_in(report, "no-way-out").keys() == {"left", "right"}
    assert found_in(report, "dead-end") == {}


def test_of_a_state_that_was_not_explored_to_the_end_nothing_is_said() -> None:
    report = check(shelf("nothing"), [], most=2)
    assert {one.kind for one in report.findings} >= {"cap-exceeded"}
    assert found_in(report, "dead-end") == {}


# ── what they ask for first


def lost(rules: Lifecycle, rule: str) -> Lifecycle:
    """The same lifecycle, from whose effects a guard is gone: no public way leads here."""
    mutant = copy(rules)
    kept = {effect: tuple(one for one in some if rule_of(one) != rule) for effect, some in rules.guards.items()}
    mutant.guards, mutant._called = kept, {}
    return mutant


def test_a_guard_that_wants_a_command_of_the_house_blinds_no_slice() -> None:
    """It refused each closing, so that no slice of the library came to one, and a lost rule was not missed."""
    rules = lost(SYSTEMS["by_rating"](), "confirm-before-close")
    found = check(rules, slices("silence"), first=True)
    assert [one.name for one in found.broken] == ["closed-on-a-ground"]
    assert "closed" in replay(rules, found.broken[0])


def test_a_guard_that_wants_a_certain_answer_blinds_no_slice() -> None:
    """The first example of the command is not enough for it, so that all are tried."""

    def signed(ask: Ask) -> Refusal | None:
        yes = ask.facts.extra.get("house.Sign.how") == "yes"
        return None if yes else Refusal("signed", "nobody signed", "record Sign(yes)", ("Sign",))

    rules = LifecycleBuilder.default().command("Sign", {"how": ["no", "yes"]}).add("Sign", "triaged")
    mutant = lost(rules.guard("pays", signed).build(), "not-paid-twice")
    found = check(mutant, slices("money"), first=True)
    assert [one.name for one in found.broken] == ["pays-once"]


# ── whether they say anything


def refusing(rule: str, test: Test) -> Guard:
    """A guard of this name that refuses where the test says so, under another name."""

    def guard(ask: Ask) -> Refusal | None:
        return Refusal("told otherwise", "no", "triage it: Triage(...)", (c.Triage,)) if test(ask) else None

    guard.__name__ = rule
    return guard


PARTICULAR: Mapping[str, tuple[str, Test]] = {
    "hourly": ("it refuses at other hours", lambda ask: not 6 <= ask.at.hour < 22),
    "nightly": ("it refuses at other hours", lambda ask: {9: 0}[ask.at.hour]),  # it fails at any other
    "tiered": ("it refuses at other tiers", lambda ask: ask.facts.tier == "vip"),
    "typed": ("it refuses at other types", lambda ask: ask.facts.type == "fault"),
    "roled": ("it refuses at other roles", lambda ask: ask.by.id == "somebody"),
    "listed": ("it refuses at other numbers of cycle.held", lambda ask: len(ask.facts.cycle.held) > 4),
    "summed": ("it refuses at other amounts", lambda ask: sum(one.amount for one in ask.facts.paid) > 5_000),
    "shopped": ("it reads shop", lambda ask: ask.facts.shop == "one of a kind"),
    "named": ("it reads who asks", lambda ask: ask.by.id == "somebody else"),
    "worded": ("it reads command.order", lambda ask: ask.field("order") == "A-9"),
}
"""Guards that refuse what is in no story, and what is told of each."""
SILENT: Mapping[str, Test] = {
    "silent": lambda ask: False,
    "graded": lambda ask: ask.facts.grade == "Z",
    "golden": lambda ask: ask.facts.tier == "of gold",
}
"""Guards that refuse nothing, whatever the stories vary of what they read."""
REFUSING: Mapping[str, Test] = {
    "refusing": lambda ask: ask.facts.grade is not None,
    "broken": lambda ask: 1 / 0,
    "breaking": lambda ask: {0: 0}[ask.facts.escalation],
}
"""Guards that refuse, two of which fail: they fail closed."""


@cache
def idle() -> tuple[tuple[str, ...], str]:
    """Which guards never refuse, and what the report says that it did not see: of all guards above, and one more."""
    rules = LifecycleBuilder.default().guard("hands_off", refusing("unasked", lambda ask: False))
    for rule, test in {**{rule: test for rule, (_, test) in PARTICULAR.items()}, **SILENT}.items():
        rules.guard("pays", refusing(rule, test))
    for rule, test in REFUSING.items():
        rules.guard("mends", refusing(rule, test))
    report = check(rules.build(), slices("money"))
    return tuple(found_in(report, "guard-never-refuses")), "\n".join(report.unseen)


def test_a_guard_is_judged_by_what_it_answers_and_not_by_the_name_in_its_refusal() -> None:
    """Of one that fails the same is true: it is not one that says nothing."""
    never, unseen = idle()
    assert never == tuple(f"{rule} on pays" for rule in SILENT)
    assert not any(f"{rule} on mends" in unseen for rule in REFUSING)


@pytest.mark.parametrize("rule", sorted(PARTICULAR))
def test_a_guard_on_what_no_story_varies_is_told_and_no_alarm(rule: str) -> None:
    assert f"{rule} on pays: no story is refused by it, and {PARTICULAR[rule][0]}" in idle()[1]


def test_a_guard_that_nobody_asks_is_told() -> None:
    assert "unasked on hands_off: no story is refused by it, and no story asks it" in idle()[1]


def test_an_edge_that_only_opens_at_night_is_told_and_no_alarm() -> None:
    rules = LifecycleBuilder.default().command("Ring")
    rules.add("Ring", "triaged", guards=[refusing("by-night", lambda ask: 6 <= ask.at.hour < 22)])
    report = check(rules.build(), [])
    assert found_in(report, "guard-always-refuses") == {}
    assert "by-night on Ring: no story passes it, and it passes at other hours" in "\n".join(report.unseen)


def test_a_guard_that_counts_what_no_story_reaches_is_told_and_no_alarm() -> None:
    guard = refusing("counting", lambda ask: False)
    rules = LifecycleBuilder.default().guard("pays", guard).build()
    seen = WatchedGuard(guard, counted={("Close", "closed"): {"disputes"}}, asked=Counter({"once": 1}))
    assert [*find_idle(rules, [seen])] == []
    assert [*tell_unsampled(rules, [seen])] == ["counting on pays: no story is refused by it, and it counts disputes"]


def asked(command: c.Command, **facts: Any) -> Ask:
    return Ask("C-1", Facts(**facts), command, s.LI, s.T0, Policy())


@pytest.mark.parametrize(
    "read",
    [
        lambda extra: extra["a"],
        lambda extra: extra.get("a"),
        lambda extra: "a" in extra,
    ],
)
def test_of_a_map_what_is_asked_for_is_noted(read: Callable[[Any], object]) -> None:
    noting = NotedQuestions()
    assert read(noting.noted(asked(s.triage(), extra=FrozenMap({"a": 1}))).facts.extra)
    assert noting.log == {"extra.a"}


@pytest.mark.parametrize("read", [list, lambda extra: extra.items(), lambda extra: extra.values()])
def test_a_map_that_is_read_as_a_whole_is_noted_and_kept_as_a_whole(read: Callable[[Any], object]) -> None:
    noting, extra = NotedQuestions(), FrozenMap({"house.A": "li"})
    assert read(noting.noted(asked(s.triage(), extra=extra)).facts.extra)
    assert noting.log == {"extra."}
    situation = Situation(Complaint("C-1", facts=Facts(extra=extra)), s.T0)
    told = Told(read_only=True)
    whole = Told(facts=frozenset({"extra."}), read_only=True)
    assert fold(situation, Policy(), told) != fold(situation, Policy(), whole) == fold(situation, Policy())


def test_every_amount_of_a_question_is_varied_and_nothing_else() -> None:
    rules = LifecycleBuilder.default().command("Sum", {"sum": "money", "stars": "number", "sure": "bool"})
    kind: Any = rules.add("Sum", "triaged").build().commands["Sum"]
    extra = FrozenMap(
        {"house.Sum.sum": Money(Decimal(5), "CNY"), "house.Sum": "li", "house.Sum.days": (date(2026, 3, 1),)}
    )
    varied = [one for what, one in vary(asked(kind("12.5 CNY", 5, True), extra=extra), frozenset({"command.sum"}))]
    assert {one.field("sum") for one in varied} >= {"125.0 CNY", "12500.0 CNY"}
    assert {one.field("stars") for one in varied} >= {50, 5000}
    assert {one.field("sure") for one in varied} == {True}
    assert {one.facts.extra["house.Sum.sum"].amount for one in varied} >= {Decimal(50), Decimal(5000)}
    assert {one.facts.extra["house.Sum.days"] for one in varied} == {(date(2026, 3, 1),)}


def test_an_amount_that_fits_no_field_is_not_asked() -> None:
    varied = [one.field("amount") for _, one in vary(asked(s.compensate()), frozenset({"command"}))]
    assert Decimal(500) in varied
    assert Decimal(0) not in varied


def test_more_of_a_fact_is_asked_as_of_a_cycle() -> None:
    (more,) = [one for what, one in vary(asked(s.triage()), frozenset({"checked"})) if what == "numbers of checked"]
    assert len(more.facts.checked) == 12


def test_nothing_that_breaks_in_what_was_looked_at_is_the_whole_answer_where_the_first_is_wanted() -> None:
    report = check(Lifecycle.default(), slices("merge"), first=True)
    assert (report.sound, [one.slice for one in report.covered]) == (True, ["merge"])


# ── the same words again


def test_a_message_of_a_list_of_choices_may_be_said_once_and_is_no_alarm() -> None:
    """R16: the rule against saying it twice reads what was told last, and the words of a choice are the same again."""
    rules = LifecycleBuilder.default().state("looked at", "investigating").command("Back")
    rules.command("Ping", {"message": ["we look at it", "we still do"]}, "speaks")
    rules.command("Pong", {"message": "text"}, "speaks")
    rules.add("Ping", "triaged", "looked at").add("Ping", ["looked at"]).add("Pong", ["looked at"])
    report = check(rules.add("Back", ["looked at"], "triaged").build(), [])
    assert report.findings == (), str(report)
    assert report.refused["complete-expression"] > 0


# ── what nobody reads


def doubled(*stages: str) -> Lifecycle:
    """A state of the house beside each of these, which takes all that its meaning takes."""
    rules = LifecycleBuilder.default()
    for stage in stages:
        rules.state(f"my {stage}", stage, takes="all").command(f"Go{stage}").command(f"Back{stage}")
        rules.add(f"Go{stage}", stage, f"my {stage}").add(f"Back{stage}", [f"my {stage}"], stage)
    return rules.build()


def test_states_that_take_all_of_their_meaning_are_explored_within_the_cap() -> None:
    """One was more than 20,000 situations: who went there and back told them apart, and no rule reads that."""
    report = check(doubled("triaged"), [])
    assert report.findings == ()
    assert report.situations < 300


@pytest.mark.explore
def test_several_states_that_take_all_are_explored_within_the_cap() -> None:
    report = check(doubled("triaged", "investigating", "executing", "resolved"), [])
    print(report)
    assert report.findings == ()


@pytest.mark.explore
@pytest.mark.parametrize("name", [*SYSTEMS, "doubled"])
def test_what_is_folded_for_a_house_is_answered_alike(name: str) -> None:
    """Every twin of its own slice, and not only some: what its guards do not read, they cannot tell apart."""
    rules = doubled("triaged") if name == "doubled" else SYSTEMS[name]()
    house, observer = house_slice(rules), Observer(rules)
    assert house is not None
    exploration = Exploration(observer.rules, house, observer)
    while exploration.outdated or not exploration.found:
        exploration = Exploration(observer.rules, house, observer)
        for _ in exploration.steps():
            pass
    for number, twin in exploration.twins.items():
        for a, b in zip(exploration.tried(exploration.found[number]), exploration.tried(twin), strict=True):
            assert (a.refused_by, a.event and a.event.state) == (b.refused_by, b.event and b.event.state), a.kind
    assert exploration.twins
