"""The SQLite store: durable commands a second, against a loop that somebody wrote by hand; bytes on disk."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from typing import Any

import attrs
import msgspec

from benchmarks import life
from benchmarks.measuring import Figure
from complaintflow import Desk, Lifecycle
from complaintflow.commands import Receive
from complaintflow.stores import SqliteStore
from complaintflow.stores.sqlite.connections import Connection

HAND = "hand-written loop"
LISTED = "that loop with lists"


@attrs.frozen
class Race:
    """What a durable command took on each side, ours first: seconds by the clock and of the CPU, pages; and bytes."""

    seconds: tuple[float, float]
    cpu: tuple[float, float]
    pages: tuple[float, float]
    bytes: tuple[int, int]


def storing(rounds: int, complaints: dict[str, int]) -> Iterator[Figure]:
    """Durable commands a second by `synchronous`; their CPU and pages; and what a complaint takes on disk."""
    goals = {"OFF": "", "FULL": "≥0.8"}  # without a sync, what counts is the CPU
    races = {synchronous: [_race(synchronous, many) for _ in range(rounds)] for synchronous, many in complaints.items()}
    for synchronous, found in races.items():
        ratio = median(one.seconds[1] / one.seconds[0] for one in found)
        ours, theirs = (1 / median(one.seconds[side] for one in found) for side in (0, 1))
        detail = f"{ours:,.0f} ÷ {theirs:,.0f} a second"
        yield Figure(f"durable commands, synchronous={synchronous}", ratio, "×", HAND, goals[synchronous], detail)
    found = races["OFF"]
    ours, theirs = (min(one.cpu[side] for one in found) * 1e6 for side in (0, 1))
    detail = f"{ours:,.0f} ÷ {theirs:,.0f} µs"
    yield Figure("CPU of a durable command", ours / theirs, "×", HAND, "≤2.0", detail)
    ours, theirs = found[0].pages
    detail = f"{ours:.1f} ÷ {theirs:.1f} pages; its reactions and letters to staff are counted in"
    yield Figure("pages that a durable command writes", ours / theirs, "×", HAND, "≤1.0", detail)
    listed = _pages_of_listed(complaints["OFF"])
    detail = f"{ours:.1f} ÷ {listed:.1f} pages"
    yield Figure("  pages, where both can be asked for lists", ours / listed, "×", LISTED, "≤1.5", detail)
    ours, theirs = found[0].bytes
    detail = f"{ours:,} ÷ {theirs:,} bytes, with events and outbox"
    yield Figure("a complaint on disk", ours / theirs, "×", HAND, "≤1.2", detail)


def _race(synchronous: str, many: int) -> Race:
    """Both sides do each command over all complaints in turn."""
    with TemporaryDirectory() as folder:
        ours, theirs = Ours(Path(folder, "ours.db"), synchronous), Hand(Path(folder, "hand.db"), synchronous)
        lives = [life.commands(f"u-{number}") for number in range(many)]
        asked = plain_life()
        spent = [[0.0, 0.0], [0.0, 0.0]]
        for place in range(len(lives[0])):
            marks = [(perf_counter(), thread_time())]
            for number, commands in enumerate(lives):
                ours.do(number, *commands[place])
            marks.append((perf_counter(), thread_time()))
            for number in range(many):
                theirs.do(f"C-{number}", asked[place])
            marks.append((perf_counter(), thread_time()))
            for side in (0, 1):
                for clock in (0, 1):
                    spent[clock][side] += marks[side + 1][clock] - marks[side][clock]
        done = many * len(lives[0])
        pages = pages_of(ours.path) / done, pages_of(theirs.path) / done
        sizes = ours.close() // many, theirs.close() // many
    (a, b), (c, d) = spent
    return Race((a / done, b / done), (c / done, d / done), pages, sizes)


def _pages_of_listed(many: int) -> float:
    """The pages of a command of the loop that can be asked as much as a desk."""
    with TemporaryDirectory() as folder:
        loop, asked = Listed(Path(folder, "listed.db"), "OFF"), plain_life()
        for command in asked:
            for number in range(many):
                loop.do(f"C-{number}", command)
        pages = pages_of(loop.path) / many / len(asked)
        loop.close()
    return pages


def pages_of(path: Path) -> int:
    """The pages in the log, which nobody has copied into the file yet."""
    return (path.with_name(f"{path.name}-wal").stat().st_size - 32) // (page_size() + 24)


class _KeepingLog(SqliteStore):
    """Its log keeps every page that was written, to be counted."""

    def _connect(self) -> Connection:
        connection = super()._connect()
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        return connection


class Ours:
    """A desk on its SQLite store."""

    def __init__(self, path: Path, synchronous: str, lifecycle: Lifecycle | None = None) -> None:
        self.path = path
        self.at = life.BEGIN
        self.desk = Desk(_KeepingLog(path, synchronous=synchronous), lifecycle, clock=self.clock)
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


def plain_life() -> list[PlainCommand]:
    """What is to be written in each step of the life, for those who have no rules."""
    return [_plain_command(step) for step in life.live(Lifecycle.default())]


def _plain_command(step: life.Step) -> PlainCommand:
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
        self.connection = open_by_hand(path, synchronous, self.SCHEMA)

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
            execute(
                "INSERT INTO complaints (id, version, state, link, doc) VALUES (?,?,?,?,?)",
                (id, seq, asked.state, link, text),
            )
        execute("INSERT INTO history VALUES (?,?,?,?,?,?,?)", (id, seq, at, asked.by, asked.kind, said, link))
        if asked.sends:
            message = msgspec.json.encode({"complaint": id, "kind": asked.kind, "text": asked.sends})
            execute("INSERT INTO outbox (message) VALUES (?)", (message,))
        self.file(id, asked, seq)
        execute("COMMIT")

    def file(self, id: str, asked: PlainCommand, seq: int) -> None:
        """Whatever else is to be written in the transaction: nothing."""

    def close(self) -> int:
        self.connection.close()
        return self.path.stat().st_size


class Listed(Hand):
    """The same loop, which can also be asked for a state, a customer, a team's queue by due time, and for the letter of
    a message."""

    SCHEMA = f"""{Hand.SCHEMA}
    ALTER TABLE complaints ADD COLUMN team TEXT NOT NULL DEFAULT '';
    ALTER TABLE complaints ADD COLUMN customer TEXT NOT NULL DEFAULT '';
    ALTER TABLE complaints ADD COLUMN due INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE outbox ADD COLUMN key TEXT NOT NULL DEFAULT '';
    CREATE INDEX in_state ON complaints (state, id);
    CREATE INDEX of_customer ON complaints (customer);
    CREATE INDEX in_queue ON complaints (team, due);
    CREATE INDEX by_key ON outbox (key);
    """

    def file(self, id: str, asked: PlainCommand, seq: int) -> None:
        execute = self.connection.execute
        if asked.kind == "Receive":
            execute("UPDATE complaints SET customer = ? WHERE id = ?", (f"u-{id}", id))
        if asked.kind == "Triage":
            execute("UPDATE complaints SET team = 'payments' WHERE id = ?", (id,))
        if asked.sends:  # a letter names the next time, and is found by its key
            execute("UPDATE complaints SET due = ? WHERE id = ?", (seq, id))
            execute("UPDATE outbox SET key = ? WHERE number = last_insert_rowid()", (f"{id}/{seq}",))


def open_by_hand(path: Path, synchronous: str, schema: str) -> sqlite3.Connection:
    """A file as our store opens one, with these tables."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in (
        f"page_size = {page_size()}",
        "journal_mode = WAL",
        "foreign_keys = ON",
        "wal_autocheckpoint = 0",
        f"synchronous = {synchronous}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    connection.executescript(schema)
    return connection


def page_size() -> int:
    """The size of our store's pages."""
    with TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder, "pages.db"))
        store.close()
        header = store.path.read_bytes()[16:18]
    return int.from_bytes(header, "big")
