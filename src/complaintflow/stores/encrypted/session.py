"""One transaction in which words lie encrypted: what goes into the store is sealed, what comes out of it is opened.

Whoever is in front of it sees words, and the store behind it none. What it does not know, the store answers.

A complaint is encrypted as a whole or not at all: it has a key from its first encrypted text on, and what stood there
before is encrypted with that. The header of its card names the key, so that one that was opened before is not read
again, and one that was destroyed meanwhile is not taken for its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, cast

import attrs

from complaintflow.errors import SetAside, StoreError, UnreadableRecord
from complaintflow.plugins import Counted, DataKey, Flaw, Message, OutboxEntry, Page, Query, Searched, Shard, Stored
from complaintflow.plugins.ports.stored import WHOLE
from complaintflow.record.complaint import Complaint
from complaintflow.record.encrypted import OF_THE_SEARCH, is_encrypted
from complaintflow.record.history import Sealed
from complaintflow.record.searched import NOTHING_NEW
from complaintflow.stores.encrypted.cards import open_complaint, open_counted, seal_card, seal_counted
from complaintflow.stores.encrypted.cipher import Cipher, key_of
from complaintflow.stores.encrypted.events import has_words, open_event, seal_event
from complaintflow.stores.encrypted.keyring import TABLE, Keyring
from complaintflow.stores.encrypted.letters import is_sealed, key_of_letter, open_letter, seal_letter
from complaintflow.stores.encrypted.words import WordHider

_PAGE = 500
_NOT_OFFERED = frozenset({"counted_days", "days_without_sheet", "counted_on", "sheets", "keep_sheet", "check_no_keys"})
"""What is not offered: a sheet names products of many complaints, and each of these has a key of its own; and what is
asked by desks that have no keys."""


@attrs.frozen
class Rewrapped:
    """What became of a page of keys: behind which complaint the next one begins, blank at the end; how many were
    wrapped anew; and which could not be opened."""

    after: str
    keys: int
    unreadable: tuple[SetAside, ...]


class EncryptedSession:
    """A session in front of that of a store."""

    def __init__(self, inner: Any, ring: Keyring) -> None:
        self._inner = inner
        self._ring = ring
        self._keys: dict[str, DataKey | None] = {}
        self._ciphers: dict[str, Cipher] = {}

    def __getattr__(self, name: str) -> Any:
        """What the store's session has; and of what it may leave out, ours where it has that."""
        if name in _NOT_OFFERED or (name == "searched" and self.locked):
            raise AttributeError(name)
        theirs = getattr(self._inner, name)
        return {"erase": self._erase, "flaws": self._flaws, "read_ahead": self._read_ahead}.get(name, theirs)

    @property
    def locked(self) -> bool:
        """Whether no word may be read or written."""
        return self._ring.locked

    def check_unlocked(self) -> None:
        """Raises `StoreError` where no word may be read."""
        self._ring.check_unlocked()

    # ── keys

    def _key(self, complaint: str) -> DataKey | None:
        if complaint not in self._keys:
            self._read_keys((complaint,))
        return self._keys[complaint]

    def _read_keys(self, complaints: Iterable[str]) -> None:
        """Read these keys at once, and with them that of the search, which most transactions need."""
        if wanted := {*complaints, OF_THE_SEARCH} - {*self._keys}:
            found = {key.complaint: key for key in self._inner.data_keys(sorted(wanted))}
            self._keys.update((one, found.get(one)) for one in wanted)

    def _read_ahead(self, *about: Collection[str]) -> Collection[str]:
        """What the store reads ahead, and the keys of all complaints among it."""
        read: Collection[str] = self._inner.read_ahead(*about)
        if read:
            self._read_keys(read)
        return read

    def _cipher(self, complaint: str) -> Cipher | None:
        """What encrypts the words of this complaint; None where it has no key. Raises `UnreadableRecord`."""
        if complaint not in self._ciphers and not self.locked and (key := self._key(complaint)):
            self._ciphers[complaint] = self._ring.cipher(key)
        return self._ciphers.get(complaint)

    def begin(self) -> None:
        """Words lie encrypted from now on, and no desk without keys writes any more."""
        if self._key(OF_THE_SEARCH) is None:
            self._make_key(OF_THE_SEARCH)

    def _make_key(self, complaint: str) -> DataKey:
        return self._keep_key(self._ring.make(complaint))

    def _keep_key(self, key: DataKey) -> DataKey:
        self._inner.keep_data_key(key)
        self._keys[key.complaint] = key
        return key

    def _begin_key(self, complaint: str) -> DataKey:
        """A key that is kept once its complaint is."""
        self.begin()
        return self._ring.make(complaint)

    def _make_cipher(self, complaint: str, *, new: bool = False) -> Cipher:
        """What encrypts its words from now on; what stands there in plain words is encrypted with it."""
        cipher = self._cipher(complaint)
        if cipher is None:
            self.begin()
            cipher = self._ciphers[complaint] = self._ring.cipher(self._make_key(complaint))
            if not new:
                self._encrypt(complaint, cipher, self._plain_events(complaint), self._hide_all)
        return cipher

    def _plain_events(self, id: str) -> list[Sealed]:
        return [one for one in self._inner.history(id) if has_words(one)]

    def _encrypt(
        self, id: str, cipher: Cipher, plain: list[Sealed], hide: Callable[[Searched, list[Sealed]], Searched]
    ) -> None:
        """Encrypt what stands there of a complaint in plain words."""
        stored: Stored | None = self._inner.load(id) if plain else None
        if stored is not None:
            sealed = [seal_event(cipher, id, one) for one in plain]
            searched = hide(self._inner.searched(id), plain)
            self._inner.reseal(id, sealed, seal_card(cipher, id, stored.complaint.card), searched)

    def _hide_all(self, there: Searched, _plain: list[Sealed]) -> Searched:
        """What a search knows of a complaint in plain words, hidden."""
        hider = self._hider()
        words = {number: hider.text(text) for number, text in there.words.items()}
        return Searched(words, hider.labels(there.labels or {}))

    def _hide_some(self, there: Searched, plain: list[Sealed]) -> Searched:
        """The words of these events, hidden as the others are already. Who could not read the card changed no label."""
        hider, said = self._hider(), {one.seq for one in plain}
        words = {number: hider.text(text) if number in said else text for number, text in there.words.items()}
        return Searched(words, there.labels)

    def encrypt(self, id: str) -> bool:
        """Encrypt what of a complaint lies in plain words; and say whether there was anything.

        A desk without keys may have written beside encrypted words. Raises `UnreadableRecord`.
        """
        cipher, plain = self._cipher(id), self._plain_events(id)
        if plain and cipher:
            self._encrypt(id, cipher, plain, self._hide_some)
        elif plain:
            self._make_cipher(id)
        return bool(plain)

    def rewrap(self, after: str, limit: int) -> Rewrapped:
        """Wrap the next keys behind that of this complaint by the present root key, those that another one wraps."""
        page: tuple[DataKey, ...] = self._inner.data_keys_behind(after, limit)
        first = [] if after else [self._key(OF_THE_SEARCH)]
        count, unreadable = 0, list[SetAside]()
        for key in (*first, *page):
            if key is not None and key.root != self._ring.root:
                try:
                    self._inner.rewrap_data_key(self._ring.rewrapped(key))
                    count += 1
                except UnreadableRecord as error:
                    unreadable.append(error.record)
        return Rewrapped(page[-1].complaint if len(page) == limit else "", count, tuple(unreadable))

    def _hider(self) -> WordHider:
        """What hides the words of the search. It is read in each transaction, since another one may be rolled back."""
        there = None if self.locked else self._key(OF_THE_SEARCH)
        return self._ring.hider(there or self._make_key(OF_THE_SEARCH))

    # ── complaints

    def load(self, id: str) -> Stored | None:
        """The complaint with its words."""
        stored: Stored | None = self._inner.load(id)
        if stored is None:
            return None
        opened = self._opened(stored.complaint)
        return attrs.evolve(stored, complaint=opened, counted=open_counted(self._cipher(id), id, stored.counted))

    def counted(self, since: datetime, until: datetime) -> Iterator[Counted]:
        """What is counted of each; blank where it does not open, and then whoever asks reads the history."""
        kept: Iterator[Counted] = iter(self._inner.counted(since, until))
        while some := tuple(islice(kept, _PAGE)):
            self._prepare([(one.id, one.counted) for one in some if is_encrypted(one.counted)])
            yield from map(self._open_counted, some)

    def _open_counted(self, one: Counted) -> Counted:
        try:
            cipher = self._cipher(one.id) if is_encrypted(one.counted) else None
        except UnreadableRecord:  # the history, which is read then, says so
            return attrs.evolve(one, counted=b"")
        return attrs.evolve(one, counted=open_counted(cipher, one.id, one.counted))

    def _opened(self, complaint: Complaint) -> Complaint:
        self._take_known(complaint.id, complaint.card)
        return open_complaint(self._cipher(complaint.id), complaint)

    def _take_known(self, id: str, encrypted: bytes) -> None:
        """Take the key of this complaint, if it was opened before."""
        known = self._ring.known(key_of(encrypted)) if is_encrypted(encrypted) else None
        if known:
            self._ciphers[id] = known

    def _prepare(self, some: Collection[tuple[str, bytes]]) -> None:
        """Take the keys of these complaints that were opened before, and read the others at once."""
        for id, encrypted in some:
            self._take_known(id, encrypted)
        if unknown := [id for id, _ in some if id not in self._ciphers]:
            self._read_keys(unknown)

    def history(self, id: str, after: int = 0, limit: int | None = None) -> tuple[Sealed, ...]:
        """Its events with their words."""
        history: tuple[Sealed, ...] = self._inner.history(id, after, limit)
        if not any(is_encrypted(one.data) for one in history):
            return history
        try:
            cipher = self._cipher(id)
        except UnreadableRecord:
            return history  # no reader takes what lies there for words
        return tuple([open_event(cipher, id, one) for one in history])

    def find(self, query: Query) -> Page:
        """What fits, with its words."""
        page: Page = self._inner.find(self._hidden_query(query))
        self._prepare([(one.id, one.card) for one in page.complaints])
        found, unreadable = list[Complaint](), list(page.unreadable)
        for one in page.complaints:
            try:
                found.append(self._opened(one))
            except UnreadableRecord as error:
                unreadable.append(attrs.evolve(error.record, table="complaints", key=one.id))
        return attrs.evolve(page, complaints=tuple(found), unreadable=tuple(unreadable))

    def count(self, query: Query) -> int:
        """How many fit."""
        return cast("int", self._inner.count(self._hidden_query(query)))

    def _hidden_query(self, query: Query) -> Query:
        if not query.text and not any(any(values) for values in query.labels().values()):
            return query
        if self._key(OF_THE_SEARCH) is None:
            return query  # nothing was ever hidden
        return self._hider().query(query)

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        """Append the events and replace the snapshot, encrypted.

        Of a new complaint nobody asks for its key: it has none, or else the store says so when it takes this one.
        """
        complaint = stored.complaint
        id, searched = complaint.id, stored.searched
        if not complaint.card and not any(map(has_words, events)) and searched is NOTHING_NEW:
            self._inner.save(stored, events)
            return
        new = events[0].seq == 1
        key = self._begin_key(id) if new and id not in self._keys else None
        cipher = self._ring.cipher(key) if key else self._make_cipher(id, new=new)
        if searched is not NOTHING_NEW:
            searched = self._hider().news(searched)
        sealed = attrs.evolve(complaint, card=seal_card(cipher, id, complaint.card))
        counted = seal_counted(cipher, id, stored.counted)
        self._inner.save(
            attrs.evolve(stored, complaint=sealed, searched=searched, counted=counted),
            [seal_event(cipher, id, one) for one in events],
        )
        if key:
            self._keep_key(key)

    def _erase(self, id: str, events: Collection[int]) -> None:
        """Take the words of these events, and destroy their key, where no others lie under it."""
        self._inner.erase(id, events)
        if any(is_encrypted(one.data) for one in self._inner.history(id)):
            return
        if key := self._key(id):
            self._ring.forget(key.id)
        self._keys[id] = None
        self._ciphers.pop(id, None)
        self._inner.destroy_data_key(id)

    def opens(self, id: str) -> bool:
        """Whether the root keys that are given open the key of this complaint, if it has one."""
        try:
            self._cipher(id)
        except UnreadableRecord:
            return False
        return True

    def closed(self, id: str) -> list[int]:
        """The events of which the words lie under a key that is gone."""
        if self.locked or self._key(id):
            return []
        return [one.seq for one in self._inner.history(id) if is_encrypted(one.data)]

    def hidden(self, id: str, searched: Searched) -> Searched:
        """What a search is to know of a complaint, as it lies in the store: in plain words while it does so itself."""
        return self._hider().news(searched) if self._key(id) else searched

    # ── letters

    def enqueue(self, message: Message) -> None:
        """Put a message into the outbox, encrypted."""
        self._inner.enqueue(seal_letter(self._make_cipher(message.complaint), message))

    def reschedule(self, entry: OutboxEntry) -> None:
        """It waits again, encrypted anew."""
        sealed = seal_letter(self._make_cipher(entry.message.complaint), entry.message)
        self._inner.reschedule(attrs.evolve(entry, message=sealed))

    def _prepare_letters(self, entries: Sequence[OutboxEntry]) -> None:
        """Read the keys of these letters at once, as far as they were not opened before."""
        sealed = [one for one in entries if is_sealed(one.message) and not self._ring.known(key_of_letter(one))]
        if unknown := {one.message.complaint for one in sealed} - {*self._ciphers}:
            self._read_keys(unknown)

    def _opened_letter(self, entry: OutboxEntry) -> OutboxEntry:
        """The letter as it was given. Raises `UnreadableRecord`."""
        if not is_sealed(entry.message):
            return entry
        known = self._ring.known(key_of_letter(entry))
        try:
            return open_letter(known or self._cipher(entry.message.complaint), entry)
        except UnreadableRecord as error:
            raise UnreadableRecord.of("outbox", entry.number, error.cause, entry.message.key) from None

    def claim(
        self, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        """The oldest entries that are free by now; those behind one that does not open are given back."""
        claimed: tuple[OutboxEntry, ...] = self._inner.claim(limit, now, until, after, shard)
        self._prepare_letters(claimed)
        found = list[OutboxEntry]()
        for entry in claimed:
            try:
                found.append(self._opened_letter(entry))
            except UnreadableRecord:
                for unclaimed in claimed[len(found) :]:
                    self._inner.reschedule(unclaimed)
                if not found:
                    raise
                break
        return tuple(found)

    def entries(self, limit: int, after: int = 0, *, dead: bool = False) -> tuple[OutboxEntry, ...]:
        """What waits, or the dead letters; what does not open is left out."""
        found = list[OutboxEntry]()
        while len(found) < limit and (page := self._inner.entries(limit - len(found), after, dead=dead)):
            after = page[-1].number
            self._prepare_letters(page)
            found += [one for entry in page if isinstance(one := self._letter(entry), OutboxEntry)]
        return tuple(found)

    def _letter(self, entry: OutboxEntry) -> OutboxEntry | SetAside:
        """The letter, or that it does not open."""
        try:
            return self._opened_letter(entry)
        except UnreadableRecord as error:
            return error.record

    def find_message(self, key: str) -> OutboxEntry | None:
        """The entry of the message with this key, when it opens."""
        entry: OutboxEntry | None = self._inner.find_message(key)
        found = self._letter(entry) if entry else None
        return found if isinstance(found, OutboxEntry) else None

    def unreadable_letters(self) -> tuple[SetAside, ...]:
        """What cannot be read behind this, and what does not open here."""
        closed = [one for dead in (False, True) for one in map(self._letter, self._every_letter(dead=dead))]
        found = [*self._inner.unreadable_letters(), *(one for one in closed if isinstance(one, SetAside))]
        return tuple(sorted(found, key=lambda one: int(one.key)))

    def _every_letter(self, *, dead: bool) -> Iterator[OutboxEntry]:
        after = 0
        while page := self._inner.entries(_PAGE, after, dead=dead):
            self._prepare_letters(page)
            yield from page
            after = page[-1].number

    def encrypt_letters(self, after: int, limit: int, *, dead: bool) -> tuple[int, int]:
        """Encrypt the next letters behind this number that lie in plain words; and say where to go on, 0 at the end,
        and how many it were."""
        page: tuple[OutboxEntry, ...] = self._inner.entries(limit, after, dead=dead)
        plain = [one for one in page if not is_sealed(one.message)]
        for entry in plain:
            self.reschedule(entry)
        return page[-1].number if len(page) == limit else 0, len(plain)

    # ── what a check of everything reads

    def _flaws(self) -> Iterator[Flaw]:
        """What the store finds, and words whose key is gone though nobody erased them."""
        yield from self._inner.flaws()
        ids: Iterator[str] = iter(self._inner.ids())
        while some := tuple(islice(ids, _PAGE)):
            self._read_keys(some)
            for id in some:
                if self._key(id) is None and any(is_encrypted(one.data) for one in self._inner.history(id)):
                    yield Flaw(TABLE, "the key of its words is gone, and they were not erased", id)


def check_keeps_keys(session: Any, store: str) -> None:
    """Raises `StoreError` for a session that has no table of keys, or tells nobody what is searched."""
    if not all(callable(getattr(session, name, None)) for name in ("keep_data_key", "searched")):
        raise StoreError(store, "it has no table of keys", "use a store that can encrypt, or no keys")
