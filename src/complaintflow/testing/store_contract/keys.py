"""Keys: two that differ in anything are two, and what a key stood for first it stands for always."""

from __future__ import annotations

from contextlib import suppress

import pytest

from complaintflow.errors import StoreError
from complaintflow.plugins import Keys, Query, Remembered, Session, Store
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import Data
from complaintflow.testing.store_contract.samples import HOUR, T0, event, put

_LONG = "form-" + "4711" * 100
NEIGHBOURS = {
    "case": ("Form-A", "form-a"),
    "the last of 300 characters": (_LONG[:299] + "1", _LONG[:299] + "2"),
    "the 65th character": (_LONG[:64] + "1", _LONG[:64] + "2"),
    "a blank at the end": ("form-b", "form-b "),
    "a blank in front": ("form-c", " form-c"),
    "a tab at the end": ("form-d", "form-d\t"),
    "forms of Unicode": ("caf\u00e9", "cafe\u0301"),
    "an accent": ("resume", "r\u00e9sum\u00e9"),
    "width": ("A-1", "\uff21-1"),
    "case of another script": ("\u0416-1", "\u0436-1"),
    "sharp s": ("stra\u00dfe", "strasse"),
    "a dotless i": ("i-1", "\u0131-1"),
    "an emoji": ("form-\U0001f600", "form-\U0001f601"),
    "zeros in front": ("007", "7"),
    "a pattern": ("form_1", "form-1"),
    "a wildcard": ("form%", "form-2"),
}
"""Pairs of keys that a column takes for one."""


class KeepsKeys:
    """What was asked twice is known, and what was not is not."""

    @keeps(Keys, "Idempotency: this is what it is for: a key is remembered once and never forgotten.")
    def test_a_key_is_recalled_as_it_was_remembered(self, store: Store) -> None:
        """Promise 2."""
        with store.writing() as session:
            put(session, "C-1")
            session.remember("form-4711 钥匙", Remembered("C-1", 1, "digest"))
        with store.reading() as session:
            assert session.result_for_key("form-4711 钥匙") == Remembered("C-1", 1, "digest")
            assert session.result_for_key("form-4712") is None

    @keeps(
        Keys,
        "Two keys are one only when every character is the same: case, blanks at the end and forms of Unicode count, "
        "and no key is cut.",
    )
    def test_two_keys_that_differ_in_anything_are_two(self, data: Data) -> None:
        """Promise 2: else the second of two forms becomes nobody's complaint."""
        for why, (first, second) in NEIGHBOURS.items():
            with data.store.writing() as session:
                session.remember(first, Remembered("C-1", 1, first))
                assert session.result_for_key(second) is None, f"{second!r} is taken for {first!r}: {why}"
                session.remember(second, Remembered("C-2", 2, second))
        with data.look_again().reading() as session:
            for why, (first, second) in NEIGHBOURS.items():
                assert session.result_for_key(first) == Remembered("C-1", 1, first), f"{first!r} is overwritten: {why}"
                assert session.result_for_key(second) == Remembered("C-2", 2, second), f"{second!r} is lost: {why}"

    @keeps(
        Keys,
        "The first meaning stays: a key that is there is refused with a `StoreError`, or the second meaning is "
        "ignored.",
    )
    def test_the_first_meaning_of_a_key_stays(self, data: Data) -> None:
        first, second = Remembered("C-1", 1, "asked"), Remembered("C-2", 7, "asked otherwise")
        with data.store.writing() as session:
            session.remember("form-1", first)
        with suppress(StoreError), data.store.writing() as session:
            session.remember("form-1", second)
            assert session.result_for_key("form-1") == first, "in one transaction the last meaning won"
        with data.look_again().reading() as session:
            assert session.result_for_key("form-1") == first, "the last meaning won"

    @keeps(
        Session,
        "Names and texts are compared by every character, and none is cut: 100,000 characters come back whole, in any "
        "script.",
    )
    @pytest.mark.parametrize(
        "why", ["case", "the 65th character", "a blank at the end", "forms of Unicode", "a pattern"]
    )
    def test_ids_customers_and_recipients_that_differ_in_anything_are_two(self, store: Store, why: str) -> None:
        one, other = NEIGHBOURS[why]
        with store.writing() as session:
            put(session, one, event(customer=one, team=one, order=one))
            assert session.load(other) is None, f"{other!r} is taken for {one!r}"
            put(session, other, event(customer=other, team=other, order=other))
            session.note_sending(one, T0)
        with store.reading() as session:
            assert sorted(session.ids()) == sorted((one, other))
            assert session.sendings(other, T0 - HOUR) == (), f"what went to {one!r} counts for {other!r}"
            for query in (Query(id=one), Query(customer=one), Query(team=one), Query(order=one)):
                found = [complaint.id for complaint in session.find(query).complaints]
                assert found == [one], f"{query.exact()} finds {found}"
            assert [len(session.history(id)) for id in (one, other)] == [1, 1]
