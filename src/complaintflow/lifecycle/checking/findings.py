"""What the checker found, and what it covered: plain values for people and programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from complaintflow.lifecycle.checking.stories import Story
from complaintflow.vocabulary import in_language


@attrs.frozen
class Finding:
    """Something that is wrong, or doubtful, with the shortest story that shows it, where there is one.

    `kind` is `broken-promise`, or what is odd about the definition; `name` says which promise, edge or guard.
    """

    kind: str
    name: str
    what: str
    slice: str = ""
    story: Story | None = attrs.field(default=None, repr=False)

    def __str__(self) -> str:
        told = "".join(f"\n    {line}" for line in self.story.lines) if self.story else ""
        return f"{self.kind} {self.name}: {self.what}{told}"

    def as_document(self) -> dict[str, Any]:
        """The finding as plain values."""
        lines = [attrs.asdict(line) for line in self.story.lines] if self.story else []
        return {"kind": self.kind, "name": self.name, "what": self.what, "slice": self.slice, "story": lines}


@attrs.frozen
class Covered:
    """How far one slice was explored; not at all where two rule books decide all in it `alike`.

    Of its commands no edge has those that are `absent`, no story came to where the `unasked` may be, and none of the
    `unaccepted` was accepted in any: a slice may be nearly empty so, and still explored to the end. Nor was any of the
    `barred`, as the slice means it.
    """

    slice: str
    situations: int
    decisions: int
    cut: int
    complete: bool
    alike: bool = False
    absent: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()
    unaccepted: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()

    def text(self, language: str = "en") -> str:
        """How far, in one line, in `zh` or `en`."""
        if self.alike:
            return in_language(language, _ALIKE).format(self.slice)
        line, whole = in_language(language, _COVERED), in_language(language, _WHOLE[self.complete])
        line = line.format(slice=self.slice, situations=self.situations, decisions=self.decisions, whole=whole)
        named = (self.absent, self.unasked, self.unaccepted, self.barred)
        more = zip((_ABSENT, _UNASKED, _UNACCEPTED, _BARRED), named, strict=True)
        return line + "".join(in_language(language, words).format(", ".join(names)) for words, names in more if names)

    def __str__(self) -> str:
        return self.text()


_COVERED = (
    "{slice}:{situations} 种情形,{decisions} 次判定,{whole}",
    "{slice}: {situations} situations, {decisions} decisions, {whole}",
)
_ABSENT = (";没有任何一条边:{}", "; no edge of {}")
_UNASKED = (";没有情形走到可以提出的状态:{}", "; no story comes to where it may ask for {}")
_UNACCEPTED = (";从未获准:{}", "; never accepted: {}")
_BARRED = (";仅用于检验拒绝或有意略过:{}", "; there to be refused, or left out: {}")
_ALIKE = (
    "{}:无须探索,其中的每个操作在两边都按相同的规则判定",
    "{}: not explored, since both decide each of its commands by the same edges and guards",
)
_WHOLE = {True: ("已探索到底", "to the end"), False: ("未探索到底", "not to the end")}


class Explored:
    """What the slices of a check or of a comparison come to, all together."""

    __slots__ = ()
    covered: tuple[Covered, ...]

    @property
    def situations(self) -> int:
        """How many situations it looked at."""
        return sum(one.situations for one in self.covered)

    @property
    def decisions(self) -> int:
        """How many decisions it asked for."""
        return sum(one.decisions for one in self.covered)


@attrs.frozen
class Report(Explored):
    """What a check found and covered. `sound` says that no promise is broken; `str` tells all of it.

    `unused` are the built-in states to which no story leads, nor an edge of the house's own. They are no finding, and
    neither is what was `unsampled`: guards of the house that read what no story varies.
    """

    findings: tuple[Finding, ...]
    covered: tuple[Covered, ...]
    refused: Mapping[str, int] = attrs.field(factory=dict[str, int], repr=False)
    unused: tuple[str, ...] = attrs.field(default=(), repr=False)
    unsampled: tuple[str, ...] = attrs.field(default=(), repr=False)

    @property
    def sound(self) -> bool:
        """Whether it found nothing."""
        return not self.findings

    @property
    def broken(self) -> tuple[Finding, ...]:
        """The findings that break a promise."""
        return tuple(one for one in self.findings if one.kind == "broken-promise")

    @property
    def unseen(self) -> tuple[str, ...]:
        """What no check sees, and what this one did not see of the house's own guards."""
        return *UNSEEN, *self.unsampled

    @property
    def notes(self) -> tuple[str, ...]:
        """What is no finding, and good to know: built-in states that are not used, and what nobody sees."""
        unused = (f"not used: {', '.join(self.unused)}: built in, and no story leads there",) if self.unused else ()
        return *unused, *(f"not seen: {one}" for one in self.unseen)

    def as_document(self) -> dict[str, Any]:
        """The report as plain values."""
        findings = [one.as_document() for one in self.findings]
        covered = [attrs.asdict(one) for one in self.covered]
        told = {"findings": findings, "covered": covered, "unused": [*self.unused], "unseen": [*self.unseen]}
        return {**told, "sound": self.sound}

    def __str__(self) -> str:
        head = f"{self.situations} situations, {self.decisions} decisions, {len(self.findings)} findings"
        return "\n".join([head, *map(str, self.covered), *map(str, self.findings), *self.notes])


UNSEEN = (
    "what a command does with more than a few parts of one kind open at once",
    "texts: each rule of wording is asked about one or two sentences",
    "what the desk adds: reactions, letters, clocks, and the target's side of a merge",
    "a store, a channel or a plugin that fails",
)
"""What no check sees."""
