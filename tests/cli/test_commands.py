"""The commands on a real SQLite file: what they answer to people and to machines."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from io import BufferedReader, BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from complaintflow import Actor, Desk, Said
from complaintflow.channels import LogChannel
from complaintflow.cli.fields import parse_command
from complaintflow.commands import BUILTIN, Compensate, Hear, RecordReview, Triage, Verify
from complaintflow.plugins import CustomerMessage, Outcome
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.cli.command_line import BAD, CHINESE, GOOD, LI, CommandLine

NEXT_MONTH = f"{datetime.now(UTC) + timedelta(days=30):%Y-%m-%dT%H:%M+00:00}"


MAP = """
system = "old"
[fields]
id = "id"
description = "text"
channel = { constant = "app" }
"customer.id" = "who"
received_at = "at"
closed_at = "end"
"""
CASES = """id,text,who,at,end
1,paid twice,u-1,2026-01-03T10:00Z,2026-01-04T10:00Z
2,bad,,2026-01-03T10:00Z,
3,on,u-3,2026-01-03T10:00Z,
"""


def test_cases_of_another_system_come_in_by_a_map_and_bad_rows_are_reported(cli: CommandLine, tmp_path: Path) -> None:
    for name, text in (("map.toml", MAP), ("old.csv", CASES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    words = ("import", "--map", str(tmp_path / "map.toml"), str(tmp_path / "old.csv"))
    report = tmp_path / "bad.jsonl"
    dry = cli(*words, "--dry-run", "--json")
    assert (dry.code, dry.document["new"], dry.document["dry_run"]) == (9, 2, True)
    assert cli(*words, "--strict").out.startswith("1 taken in")
    ran = cli(*words, "--report", str(report))
    assert (ran.code, ran.out.splitlines()[0]) == (9, "1 taken in, 1 known already, 1 left out")
    assert [json.loads(line)["line"] for line in report.read_text(encoding="utf-8").splitlines()] == [3]
    assert cli(*words, "--notes", str(report)).code == 2


ONE = {"id": 1, "text": "我付了两次款", "who": "u-1", "at": "2026-01-03T10:00Z", "end": "2026-01-04T10:00Z"}
OBJECT = json.dumps(ONE, ensure_ascii=False)
TABLE = f"id,text,who,at,end\n{','.join(map(str, ONE.values()))}\n"


@pytest.mark.parametrize(
    ("sent", "options"),
    [
        (TABLE.encode(), ()),
        (TABLE.encode("gb18030"), ()),
        (OBJECT.encode(), ()),
        (f"\ufeff\n  {OBJECT}\n".encode(), ()),
        (OBJECT.encode("utf-16"), ()),
        (b"\n{\n" + OBJECT.encode(), ("--format", "jsonl")),
    ],
    ids=["CSV", "CSV in GB 18030", "JSON Lines", "JSON Lines with a mark", "JSON Lines in UTF-16", "named"],
)
def test_what_comes_by_standard_input_is_read_as_what_it_is(
    cli: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: bytes, options: tuple[str, ...]
) -> None:
    """JSON Lines were read as CSV: no row came in, and nobody saw why."""
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BufferedReader(BytesIO(sent))))
    ran = cli("import", "--map", str(tmp_path / "map.toml"), "-", *options)
    assert ran.out.splitlines()[0].startswith("1 taken in"), ran.out
    (complaint,) = cli("list", "--json").document["complaints"]
    with Desk.open(cli.store) as desk:
        assert desk.get(complaint["id"]).description == ONE["text"]


def test_what_a_file_holds_counts_and_not_an_odd_name(cli: CommandLine, tmp_path: Path) -> None:
    for name, text in (("map.toml", MAP), ("dump.txt", OBJECT), ("dump.json", OBJECT.replace("1,", "2,", 1))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name in ("dump.txt", "dump.json"):
        assert cli("import", "--map", str(tmp_path / "map.toml"), str(tmp_path / name)).out.startswith("1 taken in")
    named = cli("import", "--map", str(tmp_path / "map.toml"), str(tmp_path / "dump.txt"), "--format", "csv")
    assert (named.code, "no row was read: no column" in named.out) == (9, True)


def test_one_whole_array_of_json_is_refused_with_what_is_expected(cli: CommandLine, tmp_path: Path) -> None:
    for name, text in (("map.toml", MAP), ("old.json", f"[{OBJECT}]")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    ran = cli("import", "--map", str(tmp_path / "map.toml"), str(tmp_path / "old.json"))
    assert ran.code == 2
    assert "a JSON array, expected CSV, or JSON Lines: one object a line" in ran.err


def test_an_import_takes_in_what_it_can_and_names_the_rest(cli: CommandLine) -> None:
    ran = cli("import", str(cli.file(GOOD, BAD, CHINESE)), "--triage", "rules")
    assert ran.code == 9
    assert "2 taken in, 0 known already, 1 left out" in ran.out
    assert "line 3: unreadable: " in ran.out
    assert "date_received is no date" in ran.out


def test_an_import_triages_in_the_same_transaction(cli: CommandLine) -> None:
    cli("import", str(cli.file(GOOD, CHINESE)), "--triage", "rules")
    found = cli("list", "--json").document["complaints"]
    assert [(one["version"], one["state"], one["grade"]) for one in found] == [(2, "triaged", "B")] * 2


def test_the_same_file_again_takes_in_nothing(cli: CommandLine) -> None:
    file = str(cli.file(GOOD, CHINESE))
    first = cli("import", file, "--json").document["rows"]
    again = cli("import", file, "--triage", "rules", "--json").document["rows"]
    assert [row["status"] for row in (*first, *again)] == ["new", "new", "known", "known"]
    assert [row["id"] for row in first] == [row["id"] for row in again]


def test_an_import_names_the_readers_and_classifiers_there_are(cli: CommandLine) -> None:
    file = str(cli.file(GOOD))
    for option, name in (("--intake", "cfpb"), ("--triage", "rules")):
        ran = cli("import", file, option, "nope")
        assert ran.code == 2
        assert f"found 'nope', expected one of {name}" in ran.err


def test_a_list_is_filtered_and_comes_in_pages(cli: CommandLine) -> None:
    cli("import", str(cli.file(GOOD, CHINESE)))
    first = cli("list", "--limit", "1", "--json").document
    rest = cli("list", "--limit", "1", "--after", str(first["next"]), "--json").document
    assert [one["facts"]["customer"] for one in (*first["complaints"], *rest["complaints"])] == ["cfpb:1", "cfpb:2"]
    assert rest["next"] is None
    assert len(cli("list", "--channel", "phone", "--open", "--json").document["complaints"]) == 1
    assert cli("list", "--ended", "--json").document["complaints"] == []
    assert "No complaint fits." in cli("list", "--received-from", "2999-01-01T00:00+00:00").out
    assert f"There are more: --after {first['next']}" in cli("list", "--limit", "1").out


def test_a_list_is_asked_for_by_several_values_words_and_order_and_turned_back(cli: CommandLine) -> None:
    """What a program may ask, a person at a shell may ask as well."""
    cli("import", str(cli.file(GOOD, CHINESE)))
    newest = cli("list", "--sort", "newest", "--limit", "1", "--json").document
    older = cli("list", "--sort", "newest", "--limit", "1", "--after", newest["next"], "--json").document
    back = cli("list", "--sort", "newest", "--limit", "1", "--before", older["previous"], "--json").document
    assert [one["facts"]["customer"] for one in (*newest["complaints"], *older["complaints"])] == ["cfpb:2", "cfpb:1"]
    assert back["complaints"] == newest["complaints"]
    assert cli("list", "--state", "received", "--state", "triaged", "--count").out == "2\n"
    assert cli("list", "--owner", "", "--in-time", "--count", "--json").document == {"count": 2}
    assert cli("list", "--text", "cfpb:2", "--json").document["complaints"] == newest["complaints"]
    assert "--before" in cli("list", "--limit", "1", "--sort", "newest", "--after", newest["next"]).out
    assert "fields.contract: found an unknown field" in cli("list", "--field", "contract=X-1").err


@pytest.mark.parametrize(
    ("filters", "problem"),
    [
        (("--state", "open"), "state: found 'open', expected one of archived"),
        (("--grade", "F"), "grade: found 'F', expected one of C, B, A, E"),
        (("--received-from", "yesterday"), "expected an aware time"),
        (("--limit", "0"), "limit"),
    ],
)
def test_a_wrong_filter_is_named(cli: CommandLine, filters: tuple[str, ...], problem: str) -> None:
    cli.received()
    ran = cli("list", *filters)
    assert (ran.code, problem in ran.err) == (2, True), ran.err


def test_a_list_has_stable_names_for_machines(cli: CommandLine) -> None:
    cli.triaged()
    (one,) = cli("list", "--json").document["complaints"]
    assert list(one) == [
        "id", "version", "state", "grade", "received_at", "closed_at", "priority", "waiting_for", "awaiting_reply",
        "missing", "duplicates", "label", "hidden", "cautions", "next_due", "next_due_for", "facts",
    ]  # fmt: skip
    assert one["label"] == {"en": "billing-unknown-B"}


def test_a_complaint_is_shown_with_its_reasons_and_words(cli: CommandLine) -> None:
    ran = cli("show", cli.triaged())
    assert ran.code == 0
    assert "billing-unknown-B" in ran.out
    assert "for the customer it is routine (+15)" in ran.out
    assert "我付了两次款 [bold] :smile:" in ran.out


def test_every_part_of_a_complaint_can_be_shown(cli: CommandLine) -> None:
    id = cli.triaged()
    ran = cli("show", id, "--history", "--steps", "--brief", "--customer", "--language", "en")
    assert "Receive" in ran.out
    assert "fields it needs" in ran.out
    assert "[Complaint] billing-unknown-B" in ran.out
    assert "Status: with a team" in ran.out
    document = cli("show", id, "--history", "--steps", "--brief", "--customer", "--json").document
    assert set(document) == {"history", "steps", "brief", "customer"}
    assert [event["kind"] for event in document["history"]] == ["Receive", "Triage"]
    assert {step["status"] for step in document["steps"]} == {"open", "refused", "impossible"}


def test_whoever_looks_at_evidence_sees_the_names_of_its_files(cli: CommandLine) -> None:
    id, file = cli.triaged(), '[{"uri": "mid:1@x/part-2", "name": "C:/截图\u202e.png", "media_type": "image/png"}]'
    ran = cli("do", id, "AddEvidence", "kind=chat", "source=email", "content=a picture", f"attachments={file}", *LI)
    assert ran.code == 0
    assert "E1 chat: 截图.png (image/png)" in cli("show", id).out
    [evidence] = cli("show", id, "--json").document["complaint"]["evidence"]
    assert (evidence["id"], evidence["attachments"][0]["name"]) == ("E1", "截图.png")


def test_steps_depend_on_who_asks(cli: CommandLine) -> None:
    id = cli.triaged()
    by_customer = cli("show", id, "--steps", "--as-customer", "u-17", "--json").document["steps"]
    by_agent = cli("show", id, "--steps", "--json").document["steps"]
    assert "Resolve" in {step["command"] for step in by_agent if step["status"] == "open"}
    assert "Resolve" not in {step["command"] for step in by_customer if step["status"] == "open"}


def test_the_playbook_and_its_phrases_stand_beside_the_steps(cli: CommandLine) -> None:
    """R42: whoever writes to the customer sees what to say first."""
    ran = cli("show", cli.triaged(), "--playbook", "--steps", "--language", "en")
    assert "I understand that this is a nuisance for you." in ran.out
    assert "to the customer you may say: " in ran.out


def test_a_command_says_where_the_complaint_stands_now(cli: CommandLine) -> None:
    id = cli.received()
    ran = cli("do", id, "Triage", "type=fault", 'signals={"hazards": ["funds_lost"]}', *LI, "--language", "zh")
    assert f"{id} is triaged at version 4: 故障-未知-E级" in ran.out
    assert "still to be asked: occurred_at, device" in ran.out


def test_a_name_that_the_policy_does_not_know_is_said(cli: CommandLine) -> None:
    """Else a misspelt team has it, and nobody looks."""
    id = cli.received()
    ran = cli("do", id, "Triage", "type=billing", "team=paymnts", "--by", "li", "--role", "agent")
    assert "caution, known-names: the policy knows no team 'paymnts'" in ran.out


def test_words_win_over_the_json_object(cli: CommandLine) -> None:
    id = cli.triaged()
    ran = cli("do", id, "Note", "--data", '{"text": "one"}', "text=二", *LI, "--json")
    assert ran.document["complaint"]["version"] == 3
    (note,) = [event for event in cli("show", id, "--history", "--json").document["history"] if event["kind"] == "Note"]
    assert note["data"] == {"text": "二"}


def test_words_become_what_the_field_takes() -> None:
    assert parse_command("Verify", ["passed=true", "method=5", "evidence=true"], "", BUILTIN) == Verify(
        True, "5", "true"
    )
    assert parse_command("Hear", ['said={"text": "hi", "via": "phone"}', "request=false"], "", BUILTIN) == Hear(
        Said("hi", "phone"), False
    )
    assert parse_command("Hear", ["said=谢谢"], "", BUILTIN) == Hear(Said("谢谢"))
    assert isinstance(
        parse_command("Compensate", ["kind=refund", "amount=5.50", "currency=USD"], "", BUILTIN), Compensate
    )
    assert parse_command("RecordReview", ["decision=go on", 'participants=["a", "b"]'], "", BUILTIN) == RecordReview(
        "go on", ["a", "b"]
    )
    assert isinstance(parse_command("Triage", ["type=fault"], '{"area": "login"}', BUILTIN), Triage)


def test_a_key_returns_the_first_result(cli: CommandLine) -> None:
    id = cli.triaged()
    for _ in range(2):
        ran = cli("do", id, "Note", "text=once", *LI, "--key", "n-1", "--json")
        assert ran.document["complaint"]["version"] == 3
    other = cli("do", id, "Note", "text=twice", *LI, "--key", "n-1")
    assert (other.code, "a new key for a new question" in other.err) == (2, True)


def test_messages_are_delivered_and_recorded(cli: CommandLine) -> None:
    id = cli.triaged()
    cli("do", id, "Acknowledge", "message=我们记下了", f"next_at={NEXT_MONTH}", *LI)
    document = cli("deliver", "--json").document
    [[message, outcome]] = document["outcomes"]
    assert (message["complaint"], message["id"], outcome["status"]) == (id, "M1", "recorded")
    assert "我们" not in json.dumps(document, ensure_ascii=False)
    assert cli("show", id, "--json").document["complaint"]["facts"]["open_messages"] == []
    assert "nothing sent; 0 waiting" in cli("deliver").out


def test_messages_are_written_by_the_templates_of_a_folder(
    cli: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read before anything is sent."""
    id = cli.triaged()
    cli("do", id, "Acknowledge", "message=我们记下了", f"next_at={NEXT_MONTH}", *LI)
    own = tmp_path / "own"
    assert "templates: found" in cli("deliver", "--templates", str(own)).err
    own.mkdir()
    page = own / "acknowledgement.en.j2"
    page.write_text("收到\n{{ say(message) }}\n", encoding="utf-8")
    assert "acknowledgement.en.j2: found a page without next_at" in cli("deliver", "--templates", str(own)).err
    page.write_text("收到\n{{ say('您好！', message, next_at) }}\n", encoding="utf-8")
    read: list[str] = []

    def send(_: LogChannel, message: CustomerMessage) -> Outcome:
        read.append(message.text)
        return Outcome(ReceiptStatus.DELIVERED)

    monkeypatch.setattr(LogChannel, "send", send)
    assert len(cli("deliver", "--templates", str(own), "--json").document["outcomes"]) == 1
    assert read[0].startswith("您好！我们记下了")


