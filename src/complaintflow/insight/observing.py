"""What each measure sees of a case: its observations. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.insight.cases import Case, Span
from complaintflow.vocabulary import Grade, Ground, State

Spans = tuple[Span, ...]
Value = int | Decimal | Spans
"""What is observed: one of something, yes (1) or no (0), a score, an amount, or the spans of a time that passed."""


@attrs.frozen
class Observation:
    """One thing that counts: when it was so (UTC), its value, and what it is cut by beside the case."""

    at: datetime
    value: Value
    of: Mapping[str, str] = FrozenMap()


Observe = Callable[[Case], Iterator[Observation]]

_RESOLVING = frozenset({Ground.CONFIRMED.value, Ground.SILENT.value})
SATISFIED = 4
"""R36: a customer who gives 4 or 5 of 5 is satisfied."""
PROMOTER = 9
DETRACTOR = 6
"""R36: who gives 9 or 10 of 10 recommends us; who gives 6 or less does the contrary."""


def intakes(case: Case) -> Iterator[Observation]:
    """It came in."""
    yield Observation(case.received_at, 1)


def first_responses(case: Case) -> Iterator[Observation]:
    """From intake to the first word of a person."""
    if case.answered:
        yield Observation(case.answered, (Span(case.received_at, case.answered),))


def next_responses(case: Case) -> Iterator[Observation]:
    """From each word of the customer until a person handled it."""
    for span in case.replies:
        yield Observation(span.until, (span,))


def claimed_fixes(case: Case) -> Iterator[Observation]:
    """From intake to the first fix that somebody claimed."""
    if case.claimed:
        yield Observation(case.claimed, (Span(case.received_at, case.claimed),))


def confirmed_fixes(case: Case) -> Iterator[Observation]:
    """From intake to the customer's word that it works."""
    if case.confirmed:
        yield Observation(case.confirmed, (Span(case.received_at, case.confirmed),))


def closings(case: Case) -> Iterator[Observation]:
    """From intake to the closing that stands."""
    end = case.ended
    if end and end.state == State.CLOSED:
        yield Observation(end.at, (Span(case.received_at, end.at),))


def handling_times(case: Case) -> Iterator[Observation]:
    """The time in which the next step was ours, once it is over."""
    if end := case.ended:
        yield Observation(end.at, case.handled)


def transferred(case: Case) -> Iterator[Observation]:
    """Whether what is over went from one team to another."""
    if end := case.ended:
        yield Observation(end.at, int(bool(case.moves)))


def transfers(case: Case) -> Iterator[Observation]:
    """Each handoff."""
    for move in case.moves:
        yield Observation(move.at, 1, {"from_team": move.from_team, "to_team": move.to_team})


def losses_of_urgency(case: Case) -> Iterator[Observation]:
    """Whether the grade fell at each handoff."""
    for move in case.moves:
        grades = {"grade_left": _grade(move.grade_left), "grade_arrived": _grade(move.grade_arrived)}
        yield Observation(move.at, int(move.fell), {"from_team": move.from_team, "to_team": move.to_team, **grades})


def _grade(grade: Grade | None) -> str:
    return grade.value if grade else ""


def helps(case: Case) -> Iterator[Observation]:
    """From each task of a collaborating team to its answer."""
    for one in case.helps:
        if one.until:
            yield Observation(one.until, (Span(one.since, one.until),), {"collaborator": one.team})


def improvements(case: Case) -> Iterator[Observation]:
    """Each improvement that a retrospective decided on."""
    for one in case.improvements:
        yield Observation(one.at, 1, {"kind": one.kind})


def resolved(case: Case) -> Iterator[Observation]:
    """Whether what is over was solved: closed as confirmed, or by silence after a delivered, verified notice."""
    if end := case.ended:
        yield Observation(end.at, int(end.ground in _RESOLVING and end.state == State.CLOSED))


def resolved_at_first(case: Case) -> Iterator[Observation]:
    """Whether what was solved needed no second contact: no handoff, no other word of the customer, no second cycle."""
    end = case.ended
    if end and end.state == State.CLOSED and end.ground in _RESOLVING:
        again = case.moves or case.replies or case.asked_since or case.disputes or len(case.ends) > 1
        yield Observation(end.at, int(not again))


def reopened(case: Case) -> Iterator[Observation]:
    """Whether each end was followed by a dispute or a reopening."""
    for end in case.ends:
        yield Observation(end.at, int(end.back is not None))


def disputed(case: Case) -> Iterator[Observation]:
    """Whether the customer of what is over said at some time that it was not solved."""
    if end := case.ended:
        yield Observation(end.at, int(bool(case.disputes)))


def disputes(case: Case) -> Iterator[Observation]:
    """Each time that the customer said that it is not solved."""
    for at in case.disputes:
        yield Observation(at, 1)


def satisfaction(case: Case) -> Iterator[Observation]:
    """The score from 1 to 5."""
    for score in case.scores:
        yield Observation(score.at, score.csat, {"score": str(score.csat)})


def recommendation(case: Case) -> Iterator[Observation]:
    """The score from 0 to 10."""
    for score in case.scores:
        if score.nps is not None:
            yield Observation(score.at, score.nps, {"score": str(score.nps)})


def deadlines(case: Case) -> Iterator[Observation]:
    """Whether each deadline that is over was kept, by its clock. What was met late was missed."""
    missed = {one.run for one in case.missed}
    for met in case.met:
        if met.run not in missed:
            yield Observation(met.at, 1, {"clock": met.clock})
    for one in case.missed:
        yield Observation(one.at, 0, {"clock": one.clock})


def misses(case: Case) -> Iterator[Observation]:
    """Each deadline that was missed, by its clock."""
    for one in case.missed:
        yield Observation(one.at, 1, {"clock": one.clock})


def standing(case: Case) -> Iterator[Observation]:
    """The times in which it is open."""
    for span in case.open_spans():
        yield Observation(span.since, (span,))


def payments(case: Case) -> Iterator[Observation]:
    """Each compensation, in its currency."""
    for paid in case.paid:
        yield Observation(paid.at, paid.amount, {"currency": paid.currency, "remedy": paid.kind})


def vulnerable(case: Case) -> Iterator[Observation]:
    """Whether the customer needs particular care."""
    yield Observation(case.received_at, int(case.vulnerable))


def returning(case: Case) -> Iterator[Observation]:
    """Whether the customer complained of it more than once."""
    yield Observation(case.received_at, int(case.returning))
