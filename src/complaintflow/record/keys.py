"""How a complaint names its parts, its messages, and what its clocks do. On record a name is a text."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

import attrs
import msgspec

# ── parts

Counter = Literal[
    "evidence",
    "questions",
    "referrals",
    "tasks",
    "options",
    "compensations",
    "messages",
    "blocks",
    "notes",
    "calls",
    "approvals",
]
"""What a complaint has numbered parts of: the fact that counts them."""

_PREFIXES: Mapping[Counter, str] = {
    "evidence": "E",
    "questions": "Q",
    "referrals": "R",
    "tasks": "T",
    "options": "O",
    "compensations": "C",
    "messages": "M",
    "blocks": "B",
    "notes": "N",
    "calls": "P",
    "approvals": "A",
}
_MESSAGE_PREFIX = _PREFIXES["messages"]
_COUNTERS: Mapping[str, Counter] = {prefix: counter for counter, prefix in _PREFIXES.items()}
_PART = re.compile(f"([{''.join(_COUNTERS)}])([1-9][0-9]{{0,8}})")


CALL_TASK = "call"
"""R21: the name of the task to call the customer, which has no number: an answered call finishes it."""


def part_name(counter: Counter, number: int) -> str:
    """The name of a part.

    >>> part_name("tasks", 2)
    'T2'
    """
    return f"{_PREFIXES[counter]}{number}"


def parse_part(name: str) -> tuple[Counter, int] | None:
    """What counts a part of this name, and its number; None for any other text.

    >>> parse_part("T2")
    ('tasks', 2)
    """
    found = _PART.fullmatch(name)
    return (_COUNTERS[found[1]], int(found[2])) if found else None


# ── keys of requests, as a store has them

KEYED = "keyed-"
"""Marks the digest of a key that nobody can try without the chain's key."""


def hidden_key(key: str, secret: bytes = b"") -> str:
    """The key of a request as a store has it: the space that it begins with, and a digest of all of it.

    Callers make keys of words, so none is kept as it was given. With the chain's key nobody who has the store alone
    can try whether a guess is among them; without it anybody can, until an erasure takes the key away.
    """
    digest = hmac.digest(b"key" + secret, key.encode(), "sha256").hex()[:32]
    return f"{key.partition('/')[0]}/{KEYED if secret else ''}{digest}"


# ── messages

_MESSAGE = re.compile(r"(.+)/([0-9]+)/([0-9]+)/(M[0-9]+)(?:/([2-9]|[1-9][0-9]{1,8}))?", re.DOTALL)
_CUT = re.compile(r"(.+)/(M[0-9]+)/([1-9][0-9]{0,8})", re.DOTALL)


@attrs.frozen
class MessageKey:
    """R34: names a message for good. Its cycle and fix keep a second "solved" from being taken for a repeat.

    `sending` is 2 when it is sent anew because it came back, or another way because the first one failed, and so on;
    who drops repeats has to take it then. It is 0 where it is not known which sending is meant.

    >>> str(MessageKey("C-1", 2, 1, "M7"))
    'C-1/2/1/M7'
    >>> str(MessageKey("C-1", 2, 1, "M7", sending=2))
    'C-1/2/1/M7/2'
    >>> MessageKey.parse("C-1/2/1/M7").fix
    1
    """

    complaint: str
    cycle: int
    fix: int
    message: str
    sending: int = 1

    def __str__(self) -> str:
        again = f"/{self.sending}" if self.sending > 1 else ""
        return f"{self.complaint}/{self.cycle}/{self.fix}/{self.message}{again}"

    @property
    def letter(self) -> MessageKey:
        """The key of the first sending, under which the outbox keeps the message, however often it is sent."""
        return attrs.evolve(self, sending=1)

    @classmethod
    def parse(cls, text: str) -> MessageKey:
        """The key from its text. Raises `ValueError` when it is none."""
        found = _MESSAGE.fullmatch(text)
        if found is None:
            raise ValueError(text)
        complaint, cycle, fix, message, sending = found.groups()
        return cls(complaint, int(cycle), int(fix), message, int(sending or 1))

    @classmethod
    def guess(cls, text: str) -> MessageKey:
        """The key from a text that somebody else sent: one that is none may still name the complaint and the message.

        >>> MessageKey.guess("C-1/M7")
        MessageKey(complaint='C-1', cycle=0, fix=0, message='M7', sending=0)
        """
        try:
            return cls.parse(text)
        except ValueError:
            cut = _CUT.fullmatch(text)
            named, sending = (f"{cut[1]}/{cut[2]}", int(cut[3])) if cut else (text, 0)
            return cls(named.rsplit("/", 3)[0], 0, 0, named.rpartition("/")[2], sending)


