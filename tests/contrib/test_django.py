"""A desk in the transaction of a Django view: the ticket and the complaint are both there, or neither is."""

from __future__ import annotations

import gc
import os
import sqlite3
import unittest
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connections, transaction
from django.http import HttpResponse
from django.test import Client, TestCase, override_settings
from django.urls import path

from complaintflow import Complaint, DefinitionError, Event, NotFound, Overtaken, Refused, StoreError, commands as c
from complaintflow.contrib.django import desk
from complaintflow.contrib.django.connections import DjangoConnections
from complaintflow.contrib.metrics import Metrics
from complaintflow.desk import Asked
from complaintflow.plugins import hookimpl
from complaintflow.stores import HostedStore, table_statements
from complaintflow.stores.sql.store import SqlStore
from complaintflow.testing.racing import RacingGuard
from tests import stories as s
from tests.contrib.conftest import Sites
from tests.contrib.django_site import Site, postgresql_database, sqlite_file, using
from tests.stores.desks import at_desk, opener_of, ready, received
from tests.stores.servers import Server, empty

POSTGRESQL = pytest.mark.parametrize("kind", ["postgresql"], indirect=True)


class Observing:
    """A plugin that observes."""

    name = "observing"

    def __init__(self) -> None:
        self.seen = list[str]()

    @hookimpl
    def observers(self) -> list[Observing]:
        return [self]

    def saw(self, _complaint: Complaint, events: Sequence[Event]) -> None:
        self.seen += (event.kind for event in events)


def receive() -> Complaint:
    return desk().receive(s.receive(), s.triage(), by=s.LI, key="form-1")


# ── together or not at all


def test_the_ticket_and_the_complaint_are_committed_together(site: Site) -> None:
    with site.atomic():
        site.file_ticket("扫码没反应")
        id = receive().id
        desk().do(id, s.update(), by=s.LI)
        assert desk().get(id).body[0].data["description"]
        assert (site.tickets(), site.events()) == ([], [])
    assert site.tickets() == ["扫码没反应"]
    assert site.events() == ["Receive", "Triage", "Update"]
    assert desk().known("form-1") == id
    assert [one.message.complaint for one in desk().outbox() if one.message.complaint == id]
    assert desk().check_integrity().sound


@contextmanager
def atomic_requests(site: Site) -> Iterator[None]:
    """Django runs each view in a block, as `ATOMIC_REQUESTS` asks."""
    connections.settings[site.alias]["ATOMIC_REQUESTS"] = True
    try:
        yield
    finally:
        connections.settings[site.alias]["ATOMIC_REQUESTS"] = False


@pytest.mark.parametrize("fails", [False, True], ids=["succeeds", "fails"])
def test_a_view_that_fails_leaves_neither_a_ticket_nor_an_event_nor_a_letter_nor_a_key(site: Site, fails: bool) -> None:
    """Else the customer is told of a complaint that the house has no ticket of, or a ticket has no complaint."""

    def view(_request: Any) -> HttpResponse:
        site.file_ticket("one")
        desk().do(receive().id, s.update(), by=s.LI)
        if fails:
            raise ZeroDivisionError
        return HttpResponse("thank you")

    with atomic_requests(site), override_settings(ROOT_URLCONF=(path("new", view),)):
        status = Client(raise_request_exception=False).post("/new").status_code
    if fails:
        assert (status, site.tickets(), site.events(), desk().known("form-1")) == (500, [], [], None)
        assert (desk().outbox(), desk().agenda(), desk().find().complaints) == ((), (), ())
    else:
        assert (status, site.tickets(), site.events()) == (200, ["one"], ["Receive", "Triage", "Update"])
    assert desk().check_integrity().sound


def test_outside_of_a_block_each_call_is_committed_by_itself(site: Site) -> None:
    id = receive().id
    assert site.events() == ["Receive", "Triage"]
    with pytest.raises(Refused):
        desk().do(id, c.Note("it is solved, I think"), c.Merge("C-0"), by=s.LI)
    assert site.events() == ["Receive", "Triage"]
    assert not site.connection.in_atomic_block
    assert site.connection.get_autocommit()


