"""The worker in a process of its own, as a service runs it."""

from __future__ import annotations

import json
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from complaintflow import Actor, Customer, Desk, commands as c
from complaintflow.cli.health import Pulse, serving
from complaintflow.plugins import Shard
from tests.channels.servers import free_port
from tests.cli.command_line import PROGRAM, CommandLine
from tests.stores.servers import Server

LI = Actor("li", {"agent"})
SLOW = """
from pathlib import Path
from time import sleep
from complaintflow.channels import LogChannel
send = LogChannel.send
def slowly(channel, message):
    Path("begun").touch()
    sleep(1)
    return send(channel, message)
LogChannel.send = slowly
"""
"""A gateway that takes its time."""
BUSY = """
from complaintflow import Desk, StoreError
tick, looks = Desk.tick, []
def tick_later(desk, **given):
    looks.append(1)
    if len(looks) < 3:
        raise StoreError("sqlite complaints.db", "database is locked", "wait")
    return tick(desk, **given)
Desk.tick = tick_later
"""
"""A store that somebody else keeps locked for two looks."""


@contextmanager
def working(
    folder: Path, before: str = "", url: str = "", every: str = "0.1", more: tuple[str, ...] = ()
) -> Iterator[subprocess.Popen[str]]:
    """A worker on the file of this folder, or on another store, which is stopped whatever happens."""
    (folder / "house.toml").write_text('[sending]\nreaching = ["log"]\n')
    store = url or f"sqlite:///{folder / 'complaints.db'}"
    options = ["worker", "--every", every, "--json", "--store", store, "--policy", "house.toml", *more]
    program = [sys.executable, "-c", f"{before}\n{PROGRAM}", *options]
    pipe = subprocess.PIPE
    with subprocess.Popen(program, cwd=folder, stdout=pipe, stderr=pipe, encoding="utf-8") as run:
        try:
            yield run
        finally:
            run.kill()


def letters(folder: Path, count: int, url: str = "") -> list[str]:
    """The ids of so many complaints of which a customer is to be told."""
    with Desk.open(url or f"sqlite:///{folder / 'complaints.db'}") as desk:
        said = (c.Receive("app", Customer(f"u-{number}"), "扫码没反应") for number in range(count))
        ids = [desk.receive(one, by=Actor.system()).id for one in said]
        for id in ids:
            desk.do(id, c.Acknowledge("已登记", datetime.now(UTC) + timedelta(days=1)), by=LI)
        return ids


def waiting(folder: Path) -> int:
    with Desk.open(f"sqlite:///{folder / 'complaints.db'}") as desk:
        return len(desk.outbox())


def until(true: Callable[[], bool]) -> None:
    end = monotonic() + 30
    while not true():
        assert monotonic() < end, "it took too long"
        sleep(0.05)


def told(run: subprocess.Popen[str]) -> list[dict[str, Any]]:
    """What it said, each on a line of its own."""
    out, err = run.communicate(timeout=30)
    assert err == ""
    return [json.loads(line) for line in out.splitlines()]


def test_it_does_what_is_due_and_sends_what_comes_until_it_is_told_to_stop(tmp_path: Path) -> None:
    """Else each house writes this loop, and forgets that a service is stopped in the middle of a letter."""
    letters(tmp_path, 2)
    with working(tmp_path) as run:
        until(lambda: waiting(tmp_path) == 0)
        (late,) = letters(tmp_path, 1)  # while it works
        until(lambda: waiting(tmp_path) == 0)
        run.send_signal(signal.SIGTERM)
        assert run.wait(30) == 0
        said = told(run)
    sent = [outcome for one in said for outcome in one.get("outcomes", ())]
    assert len(sent) == 3
    assert "扫码没反应" not in str(said)
    with Desk.open(f"sqlite:///{tmp_path / 'complaints.db'}") as desk:
        assert desk.get(late).body.of("Receipt")
        assert desk.check_integrity().sound


@pytest.mark.parametrize("told_by", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.explore)])
def test_it_ends_after_the_letter_that_it_is_sending(tmp_path: Path, told_by: signal.Signals) -> None:
    """Else the letter is out and nobody knows, and it comes again."""
    ids = letters(tmp_path, 3)
    with working(tmp_path, before=SLOW) as run:
        until((tmp_path / "begun").exists)
        run.send_signal(told_by)
        assert run.wait(30) == 0
        told(run)
    with Desk.open(f"sqlite:///{tmp_path / 'complaints.db'}") as desk:
        assert sum(bool(desk.get(id).body.of("Receipt")) for id in ids) == 1
        assert len(desk.outbox()) == 2


@pytest.mark.explore  # every day: another one, see below
def test_a_second_signal_ends_it_at_once(tmp_path: Path) -> None:
    letters(tmp_path, 1)
    with working(tmp_path, before=SLOW.replace("sleep(1)", "sleep(20)")) as run:
        until((tmp_path / "begun").exists)
        run.send_signal(signal.SIGTERM)
        sleep(0.2)
        run.send_signal(signal.SIGTERM)
        assert run.wait(5) == -signal.SIGTERM


