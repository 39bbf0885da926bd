"""A command is made from a name and plain data, and turned back: forms and JSON in, the same out."""

import json
import pickle
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from itertools import islice
from typing import Any, Self

import attrs
import msgspec
import pytest
from hypothesis import given, settings

from complaintflow import Action, Attachment, InvalidInput, Option, Said, Signals
from complaintflow._validation.structure import FrozenMap, structure
from complaintflow.commands import BUILTIN, AskCustomer, Command, Propose, Receive, Retract, Triage, make
from complaintflow.commands._context import Ask
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import encode_facts
from complaintflow.testing import commands
from complaintflow.values import Actor
from complaintflow.vocabulary import Grade, Remedy

OPTION = {"remedy": "refund", "basis": "规则 7", "pros": "快", "cons": "无", "expected": "接受"}
CUSTOMER = {"id": "u-17", "name": "王小明", "contact": {"email": "wang@example.com"}}
RECEIVE = {"channel": "app", "customer": CUSTOMER, "description": "我付了两次款"}
ASK = Ask(
    "C-1", Complaint.blank("C-1").facts, BUILTIN["Resume"](), Actor.system(), datetime(2026, 1, 1, tzinfo=UTC), Policy()
)


def wrong(name: str, **data: Any) -> dict[str, str]:
    """Each path of the refusal, with what was expected."""
    with pytest.raises(InvalidInput) as caught:
        make(name, data)
    return {problem.path: problem.expected for problem in caught.value.problems}


def test_a_command_that_is_unknown_is_told_those_that_are_known() -> None:
    assert wrong("Forgive") == {"command": f"one of {', '.join(BUILTIN)}"}


def test_a_new_complaint_has_one_sample_and_no_other() -> None:
    assert [one.channel for one in Receive.samples(ASK) if isinstance(one, Receive)] == ["app"]


@settings(max_examples=100)
@given(commands())
def test_any_command_survives_the_way_through_json(command: Command) -> None:
    survives(command)


def test_every_sample_survives_the_way_through_json() -> None:
    for name, kind in BUILTIN.items():
        samples = list(kind.samples(ASK))
        assert samples, name
        for sample in samples:
            survives(sample)


def survives(command: Command) -> None:
    """Made again from its data as JSON has them, it is the same."""
    again = make(type(command).__name__, json.loads(json.dumps(command.data())))
    assert again == command
    assert hash(again) == hash(command)
    assert again.data() == command.data()


@pytest.mark.parametrize("name", ["Receive", "Close", "Resume"])
def test_an_unknown_field_is_named(name: str) -> None:
    """Also where there is no field at all."""
    assert "fild" in wrong(name, fild=1)


def test_every_command_is_frozen() -> None:
    for kind in BUILTIN.values():
        command: Any = next(iter(kind.samples(ASK)))
        assert is_frozen(command), kind.__name__


def is_frozen(command: Any) -> bool:
    """Whether no field can be set, and nothing else either."""
    names = [field.name for field in attrs.fields(type(command))]
    for name in [*names, "anything"]:
        with pytest.raises(AttributeError) as caught:
            setattr(command, name, getattr(command, name, None))
        if not isinstance(caught.value, attrs.exceptions.FrozenInstanceError):
            return False
    return True


def test_a_command_that_can_change_is_not_taken_for_frozen() -> None:
    @attrs.define
    class Loose:
        text: str = ""

    with pytest.raises(pytest.fail.Exception):  # its field can be set
        is_frozen(Loose())

    @attrs.define
    class Bare:
        """No field: its slots alone refuse another name."""

    assert not is_frozen(Bare())


def test_all_names_are_those_of_the_classes() -> None:
    assert {name: kind.__name__ for name, kind in BUILTIN.items()} == {name: name for name in BUILTIN}


def test_unknown_missing_and_wrong_fields_come_together_with_their_paths() -> None:
    found = wrong(
        "Receive", chanel="app", customer={"id": " ", "contact": ["x"]}, description=7, needed_by="2026-01-01"
    )
    assert list(found) == [
        "chanel", "channel", "customer.id", "customer.contact", "description", "needed_by",
    ]  # fmt: skip
    assert found["description"] == "a text"
    assert "2026-01-31T09:00:00+00:00" in found["needed_by"]


def test_a_path_leads_into_lists() -> None:
    found = wrong("Propose", options=[{**OPTION, "remedy": "money"}, {**OPTION, "basis": ""}, "refund"])
    assert list(found) == ["options[0].remedy", "options[1].basis", "options[2]"]
    assert found["options[0].remedy"].startswith("one of refund, partial_refund")


