"""Counts a complaint: how each event changes its case. A pure fold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

import msgspec

from complaintflow._validation.structure import plain_name
from complaintflow.commands import (
    AddTask,
    CancelTask,
    Command,
    Dispute,
    Erase,
    FinishTask,
    Migrate,
    Recall,
    Receipt,
    Remind,
    Resolve,
    Retract,
    Survey,
)
from complaintflow.commands.clocks import ANSWERING, is_answer_of_person, is_dropped, settled_messages
from complaintflow.insight.cases import OVER, Case, End, Help, Improvement, Missed, Move, Paid, Said, Score, Span
from complaintflow.record.card import INTAKE_FIELDS, intake_part
from complaintflow.record.complaint import Event
from complaintflow.record.facts import Facts
from complaintflow.record.keys import RunKey, part_name
from complaintflow.record.searched import LABELS
from complaintflow.vocabulary import OPEN, State, Touches

_COPIED = frozenset({
    *("type", "area", "team", "channel", "tier", "responsible", "incident", "ground", "root_cause", "grade"),
    "vulnerable",
})  # fmt: skip
"""The facts that stand in a case as they are."""
_FILED = frozenset(one.__name__ for one in (Erase, Migrate, Receipt, Remind))
"""The commands of which nothing counts once it is over. For any other a clock of the house may wait, as for Archive."""
_THEIRS = frozenset({State.PROPOSED, State.AWAITING_CONFIRMATION, State.PLANNED})
"""The open states in which the next step is the customer's, or nobody's for long."""


class Turn(Protocol):
    """An event with the facts before and after it."""

    @property
    def event(self) -> Event: ...
    @property
    def before(self) -> Facts: ...
    @property
    def after(self) -> Facts: ...


class _Turn(NamedTuple):
    event: Event
    before: Facts
    after: Facts


Changes = Mapping[str, Any]
Read = Callable[[Case, Turn], Changes]
_NOTHING: Changes = {}


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_DECODER = msgspec.msgpack.Decoder(Case)


def encode_case(case: Case) -> bytes:
    """A case as it is kept."""
    return _ENCODER.encode(case)


def decode_case(kept: bytes) -> Case | None:
    """A case that was kept; None where nothing was, or what was cannot be read."""
    try:
        return _DECODER.decode(kept) if kept else None
    except msgspec.MsgspecError:
        return None


def counted_to(case: Case) -> datetime | None:
    """Until when something of it may have counted: nothing after it; None while it goes on."""
    over = case.ends and case.ends[-1].back is None  # by its meaning: the house may have a state of its own there
    return case.latest if over or case.state == State.MERGED else None


def case_of(id: str, events: Iterable[Event]) -> Case:
    """The case of a whole history."""
    return follow(Case(id), Facts(), events)


def follow(case: Case, before: Facts, events: Iterable[Event]) -> Case:
    """The case after these events, which began with the facts before."""
    return follow_turns(case, _turns(before, events))


def follow_turns(case: Case, turns: Iterable[Turn]) -> Case:
    """The same for who knows the facts before and after each event."""
    for turn in turns:
        case = _count(case, turn)
    return case


def _turns(before: Facts, events: Iterable[Event]) -> Iterator[Turn]:
    for event in events:
        after = msgspec.structs.replace(before, **event.changes, state=event.state)
        yield _Turn(event, before, after)
        before = after


def _count(case: Case, turn: Turn) -> Case:
    """Most events change little of a case: only the readers are asked that may find something."""
    event = turn.event
    moved = event.state != turn.before.state
    found = _find_counted(event.kind, (*event.changes, "state") if moved else tuple(event.changes))
    changes: dict[str, Any] = {name: event.changes[name] for name in found.copied}
    for read in found.readers:
        changes.update(read(case, turn))
    if event.at > case.latest and not _is_quiet(turn):
        changes["latest"] = event.at
    return msgspec.structs.replace(case, **changes, state=event.state)


def _is_quiet(turn: Turn) -> bool:
    """Whether nothing counts of it: what is filed after the end. A plan may be kept even then."""
    if turn.event.kind not in _FILED:
        return False
    over = turn.before.stage in OVER and turn.after.stage in OVER
    return over and turn.before.plan_open == turn.after.plan_open


class _Counted(NamedTuple):
    """What counts of an event: the facts that are copied as they are, and the readers that may find something."""

    copied: tuple[str, ...]
    readers: tuple[Read, ...]


@lru_cache(maxsize=4096)
def _find_counted(kind: str, facts: tuple[str, ...]) -> _Counted:
    """The same for all events of this kind that change these facts: few are different."""
    readers = [one.read for one in _READERS if kind in one.kinds or not one.facts.isdisjoint(facts)]
    return _Counted(tuple(_COPIED.intersection(facts)), tuple(readers))


def _received(case: Case, turn: Turn) -> Changes:
    """It came in; an imported one, when it came in at the other system."""
    if turn.before.state != State.NEW:
        return _NOTHING
    origin, facts = turn.after.imported, turn.after
    since = {
        "received_at": origin.received_at if origin else turn.event.at,
        "imported": origin.system if origin else "",
    }
    return {**since, "channel": facts.channel, "tier": facts.tier}


def _labelled(case: Case, turn: Turn) -> Changes:
    """What the customer told it is about. Names compare without case and blanks."""
    told = intake_part(turn.event.entry)
    labels = {name: told[name] for name in LABELS if name in told}
    return {name: plain_name(text) for name, text in labels.items() if isinstance(text, str)}


def _graded(case: Case, turn: Turn) -> Changes:
    """The first grade that it had, and whether the customer complained more than once."""
    found: dict[str, Any] = {}
    if case.intake_grade is None and turn.after.grade is not None:
        found["intake_grade"] = turn.after.grade
    if not case.returning and (turn.after.repeats or turn.after.follows):
        found["returning"] = True
    return found


def _answered(case: Case, turn: Turn) -> Changes:
    """R2: a person told the customer something for the first time. A machine is no person."""
    settled = case.answered is not None and (not case.answers or not case.answers[-1].part)
    if settled or not is_answer_of_person(turn.event):
        return _NOTHING
    said = Said(turn.event.at, _part_of(turn))
    return {"answered": case.answered or said.at, "answers": (*case.answers, said)}


def _part_of(turn: Turn) -> str:
    """The message or call that an event put on record; none that says nothing by either can be taken back."""
    before, after = turn.before, turn.after
    if after.messages > before.messages:
        return part_name("messages", after.messages)
    return part_name("calls", after.calls) if after.calls > before.calls else ""


def _handed_over(case: Case, turn: Turn) -> Changes:
    """A message was given to a channel, and cannot be recalled any more: later ones are never the first. One that the
    outbox dropped was given to nobody.
    """
    if not case.answers:
        return _NOTHING
    if is_dropped(turn.event):
        return _without(case, settled_messages(turn.before, turn.after))
    message = turn.event.data.get("message")
    for place, said in enumerate(case.answers):
        if said.part == message:
            return {"answers": (*case.answers[:place], msgspec.structs.replace(said, part="")) if place else ()}
    return _NOTHING


def _taken_back(case: Case, turn: Turn) -> Changes:
    """A message that was never sent answered nobody, nor did a call that never was (R2, R33)."""
    before, after = turn.before, turn.after
    changes = _without(case, settled_messages(before, after) | (after.retracted - before.retracted))
    if case.asked_since is None and case.replies and case.replies[-1].since == after.waits_since:
        changes = {**changes, "replies": case.replies[:-1]}
    return changes


def _without(case: Case, parts: frozenset[str]) -> Changes:
    """The answers without these messages and calls."""
    left = tuple(said for said in case.answers if said.part not in parts)
    if left == case.answers:
        return _NOTHING
    return {"answered": left[0].at if left else None, "answers": left if left and left[0].part else ()}


def _replied(case: Case, turn: Turn) -> Changes:
    """R33: the customer's words came, or a person handled them."""
    since, at = turn.after.waits_since, turn.event.at
    if case.asked_since is None:
        return {"asked_since": since} if since else _NOTHING
    if since:
        return _NOTHING
    return {"asked_since": None, "replies": (*case.replies, Span(case.asked_since, max(at, case.asked_since)))}


