"""What is sent arrives, once and whole, each message for itself."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands import (
    Acknowledge,
    AskCustomer,
    Call,
    Decline,
    ExplainPlan,
    Notify,
    Propose,
    Remind,
    Update,
)
from complaintflow.plugins import AnyMessage, Channel, CustomerMessage, Outcome
from complaintflow.testing.channel_contract.line import Line, Sending, checked_outcome
from complaintflow.testing.promises import keeps
from complaintflow.testing.racing import ask_at_once
from complaintflow.vocabulary import ReceiptStatus

WHOLE = "What it says was sent arrived, once and whole: every character, each line a line, however long the text."
ALONE = (
    "Each message is its own: the same text under another key, and `M1` of another complaint, are other messages, and "
    "nothing of one is in the next."
)
ANOTHER_SENDING = "Another end is no repeat: `C-1/1/0/M1/2` came back or failed on another way, and has to arrive."
ANY = "It sends in every language, every kind of message, and whichever of the fields are blank."

TEXTS = {
    "Chinese": "您好:第二笔款已退回,请查看账户。",
    "several lines": "first line\nsecond line\n\n- 第三行\n1. fourth",
    "emoji": "已解决 😀👍🏽",
    "right to left": "your order \u05e9\u05dc\u05d5\u05dd is on its way",
    "rare characters": "𠀀 café ﬁ Ａ １ ½ €",
    "markup": "<b>5 < 6 & 7</b> {{ 1 + 1 }} %s {0} ${HOME} \\n *a* _b_",
    "long": "一二三四五六七八九十" * 100,
}
LONG = {"4,001 characters": 4_001, "20,000 characters": 20_000, "100,000 characters": 100_000}
"""Longer than what many services take. A channel may say that it cannot; it may not cut."""
SUBJECTS = {"two lines": "Hello\r\nBcc: all@example.com", "blank": "", "long": "题" * 500}
LANGUAGES = ("zh", "en", "", "zh-Hant", "de", "ar", "x-house")
KINDS = tuple(
    kind.__name__ for kind in (Acknowledge, AskCustomer, Call, Decline, ExplainPlan, Notify, Propose, Remind, Update)
)


class Arrives(Sending[AnyMessage]):
    """What is sent arrives."""

    @keeps(Channel, WHOLE)
    def test_a_message_arrives_once_and_is_told_of(self, line: Line) -> None:
        """The desk relies on it: accepted or delivered means sent, and sent means once."""
        self.send(line, self.message(line, 1))
        arrived = line.arrived()
        assert len(arrived) == 1, f"sent once, and {len(arrived)} arrived"

    @keeps(Channel, "It answers `recorded` when it is a log or a file, which reaches nobody, and only then (R33).")
    def test_a_record_is_told_from_a_way_that_reaches_somebody(self, line: Line) -> None:
        """R33: or complaints are closed as silent whose customers nobody reached."""
        status = self.send(line, self.message(line, 1)).status
        assert (status is ReceiptStatus.RECORDED) == line.records, f"{status} is not what such a channel answers"

    @keeps(Channel, WHOLE)
    @pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
    def test_a_text_arrives_whole(self, line: Line, text: str) -> None:
        self.send(line, self.message(line, 1, text))
        arrived = line.arrived()
        assert len(arrived) == 1, f"sent once, and {len(arrived)} arrived"
        assert_whole(text, arrived[0])

    @keeps(Channel, WHOLE)
    @pytest.mark.parametrize("characters", LONG.values(), ids=LONG)
    def test_a_long_text_arrives_whole_or_is_said_not_to(self, line: Line, characters: int) -> None:
        """Whatever the far end answers: some say yes, and no in the body."""
        text = ("一二三四五六七八九十" * (characters // 10))[: characters - 5] + "\n终 end"
        attempt = self.attempt(line, self.message(line, 1, text))
        if attempt.sent:
            assert_whole(text, "".join(line.arrived()))
        else:
            assert len(line.arrived()) == 0, "it says that it failed, and something arrived"

    @keeps(Channel, WHOLE)
    @pytest.mark.parametrize("subject", SUBJECTS.values(), ids=SUBJECTS)
    def test_an_odd_subject_stops_nothing_and_adds_nothing(self, line: Line, subject: str) -> None:
        """A line break in it is no way into a header: at most one message arrives, and none without being told of."""
        attempt = self.attempt(line, self.message(line, 1, subject=subject))
        arrived = len(line.arrived())
        assert attempt.sent == (arrived == 1), f"it says {attempt.answer!r}, and {arrived} arrived"

    @keeps(Channel, ALONE)
    def test_each_message_arrives_in_its_own_place(self, line: Line) -> None:
        for number, text in enumerate(("第一 first", "第二 second", "第三 third"), 1):
            self.send(line, self.message(line, number, text))
        arrived = line.arrived()
        assert len(arrived) == 3, f"three were sent, and {len(arrived)} arrived"
        for text, found in zip(("first", "second", "third"), arrived, strict=True):
            others = {"first", "second", "third"} - {text}
            assert text in found, "a message does not carry its own text"
            assert not [other for other in others if other in found], "a message carries another one's text"

    @keeps(Channel, ALONE)
    def test_the_same_text_under_another_key_is_another_message(self, line: Line) -> None:
        """After a reopening a customer is told a second time that it is solved, in the same words."""
        again = attrs.evolve(self.message(line, 1), key="C-1/2/0/M1")
        for message in (self.message(line, 1), self.message(line, 2), again):
            self.send(line, message)
        arrived = len(line.arrived())
        assert arrived == 3, f"one text went out under three keys, and arrived {arrived} times"

    @keeps(Channel, ANOTHER_SENDING)
    def test_another_sending_of_a_message_is_no_repeat(self, line: Line) -> None:
        """It came back, or it failed on another way of the same provider: who drops it leaves the customer without."""
        key = self.message(line, 1).key
        for sending in ("", "/2", "/3", "/22"):
            self.send(line, attrs.evolve(self.message(line, 1), key=f"{key}{sending}"))
        arrived = len(line.arrived())
        assert arrived == 4, f"one message was sent anew three times, and arrived {arrived} times"

    @keeps(Channel, ALONE)
    def test_nothing_of_one_complaint_reaches_another_and_nothing_is_taken_for_it(self, line: Line) -> None:
        """Both are M1, each of its complaint."""
        self.send(line, self.message(line, 1, "about my illness"))
        before = len(line.arrived())
        self.send(line, self.message(line, 1, "about your parcel", complaint="C-2", key="C-2/1/0/M1"))
        new = line.arrived()[before:]
        assert len(new) == 1, f"M1 of another complaint arrived {len(new)} times"
        assert "about your parcel" in new[0], "it does not carry its own text"
        assert "illness" not in new[0], "it carries the text of the complaint before"

    @keeps(
        Channel,
        "- Threads: several messages at once, never two attempts at one message while its lease of a minute lasts.",
    )
    def test_many_threads_send_each_message_once(self, line: Line) -> None:
        messages = [self.message(line, number, f"text <{number}>") for number in range(1, 9)]
        outcomes: list[Outcome] = ask_at_once(lambda message: checked_outcome(line.channel.send(message)), messages)
        assert [outcome.status for outcome in outcomes if outcome.status is ReceiptStatus.FAILED] == []
        arrived = line.arrived()
        assert [sum(message.text in one for one in arrived) for message in messages] == [1] * 8

    @keeps(Channel, "- Idempotency: the same `key` may come again after a crash; a channel that can, drops the repeat.")
    def test_the_same_key_again_is_no_second_message_where_keys_are_honoured(self, line: Line) -> None:
        """Promise 2: after a crash the same message comes again under its key. A repeat is no failure."""
        for _ in range(2):
            self.send(line, self.message(line, 1))
        arrived, expected = len(line.arrived()), 1 if line.honours_keys else 2
        assert arrived == expected, f"`honours_keys` is {line.honours_keys}, and one key arrived {arrived} times"

    @keeps(Channel, ANY)
    def test_every_kind_of_message_is_sent(self, line: Line) -> None:
        for number, kind in enumerate((*KINDS, "OfTheHouse"), 1):
            self.send(line, self.message(line, number, f"text <{number}>", kind=kind))
        assert len(line.arrived()) == len(KINDS) + 1

    @keeps(Channel, ANY)
    def test_every_language_is_sent(self, line: Line) -> None:
        for number, language in enumerate(LANGUAGES, 1):
            self.send(line, self.message(line, number, f"text <{number}>", language=language))
        assert len(line.arrived()) == len(LANGUAGES)

    @keeps(Channel, ANY)
    def test_every_field_may_be_there_or_blank(self, line: Line) -> None:
        """A table of fields with what a template needs, and none at all; a body in HTML, and none."""
        fields = FrozenMap({"next": "我们查账", "count": 3, "nothing": None, "names": ("a", "b")})
        more: dict[str, Any] = {}
        if isinstance(self.message(line, 1), CustomerMessage):
            links = FrozenMap({"confirm": "https://shop.example.com/c?t=1&u=2"})
            more = {"links": links, "zone": "Asia/Shanghai", "customer": "u-17", "tried": ("sms",)}
        self.send(line, self.message(line, 1, html="<p>您好 hello</p>", fields=fields, **more))
        self.send(line, self.message(line, 2, subject=""))
        assert len(line.arrived()) == 2

    @keeps(Channel, ANY)
    def test_the_message_stays_as_it_was(self, line: Line) -> None:
        """It may be sent again, by another channel."""
        message = self.message(line, 1)
        self.send(line, message)
        assert message == self.message(line, 1), "it changed the message"


def assert_whole(text: str, arrived: str) -> None:
    """Every line of the text stands there, in order; blanks at the ends of lines, and blank lines, do not count."""
    wanted, found = (["  ".join(line.split()) for line in one.splitlines() if line.strip()] for one in (text, arrived))
    if "\n".join(wanted) in "\n".join(found):
        return
    lines = f"{len(wanted)} lines of {len(text)} characters were sent, and {len(found)} lines of {len(arrived)} arrived"
    missing = next((line for line in wanted if line not in "\n".join(found)), "")
    raise AssertionError(f"{lines}: {f'{missing[:60]!r} is not there' if missing else 'the lines are joined'}")
