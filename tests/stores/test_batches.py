"""What many commands write goes into each table by few statements, and stays what it was one by one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from complaintflow import Complaint, Customer, Desk, commands as c
from complaintflow.desk import Asked
from complaintflow.stores import SqlStore
from complaintflow.stores.sql import batches
from complaintflow.stores.sql.complaints import _DELETE_WORDS, _EVENT, _INSERT_WORDS, _update_of
from complaintflow.stores.sql.dialects import POSTGRESQL
from complaintflow.stores.sql.drivers import run
from complaintflow.stores.sql.erasing import _DELETE_KEYS
from complaintflow.stores.sql.keys import _REMEMBER
from complaintflow.stores.sql.outbox import _REMOVE, _SETTLE
from complaintflow.stores.sql.recorder import Recorder
from complaintflow.stores.sql.schedule import _CHECK, _DELETE, _KEEP, _KEEP_DUE
from complaintflow.stores.sql.sheets import _TAKE, _TOUCH as _TOUCH_DAY
from complaintflow.stores.sql.together import Asked as Statement
from complaintflow.stores.sql.turns import _TOUCH
from complaintflow.testing.racing import RacingGuard
from tests import stories as s
from tests.stores.desks import opener_of, received
from tests.stores.servers import empty


@pytest.fixture
def clean(database: str) -> Iterator[str]:
    SqlStore(database).close()
    empty(database)
    yield database
    empty(database)


NUMBERS, NAMES = st.integers(1, 4), st.sampled_from(["a", "b", "", 'ü\\"{},NULL'])
BYTES = st.sampled_from([b"", b"\x00\xff", b"{}"])


def _met(_count: int) -> None:
    """Somebody asks how many rows it met."""


def statement(sql: str, *, asks: bool = False, **values: st.SearchStrategy[Any]) -> st.SearchStrategy[Statement]:
    return st.builds(lambda given: Statement(sql, given, _met if asks else None), st.fixed_dictionaries(values))


_BY_ID = "UPDATE complaintflow_complaints SET clocks = :clocks WHERE id = :id"
_UPDATE = _update_of(("version", "clocks"))
TWICE = [
    Statement(_UPDATE, {"number": 1, "before": before, "version": before + 1, "clocks": b"%d" % before}, _met)
    for before in (1, 2)
]
"""One complaint changes two times."""
OTHERWISE = [
    Statement(_KEEP, {"number": 2, "clocks": b"a"}),
    Statement(_BY_ID, {"id": "C-1", "clocks": b"b"}),
    Statement(_KEEP, {"number": 1, "clocks": b"c"}),
]
"""A row that is named otherwise in between."""
AGAIN = [
    Statement(_DELETE_WORDS, {"complaint": 1, "place": 1}),
    Statement(_INSERT_WORDS, {"complaint": 1, "place": 1, "text": "a"}),
    Statement(_DELETE_WORDS, {"complaint": 1, "place": 1}),
]
"""What was written goes again."""
_ROW = {"number": NUMBERS, "before": NUMBERS, "version": NUMBERS}
_FAR = st.integers(1, 10**6)
STATEMENTS = st.one_of(
    statement(f"{_INSERT_WORDS} ON CONFLICT DO NOTHING", complaint=NUMBERS, place=NUMBERS, text=NAMES),
    statement(_DELETE_WORDS, complaint=NUMBERS, place=NUMBERS),
    statement(_CHECK, number=NUMBERS, at=NUMBERS),
    statement(_DELETE, number=NUMBERS),
    statement(_UPDATE, asks=True, **_ROW, clocks=BYTES),
    statement(_update_of(("version", "state")), asks=True, **_ROW, state=NAMES),
    statement(_KEEP, number=NUMBERS, clocks=BYTES),
    statement(_BY_ID, id=st.sampled_from(["C-1", "C-2", "C-9"]), clocks=BYTES),
    statement(_DELETE_KEYS, id=NAMES, keyed=NAMES),
    statement(_KEEP_DUE, id=st.sampled_from(["C-1", "C-2", "C-9"]), due=NUMBERS, due_for=NAMES),
    statement(_TOUCH, name=NAMES),
    statement(_TOUCH_DAY, day=NUMBERS, touched=NUMBERS),
    statement(_TAKE, day=NUMBERS),
    statement(_REMEMBER, asks=True, key=NAMES, whole=st.none() | NAMES, complaint=NAMES, version=NUMBERS, asked=NAMES),
    statement(
        _EVENT, place=_FAR, complaint=_FAR, seq=NUMBERS, at=NUMBERS, by=NAMES, kind=NAMES, state=NAMES, changes=BYTES,
        versions=NAMES, salt=BYTES, data=st.none() | BYTES, link=BYTES, commitment=st.none() | BYTES,
    ),
    statement(_SETTLE, number=NUMBERS, waits=st.integers(0, 1)),
    statement(_REMOVE, number=NUMBERS),
)  # fmt: skip
TABLES = ("words", "checks", "complaints", "marks", "counted_days", "sheets", "keys", "events", "outbox", "ledger")


def contents(plain: Any) -> dict[str, list[Any]]:
    return {table: sorted(map(repr, plain.execute(f"SELECT * FROM complaintflow_{table}"))) for table in TABLES}


def outcome(plain: Any, asked: list[Statement], *, whole: bool) -> Any:
    """What is in the tables afterwards, and how many rows each met that is asked about. Then all is taken back."""
    try:
        if whole:
            results = batches.run_in_batches(plain, POSTGRESQL, asked)
        else:
            results = [run(plain, POSTGRESQL, one.sql, one.values) for one in asked]
        return contents(plain), [count for one, (count, _) in zip(asked, results, strict=True) if one.met]
    except psycopg.errors.UniqueViolation:
        return "refused"
    finally:
        plain.rollback()


@pytest.mark.parametrize("examples", [15, pytest.param(1_500, marks=pytest.mark.explore)])
def test_statements_that_go_together_do_what_they_do_one_by_one(clean: str, examples: int) -> None:
    with opener_of(clean)() as desk:
        for number in range(3):
            received(desk, customer=Customer(f"u-{number}"))
    with psycopg.connect(clean) as plain:
        plain.execute("UPDATE complaintflow_complaints SET id = 'C-' || number")
        plain.execute("DELETE FROM complaintflow_events")
        plain.commit()

        @given(st.lists(STATEMENTS, min_size=1, max_size=40))
        @example(TWICE)
        @example(OTHERWISE)
        @example(AGAIN)
        @settings(max_examples=examples, deadline=None, suppress_health_check=[*HealthCheck])
        def check(asked: list[Statement]) -> None:
            assert outcome(plain, asked, whole=True) == outcome(plain, asked, whole=False)

        check()


# ── what a desk asks


def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many statements went in each round trip."""
    trips, send, alone = list[int](), Recorder._send, Recorder._run
    together: Any = vars(batches)["send"]

    def counting(self: Any, asked: Any) -> Any:
        trips.append(0)
        return send(self, asked)

    def running(self: Any, sql: str, **values: Any) -> Any:
        trips.append(1)
        return alone(self, sql, **values)

    def sending(driver: Any, dialect: Any, asked: Any, **more: Any) -> Any:
        trips[-1] = len(asked)
        return together(driver, dialect, asked, **more)

    monkeypatch.setattr(Recorder, "_send", counting)
    monkeypatch.setattr(Recorder, "_run", running)
    monkeypatch.setattr(batches, "send", sending)
    return trips


