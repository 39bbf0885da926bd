"""Stores with one fault each, that a contract and a machine must find."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any

from complaintflow.plugins import Remembered, Session, Store, Stored
from complaintflow.record.history import Sealed
from complaintflow.stores import MemoryStore
from complaintflow.stores.memory import History
from complaintflow.vocabulary import OPEN, State

__all__ = ["FAR_ON", "FAULTS", "CommitsDespite", "Faulty"]


class Faulty:
    """A memory store whose sessions are changed on their way. `reopen` gives another instance on the same data."""

    def __init__(self, inner: MemoryStore | None = None) -> None:
        self.inner = inner or MemoryStore()

    def reopen(self) -> Store:
        return type(self)(self.inner)

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        with self.inner.reading() as session:
            yield self.session(session)

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        with self.inner.writing() as session:
            yield self.session(session)

    def close(self) -> None:
        self.inner.close()

    def session(self, session: Session) -> Any:
        return _Changed(session, self)

    # what a fault overrides

    def save(self, session: Session, stored: Stored, events: Sequence[Sealed]) -> None:
        session.save(stored, events)

    def history(self, session: Session, id: str, after: int = 0, limit: int | None = None) -> tuple[Sealed, ...]:
        return session.history(id, after, limit)

    def result_for_key(self, session: Session, key: str) -> Remembered | None:
        return session.result_for_key(key)

    def remove(self, session: Session, number: int) -> None:
        session.remove(number)


class _Changed:
    def __init__(self, session: Session, fault: Faulty) -> None:
        self._session = session
        self._fault = fault

    def __getattr__(self, name: str) -> Any:
        changed = getattr(self._fault, name, None)
        if changed is None or name in {"reading", "writing", "close", "session", "inner", "reopen"}:
            return getattr(self._session, name)
        return lambda *args, **named: changed(self._session, *args, **named)


class LosesTheSecondSave(Faulty):
    def save(self, session: Session, stored: Stored, events: Sequence[Sealed]) -> None:
        if events[0].seq == 1:
            session.save(stored, events)


class ReordersHistory(Faulty):
    def history(self, session: Session, id: str, after: int = 0, limit: int | None = None) -> tuple[Sealed, ...]:
        return tuple(sorted(session.history(id, after, limit), key=lambda one: one.event.kind))


class ForgetsKeys(Faulty):
    def result_for_key(self, session: Session, key: str) -> None:
        return None


class SettlesNothing(Faulty):
    def remove(self, session: Session, number: int) -> None:
        return None


class CommitsDespite(Faulty):
    """What was written before an error of these kinds stays."""

    FAILURE: tuple[type[BaseException], ...] = ()

    def stays(self, error: BaseException) -> bool:
        return isinstance(error, self.FAILURE)

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        failed: BaseException | None = None
        with self.inner.writing() as session:
            try:
                yield self.session(session)
            except BaseException as error:
                if not self.stays(error):
                    raise
                failed = error
        if failed:
            raise failed


class TearsATransaction(CommitsDespite):
    FAILURE = (Exception,)


class TearsATransactionFarOn(TearsATransaction):
    """The same, but only of a complaint that is proposed a solution, or later: found by who gets there."""

    FAR = OPEN - {State.RECEIVED, State.TRIAGED, State.INVESTIGATING}

    def stays(self, error: BaseException) -> bool:
        return self.far and super().stays(error)

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        self.far = False
        with super().writing() as session:
            yield session

    def save(self, session: Session, stored: Stored, events: Sequence[Sealed]) -> None:
        self.far = stored.complaint.state in self.FAR
        super().save(session, stored, events)


class KeepsMessagesOfAFailedTransaction(Faulty):
    """Only the outbox does not belong to the transaction."""

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        spilled: list[Any] = []
        try:
            with self.inner.writing() as session:
                inner_enqueue = session.enqueue

                def enqueue(message: Any) -> None:
                    spilled.append(message)
                    inner_enqueue(message)

                session.enqueue = enqueue  # type: ignore[method-assign]
                yield self.session(session)
        except Exception:
            with self.inner.writing() as again:
                for message in spilled:
                    again.enqueue(message)
            raise


class IgnoresVersions(Faulty):
    """Nobody waits, and the last one wins."""

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        session: Any = self.inner._session()
        yield self.session(session)
        session.keep(self.inner._tables)

    def save(self, session: Any, stored: Stored, events: Sequence[Sealed]) -> None:
        there = session.history(stored.complaint.id)
        session.histories[stored.complaint.id] = History(added=there[: events[0].seq - 1])
        session.save(stored, events)


class KeepsTheLastWords(Faulty):
    """An erasure takes all words but those that came last."""

    def erase(self, session: Any, id: str, events: Sequence[int]) -> None:
        session.erase(id, events[:-1])


class SendsToTheErased(Faulty):
    """An erasure takes the words, and not the letters that wait."""

    def erase(self, session: Any, id: str, events: Sequence[int]) -> None:
        waiting = [entry.message for entry in session.entries(100, 0, dead=False) if entry.message.complaint == id]
        session.erase(id, events)
        for message in waiting:
            session.enqueue(message)


class HasNothingDue(Faulty):
    """No clock of any complaint ever runs."""

    def due(self, session: Session, *_: object) -> tuple[str, ...]:
        return ()


FAULTS: dict[str, type[Store]] = {
    one.__name__: one
    for one in (
        LosesTheSecondSave,
        IgnoresVersions,
        ReordersHistory,
        ForgetsKeys,
        TearsATransaction,
        KeepsMessagesOfAFailedTransaction,
        SettlesNothing,
        KeepsTheLastWords,
        SendsToTheErased,
        HasNothingDue,
    )
}

FAR_ON: dict[str, type[Store]] = {"TearsATransactionFarOn": TearsATransactionFarOn}
"""Not to be seen by a contract, whose complaints go nowhere; a machine must find it."""
