"""What all plugins bring: each is asked once, alone, and the one that fails is named."""

from __future__ import annotations

import logging
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from inspect import signature
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

import attrs

from complaintflow._validation.faults import Misfit, name_fault
from complaintflow._validation.structure import Record
from complaintflow.commands import Receive
from complaintflow.commands._context import Ask
from complaintflow.errors import ComplaintflowError, DefinitionError, PluginError, Problem, Refusal
from complaintflow.lifecycle.communication import no_solved_wording_before_proof, refuse_claim
from complaintflow.lifecycle.concerns import Guard as GuardFunction
from complaintflow.lifecycle.fail_closed import fail_closed
from complaintflow.lifecycle.guards import no_denying_words, refuse_denial, rule_of
from complaintflow.lifecycle.table import KNOWN_RULES
from complaintflow.plugins._discovery import discover
from complaintflow.plugins._guarded import guard_store, name_opening
from complaintflow.plugins._plugin import Plugin, name_of
from complaintflow.plugins._specs import Specs
from complaintflow.plugins._store_url import show_url
from complaintflow.plugins.inventory import HookCall, Loaded, names_of, origin, source_of
from complaintflow.plugins.ports.deciding import (
    Grouping,
    Guard,
    Observer,
    Wording,
)
from complaintflow.plugins.ports.reading import Access, Auditor
from complaintflow.plugins.ports.sending import (
    Channel,
    StaffChannel,
)
from complaintflow.plugins.ports.sources import (
    Classifier,
    FoundAnswer,
    Holidays,
    Intake,
    Knowledge,
    Question,
    Suggestion,
)
from complaintflow.plugins.ports.storage import Store, StoreOpener
from complaintflow.record.complaint import Complaint, Event
from complaintflow.vocabulary import Effect

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_LONGEST = 1000
"""Characters of what a plugin says that is not set."""
_MOST_GROUPS = 10
"""So many names of one grouping count for a complaint."""
_LONGEST_GROUP = 200
"""So many characters such a name has at most."""
_LOG = logging.getLogger("complaintflow.plugins")
_Part = TypeVar("_Part")
_Reply = TypeVar("_Reply")


