"""The contract of intakes: subclass `IntakeContract` and provide a `Reading`: the intake and a text that it reads."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from complaintflow.desk.desk import Desk
from complaintflow.desk.importing import take_in
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Incoming, Intake, Unreadable
from complaintflow.record.complaint import Complaint
from complaintflow.stores import MemoryStore
from complaintflow.testing.another_process import NotPortable, ask_elsewhere
from complaintflow.testing.clock import MONDAY, FrozenClock
from complaintflow.testing.promises import keeps
from complaintflow.testing.story import Story
from complaintflow.testing.strategies import same_each_time
from complaintflow.values import Actor

_TRIES = same_each_time(50)
ODD_WORDS = " Ａ１①ﬁ㎏½ cafe\u0301 😀"
"""Characters that another form of Unicode folds."""
NOISE = ("\udc80", "\x00", '"', "\ufeff", ",,,\n", "\r", "\u2028", "{", "<", "\\")
"""Bad bytes, quotes that do not end, and other ends of lines."""
TOO_LONG = "长" * 140_000
"""More than a field of the module `csv` may have."""

NEVER = "It never stops half-way and never drops a row in silence."
WORDS = (
    "The words of a row come as they stand there: no character is folded, and none is cut; a row with a field that is "
    "too long for it is an `Unreadable`."
)
LINES = "`line` is where the row begins; the first line of a file is 1."
KEYS = (
    "- Idempotency: the same row read again has the same `key`, so that importing a file twice takes in nothing new: "
    "in another process, and in a file that grew at its top."
)


@attrs.frozen
class Reading:
    """An intake, a text of at least two rows that it reads, and the same text with one unreadable row.

    The unreadable row is one line, beside the others or in the place of one. `words` are what the customers said, row
    by row, and `lines` where the rows begin: give them where the text does not show it plainly.
    """

    intake: Intake
    text: str = attrs.field(repr=False)
    spoiled: str = attrs.field(repr=False)
    words: Sequence[str] = attrs.field(default=(), repr=False)
    lines: Sequence[int] = ()
    story: Story = attrs.field(factory=Story, repr=False)

    def told_in(self, story: Story) -> Reading:
        """The reading whose files are told in this story."""
        return attrs.evolve(self, story=story)

    def rows(self, text: str) -> list[Incoming | Unreadable]:
        """Every row of a text."""
        return self.story.ask("read", lambda given: list(self.intake.read(_file(given))), text)  # type: ignore[no-any-return]

    def good(self) -> list[Incoming]:
        """Every row of the text, which are all readable."""
        rows = self.rows(self.text)
        assert len(rows) >= 2, f"give a text of at least two rows: it read {len(rows)}"
        unreadable = [row for row in rows if not isinstance(row, Incoming)]
        assert not unreadable, f"a row of the text is not readable: {unreadable[0]}"
        return [row for row in rows if isinstance(row, Incoming)]

    def keys(self) -> list[str]:
        """The keys of all rows of the text; this is asked in another process, too."""
        return keys_of(self.intake.read(_file(self.text)))

    @property
    def bad_row(self) -> str:
        """The line that cannot be read, with its end."""
        before, after = self.text.splitlines(keepends=True), self.spoiled.splitlines(keepends=True)
        for mine, other in zip_longest(before, after, fillvalue=""):
            if mine != other:
                return other if other.endswith("\n") else f"{other}\n"
        raise AssertionError("the spoiled text is the text itself")

    def with_row(self, row: str, line: int) -> str:
        """The text with one more row that begins in this line."""
        lines = self.text.splitlines(keepends=True)
        return "".join([*lines[: line - 1], row, *lines[line - 1 :]])

    def reworded(self, rows: Sequence[Incoming], more: str) -> tuple[int, str] | None:
        """The place of a row and the text in which its words go on like this; None where the words stand in no text."""
        for place, row in enumerate(rows):
            said = row.command.description
            if said and self.text.count(said) == 1:
                return place, self.text.replace(said, said + more)
        return None


def _file(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


def keys_of(rows: Iterable[Incoming | Unreadable]) -> list[str]:
    """The keys of those that were read."""
    return [row.key for row in rows if isinstance(row, Incoming)]


class IntakeContract:
    """The tests read the given texts, with rows added, taken away and reworded, cut off, and with noise in them."""

    @pytest.fixture
    def reading(self) -> Iterator[Reading]:
        """The intake with its texts; override it."""
        raise NotImplementedError("override the fixture `reading`")

    @keeps(Intake, "Every row, readable or not, in order.")
    def test_every_row_is_a_complaint_or_says_why_not(self, reading: Reading) -> None:
        reading.good()

    @keeps(Intake, LINES)
    def test_rows_come_in_the_order_of_their_lines(self, reading: Reading) -> None:
        lines = [row.line for row in reading.good()]
        assert lines == sorted(set(lines)), f"the lines are {lines}"
        assert lines[0] >= 1, "the first line of a file is 1"

    @keeps(Intake, LINES)
    def test_the_line_of_a_row_is_where_it_begins(self, reading: Reading) -> None:
        """A person looks for it there."""
        rows = reading.good()
        lines = [row.line for row in rows]
        expected = [*reading.lines] or lines_of(reading, rows)
        assert lines == expected or not expected, f"the rows begin in {expected}, and it says {lines}"

    @keeps(Intake, WORDS)
    def test_the_words_are_those_of_the_file(self, reading: Reading) -> None:
        rows = reading.good()
        if reading.words:
            said = [row.command.description for row in rows]
            assert said == [*reading.words], f"{reading.words!r} stands there, and it read {said!r}"
        if reworded := reading.reworded(rows, ODD_WORDS):
            place, text = reworded
            again = reading.rows(text)
            assert len(again) == len(rows), f"other words made {len(again)} rows of {len(rows)}"
            row, expected = again[place], rows[place].command.description + ODD_WORDS
            assert isinstance(row, Incoming), f"it cannot read {ODD_WORDS!r}: {row}"
            assert row.command.description == expected, (
                f"{expected!r} stands there, and it read {row.command.description!r}"
            )

    @keeps(Intake, WORDS)
    def test_a_very_long_field_is_read_whole_or_is_unreadable_and_takes_no_other_with_it(
        self, reading: Reading
    ) -> None:
        rows = reading.good()
        reworded = reading.reworded(rows, TOO_LONG)
        if reworded is None:
            pytest.skip("no words of a row stand in the text as they were read")
        place, text = reworded
        again = reading.rows(text)
        assert len(again) == len(rows), f"a field of {len(TOO_LONG)} characters made {len(again)} rows of {len(rows)}"
        row = again[place]
        if isinstance(row, Incoming):
            length = len(row.command.description)
            assert length == len(rows[place].command.description) + len(TOO_LONG), f"it was cut at {length} characters"
        others = [one.key for one in again if isinstance(one, Incoming) and one is not row]
        assert others == [one.key for one in rows if one is not rows[place]], "it took others with it"

    @keeps(Intake, "No two rows have one key.")
    def test_a_key_names_one_row(self, reading: Reading) -> None:
        keys = keys_of(reading.good())
        assert len(keys) == len(set(keys)), f"two rows have one key: {keys}"
        assert all(key.strip() for key in keys), f"a key is blank: {keys}"

    @keeps(Intake, KEYS)
    def test_a_key_stays_the_same_when_the_file_is_read_again(self, reading: Reading) -> None:
        """Otherwise a second import of a file takes everything in twice."""
        first, again = ([(row.key, row.command) for row in reading.good()] for _ in range(2))
        assert first == again, "read again, the file says something else"

    @keeps(Intake, KEYS)
    def test_a_key_stays_the_same_in_another_process(self, reading: Reading) -> None:
        """Where the same text has another `hash`, and a set another order."""
        try:
            answers = ask_elsewhere(attrs.evolve(reading, story=Story()), "keys")
        except NotPortable as error:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("builtins.hash", _hash_elsewhere)
                answers = [reading.keys()]
            if answers == [reading.keys()]:
                pytest.skip(f"nobody looked: the reading cannot be handed to another process ({str(error)[-80:]})")
        here = reading.keys()
        for there in answers:
            assert there == here, f"the keys are {here[:3]} here, and {there[:3]} in another process"

    @keeps(Intake, KEYS)
    def test_a_key_stays_the_same_in_a_file_that_grew_at_its_top_or_lost_a_row(self, reading: Reading) -> None:
        """An export of yesterday and one of today: the line of a row is no key."""
        rows = reading.good()
        keys = keys_of(rows)
        grown = reading.rows(reading.with_row(reading.bad_row, rows[0].line))
        assert keys_of(grown) == keys, "one line more at the top changes keys"
        lines = reading.text.splitlines(keepends=True)
        shorter = "".join([*lines[: rows[0].line - 1], *lines[rows[1].line - 1 :]])
        left = keys_of(reading.rows(shorter))
        assert left == keys[1:], f"without the first row the keys are {left[:3]}, and were {keys[1:4]}"

    @keeps(Intake, NEVER)
    def test_a_bad_row_is_named_and_stops_nothing(self, reading: Reading) -> None:
        good, spoiled = reading.good(), reading.rows(reading.spoiled)
        bad = [row for row in spoiled if isinstance(row, Unreadable)]
        assert len(bad) == 1, f"one row was spoiled, and {len(bad)} are unreadable"
        assert bad[0].reason.strip(), "an unreadable row says no reason"
        replaced = len(reading.spoiled.splitlines()) <= len(reading.text.splitlines())
        left = keys_of(spoiled)
        assert len(left) == len(good) - replaced, f"a bad row took others with it: {len(left)} are left of {len(good)}"

    @keeps(Intake, NEVER)
    def test_rows_after_a_bad_one_are_read_wherever_it_stands(self, reading: Reading) -> None:
        rows = reading.good()
        keys = keys_of(rows)
        for line in (row.line for row in rows):
            again = reading.rows(reading.with_row(reading.bad_row, line))
            left = keys_of(again)
            assert left == keys, f"with a bad row in line {line} it read {len(left)} of {len(keys)} rows"
            bad = [row.line for row in again if isinstance(row, Unreadable)]
            assert bad == [line], f"the bad row is in line {line}, and it names {bad}"

    @keeps(Intake, "The caller closes the file.")
    def test_the_file_stays_open(self, reading: Reading) -> None:
        for text in (reading.text, reading.spoiled, ""):
            file = _file(text)
            list(reading.intake.read(file))
            assert not file.closed, "it closed the file"

    @keeps(Intake, "- Threads: several files at once, each by one thread; nothing of one file is kept for another.")
    def test_two_files_that_are_read_by_turns_are_two(self, reading: Reading) -> None:
        texts = (reading.text, reading.spoiled)
        alone = [reading.rows(text) for text in texts]
        reads = [reading.intake.read(_file(text)) for text in texts]
        together: list[list[Any]] = [[], []]
        for pair in zip_longest(*reads):
            for rows, row in zip(together, pair, strict=True):
                rows.extend([] if row is None else [row])
        assert together == alone, "rows of one file are lost or in the other"

    @keeps(Intake, "- Threads: several files at once, each by one thread; nothing of one file is kept for another.")
    def test_a_file_that_was_left_in_the_middle_leaves_nothing_behind(self, reading: Reading) -> None:
        whole = reading.rows(reading.text)
        next(iter(reading.intake.read(_file(reading.text))))
        assert reading.rows(reading.text) == whole, "the file says something else after one was left in the middle"

    @keeps(Intake, NEVER)
    def test_an_empty_file_is_no_error(self, reading: Reading) -> None:
        assert [row for row in reading.rows("") if isinstance(row, Incoming)] == []

    @keeps(Intake, NEVER)
    def test_a_file_that_is_cut_off_anywhere_is_read_as_far_as_it_goes(self, reading: Reading) -> None:
        whole = {row.key for row in reading.good()}

        @_TRIES
        @given(st.integers(0, len(reading.text)))
        def cut(length: int) -> None:
            rows = [row for row in reading.rows(reading.text[:length]) if isinstance(row, Incoming)]
            complete = [row for row in rows if row.key in whole]
            assert len(complete) >= len(rows) - 1, (
                f"cut at {length}, it read {len(complete)} of {len(rows)} rows as before"
            )

        cut()

    @keeps(Intake, "- Errors: a row that cannot be read is an `Unreadable` with its line;")
    def test_no_text_at_all_makes_it_raise(self, reading: Reading) -> None:
        """Including lone surrogates, which stand for bad bytes."""

        def read(noise: str, place: int) -> None:
            for text in (noise, reading.text[:place] + noise + reading.text[place:]):
                for row in reading.rows(text):
                    assert isinstance(row, Incoming | Unreadable), f"{row!r} is neither Incoming nor Unreadable"

        for noise in NOISE:
            for place in range(0, len(reading.text), max(1, len(reading.text) // 20)):
                read(noise, place)
        noises = st.text(st.characters(exclude_categories=[]))
        _TRIES(given(noises, st.integers(0, len(reading.text)))(read))()

    @keeps(Intake, "Every row, readable or not, in order.")
    def test_the_rules_accept_what_it_reads(self, reading: Reading) -> None:
        lifecycle = Lifecycle.default()
        for row in reading.good():
            decision = lifecycle.decide(Complaint.blank("C-1"), row.command, by=Actor.system(), at=MONDAY)
            assert decision.accepted, [str(refusal) for refusal in decision.refusals]

    @keeps(Intake, KEYS)
    def test_a_file_that_is_taken_in_twice_is_there_once(self, reading: Reading) -> None:
        with Desk(MemoryStore(), clock=FrozenClock()) as desk:
            first = list(take_in(desk, reading.rows(reading.text)))
            again = list(take_in(desk, reading.rows(reading.text)))
            assert [row.status for row in first] == ["new"] * len(first)
            assert [(row.status, row.id) for row in again] == [("known", row.id) for row in first]


def _hash_elsewhere(thing: object, real: Callable[[object], int] = hash) -> int:
    """Another hash, as another process has."""
    return real((thing, "elsewhere"))


def lines_of(reading: Reading, rows: Sequence[Incoming]) -> list[int]:
    """Where the rows begin, when each is a line of its own and its words stand there; nothing when that is not so."""
    text = reading.text
    said = [row.command.description for row in rows]
    filled = [line for line in text.splitlines() if line.strip()]
    if len(filled) - len(rows) not in {0, 1} or any(text.count(one) != 1 or not one for one in said):
        return []
    return [text.count("\n", 0, text.index(one)) + 1 for one in said]
