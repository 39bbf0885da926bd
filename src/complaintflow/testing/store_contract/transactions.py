"""Transactions and keys: all or nothing, and a key is not forgotten."""

from __future__ import annotations

from typing import cast

import attrs
import pytest

from complaintflow.errors import Conflict
from complaintflow.plugins import Checkable, KeepsTree, Remembered, Session, Store, Stored
from complaintflow.record.history import seal
from complaintflow.record.searched import INTAKE, Searched
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import KEY, POLICY, Data, assert_same, everything
from complaintflow.testing.store_contract.lists import say
from complaintflow.testing.store_contract.samples import LEASED, T0, customer_message, event, put


class Broken(Exception):
    """Something that goes wrong in the middle of a transaction."""


def change_everything_and_break(store: Store, failure: type[BaseException]) -> None:
    """Change each table, then fail."""
    with store.writing() as session:
        change_everything(session)
        raise failure


def write_and_come_too_late(store: Store, stored: Stored) -> None:
    """Write this and that, and then an event whose place is taken."""
    late = seal("C-1", stored.link, event(2, "late"), bytes(16))
    with store.writing() as session:
        session.remember(KEY, Remembered("C-1", 2, "asked"))
        session.enqueue(customer_message(3, "C-1"))
        put(session, "C-2")
        session.save(attrs.evolve(stored, link=late.link), (late,))


def change_everything(session: Session) -> None:
    """Change each table."""
    put(session, "C-1", event(2))
    put(session, "C-2")
    session.remember(KEY, Remembered("C-1", 2, "asked"))
    session.enqueue(customer_message(3, "C-1"))
    session.note_sending("u-17", T0)
    for entry in session.claim(1, T0, LEASED):
        session.reschedule(attrs.evolve(entry, until=None, why="dead"))
    session.remove(2)
    session.keep_policy(POLICY, b"{}")
    session.schedule("C-1", None)
    session.due(9, T0, LEASED)


class Cancelled(BaseException):
    """Like the end of a cancelled task, which is no `Exception`."""


FAILURES: dict[str, type[BaseException]] = {
    "an exception": Broken,
    "a key of a person": KeyboardInterrupt,
    "the end of the program": SystemExit,
    "a cancelled task": Cancelled,
    "a generator that is closed": GeneratorExit,
}
"""What may end the block of a transaction."""


