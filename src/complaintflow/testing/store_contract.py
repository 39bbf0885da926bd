"""What every store must do, whoever wrote it: subclass `StoreContract`, and give a fresh, empty store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

import attrs
import pytest

from complaintflow._conform import FrozenMap
from complaintflow.complaint import Body, Complaint, Entry
from complaintflow.errors import Conflict
from complaintflow.events import Event
from complaintflow.facts import Attempt, Claim, Cycle, Wait
from complaintflow.history import GENESIS, Sealed, replay, seal
from complaintflow.plugins.ports import CustomerMessage, Letter, Query, Remembered, Session, StaffMessage, Store, Stored
from complaintflow.testing.clock import MONDAY
from complaintflow.values import Signals
from complaintflow.vocabulary import Grade, State, Urgency

__all__ = ["StoreContract", "customer_message", "put", "staff_message"]

T0 = MONDAY
LEASED = T0 + timedelta(minutes=1)
HOUR = timedelta(hours=1)


def event(seq: int = 1, text: str = "说了 said", **facts: Any) -> Event:
    state = str(facts.pop("state", State.RECEIVED))
    return Event(seq, T0 + timedelta(seconds=seq), "li", "Note", {"text": text}, state, facts, ("life", "policy"))


def put(session: Session, id: str, *events: Event, received_at: timedelta = timedelta()) -> Stored:
    """Save these events after those that are there, and the snapshot that they make."""
    history = list(session.history(id))
    sealed: list[Sealed] = []
    for one in events or (event(),):
        previous = sealed[-1].link if sealed else history[-1].link if history else GENESIS
        sealed.append(seal(id, previous, one, bytes(16)))
    stored = Stored(replay(id, (*history, *sealed)), sealed[-1].link, T0 + received_at)
    session.save(stored, sealed)
    return stored


def customer_message(number: int) -> CustomerMessage:
    to = {"email": "li@example.com", "phone": "+86 1"}
    return CustomerMessage(f"M{number}", "C-1", f"C-1/1/0/M{number}", "Notify", "app", "zh", "主题", "您好 😀", to)


def staff_message(number: int) -> StaffMessage:
    return StaffMessage(f"M{number}", "C-1", f"C-1/1/0/M{number}", "Update", "team", ("payments",), "s", "t")


def filter_on(name: str, value: str) -> dict[str, Any]:
    return {name: str(value)}


class Broken(Exception):
    """Something that goes wrong in the middle of a transaction."""


def change_everything_and_break(session: Session) -> None:
    put(session, "C-1", event(2))
    put(session, "C-2")
    session.remember("k", Remembered("C-1", 2, "asked"))
    session.enqueue(customer_message(3))
    session.note_sending("u-17", T0)
    for queued in session.claim(1, T0, LEASED):
        session.put_back(Letter(queued, None, "dead"))
    session.settle(2)
    raise Broken


class StoreContract:
    """Every test here speaks through the port alone."""

    @pytest.fixture
    def store(self) -> Iterator[Store]:
        """A fresh, empty store; overridden."""
        raise NotImplementedError("override the fixture `store`")

    # ── complaints and their histories

    def test_what_was_saved_is_loaded_again_with_its_texts(self, store: Store) -> None:
        with store.writing() as session:
            stored = put(session, "C-1", event(1, "订单 😀", customer="u-1", grade=Grade.A), event(2, "a\nb"))
        with store.reading() as session:
            assert session.load("C-1") == stored
            assert [entry.said for entry in stored.complaint.body] == [{"text": "订单 😀"}, {"text": "a\nb"}]

    def test_a_second_save_appends_to_the_history_and_replaces_the_snapshot(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", received_at=timedelta(hours=-1))
        with store.writing() as session:
            second = put(session, "C-1", event(2, state=State.CLOSED), received_at=timedelta(hours=-1))
        with store.reading() as session:
            assert session.load("C-1") == second
            assert [one.seq for one in session.history("C-1")] == [1, 2]
            assert replay("C-1", session.history("C-1")) == second.complaint

    def test_a_history_comes_in_order_of_its_sequence(self, store: Store) -> None:
        """Neither by time nor by kind: several saves, several events each, all at one time."""
        kinds = ("Receive", "Triage", "Assign", "Note", "Close", "Archive")
        events = [attrs.evolve(event(seq), at=T0, kind=kind) for seq, kind in enumerate(kinds, 1)]
        for place in range(0, len(kinds), 2):
            with store.writing() as session:
                put(session, "C-1", *events[place : place + 2])
        with store.reading() as session:
            assert [one.event for one in session.history("C-1")] == events

    def test_every_part_of_a_sealed_event_comes_back(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1")
            (kept,) = session.history("C-1")
        with store.reading() as session:
            assert session.history("C-1") == (kept,)
            assert kept == seal("C-1", GENESIS, event(), bytes(16))

    def test_an_unknown_id_loads_nothing_and_has_no_history(self, store: Store) -> None:
        with store.reading() as session:
            assert (session.load("C-9"), session.history("C-9"), list(session.ids())) == (None, (), [])

    def test_a_session_sees_what_it_wrote_itself(self, store: Store) -> None:
        with store.writing() as session:
            stored = put(session, "C-1")
            session.remember("k", Remembered("C-1", 1, "asked"))
            session.enqueue(customer_message(1))
            assert session.load("C-1") == stored
            assert len(session.history("C-1")) == 1
            assert session.recall("k") == Remembered("C-1", 1, "asked")
            assert (session.waiting(), list(session.ids()), len(list(session.links()))) == (1, ["C-1"], 1)
            assert session.find(Query()).complaints == (stored.complaint,)

    def test_an_event_whose_place_is_taken_is_a_conflict(self, store: Store) -> None:
        """Promise 3: nobody overwrites anybody, not even past the desk."""
        stale = seal("C-1", GENESIS, event(1, "late"), bytes(16))
        with store.writing() as session:
            stored = put(session, "C-1", event(1), event(2))
        with pytest.raises(Conflict) as second, store.writing() as session:
            session.save(attrs.evolve(stored, link=stale.link), (stale,))
        assert (second.value.complaint_id, second.value.expected, second.value.found) == ("C-1", 0, 2)
        with store.reading() as session:
            assert session.load("C-1") == stored

    def test_an_event_that_leaves_a_gap_is_a_conflict(self, store: Store) -> None:
        gap = seal("C-1", GENESIS, event(3), bytes(16))
        with store.writing() as session:
            stored = put(session, "C-1")
        with pytest.raises(Conflict), store.writing() as session:
            session.save(attrs.evolve(stored, link=gap.link), (gap,))
        with pytest.raises(Conflict), store.writing() as session:
            session.save(Stored(Complaint("C-2", 3), gap.link, T0), (gap,))
        with store.reading() as session:
            assert (session.load("C-1"), list(session.ids())) == (stored, ["C-1"])

    def test_the_ledger_keeps_the_order_of_saving_over_all_complaints(self, store: Store) -> None:
        """Promise 4: what is anchored is one order over everything."""
        order = [("C-2", 1), ("C-1", 1), ("C-2", 2), ("C-3", 1), ("C-1", 2)]
        links: list[bytes] = []
        for id, seq in order:
            with store.writing() as session:
                links.append(put(session, id, event(seq)).link)
        with store.reading() as session:
            assert list(session.links()) == links
            assert sorted(session.ids()) == ["C-1", "C-2", "C-3"]

    # ── all or nothing

    def test_an_exception_takes_everything_back(self, store: Store) -> None:
        """Promise 1: events, snapshot, keys, messages, leases and settlements are one transaction."""
        with store.writing() as session:
            stored = put(session, "C-1")
            session.enqueue(customer_message(1))
            session.enqueue(customer_message(2))
            links = list(session.links())
        with pytest.raises(Broken), store.writing() as session:
            change_everything_and_break(session)
        with store.writing() as session:
            assert (session.load("C-1"), session.load("C-2"), list(session.ids())) == (stored, None, ["C-1"])
            assert (session.recall("k"), session.waiting(), list(session.links())) == (None, 2, links)
            assert (session.letters(9, dead=True), session.sendings("u-17", T0 - HOUR)) == ((), ())
            assert [one.message.id for one in session.claim(9, T0, LEASED)] == ["M1", "M2"]

    def test_a_store_goes_on_after_an_exception(self, store: Store) -> None:
        with pytest.raises(Broken), store.writing():
            raise Broken
        with pytest.raises(Broken), store.reading():
            raise Broken
        with store.writing() as session:
            put(session, "C-1")
        with store.reading() as session:
            assert list(session.ids()) == ["C-1"]

    def test_closing_twice_is_allowed(self, store: Store) -> None:
        store.close()
        store.close()

    # ── finding

    @pytest.mark.parametrize(
        ("name", "mine", "other"),
        [
            ("state", State.TRIAGED, State.RECEIVED),
            ("grade", Grade.E, Grade.C),
            ("type", "fault", "billing"),
            ("area", "payment", "login"),
            ("team", "engineering", "service"),
            ("owner", "li", "wang"),
            ("customer", "u-1", "u-2"),
            ("order", "A-1", "A-2"),
            ("channel", "app", "web"),
        ],
    )
    def test_a_filter_finds_what_equals_it_and_nothing_else(
        self, store: Store, name: str, mine: str, other: str
    ) -> None:
        with store.writing() as session:
            put(session, "C-1", event(**filter_on(name, mine)))
            put(session, "C-2", event(**filter_on(name, other)))
            put(session, "C-3")
        with store.reading() as session:
            found = session.find(Query(**filter_on(name, mine))).complaints
            assert [one.id for one in found] == ["C-1"]
            assert session.find(Query(**filter_on(name, "nobody's"))).complaints == ()

    def test_a_blank_filter_finds_what_is_blank(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", event(order="A-1"))
            put(session, "C-2")
        with store.reading() as session:
            assert [one.id for one in session.find(Query(order="")).complaints] == ["C-2"]

    def test_what_is_open_is_told_from_what_is_not(self, store: Store) -> None:
        with store.writing() as session:
            for place, state in enumerate(State):
                put(session, f"C-{place}", event(state=state))
        with store.reading() as session:
            there = {one.state for one in session.find(Query(open=True)).complaints}
            gone = {one.state for one in session.find(Query(open=False)).complaints}
        assert gone == {"new", "closed", "archived", "withdrawn", "declined", "merged"}
        assert there == set(State) - gone

    def test_received_since_is_inclusive(self, store: Store) -> None:
        with store.writing() as session:
            for hours in (-2, -1, 0):
                put(session, f"C{hours}", received_at=timedelta(hours=hours))
        with store.reading() as session:
            found = session.find(Query(received_since=T0 - timedelta(hours=1))).complaints
        assert [one.id for one in found] == ["C-1", "C0"]

    def test_filters_are_joined_by_and(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", event(team="payments", customer="u-1"))
            put(session, "C-2", event(team="payments", customer="u-2"))
            put(session, "C-3", event(team="payments", customer="u-1", state=State.CLOSED))
        with store.reading() as session:
            found = session.find(Query(team="payments", customer="u-1", open=True)).complaints
            assert [one.id for one in found] == ["C-1"]

    def test_a_change_moves_a_complaint_from_one_filter_to_another(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", event(1, team="service", grade=Grade.B))
            put(session, "C-1", event(2, team="payments", grade=Grade.E, state=State.TRIAGED))
        with store.reading() as session:
            assert session.find(Query(team="service")).complaints == ()
            assert session.find(Query(grade="B")).complaints == ()
            assert len(session.find(Query(team="payments", grade="E", state="triaged")).complaints) == 1

    def test_pages_are_whole_while_complaints_come_in_and_change(self, store: Store) -> None:
        """Stable paging: the oldest first, none twice, none left out, what comes in is on a later page."""
        with store.writing() as session:
            for number in range(5):
                put(session, f"C-{number}", event(team="payments"))
        seen: list[str] = []
        after: int | None = 0
        while after is not None:
            with store.writing() as session:
                page = session.find(Query(team="payments", after=after, limit=2))
                seen += [one.id for one in page.complaints]
                if len(seen) < 6:
                    put(session, f"late-{len(seen)}", event(team="payments"))
                    put(session, seen[0], event(1 + len(session.history(seen[0])), text="seen"))
            after = page.next
        assert seen == ["C-0", "C-1", "C-2", "C-3", "C-4", "late-2", "late-4"]

    def test_the_last_page_says_that_it_is_the_last(self, store: Store) -> None:
        with store.writing() as session:
            for number in range(4):
                put(session, f"C-{number}")
        with store.reading() as session:
            first = session.find(Query(limit=2))
            assert (len(first.complaints), first.next is None) == (2, False)
            last = session.find(Query(limit=2, after=first.next or 0))
            assert (len(last.complaints), last.next) == (2, None)
            assert session.find(Query(limit=4)).next is None

    # ── keys

    def test_a_key_is_recalled_as_it_was_remembered(self, store: Store) -> None:
        """Promise 2."""
        with store.writing() as session:
            put(session, "C-1")
            session.remember("form-4711 钥匙", Remembered("C-1", 1, "digest"))
        with store.reading() as session:
            assert session.recall("form-4711 钥匙") == Remembered("C-1", 1, "digest")
            assert session.recall("form-4712") is None

    # ── the outbox

    def test_a_message_waits_until_it_is_settled(self, store: Store) -> None:
        with store.writing() as session:
            session.enqueue(customer_message(1))
            session.enqueue(staff_message(2))
        with store.writing() as session:
            first, second = session.claim(9, T0, LEASED)
            assert (first.message, second.message) == (customer_message(1), staff_message(2))
            session.settle(first.number)
            assert session.waiting() == 1
        with store.writing() as session:
            session.settle(second.number)
            assert (session.waiting(), session.claim(9, LEASED, LEASED)) == (0, ())

    def test_the_oldest_are_claimed_first_and_no_more_than_the_limit(self, store: Store) -> None:
        with store.writing() as session:
            for number in range(1, 6):
                session.enqueue(customer_message(number))
        with store.writing() as session:
            assert [one.message.id for one in session.claim(2, T0, LEASED)] == ["M1", "M2"]
            assert [one.message.id for one in session.claim(2, T0, LEASED)] == ["M3", "M4"]
            assert [one.message.id for one in session.claim(2, T0, LEASED)] == ["M5"]

    def test_a_leased_message_is_nobody_elses_until_the_lease_ends(self, store: Store) -> None:
        with store.writing() as session:
            session.enqueue(customer_message(1))
        with store.writing() as session:
            (first,) = session.claim(9, T0, LEASED)
        with store.writing() as session:
            assert session.claim(9, LEASED - timedelta(microseconds=1), LEASED) == ()
            assert session.waiting() == 1
            (again,) = session.claim(9, LEASED, LEASED + timedelta(minutes=1))
        assert (again.number, first.attempts, again.attempts) == (first.number, 0, 1)

    def test_a_settled_number_is_not_given_to_another_message(self, store: Store) -> None:
        """A late settlement must not take away somebody else's message."""
        with store.writing() as session:
            session.enqueue(customer_message(1))
            (first,) = session.claim(9, T0, LEASED)
            session.settle(first.number)
        with store.writing() as session:
            session.enqueue(customer_message(2))
            session.settle(first.number)
            assert session.waiting() == 1

    def test_what_is_put_back_waits_as_it_was_given(self, store: Store) -> None:
        """It may come back changed: with another channel, and with another count of attempts."""
        with store.writing() as session:
            session.enqueue(customer_message(1))
            (claimed,) = session.claim(9, T0, LEASED)
            changed = attrs.evolve(claimed, message=attrs.evolve(customer_message(1), tried=("app",)), attempts=4)
            session.put_back(Letter(changed, LEASED + HOUR, "安静时间"))
        with store.writing() as session:
            assert session.letters(9) == (Letter(changed, LEASED + HOUR, "安静时间"),)
            assert session.claim(9, LEASED + HOUR - timedelta(microseconds=1), LEASED + HOUR) == ()
            assert session.claim(9, LEASED + HOUR, LEASED + HOUR * 2) == (changed,)

    def test_a_dead_letter_is_listed_and_not_claimed(self, store: Store) -> None:
        with store.writing() as session:
            session.enqueue(customer_message(1))
            session.enqueue(staff_message(2))
            first, second = session.claim(9, T0, LEASED)
            session.put_back(Letter(second, None, "no such address"))
            session.put_back(Letter(first, T0, "again"))
        with store.writing() as session:
            assert session.letters(9, dead=True) == (Letter(second, None, "no such address"),)
            assert session.waiting() == 1
            assert [one.number for one in session.claim(9, LEASED + HOUR, LEASED + HOUR)] == [first.number]

    def test_a_dead_letter_may_wait_again_or_be_settled(self, store: Store) -> None:
        with store.writing() as session:
            for number in (1, 2):
                session.enqueue(customer_message(number))
            first, second = session.claim(9, T0, LEASED)
            session.put_back(Letter(first, None, "dead"))
            session.put_back(Letter(second, None, "dead"))
        with store.writing() as session:
            session.settle(first.number)
            session.put_back(Letter(second, T0, "again"))
        with store.writing() as session:
            assert session.letters(9, dead=True) == ()
            assert session.claim(9, T0, LEASED) == (second,)

    def test_what_was_settled_is_not_put_back(self, store: Store) -> None:
        """Somebody who comes late with a failure does not send again what another has sent."""
        with store.writing() as session:
            session.enqueue(customer_message(1))
            (claimed,) = session.claim(9, T0, LEASED)
            session.settle(claimed.number)
            session.put_back(Letter(claimed, T0, "late"))
            session.put_back(Letter(claimed, None, "late"))
        with store.reading() as session:
            assert (session.waiting(), session.letters(9), session.letters(9, dead=True)) == (0, (), ())

    @pytest.mark.parametrize("dead", [False, True])
    def test_letters_come_in_pages_in_order_of_their_numbers(self, store: Store, dead: bool) -> None:
        with store.writing() as session:
            for number in range(1, 6):
                session.enqueue(customer_message(number))
            for queued in reversed(session.claim(9, T0, LEASED)):
                session.put_back(Letter(queued, None if dead else LEASED))
        with store.reading() as session:
            first = session.letters(2, dead=dead)
            rest = session.letters(9, first[-1].queued.number, dead=dead)
            assert [one.queued.message.id for one in (*first, *rest)] == ["M1", "M2", "M3", "M4", "M5"]
            assert session.letters(9, dead=not dead) == ()

    def test_sendings_are_counted_for_each_recipient(self, store: Store) -> None:
        with store.writing() as session:
            for minutes in (0, 5, 5, 9):
                session.note_sending("u-17 李", T0 + timedelta(minutes=minutes))
            session.note_sending("u-18", T0)
        with store.reading() as session:
            sent = session.sendings("u-17 李", T0)
            assert sent == tuple(T0 + timedelta(minutes=minutes) for minutes in (5, 5, 9))
            assert len(session.sendings("u-17 李", T0 - HOUR)) == 4
            assert session.sendings("u-19", T0 - HOUR) == ()

    # ── when clocks want to be looked at

    def test_what_is_due_is_given_out_once_the_longest_waiting_first(self, store: Store) -> None:
        with store.writing() as session:
            for hours, id in enumerate(("C-3", "C-1", "C-2")):
                put(session, id)
                session.look_at(id, T0 + timedelta(hours=hours))
        with store.writing() as session:
            assert session.due(2, T0 + timedelta(hours=1), LEASED) == ("C-3", "C-1")
            assert session.due(2, T0, T0) == ()
        with store.writing() as session:
            assert session.due(1, T0 + timedelta(days=1), T0 + timedelta(days=2)) != ("C-2",)
            assert len(session.due(9, T0 + timedelta(days=1), T0 + timedelta(days=2))) == 2
            assert session.due(9, T0 + timedelta(days=1), T0 + timedelta(days=2)) == ()

    def test_what_changed_is_due_at_once_until_it_was_looked_at(self, store: Store) -> None:
        later = T0 + timedelta(hours=1)
        with store.writing() as session:
            put(session, "C-1")
            assert [id for _, id in session.looks(9)] == ["C-1"]
            session.look_at("C-1", later)
        with store.writing() as session:
            assert session.due(9, T0, LEASED) == ()
            put(session, "C-1", event(2))
            assert session.due(9, T0, LEASED) == ("C-1",)
            session.look_at("C-1", later)
            assert session.looks(9) == ((later, "C-1"),)
            session.look_at("C-1", None)
            assert (session.looks(9), session.due(9, later, later)) == ((), ())

    def test_what_a_killed_tick_held_is_due_again_when_its_lease_ends(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1")
            session.look_at("C-1", T0)
            assert session.due(9, T0, LEASED) == ("C-1",)
            assert session.looks(9) == ((LEASED, "C-1"),)
        with store.writing() as session:
            assert session.due(9, LEASED - timedelta(microseconds=1), LEASED) == ()
            assert session.due(9, LEASED, LEASED + timedelta(minutes=1)) == ("C-1",)
            session.look_at("C-1", T0)  # the same time as before it was claimed
            assert session.looks(9) == ((T0, "C-1"),)

    def test_looks_come_in_order_and_no_more_than_the_limit(self, store: Store) -> None:
        with store.writing() as session:
            for hours, id in ((3, "C-1"), (1, "C-2"), (2, "C-3")):
                put(session, id)
                session.look_at(id, T0 + timedelta(hours=hours))
            assert [id for _, id in session.looks(2)] == ["C-2", "C-3"]

    # ── a snapshot is what the events make, whatever they set

    def test_every_kind_of_fact_survives(self, store: Store) -> None:
        """Promise 4: what is read again equals what was decided, to the last type."""
        with store.writing() as session:
            stored = put(session, "C-1", Event(1, T0, "li", "Note", {}, State.TRIAGED, KINDS))
        with store.reading() as session:
            loaded = session.load("C-1")
            (sealed,) = session.history("C-1")
        assert loaded is not None
        assert loaded == stored
        assert loaded.complaint.body == Body((Entry(1, T0, "li", "Note", {}),))
        for name, value in KINDS.items():
            assert getattr(loaded.complaint.facts, name) == value == sealed.event.sets[name]
            assert type(getattr(loaded.complaint.facts, name)) is type(value)


KINDS: Mapping[str, Any] = {
    "team": "payments",
    "grade": Grade.E,
    "score": 103,
    "factors": (("impact", "many", 25), ("hazards", "funds_lost", 100)),
    "signals": Signals(urgency=Urgency.CRITICAL, hazards=frozenset({"funds_lost"})),
    "known": frozenset({"order", "类型"}),
    "missing": ("order", "product"),
    "waits": (Wait("Q1", "customer", "order"), Wait("R1", "party", "merchant", LEASED)),
    "claims": (Claim("C1", "coupon", Decimal("12.50"), "CNY", True),),
    "attempts": frozenset({Attempt("phone", T0.date())}),
    "plan_due": LEASED,
    "surveyed": True,
    "cycle": Cycle(2, 3, 3, delivered=T0, worst=Grade.A, fixers=frozenset({"li"})),
    "extra": FrozenMap({"acme.codes": ("a", "b")}),
}
"""One value of each type that a fact may have."""
