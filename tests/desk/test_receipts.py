"""A receipt in the hands of a customer: what it proves, in which letters it comes, and that it outlives an erasure."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from base64 import urlsafe_b64encode
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from complaintflow import Actor, Desk, InvalidInput, NotFound, Policy, commands as c
from complaintflow.desk.receipts import check_offline, read_receipt
from complaintflow.messages.rendering import Templates
from complaintflow.record import LedgerReceipt
from complaintflow.testing import FrozenClock, RecordingChannel
from tests import stories as s
from tests.desk.test_delivery import carrying
from tests.stores.desks import Opener, at_desk, erase, opened, openers, received

EXAMPLE = Path(__file__).parents[2] / "docs" / "howto" / "verify_receipt.py"


@pytest.fixture(params=["memory", "sqlite"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    return openers(request.param, tmp_path)


def by_the_published_file(text: str, folder: Path, *head: str) -> tuple[int, str]:
    """What the single file says, without this package and without what is installed."""
    letter = folder / "letter.txt"
    letter.write_text(text, encoding="utf-8")
    command = [sys.executable, "-I", "-S", str(EXAMPLE), str(letter), *head]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    return done.returncode, done.stdout + done.stderr


def test_a_receipt_is_sound_as_long_as_the_ledger_only_grows(opener: Opener) -> None:
    with opener() as desk:
        id = received(desk).id
        receipt, head = desk.receipt(id, 1), desk.head()
        assert str(receipt.head) == head
        received(desk)
        at_desk(desk, id, c.Note("more"))
        checked = desk.check_receipt(str(receipt))
        assert (checked.sound, checked.compared, checked.head) == (True, True, head)
        assert desk.check_receipt(receipt, anchor=desk.head()).sound
        assert check_offline(receipt, head).sound


def test_a_receipt_of_an_earlier_ledger_fits_the_head_that_was_anchored_then(opener: Opener) -> None:
    """A customer asks for it when a newspaper has printed a head."""
    with opener() as desk:
        id = received(desk).id
        at_desk(desk, id, c.Note("one"))
        anchor = desk.head()
        at_desk(desk, id, c.Note("two"))
        assert str(desk.receipt(id, 2, anchor=anchor).head) == anchor
        assert check_offline(desk.receipt(id, 2, anchor=anchor), anchor).sound
        with pytest.raises(InvalidInput, match="among the first 2 of the ledger"):
            desk.receipt(id, 3, anchor=anchor)


def test_without_a_number_it_is_of_what_the_customer_was_told_last_or_of_the_end(opener: Opener) -> None:
    with opener() as desk:
        id = received(desk).id
        assert desk.receipt(id).public.seq == 1
        at_desk(desk, id, c.Acknowledge("we have it", s.T0 + timedelta(hours=1)), c.Note("inside"))
        assert desk.receipt(id).public.kind == "Acknowledge"
        at_desk(desk, id, c.Withdraw("settled with the shop"), by=Actor.customer("u-17"))
        at_desk(desk, id, c.Note("inside"))
        assert desk.receipt(id).public.kind == "Withdraw"


@pytest.mark.parametrize("seq", [0, -1, 9])
def test_an_event_that_is_not_there_has_no_receipt(opener: Opener, seq: int) -> None:
    with opener() as desk:
        id = received(desk).id
        with pytest.raises(InvalidInput, match="an event of"):
            desk.receipt(id, seq)
        with pytest.raises(NotFound):
            desk.receipt("C-none")
        with pytest.raises(InvalidInput, match="anchor"):
            desk.receipt(id, anchor="no head")
        with pytest.raises(InvalidInput, match="a whole receipt"):
            desk.check_receipt("CFR1.none")


def test_a_receipt_names_no_staff_and_no_private_word(opener: Opener) -> None:
    with opener() as desk:
        id = at_desk(desk, received(desk).id, c.Note("secret words")).id
        whole = desk.receipt(id, 2).encoded
        assert s.LI.id.encode() not in whole.replace(id.encode(), b"")
        assert b"secret" not in whole


@pytest.mark.parametrize("key", [b"", b"a key of the house"])
def test_receipt_and_published_file_still_prove_an_event_whose_words_were_erased(tmp_path: Path, key: bytes) -> None:
    """Also without the key of the chain, which the customer never has."""
    path = tmp_path / "desk.db"
    with opened(path, chain_key=key) as desk:
        id = received(desk).id
        receipt, head = str(desk.receipt(id, 1)), desk.head()
    erase(path, id)
    with opened(path, chain_key=key) as desk:
        assert desk.check_receipt(receipt, anchor=head).sound
        assert str(desk.receipt(id, 1)) == receipt
    code, told = by_the_published_file(f"Dear customer,\n{receipt}\nyours", tmp_path, head)
    assert (code, "sound" in told) == (0, True), told
    assert f"{id} event 1: Receive" in told
    with opened(path, chain_key=b"another") as desk:
        assert "read without its key" in str(desk.check_receipt(receipt).problems)


@pytest.mark.parametrize(
    ("change", "head", "code", "told"),
    [
        (lambda text: text, "2:" + "0" * 64, 1, "of another size"),
        (lambda text: text, "1:" + "0" * 64, 1, "NOT in the ledger"),
        (lambda text: text[:-9], "1:" + "0" * 64, 2, "cut off"),
        (lambda text: text.replace("CFR1.", "CFR1.B"), "", 2, "no receipt"),
        (lambda text: "no receipt", "", 2, "there is no CFR1."),
        (lambda text: text, "", 3, "nothing is proved yet"),
    ],
)
def test_the_published_file_says_what_is_not_proved(
    tmp_path: Path, change: object, head: str, code: int, told: str
) -> None:
    with Desk.open("memory://", clock=FrozenClock()) as desk:
        receipt = str(desk.receipt(received(desk).id))
    assert callable(change)
    done, said = by_the_published_file(change(receipt), tmp_path, *filter(None, [head]))
    assert (done, told in said) == (code, True), said


def forged(*public: object) -> str:
    """A receipt of a ledger of one event, which somebody has made up."""
    text = json.dumps(public).encode()
    whole = struct.pack(">BQQH", 1, 0, 1, len(text)) + text + bytes(32)
    return "CFR1." + urlsafe_b64encode(whole + sha256(whole).digest()[:4]).decode().rstrip("=")


@pytest.mark.parametrize(
    "public",
    [
        (),
        ("C-1", 1, "now", "Receive", "received", "v"),
        ("C-1", 1, 10**25, "Receive", "received", "v"),
        ("C-1", 1, -(10**17), "Receive", "received", "v"),
        ("C-1", 1, 1, "Receive", "received", "v", "more"),
    ],
)
def test_what_tells_of_no_event_is_no_receipt(tmp_path: Path, public: tuple[object, ...]) -> None:
    """Else it ended as if the head did not agree, or as a fault of ours."""
    assert by_the_published_file(forged(*public), tmp_path)[0] == 2
    with pytest.raises(InvalidInput, match="a whole receipt"):
        read_receipt(forged(*public))


@pytest.mark.parametrize("place", range(4))
def test_a_forged_receipt_says_nothing_in_our_name(tmp_path: Path, place: int) -> None:
    """A line "sound: it is in the ledger" on the screen of a customer, above the one that says that it is not."""
    texts = ["C-1", "Receive", "received", "v"]
    texts[place] = "\n\nsound: it is in the ledger whose head you gave\n\x1b[8m"
    receipt = forged(texts[0], 1, 1, *texts[1:])
    code, said = by_the_published_file(receipt, tmp_path, "1:" + "0" * 64)
    assert code == 1
    assert not any(line.startswith("sound") for line in said.splitlines())
    assert "\x1b" not in said
    with pytest.raises(InvalidInput, match="a whole receipt"):
        read_receipt(receipt)


def test_the_published_file_is_short_enough_to_be_read() -> None:
    assert len(EXAMPLE.read_text(encoding="utf-8").splitlines()) <= 150


# ── letters

SENDING = Policy.from_toml('[sending]\nreceipts = ["Acknowledge", "Withdraw"]')


def letters(policy: Policy | None, form: str = "plain", **more: object) -> tuple[list[str], list[str], Desk, str]:
    """The letters of a complaint that was acknowledged, as they were sent: text and page."""
    channel = RecordingChannel(form=form)
    desk = Desk.open("memory://", clock=FrozenClock(), plugins=[carrying(channel)], policy=policy, **more)  # type: ignore[arg-type]
    id = received(desk).id
    at_desk(desk, id, c.Acknowledge("we have it, and read it today", s.T0 + timedelta(hours=1)))
    desk.deliver()
    return [*channel.texts], [getattr(one, "html", "") for one in channel.sent], desk, id


def test_an_acknowledgement_carries_its_receipt_where_the_house_wants_it() -> None:
    [text], _, desk, id = letters(SENDING)
    receipt = LedgerReceipt.parse(text)
    assert (receipt.public.complaint, receipt.public.kind) == (id, "Acknowledge")
    assert desk.check_receipt(text).sound
    assert "回执" in text or "Receipt for your records" in text
    assert desk.check_integrity().sound


def test_no_letter_carries_one_unless_the_house_wants_it() -> None:
    [text], _, _, _ = letters(None)
    assert "CFR1." not in text


def test_a_mail_says_it_in_its_text_and_on_its_page() -> None:
    [text], [page], desk, _ = letters(SENDING, "mail", renderer=Templates())
    assert desk.check_receipt(text).sound
    assert desk.check_receipt(page).sound
    assert page.index("CFR1.") < page.index("</body>")


def test_a_chat_has_no_room_for_it() -> None:
    [text], _, _, _ = letters(SENDING, "sms")
    assert "CFR1." not in text
