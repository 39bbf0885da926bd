"""A server that is reached by TCP, and that vanishes without a word, as one that loses its power.

`unshare -n python -m tests.stores.vanishing USER SOCKET DATABASE` runs in a network of its own: it cuts the only wire
in the middle of a desk's life, and says how its next command ended.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Thread

from complaintflow import Desk, StoreError, commands as c
from tests import stories as s
from tests.stores.desks import received


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError), source, target:
        while some := source.recv(65536):
            target.sendall(some)


def _serve(door: socket.socket, path: Path) -> None:
    with suppress(OSError):
        while True:
            client, _ = door.accept()
            server = socket.socket(socket.AF_UNIX)
            server.connect(str(path))
            for ends in ((client, server), (server, client)):
                Thread(target=_pump, args=ends, daemon=True).start()


@contextmanager
def forwarded(folder: str) -> Iterator[int]:
    """The port of this machine that leads to the server whose socket is in this folder."""
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        Thread(target=_serve, args=(door, Path(folder) / ".s.PGSQL.5432"), daemon=True).start()
        yield door.getsockname()[1]
        with suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)


def _wire(state: str) -> None:
    subprocess.run(["ip", "link", "set", "lo", state], check=True)


def main(user: str, folder: str, database: str) -> None:
    """Say how a command ends after the wire was cut."""
    _wire("up")
    with forwarded(folder) as port:
        desk = Desk.open(f"postgresql://{user}@127.0.0.1:{port}/{database}")
        id = received(desk).id
        _wire("down")
        try:
            print("version", desk.do(id, c.Note("called back"), by=s.LI).version)
        except StoreError as error:
            print(error)
    sys.stdout.flush()
    os._exit(0)  # what waits on the wire would wait on


if __name__ == "__main__":
    main(*sys.argv[1:])
