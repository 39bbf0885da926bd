"""R6, R10, R11: a classifier that anyone can check: a table of rules, and a reason for each thing it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import attrs

from complaintflow.commands import Receive
from complaintflow.errors import DefinitionError, Problem
from complaintflow.intakes.rules import RULES, Rule
from complaintflow.plugins import Suggestion
from complaintflow.values import Signals
from complaintflow.vocabulary import Emotion, Exposure, Impact, Ordered, Severity, Urgency

PLACES = ("issue", "words", "channel", "tags", "product")
SCALES: Mapping[str, type[Ordered]] = {
    "impact": Impact,
    "urgency": Urgency,
    "emotion": Emotion,
    "severity": Severity,
    "exposure": Exposure,
}
NO_WORDS = "no narrative was published: judged without the customer's own words"
FALLBACK = "service"

Level = TypeVar("Level", bound=Ordered)
Texts = Mapping[str, tuple[str, ...]]


@attrs.frozen
class _Hit:
    """A rule that fits, and what was found."""

    rule: Rule
    found: str

    def says(self, what: str, value: str) -> str:
        return f"{self.rule.where} '{self.found}' → {what} {value}"


class RuleClassifier:
    """Suggests by the rows of a table, and says why, one sentence a reason; keeps the contract of `Classifier`.

    Type and area of the source itself stand. Tier and repeats are left to the record. In a snapshot,
    `narrative: not published` says that the description is not the customer's own words: then the rules for words are
    left out, and the reasons say so. Without any rule that fits there is no suggestion. Rules that cannot work are a
    `DefinitionError` that names each of them.
    """

    def __init__(self, rules: Iterable[Rule] = RULES) -> None:
        rules = tuple(rules)
        problems = tuple(
            problem for place, rule in enumerate(rules) for problem in _find_problems(f"rules[{place}]", rule)
        )
        if problems:
            raise DefinitionError(problems)
        self._rules = tuple((rule, re.compile(rule.pattern, re.IGNORECASE)) for rule in rules)

    def classify(self, received: Receive) -> Suggestion | None:
        """R6, R10, R11: type, area and signals with their reasons, or None."""
        texts = _texts(received)
        hits = [hit for rule, pattern in self._rules if (hit := _hit(rule, pattern, texts))]
        if not hits:
            return None
        why = [] if texts["words"] else [NO_WORDS]
        type = _first_named("type", received.type, hits, why)
        area = _first_named("area", received.area, hits, why)
        return Suggestion(type, area, _signals(hits, why), tuple(why))


def _find_problems(path: str, rule: Rule) -> Iterator[Problem]:
    if rule.where not in PLACES:
        yield Problem(f"{path}.where", rule.where, "one of " + ", ".join(PLACES))
    try:
        re.compile(rule.pattern)
    except re.error as error:
        yield Problem(f"{path}.pattern", rule.pattern, f"a regular expression ({error})")
    for name, kind in SCALES.items():
        allowed = [str(word) for word in kind]
        if getattr(rule, name) not in ("", *allowed):
            yield Problem(f"{path}.{name}", getattr(rule, name), "one of " + ", ".join(allowed))


def _texts(received: Receive) -> Texts:
    """The texts of each place; the more telling text of a place first."""
    facts = received.snapshot
    words = () if facts.get("narrative") == "not published" else (_normalize(received.description),)
    return {
        "issue": (facts.get("sub_issue", ""), facts.get("issue", "")),
        "words": words,
        "channel": (received.channel,),
        "tags": (facts.get("tags", ""),),
        "product": (received.product,),
    }


def _normalize(text: str) -> str:
    """One space between words, straight apostrophes, and `can't` where a machine wrote `ca n't`."""
    return " ".join(text.split()).replace("\u2019", "'").replace(" n't", "n't")


def _hit(rule: Rule, pattern: re.Pattern[str], texts: Texts) -> _Hit | None:
    """The hit of this rule, if it fits. It shows the words that fit, or the whole label of the source."""
    for text in texts[rule.where]:
        if found := pattern.search(text):
            return _Hit(rule, rule.seen or (found[0] if rule.where == "words" else text))
    return None


def _first_named(what: str, given: str, hits: Iterable[_Hit], why: list[str]) -> str:
    """The value of the source, else of the first rule: every complaint begins with a type and an area."""
    if given:
        why.append(f"received as such → {what} {given}")
        return given
    for hit in hits:
        if value := getattr(hit.rule, what):
            why.append(hit.says(what, value))
            return str(value)
    why.append(f"no rule names one → {what} {FALLBACK}")
    return FALLBACK


def _signals(hits: Sequence[_Hit], why: list[str]) -> Signals:
    calm = Signals()
    return Signals(
        impact=_worst("impact", calm.impact, hits, why),
        urgency=_worst("urgency", calm.urgency, hits, why),
        emotion=_worst("emotion", calm.emotion, hits, why),
        severity=_worst("severity", calm.severity, hits, why),
        exposure=_worst("exposure", calm.exposure, hits, why),
        hazards=frozenset(_hazards(hits, why)),
    )


def _worst(name: str, default: Level, hits: Iterable[_Hit], why: list[str]) -> Level:
    """R10: the worst value on a scale, with the first rule that says so."""
    named = [(type(default)(value), hit) for hit in hits if (value := getattr(hit.rule, name))]
    if not named:
        return default
    value, hit = max(named, key=lambda pair: pair[0].rank)
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
