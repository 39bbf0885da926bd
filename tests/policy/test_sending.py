"""When a message that failed is tried again, and where a message of a channel goes."""

from datetime import timedelta

import pytest

from complaintflow import Policy
from complaintflow.policy.sending import Sending

RULE = Sending(first_wait=timedelta(minutes=1), longest_wait=timedelta(hours=1), longest_asked=timedelta(hours=24))


@pytest.mark.parametrize(("attempt", "minutes"), [(1, 1), (2, 2), (4, 8), (7, 60), (10_000, 60)])
def test_each_wait_is_twice_the_last_up_to_the_longest_and_half_of_it_is_drawn(attempt: int, minutes: int) -> None:
    whole = timedelta(minutes=minutes)
    assert (RULE.wait(attempt, 0), RULE.wait(attempt, 1)) == (whole / 2, whole)


def test_what_the_channel_asks_for_is_the_least_within_reason() -> None:
    asked = [RULE.wait(1, 1, timedelta(hours=hours)) for hours in (0, 2, 99)]
    assert asked == [timedelta(minutes=1), timedelta(hours=2), timedelta(hours=24)]


@pytest.mark.parametrize(("channel", "kind"), [("email", "email"), ("pigeon", "pigeon")])
def test_a_channel_goes_to_the_contact_of_its_rule_or_of_its_name(channel: str, kind: str) -> None:
    assert Policy().contact_kind(channel) == kind
