"""R39: the sample of a week takes what is worth a look, says why, and is the same for the same seed."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from complaintflow import Complaint, Customer, Desk, InvalidInput
from complaintflow.insight.sampling import REASONS, Sampled, sample
from complaintflow.record.complaint import Body, Entry, encode_json
from complaintflow.record.facts import Cycle, Facts, Payment
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Grade
from tests import stories as s


def complaint(id: str, **facts: Any) -> Complaint:
    return Complaint(id, 1, Facts(state="closed", **facts))


def rated(id: str, csat: int, nps: int | None = None) -> Complaint:
    data = encode_json({"csat": csat, **({} if nps is None else {"nps": nps})})
    return Complaint(id, 1, Facts(state="closed"), Body((Entry(1, s.T0, "u-17", "Survey", data),)))


COUPON = Payment("C1", "coupon", Decimal(50), "CNY", 1)


@pytest.mark.parametrize(
    ("one", "reasons"),
    [
        (complaint("C", grade=Grade.A), ("major",)),
        (complaint("C", grade=Grade.C, cycle=Cycle(worst=Grade.E)), ("major",)),
        (complaint("C", grade=Grade.B, repeats=2), ("repeated",)),
        (complaint("C", cycle=Cycle(number=2)), ("reopened",)),
        (complaint("C", breached=frozenset({"cause/1"})), ("breached",)),
        (complaint("C", paid=(COUPON,)), ("compensated",)),
        (rated("C", 2, 9), ("low_score",)),
        (rated("C", 5, 0), ("low_score",)),
        (complaint("C", repeats=1, cycle=Cycle(number=2)), ("repeated", "reopened")),
    ],
)
def test_what_is_picked_has_every_reason(one: Complaint, reasons: tuple[str, ...]) -> None:
    assert sample([one], "week 9", 1) == (Sampled("C", reasons),)


@pytest.mark.parametrize("one", [complaint("C", grade=Grade.B), rated("C", 4), rated("C", 5, 9)])
def test_what_went_well_is_not_picked(one: Complaint) -> None:
    assert sample([one], "week 9", 9) == ()


def test_so_many_are_drawn_for_each_reason_by_the_seed() -> None:
    """Nobody picks the cases that look good; and whoever asks again gets the same ones."""
    many = [complaint(f"C-{number}", repeats=number % 2, grade=Grade.A) for number in range(40)]
    drawn = sample(many, "week 9", 3)
    assert drawn == sample(reversed(many), "week 9", 3)
    assert drawn != sample(many, "week 10", 3)
    assert sum("repeated" in one.reasons for one in drawn) >= 3
    assert len(drawn) <= 6
    assert len({one.id for one in drawn}) == len(drawn)


def test_every_reason_is_one_of_the_list() -> None:
    assert list(REASONS) == ["major", "repeated", "reopened", "breached", "low_score", "compensated"]


def test_a_desk_samples_what_was_closed_in_a_time() -> None:
    clock = FrozenClock()
    with Desk.open("memory://", clock=clock) as desk:
        id = desk.receive(s.imported(customer=Customer("u-1")), by=s.SYSTEM).id
        closed_at = desk.get(id).closed_at
        assert closed_at is not None
        week = closed_at - timedelta(days=1), closed_at + timedelta(days=6)
        assert desk.sample(*week, seed="1") == ()
        with pytest.raises(InvalidInput):
            desk.sample(*week, seed="1", each=0)
