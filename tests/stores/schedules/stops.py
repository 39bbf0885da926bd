"""Where actors stop: before each statement, before each end of a transaction, and before each call of a channel.

On PostgreSQL statements that belong together travel in one message; here each goes by itself, which is what the
server does with them, so that others can come between any two.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection as Lent, Engine, event

from complaintflow.desk import worker
from complaintflow.stores.sql import connections, drivers, recorder, store, turns
from complaintflow.stores.sqlite.connections import Connection
from complaintflow.testing import RecordingChannel
from tests.stores.schedules.actors import Transaction, here
from tests.stores.schedules.steps import (
    BEGIN,
    COMMIT,
    EVERYTHING,
    ROLLBACK,
    SEND,
    STATEMENT,
    Step,
    statement,
    tables_of,
)

FILE = frozenset({"file"})

written = set[str]()
"""The tables in which something was written since it was last emptied."""


class StoppingChannel(RecordingChannel):
    """The channel of the kit, before which actors stop. `handed` says by whom it was given what."""

    def send(self, message: Any) -> Any:
        if actor := here():
            actor.stop(Step(SEND, message.key))
        return super().send(message)


def install(patch: pytest.MonkeyPatch) -> None:
    """From now on actors stop."""
    _stop_sql(patch)
    _stop_embedded(patch)
    patch.setattr(worker, "sleep", lambda _: None)
    patch.setattr(worker, "monotonic", lambda: 0.0)  # a turn takes all that is due, however slow the machine is
    patch.setattr(connections, "_FRESH", 1e9)


# ── the SQL store


READERS_SEE_ONE_MOMENT = True
"""A transaction that only reads sees what was there when it began; a seeded race takes that away."""


def _stopping_lend(whole: Callable[..., Any]) -> Callable[..., Any]:
    """Lends a connection for a transaction; a writer stops before it takes a file."""

    def lend(engine: Engine, dialect: Any, *, writes: bool) -> Any:
        if actor := here():
            actor.transaction = Transaction(writes=writes)
            if writes and not dialect.many:
                actor.stop(Step(BEGIN, "IMMEDIATE", holds=FILE, needs="file", first=True))
        return whole(engine, dialect, writes=writes)

    return lend


def _stop_sql(patch: pytest.MonkeyPatch) -> None:
    send = drivers.send

    def run_one(driver: Any, dialect: Any, one: Any, **more: Any) -> Any:
        _, holds = tables_of(one[0])
        written.update(holds)
        actor = here()
        if actor is None or actor.transaction is None:
            return send(driver, dialect, [one], **more)
        transaction = actor.transaction
        actor.pid = driver.info.backend_pid if dialect.many else 0
        if one[0].startswith("BEGIN "):  # it goes with the first statement
            return send(driver, dialect, [one], **more)
        if one[0] == "COMMIT":
            actor.stop(Step(COMMIT, "", shows=frozenset(transaction.touched)))
            return send(driver, dialect, [one], **more)
        actor.stop(_step_of(transaction, one[0], many=dialect.many))
        transaction.begun = True
        transaction.touched |= holds
        result = send(driver, dialect, [one], **more)
        transaction.turn |= "ledger" in holds
        return result

    def send_one_by_one(driver: Any, dialect: Any, asked: Any, **more: Any) -> list[Any]:
        return [result for one in asked for result in run_one(driver, dialect, one, **more)]

    patch.setattr(store, "lend", _stopping_lend(connections.lend))
    for module in (drivers, recorder):
        patch.setattr(module, "send", send_one_by_one)
    patch.setattr(recorder, "run_together", _one_by_one)
    patch.setattr(turns, "commit_together", _commit_one_by_one)


def _one_by_one(driver: Any, dialect: Any, asked: Any) -> list[Any]:
    return [drivers.run(driver, dialect, one.sql, one.values) for one in asked]


def _commit_one_by_one(driver: Any, dialect: Any, asked: Any) -> None:
    for one, (count, _) in zip(asked, _one_by_one(driver, dialect, asked), strict=True):
        if one.met:
            one.met(count)
    drivers.run(driver, dialect, "COMMIT")


def _step_of(transaction: Transaction, sql: str, *, many: bool) -> Step:
    """What a statement sees: on SQLite, and where it only reads, the one moment at which its transaction began."""
    first = not transaction.begun
    transaction.moment = transaction.moment or sql
    if many and (transaction.writes or not READERS_SEE_ONE_MOMENT):
        return statement(sql, has_turn=transaction.turn, first=first)
    if transaction.writes:
        return Step(STATEMENT, sql)
    seen = _SEEN_WITH.setdefault(transaction.moment, set())
    seen |= tables_of(sql)[0]
    return (
        Step(STATEMENT, sql, reads=frozenset(seen) if many else EVERYTHING, first=True)
        if first
        else Step(STATEMENT, sql)
    )


_SEEN_WITH = dict[str, set[str]]()
"""What is read in the moment of a first statement: all tables that were ever read after it in one transaction."""


def stop_at_ends(engine: Engine) -> None:
    """Actors stop before each end of a transaction on this engine."""
    event.listen(engine, "commit", lambda connection: _end(connection, COMMIT))
    event.listen(engine, "rollback", lambda connection: _end(connection, ROLLBACK))


def _end(_connection: Lent, kind: str) -> None:
    """Nobody stops here whose commit went with what was written. What has only read is taken back by a commit, too."""
    actor = here()
    if actor and actor.transaction and actor.transaction.writes:
        many = _connection.dialect.name == "postgresql"
        touched = frozenset(actor.transaction.touched)
        actor.stop(Step(kind if touched or not many else ROLLBACK, "", shows=touched if many else FILE))


# ── the embedded store


def _stop_embedded(patch: pytest.MonkeyPatch) -> None:
    for name in ("execute", "executemany"):
        patch.setattr(Connection, name, _stopping(getattr(Connection, name)), raising=False)


def _stopping(whole: Callable[..., Any]) -> Callable[..., Any]:
    def ask(self: Connection, text: str, *values: Any) -> Any:
        actor = here()
        if actor and (step := _embedded_step(actor, text)):
            actor.stop(step)
        return whole(self, text, *values)

    return ask


def _embedded_step(actor: Any, text: str) -> Step | None:
    word = text.split(None, 1)[0]
    if word == "PRAGMA":
        return None
    if word == "BEGIN":
        actor.transaction = Transaction(writes="IMMEDIATE" in text)
        return Step(BEGIN, "IMMEDIATE", holds=FILE, needs="file", first=True) if actor.transaction.writes else None
    transaction = actor.transaction
    if transaction is None:
        return None
    if word in {"COMMIT", "ROLLBACK"}:
        return Step(word.lower(), "", shows=FILE) if transaction.writes else None
    if word in {"INSERT", "UPDATE", "DELETE"} and not transaction.writes:
        transaction.writes = True
        return Step(STATEMENT, text, holds=FILE)
    first, transaction.begun = not transaction.begun, True
    return Step(STATEMENT, text, reads=EVERYTHING if first and not transaction.writes else frozenset())
