"""The lifecycle: the pure step over the table. `complaintflow.lifecycle.table` explains how it works."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from datetime import datetime
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any, Literal

import attrs
import msgspec

from complaintflow import commands as c
from complaintflow._validation.bounds import check_bounds
from complaintflow._validation.structure import FrozenMap, Record, at_utc, replace_unchecked
from complaintflow.commands._context import Ask, Decision
from complaintflow.commands._parts import asks_identity, change_cycle
from complaintflow.commands.signs import change_signs
from complaintflow.errors import DefinitionError, InvalidInput, NotPossible, Problem, Refusal, Refused
from complaintflow.lifecycle.cautions import cautions, known_names
from complaintflow.lifecycle.concerns import Guard, as_concerned
from complaintflow.lifecycle.declarations import describe_command
from complaintflow.lifecycle.fail_closed import close_guard
from complaintflow.lifecycle.forwarding import passes_on
from complaintflow.lifecycle.guards import GUARDS, describe_rule, rule_of
from complaintflow.lifecycle.horizon import within_horizon
from complaintflow.lifecycle.idle import say_what_is_idle
from complaintflow.lifecycle.lasting import lapse, lasting_facts
from complaintflow.lifecycle.moves import Kind, Move, compile_table
from complaintflow.lifecycle.moving import Moving, target_of
from complaintflow.lifecycle.needs import Need, Search
from complaintflow.lifecycle.notices import notice_problems
from complaintflow.lifecycle.payments import looks_at_matter
from complaintflow.lifecycle.permissions import may_ask
from complaintflow.lifecycle.repetition import fold, last_words, repeats, tells_again
from complaintflow.lifecycle.requests import IS_GONE, WAS_ERASED, find_wanted
from complaintflow.lifecycle.room import room_for_parts
from complaintflow.lifecycle.row_access import allowed, is_for, is_surely_allowed
from complaintflow.lifecycle.rows import STAFF_ROLE, SYSTEM_ONLY, Row, check_rows
from complaintflow.lifecycle.staff_only import said_by_staff
from complaintflow.lifecycle.states import labels_of, own_states, stage_of
from complaintflow.lifecycle.table import TABLE
from complaintflow.lifecycle.timer_clocks import clocks_of, timer_problems, with_timers
from complaintflow.policy.access import command_problems
from complaintflow.policy.policy import STANDARD, Policy
from complaintflow.record.complaint import Complaint, Event, evolve
from complaintflow.record.facts import PREVIOUS, Facts, hazards_of
from complaintflow.record.keys import message_name
from complaintflow.sla.definition import check_clocks
from complaintflow.values import Actor
from complaintflow.vocabulary import CUSTOMER, SYSTEM, Effect as E, State as S, names_machine

if TYPE_CHECKING:
    from complaintflow.lifecycle._machine import Choice
    from complaintflow.lifecycle.checking.differences import Comparison
    from complaintflow.lifecycle.checking.findings import Report
    from complaintflow.lifecycle.rule_book import RuleEntry


@attrs.frozen(slots=False, eq=False, repr=False)
class Step(Record):
    """What a command would be answered now: impossible, refused (with the reasons), or open (with its fields).

    It is impossible where no move of it leaves the state, and for people where only the system makes these moves.
    `fields` are those that it always needs; `needs` says what it needs here. `phrases` are what the playbook suggests
    to say with a message to the customer, in the customer's language (R42).
    """

    command: str
    status: Literal["impossible", "refused", "open"]
    refusals: tuple[Refusal, ...] = ()
    fields: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    @property
    def needs(self) -> tuple[Need, ...]:
        """What an open command needs here, with the choices on record. Worked out when it is first read."""
        found: tuple[Need, ...] | Search = vars(self).get("_needs", ())
        if isinstance(found, Search):
            found = vars(self)["_needs"] = found.needs()
        return found

    @property
    def kind(self) -> type[c.Command] | None:
        """The class of an open command, where the step was worked out and not read from a document."""
        found = vars(self).get("_kind")
        return found if isinstance(found, type) else None

    def shown(self, refusals: tuple[Refusal, ...], show: Callable[[Complaint], Complaint]) -> Step:
        """The same step with these refusals, for a reader who gets the complaint as `show` makes it."""
        needs: tuple[Need, ...] | Search = vars(self).get("_needs", ())
        return attrs.evolve(self, refusals=refusals).needing(needs.shown(show) if isinstance(needs, Search) else needs)

    def needing(self, needs: tuple[Need, ...] | Search) -> Step:
        """The same step with these needs."""
        vars(self)["_needs"] = needs
        if isinstance(needs, Search):
            vars(self)["_kind"] = type(needs.sample)
        return self


class Lifecycle:
    """A table with its policy and guards. It never changes, so many threads can share it.

    `table` replaces the built-in rows, and `guards` are added to the built-in guards: a custom command needs a row, a
    custom guard an effect. Raises `DefinitionError` for rows that declare less than their commands do.
    """

    def __init__(
        self,
        table: Iterable[Row] = TABLE,
        policy: Policy | None = None,
        guards: Mapping[E, Iterable[Guard]] | None = None,
    ) -> None:
        self.table = tuple(table)
        check_rows(self.table)
        self.commands: Mapping[str, type[c.Command]] = {row.kind: row.command for row in self.table}
        named = [state for row in self.table for state in (*row.sources, row.target) if state]
        self.own_states = own_states(named)
        self.states: tuple[str, ...] = tuple(sorted({*map(str, S), *map(str, named)}))
        self._kinds = compile_table(self.table)
        self._moves = tuple("|".join(move) for move in self.moves())
        self._set_guards(guards or {})
        self._lasting = lasting_facts(self.commands)
        self._timers = clocks_of(self.table)
        self.own_digest = "" if self._is_built_in() else self.digest
        live = {str(one): one for row in self.table for source in row.sources for one in (source, row.leads(source))}
        self.moving = Moving(self.own_digest, live, self.commands)
        self._of_commands: Mapping[type[c.Command], Guard] = {c.Migrate: self.moving.fits_the_lifecycle}
        self._set_policy(policy or STANDARD)

    def _is_built_in(self) -> bool:
        """Whether it has the moves and the guards of the built-in one, and no others."""
        if any(self._added.values()):
            return False
        return self.table == TABLE or (self._moves == _built_in()._moves and not any(self._own_commands()))

    def _own_commands(self) -> Iterator[tuple[str, type[c.Command]]]:
        """The commands that are not those of the library, by their names."""
        return ((name, kind) for name, kind in sorted(self.commands.items()) if c.BUILTIN.get(name) is not kind)

    def _set_guards(self, added: Mapping[E, Iterable[Guard]]) -> None:
        """Set the guards beside the built-in ones, and what follows from table and guards."""
        self._added = {effect: tuple(added.get(effect, ())) for effect in E}
        self.guards = {effect: (*GUARDS[effect], *self._added[effect]) for effect in E}
        guards = {rule_of(guard) for called in self.guards.values() for guard in called}
        self.rule_names = frozenset(guards.union(*({rule_of(rule) for rule in row.rules} for row in self.table)))
        """The names of all rules that it asks: of its guards, and of its rows."""
        self.digest = self._digest()

    def _set_policy(self, policy: Policy, *, on_record: bool = False) -> None:
        """Set what each lifecycle has of its own, also beside others of one table with the same guards."""
        policy = self.policy = policy if on_record else with_timers(policy, self._timers)
        self._language = policy.language_for_staff
        self._roles = policy.known_names["role"]
        self._called: dict[tuple[object, ...], tuple[Guard, ...]] = {}
        self._offers: dict[tuple[str, frozenset[str]], _Offers] = {}
        self._known = lru_cache(maxsize=_KNOWN_TEXTS)(_read)
        self._check_overridable()
        self._check_roles()
        if problems := tuple(dict.fromkeys(notice_problems(self.table, policy))):
            raise DefinitionError(problems)
        check_clocks(self.policy, frozenset(row.kind for row in self.table))
        if not on_record and (problems := tuple(timer_problems(policy, self.commands, self.states))):
            raise DefinitionError(problems)
        self._versions = (self.digest, self.policy.digest)

    @staticmethod
    def default(policy: Policy | None = None) -> Lifecycle:
        """The built-in table under a policy. The table is prepared once."""
        built_in = _built_in()
        return built_in.under(policy or built_in.policy)

    def _check_overridable(self) -> None:
        """Raise `DefinitionError` for overridable rules that no guard and no row has."""
        known = self.rule_names
        unknown = sorted(self.policy.overridable - known)
        if unknown:
            listed = f"one of {', '.join(sorted(known))}"
            raise DefinitionError(tuple(Problem("overridable", rule, listed) for rule in unknown))

    def _check_roles(self) -> None:
        """Raise `DefinitionError` for a command that a role names and no row has, and a role of a row, undeclared."""
        problems = [*command_problems(self.policy.roles, {*c.BUILTIN, *self.commands})]
        known = self.policy.staff_roles | {STAFF_ROLE, CUSTOMER, SYSTEM}
        listed = f"one of the roles: {', '.join(sorted(known))}"
        problems += [
            Problem(f"{row}.who", repr(role), listed) for row in self.table for role in sorted(row.who - known)
        ]
        if problems:
            raise DefinitionError(tuple(dict.fromkeys(problems)))

    def under(self, policy: Policy) -> Lifecycle:
        """The same table and guards under another policy, which gets the timers of this lifecycle as clocks."""
        other = copy(self)
        other._set_policy(policy)
        return other

    def on_record(self, policy: Policy) -> Lifecycle:
        """The same under a policy of the record, which has the timers of the lifecycle that it was kept with."""
        other = copy(self)
        other._set_policy(policy, on_record=True)
        return other

    def with_guards(self, guards: Mapping[E, Iterable[Guard]]) -> Lifecycle:
        """The same lifecycle with additional guards. One that is there already is not added again."""
        more = {effect: tuple(dict.fromkeys((*self._added[effect], *guards.get(effect, ())))) for effect in E}
        if more == self._added:
            return self
        other = copy(self)
        other._set_guards(more)
        other._set_policy(self.policy)
        return other

    def map_guards(self, change: Callable[[Guard], Guard]) -> Lifecycle:
        """The same lifecycle with each guard as `change` makes it; itself, where that changes none. The digest stays.

        `change` gives the same answer for the same guard: one of several effects is asked once.
        """
        guards = {effect: tuple(map(change, called)) for effect, called in self.guards.items()}
        table = tuple(
            row if (rules := tuple(map(change, row.rules))) == row.rules else attrs.evolve(row, rules=rules)
            for row in self.table
        )
        if guards == dict(self.guards) and table == self.table:
            return self
        other = copy(self)
        other.guards, other.table, other._kinds = guards, table, compile_table(table)
        other._called, other._offers = {}, {}
        return other

    def machine(self) -> Any:
        """The whole lifecycle as a machine of `transitions`, to adopt, to draw and to extend. Built at each call.

        Its model has a `complaint`, and its events take `command`, `by`, `at` and, where one is named, `related`. A
        move asks `decide` first and raises what speaks against it: `Refused` with all reasons, or `NotPossible`. After
        it the model's `complaint` is the one after the move. A question, such as `may_Triage(command=…, by=…, at=…)`,
        changes nothing and answers False where a rule refuses. Both raise `InvalidInput` for what fits no command.
        """
        from complaintflow.lifecycle._machine import Edge, build_machine  # noqa: PLC0415 - no step goes through it

        edges = [
            Edge(row.kind, str(source), str(row.leads(source)), row)
            for row in self.table
            for source in sorted(row.sources)
        ]
        return build_machine(self.states, edges, self._choose_for, _keep_complaint)

    def _choose_for(self, event: Any) -> Choice[Row]:
        """Decide for the machine: the row of the move and the complaint after it, or what is against it."""
        from complaintflow.lifecycle._machine import Choice  # noqa: PLC0415 - no step goes through it

        if problems := tuple(_wrong_call(event)):
            raise InvalidInput(problems)
        complaint, (command, by, at) = event.model.complaint, (event.kwargs[name] for name in _CALLED_WITH)
        related = tuple(event.kwargs.get("related", ()))
        decision = self.decide(complaint, command, by=by, at=at, related=related)
        if decision.refusals:
            return Choice(against=Refused(complaint.id, type(command).__name__, decision.refusals))
        ask = self._ask(complaint, command, by, at, related)
        move = self._choose(self._kinds[type(command)], ask)
        if move is None:
            return Choice(against=self._impossible(ask))
        return Choice(move.row, self.evolve(complaint, decision.events))

    def check(self, *, first: bool = False, most: int | None = None) -> Report:
        """Explore what can happen, by asking `decide`, and judge every step by the promises.

        Every finding has the shortest story that shows it. With `first` the check ends at the first broken promise.
        What has more situations than the cap of its slice, 8,000, is a finding: `most` is another cap of each slice.
        Raises `InvalidInput` for one below one.
        """
        from complaintflow.lifecycle.checking.check import check  # noqa: PLC0415 - no step goes through it

        return check(self, first=first, most=most)

    def rules(self) -> tuple[RuleEntry, ...]:
        """The rule book: every rule with its number and source, what it guards, what it needs, and what helps."""
        from complaintflow.lifecycle.rule_book import rule_book  # noqa: PLC0415 - no step goes through it

        return rule_book(self._kinds.values(), self.guards, self._of_commands, OF_CHANGES, self.policy)

    def compare(self, new: Lifecycle, *, only: Iterable[str] = (), most: int | None = None) -> Comparison:
        """Explore what can happen under these rules and under others, and tell what they answer differently.

        Each difference has the shortest story that shows it, and `verdict` says whether NEW is stricter or looser.
        `only` names some slices of the checker, such as `money`, where not all are wanted, and `most` is another cap
        of each slice than 8,000 situations. Raises `InvalidInput` for a name that no slice has, and a cap below one.
        """
        from complaintflow.lifecycle.checking.comparing import compare, named  # noqa: PLC0415 - no step goes through it
        from complaintflow.lifecycle.checking.slices import capped  # noqa: PLC0415 - no step goes through it

        return compare(self, new, capped(named(self, new, only), most))

    def moves(self) -> list[tuple[str, str, str, str, str, str]]:
        """Every move as text: command, source, target, who, effects, rules of the row and whom it tells; sorted."""
        return sorted(
            (
                str(row),
                str(source),
                str(row.leads(source)),
                " ".join(sorted(row.who)),
                " ".join(sorted(row.effects)),
                " ".join(_described(row)),
            )
            for row in self.table
            for source in row.sources
        )

    def _digest(self) -> str:
        """What the lifecycle decides by, as far as it is data: moves, guards by their names, what own states and own
        commands mean. What the customer reads of a state is no rule, so that a word can be mended for all.
        """
        guards = [f"{effect} {describe_rule(guard)}" for effect, called in self.guards.items() for guard in called]
        meanings = [f"{name} {one.stage} {one.pauses} {one.remembers}" for name, one in sorted(self.own_states.items())]
        commands = [f"{name} {describe_command(kind)}" for name, kind in self._own_commands()]
        texts = sorted({f"{one.template} {one.zh} {one.en}" for row in self.table for one in row.notices})
        text = "\n".join([*self._moves, *guards, *meanings, *commands, *texts])
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def decide(
        self,
        complaint: Complaint,
        command: c.Command,
        *,
        by: Actor,
        at: datetime,
        related: Iterable[Complaint] = (),
        handed: frozenset[str] = frozenset(),
    ) -> Decision:
        """Decide about a command: one event, all refusals, or that the move does not exist. Pure.

        `at` is aware. `related` are the complaints that the command refers to (the target of a merge), `handed` the
        names of the messages that were given to a channel though the record says nothing of it yet (R32). Raises
        `InvalidInput` for a naive `at` and for what is over the policy's limits, and `DefinitionError` for a command
        of a house's own without a row.
        """
        kind = self._kinds.get(type(command))
        if kind is None:
            return self._decide_without_row(complaint, command, by, at, related)
        policy = self.policy
        if kind.left_open:
            command = command.in_house(policy)
        if kind.named:
            command = _spelled(kind, command, policy)
        data = command.encoded()
        if not _fits_every_limit(kind, data, policy):
            check_bounds(command, policy.text_limit, policy.limits, len(data))
        ask = self._ask(complaint, command, by, at, related, handed)
        if kind.speaks and complaint.facts.last_told and tells_again(ask.customer_text, complaint, self.commands):
            ask = msgspec.structs.replace(ask, repeats=True)
        decision = self._decide(kind, ask, data)
        if isinstance(command, c.AskApproval):
            return self._look_at_asked(complaint, ask, command, decision)
        return self._look_at_approved(complaint, ask, command, decision) if isinstance(command, c.Approve) else decision

    def _decide_without_row(
        self, complaint: Complaint, command: c.Command, by: Actor, at: datetime, related: Iterable[Complaint]
    ) -> Decision:
        """A command of the library that this lifecycle leaves out is possible in no state; a clock may ask for it."""
        if c.BUILTIN.get(type(command).__name__) is type(command):
            return Decision(not_possible=self._impossible(self._ask(complaint, command, by, at, related)))
        problem = Problem("command", f"{type(command).__name__}, which has no row", "a row in the table")
        raise DefinitionError((problem,))

    def _look_at_asked(self, complaint: Complaint, ask: Ask, asked: c.AskApproval, decision: Decision) -> Decision:
        """What the rules would refuse to the person who approves it as well is refused now."""
        if decision.not_possible is not None or not ask.by.is_staff:
            return decision
        wanted = asked.wanted(self.commands)
        roles = ask.policy.rights(ask.by.roles).approvers(type(wanted).__name__) or ask.by.roles
        person = Actor(_APPROVER, roles, ask.facts.team)
        later = self.decide(complaint, wanted, by=person, at=ask.at, related=ask.related, handed=ask.handed)
        if later.not_possible is not None:
            return later
        refusals = say_what_is_idle(
            (*decision.refusals, *(one for one in later.refusals if one not in decision.refusals))
        )
        return Decision((), refusals) if refusals else decision

    def _look_at_approved(self, complaint: Complaint, ask: Ask, approval: c.Approve, decision: Decision) -> Decision:
        """What the rules refuse to the command that is approved is refused to the approval."""
        if not decision.accepted:
            return decision
        try:
            wanted = find_wanted(approval, complaint, self.commands)
        except InvalidInput:  # a command of the house that its rules no longer have, or have with other fields
            return Decision((), (IS_GONE.in_language(self._language),))
        if wanted is None:
            return Decision((), (WAS_ERASED.in_language(self._language),))
        if complaint.state == S.MERGED and passes_on(type(wanted), ask.by):
            return decision  # the target decides
        after = self.evolve(complaint, decision.events)
        later = self.decide(after, wanted, by=ask.by, at=ask.at, related=ask.related, handed=ask.handed)
        return decision if later.accepted else later

    def _ask(
        self,
        complaint: Complaint,
        command: c.Command,
        by: Actor,
        at: datetime,
        related: Iterable[Complaint],
        handed: frozenset[str] = frozenset(),
    ) -> Ask:
        """The question whether this command is allowed now."""
        seq, now = complaint.version + 1, at_utc(at)
        return Ask(complaint.id, complaint.facts, command, by, now, self.policy, tuple(related), seq, handed=handed)

    def _choose(self, kind: Kind, ask: Ask) -> Move | None:
        """The one move that applies, if the command has one from this state."""
        facts = ask.facts
        if kind.command is c.Migrate and isinstance(ask.command, c.Migrate):
            return self.moving.move(kind, facts, target_of(ask.command, facts))
        for move in kind.moves.get(facts.state, ()):
            if move.when is None or move.when(ask):
                return move
        return None

    def _decide(self, kind: Kind, ask: Ask, data: bytes = b"{}") -> Decision:
        move = self._choose(kind, ask)
        if move is None:
            return Decision(not_possible=self._impossible(ask))
        refusals = [found for guard in self._asked(kind, move, ask) if (found := guard(ask)) is not None]
        if refusals:
            told = say_what_is_idle(refusals) if len(refusals) > 1 else refusals
            return Decision((), tuple([refusal.in_language(self._language) for refusal in told]))
        changes = _sets(kind, ask)
        if kind.received and self.own_digest:
            changes = {**changes, "lifecycle": self.own_digest}
        if move.stands_for != ask.facts.stands_for or move.pause is not None or move.remembers:
            changes = {**changes, **_of_state(move, ask.facts, changes)}
        if self._lasting and "cycle" in changes:
            changes = lapse(ask.facts, changes, self._lasting, kind.command.LASTS)
        event = Event(ask.seq, ask.at, ask.by.id, kind.name, data, move.reached, changes, self._versions)
        if changes is ask.news:  # a rule has measured their bytes, which are sealed as they are
            vars(event)["encoded_changes"] = ask.encoded_news
        doubtful = kind.has_names or not ask.by.roles <= self._roles
        return Decision((event,), (), None, cautions(ask) if doubtful else (), move.row.notices)

    def _asked(self, kind: Kind, move: Move, ask: Ask) -> tuple[Guard, ...]:
        """The guards that are asked about this question: prepared once for all questions with the same effects, of
        actors with the same roles."""
        facts, command, by = ask.facts, ask.command, ask.by
        more = _effects_of_changes(facts, ask.prepare(speaks=kind.speaks, closing=move.closing))
        writes = kind.speaks and ask.spoken_text != ""
        effects = command.effects(ask) if kind.fixed is None else kind.fixed
        machine = SYSTEM not in by.roles and names_machine(by.id)
        key = (move, effects, more, writes, by.roles, machine, facts.cycle.overridden)
        found = self._called.get(key)
        if found is None:
            found = self._prepare(kind, move, effects.union(more, (E.WRITES,) if writes else ()), ask)
            if by.roles <= self._roles:  # whatever else an actor calls itself fills no table
                self._called[key] = found
        return found

    def _prepare(self, kind: Kind, move: Move, effects: frozenset[E], ask: Ask) -> tuple[Guard, ...]:
        """The guards of the actor, of the row and of the effects, in the order of the reasons that they give.

        What has nothing to say about such a command of such an actor is left out: in a usual life 63 of 112.
        """
        by, lifted = ask.by, ask.facts.cycle.overridden & self.policy.overridable
        asked = tuple(dict.fromkeys(move.row.named_rules + self.guards_for(effects.union(move.effects, (E.ANY,)))))
        guards: list[Guard] = [] if is_surely_allowed(move.row, by) else [partial(allowed, move.row)]
        if kind.command in self._of_commands:
            guards.append(self._of_commands[kind.command])
        if kind.has_names or not by.roles <= self._roles:  # R7: a name that the policy does not know
            guards.append(known_names)
        guards += [said_by_staff, *(close_guard(rule, guard) for rule, guard in asked if rule not in lifted)]
        if not by.is_system or kind.received:
            guards.append(room_for_parts)
        if kind.has_times:
            guards.append(within_horizon)
        concerned = (as_concerned(guard, kind.command, by, self.policy) for guard in guards)
        return tuple([guard for guard in concerned if guard is not None])

    def _impossible(self, ask: Ask) -> NotPossible:
        """The move does not exist; name the commands that this kind of actor has here."""
        state = ask.facts.state
        theirs = {row.kind for row in self.table if state in row.sources and is_for(row, ask.by)}
        possible = {kind for kind in theirs if may_ask(ask.by, kind, self.policy)}
        moves = tuple(sorted(possible))
        return NotPossible(ask.id, type(ask.command).__name__, str(state), moves).in_language(self._language)

    def has_move(self, command: c.Command, complaint: Complaint) -> bool:
        """Whether the command has any move from the state of the complaint."""
        kind = self._kinds.get(type(command))
        if isinstance(command, c.Migrate) and kind is not None:
            return self.moving.move(kind, complaint.facts, target_of(command, complaint.facts)) is not None
        return kind is not None and complaint.state in kind.moves

    def looks_at_matter(self, command: c.Command, complaint: Complaint) -> bool:
        """R26: whether the rules look at all complaints of the same customer and order, given as `related`."""
        kind = self._kinds.get(type(command))
        effects = kind.matters.get(complaint.state) if kind else None
        return effects is not None and looks_at_matter(effects, complaint.facts)

    def stage_of(self, state: str) -> str:
        """The built-in state whose meaning a state has: itself, where it is built in."""
        own = self.own_states.get(state)
        return stage_of(own) if own is not None else state

    @property
    def labels(self) -> Mapping[str, tuple[str, str]]:
        """What the customer reads of the house's own states, in Chinese and in English."""
        return labels_of(self.own_states.values())

    def evolve(self, complaint: Complaint, events: Iterable[Event]) -> Complaint:
        """The complaint after these events. Pure."""
        return evolve(complaint, events)

    def steps(
        self,
        complaint: Complaint,
        *,
        by: Actor,
        at: datetime,
        related: Iterable[Complaint] = (),
        handed: frozenset[str] = frozenset(),
    ) -> tuple[Step, ...]:
        """What every command of this actor would be answered now, for a form that disables commands and says why.

        `related` and `handed` are those of `decide`.
        """
        asked = self._ask(complaint, _NOTHING, by, at, related, handed)
        blank = msgspec.structs.replace(asked, known=self._known)
        state, told = complaint.facts.state, fold(last_words(complaint, self.commands))
        phrases = complaint.playbook(self.policy, complaint.customer.language).soothing
        against = partial(self._against, complaint, by=by, at=asked.at, related=asked.related, handed=handed)
        search = partial(Search, complaint, asked, against=against)
        offers = self._offers.get((state, by.roles)) or self._offer(state, by)
        return tuple(
            [
                self._step(one, theirs, blank, told, phrases, search) if isinstance(one, Kind) else one
                for one, theirs in offers
            ]
        )

    def _offer(self, state: str, by: Actor) -> _Offers:
        """Which commands may be for actors of these roles in this state, and whether they are theirs by themselves.

        What only the system asks for is not possible for people, and no sample of it is made. Prepared once for a state
        and some roles: a twelfth of the time of `steps`.
        """
        offers: list[tuple[Kind | Step, bool]] = []
        for name in sorted(self.commands):
            kind = self._kinds[self.commands[name]]
            moves = kind.moves.get(state, ())
            for_them = any(is_for(move.row, by) for move in moves)
            if for_them or any(move.row.who != SYSTEM_ONLY for move in moves):
                offers.append((kind, for_them and may_ask(by, kind.name, self.policy)))
            else:
                offers.append((_no_step(kind.name), False))
        if by.roles <= self._roles:  # whatever else an actor calls itself fills no table
            self._offers[state, by.roles] = tuple(offers)
        return tuple(offers)

    def _against(self, complaint: Complaint, command: c.Command, **asked: Any) -> tuple[Refusal, ...] | None:
        """All that speaks against it; None where it has no move, or does not fit."""
        try:
            decision = self.decide(complaint, command, **asked)
        except InvalidInput:
            return None
        return None if decision.not_possible else decision.refusals

    def _step(
        self,
        kind: Kind,
        theirs: bool,
        blank: Ask,
        told: list[str],
        phrases: tuple[str, ...],
        search: Callable[[c.Command], Search],
    ) -> Step:
        """The first sample that passes opens it; else the reasons of the one that has the fewest tell why not."""
        fewest: tuple[Refusal, ...] = ()
        for one in kind.command.samples(blank) if kind.standing is None else kind.standing:
            again = kind.speaks and repeats(one.customer_text(), told)
            reasons = self._reasons(kind, msgspec.structs.replace(blank, command=one, repeats=again), len(fewest))
            if reasons == () and issubclass(kind.command, c.Approve):  # what is approved has reasons of its own
                later = search(one).against(one)
                reasons = None if later and fewest and len(later) >= len(fewest) else later
            if reasons == ():
                speaks = E.SPEAKS in kind.command.EFFECTS
                return Step(kind.name, "open", (), kind.required, phrases if speaks else ()).needing(search(one))
            fewest = reasons or fewest
            if not theirs and len(fewest) == 1:  # it is for others: no sample passes, none has fewer reasons
                break
        return Step(kind.name, "refused", fewest) if fewest else _no_step(kind.name)

    def _reasons(self, kind: Kind, ask: Ask, most: int) -> tuple[Refusal, ...] | None:
        """All reasons against it; None where it has no move, or as soon as there are `most` (0: any number)."""
        move = self._choose(kind, ask)
        if move is None:
            return None
        reasons: list[Refusal] = []
        for guard in self._asked(kind, move, ask):
            if (found := guard(ask)) is not None:
                reasons.append(found.in_language(self._language))
                if len(reasons) == most:
                    return None
        return say_what_is_idle(reasons) if len(reasons) > 1 else tuple(reasons)

    def guards_for(self, effects: frozenset[E]) -> tuple[tuple[str, Guard], ...]:
        """The guards of these effects, each once, with the names of their rules."""
        called = dict.fromkeys(guard for effect in E if effect in effects for guard in self.guards[effect])
        return tuple((rule_of(guard), guard) for guard in called)


