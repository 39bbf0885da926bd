"""The files under src/complaintflow, each read and parsed once, and what they import from each other."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path

import attrs

from docs._statements import statements

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "src" / "complaintflow"


@attrs.frozen(slots=False)
class Source:
    """One file: `name` is its dotted name, for an `__init__` that of its package."""

    name: str
    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"

    @property
    def package(self) -> str:
        """The package that the file stands in; of an `__init__` the package itself."""
        return self.name if self.is_package else self.name.rpartition(".")[0]

    @property
    def room(self) -> str:
        """The module or package at the root that the file belongs to; empty for the face."""
        return self.name.split(".")[1] if "." in self.name else ""

    @property
    def exports(self) -> list[str]:
        """The names in `__all__`."""
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
                return [str(name) for name in ast.literal_eval(node.value)]
        return []


def _sources() -> Iterator[Source]:
    for path in sorted(HOUSE.rglob("*.py")):
        parts = path.relative_to(HOUSE.parent).with_suffix("").parts
        yield Source(".".join(part for part in parts if part != "__init__"), path)


SOURCES: Mapping[str, Source] = {source.name: source for source in _sources()}


def imported_names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each module that is imported anywhere in the file, with each name from it; an `import x` has no name."""
    for node in statements(tree):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"a relative import in line {node.lineno}"
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)


def imports(source: Source) -> set[str]:
    """The other files that this one imports; `from package import module` imports the module's file."""
    found = {
        submodule if (submodule := f"{module}.{name}") in SOURCES else module
        for module, name in imported_names(source.tree)
    }
    return {name for name in found if name in SOURCES and name != source.name}


@cache
def graph() -> Mapping[str, set[str]]:
    """Each file with those that it imports."""
    return {name: imports(source) for name, source in SOURCES.items()}


def rooms(names: Iterable[str]) -> set[str]:
    """The rooms of these files."""
    return {SOURCES[name].room for name in names} - {""}
