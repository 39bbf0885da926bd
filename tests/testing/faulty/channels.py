"""Channels with one fault each, and the test of the contract that finds it."""

from __future__ import annotations

import html
import logging
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event
from typing import Any, ClassVar

import attrs

from complaintflow.plugins import CustomerMessage, Message, Outcome, StaffMessage
from complaintflow.testing import Line
from complaintflow.vocabulary import ReceiptStatus
from tests.testing.faulty.faults import Faults

__all__ = ["CAUGHT", "FarEnd", "Good", "line_of"]

TOKEN = "tok-5f3a9c77"
TO = {"app": "u-17", "email": "li@example.com", "phone": "+8613800000000", "rooms": "!u-17:example.com"}
_LOG = logging.getLogger("faulty")


@attrs.define
class FarEnd:
    """Takes texts of at most so many characters, when it is there. It answers 202 and says in the body what it took."""

    texts: list[str] = attrs.field(factory=list[str])
    mood: str = "works"
    most: int = 30_000

    def post(self, text: str, token: str = TOKEN) -> bool:
        """Whether it was taken: what stands in the body of its answer."""
        if self.mood == "down":
            raise ConnectionError("nobody there")
        if self.mood == "silent":
            raise TimeoutError("no answer")
        if self.mood == "refuses" or len(text) > self.most:
            return False
        self.texts.append(text)
        return True

    def away(self, mood: str) -> Any:
        @contextmanager
        def change() -> Iterator[None]:
            self.mood = mood
            yield
            self.mood = "works"

        return change


class Good:
    """Without a fault: to customers and to staff, through the same parts."""

    def __init__(self) -> None:
        self.far, self.board = FarEnd(), list[str]()
        self._token, self.last = TOKEN, ""

    def send(self, message: Message) -> Outcome:
        if isinstance(message, StaffMessage):
            self.board.append(message.text)
            self.last = message.text
            return Outcome(ReceiptStatus.ACCEPTED)
        if not self.address(message):
            return Outcome(ReceiptStatus.FAILED, detail="no room")
        return self.to_customer(message)

    def address(self, message: CustomerMessage) -> str:
        return message.to.get("rooms", "")

    def to_customer(self, message: CustomerMessage) -> Outcome:
        return self.answer(self.far.post(self.text(message)))

    def text(self, message: CustomerMessage) -> str:
        return message.text

    def answer(self, taken: bool) -> Outcome:
        return Outcome(ReceiptStatus.ACCEPTED) if taken else Outcome(ReceiptStatus.FAILED, detail="refused")


def line_of(kind: type[Good]) -> Line:
    """A channel of this kind with its far end."""
    channel = kind()
    far = channel.far
    return Line(
        channel,
        lambda: far.texts,
        far.away("down"),
        TO,
        beside=channel,
        secrets=(TOKEN,),
        refuses=far.away("refuses"),
        silent=far.away("silent"),
    )


CAUGHT = Faults[type[Good]]()
found_by = CAUGHT.found_by


