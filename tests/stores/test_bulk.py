"""Many questions in one transaction: each is done as a whole or refused by itself, and the disk is waited for once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from complaintflow import (
    Complaint,
    Conflict,
    Customer,
    Desk,
    InvalidInput,
    NotFound,
    NotPossible,
    Refused,
    StoreError,
    commands as c,
)
from complaintflow.desk import Asked
from complaintflow.desk.bulk import RowAnswer
from complaintflow.plugins import Incoming
from complaintflow.stores import MemoryStore
from tests import stories as s
from tests.plugins.parts import plugin
from tests.stores.desks import Opener, received


def asked(*commands: c.Command, **more: Any) -> Asked:
    return Asked(commands, more.pop("by", s.LI), **more)


def came(number: int, *then: c.Command, **more: Any) -> Asked:
    command = c.Receive("app", Customer(f"u-{number}"), f"扫码没反应 {number}", order=f"A-{number}")
    return Asked((command, *then), s.SYSTEM, **more)


def kinds(answers: tuple[Any, ...]) -> list[type[Any]]:
    return [type(one) for one in answers]


def test_one_that_is_refused_is_its_own_answer_and_the_others_stand(desk: Desk) -> None:
    one, two = received(desk).id, received(desk).id
    answers = desk.do_many(
        [
            asked(c.Note("seen"), id=one),
            asked(c.Note("half"), c.Close(), id=two),
            asked(c.Note("seen"), id="C-9"),
            asked(c.Note("late"), id=one, expect=1),
            asked(id=one),
            asked(c.Note("to the end"), id=two, key=" "),
            asked(s.triage(), id=two),
        ]
    )
    assert kinds(answers)[0] is Complaint
    assert isinstance(answers[1], Refused | NotPossible)
    assert kinds(answers)[2:] == [NotFound, Conflict, InvalidInput, InvalidInput, Complaint]
    assert [event.kind for event in desk.history(one)] == ["Receive", "Note"]
    assert [event.kind for event in desk.history(two)][:2] == ["Receive", "Triage"]
    assert desk.check_integrity().sound


def test_one_command_needs_no_list_and_what_is_no_question_is_named_by_its_place(desk: Desk) -> None:
    """A slip in one of many is told as such, and nothing of the others happens."""
    id = received(desk).id
    (answer,) = desk.do_many([Asked(c.Note("seen"), s.LI, id)])
    assert isinstance(answer, Complaint)
    wrong: Any = ["rubbish", asked(c.Note("late"), id=id), None]
    for call in (desk.do_many, desk.receive_many):
        with pytest.raises(InvalidInput) as raised:
            call(wrong)
        assert [one.path for one in raised.value.problems] == ["asked[0]", "asked[2]"]
    assert desk.get(id).version == 2


def test_each_sees_what_those_before_it_did(desk: Desk) -> None:
    """A duplicate within one file is found as it is found when its rows come one by one."""
    first, second = desk.receive_many([came(1), came(1)])
    assert isinstance(first, Complaint)
    assert isinstance(second, Complaint)
    assert second.duplicates == (first.id,)
    noted, again = desk.do_many([asked(c.Note("a"), id=first.id), asked(c.Note("b"), id=first.id)])
    assert isinstance(noted, Complaint)
    assert isinstance(again, Complaint)
    assert again.version == noted.version + 1


def test_a_complaint_whose_second_command_is_refused_was_never_there(desk: Desk) -> None:
    answers = desk.receive_many([came(1), came(2, c.Close()), came(3)])
    assert [isinstance(one, Complaint) for one in answers] == [True, False, True]
    assert [one.facts.customer for one in desk.find().complaints] == ["u-1", "u-3"]
    assert desk.check_integrity().sound


def test_a_key_counts_within_one_call_and_in_a_later_one(desk: Desk) -> None:
    first, again, other = desk.receive_many([came(1, key="form-1"), came(1, key="form-1"), came(2, key="form-1")])
    assert first == again
    assert isinstance(other, InvalidInput)
    assert desk.receive_many([came(1, key="form-1")]) == (first,)
    assert isinstance(first, Complaint)
    note = asked(c.Note("once"), id=first.id, key="k")
    assert len({one.version for one in desk.do_many([note, note]) if isinstance(one, Complaint)}) == 1


def test_what_is_no_complaint_is_told_and_takes_in_nothing(desk: Desk) -> None:
    wrong = [asked(c.Note("no"), id=""), asked(), Asked(came(1).commands, s.SYSTEM, id="C-1")]
    assert kinds(desk.receive_many(wrong)) == [InvalidInput] * 3
    assert desk.do_many([]) == desk.receive_many([]) == ()
    assert desk.find().complaints == ()


def test_an_observer_hears_of_each_once_it_is_saved_and_of_none_that_is_not(opener: Opener) -> None:
    seen: list[tuple[str, int]] = []

    class Watching:
        def saw(self, complaint: Complaint, events: Any) -> None:
            seen.append((complaint.facts.customer, len(events)))

    with opener(plugins=[plugin("watching", observers=[Watching()])]) as desk:
        desk.receive_many([came(1), came(2, c.Close()), came(3, c.Note("a"))])
    assert seen == [("u-1", 1), ("u-3", 2)]


def test_an_error_of_the_store_takes_all_back(monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk(MemoryStore()) as desk:
        id = received(desk).id
        calls: list[int] = []
        store: Any = desk._units.store
        session = type(store._session())
        save: Callable[..., None] = session.save

        def fails(self: Any, *given: Any) -> None:
            calls.append(1)
            if len(calls) == 2:
                raise StoreError("memory", "the disk is full", "make room")
            save(self, *given)

        monkeypatch.setattr(session, "save", fails)
        with pytest.raises(StoreError):
            desk.do_many([asked(c.Note("a"), id=id), asked(c.Note("b"), id=id)])
        assert desk.get(id).version == 1


def row(number: int, key: str, *then: c.Command, **about: Any) -> Incoming:
    return Incoming(number, key, s.receive(**about), then=then)


ROWS = (
    row(1, "a"),
    row(2, "b", order="A-7", customer=Customer("u-2")),
    row(3, "b", order="A-7", customer=Customer("u-2")),
    row(4, "c", order="A-7", customer=Customer("u-2")),
    row(5, "d", c.Close(), customer=Customer("u-3")),
    row(6, "e", s.triage(), customer=Customer("u-4")),
    row(7, "f", order="A-1", customer=Customer("u-1")),
)
"""New ones, a key again, the same customer and order again, what is refused, and what comes back to what is there."""


def told(answers: Iterable[RowAnswer]) -> list[object]:
    """What each row was answered, without the id that nobody knows before."""
    return [
        (one[1], one[0].state, one[0].version, len(one[0].facts.duplicates)) if isinstance(one, tuple) else type(one)
        for one in answers
    ]


def test_a_dry_run_of_rows_answers_as_the_run_does_and_nothing_stays(opener: Opener) -> None:
    """Each row sees the ones before it, though none of them is written."""
    with opener() as desk:
        desk.receive(s.receive(customer=Customer("u-1"), order="A-1"), by=s.SYSTEM)
        head = desk.head()
        would = told(desk.receive_rows(ROWS, dry_run=True))
        assert told(desk.receive_rows(ROWS, dry_run=True)) == would
        assert (desk.head(), len(desk.find().complaints)) == (head, 1)
        assert told(desk.receive_rows(ROWS)) == would
        assert NotPossible in would


def test_others_write_while_rows_are_rehearsed(tmp_path: Path) -> None:
    """The dry run holds no lock: somebody who only asks keeps nobody from writing."""
    url, ids = f"sqlite:///{tmp_path / 'shared.db'}", iter(["C-1", "C-2"])

    def name(at: datetime) -> str:
        """The id of a row, in the middle of the dry run: another desk on the same file takes something in."""
        received(other)
        return next(ids)

    with Desk.open(url) as other, Desk.open(url, new_id=name) as desk:
        answers = desk.receive_rows(ROWS[:2], dry_run=True)
        assert [one[1] for one in answers if isinstance(one, tuple)] == [True, True]
        assert len(desk.find().complaints) == 2
