"""The command that tells the recorded history again under another policy."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from complaintflow._validation.structure import is_table, structure
from complaintflow.cli.failures import Code
from complaintflow.cli.output import SECOND, Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared, check_readable
from complaintflow.desk.backtesting import Backtest, Difference, Unrepeated
from complaintflow.errors import InvalidInput, Problem
from complaintflow.interchange import to_data
from complaintflow.values import Actor

_NO_MOVE = "not-possible: it would have been in a state without this move"


@subcommand
def backtest(
    *,
    people: Annotated[
        Path | None, Parameter(help='A TOML file with the staff: [li] roles = ["agent"] team = "payments".')
    ] = None,
    settings: Shared,
) -> int:
    """What the recorded history would have been under the policy of this call (--policy). It changes nothing."""
    staff = read_people(people) if people else dict[str, Actor]()
    with settings.desk() as desk:
        found = desk.backtest(desk.policy, people=staff.get)
    settings.output.emit(to_data(found), _view(found))
    return Code.OK


def read_people(file: Path) -> Mapping[str, Actor]:
    """The staff in a file, by their ids. Raises `InvalidInput` with all that is wrong in it."""
    try:
        tables: dict[str, Any] = tomllib.loads(check_readable(file, "people").read_text("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidInput((Problem("people", str(error), "a TOML file in UTF-8"),)) from None
    found, problems = dict[str, Actor](), list[Problem]()
    for id, table in tables.items():
        try:
            found[id] = structure(Actor, {**table, "id": id} if is_table(table) else {"id": id})
        except InvalidInput as error:
            problems += (Problem(f"people.{id}.{one.path}", one.found, one.expected) for one in error.problems)
    if problems:
        raise InvalidInput(tuple(problems))
    return found


def _view(found: Backtest) -> View:
    yield Table(("complaint", "what", "run", "on record", "would be"), [_row(one) for one in found.differences])
    if found.unrepeated:
        rows = [
            (one.complaint, str(one.seq), f"{one.at:{SECOND}}", one.command, why_not(one)) for one in found.unrepeated
        ]
        yield Table(("complaint", "event", "at (UTC)", "command", "could not be done, because"), rows)
    yield from _summary(found)


def _row(one: Difference) -> tuple[str, ...]:
    return one.complaint, one.what, one.run, one.recorded or "—", one.retold or "—"


def why_not(one: Unrepeated) -> str:
    """All that speaks against it, in one line; not what else would have been possible in that state."""
    refusals = (_NO_MOVE if refusal.rule == "not-possible" else str(refusal) for refusal in one.refusals)
    return "; ".join([*refusals, *map(str, one.problems)])


def _summary(found: Backtest) -> Iterator[str]:
    counts = ", ".join(f"{what} in {count}" for what, count in sorted(found.counts.items())) or "nothing would differ"
    yield f"{len(found.told)} complaints told again: {counts}"
    if found.left_out:
        yield f"{len(found.left_out)} left out, since words of them are erased or cannot be read"
