"""What the project says in its settings: `COMPLAINTFLOW = {"POLICY": "policy.toml", …}`.

What is wrong there is named by its setting, and never shown: a value may be a secret.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.utils.module_loading import import_string

from complaintflow import Policy
from complaintflow.errors import DefinitionError, Problem
from complaintflow.stores import HouseKeys

NAME = "COMPLAINTFLOW"
KEYS = (
    *("CHAIN_KEY", "CLOCK", "CUSTOMER", "DATABASE", "FORMER", "KEYS", "LIFECYCLE", "LINKER", "NEW_ID", "PLUGINS"),
    *("POLICY", "RENDERER", "SHOPS", "TEAM", "WATCHERS"),
)
"""What may stand there; all of it may be left out."""


def setting(key: str) -> Any:
    """What the project says under this key, or None. Raises `DefinitionError` for a word that is no key."""
    given: object = getattr(settings, NAME, {})
    if not isinstance(given, Mapping):
        raise wrong("", given, "a dictionary")
    unknown = [ascii(str(one)) for one in given if one not in KEYS]
    if unknown:
        raise DefinitionError((Problem(NAME, ", ".join(sorted(unknown)), f"some of {', '.join(KEYS)}"),))
    return given.get(key)


def database() -> str:
    """The alias of the database that has the tables."""
    return _text("DATABASE") or "default"


def chain_key() -> bytes:
    """The key of the history's links, or none."""
    given = setting("CHAIN_KEY")
    if given is None:
        return b""
    if not isinstance(given, str | bytes):
        raise wrong("CHAIN_KEY", given, "a text or bytes")
    return given.encode() if isinstance(given, str) else given


def keys() -> HouseKeys | None:
    """The root keys, under which words lie encrypted; `environment` and `store` name some as well."""
    given = setting("KEYS")
    if given in {"environment", "store"}:
        return HouseKeys.from_environment() if given == "environment" else HouseKeys()
    found = _load("KEYS", given)
    if found is not None and not isinstance(found, HouseKeys):
        raise wrong("KEYS", found, "HouseKeys, the path of some in Python, 'environment' or 'store'")
    return found


def policy() -> Policy | None:
    """The policy, or the one in a TOML file."""
    given = setting("POLICY")
    if isinstance(given, Path) or (isinstance(given, str) and given.endswith(".toml")):
        return _read_policy(Path(given))
    found = _load("POLICY", given)
    if found is not None and not isinstance(found, Policy):
        raise wrong("POLICY", found, "a Policy, the path of one in Python, or a TOML file")
    return found


def _read_policy(file: Path) -> Policy:
    try:
        return Policy.from_toml(file)
    except OSError as error:
        problem = Problem(_named("POLICY"), f"a file that cannot be read: {error.strerror}", "a TOML file")
        raise DefinitionError((problem,)) from None


def plugins() -> tuple[object, ...]:
    """The plugins: objects, their paths in Python, or names of installed ones."""
    given = setting("PLUGINS") or ()
    if isinstance(given, str):
        return (given,)
    if not isinstance(given, list | tuple):
        raise wrong("PLUGINS", given, "a list, or 'installed'")
    return tuple(_load("PLUGINS", one) if isinstance(one, str) and "." in one else one for one in given)


def watchers() -> tuple[Any, ...]:
    """Who is told of the calls of the desk: objects, or their paths in Python."""
    given = setting("WATCHERS") or ()
    if not isinstance(given, list | tuple):
        raise wrong("WATCHERS", given, "a list")
    return tuple(_load("WATCHERS", one) for one in given)


def part(key: str) -> Any:
    """A part of the desk, which may be named by its path in Python; None where there is none."""
    return _load(key, setting(key))


def function(key: str) -> Callable[[Any], Any] | None:
    """A function of the house, which may be named by its path in Python; None where there is none."""
    found: Callable[[Any], Any] | None = _load(key, setting(key))
    if found is not None and not callable(cast("object", found)):
        raise wrong(key, found, "a function of a user, or the path of one in Python")
    return found


def wrong(key: str, found: object, expected: str) -> DefinitionError:
    """What is wrong with a setting; of what was found only the kind is told."""
    return DefinitionError((Problem(_named(key), f"a {type(found).__qualname__}", expected),))


def _text(key: str) -> str:
    given = setting(key) or ""
    if not isinstance(given, str):
        raise wrong(key, given, "a text")
    return given


def _load(key: str, given: Any) -> Any:
    """What a path in Python leads to: a module, or a name in one. Anything else is what it is."""
    if not isinstance(given, str):
        return given
    try:
        return _import(given)
    except (AttributeError, ImportError, TypeError, ValueError):
        problem = Problem(_named(key), "a text that leads to nothing", "the path of something in Python: 'house.parts'")
        raise DefinitionError((problem,)) from None


def _import(path: str) -> Any:
    try:
        return import_module(path)
    except ModuleNotFoundError as error:
        if not path.startswith(str(error.name)):  # it is there, and needs another one that is not
            raise
        return import_string(path)


def _named(key: str) -> str:
    return f"{NAME}[{key!r}]" if key else NAME