def test_a_hundred_commands_take_as_many_round_trips_as_ten(clean: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A load and a write for each took three times as long."""
    taken = list[int]()
    with opener_of(clean)() as desk:
        ids = [received(desk, customer=Customer(f"u-{number}")).id for number in range(40)]
        for many in (10, 40):
            with monkeypatch.context() as patched:
                trips = sent(patched)
                asked = [Asked(c.Note(f"seen {many}"), s.LI, id, key=f"{id} {many}") for id in ids[:many]]
                assert all(isinstance(one, Complaint) for one in desk.do_many(asked))
                taken.append(len(trips))
    assert taken[0] == taken[1] < 10
    assert max(trips) < 12, "one statement a table"


def test_what_was_read_ahead_is_read_anew_where_it_has_changed_since(clean: str) -> None:
    """A merge changes the other complaint, too, and a second question to one complaint sees the first."""
    with opener_of(clean)() as desk, opener_of("memory://")() as witness:
        told = list[Any]()
        for one in (desk, witness):
            target, merged = (received(one, order=order).id for order in ("A-1", "A-2"))
            answers = one.do_many(
                [
                    Asked(c.Merge(target), s.LI, merged),
                    Asked(c.Note("first"), s.LI, target, key="note"),
                    Asked(c.Note("second"), s.LI, target, expect=4),
                    Asked(c.Note("first"), s.LI, target, key="note"),
                    Asked(c.Note("too late"), s.LI, merged, expect=1),
                    Asked(c.Note("nobody"), s.LI, "C-9"),
                    Asked(c.Note("no key"), s.LI, target, key=" "),
                ]
            )
            events = [(event.kind, event.state, event.data.get("text")) for event in one.history(target)]
            told.append(([type(answer) for answer in answers], events, one.get(merged).version, one.get(target).state))
            assert one.check_integrity().sound
    assert told[0] == told[1]


def _note(desk: Desk, id: str, text: str, **more: Any) -> None:
    desk.do(id, c.Note(text), by=s.LI, **more)


def test_what_another_one_changes_after_it_was_read_ahead_is_seen(clean: str) -> None:
    """Else the second command is decided on what stands no more, and its history has two events in one place."""
    race, opener = RacingGuard(), opener_of(clean)
    with opener(plugins=[race]) as desk, opener() as other:
        ids = [received(other, customer=Customer(f"u-{number}")).id for number in range(3)]
        race.race = partial(_note, other, ids[2], "faster")
        answers = desk.do_many([Asked(c.Note("seen"), s.LI, id) for id in ids])
        assert [one.version for one in answers if isinstance(one, Complaint)] == [2, 2, 3]
        assert desk.check_integrity().sound


def test_a_key_that_another_one_uses_meanwhile_is_used_once(clean: str) -> None:
    race, opener = RacingGuard(), opener_of(clean)
    with opener(plugins=[race]) as desk, opener() as other:
        ids = [received(other, customer=Customer(f"u-{number}")).id for number in range(2)]
        race.race = partial(_note, other, ids[1], "seen", key="note 1")
        desk.do_many([Asked(c.Note("seen"), s.LI, id, key=f"note {number}") for number, id in enumerate(ids)])
        assert [desk.get(id).version for id in ids] == [2, 2]
        assert desk.check_integrity().sound
