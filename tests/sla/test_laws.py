"""What holds of business time whatever the opening hours: to the microsecond, over years, and in threads."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from complaintflow.sla import Calendar
from tests.sla.calendar_strategies import NAMES, OFFICE, Scene, precise, scenes

pytestmark = pytest.mark.uncounted  # counted, it is twice as slow; the tests beside it reach as much

BUDGETS = st.timedeltas(timedelta(microseconds=1), timedelta(days=90))
HALVES = st.timedeltas(timedelta(microseconds=1), timedelta(days=45))
"""Both together are open within the 200 years that a calendar looks ahead, also where it is open 15 minutes a week."""
NOTHING = timedelta(0)


@pytest.fixture(params=["day", pytest.param("explore", marks=pytest.mark.explore)])
def examples(request: pytest.FixtureRequest) -> settings:
    return settings(max_examples=25) if request.param == "day" else settings()


def test_between_is_additive(examples: settings) -> None:
    @examples
    @given(scenes(), st.data())
    def law(scene: Scene, data: st.DataObject) -> None:
        calendar, (a, b, c) = scene.calendar(), data.draw(st.tuples(*[precise(scene)] * 3))
        assert calendar.between(a, b) + calendar.between(b, c) == calendar.between(a, c)

    law()


def test_adding_one_budget_and_then_another_is_adding_both(examples: settings) -> None:
    @examples
    @given(scenes(), HALVES, HALVES, st.data())
    def law(scene: Scene, m: timedelta, n: timedelta, data: st.DataObject) -> None:
        calendar, start = scene.calendar(), data.draw(precise(scene))
        assert calendar.add(calendar.add(start, m), n) == calendar.add(start, m + n)
        assert calendar.add(calendar.add(start, -m), -n) == calendar.add(start, -m - n)

    law()


def test_between_takes_back_what_add_did(examples: settings) -> None:
    @examples
    @given(scenes(), BUDGETS, st.data())
    def law(scene: Scene, budget: timedelta, data: st.DataObject) -> None:
        calendar, start = scene.calendar(), data.draw(precise(scene))
        assert calendar.between(start, calendar.add(start, budget)) == budget
        assert calendar.between(start, calendar.add(start, -budget)) == -budget
        assert calendar.between(start, calendar.add(start, NOTHING)) == NOTHING

    law()


def test_no_calendar_is_open_for_longer_than_the_clock_on_the_wall(examples: settings) -> None:
    """So what took no longer than its budget was in time on any of them."""

    @examples
    @given(scenes(), BUDGETS, st.data())
    def law(scene: Scene, budget: timedelta, data: st.DataObject) -> None:
        start = data.draw(precise(scene))
        assert scene.calendar().add(start, budget) >= start + budget

    law()


def test_what_is_due_is_the_first_instant_with_so_much_open_time(examples: settings) -> None:
    @examples
    @given(scenes(), BUDGETS, st.data())
    def law(scene: Scene, budget: timedelta, data: st.DataObject) -> None:
        calendar, start = scene.calendar(), data.draw(precise(scene))
        due = calendar.add(start, budget)
        assert calendar.between(start, due - timedelta(microseconds=1)) < budget
        assert calendar.is_open(due - timedelta(microseconds=1))
        assert calendar.is_open(calendar.add(start, -budget))
        assert calendar.is_open(calendar.add(start, NOTHING))

    law()


def test_segments_are_apart_in_order_and_all_the_time_between(examples: settings) -> None:
    @examples
    @given(scenes(), st.data())
    def law(scene: Scene, data: st.DataObject) -> None:
        calendar, (a, b) = scene.calendar(), sorted(data.draw(st.tuples(precise(scene), precise(scene))))
        segments = list(calendar.segments(a, b))
        assert sum((end - begin for begin, end in segments), NOTHING) == calendar.between(a, b)
        assert all(begin < end for begin, end in segments)
        assert all(end < begin for (_, end), (begin, _) in pairwise(segments))
        assert not segments or a <= segments[0][0] < segments[-1][1] <= b

    law()


def test_always_is_the_wall_clock_itself(examples: settings) -> None:
    @examples
    @given(scenes(), st.timedeltas(timedelta(days=-90), timedelta(days=90)), st.data())
    def law(scene: Scene, budget: timedelta, data: st.DataObject) -> None:
        calendar, start = Calendar.always(scene.opening.zone), data.draw(precise(scene))
        assert calendar.add(start, budget) == start + budget
        assert calendar.between(start, start + budget) == budget

    law()


def test_threads_get_the_same_answers() -> None:
    starts = [datetime(2010 + place % 20, 1 + place % 12, 28, tzinfo=UTC) for place in range(240)]
    budget = timedelta(hours=700)

    def fresh() -> Calendar:
        return Calendar("Europe/Berlin", dict.fromkeys(NAMES[:5], OFFICE))

    calendar, alone = fresh(), fresh()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda start: calendar.add(start, budget), starts))
    assert together == [alone.add(start, budget) for start in starts]
