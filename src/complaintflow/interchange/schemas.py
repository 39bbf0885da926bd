"""JSON Schemas of commands, drawn from the types of their fields, so that they say what the checks do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, get_args, get_origin, get_type_hints
from urllib.parse import quote

import attrs

from complaintflow._validation.structure import ID_CHARS, Above, OneOf, Within, Written, id_fault, not_blank
from complaintflow.commands import BUILTIN, Command
from complaintflow.commands.solution import visible
from complaintflow.errors import InvalidInput, Problem
from complaintflow.interchange.labels import about_command, about_field, name_word, title_of
from complaintflow.interchange.shapes import FORMAT, KIND, VERSION, choices_of, is_record, is_union
from complaintflow.interchange.writing import Options, Writer
from complaintflow.lifecycle.needs import Need
from complaintflow.policy.policy import STANDARD, Policy
from complaintflow.values import STAFF_ONLY

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WRITER = Writer({})
_DIGITS = r"([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$"
_DECIMAL = "^[+-]?" + _DIGITS
_DECIMAL_ABOVE_0 = r"^\+?(?=[0-9.]*[1-9])" + _DIGITS

UNSAID: Mapping[str, str] = {
    "a text without": "a NUL character or a lone surrogate in a text",
    "an id without": "blanks around an id, or characters in it that nobody sees",
    "an IANA time zone": "the name of a time zone that there is not",
    "an aware time": "a time in a form of RFC 3339 that is seldom written: a leap second, a small t or z",
    "a date, for": "a day that there is not",
    "a decimal number": "a number of more than 28 digits",
    "a whole number": "a whole number of more than 63 bits, or one written as 1.0",
    "a kind of contact": "a contact under the name of another field of the customer",
    "a name that can be read": "a kind or a currency of signs that nobody sees",
    "a text that is not blank": "a text of signs that are blank only after they take their normal form",
    "at most 32 levels": "what is nested deeper than any command",
    "the fields of the command": "a text with the fields of a command that is no JSON object",
}
"""What `from_data` refuses although it fits the schema, by how the problem's `expected` begins."""


def command_schema(
    kind: str | type[Command],
    *,
    policy: Policy | None = None,
    language: str = "en",
    commands: Iterable[type[Command]] = (),
) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a command, for a form, an API or a tool: what `from_data(fields, kind=…)` accepts.

    Titles, descriptions and `x-labels`, the names of closed words, are in `language`, `zh` or `en`: call it twice for
    both. Limits of lengths and numbers are those that the rules apply under the `policy`; names that it knows (types,
    areas, teams, channels) stand in `examples`, since others may come. `x-private` marks what is personal or free text,
    `x-staff-only` what no customer fills. `commands` are those that a lifecycle adds. Raises `InvalidInput` for a kind
    that there is not. `UNSAID` lists what a schema cannot say.
    """
    known = {**BUILTIN, **{one.__name__: one for one in commands}}
    name = kind if isinstance(kind, str) else kind.__name__
    found = known.get(name) if isinstance(kind, str) else kind
    if found is None:
        raise InvalidInput((Problem("kind", repr(name), "one of " + ", ".join(known)),))
    drawing = Drawing(policy or STANDARD, language)
    schema = drawing.record(found)
    schema.update(_kind(name))
    title, description = about_command(found, language)
    head = {"$schema": DIALECT, "$id": f"urn:complaintflow:command:{quote(name)}:{FORMAT}:{language}"}
    if drawing.defs:
        schema["$defs"] = dict(sorted(drawing.defs.items()))
    return {**head, "title": title, "description": description, **schema}


def need_schema(need: Need, kind: type[Command], options: Options) -> dict[str, Any]:
    """The schema of one field that a command needs here: with the choices on record, and with what is accepted."""
    drawing = Drawing(options.policy, options.language)
    one, hint = next(pair for pair in fields_with_hints(kind) if pair[0].name == need.name)
    schema = {name: value for name, value in drawing.field(kind, one, hint).items() if name not in {"default", "anyOf"}}
    schema.update(_without_null(drawing.of(hint, need.name)))
    words = [choice.value for choice in need.choices]
    if words:
        known: dict[str, str] = schema.get("x-labels", {})
        labels = {choice.value: choice.label or known.get(choice.value, choice.value) for choice in need.choices}
        schema.update({"enum" if need.closed else "examples": words, "x-labels": labels})
    else:
        schema["examples"] = [_WRITER.of(Any)(need.example, options)]
    if need.names:
        schema["x-names"] = {choice.value: choice.label for choice in need.names}
    return {**schema, "$defs": dict(sorted(drawing.defs.items()))} if drawing.defs else schema


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """What is needed is not null."""
    return next((one for one in schema.get("anyOf", ()) if one != {"type": "null"}), schema)


@attrs.frozen
class Drawing:
    """One schema while it is drawn, with the nested records that were met."""

    policy: Policy
    language: str
    defs: dict[str, Any] = attrs.field(factory=dict[str, Any])

    def record(self, kind: Any) -> dict[str, Any]:
        """The table of a record's fields; no others are allowed."""
        given = [(one, hint) for one, hint in fields_with_hints(kind)]
        required = [one.name for one, _ in given if one.default is attrs.NOTHING]
        properties = {one.name: self.field(kind, one, hint) for one, hint in given}
        schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**schema, "required": required} if required else schema

    def field(self, kind: Any, one: attrs.Attribute[Any], hint: Any) -> dict[str, Any]:
        """The schema of one field, with its title, its default and its marks."""
        title, description = about_field(kind, one.name, self.language)
        schema = {"title": title, **({"description": description} if description else {}), **self.of(hint, one.name)}
        if one.default is not attrs.NOTHING:
            schema["default"] = _WRITER.of(hint)(_default(one), Options())
        if not one.repr:
            schema["x-private"] = True
        if one.metadata == STAFF_ONLY:
            schema["x-staff-only"] = True
        return schema

    def of(self, hint: Any, name: str) -> dict[str, Any]:
        """The schema of a type, in the field of this name."""
        origin = get_origin(hint)
        if origin is Annotated:
            base, *marks = get_args(hint)
            schema = self.of(base, name)
            for mark in marks:
                _narrow(schema, mark, base)
            return _written(schema) if any(isinstance(mark, Written) for mark in marks) else schema
        if is_union(hint):
            return {"anyOf": [*(self.of(one, name) for one in choices_of(hint)), {"type": "null"}]}
        if origin is not None:
            return self._several(origin, get_args(hint), name)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self._word(hint)
        if is_record(hint):
            return self._reference(hint)
        return self._plain(hint, name)

    def _plain(self, hint: Any, name: str) -> dict[str, Any]:
        schema = dict(_PLAIN.get(hint, {}))
        if hint is str:
            schema["maxLength"] = self.policy.text_limit
            if known := self.policy.known_names.get(_NAMED_LIKE.get(name, name)):
                schema["examples"] = sorted(known)
        return schema

    def _word(self, kind: type[Enum]) -> dict[str, Any]:
        words = [str(one.value) for one in kind]
        labels = {str(one.value): name_word(one, self.language) for one in kind}
        return {"type": "string", "enum": words, "x-labels": labels}

    def _reference(self, kind: Any) -> dict[str, Any]:
        name = kind.__name__
        if name not in self.defs:
            self.defs[name] = {}
            self.defs[name] = {"title": title_of(kind, self.language), **self.record(kind), **_kind(name)}
        table = {"$ref": f"#/$defs/{name}"}
        return {"anyOf": [table, _TEXT]} if hasattr(kind, "of_text") else table

    def _several(self, origin: Any, arguments: tuple[Any, ...], name: str) -> dict[str, Any]:
        limits = self.policy.limits
        most = getattr(limits, name, limits.entries)
        if issubclass(origin, Mapping):
            names = {"maxLength": min(limits.key_chars, self.policy.text_limit)}
            item = {"propertyNames": names, "additionalProperties": self.of(arguments[1], name)}
            return {"type": "object", "maxProperties": most, **item}
        return {"type": "array", "maxItems": most, "items": self.of(arguments[0], name)}


