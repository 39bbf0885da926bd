"""The command line shows and does what the one who is named may: nobody reads more by it than in the application."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from complaintflow import Actor, Customer, Desk
from complaintflow.cli.failures import Code
from complaintflow.cli.settings import Settings
from complaintflow.commands import Compensate, Note, Receive, Triage
from complaintflow.plugins import Access, hookimpl
from complaintflow.policy import Policy
from complaintflow.vocabulary import Remedy
from tests.cli.command_line import CommandLine

LEAD = Actor("wu", {"lead"}, "service")
POLICY = """
[roles.local]
do = ["all"]
scope = ["own_team"]
see = ["notes"]

[roles.keeper]
do = ["Note"]
scope = ["own_shops"]
"""
KIM = ("--as", "kim", "--role", "local", "--own-team", "payments")
YU = ("--as", "yu", "--role", "keeper", "--own-shop", "North Gate")


@attrs.frozen
class House:
    """A command line, and two complaints of two teams."""

    line: CommandLine
    mine: str
    other: str

    def __call__(self, *words: str) -> Any:
        return self.line(*words, "--policy", str(self.line.folder / "policy.toml"))


@pytest.fixture
def house(cli: CommandLine) -> House:
    (cli.folder / "policy.toml").write_text(POLICY, encoding="utf-8")
    ids = list[str]()
    with Desk.open(cli.store, policy=Policy.from_toml(cli.folder / "policy.toml")) as desk:
        for team, customer in (("payments", "u-1"), ("logistics", "u-2")):
            who = Customer(customer, contact={"email": f"{team}@example.com"})
            received = Receive("app", who, f"said {team}", shop="North Gate" if team == "payments" else "South Gate")
            claim = Compensate(Remedy.POINTS, "471107", "CNY", terms="as a gift")
            then = (Triage("billing", "payment", team=team), Note(f"note {team}"), claim)
            ids.append(desk.receive(received, *then, by=LEAD).id)
    return House(cli, *ids)


def test_whoever_is_named_lists_and_counts_what_is_theirs(house: House) -> None:
    for who in (KIM, YU, ("--as-customer", "u-1")):
        found = house("list", "--json", *who).document["complaints"]
        assert [one["id"] for one in found] == [house.mine], who
        assert house("list", "--count", "--json", *who).document == {"count": 1}
    assert house("list", "--count", "--json").document == {"count": 2}


@pytest.mark.parametrize(
    "words",
    [("show",), ("show", "--history"), ("show", "--brief"), ("show", "--steps"), ("show", "--customer"), ("explain",),
     ("answers",), ("do", "Note", "text=x")],
    ids=" ".join,
)  # fmt: skip
def test_what_is_not_theirs_is_not_found(house: House, words: tuple[str, ...]) -> None:
    first, *rest = words
    result = house(first, house.other, *rest, *KIM)
    assert result.code == Code.NOT_FOUND
    assert "logistics" not in result.out + result.err
    assert house(first, house.mine, *rest, *KIM).code == Code.OK


@pytest.mark.parametrize("part", [(), ("--history",), ("--brief",), ("--steps",), ("--json",), ("--history", "--json")])
def test_what_their_role_does_not_show_is_marked(house: House, part: tuple[str, ...]) -> None:
    shown = house("show", house.mine, *part, *KIM)
    assert shown.code == Code.OK
    assert "payments@example.com" not in shown.out
    assert "471107" not in shown.out
    if "--history" in part:
        assert "note payments" in shown.out
        assert "payments@example.com" in house("show", house.mine, *part).out


def test_a_customer_is_shown_their_own_page_and_nothing_of_staff(house: House) -> None:
    ann = ("--as-customer", "u-1")
    assert "Status: " in house("show", house.mine, *ann).out
    page = house("show", house.mine, "--json", *ann)
    assert "said payments" in page.out
    assert "note payments" not in page.out
    for words in (("--history",), ("--brief",), ("--playbook",)):
        assert house("show", house.mine, *words, *ann).code == Code.REFUSED
    assert house("outbox", *ann).code == Code.REFUSED
    heard = house("do", house.mine, "Hear", "said=and now?", *ann)
    assert heard.code == Code.OK
    assert "note" not in heard.out


_MEASURES = ("measures", "complaints", "--from", "2026-01-01", "--to", "2027-01-01")


def test_reports_and_letters_are_for_those_whose_role_has_them(house: House) -> None:
    for words in (
        ("respondents",),
        ("batches",),
        _MEASURES,
        ("agenda",),
        ("outbox",),
        ("retry", "1"),
        ("discard", "1"),
    ):
        assert house(*words, *KIM).code == Code.REFUSED, words
        assert house(*words, "--as", "wu", "--role", "manager").code in {Code.OK, Code.INVALID, Code.NOT_FOUND}, words


def test_whoever_runs_the_machine_and_names_nobody_sees_everything(house: House) -> None:
    """The file is theirs to read anyway."""
    shown = house("show", house.other, "--json").out
    assert "logistics@example.com" in shown
    assert "471107" in shown


def test_an_auditor_is_told_of_what_the_command_line_shows(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    told = list[Access]()
    monkeypatch.setattr(Settings, "_plugins", property(lambda _: (Listening(told),)))
    house("show", house.mine, "--brief", *KIM)
    house("list", *KIM)
    house("show", house.mine)
    assert [(one.by.id, one.call, [*one.seen]) for one in told] == [
        ("kim", "brief", [house.mine]),
        ("kim", "find", [house.mine]),
    ]


@attrs.frozen
class Listening:
    """A plugin with an auditor."""

    told: list[Access]

    name = "listening"

    @hookimpl
    def auditors(self) -> list[Any]:
        return [self]

    def reads(self, access: Access) -> None:
        self.told.append(access)
