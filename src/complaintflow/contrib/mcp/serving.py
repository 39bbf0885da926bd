"""How a client reaches the server: over the pipes of the process that started it, or over HTTP on this computer."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any

import anyio
import uvicorn
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from complaintflow import DefinitionError, Problem

_LARGEST = 2**20
"""So many bytes may a request have."""
_SHORTEST = 16
"""So many characters has a token at least."""
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def serve_stdio(server: Server[Any]) -> None:
    """Serve one client over stdin and stdout, until it closes them. Nothing else may write to stdout meanwhile."""

    async def serve() -> None:
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())

    anyio.run(serve)


def serve_http(
    server: Server[Any],
    port: int,
    *,
    host: str = "127.0.0.1",
    token: str = "",
    remote: bool = False,
    names: Iterable[str] = (),
) -> None:
    """Serve clients by streamable HTTP at `/mcp`, until it is interrupted. Port 0 is any that is free.

    Requests under another name than this computer's, or from a page of another site, are refused (DNS rebinding). With
    a `token`, clients say `Authorization: Bearer …`; without one, every program on this computer acts as the machine.
    Another host than loopback is refused unless `remote` says so; then a token is needed, the `names` under which
    clients reach it, and TLS, which you bring in front. Raises `DefinitionError`.
    """
    app = http_app(server, host, token=token, remote=remote, names=names)
    uvicorn.run(app, host=host, port=port, log_level="info")


def http_app(
    server: Server[Any], host: str = "127.0.0.1", *, token: str = "", remote: bool = False, names: Iterable[str] = ()
) -> ASGIApp:
    """The application that `serve_http` serves, checked."""
    named = tuple(names)
    if problems := tuple(_problems(host, token, remote, named)):
        raise DefinitionError(problems)
    hosts = [*named, *(f"{name}:*" for name in (*_LOOPBACK, *named))]
    origins = [f"{scheme}://{name}" for scheme in ("http", "https") for name in hosts]
    security = TransportSecuritySettings(allowed_hosts=hosts, allowed_origins=origins)
    app: Starlette = server.streamable_http_app(
        host=host, json_response=True, transport_security=security, max_request_body_size=_LARGEST
    )
    return _Guarded(app, token) if token else app


def _problems(host: str, token: str, remote: bool, names: tuple[str, ...]) -> Iterable[Problem]:
    if token and (len(token) < _SHORTEST or not token.isascii() or not token.isprintable() or " " in token):
        yield Problem("token", "a private value", f"at least {_SHORTEST} ASCII characters without blanks")
    if _is_loopback(host):
        return
    if not remote:
        yield Problem("host", host, "127.0.0.1, localhost or ::1, or a flag that allows others (remote)")
    if not token:
        yield Problem("token", "nothing", "a token, since others than this computer can reach it")
    if not names:
        yield Problem("names", "nothing", "the names under which clients reach it")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class _Guarded:
    """Lets in who says the token."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._wanted = f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        said = [value for name, value in scope.get("headers", ()) if name == b"authorization"]
        if scope["type"] == "http" and not (len(said) == 1 and hmac.compare_digest(said[0], self._wanted)):
            await PlainTextResponse("nobody", 401, {"www-authenticate": "Bearer"})(scope, receive, send)
            return
        await self._app(scope, receive, send)
