"""Stores that lose, mix or keep keys of words: one fault each, and the test that finds it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import attrs
import msgspec

from complaintflow.plugins import DataKey, Searched, Store
from complaintflow.record.history import Sealed
from complaintflow.stores.memory import History
from tests.testing.faulty.faults import Faults
from tests.testing.faulty.stores import Faulty

__all__ = ["CAUGHT"]

CAUGHT = Faults[type[Store]]()
found_by = CAUGHT.found_by


@found_by("a_key_comes_back_as_it_was_given")
class CutsAKeyAtItsFirstZero(Faulty):
    """A text column does that."""

    def keep_data_key(self, session: Any, key: DataKey) -> None:
        session.keep_data_key(attrs.evolve(key, id=key.id.split(b"\0")[0]))


@found_by("who_has_no_keys_writes_nothing_once_there_is_the_key_of_the_search")
class LetsPlainWordsInAgain(Faulty):
    """The process that runs on without keys writes what the vault was to hide."""

    def check_no_keys(self, session: Any) -> None:
        pass


@found_by("all_keys_are_read_page_by_page")
class CountsTheKeyOfTheSearch(Faulty):
    def data_keys_behind(self, session: Any, after: str, limit: int) -> tuple[DataKey, ...]:
        found: tuple[DataKey, ...] = session.data_keys_behind(after, limit)
        return found if after else (*session.data_keys(("",)), *found)


@found_by("a_key_that_is_there_stays")
class ReplacesAKey(Faulty):
    """`INSERT OR REPLACE`: the words under the first one can be read no more."""

    def keep_data_key(self, session: Any, key: DataKey) -> None:
        session.destroy_data_key(key.complaint)
        session.keep_data_key(key)


@found_by("a_key_is_wrapped_anew_and_no_other_one_is")
class WrapsWhateverHasTheName(Faulty):
    """A key that was made meanwhile gets the bytes of the one that was destroyed."""

    def rewrap_data_key(self, session: Any, key: DataKey) -> None:
        session.destroy_data_key(key.complaint)
        session.keep_data_key(key)


@found_by("a_key_that_is_destroyed_is_nowhere")
class MarksAKeyAsDestroyed(Faulty):
    """It is there for whoever reads all of them."""

    def destroy_data_key(self, session: Any, complaint: str) -> None:
        for key in session.data_keys((complaint,)):
            session.destroy_data_key(complaint)
            session.keep_data_key(attrs.evolve(key, complaint=f"{complaint} (destroyed)"))


@found_by("what_lies_encrypted_anew_changes_nothing_else")
class LinksWhatItResealsAnew(Faulty):
    def reseal(self, session: Any, id: str, events: Sequence[Sealed], card: bytes, searched: Searched) -> None:
        session.reseal(id, events, card, searched)
        history = session.history(id)
        changed = (*history[:-1], msgspec.structs.replace(history[-1], link=b"another"))
        session.histories[id] = History(added=changed)


@found_by("what_lies_encrypted_anew_changes_nothing_else")
class KeepsThePlainWordsInItsIndex(Faulty):
    def reseal(self, session: Any, id: str, events: Sequence[Sealed], card: bytes, searched: Searched) -> None:
        before = session.searched(id).words
        session.reseal(id, events, card, searched)
        session.words[id] = {number: f"{text} {before.get(number, '')}" for number, text in session.words[id].items()}


@found_by("the_words_of_an_event_go_and_its_chain_holds")
class ErasesWithTheKeyAlone(Faulty):
    """It destroys a key, and leaves what nobody encrypted."""

    def erase(self, session: Any, id: str, events: Collection[int]) -> None:
        session.destroy_data_key(id)
