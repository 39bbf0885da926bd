"""What the reference says is read from the code while Sphinx builds: nothing of it is typed by hand.

A page holds a line `<!-- generated: moves -->`; `expanded` puts the text there that `PARTS` makes.
"""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

import attrs

import complaintflow
from complaintflow import Lifecycle, Policy
from complaintflow.commands import BUILTIN, Command
from complaintflow.diagram import mermaid
from complaintflow.guards import GUARDS, rule_of
from complaintflow.lifecycle import TABLE
from complaintflow.messages.words import STATUS
from complaintflow.plugins._specs import Specs
from complaintflow.policy import NEVER_OVERRIDDEN
from complaintflow.rows import Row, allowed
from complaintflow.vocabulary import CLOSABLE, ENDS, FIXED, OPEN, WORKING, State

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["PARTS", "commands", "diagram", "expanded", "hooks", "modules", "moves", "policy", "rules", "setup", "states"]

NO_PAGE = {"complaintflow.cli", "complaintflow.demo"}
"""Programs: described by their `--help`, not by their functions."""

MARK = re.compile(r"^<!-- generated: ([a-z]+) -->$", re.MULTILINE)
SETS: Mapping[str, frozenset[State]] = {
    "OPEN": OPEN,
    "WORKING": WORKING,
    "FIXED": FIXED,
    "CLOSABLE": CLOSABLE,
    "ENDS": ENDS,
}
SECOND = timedelta(seconds=1)
UNITS = ((86400, "d"), (3600, "h"), (60, "min"), (1, "s"))


def _table(head: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    names = tuple(head)
    rows = [names, ("---",) * len(names), *lines]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows) + "\n"


def _code(names: Iterable[object]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _doc(thing: object) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())


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


def commands() -> str:
    """Every command with its fields, by module of the library."""
    return "\n".join(_command(kind) for kind in BUILTIN.values())


def _command(kind: type[Command]) -> str:
    paragraphs = (inspect.getdoc(kind) or "").split("\n\n")
    rows = [row for row in TABLE if row.command is kind]
    where = "; ".join(dict.fromkeys(_sources(row) for row in rows))
    who = ", ".join(sorted(frozenset().union(*(row.who for row in rows))))
    effects = f" Effects: {_code(sorted(kind.EFFECTS))}." if kind.EFFECTS else ""
    about = f"Asked by {who}, from {where}.{effects}"
    return "\n\n".join([f"## {kind.__name__}", *paragraphs, about, _fields(kind)])


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
    empty = default == "" or default == () or hasattr(default, "takes_self")  # a factory makes an empty one
    return "empty" if empty else f"`{_shown(default)}`"


def rules() -> str:
    """Every rule: the one of every command, those that hang on effects, those of single commands."""
    return "\n".join(
        [
            "## Of every command\n",
            _table(("rule", "what it keeps"), [(f"`{rule_of(allowed)}`", _doc(allowed))]),
            "## On effects\n",
            _table(("rule", "watches", "what it keeps", "can be overridden"), _on_effects()),
            "## Of single commands\n",
            _table(("rule", "asked by", "what it keeps"), _of_commands()),
        ]
    )


def _on_effects() -> Iterator[tuple[str, ...]]:
    watched: dict[str, list[str]] = {}
    kept: dict[str, str] = {}
    for effect, guard in ((effect, guard) for effect, called in GUARDS.items() for guard in called):
        rule = rule_of(guard)
        watched.setdefault(rule, []).append(effect)
        if guard.__name__.replace("_", "-") == rule:  # others see the same rule from another effect
            kept[rule] = _doc(guard)
    for rule, effects in watched.items():
        yield f"`{rule}`", _code(effects), kept[rule], _liftable(rule)


def _of_commands() -> Iterator[tuple[str, ...]]:
    for rule in dict.fromkeys(rule for row in TABLE for rule in row.rules):
        kinds = sorted({row.kind for row in TABLE if rule in row.rules})
        yield f"`{rule_of(rule)}`", _code(kinds), _doc(rule)


def _liftable(rule: str) -> str:
    if rule in NEVER_OVERRIDDEN:
        return "never"
    return "by default" if rule in Policy().overridable else "if the policy lists it"


def policy() -> str:
    """Every key of the policy with its default; tables of names one by one."""
    return "\n".join([_section("", Policy()), *_named_tables(Policy())])


def _section(prefix: str, section: Any) -> str:
    plain, inner = [], []
    for field in attrs.fields(type(section)):
        value = getattr(section, field.name)
        if attrs.has(type(value)):
            inner.append(f"## `[{field.name}]`\n\n{_doc(value)}\n\n{_section(f'{field.name}.', value)}")
        elif not isinstance(value, Mapping) or not any(attrs.has(type(one)) for one in value.values()):
            plain.append((f"`{prefix}{field.name}`", f"`{_shown(value)}`"))
    return "\n".join([_table(("key", "default"), plain), *inner])


def _named_tables(whole: Policy) -> Iterator[str]:
    for name in ("types", "channels"):
        named: Mapping[str, Any] = getattr(whole, name)
        kind = type(next(iter(named.values())))
        keys = [field.name for field in attrs.fields(kind)]
        lines = ((f"`{key}`", *(_shown(getattr(one, part)) for part in keys)) for key, one in named.items())
        yield f"## `[{name}.<name>]`\n\n{_doc(kind)}\n\n{_table(('name', *(f'`{key}`' for key in keys)), lines)}"


def _shown(value: Any) -> str:
    if isinstance(value, timedelta):
        seconds = value // SECOND
        size, unit = next((size, unit) for size, unit in UNITS if not seconds % size)
        return f"{seconds // size}{unit}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name} = {_shown(one)}" for name, one in value.items()) + "}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(_shown, value))) or "none"
    if isinstance(value, tuple | list):
        return ", ".join(map(_shown, value)) or "none"
    return str(value.value if isinstance(value, Enum) else value)


def hooks() -> str:
    """Every hook that a plugin may implement."""
    named = {name: hook for name, hook in vars(Specs).items() if not name.startswith("_")}
    returns = {name: str(inspect.signature(hook).return_annotation) for name, hook in named.items()}
    lines = ((f"[`{name}`](../plugins.md#{name})", f"`{returns[name]}`", _doc(hook)) for name, hook in named.items())
    return _table(("hook", "returns", "what"), lines)


def modules() -> str:
    """A section of autodoc for every public module."""
    found = pkgutil.walk_packages(complaintflow.__path__, "complaintflow.")
    names = sorted(one.name for one in found if not one.ispkg and not re.search(r"\._", one.name))
    return "\n".join(map(_module, [name for name in names if name not in NO_PAGE and ".commands." not in name]))


def _module(name: str) -> str:
    return f"## `{name}`\n\n```{{eval-rst}}\n.. automodule:: {name}\n```\n"


def diagram() -> str:
    """The moves that change the state, as a Mermaid diagram."""
    return f"```text\n{mermaid(Lifecycle.default())}```\n"


PARTS: Mapping[str, Callable[[], str]] = {
    part.__name__: part for part in (states, moves, commands, rules, policy, hooks, modules, diagram)
}


def expanded(text: str) -> str:
    """The page with its marks replaced. A mark of an unknown name is a `KeyError`."""
    return MARK.sub(lambda mark: PARTS[mark[1]](), text)


def _read(app: Sphinx, page: str, source: list[str]) -> None:
    source[0] = expanded(source[0])


def _outdated(app: Sphinx, env: Any, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """The code may have changed where the page has not."""
    return [page for page in env.found_docs if page.startswith("reference/")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("source-read", _read)
    app.connect("env-get-outdated", _outdated)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
