"""Record the histories of `script` as they are sealed today: `python -m tests.golden.record histories-2.jsonl`.

A file that was once released is never recorded anew, nor changed: every later version must replay it to
the same snapshots. When a new command comes, record a new file beside the old ones.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import msgspec

from complaintflow import Desk, Policy
from complaintflow.channels import Channels
from complaintflow.desk import builtin
from complaintflow.plugins import Host
from complaintflow.record.facts import encode_facts
from complaintflow.record.history import Sealed
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock, RecordingChannel
from tests.golden.script import LANGUAGES, perform

FOLDER = Path(__file__).parent


def recorded() -> Iterator[dict[str, Any]]:
    """The events, the snapshots and the head; with fixed ids, salts and times."""
    salts, ids = count(1), count(1)
    customers = Channels(dict.fromkeys(Policy().channels, RecordingChannel()))
    with (
        patch("complaintflow.desk.unit_of_work.os.urandom", lambda size: next(salts).to_bytes(size, "big")),
        patch("secrets.token_hex", lambda size: f"{next(ids):0{2 * size}x}"),
        patch("complaintflow.stores.memory._Session.erase"),  # every version must read what was said until then
        closing(MemoryStore()) as store,
        Desk(store, host=Host([builtin, customers]), clock=(clock := FrozenClock())) as desk,
    ):
        for language in LANGUAGES:
            perform(desk, clock, language, erases=True)
        with store.reading() as session:
            for id in session.ids():
                yield from ({"complaint": id, **plain(one)} for one in session.history(id))
                complaint = desk.get(id)
                facts = json.loads(encode_facts(complaint.facts))
                yield {"snapshot": id, "version": complaint.version, "facts": facts}
            yield {"ledger": [link.hex() for link in session.links()], "head": desk.head()}


def plain(sealed: Sealed) -> dict[str, Any]:
    """An event as JSON has it: bytes that are JSON as text, all others in hexadecimal."""
    values = msgspec.structs.asdict(sealed)
    for name in ("changes", "data"):
        values[name] = values[name].decode()
    for name in ("salt", "link"):
        values[name] = values[name].hex()
    assert values.pop("commitment") is None
    return values


def sealed_from(line: dict[str, Any]) -> Sealed:
    """The event of a line."""
    values = {name: value for name, value in line.items() if name != "complaint"}
    for name in ("changes", "data"):
        values[name] = values[name].encode()
    for name in ("salt", "link"):
        values[name] = bytes.fromhex(values[name])
    return Sealed(**values)


def main() -> None:
    target = FOLDER / sys.argv[1]
    lines = [msgspec.json.encode(line).decode() for line in recorded()]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    policy = Policy()  # under which they were decided
    (FOLDER / "policies" / f"{policy.digest}.json").write_bytes(policy.document)


if __name__ == "__main__":
    main()
