"""Our Message-IDs are signed: who never got a mail of ours can neither bring it back nor answer it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from complaintflow.errors import DefinitionError
from complaintflow.inbound import Bounce, Reply, SignedIds, read_mail
from complaintflow.plugins.message_ids import key_of, message_id
from tests import stories as s
from tests.inbound.fixtures import ID, told

SECRET, OLD = b"the secret of a house: 32 bytes or more", b"the secret that it had until last month"
IDS = SignedIds(SECRET)
KEY = f"{ID}/1/1/M2"


def returned(id: str) -> bytes:
    """A report by the book that the message with this Message-ID failed."""
    return f"""\
From: MAILER-DAEMON@mx.example.net
Message-ID: <1@mx.example.net>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Action: failed
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

Message-ID: {id}
--b--
""".encode(errors="replace")


def answer(id: str) -> bytes:
    return f"From: u17@example.com\nMessage-ID: <2@x>\nIn-Reply-To: {id}\n\n还没到账".encode(errors="replace")


def forged() -> list[str]:
    """What somebody may try who knows the complaint and how its messages are counted."""
    genuine = IDS.message_id(KEY, "help.example.com")
    other = IDS.message_id(f"{ID}/1/1/M1", "help.example.com")
    signature = other.partition(".")[2]
    return [
        message_id(KEY, "help.example.com"),
        f"<{KEY}.@help.example.com>",
        f"<{KEY}.{signature}",
        genuine.replace("/M2.", "/M3."),
        genuine.replace("@", "x@"),
        SignedIds(b"a secret that somebody else has, not we").message_id(KEY, "help.example.com"),
        f"<{KEY}.\u00fc\ud800@help.example.com>",
    ]


@pytest.mark.parametrize("id", forged())
def test_a_made_up_id_brings_no_message_back(id: str) -> None:
    """A notice that arrived would count as undelivered, by anybody's word."""
    assert not isinstance(read_mail(returned(id), s.T0, signed=IDS), Bounce)


@pytest.mark.parametrize("id", forged())
def test_a_made_up_id_answers_nothing(id: str) -> None:
    found = read_mail(answer(id), s.T0, signed=IDS)
    assert isinstance(found, Reply)
    assert found.candidates == ()


@pytest.mark.parametrize("ids", [IDS, SignedIds((OLD, SECRET)), SignedIds([SECRET, OLD])])
def test_a_signed_id_counts_under_each_secret_of_the_house(ids: SignedIds) -> None:
    """While the secret is changed no bounce and no answer is lost."""
    id = IDS.message_id(KEY, "help.example.com")
    bounce, reply = (read_mail(raw, s.T0, signed=ids) for raw in (returned(id), answer(id)))
    assert bounce.candidates == reply.candidates == (ID,)
    assert isinstance(bounce, Bounce)
    assert bounce.key == KEY


def test_a_house_that_only_signs_loses_no_answer() -> None:
    """It gave the secret to its channel, and forgot it where it reads."""
    id = IDS.message_id(KEY, "help.example.com")
    assert read_mail(answer(id), s.T0).candidates == (ID,)


def test_a_forged_bounce_leaves_a_delivered_notice_delivered() -> None:
    with told() as one:
        delivered = one.complaint.cycle.delivered
        heard = one.desk.hear(read_mail(returned(message_id(KEY, "help.example.com")), s.T0, signed=IDS))
        assert heard.recorded is False
        assert one.complaint.cycle.delivered == delivered


@given(st.text("Cabc-0123456789/.@<>%投诉 \n", min_size=1), st.integers(1, 99), st.integers(0, 99), st.integers(1, 999))
def test_a_signed_id_leads_back_to_its_key(complaint: str, cycle: int, fix: int, number: int) -> None:
    key = f"{complaint}/{cycle}/{fix}/M{number}"
    made = IDS.message_id(key, "help.example.com")
    assert IDS.key_of(made) == key_of(made) == key
    assert made.isascii()
    assert not set(made[1:-1]) & set("<> \n")


@pytest.mark.parametrize("secrets", [(), b"short", (SECRET, b""), ["x" * 40]])
def test_a_weak_secret_is_refused_without_being_shown(secrets: Any) -> None:
    with pytest.raises(DefinitionError) as caught:
        SignedIds(secrets)
    assert [one.path for one in caught.value.problems] == ["secrets"]
    assert "short'" not in str(caught.value)


@pytest.mark.parametrize("id", forged())
def test_any_text_may_be_asked_for_its_key(id: str) -> None:
    assert IDS.key_of(id) == ""


def test_no_secret_is_printed() -> None:
    assert "secret of a house" not in repr(IDS)