def test_a_signal_that_does_not_exist_is_named_with_those_that_do() -> None:
    assert wrong("Triage", type="fault", signals={"urgency": "hurry", "repeats": -1}) == {
        "signals.urgency": "one of none, routine, blocked, critical",
        "signals.repeats": "a number of at least 0",
    }


def test_an_unknown_command_names_all_there_are() -> None:
    with pytest.raises(InvalidInput) as caught:
        make("Recieve", {})
    (problem,) = caught.value.problems
    assert (problem.path, problem.found) == ("command", "'Recieve'")
    assert "Receive" in problem.expected


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_data_that_is_no_table_is_refused(data: Any) -> None:
    with pytest.raises(InvalidInput):
        make("Note", data)


ACTION = {"what": "w", "owner": "o", "due": "soon", "kind": "rule"}
BAD: list[tuple[str, dict[str, Any], str]] = [
    ("Note", {"text": "a\x00b"}, "text"),
    ("Note", {"text": "\ud83d"}, "text"),
    ("Note", {"text": "  "}, "text"),
    ("Acknowledge", {"message": "m", "next_at": "2026-01-31T09:00:00"}, "next_at"),
    ("Acknowledge", {"message": "m", "next_at": datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)}, "next_at"),
    ("Compensate", {"kind": "coupon", "amount": "-1", "currency": "CNY"}, "amount"),
    ("Compensate", {"kind": "coupon", "amount": 9.99, "currency": "CNY"}, "amount"),
    ("Compensate", {"kind": "coupon", "amount": True, "currency": "CNY"}, "amount"),
    ("Compensate", {"kind": "coupon", "amount": "1e999999", "currency": "CNY"}, "amount"),
    ("Survey", {"csat": True}, "csat"),
    ("Survey", {"csat": 6}, "csat"),
    ("Survey", {"csat": 5, "nps": 11}, "nps"),
    ("Hear", {"said": "x", "request": 1}, "request"),
    ("Hear", {"said": {"text": " "}}, "said.text"),
    ("Answer", {"answers": {"order": " "}}, "answers.order"),
    ("Handoff", {"team": "t", "material": [{"uri": "file:x", "size": -1}]}, "material[0].size"),
    ("Regrade", {"grade": "D", "reason": "r"}, "grade"),
    ("Retrospect", {"whys": [], "well": "", "badly": "", "actions": [ACTION]}, "actions[0].due"),
    ("LabelCause", {"label": "x", "whys": "why"}, "whys"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "path"), BAD, ids=[f"{name}-{path}" for name, _, path in BAD])
def test_bad_input_is_refused_where_it_stands(name: str, data: dict[str, Any], path: str) -> None:
    assert list(wrong(name, **data)) == [path]


def test_a_plain_text_becomes_what_was_said() -> None:
    assert make("Confirm", {"said": "解决了"}) == BUILTIN["Confirm"](Said("解决了"))  # type: ignore[call-arg]


def test_tables_become_values_and_lists_become_tuples() -> None:
    command = make("Propose", {"options": [OPTION]})
    assert command == Propose((Option(Remedy.REFUND, "规则 7", "快", "无", "接受"),))


def test_texts_become_numbers_dates_and_words() -> None:
    made = make(
        "Compensate", {"kind": "coupon", "amount": "10.50", "currency": "CNY", "arrives": "2026-02-01T00:00:00Z"}
    )
    assert (made.amount, made.arrives) == (Decimal("10.50"), datetime(2026, 2, 1, tzinfo=UTC))  # type: ignore[attr-defined]
    assert make("Regrade", {"grade": "A", "reason": "r"}).grade is Grade.A  # type: ignore[attr-defined]


def test_the_class_takes_plain_values_as_make_does() -> None:
    by_class = Triage("fault", signals=Signals(urgency="blocked", hazards={"funds_lost"}))
    assert by_class == make("Triage", {"type": "fault", "signals": {"urgency": "blocked", "hazards": ["funds_lost"]}})


def test_data_leaves_out_what_is_as_it_is_by_default() -> None:
    assert make("Close", {}).data() == {}
    assert make("Receive", RECEIVE).data().keys() == RECEIVE.keys()


def test_data_is_the_same_text_each_time() -> None:
    hazards = {f"hazard-{number}" for number in range(20)}
    one, other = ({"type": "x", "signals": {"hazards": order}} for order in (sorted(hazards), sorted(hazards)[::-1]))
    assert json.dumps(make("Triage", one).data()) == json.dumps(make("Triage", other).data())


