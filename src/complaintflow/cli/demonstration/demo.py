"""The course of the demo: import, scenes, a week by the clock, and the report."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import attrs
from rich.console import Console
from rich.progress import track

from complaintflow import intakes
from complaintflow.cli.demonstration import screen
from complaintflow.cli.demonstration.page import page_of, write_page
from complaintflow.cli.demonstration.report import Report
from complaintflow.cli.demonstration.runner import POLICY, DemoClock, NotRefused, Runner, Ways
from complaintflow.cli.demonstration.scenarios import LEAST_ROWS, play_all
from complaintflow.cli.demonstration.tally import RULES, CountingLifecycle, Tally
from complaintflow.cli.demonstration.week import ROWS, Week, play_week
from complaintflow.desk.desk import Desk
from complaintflow.desk.importing import ImportedRow, read_rows, take_in
from complaintflow.errors import InvalidInput, Problem
from complaintflow.intakes import open_csv, sample_csv
from complaintflow.plugins import Incoming, Unreadable
from complaintflow.policy.policy import Policy

_AGO = timedelta(days=7)
"""The demo's clock begins so long ago, so that nothing in the file lies in the future."""


def run(console: Console, most: int = 500, file: Path | None = None) -> Report:
    """Play the demo into a new SQLite file.

    `most` is how many of the rows it takes, spread over the sample. Raises `InvalidInput` for too few rows
    and for a file that is there already.
    """
    if most < LEAST_ROWS:
        raise InvalidInput((Problem("rows", str(most), f"at least {LEAST_ROWS}"),))
    began = time.monotonic()
    path = _new_file(file)
    clock = _new_clock()
    began_at = clock()
    lifecycle = CountingLifecycle(Policy.from_toml(POLICY))
    with Desk.open(f"sqlite:///{path}", lifecycle=lifecycle, plugins=_plugins(lifecycle.policy), clock=clock) as desk:
        taken, failure = _play_scenarios(console, Runner(desk, clock), most)
        write_page(desk, began_at, clock(), path)
        week = _play_week(console, _week_file(path), _spread(_sample(desk), ROWS))
        report = _report(console, desk, lifecycle.tally, path, len(taken), failure)
    screen.show_integrity(console, week.integrity, week.head)
    report = attrs.evolve(report, week=week, seconds=time.monotonic() - began)
    screen.show_end(console, path, week, report.seconds)
    return report


def _new_clock() -> DemoClock:
    return DemoClock(datetime.now(UTC).replace(microsecond=0) - _AGO)


def _new_file(file: Path | None) -> Path:
    if file is None:
        return Path(tempfile.mkdtemp(prefix="complaintflow-")) / "demo.db"
    if any(one.exists() for one in (file, _week_file(file), page_of(file), page_of(_week_file(file)))):
        raise InvalidInput((Problem("file", str(file), "a file that is not there yet"),))
    return file


def _week_file(file: Path) -> Path:
    return file.with_stem(f"{file.stem}-week")


def _play_scenarios(console: Console, runner: Runner, most: int) -> tuple[list[ImportedRow], str]:
    """The rows, and what should have been refused and was not."""
    screen.show_beginning(console, runner.clock())
    taken = _import(console, runner.desk, most)
    screen.show_import(console, taken)
    screen.show_distribution(console, runner.complaints())
    failure = ""
    try:
        for scenario in play_all(runner, taken):
            screen.show_scenario(console, scenario)
    except NotRefused as not_refused:
        failure = str(not_refused)
    screen.show_delivered(console, runner.delivered)
    return taken, failure


def _import(console: Console, desk: Desk, most: int) -> list[ImportedRow]:
    """Receipt and triage of each in one transaction, with a progress bar."""
    chosen = _spread(_sample(desk), most)
    bar = track(take_in(desk, chosen, "rules"), "Import and triage", len(chosen), console=console, transient=False)
    return list(bar)


def _sample(desk: Desk) -> Iterator[Incoming | Unreadable]:
    with open_csv(sample_csv()) as source:
        yield from read_rows(desk, "cfpb", source)


def _spread(found: Iterator[Incoming | Unreadable], most: int) -> Sequence[Incoming | Unreadable]:
    """So many of the rows, evenly over all of them."""
    every = list(found)
    count = min(most, len(every))
    return [every[place * len(every) // count] for place in range(count)]


def _plugins(policy: Policy) -> list[object]:
    return [intakes, Ways(policy)]


def _play_week(console: Console, file: Path, chosen: Sequence[Incoming | Unreadable]) -> Week:
    """A week by the clock, in a file of its own beside the first one."""
    clock = _new_clock()
    began_at = clock()
    policy = Policy.from_toml(POLICY)
    with Desk.open(f"sqlite:///{file}", policy=policy, plugins=_plugins(policy), clock=clock) as desk:
        week = play_week(Runner(desk, clock), list(take_in(desk, chosen, "rules")), file)
        write_page(desk, began_at, clock(), file)
    screen.show_week(console, week)
    return week


def _report(console: Console, desk: Desk, tally: Tally, path: Path, count: int, failure: str) -> Report:
    screen.show_rules(console, tally, failure)
    integrity, head = desk.check_integrity(), desk.head()
    screen.show_integrity(console, integrity, head)
    rules = {rule: (tally.refused[rule], tally.passed[rule]) for rule in RULES}
    return Report(path, count, rules, tally.untried, integrity.sound, head, 0.0, failure)
