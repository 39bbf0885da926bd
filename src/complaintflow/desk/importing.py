"""From a reader's rows to complaints: each row alone, so that a bad one stops nothing and none is lost in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Literal, TextIO, cast

import attrs

from complaintflow._validation.faults import Misfit, name_fault
from complaintflow._validation.structure import FrozenMap, Record
from complaintflow.commands import Import, Receive, Triage
from complaintflow.desk.bulk import RowAnswer
from complaintflow.desk.desk import Desk
from complaintflow.errors import ComplaintflowError, DefinitionError, PluginError, Problem, Refused
from complaintflow.plugins import Incoming, Intake, Unreadable

FRONT_LINE = "service"
"""The type of a complaint with a hazard for which the classifier names no type."""

BATCH = 200
"""So many rows are taken in at once: the disk is waited for once, and other writers do not wait for long."""

ImportStatus = Literal["new", "known", "unreadable", "refused"]


@attrs.frozen(eq=False, repr=False)
class ImportedRow(Record):
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
    return read_with(desk.plugins.intakes[intake], source, intake)


def read_with(intake: Intake, source: TextIO, name: str) -> Iterator[Incoming | Unreadable]:
    """What this reader makes of a file. Raises `PluginError` under this name for one that fails."""
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


def take_in(
    desk: Desk,
    found: Iterable[Incoming | Unreadable],
    classifier: str = "",
    *,
    dry_run: bool = False,
    batch: int = BATCH,
) -> Iterator[ImportedRow]:
    """Take in every row that can be, a batch in a transaction; one that was taken in before stays as it is.

    With the name of a classifier, the triage that it suggests is part of the same transaction. An error of
    the store ends it, as a kill does; the transactions before are in, and the same file may be read again. `dry_run`
    says what would become of each row, and takes nothing in.
    """
    if classifier:
        _check_known("classifier", classifier, desk.plugins.classifiers)
    rows = iter(found)
    batches = iter(lambda: tuple(islice(rows, batch)), ())
    return (row for some in batches for row in _take_in(desk, some, classifier, dry_run))


def _take_in(
    desk: Desk, some: Iterable[Incoming | Unreadable], classifier: str, dry_run: bool
) -> Iterator[ImportedRow]:
    rows = [_triaged(desk, one, classifier) for one in some if isinstance(one, Incoming)]
    answers = iter(desk.receive_rows(rows, dry_run=dry_run))
    for one in some:
        yield _say_unreadable(one) if isinstance(one, Unreadable) else _say(one, next(answers))


def _triaged(desk: Desk, row: Incoming, classifier: str) -> Incoming:
    """The row with the triage that the classifier suggests. One that was taken in before is not judged again."""
    if not classifier or isinstance(row.command, Import) or desk.known(row.key, space="import"):
        return row
    return attrs.evolve(row, then=(*row.then, *_suggest_triage(desk, classifier, row.command)))


def _say_unreadable(one: Unreadable) -> ImportedRow:
    return ImportedRow(one.line, "unreadable", reason=one.reason)


def _say(row: Incoming, answer: RowAnswer) -> ImportedRow:
    if isinstance(answer, ComplaintflowError):
        why = "; ".join(map(str, answer.refusals)) if isinstance(answer, Refused) else str(answer)
        return ImportedRow(row.line, "refused", reason=why, outcome=row.outcome)
    complaint, new = answer
    return ImportedRow(row.line, "new" if new else "known", complaint.id, outcome=row.outcome)


def _suggest_triage(desk: Desk, classifier: str, received: Receive) -> Iterator[Triage]:
    """The triage that the classifier suggests. Without a type, a person sorts it; but a hazard does not wait (R11)."""
    suggestion = desk.plugins.suggestions(received).get(classifier) if classifier else None
    if suggestion and (suggestion.type or suggestion.signals.hazards):
        yield Triage(suggestion.type or FRONT_LINE, suggestion.area, suggestion.signals)
