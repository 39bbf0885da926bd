"""The report of a period: a page that says what the figures say, and nothing that was not counted."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Any

import attrs
import pytest

from complaintflow import Actor, Customer, Desk, commands as c
from complaintflow.contrib.report import Gathered, alarms, gather, write_report
from complaintflow.insight import MEASURES, ActionEffect, Case, SpikeAlert, Verdict
from complaintflow.testing import FrozenClock
from complaintflow.values import SpikeFigures
from complaintflow.vocabulary import LANGUAGES
from tests.contrib.reported import DAY, MONDAY, CountingDesk, Node, listed, read_page, rows_of, some_cases

HOSTILE = '</text></svg><script>document.title="taken"</script><img src=x onerror=run()>"\' {{7*7}} & \x00\u202e\ud800'


def gathered(number: int = 40, length: int = 7, **more: Any) -> Gathered:
    return gather(CountingDesk(some_cases(number, **more)), since=MONDAY, until=MONDAY + length * DAY)


@pytest.fixture(scope="module")
def week() -> Gathered:
    return gathered()


@pytest.fixture(scope="module", params=LANGUAGES)
def page(week: Gathered, request: pytest.FixtureRequest) -> Node:
    return read_page(write_report(week, request.param))


def test_the_page_needs_no_script_and_no_network(page: Node) -> None:
    """A file that is mailed round would tell strangers who opens it, or be blank behind a firewall."""
    assert {"script", "link", "img", "iframe", "object", "form"} & {one.tag for one in page.all()} == set()
    assert {
        name for one in page.all() for name in one.given if name.startswith("on") or name in {"src", "style"}
    } == set()
    assert all(link.given["href"].startswith("#") for link in page.all("a"))
    (policy,) = (one for one in page.all("meta") if "http-equiv" in one.given)
    assert policy.given["content"].startswith("default-src 'none'")
    assert "url(" not in page.first("style").text
    assert "@import" not in page.first("style").text


def test_the_page_has_an_order_that_can_be_heard(page: Node) -> None:
    """A reader without eyes goes from heading to heading, and from table to table."""
    assert page.first("html").given["lang"] in {"zh-CN", "en"}
    levels = [int(one.tag[1]) for one in page.all("h1", "h2", "h3")]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(table.first("caption").text for table in page.all("table"))
    assert all(head.given["scope"] in {"row", "col"} for head in page.all("th"))
    assert page.first("title").text
    (nav,) = page.all("nav")
    assert nav.given["aria-label"]


def test_each_chart_is_told_in_words_and_stands_beside_its_table(page: Node) -> None:
    charts = [*page.all("svg")]
    assert len(charts) == 8
    for chart in charts:
        title, summary = chart.first("title"), chart.first("desc")
        assert (chart.given["role"], bool(title.text), bool(summary.text)) == ("img", True, True)
        assert chart.given["aria-labelledby"] == title.given["id"]
        assert chart.given["aria-describedby"] == summary.given["id"]
    for part in page.all("section"):
        assert bool([*part.all("svg")]) <= bool([*part.all("table")])


def test_every_link_leads_to_something_on_the_page(page: Node) -> None:
    ids = [one.given["id"] for one in page.all() if "id" in one.given]
    assert len(ids) == len(set(ids))
    assert {link.given["href"].removeprefix("#") for link in page.all("a")} <= set(ids)
    named = {
        one.given[name] for one in page.all() for name in ("aria-labelledby", "aria-describedby") if name in one.given
    }
    assert named <= set(ids)


def test_the_trend_says_what_the_figures_say(week: Gathered, page: Node) -> None:
    """Also a day on which nothing happened has its row."""
    names = ("complaints", "backlog", "deadlines_missed")
    days = [f"2026-03-0{day}" for day in range(2, 9)]
    cells = {(name, day): week.trend[name].cell(day) for name in names for day in days}
    numbers = {at: str(cell.number) if cell else "0" for at, cell in cells.items()}
    said = [[day, *(numbers[name, day] for name in names)] for day in days]
    assert rows_of(page.of("trend")) == said
    assert said[-1] == ["2026-03-08", "0", said[-1][2], "0"]


def test_the_top_problems_are_the_ranked_cells(week: Gathered, page: Node) -> None:
    ranked = week.problems["complaints"].ranked()
    assert rows_of(page.of("problems")) == [
        [" / ".join(one.cell.key), str(one.cell.number), f"{one.share:.1%}", f"{one.cumulative:.1%}"] for one in ranked
    ]


def test_the_clocks_are_told_the_worst_first(week: Gathered, page: Node) -> None:
    table = week.clocks["deadlines_met"]
    rows = rows_of(page.of("clocks"))
    assert [row[0] for row in rows] == ["feedback", "first_response"]
    assert [(row[1], row[2]) for row in rows] == [("10", "0.0%"), ("40", "100.0%")]
    assert [cell.number for cell in table.cells] == [10, 40]


def test_states_transfers_and_causes_are_the_cells(week: Gathered, page: Node) -> None:
    states, causes = week.states["complaints"], week.causes["complaints"]
    assert [row[1] for row in rows_of(page.of("states"))] == [
        str(one.number) for name in ("triaged", "closed") if (one := states.cell(name))
    ]
    assert rows_of(page.of("transfers")) == [["payments → risk", "8"]]
    assert [row[1] for row in rows_of(page.of("causes"))] == [str(one.cell.number) for one in causes.ranked()]


def test_a_state_of_the_house_s_own_has_its_row_behind_the_others() -> None:
    """Else complaints are missing from the page on which a lead looks where all of them are."""
    cases = (*some_cases(3, state="pending", ends=()), *some_cases(2, state="triaged", ends=()))
    found = gather(CountingDesk(cases), since=MONDAY, until=MONDAY + 7 * DAY)
    rows = rows_of(read_page(write_report(found, "en")).of("states"))
    assert [row[:2] for row in rows][-1] == ["pending", "3"]


def test_every_measure_has_its_row_and_its_definition(week: Gathered, page: Node) -> None:
    there = {name: table.whole for name, table in week.whole.tables.items() if table.whole}
    assert [row[1] for row in rows_of(page.of("measures"))] == [str(cell.number) for cell in there.values()]
    assert {one.given["id"] for one in page.of("definitions").all("dt")} == {f"about-{name}" for name in MEASURES}


def test_each_number_leads_to_the_complaints_behind_it(week: Gathered, page: Node) -> None:
    """A number that nobody can look behind is a number that nobody can act on."""
    cells = [cell for cut in (week.problems, week.trend) for table in cut.tables.values() for cell in table.cells]
    parts = ("trend", "problems")
    links = [link for part in parts for link in page.of(part).all("a")]
    assert sorted((link.text, listed(page, link)) for link in links) == sorted(
        (str(cell.number), [*cell.complaints]) for cell in cells
    )
    met = [listed(page, link) for link in page.of("clocks").all("a")]
    feedback, response = week.clocks["deadlines_met"].cells
    assert met == [[*feedback.complaints], [*response.complaints], [*response.hits]]


def test_what_needs_attention_comes_first_with_its_complaints(week: Gathered, page: Node) -> None:
    assert next(page.all("section")).given["id"] == "attention"
    found = [one for one in alarms(week) if one.number]
    links = [*page.of("attention").all("a")]
    assert [(link.text, listed(page, link)) for link in links] == [
        (str(one.number), [*one.complaints]) for one in found
    ]
    assert [(one.name, one.number) for one in found] == [("deadlines_missed", 10), ("reopened", 5)]


def test_what_waits_since_weeks_needs_attention() -> None:
    """The backlog of before the period is what a report of the period alone would hide."""
    old = some_cases(3, received_at=MONDAY - 40 * DAY, ends=(), state="triaged")
    young = Case("C-9999", MONDAY - 20 * DAY, "triaged")
    desk = CountingDesk((*old, young))
    found = {one.name: one for one in alarms(gather(desk, since=MONDAY, until=MONDAY + 7 * DAY))}
    assert found["too_old"].complaints == ("C-0000", "C-0001", "C-0002")


def test_spikes_and_overdue_improvements_need_attention_and_have_their_tables() -> None:
    """A rise that nobody looks at, and a promise to get better that nobody kept, are why a page is read on Monday."""
    figures = SpikeFigures("area", "login", MONDAY + DAY, 20, 4, 5, complaints=("C-1", "C-2"))
    spike = SpikeAlert(figures, "C-2", "task-1", MONDAY + DAY, "li", MONDAY + 2 * DAY)
    earlier = attrs.evolve(spike, complaint="C-0", raised=MONDAY - 9 * DAY, over=MONDAY - 8 * DAY)
    late = ActionEffect("C-3", "task-2", "a private word", "rule", "li", MONDAY.date(), "unclear rule")
    done = attrs.evolve(
        late, complaint="C-4", kind="training", finished=MONDAY, before=("C-5",), effect=Verdict.UNDECIDED
    )
    desk = CountingDesk((), alerts=(spike, earlier), actions=(late, done))
    found = gather(desk, since=MONDAY, until=MONDAY + 7 * DAY)
    told = {one.name: one for one in alarms(found)}
    assert (told["spikes_raised"].number, told["spikes_raised"].complaints) == (1, ("C-1", "C-2"))
    assert (told["overdue_actions"].number, told["overdue_actions"].complaints) == (1, ("C-3",))
    text = write_report(found)
    page = read_page(text)
    assert rows_of(page.of("spikes")) == [["Area: login", "20", "4", "5"]]
    assert rows_of(page.of("actions")) == [
        ["Training: unclear rule", "2026-03-02", "1", "0", "too few to say"],
        ["Rule: unclear rule", "2026-03-02", "0", "0", "overdue"],
    ]
    assert "private" not in text


def test_the_spikes_of_a_period_of_long_ago_are_told_however_many_came_since() -> None:
    """Who reads last year's report must not read that nothing grew."""
    figures = SpikeFigures("area", "login", MONDAY + DAY, 20, 4, 5, complaints=("C-1", "C-2"))
    old = SpikeAlert(figures, "C-2", "task-1", MONDAY + DAY, "li", MONDAY + 2 * DAY, over=MONDAY + 2 * DAY)
    later = tuple(attrs.evolve(old, raised=MONDAY + (20 + day) * DAY, over=None) for day in range(60, 0, -1))
    found = gather(CountingDesk((), alerts=(*later, old)), since=MONDAY, until=MONDAY + 7 * DAY)
    assert found.spikes == (old,)


