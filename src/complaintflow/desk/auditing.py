"""Who reads what: told to the auditors of a desk before anything goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.desk.permission import EVERY_PART, Permission
from complaintflow.plugins import Access, Host
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import Part

_NOTHING_BESIDE = frozenset[Part]()

_TOLD: Mapping[str, frozenset[Part]] = FrozenMap(
    {
        "advise": frozenset({Part.MONEY}),
        "answers": _NOTHING_BESIDE,
        "customer_view": _NOTHING_BESIDE,
        "explain": frozenset({Part.NOTES}),
        "known": _NOTHING_BESIDE,
        "playbook": _NOTHING_BESIDE,
        "read_link": _NOTHING_BESIDE,
        "receipt": _NOTHING_BESIDE,
        "steps": frozenset({Part.NOTES, Part.MONEY}),
        "suggest": _NOTHING_BESIDE,
        "suggestions": _NOTHING_BESIDE,
    }
)
"""The parts that a call may tell beside the case; what is not named tells all that the actor sees."""


@attrs.frozen
class Audit:
    """Tells the auditors what one actor is about to get. A desk without auditors does nothing here."""

    may: Permission
    host: Host
    now: Callable[[], datetime]

    @property
    def listens(self) -> bool:
        """Whether there is an auditor."""
        return bool(self.host.auditors)

    def tell(self, call: str, complaints: Iterable[Complaint] = ()) -> None:
        """That the call tells of these complaints. Raises `PluginError`: then nothing may go out."""
        if self.listens:
            parts = _TOLD.get(call, EVERY_PART)
            self.tell_parts(call, {one.id: self.may.shown(one.facts) & parts for one in complaints})

    def tell_ids(self, call: str, ids: Iterable[str]) -> None:
        """The same for a call that tells nothing of these complaints but that they are there."""
        if self.listens:
            self.tell_parts(call, dict.fromkeys(ids, _NOTHING_BESIDE))

    def tell_parts(self, call: str, seen: Mapping[str, frozenset[Part]]) -> None:
        """The same in the auditors' own words."""
        self.host.audit(Access(self.may.by, call, self.now(), FrozenMap(seen)))
