"""Whether two numbers are one, by the numbering plans of all countries: the extra `complaintflow[phones]`. Pure."""

from __future__ import annotations

from functools import cache
from types import ModuleType


def same_by_plan(one: str, other: str, region: str) -> bool | None:
    """Whether both are one number. Nothing where the plans cannot tell: without the extra, or without the country.

    A number without a code is one of the `region` (`CN`) if it can be; else it begins with the code of its country.
    """
    library = _library()
    found = [_international(library, number, region) for number in (one, other)] if library else ["", ""]
    can_tell = any(found) if region else all(found)
    return found[0] == found[1] if can_tell else None


def _international(library: ModuleType, number: str, region: str) -> str:
    """The number with its country's code (`+8613800000000`); blank where it is none that can be."""
    written = f"+{number[2:]}" if number.startswith("00") else number
    if written.startswith("+"):
        return _parse(library, written, None)
    return (_parse(library, written, region) or _parse(library, f"+{written}", None)) if region else ""


def _parse(library: ModuleType, text: str, region: str | None) -> str:
    try:
        number = library.parse(text, region)
    except library.NumberParseException:
        return ""
    return str(library.format_number(number, library.PhoneNumberFormat.E164)) if library.is_valid_number(number) else ""


@cache
def _library() -> ModuleType | None:
    """The library, when it is installed. It is large, so it is loaded with the first number."""
    try:
        import phonenumbers  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    return phonenumbers
