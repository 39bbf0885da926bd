"""How long what a command of the house's own has left counts (R34)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
import pytest

from complaintflow import Ask, DefinitionError, Refusal, commands as c
from complaintflow._validation.structure import FrozenMap
from complaintflow.lifecycle import TABLE, Lifecycle, LifecycleBuilder, Row, read_lifecycle
from complaintflow.lifecycle.checking.comparing import compare
from complaintflow.lifecycle.checking.slices import Slice
from tests import stories as s


def approved_before_told(ask: Ask) -> Refusal | None:
    """A fix is told after it was approved."""
    return None if "house.Pass" in ask.facts.extra else Refusal("approved-before-told", "nobody did", "record Pass")


def life(lasts: str = "cycle", **more: Any) -> Lifecycle:
    rules = LifecycleBuilder.default().guard("tells_solved", approved_before_told)
    rules.command("Pass", {"way": ["whole", "half"], "note": "text"}, lasts=lasts, **more)
    return rules.add("Pass", "any").build()


def passed(lasts: str = "cycle") -> s.Story:
    """A fix that was approved, and of which the customer was told."""
    story = s.verified(lifecycle := life(lasts))
    return story.do(lifecycle.commands["Pass"]("whole", "ok"), s.notice())  # type: ignore[call-arg]  # made of data


def own(story: s.Story) -> Mapping[str, Any]:
    return dict(story.facts.extra)


def fixed_again(story: s.Story) -> s.Story:
    return story.do(c.Resolve("换了网关", touches="own_system"), c.Verify(True, "账本", "又对了一遍"))


BOTH = {"house.Pass": "li", "house.Pass.way": "whole"}


@pytest.mark.parametrize(("lasts", "after_fix"), [("fix", {}), ("cycle", BOTH), ("always", BOTH)])
def test_another_fix_in_the_same_cycle_was_approved_by_nobody(lasts: str, after_fix: dict[str, str]) -> None:
    """R34: the customer was told that the second fix is done, on the approval of the first."""
    story = passed(lasts)
    assert own(story) == BOTH
    again = fixed_again(story)
    assert (again.cycle.number, own(again)) == (1, after_fix)
    assert again.refused(s.notice("网关")) == (set() if after_fix else {"approved-before-told"})


@pytest.mark.parametrize(("lasts", "left"), [("fix", {}), ("cycle", {}), ("always", BOTH)])
def test_in_another_cycle_nobody_has_approved_anything(lasts: str, left: dict[str, str]) -> None:
    """R34: agreement, verification and confirmation lapse, and so does what a house has in their place."""
    story = passed(lasts).do(c.Dispute("还是不行,钱没退"), by=s.CUSTOMER)
    assert (story.cycle.number, own(story)) == (2, left)
    assert own(fixed_again(story)) == left


def test_facts_last_for_the_cycle_where_nothing_is_said() -> None:
    rules = LifecycleBuilder.default().command("Pass").add("Pass", "any")
    assert rules.build().commands["Pass"].LASTS == {"house.Pass": "cycle"}
    assert life().digest == life("cycle").digest


def test_what_is_no_fact_of_the_command_stays_and_what_it_says_itself_counts() -> None:
    """A state to go back to is no approval, and who begins a cycle says something of the new one."""

    @attrs.frozen
    class Reject(c.Dispute):
        LASTS: ClassVar[Mapping[str, str]] = {"house.rejected": "cycle"}

        def changes(self, ask: Ask) -> dict[str, Any]:
            return {
                **super().changes(ask),
                "extra": FrozenMap({**ask.facts.extra, "house.rejected": ask.by.id, "x": 1}),
            }

    told = Row(Reject, frozenset({"awaiting_confirmation"}), "investigating", Reject.EFFECTS, frozenset({"customer"}))
    lifecycle = Lifecycle((*TABLE, told))
    rejected = s.told(lifecycle).do(Reject("还是不行,钱没退"), by=s.CUSTOMER)
    assert (rejected.cycle.number, own(rejected)) == (2, {"house.rejected": s.CUSTOMER.id, "x": 1})
    again = fixed_again(rejected).do(s.notice("网关")).do(c.Dispute("没有退到账"), by=s.CUSTOMER)
    assert own(again) == {"x": 1}


def test_a_document_says_how_long_its_facts_count() -> None:
    text = """
[commands.Pass]
fields = { way = ["whole", "half"] }
lasts = "fix"

[[edges]]
command = "Pass"
from = "any"
"""
    assert read_lifecycle(text).commands["Pass"].LASTS == {"house.Pass": "fix", "house.Pass.way": "fix"}
    with pytest.raises(
        DefinitionError, match=r"commands.Pass.lasts \(line 4\): found 'ever', expected one of fix, cycle"
    ):
        read_lifecycle(text.replace('"fix"', '"ever"'))


def test_a_command_with_code_of_its_own_says_it_too_and_a_wrong_word_is_named() -> None:
    @attrs.frozen
    class Listen(c.Note):
        LASTS: ClassVar[Mapping[str, str]] = {"house.listened": "ever"}

    with pytest.raises(DefinitionError, match=r"Listen.LASTS.house.listened: found 'ever', expected one of fix, cycle"):
        Lifecycle((*TABLE, Row(Listen, frozenset({"triaged"}), None)))


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_how_long_facts_count_is_a_rule_by_which_lifecycles_differ() -> None:
    """Else complaints move to it in silence, and a comparison calls the two equal."""
    one, other = life("always"), life("fix")
    assert one.digest != other.digest
    way = {c.Receive: "customer", c.Triage: "agent", c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent"}
    short = Slice("short", {**way, one.commands["Pass"]: "agent"}, most=400)
    found = compare(one, other, [short])
    assert found.verdict == "neither"
    (change,) = found.changes
    assert (change.place, change.noticed) == ("commands.Pass", True)
    assert "house.Pass lasts: always" in change.old
    assert "house.Pass lasts: fix" in change.new
    assert "became impossible: Notify from resolved is refused by approved-before-told" in str(found)
    assert compare(other, life("fix"), [short]).verdict == "equal"
    renamed = LifecycleBuilder.default().command("Other").add("Other", "any").build()
    assert {one.place for one in compare(one, renamed, []).changes} >= {"commands.Pass", "commands.Other"}
