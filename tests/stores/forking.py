"""Processes that fork while they have a desk, each life on a file of its own: what the tests of forks start.

`python -m tests.stores.forking FOLDER NAME…` plays these lives one after the other and says as JSON what came of each.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NoReturn

from complaintflow import Actor, Customer, Desk, StoreError, commands as c
from complaintflow.channels import FileChannel, WebhookChannel
from complaintflow.knowledge import AnswerIndex, Article
from complaintflow.plugins import Question
from complaintflow.stores import SqliteStore
from tests.channels.messages import to_customer
from tests.channels.servers import listening
from tests.stories import T0

LI = Actor("li", frozenset({"agent"}), "payments")


def receive(desk: Desk, name: str = "u-1") -> str:
    return desk.receive(c.Receive("app", Customer(name), "付了两次款"), by=Actor.system()).id


def write(desk: Desk, id: str, count: int, mark: str) -> None:
    for number in range(count):
        desk.do(id, c.Note(f"{mark}-{number}"), by=LI)


def refusal(act: Callable[[], object]) -> str:
    """What the store says against it."""
    try:
        act()
    except StoreError as error:
        return str(error)
    return "nothing"


def forked(act: Callable[[], object], fork: Callable[[], int] = os.fork, end: str = "exit") -> int:
    """A child that does this. It ends like a program (with all that Python does then), at once, or by a kill."""
    child = fork()
    if child:
        return child
    try:
        act()
    except SystemExit:  # of a child of this child
        raise
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    if end == "exit":
        sys.exit(0)
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL) if end == "kill" else os._exit(0)
    return 0


def ended(child: int) -> int:
    """How it ended: 0, or minus its signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@contextmanager
def asked() -> Iterator[tuple[int, int]]:
    """A pipe, by which processes wait for each other."""
    reading, writing = os.pipe()
    yield reading, writing
    for one in (reading, writing):
        os.close(one)


def found(path: Path, id: str) -> dict[str, Any]:
    """What another one finds in the file afterwards."""
    with Desk.open(f"sqlite:///{path}") as desk:
        return {"notes": len(desk.history(id)) - 1, "sound": desk.check_integrity().sound}


def outlived(path: Path) -> dict[str, Any]:
    """The parent closes while the child has its work before it; then the child is killed."""
    desk = Desk.open(f"sqlite:///{path}")
    id = receive(desk)
    with asked() as (closed, close):

        def act() -> None:
            desk.do(id, c.Note("before"), by=LI)
            os.read(closed, 1)
            write(desk, id, 20, "after")

        child = forked(act, end="kill")
        time.sleep(0.05)
        desk.close()
        os.write(close, b"x")
        return {"ended": ended(child), **found(path, id)}


def not_yet_opened(path: Path) -> dict[str, Any]:
    """The parent closes before the child has opened anything."""
    desk = Desk.open(f"sqlite:///{path}")
    id = receive(desk)
    with asked() as (closed, close):

        def act() -> None:
            os.read(closed, 1)
            write(desk, id, 20, "after")

        child = forked(act, end="kill")
        desk.close()
        os.write(close, b"x")
        return {"ended": ended(child), **found(path, id)}


def bystander(path: Path) -> dict[str, Any]:
    """A process of its own goes on writing while the child of another closes, and ends."""
    Desk.open(f"sqlite:///{path}").close()
    with asked() as (told, tell), asked() as (closed, close):

        def stand_by() -> None:
            with Desk.open(f"sqlite:///{path}") as own:
                id = receive(own)
                write(own, id, 1, "before")
                os.write(tell, id.encode())
                os.read(closed, 1)
                write(own, id, 40, "after")
                os.kill(os.getpid(), signal.SIGKILL)

        other = forked(stand_by)
        id = os.read(told, 100).decode()
        desk = Desk.open(f"sqlite:///{path}")
        desk.get(id)

        def look() -> None:
            desk.get(id)
            desk.close()

        child = forked(look)
        how = ended(child)
        desk.close()
        os.write(close, b"x")
        return {"ended": [how, ended(other)], **found(path, id)}


def preloaded(path: Path) -> dict[str, Any]:
    """As servers do: the master opens the desk and forks workers, which use it; the master goes on."""
    desk = Desk.open(f"sqlite:///{path}")
    id = receive(desk)
    workers = [get_context("fork").Process(target=write, args=(desk, id, 10, f"w{n}")) for n in range(3)]
    for worker in workers:
        worker.start()
        desk.do(id, c.Note("master"), by=LI)
    for worker in workers:
        worker.join()
    write(desk, id, 4, "master")
    desk.close()
    return {"ended": [worker.exitcode for worker in workers], **found(path, id)}


def grandchild(path: Path) -> dict[str, Any]:
    """A worker forks again, and both close."""
    desk = Desk.open(f"sqlite:///{path}")
    id = receive(desk)

    def act_as_grandchild() -> None:
        write(desk, id, 5, "grandchild")
        desk.close()

    def act() -> None:
        write(desk, id, 5, "child")
        assert ended(forked(act_as_grandchild)) == 0
        write(desk, id, 5, "child again")

    how = ended(forked(act))
    write(desk, id, 5, "parent")
    desk.close()
    return {"ended": how, **found(path, id)}


