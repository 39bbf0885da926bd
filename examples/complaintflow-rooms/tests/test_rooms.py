"""Both channels keep the contract of channels against a server that the test starts, and a desk uses them."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import complaintflow_rooms
import pytest
from chat import TOKEN, Chat, chat_server
from complaintflow_rooms import CustomerRooms, Server, ServerError, StaffRoom

from complaintflow import Actor, Customer, DefinitionError, Desk
from complaintflow.commands import Acknowledge, Receive, Triage, Update
from complaintflow.plugins import CustomerMessage, Outcome
from complaintflow.testing import ChannelContract, FrozenClock, Line, StaffChannelContract, check_plugin
from complaintflow.vocabulary import ReceiptStatus

ROOM, STAFF = "!u-17:example.com", "!team:example.com"
LI = Actor("li", roles={"agent"})


@pytest.fixture
def chat() -> Iterator[Chat]:
    with chat_server() as chat:
        yield chat


@pytest.fixture
def settings(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The environment with everything that the plugin wants."""
    monkeypatch.setenv("COMPLAINTFLOW_ROOMS_URL", chat.url)
    monkeypatch.setenv("COMPLAINTFLOW_ROOMS_TOKEN", TOKEN)
    monkeypatch.setenv("COMPLAINTFLOW_ROOMS_STAFF", STAFF)
    return monkeypatch


# ── the contracts


class TestCustomerRooms(ChannelContract):
    @pytest.fixture
    def line(self, chat: Chat) -> Line:
        server = Server(chat.url, TOKEN)
        staff = StaffRoom(server, STAFF)
        return Line(
            CustomerRooms(server),
            chat.texts,
            chat.down,
            {"rooms": ROOM},
            honours_keys=True,
            beside=staff,
            secrets=(TOKEN,),
            refuses=chat.refuses,
            silent=chat.silent,
        )


class TestStaffRoom(StaffChannelContract):
    @pytest.fixture
    def line(self, chat: Chat) -> Line:
        channel = StaffRoom(Server(chat.url, TOKEN), STAFF)
        return Line(
            channel,
            chat.texts,
            chat.down,
            honours_keys=True,
            secrets=(TOKEN,),
            refuses=chat.refuses,
            silent=chat.silent,
        )


# ── what the server answers


def sent(chat: Chat, room: str = ROOM, token: str = TOKEN) -> Outcome:
    to = {"rooms": room}
    message = CustomerMessage("M1", "C-1", "C-1/1/0/M1", "Update", "rooms", "zh", "主题", "已记录。", to)
    return CustomerRooms(Server(chat.url, token)).send(message)


def test_too_many_messages_wait_as_long_as_the_server_says(chat: Chat) -> None:
    chat.says(429, errcode="M_LIMIT_EXCEEDED", retry_after_ms=2500)
    wait = timedelta(seconds=2.5)
    assert sent(chat) == Outcome(ReceiptStatus.FAILED, final=False, detail="M_LIMIT_EXCEEDED", retry_after=wait)


@pytest.mark.parametrize("status", [400, 403, 404, 413])
def test_a_message_that_the_server_refuses_failed_for_good(chat: Chat, status: int) -> None:
    chat.says(status, errcode="M_FORBIDDEN")
    assert sent(chat) == Outcome(ReceiptStatus.FAILED, detail=f"{status} M_FORBIDDEN")


@pytest.mark.parametrize("status", [302, 500, 503])
def test_a_server_that_does_not_work_is_an_error(chat: Chat, status: int) -> None:
    chat.says(status, errcode="M_UNKNOWN")
    with pytest.raises(ServerError, match=f"{status}: M_UNKNOWN"):
        sent(chat)


def test_an_answer_without_an_event_is_no_success(chat: Chat) -> None:
    chat.says(200, hello="you are not logged in to this network")
    with pytest.raises(ServerError, match="200"):
        sent(chat)


def test_an_answer_that_is_no_json_is_read_by_its_status(chat: Chat) -> None:
    chat.answer = 403, "<html>不行</html>".encode()
    assert sent(chat) == Outcome(ReceiptStatus.FAILED, detail="403 no reason")


def test_a_wrong_token_is_an_error_and_no_fault_of_the_message(chat: Chat) -> None:
    with pytest.raises(ServerError, match="401: M_UNKNOWN_TOKEN"):
        sent(chat, token="another")


def test_a_server_that_never_answers_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        server = Server(f"http://127.0.0.1:{silent.getsockname()[1]}", TOKEN, timeout=0.05)
        with pytest.raises(TimeoutError):
            server.say(ROOM, "已记录。", "C-1/1/0/M1")


@pytest.mark.parametrize("room", ["", "u-17", "../../admin"])
def test_what_is_no_room_is_not_asked_for(chat: Chat, room: str) -> None:
    assert sent(chat, room) == Outcome(ReceiptStatus.FAILED, detail="no room")


