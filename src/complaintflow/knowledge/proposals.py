"""R45: an archived complaint whose cause has no answer yet proposes one. A person accepts or refuses it.

A proposal is a page in a folder: question, answer, source. It can be read and edited like every page; accepted, it
moves into the folder of the answers. What names the customer is hidden in it, as in every article of the archive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from complaintflow._validation.structure import plain_name
from complaintflow.commands import Archive
from complaintflow.errors import InvalidInput, Problem
from complaintflow.knowledge.articles import Article, article_of, read_articles
from complaintflow.messages.words import label_text
from complaintflow.plugins import Observer, hookimpl
from complaintflow.record.complaint import Complaint, Event
from complaintflow.values import Actor
from complaintflow.vocabulary import in_language

_REFUSED = "refused"
DECIDING = ("agent", "lead", "manager")
"""Who accepts and refuses proposals, unless the house says otherwise."""


class AnswerProposals:
    """A plugin that keeps the proposals: `Desk.open(url, plugins=[AnswerProposals(proposed, answers)])`.

    `proposed` is the folder of the proposals, made when it is missing, `answers` that of the house's pages, which lies
    outside. `roles` are those who may accept and refuse. The plugin is told after a complaint is archived; `propose`
    catches up with what it was not told.
    """

    name = "answer-proposals"

    def __init__(self, proposed: Path, answers: Path, roles: Iterable[str] = DECIDING) -> None:
        self._proposed, self._answers = proposed, answers
        self._roles = frozenset(map(plain_name, roles))

    @hookimpl
    def observers(self) -> Iterable[Observer]:
        """Itself."""
        return [self]

    def saw(self, complaint: Complaint, events: Sequence[Event]) -> None:
        """Propose an answer when the complaint was archived."""
        if any(event.is_a(Archive) for event in events):
            self.propose(complaint)

    def propose(self, complaint: Complaint) -> bool:
        """Whether a page was written: the customer was told a solution, and no page names this cause yet."""
        article, cause = article_of(complaint), complaint.facts.root_cause
        if article is None or not cause or any(_names(page, cause) for page in self._pages()):
            return False
        self._proposed.mkdir(parents=True, exist_ok=True)
        (self._proposed / _file_name(article)).write_text(_page(article, cause), encoding="utf-8")
        return True

    def waiting(self) -> tuple[Article, ...]:
        """What waits for a person, by name: the titles are the questions, `ref` names each."""
        return tuple(page for page in self._read(self._proposed) if not page.ref.startswith(f"{_REFUSED}/"))

    def accept(self, ref: str, *, by: Actor) -> Path:
        """Move the page, as it stands by now, to the answers. Raises `InvalidInput` for what does not wait."""
        return self._decide(ref, by, self._answers)

    def refuse(self, ref: str, *, by: Actor) -> Path:
        """Put the page away: its cause is not proposed again. Raises `InvalidInput` for what does not wait."""
        return self._decide(ref, by, self._proposed / _REFUSED)

    def _decide(self, ref: str, by: Actor, folder: Path) -> Path:
        if by.roles.isdisjoint(self._roles):
            raise InvalidInput((Problem("by", by.id, "a member of staff"),))
        if ref not in {page.ref for page in self.waiting()}:
            raise InvalidInput((Problem("ref", ref, "a proposal that waits"),))
        folder.mkdir(parents=True, exist_ok=True)
        page = self._proposed / ref
        return page.rename(folder / page.name)

    def _pages(self) -> Iterator[Article]:
        yield from self._read(self._answers)
        yield from self._read(self._proposed)

    @staticmethod
    def _read(folder: Path) -> Iterator[Article]:
        found = read_articles(folder) if folder.is_dir() else iter(())
        return (page for page in found if isinstance(page, Article))


def _names(page: Article, cause: str) -> bool:
    """Whether a line of the page names the cause, whatever its case."""
    wanted = cause.casefold()
    return any(line.strip().casefold().endswith(wanted) for line in page.text.splitlines())


def _file_name(article: Article) -> str:
    return f"{article.ref}.{article.language}.md"


def _page(article: Article, cause: str) -> str:
    """Question, answer and source."""
    source = label_text(in_language(article.language, ("来源", "Source")), article.ref)
    named = label_text(in_language(article.language, ("原因", "Cause")), cause)
    return f"# {article.title}\n\n{article.text}\n\n{source}\n{named}\n"
