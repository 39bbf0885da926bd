"""The clocks on the command line: what is due is done, why it is due, and what is due next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from complaintflow import Desk
from complaintflow.cli.agenda import colour, time_left
from complaintflow.cli.output import Output, Table
from complaintflow.desk.worker import Ticked, Unchecked
from tests.cli.command_line import LI, CommandLine

FAR = (datetime.now(UTC) + timedelta(days=12)).replace(hour=12).isoformat()
"""At noon in Shanghai, where people may be reminded, whenever the test runs."""
FARTHER = (datetime.now(UTC) + timedelta(days=20)).isoformat()


def kinds(cli: CommandLine, id: str) -> list[str]:
    history = cli("show", id, "--history", "--json").document["history"]
    return [event["kind"] for event in history if event["by"].startswith("system")]


def test_a_dry_run_says_what_would_be_done_and_does_nothing(cli: CommandLine) -> None:
    id = cli.triaged()
    ran = cli("tick", "--at", FAR, "--dry-run")
    assert ran.code == 0
    assert "would do" in ran.out
    assert "first_response_instant/1/1@due" in ran.out
    assert "would be done, 1 complaint looked at" in ran.out
    assert kinds(cli, id) == []


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Sets the clock of every desk to that time."""
    return lambda: monkeypatch.setattr(Desk, "_now", lambda _: datetime.fromisoformat(FAR))


def test_a_forgotten_dry_run_closes_and_declines_nobody(cli: CommandLine) -> None:
    """R33: a look ahead only says what would be."""
    id = cli.triaged()
    ran = cli("tick", "--at", FAR)
    assert "would be done, 1 complaint looked at" in ran.out
    assert cli("tick", "--at", FAR, "--json").document["dry"] is True
    assert kinds(cli, id) == []


def test_a_tick_does_what_is_due_and_says_it_to_machines(cli: CommandLine, far: Callable[[], None]) -> None:
    id = cli.triaged()
    far()
    document = cli("tick", "--json").document
    assert (document["dry"], document["checked"]) == (False, 1)
    missed = next(one for one in document["done"] if one["key"]["text"] == "first_response_instant/1/1@due")
    assert (missed["complaint"], missed["command"]["$kind"], missed["refusals"]) == (id, "MissDeadline", [])
    assert missed["command"]["clock"] == "first_response_instant/1/1"
    assert {"MissDeadline", "Remind"} == set(kinds(cli, id))
    again = cli("tick")
    assert again.out == "0 things done, 0 complaints looked at\n"
    assert cli("fsck").code == 0


def test_a_refused_thing_is_listed_with_its_reason(cli: CommandLine) -> None:
    """R33: the window of silence has passed, and the customer had asked something new."""
    id = cli.triaged()
    notice = [f"{name}=我们查了账单第{place}页" for place, name in enumerate(("understood", "judged", "done", "next"))]
    cli("do", id, "AddEvidence", "kind=ledger", "source=payments", "content=one charge", *LI)
    cli("do", id, "CheckEvidence", "evidence=E1", "finding=agrees", *LI)
    cli("do", id, "Resolve", "summary=refunded", "touches=nothing", *LI)
    cli("do", id, "Verify", "passed=true", "method=ledger", "evidence=one charge", *LI)
    told = cli("do", id, "Notify", *notice, f"next_at={FARTHER}", *LI)
    assert told.code == 0, told.err
    rules = cli.folder / "rules.toml"
    rules.write_text('sending.reaching = ["log"]', encoding="utf-8")
    cli("deliver", "--policy", str(rules))
    cli("do", id, "Hear", 'said={"text": "and my points?"}', "--as-customer", "u-17")
    refused = [one for one in cli("tick", "--at", FAR, "--json").document["done"] if one["refusals"]]
    assert [one["command"]["$kind"] for one in refused] == ["Close"]
    assert "answer to what came from the customer (words)" in refused[0]["refusals"][0]["why"]


