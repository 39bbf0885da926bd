"""Courses that were followed before, kept so that the next look need not go through the whole history again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from threading import Lock

from complaintflow.record.events import Event
from complaintflow.record.history import Sealed
from complaintflow.sla.course import Course

_KEPT = 1024


class Courses:
    """A bounded number of courses, the one that was unused longest forgotten first.

    Each is kept with the link of the last event that led it on. A link is a digest of the whole history up to its
    event, so a course whose link still stands there is never another's, and never wrong. Losing one costs only time.
    """

    def __init__(self, limit: int = _KEPT) -> None:
        self._limit = limit
        self._lock = Lock()
        self._kept: dict[str, tuple[bytes, Course]] = {}

    def take(
        self,
        id: str,
        link: bytes,
        history: Callable[[], Sequence[Sealed]],
        follow: Callable[[Iterable[Event]], Course],
    ) -> Course:
        """The course through all that is stored of a complaint, of which `link` is the last.

        `history` reads that, `follow` goes through it. Whoever takes a course has it alone, and may give it back.
        """
        with self._lock:
            led_by, course = self._kept.pop(id, (b"", Course()))
        if led_by == link:
            return course
        sealed = history()
        if [one.link for one in sealed[course.seen - 1 : course.seen]] == [led_by]:
            news = (one.event for one in sealed[course.seen :])
            return course.led_on(news, lambda: follow(one.event for one in sealed))
        return follow(one.event for one in sealed)

    def keep(self, id: str, link: bytes, course: Course) -> None:
        """Keep a course for the next look: it went through everything up to the event with this link."""
        with self._lock:
            self._kept[id] = (link, course)
            if len(self._kept) > self._limit:
                del self._kept[next(iter(self._kept))]
