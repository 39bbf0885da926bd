"""The command that hears: an e-mail from a file, or from the mail server through a pipe."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared, check_readable, read_key
from complaintflow.inbound import Disposition, Heard, SignedIds, read_mail
from complaintflow.interchange import to_data

_CODES: Mapping[Disposition, Code] = {
    Disposition.UNKNOWN: Code.NOT_FOUND,
    Disposition.ENDED: Code.NOT_POSSIBLE,
}
_SENTENCES: Mapping[Disposition, str] = {
    Disposition.HEARD: "{}: the customer's word is on record",
    Disposition.NOTED: "{}: noted, and not the customer's word",
    Disposition.FOLLOWED_UP: "{}: a new complaint, which follows an archived one",
    Disposition.FAILED: "{}: a message did not arrive; the receipt is on record",
    Disposition.UNKNOWN: "It names no complaint of ours. Nothing is on record.",
    Disposition.ENDED: "{} is archived, and this asks for nothing. Nothing is on record.",
}


@subcommand
def hear(
    file: Annotated[Path, Parameter(help="The mail; - is standard input.")],
    /,
    *,
    authserv: Annotated[
        str, Parameter(help="Believe a sender when Authentication-Results of this server say dmarc=pass.")
    ] = "",
    signed_by: Annotated[
        Path | None, Parameter(help="A file with the secret that signs the Message-IDs of our mails.")
    ] = None,
    settings: Shared,
) -> int:
    """Hear an e-mail: put it on record once, and say what it may mean. For the pipe of a mail server."""
    raw = sys.stdin.buffer.read() if str(file) == "-" else check_readable(file, "file").read_bytes()
    signed = SignedIds(read_key(signed_by, "signed-by")) if signed_by else None
    with settings.desk() as desk:
        heard = desk.hear(read_mail(raw, datetime.now(UTC), authserv=authserv, signed=signed))
    settings.output.emit(to_data(heard), _view(heard))
    return _CODES.get(heard.disposition, Code.OK)


def _view(heard: Heard) -> View:
    yield _SENTENCES[heard.disposition].format(heard.complaint or "It")
    for one in heard.suggestions:
        yield f"  it may be {type(one.command).__name__}: {one.why}"
