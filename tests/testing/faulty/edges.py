"""Stores that are right in the middle and wrong at an edge: one fault each, and the test that finds it."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from threading import RLock
from types import MappingProxyType
from typing import Any

import attrs
import msgspec

from complaintflow._validation.structure import FrozenMap
from complaintflow.errors import Conflict, StoreError, UnreadableRecord
from complaintflow.insight.batches import Only, Sighting
from complaintflow.plugins import (
    Counted,
    Message,
    OutboxEntry,
    Page,
    Query,
    Remembered,
    Session,
    Shard,
    Store,
    Stored,
)
from complaintflow.plugins.ports.stored import WHOLE
from complaintflow.record.complaint import Body, Complaint, Entry
from complaintflow.record.history import Sealed
from complaintflow.stores import MemoryStore
from complaintflow.stores.memory import History
from tests.testing.faulty.faults import Faults
from tests.testing.faulty.stores import CommitsDespite, Faulty

__all__ = ["CAUGHT"]

CAUGHT = Faults[type[Store]]()
found_by = CAUGHT.found_by


# ── the texts, read when somebody looks at them


class ReadsLater(Faulty):
    """Reads the texts when somebody looks at them, by `read_texts`."""

    def load(self, session: Session, id: str) -> Stored | None:
        found = session.load(id)
        return attrs.evolve(found, complaint=self.later(session, found.complaint)) if found else None

    def find(self, session: Session, query: Query) -> Page:
        page = session.find(query)
        return attrs.evolve(page, complaints=tuple(self.later(session, one) for one in page.complaints))

    def later(self, session: Session, complaint: Complaint) -> Complaint:
        count, id = complaint.version, complaint.id
        return attrs.evolve(complaint, body=Body.later(count, lambda: self.read_texts(session, id, count)))

    def read_texts(self, session: Session, id: str, version: int) -> tuple[Entry, ...]:
        raise NotImplementedError


@found_by("the_texts_of_a_complaint_are_those_of_its_version")
class ReadsTheTextsOfToday(ReadsLater):
    """Whoever looks late finds what was not said yet."""

    def read_texts(self, session: Session, id: str, version: int) -> tuple[Entry, ...]:
        with self.inner.reading() as now:
            return tuple(one.entry for one in now.history(id))


@found_by("the_texts_of_a_complaint_can_be_read_after_its_transaction")
class ReadsTextsInTheirTransactionOnly(ReadsLater):
    """The cursor is gone when somebody looks."""

    inside = False

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        with super().reading() as session:
            self.inside = True
            yield session
        self.inside = False

    def read_texts(self, session: Session, id: str, version: int) -> tuple[Entry, ...]:
        if not self.inside:
            raise StoreError("faulty", "the cursor is gone", "look earlier")
        return tuple(one.entry for one in session.history(id)[:version])


@found_by("a_card_is_the_one_that_was_saved_last_or_none")
class KeepsTheFirstCard(Faulty):
    """It is written with the first event, and never again."""

    def save(self, session: Session, stored: Stored, events: Sequence[Sealed]) -> None:
        before = session.load(stored.complaint.id)
        kept = attrs.evolve(stored.complaint, card=before.complaint.card) if before else stored.complaint
        session.save(attrs.evolve(stored, complaint=kept), events)


# ── durability


@found_by("what_was_acknowledged_is_there_for_a_second_instance")
class AcknowledgesBeforeItCommits(Faulty):
    """What is written is kept aside until the next transaction of this process."""

    def __init__(self, inner: MemoryStore | None = None) -> None:
        super().__init__(inner)
        self.late: list[Any] = []

    def commit(self) -> None:
        for session in self.late:
            session.keep(self.inner._tables)
        self.late.clear()

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        self.commit()
        with super().reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        with self.inner._lock:
            self.commit()
            session: Any = self.inner._session()
            yield session
            self.late.append(session)


class Caching(Faulty):
    def __init__(self, inner: MemoryStore | None = None) -> None:
        super().__init__(inner)
        self.known: dict[Any, Any] = {}


@found_by("what_one_instance_writes_the_other_reads_at_once")
class CachesComplaints(Caching):
    def load(self, session: Session, id: str) -> Stored | None:
        if id not in self.known:
            self.known[id] = session.load(id)
        return self.known[id]  # type: ignore[no-any-return]

    def save(self, session: Session, stored: Stored, events: Sequence[Sealed]) -> None:
        session.save(stored, events)
        self.known.pop(stored.complaint.id, None)


@found_by("what_one_instance_writes_the_other_reads_at_once")
class CachesKeysThatAreNotThere(Caching):
    def result_for_key(self, session: Session, key: str) -> Remembered | None:
        self.known.setdefault(key, session.result_for_key(key))
        if self.known[key] is None and key != "form-2":
            del self.known[key]
        return self.known.get(key)

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        with super().reading() as session:
            session.result_for_key("form-2")
            yield session


@found_by("each_small_transaction_is_there_for_a_second_instance")
class LeasesInThisProcessAlone(Caching):
    """Two processes send every message twice."""

    def claim(
        self, session: Session, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        there = [one for one in session.entries(99, after) if self.known.get(one.number, now) <= now]
        self.known.update({one.number: until for one in there[:limit]})
        return tuple(there[:limit])


# ── keys


class ChangesKeys(Faulty):
    def change(self, key: str) -> str:
        raise NotImplementedError

    def remember(self, session: Session, key: str, what: Remembered) -> None:
        with suppress(StoreError):
            session.remember(self.change(key), what)

    def result_for_key(self, session: Session, key: str) -> Remembered | None:
        return session.result_for_key(self.change(key))


TWO = "two_keys_that_differ_in_anything_are_two"


@found_by(TWO)
class FoldsTheCaseOfKeys(ChangesKeys):
    def change(self, key: str) -> str:
        return key.lower()


@found_by(TWO)
class CutsKeys(ChangesKeys):
    def change(self, key: str) -> str:
        return key[:64]


@found_by(TWO)
class CutsKeysLater(ChangesKeys):
    def change(self, key: str) -> str:
        return key[:255]


@found_by(TWO)
class TrimsKeys(ChangesKeys):
    def change(self, key: str) -> str:
        return key.rstrip()


@found_by(TWO)
class ComposesKeys(ChangesKeys):
    def change(self, key: str) -> str:
        return unicodedata.normalize("NFC", key)


@found_by(TWO)
class IgnoresAccents(ChangesKeys):
    def change(self, key: str) -> str:
        return "".join(one for one in unicodedata.normalize("NFD", key) if not unicodedata.combining(one))


@found_by("the_first_meaning_of_a_key_stays")
class TheLastMeaningWins(Faulty):
    def remember(self, session: Any, key: str, what: Remembered) -> None:
        session.keys[key] = what


@found_by("the_first_meaning_of_a_key_stays")
class SaysIntegrityError(Faulty):
    def remember(self, session: Any, key: str, what: Remembered) -> None:
        if key in session.keys:
            raise sqlite3.IntegrityError("UNIQUE constraint failed: keys.key")
        session.remember(key, what)


class ChangesIds(Faulty):
    def id(self, id: str) -> str:
        return id.lower()

    def load(self, session: Session, id: str) -> Stored | None:
        return next((session.load(there) for there in session.ids() if self.id(there) == self.id(id)), None)


@found_by("ids_customers_and_recipients_that_differ_in_anything_are_two")
class FoldsTheCaseOfIds(ChangesIds):
    pass


@found_by("ids_customers_and_recipients_that_differ_in_anything_are_two")
class FoldsTheCaseOfRecipients(Faulty):
    def note_sending(self, session: Session, recipient: str, at: datetime) -> None:
        session.note_sending(recipient.casefold(), at)

    def sendings(self, session: Session, recipient: str, since: datetime) -> tuple[datetime, ...]:
        return session.sendings(recipient.casefold(), since)


# ── values


class ChangesEvents(Faulty):
    def change(self, event: Sealed) -> Sealed:
        raise NotImplementedError

    def history(self, session: Session, id: str, after: int = 0, limit: int | None = None) -> tuple[Sealed, ...]:
        return tuple(map(self.change, session.history(id, after, limit)))


@found_by("every_time_comes_back_to_the_microsecond")
class RoundsToMilliseconds(Faulty):
    def load(self, session: Session, id: str) -> Stored | None:
        found = session.load(id)
        if found is None:
            return None
        at = found.received_at
        return attrs.evolve(found, received_at=at.replace(microsecond=at.microsecond // 1000 * 1000))


@found_by("every_time_comes_back_to_the_microsecond")
class RoundsSendings(Faulty):
    def note_sending(self, session: Session, recipient: str, at: datetime) -> None:
        session.note_sending(recipient, at.replace(microsecond=0))


@found_by("every_byte_of_an_event_comes_back")
class FormatsJsonAnew(ChangesEvents):
    def change(self, event: Sealed) -> Sealed:
        return msgspec.structs.replace(event, changes=msgspec.json.encode(msgspec.json.decode(event.changes)))


@found_by("every_byte_of_an_event_comes_back")
class ErasedIsBlank(ChangesEvents):
    """`said=None` comes back as no bytes."""

    def change(self, event: Sealed) -> Sealed:
        return msgspec.structs.replace(event, data=event.data or b"")


@found_by("every_byte_of_an_event_comes_back")
class BlankIsErased(ChangesEvents):
    def change(self, event: Sealed) -> Sealed:
        return msgspec.structs.replace(event, data=None if event.data == b"{}" else event.data)


@found_by("every_byte_of_an_event_comes_back")
class ForgetsCommitments(ChangesEvents):
    def change(self, event: Sealed) -> Sealed:
        return msgspec.structs.replace(event, commitment=None)


@found_by("every_byte_of_an_event_comes_back")
class TakesBytesForText(ChangesEvents):
    def change(self, event: Sealed) -> Sealed:
        return msgspec.structs.replace(event, salt=event.salt.rstrip(b"\x00").decode("latin-1").encode())


class CutsTexts(Faulty):
    MOST = 65_535

    def cut(self, text: str) -> str:
        return text.encode()[: self.MOST].decode(errors="ignore")

    def enqueue(self, session: Session, message: Message) -> None:
        session.enqueue(attrs.evolve(message, text=self.cut(message.text)))


@found_by("a_text_comes_back_whole_from_wherever_it_was_kept")
class CutsMessagesAt64KiB(CutsTexts):
    pass


@found_by("a_text_comes_back_whole_from_wherever_it_was_kept")
class CutsEventsAt64KiB(CutsTexts):
    def enqueue(self, session: Session, message: Message) -> None:
        session.enqueue(message)

    def history(self, session: Session, id: str, after: int = 0, limit: int | None = None) -> tuple[Sealed, ...]:
        def short(event: Sealed) -> Sealed:
            if not event.data or len(event.data) <= self.MOST:
                return event
            fields = {name: text[:9_999] for name, text in msgspec.json.decode(event.data).items()}
            return msgspec.structs.replace(event, data=msgspec.json.encode(fields))

        return tuple(map(short, session.history(id, after, limit)))


@found_by("a_text_comes_back_whole_from_wherever_it_was_kept")
class TrimsReasons(Faulty):
    def reschedule(self, session: Session, entry: OutboxEntry) -> None:
        session.reschedule(attrs.evolve(entry, why=entry.why.strip()))


@found_by("a_text_comes_back_whole_from_wherever_it_was_kept")
class ComposesTexts(Faulty):
    def enqueue(self, session: Session, message: Message) -> None:
        session.enqueue(attrs.evolve(message, subject=unicodedata.normalize("NFKC", message.subject)))


@found_by("a_text_comes_back_whole_from_wherever_it_was_kept")
class MakesOneKindOfLineEnd(Faulty):
    def enqueue(self, session: Session, message: Message) -> None:
        session.enqueue(attrs.evolve(message, text=message.text.replace("\r\n", "\n")))


@found_by("every_field_of_a_message_comes_back")
class LosesTheZone(Faulty):
    def enqueue(self, session: Session, message: Any) -> None:
        session.enqueue(attrs.evolve(message, zone="") if hasattr(message, "zone") else message)


@found_by("every_field_of_a_message_comes_back")
class LosesWhatIsNone(Faulty):
    def enqueue(self, session: Session, message: Message) -> None:
        kept = FrozenMap({name: value for name, value in message.fields.items() if value is not None})
        session.enqueue(attrs.evolve(message, fields=kept))


@found_by("every_field_of_a_message_comes_back")
class SortsRecipients(Faulty):
    def enqueue(self, session: Session, message: Any) -> None:
        session.enqueue(
            attrs.evolve(message, recipients=tuple(sorted(message.recipients)))
            if hasattr(message, "recipients")
            else message
        )


@found_by("a_policy_comes_back_byte_for_byte_and_the_first_document_stays")
class ForgetsPolicies(Faulty):
    def policy(self, session: Session, digest: str) -> None:
        return None


@found_by("a_policy_comes_back_byte_for_byte_and_the_first_document_stays")
class TheLastPolicyWins(Faulty):
    def keep_policy(self, session: Any, digest: str, document: bytes) -> None:
        session.policies[digest] = document


@found_by("a_policy_comes_back_byte_for_byte_and_the_first_document_stays")
class AnEmptyPolicyIsNone(Faulty):
    def policy(self, session: Session, digest: str) -> bytes | None:
        return session.policy(digest) or None


# ── queries


class Finding(Faulty):
    def fits(self, asked: str, there: str) -> bool:
        return asked == there

    def find(self, session: Session, query: Query) -> Page:
        asked = query.exact()
        everything: dict[str, Any] = dict.fromkeys(asked)
        loose = attrs.evolve(query, **everything, after=None, limit=999)
        found = [
            one
            for one in session.find(loose).complaints
            if all(
                any(self.fits(value, one.id if name == "id" else str(getattr(one.facts, name))) for value in values)
                for name, values in asked.items()
            )
        ]
        begin = int(query.after or 0)
        end = begin + query.limit
        return Page(tuple(found[begin:end]), str(end) if len(found) > end else None)


@found_by("a_filter_is_no_pattern_and_knows_the_case")
class FindsAnyCase(Finding):
    def fits(self, asked: str, there: str) -> bool:
        return asked.lower() == there.lower()


@found_by("a_filter_is_no_pattern_and_knows_the_case")
class FindsByPattern(Finding):
    def fits(self, asked: str, there: str) -> bool:
        if asked.endswith(("%", "_")):
            return there.startswith(asked[:-1])
        return asked == there


@found_by("a_filter_is_no_pattern_and_knows_the_case")
class PadsWithBlanks(Finding):
    def fits(self, asked: str, there: str) -> bool:
        return asked.rstrip() == there.rstrip()


@found_by("several_values_of_a_field_find_what_has_any_of_them")
class AsksForOneValueOnly(Faulty):
    def find(self, session: Session, query: Query) -> Page:
        fewer: dict[str, Any] = {name: min(some) for name, some in query.exact().items() if some}
        return session.find(attrs.evolve(query, **fewer))


@found_by("no_values_find_nothing")
class NoValuesFindEverything(Faulty):
    def find(self, session: Session, query: Query) -> Page:
        none: dict[str, Any] = {name: None for name, some in query.exact().items() if not some}
        return session.find(attrs.evolve(query, **none))


@found_by("a_page_begins_after_the_one_before_though_that_fits_no_more")
class CountsRowsForPages(Finding):
    """An OFFSET."""


@found_by("a_page_begins_after_the_one_before_though_that_fits_no_more")
class OrdersByIdAsText(Faulty):
    def find(self, session: Session, query: Query) -> Page:
        page = session.find(query)
        return attrs.evolve(page, complaints=tuple(sorted(page.complaints, key=lambda one: one.id)))


@found_by("what_came_in_is_found_from_a_time_on_to_the_microsecond")
class LeavesOutTheEnd(Faulty):
    def received_between(
        self, session: Session, since: datetime, until: datetime, type: str = "", area: str = ""
    ) -> tuple[Sighting, ...]:
        return session.received_between(since, until - timedelta(microseconds=1), type, area)


@found_by("what_came_in_is_found_from_a_time_on_to_the_microsecond")
class ComparesTimesAsTexts(Faulty):
    def find(self, session: Session, query: Query) -> Page:
        if query.received_from is None:
            return session.find(query)
        since = _text(query.received_from)
        found = session.find(attrs.evolve(query, received_from=None)).complaints
        later = [one for one in found if (there := session.load(one.id)) and _text(there.received_at) >= since]
        return Page(tuple(later))


def _text(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


@found_by("what_is_alike_is_told_with_its_batch_and_found_by_it")
class FindsAllThatIsAlike(Faulty):
    def alike(
        self, session: Session, type: str, area: str, at: datetime, until: datetime, only: Only = ""
    ) -> Iterator[Sighting]:
        return session.alike(type, area, at, until)


@found_by("what_was_paid_is_found_under_the_orders_of_then_and_of_now")
class ForgetsThePaidOrderOfThen(Faulty):
    def find_paid(self, session: Session, customer: str, orders: Collection[str]) -> tuple[str, ...]:
        found = session.find_paid(customer, orders)
        now = {id: stored.complaint.facts.order.lower() for id in found if (stored := session.load(id))}
        return tuple(id for id in found if now[id] in {order.lower() for order in orders} | {""})


# ── the outbox and the schedule


class LeasesWhatIsFree(Faulty):
    def free(self, waiting: Sequence[OutboxEntry], now: datetime) -> Sequence[OutboxEntry]:
        raise NotImplementedError

    def claim(
        self, session: Session, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        claimed = self.free(session.entries(99, after), now)[:limit]
        for one in claimed:
            session.reschedule(attrs.evolve(one, attempts=one.attempts + 1, until=until))
        return tuple(claimed)


@found_by("an_entry_is_free_when_its_time_has_come_and_no_earlier")
class ComparesLeasesAsTexts(LeasesWhatIsFree):
    def free(self, waiting: Sequence[OutboxEntry], now: datetime) -> Sequence[OutboxEntry]:
        return [one for one in waiting if one.until and _text(one.until) <= _text(now)]


@found_by("the_oldest_is_claimed_first_whenever_it_was_put_back")
class ClaimsByLease(LeasesWhatIsFree):
    def free(self, waiting: Sequence[OutboxEntry], now: datetime) -> Sequence[OutboxEntry]:
        return sorted((one for one in waiting if one.until and one.until <= now), key=lambda one: one.until or now)


@found_by("a_lease_is_the_one_that_was_asked_for_and_counts_an_attempt")
class CountsTheAttemptAtOnce(Faulty):
    def claim(
        self, session: Session, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        return tuple(attrs.evolve(one, attempts=one.attempts + 1) for one in session.claim(limit, now, until, after))


@found_by("a_lease_is_the_one_that_was_asked_for_and_counts_an_attempt")
class CountsNoAttempt(Faulty):
    def claim(
        self, session: Session, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        claimed = session.claim(limit, now, until, after)
        for one in claimed:
            session.reschedule(attrs.evolve(one, until=until))
        return claimed


@found_by("a_lease_is_the_one_that_was_asked_for_and_counts_an_attempt")
class HasLeasesOfItsOwn(Faulty):
    def claim(
        self, session: Session, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        return session.claim(limit, now, now + timedelta(minutes=1), after)


@found_by("a_lease_that_ended_unused_is_known_from_a_wait_that_is_over")
class ShowsWhenALeaseEnded(Faulty):
    """Nobody sees that a worker has died."""

    def claim(
        self, session: Session, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        claimed = session.claim(limit, now, until, after)
        return tuple(attrs.evolve(one, until=now) if one.attempts else one for one in claimed)


@found_by("no_letter_overtakes_another_one_of_its_complaint")
class LetsLettersOvertake(LeasesWhatIsFree):
    """Two workers send the letters of a complaint in any order."""

    def free(self, waiting: Sequence[OutboxEntry], now: datetime) -> Sequence[OutboxEntry]:
        return [one for one in waiting if one.until and one.until <= now]


@found_by("each_letter_and_each_look_is_in_one_shard_of_a_count")
class HasItsOwnShards(Faulty):
    """A worker for each shard, and some letters are nobody's."""

    def claim(
        self, session: Session, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        return session.claim(limit, now, until, after, Shard(1, shard.count))


class HasAClock(Faulty):
    """It says that it has one, and goes by the times of its workers nevertheless."""

    def pass_time(self, span: timedelta) -> None:
        """It would go on."""


@found_by("a_letter_is_leased_by_one_clock_for_two_workers_with_two")
class LeasesLettersByTheClocksOfWorkers(HasAClock):
    """A fast worker holds a letter for an hour."""


@found_by("a_complaint_is_leased_by_one_clock_for_two_ticks_with_two")
class LeasesChecksByTheClocksOfWorkers(HasAClock):
    """A fast worker holds a complaint for an hour."""


@found_by("entries_come_in_pages_in_order_of_their_numbers")
class BeginsWithTheSamePage(Faulty):
    def entries(self, session: Session, limit: int, after: int = 0, *, dead: bool = False) -> tuple[OutboxEntry, ...]:
        return session.entries(limit, dead=dead)


@found_by("a_settled_number_is_not_given_to_another_message")
class GivesNumbersAgain(Faulty):
    def enqueue(self, session: Any, message: Message) -> None:
        number = 1 + max((number for number, one in session.outbox.items() if one is not None), default=0)
        session.outbox[number] = OutboxEntry(number, message)


@found_by("what_is_due_is_so_at_its_time_and_no_earlier")
class OrdersChecksAsTexts(Faulty):
    def next_checks(self, session: Session, limit: int) -> tuple[tuple[datetime, str], ...]:
        return tuple(sorted(session.next_checks(999), key=lambda one: _text(one[0]))[:limit])


@found_by("what_is_due_is_given_out_once_the_longest_waiting_first")
class IsDueAgainAtOnce(Faulty):
    def due(
        self, session: Session, limit: int, now: datetime, until: datetime, shard: Shard = WHOLE
    ) -> tuple[str, ...]:
        return tuple(id for when, id in session.next_checks(limit) if when <= now)


@found_by("what_waits_until_a_record_is_mended_is_known_by_that_alone")
class ForgetsWhatIsToBeMended(Faulty):
    def reschedule(self, session: Session, entry: OutboxEntry) -> None:
        session.reschedule(attrs.evolve(entry, mending=False))


@found_by("what_waits_until_a_record_is_mended_is_known_by_that_alone")
class GuessesByTheWordsWhatIsToBeMended(Faulty):
    def reschedule(self, session: Session, entry: OutboxEntry) -> None:
        session.reschedule(attrs.evolve(entry, mending=entry.why.endswith("cannot be read")))


@found_by("a_message_is_found_by_its_key_while_it_is_there")
class FindsNoDeadLetter(Faulty):
    def find_message(self, session: Session, key: str) -> OutboxEntry | None:
        found = session.find_message(key)
        return None if found and found.dead else found


# ── histories


@found_by("a_page_begins_after_the_one_before_though_that_fits_no_more")
class NumbersComplaintsAsTexts(Faulty):
    def find(self, session: Session, query: Query) -> Page:
        whole = session.find(attrs.evolve(query, after=None, limit=999)).complaints
        fitting = sorted((one.id for one in whole if one.id.removeprefix("C-") > str(query.after or "")), key=str)
        shown = fitting[: query.limit]
        loaded = tuple(stored.complaint for id in shown if (stored := session.load(id)))
        return Page(loaded, shown[-1][2:] if len(fitting) > len(shown) else None)


@found_by("a_history_of_many_events_is_in_the_order_of_numbers")
class OrdersSequencesAsTexts(Faulty):
    def history(self, session: Session, id: str, after: int = 0, limit: int | None = None) -> tuple[Sealed, ...]:
        return tuple(sorted(session.history(id, after, limit), key=lambda one: str(one.seq)))


@found_by("a_part_of_a_history_is_what_the_whole_one_has_there")
class CountsPartsFromThePlaceItself(Faulty):
    def history(self, session: Session, id: str, after: int = 0, limit: int | None = None) -> tuple[Sealed, ...]:
        return session.history(id, max(after - 1, 0), limit)


@found_by("an_event_that_leaves_a_gap_is_a_conflict")
class TakesGaps(Faulty):
    def save(self, session: Any, stored: Stored, events: Sequence[Sealed]) -> None:
        there = session.history(stored.complaint.id)
        if events[0].seq <= len(there):
            raise Conflict(stored.complaint.id, events[0].seq - 1, len(there))
        session.complaints[stored.complaint.id] = stored
        session.histories[stored.complaint.id] = History(added=(*there, *events))
        session.added.extend(event.link for event in events)
        session.checks[stored.complaint.id] = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


@found_by("an_event_whose_place_is_taken_is_a_conflict")
class CountsConflictsFromOne(Faulty):
    def save(self, session: Session, stored: Stored, events: Sequence[Sealed]) -> None:
        try:
            session.save(stored, events)
        except Conflict as conflict:
            raise Conflict(conflict.complaint_id, conflict.expected + 1, conflict.found + 1) from None


@found_by("the_ledger_keeps_the_order_of_saving_over_all_complaints")
class LedgersByComplaint(Faulty):
    def links(self, session: Session, after: int = 0) -> Iterator[bytes]:
        return iter([event.link for id in session.ids() for event in session.history(id)][after:])


# ── transactions and threads


@found_by("an_exception_takes_everything_back")
class CommitsWhenInterrupted(CommitsDespite):
    """It rolls back on `except Exception`, and commits in `finally`."""

    FAILURE = (KeyboardInterrupt, SystemExit)


@found_by("an_exception_takes_everything_back")
class CommitsWhenCancelled(CommitsDespite):
    def stays(self, error: BaseException) -> bool:
        return not isinstance(error, Exception)


@found_by("a_conflict_takes_back_what_stood_before_it")
class KeepsWhatStoodBeforeAConflict(CommitsDespite):
    FAILURE = (Conflict,)


@found_by("a_reader_sees_nothing_of_what_is_not_finished")
class ReadsWhatIsNotCommitted(Faulty):
    """Everybody writes to the tables themselves, and what fails is taken back later."""

    def __init__(self, inner: MemoryStore | None = None) -> None:
        super().__init__(inner)
        self.open: list[Any] = []

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        yield self.open[-1] if self.open else self.inner._session()

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        with self.inner.writing() as session:
            self.open.append(session)
            try:
                yield session
            finally:
                self.open.pop()


@found_by("what_one_reader_sees_is_of_one_moment")
class ReadsNoSnapshot(Faulty):
    """Each call of a reader reads what is there by then."""

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        fresh: Any = self.inner._session

        class Reader:
            def __getattr__(self, name: str) -> Any:
                return getattr(fresh(), name)

        yield Reader()


@found_by("what_one_writer_takes_back_is_its_own")
class SharesOneConnection(Faulty):
    """All threads write into one session: who commits, commits for all; who fails, takes back for all."""

    def __init__(self, inner: MemoryStore | None = None) -> None:
        super().__init__(inner)
        self.lock = RLock()
        self.shared: Any = None

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        with self.lock:
            session = self.shared = self.shared or self.inner._session()
        try:
            yield session
            session.keep(self.inner._tables)
        finally:
            self.shared = None


@found_by("a_closed_store_works_as_before_or_says_in_our_words_that_it_does_not")
class SaysWhatTheDriverSays(Faulty):
    closed = False

    def close(self) -> None:
        self.closed = True

    def check(self) -> None:
        if self.closed:
            raise sqlite3.ProgrammingError("Cannot operate on a closed database.")

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        self.check()
        with self.inner.reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        self.check()
        with self.inner.writing() as session:
            yield session
            self.check()


@found_by("of_two_that_decide_by_one_version_one_is_a_conflict_or_a_store_error")
class SaysThatItIsLocked(Faulty):
    """Nobody waits, and the second one hears it from the driver."""

    def __init__(self, inner: MemoryStore | None = None) -> None:
        super().__init__(inner)
        self.busy = False

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        if self.busy:
            raise sqlite3.OperationalError("database is locked")
        self.busy = True
        try:
            with self.inner.writing() as session:
                yield session
        finally:
            self.busy = False


# ── what cannot be read


@found_by("claims_begin_after_a_number")
class ClaimsFromTheBeginning(Faulty):
    """Whatever cannot be read lies first for ever."""

    def claim(
        self, session: Session, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        return session.claim(limit, now, until)


@found_by("a_damaged_message_is_named_when_it_is_claimed_and_the_next_one_is_free")
class SkipsWhatItCannotRead(Faulty):
    """It is never sent, and nobody hears of it."""

    def claim(
        self, session: Session, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        try:
            return session.claim(limit, now, until, after)
        except UnreadableRecord as error:
            return session.claim(limit, now, until, int(error.key))


@found_by("a_damaged_complaint_holds_up_no_other_and_no_later_page")
class FindsOnlyWhereAllIsWell(Faulty):
    def find(self, session: Session, query: Query) -> Page:
        page = session.find(query)
        if page.unreadable:
            raise StoreError("faulty", "a row cannot be decoded", "look at it")
        return page


@found_by("a_damaged_message_is_left_out_of_what_is_listed_and_named")
class EndsWhereItCannotRead(Faulty):
    def entries(self, session: Session, limit: int, after: int = 0, *, dead: bool = False) -> tuple[OutboxEntry, ...]:
        unread = [int(one.key) for one in session.unreadable_letters()]
        return () if any(number > after for number in unread) else session.entries(limit, after, dead=dead)


# ── what is counted


@found_by("what_came_in_before_and_counts_later_is_given_as_it_was_saved")
class ForgetsWhatEndsAtThatMoment(Faulty):
    def counted(self, session: Any, since: datetime, until: datetime) -> Iterator[Counted]:
        found: Iterator[Counted] = session.counted(since + timedelta(microseconds=1), until)
        return found


@found_by("what_comes_back_goes_on_again")
class KeepsTheFirstEnd(Faulty):
    def save(self, session: Session, stored: Stored, events: Sequence[Sealed]) -> None:
        before = session.load(stored.complaint.id)
        until = before.counted_to if before and before.counted_to else stored.counted_to
        session.save(attrs.evolve(stored, counted_to=until), events)


@found_by("what_was_read_ahead_comes_as_it_is_by_then")
class ServesWhatItReadAhead(Faulty):
    """The second question about a complaint is decided on what stood there before the first one."""

    ahead: Mapping[str, Stored | None] = MappingProxyType({})

    def read_ahead(
        self,
        session: Any,
        ids: Collection[str],
        keys: Collection[str],
        customers: Collection[str],
        repeating: Collection[str],
    ) -> Collection[str]:
        self.ahead = {id: session.load(id) for id in ids}
        return [id for id, found in self.ahead.items() if found]

    def load(self, session: Any, id: str) -> Stored | None:
        return self.ahead.get(id) or session.load(id)


@found_by("what_a_customer_has_open_comes_as_it_is_by_then")
class ServesWhatWasOpenAhead(Faulty):
    """The second complaint of a batch is no duplicate of the first."""

    ahead: Mapping[frozenset[str], Page] = MappingProxyType({})

    def read_ahead(
        self,
        session: Any,
        ids: Collection[str],
        keys: Collection[str],
        customers: Collection[str],
        repeating: Collection[str],
    ) -> Collection[str]:
        theirs = {found.complaint.facts.customer for id in repeating if (found := session.load(id))}
        self.ahead = {frozenset({one}): session.find(Query(customer=one, open=True)) for one in {*customers, *theirs}}
        return [one.id for page in self.ahead.values() for one in page.complaints]

    def find(self, session: Any, query: Query) -> Page:
        return self.ahead.get(query.customer or frozenset()) or session.find(query)
