"""R6, R10, R11: a classifier that anyone can check: a table of rules, and a reason for each thing it says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from enum import StrEnum
from functools import cache, cached_property, lru_cache, partial
from typing import TypeVar

import attrs

from complaintflow.commands import Receive
from complaintflow.errors import DefinitionError, Problem
from complaintflow.intakes.concepts import ALWAYS, CONCEPTS, HARMS, IDIOMS, SUPPOSED
from complaintflow.intakes.phrases import PhraseIndex, read_phrases
from complaintflow.intakes.rule import Rule
from complaintflow.intakes.rules import RULES, USUAL_AREAS
from complaintflow.intakes.together import Combination, Windows, read_combinations
from complaintflow.plugins import Suggestion
from complaintflow.values import Signals
from complaintflow.vocabulary import Emotion, Exposure, Impact, Ordered, Severity, Urgency, Vulnerability
from complaintflow.wording import fold

WORDS = "words"
PHRASES = "phrases"
TOGETHER = "together"
PLACES = ("issue", WORDS, PHRASES, TOGETHER, "channel", "tags", "product")
SCALES: Mapping[str, type[Ordered]] = {
    "impact": Impact,
    "urgency": Urgency,
    "emotion": Emotion,
    "severity": Severity,
    "exposure": Exposure,
}
NO_WORDS = "no narrative was published: judged without the customer's own words"
CERTAIN = 7
"""The weight from which a row decides between two types that have equally much for them."""
TYPICAL = 4
"""The weight of words below which no type is suggested."""
REPEATED = 3
"""Different phrases of one row that count at most."""
SHOWN = 3
"""Words of one reason that are shown at most."""
_LABELS = 2048
"""So many labels of the source are kept with what they say."""
_LABEL_CHARS = 200
"""A label that is longer is looked at each time, so that what is kept is small."""

_TO_WORDS = re.compile(r"(?<![a-z0-9' ])(?=[a-z0-9])")
_BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_LOOKED_BACK = 40
_HEAD, _TAIL = 20_000, 10_000
_READ_AT_ONCE = _HEAD + _TAIL
"""Characters: of a longer text the beginning and the end are read, so that none takes long."""
_DENIED = re.compile(
    r"(?:(?<!有)没有?|没有?人|并未|未曾|从未|从没|尚未|(?<!是)不是|并非|无人|不存在)"
    r"(?:人|被|再|发生|出现|造成|任何|什么|谁|过|有|受到?|遭到?|因此|因为|人员|感到|是)*$"
    r"|(?:\bnot|\bnever|\bnobody|\bno one|\bnone of us|\bno|\bwithout|n't)"
    r"(?: (?:been|was|were|got|get|getting|be|being|any|anyone|an?|the|really|is|are|even|ever|yet|has|had|have))*$"
)
_POSSIBLE = re.compile(
    r"(?:避免|防止|预防|以防|以免|谨防|会不会|万一|怎么防|如何防)[^,。;!?]{0,8}$"
    r"|(?:\bin case|\bwhat if|\bprevent\w*|\bavoid\w*|\bprotect\w*|\brisk of|\bkeep\w*)\b[^,.;!?]{0,35}$"
)

_HARMLESS = re.compile(_DENIED.pattern + r"|不$|" + _POSSIBLE.pattern)
_LEFT_OUT = " … "
_DENIED_WITHIN = re.compile("没有?被")
_NAMES = tuple(CONCEPTS)

_OURS = frozenset(RULES)
"""Checked by our tests, so that opening a desk compiles nothing."""

Level = TypeVar("Level", bound=Ordered)
Texts = Mapping[str, tuple[str, ...]]


@attrs.frozen
class _Hit:
    """A rule that fits, and what was found."""

    rule: Rule
    found: tuple[str, ...] = attrs.field(repr=False)

    @property
    def weight(self) -> int:
        """Of its row, a little more for each further phrase."""
        return self.rule.weight + len(self.found) - 1

    @property
    def is_certain(self) -> bool:
        """Whether it decides between two that have equally much for them: a label of the source, a hazard, your row."""
        return self.rule.where != PHRASES or self.rule.weight >= CERTAIN

    @property
    def is_told(self) -> bool:
        """Whether the source says so, or a row of your own: no guess by our phrases."""
        return self.rule.where not in (PHRASES, TOGETHER) or self.rule not in _OURS

    def says(self, what: str, value: str) -> str:
        where = WORDS if self.rule.where in (PHRASES, TOGETHER) else self.rule.where
        shown = "', '".join(self.found[:SHOWN])
        return f"{where} '{shown}' → {what} {value}"


class RuleClassifier:
    """Suggests by the rows of a table, and says why, one sentence a reason; keeps the contract of `Classifier`.

    Type and area of the source itself stand. Tier and repeats are left to the record. In a snapshot,
    `narrative: not published` says that the description is not the customer's own words: then the rules for words are
    left out, and the reasons say so. Without any rule that fits there is no suggestion; where two types have equally
    much for them, the suggestion has a blank type. Rules that cannot work are a `DefinitionError` that names each.
    """

    def __init__(self, rules: Iterable[Rule] = RULES) -> None:
        self._rules = tuple(rules)
        numbered = ((f"rules[{place}]", rule) for place, rule in enumerate(self._rules) if rule not in _OURS)
        problems = tuple(problem for path, rule in numbered for problem in _find_problems(path, rule))
        if problems:
            raise DefinitionError(problems)
        self._hits_of_label = lru_cache(maxsize=_LABELS)(self._find_hits_of_label)

    def __reduce__(self) -> tuple[type[RuleClassifier], tuple[tuple[Rule, ...]]]:
        """Handed to another process as its rules: what it keeps of labels stays here."""
        return type(self), (self._rules,)

    @cached_property
    def _phrases(self) -> PhraseIndex:
        lists = tuple(rule.pattern if rule.where == PHRASES else "" for rule in self._rules)
        return _index((*lists, *(CONCEPTS.values() if self._together else ())))

    @cached_property
    def _together(self) -> Mapping[int, Sequence[Combination]]:
        return {at: read_combinations(rule.pattern) for at, rule in enumerate(self._rules) if rule.where == TOGETHER}

    def classify(self, received: Receive) -> Suggestion | None:
        """R6, R10, R11: type, area and signals with their reasons, or None."""
        texts = _texts(received)
        hits = list(self._find_hits(texts))
        if not hits:
            return None
        why = [] if texts[WORDS] else [NO_WORDS]
        type = _heaviest("type", received.type, hits, why)
        area = _heaviest("area", received.area, hits, why) or _usual_area(type, why)
        signals, vulnerable = _signals(hits, why), tuple(_vulnerable(hits, why))
        return Suggestion(type, area, signals, tuple(why), vulnerable)

    def _find_hits(self, texts: Texts) -> Iterator[_Hit]:
        """The rules that fit, in order."""
        found: dict[int, _Hit] = {}
        for text in texts[PHRASES]:
            for place, words in self._find_phrases(text).items():
                found[place] = _Hit(self._rules[place], tuple(words))
        for where, rules in self._elsewhere.items():
            if where == WORDS or max(map(len, texts[where]), default=0) > _LABEL_CHARS:
                found.update(_hits(rules, texts[where]))
            else:
                found.update(self._hits_of_label(where, texts[where]))
        return (found[place] for place in sorted(found))

    def _find_hits_of_label(self, where: str, label: tuple[str, ...]) -> Sequence[tuple[int, _Hit]]:
        """What a label of the source says. It is kept: a source has some hundred, and each row one of them."""
        return _hits(self._elsewhere[where], label)

    @cached_property
    def _elsewhere(self) -> Mapping[str, Sequence[tuple[int, Rule]]]:
        """The rules that are no phrases, each with its place, by where they look."""
        found: Mapping[str, list[tuple[int, Rule]]] = defaultdict(list)
        for place, rule in enumerate(self._rules):
            if rule.where not in (PHRASES, TOGETHER):
                found[rule.where].append((place, rule))
        return found

    def _find_phrases(self, text: str) -> Mapping[int, Sequence[str]]:
        """By the place of each rule for phrases or concepts that fits: different words, at most so many."""
        found: dict[int, list[str]] = defaultdict(list)
        named = Windows(text)
        for place, at, words in self._phrases.find(text, partial(self._is_denied, text)):
            if place >= len(self._rules):
                _add_concept(named, _NAMES[place - len(self._rules)], at, words)
            elif len(found[place]) < REPEATED and words not in found[place] and self._counts(place, named, at, words):
                found[place].append(words)
        found.update((place, list(named.find(several))) for place, several in self._together.items())
        return {place: several for place, several in found.items() if several}

    def _counts(self, place: int, named: Windows, at: int, words: str) -> bool:
        """A hazard does not count where it is only supposed, or denied among its own words."""
        return not self._rules[place].hazard or not (named.supposes(at) or _DENIED_WITHIN.search(words))

    def _is_denied(self, text: str, place: int, at: int) -> bool:
        """Whether what stands there does not count; a concept may itself be a denial, and is then not looked at."""
        before = text[max(0, at - _LOOKED_BACK) : at]
        if place < len(self._rules):
            return _is_denied(self._rules[place], before)
        return _NAMES[place - len(self._rules)] in HARMS and bool(_HARMLESS.search(before))


@lru_cache(maxsize=2)
def _index(lists: tuple[str, ...]) -> PhraseIndex:
    """The index of these lists; desks that use the same rules share one."""
    return PhraseIndex(lists)


def _add_concept(named: Windows, concept: str, at: int, words: str) -> None:
    if concept == SUPPOSED:
        named.suppose(at)
    elif concept in ALWAYS or not named.supposes(at):
        named.add(concept, at, words)


def _find_problems(path: str, rule: Rule) -> Iterator[Problem]:
    if rule.where not in PLACES:
        yield Problem(f"{path}.where", rule.where, "one of " + ", ".join(PLACES))
    if rule.where == TOGETHER and (strange := sorted(_concepts_of(rule) - CONCEPTS.keys())):
        yield Problem(f"{path}.pattern", rule.pattern, f"concepts that exist (not {', '.join(strange)})")
    try:
        for pattern in read_phrases(rule.pattern) if rule.where == PHRASES else (rule.pattern,):
            re.compile(pattern)
            re.compile(f"(?:{pattern})|(?:{pattern})" if rule.where == PHRASES else "")  # many are asked together
    except re.error as error:
        yield Problem(f"{path}.pattern", rule.pattern, f"a regular expression ({error})")
    closed: Mapping[str, type[StrEnum]] = {**SCALES, "vulnerable": Vulnerability}
    for name, kind in closed.items():
        allowed = [str(word) for word in kind]
        if getattr(rule, name) not in ("", *allowed):
            yield Problem(f"{path}.{name}", getattr(rule, name), "one of " + ", ".join(allowed))


def _concepts_of(rule: Rule) -> Set[str]:
    return {concept for one in read_combinations(rule.pattern) for concept in one.wanted | one.unwanted}


def _texts(received: Receive) -> Texts:
    """The texts of each place; the more telling text of a place first."""
    facts = received.snapshot
    words = () if facts.get("narrative") == "not published" else (_normalize(received.description),)
    return {
        "issue": (facts.get("sub_issue", ""), facts.get("issue", "")),
        WORDS: words,
        PHRASES: tuple(map(_fold, words)),
        "channel": (received.channel,),
        "tags": (facts.get("tags", ""),),
        "product": (received.product,),
    }


def _normalize(text: str) -> str:
    """One space between words, straight apostrophes, and `can't` where a machine wrote `ca n't`."""
    return " ".join(text.split()).replace("\u2019", "'").replace(" n't", "n't")


def _fold(text: str) -> str:
    """Simplified, small letters and plain marks; a space before each English word, none between Chinese characters."""
    if len(text) > _READ_AT_ONCE:
        text = f"{text[:_HEAD]}。{text[-_TAIL:]}"
    plain = " ".join(fold(text).split())
    return _idioms().sub(_LEFT_OUT, _TO_WORDS.sub(" ", _BETWEEN_HAN.sub("", plain)))


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile("|".join(read_phrases(IDIOMS)))


def _hits(rules: Iterable[tuple[int, Rule]], texts: Iterable[str]) -> Sequence[tuple[int, _Hit]]:
    """The hit of each rule that fits, with its place."""
    found = ((place, _hit(rule, texts)) for place, rule in rules)
    return tuple((place, hit) for place, hit in found if hit)


def _hit(rule: Rule, texts: Iterable[str]) -> _Hit | None:
    """The hit of this rule, if it fits. It shows the words that fit, or the whole label of the source."""
    for text in texts:
        if match := _search(rule.pattern)(text):
            return _Hit(rule, (rule.seen or (match[0] if rule.where == WORDS else text),))
    return None


@cache
def _search(pattern: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(pattern, re.IGNORECASE).search


def _is_denied(rule: Rule, before: str) -> bool:
    """Whether the words before say that it is not so; for a hazard also that it only might be."""
    alarms = rule.hazard or rule.urgency or rule.emotion
    return bool((alarms and _DENIED.search(before)) or (rule.hazard and _POSSIBLE.search(before)))


def _heaviest(what: str, given: str, hits: Iterable[_Hit], why: list[str]) -> str:
    """The value of the source, else the heaviest; of a type, blank when another has as much for it."""
    if given:
        why.append(f"received as such → {what} {given}")
        return given
    named: dict[str, list[_Hit]] = defaultdict(list)
    for hit in hits:
        if value := getattr(hit.rule, what):
            named[value].append(hit)
    ranked = sorted(named.items(), key=lambda pair: -_weigh(pair[1]))
    if what == "type":
        dangers = {hit.rule.hazard for hit in hits} - {""}
        ranked = [pair for pair in ranked if _is_telling(pair[0], pair[1], dangers)]
    if what == "type" and len(ranked) > 1 and _weigh(ranked[0][1]) == _weigh(ranked[1][1]):
        why.append(f"as much for {ranked[0][0]} as for {ranked[1][0]}")
        ranked = [pair for pair in ranked if any(hit.is_certain for hit in pair[1])]
    if not ranked:
        return ""
    value, best = ranked[0]
    why.extend(hit.says(what, value) for hit in best)
    return value


def _is_telling(type: str, hits: Sequence[_Hit], dangers: Collection[str]) -> bool:
    """Whether it is told, or typical words speak for it that suit the dangers."""
    suits = not dangers or any(type in TYPES_OF[danger] for danger in dangers)
    return any(hit.is_told for hit in hits) or (suits and _weigh(hits) >= TYPICAL)


TYPES_OF: Mapping[str, Collection[str]] = defaultdict(
    lambda: ("account_security", "billing", "product_quality", "service"),
    funds_lost=("account_security", "billing"),
    account_takeover=("account_security",),
    food_safety=("product_quality",),
    personal_safety=("product_quality", "service"),
)
"""What a complaint about each hazard may be about: of other types none is suggested beside it."""


def _weigh(hits: Iterable[_Hit]) -> int:
    return sum(hit.weight for hit in hits)


def _usual_area(type: str, why: list[str]) -> str:
    area = str(USUAL_AREAS.get(type, ""))
    if area:
        why.append(f"usual for type {type} → area {area}")
    return area


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


def _vulnerable(hits: Iterable[_Hit], why: list[str]) -> Iterator[Vulnerability]:
    """R48: every reason for particular care."""
    for hit in hits:
        if reason := hit.rule.vulnerable:
            why.append(hit.says("vulnerable", reason))
            yield Vulnerability(reason)


def _hazards(hits: Iterable[_Hit], why: list[str]) -> Iterator[str]:
    """R11: every hazard, each with the first rule that says so."""
    seen: set[str] = set()
    for hit in hits:
        hazard = hit.rule.hazard
        if hazard and hazard not in seen:
            seen.add(hazard)
            why.append(hit.says("hazard", hazard))
            yield hazard
