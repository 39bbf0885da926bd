"""The tools of one actor at one desk: which there are, and what each does."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from complaintflow import (
    Actor,
    Complaint,
    ComplaintflowError,
    Desk,
    InvalidInput,
    Problem,
    Refused,
    Step,
    command_schema,
    from_data,
    to_data,
)
from complaintflow.commands import AskApproval, Command, Receive
from complaintflow.contrib._asked import commands_of_people
from complaintflow.contrib.tools.bounds import Bounds
from complaintflow.contrib.tools.faults import answer_fault, needs_a_person
from complaintflow.contrib.tools.inputs import check_input, schema_of
from complaintflow.contrib.tools.marking import Marker, own_words
from complaintflow.contrib.tools.offers import offer_of
from complaintflow.contrib.tools.tool import Tool
from complaintflow.contrib.tools.views import case_of, deadline_of, history_of, page_of
from complaintflow.contrib.tools.words import describe
from complaintflow.vocabulary import in_language, language_of

_LOG = logging.getLogger("complaintflow.tools")
_APPROVER = "approver"
_ACTS = frozenset({"do", "ask_approval"})
_EVENTS, _ANSWERS = 10, 5
_FEWER = (1, 8, 64)
"""By these parts texts become shorter until an answer fits."""

Asked = Mapping[str, Any]
Tell = Callable[[Marker], dict[str, Any]]
"""What a tool tells when it is known how much may be told."""
Act = Callable[[Asked], Tell]


def tools_for(
    desk: Desk,
    actor: Actor,
    *,
    commands: Iterable[str] | None = None,
    language: str = "",
    bounds: Bounds | None = None,
) -> tuple[Tool, ...]:
    """The tools by which a model works at a desk as this actor: `list`, `show`, `explain`, `steps`, `answers`, `do`
    and `ask_approval`.

    `commands` are those that it may ask for at all, by default all that people may; the actor's roles say what it may
    of these. `language` is that of names, descriptions and reasons, `zh` or `en`, by default that of the house's staff.
    Every call is one of `desk.acting(actor)`. What strangers wrote is marked in every answer. The host brings limits of
    rate. Raises `InvalidInput` for a command that there is not.
    """
    spoken = language_of(language or desk.policy.language_for_staff)
    box = Toolbox(desk, actor, _known(desk, commands), spoken, bounds or Bounds())
    return tuple(box.tool(name, act) for name, act in box.acts.items())


def _known(desk: Desk, wanted: Iterable[str] | None) -> tuple[str, ...]:
    people = commands_of_people(desk) - {AskApproval.__name__}
    names = people if wanted is None else {*wanted}
    if unknown := sorted(names - people):
        raise InvalidInput(
            tuple(Problem("commands", repr(name), f"one of {', '.join(sorted(people))}") for name in unknown)
        )
    return tuple(sorted(names))


class Toolbox:
    """What the tools share: the desk as the actor has it, and how answers are marked and bounded."""

    def __init__(self, desk: Desk, actor: Actor, known: tuple[str, ...], language: str, bounds: Bounds) -> None:
        self._desk = desk
        self._mine = desk.acting(actor)
        self._actor = actor
        self._known = known
        self._language = language
        self._bounds = bounds
        self._words = own_words(desk)
        self._titles = {name: str(self._schema(name)["title"]) for name in known}
        self.acts: Mapping[str, Act] = {
            "list": self.list,
            "show": self.show,
            "explain": self.explain,
            "steps": self.steps,
            "answers": self.answers,
            "do": self.do,
            "ask_approval": self.ask_approval,
        }

    def tool(self, name: str, act: Act) -> Tool:
        """One tool, whose call never raises for what a model may do wrong."""
        schema = schema_of(name, self._titles, self._language, self._bounds)

        def call(asked: Asked) -> dict[str, Any]:
            try:
                check_input(asked, schema, self._bounds)
                tell = act(asked)
                return self._fit(tell)
            except Exception as error:  # a model gets a problem, and never a trace
                if not isinstance(error, ComplaintflowError):
                    _LOG.exception("the tool %s failed", name)
                fault = answer_fault(error, self._marker(), self._language, asked)
                return {**fault, **self._remedy(name, asked, error)}

        return Tool(name, in_language(self._language, describe(name)), schema, call, name not in _ACTS)

    def _marker(self, part: int = 1) -> Marker:
        bounds = self._bounds
        return Marker(
            self._words, max(1, bounds.rows // part), max(1, bounds.chars // part), frozenset({self._actor.id})
        )

    def _fit(self, tell: Tell) -> dict[str, Any]:
        """The answer, with shorter texts and lists where it would be too large."""
        answer: dict[str, Any] = {}
        for part in _FEWER:
            answer = tell(self._marker(part))
            if len(json.dumps(answer, ensure_ascii=False).encode(errors="replace")) <= self._bounds.answer:
                return answer if part == 1 else {**answer, "shortened": True}
        return {name: answer[name] for name in ("done", "id", "version", "state") if name in answer} | {
            "shortened": True
        }

    # ── what only looks

    def list(self, asked: Asked) -> Tell:
        """A page of what the actor sees."""
        limit = min(asked.get("limit", self._bounds.rows), self._bounds.rows)
        page = self._mine.find(**{**asked, "limit": limit})
        return lambda marker: page_of(page, marker)

    def show(self, asked: Asked) -> Tell:
        """A complaint with its latest events."""
        complaint, count = self._mine.get(asked["complaint"]), asked.get("events", _EVENTS)
        policy = self._desk.policy
        return lambda marker: {
            **case_of(complaint, policy, marker),
            "history": history_of(complaint, marker, count, asked.get("before")),
        }

    def explain(self, asked: Asked) -> Tell:
        """Its deadlines."""
        every = self._mine.explain(asked["complaint"])
        return lambda marker: {"deadlines": marker.rows_of([deadline_of(one, marker, self._language) for one in every])}

    def steps(self, asked: Asked) -> Tell:
        """What may be done now; of one command, all that there is to know."""
        id, named = asked["complaint"], asked.get("command", "")
        complaint, steps = self._mine.get(id), {one.command: one for one in self._mine.steps(id)}
        every = [steps.get(name) or Step(name, "impossible") for name in ([named] if named else self._known)]
        several = [one for one in every if named or one.status != "impossible"]
        persons = self._steps_of_people(complaint, several)

        def tell(marker: Marker) -> dict[str, Any]:
            offers = [
                offer_of(one, persons.get(one.command), self._titles[one.command], marker, complaint.hidden)
                for one in several
            ]
            schema = {"schema": self._schema(named)} if named else {}
            return {"version": complaint.version, "state": complaint.state, "steps": offers, **schema}

        return tell

    def _steps_of_people(self, complaint: Complaint, steps: Iterable[Step]) -> dict[str, Step]:
        """What the person would be answered who approves what this actor may not do alone."""
        asking = [one.command for one in steps if needs_a_person(one.refusals)]
        rights = self._desk.policy.rights(self._actor.roles)
        roles = {name: rights.approvers(name) or self._actor.roles for name in asking}
        found: dict[str, Step] = {}
        for several in sorted({*roles.values()}, key=sorted):
            person = Actor(_APPROVER, several, complaint.facts.team)
            theirs = self._desk.steps(complaint.id, by=person)
            found |= {one.command: one for one in theirs if roles.get(one.command) == several}
        return found

    def answers(self, asked: Asked) -> Tell:
        """What helped before."""
        found = self._mine.answers(asked["complaint"], min(asked.get("limit", _ANSWERS), self._bounds.rows))
        return lambda marker: {
            "sources": [
                {"source": marker.text(name, "house"), "answers": marker.value(to_data([*several]), "knowledge")}
                for name, several in found.items()
            ]
        }

    # ── what changes something

    def do(self, asked: Asked) -> Tell:
        """A command by its name and fields."""
        command = self._command(asked)
        if isinstance(command, Receive) and not asked.get("complaint"):
            complaint = self._mine.receive(command, key=self._key(asked))
        else:
            id = _needed(asked, "complaint")
            complaint = self._mine.do(id, command, key=self._key(asked), expect=asked.get("expect"))
        return self._told(complaint)

    def ask_approval(self, asked: Asked) -> Tell:
        """A request that a person decides."""
        asking = AskApproval.to(self._command(asked), asked["reason"])
        complaint = self._mine.do(asked["complaint"], asking, key=self._key(asked), expect=asked.get("expect"))
        return self._told(complaint)

    def _told(self, complaint: Complaint) -> Tell:
        """What a command left behind."""
        policy = self._desk.policy
        return lambda marker: {
            "done": True,
            **case_of(complaint, policy, marker),
            "cautions": marker.value(to_data([*complaint.cautions]), "quoted"),
        }

    def _command(self, asked: Asked) -> Command:
        name = asked["command"]
        known = self._desk.commands.values()
        found = from_data(dict(asked.get("fields", {})), kind=name, commands=known)
        return cast(Command, found)

    def _key(self, asked: Asked) -> str | None:
        """Keys of this actor alone: no other one's answer is found by guessing."""
        return f"{self._actor.id} {asked['key']}" if "key" in asked else None

    def _schema(self, name: str) -> dict[str, Any]:
        desk = self._desk
        return command_schema(name, policy=desk.policy, language=self._language, commands=desk.commands.values())

    def _remedy(self, tool: str, asked: Asked, error: Exception) -> dict[str, Any]:
        """How to ask a person, where that is all that is missing."""
        if tool != "do" or not isinstance(error, Refused) or not needs_a_person(error.refusals):
            return {}
        given = {name: asked[name] for name in ("complaint", "command") if name in asked}
        marked = self._marker().value(given, "you")
        return {
            "approval": {
                "tool": "ask_approval",
                "same": ["complaint", "command", "fields"],
                "add": ["reason"],
                **marked,
            }
        }


def _needed(asked: Asked, name: str) -> str:
    if not asked.get(name):
        raise InvalidInput((Problem(name, "nothing", "the id of a complaint"),))
    return str(asked[name])
