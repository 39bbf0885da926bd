"""Which complaints changed since a cursor: none is left out, and a store that is not what it was is noticed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from complaintflow import Desk, InvalidInput, NotPossible, commands as c
from complaintflow.plugins import Changed
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores.desks import Opener, at_desk, opened, received


class KeepsNoTree(MemoryStore):
    """As one that somebody wrote without the tree over its ledger."""

    def _session(self) -> Any:
        return _Plain(super()._session())


class _Plain:
    def __init__(self, session: Any) -> None:
        self._inner = session

    def __getattr__(self, name: str) -> Any:
        if name in {"count_tiles", "tiles", "keep_tiles", "place", "ids_behind"}:
            raise AttributeError(name)
        return getattr(self._inner, name)


def test_without_a_cursor_everything_may_have_changed(opener: Opener) -> None:
    with opener() as desk:
        received(desk)
        assert desk.changed() == Changed(desk.changed().cursor, whole=True)


def test_with_a_cursor_each_complaint_that_changed_since_is_told_once(opener: Opener) -> None:
    with opener() as desk:
        first, second = received(desk), received(desk)
        cursor = desk.changed().cursor
        assert desk.changed(cursor) == Changed(cursor)
        third = received(desk)
        at_desk(desk, first.id, c.Note("seen"), c.Note("seen again"))
        assert sorted(desk.changed(cursor).ids) == sorted((first.id, third.id))
        assert second.id not in desk.changed(cursor).ids


def test_a_cursor_of_an_empty_house_is_one(opener: Opener) -> None:
    with opener() as desk:
        cursor = desk.changed().cursor
        assert desk.changed(cursor) == Changed(cursor)
        id = received(desk).id
        assert desk.changed(cursor).ids == (id,)


def test_a_refused_command_changes_nothing(opener: Opener) -> None:
    with opener() as desk:
        id = received(desk).id
        cursor = desk.changed().cursor
        with pytest.raises(NotPossible):
            desk.do(id, c.Archive(), by=s.LI)
        assert desk.changed(cursor) == Changed(cursor)


def test_a_store_that_was_restored_from_a_backup_has_no_such_cursor(path: Path) -> None:
    """Also where it went on for as long as the other one had: what is derived from it would mix the two."""
    backup = path.with_suffix(".backup")
    with opened(path) as desk:
        id = received(desk).id
    shutil.copy(path, backup)
    with opened(path) as desk:
        desk.do(id, c.Note("lost"), by=s.LI)
        cursor = desk.changed().cursor
    shutil.copy(backup, path)
    with opened(path) as desk:
        assert desk.changed(cursor).whole, "a cursor beyond its end was taken"
        desk.do(id, c.Note("lost"), by=s.LI)
        again = desk.changed(cursor)
        assert (again.whole, again.cursor.partition("-")[0]) == (True, cursor.partition("-")[0])


def test_a_cursor_from_before_the_backup_goes_on(path: Path) -> None:
    backup = path.with_suffix(".backup")
    with opened(path) as desk:
        id, cursor = received(desk).id, desk.changed().cursor
    shutil.copy(path, backup)
    with opened(path) as desk:
        received(desk)
    shutil.copy(backup, path)
    with opened(path) as desk:
        desk.do(id, c.Note("seen"), by=s.LI)
        assert desk.changed(cursor).ids == (id,)


def test_the_cursor_of_another_house_is_none_of_this_one() -> None:
    with Desk.open("memory://") as here, Desk.open("memory://") as there:
        received(here), received(there)
        assert here.changed(there.changed().cursor) == Changed(here.changed().cursor, whole=True)


def test_a_store_that_keeps_no_tree_has_no_cursor() -> None:
    with Desk(KeepsNoTree(), clock=FrozenClock()) as desk:
        received(desk)
        assert desk.changed() == desk.changed("0-") == Changed("", whole=True)


@pytest.mark.parametrize(
    "text", ["x", "1", "1-", "-", "1-a", "1-AB", "0-ab", "01-ab", " 1-ab", "1-ab\n", "1:" + "a" * 64]
)
def test_a_text_that_is_no_cursor_is_an_error(text: str) -> None:
    with Desk.open("memory://") as desk, pytest.raises(InvalidInput, match=r"since: found .*, expected a cursor"):
        desk.changed(text)


def test_what_one_transaction_saved_of_several_is_told_of_each() -> None:
    with Desk.open("memory://") as desk:
        cursor = desk.changed().cursor
        first, second = received(desk), received(desk)
        at_desk(desk, second.id, c.Merge(first.id))
        assert sorted(desk.changed(cursor).ids) == sorted((first.id, second.id))
