"""A desk in the transaction of its house: the ticket and the complaint are both there, or neither is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import anyio
import psycopg
import pytest
from sqlalchemy.orm import Session

from complaintflow import Customer, DefinitionError, Desk, NotFound, Overtaken, Refused, StoreError, commands as c
from complaintflow.desk import Asked
from complaintflow.plugins import hookimpl
from complaintflow.record.complaint import Complaint, Event
from complaintflow.testing import RecordingChannel
from complaintflow.testing.racing import RacingGuard
from tests import stories as s
from tests.stores.desks import at_desk, opener_of, ready, received
from tests.stores.hosts import ON_POSTGRESQL, ON_SQLITE, Helpdesk, Hosting, by_core, by_psycopg, by_scoped_session
from tests.stores.servers import empty

KINDS = [
    *(pytest.param(("postgresql", kind), id=f"postgresql {kind}") for kind in ON_POSTGRESQL),
    *(pytest.param(("sqlite", kind), id=f"sqlite {kind}") for kind in ON_SQLITE),
]
SESSIONS = [one for one in KINDS if "session" in str(one.id)]
OTHERS = [one for one in KINDS if one not in SESSIONS]
MAILED = Customer("u-17", contact={"email": "u17@example.com"})


class Parts:
    """A plugin with a channel, which observes as well."""

    def __init__(self, email: RecordingChannel | None = None) -> None:
        self.email = email or RecordingChannel()
        self.seen = list[str]()

    @hookimpl
    def channels(self) -> dict[str, RecordingChannel]:
        return {"email": self.email}


class Observing(Parts):
    """One that observes as well."""

    @hookimpl
    def observers(self) -> list[Observing]:
        return [self]

    def saw(self, _complaint: Complaint, events: Sequence[Event]) -> None:
        self.seen += (event.kind for event in events)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> tuple[str, str]:
    chosen: tuple[str, str] = request.param
    return chosen


@pytest.fixture
def url(kind: tuple[str, str], request: pytest.FixtureRequest, path: Path) -> Iterator[str]:
    if kind[0] == "sqlite":
        yield f"sqlite+sql:///{path}"
        return
    database: str = request.getfixturevalue("database")
    with psycopg.connect(database, autocommit=True) as plain:
        plain.execute("DROP TABLE IF EXISTS tickets")
    yield database
    empty(database)


@pytest.fixture
def hosting(kind: tuple[str, str]) -> Hosting:
    return (ON_SQLITE if kind[0] == "sqlite" else ON_POSTGRESQL)[kind[1]]


@pytest.fixture
def desk(url: str) -> Iterator[Desk]:
    """A desk with transactions of its own, beside a table of the house."""
    with opener_of(url)() as desk:
        with closing(plain(url)) as house:
            house.execute("CREATE TABLE tickets (title TEXT NOT NULL)")
            house.commit()
        yield desk


@pytest.fixture
def house(hosting: Hosting, url: str, desk: Desk) -> Iterator[Helpdesk]:
    with hosting(url) as house:
        yield house


def plain(url: str) -> Any:
    """A connection that looks from outside."""
    return sqlite3.connect(url.removeprefix("sqlite+sql:///")) if url.startswith("sqlite") else psycopg.connect(url)


def tickets(url: str) -> list[str]:
    with closing(plain(url)) as outside:
        return [title for (title,) in outside.execute("SELECT title FROM tickets ORDER BY title").fetchall()]


def test_the_ticket_and_the_complaint_are_committed_together(desk: Desk, house: Helpdesk, url: str) -> None:
    house.file_ticket("扫码没反应")
    ours = desk.on(house.connection)
    id = ours.receive(s.receive(), s.triage(), by=s.LI, key="form-1").id
    ours.do(id, s.update(), by=s.LI)
    assert ours.get(id).version == 3
    assert ours.get(id).body[0].data["description"]
    house.commit()
    assert tickets(url) == ["扫码没反应"]
    assert [event.kind for event in desk.history(id)] == ["Receive", "Triage", "Update"]
    assert desk.known("form-1") == id
    assert [one.message.complaint for one in desk.outbox() if one.message.complaint == id]
    assert desk.check_integrity().sound


def test_a_view_that_fails_leaves_neither_a_ticket_nor_an_event_nor_a_letter_nor_a_key(
    desk: Desk, house: Helpdesk, url: str
) -> None:
    """Else the customer is told of a complaint that the house has no ticket of, or a ticket has no complaint."""
    house.file_ticket("gone")
    ours = desk.on(house.connection)
    id = ours.receive(s.receive(), s.triage(), by=s.LI, key="form-1").id
    ours.do(id, s.update(), by=s.LI)
    house.roll_back()
    assert tickets(url) == []
    with pytest.raises(NotFound):
        desk.get(id)
    assert (desk.outbox(), desk.agenda(), desk.known("form-1"), desk.find().complaints) == ((), (), None, ())
    assert desk.check_integrity().sound


def test_what_is_refused_leaves_nothing_behind_and_the_house_goes_on(desk: Desk, house: Helpdesk, url: str) -> None:
    id = ready(desk).id
    before = desk.get(id).version
    house.file_ticket("before")
    ours = desk.on(house.connection)
    with pytest.raises(Refused) as refused:
        ours.do(id, c.Note("it is solved, I think"), c.Merge("C-0"), by=s.LI)
    assert refused.value.refusals
    ours.do(id, c.Note("not yet"), by=s.LI)
    house.file_ticket("then")
    house.commit()
    assert tickets(url) == ["before", "then"]
    assert [event.kind for event in desk.history(id)[before:]] == ["Note"]


def test_a_batch_that_is_broken_off_leaves_nothing_of_what_it_had_written(url: str, hosting: Hosting) -> None:
    """The house catches it and commits: half a batch would be on record, and nobody was answered."""
    race = RacingGuard()

    def stop() -> None:
        raise KeyboardInterrupt

    with opener_of(url)(plugins=[race]) as desk, hosting(url) as house:
        ids = [received(desk, order=order).id for order in ("A-1", "A-2")]
        race.race = lambda: setattr(race, "race", stop)  # in the last one
        asked = [Asked(c.Note("called back"), s.LI, id) for id in (ids[0], "C-0", ids[1])]
        with pytest.raises(KeyboardInterrupt):
            desk.on(house.connection).do_many(asked)
        house.commit()
        assert [desk.get(id).version for id in ids] == [1, 1]
        assert desk.check_integrity().sound


def test_the_house_sees_what_it_did_itself_and_nobody_else_does_before_the_commit(desk: Desk, house: Helpdesk) -> None:
    id = received(desk).id
    ours = desk.on(house.connection)
    at_desk(ours, id, s.triage())
    assert (ours.get(id).state, desk.get(id).state) == ("triaged", "received")
    assert ours.count(state="triaged") == 1
    assert desk.count(state="triaged") == 0
    house.commit()
    assert desk.get(id).state == "triaged"


def test_the_texts_of_a_complaint_are_read_before_and_after_the_commit(desk: Desk, house: Helpdesk) -> None:
    """They are read when somebody looks at them: when the connection may have gone to somebody else."""
    ours = desk.on(house.connection)
    id = ours.receive(s.receive(description="扣了两次钱"), by=s.SYSTEM).id
    during, later = ours.get(id), ours.find().complaints[0]
    assert during.body[0].data["description"] == "扣了两次钱"
    house.commit()
    assert later.body[0].data["description"] == "扣了两次钱"


def test_a_key_gives_the_first_result_again_also_in_the_next_transaction(desk: Desk, house: Helpdesk) -> None:
    first = desk.on(house.connection).receive(s.receive(), by=s.SYSTEM, key="form-1")
    house.commit()
    assert desk.on(house.connection).receive(s.receive(), by=s.SYSTEM, key="form-1").id == first.id
    house.commit()
    assert desk.count() == 1


def test_one_desk_serves_the_next_transaction_of_its_house_too(desk: Desk, house: Helpdesk) -> None:
    """Else what it does after a commit is in no transaction that anybody commits, and is lost without a word."""
    ours = desk.on(house.connection)
    first = ours.receive(s.receive(), by=s.SYSTEM)
    house.commit()
    second = ours.receive(s.receive(order="A-2"), by=s.SYSTEM)
    house.commit()
    assert {one.id for one in desk.find().complaints} == {first.id, second.id}


def test_no_letter_leaves_before_the_commit(url: str, hosting: Hosting, desk: Desk) -> None:
    """A customer would be told of what may be rolled back yet."""
    email = RecordingChannel()
    with opener_of(url)(plugins=[Parts(email)]) as whole, hosting(url) as house:
        ours = whole.on(house.connection)
        id = ours.receive(s.receive(customer=MAILED), s.triage(), s.update(), by=s.LI).id
        with pytest.raises(StoreError, match="letters leave after your commit"):
            ours.deliver()
        if url.startswith("postgresql"):  # SQLite has one writer: it would wait for the house
            whole.deliver()
        assert email.sent == []
        house.commit()
        whole.deliver()
        assert {message.complaint for message in email.sent} == {id}


# ── observers


@pytest.fixture
def watched(url: str, desk: Desk) -> Iterator[tuple[Desk, list[str]]]:
    """A desk with an observer, and what it is told."""
    parts = Observing()
    with opener_of(url)(plugins=[parts]) as watched:
        yield watched, parts.seen


def test_observers_are_told_after_the_commit(watched: tuple[Desk, list[str]], house: Helpdesk) -> None:
    (desk, seen), told = watched, list[Callable[[], object]]()
    ours = desk.on(house.connection, after_commit=told.append)
    ours.receive(s.receive(), s.triage(), by=s.LI)
    assert seen == []
    house.commit()
    for one in told:
        one()
    assert seen == ["Receive", "Triage"]


def test_observers_are_told_nothing_of_what_was_rolled_back(watched: tuple[Desk, list[str]], house: Helpdesk) -> None:
    """Even when the house calls what it keeps for its commits: they hear only what is on record."""
    (desk, seen), told = watched, list[Callable[[], object]]()
    desk.on(house.connection, after_commit=told.append).receive(s.receive(), by=s.SYSTEM)
    house.roll_back()
    for one in told:
        one()
    assert seen == []


@pytest.mark.parametrize("kind", SESSIONS, indirect=True)
def test_a_session_tells_the_observers_by_itself_when_all_is_committed(
    watched: tuple[Desk, list[str]], url: str, hosting: Hosting
) -> None:
    desk, seen = watched
    with hosting(url) as house:
        house.file_ticket("first")
        with house.connection.begin_nested():
            id = desk.on(house.connection).receive(s.receive(), by=s.SYSTEM).id
        assert seen == []
        house.commit()
        assert seen == ["Receive"]
        desk.on(house.connection).do(id, s.triage(), by=s.LI)
        house.roll_back()
        with suppress(ZeroDivisionError), house.connection.begin_nested():
            desk.on(house.connection).do(id, c.Note("taken back"), by=s.LI)
            raise ZeroDivisionError
        desk.on(house.connection).do(id, c.Note("kept"), by=s.LI)
        house.commit()
    assert seen == ["Receive", "Note"]
    assert [event.kind for event in desk.history(id)] == ["Receive", "Note"]


@pytest.mark.parametrize("kind", OTHERS, indirect=True)
def test_a_desk_with_observers_asks_how_they_are_to_be_told(watched: tuple[Desk, list[str]], house: Helpdesk) -> None:
    """Else they are told nothing, and nobody notices: only a session says when it was committed."""
    with pytest.raises(DefinitionError, match="after_commit"):
        watched[0].on(house.connection)


# ── others at the same time


@pytest.fixture
def clean(database: str) -> Iterator[str]:
    """The URL of an empty database on a real server."""
    yield database
    empty(database)


def test_who_was_overtaken_decides_again_within_the_transaction(clean: str) -> None:
    """R5: two complaints about one order come in at once, and the second knows of the first."""
    race, opener, firsts = RacingGuard(), opener_of(clean), list[str]()
    with opener(plugins=[race]) as desk, opener() as other, by_psycopg(clean) as house:
        received(other)  # keeps the policy, so that the next one writes nothing before it decides
        race.race = lambda: firsts.append(received(other, order="A-7").id)
        second = desk.on(house.connection).receive(s.receive(order="A-7"), by=s.SYSTEM)
        house.commit()
        assert second.duplicates == tuple(firsts) != ()
        assert desk.check_integrity().sound


@pytest.mark.parametrize("isolation", ["REPEATABLE READ", "SERIALIZABLE"])
def test_where_the_transaction_cannot_see_what_others_did_the_house_does_it_again(clean: str, isolation: str) -> None:
    opener = opener_of(clean)
    with opener() as desk, opener() as other, by_psycopg(clean) as house:
        house.execute(f"SET TRANSACTION ISOLATION LEVEL {isolation}")
        house.execute("SELECT 1 FROM complaintflow_ledger")
        first = received(other, order="A-7").id
        with pytest.raises(Overtaken, match="do all of it again") as error:
            desk.on(house.connection).receive(s.receive(order="A-7"), by=s.SYSTEM)
        assert error.value.whole
        house.roll_back()
        second = desk.on(house.connection).receive(s.receive(order="A-7"), by=s.SYSTEM)
        house.commit()
        assert second.duplicates == (first,)


def test_two_houses_that_wait_for_each_other_are_told_to_begin_again(clean: str) -> None:
    """One holds a row of the house and wants to write a complaint; the other one has written, and wants the row."""
    with opener_of(clean)() as desk, by_psycopg(clean) as one, by_psycopg(clean) as other:
        one.execute("CREATE TABLE IF NOT EXISTS rows_of_house (number BIGINT PRIMARY KEY)")
        one.execute("INSERT INTO rows_of_house VALUES (1) ON CONFLICT DO NOTHING")
        one.commit()
        row = "SELECT * FROM rows_of_house FOR UPDATE"
        one.execute(row)
        desk.on(other.connection).receive(s.receive(), by=s.SYSTEM)
        with ThreadPoolExecutor(1) as thread:
            waiting = thread.submit(_ask, lambda: other.execute(row))
            answers = [_ask(lambda: desk.on(one.connection).receive(s.receive(order="A-2"), by=s.SYSTEM))]
            one.roll_back()
            answers.append(waiting.result())
        other.roll_back()
    ended = [answer for answer in answers if isinstance(answer, Exception)]
    assert len(ended) == 1
    assert isinstance(ended[0], psycopg.errors.DeadlockDetected) or "do all of it again" in str(ended[0])


def _ask(act: Callable[[], object]) -> object:
    try:
        return act()
    except (StoreError, psycopg.Error) as error:
        return error


def test_how_long_the_house_waits_for_a_lock_stays_its_own(clean: str) -> None:
    with opener_of(clean)() as desk, by_psycopg(clean) as house:
        house.execute("SET LOCAL lock_timeout = '7s'")
        desk.on(house.connection).receive(s.receive(), by=s.SYSTEM)
        assert house.execute("SHOW lock_timeout").fetchone() == {"lock_timeout": "7s"}


def test_a_transaction_of_the_house_that_only_reads_is_said_so(clean: str) -> None:
    """Who was told of a replica looked for one in vain: the house itself had begun it so."""
    with opener_of(clean)() as desk, by_psycopg(clean) as house:
        house.execute("SET TRANSACTION READ ONLY")
        assert desk.on(house.connection).find().complaints == ()
        with pytest.raises(StoreError, match="the transaction only reads: it was begun so"):
            desk.on(house.connection).receive(s.receive(), by=s.SYSTEM)


def test_a_connection_to_a_file_that_only_reads_is_told_what_helps(tmp_path: Path) -> None:
    """Who was sent to look for damage in the file found none."""
    path = tmp_path / "house.db"
    with opener_of(f"sqlite+sql:///{path}")() as desk, closing(sqlite3.connect(path)) as house:
        house.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreError, match="make the file and its folder writable, and the connection"):
            received(desk.on(house))


def test_a_transaction_of_the_house_that_has_failed_is_said_so(clean: str) -> None:
    with opener_of(clean)() as desk, by_psycopg(clean) as house:
        with pytest.raises(psycopg.Error):
            house.execute("SELECT nothing")
        with pytest.raises(StoreError, match="the transaction of the host has failed; roll it back"):
            desk.on(house.connection)
    with opener_of(clean)() as desk, by_core(clean) as house:
        house.connection.close()
        with pytest.raises(StoreError, match="the connection or the session is closed; give one that is open"):
            desk.on(house.connection)


@pytest.mark.parametrize(
    "kind", [one for one in KINDS if "core" in str(one.id) or "sqlite3" in str(one.id)], indirect=True
)
def test_a_text_of_what_was_rolled_back_begins_no_transaction(desk: Desk, house: Helpdesk, url: str) -> None:
    """It would stay open, and nobody could write any more."""
    ours = desk.on(house.connection)
    gone = ours.get(ours.receive(s.receive(), by=s.SYSTEM).id)
    house.roll_back()
    with pytest.raises(StoreError, match="was rolled back"):
        len(gone.body[0].data)
    received(desk)


def test_a_connection_that_answers_otherwise_than_ours_is_refused(clean: str, tmp_path: Path) -> None:
    """R26: read through a pipeline, or as bytes, nothing was paid yet; and the order was paid twice."""
    with opener_of(clean)() as desk, psycopg.connect(clean) as house:
        with house.pipeline(), pytest.raises(StoreError, match="in a pipeline"):
            desk.on(house)
        house.rollback()
        with psycopg.connect(clean, client_encoding="LATIN1") as other, pytest.raises(StoreError, match="encoding"):
            desk.on(other)
    with (
        opener_of(f"sqlite+sql:///{tmp_path / 'desk.db'}")() as desk,
        closing(sqlite3.connect(tmp_path / "desk.db")) as file,
    ):
        file.text_factory = bytes
        with pytest.raises(StoreError, match="text_factory"):
            desk.on(file)


def test_a_host_of_sqlite_that_has_looked_begins_again(tmp_path: Path) -> None:
    """It would be told to try again, which never helps."""
    path = tmp_path / "desk.db"
    with (
        opener_of(f"sqlite+sql:///{path}")() as desk,
        closing(sqlite3.connect(path, isolation_level=None)) as file,
    ):
        file.execute("BEGIN")
        file.execute("SELECT count(*) FROM complaintflow_events").fetchall()
        received(desk)
        with pytest.raises(Overtaken, match="do all of it again") as error:
            desk.on(file).receive(s.receive(), by=s.SYSTEM)
        assert error.value.whole
        file.execute("ROLLBACK")


def test_a_scoped_session_tells_the_observers_in_each_thread(clean: str) -> None:
    """One desk for the process: else only the thread that made it is heard."""
    parts = Observing()
    with opener_of(clean)(plugins=[parts]) as desk, by_scoped_session(clean) as house:
        ours = desk.on(house.connection)

        def view() -> None:
            ours.receive(s.receive(), by=s.SYSTEM)
            house.commit()
            house.connection.remove()

        house.connection.remove()
        for _ in range(2):
            with ThreadPoolExecutor(1) as thread:
                thread.submit(view).result()
    assert parts.seen == ["Receive", "Receive"]


def test_a_session_within_a_transaction_of_others_does_not_say_when_that_is_committed(clean: str) -> None:
    with (
        opener_of(clean)(plugins=[Observing()]) as desk,
        by_core(clean) as outer,
        outer.connection.begin(),
        Session(outer.connection) as session,
        pytest.raises(DefinitionError, match="after_commit"),
    ):
        desk.on(session)


# ── what is no transaction


def test_a_connection_that_commits_each_statement_is_not_joined(clean: str, tmp_path: Path) -> None:
    """Half of a command could be on disk."""
    with (
        opener_of(clean)() as desk,
        psycopg.connect(clean, autocommit=True) as plain,
        pytest.raises(StoreError, match="commits each statement by itself; begin a transaction"),
    ):
        desk.on(plain)
    with opener_of(clean)() as desk, psycopg.connect(clean, autocommit=True) as plain:
        with plain.transaction():
            id = desk.on(plain).receive(s.receive(), by=s.SYSTEM).id
        assert desk.get(id).id == id
    with (
        opener_of(f"sqlite+sql:///{tmp_path / 'desk.db'}")() as desk,
        closing(sqlite3.connect(tmp_path / "desk.db", isolation_level=None)) as file,
        pytest.raises(StoreError, match="begin a transaction"),
    ):
        desk.on(file)


def test_what_is_no_connection_to_the_database_of_the_desk_is_named(clean: str, tmp_path: Path) -> None:
    with opener_of(clean)() as desk, closing(sqlite3.connect(tmp_path / "other.db")) as other:
        for wrong, name in ((other, "a Connection"), ("postgresql://", "a str"), (None, "a NoneType")):
            with pytest.raises(DefinitionError, match=f"connection.*{name}.*psycopg.Connection"):
                desk.on(wrong)


def test_a_connection_of_an_event_loop_is_not_joined(clean: str) -> None:
    """Its driver answers later, when the command would be decided already."""

    async def ask() -> None:
        async with await psycopg.AsyncConnection.connect(clean) as connection:
            with opener_of(clean)() as desk, pytest.raises(DefinitionError, match="a AsyncConnection"):
                desk.on(connection)

    anyio.run(ask)


@pytest.mark.parametrize("url", ["memory://", "sqlite:///desk.db"])
def test_a_store_that_joins_no_transaction_says_which_do(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with opener_of(url)() as desk, pytest.raises(DefinitionError, match=r"postgresql:// or sqlite\+sql://"):
        desk.on(sqlite3.connect(":memory:"))


def test_a_desk_that_is_closed_joins_nothing_more(clean: str) -> None:
    with by_psycopg(clean) as house:
        desk = opener_of(clean)()
        ours = desk.on(house.connection)
        ours.close()
        ours.receive(s.receive(), by=s.SYSTEM)
        desk.close()
        with pytest.raises(StoreError, match="the store is closed"):
            ours.receive(s.receive(), by=s.SYSTEM)
