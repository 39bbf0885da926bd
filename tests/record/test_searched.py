"""What a complaint is found by beside its facts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import attrs
import pytest

from complaintflow import commands as c
from complaintflow.policy import FieldRule
from complaintflow.record.card import INTAKE_FIELDS
from complaintflow.record.complaint import Body, Complaint, Entry
from complaintflow.record.facts import Facts
from complaintflow.record.searched import (
    _SPOKEN,
    _TAKEN_BACK,
    _TAKES_BACK,
    INTAKE,
    LABELS,
    NOTHING_NEW,
    RELABELS,
    Searched,
    search_news,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
CUSTOMER = {"id": "u-17", "name": "王小明", "contact": {"email": "wang@example.com"}}
RECEIVED = {"channel": "app", "customer": CUSTOMER, "description": "付了两次", "order": "A-1", "shop": " North "}


def news(*told: tuple[str, dict[str, Any]], last: int = 1, fields: dict[str, FieldRule] | None = None) -> Searched:
    """What is searched after the last ones of these events."""
    entries = tuple(Entry(number, NOW, "li", kind, data) for number, (kind, data) in enumerate(told, 1))
    complaint = Complaint("C-1", len(entries), Facts(customer="u-17"), Body(entries))
    return search_news(complaint, ((one.seq, one) for one in entries[-last:]), fields or {})


def test_the_names_are_those_of_commands_and_of_their_fields() -> None:
    """Else the words of a note are never found."""
    for name, parts in _SPOKEN.items():
        assert set(parts) <= {field.name for field in attrs.fields(getattr(c, name))}
    assert {_TAKES_BACK, *_TAKEN_BACK.values()} <= {one.__name__ for one in (c.Retract, c.Note, c.Call)}
    assert {*INTAKE_FIELDS, c.Migrate.__name__} == RELABELS
    assert set(LABELS) <= {field.name for field in attrs.fields(c.Receive)}


def test_the_customer_their_words_the_order_and_the_contacts_are_searched() -> None:
    found = news(("Receive", {**RECEIVED, "type": "fault", "snapshot": {"ip": "1.2.3.4"}}))
    assert found.words == {INTAKE: "C-1\nu-17\n王小明\nwang@example.com\n付了两次\nA-1\n North "}
    assert found.labels == {"shop": "North"}


def test_the_house_says_which_of_its_own_fields_are_searched() -> None:
    own = {"contract": FieldRule(searchable=True), "loss": FieldRule()}
    found = news(("Receive", {**RECEIVED, "fields": {"contract": "C-9", "loss": "12 EUR"}}), fields=own)
    assert "C-9" in found.words[INTAKE]
    assert "12 EUR" not in found.words[INTAKE]


def test_after_a_correction_only_what_is_right_now_is_searched() -> None:
    fields = {"order": "B-8", "contact.email": "new@example.com", "shop": ""}
    found = news(("Receive", RECEIVED), ("Correct", {"fields": fields, "reason": "typo"}))
    assert "A-1" not in found.words[INTAKE]
    assert "new@example.com" in found.words[INTAKE]
    assert "wang@example.com" not in found.words[INTAKE]
    assert found.labels == {}


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        ("Note", {"text": "ask the bank"}, {1: "ask the bank"}),
        ("Hear", {"said": {"text": "where is it?", "via": "app"}}, {1: "where is it?"}),
        ("Call", {"outcome": "agreed", "said": "yes", "script": "Good day"}, {1: "yes agreed"}),
        ("Note", {}, {}),
        ("Note", {"text": 7}, {}),
        ("Propose", {"message": "an offer"}, {}),
    ],
)
def test_what_is_said_and_noted_is_searched_and_what_we_write_is_not(
    kind: str, data: dict[str, Any], expected: dict[int, str]
) -> None:
    found = news((kind, data))
    assert (found.words, found.labels) == (expected, None)
    assert (found is NOTHING_NEW) == (not expected)


def test_how_staff_heard_an_answer_is_searched_unless_it_tells_what_no_search_may_find() -> None:
    """Else what the customer said on the phone is found by nobody; or a list shows who has which passport."""
    own = {"contract": FieldRule(searchable=True), "passport": FieldRule()}
    said = {"text": "it stands on the blue letter", "via": "phone"}
    for name, expected in (("order", True), ("contract", True), ("passport", False)):
        found = news(("Receive", RECEIVED), ("Answer", {"answers": {name: "C-9"}, "said": said}), fields=own)
        assert (found.words.get(2) == "it stands on the blue letter") is expected, name


@pytest.mark.parametrize(
    ("entry", "expected"), [("N1", {2: ""}), ("N2", {4: ""}), ("P1", {3: ""}), ("N3", {}), ("E1", {}), ("", {})]
)
def test_what_was_taken_back_is_searched_no_more(entry: str, expected: dict[int, str]) -> None:
    """Else who looks for a name finds the complaint in whose notes it stood by mistake."""
    said = [("Note", {"text": "wang"}), ("Call", {"outcome": "agreed"}), ("Note", {"text": "li"})]
    found = news(("Receive", RECEIVED), *said, ("Retract", {"entry": entry, "reason": "another case"}))
    assert dict(found.words) == expected


def test_a_field_of_the_house_is_searched_when_its_policy_says_so() -> None:
    """A private one is found by nobody who types it."""
    fields = {"contract": FieldRule(zh="合同", searchable=True), "diagnosis": FieldRule(zh="诊断")}
    given = {**RECEIVED, "fields": {"contract": "X-1", "diagnosis": "ill"}}
    found = news(("Receive", given), fields=fields)
    assert "X-1" in found.words[INTAKE]
    assert "ill" not in found.words[INTAKE]
