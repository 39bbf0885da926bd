"""What PostgreSQL and SQLite have otherwise, by name. Every other statement is one text for both."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from string import Template
from typing import Any

import attrs

from complaintflow.errors import DefinitionError, Problem
from complaintflow.plugins import Shard
from complaintflow.stores.schema_parts import IN_SQLITE

_SEVERAL = re.compile(r"\bIN :(\w+)")
_ARRAY = re.compile(r"CAST\(:(\w+) AS (?=\w+\[\])")
"""A list as a value. It goes in the format of the server: as a text each of its bytes was written as two and looked at
for quotes, a fifth of what a hundred commands cost the client."""
NAMED = re.compile(r"(?<![:\w]):([a-z]\w*)")
"""A value by its name, as in `:number`."""
_LONGEST = 150
"""PostgreSQL refuses a row in an index beyond 2,704 bytes; a text by which rows are found has so many characters."""
_KEPT = 80


@attrs.frozen(eq=False)
class Dialect:
    """One database: the types of its columns, and the statements that are its own.

    `many` says that several transactions write at once. `clock` is what `store_clock()` stands for: the one by
    which leases end, in microseconds. `take_turn` locks the ledger and gives what stands in it, with the number of the
    transaction; `is_there` says whether our tables are, and `parts` what they consist of; `make_alone` keeps others
    from making them; `ended` says how a transaction with this number ended; `ring` tells those that `listen`, at the
    commit, of letters; `hold` keeps all others from writing; `no_samples` keeps samples of a column out of the
    statistics; `begin_reading` and `begin_writing` go with the first statement of a transaction: a reader sees one
    moment, and a writer what is there, whatever the server, the role or the URL says, since it looks after it got its
    turn; `vacuum_table` takes what was deleted out of the files of a table, and `vacuum` out of the database, both in
    no transaction.
    """

    name: str
    many: bool
    types: dict[str, str]
    take_turn: str
    is_there: str
    parts: str
    make_alone: str
    clock: str = ":now"
    ended: str = ""
    ring: str = ""
    listen: str = ""
    hold: tuple[str, ...] = ()
    no_samples: str = ""
    begin_reading: str = ""
    begin_writing: str = ""
    vacuum_table: str = ""
    vacuum: tuple[str, ...] = ()

    def begin(self, *, writes: bool) -> str:
        """The statement that begins a transaction; blank where that is the driver's."""
        return self.begin_writing if writes else self.begin_reading

    def write(self, sql: str) -> str:
        """A statement in the words and with the parameters of this database's driver.

        SQLite has one writer, so it locks no rows; several values (`IN :names`) are an array, or a text of JSON.
        """
        sql = sql.replace("store_clock()", self.clock)
        if self.many:
            sql = _SEVERAL.sub(r"= ANY(%(\1)b)", sql.replace("instr(", "strpos(").replace("unicode(", "ascii("))
            return NAMED.sub(r"%(\1)s", _ARRAY.sub(r"CAST(%(\1)b AS ", sql))
        sql = sql.replace(" FOR UPDATE SKIP LOCKED", "").replace(" FOR UPDATE", "").replace("greatest(", "max(")
        return _SEVERAL.sub(r"IN (SELECT value FROM json_each(:\1))", sql)

    def pack(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values of the parameters as the driver takes them."""
        if self.many:  # the driver would take a word of a closed list for an enumeration of the database
            return {name: _plain(one) for name, one in values.items()}
        return {name: json.dumps(one) if isinstance(one, list) else one for name, one in values.items()}

    def fill(self, script: str) -> list[str]:
        """The statements of a script, with the types of this database."""
        whole = "\n".join(line for line in script.splitlines() if not line.startswith("--"))
        return [one.strip() for one in Template(whole).substitute(self.types).split(";") if one.strip()]


def _plain_list(values: Any) -> list[Any]:
    return [_plain(one) for one in values]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return _plain_list(value)
    return str(value) if isinstance(value, StrEnum) else value


_PARTS = (
    "WITH visible AS (SELECT relnamespace FROM pg_catalog.pg_class WHERE relname IN :tables "
    "AND pg_catalog.pg_table_is_visible(oid) GROUP BY relnamespace ORDER BY count(*) DESC LIMIT 1), "
    "ours AS (SELECT oid, CAST(relname AS TEXT) AS name FROM pg_catalog.pg_class "
    "WHERE relnamespace = (SELECT relnamespace FROM visible) AND relkind = 'r' AND relname IN :tables), "
    "indexes AS (SELECT ours.name AS of_table, i.* FROM ours JOIN pg_catalog.pg_index i ON indrelid = oid "
    "WHERE indisvalid) "
    "SELECT 'table', name, '' FROM ours "
    "UNION ALL SELECT 'column', name, CAST(attname AS TEXT) FROM ours JOIN pg_catalog.pg_attribute ON attrelid = oid "
    "WHERE attnum > 0 AND NOT attisdropped "
    "UNION ALL SELECT 'index', of_table, CAST(relname AS TEXT) FROM indexes JOIN pg_catalog.pg_class c "
    "ON c.oid = indexrelid "
    "UNION ALL SELECT 'unique key', of_table, (SELECT string_agg(attname, ', ' ORDER BY place) "
    "FROM unnest(CAST(indkey AS int2[])) WITH ORDINALITY AS k(number, place) "
    "JOIN pg_catalog.pg_attribute ON attrelid = indrelid AND attnum = number) FROM indexes WHERE indisunique"
)
POSTGRESQL = Dialect(
    "postgresql",
    True,
    {"integer": "BIGINT", "bytes": "BYTEA", "strict": "", "bytewise": 'COLLATE "C"'},
    "SELECT events, complaints, letters, CAST(pg_current_xact_id() AS TEXT), "
    "set_config('lock_timeout', :patience, true) FROM complaintflow_ledger FOR UPDATE",
    # by rows: what a server once looked up by name, and did not find, it goes on not finding within a transaction
    "SELECT count(*) FROM pg_catalog.pg_class WHERE relname = 'complaintflow_schema' AND pg_table_is_visible(oid)",
    _PARTS,
    "SELECT pg_advisory_xact_lock(841203975)",
    "CAST(extract(epoch FROM statement_timestamp()) * 1000000 AS BIGINT)",  # stable, so that an index may serve
    "SELECT pg_xact_status(CAST(CAST(:number AS TEXT) AS xid8))",
    "SELECT pg_notify('complaintflow', '')",
    "LISTEN complaintflow",
    hold=(
        "SELECT set_config('lock_timeout', :patience, true)",
        "LOCK TABLE complaintflow_ledger, complaintflow_outbox, complaintflow_checks IN EXCLUSIVE MODE",
    ),
    no_samples="ALTER TABLE {} ALTER COLUMN {} SET STATISTICS 0",
    begin_reading="BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
    begin_writing="BEGIN ISOLATION LEVEL READ COMMITTED",
    vacuum_table="VACUUM (FULL, ANALYZE) {}",
)
SQLITE = Dialect(
    "sqlite",
    False,
    {"integer": "INTEGER", "bytes": "BLOB", "strict": "STRICT", "bytewise": "COLLATE BINARY"},
    "SELECT events, complaints, letters, '', :patience FROM complaintflow_ledger",
    "SELECT count(*) FROM sqlite_master WHERE name = 'complaintflow_schema'",
    IN_SQLITE,
    "SELECT 1",
    vacuum=("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"),
)


def dialect_of(database: str) -> Dialect:
    """The database of this name. Raises `DefinitionError` for one that has none."""
    for one in (POSTGRESQL, SQLITE):
        if one.name == database:
            return one
    raise DefinitionError((Problem("database", database, f"{POSTGRESQL.name} or {SQLITE.name}"),))


def values_of(shard: Shard) -> dict[str, int]:
    """The parameters of the condition `in_shard`."""
    return {"shard": shard.number, "shards": shard.count}


@lru_cache(maxsize=512)
def prepare(dialect: str, sql: str) -> str:
    """A statement for the database of this name."""
    return (POSTGRESQL if dialect == POSTGRESQL.name else SQLITE).write(sql)


def fit(words: str) -> str:
    """A text as the columns have it by which rows are found: a long one is its beginning and a digest of all of it.

    Two are one only when every character is the same.
    """
    plain = str(words)
    if len(plain) <= _LONGEST:
        return plain
    return f"{plain[:_KEPT]}… {sha256(plain.encode()).hexdigest()}"
