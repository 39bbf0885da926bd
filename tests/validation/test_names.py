"""Names as they are kept and as they compare: people type them with capitals, wide letters and blanks."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from complaintflow import Actor, InvalidInput, Signals
from complaintflow._validation.names import fold_name, name_key
from complaintflow._validation.structure import plain_name
from complaintflow.testing.strategies import texts


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("service ", "service"),
        ("  Service\tLead ", "service lead"),
        ("ＥＮＧＩＮＥＥＲＩＮＧ", "engineering"),
        ("客服　一组", "客服 一组"),
        ("ser\u200bvice", "service"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_a_name_is_kept_without_what_people_type_by_accident(typed: str, kept: str) -> None:
    assert plain_name(typed) == kept


@given(texts())
def test_a_kept_name_stays_as_it_is_and_compares_as_before(text: str) -> None:
    kept = plain_name(text)
    assert plain_name(kept) == kept
    assert fold_name(kept) == fold_name(text)


@given(st.sampled_from(["account takeover", "Account-Takeover", "ACCOUNT_TAKEOVER", "account–takeover"]))
def test_spellings_of_one_name_have_one_key(name: str) -> None:
    assert name_key(name) == "accounttakeover"


def test_a_role_of_blanks_is_none() -> None:
    with pytest.raises(InvalidInput, match=r"roles\[0\].*a text that is not blank"):
        Actor("li", roles=["\u3000"])


@pytest.mark.parametrize("role", ["Customer", "SYSTEM "])
def test_a_customer_with_a_capital_is_no_member_of_staff(role: str) -> None:
    """Else whoever writes `Customer` resolves and declines."""
    by = Actor("system" if role.startswith("S") else "u-1", roles=[role])
    assert not by.is_staff


def test_a_hazard_has_one_name_however_it_is_joined() -> None:
    assert Signals(hazards=["Funds Lost", "funds-lost"]).hazards == {"funds_lost"}
