"""A desk to try things at: its clock stands until it is moved, its customer is `u-17`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from complaintflow import Actor, Complaint, Desk, commands as c
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.policy.policy import Policy
from complaintflow.record.history import Sealed, commitment
from complaintflow.stores import HouseKeys
from complaintflow.testing import FrozenClock
from tests import stories as s

__all__ = [
    "HOUSE",
    "Opener",
    "at_desk",
    "erase",
    "erase_for_good",
    "investigating",
    "opened",
    "opener_of",
    "openers",
    "ready",
    "received",
    "solved",
    "told",
]


HOUSE = HouseKeys({"2026-11": b"the present root key of 32 bytes"})
"""The root key of the house."""

Opener = Callable[..., Desk]
"""Makes a desk on the store under test; takes what `Desk.open` takes beside the URL."""


def openers(kind: str, folder: Path) -> Opener:
    """How to open a desk on this kind of store: `memory`, `sqlite`, `sqlite+sql`, or `encrypted` in a file."""
    if kind == "encrypted":
        return opener_of(f"sqlite:///{folder / 'desk.db'}", keys=HOUSE)
    return opener_of("memory://" if kind == "memory" else f"{kind}:///{folder / 'desk.db'}")


def opener_of(url: str, keys: HouseKeys | None = None) -> Opener:
    """How to open a desk on the store of this URL, with these keys if there are any."""

    def opener(
        clock: Callable[[], datetime] | None = None,
        plugins: Iterable[object] = (),
        policy: Policy | None = None,
        lifecycle: Lifecycle | None = None,
        chain_key: bytes = b"",
    ) -> Desk:
        house = policy or (None if lifecycle else s.CHINA)
        parts: dict[str, Any] = {"clock": clock or FrozenClock(), "plugins": plugins, "chain_key": chain_key}
        return Desk.open(url, policy=house, lifecycle=lifecycle, keys=keys, **parts)

    return opener


@contextmanager
def opened(path: Path, **more: Any) -> Iterator[Desk]:
    """A desk on this file, closed afterwards."""
    with Desk.open(f"sqlite:///{path}", **{"clock": FrozenClock(), **more}) as desk:
        yield desk


def received(desk: Desk, **fields: Any) -> Complaint:
    """A complaint that came in."""
    return desk.receive(s.receive(**fields), by=s.SYSTEM)


def at_desk(desk: Desk, id: str, *commands: c.Command, by: Actor = s.LI) -> Complaint:
    """The complaint after these commands, one call each."""
    for command in commands:
        desk.do(id, command, by=by)
    return desk.get(id)


def investigating(desk: Desk, **fields: Any) -> Complaint:
    """With checked evidence."""
    log = c.AddEvidence("log", "gateway", "two captures at 10:02")
    return at_desk(desk, received(desk, **fields).id, s.triage(), log, c.CheckEvidence("E1", "agrees with the ledger"))


def ready(desk: Desk, **fields: Any) -> Complaint:
    """Fixed, verified by another, not told."""
    id = investigating(desk, **fields).id
    at_desk(desk, id, s.propose())
    at_desk(desk, id, c.Agree("O1", s.HEARD), by=s.CUSTOMER)
    at_desk(desk, id, s.RESOLVE)
    return at_desk(desk, id, s.PASSED, by=s.WANG)


def told(desk: Desk, **fields: Any) -> Complaint:
    """The notice waits in the outbox."""
    return at_desk(desk, ready(desk, **fields).id, s.notice())


def solved(desk: Desk, **fields: Any) -> Complaint:
    """Told, delivered, confirmed and closed."""
    id = told(desk, **fields).id
    desk.deliver()
    at_desk(desk, id, s.CONFIRM, by=s.CUSTOMER)
    at_desk(desk, id, c.Close())
    desk.deliver()
    return desk.get(id)


def erase(path: Path, id: str) -> None:
    """Take the words and the salts of a complaint, and leave the commitments, as the trust page says."""
    with closing(sqlite3.connect(path)) as file, file:
        rows = file.execute(
            "SELECT complaint, seq, salt, data FROM events JOIN complaints ON number = complaint WHERE id = ?", (id,)
        ).fetchall()
        for number, seq, salt, data in rows:
            kept = commitment(Sealed(seq, 0, "", "", "", b"", "", salt, data, b""))
            change = "UPDATE events SET data = NULL, salt = x'', commitment = ? WHERE complaint = ? AND seq = ?"
            file.execute(change, (kept, number, seq))
        file.execute("UPDATE complaints SET card = x'', counted = x'' WHERE id = ?", (id,))
        file.execute("UPDATE counted_days SET format = 0")
        file.execute("DELETE FROM sheets")


def erase_for_good(path: Path, id: str) -> None:
    """The same, and what waits for it goes; nothing stays in free pages and in the log."""
    erase(path, id)
    with closing(sqlite3.connect(path)) as file:
        with file:
            file.execute("DELETE FROM outbox")
        file.execute("VACUUM")
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