def while_a_thread_is_inside(path: Path) -> dict[str, Any]:
    """Other threads write all the time while this one forks, again and again."""
    desk = Desk.open(f"sqlite:///{path}")
    id, going = receive(desk), True
    counts = [0, 0]

    def work(number: int) -> None:
        while going:
            write(desk, id, 1, f"thread {number}")
            counts[number] += 1

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    ends = [ended(forked(lambda: write(desk, id, 3, "child"), end="at once")) for _ in range(3)]
    going = False
    for thread in threads:
        thread.join()
    desk.close()
    after = found(path, id)
    return {"ended": ends, "sound": after["sound"], "missing": sum(counts) + 9 - after["notes"]}


def within_a_transaction(path: Path) -> dict[str, Any]:
    """The thread that forks is in a transaction itself: it is the parent's, and the child keeps out."""
    desk, store = Desk.open(f"sqlite:///{path}"), SqliteStore(path, patience=0.2)
    id = receive(desk)
    with asked() as (told, tell):

        def say(what: str) -> None:
            os.write(tell, f"{what}\n".encode())

        def inside() -> None:
            with store.writing() as session:
                child = os.fork()
                if child:
                    assert ended(child) == 0
                    session.note_sending("someone", T0)
                else:
                    session.note_sending("a child", T0)

        here = os.getpid()
        said = refusal(inside)
        if os.getpid() != here:
            for line in (said, refusal(lambda: desk.get(id)), refusal(lambda: Desk.open(f"sqlite:///{path}"))):
                say(line)
            sys.exit(0)
        with store.reading() as session:
            sent = len(session.sendings("someone", T0.replace(year=2020)))
            strange = len(session.sendings("a child", T0.replace(year=2020)))
        store.close()
        desk.close()
        return {"said": os.read(told, 4000).decode().splitlines(), "sent": [sent, strange], **found(path, id)}


def past_python(path: Path) -> dict[str, Any]:
    """A server that forks in C: nobody could close the file before."""
    desk = Desk.open(f"sqlite:///{path}")
    id = receive(desk)
    with asked() as (told, tell):
        child = forked(
            lambda: os.write(tell, refusal(lambda: desk.do(id, c.Note("lost"), by=LI)).encode()),
            fork=ctypes.PyDLL(None).fork,
        )
        how, said = ended(child), os.read(told, 1000).decode()
    write(desk, id, 3, "parent")
    desk.close()
    return {"ended": how, "said": said, **found(path, id)}


def in_memory(path: Path) -> dict[str, Any]:
    """What a child writes into its copy of a store in memory would be lost."""
    with asked() as (told, tell), Desk.open("memory://") as desk:
        id = receive(desk)

        def act() -> None:
            os.write(tell, refusal(lambda: desk.do(id, c.Note("lost"), by=LI)).encode())
            desk.close()

        how = ended(forked(act))
        write(desk, id, 1, "parent")
        return {"ended": how, "said": os.read(told, 1000).decode(), "notes": len(desk.history(id)) - 1}


def with_channels_and_answers(path: Path) -> dict[str, Any]:
    """Threads send and look things up all the time while another thread forks; the children do the same."""
    channel, index = FileChannel(path.with_suffix(".jsonl")), AnswerIndex(path)
    question, counts, going = Question("charged twice", "en"), [0], True

    def send() -> None:
        channel.send(to_customer(id="M1"))

    def look_up() -> None:
        index.replace("folder", [Article("twice.md", "Charged twice", "It is refunded.", "en")])
        assert [answer.title for answer in index.suggest(question, 1)] == ["Charged twice"]

    def work() -> None:
        while going:
            send()
            look_up()
            counts[0] += 1

    def act() -> None:
        send()
        look_up()
        index.close()

    thread = threading.Thread(target=work)
    thread.start()
    ends = [ended(forked(act, end="at once")) for _ in range(2)]
    going = False
    thread.join()
    look_up()
    index.close()
    missing = counts[0] + len(ends) - len(channel.path.read_text(encoding="utf-8").splitlines())
    return {"ended": ends, "missing": missing, "modes": [oct(one.stat().st_mode) for one in (path, channel.path)]}


def with_webhooks(path: Path) -> dict[str, Any]:
    """Another thread is in the middle of a post. The child, without it, posts on a connection of its own."""
    with listening() as listener:
        channel = WebhookChannel(listener.url, f"whsec_{'a' * 32}")
        channel.send(to_customer(id="M1"))
        pool: Any = channel._transport
        with pool._pool._optional_thread_lock:
            how = ended(forked(lambda: channel.send(to_customer(id="M2")), end="at once"))
        channel.send(to_customer(id="M3"))
        return {"ended": how, "came": len(listener.posts)}


LIVES: dict[str, Callable[[Path], dict[str, Any]]] = {
    life.__name__: life
    for life in (
        outlived,
        not_yet_opened,
        bystander,
        preloaded,
        grandchild,
        while_a_thread_is_inside,
        within_a_transaction,
        past_python,
        in_memory,
        with_channels_and_answers,
        with_webhooks,
    )
}


def main() -> NoReturn:
    folder, *names = sys.argv[1:]
    here = os.getpid()
    for name in names:
        what = LIVES[name](Path(folder) / f"{name}.db")
        assert os.getpid() == here
        print(json.dumps({name: what}), flush=True)
    sys.exit(0)


if __name__ == "__main__":
    main()
