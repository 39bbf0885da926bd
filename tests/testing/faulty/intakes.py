"""Intakes with one fault each, and the test of the contract that finds it."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, TextIO

from complaintflow import Customer, InvalidInput
from complaintflow.commands import Receive
from complaintflow.plugins import Incoming, Unreadable
from complaintflow.testing import Reading
from tests.testing.faulty.faults import Faults

__all__ = ["CAUGHT", "Good", "reading_of"]

HEAD, FIRST, BAD, SECOND, THIRD = (
    "number,customer,words\n",
    "17,u-1,登录不上\n",
    "18,u-2\n",
    "19,u-3,退款没到 ①\n",
    "20,u-4,又扣款了\n",
)


class Good:
    """Without a fault: a number, a customer and their words in each line, without quotes."""

    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        for line, text in self.lines(source):
            if line > 1 and text.strip():
                yield self.row(line, text.strip().split(",", 2))

    def lines(self, source: TextIO) -> Iterable[tuple[int, str]]:
        return enumerate(source, 1)

    def row(self, line: int, cells: list[str]) -> Incoming | Unreadable:
        try:
            number, customer, words = cells
            return Incoming(line, self.key(line, number, words), Receive("csv", Customer(customer), self.words(words)))
        except (ValueError, InvalidInput) as error:
            return Unreadable(line, str(error))

    def key(self, line: int, number: str, words: str) -> str:
        return f"csv:{number}"

    def words(self, words: str) -> str:
        return words


def reading_of(kind: type[Good]) -> Reading:
    """An intake of this kind with its texts."""
    return Reading(kind(), HEAD + FIRST + SECOND + THIRD, HEAD + FIRST + BAD + SECOND + THIRD)


CAUGHT = Faults[type[Good]]()
found_by = CAUGHT.found_by


@found_by("rows_after_a_bad_one_are_read_wherever_it_stands")
class StopsHalfWay(Good):
    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        for row in super().read(source):
            yield row
            if isinstance(row, Unreadable):
                return


@found_by("a_bad_row_is_named_and_stops_nothing")
class DropsInSilence(Good):
    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        return (row for row in super().read(source) if isinstance(row, Incoming))


@found_by("a_bad_row_is_named_and_stops_nothing")
class DropsTheRowAfterABadOne(Good):
    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        rows = super().read(source)
        for row in rows:
            yield row
            if isinstance(row, Unreadable):
                next(rows, None)


@found_by("a_bad_row_is_named_and_stops_nothing")
class RaisesForABadRow(Good):
    def row(self, line: int, cells: list[str]) -> Incoming | Unreadable:
        number, customer, words = cells
        return super().row(line, [number, customer, words])


@found_by("a_key_stays_the_same_in_another_process")
class HashesItsKeys(Good):
    def key(self, line: int, number: str, words: str) -> str:
        return f"csv:{hash(words)}"


@found_by("a_key_stays_the_same_in_another_process")
class MakesKeysOfASet(Good):
    def key(self, line: int, number: str, words: str) -> str:
        return ":".join({number, words, *(f"{number}{place}" for place in range(9))})


@found_by("a_key_stays_the_same_in_a_file_that_grew_at_its_top_or_lost_a_row")
class TakesTheLineForAKey(Good):
    def key(self, line: int, number: str, words: str) -> str:
        return f"csv:{line}"


@found_by("a_key_stays_the_same_in_a_file_that_grew_at_its_top_or_lost_a_row")
class CountsRowsForAKey(Good):
    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        good = 0
        for row in super().read(source):
            good += isinstance(row, Incoming)
            yield Incoming(row.line, f"row-{good}", row.command) if isinstance(row, Incoming) else row


@found_by("a_key_names_one_row")
class HasOneKeyForAll(Good):
    def key(self, line: int, number: str, words: str) -> str:
        return "csv"


@found_by("the_words_are_those_of_the_file")
class FoldsWords(Good):
    def words(self, words: str) -> str:
        return unicodedata.normalize("NFKC", words)


@found_by("the_words_are_those_of_the_file")
class ComposesWords(Good):
    def words(self, words: str) -> str:
        return unicodedata.normalize("NFC", words)


@found_by("the_words_are_those_of_the_file")
class LosesRareWords(Good):
    def words(self, words: str) -> str:
        return words.encode("gb18030").decode("gbk", "replace")


@found_by("the_line_of_a_row_is_where_it_begins")
class CountsTheLineThatFollows(Good):
    """It asks how many lines were read when it has read one more."""

    def row(self, line: int, cells: list[str]) -> Incoming | Unreadable:
        return super().row(line + 1, cells)


@found_by("the_line_of_a_row_is_where_it_begins")
class CountsRowsForLines(Good):
    """The head of the file is no row."""

    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        next(source, None)
        return (self.row(number, text.strip().split(",", 2)) for number, text in enumerate(source, 1) if text.strip())


@found_by("two_files_that_are_read_by_turns_are_two")
class SharesAnAttribute(Good):
    def lines(self, source: TextIO) -> Iterable[tuple[int, str]]:
        self.line = 0
        for text in source:
            self.line += 1
            yield self.line, text


@found_by("a_file_that_was_left_in_the_middle_leaves_nothing_behind")
class GoesOnWhereItWasLeft(Good):
    left = 0

    def lines(self, source: TextIO) -> Iterable[tuple[int, str]]:
        for line, text in enumerate(source, 1):
            if line == 1 or line > self.left:
                self.left = max(line, self.left)
                yield line, text
        self.left = 0


@found_by("a_key_stays_the_same_when_the_file_is_read_again")
class KnowsRowsOfTheFileBefore(Good):
    def __init__(self) -> None:
        self.files = 0

    def lines(self, source: TextIO) -> Iterable[tuple[int, str]]:
        self.files += 1
        return enumerate(source, 1)

    def key(self, line: int, number: str, words: str) -> str:
        return f"csv:{self.files}:{number}"


@found_by("a_very_long_field_is_read_whole_or_is_unreadable_and_takes_no_other_with_it")
class ChokesOnALongField(Good):
    """The module `csv` raises for a field of more than 131,072 characters."""

    def lines(self, source: TextIO) -> Iterable[tuple[int, str]]:
        reader = csv.reader(source)
        return ((reader.line_num, ",".join(cells)) for cells in reader)


@found_by("a_very_long_field_is_read_whole_or_is_unreadable_and_takes_no_other_with_it")
class StopsAtALongField(ChokesOnALongField):
    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        with suppress(csv.Error):
            yield from super().read(source)


@found_by("a_very_long_field_is_read_whole_or_is_unreadable_and_takes_no_other_with_it")
class CutsWords(Good):
    def words(self, words: str) -> str:
        return words[:65_536]


@found_by("the_file_stays_open")
class ClosesTheFile(Good):
    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        with source:
            yield from super().read(source)


@found_by("no_text_at_all_makes_it_raise")
class ChokesOnBadBytes(Good):
    def row(self, line: int, cells: list[str]) -> Incoming | Unreadable:
        "".join(cells).encode()
        return super().row(line, cells)


@found_by("every_row_is_a_complaint_or_says_why_not")
class YieldsTables(Good):
    def row(self, line: int, cells: list[str]) -> Any:
        return dict(zip(("number", "customer", "words"), cells, strict=False))
