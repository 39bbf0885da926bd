"""The only user of pluggy's manager: asks each plugin once, alone, and names the one that fails."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.metadata import entry_points
from typing import Any, cast

import pluggy

from complaintflow.asking import Ask
from complaintflow.commands import Receive
from complaintflow.complaint import Complaint
from complaintflow.errors import DefinitionError, PluginError, Problem, Refusal
from complaintflow.events import Event
from complaintflow.guards import Guard as GuardFunction
from complaintflow.plugins._specs import PROJECT, Specs
from complaintflow.plugins.ports import (
    Channel,
    Classifier,
    Guard,
    Holidays,
    Intake,
    Observer,
    StaffChannel,
    StoreOpener,
    Suggestion,
)
from complaintflow.vocabulary import Effect

__all__ = ["Host"]

INSTALLED = "installed"
_LOG = logging.getLogger("complaintflow.plugins")


class Host:
    """What all plugins bring, by port, asked for once.

    `plugins` are modules or objects, names of entry points, or the word `installed` for all of them.
    A plugin that fails while it is asked for stores or guards raises `PluginError` at once; for any
    other port it is left out and kept in `failures`. Two that claim one name, and a misspelt hook, are
    a `DefinitionError`.
    """

    def __init__(self, plugins: Iterable[object] = ()) -> None:
        self._manager = pluggy.PluginManager(PROJECT)
        self._manager.add_hookspecs(Specs)
        for plugin in _found(plugins):
            self._register(plugin)
        self._check_spelling()
        self.failures: list[PluginError] = []
        self.stores: Mapping[str, StoreOpener] = self._named("stores", loud=True)
        self.channels: Mapping[str, Channel] = self._named("channels")
        self.staff_channels: Mapping[str, StaffChannel] = self._named("staff_channels")
        self.classifiers: Mapping[str, Classifier] = self._named("classifiers")
        self.intakes: Mapping[str, Intake] = self._named("intakes")
        self.holidays: Mapping[str, Holidays] = self._named("holidays")
        self.observers: tuple[tuple[str, Observer], ...] = tuple(self._each("observers"))
        self.guards = self._by_effect(self._each("guards", loud=True))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the plugins, in order."""
        return tuple(name for name, _ in self._manager.list_name_plugin())

    def tell(self, complaint: Complaint, events: Sequence[Event]) -> None:
        """Tell every observer what was saved; one that fails is logged by name."""
        for plugin, observer in self.observers:
            try:
                observer.saw(complaint, events)
            except Exception as error:
                _LOG.error("%s", PluginError(plugin, "saw", repr(error)))

    def suggestions(self, received: Receive) -> dict[str, Suggestion]:
        """What each classifier says; one that fails is logged by name and says nothing."""
        found: dict[str, Suggestion] = {}
        for name, classifier in self.classifiers.items():
            try:
                suggestion = classifier.classify(received)
            except Exception as error:
                _LOG.error("%s", PluginError(name, "classify", repr(error)))
                continue
            if suggestion is not None:
                found[name] = suggestion
        return found

    def _register(self, plugin: object) -> None:
        name = _name(plugin)
        if self._manager.is_registered(plugin):
            return
        if self._manager.has_plugin(name):
            raise DefinitionError((Problem("plugins", f"two called {name}", "different names"),))
        try:
            self._manager.register(plugin, name)
        except Exception as error:
            raise PluginError(name, "registration", str(error)) from error

    def _check_spelling(self) -> None:
        try:
            self._manager.check_pending()
        except pluggy.PluginValidationError as error:
            hooks = ", ".join(name for name in vars(Specs) if not name.startswith("_"))
            problem = Problem(f"plugin {_name(error.plugin)}", str(error), f"one of the hooks {hooks}")
            raise DefinitionError((problem,)) from error

    def _answers(self, hook: str, shape: Callable[[Any], Any], loud: bool) -> Iterator[tuple[str, Any]]:
        """What each plugin answers to a hook, in this shape, each asked in its own `try`."""
        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            try:
                answer = shape(implementation.function())
            except Exception as error:
                failure = PluginError(implementation.plugin_name, hook, repr(error))
                if loud:
                    raise failure from error
                _LOG.error("%s", failure)
                self.failures.append(failure)
                continue
            yield implementation.plugin_name, answer

    def _named(self, hook: str, loud: bool = False) -> dict[str, Any]:
        found: dict[str, Any] = {}
        owners: dict[str, str] = {}
        for plugin, parts in self._answers(hook, dict, loud):
            for name, part in parts.items():
                if name in found:
                    both = f"claimed by {owners[name]} and {plugin}"
                    raise DefinitionError((Problem(f"{hook}.{name}", both, "one plugin for a name"),))
                found[name], owners[name] = part, plugin
        return found

    def _each(self, hook: str, loud: bool = False) -> Iterator[tuple[str, Any]]:
        for plugin, parts in self._answers(hook, tuple, loud):
            yield from ((plugin, part) for part in parts)

    def _by_effect(self, guards: Iterable[tuple[str, Guard]]) -> dict[Effect, tuple[GuardFunction, ...]]:
        found: dict[Effect, tuple[GuardFunction, ...]] = {}
        for plugin, guard in guards:
            try:
                closed, effects = failing_closed(plugin, guard), {Effect(effect) for effect in guard.effects}
            except Exception as error:
                raise PluginError(plugin, "guards", repr(error)) from error
            for effect in effects:
                found[effect] = (*found.get(effect, ()), closed)
        return found


def failing_closed(plugin: str, guard: Guard) -> GuardFunction:
    """The guard as a function whose failure is a refusal that names the plugin."""

    def check(ask: Ask) -> Refusal | None:
        try:
            refusal = cast(object, guard.check(ask))  # a plugin may answer anything
            if refusal is None or isinstance(refusal, Refusal):
                return refusal
            raise TypeError(f"{refusal!r} is neither a Refusal nor None")
        except Exception as error:
            return Refusal(guard.rule, f"plugin {plugin} failed: {error!r}", f"ask those who run {plugin}")

    check.__name__ = guard.rule
    return check


def _name(plugin: object) -> str:
    return str(getattr(plugin, "__name__", None) or getattr(plugin, "name", None) or type(plugin).__name__)


def _found(plugins: Iterable[object]) -> Iterator[object]:
    for plugin in [plugins] if isinstance(plugins, str) else plugins:
        if not isinstance(plugin, str):
            yield plugin
            continue
        known = entry_points(group=PROJECT)
        chosen = list(known) if plugin == INSTALLED else [point for point in known if point.name == plugin]
        if not chosen and plugin != INSTALLED:
            names = ", ".join(sorted(point.name for point in known)) or "none"
            raise DefinitionError((Problem("plugins", plugin, f"an installed plugin: {names}"),))
        yield from (_loaded(point.name, point.load) for point in chosen)


def _loaded(name: str, load: Callable[[], object]) -> object:
    try:
        return load()
    except Exception as error:
        raise PluginError(name, "import", repr(error)) from error
