"""The names of numbered parts."""

from __future__ import annotations

from typing import get_args

import pytest

from complaintflow.record.facts import Facts
from complaintflow.record.keys import Counter, parse_part, part_name


@pytest.mark.parametrize("counter", get_args(Counter))
def test_a_part_is_named_by_the_fact_that_counts_it(counter: Counter) -> None:
    assert parse_part(part_name(counter, 12)) == (counter, 12)
    assert getattr(Facts(), counter) == 0


@pytest.mark.parametrize("text", ["", "T", "T0", "X1", "t1", "T1 ", "1"])
def test_any_other_text_names_no_part(text: str) -> None:
    assert parse_part(text) is None
