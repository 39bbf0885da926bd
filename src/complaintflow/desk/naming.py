"""What a reason names of a customer, however it is written: it stays on record, where their words do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any, cast
from unicodedata import category, normalize

import attrs

from complaintflow._validation.names import is_unseen
from complaintflow._validation.structure import is_list, is_table

_LONG = 8
"""A contact of so many letters and digits is found within words as well. Of a phone these last digits are looked for,
since it is written with its country and without."""

NAME = "name"
Named = tuple[str, str]
"""A kind, `name` or that of a contact, and the text."""


@attrs.frozen
class Words:
    """A text as it compares: its words, without case, width, blanks, punctuation and signs that nobody sees.

    A letter of a script that has no small and big ones, as Chinese, is a word by itself.
    """

    text: str = attrs.field(repr=False)
    edges: frozenset[int] = attrs.field(repr=False)

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of a text."""
        folded = normalize("NFKC", normalize("NFKC", text).casefold())
        words = "".join(map(_apart, folded)).split()
        return cls("".join(words), frozenset(accumulate(map(len, words), initial=0)))

    def names(self, kind: str, told: str) -> bool:
        """Whether they have this in it: a name or a short contact as whole words, a long contact anywhere."""
        wanted = Words.of(told).text
        if kind == NAME or len(wanted) < _LONG:
            return bool(wanted) and self._has_whole(wanted)
        return (wanted[-_LONG:] if wanted.isdecimal() else wanted) in self.text

    def _has_whole(self, wanted: str) -> bool:
        starts = (at for at in self.edges if at + len(wanted) in self.edges)
        return any(self.text.startswith(wanted, at) for at in starts)


def _apart(char: str) -> str:
    """The character as it stands in a word, or beside words."""
    kind = category(char)
    if kind == "Lo":
        return f" {char} "
    if is_unseen(char) and not char.isspace():
        return ""
    return char if kind[0] in "LMN" else " "


def kinds_named(reason: str, told: Iterable[Named]) -> list[str]:
    """The kinds of what it names."""
    words = Words.of(reason)
    return sorted({kind for kind, text in set(told) if words.names(kind, text)})


def named_in(data: Any, place: str = "") -> Iterator[Named]:
    """The names and contacts of the customer that the data of an event tell, also those that were corrected since."""
    if is_list(data):
        for one in data:
            yield from named_in(one, place)
    elif is_table(data):
        table = cast("Mapping[str, Any]", data)
        for key, one in table.items():
            if isinstance(one, str):
                kind = _kind_at(place, key, table)
                yield from [(kind, one)] if kind else []
            else:
                yield from named_in(one, key)


def _kind_at(place: str, key: str, table: Mapping[str, Any]) -> str:
    """What is told at this place, blank for nothing of the customer."""
    match place, key:
        case ("customer", "name") | (_, "customer.name"):
            return NAME
        case ("contacts", "address"):
            return str(table.get("kind", ""))
        case ("contact", kind):
            return kind
        case _:
            return key.removeprefix("contact.") if key.startswith("contact.") else ""
