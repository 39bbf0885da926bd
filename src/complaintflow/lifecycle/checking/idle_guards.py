"""Guards of a house that say nothing, or let nothing pass: each is judged by what it answered itself.

A refusal may carry another name than its guard, and another guard may have refused before. What a guard reads and no
story varies is told, and is no finding.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Set

from complaintflow.lifecycle.checking.findings import Finding
from complaintflow.lifecycle.checking.observing import COUNTERS, MOST_COUNTED, Place, WatchedGuard
from complaintflow.lifecycle.checking.reading import EXTRA, OF_COMMAND
from complaintflow.lifecycle.checking.rules import Rules
from complaintflow.lifecycle.checking.varying import NAMED

_VARIED = COUNTERS | NAMED | {"at", "tier", "seq"}
"""What is varied whenever a guard reads it."""
_CLOSED = frozenset({"state", "stands_for", "grade", "paused", "ground", "cycle.worst"})
"""The texts of which the stories have all that a lifecycle knows."""
_CALLED = {"by": "who asks", "command": "the fields of the command", "related": "other complaints"}


def find_idle(rules: Rules, guards: Iterable[WatchedGuard]) -> Iterator[Finding]:
    """The guards of effects that refused nothing, and those of edges that let nothing pass."""
    for kind, name, what, doubt in _idle(rules, guards):
        if not doubt:
            yield Finding(kind, name, what)


def tell_unsampled(rules: Rules, guards: Iterable[WatchedGuard]) -> Iterator[str]:
    """The same of those that read what no story varies: whether they are idle is not known."""
    for _, name, what, doubt in _idle(rules, guards):
        if doubt:
            yield f"{name}: {what}, and {doubt}"


def find_endless(guards: Iterable[WatchedGuard]) -> Iterator[Finding]:
    """The guards that count further than anybody looks."""
    for seen in guards:
        for counter in sorted(seen.endless):
            what = f"it tells {counter} apart beyond {MOST_COUNTED}: what happens after so many is not explored"
            yield Finding("cap-exceeded", seen.rule, what)


def _idle(rules: Rules, guards: Iterable[WatchedGuard]) -> Iterator[tuple[str, str, str, str]]:
    """Kind, name, what, and why it is doubtful; blank where it is not."""
    known = {seen.guard: seen for seen in guards}
    for row in rules.table:
        places = {(row.kind, str(source)) for source in row.sources}
        for seen in (known[rule] for rule in row.rules if rule in known):
            if seen.refuses & places and not seen.passes & places:
                name = f"{seen.rule} on {row}"
                yield "guard-always-refuses", name, "no story passes it", _doubt(seen, True, places)
    for effect, several in rules.guards.items():
        for seen in (known[guard] for guard in several if guard in known):
            if not seen.refuses:
                name = f"{seen.rule} on {effect}"
                yield "guard-never-refuses", name, "no story is refused by it", _doubt(seen, False, {*seen.counted})


def _doubt(seen: WatchedGuard, passes: bool, places: set[Place]) -> str:
    """Why it may say so all the same in a story that nobody looks at."""
    if not seen.asked:
        return "no story asks it"
    if passes in seen.elsewhere:
        does = "passes" if passes else "refuses"
        return f"it {does} at other {seen.elsewhere[passes]} than the stories have"
    if counted := set[str]().union(*(seen.counted.get(place, ()) for place in places)):
        return f"it counts {', '.join(sorted(counted))}"
    unsampled = (name for name, values in seen.read.items() if _is_unsampled(name, values))
    named = ", ".join(sorted(_CALLED.get(name, name) for name in unsampled))
    return f"it reads {named}: the stories have few values of it" if named else ""


def _is_unsampled(name: str, values: Set[Hashable]) -> bool:
    """Whether it may have other values than the stories have: a field of a command and an actor always may."""
    if name in _VARIED:
        return False
    if name in {"by", "command"} or name.startswith(OF_COMMAND) or len(values) < 2:
        return True
    return name not in _CLOSED and not name.startswith(EXTRA) and any(isinstance(one, str) and one for one in values)