def message_name(number: int) -> str:
    """The name of a message in its complaint: `M3`."""
    return f"{_MESSAGE_PREFIX}{number}"


def message_number(name: str) -> int:
    """The number of a message: its place among those of its complaint; 0 for a text that names none."""
    found = _PART.fullmatch(name)
    return int(found[2]) if found and found[1] == _MESSAGE_PREFIX else 0


# ── runs of clocks, and their levels

_BATCH = "batch/"
_REFERRAL_CLOCK = "referral"
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_RUN_LEVEL = re.compile(r"(.*)@([^/@]+?)(?:-refused:([^/@]+))?(?:/(.+))?", re.DOTALL)
_REFUSED_BATCH = re.compile(r"(batch/.+?)()-refused:([^/]+)(?:/(.+))?", re.DOTALL)


class RunKey(msgspec.Struct, frozen=True, order=True, array_like=True, cache_hash=True, dict=True):
    """Names a run of a clock within its complaint: its clock, its cycle, and its part or number or both.

    On record it is a text: `cause/1/2`, `task/1/T2`, `daily_progress/1/payments/2`. A person may name a clock or a
    referral alone: `plan`, `R1`. A part that is a number needs a number behind it: alone it is read as the number.
    """

    clock: str
    cycle: int = 0
    part: str = ""
    number: int = 0

    @classmethod
    def parse(cls, text: str) -> RunKey:
        """The key that a text on record stands for."""
        clock, *rest = text.split("/")
        cycle = _whole(rest.pop(0)) if rest and _whole(rest[0]) else 0
        number = _whole(rest.pop()) if cycle and rest and _whole(rest[-1]) else 0
        return cls(clock, cycle, "/".join(rest), number)

    def __str__(self) -> str:
        return self._text

    @cached_property
    def _text(self) -> str:
        return "/".join(str(part) for part in (self.clock, self.cycle, self.part, self.number) if part)

    @property
    def referral(self) -> str:
        """The referral whose answer the run waits for: `R1` of `referral/1/R1` and of `R1`; or a blank text."""
        if not (self.cycle or self.part):
            return self.clock
        return self.part if self.clock == _REFERRAL_CLOCK else ""


def _whole(text: str) -> int:
    """A whole number from 1 on, as it is written in a key; 0 for any other text."""
    return int(text) if _NUMBER.fullmatch(text) else 0


@attrs.frozen
class BatchKey:
    """R12: names a batch of complaints by its incident. On record it is a text: `batch/I-C-1`."""

    incident: str

    def __str__(self) -> str:
        return f"{_BATCH}{self.incident}"


@attrs.frozen
class LevelKey:
    """Names what is asked for: a level of a run, or of a batch of complaints (which has no levels).

    `refused_by` are the rules that refused it, where that is told; `reader` is the recipient, where each is told apart.
    On record it is a text: `cause/1/1@lead/owner`, `silence/1/1@close-refused:nothing-left-open`.
    """

    subject: RunKey | BatchKey
    level: str = ""
    refused_by: tuple[str, ...] = ()
    reader: str = ""

    @classmethod
    def parse(cls, text: str) -> LevelKey:
        """The key that a text on record stands for. Without a level or a refusal the whole text is the subject."""
        pattern = _REFUSED_BATCH if text.startswith(_BATCH) else _RUN_LEVEL
        found = pattern.fullmatch(text)
        if found is None:
            return cls(_parse_subject(text))
        subject, level, rules, reader = found.groups(default="")
        return cls(_parse_subject(subject), level, tuple(rules.split("+")) if rules else (), reader)

    def __str__(self) -> str:
        level = f"@{self.level}" if self.level else ""
        refused = f"-refused:{'+'.join(self.refused_by)}" if self.refused_by else ""
        reader = f"/{self.reader}" if self.reader else ""
        return f"{self.subject}{level}{refused}{reader}"

    def with_refusal(self, rules: Iterable[str]) -> LevelKey:
        """Names that these rules refused it."""
        return LevelKey(self.subject, self.level, tuple(sorted(set(rules))))

    def to(self, reader: str) -> LevelKey:
        """Names that this recipient is told of it."""
        return LevelKey(self.subject, self.level, self.refused_by, reader)


def _parse_subject(text: str) -> RunKey | BatchKey:
    return BatchKey(text.removeprefix(_BATCH)) if text.startswith(_BATCH) else RunKey.parse(text)
