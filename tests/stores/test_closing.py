"""Closing a desk lets those finish who are inside, and tells the others; files are given back."""

from __future__ import annotations

import gc
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from complaintflow import Customer, Desk, StoreError, UnreadableRecord, commands as c
from complaintflow.channels import Channels
from complaintflow.plugins import CustomerMessage, Outcome
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.testing import FrozenClock, RecordingChannel
from tests import stories as s
from tests.stores import child
from tests.stores.desks import opened, received

CLOSED = "sqlite desk.db: the store is closed; open the desk again"


def lived(task: str, path: Path, seconds: float) -> dict[str, Any]:
    """What a process of its own says, which must end well: nothing else tells of a crash."""
    line = [sys.executable, "-m", "tests.stores.closing", task, str(path), str(seconds)]
    done = subprocess.run(line, cwd=child.ROOT, capture_output=True, text=True, check=False, timeout=100)
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_desk_that_is_closed_under_load_ends_no_process_and_loses_nothing(path: Path) -> None:
    told = lived("close", path, 0.2)
    assert told == {"busy": True, "lost": 0, "sound": True, "refusals": [CLOSED]}


def test_a_process_that_ends_with_threads_inside_an_open_desk_ends_well(path: Path) -> None:
    assert lived("end", path, 0.1) == {"ended": True}
    with opened(path) as desk:
        assert desk.check_integrity().sound


@pytest.mark.explore
def test_closing_under_load_again_and_again_ends_no_process(tmp_path: Path, campaign: Callable[[str], None]) -> None:
    rounds = 12
    for turn in range(rounds):
        told = lived("close", tmp_path / f"{turn}.db", turn / 12)
        assert (told["lost"], told["sound"]) == (0, True)
        lived("end", tmp_path / f"end-{turn}.db", turn / 24)
    campaign(f"{2 * rounds} processes closed or ended with six threads inside, none crashed, nothing lost")


class Inside:
    """A thread in the middle of a transaction, until it may end."""

    def __init__(self, store: SqliteStore | MemoryStore) -> None:
        self._store, self._entered, self._may_end = store, Event(), Event()
        self._thread = Thread(target=self._stay)
        self._thread.start()
        assert self._entered.wait(10)

    def _stay(self) -> None:
        with self._store.writing() as session:
            self._entered.set()
            assert self._may_end.wait(10)
            session.note_sending("someone", s.T0)

    def end(self) -> None:
        self._may_end.set()
        self._thread.join()


def sent(path: Path) -> int:
    with closing(SqliteStore(path)) as store, store.reading() as session:
        return len(session.sendings("someone", s.T0.replace(year=2020)))


def test_closing_waits_for_a_transaction_and_what_it_wrote_is_there(path: Path) -> None:
    store = SqliteStore(path)
    inside = Inside(store)
    closer = Thread(target=store.close)
    closer.start()
    closer.join(0.05)
    assert closer.is_alive()
    with pytest.raises(StoreError, match="the store is closed"), store.reading():
        pass
    inside.end()
    closer.join()
    assert sent(path) == 1


def test_closing_says_who_is_still_inside_and_they_lose_nothing(path: Path) -> None:
    """Beyond its patience it waits no longer, but takes nobody's connection away; the last one closes the file."""
    store = SqliteStore(path, patience=0.02)
    inside = Inside(store)
    with pytest.raises(StoreError, match="1 transaction is still open; let it end, then close it again"):
        store.close()
    inside.end()
    store.close()
    assert not path.with_name("desk.db-wal").exists()
    assert sent(path) == 1


def test_closing_within_ones_own_transaction_is_told_at_once_and_loses_nothing(path: Path) -> None:
    """A handler of a signal may come at any time: it must not wait for the work that it interrupts."""
    store = SqliteStore(path, patience=60.0)
    with store.writing() as session:
        with pytest.raises(StoreError, match="1 transaction is still open"):
            store.close()
        session.note_sending("someone", s.T0)
    assert not path.with_name("desk.db-wal").exists()
    assert sent(path) == 1