def test_what_is_refused_leaves_nothing_behind_and_the_block_goes_on(site: Site) -> None:
    id = ready(desk()).id
    before = len(site.events())
    with site.atomic():
        site.file_ticket("before")
        with pytest.raises(Refused):
            desk().do(id, c.Note("it is solved, I think"), c.Merge("C-0"), by=s.LI)
        with pytest.raises(NotFound):
            desk().get("C-0")
        desk().do(id, c.Note("not yet"), by=s.LI)
        site.file_ticket("then")
    assert site.tickets() == ["before", "then"]
    assert site.events()[before:] == ["Note"]


@pytest.mark.parametrize("within", [True, False])
def test_a_batch_that_is_broken_off_leaves_nothing_of_what_it_had_written(sites: Sites, within: bool) -> None:
    """The project catches it and goes on: half a batch would be on record, and nobody was answered."""
    race = RacingGuard()
    site = sites(PLUGINS=[race])
    ids = [received(desk(), order=order).id for order in ("A-1", "A-2")]

    def stop() -> None:
        raise KeyboardInterrupt

    race.race = lambda: setattr(race, "race", stop)  # in the last one
    asked = [Asked(c.Note("called back"), s.LI, id) for id in (ids[0], "C-0", ids[1])]
    with site.atomic() if within else nullcontext(), pytest.raises(KeyboardInterrupt):
        desk().do_many(asked)
    assert site.events() == ["Receive", "Receive"]
    assert desk().check_integrity().sound


def test_an_inner_block_that_fails_takes_back_what_was_done_in_it_alone(site: Site) -> None:
    with site.atomic():
        kept = receive().id
        with suppress(ZeroDivisionError), site.atomic():
            at_desk(desk(), kept, c.Note("gone"))
            raise ZeroDivisionError
        at_desk(desk(), kept, c.Note("kept"))
    assert site.events() == ["Receive", "Triage", "Note"]
    assert desk().history(kept)[-1].data["text"] == "kept"


def test_each_thread_has_a_connection_and_a_transaction_of_its_own(site: Site) -> None:
    """Else one user's failing view takes back what another one was told is done."""
    if site.connection.vendor == "sqlite":
        with site.atomic():
            site.file_ticket("ours")
        assert site.in_thread(lambda: desk().find().complaints) == ()
        return
    with suppress(ZeroDivisionError), site.atomic():
        site.file_ticket("ours")
        theirs = site.in_thread(lambda: receive().id)
        assert desk().get(theirs).state == "triaged"
        raise ZeroDivisionError
    assert (site.tickets(), site.events()) == ([], ["Receive", "Triage"])


def test_the_texts_of_a_complaint_are_read_after_its_transaction_and_after_the_desk_was_closed(site: Site) -> None:
    with site.atomic():
        during = received(desk(), description="扣了两次钱")
        found = desk().find().complaints[0]
    assert (during.description, found.description) == ("扣了两次钱", "扣了两次钱")
    later, closed = desk().find().complaints[0], desk()
    closed.close()
    assert later.body[0].data["description"] == "扣了两次钱"
    with pytest.raises(StoreError, match="the store is closed"):
        closed.find()


# ── what leaves


def test_observers_are_told_after_the_commit_and_of_nothing_that_was_rolled_back(sites: Sites) -> None:
    """Or a dashboard shows a complaint that is not there."""
    observing = Observing()
    site = sites(PLUGINS=[observing])
    id = receive().id
    assert observing.seen == ["Receive", "Triage"]
    with site.atomic():
        with suppress(ZeroDivisionError), site.atomic():
            desk().do(id, c.Note("taken back"), by=s.LI)
            raise ZeroDivisionError
        desk().do(id, c.Note("kept"), by=s.LI)
        assert observing.seen == ["Receive", "Triage"]
    assert observing.seen == ["Receive", "Triage", "Note"]
    with suppress(ZeroDivisionError), site.atomic():
        desk().do(id, c.Note("taken back"), by=s.LI)
        raise ZeroDivisionError
    assert observing.seen == ["Receive", "Triage", "Note"]


