"""The random search: hypothesis asks two desks for what it likes, half of it known to be open, half of it anything."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import event, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from complaintflow import Actor, Complaint, Conflict, commands as c
from tests.core import stories as s
from tests.desk.anything import anything, spoken_at
from tests.desk.seen import ALL_MOVES, Seen
from tests.desk.twins import ACTORS, Mood, Twins, moving

__all__ = ["search"]

MOST = 3
"""How many complaints one run has: few, so that it goes deep."""

KINDS = st.sampled_from(list(c.BUILTIN.values()))
BY = st.sampled_from(ACTORS)
MOODS: st.SearchStrategy[Mood] = st.sampled_from(["delivers", "accepts", "knows", "gives up", "fails", "breaks"])
WAITS = st.sampled_from([{"minutes": 2}, {"hours": 1}, {"hours": 25}, {"hours": 73}, {"days": 31}])


def search(seen: Seen, config: settings) -> None:
    """Let it run; what it reached is in `seen`."""

    class Watching(DeskMachine):
        record = seen

    run_state_machine_as_test(Watching, settings=config)  # type: ignore[no-untyped-call]


class DeskMachine(RuleBasedStateMachine):
    """Both desks, a few complaints, everybody. The checks after each step are those of `Twins`."""

    record: Seen

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.twins = Twins.at(Path(self.folder.name), self.record)

    def teardown(self) -> None:
        for id in self.twins.ids:
            event(f"a complaint ended as {self.twins.get(id).state}")
        self.twins.close()
        self.folder.cleanup()

    def complaint(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(self.twins.ids), "complaint")

    def command(self, data: st.DataObject, kind: type[c.Command]) -> c.Command:
        return spoken_at(kind, data.draw(anything(kind), "fields"), self.twins.now, self.twins.ids)

    @initialize(data=st.data(), by=BY)
    def the_first_complaint(self, data: st.DataObject, by: Actor) -> None:
        self.twins.receives(s.receive(order="A-1"), by=s.CUSTOMER)
        self.twins.receives(s.receive(order="A-1"), by=s.SYSTEM)

    @precondition(lambda self: len(self.twins.ids) < MOST)
    @rule(data=st.data(), by=BY, key=st.none() | st.just("form-1"))
    def another_comes_in(self, data: st.DataObject, by: Actor, key: str | None) -> None:
        command = self.command(data, c.Receive)
        assert isinstance(command, c.Receive)
        self.twins.receives(command, by, key)

    @rule(data=st.data(), by=BY)
    def what_is_open(self, data: st.DataObject, by: Actor) -> None:
        """R7: one of the samples of what `steps` calls open passes; those that lead on are drawn more often."""
        id, twins = self.complaint(data), self.twins
        kinds = [name for name, status in twins.steps(id, by).items() if status == "open"]
        if not kinds:
            return
        onwards = moving(twins.get(id), kinds, ALL_MOVES)
        kind = c.BUILTIN[data.draw(st.sampled_from(onwards) | st.sampled_from(kinds) if onwards else st.sampled_from(kinds))]
        samples = data.draw(st.permutations(twins.samples(id, kind, by)), "samples")
        answers = (twins.asks(id, sample, by=by) for sample in samples)
        assert any(isinstance(one, Complaint) for one in answers), f"{kind.__name__} is open, and no sample passes"

    @rule(data=st.data(), by=BY, kind=KINDS)
    def anything_at_all(self, data: st.DataObject, by: Actor, kind: type[c.Command]) -> None:
        self.twins.asks(self.complaint(data), self.command(data, kind), by=by)

    @rule(data=st.data(), by=BY, kinds=st.lists(KINDS, min_size=2, max_size=3))
    def several_or_none(self, data: st.DataObject, by: Actor, kinds: list[type[c.Command]]) -> None:
        """Promise 1: they all happen, or none."""
        self.twins.asks(self.complaint(data), *(self.command(data, kind) for kind in kinds), by=by)

    @rule(data=st.data(), by=BY, kind=KINDS)
    def asked_again(self, data: st.DataObject, by: Actor, kind: type[c.Command]) -> None:
        """Promise 2: the same key gives the first answer and changes nothing."""
        id, command, twins = self.complaint(data), self.command(data, kind), self.twins
        key = f"{twins.now} {self.record.commands}"
        first = twins.asks(id, command, by=by, key=key)
        if isinstance(first, Complaint):
            head = twins.sides[0].shot.head
            assert twins.asks(id, command, by=by, key=key) == first
            assert twins.sides[0].shot.head == head, "the same key did something twice"

    @rule(data=st.data(), behind=st.integers(-2, 2).filter(bool))
    def somebody_was_faster(self, data: st.DataObject, behind: int) -> None:
        """Promise 3: who saw another version gets a `Conflict`."""
        id = self.complaint(data)
        found: Any = self.twins.asks(id, c.Note("内部"), by=s.LI, expect=self.twins.get(id).version + behind)
        assert isinstance(found, Conflict)

    @rule(wait=WAITS)
    def time_passes(self, wait: dict[str, float]) -> None:
        self.twins.clock.later(**wait)

    @rule(mood=MOODS)
    def messages_go_out(self, mood: Mood) -> None:
        self.twins.delivers(mood)

    @rule()
    def clocks_are_looked_at(self) -> None:
        self.twins.ticks()
