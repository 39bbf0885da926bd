"""Promise 1: what `do` returned is on disk; a killed process loses nothing and sends nothing that was not saved."""

from __future__ import annotations

import json
import random
import re
import shutil
import signal
import sqlite3
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from complaintflow import commands as c
from complaintflow.channels import Channels
from complaintflow.inbound.request_key import RequestKey
from complaintflow.stores import SqliteStore
from complaintflow.testing import RecordingChannel
from complaintflow.vocabulary import Audience
from tests import stories as s
from tests.stores import child
from tests.stores.desks import opened

FULL = 2


def killed_after(path: Path, lines: int) -> list[dict[str, Any]]:
    """What a process was told until it is killed, without warning, after so many answers."""
    with child.started("work", path) as process:
        assert process.stdout is not None
        told = [json.loads(process.stdout.readline()) for _ in range(lines)]
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().splitlines(keepends=True)
    assert process.returncode == -signal.SIGKILL
    return told + [json.loads(line) for line in rest if line.endswith("\n")]


def check_nothing_was_lost(path: Path, told: list[dict[str, Any]]) -> None:
    """Everything that was acknowledged is there, and whole; nothing waits that was not saved."""
    with opened(path) as desk:
        integrity = desk.check_integrity()
        assert integrity.sound, integrity.breaches
        last = {one["id"]: one for one in told}
        for id, one in last.items():
            complaint = desk.get(id)
            assert complaint.version >= one["version"]
            assert complaint.facts.messages >= one["messages"]
    with closing(SqliteStore(path)) as store, store.writing() as session:
        for one in told:
            remembered = RequestKey("form", one["key"]).first_use(session, b"")
            assert remembered is not None
            assert (remembered.complaint, remembered.version) == (one["id"], one["version"])
        waiting = {(one.message.complaint, one.message.id) for one in session.claim(10_000, s.T0, s.T0)}
        saved: set[tuple[str, str]] = set()
        for id in session.ids():
            stored = session.load(id)
            assert stored is not None
            saved |= {(id, message) for message in stored.complaint.facts.open_messages}
    assert waiting == saved


def kill_it(path: Path, times: int, most: int, chance: random.Random) -> None:
    for number in range(times):
        file = path.with_name(f"killed-{number}.db")
        told = killed_after(file, chance.randrange(1, most))
        check_nothing_was_lost(file, told)


def test_a_killed_process_loses_nothing_that_was_acknowledged(path: Path) -> None:
    """SIGKILL somewhere in 200 commands, three times; `make explore` does it twenty times in a thousand."""
    kill_it(path, 3, 200, random.Random(7))


@pytest.mark.explore
def test_twenty_killed_processes_lose_nothing_that_was_acknowledged(path: Path) -> None:
    kill_it(path, 20, 1000, random.Random())


def test_the_work_goes_on_where_a_killed_process_left_it(path: Path) -> None:
    """Promise 2: the one who heard no answer asks again with the same key, and nothing is done twice."""
    told = killed_after(path, 40)
    again = told[-1]
    number = int(again["key"].removeprefix("do-"))
    command = (
        c.Update(Audience.TEAM, done=f"we looked into it again, step {number}")
        if number % 3 == 0
        else c.Note(f"备注 {number}")
    )
    with opened(path) as desk:
        before = desk.get(again["id"]).version
        assert desk.do(again["id"], command, by=child.LI, key=again["key"]).version == again["version"]
        assert desk.get(again["id"]).version == before


def test_a_message_of_a_killed_process_is_sent_by_the_next_one(path: Path) -> None:
    told = killed_after(path, 100)
    channel = RecordingChannel()
    with opened(path, plugins=[Channels(staff={"team": channel})]) as desk:
        assert desk.deliver(limit=10_000).waiting == 0
        assert desk.deliver().outcomes == ()
        assert len(channel.sent) == len(channel.calls) >= sum(one["messages"] > 0 for one in told[-10:])
        assert desk.check_integrity().sound


# ── synced before the answer


def settings(store: SqliteStore) -> tuple[object, ...]:
    with store.reading() as session:
        names = ("synchronous", "journal_mode", "foreign_keys")
        return tuple(session._execute(f"PRAGMA {name}").fetchone()[0] for name in names)


def test_every_connection_waits_for_the_disk(path: Path) -> None:
    """SQLite's own word that each commit is synced: FULL, on a write-ahead log, with foreign keys, in every thread."""
    with closing(SqliteStore(path)) as store, ThreadPoolExecutor(1) as other:
        assert settings(store) == other.submit(settings, store).result() == (FULL, "wal", 1)


STRACE = shutil.which("strace")


def calls_until_told(path: Path, task: str) -> list[str]:
    """The writes and syncs of the log that the kernel saw before the answer was written."""
    trace = path.with_name("calls")
    tracing = [STRACE or "", "-f", "-y", "-e", "trace=write,pwrite64,fsync,fdatasync", "-o", str(trace)]
    answer = subprocess.run(
        [*tracing, *child.command_line(task, path)], cwd=child.ROOT, capture_output=True, text=True, check=False
    )
    if answer.returncode and "ptrace" in answer.stderr.lower():
        pytest.skip(f"strace may not trace here: {answer.stderr.splitlines()[0]}")
    assert json.loads(answer.stdout)["id"]
    seen = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    told = next(place for place, call in enumerate(seen) if re.search(r'write\(1<[^>]*>, "{\\"id\\"', call))
    return [call for call in seen[:told] if "desk.db-wal" in call]


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
def test_a_commit_is_synced_before_it_is_acknowledged(path: Path) -> None:
    """Seen from outside: after the last write to the log comes its sync, and only then the answer."""
    last = calls_until_told(path, "once")[-1]
    assert re.search(r"(fsync|fdatasync)\(.*= 0$", last), last


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
def test_what_is_not_synced_would_be_seen(path: Path) -> None:
    """The proof above is worth something: with `synchronous=OFF` there is no sync to be seen."""
    calls = calls_until_told(path, "once-unsynced")
    assert calls
    assert not [call for call in calls if "sync(" in call]


def test_a_copy_of_file_and_log_made_at_any_answer_is_whole(path: Path) -> None:
    """A second way, without tracing: what another process sees on the file after an answer is all of it."""
    with opened(path) as desk:
        id = desk.receive(s.receive(), by=s.SYSTEM).id
        for number in range(20):
            version = desk.do(id, c.Note(f"note {number}"), by=s.LI).version
            copy = path.with_name(f"copy-{number}.db")
            for end in ("", "-wal"):
                shutil.copyfile(f"{path}{end}", f"{copy}{end}")
            with opened(copy) as crashed:
                assert crashed.get(id).version == version
                assert crashed.check_integrity().sound
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
