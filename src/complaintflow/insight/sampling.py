"""R39: which complaints of a week a retrospective looks at, and why: the major, the repeated, the badly handled. Pure.

The same complaints and the same seed give the same sample, so that who was not picked can be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b

import attrs

from complaintflow.commands import Survey
from complaintflow.insight.observing import DETRACTOR
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import Grade

_LOW_CSAT = 2


@attrs.frozen
class Sampled:
    """A complaint that was picked, with every reason for it."""

    id: str
    reasons: tuple[str, ...]


def _major(complaint: Complaint) -> bool:
    worst = max(filter(None, (complaint.grade, complaint.cycle.worst)), default=None)
    return worst in {Grade.E, Grade.A}


def _repeated(complaint: Complaint) -> bool:
    return complaint.facts.repeats > 0


def _reopened(complaint: Complaint) -> bool:
    return complaint.cycle.number > 1


def _breached(complaint: Complaint) -> bool:
    return bool(complaint.facts.breached)


def _scored_low(complaint: Complaint) -> bool:
    scores = [entry.data for entry in complaint.body.of(Survey) if entry.data]
    return any(one["csat"] <= _LOW_CSAT or (one.get("nps") is not None and one["nps"] <= DETRACTOR) for one in scores)


def _compensated(complaint: Complaint) -> bool:
    return bool(complaint.facts.paid)


REASONS: Mapping[str, Callable[[Complaint], bool]] = {
    "major": _major,
    "repeated": _repeated,
    "reopened": _reopened,
    "breached": _breached,
    "low_score": _scored_low,
    "compensated": _compensated,
}
"""Why a complaint is worth a look."""


def sample(complaints: Iterable[Complaint], seed: str, each: int) -> tuple[Sampled, ...]:
    """So many for each reason, drawn by the seed; one that is drawn for several is named once, with all of them."""
    why = {one.id: tuple(name for name, holds in REASONS.items() if holds(one)) for one in complaints}
    order = sorted(why, key=lambda id: _draw(seed, id))
    picked = {id for reason in REASONS for id in _first(order, why, reason, each)}
    return tuple(Sampled(id, why[id]) for id in order if id in picked)


def _first(order: Iterable[str], why: Mapping[str, tuple[str, ...]], reason: str, each: int) -> Iterator[str]:
    with_it = (id for id in order if reason in why[id])
    return (id for id, _ in zip(with_it, range(each), strict=False))


def _draw(seed: str, id: str) -> bytes:
    return blake2b(f"{seed}\0{id}".encode(errors="surrogateescape"), digest_size=16).digest()
