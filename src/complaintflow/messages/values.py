"""From the fields of a message to the values of a template: local times, sums, and words for codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import tzinfo
from typing import Any

from complaintflow._validation.structure import is_list, is_table
from complaintflow.messages.catalogue import VARIABLES, PageKind
from complaintflow.messages.local import local_time, money
from complaintflow.messages.spans import Kept
from complaintflow.messages.words import EMOTION, HAZARD, STATUS, STATUS_FOR_STAFF, STEP, remedy, word

_TIMES = frozenset({"next_at", "arrives", "expected_by", "received", "needed_by", "at"})
_LINKS = ("confirm", "dispute", "survey")


def build_values(page: PageKind, fields: Mapping[str, Any] | None, language: str, zone: tzinfo) -> dict[str, Any]:
    """Every variable of the page. Those that the fields lack are blank; without fields they are the examples."""
    given = {name: VARIABLES[name].sample for name in page.variables} if fields is None else fields
    values = {name: given.get(name) or type(VARIABLES[name].sample)() for name in page.variables}
    if "links" in values:
        values["links"] = {**dict.fromkeys(_LINKS, ""), **values["links"]}
    if page.staff and "status" in values:
        values["status"] = word(values["status"], language, STATUS_FOR_STAFF)
    return {name: _show(name, value, language, zone) for name, value in values.items()}


def _show(name: str, value: Any, language: str, zone: tzinfo) -> Any:
    if name in _TIMES:
        time = local_time(str(value), language, zone)
        return time if time == str(value) else Kept(time)  # what was said instead of a time ("Friday") may be cut
    if name in _WORDS:
        return _WORDS[name](value, language) if value else ""
    if name == "material":
        return [Kept(address) for address in value]
    if is_table(value):
        return {key: _show(key, one, language, zone) for key, one in value.items()}
    if is_list(value):
        return [_show("", one, language, zone) for one in value]
    return value


_WORDS: Mapping[str, Callable[[Any, str], str | list[str]]] = {
    "amount": lambda value, language: money(value.get("value", ""), value.get("currency", ""), language),
    "emotion": lambda value, language: word(value, language, EMOTION),
    "hazards": lambda value, language: [word(one, language, HAZARD) for one in value],
    "kind": remedy,
    "label": lambda value, language: str(value.get(language, "")),
    "remedy": remedy,
    "status": lambda value, language: word(value, language, STATUS),
    "step": lambda value, language: word(value, language, STEP),
    "what": word,
}
