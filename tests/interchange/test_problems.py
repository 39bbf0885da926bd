"""Every error is told as problem details."""

from __future__ import annotations

import pytest

from complaintflow import problem
from complaintflow.errors import (
    ComplaintflowError,
    Conflict,
    DefinitionError,
    InvalidInput,
    NotFound,
    NotPossible,
    Overtaken,
    PluginError,
    Problem,
    Refusal,
    Refused,
    StoreError,
    UnreadableRecord,
)
from complaintflow.testing.histories import walks_everywhere
from complaintflow.testing.paths import CAST, default_lifecycle

MAY_NOT = Refusal.of("allowed", case="stranger")
UNPROVED = Refusal("verify-before-notify", "why", "help", ("Verify",))

ERRORS: dict[ComplaintflowError, int] = {
    Refused("C-1", "Notify", (UNPROVED,)): 409,
    Refused("C-1", "Notify", (UNPROVED, MAY_NOT)): 403,
    NotPossible("C-1", "Close", "received", ("Triage",)): 409,
    InvalidInput((Problem("a", "b", "c"),)): 422,
    NotFound("C-1"): 404,
    Conflict("C-1", 1, 2): 409,
    DefinitionError((Problem("a", "b", "c"),)): 500,
    StoreError("s", "c", "r"): 503,
    Overtaken("s", "c", "r"): 503,
    UnreadableRecord.of("events", "C-1#2", "a fault"): 500,
    PluginError("p", "h", "c"): 500,
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_has_a_type_a_title_a_status_and_a_detail(error: ComplaintflowError, language: str) -> None:
    told = problem(error, language=language)
    assert told["status"] == ERRORS[error]
    assert told["type"].startswith("urn:complaintflow:")
    assert told["title"].isascii() == (language == "en")
    assert told["detail"] == str(error.in_language(language))


def test_a_refusal_is_told_by_its_rule_with_all_reasons_and_what_helps() -> None:
    told = problem(Refused("C-1", "Notify", (UNPROVED, MAY_NOT)))
    assert told["type"] == "urn:complaintflow:rule:verify-before-notify"
    assert told["refusals"][0] == {
        "type": "urn:complaintflow:rule:verify-before-notify",
        "rule": "verify-before-notify",
        "why": "why",
        "remedy": "help",
        "commands": ["Verify"],
    }
    assert [one["rule"] for one in told["refusals"]] == ["verify-before-notify", "allowed"]
    assert (told["complaint"], told["command"]) == ("C-1", "Notify")


def test_an_error_of_others_tells_nothing_private() -> None:
    assert problem(ValueError("the card 6222 0212")) == {
        "type": "about:blank",
        "title": "Internal error",
        "status": 500,
    }


def test_each_problem_of_an_input_is_told_with_its_path() -> None:
    told = problem(InvalidInput((Problem("customer.id", "a private value", "an id"),)))
    assert told["problems"] == [{"path": "customer.id", "found": "a private value", "expected": "an id"}]


def test_a_rule_with_any_name_gives_a_type_that_is_a_uri() -> None:
    assert problem(Refused("C-1", "Close", (Refusal("我的 rule", "w", "r"),)))["type"].isascii()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_refusal_of_a_step_in_every_state_is_told_whole(language: str) -> None:
    rules = set[str]()
    for walk in walks_everywhere(default_lifecycle()):
        for step in walk.lifecycle.steps(walk.complaint, by=CAST[0], at=walk.at):
            if step.refusals:
                told = problem(Refused(walk.complaint.id, step.command, step.refusals), language=language)
                expected = [one.in_language(language) for one in step.refusals]
                assert [one["why"] for one in told["refusals"]] == [one.why for one in expected]
                assert all(one["rule"] and one["remedy"] for one in told["refusals"])
                rules.update(one["rule"] for one in told["refusals"])
    assert len(rules) > 15
