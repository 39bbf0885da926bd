"""Whoever misspells a name is told which one was meant, and which there are."""

from __future__ import annotations

import pytest

from complaintflow._validation.spelling import nearest, one_of

ROLES = ["supervisor", "agent", "lead"]


@pytest.mark.parametrize(("slip", "meant"), [("agnet", "agent"), ("supervizor", "supervisor"), ("leed", "lead")])
def test_a_slip_is_near_to_what_was_meant(slip: str, meant: str) -> None:
    assert nearest(slip, ROLES) == meant
    assert (
        one_of("one of the roles", slip, ROLES) == f"one of the roles agent, lead, supervisor; the nearest is {meant}"
    )


@pytest.mark.parametrize("name", ["reporting-bot", "", "客服"])
def test_another_name_is_near_to_none(name: str) -> None:
    """A wrong guess would send somebody the wrong way."""
    assert nearest(name, ROLES) == ""
    assert one_of("one of", name, ROLES) == "one of agent, lead, supervisor"
