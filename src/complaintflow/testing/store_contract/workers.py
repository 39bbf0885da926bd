"""Two workers at once: both look before either writes, and only one of them acts on what it saw."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event as Signal
from typing import Any

import pytest

from complaintflow.plugins import Complaints, Keys, Outbox, Query, Remembered, Schedule, Session, Store
from complaintflow.testing.promises import keeps
from complaintflow.testing.racing import Rival
from complaintflow.testing.store_contract.data import Data
from complaintflow.testing.store_contract.money import paying
from complaintflow.testing.store_contract.samples import HOUR, LEASED, T0, customer_message, event, put
from complaintflow.testing.store_contract.threads import PATIENCE, assert_in_our_words, outcome

Act = Callable[[Session, str, Callable[[], object]], Any]
"""What a worker does under its name: it looks, calls what it is given, and acts on what it saw."""

FIRST = ("this one", "the other one")
"""Who of the two acts first, when both have looked."""


A_MOMENT = 0.01
"""Seconds to wait for a rival who is not let in before we are out."""

_ONE_WRITER = set[type]()
"""The contracts whose store let no second writer in the last time. To wait long for one would tell nothing new."""


def race(data: Data, act: Act, first: str) -> list[Any]:
    """What the two get, each at an instance of its own where there can be two. Each may fail, in the port's words."""
    other = data.look_again() if data.shared else data.store
    inside, looked, go = Signal(), Signal(), Signal()
    patience = A_MOMENT if data.contract in _ONE_WRITER else PATIENCE

    def wait() -> None:
        looked.set()
        if first == FIRST[0]:
            go.wait(3 * PATIENCE)

    def work(store: Store, name: str, then: Callable[[], object]) -> Any:
        with store.writing() as session:
            if name == "C-2":
                inside.set()
            return act(session, name, then)

    rival = Rival(lambda: outcome(lambda: work(other, "C-2", wait)), patience if first == FIRST[1] else 0.0)

    def start() -> None:
        rival.start()
        if first == FIRST[0]:
            looked.wait(patience)
        (_ONE_WRITER.discard if inside.is_set() else _ONE_WRITER.add)(data.contract)

    answers = [outcome(lambda: work(data.store, "C-1", start))]
    go.set()
    answers.append(rival.answer())
    for answer in answers:
        assert_in_our_words(answer)
    return answers


def without_errors(answers: list[Any]) -> list[Any]:
    """What those got who did not fail."""
    return [one for one in answers if not isinstance(one, Exception)]


def count_done(answers: list[Any]) -> int:
    """How many went through and acted."""
    return sum(answer is True for answer in answers)


