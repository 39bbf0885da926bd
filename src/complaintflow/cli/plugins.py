"""The command that lists the plugins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Settings, Shared
from complaintflow.interchange import to_data
from complaintflow.plugins import HookCall, Installed, Loaded, installed


@subcommand
def plugins(
    *,
    trace: Annotated[bool, Parameter(help="Each call of a hook, and the names in its answer.", negative="")] = False,
    settings: Shared,
) -> int:
    """Which plugins are loaded, from which distribution and version, and which could be (--plugin NAME)."""
    calls: list[HookCall] = []
    host = settings.host(lambda call: _trace(settings, call, calls) if trace else None)
    there = {one.entry_point for one in host.loaded} | {one.source for one in host.loaded}
    others = [one for one in installed() if not {one.name, one.source} & there]
    settings.output.emit(_document(host.loaded, others, calls), _view(host.loaded, others))
    return Code.STORE if host.failures else Code.OK


def _trace(settings: Settings, call: HookCall, calls: list[HookCall]) -> None:
    """Show the call at once, so that the call that stops everything is seen."""
    calls.append(call)
    settings.output.show([str(call)])


def _document(loaded: Sequence[Loaded], others: Sequence[Installed], calls: Sequence[HookCall]) -> dict[str, Any]:
    parts: dict[str, Sequence[Any]] = {"loaded": loaded, "not_loaded": others, "calls": calls}
    found: dict[str, Any] = to_data(parts)
    return found


def _view(loaded: Sequence[Loaded], others: Sequence[Installed]) -> View:
    rows = [
        (
            one.name,
            _origin(one),
            "; ".join(f"{hook}: {', '.join(names) or 'none'}" for hook, names in one.brings.items()),
            "; ".join(f"{failure.hook}: {failure.cause}" for failure in one.failures),
        )
        for one in loaded
    ]
    yield Table(("plugin", "from", "brings", "failed"), rows)
    for one in others:
        yield f"not loaded: {one.name} ({_origin(one)})"


def _origin(one: Loaded | Installed) -> str:
    return f"{one.distribution} {one.version}" if one.distribution else f"{one.source}, not installed"
