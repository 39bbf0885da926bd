"""The form of every command, drawn from its schema, is filled in a browser, and the rules accept what it says."""

from __future__ import annotations

import html
import json
import os
import re
import runpy
import subprocess
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import Actor, Customer, Desk, Lifecycle, Step, command_schema, commands as c, from_data, to_data
from complaintflow.commands import BUILTIN, Command
from complaintflow.commands._context import Decision
from complaintflow.lifecycle import TABLE
from complaintflow.testing.histories import walks_everywhere
from complaintflow.testing.paths import CAST, OWNER, Walk, default_lifecycle
from tests import stories as s
from tests.messages.browser import CHROMIUM

EXAMPLE: dict[str, Any] = runpy.run_path(str(Path(__file__).parents[2] / "examples" / "forms.py"))
FILL = """
const found = [...document.forms].map(form => {
  for (const one of form.elements) if (one.dataset.example !== undefined) {
    if (one.type === "checkbox") one.checked = one.dataset.example === "true"
    else one.value = one.dataset.example
  }
  return {command: form.name, valid: form.checkValidity(), posted: Object.fromEntries(new FormData(form))}
})
const {scrollWidth, clientWidth} = document.documentElement
const output = document.createElement("output")
output.textContent = JSON.stringify({forms: found, wide: scrollWidth > clientWidth})
document.body.append(output)
"""
SYSTEM = Actor.system()
CHIEF = Actor("zhao", {"manager", "lead", "agent"}, "payments")
PEOPLE = {row.kind for row in TABLE if row.who - {"system"}}
MACHINERY = set(BUILTIN) - PEOPLE
"""What only the system does: no person gets a form for it."""
FAR: Mapping[str, Callable[[Lifecycle], s.Story]] = {
    "ApproveCompensation": s.paying,
    "ClearHazard": lambda rules: s.received(rules).do(s.triage(signals=s.TAKEOVER)),
    "Recall": lambda rules: s.triaged(rules).do(s.acknowledge()),
    "Merge": lambda rules: s.triaged(rules).beside(s.other(rules).complaint),
}
"""What people do where another complaint stands beside, or after more than one command: the way there."""


@attrs.frozen
class Case:
    """Where a command is open for somebody: the document of the step, what the rules say, and where it leads."""

    step: dict[str, Any]
    decide: Callable[[Command], Decision]
    after: Callable[[Command], Walk | None]

    def example(self) -> Command:
        """The command as a form says it that is filled with its examples."""
        command = from_data({one["name"]: one["example"] for one in self.step["needs"]}, kind=self.step["command"])
        assert isinstance(command, Command)
        return command


def most_commands() -> dict[str, Case]:
    """Where each command is open, after a short way."""
    found: dict[str, Case] = {}
    for walk in walks_everywhere(default_lifecycle()):
        look(walk, found)
    for name, story_of in FAR.items():
        story = story_of(default_lifecycle())
        asked: dict[str, Any] = {"by": CHIEF, "at": story.at, "related": story.related}
        step = next(one for one in story.lifecycle.steps(story.complaint, **asked) if one.command == name)
        decide = partial(story.lifecycle.decide, story.complaint, **asked)
        found[name] = Case(to_data(step), decide, lambda _: None)
    return found


def look(walk: Walk, found: dict[str, Case]) -> None:
    for by in (CAST[0], CAST[3], OWNER, SYSTEM):
        for step in walk.lifecycle.steps(walk.complaint, by=by, at=walk.at):
            if step.status == "open" and step.command not in found:
                decide = partial(walk.lifecycle.decide, walk.complaint, by=by, at=walk.at)
                found[step.command] = Case(to_data(step), decide, partial(walk.after, by=by))


def every_command() -> dict[str, Case]:
    """The same, with what opens only after one more command: to unblock after a blocker, to resume after a pause."""
    found = most_commands()
    for case in [*found.values()]:
        if after := case.after(case.example()):
            look(after, found)
    return found


@pytest.mark.explore
@pytest.mark.skipif(CHROMIUM is None, reason="this machine has no browser")
@pytest.mark.parametrize("width", [360, 1000], ids=["on a telephone", "on a desk"])
def test_the_form_of_every_command_is_filled_in_a_browser_and_accepted(tmp_path: Path, width: int) -> None:
    cases = every_command()
    assert set(cases) >= PEOPLE
    page = EXAMPLE["page"]([case.step for case in cases.values()])
    (tmp_path / "page.html").write_text(f"{page}<script>{FILL}</script>", encoding="utf-8")
    seen = seen_in_a_browser(tmp_path, width)
    assert not seen["wide"], "one has to move it sideways"
    filled = {one["command"]: one for one in seen["forms"]}
    assert set(filled) == set(cases)
    for name, case in cases.items():
        assert filled[name]["valid"], name
        command = from_data(EXAMPLE["read"](name, filled[name]["posted"]), kind=name)
        assert case.decide(command).accepted, name


