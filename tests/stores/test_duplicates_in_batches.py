"""R5: what a batch takes in repeats what it would repeat one by one, though its duplicates are searched at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from complaintflow import Actor, Complaint, Customer, Desk, Said, commands as c
from complaintflow.desk import Asked
from complaintflow.stores.sql import complaints
from complaintflow.stores.sql.recorder import Recorder
from tests import stories as s
from tests.stores.desks import opener_of
from tests.stores.servers import empty

ENDS = (
    (),
    (c.Withdraw(Said("never mind", "app")),),
    (c.Note("first"), c.Note("second")),
    (s.triage(),),
    (c.Withdraw(Said("never mind", "app")), c.Note("no move")),
)
"""What follows at once: nothing, its end, more events, another type, and what is refused with all of it."""

rows = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["A-1", "a 1", "A-2", ""]), st.sampled_from(range(len(ENDS)))),
    min_size=1,
    max_size=7,
)
_runs = count()


def asked(run: int, some: list[tuple[int, str, int]]) -> list[Asked]:
    """By the customers themselves, who alone may withdraw."""
    return [
        Asked(
            (s.receive(customer=Customer(f"u-{run}-{number}"), order=order), *ENDS[end]),
            Actor.customer(f"u-{run}-{number}"),
        )
        for number, order, end in some
    ]


def told(desk: Desk, answers: list[Any]) -> list[Any]:
    """What came of each, and how each stands in the end; ids by their place."""
    places = {one.id: place for place, one in enumerate(answers) if isinstance(one, Complaint)}
    return [
        (
            [places[other] for other in one.duplicates],
            [(event.kind, event.state, places.get(event.data.get("again", ""))) for event in desk.history(one.id)],
        )
        if isinstance(one, Complaint)
        else type(one)
        for one in answers
    ]


def one_by_one(desk: Desk, every: list[Asked]) -> list[Any]:
    return [answer for one in every for answer in desk.receive_many([one])]


def compare(desk: Desk, before: list[tuple[int, str, int]], some: list[tuple[int, str, int]]) -> None:
    """All at once, and one by one at another desk."""
    run = next(_runs)
    with opener_of("memory://")() as witness:
        known = [one_by_one(one, asked(run, before)) for one in (desk, witness)]
        at_once = told(desk, [*known[0], *desk.receive_many(asked(run, some))])
        assert at_once == told(witness, [*known[1], *one_by_one(witness, asked(run, some))])


BEFORE = [(0, "A-1", 0), (1, "A-2", 0), (1, "A-1", 1)]
SEVERAL = [(0, "A-1", 0), (0, "a 1", 2), (1, "A-1", 1), (1, "A-1", 0), (0, "A-1", 4), (0, "A-2", 3), (0, "A-1", 0)]


def test_a_batch_repeats_what_its_complaints_repeat_one_by_one(desk: Desk) -> None:
    """Open ones from before, and those of the same batch: taken in, ended at once, refused."""
    compare(desk, BEFORE, SEVERAL)


@pytest.fixture(scope="module")
def at_server(database: str) -> Iterator[Desk]:
    """No test has customers of another."""
    with opener_of(database)() as desk:
        desk.receive_many(asked(next(_runs), BEFORE))
        yield desk
    empty(database)


@given(before=rows, some=rows)
@settings(max_examples=8, deadline=None)
def test_duplicates_that_are_searched_at_once_are_those_that_are_searched_one_by_one(
    at_server: Desk, before: list[tuple[int, str, int]], some: list[tuple[int, str, int]]
) -> None:
    compare(at_server, before, some)


@pytest.mark.explore
@given(before=rows, some=rows)
@settings(max_examples=300, deadline=None)
def test_they_are_in_hundreds_of_batches(
    at_server: Desk, before: list[tuple[int, str, int]], some: list[tuple[int, str, int]]
) -> None:
    compare(at_server, before, some)


def test_of_who_has_very_many_open_ones_none_is_missed(at_server: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are not read ahead, and searched one by one."""
    monkeypatch.setattr(complaints, "_MOST_AHEAD", 2)
    compare(at_server, [(0, "A-1", 0)] * 2 + [(1, "A-1", 0)] * 3, [(0, "A-1", 0), (1, "A-1", 0)])


