"""Writes records by the types of their fields."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Set
from typing import Any, Literal, get_args, get_origin

import attrs

from complaintflow._validation.structure import FrozenMap, is_list, is_table
from complaintflow.commands import Command
from complaintflow.errors import ComplaintflowError
from complaintflow.interchange.kinds import name_of
from complaintflow.interchange.scalars import TAGS, Unwritable, no_document, write_scalar
from complaintflow.interchange.shapes import (
    DERIVED,
    FORMAT,
    KIND,
    TEXTS,
    TOLD,
    VERSION,
    bare,
    choices_of,
    fields_of,
    is_record,
    is_union,
)
from complaintflow.policy.policy import STANDARD, Policy


@attrs.frozen
class Options:
    """How records are written: the policy of the labels, whether with the texts of complaints, and the language."""

    policy: Policy = STANDARD
    bodies: bool = True
    language: str = "en"


Write = Callable[[Any, Options], Any]
WriteRecord = Callable[[Any, Options], dict[str, Any]]


class Writer:
    """Writes every kind of record. `forms` are those that are not simply their fields."""

    def __init__(self, forms: Mapping[type[Any], Callable[[Writer, Any, Options], dict[str, Any]]]) -> None:
        self._forms = forms
        self._records: dict[Any, WriteRecord] = {}
        self._writers: dict[Any, Write] = {}

    def top(self, x: object, options: Options) -> Any:
        """A record as a document; a list or a table of them as such."""
        if name_of(type(x)):
            return self.document(x, options)
        if is_table(x):
            if reserved := sorted(str(name) for name in x if str(name).startswith("$")):
                raise Unwritable(f"a table with the name {reserved[0]}", "names without $ at their beginning")
            return _table(self.top)(x, options)
        if isinstance(x, Set):
            return _list(self.top, ordered=False)(x, options)
        return _list(self.top, ordered=True)(x, options) if is_list(x) else write_scalar(x)

    def document(self, x: object, options: Options) -> dict[str, Any]:
        """A record with its kind and the version of the shape."""
        return {KIND: name_of(type(x)), VERSION: FORMAT, **self.fields(x, options)}

    def tagged(self, x: object, options: Options) -> dict[str, Any]:
        """A record within another one, where its kind does not follow from its place."""
        if not (name := name_of(type(x))):
            raise no_document(x)
        return {KIND: name, **self.fields(x, options)}

    def fields(self, x: Any, options: Options) -> dict[str, Any]:
        """The fields of a record, and what is derived from them, without its kind."""
        kind: Any = x.__class__
        if kind not in self._records:
            self._records[kind] = self._compile_record(kind)
        return self._records[kind](x, options)

    def _compile_record(self, kind: Any) -> WriteRecord:
        if form := self._forms.get(kind):
            return lambda x, options: form(self, x, options)
        return self.plain_fields(kind)

    def plain_fields(self, kind: Any) -> WriteRecord:
        """Writes the fields of a kind, and what is derived from them, whatever its form adds."""
        writers = [(one.name, self.of(one.hint)) for one in fields_of(kind)]
        name = name_of(kind)
        derived, told, texts = DERIVED.get(name, {}), TOLD.get(name, ()), TEXTS.get(name, frozenset())

        def write(x: Any, options: Options) -> dict[str, Any]:
            left_out = frozenset[str]() if options.bodies else texts
            kept = ((name, one) for name, one in writers if name not in left_out)
            written = {name: _inside(f".{name}", one, getattr(x, name), options) for name, one in kept}
            written.update((name, self.untyped(find(x), options)) for name, find in derived.items())
            written.update((name, getattr(x, name)(options.language)) for name in told)
            if isinstance(x, ComplaintflowError):
                written["message"] = write_scalar(str(x))
            return written

        return write

    def of(self, hint: Any) -> Write:
        """Writes the values of a type; compiled once."""
        if hint not in self._writers:
            self._writers[hint] = self._compile(bare(hint))
        return self._writers[hint]

    def _compile(self, hint: Any) -> Write:
        origin = get_origin(hint)
        if hint is Any or hint is FrozenMap or hint is object:
            return self.untyped
        if is_union(hint):
            several = choices_of(hint)
            return _optional(self.of(several[0])) if len(several) == 1 else self._choice
        if origin is None:
            return self._part(hint) if is_record(hint) or issubclass(hint, Command) else _scalar
        return _scalar if origin is Literal else self._several(origin, get_args(hint))

    def _choice(self, value: object, options: Options) -> Any:
        """One of several types: a record says which it is."""
        return self.tagged(value, options) if is_record(type(value)) else self.untyped(value, options)

    def _part(self, kind: Any) -> Write:
        """The record itself, or another kind of it, which says so."""

        def write(value: object, options: Options) -> Any:
            return self.fields(value, options) if type(value) is kind else self.tagged(value, options)

        return write

    def _several(self, origin: Any, arguments: tuple[Any, ...]) -> Write:
        if issubclass(origin, Mapping):
            return _table(self.of(arguments[1]))
        if origin is tuple and arguments[-1] is not Ellipsis:
            return _row([self.of(one) for one in arguments])
        return _list(self.of(arguments[0]), ordered=not issubclass(origin, Set))

    def untyped(self, value: Any, options: Options) -> Any:
        """A value in a field that takes anything. What JSON has no type for says what it is, by a name with $.

        A list is read as a tuple. A table with a name that begins with $ itself is written as its pairs.
        """
        if value is None or isinstance(value, str | bool | int | float):
            return write_scalar(value)
        if is_table(value):
            written = _table(self.untyped)(value, options)
            marked = any(name.startswith("$") for name in written)
            return {"$table": [[*pair] for pair in written.items()]} if marked else written
        if isinstance(value, Set):
            return {"$set": _list(self.untyped, ordered=False)(value, options)}
        if is_list(value):
            return _list(self.untyped, ordered=True)(value, options)
        if _is_command(value):
            return {"$command": value.__name__}
        tag = next((name for kind, name in TAGS.items() if isinstance(value, kind)), "")
        return {tag: write_scalar(value)} if tag else self.tagged(value, options)


def _is_command(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Command)


def _inside(step: str, write: Write, value: object, options: Options) -> Any:
    try:
        return write(value, options)
    except Unwritable as fault:
        raise fault.within(step) from None


def _scalar(value: object, _: Options) -> Any:
    return write_scalar(value)


def _optional(write: Write) -> Write:
    return lambda value, options: None if value is None else write(value, options)


def _table(write: Write) -> Callable[[Any, Options], dict[str, Any]]:
    return lambda value, options: {_key(name): _inside(f".{name}", write, one, options) for name, one in value.items()}


def _row(writers: list[Write]) -> Write:
    return lambda value, options: [
        _inside(f"[{place}]", write, one, options)
        for place, (write, one) in enumerate(zip(writers, value, strict=True))
    ]


def _list(write: Write, *, ordered: bool) -> Write:
    def write_list(value: Any, options: Options) -> list[Any]:
        written = [_inside(f"[{place}]", write, one, options) for place, one in enumerate(value)]
        return written if ordered else sorted(written, key=_order)

    return write_list


def _order(written: Any) -> str:
    """Texts in their own order; anything else in that of its JSON."""
    return written if isinstance(written, str) else json.dumps(written, sort_keys=True)


def _key(name: object) -> str:
    if not isinstance(name, str):
        raise Unwritable(f"a table with a {type(name).__name__} for a name", "texts as names")
    return str(write_scalar(name))