class Host:
    """What all plugins bring, by port, asked for once.

    `plugins` are modules or objects, names of entry points, or the word `installed` for all of them.
    A plugin that fails while it is asked for stores, guards or auditors raises `PluginError` at once; for any
    other port it is left out and kept in `failures`. Two that claim one name, and a misspelt hook, are
    a `DefinitionError`. `trace` is told of each call of a hook as soon as it is over.

    `guards` are the rules of all plugins by the effects that they watch, and `named_guards` by their names:
    `read_lifecycle(file, guards=host.named_guards)`.
    """

    SPECS: ClassVar[type] = Specs
    HOOK_ARGUMENTS: ClassVar[Mapping[str, object]] = {}
    """What a hook may ask for, by the names of its arguments."""

    def __init__(self, plugins: Iterable[object] = (), trace: Callable[[HookCall], object] | None = None) -> None:
        self._plugins: dict[str, tuple[Plugin, EntryPoint | None]] = {}
        self._parts: dict[str, dict[str, Iterable[object]]] = {}
        for plugin, point in discover(plugins):
            self._register(plugin, point)
        for plugin, _ in self._plugins.values():
            if trace:
                plugin.watch(trace)
        self.failures: list[PluginError] = []
        self.stores: Mapping[str, StoreOpener] = self._collect_by_name("stores", loud=True)
        self.channels: Mapping[str, Channel] = self._collect_by_name("channels")
        self.staff_channels: Mapping[str, StaffChannel] = self._collect_by_name("staff_channels")
        self.classifiers: Mapping[str, Classifier] = self._collect_by_name("classifiers")
        self.intakes: Mapping[str, Intake] = self._collect_by_name("intakes")
        self.holidays: Mapping[str, Holidays] = self._collect_by_name("holidays")
        self.knowledge: Mapping[str, Knowledge] = self._collect_by_name("knowledge")
        self.groupings: Mapping[str, Grouping] = self._collect_by_name("groupings")
        self.observers: tuple[tuple[str, Observer], ...] = tuple(self._collect("observers"))
        self.auditors: tuple[tuple[str, Auditor], ...] = tuple(self._collect("auditors", loud=True))
        guards = [*self._collect("guards", loud=True)]
        for plugin, wording in self._collect("wordings", loud=True):
            guards += ((plugin, guard) for guard in _guards_of(plugin, wording))
        self.guards, self.named_guards = self._arrange(guards)

    def check_asked(self, rules: Container[str]) -> None:
        """Raise `DefinitionError` for guards that watch no effect and whose rules nobody names."""
        watching = {rule_of(guard) for some in self.guards.values() for guard in some}
        unasked = sorted(rule for rule in self.named_guards if rule not in watching and rule not in rules)
        if unasked:
            expected = "effects that it watches, or a lifecycle that names it"
            raise DefinitionError(tuple(Problem(f"guards.{rule}", "no effect", expected) for rule in unasked))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the plugins, in order."""
        return tuple(self._plugins)

    @cached_property
    def loaded(self) -> tuple[Loaded, ...]:
        """What is loaded, in order: each plugin, what was installed to bring it, and the names of its parts."""
        return tuple(self._describe(plugin, point) for plugin, point in self._plugins.values())

    def _describe(self, plugin: Plugin, point: EntryPoint | None) -> Loaded:
        source, brings = source_of(plugin.object), self._parts.get(plugin.name, {})
        return Loaded(
            plugin.name,
            source,
            *origin(source, point),
            hooks=plugin.hooks,
            brings={hook: names_of(parts) for hook, parts in brings.items()},
            entry_point=point.name if point else "",
            failures=tuple(failure for failure in self.failures if failure.plugin == plugin.name),
        )

    def open_store(self, url: str, *, copying: bool = False) -> Store:
        """The store that the URL names. Whoever is `copying` may open one that is half copied, where its opener takes
        this keyword.

        Raises `DefinitionError` for a scheme that nobody brings, and `PluginError` for an opener that fails.
        """
        scheme, shown = url.partition("://")[0], show_url(url)
        if scheme not in self.stores:
            known = ", ".join(f"{name}://" for name in sorted(self.stores))
            raise DefinitionError((Problem("store", shown, f"a URL that begins with one of {known}"),))
        opener = self.stores[scheme]
        opened: Any = opener
        if copying and "copying" in signature(opener).parameters:
            opened = partial(opened, copying=True)
        try:
            return guard_store(scheme, url, _check_store(opened(url)))
        except ComplaintflowError as error:
            raise name_opening(scheme, url, opener, error) from None
        except Exception as error:
            raise PluginError(scheme, "stores", f"{shown}: {name_fault(error)}") from None

    def tell(self, complaint: Complaint, events: Sequence[Event]) -> None:
        """Tell every observer what was saved; one that fails is logged by name."""
        for plugin, observer in self.observers:
            try:
                observer.saw(complaint, events)
            except Exception as error:
                _LOG.error("%s", PluginError(plugin, "saw", name_fault(error)))

    def tell_all(self, changes: Iterable[tuple[Complaint, Sequence[Event]]]) -> None:
        """Tell every observer of each complaint."""
        for complaint, events in changes:
            self.tell(complaint, events)

    def audit(self, access: Access) -> None:
        """Tell every auditor who is about to read what. Raises `PluginError` for the first one that fails."""
        for plugin, auditor in self.auditors:
            try:
                answer = cast(object, auditor.reads(access))
                if answer is not None:
                    raise Misfit(f"a {type(answer).__name__} is an answer, and nobody waits for one")
            except Exception as error:
                raise PluginError(plugin, "reads", name_fault(error)) from None

    def suggestions(self, received: Receive) -> dict[str, Suggestion]:
        """What each classifier says; one that fails is logged by name and says nothing."""
        found = _ask_each(self.classifiers, "classify", lambda one: _check_suggestion(one.classify(received)))
        return {name: suggestion for name, suggestion in found if suggestion is not None}

    def groups(self, complaint: Complaint) -> dict[str, tuple[str, ...]]:
        """R41: what each grouping says that it is counted with; one that fails is logged by name."""
        return dict(_ask_each(self.groupings, "groups", lambda one: _check_groups(one.groups(complaint))))

    def answers(self, question: Question, limit: int) -> dict[str, tuple[FoundAnswer, ...]]:
        """R31: what each source of knowledge answers, the best first; one that fails is logged by name."""
        found = _ask_each(self.knowledge, "suggest", lambda one: _check_answers(one.suggest(question, limit), limit))
        return dict(found)

    def _register(self, plugin: object, point: EntryPoint | None) -> None:
        if any(known.object is plugin for known, _ in self._plugins.values()):
            return
        name = name_of(plugin)
        if name in self._plugins:
            both = f"{source_of(self._plugins[name][0].object)} and {source_of(plugin)}"
            raise DefinitionError((Problem("plugins", f"two called {name}: {both}", "different names"),))
        self._plugins[name] = Plugin(plugin, self.SPECS), point

    def _ask_all(self, hook: str, shape: Callable[[Any], Any], loud: bool) -> Iterator[tuple[str, Any]]:
        """What each plugin answers to a hook, in this shape, each asked in its own `try`."""
        for plugin, _ in self._plugins.values():
            if hook not in plugin.hooks:
                continue
            try:
                answers = [shape(answer) for answer in plugin.ask(hook, self.HOOK_ARGUMENTS)]
            except Exception as error:
                failure = PluginError(plugin.name, hook, _cause(error))
                if loud:
                    raise failure from None
                _LOG.error("%s", failure)
                self.failures.append(failure)
                continue
            self._parts.setdefault(plugin.name, {})[hook] = [part for answer in answers for part in answer]
            yield from ((plugin.name, answer) for answer in answers)

    def _collect_by_name(self, hook: str, loud: bool = False) -> dict[str, Any]:
        found: dict[str, Any] = {}
        owners: dict[str, str] = {}
        for plugin, parts in self._ask_all(hook, dict, loud):
            for name, part in parts.items():
                if name in found:
                    both = f"claimed by {owners[name]} and {plugin}"
                    raise DefinitionError((Problem(f"{hook}.{name}", both, "one plugin for a name"),))
                found[name], owners[name] = part, plugin
        return found

    def _collect(self, hook: str, loud: bool = False) -> Iterator[tuple[str, Any]]:
        for plugin, parts in self._ask_all(hook, tuple, loud):
            yield from ((plugin, part) for part in parts)

    def _arrange(
        self, guards: Iterable[tuple[str, Guard]]
    ) -> tuple[Mapping[Effect, tuple[GuardFunction, ...]], Mapping[str, GuardFunction]]:
        """The guards by the effects that they watch, and by their rules, as lifecycle files name them."""
        watching: dict[Effect, tuple[GuardFunction, ...]] = {}
        ruling: dict[str, tuple[GuardFunction, ...]] = {}
        for plugin, guard in guards:
            try:
                closed, effects = _closed(plugin, guard), {Effect(effect) for effect in guard.effects}
            except Exception as error:
                raise PluginError(plugin, "guards", name_fault(error)) from None
            for effect in effects:
                watching[effect] = (*watching.get(effect, ()), closed)
            if guard.rule not in KNOWN_RULES:  # that name means the rule of the library, which a plugin can only add to
                ruling[guard.rule] = (*ruling.get(guard.rule, ()), closed)
        return watching, {rule: _as_one(rule, some) for rule, some in ruling.items()}


def _cause(error: Exception) -> str:
    """Why a hook failed. A `DefinitionError` says what to set; what it found may be a secret, and is left out."""
    if not isinstance(error, DefinitionError):
        return name_fault(error)
    return "; ".join(f"{problem.path}: expected {problem.expected}" for problem in error.problems)[:_LONGEST]


@attrs.frozen(eq=False, repr=False)
class _ReadingGuard(Record):
    """A house's reader of texts as a guard: it refuses under the name of the rule that it adds to."""

    rule: str
    effects: frozenset[Effect]
    refuse: Callable[[Ask, Callable[[str], str]], Refusal | None]
    reader: Callable[[str], object]

    def check(self, ask: Ask) -> Refusal | None:
        return self.refuse(ask, self._read)

    def _read(self, text: str) -> str:
        found = self.reader(text) if text else ""
        if not isinstance(found, str):
            raise Misfit(f"a {type(found).__name__} is no text")
        return found