def _fixed(case: Case, turn: Turn) -> Changes:
    """R32: the first fix that somebody claims, what the latest one touched, and the customer's word that it works,
    which a new cycle takes away.
    """
    event = turn.event
    found: dict[str, Any] = {}
    if event.is_a(Resolve):
        found["touched"] = str(event.data.get("touches", Touches.CUSTOMER))
        if case.claimed is None:
            found["claimed"] = event.at
    if turn.before.cycle.confirmed != turn.after.cycle.confirmed:
        found["confirmed"] = event.at if turn.after.cycle.confirmed else None
    return found


def _handled(case: Case, turn: Turn) -> Changes:
    """The next step becomes ours, or ceases to be."""
    ours, since, at = is_ours(turn.after), case.handled_since, turn.event.at
    if ours and since is None:
        return {"handled_since": at}
    if not ours and since is not None:
        return {"handled_since": None, "handled": (*case.handled, Span(since, max(at, since)))}
    return _NOTHING


def is_ours(facts: Facts) -> bool:
    """Whether the next step is ours: it is open, and waits for no answer, third party, agreement or confirmation.

    What the customer wrote and nobody handled is ours in any case.
    """
    if facts.stage not in OPEN:
        return False
    waits = bool(facts.paused) or any(wait.arrived or wait.on == "party" for wait in facts.waits)
    return bool(facts.signs) or not (waits or facts.stage in _THEIRS)