def test_repr_keeps_private_words_out_of_logs() -> None:
    shown = repr(make("Receive", {**RECEIVE, "snapshot": {"ip": "203.0.113.9"}, "steps_taken": "密码 hunter2"}))
    assert not any(
        secret in shown for secret in ("王小明", "wang@example.com", "我付了两次款", "203.0.113.9", "hunter2")
    )


def test_a_command_of_ones_own_is_made_in_the_same_way() -> None:
    @attrs.frozen
    class Praise(Command):
        text: str

    assert make("Praise", {"text": "谢谢"}, {**BUILTIN, "Praise": Praise}) == Praise("谢谢")
    assert Praise("x").changes(ASK) == {}
    assert Praise("x").effects(ASK) == frozenset()
    assert Praise("x").customer_text() == ""
    assert Praise("x").related_ids() == ()
    with pytest.raises(TypeError, match="Praise brings no samples"):
        Praise.samples(ASK)


def test_values_within_commands_are_checked_when_they_are_made() -> None:
    with pytest.raises(InvalidInput):
        Action("", "o", datetime(2026, 1, 1, tzinfo=UTC).date(), "rule")
    with pytest.raises(InvalidInput):
        Attachment("file:x", size=-1)


def test_questions_keep_the_order_in_which_they_are_asked() -> None:
    command = make("AskCustomer", {"questions": {"order": "Which order?", "device": "Which device?"}})
    assert isinstance(command, AskCustomer)
    assert list(command.questions) == ["order", "device"]
    assert command.customer_text() == "Which order?\nWhich device?"


def test_the_class_of_a_made_command_is_the_named_one() -> None:
    assert type(make("Receive", RECEIVE)) is Receive


def test_a_command_with_a_field_that_has_no_plain_form_says_so() -> None:
    @attrs.frozen
    class Odd(Command):
        thing: Any

    with pytest.raises(TypeError, match="object has no plain form"):
        Odd(object()).data()


def test_a_command_without_a_report_tells_staff_nothing() -> None:
    assert BUILTIN["Resume"]().report_text() == ""


@attrs.frozen
class Ring(Command):
    """A command of a house that leaves the zone to it, beside what every command leaves to it."""

    zone: str = ""

    def in_house(self, policy: Policy) -> Self:
        here = super().in_house(policy)
        return attrs.evolve(here, zone=here.zone or policy.zone)


def test_a_command_of_a_house_leaves_to_it_what_every_command_does_and_more() -> None:
    """Else it breaks where it asks for the usual first."""
    house = Policy(zone="Asia/Tokyo")
    assert [Ring(zone).in_house(house).zone for zone in ("", "Europe/Rome")] == ["Asia/Tokyo", "Europe/Rome"]


@attrs.frozen
class Lend(Command):
    """A command of a house, whose defaults are texts, numbers and lists of its own."""

    what: str
    to: str = "the customer"
    days: int = 1000
    parts: tuple[str, ...] = ("all", "of", "it")
    tags: frozenset[str] = frozenset({"lent"})
    notes: Mapping[str, str] = attrs.field(factory=FrozenMap)


def in_other_words(value: Any) -> Any:
    """An equal value that is another object, as one that comes from JSON is."""
    return pickle.loads(pickle.dumps(value))


@given(commands())
def test_the_bytes_that_are_sealed_are_those_of_the_fields_that_were_given(command: Command) -> None:
    """What is left out and what is said as its default are one command to a chain and to a key."""
    for one in (command, in_other_words(command)):
        assert one.encoded() == encode_facts(one.given_fields())


@pytest.mark.parametrize("given", [{}, {"to": "nobody"}, {"days": 7, "notes": {"a": "b"}}, {"parts": ["all"]}])
def test_a_default_that_came_from_outside_is_left_out_like_one_that_was_not_given(given: dict[str, Any]) -> None:
    said = {"to": "the customer", "days": 1000, "parts": ["all", "of", "it"], "tags": ["lent"], "notes": {}, **given}
    one, other = Lend("a car", **given), structure(Lend, json.loads(json.dumps({"what": "a car", **said})))
    assert one.encoded() == other.encoded() == encode_facts(one.given_fields())
    assert one.data() == {"what": "a car", **given}


def test_examples_of_what_is_taken_back_are_made_one_by_one_however_many_notes_there_are() -> None:
    many = msgspec.structs.replace(
        ASK, facts=msgspec.structs.replace(ASK.facts, notes=10**12, retracted=frozenset({"N1"}))
    )
    assert [one.data()["entry"] for one in islice(Retract.samples(many), 2)] == ["N2", "N3"]
    assert [one.data()["entry"] for one in Retract.samples(ASK)] == ["N1"]
