"""A customer who answers from their own phone is not taken for a stranger, and a stranger never for the customer."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, strategies as st

from complaintflow.inbound import phones
from complaintflow.inbound.addresses import is_same_address, is_same_domain, kind_of_contact

NUMBERS = [
    ("13800000000", "+8613800000000"),
    ("+8613800000000", "8613800000000"),
    ("138-0000-0000", "008613800000000"),
    ("0301234567", "+49 30 1234567"),
    ("07700 900123", "+447700900123"),
    ("7700900123", "07700900123"),
    ("(202) 555-0123", "+1 202 555 0123"),
    ("+86 138 0000 0000", "+86-13800000000"),
    ("13800000000", "whatsapp:+8613800000000"),
    ("13800000000", "tel:+86-138-0000-0000"),
    ("13800000000", "(+86) 138 0000 0000"),
    ("13800000000", "\u202a+86 138 0000 0000\u202c"),
    ("13800000000", "１３８００００００００"),
    ("138–0000–0000", "138\u2011 0000\xa00000"),
    ("+44 (0)7700 900123", "+447700900123"),
]
OTHER_NUMBERS = [
    ("+8613800000000", "+4913800000000"),
    ("13800000000", "13800000001"),
    ("13800000000", "+86113800000000"),
    ("1234567", "+491234567"),  # too short to be told apart
    ("13800000000", "99913800000000x"),
    ("13800000000", "+58413800000000"),
    ("13800000000", "u17@example.com"),
]
MAILS = [
    ("Li@Example.com", "li@example.com "),
    ("张三@例子.中国", "张三@例子.中国"),
    ("u17@xn--fsqu00a.xn--fiqs8s", "U17@例子.中国"),
    ("u17@XN--FSQU00A.xn--fiqs8s", "u17@xn--fsqu00a.xn--fiqs8s"),
]
OTHER_MAILS = [
    ("li@example.com", "li@example.org"),
    ("li@example.com", "li@example.com.evil.example"),
    ("İ@example.com", "i̇@example.com"),
    ("\N{KELVIN SIGN}@example.com", "k@example.com"),
    ("u17@\N{KELVIN SIGN}.example", "u17@k.example"),
    ("u17@ｅxample.com", "u17@example.com"),
    ("u17@xn--fsqu00b.xn--fiqs8s", "u17@例子.中国"),
    ("13800000000", "13800000000"),  # no mail
    ("@", ""),
    ("", ""),
    (" ", ""),
]


@pytest.mark.parametrize(("one", "other"), NUMBERS)
@pytest.mark.parametrize("kind", ["phone", "sms", "whatsapp"])
def test_the_same_number_is_known_however_it_is_written(one: str, other: str, kind: str) -> None:
    assert is_same_address(one, other, kind)
    assert is_same_address(other, one, kind)


@pytest.mark.parametrize(("one", "other"), OTHER_NUMBERS)
def test_another_number_stays_another(one: str, other: str) -> None:
    assert not is_same_address(one, other, "phone")
    assert not is_same_address(other, one, "phone")


@pytest.mark.parametrize(("one", "other"), NUMBERS + OTHER_NUMBERS)
def test_without_the_extra_numbers_are_compared_by_their_digits(
    one: str, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_it = is_same_address(one, other, "phone")
    monkeypatch.setattr(phones, "_library", lambda: None)
    assert is_same_address(one, other, "phone") == with_it


@pytest.mark.parametrize(
    ("one", "other", "region", "same"),
    [
        ("138 1234 5678", "+8613812345678", "CN", True),
        ("13812345678", "8613812345678", "CN", True),
        ("13812345678", "008613812345678", "CN", True),
        ("13812345678", "+4913812345678", "CN", False),
        ("030 901820", "4930901820", "DE", True),
        ("(212) 736-5000", "12127365000", "US", True),
        ("0912 345 678", "+886912345678", "TW", True),
        ("06 1234 5678", "+39612345678", "IT", False),  # in Italy the 0 stays
        ("044 668 1800", "+41446681800", "DE", False),  # the code of another country
    ],
)
def test_a_house_that_names_its_country_has_its_numbers_read_by_their_plan(
    one: str, other: str, region: str, same: bool
) -> None:
    assert is_same_address(one, other, "phone", region) == same
    assert is_same_address(other, one, "phone", region) == same


@pytest.mark.parametrize(("one", "other"), MAILS)
def test_the_same_mail_address_is_known_however_it_is_written(one: str, other: str) -> None:
    assert is_same_address(one, other, "email")
    assert is_same_address(other, one, "email")


@pytest.mark.parametrize(("one", "other"), OTHER_MAILS)
def test_another_mail_address_stays_another(one: str, other: str) -> None:
    assert not is_same_address(one, other, "email")
    assert not is_same_address(other, one, "email")


def test_a_domain_that_does_not_encode_what_it_seems_to_is_itself() -> None:
    assert not is_same_domain("xn--a.example", "a.example")
    assert not is_same_domain("", "")


@pytest.mark.parametrize(
    ("name", "address", "kind"),
    [
        ("email", "13800000000", "email"),
        ("second", "li@example.com", "email"),
        ("second", "+49 30 1234567", "phone"),
        ("second", "13800000000", "second"),
        ("mobile", "13800000000", "phone"),
        ("wechat", "Li_88", "wechat"),
    ],
)
def test_a_second_address_of_the_customers_is_known_by_its_form(name: str, address: str, kind: str) -> None:
    assert kind_of_contact(name, address, {"email", "phone"}) == kind


@given(st.text(min_size=1).filter(str.strip))
def test_an_address_is_the_same_as_itself(address: str) -> None:
    assert is_same_address(address, address, "chat")


@given(st.text(), st.text(), st.sampled_from(["email", "phone", "chat"]))
def test_it_does_not_matter_which_of_the_two_comes_first(one: str, other: str, kind: str) -> None:
    assert is_same_address(one, other, kind) == is_same_address(other, one, kind)


def test_a_house_that_has_no_numbers_does_not_load_all_their_plans() -> None:
    code = "import sys, complaintflow, complaintflow.inbound.mail; print('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
