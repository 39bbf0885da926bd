"""The rules without storage: a program that keeps its own records, as lines of JSON in the present folder.

Run it with `python examples/own_records.py`; run it again, and it goes on from what complaint.jsonl holds.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

from complaintflow import Actor, Complaint, Customer, Event, Lifecycle, commands as c
from complaintflow.record import decode_changes, encode_facts

FILE = Path("complaint.jsonl")
LIFECYCLE = Lifecycle.default()
LI = Actor("li", roles={"agent"})


def encode(event: Event) -> str:
    """An event as a line of JSON."""
    parts = [event.seq, event.at.isoformat(), event.by, event.kind, event.encoded.decode(), event.state]
    return json.dumps([*parts, encode_facts(dict(event.changes)).decode(), list(event.versions)], ensure_ascii=False)


def decode(line: str) -> Event:
    """The event of a line."""
    seq, at, by, kind, said, state, changes, versions = json.loads(line)
    moment, facts = datetime.fromisoformat(at), decode_changes(changes.encode())
    return Event(seq, moment, by, kind, said.encode(), state, facts, tuple(versions))


def ask(complaint: Complaint, command: c.Command, by: Actor) -> Complaint:
    """Decide, append to the file, and go on; print what the rules said."""
    decision = LIFECYCLE.decide(complaint, command, by=by, at=datetime.now(UTC))
    reasons = [decision.not_possible] if decision.not_possible else decision.refusals
    with FILE.open("a", encoding="utf-8") as file:
        file.writelines(encode(event) + "\n" for event in decision.events)
    complaint = LIFECYCLE.evolve(complaint, decision.events)
    print(f"{type(command).__name__} by {by.id}: {'; '.join(map(str, reasons)) or complaint.state}")
    return complaint


def main() -> None:
    """An inquiry that is answered at first contact, and a fix that nobody verified."""
    lines = FILE.read_text(encoding="utf-8").splitlines() if FILE.exists() else []
    complaint = LIFECYCLE.evolve(Complaint.blank("C-1"), map(decode, lines))
    print(f"{len(lines)} events on file, state {complaint.state}")
    if not lines:
        complaint = ask(complaint, c.Receive("chat", Customer("u-17"), "会员怎么退款?"), Actor.system())
        complaint = ask(complaint, c.Triage("inquiry", "membership"), LI)
        complaint = ask(complaint, c.Resolve("发了退款指南", touches="nothing"), LI)
    complaint = ask(complaint, c.Notify("您想退会员", None, "发了退款指南", "请按指南申请,有问题再来问我们"), LI)


if __name__ == "__main__":
    main()
