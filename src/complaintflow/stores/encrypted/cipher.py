"""AES-256-GCM under one key, and the format of what it makes.

    1 byte   the version of the format
    8 bytes  the id of the key
    12 bytes the nonce
    n bytes  the ciphertext, and a tag of 16 bytes

What stands before the nonce, and what it is about (the place in the store), is authenticated with the words: bytes that
were changed, or moved to another place, do not open.

The nonce is random. A key belongs to one complaint, which has some thousands of texts at most, while 2^32 random nonces
under one key are allowed. A nonce made of the place would come twice: the same place is written again when a
transaction is decided anew, and then both texts could be read.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Protocol, cast

from complaintflow.errors import DefinitionError, Problem
from complaintflow.record.complaint import encode_json
from complaintflow.record.encrypted import FORMAT

KEY_BYTES = 32
_ID_BYTES, _NONCE_BYTES, _TAG_BYTES = 8, 12, 16
_HEAD = 1 + _ID_BYTES
_LEAST = _HEAD + _NONCE_BYTES + _TAG_BYTES


class Sealer(Protocol):
    """AES-GCM under one key."""

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes: ...
    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes: ...


def load_aes() -> Callable[[bytes], Sealer]:
    """What makes AES-GCM of a key. Raises `DefinitionError` that names the extra, where that is not installed."""
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    except ImportError as error:
        missing = Problem("keys", f"{error.name} is not installed", "pip install 'complaintflow[crypto]'")
        raise DefinitionError((missing,)) from None
    return cast("Callable[[bytes], Sealer]", AESGCM)


def new_secret() -> bytes:
    """A key that nobody had before."""
    return os.urandom(KEY_BYTES)


def new_id() -> bytes:
    """The id of a key: random, so that it tells nothing."""
    return os.urandom(_ID_BYTES)


def place(kind: str, *where: str | int) -> bytes:
    """What a text is about: of which kind it is, and where it stands."""
    return encode_json((kind, *where))


def key_of(encrypted: bytes) -> bytes:
    """The id of the key under which this was encrypted."""
    return encrypted[1:_HEAD]


class DoesNotOpen(ValueError):
    """The bytes were changed, or belong to another place or key. It says nothing of them."""


class Cipher:
    """Encrypts and opens under one key. It shows nothing of it."""

    __slots__ = ("_aes", "id")

    def __init__(self, id: bytes, secret: bytes) -> None:
        self.id = id
        self._aes = load_aes()(secret)

    def seal(self, plain: bytes, about: bytes) -> bytes:
        """The words, encrypted for this place."""
        head, nonce = bytes((FORMAT,)) + self.id, os.urandom(_NONCE_BYTES)
        return head + nonce + self._aes.encrypt(nonce, plain, head + about)

    def open(self, encrypted: bytes, about: bytes) -> bytes:
        """The words of this place. Raises `DoesNotOpen`."""
        head, nonce = encrypted[:_HEAD], encrypted[_HEAD : _HEAD + _NONCE_BYTES]
        if len(encrypted) < _LEAST or head != bytes((FORMAT,)) + self.id:
            raise DoesNotOpen
        try:
            return self._aes.decrypt(nonce, encrypted[_HEAD + _NONCE_BYTES :], head + about)
        except Exception:  # the library's own, which no extra may bring into an `except`
            raise DoesNotOpen from None

    def __repr__(self) -> str:
        return f"Cipher({self.id.hex()})"
