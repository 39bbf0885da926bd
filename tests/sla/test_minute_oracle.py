"""The calendar against a minute-by-minute oracle that reads the wall."""

from datetime import timedelta

import pytest
from hypothesis import event, given, settings, strategies as st

from complaintflow.sla import Calendar
from tests.sla.calendar_strategies import CHANGES, EVERYTHING, Scene, instants, scenes
from tests.sla.minute_oracle import MINUTE, MinuteOracle

pytestmark = pytest.mark.uncounted  # counted, it is twice as slow; the laws of the calendar reach as much

ALMOST = timedelta(seconds=59, microseconds=999_999)


def check_instants(scene: Scene, calendar: Calendar, oracle: MinuteOracle, data: st.DataObject) -> None:
    a, b = sorted(data.draw(st.tuples(instants(scene), instants(scene))))
    assert calendar.is_open(a) == calendar.is_open(a + ALMOST) == oracle.is_open(a)
    assert list(calendar.segments(a, b)) == oracle.segments(a, b)
    total = oracle.between(a, b)
    assert calendar.between(a, b) == total
    assert calendar.between(b, a) == -total
    budget = data.draw(st.integers(0, total // MINUTE))
    if total:
        assert calendar.add(a, 0 * MINUTE) == oracle.add(a, 0)
        assert calendar.add(a, budget * MINUTE) == oracle.add(a, budget)
    if budget:
        assert calendar.add(b, -budget * MINUTE) == oracle.add(b, -budget)


def check_days(scene: Scene, calendar: Calendar, oracle: MinuteOracle, data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(scene.days))
    after, before = oracle.working_days_after(day), oracle.working_days_before(day)
    today = [day] if oracle.is_working_day(day) else []
    assert calendar.is_working_day(day) == bool(today)
    assert calendar.next_working_day(day) == after[0]
    assert calendar.roll(day) == [*today, *after][0]
    assert [calendar.add_working_days(day, n + 1) for n in range(len(after))] == after
    assert [calendar.add_working_days(day, -n - 1) for n in range(len(before))] == before
    counted = [*today, *after]
    assert [calendar.add_working_days(day, n + 1, count_today=True) for n in range(len(counted))] == counted
    if today:
        assert calendar.closing(day) == oracle.closing(day)


def search(examples: settings) -> frozenset[str]:
    """Let hypothesis look for a difference, zone by zone; what it has met."""
    met: set[str] = set()

    def no_difference(scene: Scene, data: st.DataObject) -> None:
        for name in scene.met():
            met.add(name)
            event(name)
        calendar, oracle = scene.calendar(), MinuteOracle(scene.opening, scene.change)
        check_instants(scene, calendar, oracle, data)
        check_days(scene, calendar, oracle, data)

    for zone in CHANGES:
        examples(given(scenes([zone]), st.data())(no_difference))()
    return frozenset(met)


def test_the_calendar_answers_what_the_minutes_on_the_wall_say() -> None:
    assert search(settings(max_examples=20)) >= EVERYTHING


@pytest.mark.explore
def test_the_calendar_answers_what_the_minutes_on_the_wall_say_at_length() -> None:
    assert search(settings(max_examples=1000)) >= EVERYTHING
