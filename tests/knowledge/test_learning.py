"""R31: what was learnt by a cursor is what one learns from the beginning, whatever happened in between."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings, strategies as st

from complaintflow import Actor, Complaint, Customer, Desk, Lifecycle, commands as c
from complaintflow.errors import ComplaintflowError, UnreadableRecord
from complaintflow.knowledge import AnswerIndex, Article, IndexChanges, article_of
from complaintflow.knowledge._archive import ArchiveDesk
from complaintflow.lifecycle import LifecycleBuilder
from complaintflow.lifecycle.rows import Row
from complaintflow.lifecycle.table import TABLE
from complaintflow.plugins import FoundAnswer, Question
from complaintflow.stores import SqliteStore
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Effect, State
from tests import stories as s
from tests.desk.test_changed import KeepsNoTree
from tests.stores.desks import Opener, at_desk, investigating, received


@attrs.frozen
class TakeOut(c.Command):
    """Take it out of the archive."""


@attrs.frozen
class PutBack(c.Command):
    """Put it into the archive again."""


LIFECYCLE = Lifecycle(
    (
        *TABLE,
        Row(TakeOut, frozenset({State.ARCHIVED}), "on_a_desk"),
        Row(PutBack, frozenset({"on_a_desk"}), State.ARCHIVED, frozenset({Effect.ARCHIVES})),
    )
).under(s.CHINA)
"""A house that takes complaints out of its archive."""

WHY = "asked by letter"


def shelved(desk: Desk, number: int = 1, words: str = "付款") -> Complaint:
    """One that may be archived. Its customer is its own."""
    theirs = Actor.customer(f"u-{number}")
    id = investigating(desk, customer=Customer(theirs.id, contact={"email": f"u{number}@example.com"})).id
    at_desk(desk, id, s.propose())
    at_desk(desk, id, c.Agree("O1", s.HEARD), by=theirs)
    at_desk(desk, id, s.RESOLVE)
    at_desk(desk, id, s.PASSED, by=s.WANG)
    at_desk(desk, id, s.notice(words))
    desk.deliver()
    at_desk(desk, id, s.CONFIRM, by=theirs)
    at_desk(desk, id, c.Close())
    desk.deliver()
    return at_desk(desk, id, s.LABEL)


def archived(desk: Desk, number: int = 1, words: str = "付款") -> Complaint:
    return at_desk(desk, shelved(desk, number, words).id, c.Archive())


def learnt(index: AnswerIndex) -> tuple[Any, Sequence[FoundAnswer]]:
    """Every article with its version, and what a search finds in them."""
    with index._file.alone() as connection:
        rows = connection.execute(
            "SELECT source, ref, title, text, language FROM articles ORDER BY source, ref"
        ).fetchall()
        versions = connection.execute("SELECT ref, version FROM learnt ORDER BY ref").fetchall()
        cursor = connection.execute("SELECT at FROM cursor").fetchall()
    return (rows, versions, cursor), index.suggest(Question("付了两次款, 第二笔款已退回", "zh"), 9)


def learnt_from_the_beginning(desk: Desk) -> tuple[Any, Sequence[FoundAnswer]]:
    with closing(AnswerIndex()) as index:
        index.index_archive(desk)
        return learnt(index)


@pytest.fixture
def index() -> Iterator[AnswerIndex]:
    with closing(AnswerIndex()) as index:
        yield index


@attrs.define
class Asked:
    """A desk that notes for which complaints it was asked."""

    desk: ArchiveDesk
    got: list[str] = attrs.field(factory=list[str])
    lists: int = 0

    @property
    def states(self) -> Mapping[str, str]:
        return self.desk.states

    def changed(self, since: str = "") -> Any:
        return self.desk.changed(since)

    def get(self, id: str) -> Complaint:
        self.got.append(id)
        return self.desk.get(id)

    def find(self, /, **wanted: Any) -> Any:
        self.lists += 1
        return self.desk.find(**wanted)


# ── only what is new


def test_only_what_changed_since_the_last_time_is_looked_at(opener: Opener, index: AnswerIndex) -> None:
    with opener() as desk:
        archived(desk)
        assert index.index_archive(desk) == IndexChanges(added=1)
        second, other = archived(desk, 2), received(desk)
        asked = Asked(desk)
        assert index.index_archive(asked) == IndexChanges(added=1, unchanged=1)
        assert (sorted(asked.got), asked.lists) == (sorted((second.id, other.id)), 0)
        assert index.index_archive(asked) == IndexChanges(unchanged=2)
        assert (len(asked.got), asked.lists) == (2, 0)
        assert learnt(index) == learnt_from_the_beginning(desk)


def test_an_index_in_a_file_goes_on_where_it_ended(opener: Opener, tmp_path: Path) -> None:
    with opener() as desk:
        for number in (1, 2):
            archived(desk, number)
            asked = Asked(desk)
            with closing(AnswerIndex(tmp_path / "answers.db")) as index:
                assert index.index_archive(asked) == IndexChanges(added=1, unchanged=number - 1)
        assert (len(asked.got), asked.lists) == (1, 0)


def test_an_erased_complaint_goes_out_of_the_index(opener: Opener, index: AnswerIndex) -> None:
    with opener() as desk:
        archived(desk), archived(desk, 2)
        index.index_archive(desk)
        desk.erase("u-1", by=s.LEAD, reason=WHY)
        assert index.index_archive(desk) == IndexChanges(removed=1, unchanged=1)
        assert learnt(index) == learnt_from_the_beginning(desk)


def test_an_erasure_at_a_desk_with_the_index_takes_the_words_out_at_once(opener: Opener, index: AnswerIndex) -> None:
    """Nobody waits for the next learning to keep what the customer was promised."""
    with opener(plugins=[index]) as desk:
        one, other = archived(desk), archived(desk, 2)
        asked = Question("付了两次款", "zh")
        assert {answer.ref for answer in index.suggest(asked, 9)} == {one.id, other.id}
        desk.erase("u-1", by=s.LEAD, reason=WHY)
        assert [answer.ref for answer in index.suggest(asked, 9)] == [other.id]
        assert index.index_archive(desk) == IndexChanges(unchanged=1)
        assert learnt(index) == learnt_from_the_beginning(desk)


def test_what_is_taken_out_of_the_archive_goes_out_of_the_index_until_it_is_put_back(index: AnswerIndex) -> None:
    with Desk.open("memory://", lifecycle=LIFECYCLE, clock=FrozenClock()) as desk:
        id = archived(desk).id
        index.index_archive(desk)
        at_desk(desk, id, TakeOut())
        assert index.index_archive(desk) == IndexChanges(removed=1)
        at_desk(desk, id, PutBack())
        assert index.index_archive(desk) == IndexChanges(added=1)


SHELF = LifecycleBuilder.default().state("on the shelf", stage="archived").command("Shelve").command("Unshelve")
SHELF = SHELF.add("Shelve", "archived", "on the shelf", who="staff").add("Unshelve", ["on the shelf"], "archived")
SHELVING = SHELF.build(s.CHINA)
"""A house that has a place of its own in its archive."""


def test_an_archive_of_the_house_is_read_as_the_archive(tmp_path: Path, index: AnswerIndex) -> None:
    """By the cursor and by the list, and also while only a former lifecycle has that state."""
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    with Desk.open(url, lifecycle=SHELVING, clock=FrozenClock()) as desk:
        first = archived(desk)
        assert index.index_archive(desk) == IndexChanges(added=1)
        at_desk(desk, first.id, SHELVING.commands["Shelve"]())
        assert index.index_archive(desk) == IndexChanges(unchanged=1)
        at_desk(desk, archived(desk, 2).id, SHELVING.commands["Shelve"]())
        assert index.index_archive(desk) == IndexChanges(added=1, unchanged=1)
        assert learnt(index) == learnt_from_the_beginning(desk)
    with Desk.open(url, policy=s.CHINA, former=[SHELVING], clock=FrozenClock()) as desk:
        assert learnt(index) == learnt_from_the_beginning(desk)


def test_a_learning_that_fails_leaves_the_cursor_where_it_was(
    index: AnswerIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cursor and words are kept in one transaction: else what was archived meanwhile is never learnt."""

    def fails(*_: object) -> None:
        raise RuntimeError("the disk is full")

    with Desk.open("memory://", policy=s.CHINA, clock=FrozenClock()) as desk:
        archived(desk)
        before = learnt(index)
        with monkeypatch.context() as patch:
            patch.setattr("complaintflow.knowledge.index.keep_cursor", fails)
            with pytest.raises(RuntimeError):
                index.index_archive(desk)
        assert learnt(index) == before
        assert index.index_archive(desk) == IndexChanges(added=1)


