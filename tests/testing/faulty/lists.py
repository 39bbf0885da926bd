"""Stores whose lists are wrong: an order, a cursor, the edge of a range, several values, words, a count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, ClassVar

import attrs

from complaintflow.errors import InvalidInput
from complaintflow.plugins import Page, Query, Session, Sort, Store, Stored
from complaintflow.record.complaint import Complaint
from complaintflow.record.history import Sealed
from complaintflow.record.searched import INTAKE, Searched
from complaintflow.wording.search import asked_phrases
from tests.testing.faulty.faults import Faults
from tests.testing.faulty.stores import Faulty

__all__ = ["CAUGHT"]

CAUGHT = Faults[type[Store]]()
found_by = CAUGHT.found_by
_MOMENT = timedelta(microseconds=1)
_FAR = {sort: ((-1 if sort is Sort.NEWEST else 1) * (2**63 - 1),) * (3 if sort is Sort.GRADE else 2) for sort in Sort}
"""The cursor behind all that there is: with one before it a list would never end."""


class AsksSomethingElse(Faulty):
    """Finds and counts what `other` asks for."""

    def other(self, query: Query) -> Query:
        raise NotImplementedError

    def find(self, session: Session, query: Query) -> Page:
        return session.find(self.other(query))

    def count(self, session: Session, query: Query) -> int:
        return session.count(self.other(query))


# ── orders


class SortsOtherwise(AsksSomethingElse):
    """Takes one order for another."""

    ASKED: ClassVar[Sort]
    TAKEN: ClassVar[Sort]

    def other(self, query: Query) -> Query:
        return attrs.evolve(query, sort=self.TAKEN if query.sort is self.ASKED else query.sort)


@found_by("a_list_is_in_the_order_that_is_asked_for")
class SortsByDueWhereGradesAreAsked(SortsOtherwise):
    """An emergency without a deadline is at the bottom."""

    ASKED, TAKEN = Sort.GRADE, Sort.DUE


@found_by("a_list_is_in_the_order_that_is_asked_for")
class KnowsNoNewest(SortsOtherwise):
    ASKED, TAKEN = Sort.NEWEST, Sort.OLDEST


@found_by("a_list_is_in_the_order_that_is_asked_for")
class SortsWhatWaitsByItsArrival(SortsOtherwise):
    ASKED, TAKEN = Sort.WAITING, Sort.OLDEST


@found_by("a_list_is_in_the_order_that_is_asked_for")
class ListsWhatIsNeverDueFirst(Faulty):
    """As a database does with NULL."""

    def find(self, session: Session, query: Query) -> Page:
        page = session.find(query)
        if query.sort is not Sort.DUE:
            return page
        return attrs.evolve(page, complaints=tuple(sorted(page.complaints, key=lambda one: one.next_due is not None)))


# ── cursors


class Turns(Faulty):
    """Shows a later page as `turned` has it."""

    def find(self, session: Session, query: Query) -> Page:
        page = session.find(query)
        return page if query.after is None and query.before is None else self.turned(page, query)

    def turned(self, page: Page, query: Query) -> Page:
        raise NotImplementedError


@found_by("pages_are_turned_in_both_directions")
class SkipsARowBetweenPages(Turns):
    def turned(self, page: Page, query: Query) -> Page:
        return attrs.evolve(page, complaints=page.complaints[1:])


@found_by("pages_are_turned_in_both_directions")
class RepeatsARowBetweenPages(Faulty):
    """The last one of a page is the first one of the next."""

    last: tuple[Complaint, ...] = ()

    def find(self, session: Session, query: Query) -> Page:
        page = session.find(query)
        shown = (*(self.last if query.after else ()), *page.complaints)
        self.last = page.complaints[-1:]
        return attrs.evolve(page, complaints=shown)


@found_by("pages_are_turned_in_both_directions")
class ForgetsTheWayBack(Faulty):
    def find(self, session: Session, query: Query) -> Page:
        return attrs.evolve(session.find(query), previous=None)


@found_by("pages_are_turned_in_both_directions")
class EndsAfterTheSecondPage(Turns):
    def turned(self, page: Page, query: Query) -> Page:
        return attrs.evolve(page, next=None)


@found_by("pages_are_turned_in_both_directions")
class OffersAPageBehindTheLast(Faulty):
    """Whoever turns it sees nothing."""

    def find(self, session: Session, query: Query) -> Page:
        page = session.find(query)
        return page if page.next or not page.complaints else attrs.evolve(page, next=query.cursor(_FAR[query.sort]))


@found_by("pages_are_turned_in_both_directions")
class TurnsBackToTheBeginning(Faulty):
    """The page before is always the first one."""

    def find(self, session: Session, query: Query) -> Page:
        return session.find(attrs.evolve(query, before=None))


@found_by("pages_are_turned_in_both_directions")
class ShowsAPageBackwardsWhoTurnsBack(Turns):
    def turned(self, page: Page, query: Query) -> Page:
        return page if query.before is None else attrs.evolve(page, complaints=page.complaints[::-1])


@found_by("a_cursor_belongs_to_its_question_and_its_order")
class BeginsAnewWithACursorOfAnother(Faulty):
    """Nobody sees that it is the first page."""

    def find(self, session: Session, query: Query) -> Page:
        try:
            return session.find(query)
        except InvalidInput:
            return session.find(attrs.evolve(query, after=None, before=None))


# ── ranges


class MovesAnEdge(AsksSomethingElse):
    """An edge of a range lies a moment later."""

    EDGE: ClassVar[str] = ""

    def other(self, query: Query) -> Query:
        at: datetime | None = getattr(query, self.EDGE)
        moved: dict[str, Any] = {} if at is None else {self.EDGE: at + _MOMENT}
        return attrs.evolve(query, **moved)


@found_by("a_range_has_its_beginning_and_not_its_end")
class HasTheEndOfARangeOfReceipts(MovesAnEdge):
    EDGE = "received_to"


@found_by("a_range_has_its_beginning_and_not_its_end")
class LacksTheBeginningOfARangeOfClosings(MovesAnEdge):
    EDGE = "closed_from"


@found_by("a_range_has_its_beginning_and_not_its_end")
class HasTheEndOfARangeOfDueTimes(MovesAnEdge):
    EDGE = "due_to"


# ── several values


@found_by("a_list_is_in_the_order_that_is_asked_for")
class FindsOneOfSeveralTeams(AsksSomethingElse):
    def other(self, query: Query) -> Query:
        return attrs.evolve(query, team=query.team and min(query.team))


@found_by("what_fits_is_counted_on_all_pages")
class TakesNoValuesForAny(AsksSomethingElse):
    """A person without a team sees the complaints of all."""

    def other(self, query: Query) -> Query:
        return attrs.evolve(query, team=query.team or None)


@found_by("labels_and_own_fields_are_found_and_a_blank_one_finds_what_has_none")
class OverlooksTheBlankAmongSeveral(AsksSomethingElse):
    def other(self, query: Query) -> Query:
        named = query.shop and query.shop - {""}
        return attrs.evolve(query, shop=named or query.shop)


# ── words


@found_by("words_are_found_in_chinese_and_english_and_all_of_them_must_be_there")
class FindsOneOfTheWords(AsksSomethingElse):
    def other(self, query: Query) -> Query:
        return attrs.evolve(query, text=query.text.partition(" ")[0])


@found_by("words_are_found_in_chinese_and_english_and_all_of_them_must_be_there")
class FindsAllWhereNoWordIsAsked(AsksSomethingElse):
    """A question of signs alone is taken for no question."""

    def other(self, query: Query) -> Query:
        return query if asked_phrases(query.text) else attrs.evolve(query, text="")


@found_by("corrected_words_are_found_no_more")
class KeepsCorrectedWords(Faulty):
    """What was corrected away is still found, an address for example."""

    def save(self, session: Session, stored: Stored, events: Sequence[Sealed]) -> None:
        words = {1000 + events[0].event.seq if key == INTAKE else key: one for key, one in _words(stored).items()}
        session.save(attrs.evolve(stored, searched=Searched(words, stored.searched.labels)), events)


def _words(stored: Stored) -> Mapping[int, str]:
    found: Any = stored.searched.words
    return found or {}


# ── counts


@found_by("what_fits_is_counted_on_all_pages")
class CountsThePage(Faulty):
    def count(self, session: Session, query: Query) -> int:
        return len(session.find(query).complaints)


@found_by("what_fits_is_counted_on_all_pages")
class CountsWhateverTeamItIsOf(Faulty):
    def count(self, session: Session, query: Query) -> int:
        return session.count(attrs.evolve(query, team=None))


@found_by("words_are_found_in_chinese_and_english_and_all_of_them_must_be_there")
class CountsWhateverWordsItHas(Faulty):
    def count(self, session: Session, query: Query) -> int:
        return session.count(attrs.evolve(query, text=""))


@found_by("pages_are_turned_in_both_directions")
class FindsNoPage(Faulty):
    def find(self, session: Session, query: Query) -> Page:
        return None  # type: ignore[return-value]


@found_by("a_leased_message_is_nobody_elses_until_the_lease_ends")
class SaysThatOneMoreWaits(Faulty):
    def waiting(self, session: Session) -> int:
        return session.waiting() + 1
