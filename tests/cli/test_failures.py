"""What goes wrong is a sentence with an exit code of its own, and a document for machines."""

from __future__ import annotations

import sqlite3

import pytest

from complaintflow.cli import main
from complaintflow.cli.failures import EXIT_CODES, Code
from tests.cli.command_line import LI, CommandLine


def test_a_refusal_shows_rule_reason_and_remedy(cli: CommandLine) -> None:
    id = cli.triaged()
    ran = cli("do", id, "Resolve", "summary=paid back", *LI)
    assert (ran.code, ran.out) == (Code.REFUSED, "")
    assert f"complaintflow: Resolve refused for {id}" in ran.err
    assert "agreement-before-action: the customer has agreed to no option in this cycle — Propose(...)" in ran.err


def test_a_refusal_is_a_document_for_machines(cli: CommandLine) -> None:
    id = cli.triaged()
    ran = cli("do", id, "Resolve", "summary=paid back", *LI, "--json")
    error = ran.error
    assert (ran.code, ran.out, error["$kind"], error["exit_code"]) == (3, "", "Refused", 3)
    assert (error["complaint_id"], error["command"]) == (id, "Resolve")
    assert [refusal["rule"] for refusal in error["refusals"]] == ["agreement-before-action"]
    assert set(error["refusals"][0]) >= {"rule", "why", "remedy", "commands"}


def test_what_is_not_possible_names_what_is(cli: CommandLine) -> None:
    id = cli.triaged()
    ran = cli("do", id, "Close", *LI)
    assert (ran.code, "possible: Acknowledge, AddEvidence" in ran.err) == (4, True)
    assert "Triage" in cli("do", id, "Close", *LI, "--json").error["possible"]


def test_an_unknown_id_is_not_found(cli: CommandLine) -> None:
    cli.received()
    for words in (("show", "C-0"), ("do", "C-0", "Note", "text=x", *LI), ("fsck", "C-0")):
        ran = cli(*words)
        assert (ran.code, ran.err) == (5, "complaintflow: no complaint has the id 'C-0'\n")


def test_an_old_version_is_a_conflict(cli: CommandLine) -> None:
    id = cli.triaged()
    assert cli("do", id, "Note", "text=x", *LI, "--expect", "2").code == 0
    ran = cli("do", id, "Note", "text=y", *LI, "--expect", "2", "--json")
    assert (ran.code, ran.error["expected"], ran.error["found"]) == (6, 2, 3)


def test_an_unknown_command_lists_the_possible_ones(cli: CommandLine) -> None:
    ran = cli("do", cli.received(), "Triag", *LI)
    assert (ran.code, "found 'Triag', expected one of" in ran.err) == (2, True)
    for name in ("Receive", "Triage", "Override"):
        assert name in ran.err


def test_all_wrong_fields_come_together(cli: CommandLine) -> None:
    ran = cli("do", cli.received(), "Verify", "passed=perhaps", "colour=red", *LI, "--json")
    assert ran.code == 2
    assert {problem["path"] for problem in ran.error["problems"]} == {"passed", "colour", "method", "evidence"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("do", "C-1", "Note", "text", *LI), "field=value"),
        (("do", "C-1", "Note", "--data", "[1]", *LI), "expected a JSON object"),
        (("do", "C-1", "Note", "--data", "{", *LI), "expected a JSON object"),
        (("do", "C-1", "Note", "text=x"), "one of --by NAME, --as-customer ID and --as-system"),
        (("do", "C-1", "Note", "text=x", "--by", "li", "--as-system"), "more than one"),
        (("do", "C-1", "Note", "text=x", "--by", "li", "--role", "customer", "--role", "lead"), "customer or system"),
        (("receive", "channel=app", "--as-system"), "customer: found nothing"),
        (("import", "nowhere.csv"), "nowhere.csv: No such file or directory"),
        (("list", "--policy", "nowhere.toml"), "policy: found nowhere.toml"),
        (("diagram", "--command", "Clos"), "expected one of Absorb"),
        (("diagram", "svg"), "svg"),
        (("list", "--limit", "few"), "few"),
        (("list", "--colour"), "--colour"),
        (("frobnicate",), "frobnicate"),
        (("show",), "requires an argument"),
        (("demo", "--rows", "3"), "at least 20"),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(cli: CommandLine, words: tuple[str, ...], found: str) -> None:
    cli.received()
    ran = cli(*words)
    assert ran.code == 2, ran.err
    assert found in ran.err
    assert "Traceback" not in ran.err
    machine = cli(*words, "--json")
    assert (machine.code, machine.error["exit_code"]) == (2, 2)
    assert machine.error["message"]


def test_a_policy_with_a_typo_names_the_key(cli: CommandLine) -> None:
    cli.received()
    (cli.folder / "typo.toml").write_text("text_limits = 5\n")
    ran = cli("list", "--policy", "typo.toml", "--json")
    assert (ran.code, ran.error["$kind"], ran.error["problems"][0]["path"]) == (2, "DefinitionError", "text_limits")


@pytest.mark.parametrize("depth", [40, 20_000])
def test_deep_data_is_a_sentence_and_no_traceback(cli: CommandLine, depth: int) -> None:
    id, deep = cli.received(), "[" * depth + "]" * depth
    (cli.folder / "deep.toml").write_text(f"teams = {deep}\n")
    for words in (
        ("do", id, "Note", "--data", '{"text": ' + deep + "}", "--by", "li"),
        ("do", id, "Refer", f"party={deep}", "--by", "li"),
        ("list", "--policy", "deep.toml"),
    ):
        ran = cli(*words)
        assert ran.code == Code.INVALID
        assert "Traceback" not in ran.err
    assert "at most 32 levels" in ran.err


def test_what_only_looks_never_makes_a_file(cli: CommandLine) -> None:
    """A typo in --store must not end in an empty file that fsck calls sound."""
    for words in (("list",), ("fsck",), ("head",), ("deliver",), ("show", "C-1"), ("do", "C-1", "Note", *LI)):
        ran = cli(*words)
        assert (ran.code, "there is no such file" in ran.err) == (7, True)
    assert list(cli.folder.iterdir()) == []


def test_a_file_of_another_kind_is_the_stores_error(cli: CommandLine) -> None:
    (cli.folder / "complaints.db").write_text("these are no complaints, and this is no database at all" * 20)
    ran = cli("list", "--json")
    assert (ran.code, ran.error["$kind"]) == (7, "StoreError")


def test_an_unknown_scheme_is_named(cli: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--store", "oracle://x"]) == 2
    assert "memory://, postgresql://, postgresql+psycopg://, sqlite://, sqlite+sql://" in capsys.readouterr().err


def test_a_breach_is_found_and_has_its_own_code(cli: CommandLine) -> None:
    cli.triaged()
    with sqlite3.connect(cli.folder / "complaints.db") as connection:
        connection.execute("UPDATE events SET by = 'nobody' WHERE seq = 2")
    connection.close()
    ran = cli("fsck")
    assert (ran.code, "event 2: changed" in ran.out) == (8, True)
    assert cli("fsck", "--json").document["sound"] is False


def test_help_names_every_exit_code(cli: CommandLine) -> None:
    for words in ((), ("--help",), ("do", "--help")):
        ran = cli(*words)
        told = " ".join(ran.out.split())
        assert ran.code == 0
        for code, meaning in EXIT_CODES.items():
            assert f"{int(code)} {meaning}" in told
