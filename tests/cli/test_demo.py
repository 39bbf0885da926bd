"""The demo: every guard refuses and passes, and everything that it wrote is sound."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import attrs
import pytest

from complaintflow import Desk
from complaintflow.cli import main
from complaintflow.cli.demonstration import Report, run, scenes
from complaintflow.cli.demonstration.tally import RULES
from complaintflow.cli.output import make_console
from complaintflow.lifecycle.guards import GUARDS, rule_of
from complaintflow.vocabulary import State
from tests.cli.command_line import CommandLine, run_process

pytestmark = pytest.mark.uncounted  # what the demo runs is counted elsewhere, and takes twice as long when it is


@pytest.fixture(scope="session", params=[60, pytest.param(500, marks=pytest.mark.explore)])
def whole(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> tuple[Report, str]:
    """The report of so many rows, and what was on the screen."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as environment, (folder / "screen.txt").open("w+", encoding="utf-8") as screen:
        environment.delenv("COLUMNS", raising=False)
        report = run(make_console(screen, piped_width=100), request.param, folder / "demo.db")
        screen.seek(0)
        return report, screen.read()


def test_every_guard_refused_and_passed(whole: tuple[Report, str]) -> None:
    report, _ = whole
    assert set(report.rules) == {rule_of(guard) for guards in GUARDS.values() for guard in guards}
    assert all(refused and passed for refused, passed in report.rules.values()), report.rules
    assert (report.ok, report.untried) == (True, ())


def test_the_screen_shows_every_rule_and_is_no_flood(whole: tuple[Report, str]) -> None:
    report, screen = whole
    for rule in RULES:
        assert rule in screen
    assert f"{report.rows} complaints taken in, 0 rows could not be." in screen
    assert "demo clock" in screen
    assert str(report.file) in screen
    assert report.head in screen
    assert len(screen.splitlines()) < 200 + 5 * len(RULES)


def test_disputes_follow_the_data(whole: tuple[Report, str]) -> None:
    """Who disputed has a second cycle; who said nothing is closed by silence where that is permitted."""
    report, _ = whole
    with Desk.open(f"sqlite:///{report.file}") as desk:
        archived = [one for one in desk.find(state="archived", limit=200).complaints if one.facts.ground]
        disputed = [one for one in archived if one.body.of("Dispute")]
    assert {one.cycle.number for one in disputed} == {2}
    assert {one.facts.ground for one in archived} == {"confirmed", "silent", "planned"}
    assert {str(one.grade) for one in archived} == {"E", "A", "B", "C"}
    silent = [one for one in archived if one.facts.ground == "silent"]
    assert not any(one.body.of("Confirm") for one in silent)
    assert {str(one.grade) for one in silent} <= {"B", "C"}


def test_what_it_wrote_is_sound_and_anchored(whole: tuple[Report, str]) -> None:
    report, _ = whole
    with Desk.open(f"sqlite:///{report.file}") as desk:
        assert desk.check_integrity(anchor=report.head).sound
        ends = Counter(entry.kind for one in desk.find(state="archived", limit=200).complaints for entry in one.body)
    assert {"Decline", "Withdraw", "Merge", "ExplainPlan", "Handoff", "Regrade", "Compensate"} <= set(ends)


def test_the_week_shows_escalations_a_pause_and_both_silent_closings(whole: tuple[Report, str]) -> None:
    report, screen = whole
    week = report.week
    assert week is not None
    assert week.ok
    assert {"closure", "cause", "customer_news", "review"} <= set(week.breaches)
    assert {"warn1", "lead", "manager"} <= set(week.levels)
    assert "a person's answer to what came from the customer (words)" in week.closings[week.refused]
    assert any(one.deadline.pauses for one in week.clocks)
    for told in ("A week by the clock", "closed by silence", "Closing it was refused", "by explain()"):
        assert told in " ".join(screen.split())


def test_what_the_week_wrote_is_sound_and_as_the_report_says(whole: tuple[Report, str]) -> None:
    report, screen = whole
    week = report.week
    assert week is not None
    with Desk.open(f"sqlite:///{week.file}") as desk:
        assert desk.check_integrity(anchor=week.head).sound
        assert (desk.get(week.allowed).facts.ground, desk.get(week.refused).facts.ground) == ("silent", "")
    assert week.head in screen


def test_it_ends_with_a_report_over_each_file(whole: tuple[Report, str]) -> None:
    """Who has seen the demo has something to look at and to show round."""
    report, screen = whole
    assert report.week
    for file, known in ((report.file, report.rows), (report.week.file, len(report.week.grades))):
        page = file.with_suffix(".html")
        assert str(page) in screen
        written = page.read_text(encoding="utf-8")
        with Desk.open(f"sqlite:///{file}") as desk:
            ids = [one.id for one in desk.each(state=sorted(State))]
            assert len(ids) >= known
            assert [id for id in ids if id in written]
    assert "deadlines missed" in page.read_text(encoding="utf-8").partition("<nav")[0].partition("Nothing of these")[0]


def test_a_file_that_is_there_is_left_alone(cli: CommandLine) -> None:
    Path("mine.db").write_text("mine")
    ran = cli("demo", "--rows", "20", "--file", "mine.db")
    assert (ran.code, Path("mine.db").read_text()) == (2, "mine")


def test_a_rule_that_is_never_refused_or_lets_something_through_fails_the_demo(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scenes, "lower_grade", lambda case: None)
    monkeypatch.setattr(scenes, "withdraw", lambda case: case.expect_refusal(scenes.PASSED))
    ran = cli("demo", "--rows", "20", "--file", "few.db")
    assert ran.code == 1
    assert "FAILED: not refused: " in ran.out
    assert "FAILED: never refused, or never passed: " in ran.out
    assert "priority-never-fades" in ran.out.partition("FAILED: never refused")[2]


def test_each_failure_alone_fails_the_report(whole: tuple[Report, str]) -> None:
    report, _ = whole
    assert report.ok
    for wrong in ({"untried": ("told",)}, {"failure": "went through"}, {"sound": False}):
        assert not attrs.evolve(report, **wrong).ok
    assert report.week
    assert not attrs.evolve(report, week=attrs.evolve(report.week, done=())).ok


# Of 31 rows an emergency is disputed, and goes the way of its proof twice.
@pytest.mark.parametrize("rows", [31, *(pytest.param(rows, marks=pytest.mark.explore) for rows in (20, 23, 40))])
def test_few_rows_are_enough_and_without_a_file_it_makes_its_own(tmp_path: Path, rows: int) -> None:
    ran = run_process("demo", "--rows", str(rows), "--json", folder=tmp_path, TMPDIR=str(tmp_path))
    assert ran.code == 0, ran.err
    document = ran.document
    assert (document["ok"], document["rows"], document["untried"]) == (True, rows, [])
    assert set(document["rules"]) == set(RULES)
    assert document["week"]["sound"]
    file, week = Path(document["file"]), Path(document["week"]["file"])
    assert (file.name, week.name) == ("demo.db", "demo-week.db")
    assert (file.exists(), week.exists(), tmp_path in file.parents) == (True, True, True)
    assert main(["fsck", "--store", f"sqlite:///{file}"]) == 0
