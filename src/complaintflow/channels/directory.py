"""Where staff are reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from complaintflow._validation.structure import Checked, FrozenMap, NonBlank
from complaintflow.plugins import StaffMessage


@attrs.frozen(eq=False, repr=False)
class Directory(Checked):
    """Addresses by recipient (a team, a person), and one for `others` who have none of their own."""

    addresses: Mapping[str, NonBlank] = attrs.field(default=FrozenMap(), repr=False)
    others: str = attrs.field(default="", repr=False)

    def of(self, message: StaffMessage) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The addresses of this message, each once, and the recipients who have none."""
        found = {who: self.addresses.get(who, self.others) for who in message.recipients}
        reached: Iterable[str] = filter(None, found.values()) if found else filter(None, [self.others])
        return tuple(dict.fromkeys(reached)), tuple(who for who, address in found.items() if not address)
