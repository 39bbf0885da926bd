"""What two rule books answer differently: plain values for people and programs, in words of Chinese and English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from complaintflow.lifecycle.checking.answers import CAUTIONS, NO_MOVE, NOTICES, Changed, How
from complaintflow.lifecycle.checking.findings import UNSEEN, Covered, Explored
from complaintflow.lifecycle.checking.stories import Story, name_of_test
from complaintflow.vocabulary import in_language

Pair = tuple[str, str]
STAYS = "="
"""In the place of a state: the one in which it was asked."""


@attrs.frozen
class Change:
    """Something that is written differently, by its place. `noticed` says whether an explored situation told it.

    `inherited` is the state of a house's own whose edge came or went with it, since the state means a built-in one.
    """

    place: str
    old: str
    new: str
    noticed: bool
    inherited: str = ""

    def text(self, language: str = "en") -> str:
        """The change in one line, in `zh` or `en`."""
        return f"{self.place}: {_brief(self.old)} → {_brief(self.new)}"

    def __str__(self) -> str:
        return self.text()


@attrs.frozen
class Answer:
    """What one side answers to the last question of a story: the state to which it leads, or the rules that refuse.

    `faults` are of a command that fits no field or limit there: the field, what was found, and what was expected.
    """

    state: str = ""
    rules: tuple[str, ...] = ()
    faults: tuple[tuple[str, str, str], ...] = ()

    def beside(self, state: str) -> Answer:
        """The answer, without a state that stays as it is."""
        return Answer(STAYS) if self.state == state else self

    def text(self, language: str = "en", state: str = "") -> str:
        """The answer in a few words, in `zh` or `en`, to a question in this state."""
        if self.state and self.state in (state, STAYS):
            return in_language(language, _STAYS)
        if self.state:
            return in_language(language, _LEADS).format(self.state)
        if NO_MOVE in self.rules:
            return in_language(language, _NO_MOVE)
        if self.faults:
            fault = in_language(language, _FAULT)
            told = "; ".join(fault.format(*map(_brief, one)) for one in self.faults)
            return in_language(language, _UNFIT).format(told)
        return in_language(language, _REFUSED).format(", ".join(self.rules))


@attrs.frozen
class Difference:
    """One command in one state that NEW answers otherwise than OLD, with the shortest story that shows it.

    `how` is one of `possible`, `impossible`, `elsewhere`, `otherwise` and `reasons`. `old` and `new` are both answers,
    `facts` those that become others. `times` says how many explored questions were answered so. With `later` an earlier
    step of the story went another way already.
    """

    how: str
    command: str
    by: str
    state: str
    old: Answer
    new: Answer
    facts: tuple[Changed, ...]
    later: bool
    slice: str
    times: int
    story: Story = attrs.field(repr=False)

    @property
    def name(self) -> str:
        """What it is about, in a few words."""
        return f"{self.how} {self.command} from {self.state}"

    def text(self, language: str = "en", states: str = "") -> str:
        """The difference in one line, in `zh` or `en`; for other states than its own, where they are given."""
        told = in_language(language, _HOW[How(self.how)])
        line = told.format(
            command=self.command,
            state=states or self.state,
            old=self.old.text(language, self.state),
            new=self.new.text(language, self.state),
            facts="; ".join(f"{one.fact}: {_brief(one.old)} → {_brief(one.new)}" for one in self.facts),
            reasons=self._other_reasons(language),
        )
        return line + in_language(language, _LATER) if self.later else line

    def _other_reasons(self, language: str) -> str:
        pairs = ((_NOT_BY, self.old.rules, self.new.rules), (_ALSO_BY, self.new.rules, self.old.rules))
        named = [(words, ", ".join(rule for rule in one if rule not in other)) for words, one, other in pairs]
        told = [in_language(language, words).format(names) for words, names in named if names]
        return in_language(language, _AND).join(told)

    @property
    def kind(self) -> tuple[object, ...]:
        """What the same difference has in common in all states in which it is found."""
        if self.how == How.REASONS:
            return self.later, self.how, self.command, frozenset(self.old.rules) ^ frozenset(self.new.rules)
        facts = tuple(one.fact for one in self.facts)
        return self.later, self.how, self.command, self.old.beside(self.state), self.new.beside(self.state), facts

    def __str__(self) -> str:
        return "\n".join([self.text(), *(f"    {line}" for line in self.story.lines)])

    def as_test(self, name: str = "") -> str:
        """The story as a test of pytest with the fixtures `old` and `new`: it passes as long as they differ so.

        It is named by the command and the state, or as it is given.
        """
        last = sum(1 for line in self.story.lines if line.command)
        lines = [*_expected("old", self.old, last), *_expected("new", self.new, last)]
        names = sorted({one.fact.partition(".")[0] for one in self.facts} - {CAUTIONS, NOTICES})
        if names:
            lines.append(_OTHER_FACTS.format(names=names))
        body = "".join(f"    {line}\n" for line in lines)
        code = self.story.as_code()  # other stories may follow in the same file: a test keeps what stands above it
        return f"{code}\n\ndef test_{name_of_test(name or self.name)}(old, new, outcome=outcome, play=play):\n{body}"

    def as_document(self) -> dict[str, Any]:
        """The difference as plain values."""
        plain = attrs.asdict(self, filter=lambda field, _: field.name != "story")
        return {**plain, "story": [attrs.asdict(line) for line in self.story.lines]}


def _expected(side: str, answer: Answer, last: int) -> Iterator[str]:
    if answer.state:
        yield f"assert outcome({side}) == {answer.state!r}"
    else:
        yield f"assert outcome({side}) == ({last}, {sorted(answer.rules)})"


@attrs.frozen
class Comparison(Explored):
    """What a comparison found and covered. `verdict` weighs it; `str` tells all of it.

    `changes` are all that is written differently, noticed or not.
    """

    differences: tuple[Difference, ...]
    changes: tuple[Change, ...]
    covered: tuple[Covered, ...]

    @property
    def verdict(self) -> str:
        """How NEW is beside OLD, in all that was explored: `equal`, `stricter`, `looser`, or `neither`."""
        found = {How(one.how) for one in self.differences} - {How.REASONS}
        if not found:
            return "equal"
        return _ONE_WAY.get(next(iter(found)), "neither") if len(found) == 1 else "neither"

    @property
    def same(self) -> bool:
        """Whether every answer was the same, and nothing is written differently that no situation noticed."""
        return not self.differences and not self.unnoticed

    @property
    def unnoticed(self) -> tuple[Change, ...]:
        """What is written differently, and no explored situation was answered differently for it."""
        return tuple(one for one in self.changes if not one.noticed)

    @property
    def complete(self) -> bool:
        """Whether every slice was explored to the end."""
        return all(one.complete for one in self.covered)

    @property
    def kinds(self) -> tuple[tuple[Difference, ...], ...]:
        """The differences, those together that are the same in several states: the shortest story first."""
        together: dict[tuple[object, ...], list[Difference]] = {}
        for one in self.differences:
            together.setdefault(one.kind, []).append(one)
        return tuple(tuple(sorted(several, key=_length)) for several in together.values())

    def of(self, *how: str) -> tuple[Difference, ...]:
        """The differences of these kinds."""
        return tuple(one for one in self.differences if one.how in how)

    def unseen(self, language: str = "en") -> tuple[str, ...]:
        """What no comparison sees, in `zh` or `en`."""
        return in_language(language, (_UNSEEN_ZH, (*UNSEEN, *_UNSEEN)))

    def head(self, language: str = "en") -> Iterator[str]:
        """The verdict, and what it rests on, in `zh` or `en`."""
        yield in_language(language, _VERDICTS[self.verdict])
        if not self.complete:
            names = ", ".join(one.slice for one in self.covered if not one.complete)
            yield in_language(language, _INCOMPLETE).format(names)
        yield in_language(language, _COUNTS).format(
            situations=self.situations, decisions=self.decisions, differences=len(self.differences)
        )

    def told(self, several: tuple[Difference, ...], language: str = "en") -> str:
        """The same difference in several states, in one line."""
        return several[0].text(language, ", ".join(dict.fromkeys(one.state for one in several)))

    def text(self, language: str = "en") -> str:
        """All of it, in `zh` or `en`: the verdict, each difference with its story, and what was not looked at."""
        return "\n".join(self._lines(language))

    def _lines(self, language: str) -> Iterator[str]:
        yield from self.head(language)
        for several in self.kinds:
            yield self.told(several, language)
            told = several[0].story.lines if several[0].how != How.REASONS else ()
            yield from (f"    {line.text(language)}" for line in told)
        yield from self.tail(language)

    def tail(self, language: str = "en") -> Iterator[str]:
        """What no situation noticed, how far the slices went, and what no comparison sees."""
        unnoticed, unseen = in_language(language, _UNNOTICED), in_language(language, _NOT_SEEN)
        yield from (unnoticed.format(text) for text in self._unnoticed_texts(language))
        yield from (one.text(language) for one in self.covered)
        yield from (unseen.format(one) for one in self.unseen(language))

    def _unnoticed_texts(self, language: str) -> Iterator[str]:
        """Each change in a line; the edges that a state of the house's own has by its meaning in one."""
        together: dict[tuple[str, bool], list[str]] = {}
        for change in self.unnoticed:
            if not change.inherited:
                yield change.text(language)
                continue
            name = change.place.removesuffix(f" from {change.inherited}")
            together.setdefault((change.inherited, bool(change.new)), []).append(name)
        for (state, came), names in together.items():
            words = in_language(language, _CAME if came else _WENT)
            yield words.format(state=state, count=len(names), names=_brief(", ".join(names)))

    def __str__(self) -> str:
        return self.text()

    def as_document(self) -> dict[str, Any]:
        """The comparison as plain values."""
        return {
            "verdict": self.verdict,
            "same": self.same,
            "complete": self.complete,
            "differences": [one.as_document() for one in self.differences],
            "changes": [attrs.asdict(one) for one in self.changes],
            "covered": [attrs.asdict(one) for one in self.covered],
            "unseen": [*self.unseen()],
        }


