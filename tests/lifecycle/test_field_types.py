"""Fields of a house's own commands with a time, a date or an amount, and the facts that guards compare."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from complaintflow import Ask, DefinitionError, InvalidInput, Refusal, commands as c
from complaintflow.interchange.schemas import command_schema
from complaintflow.lifecycle import LifecycleBuilder, read_lifecycle
from complaintflow.record.facts import Money, decode_changes, decode_facts, encode_facts
from tests import stories as s

DOCUMENT = """
[commands."登记损失"]
fields = { loss = "money", "发生日" = "date", at = "time", "等级" = ["高", "低"] }
required = ["loss"]

[[edges]]
command = "登记损失"
from = "any"
"""
LIFE = read_lifecycle(DOCUMENT)
Assess: Any = LIFE.commands["登记损失"]
NAME = "house.登记损失"
NOON = datetime(2026, 3, 2, 12, tzinfo=timezone(timedelta(hours=8)))


def assessed(*given: Any, **more: Any) -> dict[str, Any]:
    return dict(s.triaged(LIFE).do(Assess(*given, **more)).facts.extra)


def test_a_time_a_date_and_an_amount_are_facts_that_can_be_compared() -> None:
    """A guard that compared them met a text, raised, and so refused everybody for ever."""
    facts = assessed("12.50 cny", 发生日=date(2026, 3, 1), at=NOON, 等级="高")
    assert facts == {
        NAME: "li",
        f"{NAME}.loss": Money(Decimal("12.5"), "CNY"),
        f"{NAME}.发生日": date(2026, 3, 1),
        f"{NAME}.at": NOON,
        f"{NAME}.等级": "高",
    }
    assert facts[f"{NAME}.loss"].amount < 13
    assert facts[f"{NAME}.发生日"] < date(2026, 3, 2)
    assert facts[f"{NAME}.at"].tzinfo is UTC


def test_they_are_the_same_after_they_were_stored() -> None:
    """Else a guard decides otherwise after a restart."""
    story = s.triaged(LIFE).do(Assess("-3 EUR", 发生日=date(2026, 3, 1), at=NOON))
    assert decode_facts(encode_facts(story.facts)) == story.facts
    changes = {"extra": story.facts.extra}
    assert decode_changes(encode_facts(changes)) == changes


@pytest.mark.parametrize("wrong", ['{"$date": "soon"}', '{"$money": "much CNY"}', '{"$time": "now"}'])
def test_what_is_none_of_them_in_a_store_cannot_be_read(wrong: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        decode_facts(f'{{"extra": {{"x": {wrong}}}}}'.encode())


def test_a_table_that_only_looks_like_one_stays_a_table() -> None:
    """A command with code of its own may keep what it likes."""
    kept = decode_facts(b'{"extra": {"x": {"$date": 5}, "y": {"a": "b"}, "z": {}}}').extra
    assert {name: dict(one) for name, one in kept.items()} == {"x": {"$date": 5}, "y": {"a": "b"}, "z": {}}
    listed = decode_facts(encode_facts({"extra": c.FrozenMap({"x": (date(2026, 3, 1), 2)})}))
    assert listed.extra["x"] == (date(2026, 3, 1), 2)


@pytest.mark.parametrize("given", ["12.5 CNY", {"amount": "12.50", "currency": "CNY"}, Money(Decimal("12.5"), "CNY")])
def test_an_amount_is_given_as_a_text_as_a_table_or_as_it_is(given: Any) -> None:
    assert assessed(given)[f"{NAME}.loss"] == Money(Decimal("12.5"), "CNY")


@pytest.mark.parametrize("wrong", ["12.50", "CNY", " ", 12, "1.2.3 CNY"])
def test_an_amount_without_a_currency_is_none(wrong: Any) -> None:
    with pytest.raises(
        InvalidInput, match=r"loss: found .*, expected an amount with its currency, for example 12.50 CNY"
    ):
        Assess(wrong)


def test_a_guard_compares_them() -> None:
    """Above a limit a lead must have looked at it."""

    def small_loss(ask: Ask) -> Refusal | None:
        loss = ask.facts.extra.get(f"{NAME}.loss")
        return Refusal("small-loss", f"{loss} is too much", "ask a lead") if loss and loss.amount > 500 else None

    rules = LifecycleBuilder.default().command("登记损失", {"loss": "money"}).add("登记损失", "any")
    lifecycle = rules.add("Triage", "received", "triaged", guards=[small_loss]).build()
    kind: Any = lifecycle.commands["登记损失"]
    assert s.received(lifecycle).do(kind("500 CNY")).refused(s.triage()) == set()
    story = s.received(lifecycle).do(kind("500.01 CNY"))
    assert story.refused(s.triage()) == {"small-loss"}
    (refusal,) = lifecycle.decide(story.complaint, s.triage(), by=s.LI, at=story.at).refusals
    assert "500.01 CNY is too much" in str(refusal)


def test_what_is_left_out_is_no_fact_and_samples_fit() -> None:
    assert assessed("1 CNY") == {NAME: "li", f"{NAME}.loss": Money(Decimal(1), "CNY")}
    story = s.triaged(LIFE)
    ask = Ask("C-1", story.facts, c.Command(), s.LI, story.at, LIFE.policy)
    assert all(story.do(sample) for sample in Assess.samples(ask))


def test_a_name_in_chinese_is_one_and_a_small_letter_is_none() -> None:
    schema = command_schema("登记损失", commands=[Assess])
    assert schema["$id"].isascii()
    assert schema["title"] == "登记损失"
    for name in ("rate", "_Rate", "1st", "登记 损失", "class"):
        with pytest.raises(DefinitionError, match="begins with a capital, like Rate, or in a script without capitals"):
            LifecycleBuilder.default().command(name).add(name, "any").build()


def test_a_lifecycle_in_which_it_is_something_else_does_not_take_an_amount() -> None:
    other = read_lifecycle(DOCUMENT.replace('loss = "money"', 'loss = "number"'))
    moving = other.moving
    assert moving._may_be(f"{NAME}.loss", 5)
    assert not moving._may_be(f"{NAME}.loss", Money(Decimal(5), "CNY"))
    assert LIFE.moving._may_be(f"{NAME}.loss", Money(Decimal(5), "CNY"))
    assert not LIFE.moving._may_be(f"{NAME}.loss", "5 CNY")
