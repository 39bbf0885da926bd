"""Webhook secrets in the Standard Webhooks form: `whsec_` and base64."""

from __future__ import annotations

import base64
import binascii

from complaintflow.errors import DefinitionError, Problem

_PREFIX = "whsec_"
_SHORTEST = 24


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
