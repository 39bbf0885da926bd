"""A desk on PostgreSQL: what it promises holds between desks and over lost connections, and its URL stays secret."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from time import monotonic, sleep
from typing import Any

import psycopg
import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from complaintflow import Complaint, Customer, DefinitionError, Desk, PluginError, Refused, StoreError, commands as c
from complaintflow.desk.tables import Tables, look_at_tables, upgrade_tables
from complaintflow.errors import Conflict, Overtaken
from complaintflow.plugins import Remembered, Store
from complaintflow.stores import SqlStore
from complaintflow.stores.sql import schema
from complaintflow.testing import DeskMachine, FrozenClock
from complaintflow.testing.racing import RacingGuard
from complaintflow.testing.store_contract.samples import event, put
from tests import stories as s
from tests.stores.desks import Opener, at_desk, opener_of, received, solved
from tests.stores.lost_answers import AFTER, BEFORE, break_at_commits
from tests.stores.servers import Server, empty, pass_time

DAY = timedelta(days=1)


@pytest.fixture
def clean(database: str) -> Iterator[str]:
    """The URL of an empty database: the tests of keys leave the key of the search there."""
    empty(database)
    yield database
    empty(database)


@pytest.fixture
def opener(clean: str) -> Opener:
    """Opens one more desk on one database."""
    return opener_of(clean)


def wants(desk: Desk) -> str:
    """A complaint about one order, for which a coupon is wanted."""
    id = received(desk, order="A-1001").id
    proof = c.AddEvidence("identity", "id card", "name and number agree")
    arrives = s.T0 + DAY
    wish = s.compensate(50, "coupon", arrives=arrives)
    at_desk(desk, id, s.triage(type="billing"), proof, c.CheckEvidence("E1", "genuine"), wish)
    return id


def at_once(count: int, act: Callable[[int], Any]) -> list[Any]:
    """What each of so many threads gets, which begin together; an error is an answer."""
    begin = Barrier(count)

    def ask(number: int) -> Any:
        begin.wait()
        try:
            return act(number)
        except Exception as error:
            return error

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(ask, range(count)))


# ── as on every other store


@pytest.mark.parametrize("kind", ["postgresql", "sqlite+sql"])
def test_a_complaint_goes_its_whole_way_and_all_that_is_kept_of_it_is_sound(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("clean") if kind == "postgresql" else f"sqlite+sql:///{tmp_path / 'desk.db'}"
    with opener_of(url)() as desk:
        done = solved(desk)
        desk.tick()
        integrity, head = desk.check_integrity(), desk.head()
        assert (integrity.breaches, integrity.complaints, integrity.events) == ((), 1, done.version)
    with opener_of(url)() as again:
        kept = again.get(done.id)
        assert kept == done
        assert [one.seq for one in again.history(done.id)] == [*range(1, done.version + 1)]
        assert again.head() == head
        assert again.check_integrity(anchor=head).sound
    assert kept.body[0].data["description"], "the texts are gone with the desk"


def test_what_somebody_took_out_of_the_tables_is_found(opener: Opener, clean: str) -> None:
    with opener() as desk:
        done = solved(desk)
        with psycopg.connect(clean) as plain:
            plain.execute("DELETE FROM complaintflow_events WHERE place = 2")
            plain.execute("UPDATE complaintflow_complaints SET team = 'nobody'")
        found = " ".join(map(str, desk.check_integrity().breaches))
    assert "has gaps" in found
    assert "its column team" in found
    assert done.id in found


class OnPostgresql(DeskMachine):
    """The kit's machine; each run empties the tables first."""

    url = ""

    def open_store(self) -> Store:
        empty(self.url)
        return SqlStore(self.url)

    def pass_time(self, span: timedelta) -> None:
        pass_time(self.url, span)


@pytest.mark.explore
def test_a_day_of_the_machine_finds_nothing_wrong(clean: str) -> None:
    OnPostgresql.url = clean
    short = settings(max_examples=25, stateful_step_count=20, derandomize=True, database=None, deadline=None)
    run_state_machine_as_test(OnPostgresql, settings=short)