def test_the_head_anchors_what_is_there(cli: CommandLine) -> None:
    id = cli.triaged()
    head = cli("head").out.strip()
    assert cli("head", "--json").document == {"head": head}
    cli("do", id, "Note", "text=later", *LI)
    ran = cli("fsck", "--anchor", head)
    assert (ran.code, ran.out) == (0, "1 complaint(s), 3 event(s): sound\n")
    found = cli("fsck", id, "--json").document
    empty: dict[str, list[str]] = {"breaches": [], "erased": [], "notes": []}
    assert found == {"$kind": "Integrity", "$format": 1, "complaints": 1, "events": 3, **empty, "sound": True}
    assert cli("fsck", id, "--anchor", head).code == 2
    assert cli("fsck", "--anchor", "no head").code == 2
    ran = cli("fsck", "--since", head)
    assert (ran.code, ran.out) == (0, "1 complaint(s), 3 event(s): sound\n")
    assert cli("anchor", "heads").code == 0
    assert cli("fsck", "--since", "heads").out == "0 complaint(s), 0 event(s): sound\n"
    assert cli("fsck", "--since", "no head").code == cli("fsck", id, "--since", head).code == 2


def test_a_key_of_the_chain_comes_from_a_file(cli: CommandLine) -> None:
    with Desk.open(cli.store, chain_key=b"secret") as desk:
        from tests.stories import receive

        desk.receive(receive(), by=Actor.system())
    assert cli("fsck").code == 8
    (cli.folder / "key").write_bytes(b"secret\n")
    assert cli("fsck", "--chain-key", "key").code == 0


