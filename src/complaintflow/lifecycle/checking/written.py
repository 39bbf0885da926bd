"""What is written differently in two rule books, and which of it a situation noticed: silence is not read as equal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import attrs

from complaintflow.commands import Command
from complaintflow.lifecycle.checking.answers import Other
from complaintflow.lifecycle.checking.differences import Change
from complaintflow.lifecycle.checking.rules import Rules, Step
from complaintflow.lifecycle.checking.values_changed import PolicyValues
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.declarations import describe_command
from complaintflow.lifecycle.guards import describe_rule, rule_of
from complaintflow.lifecycle.rows import Row
from complaintflow.lifecycle.states import CustomState
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import LANGUAGES


@attrs.define
class _Noticed:
    """What the answers that differ were about."""

    moves: set[tuple[str, str]] = attrs.field(factory=set[tuple[str, str]])
    kinds: set[str] = attrs.field(factory=set[str])
    states: set[str] = attrs.field(factory=set[str])
    rules: set[str] = attrs.field(factory=set[str])
    facts: set[str] = attrs.field(factory=set[str])

    def note(self, old: Step, new: Step, other: Other) -> None:
        """Note one answer."""
        before, after = {old.before.state, new.before.state}, {_state(old), _state(new)}
        self.moves |= {(old.kind, state) for state in before}
        self.kinds.add(old.kind)
        self.states |= before | after
        self.rules |= {*other.rules, *old.refused_by, *new.refused_by}
        self.facts |= {changed.fact for changed in other.facts}


def _state(step: Step) -> str:
    return str(step.event.state) if step.event else step.before.state


@attrs.frozen
class _Entry:
    """One thing that is written differently, and what an answer has to be about that notices it."""

    place: str
    old: str
    new: str
    moves: frozenset[tuple[str, str]] = frozenset()
    kinds: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    inherited: str = ""

    def change(self, noticed: _Noticed) -> Change:
        """The change, and whether a situation noticed it."""
        met = (
            *(self.moves & noticed.moves, self.kinds & noticed.kinds),
            *(self.states & noticed.states, self.rules & noticed.rules, self.facts & noticed.facts),
        )
        return Change(self.place, self.old, self.new, any(met), self.inherited)


class Written:
    """All that is written differently in two rule books. `note` takes each answer that is another one."""

    def __init__(self, old: Rules, new: Rules) -> None:
        self._entries = (
            *(*_edges(old, new), *_templates(old, new), *_guards(old, new)),
            *(*_states(old, new), *_commands(old, new)),
        )
        self._noticed = _Noticed()
        self._values = PolicyValues(old, new)

    def note(self, old: Step, new: Step, other: Other) -> None:
        """Note an answer that is another one, and look for the values of the policy that make it so."""
        self._noticed.note(old, new, other)
        self._values.note(old, new, other)

    def changes(self) -> tuple[Change, ...]:
        """Each change, with whether a situation noticed it."""
        return (*(entry.change(self._noticed) for entry in self._entries), *self._values.changes())


def _edges(old: Rules, new: Rules) -> Iterator[_Entry]:
    """The edges that are others, those of one command that change in the same way together."""
    before, after = _listed(old), _listed(new)
    inherited = {edge for rules, listed in ((old, before), (new, after)) for edge in _inherited(rules, listed)}
    sources: dict[tuple[str, str, str, str, str], list[str]] = {}
    for row, kind, source in sorted({*before, *after}):
        edge = (row, kind, source)
        texts = _differing(before.get(edge), after.get(edge))
        if texts is not None:
            by_meaning = source if edge in inherited and not all(texts) else ""
            sources.setdefault((row, kind, *texts, by_meaning), []).append(source)
    for (row, kind, one, other, by_meaning), states in sources.items():
        moves = frozenset((kind, state) for state in states)
        yield _Entry(f"{row} from {', '.join(states)}", one, other, moves, inherited=by_meaning)


def _inherited(rules: Rules, listed: Mapping[_EdgeKey, Mapping[str, str]]) -> Iterator[_EdgeKey]:
    """The edges that the house's own states have as the built-in state has them whose meaning they have."""
    built_in = _listed_rows(TABLE)
    for (row, kind, source), told in listed.items():
        stage = rules.stage_of(source)
        usual = built_in.get((row, kind, stage))
        if usual is not None and stage != source:
            to = source if usual["to"] == stage else usual["to"]
            if told == {**usual, "to": to, "who": told["who"]}:  # some takes less of staff
                yield row, kind, source


def _templates(old: Rules, new: Rules) -> Iterator[_Entry]:
    """The words of notices that are others, of templates that both have."""
    before, after = (_words(rules) for rules in (old, new))
    for name in sorted(before.keys() & after.keys()):
        for language, one, other in zip(LANGUAGES, before[name], after[name], strict=True):
            if one != other:
                yield _Entry(f"templates.{name}.{language}", one, other, _saying(old, name) | _saying(new, name))


