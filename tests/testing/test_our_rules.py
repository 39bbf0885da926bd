"""Our own guards and our own intake keep the kit's contracts."""

from __future__ import annotations

import io
from typing import Any

import attrs
import pytest

from complaintflow import Ask, Refusal
from complaintflow.intakes import CfpbIntake, sample_csv
from complaintflow.lifecycle.concerns import Guard as Function
from complaintflow.lifecycle.guards import GUARDS, rule_of
from complaintflow.plugins import Guard
from complaintflow.testing import GuardContract, IntakeContract, Reading
from complaintflow.vocabulary import Effect

EFFECTS = {
    guard: {effect for effect, called in GUARDS.items() if guard in called} for one in GUARDS.values() for guard in one
}


@attrs.frozen
class AsPlugin:
    """One of our guards as a plugin would bring it."""

    function: Function
    effects: frozenset[Effect]

    @property
    def rule(self) -> str:
        return rule_of(self.function)

    def check(self, ask: Ask) -> Refusal | None:
        return self.function(ask)


DAILY = frozenset({"within-authority"})


def some(guard: Function) -> Any:
    """The guard as a parameter: a few each day, all in `make explore`."""
    return pytest.param(guard, marks=() if rule_of(guard) in DAILY else pytest.mark.explore)


class TestOurGuards(GuardContract):
    @pytest.fixture(params=[*map(some, EFFECTS)], ids=[*map(rule_of, EFFECTS)])
    def guard(self, request: pytest.FixtureRequest) -> Guard:
        return AsPlugin(request.param, frozenset(EFFECTS[request.param]))


def some_lines() -> list[str]:
    """The head of the sample and its first rows."""
    return sample_csv().read_text(encoding="utf-8").splitlines(keepends=True)[:4]


def test_a_guard_is_asked_each_day() -> None:
    assert set(map(rule_of, EFFECTS)) >= DAILY


class TestCfpb(IntakeContract):
    @pytest.fixture
    def reading(self) -> Reading:
        header, first, *rest = some_lines()
        return Reading(CfpbIntake(), "".join([header, first, *rest]), "".join([header, first, "1,2,3\n", *rest]))


def test_the_text_of_the_contract_holds_several_whole_rows() -> None:
    assert len(list(CfpbIntake().read(io.StringIO("".join(some_lines()))))) == 3
