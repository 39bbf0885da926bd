"""The codec: what is sealed opens under its key and in its place alone; what hides words is one word to an index."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from complaintflow.plugins import DataKey, Query
from complaintflow.record.encrypted import is_encrypted
from complaintflow.stores import HouseKeys
from complaintflow.stores.encrypted.cipher import Cipher, DoesNotOpen, key_of, new_id, new_secret, place
from complaintflow.stores.encrypted.keyring import Keyring
from complaintflow.stores.encrypted.words import WordHider
from complaintflow.wording.search import asked_phrases, index_words

pytest.importorskip("cryptography")

PLACES = st.tuples(st.sampled_from(("event", "card", "letter")), st.text(max_size=5), st.integers(0, 20))


@given(st.binary(max_size=300), PLACES)
def test_what_is_sealed_opens_in_its_place_and_never_looks_the_same(plain: bytes, where: tuple[str, str, int]) -> None:
    cipher, about = Cipher(new_id(), new_secret()), place(*where)
    first, second = (cipher.seal(plain, about) for _ in range(2))
    assert (cipher.open(first, about), cipher.open(second, about)) == (plain, plain)
    assert (first != second, is_encrypted(first), key_of(first)) == (True, True, cipher.id)


@given(st.binary(max_size=60), PLACES, PLACES, st.data())
def test_nothing_opens_that_was_changed_cut_moved_or_is_anothers(
    plain: bytes, here: tuple[str, str, int], there: tuple[str, str, int], data: st.DataObject
) -> None:
    cipher = Cipher(new_id(), new_secret())
    sealed = cipher.seal(plain, place(*here))
    bit = data.draw(st.integers(0, 8 * len(sealed) - 1))
    flipped = bytearray(sealed)
    flipped[bit // 8] ^= 1 << bit % 8
    cut = sealed[: data.draw(st.integers(0, len(sealed) - 1))]
    for wrong in (bytes(flipped), cut, sealed + b"\0", b""):
        with pytest.raises(DoesNotOpen):
            cipher.open(wrong, place(*here))
    with pytest.raises(DoesNotOpen):
        Cipher(cipher.id, new_secret()).open(sealed, place(*here))
    if here != there:
        with pytest.raises(DoesNotOpen):
            cipher.open(sealed, place(*there))


@given(st.text(max_size=80))
def test_hidden_words_are_the_same_words_to_an_index_and_tell_nothing(text: str) -> None:
    """An index that read two words in one digest would find what nobody asked for."""
    hider = WordHider(b"a key of the search")
    hidden = hider.text(index_words(text))
    assert index_words(hidden) == hidden
    assert len(hidden.split()) == len(index_words(text).split())
    assert all(len(one) == 20 and one.isalpha() and one.isascii() for one in hidden.split())
    asked = hider.query(Query(text=text)).text
    if asked_phrases(text):
        assert {one.words[0] for one in asked_phrases(asked)} <= {*asked.split()}
        assert all(len(one.words) == 1 for one in asked_phrases(asked))
    else:
        assert asked_phrases(asked) == ()


SEALED = "010102030405060708000102030405060708090a0b11ff804b7ca4a44f61ec3cf800b62a259bd0d62c1cdfebe44dcd57a11b491dd4"
WRAPPED = (
    "010102030405060708000102030405060708090a0bf2a505d623637a1c585d5fdf6be6b4b83729e501e86036bc95454ab28be346b8765d72c0"
    "33e9c00bdfb58eb9a1703257"
)


def test_the_bytes_of_the_formats_stay() -> None:
    """What 0.1.0 wrote is read by every later version: a text, a wrapped key, a hidden word and a hidden label."""
    secret, id = b"k" * 32, bytes(range(1, 9))
    opened = Cipher(id, secret).open(bytes.fromhex(SEALED), place("event", "C-1", 2, "Note"))
    assert opened == b'{"text":"words"}'
    ring = Keyring(HouseKeys({"r": b"r" * 32}))
    cipher = ring.cipher(DataKey("C-1", id, "r", bytes.fromhex(WRAPPED)))
    assert cipher.open(bytes.fromhex(SEALED), place("event", "C-1", 2, "Note")) == opened
    hider = WordHider(b"s" * 32)
    assert hider.text("refund 退款") == "eolclijbobgjbmndddlm okkojdobdllddfgocdnk"
    assert hider.labels({"shop": "North"}) == {"shop": "poejpedimiffeecamnih"}
