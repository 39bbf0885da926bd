"""The command that prints the rule book (R1 … R48)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import Fields, Line, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Language, Shared
from complaintflow.lifecycle import RefusalCase, RuleEntry
from complaintflow.lifecycle.articles import ARTICLES
from complaintflow.lifecycle.rule_book import find_rules
from complaintflow.vocabulary import in_language

_WORDS = {
    "number": ("编号", "number"),
    "source": ("出处", "source"),
    "guards": ("适用操作", "guards"),
    "effects": ("适用效果", "effects"),
    "needs": ("要求", "needs"),
    "refuses": ("拒绝时说", "refuses"),
    "helps": ("怎么办", "helps"),
    "override": ("豁免", "override"),
    "count": ("共 {} 条规则", "{} rule(s)"),
    "own": ("由自定义规则在拒绝时说明", "its refusal says"),
    "every": ("所有操作", "every command"),
    "but": ("所有操作，但不包括 {}", "every command but {}"),
    "changes": ("以及带来此类改动的任何其他操作", "and any other command whose changes have the effect"),
    "faults": ("逐项列出不符之处", "each thing that is wrong, by its name"),
    "braces": ("花括号中的内容由具体情况决定。", "What stands in braces is told by the case."),
    "never": ("不能豁免", "never"),
    "listed": ("规则配置允许豁免", "the policy lists it"),
    "not listed": ("规则配置未列出，不能豁免", "the policy does not list it"),
}
"""What stands before each part of a rule, and for what a lifecycle or a case decides."""
_BARE = frozenset({"{faults}", "{fault}"})


@subcommand
def rules(
    which: Annotated[str, Parameter(help="A number, such as R33, or the name of a rule; without it, all.")] = "",
    /,
    *,
    command: Annotated[str, Parameter(help="Only the rules that are asked about this command.")] = "",
    language: Language = "en",
    settings: Shared,
) -> int:
    """Explain the rules: number and source, what each guards, what it needs, and what helps when it refuses.

    JSON: `articles`, and `rules` (`rule`, `numbers`, `source`, `needs`, `effects`, `commands`, `of_every_command`,
    `of_changes`, `lifted`, `cases`, `helps`), whose `cases` have `case`, `why`, `helps`, `commands`, `nothing_helps`.
    """
    chosen = settings.lifecycle()
    found = find_rules(chosen.rules(), which, command)
    document = {
        "rules": [one.as_document(language) for one in found],
        "articles": {name: in_language(language, title) for name, title in ARTICLES.items()},
    }
    settings.output.emit(document, _view(found, frozenset(chosen.commands), language))
    return Code.OK


def _view(found: Sequence[RuleEntry], everything: frozenset[str], language: str) -> View:
    for one in found:
        yield Line(one.name, "bold")
        yield Fields(_parts(one, everything, language))
        yield ""
    cited = {source.partition(" ")[0] for one in found for source in one.sources}
    yield from (f"{name}: {in_language(language, title)}" for name, title in ARTICLES.items() if name in cited)
    yield _word("braces", language)
    yield _word("count", language).format(len(found))


def _parts(one: RuleEntry, everything: frozenset[str], language: str) -> Iterator[tuple[str, str]]:
    parts = {
        "number": ", ".join(one.numbers),
        "source": one.source(language),
        "guards": _guarded(one, everything, language),
        "effects": ", ".join(str(effect) for effect in one.effects if effect != "*"),
        "needs": in_language(language, one.keeps),
    }
    yield from ((_word(name, language), text) for name, text in parts.items())
    if not one.cases:
        yield _word("helps", language), _word("own", language)
    for case in one.cases:
        yield from _told(case, language)
    yield _word("override", language), _word(one.lifted, language)


def _guarded(one: RuleEntry, everything: frozenset[str], language: str) -> str:
    but = sorted(everything.difference(one.commands))
    names = ", ".join(one.commands)
    if len(but) < len(one.commands) // 2:
        names = _word("but", language).format(", ".join(but)) if but else _word("every", language)
    if not one.of_changes:
        return names
    return in_language(language, ("，", ", ")).join(part for part in (names, _word("changes", language)) if part)


def _told(case: RefusalCase, language: str) -> Iterator[tuple[str, str]]:
    helpers = f" [{', '.join(case.commands)}]" if case.commands else ""
    why = in_language(language, case.why)
    yield _word("refuses", language), _word("faults", language) if why in _BARE else why
    yield _word("helps", language), f"{in_language(language, case.remedy)}{helpers}"


def _word(name: str, language: str) -> str:
    return in_language(language, _WORDS[name])