def _described(row: Row) -> Iterator[str]:
    """The rules of a row, whom it tells, and after how long the system asks for it."""
    yield from map(describe_rule, row.rules)
    yield from (f"tells({notice})" for notice in row.notices)
    if row.timer:
        yield f"after({row.timer})"


_CALLED_WITH: Mapping[str, str] = {
    "command": "a command: {0}(…)",
    "by": "the Actor who asks",
    "at": "the aware time of it",
}
"""What each event of the machine is called with, and what is expected there."""


def _wrong_call(event: Any) -> Iterator[Problem]:
    """What an event of the machine is not called with, another command, and a model that is not where its complaint is.

    No edge leaves two states: the machine would answer False, and say nothing.
    """
    name, state = event.event.name, event.model.complaint.state
    for key, expected in _CALLED_WITH.items():
        if key not in event.kwargs:
            yield Problem(key, "nothing", expected.format(name))
    given = type(event.kwargs.get("command")).__name__
    if "command" in event.kwargs and given != name:
        yield Problem("command", given, name)
    if event.state.name != state:
        yield Problem("state", repr(event.state.name), f"that of the model's complaint, {state}")


def _keep_complaint(model: Any, complaint: object) -> None:
    model.complaint = complaint


_Offers = tuple[tuple[Kind | Step, bool], ...]
"""Each command, or the step of one that is impossible, and whether the actor may ask for it."""

