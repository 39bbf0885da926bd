"""Keys of words: each is there until it is destroyed, and what lies encrypted anew changes nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from complaintflow.errors import Overtaken, StoreError
from complaintflow.plugins import DataKey, KeepsDataKeys, Query, Remembered, Searched, Session, Store
from complaintflow.record.history import commitment
from complaintflow.record.searched import INTAKE
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import Data, assert_counted
from complaintflow.testing.store_contract.lists import ids, say
from complaintflow.testing.store_contract.samples import event

_OF_THE_SEARCH = DataKey("", b"search", "", b"\x00\xff")
_FIRST, _SECOND = DataKey("C-1", b"\x00one", "2026-11", b"\x01wrapped"), DataKey("C-10", b"two", "", b"")
_NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
_REFUSED = (
    "A desk without keys asks this before it writes: with the key that is no complaint's, the transaction ends in a "
    "`StoreError`, here or before its commit, and nothing of it is kept."
)
_RESEALED = (
    "The words of these events, the card and what is searched lie like this from now on. Links and all else stay as "
    "they are, but that what is counted is blank."
)


def _every_key(session: Any) -> list[DataKey]:
    found, after = list[DataKey](), ""
    while page := session.data_keys_behind(after, 1):
        found += page
        after = page[-1].complaint
    return found


class KeepsKeysOfWords:
    """A store may leave this out; one that has it keeps keys as it keeps words."""

    @pytest.fixture
    def keeping(self, store: Store) -> Store:
        """A store that keeps keys, with three of them."""
        with store.writing() as session:
            if not callable(getattr(session, "keep_data_key", None)):
                pytest.skip("it keeps no keys")
            for key in (_SECOND, _OF_THE_SEARCH, _FIRST):
                _keys(session).keep_data_key(key)
        return store

    @keeps(KeepsDataKeys, "The keys of these complaints, as far as there are any.")
    def test_a_key_comes_back_as_it_was_given(self, data: Data, keeping: Store) -> None:
        """Else the words of a complaint are lost with it."""
        with data.look_again().reading() as session:
            found = _keys(session).data_keys(("C-1", "C-2", ""))
            assert sorted(found, key=lambda one: one.complaint) == [_OF_THE_SEARCH, _FIRST]
            assert _keys(session).data_keys(()) == ()

    @keeps(KeepsDataKeys, _REFUSED)
    def test_who_has_no_keys_writes_nothing_once_there_is_the_key_of_the_search(self, data: Data, store: Store) -> None:
        """Else a process that was not started anew writes plain words beside encrypted ones, where no one looks."""
        with store.writing() as session:
            if not callable(getattr(session, "check_no_keys", None)):
                pytest.skip("it keeps no keys, or its keys are its own")
            _keys(session).keep_data_key(_FIRST)
        with store.writing() as session:
            _keys(session).check_no_keys()
            session.remember("before", Remembered("C-7", 1, "asked"))
        with store.writing() as session:
            _keys(session).keep_data_key(_OF_THE_SEARCH)
        for act in (_remember_late, _claim_one):
            with pytest.raises(StoreError):
                _write_without_keys(store, act)
        with data.look_again().reading() as session:
            found = [session.result_for_key(key) is not None for key in ("before", "after")]
            assert found == [True, False], "it wrote beside encrypted words"

    @keeps(
        KeepsDataKeys,
        "The next keys behind that of this complaint, in an order that stays. Not the one that is no complaint's.",
    )
    def test_all_keys_are_read_page_by_page(self, keeping: Store) -> None:
        """Else a key is wrapped by a former root key for ever, and lost with that."""
        with keeping.reading() as session:
            assert sorted(_every_key(session), key=lambda one: one.complaint) == [_FIRST, _SECOND]
            assert len(_keys(session).data_keys_behind("", 9)) == 2

    @keeps(
        KeepsDataKeys, "Keep the key of a complaint. One that is there stays: then this is refused with an `Overtaken`."
    )
    def test_a_key_that_is_there_stays(self, data: Data, keeping: Store) -> None:
        """Else what lies encrypted under it can never be read again."""
        with pytest.raises(Overtaken), keeping.writing() as session:
            _keys(session).keep_data_key(DataKey("C-1", b"another", "", b"another"))
        with data.look_again().reading() as session:
            assert _keys(session).data_keys(("C-1",)) == (_FIRST,)

    @keeps(KeepsDataKeys, "The key with the same complaint and the same id lies wrapped like this from now on.")
    def test_a_key_is_wrapped_anew_and_no_other_one_is(self, data: Data, keeping: Store) -> None:
        anew = DataKey("C-1", _FIRST.id, "2027-05", b"wrapped anew")
        with keeping.writing() as session:
            _keys(session).rewrap_data_key(anew)
            _keys(session).rewrap_data_key(DataKey("C-10", b"destroyed before", "2027-05", b"x"))
            _keys(session).rewrap_data_key(DataKey("C-3", b"never there", "2027-05", b"x"))
        with data.look_again().reading() as session:
            assert sorted(_every_key(session), key=lambda one: one.complaint) == [anew, _SECOND]

    @keeps(KeepsDataKeys, "The key of this complaint is nowhere any more, and those of others stay.")
    def test_a_key_that_is_destroyed_is_nowhere(self, data: Data, keeping: Store) -> None:
        """Else what was erased can be read in every backup."""
        with keeping.writing() as session:
            _keys(session).destroy_data_key("C-1")
            _keys(session).destroy_data_key("C-1")
        with data.look_again().writing() as session:
            assert (_keys(session).data_keys(("C-1",)), _every_key(session)) == ((), [_SECOND])
            _keys(session).keep_data_key(_FIRST)
            assert _keys(session).data_keys(("C-1",)) == (_FIRST,), "it can have no new one"

    @keeps(KeepsDataKeys, _RESEALED)
    def test_what_lies_encrypted_anew_changes_nothing_else(self, data: Data, keeping: Store) -> None:
        with keeping.writing() as session:
            for id in ("C-7", "C-70"):
                say(session, id, event(1), {INTAKE: "plain words"}, {"shop": "North"})
                say(session, id, event(2), {2: "another text"})
            before, links = session.history("C-7"), list(session.links())
            anew = [
                msgspec.structs.replace(one, salt=b"", data=b"\x01%d" % one.seq, commitment=commitment(one))
                for one in before
            ]
            searched = Searched({INTAKE: "hidden", 2: "closed"}, {"shop": "covered"})
            _keys(session).reseal("C-7", anew, b"", searched)
        with data.look_again().reading() as session:
            assert list(session.history("C-7")) == anew, "an event is not as it was given"
            assert list(session.links()) == links, "a link is another one"
            assert_counted(session, Query(), 2)
            for text, found in (("plain", ["C-70"]), ("another", ["C-70"]), ("hidden", ["C-7"]), ("closed", ["C-7"])):
                assert ids(session, text=text) == found, text
            assert (ids(session, shop="North"), ids(session, shop="covered")) == (["C-70"], ["C-7"])


def _keys(session: Session) -> Any:
    return session


def _write_without_keys(store: Store, act: Callable[[Session], object]) -> None:
    with store.writing() as session:
        _keys(session).check_no_keys()
        act(session)


def _remember_late(session: Session) -> None:
    session.remember("after", Remembered("C-7", 2, "asked"))


def _claim_one(session: Session) -> None:
    session.claim(1, _NOW, _NOW + timedelta(hours=1))
