"""A receipt on its way: as bytes and in a letter, whole or not."""

from __future__ import annotations

from hashlib import sha256
from struct import pack

import attrs
import pytest
from hypothesis import given, settings, strategies as st
from msgspec.structs import replace

from complaintflow.record.history import PublicEvent, head_of
from complaintflow.record.merkle import inclusion_proof
from complaintflow.record.receipt import LedgerReceipt

PUBLIC = PublicEvent(
    "C-260302-0a1b2c3d4e", 2, 1772442120000000, "Acknowledge", "received", "df30a32111821c52 0dbb799bdac68e62"
)


def receipt_of(place: int, size: int) -> tuple[LedgerReceipt, list[bytes]]:
    inner = sha256(b"inner").digest()
    own = LedgerReceipt(PUBLIC, inner, place, size, ()).link
    links = [own if one == place else sha256(str(one).encode()).digest() for one in range(size)]
    return LedgerReceipt(PUBLIC, inner, place, size, inclusion_proof(links, place)), links


places = st.integers(1, 40).flatmap(lambda size: st.tuples(st.integers(0, size - 1), st.just(size)))


@settings(max_examples=40)
@given(places)
def test_a_receipt_comes_back_from_its_bytes_and_from_its_line_and_names_the_head(at: tuple[int, int]) -> None:
    receipt, links = receipt_of(*at)
    assert LedgerReceipt.decode(receipt.encoded) == receipt
    assert LedgerReceipt.parse(str(receipt)) == receipt
    assert "\n" not in str(receipt)
    assert receipt.head == head_of(links)


def test_a_receipt_is_found_in_a_letter_that_was_wrapped_and_quoted() -> None:
    """Mail programs break long lines, and put a sign before each when somebody answers."""
    receipt, _ = receipt_of(3, 21)
    line = str(receipt)
    wrapped = "\n> ".join(line[start : start + 60] for start in range(0, len(line), 60))
    assert LedgerReceipt.parse(f"> Dear customer,\n> {wrapped}\n> Yours, the helpdesk") == receipt


def test_a_receipt_of_another_tree_and_one_that_was_cut_say_so() -> None:
    receipt, links = receipt_of(3, 21)
    assert LedgerReceipt.decode(receipt.encoded).head == head_of(links)
    whole = receipt.encoded
    with pytest.raises(ValueError, match="a whole receipt"):
        _ = attrs.evolve(receipt, proof=receipt.proof[1:]).head
    for wrong in (whole[:4], whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1])):
        with pytest.raises(ValueError, match="a whole receipt"):
            LedgerReceipt.decode(wrong)


@settings(max_examples=60)
@given(places, st.data())
def test_a_receipt_with_a_wrong_sign_is_no_whole_receipt(at: tuple[int, int], data: st.DataObject) -> None:
    whole = receipt_of(*at)[0].encoded
    place = data.draw(st.integers(0, len(whole) - 1))
    wrong = bytes([whole[place] ^ data.draw(st.integers(1, 255))])
    with pytest.raises(ValueError, match="a whole receipt"):
        LedgerReceipt.decode(whole[:place] + wrong + whole[place + 1 :])
    with pytest.raises(ValueError, match="a whole receipt"):
        LedgerReceipt.decode(whole[:place])


@pytest.mark.parametrize("text", ["", "CFR1.", "CFR1.A", "CFR1.AAAA", "no receipt", "CFR1." + "A" * 70_000, "CFR1.é"])
def test_what_is_no_receipt_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match="a whole receipt"):
        LedgerReceipt.parse(text)


@pytest.mark.parametrize("public", [b"", b"[1]", b"\xff", b'["C-1", 2, 3, "Close", "closed", ""]'])
def test_a_public_part_that_is_not_written_as_a_link_has_it_is_no_receipt(public: bytes) -> None:
    """Else two programs could read two things in one receipt."""
    whole = pack(">BQQH", 1, 0, 1, len(public)) + public + bytes(32)
    with pytest.raises(ValueError, match="a whole receipt"):
        LedgerReceipt.decode(whole + sha256(whole).digest()[:4])


def test_a_receipt_with_a_sign_that_nobody_sees_is_no_receipt() -> None:
    """Else a forged one writes lines of its own on the screen of a customer."""
    forged = LedgerReceipt(replace(PUBLIC, state="received\n\x1b[8m"), bytes(32), 0, 1, ())
    with pytest.raises(ValueError, match="a whole receipt"):
        LedgerReceipt.decode(forged.encoded)


def test_a_receipt_with_a_proof_of_another_size_has_no_head() -> None:
    receipt, _ = receipt_of(3, 21)
    with pytest.raises(ValueError, match="a whole receipt"):
        _ = attrs.evolve(receipt, size=2).head


def test_a_receipt_of_ten_million_events_has_less_than_a_kilobyte() -> None:
    way = tuple(bytes(32) for _ in range(24))
    receipt = LedgerReceipt(PUBLIC, bytes(32), 5_000_000, 10_000_000, way)
    assert len(receipt.encoded) < 960
    assert len(str(receipt)) < 1280
