"""The histories as an event log: other tools read it as it was, a spreadsheet runs nothing, and no word is in it."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import r4pm

from complaintflow import Actor, Customer, Desk, commands as c
from complaintflow.interchange.event_log import LoggedEvent, read_log
from complaintflow.interchange.log_formats import FORMATS
from complaintflow.policy import Policy, Role
from complaintflow.policy.access import ROLES
from tests import stories as s

OCEL = "process_mining::bindings::slim_ocel_bindings::"
XES = "process_mining::core::event_data::case_centric::utils::activity_projection::"


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Three complaints, of which one is merged; their texts and names are marked."""
    with Desk.open("memory://", policy=Policy(roles={**ROLES, "local": Role(scope={"own_team"})})) as desk:
        for number in range(3):
            who = Customer("u-secret", name="secret", contact={"email": "secret@example.com"})
            received = c.Receive("app", who, f"secret words {number}", order=f"A-{number}", region="secret")
            id = desk.receive(received, by=Actor.customer("u-secret")).id
            desk.do(
                id,
                s.triage(type="fault", team="=cmd"),
                s.acknowledge("secret, we have it"),
                by=Actor("secret-li", {"agent"}),
            )
        first, second, _ = [one.id for one in desk.find().complaints]
        desk.do(second, c.Merge(first), by=Actor("secret-li", {"agent"}))
        yield desk


def text(desk: Desk, format: str, **wanted: Any) -> str:
    return "".join(FORMATS[format](read_log(desk, **wanted)))


def traces(desk: Desk) -> Counter[tuple[str, ...]]:
    return Counter(tuple(event.kind for event in desk.history(one.id)) for one in desk.find().complaints)


def _called(binding: str, **given: Any) -> Any:
    return json.loads(r4pm.call_binding(binding, json.dumps(given)))


def test_another_tool_reads_the_ocel_as_it_was(desk: Desk, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "log.json"
    file.write_text(text(desk, "ocel"), encoding="utf-8")
    read = r4pm.import_item("SlimLinkedOCEL", str(file))
    found = _called(f"{OCEL}get_variants_of_object_type", ocel=read, ob_type="complaint")
    assert Counter({tuple(trace): count for trace, count in found}) == traces(desk)
    assert "warning" not in capfd.readouterr().err


def test_another_tool_reads_the_xes_as_it_was(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "log.xes"
    file.write_text(text(desk, "xes"), encoding="utf-8")
    read = r4pm.convert_item(r4pm.import_item("EventLog", str(file)), "EventLogActivityProjection")
    found = _called(f"{XES}get_variants", projection=read)
    assert Counter({tuple(one["activities"]): one["count"] for one in found}) == traces(desk)


def test_json_lines_and_csv_have_a_row_for_each_event(desk: Desk) -> None:
    rows = [json.loads(line) for line in text(desk, "jsonl").splitlines()]
    table = [*csv.DictReader(io.StringIO(text(desk, "csv"), newline=""))]
    assert [row["activity"] for row in rows] == [row["activity"] for row in table]
    assert {row["by"] for row in rows} == {"customer", "staff", "system"}
    assert [row["merged_into"] != "" for row in rows if row["activity"] == "Merge"] == [True]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum", "\tx", "\r=1", "\n=1", " =1+1", "＝1+1", "＠sum"])
def test_a_spreadsheet_calculates_no_cell(cell: str) -> None:
    """Or whoever names a team runs a formula at the desk of who opens the file."""
    event = LoggedEvent("C-1", 1, s.T0, "Note", "staff", cell, dict.fromkeys(
        ("type", "area", "grade", "team", "channel", "tier", "responsible", "incident"), cell
    ))  # fmt: skip
    _, row = csv.reader(io.StringIO("".join(FORMATS["csv"]([(event,)])), newline=""))
    assert {*row[5:14]} == {f"'{cell}"}
    assert row[1] == "1"


@pytest.mark.parametrize("format", FORMATS)
def test_no_word_and_nobody_is_in_it_unless_it_is_asked(desk: Desk, format: str) -> None:
    assert "secret" not in text(desk, format)
    assert ("secret-li" in text(desk, format, who=True)) == (format != "flow")  # which tells of nobody


@pytest.mark.parametrize("format", FORMATS)
def test_each_reader_gets_what_they_may_see(desk: Desk, format: str) -> None:
    mine = desk.acting(Actor("kim", {"local"}, "logistics"))
    found = "".join(FORMATS[format](read_log(mine)))
    assert not any(one.id in found for one in desk.find().complaints)


def test_only_some_complaints_are_asked_for_page_by_page(desk: Desk) -> None:
    assert [len(events) for events in read_log(desk, state="merged")] == [4]
    assert len([*read_log(desk, limit=1)]) == 3


def test_what_xml_cannot_say_is_left_out() -> None:
    about = dict.fromkeys(("area", "grade", "team", "channel", "tier", "responsible", "incident"), "")
    event = LoggedEvent(
        "C-1", 1, datetime(2026, 3, 2, tzinfo=UTC), "Note", "staff", "odd", {"type": "a\x01<&\"'", **about}
    )
    root = ElementTree.fromstring("".join(FORMATS["xes"]([(event,), ()])))
    texts = {one.attrib["key"]: one.attrib["value"] for one in root.iter() if one.tag.endswith("}string")}
    assert texts["type"] == "a<&\"'"
    assert json.loads("".join(FORMATS["ocel"]([(event,), ()])))["events"][0]["id"] == "C-1#1"


def test_a_machine_is_named_as_one() -> None:
    with Desk.open("memory://") as desk:
        id = desk.receive(s.receive(), by=s.SYSTEM).id
        desk.do(id, c.Note("seen"), by=Actor("machine:bot", {"agent"}))
        assert [event.by for (*_, event) in read_log(desk)] == ["machine"]


def test_the_map_shows_which_moves_people_made_how_often_and_after_how_long() -> None:
    about = dict.fromkeys(("type", "area", "grade", "team", "channel", "tier", "responsible", "incident"), "")

    def story(*states: tuple[str, float]) -> tuple[LoggedEvent, ...]:
        return tuple(
            LoggedEvent("C-1", place, s.T0 + timedelta(hours=hours), "Note", "staff", state, about)
            for place, (state, hours) in enumerate(states, 1)
        )

    log = [
        story(("received", 0), ("received", 1), ('odd "one', 1.5)),
        story(("received", 0), ("closed", 5), ("received", 77)),
    ]
    assert "".join(FORMATS["flow"](log)) == (
        "stateDiagram-v2\n"
        '    state "odd  one" as odd__one\n'
        "    [*] --> received : 2\n"
        "    closed --> received : 1, 3 d\n"
        "    received --> closed : 1, 5 h\n"
        "    received --> odd__one : 1, 90 min\n"
    )
