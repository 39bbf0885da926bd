"""A house that is copied into another store goes on there as if nothing had happened, or is not there at all."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, suppress
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from pathlib import Path
from typing import Any

import pytest

from complaintflow import Desk, InvalidInput, StoreError, commands as c, copy_store
from complaintflow.channels import Channels
from complaintflow.desk import copying
from complaintflow.desk.bulk import Asked
from complaintflow.desk.copyable_stores import CopyableStores
from complaintflow.desk.tables import look_at_tables
from complaintflow.plugins import Query, Session, hookimpl
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.stores.copying import PARTS, Digest, Part
from complaintflow.stores.sql.copying import Copying as SqlCopying
from complaintflow.stores.sqlite.copying import Copying as SqliteCopying
from complaintflow.testing import FlakyChannel, FrozenClock, Mood, RecordingChannel
from tests import stories as s
from tests.stores.desks import HOUSE, at_desk, opened, received
from tests.stores.servers import Server
from tests.stores.test_erasing import WHY, as_text, of_another, rows_of, secrets_in, settled

pytest.importorskip("sqlalchemy")

LONG = "order" + "x" * 200
"""A store by SQL finds it by its beginning and a digest."""
AFTER = datetime(2030, 1, 1, tzinfo=UTC)
"""Then no worker of these houses has a letter in its hands any more."""


def copied(source: str, target: str) -> Any:
    return copy_store(source, target, clock=lambda: AFTER)


def at(url: str, clock: FrozenClock, *channels: FlakyChannel) -> Desk:
    ways = [Channels({"app": channels[0]}, {"team": channels[0]})] if channels else []
    return Desk.open(url, clock=clock, policy=s.CHINA, plugins=ways)


def live(url: str, clock: FrozenClock) -> None:
    """A house of four days: what is over and what waits, what is paid, kept and counted, and letters that died."""
    with at(url, clock, channel := FlakyChannel(RecordingChannel())) as desk:
        settled(desk)
        of_another(desk)
        paying = received(desk, order=LONG).id
        desk.receive(s.receive(order="A-2"), s.triage(), by=s.LI, key=KEY)
        at_desk(desk, paying, s.triage(), *KNOWN, s.compensate(), c.ApproveCompensation("C1"), s.acknowledge())
        channel.then = Mood.GIVES_UP
        desk.deliver(limit=1)
        channel.then = Mood.FAILS
        desk.deliver(limit=1)
        for _ in range(4):
            clock.later(days=1)
            desk.tick()
        desk.do_many([Asked((c.Note(f"note {number}"),), s.LI, paying) for number in range(70)])
        desk.tick()


KNOWN = (c.AddEvidence("identity", "card", "name and number agree"), c.CheckEvidence("E1", "genuine"))
KEY = "form " + "9" * 200


def paid_for(url: str) -> tuple[str, ...]:
    """R26: which complaints of the customer have paid something for the order."""
    with closing(CopyableStores(()).open(url)) as store, store.reading() as session:
        found: tuple[str, ...] = session.find_paid("u-17", [LONG])
        return found


def goes_on(url: str, clock: FrozenClock) -> list[str]:
    """What a house says and does from now on, as texts."""
    told = list[str]()
    with at(url, clock, channel := FlakyChannel(RecordingChannel())) as desk:
        again = desk.receive(s.receive(order="A-2"), s.triage(), by=s.LI, key=KEY)
        told += [again.id, str(desk.known(KEY)), str(desk.count())]
        told += [repr(desk.figures(since=clock.now - timedelta(days=9), until=clock.now, measures="complaints"))]
        told += [f"{one.id} {one.next_due} {one.next_due_for}" for one in desk.find(text="meiyou").complaints]
        told += [one.id for one in desk.find(order=LONG).complaints]
        for letter in desk.dead_letters():
            desk.retry(letter.number)
        for days in (0, 1, 3, 30):
            clock.later(days=days)
            told += [f"{one.complaint} {one.command}" for one in desk.tick().done]
            told += [f"{one.number} {one.attempts} {one.why}" for one in (*desk.outbox(), *desk.dead_letters())]
            told += [f"{message.key} {outcome}" for message, outcome in desk.deliver().outcomes] if days else []
        told += [message.key for _, message in channel.past]
        told += map(str, desk.agenda())
        told += [f"{one.id} {event.kind} {event.data}" for one in desk.each() for event in desk.history(one.id)]
        assert desk.check_integrity().sound
    return told


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, datetime]:
    """The file of the house, and what time it is there."""
    file, clock = tmp_path_factory.mktemp("house") / "house.db", FrozenClock()
    live(f"sqlite:///{file}", clock)
    return file, clock.now


@pytest.fixture
def clock(lived: tuple[Path, datetime]) -> FrozenClock:
    return FrozenClock(lived[1])


@pytest.fixture
def house(path: Path, lived: tuple[Path, datetime]) -> str:
    shutil.copy(lived[0], path)
    path.chmod(0o600)
    return f"sqlite:///{path}"


def test_a_house_goes_on_in_each_store_as_in_the_first_one(
    house: str, path: Path, clock: FrozenClock, postgresql: Server
) -> None:
    """Who changed the URL had an empty desk: letters, clocks, keys and the ledger were gone, and no word of it."""
    folder = path.parent
    with at(house, clock) as desk:
        head, receipts = desk.head(), [str(desk.receipt(one.id)) for one in desk.each()]
    urls = [f"sqlite+sql:///{folder / 'b.db'}", postgresql.database("copying"), f"sqlite:///{folder / 'c.db'}"]
    for source, target in zip([house, *urls], urls, strict=False):
        done = copied(source, target)
        assert (done.head, done.dry, done.encrypted) == (head, False, False)
        assert done.events == int(head.partition(":")[0])
        with at(target, clock) as desk:
            assert desk.check_integrity(anchor=head).sound
            assert all(desk.check_receipt(one).sound for one in receipts)
    begun = clock.now
    witness = goes_on(house, clock)
    for url in urls:
        assert goes_on(url, FrozenClock(begun)) == witness, url.partition(":")[0]
    assert all(paid_for(url) == paid_for(house) != () for url in urls)


# ── whole, or not there


@pytest.fixture(params=["sqlite", "sqlite+sql"])
def target(request: pytest.FixtureRequest, path: Path) -> str:
    return f"{request.param}:///{path.parent / 'target.db'}"


def breaks_at(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The copy is killed when it comes to this part."""
    real = copying._copy_part

    def fail(held: Any, new: Any, part: Part, there: Digest) -> Digest:
        if part.name == name:
            raise KeyboardInterrupt
        return real(held, new, part, there)

    monkeypatch.setattr(copying, "_copy_part", fail)


