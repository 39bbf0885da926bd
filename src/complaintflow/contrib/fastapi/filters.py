"""The filters of a list as parameters of a query."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import QueryParams

from complaintflow.contrib._filters import OF_PAGES, filter_schemas

_OWN = "fields."
"""Before the name of a field that the house declares."""


def read_filters(given: QueryParams) -> dict[str, Any]:
    """What is asked for. A name or a value that there is not, the desk refuses."""
    own = {name.removeprefix(_OWN): given.getlist(name) for name in given if name.startswith(_OWN)}
    asked = {name: _read(name, given.getlist(name)) for name in given if not name.startswith(_OWN)}
    return {**asked, "fields": own} if own else asked


def _read(name: str, values: list[str]) -> Any:
    kind = filter_schemas().get(name, {}).get("type")
    if kind == "array" or len(values) > 1:
        return values
    [text] = values
    if kind == "boolean":
        return {"true": True, "false": False}.get(text, text)
    return int(text) if kind == "integer" and text.isdecimal() and len(text) < 19 else text


def parameters(*, paged: bool) -> list[dict[str, Any]]:
    """The filters as the description of the API lists them. One that takes several values may stand several times.

    A count has no pages.
    """
    every = filter_schemas().items()
    return [{"name": name, "in": "query", "schema": schema} for name, schema in every if paged or name not in OF_PAGES]
