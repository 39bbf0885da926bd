"""The documents leave nothing out: a command, rule, key or hook without its place fails a test here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from inspect import signature
from pathlib import Path
from typing import Any, get_args, get_type_hints

import attrs
import pytest

from complaintflow import Desk, Lifecycle, Policy, commands as c
from complaintflow.desk import builtin
from complaintflow.lifecycle.guards import GUARDS, rule_of
from complaintflow.lifecycle.rule_book import OF_EVERY_COMMAND
from complaintflow.lifecycle.table import TABLE
from complaintflow.plugins import CustomerMessage, Host, StaffMessage
from complaintflow.plugins._specs import Specs
from complaintflow.testing import Line
from complaintflow.vocabulary import Effect, Ground, State

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
BUILT_IN = Host([builtin])
HOOKS = [name for name in vars(Specs) if not name.startswith("_")]
RULES = sorted(
    {rule_of(guard) for called in GUARDS.values() for guard in called}
    | {rule_of(rule) for row in TABLE for rule in row.rules}
    | {rule_of(Lifecycle.default().moving.fits_the_lifecycle)}
)


def page(name: str) -> str:
    """A page, with the generated parts that stand in it."""
    return (DOCS / name).read_text(encoding="utf-8")


def keys(prefix: str, section: Any) -> Iterator[str]:
    """Every key of a policy; those of a named table by their own names."""
    hints = get_type_hints(type(section))
    for field in attrs.fields(type(section)):
        value, kind = getattr(section, field.name), next(reversed(get_args(hints[field.name])), None)
        if attrs.has(type(value)):
            yield from keys(f"{field.name}.", value)
        elif isinstance(value, Mapping) and isinstance(kind, type) and attrs.has(kind):
            yield from (name.name for name in attrs.fields(kind))
        else:
            yield f"{prefix}{field.name}"


def section(text: str, heading: str) -> str:
    """What stands under a heading."""
    found = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def toctree(path: Path) -> list[str]:
    """The names in a page's table of contents."""
    tables = re.findall(r"```{toctree}(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
    return [name for table in tables for name in re.findall(r"^[a-z_/]+$", table, re.MULTILINE)]


def test_every_command_is_described_with_all_its_fields() -> None:
    text = page("reference/commands.md")
    described = {name: section(text, name) for name in c.BUILTIN}
    kinds: Mapping[str, Any] = c.BUILTIN
    fields = [(name, field.name) for name, kind in kinds.items() for field in attrs.fields(kind)]
    assert [name for name, its in described.items() if not its] == []
    assert [(name, field) for name, field in fields if f"| `{field}` |" not in described[name]] == []


def test_every_rule_has_one_heading_with_what_it_keeps_in_both_languages() -> None:
    text = page("reference/rules.md")
    listed = re.findall(r"^### (\S+)$\n\n.*[a-z].*[\u4e00-\u9fff]", text, re.MULTILINE)
    assert sorted(set(listed) - {rule_of(guard) for guard in OF_EVERY_COMMAND}) == RULES
    assert len(listed) == len(set(listed))


def test_every_guard_has_a_docstring() -> None:
    guards = [guard for called in GUARDS.values() for guard in called]
    rules = [rule for row in TABLE for rule in row.rules]
    assert [guard for guard in (*guards, *rules) if not guard.__doc__] == []


def test_every_key_of_the_policy_is_listed() -> None:
    text = page("reference/policy.md")
    assert [key for key in keys("", Policy()) if f"`{key}`" not in text] == []


@pytest.mark.parametrize("name", ["explanation/effects.md", "howto/guard.md"])
def test_every_effect_is_explained(name: str) -> None:
    text = page(name)
    assert [effect.name for effect in Effect if not re.search(rf"\b{effect.name}\b", text)] == []


def test_every_ground_is_explained() -> None:
    text = page("explanation/proof.md")
    assert [ground for ground in Ground if f"| `{ground}` |" not in text] == []


def test_every_state_is_listed() -> None:
    text = page("reference/moves.md")
    assert [state for state in State if f"| `{state}` |" not in text] == []


def test_every_row_of_the_table_is_listed() -> None:
    assert page("reference/moves.md").count("](commands.md#") == len(Lifecycle.default().table)


def test_every_clock_is_listed_with_its_rule() -> None:
    text = page("explanation/clocks.md")
    assert [name for name, clock in Policy().clocks.items() if f"| `{name}` | {clock.rule} |" not in text] == []


def test_every_word_that_starts_or_meets_a_clock_is_explained() -> None:
    words = {word for rule in Policy().clocks.values() for word in (*rule.starts, *rule.satisfied)}
    text = page("explanation/clocks.md")
    assert [word for word in words if word not in c.BUILTIN and f"\n| `{word}` | " not in text] == []


def test_the_diagram_of_clocks_is_drawn_from_a_history() -> None:
    drawn = page("explanation/clocks.md")
    for told in ("section closure (R9)", "paused for the customer :done", "section silence (R33)", "runs, met"):
        assert told in drawn


def test_every_hook_has_a_heading_with_an_example() -> None:
    """The example implements it; that it works is tested by running the page."""
    text = page("plugins.md")
    blocks = {
        hook: re.findall(r"^```python\n(.*?)^```", section(text, hook), re.MULTILINE | re.DOTALL) for hook in HOOKS
    }
    shown = [hook for hook in HOOKS if any(f"@hookimpl\n    def {hook}(self)" in block for block in blocks[hook])]
    assert shown == HOOKS


@pytest.mark.parametrize(
    ("kind", "name"),
    [(CustomerMessage, "howto/channel.md"), (StaffMessage, "howto/channel.md"), (Line, "howto/testing.md")],
)
def test_what_a_channel_gets_and_what_its_test_gives_is_told_field_by_field(kind: Any, name: str) -> None:
    assert [field.name for field in attrs.fields(kind) if f"`{field.name}`" not in page(name)] == []


def test_no_hook_is_described_that_is_not_there() -> None:
    assert re.findall(r"^## (.*)$", page("plugins.md"), re.MULTILINE) == HOOKS


def test_the_rules_that_docstrings_name_are_explained() -> None:
    """R1, R26a and the like: the numbers in docstrings have their line on the page of the rules."""
    explained = set(re.findall(r"\bR\d+a?\b", page("explanation/rules.md")))
    sources = (ROOT / "src" / "complaintflow").rglob("*.py")
    named = {rule for source in sources for rule in re.findall(r"\bR\d+a?\b", source.read_text(encoding="utf-8"))}
    assert named <= explained


def test_every_page_is_in_a_table_of_contents() -> None:
    listed = {one.parent / f"{name}.md" for one in PAGES for name in toctree(one)}
    assert set(PAGES) - listed == {DOCS / "index.md"}


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_no_link_of_the_first_pages_is_broken(name: str) -> None:
    """Files that are linked to exist; Sphinx looks after the links in docs/."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / name).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize(
    ("said", "still_true"),
    [
        ("- It starts no process of its own: `complaintflow worker` as a service", hasattr(Desk, "tick")),
        ("the built-in channel writes to the log", set(BUILT_IN.channels) == {"log"}),
        ("- It has one store on disk, SQLite.", set(BUILT_IN.stores) == {"memory", "sqlite"}),
        ("unless you give it [keys](docs/howto/keys.md)", signature(Desk.open).parameters["keys"].default is None),
    ],
)
def test_what_the_readme_says_is_not_there_is_not_there(said: str, still_true: bool) -> None:
    """When it comes, this fails: then say so in README.md, and look for its like in docs/."""
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert (said in readme) == still_true


def test_the_readme_begins_with_what_it_is_and_ten_lines_that_work() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first, second = readme.split("\n\n")[:2]
    assert first == "# complaintflow"
    assert second.startswith("No complaint is lost, watered down, answered before the fix is proved, or closed before")
    [block, *_] = re.findall(r"^```python\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    assert len(list(filter(None, block.splitlines()))) == 10
    assert re.search(r"make demo.*make test", readme, re.DOTALL)