def trips_of(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What goes to the server from now on, a text for each time."""
    trips = list[str]()
    alone, send = Recorder._run, Recorder._send

    def running(self: Any, sql: str, **values: Any) -> Any:
        trips.append(sql)
        return alone(self, sql, **values)

    def sending(self: Any, asked: Any) -> Any:
        trips.append(f"{len(asked)} statements")
        return send(self, asked)

    monkeypatch.setattr(Recorder, "_run", running)
    monkeypatch.setattr(Recorder, "_send", sending)
    return trips


def test_duplicates_of_a_batch_are_one_search(at_server: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search, a policy and two writes for each complaint were 303 round trips for a hundred."""
    trips, taken = trips_of(monkeypatch), list[int]()
    for many in (5, 20):
        trips.clear()
        answers = at_server.receive_many(asked(next(_runs), [(number % 4, "A-1", 0) for number in range(many)]))
        assert all(isinstance(one, Complaint) for one in answers)
        taken.append(len(trips))
    assert taken[0] == taken[1] < 8


# ── and what a batch triages, corrects, disputes or reopens


TOLD: tuple[tuple[c.Command, ...], ...] = (
    (s.triage(),),
    (s.triage(type="billing"), c.Note("seen")),
    (c.Correct({"order": "A-2"}, "misread"),),
    (c.Correct({"order": "a 1"}, "misread"), s.triage()),
    (c.Withdraw(Said("never mind", "app")),),
    (s.triage(), c.Merge("nobody")),
)
"""Commands of a batch: what may turn out to repeat another one, its end, and what is refused with all of it."""

steps = st.lists(st.tuples(st.integers(0, 6), st.sampled_from(range(len(TOLD)))), min_size=1, max_size=7)


def compare_told(desk: Desk, before: list[tuple[int, str, int]], some: list[tuple[int, int]]) -> None:
    """What a batch does to complaints that are there, and what the same questions do one by one at another desk."""
    run, every = next(_runs), list[Any]()
    with opener_of("memory://")() as witness:
        for one in (desk, witness):
            known = [one for one in one_by_one(one, asked(run, before)) if isinstance(one, Complaint)]
            batch = [
                Asked(TOLD[step], Actor.customer(known[at].customer.id) if step == 4 else s.LI, known[at].id)
                for at, step in some
                if at < len(known)
            ]
            answers = desk.do_many(batch) if one is desk else [got for ask in batch for got in one.do_many([ask])]
            kinds = [type(got) for got in answers]
            every.append((kinds, told(one, [one.get(complaint.id) for complaint in known])))
    assert every[0] == every[1]


def test_a_batch_of_triages_finds_the_duplicates_that_they_find_one_by_one(desk: Desk) -> None:
    """Else a customer who complained twice of one order gets two answers, and two coupons (R5)."""
    before = [(0, "A-1", 0), (0, "a 1", 0), (1, "A-1", 0), (0, "A-2", 0), (1, "A-2", 1)]
    compare_told(desk, before, [(0, 0), (1, 1), (3, 3), (2, 4), (2, 0), (1, 2), (0, 5), (4, 0)])


@given(before=rows, some=steps)
@settings(max_examples=5, deadline=None)
def test_duplicates_of_triages_that_are_searched_at_once_are_those_of_one_by_one(
    at_server: Desk, before: list[tuple[int, str, int]], some: list[tuple[int, int]]
) -> None:
    compare_told(at_server, before, some)


@pytest.mark.explore
@given(before=rows, some=steps)
@settings(max_examples=300, deadline=None)
def test_they_are_in_hundreds_of_triaged_batches(
    at_server: Desk, before: list[tuple[int, str, int]], some: list[tuple[int, int]]
) -> None:
    compare_told(at_server, before, some)


def test_a_hundred_triages_take_as_many_round_trips_as_ten(at_server: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search of two statements for each and what was written before it were 305 for a hundred."""
    taken, trips = list[int](), list[str]()
    for many in (5, 20):
        answers = at_server.receive_many(asked(next(_runs), [(number % 4, f"A-{number}", 0) for number in range(many)]))
        ids = [one.id for one in answers if isinstance(one, Complaint)]
        with monkeypatch.context() as patched:
            trips = trips_of(patched)
            assert all(
                isinstance(one, Complaint) for one in at_server.do_many([Asked(s.triage(), s.LI, id) for id in ids])
            )
        taken.append(len(trips))
    assert taken[0] == taken[1] < 7, trips
