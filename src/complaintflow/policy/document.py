"""A policy as a document: a house's TOML, nested tables of plain values, and the digest that names it."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from complaintflow._validation.bounds import read_bounded
from complaintflow._validation.structure import attributes, is_list, is_table
from complaintflow.errors import DefinitionError, InvalidInput, Problem

_FILE_CHARS = 2**20
"""So long may a file of a policy be. The longest default has a tenth of it."""


_MARK = "\ufeff"
"""What some editors write before the first character of a file in UTF-8."""


def read_toml(source: Path | str, name: str = "policy") -> Mapping[str, Any]:
    """The tables of a TOML file or text; a problem with it as a whole stands under `name`.

    Raises `DefinitionError` for any other, and for what is too long or deep.
    """
    text = read_file(source, name) if isinstance(source, Path) else source.removeprefix(_MARK)
    if len(text) > _FILE_CHARS:
        raise _too_long(len(text), name)
    try:
        return read_bounded(lambda: tomllib.loads(text), name)
    except InvalidInput as deep:
        raise DefinitionError(deep.problems) from None
    except ValueError as error:  # no TOML
        raise DefinitionError((Problem(name, str(error), "a TOML document"),)) from error


def read_file(file: Path, name: str = "policy") -> str:
    """The text of a file. Raises `DefinitionError` for one that is too long to be a policy, or no UTF-8."""
    with file.open("rb") as source:
        found = source.read(4 * _FILE_CHARS + 1)
    if len(found) > 4 * _FILE_CHARS:
        raise _too_long(file.stat().st_size, name)
    try:
        return found.decode("utf-8-sig")
    except ValueError as error:
        raise DefinitionError((Problem(name, str(error), "a TOML document"),)) from error


def _too_long(size: int, name: str) -> DefinitionError:
    return DefinitionError((Problem(name, f"a text of {size} characters or bytes", f"at most {_FILE_CHARS}"),))


def digest_of(document: bytes) -> str:
    """The digest of a policy's document. Older documents lack newer keys, which then have their defaults."""
    return hashlib.sha256(document).hexdigest()[:16]


_PLAIN = frozenset({str, int, bool, float, type(None)})


def plain(value: Any) -> Any:
    """A value as nested tables of plain values; durations in seconds."""
    if type(value) in _PLAIN:  # nearly all are: it takes half of the time
        return value
    if fields := attributes(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields}
    if is_table(value):
        return {str(key): plain(one) for key, one in value.items()}
    if is_list(value):
        several = [plain(one) for one in value]
        return sorted(several) if isinstance(value, frozenset) else several
    if isinstance(value, timedelta):
        return int(value.total_seconds())
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.value if isinstance(value, Enum) else value


def merge(standing: Any, change: Any) -> Any:
    """Merge tables key by key; replace everything else."""
    if not is_table(standing) or not is_table(change):
        return change
    return {**standing, **{key: merge(standing.get(key), value) for key, value in change.items()}}
