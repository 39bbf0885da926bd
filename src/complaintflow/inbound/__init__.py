"""What comes in: replies by mail and webhook, what they may mean, and links to click.

A reply becomes `Hear`, the customer's word on record; what more it may mean is a suggestion that a person accepts.
`read_mail` reads an e-mail, `Webhooks` a signed request (extra `webhook`), `ConfirmLinks` signs and reads links.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from complaintflow.inbound.links import Click, ConfirmLinks, Link
from complaintflow.inbound.reply import Bounce, Disposition, Heard, Inbound, Reply, Suggested

if TYPE_CHECKING:
    from complaintflow.inbound.mail import read_mail
    from complaintflow.inbound.webhook import Webhooks

__all__ = [
    "Bounce",
    "Click",
    "ConfirmLinks",
    "Disposition",
    "Heard",
    "Inbound",
    "Link",
    "Reply",
    "Suggested",
    "Webhooks",
    "read_mail",
]

if not TYPE_CHECKING:  # else a type checker would believe every name
    _LAZY = {"Webhooks": "webhook", "read_mail": "mail"}

    def __getattr__(name: str) -> object:
        """Load what reads mails and webhooks when somebody asks for it: a desk alone does not need it."""
        if name not in _LAZY:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
