"""How a message is named: by its number in the complaint, and by a key that says what it was about."""

from __future__ import annotations

import re

import attrs

from complaintflow.record.part_names import part_name

_KEY = re.compile(r"(.+)/([0-9]+)/([0-9]+)/(M[0-9]+)", re.DOTALL)


@attrs.frozen
class MessageKey:
    """R34: names a message for good. Its cycle and fix keep a second "solved" from being taken for a repeat.

    >>> str(MessageKey("C-1", 2, 1, "M7"))
    'C-1/2/1/M7'
    >>> MessageKey.parse("C-1/2/1/M7").fix
    1
    """

    complaint: str
    cycle: int
    fix: int
    message: str

    def __str__(self) -> str:
        return f"{self.complaint}/{self.cycle}/{self.fix}/{self.message}"

    @classmethod
    def parse(cls, text: str) -> MessageKey:
        """The key from its text. Raises `ValueError` when it is none."""
        found = _KEY.fullmatch(text)
        if found is None:
            raise ValueError(text)
        complaint, cycle, fix, message = found.groups()
        return cls(complaint, int(cycle), int(fix), message)

    @classmethod
    def guess(cls, text: str) -> MessageKey:
        """The key from a text that somebody else sent: one that is none may still name the complaint and the message.

        >>> MessageKey.guess("C-1/M7")
        MessageKey(complaint='C-1', cycle=0, fix=0, message='M7')
        """
        try:
            return cls.parse(text)
        except ValueError:
            return cls(text.rsplit("/", 3)[0], 0, 0, text.rpartition("/")[2])


def message_name(number: int) -> str:
    """The name of a message in its complaint: `M3`."""
    return part_name("messages", number)


def message_number(name: str) -> int:
    """The number of a message: its place among those of its complaint."""
    return int(name.removeprefix("M"))
