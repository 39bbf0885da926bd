"""The hooks. Each is called once for each plugin, when a desk is opened.

A hook may get more arguments: an implementation names those that it wants, so older ones keep working. A hook or an
argument that will be removed is marked with `warn_on_impl` or `warn_on_impl_args` for at least one minor version; the
warning names the plugin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pluggy

from complaintflow.plugins.ports.deciding import (
    Grouping,
    Guard,
    Observer,
    Wording,
)
from complaintflow.plugins.ports.reading import Auditor
from complaintflow.plugins.ports.sending import (
    Channel,
    StaffChannel,
)
from complaintflow.plugins.ports.sources import (
    Classifier,
    Holidays,
    Intake,
    Knowledge,
)
from complaintflow.plugins.ports.storage import StoreOpener

PROJECT = "complaintflow"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function as the implementation of the hook of its name."""


class Specs:
    """What a plugin may implement; every hook is optional."""

    @hookspec
    def stores(self) -> Mapping[str, StoreOpener]:
        """Openers of stores by the scheme of their URL: `{"sqlite": open_sqlite}`."""
        raise NotImplementedError

    @hookspec
    def channels(self) -> Mapping[str, Channel]:
        """Ways out to customers by name; `log` is the one used when no other has the name."""
        raise NotImplementedError

    @hookspec
    def staff_channels(self) -> Mapping[str, StaffChannel]:
        """Ways to staff by name."""
        raise NotImplementedError

    @hookspec
    def guards(self) -> Iterable[Guard]:
        """More rules."""
        raise NotImplementedError

    @hookspec
    def wordings(self) -> Iterable[Wording]:
        """More readers of what texts claim or deny."""
        raise NotImplementedError

    @hookspec
    def classifiers(self) -> Mapping[str, Classifier]:
        """Suggesters of type, area and signals by name."""
        raise NotImplementedError

    @hookspec
    def intakes(self) -> Mapping[str, Intake]:
        """Readers of complaints from files by name."""
        raise NotImplementedError

    @hookspec
    def holidays(self) -> Mapping[str, Holidays]:
        """Who knows the holidays and the worked weekends, by name."""
        raise NotImplementedError

    @hookspec
    def groupings(self) -> Mapping[str, Grouping]:
        """Who says what complaints have in common beside their fields, by the name of what it is."""
        raise NotImplementedError

    @hookspec
    def knowledge(self) -> Mapping[str, Knowledge]:
        """Who knows what helped before, by name."""
        raise NotImplementedError

    @hookspec
    def observers(self) -> Iterable[Observer]:
        """Who is told what happened."""
        raise NotImplementedError

    @hookspec
    def auditors(self) -> Iterable[Auditor]:
        """Who is told who reads private data."""
        raise NotImplementedError
