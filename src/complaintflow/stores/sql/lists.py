"""Lists of complaints: the database itself chooses the index; a page begins behind the place of the last one."""

from __future__ import annotations

from collections.abc import Iterator

from complaintflow.plugins import Query, Sort
from complaintflow.plugins.ports.lists import Place
from complaintflow.stores.sql.conditions import conditions_of
from complaintflow.stores.sql.turns import Turns

_KEYS: dict[Sort, tuple[str, ...]] = {
    Sort.OLDEST: ("c.received_at", "c.number"),
    Sort.NEWEST: ("c.received_at", "c.number"),
    Sort.GRADE: ("c.rank", "c.due", "c.number"),
    Sort.DUE: ("c.due", "c.number"),
    Sort.WAITING: ("c.waits_since", "c.number"),
}


class Lists(Turns):
    """Finds the places of complaints in a list."""

    def count(self, query: Query) -> int:
        """How many fit."""
        asked = conditions_of(query)
        if asked.nothing:
            return 0
        text = f"SELECT count(*) FROM complaintflow_complaints c WHERE {asked.text}"  # noqa: S608  # ours
        return int(self._row(text, **asked.values)[0])

    def walk(self, query: Query, start: Place | None, limit: int, *, down: bool) -> Iterator[Place]:
        """So many of the places behind this one, or before it in the other direction."""
        asked, keys = conditions_of(query), _KEYS[query.sort]
        if asked.nothing:
            return iter(())
        if start:
            asked.add(f"({', '.join(keys)}) {'<' if down else '>'} ({', '.join(map(asked.name, start))})")
        order = ", ".join(f"{key}{' DESC' if down else ''}" for key in keys)
        text = (
            f"SELECT {', '.join(keys)} FROM complaintflow_complaints c "  # noqa: S608
            f"WHERE {asked.text} ORDER BY {order} LIMIT {asked.name(limit)}"
        )
        return (tuple(row) for row in self._run(text, **asked.values))
