"""Checks that a plugin fits the hooks and the shape of the ports. The contracts test what its parts do."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping
from types import FunctionType
from typing import Any

from complaintflow._validation.structure import is_table
from complaintflow.errors import DefinitionError, PluginError, Problem
from complaintflow.plugins import (
    Auditor,
    Channel,
    Classifier,
    Grouping,
    Guard,
    Holidays,
    Host,
    Intake,
    Knowledge,
    Loaded,
    Observer,
    StaffChannel,
    Wording,
)
from complaintflow.plugins._plugin import Plugin
from complaintflow.testing.guard_contract import RULE_NAME
from complaintflow.vocabulary import Audience

_PORTS: Mapping[str, type] = {
    "auditors": Auditor,
    "channels": Channel,
    "classifiers": Classifier,
    "groupings": Grouping,
    "guards": Guard,
    "holidays": Holidays,
    "intakes": Intake,
    "knowledge": Knowledge,
    "observers": Observer,
    "staff_channels": StaffChannel,
    "wordings": Wording,
}
"""The port of the parts of each hook; those of `stores` are openers, which are only called."""

_AUDIENCES = frozenset({str(Audience.TEAM), str(Audience.STAKEHOLDERS), "log"})
"""Who among staff is written to; `log` is for every audience that has no channel of its own."""
_FORMS = ("plain", "mail", "chat", "sms")
"""The forms that a channel may ask for; see `Renderer`."""


def check_plugin(plugin: object) -> Loaded:
    """Check a plugin, and return what it provides.

    Raises `PluginError` when a hook fails or gives a wrong answer: its cause is what the hook raised, with the text
    that no record has. Raises `DefinitionError` with all other problems: no hook at all, one that is misspelt or not
    marked, a blank name, a part without a method of its port, with other arguments or with a coroutine, a class in the
    place of a part, a channel of an unknown form, a channel to staff that is no audience, a misspelt rule, or a guard
    that watches nothing.
    """
    try:
        host = Host([plugin])
    except PluginError as failed:
        raise failed from failed.__context__
    for failure in host.failures:
        raise failure from _cause(plugin, failure.hook)
    (loaded,) = host.loaded
    problems = tuple(_problems(loaded, Plugin(plugin, Host.SPECS)))
    if problems:
        raise DefinitionError(problems)
    return loaded


def _cause(plugin: object, hook: str) -> Exception | None:
    """What a hook raises that failed, asked once more: here its author is looking, and the text is theirs."""
    try:
        Plugin(plugin, Host.SPECS).ask(hook, Host.HOOK_ARGUMENTS)
    except Exception as error:
        return error
    return None


def _problems(loaded: Loaded, plugin: Plugin) -> Iterator[Problem]:
    if not plugin.hooks:
        yield Problem(loaded.name, "no hook", "a function that is marked with hookimpl")
    for hook in plugin.hooks:
        for parts in plugin.ask(hook, Host.HOOK_ARGUMENTS):
            named = parts.items() if is_table(parts) else ((type(part).__name__, part) for part in parts)
            for name, part in named:
                yield from _name_problems(hook, name)
                yield from _part_problems(f"{hook}.{name}", hook, part)


def _name_problems(hook: str, name: object) -> Iterator[Problem]:
    if not isinstance(name, str) or name != name.strip() or not name:
        yield Problem(hook, repr(name), "a name, without blanks around it")
    elif hook == "staff_channels" and name not in _AUDIENCES:
        yield Problem(f"{hook}.{name}", "no audience", f"one of {', '.join(sorted(_AUDIENCES))}")


def _part_problems(path: str, hook: str, part: object) -> Iterator[Problem]:
    if hook == "stores":
        yield from _call_problems(path, part, ["url"])
        return
    if isinstance(part, type):
        yield Problem(path, f"the class {part.__name__}", "an object of it")
        return
    for method, arguments in _methods(_PORTS[hook]):
        yield from _call_problems(f"{path}.{method}", getattr(part, method, None), arguments)
    form = getattr(part, "form", "plain")
    if hook in ("channels", "staff_channels") and form not in _FORMS:
        yield Problem(f"{path}.form", repr(form), "plain, mail, chat or sms")
    if hook == "guards" and not RULE_NAME.fullmatch(str(getattr(part, "rule", ""))):
        yield Problem(f"{path}.rule", repr(getattr(part, "rule", None)), "lower case, with dashes")


def _methods(port: type) -> Iterator[tuple[str, Iterable[str]]]:
    """The methods of a port, with the names of their arguments."""
    for name, method in vars(port).items():
        if isinstance(method, FunctionType) and not name.startswith("_"):
            yield name, list(inspect.signature(method).parameters)[1:]


def _call_problems(path: str, call: Any, arguments: Iterable[str]) -> Iterator[Problem]:
    expected = f"a callable with ({', '.join(arguments)})"
    if not callable(call):
        yield Problem(path, "missing" if call is None else repr(type(call).__name__), expected)
        return
    if inspect.iscoroutinefunction(call) or inspect.isasyncgenfunction(call):
        yield Problem(path, "a coroutine: nobody awaits it", expected)
        return
    try:
        inspect.signature(call).bind(*arguments)
    except TypeError as error:
        yield Problem(path, str(error), expected)
    except ValueError:  # made in C: it does not say what it takes
        return
