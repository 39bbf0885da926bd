"""Every named check that a lifecycle must stand: the paths, the cases, the moves.

`killer` tells a changed lifecycle to them and names the first that notices.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping

from complaintflow import Lifecycle
from tests.lifecycle import test_lifecycle, test_paths
from tests.lifecycle.cases import CASES
from tests.lifecycle.points import witnesses

__all__ = ["CHECKS", "Check", "killer"]

Check = Callable[[Lifecycle], object]


def _told_by(module: object) -> dict[str, Check]:
    """The tests of a module that take a lifecycle and nothing else."""
    tests = {name: one for name, one in vars(module).items() if name.startswith("test_") and inspect.isfunction(one)}
    return {name: one for name, one in tests.items() if list(inspect.signature(one).parameters) == ["lifecycle"]}


CHECKS: Mapping[str, Check] = {
    **_told_by(test_paths),
    **{f"case {case.name}": case for case in CASES},
    **_told_by(test_lifecycle),
}
"""All of them by name; the golden moves come last, so that a change of what happens is seen as such."""


def killer(lifecycle: Lifecycle, first: Iterable[str] = ()) -> str:
    """The name of the first check that notices a difference, those in `first` before the others; or a blank text."""
    for name in dict.fromkeys((*first, *CHECKS)):
        try:
            CHECKS[name](lifecycle)
        except AssertionError:
            return name
    return ""


def cases_of(guard: object) -> list[str]:
    """The checks that look at this guard."""
    return [f"case {case.name}" for case in CASES if case.guard is guard]


def takers(kind: str) -> list[Check]:
    """The checks that take each move of a command."""
    return [witness for witness in witnesses() if witness.kind == kind]
