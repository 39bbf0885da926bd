"""What comes in: replies by mail and webhook, what they may mean, and links to click.

A reply becomes `Hear`, the customer's word on record; what more it may mean is a suggestion that a person accepts.
`read_mail` reads an e-mail, `Webhooks` a signed request (extra `webhook`), `ConfirmLinks` signs and reads links.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.plugins import Click, Link

if TYPE_CHECKING:
    from complaintflow.inbound.links import ConfirmLinks
    from complaintflow.inbound.mail import read_mail
    from complaintflow.inbound.reply import Bounce, Disposition, Heard, Inbound, Reply, Report, Suggested
    from complaintflow.inbound.webhook import Webhooks
    from complaintflow.plugins.message_ids import SignedIds
else:
    __getattr__ = lazy(
        __name__,
        {
            "Bounce": "reply",
            "ConfirmLinks": "links",
            "Disposition": "reply",
            "Heard": "reply",
            "Inbound": "reply",
            "Reply": "reply",
            "Report": "reply",
            "SignedIds": "mail",
            "Suggested": "reply",
            "Webhooks": "webhook",
            "read_mail": "mail",
        },
    )

__all__ = [
    "Bounce",
    "Click",
    "ConfirmLinks",
    "Disposition",
    "Heard",
    "Inbound",
    "Link",
    "Reply",
    "Report",
    "SignedIds",
    "Suggested",
    "Webhooks",
    "read_mail",
]