def test_what_a_block_rolls_back_proves_no_chain_key(sites: Sites, django_database: str, kind: str) -> None:
    """Another process has begun the house without it since: what this one appends then is a breach for ever."""
    site = sites(CHAIN_KEY="the chain key of the house, 32 bytes")

    def view() -> None:
        with site.atomic():
            at_desk(desk(), receive().id, c.Note("seen"))
            raise LookupError

    with suppress(LookupError):
        view()
    url = django_database if kind == "postgresql" else f"sqlite+sql:///{site.connection.settings_dict['NAME']}"
    with opener_of(url)() as another:
        received(another)
        with pytest.raises(StoreError, match="give the desk the key with which the house began"):
            receive()
        assert another.check_integrity().sound


def test_what_the_desk_of_a_project_does_is_counted(sites: Sites) -> None:
    """Or a house that runs Django sees no numbers."""
    metrics = Metrics()
    site = sites(WATCHERS=[metrics])
    with site.atomic():
        receive()
    assert b'complaintflow_calls_total{call="receive",outcome="done"} 1.0' in metrics.text()


def test_letters_leave_and_clocks_are_checked_outside_of_a_block_alone(site: Site) -> None:
    """A letter that has left is not taken back by a rollback."""
    at_desk(desk(), receive().id, s.update())
    waiting = len(desk().outbox())
    with site.atomic():
        for ask in (desk().deliver, desk().tick):
            with pytest.raises(StoreError, match="outside of a transaction of yours; call it after your commit"):
                ask()
        assert desk().tick(dry_run=True).dry
        desk().do(receive().id, c.Note("the block goes on"), by=s.LI)
    assert len(desk().deliver().outcomes) >= waiting > 0
    assert desk().tick().failed == ()


def test_in_a_test_case_of_django_letters_leave(site: Site) -> None:
    """It has a block around each test, which is not one of the house."""

    class OfTheHouse(TestCase):  # type: ignore[misc]  # Django has no annotations
        databases = (site.alias,)

        def test(self) -> None:
            at_desk(desk(), receive().id, s.update())
            with site.atomic(), pytest.raises(StoreError, match="outside of a transaction"):
                desk().deliver()
            assert desk().deliver().outcomes

    result = unittest.TestResult()
    unittest.TestSuite([OfTheHouse("test")]).run(result)
    assert (result.testsRun, result.failures, result.errors) == (1, [], [])
    assert site.events() == []


def test_what_empties_the_tables_of_models_leaves_ours(site: Site) -> None:
    """As `TransactionTestCase` does after each test, and `manage.py flush`."""
    id = receive().id
    call_command("flush", database=site.alias, interactive=False, inhibit_post_migrate=True, verbosity=0)
    assert desk().get(id).id == id


# ── others at the same time


@POSTGRESQL
@pytest.mark.parametrize("within", [False, True], ids=["outside", "within a block"])
def test_who_was_overtaken_decides_again(sites: Sites, within: bool) -> None:
    """R5: two complaints about one order come in at once, and the second knows of the first."""
    race, firsts = RacingGuard(), list[str]()
    site = sites(PLUGINS=[race])
    received(desk())  # keeps the policy, so that the next one writes nothing before it decides
    race.race = lambda: firsts.append(site.in_thread(lambda: received(desk(), order="A-7").id))
    if within:
        with site.atomic():
            second = received(desk(), order="A-7")
    else:
        second = received(desk(), order="A-7")
    assert second.duplicates == tuple(firsts) != ()
    assert desk().check_integrity().sound


@POSTGRESQL
def test_where_a_block_cannot_see_what_others_did_it_is_done_again_as_a_whole(site: Site) -> None:
    received(desk())

    def work() -> None:
        with site.atomic():
            site.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            site.execute("SELECT title FROM tickets")
            site.in_thread(lambda: received(desk(), order="A-7"))
            received(desk(), order="A-7")

    with pytest.raises(Overtaken, match="do all of it again") as error:
        work()
    assert error.value.whole
    assert len(received(desk(), order="A-7").duplicates) == 1


