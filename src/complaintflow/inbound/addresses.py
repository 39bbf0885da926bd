"""Whether two addresses are one: people and gateways write the same address in several ways. Pure.

An address is compared by what it is for: a number by its digits, an e-mail without regard to the case of ASCII, any
other, as a name in a chat, letter by letter. A gateway adds the country's code that a contact lacks (`+86`, `0086`,
`86`, and a `0` before the area falls away). `inbound.phones` knows the plans of all countries; without it two numbers
are one where they differ by such a code alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from string import ascii_lowercase, ascii_uppercase
from unicodedata import category, normalize

from complaintflow.inbound.phones import same_by_plan

EMAIL = "email"
"""The kind of contact that is an e-mail address."""
PHONE = "phone"
"""The kind of contact that is a number of a telephone."""
PHONES = frozenset({PHONE, "fax", "mobile", "sms", "whatsapp"})
"""What such a contact may be called."""

_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_PHONE = re.compile(r"[( ]*\+?[0-9 ()./-]{5,60}")
_SCHEME = re.compile(r"(?:tel|sms|fax|whatsapp|signal):", re.IGNORECASE)
"""What gateways write before a number."""
_LONGEST_NUMBER = 100
_EMAIL = re.compile(r"[^@\s]{1,100}@[^@\s]{1,255}")
_CODE = re.compile(
    r"1|7|20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]"
    r"|2[1-689]\d|3[578]\d|42\d|5[09]\d|6[7-9]\d|8[0578]\d|9[679]\d"
)
"""The codes of countries, as the ITU assigns them (E.164)."""
_LEAST_DIGITS = 8
"""No national number that a text can be sent to is shorter."""


def kind_of_contact(name: str, address: str, kinds: Collection[str]) -> str:
    """The kind of a contact: its name, if that is one of the house's kinds; else by its form, as of a `second`.

    >>> kind_of_contact("second", "li@example.com", {"email", "phone"}), kind_of_contact("wechat", "li_88", {"email"})
    ('email', 'wechat')
    """
    if name in kinds or name in PHONES:
        return family(name)
    return EMAIL if _EMAIL.fullmatch(address.strip()) else PHONE if address.lstrip().startswith("+") else name


def family(kind: str) -> str:
    """The kind, or `phone` for every kind of number: whoever has the line may write by text, chat or fax."""
    return PHONE if kind in PHONES else kind


def is_same_address(one: str, other: str, kind: str, region: str = "") -> bool:
    """Whether both are the same address of this kind of contact. A blank one is nobody's.

    `region` is the country (`CN`) whose numbers are written without a code, if the house names it.

    >>> is_same_address("138 0000 0000", "+8613800000000", "phone"), is_same_address("San", "san", "chat")
    (True, False)
    >>> is_same_address("U17@Example.com", " u17@example.com", "email"), is_same_address("", "", "email")
    (True, False)
    """
    bare, theirs = one.strip(), other.strip()
    if kind == EMAIL:
        return is_same_email(bare, theirs)
    if kind in PHONES:
        one, other = _read_number(bare), _read_number(theirs)
        if one and other:
            return _is_same_number(one, other, region)
    return bool(bare) and bare == theirs


def is_same_email(one: str, other: str) -> bool:
    """Whether both are the same e-mail address. Only ASCII loses its case: other letters could become somebody else's.

    >>> is_same_email("li@例子.中国", "Li@xn--fsqu00a.xn--fiqs8s")
    True
    """
    local, at, domain = one.strip().rpartition("@")
    their_local, _, their_domain = other.strip().rpartition("@")
    return bool(at) and _lower(local) == _lower(their_local) and is_same_domain(domain, their_domain)


def is_same_domain(one: str, other: str) -> bool:
    """Whether both are the same domain, each in Unicode or in its form for the network (`xn--`)."""
    return bool(one.strip()) and _domain(one) == _domain(other)


def is_within_domain(one: str, other: str) -> bool:
    """Whether the first is the second domain, or lies beneath it.

    >>> is_within_domain("mx.example.com", "example.com")
    True
    """
    return bool(one.strip() and other.strip()) and f".{_domain(one)}".endswith(f".{_domain(other)}")


def _lower(text: str) -> str:
    return text.translate(_LOWER)


def _domain(name: str) -> str:
    return ".".join(map(_label, _lower(name.strip()).removesuffix(".").split(".")))


def _label(label: str) -> str:
    """The label in Unicode. One that is not what it decodes to stays as it is."""
    if not label.startswith("xn--") or len(label) > 63:
        return label
    try:
        found = label.encode().decode("idna")
        return found if found.encode("idna") == label.encode() else label
    except UnicodeError:
        return label


def _read_number(text: str) -> str:
    """The number in ASCII, with its `+` in front if it has one; blank for what is none.

    Programs copy marks of direction, wide digits and dashes along, and write the `0` that falls away: `+44 (0)20`.
    """
    plain = normalize("NFKC", text[:_LONGEST_NUMBER])
    signs = ("-" if category(sign) == "Pd" else sign for sign in _SCHEME.sub("", plain) if category(sign) != "Cf")
    number = "".join(signs).strip()
    if not _PHONE.fullmatch(number):
        return ""
    return f"+{_only_digits(number.replace('(0)', ''))}" if "+" in number else number


def _only_digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _is_same_number(one: str, other: str, region: str) -> bool:
    found = same_by_plan(one, other, region)
    return _is_same_by_digits(one, other) if found is None else found


def _is_same_by_digits(one: str, other: str) -> bool:
    long, short = sorted((_digits(one), _digits(other)), key=len, reverse=True)
    if long == short:
        return True
    national = short.removeprefix("0")
    head = long.removesuffix(national)
    return len(national) >= _LEAST_DIGITS and head != long and bool(_CODE.fullmatch(head) or head == "0")


def _digits(number: str) -> str:
    """The digits, without what only says that the country comes first."""
    return _only_digits(number).removeprefix("00")
