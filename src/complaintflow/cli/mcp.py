"""The command that serves a machine: a model that speaks the Model Context Protocol."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import attrs
from cyclopts import Parameter

from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Language, Shared, read_key
from complaintflow.errors import InvalidInput, Problem
from complaintflow.values import Actor

_ROLE = "assistant"


@Parameter(name="*")
@attrs.frozen
class Machine:
    """The machine that acts."""

    machine: Annotated[str, Parameter(help="The name of the machine that acts: the history names machine:NAME.")]
    role: Annotated[tuple[str, ...], Parameter(help="A role of it (assistant by default); repeatable.")] = ()
    team: Annotated[str, Parameter(help="Its team.")] = ""

    def actor(self) -> Actor:
        """The machine as an actor."""
        return Actor.machine(self.machine, self.role or (_ROLE,), self.team)


@Parameter(name="*")
@attrs.frozen
class Http:
    """How it is served over HTTP, if it is."""

    http: Annotated[int | None, Parameter(help="Serve streamable HTTP on this port, not stdin and stdout.")] = None
    host: Annotated[str, Parameter(help="With --http: the address to listen at.")] = "127.0.0.1"
    token: Annotated[Path | None, Parameter(help="With --http: a file with the token that clients say.")] = None
    remote: Annotated[bool, Parameter(help="With --http: allow another host than loopback.", negative="")] = False
    name: Annotated[tuple[str, ...], Parameter(help="With --remote: a name that clients use; repeatable.")] = ()


@subcommand
def mcp(
    machine: Machine,
    http: Http = Http(),
    *,
    database: Annotated[Path | None, Parameter(help="The SQLite file, instead of --store.")] = None,
    command: Annotated[
        tuple[str, ...], Parameter(help="A command that it may ask for at all; repeatable. All by default.")
    ] = (),
    language: Annotated[Language | None, Parameter(help="Of what it reads; that of staff by default.")] = None,
    settings: Shared,
) -> None:
    """Serve a model by the Model Context Protocol, as a machine of the house. Needs the extra mcp."""
    try:
        from complaintflow.contrib.mcp import serve_http, serve_stdio, server
    except ModuleNotFoundError as error:
        raise InvalidInput((Problem("mcp", str(error.name), "the extra: pip install 'complaintflow[mcp]'"),)) from error
    used = settings if database is None else attrs.evolve(settings, store=f"sqlite:///{database}")
    with used.desk() as desk:
        served = server(desk, machine.actor(), commands=command or None, language=language or "")
        if http.http is None:
            serve_stdio(served)
        else:
            said = read_key(http.token, "token").decode(errors="replace") if http.token else ""
            serve_http(served, http.http, host=http.host, token=said, remote=http.remote, names=http.name)
