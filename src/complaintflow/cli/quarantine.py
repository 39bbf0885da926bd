"""The commands about what cannot be read: list it, and let it in again when it was mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared
from complaintflow.errors import SetAside
from complaintflow.interchange import to_data

_COLUMNS = ("table", "key", "about", "why", "what helps")


@subcommand
def quarantine(*, settings: Shared) -> int:
    """List what cannot be read: letters, complaints, events, policies. It reads the whole store."""
    with settings.desk() as desk:
        found = desk.quarantine()
    settings.output.emit({"quarantine": documents(found)}, _view(found))
    return Code.BREACHED if found else Code.OK


@subcommand
def release(
    table: Annotated[str, Parameter(help="As quarantine shows it: outbox, complaints, events or policies.")],
    key: Annotated[str, Parameter(help="Its key there, as quarantine shows it.")],
    /,
    *,
    settings: Shared,
) -> int:
    """Try a record again that somebody has mended, and what waited for it."""
    with settings.desk() as desk:
        desk.release(table, key)
    settings.output.emit({"table": table, "key": key, "done": "released"}, [f"{table} {key} released."])
    return Code.OK


def documents(found: Iterable[SetAside]) -> list[dict[str, Any]]:
    """What was left out, for a machine."""
    written: list[dict[str, Any]] = to_data([*found])
    return written


def view_left_out(found: Iterable[SetAside]) -> View:
    """What was left out, one on a line."""
    yield from (f"left out: {one}" for one in found)


def _view(found: Sequence[SetAside]) -> View:
    if not found:
        yield "Everything can be read."
        return
    yield Table(_COLUMNS, [(one.table, one.key, one.about, one.cause, one.remedy) for one in found])
