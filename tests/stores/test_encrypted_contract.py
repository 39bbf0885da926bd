"""A store whose words lie encrypted keeps the contract of `Store`: in memory, and in `make explore` on every other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from complaintflow.plugins import Query, Sort, Store
from complaintflow.record.searched import INTAKE, Searched
from complaintflow.stores import EncryptedStore, MemoryStore, SqliteStore, SqlStore
from complaintflow.testing import StoreContract
from complaintflow.testing.store_contract.damage import Damage
from complaintflow.testing.store_contract.data import Reopen
from complaintflow.testing.store_contract.hosts import Hosting
from complaintflow.testing.store_contract.leases import Pass
from complaintflow.testing.store_contract.lists import ids, say
from complaintflow.testing.store_contract.samples import event
from tests.stores.damage import damage_postgresql, damage_sqlite
from tests.stores.desks import HOUSE
from tests.stores.hosts import by_psycopg
from tests.stores.servers import empty, pass_time

pytest.importorskip("cryptography")


class EncryptedContract(StoreContract):
    """The contract, but for what a search finds: whole words, and of Chinese no single character. The table of keys is
    looked at in the store behind it."""

    @pytest.fixture
    def keeping(self, store: Store) -> Store:
        pytest.skip("its keys are its own")

    def test_words_are_found_in_chinese_and_english_and_all_of_them_must_be_there(self, store: Store) -> None:
        with store.writing() as session:
            say(session, "C-1", event(1), {INTAKE: "我付了两次,要退款。A-1 +86 138-0013-8000"})
            say(session, "C-1", event(2), {2: "The bank is asked about the refunds"})
            say(session, "C-2", event(1), {INTAKE: "要退货,不退錢"})
        with store.reading() as session:
            for text, expected in (
                *(("退款", ["C-1"]), ("要退", ["C-1", "C-2"]), ("退钱", ["C-2"]), ("付两", [])),
                *(("REFUNDS 退款", ["C-1"]), ("refunds 退货", []), ("refund", []), ("退", [])),
                *(("A-1", ["C-1"]), ("13800138000", ["C-1"]), ("0013", ["C-1"]), ("!?", []), ('" OR *', [])),
            ):
                assert ids(session, text=text) == expected, text
                assert session.count(Query(text=text)) == len(expected), text
            assert ids(session, text="要退", sort=Sort.NEWEST, limit=1) == ["C-2"]

    def test_what_a_store_says_of_itself_is_so(self, store: Store) -> None:
        """What is searched is told as it lies there, and `hidden` says how that is."""
        news = Searched({INTAKE: "要退款", 2: "Refund"}, {"shop": "North"})
        with store.writing() as session:
            say(session, "C-1", event(1), {INTAKE: "要退款", 2: "Refund"}, {"shop": "North"})
        with store.reading() as session:
            checkable: Any = session
            hidden = checkable.hidden("C-1", news)
            assert list(checkable.flaws()) == []
            assert checkable.searched("C-1") == Searched(hidden.indexed, hidden.labels)
            assert "North" not in str(hidden.labels) + str(hidden.words)


class TestEncryptedInMemory(EncryptedContract):
    @pytest.fixture
    def inner(self) -> Iterator[MemoryStore]:
        with closing(MemoryStore()) as store:
            yield store

    @pytest.fixture
    def store(self, inner: MemoryStore) -> Store:
        return EncryptedStore(inner, HOUSE)

    @pytest.fixture
    def damage(self, inner: MemoryStore) -> Damage:
        return inner.damage


@pytest.mark.explore
class TestEncryptedInSqlite(EncryptedContract):
    @pytest.fixture
    def store(self, path: Path) -> Iterator[Store]:
        with closing(EncryptedStore(SqliteStore(path, synchronous="OFF"), HOUSE)) as store:
            yield store

    @pytest.fixture
    def reopen(self, path: Path) -> Reopen:
        return lambda: EncryptedStore(SqliteStore(path, synchronous="OFF"), HOUSE)

    @pytest.fixture
    def damage(self, path: Path) -> Damage:
        def break_one(table: str, key: str) -> None:
            place = {
                "complaints": "complaints SET facts = x'7b' WHERE id",
                "outbox": "outbox SET message = x'7b' WHERE number",
            }
            with closing(sqlite3.connect(path, isolation_level=None)) as plain:
                plain.execute(f"UPDATE {place[table]} = ?", (key,))
                if table == "outbox":
                    plain.execute("UPDATE dead_letters SET message = x'7b' WHERE number = ?", (key,))

        return break_one


@pytest.mark.explore
class TestEncryptedBySql(EncryptedContract):
    @pytest.fixture
    def store(self, path: Path) -> Iterator[Store]:
        with closing(EncryptedStore(SqlStore(f"sqlite+sql:///{path}"), HOUSE)) as store:
            yield store

    @pytest.fixture
    def reopen(self, path: Path) -> Reopen:
        return lambda: EncryptedStore(SqlStore(f"sqlite+sql:///{path}"), HOUSE)

    @pytest.fixture
    def damage(self, path: Path) -> Damage:
        return damage_sqlite(path)


@pytest.mark.explore
class TestEncryptedOnPostgresql(EncryptedContract):
    @pytest.fixture
    def store(self, database: str) -> Iterator[Store]:
        with closing(EncryptedStore(SqlStore(database), HOUSE)) as store:
            yield store
        empty(database)

    @pytest.fixture
    def reopen(self, database: str) -> Reopen:
        return lambda: EncryptedStore(SqlStore(database), HOUSE)

    @pytest.fixture
    def hosting(self, database: str) -> Hosting:
        return lambda: by_psycopg(database)

    @pytest.fixture
    def damage(self, database: str) -> Damage:
        return damage_postgresql(database)

    @pytest.fixture
    def pass_time(self, database: str) -> Pass:
        return partial(pass_time, database)