@POSTGRESQL
def test_a_decision_sees_what_it_has_waited_for_whatever_the_isolation_of_the_project_is(
    django_database: str, kind: str
) -> None:
    """At SERIALIZABLE a transaction does not, and every second command of a busy house would fail."""
    guard, found = RacingGuard(), list[Any]()
    database = {**postgresql_database(django_database), "OPTIONS": {"isolation_level": 4}}
    with using("strict", database, POLICY=s.CHINA, PLUGINS=[guard]) as alias:
        strict = Site(alias, lambda: psycopg.connect(django_database))
        guard.race = lambda: found.extend(strict.execute("SHOW transaction_isolation"))
        with strict.atomic():
            found += strict.execute("SHOW transaction_isolation")
        receive()
    assert found == [("serializable",), ("read committed",)]
    empty(django_database)


@POSTGRESQL
def test_how_long_the_block_waits_for_a_lock_stays_its_own(site: Site) -> None:
    with site.atomic():
        site.execute("SET LOCAL lock_timeout = '7s'")
        receive()
        assert site.execute("SHOW lock_timeout") == [("7s",)]


@POSTGRESQL
def test_a_vacuum_waits_for_nobody_without_end_and_leaves_the_patience_of_the_host(site: Site) -> None:
    """A report that somebody left open: the vacuum waited for it, and behind the vacuum the whole house."""
    id = receive().id
    site.execute("SET lock_timeout = '7s'")
    impatient = HostedStore(DjangoConnections(site.alias), remedy="", patience=0.3)
    with closing(site.outside()) as report:
        report.execute("SELECT count(*) FROM complaintflow_complaints")
        begun = monotonic()
        with pytest.raises(StoreError, match="for too long"):
            impatient.vacuum()
        assert monotonic() - begun < 5
        assert site.execute("SHOW lock_timeout") == [("7s",)]
        assert desk().do(id, c.Note("seen"), by=s.LI).version == 3
    impatient.vacuum()
    assert site.execute("SHOW lock_timeout") == [("7s",)]


@pytest.fixture
def plain_file(tmp_path: Path) -> Iterator[Site]:
    """A file of SQLite as Django uses it when the settings say nothing: it begins deferred, and readers hold up a
    writer."""
    with using("plain", sqlite_file(tmp_path / "plain.db"), POLICY=s.CHINA) as alias:
        site = Site(alias, lambda: sqlite3.connect(tmp_path / "plain.db"))
        site.execute("CREATE TABLE tickets (title TEXT NOT NULL)")
        yield site


def test_writers_of_a_plain_file_take_it_before_they_read(plain_file: Site) -> None:
    """A transaction that has read cannot wait for another writer: SQLite refuses it at once."""

    def write(number: int) -> str:
        return plain_file.in_thread(lambda: received(desk(), order=f"A-{number % 3}").id)

    with ThreadPoolExecutor(4) as pool:
        ids = [*pool.map(write, range(20))]
    assert len({*ids}) == 20
    assert plain_file.events().count("Receive") == 20
    assert desk().check_integrity().sound


def test_a_block_that_has_read_before_another_one_wrote_is_told_what_helps(plain_file: Site) -> None:
    plain_file.execute("PRAGMA journal_mode = WAL")

    def work() -> None:
        with plain_file.atomic():
            plain_file.execute("SELECT title FROM tickets")
            plain_file.in_thread(receive)
            receive()

    with pytest.raises(StoreError, match="one that begins with BEGIN IMMEDIATE waits instead"):
        work()
    assert plain_file.events() == ["Receive", "Triage"]


# ── what is no transaction, and connections that are gone


def test_a_block_that_has_failed_already_is_said_so(site: Site) -> None:
    def fail() -> None:
        with transaction.atomic(using=site.alias, savepoint=False):
            site.execute("SELECT nothing FROM nowhere")

    with site.atomic():
        with suppress(DatabaseError):
            fail()
        with pytest.raises(StoreError, match="the transaction of the host has failed; leave the atomic block"):
            receive()
    assert site.events() == []


