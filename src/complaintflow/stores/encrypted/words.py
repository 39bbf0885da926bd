"""What a search finds by, hidden: a keyed digest for each word and each label. Nobody reads it; who has the key of the
search can try whether a word is there.

A digest has no beginning, so words are found as a whole alone. It is spelt in letters, so that an index of words takes
it for one word.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any

import attrs

from complaintflow.plugins import Query, Searched
from complaintflow.record.searched import NOTHING_NEW
from complaintflow.wording.search import asked_phrases, index_words

_BYTES = 10
"""So long, a digest meets another one of a million words by chance once in 10^12 times."""
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


class WordHider:
    """Hides words and labels under one key. It shows nothing of it."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def __repr__(self) -> str:
        return "WordHider()"

    def news(self, news: Searched) -> Searched:
        """What a search is to know, hidden."""
        if news is NOTHING_NEW:
            return news
        words = {number: self.text(index_words(text)) for number, text in news.words.items()}
        return Searched(words, None if news.labels is None else self.labels(news.labels))

    def text(self, words: str) -> str:
        """The words of an index, hidden, in their order."""
        return " ".join(self._digest("word", one) for one in words.split())

    def labels(self, labels: Mapping[str, str]) -> dict[str, str]:
        """The labels, hidden; a blank one stays blank."""
        return {name: self._label(name, value) for name, value in labels.items()}

    def query(self, query: Query) -> Query:
        """The question in hidden words."""
        given: dict[str, Any] = {
            name: frozenset(self._label(name, one) for one in values)
            for name in Query.LABELS
            if (values := getattr(query, name)) is not None
        }
        fields = {name: frozenset(self._label(name, one) for one in values) for name, values in query.fields.items()}
        return attrs.evolve(query, **given, fields=fields, text=self._asked(query.text))

    def _asked(self, text: str) -> str:
        """Each word of the phrases; a text without a word stays, since it finds nothing."""
        words = dict.fromkeys(word for phrase in asked_phrases(text) for word in phrase.words)
        return " ".join(self._digest("word", one) for one in words) or text

    def _label(self, name: str, value: str) -> str:
        return self._digest(f"label {name}", value) if value else value

    def _digest(self, kind: str, text: str) -> str:
        digest = hmac.digest(self._secret, f"{kind}\0{text}".encode(errors="surrogatepass"), "sha256")
        return digest[:_BYTES].hex().translate(_LETTERS)
