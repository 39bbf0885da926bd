"""The command that decides the recorded history anew."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import attrs
from cyclopts import Parameter

from complaintflow.cli.backtest import read_people, why_not
from complaintflow.cli.failures import Code
from complaintflow.cli.output import SECOND, Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared, check_readable
from complaintflow.desk.backtesting import ReplayCheck
from complaintflow.interchange import to_data
from complaintflow.values import Actor


@subcommand
def replay_check(
    db: Annotated[Path | None, Parameter(help="An SQLite file; without it the store of the call (--store).")] = None,
    /,
    *,
    people: Annotated[
        Path | None, Parameter(help='A TOML file with the staff: [li] roles = ["agent"] team = "payments".')
    ] = None,
    settings: Shared,
) -> int:
    """Decide all that is on record anew, by the rules of this version, and list what would be decided otherwise.

    It changes nothing. Of whom --people does not name, nobody knows the team: what depends on it is not compared. The
    exit code is 0 when all would be the same, and 8 when something would not.
    """
    staff = read_people(people) if people else dict[str, Actor]()
    here = attrs.evolve(settings, store=f"sqlite:///{check_readable(db, 'db')}") if db else settings
    with here.desk() as desk:
        found = desk.replay_check(people=staff.get)
    settings.output.emit(to_data(found), _view(found))
    return Code.OK if found.same else Code.BREACHED


def _view(found: ReplayCheck) -> View:
    if found.refused:
        rows = [(one.complaint, str(one.seq), f"{one.at:{SECOND}}", one.command, why_not(one)) for one in found.refused]
        yield Table(("complaint", "event", "at (UTC)", "command", "would be refused, because"), rows)
    if found.other:
        facts = [(one.complaint, str(one.seq), one.command, one.recorded, one.now) for one in found.other]
        yield Table(("complaint", "event", "command", "on record", "would be"), facts)
    yield f"{found.judged} commands decided anew: {_summary(found)}"
    if found.left_out:
        yield f"{len(found.left_out)} complaints left out, since words of them are erased or cannot be read"


def _summary(found: ReplayCheck) -> str:
    if found.same:
        return "all as they are on record"
    facts = Counter(one.fact for one in found.other)
    refused = [f"{len(found.refused)} would be refused"] if found.refused else []
    told = [*refused, *(f"{fact} in {facts[fact]}" for fact in sorted(facts))]
    return ", ".join(told)
