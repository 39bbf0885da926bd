"""Who plays which scene: complaints of every grade, and the answers that the data gives for their customers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from complaintflow.demo import scenes
from complaintflow.demo.scenes import Case
from complaintflow.demo.stage import Stage, Turn
from complaintflow.desk.importing import Row
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import Grade

LEAST_ROWS = 20
"""With fewer there is nobody left for the last scenes."""

ANSWERS = ("Yes", "No", "")
_EACH = 2
"""How many complaints of each grade and answer go the whole way."""

_SILENT_HOURS = 72


@attrs.frozen
class Act:
    """A part of the demo: what it was about, who played, and what was refused for the first time."""

    title: str
    cases: tuple[Case, ...]
    turns: tuple[Turn, ...]


class _Cast:
    """The complaints that nobody has played yet, by grade."""

    def __init__(self, stage: Stage, rows: Iterable[Row]) -> None:
        answers = {row.id: row.outcome.get("consumer_disputed", "") for row in rows if row.id}
        self._free: dict[Grade, list[Case]] = {grade: [] for grade in Grade}
        for complaint in complaints(stage):
            if complaint.grade:
                case = Case(stage, complaint.id, answers.get(complaint.id, ""))
                self._free[complaint.grade].append(case)

    def answering(self, grade: Grade, answer: str, most: int) -> list[Case]:
        """Some of this grade whose customers answered so; one stays behind for the single scenes."""
        there = [case for case in self._free[grade][1:] if case.answer == answer][:most]
        for case in there:
            self._free[grade].remove(case)
        return there

    def one(self, grade: Grade, *answers: str) -> Case:
        """One of this grade, or of the commonest when there is none; with one of these answers if possible."""
        free = self._free[grade] or max(self._free.values(), key=len)
        chosen = next((case for case in free if case.answer in answers), free[0])
        free.remove(chosen)
        return chosen

    def raised(self, grade: Grade, *answers: str) -> Case:
        """One of at least this grade, raised by hand when the rows have none."""
        case = self.one(grade, *answers)
        if (case.facts.grade or Grade.C) < grade:
            scenes.raised(case, grade)
        return case


def complaints(stage: Stage) -> Iterator[Complaint]:
    """Everything in the store, page by page."""
    after: int | None = 0
    while after is not None:
        page = stage.desk.find(after=after, limit=200)
        yield from page.complaints
        after = page.next


def perform(stage: Stage, rows: Iterable[Row]) -> Iterator[Act]:
    """Play everything, act by act."""
    cast = _Cast(stage, rows)
    others = _single_scenes(stage, cast)
    played: list[Case] = []
    for grade in sorted(Grade, reverse=True):
        cases = _of_grade(cast, grade)
        yield _act(stage, f"Grade {grade}: all the way to the archive", cases, scenes.to_the_archive)
        played += cases
    stage.clock.forward(hours=_SILENT_HOURS)
    silent = [case for case in played if case.waiting]
    yield _act(stage, f"{_SILENT_HOURS} hours later (by the demo's clock): closed by silence", silent, scenes.silence)
    yield others


def _act(stage: Stage, title: str, cases: Iterable[Case], play: Callable[[Case], None]) -> Act:
    played = tuple(cases)
    for case in played:
        play(case)
    return Act(title, played, tuple(stage.new_turns()))


def _of_grade(cast: _Cast, grade: Grade) -> list[Case]:
    """Two for each answer, and one that starts with a scene of its own."""
    first = cast.raised(grade)
    _OPENINGS[grade](cast, first)
    return [first, *(case for answer in ANSWERS for case in cast.answering(grade, answer, _EACH))]


def _merged(cast: _Cast, case: Case) -> None:
    stranger = cast.one(Grade.B)
    scenes.merged(case, stranger.id)


_OPENINGS: dict[Grade, Callable[[_Cast, Case], None]] = {
    Grade.E: lambda _, case: scenes.handed_off(case),
    Grade.A: lambda _, case: scenes.technical(case),
    Grade.B: _merged,
    Grade.C: lambda _, case: None,
}


def _single_scenes(stage: Stage, cast: _Cast) -> Act:
    """Other ends than a solution, and a short way to one."""
    chosen = {
        scenes.declined: cast.raised(Grade.A, ""),
        scenes.withdrawn: cast.one(Grade.B, ""),
        scenes.planned: cast.one(Grade.B, ""),
        scenes.first_contact: cast.one(Grade.C, "No"),
    }
    lowered = cast.one(Grade.B, "No")
    scenes.lowered(lowered)
    for play, case in chosen.items():
        play(case)
    scenes.first_contact(lowered)
    title = "Declined, withdrawn, planned, answered at first contact, lowered by a lead"
    return Act(title, (*chosen.values(), lowered), tuple(stage.new_turns()))
