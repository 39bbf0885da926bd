"""A text without the names, numbers and addresses of people, as far as forms tell them."""

from __future__ import annotations

from complaintflow.knowledge._names import hide_names
from complaintflow.knowledge._numbers import hide_numbers

HIDDEN = "…"
"""Stands for what was hidden."""


def anonymous(text: str) -> str:
    """The text with a sign for every name, phone, card, paper, order, address and plate. The rest stays as it is.

    >>> anonymous("Mr Thornton, 138.0000.1111, was charged 50.00 USD twice on 2026-01-31")
    '…, …, was charged 50.00 USD twice on 2026-01-31'
    """
    return hide_names(hide_numbers(text, HIDDEN), HIDDEN)