def test_a_store_that_is_locked_for_a_while_is_asked_again(tmp_path: Path) -> None:
    """Else a backup at night ends the worker, and nobody is told anything until somebody comes."""
    letters(tmp_path, 1)
    with working(tmp_path, before=BUSY) as run:
        until(lambda: waiting(tmp_path) == 0)
        run.send_signal(signal.SIGTERM)
        assert run.wait(30) == 0
        errors = [one["error"]["$kind"] for one in told(run) if "error" in one]
    assert errors == ["StoreError"] * 2


PACED = """
from pathlib import Path
from complaintflow import Desk
tick = Desk.tick
def told_tick(desk, **given):
    with Path("ticks").open("a") as file:
        file.write("tick\\n")
    return tick(desk, **given)
Desk.tick = told_tick
"""
"""It says when it looks at the clocks."""


def test_the_clocks_are_looked_at_while_many_letters_wait(tmp_path: Path) -> None:
    """Else a slow gateway stops every reminder and escalation on the day when everybody writes."""
    letters(tmp_path, 6)
    with working(tmp_path, before=SLOW.replace("sleep(1)", "sleep(0.3)") + PACED) as run:
        until(lambda: waiting(tmp_path) <= 1)
        ticks = (tmp_path / "ticks").read_text().splitlines()
        run.send_signal(signal.SIGTERM)
        assert run.wait(30) == 0
        told(run)
    assert len(ticks) >= 4


def test_after_a_restore_it_works_on_the_file_that_is_there_now(tmp_path: Path) -> None:
    """Else it lives on, does nothing, and nobody has a reason to start it again."""
    file, spare = tmp_path / "complaints.db", tmp_path / "spare"
    spare.mkdir()
    letters(spare, 2)
    letters(tmp_path, 1)
    with working(tmp_path) as run:
        until(lambda: waiting(tmp_path) == 0)
        for beside in tmp_path.glob("complaints.db-*"):
            beside.unlink()
        (spare / "complaints.db").replace(file)
        until(lambda: waiting(tmp_path) == 0)
        run.send_signal(signal.SIGTERM)
        assert run.wait(30) == 0
        assert [one["error"]["$kind"] for one in told(run) if "error" in one][:1] == ["StoreError"]


def test_a_reader_of_its_log_that_goes_away_ends_it_with_an_error(tmp_path: Path) -> None:
    """Else whoever watches over it takes it for done, and no letter goes out any more."""
    letters(tmp_path, 1)
    with working(tmp_path, before=SLOW) as run:
        assert run.stdout
        run.stdout.close()
        assert run.wait(30) == 1
        assert run.stderr
        assert run.stderr.read() == ""


def test_a_letter_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    (id,) = letters(tmp_path, 1)
    with closing(sqlite3.connect(tmp_path / "complaints.db")) as file, file:
        file.execute("UPDATE outbox SET message = x'7b'")
    with working(tmp_path, before=PACED) as run:
        until(lambda: (tmp_path / "ticks").exists() and len((tmp_path / "ticks").read_text().splitlines()) > 5)
        run.send_signal(signal.SIGTERM)
        assert run.wait(30) == 0
        said = [json.loads(line) for line in run.communicate()[0].splitlines()]
    assert [len(one.get("unreadable", ())) for one in said].count(1) == 1
    assert id not in {one["table"] for line in said for one in line.get("unreadable", ())}


def test_any_second_signal_ends_it_at_once(tmp_path: Path) -> None:
    letters(tmp_path, 1)
    with working(tmp_path, before=SLOW.replace("sleep(1)", "sleep(20)")) as run:
        until((tmp_path / "begun").exists)
        run.send_signal(signal.SIGINT)
        sleep(0.2)
        run.send_signal(signal.SIGTERM)
        assert run.wait(5) == -signal.SIGTERM


@pytest.mark.parametrize("every", ["0", "0.01", "nan", "86400"])
def test_a_pace_that_no_house_means_is_named(cli: CommandLine, every: str) -> None:
    cli.received()
    ran = cli("worker", "--every", every)
    assert (ran.code, "0.1 to 3600 seconds" in ran.err) == (2, True)


def test_on_postgresql_a_letter_goes_out_as_soon_as_it_is_there(tmp_path: Path, postgresql: Server) -> None:
    """Else the customer waits for the pace of the clocks, or the worker asks the server all day."""
    url = postgresql.database("worker")
    with Desk.open(url) as desk, working(tmp_path, url=url, every="300", before=PACED) as run:
        until((tmp_path / "ticks").exists)
        for _ in range(2):
            letters(tmp_path, 1, url)
            until(lambda: not desk.outbox())
        run.send_signal(signal.SIGTERM)
        assert run.wait(30) == 0
        assert len(told(run)) == 2


