"""What a command takes is worked out once, and nothing of one line is there for the next one."""

from __future__ import annotations

import pytest
from cyclopts import ArgumentCollection

from complaintflow.cli.app import app
from complaintflow.cli.remembering import RememberingApp
from tests.cli.command_line import CommandLine


def given(arguments: ArgumentCollection) -> list[str]:
    """The names of all to which something was given, and of the parts of which some consist."""
    return [one.name for argument in arguments for one in (argument, *argument.children) if one.tokens]


def test_the_second_line_reads_no_signature(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.received()
    assert cli("list").code == 0
    monkeypatch.setattr(ArgumentCollection, "_from_callable", lambda *given, **named: pytest.fail("read once more"))
    assert cli("list").code == 0


def test_what_was_given_to_one_line_is_not_given_to_the_next(cli: CommandLine) -> None:
    """Else somebody would act as the one before, who had said who they are."""
    cli("show", "C-1", "--as", "li", "--role", "agent")
    collections = [one.assemble_argument_collection() for one in (app["show"], app.meta)]
    assert [given(one) for one in collections] == [[], []]
    assert all(isinstance(one, RememberingApp) for one in (app, app["show"], app.meta))


def test_a_part_that_is_given_a_value_is_that_of_its_whole() -> None:
    """What consists of parts is made of those that are read."""
    arguments = app["show"].assemble_argument_collection()
    wholes = [argument for argument in arguments if argument.children]
    assert wholes
    assert all(any(part is argument for argument in arguments) for whole in wholes for part in whole.children)