def test_a_desk_that_was_closed_says_so_in_every_call_also_in_a_second_block(path: Path) -> None:
    desk = Desk.open(f"sqlite:///{path}", clock=FrozenClock())
    with desk:
        id = received(desk).id
    desk.close()
    for call in (lambda: desk.get(id), lambda: desk.do(id, c.Note("a"), by=s.LI), desk.tick, desk.deliver, desk.head):
        with pytest.raises(StoreError, match=CLOSED):
            call()
    with desk, pytest.raises(StoreError, match=CLOSED):
        desk.get(id)


def test_the_texts_of_a_complaint_can_be_read_after_its_desk_was_closed(path: Path) -> None:
    """Otherwise a script that prints what it loaded fails one line after its `with`."""
    with Desk.open(f"sqlite:///{path}", clock=FrozenClock()) as desk:
        loaded = desk.get(received(desk).id)
    assert loaded.description == s.receive().description
    assert not path.with_name("desk.db-wal").exists()


def test_texts_that_are_gone_with_their_file_are_told_as_such(path: Path) -> None:
    with Desk.open(f"sqlite:///{path}", clock=FrozenClock()) as desk:
        loaded = desk.get(received(desk).id)
    path.unlink()
    with pytest.raises(StoreError, match=r"sqlite desk\.db: the file is gone; put the file back"):
        loaded.description  # noqa: B018  # looking is what is tested


def test_a_store_in_memory_lets_a_transaction_end_before_it_is_closed() -> None:
    store = MemoryStore()
    inside = Inside(store)
    closer = Thread(target=store.close)
    closer.start()
    inside.end()
    closer.join()
    with pytest.raises(StoreError, match="the store is closed"), store.reading():
        pass


def test_a_thread_that_writes_within_its_own_transaction_is_told_so_at_once(path: Path) -> None:
    """It would wait for itself until its patience ends."""
    told = "this thread has a transaction open already; end it before the next one"
    with closing(SqliteStore(path, patience=60.0)) as store, store.writing() as session:
        with pytest.raises(StoreError, match=told), store.writing():
            pass
        session.note_sending("someone", s.T0)
    assert sent(path) == 1


def test_a_thread_may_read_within_its_own_transaction(path: Path) -> None:
    """It sees what was there before, as on the store in memory."""
    with closing(SqliteStore(path)) as store, store.writing() as session:
        session.note_sending("someone", s.T0)
        with store.reading() as other:
            assert other.sendings("someone", s.T0.replace(year=2020)) == ()


# ── while letters are on their way


