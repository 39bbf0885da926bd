"""A lifecycle as a TOML document: states, commands and edges as data, guards by their names. Nothing of it is code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from complaintflow._validation.places import Places
from complaintflow._validation.structure import is_list, is_table
from complaintflow.errors import DefinitionError, Problem
from complaintflow.lifecycle.building import LifecycleBuilder
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.edges import names_in
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.lifecycle.mapping import LifecycleMapping
from complaintflow.lifecycle.states import STAGES
from complaintflow.policy.document import read_file, read_toml
from complaintflow.policy.policy import Policy

_TOP = ("extends", "without", "states", "commands", "templates", "edges", "guards")
_STATE = ("stage", "zh", "en", "pauses", "takes", "initial")
_COMMAND = ("fields", "effects", "required", "lasts")
_TEMPLATE = ("zh", "en")
_LESS = ("command", "from")
_EDGE = (
    "command",
    "from",
    "to",
    "who",
    "effects",
    "guards",
    "required",
    "clock",
    "when",
    "notices",
    "after",
    "calendar",
    "fields",
)
_NOT_CARRIED: Mapping[str, str] = {
    "timer": 'after = "3d" of an edge of the system, or a clock of the policy, named by `clock`',
    "template": "notices = [{audience = …, template = …}]: an edge names templates in its notices",
    "roles": "who: staff, customer, system, or roles of the policy",
    "initial": 'initial = "phone" of a state, which names channels; an edge of Receive says where all others begin',
    "follow_up": "a follow-up of `Receive(follows=…)`: an end has none of its own",
}
"""What a document may ask for and a lifecycle cannot carry, and what to write instead."""


def read_lifecycle(
    source: Path | str,
    policy: Policy | None = None,
    guards: Mapping[str, Guard] | None = None,
    *,
    mapping: LifecycleMapping | None = None,
) -> Lifecycle:
    """The lifecycle of a TOML file or text; `guards` are the own ones by the names that the document has for them.

    With a `mapping` its own states have the new names, so that a comparison tells what differs beside the names. Raises
    `DefinitionError` with all problems at once; each names its key, and the line where it is known.
    """
    text = read_file(source, "lifecycle") if isinstance(source, Path) else source
    places = Places(text, source.name if isinstance(source, Path) else "")
    data = read_toml(text, "lifecycle")
    try:
        return make_lifecycle(data, policy, guards, mapping.states if mapping else None)
    except DefinitionError as wrong:
        raise DefinitionError(tuple(map(places.placed, wrong.problems))) from None


def make_lifecycle(
    data: Mapping[str, Any],
    policy: Policy | None = None,
    guards: Mapping[str, Guard] | None = None,
    new_names: Mapping[str, str] | None = None,
) -> Lifecycle:
    """The lifecycle of a document's tables, whose states have new names. Raises `DefinitionError` with all problems."""
    problems = tuple(_shape(data)) or tuple(_new_name_problems(data, new_names or {}))
    if problems:
        raise DefinitionError(problems)
    return _build(_renamed(data, new_names) if new_names else data, guards).build(policy)