def seen_in_a_browser(folder: Path, width: int) -> dict[str, Any]:
    """What the script told; a picture of the page stands beside it."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    options = [
        f"--user-data-dir={folder / 'profile'}",
        f"--window-size={width},4000",
        f"--screenshot={folder / 'page.png'}",
    ]
    command = [str(CHROMIUM), "--headless", "--disable-gpu", "--hide-scrollbars", *root, *options, "--dump-dom"]
    page = (folder / "page.html").as_uri()
    done = subprocess.run([*command, page], capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
    found = re.search("<output>(.*)</output>", done.stdout, re.DOTALL)
    assert found, done.stderr[-2000:]
    said: dict[str, Any] = json.loads(html.unescape(found[1]))
    return said


class Filled(HTMLParser):
    """The forms of a page, each filled with its examples, as a browser would post them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self.posted: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.posted = self.forms[given["name"]] = {}
        elif given.get("type") == "hidden":
            self.posted[given["name"]] = given["value"]
        elif given.get("data-example") not in {None, "false"}:
            self.posted[given["name"]] = given["data-example"]


def test_the_form_of_a_command_says_what_the_rules_accept() -> None:
    cases = most_commands()
    forms = Filled(EXAMPLE["page"]([case.step for case in cases.values()])).forms
    assert set(forms) == set(cases)
    assert len(cases) > 50
    for name, case in cases.items():
        command = from_data(EXAMPLE["read"](name, forms[name]), kind=name)
        assert case.decide(command).accepted, name


def steps_of(walk: Walk, by: Actor) -> tuple[Step, ...]:
    return walk.lifecycle.steps(walk.complaint, by=by, at=walk.at)


def test_the_page_has_a_form_for_each_open_command_with_its_chinese_title() -> None:
    walk = next(walk for walk in walks_everywhere(default_lifecycle()) if walk.state == "received")
    steps = to_data(steps_of(walk, CAST[0]), language="zh")
    page = EXAMPLE["page"](steps, "zh")
    for step in steps:
        title = html.escape(command_schema(step["command"], language="zh")["title"])
        assert (f"<h2>{title}</h2>" in page) == (step["status"] == "open")
    assert set(BUILTIN) >= {step["command"] for step in steps}


def test_the_page_says_of_what_is_refused_why_not_and_what_helps() -> None:
    walk = next(walk for walk in walks_everywhere(default_lifecycle()) if walk.state == "triaged")
    steps = to_data(steps_of(walk, CAST[0]))
    page, refused = EXAMPLE["page"](steps), [step for step in steps if step["status"] == "refused"]
    assert refused
    for refusal in (refusal for step in refused for refusal in step["refusals"]):
        assert html.escape(refusal["why"]) in page
        assert html.escape(refusal["remedy"]) in page


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk.open("memory://") as desk:
        yield desk


def received(desk: Desk) -> str:
    customer = Customer("u-17", contact={"email": "u@example.com"})
    return desk.receive(c.Receive("app", customer, "I paid twice"), by=Actor.customer("u-17")).id


def test_what_a_form_posts_happens_and_the_next_page_follows(desk: Desk) -> None:
    id = received(desk)
    page = EXAMPLE["submit"](desk, id, "Triage", {"type": "billing"}, CHIEF)
    assert (desk.get(id).state, 'role="alert"' in page) == ("triaged", False)
    assert '<form method="post" name="Assign">' in page


def test_what_a_form_posts_in_vain_is_answered_with_the_reasons(desk: Desk) -> None:
    id = received(desk)
    wrong = EXAMPLE["submit"](desk, id, "Triage", {"type": "<b>", "signals": "{"}, CHIEF, "zh")
    assert 'role="alert"><h2>输入有误' in wrong
    assert "<b>" not in wrong
    early = EXAMPLE["submit"](desk, id, "Close", {}, CHIEF)
    assert 'role="alert"' in early
    assert desk.get(id).version == 1


@pytest.mark.parametrize("name", sorted(MACHINERY))
def test_what_only_the_system_does_has_no_form_for_people_and_is_refused_on_the_page(desk: Desk, name: str) -> None:
    """Whoever posts it by hand reads the refusal, in whatever state; the parts of merges and closings among them."""
    id = received(desk)
    posted = dict.fromkeys(command_schema(name)["required"], "1")
    for by in (CAST[0], CHIEF):
        steps = {step.command: step.status for step in desk.acting(by).steps(id)}
        assert steps.get(name, "impossible") == "impossible"
        page = EXAMPLE["submit"](desk, id, name, posted, by)
        assert 'role="alert"' in page
        assert f'name="{name}"' not in page
    assert desk.get(id).version == 1
    assert {"Absorb", "Release", "Unclose"} <= MACHINERY
