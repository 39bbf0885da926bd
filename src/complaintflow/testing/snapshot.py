"""Everything that a store holds, read through its port, to be compared before and after a call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from complaintflow.commands import Erase
from complaintflow.plugins import OutboxEntry, Session, Store, Stored
from complaintflow.record.history import Sealed, without_words
from complaintflow.testing.machine_promises import APPENDED, KEPT, KEY, LINKS, UNFOUND, UNSENT, WHOLE, WORDLESS, broken

_PAGE = 100


@attrs.frozen
class Snapshot:
    """The ledger, every complaint with its history, the outbox with its dead letters, and what known keys stand for."""

    links: tuple[bytes, ...] = ()
    waiting: tuple[OutboxEntry, ...] = ()
    dead: tuple[OutboxEntry, ...] = ()
    stored: Mapping[str, Stored] = attrs.field(factory=dict[str, Stored])
    histories: Mapping[str, tuple[Sealed, ...]] = attrs.field(factory=dict[str, tuple[Sealed, ...]])
    keys: Mapping[str, str] = attrs.field(factory=dict[str, str])

    @classmethod
    def of(cls, store: Store, keys: Mapping[str, str]) -> Snapshot:
        """The present contents of the store, with the complaints for which these keys stand."""
        with store.reading() as session:
            ids = tuple(session.ids())
            return cls(
                tuple(session.links()),
                tuple(_entries(session, dead=False)),
                tuple(_entries(session, dead=True)),
                {id: one for id in ids if (one := session.load(id))},
                {id: session.history(id) for id in ids},
                keys,
            )

    def assert_grew_from(self, before: Snapshot) -> None:
        """Fail when anything from before is missing, rewritten or in another order."""
        assert self.links[: len(before.links)] == before.links, broken(
            "lost or reordered: the ledger is not what it was", LINKS
        )
        for id, history in before.histories.items():
            now = self.histories.get(id, ())
            assert len(now) >= len(history), broken(
                f"lost: {id} had {len(history)} events and has {len(now)}", APPENDED
            )
            assert now[: len(history)] == self._expect(id, history), broken(
                f"rewritten: the history of {id} is not what it was", WORDLESS if self._is_erased(id) else KEPT
            )
        gone = self.erased_since(before)
        for id in gone:
            self._assert_no_word_of(id)
        for key, id in before.keys.items():
            assert id in gone or self.keys.get(key) == id, broken(f"forgotten: the key {key!r} stood for {id}", KEY)

    def erased_since(self, before: Snapshot) -> list[str]:
        """The complaints whose words were taken since then."""
        since = {id: history[len(before.histories.get(id, ())) :] for id, history in self.histories.items()}
        return [id for id, new in since.items() if any(one.kind == Erase.__name__ for one in new)]

    def _is_erased(self, id: str) -> bool:
        return any(one.kind == Erase.__name__ for one in self.histories[id])

    def _expect(self, id: str, before: tuple[Sealed, ...]) -> tuple[Sealed, ...]:
        """The events of before, as they must stand now: without words where an erasure came behind them."""
        erased = max((one.seq for one in self.histories[id] if one.kind == Erase.__name__), default=0)
        return tuple(without_words(one) if one.seq < erased and one.kind != Erase.__name__ else one for one in before)

    def _assert_no_word_of(self, id: str) -> None:
        history = self.histories[id]
        assert history == self._expect(id, history), broken(f"kept: words of {id} are there that were erased", WORDLESS)
        letters = [entry.number for entry in (*self.waiting, *self.dead) if entry.message.complaint == id]
        assert not letters, broken(f"kept: letters {letters} of {id} are there, whose words were erased", UNSENT)
        assert self.stored[id].complaint.card == b"" or not self.stored[id].complaint.customer.contact, broken(
            f"kept: contacts of {id} are there that were erased", UNFOUND
        )

    def assert_same_as(self, before: Snapshot, why: str) -> None:
        """Fail when anything differs."""
        self.assert_grew_from(before)
        new = [id for id, history in self.histories.items() if len(history) > len(before.histories.get(id, ()))]
        assert not new, broken(f"half done: {new} changed, though {why}", WHOLE)
        assert self.waiting == before.waiting, broken(
            f"half done: {len(self.waiting)} messages wait, though {why}", WHOLE
        )
        assert self == before, broken(f"half done: something changed, though {why}", WHOLE)

    @property
    def visible(self) -> frozenset[tuple[str, str]]:
        """The visible undelivered messages, by complaint and number: those that wait, and dead letters."""
        messages = (entry.message for entry in (*self.waiting, *self.dead))
        return frozenset((message.complaint, message.id) for message in messages)


def _entries(session: Session, *, dead: bool) -> Iterator[OutboxEntry]:
    """All entries, page by page."""
    last = 0
    while page := session.entries(_PAGE, last, dead=dead):
        yield from page
        last = page[-1].number
