"""R3: fields of the house's own at intake: declared in the policy, and checked whenever somebody fills one.

A field has a type, a name for people, and says whether it is private and whether lists find complaints by it. Every
value is kept as one text, in one way to write it, so that equal values are equal texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any
from unicodedata import normalize

import attrs

from complaintflow._validation.names import fold_name
from complaintflow._validation.structure import Checked, Name, NonBlank, as_texts, as_word, as_words, checker, validate
from complaintflow.errors import InvalidInput, Problem
from complaintflow.vocabulary import in_language


class FieldType(StrEnum):
    """What a field of the house's own holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    BOOL = "bool"
    MONEY = "money"


@attrs.frozen(eq=False, repr=False)
class FieldRule(Checked):
    """R3: one field of the house's own.

    `zh` and `en` are its name for people, `ask_zh` and `ask_en` the question that asks a customer for it. A `choice`
    has its `choices`. A `private` value stands beside the events alone, where it can be erased. A `searchable` one is
    among the facts, by which lists find complaints, and stays there; so no field is both. `required` names the types of
    complaint that need it, beside those whose own `required` names it.
    """

    type: FieldType = attrs.field(default=FieldType.TEXT, converter=as_word)
    zh: str = ""
    en: str = ""
    ask_zh: str = ""
    ask_en: str = ""
    choices: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts)
    private: bool = False
    searchable: bool = False
    required: frozenset[Name] = attrs.field(default=frozenset(), converter=as_words)

    def __attrs_post_init__(self) -> None:
        validate(self)
        problems = (
            Problem("searchable", "true, and private too", "a field that is private or searchable, not both"),
            Problem("choices", "nothing", "at least one choice"),
            Problem("choices", ", ".join(self.choices), f"no choices in a field of type {self.type}"),
        )
        of_choice = self.type is FieldType.CHOICE
        wrong = (self.private and self.searchable, of_choice and not self.choices, bool(self.choices) and not of_choice)
        if any(wrong):
            raise InvalidInput(tuple(problem for problem, found in zip(problems, wrong, strict=True) if found))

    def label(self, name: str, language: str) -> str:
        """Its name for people; the name of the field where they have none."""
        return in_language(language, (self.zh, self.en)) or self.en or self.zh or name

    def question(self, name: str, language: str) -> str:
        """What asks a customer for it."""
        own = in_language(language, (self.ask_zh, self.ask_en))
        return own or in_language(language, _QUESTIONS).format(label=self.label(name, language))

    def read(self, text: str) -> str | None:
        """The value as it is kept, or None for a text that is none. A blank text stays blank: there is no value."""
        if self.type is FieldType.TEXT or not text.strip():
            return text.strip()
        return _READ[self.type](self, normalize("NFKC", text.strip()))

    @property
    def expected(self) -> str:
        """What it takes, for an error."""
        return f"one of {', '.join(self.choices)}" if self.choices else _EXPECTED[self.type]


_QUESTIONS = ("请提供{label}。", "Please tell us: {label}?")


def read_fields(rules: Mapping[str, FieldRule], given: Mapping[str, str], longest: int) -> dict[str, str]:
    """These values of fields as they are kept. A searchable one has at most so many characters as `longest` says.

    Raises `InvalidInput` with all problems at once: for a field that the policy does not have, the ones that it has.
    """
    read = {name: rules[name].read(text) for name, text in given.items() if name in rules}
    problems = [
        *(Problem(f"fields.{name}", "an unknown field", _listed(rules)) for name in given if name not in rules),
        *(
            Problem(f"fields.{name}", "another value", rules[name].expected)
            for name, one in read.items()
            if one is None
        ),
        *(
            Problem(f"fields.{name}", f"{len(one)} characters", f"at most {longest} (limits.name_chars)")
            for name, one in read.items()
            if one and rules[name].searchable and len(one) > longest
        ),
    ]
    if problems:
        raise InvalidInput(tuple(problems))
    return {name: one or "" for name, one in read.items()}


def _listed(rules: Mapping[str, FieldRule]) -> str:
    return f"one of {', '.join(sorted(rules))}" if rules else "none: the policy declares no fields (policy.fields)"


# Fields by name, because the policy must not import the commands; `tests/policy/test_fields.py` checks the names.
TAKEN = frozenset(
    {
        *("channel", "customer", "description", "type", "area", "respondent", "order", "product", "category", "region"),
        *("desired", "needed_for", "needed_by", "occurred_at", "account", "device", "os", "steps_taken", "shop"),
        *("reported_by", "snapshot", "follows", "attachments", "fields"),
    }
)
"""The names of the intake fields that every house has."""


def declaration_problems(rules: Mapping[str, FieldRule], types: Mapping[str, object]) -> tuple[Problem, ...]:
    """A field has a name of letters, digits and underscores that is not in use, and is required by types that exist."""
    named = [Problem(f"fields.{name}", "a name in use", "a name of its own") for name in rules if name in TAKEN]
    formed = [
        Problem(f"fields.{name}", "another sign", "a name of letters, digits and underscores")
        for name in rules
        if not name.isidentifier()
    ]
    strange = [
        Problem(f"fields.{name}.required", type, f"one of {', '.join(sorted(types))}")
        for name, rule in rules.items()
        for type in sorted(rule.required.difference(types))
    ]
    return (*named, *formed, *strange)


def _read_typed(kind: Any, write: Callable[[Any], str]) -> Callable[[FieldRule, str], str | None]:
    """Reads a text by the check of a type, and writes it in one way."""

    def read(rule: FieldRule, text: str) -> str | None:
        problems: list[Problem] = []
        value: Any = checker(kind)(text, "", problems)
        return None if problems else write(value)

    return read


def _write_number(number: Decimal) -> str:
    plain = f"{number:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain) if number else "0"


_MONEY = re.compile(r"(?:(?P<before>[A-Za-z]{3}) ?)?(?P<amount>[+-]?[0-9][0-9.]*)(?: ?(?P<after>[A-Za-z]{3}))?")
_read_number = _read_typed(Decimal, _write_number)


def _read_money(rule: FieldRule, text: str) -> str | None:
    """An amount with a currency before or after it."""
    found = _MONEY.fullmatch(text) if text.isascii() else None
    if found is None or bool(found["before"]) == bool(found["after"]):
        return None
    amount = _read_number(rule, found["amount"])
    return None if amount is None else f"{amount} {(found['before'] or found['after']).upper()}"


_TRUE = frozenset({"true", "yes", "1", "是"})
_FALSE = frozenset({"false", "no", "0", "否"})


def _read_bool(rule: FieldRule, text: str) -> str | None:
    word = fold_name(text)
    return "true" if word in _TRUE else "false" if word in _FALSE else None


def _read_choice(rule: FieldRule, text: str) -> str | None:
    return {fold_name(choice): choice for choice in rule.choices}.get(fold_name(text))


_READ: Mapping[FieldType, Callable[[FieldRule, str], str | None]] = {
    FieldType.NUMBER: _read_number,
    FieldType.DATE: _read_typed(date, date.isoformat),
    FieldType.CHOICE: _read_choice,
    FieldType.BOOL: _read_bool,
    FieldType.MONEY: _read_money,
}
_EXPECTED: Mapping[FieldType, str] = {
    FieldType.TEXT: "a text",
    FieldType.NUMBER: "a number, for example 12.5",
    FieldType.DATE: "a date, for example 2026-01-31",
    FieldType.BOOL: "true or false",
    FieldType.MONEY: "an amount with its currency, for example 12.50 CNY",
}
