"""Holidays, observers, classifiers, knowledge, readers of texts, renderers and linkers with one fault each."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from queue import Queue
from typing import Any

import attrs

from complaintflow import Complaint, Event, Refusal, Signals
from complaintflow.commands import Receive
from complaintflow.plugins import Access, CustomerMessage, FoundAnswer, HolidayYear, Link, Message, Question, Suggestion
from complaintflow.testing import (
    AuditorContract,
    ClassifierContract,
    HolidaysContract,
    KnowledgeContract,
    LinkerContract,
    ObserverContract,
    RendererContract,
    WordingContract,
)
from tests.testing.faulty.faults import Faults

__all__ = ["CAUGHT", "CONTRACTS", "Days", "Log", "Note", "Pages", "Plain", "Signs", "Solved", "Words"]

CAUGHT = Faults[type]()
found_by = CAUGHT.found_by


# ── holidays


class Days:
    """Without a fault: two days a year, announced until 2027."""

    def year(self, year: int) -> HolidayYear:
        days = (date(year, 1, 1), date(year, 5, 1)) if 2020 <= year <= 2027 else ()
        return HolidayYear(days, (), bool(days))


@found_by("the_days_are_those_of_the_year")
class AddsTheNextNewYear(Days):
    def year(self, year: int) -> HolidayYear:
        found = super().year(year)
        return attrs.evolve(found, holidays=(*found.holidays, date(year + 1, 1, 1)))


@found_by("the_days_are_those_of_the_year")
class AnswersFor2026(Days):
    def year(self, year: int) -> HolidayYear:
        return super().year(2026)


@found_by("the_days_are_in_order")
class IsUnsorted(Days):
    def year(self, year: int) -> HolidayYear:
        found = super().year(year)
        return attrs.evolve(found, holidays=found.holidays[::-1])


@found_by("every_year_is_answered")
class KnowsTwoYears(Days):
    YEARS = (2026, 2027)

    def year(self, year: int) -> HolidayYear:
        return {known: super(KnowsTwoYears, self).year(known) for known in self.YEARS}[year]


@found_by("a_day_is_a_date_and_is_named_once")
class HasTimes(Days):
    def year(self, year: int) -> HolidayYear:
        return HolidayYear((datetime(year, 5, 1),), (), True)  # noqa: DTZ001


@found_by("a_day_is_a_date_and_is_named_once")
class NamesADayTwice(Days):
    def year(self, year: int) -> HolidayYear:
        found = super().year(year)
        return attrs.evolve(found, working=found.holidays[:1])


@found_by("a_year_of_which_nothing_is_known_is_not_confirmed")
class ConfirmsEveryYear(Days):
    def year(self, year: int) -> HolidayYear:
        return attrs.evolve(super().year(year), confirmed=True)


@found_by("it_reads_no_clock")
class AsksWhatYearItIs(Days):
    def year(self, year: int) -> HolidayYear:
        return super().year(year if date.today().year < 3000 else 2026)  # noqa: DTZ011


@found_by("a_year_is_the_same_whenever_it_is_asked")
class ForgetsWhatItGave(Days):
    def __init__(self) -> None:
        self.given: set[int] = set()

    def year(self, year: int) -> HolidayYear:
        known = year in self.given
        self.given.add(year)
        return HolidayYear() if known else super().year(year)


# ── auditors


class Log:
    """Without a fault."""

    def __init__(self) -> None:
        self.kept: list[Access] = []
        self.broken = False

    def reads(self, access: Access) -> Any:
        if self.broken:
            raise OSError("no space left")
        self.kept.append(access)


@found_by("it_takes_every_read_and_answers_nothing")
class AuditsInACoroutine(Log):
    async def reads(self, access: Access) -> Any:
        super().reads(access)


@found_by("it_takes_every_read_and_answers_nothing")
class SaysYes(Log):
    def reads(self, access: Access) -> Any:
        super().reads(access)
        return True


@found_by("it_takes_every_read_and_answers_nothing")
class KnowsNoCustomers(Log):
    def reads(self, access: Access) -> Any:
        super().reads({False: access}[access.by.is_customer])


@found_by("it_takes_every_read_and_answers_nothing")
class NeedsAComplaint(Log):
    def reads(self, access: Access) -> Any:
        next(iter(access.seen))  # StopIteration for a number
        super().reads(access)


@found_by("the_same_read_again_is_kept_again")
class KeepsEachReadOnce(Log):
    def reads(self, access: Access) -> Any:
        if access not in self.kept:
            super().reads(access)


@found_by("it_takes_many_at_once")
class LosesOneOfTwo(Log):
    def reads(self, access: Access) -> Any:
        before = [*self.kept]
        time.sleep(0.001)
        self.kept = [*before, access]


@found_by("what_it_was_told_is_kept_when_it_returns")
class KeepsTenAtATime(Log):
    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Access] = []

    def reads(self, access: Access) -> Any:
        self.waiting.append(access)
        if len(self.waiting) == 10:
            self.kept += self.waiting
            self.waiting.clear()


@found_by("what_it_cannot_keep_it_says")
class SwallowsItsFaults(Log):
    def reads(self, access: Access) -> Any:
        with suppress(OSError):
            super().reads(access)


# ── observers


class Note:
    """Without a fault."""

    def __init__(self) -> None:
        self.queue: Queue[Any] = Queue()

    def saw(self, complaint: Complaint, events: Sequence[Event]) -> Any:
        self.queue.put((complaint.id, [event.kind for event in events]))


@found_by("it_holds_up_nobody")
class BlocksWhenItsQueueIsFull(Note):
    def __init__(self) -> None:
        self.queue = Queue(1_000)


@found_by("it_holds_up_nobody")
class WaitsForItsServer(Note):
    def saw(self, complaint: Complaint, events: Sequence[Event]) -> Any:
        time.sleep(0.05)


@found_by("it_takes_every_complaint_and_every_event")
class IsACoroutine(Note):
    async def saw(self, complaint: Complaint, events: Sequence[Event]) -> Any:
        super().saw(complaint, events)


@found_by("it_takes_every_complaint_and_every_event")
class KnowsFewEvents(Note):
    def saw(self, complaint: Complaint, events: Sequence[Event]) -> Any:
        super().saw(complaint, [event for event in events if {"Receive": 1, "Triage": 2}[event.kind]])


@found_by("it_takes_several_events_and_none")
class NeedsAnEvent(Note):
    def saw(self, complaint: Complaint, events: Sequence[Event]) -> Any:
        super().saw(complaint, (events[-1],))


@found_by("versions_come_in_either_order_and_twice")
class WantsVersionsInOrder(Note):
    def __init__(self) -> None:
        super().__init__()
        self.last = 0

    def saw(self, complaint: Complaint, events: Sequence[Event]) -> Any:
        if complaint.version < self.last:
            raise ValueError("an older version")
        self.last = complaint.version
        super().saw(complaint, events)


@found_by("what_it_was_told_is_noted")
class NotesTheFirstAlone(Note):
    def saw(self, complaint: Complaint, events: Sequence[Event]) -> Any:
        if self.queue.empty():
            super().saw(complaint, events)


# ── classifiers


class Words:
    """Without a fault: it knows one word."""

    def classify(self, received: Receive) -> Suggestion | None:
        return self.suggestion(received.description) if "退款" in received.description else None

    def suggestion(self, text: str) -> Any:
        return Suggestion("billing", "payment", Signals(), ("the customer says 退款",))


@found_by("it_does_not_guess")
class Guesses(Words):
    def classify(self, received: Receive) -> Suggestion | None:
        return super().classify(received) or Suggestion("inquiry", "", Signals(), ("most are",))


@found_by("every_text_gets_a_suggestion_or_none")
class AnswersATuple(Words):
    def suggestion(self, text: str) -> Any:
        return ("billing", "payment", Signals(), ("the customer says 退款",))


@found_by("every_text_gets_a_suggestion_or_none")
class RaisesForABracket(Words):
    def classify(self, received: Receive) -> Suggestion | None:
        re.search(received.description[:50], "退款")
        return super().classify(received)


@found_by("every_text_gets_a_suggestion_or_none")
class NeedsALetter(Words):
    def classify(self, received: Receive) -> Suggestion | None:
        return super().classify(received) if re.findall(r"\w", received.description)[0] else None


@found_by("a_suggestion_is_whole_and_says_why")
class SaysNoReason(Words):
    def suggestion(self, text: str) -> Any:
        return Suggestion("billing", "payment", Signals(), ())


@found_by("a_suggestion_is_whole_and_says_why")
class SaysItsReasonAsAText(Words):
    def suggestion(self, text: str) -> Any:
        return Suggestion("billing", "payment", Signals(), "退款")  # type: ignore[arg-type]


@found_by("a_suggestion_is_whole_and_says_why")
class HasNoSignals(Words):
    def suggestion(self, text: str) -> Any:
        return Suggestion("billing", "payment", None, ("退款",))  # type: ignore[arg-type]


@found_by("the_same_words_get_the_same_suggestion")
class DrawsAType(Words):
    def suggestion(self, text: str) -> Any:
        return Suggestion(random.choice("abcdefgh"), "", Signals(), ("退款",))


@found_by("the_same_words_get_the_same_suggestion")
class LearnsFromWhatItWasAsked(Words):
    asked = 0

    def suggestion(self, text: str) -> Any:
        self.asked += 1
        return Suggestion("billing" if self.asked > 2 else "inquiry", "", Signals(), ("退款",))


@found_by("another_process_gets_the_same_suggestion")
class TakesTheFirstOfASet(Words):
    def suggestion(self, text: str) -> Any:
        return Suggestion(
            next(iter({"billing", "refund", "payment", "service", "fault", text})), "", Signals(), ("退款",)
        )


@found_by("it_reads_no_clock")
class KnowsTheSeason(Words):
    def suggestion(self, text: str) -> Any:
        return Suggestion("billing" if time.time() > 0 else "gifts", "", Signals(), ("退款",))


# ── knowledge


class Pages:
    """Without a fault: three answers about refunds."""

    ANSWERS = tuple(FoundAnswer(f"退款 {n}", "原路退回", f"KB-{n}", 4.0 - n, ("退款",)) for n in (1, 2, 3))

    def suggest(self, question: Question, limit: int) -> Sequence[FoundAnswer]:
        return self.answers(question)[:limit]

    def answers(self, question: Question) -> Sequence[FoundAnswer]:
        return self.ANSWERS if "退款" in question.text else ()


@found_by("there_are_at_most_so_many_answers")
class GivesTooMany(Pages):
    def suggest(self, question: Question, limit: int) -> Sequence[FoundAnswer]:
        return self.answers(question)


@found_by("there_are_at_most_so_many_answers")
class GivesOneMore(Pages):
    def suggest(self, question: Question, limit: int) -> Sequence[FoundAnswer]:
        return self.answers(question)[: limit + 1]


@found_by("the_best_comes_first")
class WorstFirst(Pages):
    def answers(self, question: Question) -> Sequence[FoundAnswer]:
        return super().answers(question)[::-1]


@found_by("the_best_comes_first")
class HasNoScore(Pages):
    def answers(self, question: Question) -> Sequence[FoundAnswer]:
        return [attrs.evolve(one, score=float("nan")) for one in super().answers(question)]


@found_by("no_text_is_an_error")
class RaisesForABracketInAQuestion(Pages):
    def answers(self, question: Question) -> Sequence[FoundAnswer]:
        found = re.findall(question.text[:30], question.text)
        return super().answers(question) if found else ()


@found_by("no_text_is_an_error")
class NeedsWords(Pages):
    def answers(self, question: Question) -> Sequence[FoundAnswer]:
        return super().answers(question) if question.text.split()[0] else ()


@found_by("no_text_is_an_error")
class AnswersInTwoLanguages(Pages):
    def answers(self, question: Question) -> Sequence[FoundAnswer]:
        return super().answers(question) if {"zh": 1, "en": 2, "": 3}[question.language] else ()


@found_by("to_words_that_say_nothing_there_is_no_answer")
class AlwaysKnowsSomething(Pages):
    def answers(self, question: Question) -> Sequence[FoundAnswer]:
        return super().answers(question) or self.ANSWERS[:1]


@found_by("an_answer_is_whole")
class HasNoPlace(Pages):
    def answers(self, question: Question) -> Sequence[FoundAnswer]:
        return [attrs.evolve(one, ref="") for one in super().answers(question)]


@found_by("the_same_question_gets_the_same_answers")
class PutsTheAskedBehind(Pages):
    def __init__(self) -> None:
        self.turn = 0

    def answers(self, question: Question) -> Sequence[FoundAnswer]:
        self.turn += 1
        return super().answers(question)[self.turn % 2 :]


@found_by("there_are_at_most_so_many_answers")
class AnswersTables(Pages):
    def answers(self, question: Question) -> Any:
        return [{"title": one.title} for one in super().answers(question)]


# ── readers of texts


class Solved:
    """Without a fault."""

    def claims(self, text: str) -> Any:
        return "résolu" if "résolu" in text.lower() else ""

    def denies(self, text: str) -> Any:
        return "pas" if "pas d'accord" in text.lower() else ""


@found_by("every_text_gets_a_text")
class AnswersYesOrNo(Solved):
    def claims(self, text: str) -> Any:
        return "résolu" in text.lower()


@found_by("every_text_gets_a_text")
class AnswersNone(Solved):
    def denies(self, text: str) -> Any:
        return super().denies(text) or None


@found_by("every_text_gets_a_text")
class NeedsAWord(Solved):
    def claims(self, text: str) -> Any:
        return super().claims(text) if text.split(maxsplit=1)[0] else ""


@found_by("it_refuses_something_and_not_everything")
class FindsSomethingEverywhere(Solved):
    def claims(self, text: str) -> Any:
        return text[:3]


@found_by("it_finds_what_claims_a_solution")
class KnowsSmallLettersAlone(Solved):
    def claims(self, text: str) -> Any:
        return "résolu" if "résolu" in text else ""


@found_by("it_keeps_nothing_between_two_texts")
class KeepsTheLastText(Solved):
    last = ""

    def claims(self, text: str) -> Any:
        self.last = text
        return super().claims(text)


@found_by("the_same_text_gets_the_same_answer")
class TiresOfIt(Solved):
    found = 0

    def claims(self, text: str) -> Any:
        found = super().claims(text)
        self.found += bool(found)
        return found if self.found < 2 else ""


@found_by("it_reads_no_clock_and_is_quick")
class IsOpenByDay(Solved):
    def claims(self, text: str) -> Any:
        return super().claims(text) if datetime.now().year > 2000 else ""  # noqa: DTZ005


# ── renderers and linkers


class Plain:
    """Without a fault."""

    def render(self, message: Message, form: str) -> Any:
        return attrs.evolve(message, html=f"<p>{len(message.text)}</p>" if form == "mail" else "")


@found_by("every_message_has_its_text_and_nothing_else_changes")
class WritesZhAndEn(Plain):
    def render(self, message: Message, form: str) -> Any:
        hello = {"zh": "您好", "en": "Hello"}[message.language]
        return attrs.evolve(message, text=f"{hello}\n{message.text}")


@found_by("every_message_has_its_text_and_nothing_else_changes")
class ChangesTheKey(Plain):
    def render(self, message: Message, form: str) -> Any:
        return attrs.evolve(message, key=f"{message.key}-{form}")


@found_by("every_message_has_its_text_and_nothing_else_changes")
class AnswersATextAlone(Plain):
    def render(self, message: Message, form: str) -> Any:
        return message.text


@found_by("the_same_message_gives_the_same_texts")
class CountsItsMessages(Plain):
    count = 0

    def render(self, message: Message, form: str) -> Any:
        self.count += 1
        return attrs.evolve(message, subject=f"{message.subject} ({self.count})")


class Signs:
    """Without a fault, but that it knows no token."""

    def add_links(self, message: CustomerMessage, now: datetime) -> CustomerMessage:
        return attrs.evolve(message, links={"confirm": "https://shop.example.com/c?t=1"})

    def read(self, token: str, now: datetime) -> Any:
        return Refusal("link-genuine", "the link is not ours", "ask for a new message")


@found_by("what_is_no_token_is_refused")
class RaisesForGarbage(Signs):
    def read(self, token: str, now: datetime) -> Any:
        token.encode()
        return super().read(token, now)


@found_by("what_is_no_token_is_refused")
class BelievesAnyToken(Signs):
    def read(self, token: str, now: datetime) -> Any:
        return Link("C-1", 1, 1, "u-17", "confirm", now + timedelta(days=1))  # type: ignore[arg-type]


@found_by("a_message_gets_links_and_nothing_else")
class WritesTheLinkIntoTheText(Signs):
    def add_links(self, message: CustomerMessage, now: datetime) -> CustomerMessage:
        return attrs.evolve(super().add_links(message, now), text=f"{message.text} https://shop.example.com/c?t=1")


@found_by("reading_changes_nothing")
class UsesUpATokenWhenItIsRead(Signs):
    def __init__(self) -> None:
        self.used: set[str] = set()

    def read(self, token: str, now: datetime) -> Any:
        self.used.add(token)
        return super().read(token, now)


CONTRACTS: dict[type, tuple[type, str]] = {
    Days: (HolidaysContract, "holidays"),
    Log: (AuditorContract, "auditor"),
    Note: (ObserverContract, "observer"),
    Words: (ClassifierContract, "classifier"),
    Pages: (KnowledgeContract, "knowledge"),
    Solved: (WordingContract, "wording"),
    Plain: (RendererContract, "renderer"),
    Signs: (LinkerContract, "linker"),
}
"""Each part without a fault, with its contract and the fixture that gives it."""
