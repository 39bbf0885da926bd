"""How much waits in a store, and since when: what whoever runs the workers looks at."""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs

from complaintflow.desk.returns import find_sent
from complaintflow.plugins import OutboxEntry, Query, Session
from complaintflow.record.complaint import AT_ONCE
from complaintflow.record.keys import MessageKey

_NONE = timedelta(0)


@attrs.frozen
class Backlog:
    """How much waits. No private data.

    `waiting` letters, of which the `oldest` was said at that time (aware UTC, None: nothing waits); `dead` letters;
    complaints whose clocks are `due` to be looked at, and how `late` the first of these is; open complaints that are
    `overdue`. Of dead letters and of what is due at most `limit` are counted.
    """

    waiting: int
    oldest: datetime | None
    dead: int
    due: int
    late: timedelta
    overdue: int
    limit: int


def look(session: Session, now: datetime, limit: int) -> Backlog:
    """What waits by now."""
    over = [when for when, _ in session.next_checks(limit) if when <= now]
    late = max((now - when for when in over if when != AT_ONCE), default=_NONE)
    first = session.entries(1)
    return Backlog(
        waiting=session.waiting(),
        oldest=_said_at(session, first[0]) if first else None,
        dead=len(session.entries(limit, dead=True)),
        due=len(over),
        late=late,
        overdue=session.count(Query(open=True, overdue=True, now=now)),
        limit=limit,
    )


def _said_at(session: Session, entry: OutboxEntry) -> datetime | None:
    """When the event happened that says this letter."""
    key = MessageKey.parse(entry.message.key)
    sent = find_sent((one.event for one in session.history(key.complaint)), key.message)
    return sent.at if sent else None
