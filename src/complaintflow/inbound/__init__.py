"""What comes in: replies by mail and webhook, what they may mean, and links to click.

A reply becomes `Hear`, the customer's word on record; what more it may mean is a suggestion that a person
accepts. `mail.read_mail` reads an e-mail, `webhook.Webhooks` a signed request (extra `webhook`), `links` signs and
reads confirm links.
"""

from complaintflow.inbound.links import Click, ConfirmLinks, Link
from complaintflow.inbound.reply import Bounce, Disposition, Heard, Reply, Suggested

__all__ = ["Bounce", "Click", "ConfirmLinks", "Disposition", "Heard", "Link", "Reply", "Suggested"]
