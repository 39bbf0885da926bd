"""Reads XES (IEEE 1849): every event with the attributes of itself and of its trace, a bounded piece at a time.

A document with a DOCTYPE is refused before its first entity: nothing is expanded, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

import attrs

from complaintflow.intakes.mapped.files import Line

TRACE = "case:"
"""Before the name of an attribute of the trace, as other tools write it: `case:concept:name`."""
_CHUNK = 2**16
_LONGEST = 2**21
"""So many bytes may one tag have."""
_DEEPEST = 64
_MOST = 1_000
"""So many attributes may an event or a trace have."""


class _Refused(Exception):
    """The document is none that is read."""


def read_xes(source: IO[bytes]) -> Iterator[Line]:
    """Every event, with the line where it begins. What is wrong ends the reading with a broken line."""
    events = _Events()
    parser = events.parser
    fed = 0
    try:
        while True:
            chunk = source.read(_CHUNK)
            parser.Parse(chunk, not chunk)
            yield from events.take()
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > _LONGEST:
                raise _Refused(f"a tag of more than {_LONGEST} bytes")
            if not chunk:
                return
    except (expat.ExpatError, _Refused) as error:
        yield from events.take()
        yield Line(max(1, parser.CurrentLineNumber), broken=f"no XES: {error}, and nothing after it can be read")


@attrs.define(repr=False)
class _Events:
    """Hears what the parser reads."""

    _found: list[Line] = attrs.field(factory=list[Line])
    _open: list[str] = attrs.field(factory=list[str])
    _trace: dict[str, str] = attrs.field(factory=dict[str, str])
    _event: dict[str, str] | None = None
    _line: int = 0
    parser: expat.XMLParserType = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._refuse

    def take(self) -> list[Line]:
        """The events that are whole."""
        found, self._found = self._found, []
        return found

    def _refuse(self, *declared: object) -> None:
        raise _Refused("a document type, which an event log has no use for")

    def _begin(self, name: str, given: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if len(self._open) >= _DEEPEST:
            raise _Refused(f"more than {_DEEPEST} tags within each other")
        above = self._open[-1] if self._open else ""
        self._open.append(tag)
        if tag == "log" or above == "":
            if tag != "log":
                raise _Refused(f"a document of {tag[:_DEEPEST]}")
        elif tag == "trace" and above == "log":
            self._trace = {}
        elif tag == "event" and above == "trace":
            self._event, self._line = {}, self.parser.CurrentLineNumber
        elif above in {"trace", "event"}:
            self._note(above, given)

    def _note(self, above: str, given: dict[str, str]) -> None:
        """One attribute. What lies within it, as in a list, is not read."""
        room = self._trace if above == "trace" or self._event is None else self._event
        if len(room) >= _MOST:
            raise _Refused(f"more than {_MOST} attributes of one {above}")
        room[given.get("key", "")] = given.get("value", "")

    def _end(self, name: str) -> None:
        if self._open.pop() == "event" and self._event is not None:
            trace = {f"{TRACE}{key}": value for key, value in self._trace.items()}
            self._found.append(Line(self._line, {**trace, **self._event}))
            self._event = None
