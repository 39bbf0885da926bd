"""Many decide at once, and what they decide holds: whoever writes has looked at nothing that has changed since.

1. A transaction reads without any lock, and notes for each customer and each problem that it looks at how often
   something changed about it.
2. With its first write it takes its turn: it locks the one row of the ledger until it ends, and looks whether all that
   it noted still stands. If not, nothing was written, it is `Overtaken`, and its caller decides again.
3. The second time it takes its turn before it reads anything, so that nobody can be faster again.

So the rules over several records (R5, R12, R26) hold as if there were one writer, no two wait for each other in a
circle, and places in the ledger are given in the order of the commits: no reader ever sees a later one without all
that stand before it, and none is left out.

Its cost: two commits never share one write to the disk, so the server accepts about as many commands a second as its
disk syncs; reading and deciding go on beside it. `do_many` and `receive_many` share a turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

from complaintflow.errors import Overtaken, StoreError
from complaintflow.plugins.keys_of_words import keys_not_restored, needs_keys
from complaintflow.record.encrypted import LEFT_PLAIN, MARK
from complaintflow.stores.sql.batches import FROM
from complaintflow.stores.sql.dialects import Dialect, fit
from complaintflow.stores.sql.drivers import Driver, errors_of, translating
from complaintflow.stores.sql.faults import is_refused
from complaintflow.stores.sql.recorder import Recorder
from complaintflow.stores.sql.together import Asked, commit_together

_MARKS = "SELECT name, changes FROM complaintflow_marks WHERE name IN :names"
_TOUCH = (
    "INSERT INTO complaintflow_marks (name, changes) VALUES (:name, 1) "
    "ON CONFLICT (name) DO UPDATE SET changes = complaintflow_marks.changes + 1"
)
_KEY_OF_THE_SEARCH = "SELECT 1 FROM complaintflow_data_keys WHERE complaint = ''"
_ENCRYPTED = Asked(
    f"{_KEY_OF_THE_SEARCH} UNION ALL SELECT 0 FROM (SELECT data "  # noqa: S608  # ours
    "FROM complaintflow_events WHERE data IS NOT NULL AND kind != :plain ORDER BY place DESC LIMIT 1) last "
    "WHERE substr(data, 1, 1) = :mark LIMIT 1",
    {"plain": LEFT_PLAIN, "mark": MARK},
)
"""Whether the key of the search is there; and if not, whether the words that were said last lie encrypted."""
_MARKS_AND_KEY = f"{_MARKS} UNION ALL SELECT '', 1 FROM complaintflow_data_keys WHERE complaint = ''"  # noqa: S608
"""With the marks, under a blank name, the key of the search. A statement less is a twentieth of a command."""
_KEYS = "SELECT 1 FROM complaintflow_keys WHERE key IN :keys LIMIT 1"
_LETTERS = (
    "SELECT number, attempts, until FROM complaintflow_outbox WHERE number IN :numbers ORDER BY number FOR UPDATE"
)
_COUNT = (
    "UPDATE complaintflow_ledger SET events = :events, complaints = :complaints, letters = :letters, "
    "waiting = waiting + :new"
)
_WAIT_AS_BEFORE = "SELECT set_config('lock_timeout', :waits, true)"
_CUSTOMER = "customer "

_Question = tuple[Asked, Callable[[Sequence[Any]], bool]]
"""What is asked, and whether its rows are as they were."""


def mark_of_customer(customer: str) -> str:
    """The mark of all that happens to a customer: complaints, payments, messages."""
    return f"{_CUSTOMER}{fit(customer)}"


def mark_of_problem(type: str, area: str) -> str:
    """The mark of all that a search for batches sees of a problem (R12)."""
    return f"problem {fit(type)} {fit(area)}"


@attrs.define
class _Counts:
    """How many there are, with those that this transaction adds."""

    events: int
    complaints: int
    letters: int


class Turns(Recorder):
    """Notes what is looked at, and takes the turn to write.

    `waits` is how long the statements of a host wait for a lock, where the transaction is its own: so long they wait
    again, once this one has its turn. `begin` is that of `Recorder`, where the transaction is that of the store itself.
    """

    def __init__(
        self, driver: Driver, dialect: Dialect, *, writes: bool, patience: float, waits: str = "", begin: str = ""
    ) -> None:
        super().__init__(driver, dialect, begin=begin)
        self._commits = bool(begin)
        self.database, self.writes = dialect.name, writes
        self._patience, self._waits = f"{int(patience * 1000)}ms", waits
        self._noting = writes and dialect.many
        self._seen_marks: dict[str, int] = {}
        self._seen_letters: dict[int, tuple[int, int | None]] = {}
        self._missed_keys = set[str]()
        self._touched = set[str]()
        self._keyless = False
        self.knows_words = False
        """Whether somebody has looked that no encrypted words stand here without their keys; then nobody need again."""
        self._turn: _Counts | None = None
        self._begun: _Counts | None = None
        self.number = ""
        """The number of the transaction, once it may have written something."""

    # ── what is looked at

    def _look_at(self, *names: str) -> None:
        """Note these marks, before what they are for is read."""
        new = [name for name in names if name not in self._seen_marks] if self._noting else []
        if new:
            there: dict[str, int] = dict(self._run(_MARKS, names=sorted(new)))
            self._seen_marks.update((name, there.get(name, 0)) for name in new)

    def _saw_mark(self, name: str, changes: int | None) -> None:
        """Note a mark that was read with what it is for."""
        if self._noting:
            self._seen_marks.setdefault(name, changes or 0)

    def _saw_letter(self, number: int, attempts: int, until: int | None) -> None:
        if self._noting:
            self._seen_letters.setdefault(number, (attempts, until))

    def _mine(self, numbers: set[int]) -> None:
        """These letters are locked, so that nobody else changes them."""
        self._seen_letters = {one: seen for one, seen in self._seen_letters.items() if one not in numbers}

    def _missed_key(self, key: str) -> None:
        if self._noting:
            self._missed_keys.add(key)

    def _touch(self, *names: str) -> None:
        """Something about them changes."""
        self._touched.update(names)

    def check_no_keys(self) -> None:
        """Whoever writes asks with its turn, since others may begin with keys until then; nobody writes before."""
        if self._noting:
            self._keyless = True
        else:
            self._check_keyless()

    def check_keys_restored(self) -> bool:
        """Whether the key of the search is there. Raises `StoreError` where it must have been, and is not."""
        return _has_keys(self._ask([_ENCRYPTED])[0])

    def _check_keyless(self) -> None:
        _has_no_keys(self._ask([_ENCRYPTED])[0])
        self.knows_words = True

    # ── the turn

    def take_turn(self) -> None:
        """From now on nobody else writes until this transaction ends. Raises `Overtaken` when somebody was faster."""
        self._counts()

    def _counts(self) -> _Counts:
        if self._turn is None:
            if not self.writes:
                raise StoreError(self._dialect.name, "a transaction that only reads was to write", "use writing()")
            questions = [*self._questions(self._keyless), *self._last_questions()] if self._noting else []
            turn = self._turn_asked()
            after = [Asked(_WAIT_AS_BEFORE, {"waits": self._waits})] if self._waits else []
            (row,), *answers = self._ask([turn, *(asked for asked, _ in questions), *after])[: len(questions) + 1]
            self._noting = False
            self._turn, self._begun, self.number = _Counts(*row[:3]), _Counts(*row[:3]), row[3]
            if not _hold(questions, answers):
                raise Overtaken(self._dialect.name, "another one was faster, and nothing was saved", "try again")
            self.knows_words = self.knows_words or self._keyless
        return self._turn

    def _turn_asked(self) -> Asked:
        return Asked(self._dialect.take_turn, {"patience": self._patience})

    @property
    def _new_letters(self) -> int:
        """How many letters this transaction has added."""
        return self._turn.letters - self._begun.letters if self._turn and self._begun else 0

    def was_misled(self) -> bool:
        """Whether what it has read no longer stands, so that what it refuses may be refused for no reason."""
        questions = self._questions() if self._noting else []
        return bool(questions) and not _hold(questions, self._ask([asked for asked, _ in questions]))

    def _questions(self, keyless: bool = False) -> list[_Question]:
        """What is asked to know whether all that was noted still stands; and whether it is `keyless` still."""
        found = list[_Question]()
        if self._seen_marks:
            marks = _MARKS_AND_KEY if keyless and self.knows_words else _MARKS
            found.append((Asked(marks, {"names": sorted(self._seen_marks)}), self._same_marks))
        if self._missed_keys:
            found.append((Asked(_KEYS, {"keys": sorted(self._missed_keys)}), lambda rows: not rows))
        if self._seen_letters:
            found.append((Asked(_LETTERS, {"numbers": sorted(self._seen_letters)}), self._same_letters))
        return found

    def _last_questions(self) -> Iterator[_Question]:
        """What is asked with the turn alone, and not with the marks. Raises `StoreError` in its answer."""
        if self._keyless and not self.knows_words:
            yield _ENCRYPTED, _has_no_keys
        elif self._keyless and not self._seen_marks:
            yield Asked(_KEY_OF_THE_SEARCH, {}), _has_no_keys

    def _same_marks(self, rows: Sequence[Any]) -> bool:
        there: dict[str, int] = dict(rows)
        if there.pop("", 0):
            raise needs_keys()
        return all(there.get(name, 0) == changes for name, changes in self._seen_marks.items())

    def _same_letters(self, rows: Sequence[Any]) -> bool:
        return {number: (attempts, until) for number, attempts, until in rows} == self._seen_letters

    def finish(self) -> None:
        """Write down what changed, before the commit or with it."""
        if self._touched:
            self._later(_TOUCH, [{"name": name} for name in sorted(self._touched)])
        if self._turn is not None and self._turn != self._begun:
            self._later(_COUNT, {**attrs.asdict(self._turn), "new": self._new_letters})
            if self._dialect.ring and self._new_letters:
                self._later(self._dialect.ring, {})
        if not self._commits or len(self._waiting) >= FROM:
            self._flush()

    def commit(self) -> None:
        """Write what waits, and commit it in the same message. Where a row must be met and is not, the server refuses
        both, and what must be met is looked for once more, to say what is there instead: also what was met before the
        commit, since one may be the row of another.

        Raises the error of the driver. Where the connection was lost, nobody knows whether it is committed.
        """
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        self._check_mine()
        first = [Asked(*one) for one in self._beginning()]
        try:
            commit_together(self._driver, self._dialect, [*first, *waiting])
        except errors_of(self._dialect) as error:
            if not is_refused(error):
                raise
            self._say_why_refused(waiting)

    def _say_why_refused(self, waiting: list[Asked]) -> None:
        with translating(self._dialect):
            self._driver.rollback()
        self._begin = self._dialect.begin_writing
        self._waiting = [one for one in (*self._met, *waiting) if one.met]
        self._send([self._turn_asked()])
        self._flush()
        raise Overtaken(self._dialect.name, "another one was faster, and nothing was saved", "try again")


def _has_no_keys(rows: Sequence[Any]) -> bool:
    """Raises `StoreError` where there are some, and where there must have been."""
    if _has_keys(rows):
        raise needs_keys()
    return True


def _has_keys(rows: Sequence[Any]) -> bool:
    if any(not is_there for (is_there,) in rows):
        raise keys_not_restored("complaintflow_data_keys")
    return bool(rows)


def _hold(questions: Sequence[_Question], answers: Sequence[Sequence[Any]]) -> bool:
    """Whether each answer is as it was."""
    return all(judge(rows) for (_, judge), rows in zip(questions, answers, strict=True))