@POSTGRESQL
def test_a_block_that_the_database_has_ended_is_said_so(site: Site) -> None:
    """Who had caught an error of a statement was sent into the log of a server that had no fault."""
    with site.atomic():
        with suppress(DatabaseError):
            site.execute("SELECT nothing FROM nowhere")
        for ask in (receive, desk().find):
            with pytest.raises(StoreError, match="the transaction of the host has failed; leave the atomic block"):
                ask()
    assert site.events() == []


def test_a_block_of_another_database_is_no_transaction_of_the_desk(site: Site) -> None:
    """The ticket would be rolled back there, and the complaint stay here."""
    with transaction.atomic(using="default"):
        with pytest.raises(StoreError, match=r"open on the database 'default'.* on 'helpdesk'"):
            receive()
        assert desk().find().complaints == ()
        with site.atomic():
            receive()
    assert site.events() == ["Receive", "Triage"]


def elsewhere(site: Site, kind: str, tmp_path: Path) -> None:
    """Let the connection of this alias find other tables of ours."""
    if kind == "postgresql":
        site.execute("DROP SCHEMA IF EXISTS client_d CASCADE")
        site.execute("CREATE SCHEMA client_d")
        site.execute("SET search_path = client_d")
        with site.atomic():
            for statement in table_statements("postgresql", 1):
                site.execute(statement)
        return
    site.connection.close()
    site.connection.settings_dict["NAME"] = str(tmp_path / "other.db")
    SqlStore(f"sqlite+sql:///{tmp_path / 'other.db'}").close()


@pytest.mark.parametrize("within", [False, True], ids=["outside", "within a block"])
def test_a_connection_that_finds_other_tables_than_before_is_refused(
    site: Site, kind: str, tmp_path: Path, within: bool
) -> None:
    """A house that has a schema for each of its clients, and chooses one for each request."""
    desk().find()
    elsewhere(site, kind, tmp_path)
    with site.atomic() if within else nullcontext():
        for ask in (receive, desk().find):
            with pytest.raises(DefinitionError, match=r"schema client_d.*schema public|other\.db.*, where the desk is"):
                ask()
    assert site.execute("SELECT kind FROM complaintflow_events") == []
    if kind == "postgresql":
        site.execute("SET search_path = public")
        assert receive().version == 2


def test_what_django_will_roll_back_is_not_answered_as_done(sites: Sites) -> None:
    """A plugin may run queries of the house in the middle of a decision, and hide that one of them failed."""
    guard = RacingGuard()
    site = sites(PLUGINS=[guard])

    def spoil() -> None:
        transaction.set_rollback(True, using=site.alias)

    guard.race = spoil
    with pytest.raises(StoreError, match="something in it has failed, so nothing is saved"):
        receive()
    assert site.events() == []
    assert receive().version == 2


def test_without_autocommit_the_desk_does_not_work(site: Site) -> None:
    """Nobody would say when it is over: observers would never be told, or of nothing that is there."""
    transaction.set_autocommit(False, using=site.alias)
    try:
        with pytest.raises(StoreError, match=r"autocommit is off.*turn it on, and use transaction\.atomic"):
            receive()
    finally:
        transaction.rollback(using=site.alias)
        transaction.set_autocommit(True, using=site.alias)