_KNOWN_TEXTS = 512
"""So much of what was said of texts of samples is kept: each has some readers. They are ours, and name nobody."""


def _read(reader: Callable[..., Any], *texts: Any) -> Any:
    return reader(*texts)


@cache
def _no_step(command: str) -> Step:
    return Step(command, "impossible")


_APPROVER = "approver"
"""Whom the rules are asked about before anybody is asked to approve something."""

_NOTHING = c.Command()
"""A placeholder for questions without a command: samples read only the facts."""


@cache
def _built_in() -> Lifecycle:
    return Lifecycle()


def _fits_every_limit(kind: Kind, data: bytes, policy: Policy) -> bool:
    """Whether a command of so many bytes, with so many commas, is surely within the limits.

    What only the system asks for has texts, and few of them. A list has an entry more than commas, a table has names.
    """
    size = len(data)
    if size <= policy.smallest_limit or not kind.of_people:
        return size <= policy.text_limit
    few = not kind.holds or (not kind.tables and data.count(b",") < policy.smallest_limit)
    return few and size <= policy.longest_text


def _effects_of_changes(facts: Facts, changes: Mapping[str, Any]) -> tuple[E, ...]:
    """The effects of changes: of messages, the team, the grade downwards or what keeps it up, payments, fixes."""
    found: tuple[E, ...] = ()
    if "messages" in changes and message_name(changes["messages"]) not in changes.get("to_us", ()):
        found = _SPEAKS
    if "cycle" in changes and changes["cycle"].fix > facts.cycle.fix:
        found = (*found, E.MENDS)
    return found if _SELDOM.isdisjoint(changes) else (*found, *_seldom_effects(facts, changes))


