"""The walk through everything that is stored: one complaint at a time, so that no two histories are in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import cast

import attrs

from complaintflow._validation.reading import reading_complaint
from complaintflow._validation.structure import Record
from complaintflow.desk.integrity.histories import chain_faults, count_erased
from complaintflow.desk.integrity.ledger import (
    Tally,
    anchor_faults,
    ledger_faults,
    new_faults,
    parse_anchors,
    tile_faults,
)
from complaintflow.desk.integrity.letters import letter_faults, lost_letters
from complaintflow.desk.integrity.looks import clock_faults, next_looks
from complaintflow.desk.integrity.names import key_faults, policy_faults
from complaintflow.desk.integrity.sheets import sheet_faults
from complaintflow.desk.integrity.snapshots import SightingCheck, snapshot_faults
from complaintflow.desk.integrity.subject import Checkup, Subject, why_unread
from complaintflow.desk.ledger import keeps_tree
from complaintflow.desk.unit_of_work import UnitsOfWork, check_no_keys, load
from complaintflow.errors import StoreError, UnreadableRecord
from complaintflow.plugins import Checkable, Flaw, Session
from complaintflow.record.history import Breach, Head, Sealed

_STORE = "store"
_LOCKED = "no word was read: the chain and the ledger alone were checked, since the desk has no keys"


@attrs.frozen(eq=False, repr=False)
class Erased(Record):
    """How many events of a complaint had their words erased, while the chain still proves that they were said."""

    complaint: str
    events: int


@attrs.frozen(eq=False, repr=False)
class Integrity(Record):
    """How much was checked, and everything that was wrong.

    `erased` is no breach: the words are gone as an erasure takes them. `notes` are no breaches either: what a house
    may have meant so, like a file that others may read.
    """

    complaints: int
    events: int
    breaches: tuple[Breach, ...]
    erased: tuple[Erased, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing was wrong."""
        return not self.breaches


def check_one(units: UnitsOfWork, now: datetime, id: str) -> Integrity:
    """One complaint: its chain, what is derived from it, its clocks, its open letters and its policies.

    Raises `NotFound`.
    """
    with units.reading() as session:
        checkup = _checkup(units, session, now)
        load(session, id)
        walk = _Walk(checkup, next_looks(session, {id}))
        walk.look(id)
        walk.end()
        walk.breaches += letter_faults(walk.checkup, {id})
    return walk.integrity()


def check_since(units: UnitsOfWork, now: datetime, head: Head) -> Integrity:
    """The complaints with events that were saved since this head was anchored, and the ledger from there on.

    A store that keeps no tree of its ledger has no quick way to them: there it is `check_all`.
    """
    with units.reading() as session:
        tree = keeps_tree(session)
        if tree is None:
            return check_all(units, now, str(head))
        ids = [*tree.ids_behind(head.count)]
        walk, links = _Walk(_checkup(units, session, now), next_looks(session, {*ids})), list[bytes]()
        for id in ids:
            links += (one.link for one in walk.look(id))
        walk.end()
        walk.breaches += letter_faults(walk.checkup, {*ids})
        walk.breaches += new_faults(session, head, links)
    return walk.integrity()


def check_all(units: UnitsOfWork, now: datetime, anchor: str | Iterable[str] | None = None) -> Integrity:
    """Every complaint, the ledger against the histories, the anchored heads that are given, and the store itself.

    Raises `InvalidInput` for an anchor that is none. What the store finds wrong with itself is told, also when it is
    too damaged to be read to the end.
    """
    heads = parse_anchors(anchor)
    flaws = list[Flaw]()
    try:
        with units.reading() as session:
            store = _checkable(session)
            flaws += store.flaws() if store else ()
            found = _walk_all(_checkup(units, session, now), store, heads)
    except StoreError as error:
        if not flaws:
            raise
        found = Integrity(0, 0, (Breach("", 0, f"cannot be read to the end: {error.cause}", _STORE),))
    harmful = tuple(_breach(flaw) for flaw in flaws if not flaw.harmless)
    notes = tuple(str(_breach(flaw)) for flaw in flaws if flaw.harmless)
    return attrs.evolve(found, breaches=harmful + found.breaches, notes=found.notes + notes)


def _checkable(session: Session) -> Checkable | None:
    """What the session offers for this beside all else, if it does."""
    return cast("Checkable", session) if callable(getattr(session, "flaws", None)) else None


