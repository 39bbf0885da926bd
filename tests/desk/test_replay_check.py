"""What is on record, decided anew by the present version of the rules: every difference is listed, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from complaintflow import Actor, Desk, Policy, commands as c
from complaintflow.channels import Channels
from complaintflow.commands._context import Ask
from complaintflow.desk import builtin
from complaintflow.desk.backtesting import ReplayCheck
from complaintflow.errors import Refusal
from complaintflow.lifecycle import Lifecycle, LifecycleBuilder
from complaintflow.plugins import Host
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import Effect
from tests import stories as s
from tests.desk.moved_house import NAMES, new_rules, old_rules
from tests.desk.test_moving import BY, pending
from tests.golden.replayed import file_of, lines, replayed
from tests.golden.script import LANGUAGES, perform
from tests.golden.test_histories import FILES


@pytest.fixture(params=LANGUAGES)
def told(request: pytest.FixtureRequest) -> Iterator[tuple[MemoryStore, Host, FrozenClock]]:
    """A house in which every command happened, in one language."""
    host = Host([builtin, Channels(dict.fromkeys(Policy().channels, RecordingChannel()))])
    with closing(MemoryStore()) as store:
        desk = Desk(store, host=host, clock=(clock := FrozenClock()))
        perform(desk, clock, request.param)
        yield store, host, clock


def test_the_same_version_decides_every_command_as_it_was(told: tuple[MemoryStore, Host, FrozenClock]) -> None:
    store, host, clock = told
    desk = Desk(store, host=host, clock=clock)
    head = desk.head()
    found = desk.replay_check()
    assert (found.refused, found.other, found.left_out) == ((), (), ())
    assert found.judged == sum(1 for id in desk._ids() for _ in desk.history(id))
    assert desk.head() == head


def decided(**changes: Any) -> ReplayCheck:
    """A complaint with a note and a message, decided anew by a lifecycle with these guards."""
    with closing(MemoryStore()) as store:
        desk = Desk(store, clock=FrozenClock())
        id = desk.receive(s.receive(), by=s.SYSTEM).id
        desk.do(id, c.Note("called twice"), c.Park("the form lacks a field"), s.acknowledge(), by=s.LI)
        return Desk(store, **changes).replay_check()


def refuse_parking(ask: Ask) -> Refusal | None:
    return Refusal("nobody-parks", "nobody parks", "leave it") if isinstance(ask.command, c.Park) else None


def refuse_notes(ask: Ask) -> Refusal | None:
    return Refusal("no-words", "nothing is written", "leave it") if isinstance(ask.command, c.Park | c.Note) else None


def test_what_would_be_refused_now_is_named_with_all_reasons() -> None:
    rules = Lifecycle.default().with_guards({Effect.ANY: [refuse_parking, refuse_notes]})
    found = decided(lifecycle=rules)
    told = [(one.seq, one.command, [refusal.rule for refusal in one.refusals]) for one in found.refused]
    assert told == [(2, "Note", ["no-words"]), (3, "Park", ["nobody-parks", "no-words"])]
    assert (found.judged, found.other, found.same) == (4, (), False)


def test_a_fact_that_would_be_another_one_is_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What came after it is decided over what is on record, and is the same."""
    with closing(MemoryStore()) as store:
        desk = Desk(store, clock=FrozenClock())
        id = desk.receive(s.receive(), by=s.SYSTEM).id
        desk.do(id, c.Note("called twice"), c.Note("and once more"), by=s.LI)
        monkeypatch.setattr(
            c.Note, "changes", lambda self, ask: {"notes": ask.facts.notes + (2 if ask.seq == 2 else 1)}
        )
        (one,) = desk.replay_check().other
        assert (one.complaint, one.seq, one.command, one.fact) == (id, 2, "Note", "notes")
        assert (one.recorded, one.now) == ('{"notes":1}', '{"notes":2}')


