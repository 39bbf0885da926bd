"""R41: what is a spike and what is none, decided on the numbers of each hour alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import attrs
import pytest

from complaintflow import DefinitionError, Lifecycle, Policy, commands as c
from complaintflow.commands import LabelCause
from complaintflow.insight.spikes import (
    DAY,
    WEEK,
    HourCounts,
    Series,
    Surroundings,
    alerts_of,
    hour_of,
    investigation,
    is_calm,
    is_looked_at,
    joined_about,
    joined_text,
    judge_spike,
    look_mark,
    next_full_hour,
    over_text,
    reach_of,
    series_mark,
    series_of,
)
from complaintflow.policy.spikes import Spikes
from complaintflow.record.facts import Facts
from complaintflow.values import SpikeFigures
from complaintflow.vocabulary import Audience, Touches
from tests import stories as s

RULE = Spikes(weeks=4, one_in=1000)
NOW = datetime(2026, 3, 30, 9, tzinfo=UTC)
SINCE = NOW - reach_of(RULE)
BILLING = Series("type", "billing")
KNOWN = Surroundings(SINCE, lambda day: False, lambda at: at.date())


def counts(*daily: int) -> HourCounts:
    """So many each day at one hour; the last day is the one that ends now."""
    hours = ((hour_of(NOW - number * DAY) - 1, count) for number, count in enumerate(reversed(daily)))
    return HourCounts(hours, SINCE, NOW)


def judge(*last: int, usual: int = 20, around: Surroundings = KNOWN, rule: Spikes = RULE) -> SpikeFigures | None:
    """What is found after so many days, with as many as usual on each day before."""
    return judge_spike(BILLING, counts(*([usual] * (37 - len(last))), *last), NOW, around, rule)


def test_a_surge_has_its_figures() -> None:
    found = judge(50)
    assert found is not None
    assert (found.now, found.before, found.expected, found.weeks) == (50, 20, 20, (20, 20, 20, 20))
    assert (found.kind, found.name, found.until) == ("type", "billing", NOW)
    assert found.one_in > 1000


@pytest.mark.parametrize(
    ("last", "usual"),
    [
        pytest.param((3,), 2, id="fewer than the least"),
        pytest.param((26,), 20, id="growth of 30 percent and not more"),
        pytest.param((27,), 20, id="growth that chance explains"),
        pytest.param((40, 50), 20, id="not much more than yesterday"),
        pytest.param((5, 20), 20, id="as many as always, after a quiet day"),
    ],
)
def test_what_is_no_spike(last: tuple[int, ...], usual: int) -> None:
    """Else people learn to look away."""
    assert judge(*last, usual=usual) is None


def test_a_monday_after_a_sunday_is_none() -> None:
    """Each Monday has three times as many as each Sunday."""
    weeks = [(60, 50, 50, 50, 50, 30, 20)] * 6
    daily = [count for week in weeks for count in week][:36]
    assert daily[-1] == 60
    assert judge_spike(BILLING, counts(*daily), NOW, KNOWN, RULE) is None


def test_a_house_that_counts_since_a_week_raises_nothing() -> None:
    young = attrs.evolve(KNOWN, since=NOW - WEEK - DAY)
    assert judge(90, around=young) is None


def test_after_two_weeks_it_does() -> None:
    young = attrs.evolve(KNOWN, since=NOW - 2 * WEEK - DAY)
    found = judge(90, around=young)
    assert found is not None
    assert found.weeks == (20, 20)


def test_a_level_that_rises_is_no_spike() -> None:
    """A shop that grows by half within a week has more of everything."""
    grown = [*[20] * 29, *[40] * 7]
    assert judge_spike(BILLING, counts(*grown, 52), NOW, KNOWN, RULE) is None
    assert judge_spike(BILLING, counts(*[20] * 36, 52), NOW, KNOWN, RULE) is not None


def test_a_new_series_has_no_level_and_spikes() -> None:
    found = judge(30, usual=0)
    assert found is not None
    assert (found.before, found.expected) == (0, 0)


def test_weeks_that_differ_much_need_more() -> None:
    """What is once 5 and once 60 may well be 80."""
    wild = [5, 60] * 18
    calm = [32] * 36
    assert judge_spike(BILLING, counts(*calm, 62), NOW, KNOWN, RULE) is not None
    assert judge_spike(BILLING, counts(*wild[:-1], 40, 62), NOW, KNOWN, RULE) is None


def holidays(*days: date) -> Surroundings:
    return attrs.evolve(KNOWN, unusual=lambda day: day in days)


def test_a_week_with_a_holiday_is_not_compared() -> None:
    found = judge(50, around=holidays((NOW - WEEK).date()))
    assert found is not None
    assert found.weeks == (20, 20, 20)


def test_near_a_holiday_it_must_grow_by_more() -> None:
    today = holidays(NOW.date())
    assert judge(40, around=today) is None
    assert judge(60, around=today) is not None


def test_a_chance_too_small_for_a_number_is_the_smallest_one() -> None:
    found = judge(100_000)
    assert found is not None
    assert found.one_in == 10**12


def test_hours_before_and_behind_what_was_read_count_nothing() -> None:
    there = HourCounts([(hour_of(SINCE) - 1, 7), (hour_of(NOW), 7), (hour_of(NOW) - 1, 3)], SINCE, NOW)
    assert there.within(100 * WEEK, NOW + WEEK) == 3


def test_it_is_over_when_the_last_day_is_calm_again() -> None:
    figures = SpikeFigures("type", "billing", NOW, 50, 20, 20)
    rule = attrs.evolve(RULE, calm=timedelta(hours=2))
    assert is_calm(figures, counts(*[20] * 30), NOW, rule)
    assert not is_calm(figures, counts(*[20] * 29, 30), NOW, rule)


def test_a_flood_is_looked_at_as_seldom_as_a_drizzle() -> None:
    """So each complaint costs the same, however many come."""
    looked = [count for count in range(1, 66) if is_looked_at(count)]
    assert looked == [1, 2, 4, 8, 16, 32, 48, 64]


def test_the_hour_that_runs_counts() -> None:
    assert next_full_hour(datetime(2026, 3, 30, 8, 59, tzinfo=UTC)) == NOW
    assert next_full_hour(NOW) == NOW + timedelta(hours=1)


# ── which series a complaint is in


def test_a_complaint_is_in_the_series_of_its_policy(lifecycle: Lifecycle) -> None:
    story = s.received(lifecycle, shop="North Gate", respondent="the courier").do(s.triage())
    rule = attrs.evolve(RULE, of=frozenset({"type", "area", "shop", "respondent", "region", "cause"}))
    found = dict(series_of(story.complaint, NOW, rule))
    assert {(one.kind, one.name) for one in found} == {
        ("type", "billing"),
        ("area", "payment"),
        ("shop", "North Gate"),
        ("respondent", "the courier"),
    }
    assert set(found.values()) == {NOW}


def test_a_cause_counts_when_it_is_labelled(lifecycle: Lifecycle) -> None:
    story = s.received(lifecycle).do(s.WITHDRAW, by=s.CUSTOMER).do(s.LABEL, by=s.LI)
    [(series, at)] = series_of(story.complaint, NOW, RULE)
    [entry] = story.complaint.body.of(LabelCause)
    assert (series, at) == (Series("cause", "product defect-payment flow"), entry.at)


def test_names_are_one_series_however_they_are_written() -> None:
    assert Series("shop", "North Gate").key == Series("shop", " NORTH gate ").key
    assert Series("shop", "North Gate").key != Series("area", "North Gate").key
    assert Series("symptom, by words", "late").key.startswith("plugin:")
    assert "North" not in Series("shop", "North Gate").key
    assert Series("shop", "North Gate").alerts.startswith("alerts:shop:")


@pytest.mark.parametrize(
    ("facts", "is_in_one"),
    [
        (Facts(), False),
        (Facts(state="triaged", type="billing"), True),
        (Facts(state="withdrawn", type="billing"), False),
        (Facts(state="withdrawn", type="billing", root_cause="process gap-refund"), True),
    ],
)
def test_what_decides_about_the_series_is_marked(facts: Facts, is_in_one: bool) -> None:
    assert bool(series_mark(facts, RULE)) is is_in_one
    assert series_mark(facts, attrs.evolve(RULE, of=frozenset())) == ""
    assert bool(look_mark(facts, RULE)) is is_in_one


# ── what is on record


def figures(count: int = 3) -> SpikeFigures:
    ids = tuple(f"C-{number}" for number in range(count))
    return SpikeFigures("shop", "North Gate", NOW, 50, 20, 21, (20, 22), 5000, ids, ("type billing",))


def test_the_task_tells_the_figures_in_the_language_of_the_staff() -> None:
    task = investigation(figures(), "wang", NOW, "en")
    assert "shop North Gate has 50 complaints in 24 hours, 20 the day before" in task.what
    assert task.what.endswith("Also: type billing. Complaints: C-0, C-1, C-2")
    assert "激增" in investigation(figures(), "wang", NOW, "zh").what
    many = investigation(attrs.evolve(figures(12), also=()), "wang", NOW, "en")
    assert many.what.endswith("C-9 …")


def test_what_joins_and_what_is_over_is_told() -> None:
    assert "spikes as well: 50" in joined_text(figures(), "en")
    assert "结束" in over_text(figures(), "zh")
    assert joined_about("T2", BILLING).startswith("spike/1/T2@joined-type:")


def alert_story(lifecycle: Lifecycle) -> Iterator[s.Story]:
    story = s.triaged(lifecycle)
    story = story.do(investigation(figures(), "wang", s.LATER, "en"), by=s.SYSTEM)
    yield story
    story = story.do(c.FinishTask("T1", Touches.NOTHING, "the bank was down for an hour"), by=s.LI)
    yield story
    over = c.Remind(over_text(figures(), "en"), Audience.TEAM, "spike/1/T1@over", ("wang",))
    yield story.do(s.TASK).do(over, by=s.SYSTEM)


def test_an_alert_is_read_back_from_the_record(lifecycle: Lifecycle) -> None:
    raised, finished, over = alert_story(lifecycle)
    [first], [second], [third] = (list(alerts_of(one.complaint)) for one in (raised, finished, over))
    assert (first.figures.complaints, first.owner, first.finished, first.over) == (
        figures().complaints,
        "wang",
        None,
        None,
    )
    assert (second.finished, second.over) == (finished.complaint.body[-1].at, None)
    assert third.over == over.complaint.body[-1].at
    assert (raised.facts.spikes, over.facts.spikes) == (frozenset({"T1"}), frozenset())
    assert raised.facts.state == "triaged"


# ── the policy


def test_a_policy_names_only_what_is_counted_and_calendars_that_are_there() -> None:
    with pytest.raises(DefinitionError, match=r"spikes\.of"):
        Policy.from_toml('spikes.of = ["mood"]')
    with pytest.raises(DefinitionError, match=r"spikes\.calendar"):
        Policy.from_toml('spikes.calendar = "moon"')
    assert Policy.from_toml('spikes.calendar = ""').spikes.calendar == ""
