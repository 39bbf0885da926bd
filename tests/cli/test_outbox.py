"""What waits, what could not be sent, and what to do about it, on the command line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from complaintflow import Actor, Customer, Desk, to_data
from complaintflow.channels import Channels
from complaintflow.cli.outbox import view_delivery
from complaintflow.commands import Acknowledge, Receive
from complaintflow.desk.delivery import Delivery
from complaintflow.plugins import CustomerMessage, Outcome
from complaintflow.vocabulary import ReceiptStatus
from tests.cli.command_line import CommandLine

LI = Actor("li", frozenset({"agent"}))


class Refusing:
    """A channel that knows nobody."""

    def send(self, message: CustomerMessage) -> Outcome:
        return Outcome(ReceiptStatus.FAILED, detail="查无此人")


@pytest.fixture
def id(cli: CommandLine) -> str:
    """A complaint with one dead letter, of which its owner hears, and one that waits."""
    with Desk.open(cli.store, plugins=[Channels({"app": Refusing()})]) as desk:
        id = desk.receive(Receive("app", Customer("u-17"), "paid twice"), by=Actor.system()).id
        for text in ("已记录", "还在查"):
            desk.do(id, Acknowledge(text, datetime.now(UTC) + timedelta(days=1)), by=LI)
            if text == "已记录":
                desk.deliver()
    return id


def test_what_waits_and_what_is_dead_is_shown_without_texts(cli: CommandLine, id: str) -> None:
    shown = cli("outbox").out
    assert "Waiting:" in shown
    assert "Dead letters:" in shown
    assert "查无此人" in shown
    document = cli("outbox", "--json").document
    [reminder, waiting], [dead] = document["waiting"], document["dead"]
    assert (reminder["message"]["id"], reminder["message"]["kind"]) == ("M2", "Remind")
    assert (waiting["message"]["id"], waiting["attempts"], waiting["why"]) == ("M3", 0, "")
    assert (dead["message"]["id"], dead["number"], dead["message"]["channel"], dead["until"]) == ("M1", 1, "app", None)
    assert dead["message"]["key"] == f"{id}/1/0/M1"
    assert "已记录" not in shown + str(document)
    assert cli("outbox", "--dead", "--json").document["waiting"] == []
    assert cli("outbox", "--after", "3").out == "Nothing waits, and there is no dead letter.\n"


def test_a_dead_letter_is_retried(cli: CommandLine, id: str) -> None:
    assert cli("retry", "1").out == "1 waits again.\n"
    assert len(cli("outbox", "--json").document["waiting"]) == 3
    sent = cli("deliver", "--json").document["outcomes"]
    assert {message["id"]: outcome["status"] for message, outcome in sent} == dict.fromkeys(
        ("M1", "M2", "M3"), "recorded"
    )


def test_a_dead_letter_is_discarded(cli: CommandLine, id: str) -> None:
    assert cli("discard", "1", "--json").document == {"number": 1, "done": "discarded"}
    assert cli("outbox", "--dead", "--json").document["dead"] == []


@pytest.mark.parametrize("words", [("retry", "2"), ("discard", "9")])
def test_a_number_that_is_no_dead_letter_s_is_refused(cli: CommandLine, id: str, words: tuple[str, str]) -> None:
    ran = cli(*words)
    assert ran.code != 0
    assert "the number of a dead letter" in ran.err


def test_a_delivery_says_what_could_not_be_sent() -> None:
    assert "2 could not be sent: see complaintflow outbox --dead" in view_delivery(Delivery(dead=2))
    assert to_data(Delivery(dead=2), bodies=False)["dead"] == 2


def test_a_message_that_waits_is_recalled_by_its_number(cli: CommandLine, id: str) -> None:
    waiting = cli("outbox", "--json").document["waiting"]
    number = str(next(one["number"] for one in waiting if one["message"]["kind"] == "Acknowledge"))
    assert cli("recall", number, "--reason", "the wrong case", "--by", "li").out == f"{number} recalled.\n"
    assert [one["message"]["kind"] for one in cli("outbox", "--json").document["waiting"]] == ["Remind"]
    assert "Recall" in cli("show", id, "--history").out
    assert cli("recall", number, "--reason", "again", "--by", "li").code != 0
