"""A step by hand that asks the same questions, as one writes it for thirteen commands and one policy.

The record is a dict, the rules are plain ifs, and texts are read by the same readers. At every point of the life each
of the commands is refused by the same rules as by the library, whoever asks (`tests/benchmarks`). It knows no other
command, no other policy, no plugin, and no words for its refusals.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import msgspec

from complaintflow import Actor, Policy
from complaintflow.lifecycle.expression import is_worded, short_report, weighs
from complaintflow.wording import find_no_yes, fold
from complaintflow.wording.claims import claims_in
from complaintflow.wording.jargon import find_unexplained_in

Case = dict[str, Any]
Said = Mapping[str, Any]
POLICY = Policy()
TERMS, LEAST = POLICY.terms, POLICY.update_min_chars
FACING = {"agent", "lead", "manager"}
STAFF = {*POLICY.roles}
WORKING = {"triaged", "investigating", "proposed", "executing", "resolved", "awaiting_confirmation"}
OPEN = {*WORKING, "received", "planned"}
OVER = {"closed", "withdrawn", "declined"}
FAR, BACK, MOST, LONGEST = POLICY.limits.horizon, POLICY.limits.past, POLICY.limits.parts, POLICY.text_limit
WEIGHTS: dict[str, dict[str, int]] = {
    "impact": {"some": 10, "many": 25, "all": 40},
    "urgency": {"routine": 15, "blocked": 30, "critical": 45},
    "emotion": {"upset": 2, "angry": 5, "furious": 8},
    "severity": {"important": 5, "urgent": 10},
    "exposure": {"public": 6, "regulator": 12},
    "tier": {"vip": 5},
}
GRADES = "CBAE"
BLANK: Case = {
    **dict.fromkeys(("customer", "channel", "tier", "order", "type", "area", "team", "agreed", "notice", "ground"), ""),
    **dict.fromkeys(("version", "score", "evidence", "options", "messages", "fix", "proof", "at"), 0),
    **dict.fromkeys(
        ("offered", "checked", "unproved", "open", "signs", "tasks", "claims", "fixers", "held", "known"), ()
    ),
    **{"id": "C-1", "state": "new", "grade": "", "worst": "", "told": "", "delivered": None, "confirmed": False},
    **{"answered_at": None, "escalated": False, "closed_at": None, "link": b""},
}
_encode = msgspec.json.Encoder(order="deterministic").encode

# ── what moves there are: command, states, the state after it (blank: the same), and who may ask

STAY = ""
HANDS, PEOPLE, OURS = {"staff", "system"}, {"staff", "customer"}, {"staff"}
MOVES: dict[str, tuple[set[str], str, set[str]]] = {
    "Receive": ({"new"}, "received", {*HANDS, "customer"}),
    "Acknowledge": (OPEN, STAY, HANDS),
    "Triage": ({"received", "triaged", "investigating", "proposed", "executing"}, STAY, HANDS),
    "AddEvidence": (OPEN | OVER, STAY, {*HANDS, "customer"}),
    "CheckEvidence": (OPEN | OVER, STAY, OURS),
    "Propose": ({"triaged", "investigating", "proposed", "executing"}, "proposed", OURS),
    "Agree": ({"proposed"}, "executing", PEOPLE),
    "Resolve": (WORKING | {"planned"}, "resolved", OURS),
    "Verify": ({"resolved", "awaiting_confirmation"}, STAY, OURS),
    "Notify": ({"resolved", "awaiting_confirmation"}, "awaiting_confirmation", OURS),
    "Receipt": (OPEN - {"new"} | OVER, STAY, {"system"}),
    "Confirm": ({"resolved", "awaiting_confirmation", "planned"}, STAY, PEOPLE),
    "Close": ({"awaiting_confirmation", "planned"}, "closed", HANDS),
}
FIRST = {("Triage", "received"): "triaged", ("AddEvidence", "triaged"): "investigating"}


class Entry(NamedTuple):
    """What a history keeps of an event, beside its time, its salt and its link."""

    complaint: str
    seq: int
    by: str
    kind: str
    state: str
    changes: bytes
    data: bytes


class Moved(NamedTuple):
    """The record after a command, still with the link before it; its event, and what the customer reads of it."""

    after: Case
    entry: Entry
    text: str


def step(kind: str, case: Case, said: Said, by: Actor, at: datetime, salt: bytes) -> Case | list[str]:
    """The record after the command, or the rules that refuse it; `no move` where there is none."""
    moved = decide(kind, case, said, by, at)
    if isinstance(moved, list):
        return moved
    moved.after["link"] = link(case["link"], moved.entry, salt)
    return moved.after


def decide(kind: str, case: Case, said: Said, by: Actor, at: datetime) -> Moved | list[str]:
    """The same, without the link."""
    states, target, who = MOVES[kind]
    if case["state"] not in states:
        return ["no move"]
    data = _encode(said)
    if len(data) > LONGEST:
        return ["too long"]
    text, wrong = _text(kind, said), _check_actor(kind, case, said, by, who)
    wrong += _CHECKS[kind](case, said, by, at, text) if kind in _CHECKS else ()
    if case["evidence"] >= MOST or case["options"] >= MOST:
        wrong.append("room-for-parts")
    if wrong:
        return wrong
    changes = _CHANGES[kind](case, said, by, at)
    if text:
        changes |= _tell(case, text)
    if by.is_customer and kind == "Agree":
        changes["signs"] = (*case["signs"], ("decision", at))
    elif case["signs"] and kind in {"Acknowledge", "Propose", "Notify"}:
        changes |= {"signs": (), "answered_at": at}
    state, seq = FIRST.get((kind, case["state"])) or target or case["state"], case["version"] + 1
    after = {**case, **changes, "state": state, "version": seq, "at": at}
    return Moved(after, Entry(case["id"], seq, by.id, kind, state, _encode(changes), data), text)


def link(before: bytes, event: Entry, salt: bytes) -> bytes:
    """The digest of an event and of the link before it."""
    public = _encode(event[:5])
    committed = hashlib.sha256(salt + event.data).digest()
    inner = hashlib.sha256(b"".join((before, committed, public, event.changes))).digest()
    return hashlib.sha256(inner + public).digest()


# ── the rules


def _check_actor(kind: str, case: Case, said: Said, by: Actor, who: set[str]) -> list[str]:
    wrong: list[str] = []
    if "customer" in by.roles:
        owner = case["customer"] or said.get("customer", {}).get("id")
        if by.id != owner or "customer" not in who:
            wrong.append("allowed")
        if kind == "Receive" and (said["customer"].get("tier") or said.get("reported_by")):
            wrong.append("said-by-staff")
    elif "system" in by.roles:
        if "system" not in who:
            wrong.append("allowed")
    else:
        if "staff" not in who:
            wrong.append("allowed")
        if not by.roles & STAFF:
            wrong.append("permitted")
    return wrong


def _time(said: Said, name: str) -> datetime | None:
    return datetime.fromisoformat(said[name]) if name in said else None


def _text(kind: str, said: Said) -> str:
    if kind == "Acknowledge":
        return str(said["message"])
    if kind == "Notify":
        parts = (said.get(name) for name in ("understood", "judged", "done", "next", "plain"))
        return "\n".join([part.strip() for part in parts if part and part.strip()])
    if kind == "Propose":
        return "\n".join([f"{one['basis']}\n{one['pros']}\n{one['cons']}" for one in said["options"]])
    return ""


def _message(case: Case, said: Said, text: str, next_at: datetime | None, at: datetime, parts: tuple[str, ...]) -> bool:
    """Whether a message says something, newly, with a time to come."""
    if not all(is_worded(said.get(part, "")) for part in parts) or text.casefold().split() == case["told"]:
        return False
    return next_at is None or next_at > at


def _words(case: Case, said: Said, text: str) -> list[str]:
    """What no message says: that it is solved, before the proof, and jargon."""
    folded = fold(text)
    wrong = [] if _proved(case) else ["no-solved-wording-before-proof"] * bool(claims_in(folded))
    plain = said.get("plain", "")
    if find_unexplained_in(fold(plain) if is_worded(plain) else folded, TERMS):
        wrong.append("plain-words")
    return wrong


def _proved(case: Case) -> bool:
    return bool(case["fix"]) and case["proof"] == case["fix"]


def _too_far(time: datetime | None, at: datetime) -> list[str]:
    return [] if time is None or -BACK <= time - at <= FAR else ["within-horizon"]


def _receive(case: Case, said: Said, by: Actor, at: datetime, text: str) -> list[str]:
    wrong = [] if said["channel"] == "app" or said["customer"].get("contact") else ["contact-known"]
    wrong += ["earlier-one-known"] if said.get("follows", "").strip() else []
    return wrong + _too_far(_time(said, "needed_by"), at) + _too_far(_time(said, "occurred_at"), at)


def _acknowledge(case: Case, said: Said, by: Actor, at: datetime, text: str) -> list[str]:
    next_at = _time(said, "next_at")
    wrong = [] if FACING & by.roles or not by.is_staff else ["customer-facing-role"]
    short = short_report(text, POLICY.empty_words, POLICY.report_min_chars)
    if short or not _message(case, said, text, next_at, at, ("message",)):
        wrong.append("complete-expression")
    return wrong + _words(case, said, text) + _too_far(next_at, at)


def _check_evidence(case: Case, said: Said, by: Actor, at: datetime, text: str) -> list[str]:
    number = said["evidence"].removeprefix("E")
    return [] if number.isdecimal() and 0 < int(number) <= case["evidence"] else ["part-exists"]


def _propose(case: Case, said: Said, by: Actor, at: datetime, text: str) -> list[str]:
    wrong = [] if 1 <= len(said["options"]) <= 3 else ["one-to-three"]
    wrong += [] if FACING & by.roles or not by.is_staff else ["customer-facing-role"]
    if text.casefold().split() == case["told"]:
        wrong.append("complete-expression")
    wrong += _words(case, said, text)
    return wrong if case["checked"] or _proved(case) else [*wrong, "facts-before-promise"]


def _heard(said: Said, by: Actor) -> list[str]:
    heard = said["said"]
    if by.is_customer or (by.is_staff and heard.get("via", "").strip() and heard.get("ref", "").strip()):
        wrong = []
    else:
        wrong = ["customers-own-word"]
    return [*wrong, "no-denying-words"] if find_no_yes(heard["text"]) else wrong


def _agree(case: Case, said: Said, by: Actor, at: datetime, text: str) -> list[str]:
    wrong = [] if said["option"] in case["offered"] else ["on-offer"]
    return wrong + _heard(said, by)


def _resolve(case: Case, said: Said, by: Actor, at: datetime, text: str) -> list[str]:
    return [] if case["agreed"] else ["agreement-before-action"]


def _notify(case: Case, said: Said, by: Actor, at: datetime, text: str) -> list[str]:
    next_at = _time(said, "next_at")
    wrong = [] if _proved(case) else ["verify-before-notify"]
    wrong += [] if FACING & by.roles else ["customer-facing-role"]
    if not _message(case, said, text, next_at, at, ("understood", "done", "next")) or not weighs(text, LEAST):
        wrong.append("complete-expression")
    if "judged" in said and not case["checked"] and not _proved(case):
        wrong.append("facts-before-promise")
    plain = said.get("plain", "")
    if find_unexplained_in(fold(plain if is_worded(plain) else text), TERMS):
        wrong.append("plain-words")
    return wrong + _too_far(next_at, at)


def _receipt(case: Case, said: Said, by: Actor, at: datetime, text: str) -> list[str]:
    number = said["message"].removeprefix("M")
    return [] if number.isdecimal() and 0 < int(number) <= case["messages"] else ["part-exists"]


def _confirm(case: Case, said: Said, by: Actor, at: datetime, text: str) -> list[str]:
    return _heard(said, by)


def _close(case: Case, said: Said, by: Actor, at: datetime, text: str) -> list[str]:
    strict = case["worst"] in "AE" or case["escalated"]
    closed = case["confirmed"] or (not strict and _silent(case, at))
    wrong = [] if closed else ["confirm-before-close"]
    wrong += [] if FACING & by.roles or not by.is_staff else ["customer-facing-role"]
    return [*wrong, "nothing-left-open"] if case["tasks"] or case["claims"] else wrong


def _silent(case: Case, at: datetime) -> bool:
    told = case["delivered"]
    if told is None or not _proved(case) or case["signs"] or case["unproved"]:
        return False
    return bool(at >= max(told, case["answered_at"] or told) + timedelta(hours=72))


_CHECKS: dict[str, Callable[[Case, Said, Actor, datetime, str], list[str]]] = {
    "Receive": _receive,
    "Acknowledge": _acknowledge,
    "CheckEvidence": _check_evidence,
    "Propose": _propose,
    "Agree": _agree,
    "Resolve": _resolve,
    "Notify": _notify,
    "Receipt": _receipt,
    "Confirm": _confirm,
    "Close": _close,
}

# ── what they change


def _tell(case: Case, text: str) -> Case:
    name = f"M{case['messages'] + 1}"
    told = {"messages": case["messages"] + 1, "told": text.casefold().split()}
    return {**told, "open": (*case["open"], name), "unproved": (*case["unproved"], name)}


def _received(case: Case, said: Said, by: Actor, at: datetime) -> Case:
    given = {name: said.get(name, "") for name in ("channel", "type", "area", "order")}
    known = tuple(sorted(name for name, value in said.items() if value and name not in {"customer", "channel"}))
    customer = said["customer"]
    return {**given, "known": known, "customer": customer["id"], "tier": customer.get("tier", "ordinary")}


def _triaged(case: Case, said: Said, by: Actor, at: datetime) -> Case:
    signals = {**said["signals"], "tier": case["tier"]}
    score = sum([points.get(signals.get(name, ""), 0) for name, points in WEIGHTS.items()])
    alarming = signals.get("urgency") in {"blocked", "critical"} or signals.get("exposure") == "regulator"
    least = "E" if signals.get("hazards") else "A" if alarming else "B" if signals.get("urgency") == "routine" else "C"
    reached = next((grade for begins, grade in POLICY.grade_scores if score >= begins), "C")
    grade = max(least, reached, case["grade"] or "C", key=GRADES.index)
    team = said.get("team") or case["team"]
    held = case["held"] if team in case["held"] else (*case["held"], team)
    worst = max(grade, case["worst"] or "C", key=GRADES.index)
    return {
        **{"type": said["type"], "area": said["area"], "team": team, "held": held},
        **{"score": score, "grade": grade, "worst": worst, "signals": signals},
    }


def _offered(case: Case, said: Said, by: Actor, at: datetime) -> Case:
    count = len(said["options"])
    names = tuple(f"O{case['options'] + place}" for place in range(1, count + 1))
    return {"options": case["options"] + count, "offered": names, "offered_at": at, "agreed": ""}


def _fixed(case: Case, said: Said, by: Actor, at: datetime) -> Case:
    return {"fix": case["fix"] + 1, "fixers": (by.id,), "notice": "", "delivered": None, "confirmed": False}


def _arrived(case: Case, said: Said, by: Actor, at: datetime) -> Case:
    name = said["message"]
    place = case["unproved"].index(name) if name in case["unproved"] else -1  # what was sent before has arrived as well
    changes: Case = {
        "open": tuple(one for one in case["open"] if one != name),
        "unproved": case["unproved"][place + 1 :],
    }
    return {**changes, "delivered": at} if name == case["notice"] else changes


def _closed(case: Case, said: Said, by: Actor, at: datetime) -> Case:
    name = f"M{case['messages'] + 1}"
    more = {"messages": case["messages"] + 1, "open": (*case["open"], name), "unproved": (*case["unproved"], name)}
    return {"ground": "confirmed" if case["confirmed"] else "silent", "closed_at": at, **more}


_CHANGES: dict[str, Callable[[Case, Said, Actor, datetime], Case]] = {
    "Receive": _received,
    "Acknowledge": lambda case, said, by, at: {},
    "Triage": _triaged,
    "AddEvidence": lambda case, said, by, at: {"evidence": case["evidence"] + 1},
    "CheckEvidence": lambda case, said, by, at: {"checked": (*case["checked"], said["evidence"])},
    "Propose": _offered,
    "Agree": lambda case, said, by, at: {"agreed": said["option"]},
    "Resolve": _fixed,
    "Verify": lambda case, said, by, at: {"proof": case["fix"] if said["passed"] else 0},
    "Notify": lambda case, said, by, at: {"notice": f"M{case['messages'] + 1}", "delivered": None},
    "Receipt": _arrived,
    "Confirm": lambda case, said, by, at: {"confirmed": True},
    "Close": _closed,
}
