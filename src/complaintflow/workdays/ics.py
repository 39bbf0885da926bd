"""Holidays from an .ics file (RFC 5545), read strictly: a date that is not understood is refused.

It reads events of whole days. Every line that bears on the dates of an event is understood or named as wrong.
Otherwise a time of day, a recurrence or a duration would lose a holiday in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import attrs

from complaintflow.errors import DefinitionError, Problem
from complaintflow.plugins import HolidayYear
from complaintflow.workdays.listed import ListedHolidays

_LINE = re.compile(r'(?P<name>[A-Za-z0-9-]+)(?P<parameters>(;[^":;]+(="[^"]*")?)*):(?P<value>.*)', re.DOTALL)
_DATE = re.compile(r"[0-9]{8}", re.ASCII)
_REFUSED = {"RRULE", "RDATE", "EXDATE", "DURATION", "RECURRENCE-ID"}
_LONGEST = 366
_DAY = timedelta(days=1)


@attrs.define
class _Event:
    """What is known of an event so far, and the line on which it began."""

    line: int
    start: date | None = None
    end: date | None = None
    summary: str = ""
    cancelled: bool = False


class IcsHolidays:
    """The whole-day events of a calendar file.

    Events whose summary contains `working` (in Chinese files often 班) are days that are worked, the others
    holidays. Cancelled events do not count. A year is confirmed if it is among `confirmed`; when that is not given, if
    the file has any day of it. Raises `DefinitionError`, which names the line.
    """

    def __init__(self, text: str, *, working: str = "", confirmed: tuple[int, ...] | None = None) -> None:
        events = [event for event in _events(text) if not event.cancelled]
        worked = {day for event in events if working and working in event.summary for day in _days(event)}
        free = {day for event in events if not working or working not in event.summary for day in _days(event)}
        self._listed = ListedHolidays(free, working=worked, confirmed=confirmed)

    def year(self, year: int) -> HolidayYear:
        """The days of this year."""
        return self._listed.year(year)


def _events(text: str) -> Iterator[_Event]:
    event = _Event(0)
    for inside, number, name, parameters, value in _walk(text):
        if inside != ("VCALENDAR", "VEVENT"):
            continue
        if name == "BEGIN":
            event = _Event(number)
        elif name == "END":
            yield event
        else:
            _read(event, number, name, parameters, value)


def _walk(text: str) -> Iterator[tuple[tuple[str, ...], int, str, str, str]]:
    """Every property with the components that are open there; BEGIN and END belong to the one that they name."""
    inside: tuple[str, ...] = ()
    number = 0
    for number, name, parameters, value in _properties(text):
        if name == "BEGIN":
            inside = (*inside, value)
            if inside[0] != "VCALENDAR":
                raise _wrong(number, f"BEGIN:{value}", "BEGIN:VCALENDAR")
        elif name == "END" and inside[-1:] != (value,):
            raise _wrong(number, f"END:{value}", "the end of what was begun last")
        elif not inside:
            raise _wrong(number, name, "BEGIN:VCALENDAR")
        yield inside, number, name, parameters, value
        if name == "END":
            inside = inside[:-1]
    if inside or not number:
        raise _wrong(number + 1, "the end of the file", f"END:{inside[-1]}" if inside else "BEGIN:VCALENDAR")


def _properties(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Every property with its line number; a line that begins with a blank continues the one before."""
    for number, line in _unfold(text.removeprefix("\ufeff")):
        found = _LINE.fullmatch(line)
        if not found:
            raise _wrong(number, line[:60], "NAME:value")
        name, value = found["name"].upper(), found["value"]
        yield number, name, found["parameters"].upper(), value.upper() if name in {"BEGIN", "END"} else value


def _unfold(text: str) -> Iterator[tuple[int, str]]:
    held: tuple[int, str] | None = None
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if held and line[:1] in {" ", "\t"}:
            held = (held[0], held[1] + line[1:])
            continue
        if held:
            yield held
        held = (number, line) if line else None
    if held:
        yield held


def _read(event: _Event, number: int, name: str, parameters: str, value: str) -> None:
    if name in _REFUSED:
        raise _wrong(number, name, "whole days from DTSTART to DTEND, each event with its own")
    if name in {"DTSTART", "DTEND"}:
        place = "start" if name == "DTSTART" else "end"
        if getattr(event, place):
            raise _wrong(number, f"a second {name}", f"one {name} in an event")
        setattr(event, place, _date(number, f"{name}{parameters}:{value}", parameters, value))
    elif name == "SUMMARY":
        event.summary = value
    elif name == "STATUS":
        event.cancelled = value.upper() == "CANCELLED"


def _date(number: int, line: str, parameters: str, value: str) -> date:
    try:
        if parameters == ";VALUE=DATE" and _DATE.fullmatch(value):
            return datetime.strptime(value, "%Y%m%d").date()  # noqa: DTZ007 - a date has no zone
    except ValueError:
        pass
    raise _wrong(number, line, "a whole day, like DTSTART;VALUE=DATE:20261001")


def _days(event: _Event) -> Iterator[date]:
    """From its start to before its end; without an end it is one day."""
    if event.start is None:
        raise _wrong(event.line, "an event without DTSTART", "its first day")
    length = (event.end - event.start).days if event.end else 1
    if not 1 <= length <= _LONGEST:
        expected = f"an end (DTEND, the day after the last) 1 to {_LONGEST} days later"
        raise _wrong(event.line, f"an event from {event.start} to {event.end}", expected)
    for place in range(length):
        yield event.start + place * _DAY


def _wrong(number: int, found: str, expected: str) -> DefinitionError:
    return DefinitionError((Problem(f"line {number}", found, expected),))
