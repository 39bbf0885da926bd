"""What people read: outgoing messages, the brief, and the customer's view, in Chinese and English.

`Templates` writes them by templates (extra `templates`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.messages.brief import brief
from complaintflow.messages.outgoing import compose

if TYPE_CHECKING:
    from complaintflow.messages.rendering import RenderedPage, Templates
    from complaintflow.messages.view import CustomerView, customer_view
else:
    __getattr__ = lazy(
        __name__,
        {"CustomerView": "view", "RenderedPage": "rendering", "Templates": "rendering", "customer_view": "view"},
    )

__all__ = ["CustomerView", "RenderedPage", "Templates", "brief", "compose", "customer_view"]
