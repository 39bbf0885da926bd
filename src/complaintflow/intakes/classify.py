"""R6, R10, R11: a classifier that anyone can check: a table of rules, and a reason for each thing it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import attrs

from complaintflow.commands import Receive
from complaintflow.intakes.rules import RULES, Rule
from complaintflow.plugins.ports import Suggestion
from complaintflow.values import Signals
from complaintflow.vocabulary import Emotion, Exposure, Impact, Ordered, Severity, Urgency

__all__ = ["RuleClassifier"]

SCALES: Mapping[str, type[Ordered]] = {
    "impact": Impact,
    "urgency": Urgency,
    "emotion": Emotion,
    "severity": Severity,
    "exposure": Exposure,
}
NO_WORDS = "no narrative was published: judged without the customer's own words"
FALLBACK = "service"

Word = TypeVar("Word", bound=str)


@attrs.frozen
class _Hit:
    """A rule that fits: where, and what was found there."""

    rule: Rule
    found: str

    def says(self, what: str, value: str) -> str:
        return f"{self.rule.where} '{self.found}' → {what} {value}"


class RuleClassifier:
    """Suggests by the rows of a table, and says why, one sentence a reason; keeps the contract of `Classifier`.

    What the source itself calls type or area stands. Tier and repeats are left to the record. In a
    snapshot, `narrative: not published` says that the description is not the customer's own words: the
    rules for words are then left out, and the reasons say so. Without any rule that fits there is no
    suggestion.
    """

    def __init__(self, rules: Iterable[Rule] = RULES) -> None:
        self._rules = tuple(rules)

    def classify(self, received: Receive) -> Suggestion | None:
        """R6, R10, R11: type, area and signals with their reasons, or None."""
        texts = _texts(received)
        hits = [hit for rule in self._rules if (hit := _hit(rule, texts))]
        if not hits:
            return None
        why = [] if texts["words"] else [NO_WORDS]
        type = _first("type", received.type, hits, why)
        area = _first("area", received.area, hits, why)
        return Suggestion(type, area, _signals(hits, why), tuple(why))


def _texts(received: Receive) -> dict[str, tuple[str, ...]]:
    """What there is to look at, by place; the more telling text of a place first."""
    facts = received.snapshot
    words = () if facts.get("narrative") == "not published" else (_plain(received.description),)
    return {
        "issue": (facts.get("sub_issue", ""), facts.get("issue", "")),
        "words": words,
        "channel": (received.channel,),
        "tags": (facts.get("tags", ""),),
        "product": (received.product,),
    }


def _plain(text: str) -> str:
    """One space between words, straight apostrophes, and `can't` where a machine wrote `ca n't`."""
    return " ".join(text.split()).replace("\u2019", "'").replace(" n't", "n't")


def _hit(rule: Rule, texts: Mapping[str, tuple[str, ...]]) -> _Hit | None:
    """Of words only what fits is shown; a label of the source is shown whole."""
    for text in texts[rule.where]:
        if found := rule.pattern.search(text):
            return _Hit(rule, rule.seen or (found[0] if rule.where == "words" else text))
    return None


def _first(what: str, given: str, hits: Iterable[_Hit], why: list[str]) -> str:
    """What the source says, or else the first rule; every complaint has a type and an area to begin with."""
    if given:
        why.append(f"received as such → {what} {given}")
        return given
    for hit in hits:
        if value := getattr(hit.rule, what):
            why.append(hit.says(what, value))
            return str(value)
    why.append(f"no rule names one → {what} {FALLBACK}")
    return FALLBACK


def _signals(hits: Iterable[_Hit], why: list[str]) -> Signals:
    hits = tuple(hits)
    worst = {name: found for name, kind in SCALES.items() if (found := _worst(name, kind, hits, why))}
    return Signals(**worst, hazards=frozenset(_hazards(hits, why)))  # type: ignore[arg-type]


def _worst(name: str, kind: type[Word], hits: Iterable[_Hit], why: list[str]) -> Word | None:
    """R10: the worst value on a scale, with the first rule that says so."""
    named = [(kind(value), hit) for hit in hits if (value := getattr(hit.rule, name))]
    if not named:
        return None
    value, hit = max(named, key=lambda pair: pair[0])
    why.append(hit.says(name, value))
    return value


def _hazards(hits: Iterable[_Hit], why: list[str]) -> Iterator[str]:
    """R11: every hazard, each with the first rule that says so."""
    seen: set[str] = set()
    for hit in hits:
        hazard = hit.rule.hazard
        if hazard and hazard not in seen:
            seen.add(hazard)
            why.append(hit.says("hazard", hazard))
            yield hazard