def _new_name_problems(data: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[Problem]:
    """New names of what is no state of the document's own, and two states of one name."""
    own = [*data.get("states", {})]
    for old in names:
        if old not in own:
            yield Problem(f"mapping.states.{old}", "no state of this lifecycle", f"one of {', '.join(own) or 'none'}")
    after = Counter(names.get(name, name) for name in own)
    yield from (Problem("mapping.states", f"two states {name}", "one") for name, count in after.items() if count > 1)


def _renamed(data: Mapping[str, Any], names: Mapping[str, str]) -> Mapping[str, Any]:
    """The tables with the new names of states wherever a state is named: states, edges, and what is chosen next."""

    def named(name: str) -> str:
        return names.get(name, name)

    def led(told: Any) -> Any:
        return told if isinstance(told, str) else {**told, "from": [*map(named, names_in(told["from"]))]}

    edges = [{**led(told), **({"to": named(told["to"])} if "to" in told else {})} for told in data.get("edges", ())]
    commands = {name: _choosing(told, named) for name, told in data.get("commands", {}).items()}
    states = {named(name): told for name, told in data.get("states", {}).items()}
    less = [led(told) for told in data.get("without", ())]
    return {**data, "without": less, "states": states, "edges": edges, "commands": commands}


def _choosing(told: Mapping[str, Any], named: Callable[[str], str]) -> Mapping[str, Any]:
    """A command whose field `then` offers the states by their new names."""
    fields = told.get("fields", {})
    then = fields.get("then")
    return {**told, "fields": {**fields, "then": [*map(named, then)]}} if is_list(then) else told


def is_lifecycle(file: Path) -> bool | None:
    """Whether a TOML file is a lifecycle, and no policy; None for one that says nothing, which may be either."""
    named = read_toml(file).keys()
    return any(name in _TOP for name in named) if named else None


def _build(data: Mapping[str, Any], guards: Mapping[str, Guard] | None) -> LifecycleBuilder:
    rules = (
        LifecycleBuilder.default(guards)
        if data.get("extends", "default") == "default"
        else LifecycleBuilder((), guards)
    )
    for place, told in enumerate(data.get("without", ())):
        if isinstance(told, str):
            rules.without(told)
        else:
            rules.without(told["command"], told["from"], place=f"without[{place}]")
    for name, told in data.get("states", {}).items():
        rules.state(name, **told)
    for name, told in data.get("commands", {}).items():
        rules.command(name, **told)
    for name, told in data.get("templates", {}).items():
        rules.template(name, **told)
    for place, told in enumerate(data.get("edges", ())):
        given = {key: value for key, value in told.items() if key not in {"command", "from", "to"}}
        rules.add(told["command"], told["from"], told.get("to", "stay"), **given, place=f"edges[{place}]")
    for effect, named in data.get("guards", {}).items():
        for guard in named:
            rules.guard(effect, guard, place=f"guards.{effect}")
    return rules


def _shape(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Keys that there are not, and values of another kind."""
    yield from _keys("", data, _TOP)
    extends = data.get("extends", "default")
    if extends not in ("default", "nothing"):  # of any type
        yield Problem("extends", repr(extends)[:60], "default, or nothing")
    yield from _without(data.get("without", []))
    for part, keys in (("states", _STATE), ("commands", _COMMAND), ("templates", _TEMPLATE)):
        yield from _no_tables(part, data.get(part, {}))
        for name, told in _tables(data.get(part, {})):
            yield from _keys(f"{part}.{name}.", told, keys)
            yield from _texts(f"{part}.{name}", told, ("fields", "effects", "required", "initial"))
            if part == "states" and "stage" not in told:
                yield Problem(f"{part}.{name}.stage", "nothing", f"one of {', '.join(sorted(STAGES))}")
    yield from _edges(data.get("edges", []))
    guards = data.get("guards", {})
    yield from _is("guards", guards, is_table, "lists of names of guards, by their effects")
    for effect, named in guards.items() if is_table(guards) else ():
        yield from _is(f"guards.{effect}", named, _is_names, "a list of names of guards")


def _without(several: Any) -> Iterator[Problem]:
    """What is no list of commands whose edges are taken away: all by its name, those from some states by a table."""
    expected = 'a list of names of commands, or of tables such as { command = "Resolve", from = "triaged" }'
    yield from _is("without", several, is_list, expected)
    for place, told in enumerate(several if is_list(several) else ()):
        path = f"without[{place}]"
        if is_table(told):
            yield from _keys(f"{path}.", told, _LESS)
            yield from (Problem(f"{path}.{key}", "nothing", "a value") for key in _LESS if key not in told)
            yield from _texts(path, told, ("from",))
        else:
            yield from _is(path, told, lambda one: isinstance(one, str), expected)


def _edges(edges: Any) -> Iterator[Problem]:
    if not is_list(edges):
        yield Problem("edges", "no list", "tables with [[edges]]")
        return
    for place, told in enumerate(edges):
        path = f"edges[{place}]"
        if not is_table(told):
            yield Problem(path, "no table", "a table with [[edges]]")
            continue
        yield from _keys(f"{path}.", told, _EDGE)
        yield from (Problem(f"{path}.{key}", "nothing", "a value") for key in ("command", "from") if key not in told)
        texts = {key: value for key, value in told.items() if key not in {"notices", "fields"}}  # read by the builder
        yield from _is(
            f"{path}.fields", told.get("fields", {}), is_table, "the fields that the system says, by their names"
        )
        yield from _texts(path, texts, ("from", "who", "effects", "guards", "required"))


def _tables(told: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The tables in this one, by their names."""
    yield from ((name, one) for name, one in told.items() if is_table(one)) if is_table(told) else ()


def _no_tables(part: str, told: Any) -> Iterator[Problem]:
    """What stands where there should be tables."""
    if not is_table(told):
        yield Problem(part, repr(told)[:60], f"tables with [{part}.NAME]")
    for name, one in told.items() if is_table(told) else ():
        yield from _is(f"{part}.{name}", one, is_table, f"a table with [{part}.{name}]")


def _keys(path: str, told: Mapping[str, Any], known: tuple[str, ...]) -> Iterator[Problem]:
    for key in told:
        if key not in known:
            yield Problem(f"{path}{key}", "an unknown key", _NOT_CARRIED.get(key, f"one of {', '.join(known)}"))


def _texts(path: str, told: Mapping[str, Any], lists: tuple[str, ...]) -> Iterator[Problem]:
    """What is no text, or a list of them where a list may stand."""
    for key, value in told.items():
        if key == "fields":
            wrong = not is_table(value) or not all(isinstance(one, str) or _is_names(one) for one in value.values())
            yield from [Problem(f"{path}.{key}", repr(value)[:60], "a table of types, or of lists of choices")] * wrong
        elif not isinstance(value, str) and not (key in lists and _is_names(value)):
            yield Problem(f"{path}.{key}", repr(value)[:60], "a text" + (" or a list of texts" if key in lists else ""))


def _is(path: str, value: Any, holds: Callable[[Any], bool], expected: str) -> Iterator[Problem]:
    if not holds(value):
        yield Problem(path, repr(value)[:60], expected)


def _is_names(value: Any) -> bool:
    return is_list(value) and all(isinstance(one, str) for one in value)
