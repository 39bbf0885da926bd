"""Write the generated parts of the pages: what the reference says is read from the code.

    make generate

A page holds the lines `<!-- generated: moves -->` and `<!-- end -->`; the text of `PARTS["moves"]` goes between them.
The pages are kept in the repository with that text, so that nobody needs a build to read them.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import Any, Protocol, get_args, get_type_hints

import attrs

from complaintflow import Lifecycle, Policy
from complaintflow.commands import BUILTIN, Command
from complaintflow.errors.reasons.faults import FAULTS
from complaintflow.errors.reasons.rendering import REASONS
from complaintflow.insight import MEASURES, Unit
from complaintflow.interchange.kinds import KINDS
from complaintflow.interchange.problems import TITLES
from complaintflow.interchange.schemas import UNSAID
from complaintflow.interchange.shapes import DERIVED, TOLD, fields_of
from complaintflow.lifecycle.articles import ARTICLES, HOUSE, SOURCES
from complaintflow.lifecycle.diagram import mermaid
from complaintflow.lifecycle.guards import rule_of
from complaintflow.lifecycle.rows import Row
from complaintflow.lifecycle.rule_book import RefusalCase, RuleEntry, without_forms
from complaintflow.lifecycle.table import TABLE
from complaintflow.messages.words import STATUS
from complaintflow.plugins import Session, Store
from complaintflow.plugins._specs import Specs
from complaintflow.vocabulary import State
from docs import _architecture, _clocks, _public
from docs._public import SETS, code as _code, first as _first, table as _table

__all__ = ["PARTS", "expand", "generate_pages"]

DOCS = Path(__file__).parent
MARK = re.compile(r"^(<!-- generated: ([a-z]+) -->\n)(?:.*?)(^<!-- end -->)$", re.MULTILINE | re.DOTALL)
SECOND = timedelta(seconds=1)
UNITS = ((86400, "d"), (3600, "h"), (60, "min"), (1, "s"))


def _doc(thing: object) -> str:
    return _first(inspect.getdoc(thing))


def states() -> str:
    """Every state, the sets that it belongs to, and what the customer reads."""
    lines = (
        (f"`{state}`", _code(name for name, members in SETS.items() if state in members), *STATUS.get(state, ("", "")))
        for state in State
    )
    return _table(("state", "in", "the customer reads (zh)", "(en)"), lines)


def _sources(row: Row) -> str:
    """The states that a row leaves; a whole set by its name."""
    left, parts = set(row.sources), []
    for name, members in SETS.items():
        absent = members - row.sources
        if members & left == members or (name == "OPEN" and len(absent) == 1):
            parts.append(name + "".join(f" but `{state}`" for state in absent))
            left -= members
    return ", ".join([*parts, *(f"`{state}`" for state in sorted(left))])


def _own_rules(row: Row) -> str:
    return _code(rule_of(rule) for rule in row.rules)


def moves() -> str:
    """Every row of the table."""
    lines = (
        (
            f"[{row}](commands.md#{row.kind.lower()})" if row.kind in BUILTIN else str(row),
            _sources(row),
            f"`{row.target}`" if row.target else "stays",
            ", ".join(sorted(row.who)),
            _code(sorted(row.effects)),
            _own_rules(row),
        )
        for row in TABLE
    )
    return _table(("command", "from", "to", "who", "effects", "own rules"), lines)


def diagram() -> str:
    """The moves that change the state, as a Mermaid diagram."""
    return f"```mermaid\n{mermaid(Lifecycle.default())}```\n"


def commands() -> str:
    """Every command with its fields, and first a line for each theme."""
    themes: dict[str, list[str]] = {}
    for name, kind in BUILTIN.items():
        themes.setdefault(kind.__module__.rpartition(".")[2], []).append(f"[{name}](#{name.lower()})")
    lines = [f"- **{theme}**: {', '.join(names)}\n" for theme, names in themes.items()]
    return "".join(sorted(lines)) + "\n" + "\n".join(map(_command, BUILTIN.values()))


def _command(kind: type[Command]) -> str:
    paragraphs = (inspect.getdoc(kind) or "").split("\n\n")
    rows = [row for row in TABLE if row.command is kind]
    where = "; ".join(dict.fromkeys(_sources(row) for row in rows))
    who = ", ".join(sorted(frozenset().union(*(row.who for row in rows))))
    effects = f" Effects: {_code(sorted(kind.EFFECTS))}." if kind.EFFECTS else ""
    about = f"Who: {who}. From: {where}.{effects}"
    return "\n\n".join([f"## {kind.__name__}", *paragraphs, about, _fields(kind), *_closed_words(kind)])


def _closed_words(kind: Any) -> Iterator[str]:
    """The words that a field closes."""
    for name, hint in get_type_hints(kind).items():
        for one in (hint, *get_args(hint)):
            if isinstance(one, type) and issubclass(one, Enum):
                yield f"`{name}` is one of {_code(word.value for word in one)}.\n"


def _fields(kind: Any) -> str:
    lines = [(f"`{field.name}`", f"`{_type(field)}`", _default(field)) for field in attrs.fields(kind)]
    return _table(("field", "type", "default"), lines) if lines else "No fields.\n"


def _type(field: attrs.Attribute[Any]) -> str:
    text = str(field.type)
    return re.sub(r"Annotated\[(\w+), Within\(([^)]*)\)\]", r"\1 within \2", text).replace("NonBlank", "text")


def _default(field: attrs.Attribute[Any]) -> str:
    default = field.default
    if default is attrs.NOTHING:
        return "**must be given**"
    bare = default in ("", ()) or (isinstance(default, Mapping) and not default)
    empty = bare or hasattr(default, "takes_self")  # a factory makes an empty one
    return "empty" if empty else f"`{_format(default)}`"


def rules() -> str:
    """The rule book: those of every command, those that hang on effects, those of single commands."""
    book = Lifecycle.default().rules()
    every = [one for one in book if one.of_every_command]
    watching = [one for one in book if one.effects and not one.of_every_command]
    single = [one for one in book if not one.effects and not one.of_every_command]
    parts = (("Of every command", every), ("On effects", watching), ("Of single commands", single))
    return "\n".join(f"## {title}\n\n" + "\n".join(map(_rule, entries)) for title, entries in parts)


def _rule(one: RuleEntry) -> str:
    asked = f"asked about {_code(one.commands)}" if one.commands and not one.of_every_command else ""
    changes = "any command whose changes have the effect" if one.of_changes else ""
    about = (
        f"{', '.join(one.numbers)} ({one.source('en')})",
        f"watches {_code(one.effects)}" if one.effects and not one.of_every_command else "",
        " and ".join(part for part in (asked, changes) if part),
        _OVERRIDE[one.lifted],
    )
    cases = (
        (_case_of(case), case.why[1], case.why[0], case.remedy[1], case.remedy[0], _code(case.commands))
        for case in one.cases
    )
    head = ("case", "why", "in Chinese", "what helps", "in Chinese", "commands")
    told = "; ".join(part for part in about if part)
    return f"### {one.name}\n\n{' '.join(reversed(one.keeps))}\n\n{told}.\n\n{_table(head, cases)}"


def _case_of(case: RefusalCase) -> str:
    return f"{case.case or '–'}{' (not needed)' if case.nothing_helps else ''}"


_OVERRIDE = {
    "never": "never overridden",
    "listed": "overridden by default",
    "not listed": "overridden if the policy lists it",
}


def sources() -> str:
    """The articles, and where each numbered rule comes from."""
    articles = ((name, english, chinese) for name, (chinese, english) in ARTICLES.items())
    places = ((number, "; ".join(places) or HOUSE[1]) for number, places in SOURCES.items())
    return "\n".join([_table(("article", "title", "in Chinese"), articles), _table(("rule", "drawn from"), places)])


def refusals() -> str:
    """The sentences of refusals that no rule of a command makes; what stands in braces is told by the case."""
    named = {one.name for one in Lifecycle.default().rules()}
    reasons = (
        (name.replace(":", ": "), *map(without_forms, (reason.why[1], reason.why[0], *reversed(reason.remedy))))
        for name, reason in sorted(REASONS.items())
        if name.partition(":")[0] not in named
    )
    faults = (
        (name, without_forms(english), without_forms(chinese)) for name, (chinese, english) in sorted(FAULTS.items())
    )
    return "\n".join(
        [
            _table(("rule: case", "why", "in Chinese", "what helps", "in Chinese"), reasons),
            "Several things may be wrong at once. Each of them is named by its own words:\n",
            _table(("fault", "in English", "in Chinese"), faults),
        ]
    )


def policy() -> str:
    """Every key of the policy with its default; what is defined by name has a section for each kind."""
    return _section("", Policy())


def _section(prefix: str, section: Any) -> str:
    plain, inner, hints = [], [], get_type_hints(type(section))
    for field in attrs.fields(type(section)):
        value, kind = getattr(section, field.name), next(reversed(get_args(hints[field.name])), None)
        if attrs.has(type(value)):
            inner.append(f"## `[{field.name}]`\n\n{_doc(value)}\n\n{_section(f'{field.name}.', value)}")
        elif isinstance(value, Mapping) and isinstance(kind, type) and attrs.has(kind):
            inner.append(_by_name(field.name, kind, value))
        else:
            plain.append((f"`{prefix}{field.name}`", f"`{_format(value)}`"))
    return "\n".join([_table(("key", "default"), plain), *inner])


def _by_name(table: str, kind: Any, named: Mapping[str, Any]) -> str:
    """The keys of one kind of thing, and those of the default policy."""
    keys = ((f"`{field.name}`", _default(field)) for field in attrs.fields(kind))
    lines = ((f"`{name}`", _differences(one)) for name, one in named.items())
    defined = [_table(("name", "by default"), lines)] if named else []
    parts = (_doc(kind), _table(("key", "default"), keys), *defined)
    return "\n\n".join([f"## `[{table}.<name>]`", *parts])


def _differences(thing: Any) -> str:
    """The fields that are not as they would be by themselves."""
    values = {field.name: (getattr(thing, field.name), field.default) for field in attrs.fields(type(thing))}
    given = {name: value for name, (value, default) in values.items() if value != default}
    return ", ".join(f"`{name} = {_format(value)}`" for name, value in given.items())


def _format(value: Any) -> str:
    if isinstance(value, timedelta):
        seconds = value // SECOND
        size, unit = next((size, unit) for size, unit in UNITS if not seconds % size)
        return f"{seconds // size}{unit}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name} = {_format(one)}" for name, one in value.items()) + "}" if value else "none"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(_format, value))) or "none"
    if isinstance(value, tuple | list):
        return ", ".join(map(_format, value)) or "none"
    return str(value.value if isinstance(value, Enum) else value)


def clocks() -> str:
    """Every clock of the default policy, with the rule that it keeps."""
    head = (
        "clock",
        "rule",
        "starts with",
        "is met by",
        "is over with",
        "budget",
        "calendar",
        "a pause stops it",
        "warns",
        "tells",
    )
    return _table(head, _clocks.clock_lines(Policy(), _format))


def hooks() -> str:
    """Every hook that a plugin may implement."""
    named = {name: hook for name, hook in vars(Specs).items() if not name.startswith("_")}
    returns = {name: str(inspect.signature(hook).return_annotation) for name, hook in named.items()}
    lines = ((f"[`{name}`](../plugins.md#{name})", f"`{returns[name]}`", _doc(hook)) for name, hook in named.items())
    return _table(("hook", "returns", "what"), lines)


def calls() -> str:
    """What each call of a store and of its session promises, as the ports say it."""
    ports = (Store, *(port for port in Session.__bases__ if port is not Protocol), Session)
    lines = (
        (f"`{port.__name__}`", f"`{name}`", re.sub(r"\s+", " ", inspect.getdoc(call) or ""))
        for port in ports
        for name, call in vars(port).items()
        if inspect.isfunction(call) and not name.startswith("_")
    )
    return _table(("port", "call", "what it promises"), lines)


def programs() -> str:
    """The command line: its commands and its exit codes."""
    # Extras: imported where they are needed.
    from complaintflow.cli.app import app  # noqa: PLC0415
    from complaintflow.cli.failures import EXIT_CODES  # noqa: PLC0415

    named = {name: _first(app[name].help) for name in app if not name.startswith("-")}
    commands = ((f"`complaintflow {name}`", about) for name, about in named.items())
    codes = ((str(int(code)), about) for code, about in EXIT_CODES.items())
    return "\n".join([_table(("command", "what"), commands), _table(("exit code", "means"), codes)])


def unsaid() -> str:
    """What no schema of a command can say."""
    return _table(("the problem expects", "what it is"), ((f"`{begin} …`", about) for begin, about in UNSAID.items()))


def problems() -> str:
    """The types of problem details."""
    named = [
        ("`urn:complaintflow:rule:…`", "403, 409", "`Refused`: the first rule; all are in `refusals`"),
        *(
            (f"`urn:complaintflow:error:{name}`", str(status), f"`{kind.__name__}`: {title[1]}")
            for kind, (name, status, title) in TITLES.items()
        ),
        ("`about:blank`", "500", "an error of others, of which nothing is told"),
    ]
    return _table(("type", "status", "error"), named)


def documents() -> str:
    """Each kind of document, with its fields and what stands beside them."""
    known: Mapping[str, Any] = KINDS
    lines = [
        (f"`{name}`", _code(one.name for one in fields_of(kind)), _code((*DERIVED.get(name, ()), *TOLD.get(name, ()))))
        for name, kind in sorted(known.items())
        if name not in BUILTIN
    ]
    return _table(("kind", "fields", "beside them"), lines)


def measures() -> str:
    """Every measure: its unit, what counts, what does not, and by which time."""
    lines = (
        (
            f"`{one.name}`<br>{one.title('zh')}",
            f"{one.unit}, {one.time}" if one.unit is Unit.TIME else str(one.unit),
            *one.definition("en"),
            _code(one.cuts),
        )
        for one in MEASURES.values()
    )
    return _table(("measure", "unit", "counts", "does not count", "counted by", "cut by, beside"), lines)


PARTS: Mapping[str, Callable[[], str]] = {
    "states": states,
    "moves": moves,
    "diagram": diagram,
    "commands": commands,
    "words": _public.words,
    "rules": rules,
    "sources": sources,
    "refusals": refusals,
    "policy": policy,
    "measures": measures,
    "clocks": clocks,
    "gantt": _clocks.gantt,
    "hooks": hooks,
    "calls": calls,
    "packages": _public.packages,
    "programs": programs,
    "unsaid": unsaid,
    "problems": problems,
    "documents": documents,
    "picture": _architecture.picture,
    "levels": _architecture.levels,
}


def expand(text: str) -> str:
    """The page with its generated parts made again. A mark of an unknown name is a `KeyError`."""
    return MARK.sub(lambda mark: f"{mark[1]}\n{PARTS[mark[2]]()}\n{mark[3]}", text)


def generate_pages() -> dict[Path, str]:
    """Every page with generated parts, as it should be."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md"))}
    return {path: expand(text) for path, text in pages.items() if MARK.search(text)}


if __name__ == "__main__":
    for path, text in generate_pages().items():
        path.write_text(text, encoding="utf-8")
