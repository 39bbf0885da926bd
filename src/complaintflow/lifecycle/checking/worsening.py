"""A command made worse: what is tried in a slice beside the examples, and should be refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import attrs

from complaintflow import commands as c
from complaintflow.errors import InvalidInput
from complaintflow.lifecycle.checking.cast import MORNING
from complaintflow.record.keys import parse_part
from complaintflow.values import Said

CLAIM = "Your problem has been solved"
"""A sentence that claims a solution, as the witness knows."""
DENIAL = "no, it still does not work"
"""Words of a customer that say no."""


def worsen(command: c.Command) -> Iterator[c.Command]:
    """The command with one field less, with words that deny, and with a claim in each text."""
    for field in attrs.fields(type(command)):  # type: ignore[arg-type]  # every command is an attrs class
        value = getattr(command, field.name)
        for worse in _worse(field, value):
            try:
                yield attrs.evolve(command, **{field.name: worse})  # type: ignore[misc]  # as above
            except InvalidInput:
                continue


def _worse(field: Any, value: Any) -> Iterator[Any]:
    if isinstance(value, datetime):
        yield MORNING - timedelta(days=1)
    elif isinstance(value, str) and parse_part(value):
        yield f"{value[0]}99"
    elif isinstance(value, Said):
        yield from (Said(value.text), attrs.evolve(value, text=DENIAL))
    elif isinstance(value, str) and value:
        yield ""
        if field.name in _TEXTS:
            yield f"{CLAIM}. {value}"


_TEXTS = frozenset({"message", "done", "plan", "script", "terms", "reason"})
