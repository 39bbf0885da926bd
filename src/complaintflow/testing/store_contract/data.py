"""The data under test: the store that a test was given, other instances on the same data, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import attrs
import pytest

from complaintflow.plugins import Complaints, Outbox, Query, Schedule, Session, Store, Stored
from complaintflow.testing.answers import Breaks
from complaintflow.testing.store_contract.samples import HOUR, T0
from complaintflow.testing.story import Story, ToldStore

KEY, POLICY = "form-1", "digest"
"""The key and the digest that `everything` looks at."""

Reopen = Callable[[], Store]
"""Opens one more instance on the data of the store under test."""


@attrs.define
class Data:
    """What is kept, seen through one instance or several.

    `shared` says whether several instances may be open at once; else the one before is closed first. `contract` is the
    class that asks.
    """

    store: Store
    reopen: Reopen | None = None
    shared: bool = True
    contract: type = object
    opened: list[Store] = attrs.field(factory=list[Store])
    story: Story = attrs.field(factory=Story)

    def told_in(self, story: Story) -> Data:
        """From now on each call of an instance is told in this story."""
        self.story = story
        self.store = self._told(self.store, "")
        return self

    def another(self) -> Store:
        """One more instance; the test is skipped where there can be none."""
        if self.reopen is None:
            pytest.skip("nobody looked whether what was written is durable: override the fixture `reopen`")
        return self.look_again()

    def look_again(self) -> Store:
        """One more instance, or the only one there is."""
        if self.reopen is None:
            return self.store
        if not self.shared:
            (self.opened or [self.store])[-1].close()
        self.opened.append(self._told(self.reopen(), f"instance {len(self.opened) + 2}: "))
        return self.opened[-1]

    def close(self) -> None:
        """Close what was opened here."""
        for one in self.opened:
            one.close()

    def _told(self, store: Any, instance: str) -> Any:
        return ToldStore(store, self.story, instance)


def found_again(session: Session, id: str) -> Stored:
    """What was saved of a complaint. Fails with the sentence about `load` when it is not there."""
    stored = session.load(id)
    if stored is None:
        raise Breaks(Complaints, "The complaint with its body, or None.", f"{id} was saved, and `load` finds nothing")
    return stored


def first_check(session: Session) -> datetime:
    """When the next complaint is to be checked. Fails with the sentence about `next_checks` when it lists none."""
    checks = session.next_checks(1)
    if not checks:
        raise Breaks(
            Schedule, "What is to be checked next, the earliest first, with its id.", "`next_checks` lists none"
        )
    return checks[0][0]


def assert_counted(session: Session, query: Query, found: int, asked: str = "") -> None:
    """Fail with the sentence about `count` when it counts others than are found."""
    counted = session.count(query)
    if counted != found:
        what = f"{counted} are counted, and {found} are found" + (f": {asked}" if asked else "")
        raise Breaks(Complaints, "How many fit the query, on all its pages.", what)


def assert_waiting(session: Session, expected: int) -> None:
    """So many messages wait. Fails with the sentence about `waiting` when it says otherwise than the list of them."""
    waiting, listed = session.waiting(), len(session.entries(1_000))
    if waiting != listed:
        what = f"{waiting} are said to wait, and {listed} are listed"
        raise Breaks(Outbox, "How many messages are in the outbox, dead letters apart.", what)
    assert waiting == expected, f"{waiting} messages wait, and not {expected}"


def everything(store: Store) -> dict[str, object]:
    """What stands in every table, by the call that read it."""
    with store.reading() as session:
        return everything_in(session)


def everything_in(session: Session) -> dict[str, object]:
    """The same in a transaction that is there."""
    return {
        "load": (session.load("C-1"), session.load("C-2")),
        "history": session.history("C-1"),
        "ids": list(session.ids()),
        "links": list(session.links()),
        "find": session.find(Query()),
        "result_for_key": session.result_for_key(KEY),
        "waiting": session.waiting(),
        "entries": session.entries(9),
        "dead letters": session.entries(9, dead=True),
        "sendings": session.sendings("u-17", T0 - HOUR),
        "policy": session.policy(POLICY),
        "next_checks": session.next_checks(9),
    }


def assert_same(found: dict[str, object], expected: dict[str, object]) -> None:
    """Fail with the first call whose answer differs."""
    for call, answer in expected.items():
        assert found[call] == answer, f"{call} answers {found[call]!r}, and not {answer!r}"
