"""The schema of a command says what its checks do."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from jsonschema import Draft202012Validator

from complaintflow import InvalidInput, Policy, Problem, command_schema, from_data, to_data
from complaintflow.commands import BUILTIN, Command
from complaintflow.interchange import UNSAID

FEW = settings(max_examples=2, deadline=None, suppress_health_check=[*HealthCheck])


@pytest.mark.parametrize("kind", BUILTIN.values(), ids=lambda kind: kind.__name__)
@FEW
@given(data=st.data())
def test_every_command_fits_its_own_schema(kind: type[Command], data: st.DataObject) -> None:
    schema = command_schema(kind)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(to_data(data.draw(st.from_type(kind))))


def titles(schema: Any) -> list[str]:
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    mine = [schema["title"]] if isinstance(schema, dict) and isinstance(schema.get("title"), str) else []
    return [*mine, *(title for one in inner for title in titles(one))]


@pytest.mark.parametrize("kind", BUILTIN)
def test_a_chinese_form_has_no_english_titles(kind: str) -> None:
    found = [title for title in titles(command_schema(kind, language="zh")) if title.isascii() and title != "URI"]
    assert found == []


def drawn_from(schema: Any, defs: Any) -> st.SearchStrategy[Any]:
    """Any value that fits a schema of ours, and a few that only nearly do."""
    if "$ref" in schema:
        return drawn_from(defs[schema["$ref"].rsplit("/", 1)[1]], defs)
    if "anyOf" in schema:
        return st.one_of(*(drawn_from(one, defs) for one in schema["anyOf"]))
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    found: st.SearchStrategy[Any] = KINDS[str(schema.get("type"))](schema, defs)
    return found


def texts(schema: Any, _: Any) -> st.SearchStrategy[Any]:
    if schema.get("format") == "date-time":
        return st.sampled_from(["2026-03-01T09:00:00Z", "2026-03-01T09:00:00.5+08:00", "1990-12-31T23:59:60Z"])
    if schema.get("format") == "date":
        return st.sampled_from(["2026-03-01", "2024-02-29"])
    odd = st.text(max_size=8) | st.sampled_from(["zh", "Asia/Shanghai", " ", "\x00", "\u200b", "li ", "email"])
    return odd.filter(str.strip) if "pattern" in schema else odd


def tables(schema: Any, defs: Any) -> st.SearchStrategy[Any]:
    if "properties" not in schema:
        return st.dictionaries(
            st.sampled_from(["a", "email", "name", "b c"]), drawn_from(schema["additionalProperties"], defs)
        )
    fields = {name: drawn_from(one, defs) for name, one in schema["properties"].items()}
    needed = set(schema.get("required", ()))
    optional = {name: one for name, one in fields.items() if name not in needed}
    return st.fixed_dictionaries({name: fields[name] for name in needed}, optional=optional)


KINDS: dict[str, Any] = {
    "string": texts,
    "object": tables,
    "array": lambda schema, defs: st.lists(drawn_from(schema["items"], defs), max_size=2),
    "boolean": lambda *_: st.booleans(),
    "null": lambda *_: st.none(),
    "integer": lambda schema, _: st.integers(schema.get("minimum", 0), schema.get("maximum", 9)),
    "['integer', 'boolean']": lambda *_: st.integers(0, 9) | st.booleans(),
    "['string', 'integer']": lambda *_: st.sampled_from(["1", "12.50", "-3", "0", 7, "1" * 40]),
}


@pytest.mark.parametrize("kind", BUILTIN)
@settings(max_examples=4, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_what_fits_the_schema_is_read_or_refused_for_a_reason_that_no_schema_can_say(
    kind: str, data: st.DataObject
) -> None:
    schema = command_schema(kind)
    fields = data.draw(drawn_from(schema, schema.get("$defs", {})))
    if not Draft202012Validator(schema).is_valid(fields):
        return
    assert [one for one in problems_of(fields, kind) if not one.expected.startswith(tuple(UNSAID))] == []


ODD: tuple[Any, ...] = (
    *(
        None,
        "",
        " ",
        "x",
        "0",
        "-1",
        "1e2",
        "1_000",
        " 12 ",
        "１２",
        "2026-03-01",
        "\u200b",
        0,
        -1,
        7,
        1.5,
        True,
        False,
    ),
    *([], [""], ["x", "x"], {}, {"text": "x"}, {"amount": "12", "currency": "CNY"}, {"amount": [1], "currency": "CNY"}),
    *({"$kind": "Said", "text": "x"}, {"$format": 2, "text": "x"}),
)


def mutated(draw: Any, value: Any) -> Any:
    """The same with one thing changed, at any depth: something odd, a name too few or too many, an entry twice."""
    inner = [*value] if isinstance(value, dict) else [*range(len(value))] if isinstance(value, list) else []
    how = draw(st.sampled_from(["odd", "deeper", "deeper", "deeper", "other"])) if inner else "odd"
    if how == "odd":
        return draw(st.sampled_from([*ODD, [value]]))
    place = draw(st.sampled_from(inner))
    if how == "deeper":
        changed = {place: mutated(draw, value[place])}
        return {**value, **changed} if isinstance(value, dict) else [changed.get(at, value[at]) for at in inner]
    if isinstance(value, list):
        return [*value, value[place]]
    return draw(st.sampled_from([{**value, "more": 1}, {name: one for name, one in value.items() if name != place}]))


@pytest.mark.parametrize("kind", BUILTIN)
@settings(max_examples=5, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_a_form_that_the_schema_accepts_is_read_and_one_that_it_refuses_is_not(kind: str, data: st.DataObject) -> None:
    agree(kind, data)


@pytest.mark.explore
@pytest.mark.parametrize("kind", BUILTIN)
@settings(max_examples=400, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_schema_and_reader_agree_about_many_forms(kind: str, data: st.DataObject) -> None:
    agree(kind, data)


def agree(kind: str, data: st.DataObject) -> None:
    fields = mutated(data.draw, to_data(data.draw(st.from_type(BUILTIN[kind]))))
    fits = VALIDATORS[kind].is_valid(fields)
    expected = [one.expected for one in problems_of(fields, kind)]
    if fits:
        assert [one for one in expected if not one.startswith(tuple(UNSAID))] == [], fields
    else:
        assert expected, f"it does not fit, and is read: {fields}"


VALIDATORS = {kind: Draft202012Validator(command_schema(kind)) for kind in BUILTIN}


def problems_of(fields: Any, kind: str) -> tuple[Problem, ...]:
    try:
        from_data(fields, kind=kind)
    except InvalidInput as invalid:
        return invalid.problems
    return ()


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("Resolve", {"summary": " "}),
        ("Resolve", {}),
        ("Resolve", {"summary": "paid back", "touches": "elsewhere"}),
        ("Resolve", {"summary": "paid back", "colour": "red"}),
        ("Survey", {"csat": 6}),
        ("Survey", {"csat": 5, "nps": 11}),
        ("Compensate", {"kind": "coupon", "amount": "many", "currency": "CNY"}),
        ("Compensate", {"kind": "coupon", "amount": "0", "currency": "CNY"}),
        ("Compensate", {"kind": "coupon", "amount": 0, "currency": "CNY"}),
        ("Compensate", {"kind": "coupon", "amount": "-0.5", "currency": "CNY"}),
        ("Compensate", {"kind": "coupon", "amount": "1_000", "currency": "CNY"}),
        ("Compensate", {"kind": " ", "amount": "5", "currency": "CNY"}),
        ("Compensate", {"kind": "coupon", "amount": "5", "currency": "\t"}),
        ("Answer", {"answers": {"order": {"amount": [1], "currency": {}}}}),
        ("Agree", {"option": "O1", "said": {"text": "yes", "$format": 2}}),
        ("Agree", {"option": "O1", "said": {"via": "phone"}}),
        ("Confirm", {"said": {"text": "yes"}, "$kind": "Dispute"}),
        ("Confirm", {"said": {"text": "yes"}, "$format": 2}),
    ],
)
def test_what_is_refused_for_its_form_does_not_fit_the_schema_either(kind: str, fields: dict[str, Any]) -> None:
    assert not Draft202012Validator(command_schema(kind)).is_valid(fields)
    with pytest.raises(InvalidInput):
        from_data(fields, kind=kind)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("Compensate", {"kind": "coupon", "amount": ".5", "currency": "CNY"}),
        ("Confirm", {"said": "yes"}),
        ("Confirm", {"said": {"$kind": "Said", "text": "yes"}}),
        ("Answer", {"answers": {"order": 17, "paid": {"amount": "12.50", "currency": "CNY"}, "gift": True}}),
        ("RecordReview", {"decision": "roll back", "participants": ["service lead"]}),
    ],
)
def test_what_is_read_in_a_short_form_fits_the_schema_as_well(kind: str, fields: dict[str, Any]) -> None:
    assert problems_of(fields, kind) == ()
    assert Draft202012Validator(command_schema(kind)).is_valid(fields)


def test_the_limits_are_those_of_the_policy() -> None:
    house = Policy.from_toml("text_limit = 50\nlimits.attachments = 3\n")
    schema = command_schema("AddEvidence", policy=house)
    assert schema["properties"]["content"]["maxLength"] == 50
    assert schema["properties"]["attachments"]["maxItems"] == 3


def test_closed_words_have_labels_in_both_languages() -> None:
    labels = [command_schema("Resolve", language=one)["properties"]["touches"]["x-labels"] for one in ("zh", "en")]
    assert [one["money"] for one in labels] == ["客户的钱款", "the customer's money"]


def test_a_kind_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidInput, match="one of Absorb"):
        command_schema("Solve")


@attrs.frozen
class Knock(Command):
    """Knock at a door.

    Nobody else does.
    """

    door: str
    times: int = 1


def test_a_command_that_a_house_added_has_a_schema_and_a_document() -> None:
    schema = command_schema("Knock", commands=[Knock])
    assert (schema["title"], schema["description"], schema["required"]) == ("Knock", "Knock at a door.", ["door"])
    assert command_schema(Knock)["properties"]["times"]["default"] == 1
    assert from_data(to_data(Knock("blue")), commands=[Knock]) == Knock("blue")
    assert from_data({"door": "blue"}, kind="Knock", commands=[Knock]) == Knock("blue")
