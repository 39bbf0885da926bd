"""What is held about a customer as one page to read: it needs nothing else, and every text in it is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from html import escape
from typing import Any, cast

from complaintflow._validation.structure import is_list, is_table
from complaintflow.commands import BUILTIN, Command
from complaintflow.desk.exporting import Export, HeldRecord
from complaintflow.errors.reasons.terms import TERMS
from complaintflow.interchange.documents import to_data
from complaintflow.interchange.labels import about_command, about_field
from complaintflow.plugins import CustomerMessage, OutboxEntry
from complaintflow.record.complaint import Event
from complaintflow.record.facts import Facts
from complaintflow.vocabulary import in_language, language_of

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }}
dt {{ font-weight: bold }} dd {{ margin: 0 0 .4rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere }}
section {{ border-top: 1px solid; margin-top: 2rem }} h3 {{ margin-bottom: 0 }} .when {{ margin: 0 }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""
_TITLE = ("关于客户 {customer} 的全部记录", "Everything that is held about customer {customer}")
_MADE = ("生成于 {at}，共 {count} 件投诉", "Made at {at}; {count} complaint(s)")
_COMPLAINT = ("投诉 {id}：{state}", "Complaint {id}: {state}")
_BY = ("{at}，由 {by}", "{at}, by {by}")
_FACTS = ("规则所依据的事实", "The facts that the rules rest on")
_LETTER = ("待发消息 {key}", "A message that waits: {key}")
_DEAD = ("未能发出的消息 {key}", "A message that could not be sent: {key}")
_ERASED = ("内容已删除", "the words were erased")
_LOST = ("无法读取：{what}", "This cannot be read: {what}")


def export_page(export: Export, language: str = "") -> str:
    """The export as a self-contained page of HTML, in Chinese (`zh`) or English. It loads and runs nothing."""
    return _Page(language_of(language)).write(export)


class _Page:
    def __init__(self, language: str) -> None:
        self._language = language

    def write(self, export: Export) -> str:
        """The whole page."""
        title = self._say(_TITLE, customer=export.customer)
        made = self._say(_MADE, at=_time(export.at), count=len(export.records))
        lost = (f"<p>{self._say(_LOST, what=one)}</p>" for one in export.unreadable)
        parts = (f"<p>{made}</p>", *lost, *map(self._record, export.records))
        return _PAGE.format(language=self._language, title=title, body="\n".join(parts))

    def _say(self, words: tuple[str, str], **facts: object) -> str:
        """A sentence of ours, with what others wrote escaped in it."""
        return in_language(self._language, words).format(**{name: escape(str(one)) for name, one in facts.items()})

    def _record(self, held: HeldRecord) -> str:
        complaint = held.complaint
        state = in_language(self._language, (TERMS.get(complaint.state, complaint.state), str(complaint.state)))
        head = f"<h2>{self._say(_COMPLAINT, id=complaint.id, state=state)}</h2>"
        told = (self._event(event, complaint.facts.erased) for event in held.events)
        known = f"<h3>{self._say(_FACTS)}</h3>{self._value(Command, _plain(complaint.facts))}"
        parts = (head, *told, *map(self._letter, held.letters), known)
        return f"<section>{''.join(parts)}</section>"

    def _event(self, event: Event, erased: datetime | None) -> str:
        kind = BUILTIN.get(event.kind)
        title = about_command(kind, self._language)[0] if kind else event.kind
        when = self._say(_BY, at=_time(event.at), by=event.by)
        said = self._value(kind or Command, event.data) if event.data else ""
        gone = f"<p>{self._say(_ERASED)}</p>" if erased and event.at <= erased and not said else ""
        return f'<h3>{escape(title)}</h3><p class="when">{when}</p>{said}{gone}'

    def _letter(self, letter: OutboxEntry) -> str:
        message = letter.message
        title = self._say(_DEAD if letter.dead else _LETTER, key=message.key)
        to = dict(message.to) if isinstance(message, CustomerMessage) else list(message.recipients)
        return f"<h3>{title}</h3>{self._value(Command, {'to': to, 'subject': message.subject, 'text': message.text})}"

    def _value(self, kind: type[Any], value: object) -> str:
        """Whatever somebody wrote or a machine noted, part by part."""
        if is_table(value):
            return f"<dl>{''.join(self._entries(kind, cast('Mapping[str, Any]', value)))}</dl>"
        if is_list(value):
            return f"<ul>{''.join(f'<li>{self._value(kind, one)}</li>' for one in value)}</ul>"
        return escape(str(value))

    def _entries(self, kind: type[Any], table: Mapping[str, Any]) -> Iterator[str]:
        for name, value in table.items():
            if not value and value != 0:  # what is blank tells nothing
                continue
            title = about_field(kind, name, self._language)[0]
            yield f"<dt>{escape(title)}</dt><dd>{self._value(kind, value)}</dd>"


def _plain(facts: Facts) -> Mapping[str, Any]:
    """What the facts say, as a document has it."""
    told: Mapping[str, Any] = to_data(facts)
    return {name: value for name, value in told.items() if value and not name.startswith("$")}


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"
