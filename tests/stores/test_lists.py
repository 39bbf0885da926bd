"""A list is what somebody gets who filters and sorts everything; its pages are read from an index, in its order."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from complaintflow import Customer, Desk, InvalidInput, commands as c
from complaintflow.plugins import Query, Session, Sort, Store
from complaintflow.policy import FieldRule, Policy
from complaintflow.record.facts import Sign, rank_of
from complaintflow.record.searched import INTAKE
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.stores.sqlite import complaints as sqlite_complaints, lists
from complaintflow.testing import FrozenClock
from complaintflow.testing.store_contract.lists import say, walked
from complaintflow.testing.store_contract.samples import HOUR, T0, event
from complaintflow.vocabulary import OPEN, Grade, SignKind
from complaintflow.wording.search import asked_phrases, index_words
from tests import stories as s
from tests.stores.desks import Opener, at_desk, erase, received

TIMES = st.none() | st.integers(0, 3).map(lambda hours: T0 + hours * HOUR)
WORDS = ("我要退款", "退货 refund", "order A-1", "13800138000", "")
CHOICES: dict[str, tuple[str, ...]] = {
    "state": ("received", "triaged", "closed"),
    "team": ("", "pay", "risk"),
    "owner": ("", "li"),
    "customer": ("u-1", "u-2"),
    "order": ("", "A-1"),
    "type": ("", "fault"),
    "area": ("login", "pay"),
    "incident": ("", "I-1"),
}


@attrs.frozen
class Row:
    """A complaint that is to be stored."""

    facts: dict[str, Any]
    received: timedelta
    due: Any
    words: str
    shop: str


FACTS = st.fixed_dictionaries(
    {
        **{name: st.sampled_from(words) for name, words in CHOICES.items()},
        "grade": st.none() | st.sampled_from(Grade),
        "closed_at": TIMES,
        "signs": st.sampled_from([(), *((Sign(SignKind.WORDS, T0 + hours * HOUR),) for hours in range(3))]),
    }
)
ROWS = st.builds(
    Row, FACTS, st.integers(0, 2).map(lambda h: h * HOUR), TIMES, st.sampled_from(WORDS), st.sampled_from(("", "North"))
)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    """A few conditions, in some order."""
    asked: dict[str, Any] = {
        **{name: st.sampled_from(words) | st.sets(st.sampled_from(words)) for name, words in CHOICES.items()},
        "grade": st.sets(st.sampled_from(("", "A", "B", "C", "E"))),
        "shop": st.sampled_from(("", "North")),
        "text": st.sampled_from(("退", "退款", "refund", "ord A-1", "138", "nowhere")),
        **dict.fromkeys(("open", "awaiting_reply", "overdue"), st.booleans()),
        **dict.fromkeys(("received_from", "received_to", "closed_to", "due_from", "due_to"), TIMES),
    }
    names = draw(st.lists(st.sampled_from(sorted(asked)), unique=True, max_size=4))
    given = {name: draw(asked[name]) for name in names}
    return Query(**given, sort=draw(st.sampled_from(Sort)), limit=draw(st.integers(1, 4)), now=T0 + 2 * HOUR)


def place(query: Query, number: int, row: Row) -> tuple[Any, ...]:
    """The place of a complaint in the order, as plain words have it."""
    waits, never = row.facts["signs"], T0 + timedelta(days=999)
    due = row.due or never
    match query.sort:
        case Sort.GRADE:
            return rank_of(row.facts["grade"]), due, number
        case Sort.DUE:
            return due, number
        case Sort.WAITING:
            return (waits[0].since if waits else never), number
        case _:
            return row.received, number


def fits(query: Query, row: Row) -> bool:
    """Whether it fits, as plain words have it."""
    own = {**row.facts, "received": T0 + row.received, "closed": row.facts["closed_at"], "due": row.due}
    return (
        all((own[name] or "") in values for name, values in query.exact().items())
        and all(row.shop in values for values in query.labels().values())
        and query.open in {None, own["state"] in OPEN}
        and query.awaiting_reply in {None, bool(own["signs"])}
        and query.overdue in {None, row.due is not None and row.due < T0 + 2 * HOUR}
        and all(
            own[name] is not None and (begin is None or begin <= own[name]) and (end is None or own[name] < end)
            for name, (begin, end) in query.ranges().items()
        )
        and all(one.is_in(index_words(row.words)) for one in asked_phrases(query.text))
    )


def fill(store: Store, rows: list[Row]) -> None:
    with store.writing() as session:
        for number, row in enumerate(rows):
            labels = {"shop": row.shop} if row.shop else {}
            say(session, f"C-{number}", event(1, **row.facts), {0: row.words}, labels, row.received)
            session.note_due(f"C-{number}", row.due, "plan" if row.due else "")


@given(st.lists(ROWS, max_size=9), st.lists(queries(), min_size=1, max_size=8), st.sampled_from((0, 2, 5000)))
@settings(max_examples=12)
def test_a_list_is_what_a_filter_and_a_sort_give_on_every_page_in_both_directions(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row], asked: list[Query], few: int
) -> None:
    path = tmp_path_factory.mktemp("lists") / "desk.db"
    with pytest.MonkeyPatch.context() as patch, closing(SqliteStore(path, synchronous="OFF")) as kept:
        patch.setattr(lists, "_FEW", few)
        patch.setattr(lists, "_VALUES", few or 500)
        patch.setattr(lists, "_GLANCE", few or 1)
        patch.setattr(sqlite_complaints, "_FRESH", few or 3)
        for store in (kept, MemoryStore()):
            fill(store, rows)
            with store.reading() as session:
                for query in asked:
                    check(session, rows, query)


def check(session: Session, rows: list[Row], query: Query) -> None:
    fitting = sorted(place(query, number, row) for number, row in enumerate(rows) if fits(query, row))
    expected = [f"C-{one[-1]}" for one in (fitting[::-1] if query.sort is Sort.NEWEST else fitting)]
    assert walked(session, query) == (expected, expected), query
    assert session.count(query) == len(expected), query


# ── what a page costs


QUEUES: dict[str, dict[str, Any]] = {
    "a team's open ones by grade": {"team": "pay", "open": True, "sort": "grade"},
    "a team's open ones by due time": {"team": "pay", "open": True, "sort": "due"},
    "two teams' worst ones by due time": {"team": {"pay", "risk"}, "grade": {"E", "A"}, "open": True, "sort": "due"},
    "what nobody has triaged": {"team": "", "open": True},
    "everything open by grade": {"open": True, "sort": "grade"},
    "what waits for us": {"awaiting_reply": True, "sort": "waiting"},
    "the newest": {"sort": "newest"},
    "an order": {"order": "A-3"},
    "a rare word": {"text": "zebra"},
    "a common word": {"text": "refund", "sort": "newest"},
    "a rare shop": {"shop": "North"},
}
_EVERY = ("", "pay", "risk", "service")


def _filled(path: Path, many: int) -> SqliteStore:
    store = SqliteStore(path, synchronous="OFF")
    with store.writing() as session:
        for number in range(many):
            facts: dict[str, Any] = {
                "team": _EVERY[number % 4],
                "grade": list(Grade)[number % 3],
                "order": f"A-{number}",
                "signs": (Sign(SignKind.WORDS, T0 + number * HOUR),),
            }
            words, shop = ("a zebra refund", "North") if number == 7 else ("refund", "South")
            say(session, f"C-{number}", event(1, **facts), {0: words}, {"shop": shop})
            session.note_due(f"C-{number}", T0 + (number * 37 % 101) * HOUR, "plan")
    return store


@contextmanager
def _counting(session: Any) -> Iterator[list[int]]:
    steps = [0]

    def one() -> int:
        steps[0] += 1
        return 0

    session._connection.set_progress_handler(one, 1)
    yield steps
    session._connection.set_progress_handler(None, 1)


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SqliteStore, SqliteStore]]:
    folder = tmp_path_factory.mktemp("houses")
    small, large = (_filled(folder / f"{many}.db", many) for many in (60, 600))
    yield small, large
    small.close()
    large.close()


@pytest.mark.parametrize("name", QUEUES)
def test_a_page_costs_the_same_however_many_complaints_there_are(
    houses: tuple[SqliteStore, SqliteStore], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten times as many complaints: less than twice the steps, in the first page and in the second one."""
    monkeypatch.setattr(lists, "_FEW", 20)
    monkeypatch.setattr(lists, "_GLANCE", 20)
    taken: list[int] = []
    for store in houses:
        query = Query(**QUEUES[name], limit=5)
        with store.reading() as session, _counting(session) as steps:
            page = session.find(query)
            if page.next:
                session.find(attrs.evolve(query, after=page.next))
        taken.append(steps[0])
    assert taken[1] < 2 * taken[0] + 100, f"{taken} steps"


