"""The digest of a lifecycle sees all that its complaints are decided by, and a comparison names what it sees."""

from __future__ import annotations

from typing import Annotated, Any

import attrs
import pytest

from complaintflow import Ask, Lifecycle, Policy, Refusal, commands as c
from complaintflow.commands import Command
from complaintflow.lifecycle import TABLE, LifecycleBuilder, Row
from complaintflow.lifecycle.checking.written import Written
from complaintflow.lifecycle.declarations import describe_command
from complaintflow.lifecycle.required import RequiredFields
from tests import stories as s

Fields = dict[str, Any]


def house(fields: Fields | None = None, state: Fields | None = None, edge: Fields | None = None) -> LifecycleBuilder:
    """A shelf on which a complaint is put, with a reason, and from which it is taken."""
    rules = LifecycleBuilder.default().state("shelf", **{"stage": "investigating", "takes": "nothing", **(state or {})})
    told = {"fields": {"why": "text", "days": "number", "kind": ("big", "small")}, **(fields or {})}
    rules.command("Shelve", **told).add("Shelve", "triaged", "shelf", **(edge or {}))
    return rules.add("Resolve", "shelf", "resolved").add("MissDeadline", "shelf", "triaged", who="system", clock="root")


BASE = house().build()
NO_DAYS = {"why": "text", "kind": ("big", "small")}


def never(ask: Ask) -> Refusal | None:
    return None


OTHERS = {
    "a field more": (house({"fields": {**NO_DAYS, "days": "number", "who": "text"}}), "commands.Shelve"),
    "a field less": (house({"fields": NO_DAYS}), "commands.Shelve"),
    "a field of another name": (house({"fields": {**NO_DAYS, "weeks": "number"}}), "commands.Shelve"),
    "a field of another type": (house({"fields": {**NO_DAYS, "days": "date"}}), "commands.Shelve"),
    "another choice": (
        house({"fields": {"why": "text", "days": "number", "kind": ("big", "tiny")}}),
        "commands.Shelve",
    ),
    "a field that may be left out": (house({"required": ("why", "days")}), "commands.Shelve"),
    "an effect": (house({"effects": "acts"}), "commands.Shelve"),
    "a state that pauses": (house(state={"pauses": "customer"}), "states.shelf"),
    "a state of another meaning": (house(state={"stage": "executing"}), "states.shelf"),
    "a state that takes more": (house(state={"takes": "staying"}), "Note from shelf"),
    "a state from which one goes back": (house().add("Unblock", "shelf", "previous"), "states.shelf"),
    "an edge for others": (house(edge={"who": "staff system"}), "Shelve from triaged"),
    "an edge with a guard": (house(edge={"guards": (never,)}), "Shelve from triaged"),
    "an edge that requires a field": (house(edge={"required": "why"}), "Shelve from triaged"),
    "an edge of another clock": (
        house().without("MissDeadline", "shelf").add("MissDeadline", "shelf", "triaged", who="system", clock="plan"),
        "MissDeadline [clock plan] from shelf",
    ),
    "a guard of an effect": (house().guard("closes", never), "guards.closes"),
}


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize("what", OTHERS)
def test_what_is_decided_otherwise_has_another_digest_and_a_name(what: str) -> None:
    """Both ways: a comparison names the place, with what is written on each side."""
    rules, place = OTHERS[what]
    other = rules.build()
    assert other.digest != BASE.digest
    assert other.own_digest != BASE.own_digest
    for one, two in ((BASE, other), (other, BASE)):
        changes = {change.place: change for change in Written(one, two).changes()}
        assert place in changes
        assert changes[place].old != changes[place].new


def test_the_same_rules_written_once_more_have_the_same_digest() -> None:
    """Each file makes classes of its own: a digest sees what they say."""
    again = house().build()
    assert again.digest == BASE.digest
    assert Written(BASE, again).changes() == ()


def test_a_policy_is_no_part_of_the_digest() -> None:
    assert BASE.under(Policy(language="zh")).digest == BASE.digest


def test_what_a_customer_reads_of_a_state_is_no_rule_and_has_a_name() -> None:
    """A word is mended for all complaints at once, so the digest stays; a comparison tells it."""
    other = house(state={"en": "on the shelf", "zh": "搁置"}).build()
    assert other.digest == BASE.digest
    [change] = Written(BASE, other).changes()
    assert change.text() == ("states.shelf: stage: investigating → stage: investigating; zh: 搁置; en: on the shelf")


def test_a_complaint_tells_its_lifecycle_from_one_with_other_fields() -> None:
    """Promise 9: it goes on under the rules with which it came in, and notes them."""
    other = house({"fields": NO_DAYS}).build()
    assert s.received(BASE).facts.lifecycle == BASE.own_digest
    assert s.received(other).facts.lifecycle not in {"", BASE.own_digest}


def test_guards_of_an_effect_that_ask_for_other_fields_are_two() -> None:
    """One rule, and what it asks for: the digest and the comparison see both."""
    one, other = (house().guard("closes", RequiredFields((field,))).build() for field in ("ground", "said"))
    assert one.digest != other.digest
    [change] = Written(one, other).changes()
    assert (change.place, change.old, change.new) == (
        "guards.closes",
        "required-fields(ground)",
        "required-fields(said)",
    )


def test_a_command_in_the_place_of_a_built_in_one_is_not_the_built_in_lifecycle() -> None:
    """Of the same name, with the same moves: it is decided by what it declares itself."""
    note = attrs.make_class("Note", {"about": attrs.field(type=str)}, (Command,), frozen=True, slots=True, eq=False)
    own = Lifecycle([attrs.evolve(row, command=note) if row.command is c.Note else row for row in TABLE])
    assert own.moves() == Lifecycle.default().moves()
    assert own.own_digest == own.digest != Lifecycle.default().digest
    assert [change.place for change in Written(Lifecycle.default(), own).changes()] == ["commands.Note"]


def longer(value: str) -> str | None:
    return None if len(value) > 1 else "a longer text"


def weigh(**types: Any) -> type[Command]:
    """A command in code, with fields of these types: the first must be given."""
    first, *_ = types
    left_out: dict[str, Any] = {"default": None, "kw_only": True}
    fields = {name: attrs.field(type=one, **({} if name == first else left_out)) for name, one in types.items()}
    made: type[Command] = attrs.make_class("Weigh", fields, (Command,), frozen=True, slots=True, eq=False)
    return made


def test_a_command_in_code_is_told_the_same_in_each_process() -> None:
    """No address of a function is told, only its name."""
    grams, note = Annotated[int, longer, b"kept"], Annotated[str, longer] | None
    assert describe_command(weigh(grams=grams, tags=tuple[str, ...], note=note)) == (
        "grams (int longer bytes), tags (tuple[str, Ellipsis], may be left out), "
        "note (str longer | NoneType, may be left out); no effects"
    )


def test_a_command_without_fields_says_so() -> None:
    assert describe_command(c.Archive) == "no fields; archives"


def test_a_command_in_code_is_a_part_of_the_digest() -> None:
    one, other = (Lifecycle([*TABLE, Row(weigh(grams=type), frozenset({"triaged"}), None)]) for type in (int, float))
    assert one.digest != other.digest
