"""How a ratio is measured: the two sides take turns, and the median of the rounds counts.

Time is that of the processor for this thread. What slows the machine down meets both sides of one round. Only ratios
mean anything.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time

import attrs

Side = Callable[[], object]

SPAN = 0.02
"""Seconds that one turn of one side takes at least."""


@attrs.frozen
class Figure:
    """One line of the table: a value against its floor, with a goal where there is one.

    `goal` begins with ≤ or ≥. `detail` says what the two sides are in numbers.
    """

    name: str
    value: float
    unit: str = "×"
    floor: str = ""
    goal: str = ""
    detail: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None when there is none."""
        if not self.goal:
            return None
        bound = float(self.goal[1:])
        return self.value <= bound if self.goal[0] == "≤" else self.value >= bound


def compare(ours: Side, floor: Side, rounds: int, span: float = SPAN) -> tuple[float, float, float]:
    """The median ratio ours ÷ floor, and the median seconds of one call of each."""
    sides = (ours, floor)
    calls = [_calls(side, span) for side in sides]
    times = [[cpu(side, often) for side, often in zip(sides, calls, strict=True)] for _ in range(rounds)]
    ratio = median(one / other for one, other in times)
    return ratio, median(one for one, _ in times), median(other for _, other in times)


def _calls(side: Side, span: float) -> int:
    """How often a side is called in one turn."""
    side()
    return max(1, round(span / max(cpu(side), 1e-9)))


def cpu(side: Side, calls: int = 1) -> float:
    """The seconds of one call."""
    begin = thread_time()
    for _ in range(calls):
        side()
    return (thread_time() - begin) / calls


def wall(side: Side) -> float:
    """The seconds of one call by the clock on the wall, where another process works as well."""
    begin = perf_counter()
    side()
    return perf_counter() - begin


COUNTERS = Path("/proc/self/io")
"""Where Linux counts what this process reads."""


def reads() -> int:
    """How often this process has read from files; 0 where nobody counts."""
    if not COUNTERS.exists():
        return 0
    counted = dict(line.split(": ") for line in COUNTERS.read_text().splitlines())
    return int(counted["syscr"])
