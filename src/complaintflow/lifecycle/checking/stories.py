"""A story of the checker, told to people: in lines, as a test that runs, and as a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from complaintflow.errors import InvalidInput
from complaintflow.lifecycle.checking.answers import reasons_of
from complaintflow.lifecycle.checking.rules import Rules, Step
from complaintflow.record.complaint import Complaint
from complaintflow.values import Actor
from complaintflow.vocabulary import in_language


@attrs.frozen
class Line:
    """One line of a story: who asked for what, when, and what came of it.

    `refused` are the rules that would have refused the last command of the story before this line. Where the last one
    is refused itself, they are the rules that do, and its `state` is blank.
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
        return self.text()

    def text(self, language: str = "en") -> str:
        """The line in `zh` or `en`."""
        passes, before = in_language(language, _WORDS)
        told = before.format(", ".join(self.refused)) if self.refused else ""
        if not self.command:
            return f"{self.at}  {passes}{told}"
        given = ", ".join(f"{name}={_brief(value)}" for name, value in self.data.items())
        if not self.state:
            no = in_language(language, _REFUSED).format(", ".join(self.refused))
            return f"{self.at}  {self.by}: {self.command}({given}) {no}"
        return f"{self.at}  {self.by}: {self.command}({given}) → {self.state}{told}"


def _brief(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"


_LONG = 40
_REFUSED = ("✗ 被 {} 拒绝", "✗ refused by {}")
_WORDS = (("时间流逝", "  (在此之前会被拒绝:{})"), ("time passes", "  (before it: refused, {})"))


@attrs.frozen
class Story:
    """The shortest story that leads to a finding."""

    lines: tuple[Line, ...]
    beside: Mapping[str, tuple[Line, ...]] = attrs.field(factory=dict[str, tuple[Line, ...]], repr=False)

    def __str__(self) -> str:
        return self.text()

    def text(self, language: str = "en") -> str:
        """The story in lines, in `zh` or `en`."""
        return "\n".join(line.text(language) for line in self.lines)

    def as_test(self, name: str) -> str:
        """The story as a test of pytest, with a fixture `lifecycle`: it passes as long as the story can happen."""
        told = [line for line in self.lines if line.command]
        refused = bool(told) and not told[-1].state
        ends = (len(told), sorted(told[-1].refused)) if refused else told[-1].state if told else "new"
        return f"{self.as_code()}\n\n{_TEST.format(name=name_of_test(name), ends=ends)}"

    def as_code(self) -> str:
        """The story as Python: its steps, the complaints beside it, and a function that plays it by a lifecycle."""
        steps = "".join(f"    {_arguments(line)},\n" for line in self.lines if line.command)
        beside = "".join(f"    {id!r}: [{', '.join(map(_arguments, told))}],\n" for id, told in self.beside.items())
        return _CODE.format(steps=steps, beside=f"{{\n{beside}}}" if beside else "{}")

    def as_mermaid(self, language: str = "en") -> str:
        """The story as a sequence diagram of Mermaid."""
        refused = in_language(language, ("拒绝规则:{}", "refused by {}"))
        people = dict.fromkeys(_safe(line.by) for line in self.lines if line.command)
        lines = ["sequenceDiagram", *(f"    participant {one}" for one in people), "    participant complaint"]
        for line in self.lines:
            if not line.command:
                lines.append(f"    Note over complaint: {line.at.split('T')[0]}")
                continue
            if line.refused and line.state:
                lines.append(f"    Note over complaint: {refused.format(', '.join(line.refused))}")
            lines.append(f"    {_safe(line.by)}->>complaint: {line.command}")
            answer = line.state or refused.format(", ".join(line.refused))
            lines.append(f"    complaint-->>{_safe(line.by)}: {answer}")
        return "\n".join(lines) + "\n"


def _safe(name: str) -> str:
    return "".join(char if char.isalnum() or char == "-" else "_" for char in name)


def _arguments(line: Line) -> str:
    return repr((line.at, line.by, line.roles, line.team, line.command, line.data))


_CODE = """\
from datetime import datetime

from complaintflow import Actor, Complaint, InvalidInput
from complaintflow.commands import make

STORY = [
{steps}]
BESIDE = {beside}


def play(lifecycle, story=STORY, beside=BESIDE, id="C-1"):
    \"\"\"The complaint after the story, or at which step it is refused, and by which rules.\"\"\"
    complaint = Complaint.blank(id)
    related = [play(lifecycle, told, {{}}, one) for one, told in beside.items()]
    for number, (at, by, roles, team, command, data) in enumerate(story, 1):
        if command not in lifecycle.commands:
            return number, ["no-move"]
        actor = Actor(by, frozenset(roles), team)
        try:
            asked = make(command, data, known=lifecycle.commands)
            decision = lifecycle.decide(complaint, asked, by=actor, at=datetime.fromisoformat(at), related=related)
        except InvalidInput:
            return number, ["invalid"]
        if not decision.accepted:
            return number, ["no-move"] if decision.not_possible else sorted(one.rule for one in decision.refusals)
        complaint = lifecycle.evolve(complaint, decision.events)
    return complaint


def outcome(lifecycle, play=play):
    \"\"\"The state after the story, or at which step it is refused, and by which rules.\"\"\"
    played = play(lifecycle)
    return played.state if isinstance(played, Complaint) else played
"""
_TEST = """\
def test_{name}(lifecycle, outcome=outcome):
    assert outcome(lifecycle) == {ends!r}
"""
"""The default is the `outcome` above it: other stories may follow in the same file."""


def name_of_test(name: str) -> str:
    """A name as a part of the name of a function."""
    return "".join(char if char.isalnum() else "_" for char in name).strip("_")


def tell(rules: Rules, steps: Iterable[Step]) -> Story:
    """The story of these steps."""
    told = [*steps]
    beside = {one.id: tuple(_beside(one)) for one in told[0].before.related} if told else {}
    return Story(tuple(_line(rules, step, told[-1]) for step in told), beside)


def _beside(complaint: Complaint) -> Iterator[Line]:
    """What happened to a complaint beside the story: its customer did it."""
    for entry in complaint.body:
        by = Actor.customer(entry.by)
        yield Line(entry.at.isoformat(), by.id, tuple(sorted(by.roles)), by.team, entry.kind, dict(entry.data), "")


def _line(rules: Rules, step: Step, last: Step) -> Line:
    by, command = step.by, step.command
    state = str(step.event.state) if step.event else step.before.state if command is None else ""
    at = step.before.at + step.waited
    refused = reasons_of(step) if step is last else tuple(_refused(rules, step, last))
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
