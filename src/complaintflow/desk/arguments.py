"""What a program hands to a desk by mistake is named, all of it at once: a class for a command, nobody for an actor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from complaintflow._validation.structure import ID_CHARS
from complaintflow.commands import Command
from complaintflow.errors import DefinitionError, InvalidInput, Problem
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.policy.policy import Policy
from complaintflow.values import Actor

_ACTOR = 'an Actor, who asks: Actor("li", roles={"agent"}), or Actor.system() for your program itself'
_COMMAND = 'a command: Note("looked at it"); `interchange.from_json` reads one of a document'
_NAME = re.compile(r"[\w.~-]+")
_SHOWN = 40
"""So many characters of a wrong id are shown."""
_ID = "the id of a complaint, a text"
_URL = "a URL, a text: memory:// or sqlite:///helpdesk.db"


def check_question(commands: Iterable[object], by: object, id: object, expect: object) -> None:
    """What is asked of a desk. Raises `InvalidInput` with all that is of another kind."""
    problems = (*_wrong_commands(commands), *_wrong_actor(by), *_wrong_id(id), *_wrong_version(expect))
    if problems:
        raise InvalidInput(problems)


def check_actor(by: object) -> None:
    """Who asks. Raises `InvalidInput` for whoever is no `Actor`."""
    if problems := tuple(_wrong_actor(by)):
        raise InvalidInput(problems)


def no_id(given: object) -> InvalidInput:
    """What is no text, such as a complaint, is no id of one; nothing of it is shown."""
    return InvalidInput(tuple(_wrong_id(given)))


def checked_name(id: object) -> str:
    """What a house's `new_id` names a complaint. Raises `DefinitionError` for what is no id.

    It stands in links, in keys of messages and in subjects of mails: it has letters, digits and the signs that no URL
    gives a meaning.
    """
    if not isinstance(id, str):
        raise _wrong_name(found_as(id))
    if len(id) <= ID_CHARS and _NAME.fullmatch(id) and id.strip("."):
        return id
    raise _wrong_name(repr(id) if len(id) <= _SHOWN else f"{id[:_SHOWN]!r}, with {len(id)} characters")


def taken_name(id: str) -> DefinitionError:
    """A house's `new_id` gave one complaint the id of another."""
    return _wrong_name(f"{id!r}, which a complaint has")


def _wrong_name(found: str) -> DefinitionError:
    expected = f"a text of 1 to {ID_CHARS} letters, digits and -._~ that no complaint has"
    return DefinitionError((Problem("new_id", found, expected),))


def check_parts(**given: Any) -> None:
    """The parts of which a desk is made. Raises `DefinitionError` with all that cannot be one."""
    problems = tuple(
        Problem(name, found_as(given[name]), expected)
        for name, (fits, expected) in _PARTS.items()
        if not fits(given[name])
    )
    if problems:
        raise DefinitionError(problems)


def found_as(given: object) -> str:
    """What was given, by its type alone: it may be private."""
    if given is None:
        return "nothing"
    return f"the class {given.__name__}" if isinstance(given, type) else f"a {type(given).__name__}"


def _wrong_commands(commands: Iterable[object]) -> Iterator[Problem]:
    for place, one in enumerate(commands):
        if not isinstance(one, Command):
            yield Problem(f"commands[{place}]", found_as(one), _COMMAND)


def _wrong_actor(by: object) -> Iterator[Problem]:
    if not isinstance(by, Actor):
        yield Problem("by", found_as(by), _ACTOR)


def _wrong_id(id: object) -> Iterator[Problem]:
    if not isinstance(id, str):
        yield Problem("id", found_as(id), _ID)


def _wrong_version(expect: object) -> Iterator[Problem]:
    if expect is not None and type(expect) is not int:
        yield Problem("expect", found_as(expect), "the version that was seen, a whole number, or None")


def _is_a(kind: type) -> Callable[[object], bool]:
    return lambda given: given is None or isinstance(given, kind)


def _has(name: str) -> Callable[[object], bool]:
    return lambda given: given is None or callable(getattr(given, name, None))


_PARTS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "url": (lambda given: isinstance(given, str), _URL),
    "policy": (_is_a(Policy), 'a Policy: Policy.from_toml(Path("policy.toml"))'),
    "lifecycle": (_is_a(Lifecycle), 'a Lifecycle: read_lifecycle(Path("life.toml"))'),
    "plugins": (lambda given: isinstance(given, Iterable), 'a list of plugins, or "installed"'),
    "clock": (callable, "a function that answers with an aware time"),
    "new_id": (callable, "a function that names what comes in at a time"),
    "linker": (_has("add_links"), "a Linker, such as inbound.ConfirmLinks"),
    "renderer": (_has("render"), "a Renderer, such as messages.Templates"),
}
