"""Compiles the regular expressions of the word rules when first used: most who import them judge no words."""

import re
from typing import Any, cast


def compile_late(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, with the work put off to the first search; a wrong source is told only then."""
    return cast("re.Pattern[str]", _Late(source, flags))


class _Late:
    """Stands for a pattern. Keeps each method it was asked for, so that only the first use goes through here."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # whatever the pattern has under this name
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found