def _kind(name: str) -> dict[str, Any]:
    """The two names that may stand beside the fields of a record."""
    return {"patternProperties": {f"^\\{KIND}$": {"const": name}, f"^\\{VERSION}$": {"const": FORMAT}}}


_TEXT = {"type": "string", "minLength": 1, "pattern": "\\S"}
"""The first field of a record, for the record."""
_NUMBER = {"type": ["string", "integer"], "maxLength": 100}


def _written(text: Mapping[str, Any]) -> dict[str, Any]:
    """A value that is kept as a text: the text, what is written as one, or an amount with its currency."""
    amount = {"type": "object", "properties": {"amount": _NUMBER, "currency": {"type": "string"}}}
    closed = {"required": ["amount", "currency"], "additionalProperties": False}
    return {"anyOf": [dict(text), {"type": ["integer", "boolean"]}, {**amount, **closed}]}


_PLAIN: Mapping[Any, Mapping[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    Decimal: {"type": ["string", "integer"], "pattern": _DECIMAL},
}
_NAMED_LIKE: Mapping[str, str] = {"via": "channel", "preferred_channel": "channel"}
"""Fields that hold a name of the policy under another name."""


def _narrow(schema: dict[str, Any], mark: Any, base: Any) -> None:
    """What a mark says about the values of a type; one that no schema can say is left to `from_data`."""
    if isinstance(mark, Within) and base is int:
        bounds = {"minimum": mark.low, "maximum": mark.high}
        schema.update((name, bound) for name, bound in bounds.items() if bound is not None)
    elif isinstance(mark, OneOf):
        schema.pop("maxLength", None)
        schema["enum"] = [*mark.words]
    elif isinstance(mark, Above):
        schema.update(pattern=_DECIMAL_ABOVE_0, exclusiveMinimum=mark.low)
    elif mark is not_blank or mark is visible:
        schema.update(minLength=1, pattern="\\S")
    elif mark is id_fault:
        schema.update(minLength=1, maxLength=ID_CHARS, pattern="\\S")


def fields_with_hints(kind: Any) -> Iterator[tuple[attrs.Attribute[Any], Any]]:
    """The fields of a record that can be given, with their types."""
    hints = get_type_hints(kind, include_extras=True)
    return ((one, hints[one.name]) for one in attrs.fields(kind) if one.init)


def _default(one: attrs.Attribute[Any]) -> Any:
    factory: Callable[[], Any] | None = getattr(one.default, "factory", None)
    return factory() if factory else one.default
