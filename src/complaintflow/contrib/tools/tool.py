"""One tool of a model, as plain data and a call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs


@attrs.frozen
class Tool:
    """What a model may call: `name`, `description` and `input_schema` (JSON Schema 2020-12) tell how.

    `call` takes the input as a table and answers with data for JSON. It never raises for what a model may do wrong:
    an answer with `problem` tells what was wrong, as problem details (RFC 9457). `reads_only` says that it changes
    nothing.
    """

    name: str
    description: str = attrs.field(repr=False)
    input_schema: Mapping[str, Any] = attrs.field(repr=False)
    call: Callable[[Mapping[str, Any]], dict[str, Any]] = attrs.field(repr=False)
    reads_only: bool = True