def test_a_complaint_that_could_not_be_looked_at_is_named(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.received()
    monkeypatch.setattr(Desk, "tick", lambda *_, **__: Ticked(failed=(Unchecked("C-1", "KeyError('x')"),)))
    ran = cli("tick")
    assert (ran.code, "C-1 could not be looked at: KeyError('x')" in ran.out) == (1, True)
    assert cli("tick", "--json").document["failed"] == [{"complaint": "C-1", "why": "KeyError('x')"}]


@pytest.mark.parametrize("at", ["yesterday", "2026-01-31T09:00"])
def test_a_time_needs_its_offset(cli: CommandLine, at: str) -> None:
    id = cli.received()
    for words in (("tick", "--at", at), ("explain", id, "--at", at)):
        ran = cli(*words)
        assert (ran.code, "at: found" in ran.err) == (2, True), ran.err


def test_every_clock_is_explained_in_both_languages(cli: CommandLine) -> None:
    id = cli.triaged()
    english = cli("explain", id).out
    assert "first_response_instant (R2): " in english
    assert "counted on the calendar always" in english
    assert "first_response_instant(R2):计时中" in cli("explain", id, "--language", "zh").out
    clocks = {one["deadline"]["clock"]: one for one in cli("explain", id, "--at", FAR, "--json").document["clocks"]}
    first = clocks["first_response_instant"]
    assert (first["deadline"]["rule"], first["deadline"]["status"], first["deadline"]["late"]) == (
        "R2",
        "breached",
        True,
    )
    assert first["text"].startswith("first_response_instant (R2): breached, late")
    assert len(first["segments"]) == 1
    assert cli("explain", "C-nobody").code == 5


def test_the_agenda_names_the_clocks_that_run_the_earliest_first(cli: CommandLine) -> None:
    id = cli.triaged()
    cli("tick")
    lines = cli("agenda").out.splitlines()
    assert lines[0].split() == ["due", "(UTC)", "complaint", "clock", "rule", "left"]
    assert "first_response_instant" in lines[1]
    due = cli("agenda", "--json").document["agenda"]
    assert [one["deadline"]["due"] for one in due] == sorted(one["deadline"]["due"] for one in due)
    assert {one["complaint"] for one in due} == {id}
    assert {"complaint", "look", "deadline"} == set(due[0])


def test_what_is_overdue_stays_on_the_agenda_though_nobody_is_to_be_told_any_more(
    cli: CommandLine, far: Callable[[], None]
) -> None:
    """It is looked at daily; a command says when its clocks are looked at next."""
    id = cli.received()
    assert None not in {one["look"] for one in cli("agenda", "--json").document["agenda"]}
    assert "1970" not in cli("agenda").out
    far()
    for _ in range(2):
        cli("tick")
    late = [
        one
        for one in cli("agenda", "--json").document["agenda"]
        if one["deadline"]["clock"] == "first_response_instant"
    ]
    assert [(one["complaint"], one["deadline"]["late"]) for one in late] == [(id, True)]
    assert late[0]["look"] is not None


def test_the_agenda_is_bounded_and_may_be_empty(cli: CommandLine) -> None:
    cli.received()
    cli.received()
    assert len({one["complaint"] for one in cli("agenda", "--limit", "1", "--json").document["agenda"]}) == 1
    assert cli("agenda", "--limit", "0").code == 2
    with Desk.open("sqlite:///empty.db"):
        pass
    from complaintflow.cli import main

    assert main(["agenda", "--store", "sqlite:///empty.db"]) == 0
    assert cli.capture.readouterr().out.endswith("Nothing is due.\n")


@pytest.mark.parametrize(
    ("hours", "text"), [(-1, "1 h 0 min late"), (-60, "2 d 12 h late"), (0.5, "30 min"), (25, "1 d 1 h")]
)
def test_what_is_left_is_said_in_words(hours: float, text: str) -> None:
    assert time_left(timedelta(hours=hours)) == text


@pytest.mark.parametrize(("hours", "name"), [(-1, "red"), (0.5, "yellow"), (5, "cyan"), (50, "")])
def test_the_colour_says_how_late(cli: CommandLine, hours: float, name: str) -> None:
    id = cli.received()
    with Desk.open(cli.store) as desk:
        [clock] = desk.explain(id)
    due = clock.deadline.due
    assert due
    assert colour(clock.deadline, due - timedelta(hours=hours)) == name
    assert colour(None, datetime.now(UTC)) == ""


def test_a_terminal_gets_the_colours(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    Output(machine=False).show([Table(("due", "what"), [("now", "late"), ("later", "fine")], ["red"])])
    assert "\x1b[31m" in capsys.readouterr().out