def test_a_period_in_which_nothing_happened_says_so() -> None:
    """It shows no empty charts, and no number that nobody counted."""
    for language, nothing in (("en", "Nothing needs attention."), ("zh", "没有需要关注的事项。")):
        page = read_page(write_report(gathered(0), language))
        assert nothing in page.of("attention").text
        assert [*page.all("svg", "table")] == []


def test_a_day_that_has_not_begun_is_not_told_as_zero() -> None:
    desk = CountingDesk(some_cases(12), now=MONDAY + 2 * DAY + timedelta(hours=6))
    found = gather(desk, since=MONDAY, until=MONDAY + 7 * DAY)
    assert [*found.periods()] == ["2026-03-02", "2026-03-03", "2026-03-04"]


@pytest.mark.parametrize(("length", "period"), [(7, "day"), (31, "day"), (32, "week"), (366, "week"), (400, "month")])
def test_a_long_trend_is_told_by_longer_periods(length: int, period: str) -> None:
    assert gathered(6, length).period == period


def test_of_too_few_no_share_is_told() -> None:
    page = read_page(write_report(gathered(3)))
    assert rows_of(page.of("clocks")) == [
        ["feedback", "1", "too few to say"],
        ["first_response", "3", "too few to say"],
    ]
    assert [*page.of("clocks").all("svg")] == []