# ── many at once


def test_two_desks_do_not_pay_twice_for_one_order(opener: Opener) -> None:
    """R26: both ask whether something was paid, and then both pay."""
    with opener() as one, opener() as other:
        ids = [wants(one), wants(one)]
        pay = c.ApproveCompensation("C1")
        answers = at_once(2, lambda nth: (one, other)[nth].do(ids[nth], pay, by=s.LI))
        paid = [answer for answer in answers if isinstance(answer, Complaint)]
        refused = [answer for answer in answers if isinstance(answer, Refused)]
        assert (len(paid), len(refused)) == (1, 1), answers
        assert "not-paid-twice" in {one.rule for one in refused[0].refusals}


def test_who_is_overtaken_in_the_middle_decides_again_on_what_is_there_then(clean: str) -> None:
    """The rule is asked twice, and the second time it knows what the other one paid."""
    race, opener = RacingGuard(), opener_of(clean)
    with opener(plugins=[race]) as desk, opener() as other:
        ids = [wants(desk), wants(desk)]
        pay = c.ApproveCompensation("C1")

        def pay_meanwhile() -> None:
            other.do(ids[1], pay, by=s.LI)

        race.race = pay_meanwhile
        with pytest.raises(Refused) as refused:
            desk.do(ids[0], pay, by=s.LI)
        assert "not-paid-twice" in {one.rule for one in refused.value.refusals}
        assert desk.check_integrity().sound


def test_two_that_come_in_at_once_know_of_each_other(opener: Opener) -> None:
    """R5: the second one says which it may repeat."""
    with opener() as one, opener() as other:
        answers = at_once(2, lambda nth: received((one, other)[nth], order="A-7"))
        assert sorted(len(answer.duplicates) for answer in answers) == [0, 1], answers


def test_eight_threads_that_write_about_two_customers_lose_nothing_and_deliver_once(opener: Opener) -> None:
    with opener() as desk:
        customers = [Customer("u-17"), Customer("u-18")]
        ids = [received(desk, customer=one).id for one in customers]

        def work(number: int) -> list[str]:
            for step in range(3):
                desk.do(
                    ids[(number + step) % 2], s.acknowledge(f"记下了 {number}-{step}"), by=s.LI, key=f"{number}-{step}"
                )
            return [message.key for message, _ in desk.deliver().outcomes]

        answers = at_once(8, work)
        assert not [one for one in answers if isinstance(one, Exception)]
        sent = [key for answer in answers for key in answer]
        sent += [message.key for message, _ in desk.deliver().outcomes]
        assert len(sent) == len(set(sent)) == 24
        integrity = desk.check_integrity()
        assert integrity.sound, integrity.breaches


@pytest.mark.parametrize(
    ("table", "before", "work"),
    [
        ("complaintflow_outbox", (s.update(),), lambda desk: len(desk.deliver().outcomes)),
        ("complaintflow_checks", (), lambda desk: desk.tick().checked),
    ],
    ids=["letters", "clocks"],
)
def test_what_another_worker_has_in_its_hands_holds_up_no_other(
    clean: str, table: str, before: tuple[c.Command, ...], work: Callable[[Desk], int]
) -> None:
    """One that hangs would hold up the letters and the deadlines of everybody."""
    clock = FrozenClock()
    with opener_of(f"{clean}&options=-clock_timeout%3D2000")(clock) as desk, psycopg.connect(clean) as other:
        for order in ("A-1", "A-2"):
            at_desk(desk, received(desk, order=order).id, *before)
        clock.later(days=2)
        line = f"SELECT 1 FROM {table} ORDER BY 1 LIMIT 1 FOR UPDATE"
        other.execute(line.encode())
        assert work(desk) == 1
        other.rollback()
        assert work(desk) >= 1


def test_a_form_that_is_sent_eight_times_at_once_becomes_one_complaint(opener: Opener) -> None:
    with opener() as desk:
        answers = at_once(8, lambda _: desk.receive(s.receive(), by=s.SYSTEM, key="form").id)
        assert len(set(answers)) == 1, answers
        assert len(desk.find().complaints) == 1


