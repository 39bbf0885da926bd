"""Promises 2 and 3: nothing is done twice, and nobody overwrites anybody."""

from __future__ import annotations

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier, Event, Thread, get_ident
from typing import Any

import pytest

from complaintflow import Actor, Conflict, Desk, InvalidInput, NotPossible, commands as c
from complaintflow.stores import SqliteStore
from complaintflow.stores.sqlite import connections
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores import child
from tests.stores.desks import Opener, at_desk, investigating, opened, received

THREADS, EACH = 8, 25


def answers(process: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(process.stdout.readline())
    return found


def tell(process: Any, line: str) -> None:
    process.stdin.write(f"{line}\n")
    process.stdin.flush()


# ── expect


def test_of_two_processes_that_saw_the_same_version_one_gets_a_conflict(path: Path) -> None:
    """Promise 3, across processes: five times, since a race may be won by chance."""
    with (
        opened(path) as desk,
        child.started("compete", path, "a") as a,
        child.started("compete", path, "b") as b,
    ):
        for turn in range(5):
            complaint = received(desk)
            for one in (a, b):
                tell(one, complaint.id)
            assert answers(a) == answers(b) == {"seen": 1}
            for one in (a, b):
                tell(one, "now")
            told = sorted([answers(a), answers(b)], key=lambda one: "written" in one)
            assert told[0] == {"conflict": [1, 2]}, turn
            assert desk.history(complaint.id)[-1].data == {"text": f"{told[1]['written']} was first"}
            assert desk.get(complaint.id).version == 2


def test_a_stale_version_is_a_conflict_and_changes_nothing(desk: Desk) -> None:
    seen = received(desk)
    newer = desk.do(seen.id, c.Note("first"), by=s.LI, expect=seen.version)
    with pytest.raises(Conflict, match=r"is at version 2, not at 1: load it again"):
        desk.do(seen.id, c.Note("second"), by=s.LI, expect=seen.version)
    assert desk.get(seen.id) == newer
    assert desk.do(seen.id, c.Note("second"), by=s.LI, expect=newer.version).version == 3


# ── keys


def test_a_repeated_key_gives_the_first_answer_again(desk: Desk) -> None:
    """Promise 2: also after others have changed the complaint: the result as of then."""
    first = desk.receive(s.receive(), by=s.SYSTEM, key="form-4711")
    noted = desk.do(first.id, c.Note("once"), by=s.LI, key="note-1")
    last = at_desk(desk, first.id, s.triage(), c.Note("later"))
    assert desk.receive(s.receive(), by=s.SYSTEM, key="form-4711") == first
    assert desk.do(first.id, c.Note("once"), by=s.LI, key="note-1") == noted
    assert desk.get(first.id) == last
    assert len(desk.find().complaints) == 1


def test_a_key_of_several_commands_stands_for_all_of_them(desk: Desk) -> None:
    id = received(desk).id
    both = desk.do(id, c.Note("a"), c.Note("b"), by=s.LI, key="k")
    assert desk.do(id, c.Note("a"), c.Note("b"), by=s.LI, key="k") == both
    assert desk.get(id).version == 3


def test_a_repeated_key_gives_its_answer_whatever_version_is_expected(desk: Desk) -> None:
    """A retry carries the `expect` of the first try, which its own success has made stale."""
    seen = received(desk)
    first = desk.do(seen.id, c.Note("a"), by=s.LI, key="k", expect=1)
    assert desk.do(seen.id, c.Note("a"), by=s.LI, key="k", expect=1) == first


@pytest.mark.parametrize(
    ("command", "by"), [(c.Park("a"), s.LI), (c.Note("b"), s.LI), (c.Note("a"), s.WANG)], ids=["kind", "text", "actor"]
)
def test_the_same_key_with_another_question_is_invalid_input(desk: Desk, command: c.Command, by: Actor) -> None:
    id, other = received(desk).id, received(desk).id
    desk.do(id, c.Note("a"), by=s.LI, key="k")
    before = desk.head()
    told = r"key: found 'k', which asked for something else, expected a new key"
    with pytest.raises(InvalidInput, match=told):
        desk.do(id, command, by=by, key="k")
    with pytest.raises(InvalidInput, match=told):
        desk.do(other, c.Note("a"), by=s.LI, key="k")
    with pytest.raises(InvalidInput, match=told):
        desk.receive(s.receive(), by=s.SYSTEM, key="k")
    assert desk.head() == before


def test_a_key_names_the_complaint_that_it_was_first_used_for(desk: Desk) -> None:
    """What an import asks before it reads a row again."""
    id = desk.receive(s.receive(), by=s.SYSTEM, key="row-1").id
    assert (desk.known("row-1"), desk.known("row-2")) == (id, None)


def test_a_refused_command_leaves_its_key_free(desk: Desk) -> None:
    id = received(desk).id
    with pytest.raises(Exception, match="不能执行 Close"):
        desk.do(id, c.Close(), by=s.LI, key="k")
    assert desk.do(id, c.Note("a"), by=s.LI, key="k").version == 2


def test_a_key_of_what_went_on_to_the_target_of_a_merge_gives_that_answer(desk: Desk) -> None:
    """R35: the answer of a forwarded word is the target's."""
    target, source = received(desk), investigating(desk)
    desk.do(source.id, c.Merge(target.id), by=s.LI)
    heard = desk.do(source.id, c.Hear(s.HEARD), by=s.CUSTOMER, key="k")
    assert heard.id == target.id
    assert desk.do(source.id, c.Hear(s.HEARD), by=s.CUSTOMER, key="k") == heard


# ── what a process has read before


def test_what_another_process_wrote_is_seen_by_one_that_had_read_it_before(path: Path) -> None:
    """Also where it left the version as it was."""
    with opened(path) as desk, closing(sqlite3.connect(path)) as other:
        id = investigating(desk).id
        before = desk.get(id)
        with other:
            facts = json.loads(other.execute("SELECT facts FROM complaints WHERE id = ?", (id,)).fetchone()[0])
            text = json.dumps({**facts, "team": "delivery"}).encode()
            other.execute("UPDATE complaints SET facts = ? WHERE id = ?", (text, id))
        now = desk.get(id)
        assert (before.facts.team, now.facts.team, now.version) == ("payments", "delivery", before.version)


def test_what_was_written_and_taken_back_is_not_read(desk: Desk) -> None:
    id = received(desk).id
    with pytest.raises(NotPossible):
        desk.do(id, s.triage(), c.Close(ground="confirmed"), by=s.LI)
    assert desk.get(id).state == "received"


# ── one desk, many threads


def test_one_desk_serves_eight_threads(opener: Opener) -> None:
    """Every command of every thread is there once, each complaint's chain and the ledger are sound."""
    with opener() as desk:
        shared = received(desk).id
        begin = Barrier(THREADS)

        def work(number: int) -> list[str]:
            begin.wait()
            me = Actor(f"agent-{number}", frozenset({"agent"}))
            own = desk.receive(s.receive(), by=s.SYSTEM).id
            for step in range(EACH):
                desk.do(shared if step % 2 else own, c.Note(f"{number}-{step}"), by=me, key=f"{number}-{step}")
                assert desk.get(own).version >= 1
            return [own]

        with ThreadPoolExecutor(THREADS) as threads:
            ids = [shared, *(id for own in threads.map(work, range(THREADS)) for id in own)]
        noted = [event.data["text"] for id in ids for event in desk.history(id) if event.kind == "Note"]
        assert sorted(noted) == sorted(f"{number}-{step}" for number in range(THREADS) for step in range(EACH))
        integrity = desk.check_integrity()
        assert (integrity.breaches, integrity.complaints) == ((), THREADS + 1)
        assert integrity.events == THREADS * (EACH + 1) + 1


def test_of_eight_threads_with_one_key_all_get_the_same_answer(opener: Opener) -> None:
    with opener() as desk:
        begin = Barrier(THREADS)

        def ask(_: int) -> str:
            begin.wait()
            return desk.receive(s.receive(), by=s.SYSTEM, key="form").id

        with ThreadPoolExecutor(THREADS) as threads:
            assert len(set(threads.map(ask, range(THREADS)))) == 1
        assert len(desk.find().complaints) == 1


def test_eight_threads_deliver_each_message_once(opener: Opener) -> None:
    with opener() as desk:
        ids = [desk.receive(s.receive(order=f"A-{number}"), s.acknowledge(), by=s.LI).id for number in range(20)]
        with ThreadPoolExecutor(THREADS) as threads:
            sent = [one for done in threads.map(lambda _: desk.deliver(limit=5), range(12)) for one in done.outcomes]
        assert sorted(message.complaint for message, _ in sent) == sorted(ids)
        assert not any(desk.get(id).facts.open_messages for id in ids)
        assert desk.check_integrity().sound


def test_threads_that_ended_leave_no_connection_behind(path: Path) -> None:
    """A server with a thread for each request must not run out of files."""
    with opened(path) as desk:
        assert isinstance(desk._units.store, SqliteStore)
        for _ in range(30):
            thread = Thread(target=desk.find)
            thread.start()
            thread.join()
        assert len(desk._units.store._connections._free) <= 2


def test_a_file_may_be_opened_by_many_at_the_same_moment(path: Path) -> None:
    """The first one makes the schema, the others wait for it."""
    for turn in range(5):
        begin, file = Barrier(THREADS), path.with_name(f"{turn}.db")

        def work(_: int, begin: Barrier = begin, file: Path = file) -> int:
            begin.wait()
            with opened(file, clock=FrozenClock()) as desk:
                return received(desk).version

        with ThreadPoolExecutor(THREADS) as threads:
            assert list(threads.map(work, range(THREADS))) == [1] * THREADS


# ── threads that come and go


def test_who_begins_to_write_is_not_turned_away_because_others_come_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store counts who is inside: each time it looks at one of them, another thread comes in."""
    store, me, leave, others = SqliteStore(path), get_ident(), Event(), list[Thread]()

    def come() -> None:
        with store.reading():
            leave.wait(10)

    def get_ident_while_others_come() -> int:
        if get_ident() == me:
            others.append(Thread(target=come))
            others[-1].start()
            others[-1].join(0.02)
        return get_ident()

    monkeypatch.setattr(connections, "get_ident", get_ident_while_others_come)
    try:
        with store.writing():
            assert len(others) > 1
    finally:
        leave.set()
        for one in others:
            one.join()
        store.close()
