"""Learns the weights of `complaintflow.wording.likeness` from the corpus, and says how good they are.

A logistic regression whose groups are scaled by how much more claims have them (as naive Bayes counts), with a penalty
on large weights, by adaptive gradient steps in a fixed order: the same corpus gives the same weights.

    python -m tests.wording.learning           each author's sentences, judged by weights that did not learn from them
    python -m tests.wording.learning --write   learn from all, and write the weights
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
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
STEPS, RATE, PENALTY = 16, 0.5, 0.002
LEAST = 0.08
"""A smaller weight is left out."""
FOLDERS = ("", "fresh", "second", "second_kept", "third", "fourth", "fifth", "sixth", "seventh", "house")
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
    claims: bool
    by_phrase: bool
    groups: Groups


def read(sentence: Sentence) -> Text:
    parts = (groups(one) for one in split_sentences(fold(sentence.text)) if one.strip())
    return Text(sentence.text, sentence.claims, bool(claims_by_phrase(sentence.text)), frozenset().union(*parts))


def learn(texts: Sequence[Text]) -> Weights:
    """The weights of all groups that more than one text has."""
    wholes = [(text.groups, text.claims) for text in texts]
    scales = scale(wholes)
    rows = [(sorted(group for group in found if group in scales), claims) for found, claims in wholes]
    fitted = fit(rows, scales)
    return {group: scales[group] * weight for group, weight in fitted.items()}


def scale(wholes: Sequence[tuple[Groups, bool]]) -> Weights:
    """Of each group: the logarithm of its share of the claims over its share of the harmless texts."""
    counts = {kind: Counter(group for found, claims in wholes if claims is kind for group in found) for kind in KINDS}
    seen = [group for group, count in (counts[True] + counts[False]).items() if count >= SEEN]
    sums = {kind: sum(counts[kind][group] + 1 for group in seen) for kind in counts}
    ratio = sums[False] / sums[True]
    odds = {group: (counts[True][group] + 1) / (counts[False][group] + 1) for group in seen}
    return {group: math.log(odds[group] * ratio) for group in seen} | {"": 1.0}


def fit(rows: list[tuple[list[str], bool]], scales: Weights) -> Weights:
    weights = dict.fromkeys(scales, 0.0)
    slopes = dict.fromkeys(scales, 1.0)
    order = random.Random(0)
    for _ in range(STEPS):
        order.shuffle(rows)
        for found, claims in rows:
            known = ["", *found]
            reached = sum(weights[group] * scales[group] for group in known)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, reached)))) - claims
            for group in known:
                slope = error * scales[group] + PENALTY * weights[group]
                slopes[group] += slope * slope
                weights[group] -= RATE * slope / math.sqrt(slopes[group])
    return weights


def likeness_by(weights: Weights) -> Likeness:
    """How like a sentence is to claims by these weights, all of one language."""
    return Scale({group: round(weight * 100) for group, weight in weights.items()}).likeness


def judge(like: Likeness, text: Text) -> bool:
    return any(reading.claims for reading in read_claims(text.text, like))


def report(language: str) -> Iterator[str]:
    """Every folder, judged by weights from the others."""
    texts = {name: [read(one) for one in corpus(name) if one.language == language] for name in FOLDERS}
    for name, theirs in texts.items():
        like = likeness_by(learn([text for other, ours in texts.items() if other != name for text in ours]))
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
            print("\n".join(report(code)))
