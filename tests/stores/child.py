"""A second process at a desk: what the tests of durability and concurrency start.

It says on its standard output what it was told, one JSON text a line, and only after it was told.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from complaintflow import Actor, Conflict, Customer, Desk, Signals, commands as c
from complaintflow.stores import SqliteStore
from complaintflow.vocabulary import Audience

LI = Actor("li", frozenset({"agent"}), "payments")
ROOT = Path(__file__).resolve().parents[2]


def command_line(task: str, path: Path, *more: str) -> list[str]:
    """How to start this program on a task."""
    return [sys.executable, "-m", "tests.stores.child", task, str(path), *more]


def started(task: str, path: Path, *more: str) -> subprocess.Popen[str]:
    """The program on its way, with its lines to be read and its standard input open."""
    return subprocess.Popen(
        command_line(task, path, *more), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def say(**what: Any) -> None:
    print(json.dumps(what), flush=True)


def work(desk: Desk) -> None:
    """Thousand commands on ten complaints; some put messages into the outbox, some carry keys."""
    ids: list[str] = []
    for number in range(10):
        customer = Customer(f"u-{number}")
        ids.append(desk.receive(c.Receive("app", customer, "付了两次款"), by=Actor.system(), key=f"in-{number}").id)
        say(id=ids[-1], version=1, messages=0, key=f"in-{number}")
        desk.do(ids[-1], c.Triage("billing", signals=Signals()), by=LI)
    sent = 0
    for number in range(1000):
        id, key = ids[number % 10], f"do-{number}"
        if number % 3 == 0:
            command: c.Command = c.Update(Audience.TEAM, done=f"we looked into it again, step {number}")
        else:
            command = c.Note(f"备注 {number}")
        done = desk.do(id, command, by=LI, key=key)
        sent += number % 3 == 0
        say(id=id, version=done.version, messages=done.facts.messages, key=key)


def compete(desk: Desk, me: str) -> None:
    """For each complaint that is named: wait for the signal, then write upon the version that one saw."""
    while id := sys.stdin.readline().strip():
        seen = desk.get(id).version
        say(seen=seen)
        sys.stdin.readline()
        try:
            desk.do(id, c.Note(f"{me} was first"), by=LI, expect=seen)
        except Conflict as conflict:
            say(conflict=[conflict.expected, conflict.found])
        else:
            say(written=me)


def once(desk: Desk) -> None:
    """One command, one acknowledgement."""
    say(id=desk.receive(c.Receive("app", Customer("u-1"), "付了两次款"), by=Actor.system()).id)


def main() -> None:
    task, path, *more = sys.argv[1:]
    store = SqliteStore(Path(path), synchronous="OFF" if task.endswith("-unsynced") else "FULL")
    with Desk(store) as desk:
        match task.removesuffix("-unsynced"):
            case "work":
                work(desk)
            case "compete":
                compete(desk, *more)
            case _:
                once(desk)


if __name__ == "__main__":
    main()