def test_a_diagram_needs_no_store(cli: CommandLine) -> None:
    assert cli("diagram").out.startswith("stateDiagram-v2")
    assert cli("diagram", "dot", "--command", "Close").out.startswith("digraph")
    document = cli("diagram", "mermaid", "--json").document
    assert (document["format"], document["diagram"][:12]) == ("mermaid", "stateDiagram")
    assert not (cli.folder / "complaints.db").exists()


def test_a_policy_changes_the_rules(cli: CommandLine) -> None:
    Path("strict.toml").write_text("text_limit = 30\n")
    strict = (*LI, "--policy", "strict.toml")
    id = cli.received()
    assert (
        cli("do", id, "Note", "text=much too long for this house, says its policy", *strict).code == 0
    )  # it keeps the policy that it came in under
    assert cli("migrate", id, "--reason", "spring", *strict[-2:]).code == 0
    assert cli("do", id, "Note", "text=short", *strict).code == 0
    assert cli("do", id, "Note", "text=much too long for this house, says its policy", *strict).code == 2


def test_a_migration_names_the_runs_that_are_due_at_another_time(cli: CommandLine) -> None:
    id = cli.received()
    rule = 'rule = "7"\nstarts = ["received"]\nsatisfied = ["Call"]\nbudget = "30h"\n'
    Path("swift.toml").write_text(f"[clocks.word]\n{rule}")
    swift = ("--reason", "spring", "--policy", "swift.toml", "--dry-run")
    (moved,) = cli("migrate", id, *swift, "--json").document["migrations"][0]["moved"]
    assert (moved["key"]["text"], moved["before"]) == ("word/1/1", None)
    assert "word/1/1" in cli("migrate", id, *swift).out


