"""Another lifecycle on the command line: complaints go on under theirs, move, and their history is decided anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from complaintflow import Actor, Desk
from complaintflow.commands import AskCustomer, Triage
from complaintflow.lifecycle import read_lifecycle
from tests.cli.command_line import LI, RECEIVED, CommandLine

WAITS = """
[states."{name}"]
stage = "investigating"
pauses = "customer"
zh = "等您回复"

[[edges]]
command = "AskCustomer"
from = "triaged investigating"
to = "{name}"
"""
NAMES = '[states]\npending = "needs-info"\n'


@pytest.fixture
def files(cli: CommandLine) -> dict[str, str]:
    """An old lifecycle, a new one, and which state is which."""
    texts = {"old.toml": WAITS.format(name="pending"), "new.toml": WAITS.format(name="needs-info"), "names.toml": NAMES}
    for name, text in texts.items():
        (cli.folder / name).write_text(text, encoding="utf-8")
    return {Path(name).stem: str(cli.folder / name) for name in texts}


def pending(cli: CommandLine, files: dict[str, str]) -> str:
    """The id of one that waits for the customer, under the old lifecycle."""
    with Desk.open(cli.store, lifecycle=read_lifecycle(Path(files["old"]))) as desk:
        id = desk.receive(RECEIVED, by=Actor.system()).id
        desk.do(id, Triage("billing"), AskCustomer({"device": "Which phone?"}), by=Actor("li", {"agent"}))
    return id


def test_a_complaint_goes_on_under_its_own_lifecycle(cli: CommandLine, files: dict[str, str]) -> None:
    id = pending(cli, files)
    both = ("--lifecycle", files["new"], "--former", files["old"])
    assert cli(*both, "do", id, "Note", "--data", '{"text": "called"}', *LI).code == 0
    assert (
        cli("--former", files["old"], "--former", "default", "do", id, "Note", "--data", '{"text": "again"}', *LI).code
        == 0
    )
    assert cli("--lifecycle", files["new"], "do", id, "Note", "--data", '{"text": "and again"}', *LI).code != 0
    assert cli(*both, "fsck").code == 0


def test_a_dry_run_says_who_moves_and_who_cannot(cli: CommandLine, files: dict[str, str]) -> None:
    id = pending(cli, files)
    new = ("--lifecycle", files["new"], "migrate", "--reason", "spring", "--dry-run")
    refused = cli(*new)
    assert refused.code == 3
    assert "fits-the-lifecycle: the lifecycle has no state pending" in refused.out
    ready = cli(*new, "--mapping", files["names"])
    assert ready.code == 0
    assert "1 of 1 would be moved" in ready.out
    assert "pending" in ready.out
    assert "needs-info" in ready.out
    (one,) = cli(*new, "--mapping", files["names"], "--json").document["migrations"]
    assert (one["complaint"], one["was"], one["state"]) == (id, "pending", "needs-info")


def test_a_refusal_is_told_in_chinese_in_a_chinese_house(cli: CommandLine, files: dict[str, str]) -> None:
    pending(cli, files)
    policy = cli.folder / "policy.toml"
    policy.write_text('language = "zh"\n', encoding="utf-8")
    told = cli("--lifecycle", files["new"], "--policy", str(policy), "migrate", "--reason", "春季", "--dry-run")
    assert "新流程没有状态「pending」" in told.out


def test_those_that_move_are_moved_once(cli: CommandLine, files: dict[str, str]) -> None:
    first, second = pending(cli, files), pending(cli, files)
    move = (
        "--lifecycle",
        files["new"],
        "--former",
        files["old"],
        "migrate",
        "--reason",
        "s",
        "--mapping",
        files["names"],
    )
    (one,) = cli(*move, "--limit", "1", "--json").document["migrations"]
    (two,) = cli(*move, "--after", first, "--json").document["migrations"]
    assert [one["complaint"], two["complaint"]] == [first, second]
    assert cli(*move, "--json").document["migrations"] == []
    assert cli("--lifecycle", files["new"], "fsck").code == 0


def test_a_mapping_that_fits_nobody_is_told_whole(cli: CommandLine, files: dict[str, str]) -> None:
    (cli.folder / "names.toml").write_text('[states]\npendign = "gone"\n', encoding="utf-8")
    both = ("--lifecycle", files["new"], "--former", files["old"])
    cli.received()
    told = cli(*both, "migrate", "--reason", "s", "--mapping", files["names"], "--json")
    assert [one["path"] for one in told.error["problems"]] == ["states.pendign", "states.pendign"]


def test_a_history_is_decided_anew(cli: CommandLine, files: dict[str, str]) -> None:
    """0 when all is as it was; 8 with each difference when the rules are others."""
    id = pending(cli, files)
    same = cli("--lifecycle", files["old"], "replay-check")
    assert (same.code, same.out.strip()) == (0, "3 commands decided anew: all as they are on record")
    other = cli("replay-check", "--json")
    assert other.code == 8
    assert {(one["complaint"], one["fact"]) for one in other.document["other"]} == {
        (id, "lifecycle"),
        (id, "paused"),
        (id, "stands_for"),
        (id, "state"),
    }
    assert "lifecycle in 1, paused in 1, stands_for in 1, state in 1" in cli("replay-check").out


def test_a_file_is_named_by_itself_and_staff_by_a_file(cli: CommandLine, files: dict[str, str]) -> None:
    id = cli.received()
    cli("do", id, "Note", "--data", '{"text": "called"}', *LI)
    people = cli.folder / "people.toml"
    people.write_text('[li]\nroles = ["guest"]\n', encoding="utf-8")
    database = shutil.copy(cli.folder / "complaints.db", cli.folder / "old.db")
    cli.received()
    told = cli("replay-check", str(database), "--people", str(people))
    assert "2 commands decided anew" in told.out
    assert told.code == 8
    assert "1 would be refused" in told.out
    assert "permitted" in told.out
    assert cli("replay-check", str(cli.folder / "none.db")).code == 2
