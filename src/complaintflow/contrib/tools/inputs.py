"""What the tools take: their schemas, and the check of what comes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast

from complaintflow import InvalidInput, Problem
from complaintflow.contrib._filters import filter_schemas
from complaintflow.contrib.tools.bounds import Bounds
from complaintflow.contrib.tools.words import FIELDS
from complaintflow.vocabulary import in_language

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID_CHARS, _KEY_CHARS, _DEPTH = 200, 150, 32
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "list": (),
    "show": ("complaint",),
    "explain": ("complaint",),
    "steps": ("complaint",),
    "answers": ("complaint",),
    "do": ("command", "fields"),
    "ask_approval": ("complaint", "command", "fields", "reason"),
}
_OTHERS: Mapping[str, tuple[str, ...]] = {
    "show": ("events", "before"),
    "steps": ("command",),
    "answers": ("limit",),
    "do": ("complaint", "key", "expect"),
    "ask_approval": ("key", "expect"),
}


def schema_of(tool: str, titles: Mapping[str, str], language: str, bounds: Bounds) -> dict[str, Any]:
    """The JSON Schema of what a tool takes."""
    properties = (
        _filters(bounds)
        if tool == "list"
        else {
            name: {**_field(name, titles, bounds), "description": in_language(language, FIELDS[name])}
            for name in (*_NEEDED[tool], *_OTHERS.get(tool, ()))
        }
    )
    return {
        "$schema": _DIALECT,
        "type": "object",
        "properties": properties,
        "required": [*_NEEDED[tool]],
        "additionalProperties": False,
    }


def _filters(bounds: Bounds) -> dict[str, Any]:
    """The filters of a list. Where several values may stand, one text may as well."""
    several = {
        name: {"type": ["string", "array"], "items": {"type": "string"}} if one.get("type") == "array" else dict(one)
        for name, one in filter_schemas().items()
        if name != "now"
    }
    own = {"type": "object", "additionalProperties": {"type": ["string", "array"], "items": {"type": "string"}}}
    return {**several, "fields": own, "limit": {"type": "integer", "minimum": 1, "maximum": bounds.rows}}


def _field(name: str, titles: Mapping[str, str], bounds: Bounds) -> dict[str, Any]:
    if name == "command":
        return {"type": "string", "enum": [*titles], "x-labels": dict(titles)}
    if name in {"expect", "before"}:
        return {"type": "integer", "minimum": 0}
    if name in {"limit", "events"}:
        return {"type": "integer", "minimum": 1, "maximum": bounds.rows}
    if name == "fields":
        return {"type": "object"}
    longest = {"complaint": _ID_CHARS, "key": _KEY_CHARS}.get(name, bounds.chars)
    return {"type": "string", "minLength": 1, "maxLength": longest}


def check_input(asked: Any, schema: Mapping[str, Any], bounds: Bounds) -> None:
    """Raises `InvalidInput` for what the schema does not allow, and for more than the bounds."""
    if not isinstance(asked, Mapping):
        raise InvalidInput((Problem("", type(cast(object, asked)).__name__, "a table of the fields"),))
    given = cast(Mapping[Any, Any], cast(Any, asked))
    _check_size(given, bounds)
    if problems := tuple(_problems(given, schema)):
        raise InvalidInput(problems)


def _check_size(asked: Mapping[Any, Any], bounds: Bounds) -> None:
    if _depth(asked) > _DEPTH:
        raise InvalidInput((Problem("", "a deeper table", f"at most {_DEPTH} levels"),))
    try:
        size = len(json.dumps(asked, ensure_ascii=False, allow_nan=False).encode(errors="surrogatepass"))
    except (TypeError, ValueError):
        raise InvalidInput((Problem("", "something else", "data that JSON has"),)) from None
    if size > bounds.question:
        raise InvalidInput((Problem("", f"{size} bytes", f"at most {bounds.question} bytes"),))


def _depth(value: Any) -> int:
    """How deep data are nested; no deeper than is looked for."""
    level: list[Any] = [value]
    deep = 0
    while level and deep <= _DEPTH:
        level = [inner for one in level for inner in _parts_of(one)]
        deep += 1
    return deep


def _parts_of(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        table = cast(Mapping[Any, Any], cast(Any, value))
        return table.values()
    return cast(Iterable[Any], value) if isinstance(value, list | tuple) else ()


def _problems(asked: Mapping[Any, Any], schema: Mapping[str, Any]) -> Iterator[Problem]:
    fields: Mapping[str, Any] = schema["properties"]
    for name in schema["required"]:
        if name not in asked:
            yield Problem(name, "nothing", "a value")
    for name, value in asked.items():
        if name not in fields:
            yield Problem("", repr(name)[:100], f"one of the fields {', '.join(fields)}")
        elif wrong := _fault(value, fields[name]):
            yield Problem(name, _shown(value), wrong)


def _shown(value: Any) -> str:
    return repr(value)[:200]


def _fault(value: Any, schema: Mapping[str, Any]) -> str:
    """What was expected instead, or nothing."""
    kinds = _kinds_of(schema)
    if not any(_IS[kind](value) for kind in kinds):
        return " or ".join(kinds)
    if "enum" in schema and value not in schema["enum"]:
        return "one of " + ", ".join(schema["enum"])
    if isinstance(value, str):
        return _fault_of_text(value, schema)
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        return f"{schema.get('minimum')} to {schema.get('maximum', 'any')}"
    return "" if not isinstance(value, list) or all(isinstance(one, str) for one in _parts_of(value)) else "texts"


def _kinds_of(schema: Mapping[str, Any]) -> list[str]:
    kinds: Any = schema["type"]
    return [kinds] if isinstance(kinds, str) else kinds


def _fault_of_text(text: str, schema: Mapping[str, Any]) -> str:
    least, most = schema.get("minLength", 0), schema.get("maxLength", len(text))
    return "" if least <= len(text) <= most else f"{least} to {most} characters"


_IS: Mapping[str, Callable[[Any], bool]] = {
    "array": lambda value: isinstance(value, list),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63,
    "object": lambda value: isinstance(value, Mapping),
    "string": lambda value: isinstance(value, str),
}
