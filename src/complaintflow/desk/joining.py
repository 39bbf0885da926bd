"""A desk within a transaction of its host: what it does is committed or rolled back with all that the host does there.

Nothing leaves before the commit: observers are told after it, of what is on record then, and letters wait for the
`deliver` of a desk with transactions of its own, which does not see them earlier.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from functools import partial

import attrs

from complaintflow._validation.faults import name_fault
from complaintflow.desk.door import Door
from complaintflow.desk.finding import load_events
from complaintflow.desk.unit_of_work import Change, UnitsOfWork
from complaintflow.errors import DefinitionError, Problem, StoreError
from complaintflow.plugins import JoinedStore, SharesTransactions

AfterCommit = Callable[[Callable[[], object]], object]
"""Takes what is to be called after the commit, as Django's `transaction.on_commit` does."""

_LOG = logging.getLogger("complaintflow.desk")
_KINDS = "postgresql:// or sqlite+sql://, which join one"
_EXPECTED = "a function that takes what is called after your commit, since observers are told then"


def join(units: UnitsOfWork, connection: object, after_commit: AfterCommit | None) -> UnitsOfWork:
    """The same units of work within the transaction on this connection.

    Raises `DefinitionError` for a store that joins none, for what is no connection to its database, and where nobody
    would tell the observers.
    """
    join_host: Callable[[object], JoinedStore] | None = getattr(units.store, "join", None)
    if join_host is None:
        raise DefinitionError((Problem("store", "a store that joins no transaction", _KINDS),))
    joined = join_host(connection)
    register = after_commit or joined.after_commit
    if units.plugins.observers and register is None:
        raise DefinitionError((Problem("after_commit", "nothing", _EXPECTED),))
    announce = partial(_announce_later, units, register) if register else units.announce
    _look_at_key(units)
    return attrs.evolve(units, store=joined, announce=announce, in_host=lambda: True, once_committed=_never_call)


def _look_at_key(units: UnitsOfWork) -> None:
    """Only what is committed proves that the chain key fits, once for all. What is wrong is said to whoever writes."""
    if not units.sealing.fits:
        with suppress(StoreError), units.reading() as session:
            units.sealing.check(session, units.once_committed)


def _never_call(_told: Callable[[], object]) -> None:
    """What a host has not committed may be rolled back."""


def share(units: UnitsOfWork, store: SharesTransactions) -> UnitsOfWork:
    """The same units of work, of which each is a part of the host's transaction where one is open."""

    def announce(changes: tuple[Change, ...]) -> None:
        if store.in_transaction():
            store.call_after_commit(partial(_announce, units, changes))
        else:
            units.announce(changes)

    def once_committed(told: Callable[[], object]) -> None:
        if store.in_transaction():
            store.call_after_commit(told)
        else:
            told()

    return attrs.evolve(
        units,
        announce=announce,
        once_committed=once_committed,
        in_host=store.in_transaction,
        check_alone=partial(_refuse_within, store.in_transaction),
    )


def _refuse_within(in_transaction: Callable[[], bool]) -> None:
    """What a worker does is on record before it goes on, and a rollback would undo it. Raises `StoreError`."""
    if in_transaction():
        cause = "letters leave, and clocks are checked, outside of a transaction of yours"
        raise StoreError("outbox", cause, "call it after your commit, or from a program of its own")


def _announce_later(units: UnitsOfWork, register: AfterCommit, changes: tuple[Change, ...]) -> None:
    register(partial(_announce, units, changes))


def _announce(units: UnitsOfWork, changes: tuple[Change, ...]) -> None:
    """Tell of what is on record. Who calls it has committed, and can do nothing about what fails here."""
    try:
        with units.reading() as session:
            told = tuple(one for one in changes if one[1][-1] in load_events(session, one[0].id))
    except StoreError as error:
        _LOG.error("observers are not told of %s: %s", ", ".join(one.id for one, _ in changes), name_fault(error))
        return
    units.announce(told)


class DoorOfHost(Door):
    """Of a desk in a transaction of the host, which sends nothing and closes nothing."""

    @contextmanager
    def sending(self) -> Generator[None, None, None]:
        """Raises `StoreError`."""
        _refuse_to_send()
        yield

    def close(self) -> bool:
        """Nothing is to be closed."""
        return False


def _refuse_to_send() -> None:
    raise StoreError("outbox", "letters leave after your commit", "call deliver of the desk that you opened")


class DoorBesideHost(Door):
    """Of a desk on the connections of a host: within a transaction of that it sends nothing."""

    def __init__(self, units: UnitsOfWork) -> None:
        super().__init__()
        self._units = units

    @contextmanager
    def sending(self) -> Generator[None, None, None]:
        """Raises `StoreError`."""
        self._units.check_alone()
        with super().sending():
            yield
