"""Reads the records whose documents are not simply their fields: complaints, events, policies and refusals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import attrs

from complaintflow._validation.structure import (
    Check,
    FrozenMap,
    Problems,
    build,
    is_list,
    is_table,
    read_fields,
    report,
    structure,
)
from complaintflow.errors import DefinitionError, InvalidInput, Problem, Refusal
from complaintflow.interchange.reading import Reader
from complaintflow.interchange.shapes import KIND, VERSION, Field, PlainData, fields_of
from complaintflow.interchange.written_forms import FACTS
from complaintflow.lifecycle.lifecycle import Step
from complaintflow.lifecycle.needs import Need
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Body, Complaint, Entry, Event, encode_json
from complaintflow.record.facts import Facts
from complaintflow.values import Caution
from complaintflow.vocabulary import Part

_SHOWN = (
    *("state", "grade", "received_at", "closed_at", "priority", "waiting_for", "awaiting_reply", "missing"),
    *("duplicates", "customer", "description", "intake", "evidence"),
)
"""What stands in the document of a complaint beside its fields, and is compared with them. A label hangs on policy."""


def _read_complaint(reader: Reader) -> Check:
    fields = (
        Field("id", str, True),
        Field("version", int, True),
        Field("hidden", frozenset[Part], False),
        Field("cautions", tuple[Caution, ...], False),
        Field("next_due", datetime | None, False),
        Field("next_due_for", str, False),
        Field("facts", Facts, True),
        Field("body", Body, True, hidden=True),
    )
    check = reader.plain_record(Complaint, _make_complaint, _SHOWN, fields)

    def read(value: Any, path: str, problems: Problems) -> Any:
        given = {name: one for name, one in value.items() if name != "label"} if is_table(value) else value
        return check(given, path, problems)

    return read


def _make_complaint(**given: Any) -> Complaint:
    entries = given["body"]
    if given["version"] != len(entries):
        raise InvalidInput((Problem("version", str(given["version"]), f"{len(entries)}, the number of its entries"),))
    return Complaint(**given)


def _read_body(reader: Reader) -> Check:
    return reader.plain_record(Body, _make_body, (), (Field("entries", tuple[Entry, ...], True),))


def _make_body(entries: tuple[Entry, ...]) -> Body:
    places = [entry.seq for entry in entries]
    if places != [*range(1, len(places) + 1)]:
        raise InvalidInput((Problem("entries", "other numbers", "the entries of the events from 1 on, in order"),))
    return Body(entries)


_ENTRY = (
    Field("seq", int, True),
    Field("at", datetime, True),
    Field("by", str, True),
    Field("kind", str, True),
    Field("data", PlainData, True, hidden=True),
)


def _read_entry(reader: Reader) -> Check:
    return reader.plain_record(Entry, _make_entry, (), _ENTRY)


def _make_entry(seq: int, at: datetime, by: str, kind: str, data: Mapping[str, Any]) -> Entry:
    return Entry(seq, at, by, kind, encode_json(data))


_EVENT = (
    *_ENTRY,
    Field("state", str, True),
    Field("changes", FrozenMap, True),
    Field("versions", tuple[str, ...], False),
)


def _read_event(reader: Reader) -> Check:
    facts = {name: (reader.of(hint), False) for name, hint in FACTS.items()}

    def changes(value: Any, path: str, problems: Problems) -> Any:
        if not is_table(value):
            return report(value, path, "a table of facts", problems)
        return read_fields(facts, value, path, problems)

    return reader.plain_record(Event, _make_event, (), _EVENT, {"changes": changes})


def _make_event(data: Mapping[str, Any], **given: Any) -> Event:
    return Event(encoded=encode_json(data), **given)


def _make_policy(**fields: Any) -> Policy:
    return structure(Policy, fields)


def _read_policy(_: Reader) -> Check:
    def read(value: Any, path: str, problems: Problems) -> Any:
        if not is_table(value):
            return report(value, path, "a Policy", problems)
        given = {name: one for name, one in value.items() if name not in {KIND, VERSION}}
        try:
            return build(_make_policy, given, path, problems)
        except DefinitionError as wrong:
            problems.extend(attrs.evolve(one, path=f"{path}.{one.path}".strip(".")) for one in wrong.problems)
            return None

    return read


_REFUSAL = (
    Field("rule", str, True),
    Field("commands", tuple[str, ...], False),
    Field("language", str, False),
    Field("case", str, False),
    Field("said", Any, False),
    Field("facts", FrozenMap, False),
)


def _read_refusal(reader: Reader) -> Check:
    return reader.plain_record(Refusal, _make_refusal, ("why", "remedy"), _REFUSAL)


def _make_refusal(
    rule: str,
    commands: tuple[str, ...] = (),
    language: str = "en",
    case: str = "",
    said: Any = None,
    facts: Mapping[str, Any] = FrozenMap(),
) -> Refusal:
    """That of an author, which says its sentences, or of the library."""
    if said is None:
        made = Refusal.of(rule, *commands, case=case, **facts)
    elif _are_words(said):
        why, remedy = said
        made = Refusal(rule, why, remedy, commands)
    else:
        raise InvalidInput((Problem("said", "something else", "why and remedy, each a text or a pair of texts"),))
    return made.in_language(language)


def _are_words(said: Any) -> bool:
    """Two sentences, each plain, or in Chinese and in English."""
    sentences: list[Any] = [*said] if is_list(said) else []
    return len(sentences) == 2 and all(isinstance(one, str) or _is_pair(one) for one in sentences)


def _is_pair(said: Any) -> bool:
    words: list[Any] = [*said] if is_list(said) else []
    return len(words) == 2 and all(isinstance(one, str) for one in words)


_STEP = (*fields_of(Step), Field("needs", tuple[Need, ...], False))


def _read_step(reader: Reader) -> Check:
    return reader.plain_record(Step, _make_step, (), _STEP)


def _make_step(needs: tuple[Need, ...] = (), **given: Any) -> Step:
    return Step(**given).needing(needs)


def _read_need(reader: Reader) -> Check:
    """Its schema follows from the command, and is not compared."""
    check = reader.plain_record(Need, Need, ())

    def read(value: Any, path: str, problems: Problems) -> Any:
        given = {name: one for name, one in value.items() if name != "schema"} if is_table(value) else value
        return check(given, path, problems)

    return read


READ_FORMS: Mapping[type[Any], Callable[[Reader], Check]] = {
    Body: _read_body,
    Complaint: _read_complaint,
    Entry: _read_entry,
    Event: _read_event,
    Need: _read_need,
    Policy: _read_policy,
    Refusal: _read_refusal,
    Step: _read_step,
}
