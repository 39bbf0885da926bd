"""A customer who answers from their own phone is not taken for a stranger, and a stranger never for the customer."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from complaintflow.inbound.addresses import is_same_address

SAME = [
    ("13800000000", "+8613800000000"),
    ("+8613800000000", "8613800000000"),
    ("138-0000-0000", "008613800000000"),
    ("0301234567", "+49 30 1234567"),
    ("07700 900123", "+447700900123"),
    ("7700900123", "07700900123"),
    ("(202) 555-0123", "+1 202 555 0123"),
    ("+86 138 0000 0000", "+86-13800000000"),
    ("Li@Example.com", "li@example.com "),
    ("张三@例子.中国", "张三@例子.中国"),
]
DIFFERENT = [
    ("+8613800000000", "+4913800000000"),
    ("13800000000", "13800000001"),
    ("13800000000", "+86113800000000"),
    ("1234567", "+491234567"),  # too short to be told apart
    ("13800000000", "99913800000000x"),
    ("13800000000", "+58413800000000"),
    ("li@example.com", "li@example.org"),
    ("İ@example.com", "i̇@example.com"),
    ("", ""),
    (" ", ""),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_address_is_known_however_it_is_written(one: str, other: str) -> None:
    assert is_same_address(one, other)
    assert is_same_address(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_another_address_stays_another(one: str, other: str) -> None:
    assert not is_same_address(one, other)
    assert not is_same_address(other, one)


@given(st.text(min_size=1).filter(str.strip))
def test_an_address_is_the_same_as_itself(address: str) -> None:
    assert is_same_address(address, address)


@given(st.text(), st.text())
def test_it_does_not_matter_which_of_the_two_comes_first(one: str, other: str) -> None:
    assert is_same_address(one, other) == is_same_address(other, one)
