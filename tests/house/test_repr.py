"""No `repr` of ours tells what a person wrote: a record ends in a log sooner than anybody thinks.

Every class of ours is made with a mark in each field that can hold a text, and printed. A field may show its mark when
it is listed here: it holds an id, or a word of a list that the policy or the code closes.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import attrs
import msgspec
import pytest

import complaintflow
from tests.docs import django_project

MARK = "李雷 13800138000"
TEXTS = re.compile(r"\b(str|NonBlank|Name|NameOrBlank|Id|Any|bytes)\b")

IDS = [
    "id",
    "complaint",
    "complaint_id",
    "customer",
    "source",
    "referral",
    "follows",
    "onward",
    "owner",
    "task",
    "option",
    "compensation",
    "blocker",
    "entry",
    "request",
    "incident",
    "who",
    "listener",
    "came_with",
    "evidence",
    "ordered_by",
    "approved_by",
    "approvers",
    "by",
    "into",
    "about",
    "tells",
    "message",
    "messages",
    "key",
    "ref",
    "refers_to",
    "candidates",
    "tried",
    "recipients",
    "reader",
    "refused_by",
    "from_team",
    "to_team",
    "teams",
    "link",
    "linked",
    "head",
    "digest",
    "record",
    "step",
    "after",
    "before",
    "next",
    "previous",
    "policy",
    "version",
    "versions",
    "entry_point",
    "distribution",
    "name",
    "source_of",
    "plugin",
    "hook",
    "answered",
    "commands",
    "woken",
    "each",
    "party",
    "reported_by",
    "heard_by",
    "respondent",
    "ids",
    "cursor",
]
"""Ids of people, complaints, messages and parts of a complaint; names of plugins; digests that a chain is made of."""
WORDS = [
    "command",
    "type",
    "area",
    "category",
    "channel",
    "team",
    "level",
    "label",
    "clock",
    "rule",
    "zone",
    "language",
    "kind",
    "kinds",
    "state",
    "from_state",
    "grade",
    "tier",
    "role",
    "as_",
    "audience",
    "template",
    "party",
    "preferred_channel",
    "currency",
    "unit",
    "basis_of",
    "reason_of",
    "media_type",
    "hours",
    "calendar",
    "calendars",
    "form",
    "field",
    "fields",
    "path",
    "expected",
    "where",
    "pattern",
    "scheme",
    "host",
    "security",
    "method",
    "server",
    "marks",
    "roles",
    "type_instead",
]
"""Words of lists that the policy or the code closes."""
PUBLIC = {
    "complaintflow.commands._context": "what a decision is made from, and the facts that it changes",
    "complaintflow._validation": "what makes records",
    "complaintflow.workdays": "days that everybody knows",
    "complaintflow.errors": "an error names what was wrong; what it found of a hidden field is `a private value`",
    "complaintflow.policy": "what a house decided is no secret of a customer",
    "complaintflow.sla": "clocks, calendars and the names of runs",
    "complaintflow.record": "the public part of a history: facts, kinds and links",
    "complaintflow.lifecycle": "the table of moves",
    "complaintflow.intakes.mapped.mapping": "names of columns",
    "complaintflow.conformance.log_map": "names of columns and their values",
    "complaintflow.intakes.rule": "what a house looks for",
    "complaintflow.intakes.together": "what a house looks for",
    "complaintflow.messages.catalogue": "what templates may use",
    "complaintflow.plugins.inventory": "names of plugins",
    "complaintflow.interchange": "types of fields, and schemas of commands",
    "complaintflow.contrib.report": "the same, and the names of what was counted",
    "complaintflow.insight": "counts by type, team, respondent and month",
    "complaintflow.stores.sql.dialects": "statements of ours",
    "complaintflow.stores.sqlite.lists": "indexes of the schema",
    "complaintflow.plugins._host": "a guard of a house",
}
"""Rooms whose records hold no word of a person."""
SHOWN = {
    **{("Migrate", name): "digests of rules" for name in ("lifecycle", "left_policy", "left_lifecycle")},
    **{("Migrate", name): "names of states and facts" for name in ("states", "facts")},
    **{("Migration", name): "digests and states" for name in ("left", "lifecycle", "was")},
    ("Remind", "way"): "the name of a channel",
    ("LeftOut", "what"): "a word of the code",
    ("Violation", "promise"): "a promise of the checker",
    ("RefusedMove", "case"): "the id of a case",
    ("Violation", "case"): "the id of a case",
    ("LogRow", "case"): "the id of a case",
    ("Backtest", "told"): "ids of complaints",
    ("Backtest", "left_out"): "ids of complaints",
    ("ReplayCheck", "left_out"): "ids of complaints",
    ("OtherFact", "fact"): "the name of a fact",
    ("Course", "ended"): "a time",
    ("Difference", "recorded"): "a state, a grade or a time",
    ("Difference", "retold"): "a state, a grade or a time",
    ("Difference", "run"): "the name of a run of a clock",
    ("Made", "names"): "names of parts",
    ("Made", "origins"): "names of parts",
    ("Record", "told"): "ids of complaints",
    ("Record", "left_out"): "ids of complaints",
    ("Access", "call"): "the name of a call",
    ("Access", "seen"): "ids of complaints, and names of parts",
    ("From", "reply_to"): "an address of the house",
    ("ConfirmLinks", "page"): "an address of the house",
    ("ConfirmLinks", "survey_page"): "an address of the house",
    ("CallPlan", "script"): "a script of the playbook",
    ("CallPlan", "objections"): "a page of the playbook",
    ("Factor", "value"): "a signal's word",
    ("Flaw", "table"): "a table of the store",
    ("Flaw", "what"): "a sentence of the store",
    ("CheckedReceipt", "problems"): "sentences of ours",
    ("TimeStamp", "problems"): "sentences of ours, and of the library about certificates",
    ("DjangoConnections", "alias"): "a word of the settings",
    ("Integrity", "notes"): "names of files, and their modes",
    ("Tally", "failed"): "ids, and faults by their type",
    ("Ticked", "failed"): "ids, and faults by their type",
    ("Told", "reasons"): "codes of a server",
    ("Line", "broken"): "what is wrong with a file, without its words",
    ("Record", "broken"): "what is wrong with a file, without its words",
    ("CustomerView", "received"): "a time",
    ("CustomerView", "status"): "a sentence of ours",
    ("Said", "via"): "a kind of channel",
    ("OldCase", "system"): "a name that the house gives",
    ("CustomerView", "next_at"): "a time",
    ("CustomerView", "waiting_for_us"): "a sentence of ours",
    ("Caution", "why"): "a sentence of ours",
    ("Caution", "remedy"): "a sentence of ours",
}
ELSEWHERE = ("complaintflow.testing", "complaintflow.contrib._hypothesis", "complaintflow.cli")


def classes() -> Iterator[type]:
    django_project.configure()  # or no model of Django can be imported
    for found in pkgutil.walk_packages(complaintflow.__path__, "complaintflow."):
        if found.name.startswith(ELSEWHERE):
            continue
        module = importlib.import_module(found.name)
        own = (one for one in vars(module).values() if inspect.isclass(one) and one.__module__ == found.name)
        yield from (one for one in own if attrs.has(one) or issubclass(one, msgspec.Struct))


def texts(kind: Any) -> dict[str, str]:
    """A mark of its own for each field that can hold a text."""
    fields = attrs.fields(kind) if attrs.has(kind) else msgspec.structs.fields(kind)
    return {field.name: f"{MARK} {field.name}." for field in fields if TEXTS.search(str(field.type))}


def printed(kind: Any) -> str:
    marks = texts(kind)
    if not attrs.has(kind):
        return repr(kind(**{field.name: marks.get(field.name) for field in msgspec.structs.fields(kind)}))
    one = object.__new__(kind)
    for field in attrs.fields(kind):
        object.__setattr__(one, field.name, marks.get(field.name))
    return repr(one)


def told(kind: type) -> list[str]:
    """The fields whose texts are printed, and must not be."""
    if kind.__module__.startswith(tuple(PUBLIC)):
        return []
    shown = printed(kind)
    allowed = {*IDS, *WORDS, *(name for owner, name in SHOWN if owner == kind.__name__.lstrip("_"))}
    return [name for name, mark in texts(kind).items() if mark in shown and name not in allowed]


@pytest.mark.parametrize("kind", [*classes()], ids=lambda kind: f"{kind.__module__}.{kind.__name__}"[14:])
def test_a_log_line_with_a_record_tells_no_word_of_a_person(kind: type) -> None:
    assert told(kind) == []


def test_the_search_finds_what_is_told() -> None:
    @attrs.frozen
    class Told:
        words: str
        hidden: str = attrs.field(repr=False)

    class Struct(msgspec.Struct):
        words: str

    assert (told(Told), told(Struct)) == (["words"], ["words"])
