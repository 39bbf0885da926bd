"""All complaints, or all events of one, one after the other: whole, while others write, in the memory of some."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from complaintflow import Complaint, Customer, Desk, InvalidInput, NotFound, StoreError, commands as c
from complaintflow.desk import Asked
from complaintflow.record.complaint import Event
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores.desks import Opener, received

Campaign = Callable[[str], None]


def fill(desk: Desk, many: int, first: int = 0) -> None:
    """So many complaints of customers of their own."""
    for begin in range(first, first + many, 500):
        numbers = range(begin, min(begin + 500, first + many))
        asked = [Asked((c.Receive("app", Customer(f"u-{one}"), f"no answer {one}"),), s.SYSTEM) for one in numbers]
        assert all(isinstance(one, Complaint) for one in desk.receive_many(asked))


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three are read at once."""
    monkeypatch.setattr("complaintflow.desk.streaming.MANY", 3)


@pytest.mark.usefixtures("few_at_once")
def test_each_complaint_comes_once_while_others_come_in_and_fit_no_more(desk: Desk, clock: FrozenClock) -> None:
    """Else an export of a night leaves out a complaint, or has it twice."""
    before = []
    for number in range(8):
        clock.later(minutes=1)
        before.append(received(desk, customer=Customer(f"u-{number}"), order=f"A-{number}").id)
    seen = list[str]()
    for one in desk.each(state="received"):
        seen.append(one.id)
        clock.later(minutes=1)
        if len(seen) == 1:
            desk.do(before[-1], s.triage(), by=s.LI)  # it fits no more when its page is read
            desk.do(before[0], s.triage(), by=s.LI)
            later = received(desk, customer=Customer("u-late"), order="A-late").id
    assert seen == [*before[:-1], later]


@pytest.mark.usefixtures("few_at_once")
def test_the_newest_come_first_where_that_is_asked_for(desk: Desk, clock: FrozenClock) -> None:
    ids = list[str]()
    for number in range(4):
        clock.later(minutes=1)
        ids.append(received(desk, customer=Customer(f"u-{number}"), order=f"A-{number}").id)
    assert [one.id for one in desk.each(sort="newest")] == ids[::-1]
    assert [one.id for one in desk.each(id=ids[1:3])] == ids[1:3]


@pytest.mark.usefixtures("few_at_once")
def test_each_event_comes_once_and_so_do_those_of_meanwhile(desk: Desk) -> None:
    id = received(desk).id
    desk.do(id, *[c.Note(f"note {one}") for one in range(7)], by=s.LI)
    seen = list[Event]()
    for event in desk.each_event(id):
        if not seen:
            desk.do(id, c.Note("meanwhile"), by=s.LI)
        seen.append(event)
    assert tuple(seen) == desk.history(id)
    assert [one.seq for one in desk.each_event(id, after=8)] == [9]
    assert [*desk.each_event(id, after=9)] == []


def test_a_part_of_a_history_is_asked_for_by_numbers(desk: Desk) -> None:
    id = received(desk).id
    desk.do(id, *[c.Note(f"note {one}") for one in range(4)], by=s.LI)
    whole = desk.history(id)
    assert desk.history(id, after=2, limit=2) == whole[2:4]
    assert desk.history(id, after=3) == whole[3:]
    for wrong in ({"after": -1}, {"limit": 0}):
        with pytest.raises(InvalidInput):
            desk.history(id, **wrong)


@pytest.mark.parametrize("wrong", [{"sort": "grade"}, {"sort": "due"}, {"limit": 5}, {"after": "x"}, {"state": "no"}])
def test_what_cannot_be_promised_is_refused_before_anything_is_read(desk: Desk, wrong: dict[str, Any]) -> None:
    """In an order in which complaints move, one could come twice, and another never."""
    with pytest.raises(InvalidInput):
        desk.each(**wrong)
    with pytest.raises(NotFound):
        desk.each_event("C-none")


@pytest.mark.usefixtures("few_at_once")
def test_nothing_is_held_between_two_pages(opener: Opener) -> None:
    """A reader that takes hours must not keep a connection, hold up an upgrade or see a house of yesterday."""
    with opener() as desk:
        for number in range(5):
            received(desk, customer=Customer(f"u-{number}"), order=f"A-{number}")
        rest = desk.each()
        first = next(rest)
        held = desk.each_event(first.id)
    assert [one.id for one in (first, next(rest), next(rest))]  # what was read is there
    with pytest.raises(StoreError):
        next(rest)
    assert [one.seq for one in held] == [1]


# ── at length


@pytest.mark.explore
@pytest.mark.parametrize("many", [(10_000, 100_000)])
def test_the_memory_stays_the_same_however_many_there_are(
    opener: Opener, many: tuple[int, int], campaign: Campaign
) -> None:
    """A million complaints are read by a small machine. What a store in memory holds itself is not counted."""
    peaks, there = dict[int, int](), 0
    with opener(FrozenClock()) as desk:
        for total in many:
            fill(desk, total - there, there)
            there = total
            peaks[total] = peak_of(desk.each, total)
    assert peaks[many[1]] < peaks[many[0]] * 1.2 + 200_000
    campaign(f"each complaint of {desk._units.store}: {'; '.join(f'{n:,}: {p:,} bytes' for n, p in peaks.items())}")


@pytest.mark.explore
def test_the_memory_stays_the_same_however_long_a_history_is(opener: Opener, campaign: Campaign) -> None:
    peaks = dict[int, int]()
    with opener(FrozenClock()) as desk:
        id = received(desk).id
        for total in (10_000, 100_000):
            while (version := desk.get(id).version) < total:
                desk.do(id, *[c.Note("seen")] * min(1000, total - version), by=s.LI)
            peaks[total] = peak_of(partial(desk.each_event, id), total)
    assert peaks[100_000] < peaks[10_000] * 1.2 + 200_000
    campaign(f"each event of {desk._units.store}: {'; '.join(f'{n:,}: {p:,} bytes' for n, p in peaks.items())}")


def peak_of(begin: Callable[[], Iterator[object]], many: int) -> int:
    """The most memory that it takes to read so many, in bytes beyond what was there."""
    for _ in begin():  # what is loaded once
        pass
    tracemalloc.start()
    try:
        assert sum(1 for _ in begin()) == many
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
