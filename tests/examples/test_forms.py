"""The form of every command, drawn from its schema, is filled in a browser, and the rules accept what it says."""

from __future__ import annotations

import html
import json
import os
import re
import runpy
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from complaintflow import Actor, command_schema, from_data, to_data
from complaintflow.commands import BUILTIN, Absorb, ApproveCompensation, ClearHazard, Merge, Release, Unclose
from complaintflow.testing.histories import walks_everywhere
from complaintflow.testing.paths import CAST, OWNER, Walk, default_lifecycle
from tests.messages.browser import CHROMIUM

EXAMPLE = Path(__file__).parents[2] / "examples" / "forms.py"
FILL = """
const found = [...document.forms].map(form => {
  const said = {}
  for (const one of form.elements) if (one.name) {
    const example = one.dataset.example
    if (one.type === "checkbox") one.checked = example === "true"
    else if (one.tagName !== "SELECT") one.value = example
    said[one.name] = one.type === "checkbox" ? one.checked
      : one.type === "number" || one.dataset.json ? JSON.parse(one.value) : one.value
  }
  return {command: form.name, valid: form.checkValidity(), said}
})
const output = document.createElement("output")
output.textContent = JSON.stringify(found)
document.body.append(output)
"""

FAR = {kind.__name__ for kind in (Absorb, ApproveCompensation, ClearHazard, Merge, Release, Unclose)}
"""What needs another complaint, or more than one command before it."""
Case = tuple[Walk, Actor, dict[str, Any]]


def most_commands() -> dict[str, Case]:
    """Where each command is open, for one who may ask for it: the walk, the actor, and the document of the step."""
    found: dict[str, Case] = {}
    for walk in walks_everywhere(default_lifecycle()):
        look(walk, found)
    return found


def look(walk: Walk, found: dict[str, Case]) -> None:
    for by in (CAST[0], CAST[3], OWNER, Actor.system()):
        for step in walk.lifecycle.steps(walk.complaint, by=by, at=walk.at):
            if step.status == "open" and step.command not in found:
                found[step.command] = (walk, by, to_data(step))


def every_command() -> dict[str, Case]:
    """The same, with what opens only after one more command: to unblock after a blocker, to resume after a pause."""
    found = most_commands()
    for walk, by, step in [*found.values()]:
        command = from_data({one["name"]: one["example"] for one in step["needs"]}, kind=step["command"])
        if after := walk.after(command, by):
            look(after, found)
    return found


@pytest.mark.explore
@pytest.mark.skipif(CHROMIUM is None, reason="this machine has no browser")
def test_the_form_of_every_command_is_filled_in_a_browser_and_accepted(tmp_path: Path) -> None:
    cases, example = every_command(), runpy.run_path(str(EXAMPLE))
    page = example["page"]([step for _, _, step in cases.values()])
    (tmp_path / "page.html").write_text(f"{page}<script>{FILL}</script>", encoding="utf-8")
    filled = {one["command"]: one for one in seen_in_a_browser(tmp_path)}
    assert set(filled) == set(cases)
    assert set(BUILTIN) - set(cases) == FAR
    for name, (walk, by, _) in cases.items():
        assert filled[name]["valid"], name
        command = from_data(filled[name]["said"], kind=name)
        assert walk.lifecycle.decide(walk.complaint, command, by=by, at=walk.at).accepted, name


def seen_in_a_browser(folder: Path) -> list[dict[str, Any]]:
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [str(CHROMIUM), "--headless", "--disable-gpu", *root, profile, "--dump-dom"]
    page = (folder / "page.html").as_uri()
    done = subprocess.run([*command, page], capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
    found = re.search("<output>(.*)</output>", done.stdout, re.DOTALL)
    assert found, done.stderr[-2000:]
    said: list[dict[str, Any]] = json.loads(html.unescape(found[1]))
    return said


class Filled(HTMLParser):
    """The forms of a page, each filled with its examples, as a browser would fill them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, Any]] = {}
        self.said: dict[str, Any] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.said = self.forms[given["name"]] = {}
        elif "data-example" in given:
            plain = given.get("type") in {"checkbox", "number"} or "data-json" in given
            self.said[given["name"]] = json.loads(given["data-example"]) if plain else given["data-example"]


def test_the_form_of_a_command_says_what_the_rules_accept() -> None:
    cases, example = most_commands(), runpy.run_path(str(EXAMPLE))
    forms = Filled(example["page"]([step for _, _, step in cases.values()])).forms
    assert set(forms) == set(cases)
    assert len(cases) > 50
    for name, (walk, by, _) in cases.items():
        command = from_data(forms[name], kind=name)
        assert walk.lifecycle.decide(walk.complaint, command, by=by, at=walk.at).accepted, name


def test_the_page_has_a_form_for_each_open_command_with_its_chinese_title() -> None:
    walk = next(walk for walk in walks_everywhere(default_lifecycle()) if walk.state == "received")
    steps = to_data(walk.lifecycle.steps(walk.complaint, by=CAST[0], at=walk.at), language="zh")
    page = runpy.run_path(str(EXAMPLE))["page"](steps, "zh")
    for step in steps:
        title = html.escape(command_schema(step["command"], language="zh")["title"])
        assert (f"<h2>{title}</h2>" in page) == (step["status"] == "open")
    assert set(BUILTIN) >= {step["command"] for step in steps}
