"""Which technical terms a text uses without an explanation beside them (R43)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from complaintflow.wording.folding import HAN, fold

_EXPLAINED = (
    rf"[{HAN}]{{0,4}}[\"'”」』]? ?"
    r"(?:\([^()]*\w[^()]*\)|, ?(?:that is|i\.e\.|in other words)\b|,? ?(?:即|也就是|意思是))"
)

_ENDINGS = "(?:e?s|ed|ing|ly)?"
"""What English puts behind a term without making another word of it."""


def find_unexplained(text: str, terms: Iterable[str]) -> list[str]:
    """The terms that the text uses and explains nowhere, sorted.

    An explanation stands in brackets behind the term, or after 即, 也就是, "that is".
    """
    return find_unexplained_in(fold(text), terms)


def find_unexplained_in(folded: str, terms: Iterable[str]) -> list[str]:
    """The terms that a folded text uses and explains nowhere, sorted."""
    roots = _roots(tuple(terms), folded.isascii())
    used = [term for root, term in roots if root in folded and _pattern(term, "").search(folded)]
    return sorted(term for term in used if not _pattern(term, _EXPLAINED).search(folded))


@lru_cache(maxsize=64)
def _roots(terms: tuple[str, ...], latin: bool) -> tuple[tuple[str, str], ...]:
    """Each term behind the longest of its words, without which it is nowhere: looking for them takes a tenth.

    `latin` leaves out those that a text in ASCII cannot have.
    """
    roots = ((max(_words_of(term), key=len), term) for term in terms if term.strip())
    return tuple((root, term) for root, term in roots if root.isascii() or not latin)


def _words_of(term: str) -> list[str]:
    return re.split("[ -]+", fold(term).strip())


@cache
def _pattern(term: str, behind: str) -> re.Pattern[str]:
    """The term as a word of its own, where words have blanks between them; its own blanks may be missing or hyphens."""
    words = "[ -]?".join(map(re.escape, _words_of(term)))
    return re.compile(rf"(?<![a-z0-9]){words}{_ENDINGS}(?![a-z0-9]){behind}")
