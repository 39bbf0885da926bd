"""Cases of another system by a mapping: from real files, in the encodings and forms in which people have them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from complaintflow import Actor, Desk
from complaintflow.commands import Close, Reopen
from complaintflow.desk.importing import ImportedRow, read_with, take_in
from complaintflow.errors import DefinitionError
from complaintflow.intakes.mapped import MappedIntake, detect_encoding, open_text, read_mapping
from complaintflow.intakes.mapped.notes import NotesFile
from complaintflow.plugins import CustomerMessage
from complaintflow.record.complaint import Complaint
from complaintflow.testing import FrozenClock

MAPPING = """
system = "zendesk"
zone = "Asia/Shanghai"
dates = ["%Y/%m/%d %H:%M"]

[fields]
id = "编号"
description = ["标题", "内容"]
channel = { constant = "phone" }
"customer.id" = "客户号"
"contact.phone" = "电话"
type = { column = "类别", values = { "故障" = "fault", "*" = "inquiry" } }
area = { constant = "payment" }
state = { column = "状态", values = { "已解决" = "closed", "处理中" = "open", "已歸檔" = "archived" } }
status = "状态"
received_at = "创建时间"
closed_at = "解决时间"
owner = "处理人"
grade = { column = "优先级", values = { "低" = "C", "中" = "B", "高" = "A" } }
resolution = "处理结果"
root_cause = { column = "原因", values = { "缺陷" = "product defect-支付" } }
"""
HEADER = "编号,标题,内容,客户号,电话,类别,状态,创建时间,解决时间,处理人,优先级,处理结果,原因"
SOLVED = (
    '1,"付款, 两次","我付了""两次""款\n还没退",u-1,13800000000,'
    "故障,已解决,2026/2/20 09:30,2026/2/21 10:00,li,中,已退款,"
)
RUNNING = "2,退款,退款還沒到,u-2,13900000000,故障,处理中,2026/2/27 09:30,,wang,高,,"
ARCHIVED = "3,退款,已歸檔的投訴,u-3,13700000000,其他,已歸檔,2025/11/1 09:30,2025/11/3 09:30,li,低,已退,缺陷"
BAD = "4,坏,x,,1,故障,怪,2026/13/1 09:30,,li,最高,,"
CHINA = timedelta(hours=8)


class House:
    """A house with a desk, and files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = FrozenClock()
        self.desk = Desk.open(f"sqlite:///{folder / 'desk.db'}", clock=self.clock)

    def mapping(self, text: str = MAPPING) -> Path:
        file = self.folder / "mapping.toml"
        file.write_text(text, encoding="utf-8")
        return file

    def import_(self, *rows: str, encoding: str = "utf-8", dry_run: bool = False) -> list[ImportedRow]:
        file = self.folder / "old.csv"
        file.write_bytes("\r\n".join((HEADER, *rows)).encode(encoding))
        intake = MappedIntake(read_mapping(self.mapping()))
        with open_text(file) as source:
            return [*take_in(self.desk, read_with(intake, source, "map"), dry_run=dry_run)]

    def one(self, row: str) -> Complaint:
        (found,) = self.import_(row)
        assert found.status == "new", found.reason
        return self.desk.get(found.id)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found = House(tmp_path)
    with found.desk:
        yield found


def test_a_solved_case_keeps_the_dates_and_words_of_the_other_system(house: House) -> None:
    complaint = house.one(SOLVED)
    assert (complaint.state, complaint.facts.ground, complaint.grade) == ("closed", "imported", "B")
    assert complaint.received_at == datetime(2026, 2, 20, 9, 30, tzinfo=UTC) - CHINA
    assert complaint.facts.closed_at == datetime(2026, 2, 21, 10, tzinfo=UTC) - CHINA
    assert complaint.description == '付款, 两次\n\n我付了"两次"款\n还没退'
    old = complaint.body[0].data["old"]
    assert (old["system"], old["id"], old["status"], old["resolution"]) == ("zendesk", "1", "已解决", "已退款")


def test_a_running_case_is_with_its_owner_and_its_clocks_began_over_there(house: House) -> None:
    complaint = house.one(RUNNING)
    assert (complaint.state, complaint.facts.owner, complaint.grade) == ("investigating", "wang", "A")
    deadlines = {one.deadline.clock: one.deadline.start for one in house.desk.explain(complaint.id)}
    assert deadlines["first_response_instant"] == complaint.received_at


