"""Finds the roots of the phrases of a denial: whatever a phrase matches contains one of its roots.

A text without any root needs no phrase. The roots are read from the patterns themselves, so that none is forgotten: of
a sequence the rarest part is enough, of alternatives each one needs its own.

    python -m tests.wording.roots            what they are
    python -m tests.wording.roots --write    write them
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]  # the only reader of patterns there is
from typing import Any

import complaintflow.wording
from complaintflow.wording import affirmation, denial, reservations, thanks
from complaintflow.wording.folding import fold
from complaintflow.wording.phrases import Phrases, split_phrases
from tests.wording.corpus import FOLDER, corpus

PATTERNS = {
    "DENIES": (denial.DENIES, denial.SOUNDS),
    "NO_YES": (denial.NO_YES, denial.SOUNDS),
    "POSTPONES": (denial.POSTPONES, denial.ASKS_ONLY),
    "WANTS": (thanks.WANTS,),
}
PHRASES = {
    "RESERVES": reservations.RESERVES,
    "CHINESE_RESERVES": reservations.CHINESE_RESERVES,
    "ACTS": affirmation.ACTS,
    "RESULTS": affirmation.RESULTS,
}
"""Of these, each phrase is looked for by its own roots."""
TARGET = Path(complaintflow.wording.__file__).parent / "_roots.py"
FOLDERS = ("", "fresh", "second", "third", "fourth", "fifth", "sixth", "seventh", "house")
YES = 5
"""How many sentences of others one yes of a customer counts as: what is usual in a yes is a bad root."""
MOST = 200
"""Spellings of a part that are written out; of more, the part is looked at in pieces."""
EDGE = "\0"
"""Where a word begins or ends, and where a line does."""
DEAR = 1000
"""What a part costs more that is no whole word: it is looked for in the whole text."""
WIDE = 108

REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})

Roots = frozenset[str]
Tree = Sequence[tuple[Any, Any]]


@cache
def _counted() -> Counter[str]:
    yes = (FOLDER / "answers" / "yes.txt").read_text(encoding="utf-8").splitlines()
    texts = [fold(one.text) for name in FOLDERS for one in corpus(name)] + [fold(one) for one in yes] * YES
    return Counter(word for text in texts for word in re.findall("[a-z]+|[^a-z]", text))


def _frequency(root: str) -> int:
    """A part of a word costs as if it were everywhere, a Chinese word as much as its rarest character."""
    if root.startswith(EDGE):
        return _counted()[root[1:]]
    plain = [_counted()[sign] for sign in root if not sign.isascii() or not sign.isalpha()]
    return min(plain, default=DEAR)


class Finder:
    """Finds roots. What one phrase needs is free for those after it."""

    def __init__(self) -> None:
        self.chosen: set[str] = set()

    def choose(self, phrase: Tree) -> None:
        """Choose roots for one more phrase."""
        roots = self.roots_of(phrase)
        if roots is None:
            raise ValueError(f"it matches without any root: {phrase}")
        self.chosen |= roots

    def cost(self, roots: Iterable[str]) -> tuple[int, int]:
        """How often they would be found in vain, and how many new ones there are."""
        new = [_frequency(root) for root in roots if root not in self.chosen]
        return sum(new), len(new)

    def roots_of(self, tree: Tree, left: str = "", right: str = "") -> Roots | None:
        """The cheapest roots of a pattern between these edges, or None when it may match without any."""
        found = [*self._roots_of_spellings(tree, left, right)]
        for place, (op, value) in enumerate(tree):
            before = left if place == 0 else _edge(tree[place - 1])
            after = right if place == len(tree) - 1 else _edge(tree[place + 1])
            inner = self._inner_roots(str(op), value, before, after)
            found += [inner] if inner else []
        return min(found, key=self.cost, default=None)

    def _inner_roots(self, op: str, value: Any, left: str, right: str) -> Roots | None:
        """The roots of a part that is a pattern itself."""
        if op in {"SUBPATTERN", "ATOMIC_GROUP"}:
            return self.roots_of(value[-1] if op == "SUBPATTERN" else value, left, right)
        if op == "ASSERT":
            return self.roots_of(value[1])
        if op in REPEATS and value[0] > 0:
            return self.roots_of(value[2])
        if op == "BRANCH":
            each = [self.roots_of(one, left, right) for one in value[1]]
            return frozenset().union(*(one for one in each if one)) if all(each) else None
        return None

    def _roots_of_spellings(self, tree: Tree, left: str, right: str) -> Iterator[Roots]:
        """The roots of each run of neighbours that have few spellings."""
        run: list[str] = [left]
        for op, value in tree:
            spelt = spellings(str(op), value)
            longer = [before + after for before, after in product(run, spelt)] if spelt else []
            if 0 < len(longer) <= MOST:
                run = longer
            else:
                yield from self._roots_of_run(run)
                run = list(spelt or [""])
        yield from self._roots_of_run(spelling + right for spelling in run)

    def _roots_of_run(self, run: Iterable[str]) -> Iterator[Roots]:
        chosen = [min(_parts_of(spelling), key=lambda part: self.cost([part]), default=None) for spelling in run]
        if all(chosen):
            yield frozenset(root for root in chosen if root)


def _edge(neighbour: tuple[Any, Any]) -> str:
    op, value = neighbour
    return EDGE if str(op) == "AT" and str(value) != "AT_NON_BOUNDARY" else ""


def _parts_of(spelling: str) -> list[str]:
    """The words and signs of one spelling: whole words, parts of one, or what is no English."""
    words = re.finditer(r"(?<![a-z])[a-z]+(?![a-z])|[^a-z\0 ]+", spelling)
    return [EDGE + found.group() if _stands_alone(found) else found.group() for found in words]


def _stands_alone(found: re.Match[str]) -> bool:
    """Whether it is a word of Latin letters with something else on both sides."""
    return found.group().isascii() and found.group().isalpha() and found.start() > 0 and found.end() < len(found.string)


def spellings(op: str, value: Any) -> tuple[str, ...] | None:
    """All ways to write a part, if it has few."""
    if op == "LITERAL":
        return (chr(value).lower(),)
    if op == "AT":
        return (_edge((op, value)),)
    if op == "ASSERT_NOT":
        return ("",)
    if op == "IN":
        return _members(value)
    if op == "SUBPATTERN":
        return _joined(value[-1])
    if op in REPEATS:
        return _repeated(*value)
    if op == "BRANCH":
        each = [_joined(one) for one in value[1]]
        return tuple(one for several in each for one in several or ()) if all(each) else None
    return None


def _repeated(least: int, most: int, tree: Tree) -> tuple[str, ...] | None:
    """Of what may be left out: without it and with it; of blanks, any number stands for one."""
    inner = _joined(tree)
    if inner == (" ",):
        return ("", " ") if least == 0 else (" ",)
    return ("", *inner) if inner and (least, most) == (0, 1) else None


def _members(items: Tree) -> tuple[str, ...] | None:
    plain = all(str(op) == "LITERAL" for op, _ in items)
    return tuple(dict.fromkeys(chr(value).lower() for _, value in items)) if plain else None


def _joined(tree: Tree) -> tuple[str, ...] | None:
    parts = [spellings(str(op), value) for op, value in tree]
    if not all(parts):
        return None
    count = 1
    for part in parts:
        count *= len(part or ())
    return tuple(map("".join, product(*(part or () for part in parts)))) if count <= MOST else None


def find_roots(patterns: Iterable[re.Pattern[str]]) -> tuple[Roots, Roots]:
    """Words that stand alone, and other parts of texts: every match of a pattern has one of either."""
    finder = Finder()
    for pattern in patterns:
        for phrase in sorted(_phrases(pattern), key=_little_choice, reverse=True):
            finder.choose(phrase)
    return _words_of(finder.chosen), frozenset(_without_longer(_others_of(finder.chosen)))


def find_each(phrases: Phrases) -> Iterator[tuple[Roots, Roots]]:
    """The same for each phrase of several, where of what is no ASCII the rarest character is enough."""
    for phrase in map(re.compile, split_phrases(phrases.source)):
        words, parts = find_roots([phrase])
        yield words, frozenset(part if part.isascii() else min(part, key=_frequency) for part in parts)


def _words_of(chosen: Iterable[str]) -> Roots:
    return frozenset(root[1:] for root in chosen if root.startswith(EDGE))


def _others_of(chosen: Iterable[str]) -> Roots:
    return frozenset(root for root in chosen if not root.startswith(EDGE))


def _little_choice(phrase: Tree) -> tuple[bool, tuple[int, int]]:
    """Phrases with one root come first, and dear ones before cheap ones: their roots are needed anyway."""
    alone = Finder()
    roots = alone.roots_of(phrase) or frozenset()
    return len(roots) == 1, alone.cost(roots)


def _phrases(pattern: re.Pattern[str]) -> Iterable[Tree]:
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    several = len(tree) == 1 and str(tree[0][0]) == "BRANCH"
    phrases: list[Tree] = tree[0][1][1] if several else [tree]
    return filter(_may_tear_a_word, phrases) if pattern is denial.SOUNDS else phrases


def _may_tear_a_word(sound: Tree) -> bool:
    """Whether what only sounds like a denial may end within a word: where it is taken out, the rest is a new word."""
    return _is_open(sound, "^[a-z]") or _is_open(sound[::-1], "[a-z]$")


def _is_open(parts: Tree, latin: str) -> bool:
    """Whether a Latin letter may stand at the end of the phrase where these parts begin."""
    for op, value in parts:
        spelt = ("",) if str(op) == "ASSERT" else spellings(str(op), value)
        if not spelt or any(re.search(latin, one) for one in spelt):
            return True
        if "" not in spelt:
            return False
    return True


def _without_longer(roots: Iterable[str]) -> Iterator[str]:
    """Those that contain no other one."""
    all_roots = set(roots)
    return (root for root in all_roots if not any(other in root for other in all_roots - {root}))


def module() -> str:
    lines = ['"""The roots of phrases, for `roots`. Written by `python -m tests.wording.roots --write`."""\n']
    for name, patterns in PATTERNS.items():
        for kind, roots in zip(("WORDS", "PARTS"), find_roots(patterns), strict=True):
            lines.append(f"{name}_{kind} = (\n{_wrap(sorted(roots))})")
    for name, several in PHRASES.items():
        rows = (f"    ({_listed(words)!r}, {_listed(parts)!r}),\n" for words, parts in find_each(several))
        lines.append(f"{name}_EACH = (\n{''.join(rows)})")
    return "\n".join(lines) + "\n"


def _listed(roots: Roots) -> str:
    return "".join(f"{root}\t" for root in sorted(roots))


def _wrap(roots: Sequence[str]) -> str:
    rows = [""]
    for root in roots:
        if _width(rows[-1] + root) > WIDE:
            rows.append("")
        rows[-1] += f"{root}\t"
    return "".join(f"    {row!r}\n" for row in rows)


def _width(text: str) -> int:
    """Columns in a source file: a tab is written with two signs, and a Chinese character takes two."""
    return sum(1 if "!" <= sign <= "~" else 2 for sign in text)


if __name__ == "__main__":
    if "--write" in sys.argv:
        TARGET.write_text(module(), encoding="utf-8")
    else:
        print(module())
