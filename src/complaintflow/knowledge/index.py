"""R31: an index of answers by SQLite's full text search (FTS5), in a file or in memory. It shows why it found them.

The index is derived: it can be deleted and made again. What is gone from its sources is gone from it when they are
read again, so that an erased complaint leaves no copy here.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import attrs

from complaintflow.commands import Archive, Erase
from complaintflow.errors import Problem, StoreError
from complaintflow.knowledge._archive import ArchiveDesk, ArchiveReading, read_changed, read_whole
from complaintflow.knowledge._cursor import (
    SCHEMA,
    keep_cursor,
    load_cursor,
    load_learnt,
    load_waiting,
    replace_learnt,
    replace_waiting,
)
from complaintflow.knowledge._file import IndexFile
from complaintflow.knowledge._words import index_text, join_pairs, question_words
from complaintflow.knowledge.articles import Article, article_of, read_articles
from complaintflow.plugins import FoundAnswer, Knowledge, Observer, Question, hookimpl
from complaintflow.record.complaint import Complaint, Event

APPLICATION_ID = 0x0C0F10A5
"""Marks a file as an index of answers."""
VERSION = 4
ASKED = 200
"""Words of a question that are looked for at most."""
RARE = 6
"""Words of a question that find the answers: the rarest. Among 100,000 that takes 0.45 of the time of all 41 words."""
COMMON = 5000
"""A word in so many answers is not counted further."""
SHOWN = 12
"""Words that say why, at most."""
ARCHIVE = "archive"
"""The source of what the desk has archived."""

_SCHEMA = f"""
CREATE TABLE articles (
  number INTEGER PRIMARY KEY, source TEXT NOT NULL, ref TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
  language TEXT NOT NULL, UNIQUE (source, ref)
) STRICT;
{SCHEMA}CREATE VIRTUAL TABLE words USING fts5(title, text, tokenize = "porter unicode61 remove_diacritics 2");
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
"""
_BEGIN, _END = "\x02", "\x03"
_FIND = """
SELECT number, ref, articles.title, articles.text, -bm25(words, 3.0, 1.0)
FROM words JOIN articles ON number = words.rowid WHERE words MATCH ?
ORDER BY language NOT IN (?, ''), bm25(words, 3.0, 1.0), source, ref LIMIT ?
"""
_LOAD_ONE = "SELECT number, ref, title, text, language FROM articles WHERE source = ? AND ref = ?"
_NUMBER = "SELECT number FROM articles WHERE source = ? AND ref = ?"
_COUNT = f"SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT {COMMON})"  # noqa: S608  # a constant
_WHY = f"""
SELECT highlight(words, 0, '{_BEGIN}', '{_END}') || char(10) || highlight(words, 1, '{_BEGIN}', '{_END}')
FROM words WHERE words MATCH ? AND rowid = ?
"""  # noqa: S608  # two constants
_MARK = re.compile(f"{_BEGIN}([^{_END}]*){_END}")


@attrs.frozen
class IndexChanges:
    """What reading a source again changed, and what could not be read."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()


