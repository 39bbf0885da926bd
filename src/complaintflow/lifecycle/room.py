"""A complaint holds so much and no more: each event carries what it changes, and the snapshot everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from complaintflow._validation.structure import is_list, is_table
from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.errors.reasons import Fault
from complaintflow.record.facts import encode_facts

_COUNTED = (
    *("evidence", "questions", "referrals", "tasks", "options", "compensations", "blocks", "addresses", "calls"),
    "approvals",
)
"""The facts that number parts. Messages are not among them: nobody is kept from answering a customer. Nor are notes:
the mails of strangers and the answers of machines are noted as well, and keep no agent from writing one."""
_GROWING = (
    *_COUNTED,
    *("attempts", "blockers", "checked", "claims", "extra", "heard", "identity", "known", "open_tasks", "proofs"),
    *("task_owners", "unlinked", "retracted", "sent_in", "waits", "watchers"),
)
"""These, and the facts that grow with what people say. The others grow with what happens."""
_MAY_GROW = frozenset(_GROWING)


def room_for_parts(ask: Ask) -> Refusal | None:
    """R3, R22, R27: no kind of part has more than the policy's number, and no name is a page. What is there stays."""
    limits, news = ask.policy.limits, ask.news
    if len(ask.encoded_news) <= limits.name_chars:  # as mostly: then only the numbers are looked at
        for name in news:
            if name in _MAY_GROW and _size(news[name]) > limits.parts:
                break
        else:
            return None
    faults = [*_too_many(ask), *_too_long(ask)]
    if not faults:
        return None
    return Refusal.of("room-for-parts", faults=faults)


def _too_many(ask: Ask) -> Iterator[Fault]:
    most, changes = ask.policy.limits.parts, ask.news
    for name in _GROWING:
        if name in changes:
            new, before = _size(changes[name]), _size(getattr(ask.facts, name))
            if most < new > before:
                yield Fault("too-many", {"name": name, "count": new, "most": most})


def _size(value: Any) -> int:
    return value if isinstance(value, int) else len(value)


def _too_long(ask: Ask) -> Iterator[Fault]:
    """The changed facts with a name that is too long, unless it stands so in a complaint that this one goes on with."""
    most, changes = ask.policy.limits.name_chars, ask.news
    if len(ask.encoded_news) <= most:
        return
    own = changes.get("extra")
    if own is not None and (size := len(encode_facts({"extra": own}))) > ask.policy.limits.command_bytes:
        yield Fault("extra-too-big", {"size": size, "most": ask.policy.limits.command_bytes})
    for name, value in msgspec.json.decode(ask.encoded_news).items():
        if name == "extra":
            continue
        longest = max(_lengths(value), default=0)
        if longest > most and all(changes[name] != getattr(one.facts, name, None) for one in ask.related):
            yield Fault("name-too-long", {"name": name, "size": longest, "most": most})


def _lengths(value: Any) -> Iterator[int]:
    """How long the texts in it are."""
    if isinstance(value, str):
        yield len(value)
    elif is_table(value):
        for key, one in value.items():
            yield len(key)
            yield from _lengths(one)
    elif is_list(value):
        for one in value:
            yield from _lengths(one)
