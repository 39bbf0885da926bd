"""The root keys of a house, which wrap the data keys. They never come into the store."""

from __future__ import annotations

import binascii
import os
import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeGuard

from complaintflow.errors import DefinitionError, Problem, StoreError
from complaintflow.plugins.keys_of_words import VaultFailed, ask_vault
from complaintflow.stores.encrypted.cipher import KEY_BYTES

ENVIRONMENT = "COMPLAINTFLOW_ROOT_KEYS"
"""The variable that is read where no other one is named."""
_NAME = re.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_EXPECTED = f"name:key name:key …, the present one first, each key {KEY_BYTES} random bytes in base64"

Roots = Mapping[str, bytes]
"""Root keys by their names, the present one first."""


class HouseKeys:
    """The root keys of the house by their names, the present one first; the others open what they wrapped before.

    `roots` gives them, or is a function that does, such as one that asks a vault: it is asked again when a key turns
    out to be wrapped by one that it did not give. Where it fails, its message goes nowhere. Without any, data keys lie
    in the store as they are. Raises `DefinitionError`, which shows no key, and `StoreError` where the function fails.
    """

    def __init__(self, roots: Roots | Callable[[], Roots] = MappingProxyType({})) -> None:
        self.locked = False
        self._read = roots if callable(roots) else lambda: roots
        try:
            self._known = self._ask()
        except VaultFailed as error:
            raise StoreError("keys", str(error), "look at the vault, then open the desk again") from None

    @classmethod
    def from_environment(cls, variable: str = ENVIRONMENT) -> HouseKeys:
        """Those in an environment variable: `2026-11:…base64… 2026-05:…base64…`. Raises `DefinitionError`."""
        return cls(lambda: parse_roots(os.environ.get(variable, ""), variable))

    @classmethod
    def from_file(cls, file: Path) -> HouseKeys:
        """Those in a file, written in the same way. Raises `DefinitionError`."""

        def read() -> Roots:
            try:
                return parse_roots(file.read_text(encoding="ascii"), file.name)
            except (OSError, UnicodeError):
                raise _wrong(file.name, "no file of ASCII that can be read") from None

        return cls(read)

    @classmethod
    def without(cls) -> HouseKeys:
        """None at all, for a desk that changes nothing, and checks what needs no word: the chain and the ledger."""
        keys = cls()
        keys.locked = True
        return keys

    @property
    def present(self) -> str:
        """The name of the root key that wraps what is new; blank: none does."""
        return next(iter(self._known), "")

    def root(self, name: str) -> bytes | None:
        """The root key of this name, or None. Raises `VaultFailed`, and `DefinitionError` for wrong ones."""
        if name not in self._known:
            self._known = self._ask()
        return self._known.get(name)

    def _ask(self) -> dict[str, bytes]:
        return ask_vault(self._read_checked)

    def _read_checked(self) -> dict[str, bytes]:
        given: object = self._read()
        if not _is_mapping(given):
            raise _wrong("keys", "no mapping of names to keys")
        return check_roots(given)

    def __repr__(self) -> str:
        return f"HouseKeys({', '.join(self._known)})"


def parse_roots(text: str, source: str) -> dict[str, bytes]:
    """The root keys that a text names. Raises `DefinitionError` that shows nothing of it."""
    found = dict[str, bytes]()
    for part in text.split():
        name, _, encoded = part.partition(":")
        if not _NAME.fullmatch(name) or name in found:
            raise _wrong(source, "a part without a name of its own")
        try:
            found[name] = b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            raise _wrong(source, f"of {name}, something that is no base64") from None
    if not found:
        raise _wrong(source, "nothing")
    return check_roots(found, source)


def check_roots(roots: Mapping[Any, Any], source: str = "keys") -> dict[str, bytes]:
    """The same root keys. Raises `DefinitionError` for names and lengths that are none."""
    for name, key in roots.items():
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise _wrong(source, "a name that is none")
        if not isinstance(key, bytes) or len(key) != KEY_BYTES:
            raise _wrong(source, f"of {name}, no key of {KEY_BYTES} bytes")
    return dict(roots)


def _is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(value, Mapping)


def _wrong(source: str, found: str) -> DefinitionError:
    return DefinitionError((Problem(source, found, _EXPECTED),))
