"""A course that is kept between looks is what it would be if it were gone through anew."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import attrs
import pytest

from complaintflow import Event, Policy, StoreError, commands as c
from complaintflow.desk.unit_of_work import UnitOfWork
from complaintflow.record.history import Sealed
from complaintflow.sla import Deadline, deadlines
from complaintflow.sla.course import Course
from complaintflow.sla.courses import Courses
from complaintflow.sla.deadlines import judged
from tests import stories as s
from tests.sla.rooms import MONDAY, Room, room
from tests.sla.simulated import Town, live

POLICY = Policy()


def in_order(course: Course, at: datetime) -> list[Deadline]:
    return sorted(judged(course, at), key=lambda one: one.key)


def anew(events: Sequence[Event], at: datetime) -> list[Deadline]:
    return sorted(deadlines(events, POLICY, at), key=lambda one: one.key)


def test_led_on_in_pieces_it_is_what_it_is_when_led_through_at_once(tmp_path: Path) -> None:
    """At every place of some random histories, with the time going on and looks in between; and some went anew."""
    went_anew = 0
    for seed in (0, 2, 4, 6):
        town = Town(tmp_path / f"{seed}.db", random.Random(seed))
        live(town, complaints=8, days=1, commands=90)
        went_anew += sum(_led_on_in_pieces(town, id) for id in town.ids)
    assert went_anew > 0


def _led_on_in_pieces(town: Town, id: str) -> int:
    """How often it went anew."""
    went_anew, events = 0, town.desk.history(id)
    course, seen = Course.through((), POLICY), 0
    while seen < len(events):
        until = seen + town.chance.randint(1, 6)
        before, course = course, course.led_on(events[seen:until], partial(Course.through, events[:until], POLICY))
        went_anew += course is not before
        seen = min(until, len(events))
        at = events[seen - 1].at + timedelta(hours=town.chance.random() * 30)
        assert course.seen == seen
        assert in_order(course, at) == anew(events[:seen], at), id
    return went_anew


def paused() -> Room:
    there = room("B").do(c.AskCustomer({"card": "哪张卡?"})).later(hours=30).do(c.Note("somebody looks"))
    return there.do(s.pause("customer", since=MONDAY + timedelta(hours=20)))


def test_a_pause_dated_back_makes_it_go_through_everything_anew() -> None:
    there = paused()
    events = there.desk.history(there.id)
    course = Course.through(events[:-1], POLICY)
    led = course.led_on(events[-1:], partial(Course.through, events, POLICY))
    assert led is not course
    assert in_order(led, there.clock.now) == anew(events, there.clock.now)


def test_a_pause_that_begins_now_does_not() -> None:
    there = room("B").do(c.AskCustomer({"card": "哪张卡?"}), s.pause("customer")).later(hours=1).do(c.Resume())
    events = there.desk.history(there.id)
    course = Course.through(events[:3], POLICY)
    assert course.led_on(events[3:], Course) is course
    assert in_order(course, there.clock.now) == anew(events, there.clock.now)


# ── what is kept


def follow(events: Iterable[Event]) -> Course:
    return Course.through(events, POLICY)


@attrs.define
class Shelf:
    """A complaint's sealed history, and how often it was asked for."""

    there: Room = attrs.field(factory=lambda: room("A"))
    asked: int = 0

    def history(self) -> tuple[Sealed, ...]:
        self.asked += 1
        with self.there.desk._units.store.reading() as session:
            return session.history(self.there.id)

    @property
    def link(self) -> bytes:
        with self.there.desk._units.store.reading() as session:
            stored = session.load(self.there.id)
        assert stored is not None
        return stored.link

    def take(self, courses: Courses, id: str = "") -> Course:
        return courses.take(id or self.there.id, self.link, self.history, follow)


def test_nothing_is_read_again_while_nothing_happened() -> None:
    shelf, courses = Shelf(), Courses()
    first = shelf.take(courses)
    courses.keep(shelf.there.id, shelf.link, first)
    assert (shelf.take(courses) is first, shelf.asked) == (True, 1)


