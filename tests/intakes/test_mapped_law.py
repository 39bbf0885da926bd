"""Whatever cases another system had, and however a mapping says so: what comes in is sound, and silent about before."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from complaintflow import Complaint, Desk
from complaintflow.desk.importing import ImportedRow, read_with, take_in
from complaintflow.intakes.mapped import MappedIntake, read_mapping
from complaintflow.plugins import CustomerMessage
from complaintflow.record.history import replay, verify
from complaintflow.record.keys import LevelKey, RunKey
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock
from tests import stories as s

NOW = s.T0
FORMS = {"iso": "%Y-%m-%dT%H:%M:%S%z", "%Y/%m/%d %H:%M %z": "%Y/%m/%d %H:%M %z", "unix": ""}
STATES = {"Solved": "closed", "Filed": "archived", "Open": "open", "Hold": "open"}
GRADES = {"low": "C", "normal": "B", "high": "A", "panic": "E"}
COLUMN = st.sampled_from(("id", "编号", "Ticket no.", "a b", "x-1", "Betreff", "日付")).flatmap(
    lambda name: st.integers(0, 10**6).map(lambda number: f"{name} {number}")
)
WORDS = st.sampled_from(
    ("I paid twice", "退款還沒到", 'it "hangs",\nagain', "my child was hurt by it", "=1+1", "Ａ 退 款!!", "urgent!!!")
)
AGES = st.one_of(st.integers(0, 3), st.integers(4, 400), st.integers(401, 6000))
LATER = st.none() | st.integers(0, 500)


@attrs.frozen
class File:
    """A file of another system and the mapping that reads it."""

    mapping: str
    text: str
    lines: bool
    rows: int


@st.composite
def files(draw: st.DrawFn) -> File:
    """Columns of any names, times in any form, and each field there or not."""
    told = {
        *("state", "type", "team", "owner", "grade", "resolution", "first_answered_at", "closed_at"),
        *("order", "customer.name", "contact.email"),
    }
    needed = ["id", "description", "customer.id", "received_at"]
    names = [*needed, *sorted(draw(st.sets(st.sampled_from(sorted(told)))))]
    called = draw(st.lists(COLUMN, min_size=len(names), max_size=len(names), unique=True))
    columns = dict(zip(names, called, strict=True))
    form = draw(st.sampled_from(sorted(FORMS)))
    rows = [draw(row(names, form, number)) for number in range(draw(st.integers(1, 5)))]
    lines = draw(st.booleans())
    cells = [{columns[name]: cell for name, cell in one.items()} for one in rows]
    return File(mapping(columns, form), written(cells, list(columns.values()), lines), lines, len(rows))


@st.composite
def row(draw: st.DrawFn, names: list[str], form: str, number: int) -> dict[str, str]:
    came = NOW - timedelta(days=draw(AGES), minutes=draw(st.integers(0, 1440)))
    after = draw(LATER)
    ended = None if after is None else min(came + timedelta(days=after), NOW)
    answered = draw(LATER)
    cells = {
        "id": str(number),
        "description": draw(WORDS),
        "customer.id": draw(st.sampled_from(("u-1", "u-2", "客-3"))),
        "received_at": in_form(came, form),
        "closed_at": in_form(ended, form),
        "first_answered_at": in_form(None if answered is None else came + timedelta(minutes=answered), form),
        "state": draw(st.sampled_from(sorted(STATES))),
        "type": draw(st.sampled_from(("bug", "money", "else"))),
        "team": draw(st.sampled_from(("", "payments", "二线"))),
        "owner": draw(st.sampled_from(("", "li", "wang"))),
        "grade": draw(st.sampled_from(("", *GRADES))),
        "resolution": draw(WORDS),
        "order": draw(st.sampled_from(("", "A-1"))),
        "customer.name": draw(st.sampled_from(("", "张三"))),
        "contact.email": draw(st.sampled_from(("", "li@example.com"))),
    }
    return {name: cells[name] for name in names}


def in_form(at: datetime | None, form: str) -> str:
    if at is None:
        return ""
    return str(int(at.timestamp())) if form == "unix" else at.strftime(FORMS[form])


def mapping(columns: Mapping[str, str], form: str) -> str:
    tables = {"state": STATES, "grade": GRADES, "type": {"bug": "fault", "money": "billing", "*": "inquiry"}}
    fields = [f"{json.dumps(name)} = {source(column, tables.get(name))}" for name, column in columns.items()]
    head = ('system = "old"', f"dates = [{json.dumps(form)}]", "[fields]", 'channel = { constant = "app" }')
    return "\n".join((*head, *fields))


def source(column: str, values: Mapping[str, str] | None) -> str:
    name = json.dumps(column, ensure_ascii=False)
    if values is None:
        return name
    table = ", ".join(f'{json.dumps(key)} = "{value}"' for key, value in values.items())
    return f"{{ column = {name}, values = {{ {table} }} }}"


def written(rows: list[dict[str, str]], columns: list[str], lines: bool) -> str:
    if lines:
        return "\n".join(json.dumps(one, ensure_ascii=False) for one in rows)
    out = StringIO(newline="")
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def taken_in(desk: Desk, file: File) -> list[ImportedRow]:
    with TemporaryDirectory() as folder:
        place = Path(folder, "mapping.toml")
        place.write_text(file.mapping, encoding="utf-8")
        intake = MappedIntake(read_mapping(place), file.lines)
    return [*take_in(desk, read_with(intake, StringIO(file.text, newline=""), "map"))]


def check_sound(store: MemoryStore, complaint: Complaint) -> None:
    with store.reading() as session:
        history = session.history(complaint.id)
    assert not [*verify(complaint.id, history)]
    assert replay(complaint.id, history).facts == complaint.facts


def check_silent(desk: Desk, id: str) -> None:
    """No customer is written to, and staff hear of nothing that was due before the import."""
    due = {one.deadline.key: one.deadline.due for one in desk.explain(id)}
    for event in desk.history(id):
        assert event.kind not in {"Notify", "Close", "Decline"}
        if event.kind == "MissDeadline":
            assert event.data["before_import"] == event.data.get("periods", 1)
        for level in map(LevelKey.parse, event.changes.get("reminded", ())):
            ahead = due.get(level.subject) if isinstance(level.subject, RunKey) else None
            assert ahead is not None, level
            assert ahead > NOW, level


def check_import(file: File) -> None:
    clock = FrozenClock(NOW)
    store = MemoryStore()
    with Desk(store, clock=clock) as desk:
        found = taken_in(desk, file)
        assert len(found) == file.rows
        assert all(one.status == "new" or one.reason for one in found)
        ids = [one.id for one in found if one.status == "new"]
        for _ in range(3):
            desk.tick()
            assert not [one for one, _ in desk.deliver().outcomes if isinstance(one, CustomerMessage)]
        for id in ids:
            check_silent(desk, id)
        over = {id: desk.get(id).version for id in ids if desk.get(id).state in {"closed", "archived"}}
        for id in ids:
            check_sound(store, desk.get(id))
        assert desk.check_integrity().sound
        for _ in range(6):
            clock.later(days=30)
            desk.tick()
        assert {id: desk.get(id).version for id in over} == over
        assert desk.check_integrity().sound


@settings(max_examples=8)
@given(files())
def test_whatever_was_imported_verifies_replays_and_makes_no_noise_about_before(file: File) -> None:
    """Else a night after the move everybody gets letters about what was long over, or fsck calls the archive forged."""
    check_import(file)


@pytest.mark.explore
@settings(max_examples=1000)
@given(files())
def test_a_thousand_imports_verify_replay_and_make_no_noise_about_before(file: File) -> None:
    check_import(file)
