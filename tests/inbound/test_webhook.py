"""Only what the gateway signed, and signed just now, is read at all."""

from __future__ import annotations

import base64
import json
from contextlib import suppress
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


class SeveralHeaders(dict[str, str]):
    """Headers as many servers give them: one may be there twice."""

    def __init__(self, *pairs: tuple[str, str]) -> None:
        super().__init__(pairs)
        self._pairs = pairs

    def items(self) -> Any:
        return self._pairs


TWICE = [
    ("webhook-id", "evil"),
    ("WEBHOOK-ID", "evil"),
    ("webhooK-Id", "msg_1"),
    (" Webhook-Id", "evil"),
    ("webhook_id", "evil"),
    ("HTTP_WEBHOOK_ID", "evil"),
    ("webhoo\N{KELVIN SIGN}-id", "evil"),
    ("webhook-timestamp", "0"),
    ("webhook-signature", "v1,x"),
]


@pytest.mark.parametrize("another", TWICE)
def test_a_header_that_is_given_twice_makes_no_message_count_a_second_time(another: tuple[str, str]) -> None:
    genuine = signed()
    assert refused(BODY, dict([another, *genuine.items()]))
    assert refused(BODY, {**genuine, another[0]: another[1]})


@pytest.mark.parametrize("name", ["Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"])
def test_a_header_that_is_given_twice_under_one_spelling_is_refused_too(name: str) -> None:
    genuine = signed()
    assert refused(BODY, SeveralHeaders(*genuine.items(), (name, genuine[name])))
    assert refused(BODY, SeveralHeaders((name, "evil"), *genuine.items()))
    assert read(BODY, SeveralHeaders(*genuine.items(), ("X-Other", "1"), ("X-Other", "2"))).ref == "msg_1"


@pytest.mark.parametrize("spell", [str.lower, str.upper, lambda name: "HTTP_" + name.upper().replace("-", "_")])
def test_the_id_that_is_kept_is_the_one_that_was_signed_however_a_server_spells_it(spell: Any) -> None:
    assert read(BODY, {spell(name): value for name, value in signed(id="msg_7").items()}).ref == "msg_7"


@pytest.mark.parametrize("id", ["", " ", 'x.1.{"a', "msg 1", "消息", "x" * 257, "msg_1\n", "a,b"])
def test_an_id_that_could_be_read_as_a_body_is_refused(id: str) -> None:
    assert refused(BODY, signed(id=id))


DEEP = [
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b'{"text":' + b"[" * 900 + b"]" * 900 + b"}",
    b'{"attachments":' + b'[{"uri":' * 300 + b"1" + b"}]" * 300 + b"}",
    b'{"a":' * 40 + b"1" + b"}" * 40,
]
ODD = [
    b"",
    b"null",
    b'"x"',
    b"{",
    b"{'a': 1}",
    b'{"text": NaN}',
    b'{"text": 1e999}',
    b'{"text": ' + b"9" * 10_000 + b"}",
    b'{"text": "\\ud800"}',
    b'{"\\u0000": 1}',
    b"\xef\xbb\xbf{}",
    json.dumps({**WORDS, "text": {"x": 1}}).encode(),
    json.dumps({**WORDS, "refers_to": "x"}).encode(),
    json.dumps({**WORDS, "refers_to": [[]]}).encode(),
    json.dumps({**WORDS, "refers_to": ["x"] * 51}).encode(),
    json.dumps({**WORDS, "attachments": [{"uri": "x", "size": 10**30}, 7]}).encode(),
    json.dumps({**WORDS, "at": 10**30}).encode(),
    json.dumps({**WORDS, "at": "9999-12-31T23:59:59-23:59"}).encode(),
    json.dumps({**WORDS, "complaint": 1}).encode(),
]


@pytest.mark.parametrize("body", DEEP + ODD)
def test_what_a_gateway_signs_by_mistake_is_named_and_stops_nothing(body: bytes) -> None:
    with pytest.raises(InvalidInput):
        HOOKS.read(body, signed(body))


def test_words_that_come_with_a_thousand_files_are_heard() -> None:
    body = json.dumps({**WORDS, "attachments": [{"uri": "x"}] * 1000}).encode()
    found = HOOKS.read(body, signed(body))
    assert isinstance(found, Reply)
    assert len(found.attachments) == 1000


def test_a_body_beyond_the_limit_is_not_even_verified() -> None:
    with pytest.raises(InvalidInput, match="1048576"):
        HOOKS.read(b" " * (2**20 + 1), {})


@pytest.mark.parametrize(("body", "headers"), [("{}", {}), (None, {}), ([], {}), (BODY, None), (BODY, [])])
def test_what_is_no_request_at_all_is_named(body: Any, headers: Any) -> None:
    with pytest.raises(InvalidInput):
        HOOKS.read(body, headers)


@pytest.mark.parametrize("value", [None, 7, b"msg_1", ["msg_1"], "x" * 5_000])
@pytest.mark.parametrize("name", ["Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"])
def test_a_header_of_an_odd_type_is_refused(name: str, value: Any) -> None:
    assert refused(BODY, {**signed(), name: value})


VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, -1, 10**400, 0.5, "", "x", "\0", "\udc80", [], {}, [[]], ["x"], [{}], {"uri": "x"}]
)
NAMES = st.sampled_from([*WORDS, "name", "refers_to", "attachments", "", "x", "\0"])


@given(st.dictionaries(NAMES, VALUES, max_size=3))
def test_whatever_a_gateway_signs_is_a_reply_or_named(document: dict[str, Any]) -> None:
    body = json.dumps({**WORDS, **document}).encode()
    with suppress(InvalidInput):
        assert isinstance(HOOKS.read(body, signed(body)), Reply)


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
