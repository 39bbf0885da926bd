"""Everything that is over a limit is named at once: the limit, what was found, and where."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from typing import Any

import attrs
import pytest

from complaintflow._validation.bounds import DEEPEST, check_bounds, check_depth, read_bounded
from complaintflow._validation.structure import FrozenMap
from complaintflow.errors import InvalidInput, Problem
from complaintflow.policy import Limits


@attrs.frozen
class Item:
    """A part of a form."""

    name: str
    count: int = 1


@attrs.frozen
class Form:
    """A record with a field of every shape."""

    title: str
    items: tuple[Item, ...] = ()
    notes: Mapping[str, str] = FrozenMap()
    tags: frozenset[str] = frozenset()
    answers: Mapping[str, str] = FrozenMap()
    first: Item | None = None


def problems(form: object, text: int = 10, size: int = 999, **limits: Any) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInput) as caught:
        check_bounds(form, text, Limits(**limits), size)
    return caught.value.problems


def test_every_text_over_the_limit_is_named_wherever_it_stands() -> None:
    long = "长" * 11
    form = Form(long, (Item("a"), Item(long)), FrozenMap({"k": long, long: "v"}), frozenset({long}), first=Item(long))
    found = problems(form)
    paths = ["title", "items[1].name", "notes.k", "notes key", "tags[0]", "first.name"]
    assert [problem.path for problem in found] == paths
    assert found[0] == Problem("title", "a text of 11 characters", "at most 10 characters")
    assert found[3] == Problem("notes key", "a name of 11 characters", "at most 10 characters")


def test_a_text_of_just_the_limit_passes() -> None:
    check_bounds(Form("长" * 10), 10, Limits(), 999)


def test_a_list_or_table_that_is_too_long_is_named_with_its_own_limit() -> None:
    table = FrozenMap({str(number): "a" for number in range(4)})
    form = Form("t", (Item("a"),) * 3, table, answers=table)
    assert problems(form, entries=2, answers=3) == (
        Problem("items", "3 entries", "at most 2 (limits.entries)"),
        Problem("notes", "4 entries", "at most 2 (limits.entries)"),
        Problem("answers", "4 entries", "at most 3 (limits.answers)"),
    )


def test_a_whole_command_that_is_too_long_is_named_beside_its_parts() -> None:
    assert problems(Form("t" * 11), size=2000, command_bytes=1000) == (
        Problem("title", "a text of 11 characters", "at most 10 characters"),
        Problem("", "a command of 2000 bytes", "at most 1000 bytes (limits.command_bytes)"),
    )


def nested(depth: int) -> Any:
    found: Any = 1
    for _ in range(depth):
        found = [found] if depth % 2 else {"a": found}
    return found


@pytest.mark.parametrize("depth", [DEEPEST, DEEPEST - 1, 1, 0])
def test_what_is_nested_as_forms_are_passes(depth: int) -> None:
    check_depth(nested(depth), "data")


@pytest.mark.parametrize("depth", [DEEPEST + 1, DEEPEST + 2, 100_000])
def test_what_is_nested_deeper_is_said_to_be(depth: int) -> None:
    with pytest.raises(InvalidInput, match=f"data: found lists or tables .* at most {DEEPEST} levels"):
        check_depth(nested(depth), "data")


def test_a_list_that_contains_itself_is_too_deep() -> None:
    loop: list[Any] = []
    loop += [loop, loop]
    with pytest.raises(InvalidInput, match="nested deeper"):
        check_depth(loop, "data")


@pytest.mark.parametrize("depth", [DEEPEST + 1, 2000, 200_000])
def test_a_deep_text_ends_no_reader(depth: int) -> None:
    for read in (json.loads, lambda text: tomllib.loads(f"a = {text}")):
        with pytest.raises(InvalidInput, match="file: found lists or tables"):
            read_bounded(lambda: read("[" * depth + "]" * depth), "file")  # noqa: B023  # called at once


def test_a_text_of_usual_depth_is_read() -> None:
    assert read_bounded(lambda: json.loads('{"a": [1, {"b": 2}]}'), "file") == {"a": [1, {"b": 2}]}
