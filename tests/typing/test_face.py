"""What the type checkers take is what the classes take, and it comes back as the types say."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from complaintflow.commands import Command, make
from complaintflow.errors import InvalidInput
from complaintflow.values import Signals
from complaintflow.vocabulary import Grade, Ground
from tests.typing import face

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)


@pytest.mark.parametrize("command", face.commands(NOW), ids=lambda command: type(command).__name__)
def test_plain_words_make_the_command_that_its_own_data_makes(command: Command) -> None:
    assert make(type(command).__name__, command.data()) == command


def test_plain_words_make_a_policy() -> None:
    policy = face.policies()
    assert policy.closing.grounds == frozenset({Ground.CONFIRMED})
    assert policy.closing.strict_grades == frozenset({Grade.E})
    assert policy.compensation_limits["lead"]["CNY"] == Decimal("500.50")
    assert policy.calendars["office"].hours["mon"] == ("09:00-12:00",)


def test_all_that_is_wrong_comes_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        Signals(impact="none", urgency="soon", hazards="fire", repeats=-1)  # type: ignore[arg-type]
    assert [problem.path for problem in caught.value.problems] == ["impact", "urgency", "hazards", "repeats"]
