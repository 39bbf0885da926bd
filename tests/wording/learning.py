"""Learns the weights of `complaintflow.wording.likeness` from the corpus, and says how good they are.

A logistic regression whose groups are scaled by how much more claims have them (as naive Bayes counts), with a penalty
on large weights, in a fixed order: the same corpus gives the same weights.

    python -m tests.wording.learning           each author's sentences, judged by weights that did not learn from them
    python -m tests.wording.learning --write   learn from all, and write the weights
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

import complaintflow.wording
from complaintflow.wording import claims_by_phrase, read_claims
from complaintflow.wording.clauses import split_sentences
from complaintflow.wording.folding import fold
from complaintflow.wording.likeness import Likeness, Scale, groups
from tests.wording.corpus import Sentence, corpus

SEEN = 2
"""A group that fewer texts have is no group to learn from."""
SMOOTH = 0.3
"""What is added to each count, so that a group that only claims have does not prove a claim."""
STEPS = 8
TRUST = 1.0
"""How much a text may pull on the weights: less keeps them small."""
CONSTANT = 3.0
"""What every sentence has, under the blank group."""
BAR = {"zh": 40, "en": 75}
"""In hundredths, what a sentence needs more than even odds to count as a claim."""
LEAST = 0.08
"""A smaller weight is left out."""
AUTHORS = (
    "",
    "fresh",
    "second",
    "second_kept",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "tenth",
    "eleventh",
    "house",
)
FOLDERS = (*AUTHORS, "kinds")
"""`kinds` was written for what was misread of the authors: who is judged by weights must not be helped by it."""
WIDE = 90
TARGET = Path(complaintflow.wording.__file__).parent
KINDS = (True, False)
LANGUAGES = {"chinese": "zh", "english": "en"}

Groups = frozenset[str]
Weights = dict[str, float]


@attrs.frozen
class Text:
    """A text of the corpus: the groups of all its sentences, whether it claims, and whether a phrase says so."""

    text: str
    language: str
    claims: bool
    by_phrase: bool
    groups: Groups


def read(sentence: Sentence) -> Text:
    text, claims = sentence.text, sentence.claims
    parts = (groups(one) for one in split_sentences(fold(text)) if one.strip())
    return Text(text, sentence.language, claims, bool(claims_by_phrase(text)), frozenset().union(*parts))


def learn(texts: Sequence[Text]) -> Weights:
    """The weights of all groups that more than one text has."""
    wholes = [(text.groups, text.claims) for text in texts]
    scales = scale(wholes)
    rows = [(sorted(group for group in found if group in scales), claims) for found, claims in wholes]
    fitted = fit(rows, scales)
    weights = {group: scales[group] * weight for group, weight in fitted.items()}
    return weights | {"": weights[""] - BAR[texts[0].language] / 100}


def scale(wholes: Sequence[tuple[Groups, bool]]) -> Weights:
    """Of each group: the logarithm of its share of the claims over its share of the harmless texts."""
    counts = {kind: Counter(group for found, claims in wholes if claims is kind for group in found) for kind in KINDS}
    seen = [group for group, count in (counts[True] + counts[False]).items() if count >= SEEN]
    sums = {kind: sum(counts[kind][group] + SMOOTH for group in seen) for kind in counts}
    ratio = sums[False] / sums[True]
    odds = {group: (counts[True][group] + SMOOTH) / (counts[False][group] + SMOOTH) for group in seen}
    return {group: math.log(odds[group] * ratio) for group in seen} | {"": CONSTANT}


def fit(rows: list[tuple[list[str], bool]], scales: Weights) -> Weights:
    """Coordinate ascent in the dual: each row finds its own pull on the weights, in the same order each time."""
    weights = dict.fromkeys(scales, 0.0)
    pulls = [TRUST / 2] * len(rows)
    sizes = [sum(scales[group] ** 2 for group in ("", *found)) for found, _ in rows]
    for (found, claims), pull in zip(rows, pulls, strict=True):
        move(weights, scales, found, pull if claims else -pull)
    order, places = random.Random(0), list(range(len(rows)))
    for _ in range(STEPS):
        order.shuffle(places)
        for place in places:
            found, claims = rows[place]
            side = 1 if claims else -1
            reached = side * sum(weights[group] * scales[group] for group in ("", *found))
            pull = pull_of(reached, pulls[place], sizes[place])
            move(weights, scales, found, side * (pull - pulls[place]))
            pulls[place] = pull
    return weights


def move(weights: Weights, scales: Weights, found: Sequence[str], by: float) -> None:
    for group in ("", *found):
        weights[group] += by * scales[group]


def pull_of(reached: float, before: float, size: float) -> float:
    """Where the pull of a row balances how well the weights read it, by halved intervals."""
    low, high = -30.0, 30.0
    for _ in range(40):
        middle = (low + high) / 2
        pull = TRUST / (1 + math.exp(-middle))
        low, high = (low, middle) if middle + reached + size * (pull - before) > 0 else (middle, high)
    return TRUST / (1 + math.exp(-(low + high) / 2))


def likeness_by(weights: Weights) -> Likeness:
    """How like a sentence is to claims by these weights, all of one language."""
    return Scale({group: round(weight * 100) for group, weight in weights.items()}).likeness


def judge(like: Likeness, text: Text) -> bool:
    return any(reading.claims for reading in read_claims(text.text, like))


def like_without(author: str, texts: Mapping[str, Sequence[Text]]) -> Likeness:
    """How like a sentence is to claims by what all other authors teach."""
    return likeness_by(learn([text for other in AUTHORS if other != author for text in texts[other]]))


def read_authors(language: str) -> dict[str, list[Text]]:
    return {name: [read(one) for one in corpus(name) if one.language == language] for name in AUTHORS}


def report(language: str) -> Iterator[str]:
    """Every author, judged by weights from the others."""
    texts = read_authors(language)
    for name, theirs in texts.items():
        like = like_without(name, texts)
        for claims in KINDS:
            chosen = [text for text in theirs if text.claims is claims]
            if chosen:
                phrase = sum(text.by_phrase is claims for text in chosen) / len(chosen)
                good = sum(judge(like, text) is claims for text in chosen) / len(chosen)
                what = "claims refused" if claims else "harmless passed"
                of = f"{name or 'first':12} {language} {what:15} of {len(chosen):4}"
                yield f"{of}: by phrases {phrase:.1%}, with likeness {good:.1%}"


def module_of(name: str) -> str:
    """The weights of a language as a module: under each weight its groups, each ended by a tab."""
    code = LANGUAGES[name]
    weights = learn([read(one) for folder in FOLDERS for one in corpus(folder) if one.language == code])
    packed: dict[float, str] = {}
    for group, weight in sorted(weights.items()):
        if abs(weight) >= LEAST or not group:
            packed[round(weight, 2)] = packed.get(round(weight, 2), "") + f"{group}\t"
    rows = "".join(f"    {weight}: (\n{_wrap(groups)}    ),\n" for weight, groups in sorted(packed.items()))
    head = '"""Weights of groups, for `likeness`. Written by `python -m tests.wording.learning --write`."""'
    return f"{head}\n\nGROUPS = {{\n{rows}}}\n"


def _wrap(text: str) -> str:
    return "".join(f"        {text[start : start + WIDE]!r}\n" for start in range(0, len(text), WIDE))


if __name__ == "__main__":
    for language, code in LANGUAGES.items():
        if "--write" in sys.argv:
            (TARGET / f"_weights_{language}.py").write_text(module_of(language), encoding="utf-8")
        else:
            for line in report(code):
                print(line, flush=True)