def _moved(case: Case, turn: Turn) -> Changes:
    """R14: it goes to another team. The first routing is no handoff."""
    before, after = turn.before, turn.after
    if not before.team or not after.team or before.team == after.team:
        return _NOTHING
    move = Move(turn.event.at, before.team, after.team, before.grade, after.grade)
    return {"moves": (*case.moves, move)}


def _helped(case: Case, turn: Turn) -> Changes:
    """R29: a task of a team begins, is answered, or is taken back. What improves things later is none."""
    event, before = turn.event, turn.before
    if event.is_a(AddTask):
        team, number = event.data.get("team"), turn.after.tasks
        if not team or number == before.tasks or event.data.get("improvement"):
            return _NOTHING
        return {"helps": (*case.helps, Help(part_name("tasks", number), team, event.at))}
    if event.is_a(FinishTask, CancelTask) and case.helps:
        return {"helps": tuple(_end_help(case.helps, turn))}
    return _NOTHING


def _end_help(helps: Iterable[Help], turn: Turn) -> Iterable[Help]:
    """The tasks after one of them was answered or taken back."""
    event, over = turn.event, turn.before.open_tasks - turn.after.open_tasks
    for one in helps:
        if one.task not in over:
            yield one
        elif event.is_a(FinishTask):
            yield msgspec.structs.replace(one, until=event.at)


def _improved(case: Case, turn: Turn) -> Changes:
    """R39: a retrospective decides on an improvement, or one is given up."""
    given = turn.event.data.get("improvement")
    if given:
        one = Improvement(turn.event.at, part_name("tasks", turn.after.tasks), given["kind"])
        return {"improvements": (*case.improvements, one)}
    given_up = turn.before.improvements - turn.after.improvements
    left = tuple(one for one in case.improvements if one.task not in given_up)
    return {"improvements": left} if left != case.improvements else _NOTHING


def _ended(case: Case, turn: Turn) -> Changes:
    """It ends, comes back, or was never ended, since the letter that says so was taken back."""
    over, was, event = turn.after.stage in OVER, turn.before.stage in OVER, turn.event
    if over and not was:
        ended = turn.after.closed_at if turn.after.imported and turn.after.closed_at else event.at
        return {"ends": (*case.ends, End(ended, turn.after.stage, turn.after.ground))}
    if was and not over and case.ends:
        last = () if event.is_a(Recall) else (msgspec.structs.replace(case.ends[-1], back=event.at),)
        return {"ends": (*case.ends[:-1], *last)}
    return _NOTHING


def _disputed(case: Case, turn: Turn) -> Changes:
    """R34: the customer says that it is not solved. Those of a merged complaint came with it."""
    return {"disputes": (*case.disputes, turn.event.at)}


def _scored(case: Case, turn: Turn) -> Changes:
    """R36: what the customer said of us; an erased answer says nothing."""
    event = turn.event
    if "csat" not in event.data:
        return _NOTHING
    return {"scores": (*case.scores, Score(event.at, event.data["csat"], event.data.get("nps")))}


def _missed(case: Case, turn: Turn) -> Changes:
    """A deadline was missed."""
    new = turn.after.breached - turn.before.breached
    found = [Missed(turn.event.at, RunKey.parse(run).clock, run) for run in sorted(new)]
    return {"missed": (*case.missed, *found)}


def _paid(case: Case, turn: Turn) -> Changes:
    """R26: what was approved, by itself or in a complaint that was merged into it."""
    known = {(one.id, one.of): one for one in case.paid}
    new = [Paid(turn.event.at, one.id, one.kind, one.amount, one.currency, one.complaint) for one in turn.after.paid]
    return {"paid": tuple(known.get((one.id, one.of), one) for one in new)}


class _Reader(NamedTuple):
    """What reads an event: of these kinds, or one that changes one of these facts."""

    read: Read
    kinds: frozenset[str]
    facts: frozenset[str]


def _of(read: Read, *commands: type[Command], facts: str = "") -> _Reader:
    return _Reader(read, frozenset(one.__name__ for one in commands), frozenset(facts.split()))


_READERS = (
    _of(_received, facts="state"),
    _Reader(_labelled, frozenset(INTAKE_FIELDS), frozenset()),
    _of(_graded, facts="grade repeats follows"),
    _Reader(_answered, ANSWERING, frozenset()),
    _of(_handed_over, Receipt),
    _of(_taken_back, Recall, Retract),
    _of(_replied, facts="signs"),
    _of(_fixed, Resolve, facts="cycle"),
    _of(_handled, facts="state signs paused waits"),
    _of(_moved, facts="team"),
    _of(_helped, AddTask, FinishTask, CancelTask),
    _of(_improved, AddTask, CancelTask),
    _of(_ended, facts="state"),
    _of(_disputed, Dispute),
    _of(_scored, Survey),
    _of(_missed, facts="breached"),
    _of(_paid, facts="paid"),
)
