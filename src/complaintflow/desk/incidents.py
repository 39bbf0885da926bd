"""R12: the progress of an incident is written once and goes to the customer of each of its complaints."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

import attrs

from complaintflow.commands import Command, Update
from complaintflow.desk.finding import find_whole, load_events
from complaintflow.errors import InvalidInput, NotPossible, Problem, Refused, SetAside, UnreadableRecord
from complaintflow.insight.incidents import Incident, IncidentNews, NotTold, incident_of, news_name
from complaintflow.plugins import Query, Session
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import Audience

Do = Callable[[str, Command, str], Complaint]
"""Asks for a command of a complaint under a key."""


def read_incident(session: Session, name: str) -> Incident:
    """The incident as its complaints tell it."""
    if not name.strip():
        raise InvalidInput((Problem("incident", repr(name), "the name of an incident"),))
    return incident_of(name, ((one, load_events(session, one.id)) for one in find_whole(session, Query(incident=name))))


def tell_members(incident: Incident, update: Update, news: str, do: Do) -> IncidentNews:
    """Tell each open complaint that was not told yet. Each is decided by itself: a refusal holds up nobody else."""
    if update.audience is not Audience.CUSTOMER or not news.strip():
        raise InvalidInput((Problem("update", "other than news for customers", "an audience of customer, and a name"),))
    news = news.strip()
    told, refused, unreadable = list[str](), list[NotTold](), list[SetAside]()
    named = attrs.evolve(update, news=news_name(incident.name, news))
    for id in [one.id for one in incident.members if one.open]:
        try:
            do(id, named, _key(incident.name, news, id))
            told.append(id)
        except (Refused, NotPossible) as error:
            refused.append(NotTold(id, error.refusals))
        except UnreadableRecord as error:
            unreadable.append(error.record)
    return IncidentNews(tuple(told), tuple(refused), tuple(unreadable))


def _key(*parts: str) -> str:
    """The same news for the same complaint have the same key, so that a second call tells nobody twice."""
    digest = blake2b("\0".join(parts).encode(errors="surrogateescape"), digest_size=16).hexdigest()
    return f"incident-news-{digest}"
