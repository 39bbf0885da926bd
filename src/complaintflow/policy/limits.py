"""How much may be said at once, how much a complaint may hold, and how far a time may lie, in numbers."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import attrs

from complaintflow._validation.structure import Checked, Within

Most = Annotated[int, Within(1, 100_000)]
Bytes = Annotated[int, Within(1, 2**40)]


@attrs.frozen(eq=False, repr=False)
class Limits(Checked):
    """The limits beside `text_limit`. What goes over one is refused, and the error says which limit and where.

    A list or table of a command has at most `entries`; `attachments`, `material`, `answers`, `questions`, `contact` and
    `snapshot` have a number of their own. A name in a table has at most `key_chars` characters, and a whole command at
    most `command_bytes` as it is stored. A complaint has at most `parts` of each kind: known fields, tasks,
    stakeholders and so on. What it is found or compared by (order, team, owner, incident, label, party …) has at most
    `name_chars` characters.

    A file that is uploaded has at most `file_bytes`, and all files of one request at most `upload_bytes`.

    A time lies at most `horizon` ahead of the moment at which it is said, and at most `past` before it. No budget of a
    clock is longer than the horizon.
    """

    attachments: Most = 50
    material: Most = 50
    answers: Most = 100
    questions: Most = 50
    contact: Most = 20
    snapshot: Most = 100
    entries: Most = 200
    key_chars: Most = 200
    command_bytes: Annotated[int, Within(1000)] = 1_000_000
    parts: Most = 500
    name_chars: Most = 500
    file_bytes: Bytes = 20_000_000
    upload_bytes: Bytes = 50_000_000
    horizon: timedelta = timedelta(days=3653)
    past: timedelta = timedelta(days=36_525)
