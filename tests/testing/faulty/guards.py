"""Guards with one fault each, and the test of the contract that finds it."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

from complaintflow import Ask, Refusal
from complaintflow.vocabulary import Effect
from tests.testing.faulty.faults import Faults

__all__ = ["CAUGHT", "NoMoneyOnFridays"]

FRIDAY = 4
SEEN: dict[str, Refusal | None] = {}


class NoMoneyOnFridays:
    """Without a fault."""

    rule = "no-money-on-fridays"
    effects: Iterable[Any] = frozenset({Effect.PAYS, Effect.PROMISES})

    def check(self, ask: Ask) -> Refusal | None:
        return self.refusal(ask) if ask.at.weekday() == FRIDAY else None

    def refusal(self, ask: Ask) -> Refusal:
        return Refusal(self.rule, f"{ask.at:%A} is no day for money", "wait until Monday")


CAUGHT = Faults[type[NoMoneyOnFridays]]()
found_by = CAUGHT.found_by


ANSWERS = "it_answers_every_question_with_nothing_or_a_refusal"
HELPS = "a_refusal_helps_and_is_made_in_its_own_name"


@found_by(ANSWERS)
class RaisesOnFridays(NoMoneyOnFridays):
    def refusal(self, ask: Ask) -> Refusal:
        raise AttributeError("'Ask' object has no attribute 'today'")


@found_by(ANSWERS)
class RaisesOnALeapDay(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Refusal | None:
        next_year = ask.at.replace(year=ask.at.year + 1)
        return self.refusal(ask) if next_year.weekday() == FRIDAY else None


@found_by(ANSWERS)
class RaisesAtTheEndOfAMonth(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Refusal | None:
        ask.at.replace(day=ask.at.day + 1) if ask.at.day < 31 else ask.at.replace(month=ask.at.month % 12 + 1, day=1)
        return super().check(ask)


@found_by(ANSWERS)
class RaisesAtNight(NoMoneyOnFridays):
    SHIFTS: ClassVar = dict.fromkeys(range(6, 24), "day")

    def check(self, ask: Ask) -> Refusal | None:
        return super().check(ask) if self.SHIFTS[ask.at.hour] else None


@found_by(ANSWERS)
class RaisesAboutAVip(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Refusal | None:
        return super().check(ask) if {"ordinary": 1}[ask.facts.tier] else None


@found_by(ANSWERS)
class RaisesInASecondCycle(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Refusal | None:
        return super().check(ask) if ("first",)[ask.facts.cycle.number - 1] else None


@found_by(ANSWERS)
class RaisesWithoutAGrade(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Refusal | None:
        return super().check(ask) if ask.facts.grade.value != "E" else None  # type: ignore[union-attr]


@found_by(ANSWERS)
class RaisesAboutALargeSum(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Refusal | None:
        amount = max((one.amount for one in ask.facts.claims), default=Decimal(0))
        return super().check(ask) if ("small", "middle")[int(amount > 50) + int(amount > 90_000)] else None


@found_by(ANSWERS)
class AnswersTrue(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Any:
        return ask.at.weekday() != FRIDAY


@found_by(ANSWERS)
class AnswersASentence(NoMoneyOnFridays):
    def refusal(self, ask: Ask) -> Any:
        return "no money on Fridays"


@found_by(HELPS)
class RefusesInAnotherNameOnceEscalated(NoMoneyOnFridays):
    def refusal(self, ask: Ask) -> Refusal:
        return Refusal("escalated" if ask.facts.escalation else self.rule, "no money on Fridays", "wait until Monday")


@found_by(HELPS)
class RefusesInAnotherNameInAnIncident(NoMoneyOnFridays):
    def refusal(self, ask: Ask) -> Refusal:
        return Refusal(ask.facts.incident or self.rule, "no money on Fridays", "wait until Monday")


@found_by(HELPS)
class SaysNoWhy(NoMoneyOnFridays):
    def refusal(self, ask: Ask) -> Refusal:
        return Refusal(self.rule, ask.facts.team, "wait until Monday")


@found_by(HELPS)
class SaysNoRemedy(NoMoneyOnFridays):
    def refusal(self, ask: Ask) -> Refusal:
        return Refusal(self.rule, "no money on Fridays", " ")


@found_by(HELPS)
class SaysNothingInChinese(NoMoneyOnFridays):
    def refusal(self, ask: Ask) -> Refusal:
        return Refusal(self.rule, ("", "no money on Fridays"), ("请等到周一", "wait until Monday"))


@found_by(HELPS)
class HelpsNobodyInEnglish(NoMoneyOnFridays):
    def refusal(self, ask: Ask) -> Refusal:
        return Refusal(self.rule, "no money on Fridays", ("请等到周一", " "))


@found_by("the_order_of_the_questions_does_not_matter")
class RemembersByComplaint(NoMoneyOnFridays):
    def __init__(self) -> None:
        self.known: dict[str, Refusal | None] = {}

    def check(self, ask: Ask) -> Refusal | None:
        if ask.id not in self.known:
            self.known[ask.id] = super().check(ask)
        return self.known[ask.id]


@found_by("it_keeps_nothing_between_two_questions")
class RemembersInATable(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Refusal | None:
        return SEEN.setdefault(ask.id, super().check(ask))


@found_by("it_is_pure_the_same_question_gets_the_same_answer")
class RefusesEveryThird(NoMoneyOnFridays):
    asked = 0

    def check(self, ask: Ask) -> Refusal | None:
        self.asked += 1
        return self.refusal(ask) if self.asked % 3 == 0 else None


@found_by("many_threads_get_the_answers_of_one")
class KeepsTheQuestion(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Refusal | None:
        self.ask = ask
        time.sleep(0.0005)
        return super().check(self.ask)


@found_by("it_reads_no_clock")
class ReadsTheDay(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Refusal | None:
        return self.refusal(ask) if date.today().weekday() == FRIDAY else None  # noqa: DTZ011


@found_by("it_reads_no_clock")
class ReadsTheTime(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Refusal | None:
        late = ask.at.timestamp() > time.time() + timedelta(days=36_500).total_seconds()
        return self.refusal(ask) if late or ask.at.weekday() == FRIDAY else None


@found_by("it_reads_no_clock")
class DrawsLots(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Refusal | None:
        return super().check(ask) if random.random() < 2 else None


@found_by("it_reads_no_clock")
class ReadsAFile(NoMoneyOnFridays):
    def check(self, ask: Ask) -> Refusal | None:
        with open(Path(__file__), encoding="utf-8") as file:  # noqa: PTH123
            return super().check(ask) if file.readable() else None


@found_by("it_watches_effects_that_there_are")
class WatchesNothing(NoMoneyOnFridays):
    effects = frozenset[Effect]()


@found_by("it_watches_effects_that_there_are")
class WatchesWhatIsNotThere(NoMoneyOnFridays):
    effects = frozenset({"pays-much"})


@found_by("its_rule_is_spelled_in_lower_case_with_dashes")
class IsSpelledOddly(NoMoneyOnFridays):
    rule = "No money on Fridays"