def test_an_archived_case_is_in_the_archive(house: House) -> None:
    assert house.one(ARCHIVED).state == "archived"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_of_any_usual_encoding_is_read(house: House, encoding: str) -> None:
    found = house.import_(SOLVED, RUNNING, encoding=encoding)
    assert [row.status for row in found] == ["new", "new"]
    assert "还没退" in house.desk.get(found[0].id).description


def test_traditional_characters_are_told_from_simplified_ones() -> None:
    text = "退款還沒到，我已經等了三個星期，請儘快處理這個問題。"
    assert detect_encoding(text.encode("big5")) == "big5"
    assert detect_encoding("退款还没到，我已经等了三个星期，请尽快处理这个问题。".encode("gb18030")) == "gb18030"


def test_a_bad_row_is_named_with_every_reason_and_stops_no_other(house: House) -> None:
    """Else an operator mends one cell at a time, or loses the rows after it."""
    bad, good = house.import_(BAD, SOLVED)
    assert (bad.line, bad.status, good.status) == (2, "unreadable", "new")
    for reason in ("customer.id: nothing", "state: '怪'", "received_at: '2026/13/1 09:30'", "grade: '最高'"):
        assert reason in bad.reason


def test_the_same_file_again_takes_in_nothing(house: House) -> None:
    assert [row.status for row in house.import_(SOLVED, RUNNING)] == ["new", "new"]
    assert [row.status for row in house.import_(SOLVED, RUNNING, ARCHIVED)] == ["known", "known", "new"]


def test_an_id_that_stands_twice_is_no_second_case(house: House) -> None:
    assert [row.status for row in house.import_(SOLVED, SOLVED)] == ["new", "unreadable"]


def test_a_dry_run_says_what_would_be_and_takes_nothing_in(house: House) -> None:
    assert [row.status for row in house.import_(SOLVED, BAD, dry_run=True)] == ["new", "unreadable"]
    assert house.desk.find().complaints == ()


def test_a_missing_column_is_told_before_any_row(house: House) -> None:
    file = house.folder / "old.csv"
    file.write_text("编号,标题\n1,x\n", encoding="utf-8")
    with open_text(file) as source:
        (row,) = take_in(house.desk, MappedIntake(read_mapping(house.mapping())).read(source))
    assert "no column" in row.reason
    assert "客户号" in row.reason


def test_a_mapping_tells_everything_that_is_wrong_at_once(house: House) -> None:
    wrong = """
system = "x"
zone = "Mars/Base"
dates = ["%Q"]
[fields]
id = 7
colour = "Colour"
state = { column = "S", values = { done = "finished" } }
grade = { column = "P", constant = "B" }
"""
    with pytest.raises(DefinitionError) as raised:
        read_mapping(house.mapping(wrong))
    paths = {problem.path for problem in raised.value.problems}
    assert {"zone", "dates", "fields.id", "fields.colour", "fields.state.values.done", "fields.grade"} <= paths
    assert {"fields.description", "fields.channel", "fields.customer.id", "fields.received_at"} <= paths


LINES = """
system = "desk"
[fields]
id = "id"
description = "subject"
channel = { constant = "app" }
"customer.id" = "requester.id"
received_at = "created_at"
closed_at = "solved_at"
[notes]
path = "comments"
text = "body"
at = "created_at"
by = "author.name"
public = "public"
"""


def test_json_lines_bring_their_notes_along(house: House) -> None:
    """More than fit into the case follow as notes of ours, and none is lost."""
    said = [{"body": f"comment {one}", "created_at": "2026-02-20T10:00:00Z", "public": True} for one in range(150)]
    row = {"id": 7, "subject": "I paid twice", "requester": {"id": "u-9"}, "created_at": "2026-02-20T09:00:00Z"}
    file = house.folder / "old.jsonl"
    long = json.dumps({"id": "x" * 2**20})
    file.write_text("\n".join([json.dumps({**row, "comments": said}), "{", long, json.dumps({**row, "id": 8})]))
    with open_text(file) as source:
        found = [*take_in(house.desk, MappedIntake(read_mapping(house.mapping(LINES)), lines=True).read(source))]
    assert [(row.line, row.status) for row in found] == [
        (1, "new"),
        (2, "unreadable"),
        (3, "unreadable"),
        (4, "new"),
    ]
    events = house.desk.history(found[0].id)
    assert len(events[0].data["old"]["notes"]) + len(events) - 1 == 150


