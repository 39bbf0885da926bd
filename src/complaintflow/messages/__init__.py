"""What people read: outgoing messages, the brief, and the customer's view, in Chinese and English.

`Templates` writes them by templates (extra `templates`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.messages.brief import brief
from complaintflow.messages.outgoing import compose
from complaintflow.messages.view import CustomerView, customer_view

if TYPE_CHECKING:
    from complaintflow.messages.rendering import RenderedPage, Templates
else:
    __getattr__ = lazy(__name__, {"RenderedPage": "rendering", "Templates": "rendering"})

__all__ = ["CustomerView", "RenderedPage", "Templates", "brief", "compose", "customer_view"]
