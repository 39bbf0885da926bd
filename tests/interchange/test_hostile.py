"""What comes from outside is read or refused: it never does anything else, however it is made."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from complaintflow import Desk, InvalidInput, Refusal, from_data, from_json, to_data, to_json
from complaintflow.commands import Resolve
from complaintflow.interchange.kinds import KINDS
from complaintflow.testing import complaints
from complaintflow.testing.histories import events

SOME = settings(max_examples=40, deadline=None, suppress_health_check=[*HealthCheck])
NAMES = st.sampled_from(
    ["$kind", "$format", "$set", "$table", "$time", "facts", "body", "entries", "rule", "text", "a"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from([*KINDS]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=8,
)


@SOME
@given(VALUES)
def test_any_json_is_read_or_refused(value: Any) -> None:
    with suppress(InvalidInput):
        from_data(value)


def broken(value: Any, draw: st.DrawFn) -> Any:
    """The data with one value in it replaced by any other."""
    if isinstance(value, dict) and value:
        name = draw(st.sampled_from(sorted(value)))
        return {**value, name: broken(value[name], draw)}
    if isinstance(value, list) and value:
        place = draw(st.integers(0, len(value) - 1))
        return [*value[:place], broken(value[place], draw), *value[place + 1 :]]
    return draw(VALUES)


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    return broken(to_data(draw(complaints() | events())), draw)


@settings(SOME, max_examples=10)
@given(damaged())
def test_a_damaged_document_is_read_or_refused(value: Any) -> None:
    with suppress(InvalidInput):
        from_data(value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1, "a": 2}', "the name 'a' twice"),
        ("[NaN]", "NaN"),
        ("{", "a fault in line 1"),
        ("[" * 100_000, "nested deeper"),
        ("[1" + "0" * 5000 + "]", "a text with a fault"),
        (b"\xff\xfe[", "a text with a fault"),
        ('["\\ud800"]', "lone surrogates"),
        ('{"$kind": "Nobody"}', "Nobody"),
        ('{"$kind": "Deadline"}', "only written"),
        ('{"$kind": "Resolve", "$format": 2, "summary": "x"}', "2"),
        ('{"$kind": "Resolve", "summary": "x", "colour": 1}', "an unknown field"),
        ('{"$kind": "Priority", "grade": "E", "score": 1e400, "factors": []}', "inf"),
        ('{"$kind": "Factor", "name": "moon", "value": "1", "points": 1}', "KeyError"),
        ('{"$kind": "Command"}', "Command"),
        ('{"$kind": "Refusal", "rule": "no-such-rule", "why": "x"}', "KeyError"),
    ],
)
def test_what_is_no_document_is_refused_and_named(text: str | bytes, found: str) -> None:
    with pytest.raises(InvalidInput, match=found):
        from_json(text)


def test_a_text_is_no_longer_than_the_caller_allows() -> None:
    with pytest.raises(InvalidInput, match="at most 10 bytes"):
        from_json('["0123456789"]', largest=10)


def test_every_problem_is_told_at_once_with_its_path() -> None:
    with pytest.raises(InvalidInput) as refused:
        from_data([{"$kind": "Resolve", "touches": "x"}, {"$kind": "Note", "text": ""}])
    assert [one.path for one in refused.value.problems] == ["[0].summary", "[0].touches", "[1].text"]


def test_what_is_private_is_not_told_by_its_error() -> None:
    with pytest.raises(InvalidInput) as refused:
        from_data({"$kind": "Note", "text": ["Mr Lee"]})
    assert "Lee" not in str(refused.value)


def test_a_document_that_contradicts_itself_is_refused(desk: Desk) -> None:
    from complaintflow import Actor
    from complaintflow.commands import Receive

    came: Any = {"$kind": "Receive", "channel": "phone", "customer": {"id": "u-17"}, "description": "paid twice"}
    command = from_data(came)
    assert isinstance(command, Receive)
    told = to_data(desk.receive(command, by=Actor.customer("u-17")))
    for name, value in {"state": "closed", "description": "paid once", "version": 2}.items():
        with pytest.raises(InvalidInput):
            from_data({**told, name: value})


@pytest.fixture
def desk() -> Desk:
    return Desk.open("memory://")


def test_values_of_any_type_come_back_as_they_were() -> None:
    refusal = Refusal.of("allowed", command="Absorb", given=frozenset({"agent"}), who=frozenset({"system"}))
    assert from_json(to_json(refusal)) == refusal
    assert from_json(to_json(refusal.in_language("zh"))).why == refusal.in_language("zh").why
    odd = Refusal.of("mine", table={"$set": 1}, kind=Resolve, many=("a", 1, None, True), at=None)
    data = json.loads(json.dumps(to_data(refusal)))
    assert from_data(data) == refusal
    assert odd.rule == "mine"


def test_a_list_becomes_a_tuple_and_a_table_stays_one() -> None:
    data = {"a": [to_data(Resolve("paid back"))], "b": 1}
    assert from_data(data) == {"a": (Resolve("paid back"),), "b": 1}
    with pytest.raises(InvalidInput, match=r"\$kind"):
        to_data({"$kind": 1})


@pytest.mark.explore
@settings(SOME, max_examples=2000)
@given(damaged())
def test_any_damaged_document_is_read_or_refused(value: Any) -> None:
    with suppress(InvalidInput):
        from_data(value)
