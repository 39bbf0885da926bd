"""A process that closes its desk while threads are inside, or ends without closing it.

`python -m tests.stores.closing TASK PATH SECONDS`; it says as JSON what came of it.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable

from complaintflow import Desk, StoreError, commands as c
from tests.stores.forking import LI, receive


class Crowd:
    """Threads that read and write until the desk refuses them."""

    def __init__(self, desk: Desk, id: str, daemon: bool = False) -> None:
        self.desk, self.id = desk, id
        self.reads = self.acknowledged = 0
        self.refusals: list[str] = []
        works: list[Callable[[], None]] = [self._read] * 4 + [self._find, self._write]
        self.threads = [threading.Thread(target=self._work, args=(work,), daemon=daemon) for work in works]
        for thread in self.threads:
            thread.start()

    def _work(self, act: Callable[[], None]) -> None:
        try:
            while True:
                act()
        except StoreError as error:
            self.refusals.append(str(error))

    def _read(self) -> None:
        self.desk.get(self.id)
        self.reads += 1

    def _find(self) -> None:
        assert self.desk.check_integrity().sound

    def _write(self) -> None:
        self.desk.do(self.id, c.Note("a"), by=LI)
        self.acknowledged += 1


def close_under_load(url: str, seconds: float) -> None:
    desk = Desk.open(url)
    crowd = Crowd(desk, receive(desk))
    time.sleep(seconds)
    desk.close()
    for thread in crowd.threads:
        thread.join()
    with Desk.open(url) as again:
        notes, sound = len(again.history(crowd.id)) - 1, again.check_integrity().sound
    busy = crowd.reads > 0 and crowd.acknowledged > 0
    lost = crowd.acknowledged - notes
    print(json.dumps({"busy": busy, "lost": lost, "sound": sound, "refusals": sorted(set(crowd.refusals))}))


def end_without_closing(url: str, seconds: float) -> None:
    """As a program ends whose background threads nobody stops."""
    desk = Desk.open(url)
    Crowd(desk, receive(desk), daemon=True)
    time.sleep(seconds)
    print(json.dumps({"ended": True}))


if __name__ == "__main__":
    task, path, seconds = sys.argv[1:]
    {"close": close_under_load, "end": end_without_closing}[task](f"sqlite:///{path}", float(seconds))
