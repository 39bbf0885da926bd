"""From a text to the words of a full text index, Chinese included.

Chinese has no blanks between its words. Each run of Chinese characters becomes its overlapping pairs, so that every
word of two characters is found wherever it stands: 要退款 is 要退 and 退款. In other scripts words stay as they are.
Traditional characters become simplified ones, so that either finds the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from complaintflow.wording import fold
from complaintflow.wording.search import is_paired, word_runs

_STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        a an and are as at be been but by can did do does for from had has have he her his how i if in is it its me my
        no not of on or our she so that the their them they this to was we were what when which who why will with you
        your 我们 你们 您们 他们 您好 你好 请问 谢谢 这个 那个 一个 什么 怎么 为何 可以 没有 已经 还是 就是 但是 因为
        """,
    )
)
"""Words of every question."""


def index_text(text: str) -> str:
    """The words of a text, each run on a line of its own."""
    return "\n".join(" ".join(words) for words in _runs(text))


def question_words(text: str, most: int) -> tuple[str, ...]:
    """The different words of a question in their order, at most so many, without stop words."""
    return tuple(dict.fromkeys(word for run in _runs(text) for word in run if _is_telling(word)))[:most]


def _is_telling(word: str) -> bool:
    """Not a stop word, nor a single letter or digit."""
    return word not in _STOP_WORDS and (len(word) > 1 or is_paired(word))


def join_pairs(words: Iterable[str]) -> str:
    """The text of which these words, one after another in one run, are the pairs: 要退 and 退款 are 要退款."""
    whole = ""
    for word in words:
        whole += word[1:] if whole else word
    return whole


def _runs(text: str) -> Iterator[list[str]]:
    return word_runs(fold(text))
