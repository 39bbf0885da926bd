"""The random search: hypothesis asks two desks for what it likes, half of it known to be open, half of it anything."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import event, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from complaintflow import Actor, Complaint, Conflict, commands as c
from complaintflow.vocabulary import ENDS
from tests import stories as s
from tests.desk.paired_desks import (
    ACCEPTED,
    ACTORS,
    BROKEN,
    DELIVERED,
    FAILED,
    GIVEN_UP,
    NOT_YET_KNOWN,
    PairedDesks,
    Weather,
)
from tests.desk.reached import ALL_MOVES, ObservedLifecycle, Reached
from tests.desk.strategies import any_fields, command_at
from tests.desk.tour import KNOWN

__all__ = ["search"]

MOST = 3
"""How many complaints one run has: few, so that it goes deep."""

KINDS = tuple(c.BUILTIN.values())
LUCK = st.randoms(use_true_random=True)
"""Fair dice: hypothesis itself likes to draw the same thing again, and would not get far in so large a choice."""

NEEDED = {"CheckEvidence", "Verify", "Confirm", "LabelCause"}
"""What a way to the archive needs beside the moves themselves."""

HANDS = (s.LI, s.WANG, s.LEAD, s.MANAGER, s.CUSTOMER, s.SYSTEM)
BY = st.sampled_from(ACTORS)
WEATHERS = st.sampled_from([DELIVERED, ACCEPTED, NOT_YET_KNOWN, GIVEN_UP, FAILED, BROKEN])
WAITS = st.sampled_from([{"minutes": 2}, {"hours": 1}, {"hours": 25}, {"hours": 73}, {"days": 31}])


def search(reached: Reached, config: settings) -> None:
    """Let it run; what it reached is in `reached`."""

    class Watching(PairedDesksMachine):
        lifecycle = ObservedLifecycle(reached)

    run_state_machine_as_test(Watching, settings=config)


class PairedDesksMachine(RuleBasedStateMachine):
    """Both desks, a few complaints, everybody. The checks after each step are those of `PairedDesks`."""

    lifecycle: ObservedLifecycle

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.desks = PairedDesks.at(Path(self.folder.name) / "desk.db", self.lifecycle)

    def teardown(self) -> None:
        for id in self.desks.ids:
            event(f"a complaint ended as {self.desks.get(id).state}")
        self.desks.close()
        self.folder.cleanup()

    def command(self, data: st.DataObject, kind: Any) -> c.Command:
        return command_at(kind, data.draw(any_fields(kind), "fields"), self.desks.now, self.desks.ids)

    @initialize()
    def two_come_in(self) -> None:
        """R5: the second repeats the first, of which something is known already."""
        for actor in (s.CUSTOMER, s.SYSTEM):
            self.desks.receive(s.receive(order="A-1"), by=actor)
        for command, actor in KNOWN:
            self.desks.do(self.desks.ids[0], command, by=actor)

    @precondition(lambda self: len(self.desks.ids) < MOST)
    @rule(data=st.data(), by=BY, key=st.none() | st.just("form-1"))
    def another_comes_in(self, data: st.DataObject, by: Actor, key: str | None) -> None:
        command = self.command(data, c.Receive)
        assert isinstance(command, c.Receive)
        self.desks.receive(command, by, key)

    @rule(luck=LUCK)
    def what_is_open(self, luck: Random) -> None:
        """Anybody does something that `steps` calls open."""
        self._open(luck, luck.choice(self.desks.ids), luck.choice(ACTORS), set(c.BUILTIN))

    @rule(luck=LUCK, moves=st.integers(1, 4))
    def what_leads_on(self, luck: Random, moves: int) -> None:
        """The same a few times with one complaint, of what leads towards the archive."""
        id = luck.choice(self.desks.ids)
        for _ in range(moves):
            state = self.desks.get(id).state
            onwards = {kind for kind, source, target in ALL_MOVES if source == state and target not in {*ENDS, state}}
            self._open(luck, id, luck.choice(HANDS), onwards | NEEDED)

    def _open(self, luck: Random, id: str, by: Actor, wanted: set[str]) -> None:
        """One of the samples of what is called open passes."""
        desks = self.desks
        kinds = [name for name, status in desks.steps(id, by).items() if status == "open" and name in wanted]
        if kinds:
            kind = c.BUILTIN[luck.choice(kinds)]
            samples = desks.samples(id, kind, by)
            luck.shuffle(samples)
            answers = (desks.do(id, sample, by=by) for sample in samples)
            assert any(isinstance(one, Complaint) for one in answers), f"{kind.__name__} is open, and no sample passes"

    @rule(data=st.data(), luck=LUCK, size=st.sampled_from([1, 1, 1, 2, 3]))
    def anything_at_all(self, data: st.DataObject, luck: Random, size: int) -> None:
        """Any well-formed command, by anybody; of several all happen or none (promise 1)."""
        commands = [self.command(data, kind) for kind in luck.choices(KINDS, k=size)]
        self.desks.do(luck.choice(self.desks.ids), *commands, by=luck.choice(ACTORS))

    @rule(data=st.data(), luck=LUCK)
    def the_same_key_or_another_version(self, data: st.DataObject, luck: Random) -> None:
        """Promises 2 and 3: the same key gives the first answer and changes nothing; who saw another version gets
        a `Conflict`."""
        desks, id, by = self.desks, luck.choice(self.desks.ids), luck.choice(ACTORS)
        command, key = self.command(data, luck.choice(KINDS)), f"{len(desks.keys)}"
        behind = desks.do(id, command, by=by, expect=desks.get(id).version + luck.choice((-1, 1)))
        assert isinstance(behind, Conflict)
        first = desks.do(id, command, by=by, key=key)
        if isinstance(first, Complaint):
            head = desks.sides[0].shot.head
            assert desks.repeat(id, command, by=by, key=key) == first
            assert desks.sides[0].shot.head == head, "the same key did something twice"

    @rule(wait=WAITS, weather=WEATHERS)
    def time_passes(self, wait: dict[str, float], weather: Weather) -> None:
        """Messages go out, more or less."""
        self.desks.clock.later(**wait)
        self.desks.deliver(weather)
