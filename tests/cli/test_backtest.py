"""The other policy on the command line."""

from __future__ import annotations

import pytest

from tests.cli.command_line import LI, CommandLine


def test_the_policy_of_the_call_is_compared_with_the_record(cli: CommandLine) -> None:
    """One option says under which policy a house would have lived; it is not kept for what comes in later."""
    id = cli.received()
    assert cli("do", id, "Triage", "--data", '{"type": "billing", "area": "payment"}', *LI).code == 0
    quick = cli.folder / "quick.toml"
    quick.write_text('[promises]\nmedium_closed = "3h"\n', encoding="utf-8")
    ran = cli("--policy", str(quick), "backtest", "--json")
    assert ran.code == 0
    differences = ran.document["differences"]
    assert {(one["complaint"], one["what"], one["run"]) for one in differences} == {(id, "due", "closure/1/1")}
    assert "1 complaints told again: due in 1" in cli("--policy", str(quick), "backtest").out


def test_the_same_policy_changes_nothing(cli: CommandLine) -> None:
    cli.received()
    assert "nothing would differ" in cli("backtest").out


def test_a_file_of_people_gives_their_roles(cli: CommandLine) -> None:
    """Who has no role that may do it under the other policy is named with the reason."""
    id = cli.received()
    cli("do", id, "Note", "--data", '{"text": "called"}', *LI)
    people = cli.folder / "people.toml"
    people.write_text('[li]\nroles = ["guest"]\n', encoding="utf-8")
    (one,) = cli("backtest", "--people", str(people), "--json").document["unrepeated"]
    assert (one["complaint"], one["command"], one["refusals"][0]["rule"]) == (id, "Note", "permitted")


@pytest.mark.parametrize(
    ("text", "path"), [("[li]\nroles = 7\n", "people.li.roles"), ("li = 3\n", "people.li"), ("[li\n", "people")]
)
def test_a_file_of_people_that_is_wrong_is_told_where(cli: CommandLine, text: str, path: str) -> None:
    people = cli.folder / "people.toml"
    people.write_text(text, encoding="utf-8")
    cli.received()
    ran = cli("backtest", "--people", str(people), "--json")
    assert ran.code == 2
    assert ran.error["problems"][0]["path"].startswith(path)
