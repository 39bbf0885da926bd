"""The pure core: a step, its parts, a refusal, the fold and `steps`, against a raw trigger."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs
import msgspec

from benchmarks import engines, hand_rules, life
from benchmarks.measuring import SPAN, Figure, Side, compare
from benchmarks.unread import unread
from complaintflow import Complaint, Lifecycle, commands as c
from complaintflow.commands._context import Ask
from complaintflow.lifecycle.table import TABLE
from complaintflow.record.complaint import Body
from complaintflow.record.facts import decode_facts, encode_facts
from complaintflow.record.history import GENESIS, Sealed, replay, seal

SALT = b"0123456789abcdef"
PREVIOUS = b"0" * 32
RAW = "raw trigger"
RULES = "the same rules by hand"
GOAL_OF_RULES = "≤2.0"
FOLDED = 1000


def stepping(rounds: int, span: float = SPAN) -> Iterator[Figure]:
    """The figures of the pure core."""
    lifecycle = Lifecycle.default()
    lived = list(life.live(lifecycle))
    trigger = engines.raw(engines.edges_of(lifecycle))
    moves = [(step.event.kind, str(step.complaint.state)) for step in lived]

    def floor() -> None:
        for kind, state in moves:
            trigger(kind, state)

    def figure(name: str, each: Callable[[life.Step], object], goal: str = "") -> Figure:
        def side() -> None:
            for step in lived:
                each(step)

        return _figure(name, side, floor, RAW, goal, rounds, span, len(lived))

    yield figure("step with its texts read", lambda step: _step(lifecycle, step))
    yield figure("  of it: decide", lambda step: _decide(lifecycle, step))
    with unread():
        yield figure("step: decide, evolve, encode, chain", lambda step: _step(lifecycle, step), "≤2.0")
        yield figure("  of it: decide, no text read", lambda step: _decide(lifecycle, step), "≤1.0")
        yield _against_hand("step, no text read", lifecycle, lived, rounds, span)
    yield _against_hand("step with its texts read", lifecycle, lived, rounds, span)
    yield _against_rules(lifecycle, lived, rounds, span)
    yield figure("  of it: evolve", lambda step: lifecycle.evolve(step.complaint, (step.event,)))
    yield figure("  of it: encode and chain", lambda step: seal("C-1", PREVIOUS, step.event, SALT))
    yield figure("beside it: encode the snapshot", lambda step: encode_facts(step.after.facts))
    for which, (name, step) in _dearest_and_cheapest(lifecycle, lived).items():
        one, same = _one(lifecycle, step), _raw_of(trigger, step)
        yield _figure(f"  the {which} step: {name}", one, same, RAW, "", rounds, span)
    for (name, refused), goal in zip(_refusals(lifecycle, lived), ("≤0.6", "≤2.5"), strict=True):
        yield _refused(name, lifecycle, refused, _raw_of(trigger, refused), goal, rounds, span)
        yield _refused_by_hand(name, lifecycle, refused, lived, rounds, span)
    yield from _others(lifecycle, lived, floor, rounds, span)
    yield _folding(lifecycle, lived[3], _raw_of(trigger, lived[3]), rounds, span)
    yield _replaying(lived[3], rounds)
    yield _all_steps(lifecycle, lived[8], _raw_of(trigger, lived[8]), rounds, span)
    yield _steps_by_hand(lived, 8, rounds, span)


def _decide(lifecycle: Lifecycle, step: life.Step) -> Any:
    return lifecycle.decide(step.complaint, step.command, by=step.by, at=step.at)


def _step(lifecycle: Lifecycle, step: life.Step) -> Complaint:
    events = _decide(lifecycle, step).events
    after = lifecycle.evolve(step.complaint, events)
    seal(after.id, PREVIOUS, events[0], SALT)
    return after


def _against_hand(name: str, lifecycle: Lifecycle, lived: Sequence[life.Step], rounds: int, span: float) -> Figure:
    """Beside an equal step that is written by hand, with the same commands as plain data."""
    hand = engines.by_hand(engines.edges_of(lifecycle))
    cases = [
        (
            step.event.kind,
            engines.Case("C-1", step.complaint.version, str(step.complaint.state), "", PREVIOUS),
            step.command.data(),
            step.by.id,
        )
        for step in lived
    ]

    def ours() -> None:
        for step in lived:
            _step(lifecycle, step)

    def theirs() -> None:
        for kind, case, said, by in cases:
            hand(kind, case, said, by, SALT)

    return _figure(name, ours, theirs, "a step by hand", "≤0.9", rounds, span, len(lived))


def by_hand(lived: Sequence[life.Step]) -> list[tuple[hand_rules.Case, hand_rules.Said]]:
    """The record by hand before each step, with what is asked as plain data."""
    case, cases = hand_rules.BLANK, list[tuple[hand_rules.Case, hand_rules.Said]]()
    for step in lived:
        said = step.command.data()
        cases.append((case, said))
        found = hand_rules.step(step.event.kind, case, said, step.by, step.at, SALT)
        if isinstance(found, list):
            raise AssertionError(f"{step.event.kind}: {found}")
        case = found
    return cases


def _against_rules(lifecycle: Lifecycle, lived: Sequence[life.Step], rounds: int, span: float) -> Figure:
    """Beside a step by hand that asks the same questions and reads the same texts."""
    asked = [(step.event.kind, *before, step.by, step.at) for step, before in zip(lived, by_hand(lived), strict=True)]

    def ours() -> None:
        for step in lived:
            _step(lifecycle, step)

    def theirs() -> None:
        for kind, case, said, by, at in asked:
            hand_rules.step(kind, case, said, by, at, SALT)

    name = "step with its texts read, the same rules"
    return _figure(name, ours, theirs, RULES, GOAL_OF_RULES, rounds, span, len(lived))


def _refused_by_hand(
    name: str, lifecycle: Lifecycle, step: life.Step, lived: Sequence[life.Step], rounds: int, span: float
) -> Figure:
    """The same refusal by those rules, which has no words, no remedies and no facts of the reasons."""
    kind, said = type(step.command).__name__, step.command.data()
    case = next(case for case, _ in by_hand(lived) if case["version"] == min(step.complaint.version, len(lived) - 2))
    case = {**case, "state": str(step.complaint.state), "tasks": tuple(step.complaint.facts.open_tasks)}

    def theirs() -> list[str] | hand_rules.Case:
        return hand_rules.step(kind, case, said, step.by, step.at, SALT)

    rules = sorted(refusal.rule for refusal in _decide(lifecycle, step).refusals)
    if sorted(theirs()) != rules:
        raise AssertionError(f"{name}: {theirs()} and {rules}")
    label = f"the same refusal by hand: {name}"
    return _figure(label, lambda: _decide(lifecycle, step), theirs, RULES, "", rounds, span)


def _one(lifecycle: Lifecycle, step: life.Step) -> Side:
    return lambda: _step(lifecycle, step)


def _raw_of(trigger: Callable[[str, str], object], step: life.Step) -> Side:
    kind, state = type(step.command).__name__, str(step.complaint.state)
    return lambda: trigger(kind, state)


def _figure(
    name: str, ours: Side, floor: Side, against: str, goal: str, rounds: int, span: float, calls: int = 1
) -> Figure:
    ratio, mine, theirs = compare(ours, floor, rounds, span)
    detail = f"{mine / calls * 1e6:.1f} µs ÷ {theirs / calls * 1e6:.1f} µs"
    return Figure(name, ratio, "×", against, goal, detail)


def _dearest_and_cheapest(lifecycle: Lifecycle, lived: Sequence[life.Step]) -> dict[str, tuple[str, life.Step]]:
    costs = {
        step.event.kind: (compare(_one(lifecycle, step), _one(lifecycle, lived[7]), 3, SPAN / 20)[0], step)
        for step in lived
    }
    ordered = sorted(costs, key=lambda kind: costs[kind][0])
    return {which: (kind, costs[kind][1]) for which, kind in (("dearest", ordered[-1]), ("cheapest", ordered[0]))}


def _refusals(lifecycle: Lifecycle, lived: Sequence[life.Step]) -> Iterator[tuple[str, life.Step]]:
    """Asked too early, each with several reasons: one judged by facts alone, one that also reads what is said."""
    told, resolved = lived[9], lived[8]
    task = c.AddTask("reverse it", "wang", life.LATER)
    busy = lifecycle.evolve(told.after, lifecycle.decide(told.after, task, by=life.LI, at=life.BEGIN).events)
    yield "close too early", attrs.evolve(told, complaint=busy, command=c.Close(), by=life.LI)
    hasty = c.Notify("You were charged twice", None, "We sent it back to your card, it is solved", next_at=life.BEGIN)
    yield "notify before proof", attrs.evolve(resolved, command=hasty, by=life.LI)


def _refused(
    name: str, lifecycle: Lifecycle, step: life.Step, floor: Side, goal: str, rounds: int, span: float
) -> Figure:
    refusals = _decide(lifecycle, step).refusals
    if len(refusals) < 2:
        raise AssertionError(f"{name}: only {refusals}")
    label = f"refusal, {len(refusals)} reasons: {name}"
    return _figure(label, lambda: _decide(lifecycle, step), floor, RAW, goal, rounds, span)


def _others(
    lifecycle: Lifecycle, lived: Sequence[life.Step], floor: Side, rounds: int, span: float
) -> Iterator[Figure]:
    """The same moves where each complaint has a machine: nothing is decided, chained or kept."""
    edges = engines.edges_of(lifecycle)
    kinds = {"a Machine per complaint": engines.own_machine, "python-statemachine": engines.statemachine}
    for name, engine in kinds.items():
        make, step = engine(edges)
        owner = make()

        def side(owner: Any = owner, step: Callable[[Any, str, str], object] = step) -> None:
            for one in lived:
                step(owner, one.event.kind, str(one.complaint.state))

        yield _figure(f"{name}: a bare step", side, floor, RAW, "", rounds, span, len(lived))
        yield _figure(f"{name}: making one", make, floor, f"{len(lived)} raw triggers", "", rounds, span)


def _folding(lifecycle: Lifecycle, step: life.Step, floor: Side, rounds: int, span: float) -> Figure:
    events = [msgspec.structs.replace(step.event, seq=seq) for seq in range(1, FOLDED + 1)]
    blank = Complaint.blank("C-1")
    name = f"fold of {FOLDED:,} events"
    return _figure(name, lambda: lifecycle.evolve(blank, events), floor, "one raw trigger", "", rounds, span)


def _replaying(step: life.Step, rounds: int) -> Figure:
    history: list[Sealed] = []
    for seq in range(1, FOLDED + 1):
        event, previous = msgspec.structs.replace(step.event, seq=seq), history[-1].link if history else GENESIS
        history.append(seal("C-1", previous, event, SALT))
    _, spent, _ = compare(lambda: replay("C-1", history), lambda: None, rounds, 0.0)
    return Figure("replay of an event", spent / FOLDED * 1e6, "µs", "", "≤3", f"of {FOLDED:,} stored events")


def _all_steps(lifecycle: Lifecycle, step: life.Step, floor: Side, rounds: int, span: float) -> Figure:
    def side() -> object:
        return lifecycle.steps(step.complaint, by=step.by, at=step.at)

    name = f"steps() over {len(lifecycle.commands)} commands"
    return _figure(name, side, floor, "one raw trigger", "≤80", rounds, span)


def _steps_by_hand(lived: Sequence[life.Step], place: int, rounds: int, span: float) -> Figure:
    """The answers for the thirteen commands of the life, beside those rules asked about our first example of each."""
    small = Lifecycle(row for row in TABLE if row.kind in hand_rules.MOVES)
    step, case = lived[place], by_hand(lived)[place][0]
    by, at = step.by, step.at
    ask = Ask("C-1", step.complaint.facts, step.command, by, at, small.policy)
    asked = [(name, next(iter(kind.samples(ask))).data()) for name, kind in sorted(small.commands.items())]

    def ours() -> list[bool]:
        return [one.status == "open" for one in small.steps(step.complaint, by=by, at=at)]

    def theirs() -> list[bool]:
        return [not isinstance(hand_rules.decide(kind, case, said, by, at), list) for kind, said in asked]

    if ours() != theirs():
        raise AssertionError(f"{ours()} and {theirs()}")
    return _figure(f"steps() over {len(asked)} of them", ours, theirs, RULES, GOAL_OF_RULES, rounds, span)


def memory(complaints: int) -> Iterator[Figure]:
    """Bytes of a live complaint: ours with all it knows, and an object that only owns a machine."""
    lifecycle = Lifecycle.default()
    ours = _bytes(lambda number: list(life.live(lifecycle, f"C-{number}", f"u-{number}"))[-1].after, complaints)
    make, _ = engines.own_machine(engines.edges_of(lifecycle))
    theirs = _bytes(lambda _: make(), max(1, complaints // 50))
    events = len(life.commands())
    yield Figure("a live complaint in memory", ours, "bytes", "", "", f"with {events} events and their texts")
    read = _bytes(_reader(lifecycle, complaints), complaints)
    told = "as a store reads it: the texts wait until somebody looks"
    yield Figure("a complaint in memory, its texts not read", read, "bytes", "", "≤3500", told)
    yield Figure("a Machine per complaint in memory", theirs / ours, "×", "ours", "", f"{theirs:,.0f} bytes, no texts")


def _reader(lifecycle: Lifecycle, count: int) -> Callable[[int], Complaint]:
    """Makes complaints of what a store keeps: the facts and the contact card, both encoded."""
    last = [list(life.live(lifecycle, f"C-{number}", f"u-{number}"))[-1].after for number in range(count)]
    kept = [(one.id, one.version, encode_facts(one.facts), one.carded) for one in last]

    def read(number: int) -> Complaint:
        id, version, facts, card = kept[number]
        return Complaint(id, version, decode_facts(facts), Body.later(version, tuple), card=bytes(bytearray(card)))

    return read


def _bytes(make: Callable[[int], object], count: int) -> float:
    """What one of many live objects takes."""
    make(0)
    tracemalloc.start()
    try:
        live = [make(number) for number in range(count)]
        return tracemalloc.get_traced_memory()[0] / len(live)
    finally:
        tracemalloc.stop()
