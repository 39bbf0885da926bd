"""Whether the clocks of each complaint will be looked at in time."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import datetime
from functools import cache, partial

import attrs

from complaintflow._validation.structure import Record
from complaintflow.commands import Close, Decline
from complaintflow.desk.integrity.subject import Checkup, Subject
from complaintflow.desk.unit_of_work import CHECK_LEASE
from complaintflow.errors import UnreadableRecord
from complaintflow.plugins import Session
from complaintflow.record.complaint import AT_ONCE
from complaintflow.record.facts import Facts
from complaintflow.record.history import Breach
from complaintflow.sla.agenda import Agenda, DueAction, agenda
from complaintflow.sla.timeline import Kept, Timeline

_ALL = 2**62
_Made = Callable[[], "_Clocks | None"]
"""The clocks of the whole history, made when they are first asked for."""

_STEPS = 4
"""Something that is overdue is looked at every day; so many such looks are as good as never."""


def next_looks(session: Session, ids: Container[str] | None = None) -> Mapping[str, datetime]:
    """When each complaint is looked at next, or each of these."""
    return {id: when for when, id in session.next_checks(_ALL) if ids is None or id in ids}


def clock_faults(checkup: Checkup, subject: Subject, look: datetime | None) -> Iterator[Breach]:
    """What is wrong with its looks, and with what is kept of its clocks. Its history goes through them but once."""
    clocks = cache(partial(_Clocks.of, checkup, subject))
    yield from _look_faults(checkup, subject, clocks, look)
    yield from _kept_faults(checkup, subject, clocks, look)


@attrs.frozen(eq=False, repr=False)
class _Clocks(Record):
    """The clocks as the history has them, when they are looked at, and what they ask for then."""

    timeline: Timeline
    at: datetime
    plan: Agenda

    @classmethod
    def of(cls, checkup: Checkup, subject: Subject) -> _Clocks | None:
        """None for a policy that cannot be read: of that there is a breach of its own.

        A history with erased words says less than when the clocks went through it: there it is what is kept of them.
        """
        timeline = _timeline_kept(checkup, subject) if subject.has_erased_words else None
        try:
            if timeline is None:
                policies = checkup.versions.policies_of(checkup.session, subject.events)
                timeline = Timeline.of_changes(*subject.replayed, *policies)
        except UnreadableRecord:
            return None
        at = max(checkup.now, timeline.latest)
        return cls(timeline, at, agenda(subject.made, timeline, at))


def _look_faults(checkup: Checkup, subject: Subject, clocks: _Made, look: datetime | None) -> Iterator[Breach]:
    """What is due with no look, or with one that comes too late."""
    leaps = checkup.versions.present.policy.leaps
    soon, longest = checkup.now + CHECK_LEASE + leaps.skew, leaps.longest  # a lease may be by another clock than ours
    if look is not None and look <= soon:
        return
    never = look is None or look - checkup.now > longest  # nothing waits longer
    due = _first_due(subject, clocks(), ends=never)
    if due is None:
        return
    if look is None:
        yield subject.breach("its clocks will never be looked at")
    elif look > max(due, soon):
        yield subject.breach("its clocks will be looked at too late")


def _kept_faults(checkup: Checkup, subject: Subject, clocks: _Made, look: datetime | None) -> Iterator[Breach]:
    """What is kept of its clocks and is not what its history says; what was kept of an older state is read by nobody.

    What is due next is written at the next look where that comes at once, as after an update of the store.
    """
    kept, stands = _kept(subject), subject.stored.complaint
    if kept and look != AT_ONCE and (kept.next_due or (None, "")) != (stands.next_due, stands.next_due_for):
        yield subject.breach("what is due next is not what its clocks say")
    made = clocks() if kept and not subject.has_erased_words else None
    if kept is None or made is None or kept.is_of(made.timeline.hush(made.plan.quiet)):
        return
    found = _timeline_kept(checkup, subject)
    if found is None or _settled(subject, found, made.at) != _settled(subject, made.timeline, made.at):
        yield subject.breach("what is kept of its clocks is not what its history says")


def _kept(subject: Subject) -> Kept | None:
    return Kept.decode(subject.stored.clocks, subject.stored.link)


def _timeline_kept(checkup: Checkup, subject: Subject) -> Timeline | None:
    """Its clocks as they are kept; None for what cannot be read, or is of a policy that nobody has."""
    kept, policies = _kept(subject), partial(checkup.versions.policy_of, checkup.session)
    try:
        return None if kept is None else kept.timeline(subject.made.facts, policies)
    except UnreadableRecord:
        return None


def _settled(subject: Subject, timeline: Timeline, at: datetime) -> Kept:
    """What is to be kept of a timeline, when all that asks for nothing by now is forgotten.

    While no clock runs, nobody asks; then of what is over nothing is compared.
    """
    clocks = (clock for track in timeline.tracks for clock in track.clocks.values())
    over = [run.key for clock in clocks for run in clock.over] if timeline.still else ()
    return Kept.of(timeline.hush((*agenda(subject.made, timeline, at).quiet, *over)))


def _first_due(subject: Subject, clocks: _Clocks | None, *, ends: bool) -> datetime | None:
    """When its clocks ask for something. What was refused asks no more.

    An end may be refused by night, and staff told of it in the morning: without `ends` it does not count. So what
    seems to come next may be nothing when it comes, and it is looked at a few steps ahead.
    """
    if clocks is None:
        return None
    at, plan = clocks.at, clocks.plan
    for _ in range(_STEPS):
        if any(_is_asked(one, subject.made.facts, ends=ends) for one in plan.actions):
            return at
        if plan.next_check is None:
            return None
        at = plan.next_check
        plan = agenda(subject.made, clocks.timeline, at)
    return at


def _is_asked(action: DueAction, facts: Facts, *, ends: bool) -> bool:
    return (ends or not isinstance(action.command, Close | Decline)) and not _is_refused(action, facts)


def _is_refused(action: DueAction, facts: Facts) -> bool:
    """Whether staff were told that the rules refuse it."""
    return facts.has_told(action.key) or any(about.startswith(f"{action.key}-refused:") for about in facts.reminded)
