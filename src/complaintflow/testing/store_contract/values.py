"""Values at the edge: long and odd texts, bytes, microseconds, None beside blanks, every field of a message."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs
import msgspec

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands import Note
from complaintflow.plugins import (
    Complaints,
    CustomerMessage,
    Message,
    Outbox,
    Policies,
    Query,
    Remembered,
    Session,
    StaffMessage,
    Stored,
)
from complaintflow.record.history import Sealed
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import Data, first_check
from complaintflow.testing.store_contract.samples import HOUR, LEASED, T0, customer_message, event, put, staff_message

TEXTS = {
    "64 KiB": "x" * 65_535 + "终",
    "100,000 characters": "一二三四五六七八九十" * 10_000,
    "blanks around it": " \t padded \n ",
    "line ends": "one\r\ntwo\rthree\nfour\u2028five",
    "composed": "caf\u00e9",
    "decomposed": "cafe\u0301",
    "emoji": "已解决 😀👍🏽 \U00020000",
    "quotes": "a'b\"c\\d`e;--",
    "a pattern": "100%_[a-z]*?",
    "like a number": "007",
    "like nothing": "null",
    "right to left": "\u05e9\u05dc\u05d5\u05dd",
    "full width": "ＡＢＣ１２３",
}
"""Texts that a column cuts, trims, folds or reads as something else."""

MICROSECOND = timedelta(microseconds=1)
ODD = timedelta(microseconds=123_457)
ODD_BYTES = bytes(range(256))


def odd_seal() -> Sealed:
    """An event with bytes of every value, and spaces that a JSON column would take out."""
    changes = b'{"team" :  "payments", "area":"\xe7\x99\xbb"}'
    data = b'{"text" : "\\u5f52 1.0e2", "text2":"' + "归".encode() + b'"}'
    at, salt, link = 1_772_442_000_123_457, ODD_BYTES[241:] + bytes(1), ODD_BYTES[224:]
    return Sealed(1, at, "li", Note.__name__, "received", changes, "life policy", salt, data, link)


class KeepsValues:
    """Nothing is cut, trimmed, rounded, folded or taken for something else."""

    @keeps(
        Session,
        "Names and texts are compared by every character, and none is cut: 100,000 characters come back whole, in any "
        "script.",
    )
    def test_a_text_comes_back_whole_from_wherever_it_was_kept(self, data: Data) -> None:
        """Events, facts, messages, reasons, keys and recipients."""
        with data.store.writing() as session:
            for place, text in enumerate(TEXTS.values(), 1):
                _write(session, place, text)
        with data.look_again().reading() as session:
            entries = session.entries(99)
            for place, (name, text) in enumerate(TEXTS.items(), 1):
                for where, found in _read(session, place, text, entries[place - 1].message).items():
                    assert found == text, f"{name} is not kept in {where}: {_difference(found, text)}"

    @keeps(
        Complaints,
        "What was saved comes back as it was given: every part of an event, its bytes as bytes, None as None.",
    )
    def test_every_byte_of_an_event_comes_back(self, data: Data) -> None:
        """Its digest is over these bytes: who formats them again breaks the chain of every history."""
        whole = odd_seal()
        erased = msgspec.structs.replace(whole, seq=2, data=None, commitment=ODD_BYTES[:32])
        blank = msgspec.structs.replace(whole, seq=3, data=b"{}", commitment=None, by="", versions="")
        with data.store.writing() as session:
            stored = put(session, "C-0")
            save = attrs.evolve(stored, complaint=attrs.evolve(stored.complaint, id="C-1", version=3))
            session.save(Stored(save.complaint, blank.link, T0), (whole, erased, blank))
        with data.look_again().reading() as session:
            for found, given in zip(session.history("C-1"), (whole, erased, blank), strict=True):
                for field in msgspec.structs.fields(Sealed):
                    there, was = getattr(found, field.name), getattr(given, field.name)
                    assert there == was, f"{field.name} of event {given.seq} is {there!r}, and was {was!r}"
            loaded = session.load("C-1")
            assert loaded is not None
            assert loaded.link == blank.link, "the last link is another one"

    @keeps(Outbox, "A message comes back as it was given, with each of its fields.")
    def test_every_field_of_a_message_comes_back(self, data: Data) -> None:
        given: list[Message] = [full_customer_message(), full_staff_message(), customer_message(3), staff_message(4)]
        with data.store.writing() as session:
            for message in given:
                session.enqueue(message)
        with data.look_again().reading() as session:
            for entry, message in zip(session.entries(9), given, strict=True):
                for field in attrs.fields(type(message)):
                    there, was = getattr(entry.message, field.name), getattr(message, field.name)
                    assert there == was, f"{field.name} of a {type(message).__name__} is {there!r}, and was {was!r}"
                assert type(entry.message) is type(message), "a message to a customer is none to staff"
            assert session.find_message(given[0].key) is not None, "it is not found by its key"

    @keeps(Complaints, "Time: times come aware (UTC), and come back to the microsecond.")
    def test_every_time_comes_back_to_the_microsecond(self, data: Data) -> None:
        at = T0 + ODD
        with data.store.writing() as session:
            put(session, "C-1", msgspec.structs.replace(event(), at=at), received_at=ODD)
            session.schedule("C-1", at)
            session.note_sending("u-17", at)
            session.enqueue(customer_message(1))
            (entry,) = session.claim(1, T0, LEASED)
            session.reschedule(attrs.evolve(entry, until=at))
        with data.look_again().reading() as session:
            loaded = session.load("C-1")
            assert loaded is not None
            found = {
                "received_at of load": loaded.received_at,
                "received_at of received_between": session.received_between(T0, T0 + HOUR)[0].received_at,
                "received_at of alike": next(session.alike("", "", T0, T0 + HOUR)).received_at,
                "the time of an event": session.history("C-1")[0].event.at,
                "the time of an entry": loaded.complaint.body[0].at,
                "next_checks": first_check(session),
                "sendings": session.sendings("u-17", T0)[0],
                "until of an entry": session.entries(1)[0].until,
            }
        for where, there in found.items():
            assert there == at, f"{where} is {there}, and was {at}"
            assert there is not None
            assert there.utcoffset() == timedelta(0), f"{where} is not in UTC"

    @keeps(Policies, "A document comes back byte for byte.")
    def test_a_policy_comes_back_byte_for_byte_and_the_first_document_stays(self, data: Data) -> None:
        document = b'{"b" : 1, "a":2}\r\n' + ODD_BYTES * 300
        with data.store.writing() as session:
            session.keep_policy("d-1", document)
            session.keep_policy("D-1", b"")
            session.keep_policy("d-1", b"another")
            assert session.policy("d-1") == document, "the document that is there does not stay as it is"
        with data.look_again().reading() as session:
            assert session.policy("d-1") == document, "the document is not what it was"
            assert session.policy("D-1") == b"", "an empty document is kept, and the case of a digest counts"
            assert session.policy("d-2") is None, "a document that nobody kept is there"


def _write(session: Session, place: int, text: str) -> None:
    put(session, f"C-{place}", event(1, text, owner=text, order=text, extra=FrozenMap({"house.word": text})))
    session.remember(f"{place}-{text}", Remembered(f"C-{place}", 1, text))
    session.enqueue(attrs.evolve(customer_message(place), text=text, subject=text, html=text))
    (entry,) = session.claim(1, T0, LEASED)
    session.reschedule(attrs.evolve(entry, until=LEASED, why=text))
    session.note_sending(text, T0 + timedelta(minutes=place))


def _read(session: Session, place: int, text: str, message: Any) -> dict[str, object]:
    """The text from every place where it was kept."""
    loaded, remembered = session.load(f"C-{place}"), session.result_for_key(f"{place}-{text}")
    assert loaded is not None, "a complaint is gone"
    assert remembered is not None, f"a key of {len(text)} characters is forgotten"
    facts, sent = loaded.complaint.facts, session.sendings(text, T0)
    return {
        "an event": session.history(f"C-{place}")[0].event.data["text"],
        "the body": loaded.complaint.body[0].data["text"],
        "the owner": facts.owner,
        "the order": facts.order,
        "a fact of the house": facts.extra["house.word"],
        "what a key stands for": remembered.asked,
        "the text of a message": message.text,
        "the subject of a message": message.subject,
        "the html of a message": message.html,
        "why an entry waits": session.entries(1, place - 1)[0].why,
        "the recipients": text if sent == (T0 + timedelta(minutes=place),) else f"sent {len(sent)} times",
        "the index of owners": text
        if [one.id for one in session.find(Query(owner=text)).complaints] == [f"C-{place}"]
        else "",
    }


def _difference(found: object, text: str) -> str:
    """Where the found text leaves the other one."""
    if not isinstance(found, str):
        return f"it is {found!r}"
    same = next((at for at, (a, b) in enumerate(zip(found, text, strict=False)) if a != b), min(len(found), len(text)))
    return f"{len(found)} characters of {len(text)}, other from character {same} on: {found[same : same + 20]!r}"


def full_customer_message() -> CustomerMessage:
    """A message to a customer in which no field has its default."""
    return attrs.evolve(
        customer_message(1),
        html="<p>您好</p>",
        fields=FrozenMap({"said": None, "blank": "", "count": 3, "yes": True}),
        links=FrozenMap({"confirm": "https://example.com/c?t=1&u=2", "dispute": "https://example.com/d"}),
        tried=("app", "sms"),
        customer="u-17 李",
        zone="Asia/Shanghai",
    )


def full_staff_message() -> StaffMessage:
    """A message to staff in which no field has its default."""
    return attrs.evolve(
        staff_message(2),
        recipients=("payments", "li", "王"),
        html="<p>t</p>",
        fields=FrozenMap({"said": None, "blank": "", "count": 3}),
        language="zh",
    )
