"""The data under test: the store that a test was given, other instances on the same data, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from complaintflow.plugins import Query, Session, Store
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