@found_by("a_message_arrives_once_and_is_told_of")
class SendsTwice(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        super().to_customer(message)
        return super().to_customer(message)


@found_by("what_cannot_be_sent_is_an_error_or_a_failure_and_never_a_success")
class SwallowsErrors(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        with suppress(ConnectionError):
            super().to_customer(message)
        return self.answer(True)


@found_by("nothing_internal_reaches_the_customer")
class LeaksAnInternalNote(Good):
    """A buffer that is not emptied."""

    def text(self, message: CustomerMessage) -> str:
        kept, self.last = self.last, ""
        return f"{kept}\n{message.text}".strip()


@found_by("text_and_addresses_stay_out_of_what_goes_on_record")
class NamesTheAddress(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        if self.far.mood == "down":
            raise ConnectionError(f"{message.to['email']} cannot be reached")
        return super().to_customer(message)


# ── waiting


@found_by("an_outage_is_not_the_end_of_a_message")
class WaitsForTooLong(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        if self.far.mood == "down":
            time.sleep(31)
        return super().to_customer(message)


@found_by("an_outage_is_not_the_end_of_a_message")
class WaitsForAnEventForTooLong(Good):
    """As one writes it who wants to be stopped in a pause."""

    def to_customer(self, message: CustomerMessage) -> Outcome:
        if self.far.mood == "down":
            Event().wait(31)
        return super().to_customer(message)


@found_by("an_outage_is_not_the_end_of_a_message")
class TriesForTooLong(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        for _ in range(4):
            with suppress(ConnectionError):
                return super().to_customer(message)
            time.sleep(8)
        raise ConnectionError("nobody there, four times")


@found_by("a_message_arrives_once_and_is_told_of")
class LetsAConnectionWait(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        with socket.socket() as one:
            one.settimeout(60)
        return super().to_customer(message)


# ── failing


@found_by("an_outage_is_not_the_end_of_a_message")
class GivesUpInAnOutage(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        with suppress(ConnectionError):
            return super().to_customer(message)
        return Outcome(ReceiptStatus.FAILED, detail="503")


@found_by("a_far_end_that_says_nothing_is_given_up_in_time")
class TakesSilenceForYes(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        with suppress(TimeoutError):
            return super().to_customer(message)
        return self.answer(True)


@found_by("a_long_text_arrives_whole_or_is_said_not_to")
class BelievesTheStatus(Good):
    """202, and the body says that the text is too long."""

    def answer(self, taken: bool) -> Outcome:
        return super().answer(True)


@found_by("what_the_far_end_refuses_is_no_success_whatever_its_status")
class BelievesTheStatusAlone(BelievesTheStatus):
    pass


@found_by("it_sends_again_when_the_far_end_is_back")
class QueuesWhatFailed(Good):
    def __init__(self) -> None:
        super().__init__()
        self.queue: list[CustomerMessage] = []

    def to_customer(self, message: CustomerMessage) -> Outcome:
        try:
            outcome = super().to_customer(message)
        except ConnectionError:
            self.queue.append(message)
            raise
        for one in self.queue:
            super().to_customer(one)
        self.queue.clear()
        return outcome


# ── the answer


class Answers(Good):
    ANSWER: Any = None

    def to_customer(self, message: CustomerMessage) -> Outcome:
        super().to_customer(message)
        return self.ANSWER  # type: ignore[no-any-return]


@found_by("a_message_arrives_once_and_is_told_of")
class AnswersNothing(Answers):
    pass


@found_by("a_message_arrives_once_and_is_told_of")
class AnswersYes(Answers):
    ANSWER = True


@found_by("a_message_arrives_once_and_is_told_of")
class AnswersAText(Answers):
    ANSWER = Outcome("accepted")  # type: ignore[arg-type]


@found_by("a_record_is_told_from_a_way_that_reaches_somebody")
class SaysRecorded(Answers):
    ANSWER = Outcome(ReceiptStatus.RECORDED)


@found_by("a_message_arrives_once_and_is_told_of")
class SaysDropped(Answers):
    ANSWER = Outcome(ReceiptStatus.DROPPED)


@found_by("a_message_arrives_once_and_is_told_of")
class SaysFailedThoughItSent(Answers):
    ANSWER = Outcome(ReceiptStatus.FAILED, final=False)


# ── texts


@found_by("a_long_text_arrives_whole_or_is_said_not_to")
class CutsAt4000(Good):
    def text(self, message: CustomerMessage) -> str:
        return message.text[:4_000]


@found_by("a_long_text_arrives_whole_or_is_said_not_to")
class CutsTheEndOfVeryLongOnes(Good):
    def text(self, message: CustomerMessage) -> str:
        return message.text[:16_000]


@found_by("a_text_arrives_whole")
class JoinsLines(Good):
    def text(self, message: CustomerMessage) -> str:
        return " ".join(message.text.split())


@found_by("a_text_arrives_whole")
class EscapesMarkup(Good):
    def text(self, message: CustomerMessage) -> str:
        return html.escape(message.text)


@found_by("a_text_arrives_whole")
class FillsTemplates(Good):
    def text(self, message: CustomerMessage) -> str:
        return message.text.replace("{0}", message.subject)


@found_by("a_text_arrives_whole")
class LosesRareCharacters(Good):
    def text(self, message: CustomerMessage) -> str:
        return message.text.encode("gbk", "replace").decode("gbk")


# ── one message and another


@found_by("the_same_text_under_another_key_is_another_message")
class KnowsMessagesByText(Good):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def name(self, message: CustomerMessage) -> str:
        return message.text

    def to_customer(self, message: CustomerMessage) -> Outcome:
        if self.name(message) in self.seen:
            return self.answer(True)
        self.seen.add(self.name(message))
        return super().to_customer(message)


@found_by("another_sending_of_a_message_is_no_repeat")
class KnowsMessagesWithoutTheirSending(KnowsMessagesByText):
    """What went another way, or came back, is dropped as a repeat."""

    def name(self, message: CustomerMessage) -> str:
        return "/".join(message.key.split("/")[:4])


@found_by("nothing_of_one_complaint_reaches_another_and_nothing_is_taken_for_it")
class KnowsMessagesByNumber(KnowsMessagesByText):
    """`M1` of another complaint vanishes."""

    def name(self, message: CustomerMessage) -> str:
        return message.id


@found_by("the_same_text_under_another_key_is_another_message")
class KnowsMessagesWithoutTheirCycle(KnowsMessagesByText):
    def name(self, message: CustomerMessage) -> str:
        return f"{message.complaint} {message.id}"


@found_by("each_message_arrives_in_its_own_place")
class AddsTheOneBefore(Good):
    def text(self, message: CustomerMessage) -> str:
        before, self.last = self.last, message.text
        return f"{message.text}\n> {before}"


@found_by("many_threads_send_each_message_once")
class SharesABuffer(Good):
    def text(self, message: CustomerMessage) -> str:
        self.last = message.text
        time.sleep(0.02)
        return self.last


# ── addresses


@found_by("the_contact_of_its_own_kind_is_taken_and_not_any")
class TakesTheFirstContact(Good):
    def address(self, message: CustomerMessage) -> str:
        return next(iter(message.to.values()), "")


@found_by("the_address_is_that_of_the_message_and_not_of_the_one_before")
class RemembersTheAddress(Good):
    def address(self, message: CustomerMessage) -> str:
        self.last = message.to.get("rooms", self.last)
        return self.last


@found_by("without_an_address_nothing_is_claimed")
class ClaimsToSendToNobody(Good):
    def send(self, message: Message) -> Outcome:
        return self.answer(True) if isinstance(message, CustomerMessage) and not message.to else super().send(message)


# ── languages, kinds and fields


@found_by("every_language_is_sent")
class KnowsTwoLanguages(Good):
    HELLO: ClassVar = {"zh": "您好", "en": "Hello"}

    def text(self, message: CustomerMessage) -> str:
        return f"{self.HELLO[message.language]}\n{message.text}"


@found_by("every_kind_of_message_is_sent")
class KnowsFewKinds(Good):
    def text(self, message: CustomerMessage) -> str:
        known = {"Acknowledge": "receipt", "Update": "progress", "Notify": "solved"}
        return f"{known[message.kind]}\n{message.text}"


@found_by("every_field_may_be_there_or_blank")
class NeedsASubject(Good):
    def text(self, message: CustomerMessage) -> str:
        return f"{message.subject.splitlines()[0]}\n{message.text}" if message.kind == "Update" else message.text


@found_by("every_field_may_be_there_or_blank")
class ChokesOnFields(Good):
    def text(self, message: CustomerMessage) -> str:
        "".join(message.fields.values())
        return message.text


# ── secrets and what is private


@attrs.define
class ShowsItsToken(Good):
    token: str = TOKEN

    def __attrs_post_init__(self) -> None:
        Good.__init__(self)


CAUGHT[ShowsItsToken] = "test_secrets_stay_out_of_repr_errors_and_logs"


@found_by("secrets_stay_out_of_repr_errors_and_logs")
class SaysItsTokenInErrors(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        try:
            return super().to_customer(message)
        except ConnectionError as error:
            raise ConnectionError(f"POST https://chat.example.com/hooks/{self._token}") from error


@found_by("secrets_stay_out_of_repr_errors_and_logs")
class LogsItsToken(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        _LOG.debug("Authorization: Bearer %s", self._token)
        return super().to_customer(message)


@found_by("text_and_addresses_stay_out_of_the_log")
class LogsTheAddressWhenItFails(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        try:
            return super().to_customer(message)
        except ConnectionError:
            _LOG.warning("%s was not reached", message.to["rooms"])
            raise


@found_by("text_and_addresses_stay_out_of_the_log")
class LogsTheText(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        _LOG.info("sending %s", message.text)
        return super().to_customer(message)


@found_by("text_and_addresses_stay_out_of_what_goes_on_record")
class PutsTheAddressOnRecord(Good):
    def answer(self, taken: bool) -> Outcome:
        return attrs.evolve(super().answer(taken), detail=f"to {TO['rooms']}")


@found_by("nothing_is_printed")
class Prints(Good):
    def to_customer(self, message: CustomerMessage) -> Outcome:
        print("sending", message.id)
        return super().to_customer(message)