def test_a_second_file_gives_each_case_its_own_notes_and_no_other(house: House) -> None:
    """Else one customer's words stand in another's record."""
    mapping = MAPPING + '\n[notes]\ncase = "case"\ntext = "text"\n'
    (house.folder / "notes.csv").write_text("case,text\n2,of two\n1,of one\n9,of nobody\n", encoding="utf-8")
    file = house.folder / "old.csv"
    file.write_text("\n".join((HEADER, SOLVED, RUNNING)), encoding="utf-8")
    with open_text(house.folder / "notes.csv") as text, open_text(file) as source:
        notes = NotesFile(text, "case")
        found = [*take_in(house.desk, MappedIntake(read_mapping(house.mapping(mapping)), notes=notes).read(source))]
        notes.close()
    assert [row.status for row in found] == ["new", "new", "unreadable"]
    assert "case '9'" in found[2].reason
    said = [[note["text"] for note in house.desk.get(row.id).body[0].data["old"]["notes"]] for row in found[:2]]
    assert said == [["of one"], ["of two"]]


def test_nothing_imported_is_proved_told_or_sent(house: House) -> None:
    """R32, R33: what another system says is no proof, also not when the customer comes back."""
    solved, running = (house.desk.get(row.id) for row in house.import_(SOLVED, RUNNING))
    for complaint in (solved, running):
        cycle, facts = complaint.cycle, complaint.facts
        assert (facts.proved, cycle.confirmed, cycle.notice, cycle.delivered) == (False, False, "", None)
        assert not facts.told_solved | facts.unproved
    assert not [entry for entry in house.desk.outbox() if isinstance(entry.message, CustomerMessage)]
    assert house.desk.check_integrity().sound


def test_no_clock_ends_what_was_imported(house: House) -> None:
    """R33: in half a year of silence nobody closes it, and what was closed asks for nothing."""
    solved, running = (house.desk.get(row.id) for row in house.import_(SOLVED, RUNNING))
    for _ in range(26):
        house.clock.now += timedelta(days=7)
        house.desk.tick()
    assert house.desk.get(running.id).state == "investigating"
    assert house.desk.get(solved.id).version == 1
    assert "Close" not in {event.kind for event in house.desk.history(running.id)}


def test_what_was_missed_over_there_is_not_ours_and_nobody_is_told(house: House) -> None:
    running = house.one(RUNNING)
    house.desk.tick()
    missed = [event for event in house.desk.history(running.id) if event.kind == "MissDeadline"]
    assert missed
    assert all(event.data["before_import"] == event.data.get("periods", 1) for event in missed)
    assert "Remind" not in {event.kind for event in house.desk.history(running.id)}


def test_a_customer_reopens_an_imported_case_in_time(house: House) -> None:
    complaint = house.one(SOLVED)
    again = house.desk.do(complaint.id, Reopen("又扣了两次"), by=Actor.customer("u-1"))
    assert (again.state, again.cycle.number) == ("investigating", 2)


def test_ten_imported_cases_of_one_kind_are_no_batch(house: House) -> None:
    """R12: they come all at once, and are no problem of today."""
    rows = [RUNNING.replace("2,退款", f"{one},退款", 1).replace("u-2", f"u-{one}") for one in range(10, 20)]
    found = house.import_(*(row.replace("2026/2/27 09:30", "2026/3/2 16:30") for row in rows))
    house.desk.tick()
    assert {row.status for row in found} == {"new"}
    assert house.desk.batches() == ()
    assert {house.desk.get(row.id).facts.incident for row in found} == {""}


def test_no_closing_of_ours_is_called_imported(house: House) -> None:
    running = house.one(RUNNING)
    steps = {step.command: step.status for step in house.desk.steps(running.id, by=Actor.system())}
    assert steps["Import"] == "impossible"
    assert Close(ground="imported").ground == "imported"