def _seldom_effects(facts: Facts, changes: Mapping[str, Any]) -> Iterator[E]:
    if facts.team and changes.get("team", facts.team) != facts.team:
        yield E.HANDS_OFF
    grade = changes.get("grade")
    if facts.grade and grade and grade < facts.grade:
        yield E.REGRADES
    hazard_gone = "signals" in changes and facts.hazards - hazards_of(changes["signals"])
    if hazard_gone or (facts.incident and not changes.get("incident", facts.incident)):
        yield E.CLEARS
    if any(not payment.complaint and payment not in facts.paid for payment in changes.get("paid", ())):
        yield E.PAYS


OF_CHANGES = frozenset({E.SPEAKS, E.MENDS, E.HANDS_OFF, E.REGRADES, E.CLEARS, E.PAYS})
"""The effects that any command has which changes facts so, whatever it declares."""
_SPEAKS = (E.SPEAKS,)
_SELDOM = frozenset({"grade", "incident", "paid", "signals", "team"})
"""The facts that few commands change, and whose change may have an effect."""


def _sets(kind: Kind, ask: Ask) -> Mapping[str, Any]:
    """The facts that the event sets: those of the command, the signs of the customer, and what lasts."""
    facts, changes = ask.facts, ask.news
    if kind.signs and (signs := change_signs(ask)):
        both = {**ask.changes, **signs}
        changes = {name: value for name, value in both.items() if getattr(facts, name) != value}
    lasting = _lasting(facts, changes, ask.policy)
    if SYSTEM not in ask.by.roles and names_machine(ask.by.id):
        lasting["by_machines"] = facts.by_machines + 1
    return {**changes, **lasting} if lasting else changes


