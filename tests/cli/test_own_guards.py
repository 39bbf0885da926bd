"""A lifecycle file that names rules of a house's own: a plugin brings them, to every command that reads the file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from complaintflow.lifecycle.checking import check as checking, comparing
from tests.cli.command_line import LI, CommandLine
from tests.lifecycle.test_check import slices

LIFE = """
[states.parked]
stage = "investigating"
[commands.Shelve]
fields = { why = "text" }
[[edges]]
command = "Shelve"
from = "triaged investigating"
to = "parked"
guards = ["lead-shelves"]
[[edges]]
command = "Resolve"
from = "parked"
to = "resolved"

[guards]
closes = ["not-on-friday"]
"""
HOUSE = """
from complaintflow import Refusal
from complaintflow.plugins import hookimpl

class LeadShelves:
    rule = "lead-shelves"
    effects = frozenset()
    def check(self, ask):
        return None if "lead" in ask.by.roles else Refusal(self.rule, "a lead does", "ask a lead")

class NotOnFriday:
    rule = "not-on-friday"
    effects = frozenset({"closes"})
    def check(self, ask):
        return Refusal(self.rule, "it is Friday", "come back on Monday") if ask.at.weekday() == 4 else None

@hookimpl
def guards():
    return [LeadShelves(), NotOnFriday()]
"""
PLUGIN = ("--plugin", "house")


@pytest.fixture
def life(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A lifecycle whose rules an installed plugin brings."""
    cli.install("acme_house", "house", HOUSE)
    (cli.folder / "life.toml").write_text(LIFE, encoding="utf-8")
    monkeypatch.syspath_prepend(cli.folder)
    monkeypatch.setattr(checking, "SLICES", slices("merge"))
    monkeypatch.setattr(comparing, "SLICES", slices("merge"))
    yield str(cli.folder / "life.toml")
    sys.modules.pop("acme_house", None)


def test_every_command_of_a_lifecycle_finds_the_rules_of_the_plugin(
    cli: CommandLine, life: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A house whose cron job cannot read its own rules has no deadlines."""
    monkeypatch.setattr("complaintflow.cli.worker._Work.go_on", lambda work: setattr(work.stop, "_told", True))
    cli.received()
    run = ("rules", "diagram", "tick", "worker", "fsck", "list", "deliver", "replay-check")
    codes = {words: cli(words, "--lifecycle", life, *PLUGIN, "--former", "default").code for words in run}
    assert codes == dict.fromkeys(run, 0)


def test_a_file_that_is_checked_or_compared_finds_them_as_well(cli: CommandLine, life: str) -> None:
    assert "lead-shelves" not in cli("check", life, *PLUGIN).err
    same = cli("diff", life, life, *PLUGIN)
    assert (same.code, same.out.splitlines()[0].partition(":")[0]) == (0, "equal")


def test_complaints_move_to_it_and_its_rule_is_kept_on_its_edge_alone(cli: CommandLine, life: str) -> None:
    id = cli.triaged()
    there = ("--lifecycle", life, *PLUGIN)
    assert cli("migrate", "--reason", "ours", *there, "--former", "default").code == 0
    refused = cli("do", id, "Shelve", "--data", '{"why": "a part is missing"}', *LI, *there)
    assert (refused.code, "lead-shelves: a lead does" in refused.err) == (3, True)
    assert cli("do", id, "Note", "--data", '{"text": "looked"}', *LI, *there).code == 0
    led = cli("do", id, "Shelve", "--data", '{"why": "a part is missing"}', "--by", "wu", "--role", "lead", *there)
    assert led.code == 0


def test_a_rule_that_the_file_and_the_plugin_name_speaks_once(cli: CommandLine, life: str) -> None:
    """It is one rule: two equal sentences would look like two."""
    shown = cli("rules", "not-on-friday", "--lifecycle", life, *PLUGIN, "--json").document
    assert [one["rule"] for one in shown["rules"]] == ["not-on-friday"]


def test_without_the_plugin_each_rule_is_told_with_the_line_that_names_it(cli: CommandLine, life: str) -> None:
    ran = cli("rules", "--lifecycle", life)
    assert ran.code == 2
    assert "edges[0].guards (life.toml:line 10): found 'lead-shelves'" in ran.err
    assert "guards.closes (life.toml:line 17): found 'not-on-friday'" in ran.err
    assert "--plugin" in ran.err


def test_a_rule_that_watches_nothing_and_that_no_lifecycle_names_is_told(cli: CommandLine, life: str) -> None:
    """Nobody would ever ask it, and its house would rely on it."""
    cli.received()
    ran = cli("list", *PLUGIN)
    assert (ran.code, "guards.lead-shelves: found no effect, expected effects" in ran.err) == (2, True)


def test_a_profile_of_a_file_names_them_too(cli: CommandLine, life: str) -> None:
    head = '[profile]\nname = "ours"\nzh = "本店"\nen = "ours"\nsources = [{ text = "our rules", read = 2026-01-01 }]\n'
    moves = LIFE.replace("[states.", "[lifecycle.states.").replace("[commands.", "[lifecycle.commands.")
    moves = moves.replace("[[edges]]", "[[lifecycle.edges]]").replace("[guards]", "[lifecycle.guards]")
    file = cli.folder / "profile.toml"
    file.write_text(head + moves, encoding="utf-8")
    assert cli("rules", "lead-shelves", "--policy", str(file), *PLUGIN).code == 0
    assert cli("diff", str(file), str(file), *PLUGIN).code == 0


def test_a_check_asks_the_rules_that_the_file_does_not_name(cli: CommandLine, life: str) -> None:
    """Else a check would call sound what the desk of the house cannot close."""
    plain = Path(life).with_name("plain.toml")
    plain.write_text(LIFE.replace('["not-on-friday"]', "[]"), encoding="utf-8")
    shown = cli("rules", "not-on-friday", "--lifecycle", str(plain), *PLUGIN, "--json").document
    assert [one["rule"] for one in shown["rules"]] == ["not-on-friday"]
