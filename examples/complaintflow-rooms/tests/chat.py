"""A chat server of rooms, as small as one can be: it runs in the test, on a port of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import unquote

__all__ = ["TOKEN", "Chat", "chat_server"]

TOKEN = "let-me-in"


class Chat:
    """What the server knows: who wrote what where. `answer` takes the place of its own answer while it is set."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.sent: dict[tuple[str, str], dict[str, str]] = {}  # by room and transaction
        self.answer: tuple[int, bytes] | None = None
        self.talks = Event()
        self.talks.set()

    def texts(self) -> list[str]:
        return [content["body"] for content in self.sent.values()]

    def says(self, status: int, **answer: Any) -> None:
        self.answer = status, json.dumps(answer).encode()

    @contextmanager
    def down(self) -> Iterator[None]:
        self.says(503, errcode="M_UNKNOWN")
        yield
        self.answer = None

    @contextmanager
    def refuses(self) -> Iterator[None]:
        self.says(413, errcode="M_TOO_LARGE")
        yield
        self.answer = None

    @contextmanager
    def silent(self) -> Iterator[None]:
        """It takes the call, and says nothing."""
        self.talks.clear()
        self.says(503, errcode="M_UNKNOWN")  # to nobody: who called has gone by then
        yield
        self.talks.set()
        self.answer = None

    def put(self, path: str, token: str | None, content: dict[str, str]) -> tuple[int, bytes]:
        if self.answer:
            return self.answer
        if token != f"Bearer {TOKEN}":
            return 401, b'{"errcode": "M_UNKNOWN_TOKEN"}'
        room, key = (unquote(part) for part in path.split("/")[-4::3])
        self.sent.setdefault((room, key), content)  # a repeat is dropped
        return 200, b'{"event_id": "$1"}'


@contextmanager
def chat_server() -> Iterator[Chat]:
    """A server that listens until the block is left."""

    class Handler(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            chat.talks.wait()
            status, body = chat.put(self.path, self.headers["Authorization"], content)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(OSError):  # nobody listens any more
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        chat = Chat(f"http://127.0.0.1:{server.server_port}")
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield chat
        finally:
            server.shutdown()
            thread.join()
