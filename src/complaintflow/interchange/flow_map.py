"""A map of the flow as it really was: from which state to which, how often, and after how long. In Mermaid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from complaintflow.insight.cells import percentile
from complaintflow.interchange.event_log import LoggedEvent
from complaintflow.vocabulary import State

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
Arrow = tuple[str, str]


def write_flow(log: Iterable[tuple[LoggedEvent, ...]]) -> Iterator[str]:
    """A Mermaid `stateDiagram-v2`: on each arrow how many times, and the median time in the state before.

    Beside the diagram of the rules it shows which moves people make.
    """
    spent: dict[Arrow, list[timedelta]] = {}
    for events in log:
        for arrow, time in _moves(events):
            spent.setdefault(arrow, []).append(time)
    yield "stateDiagram-v2\n"
    names = dict.fromkeys(state for arrow in sorted(spent) for state in arrow if state != State.NEW)
    yield from (f'    state "{_plain(state)}" as {_id(state)}\n' for state in names if _id(state) != state)
    for (source, target), times in sorted(spent.items(), key=lambda one: (-len(one[1]), one[0])):
        begins = "[*]" if source == State.NEW else _id(source)
        after = "" if source == State.NEW else f", {_say(percentile(sorted(times), 50))}"
        yield f"    {begins} --> {_id(target)} : {len(times)}{after}\n"


def _moves(events: Iterable[LoggedEvent]) -> Iterator[tuple[Arrow, timedelta]]:
    """Each change of the state, and how long the state before lasted."""
    state, since = str(State.NEW), None
    for event in events:
        if event.state != state:
            yield (state, event.state), _since(since, event.at)
            state, since = event.state, event.at


def _since(since: datetime | None, at: datetime) -> timedelta:
    return at - since if since else timedelta(0)


def _id(state: str) -> str:
    return re.sub(r"\W", "_", state)


def _plain(state: str) -> str:
    """A custom state may have any name."""
    return re.sub(r'["\r\n]', " ", state)


def _say(time: timedelta) -> str:
    """In days, hours or minutes, whichever fits."""
    if time >= 2 * _DAY:
        return f"{time / _DAY:.0f} d"
    return f"{time / _HOUR:.0f} h" if time >= 2 * _HOUR else f"{time / timedelta(minutes=1):.0f} min"
