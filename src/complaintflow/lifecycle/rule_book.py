"""The rule book: every guard of a lifecycle with its number, its source, what it guards, what it needs and what helps.

Nothing is written here twice. The number and the sentence come from the docstring of the guard, the sources from
`articles`, the Chinese and the sentences of refusals from the catalogue in `errors.reasons`, and what is guarded from
the table. `complaintflow rules` and the reference print this.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal

import attrs

from complaintflow._validation.names import fold_name
from complaintflow.commands import BUILTIN, Command
from complaintflow.errors import InvalidInput, Problem
from complaintflow.errors.reasons.kept import KEPT
from complaintflow.errors.reasons.pairs import NOTHING, Pair, Reason
from complaintflow.errors.reasons.rendering import REASONS
from complaintflow.lifecycle.articles import ARTICLES, HOUSE, SOURCES
from complaintflow.lifecycle.cautions import known_names
from complaintflow.lifecycle.concerns import Guard, as_concerned
from complaintflow.lifecycle.guards import DENIED, SETTLE_CLAIMS, rule_of
from complaintflow.lifecycle.horizon import within_horizon
from complaintflow.lifecycle.left_open import SETTLE_TASKS, SETTLES
from complaintflow.lifecycle.moves import Kind
from complaintflow.lifecycle.preconditions import ASKING, MAKERS
from complaintflow.lifecycle.room import room_for_parts
from complaintflow.lifecycle.row_access import allowed
from complaintflow.lifecycle.staff_only import said_by_staff
from complaintflow.policy.policy import NEVER_OVERRIDDEN, Policy
from complaintflow.values import Actor
from complaintflow.vocabulary import Effect, in_language

_CITED = re.compile(r"^(?P<cited>(?:[A-Z][\w .()]*\d[\w)]*)(?:, [A-Z][\w .()]*\d[\w)]*)*): (?P<kept>.+)$", re.DOTALL)
_NUMBER = re.compile(r"[A-Z]+\d+[a-z]?")
_CALLED = re.compile(r"\b([A-Z]\w+)\(")
_CALLS = ":calls}"
_FILLED_BY: Mapping[str, Iterable[type[Command]]] = {
    "no-denying-words": [other for others in DENIED.values() for other in others],
    "nothing-left-open": (*SETTLE_TASKS, *SETTLE_CLAIMS),
    "record-complete": SETTLES,
    "settled-before-erasure": SETTLES,
    "clock-can-stop": ASKING,
    **{rule: (making,) for rule, making in MAKERS.items()},
}
"""The commands of a remedy that depends on what is open, by the rule; the others are named by the remedy itself."""

_UNDECLARED = "a role that no policy declares"

Lifted = Literal["never", "listed", "not listed"]
"""Whether `Override` lifts a rule: never; because the policy lists it; or not, since it does not."""


@attrs.frozen
class RefusalCase:
    """One case in which a rule refuses: why, what helps, and the commands that help. Facts stand in braces.

    `nothing_helps` says that nothing has to be done: why it is refused says that the command is not needed.
    """

    case: str
    why: Pair
    remedy: Pair
    commands: tuple[str, ...] = ()

    @property
    def nothing_helps(self) -> bool:
        """Whether the command that is refused is not needed."""
        return self.remedy == NOTHING

    def as_document(self, language: str) -> dict[str, Any]:
        """The case as plain values, with its sentences in one language."""
        told = {"why": in_language(language, self.why), "helps": in_language(language, self.remedy)}
        return {"case": self.case, **told, "commands": [*self.commands], "nothing_helps": self.nothing_helps}


@attrs.frozen
class RuleEntry:
    """One rule of a lifecycle. `numbers` are its ids (`R33`), `sources` where it comes from.

    `effects` are those that it watches, `commands` those that it is asked about. `of_changes` says that it is asked
    about any other command, too, that changes facts so. Without `cases`, the refusal of a custom guard says what helps.
    """

    name: str
    numbers: tuple[str, ...]
    sources: tuple[str, ...]
    keeps: Pair
    effects: tuple[Effect, ...]
    commands: tuple[str, ...]
    of_changes: bool
    of_every_command: bool
    lifted: Lifted
    cases: tuple[RefusalCase, ...]

    @property
    def remedies(self) -> tuple[str, ...]:
        """All commands that help."""
        return tuple(dict.fromkeys(name for case in self.cases for name in case.commands))

    def source(self, language: str) -> str:
        """Where the rule comes from, in one line."""
        return "; ".join(self.sources) or in_language(language, HOUSE)

    def as_document(self, language: str = "en") -> dict[str, Any]:
        """The entry as plain values, with its sentences in one language."""
        return {
            "rule": self.name,
            "numbers": [*self.numbers],
            "source": self.source(language),
            "needs": in_language(language, self.keeps),
            "effects": [str(effect) for effect in self.effects],
            "commands": [*self.commands],
            "of_every_command": self.of_every_command,
            "of_changes": self.of_changes,
            "lifted": self.lifted,
            "cases": [case.as_document(language) for case in self.cases],
            "helps": [*self.remedies],
        }


def rule_book(
    kinds: Collection[Kind],
    guards: Mapping[Effect, tuple[Guard, ...]],
    of_commands: Mapping[type[Command], Guard],
    of_changes: frozenset[Effect],
    policy: Policy,
) -> tuple[RuleEntry, ...]:
    """Every rule of a lifecycle: those of every command, those of effects, those of rows and of single commands.

    `kinds` are its commands, and `of_changes` the effects that a command has because of what it changes.
    """
    asked: dict[str, _Asked] = {}
    for rule, guard, effect, kind in _questions(kinds, guards, of_commands):
        asked.setdefault(rule, _Asked()).add(guard, effect, kind, policy)
    return tuple(_entry(rule, one, of_changes, policy) for rule, one in asked.items())


def find_rules(entries: Iterable[RuleEntry], named: str = "", command: str = "") -> tuple[RuleEntry, ...]:
    """The entries with this number or name, that are asked about this command; blank asks for all.

    Raises `InvalidInput` with all that is unknown.
    """
    entries = tuple(entries)
    wanted = [entry for entry in entries if not named or _is_called(entry, named)]
    known = sorted({name for entry in entries for name in entry.commands})
    spelled = [name for name in known if fold_name(name) == fold_name(command)]
    problems: list[Problem] = []
    if not wanted:
        numbers = sorted({number for entry in entries for number in entry.numbers}, key=_by_number)
        problems.append(Problem("rule", repr(named), f"the name of a rule, or one of {', '.join(numbers)}"))
    if command and not spelled:
        problems.append(Problem("command", repr(command), f"one of {', '.join(known)}"))
    if problems:
        raise InvalidInput(tuple(problems))
    return tuple(entry for entry in wanted if not command or spelled[0] in entry.commands)


def _is_called(entry: RuleEntry, named: str) -> bool:
    return fold_name(named) in {fold_name(entry.name), *map(fold_name, entry.numbers)}


def _by_number(number: str) -> tuple[int, str]:
    return int(re.sub(r"\D", "", number)), number


OF_EVERY_COMMAND: Mapping[Any, Callable[[Kind], bool]] = {
    allowed: lambda kind: True,
    known_names: lambda kind: kind.has_names,
    said_by_staff: lambda kind: True,
    room_for_parts: lambda kind: kind.of_people,
    within_horizon: lambda kind: kind.has_times,
}
"""The rules that hang on no effect and on no row, and the commands that can break them."""


@attrs.define
class _Asked:
    """Who asks about one rule: its guards, and the effects and commands that they are asked about."""

    guards: dict[Guard, None] = attrs.field(factory=dict[Guard, None])
    effects: dict[Effect, None] = attrs.field(factory=dict[Effect, None])
    commands: set[str] = attrs.field(factory=set[str])

    def add(self, guard: Guard, effect: Effect | None, kind: Kind | None, policy: Policy) -> None:
        """Note one question: the guard is asked because of the effect, about commands of this kind."""
        self.guards[guard] = None
        if effect is not None:
            self.effects[effect] = None
        if kind is not None and any(as_concerned(guard, kind.command, by, policy) for by in _actors(policy)):
            self.commands.add(kind.name)


def _questions(
    kinds: Collection[Kind], guards: Mapping[Effect, tuple[Guard, ...]], of_commands: Mapping[type[Command], Guard]
) -> Iterator[tuple[str, Guard, Effect | None, Kind | None]]:
    """Each guard with the effect on which it hangs and each kind of command that it is asked about, or with neither."""
    of_effects = {kind: _effects_of(kind) for kind in kinds}
    for guard, breaks in OF_EVERY_COMMAND.items():
        yield from ((rule_of(guard), guard, None, kind) for kind in of_effects if breaks(kind))
    for effect, called in guards.items():
        for guard in called:
            yield rule_of(guard), guard, effect, None
            yield from ((rule_of(guard), guard, effect, kind) for kind, its in of_effects.items() if effect in its)
    for kind in of_effects:
        rows = {move.row: None for moves in kind.moves.values() for move in moves}
        yield from ((rule, guard, None, kind) for row in rows for rule, guard in row.named_rules)
        if (guard := of_commands.get(kind.command)) is not None:
            yield rule_of(guard), guard, None, kind


def _effects_of(kind: Kind) -> frozenset[Effect]:
    """All effects that a command of this kind may have by itself."""
    moved = frozenset(effect for moves in kind.moves.values() for move in moves for effect in move.effects)
    writes = {Effect.WRITES} if kind.speaks else set[Effect]()
    return kind.command.EFFECTS | moved | writes | {Effect.ANY}


@lru_cache(maxsize=8)
def _actors(policy: Policy) -> tuple[Actor, ...]:
    """Somebody of each sort, of each role by itself, and of none: what concerns nobody of them concerns nobody."""
    staff = [frozenset({role}) for role in (*sorted(policy.staff_roles), _UNDECLARED)]
    people = (Actor("somebody", roles) for roles in staff)
    machines = (Actor.machine("something", roles) for roles in staff)
    return (*people, *machines, Actor.customer("somebody"), Actor.system())


def _entry(rule: str, asked: _Asked, of_changes: frozenset[Effect], policy: Policy) -> RuleEntry:
    cited = [_read_docstring(guard) for guard in asked.guards]
    own = [_read_docstring(guard) for guard in asked.guards if guard.__name__.replace("_", "-") == rule]
    (_, kept), *_ = own or cited  # others see the same rule from another effect
    named = dict.fromkeys(one for names, _ in cited for one in names if one not in ARTICLES)
    numbers = tuple(one for one in named if _NUMBER.fullmatch(one))
    always = not OF_EVERY_COMMAND.keys().isdisjoint(asked.guards)
    laws = tuple(one for one in named if not _NUMBER.fullmatch(one))
    return RuleEntry(
        name=rule,
        numbers=numbers,
        sources=tuple(dict.fromkeys((*(one for number in numbers for one in SOURCES.get(number, ())), *laws))),
        keeps=(KEPT.get(rule, kept), kept),
        effects=tuple(asked.effects),
        commands=tuple(sorted(asked.commands)),
        of_changes=not of_changes.isdisjoint(asked.effects),
        of_every_command=Effect.ANY in asked.effects or always,
        lifted="never" if always else _lifted(rule, policy),
        cases=_cases(rule),
    )


def _read_docstring(guard: Guard) -> tuple[tuple[str, ...], str]:
    """The numbers and laws at its head, and the first paragraph after them as a sentence."""
    told = re.sub(r"\s+", " ", (inspect.getdoc(guard) or "").split("\n\n")[0]).strip()
    match = _CITED.match(told)
    if match is None:
        return (), told
    kept = match["kept"]
    return tuple(match["cited"].split(", ")), kept[0].upper() + kept[1:]


def _lifted(rule: str, policy: Policy) -> Lifted:
    if rule in NEVER_OVERRIDDEN:
        return "never"
    return "listed" if rule in policy.overridable else "not listed"


def _cases(rule: str) -> tuple[RefusalCase, ...]:
    named = ((name.partition(":"), reason) for name, reason in REASONS.items())
    return tuple(_case(rule, case, reason) for (name, _, case), reason in named if name == rule)


def _case(rule: str, case: str, reason: Reason) -> RefusalCase:
    english = reason.remedy[1]
    filled = [one.__name__ for one in _FILLED_BY.get(rule, ())] if _CALLS in english else []
    named = [name for name in _CALLED.findall(english) if name in BUILTIN]
    return RefusalCase(case, _shown(reason.why), _shown(reason.remedy), tuple(dict.fromkeys((*named, *filled))))


def without_forms(text: str) -> str:
    """A text of the catalogue with the names of its facts alone in the braces."""
    return re.sub(r"\{(\w+):[^{}]*\}", r"{\1}", text)


def _shown(pair: Pair) -> Pair:
    chinese, english = pair
    return without_forms(chinese), without_forms(english)
