"""What the description of the API (OpenAPI) says: the schemas of the commands, and the shapes of the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from complaintflow.contrib.fastapi.answers import PROBLEM

_DEFS = "#/$defs/"
_HEAD = frozenset({"$schema", "$id", "$defs"})
_TEXT = {"type": "string"}
_ERRORS = {
    400: "A header or parameter is wrong",
    401: "Nobody is known by this request",
    403: "This actor may not ask for it",
    404: "No such complaint",
    409: "The rules refuse it, or it is not possible in this state",
    412: "The complaint has changed since that version (`If-Match`)",
    413: "The body is too large",
    415: "The body is no JSON",
    422: "The input is not what it must be: all problems at once",
    503: "The store is busy: ask again, with the same key",
}
PAGE: dict[int | str, dict[str, Any]] = {
    code: {"description": told, "content": {"text/html": {"schema": _TEXT}}}
    for code, told in (
        (200, "The page"),
        (403, "This link is not for you"),
        (404, "There is no such page"),
        (409, "The link does not count, or the rules refuse it"),
        (422, "It is no link"),
        (503, "Try again"),
    )
}
"""What the page of confirm links answers."""
_URI = {"type": "string", "format": "uri", "pattern": "^[a-z][a-z0-9+.-]*:"}
_REFUSAL = {
    "type": "object",
    "required": ["type", "rule", "why", "remedy", "commands"],
    "properties": {
        "type": _URI,
        **dict.fromkeys(("rule", "why", "remedy"), _TEXT),
        "commands": {"type": "array", "items": _TEXT},
    },
}
_INPUT = dict.fromkeys(("path", "found", "expected"), _TEXT)
_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": _URI,
        "title": _TEXT,
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": _TEXT,
        "complaint": _TEXT,
        "command": _TEXT,
        "refusals": {"type": "array", "minItems": 1, "items": _REFUSAL},
        "problems": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "object", "required": [*_INPUT], "properties": _INPUT},
        },
    },
}
"""Problem details (RFC 9457): all reasons of a refusal with what helps, or all that is wrong with an input."""
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "1 to 255 characters. The same key and the same question get the first answer again.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
}
_MATCH = {
    "name": "If-Match",
    "in": "header",
    "description": "The `ETag` of the complaint as the client saw it.",
    "schema": _TEXT,
}


def describe(answered: Mapping[str, Any], *wrong: int, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """The answers of a route: what it is for, and what may go wrong."""
    content = {"application/json": {"schema": answered}} if answered else {}
    good: dict[int | str, dict[str, Any]] = {
        status: {"description": "Done", **({"content": content} if content else {})}
    }
    return good | {
        code: {"description": _ERRORS[code], "content": {PROBLEM: {"schema": _PROBLEM}}} for code in sorted(wrong)
    }


def document(*kinds: str) -> dict[str, Any]:
    """The document of a record of one of these kinds."""
    head = {"$kind": {"type": "string", "enum": [*kinds]}, "$format": {"type": "integer"}}
    return {"type": "object", "required": [*head], "properties": head}


def documents(kind: str) -> dict[str, Any]:
    """A list of them."""
    return {"type": "array", "items": document(kind)}


def by_name(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A table of them, each by a name."""
    return {"type": "object", "additionalProperties": schema}


def list_of(kinds: Iterable[str]) -> dict[str, Any]:
    """A list of commands of these kinds, each with its `$kind`."""
    kind = {"type": "string", "enum": [*kinds]}
    return {
        "type": "array",
        "minItems": 1,
        "items": {"type": "object", "required": ["$kind"], "properties": {"$kind": kind}},
    }


def texts(*must: str, may: Iterable[str] = ()) -> dict[str, Any]:
    """A body that is a table of texts."""
    schema = {
        "type": "object",
        "properties": dict.fromkeys((*must, *may), _TEXT),
        "required": [*must],
        "additionalProperties": False,
    }
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def asks(*schemas: Mapping[str, Any], expects: bool = True) -> dict[str, Any]:
    """The body of a route that asks for commands, and the headers that make it safe."""
    schema = schemas[0] if len(schemas) == 1 else {"anyOf": [*schemas]}
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    return {"requestBody": body, "parameters": [_KEY, *([_MATCH] if expects else [])]}


def form(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The form of a route that takes files, and the headers that it needs."""
    body = {"required": True, "content": {"multipart/form-data": {"schema": schema}}}
    return {"requestBody": body, "parameters": [{**_KEY, "required": True}, _MATCH]}


def put_in(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema as a part of a document: what it refers to stands in it."""
    parts = schema.get("$defs", {})
    whole: dict[str, Any] = _put_in({name: part for name, part in schema.items() if name not in _HEAD}, parts)
    return whole


def _put_in(schema: Any, parts: Mapping[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_put_in(one, parts) for one in cast(Iterable[Any], schema)]
    if not isinstance(schema, dict):
        return schema
    given = cast(dict[str, Any], schema)
    named = str(given.get("$ref", "")).removeprefix(_DEFS)
    whole = {**parts[named], **{name: value for name, value in given.items() if name != "$ref"}} if named else given
    return {name: _put_in(value, parts) for name, value in whole.items()}
