"""What a list is asked for, as one condition on the rows of complaints. The names are ours, the values parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from complaintflow.plugins import Query, Reach
from complaintflow.plugins.ports.lists import NEVER
from complaintflow.record.complaint import AT_ONCE, microseconds
from complaintflow.record.facts import rank_of
from complaintflow.stores.columns import ended_in
from complaintflow.stores.sql.dialects import fit
from complaintflow.vocabulary import Grade
from complaintflow.wording.search import asked_phrases

_COLUMNS = {"order": "order_no"}
_TIMES = {"received": "received_at", "closed": "closed_at", "due": "due"}
_LABEL = "SELECT 1 FROM complaintflow_labels l WHERE l.complaint = c.number AND l.name = {}"
_WORDS = (
    "EXISTS (SELECT 1 FROM complaintflow_words w WHERE w.complaint = c.number AND instr(' ' || w.text || ' ', {}) > 0)"
)


@attrs.define
class Conditions:
    """Conditions that must all hold, and their values by the names of the parameters."""

    parts: list[str] = attrs.field(factory=list[str], repr=False)
    values: dict[str, Any] = attrs.field(factory=dict[str, Any], repr=False)
    nothing: bool = False
    """Whether nothing can fit, since no value does."""

    def name(self, value: Any) -> str:
        """A parameter for this value."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def one_of(self, column: str, values: Iterable[Any]) -> str:
        """The column has one of these values."""
        several = sorted(values)
        return f"{column} IN {self.name(several)}" if several else "FALSE"

    def add(self, part: str) -> None:
        """One more."""
        self.parts.append(part)

    @property
    def text(self) -> str:
        """All of them."""
        return " AND ".join(self.parts) or "TRUE"


def conditions_of(query: Query) -> Conditions:
    """What the query asks for."""
    asked = Conditions()
    for name, values in query.exact().items():
        asked.nothing |= not values
        asked.add(_exact(asked, name, values))
    if query.open is not None:
        asked.add(f"c.ended = {int(not query.open)}")
    for part in _times(query, asked):
        asked.add(part)
    for name, values in query.labels().items():
        asked.nothing |= not values
        asked.add(_label(asked, name, values))
    phrases = asked_phrases(query.text)
    asked.nothing |= bool(query.text) and not phrases  # a text without a word is nowhere
    for phrase in phrases:
        asked.add(_WORDS.format(asked.name(phrase.sought)))
    if query.reach is not None:
        asked.add(f"({' OR '.join(_reached(asked, one) for one in query.reach) or 'FALSE'})")
    return asked


def _exact(asked: Conditions, name: str, values: frozenset[str]) -> str:
    if name == "grade":
        return asked.one_of("c.rank", {rank_of(grade) for grade in (*Grade, None) if (grade or "") in values})
    if name == "id":
        return asked.one_of("c.id", values)
    if name == "state":
        ended = ended_in(values)  # an index may begin with it
        return f"{asked.one_of('c.state', map(str, values))} AND {asked.one_of('c.ended', ended)}"
    return asked.one_of(f"c.{_COLUMNS.get(name, name)}", map(fit, values))


def _times(query: Query, asked: Conditions) -> Iterator[str]:
    if query.awaiting_reply is not None:
        yield f"c.waits_since {'!=' if query.awaiting_reply else '='} {NEVER}"
    if query.overdue is not None:
        yield f"c.due {'<' if query.overdue else '>='} {asked.name(microseconds(query.now or AT_ONCE))}"
    for name, ends in query.ranges().items():
        for sign, end in zip((">=", "<"), ends, strict=True):
            if end is not None:
                yield f"c.{_TIMES[name]} {sign} {asked.name(microseconds(end))}"
        if name == "due":
            yield f"c.due != {NEVER}"


def _label(asked: Conditions, name: str, values: frozenset[str]) -> str:
    label = _LABEL.format(asked.name(fit(name)))
    has = f"EXISTS ({label} AND {asked.one_of('l.value', map(fit, values))})"
    return f"({has} OR NOT EXISTS ({label}))" if "" in values else has


def _reached(asked: Conditions, kind: Reach) -> str:
    parts = [asked.one_of(f"c.{name}", map(fit, values)) for name, values in kind.given().items()]
    return f"({' AND '.join(parts) or 'TRUE'})"
