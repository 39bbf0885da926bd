"""Every convention of business time, one by one."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from complaintflow.errors import InvalidInput
from complaintflow.sla import Calendar
from tests.sla.calendar_strategies import NAMES, OFFICE

BERLIN = ZoneInfo("Europe/Berlin")
SHANGHAI = ZoneInfo("Asia/Shanghai")
WORKDAYS = ("mon", "tue", "wed", "thu", "fri")
WEEK = dict.fromkeys(WORKDAYS, OFFICE)
HOUR = timedelta(hours=1)
MICROSECOND = timedelta(microseconds=1)
NOTHING = timedelta(0)


def office(zone: str = "Europe/Berlin", **more: object) -> Calendar:
    return Calendar(zone, WEEK, **more)  # type: ignore[arg-type]


def berlin(day: int, hour: int, minute: int = 0, month: int = 6) -> datetime:
    """A time of June 2026, whose 1st is a Monday, unless another month is given."""
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN)


def night(**more: object) -> Calendar:
    """Open from 22:00 to 06:00, every day."""
    week = dict.fromkeys(NAMES, (("22:00", "06:00"),))
    return Calendar("Europe/Berlin", week, **more)  # type: ignore[arg-type]


# ── instants


def test_inside_means_from_the_opening_to_just_before_the_closing() -> None:
    assert not office().is_open(berlin(1, 9) - MICROSECOND)
    assert office().is_open(berlin(1, 9))
    assert office().is_open(berlin(1, 18) - MICROSECOND)
    assert not office().is_open(berlin(1, 18))


def test_a_budget_that_ends_exactly_at_closing_time_is_due_at_the_closing_instant() -> None:
    assert office().add(berlin(1, 16), 2 * HOUR) == berlin(1, 18)
    assert office().add(berlin(1, 11), HOUR) == berlin(1, 12)
    assert office().add(berlin(1, 16), 2 * HOUR + MICROSECOND) == berlin(2, 9) + MICROSECOND


def test_backward_a_budget_that_ends_exactly_at_an_opening_is_due_at_the_opening() -> None:
    assert office().add(berlin(1, 11), -2 * HOUR) == berlin(1, 9)
    assert office().add(berlin(2, 9), -HOUR) == berlin(1, 17)


def test_nothing_added_inside_hours_is_now() -> None:
    assert office().add(berlin(1, 10, 30), NOTHING) == berlin(1, 10, 30)
    assert office().add(berlin(1, 9), NOTHING) == berlin(1, 9)


def test_nothing_added_outside_hours_is_the_next_opening() -> None:
    assert office().add(berlin(1, 12), NOTHING) == berlin(1, 13)
    assert office().add(berlin(5, 18), NOTHING) == berlin(8, 9)


def test_a_start_outside_hours_begins_to_count_at_the_next_opening() -> None:
    assert office().add(berlin(1, 3), HOUR) == berlin(1, 10)
    assert office().add(berlin(6, 12), HOUR) == berlin(8, 10)


def test_several_windows_a_day_leave_out_the_time_between() -> None:
    assert office().add(berlin(1, 11), 2 * HOUR) == berlin(1, 14)
    assert office().between(berlin(1, 0), berlin(2, 0)) == 8 * HOUR


def test_a_window_may_end_at_midnight() -> None:
    late = Calendar("Europe/Berlin", {"mon": [("20:00", "24:00")]})
    assert late.is_open(berlin(1, 23, 59))
    assert late.add(berlin(1, 20), 4 * HOUR) == berlin(2, 0)
    assert not late.is_open(berlin(2, 0))


def test_windows_that_touch_are_one_segment() -> None:
    calendar = Calendar("Europe/Berlin", {"mon": [("20:00", "24:00")], "tue": [("00:00", "02:00"), ("02:00", "03:00")]})
    assert list(calendar.segments(berlin(1, 0), berlin(3, 0))) == [(berlin(1, 20), berlin(2, 3))]


def test_a_window_over_midnight_belongs_to_the_day_on_which_it_opens() -> None:
    calendar = night(holidays=[date(2026, 6, 2)])
    assert calendar.is_open(berlin(2, 5, 59))  # of the 1st, though it is the morning of the holiday
    assert not calendar.is_open(berlin(2, 22))
    assert not calendar.is_open(berlin(3, 5))
    assert calendar.is_open(berlin(3, 22))


def test_a_window_that_ends_when_it_begins_is_a_whole_day() -> None:
    calendar = Calendar("Europe/Berlin", {"mon": [("09:00", "09:00")]})
    assert calendar.between(berlin(1, 0), berlin(8, 0)) == 24 * HOUR


def test_a_holiday_has_no_hours() -> None:
    assert office(holidays=[date(2026, 6, 1)]).add(berlin(1, 10), HOUR) == berlin(2, 10)


def test_a_shift_replaces_the_hours_of_its_day() -> None:
    calendar = office(shifts={date(2026, 6, 1): [("12:30", "14:00")], date(2026, 6, 2): []})
    assert list(calendar.segments(berlin(1, 0), berlin(3, 10))) == [
        (berlin(1, 12, 30), berlin(1, 14)),
        (berlin(3, 9), berlin(3, 10)),
    ]


def test_a_shift_makes_a_saturday_a_working_day() -> None:
    """国庆节 2025: Sunday 28 September and Saturday 11 October were worked."""
    golden = [date(2025, 10, day) for day in range(1, 9)]
    calendar = office(
        "Asia/Shanghai", holidays=golden, shifts=dict.fromkeys([date(2025, 9, 28), date(2025, 10, 11)], OFFICE)
    )
    assert calendar.add(datetime(2025, 9, 26, 18, tzinfo=SHANGHAI), HOUR) == datetime(2025, 9, 28, 10, tzinfo=SHANGHAI)
    assert calendar.add_working_days(date(2025, 9, 30), 3) == date(2025, 10, 11)


def test_a_shift_wins_over_a_holiday() -> None:
    day = date(2026, 6, 1)
    assert office(holidays=[day], shifts={day: [("10:00", "11:00")]}).is_open(berlin(1, 10))


def test_a_break_is_cut_out_of_whatever_is_open() -> None:
    calendar = office(breaks={date(2026, 6, 1): [("11:00", "14:00"), ("15:00", "15:30")]})
    assert list(calendar.segments(berlin(1, 0), berlin(2, 0))) == [
        (berlin(1, 9), berlin(1, 11)),
        (berlin(1, 14), berlin(1, 15)),
        (berlin(1, 15, 30), berlin(1, 18)),
    ]


def test_a_break_after_midnight_cuts_the_window_of_the_evening_before() -> None:
    calendar = night(breaks={date(2026, 6, 2): [("01:00", "02:00")]})
    assert calendar.between(berlin(1, 22), berlin(2, 6)) == 7 * HOUR


def test_an_open_segment_goes_over_the_end_of_a_year_as_one() -> None:
    low, high = datetime(2025, 12, 30, tzinfo=UTC), datetime(2027, 1, 2, tzinfo=UTC)
    assert list(Calendar.always("Asia/Shanghai").segments(low, high)) == [(low, high)]
    assert Calendar.always("UTC").between(low, high) == high - low


def test_the_next_opening_may_lie_in_another_year() -> None:
    calendar = Calendar("UTC", {"wed": OFFICE})
    assert calendar.add(datetime(2026, 12, 31, tzinfo=UTC), NOTHING) == datetime(2027, 1, 6, 9, tzinfo=UTC)
    shut = office(holidays=[date(2026, 1, 1) + timedelta(days=day) for day in range(365)])
    assert shut.add(datetime(2025, 12, 31, 20, tzinfo=UTC), NOTHING) == datetime(2027, 1, 1, 8, tzinfo=UTC)
    assert shut.add(datetime(2027, 1, 1, 8, tzinfo=UTC), -HOUR) == datetime(2025, 12, 31, 16, tzinfo=UTC)


def test_answers_are_in_utc() -> None:
    assert office().add(berlin(1, 10), HOUR).tzinfo is UTC
    assert office().add(berlin(1, 10), NOTHING).tzinfo is UTC
    assert next(office().segments(berlin(1, 10), berlin(1, 11)))[0].tzinfo is UTC


# ── changes of the clocks


def test_schedules_are_wall_clock_times_in_summer_and_winter() -> None:
    assert office().add(berlin(2, 8, month=2), NOTHING) == datetime(2026, 2, 2, 8, tzinfo=UTC)
    assert office().add(berlin(1, 8), NOTHING) == datetime(2026, 6, 1, 7, tzinfo=UTC)


def test_time_across_a_change_of_the_clocks_is_real_time() -> None:
    assert night().between(berlin(28, 22, month=3), berlin(29, 6, month=3)) == 7 * HOUR
    assert night().between(berlin(24, 22, month=10), berlin(25, 6, month=10)) == 9 * HOUR
    assert night().add(berlin(28, 22, month=3), 7 * HOUR) == berlin(29, 6, month=3)


def test_a_time_in_the_gap_moves_forward() -> None:
    """On 29 March 2026 the clocks of Berlin go from 02:00 to 03:00: 02:30 is 03:30."""
    calendar = Calendar("Europe/Berlin", {"sun": [("02:30", "05:00")]})
    assert calendar.add(berlin(29, 0, month=3), NOTHING) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert calendar.at(date(2026, 3, 29), time(2, 30)) == berlin(29, 3, 30, month=3)


def test_windows_that_the_gap_pushes_together_count_once() -> None:
    calendar = Calendar("Europe/Berlin", {"sun": [("01:00", "02:30"), ("03:00", "05:00")]})
    assert calendar.between(berlin(29, 0, month=3), berlin(29, 12, month=3)) == 3 * HOUR
    inner = Calendar("Europe/Berlin", {"sun": [("01:00", "02:45"), ("03:00", "03:15")]})
    assert inner.closing(date(2026, 3, 29)) == berlin(29, 3, 45, month=3)


def test_a_window_that_the_gap_swallows_is_none() -> None:
    """02:30 is 03:30, after it would have closed."""
    window = [("02:30", "03:00")]
    calendar = Calendar("Europe/Berlin", {"sun": window}, breaks={date(2026, 3, 29): window})
    assert not calendar.is_working_day(date(2026, 3, 29))
    assert calendar.is_working_day(date(2026, 3, 22))


def test_a_repeated_hour_means_the_first() -> None:
    """On 25 October 2026 the clocks of Berlin go from 03:00 back to 02:00."""
    calendar = Calendar("Europe/Berlin", {"sun": [("02:00", "02:30")]})
    [segment] = calendar.segments(berlin(25, 0, month=10), berlin(26, 0, month=10))
    assert segment == (datetime(2026, 10, 25, 0, 0, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    assert calendar.at(date(2026, 10, 25), time(2, 30, fold=1)) == segment[1]


def test_a_day_that_the_zone_skips_has_no_hours() -> None:
    """Samoa went from 29 to 31 December 2011."""
    samoa = Calendar("Pacific/Apia", WEEK, breaks={date(2011, 12, 30): [("09:00", "12:00")]})
    assert not samoa.is_working_day(date(2011, 12, 30))
    assert samoa.add_working_days(date(2011, 12, 29), 1) == date(2012, 1, 2)
    always = Calendar("Pacific/Apia", {day: [("00:00", "24:00")] for day in (*WORKDAYS, "sat")})
    low = datetime(2011, 12, 29, 9, tzinfo=ZoneInfo("Pacific/Apia"))
    assert always.between(low, low.replace(day=31)) == 24 * HOUR
    saturday = Calendar("Pacific/Apia", {"sat": OFFICE}, breaks={date(2011, 12, 30): [("09:00", "12:00")]})
    assert saturday.between(low, low.replace(year=2012, month=1, day=1)) == 8 * HOUR


# ── days


def test_day_1_is_the_next_working_day() -> None:
    assert office().add_working_days(date(2026, 6, 4), 1) == date(2026, 6, 5)
    assert office().add_working_days(date(2026, 6, 5), 1) == date(2026, 6, 8)
    assert office().add_working_days(date(2026, 6, 6), 3) == date(2026, 6, 10)


def test_day_1_can_be_today_when_today_is_a_working_day() -> None:
    assert office().add_working_days(date(2026, 6, 5), 1, count_today=True) == date(2026, 6, 5)
    assert office().add_working_days(date(2026, 6, 5), 2, count_today=True) == date(2026, 6, 8)
    assert office().add_working_days(date(2026, 6, 6), 1, count_today=True) == date(2026, 6, 8)


def test_no_working_days_are_this_day_or_the_next_working_day() -> None:
    assert office().add_working_days(date(2026, 6, 5), 0) == date(2026, 6, 5)
    assert office().add_working_days(date(2026, 6, 6), 0) == date(2026, 6, 8)


def test_working_days_go_backward_too() -> None:
    assert office().add_working_days(date(2026, 6, 8), -1) == date(2026, 6, 5)


def test_a_day_that_breaks_take_away_whole_is_no_working_day() -> None:
    assert not office(breaks={date(2026, 6, 1): [("08:00", "20:00")]}).is_working_day(date(2026, 6, 1))


def test_calendar_days_and_weeks_roll_forward_to_a_working_day() -> None:
    assert office().add_days(date(2026, 6, 1), 5) == date(2026, 6, 8)
    assert office().add_days(date(2026, 6, 1), 5, roll=False) == date(2026, 6, 6)
    calendar = office(holidays=[date(2026, 6, 15)])
    assert calendar.add_weeks(date(2026, 6, 1), 2) == date(2026, 6, 16)
    assert calendar.add_weeks(date(2026, 6, 1), 2, roll=False) == date(2026, 6, 15)


def test_a_month_that_lacks_the_day_ends_on_its_last_and_rolls_forward() -> None:
    assert office().add_months(date(2026, 1, 31), 1, roll=False) == date(2026, 2, 28)
    assert office().add_months(date(2026, 1, 31), 1) == date(2026, 3, 2)
    assert office().add_months(date(2026, 11, 5), 3) == date(2027, 2, 5)
    assert office().add_months(date(2026, 1, 31), -2, roll=False) == date(2025, 11, 30)


def test_a_day_closes_with_its_last_window() -> None:
    assert office().closing(date(2026, 6, 1)) == berlin(1, 18)
    assert office().closing(date(2026, 6, 6)) == berlin(7, 0)
    assert night().closing(date(2026, 6, 1)) == berlin(2, 6)


def test_the_date_is_that_of_the_wall() -> None:
    assert office("Asia/Shanghai").local_date(datetime(2026, 6, 1, 16, tzinfo=UTC)) == date(2026, 6, 2)
    assert office().at(date(2026, 6, 1), time(10, 0, 30)) == berlin(1, 10) + timedelta(seconds=30)


@pytest.mark.parametrize("move", ["next_working_day", "roll", "is_working_day", "closing"])
def test_an_instant_is_no_date(move: str) -> None:
    with pytest.raises(InvalidInput, match="expected a date"):
        getattr(office(), move)(berlin(1, 10))


# ── far away, and what cannot be


@pytest.mark.parametrize("year", [3, 1900, 2300, 9990])
def test_it_is_right_far_outside_what_was_asked_before(year: int) -> None:
    calendar = Calendar("Asia/Shanghai", WEEK)
    calendar.add(datetime(2026, 6, 1, tzinfo=UTC), HOUR)
    day = next(date(year, 6, day) for day in range(1, 8) if date(year, 6, day).weekday() == 2)
    low = calendar.at(day, time(9))
    assert calendar.is_open(low)
    assert calendar.add(low, 8 * HOUR) == calendar.closing(day) == calendar.at(day, time(18))
    assert calendar.between(low, calendar.at(day + timedelta(days=7), time(9))) == 40 * HOUR


@pytest.mark.uncounted
def test_it_counts_through_centuries() -> None:
    calendar = Calendar("UTC", WEEK)
    low, high = datetime(1900, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
    days = sum((low + timedelta(days=day)).weekday() < 5 for day in range((high - low).days))
    assert calendar.between(low, high) == days * 8 * HOUR
    assert calendar.add(low, days * 8 * HOUR) == datetime(2099, 12, 31, 18, tzinfo=UTC)
    assert calendar.add(high, -days * 8 * HOUR) == datetime(1900, 1, 1, 9, tzinfo=UTC)


def test_not_more_than_some_years_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("complaintflow.sla.calendar._KEPT", 3)
    calendar = Calendar("UTC", {"mon": [("09:00", "10:00")]})
    low, high = datetime(2000, 1, 1, tzinfo=UTC), datetime(2011, 1, 1, tzinfo=UTC)
    assert [calendar.between(low, high) for _ in range(2)] == [574 * HOUR] * 2
    assert len(calendar._years) <= 3


def test_not_more_than_some_answers_about_working_days_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("complaintflow.sla.calendar._KEPT_DAYS", 3)
    calendar = Calendar("UTC", {"mon": [("09:00", "10:00")]})
    days = [date(2026, 3, day) for day in range(1, 15)]
    assert [[day.day for day in days if calendar.is_working_day(day)] for _ in range(2)] == [[2, 9]] * 2
    assert len(calendar._working_days) <= 3


FIRST = datetime(1, 1, 1, tzinfo=UTC)
LAST = datetime(9999, 12, 31, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "budget"),
    [
        (LAST, HOUR),
        (LAST, NOTHING),
        (FIRST, -HOUR),
        (berlin(1, 0), timedelta.max),
        (berlin(1, 0), timedelta.min),
        (berlin(1, 0), timedelta(days=3_650_000)),
        (berlin(1, 0), timedelta(days=-800_000)),
    ],
)
def test_time_that_no_calendar_has_is_refused(start: datetime, budget: timedelta) -> None:
    with pytest.raises(InvalidInput, match="years 1 to 9999"):
        office().add(start, budget)


@pytest.mark.parametrize(
    ("move", "values"),
    [
        ("next_working_day", (date.max,)),
        ("add_days", (date(2026, 6, 1), 10**7)),
        ("add_days", (date(2026, 6, 1), 10**12)),
        ("add_months", (date(2026, 6, 1), 10**6)),
        ("add_working_days", (date(9999, 12, 30), 5)),
        ("add_working_days", (date(1, 1, 3), -5)),
        ("closing", (date.max,)),
    ],
)
def test_days_that_no_calendar_has_are_refused(move: str, values: tuple[object, ...]) -> None:
    with pytest.raises(InvalidInput, match="years 1 to 9999"):
        getattr(office("America/New_York"), move)(*values)


def test_the_first_and_last_instants_have_a_date_or_none() -> None:
    with pytest.raises(InvalidInput, match="years 1 to 9999"):
        office("Asia/Shanghai").local_date(LAST)
    assert not office().is_open(FIRST)
    assert not office().is_open(LAST)
    assert office().between(FIRST, FIRST + HOUR) == NOTHING


@pytest.mark.parametrize("move", ["is_open", "local_date"])
def test_a_naive_time_is_refused(move: str) -> None:
    with pytest.raises(InvalidInput, match="aware time"):
        getattr(office(), move)(datetime(2026, 6, 1, 10))  # noqa: DTZ001


@pytest.mark.parametrize("move", ["between", "segments"])
def test_a_naive_time_is_refused_at_either_end_and_at_once(move: str) -> None:
    naive = datetime(2026, 6, 1, 10)  # noqa: DTZ001
    with pytest.raises(InvalidInput, match="a: found"):
        getattr(office(), move)(naive, berlin(1, 10))
    with pytest.raises(InvalidInput, match="b: found"):
        getattr(office(), move)(berlin(1, 10), naive)


def test_a_naive_start_is_refused() -> None:
    with pytest.raises(InvalidInput, match="start: found"):
        office().add(datetime(2026, 6, 1, 10), HOUR)  # noqa: DTZ001


def test_from_the_later_to_the_earlier_there_are_no_segments() -> None:
    assert list(office().segments(berlin(2, 0), berlin(1, 0))) == []
    assert list(office().segments(berlin(1, 10), berlin(1, 10))) == []


# ── the calendar itself


def test_the_digest_names_the_times_and_nothing_else() -> None:
    assert office().digest == office(unconfirmed=[2030]).digest
    others = [
        office("Europe/Paris"),
        office(holidays=[date(2026, 6, 1)]),
        office(shifts={date(2026, 6, 1): []}),
        office(breaks={date(2026, 6, 1): OFFICE}),
        Calendar("Europe/Berlin", WEEK | {"sat": OFFICE}),
    ]
    assert len({calendar.digest for calendar in [office(), *others]}) == 6


def test_a_calendar_knows_its_holidays_and_its_unconfirmed_years() -> None:
    assert office().unconfirmed == frozenset()
    assert office(holidays=[date(2026, 6, 1)]).holidays == {date(2026, 6, 1)}
    assert office(unconfirmed=[2027, 2027]).unconfirmed == {2027}


def test_a_holiday_and_a_worked_day_off_are_unlike_their_weekday() -> None:
    """R41: neither is compared with other Mondays and Saturdays."""
    there = office(holidays=[date(2026, 6, 1)], shifts={date(2026, 6, 6): [("09:00", "18:00")]})
    unusual = [day for day in range(1, 15) if there.is_unusual(date(2026, 6, day))]
    assert unusual == [1, 6]
