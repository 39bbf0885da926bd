"""The commands that give a receipt of an event, and check one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared, check_readable
from complaintflow.desk.receipts import CheckedReceipt, check_offline, read_receipt
from complaintflow.record.complaint import moment
from complaintflow.record.receipt import LONGEST


@subcommand
def receipt(
    id: str,
    /,
    *,
    seq: Annotated[int | None, Parameter(help="The event; without it the last that was told or closed.")] = None,
    head: Annotated[str | None, Parameter(help="An anchored head: the receipt is of the ledger of then.")] = None,
    settings: Shared,
) -> int:
    """Print the receipt of an event, which proves later that it was not changed.

    JSON: `receipt`, `head`, `complaint`, `seq`.
    """
    with settings.desk() as desk:
        made = desk.receipt(id, seq, anchor=head)
    document = {"receipt": str(made), "head": str(made.head), "complaint": id, "seq": made.public.seq}
    settings.output.emit(document, [str(made)])
    return Code.OK


@subcommand
def verify_receipt(
    file: Annotated[Path, Parameter(help="A receipt, or the letter that has it.")],
    /,
    *,
    head: Annotated[str | None, Parameter(help="A head that was anchored outside.")] = None,
    db: Annotated[bool, Parameter(help="Compare with the ledger of --store as well.", negative="")] = False,
    settings: Shared,
) -> int:
    """Say what a receipt proves, and compare it with an anchored head; without a store unless --db is given.

    The exit code is 0 when it is what was compared, 8 when it is not, and 10 when nothing was compared. JSON:
    `complaint`, `seq`, `at`, `kind`, `state`, `place`, `head`, `compared`, `problems`, `sound`.
    """
    with check_readable(file, "file").open(encoding="utf-8", errors="replace") as letter:
        given = read_receipt(letter.read(LONGEST))
    if db:
        with settings.desk() as desk:
            checked = desk.check_receipt(given, anchor=head)
    else:
        checked = check_offline(given, head)
    settings.output.emit(_document(checked), _view(checked))
    return _code(checked)


def _code(checked: CheckedReceipt) -> Code:
    """Whoever makes up a ledger can make a receipt of it: what was compared with nothing is no proof."""
    if not checked.sound:
        return Code.BREACHED
    return Code.OK if checked.compared else Code.UNPROVED


def _document(checked: CheckedReceipt) -> dict[str, object]:
    public = checked.receipt.public
    return {
        "complaint": public.complaint,
        "seq": public.seq,
        "at": moment(public.at).isoformat(),
        "kind": public.kind,
        "state": public.state,
        "place": checked.receipt.place + 1,
        "head": checked.head,
        "compared": checked.compared,
        "problems": list(checked.problems),
        "sound": checked.sound,
    }


def _view(checked: CheckedReceipt) -> View:
    """What it proves, and what speaks against it."""
    given, public = checked.receipt, checked.receipt.public
    yield f"{public.complaint} event {public.seq}: {public.kind} at {moment(public.at)}, then {public.state}"
    yield f"was number {given.place + 1} of the ledger whose head is {checked.head}"
    if not checked.compared:
        yield "nothing is proved yet: compare that head with one that was anchored (--head), or with the ledger (--db)"
    elif checked.sound:
        yield "sound: it is what was compared"
    yield from checked.problems
