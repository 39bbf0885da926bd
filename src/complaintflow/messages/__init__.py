"""What people read: outgoing messages, the brief, and the customer's view, in Chinese and English."""

from complaintflow.messages.brief import brief
from complaintflow.messages.outgoing import compose
from complaintflow.messages.view import CustomerView, customer_view

__all__ = ["CustomerView", "brief", "compose", "customer_view"]
