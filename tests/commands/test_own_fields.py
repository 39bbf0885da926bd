"""R3: the fields of the house's own in what comes in, and in what is corrected."""

from __future__ import annotations

import pytest

from complaintflow import InvalidInput, Lifecycle, Policy
from complaintflow.commands import Correct
from complaintflow.policy import FieldRule, FieldType
from tests import stories as s

HOUSE = Lifecycle(
    policy=Policy(fields={"loss": FieldRule(type=FieldType.MONEY), "contract": FieldRule(searchable=True)})
)


def test_the_values_are_on_record_in_one_form_whoever_says_them() -> None:
    """Else a list that is asked for 12 EUR misses what came in as EUR12."""
    story = s.received(HOUSE, fields={"loss": "EUR12", "contract": " C-9 "})
    assert {name: story.complaint.intake[name] for name in ("loss", "contract")} == {
        "loss": "12 EUR",
        "contract": "C-9",
    }
    corrected = story.do(Correct({"loss": "eur 13.0", "contract": "C-10"}, "a typo"))
    assert corrected.complaint.intake["loss"] == "13 EUR"
    assert corrected.facts.fields == {"contract": "C-10"}


def test_a_correction_of_nothing_is_refused() -> None:
    assert s.received(HOUSE).refused(Correct({}, "a typo")) == {"intake-fields"}


def test_a_value_that_is_none_is_refused_before_anything_is_on_record() -> None:
    with pytest.raises(InvalidInput, match=r"fields\.loss"):
        s.received(HOUSE, fields={"loss": "a lot"})
