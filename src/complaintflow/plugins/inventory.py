"""What a host has loaded, as records to look at. They hold names alone: what a plugin brings may know secrets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any

import attrs

from complaintflow._validation.structure import Record, is_list, is_table
from complaintflow.errors import PluginError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


@attrs.frozen(eq=False, repr=False)
class Loaded(Record):
    """A plugin that was loaded.

    `source` is its module, with its class if it is an object; `entry_point` the name under which it was loaded, or
    blank for one that was handed over. `distribution` and `version` say what was installed to bring it; both are
    blank for code that nobody installed. `brings` has the names of its parts by hook: those that it gave them, the
    rules of guards, else the names of their classes. `failures` are the hooks that failed.
    """

    name: str
    source: str
    distribution: str
    version: str
    hooks: tuple[str, ...]
    brings: Mapping[str, tuple[str, ...]]
    failures: tuple[PluginError, ...] = ()
    entry_point: str = ""


@attrs.frozen(eq=False, repr=False)
class Installed(Record):
    """A plugin that can be loaded by its name, and what was installed to bring it."""

    name: str
    source: str
    distribution: str
    version: str


@attrs.frozen(eq=False, repr=False)
class HookCall(Record):
    """One call of a hook: of which plugin, and the names in its answer, or the kind of its exception."""

    plugin: str
    hook: str
    answered: str

    def __str__(self) -> str:
        return f"{self.plugin}.{self.hook}: {self.answered}"


def names_of(parts: Iterable[object]) -> tuple[str, ...]:
    """The names of what a hook brought: of a mapping its keys."""
    return tuple(map(_name, parts))


def names_in(answers: Iterable[object]) -> str:
    """The names in answers of any kind, in words; what is no collection yet is not looked into."""
    named = (", ".join(names_of(one)) if is_table(one) or is_list(one) else _name(one) for one in answers)
    return "; ".join(names or "nothing" for names in named) or "None"


def _name(part: Any) -> str:
    rule = part if isinstance(part, str) else getattr(part, "rule", None)
    return rule if isinstance(rule, str) else type(part).__name__


def source_of(plugin: object) -> str:
    """The module that a plugin is, or the class of which it is one."""
    if isinstance(plugin, ModuleType):
        return plugin.__name__
    kind = plugin if isinstance(plugin, type) else type(plugin)
    return f"{kind.__module__}:{kind.__qualname__}"


def origin(source: str, point: EntryPoint | None) -> tuple[str, str]:
    """The distribution and version of an entry point, or of the package that holds the source; blank if none does."""
    if point is not None and point.dist is not None:
        return point.dist.name, point.dist.version
    from importlib.metadata import PackageNotFoundError, packages_distributions, version  # noqa: PLC0415 - 15 ms

    package = source.partition(":")[0].partition(".")[0]
    distribution = packages_distributions().get(package, [package])[0]
    try:
        return distribution, version(distribution)
    except PackageNotFoundError:
        return "", ""
