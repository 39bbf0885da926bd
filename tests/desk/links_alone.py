"""A ledger of nothing but links, with or without its tiles: what the tree asks of a session, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import cast

from complaintflow.plugins import Session


class LinksAlone:
    """A session that keeps no tiles: each of `count` links is made when it is read."""

    def __init__(self, count: int, link: Callable[[int], bytes]) -> None:
        self.count = count
        self.link = link
        self.read = 0

    def links(self, after: int = 0) -> Iterator[bytes]:
        for place in range(after, self.count):
            self.read += 1
            yield self.link(place)

    @property
    def session(self) -> Session:
        return cast("Session", self)


class TiledLinks(LinksAlone):
    """The same with tiles, which are counted when they are read."""

    def __init__(self, count: int, link: Callable[[int], bytes]) -> None:
        super().__init__(count, link)
        self.kept: dict[int, list[bytes]] = {}

    def count_tiles(self, level: int) -> int:
        return len(self.kept.get(level, ())) if level else self.count

    def tiles(self, level: int, after: int = 0) -> Iterator[bytes]:
        for one in islice(self.kept.get(level, []), after, None):
            self.read += 1
            yield one

    def keep_tiles(self, level: int, after: int, hashes: Sequence[bytes]) -> None:
        there = self.kept.setdefault(level, [])
        there.extend(hashes[len(there) - after :])
