"""The values of a policy that are others, and which of them made an answer another one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from complaintflow._validation.structure import is_list, is_table, structure
from complaintflow.errors import ComplaintflowError, InvalidInput
from complaintflow.lifecycle.checking.answers import How, Other, find_other
from complaintflow.lifecycle.checking.differences import Change
from complaintflow.lifecycle.checking.rules import Rules, Step
from complaintflow.lifecycle.timers import Timer
from complaintflow.policy.document import plain
from complaintflow.policy.policy import Policy

Path = tuple[str, ...]
_MISSING: Any = object()
_MOST_ASKED = 200
"""So many answers of each command and kind are asked which value made them other ones."""


@attrs.frozen
class _Value:
    """One value that is another one, and the rule books in which it alone is changed, or alone is not."""

    place: str
    old: Any
    new: Any
    changed: Rules | None
    kept: Rules | None


class PolicyValues:
    """All values of two policies that are not the same. `note` takes each answer that is another one.

    Which value did it is asked, not guessed: OLD with this value of NEW answers otherwise, or NEW with that of OLD does
    where none does it alone.
    """

    def __init__(self, old: Rules, new: Rules) -> None:
        tables = [plain(rules.policy) for rules in (old, new)]
        self._values = [
            _Value(".".join(path), one, other, _with(old, tables[0], path, other), _with(new, tables[1], path, one))
            for path, one, other in unequal(*tables)
        ]
        self._noticed: set[str] = set()
        self._asked: dict[tuple[str, How], int] = {}

    def note(self, old: Step, new: Step, other: Other) -> None:
        """Look for the values that made this answer another one, as long as some are not found."""
        left = [value for value in self._values if value.place not in self._noticed]
        key = old.kind, other.how
        self._asked[key] = self._asked.get(key, 0) + 1
        if not left or self._asked[key] > _MOST_ASKED:
            return
        alone = [value.place for value in left if _differs(value.changed, old)]
        self._noticed.update(alone or [value.place for value in left if _differs(value.kept, new)])

    def changes(self) -> Iterator[Change]:
        """Each value, with whether a situation noticed it."""
        for value in self._values:
            yield Change(value.place, *_texts(value.old, value.new), value.place in self._noticed)


def _differs(rules: Rules | None, step: Step) -> bool:
    """Whether these rules answer otherwise than the step was."""
    if rules is None or step.command is None or rules.commands.get(step.kind) is not type(step.command):
        return False
    before = step.before
    try:
        asked = rules.decide(before.complaint, step.command, by=step.by, at=before.at, related=before.related)
    except InvalidInput:
        return bool(step.decision.events)
    return find_other(step, Step(before, step.by, step.command, asked)) is not None


def unequal(old: Any, new: Any, path: Path = ()) -> Iterator[tuple[Path, Any, Any]]:
    """The values of two tables that are not the same, each with its path; `_MISSING` where one has none."""
    if is_table(old) and is_table(new):
        for name in dict.fromkeys((*old, *new)):
            yield from unequal(old.get(name, _MISSING), new.get(name, _MISSING), (*path, name))
    elif old is _MISSING or new is _MISSING or old != new:
        yield path, old, new


def _with(rules: Rules, table: Mapping[str, Any], path: Path, value: Any) -> Rules | None:
    """The rules with one other value in their policy; None where it cannot stand there alone."""
    try:
        return rules.under(structure(Policy, _replaced(table, path, value)))
    except ComplaintflowError:
        return None


def _replaced(table: Mapping[str, Any], path: Path, value: Any) -> dict[str, Any]:
    name, rest = path[0], path[1:]
    if rest:
        return {**table, name: _replaced(table.get(name, {}), rest, value)}
    return {key: one for key, one in {**table, name: value}.items() if one is not _MISSING}


def _texts(old: Any, new: Any) -> tuple[str, str]:
    """Both values as JSON; of two lists only what the other has not, where their order says nothing else."""
    if is_list(old) and is_list(new):
        gone, added = ([one for one in a if one not in b] for a, b in ((old, new), (new, old)))
        if gone or added:
            return _text(gone), _text(added)
    return _text(old), _text(new)


def _text(value: Any) -> str:
    if is_table(value) and value.get("asks"):
        return _text_of_timer(value)
    return "" if value is _MISSING else json.dumps(value, ensure_ascii=False)


def _text_of_timer(clock: Mapping[str, Any]) -> str:
    """A clock that asks for a command, as its edge is written: all else of it follows from that."""
    timer = Timer(clock["budget"], clock["calendar"], clock.get("says", ""))
    return f"{clock['asks']} after {timer}"