def _breach(flaw: Flaw) -> Breach:
    return Breach(flaw.key, 0, flaw.what, flaw.table)


def _checkup(units: UnitsOfWork, session: Session, now: datetime) -> Checkup:
    check_no_keys(session)
    fresh = units.versions.afresh()  # which has read no policy yet
    told, longest = session.told_time(), units.versions.present.policy.leaps.longest
    if told and now < told.known <= now + longest:  # a clock that is behind the last tick, as far as one may be
        now = told.known
    return Checkup(session, fresh, now, units.chain_key, frozenset(units.plugins.channels))


def _walk_all(checkup: Checkup, store: Checkable | None, heads: Sequence[Head]) -> Integrity:
    session = checkup.session
    walk = _Walk(checkup, next_looks(session))
    for id in session.ids():
        walk.look(id)
    walk.end()
    walk.breaches += ledger_faults(session, walk.links)
    walk.breaches += tile_faults(session)
    walk.breaches += anchor_faults(session.links(), heads) if heads else ()
    walk.breaches += letter_faults(checkup)
    walk.breaches += sheet_faults(checkup)
    walk.breaches += walk.missing()
    if store:
        walk.breaches += key_faults(store.remembered(), walk.versions)
        walk.breaches += policy_faults(session, set(store.kept_policies()) - walk.policies)
    return walk.integrity()


@attrs.define(repr=False)
class _Walk:
    """What was seen so far. Of each complaint, only its id and its version stay."""

    checkup: Checkup
    looks: Mapping[str, datetime]
    links: Tally = attrs.field(factory=Tally)
    versions: dict[str, int] = attrs.field(factory=dict[str, int])
    named: dict[str, str] = attrs.field(factory=dict[str, str])
    policies: set[str] = attrs.field(factory=set[str])
    erased: list[Erased] = attrs.field(factory=list[Erased])
    breaches: list[Breach] = attrs.field(factory=list[Breach])
    sightings: SightingCheck = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.sightings = SightingCheck(self.checkup.session)

    def look(self, id: str) -> tuple[Sealed, ...]:
        """Check one complaint by itself, and give its history."""
        history = self.checkup.session.history(id)
        self.links.add(one.link for one in history)
        self.versions[id] = len(history)
        self.breaches += chain_faults(id, self.checkup.without_closed_words(id, history), self.checkup.key)
        if not self.checkup.locked:
            self._look_at_words(id, history)
        return history

    def _look_at_words(self, id: str, history: tuple[Sealed, ...]) -> None:
        """What can be checked where words can be read."""
        subject = self.checkup.read(id, history)
        if count := count_erased(history):
            self.erased.append(Erased(id, count))
        if isinstance(subject, Breach):
            self.breaches.append(subject)
        else:
            self._look_behind(subject)

    def _look_behind(self, subject: Subject) -> None:
        """What its words hold may turn out to be unreadable only when they are read."""
        try:
            with reading_complaint(subject.id):
                for one in self._derived(subject):
                    self.breaches.append(one)
        except UnreadableRecord as error:
            self.breaches.append(subject.breach(why_unread(error)))

    def _derived(self, subject: Subject) -> Iterator[Breach]:
        """What is wrong with all that follows from its events."""
        for event in subject.events:
            len(event.data)  # it is decoded here
        yield from snapshot_faults(self.checkup, subject)
        yield from self.sightings.faults(subject)
        yield from lost_letters(self.checkup, subject)
        fresh = {*subject.policies} - self.policies
        self.policies |= fresh
        unread = tuple(policy_faults(self.checkup.session, fresh))
        yield from unread
        yield from clock_faults(self.checkup, subject, self.looks.get(subject.id))
        facts = subject.made.facts
        self.named |= dict.fromkeys({*facts.absorbed, facts.merged_into} - {""}, subject.id)

    def end(self) -> None:
        """What was asked for together is looked at."""
        self.breaches += self.sightings.faults()

    def missing(self) -> Iterator[Breach]:
        """The complaints that others were merged with, and that are gone."""
        for id in sorted({*self.named} - {*self.versions}):
            by = self.named[id]
            yield Breach(by, self.versions[by], f"was merged with {id}, which is gone")

    def integrity(self) -> Integrity:
        """The result."""
        notes = (_LOCKED,) if self.checkup.locked else ()
        return Integrity(len(self.versions), self.links.count, tuple(self.breaches), tuple(self.erased), notes)
