"""What must hold when a schedule has ended, judged by raw facts: nothing lost, nothing doubled, nothing skipped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from complaintflow import Complaint, Conflict, Desk, NotPossible, Refused
from complaintflow.desk.worker import Ticked
from complaintflow.plugins import CustomerMessage
from complaintflow.record.complaint import microseconds
from complaintflow.record.keys import MessageKey
from complaintflow.vocabulary import OPEN
from tests.stores.schedules.actors import Actor
from tests.stores.schedules.houses import Raw, Scene

LEGITIMATE = (Refused, NotPossible, Conflict)
_SENT = {"accepted", "delivered", "recorded"}

Act = Callable[[Scene, Desk], Any]


@attrs.frozen
class Part:
    """What somebody does. `note` is a text that their command leaves in the history; `again`: who hears nothing asks
    once more with the same key, as clients do."""

    act: Act
    note: str = ""
    again: bool = False
    may_fail: bool = False


@attrs.define
class Told:
    """What each of the actors was told, in this schedule: at once, and when those without an answer asked again."""

    actors: Mapping[str, Actor]
    answers: dict[str, Any] = attrs.field(factory=dict[str, Any])
    crashed: bool = False
    slow: bool = False


def judge_rest(scene: Scene, parts: Mapping[str, Part], told: Told, raw: Raw) -> Iterator[str]:
    """What is wrong when the last one has stopped, before anybody looks after it."""
    for name, actor in told.actors.items():
        if actor.error and not isinstance(actor.error, LEGITIMATE) and not parts[name].may_fail:
            yield f"{name} was told: {type(actor.error).__name__}: {actor.error}"
        if isinstance(actor.answer, Ticked) and actor.answer.failed:
            yield f"skipped: {name} could not look at {actor.answer.failed[0]}"
    yield from _ledger(raw)
    yield from _acknowledged(told, raw)
    yield from _notes(parts, told, raw, after=False)
    yield from _handed(scene, raw, told)
    now = microseconds(scene.now)
    for id, one in raw.complaints.items():
        if one["state"] in OPEN and id not in raw.checks:
            yield f"skipped: nothing looks at the clocks of {id} any more"
    for letter in raw.letters:
        if letter.until is not None and letter.until > now + 3_600_000_000:
            yield f"skipped: letter {letter.key} waits until a time that nobody gave"


def judge_end(scene: Scene, parts: Mapping[str, Part], told: Told, raw: Raw) -> Iterator[str]:
    """What is wrong when those who heard nothing have asked again, and workers have done all that was due."""
    yield from _ledger(raw)
    yield from _notes(parts, told, raw, after=True)
    yield from _money(raw)
    yield from _twice(raw, told)
    yield from _handed(scene, raw, told)
    yield from _letters(scene, raw)
    yield from _seen(scene, raw)
    now = microseconds(scene.now)
    for id, at in raw.checks.items():
        if at <= now:
            yield f"skipped: {id} is due and nobody looks"


def _ledger(raw: Raw) -> Iterator[str]:
    places = [one.place for one in raw.events]
    if places != [*range(1, len(places) + 1)]:
        yield f"the ledger has gaps: {places}"
    if raw.counts and raw.counts[:2] != (len(places), len(raw.complaints)):
        yield f"the ledger counts {raw.counts}, and there are {len(places)} events of {len(raw.complaints)} complaints"
    waiting = sum(one.until is not None for one in raw.letters)
    if raw.counts and raw.counts[3] != waiting:
        yield f"the ledger says that {raw.counts[3]} letters wait, and {waiting} do"
    for id, one in raw.complaints.items():
        seqs = sorted(event.seq for event in raw.events if event.complaint == id)
        if seqs != [*range(1, one["version"] + 1)]:
            yield f"lost: {id} has version {one['version']} and the events {seqs}"
    yield from (f"lost: the snapshot of {id} is not of its last event" for id in raw.unlinked)


def _acknowledged(told: Told, raw: Raw) -> Iterator[str]:
    """What somebody was told is on record: the event with which their answer ends."""
    there = {(one.complaint, one.seq) for one in raw.events}
    for name, actor in told.actors.items():
        one = actor.answer
        if actor.answered and isinstance(one, Complaint) and (one.id, one.version) not in there:
            yield f"lost: {name} was told of event {one.version} of {one.id}"


def _notes(parts: Mapping[str, Part], told: Told, raw: Raw, *, after: bool) -> Iterator[str]:
    texts = Counter(one.data["text"] for one in raw.of("Note"))
    for name, part in parts.items():
        if not part.note:
            continue
        count, actor = texts[part.note], told.actors[name]
        if count > 1:
            yield f"doubled: {part.note} is {count} times in the history"
        due = actor.answered or (after and part.again)
        if not count and due and not isinstance(told.answers.get(name, actor.error), LEGITIMATE):
            yield f"lost: {name} was told that {part.note} is on record"
        if count and isinstance(actor.error, LEGITIMATE) and not _shared(parts, part.note):
            yield f"{name} was refused, and {part.note} is on record"


def _shared(parts: Mapping[str, Part], note: str) -> bool:
    return sum(one.note == note for one in parts.values()) > 1


def _money(raw: Raw) -> Iterator[str]:
    """R26: one payment of a kind for one order."""
    paid = Counter(
        (raw.complaints[one.complaint]["customer"], raw.complaints[one.complaint]["order_no"])
        for one in raw.of("ApproveCompensation")
    )
    for (customer, order), count in paid.items():
        if count > 1:
            yield f"doubled: {customer} was paid {count} times for {order}"


def _twice(raw: Raw, told: Told) -> Iterator[str]:
    """What a history may say once only."""
    once = Counter[tuple[str, ...]]()
    for one in raw.events:
        for field in _ONCE.get(one.kind, ()):
            about = str(one.data.get(field) or "")
            if about:
                once[one.complaint, one.kind, about, *map(str, one.data.get("tells") or ())] += 1
        if one.kind == "Receipt" and one.data["status"] in _SENT and not (told.crashed or told.slow):
            once[one.complaint, "a receipt of", one.data["message"]] += 1
    for what, count in once.items():
        if count > 1:
            yield f"doubled: {' '.join(what)} is {count} times on record"


_ONCE = {"Remind": ("about",), "MissDeadline": ("clock",), "ComplainAgain": ("source",), "LinkIncident": ("incident",)}


def _handed(scene: Scene, raw: Raw, told: Told) -> Iterator[str]:
    """What the receiver was handed: once, unless a process died in the middle; each time was counted before."""
    handed = Counter(one.key for one in scene.way.channel.calls)
    deaths = sum(actor.dead for actor in told.actors.values())
    attempts = {one.key: one.attempts for one in raw.letters if one.until is not None}
    for key, count in handed.items():
        if count > 1 + deaths + told.slow:
            yield f"doubled: {key} was handed to its channel {count} times"
        if key in attempts and attempts[key] < count:
            yield f"not counted: {key} was handed over {count} times, and {attempts[key]} attempts are on record"
    letters = Counter(MessageKey.parse(key).message + MessageKey.parse(key).complaint for key in handed)
    for letter, count in letters.items():
        if count > 1:
            yield f"doubled: {letter} reached a receiver under {count} keys"


def _letters(scene: Scene, raw: Raw) -> Iterator[str]:
    """Each message was sent and that is on record, or it lies in the outbox; and what went was counted."""
    told = {(one.complaint, one.data["message"]) for one in raw.of("Receipt", "Recall")}
    waiting = {(MessageKey.parse(one.key).complaint, MessageKey.parse(one.key).message) for one in raw.letters}
    for id, one in raw.complaints.items():
        for number in range(1, int(one["facts"].get("messages", 0)) + 1):
            if (id, f"M{number}") not in told | waiting:
                yield f"skipped: message M{number} of {id} neither waits nor is there a receipt of it"
    handed = {one.key for one in scene.way.channel.calls}
    for letter in raw.letters:
        if letter.until is not None and letter.until <= microseconds(scene.now):
            yield f"skipped: letter {letter.key} may go and nobody sends it"
    yield from _recalled(raw, handed)
    letters = {one.key: one for one in scene.way.channel.calls if isinstance(one, CustomerMessage)}
    went = Counter(raw.complaints[one.complaint]["customer"] for one in letters.values())
    for customer, count in went.items():
        if raw.sendings.get(customer, 0) < count:
            yield f"not counted: {count} letters went to {customer}, and {raw.sendings.get(customer, 0)} are counted"


def _recalled(raw: Raw, handed: Iterable[str]) -> Iterator[str]:
    reached = {(MessageKey.parse(key).complaint, MessageKey.parse(key).message) for key in handed}
    for one in raw.of("Recall"):
        if (one.complaint, one.data["message"]) in reached:
            yield f"{one.data['message']} was taken back, and the customer has it"


def _seen(scene: Scene, raw: Raw) -> Iterator[str]:
    """Observers hear of what is on record, once."""
    on_record = {(one.complaint, one.seq, one.kind) for one in raw.events}
    for what, count in Counter(scene.way.seen).items():
        if what not in on_record:
            yield f"an observer heard of {what}, which never happened"
        if count > 1:
            yield f"doubled: an observer heard {count} times of {what}"
