"""What the demo shows, in tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from rich.columns import Columns
from rich.console import Console
from rich.table import Table

from complaintflow.cli.demonstration.case import Case
from complaintflow.cli.demonstration.page import page_of
from complaintflow.cli.demonstration.runner import RefusedCommand
from complaintflow.cli.demonstration.scenarios import Scenario
from complaintflow.cli.demonstration.tally import RULES, Tally
from complaintflow.cli.demonstration.week import Week
from complaintflow.desk.importing import ImportedRow
from complaintflow.desk.integrity import Integrity
from complaintflow.record.complaint import Complaint
from complaintflow.sla import Explanation
from complaintflow.vocabulary import Grade

_ANSWERED = {"Yes": "disputed", "No": "content", "": "no word"}
_MOST = 10


def show_beginning(console: Console, at: datetime) -> None:
    """Whose complaints these are, and what the clock is."""
    console.rule("complaintflow: real complaints, from intake to archive", align="left")
    console.print(
        "Source: US Consumer Financial Protection Bureau, Consumer Complaint Database (CC0). The customers' words and "
        "answers are theirs; what the staff does here is played.\n"
        f"Time is a demo clock: it began at {at:%Y-%m-%d %H:%M} UTC, stands still, and is moved by hand."
    )


def show_import(console: Console, rows: Sequence[ImportedRow]) -> None:
    """How many went in, and every row that did not, with its line and the reason."""
    counts = Counter(row.status for row in rows)
    failed = [row for row in rows if row.reason]
    console.print(f"{counts['new']} complaints taken in, {len(failed)} rows could not be.")
    if failed:
        console.print(_table("rows left out", ("line", "reason"), ((str(row.line), row.reason) for row in failed)))


def show_distribution(console: Console, complaints: Iterable[Complaint]) -> None:
    """By grade, type and channel."""
    every = list(complaints)
    grades = Counter(str(one.grade or "none") for one in every)
    order = [*(str(grade) for grade in sorted(Grade, reverse=True)), "none"]
    counted = {
        "grade": [(name, grades[name]) for name in order if grades[name]],
        "type": Counter(one.facts.type or "none" for one in every).most_common(_MOST),
        "channel": Counter(one.facts.channel for one in every).most_common(_MOST),
    }
    console.print(Columns([_count_table(name, counts) for name, counts in counted.items()], padding=(0, 3)))


def _count_table(name: str, counts: Sequence[tuple[str, int]]) -> Table:
    table = Table(name, "complaints", title=f"by {name}", title_style="bold")
    table.columns[1].justify = "right"
    for value, count in counts:
        table.add_row(value, str(count))
    return table


def _table(title: str, columns: Iterable[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table(*columns, title=title, title_justify="left", title_style="bold", show_edge=False, pad_edge=False)
    for column in table.columns:
        column.overflow = "fold"
    for row in rows:
        table.add_row(*row)
    return table


def show_scenario(console: Console, scenario: Scenario) -> None:
    """Who played, where each one ended, and what was refused for the first time."""
    console.print()
    console.rule(scenario.title, align="left")
    if scenario.cases:
        table = _table("", ("complaint", "label", "customer", "what happened"), map(_case_row, scenario.cases))
        table.columns[0].no_wrap = True
        console.print(table)
    if scenario.refusals:
        console.print()
        columns = ("refused", "because", "what helps")
        console.print(_table("", columns, map(_refusal_row, scenario.refusals)))


def _case_row(case: Case) -> tuple[str, ...]:
    complaint, facts = case.complaint, case.facts
    end = "waits for 72 h of silence" if case.waiting else str(complaint.state)
    end += f" ({facts.ground})" if facts.ground else ""
    return (complaint.id, complaint.label(), _ANSWERED[case.answer], case.story + end)


def _refusal_row(one: RefusedCommand) -> tuple[str, ...]:
    refusal = one.refusal
    return (f"{refusal.rule}\n{one.command} by {one.by}", refusal.why, refusal.remedy)


def show_delivered(console: Console, count: int) -> None:
    """How many messages went out."""
    console.print(f"\n{count} messages reached the customers of the demo.")


def show_week(console: Console, week: Week) -> None:
    """Which clocks were breached at which grade, who was told, and the complaints that were not left alone."""
    console.print()
    console.rule(f"A week by the clock: {len(week.grades)} complaints, {week.ticks} ticks", align="left")
    _show_breaches(console, week)
    levels = ", ".join(f"{count} at {level}" for level, count in sorted(week.levels.items()))
    console.print(f"\nReminders, each once: {levels}.")
    console.print(f"{week.allowed} was told, and nobody wrote for 72 h: closed by silence.")
    console.print(f"{week.refused} was told, and its customer asked something new. Closing it was refused:")
    console.print(f"  {week.closings.get(week.refused, '')}")
    console.print(f"{week.paused} waited for its customer. Its clocks, by explain():")
    columns = ("clock", "rule", "started (UTC)", "stood still", "due (UTC)", "stands")
    console.print(_table("", columns, map(_clock_row, {one.deadline.clock: one for one in week.clocks}.values())))


def _show_breaches(console: Console, week: Week) -> None:
    grades = [str(grade) for grade in sorted(Grade, reverse=True)]
    table = Table("breached", *(f"grade {grade}" for grade in grades), show_edge=False, pad_edge=False)
    for clock, counts in sorted(week.breaches.items()):
        table.add_row(clock, *(str(counts[grade]) for grade in grades))
    console.print(table)


def _clock_row(one: Explanation) -> tuple[str, ...]:
    deadline, minute = one.deadline, "%a %H:%M"
    stood = (f"{one.since:{minute}} to {one.until or one.since:{minute}}" for one in deadline.pauses)
    due = f"{deadline.due:{minute}}" if deadline.due else ""
    stands = f"{deadline.status}{', late' if deadline.late and deadline.status != 'breached' else ''}"
    return (deadline.clock, deadline.rule, f"{deadline.start:{minute}}", ", ".join(stood), due, stands)


def show_rules(console: Console, tally: Tally, failure: str) -> None:
    """Every rule with how often it refused and how often it let something pass."""
    console.print()
    console.rule("Every guard, tried", align="left")
    table = Table("rule", "refused", "passed", show_edge=False, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    for rule in RULES:
        table.add_row(rule, str(tally.refused[rule]), str(tally.passed[rule]))
    console.print(table)
    if failure:
        console.print(f"FAILED: not refused: {failure}", style="bold red")
    if tally.untried:
        console.print(f"FAILED: never refused, or never passed: {', '.join(tally.untried)}", style="bold red")


def show_integrity(console: Console, integrity: Integrity, head: str) -> None:
    """What fsck says of everything, and the head to be anchored outside."""
    console.print()
    console.rule("fsck", align="left")
    verdict = "sound" if integrity.sound else "NOT sound"
    console.print(f"{integrity.complaints} complaints, {integrity.events} events: {verdict}.")
    for breach in integrity.breaches:
        console.print(f"  {breach}", style="red")
    console.print(f"Head, to be anchored outside: {head}", soft_wrap=True)


def show_end(console: Console, file: Path, week: Week, seconds: float) -> None:
    """Where it all lies."""
    console.print(f"\nAll of it lies in {file}", soft_wrap=True)
    console.print(f"Look at it: complaintflow list --store sqlite:///{file}", soft_wrap=True)
    console.print(f"Its report, for a browser: {page_of(file)}", soft_wrap=True)
    console.print(f"The report of the week: {page_of(week.file)}", soft_wrap=True)
    explain = f"complaintflow explain {week.paused} --store sqlite:///{week.file}"
    console.print(f"The week, and one of its clocks: {explain}", soft_wrap=True)
    console.print(f"It took {seconds:.1f} s.")
