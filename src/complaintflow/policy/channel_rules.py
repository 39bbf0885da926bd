"""The channels on which customers write and are written to (R1)."""

from __future__ import annotations

import attrs

from complaintflow._validation.structure import Checked, FrozenMap


@attrs.frozen(eq=False, repr=False)
class ChannelRule(Checked):
    """One channel (R1): instant or asynchronous, and whether an answer needs a recorded contact.

    Messages on it go to the kind of contact in `contact`, or to that of the channel's name when it is blank.
    """

    instant: bool = False
    needs_contact: bool = False
    contact: str = ""


_WRITTEN = ChannelRule(needs_contact=True)

CHANNELS = FrozenMap(
    {
        "app": ChannelRule(instant=True),
        "chat": ChannelRule(instant=True),
        "phone": ChannelRule(instant=True, contact="phone"),
        "web": _WRITTEN,
        "email": _WRITTEN,
        "social": ChannelRule(),
        "sms": ChannelRule(needs_contact=True, contact="phone"),
        "message": ChannelRule(),
        "post": _WRITTEN,
        "fax": _WRITTEN,
        "whatsapp": ChannelRule(contact="phone"),
        "referral": _WRITTEN,
    }
)
"""The channels of a house that defines none of its own."""
