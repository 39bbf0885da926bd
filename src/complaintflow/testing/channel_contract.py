"""What every channel must do: subclass `ChannelContract` or `StaffChannelContract`, and give a `Line` to look at."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any, Generic, TypeVar

import attrs
import pytest

from complaintflow.commands import Update
from complaintflow.plugins import Channel, CustomerMessage, Outcome, StaffChannel, StaffMessage
from complaintflow.record.keys import MessageKey, message_name
from complaintflow.vocabulary import ReceiptStatus

_M = TypeVar("_M", CustomerMessage, StaffMessage)

SENT = (ReceiptStatus.ACCEPTED, ReceiptStatus.RECORDED, ReceiptStatus.DELIVERED)
TEXTS = {
    "Chinese": "您好:第二笔款已退回,请查看账户。",
    "several lines": "first line\nsecond line\n\n- 第三行",
    "emoji": "已解决 😀👍🏽",
    "right to left": "your order \u05e9\u05dc\u05d5\u05dd is on its way",
    "markup": "<b>5 < 6 & 7</b> {{ 1 + 1 }} %s {0}",
    "long": "一二三四五六七八九十" * 100,
}
SUBJECTS = {"two lines": "Hello\r\nBcc: all@example.com", "blank": "", "long": "题" * 500}
INTERNAL = "internal: 内部备注, the customer is a nuisance"
TO: Mapping[str, str] = {
    "app": "u-17",
    "chat": "u-17",
    "email": "li@example.com",
    "phone": "+8613800000000",
    "portal": "u-17",
    "url": "https://example.com/u-17",
    "webhook": "https://example.com/u-17",
}
"""The addresses of the one who is written to; a line may have others."""


@attrs.frozen
class Line:
    """A channel and its far end, as a test sees it.

    `arrived` gives what reached the far end so far, in order, each as the text that a reader would see. Within
    `down()` the far end cannot be reached; None, when that can never be. `to` is where messages are addressed to, in
    place of the usual. `honours_keys` says that a repeat under one key is dropped, on this side or on the other.
    `beside` is the channel to staff that works through the same parts, when there is one. `far_logs` are the
    loggers of the far end, when it runs in this process. `records` says that the far end is a log or a file, which
    reaches nobody.
    """

    channel: Any
    arrived: Callable[[], Sequence[str]]
    down: Callable[[], AbstractContextManager[object]] | None = None
    to: Mapping[str, str] = TO
    honours_keys: bool = False
    beside: StaffChannel | None = None
    far_logs: tuple[str, ...] = ()
    records: bool = False


def _id_and_key(number: int) -> tuple[str, str]:
    id = message_name(number)
    return id, str(MessageKey("C-1", 1, 0, id))


def to_customer(line: Line, number: int, text: str = "您好 hello", **fields: Any) -> CustomerMessage:
    """Message M1, M2 … to the customer of complaint C-1."""
    id, key = _id_and_key(number)
    whole = CustomerMessage(id, "C-1", key, Update.__name__, "app", "zh", "主题", text, line.to)
    return attrs.evolve(whole, **fields)


def to_staff(line: Line, number: int, text: str = "您好 hello", **fields: Any) -> StaffMessage:
    """Message M1, M2 … to the team of complaint C-1."""
    id, key = _id_and_key(number)
    whole = StaffMessage(id, "C-1", key, Update.__name__, "team", ("payments", "li"), "主题", text)
    return attrs.evolve(whole, **fields)


class _Contract(Generic[_M]):
    """What holds of both kinds of channel."""

    @pytest.fixture
    def line(self) -> Iterator[Line]:
        """A channel with its far end, where nothing has arrived yet; overridden."""
        raise NotImplementedError("override the fixture `line`")

    def message(self, line: Line, number: int, text: str = "您好 hello", **fields: Any) -> _M:
        """A message of the kind that the channel takes."""
        raise NotImplementedError

    def send(self, line: Line, message: _M) -> Outcome:
        """What the channel answers."""
        outcome: Any = line.channel.send(message)
        assert isinstance(outcome, Outcome), f"{outcome!r} is no Outcome"
        return outcome

    # ── what is sent arrives, once and whole

    def test_a_message_arrives_once_and_is_told_of(self, line: Line) -> None:
        """The desk relies on it: accepted or delivered means sent, and sent means once."""
        outcome = self.send(line, self.message(line, 1))
        assert outcome.status in SENT, f"a message to {dict(line.to)} ended as {outcome}"
        assert len(line.arrived()) == 1, "sent once, and it did not arrive once"

    def test_a_record_is_told_from_a_way_that_reaches_somebody(self, line: Line) -> None:
        """R33: or complaints are closed as silent whose customers nobody reached."""
        status = self.send(line, self.message(line, 1)).status
        assert (status is ReceiptStatus.RECORDED) == line.records, f"{status} is not what such a channel answers"

    @pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
    def test_a_text_arrives_whole(self, line: Line, text: str) -> None:
        assert self.send(line, self.message(line, 1, text)).status in SENT
        (arrived,) = line.arrived()
        assert _plain(text) in _plain(arrived), "the text did not arrive as it was"

    @pytest.mark.parametrize("subject", SUBJECTS.values(), ids=SUBJECTS)
    def test_an_odd_subject_stops_nothing_and_adds_nothing(self, line: Line, subject: str) -> None:
        """A line break in it is no way into a header: at most one message arrives, and none without being told of."""
        try:
            outcome = self.send(line, self.message(line, 1, subject=subject))
        except Exception:  # refusing it is allowed
            assert len(line.arrived()) == 0
            return
        assert (outcome.status in SENT) == (len(line.arrived()) == 1)

    def test_each_message_arrives_in_its_own_place(self, line: Line) -> None:
        for number, text in enumerate(("第一 first", "第二 second", "第三 third"), 1):
            assert self.send(line, self.message(line, number, text)).status in SENT
        arrived = line.arrived()
        assert len(arrived) == 3, "three were sent"
        for text, found in zip(("first", "second", "third"), arrived, strict=True):
            others = {"first", "second", "third"} - {text}
            assert text in found, "a message does not carry its own text"
            assert not [other for other in others if other in found], "a message carries another one's text"

    def test_many_threads_send_each_message_once(self, line: Line) -> None:
        messages = [self.message(line, number, f"text <{number}>") for number in range(1, 9)]
        with ThreadPoolExecutor(4) as pool:
            outcomes = list(pool.map(self.send, [line] * len(messages), messages))
        assert all(outcome.status in SENT for outcome in outcomes)
        arrived = line.arrived()
        assert [sum(message.text in one for one in arrived) for message in messages] == [1] * 8

    def test_the_same_key_again_is_no_second_message_where_keys_are_honoured(self, line: Line) -> None:
        """Promise 2: after a crash the same message comes again under its key."""
        first, again = (self.send(line, self.message(line, 1)) for _ in range(2))
        assert (first.status in SENT, again.status in SENT) == (True, True), "a repeat is no failure"
        assert len(line.arrived()) == (1 if line.honours_keys else 2)

    # ── what cannot be sent is said

    def test_what_cannot_be_sent_is_an_error_or_a_failure_and_never_a_success(self, line: Line) -> None:
        """Promise 10: an error is never swallowed, or the customer waits for a message that nobody sent."""
        if line.down is None:
            pytest.skip("the far end of this line is always there")
        with line.down():
            assert _has_failed(line.channel, self.message(line, 1)), (
                "the far end was down, and the channel said it was told"
            )
        assert len(line.arrived()) == 0

    def test_it_sends_again_when_the_far_end_is_back(self, line: Line) -> None:
        if line.down is None:
            pytest.skip("the far end of this line is always there")
        with line.down():
            _has_failed(line.channel, self.message(line, 1))
        assert self.send(line, self.message(line, 1)).status in SENT
        assert len(line.arrived()) == 1

    # ── what is private stays so

    def test_text_and_addresses_stay_out_of_the_log(self, line: Line, caplog: pytest.LogCaptureFixture) -> None:
        """A log is no place for what is private; DEBUG may say more."""
        with caplog.at_level(logging.INFO):
            self.send(line, self.message(line, 1, "a very private matter"))
        told = (record for record in caplog.records if record.levelno > logging.DEBUG)
        logged = "\n".join(record.getMessage() for record in told if record.name not in line.far_logs)
        private = ("a very private matter", line.to.get("email", ""), line.to.get("phone", ""))
        assert not [word for word in private if word and word in logged]

    def test_text_and_addresses_stay_out_of_what_goes_on_record(self, line: Line) -> None:
        """The `detail` of an outcome and the words of an error are kept in the history, where nothing is erased."""
        message = self.message(line, 1, "a very private matter")
        told = [_words(line.channel, message)]
        if line.down is not None:
            with line.down():
                told.append(_words(line.channel, message))
        private = ("a very private matter", *line.to.values())
        assert not [word for word in private if word in "\n".join(told)], "what goes on record is private"


class ChannelContract(_Contract[CustomerMessage]):
    """Every test here hands messages to a `Channel` and looks at its far end.

    Override the fixture `line` with a channel and a real far end: a server that the test starts, a file, a list.
    """

    def message(self, line: Line, number: int, text: str = "您好 hello", **fields: Any) -> CustomerMessage:
        """A message to a customer."""
        return to_customer(line, number, text, **fields)

    def test_without_an_address_nothing_is_claimed(self, line: Line) -> None:
        """Either it needs none and the message arrives, or it says that it failed."""
        told = not _has_failed(line.channel, self.message(line, 1, to={}))
        assert told == (len(line.arrived()) == 1)

    def test_nothing_internal_reaches_the_customer(self, line: Line) -> None:
        """Promise 6: what staff were sent before, through the same parts, is not in the next message."""
        if line.beside is not None:
            line.beside.send(to_staff(line, 1, INTERNAL))
        before = len(line.arrived())
        assert self.send(line, self.message(line, 2)).status in SENT
        assert not [one for one in line.arrived()[before:] if "internal" in one or "内部" in one]

    def test_nothing_of_one_customer_reaches_another(self, line: Line) -> None:
        self.send(line, self.message(line, 1, "about my illness"))
        before = len(line.arrived())
        self.send(line, self.message(line, 1, "about your parcel", complaint="C-2", key="C-2/1/0/M1"))
        assert not [one for one in line.arrived()[before:] if "illness" in one]


class StaffChannelContract(_Contract[StaffMessage]):
    """The same for a `StaffChannel`: the fixture `line`, whose channel takes what staff read."""

    def message(self, line: Line, number: int, text: str = "您好 hello", **fields: Any) -> StaffMessage:
        """A message to a team."""
        return to_staff(line, number, text, **fields)


def _try(channel: Channel | StaffChannel, message: Any) -> Outcome | Exception:
    """What became of an attempt: a channel may also raise."""
    try:
        return channel.send(message)
    except Exception as error:
        return error


def _has_failed(channel: Channel | StaffChannel, message: Any) -> bool:
    """Whether the channel raised or said that it failed."""
    tried = _try(channel, message)
    return isinstance(tried, Exception) or tried.status is ReceiptStatus.FAILED


def _words(channel: Channel | StaffChannel, message: Any) -> str:
    """What the channel says of this attempt."""
    tried = _try(channel, message)
    return repr(tried) if isinstance(tried, Exception) else str(tried.detail)


def _plain(text: str) -> str:
    """Line ends and white space do not matter."""
    return " ".join(text.split())
