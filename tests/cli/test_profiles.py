"""`complaintflow profiles`, and profiles wherever a policy is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from complaintflow.cli.failures import Code
from complaintflow.lifecycle import NO_ADVICE, profile_names
from tests.cli.command_line import LI, CommandLine


def test_the_list_names_every_profile_with_the_day_on_which_its_source_was_read(cli: CommandLine) -> None:
    shown = cli("profiles").out
    assert [line.split()[0] for line in shown.splitlines()[1:-1]] == [*profile_names()]
    assert shown.count("2026-11-29") == len(profile_names())
    assert NO_ADVICE[1] in shown
    document = cli("profiles", "--json").document
    assert [one["name"] for one in document["profiles"]] == [*profile_names()]
    assert document["advice"] == NO_ADVICE[1]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("FCA Handbook", "read 2026-11-29", NO_ADVICE[1], "not kept: The bank holidays", "added")),
        ("zh", ("英国金融机构", "核对于 2026-11-29", NO_ADVICE[0], "未涵盖", "保存久的更严", "新增")),
    ],
)
def test_a_profile_says_its_source_what_it_leaves_out_and_which_value_stands(
    cli: CommandLine, language: str, words: tuple[str, ...]
) -> None:
    shown = cli("profiles", "uk_disp", "--language", language).out
    assert [word for word in words if word not in shown] == []


def test_it_is_compared_with_the_policy_that_is_named(cli: CommandLine, tmp_path: Path) -> None:
    ours = tmp_path / "ours.toml"
    ours.write_text("[retention]\nclosed = 30\n[closing]\nreopen_days = 365", encoding="utf-8")
    choices = {
        one["key"]: one for one in cli("profiles", "uk_disp", "--policy", str(ours), "--json").document["choices"]
    }
    assert choices["retention.closed"]["won"] == "other"
    assert (choices["retention.closed"]["own"], choices["retention.closed"]["profile"]) == (30, 1096)
    more = cli("profiles", "cn_12315", "--policy", str(ours), "--json").document
    assert "RecordMediation" in more["moves"]["commands"]
    assert "command: RecordMediation" in cli("profiles", "cn_12315").out


def test_a_profile_is_named_where_a_policy_is(cli: CommandLine, tmp_path: Path) -> None:
    """Its clocks run, and its commands can be done."""
    ours = tmp_path / "ours.toml"
    ours.write_text('language = "zh"', encoding="utf-8")
    both = ("--policy", "cn_12315", "--policy", str(ours))
    id = cli.received()
    assert cli("migrate", id, "--reason", "a new policy", *both).code == Code.OK
    done = cli("do", id, "RecordAcceptance", "authority=浦东市场监管局", "reference=12315-1", *LI, *both)
    assert done.code == Code.OK, done.err
    assert "mediation_12315" in cli("explain", id, *both).out
    assert "RecordMediation" in cli("diagram", "--command", "RecordMediation", "--staying", *both).out


def test_a_conflict_that_cannot_be_ordered_names_the_key(cli: CommandLine, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    head = '[profile]\nname="own"\nzh="自有"\nen="own"\n[[profile.sources]]\ntext="ours"\nread=2026-01-02\n'
    own.write_text(head + '[policy]\nzone = "Europe/London"', encoding="utf-8")
    ours = tmp_path / "ours.toml"
    ours.write_text('zone = "Asia/Shanghai"', encoding="utf-8")
    ran = cli("profiles", "uk_disp", "--policy", str(own), "--policy", str(ours))
    assert ran.code == Code.INVALID
    assert "zone: found" in ran.err


@pytest.mark.parametrize("words", [("profiles", "fr_amf"), ("diagram", "--policy", "no_such_profile")])
def test_a_profile_that_is_not_there_is_invalid(cli: CommandLine, words: tuple[str, ...]) -> None:
    ran = cli(*words)
    assert ran.code == Code.INVALID
    assert "uk_disp" in ran.err
