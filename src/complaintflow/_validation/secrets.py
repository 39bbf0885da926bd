"""Secrets that sign: those of webhooks in the Standard Webhooks form (`whsec_` and base64), and those of our own."""

import base64
import binascii
import hmac
from collections.abc import Iterable

from complaintflow.errors import DefinitionError, Problem

_PREFIX = "whsec_"
_SHORTEST = 24
_SHORTEST_OF_OURS = 32


def as_secrets(secrets: Iterable[bytes] | bytes) -> tuple[bytes, ...]:
    """One secret, or several, as a tuple: the first of ours signs, the others still count.

    The annotation becomes that of an `__init__` whose field it converts: a type is known there, a text is not.
    """
    return (secrets,) if isinstance(secrets, bytes) else tuple(secrets)


def sign(secret: bytes, purpose: str, text: str) -> bytes:
    """The signature of a text. What was signed for one purpose is not genuine for another."""
    return hmac.digest(secret, f"complaintflow {purpose}\0{text}".encode(errors="replace"), "sha256")


def is_one_of(given: str, signatures: Iterable[str]) -> bool:
    """Whether it is one of these signatures. Every one is tried, and compared in constant time."""
    sent = given.encode(errors="replace")
    found = [hmac.compare_digest(one.encode(), sent) for one in signatures]
    return any(found)


def why_unsound(secrets: tuple[object, ...]) -> Problem | None:
    """What is wrong with secrets that sign what we send; the problem does not show them."""
    sound = secrets and all(isinstance(one, bytes) and len(one) >= _SHORTEST_OF_OURS for one in secrets)
    expected = f"bytes, {_SHORTEST_OF_OURS} or more each"
    return None if sound else Problem("secrets", "one that is missing or short", expected)


def check_signing_secrets(secrets: tuple[object, ...]) -> None:
    """Raises `DefinitionError` when there is none, or a short one."""
    problem = why_unsound(secrets)
    if problem:
        raise DefinitionError((problem,))


def webhook_secret(secret: object) -> str:
    """The secret, if it has 24 bytes or more. Raises `DefinitionError`, which does not show the secret."""
    if isinstance(secret, str) and secret.startswith(_PREFIX) and len(_key(secret)) >= _SHORTEST:
        return secret
    expected = f"{_PREFIX} and {_SHORTEST} bytes or more in base64"
    raise DefinitionError((Problem("secret", "a private value", expected),))


def _key(secret: str) -> bytes:
    try:
        return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        return b""