def test_no_desk_opens_on_half_a_house_and_the_next_copy_is_whole(
    house: str, target: str, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that was started on it would send letters and take in complaints beside a history in pieces."""
    with monkeypatch.context() as patched:
        breaks_at(patched, "letters")
        with pytest.raises(KeyboardInterrupt):
            copied(house, target)
    for ask in (lambda: at(target, clock), lambda: look_at_tables(target), lambda: copied(target, f"{target}.2")):
        with pytest.raises(StoreError, match="a copy into it was begun, and is not done; run complaintflow db copy"):
            ask()
    with at(house, clock) as desk:
        at_desk(desk, desk.find().complaints[0].id, c.Note("said meanwhile"))
        head = desk.head()
    assert copy_store(house, target, dry_run=True).head == head
    assert copied(house, target).head == head
    with at(target, clock) as desk:
        assert desk.check_integrity(anchor=head).sound


def written_by(monkeypatch: pytest.MonkeyPatch, kind: type[Any]) -> list[str]:
    """The part of each row that is written from now on, in this kind of store."""
    written, real = list[str](), kind.put_rows

    def put(session: Any, part: Part, rows: list[Any]) -> None:
        written.extend(part.name for _ in rows)
        real(session, part, rows)

    monkeypatch.setattr(kind, "put_rows", put)
    return written


def test_a_copy_that_was_killed_goes_on_where_it_was(
    house: str, target: str, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It began anew: of millions of rows nobody moves a house whose server is away for a minute each day."""
    monkeypatch.setattr(copying, "_MOST_ROWS", 20)
    kind = SqliteCopying if target.startswith("sqlite:///") else SqlCopying
    left = 90  # in the middle of the events

    def killed(session: Any, part: Part, rows: list[Any]) -> None:
        nonlocal left
        left -= len(rows)
        if left < 0:
            raise KeyboardInterrupt
        real(session, part, rows)

    real = kind.put_rows
    with monkeypatch.context() as patched:
        patched.setattr(kind, "put_rows", killed)
        with pytest.raises(KeyboardInterrupt):
            copied(house, target)
    written = written_by(monkeypatch, kind)
    done = copied(house, target)
    assert 60 < done.before <= 90
    assert len(written) + done.before == sum(done.rows.values())
    assert "policies" not in written
    assert 0 < written.count("events") < done.events
    with at(target, clock) as desk:
        assert desk.check_integrity(anchor=done.head).sound


def test_a_copy_goes_on_with_no_rows_of_another_house(
    house: str, target: str, path: Path, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It begins anew where what is there is not as the store that is copied has it now."""
    with opened(path.parent / "another.db") as another:
        received(another, description="of another house")
    with monkeypatch.context() as patched:
        breaks_at(patched, "letters")
        with pytest.raises(KeyboardInterrupt):
            copied(f"sqlite:///{path.parent / 'another.db'}", target)
    done = copied(house, target)
    assert (done.before, done.complaints) == (0, 5)
    with at(target, clock) as desk:
        assert desk.check_integrity(anchor=done.head).sound
        assert desk.find(text="another").complaints == ()


# ── a store of a plugin


class Vaults:
    """A plugin whose URLs name a house, and no file: where that is, it knows."""

    name = "vaults"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @hookimpl
    def stores(self) -> dict[str, Callable[..., Any]]:
        return {"vault": self.open, "plain": lambda _url: MemoryStore()}

    def open(self, url: str, *, copying: bool = False) -> SqliteStore:
        assert url == "vault://acme"
        return SqliteStore(self._folder / "vaulted.db", copying=copying)


def test_a_store_of_a_plugin_is_copied_by_its_url(
    house: str, path: Path, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both ways; and one that was killed goes on."""
    vaults = [Vaults(path.parent)]
    with monkeypatch.context() as patched:
        breaks_at(patched, "keys")
        with pytest.raises(KeyboardInterrupt):
            copy_store(house, "vault://acme", plugins=vaults, clock=lambda: AFTER)
    with pytest.raises(StoreError, match="is not done; run complaintflow db copy once more: it goes on"):
        Desk.open("vault://acme", plugins=vaults)
    moved = copy_store(house, "vault://acme", plugins=vaults, clock=lambda: AFTER)
    assert moved.before > 0
    back = copy_store("vault://acme", f"sqlite:///{path.parent / 'back.db'}", plugins=vaults, clock=lambda: AFTER)
    assert (back.head, back.rows) == (moved.head, moved.rows)
    with Desk.open("vault://acme", plugins=vaults, clock=clock, policy=s.CHINA) as desk:
        assert desk.check_integrity(anchor=moved.head).sound


def test_a_store_of_a_plugin_that_gives_no_rows_is_named(house: str, path: Path) -> None:
    vaults = [Vaults(path.parent)]
    for words in (("plain://x", house), (house, "plain://x")):
        with pytest.raises(InvalidInput, match="found plain://…, which gives and takes no rows"):
            copy_store(*words, plugins=vaults)
    with pytest.raises(InvalidInput, match="source: found vault://…, expected a store with tables"):
        copy_store("vault://acme", house)


def test_what_is_not_the_same_in_the_end_is_no_copy(
    house: str, target: str, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = copying._copy_part

    def loses_one(held: Any, new: Any, part: Part, there: Digest) -> Digest:
        digest = real(held, new, part, there)
        if part.name == "keys":
            digest.add(("one more", "C-1", 1, ""))
        return digest

    monkeypatch.setattr(copying, "_copy_part", loses_one)
    with pytest.raises(StoreError, match="it is not as what was copied: keys; run it once more"):
        copied(house, target)
    with pytest.raises(StoreError, match="is not done"):
        at(target, clock)


def test_a_house_that_is_there_stays_as_it_is(house: str, target: str, clock: FrozenClock) -> None:
    with at(target, clock) as desk:
        there = received(desk).id
    for dry in (True, False):
        with pytest.raises(StoreError, match="it is not empty: there are complaints in it; name an empty store"):
            copy_store(house, target, dry_run=dry)
    with at(target, clock) as desk:
        assert [one.id for one in desk.each()] == [there]


def test_a_store_in_which_nobody_said_anything_is_empty(house: str, target: str, clock: FrozenClock) -> None:
    """Whoever tried the worker there has left a time, and with keys one of the search."""
    with at(target, clock) as desk:
        desk.tick()
    assert copied(house, target).complaints == 5


def test_what_a_desk_wrote_into_a_half_copied_store_is_not_thrown_away(
    house: str, target: str, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was open before the copy began, so it does not know: the copy gives way, and so does the next one."""
    with at(target, clock) as desk, monkeypatch.context() as patched:
        desk.find()
        real = copying._copy_part

        def hears(held: Any, new: Any, part: Part, there: Digest) -> Digest:
            if part.name == "policies" and not desk.count():
                received(desk)
            return real(held, new, part, there)

        patched.setattr(copying, "_copy_part", hears)
        for _ in range(2):
            with pytest.raises(StoreError, match="another one writes into it; stop it, and begin with an empty store"):
                copied(house, target)


def test_a_dry_run_counts_and_writes_nothing(house: str, target: str) -> None:
    found = copy_store(house, target, dry_run=True)
    assert (found.dry, found.complaints, found.rows["letters"] > 0) == (True, 5, True)
    assert not Path(target.partition(":///")[2]).exists()


def test_what_is_written_at_once_is_bounded() -> None:
    """Else a big house would lie in memory, and be one transaction."""
    small = [len(batch) for batch in copying._in_batches((number,) for number in range(2_500))]
    large = [len(batch) for batch in copying._in_batches((b"x" * 3_000_000,) for _ in range(5))]
    assert (small, large, [*copying._in_batches([])]) == ([1_000, 1_000, 500], [2, 2, 1], [])


# ── who is at work


def test_nobody_writes_into_a_house_that_is_copied(house: str, target: str, path: Path, clock: FrozenClock) -> None:
    """What he wrote would be in the old house alone, and a letter that he sent would go once more."""
    with closing(SqliteStore(path)) as old, old.writing() as held:
        held.hold()
        with closing(SqliteStore(path, patience=0.05)) as other:
            with pytest.raises(StoreError, match="another process is writing"), other.writing():
                pass
            with other.reading() as session:
                assert session.count(Query()) == 5


@pytest.mark.explore
def test_nobody_claims_a_letter_of_a_server_that_is_copied(postgresql: Server, clock: FrozenClock) -> None:
    from complaintflow.stores import SqlStore

    url = postgresql.database("held")
    live(url, clock)
    with closing(SqlStore(url)) as old, old.writing() as held, closing(SqlStore(url, patience=0.2)) as other:
        held.hold()
        for act in (
            lambda session: session.claim(1, clock.now, clock.now),
            lambda session: session.due(1, clock.now + timedelta(days=99), clock.now),
            lambda session: session.tell_time(session.told_time()),
        ):
            with other.writing() as session, pytest.raises(StoreError, match="another one has been writing"):
                impatient(session, act)
        with pytest.raises(StoreError, match="another one has been writing for too long"), other.writing() as second:
            second.hold()


def impatient(session: Any, act: Callable[[Any], object]) -> None:
    """Do something that waits for nobody."""
    session._run("SELECT set_config('lock_timeout', '200ms', true)")
    act(session)
    session._flush()


@pytest.mark.parametrize("kind", ["sqlite", "sqlite+sql"])
def test_while_a_worker_has_letters_in_its_hands_nothing_is_copied(
    kind: str, path: Path, target: str, clock: FrozenClock
) -> None:
    """They went out, and would go once more from the copy."""
    url = f"{kind}:///{path}"
    with at(url, clock) as desk:
        at_desk(desk, received(desk).id, s.acknowledge())
    with closing(CopyableStores(()).open(url)) as store, store.writing() as session:
        assert session.claim(9, clock.now, clock.now + timedelta(minutes=1))
    with pytest.raises(StoreError, match=r"a worker has 1 letter\(s\) in its hands"):
        copy_store(url, target, clock=clock)
    clock.later(minutes=2)
    assert copy_store(url, target, clock=clock).rows["letters"] == 1


# ── what is refused


@pytest.mark.parametrize(
    ("source", "target", "error", "said"),
    [
        ("memory://", "{file}", InvalidInput, "source: found memory://, expected a store with tables"),
        ("{file}", "redis://h:secret@there", InvalidInput, "target: found redis://…, expected a store with tables"),
        ("{file}", "sqlite+sql:///{path}", InvalidInput, "target: found the store that is copied"),
        ("sqlite:///{path}.not", "{file}", StoreError, "there is nothing in it; name the store that is to be copied"),
    ],
)
def test_a_url_that_does_not_do_is_named(
    source: str, target: str, error: type[Exception], said: str, path: Path
) -> None:
    with opened(path) as desk:
        received(desk)
    names = {"file": f"sqlite:///{path}", "path": path}
    with pytest.raises(error, match=said):
        copied(source.format(**names), target.format(**names))


# ── what lies in it


def test_words_that_lie_encrypted_are_copied_without_a_key(path: Path, target: str, clock: FrozenClock) -> None:
    pytest.importorskip("cryptography")
    with opened(path, keys=HOUSE, policy=s.CHINA) as desk:
        id = settled(desk).id
        head = desk.head()
    done = copied(f"sqlite:///{path}", target)
    assert (done.encrypted, secrets_in(as_text(rows_of(Path(target.partition(":///")[2]))))) == (True, [])
    with pytest.raises(StoreError, match="the words in this store lie encrypted"):
        at(target, clock)
    with Desk.open(target, keys=HOUSE, clock=clock, policy=s.CHINA) as desk:
        assert "meiyou tuikuan" in desk.get(id).description
        assert desk.check_integrity(anchor=head).sound
        assert len(desk.find(text="meiyou").complaints) == 1


def test_what_was_erased_is_in_no_row_of_the_copy(path: Path, target: str, clock: FrozenClock) -> None:
    with opened(path, policy=s.CHINA) as desk:
        settled(desk)
        desk.erase("u-17", by=s.LEAD, reason=WHY)
    copied(f"sqlite:///{path}", target)
    assert secrets_in(as_text(rows_of(Path(target.partition(":///")[2])))) == []
    with at(target, clock) as desk:
        assert desk.check_integrity().erased


def test_what_cannot_be_read_is_copied_as_it_is_and_named_there_too(house: str, target: str, path: Path) -> None:
    """To be mended there, by a backup; the others are at work."""
    clock = FrozenClock(AFTER)
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("UPDATE complaints SET facts = x'7b', owner = ? WHERE number = 2", (f"{'o' * 80}… {'0' * 64}",))
        plain.execute("UPDATE outbox SET message = x'7b'")
    with at(house, clock) as desk:
        damaged = desk.quarantine()
    copied(house, target)
    back = f"sqlite:///{path.parent / 'back.db'}"
    copied(target, back)
    for url in (target, back):
        with at(url, clock) as desk:
            assert desk.quarantine() == damaged != ()


def test_a_text_that_is_none_is_named_by_its_part(path: Path, target: str) -> None:
    with opened(path) as desk:
        received(desk)
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("UPDATE complaints SET owner = CAST(x'ff' AS TEXT)")
    with pytest.raises(StoreError, match="complaints: "):
        copied(f"sqlite:///{path}", target)


def test_no_number_of_a_letter_is_given_twice(path: Path, target: str, clock: FrozenClock) -> None:
    """A receipt that names it would be of another one."""
    url = f"sqlite:///{path}"
    channel = FlakyChannel(RecordingChannel())
    with at(url, clock, channel) as desk:
        id = at_desk(desk, received(desk).id, s.acknowledge()).id
        last = desk.outbox()[-1].number
        desk.deliver()
    copied(url, target)
    with at(target, clock) as desk:
        at_desk(desk, id, s.update())
        assert desk.outbox()[0].number == last + 1
        assert desk.check_integrity().sound


def test_every_table_of_both_kinds_is_copied(house: str, path: Path, clock: FrozenClock) -> None:
    """So that a new table is not forgotten: each one that a house fills is filled in its copy, row for row."""
    by_sql, back = path.parent / "b.db", path.parent / "c.db"
    copied(house, f"sqlite+sql:///{by_sql}")
    copied(f"sqlite+sql:///{by_sql}", f"sqlite:///{back}")
    before, after = counts(path), counts(back)
    fresh = before.pop("fresh_words") + before.pop("words"), after.pop("fresh_words") + after.pop("words")
    assert fresh[0] == fresh[1] > 0
    internal = {name for name in before if name.startswith(("words_", "sqlite_stat"))}
    assert {name: one for name, one in before.items() if name not in internal} == {
        name: one for name, one in after.items() if name not in internal
    }
    unfilled = {name for name, count in before.items() if not count} - internal
    assert unfilled <= {"claimed", "data_keys", "sendings"}, "the house has to fill it, or the copy is not looked at"
    made = {name.removeprefix("complaintflow_") for name in counts(by_sql)}
    parts = {"outbox" if part.name == "letters" else part.name for part in PARTS}
    assert made - parts == {"schema", "ledger", "marks"}


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as plain:
        names = [name for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: plain.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


# ── at length


class Moving:
    """A store whose house moves into another one after so many transactions that write."""

    def __init__(self, url: str, urls: Iterator[str]) -> None:
        self.url, self._urls, self.moves, self.written = url, urls, 0, 0
        self._store = CopyableStores(()).open(url)

    def reading(self) -> AbstractContextManager[Session]:
        return self._store.reading()  # type: ignore[no-any-return]

    def writing(self) -> AbstractContextManager[Session]:
        self.written += 1
        if self.written % EACH == 0:
            self._move(next(self._urls))
        return self._store.writing()  # type: ignore[no-any-return]

    def _move(self, target: str) -> None:
        """Not in the middle of a delivery, which is refused."""
        self._store.close()
        try:
            copied(self.url, target)
            self.url, self.moves = target, self.moves + 1
        except StoreError as error:
            if "in its hands" not in error.cause:
                raise
        self._store = CopyableStores(()).open(self.url)

    def close(self) -> None:
        self._store.close()


EACH = 31


@pytest.mark.explore
def test_a_tour_of_all_commands_goes_on_in_one_store_after_the_other(
    path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside a desk in memory that stays where it is: every answer, refusal, letter, clock and history is the same."""
    from tests.desk import paired_desks
    from tests.desk.reached import Reached
    from tests.desk.tour import tour

    kinds, names, made = cycle(("sqlite+sql", "postgresql", "sqlite")), count(1), list[Moving]()

    def urls() -> Iterator[str]:
        for number in names:
            if (kind := next(kinds)) == "postgresql":
                yield postgresql.database(f"tour{number}")
            else:
                yield f"{kind}:///{path.parent / f'tour{number}.db'}"

    def open_moving(file: Path, **_: object) -> Moving:
        made.append(Moving(f"sqlite:///{file}", urls()))
        return made[-1]

    monkeypatch.setattr(paired_desks, "SqliteStore", open_moving)
    reached = Reached()
    tour(path.parent, reached)
    assert reached.lacks() == {}, str(reached)
    print(f"{sum(one.moves for one in made)} moves in {sum(one.written for one in made)} transactions")


@pytest.mark.explore
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("kind", ["sqlite", "sqlite+sql", "postgresql"])
def test_a_copy_that_was_killed_is_no_house_and_the_next_one_is(
    kind: str, house: str, path: Path, clock: FrozenClock, postgresql: Server
) -> None:
    """Wherever it is killed: nothing opens, or all is there."""
    target = postgresql.database("killed") if kind == "postgresql" else f"{kind}:///{path.parent / 'target.db'}"
    with at(house, clock) as desk:
        head = desk.head()
    found = list[str]()
    for wait in range(60):
        words = [sys.executable, "-c", COPYING, house, target]
        one = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert one.stdout
        one.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            one.wait(wait / 50)
        one.send_signal(signal.SIGKILL)
        one.communicate()
        if head in found[-1:]:
            break
        found.append(what_opens(target, clock))
    print(f"{kind}: killed {len(found)} times, {found.count(HALF_WAY)} of them half-way")
    assert {*found} == {NOTHING, HALF_WAY, head}
    with at(target, clock) as desk:
        assert desk.check_integrity(anchor=head).sound


COPYING = """
import sys
from complaintflow import copy_store
import complaintflow.stores.sql.store, psycopg
print("ready", flush=True)
copy_store(*sys.argv[1:])
"""
HALF_WAY, NOTHING = "half-way", "0:"


def what_opens(url: str, clock: FrozenClock) -> str:
    """The head of the house that is there; or that there is none yet, or half of one."""
    try:
        with at(url, clock) as desk:
            head = desk.head()
    except StoreError as error:
        return HALF_WAY if "a copy into it was begun" in str(error) else str(error)
    return NOTHING if head.startswith(NOTHING) else head
