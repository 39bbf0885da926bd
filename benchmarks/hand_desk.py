"""A durable desk by hand that keeps the same promises, as one writes it for thirteen commands and one policy.

It asks the rules of `hand_rules`, and saves in one transaction what a desk saves: the record, a chained history, what
the system does after a command, the letters to customers and staff with their keys, the deadlines with their warnings,
and what lists are found by. `tests/benchmarks` asks both the same and compares all of it, for four lives.

It is what one needs on the first day. It has no other command, policy or language, finds no duplicates and no words,
tells nobody of a hazard, and knows no figures, erasure, encryption, retry by key, plugin, other store or older format.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from benchmarks import hand_rules
from benchmarks.hand_rules import GRADES, POLICY, Case, Entry, Said
from benchmarks.storing import open_by_hand
from complaintflow import Actor
from complaintflow.record.complaint import microseconds

Runs = dict[str, tuple[datetime, datetime]]
"""Each clock that runs: when it warns, and when it is due."""

SYSTEM = Actor.system()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NEVER = 1 << 62
_encode, _decode = msgspec.msgpack.encode, msgspec.msgpack.decode
_encode_json = msgspec.json.Encoder(order="deterministic").encode

# ── deadlines

ANSWERS = {"Acknowledge", "Propose", "Notify"}
NEWS = {"E": 2 * HOUR, "A": 6 * HOUR, "B": DAY, "C": 3 * DAY}
CALL = {"E": HOUR / 4, "A": HOUR}
CAUSE = {"E": ("mitigation", HOUR / 2, 50), "A": ("cause", 4 * HOUR, 50)}
CAUSE |= {"B": ("closure", DAY, 80), "C": ("direction", 3 * DAY, 80)}
PROMISES = {"vip": (HOUR / 120, HOUR / 12), "instant": (HOUR / 60, HOUR / 4), "": (DAY, DAY)}
"""Until the first answer, and until the next one: for a vip on a channel with answers at once, others there, and all
elsewhere."""
INSTANT = {name for name, channel in POLICY.channels.items() if channel.instant}


def follow_clocks(runs: Runs, before: Case, after: Case, kind: str, said: Said, at: datetime) -> Runs:
    """The clocks after a command."""
    if kind == "Close":
        return {}
    urgent = ("vip" if after["tier"] == "vip" else "instant") if after["channel"] in INSTANT else ""
    first, following = PROMISES[urgent]
    suffix = f"_{urgent}" if urgent else ""
    if kind == "Receive":
        return {f"first_response{suffix}": _run(at, first, 50 if urgent else 80)}
    if kind == "Receipt" and after["delivered"] == before["delivered"]:
        return runs
    begun: Runs = {}
    if kind == "Triage":
        begun = _sort_out(before, after, at)
    elif kind in ANSWERS:
        begun = _answer(after, kind, said, at)
    elif kind == "Agree" and after["signs"]:
        begun = {f"next_response{suffix}": _run(at, following, 50)}
    elif kind == "Receipt":
        begun = {"silence": _run(at, 3 * DAY, 66)}
    gone = _GONE.get(kind)
    kept = {name: run for name, run in runs.items() if name not in gone} if gone else runs
    return {**kept, **begun}


_RESPONSES = {f"{which}_response{suffix}" for which in ("first", "next") for suffix in ("", "_vip", "_instant")}
_GONE: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(ANSWERS, frozenset({"named_time", *_RESPONSES})),
    "Agree": frozenset({"agreement", "review"}),
    "Receipt": frozenset({"customer_news", "closure", "direction"}),
}
"""The clocks that a command ends; a receipt only where it is that of the notice."""


def _run(start: datetime, length: timedelta, percent: int) -> tuple[datetime, datetime]:
    return start + length * percent / 100, start + length


def _sort_out(before: Case, after: Case, at: datetime) -> Runs:
    """What begins when it is graded, and when another team takes it."""
    begun: Runs = {}
    grade = after["grade"]
    if not before["grade"]:
        name, length, percent = CAUSE[grade]
        begun = {name: _run(after["received_at"], length, percent), "review": _run(at, DAY, 80)}
        begun["customer_news"] = _run(at, NEWS[grade], 80)
        if grade in CALL:
            begun["call_first"] = _run(at, CALL[grade], 80)
    if after["team"] != before["team"]:
        ten = at.replace(hour=10, minute=0, second=0, microsecond=0)
        begun["daily_progress"] = _run(at, (ten if ten > at else ten + DAY) - at, 80)
    return begun


def _answer(after: Case, kind: str, said: Said, at: datetime) -> Runs:
    """What begins anew when the customer hears of us."""
    begun: Runs = {"customer_news": _run(at, NEWS[after["grade"]], 80)} if after["grade"] else {}
    if "next_at" in said:
        begun["named_time"] = _run(at, datetime.fromisoformat(said["next_at"]) - at, 80)
    if kind == "Propose":
        begun["agreement"] = _run(at, 3 * DAY, 80)
    return begun


# ── letters

CALL_TASK = "call the customer"
SCRIPT = (
    "I am very sorry about this. You matter to us.",
    "Let me repeat the problem, so that you can tell me whether I understood it.",
    "This is what we are doing now: …",
    "I will contact you again at the time that I named.",
)
OBJECTIONS = {
    "I want to talk to your boss": "Of course: a supervisor joins, and I go on with it.",
    "It is the fault of somebody else": "We talk to them and come back to you: that is our task.",
    "Why is it not done yet?": "Say what is done, what is being done, and when the next news comes.",
}
NOTICE = {"understood": "understood", "judged": "found", "done": "did"}


def write_to_customer(case: Case, event: Entry, said: Said) -> dict[str, Any]:
    """The letter to the customer that an event sends."""
    who = case["who"]
    return {
        **{"id": f"M{case['messages']}", "kind": event.kind, "to": who["contact"], "channel": who["preferred_channel"]},
        **{"language": who["language"], "customer": who["id"], "name": who["name"]},
        **{"subject": f"Your complaint {event.complaint}", "text": "\n".join(_LETTERS[event.kind](said))},
        "fields": said,
    }


def _by(said: Said) -> list[str]:
    return [f"You will hear from us by: {datetime.fromisoformat(said['next_at']):%Y-%m-%d %H:%M} UTC"]


def _acknowledge(said: Said) -> list[str]:
    return [said["message"], *_by(said)]


def _propose(said: Said) -> list[str]:
    lines = [f"{one['remedy']}: {one['basis']}; {one['pros']}; {one['cons']}" for one in said["options"]]
    return ["We offer you:", *(f"{place}. {line}" for place, line in enumerate(lines, 1)), "Which one do you choose?"]


def _notify(said: Said) -> list[str]:
    told = [f"What we {word}: {said[name]}" for name, word in NOTICE.items() if said.get(name)]
    told += [f"What happens next: {said['next']}", f"In plain words: {said.get('plain', '')}"]
    return [*told, *_by(said), "Please tell us whether it works for you now; if not, we will take it up again."]


def _close(said: Said) -> list[str]:
    lines = ["Your complaint is closed. Thank you for telling us."]
    lines += ["If the problem comes back, reply to this message and we will reopen it."]
    return [*lines, "How did we do? Please reply with your satisfaction (1 to 5)."]


_LETTERS: Mapping[str, Callable[[Said], list[str]]] = {
    "Acknowledge": _acknowledge,
    "Propose": _propose,
    "Notify": _notify,
    "Close": _close,
}


def write_to_staff(case: Case, kind: str, to: list[str], text: str) -> dict[str, Any]:
    """A letter to staff."""
    label = f"{case['type']}-{case['area']}-{case['grade']}"
    more = {"subject": f"{label} {case['id']}", "text": text, "label": label, "language": "en"}
    return {"id": f"M{case['messages']}", "kind": kind, "to": to, "audience": "team", **more}


# ── the desk


class HandDesk:
    """The file, with what is written in one transaction for each command."""

    SCHEMA = """
    CREATE TABLE complaints (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, state TEXT NOT NULL,
      team TEXT NOT NULL, customer TEXT NOT NULL, order_no TEXT NOT NULL, rank INTEGER NOT NULL, due INTEGER NOT NULL,
      check_at INTEGER NOT NULL, received_at INTEGER NOT NULL, doc BLOB NOT NULL
    ) STRICT;
    CREATE INDEX in_state ON complaints (state, received_at);
    CREATE INDEX of_customer ON complaints (customer, received_at);
    CREATE INDEX of_order ON complaints (order_no, received_at) WHERE order_no != '';
    CREATE INDEX in_queue ON complaints (team, rank, due);
    CREATE INDEX to_check ON complaints (check_at);
    CREATE TABLE history (
      place INTEGER PRIMARY KEY, complaint TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
      kind TEXT NOT NULL, state TEXT NOT NULL, changes BLOB NOT NULL, data BLOB NOT NULL, salt BLOB NOT NULL,
      link BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX of_complaint ON history (complaint, seq);
    CREATE TABLE outbox (
      number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL, message BLOB NOT NULL, until INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX by_key ON outbox (key);
    """

    def __init__(self, path: Path, synchronous: str) -> None:
        self.connection = open_by_hand(path, synchronous, self.SCHEMA)

    def do(self, id: str, kind: str, said: Said, by: Actor, at: datetime) -> list[str]:
        """The rules that refuse the command; nothing, when it and what follows from it are on disk."""
        execute = self.connection.execute
        execute("BEGIN IMMEDIATE")
        try:
            refused = self._act(id, kind, said, by, at)
        except BaseException:
            execute("ROLLBACK")
            raise
        execute("ROLLBACK" if refused else "COMMIT")
        return refused

    def _act(self, id: str, kind: str, said: Said, by: Actor, at: datetime) -> list[str]:
        row = self.connection.execute("SELECT number, doc FROM complaints WHERE id = ?", (id,)).fetchone()
        before = _decode(row[1]) if row else {**hand_rules.BLANK, "id": id, "runs": {}, "missed": ()}
        moved = hand_rules.decide(kind, before, said, by, at)
        if isinstance(moved, list):
            return moved
        case = moved.after
        if kind == "Receive":
            case |= {"who": {**said["customer"], "zone": ""}, "received_at": at}
        self._write(moved.entry, case, at)
        if moved.text or kind == "Close":
            self._send(case, write_to_customer(case, moved.entry, said))
        if kind == "Receipt":
            self.connection.execute("DELETE FROM outbox WHERE key = ?", (f"{id}/{said['message']}",))
        self._follow(before, case, kind, at)
        runs = follow_clocks(before["runs"], before, case, kind, said, at)
        late = [
            name for name, (_, due) in before["runs"].items() if due <= at and runs.get(name) != before["runs"][name]
        ]
        case |= {"runs": runs, "missed": (*before["missed"], *late)}
        self._save(row and row[0], before, case)
        return []

    def _write(self, event: Entry, case: Case, at: datetime) -> None:
        """Seal an event and write it down."""
        salt = os.urandom(16)
        case["link"] = hand_rules.link(case["link"], event, salt)
        row = (event.complaint, event.seq, microseconds(at), *event[2:], salt, case["link"])
        self.connection.execute(
            "INSERT INTO history (complaint, seq, at, by, kind, state, changes, data, salt, link) "
            "VALUES (?,?,?,?,?,?,?,?,?,?)",
            row,
        )

    def _send(self, case: Case, message: dict[str, Any]) -> None:
        key = f"{case['id']}/{message['id']}"
        self.connection.execute(
            "INSERT INTO outbox (key, message, until) VALUES (?, ?, 0)", (key, _encode_json({**message, "key": key}))
        )

    def _follow(self, before: Case, case: Case, kind: str, at: datetime) -> None:
        """What the system does after a command: it asks for a call where it is serious, and thanks who mended it."""
        if kind == "Triage" and not before["grade"] and case["grade"] in CALL:
            due = at + CALL[case["grade"]]
            (first,) = self.connection.execute(
                "SELECT data FROM history WHERE complaint = ? AND seq = 1", (case["id"],)
            ).fetchone()
            story = msgspec.json.decode(first)["description"]
            text = f"Task: {CALL_TASK} ({case['team']}; due: {due:%Y-%m-%d %H:%M} UTC)\nScript: {'; '.join(SCRIPT)}\n"
            answers = "; ".join([f"{said}: {answer}" for said, answer in OBJECTIONS.items()])
            text += f"Likely objections: {answers}\nBackground: {story}"
            said = {"what": CALL_TASK, "owner": case["team"], "due": due, "script": SCRIPT, "objections": OBJECTIONS}
            self._tell_staff(case, "AddTask", said, [case["team"]], text, at)
        if kind == "Notify" and case["fixers"]:
            text = f"The fix is verified and the customer is told. Thank you for solving it: {case['fixers'][0]}."
            self._tell_staff(case, "Remind", {"message": text}, list(case["fixers"]), text, at)

    def _tell_staff(self, case: Case, kind: str, said: Said, to: list[str], text: str, at: datetime) -> None:
        changes = {"messages": case["messages"] + 1, "open": (*case["open"], f"M{case['messages'] + 1}")}
        case |= {**changes, "version": case["version"] + 1}
        event = Entry(
            case["id"], case["version"], SYSTEM.id, kind, case["state"], _encode_json(changes), _encode_json(said)
        )
        self._write(event, case, at)
        self._send(case, write_to_staff(case, kind, to, text))

    def _save(self, number: int | None, before: Case, case: Case) -> None:
        """The row of the record. An index is written anew only where one of its columns is another."""
        now, then = _columns(case), _columns(before) if number else {}
        moved = {name: value for name, value in now.items() if number is None or value != then[name]}
        doc = _encode(case)
        if number is None:
            names = ", ".join(["id", "version", "doc", *moved])
            marks = ",".join("?" * (3 + len(moved)))
            values = (case["id"], case["version"], doc, *moved.values())
            self.connection.execute(f"INSERT INTO complaints ({names}) VALUES ({marks})", values)
            return
        names = "".join(f", {name} = ?" for name in moved)
        values = (case["version"], doc, *moved.values(), number, before["version"])
        self.connection.execute(
            f"UPDATE complaints SET version = ?, doc = ?{names} WHERE number = ? AND version = ?", values
        )

    # ── what lists and ticks ask

    def in_state(self, state: str) -> list[str]:
        """The complaints in a state, the oldest first."""
        return self._ids("state = ? ORDER BY received_at", state)

    def of_customer(self, customer: str) -> list[str]:
        """The complaints of a customer, the oldest first."""
        return self._ids("customer = ? ORDER BY received_at", customer)

    def of_order(self, order: str) -> list[str]:
        """The complaints about an order, the oldest first."""
        return self._ids("order_no = ? AND order_no != '' ORDER BY received_at", order)

    def queue(self, team: str) -> list[str]:
        """What a team has, the worst grade first, and of these what is due first."""
        return self._ids("team = ? ORDER BY rank, due", team)

    def to_check(self, at: datetime) -> list[str]:
        """The complaints of which a clock asks for something by now."""
        return self._ids("check_at <= ? ORDER BY check_at", microseconds(at))

    def _ids(self, which: str, value: object) -> list[str]:
        return [id for (id,) in self.connection.execute(f"SELECT id FROM complaints WHERE {which}", (value,))]

    def close(self) -> None:
        self.connection.close()


def _columns(case: Case) -> dict[str, object]:
    """What lists and ticks find it by."""
    runs = case["runs"].values()
    late = [due for warned, due in runs]
    return {
        **{"state": case["state"], "team": case["team"], "customer": case["customer"], "order_no": case["order"]},
        "rank": GRADES[::-1].index(case["grade"]) if case["grade"] else len(GRADES),
        "due": microseconds(min(late)) if late else NEVER,
        "check_at": microseconds(min(warned for warned, _ in runs)) if late else NEVER,
        "received_at": microseconds(case["received_at"]),
    }
