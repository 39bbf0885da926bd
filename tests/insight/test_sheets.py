"""R40: sheets of what is counted: kept and read, they say what their cases say; and ticks make them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, cast

import pytest
from hypothesis import given, settings, strategies as st

from complaintflow import Desk
from complaintflow.insight import MEASURES, Case, FigureQuery, Figures
from complaintflow.insight.cases import SHEET_FORMAT, End, Span
from complaintflow.insight.dimensions import FIELDS
from complaintflow.insight.figures import Asked, figures_of_each, sheets_of
from complaintflow.insight.periods import PERIODS, PeriodLabels, period_of
from complaintflow.insight.sheets import ID, RECEIVED_AT, Sheet, decode_sheet, encode_sheet, make_sheet
from complaintflow.plugins import KeepsSheets
from complaintflow.record.complaint import microseconds
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.insight.test_figures import HOUSE, T0, WEEK, elapsed
from tests.insight.test_figures_law import BACK, MANY, TIMES

DAY = timedelta(days=1)
ENDS = st.lists(st.builds(End, TIMES, st.just("closed"), st.just(""), BACK), max_size=4).map(tuple)


def kept(cases: Sequence[Case], columns: frozenset[str] | None = None) -> Sheet:
    """The sheet of these cases as it was written down and read again."""
    written = encode_sheet(make_sheet(cases, FIELDS, MEASURES))
    some = {name: data for name, data in written.items() if columns is None or name in columns}
    sheet = decode_sheet(some, MEASURES.keys())
    assert sheet is not None
    return sheet


def both(cases: Sequence[Case], **fields: Any) -> tuple[Figures, Figures]:
    """What sheets that were kept say, and what cases say."""
    query = FigureQuery(**{"since": WEEK[0], "until": WEEK[1], "zone": "Europe/Berlin", "least": 1, **fields})
    asked, at = Asked.by([query]), T0 + 30 * DAY
    sheets = (kept(cases[:2], asked.columns), kept(cases[2:], asked.columns))
    found = [figures_of_each(some, [(query, elapsed)], at) for some in (sheets, sheets_of(cases, asked))]
    return found[0][0], found[1][0]


def test_what_is_kept_of_a_case_is_all_that_is_counted_of_it() -> None:
    for fields in (
        {},
        {"by": "clock", "measures": "deadlines_met"},
        {"by": ("from_team", "day"), "measures": "transfers"},
    ):
        was, said = both([HOUSE], **fields)
        assert was == said


@settings(max_examples=20)
@given(MANY, st.sampled_from([(), "type", ("region", "week"), ("cohort", "state")]))
def test_sheets_say_what_their_cases_say(cases: list[Case], by: tuple[str, ...]) -> None:
    for more in ({}, {"only": {"region": ("north", "")}}, {"without": {"type": "north"}}):
        was, said = both(cases, by=by, **more)
        assert was == said


@settings(max_examples=50)
@given(TIMES, ENDS, TIMES)
def test_it_stands_when_it_came_in_and_no_end_holds(came: datetime, ends: tuple[End, ...], at: datetime) -> None:
    over = any(one.at <= at and (one.back is None or at < one.back) for one in ends)
    spans = Case("C-1", came, ends=ends).open_spans()
    assert any(span.since <= at < span.until for span in spans) == (came <= at and not over)


def test_an_end_before_the_intake_leaves_nothing_open() -> None:
    assert [*Case("C-1", T0, ends=(End(T0 - DAY, "closed"),)).open_spans()] == []
    assert [*Case("C-1", T0, ends=(End(T0, "closed", back=T0 + DAY), End(T0 + 2 * DAY, "closed"))).open_spans()] == [
        Span(T0 + DAY, T0 + 2 * DAY)
    ]


def test_each_column_has_a_name_of_its_own() -> None:
    """Else a field is read for what a measure observed."""
    names = [ID, RECEIVED_AT, *FIELDS, *MEASURES]
    assert len({*names}) == len(names)


def test_only_columns_that_say_something_are_kept() -> None:
    written = encode_sheet(make_sheet([HOUSE], FIELDS, MEASURES))
    assert "type" in written
    assert "region" not in written
    assert "first_response" in written
    assert "returning" in written  # that it is not so counts, too


@pytest.mark.parametrize("name", [ID, RECEIVED_AT, "type", "first_response"])
@pytest.mark.parametrize("damage", [b"\xff", b"12345"])
def test_a_sheet_that_was_damaged_is_none(name: str, damage: bytes) -> None:
    """Then the complaints of its day are read."""
    written = encode_sheet(make_sheet([HOUSE], FIELDS, MEASURES))
    assert decode_sheet({**written, name: damage}, MEASURES.keys()) is None


def test_a_sheet_without_ids_is_none() -> None:
    assert decode_sheet({}, MEASURES.keys()) is None


@pytest.mark.parametrize("zone", ["Asia/Kathmandu", "Europe/Berlin", "Africa/Monrovia"])
@pytest.mark.parametrize("period", PERIODS)
def test_instants_are_labelled_with_their_periods(period: str, zone: str) -> None:
    """Also where the clocks on walls were 44 minutes and 30 seconds behind, as those of Monrovia were until 1972."""
    from zoneinfo import ZoneInfo

    wall = ZoneInfo(zone)
    times = [datetime(1971, 12, 31, 20, tzinfo=UTC) + number * timedelta(minutes=7, seconds=13) for number in range(90)]
    labels = PeriodLabels(period, wall)
    for some in (times[:50], times[40:]):
        found = labels.label([microseconds(at) for at in some])
        assert [found.texts[code] for code in found.codes] == [period_of(period, at, wall) for at in some]


def test_a_list_of_complaints_is_a_sequence_like_a_tuple() -> None:
    """Whoever had tuples before there were sheets loses nothing."""
    import pickle

    (cell,) = both([HOUSE])[0]["complaints"].cells
    ids = cell.complaints
    assert ids == ("C-0",)
    assert ids == ("C-0",)
    assert ids != cast(object, ["C-0"])
    assert ids == both([HOUSE])[1]["complaints"].cells[0].complaints
    assert (ids[0], ids[:1], [*ids], len(ids), "C-0" in ids) == ("C-0", ("C-0",), ["C-0"], 1, True)
    assert (hash(ids), repr(ids)) == (hash(("C-0",)), "('C-0',)")
    assert pickle.loads(pickle.dumps(ids)) == ("C-0",)


def withdrawn() -> tuple[Desk, FrozenClock, str]:
    """A complaint that is over since today, and one that is open."""
    clock = FrozenClock()
    desk = Desk.open("memory://", clock=clock)
    first, _ = (desk.receive(s.receive(order=f"A-{number}"), by=s.SYSTEM).id for number in range(2))
    clock.later(days=1)
    desk.do(first, s.WITHDRAW, by=s.CUSTOMER)
    desk.tick()
    return desk, clock, first


def days_with_sheet(desk: Desk) -> int:
    with desk._units.reading() as session:
        return len([*cast(KeepsSheets, session).sheets(0, {ID})])


def test_a_tick_makes_the_sheets_of_days_that_are_over() -> None:
    desk, clock, _ = withdrawn()
    assert days_with_sheet(desk) == 0
    clock.later(days=1)
    desk.tick()
    assert days_with_sheet(desk) == 1
    found: dict[str, Any] = {"since": clock.now - 9 * DAY, "until": clock.now, "least": 1}
    assert desk.figures(**found) == desk.figures(**found, anew=True)
    assert desk.figures(**found)["complaints"].shown[0].number == 2


def test_a_day_that_changed_today_waits_for_tomorrow() -> None:
    """Or each of a hundred late receipts makes its sheet anew."""
    desk, clock, first = withdrawn()
    clock.later(days=1)
    desk.tick()
    desk.do(first, s.receipt("M1"), by=s.SYSTEM)
    for expected in (0, 1):
        desk.tick()
        assert days_with_sheet(desk) == expected
        clock.later(days=1)


def test_sheets_of_a_version_stay_as_they_are() -> None:
    """Whoever changes what a measure observes raises `SHEET_FORMAT`, or sheets that were kept tell what it was."""
    written = encode_sheet(make_sheet([HOUSE], FIELDS, MEASURES))
    digest = sha256(repr(sorted(written.items())).encode()).hexdigest()[:16]
    assert (SHEET_FORMAT, digest) == (4, "9a77172421448b63")
