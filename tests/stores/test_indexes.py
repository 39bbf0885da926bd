"""What is found by an index is what a scan finds, and costs the same however much there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from complaintflow import Complaint, Desk, Refused
from complaintflow.plugins import Erases, Query, Session, Sort
from complaintflow.record.card import INTAKE_FIELDS
from complaintflow.record.facts import Sign
from complaintflow.stores import MemoryStore, SqliteStore, SqlStore
from complaintflow.stores.letters import key_behind
from complaintflow.stores.sqlite.schema import shipped_schema
from complaintflow.stores.sqlite.session import Session as SqliteSession
from complaintflow.testing import FrozenClock
from complaintflow.testing.store_contract.samples import HOUR, T0, customer_message, event, put
from complaintflow.vocabulary import OPEN, SignKind, State
from tests import stories as s
from tests.stores.desks import at_desk, received
from tests.stores.servers import Server

STATES = ("received", "triaged", "closed")
TEAMS = ("", "payments", "service")
OWNERS = ("", "li", "wang")
FACTS = st.fixed_dictionaries(
    {
        "state": st.sampled_from(STATES),
        "team": st.sampled_from(TEAMS),
        "owner": st.sampled_from(OWNERS),
        "customer": st.sampled_from(("u-1", "u-2")),
        "signs": st.sampled_from(((), (Sign(SignKind.WORDS, T0),))),
    }
)
QUERIES = st.builds(
    Query,
    state=st.none() | st.sets(st.sampled_from(STATES)),
    team=st.none() | st.sampled_from(TEAMS) | st.sets(st.sampled_from(TEAMS)),
    owner=st.none() | st.sampled_from(OWNERS) | st.sets(st.sampled_from(OWNERS)),
    customer=st.none() | st.sampled_from(("u-1", "u-2", "u-3")),
    open=st.none() | st.booleans(),
    awaiting_reply=st.none() | st.booleans(),
    sort=st.sampled_from(Sort),
    limit=st.integers(1, 4),
)


@given(st.lists(FACTS, min_size=1, max_size=8), st.lists(FACTS, max_size=4), st.lists(QUERIES, min_size=1, max_size=6))
@settings(max_examples=15)
def test_each_index_follows_its_complaint_through_all_changes(
    tmp_path_factory: pytest.TempPathFactory, came: list[Any], changed: list[Any], queries: list[Query]
) -> None:
    path = tmp_path_factory.mktemp("indexes") / "desk.db"
    for kept in (SqliteStore(path, synchronous="OFF"), MemoryStore()):
        with closing(kept) as store:
            with store.writing() as session:
                for number, facts in enumerate(came):
                    put(session, f"C-{number}", event(1, **facts))
            with store.writing() as session:
                for number, (facts, first) in enumerate(zip(changed, came, strict=False)):
                    put(session, f"C-{number}", event(2, **{**facts, "customer": first["customer"]}))
                put(session, "C-new", event(1, **came[0]))
                check(session, queries)
            with store.reading() as session:
                check(session, queries)


def check(session: Session, queries: list[Query]) -> None:
    """Each query finds what somebody finds who reads everything, in the order in which it came in."""
    for query in queries:
        every = session.find(Query(limit=99, sort=query.sort)).complaints
        fitting = [one.id for one in every if fits(one, query)]
        page = session.find(query)
        assert [one.id for one in page.complaints] == fitting[: query.limit], query
        assert (page.next is None) == (len(fitting) <= query.limit)


def fits(one: Complaint, query: Query) -> bool:
    facts = one.facts
    return (
        all(getattr(facts, name) in values for name, values in query.exact().items())
        and query.open in {None, facts.state in OPEN}
        and query.awaiting_reply in {None, bool(facts.signs)}
    )


@contextmanager
def counting(session: Any) -> Iterator[list[int]]:
    """How many steps of its machine SQLite takes in this block."""
    steps = [0]

    def one() -> int:
        steps[0] += 1
        return 0

    session._connection.set_progress_handler(one, 1)
    yield steps
    session._connection.set_progress_handler(None, 1)


@contextmanager
def watching(session: Any) -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """Each statement that is run at once, with its values."""
    asked, run = list[tuple[str, dict[str, Any]]](), session._run

    def noting(sql: str, **values: Any) -> Any:
        asked.append((sql, values))
        return run(sql, **values)

    session._run = noting
    yield asked


def filled(path: Path, many: int) -> SqliteStore:
    """A store with so many complaints of one team, one more of another, and a letter of each that waits for later."""
    store = SqliteStore(path, synchronous="OFF")
    with store.writing() as session:
        for number in range(many):
            put(session, f"C-{number}", event(team="service", owner="li", customer=f"u-{number}"))
            session.enqueue(customer_message(number + 1))
        put(session, "C-rare", event(team="payments", owner="wang", customer="u-rare", state=State.RESOLVED))
        for entry in session.claim(many, T0, T0 + HOUR):
            session.reschedule(attrs.evolve(entry, until=T0 + 9 * HOUR, why="quiet hours"))
    return store


_ORDER = (
    "SELECT collation_name FROM information_schema.columns "
    "WHERE table_name = 'complaintflow_outbox' AND column_name = 'key'"
)
WORK: dict[str, Callable[[Session], object]] = {
    "a rare team": lambda session: session.find(Query(team="payments")),
    "a rare owner": lambda session: session.find(Query(owner="wang", team="payments", open=True)),
    "a rare state": lambda session: session.find(Query(state=State.RESOLVED)),
    "a customer": lambda session: session.find(Query(customer="u-rare", state="received")),
    "the letters of an erasure": lambda session: cast("Erases", session).erase("C-rare", [1]),
    "no letter that may go": lambda session: session.claim(1, T0 + HOUR, T0 + 2 * HOUR),
    "no letter to be given back": lambda session: session.recall(T0 + HOUR, T0 + 2 * HOUR, T0 + timedelta(days=30)),
}


@pytest.mark.parametrize("work", WORK)
def test_what_is_asked_for_costs_the_same_however_much_there_is_beside_it(tmp_path: Path, work: str) -> None:
    taken: list[int] = []
    for many in (20, 400):
        with closing(filled(tmp_path / f"{many}.db", many)) as store, store.writing() as session:
            with counting(session) as steps:
                WORK[work](session)
            taken.append(steps[0])
    small, large = taken
    assert large < 2 * small + 50, f"{work}: {small} steps beside 20, {large} beside 400"


def test_an_erasure_finds_the_letters_of_its_complaint_by_index_on_postgresql(postgresql: Server) -> None:
    """It went through all that waited, while everybody who writes waited for it. Most databases sort like a dictionary:
    an index in such an order finds nothing that begins alike, so the column has an order of its own."""
    with closing(SqlStore(postgresql.database("letters"))) as store:
        with store.writing() as session:
            for number in range(400):
                session.enqueue(attrs.evolve(customer_message(1), complaint=f"C-{number}", key=f"C-{number}/M1"))
        with store.writing() as session, watching(session) as asked:
            session.erase("C-17", [])
        text, values = next(one for one in asked if "FROM complaintflow_outbox" in one[0])
        with store.reading() as session:
            plan = "\n".join(row[0] for row in session._run(f"EXPLAIN (ANALYZE, COSTS OFF) {text}", **values))
            [[order]] = session._run(_ORDER)
            assert session.find_message("C-17/M1") is None
            assert session.find_message("C-170/M1") is not None
        assert "complaintflow_outbox_by_key" in plan, plan
        assert "Rows Removed" not in plan, plan
        assert order == "C"


def test_an_erasure_in_memory_looks_at_no_letter_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(MemoryStore()) as store:
        with store.writing() as session:
            for number in range(9):
                session.enqueue(attrs.evolve(customer_message(number + 1), complaint=f"C-{number}"))
        with store.writing() as session:
            monkeypatch.setattr(type(session), "_entries", lambda *_: pytest.fail("it goes through all letters"))
            session.erase("C-7", [])
        with store.reading() as session:
            assert [one.number for one in session.entries(9)] == [1, 2, 3, 4, 5, 6, 7, 9]


@pytest.mark.parametrize(
    ("prefix", "behind"), [("C-1/", "C-10"), ("a\U0010ffff", "b"), ("x\ud7ff", "x\ue000"), ("扣", "扤")]
)
def test_the_key_behind_all_that_begin_alike(prefix: str, behind: str) -> None:
    assert key_behind(prefix) == behind
    assert prefix.encode() < f"{prefix}\U0010ffff\U0010ffff".encode() < behind.encode()


def test_letters_that_may_go_are_taken_in_their_order_when_they_waited_for_different_times(tmp_path: Path) -> None:
    """Those whose time has come go before one that was never tried, and keep the time at which it came."""
    with closing(filled(tmp_path / "desk.db", 5)) as store:
        with store.writing() as session:
            session.enqueue(customer_message(9))
            assert [one.number for one in session.claim(9, T0 + HOUR, T0 + 2 * HOUR)] == [6]
        with store.writing() as session:
            found = session.claim(3, T0 + 9 * HOUR, T0 + 10 * HOUR)
            assert [(one.number, one.until) for one in found] == [(number, T0 + 9 * HOUR) for number in (1, 2, 3)]
            assert [one.number for one in session.claim(9, T0 + 9 * HOUR, T0 + 10 * HOUR)] == [4, 5, 6]


def test_letters_and_looks_of_a_store_in_memory_are_found_by_what_they_wait_for() -> None:
    """What comes back, dies, is taken away or is looked at leaves each list in the order that a scan would find."""
    with closing(MemoryStore()) as store:
        with store.writing() as session:
            for number in range(1, 7):
                session.enqueue(customer_message(number))
                put(session, f"C-{number}")
                session.schedule(f"C-{number}", T0 + number * HOUR)
        with store.writing() as session:
            first, second, third = session.claim(3, T0, T0 + HOUR)
            session.reschedule(attrs.evolve(first, until=None, why="dead"))
            session.remove(second.number)
            session.reschedule(attrs.evolve(third, until=T0 + 2 * HOUR))
            session.schedule("C-1", T0 + 9 * HOUR)
            assert (session.waiting(), session.due(2, T0 + 3 * HOUR, T0 + 4 * HOUR)) == (4, ("C-2", "C-3"))
        with store.writing() as session:
            assert [one.number for one in session.entries(9)] == [3, 4, 5, 6]
            assert [one.number for one in session.entries(9, dead=True)] == [1]
            assert session.find_message(second.message.key) is None
            assert [one.number for one in session.claim(9, T0 + HOUR, T0 + 2 * HOUR)] == [4, 5, 6]
            session.recall(T0, T0 + HOUR, T0 + 8 * HOUR)
            assert [one.number for one in session.claim(9, T0 + HOUR, T0 + 2 * HOUR)] == [4, 5, 6]
            assert [id for when, id in session.next_checks(9) if when < T0] == ["C-1", "C-2", "C-3"]
            assert [one.number for one in session.claim(9, T0 + 2 * HOUR, T0 + 3 * HOUR)] == [3, 4, 5, 6]


def test_a_command_that_speaks_and_its_delivery_read_no_long_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise a customer with whom we have written for years is answered ever more slowly."""
    with Desk.open(f"sqlite:///{tmp_path / 'desk.db'}", clock=FrozenClock()) as desk:
        id = at_desk(desk, received(desk).id, s.update("一")).id
        for name in ("history", "texts"):
            monkeypatch.setattr(SqliteSession, name, lambda *_: pytest.fail("it reads all of the history"))
        with pytest.raises(Refused, match="repeat"):
            desk.do(id, s.update("一"), by=s.LI)
        desk.do(id, s.update("二"), by=s.LI)
        assert desk.steps(id, by=s.LI)
        desk.deliver()
        assert desk.outbox() == ()


def test_the_words_of_every_command_that_carries_intake_go_with_its_text() -> None:
    """The trigger of the schema names the commands, which SQLite cannot look up."""
    _, trigger = shipped_schema()["trigger", "erased"]
    assert trigger
    assert trigger.count(str(tuple(INTAKE_FIELDS))) == 3
