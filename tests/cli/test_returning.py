"""`complaintflow return`: a regulator's table on the line, for people, for spreadsheets and for machines."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing

import pytest

from complaintflow.cli.failures import Code
from complaintflow.lifecycle import NO_ADVICE
from tests.cli.command_line import CHINESE, GOOD, CommandLine

EVER = ("--from", "2020-01-01", "--to", "2100-01-01")


@pytest.mark.parametrize("regulator", ["cfpb", "fca", "12315"])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", (NO_ADVICE[1], "read 2026-11-29", "not kept: ", "up to now")),
        ("zh", (NO_ADVICE[0], "核对于 2026-11-29", "未涵盖: ", "统计至")),
    ],
)
def test_the_table_says_its_source_and_that_it_is_no_advice(
    cli: CommandLine, regulator: str, language: str, words: tuple[str, ...]
) -> None:
    cli.received()
    shown = cli("return", "--profile", regulator, "--language", language, *EVER).out
    assert [word for word in words if word not in shown] == []


def test_what_cannot_be_told_says_so(cli: CommandLine) -> None:
    id = cli.received()
    lines = cli("return", "--profile", "fca", *EVER).out.splitlines()
    (failure,) = [line for line in lines if line.startswith("caused by a failure to consider")]
    assert "not on record" in failure
    (accepted,) = [
        line for line in cli("return", "--profile", "12315", *EVER).out.splitlines() if line.startswith("accepted by")
    ]
    assert "not on record (1)" in accepted
    assert id in accepted
    assert "记录中无法判断" in cli("return", "--profile", "12315", "--language", "zh", *EVER).out


def test_each_cell_names_its_complaints_in_every_form(cli: CommandLine) -> None:
    cli("import", str(cli.file(GOOD, CHINESE)))
    document = cli("return", "--profile", "cfpb", "--per", "channel", "--json", *EVER).document
    (received,) = [row for row in document["return"]["rows"] if row["line"] == "received"]
    assert [(cell["key"], cell["number"]) for cell in received["cells"]] == [(["phone"], 1), (["web"], 1)]
    assert document["lines"]["received"]["zh"] == "期内收到"
    assert document["sources"][0]["read"] == "2026-11-29"
    assert document["advice"] == NO_ADVICE[1]
    rows = list(csv.reader(cli("return", "--profile", "cfpb", "--csv", *EVER).out.splitlines()))
    assert [NO_ADVICE[1]] in rows
    (line,) = [row for row in rows if row[0] == "received"]
    ids = [id for cell in received["cells"] for id in cell["complaints"]]
    assert sorted(line[5].split()) == sorted(ids)
    assert line[2] == "2"


def test_csv_says_what_is_not_on_record_in_place_of_a_number(cli: CommandLine) -> None:
    id = cli.received()
    rows = list(csv.reader(cli("return", "--profile", "12315", "--csv", *EVER).out.splitlines()))
    (accepted,) = [row for row in rows if row[0] == "accepted"]
    assert (accepted[2], accepted[6]) == ("not on record", id)


def test_a_long_list_is_cut_for_people_alone(cli: CommandLine) -> None:
    cli("import", str(cli.file(*(GOOD.replace("1,", f"{number},", 1) for number in range(1, 8)))))
    assert "… (7)" in cli("return", "--profile", "cfpb", *EVER).out


@pytest.mark.parametrize(
    "words",
    [
        ("--profile", "bafin", *EVER),
        ("--profile", "fca", "--from", "monday", "--to", "2100-01-01"),
        ("--profile", "fca", *EVER, "--per", "colour"),
        ("--profile", "fca", *EVER, "--calendar", "moon"),
        ("--profile", "fca", *EVER, "--zone", "Mars"),
    ],
)
def test_a_wrong_question_is_invalid(cli: CommandLine, words: tuple[str, ...]) -> None:
    cli.received()
    assert cli("return", *words).code == Code.INVALID


def test_who_reads_no_reports_gets_no_return(cli: CommandLine) -> None:
    cli.received()
    assert cli("return", "--profile", "fca", *EVER, "--by", "li", "--role", "agent").code == Code.REFUSED
    assert cli("return", "--profile", "fca", *EVER, "--by", "li", "--role", "lead", "--anew").code == Code.OK


def test_a_complaint_that_cannot_be_read_is_named_in_every_form(cli: CommandLine) -> None:
    id = cli.received()
    with closing(sqlite3.connect(cli.folder / "complaints.db")) as other, other:
        other.execute("UPDATE complaints SET counted = x''")
        other.execute("UPDATE events SET changes = x'ff'")
    asked = ("return", "--profile", "fca", *EVER)
    for words in ((), ("--csv",)):
        assert f"{id} cannot be read, and is not counted." in cli(*asked, *words).out
    assert cli(*asked, "--json").document["return"]["unreadable"] == [id]
