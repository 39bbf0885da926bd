"""Where plugins come from: handed over as they are, or by the name of an entry point, which is loaded then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from complaintflow._validation.faults import name_fault
from complaintflow.errors import DefinitionError, PluginError, Problem
from complaintflow.plugins._specs import PROJECT
from complaintflow.plugins.inventory import Installed, origin

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

INSTALLED = "installed"


def discover(plugins: Iterable[object]) -> Iterator[tuple[object, EntryPoint | None]]:
    """Each plugin that is asked for, with the entry point that it was loaded from."""
    for plugin in [plugins] if isinstance(plugins, str) else plugins:
        if isinstance(plugin, str):
            yield from ((_load(point), point) for point in _points_named(plugin))
        else:
            yield plugin, None


def installed() -> tuple[Installed, ...]:
    """What could be loaded by name, sorted; nothing of it is imported."""
    points = sorted(_known(), key=lambda point: (point.name, point.value))
    return tuple(Installed(point.name, point.value, *origin(point.value, point)) for point in points)


def _known() -> Iterable[EntryPoint]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - 15 ms, and many hand their plugins over

    return entry_points(group=PROJECT)


def _points_named(name: str) -> list[EntryPoint]:
    known = _known()
    chosen = [point for point in known if name in (INSTALLED, point.name)]
    if not chosen and name != INSTALLED:
        names = ", ".join(sorted(point.name for point in known)) or "none"
        raise DefinitionError((Problem("plugins", name, f"an installed plugin: {names}"),))
    return chosen


def _load(point: EntryPoint) -> object:
    try:
        return point.load()
    except (Exception, SystemExit) as error:  # a module that ends the program when it is imported is broken, too
        raise PluginError(point.name, "import", f"{name_fault(error)}{_missing(error)}") from None


def _missing(error: BaseException) -> str:
    """The module that is not there, when a plugin cannot be imported for the want of it."""
    name = error.name if isinstance(error, ModuleNotFoundError) else None
    return f": no module {name}" if name and all(map(str.isidentifier, name.split("."))) else ""
