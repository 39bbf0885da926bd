"""The contract of auditors: subclass `AuditorContract` and provide the auditor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

import pytest

from complaintflow.plugins import Access, Auditor
from complaintflow.testing.promises import keeps
from complaintflow.testing.racing import ask_at_once
from complaintflow.values import Actor
from complaintflow.vocabulary import Part

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
MANY = 1_000
"""Complaints in one long list."""
EVERY = frozenset(Part)
READERS = (
    Actor("li", {"agent"}, "payments"),
    Actor("李雷", {"lead", "夜班"}),
    Actor.machine("helper", {"assistant"}),
    Actor.customer("u-17"),
    Actor.system(),
)
READS = (
    *(Access(by, "get", AT, {"C-1": EVERY}) for by in READERS),
    Access(READERS[0], "customer_view", AT, {"C-1": frozenset()}),
    Access(READERS[0], "count", AT, {}),
    Access(READERS[0], "find", AT, {f"C-{number}": EVERY for number in range(MANY)}),
    Access(READERS[0], "a call of a later version", AT, {"C-1": frozenset({Part.MONEY})}),
)
"""Reads of every kind."""


class AuditorContract:
    """The tests tell the auditor of reads by everybody, of one complaint, of none and of many."""

    @pytest.fixture
    def auditor(self) -> Iterator[Auditor]:
        """The auditor; override it."""
        raise NotImplementedError("override the fixture `auditor`")

    @pytest.fixture
    def kept(self) -> Callable[[], int] | None:
        """How many reads the auditor has kept so far; override it, and none may be missing."""
        return None

    @pytest.fixture
    def down(self) -> Callable[[], AbstractContextManager[object]] | None:
        """A function for a `with` block in which the auditor can keep nothing; override it."""
        return None

    @keeps(
        Auditor,
        "It takes the read of everybody: of staff, machines, customers and the system, of one complaint, of none and "
        "of thousands; and answers nothing.",
    )
    def test_it_takes_every_read_and_answers_nothing(self, auditor: Auditor) -> None:
        for access in READS:
            reads: Any = auditor.reads
            answer = reads(access)
            assert answer is None, f"it answers {answer!r}: is `reads` a coroutine?"

    @keeps(Auditor, "- Threads: many reads at once.")
    def test_it_takes_many_at_once(self, auditor: Auditor, kept: Callable[[], int] | None) -> None:
        every = READS * 4
        ask_at_once(auditor.reads, every)
        assert kept is None or kept() == len(every), f"told of {len(every)} reads at once, it kept {kept()}"

    @keeps(Auditor, "- Idempotency: the same read again is one more read.")
    def test_the_same_read_again_is_kept_again(self, auditor: Auditor, kept: Callable[[], int] | None) -> None:
        for _ in range(3):
            auditor.reads(READS[0])
        assert kept is None or kept() == 3, f"told of one read three times, it kept {kept()}"

    @keeps(Auditor, "The reader waits for it: return when what must not be lost is kept.")
    def test_what_it_was_told_is_kept_when_it_returns(self, auditor: Auditor, kept: Callable[[], int] | None) -> None:
        if kept is None:
            pytest.skip("nobody looked: the fixture `kept` counts what the auditor has kept")
        for told, access in enumerate(READS, 1):
            auditor.reads(access)
            assert kept() == told, f"told of {told} reads, it kept {kept()}"

    @keeps(
        Auditor,
        "- Errors: it fails closed: an exception, or an answer, is a `PluginError` for the caller, who gets no data.",
    )
    def test_what_it_cannot_keep_it_says(
        self, auditor: Auditor, down: Callable[[], AbstractContextManager[object]] | None
    ) -> None:
        if down is None:
            pytest.skip("nobody looked: the fixture `down` gives a block in which the auditor can keep nothing")
        with down():
            try:
                auditor.reads(READS[0])
            except Exception:
                return
        raise AssertionError("it kept nothing, and said nothing: everybody reads on unseen")
