"""The SQLite store: durable commands a second, against a loop that somebody wrote by hand; bytes on disk."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import attrs
import msgspec

from benchmarks import life
from benchmarks.measuring import Figure
from complaintflow import Desk, Lifecycle
from complaintflow.commands import Receive
from complaintflow.stores import SqliteStore

HAND = "hand-written loop"


def storing(rounds: int, complaints: dict[str, int]) -> Iterator[Figure]:
    """Durable commands a second by `synchronous`, and what a complaint takes on disk."""
    goals = {"OFF": "≥0.6", "FULL": "≥0.85"}
    sizes: list[tuple[int, int]] = []
    for synchronous, many in complaints.items():
        pairs: list[tuple[float, float]] = []
        for _ in range(rounds):
            ours, theirs, *size = _race(synchronous, many)
            pairs.append((ours, theirs))
            sizes.append((size[0] // many, size[1] // many))
        ratio = median(ours / theirs for ours, theirs in pairs)
        detail = f"{median(one for one, _ in pairs):,.0f} ÷ {median(other for _, other in pairs):,.0f} a second"
        yield Figure(f"durable commands, synchronous={synchronous}", ratio, "×", HAND, goals[synchronous], detail)
    ours, theirs = sizes[0]
    detail = f"{ours:,} ÷ {theirs:,} bytes"
    yield Figure("a complaint on disk", ours / theirs, "×", HAND, "", f"{detail}, with events, outbox and ledger")


def _race(synchronous: str, many: int) -> tuple[float, float, int, int]:
    """Both sides do each command over all complaints in turn: commands a second of each, and bytes of each."""
    with TemporaryDirectory() as folder:
        ours, theirs = Ours(Path(folder, "ours.db"), synchronous), Hand(Path(folder, "hand.db"), synchronous)
        customers = [f"u-{number}" for number in range(many)]
        lives = [life.commands(customer) for customer in customers]
        asked = [plain_command(step) for step in life.live(Lifecycle.default())]
        spent = [0.0, 0.0]
        for place in range(len(lives[0])):
            begin = perf_counter()
            for number, commands in enumerate(lives):
                ours.do(number, *commands[place])
            middle = perf_counter()
            for number in range(many):
                theirs.do(f"C-{number}", asked[place])
            spent[0] += middle - begin
            spent[1] += perf_counter() - middle
        done = many * len(lives[0])
        sizes = ours.close(), theirs.close()
    return done / spent[0], done / spent[1], *sizes


class Ours:
    """A desk on its SQLite store."""

    def __init__(self, path: Path, synchronous: str) -> None:
        self.path = path
        self.at = life.BEGIN
        self.desk = Desk(SqliteStore(path, synchronous=synchronous), clock=self.clock)
        self.ids: list[str] = []

    def clock(self) -> datetime:
        return self.at

    def do(self, number: int, command: Any, by: Any) -> None:
        if isinstance(command, Receive):
            self.ids.append(self.desk.receive(command, by=by).id)
        else:
            self.desk.do(self.ids[number], command, by=by)

    def close(self) -> int:
        self.desk.close()
        return self.path.stat().st_size


@attrs.frozen
class PlainCommand:
    """What the hand-written loop is told: no rules, only what is to be written."""

    kind: str
    by: str
    said: dict[str, Any]
    state: str
    sends: str


def plain_command(step: life.Step) -> PlainCommand:
    sends = step.command.customer_text() or step.event.kind if "messages" in step.event.changes else ""
    return PlainCommand(step.event.kind, step.by.id, dict(step.event.data), step.event.state, sends)


class Hand:
    """What one writes without a library: a row with a JSON document, a chained history, an outbox.

    It decides nothing. The pragmas, the size of the pages and the shape of the history are those of our
    store, and it encodes with the same library.
    """

    SCHEMA = """
    CREATE TABLE complaints (
      id TEXT PRIMARY KEY, version INTEGER NOT NULL, state TEXT NOT NULL, link BLOB NOT NULL, doc BLOB NOT NULL
    ) STRICT;
    CREATE TABLE history (
      complaint TEXT NOT NULL REFERENCES complaints (id), seq INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
      kind TEXT NOT NULL, said BLOB NOT NULL, link BLOB NOT NULL, PRIMARY KEY (complaint, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE outbox (number INTEGER PRIMARY KEY AUTOINCREMENT, message BLOB NOT NULL) STRICT;
    """

    def __init__(self, path: Path, synchronous: str) -> None:
        self.path = path
        self.connection = sqlite3.connect(path, isolation_level=None)
        for pragma in (f"page_size = {_page_size()}", "journal_mode = WAL", "foreign_keys = ON"):
            self.connection.execute(f"PRAGMA {pragma}")
        self.connection.execute(f"PRAGMA synchronous = {synchronous}")
        self.connection.executescript(self.SCHEMA)

    def do(self, id: str, asked: PlainCommand) -> None:
        execute = self.connection.execute
        execute("BEGIN IMMEDIATE")
        row = execute("SELECT version, link, doc FROM complaints WHERE id = ?", (id,)).fetchone()
        version, link, doc = (row[0], row[1], msgspec.json.decode(row[2])) if row else (0, b"", {"texts": []})
        seq, at = version + 1, int(life.BEGIN.timestamp() * 1_000_000)
        said = msgspec.json.encode(asked.said)
        link = hashlib.sha256(link + said).digest()
        doc["state"] = asked.state
        doc["texts"].append({"seq": seq, "at": at, "by": asked.by, "kind": asked.kind, "said": asked.said})
        text = msgspec.json.encode(doc)
        if version:
            values = (seq, asked.state, link, text, id, version)
            execute("UPDATE complaints SET version=?, state=?, link=?, doc=? WHERE id=? AND version=?", values)
        else:
            execute("INSERT INTO complaints VALUES (?,?,?,?,?)", (id, seq, asked.state, link, text))
        execute("INSERT INTO history VALUES (?,?,?,?,?,?,?)", (id, seq, at, asked.by, asked.kind, said, link))
        if asked.sends:
            message = msgspec.json.encode({"complaint": id, "kind": asked.kind, "text": asked.sends})
            execute("INSERT INTO outbox (message) VALUES (?)", (message,))
        execute("COMMIT")

    def close(self) -> int:
        self.connection.close()
        return self.path.stat().st_size


def _page_size() -> int:
    """The size of our store's pages."""
    with TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder, "pages.db"))
        store.close()
        header = store.path.read_bytes()[16:18]
    return int.from_bytes(header, "big")
