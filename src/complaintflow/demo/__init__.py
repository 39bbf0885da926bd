"""The demo: real complaints through the whole lifecycle, with every guard tried."""

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
from complaintflow.demo import week as weeks
from complaintflow.demo.programme import LEAST_ROWS, complaints, perform
from complaintflow.demo.screen import (
    show_act,
    show_beginning,
    show_delivered,
    show_distribution,
    show_end,
    show_import,
    show_integrity,
    show_rules,
    show_week,
)
from complaintflow.demo.stage import POLICY, RULES, DemoClock, NotRefused, Report, Stage, Tally, Watched
from complaintflow.demo.week import Week
from complaintflow.desk.desk import Desk
from complaintflow.desk.importing import Row, rows, take_in
from complaintflow.errors import InvalidInput, Problem
from complaintflow.intakes.cfpb import opened, sample
from complaintflow.plugins.ports import Incoming, Unreadable
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
    clock = DemoClock(datetime.now(UTC).replace(microsecond=0) - _AGO)
    watched = Watched(Policy.from_toml(POLICY))
    with Desk.open(f"sqlite:///{path}", lifecycle=watched, plugins=[intakes], clock=clock) as desk:
        taken, failure = _played(console, Stage(desk, clock), most)
        week = _week(console, _of_the_week(path), _spread(_sample(desk), weeks.ROWS))
        report = _report(console, desk, watched.tally, path, len(taken), failure)
    show_integrity(console, week.found, week.head)
    report = attrs.evolve(report, week=week, seconds=time.monotonic() - began)
    show_end(console, str(path), week, report.seconds)
    return report


def _new_file(file: Path | None) -> Path:
    if file is None:
        return Path(tempfile.mkdtemp(prefix="complaintflow-")) / "demo.db"
    if file.exists() or _of_the_week(file).exists():
        raise InvalidInput((Problem("file", str(file), "a file that is not there yet"),))
    return file


def _of_the_week(file: Path) -> Path:
    return file.with_stem(f"{file.stem}-week")


def _week(console: Console, file: Path, chosen: Sequence[Incoming | Unreadable]) -> Week:
    """A week by the clock, in a file of its own beside the first one."""
    clock = DemoClock(datetime.now(UTC).replace(microsecond=0) - _AGO)
    with Desk.open(f"sqlite:///{file}", policy=Policy.from_toml(POLICY), plugins=[intakes], clock=clock) as desk:
        week = weeks.play(Stage(desk, clock), list(take_in(desk, chosen, "rules")), file)
    show_week(console, week)
    return week


def _played(console: Console, stage: Stage, most: int) -> tuple[list[Row], str]:
    """The rows, and what should have been refused and was not."""
    show_beginning(console, stage.clock())
    taken = _taken_in(console, stage.desk, most)
    show_import(console, taken)
    show_distribution(console, complaints(stage))
    failure = ""
    try:
        for act in perform(stage, taken):
            show_act(console, act)
    except NotRefused as not_refused:
        failure = str(not_refused)
    show_delivered(console, stage.delivered)
    return taken, failure


def _report(console: Console, desk: Desk, tally: Tally, path: Path, count: int, failure: str) -> Report:
    show_rules(console, tally, failure)
    found, head = desk.check_integrity(), desk.head()
    show_integrity(console, found, head)
    rules = {rule: (tally.refused[rule], tally.passed[rule]) for rule in RULES}
    return Report(path, count, rules, tally.untried, found.sound, head, 0.0, failure)


def _taken_in(console: Console, desk: Desk, most: int) -> list[Row]:
    """Receipt and triage of each in one transaction, with a progress bar."""
    chosen = _spread(_sample(desk), most)
    bar = track(take_in(desk, chosen, "rules"), "Import and triage", len(chosen), console=console, transient=False)
    return list(bar)


def _sample(desk: Desk) -> Iterator[Incoming | Unreadable]:
    with opened(sample()) as source:
        yield from rows(desk, "cfpb", source)


def _spread(found: Iterator[Incoming | Unreadable], most: int) -> Sequence[Incoming | Unreadable]:
    """So many of the rows, evenly over all of them."""
    every = list(found)
    count = min(most, len(every))
    return [every[place * len(every) // count] for place in range(count)]
