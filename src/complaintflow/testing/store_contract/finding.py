"""Queries: filters find what equals them, in pages that are whole while complaints change."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from complaintflow.plugins import Complaints, Page, Query, Reach, Store
from complaintflow.record.facts import Sign
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import assert_counted
from complaintflow.testing.store_contract.samples import T0, event, put
from complaintflow.vocabulary import Grade, SignKind, State


def filter_on(name: str, value: str) -> dict[str, Any]:
    """The arguments of a query by one field."""
    return {name: str(value)}


class Finds:
    """A query finds everything that fits, and nothing else."""

    @keeps(Query, "Which complaints to find: each field that is given has one of its values; the oldest first.")
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

    @keeps(
        Query,
        "`reach` are the kinds of complaints of which it must be one, whatever else is asked: what a person may see at "
        "all.",
    )
    def test_what_somebody_may_not_see_is_neither_found_nor_counted(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", event(team="service", type="billing"))
            put(session, "C-2", event(team="service", type="fault"))
            put(session, "C-3", event(team="risk", owner="li", shop="north gate"))
            put(session, "C-4", event(team="risk", customer="u-9"))
        kinds = (Reach(team=frozenset({"service"}), type=frozenset({"fault"})), Reach(shop=frozenset({"north gate"})))
        for reach, ids in (
            (kinds, ["C-2", "C-3"]),
            (kinds[1:], ["C-3"]),
            ((Reach(owner=frozenset({"li"})), Reach(customer=frozenset({"u-9"}))), ["C-3", "C-4"]),
            ((Reach(),), ["C-1", "C-2", "C-3", "C-4"]),
            ((), []),
        ):
            with store.reading() as session:
                assert [one.id for one in session.find(Query(reach=reach)).complaints] == ids
                assert_counted(session, Query(reach=reach), len(ids))
                both = session.find(Query(reach=reach, team="risk", limit=1)).complaints
                assert [one.id for one in both] == [id for id in ids if id in {"C-3", "C-4"}][:1]

    @keeps(Query, "Which complaints to find: each field that is given has one of its values; the oldest first.")
    def test_a_blank_filter_finds_what_is_blank(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", event(order="A-1"))
            put(session, "C-2")
        with store.reading() as session:
            assert [one.id for one in session.find(Query(order="")).complaints] == ["C-2"]

    @keeps(
        Query,
        "`open` asks for what is still open, or for what is not, `awaiting_reply` for what awaits our reply or does "
        "not (R33: `facts.signs`).",
    )
    def test_what_is_open_is_told_from_what_is_not(self, store: Store) -> None:
        with store.writing() as session:
            for place, state in enumerate(State):
                put(session, f"C-{place}", event(state=state))
        with store.reading() as session:
            there = {one.state for one in session.find(Query(open=True)).complaints}
            gone = {one.state for one in session.find(Query(open=False)).complaints}
        assert gone == {"new", "closed", "archived", "withdrawn", "declined", "merged"}
        assert there == set(State) - gone

    @keeps(
        Query,
        "`open` asks for what is still open, or for what is not, `awaiting_reply` for what awaits our reply or does "
        "not (R33: `facts.signs`).",
    )
    def test_what_awaits_our_reply_is_told_from_what_does_not(self, store: Store) -> None:
        """R33: from the first sign of the customer until a person has handled it."""
        sign = Sign(SignKind.WORDS, T0)
        with store.writing() as session:
            put(session, "C-1", event(signs=(sign,)))
            put(session, "C-2", event(signs=(sign,)))
            put(session, "C-2", event(2, signs=()))
            put(session, "C-3")
        with store.reading() as session:
            assert [one.id for one in session.find(Query(awaiting_reply=True)).complaints] == ["C-1"]
            assert [one.id for one in session.find(Query(awaiting_reply=False)).complaints] == ["C-2", "C-3"]

    @keeps(Complaints, "They are compared as times, not as texts.")
    def test_received_from_is_inclusive(self, store: Store) -> None:
        with store.writing() as session:
            for hours in (-2, -1, 0):
                put(session, f"C{hours}", received_at=timedelta(hours=hours))
        with store.reading() as session:
            found = session.find(Query(received_from=T0 - timedelta(hours=1))).complaints
        assert [one.id for one in found] == ["C-1", "C0"]

    @keeps(Query, "Which complaints to find: each field that is given has one of its values; the oldest first.")
    def test_filters_are_joined_by_and(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", event(team="payments", customer="u-1"))
            put(session, "C-2", event(team="payments", customer="u-2"))
            put(session, "C-3", event(team="payments", customer="u-1", state=State.CLOSED))
        with store.reading() as session:
            found = session.find(Query(team="payments", customer="u-1", open=True)).complaints
            assert [one.id for one in found] == ["C-1"]

    @keeps(Query, 'A field takes one text or several (`state={"received", "triaged"}`).')
    def test_several_values_of_a_field_find_what_has_any_of_them(self, store: Store) -> None:
        with store.writing() as session:
            for number, (team, owner) in enumerate((("payments", "li"), ("service", ""), ("", "li"), ("risk", "wang"))):
                put(session, f"C-{number}", event(team=team, owner=owner))
        with store.reading() as session:
            for query, expected in (
                (Query(team={"payments", "service", "nobody's"}), ["C-0", "C-1"]),
                (Query(team={"payments", ""}), ["C-0", "C-2"]),
                (Query(owner={"", "wang"}), ["C-1", "C-3"]),
                (Query(owner={"", "li"}, team={"payments", "service"}), ["C-0", "C-1"]),
                (Query(id={"C-3", "C-0"}), ["C-0", "C-3"]),
            ):
                assert [one.id for one in session.find(query).complaints] == expected, query

    @keeps(Query, "No values at all (an empty set) find nothing.")
    def test_no_values_find_nothing(self, store: Store) -> None:
        """Who may see no team must not see all of them."""
        with store.writing() as session:
            put(session, "C-1", event(team="payments"))
            put(session, "C-2")
        with store.reading() as session:
            assert session.find(Query(team=())).complaints == ()
            assert session.find(Query(id=frozenset(), open=True)).complaints == ()

    @keeps(Complaints, "What fits the query, as it is in this transaction.")
    def test_a_change_moves_a_complaint_from_one_filter_to_another(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", event(1, team="service", grade=Grade.B))
            put(session, "C-1", event(2, team="payments", grade=Grade.E, state=State.TRIAGED))
        with store.reading() as session:
            assert session.find(Query(team="service")).complaints == ()
            assert session.find(Query(grade="B")).complaints == ()
            assert len(session.find(Query(team="payments", grade="E", state="triaged")).complaints) == 1

    @keeps(
        Page,
        "Some of what was found, and the cursors of the next page and the previous one, or None where there is none.",
    )
    def test_pages_are_whole_while_complaints_come_in_and_change(self, store: Store) -> None:
        """Stable paging: the oldest first, none twice, none left out, what comes in is on a later page."""
        with store.writing() as session:
            for number in range(5):
                put(session, f"C-{number}", event(team="payments"))
        seen: list[str] = []
        after: str | None = None
        while True:
            with store.writing() as session:
                page = session.find(Query(team="payments", after=after, limit=2))
                seen += [one.id for one in page.complaints]
                if len(seen) < 6:
                    put(session, f"late-{len(seen)}", event(team="payments"))
                    put(session, seen[0], event(1 + len(session.history(seen[0])), text="seen"))
            after = page.next
            if after is None:
                break
        assert seen == ["C-0", "C-1", "C-2", "C-3", "C-4", "late-2", "late-4"]

    @keeps(
        Page,
        "None is left out, though those of an earlier page fit no more: what cannot be read is named in "
        "`unreadable` of its page.",
    )
    def test_a_page_begins_after_the_one_before_though_that_fits_no_more(self, store: Store) -> None:
        """Who counts rows skips as many as went away."""
        with store.writing() as session:
            for number in range(1, 13):
                put(session, f"C-{number}", event(team="payments"))
        with store.writing() as session:
            first = session.find(Query(team="payments", limit=5))
            for one in first.complaints[:3]:
                put(session, one.id, event(2, team="service"))
        with store.reading() as session:
            second = session.find(Query(team="payments", limit=5, after=first.next))
            third = session.find(Query(team="payments", limit=5, after=second.next))
        found = [one.id for page in (first, second, third) for one in page.complaints]
        assert found == [f"C-{number}" for number in range(1, 13)], "left out, shown twice, or not the oldest first"

    @keeps(Query, "Equal is equal in every character: case counts, and nothing in a field is a pattern.")
    @pytest.mark.parametrize(
        ("asked", "there"), [("Li", "li"), ("l%", "li"), ("l_", "li"), ("li", "li "), ("l*", "li"), ("", "li")]
    )
    def test_a_filter_is_no_pattern_and_knows_the_case(self, store: Store, asked: str, there: str) -> None:
        with store.writing() as session:
            put(session, "C-1", event(owner=there, customer=there, order=there))
        with store.reading() as session:
            for query in (Query(owner=asked), Query(customer=asked), Query(order=asked)):
                assert session.find(query).complaints == (), f"{query.exact()} finds {there!r}"

    @keeps(
        Page,
        "Some of what was found, and the cursors of the next page and the previous one, or None where there is none.",
    )
    def test_the_last_page_says_that_it_is_the_last(self, store: Store) -> None:
        with store.writing() as session:
            for number in range(4):
                put(session, f"C-{number}")
        with store.reading() as session:
            first = session.find(Query(limit=2))
            assert (len(first.complaints), first.next is None) == (2, False)
            last = session.find(Query(limit=2, after=first.next))
            assert (len(last.complaints), last.next) == (2, None)
            assert session.find(Query(limit=4)).next is None

    @keeps(
        Complaints,
        "R12: what came in with this type and area from `at` on until `until` (aware, both inside), the nearest first.",
    )
    def test_what_is_alike_is_read_from_a_time_on_in_either_direction(self, store: Store) -> None:
        """R12: the nearest first, both ends inside, of this type and area alone, and as it is in this transaction."""
        hour = timedelta(hours=1)
        with store.writing() as session:
            for hours in (2, 0, 3, 1):
                put(session, f"C-{hours}", event(type="fault", area="payment"), received_at=hours * hour)
            put(session, "C-9", event(type="fault", area="login"))
            put(session, "C-8", event(type="service", area="payment"))
            assert [one.id for one in session.alike("fault", "payment", T0 + hour, T0)] == ["C-1", "C-0"]
        with store.writing() as session:
            put(session, "C-7", event(type="fault", area="payment"), received_at=hour * 1.5)
            put(session, "C-2", event(2, area="login"), received_at=2 * hour)
            later = session.alike("fault", "payment", T0 + hour, T0 + 3 * hour)
            assert [one.id for one in later] == ["C-1", "C-7", "C-3"]
            earlier = session.alike("fault", "payment", T0 + 2 * hour, T0)
            assert [one.id for one in earlier] == ["C-7", "C-1", "C-0"]
            assert next(session.alike("fault", "login", T0 + 9 * hour, T0)).id == "C-2"
        with store.reading() as session:
            assert [one.id for one in session.alike("fault", "payment", T0, T0)] == ["C-0"]
            assert list(session.alike("fault", "", T0, T0 + hour)) == []

    @keeps(Complaints, "`only` asks for those that are linked to an incident, or were proposed for one.")
    def test_what_is_alike_is_told_with_its_batch_and_found_by_it(self, store: Store) -> None:
        """R12: an incident, one that it was proposed for, or that a person took it out of one."""
        facts: dict[str, dict[str, Any]] = {
            "C-1": {"incident": "I-7", "unlinked": frozenset({"I-6"})},
            "C-2": {"reminded": frozenset({"batch/I-C-2", "cause/1/1@lead"})},
            "C-3": {"unlinked": frozenset({"I-7"}), "customer": "u-3", "state": State.CLOSED},
        }
        with store.writing() as session:
            for id, given in facts.items():
                put(session, id, event(type="fault", area="payment", **given))
            put(session, "C-4", event(1, type="fault", area="payment", incident="I-7"))
            put(session, "C-4", event(2, incident=""))
        with store.reading() as session:
            seen = {one.id: one for one in session.alike("fault", "payment", T0, T0)}
            assert seen == {one.id: one for one in session.received_between(T0, T0)}
            assert [one.id for one in session.alike("fault", "payment", T0, T0, "incident")] == ["C-1"]
            assert [one.id for one in session.alike("fault", "payment", T0, T0, "proposed")] == ["C-2"]
        assert {id: (one.incident, one.proposed, one.apart) for id, one in seen.items()} == {
            "C-1": ("I-7", "", False),
            "C-2": ("", "I-C-2", False),
            "C-3": ("", "", True),
            "C-4": ("", "", False),
        }
        assert (seen["C-3"].customer, seen["C-3"].state) == ("u-3", State.CLOSED)
