"""The cases behind the figures, as the store has them. One that cannot be read is named, and holds up no other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, cast

import attrs
import msgspec

from complaintflow.desk.finding import load_events
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.errors import UnreadableRecord
from complaintflow.insight.cases import Case, Met
from complaintflow.insight.following import case_of, decode_case
from complaintflow.plugins import Counted, KeepsCounts, Session
from complaintflow.sla.deadlines import met_in_time
from complaintflow.sla.runs import MetRun
from complaintflow.sla.timeline import Kept, Timeline

_LOG = logging.getLogger("complaintflow.desk")


@attrs.define
class CaseReader:
    """Reads cases one after the other. `clocks` says whether anybody looks at the deadlines that were met."""

    session: Session = attrs.field(repr=False)
    versions: PolicyVersions = attrs.field(repr=False)
    clocks: bool = True
    unreadable: list[str] = attrs.field(factory=list[str], repr=False)

    def read(self, since: datetime, until: datetime, *, anew: bool = False) -> Iterator[Case]:
        """Every case of which something may count in this time, as it is kept, or from its history where it is not.

        `anew` reads every case from its history, and so does a store that keeps no counts.
        """
        if anew or not callable(getattr(self.session, "counted", None)):
            return self._each(self.session.ids(), self.recount)
        return self.read_kept(cast("KeepsCounts", self.session).counted(since, until))

    def read_kept(self, some: Iterable[Counted]) -> Iterator[Case]:
        """The cases as they are kept, or from their histories where they are not."""
        return self._each(some, self._read_kept)

    def _each(self, some: Iterable[Any], read: Callable[[Any], Case]) -> Iterator[Case]:
        for one in some:
            try:
                yield read(one)
            except UnreadableRecord as error:
                _LOG.error("a complaint is left out: %s", error)
                self.unreadable.append(one.id if isinstance(one, Counted) else one)

    def _read_kept(self, kept: Counted) -> Case:
        case = decode_case(kept.counted)
        if case is None:
            return self.recount(kept.id)
        return self._with_met(case, self._kept_runs(kept)) if self.clocks else case

    def _kept_runs(self, kept: Counted) -> Iterable[MetRun]:
        """The deadlines that were met, as its clocks have them, or from its history where nothing is kept."""
        clocks = Kept.decode(kept.clocks, kept.link)
        met = clocks.met() if clocks else None
        return self._runs(kept.id) if met is None else met

    def _runs(self, id: str) -> Iterable[MetRun]:
        events = load_events(self.session, id)
        return met_in_time(Timeline.of(events, *self.versions.policies_of(self.session, events)))

    def recount(self, id: str) -> Case:
        """The case of a complaint, from its whole history. Raises `UnreadableRecord`."""
        case = case_of(id, load_events(self.session, id))
        return self._with_met(case, self._runs(id)) if self.clocks else case

    def _with_met(self, case: Case, runs: Iterable[MetRun]) -> Case:
        return msgspec.structs.replace(case, met=tuple(Met(at, key.clock, str(key)) for key, at in runs))
