"""Our own holidays, classifier, knowledge, renderer and links keep the kit's contracts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from queue import SimpleQueue

import pytest

from complaintflow import Complaint, Event
from complaintflow.inbound import ConfirmLinks
from complaintflow.intakes import RuleClassifier
from complaintflow.knowledge import AnswerIndex, Article
from complaintflow.messages.rendering import Templates
from complaintflow.plugins import (
    Access,
    Auditor,
    Classifier,
    Grouping,
    Holidays,
    Knowledge,
    Linker,
    Observer,
    Question,
    Renderer,
    Wording,
)
from complaintflow.testing import (
    AuditorContract,
    ClassifierContract,
    GroupingContract,
    HolidaysContract,
    KnowledgeContract,
    LinkerContract,
    ObserverContract,
    RendererContract,
    WordingContract,
)
from complaintflow.wording import claims_solved, find_denial
from complaintflow.workdays import LibraryHolidays, ListedHolidays

china = cache(lambda: LibraryHolidays("CN"))
rules = cache(RuleClassifier)
templates = cache(Templates)


class TestListed(HolidaysContract):
    @pytest.fixture
    def holidays(self) -> Holidays:
        days = [date(year, month, day) for year in (2026, 2027) for month, day in ((10, 1), (1, 1), (5, 1))]
        return ListedHolidays(days, working=[date(2026, 10, 10)])


class TestLibrary(HolidaysContract):
    @pytest.fixture
    def holidays(self) -> Holidays:
        return china()


class TestRules(ClassifierContract):
    @pytest.fixture
    def classifier(self) -> Classifier:
        return rules()


class TestIndex(KnowledgeContract):
    @pytest.fixture
    def knowledge(self) -> Knowledge:
        index = AnswerIndex()
        pages = {
            "KB-1": "退款三个工作日内到账。",
            "KB-2": "付了两次款,请退款:原路退回。",
            "KB-3": "登录不上,换一个验证码。",
        }
        index.replace("pages", [Article(ref, text[:4], text, "zh") for ref, text in pages.items()])
        return index

    @pytest.fixture
    def known(self) -> Sequence[Question]:
        return [Question("我付了两次款,请退款。", "zh")]


class BySymptom:
    """A grouping by the words of the customer."""

    def groups(self, complaint: Complaint) -> list[str]:
        return ["double payment"] if "twice" in complaint.description else []


class TestBySymptom(GroupingContract):
    @pytest.fixture
    def grouping(self) -> Grouping:
        return BySymptom()


class Queue:
    """An observer that hands on what it saw."""

    def __init__(self) -> None:
        self.seen: SimpleQueue[tuple[str, int]] = SimpleQueue()

    def saw(self, complaint: Complaint, events: Sequence[Event]) -> None:
        self.seen.put((complaint.id, len(events)))


class TestQueue(ObserverContract):
    @pytest.fixture
    def observer(self) -> Observer:
        return Queue()

    @pytest.fixture
    def noted(self, observer: Queue) -> Callable[[], int]:
        return observer.seen.qsize


class Ledger:
    """An auditor that keeps what it is told in a file, one line a read."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def reads(self, access: Access) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(f"{access.at:%FT%T} {access.by.id} {access.call} {' '.join(access.seen)}\n")


class TestLedger(AuditorContract):
    @pytest.fixture
    def auditor(self, tmp_path: Path) -> Auditor:
        return Ledger(tmp_path / "reads.log")

    @pytest.fixture
    def kept(self, tmp_path: Path) -> Callable[[], int]:
        return lambda: len((tmp_path / "reads.log").read_text(encoding="utf-8").splitlines())

    @pytest.fixture
    def down(self, auditor: Ledger, tmp_path: Path) -> Callable[[], AbstractContextManager[None]]:
        @contextmanager
        def gone() -> Iterator[None]:
            auditor.path = tmp_path / "nowhere" / "reads.log"
            yield

        return gone


class Phrases:
    """The phrase rules as a reader of texts."""

    def claims(self, text: str) -> str:
        return str(claims_solved(text) or "")

    def denies(self, text: str) -> str:
        return find_denial(text)


class TestPhrases(WordingContract):
    @pytest.fixture
    def wording(self) -> Wording:
        return Phrases()

    @pytest.fixture
    def claiming(self) -> Sequence[str]:
        return ["您的问题已解决。", "It is solved now."]

    @pytest.fixture
    def denying(self) -> Sequence[str]:
        return ["没有解决", "no, it is not solved"]


class TestTemplates(RendererContract):
    @pytest.fixture
    def renderer(self) -> Renderer:
        return templates()


class TestConfirmLinks(LinkerContract):
    @pytest.fixture
    def linker(self) -> Linker:
        return ConfirmLinks("https://shop.example.com/confirm", (b"a secret of the tests, no other!",))
