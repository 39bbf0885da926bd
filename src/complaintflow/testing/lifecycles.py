"""A strategy for lifecycles of a house's own: states of any meaning, and edges of any command that leads to them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import reject, strategies as st

from complaintflow.errors import DefinitionError
from complaintflow.lifecycle.building import LifecycleBuilder
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.lifecycle.notices import AUDIENCES, SILENT
from complaintflow.lifecycle.rows import Row
from complaintflow.lifecycle.states import BEGINS_AS, STAGES
from complaintflow.lifecycle.table import TABLE
from complaintflow.testing.strategies import register
from complaintflow.vocabulary import OPEN, Effect, PausedBy, State

_STAGES = sorted(STAGES)
_OPEN = sorted(OPEN)
_LEADS_ON = [row for row in TABLE if row.target is not None]
_EFFECTS = [effect for effect in Effect if effect is not Effect.ANY]
_WHO = st.sampled_from(["staff", "staff system", "customer staff", "customer staff system"])
_FIELDS = st.dictionaries(
    st.sampled_from(["reason", "until", "sum", "way"]),
    st.sampled_from(["text", "number", "time", ("by post", "by phone")]),
    max_size=2,
)
_MADE_FOR = frozenset({State.WITHDRAWN, State.DECLINED, State.ARCHIVED})
"""The ends to which no command of a house's own leads from an open state."""
_NOTE = "note"
_TOLD = (None, *AUDIENCES)
"""Whom an edge may tell, or nobody."""


_CHANNELS = (("phone",), ("email", "chat"), ("social",))
"""By which a complaint begins in the first state of the house, in the second, and in the third."""


_SPANS = ("2d", "8h", "3 working days")
"""How long timers of the house run."""


@st.composite
def lifecycles(draw: st.DrawFn) -> Lifecycle:
    """The library's lifecycle with one to three states of a house's own, each with ways to it and on from it.

    Commands of the library lead there as they lead to a state of the same meaning, and some tell that they did;
    commands of the house's own lead there from anywhere. Complaints of some channels may begin there, and a
    timer may lead on. What is no lifecycle is not drawn.
    """
    rules = LifecycleBuilder.default().template(_NOTE, zh="我们已记下", en="we noted it")
    stages = draw(st.lists(st.sampled_from(_STAGES), min_size=1, max_size=3))
    names = [f"own {number} ({stage})" for number, stage in enumerate(stages, 1)]
    told = set[str]()
    for name, stage, channels in zip(names, stages, _CHANNELS, strict=False):
        begins = channels if stage in BEGINS_AS and draw(st.booleans()) else ()
        pauses = draw(st.sampled_from(["", *PausedBy])) if stage in OPEN and not begins else ""
        takes = draw(st.sampled_from(["staying", "all", "nothing"]))
        rules.state(name, stage, pauses=pauses, takes=takes, initial=begins)
        told |= {name} if takes != "nothing" and stage != State.ARCHIVED else set()
    for number, (name, stage) in enumerate(zip(names, stages, strict=True), 1):
        _lead_there(draw, rules, name, stage, tells=name in told)
        _lead_on(draw, rules, name, stage)
        if stage in OPEN and draw(st.booleans()):
            rules.command(f"Lapse{number}")
            rules.add(f"Lapse{number}", [name], State.INVESTIGATING, who="system", after=_SPANS[number % len(_SPANS)])
        if draw(st.booleans()):
            source = draw(st.sampled_from([*_OPEN, *names]))
            _command_of_its_own(
                draw, rules, f"Own{number}", source, State.INVESTIGATING if stage in _MADE_FOR else name
            )
    try:
        return rules.build()
    except DefinitionError:
        reject()


def _lead_there(draw: st.DrawFn, rules: LifecycleBuilder, name: str, stage: str, *, tells: bool) -> None:
    """As a command of the library leads to what the state means; perhaps some people are told."""
    row = draw(st.sampled_from([row for row in _LEADS_ON if row.target == stage]))
    told = _TOLD[TABLE.index(row) % len(_TOLD)]  # what is drawn already decides it as well
    notices = [{"audience": told, "template": _NOTE}] if told and tells and row.command not in SILENT else []
    rules.add(row.kind, draw(_some(row)), name, who=draw(_WHO), when=_case(row), notices=notices)


def _lead_on(draw: st.DrawFn, rules: LifecycleBuilder, name: str, stage: str) -> None:
    """As a command of the library leads on from what the state means; from the archive nothing does."""
    leading = [row for row in _LEADS_ON if stage in row.sources]
    if leading:
        row = draw(st.sampled_from(leading))
        rules.add(row.kind, [name], str(row.target), who=draw(_WHO), when=_case(row))


def _case(row: Row) -> str:
    return row.when.__name__ if row.when else ""


def _some(row: Row) -> st.SearchStrategy[Sequence[str]]:
    return st.lists(st.sampled_from(sorted(row.sources)), min_size=1, max_size=2, unique=True)


def _command_of_its_own(draw: st.DrawFn, rules: LifecycleBuilder, name: str, source: str, target: str) -> None:
    effects = draw(st.lists(st.sampled_from(_EFFECTS), max_size=1))
    fields = draw(_FIELDS)
    must, here = ([one for one in fields if draw(st.booleans())] for _ in range(2))
    rules.command(name, {**fields, "said": "said"}, effects, required=[*must, "said"])
    to = target if source != target else State.INVESTIGATING
    rules.add(name, [source], to, who=draw(_WHO), required=here)


register(Lifecycle, lifecycles)