def test_what_is_taken_is_nobody_elses() -> None:
    shelf, courses = Shelf(), Courses()
    courses.keep(shelf.there.id, shelf.link, first := shelf.take(courses))
    assert [shelf.take(courses) is first for _ in range(2)] == [True, False]


def test_it_is_led_on_through_what_happened_since() -> None:
    shelf, courses = Shelf(), Courses()
    courses.keep(shelf.there.id, shelf.link, first := shelf.take(courses))
    shelf.there.do(c.Note("one"), c.Note("two"))
    assert (shelf.take(courses) is first, first.seen) == (True, 4)


def test_a_pause_dated_back_is_gone_through_with_all_that_is_stored() -> None:
    shelf, courses = Shelf(), Courses()
    shelf.there.do(c.AskCustomer({"card": "哪张卡?"})).later(hours=3).do(c.Note("somebody looks"))
    courses.keep(shelf.there.id, shelf.link, first := shelf.take(courses))
    shelf.there.do(s.pause("customer", since=MONDAY + timedelta(hours=1)))
    later = shelf.take(courses)
    assert (later is first, later.seen) == (False, 5)


@pytest.mark.parametrize("other", [b"another history", b""])
def test_the_course_of_another_history_is_not_taken_for_this_one(other: bytes) -> None:
    """The same id in another store, or a record that was put back from a backup."""
    shelf, courses = Shelf(), Courses()
    longer = Shelf()
    longer.there.do(c.Note("one"), c.Note("two"))
    for kept in (shelf.take(courses), longer.take(courses)):
        courses.keep(shelf.there.id, other, kept)
        assert shelf.take(courses) is not kept
    shelf.there.do(c.Note("one"))
    assert shelf.take(courses).seen == 3


def test_one_that_was_migrated_is_gone_through_anew() -> None:
    there = room("A")
    other = Policy.from_toml('[promises]\nhigh_cause_found = "2h"')
    course = Course.through(there.desk.history(there.id), POLICY)
    moved = attrs.evolve(there.desk.history(there.id)[-1], kind="Migrate", changes={"policy": other.digest})
    events = (*there.desk.history(there.id), moved)
    former = {POLICY.digest: POLICY}
    led = course.led_on([moved], partial(Course.through, events, other, former))
    assert (led is course, [lane.policy for lane in led.lanes]) == (False, [POLICY, other])


def test_the_one_that_was_unused_longest_is_forgotten_first() -> None:
    shelf, courses = Shelf(), Courses(limit=2)
    course = shelf.take(courses)
    for id in ("a", "b", "c"):
        courses.keep(id, shelf.link, course)
    assert [shelf.take(courses, id) is course for id in "abc"] == [False, True, True]


def test_a_look_that_fails_leaves_no_course_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a failed transaction did is not in the course that the next look uses."""
    there = room("A").later(hours=5)

    def breaks(*more: object) -> None:
        raise StoreError("memory", "full", "make room")

    with monkeypatch.context() as patch:
        patch.setattr(UnitOfWork, "save", breaks)
        with pytest.raises(StoreError):
            there.tick()
    there.later(minutes=6).tick()
    assert "cause/1/1" in there.misses()


def test_a_look_of_a_clock_that_stepped_back_ends_a_pause_in_time_gone_through(tmp_path: Path) -> None:
    """Nobody answers, and the look's own decline ends the pause earlier than the last event."""
    there = (
        room("B").do(c.AskCustomer({"card": "哪张卡?"}), s.pause("customer")).later(days=30).do(c.Note("much later"))
    )
    there.at(MONDAY + timedelta(days=20)).tick()
    there.tick()
    events, link = there.desk.history(there.id), Shelf(there).link
    assert there.desk.get(there.id).state == "declined"
    kept = there.desk._courses.take(there.id, link, tuple, follow)
    assert in_order(kept, there.clock.now) == anew(events, there.clock.now)
