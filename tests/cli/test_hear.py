"""An e-mail is heard from a file or through a pipe."""

from __future__ import annotations

import json

import pytest

from complaintflow.inbound import SignedIds
from complaintflow.plugins.message_ids import message_id
from tests.cli.command_line import LI, CommandLine, run_process

CONTACT = '{"id": "u-17", "contact": {"email": "u17@example.com"}}'
CUSTOMER = f'{{"channel": "email", "customer": {CONTACT}, "description": "我付了两次款"}}'


@pytest.fixture
def id(cli: CommandLine) -> str:
    ran = cli("receive", "--data", CUSTOMER, "--as-system", "--json")
    return str(ran.document["complaint"]["id"])


def mail(cli: CommandLine, id: str, text: str = "又扣了一次", sender: str = "u17@example.com") -> str:
    """A mail in a file."""
    path = cli.folder / "mail.eml"
    path.write_bytes(f"From: {sender}\nSubject: Re: {id}\nMessage-ID: <1@x>\n\n{text}".encode())
    return str(path)


def test_a_customers_mail_is_heard_once(cli: CommandLine, id: str) -> None:
    for _ in range(2):
        ran = cli("hear", mail(cli, id))
        assert (ran.code, ran.out) == (0, f"{id}: the customer's word is on record\n")
    events = cli("show", id, "--history", "--json").document["history"]
    assert [event["kind"] for event in events] == ["Receive", "Hear"]


def test_a_suggestion_can_be_asked_for_as_it_is_printed(cli: CommandLine, id: str) -> None:
    cli("do", id, "AskCustomer", 'questions={"device": "什么手机?"}', *LI)
    [found] = cli("hear", mail(cli, id, "华为"), "--json").document["suggestions"]
    assert (found["command"]["$kind"], found["why"]) == ("Answer", "device was asked")
    ran = cli("do", id, "Answer", "--data", json.dumps(found["command"]), *LI, "--json")
    assert ran.document["complaint"]["intake"]["device"] == "华为"


def test_a_strangers_mail_is_noted(cli: CommandLine, id: str) -> None:
    ran = cli("hear", mail(cli, id, sender="thief@example.net"))
    assert ran.code == 0
    assert ran.out.splitlines() == [
        f"{id}: noted, and not the customer's word",
        "  it may be Hear: the address is none of the customer's contacts",
    ]


def test_a_sender_whom_the_named_server_did_not_prove_is_a_stranger(cli: CommandLine, id: str) -> None:
    assert cli("hear", mail(cli, id), "--authserv", "mx.example.com", "--json").document["disposition"] == "noted"


def test_a_mail_about_nothing_of_ours_has_an_exit_code_of_its_own(cli: CommandLine, id: str) -> None:
    ran = cli("hear", mail(cli, "C-260302-aaaaaaaaaa"))
    assert ran.code == 5
    assert "Nothing is on record" in ran.out


def test_a_file_that_is_not_there_is_named(cli: CommandLine, id: str) -> None:
    ran = cli("hear", "nowhere.eml")
    assert (ran.code, "nowhere.eml" in ran.err) == (2, True)


def test_a_mail_server_pipes_it_in(cli: CommandLine, id: str) -> None:
    raw = f"From: u17@example.com\nSubject: {id}\n\n还没到账".encode("gb18030")
    heard = run_process("hear", "-", "--json", "--store", cli.store, folder=cli.folder, given=raw)
    assert (heard.code, heard.document["disposition"], heard.document["complaint"]) == (0, "heard", id)


def test_a_secret_of_the_message_ids_comes_from_a_file(cli: CommandLine, id: str) -> None:
    """An id that nobody signed names nothing, so that nobody makes one up."""
    secret = b"the secret of a house: 32 bytes or more"
    (cli.folder / "key").write_bytes(secret + b"\n")
    key = f"{id}/1/0/M1"
    for answered, code in ((message_id(key, "x.com"), 5), (SignedIds(secret).message_id(key, "x.com"), 0)):
        raw = f"From: u17@example.com\nMessage-ID: <1@x>\nIn-Reply-To: {answered}\n\n又扣了一次"
        (cli.folder / "mail.eml").write_text(raw, encoding="utf-8")
        assert cli("hear", str(cli.folder / "mail.eml"), "--signed-by", "key").code == code