# ── everything anew


def test_a_rebuilding_reads_everything_again(opener: Opener, index: AnswerIndex) -> None:
    with opener() as desk:
        archived(desk), archived(desk, 2)
        index.index_archive(desk)
        whole = learnt(index)
        with index._writing() as connection:
            connection.execute("UPDATE articles SET text = 'wrong' WHERE number = 1")
        assert index.index_archive(desk) == IndexChanges(unchanged=2)
        assert index.index_archive(desk, rebuild=True) == IndexChanges(changed=1, unchanged=1)
        assert learnt(index) == whole


def with_cursors() -> Desk:
    return Desk.open("memory://", policy=s.CHINA, new_id=lambda at: "C-1")


def without_cursors() -> Desk:
    return Desk(KeepsNoTree(), Lifecycle.default(s.CHINA), new_id=lambda at: "C-1")


@pytest.mark.parametrize(
    ("first", "then"),
    [(with_cursors, with_cursors), (with_cursors, without_cursors), (without_cursors, with_cursors)],
)
def test_another_house_is_noticed_though_its_complaint_has_the_same_id_and_version(
    first: Callable[[], Desk], then: Callable[[], Desk], index: AnswerIndex
) -> None:
    with first() as here, then() as there:
        assert archived(here, words="a till").version == archived(there, words="a gate").version
        index.index_archive(here)
        assert index.index_archive(there) == IndexChanges(changed=1)
        assert learnt(index) == learnt_from_the_beginning(there)


