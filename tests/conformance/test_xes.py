"""XES is read safely: what it would expand, fetch or never end is refused, and what was read before is there."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from complaintflow import Actor, Customer, Desk, commands as c
from complaintflow.conformance.rows import format_of
from complaintflow.conformance.xes import read_xes
from complaintflow.interchange import read_log, write_xes
from complaintflow.interchange.scalars import write_time

HEAD = '<log xmlns="http://www.xes-standard.org/"><trace><string key="concept:name" value="1"/>'
EVENT = '<event><string key="concept:name" value="opened"/><string key="text" value="&lt;Wei &amp; 李&gt;"/></event>'
TAIL = "</trace></log>"


def read(text: str) -> list[tuple[dict[str, str], str]]:
    return [({**line.cells}, line.broken) for line in read_xes(BytesIO(text.encode()))]


def test_our_own_event_log_comes_back_event_by_event() -> None:
    desk = Desk.open("memory://")
    for number in range(3):
        one = desk.receive(c.Receive("app", Customer(f"u-{number}"), "it is late"), by=Actor.customer(f"u-{number}"))
        desk.do(one.id, c.Triage("billing", "a<b"), by=Actor("li", {"agent"}))
    written = "".join(write_xes(read_log(desk)))
    found = [cells for cells, _ in read(written)]
    ours = [event for events in read_log(desk) for event in events]
    assert [(one["case:concept:name"], one["concept:name"], one["state"], one["time:timestamp"]) for one in found] == [
        (event.complaint, event.activity, event.state, write_time(event.at)) for event in ours
    ]
    assert found[1]["area"] == "a<b"


def test_an_event_has_the_attributes_of_its_trace_under_a_name_of_their_own() -> None:
    assert read(HEAD + EVENT + TAIL) == [
        ({"case:concept:name": "1", "concept:name": "opened", "text": "<Wei & 李>"}, "")
    ]


def test_what_lies_within_an_attribute_is_no_attribute_of_the_event() -> None:
    nested = '<event><list key="l"><values><string key="x" value="1"/></values></list></event>'
    assert read(HEAD + nested + TAIL) == [({"case:concept:name": "1", "l": ""}, "")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + HEAD + EVENT + TAIL, "a document type"),
        ('<!DOCTYPE log SYSTEM "http://127.0.0.1/x.dtd">' + HEAD + EVENT + TAIL, "a document type"),
        (HEAD + "<event>" + "<list>" * 70, "more than 64 tags within each other"),
        (HEAD + "<event>" + "".join(f'<int key="{n}" value="1"/>' for n in range(1_001)), "more than 1000 attributes"),
        (HEAD + '<event><string key="a" value="' + "a" * 3 * 2**20, "a tag of more than"),
        (f"<html>{EVENT}</html>", "a document of html"),
        ("no document at all", "no XES: syntax error"),
    ],
)
def test_a_document_that_would_harm_ends_the_reading_with_a_reason(text: str, told: str) -> None:
    *before, (_, broken) = read(text)
    assert before == []
    assert told in broken


def test_what_was_whole_before_a_cut_is_read() -> None:
    (whole, _), (_, broken) = read(HEAD + EVENT + "<event>")
    assert whole["concept:name"] == "opened"
    assert "nothing after it can be read" in broken


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("a.csv", "<", "csv"),
        ("a.xes", "x", "xes"),
        ("a.ndjson", "", "jsonl"),
        ("a.log", "\ufeff <log>", "xes"),
        ("a.log", '{"a": 1}', "jsonl"),
        ("a.log", "a,b", "csv"),
    ],
)
def test_the_format_is_told_by_the_name_or_by_how_the_file_begins(
    tmp_path: Path, name: str, text: str, format: str
) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert format_of(file) == format