class Slow:
    """A channel that is in the middle of sending until it may end, and may do something meanwhile."""

    def __init__(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.inner, self.begun, self.may_end, self.meanwhile = RecordingChannel(), Event(), Event(), meanwhile

    def send(self, message: CustomerMessage) -> Outcome:
        self.begun.set()
        self.meanwhile()
        assert self.may_end.wait(10)
        return self.inner.send(message)


def two_letters(path: Path, channel: Slow) -> tuple[Desk, str]:
    plugins = [Channels(dict.fromkeys(("app", "email", "phone"), channel))]
    desk = Desk.open(f"sqlite:///{path}", clock=FrozenClock(s.T0 + timedelta(hours=4)), plugins=plugins)
    id = received(desk).id
    desk.do(id, s.acknowledge(), s.acknowledge("我们还在查"), by=s.LI)
    return desk, id


def check_one_was_sent_and_is_on_record(path: Path, id: str, channel: Slow) -> None:
    assert [message.id for message in channel.inner.sent] == ["M1"]
    with opened(path) as desk:
        assert [event.data["message"] for event in desk.history(id) if event.kind == "Receipt"] == ["M1"]
        assert [entry.message.id for entry in desk.outbox()] == ["M2"]


def test_a_letter_that_is_on_its_way_while_the_desk_is_closed_is_not_sent_again(path: Path) -> None:
    """The channel had it; without a record of that the customer would get it twice."""
    desk, id = two_letters(path, channel := Slow())
    sending, closer = Thread(target=desk.deliver), Thread(target=desk.close)
    sending.start()
    assert channel.begun.wait(10)
    closer.start()
    closer.join(0.05)
    assert closer.is_alive()
    channel.may_end.set()
    for thread in (closer, sending):
        thread.join()
    check_one_was_sent_and_is_on_record(path, id, channel)


def test_a_signal_that_closes_the_desk_in_the_middle_of_a_letter_loses_no_record(path: Path) -> None:
    """The handler runs in the thread that sends: it does not wait for itself."""
    channel = Slow()
    desk, id = two_letters(path, channel)
    channel.meanwhile = desk.close
    channel.may_end.set()
    assert len(desk.deliver().outcomes) == 1
    with pytest.raises(StoreError, match=CLOSED):
        desk.get(id)
    check_one_was_sent_and_is_on_record(path, id, channel)


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


FILES_LISTED = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are listed nowhere")


@FILES_LISTED
def test_five_hundred_threads_leave_no_file_open(path: Path) -> None:
    """A server that starts a thread for each request must not run out of files; fifty are there at a time."""
    with opened(path) as desk:
        id = received(desk).id
        before = open_files()
        for _ in range(10):
            threads = [Thread(target=desk.get, args=(id,)) for _ in range(50)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        assert open_files() <= before + 30


def test_more_transactions_than_a_process_has_files_for_wait_for_each_other(path: Path) -> None:
    with closing(SqliteStore(path, patience=0.02)) as store:
        inside = [store.reading() for _ in range(65)]
        crowd = [Thread(target=one.__enter__) for one in inside[:64]]
        for thread in crowd:
            thread.start()
            thread.join()
        with pytest.raises(StoreError, match="too many transactions are open at once; try again"):
            inside[64].__enter__()
        inside[0].__exit__(None, None, None)
        with store.reading() as session:
            assert session.waiting() == 0
        for one in inside[1:64]:
            one.__exit__(None, None, None)


def anew(path: Path) -> None:
    """Another desk under the same name, with one complaint of somebody else."""
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()
    with opened(path) as desk:
        desk.receive(s.receive(customer=Customer("u-other"), description="the words of somebody else"), by=s.SYSTEM)


def put_back_elsewhere(path: Path) -> None:
    """The name now leads to a file that is there beside the first one, so that no two can be the same to the system."""
    path.rename(path.with_name("first.db"))
    anew(path)


@pytest.mark.parametrize("replace", [anew, put_back_elsewhere])
def test_a_complaint_never_shows_the_words_of_another_customer_whose_file_took_the_place_of_its_own(
    path: Path, replace: Callable[[Path], None]
) -> None:
    """Rows are numbered in each file alike."""
    with opened(path) as desk:
        id = received(desk).id
        kept = desk.get(id)
    replace(path)
    with pytest.raises((StoreError, UnreadableRecord)):
        print(kept.description)


def test_a_complaint_does_not_show_another_ones_words_where_its_row_was_numbered_anew(path: Path) -> None:
    """A file that was mended by hand: its rows were dumped and read in again, without the ones that were lost."""
    with opened(path) as desk:
        other, mine = received(desk), received(desk)
        kept = desk.get(mine.id)
        assert kept.description
        stale = desk.get(other.id)
        with closing(sqlite3.connect(path)) as file, file:
            file.execute("DELETE FROM complaints WHERE id = ?", (other.id,))
            file.execute("UPDATE complaints SET number = 1 WHERE id = ?", (mine.id,))
        with pytest.raises(UnreadableRecord):
            print(stale.description)


@FILES_LISTED
def test_a_desk_that_is_forgotten_lets_its_file_go(path: Path) -> None:
    def forget() -> None:
        received(Desk.open(f"sqlite:///{path}"))

    before = open_files()
    forget()
    gc.collect()
    assert open_files() == before
    assert not path.with_name("desk.db-wal").exists()


@pytest.mark.parametrize("how", ["replaced", "gone"])
def test_nothing_is_written_to_a_file_that_has_lost_its_name(path: Path, how: str) -> None:
    """Somebody put a backup in its place while the desk ran: what is acknowledged then would be lost."""
    with opened(path) as desk:
        id = received(desk).id
        path.rename(path.with_name("old.db"))
        if how == "replaced":
            path.touch()
        told = "another file is in its place" if how == "replaced" else "the file is gone"
        with pytest.raises(StoreError, match=f"{told}; put the file back, or open the desk again"):
            desk.do(id, c.Note("lost"), by=s.LI)
        path.with_name("old.db").rename(path)
        assert desk.do(id, c.Note("kept"), by=s.LI).version == 2