def _length(difference: Difference) -> int:
    return len(difference.story.lines)


def _brief(text: str) -> str:
    if not text:
        return "—"
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"


_OTHER_FACTS = "assert any(getattr(play(old).facts, name) != getattr(play(new).facts, name) for name in {names})"
_LONG = 80
_ONE_WAY: Mapping[How, str] = {How.POSSIBLE: "looser", How.IMPOSSIBLE: "stricter"}

_STAYS: Pair = ("被接受,状态不变", "is accepted, and the state stays")
_NOT_BY: Pair = ("不再因为 {}", "no more by {}")
_ALSO_BY: Pair = ("还因为 {}", "also by {}")
_AND: Pair = (",", ", ")
_LEADS: Pair = ("转入 {}", "leads to {}")
_NO_MOVE: Pair = ("没有这一步", "has no such move")
_UNFIT: Pair = ("填写有误({})", "does not fit ({})")
_FAULT: Pair = ("{0}:填的是 {1},要求 {2}", "{0}: found {1}, expected {2}")
_REFUSED: Pair = ("被 {} 拒绝", "is refused by {}")
_LATER: Pair = ("(在此之前已走上不同的路)", " (after a step that went another way already)")
_HOW: Mapping[How, Pair] = {
    How.POSSIBLE: (
        "变为可行:{state} 状态下的 {command} {new};在旧规则下{old}",
        "became possible: {command} from {state} {new}; under OLD it {old}",
    ),
    How.IMPOSSIBLE: (
        "变为不可行:{state} 状态下的 {command} {new};在旧规则下{old}",
        "became impossible: {command} from {state} {new}; under OLD it {old}",
    ),
    How.ELSEWHERE: (
        "去向不同:{state} 状态下的 {command} {new};在旧规则下{old}",
        "leads elsewhere: {command} from {state} {new}; under OLD it {old}",
    ),
    How.OTHERWISE: (
        "结果不同:{state} 状态下的 {command} 改变了 {facts}",
        "does something else: {command} from {state} changes {facts}",
    ),
    How.REASONS: (
        "拒绝理由不同:{state} 状态下的 {command} {reasons}",
        "is refused for other reasons: {command} from {state}: {reasons}",
    ),
}
_VERDICTS: Mapping[str, Pair] = {
    "equal": (
        "结论:等同。在所探索的一切情形中,可行的事和结果都一样。",
        "equal: in all that was explored, the same is possible, with the same outcome",
    ),
    "stricter": (
        "结论:更严。有些事变为不可行,没有任何事变为可行,其余结果都一样。",
        "stricter: some things became impossible, none became possible, and the outcome of all others is the same",
    ),
    "looser": (
        "结论:更宽。有些事变为可行,没有任何事变为不可行,其余结果都一样。",
        "looser: some things became possible, none became impossible, and the outcome of all others is the same",
    ),
    "neither": (
        "结论:既不更严也不更宽。两边互有增减,或同一件事的结果不同。",
        "neither: things became possible and impossible, or the same command has another outcome",
    ),
}
_INCOMPLETE: Pair = ("注意:以下部分没有探索到底:{}", "not explored to the end, so that nothing is proved of it: {}")
_COUNTS: Pair = (
    "{situations} 种情形,{decisions} 次判定,{differences} 处不同",
    "{situations} situation(s), {decisions} decision(s), {differences} difference(s)",
)
_UNNOTICED: Pair = (
    "写法不同,但所探索的情形都没有觉察:{}",
    "written differently, and no explored situation noticed: {}",
)
_CAME: Pair = (
    "{state} 因其含义而有的 {count} 条边是新增的:{names}",
    "{count} edge(s) came that {state} has by its meaning: {names}",
)
_WENT: Pair = (
    "{state} 因其含义而有的 {count} 条边已不再有:{names}",
    "{count} edge(s) went that {state} had by its meaning: {names}",
)
_NOT_SEEN: Pair = ("看不到:{}", "not seen: {}")
_UNSEEN = (
    "what only clocks, letters and reports read of a policy: ask your own history (complaintflow backtest)",
    "how often it happens, and what people would do instead",
)
_UNSEEN_ZH = (
    "同一类事项同时有多件未了结时会怎样",
    "文字:每条措辞规则只用一两句话试过",
    "服务台另加的东西:自动反应、信件、时限、合并时目标投诉的一侧",
    "存储、渠道或插件出错",
    "策略中只有时限、信件和报表才读的值:请用自己的历史来问(complaintflow backtest)",
    "多久发生一次,人们又会改做什么",
)
