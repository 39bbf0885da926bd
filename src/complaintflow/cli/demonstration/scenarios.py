"""Which complaint goes through which scene: some of every grade, with the answers that the data gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from complaintflow.cli.demonstration import scenes
from complaintflow.cli.demonstration.case import Case
from complaintflow.cli.demonstration.runner import RefusedCommand, Runner
from complaintflow.desk.importing import ImportedRow
from complaintflow.vocabulary import Grade

LEAST_ROWS = 20
"""With fewer there is nobody left for the last scenes."""

ANSWERS = ("Yes", "No", "")
_EACH = 2
"""How many complaints of each grade and answer go the whole way."""

_SILENT_HOURS = 72


@attrs.frozen
class Scenario:
    """A part of the demo: its title, its complaints, and what was refused for the first time."""

    title: str
    cases: tuple[Case, ...]
    refusals: tuple[RefusedCommand, ...]


class _FreeCases:
    """The complaints that have not been in a scene yet, by grade."""

    def __init__(self, runner: Runner, rows: Iterable[ImportedRow]) -> None:
        answers = {row.id: row.outcome.get("consumer_disputed", "") for row in rows if row.id}
        self._free: dict[Grade, list[Case]] = {grade: [] for grade in Grade}
        for complaint in runner.complaints():
            if complaint.grade:
                case = Case(runner, complaint.id, answers.get(complaint.id, ""))
                self._free[complaint.grade].append(case)

    def take_answering(self, grade: Grade, answer: str, most: int) -> list[Case]:
        """Some of this grade whose customers answered so; one stays behind for the single scenes."""
        there = [case for case in self._free[grade][1:] if case.answer == answer][:most]
        for case in there:
            self._free[grade].remove(case)
        return there

    def take(self, grade: Grade, *answers: str) -> Case:
        """One of this grade, or of the commonest when there is none; with one of these answers if possible."""
        free = self._free[grade] or max(self._free.values(), key=len)
        chosen = next((case for case in free if case.answer in answers), free[0])
        free.remove(chosen)
        return chosen

    def take_at_least(self, grade: Grade, *answers: str) -> Case:
        """One of at least this grade, raised by hand when the rows have none."""
        case = self.take(grade, *answers)
        if (case.facts.grade or Grade.C) < grade:
            scenes.raise_grade(case, grade)
        return case


def play_all(runner: Runner, rows: Iterable[ImportedRow]) -> Iterator[Scenario]:
    """Play everything, one scenario after the other."""
    free = _FreeCases(runner, rows)
    others = _play_single_scenes(runner, free)
    played: list[Case] = []
    for grade in sorted(Grade, reverse=True):
        cases = _open_grade(free, grade)
        yield _play(runner, f"Grade {grade}: all the way to the archive", cases, scenes.to_the_archive)
        played += cases
    runner.clock.forward(hours=_SILENT_HOURS)
    silent = [case for case in played if case.waiting]
    title = f"{_SILENT_HOURS} hours later (by the demo's clock): closed by silence"
    yield _play(runner, title, silent, scenes.close_by_silence)
    yield others


def _play(runner: Runner, title: str, cases: Iterable[Case], scene: Callable[[Case], None]) -> Scenario:
    played = tuple(cases)
    for case in played:
        scene(case)
    return Scenario(title, played, runner.take_refusals())


def _open_grade(free: _FreeCases, grade: Grade) -> list[Case]:
    """Two for each answer, and one that starts with a scene of its own."""
    first = free.take_at_least(grade)
    _OPENINGS[grade](free, first)
    return [first, *(case for answer in ANSWERS for case in free.take_answering(grade, answer, _EACH))]


_OPENINGS: dict[Grade, Callable[[_FreeCases, Case], None]] = {
    Grade.E: lambda _, case: scenes.hand_off(case),
    Grade.A: lambda _, case: scenes.correct_type(case),
    Grade.B: lambda free, case: scenes.merge_repeat(case, free.take(Grade.B).id),
    Grade.C: lambda _, case: None,
}


def _play_single_scenes(runner: Runner, free: _FreeCases) -> Scenario:
    """Other ends than a solution, and a short way to one."""
    chosen = {
        scenes.decline: free.take_at_least(Grade.A, ""),
        scenes.withdraw: free.take(Grade.B, ""),
        scenes.explain_plan: free.take(Grade.B, ""),
        scenes.answer_at_first_contact: free.take(Grade.C, "No"),
    }
    lowered = free.take(Grade.B, "No")
    scenes.lower_grade(lowered)
    for scene, case in chosen.items():
        scene(case)
    scenes.answer_at_first_contact(lowered)
    title = "Declined, withdrawn, planned, answered at first contact, lowered by a lead"
    return Scenario(title, (*chosen.values(), lowered), runner.take_refusals())
