"""Texts apart from our own words: what is no word of ours is marked with who it is from.

A word is ours when it is closed: a state, a command, a name of the policy, the name of a part of the record (`E1`), a
number, a time. Everything else is a text. So a field that somebody adds later is marked without anybody's doing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, cast

import attrs

from complaintflow import Desk, command_schema, vocabulary
from complaintflow.commands import Receive
from complaintflow.errors import Refusal

OUTSIDERS = frozenset({"customer", "unproved sender", "third party", "evidence"})
"""From whom a text is that no member of the house wrote."""

_OURS = re.compile(
    r"[A-Z]{1,2}\d{1,9}"  # a part of the record
    r"|[+-]?\d{1,30}(?:\.\d{1,30})?"
    r"|\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?Z)?"
    r"|P[\dTWDHMS.]{1,40}"
    r"|[0-9a-f]{16,64}",
    re.ASCII,
)
_KEYS = re.compile(r"[a-z][a-z0-9_]{0,40}|[A-Z]{1,2}\d{1,9}|\$kind|\$format", re.ASCII)
_PLAIN = frozenset({"", "agreement", "confirmation", "machine", "ordinary", "party", "undetermined"})
_SHORT = 8
"""A text of fewer characters tells nobody to do anything, and may stand in a sentence by chance."""
_CLOSED = frozenset({"channel", "kind", "language", "preferred_channel", "tier", "via", "zone"})
"""The fields of outsiders that hold a name of the house, when it is one."""
_OPEN_TABLES = frozenset({"answers", "contact", "extra", "fields", "questions", "snapshot"})
"""The tables whose names are not ours."""


def own_words(desk: Desk) -> frozenset[str]:
    """The closed words of the library and of a house."""
    policy = desk.policy
    kinds: Iterable[Any] = vars(vocabulary).values()
    closed = {str(word.value) for kind in kinds if isinstance(kind, type) and issubclass(kind, Enum) for word in kind}
    named = set[str]().union(*policy.known_names.values(), policy.parties, policy.own_parties)
    chinese = {*policy.areas.values(), *(rule.zh for rule in policy.types.values())}
    asked = command_schema(Receive, policy=policy)["properties"]
    others = {*asked, *policy.roles, *policy.clocks, *policy.fields, *desk.commands, *desk.states}
    return frozenset({*closed, *named, *chinese, *others, *vocabulary.LANGUAGES, *_PLAIN})


@attrs.frozen
class Marker:
    """Marks what is no word of ours. `ids` are those of complaints and of staff that stand in the answer."""

    words: frozenset[str] = attrs.field(repr=False)
    rows: int
    chars: int
    ids: frozenset[str] = attrs.field(default=frozenset(), repr=False)

    def knowing(self, *ids: str) -> Marker:
        """The same, which knows these ids as well."""
        return attrs.evolve(self, ids=self.ids | {*ids})

    def is_ours(self, text: str) -> bool:
        """Whether a text is a closed word, a number, a time, or the name of a part of the record."""
        return text in self.words or text in self.ids or _OURS.fullmatch(text) is not None

    def text(self, text: str, source: str) -> dict[str, Any]:
        """A text, with who it is from. One that is too long is cut, and says how long it was."""
        marked: dict[str, Any] = {"from": source, "text": text[: self.chars]}
        return {**marked, "chars": len(text)} if len(text) > self.chars else marked

    def value(self, value: Any, source: str, field: str = "") -> Any:
        """The same data, in which every text is marked."""
        if isinstance(value, str):
            closed = source not in OUTSIDERS or field in _CLOSED
            return value if not value or (closed and self.is_ours(value)) else self.text(value, source)
        if isinstance(value, Mapping):
            return self._table(cast(Mapping[str, Any], value), source, field)
        if isinstance(value, list | tuple | set | frozenset):
            return self.rows_of([self.value(one, source, field) for one in cast(Iterable[Any], value)])
        return value

    def _table(self, table: Mapping[str, Any], source: str, field: str) -> Any:
        if field in _OPEN_TABLES or not all(map(_KEYS.fullmatch, table)):
            pairs = [
                {
                    "name": name if self.is_ours(name) else self.text(name, source),
                    "value": self.value(one, source, field),
                }
                for name, one in table.items()
            ]
            return self.rows_of(pairs)
        return {name: self.value(one, source_of_field(name, source), name) for name, one in table.items()}

    def rows_of(self, rows: list[Any]) -> Any:
        """A list, of at most so many rows."""
        return rows if len(rows) <= self.rows else [*rows[: self.rows], {"left_out": len(rows) - self.rows}]

    def refusal(self, refusal: Refusal) -> dict[str, Any]:
        """A refusal: its sentences are ours as long as nothing stands in them that is not."""
        quotes = any(not self.is_ours(text) for text in texts_in([*refusal.facts.values()]))
        why, remedy = ((self.text(one, "quoted") if quotes else one) for one in (refusal.why, refusal.remedy))
        return {"rule": refusal.rule, "why": why, "remedy": remedy, "commands": [*refusal.commands]}

    def sentence(self, sentence: str, quoted: Iterable[str]) -> Any:
        """A sentence of ours, marked when one of these texts may stand in it."""
        told = sentence.casefold()
        foreign = any(text.casefold() in told for text in quoted if len(text) >= _SHORT and not self.is_ours(text))
        return self.text(sentence, "quoted") if foreign else sentence


def source_of_field(name: str, source: str) -> str:
    """Words that staff heard are the customer's."""
    return "customer" if name == "said" else source


def texts_in(value: Any) -> frozenset[str]:
    """Every text in data or in the facts of a refusal, however deep. What is unknown counts as a text."""
    found, left = set[str](), [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            found.add(one)
        elif isinstance(one, Mapping):
            table = cast(Mapping[Any, Any], cast(Any, one))
            left += [*table, *table.values()]
        elif isinstance(one, list | tuple | set | frozenset):
            left += cast(Iterable[Any], one)
        elif isinstance(facts := getattr(one, "facts", None), Mapping):
            left += cast(Mapping[str, Any], facts).values()
        elif not isinstance(one, int | float | Decimal | date | timedelta | type | None):
            found.add(f"a {type(one).__name__}, of which nothing is known")
    return frozenset(found)
