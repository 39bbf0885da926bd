"""One plugin in a manager of its own, the only user of pluggy's: nothing that it does reaches another one."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pluggy

from complaintflow._validation.faults import Misfit, name_fault
from complaintflow.errors import DefinitionError, PluginError, Problem
from complaintflow.plugins._specs import PROJECT
from complaintflow.plugins.inventory import HookCall, names_in


class Plugin:
    """A plugin that fits the hooks. A misspelt hook is a `DefinitionError`, any other misfit a `PluginError`.

    An implementation asks by name for those of a hook's arguments that it wants: one that was written before
    an argument came is called without it.
    """

    def __init__(self, plugin: object, specs: type) -> None:
        self.object = plugin
        self.name = name_of(plugin)
        self._manager = pluggy.PluginManager(PROJECT)
        self._manager.add_hookspecs(specs)
        for warning in self._register():
            _warn_again(warning, self.name)
        self._check_spelling(specs)

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

    def _check_spelling(self, specs: type) -> None:
        try:
            self._manager.check_pending()
        except pluggy.PluginValidationError as error:
            hooks = ", ".join(name for name in dir(specs) if not name.startswith("_"))
            problem = Problem(f"plugin {self.name}", self._misfit(error), f"one of the hooks {hooks}")
            raise DefinitionError((problem,)) from None

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
