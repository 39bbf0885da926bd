"""What a list is asked for, as SQLite is asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from complaintflow.plugins import Query, Reach
from complaintflow.plugins.ports.lists import NEVER
from complaintflow.record.complaint import AT_ONCE, microseconds
from complaintflow.record.facts import rank_of
from complaintflow.stores.columns import ended_in
from complaintflow.vocabulary import Grade
from complaintflow.wording.search import Phrase, asked_phrases

SHIFT = 24
"""The words of an event stand in a row of the number of its complaint, shifted by so many bits, and its own."""
_COLUMNS = {"order": "order_no"}
_TIMES = {"received": "received_at", "closed": "closed_at", "due": "due"}
_HAS = "instr(' ' || text || ' ', ?)"
_FINDS_WORDS = (
    f"SELECT rowid >> {SHIFT} FROM words WHERE words MATCH ? "  # noqa: S608
    f"UNION ALL SELECT number >> {SHIFT} FROM fresh_words WHERE {_HAS}"
)
LAST = (1 << SHIFT) - 1
"""The last number that fits."""
_OF_COMPLAINT = f"BETWEEN complaints.number << {SHIFT} AND (complaints.number << {SHIFT}) + {LAST}"
_HAS_WORDS = (
    f"(EXISTS (SELECT 1 FROM words WHERE rowid {_OF_COMPLAINT} AND {_HAS}) "  # noqa: S608
    f"OR EXISTS (SELECT 1 FROM fresh_words WHERE fresh_words.number {_OF_COMPLAINT} AND {_HAS}))"
)
"""It looks through the words of one complaint, 2 µs for 50 of them. To ask the index took 34, and for the beginning of
a word it read all that begins so, each time."""
_LABEL = "SELECT 1 FROM labels WHERE complaint = number AND name = ?"


@attrs.frozen
class Condition:
    """A condition beside the columns. `finds` gives all numbers that fit, `holds` says whether one row does."""

    finds: str = attrs.field(repr=False)
    sought: tuple[Any, ...] = attrs.field(repr=False)
    holds: str = attrs.field(repr=False)
    held: tuple[Any, ...] = attrs.field(repr=False)


@attrs.frozen
class Conditions:
    """All that is asked for: of columns one of some values; plain conditions; labels and texts in other tables.

    `narrow` names the plain ones that few complaints fit.
    """

    columns: dict[str, tuple[Any, ...]] = attrs.field(repr=False)
    plain: tuple[tuple[str, tuple[Any, ...]], ...] = attrs.field(default=(), repr=False)
    labels: tuple[Condition, ...] = ()
    texts: tuple[Condition, ...] = ()
    narrow: frozenset[str] = attrs.field(default=frozenset(), repr=False)

    @property
    def nothing(self) -> bool:
        """Whether nothing can fit, since no value does."""
        return not all(self.columns.values())

    def has(self, column: str) -> bool:
        """Whether values of this column are asked for."""
        return column in self.columns

    def has_no_blank(self, column: str) -> bool:
        """Whether values of this column are asked for, and no blank one, which partial indexes leave out."""
        return "" not in self.columns.get(column, ("",))

    def also(self, text: str, *values: Any) -> Conditions:
        """These and one more."""
        return attrs.evolve(self, plain=(*self.plain, (text, values)))


def conditions_of(query: Query) -> Conditions:
    """What the query asks for."""
    exact = query.exact()
    columns: dict[str, tuple[Any, ...]] = {
        _COLUMNS.get(name, name): tuple(sorted(values)) for name, values in exact.items() if name != "grade"
    }
    if "grade" in exact:
        columns["rank"] = tuple(rank_of(grade) for grade in (*Grade, None) if (grade or "") in exact["grade"])
    ended = {0, 1} if query.open is None else {0 if query.open else 1}
    if "state" in exact:
        ended &= ended_in(exact["state"])
    if len(ended) < 2:
        columns["ended"] = tuple(ended)
    labels, phrases = query.labels(), asked_phrases(query.text)
    if not all(labels.values()) or (query.text and not phrases):
        columns["id"] = ()  # a text without a word is nowhere
    kept = tuple(_label_condition(name, values) for name, values in labels.items())
    texts = tuple(map(_text_condition, phrases))
    return Conditions(columns, tuple(_plain(query)), kept, texts, frozenset(_narrow(query)))


def _plain(query: Query) -> Iterator[tuple[str, tuple[Any, ...]]]:
    if query.awaiting_reply is not None:
        yield f"waits_since {'!=' if query.awaiting_reply else '='} {NEVER}", ()
    if query.overdue is not None:
        yield f"due {'<' if query.overdue else '>='} ?", (microseconds(query.now or AT_ONCE),)
    for name, ends in query.ranges().items():
        for sign, end in zip((">=", "<"), ends, strict=True):
            if end is not None:
                yield f"{_TIMES[name]} {sign} ?", (microseconds(end),)
        if name == "due":
            yield f"due != {NEVER}", ()
    if query.reach is not None:
        kinds = [_reached(one) for one in query.reach]
        yield (
            f"({' OR '.join(text for text, _ in kinds) or 'FALSE'})",
            tuple(value for _, found in kinds for value in found),
        )


_SHOP = "CASE WHEN json_valid(CAST(facts AS TEXT)) THEN coalesce(json_extract(CAST(facts AS TEXT), '$.shop'), '') END"


def _reached(kind: Reach) -> tuple[str, list[str]]:
    """What holds of the complaints of one kind, with its values. The shop is read from the facts, as it compares."""
    parts = ["TRUE"]
    values: list[str] = []
    for name, wanted in kind.given().items():
        parts.append(f"{_SHOP if name == 'shop' else f'+{name}'} IN ({','.join('?' * len(wanted))})")
        values += sorted(wanted)
    return f"({' AND '.join(parts)})", values


def _narrow(query: Query) -> Iterator[str]:
    if query.awaiting_reply:
        yield "waiting"
    if query.overdue or "due" in query.ranges():
        yield "due"
    if "closed" in query.ranges():
        yield "closed"


def _text_condition(phrase: Phrase) -> Condition:
    text = f'"{" ".join(phrase.words)}"{" *" if phrase.begins else ""}'  # letters and digits alone
    return Condition(_FINDS_WORDS, (text, phrase.sought), _HAS_WORDS, (phrase.sought, phrase.sought))


def _label_condition(name: str, values: frozenset[str]) -> Condition:
    some, marks = tuple(sorted(values)), ", ".join("?" * len(values))
    held: tuple[Any, ...] = (name, *some)
    holds = f"EXISTS ({_LABEL} AND value IN ({marks}))"
    finds = f"SELECT complaint FROM labels INDEXED BY labels_by_value WHERE name = ? AND value IN ({marks})"  # noqa: S608
    if "" in values:
        return Condition("", (), f"({holds} OR NOT EXISTS ({_LABEL}))", (*held, name))
    return Condition(finds, held, holds, held)