def test_a_move_that_is_not_there_any_more_is_a_difference() -> None:
    rules = LifecycleBuilder.default().without("Park").build()
    (one,) = decided(lifecycle=rules).refused
    assert [(problem.path, problem.found) for problem in one.problems] == [("command", "Park")]
    stays = LifecycleBuilder.default().without("Park", "received").build()
    (one,) = decided(lifecycle=stays).refused
    assert (one.command, [refusal.rule for refusal in one.refusals]) == ("Park", ["not-possible"])


def test_who_did_it_may_be_told() -> None:
    with closing(MemoryStore()) as store:
        desk = Desk(store, clock=FrozenClock())
        desk.do(desk.receive(s.receive(), by=s.SYSTEM).id, c.Note("called"), by=s.LI)
        (one,) = desk.replay_check(people={"li": Actor("li", {"guest"})}.get).refused
        assert [refusal.rule for refusal in one.refusals] == ["permitted"]


def test_whose_team_nobody_knows_makes_no_difference_and_a_known_team_does() -> None:
    """Else a house reads as many false differences as colleagues of other teams have helped."""
    with closing(MemoryStore()) as store:
        desk = Desk(store, clock=FrozenClock())
        id = desk.receive(s.receive(), by=s.SYSTEM).id
        desk.do(id, s.triage(), s.TASK, by=s.LI)
        desk.do(id, c.FinishTask("T1", "own_system", "the second capture is reversed"), by=s.ENGINEER)
        assert desk.replay_check().same
        moved = desk.replay_check(people={"qian": Actor("qian", s.ENGINEER.roles, "risk")}.get)
        assert {(one.fact, one.now) for one in moved.other} == {("progress", '{"progress":"risk"}')}


def test_complaints_without_their_words_are_left_out() -> None:
    with closing(MemoryStore()) as store:
        desk = Desk(store, clock=(clock := FrozenClock()))
        id = desk.receive(s.receive(), by=s.SYSTEM).id
        desk.do(id, s.WITHDRAW, by=s.LI)
        desk.deliver()
        clock.later(days=1)
        desk.erase("u-17", by=s.MANAGER, reason="they asked")
        found = desk.replay_check()
        assert (found.left_out, found.judged, found.same) == ((id,), 0, True)


def test_moves_between_lifecycles_and_policies_are_decided_by_those_of_their_time() -> None:
    with closing(MemoryStore()) as store:
        clock = FrozenClock()
        first = Desk(store, old_rules(), clock=clock)
        id = pending(first).id
        strict = Policy.from_data({"promises": {"medium_closed": "20h"}})
        desk = Desk(store, new_rules(strict), clock=clock, former=[old_rules()])
        desk.migrate(by=BY, reason="spring", mapping=NAMES)
        desk.do(id, c.Answer({"device": "P60"}), by=s.CUSTOMER)
        found = desk.replay_check()
        assert (found.refused, found.other) == ((), ())
        assert found.judged == len(desk.history(id))


def test_without_the_lifecycle_of_its_time_it_says_what_does_not_fit() -> None:
    with closing(MemoryStore()) as store:
        id = pending(Desk(store, old_rules(), clock=FrozenClock())).id
        found = Desk(store, Lifecycle.default()).replay_check()
        assert {(one.complaint, one.fact) for one in found.other} >= {(id, "lifecycle"), (id, "state")}


def test_what_is_merged_is_decided_with_the_other_record() -> None:
    """In the order in which it was saved: both happened at one time."""
    with closing(MemoryStore()) as store:
        desk = Desk(store, clock=FrozenClock())
        target, other = (desk.receive(s.receive(), by=s.SYSTEM).id for _ in range(2))
        desk.do(other, s.triage(), c.Merge(target), by=s.LI)
        assert desk.replay_check().same


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_the_golden_histories_are_decided_as_they_were_but_for_what_is_written_down(path: Path) -> None:
    """A change of a rule that an old house would notice: `python -m tests.golden.replayed` shows which."""
    assert [*lines(replayed(path))] == file_of(path).read_text(encoding="utf-8").splitlines()