def _guards_of(plugin: str, wording: Wording) -> tuple[_ReadingGuard, ...]:
    """The two guards that ask a reader of texts. Raises `PluginError` for what is none."""
    try:
        claims, denies = wording.claims, wording.denies
    except AttributeError as error:
        raise PluginError(plugin, "wordings", name_fault(error)) from None
    return (
        _ReadingGuard(rule_of(no_solved_wording_before_proof), frozenset({Effect.WRITES}), refuse_claim, claims),
        _ReadingGuard(rule_of(no_denying_words), frozenset({Effect.HEARS, Effect.ENDS}), refuse_denial, denies),
    )


def _closed(plugin: str, guard: Guard) -> GuardFunction:
    """The guard as a function whose failure is a refusal that names the plugin."""
    remedy = (f"请联系负责 {plugin} 的人", f"ask those who run {plugin}")
    return fail_closed(guard.rule, guard.check, (f"插件 {plugin}", f"plugin {plugin}"), remedy)


def _as_one(rule: str, guards: tuple[GuardFunction, ...]) -> GuardFunction:
    """The guards of one rule: it refuses where any of them does."""
    if len(guards) == 1:
        return guards[0]

    def check(ask: Ask) -> Refusal | None:
        return next((refusal for guard in guards if (refusal := guard(ask)) is not None), None)

    check.__name__ = rule
    return check


