"""The commands that name the ledger's head, keep it in a file with time stamps, and check these."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared, check_readable
from complaintflow.errors import InvalidInput, Problem
from complaintflow.interchange.anchors import append_line, read_heads

Roots = Annotated[
    Path | None, Parameter(help="The certificates (PEM) of who vouches for services for time stamps, in a file.")
]


@subcommand
def head(*, settings: Shared) -> int:
    """Print the head of the ledger, to be anchored outside."""
    with settings.desk() as desk:
        text = desk.head()
    settings.output.emit({"head": text}, [text])
    return Code.OK


@subcommand
def anchor(
    file: Annotated[Path, Parameter(help="A file where those who may write the store cannot write.")],
    /,
    *,
    tsa: Annotated[
        str | None, Parameter(help="A service for time stamps (RFC 3161), whose answer is kept beside the file.")
    ] = None,
    roots: Roots = None,
    settings: Shared,
) -> int:
    """Append the time and the ledger's head to a file, to be checked by `fsck --anchor FILE`.

    With --tsa the time stamp of a third party is kept in FILE.COUNT-DIGEST.tsr, to be checked by `verify-anchor`; with
    --roots it is checked at once. The head is in the file also when no time stamp comes. JSON: `at`, `head`, `stamp`.
    """
    with settings.desk() as desk:
        text = desk.head()
    at = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        append_line(file, f"{at} {text}")
        stamp = None if tsa is None else _keep_stamp(file, text, tsa, roots)
    except OSError as error:
        raise InvalidInput((Problem("file", f"{file}: {error.strerror}", "a file that can be written"),)) from error
    kept = {} if stamp is None else {"stamp": str(stamp)}
    settings.output.emit({"at": at, "head": text, **kept}, [f"{at} {text}", *map("stamped: {}".format, kept.values())])
    return Code.OK


def _keep_stamp(file: Path, head: str, tsa: str, roots: Path | None) -> Path:
    """The file with the time stamp of this head. One that is there stays: it is older, and says more."""
    stamp = _stamp_of(file, head)
    if not stamp.exists():
        given = None if roots is None else check_readable(roots, "roots").read_bytes()
        stamp.write_bytes(_load_extra().request_time_stamp(head, tsa, roots=given))
    return stamp


@subcommand
def verify_anchor(
    file: Annotated[Path, Parameter(help="A file that `anchor --tsa` has written, with its time stamps beside it.")],
    /,
    *,
    roots: Roots,
    settings: Shared,
) -> int:
    """Check the time stamps of all heads in a file, without a store and without a network.

    The exit code is 0 when nothing speaks against any, 8 when something does. A head without one is no fault, unless
    none has any. JSON: `heads` (`head`, `at`, `problems`), `sound`.
    """
    given = b"" if roots is None else check_readable(roots, "roots").read_bytes()
    checked = [_check(file, head, given) for head in dict.fromkeys(read_heads(str(file), "file"))]
    sound = any(one["at"] for one in checked) and not any(one["problems"] for one in checked)
    settings.output.emit({"heads": checked, "sound": sound}, _view(checked))
    return Code.OK if sound else Code.BREACHED


def _check(file: Path, head: str, roots: bytes) -> Mapping[str, Any]:
    stamp = _stamp_of(file, head)
    if not stamp.exists():
        return {"head": head, "at": None, "problems": []}
    told = _load_extra().check_time_stamp(head, check_readable(stamp, "file").read_bytes(), roots)
    return {"head": head, "at": told.at and told.at.isoformat(), "problems": list(told.problems)}


def _view(checked: list[Mapping[str, Any]]) -> View:
    for one in checked:
        stamped = f"existed at {one['at']}" if one["at"] else "no time stamp"
        yield f"{one['head']}: {'; '.join(one['problems']) or stamped}"


def _stamp_of(file: Path, head: str) -> Path:
    """Where the time stamp of a head lies: beside the file. Raises `InvalidInput` for a text that is no head."""
    count, _, digest = head.partition(":")
    if not (count.isascii() and count.isdigit() and digest.isalnum()):
        raise InvalidInput((Problem("file", repr(head[:80]), "a head, like 12:ab34…"),))
    return file.with_name(f"{file.name}.{count}-{digest[:16]}.tsr")


def _load_extra() -> ModuleType:
    try:
        from complaintflow.contrib import timestamps
    except ModuleNotFoundError as error:
        needed = "the extra: pip install 'complaintflow[timestamps]'"
        raise InvalidInput((Problem("tsa", str(error.name), needed),)) from error
    return timestamps
