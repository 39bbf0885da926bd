"""The commands that check the history, and name its head."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import View
from complaintflow.cli.settings import Shared, check_readable
from complaintflow.desk.integrity import Integrity
from complaintflow.errors import InvalidInput, Problem
from complaintflow.interchange import to_data


def fsck(
    id: Annotated[str | None, Parameter(help="One complaint only; without it everything, and the ledger.")] = None,
    /,
    *,
    anchor: Annotated[
        str | None, Parameter(help="A head that was anchored outside, or a file of `anchor` with many of them.")
    ] = None,
    since: Annotated[
        str | None,
        Parameter(help="Only what was saved since this head was anchored, or the last one in a file of `anchor`."),
    ] = None,
    settings: Shared,
) -> int:
    """Check everything that is stored: chains, ledger, anchor, snapshots, clocks, letters, keys, policies, the file.

    The exit code is 0 when it is sound, 8 when there are breaches, 7 when the store cannot be read at all. What was
    erased, and notes, are no breaches. JSON: `complaints`, `events`, `breaches` (`complaint`, `seq`, `what`, `table`),
    `erased` (`complaint`, `events`), `notes`, `sound`.
    """
    if id and anchor:
        raise InvalidInput((Problem("anchor", "an anchor for one complaint", "no ID: a head is of the whole store"),))
    with settings.desk() as desk:
        last = None if since is None else _heads(since, "since")[-1]
        found = desk.check_integrity(id, None if anchor is None else _heads(anchor, "anchor"), since=last)
    settings.output.emit(to_data(found), _view(found))
    return Code.OK if found.sound else Code.BREACHED


def _view(found: Integrity) -> View:
    """The verdict, and every breach."""
    verdict = "sound" if found.sound else f"{len(found.breaches)} breach(es)"
    yield f"{found.complaints} complaint(s), {found.events} event(s): {verdict}"
    yield from map(str, found.breaches)
    yield from (f"{one.complaint}: the words of {one.events} event(s) were erased" for one in found.erased)
    yield from (f"note: {note}" for note in found.notes)


def _heads(anchor: str, option: str) -> list[str]:
    """The head, or those in a file, each with the time at which it was anchored. Raises `InvalidInput`."""
    if ":" in anchor and not Path(anchor).exists():
        return [anchor]
    lines = check_readable(Path(anchor), option).read_text(encoding="utf-8", errors="replace").splitlines()
    heads = [line.split()[-1] for line in lines if line.strip()]
    if not heads:
        raise InvalidInput((Problem(option, f"{anchor}: nothing is in it", "a file that `anchor` has written"),))
    return heads


def anchor(
    file: Annotated[Path, Parameter(help="A file where those who may write the store cannot write.")],
    /,
    *,
    settings: Shared,
) -> int:
    """Append the time and the ledger's head to a file, to be checked by `fsck --anchor FILE`.

    JSON: `at`, `head`.
    """
    with settings.desk() as desk:
        text = desk.head()
    at = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        with file.open("a", encoding="utf-8") as lines:
            lines.write(f"{at} {text}\n")
    except OSError as error:
        raise InvalidInput((Problem("file", f"{file}: {error.strerror}", "a file that can be written"),)) from error
    settings.output.emit({"at": at, "head": text}, [f"{at} {text}"])
    return Code.OK


def head(*, settings: Shared) -> int:
    """Print the head of the ledger, to be anchored outside."""
    with settings.desk() as desk:
        text = desk.head()
    settings.output.emit({"head": text}, [text])
    return Code.OK
