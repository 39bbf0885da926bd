"""What the desk finds in a store: complaints page by page, all events of one, and all letters.

A complaint that cannot be read is named and left out, and holds up no other.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import attrs

from complaintflow._validation.reading import reading_complaint
from complaintflow._validation.structure import is_table, structure
from complaintflow.errors import InvalidInput, Problem, UnreadableRecord
from complaintflow.plugins import Complaints, OutboxEntry, Page, Query, Session
from complaintflow.policy.custom_fields import FieldRule
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event
from complaintflow.vocabulary import Grade

_LOG = logging.getLogger("complaintflow.desk")
_SHOWN = 60
"""So many characters of a wrong word are shown."""
_PAGE = 200
"""So many complaints or letters are read at once."""

OnRecord = Callable[[str, str], bool]
"""Whether a complaint has this value in this field."""


def ask_for(
    wanted: Mapping[str, Any],
    states: Iterable[str],
    policy: Policy,
    now: datetime,
    on_record: OnRecord,
) -> Query:
    """The query that somebody asks for, by this time. Raises `InvalidInput` with all that is wrong.

    A closed word is one of those that there are, or that a complaint still has from earlier rules; a blank one stands
    for none.
    """
    problems: list[Problem] = []
    query: Query | None = None
    try:
        query = structure(Query, wanted)
    except InvalidInput as invalid:
        problems += invalid.problems
    known: dict[str, Iterable[str]] = {"state": states, "grade": Grade, "type": policy.types, "area": policy.areas}
    found = {problem.path.partition("[")[0] for problem in problems}
    for name, words in known.items():
        if name in wanted and name not in found:
            problems += _unknown(name, wanted[name], words, on_record)
    problems += _unknown_fields(wanted.get("fields"), policy)
    if problems or query is None:
        raise InvalidInput(tuple(problems))
    query.start()
    own = {name: {_as_kept(policy.fields[name], one) for one in some} for name, some in query.fields.items()}
    return attrs.evolve(query, fields=own, now=query.now or now)


def _as_kept(rule: FieldRule, value: str) -> str:
    """A value of a field of the house's own in the form in which it is kept."""
    return rule.read(value) or value


def _unknown(name: str, asked: Any, words: Iterable[str], on_record: OnRecord) -> Iterator[Problem]:
    """The values of this field that are none of these words, and that no complaint has."""
    there = list(map(str, words))
    for value in sorted(structure(Query, {name: asked}).exact().get(name, ())):
        if value and value not in there and not on_record(name, value):
            yield Problem(name, repr(value)[:_SHOWN], f"one of {', '.join(there)}")


def _unknown_fields(asked: Any, policy: Policy) -> Iterator[Problem]:
    there = sorted(policy.searchable_fields)
    for name in asked if is_table(asked) else ():
        if name not in there:
            expected = f"one of {', '.join(there)}" if there else "none: the policy declares no searchable field"
            yield Problem(f"fields.{name}"[:_SHOWN], "an unknown field", expected)


def find_page(session: Complaints, query: Query) -> Page:
    """What fits the query. What is left out, since it cannot be read, is logged by its name."""
    return _logged(session.find(query))


def find_pages(session: Complaints, query: Query) -> Iterator[Page]:
    """Everything that fits the query, page by page; whoever stops reading loads no further page."""
    page = session.find(attrs.evolve(query, limit=_PAGE))
    yield page
    while page.next is not None:
        page = session.find(attrs.evolve(query, after=page.next, limit=_PAGE))
        yield page


def find_all(session: Complaints, query: Query) -> Iterator[Complaint]:
    """Everything that fits the query and can be read. What is left out is logged by its name."""
    for page in find_pages(session, query):
        yield from _logged(page).complaints


def _logged(page: Page) -> Page:
    for one in page.unreadable:
        _LOG.error("a complaint is left out: %s", one)
    return page


def find_whole(session: Complaints, query: Query) -> Iterator[Complaint]:
    """Everything that fits the query and whose texts can be read, which the others hold up in nothing."""
    for one in find_all(session, query):
        try:
            with reading_complaint(one.id):
                _read_texts(one)
        except UnreadableRecord as error:
            _LOG.error("a complaint is left out: %s", error)
        else:
            yield one


def load_whole(session: Complaints, ids: Sequence[str]) -> Iterator[Complaint]:
    """These complaints, as far as their texts can be read; so many at a time as are on a page."""
    for place in range(0, len(ids), _PAGE):
        yield from find_whole(session, Query(id=frozenset(ids[place : place + _PAGE])))


def _read_texts(complaint: Complaint) -> tuple[tuple[datetime, Mapping[str, Any]], ...]:
    """Times and data of its events, which are decoded when they are read."""
    return tuple((entry.at, entry.data) for entry in complaint.body)


def load_events(session: Complaints, id: str, after: int = 0, limit: int | None = None) -> tuple[Event, ...]:
    """The events of a complaint behind this number, with their data. Raises `UnreadableRecord`."""
    with reading_complaint(id):
        events = tuple(sealed.event for sealed in session.history(id, after, limit))
        for event in events:
            len(event.data)  # it is decoded here
    return events


def find_letters(session: Session, *, dead: bool = False) -> Iterator[OutboxEntry]:
    """Every letter that waits, or every dead one, that can be read; the oldest first."""
    after = 0
    while page := session.entries(_PAGE, after, dead=dead):
        yield from page
        after = page[-1].number
