"""Lists of complaints: by which index a question is answered, in which order, and how many there are.

An index that begins with what is asked for has its rows in the order that is asked for, so a page reads about as many
rows as it shows. Where several values are asked for, or none of a column in the middle, each of them is a stream of its
own, and the streams are merged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import chain, islice
from typing import Any

import attrs

from complaintflow.plugins import Query, Sort
from complaintflow.plugins.ports.lists import NEVER, Place
from complaintflow.stores.sqlite.conditions import Condition, Conditions, conditions_of
from complaintflow.stores.sqlite.recorder import Recorder

_FEW = 5000
"""So many complaints at most are looked up one by one and sorted; where more fit, an index in order is faster."""
_GLANCE = 500
"""So many rows are looked through for words, in the order that is asked for, before the index of words is read."""
_VALUES = 500
"""So many values of a column that is not asked for are streams of their own."""


@attrs.frozen
class _Path:
    """An index, and the columns of it for which values are given: its rows are in the order of the others then.

    `where` is the condition of a partial index. Without a name it is none: SQLite reads what is left to it.
    """

    index: str = ""
    columns: tuple[str, ...] = ()
    where: str = ""


_ANY = _Path("complaints_by_receipt")
_CUSTOMER = _Path("complaints_of_customer", ("customer",))
_ORDER = _Path("complaints_of_order", ("order_no",), "order_no != ''")
_OWNER = _Path("complaints_of_owner", ("owner", "ended"), "owner != ''")
_STATE = _Path("complaints_in_state", ("state",))
_ALIKE = _Path("complaints_alike", ("type", "area"))
_TEAM = _Path("complaints_of_team", ("team", "ended"))
_INCIDENT = _Path("complaints_linked", (), "incident != ''")
_QUEUE = _Path("complaints_in_queue", ("team", "ended"))
_DUE = _Path("complaints_in_queue", ("team", "ended", "rank"))
_WAITING = _Path("complaints_waiting", (), f"waits_since != {NEVER}")
_CLOSED = _Path("complaints_closed", (), "closed_at IS NOT NULL")
_NONE = _Path()
_KEYS: dict[Sort, tuple[str, ...]] = {
    Sort.OLDEST: ("received_at",),
    Sort.NEWEST: ("received_at",),
    Sort.GRADE: ("rank", "due"),
    Sort.DUE: ("due",),
    Sort.WAITING: ("waits_since",),
}
_KNOWN = {"ended": (0, 1), "rank": (0, 1, 2, 3, 4)}
"""All values of a column, where they are few."""


@attrs.frozen
class _Turn:
    """From which place a list is read on, which way, and how many rows of each stream at most."""

    keys: tuple[str, ...]
    start: Place | None
    limit: int
    down: bool


class Lists(Recorder):
    """Finds the places of complaints in a list."""

    def count(self, query: Query) -> int:
        """How many fit."""
        asked = conditions_of(query if query.sort is Sort.OLDEST else attrs.evolve(query, sort=Sort.OLDEST))
        if asked.nothing:
            return 0
        path, driver = self._choose(asked, Sort.OLDEST)
        if asked.texts and driver is None and path.index:
            driver = self._rarest(asked.texts) or (asked.texts[0] if path is _ANY else None)
        found = 0
        for prefix in self._prefixes(_NONE if driver else path, asked):
            where, values = _where(_NONE if driver else path, prefix, asked, driver)
            found += self._execute(f"SELECT count(*) FROM complaints{where}", values).fetchone()[0]  # noqa: S608
        return found

    def walk(self, query: Query, start: Place | None, limit: int, *, down: bool) -> Iterator[Place]:
        """At least so many of the places behind this one, or before it in the other direction."""
        asked, turn = conditions_of(query), _Turn((*_KEYS[query.sort], "number"), start, limit, down)
        if asked.nothing:
            return iter(())
        if query.sort is not Sort.WAITING or query.awaiting_reply is True:
            return self._places(asked, turn, *self._choose(asked, query.sort))
        waiting, others = asked.also(f"waits_since != {NEVER}"), asked.also(f"waits_since = {NEVER}")
        parts = [(waiting, (_WAITING, None)), (others, self._choose(others, query.sort))]
        return chain.from_iterable(self._places(part, turn, *way) for part, way in (parts[::-1] if down else parts))

    def _places(self, asked: Conditions, turn: _Turn, path: _Path, driver: Condition | None) -> Iterator[Place]:
        if asked.texts and driver is None and path.index:
            return self._glance(asked, turn, path)
        return self._streams(asked, turn, path, driver)

    def _glance(self, asked: Conditions, turn: _Turn, path: _Path) -> Iterator[Place]:
        """First the next rows as they come, each looked through for the words: a page of common words needs no more.

        The index of words is read for those that are rarer. It reads all that begins with a word before it gives the
        first: 3 ms of 100,000 complaints, where the rows of a page take 0.04.
        """
        last, seen = turn.start, 0
        for *place, fits in islice(self._streams(asked, attrs.evolve(turn, limit=_GLANCE), path, glance=True), _GLANCE):
            last, seen = tuple(place), seen + 1
            if fits:
                yield last
        if seen == _GLANCE:
            yield from self._streams(asked, attrs.evolve(turn, start=last), path, self._rarest(asked.texts))

    def _streams(
        self, asked: Conditions, turn: _Turn, path: _Path, driver: Condition | None = None, *, glance: bool = False
    ) -> Iterator[Place]:
        """The rows of each prefix of the index, merged. In a glance all rows come, with whether they have the words."""
        path = _NONE if driver else path
        prefixes = list(islice(self._prefixes(path, asked), _VALUES + 1))
        if len(prefixes) > _VALUES:
            path, prefixes = _NONE, [()]
        shown, values = _glance_at(asked.texts) if glance else ("", [])
        asked = attrs.evolve(asked, texts=()) if glance else asked
        behind = _behind(turn.keys, turn.start, down=turn.down) if turn.start else ()
        parts = [asked.also(*one) for one in behind] or [asked]
        wheres = [[_where(path, prefix, part, driver) for part in parts] for prefix in prefixes]
        streams = [self._rows_of(turn, each, shown, values) for each in wheres]
        return streams[0] if len(streams) == 1 else merge(*streams, reverse=turn.down)

    def _rows_of(
        self, turn: _Turn, wheres: Sequence[tuple[str, list[Any]]], shown: str, values: Sequence[Any]
    ) -> Iterator[Place]:
        order = ", ".join(f"{key}{' DESC' if turn.down else ''}" for key in turn.keys)
        for where, more in wheres:
            text = f"SELECT {', '.join(turn.keys)}{shown} FROM complaints{where} ORDER BY {order} LIMIT ?"  # noqa: S608
            yield from self._execute(text, (*values, *more, turn.limit))

    def _choose(self, asked: Conditions, sort: Sort) -> tuple[_Path, Condition | None]:
        """The index that is read, or the condition that finds few by itself."""
        if asked.has("id"):
            return _NONE, None
        for path in (_CUSTOMER, _ORDER):
            if asked.has_no_blank(path.columns[0]):
                return path, None
        if driver := self._rarest(asked.labels):
            return _NONE, driver
        return _choose_index(asked, sort), None

    def _rarest(self, conditions: Sequence[Condition]) -> Condition | None:
        """The one that fewest fit, when these are few."""
        counted = [
            (self._execute(f"SELECT count(*) FROM ({one.finds} LIMIT {_FEW + 1})", one.sought).fetchone()[0], nth)  # noqa: S608
            for nth, one in enumerate(conditions)
            if one.finds
        ]
        few, nth = min(counted, default=(_FEW + 1, 0))
        return conditions[nth] if few <= _FEW else None

    def _prefixes(self, path: _Path, asked: Conditions, prefix: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """What the columns of the index may be: what is asked for, or else everything that is there."""
        if len(prefix) == len(path.columns):
            yield prefix
            return
        name = path.columns[len(prefix)]
        values = asked.columns[name] if name in asked.columns else _KNOWN.get(name) or self._there(path, prefix)
        for value in values:
            yield from self._prefixes(path, asked, (*prefix, value))

    def _there(self, path: _Path, prefix: tuple[Any, ...]) -> Iterator[str]:
        """The different values of the next column behind this prefix: one step for each."""
        name = path.columns[len(prefix)]
        where = "".join(f"{one} = ? AND " for one in path.columns[: len(prefix)])
        text = f"SELECT {name} FROM complaints INDEXED BY {path.index} WHERE {where}{name} "  # noqa: S608
        row = self._execute(f"{text}>= '' ORDER BY {name} LIMIT 1", prefix).fetchone()
        while row:
            yield row[0]
            row = self._execute(f"{text}> ? ORDER BY {name} LIMIT 1", (*prefix, row[0])).fetchone()


def _choose_index(asked: Conditions, sort: Sort) -> _Path:
    """The first that fits: those that find few, then the one that has the rows in order."""
    waiting = "waiting" in asked.narrow and (sort is Sort.WAITING or not asked.has("team"))
    by_due = sort is Sort.DUE or (sort is Sort.GRADE and asked.has("rank"))
    fitting = (
        (_OWNER, asked.has_no_blank("owner")),
        (_INCIDENT, asked.has_no_blank("incident")),
        (_CLOSED, "closed" in asked.narrow),
        (_WAITING, waiting),
        (_DUE, "due" in asked.narrow or by_due),
        (_QUEUE, sort is Sort.GRADE),
        (_STATE, asked.has("state") and not asked.has("team")),
        (_TEAM, asked.has("team") or asked.has("ended")),
        (_ALIKE, asked.has("type") or asked.has("area")),
    )
    return next((path for path, fits in fitting if fits), _ANY)


def _behind(keys: tuple[str, ...], start: Place, *, down: bool) -> Iterator[tuple[Any, ...]]:
    """Conditions that each have some rows behind a place, one after the other: those with all keys the same but the
    last one, and so on. SQLite would read all that have the first key the same where many have, for one condition."""
    for count in range(len(keys) - 1, -1, -1):
        same = "".join(f"{key} = ? AND " for key in keys[:count])
        yield f"{same}{keys[count]} {'<' if down else '>'} ?", *start[: count + 1]


def _where(path: _Path, prefix: tuple[Any, ...], asked: Conditions, driver: Condition | None) -> tuple[str, list[Any]]:
    """The index to be read, and all conditions with their values. The names of columns are ours, never the caller's."""
    parts, values = [f"{name} = ?" for name in path.columns], [*prefix]
    parts += [path.where] if path.where else []
    if driver:
        parts.append(f"number IN ({driver.finds})")
        values += driver.sought
    free = "" if path.index else "+"  # no index but that of the numbers and the ids
    for name, some in asked.columns.items():
        if name not in path.columns:
            parts.append(f"{'' if name == 'id' else free}{name} IN ({', '.join('?' * len(some))})")
            values += some
    for text, more in asked.plain:
        parts.append(text)
        values += more
    for one in (*asked.labels, *asked.texts):
        if one is not driver:
            parts.append(one.holds)
            values += one.held
    named = f" INDEXED BY {path.index}" if path.index else " NOT INDEXED" if driver else ""  # by the numbers alone
    return f"{named} WHERE {' AND '.join(parts) or 'true'}", values


def _glance_at(texts: Sequence[Condition]) -> tuple[str, list[Any]]:
    """A column more, that says of a row whether it has all words."""
    return f", {' AND '.join(one.holds for one in texts)}", [value for one in texts for value in one.held]
