"""Who is told when an edge of a house's own is taken: what a notice may say, and the commands that say it.

A notice is a `Remind` of the system, asked for right behind the event of the edge, and so every guard is asked about
it. What a guard refuses is told to the owner instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from complaintflow._validation.structure import is_list, is_table
from complaintflow.commands import Command, Erase, Import, Migrate, Receipt, Remind
from complaintflow.commands.clocks import about_notice
from complaintflow.errors import ComplaintflowError, Problem, Refused
from complaintflow.lifecycle.expression import is_worded
from complaintflow.lifecycle.rows import Row
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.facts import Facts
from complaintflow.values import Notice
from complaintflow.vocabulary import CUSTOMER, LANGUAGES, LEAD, SYSTEM, Audience, in_language
from complaintflow.wording import fold
from complaintflow.wording.claims import claims_in
from complaintflow.wording.jargon import find_unexplained_in

Texts = Mapping[str, tuple[str, str]]
"""Each template by its name: what it says in Chinese and in English."""

# ── what may be written

_WHO: Mapping[str, Callable[[Facts], Iterable[str]]] = {
    "owner": lambda facts: (facts.handled_by or LEAD,),
    "team": lambda facts: (facts.team or LEAD,),
    "stakeholders": lambda facts: sorted(facts.watchers),
    "collaborators": lambda facts: sorted({str(facts.task_owners.get(task, "")) for task in facts.open_tasks} - {""}),
}
"""Whom each word means, besides the customer. A role or a team of the policy means itself."""
AUDIENCES = (CUSTOMER, *_WHO)
"""The words for who is told."""
_KEYS = ("audience", "template", "channel")
SILENT: Mapping[type[Command], str] = {
    Import: "what another system knew is news to nobody",
    Migrate: "new rules are news to nobody",
    Erase: "there is nobody left to write to",
    Remind: "a notice is one, and would follow itself without end",
    Receipt: "each notice has one, and would follow itself without end",
}
"""The commands whose edges tell nobody, and why."""
_NAME = re.compile(r"\w[\w-]*")
_FIELD = re.compile(r"\{([^{}]*)\}")
_COMPLAINT = "complaint"


def text_problems(name: str, zh: Any, en: Any, path: str) -> Iterator[Problem]:
    """All that is wrong with a template by itself."""
    if not _NAME.fullmatch(name):
        yield Problem(path, repr(name), "a name of letters, digits, _ and -")
    for language, text in zip(LANGUAGES, (zh, en), strict=True):
        if not isinstance(text, str) or not is_worded(text):
            yield Problem(f"{path}.{language}", repr(text), "what is said, in Chinese (zh) and in English (en)")
            continue
        unknown = [field for field in _FIELD.findall(text) if field != _COMPLAINT]
        if unknown:
            found = ", ".join(f"{{{field}}}" for field in unknown)
            yield Problem(f"{path}.{language}", found, f"{{{_COMPLAINT}}}, the id of the complaint, and no other field")


def read_notices(given: Any, texts: Texts, path: str, problems: list[Problem]) -> tuple[Notice, ...]:
    """The notices of an edge as they are written down. What is no notice is a problem, with its place."""
    if not is_list(given):
        problems.append(Problem(path, repr(given)[:60], "a list of tables with audience and template"))
        return ()
    found = [_read(one, texts, f"{path}[{place}]", problems) for place, one in enumerate(given)]
    return tuple(one for one in found if one is not None)


def _read(given: Any, texts: Texts, path: str, problems: list[Problem]) -> Notice | None:
    faults = [*_shape(given, path)]
    template = given.get("template", "") if is_table(given) else ""
    if not faults and template not in texts:
        listed = ", ".join(sorted(texts)) or "there are none"
        faults.append(Problem(f"{path}.template", repr(template), f"one of the templates: {listed}"))
    problems.extend(faults)
    return None if faults else Notice(given["audience"], template, *texts[template], given.get("channel", ""))


def _shape(given: Any, path: str) -> Iterator[Problem]:
    if not is_table(given):
        yield Problem(path, repr(given)[:60], "a table with audience and template")
        return
    unknown = [key for key in given if key not in _KEYS]
    yield from (Problem(f"{path}.{key}", "an unknown key", f"one of {', '.join(_KEYS)}") for key in unknown)
    yield from (Problem(f"{path}.{key}", "nothing", "a value") for key in _KEYS[:2] if key not in given)
    for key, value in given.items():
        if key in _KEYS and not isinstance(value, str):
            yield Problem(f"{path}.{key}", repr(value)[:60], "a text")


def notice_problems(table: tuple[Row, ...], policy: Policy) -> Iterator[Problem]:
    """All that is wrong with the notices of a table under a policy."""
    telling = [row for row in table if row.notices]
    if not telling:
        return
    speaking = _of_system(table, Remind) & _of_system(table, Receipt)
    for row in telling:
        yield from edge_problems(row.command, row.notices, policy, f"{row}.notices")
        silent = sorted({str(row.leads(source)) for source in row.sources} - speaking)
        if silent:
            expected = "states in which the system may ask for Remind and Receipt"
            yield Problem(f"{row}.notices", ", ".join(silent), expected)


def _of_system(table: Iterable[Row], command: type[Command]) -> frozenset[str]:
    """The states in which the system may ask for this command."""
    rows = (row for row in table if issubclass(row.command, command) and SYSTEM in row.who)
    return frozenset(str(source) for row in rows for source in row.sources)


def edge_problems(command: type[Command], notices: tuple[Notice, ...], policy: Policy, path: str) -> Iterator[Problem]:
    """All that is wrong with the notices of one edge under a policy."""
    for silent, why in SILENT.items():
        if notices and issubclass(command, silent):
            yield Problem(path, f"an edge of {command.__name__}", f"no notices: {why}")
    for place, one in enumerate(notices):
        if one in notices[:place]:
            yield Problem(f"{path}[{place}]", str(one), "each notice once")
        yield from _to_nobody(one, policy, f"{path}[{place}]")
        yield from _channel(one, policy, f"{path}[{place}].channel")
        yield from _wording(one, policy) if one.audience == CUSTOMER else ()


def _to_nobody(notice: Notice, policy: Policy, path: str) -> Iterator[Problem]:
    if notice.audience not in {*AUDIENCES, *policy.staff_roles, *policy.known_names["team"]}:
        listed = f"{', '.join(AUDIENCES)}, or a role or a team of the policy"
        yield Problem(f"{path}.audience", repr(notice.audience), listed)


def _channel(notice: Notice, policy: Policy, path: str) -> Iterator[Problem]:
    name, known = notice.channel, policy.known_names["channel"]
    if name and notice.audience != CUSTOMER:
        yield Problem(path, repr(name), "no channel: staff have one, and it is set where the desk is opened")
    elif name.split() != [name] * bool(name):
        yield Problem(path, repr(name), "the name of a channel")
    elif name and "channel" in policy.closed_names and policy.spell("channel", name) not in known:
        yield Problem(path, repr(name), f"one of {', '.join(sorted(known))}")


def _wording(notice: Notice, policy: Policy) -> Iterator[Problem]:
    """R32, R43: an edge tells no customer that it is solved, and uses no jargon."""
    for language, text in zip(LANGUAGES, notice.texts, strict=True):
        path, folded = f"templates.{notice.template}.{language}", fold(text)
        if claim := claims_in(folded):
            yield Problem(path, repr(claim), "nothing that says it is solved: only Notify does, with its proof (R32)")
        if terms := find_unexplained_in(folded, policy.terms):
            yield Problem(path, ", ".join(terms), "an explanation beside it (R43)")


# ── what is said


def say_notices(
    after: Complaint, event: Event, notices: Iterable[Notice], policy: Policy
) -> Iterator[tuple[Notice, Remind]]:
    """Each notice of the edge that this event took, with the command that says it. What is for nobody is left out, and
    who is told the same by another notice is told once.
    """
    told: set[tuple[str, str]] = set()
    for one in notices:
        about = about_notice(after.cycle.number, event.seq, one.template, f"{one.audience} {one.channel}".strip())
        if one.audience != CUSTOMER:
            named = tuple(_WHO[one.audience](after.facts)) if one.audience in _WHO else (one.audience,)
            readers = tuple(reader for reader in named if (one.template, reader) not in told)
            told |= {(one.template, reader) for reader in readers}
            if readers:
                text = _text(one, policy.language_for_staff, after)
                yield one, Remind(text, Audience.TEAM, about, readers)
        elif after.facts.erased is None:
            text = _text(one, after.customer.language, after)
            yield one, Remind(text, Audience.CUSTOMER, about, way=one.channel)


def _text(notice: Notice, language: str, complaint: Complaint) -> str:
    return in_language(language, notice.texts).replace(f"{{{_COMPLAINT}}}", complaint.id)


_NAMED: Mapping[str, tuple[str, str]] = {
    CUSTOMER: ("客户", "the customer"),
    "owner": ("处理人", "the owner"),
    "team": ("团队", "the team"),
    "stakeholders": ("关注者", "the stakeholders"),
    "collaborators": ("协作者", "the collaborators"),
}
"""The words for who is told, as staff read them."""
_UNSAID = (
    "通知“{template}”（收件方：{audience}）未发出：{why}",
    "The notice {template} to {audience} was not sent: {why}",
)


def tell_unsaid(after: Complaint, event: Event, notice: Notice, error: ComplaintflowError, policy: Policy) -> Remind:
    """The owner hears that a notice was not sent, and why."""
    why = "; ".join(one.why for one in error.refusals) if isinstance(error, Refused) else str(error)
    language = policy.language_for_staff
    audience = in_language(language, _NAMED.get(notice.audience, (notice.audience, notice.audience)))
    about = about_notice(after.cycle.number, event.seq, notice.template, f"{notice.audience} {notice.channel} unsaid")
    told = in_language(language, _UNSAID).format(template=notice.template, audience=audience, why=why)
    return Remind(told, Audience.TEAM, about, tuple(_WHO["owner"](after.facts)))
