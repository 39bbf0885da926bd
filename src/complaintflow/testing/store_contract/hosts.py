"""In a transaction of a host: what the store does there stays or goes with it. And a worker that waits for letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from typing import Any, Protocol

import pytest

from complaintflow.plugins import JoinedStore, JoinsTransactions, SharesTransactions, Store, TellsOfLetters
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import Data, assert_waiting
from complaintflow.testing.store_contract.samples import customer_message, event, put

_UNSEEN = "nobody looked: override the fixture `hosting`"
_LONG, _SHORT = 5.0, 0.05


class HostTransaction(Protocol):
    """A transaction that a host has open: the connection that a store joins, and its two ends."""

    @property
    def connection(self) -> object: ...
    def commit(self) -> None: ...
    def roll_back(self) -> None: ...


Hosting = Callable[[], AbstractContextManager[HostTransaction]]
"""Opens a transaction of a host on the data of the store under test."""


class _Failed(Exception):
    pass


class StaysWithItsHost:
    """What a store may offer a host that has a database. A store may leave it out."""

    @pytest.fixture
    def joined(self, store: Store, hosting: Hosting | None) -> Iterator[tuple[HostTransaction, JoinedStore] | None]:
        """A transaction of a host, and the store within it; None for a store that joins none."""
        join = _offered(store, "join", hosting)
        if join is None or hosting is None:
            yield None
            return
        with hosting() as host:
            yield host, join(host.connection)

    @keeps(JoinsTransactions, "The store within the transaction on this connection.")
    @pytest.mark.parametrize("kept", [True, False], ids=["committed", "rolled back"])
    def test_what_was_done_in_a_transaction_of_the_host_ends_as_it_ends(
        self, store: Store, joined: tuple[HostTransaction, JoinedStore] | None, kept: bool
    ) -> None:
        """Else a ticket has no complaint, or a customer waits for an answer to one that has no ticket."""
        if joined is None:
            return
        host, within = joined
        with within.writing() as session:
            put(session, "C-1")
            session.enqueue(customer_message(1))
        with within.reading() as session:
            assert list(session.ids()) == ["C-1"], "it does not see what it did itself"
        with store.reading() as session:
            assert list(session.ids()) == [], "others see what is not committed"
        (host.commit if kept else host.roll_back)()
        with store.reading() as session:
            assert_waiting(session, 1 if kept else 0)
            assert list(session.ids()) == (["C-1"] if kept else [])

    @keeps(JoinedStore, "A transaction of which all stays in the host's, or nothing.")
    def test_what_fails_in_a_transaction_of_the_host_leaves_nothing_and_the_host_goes_on(
        self, store: Store, joined: tuple[HostTransaction, JoinedStore] | None
    ) -> None:
        """Else one refusal takes back what the host did before, or half a command is committed with it."""
        if joined is None:
            return
        host, within = joined
        with within.writing() as session:
            put(session, "C-1")
        with suppress(_Failed), within.writing() as session:
            put(session, "C-1", event(2))
            put(session, "C-2")
            raise _Failed
        with within.writing() as session:
            put(session, "C-3")
        host.commit()
        with store.reading() as session:
            assert (sorted(session.ids()), len(session.history("C-1"))) == (["C-1", "C-3"], 1)

    @keeps(
        SharesTransactions,
        "Call it after the commit of the host's transaction, and not at all when it is rolled back.",
    )
    def test_what_waits_for_the_commit_of_the_host_is_called_after_it_alone(
        self, store: Store, hosting: Hosting | None
    ) -> None:
        """Else observers act on what was taken back."""
        register = _offered(store, "call_after_commit", hosting)
        if not (register and hosting):
            return
        called = list[str]()
        for name in ("committed", "rolled back"):
            with hosting() as host:
                register(lambda name=name: called.append(name))
                assert name not in called, "it is called before the commit"
                (host.commit if name == "committed" else host.roll_back)()
        assert called == ["committed"]

    @keeps(TellsOfLetters, "Whether letters may have come, within so many seconds at most.")
    def test_who_waits_for_letters_hears_of_one(self, data: Data) -> None:
        """Else a letter lies there until the worker looks again."""
        wait: Callable[[float], bool] | None = getattr(data.store, "wait_for_letters", None)
        if wait is None:
            return
        tells = wait(_SHORT)  # a store that can tell says yes at first, since something may lie there already
        assert not wait(_SHORT), "it says yes though nothing has come"
        with data.look_again().writing() as session:
            session.enqueue(customer_message(1))
        assert wait(_LONG if tells else _SHORT) == tells, "a letter has come, and nobody says so"


def _offered(store: Any, name: str, hosting: Hosting | None) -> Callable[[Any], Any] | None:
    """What the store offers under this name. The test is skipped where nobody gave a host."""
    offered: Callable[[Any], Any] | None = getattr(store, name, None)
    if offered and hosting is None:
        pytest.skip(_UNSEEN)
    return offered