def test_what_a_stranger_wrote_cannot_drive_the_terminal(cli: CommandLine) -> None:
    id = cli.triaged()
    cli("do", id, "Hear", 'said={"text": "x\\u001b[2J\\u202eevil", "via": "phone", "ref": "1"}', *LI)
    shown = cli("show", id, "--history", "--brief").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "evil" in shown


def test_a_narrow_terminal_gets_each_row_by_itself(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    id = cli.triaged()
    monkeypatch.setenv("COLUMNS", "40")
    lines = cli("list").out.splitlines()
    assert f"id              {id}" in lines
    assert max(map(len, lines)) <= 40


def test_a_customer_is_erased_once_all_is_over(cli: CommandLine) -> None:
    """What is refused is told, with its reason, and takes nothing."""
    id = cli.triaged()
    order = ("erase", "u-17", "--reason", "asked by mail")
    tried = cli(*order, "--dry-run")
    assert (tried.code, "ended-before-erasure" in tried.out, "0 of 1 would be erased" in tried.out) == (3, True, True)
    assert cli(*order).code == 3
    cli("do", id, "Withdraw", 'said={"text": "forget it", "via": "phone", "ref": "1"}', *LI)
    assert "1 of 1 would be erased" in cli(*order, "--dry-run").out
    (record,) = cli(*order, "--json").document["erasure"]["records"]
    assert (record["complaint"], record["events"], record["refusals"]) == (id, 3, [])
    assert cli("vacuum").code == 0
    assert cli("fsck").code == 0
    assert "0 of 0 were erased" in cli(*order).out


def test_what_was_kept_for_too_long_is_erased(cli: CommandLine) -> None:
    """What is held is named, and the call says so to a script."""
    Path("brief.toml").write_text("[retention]\nwithdrawn = 30\n")
    long_ago = FrozenClock(datetime.now(UTC) - timedelta(days=40))
    with Desk.open(cli.store, clock=long_ago) as desk:
        gone, held = (desk.receive(s.receive(), s.WITHDRAW, by=s.LI).id for _ in range(2))
    policy = ("--policy", "brief.toml")
    assert cli("do", held, "PlaceHold", "reason=a lawsuit", *LI).code == 0
    assert "1 of 2 would be erased" in cli("retention", "--dry-run", *policy).out
    ran = cli("retention", *policy)
    assert (ran.code, "1 of 2 were erased" in ran.out, "not-on-hold" in ran.out) == (3, True, True)
    assert [one["complaint"] for one in cli("retention", "--json", *policy).document["expired"]] == [held]
    assert "Erase" in cli("show", gone, "--history").out


def test_all_that_is_held_about_a_customer_is_a_document_and_a_page(cli: CommandLine) -> None:
    """The page is for its owner alone, and nobody's file is overwritten."""
    id = cli.triaged()
    assert cli("export", "u-17", "--json").document["records"][0]["complaint"]["id"] == id
    ran = cli("export", "u-17", "--page", "page.html", "--language", "zh")
    assert (ran.code, id in ran.out) == (0, True)
    page = Path("page.html")
    assert (page.stat().st_mode & 0o777, "的全部记录" in page.read_text(encoding="utf-8")) == (0o600, True)
    assert cli("export", "u-17", "--page", "page.html").code == 2
    assert cli("export", "u-17", "--page", "none/page.html").code == 2
