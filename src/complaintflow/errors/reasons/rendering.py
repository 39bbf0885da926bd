"""From facts to sentences: how the texts of the catalogue are filled, in Chinese and in English.

A place in a text is `{team}` or `{team:form}`. The form says how the fact is shown:

- `people`: names of people or roles; nobody where there are none.
- `term`: a word of the vocabulary, which has a Chinese name.
- `quoted`: what somebody said or typed, in the quotes of the language; `repr`: as code has it.
- `calls`: commands, as one calls them.
- `plain`: as it is, also a time, which otherwise is told to the minute in UTC.
- `|, no `: several facts, with this between them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from string import Formatter
from typing import Any

from complaintflow.errors.reasons import of_commands, of_effects, of_every_command, of_messages, of_money
from complaintflow.errors.reasons.fault import Fault
from complaintflow.errors.reasons.faults import FAULTS
from complaintflow.errors.reasons.pairs import NOTHING, Pair, Reason
from complaintflow.errors.reasons.terms import TERMS
from complaintflow.vocabulary import LANGUAGES, in_language

REASONS: Mapping[str, Reason] = {
    **of_every_command.REASONS,
    **of_effects.REASONS,
    **of_messages.REASONS,
    **of_money.REASONS,
    **of_commands.REASONS,
}
"""Why, and what helps, by the rule; a rule that has several cases has them as `rule:case`."""

_HEAD: Pair = ("{complaint}：{command} 被拒绝", "{command} refused for {complaint}")
_BETWEEN: Pair = ("、", ", ")
_BETWEEN_FAULTS: Pair = ("；", "; ")
_OR: Pair = (" 或 ", " or ")
_NONE: Mapping[str, Pair] = {"": ("无", "none"), "people": ("无人", "nobody"), "moves": ("无", "nothing")}


def why(reason: str, facts: Mapping[str, Any], language: str) -> str:
    """The sentence that says why, in `zh` or `en`."""
    return _fill(REASONS[reason].why, facts, language)


def remedy(reason: str, facts: Mapping[str, Any], language: str) -> str:
    """The sentence that says what would help, in `zh` or `en`."""
    return _fill(NOTHING if facts.get("idle") else REASONS[reason].remedy, facts, language)


def head(command: str, complaint: str, language: str) -> str:
    """What stands above all reasons against a command."""
    return _fill(_HEAD, {"command": command, "complaint": complaint}, language).strip()


class _Filler(Formatter):
    """Fills a text in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        """One fact, or several: names in their order, and what is in an order already as it is."""
        if _is_of(value, frozenset, set):
            return self._several(sorted(value), format_spec)
        return self._several(value, format_spec) if _is_of(value, tuple, list) else self._one(value, format_spec)

    def _several(self, values: Sequence[Any], form: str) -> str:
        if not values:
            return in_language(self.language, _NONE.get(form, _NONE[""]))
        return self._between(values, form).join(self._one(value, form) for value in values)

    def _between(self, values: Sequence[Any], form: str) -> str:
        if form.startswith("|"):
            return form[1:]
        if form == "calls":
            return in_language(self.language, _OR)
        return in_language(self.language, _BETWEEN_FAULTS if isinstance(values[0], Fault) else _BETWEEN)

    def _one(self, value: Any, form: str) -> str:
        if isinstance(value, Fault):
            return _fill(FAULTS[value.name], value.facts, self.language)
        return in_language(self.language, _FORMS.get(form, _say)(value))


def _is_of(value: object, *kinds: type) -> bool:
    return isinstance(value, kinds)


def _say(value: object) -> Pair:
    text = f"{value.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if isinstance(value, datetime) else str(value)
    return text, text


def _say_plainly(value: object) -> Pair:
    return str(value), str(value)


def _say_in_code(value: object) -> Pair:
    return repr(value), repr(value)


def _call(command: Any) -> Pair:
    text = f"{command.__name__}(...)"
    return text, text


def _name(word: str) -> Pair:
    return TERMS.get(word, word), str(word)


def _quote(text: str) -> Pair:
    return f"「{repr(text)[1:-1]}」", repr(text)


def _name_person(name: str) -> Pair:
    return (name, name) if name else _NONE["people"]


_FORMS: Mapping[str, Callable[[Any], Pair]] = {
    "calls": _call,
    "people": _name_person,
    "plain": _say_plainly,
    "quoted": _quote,
    "repr": _say_in_code,
    "term": _name,
}
_FILLERS: Mapping[str, _Filler] = {language: _Filler(language) for language in LANGUAGES}


def _fill(pair: Pair, facts: Mapping[str, Any], language: str) -> str:
    return _FILLERS[language].vformat(in_language(language, pair), (), facts)
