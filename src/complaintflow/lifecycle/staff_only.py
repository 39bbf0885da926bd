"""What no customer says: the fields that are marked as `STAFF_ONLY`, in any command that a customer asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

import attrs

from complaintflow._validation.structure import is_list
from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.lifecycle.concerns import concerns
from complaintflow.policy.policy import Policy
from complaintflow.values import STAFF_ONLY, Actor

Path = tuple[str, ...]


def _is_customer_with_marks(command: Any, by: Actor, policy: Policy) -> bool:
    return by.is_customer and bool(staff_fields(command))


@concerns(_is_customer_with_marks)
def said_by_staff(ask: Ask) -> Refusal | None:
    """R4, R10: a customer says neither their tier nor who of ours reported it; what is on record may stand there."""
    kind: Any = type(ask.command)
    wrong = [".".join(path) for path in staff_fields(kind) if not _may_stand(ask, path)]
    if not wrong:
        return None
    return Refusal.of("said-by-staff", fields=wrong)


def _may_stand(ask: Ask, path: Path) -> bool:
    """Whether the field is left out, or says the same as a complaint of this customer."""
    *outer, name = path
    records: list[Any] = [ask.command]
    for field in outer:
        records = [one for record in records for one in _each(getattr(record, field))]
    return all(_is_on_record(ask, record, name) for record in records)


def _each(value: Any) -> Iterable[Any]:
    """The records in a field: none, one or several."""
    return value if is_list(value) else () if value is None else (value,)


def _is_on_record(ask: Ask, record: Any, name: str) -> bool:
    left_out = _default(record.__class__, name)
    known = (getattr(one.facts, name, left_out) for one in ask.related if one.facts.customer == ask.by.id)
    return getattr(record, name) in (left_out, *known)


@cache
def _default(kind: Any, name: str) -> Any:
    """What the field says when it is left out."""
    default: Any = attrs.fields_dict(kind)[name].default
    return default.factory() if hasattr(default, "takes_self") else default


@cache
def staff_fields(kind: Any) -> tuple[Path, ...]:
    """The paths of the marked fields of this kind of command, also of records in it."""
    return tuple(_marked(kind, frozenset()))


def _marked(kind: Any, seen: frozenset[Any]) -> Iterator[Path]:
    hints = get_type_hints(kind)
    for field in attrs.fields(kind):
        if field.metadata.keys() & STAFF_ONLY.keys():
            yield (field.name,)
        for inner in (hints[field.name], *get_args(hints[field.name])):
            if isinstance(inner, type) and attrs.has(inner) and inner not in seen:
                yield from ((field.name, *rest) for rest in _marked(inner, seen | {inner}))
