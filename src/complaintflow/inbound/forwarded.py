"""Letters that a mail passes on, told from quotes of what it answers.

A letter of somebody else is evidence. What we wrote ourselves, or what the mail answers, is a quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from complaintflow.inbound._mail_parts import describe, header
from complaintflow.inbound._mail_tree import Mail
from complaintflow.inbound._quote_headers import Header
from complaintflow.inbound._quote_words import FORWARD
from complaintflow.values import Attachment

_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}")


@attrs.frozen
class Correspondence:
    """Between whom a mail goes, and what its headers say of it.

    `addressees` are the addresses that it is sent to, ours. `passes_on` says that its subject begins like that of a
    forwarded letter, `answers` that it answers a message of ours.
    """

    addressees: frozenset[str] = attrs.field(default=frozenset(), repr=False)
    passes_on: bool = False
    answers: bool = False

    @classmethod
    def of(cls, mail: Mail, answers: bool) -> Correspondence:
        """By the headers of this mail."""
        named = (value for name in ("to", "cc", "delivered-to", "x-original-to") for value in mail.values(name))
        addresses = frozenset(one.lower() for value in named for one in _ADDRESS.findall(value))
        return cls(addresses, bool(FORWARD.match(header(mail, "subject"))), answers)

    def is_letter(self, header: Header) -> bool:
        """Whether somebody else's letter follows this header, which is passed on to us."""
        if header.author in self.addressees:
            return False
        return header.forwarded or (self.passes_on and not self.answers)


def describe_letters(letters: tuple[str, ...], ref: str) -> Iterator[Attachment]:
    """The letters as files: type, size and digest are those of the text in UTF-8."""
    for number, letter in enumerate(letters, 1):
        yield describe(ref, f"letter-{number}", "text/plain", letter.encode("utf-8", errors="replace"))
