"""Times and sums as a reader of Chinese or English expects them, by the library Babel (extra `templates`)."""

from __future__ import annotations

from datetime import tzinfo
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from complaintflow.errors import DefinitionError, Problem
from complaintflow.messages.words import aware_time

_LOCALES = {"zh": "zh_Hans_CN", "en": "en_GB"}
_DAY = "yMMMEd"


def local_time(moment: str, language: str, zone: tzinfo) -> str:
    """A time in ISO format with weekday, minute and offset; what is no time ("Friday") stands as it was said."""
    at = aware_time(moment)
    if at is None:
        return moment
    from babel.dates import format_skeleton  # noqa: PLC0415 - an extra, and slow to import

    there = at.astimezone(zone)
    day, offset = format_skeleton(_DAY, there, locale=_LOCALES[language]), f"{there:%z}"
    return f"{day} {there:%H:%M} (GMT{offset[:3]}:{offset[3:5]})"


def money(amount: Any, currency: str, language: str) -> str:
    """A sum with its currency; what is no currency (points) follows the number."""
    from babel.numbers import format_currency, format_decimal, is_currency  # noqa: PLC0415

    try:
        value = Decimal(str(amount))
    except InvalidOperation:
        return f"{amount} {currency}".strip()
    if is_currency(currency):
        return format_currency(value, currency, locale=_LOCALES[language])
    return f"{format_decimal(value, locale=_LOCALES[language])} {currency}".strip()


def find_zone(zone: str | tzinfo) -> tzinfo:
    """The time zone of this name. Raises `DefinitionError` for a name that nobody knows."""
    if isinstance(zone, tzinfo):
        return zone
    try:
        return ZoneInfo(zone)
    except (KeyError, OSError, ValueError) as error:
        problem = Problem("zone", repr(zone), "the name of a time zone, like Asia/Shanghai")
        raise DefinitionError((problem,)) from error
