"""States of a house's own: a name of yours, with the meaning of a built-in state.

The meaning, its *stage*, is what every rule, clock and list goes by: who is told what, whether it is open or over. So a
state of yours is never unknown to a guard.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from complaintflow.errors import DefinitionError, Problem
from complaintflow.vocabulary import CLOSABLE, OPEN, PausedBy, State

STAGES = OPEN | {State.CLOSED, State.WITHDRAWN, State.DECLINED, State.ARCHIVED}
"""The built-in states whose meaning a state may have. A merge notes where it came from, and stays built in."""

BEGINS_AS = frozenset({State.RECEIVED, State.TRIAGED, State.INVESTIGATING})
"""What a state means in which a complaint may begin: nothing was offered, done or told yet."""


class CustomState(str):
    """A state with a name of the house's own, to be used in the rows of a table.

    `stage` is the built-in state whose meaning it has, `zh` and `en` what the customer reads of it. While it lasts, the
    clocks that wait stand, if it `pauses` for somebody. One that `remembers` notes the state before it.
    """

    __slots__ = ("en", "pauses", "remembers", "stage", "zh")

    stage: State
    zh: str
    en: str
    pauses: str
    remembers: bool

    def __new__(cls, name: str, stage: str, *, zh: str = "", en: str = "", pauses: str = "") -> Self:
        """Raises `ValueError` for a stage that is no built-in state, and for somebody for whom nothing pauses."""
        self = super().__new__(cls, name)
        self.stage, self.zh, self.en = State(stage), zh, en
        self.pauses = PausedBy(pauses).value if pauses else ""
        self.remembers = False
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (str(self), self.stage, self.zh, self.en, self.pauses)

    @property
    def waits_for(self) -> str:
        """For whom it waits: `customer`, `party`, or nobody."""
        told = self.stage in CLOSABLE | {State.PROPOSED}
        return self.pauses or ("customer" if told else "")

    @property
    def category(self) -> str:
        """What kind of state it is: `open`, `waiting`, `told` or `ended`."""
        if self.stage not in OPEN:
            return "ended"
        if self.stage in CLOSABLE:
            return "told"
        return "waiting" if self.waits_for else "open"


def _again(name: str, stage: str, zh: str, en: str, pauses: str) -> CustomState:
    return CustomState(name, stage, zh=zh, en=en, pauses=pauses)


def own_states(named: Iterable[str]) -> Mapping[str, CustomState]:
    """The states of the house's own among these, by their names.

    Raises `DefinitionError` where one has two meanings, or is named without its meaning: a rule would not know it.
    """
    given = [*named]
    found = {str(one): one for one in given if isinstance(one, CustomState)}
    wrong = {str(one) for one in given if str(one) in found and stage_of(one) != stage_of(found[str(one)])}
    wrong |= found.keys() & {*State}
    if wrong:
        raise DefinitionError(tuple(Problem(f"states.{one}", "two meanings", "one") for one in sorted(wrong)))
    return found


def stage_of(state: str) -> str:
    """The built-in state whose meaning a state has: itself, unless it is a `CustomState`."""
    return str(state.stage) if isinstance(state, CustomState) else str(state)


def unfit_to_begin(state: str) -> Iterator[tuple[str, str]]:
    """Why a complaint may not begin in this state: what it is, and what is expected (R2, R32, R33)."""
    stage, pauses = stage_of(state), pauses_for(state)
    if stage not in BEGINS_AS:
        stages = ", ".join(sorted(BEGINS_AS))
        yield f"{state}, which means {stage}", f"a state that means {stages}: so a complaint begins"
    if pauses:
        yield f"{state}, which pauses for the {pauses}", "a state in which the clocks run: so a complaint begins"


def states_at(stage: str, several: Iterable[Mapping[str, CustomState]]) -> frozenset[str]:
    """The names of all states with this meaning: the built-in one, and those of the house's own of several lifecycles.

    A name may have another meaning in another lifecycle, so the `stage` of what is found has the last word.
    """
    return frozenset({str(stage), *(name for own in several for name, state in own.items() if state.stage == stage)})


def pauses_for(state: str) -> str:
    """For whom the clocks stand in this state; blank where they run."""
    return state.pauses if isinstance(state, CustomState) else ""


def labels_of(states: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """What the customer reads of each state that says so, in Chinese and in English; blank where it says nothing."""
    own = (state for state in states if isinstance(state, CustomState) and (state.zh or state.en))
    return {str(state): (state.zh, state.en) for state in own}