def test_a_store_without_cursors_is_learnt_by_its_list_and_texts_are_read_once(
    index: AnswerIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[str]()

    def noted(complaint: Complaint) -> Article | None:
        read.append(complaint.id)
        return article_of(complaint)

    monkeypatch.setattr("complaintflow.knowledge._archive.article_of", noted)
    with Desk(KeepsNoTree(), Lifecycle.default(s.CHINA), clock=FrozenClock()) as desk:
        ids = [archived(desk, number).id for number in (1, 2)]
        assert index.index_archive(desk) == IndexChanges(added=2)
        assert index.index_archive(desk) == IndexChanges(unchanged=2)
        assert sorted(read) == sorted(ids)
        desk.erase("u-1", by=s.LEAD, reason=WHY)
        assert index.index_archive(desk) == IndexChanges(removed=1, unchanged=1)
        assert index.index_archive(desk, rebuild=True) == IndexChanges(unchanged=1)
        assert len(read) == 5


# ── what cannot be read


class Damaged(Asked):
    """A desk that cannot read one complaint."""

    broken: str = ""

    def get(self, id: str) -> Complaint:
        if id == self.broken:
            raise UnreadableRecord.of("complaints", id, "damaged bytes")
        return super().get(id)


def test_what_cannot_be_read_is_named_holds_up_no_other_and_is_learnt_when_it_is_mended(index: AnswerIndex) -> None:
    with Desk.open("memory://", policy=s.CHINA, clock=FrozenClock()) as desk:
        index.index_archive(desk)
        broken, _ = archived(desk), archived(desk, 2)
        damaged = Damaged(desk)
        damaged.broken = broken.id
        for changes in (index.index_archive(damaged), index.index_archive(damaged)):
            assert [problem.path for problem in changes.problems] == [broken.id]
            assert "damaged bytes" in str(changes.problems[0])
        assert [ref for _, ref, *_ in learnt(index)[0][0]] != [broken.id]
        assert index.index_archive(desk) == IndexChanges(added=1, unchanged=1)
        assert learnt(index) == learnt_from_the_beginning(desk)


def test_texts_that_cannot_be_read_are_named_in_a_list_too(index: AnswerIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk.open("memory://", policy=s.CHINA, clock=FrozenClock()) as desk:
        broken, other = archived(desk), archived(desk, 2)

        def fails(complaint: Complaint) -> Article | None:
            if complaint.id == broken.id:
                raise UnreadableRecord.of("events", broken.id, "damaged bytes")
            return article_of(complaint)

        with monkeypatch.context() as patch:
            patch.setattr("complaintflow.knowledge._archive.article_of", fails)
            (problem,) = index.index_archive(desk).problems
        assert problem.path == broken.id
        assert [ref for _, ref, *_ in learnt(index)[0][0]] == [other.id]
        assert index.index_archive(desk) == IndexChanges(added=1, unchanged=1)


# ── the law


@attrs.define
class House:
    """A house in a file, its backup, and an index that learns of it now and then."""

    folder: Path
    desk: Desk
    index: AnswerIndex
    ids: tuple[str, ...]

    @classmethod
    def of(cls, original: Path, folder: Path, ids: tuple[str, ...]) -> House:
        shutil.copy(original, folder / "desk.db")
        shutil.copy(original, folder / "backup.db")
        return cls(folder, cls.opened(folder), AnswerIndex(), ids)

    @staticmethod
    def opened(folder: Path) -> Desk:
        return Desk(SqliteStore(folder / "desk.db", synchronous="OFF"), LIFECYCLE, clock=FrozenClock())

    def copy(self, source: str, target: str) -> None:
        self.desk.close()
        for one in self.folder.glob(f"{target}.db*"):
            one.unlink()
        shutil.copy(self.folder / f"{source}.db", self.folder / f"{target}.db")
        self.desk = self.opened(self.folder)

    def act(self, what: str, number: int) -> None:
        id = self.ids[number]
        with suppress(ComplaintflowError):  # what is not possible now changes nothing
            if what == "archive":
                self.desk.do(id, c.Archive(), by=s.LI)
            elif what == "archive, and tell the index":
                complaint = self.desk.do(id, c.Archive(), by=s.LI)
                self.index.saw(complaint, self.desk.history(id))
            elif what == "take out":
                self.desk.do(id, TakeOut(), by=s.LI)
            elif what == "put back":
                self.desk.do(id, PutBack(), by=s.LI)
            elif what == "erase":
                self.desk.erase(f"u-{number}", by=s.LEAD, reason=WHY)
            elif what == "keep a backup":
                self.copy("desk", "backup")
            elif what == "restore":
                self.copy("backup", "desk")
            else:
                self.index.index_archive(self.desk)


ACTS = (
    "archive", "archive, and tell the index", "take out", "put back", "erase", "keep a backup", "restore", "learn",
)  # fmt: skip


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, ...]]:
    """A house with three complaints that may be archived."""
    folder = tmp_path_factory.mktemp("begun")
    with House.opened(folder) as desk:
        ids = tuple(shelved(desk, number).id for number in range(3))
    return folder / "desk.db", ids


