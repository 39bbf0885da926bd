"""The contract of intakes: subclass `IntakeContract` and provide a `Reading`: the intake and a text that it reads."""

from __future__ import annotations

import io
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from complaintflow.desk.desk import Desk
from complaintflow.desk.importing import take_in
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Incoming, Intake, Unreadable
from complaintflow.record.complaint import Complaint
from complaintflow.stores import MemoryStore
from complaintflow.testing.clock import MONDAY, FrozenClock
from complaintflow.values import Actor

_TRIES = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


@attrs.frozen
class Reading:
    """An intake, a text of at least two rows that it reads, and the same text with one unreadable row."""

    intake: Intake
    text: str = attrs.field(repr=False)
    spoiled: str = attrs.field(repr=False)

    def rows(self, text: str) -> list[Incoming | Unreadable]:
        """Every row of a text."""
        return list(self.intake.read(io.StringIO(text, newline="")))


class IntakeContract:
    """The tests read the given texts, truncated texts, and random texts."""

    @pytest.fixture
    def reading(self) -> Iterator[Reading]:
        """The intake with its texts; override it."""
        raise NotImplementedError("override the fixture `reading`")

    def test_every_row_is_a_complaint_or_says_why_not(self, reading: Reading) -> None:
        rows = reading.rows(reading.text)
        assert len(rows) >= 2, "give a text of at least two rows"
        assert all(isinstance(row, Incoming) for row in rows), [row for row in rows if isinstance(row, Unreadable)]

    def test_rows_come_in_the_order_of_their_lines(self, reading: Reading) -> None:
        lines = [row.line for row in reading.rows(reading.text)]
        assert lines == sorted(lines)
        assert lines[0] >= 1, "the first line of a file is 1"

    def test_a_key_names_one_row_and_stays_the_same_when_it_is_read_again(self, reading: Reading) -> None:
        """Otherwise a second import of a file takes everything in twice."""
        first, again = ([_key(row) for row in reading.rows(reading.text)] for _ in range(2))
        assert first == again
        assert len(first) == len(set(first)), "two rows have one key"
        assert all(key.strip() for key in first)

    def test_a_bad_row_is_named_and_stops_nothing(self, reading: Reading) -> None:
        good, spoiled = reading.rows(reading.text), reading.rows(reading.spoiled)
        bad = [row for row in spoiled if isinstance(row, Unreadable)]
        assert len(bad) == 1, "one row was spoiled"
        assert bad[0].reason.strip()
        left = [_key(row) for row in spoiled if isinstance(row, Incoming)]
        assert len(left) >= len(good) - 1, "a bad row took others with it"

    def test_an_empty_file_is_no_error(self, reading: Reading) -> None:
        assert [row for row in reading.rows("") if isinstance(row, Incoming)] == []

    def test_a_file_that_is_cut_off_anywhere_is_read_as_far_as_it_goes(self, reading: Reading) -> None:
        whole = {_key(row) for row in reading.rows(reading.text)}

        @_TRIES
        @given(st.integers(0, len(reading.text)))
        def cut(length: int) -> None:
            rows = reading.rows(reading.text[:length])
            complete = [row for row in rows if isinstance(row, Incoming) and row.key in whole]
            assert len(complete) >= len([row for row in rows if isinstance(row, Incoming)]) - 1

        cut()

    def test_no_text_at_all_makes_it_raise(self, reading: Reading) -> None:
        """Including lone surrogates, which stand for bad bytes."""

        @_TRIES
        @given(st.text(st.characters(exclude_categories=[])), st.integers(0, len(reading.text)))
        def anything(noise: str, place: int) -> None:
            for text in (noise, reading.text[:place] + noise + reading.text[place:]):
                for row in reading.rows(text):
                    assert isinstance(row, Incoming | Unreadable), f"{row!r} is neither Incoming nor Unreadable"

        anything()

    def test_the_rules_accept_what_it_reads(self, reading: Reading) -> None:
        lifecycle = Lifecycle.default()
        for row in reading.rows(reading.text):
            assert isinstance(row, Incoming)
            decision = lifecycle.decide(Complaint.blank("C-1"), row.command, by=Actor.system(), at=MONDAY)
            assert decision.accepted, [str(refusal) for refusal in decision.refusals]

    def test_a_file_that_is_taken_in_twice_is_there_once(self, reading: Reading) -> None:
        with Desk(MemoryStore(), clock=FrozenClock()) as desk:
            first = list(take_in(desk, reading.rows(reading.text)))
            again = list(take_in(desk, reading.rows(reading.text)))
            assert [row.status for row in first] == ["new"] * len(first)
            assert [(row.status, row.id) for row in again] == [("known", row.id) for row in first]


def _key(row: Incoming | Unreadable) -> str:
    return row.key if isinstance(row, Incoming) else ""