@pytest.mark.parametrize("name", [name for name in QUEUES if not {"text", "shop"} & set(QUEUES[name])])
def test_a_page_is_read_in_the_order_of_its_index_and_nothing_is_sorted(
    houses: tuple[SqliteStore, SqliteStore], name: str
) -> None:
    """As SQLite tells its plan: no scan of the table, no temporary tree for the order."""
    with houses[0].reading() as session:
        connection: sqlite3.Connection = session._connection
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        first = session.find(Query(**QUEUES[name], limit=3))
        session.find(Query(**QUEUES[name], limit=3, after=first.next))
        connection.set_trace_callback(None)
        plans = [row[3] for text in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {text}")]
    assert plans
    assert [plan for plan in plans if "TEMP B-TREE" in plan or re.fullmatch(r"SCAN complaints", plan)] == []


@pytest.mark.parametrize("sort", Sort)
def test_a_page_of_a_word_that_all_have_is_filled_without_reading_where_that_word_stands(
    houses: tuple[SqliteStore, SqliteStore], sort: Sort
) -> None:
    """The index of words reads all that begin with it before it gives the first: nobody waits for that."""
    query = Query(text="refu", sort=sort, limit=5)
    with houses[1].reading() as session:
        asked: list[str] = []
        session._connection.set_trace_callback(asked.append)
        page = session.find(query)
        second = session.find(attrs.evolve(query, after=page.next))
        session._connection.set_trace_callback(None)
    assert len(page.complaints) == len(second.complaints) == 5
    assert [text for text in asked if "MATCH" in text] == []


# ── at a desk


def test_words_are_found_in_what_was_said_corrected_and_noted(opener: Opener) -> None:
    with opener() as desk:
        li = Customer("u-1", name="李雷", contact={"email": "li@example.com", "phone": "+86 138-0013-8000"})
        id = received(desk, customer=li, description="我付了两次", order="A-77").id
        at_desk(desk, id, c.Note("the bank is asked"), c.Hear(s.HEARD))
        for text in ("付了两次", "A-77", "bank", "李雷", "li@example.com", "13800138000", id):
            assert [one.id for one in desk.find(text=text).complaints] == [id], text
        at_desk(desk, id, c.Correct({"order": "B-88", "contact.email": "lei@example.org"}, "a typo"))
        found = {text: desk.count(text=text) for text in ("A-77", "li@example.com", "B-88", "lei@example.org", "bank")}
        assert found == {"A-77": 0, "li@example.com": 0, "B-88": 1, "lei@example.org": 1, "bank": 1}


def test_a_note_that_was_taken_back_is_found_no_more(opener: Opener) -> None:
    with opener() as desk:
        id = received(desk).id
        at_desk(desk, id, c.Note("a giraffe"), c.Note("a zebra"), c.Retract("N1", "it belongs to another case"))
        assert [desk.count(text="giraffe"), desk.count(text="zebra")] == [0, 1]
        assert desk.check_integrity().sound


@pytest.mark.parametrize("text", ["👍", "???", "\u0301", "\x1d_"])
def test_a_customer_who_answers_with_a_sign_alone_makes_no_sound_store_suspect(opener: Opener, text: str) -> None:
    """What has no word is found by none, and leaves none behind when it is taken back."""
    with opener() as desk:
        id = received(desk).id
        at_desk(desk, id, c.Hear(attrs.evolve(s.HEARD, text=text)), c.Note(text))
        assert desk.check_integrity().breaches == ()
        at_desk(desk, id, c.Note("a giraffe"), c.Retract("N1", "it belongs to another case"))
        assert desk.count(text="giraffe") == 1
        assert desk.check_integrity().breaches == ()


def test_a_file_that_kept_a_row_for_a_sign_alone_is_sound_still(tmp_path: Path) -> None:
    """No row is kept for it any more."""
    path = tmp_path / "desk.db"
    with Desk.open(f"sqlite:///{path}", clock=FrozenClock()) as desk, closing(sqlite3.connect(path)) as file:
        at_desk(desk, received(desk).id, c.Note("👍"))
        assert file.execute("SELECT number & 0xffffff FROM fresh_words").fetchall() == [(INTAKE,)]
        file.execute("INSERT INTO fresh_words SELECT (number << 24) + 2, '' FROM complaints")
        file.commit()
        assert desk.check_integrity().breaches == ()


def test_words_are_found_before_and_after_they_are_put_into_the_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search looks through those that wait for it; they are never more than a few."""
    monkeypatch.setattr(sqlite_complaints, "_FRESH", 8)
    path, waiting = tmp_path / "desk.db", list[int]()
    with Desk.open(f"sqlite:///{path}", clock=FrozenClock()) as desk, closing(sqlite3.connect(path)) as file:
        for number in range(10):
            received(desk, description=f"zebra number{number}x")
            waiting += file.execute("SELECT count(*) FROM fresh_words").fetchone()
            assert desk.count(text=f"number{number}x") == 1
        assert desk.count(text="zebra") == 10
        assert desk.count(text="number3x zebra") == 1
    assert (max(waiting), waiting[-1]) == (7, 2)


@pytest.mark.parametrize("fresh", [1, 64], ids=["in the index", "not in the index yet"])
def test_erased_words_and_labels_are_found_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh: int) -> None:
    """In the same transaction in which the text goes, by whatever program it is erased."""
    monkeypatch.setattr(sqlite_complaints, "_FRESH", fresh)
    path = tmp_path / "desk.db"
    with Desk.open(f"sqlite:///{path}", clock=FrozenClock()) as desk:
        id = received(desk, description="zebra", shop="North").id
        other = received(desk, description="zebra", shop="North").id
        at_desk(desk, id, c.Note("a giraffe"))
        assert [desk.count(text="zebra giraffe"), desk.count(shop="North")] == [1, 2]
        erase(path, id)
        assert [one.id for one in desk.find(text="zebra").complaints] == [other]
        assert [one.id for one in desk.find(shop="North").complaints] == [other]
        assert desk.count(text="giraffe") == 0
        assert desk.check_integrity().sound
    with closing(sqlite3.connect(path)) as file:
        file.execute("INSERT INTO words (words) VALUES ('optimize')")
        file.commit()
        file.execute("VACUUM")
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"giraffe" not in path.read_bytes()


def test_every_wrong_word_is_named_at_once_with_what_there_is(opener: Opener) -> None:
    with opener() as desk:
        wanted = {"state": "bad", "grade": "b", "type": ["fault", "faulty"], "sort": "upwards", "colour": "red"}
        for ask in (desk.find, desk.count):
            with pytest.raises(InvalidInput) as raised:
                ask(**wanted, area="nowhere", fields={"contract": "X-1"}, due_from="tomorrow")
            problems = {one.path: one.expected for one in raised.value.problems}
            assert problems["grade"] == "one of C, B, A, E"
            assert "received" in problems["state"]
            assert "fault" in problems["type"]
            assert problems["sort"] == "one of oldest, newest, grade, due, waiting"
            assert set(problems) == {*wanted, "area", "fields.contract", "due_from"}
        assert desk.find(state=["received", ""], type="", team="").complaints == ()


def test_fields_of_the_house_are_found_in_the_form_in_which_they_are_kept(opener: Opener) -> None:
    policy = Policy(fields={"contract": FieldRule(searchable=True), "paid": FieldRule("date", searchable=True)})
    with opener(policy=policy) as desk:
        id = received(desk, fields={"contract": "X-1", "paid": "2026-03-01"}).id
        received(desk)
        for fields in ({"contract": "X-1"}, {"paid": " 2026-03-01 "}, {"contract": {"X-1", "X-2"}}):
            assert [one.id for one in desk.find(fields=fields).complaints] == [id], fields
        at_desk(desk, id, c.Correct({"contract": "X-9"}, "a typo"))
        assert [desk.count(fields={"contract": one}) for one in ("X-1", "X-9", "")] == [0, 1, 1]


def test_what_is_due_next_stands_on_the_complaint_as_the_clocks_say(opener: Opener) -> None:
    """It is what `explain` says by the whole history, after each command and each look."""
    clock = FrozenClock()
    with opener(clock) as desk:
        id = received(desk).id
        log = c.AddEvidence("log", "gateway", "two captures at 10:02")
        steps = (s.triage(), None, log, c.CheckEvidence("E1", "agrees with the ledger"), s.propose(), None, c.Note("a"))
        for step in steps:
            told = at_desk(desk, id, step) if step else (desk.tick(), desk.get(id))[1]
            known = [
                one.deadline for one in desk.explain(id) if one.deadline.status in _RUNS and not one.deadline.ended
            ]
            due = min(((one.due, one.clock) for one in known if one.due), default=None)
            stands = desk.get(id)
            assert (told.next_due, told.next_due_for) == (stands.next_due, stands.next_due_for)
            assert (stands.next_due, stands.next_due_for) == (due or (None, ""))
            assert (desk.count(overdue=True) == 1) == (due is not None and due[0] < clock())
            clock.later(hours=7)


_RUNS = {"running", "breached"}
