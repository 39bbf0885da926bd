"""Services of apprise, to a real HTTP listener on this machine."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator

import pytest

from complaintflow import DefinitionError
from complaintflow.channels import AppriseChannel, AppriseStaffChannel, Directory
from complaintflow.plugins import Outcome
from complaintflow.vocabulary import ReceiptStatus
from tests.channels.messages import to_customer, to_staff
from tests.channels.servers import Listener, listening

ACCEPTED, FAILED = ReceiptStatus.ACCEPTED, ReceiptStatus.FAILED


@pytest.fixture(scope="module")
def running() -> Iterator[Listener]:
    with listening() as listener:
        yield listener


@pytest.fixture
def listener(running: Listener) -> Listener:
    running.status = 200
    running.posts.clear()
    return running


@pytest.fixture
def service(listener: Listener) -> str:
    """The service that posts JSON."""
    return f"json://desk:hidden-word@{listener.url.split('/')[2]}"


def test_a_customer_gets_subject_and_text(service: str, listener: Listener) -> None:
    channel = AppriseChannel(service)
    assert channel.send(to_customer(subject="您的投诉\nC-1", text="您好 😀 <b> {phone} \\n")) == Outcome(ACCEPTED)
    [(_, body)] = listener.posts
    said = json.loads(body)
    assert (said["title"], said["message"]) == ("您的投诉 C-1", "您好 😀 <b> {phone} \\n")
    assert channel.form == "plain"


def test_marks_are_kept_only_for_services_that_show_them(listener: Listener, service: str) -> None:
    """A service of plain text gets text; one of Markdown gets what a renderer wrote in the form `chat`."""
    chat = AppriseChannel(f"{service}?format=html", form="chat")
    assert chat.form == "chat"
    assert chat.send(to_customer(text="**50** \\*")) == Outcome(ACCEPTED)
    assert AppriseChannel(f"{service}?format=html").send(to_customer(text="**50** \\*")) == Outcome(ACCEPTED)
    marked, plain = (json.loads(body)["message"] for _, body in listener.posts)
    assert "<strong>50</strong> *" in marked
    assert "**50**" in plain


def test_a_contact_takes_its_place_in_the_address_and_cannot_leave_it(service: str, listener: Listener) -> None:
    phone = "+86 10/../x?format=html&to=evil,json://evil.example.com"
    assert AppriseChannel(service + "/{phone}/").send(to_customer(to={"phone": phone})) == Outcome(ACCEPTED)
    assert len(listener.posts) == 1


def test_a_customer_without_the_contact_is_not_reached(service: str, listener: Listener) -> None:
    outcome = AppriseChannel(service + "/{telegram}/").send(to_customer())
    assert outcome == Outcome(FAILED, True, "no contact: telegram")
    assert listener.posts == []


def test_a_contact_of_which_no_address_can_be_made_fails_for_good() -> None:
    outcome = AppriseChannel("mailto://{email}").send(to_customer(to={"email": " "}))
    assert outcome == Outcome(FAILED, True, "no address for mailto")


def test_a_service_that_refuses_is_a_failure_for_now(service: str, listener: Listener) -> None:
    listener.status = 500
    assert AppriseChannel(service).send(to_customer()) == Outcome(FAILED, False, "not by JSON")


def test_each_service_has_its_own_result(service: str, listener: Listener) -> None:
    """What one took is not sent again because another did not."""
    away = service.replace("json://", "xml://").rpartition(":")[0] + ":1"
    outcome = AppriseChannel(service, away).send(to_customer())
    assert outcome == Outcome(ACCEPTED, True, "not by XML")
    assert len(listener.posts) == 1


def test_a_team_is_reached_at_its_service(service: str, listener: Listener) -> None:
    channel = AppriseStaffChannel(Directory({"payments": service}))
    assert channel.send(to_staff("payments")) == Outcome(ACCEPTED)
    assert json.loads(listener.posts[0][1])["message"] == "银行还没有回复"
    assert channel.send(to_staff("risk")) == Outcome(FAILED, True, "no service of risk")
    assert channel.send(to_staff()) == Outcome(FAILED, True, "no service of anybody")


def test_no_secret_is_shown_or_logged(service: str, listener: Listener, caplog: pytest.LogCaptureFixture) -> None:
    channel, team = AppriseChannel(service), AppriseStaffChannel(Directory({"payments": service}))
    with caplog.at_level(logging.DEBUG):
        channel.send(to_customer())
        listener.status = 500
        said = [repr(channel), repr(team), str(channel.send(to_customer())), caplog.text]
    assert not any("hidden-word" in text for text in said)


def test_a_service_that_nobody_knows_is_refused_and_not_shown() -> None:
    for make in (AppriseChannel, lambda url: AppriseStaffChannel(Directory({"payments": url}))):
        with pytest.raises(DefinitionError, match="found a nonsense:// URL") as refused:
            make("nonsense://hidden-word")
        assert "hidden" not in str(refused.value)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    with pytest.raises(DefinitionError, match=r"pip install 'complaintflow\[apprise\]'"):
        AppriseChannel("json://example.com")
