"""A store that walks through places gets pages that lose none, repeat none, and lead back."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from complaintflow.errors import InvalidInput
from complaintflow.plugins import Query, Sort
from complaintflow.plugins.paging import Sheet, Walk, sheet_of
from complaintflow.plugins.ports.lists import Place

NUMBERS = st.lists(st.integers(0, 99), unique=True, max_size=9).map(sorted)
LIMITS = st.integers(1, 4)
SORTS = st.sampled_from([Sort.OLDEST, Sort.NEWEST])


def walk_of(numbers: list[int]) -> Walk:
    """As a store does it, over these places."""
    places: list[Place] = [(number // 2, number) for number in numbers]

    def walk(start: Place | None, down: bool, _: int) -> Iterator[Place]:
        if down:
            return iter([one for one in reversed(places) if start is None or one < start])
        return iter([one for one in places if start is None or one > start])

    return walk


def shown(sheet: Sheet) -> list[int]:
    return [number for *_, number in sheet.places]


def turned(query: Query, numbers: list[int]) -> tuple[list[int], list[int]]:
    """What is on all pages forth, and on all pages back from the last."""
    walk = walk_of(numbers)
    sheet = sheet_of(query, walk)
    forth = shown(sheet)
    while sheet.next:
        sheet = sheet_of(attrs.evolve(query, after=sheet.next), walk)
        assert sheet.places, "a page is offered on which nothing is"
        forth += shown(sheet)
    back = shown(sheet)
    while sheet.previous:
        sheet = sheet_of(attrs.evolve(query, before=sheet.previous), walk)
        assert sheet.places, "a page is offered on which nothing is"
        back = [*shown(sheet), *back]
    return forth, back


@given(NUMBERS, LIMITS, SORTS)
@settings(max_examples=60)
def test_pages_forth_and_back_are_the_whole_list(numbers: list[int], limit: int, sort: Sort) -> None:
    whole = numbers[::-1] if sort is Sort.NEWEST else numbers
    assert turned(Query(limit=limit, sort=sort), numbers) == (whole, whole)


@given(NUMBERS, NUMBERS, LIMITS, SORTS)
@settings(max_examples=60)
def test_what_stays_is_shown_once_whatever_comes_and_goes(
    before: list[int], after: list[int], limit: int, sort: Sort
) -> None:
    """The second page is read after others came in and some went."""
    query = Query(limit=limit, sort=sort)
    first = sheet_of(query, walk_of(before))
    rest = list[int]()
    cursor = first.next
    while cursor:
        sheet = sheet_of(attrs.evolve(query, after=cursor), walk_of(after))
        rest, cursor = [*rest, *shown(sheet)], sheet.next
    assert len(rest) == len({*rest})
    assert {*rest}.isdisjoint(shown(first))
    if first.next:
        stays = {*before} & {*after} - {*shown(first)}
        assert stays <= {*rest}


@given(NUMBERS, LIMITS, SORTS)
@settings(max_examples=60)
def test_from_a_page_that_emptied_one_finds_back_to_all_before_it(numbers: list[int], limit: int, sort: Sort) -> None:
    query = Query(limit=limit, sort=sort)
    first = sheet_of(query, walk_of(numbers))
    if not first.next:
        return
    left = [one for one in numbers if one in shown(first)]  # all behind it has gone
    empty = sheet_of(attrs.evolve(query, after=first.next), walk_of(left))
    assert (empty.places, empty.next) == ([], None)
    assert empty.previous is not None
    assert shown(sheet_of(attrs.evolve(query, before=empty.previous), walk_of(left))) == shown(first)


def test_an_empty_list_is_one_page_that_leads_nowhere() -> None:
    assert sheet_of(Query(), walk_of([])) == Sheet([], None, None)


def test_a_cursor_of_another_question_is_refused() -> None:
    cursor = sheet_of(Query(limit=1), walk_of([1, 2])).next
    assert cursor
    for query in (Query(limit=1, team="pay", after=cursor), Query(after=cursor, before=cursor), Query(before="x")):
        with pytest.raises(InvalidInput):
            sheet_of(query, walk_of([1, 2]))


def test_a_store_is_asked_for_no_more_places_than_a_page_needs() -> None:
    """A page of a long list is not paid for by its length."""
    asked = list[int]()

    def walk(start: Place | None, down: bool, most: int) -> Iterator[Place]:
        asked.append(most)
        return walk_of([*range(9)])(start, down, most)

    sheet_of(Query(limit=3), walk)
    assert asked == [4]
