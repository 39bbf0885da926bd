"""Only what the gateway signed, and signed just now, is read at all."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st
from standardwebhooks.webhooks import Webhook

from complaintflow import DefinitionError, InvalidInput, Refusal
from complaintflow.inbound import Disposition, Reply, Webhooks
from tests.inbound.fixtures import ID, opened

SECRET = "whsec_" + base64.b64encode(b"a secret between two of us").decode()
OTHER = "whsec_" + base64.b64encode(b"the secret of someone else").decode()
HOOKS = Webhooks(SECRET, "sms")
WORDS = {"address": "+8613800000000", "text": "还没到账", "at": "2026-03-02T10:00:00+08:00", "complaint": ID}
BODY = json.dumps(WORDS).encode()


def signed(body: bytes = BODY, secret: str = SECRET, id: str = "msg_1", ago: float = 0) -> dict[str, str]:
    """The headers with which a gateway sends this body."""
    at = datetime.now(UTC) - timedelta(seconds=ago)
    signature = Webhook(secret).sign(id, at, body.decode())
    return {"Webhook-Id": id, "Webhook-Timestamp": str(int(at.timestamp())), "Webhook-Signature": signature}


def read(body: bytes, headers: dict[str, str], hooks: Webhooks = HOOKS) -> Reply:
    found = hooks.read(body, headers)
    assert isinstance(found, Reply)
    return found


def refused(body: bytes, headers: dict[str, str]) -> bool:
    found = HOOKS.read(body, headers)
    return isinstance(found, Refusal) and found.rule == "webhook-genuine"


def test_a_genuine_request_is_a_reply_of_its_channel() -> None:
    found = read(BODY, signed())
    assert (found.ref, found.channel, found.text, found.complaint) == ("msg_1", "sms", "还没到账", ID)
    assert found.at == datetime(2026, 3, 2, 2, tzinfo=UTC)


def test_a_request_that_comes_again_is_heard_once() -> None:
    headers = signed()
    with opened() as one:
        for _ in range(2):
            assert one.desk.hear(read(BODY, headers)).disposition is Disposition.HEARD
        assert one.kinds() == ["Receive", "Hear"]


@pytest.mark.parametrize("ago", [-3_600, 3_600])
def test_a_request_outside_of_the_window_is_refused(ago: float) -> None:
    assert refused(BODY, signed(ago=ago))


def test_another_secret_is_refused() -> None:
    assert refused(BODY, signed(secret=OTHER))


def test_while_a_secret_is_changed_both_count() -> None:
    both = Webhooks((OTHER, SECRET), "sms")
    assert read(BODY, signed(), both) == read(BODY, signed(secret=OTHER), both)


@pytest.mark.parametrize("name", ["Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"])
def test_a_missing_header_is_refused(name: str) -> None:
    headers = signed()
    del headers[name]
    assert refused(BODY, headers)


@given(st.integers(0, len(BODY) * 8 - 1))
def test_any_flipped_bit_of_the_body_is_refused(bit: int) -> None:
    changed = bytearray(BODY)
    changed[bit // 8] ^= 1 << bit % 8
    assert refused(bytes(changed), signed())


@given(st.sampled_from(["Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"]), st.text())
def test_any_other_header_is_refused(name: str, value: str) -> None:
    headers = signed()
    genuine = headers[name] == value
    assert refused(BODY, {**headers, name: value}) != genuine


@given(
    st.binary(), st.dictionaries(st.sampled_from(["webhook-id", "webhook-timestamp", "webhook-signature"]), st.text())
)
def test_what_nobody_signed_is_refused_and_raises_nothing(body: bytes, headers: dict[str, str]) -> None:
    assert refused(body, headers)


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ([1], "body"),
        ({}, "address"),
        ({**WORDS, "at": "2026-03-02T10:00:00"}, "at"),
        ({**WORDS, "text": 7}, "text"),
        ({**WORDS, "channel": "email"}, "channel"),
        ({**WORDS, "ref": "x"}, "ref"),
        ({**WORDS, "doubt": ""}, "doubt"),
        ({**WORDS, "colour": "red"}, "colour"),
    ],
)
def test_a_genuine_request_that_says_something_wrong_is_told_what(document: Any, path: str) -> None:
    body = json.dumps(document).encode()
    with pytest.raises(InvalidInput) as failed:
        HOOKS.read(body, signed(body))
    assert path in {problem.path for problem in failed.value.problems}


def test_what_is_signed_and_no_json_is_told_so() -> None:
    with pytest.raises(InvalidInput, match="JSON object"):
        HOOKS.read(b"{", signed(b"{"))


@pytest.mark.parametrize("secrets", ["", (), "whsec_", "whsec_???", "whsec_eA==", ("whsec_", SECRET), (5,)])
def test_a_secret_that_is_none_is_refused_at_once(secrets: Any) -> None:
    with pytest.raises(DefinitionError) as failed:
        Webhooks(secrets, "sms")
    assert failed.value.problems[0].path in {"secret", "secrets"}


def test_no_secret_shows() -> None:
    assert repr(HOOKS) == "Webhooks(channel='sms')"


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "standardwebhooks.webhooks", None)
    with pytest.raises(DefinitionError, match=r"pip install 'complaintflow\[webhook\]'"):
        Webhooks(SECRET, "sms")
