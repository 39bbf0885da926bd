"""The keys of requests: each kind of request has a space of its own, and no key is taken for one of another kind."""

from __future__ import annotations

import hashlib
from typing import Literal

import attrs

from complaintflow._validation.structure import Record, plain_text
from complaintflow.errors import InvalidInput, Problem
from complaintflow.plugins import Keys, Remembered
from complaintflow.record.keys import hidden_key

Space = Literal["form", "import", "heard", "noted", "bounced", "link"]
"""What a key is for: `form` are the keys of callers, `import` those of rows, the others are ours."""

KEY_CHARS = 255
"""So long may the key of a caller or of a row be."""


@attrs.frozen(eq=False, repr=False)
class RequestKey(Record):
    """Names a request for good, so that it counts once: its space, and what names it there.

    Keys compare character by character: case, blanks and forms of Unicode count. Raises `InvalidInput` for a blank key,
    one that is too long, and one that cannot be stored.

    >>> str(RequestKey("link", "5f0c"))
    'link/5f0c'
    """

    space: Space
    name: str

    def __attrs_post_init__(self) -> None:
        fault = plain_text(self.name)
        if not fault and not 0 < len(self.name) <= KEY_CHARS:
            fault = f"a key of 1 to {KEY_CHARS} characters"
        if not fault and not self.name.strip():
            fault = "a key that is not blank"
        if fault:
            raise InvalidInput((Problem("key", _shown(self.name), fault),))

    @classmethod
    def of(cls, space: Literal["heard", "noted", "bounced"], *parts: str) -> RequestKey:
        """The key of what has these parts: the id of the complaint, and what came in."""
        return cls(space, hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32])

    def __str__(self) -> str:
        return f"{self.space}/{self.name}"

    def hidden(self, secret: bytes) -> str:
        """The text under which it is remembered: a digest, keyed by the chain's key."""
        return hidden_key(str(self), secret)

    def first_use(self, kept: Keys, secret: bytes) -> Remembered | None:
        """What it stands for. What a file from before there were digests has stands without the secret."""
        return next((found for one in self.every_hidden(secret) if (found := kept.result_for_key(one))), None)

    def every_hidden(self, secret: bytes) -> tuple[str, ...]:
        """The texts under which it may be remembered."""
        return (self.hidden(secret), self.hidden(b"")) if secret else (self.hidden(b""),)


def _shown(key: object) -> str:
    if isinstance(key, str) and len(key) > KEY_CHARS:
        return f"a key of {len(key)} characters"
    return ascii(key)