def _of_state(move: Move, facts: Facts, changes: Mapping[str, Any]) -> dict[str, Any]:
    """What a state of the house's own changes beside itself: what it stands for, and whether the clocks stand."""
    found: dict[str, Any] = {"stands_for": move.stands_for} if move.stands_for != facts.stands_for else {}
    if move.pause is not None and move.pause != changes.get("paused", facts.paused):
        found["paused"] = move.pause
    if move.remembers:
        found["extra"] = FrozenMap({**changes.get("extra", facts.extra), PREVIOUS: str(facts.state)})
    return found


def _lasting(facts: Facts, changes: Mapping[str, Any], policy: Policy) -> dict[str, Any]:
    """What an event leaves behind, whatever command it came from: the worst grade of the cycle (R33), and that identity
    is asked (R22)."""
    found: dict[str, Any] = {}
    cycle, grade = changes.get("cycle", facts.cycle), changes.get("grade", facts.grade)
    if grade is not cycle.worst and grade and (cycle.worst is None or grade > cycle.worst):
        found["cycle"] = change_cycle(cycle, worst=grade)
    if not facts.identity_asked and ("type" in changes or "signals" in changes):
        asked = asks_identity(changes.get("type", facts.type), changes.get("signals", facts.signals), policy)
        found.update({"identity_asked": True} if asked else {})
    return found


def _spelled(kind: Kind, command: c.Command, policy: Policy) -> c.Command:
    """The command with the names of types, areas, channels and teams as the policy spells them."""
    changes: dict[str, str] = {}
    for field in kind.named:
        name, known = getattr(command, field), policy.known_names[field]
        if isinstance(name, str) and name and name not in known and (spelled := policy.spell(field, name)) != name:
            changes[field] = spelled
    return replace_unchecked(command, **changes) if changes else command
