"""A crowd at one database: processes that work on few complaints, are killed and cut off, and what is there then.

Each process says on its standard output what it was told, one JSON text a line, and only after it was told.
"""

from __future__ import annotations

import itertools
import json
import logging
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import psycopg

from complaintflow import (
    Actor,
    Customer,
    Desk,
    NotPossible,
    Overtaken,
    PluginError,
    Refused,
    StoreError,
    commands as c,
)
from tests import stories as s
from tests.stores.lost_answers import AFTER, BEFORE, break_at_commits
from tests.stores.serial_order import SerialOrder

ROOT = Path(__file__).resolve().parents[2]
CUSTOMERS, COMPLAINTS = 10, 50
PATIENCE = 600
"""So long, in seconds, a crowd may take on a machine that does much else."""


def order_of(number: int) -> str:
    """Two orders for each customer."""
    return f"A-{number % CUSTOMERS}-{number // CUSTOMERS % 2}"


def prepare(url: str) -> list[str]:
    """Fifty complaints of ten customers, each with a coupon that is wanted."""
    ids = []
    with Desk.open(url, policy=s.CHINA) as desk:
        arrives = s.LATER
        for number in range(COMPLAINTS):
            customer = Customer(f"u-{number % CUSTOMERS}")
            received = desk.receive(s.receive(customer=customer, order=order_of(number)), by=s.SYSTEM)
            proof = c.AddEvidence("identity", "id card", "name and number agree")
            wish = s.compensate(50, "coupon", arrives=arrives)
            desk.do(received.id, s.triage(type="billing"), proof, c.CheckEvidence("E1", "genuine"), wish, by=s.LI)
            ids.append(received.id)
    return ids


@contextmanager
def crowd(url: str, ids: list[str], folder: Path, processes: int, steps: int | str, *more: str) -> Iterator[list[Any]]:
    """So many processes at work; what is left of them is ended afterwards."""
    work: list[Any] = []
    try:
        work += (start(url, ids, folder, number, steps, *more) for number in range(processes))
        yield work
        for one in work:
            one.wait(timeout=PATIENCE)
    finally:
        for one in work:
            one.kill()
            one.wait()


def start(url: str, ids: list[str], folder: Path, number: int, steps: int | str, *more: str) -> subprocess.Popen[str]:
    """One process; what it says goes into a file of the folder."""
    line = [sys.executable, "-m", "tests.stores.crowd", str(number), str(steps), *more]
    given = {**os.environ, "HELPDESK_DATABASE": url, "HELPDESK_IDS": ",".join(ids)}
    with (folder / f"{number}.jsonl").open("a") as said:
        return subprocess.Popen(line, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT, text=True, env=given)


def at_work(work: list[Any]) -> bool:
    """Whether some of them have not ended yet."""
    return any(one.poll() is None for one in work)


def told(folder: Path) -> list[dict[str, Any]]:
    """Everything that any of them said; a line that a kill cut is nothing that was acknowledged."""
    lines = [line for file in folder.glob("*.jsonl") for line in file.read_text().splitlines(keepends=True)]
    whole = [line for line in lines if line.endswith("\n")]
    strange = [line for line in whole if not line.startswith("{")]
    assert not strange, "".join(strange[-40:])
    return [json.loads(line) for line in whole]


def check(url: str, folder: Path) -> dict[str, int]:
    """What is there is what was acknowledged, once each; nobody was paid twice, all is sound, and the order of the
    ledger explains each answer."""
    said = told(folder)
    with Desk.open(url, policy=s.CHINA) as desk:
        integrity = desk.check_integrity()
        assert integrity.sound, integrity.breaches
        complaints = _all(desk)
        histories = {one.id: desk.history(one.id) for one in complaints}
        unexplained = [*SerialOrder.of(desk, url).unexplained(said)]
        replayed = desk.replay_check()
    assert not unexplained, f"no order explains it: {unexplained[:5]}"
    assert not replayed.refused, f"no rule accepts it: {replayed.refused[:5]}"
    assert not replayed.other, f"the rules make other facts of it: {replayed.other[:5]}"
    notes = Counter(
        event.data["text"] for events in histories.values() for event in events if event.kind == "Note" and event.data
    )
    acknowledged = [one["note"] for one in said if "note" in one]
    lost = [note for note in acknowledged if not notes[note]]
    doubled = [note for note, count in notes.items() if count > 1]
    assert not lost, f"acknowledged and lost: {lost[:9]}"
    assert not doubled, f"done twice: {doubled[:9]}"
    paid = Counter((one.facts.customer, one.facts.order) for one in complaints for _ in one.facts.paid)
    assert not [matter for matter, count in paid.items() if count > 1], f"paid twice: {paid.most_common(3)}"
    forms: dict[str, set[str]] = {}
    for one in said:
        if "form" in one:
            forms.setdefault(one["form"], set()).add(one["id"])
    assert all(len(one) == 1 for one in forms.values()), "one form became several complaints"
    sent = Counter(one["sent"] for one in said if "sent" in one)
    twice = [key for key, count in sent.items() if count > 1]
    assert not twice, f"sent and recorded twice: {twice[:9]}"
    failed = [one["failed"] for one in said if "failed" in one]
    assert not failed, failed[:3]
    return {
        "acknowledged": len(acknowledged) + sum("form" in one for one in said),
        "events": integrity.events,
        "sent": sum(sent.values()),
        "paid": sum(paid.values()),
        "told to try again": sum("again" in one for one in said),
        "refused": sum("refused" in one for one in said),
        "told that the disk is full": sum("full" in one for one in said),
        "lost": len(lost),
        "doubled": len(doubled),
    }