def test_what_a_table_has_no_room_for_is_told_together() -> None:
    cases = tuple(Case(f"C-{place:02}", MONDAY, "triaged", "fault", f"area-{place:02}") for place in range(30))
    page = read_page(write_report(gather(CountingDesk(cases), since=MONDAY, until=MONDAY + 7 * DAY)))
    last = rows_of(page.of("problems"))[-1]
    assert last == ["10 others", "10", "33.3%", "100.0%"]
    assert listed(page, [*page.of("problems").all("a")][-1]) == [f"C-{place}" for place in range(20, 30)]


def test_a_long_list_names_so_many_and_counts_the_others() -> None:
    """A page of a year must still open on a telephone."""
    page = read_page(write_report(gathered(1200, received_at=MONDAY)))
    link = page.of("trend").first("a")
    assert (link.text, len(listed(page, link))) == ("1200", 1000)
    assert "And 200 more" in page.of(link.given["href"][1:]).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_comes_from_outside_stays_a_text(language: str) -> None:
    """An area, a team or an id that somebody else wrote runs nothing in the browser of a team lead."""
    named: dict[str, Any] = {"area": HOSTILE, "type": HOSTILE, "root_cause": HOSTILE}
    plain: dict[str, Any] = dict.fromkeys(named, "x")
    pages = [read_page(write_report(gathered(6, **some), language)) for some in (named, plain)]
    assert [one.tag for one in pages[0].all()] == [one.tag for one in pages[1].all()]
    assert '<script>document.title="taken"</script>' in pages[0].of("causes").text
    assert not {"\x00", "\u202e", "\ud800"} & {*pages[0].text}


def test_the_same_figures_make_the_same_page(week: Gathered) -> None:
    assert write_report(week) == write_report(gathered())


def test_the_languages_differ_in_words_alone(week: Gathered) -> None:
    pages = [read_page(write_report(week, language)) for language in LANGUAGES]
    assert [one.tag for one in pages[0].all()] == [one.tag for one in pages[1].all()]
    assert [listed(pages[0], link) for link in pages[0].of("trend").all("a")] == [
        listed(pages[1], link) for link in pages[1].of("trend").all("a")
    ]
    assert not [char for char in pages[1].of("limits").text if char >= "\u4e00"]


def test_what_is_left_out_stands_on_the_page() -> None:
    """Half of the complaints must not look like all of them."""
    desk = CountingDesk(some_cases(12))
    found = gather(desk, since=MONDAY, until=MONDAY + 7 * DAY, only={"area": "area-1"}, without={"channel": "test"})
    told = read_page(write_report(found)).first("header").text
    assert "area is area-1; channel is not test" in told


def test_a_desk_gives_a_report_without_a_word_of_the_customer() -> None:
    clock = FrozenClock()
    begun = clock.now
    with Desk.open("memory://", clock=clock) as desk:
        who = Customer("u-17", contact={"email": "private@example.com"})
        one = desk.receive(c.Receive("app", who, "a private word", type="fault", area="login"), by=Actor.system())
        clock.later(days=2)
        desk.tick()
        text = write_report(gather(desk, since=begun, until=clock.now))
    page = read_page(text)
    assert one.id in page.of("lists").text
    assert "deadlines missed" in page.of("attention").text
    assert [word for word in ("private", "u-17") if word in text] == []
