"""How a fact is shown in a sentence, in each language."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, strategies as st

from complaintflow.commands import AskCustomer, Refer
from complaintflow.errors.reasons import Fault, head, remedy, why
from complaintflow.errors.reasons.rendering import _fill
from complaintflow.vocabulary import LANGUAGES, Ground

SHANGHAI = timezone(timedelta(hours=8))
NOON = datetime(2026, 3, 2, 20, 0, tzinfo=SHANGHAI)

SHOWN: list[tuple[str, Any, str, str]] = [
    ("{x}", "payments", "payments", "payments"),
    ("{x}", 3, "3", "3"),
    ("{x}", frozenset({"b", "a"}), "a、b", "a, b"),
    ("{x}", {"b", "a"}, "a、b", "a, b"),
    ("{x}", ("b", "a"), "b、a", "b, a"),
    ("{x}", frozenset(), "无", "none"),
    ("{x:people}", frozenset(), "无人", "nobody"),
    ("{x:people}", "", "无人", "nobody"),
    ("{x:moves}", (), "无", "nothing"),
    ("{x:term}", Ground.CONFIRMED, "客户确认", "confirmed"),
    ("{x:term}", "area_of_a_house", "area_of_a_house", "area_of_a_house"),
    ("{x:term}", ["words", "survey"], "来信来话、评价中的意见", "words, survey"),
    ("{x:quoted}", "扣了两次", "「扣了两次」", "'扣了两次'"),
    ("{x:quoted}", "two\nlines", "「two\\nlines」", "'two\\nlines'"),
    ("{x:repr}", "payments", "'payments'", "'payments'"),
    ("{x:calls}", (AskCustomer, Refer), "AskCustomer(...) 或 Refer(...)", "AskCustomer(...) or Refer(...)"),
    ("{x:| and }", ["a", "b"], "a and b", "a and b"),
    ("{x}", NOON, "2026-03-02 12:00 UTC", "2026-03-02 12:00 UTC"),
    (
        "{x:plain}",
        datetime.max.replace(tzinfo=UTC),
        str(datetime.max.replace(tzinfo=UTC)),
        "9999-12-31 23:59:59.999999+00:00",
    ),
    ("{x}", [Fault("the-plan"), Fault("no-reason")], "长期计划；没有写明原因", "the plan; there is no reason"),
    ("{x:|, }", ["T1", Fault("the-plan")], "T1, 长期计划", "T1, the plan"),
    ("{x}", "", "", ""),
]


@pytest.mark.parametrize(("text", "fact", "chinese", "english"), SHOWN)
def test_a_fact_is_shown_as_its_place_says(text: str, fact: Any, chinese: str, english: str) -> None:
    assert _fill((text, text), {"x": fact}, "zh") == chinese
    assert _fill((text, text), {"x": fact}, "en") == english


def test_a_fault_tells_its_own_facts() -> None:
    fault = Fault("may-pay", {"most": 20, "currency": "CNY"})
    assert _fill(("{x}", "{x}"), {"x": fault}, "en") == "may pay up to 20 CNY in all"


@given(st.text())
def test_what_somebody_typed_is_never_read_as_a_place_in_a_sentence(text: str) -> None:
    """A name like `{by}` would put another fact, or an error, where it stands."""
    for language in LANGUAGES:
        assert text in why("no-ping-pong", {"team": text}, language)


def test_a_place_that_somebody_typed_stays_as_it_is() -> None:
    assert why("no-ping-pong", {"team": "{roles}"}, "en") == "{roles} held it already in this cycle"


def test_the_head_names_command_and_complaint() -> None:
    assert head("Notify", "C-1", "en") == "Notify refused for C-1"
    assert head("Notify", "C-1", "zh") == "C-1：Notify 被拒绝"
    assert head("", "C-1", "en") == "refused for C-1"


def test_a_remedy_is_filled_like_a_reason() -> None:
    assert remedy("no-ping-pong", {"roles": frozenset({"lead"})}, "zh") == "请由以下角色之一转交：lead"


def test_a_fault_prints_no_fact() -> None:
    assert repr(Fault("was-due", {"what": "call Mr Lee"})) == "Fault('was-due')"