def asked(port: int, path: str) -> tuple[int, str]:
    """What it answers: the status and the body."""
    try:
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()
    except (ConnectionError, URLError):
        return 0, ""


PRIVATE = "471108-secret"
FALLS = """
from complaintflow.channels import LogChannel
send, moods = LogChannel.send, []
def falls(channel, message):
    moods.append(1)
    if len(moods) == 1:
        raise RuntimeError("471108-secret", message)
    return send(channel, message)
LogChannel.send = falls
"""
"""A gateway that falls over once, with private words in its error."""


def test_it_tells_how_it_is_and_its_numbers_and_nobody_elses_words(tmp_path: Path) -> None:
    """Or a container that hangs is never started anew; and probes and numbers are read by everybody in the house."""
    port = free_port()
    with Desk.open(f"sqlite:///{tmp_path / 'complaints.db'}") as desk:
        who = Customer(f"{PRIVATE}-u", name=PRIVATE, contact={"email": f"{PRIVATE}@example.com"})
        id = desk.receive(c.Receive("app", who, f"{PRIVATE} 扫码", order=PRIVATE), by=Actor.system()).id
        desk.do(id, c.Acknowledge(f"{PRIVATE} 已登记", datetime.now(UTC) + timedelta(days=1)), by=LI)
    with working(tmp_path, FALLS, more=("--listen", str(port))) as run:
        until(lambda: 'deliveries_total{channel="log",outcome="fell over"}' in asked(port, "/metrics")[1])
        assert asked(port, "/health")[0] == 200
        status, ready = asked(port, "/ready")
        assert (status, json.loads(ready)["store"]) == (200, True)
        numbers = asked(port, "/metrics")[1]
        assert asked(port, "/elsewhere")[0] == 404
        run.send_signal(signal.SIGTERM)
        out, err = run.communicate(timeout=30)
    assert "complaintflow_letters_waiting" in numbers
    assert 'complaintflow_call_seconds_count{call="tick"}' in numbers
    assert all(PRIVATE not in text for text in (numbers, ready, out, err))
    assert id not in numbers
    lines = [json.loads(line) for line in (*out.splitlines(), *err.splitlines())]
    assert any("RuntimeError" in str(line) for line in lines), "nobody says that the gateway fell over"


@pytest.mark.explore
def test_each_of_two_workers_sends_the_letters_of_its_own_shard(tmp_path: Path) -> None:
    """Or the letters of one complaint overtake each other."""
    ids = letters(tmp_path, 6)
    mine = [id for id in ids if Shard(1, 2).holds(id)]
    with working(tmp_path, more=("--shard", "1/2")) as run:
        until(lambda: waiting(tmp_path) == len(ids) - len(mine))
        sleep(0.3)
        run.send_signal(signal.SIGTERM)
        assert run.wait(30) == 0
        told(run)
    with Desk.open(f"sqlite:///{tmp_path / 'complaints.db'}") as desk:
        assert [id for id in ids if desk.get(id).body.of("Receipt")] == mine


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("--shard", "0/2", "a number from 1 to the count"),
        ("--shard", "half", "1/4 to 4/4"),
        ("--shard", "65/65", "at most 64"),
        ("--listen", "everywhere", "a port, or host:port"),
        ("--listen", "70000", "a port, or host:port"),
    ],
)
def test_a_shard_or_an_address_that_is_none_is_named(cli: CommandLine, option: str, value: str, expected: str) -> None:
    cli.received()
    ran = cli("worker", option, value)
    assert (ran.code, expected in ran.err) == (2, True)


def test_a_port_that_is_taken_is_named(cli: CommandLine) -> None:
    cli.received()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        ran = cli("worker", "--listen", str(other.getsockname()[1]))
    assert (ran.code, "where it can listen" in ran.err) == (2, True)


def test_a_worker_that_does_not_come_round_is_hung_and_one_without_a_store_is_not_ready() -> None:
    """A hung one is started anew; one whose store is away would be away as well after a start."""
    pulse, port = Pulse(patience=0.2), free_port()
    with serving(("127.0.0.1", port), pulse, None):
        pulse.beat()
        assert [asked(port, path)[0] for path in ("/health", "/ready", "/metrics")] == [200, 200, 404]
        pulse.lose_store()
        assert [asked(port, path)[0] for path in ("/health", "/ready")] == [200, 503]
        sleep(0.3)
        assert asked(port, "/health")[0] == 503


def test_whoever_says_nothing_keeps_nobody_from_asking() -> None:
    """Eight that hang on are the most; the ninth is hung up on, and the worker works on."""
    pulse, port = Pulse(patience=60), free_port()
    with serving(("127.0.0.1", port), pulse, None), ExitStack() as silent:
        for _ in range(7):
            silent.enter_context(socket.create_connection(("127.0.0.1", port)))
        until(lambda: asked(port, "/health")[0] == 200)

        def hung_up() -> bool:
            silent.enter_context(socket.create_connection(("127.0.0.1", port)))
            return asked(port, "/health")[0] == 0

        until(hung_up)
