"""A key means one request of one kind: no key of a form, a row, a link or ours is taken for another's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any, get_args

import pytest

from complaintflow import Desk, InvalidInput, commands as c
from complaintflow.desk.importing import take_in
from complaintflow.inbound import Reply
from complaintflow.inbound.request_key import KEY_CHARS, RequestKey, Space
from complaintflow.plugins import Incoming
from complaintflow.record.complaint import Body
from complaintflow.stores import memory
from complaintflow.testing import FrozenClock
from tests import stories as s


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk.open("memory://", clock=FrozenClock()) as opened:
        yield opened


def row(key: str, line: int = 1) -> Incoming:
    return Incoming(line, key, s.receive(description=f"row {line}"))


@pytest.mark.parametrize("key", ["cfpb:1", "import/cfpb:1", "form/cfpb:1"])
def test_a_form_with_the_key_of_a_row_loses_no_row(desk: Desk, key: str) -> None:
    form = desk.receive(s.receive(), by=s.CUSTOMER, key=key)
    (found,) = take_in(desk, [row(key.removeprefix("import/").removeprefix("form/"))])
    assert found.status == "new"
    assert found.id != form.id
    assert desk.receive(s.receive(), by=s.CUSTOMER, key=key).id == form.id


def test_a_form_that_guesses_our_keys_loses_no_words_of_a_customer(desk: Desk) -> None:
    id = desk.receive(s.receive(), by=s.CUSTOMER).id
    reply = Reply("<1@example.com>", "u-17", "When?", s.T0, complaint=id)
    for space in ("heard", "noted", "bounced"):
        guessed = RequestKey.of("heard", id, reply.channel, reply.ref, "When?")
        desk.do(id, c.Note(f"taken {space}"), by=s.LI, key=f"{space}/{guessed.name}")
    assert desk.hear(reply).recorded
    assert desk.get(id).version == 5


@pytest.mark.parametrize("key", ["link/5f0c", "form/5f0c", "5f0c"])
def test_two_spaces_never_meet(key: str) -> None:
    spaces = get_args(Space)
    assert len({str(RequestKey(space, key)) for space in spaces}) == len(spaces) == 6
    assert str(RequestKey("form", "link/5f0c")) != str(RequestKey("link", "5f0c"))


@pytest.mark.parametrize("key", ["", " ", "\u3000", "k" * (KEY_CHARS + 1), "k" * 10**7, "a\x00b", "\ud800"])
def test_a_key_that_names_nothing_or_too_much_is_refused(desk: Desk, key: str) -> None:
    for ask in (
        lambda: desk.receive(s.receive(), by=s.CUSTOMER, key=key),
        lambda: desk.do("C-1", c.Note("a"), by=s.LI, key=key),
        lambda: desk.known(key),
    ):
        with pytest.raises(InvalidInput, match="key: found") as caught:
            ask()
        assert len(str(caught.value)) < 2000
    (found,) = take_in(desk, [row(key)])
    assert (found.status, "key: found" in found.reason) == ("refused", True)


@pytest.mark.parametrize(("one", "other"), [("k", "K"), ("k", " k"), ("é", "e\u0301"), ("ｋ", "k"), ("k", "k\u200b")])
def test_keys_that_differ_in_one_character_are_two(desk: Desk, one: str, other: str) -> None:
    first = desk.receive(s.receive(), by=s.CUSTOMER, key=one)
    assert desk.receive(s.receive(), by=s.CUSTOMER, key=other).id != first.id
    assert desk.known(one) == first.id


def test_a_row_that_reads_otherwise_the_second_time_stays_as_it_is(desk: Desk) -> None:
    (first,) = take_in(desk, [row("1")])
    (again,) = take_in(desk, [row("1", line=7)])
    assert (first.status, again.status, again.id) == ("new", "known", first.id)
    assert (desk.known("1", space="import"), desk.known("1")) == (first.id, None)
    complaint, new = desk.receive_row(row("1", line=8), s.triage())
    assert (complaint.version, new) == (1, False)


def test_imports_that_run_at_once_count_each_complaint_once(tmp_path: Path) -> None:
    rows, url, start = [row(str(line), line) for line in range(30)], f"sqlite:///{tmp_path}/a.db", Barrier(3)
    Desk.open(url).close()

    def run(_: int) -> list[str]:
        with Desk.open(url, clock=FrozenClock()) as mine:
            start.wait()
            return [found.status for found in take_in(mine, rows)]

    with ThreadPoolExecutor(3) as pool:
        told = Counter(status for statuses in pool.map(run, range(3)) for status in statuses)
    assert told == {"new": 30, "known": 60}


def test_neither_a_reply_nor_a_question_that_is_asked_twice_reads_a_long_history(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = desk.receive(s.receive(), by=s.CUSTOMER).id
    desk.do(id, s.acknowledge(), by=s.LI)
    for number in range(9):
        desk.do(id, c.Note(f"looked at it, {number}"), by=s.LI)
    read, history = list[int](), memory._Session.history

    def counted(*asked: Any) -> Any:
        found = history(*asked)
        read.append(len(found))
        return found

    monkeypatch.setattr(memory._Session, "history", counted)
    monkeypatch.setattr(Body, "_read", lambda _: pytest.fail("it reads all texts"))
    assert desk.hear(Reply("<1@example.com>", "u-17", "When?", s.T0, complaint=id)).recorded
    answered = Reply("<2@example.com>", "u-17", "And now?", s.T0, complaint=id, subject=f"Re: Your complaint {id}")
    monkeypatch.setattr("complaintflow.desk.streaming.MANY", 3)
    assert desk.hear(answered).recorded
    done = desk.do(id, c.Note("asked twice"), by=s.LI, key="k")
    assert desk.do(id, c.Note("asked twice"), by=s.LI, key="k").version == done.version == 14
    assert read == [1, 3, 1, 1]  # the first one, whose salt names a reply, behind the page of our letter; what answered


def test_a_question_that_is_asked_again_later_is_answered_as_it_was_then(desk: Desk) -> None:
    id = desk.receive(s.receive(), by=s.CUSTOMER).id
    done = desk.do(id, c.Note("one"), c.Note("two"), by=s.LI, key="k")
    desk.do(id, c.Note("three"), by=s.LI)
    again = desk.do(id, c.Note("one"), c.Note("two"), by=s.LI, key="k")
    assert (again.version, again.facts, [*again.body]) == (done.version, done.facts, [*done.body])
    with pytest.raises(InvalidInput):
        desk.do(id, c.Note("one"), by=s.LI, key="k")
