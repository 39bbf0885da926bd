"""A week by the demo's clock, over some of the complaints: deadlines pass, and reminders go out.

Most complaints are left alone. One waits for its customer. Two were solved, and their customers were told: one says
nothing, the other asks something new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import attrs

from complaintflow import commands as c
from complaintflow.cli.demonstration import words as w
from complaintflow.cli.demonstration.case import Case
from complaintflow.cli.demonstration.runner import Runner
from complaintflow.commands import Close, MissDeadline, Remind
from complaintflow.desk.importing import ImportedRow
from complaintflow.desk.integrity import Integrity
from complaintflow.record.keys import RunKey
from complaintflow.sla import Explanation
from complaintflow.sla.agenda import DueAction
from complaintflow.values import Said
from complaintflow.vocabulary import Grade, PausedBy, Touches

ROWS = 9
"""How many complaints live through it."""

_HOURS = 7 * 24
_EVERY = 4
"""The clock moves by so many hours from tick to tick."""

_QUESTION = {"branch": "In which branch did you open the account?"}
_ANSWER = {"branch": "In the one on Main Street"}


@attrs.frozen
class Week:
    """Everything that the ticks did, and what became of the complaints that somebody touched."""

    file: Path
    done: tuple[DueAction, ...]
    ticks: int
    grades: Mapping[str, str]
    paused: str
    clocks: tuple[Explanation, ...]
    allowed: str
    refused: str
    integrity: Integrity
    head: str

    @property
    def breaches(self) -> dict[str, Counter[str]]:
        """For each clock how often it was breached, by grade."""
        counted: dict[str, Counter[str]] = {}
        for one in self.done:
            if isinstance(one.command, MissDeadline):
                clock = RunKey.parse(one.command.clock).clock
                counted.setdefault(clock, Counter())[self.grades[one.complaint]] += 1
        return counted

    @property
    def levels(self) -> Counter[str]:
        """How many reminders went out at each level."""
        return Counter("/".join(filter(None, (one.key.level, one.key.reader))) for one in self._of(Remind))

    @property
    def closings(self) -> dict[str, str]:
        """The silent closings that were due, each with the reason why it was refused."""
        return {one.complaint: "; ".join(map(str, one.refusals)) for one in self._of(Close)}

    @property
    def ok(self) -> bool:
        """Whether one closed by silence and one was kept from it, and everything is sound."""
        closings = self.closings
        return self.integrity.sound and closings.get(self.allowed) == "" and bool(closings.get(self.refused))

    def _of(self, kind: type[c.Command]) -> Iterable[DueAction]:
        return (one for one in self.done if isinstance(one.command, kind))


def play_week(runner: Runner, rows: Iterable[ImportedRow], file: Path) -> Week:
    """Take the rows in and let the week pass, tick by tick."""
    grades = {row.id: str(runner.desk.get(row.id).grade) for row in rows}
    paused, allowed, refused = _calmest(runner)
    schedule = _schedule(paused, allowed, refused)
    done: list[DueAction] = []
    for hour in range(0, _HOURS, _EVERY):
        for action in schedule.get(hour, ()):
            action()
        done += runner.desk.tick().done
        runner.deliver()
        runner.clock.forward(hours=_EVERY)
    clocks = runner.desk.explain(paused.id)
    integrity, head = runner.desk.check_integrity(), runner.desk.head()
    ids = (paused.id, clocks, allowed.id, refused.id)
    return Week(file, tuple(done), _HOURS // _EVERY, grades, *ids, integrity, head)


def _calmest(runner: Runner) -> list[Case]:
    """The three calmest: silence may close what was never grade E or A."""
    cases = sorted((Case(runner, one.id) for one in runner.complaints()), key=lambda case: case.facts.grade or Grade.C)
    return cases[:3]


def _schedule(paused: Case, allowed: Case, refused: Case) -> Mapping[int, Iterable[Callable[[], None]]]:
    """What people do, by the hour."""
    return {
        0: (lambda: _ask(paused), lambda: _notify(allowed), lambda: _notify(refused)),
        32: (lambda: _answer(paused),),
        40: (lambda: refused.do(c.Hear(Said("And who pays the interest?")), by=refused.customer),),
    }


def _ask(case: Case) -> None:
    case.do(w.acknowledgement(case.at), c.AskCustomer(_QUESTION), c.Pause(PausedBy.CUSTOMER, "we asked for the branch"))


def _answer(case: Case) -> None:
    case.do(c.Answer(_ANSWER), by=case.customer)
    if case.facts.paused:
        case.do(c.Resume())


def _notify(case: Case) -> None:
    """Solved, proved, told, and the notice delivered."""
    solved = c.Resolve("explained where the statement shows it", Touches.NOTHING)
    case.do(w.acknowledgement(case.at), solved, c.Verify(True, "knowledge", "KB-12"), w.notice(case.at, 1))
    case.runner.deliver()
