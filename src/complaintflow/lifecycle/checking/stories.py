"""A story of the checker, told to people: in lines, as a test that runs, and as a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from complaintflow.errors import InvalidInput
from complaintflow.lifecycle.checking.rules import Rules, Step


@attrs.frozen
class Line:
    """One line of a story: who asked for what, when, and what came of it.

    `refused` are the rules that would have refused the last command of the story before this line.
    """

    at: str
    by: str
    roles: tuple[str, ...]
    team: str
    command: str
    data: dict[str, Any] = attrs.field(repr=False)
    state: str
    refused: tuple[str, ...] = ()

    def __str__(self) -> str:
        told = f"  (before it: refused, {', '.join(self.refused)})" if self.refused else ""
        if not self.command:
            return f"{self.at}  time passes{told}"
        given = ", ".join(f"{name}={_brief(value)}" for name, value in self.data.items())
        return f"{self.at}  {self.by}: {self.command}({given}) → {self.state}{told}"


def _brief(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"


_LONG = 40


@attrs.frozen
class Story:
    """The shortest story that leads to a finding."""

    lines: tuple[Line, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.lines))

    def as_test(self, name: str) -> str:
        """The story as a test of pytest, with a fixture `lifecycle`: it passes as long as the story can happen."""
        told = [line for line in self.lines if line.command]
        steps = "\n".join(f"    {_arguments(line)}," for line in told)
        return _TEST.format(name=name.replace("-", "_"), steps=steps, state=told[-1].state if told else "new")

    def as_mermaid(self) -> str:
        """The story as a sequence diagram of Mermaid."""
        people = dict.fromkeys(_safe(line.by) for line in self.lines if line.command)
        lines = ["sequenceDiagram", *(f"    participant {one}" for one in people), "    participant complaint"]
        for line in self.lines:
            if not line.command:
                lines.append(f"    Note over complaint: {line.at.split('T')[0]}")
                continue
            if line.refused:
                lines.append(f"    Note over complaint: refused by {', '.join(line.refused)}")
            lines.append(f"    {_safe(line.by)}->>complaint: {line.command}")
            lines.append(f"    complaint-->>{_safe(line.by)}: {line.state}")
        return "\n".join(lines) + "\n"


def _safe(name: str) -> str:
    return "".join(char if char.isalnum() or char == "-" else "_" for char in name)


def _arguments(line: Line) -> str:
    return repr((line.at, line.by, line.roles, line.team, line.command, line.data))


_TEST = """\
from datetime import datetime

from complaintflow import Actor, Complaint
from complaintflow.commands import make

STORY = [
{steps}
]


def test_{name}(lifecycle):
    complaint = Complaint.blank("C-1")
    for at, by, roles, team, command, data in STORY:
        asked = make(command, data, known=lifecycle.commands)
        actor = Actor(by, frozenset(roles), team)
        decision = lifecycle.decide(complaint, asked, by=actor, at=datetime.fromisoformat(at))
        assert decision.accepted, decision
        complaint = lifecycle.evolve(complaint, decision.events)
    assert complaint.state == {state!r}
"""


def tell(rules: Rules, steps: Iterable[Step]) -> Story:
    """The story of these steps."""
    told = [*steps]
    return Story(tuple(_line(rules, step, told[-1]) for step in told))


def _line(rules: Rules, step: Step, last: Step) -> Line:
    by, command = step.by, step.command
    state = str(step.event.state) if step.event else step.before.state
    at = step.before.at + step.waited
    refused = () if step is last else tuple(_refused(rules, step, last))
    data = {} if command is None else command.data()
    return Line(at.isoformat(), by.id, tuple(sorted(by.roles)), by.team, step.kind, data, state, refused)


def _refused(rules: Rules, step: Step, last: Step) -> Iterator[str]:
    """The rules that would have refused what happens at the end, had it been asked for before this step."""
    if last.command is None:
        return
    before = step.before
    try:
        asked = rules.decide(before.complaint, last.command, by=last.by, at=before.at, related=before.related)
    except InvalidInput:
        return
    yield from (refusal.rule for refusal in asked.refusals)