class KeepsTransactions:
    """What failed left nothing."""

    @keeps(
        Store,
        "Idempotency: a transaction that raised left nothing and may be tried again, whatever it raised: a "
        "`KeyboardInterrupt` too, and a `Conflict` with all that stood before it.",
    )
    @pytest.mark.parametrize("failure", FAILURES)
    def test_an_exception_takes_everything_back(self, data: Data, failure: str) -> None:
        """Promise 1: events, snapshot, keys, messages, leases and settlements are one transaction."""
        store = data.store
        with store.writing() as session:
            put(session, "C-1")
            session.enqueue(customer_message(1, "C-1"))
            session.enqueue(customer_message(2, "C-1"))
            session.schedule("C-1", T0)
        before = everything(store)
        with pytest.raises(FAILURES[failure]):
            change_everything_and_break(store, FAILURES[failure])
        assert_same(everything(store), before)
        assert_same(everything(data.look_again()), before)

    @keeps(
        Store,
        "Idempotency: a transaction that raised left nothing and may be tried again, whatever it raised: a "
        "`KeyboardInterrupt` too, and a `Conflict` with all that stood before it.",
    )
    def test_a_conflict_takes_back_what_stood_before_it(self, data: Data) -> None:
        """Promise 1: a command that comes too late has sent nothing and used up no key."""
        store = data.store
        with store.writing() as session:
            stored = put(session, "C-1")
            put(session, "C-1", event(2, "in time"))
            session.enqueue(customer_message(1, "C-1"))
            session.enqueue(customer_message(2, "C-1"))
            session.schedule("C-1", T0)
        before = everything(store)
        with pytest.raises(Conflict):
            write_and_come_too_late(store, stored)
        assert_same(everything(store), before)
        assert_same(everything(data.look_again()), before)

    @keeps(Store, "The store goes on after an error.")
    def test_a_store_goes_on_after_an_exception(self, store: Store) -> None:
        with pytest.raises(Broken), store.writing():
            raise Broken
        with pytest.raises(Broken), store.reading():
            raise Broken
        with store.writing() as session:
            put(session, "C-1")
        with store.reading() as session:
            assert list(session.ids()) == ["C-1"]

    @keeps(Store, "`close` may be called twice.")
    def test_closing_twice_is_allowed(self, store: Store) -> None:
        store.close()
        store.close()

    @keeps(Checkable, "Every key with what it stands for.")
    def test_what_a_store_says_of_itself_is_so(self, store: Store) -> None:
        """A store may leave this out; one that has it finds nothing wrong with what it wrote itself."""
        key, what = "form-1 钥匙", Remembered("C-1", 1, "asked")
        with store.writing() as session:
            put(session, "C-1")
            session.remember(key, what)
            session.keep_policy("digest", b"{}")
        with store.reading() as session:
            if not callable(getattr(session, "flaws", None)):
                return
            checkable = cast("Checkable", session)
            assert list(checkable.flaws()) == [], "it finds something wrong with what it wrote"
            assert dict(checkable.remembered()) == {key: what}
            assert list(checkable.kept_policies()) == ["digest"]
            assert checkable.searched("C-1") == Searched({}, {})
        with store.writing() as session:
            say(session, "C-1", event(2), {INTAKE: "要退款", 2: "Refund"}, {"shop": "North"})
        with store.reading() as session:
            found = cast("Checkable", session).searched("C-1")
            assert found == Searched({INTAKE: "要退 退款 款", 2: "refund"}, {"shop": "North"})

    @keeps(KeepsTree, "Keep these tiles behind so many of their level.")
    def test_the_tiles_of_the_ledger_are_kept_as_they_were_given(self, store: Store) -> None:
        """A store may leave this out."""
        one, two, three = (bytes([number]) * 32 for number in range(3))
        with store.writing() as session:
            for id in ("C-1", "C-2"):
                put(session, id)
            if not callable(getattr(session, "count_tiles", None)):
                return
            cast("KeepsTree", session).keep_tiles(1, 0, [one, two])
        with store.writing() as session:
            tree = cast("KeepsTree", session)
            tree.keep_tiles(1, 1, [bytes(32), three])
            tree.keep_tiles(2, 0, [one])
            assert [tree.count_tiles(level) for level in range(4)] == [2, 3, 1, 0]
        with store.reading() as session:
            tree = cast("KeepsTree", session)
            assert list(tree.tiles(1)) == [one, two, three], "a tile was lost, moved or replaced"
            assert (list(tree.tiles(1, 2)), list(tree.tiles(2)), list(tree.tiles(3))) == ([three], [one], [])
            assert [tree.place("C-2", 1), tree.place("C-2", 2), tree.place("C-3", 1)] == [1, None, None]

    @keeps(KeepsTree, "The ids of the complaints of which an event was saved behind so many, each once.")
    def test_what_is_new_in_the_ledger_is_found_by_its_complaints(self, store: Store) -> None:
        """A store may leave this out. Else whoever checks only what is new passes over what is."""
        with store.writing() as session:
            for id in ("C-1", "C-2", "C-3"):
                put(session, id)
            if not callable(getattr(session, "count_tiles", None)):
                return
        with store.writing() as session:
            for seq in (2, 3):
                put(session, "C-1", event(seq))
            found = [sorted(cast("KeepsTree", session).ids_behind(after)) for after in (0, 2, 3, 5)]
            assert found == [["C-1", "C-2", "C-3"], ["C-1", "C-3"], ["C-1"], []], "within the transaction"
        with store.reading() as session:
            found = [sorted(cast("KeepsTree", session).ids_behind(after)) for after in (0, 2, 3, 5)]
            assert found == [["C-1", "C-2", "C-3"], ["C-1", "C-3"], ["C-1"], []]