def _ask_each(parts: Mapping[str, _Part], what: str, ask: Callable[[_Part], _Reply]) -> Iterator[tuple[str, _Reply]]:
    """What each part says to a question, by its name; one that fails is logged and left out."""
    for name, part in parts.items():
        try:
            reply = ask(part)
        except Exception as error:
            _LOG.error("%s", PluginError(name, what, name_fault(error)))
            continue
        yield name, reply


def _check_groups(answer: Iterable[str]) -> tuple[str, ...]:
    """The names that a grouping gave. Raises `Misfit` for what is no names."""
    if isinstance(answer, str):
        raise Misfit("a text, where names were expected")
    names = tuple(islice(answer, _MOST_GROUPS))
    if not all(isinstance(name, str) for name in cast("tuple[object, ...]", names)):
        raise Misfit("something else among the names")
    if any(len(name) > _LONGEST_GROUP for name in names):
        raise Misfit(f"a name of more than {_LONGEST_GROUP} characters")
    return tuple(name for name in names if name.strip())


def _check_store(made: Store) -> Store:
    """What an opener made. Raises `Misfit` for what is none: a plugin may answer anything."""
    if all(callable(getattr(made, call, None)) for call in ("reading", "writing", "close")):
        return made
    raise Misfit(f"a {type(made).__name__} is no Store")


def _check_suggestion(found: object) -> Suggestion | None:
    """What a classifier found. Raises `Misfit` for what is none."""
    if found is None or isinstance(found, Suggestion):
        return found
    raise Misfit(f"a {type(found).__name__} is no Suggestion")


def _check_answers(found: Iterable[object], limit: int) -> tuple[FoundAnswer, ...]:
    """At most so many answers. Raises `Misfit` for what is none."""
    answers = tuple(found)[:limit]
    for one in answers:
        if not isinstance(one, FoundAnswer):
            raise Misfit(f"a {type(one).__name__} is no FoundAnswer")
    return cast("tuple[FoundAnswer, ...]", answers)
