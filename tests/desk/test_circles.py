"""Complaints that damage has merged in a circle hold nobody up: the circle is named."""

from __future__ import annotations

import attrs
import pytest

from complaintflow import Complaint, StoreError
from complaintflow.desk.unit_of_work import merge_chain
from complaintflow.record.facts import Facts
from complaintflow.vocabulary import State


def merged(id: str, into: str) -> Complaint:
    return attrs.evolve(Complaint.blank(id), facts=Facts(state=State.MERGED, merged_into=into))


@pytest.mark.parametrize("circle", [["C-1"], ["C-1", "C-2"], ["C-1", "C-2", "C-3", "C-2"]])
def test_a_circle_of_merges_ends_with_its_name(circle: list[str]) -> None:
    found = {id: merged(id, circle[(place + 1) % len(circle)]) for place, id in enumerate(circle)}
    with pytest.raises(StoreError, match="merged in a circle"):
        merge_chain("C-1", found.__getitem__)


def test_a_long_chain_is_followed_to_its_end() -> None:
    found = {f"C-{n}": merged(f"C-{n}", f"C-{n + 1}") for n in range(200)} | {"C-200": Complaint.blank("C-200")}
    assert len(merge_chain("C-0", found.__getitem__)) == 201
