"""Values from outside become typed values, or problems with a path: all of them, and nothing is guessed."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from typing import Annotated, Any

import attrs
import pytest
from hypothesis import given, strategies as st

from complaintflow import InvalidInput, Said
from complaintflow._validation.structure import (
    ONE_OR_MORE,
    Checked,
    FieldValue,
    FrozenMap,
    NonBlank,
    Within,
    at_utc,
    attributes,
    checker,
    fields_of,
    id_fault,
    pick_valid,
    plain_text,
    structure,
    validate,
)
from complaintflow.errors import Problem
from complaintflow.testing.strategies import moments, texts
from complaintflow.vocabulary import Grade, Impact

MOMENT = datetime(2026, 1, 31, tzinfo=UTC)
SHANGHAI = timezone(timedelta(hours=8))


@attrs.frozen
class Item:
    name: NonBlank
    count: Annotated[int, Within(1, 9)] = 1

    def __attrs_post_init__(self) -> None:
        validate(self)
        if self.name == "forbidden":
            raise InvalidInput((Problem("name", "forbidden", "another name"),))


@attrs.frozen
class Form:
    title: str
    items: tuple[Item, ...] = ()
    notes: Mapping[str, NonBlank] = FrozenMap()
    said: Said | None = None
    tags: frozenset[NonBlank] = frozenset()
    serial: int = attrs.field(default=0, init=False)


def problems_of(kind: Any, value: Any) -> list[Problem]:
    problems: list[Problem] = []
    checker(kind)(value, "here", problems)
    return problems


def paths(form: Any, kind: type[Any] = Form) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        structure(kind, form)
    return [problem.path for problem in caught.value.problems]


class Nowhere(tzinfo):
    """A time zone that knows no offset."""

    def utcoffset(self, dt: datetime | None) -> None:
        return None

    dst = tzname = utcoffset


FITS = [
    (str, "投诉", "投诉"),
    (str, Grade.E, "E"),
    (int, 3, 3),
    (bool, True, True),
    (Decimal, "12.50", Decimal("12.50")),
    (Decimal, 12, Decimal(12)),
    (Decimal, Decimal("0.1"), Decimal("0.1")),
    (datetime, "2026-01-31T09:00:00+08:00", datetime(2026, 1, 31, 1, tzinfo=UTC)),
    (datetime, datetime(2026, 1, 31, 9, tzinfo=SHANGHAI), datetime(2026, 1, 31, 1, tzinfo=UTC)),
    (date, "2026-01-31", date(2026, 1, 31)),
    (date, date(2026, 1, 31), date(2026, 1, 31)),
    (timedelta, 90, timedelta(seconds=90)),
    (timedelta, "45s", timedelta(seconds=45)),
    (timedelta, "30min", timedelta(minutes=30)),
    (timedelta, "72 h", timedelta(hours=72)),
    (timedelta, "3d", timedelta(days=3)),
    (timedelta, timedelta(hours=1), timedelta(hours=1)),
    (Grade, "A", Grade.A),
    (Grade | None, None, None),
    (tuple[int, ...], [1, 2], (1, 2)),
    (frozenset[str], {"a"}, frozenset({"a"})),
    (frozenset[str], ["a", "a"], frozenset({"a"})),
    (Mapping[str, int], {"a": 1}, FrozenMap({"a": 1})),
    (Said, "words", Said("words")),
    (Said, {"text": "words", "via": "phone"}, Said("words", "phone")),
    (Any, object, object),
    (FieldValue, True, "true"),
    (FieldValue, Decimal("12.50"), "12.50"),
    (FieldValue, date(2026, 1, 31), "2026-01-31"),
    (FieldValue, {"amount": 12, "currency": "CNY"}, "12 CNY"),
    (Annotated[frozenset[str], ONE_OR_MORE], "a", frozenset({"a"})),
    (Annotated[frozenset[str], ONE_OR_MORE], ["a", "b"], frozenset({"a", "b"})),
]
WRONG = [
    (str, 1, "a text"),
    (str, None, "a text"),
    (str, b"bytes", "a text"),
    (str, "a\x00b", "NUL"),
    (str, "a\ud800b", "surrogate"),
    (NonBlank, " \n", "not blank"),
    (NonBlank, 7, "a text"),
    (int, True, "a whole number"),
    (int, 1.0, "a whole number"),
    (int, "1", "a whole number"),
    (int, 2**63, "a whole number"),
    (bool, 1, "true or false"),
    (bool, "yes", "true or false"),
    (Decimal, 0.1, "a decimal number"),
    (Decimal, True, "a decimal number"),
    (Decimal, "ten", "a decimal number"),
    (Decimal, "NaN", "a decimal number"),
    (Decimal, "Infinity", "a decimal number"),
    (Decimal, "1e999999", "a decimal number"),
    (Decimal, "1e99999999999999999999", "a decimal number"),
    (Decimal, "1e-999999", "a decimal number"),
    (Decimal, "0." + "1" * 40, "a decimal number"),
    (Decimal, None, "a decimal number"),
    (Annotated[Decimal, Within(0)], "-0.01", "at least 0"),
    (Annotated[int, Within(1, 5)], 6, "from 1 to 5"),
    (Annotated[int, Within(1, 5)], 0, "from 1 to 5"),
    (datetime, "2026-01-31T09:00:00", "an aware time"),
    (datetime, MOMENT.replace(tzinfo=None), "an aware time"),
    (datetime, datetime(2026, 1, 31, tzinfo=Nowhere()), "an aware time"),
    (datetime, "0001-01-01T00:00:00+14:00", "an aware time"),
    (datetime, "tomorrow", "an aware time"),
    (datetime, 1_700_000_000, "an aware time"),
    (datetime, date(2026, 1, 31), "an aware time"),
    (date, datetime(2026, 1, 31, tzinfo=UTC), "a date"),
    (date, "31.1.2026", "a date"),
    (date, 20260131, "a date"),
    (timedelta, -1, "a duration"),
    (timedelta, True, "a duration"),
    (timedelta, 1.5, "a duration"),
    (timedelta, "soon", "a duration"),
    (timedelta, "3 weeks", "a duration"),
    (timedelta, "٣d", "a duration"),
    (timedelta, "40000d", "a duration"),
    (timedelta, 10**12, "a duration"),
    (timedelta, timedelta(seconds=-1), "a duration"),
    (timedelta, None, "a duration"),
    (Grade, "X", "one of C, B, A, E"),
    (Grade, 4, "one of C, B, A, E"),
    (Impact, "e", "one of one, some, many, all"),
    (tuple[int, ...], "12", "a list"),
    (tuple[int, ...], 3, "a list"),
    (frozenset[str], {"a": 1}, "a list"),
    (Mapping[str, int], [1], "a table"),
    (Mapping[str, int], {3: 1}, "a text"),
    (Said, 3, "a Said"),
    (Item, "name", "a Item"),
]


@pytest.mark.parametrize(("kind", "value", "result"), FITS, ids=range(len(FITS)))
def test_a_value_that_fits_becomes_its_type(kind: Any, value: Any, result: Any) -> None:
    problems: list[Problem] = []
    found = checker(kind)(value, "here", problems)
    assert problems == []
    assert found == result
    assert type(found) is type(result)


@pytest.mark.parametrize(("kind", "value", "expected"), WRONG, ids=range(len(WRONG)))
def test_a_value_that_does_not_fit_is_named_with_path_and_expectation(kind: Any, value: Any, expected: str) -> None:
    (problem,) = problems_of(kind, value)
    assert problem.path.startswith("here")
    assert expected in problem.expected
    assert problem.found.isprintable()
    assert len(problem.found) <= 60


def test_unknown_missing_and_wrong_fields_come_together() -> None:
    assert paths({"tilte": "x", "items": 3, "notes": {"a": " "}}) == ["tilte", "title", "items", "notes.a"]


def test_a_problem_deep_inside_has_its_whole_path() -> None:
    form = {"title": "t", "items": [{"name": "a"}, {"name": " ", "cuont": 1}, {"count": 10}]}
    assert paths(form) == ["items[1].cuont", "items[1].name", "items[2].name", "items[2].count"]


def test_what_a_value_refuses_when_it_is_made_gets_the_path_as_well() -> None:
    assert paths({"title": "t", "items": [{"name": "forbidden"}]}) == ["items[0].name"]


def test_a_field_that_nobody_may_give_is_unknown() -> None:
    assert "serial" not in fields_of(Form)
    assert paths({"title": "t", "serial": 3}) == ["serial"]


def test_an_unknown_field_says_which_there_are() -> None:
    with pytest.raises(InvalidInput, match="one of name, count"):
        structure(Item, {"name": "a", "nmae": "b"})


def test_a_class_without_fields_says_so() -> None:
    @attrs.frozen
    class Empty:
        pass

    with pytest.raises(InvalidInput, match="one of no field"):
        structure(Empty, {"a": 1})


@pytest.mark.parametrize("data", [None, 3, ["title"], "title"])
def test_what_is_no_table_makes_nothing(data: Any) -> None:
    assert paths(data) == [""]


def test_the_found_value_of_a_hostile_name_can_be_printed() -> None:
    with pytest.raises(InvalidInput) as caught:
        structure(Form, {"title": "t", "a\ud800": 1, "notes": {"\x00": "x"}, "tags": [[1]]})
    str(caught.value).encode()
    assert [problem.path for problem in caught.value.problems] == ["'a\\ud800'", "notes key", "tags[0]"]


def test_keyword_arguments_are_checked_all_together_too() -> None:
    with pytest.raises(InvalidInput) as caught:
        Item(" ", 77)
    assert [problem.path for problem in caught.value.problems] == ["name", "count"]


def test_a_number_too_long_to_be_written_is_refused_with_a_sentence() -> None:
    (problem,) = problems_of(int, 10**5000)
    assert problem.found == "a long int"


def test_a_long_value_is_cut_where_it_is_shown() -> None:
    (problem,) = problems_of(int, "x" * 100)
    assert problem.found == "'" + "x" * 56 + "..."


@given(texts())
def test_a_text_without_nul_and_surrogates_stays_as_it_is(text: str) -> None:
    assert plain_text(text) is None
    assert problems_of(str, text) == []


@given(st.text(st.characters()))
def test_every_plain_text_can_be_stored_and_every_other_is_refused(text: str) -> None:
    storable = "\x00" not in text and text.encode(errors="replace").decode() == text
    assert (plain_text(text) is None) == storable


@given(moments(), st.integers(-14, 14))
def test_a_time_is_the_same_instant_in_utc(moment: datetime, hours: int) -> None:
    found = at_utc(moment.astimezone(timezone(timedelta(hours=hours))))
    assert found == moment
    assert found.tzinfo is UTC


def test_a_naive_time_is_refused_with_the_path_given() -> None:
    with pytest.raises(InvalidInput, match="when: found"):
        at_utc(MOMENT.replace(tzinfo=None), "when")


def test_a_frozen_map_is_a_mapping_that_hashes_by_its_items() -> None:
    one, other = FrozenMap({"a": 1, "b": 2}), FrozenMap([("b", 2), ("a", 1)])
    assert one == other == {"a": 1, "b": 2}
    assert hash(one) == hash(other)
    assert (one["a"], list(one), len(one)) == (1, ["a", "b"], 2)


def test_a_frozen_map_cannot_change() -> None:
    source = {"a": 1}
    frozen = FrozenMap(source)
    source["a"] = 2
    assert frozen["a"] == 1
    with pytest.raises(TypeError):
        frozen["a"] = 3  # type: ignore[index]  # on purpose


def test_a_limit_without_a_lower_bound_says_so() -> None:
    assert Within(high=3)(4) == "a number of at most 3"
    assert Within(high=3)(-4) is None


def test_only_attrs_classes_have_attributes() -> None:
    assert [field.name for field in attributes(Item("a"))] == ["name", "count"]
    assert attributes("a") == ()


def test_of_loose_data_only_what_fits_the_fields_is_taken() -> None:
    loose = {"title": "t", "items": "none", "notes": {"a": "b"}, "unknown": 1}
    assert pick_valid(Form, loose) == {"title": "t", "notes": FrozenMap({"a": "b"})}
    assert pick_valid(Form, {}) == {}


def test_a_deep_value_is_named_without_being_written_out() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert problems_of(str, deep) == [Problem("here", "a deep list", "a text")]


@pytest.mark.parametrize("number", ["9" * 101, 10**200, -(10**200)])
def test_a_number_of_more_digits_than_any_amount_is_not_read(number: Any) -> None:
    (problem,) = problems_of(Decimal, number)
    assert problem.expected.startswith("a decimal number")


@pytest.mark.parametrize("id", ["li", "李 雷", "o'neil", "u-1@example.com", "é", "a" * 200])
def test_an_id_may_have_any_signs_that_people_see(id: str) -> None:
    assert id_fault(id) is None


@pytest.mark.parametrize(
    "id", ["", " ", "a ", "\ta", "a\nb", "a\u200b", "a\u3164", "a\ufe0f", "a\U000e0100", "a" * 201, "a\x7f"]
)
def test_an_id_that_looks_like_another_is_none(id: str) -> None:
    assert id_fault(id)


def test_a_default_that_is_not_right_as_it_stands_is_checked_each_time() -> None:
    """What is right is not checked again; what is not must never get in because nobody gave it."""

    @attrs.frozen
    class Loose(Checked):
        """A record whose author wrote defaults as people do."""

        names: tuple[str, ...] = attrs.field(default=["a"])
        grade: Grade = attrs.field(default="E")  # type: ignore[assignment]  # on purpose
        count: Annotated[int, Within(1)] = 1

    assert Loose() == Loose(("a",), Grade.E, 1)
    assert type(Loose().names) is tuple
    assert type(Loose().grade) is Grade

    @attrs.frozen
    class Wrong(Checked):
        """A record whose default is none that it accepts."""

        count: Annotated[int, Within(1)] = 0

    with pytest.raises(InvalidInput, match="count: found 0"):
        Wrong()
    with pytest.raises(InvalidInput, match="count: found 0"):
        Wrong(0)
    assert Wrong(1).count == 1
