"""`complaintflow diff`: what would change if one rule book took the place of another, for people and for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from complaintflow.lifecycle.checking import comparing
from tests.cli.command_line import LIMBO, CommandLine
from tests.lifecycle.test_check import slices

MORE = '[compensation_limits.agent]\nCNY = 120\n[promises]\nhigh_cause_found = "2h"\n'
SHELF = LIMBO + '[[edges]]\ncommand = "Resolve"\nfrom = "limbo"\nto = "resolved"\n'


@pytest.fixture(autouse=True)
def _few_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "SLICES", slices("explained money", "merge"))


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, text in {"more": MORE, "shelf": SHELF, "empty": ""}.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_nothing_that_differs_is_zero(cli: CommandLine, files: Path) -> None:
    """An empty file is the default, whatever it stands for; and so is the word."""
    result = cli("diff", "empty.toml", "default", "--only", "merge")
    assert result.code == 0
    assert result.out.startswith("equal: in all that was explored")


def test_two_policies_are_told_with_the_shortest_story(cli: CommandLine, files: Path) -> None:
    result = cli("diff", "default", "more.toml")
    assert result.code == 8
    assert result.out.startswith("looser: ")
    assert "became possible: ApproveCompensation from received, " in result.out
    assert "under OLD it is refused by within-authority" in result.out
    assert "li: ApproveCompensation(compensation='C1') → received" in result.out
    assert "no explored situation noticed: promises.high_cause_found: 14400 → 7200" in result.out
    assert result.out.count("Compensate(amount='120'") == 1


def test_the_other_way_round_it_is_stricter_in_chinese(cli: CommandLine, files: Path) -> None:
    result = cli("diff", "more.toml", "default", "--language", "zh")
    assert result.code == 8
    assert result.out.startswith("结论:更严。")
    assert "变为不可行:" in result.out
    assert "看不到:" in result.out


@pytest.mark.parametrize(("form", "begins"), [("test", "def test_possible_Shelve"), ("mermaid", "sequenceDiagram")])
def test_two_lifecycles_are_told_as_a_test_and_as_a_drawing(
    cli: CommandLine, files: Path, form: str, begins: str
) -> None:
    result = cli("diff", "default", "shelf.toml", "--only", "merge", "--story", form)
    assert result.code == 8
    assert begins in result.out


def test_each_state_has_its_story_where_it_is_wanted(cli: CommandLine, files: Path) -> None:
    result = cli("diff", "default", "more.toml", "--only", "explained money", "--each")
    assert result.out.count("Compensate(amount='120'") > 1


def test_a_program_reads_all_of_it(cli: CommandLine, files: Path) -> None:
    document = cli("diff", "default", "more.toml", "--json").document
    assert (document["verdict"], document["same"], document["complete"]) == ("looser", False, True)
    assert document["differences"][0]["old"] == {"state": "", "rules": ["within-authority"], "faults": []}
    assert [one["place"] for one in document["changes"] if not one["noticed"]] == ["promises.high_cause_found"]


def test_a_policy_and_a_lifecycle_are_not_compared(cli: CommandLine, files: Path) -> None:
    result = cli("diff", "more.toml", "shelf.toml")
    assert result.code == 2
    assert "new: found a lifecycle, expected a policy, as OLD is" in result.err


def test_each_name_that_is_nothing_is_told_with_what_there_is(cli: CommandLine, files: Path) -> None:
    """All at once: a file that is not there, and a word that is no profile."""
    result = cli("diff", "uk_dips", "nowhere.toml")
    assert result.code == 2
    assert "old: found uk_dips: No such file or directory" in result.err
    assert "new: found nowhere.toml: No such file or directory" in result.err
    assert result.err.count("the word default, or one of the profiles cn_12315, ecommerce, ") == 2


def test_a_profile_is_compared_by_its_name(cli: CommandLine, files: Path) -> None:
    """S0: what the strict one writes differently, from both sides."""
    result = cli("diff", "default", "youzan_strict", "--only", "merge")
    assert result.code == 8
    assert 'closing.strict_grades: [] → ["B", "C"]' in result.out
    back = cli("diff", "youzan_strict", "default", "--only", "merge")
    assert 'closing.strict_grades: ["B", "C"] → []' in back.out


def test_a_file_with_a_profile_is_compared_as_well(cli: CommandLine, files: Path) -> None:
    """A house's own: it says only its keys, and is no policy that says all."""
    source = '[[profile.sources]]\ntext = "our handbook"\nread = 2026-03-02\n'
    text = f'[profile]\nname = "branch"\nzh = "分行"\nen = "Our branch"\n{source}[policy]\nupdate_min_chars = 33\n'
    (files / "ours.toml").write_text(text, encoding="utf-8")
    result = cli("diff", "default", "ours.toml", "--only", "merge")
    assert "update_min_chars: 20 → 33" in result.out