def _words(rules: Rules) -> Mapping[str, tuple[str, str]]:
    return {one.template: one.texts for row in rules.table for one in row.notices}


def _saying(rules: Rules, template: str) -> frozenset[tuple[str, str]]:
    """The edges whose notices say it."""
    rows = (row for row in rules.table if any(one.template == template for one in row.notices))
    return frozenset((row.kind, str(source)) for row in rows for source in row.sources)


def changed_commands(old: Rules, new: Rules) -> list[type[Command]]:
    """The commands of both that have other edges from states that both have, in the order of their names."""
    before, after = _listed(old), _listed(new)
    states = {source for _, _, source in before} & {source for _, _, source in after}
    found = {
        kind
        for (row, kind, source) in {*before, *after}
        if source in states and before.get((row, kind, source)) != after.get((row, kind, source))
    }
    return [old.commands[kind] for kind in sorted(found) if old.commands.get(kind) is new.commands.get(kind)]


_EdgeKey = tuple[str, str, str]


def _listed(rules: Rules) -> Mapping[_EdgeKey, Mapping[str, str]]:
    """Every edge: its row, command and source, and what is written of it."""
    return _listed_rows(rules.table)


def _listed_rows(rows: Iterable[Row]) -> Mapping[_EdgeKey, Mapping[str, str]]:
    return {
        (str(row), row.kind, str(source)): {"to": str(row.leads(source)), **asked}
        for row, asked in ((row, _asked_of(row)) for row in rows)
        for source in row.sources
    }


def _asked_of(row: Row) -> dict[str, str]:
    """What is written of it, from wherever it is taken."""
    return {
        "who": ", ".join(sorted(row.who)),
        "effects": ", ".join(sorted(row.effects)),
        "rules": ", ".join(describe_rule(rule) for rule in row.rules),
        "notices": ", ".join(map(str, row.notices)),
    }


def _differing(old: Mapping[str, str] | None, new: Mapping[str, str] | None) -> tuple[str, str] | None:
    """What is another one of two edges, as text; where one of them is not there, all of the other."""
    if old == new:
        return None
    names = [name for name in (old or new or {}) if not old or not new or old[name] != new[name]]
    return _columns(old, names), _columns(new, names)


def _columns(edge: Mapping[str, str] | None, names: Iterable[str]) -> str:
    return "; ".join(f"{name}: {edge[name] or 'none'}" for name in names) if edge else ""


def _guards(old: Rules, new: Rules) -> Iterator[_Entry]:
    for effect in sorted({*old.guards, *new.guards}):
        one, other = (_described(rules.guards.get(effect, ())) for rules in (old, new))
        gone, added = ({text: a[text] for text in a.keys() - b.keys()} for a, b in ((one, other), (other, one)))
        if gone or added:
            rules = frozenset({*gone.values(), *added.values()})
            yield _Entry(f"guards.{effect}", ", ".join(sorted(gone)), ", ".join(sorted(added)), rules=rules)


def _described(guards: Iterable[Guard]) -> dict[str, str]:
    """The guards as they are written, each with the name of its rule."""
    return {describe_rule(guard): rule_of(guard) for guard in guards}


def _states(old: Rules, new: Rules) -> Iterator[_Entry]:
    one, other = ({name: _of_state(state) for name, state in rules.own_states.items()} for rules in (old, new))
    for name, before, after in _unequal(one, other):
        yield _Entry(f"states.{name}", before, after, states=frozenset({name}))


def _of_state(state: CustomState) -> str:
    told = {"stage": str(state.stage), "pauses": state.pauses, "zh": state.zh, "en": state.en}
    told["remembers"] = "the state before" if state.remembers else ""
    return "; ".join(f"{name}: {value}" for name, value in told.items() if value)


def _commands(old: Rules, new: Rules) -> Iterator[_Entry]:
    one, other = ({name: describe_command(kind) for name, kind in rules.commands.items()} for rules in (old, new))
    for name, before, after in _unequal(one, other):
        facts = frozenset({"extra"} if _lasts(old, name) != _lasts(new, name) else ())  # another command makes it lapse
        yield _Entry(f"commands.{name}", before, after, kinds=frozenset({name}), facts=facts)


def _lasts(rules: Rules, name: str) -> Mapping[str, str]:
    return rules.commands[name].LASTS if name in rules.commands else {}


def _unequal(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """The names whose texts are not the same, in order, with both; blank where one is not there."""
    for name in dict.fromkeys(chain(old, new)):
        if old.get(name, "") != new.get(name, ""):
            yield name, old.get(name, ""), new.get(name, "")
