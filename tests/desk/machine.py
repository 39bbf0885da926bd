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
from tests.desk.anything import anything, spoken_at
from tests.desk.seen import ALL_MOVES, Seen
from tests.desk.tour import KNOWN
from tests.desk.twins import ACTORS, Mood, Twins

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
MOODS: st.SearchStrategy[Mood] = st.sampled_from(["delivers", "accepts", "knows", "gives up", "fails", "breaks"])
WAITS = st.sampled_from([{"minutes": 2}, {"hours": 1}, {"hours": 25}, {"hours": 73}, {"days": 31}])


def search(seen: Seen, config: settings) -> None:
    """Let it run; what it reached is in `seen`."""

    class Watching(DeskMachine):
        record = seen

    run_state_machine_as_test(Watching, settings=config)


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

    def command(self, data: st.DataObject, kind: Any) -> c.Command:
        return spoken_at(kind, data.draw(anything(kind), "fields"), self.twins.now, self.twins.ids)

    @initialize()
    def two_come_in(self) -> None:
        """R5: the second repeats the first, of which something is known already."""
        for actor in (s.CUSTOMER, s.SYSTEM):
            self.twins.receives(s.receive(order="A-1"), by=actor)
        for command, actor in KNOWN:
            self.twins.asks(self.twins.ids[0], command, by=actor)

    @precondition(lambda self: len(self.twins.ids) < MOST)
    @rule(data=st.data(), by=BY, key=st.none() | st.just("form-1"))
    def another_comes_in(self, data: st.DataObject, by: Actor, key: str | None) -> None:
        command = self.command(data, c.Receive)
        assert isinstance(command, c.Receive)
        self.twins.receives(command, by, key)

    @rule(luck=LUCK)
    def what_is_open(self, luck: Random) -> None:
        """Anybody does something that `steps` calls open."""
        self._open(luck, luck.choice(self.twins.ids), luck.choice(ACTORS), set(c.BUILTIN))

    @rule(luck=LUCK, moves=st.integers(1, 4))
    def what_leads_on(self, luck: Random, moves: int) -> None:
        """The same a few times with one complaint, of what leads towards the archive."""
        id = luck.choice(self.twins.ids)
        for _ in range(moves):
            state = self.twins.get(id).state
            onwards = {kind for kind, source, target in ALL_MOVES if source == state and target not in {*ENDS, state}}
            self._open(luck, id, luck.choice(HANDS), onwards | NEEDED)

    def _open(self, luck: Random, id: str, by: Actor, wanted: set[str]) -> None:
        """One of the samples of what is called open passes."""
        twins = self.twins
        kinds = [name for name, status in twins.steps(id, by).items() if status == "open" and name in wanted]
        if kinds:
            kind = c.BUILTIN[luck.choice(kinds)]
            samples = twins.samples(id, kind, by)
            luck.shuffle(samples)
            answers = (twins.asks(id, sample, by=by) for sample in samples)
            assert any(isinstance(one, Complaint) for one in answers), f"{kind.__name__} is open, and no sample passes"

    @rule(data=st.data(), luck=LUCK, size=st.sampled_from([1, 1, 1, 2, 3]))
    def anything_at_all(self, data: st.DataObject, luck: Random, size: int) -> None:
        """Any well-formed command, by anybody; of several all happen or none (promise 1)."""
        commands = [self.command(data, kind) for kind in luck.choices(KINDS, k=size)]
        self.twins.asks(luck.choice(self.twins.ids), *commands, by=luck.choice(ACTORS))

    @rule(data=st.data(), luck=LUCK)
    def the_same_key_or_another_version(self, data: st.DataObject, luck: Random) -> None:
        """Promises 2 and 3: the same key gives the first answer and changes nothing; who saw another version gets
        a `Conflict`."""
        twins, id, by = self.twins, luck.choice(self.twins.ids), luck.choice(ACTORS)
        command, key = self.command(data, luck.choice(KINDS)), f"{len(twins.keys)}"
        behind = twins.asks(id, command, by=by, expect=twins.get(id).version + luck.choice((-1, 1)))
        assert isinstance(behind, Conflict)
        first = twins.asks(id, command, by=by, key=key)
        if isinstance(first, Complaint):
            head = twins.sides[0].shot.head
            assert twins.repeats(id, command, by=by, key=key) == first
            assert twins.sides[0].shot.head == head, "the same key did something twice"

    @rule(wait=WAITS, mood=MOODS)
    def time_passes(self, wait: dict[str, float], mood: Mood) -> None:
        """Messages go out, more or less."""
        self.twins.clock.later(**wait)
        self.twins.delivers(mood)
