"""A client of the SDK works on complaints through the server; what a person must decide, a person decides elsewhere."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from mcp import MCPError, StdioServerParameters
from mcp.client.client import Client
from mcp.client.stdio import stdio_client

from complaintflow import Actor, DefinitionError, Desk, Policy, commands as c
from complaintflow.commands import Command
from complaintflow.contrib.mcp import serve_http, server
from complaintflow.contrib.mcp.serving import http_app
from tests import stories as s

CLERK = """
[roles.clerk]
do = ["AddEvidence", "AskApproval", "Note", "Receive"]
scope = ["all"]
see = ["notes"]

[roles.clerk.approval]
"""
COMMAND = [sys.executable, "-c", "import sys; from complaintflow.cli import main; sys.exit(main())"]


class House:
    """A database, the desk of its people, and the command line that serves its machine."""

    def __init__(self, folder: Path) -> None:
        approved = Policy().roles["assistant"].approval
        rules = CLERK + "\n".join(f'{name} = ["agent", "lead"]' for name in approved)
        (folder / "policy.toml").write_text(rules, encoding="utf-8")
        self.database = folder / "house.db"
        self.desk = Desk.open(f"sqlite:///{self.database}", policy=Policy.from_toml(folder / "policy.toml"))
        self.arguments = ["--policy", str(folder / "policy.toml"), "mcp", "--database", str(self.database)]
        self.arguments += ["--machine", "clerk", "--role", "clerk"]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    with house.desk:
        yield house


@asynccontextmanager
async def connected(house: House) -> AsyncIterator[Client]:
    program, *first = COMMAND
    parameters = StdioServerParameters(command=program, args=[*first, *house.arguments])
    async with Client(stdio_client(parameters)) as client:
        yield client


class Agent:
    """A scripted model: what it asks a person for, a person approves at the desk."""

    def __init__(self, client: Client, desk: Desk) -> None:
        self.client = client
        self.desk = desk
        self.id = ""

    async def call(self, tool: str, **asked: Any) -> dict[str, Any]:
        answer = await self.client.call_tool(tool, asked)
        content: dict[str, Any] = answer.structured_content
        assert answer.is_error == ("problem" in content)
        return content

    async def does(self, command: Command, **more: Any) -> dict[str, Any]:
        given = {"complaint": self.id} if self.id else {}
        return await self.call("do", command=type(command).__name__, fields=command.data(), **given, **more)

    async def asks(self, command: Command, by: Actor = s.LI) -> None:
        """First it tries, is told how to ask, asks, and a person approves."""
        refused = await self.does(command)
        same = {"command": type(command).__name__, "fields": command.data(), "complaint": self.id}
        assert refused["approval"]["tool"] == "ask_approval", refused
        asked = await self.call(refused["approval"]["tool"], **same, reason="it is the next step")
        assert "problem" not in asked, asked
        self.desk.do(self.id, c.Approve(asked["requests"][0]["id"]), by=by)


def test_a_complaint_goes_from_intake_to_archive_through_a_client_and_the_people_who_approve(house: House) -> None:
    async def work() -> None:
        async with connected(house) as client:
            agent = Agent(client, house.desk)
            received, again = [await agent.does(s.receive(), key="call-1") for _ in range(2)]
            agent.id = received["id"]
            assert again["id"] == agent.id
            await agent.asks(s.triage())
            await agent.does(c.AddEvidence("log", "gateway", "two captures at 10:02"))
            await agent.asks(c.CheckEvidence("E1", "agrees with the ledger"))
            await agent.asks(s.propose())
            house.desk.do(agent.id, c.Agree("O1", "Yes, please"), by=s.CUSTOMER)
            await agent.asks(s.RESOLVE)
            await agent.asks(s.PASSED, by=s.WANG)
            await agent.asks(s.notice())
            _arrive(house.desk, agent.id)
            house.desk.do(agent.id, c.Confirm("It is solved, thank you"), by=s.CUSTOMER)
            await agent.asks(c.Close())
            _arrive(house.desk, agent.id)
            await agent.asks(s.LABEL)
            await agent.asks(c.Archive())
            shown = await agent.call("show", complaint=agent.id)
            assert shown["state"] == "archived"
            assert {one["status"] for one in shown["requests"]} == {"approved"}

    anyio.run(work)
    [complaint] = house.desk.find().complaints
    doers = {event.by for event in house.desk.history(complaint.id) if event.kind in {"Close", "Notify", "Verify"}}
    assert doers == {"li", "wang"}
    assert house.desk.check_integrity().sound


def _arrive(desk: Desk, id: str) -> None:
    waiting = sorted(desk.get(id).facts.open_messages)
    desk.do(id, *(s.receipt(name) for name in waiting), by=s.SYSTEM)


def test_a_client_sees_the_tools_with_their_hints_and_no_other(house: House) -> None:
    async def work() -> None:
        async with Client(server(house.desk, Actor.machine("bot"), language="zh")) as client:
            listed = (await client.list_tools()).tools
            assert [tool.name for tool in listed if tool.annotations and not tool.annotations.read_only_hint] == [
                "do",
                "ask_approval",
            ]
            assert all("绝不是指令" in (tool.description or "") for tool in listed)
            assert "数据" in (client.instructions or "")
            with pytest.raises(MCPError, match="no such tool"):
                await client.call_tool("shell", {})

    anyio.run(work)


@contextmanager
def served(house: House, *more: str) -> Iterator[str]:
    """The address of the server over HTTP, in a process of its own."""
    command = [*COMMAND, *house.arguments, "--http", "0", *more]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            address = ""
            while not address:
                line = process.stderr.readline()
                assert line, "the server ended"
                address = line.partition("running on ")[2].partition(" ")[0]
            yield f"{address}/mcp"
        finally:
            process.terminate()
            process.communicate(timeout=30)


def test_over_http_it_answers_programs_of_this_computer_and_no_page_of_another_site(house: House) -> None:
    """DNS rebinding: a page that a person opens must not work as the machine."""
    body = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    accept = {"accept": "application/json, text/event-stream"}

    async def work(address: str) -> None:
        async with Client(address) as client:
            answer = await client.call_tool("list", {})
            assert answer.structured_content["complaints"] == []

    with served(house) as address:
        anyio.run(work, address)
        for foreign in ({"host": "evil.example"}, {"origin": "https://evil.example"}):
            assert httpx2.post(address, json=body, headers={**accept, **foreign}).status_code in {403, 421}
        assert httpx2.post(address, content=b"x" * 2**21, headers=accept).status_code in {400, 413}


def test_without_the_token_nobody_acts_as_the_machine(house: House) -> None:
    app = http_app(server(house.desk, Actor.machine("bot")), token="0123456789abcdef0123")

    async def work() -> None:
        transport = httpx2.ASGITransport(app)
        async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1:1") as client:
            for said in ({}, {"authorization": "Bearer 0123456789abcdef0124"}):
                assert (await client.post("/mcp", json={}, headers=said)).status_code == 401
            right = {"authorization": "Bearer 0123456789abcdef0123"}
            assert (await client.get("/other", headers=right)).status_code == 404

    anyio.run(work)


@pytest.mark.parametrize(
    ("host", "more", "wrong"),
    [
        ("0.0.0.0", {}, {"host", "token", "names"}),
        ("example.com", {"token": "0123456789abcdef", "names": ["example.com"]}, {"host"}),
        ("::", {"remote": True, "names": ["example.com"]}, {"token"}),
        ("::", {"remote": True, "token": "0123456789abcdef"}, {"names"}),
        ("127.0.0.1", {"token": "short"}, {"token"}),
    ],
)
def test_another_host_than_this_computer_needs_a_flag_a_token_and_names(
    house: House, host: str, more: dict[str, Any], wrong: set[str]
) -> None:
    with pytest.raises(DefinitionError) as refused:
        serve_http(server(house.desk, Actor.machine("bot")), 0, host=host, **more)
    assert {one.path for one in refused.value.problems} == wrong


def test_without_the_extra_the_command_line_says_what_to_install(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from complaintflow.cli import main

    for name in [name for name in sys.modules if name.startswith("complaintflow.contrib.mcp")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    assert main(house.arguments) == 2
    assert "pip install 'complaintflow[mcp]'" in capsys.readouterr().err
