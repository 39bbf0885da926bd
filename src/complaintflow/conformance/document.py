"""A map as a TOML document. All of it is checked before the first row: every problem has its key and its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import attrs

from complaintflow._validation.places import Places
from complaintflow._validation.structure import FrozenMap, is_list, is_table, parse_duration
from complaintflow.commands import BUILTIN, Absorb, Command, Merge, Release, Unmerge, make
from complaintflow.conformance.log_map import Condition, IgnoredRows, LogMap, MappedMove, Part
from complaintflow.errors import DefinitionError, InvalidInput, Problem
from complaintflow.intakes.mapped.mapping import MappingReader, Source
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.policy.document import read_file, read_toml
from complaintflow.vocabulary import CUSTOMER, SYSTEM

_TOP = ("system", "case", "time", "activity", "zone", "dates", "encoding", "arrives", "actors", "moves", "ignore")
_WHEN = ("activity", "first", "is", "was", "changes", "grows")
_MOVE = (*_WHEN, "do", "by", "state", "with", "from", "after")
_IGNORE = (*_WHEN, "why")
_ACTOR = ("roles", "id", "team")
_OF_TWO = frozenset({Merge, Unmerge, Absorb, Release})
"""What looks at two complaints: a log is read case by case."""


def read_log_map(source: Path | str, lifecycle: Lifecycle | None = None) -> LogMap:
    """The map in a TOML file or text, for this lifecycle, or for the built-in one.

    Raises `DefinitionError` with all problems at once; each names its key, and the line where it is known.
    """
    text = read_file(source, "map") if isinstance(source, Path) else source
    places = Places(text, source.name if isinstance(source, Path) else "")
    data = read_toml(text, "map")
    try:
        return _MapReader(rules=lifecycle or Lifecycle.default()).log_map(data)
    except DefinitionError as wrong:
        raise DefinitionError(tuple(map(places.placed, dict.fromkeys(wrong.problems)))) from None


@attrs.define(kw_only=True)
class _MapReader(MappingReader):
    """Reads a map and notes everything that is wrong."""

    rules: Lifecycle

    def log_map(self, data: Mapping[str, Any]) -> LogMap:
        self.unknown(data, "", _TOP)
        actors = {name: self.part(name, one) for name, one in self.tables(data, "actors")}
        found = LogMap(
            system=self.text(data, "system", needed=True).strip(),
            case=self.needed(data, "case"),
            time=self.needed(data, "time"),
            activity=self.needed(data, "activity"),
            moves=tuple(self.move(path, one, actors) for path, one in self.listed(data, "moves", needed=True)),
            ignored=tuple(self.ignored(path, one) for path, one in self.listed(data, "ignore")),
            actors=FrozenMap(actors),
            zone=self.zone(data, ""),
            formats=self.formats(data, "dates", ""),
            encoding=self.encoding(data),
            arrives=self.flag(data, "arrives", "") or False,
        )
        if self.problems:
            raise DefinitionError(tuple(self.problems))
        return found

    def needed(self, data: Mapping[str, Any], name: str) -> Source:
        if name not in data:
            self.problems.append(Problem(name, "nothing", "a column"))
            return Source()
        return self.source(name, data[name], "")

    def part(self, name: str, data: Any) -> Part:
        path = f"actors.{name}"
        if name in {CUSTOMER, SYSTEM}:
            self.problems.append(Problem(path, "a name that is taken", f"another name: {name} is there by itself"))
        self.unknown(data, f"{path}.", _ACTOR)
        roles = self.texts(data, "roles", path, needed=True)
        known = self.rules.policy.staff_roles
        self.problems += [Problem(f"{path}.roles", repr(one), _one_of(known)) for one in roles if one not in known]
        named = self.source("id", data["id"], path) if "id" in data else Source(constant=name)
        team = self.source("team", data["team"], path) if "team" in data else Source()
        return Part(frozenset(roles), named, team)

    def move(self, path: str, data: Mapping[str, Any], actors: Mapping[str, Part]) -> MappedMove:
        self.unknown(data, f"{path}.", _MOVE)
        kind = self.command(path, data)
        by = self.one_of(data, "by", path, (CUSTOMER, SYSTEM, *actors))
        state = self.one_of(data, "state", path, self.rules.states) if "state" in data else ""
        constants = self.table(data, "with", path)
        sources = self.table(data, "from", path)
        after = self.table(data, "after", path)
        if kind is not Command:
            self.problems += _wrong_fields(path, kind, {"with": constants, "from": sources, "after": after})
            if not sources and not after:
                self.problems += _wrong_constants(path, kind, constants)
        columns = {name: self.source(name, one, f"{path}.from") for name, one in sources.items()}
        spans = {name: self.span(after, name, f"{path}.after") for name in after}
        when = self.condition(path, data)
        return MappedMove(when, kind, by, state, FrozenMap(constants), FrozenMap(columns), FrozenMap(spans))

    def ignored(self, path: str, data: Mapping[str, Any]) -> IgnoredRows:
        self.unknown(data, f"{path}.", _IGNORE)
        return IgnoredRows(self.condition(path, data), self.text(data, "why", path, needed=True))

    def command(self, path: str, data: Mapping[str, Any]) -> type[Command]:
        name = self.text(data, "do", path, needed=True)
        kind = self.rules.commands.get(name)
        if kind in _OF_TWO:
            self.problems.append(Problem(f"{path}.do", name, "ignore: it looks at two cases, and each is read alone"))
        elif kind is None and name:
            self.problems.append(Problem(f"{path}.do", repr(name), _one_of(self.rules.commands)))
        return kind or Command

    def condition(self, path: str, data: Mapping[str, Any]) -> Condition:
        if not set(_WHEN) & set(data):
            self.problems.append(Problem(path, "no condition", _one_of(_WHEN)))
        return Condition(
            activity=self.texts(data, "activity", path),
            first=self.flag(data, "first", path),
            values=self.values(data, "is", path),
            before=self.values(data, "was", path),
            changes=self.texts(data, "changes", path),
            grows=self.texts(data, "grows", path),
        )

    def values(self, data: Mapping[str, Any], name: str, path: str) -> Mapping[str, tuple[str, ...]]:
        told = self.table(data, name, path)
        return FrozenMap({column: self.texts(told, column, f"{path}.{name}") for column in told})

    def texts(self, data: Mapping[str, Any], name: str, path: str, *, needed: bool = False) -> tuple[str, ...]:
        """A text, or a list of texts."""
        given = data.get(name, ())
        every = (given,) if isinstance(given, str) else tuple(given) if is_list(given) else (given,)
        texts = tuple(one for one in every if isinstance(one, str))
        if texts != every or (not every and (needed or name in data)):
            found = repr(given)[:60] if name in data else "nothing"
            self.problems.append(Problem(f"{path}.{name}", found, "a text, or a list of texts"))
        return texts

    def flag(self, data: Mapping[str, Any], name: str, path: str) -> bool | None:
        given = data.get(name)
        if given is None or isinstance(given, bool):
            return given
        self.problems.append(Problem(f"{path}.{name}" if path else name, repr(given)[:60], "true or false"))
        return None

    def span(self, data: Mapping[str, Any], name: str, path: str) -> timedelta:
        given = data[name]
        found = parse_duration(given, 5) if isinstance(given, str) else None
        if found is None:
            self.problems.append(Problem(f"{path}.{name}", repr(given)[:60], "so long after the row, like 30min or 3d"))
        return found or timedelta()

    def one_of(self, data: Mapping[str, Any], name: str, path: str, known: Iterable[str]) -> str:
        found = self.text(data, name, path, needed=True)
        if found and found not in known:
            self.problems.append(Problem(f"{path}.{name}", repr(found), _one_of(known)))
        return found

    def tables(self, data: Mapping[str, Any], name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The tables below one, by their names."""
        for key, one in self.table(data, name).items():
            if is_table(one):
                yield key, one
            else:
                self.problems.append(Problem(f"{name}.{key}", repr(one)[:60], f"a table with [{name}.{key}]"))

    def listed(
        self, data: Mapping[str, Any], name: str, *, needed: bool = False
    ) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The tables of a list, each with its path."""
        given = data.get(name, [])
        if not is_list(given) or (needed and not given):
            self.problems.append(Problem(name, repr(given)[:60] if given else "nothing", f"tables with [[{name}]]"))
            return
        for place, one in enumerate(given):
            if is_table(one):
                yield f"{name}[{place}]", one
            else:
                self.problems.append(Problem(f"{name}[{place}]", repr(one)[:60], f"a table with [[{name}]]"))


def _wrong_fields(path: str, kind: type[Command], told: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    """Fields that the command does not have, that are told twice, or that it needs and nobody tells."""
    fields: tuple[Any, ...] = attrs.fields(kind)  # type: ignore[arg-type]  # each command is an attrs class
    names = tuple(field.name for field in fields)
    seen: dict[str, str] = {}
    for room, table in told.items():
        for name in table:
            if name.partition(".")[0] not in names:
                yield Problem(f"{path}.{room}.{name}", "an unknown field", _one_of(names) if names else "no field")
            if seen.setdefault(name, room) != room:
                yield Problem(f"{path}.{room}.{name}", f"a field that {seen[name]} names as well", "it once")
    given = {name.partition(".")[0] for name in seen}
    for field in fields:
        if field.default is attrs.NOTHING and field.name not in given:
            expected = f"with.{field.name}, from.{field.name} or after.{field.name}"
            yield Problem(f"{path}.do", f"{kind.__name__} without {field.name}", expected)


def _wrong_constants(path: str, kind: type[Command], constants: Mapping[str, Any]) -> Iterator[Problem]:
    """What the command itself says of its fields, where the map tells all of them."""
    try:
        make(kind.__name__, nest(constants), {**BUILTIN, kind.__name__: kind})
    except InvalidInput as wrong:
        for one in wrong.problems:
            if one.path.partition(".")[0] in {name.partition(".")[0] for name in constants}:
                yield Problem(f"{path}.with.{one.path}", one.found, one.expected)


def nest(flat: Mapping[str, Any]) -> dict[str, Any]:
    """Fields with points in their names as tables within tables: `customer.id` is the `id` of `customer`."""
    found: dict[str, Any] = {}
    for name, value in flat.items():
        room = found
        *above, last = name.split(".")
        for part in above:
            inner = room.get(part)
            room[part] = dict(inner) if is_table(inner) else {}
            room = room[part]
        room[last] = {**room.get(last, {}), **value} if is_table(value) and is_table(room.get(last)) else value
    return found


def _one_of(names: Iterable[str]) -> str:
    return "one of " + ", ".join(sorted(names))
