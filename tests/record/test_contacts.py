"""Which verified address of a customer is written to no more after a correction (R22)."""

from __future__ import annotations

import pytest

from complaintflow.record.contacts import written_to_no_more
from complaintflow.values import KnownContact

OLD, NEW = (
    KnownContact("email", "old@example.com", verified=True),
    KnownContact("email", "new@example.com", verified=True),
)
DOUBTED = KnownContact("email", "old@example.com", verified=False)
PHONE = KnownContact("phone", "+8613800000000", verified=True)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((OLD,), (NEW,), {"email": "old@example.com"}),
        ((OLD, PHONE), (), {"email": "old@example.com", "phone": "+8613800000000"}),
        ((OLD, PHONE), (OLD, PHONE), {}),
        ((DOUBTED,), (NEW,), {}),
        ((), (NEW,), {}),
    ],
)
def test_a_verified_address_that_lost_its_letters_is_told_and_no_other(
    before: tuple[KnownContact, ...], after: tuple[KnownContact, ...], told: dict[str, str]
) -> None:
    """Or a thief who changes the address of an account is never noticed by its owner."""
    assert written_to_no_more(before, after) == told
