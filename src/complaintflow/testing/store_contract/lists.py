"""Lists: orders, ranges, labels and words; pages in both directions, and how many there are."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs
import pytest

from complaintflow.errors import InvalidInput
from complaintflow.plugins import Complaints, Page, Query, Schedule, Session, Sort, Store, Stored
from complaintflow.record.complaint import Event
from complaintflow.record.facts import Sign
from complaintflow.record.history import GENESIS, replay, seal
from complaintflow.record.searched import INTAKE, Searched
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import assert_counted
from complaintflow.testing.store_contract.samples import HOUR, T0, event, put
from complaintflow.vocabulary import Grade, SignKind, State

_STABLE = (
    "Stable: a complaint that comes in meanwhile takes no other one's place, and none is shown twice that stays where "
    "it is in the order."
)
_WHOLE = (
    "None is left out, though those of an earlier page fit no more: what cannot be read is named in `unreadable` of "
    "its page."
)
_TEXT = "`text` finds what has all its words among those of the customer and of staff."


def say(
    session: Session,
    id: str,
    one: Event,
    words: dict[int, str],
    labels: dict[str, str] | None = None,
    received_at: timedelta = timedelta(),
) -> None:
    """Save an event with what is searched of it."""
    history = session.history(id)
    sealed = seal(id, history[-1].link if history else GENESIS, one, bytes(16))
    stored = Stored(replay(id, (*history, sealed)), sealed.link, T0 + received_at, searched=Searched(words, labels))
    session.save(stored, [sealed])


def ids(session: Session, **asked: Any) -> list[str]:
    """The ids on the first page."""
    return [one.id for one in session.find(Query(**asked)).complaints]


def walked(session: Session, query: Query) -> tuple[list[str], list[str]]:
    """The ids on all pages from the first to the last one, and on those from the last one back."""
    page = session.find(query)
    forth = [one.id for one in page.complaints]
    while page.next:
        page = session.find(attrs.evolve(query, after=page.next))
        forth += [one.id for one in page.complaints]
    back = [one.id for one in page.complaints]
    while page.previous:
        page = session.find(attrs.evolve(query, after=None, before=page.previous))
        back = [*(one.id for one in page.complaints), *back]
    return forth, back


def _fill(store: Store) -> None:
    """Six complaints of two teams, in no order."""
    sign = Sign(SignKind.WORDS, T0)
    rows: list[tuple[str, Grade | None, int | None, int | None, str]] = [
        ("pay", Grade.B, 3, 2, "received"),
        ("pay", Grade.E, None, None, "triaged"),
        ("risk", Grade.E, 2, 1, "triaged"),
        ("pay", None, 1, None, "received"),
        ("", Grade.B, 3, 3, "closed"),
        ("risk", Grade.A, 9, None, "received"),
    ]
    with store.writing() as session:
        for number, (team, grade, due, since, state) in enumerate(rows):
            signs = () if since is None else (Sign(sign.kind, T0 + since * HOUR),)
            facts: dict[str, Any] = {"team": team, "grade": grade, "state": state, "signs": signs}
            put(session, f"C-{number}", event(**facts), received_at=(7 * number % 6) * HOUR)
            session.note_due(f"C-{number}", None if due is None else T0 + due * HOUR, "plan" if due else "")


class Lists:
    """A list is in the order that is asked for, and its pages and its count are of one answer."""

    @keeps(Query, "`sort` is the order.")
    @pytest.mark.parametrize(
        ("sort", "expected"),
        [
            (Sort.OLDEST, "012345"),
            (Sort.NEWEST, "543210"),
            (Sort.GRADE, "215043"),
            (Sort.DUE, "320451"),
            (Sort.WAITING, "204135"),
        ],
    )
    def test_a_list_is_in_the_order_that_is_asked_for(self, store: Store, sort: Sort, expected: str) -> None:
        """Whoever works from the top of a list works on what matters."""
        _fill(store)
        with store.reading() as session:
            assert "".join(id[-1] for id in ids(session, sort=sort)) == expected
            assert "".join(id[-1] for id in ids(session, sort=sort, team={"pay", "risk"})) == expected.replace("4", "")

    @keeps(Page, _WHOLE)
    @pytest.mark.parametrize("sort", Sort)
    def test_pages_are_turned_in_both_directions(self, store: Store, sort: Sort) -> None:
        _fill(store)
        with store.reading() as session:
            every: list[dict[str, Any]] = [{}, {"team": {"pay", "risk"}}, {"open": True}, {"grade": {"E", "B"}}]
            for asked in every:
                whole = ids(session, sort=sort, **asked)
                for limit in (1, 2, 3, 9):
                    query = Query(sort=sort, limit=limit, **asked)
                    assert walked(session, query) == (whole, whole), f"{asked}, pages of {limit}"
                    assert_counted(session, query, len(whole), f"{asked}")
                page = session.find(Query(sort=sort, limit=max(len(whole), 1), **asked))
                assert (page.next, page.previous) == (None, None), "a page is offered on which nothing is"

    @keeps(Complaints, "How many fit the query, on all its pages.")
    def test_what_fits_is_counted_on_all_pages(self, store: Store) -> None:
        _fill(store)
        with store.writing() as session:
            put(session, "C-9", event(team="pay"))
            assert session.count(Query(limit=1)) == 7, "what came in in this transaction counts"
            assert session.count(Query(team="pay", limit=1)) == 4
            assert session.count(Query(team=())) == 0

    @keeps(Query, "`limit` is the size of a page, 1 to 1000.")
    def test_a_cursor_belongs_to_its_question_and_its_order(self, store: Store) -> None:
        """Else a page that was kept shows others' complaints, or leaves some out, and nobody sees it."""
        _fill(store)
        with store.reading() as session:
            cursor = session.find(Query(team="pay", limit=1)).next
            assert cursor is not None
            for query in (
                Query(team="risk", limit=1, after=cursor),
                Query(team="pay", sort=Sort.GRADE, limit=1, after=cursor),
                Query(team="pay", limit=1, before=f"{cursor}A"),
                Query(team="pay", after="nonsense"),
                Query(team="pay", after=cursor, before=cursor),
            ):
                with pytest.raises(InvalidInput):
                    session.find(query)
            assert len(session.find(Query(team="pay", limit=9, after=cursor)).complaints) == 2

    @keeps(Page, _STABLE)
    def test_a_page_is_the_same_twice_and_others_come_and_go_beside_it(self, store: Store) -> None:
        with store.writing() as session:
            for number in range(1, 7):
                put(session, f"C-{number}", event(grade=Grade.B))
        asked: dict[str, Any] = {"grade": {"B", "E"}, "sort": Sort.GRADE, "limit": 2}
        with store.reading() as session:
            first = session.find(Query(**asked))
            second = session.find(Query(**asked, after=first.next))
            assert second == session.find(Query(**asked, after=first.next))
        with store.writing() as session:
            put(session, "C-1", event(2, grade=Grade.C))
            put(session, "C-2", event(2, grade=Grade.C))
            put(session, "C-7", event(grade=Grade.E))
        with store.reading() as session:
            assert session.find(Query(**asked, after=first.next)).complaints == second.complaints
            back = session.find(Query(**asked, before=second.previous))
            assert [one.id for one in back.complaints] == ["C-7"]

    @keeps(Query, "A range has what is at its `…_from` or later, and before its `…_to`.")
    def test_a_range_has_its_beginning_and_not_its_end(self, store: Store) -> None:
        """A report of two months counts nothing twice."""
        with store.writing() as session:
            for number in range(4):
                at = T0 + number * HOUR
                put(session, f"C-{number}", event(state="closed", closed_at=at), received_at=number * HOUR)
                session.note_due(f"C-{number}", at, "plan")
            put(session, "C-9", received_at=9 * HOUR)
        with store.reading() as session:
            for name in ("received", "closed", "due"):
                begin, end = T0 + HOUR, T0 + 3 * HOUR
                assert ids(session, **{f"{name}_from": begin, f"{name}_to": end}) == ["C-1", "C-2"], name
                later = ["C-1", "C-2", "C-3", *(["C-9"] if name == "received" else [])]
                assert ids(session, **{f"{name}_from": begin}) == later, name
                assert ids(session, **{f"{name}_to": begin, "sort": "newest"}) == ["C-0"], name

    @keeps(Schedule, "`load` and `find` give them as `Complaint.next_due` and `next_due_for`.")
    def test_what_is_due_next_stands_on_the_complaint_and_tells_what_is_overdue(self, store: Store) -> None:
        with store.writing() as session:
            for number, due in enumerate((T0, T0 + HOUR, None)):
                put(session, f"C-{number}")
                session.note_due(f"C-{number}", due, "plan" if due else "")
                session.schedule(f"C-{number}", T0)
            put(session, "C-1", event(2))
        with store.reading() as session:
            found = session.find(Query(sort=Sort.DUE)).complaints
            told = [(one.next_due, one.next_due_for) for one in found]
            assert told == [(T0, "plan"), (T0 + HOUR, "plan"), (None, "")]
            assert ids(session, overdue=True, now=T0 + HOUR) == ["C-0"]
            assert ids(session, overdue=False, now=T0 + HOUR) == ["C-1", "C-2"]
            assert ids(session, overdue=True) == []
        with store.writing() as session:
            session.note_due("C-0", None, "")
            assert ids(session, sort=Sort.DUE) == ["C-1", "C-0", "C-2"]

    @keeps(Query, "A blank one finds what has none: no team, nobody as owner, no grade yet.")
    def test_labels_and_own_fields_are_found_and_a_blank_one_finds_what_has_none(self, store: Store) -> None:
        with store.writing() as session:
            say(session, "C-1", event(1), {}, {"shop": "North", "contract": "X-1"})
            say(session, "C-2", event(1), {}, {"shop": "South", "contract": "X-1"})
            put(session, "C-3")
        with store.reading() as session:
            assert ids(session, shop={"North", "South"}) == ["C-1", "C-2"]
            assert ids(session, shop="", fields={"contract": ""}) == ["C-3"]
            assert ids(session, shop={"", "South"}) == ["C-2", "C-3"]
            assert ids(session, fields={"contract": "X-1"}, shop="South") == ["C-2"]
            assert ids(session, fields={"contract": ()}) == []
        with store.writing() as session:
            say(session, "C-1", event(2), {}, {"shop": "West"})
            assert (ids(session, shop="North"), ids(session, fields={"contract": "X-1"})) == ([], ["C-2"])

    @keeps(Query, _TEXT)
    def test_words_are_found_in_chinese_and_english_and_all_of_them_must_be_there(self, store: Store) -> None:
        with store.writing() as session:
            say(session, "C-1", event(1), {INTAKE: "我付了两次,要退款。A-1 +86 138-0013-8000"})
            say(session, "C-1", event(2), {2: "The bank is asked about the refunds"})
            say(session, "C-2", event(1), {INTAKE: "要退货,不退錢"})
        with store.reading() as session:
            for text, expected in (
                ("退款", ["C-1"]),
                ("退", ["C-1", "C-2"]),
                ("退钱", ["C-2"]),
                ("付两", []),
                ("refund", ["C-1"]),
                ("REFUND 退款", ["C-1"]),
                ("refund 退货", []),
                ("re", []),
                ("A-1", ["C-1"]),
                ("13800138000", ["C-1"]),
                ("0013", ["C-1"]),
                ("!?", []),
                ('" OR *', []),
            ):
                assert ids(session, text=text) == expected, text
                assert_counted(session, Query(text=text), len(expected), text)
            assert ids(session, text="退", sort=Sort.NEWEST, limit=1) == ["C-2"]

    @keeps(Query, _TEXT)
    def test_corrected_words_are_found_no_more(self, store: Store) -> None:
        with store.writing() as session:
            say(session, "C-1", event(1), {INTAKE: "order A-7 wang@example.com"})
            say(session, "C-1", event(2), {2: "a note about it"})
            say(session, "C-1", event(3), {INTAKE: "order B-8"})
        with store.reading() as session:
            assert ids(session, text="wang") == [], "a word is found that was corrected"
            assert ids(session, text="B-8 note") == ["C-1"]
        with store.writing() as session:
            say(session, "C-1", event(4), {2: ""})
            assert ids(session, text="note") == [], "what was taken away is there"

    @keeps(Query, "Equal is equal in every character: case counts, and nothing in a field is a pattern.")
    def test_an_incident_and_an_order_are_found_by_themselves(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", event(incident="I-1", order="A-1", state=State.CLOSED))
            put(session, "C-2", event(incident="I-2", order="A-1"))
        with store.reading() as session:
            assert ids(session, incident="I-1") == ["C-1"]
            assert ids(session, order="A-1", sort=Sort.NEWEST) == ["C-2", "C-1"]
            assert ids(session, incident="", order={"A-1", ""}) == []
            assert ids(session, received_from=T0 - timedelta(days=1), order="A-1", open=True) == ["C-2"]
