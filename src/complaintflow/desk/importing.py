"""From a reader's rows to complaints: each row alone, so that a bad one stops nothing and none is lost in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TextIO, cast

import attrs

from complaintflow._validation.faults import Misfit, name_fault
from complaintflow._validation.structure import FrozenMap
from complaintflow.commands import Receive, Triage
from complaintflow.desk.desk import Desk
from complaintflow.errors import DefinitionError, InvalidInput, NotPossible, PluginError, Problem, Refused
from complaintflow.plugins import Incoming, Intake, Unreadable

FRONT_LINE = "service"
"""The type of a complaint with a hazard for which the classifier names no type."""

ImportStatus = Literal["new", "known", "unreadable", "refused"]


@attrs.frozen
class ImportedRow:
    """What became of one row: `new` and `known` (taken in before) have an id, the others a reason."""

    line: int
    status: ImportStatus
    id: str = ""
    reason: str = attrs.field(default="", repr=False)
    outcome: Mapping[str, str] = attrs.field(default=FrozenMap(), repr=False)


def read_rows(desk: Desk, intake: str, source: TextIO) -> Iterator[Incoming | Unreadable]:
    """What the reader of this name makes of a file.

    Raises `DefinitionError` that names the readers there are, and `PluginError` for one that fails.
    """
    _check_known("intake", intake, desk.plugins.intakes)
    return _read(intake, desk.plugins.intakes[intake], source)


def _read(name: str, intake: Intake, source: TextIO) -> Iterator[Incoming | Unreadable]:
    try:
        for row in intake.read(source):
            if not isinstance(cast(object, row), Incoming | Unreadable):  # a plugin may answer anything
                raise Misfit(f"a {type(row).__name__} is no row")
            yield row
    except Exception as error:
        raise PluginError(name, "read", name_fault(error)) from None


def _check_known(what: str, name: str, known: Iterable[str]) -> None:
    if name not in known:
        raise DefinitionError((Problem(what, repr(name), "one of " + (", ".join(sorted(known)) or "none installed")),))


def take_in(desk: Desk, found: Iterable[Incoming | Unreadable], classifier: str = "") -> Iterator[ImportedRow]:
    """Take in every row that can be, each in a transaction of its own; one that was taken in before stays as it is.

    With the name of a classifier, the triage that it suggests is part of the same transaction. An error of
    the store ends it; the rows before are in, and the same file may be read again.
    """
    if classifier:
        _check_known("classifier", classifier, desk.plugins.classifiers)
    return (_take_in_row(desk, one, classifier) for one in found)


def _take_in_row(desk: Desk, one: Incoming | Unreadable, classifier: str) -> ImportedRow:
    if isinstance(one, Unreadable):
        return ImportedRow(one.line, "unreadable", reason=one.reason)
    try:
        if id := desk.known(one.key, space="import"):
            return ImportedRow(one.line, "known", id, outcome=one.outcome)
        complaint, new = desk.receive_row(one, *_suggest_triage(desk, classifier, one.command))
    except (InvalidInput, NotPossible, Refused) as error:
        return ImportedRow(one.line, "refused", reason=str(error), outcome=one.outcome)
    return ImportedRow(one.line, "new" if new else "known", complaint.id, outcome=one.outcome)


def _suggest_triage(desk: Desk, classifier: str, received: Receive) -> Iterator[Triage]:
    """The triage that the classifier suggests. Without a type, a person sorts it; but a hazard does not wait (R11)."""
    suggestion = desk.plugins.suggestions(received).get(classifier) if classifier else None
    if suggestion and (suggestion.type or suggestion.signals.hazards):
        yield Triage(suggestion.type or FRONT_LINE, suggestion.area, suggestion.signals)
