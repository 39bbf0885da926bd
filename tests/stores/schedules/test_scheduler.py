"""The scheduler itself: it tries each order once, and leaves out none that could end otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from typing import Any

import pytest

from tests.stores.schedules.actors import Actor, here
from tests.stores.schedules.scheduler import Choice, Diverged, Found, Run, Scheduler, explore
from tests.stores.schedules.steps import COMMIT, STATEMENT, Footprint, Step, statement, tables_of, tied

ALL = frozenset({"*"})


class Nowhere:
    """No database makes anybody wait."""

    def is_waiting(self, _: Actor) -> bool:
        return False


class Counter:
    """A number that two actors raise: each reads it and writes it, in two steps."""

    def __init__(self) -> None:
        self.value = 0

    def raise_it(self) -> None:
        _step("read", reads=frozenset({"counter"}))
        seen = self.value
        _step("write", shows=frozenset({"counter"}))
        self.value = seen + 1


def _step(text: str, kind: str = STATEMENT, **what: Any) -> None:
    actor = here()
    assert actor is not None
    actor.stop(Step(kind, text, **what))


def told(
    acts: Callable[[], Sequence[Callable[[], Any]]], judge: Callable[[], str], most: int, crashes: int = 0
) -> Found:
    """What is found when these act at once."""
    names = [str(number) for number in range(len(acts()))]

    def perform(prefix: Sequence[Choice]) -> tuple[Run, str, str]:
        actors = [Actor(name, act) for name, act in zip(names, acts(), strict=True)]
        run = Scheduler(actors, Nowhere(), crashes).go(prefix)
        return run, judge(), ""

    return explore(perform, names, most, [Footprint() for _ in names])


def counting(most: int) -> Found:
    """Two raise a number once each."""
    counter = [Counter()]

    def acts() -> Sequence[Callable[[], Any]]:
        counter[0] = Counter()
        return counter[0].raise_it, counter[0].raise_it

    return told(acts, lambda: "" if counter[0].value == 2 else f"raised to {counter[0].value}", most)


def test_two_who_act_one_after_the_other_lose_nothing() -> None:
    """Else each seeded race would be found without a race."""
    assert counting(0).wrong == ""


def test_a_lost_update_is_found_with_one_preemption() -> None:
    """The simplest race: a checker that misses it finds nothing."""
    found = counting(1)
    assert (found.wrong, found.preemptions) == ("raised to 1", 1)
    assert [line[2:].split() for line in found.schedule.splitlines()][:2] == [["0", "read"], ["1", "read"]]


def orders(lengths: Sequence[int], most: int) -> Iterator[tuple[int, ...]]:
    """Each order of so many steps of each, with at most so many preemptions, made by brute force."""
    steps = [actor for actor, length in enumerate(lengths) for _ in range(length)]
    for order in sorted(set(permutations(steps))):
        left, preemptions = list(lengths), 0
        for now, then in zip(order, (*order[1:], -1), strict=True):
            left[now] -= 1
            preemptions += now != then and left[now] > 0
        if preemptions <= most:
            yield order


@pytest.mark.parametrize("lengths", [(3, 3), (4, 2), (2, 2, 2)])
@pytest.mark.parametrize("most", [0, 1, 2, 3])
def test_each_order_with_so_many_preemptions_is_tried_once(lengths: tuple[int, ...], most: int) -> None:
    """Where every step matters to everybody, nothing is left out: those of brute force, and none of them twice."""
    made, now = list[tuple[int, ...]](), list[int]()

    def acts() -> Sequence[Callable[[], Any]]:
        now.clear()
        return [lambda actor=actor, length=length: act(actor, length) for actor, length in enumerate(lengths)]  # type: ignore[misc]

    def act(actor: int, length: int) -> None:
        for _ in range(length - 1):  # and then it answers
            _step("", reads=ALL, shows=ALL)
            now.append(actor)

    def judge() -> str:
        made.append(tuple(now))
        return ""

    told(acts, judge, most)
    assert sorted({*made}) == sorted(orders([length - 1 for length in lengths], most))


def test_a_crash_is_tried_before_each_step_and_ends_an_actor() -> None:
    """What dies in the middle is where things are lost."""
    done = list[str]()

    def act() -> None:
        for number in range(3):
            _step(str(number), COMMIT)
            done.append(str(number))

    ends = set[str]()

    def acts() -> Sequence[Callable[[], Any]]:
        done.clear()
        return [act]

    def judge() -> str:
        ends.add("".join(done))
        return ""

    found = told(acts, judge, 1, crashes=1)
    assert ends == {"", "0", "01", "012"}
    assert found.crashes == 4


def test_a_schedule_that_cannot_be_told_says_so_and_leaves_nobody_behind() -> None:
    """Else a story that changed under the search would be taken for one that ends well, or hold a lock for ever."""
    ended = list[str]()

    def act() -> None:
        try:
            _step("first")
            _step("second")
        finally:
            ended.append("gone")

    actors = [Actor("one", act), Actor("other", act)]
    with pytest.raises(Diverged, match="one cannot go on"):
        Scheduler(actors, Nowhere()).go([Choice(0)] * 4)
    assert ended == ["gone", "gone"]
    assert all(actor.done for actor in actors)


@pytest.mark.parametrize(
    ("sql", "reads", "holds"),
    [
        ("SELECT 1 FROM complaintflow_keys WHERE key = :key", {"keys"}, set()),
        ("UPDATE complaintflow_outbox SET held = 0 WHERE number IN (SELECT 1)", set(), {"outbox"}),
        ("INSERT INTO complaintflow_paid VALUES (1)", set(), {"paid"}),
        ("SELECT number FROM complaintflow_outbox FOR UPDATE", set(), {"outbox"}),
    ],
)
def test_what_a_statement_reads_and_holds_is_read_from_it(sql: str, reads: set[str], holds: set[str]) -> None:
    """Else an order is left out that ends otherwise."""
    found = tables_of(sql)
    assert (set(found[0]), set(found[1])) == (reads, holds)


def test_who_has_the_turn_is_tied_to_nobody_by_what_needs_the_turn() -> None:
    """What nobody else may write meanwhile reads the same, whenever it is read."""
    read = "SELECT name, changes FROM complaintflow_marks WHERE name IN :names"
    commit = Step(COMMIT, "", shows=frozenset({"marks"}))
    assert tied(statement(read, has_turn=False, first=False), commit)
    assert not tied(statement(read, has_turn=True, first=False), commit)
