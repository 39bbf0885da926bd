"""Opening hours at random: zones with every kind of change, windows at every hour, holidays, shifts and breaks."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

import attrs
from hypothesis import strategies as st

from complaintflow.sla import Calendar
from tests.sla.minute_oracle import DAY, MINUTE, OpeningHours, Windows

CHANGES = {
    "Europe/Berlin": (date(2024, 3, 31), date(2024, 10, 27)),
    "America/New_York": (date(2025, 3, 9), date(2025, 11, 2)),
    "Australia/Lord_Howe": (date(2024, 4, 7), date(2024, 10, 6)),  # by half an hour
    "Asia/Kathmandu": (date(1986, 1, 1), date(2024, 1, 1)),  # by a quarter of an hour; and a year's end
    "Asia/Shanghai": (date(1991, 4, 14), date(1991, 9, 15)),  # the last ones
    "Pacific/Apia": (date(2011, 12, 30), date(2012, 4, 1)),  # a day that never was
}
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OFFICE = (("09:00", "12:00"), ("13:00", "18:00"))

_QUARTERS = st.integers(0, 95).map(lambda quarter: 15 * quarter)
_NIGHT = st.sampled_from([0, 60, 105, 120, 135, 150, 165, 180, 195])
_TIMES = st.one_of(_QUARTERS, _NIGHT, st.just(1440))


@attrs.frozen
class Scene:
    """Opening hours near a change of its clocks, and the calendar that it makes."""

    opening: OpeningHours
    change: date

    @property
    def days(self) -> list[date]:
        """The days that are looked at."""
        return [self.change + DAY * place for place in range(-5, 6)]

    def calendar(self) -> Calendar:
        opening = self.opening
        week = {NAMES[day]: windows for day, windows in opening.week.items()}
        return Calendar(opening.zone, week, holidays=opening.holidays, shifts=opening.shifts, breaks=opening.breaks)

    def met(self) -> Iterator[str]:
        """What of the interesting this scene has."""
        opening, windows = self.opening, [window for day in self.days for window in self.opening.windows(day)]
        yield f"{opening.zone} at {self.change}"
        changed = self.opening.windows(self.change) + self.opening.windows(self.change - DAY)
        found = {
            "a window over midnight": any(end <= begin for begin, end in windows),
            "a window until 24:00": any(end == "24:00" for _, end in windows),
            "a window by night when the clocks change": any("01:00" <= begin <= "03:30" for begin, _ in changed),
            "several windows in a day": any(len(opening.windows(day)) > 1 for day in self.days),
            "a holiday": not opening.holidays.isdisjoint(self.days),
            "a shift": not opening.shifts.keys().isdisjoint(self.days),
            "a shift on a holiday": not opening.holidays.isdisjoint(opening.shifts),
            "a break": any(opening.breaks.get(day) and opening.windows(day) for day in self.days),
        }
        yield from (name for name, here in found.items() if here)


EVERYTHING = frozenset(
    {
        "a break",
        "a holiday",
        "a shift",
        "a shift on a holiday",
        "a window by night when the clocks change",
        "a window over midnight",
        "a window until 24:00",
        "several windows in a day",
        *(f"{zone} at {day}" for zone, days in CHANGES.items() for day in days),
    }
)
"""What random tests must have met to mean anything."""


def wall(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@st.composite
def windows(draw: st.DrawFn, overnight: bool = True) -> Windows:
    """The windows of one day: none, one or several, the last perhaps over midnight."""
    times = sorted(draw(st.sets(_TIMES, max_size=5)))
    if len(times) % 2:
        late = times[-1] == 1440 or not overnight
        times = times[:-1] if late else [*times, draw(st.sampled_from([15, 120, 150, 360]))]
    return tuple((wall(begin), wall(end)) for begin, end in zip(times[::2], times[1::2], strict=True))


def apart(today: Windows, tomorrow: Windows) -> bool:
    """Whether no window goes over midnight into those of the next day."""
    over = today and today[-1][1] <= today[-1][0]
    return not (over and tomorrow and today[-1][1] > tomorrow[0][0])


@st.composite
def weeks(draw: st.DrawFn) -> dict[int, Windows]:
    drawn = draw(st.lists(windows(), min_size=7, max_size=7))
    if not any(drawn):
        drawn[1] = OFFICE
    return {
        day: some if apart(some, drawn[(day + 1) % 7]) else (*some[:-1], (some[-1][0], "24:00"))
        for day, some in enumerate(drawn)
    }


@st.composite
def scenes(draw: st.DrawFn, zones: Iterable[str] = tuple(CHANGES)) -> Scene:
    zone, change = draw(st.sampled_from([(zone, day) for zone in zones for day in CHANGES[zone]]))
    near = st.sampled_from(Scene(OpeningHours(zone, {}), change).days)
    holidays = draw(st.frozensets(near, max_size=3))
    opening = OpeningHours(zone, draw(weeks()), holidays, breaks=draw(st.dictionaries(near, windows(), max_size=3)))
    shifted = st.one_of(near, st.sampled_from(sorted(holidays))) if holidays else near
    shifts = draw(st.dictionaries(shifted, windows(overnight=False), max_size=3))
    return Scene(attrs.evolve(opening, shifts=_without_overlaps(opening, shifts)), change)


def _without_overlaps(opening: OpeningHours, shifts: dict[date, Windows]) -> dict[date, Windows]:
    """The shifts into whose windows no other day's windows reach."""
    return {day: some for day, some in shifts.items() if apart(opening.windows(day - DAY), some)}


def instants(scene: Scene) -> st.SearchStrategy[datetime]:
    """Whole minutes of the days that are looked at."""
    low = datetime.combine(scene.days[0], time(), UTC)
    return st.integers(0, len(scene.days) * 24 * 60).map(lambda minutes: low + minutes * MINUTE)


def precise(scene: Scene) -> st.SearchStrategy[datetime]:
    """Instants to the microsecond, from some years around, and often from the end of a year."""
    low = datetime.combine(scene.change, time(), UTC)
    anywhere = st.timedeltas(-900 * DAY, timedelta(days=900)).map(lambda after: low + after)
    new_year = datetime(scene.change.year + 1, 1, 1, tzinfo=UTC)
    return anywhere | st.timedeltas(-4 * DAY, timedelta(days=4)).map(lambda after: new_year + after)
