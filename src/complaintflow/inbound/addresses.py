"""Whether two addresses are one: people and gateways write the same address in several ways. Pure.

A phone number is compared by its digits. A gateway adds the country's code that a contact lacks (`+86`, `0086`, `86`,
and a `0` before the area falls away): two numbers are one where they differ by such a code alone. Numbers with
different codes are different.
"""

from __future__ import annotations

import re

_PHONE = re.compile(r"\+?[0-9 ()./-]{5,}")
_CODE = re.compile(
    r"1|7|20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]"
    r"|2[1-689]\d|3[578]\d|42\d|5[09]\d|6[7-9]\d|8[0578]\d|9[679]\d"
)
"""The codes of countries, as the ITU assigns them (E.164)."""
_LEAST_DIGITS = 8
"""No national number that a text can be sent to is shorter."""


def is_same_address(one: str, other: str) -> bool:
    """Whether both are the same address. A blank one is nobody's.

    >>> is_same_address("138 0000 0000", "+8613800000000"), is_same_address("+4913800000000", "+8613800000000")
    (True, False)
    >>> is_same_address("U17@Example.com", " u17@example.com"), is_same_address("", "")
    (True, False)
    """
    bare, theirs = one.strip(), other.strip()
    if _PHONE.fullmatch(bare) and _PHONE.fullmatch(theirs):
        return _is_same_number(bare, theirs)
    return bool(bare) and _fold(bare) == _fold(theirs)


def _fold(address: str) -> str:
    """Only ASCII letters lose their case: others could become somebody else's."""
    return address.lower() if address.isascii() else address


def _is_same_number(one: str, other: str) -> bool:
    long, short = sorted((_digits(one), _digits(other)), key=len, reverse=True)
    if long == short:
        return True
    national = short.removeprefix("0")
    head = long.removesuffix(national)
    return len(national) >= _LEAST_DIGITS and head != long and bool(_CODE.fullmatch(head) or head == "0")


def _digits(number: str) -> str:
    """The digits, without what only says that the country comes first."""
    digits = "".join(filter(str.isdigit, number))
    return digits.removeprefix("00")
