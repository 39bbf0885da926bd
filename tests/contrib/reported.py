"""A page of the report as a reader has it, and a desk that counts the cases it is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import attrs

from complaintflow.insight import ActionEffect, Case, FigureQuery, Figures, SpikeAlert, figures_of
from complaintflow.insight.cases import End, Met, Missed, Move

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
DAY = timedelta(days=1)
_VOID = {"meta", "link", "br", "img"}


@attrs.frozen
class CountingDesk:
    """Answers for these cases, as a desk would at this time."""

    cases: tuple[Case, ...]
    now: datetime = MONDAY + 7 * DAY
    alerts: tuple[SpikeAlert, ...] = ()
    actions: tuple[ActionEffect, ...] = ()

    def spikes(self, limit: int = 50) -> tuple[SpikeAlert, ...]:
        return self.alerts[:limit]

    def effects(self) -> tuple[ActionEffect, ...]:
        return self.actions

    def figures_many(self, asked: Iterable[Mapping[str, Any]], /, *, anew: bool = False) -> tuple[Figures, ...]:
        return tuple(self.figures(**wanted) for wanted in asked)

    def figures(self, /, *, anew: bool = False, **wanted: Any) -> Figures:
        query = FigureQuery(**{"zone": "UTC", **wanted})
        return figures_of(self.cases, query, lambda since, until: until - since, self.now)


def some_cases(number: int, **more: Any) -> tuple[Case, ...]:
    """Cases that came in day by day, of several areas and teams; some were missed, moved, closed or came back."""
    return tuple(_case(place, more) for place in range(number))


def _case(place: int, more: dict[str, Any]) -> Case:
    at = MONDAY + place % 6 * DAY
    soon = at + timedelta(hours=5)
    ends = (End(soon, "closed", "confirmed", soon + DAY if place % 8 == 0 else None),) if place % 2 == 0 else ()
    given = {
        "received_at": at,
        "state": "closed" if ends and not ends[0].back else "triaged",
        "type": "billing",
        "area": f"area-{place % 7}",
        "team": "payments",
        "root_cause": "rule" if place % 3 == 0 else "",
        "met": (Met(soon, "first_response", "first_response/1/1"),),
        "missed": (Missed(soon, "feedback", "feedback/1/1"),) if place % 4 == 0 else (),
        "moves": (Move(soon, "payments", "risk"),) if place % 5 == 0 else (),
        "ends": ends,
    }
    return Case(f"C-{place:04}", **{**given, **more})


@attrs.define
class Node:
    """An element with its children; a text is a child, too."""

    tag: str
    given: dict[str, str]
    children: list[Node | str] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        return "".join(one if isinstance(one, str) else one.text for one in self.children)

    def all(self, *tags: str) -> Iterator[Node]:
        """Every element inside with one of these tags, in the order of the page; without tags, every element."""
        for one in self.children:
            if isinstance(one, Node):
                if not tags or one.tag in tags:
                    yield one
                yield from one.all(*tags)

    def first(self, *tags: str) -> Node:
        return next(self.all(*tags))

    def of(self, id: str) -> Node:
        """The element with this id."""
        return next(one for one in self.all() if one.given.get("id") == id)


class _Reader(HTMLParser):
    """Reads a page strictly: each end belongs to the element that was begun last."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("page", {})]

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_page(text: str) -> Node:
    """The page as a tree."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    (whole,) = reader.open
    return whole


def rows_of(part: Node) -> list[list[str]]:
    """The rows of a table, cell by cell."""
    return [[cell.text for cell in row.all("th", "td")] for row in part.first("tbody").all("tr")]


def listed(page: Node, link: Node) -> list[str]:
    """The complaints that a number links to."""
    return [code.text for code in page.of(link.given["href"].removeprefix("#")).all("code")]
