"""The packages of the library and the arrows between them, read from the imports.

A package is a folder or a module directly under `src/complaintflow`; `complaintflow` itself is the front door.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

from docs._statements import statements

__all__ = ["imports", "levels", "picture"]

SOURCE = Path(__file__).parents[1] / "src" / "complaintflow"
FACE = "complaintflow"
KINDS: Mapping[str, tuple[str, ...]] = {
    "words": ("errors", "vocabulary", "wording", "_lazy", "_validation", "values"),
    "rules": ("policy", "record", "priority", "commands", "sla", "insight", "lifecycle"),
    "parts": (
        "plugins",
        "stores",
        "channels",
        "messages",
        "intakes",
        "workdays",
        "inbound",
        "knowledge",
        "conformance",
    ),
    "shell": ("desk", FACE, "interchange", "testing", "contrib", "cli"),
}
"""What a package is, which is its colour in the picture."""
COLOURS = {"words": "#eceff1", "rules": "#d7eadb", "parts": "#dbe6f6", "shell": "#f9e6cf"}

Imports = Mapping[str, frozenset[str]]


@cache
def imports() -> Imports:
    """For each package the others that it imports, for types as well."""
    found: dict[str, set[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        package = FACE if place == "__init__" else place
        found.setdefault(package, set()).update(_imported_names(ast.parse(path.read_text(encoding="utf-8"))))
    return {
        package: frozenset(other if other in found else FACE for other in others) - {package}
        for package, others in found.items()
    }


def _imported_names(tree: ast.Module) -> Iterator[str]:
    """The names after `complaintflow.` that a file imports: packages, or names of the front door."""
    for node in statements(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            top, _, rest = name.partition(".")
            if top == FACE:
                yield rest.partition(".")[0]


def _below(package: str, graph: Imports) -> frozenset[str]:
    """All packages that this one can reach."""
    return frozenset().union(*({other} | _below(other, graph) for other in graph[package]))


def _direct(package: str, graph: Imports) -> list[str]:
    """What it imports, without what it reaches through another import anyway."""
    through = frozenset().union(*(_below(other, graph) for other in graph[package]))
    return sorted(graph[package] - through)


def _declared_levels() -> list[list[str]]:
    """The packages of each level, the highest first, as the linter of the imports holds them to it."""
    settings = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    [layers] = [one["layers"] for one in settings["tool"]["importlinter"]["contracts"] if one["id"] == "levels"]
    return [sorted(re.findall(r"\w+", layer)) for layer in layers]


def picture() -> str:
    """A Mermaid diagram. An arrow means "imports"; an import that other arrows imply already is left out."""
    graph = imports()
    lines = ["```mermaid", "flowchart TD"]
    packages = [FACE, *chain.from_iterable(_declared_levels())]
    lines += [f"  {package}:::{_kind(package)}" for package in packages]
    lines += [f"  {package} --> {other}" for package in packages for other in _direct(package, graph)]
    lines += [f"  classDef {kind} fill:{colour},stroke:#607080,color:#111" for kind, colour in COLOURS.items()]
    return "\n".join([*lines, "```", ""])


def _kind(package: str) -> str:
    [kind] = [kind for kind, packages in KINDS.items() if package in packages]
    return kind


def levels() -> str:
    """The levels that `pyproject.toml` declares, as a table: each imports only from the levels below it."""
    rows = _declared_levels()
    lines = [
        f"| {len(rows) - place - 1} | {', '.join(dict.fromkeys(map(_kind, packages)))} | {_as_code(packages)} |"
        for place, packages in enumerate(rows)
    ]
    return "\n".join(["| level | | packages |", "| --- | --- | --- |", *lines, ""])


def _as_code(packages: list[str]) -> str:
    return ", ".join(f"`{package}`" for package in packages)
