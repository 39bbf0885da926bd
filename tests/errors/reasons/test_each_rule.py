"""Each rule is met in the cases of the lifecycle, and its refusal is read in both languages."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from complaintflow import Lifecycle
from complaintflow.errors.reasons import rendering
from tests.lifecycle.cases import CASES, Case
from tests.lifecycle.test_guards import named_in
from tests.messages.test_one_language import CHINESE

ALL = [pytest.param(case, id=case.name) for case in CASES]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were filled."""
    filled: list[str] = []
    fill = rendering._fill

    def count(pair: tuple[str, str], *others: Any) -> str:
        filled.append(pair[1])
        return fill(pair, *others)

    monkeypatch.setattr(rendering, "_fill", count)
    return filled


@pytest.mark.uncounted
@pytest.mark.parametrize("case", ALL)
def test_no_word_of_a_refusal_is_made_before_somebody_reads_it(
    case: Case, lifecycle: Lifecycle, told: list[str]
) -> None:
    attempt, _ = case.tell(lifecycle)
    assert attempt.decision.refusals
    assert told == []


@pytest.mark.parametrize("case", ALL)
@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_refusal_says_in_both_languages_why_and_what_helps(case: Case, lifecycle: Lifecycle) -> None:
    """With the same facts and the same commands."""
    attempt, _ = case.tell(lifecycle)
    for refusal in attempt.decision.refusals:
        chinese, english = refusal.in_language("zh"), refusal.in_language("en")
        for text in (chinese.why, chinese.remedy):
            assert CHINESE.search(text) or named_in(text), text
        assert chinese == english == refusal
        assert named_in(chinese.remedy) == named_in(english.remedy) == {*refusal.commands}


def test_a_program_that_reads_no_reason_loads_no_catalogue() -> None:
    """It would pay for words with each start."""
    program = (
        "import sys, complaintflow;"
        " print(*sorted(n for n in sys.modules if n.startswith('complaintflow.errors.reasons')))"
    )
    loaded = subprocess.check_output([sys.executable, "-c", program], text=True).split()
    assert loaded == ["complaintflow.errors.reasons", "complaintflow.errors.reasons.fault"]
