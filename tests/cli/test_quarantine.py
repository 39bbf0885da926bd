"""What cannot be read, on the command line: listed, told where it is met, mended, released, discarded."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from complaintflow import from_data, to_data
from complaintflow.cli.clocks import view_tick
from complaintflow.desk.worker import Leap, Ticked
from tests.cli.command_line import CommandLine

LI = ("--by", "li", "--role", "agent")


def change(cli: CommandLine, text: str) -> None:
    with closing(sqlite3.connect(cli.store.removeprefix("sqlite:///"), isolation_level=None)) as plain:
        assert plain.execute(text).rowcount == 1


@pytest.fixture
def id(cli: CommandLine) -> str:
    """A complaint with a letter that waits."""
    id = cli.triaged()
    soon = f"{datetime.now(UTC) + timedelta(days=1):%Y-%m-%dT%H:%M+00:00}"
    assert cli("do", id, "Acknowledge", "message=我们记下了", f"next_at={soon}", *LI).code == 0
    return id


def test_where_all_can_be_read_the_quarantine_is_empty(cli: CommandLine, id: str) -> None:
    assert cli("quarantine").out == "Everything can be read.\n"


def test_a_letter_that_cannot_be_read_is_shown_where_it_is_met(cli: CommandLine, id: str) -> None:
    change(cli, "UPDATE outbox SET message = x'00'")
    assert f"left out: outbox 1 ({id}/1/0/M1) cannot be read" in cli("outbox").out
    delivered = cli("deliver")
    assert (delivered.code, f"left out: outbox 1 ({id}/1/0/M1)" in delivered.out) == (7, True)
    listed = cli("quarantine", "--json")
    assert (listed.code, [one["key"] for one in listed.document["quarantine"]]) == (8, ["1"])
    assert f"outbox 1 ({id}/1/0/M1): cannot be read" in cli("fsck").out
    refused = cli("release", "outbox", "1", "--json")
    assert (refused.code, json.loads(refused.err)["error"]["table"]) == (7, "outbox")
    assert cli("discard", "1", "--reason", "a bad disk").code == 0
    assert cli("quarantine").code == 0
    assert "a bad disk" in cli("show", id, "--history", "--json").out


def test_a_complaint_that_cannot_be_read_is_shown_where_it_is_met(cli: CommandLine, id: str) -> None:
    other = cli.triaged()
    change(cli, f"UPDATE complaints SET facts = CAST(x'00' || facts AS BLOB) WHERE id = '{id}'")
    change(cli, f"UPDATE checks SET at = 1 WHERE complaint = (SELECT number FROM complaints WHERE id = '{id}')")
    change(cli, f"UPDATE complaints SET check_at = 1 WHERE id = '{id}'")
    listed = cli("list", "--json").document
    assert ([one["id"] for one in listed["complaints"]], [one["key"] for one in listed["unreadable"]]) == (
        [other],
        [id],
    )
    assert f"left out: complaints {id} cannot be read" in cli("list").out
    assert {other, id} <= {one["complaint"] for one in cli("agenda", "--json").document["agenda"]}
    ticked = cli("tick", "--json")
    assert (ticked.code, [one["key"] for one in ticked.document["unreadable"]]) == (1, [id])
    shown = cli("show", id)
    assert (shown.code, f"complaints {id} cannot be read" in shown.err) == (7, True)
    change(cli, f"UPDATE complaints SET facts = substr(facts, 2) WHERE id = '{id}'")
    assert cli("release", "complaints", id).out == f"complaints {id} released.\n"
    assert cli("tick").code == 0


def test_a_list_needs_no_text_so_a_damaged_event_keeps_nobody_from_it(cli: CommandLine, id: str) -> None:
    other = cli.triaged()
    change(cli, "UPDATE events SET at = 1 << 62 WHERE complaint = 1 AND seq = 1")
    listed = cli("list")
    assert (listed.code, other in listed.out, id in listed.out, "left out" in listed.out) == (0, True, True, False)


def test_a_list_goes_on_where_the_time_of_an_event_is_damaged(cli: CommandLine, id: str) -> None:
    """Where no card is kept beside the facts, as after an erasure, the list reads the events."""
    other = cli.triaged()
    change(cli, "UPDATE events SET at = 1 << 62 WHERE complaint = 1 AND seq = 1")
    change(cli, "UPDATE complaints SET card = x'' WHERE number = 1")
    listed = cli("list")
    assert (listed.code, other in listed.out, f"left out: events {id}#1" in listed.out) == (0, True, True)


def test_a_leap_is_told_and_a_person_may_believe_it(cli: CommandLine, id: str) -> None:
    cli("tick")
    change(cli, "UPDATE told_time SET known = known - 90 * 86400000000")
    change(cli, "UPDATE complaints SET received_at = received_at - 90 * 86400000000")
    leapt = cli("tick")
    assert (leapt.code, "which is not believed yet, so nothing was done" in leapt.out) == (1, True)
    assert cli("tick", "--json").document["leap"]["known"]
    believed = cli("tick", "--believe")
    assert (believed.code, "not believed" in believed.out) == (0, False)


def test_a_leap_is_a_line_and_a_document() -> None:
    now = datetime(2027, 3, 2, tzinfo=UTC)
    ticked = Ticked(leap=Leap(now - timedelta(days=365), now, now + timedelta(minutes=5)))
    assert any("the clock went from 2026-03-02" in str(line) for line in view_tick(ticked))
    assert from_data(to_data(ticked)).leap.believed_from == now + timedelta(minutes=5)