def test_two_profiles_are_compared(cli: CommandLine, files: Path) -> None:
    result = cli("diff", "ecommerce", "internet", "--only", "merge")
    assert result.code == 8
    assert "Receive from new changes missing" in result.out
    assert cli("diff", "internet", "internet").code == 0


def test_a_profile_goes_with_a_policy_and_with_a_lifecycle(cli: CommandLine, files: Path) -> None:
    """It is both: of a file of either kind it tells what that file has otherwise."""
    policy = cli("diff", "more.toml", "youzan_strict", "--only", "merge", "--json").document
    assert {"compensation_limits.agent.CNY", "closing.strict_grades"} <= {one["place"] for one in policy["changes"]}
    lifecycle = cli("diff", "shelf.toml", "youzan_strict", "--only", "merge", "--json").document
    assert {"states.limbo", "closing.strict_grades"} <= {one["place"] for one in lifecycle["changes"]}


def test_a_profile_is_added_to_the_policy_that_is_named(cli: CommandLine, files: Path) -> None:
    """What would change if we took it to ours: our own limit stays, since both sides have it."""
    result = cli("--policy", "more.toml", "diff", "default", "youzan_strict", "--only", "merge", "--json")
    places = {one["place"] for one in result.document["changes"]}
    assert "closing.strict_grades" in places
    assert not {one for one in places if one.startswith("compensation_limits")}


def test_a_renamed_state_is_equal_by_the_mapping_of_a_migration(cli: CommandLine, files: Path) -> None:
    """Before complaints are moved, somebody wants to know that nothing else is another one."""
    (files / "rack.toml").write_text(SHELF.replace("limbo", "rack"), encoding="utf-8")
    (files / "names.toml").write_text('[states]\nlimbo = "rack"\n', encoding="utf-8")
    assert cli("diff", "shelf.toml", "rack.toml", "--only", "merge").code == 8
    same = cli("diff", "shelf.toml", "rack.toml", "--mapping", "names.toml", "--only", "merge")
    assert (same.code, same.out.partition(":")[0]) == (0, "equal")
    for old in ("default", "more.toml"):
        wrong = cli("diff", old, "more.toml", "--mapping", "names.toml")
        assert (wrong.code, "a lifecycle in a file" in wrong.err) == (2, True)
    odd = cli("diff", "rack.toml", "shelf.toml", "--mapping", "names.toml")
    assert (odd.code, "mapping.states.limbo" in odd.err) == (2, True)


def test_what_was_not_explored_to_the_end_is_not_zero(cli: CommandLine, files: Path) -> None:
    """Nothing is proved of it, and `--most` explores more."""
    (files / "wave.toml").write_text(SHELF.replace("limbo", "rack").replace("Shelve", "Wave"), encoding="utf-8")
    assert "not to the end" in cli("diff", "shelf.toml", "wave.toml", "--only", "merge", "--most", "3").out