def keeps_the_law(
    begun: tuple[Path, tuple[str, ...]], factory: pytest.TempPathFactory, acts: Sequence[tuple[str, int]]
) -> None:
    path, ids = begun
    house = House.of(path, factory.mktemp("house"), ids)
    for what, number in acts:
        house.act(what, number)
    house.act("learn", 0)
    with house.desk, closing(house.index):
        assert learnt(house.index) == learnt_from_the_beginning(house.desk)


SEQUENCES = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 2)), max_size=9)


@given(SEQUENCES)
@example([("archive", 0), ("learn", 0), ("keep a backup", 0), ("archive", 1), ("learn", 0), ("restore", 0)])
@example([("learn", 0), ("keep a backup", 0), ("archive, and tell the index", 1), ("restore", 0)])
@example([("archive", 0), ("archive", 1), ("learn", 0), ("take out", 0), ("erase", 1)])
@settings(max_examples=12)
def test_after_any_changes_and_learnings_the_index_is_one_that_was_learnt_from_the_beginning(
    begun: tuple[Path, tuple[str, ...]], tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    keeps_the_law(begun, tmp_path_factory, acts)


@pytest.mark.explore
@given(SEQUENCES)
@settings(max_examples=400)
def test_so_it_is_after_many_more(
    begun: tuple[Path, tuple[str, ...]], tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    keeps_the_law(begun, tmp_path_factory, acts)
