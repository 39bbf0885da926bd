"""What stands in the document of a record: its fields, and what is derived from them."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs
import msgspec

from complaintflow.commands._context import Ask
from complaintflow.record.complaint import Body, Complaint
from complaintflow.sla.deadlines import Deadline

FORMAT = 1
"""The version of the shapes. A later one says what it changed; nothing is renamed or taken away within one."""
KIND, VERSION = "$kind", "$format"
"""The two keys that say what a document is. No field has such a name."""

_LEFT_OUT: Mapping[type[Any], frozenset[str]] = {
    Ask: frozenset({"known"}),  # a memory of what was read before
    Complaint: frozenset({"card"}),  # made of the body
    Deadline: frozenset({"open"}),  # the calendar itself, which `calendar` names
}
DERIVED: Mapping[str, Mapping[str, Callable[[Any], Any]]] = {
    "Advice": {"total": attrgetter("total")},
    "Batch": {"ids": attrgetter("ids"), "unlinked": attrgetter("unlinked")},
    "BatchKey": {"text": str},
    "Cycle": {"proved": attrgetter("proved")},
    "Factor": {"why": attrgetter("why")},
    "Handover": {"kept": attrgetter("kept")},
    "Heard": {"recorded": attrgetter("recorded")},
    "Integrity": {"sound": attrgetter("sound")},
    "LadderStep": {"fell": attrgetter("fell")},
    "LevelKey": {"text": str},
    "MessageKey": {"text": str},
    "OutboxEntry": {"dead": attrgetter("dead")},
    "RunKey": {"text": str},
}
"""What stands beside the fields, because a reader would work it out anew. It is compared when a document is read.

Named by the kinds, so that they are loaded with the first document of theirs."""
TOLD: Mapping[str, tuple[str, ...]] = {"Advice": ("text",), "Explanation": ("text",), "Item": ("why",)}
"""Sentences that are made for people, in the language that was asked for: by methods of these names."""
TEXTS: Mapping[str, frozenset[str]] = {
    "CustomerMessage": frozenset({"subject", "text", "to", "html", "fields", "links"}),
    "StaffMessage": frozenset({"subject", "text", "html", "fields"}),
}
"""What is left out of a message where no texts are wanted."""


@attrs.frozen
class Field:
    """A field of a record: its type, whether it must be given, and whether what stands in it is private."""

    name: str
    hint: Any
    needed: bool
    hidden: bool = False


class PlainData:
    """The type of data of a command that are sealed as they are: texts, numbers, lists and tables."""


def is_record(kind: Any) -> bool:
    """Whether it is a class with fields of its own."""
    known: Any = kind
    plain = isinstance(kind, type) and issubclass(kind, msgspec.Struct | Body)
    return plain or attrs.has(known) or (isinstance(known, type) and hasattr(known, "_fields"))


@cache
def fields_of(kind: Any) -> tuple[Field, ...]:
    """The fields that its document has, in order."""
    hints = get_type_hints(kind, include_extras=True)
    left_out = _LEFT_OUT.get(kind, frozenset())
    return tuple(attrs.evolve(one, hint=hints[one.name]) for one in _declared(kind) if one.name not in left_out)


def _declared(kind: Any) -> Iterator[Field]:
    if attrs.has(kind):
        yield from (
            Field(one.name, None, one.default is attrs.NOTHING, not one.repr)
            for one in attrs.fields(kind)
            if one.init and not one.name.startswith("_")
        )
    elif issubclass(kind, msgspec.Struct):
        yield from (Field(one.name, None, one.required) for one in msgspec.structs.fields(kind))
    else:  # a named tuple; a body has no fields
        yield from (Field(name, None, True) for name in getattr(kind, "_fields", ()))


def is_readable(kind: Any) -> bool:
    """Whether a record can be made of its document: not where a field that it needs is left out."""
    needed = {one.name for one in _declared(kind) if one.needed}
    return needed.isdisjoint(_LEFT_OUT.get(kind, ()))


def is_union(hint: Any) -> bool:
    """Whether it is a union, `X | None` among them."""
    return get_origin(hint) in (Union, types.UnionType)


def choices_of(hint: Any) -> tuple[Any, ...]:
    """The types of a union without None."""
    return tuple(one for one in get_args(hint) if one is not types.NoneType)


def bare(hint: Any) -> Any:
    """The type without its marks."""
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint
