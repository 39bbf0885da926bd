"""`complaintflow report`: a team lead opens one page on Monday."""

from __future__ import annotations

from pathlib import Path

import pytest

from complaintflow.cli.failures import Code
from tests.cli.command_line import CommandLine

EVER = ("--from", "2020-01-01", "--to", "2100-01-01T00:00+00:00")


@pytest.mark.parametrize(("language", "title"), [("en", "Complaints report"), ("zh", "投诉报告")])
def test_the_report_is_a_file_in_the_language_that_is_asked_for(cli: CommandLine, language: str, title: str) -> None:
    id = cli.received()
    ran = cli("report", *EVER, "-o", "report.html", "--language", language)
    page = Path("report.html").read_text(encoding="utf-8")
    assert (ran.code, ran.out.strip()) == (Code.OK, "The report is in report.html.")
    assert f"<h1>{title}</h1>" in page
    assert id in page


def test_a_file_that_is_there_is_not_written_over(cli: CommandLine) -> None:
    """Last week's report is the only one of last week."""
    cli.received()
    Path("report.html").write_text("last week")
    assert cli("report", *EVER, "-o", "report.html").code == Code.STORE
    assert Path("report.html").read_text() == "last week"


def test_without_a_file_the_page_goes_to_standard_output(cli: CommandLine) -> None:
    cli.received()
    assert cli("report", *EVER).out.startswith("<!DOCTYPE html>")


def test_the_document_has_every_figure_of_the_page_with_its_complaints(cli: CommandLine) -> None:
    id = cli.received()
    document = cli("report", *EVER, "--json", "-o", "report.html").document
    assert Path("report.html").exists()
    assert document["attention"][0]["name"] == "deadlines_missed"
    (cell,) = document["figures"]["states"]["tables"]["complaints"]["cells"]
    assert (cell["key"], cell["complaints"]) == (["received"], [id])
    assert cli("report", *EVER, "--json").document["figures"].keys() == document["figures"].keys()


def test_the_report_of_a_person_is_for_those_who_read_reports(cli: CommandLine) -> None:
    cli.received()
    assert cli("report", *EVER, "--by", "wang", "--role", "manager").out.startswith("<!DOCTYPE html>")
    assert cli("report", *EVER, "--as-customer", "u-17", "-o", "report.html").code == Code.REFUSED
    assert not Path("report.html").exists()


def test_a_wrong_period_is_invalid_and_writes_nothing(cli: CommandLine) -> None:
    cli.received()
    assert cli("report", "--from", "monday", "--to", "2100-01-01", "-o", "report.html").code == Code.INVALID
    assert not Path("report.html").exists()
