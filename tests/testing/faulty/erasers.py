"""Stores that leave something of what they erase, or take more: one fault each, and the test that finds it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Any

import attrs
from msgspec import structs

from complaintflow.plugins import Store
from complaintflow.record.history import Sealed
from complaintflow.record.keys import KEYED
from complaintflow.stores.memory import History
from tests.testing.faulty.faults import Faults
from tests.testing.faulty.stores import Faulty

__all__ = ["CAUGHT"]

CAUGHT = Faults[type[Store]]()
found_by = CAUGHT.found_by


class Eraser(Faulty):
    """Erases, and then does something about it in the memory's own session."""

    def erase(self, session: Any, id: str, events: Collection[int]) -> None:
        before, stored = session.history(id), session.load(id)
        words, labels = session.searched(id).words, session.labels.get(id, {})
        session.erase(id, events)
        self.amend(session, id, before, {"stored": stored, "words": words, "labels": labels})

    def amend(self, session: Any, id: str, before: tuple[Sealed, ...], was: dict[str, Any]) -> None:
        raise NotImplementedError


@found_by("the_words_of_an_event_go_and_its_chain_holds")
class KeepsTheSalt(Eraser):
    """Whoever has the file finds a phone number by trying."""

    def amend(self, session: Any, id: str, before: tuple[Sealed, ...], was: dict[str, Any]) -> None:
        pairs = zip(session.history(id), before, strict=True)
        session.histories[id] = History(added=tuple(structs.replace(now, salt=then.salt) for now, then in pairs))


@found_by("the_words_of_an_event_go_and_its_chain_holds")
class ForgetsTheCommitment(Eraser):
    """Nothing proves any more that something was said."""

    def amend(self, session: Any, id: str, before: tuple[Sealed, ...], was: dict[str, Any]) -> None:
        bare = tuple(structs.replace(one, commitment=None) for one in session.history(id))
        session.histories[id] = History(added=bare)


@found_by("the_words_of_an_event_go_and_its_chain_holds")
class ErasesTheLastEventAlone(Faulty):
    def erase(self, session: Any, id: str, events: Collection[int]) -> None:
        session.erase(id, [max(events)])


@found_by("what_is_erased_again_stays_as_it_is")
class CommitsToNothingTheSecondTime(Eraser):
    """It commits to the words that are there, and then there are none."""

    def amend(self, session: Any, id: str, before: tuple[Sealed, ...], was: dict[str, Any]) -> None:
        nothing = hashlib.sha256(b"").digest()
        pairs = zip(session.history(id), before, strict=True)
        anew = tuple(now if then.data is not None else structs.replace(now, commitment=nothing) for now, then in pairs)
        session.histories[id] = History(added=anew)


@found_by("nobody_finds_or_addresses_the_customer_any_more")
class KeepsTheCard(Eraser):
    def amend(self, session: Any, id: str, before: tuple[Sealed, ...], was: dict[str, Any]) -> None:
        stored = session.load(id)
        card = was["stored"].complaint.card
        session.complaints[id] = attrs.evolve(stored, complaint=attrs.evolve(stored.complaint, card=card))


@found_by("nobody_finds_or_addresses_the_customer_any_more")
class KeepsTheIndexOfWords(Eraser):
    def amend(self, session: Any, id: str, before: tuple[Sealed, ...], was: dict[str, Any]) -> None:
        session.words[id] = dict(was["words"])


@found_by("nobody_finds_or_addresses_the_customer_any_more")
class KeepsLabels(Eraser):
    def amend(self, session: Any, id: str, before: tuple[Sealed, ...], was: dict[str, Any]) -> None:
        session.labels[id] = was["labels"]


class KeepsSomeLetters(Faulty):
    """Those that `keeps` names stay."""

    def keeps(self, entry: Any, session: Any) -> bool:
        raise NotImplementedError

    def erase(self, session: Any, id: str, events: Collection[int]) -> None:
        kept = {number: one for number, one in session.outbox.items() if one and self.keeps(one, session)}
        session.erase(id, events)
        session.outbox.update(kept)


@found_by("no_letter_is_left_to_be_sent")
class KeepsDeadLetters(KeepsSomeLetters):
    def keeps(self, entry: Any, session: Any) -> bool:
        return bool(entry.dead)


@found_by("no_letter_is_left_to_be_sent")
class KeepsWhatIsBeingSent(KeepsSomeLetters):
    """The channel that could not send it tries again."""

    def keeps(self, entry: Any, session: Any) -> bool:
        return bool(session.leased.get(entry.number))


@found_by("no_letter_is_left_to_be_sent")
class KeepsWhatItCannotRead(KeepsSomeLetters):
    def keeps(self, entry: Any, session: Any) -> bool:
        return str(entry.number) in {one.key for one in session.unreadable_letters()}


@found_by("no_letter_is_left_to_be_sent")
class TakesLettersByTheBeginningOfTheirKeys(Faulty):
    """C-10 begins with C-1."""

    def erase(self, session: Any, id: str, events: Collection[int]) -> None:
        session.erase(id, events)
        for entry in [one for one in session.outbox.values() if one and one.message.key.startswith(id)]:
            session.remove(entry.number)


@found_by("no_key_confirms_a_guess_any_more")
class KeepsKeys(Faulty):
    def erase(self, session: Any, id: str, events: Collection[int]) -> None:
        keys = dict(session.keys)
        session.erase(id, events)
        session.keys.update(keys)


@found_by("no_key_confirms_a_guess_any_more")
class ForgetsKeyedKeys(Faulty):
    """A form that is sent again becomes another complaint."""

    def erase(self, session: Any, id: str, events: Collection[int]) -> None:
        session.erase(id, events)
        session.keys.update({key: None for key in session.keys if KEYED in key})


@found_by("of_other_complaints_everything_stays")
class ErasesWhoeverBeginsSo(Faulty):
    def erase(self, session: Any, id: str, events: Collection[int]) -> None:
        for one in [one for one in session.ids() if one.startswith(id)]:
            session.erase(one, events)


@found_by("what_is_kept_stays_through_a_vacuum")
class VacuumsLettersAway(Faulty):
    """What it copies into the new file are the complaints alone."""

    def vacuum(self) -> None:
        with self.inner.writing() as session:
            for entry in session.entries(9):
                session.remove(entry.number)
