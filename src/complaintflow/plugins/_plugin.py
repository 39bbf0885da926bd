"""One plugin in a manager of its own, the only user of pluggy's: nothing that it does reaches another one."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pluggy

from complaintflow._validation.faults import Misfit, name_fault
from complaintflow._validation.spelling import nearest, one_of
from complaintflow.errors import DefinitionError, PluginError, Problem
from complaintflow.plugins._specs import PROJECT
from complaintflow.plugins.inventory import HookCall, names_in


class Plugin:
    """A plugin that fits the hooks. A hook that is misspelt or not marked, and a class in the place of an object, are a
    `DefinitionError`: nobody would call it. Any other misfit is a `PluginError`.

    An implementation asks by name for those of a hook's arguments that it wants: one that was written before
    an argument came is called without it.
    """

    def __init__(self, plugin: object, specs: type) -> None:
        self.object = plugin
        self.name = name_of(plugin)
        self._manager = pluggy.PluginManager(PROJECT)
        self._manager.add_hookspecs(specs)
        self._names = [name for name in dir(specs) if not name.startswith("_")]
        for warning in self._register():
            _warn_again(warning, self.name)
        if problems := (*self._misspelt(), *self._unmarked(), *self._unmade()):
            raise DefinitionError(problems)

    @property
    def hooks(self) -> tuple[str, ...]:
        """The hooks that it implements, sorted."""
        callers = self._manager.get_hookcallers(self.object) or []
        return tuple(sorted(caller.name for caller in callers))

    def ask(self, hook: str, arguments: Mapping[str, object]) -> Sequence[Any]:
        """What it answers to one of its hooks. Raises what the plugin raises, and `TypeError` for no answer."""
        answers: Sequence[Any] = getattr(self._manager.hook, hook)(**arguments)
        if not answers:
            raise Misfit("it answered None")
        return answers

    def watch(self, trace: Callable[[HookCall], object]) -> None:
        """From now on `trace` is told of each call of a hook, once it is over."""

        def before(*_: object) -> None: ...

        def after(outcome: pluggy.Result[Any], hook: str, *_: object) -> None:
            failed = outcome.exception
            answered = f"raised {type(failed).__name__}" if failed else names_in(outcome.get_result())
            trace(HookCall(self.name, hook, answered))

        self._manager.add_hookcall_monitoring(before, after)

    def _register(self) -> Sequence[warnings.WarningMessage]:
        """Registers it, and answers with the warnings about what it implements."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                self._manager.register(self.object, self.name)
            except Exception as error:
                raise PluginError(self.name, "registration", self._misfit(error)) from None
        return caught

    def _misspelt(self) -> Iterator[Problem]:
        """Hooks that are marked, and that there are not, unless they are marked as optional."""
        for caller in self._manager.get_hookcallers(self.object) or []:
            if not caller.has_spec() and not all(one.optionalhook for one in caller.get_hookimpls()):
                expected = one_of("one of the hooks", caller.name, self._names)
                yield Problem(f"plugin {self.name}", f"the unknown hook {caller.name!r}", expected)

    def _unmarked(self) -> Iterator[Problem]:
        """Functions with the name of a hook, or nearly so where there is no hook at all, that nobody would call."""
        own = {name for name in dir(self.object) if inspect.isroutine(inspect.getattr_static(self.object, name, None))}
        meant = {name: name for name in self._names if name in own and name not in self.hooks}
        if not self.hooks and not meant:
            public = (name for name in sorted(own) if not name.startswith("_"))
            meant = {name: near for name in public if (near := nearest(name, self._names))}
        for name, hook in meant.items():
            expected = f"the hook {hook}, marked with hookimpl, or a name that is none"
            yield Problem(f"plugin {self.name}.{name}", "a function that is not marked", expected)

    def _unmade(self) -> Iterator[Problem]:
        """A class whose hooks want an object of it."""
        if isinstance(self.object, type):
            hooks = (inspect.getattr_static(self.object, hook) for hook in self.hooks)
            if any(inspect.isfunction(hook) and "self" in inspect.signature(hook).parameters for hook in hooks):
                yield Problem(f"plugin {self.name}", f"the class {self.object.__name__}", "an object of it")

    def _misfit(self, error: Exception) -> str:
        """What pluggy says of it, without how the plugin prints itself; of any other fault, its name."""
        if not isinstance(error, pluggy.PluginValidationError):
            return name_fault(error)
        return str(error).replace(repr(self.object), self.name)


def _warn_again(warning: warnings.WarningMessage, plugin: str) -> None:
    """The warning where it points to, with the plugin's name."""
    text = f"plugin {plugin}: {warning.message}"
    warnings.warn_explicit(text, warning.category, warning.filename, warning.lineno)


def name_of(plugin: object) -> str:
    """What a plugin is called: its `__name__` (a module), its `name`, or the name of its class."""
    return str(getattr(plugin, "__name__", None) or getattr(plugin, "name", None) or type(plugin).__name__)