def test_a_room_is_one_part_of_the_path_whatever_it_is_called(chat: Chat) -> None:
    assert sent(chat, "!odd/../房间?x:example.com").status is ReceiptStatus.ACCEPTED
    assert [room for room, _ in chat.sent] == ["!odd/../房间?x:example.com"]


# ── settings


@pytest.mark.usefixtures("settings")
def test_the_plugin_brings_both_ways() -> None:
    brings = {"channels": ("rooms",), "staff_channels": ("team", "stakeholders")}
    assert check_plugin(complaintflow_rooms).brings == brings


def test_without_a_room_for_our_own_people_they_are_told_elsewhere(settings: pytest.MonkeyPatch) -> None:
    settings.delenv("COMPLAINTFLOW_ROOMS_STAFF")
    assert complaintflow_rooms.staff_channels() == {}


def test_what_is_not_set_is_named_all_at_once(settings: pytest.MonkeyPatch) -> None:
    settings.delenv("COMPLAINTFLOW_ROOMS_URL")
    settings.setenv("COMPLAINTFLOW_ROOMS_TOKEN", "")
    with pytest.raises(DefinitionError) as wrong:
        complaintflow_rooms.channels()
    names = [problem.path for problem in wrong.value.problems]
    assert names == ["COMPLAINTFLOW_ROOMS_URL", "COMPLAINTFLOW_ROOMS_TOKEN"]


def test_a_desk_says_why_it_has_no_rooms(settings: pytest.MonkeyPatch) -> None:
    settings.delenv("COMPLAINTFLOW_ROOMS_TOKEN")
    settings.delenv("COMPLAINTFLOW_ROOMS_STAFF")
    with Desk.open("memory://", plugins=[complaintflow_rooms]) as desk:
        (failure,) = desk.plugins.failures
    assert failure.plugin == "complaintflow_rooms"
    assert "COMPLAINTFLOW_ROOMS_TOKEN" in str(failure)


@pytest.mark.parametrize("url", ["", "chat.example.com", "ftp://li:secret@example.com", "https://", "https://[::1"])
def test_a_wrong_address_is_refused_and_not_shown(url: str) -> None:
    with pytest.raises(DefinitionError, match="expected https:// and a host") as wrong:
        Server(url, TOKEN)
    assert "secret" not in str(wrong.value)


@pytest.mark.parametrize("token", ["", "secret\n", "secret token", "secret密"])
def test_a_token_that_fits_no_header_is_refused_and_not_shown(token: str) -> None:
    with pytest.raises(DefinitionError, match="the token") as wrong:
        Server("https://chat.example.com", token)
    assert "secret" not in str(wrong.value)


def test_the_token_is_never_shown(chat: Chat) -> None:
    server = Server(chat.url, TOKEN)
    shown = f"{server!r} {CustomerRooms(server)!r} {StaffRoom(server, STAFF)!r}"
    assert TOKEN not in shown
    assert "127.0.0.1" in shown


# ── with a desk


@pytest.mark.usefixtures("settings")
def test_a_customer_is_told_once_and_it_is_on_record(chat: Chat) -> None:
    clock = FrozenClock()
    customer = Customer("u-17", contact={"rooms": ROOM}, preferred_channel="rooms")
    with Desk.open("memory://", clock=clock, plugins=[complaintflow_rooms]) as desk:
        complaint = desk.receive(Receive("app", customer, "扫码没反应 😀"), by=Actor.system())
        desk.do(complaint.id, Acknowledge("已记录,明天中午前回复您。", clock() + timedelta(days=1)), by=LI)
        with chat.down():
            assert desk.deliver().waiting == 1
        clock.later(hours=1)
        assert desk.deliver().count("accepted") == 1
        assert desk.deliver().outcomes == ()
        assert desk.history(complaint.id)[-1].kind == "Receipt"
        assert not desk.get(complaint.id).facts.open_messages
    [((room, key), content)] = chat.sent.items()
    assert room == ROOM
    assert key.startswith(f"{complaint.id}/")
    assert content["body"].startswith("已记录,明天中午前回复您。")


@pytest.mark.usefixtures("settings")
def test_the_lines_of_the_readme_work(chat: Chat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    [lines] = re.findall(r"^```python\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(tmp_path)
    exec(lines, {})
    assert len(chat.texts()) == 1


@pytest.mark.usefixtures("settings")
def test_a_team_is_told_in_the_room_of_our_own_people(chat: Chat) -> None:
    with Desk.open("memory://", clock=FrozenClock(), plugins=[complaintflow_rooms]) as desk:
        complaint = desk.receive(Receive("app", Customer("u-17"), "扫码没反应"), by=Actor.system())
        desk.do(complaint.id, Triage("inquiry", team="service"), Update("team", done="向财务核实中"), by=LI)
        desk.deliver()
    assert [room for room, _ in chat.sent] == [STAFF]
    assert chat.texts() == ["service: 向财务核实中"]