class AnswerIndex:
    """Knowledge as a plugin: `Desk.open(url, plugins=[AnswerIndex("answers.db")])`. Used by many threads.

    `name` is that of the source in `desk.answers`. Raises `StoreError` when the file cannot be used.
    """

    def __init__(self, path: Path | str = ":memory:", name: str = "answers") -> None:
        self.name = name
        where = f"answers {Path(path).name}"
        self._file = IndexFile(str(path), where, partial(_prepare, where))

    @hookimpl
    def knowledge(self) -> Mapping[str, Knowledge]:
        """This index under its name."""
        return {self.name: self}

    @hookimpl
    def observers(self) -> Iterable[Observer]:
        """Itself."""
        return [self]

    def saw(self, complaint: Complaint, events: Sequence[Event]) -> None:
        """Learn a complaint when it was archived, and forget it when it was erased: only this one is read."""
        if any(event.is_a(Archive) or event.is_a(Erase) for event in events):
            self.learn(complaint)

    def learn(self, complaint: Complaint) -> None:
        """Put what its customer was told in place of what was learnt of it before.

        `index_archive` looks at it once more: it may be behind the cursor when the store is restored from a backup.
        """
        article = article_of(complaint)
        with self._writing() as connection:
            _delete(connection, _numbers(connection, complaint.id))
            if article:
                _insert(connection, ARCHIVE, article)
            replace_learnt(connection, (), {complaint.id: complaint.version})
            replace_waiting(connection, (), (complaint.id,))

    def suggest(self, question: Question, limit: int) -> tuple[FoundAnswer, ...]:
        """The answers that have words of the question: its own language first, then the best.

        The rarest words find them; where these are in too few answers, all words do.
        """
        words = question_words(question.text, ASKED)
        if not words:
            return ()
        language, every = question.language.lower()[:2], _match(words)
        with self._file.alone() as connection:
            rare = _rarest(connection, words)
            rows = connection.execute(_FIND, (_match(rare), language, limit)).fetchall()
            if len(rows) < limit and len(rare) < len(words):
                rows = connection.execute(_FIND, (every, language, limit)).fetchall()
            marked = [connection.execute(_WHY, (every, number)).fetchone()[0] for number, *_ in rows]
        return tuple(
            FoundAnswer(title, text, ref, score, _why(one))
            for (_, ref, title, text, score), one in zip(rows, marked, strict=True)
        )

    def index_archive(self, desk: ArchiveDesk, *, rebuild: bool = False) -> IndexChanges:
        """Learn what was archived or changed since the last time, and take out what is in the archive no more.

        The file keeps the cursor of the desk (`Desk.changed`). Without one everything is read: the first time, after
        the store was restored from a backup or replaced by another one, and with `rebuild`. `problems` names what
        cannot be read; it is looked at again the next time.
        """
        with self._file.alone() as connection:
            cursor, waiting = load_cursor(connection), load_waiting(connection)
        changed = desk.changed("" if rebuild else cursor)
        looked_at = None if changed.whole else dict.fromkeys((*changed.ids, *waiting))
        if looked_at is None:
            # another store, or an older copy of it, may have the same version of a complaint that says something else
            reading = read_whole(desk, {} if rebuild or cursor or changed.cursor else self._learnt())
        else:
            reading = read_changed(desk, looked_at)
        with self._writing() as connection:
            found = _learn_read(connection, reading, looked_at)
            replace_waiting(connection, waiting, reading.unread)
            keep_cursor(connection, changed.cursor)
        return found

    def _learnt(self) -> dict[str, int]:
        with self._file.alone() as connection:
            return load_learnt(connection)

    def index_folder(self, folder: Path) -> IndexChanges:
        """Read a folder of pages again, as `read_articles` does, in place of the folder that was read before."""
        found = list(read_articles(folder))
        problems = tuple(one for one in found if isinstance(one, Problem))
        changes = self.replace("folder", (one for one in found if isinstance(one, Article)))
        return attrs.evolve(changes, problems=problems)

    def replace(self, source: str, articles: Iterable[Article]) -> IndexChanges:
        """Replace all articles of the source by these. Doing it twice changes nothing."""
        wanted = {article.ref: article for article in articles}
        with self._writing() as connection:
            stored = {article.ref: (number, article) for number, article in _load(connection, source)}
            return _replace(connection, source, stored, wanted)

    def close(self) -> None:
        """Give the file back. Calling it twice is allowed."""
        self._file.close()

    @contextmanager
    def _writing(self) -> Generator[sqlite3.Connection, None, None]:
        with self._file.alone() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def _prepare(where: str, connection: sqlite3.Connection) -> None:
    execute = connection.execute
    execute("PRAGMA secure_delete = ON")  # what is dropped is gone from the file as well
    if execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
    found = (execute("PRAGMA application_id").fetchone()[0], execute("PRAGMA user_version").fetchone()[0])
    if found != (APPLICATION_ID, VERSION):
        raise StoreError(where, "this file is no index of answers of this version", "name another file")


