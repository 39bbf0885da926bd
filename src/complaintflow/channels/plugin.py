"""Channels of your own, handed to a desk as one plugin."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.plugins import Channel, StaffChannel, hookimpl


class Channels:
    """Your ways out as one plugin: `Desk.open(url, plugins=[Channels({"email": SmtpChannel(...)})])`.

    `customers` are ways out by the names that messages ask for, `staff` ways to staff by audience (`team`,
    `stakeholders`). A desk may have several such plugins under different names.
    """

    def __init__(
        self,
        customers: Mapping[str, Channel] | None = None,
        staff: Mapping[str, StaffChannel] | None = None,
        *,
        name: str = "channels",
    ) -> None:
        self.name = name
        self._customers = dict(customers or {})
        self._staff = dict(staff or {})

    @hookimpl
    def channels(self) -> Mapping[str, Channel]:
        """The ways out to customers."""
        return self._customers

    @hookimpl
    def staff_channels(self) -> Mapping[str, StaffChannel]:
        """The ways to staff."""
        return self._staff
