"""Tells a story in every order: actors act, those without an answer ask again, workers clean up, and all is judged."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import attrs

from complaintflow import Complaint, Policy
from tests import stories as s
from tests.stores.schedules.actors import Actor
from tests.stores.schedules.houses import House, Raw, Scene
from tests.stores.schedules.oracle import LEGITIMATE, Part, Told, judge_end, judge_rest
from tests.stores.schedules.scheduler import Choice, Diverged, Found, Run, Scheduler, explore
from tests.stores.schedules.steps import Footprint

_TRIES = 4

Judge = Callable[[Scene, Told, Raw], Iterator[str]]


def _nothing(_scene: Scene, _told: Told, _raw: Raw) -> Iterator[str]:
    yield from ()


@attrs.frozen
class Story:
    """How it begins, who acts at once, and what else must hold at its end."""

    name: str
    begin: Callable[[Scene], None]
    parts: Mapping[str, Part]
    judge: Judge = _nothing
    judge_before: Judge = _nothing
    policy: Policy = s.CHINA
    slow: bool = False
    """Somebody may take longer than a lease: then a letter goes twice, under one key."""
    most: int = 3
    """Up to so many preemptions it is told on PostgreSQL, where it takes longest."""


class Telling:
    """One story on one house, told as often as one likes."""

    def __init__(self, story: Story, house: House) -> None:
        self.story, self._house = story, house
        house.empty()
        self.scene = Scene(house, story.policy)
        story.begin(self.scene)
        for name in (*story.parts, "again", "worker"):
            self.scene.desk(name)
        self.scene.keep()
        self._judged = dict[str, str]()
        self._run([], crashes=0)  # so that all caches are full

    @property
    def names(self) -> Sequence[str]:
        return tuple(self.story.parts)

    def explore(self, most: int, *, all_orders: bool = False) -> Found:
        """All schedules. `all_orders`: none is left out because it ends as another one does."""
        return explore(self.perform, self.names, most, [Footprint() for _ in self.names], everything=all_orders)

    def perform(self, prefix: Sequence[Choice], crashes: int = 1) -> tuple[Run, str, str]:
        """One schedule, what is wrong at its end, and how it ended. What follows from an end is looked at once."""
        run, told = self._run(prefix, crashes)
        rest = self._house.raw()
        end = _digest(self.scene, told, rest)
        wrong = "; ".join(self.story.judge_before(self.scene, told, rest))
        if not wrong and end not in self._judged:
            found = [*judge_rest(self.scene, self.story.parts, told, rest)]
            self._judged[end] = "; ".join(found or self._judge_end(told))
        return run, wrong or self._judged[end], end

    def _judge_end(self, told: Told) -> list[str]:
        try:
            self._ask_again(told)
            self._clean_up()
        except Exception as error:
            return [f"a worker that came later was told: {type(error).__name__}: {error}"]
        end = self._house.raw()
        wrong = [*judge_end(self.scene, self.story.parts, told, end), *self.story.judge(self.scene, told, end)]
        integrity = self.scene.desk("worker").check_integrity()
        return wrong + [str(one) for one in integrity.breaches[:1]]

    def _run(self, prefix: Sequence[Choice], crashes: int) -> tuple[Run, Told]:
        """Once more, where the server broke a circle elsewhere than the first time: it does so when it is slow."""
        for _ in range(_TRIES - 1):
            with suppress(Diverged):
                return self._run_once(prefix, crashes)
        return self._run_once(prefix, crashes)

    def _run_once(self, prefix: Sequence[Choice], crashes: int) -> tuple[Run, Told]:
        self.scene.begin_anew()
        actors = {name: Actor(name, self._act(name, part)) for name, part in self.story.parts.items()}
        run = Scheduler([*actors.values()], self._house, crashes).go(prefix)
        return run, Told(actors, {}, any(one.dead for one in actors.values()), self.story.slow)

    def _act(self, name: str, part: Part) -> Callable[[], object]:
        desk = self.scene.desk(name)
        return lambda: part.act(self.scene, desk)

    def _ask_again(self, told: Told) -> None:
        for name, actor in told.actors.items():
            part = self.story.parts[name]
            if part.again and not actor.answered and not isinstance(actor.error, LEGITIMATE):
                try:
                    told.answers[name] = part.act(self.scene, self.scene.desk("again"))
                except Exception as error:
                    told.answers[name] = error

    def _clean_up(self) -> None:
        """Some minutes later, when all leases have ended, a worker does what is due."""
        self.scene.later(minutes=6)
        worker = self.scene.desk("worker")
        for _ in range(2):
            worker.tick()
            worker.deliver()

    def close(self) -> None:
        self.scene.close()


def _digest(scene: Scene, told: Told, raw: Raw) -> str:
    """How it ended, without what is drawn by chance: all that is on record, was handed over, and was told."""
    answers = {name: (one.dead, repr(one.error), _gist(one.answer)) for name, one in told.actors.items()}
    rows = {name: sorted(found.items()) if isinstance(found, dict) else found for name, found in _fields(raw)}
    text = repr((rows, sorted(one.key for one in scene.way.channel.calls), sorted(scene.way.seen), answers))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _fields(raw: Raw) -> Iterator[tuple[str, Any]]:
    return ((field.name, getattr(raw, field.name)) for field in attrs.fields(Raw))


def _gist(answer: object) -> str:
    if isinstance(answer, Complaint):
        return f"{answer.id} {answer.version}"
    return "" if isinstance(answer, list) else repr(answer)
