"""`Calendar.add` against a bisect over a hand-made table, and against others where they are installed."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from importlib.util import find_spec
from itertools import accumulate
from zoneinfo import ZoneInfo

from benchmarks.measuring import SPAN, Figure, compare
from complaintflow.sla import Calendar

ZONE = "Asia/Shanghai"
OFFICE = (("09:00", "12:00"), ("13:00", "18:00"))
DAYS = ("mon", "tue", "wed", "thu", "fri")
GOLDEN = tuple(date(2026, 10, day) for day in range(1, 8))
BUDGETS = {"1 hour": timedelta(hours=1), "60 days": timedelta(hours=8 * 60)}
STARTS = 200
BY_HAND = "bisect by hand"

Add = Callable[[datetime, timedelta], datetime]


def business_time(rounds: int, span: float = SPAN) -> Iterator[Figure]:
    """The figures of business time, for starts by chance within the year that has the holidays."""
    calendar = Calendar(ZONE, dict.fromkeys(DAYS, OFFICE), holidays=GOLDEN)
    chance = random.Random(2026)
    first = datetime(2026, 1, 1, tzinfo=UTC)
    starts = [first + timedelta(seconds=chance.randrange(260 * 86_400)) for _ in range(STARTS)]
    for floor, build in FLOORS.items():
        for length, budget in BUDGETS.items():
            other = build()
            if other:
                yield _figure(length, budget, floor, (calendar.add, other), starts, rounds, span)


def _figure(
    length: str,
    budget: timedelta,
    floor: str,
    sides: tuple[Add, Add],
    starts: list[datetime],
    rounds: int,
    span: float,
) -> Figure:
    def each(add: Add) -> Callable[[], object]:
        def side() -> None:
            for start in starts:
                add(start, budget)

        return side

    ours, other = sides
    differ = sum(ours(start, budget) != other(start, budget) for start in starts)
    assert not differ or floor != BY_HAND
    ratio, own, theirs = compare(each(ours), each(other), rounds, span)
    detail = f"{own / STARTS * 1e6:.2f} µs ÷ {theirs / STARTS * 1e6:.2f} µs"
    if differ:
        detail += f", {differ} of {STARTS} answers differ"
    goal = "≤1.5" if floor == BY_HAND else ""
    name = f"business time, add {length}" if floor == BY_HAND else f"  against {floor}: {length}"
    return Figure(name, ratio, "×", floor, goal, detail)


def _by_hand() -> Add:
    """The floor: the same table for three years in plain lists, two searches and the arithmetic; nothing is checked."""
    zone, days = ZoneInfo(ZONE), (date(2025, 1, 1) + timedelta(days=day) for day in range(3 * 365))
    spans = [
        [datetime.combine(day, time.fromisoformat(wall), zone).astimezone(UTC) for wall in window]
        for day in days
        if day.weekday() < 5 and day not in GOLDEN
        for window in OFFICE
    ]
    starts, ends = [begin for begin, _ in spans], [end for _, end in spans]
    through = list(accumulate(end - begin for begin, end in spans))

    def add(start: datetime, budget: timedelta) -> datetime:
        place = bisect_right(starts, start) - 1
        end = ends[place]
        target = through[place] + budget if end <= start else through[place] - (end - start) + budget
        place = bisect_left(through, target)
        return ends[place] - (through[place] - target)

    return add


def _businesstimedelta() -> Add | None:
    """Rules of the package of this name; it works in the zone's own times."""
    if not find_spec("businesstimedelta"):
        return None
    import businesstimedelta as other  # type: ignore[import-untyped,import-not-found,unused-ignore]
    import pytz  # type: ignore[import-untyped,import-not-found,unused-ignore]

    zone = pytz.timezone(ZONE)
    free = dict.fromkeys((*GOLDEN, date(2029, 1, 1)), "a holiday")  # it fails where none follows in five years
    rules = other.Rules(
        [
            *(
                other.WorkDayRule(
                    start_time=time.fromisoformat(opens),
                    end_time=time.fromisoformat(closes),
                    working_days=[0, 1, 2, 3, 4],
                    tz=zone,
                )
                for opens, closes in OFFICE
            ),
            other.HolidayRule(free, tz=zone),
        ]
    )

    def add(start: datetime, budget: timedelta) -> datetime:
        moved = start + other.BusinessTimeDelta(rules, timedelta=budget)
        return moved.astimezone(UTC)  # type: ignore[no-any-return,unused-ignore]

    return add


def _pandas() -> Add | None:
    """`CustomBusinessHour`: whole hours, on the zone's wall."""
    if not find_spec("pandas"):
        return None
    import pandas  # type: ignore[import-not-found,import-untyped,unused-ignore]

    opens, closes = ([window[side] for window in OFFICE] for side in (0, 1))
    offsets = {
        budget: pandas.offsets.CustomBusinessHour(
            n=budget // timedelta(hours=1), start=opens, end=closes, holidays=list(GOLDEN)
        )
        for budget in BUDGETS.values()
    }

    def add(start: datetime, budget: timedelta) -> datetime:
        moved = pandas.Timestamp(start).tz_convert(ZONE) + offsets[budget]
        return moved.tz_convert("UTC").to_pydatetime()  # type: ignore[no-any-return,unused-ignore]

    return add


FLOORS: dict[str, Callable[[], Add | None]] = {
    BY_HAND: _by_hand,
    "businesstimedelta": _businesstimedelta,
    "pandas CustomBusinessHour": _pandas,
}
"""Against what; the last two only where somebody has installed them."""
