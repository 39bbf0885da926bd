"""The formats of an event log: CSV, JSON Lines, XES and OCEL 2.0, as texts to be written one after the other."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import Any

from complaintflow._validation.structure import Listing
from complaintflow.commands import BUILTIN
from complaintflow.interchange.event_log import COLUMNS, CUT, LoggedEvent, row_of
from complaintflow.interchange.flow_map import write_flow
from complaintflow.interchange.scalars import write_time

Log = Iterable[tuple[LoggedEvent, ...]]
"""The events of each complaint."""

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""What makes a spreadsheet take a cell for a formula; some pass over blanks, and take wide signs for narrow ones."""


def write_csv(log: Log) -> Iterator[str]:
    """CSV (RFC 4180), one row for each event. A cell that a spreadsheet would calculate begins with an apostrophe."""
    yield csv_row(COLUMNS)
    for events in log:
        yield from (csv_row(row_of(event).values()) for event in events)


def csv_row(cells: Iterable[object]) -> str:
    """A row of CSV (RFC 4180), in which no cell is a formula."""
    return ",".join(map(_csv_cell, cells)) + "\r\n"


def _csv_cell(value: object) -> str:
    text = str(value)
    if isinstance(value, str) and _FORMULA.match(text):
        text = f"'{text}"
    return '"{}"'.format(text.replace('"', '""')) if any(char in text for char in ',"\r\n') else text


def write_json_lines(log: Log) -> Iterator[str]:
    """JSON Lines, one event on each."""
    for events in log:
        yield from (_json(row_of(event)) + "\n" for event in events)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# ── XES (IEEE 1849)

_XES_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
<global scope="trace"><string key="concept:name" value=""/></global>
<global scope="event">
<string key="concept:name" value=""/><date key="time:timestamp" value="1970-01-01T00:00:00Z"/>
</global>
<classifier name="Activity" keys="concept:name"/>
"""


def write_xes(log: Log) -> Iterator[str]:
    """XES: a trace for each complaint."""
    yield _XES_HEAD
    for events in log:
        yield f"<trace>{_xes('string', 'concept:name', events[0].complaint)}\n" if events else ""
        yield from map(_xes_event, events)
        yield "</trace>\n" if events else ""
    yield "</log>\n"


def _xes_event(event: LoggedEvent) -> str:
    parts = [
        _xes("string", "concept:name", event.activity),
        _xes("date", "time:timestamp", write_time(event.at)),
        _xes("string", "org:role", event.by),
        _xes("string", "lifecycle:transition", "complete"),
        _xes("string", "state", event.state),
        *(_xes("string", name, value) for name, value in event.about.items() if value),
    ]
    return f"<event>{''.join(parts)}</event>\n"


def _xes(kind: str, key: str, value: str) -> str:
    return f'<{kind} key="{key}" value="{escape(_printable(value), quote=True)}"/>'


def _printable(text: str) -> str:
    """Without what XML 1.0 has no way to say."""
    return "".join(char for char in text if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff"))


# ── OCEL 2.0

_TEXT = "string"
_EVENT_ATTRIBUTES = [{"name": name, "type": _TEXT} for name in ("by", "state")]
_OBJECTS: Mapping[str, list[dict[str, str]]] = {
    "complaint": [{"name": name, "type": _TEXT} for name in CUT],
    "team": [],
    "incident": [],
}


def write_ocel(log: Log, kinds: Iterable[str] = Listing(BUILTIN)) -> Iterator[str]:
    """OCEL 2.0 in JSON: complaints with their teams and incidents, and every event of them.

    `kinds` are the names of all commands that there may be: readers want to know them before the first event.
    """
    types = [{"name": name, "attributes": _EVENT_ATTRIBUTES} for name in kinds]
    things = [{"name": name, "attributes": attributes} for name, attributes in _OBJECTS.items()]
    yield f'{{"eventTypes":{_json(types)},"objectTypes":{_json(things)},"events":['
    objects: dict[str, dict[str, Any]] = {}
    between = ""
    for events in log:
        for event in events:
            yield f"{between}{_json(_ocel_event(event))}"
            between = ",\n"
        _note_objects(objects, events)
    yield '],"objects":[' + ",\n".join(map(_json, objects.values())) + "]}\n"


def _ocel_event(event: LoggedEvent) -> dict[str, Any]:
    about = [("complaint", event.complaint), ("team", event.about["team"]), ("incident", event.about["incident"])]
    return {
        "id": f"{event.complaint}#{event.seq}",
        "type": event.activity,
        "time": write_time(event.at),
        "attributes": [{"name": "by", "value": event.by}, {"name": "state", "value": event.state}],
        "relationships": [{"objectId": _object_id(kind, id), "qualifier": kind} for kind, id in about if id],
    }


def _object_id(kind: str, id: str) -> str:
    return id if kind == "complaint" else f"{kind}:{id}"


def _note_objects(objects: dict[str, dict[str, Any]], events: tuple[LoggedEvent, ...]) -> None:
    """The complaint with each value that it had, and what it has to do with others."""
    if not events:
        return
    last, values, before = events[-1], list[dict[str, str]](), dict[str, str]()
    for event in events:
        changed = {name: value for name, value in event.about.items() if value != before.get(name, "")}
        values += [{"name": name, "time": write_time(event.at), "value": value} for name, value in changed.items()]
        before = dict(event.about)
    others = [("follows", last.follows), ("merged into", last.merged_into)]
    others += [("incident", _object_id("incident", last.about["incident"]) if last.about["incident"] else "")]
    relations = [{"objectId": id, "qualifier": kind} for kind, id in others if id]
    objects[last.complaint] = _ocel_object("complaint", last.complaint, values, relations)
    for event in events:
        for kind in ("team", "incident"):
            if name := event.about[kind]:
                id = _object_id(kind, name)
                objects.setdefault(id, _ocel_object(kind, id, [], []))


def _ocel_object(
    kind: str, id: str, attributes: list[dict[str, str]], relations: list[dict[str, str]]
) -> dict[str, Any]:
    return {"id": id, "type": kind, "attributes": attributes, "relationships": relations}


FORMATS: Mapping[str, Callable[[Log], Iterator[str]]] = {
    "csv": write_csv,
    "jsonl": write_json_lines,
    "xes": write_xes,
    "ocel": write_ocel,
    "flow": write_flow,
}
"""What writes each format, by its name; `flow` is a map of the real flow."""
