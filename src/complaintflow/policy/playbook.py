"""R42: the playbook: what to say and to do in a case of this kind, as data of the policy, in every language.

A page is for some types and grades. All pages that fit a complaint apply together; those for fewer cases come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from complaintflow._validation.structure import Checked, FrozenMap, NonBlank, Record, as_texts, as_words
from complaintflow.vocabulary import Abuse, Grade, text_in


@attrs.frozen(eq=False, repr=False)
class PlaybookText(Checked):
    """The words of a page in one language: what to do first, the script of a call, phrases, objections and answers."""

    first: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts)
    script: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts)
    soothing: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts)
    objections: Mapping[str, NonBlank] = FrozenMap()


_NO_TEXT = PlaybookText()


@attrs.frozen(eq=False, repr=False)
class PlaybookPage(Checked):
    """One page: for which types, grades and kinds of abuse it is (none named: for all), who stands by, and its words.

    `texts` are by language. A language without words reads those in English, else those in any.
    """

    types: frozenset[NonBlank] = attrs.field(default=frozenset(), converter=as_words)
    grades: frozenset[Grade] = attrs.field(default=frozenset(), converter=as_words)
    abuse: frozenset[Abuse] = attrs.field(default=frozenset(), converter=as_words)
    stands_by: str = ""
    texts: Mapping[str, PlaybookText] = FrozenMap()

    def fits(self, type: str, grade: Grade | None, abuse: Iterable[str]) -> bool:
        """Whether it is for this case. A case without a grade has the pages that name none."""
        of_type = not self.types or type in self.types
        of_grade = not self.grades or grade in self.grades
        return of_type and of_grade and (not self.abuse or not self.abuse.isdisjoint(abuse))

    @property
    def narrowness(self) -> int:
        """How much of a case it names; what is said about abuse comes before all else."""
        return 3 * bool(self.abuse) + bool(self.types) + bool(self.grades)

    def text(self, language: str) -> PlaybookText:
        """Its words in this language."""
        return text_in(language, self.texts, next(iter(self.texts.values()), _NO_TEXT))


@attrs.frozen(eq=False, repr=False)
class Playbook(Record):
    """R42: what stands in the playbook for one case, in one language.

    `contacts` names the one contact person for each third party, `stands_by` who stands by.
    """

    first: tuple[str, ...] = ()
    script: tuple[str, ...] = ()
    soothing: tuple[str, ...] = ()
    objections: Mapping[str, str] = FrozenMap()
    contacts: Mapping[str, str] = FrozenMap()
    stands_by: tuple[str, ...] = ()


def open_playbook(
    pages: Iterable[PlaybookPage],
    contacts: Mapping[str, str],
    language: str,
    *,
    type: str,
    grade: Grade | None,
    abuse: Iterable[str] = (),
) -> Playbook:
    """The pages for a case, put together. Each sentence stands once; the narrower page speaks first."""
    kinds = frozenset(abuse)
    fitting = sorted((page for page in pages if page.fits(type, grade, kinds)), key=lambda page: -page.narrowness)
    texts = [page.text(language) for page in fitting]
    objections = {objection: answer for text in reversed(texts) for objection, answer in text.objections.items()}
    return Playbook(
        first=_each_once(text.first for text in texts),
        script=_each_once(text.script for text in texts),
        soothing=_each_once(text.soothing for text in texts),
        objections=FrozenMap(objections),
        contacts=FrozenMap(contacts),
        stands_by=_each_once([page.stands_by] for page in fitting if page.stands_by),
    )


def _each_once(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for texts in lists for text in texts))