def test_who_is_overtaken_again_and_again_hears_so(clean: str) -> None:
    """A bound: nobody waits for ever, and the error says what helps."""
    asked = []

    class Busy(SqlStore):
        def writing(self) -> Any:
            asked.append(1)
            raise Overtaken("postgresql", "another one was faster, and nothing was saved", "try again")

    with Desk(Busy(clean), clock=FrozenClock()) as desk, pytest.raises(StoreError, match="try again"):
        desk.receive(s.receive(), by=s.SYSTEM)
    assert len(asked) == 5


# ── connections


def test_a_connection_that_is_cut_before_the_commit_is_made_anew(clean: str) -> None:
    """Nothing was saved, so it is decided again; the caller hears nothing of it."""
    cut = RacingGuard()
    with opener_of(clean)(plugins=[cut]) as desk:
        id = received(desk).id

        def cut_all() -> None:
            with psycopg.connect(clean, autocommit=True) as plain:
                plain.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid != pg_backend_pid() AND backend_type = 'client backend'"
                )

        cut.race = cut_all
        desk.do(id, s.triage(), by=s.LI)
        assert [one.kind for one in desk.history(id)] == ["Receive", "Triage"]
        assert desk.check_integrity().sound


@pytest.mark.parametrize("when", [BEFORE, AFTER])
def test_a_connection_that_breaks_at_the_commit_does_it_once(
    clean: str, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """The commit travels with what is written: where the answer is lost, the server knows whether both are done, and
    the customer is neither forgotten nor written to twice."""
    with opener_of(clean)() as desk:
        id, drawn = received(desk).id, [when]
        break_at_commits(lambda travels: drawn.pop() if travels and drawn else "", monkeypatch.setattr)
        done = desk.do(id, c.Note("called them"), by=s.LI)  # without a key, by which it would be found
        assert not drawn, "no connection has broken"
        assert done.version == len(desk.history(id)) == 2
        assert desk.check_integrity().sound


def test_what_is_refused_at_the_commit_leaves_nothing_of_what_travels_with_it(clean: str) -> None:
    """Two takers give one id to two complaints: the second one hears of it, and nothing else of theirs stays."""
    with opener_of(clean)() as desk:
        taken = received(desk).id
        units: Any = desk._units
        other = s.receive(customer=Customer("u-2"))
        with pytest.raises(Conflict, match=taken):
            units.run(s.T0, lambda work: [work.receive(id, other, s.SYSTEM) for id in ("C-new", taken)])
        assert [one.id for one in desk.each()] == [taken]
        assert desk.check_integrity().sound


def test_what_is_refused_at_the_commit_is_said_also_where_more_was_written_before(clean: str) -> None:
    """Else a caller hears of a conflict about a complaint of its own, which nobody else has, and loads it in vain."""
    with closing(SqlStore(clean)) as store:

        def take(id: str) -> None:
            with store.writing() as session:
                put(session, id, event())
                put(session, id, event(2))  # it looks at the first one, which is written for that
                session.remember("form", Remembered(id, 1, ""))

        take("C-1")
        with pytest.raises(StoreError, match="a key is remembered already"):
            take("C-2")
        with store.reading() as session:
            assert [*session.ids()] == ["C-1"]


def test_who_only_looks_or_is_refused_makes_nobody_plan_anew(opener: Opener) -> None:
    """After each rollback psycopg forgets what it has prepared: people who look made each command a third dearer."""
    with opener() as desk:
        id = received(desk).id
        desk.do(id, c.Note("seen"), by=s.LI)
        with desk._units.store._engine.connect() as connection:  # type: ignore[attr-defined]
            before = {*connection.connection.driver_connection._prepared._names}
            connection.commit()
        desk.get(id)
        with pytest.raises(Refused):
            desk.do(id, c.Merge(id), by=s.LI)
        with desk._units.store._engine.connect() as connection:  # type: ignore[attr-defined]
            assert before <= {*connection.connection.driver_connection._prepared._names}


def pooler_between(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pooler names a process of its own as that of the server."""
    monkeypatch.setattr(psycopg.ConnectionInfo, "backend_pid", property(lambda _: -1))


def sent_texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that are sent from now on."""
    said, execute = list[str](), psycopg.Cursor.execute

    def note(self: Any, query: Any, *given: Any, **named: Any) -> Any:
        said.append(str(query))
        return execute(self, query, *given, **named)

    monkeypatch.setattr(psycopg.Cursor, "execute", note)
    return said


def test_who_goes_on_after_the_end_of_a_transaction_is_told_so(clean: str) -> None:
    """Its connection is that of the next one. What it wrote would be there without a place in the ledger, so that
    nobody could write any more; and with a look it would begin a transaction in which the next command only reads."""
    with closing(SqlStore(clean)) as store:
        with store.reading() as looked:
            pass
        with store.writing() as wrote:
            put(wrote, "C-1", event())
        with pytest.raises(StoreError, match="the transaction is over"):
            looked.load("C-1")
        with pytest.raises(StoreError, match="the transaction is over"):
            put(wrote, "C-late", event())
        with store.writing() as session:
            put(session, "C-2", event())
        with store.reading() as session:
            assert [*session.ids()] == ["C-1", "C-2"]


def test_what_is_written_without_any_look_begins_a_transaction_too(clean: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the isolation that the server has by itself would count, and its log would tell of a COMMIT of nothing."""
    with closing(SqlStore(clean)) as store:
        said = sent_texts(monkeypatch)
        with store.writing() as session:
            session.keep_tiles(1, 0, [b"hash"])
    assert [text.partition(" ")[0] for text in said] == ["BEGIN", "INSERT", "COMMIT"]


def test_a_pooler_finds_no_state_in_a_connection(opener: Opener, clean: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind pgbouncer the next transaction has another connection: nothing may be prepared, set, or left open."""
    pooler_between(monkeypatch)
    with opener() as desk:
        solved(desk)
        engine = desk._units.store._engine  # type: ignore[attr-defined]
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver.prepare_threshold is None
            left = [
                connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
                for table in ("pg_prepared_statements", "pg_cursors")
            ]
            assert left == [0, 0]
            assert connection.exec_driver_sql("SHOW lock_timeout").scalar_one() == "0"


def test_straight_to_a_server_what_is_asked_again_is_planned_once(opener: Opener) -> None:
    """Planning was a third of what a command cost the server."""
    with opener() as desk:
        id = received(desk).id
        for number in range(12):
            desk.do(id, c.Note(f"seen {number}"), by=s.LI)
        with desk._units.store._engine.connect() as connection:  # type: ignore[attr-defined]
            text = "SELECT count(*), sum(generic_plans + custom_plans) FROM pg_prepared_statements"
            prepared, used = connection.exec_driver_sql(text).one()
    assert prepared > 3
    assert used > 2 * prepared, "nothing that was planned is asked again"


def test_what_was_prepared_and_is_gone_is_asked_without(opener: Opener) -> None:
    """A pooler that names the process of a server, and then gives another one: the command is decided again."""
    with opener() as desk:
        id = received(desk).id
        for number in range(2):
            with desk._units.store._engine.connect() as connection:  # type: ignore[attr-defined]
                driver = connection.connection.driver_connection
                driver.pgconn.exec_(b"DEALLOCATE ALL")  # psycopg would hear of it by a cursor
            assert desk.do(id, c.Note(f"seen {number}"), by=s.LI).version == 2 + number
        assert len(desk.history(id)) == 3


def test_a_command_asks_the_server_few_times(opener: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time costs a way to the server and back: it reads the key and the complaint, takes its turn with all
    questions, and commits with what it writes. The transaction begins with the first question."""
    with opener() as desk:
        id = at_desk(desk, received(desk).id, c.Note("seen")).id  # a desk asks once whether its chain key fits
        asked = list[str]()
        run, pipeline = psycopg.Cursor.execute, psycopg.Connection.pipeline

        def note_run(self: Any, query: Any, *given: Any, **named: Any) -> Any:
            if not self.connection.pgconn.pipeline_status:
                asked.append(str(query))
            return run(self, query, *given, **named)

        def note_pipeline(self: Any) -> Any:
            asked.append("several")
            return pipeline(self)

        monkeypatch.setattr(psycopg.Cursor, "execute", note_run)
        monkeypatch.setattr(psycopg.Connection, "pipeline", note_pipeline)
        desk.do(id, s.acknowledge(), by=s.LI, key="k")
        assert asked.count("several") == 3
        assert len(asked) == 4, asked


FORKING = """
import os, sys
from complaintflow import Actor, Customer, Desk, commands as c
li = Actor("li", {"agent"})
with Desk.open(sys.argv[1]) as desk:
    id = desk.receive(c.Receive("app", Customer("u-1"), "付了两次款"), by=Actor.system()).id
    child = os.fork()
    desk.do(id, c.Note("child" if child == 0 else "parent"), by=li)
    if child == 0:
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    desk.do(id, c.Note("parent again"), by=li)
    print(len(desk.history(id)), desk.check_integrity().sound)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
@pytest.mark.parametrize("kind", ["postgresql", "sqlite+sql"])
def test_a_child_of_a_fork_opens_connections_of_its_own(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("clean") if kind == "postgresql" else f"sqlite+sql:///{tmp_path / 'desk.db'}"
    told = subprocess.check_output([sys.executable, "-c", FORKING, url], text=True)
    assert told == "4 True\n"


# ── opening


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://li:s3cret-Pass@127.0.0.1:1/helpdesk-of-li",
        "postgresql://li:s3cret-Pass@127.0.0.1:port/helpdesk-of-li",
        "postgresql://li:s3cret%2DPass@[127.0.0.1/helpdesk-of-li?password=s3cret-Pass",
    ],
)
def test_nobody_reads_the_password_of_a_url_in_an_error(url: str, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises((StoreError, DefinitionError, PluginError)) as told:
        Desk.open(url)
    for secret in ("s3cret", "helpdesk-of-li"):
        assert secret not in f"{told.value} {told.value!r} {caplog.text}"
    assert told.value.__cause__ is None


def test_nobody_reads_the_url_in_the_repr_of_a_store(clean: str) -> None:
    with closing(SqlStore(clean)) as store:
        assert clean not in repr(store)
        assert "host" not in repr(store)


@pytest.mark.parametrize(
    ("url", "module", "extra"),
    [("postgresql://u@h/d", "psycopg", "postgresql"), ("sqlite+sql:///d.db", "sqlalchemy", "sql")],
)
def test_without_the_extra_it_says_which_one_to_install(url: str, module: str, extra: str) -> None:
    program = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from complaintflow import Desk, DefinitionError\n"
        "try: Desk.open(sys.argv[1])\n"
        "except DefinitionError as error: print(error)"
    )
    told = subprocess.check_output([sys.executable, "-c", program, url], text=True)
    assert f"pip install 'complaintflow[{extra}]'" in told


def test_a_database_of_another_version_is_not_touched(clean: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other workers may still run the older library: a person says when."""
    ours = schema.scripts()
    known = len(ours)
    assert look_at_tables(clean) == Tables(known, known)
    monkeypatch.setattr(schema, "scripts", lambda: (*ours, "CREATE TABLE complaintflow_more (one BIGINT)"))
    monkeypatch.setattr("complaintflow.stores.sql.store.scripts", schema.scripts)
    with pytest.raises(StoreError, match="complaintflow db upgrade"):
        SqlStore(clean)
    assert upgrade_tables(clean) == Tables(known, known + 1)
    said = sent_texts(monkeypatch)
    assert look_at_tables(clean).current
    assert sum("FROM complaintflow_schema" in one for one in said) == 1, "the database is opened once"
    monkeypatch.undo()
    with pytest.raises(StoreError, match=f"version {known + 1}, this library knows {known}"):
        SqlStore(clean)
    with psycopg.connect(clean) as plain:
        plain.execute("UPDATE complaintflow_schema SET version = %s", (known,))
        plain.execute("DROP TABLE complaintflow_more")


@pytest.mark.parametrize("level", ["repeatable%5C%20read", "serializable"])
def test_writers_at_a_server_with_another_isolation_lose_nothing_to_each_other(clean: str, level: str) -> None:
    """A role or a cluster may say so: a third of the commands ended as `Overtaken`, each on its own complaint."""
    joined = "&" if "?" in clean else "?"
    with Desk.open(f"{clean}{joined}options=-cdefault_transaction_isolation={level}", clock=FrozenClock()) as desk:
        ids = [received(desk, customer=Customer(f"u-{number}")).id for number in range(4)]

        def write(number: int) -> list[int]:
            return [desk.do(ids[number], c.Note(f"looked at it, {turn}"), by=s.LI).version for turn in range(10)]

        assert at_once(4, write) == [list(range(2, 12))] * 4


@pytest.mark.parametrize("pooled", [False, True])
def test_a_vacuum_waits_for_nobody_without_end(clean: str, monkeypatch: pytest.MonkeyPatch, *, pooled: bool) -> None:
    """A report that somebody left open: the vacuum waited for it, and behind the vacuum the whole house. Behind a
    pooler nothing is set for the connection, which is somebody else's by the next statement."""
    if pooled:
        pooler_between(monkeypatch)
    said = sent_texts(monkeypatch)
    with Desk(SqlStore(clean, patience=0.3), clock=FrozenClock()) as desk, psycopg.connect(clean) as report:
        id = received(desk).id
        report.execute("SELECT count(*) FROM complaintflow_complaints")
        with pytest.raises(StoreError, match="for too long"):
            desk.vacuum()
        assert desk.do(id, c.Note("seen"), by=s.LI).version == 2
        report.rollback()
        desk.vacuum()
    assert any("set_config" in one and "false)" in one for one in said) is not pooled


def test_several_that_open_an_empty_database_at_once_all_get_a_desk(postgresql: Server) -> None:
    """`docker compose up` starts a web server and its workers; one in six met tables that it had not seen."""
    for turn in range(3):
        url = postgresql.database(f"opened{turn}")
        answers = at_once(6, lambda _, url=url: Desk.open(url).close())  # type: ignore[misc]  # of the default
        assert answers == [None] * 6


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_database_that_cannot_hold_every_word_is_refused_before_the_first_one(
    postgresql: Server, encoding: str
) -> None:
    """It took English complaints, and failed at the first Chinese customer's."""
    more = f"ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    with pytest.raises(StoreError, match=f"the database has the encoding {encoding}; make one with the encoding UTF8"):
        Desk.open(postgresql.database("narrow", more))


@pytest.mark.parametrize("rows", [0, 2])
def test_tables_that_name_no_version_or_two_are_told_as_they_are(postgresql: Server, rows: int) -> None:
    """A restore by hand: it was an error inside of complaintflow."""
    url = postgresql.database("half")
    Desk.open(url).close()
    with psycopg.connect(url) as plain:
        plain.execute("DELETE FROM complaintflow_schema")
        for _ in range(rows):
            plain.execute("INSERT INTO complaintflow_schema (version) VALUES (1)")
    with pytest.raises(StoreError, match=f"complaintflow_schema has {rows} rows"):
        Desk.open(url)


def test_the_statistics_of_the_server_repeat_no_words(opener: Opener, clean: str) -> None:
    """An erasure does not reach them: whole letters stood there, when the outbox had become empty."""
    with opener() as desk:
        who = Customer("u-17", name="Zhang Weiming", contact={"email": "weiming@example.com"})
        for number in range(3):
            id = received(desk, customer=who, product=f"secret product {number}", description=f"扣了两次款 {number}").id
            at_desk(desk, id, s.triage(), s.update(f"secret letter {number}"))
        with psycopg.connect(clean, autocommit=True) as plain:
            plain.execute("ANALYZE")  # as autovacuum does by itself
            samples = (
                "SELECT tablename, attname FROM pg_stats WHERE tablename LIKE 'complaintflow%%' AND attname = ANY(%s)"
            )
            worded = ["card", "data", "facts", "message", "text", "value", "whole", "why"]
            assert plain.execute(samples, (worded,)).fetchall() == []
            assert plain.execute(samples, (["customer"],)).fetchall() != []


# ── who waits for letters


def test_a_worker_hears_at_once_that_another_process_has_a_letter(opener: Opener) -> None:
    """Else a customer waits for the pace of the worker, or the worker asks the server all day."""
    with opener() as desk, opener() as worker, ThreadPoolExecutor(1) as thread:
        assert worker.wait_for_letters(30), "it has listened from now on, and what lies there already rang no bell"
        heard = thread.submit(worker.wait_for_letters, 30)
        id = received(desk).id
        assert not heard.done(), "a complaint without a letter rings no bell"
        at_desk(desk, id, s.acknowledge("已登记"))
        assert heard.result(5)
        assert worker.deliver().outcomes
        assert not thread.submit(worker.wait_for_letters, 0.2).result()


def test_all_threads_of_a_worker_hear_the_bell(opener: Opener) -> None:
    """One of them took it for itself, and the others went on waiting for their pace."""
    with opener() as desk, opener() as worker, ThreadPoolExecutor(3) as threads:
        id = received(desk).id
        worker.wait_for_letters(0)
        begun = Barrier(4)

        def wait() -> bool:
            begun.wait()
            return worker.wait_for_letters(30)

        heard = [threads.submit(wait) for _ in range(3)]
        begun.wait()
        sleep(0.2)
        begin = monotonic()
        at_desk(desk, id, s.acknowledge("已登记"))
        assert [one.result(10) for one in heard] == [True, True, True]
        assert monotonic() - begin < 10


def test_a_thread_that_was_at_work_when_the_bell_rang_hears_of_it(opener: Opener) -> None:
    """It had looked before the letter came, and another thread heard the bell for it."""
    with opener() as desk, opener() as worker, ThreadPoolExecutor(1) as at_work:
        id = received(desk).id
        worker.wait_for_letters(0)
        assert not at_work.submit(worker.wait_for_letters, 0.05).result()
        at_desk(desk, id, s.acknowledge("已登记"))
        assert worker.wait_for_letters(10)
        assert not worker.wait_for_letters(0.05)
        assert at_work.submit(worker.wait_for_letters, 10).result()
        assert not at_work.submit(worker.wait_for_letters, 0.05).result()


def test_what_is_rolled_back_rings_no_bell(clean: str) -> None:
    with opener_of(clean)() as desk, psycopg.connect(clean) as house:
        id = received(desk).id
        desk.wait_for_letters(0)
        at_desk(desk.on(house), id, s.acknowledge("已登记"))
        house.rollback()
        assert not desk.wait_for_letters(0.2)
        at_desk(desk.on(house), id, s.acknowledge("已登记"))
        house.commit()
        assert desk.wait_for_letters(5)


def test_a_worker_whose_connection_is_cut_listens_anew(clean: str) -> None:
    with opener_of(clean)() as desk, psycopg.connect(clean, autocommit=True) as plain:
        id = received(desk).id
        assert desk.wait_for_letters(5)
        cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = "
        assert plain.execute(f"{cut} current_database()".encode()).fetchall() == [(True,)]
        assert not desk.wait_for_letters(0.1)
        assert desk.wait_for_letters(5)
        assert not desk.wait_for_letters(0.1)
        at_desk(desk, id, s.acknowledge("已登记"))
        assert desk.wait_for_letters(5)


def test_a_store_without_a_bell_lets_its_worker_wait(tmp_path: Path) -> None:
    for url in ("memory://", f"sqlite:///{tmp_path}/one.db", f"sqlite+sql:///{tmp_path}/other.db"):
        with opener_of(url)() as desk:
            at_desk(desk, received(desk).id, s.acknowledge("已登记"))
            begin = monotonic()
            assert not desk.wait_for_letters(0.05)
            assert monotonic() - begin >= 0.05
