"""Everything that the face returns has a document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from inspect import isclass
from types import SimpleNamespace
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import msgspec
import pytest

from complaintflow import Actor, Desk, InvalidInput, from_data, to_data, to_json
from complaintflow.commands import Command, Receive
from complaintflow.contrib._hypothesis import records
from complaintflow.desk import desk as shell
from complaintflow.desk.acting import ActingDesk
from complaintflow.interchange.kinds import KINDS
from complaintflow.interchange.shapes import DERIVED, TEXTS, TOLD, fields_of, is_record

HANDLES = {"ActingDesk", "Desk"}
"""What the face returns to work with, and not to read."""


def parts(hint: Any, seen: set[Any]) -> Iterator[Any]:
    """Each class of ours within a type, with those of its fields."""
    if get_origin(hint) is not None:
        for one in get_args(hint):
            yield from parts(one, seen)
    elif isclass(hint) and hint.__module__.startswith("complaintflow") and hint not in seen:
        kind: Any = hint
        seen.add(kind)
        yield kind
        for one in fields_of(kind) if is_record(kind) else ():
            yield from parts(one.hint, seen)


def returned() -> set[type[Any]]:
    """The classes in what the methods of a desk return."""
    seen: set[Any] = set()
    names = {**vars(shell), **KINDS, "ActingDesk": ActingDesk}
    for name, method in vars(Desk).items():
        if not name.startswith("_") and callable(method):
            answer = method.__annotations__.get("return", "None")
            list(parts(get_type_hints(SimpleNamespace(__annotations__={"is": answer}), names)["is"], seen))
    return seen


def test_every_record_that_a_desk_returns_has_a_document() -> None:
    without = {
        kind.__name__
        for kind in returned()
        if (attrs.has(kind) or issubclass(kind, msgspec.Struct | tuple)) and kind.__name__ not in KINDS
    }
    assert without - HANDLES == set()


def test_every_public_record_has_a_document_and_each_name_stands_once() -> None:
    assert {kind.__name__ for kind in records()} - {Command.__name__} <= set(KINDS)
    assert all(kind.__name__ == name for name, kind in KINDS.items())
    assert len(set(KINDS)) == len(KINDS)


def test_what_stands_beside_the_fields_of_a_kind_is_named_by_a_kind_that_has_it() -> None:
    """By strings, so that no kind is loaded for them: a misspelt one would be left out in silence."""
    named = [(kind, one) for table in (DERIVED, TOLD, TEXTS) for kind, ones in table.items() for one in ones]
    texts = {(kind, "text") for kind, found in DERIVED.items() if found.get("text") is str}
    assert [(kind, one) for kind, one in named if not hasattr(KINDS[kind], one)] == sorted(texts)


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk.open("memory://") as desk:
        yield desk


LI = Actor("li", {"agent"}, "payments")
LATER = datetime(2100, 1, 1, tzinfo=UTC)
CAME = Receive("phone", {"id": "u-17", "contact": {"email": "u@example.com"}}, "paid twice")  # type: ignore[arg-type]  # as a form says it


def test_what_the_face_returns_is_written_whole(desk: Desk) -> None:
    complaint = desk.receive(CAME, by=LI)
    id = complaint.id
    for found in (
        complaint, desk.history(id), desk.find(), desk.steps(id, by=LI), desk.explain(id), desk.tick(), desk.deliver(),
        desk.playbook(id), desk.customer_view(id), desk.batches(), desk.respondents(), desk.agenda(), desk.outbox(),
        desk.figures(since=complaint.received_at, until=LATER, by="type", least=1),
        desk.suggest(id), desk.suggestions(id), desk.answers(id), desk.advise(id, by=LI), desk.check_integrity(),
        desk.quarantine(), desk.brief(id), desk.head(),
    ):  # fmt: skip
        assert to_json(found)


def test_an_event_keeps_what_was_said(desk: Desk) -> None:
    [event] = to_data(desk.history(desk.receive(CAME, by=LI).id))
    assert event["data"]["description"] == "paid twice"


def test_a_complaint_says_first_what_a_reader_wants_to_know(desk: Desk) -> None:
    told = to_data(desk.receive(CAME, by=LI))
    assert (told["$kind"], told["$format"], told["state"], told["grade"]) == ("Complaint", 1, "received", None)
    assert told["customer"]["contact"] == {"email": "u@example.com"}
    assert told["received_at"].endswith("Z")


def test_a_complaint_says_when_it_was_closed_and_what_is_due_next_and_keeps_it(desk: Desk) -> None:
    """A program that shows a list by due time needs no second call."""
    complaint = desk.receive(CAME, by=LI)
    told = to_data(complaint)
    assert (told["closed_at"], told["next_due_for"]) == (None, complaint.next_due_for)
    assert complaint.next_due_for
    for again in (from_data(told), from_data({**told, "next_due": None, "next_due_for": ""})):
        assert again == complaint
    assert (from_data(told).next_due, from_data(told).next_due_for) == (complaint.next_due, complaint.next_due_for)


def test_a_list_without_bodies_tells_no_word_of_a_customer(desk: Desk) -> None:
    desk.receive(CAME, by=LI)
    text = to_json(desk.find(), bodies=False)
    assert "paid twice" not in text
    assert "u@example.com" not in text
    with pytest.raises(InvalidInput, match=r"complaints\[0\]\.body: found nothing"):
        from_data(to_data(desk.find(), bodies=False))


def test_what_cannot_be_written_is_named_with_its_place() -> None:
    with pytest.raises(InvalidInput, match=r"list\[1\]: found a builtins\.object"):
        to_data({"list": [1, object()]})
    with pytest.raises(InvalidInput, match="lone surrogate"):
        to_json(["\ud800"])
    with pytest.raises(InvalidInput, match="a number that JSON has"):
        to_json([float("nan")])


def test_hints_of_the_desk_are_found() -> None:
    assert {"Complaint", "Page", "Ticked", "Explanation", "Advice"} <= {kind.__name__ for kind in returned()}
