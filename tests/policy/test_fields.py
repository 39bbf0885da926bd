"""R3: the fields of the house's own: how a policy declares them, and what they take."""

import attrs
import pytest

from complaintflow import DefinitionError, InvalidInput, Policy
from complaintflow.commands import Receive
from complaintflow.policy import FieldRule, FieldType
from complaintflow.policy.custom_fields import TAKEN, read_fields

HOUSE = """
[fields.contract]
zh = "合同号"
en = "contract number"
searchable = true
required = ["billing"]

[fields.loss]
type = "money"
en = "loss"
private = true

[fields.size]
type = "choice"
choices = ["small", "large"]
ask_en = "Is it small or large?"
"""
POLICY = Policy.from_toml(HOUSE)


def test_a_policy_declares_fields_of_its_own() -> None:
    assert POLICY.fields["contract"] == FieldRule(
        zh="合同号", en="contract number", searchable=True, required=("billing",)
    )
    assert POLICY.fields["size"].type is FieldType.CHOICE
    assert POLICY.searchable_fields == {"contract"}
    assert Policy.from_document(POLICY.document) == POLICY != Policy()


def test_a_type_needs_its_own_fields_and_those_that_name_it() -> None:
    assert POLICY.required_fields("billing") == ("description", "contract")
    assert POLICY.required_fields("service") == ("description",)


def test_the_label_and_the_question_are_in_the_language_of_the_reader() -> None:
    contract, loss, size = POLICY.fields.values()
    assert [contract.label("contract", one) for one in ("zh", "en")] == ["合同号", "contract number"]
    assert loss.label("loss", "zh") == "loss"
    assert FieldRule(zh="合同号").label("c", "en") == "合同号"
    assert FieldRule().label("c", "zh") == "c"
    assert contract.question("contract", "zh") == "请提供合同号。"
    assert size.question("size", "en") == "Is it small or large?"


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        ("text", "  A-1 ", "A-1"),
        ("number", "12.50", "12.5"),
        ("number", "１２", "12"),
        ("number", "-0", "0"),
        ("number", "1e3", "1000"),
        ("date", "2026-01-31", "2026-01-31"),
        ("bool", "Yes", "true"),
        ("bool", "否", "false"),
        ("money", "12.50 cny", "12.5 CNY"),
        ("money", "EUR12", "12 EUR"),
        ("date", "  ", ""),
    ],
)
def test_equal_values_are_kept_as_equal_texts(kind: FieldType, text: str, kept: str) -> None:
    assert FieldRule(kind).read(text) == kept


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("number", "twelve"),
        ("number", "NaN"),
        ("number", "1e999"),
        ("date", "31.1.2026"),
        ("bool", "maybe"),
        ("money", "12"),
        ("money", "CNY 12 CNY"),
        ("money", "1.2.3 CNY"),
        ("money", "about 12"),
    ],
)
def test_what_is_no_value_of_the_type_is_none(kind: FieldType, text: str) -> None:
    assert FieldRule(kind).read(text) is None


def test_a_choice_is_found_however_it_is_spelt() -> None:
    assert POLICY.fields["size"].read(" LARGE ") == "large"
    assert POLICY.fields["size"].read("huge") is None


def test_all_problems_of_given_fields_come_together() -> None:
    with pytest.raises(InvalidInput) as wrong:
        read_fields(POLICY.fields, {"loss": "much", "size": "huge", "contrakt": "1", "contract": "x" * 9}, 8)
    assert [(one.path, one.expected) for one in wrong.value.problems] == [
        ("fields.contrakt", "one of contract, loss, size"),
        ("fields.loss", "an amount with its currency, for example 12.50 CNY"),
        ("fields.size", "one of small, large"),
        ("fields.contract", "at most 8 (limits.name_chars)"),
    ]


def test_a_house_without_fields_says_so() -> None:
    with pytest.raises(InvalidInput, match="declares no fields"):
        read_fields({}, {"contract": "1"}, 8)


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ("[fields.order]", "fields.order"),
        ("[fields.'contact.email']", "fields.contact.email"),
        ("[fields.x]\nrequired = ['biling']", "fields.x.required"),
        ("[fields.x]\ntype = 'colour'", "fields.x.type"),
        ("[fields.x]\ntype = 'choice'", "fields.x.choices"),
        ("[fields.x]\nchoices = ['a']", "fields.x.choices"),
        ("[fields.x]\nprivate = true\nsearchable = true", "fields.x.searchable"),
    ],
)
def test_a_declaration_that_contradicts_itself_is_refused_by_its_key(document: str, path: str) -> None:
    with pytest.raises(DefinitionError) as wrong:
        Policy.from_toml(document)
    assert [one.path for one in wrong.value.problems] == [path]


def test_no_field_of_the_house_has_the_name_of_an_intake_field() -> None:
    assert {field.name for field in attrs.fields(Receive)} <= TAKEN


def test_values_are_kept_in_one_way_and_all_that_are_none_are_named_at_once() -> None:
    assert POLICY.read_fields({"loss": "EUR12", "contract": " C-9 "}) == {"loss": "12 EUR", "contract": "C-9"}
    with pytest.raises(InvalidInput) as wrong:
        POLICY.read_fields({"size": "huge", "weight": "3"})
    assert {one.path for one in wrong.value.problems} == {"fields.size", "fields.weight"}