def _all(desk: Desk) -> list[Any]:
    found, after = list[Any](), None
    while True:
        page = desk.find(limit=1000, after=after)
        found += page.complaints
        after = page.next
        if after is None:
            return found


def cut_connections(url: str, chance: random.Random) -> int:
    """End some of the connections of the others at the server."""
    with psycopg.connect(url, autocommit=True) as plain:
        rows = plain.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid != pg_backend_pid() "
            "AND backend_type = 'client backend'"
        ).fetchall()
        some = [pid for (pid,) in rows if chance.random() < 0.5]
        for pid in some:
            plain.execute("SELECT pg_terminate_backend(%s)", (pid,))
        return len(some)


def kill(process: subprocess.Popen[str]) -> None:
    """As the machine does when it has no memory left."""
    process.send_signal(signal.SIGKILL)
    process.wait()


# ── one of the crowd


def say(**what: Any) -> None:
    print(json.dumps(what), flush=True)


def lose_answers(chance: random.Random, often: float) -> None:
    """From now on some connections break before the commit reaches the server, and some before its answer comes."""

    def draw(_: bool) -> str:
        drawn = chance.random()
        return BEFORE if drawn < often / 2 else AFTER if drawn < often else ""

    break_at_commits(draw)


def act(desk: Desk, chance: random.Random, ids: list[str], name: str) -> None:
    """One thing that people and clocks do."""
    id, drawn = chance.choice(ids), chance.random()
    by = Actor(f"agent-{chance.randrange(4)}", frozenset({"agent"}), "payments")
    if drawn < 0.6:
        say(note=name, version=desk.do(id, c.Note(name), by=by, key=name).version)
    elif drawn < 0.75:
        approve(desk, id, by)
    elif drawn < 0.85:
        form = f"form-{chance.randrange(30)}"
        number = int(form[5:])
        command = s.receive(customer=Customer(f"u-{number % CUSTOMERS}"), order=order_of(number))
        say(form=form, id=desk.receive(command, by=s.SYSTEM, key=form).id)
    elif drawn < 0.95:
        for message, _ in desk.deliver(limit=3).outcomes:
            say(sent=message.key)
    else:
        desk.tick(batch=5)


def approve(desk: Desk, id: str, by: Actor) -> None:
    """Pay an order. Who is refused says how much had happened until then."""
    try:
        desk.do(id, c.ApproveCompensation("C1"), by=by)
    except (Refused, NotPossible) as error:
        say(refused=type(error).__name__, id=id, until=int(desk.head().partition(":")[0]))


def opened(url: str) -> Desk:
    """A desk; a server that is being started anew is asked again."""
    for _ in range(60):
        try:
            return Desk.open(url, policy=s.CHINA)
        except (PluginError, StoreError):
            sleep(0.5)
    return Desk.open(url, policy=s.CHINA)


def _turns(steps: str) -> Iterator[int]:
    """So many; or as many as there is time for in so many seconds, as `60s`."""
    if not steps.endswith("s"):
        yield from range(int(steps))
        return
    end, count = monotonic() + int(steps[:-1]), itertools.count()
    yield from itertools.takewhile(lambda _: monotonic() < end, count)


def main() -> None:
    number, steps, *more = sys.argv[1:]
    ids, chance = os.environ["HELPDESK_IDS"].split(","), random.Random(os.urandom(8))
    for name in ("complaintflow", "psycopg"):
        logging.getLogger(name).setLevel(logging.ERROR)
    if more:
        lose_answers(chance, float(more[0]))
    with opened(os.environ["HELPDESK_DATABASE"]) as desk:
        for step in _turns(steps):
            try:
                act(desk, chance, ids, f"{number}-{os.getpid()}-{step}")
            except Overtaken:
                say(again=True)
            except StoreError as error:
                say(**({"full": True} if "is full" in str(error) else {"failed": str(error)}))
                sleep(0.3)
            except Exception as error:
                say(failed=f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