def cut(site: Site, url: str) -> None:
    """The server ends the connection of this thread."""
    [(number,)] = site.execute("SELECT pg_backend_pid()")
    with psycopg.connect(url, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", (number,))


@POSTGRESQL
def test_a_connection_that_was_lost_is_opened_anew(site: Site, django_database: str) -> None:
    for ask in (receive, lambda: desk().find().complaints, lambda: desk().known("form-1")):
        cut(site, django_database)
        assert ask()


@POSTGRESQL
def test_a_connection_that_is_lost_within_a_block_leaves_nothing_of_it(site: Site, django_database: str) -> None:

    def work() -> None:
        with site.atomic():
            site.file_ticket("gone")
            receive()
            cut(site, django_database)
            received(desk(), order="A-2")

    with pytest.raises((StoreError, DatabaseError)):
        work()
    assert (site.tickets(), site.events()) == ([], [])
    assert receive().version == 2


@POSTGRESQL
def test_a_block_that_took_too_long_for_its_server_is_done_again_as_a_whole(site: Site) -> None:
    def work() -> None:
        with site.atomic():
            site.execute("SET LOCAL idle_in_transaction_session_timeout = 50")
            sleep(0.5)
            receive()

    with pytest.raises(Overtaken, match="the connection was lost, and nothing was saved") as raised:
        work()
    assert raised.value.whole
    assert receive().version == 2


@POSTGRESQL
@pytest.mark.parametrize("committed", [True, False])
def test_a_lost_answer_to_a_commit_is_settled(sites: Sites, django_database: str, committed: bool) -> None:
    """The server did it, and the answer was lost; or it did not, and the desk decides again. It is there once."""
    site = sites()
    receive()
    inner, lost = site.connection._commit, list[str]()

    def commit() -> None:
        if not lost:
            lost.append("once")
            driver = site.connection.connection
            if committed:
                driver.commit()
            with psycopg.connect(django_database, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(%s, 5000)", (driver.info.backend_pid,))
            if committed:
                lose(site)
        inner()

    site.connection._commit = commit
    one = received(desk(), order="A-9")
    del site.connection._commit
    assert lost
    assert site.events() == ["Receive", "Triage", "Receive"]
    assert desk().get(one.id).version == 1
    assert desk().check_integrity().sound


def lose(site: Site) -> None:
    with site.connection.wrap_database_errors:
        site.connection.connection.execute("SELECT 1")


def backend(site: Site) -> object:
    """Which connection of the server this is; of a file there is nothing to tell."""
    return site.execute("SELECT pg_backend_pid()") if site.connection.vendor == "postgresql" else None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no processes")
def test_a_child_of_a_fork_has_connections_of_its_own_and_its_parent_keeps_those_it_had(site: Site) -> None:
    """A server forks its workers after the desk was used: on one connection each would read the other's answers."""
    gc.collect()  # a desk of another test would rest as well: one on a file closes what has its alias now
    id = receive().id
    before = backend(site)
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those who run the tests have threads of their own
        child = os.fork()
    if not child:
        try:
            desk().do(id, c.Note("by the child"), by=s.LI)
            os.write(writing, b"the same" if before and backend(site) == before else b"done")
        except BaseException as error:
            os.write(writing, repr(error).encode())
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with closing(os.fdopen(reading, "rb")) as pipe:
        assert pipe.read() == b"done"
    desk().do(id, c.Note("by the parent"), by=s.LI)
    assert backend(site) == before
    assert [event.data["text"] for event in desk().history(id) if event.kind == "Note"] == [
        "by the child",
        "by the parent",
    ]
    assert desk().check_integrity().sound


# ── the tables


def test_the_store_says_how_the_tables_are_made(tmp_path: Path, postgresql: Server) -> None:
    for database in (sqlite_file(tmp_path / "new.db"), postgresql_database(postgresql.database("django_new"))):
        with using("new", database, tables=False):
            for ask in (desk().find, receive):
                with pytest.raises(StoreError, match=r"its tables are not there; run manage\.py migrate"):
                    ask()


def test_a_desk_that_is_opened_by_a_url_has_the_same_tables(site: Site, tmp_path: Path, django_database: str) -> None:
    """So `complaintflow worker` serves a Django project, and Django takes over what was there."""
    sqlite = site.connection.vendor == "sqlite"
    url = f"sqlite+sql:///{tmp_path / 'helpdesk.db'}" if sqlite else django_database
    id = receive().id
    with opener_of(url)() as other:
        at_desk(other, id, c.Note("by another process"))
        assert other.check_integrity().sound
    assert [event.kind for event in desk().history(id)] == ["Receive", "Triage", "Note"]
