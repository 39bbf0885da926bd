"""`complaintflow measures`: a team lead asks for the week."""

from __future__ import annotations

import pytest

from complaintflow.cli.failures import Code
from tests.cli.command_line import CommandLine

EVER = ("--from", "2020-01-01", "--to", "2100-01-01T00:00+00:00")


def test_the_measures_of_a_period_are_a_table_and_a_document_with_its_complaints(cli: CommandLine) -> None:
    id = cli.received()
    shown = cli("measures", *EVER).out
    assert "age of the backlog" in shown
    assert "投诉量" in cli("measures", "complaints", "--language", "zh", *EVER).out
    (cell,) = cli("measures", "complaints", *EVER, "--json").document["tables"]["complaints"]["cells"]
    assert (cell["value"], cell["complaints"]) == (1, [id])


def test_each_measure_is_cut_and_narrowed(cli: CommandLine) -> None:
    cli.received()
    shown = cli("measures", "complaints", "vulnerable", "--per", "channel", "--least", "1", *EVER).out
    assert [line.split() for line in shown.splitlines() if line.startswith("app")] == [
        ["app", "1", "1"], ["app", "1", "0.0%"],
    ]  # fmt: skip
    assert "too few" in cli("measures", "vulnerable", "--per", "channel", *EVER).out
    assert cli("measures", "--without", "channel=app", "--anew", *EVER).out.strip() == "Nothing happened that counts."
    assert "complaints" in cli("measures", "--only", "channel=app", "--only", "channel=phone", *EVER).out


@pytest.mark.parametrize(
    "words",
    [
        ("--from", "monday", "--to", "2100-01-01"),
        (*EVER, "--only", "app"),
        (*EVER, "--zone", "Mars"),
        (*EVER, "--calendar", "moon"),
    ],
)
def test_a_wrong_question_is_invalid_and_says_why(cli: CommandLine, words: tuple[str, ...]) -> None:
    cli.received()
    assert cli("measures", *words).code == Code.INVALID


def test_all_that_is_wrong_with_a_question_is_named_at_once(cli: CommandLine) -> None:
    """A wrong zone was told as a wrong day, and the rest one error after the other."""
    cli.received()
    told = cli("measures", "--from", "monday", "--to", "2100-01-01", "--zone", "Mars", "--only", "app").err
    assert [line.split(":")[0].strip() for line in told.splitlines()[1:]] == ["zone", "from", "only"], told
