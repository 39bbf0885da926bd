"""`complaintflow rules`: every rule with its number, its source, what it guards, what it needs and what helps."""

from __future__ import annotations

from pathlib import Path

from complaintflow import Lifecycle
from tests.cli.command_line import LIMBO, CommandLine


def test_one_number_tells_its_rule_in_english_and_chinese(cli: CommandLine) -> None:
    english, chinese = cli("rules", "R14").out, cli("rules", "R14", "--language", "zh").out
    assert "A handoff has a summary and the harm" in english
    assert "S0; S2 二; S3 三(一)" in english
    assert "转交时要写明摘要和对客户的影响" in chinese
    assert "如何处理升级投诉类问题" in chinese


def test_the_rules_of_a_command_are_those_that_it_is_asked_about(cli: CommandLine) -> None:
    found = cli("rules", "--command", "close", "--json").document["rules"]
    assert all("Close" in one["commands"] for one in found)
    assert {"confirm-before-close", "nothing-left-open", "permitted"} <= {one["rule"] for one in found}
    assert "handoff-carries-context" not in {one["rule"] for one in found}


def test_without_a_name_all_rules_are_told(cli: CommandLine) -> None:
    found = cli("rules", "--json").document
    assert [one["rule"] for one in found["rules"]] == [one.name for one in Lifecycle.default().rules()]
    assert f"{len(found['rules'])} rule(s)" in cli("rules").out


def test_a_lifecycle_in_a_file_has_a_book_of_its_own(cli: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "life.toml"
    file.write_text(LIMBO + 'guards = ["somebody-owns-it"]', encoding="utf-8")
    found = cli("rules", "somebody-owns-it", "--lifecycle", str(file), "--json").document["rules"]
    assert found[0]["commands"] == ["Shelve", "Unassign"]


def test_a_lifecycle_that_is_not_there_is_named_by_its_option(cli: CommandLine) -> None:
    assert "lifecycle: found nowhere.toml" in cli("rules", "--lifecycle", "nowhere.toml").err


def test_an_unknown_name_is_refused_with_the_known_ones(cli: CommandLine) -> None:
    result = cli("rules", "R99")
    assert result.code == 2
    assert "R26a" in result.err
