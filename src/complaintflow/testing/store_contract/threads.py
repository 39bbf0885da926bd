"""Threads: what one does is not torn by another, and each that fails hears so in the words of the port."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Event as Signal
from typing import Any

import attrs
import pytest

from complaintflow.errors import Conflict, StoreError
from complaintflow.plugins import Query, Remembered, Session, Store
from complaintflow.record.history import seal
from complaintflow.testing.promises import keeps
from complaintflow.testing.racing import Rival
from complaintflow.testing.store_contract.samples import T0, customer_message, event, put

PATIENCE = 0.2
"""Seconds to wait for a rival that perhaps waits for us: then the one goes on."""

Answer = Any


def outcome(call: Callable[[], Answer]) -> Answer:
    """What a call gives, or the error that it raises."""
    try:
        return call()
    except Exception as error:
        return error


def assert_in_our_words(answer: Answer) -> None:
    """Anybody may fail; what they raise is a `StoreError` or a `Conflict`."""
    if isinstance(answer, Exception) and not isinstance(answer, StoreError | Conflict):
        raise AssertionError(f"no StoreError: {type(answer).__module__}.{type(answer).__name__}: {answer}")


class KeepsThreadsApart:
    """Many at once."""

    @keeps(
        Store,
        "Threads: many at once. Two writers wait for each other or get an error, never a mixture; a reader sees no "
        "half.",
    )
    def test_a_reader_sees_nothing_of_what_is_not_finished(self, store: Store) -> None:
        """Neither what another thread has written so far, nor what it takes back."""

        def look() -> Answer:
            with store.reading() as session:
                return (session.load("C-2"), session.waiting(), session.result_for_key("form-1"))

        with store.writing() as session:
            put(session, "C-1")
        rival = Rival(lambda: outcome(look), PATIENCE)
        with suppress(KeyError), store.writing() as session:
            put(session, "C-2")
            session.enqueue(customer_message(1))
            session.remember("form-1", Remembered("C-2", 1, "asked"))
            rival.start()
            raise KeyError
        seen = rival.answer()
        assert_in_our_words(seen)
        assert isinstance(seen, StoreError) or seen == (None, 0, None), f"a reader saw what never was: {seen}"

    @keeps(Store, "What one reader sees is of one moment, though others write meanwhile.")
    def test_what_one_reader_sees_is_of_one_moment(self, store: Store) -> None:
        """Or it finds a version without its events, and calls the record broken."""

        def write() -> Answer:
            with store.writing() as session:
                session.enqueue(customer_message(2))
                return put(session, "C-1", event(2)), put(session, "C-2")

        with store.writing() as session:
            put(session, "C-1")
            session.enqueue(customer_message(1))
        rival = Rival(lambda: outcome(write), PATIENCE)
        with store.reading() as session:
            loaded = session.load("C-1")
            rival.start()
            assert loaded is not None
            events = len(session.history("C-1"))
            assert events == loaded.complaint.version, f"version {loaded.complaint.version} with {events} events"
            seen = {
                "links": len(list(session.links())),
                "ids": len(list(session.ids())),
                "find": len(session.find(Query()).complaints),
                "waiting": session.waiting(),
            }
        assert_in_our_words(rival.answer())
        assert set(seen.values()) == {1}, f"it had seen one of each before another wrote, and then saw {seen}"

    @keeps(
        Store,
        "Threads: many at once. Two writers wait for each other or get an error, never a mixture; a reader sees no "
        "half.",
    )
    @pytest.mark.parametrize("first_fails", [False, True])
    def test_what_one_writer_takes_back_is_its_own(self, store: Store, first_fails: bool) -> None:
        """Two threads on one connection: the one that fails takes back, or keeps, what the other one wrote."""

        def write() -> Answer:
            with store.writing() as session:
                put(session, "C-2")
                session.enqueue(customer_message(2))
                if not first_fails:
                    raise KeyError
            return "written"

        rival = Rival(lambda: outcome(write), PATIENCE)

        def write_beside_a_rival() -> Answer:
            with store.writing() as session:
                put(session, "C-1")
                session.enqueue(customer_message(1))
                rival.start()
                if first_fails:
                    raise KeyError
            return "written"

        answers = {"C-1": outcome(write_beside_a_rival), "C-2": rival.answer()}
        with store.reading() as session:
            there, waiting = sorted(session.ids()), session.waiting()
        kept = [id for id, answer in answers.items() if answer == "written"]
        for answer in answers.values():
            if not isinstance(answer, KeyError):
                assert_in_our_words(answer)
        assert there == kept, f"answered {answers}, and there are {there}"
        assert waiting == len(kept), f"answered {answers}, and {waiting} messages wait"

    @keeps(Session, "The errors of a driver come as `StoreError`, too.")
    def test_of_two_that_decide_by_one_version_one_is_a_conflict_or_a_store_error(self, store: Store) -> None:
        """Promise 3: each reads, then both write."""
        with store.writing() as session:
            put(session, "C-1")
        read, go = Signal(), Signal()

        def write(note: str, before_saving: Callable[[], object]) -> Answer:
            with store.writing() as session:
                (first,) = session.history("C-1")[:1]
                stored = session.load("C-1")
                assert stored is not None
                before_saving()
                second = seal("C-1", first.link, event(2, note), bytes(16))
                if len(session.history("C-1")) == 1:
                    session.save(attrs.evolve(stored, link=second.link), (second,))
                    return note
            return StoreError("the test", "another one was first", "read again")

        def wait() -> None:
            read.set()
            go.wait(3 * PATIENCE)

        rival = Rival(lambda: outcome(lambda: write("theirs", wait)))

        def start_rival() -> None:
            rival.start()
            read.wait(PATIENCE)

        answers = [outcome(lambda: write("ours", start_rival))]
        go.set()
        answers.append(rival.answer())
        for answer in answers:
            assert_in_our_words(answer)
        with store.reading() as session:
            notes = [one.event.data["text"] for one in session.history("C-1")[1:]]
        assert [answer for answer in answers if isinstance(answer, str)] == notes, f"{answers} was answered"

    @keeps(Session, "The errors of a driver come as `StoreError`, too.")
    @pytest.mark.parametrize("kind", ["reading", "writing"])
    def test_a_closed_store_works_as_before_or_says_in_our_words_that_it_does_not(
        self, store: Store, kind: str
    ) -> None:
        with store.writing() as session:
            put(session, "C-1")
        store.close()

        def use() -> Answer:
            with store.writing() if kind == "writing" else store.reading() as session:
                if kind == "writing":
                    put(session, "C-2")
                return session.load("C-1")

        said = outcome(use)
        assert_in_our_words(said)
        assert said is not None, "a closed store answered that nothing is there"

    @keeps(Session, "The errors of a driver come as `StoreError`, too.")
    def test_a_store_that_is_closed_in_the_middle_says_so_in_our_words(self, store: Store) -> None:
        """The desk is closed while a thread still writes: what was not kept must not be answered as if it were."""

        def write() -> Answer:
            with store.writing() as session:
                put(session, "C-1")
                store.close()
                put(session, "C-2")

        assert_in_our_words(outcome(write))

    @keeps(Session, "The errors of a driver come as `StoreError`, too.")
    def test_an_odd_value_is_answered_or_refused_in_our_words(self, store: Store) -> None:
        """A number beyond any, half a character: what a driver makes of them is its own affair."""
        asked: list[Callable[[Session], object]] = [
            lambda session: session.find(Query(owner="\ud83d")),
            lambda session: session.entries(9, 2**80),
            lambda session: session.remember("k", Remembered("C-1", 2**80, "asked")),
            lambda session: session.result_for_key("form-\ud83d"),
            lambda session: session.note_sending("\ud83d", T0),
            lambda session: session.note_sending("a\x00b", T0),
        ]

        def ask(call: Callable[[Session], object]) -> Answer:
            with store.writing() as session:
                return call(session)

        for call in asked:
            answer = outcome(partial(ask, call))
            if type(answer).__module__ != "builtins":  # an OverflowError is no error of a driver
                assert_in_our_words(answer)
        with store.writing() as session:
            put(session, "C-1")
