"""What people read: outgoing messages, the brief, and the customer's view, in Chinese and English.

`Templates` writes them by templates (extra `templates`).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from complaintflow.messages.brief import brief
from complaintflow.messages.outgoing import compose
from complaintflow.messages.view import CustomerView, customer_view

if TYPE_CHECKING:
    from complaintflow.messages.rendering import RenderedPage, Templates

__all__ = ["CustomerView", "RenderedPage", "Templates", "brief", "compose", "customer_view"]

if not TYPE_CHECKING:  # else a type checker would believe every name
    _LAZY = {"RenderedPage": "rendering", "Templates": "rendering"}

    def __getattr__(name: str) -> object:
        """Load what renders templates when somebody asks for it: a desk alone does not need it."""
        if name not in _LAZY:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