def _match(words: Iterable[str]) -> str:
    """Any of these words, as SQLite is asked for them: they are letters and digits alone."""
    return " OR ".join(f'"{word}"' for word in words)


def _rarest(connection: sqlite3.Connection, words: Sequence[str]) -> Sequence[str]:
    """The words that are in the fewest answers, or all where they are few."""
    if len(words) <= RARE:
        return words
    counts = ((connection.execute(_COUNT, (_match([word]),)).fetchone()[0], word) for word in words)
    return [word for _, word in sorted((one for one in counts if one[0]), key=itemgetter(0))][:RARE] or words[:RARE]


def _learn_read(
    connection: sqlite3.Connection, reading: ArchiveReading, looked_at: Collection[str] | None
) -> IndexChanges:
    """Put what was read of these complaints, or of all, in place of what was learnt of them."""
    loaded = _load(connection, ARCHIVE) if looked_at is None else _load_some(connection, ARCHIVE, looked_at)
    stored = {article.ref: (number, article) for number, article in loaded}
    kept = {ref: one for ref, (_, one) in stored.items() if ref in reading.known}
    found = _replace(connection, ARCHIVE, stored, {**kept, **reading.articles})
    replace_learnt(connection, looked_at, reading.versions)
    there = connection.execute("SELECT count(*) FROM articles WHERE source = ?", (ARCHIVE,)).fetchone()[0]
    return attrs.evolve(found, unchanged=there - found.added - found.changed, problems=tuple(reading.unread.values()))


def _load(connection: sqlite3.Connection, source: str) -> list[tuple[int, Article]]:
    rows = connection.execute("SELECT number, ref, title, text, language FROM articles WHERE source = ?", (source,))
    return [(number, Article(*fields)) for number, *fields in rows]


def _load_some(connection: sqlite3.Connection, source: str, refs: Iterable[str]) -> Iterator[tuple[int, Article]]:
    for ref in refs:
        for number, *fields in connection.execute(_LOAD_ONE, (source, ref)):
            yield number, Article(*fields)


def _replace(
    connection: sqlite3.Connection,
    source: str,
    stored: Mapping[str, tuple[int, Article]],
    wanted: Mapping[str, Article],
) -> IndexChanges:
    """Put these articles in place of those that are stored; what stays as it is is not touched."""
    gone = [number for ref, (number, article) in stored.items() if wanted.get(ref) != article]
    new = [article for ref, article in wanted.items() if stored.get(ref, (0, None))[1] != article]
    _delete(connection, gone)
    for article in new:
        _insert(connection, source, article)
    changed = sum(article.ref in stored for article in new)
    return IndexChanges(len(new) - changed, changed, len(gone) - changed, len(wanted) - len(new))


def _numbers(connection: sqlite3.Connection, ref: str) -> list[int]:
    """The numbers of what was learnt of a complaint."""
    return [number for (number,) in connection.execute(_NUMBER, (ARCHIVE, ref))]


def _delete(connection: sqlite3.Connection, numbers: list[int]) -> None:
    for number in numbers:
        connection.execute("DELETE FROM words WHERE rowid = ?", (number,))
        connection.execute("DELETE FROM articles WHERE number = ?", (number,))
    if numbers:  # merges what is marked as deleted away
        connection.execute("INSERT INTO words(words) VALUES ('optimize')")


def _insert(connection: sqlite3.Connection, source: str, article: Article) -> None:
    values = (source, article.ref, article.title, article.text, article.language)
    number = connection.execute(
        "INSERT INTO articles (source, ref, title, text, language) VALUES (?, ?, ?, ?, ?)", values
    ).lastrowid
    words = (number, index_text(article.title), index_text(article.text))
    connection.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", words)


def _why(marked: str) -> tuple[str, ...]:
    """The words that matched, those of a Chinese run put together again; each once, in their order."""
    found: dict[str, None] = {}
    for run in marked.splitlines():
        for matched, words in groupby(run.split(" "), key=lambda word: bool(_MARK.fullmatch(word))):
            if matched:
                found[join_pairs(word[1:-1] for word in words)] = None
    return tuple(found)[:SHOWN]
