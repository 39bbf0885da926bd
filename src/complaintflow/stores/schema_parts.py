"""What the tables of a store consist of, part by part, so that all that is missing is named.

A restore may have left out a table, and a hand have dropped an index, without which each command reads everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

IN_SQLITE = (
    "WITH ours AS (SELECT name, type AS made FROM pragma_table_list "
    "WHERE schema = 'main' AND name NOT LIKE 'sqlite%'), "
    "columns AS (SELECT o.name AS of_table, c.name, pk FROM ours o, pragma_table_info(o.name) c "
    "WHERE o.made = 'table') "
    "SELECT 'table', name, '' FROM ours WHERE ours.made IN ('table', 'virtual') "
    "UNION ALL SELECT 'column', of_table, name FROM columns "
    "UNION ALL SELECT type, tbl_name, name FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL "
    "UNION ALL SELECT 'unique key', of_table, group_concat(name, ', ') "
    "FROM (SELECT of_table, name FROM columns WHERE pk > 0 ORDER BY of_table, pk) GROUP BY of_table "
    "UNION ALL SELECT 'unique key', o.name, (SELECT group_concat(name, ', ') FROM pragma_index_info(i.name)) "
    "FROM ours o, pragma_index_list(o.name) i WHERE o.made = 'table' AND origin = 'u'"
)
"""What a database of SQLite has."""
CHECK_TABLES = "run complaintflow db check"
_KEYS = "data_keys"
_WITHOUT_KEYS = ": without it nobody reads an encrypted word"


class SchemaPart(NamedTuple):
    """A table, or a column, index, unique key or trigger of one. A key is named by its columns."""

    kind: str
    table: str
    name: str

    def __str__(self) -> str:
        if self.kind == "table":
            return f"the table {self.table}"
        return f"the {self.kind} {f'({self.name})' if self.kind == 'unique key' else self.name} of {self.table}"


def meaning_of_missing(name: str) -> str:
    """What more it means that this table is missing, to be told behind that it is."""
    return _WITHOUT_KEYS if name.endswith(_KEYS) else ""


def missing_parts(shipped: Iterable[SchemaPart], found: Iterable[SchemaPart]) -> tuple[SchemaPart, ...]:
    """What is not there. Of a table that is missing, nothing else is named."""
    lacking = {*shipped} - {*found}
    gone = {one.table for one in lacking if one.kind == "table"}
    return tuple(sorted(one for one in lacking if one.kind == "table" or one.table not in gone))