class KeepsWorkersApart:
    """What holds over several records holds though several write."""

    @keeps(
        Complaints,
        "It is read in the transaction that pays, so use an index: two who pay at once see each other, or one gets "
        "an error.",
    )
    @pytest.mark.parametrize("first", FIRST)
    def test_an_order_is_not_paid_twice_by_two_workers(self, data: Data, first: str) -> None:
        """R26: each finds that nothing was paid, and then both pay."""

        def pay(session: Session, id: str, then: Callable[[], object]) -> bool:
            if session.find_paid("u-1", {"a-1"}):
                return False
            then()
            put(session, id, paying())
            return True

        answers = race(data, pay, first)
        with data.store.reading() as session:
            paid = session.find_paid("u-1", {"a-1"})
        assert len(paid) == 1, f"the house paid {len(paid)} times"
        assert count_done(answers) == 1, f"{answers} was answered"

    @keeps(
        Keys,
        "Of two writers with one key, the second reads the first result, or gets an error and reads it when it asks "
        "again.",
    )
    @pytest.mark.parametrize("first", FIRST)
    def test_a_key_receives_one_complaint_by_two_workers(self, data: Data, first: str) -> None:
        """Promise 2: a form that was sent twice, once to each worker."""

        def receive(session: Session, id: str, then: Callable[[], object]) -> bool:
            if session.result_for_key("form-1"):
                return False
            then()
            put(session, id)
            session.remember("form-1", Remembered(id, 1, "asked"))
            return True

        answers = race(data, receive, first)
        with data.store.reading() as session:
            there, result = list(session.ids()), session.result_for_key("form-1")
        assert len(there) == 1, f"one form became {there}"
        assert result == Remembered(there[0], 1, "asked"), "the key stands for another one"
        assert count_done(answers) == 1, f"{answers} was answered"

    @keeps(
        Store,
        "Many writers may be inside at once only if what one has looked at still stands when it writes: what was found "
        "of a customer, what is alike, a key that was not there, a letter.",
    )
    @pytest.mark.parametrize("first", FIRST)
    @pytest.mark.parametrize("looks", ["customer", "alike", "other complaint"])
    def test_what_two_workers_find_together_only_one_of_them_acts_on(self, data: Data, first: str, looks: str) -> None:
        """R5 and R12: two that came in at once know of each other, and one incident is made."""
        with data.store.writing() as session:
            put(session, "C-0", event(customer="u-1", type="fault", area="payment"))

        def seen(session: Session) -> int:
            if looks == "customer":
                return len(session.find(Query(customer="u-1", open=True)).complaints)
            if looks == "alike":
                return len([*session.alike("fault", "payment", T0, T0 + HOUR)])
            found = session.load("C-0")
            return found.complaint.version if found else 0

        def act(session: Session, id: str, then: Callable[[], object]) -> bool:
            if seen(session) > 1:
                return False
            then()
            put(session, "C-0", event(2, incident=f"I-{id}", customer="u-1", type="fault", area="payment"))
            put(session, id, event(customer="u-1", type="fault", area="payment"))
            return True

        answers = race(data, act, first)
        assert count_done(answers) == 1, f"{answers} was answered"
        with data.store.reading() as session:
            assert len(list(session.ids())) == 2, "both acted on what they saw"
            assert len(session.history("C-0")) == 2

    @keeps(Outbox, "A claimed entry is leased: two deliveries never send it at one time.")
    @pytest.mark.parametrize("first", FIRST)
    def test_a_letter_is_claimed_by_one_of_two_workers(self, data: Data, first: str) -> None:
        """Or the customer is told twice."""
        with data.store.writing() as session:
            for number in (1, 2, 3):
                session.enqueue(customer_message(number))

        def claim(session: Session, _: str, then: Callable[[], object]) -> list[str]:
            claimed = session.claim(2, T0, LEASED)
            then()
            return [one.message.id for one in claimed]

        answers = without_errors(race(data, claim, first))
        claimed: list[str] = [name for answer in answers for name in answer]
        assert len(set(claimed)) == len(claimed), f"both have the same letter: {answers}"
        with data.store.writing() as session:
            rest = [one.message.id for one in session.claim(9, T0, LEASED)]
        assert sorted([*claimed, *rest]) == ["M1", "M2", "M3"], f"{claimed} were claimed, {rest} were left"

    @keeps(Outbox, "None overtakes another one: a letter waits while somebody has an earlier letter of its complaint.")
    @pytest.mark.parametrize("first", FIRST)
    def test_two_workers_share_no_complaint(self, data: Data, first: str) -> None:
        """Or who is faster says first what happened last: also one who passes over the next letter, and looks on."""
        with data.store.writing() as session:
            for number, complaint in enumerate(("C-1", "C-1", "C-1", "C-3"), 1):
                session.enqueue(customer_message(number, complaint))

        def claim(session: Session, _: str, then: Callable[[], object]) -> list[str]:
            claimed = session.claim(1, T0, LEASED)
            then()
            return [one.message.id for one in claimed]

        answers = without_errors(race(data, claim, first))
        assert sorted(name for answer in answers for name in answer) == ["M1", "M4"], f"{answers} were claimed"

    @keeps(Schedule, "What is due is leased: two ticks never check the same complaint.")
    @pytest.mark.parametrize("first", FIRST)
    def test_what_is_due_is_given_to_one_of_two_workers(self, data: Data, first: str) -> None:
        """Or a reminder goes twice."""
        names = ["C-1", "C-2", "C-3"]
        with data.store.writing() as session:
            for name in names:
                put(session, name)
                session.schedule(name, T0)

        def take(session: Session, _: str, then: Callable[[], object]) -> tuple[str, ...]:
            found = session.due(2, T0, LEASED)
            then()
            return found

        answers = without_errors(race(data, take, first))
        given: list[str] = [name for answer in answers for name in answer]
        assert len(set(given)) == len(given), f"both check the same complaint: {answers}"
        with data.store.writing() as session:
            assert sorted([*given, *session.due(9, T0, LEASED)]) == names

    @keeps(
        Store,
        "Many writers may be inside at once only if what one has looked at still stands when it writes: what was found "
        "of a customer, what is alike, a key that was not there, a letter.",
    )
    @pytest.mark.parametrize("first", FIRST)
    def test_a_letter_is_not_taken_back_while_another_one_sends_it(self, data: Data, first: str) -> None:
        """A recall looks whether the letter waits still: it is taken back, or sent, and never both."""
        with data.store.writing() as session:
            session.enqueue(customer_message(1))
        key = customer_message(1).key

        def act(session: Session, name: str, then: Callable[[], object]) -> bool:
            if name == "C-2":
                claimed = session.claim(1, T0, LEASED)
                then()
                return bool(claimed)
            found = session.find_message(key)
            then()
            if found is None or found.attempts:
                return False
            session.remove(found.number)
            return True

        answers = race(data, act, first)
        assert count_done(answers) == 1, f"taken back and sent, or neither: {answers}"

    @keeps(Complaints, "The links of all events in the order in which they were saved, beginning behind so many.")
    @pytest.mark.parametrize("first", FIRST)
    def test_the_ledger_grows_at_its_end_alone(self, data: Data, first: str) -> None:
        """Promise 4: a writer who began early and ends late puts nothing before what was anchored."""
        with data.store.writing() as session:
            put(session, "C-0")

        def save(session: Session, id: str, then: Callable[[], object]) -> bool:
            then()
            put(session, id)
            anchored.append(list(session.links()))
            return True

        anchored = list[list[bytes]]()
        answers = race(data, save, first)
        with data.store.reading() as session:
            links = list(session.links())
        assert len(links) == 1 + count_done(answers)
        for seen in anchored:
            assert links[: len(seen)] == seen, "what was there stands elsewhere now"
