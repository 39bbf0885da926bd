"""Every mail in the machine's own Chromium: nothing is broken, hidden or run. Pictures for people: build/mails."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from complaintflow.messages import Templates
from complaintflow.messages.catalogue import PAGES
from complaintflow.vocabulary import LANGUAGES
from tests.messages.browser import CHROMIUM, WIDTHS, Seen, looked_at
from tests.messages.letters import MARKUP, hostile, long
from tests.messages.samples import LINKS, PAGES_AND_LANGUAGES, fields_of, written

pytestmark = [
    pytest.mark.explore,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine, and none is downloaded"),
]
PICTURES = Path(__file__).parents[2] / "build" / "mails"


@cache
def templates(language: str) -> Templates:
    """The shipped ones, for staff who read this language."""
    return Templates(staff_language=language, zone="Asia/Shanghai")


def mail(name: str, language: str, fields: Mapping[str, Any]) -> str:
    return written(templates(language), name, language, "mail", fields).html


def links(name: str, language: str) -> int:
    """How many links the page has as plain text."""
    text = written(templates(language), name, language, "plain", long(PAGES[name], language)).text
    return sum(text.count(url) for url in LINKS.values())


@pytest.mark.parametrize(("name", "language"), PAGES_AND_LANGUAGES)
def test_no_mail_is_broken_by_what_stands_in_it(tmp_path: Path, name: str, language: str) -> None:
    """On a phone and on a desk, with a careful agent's words and with hostile ones, which stay words."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    mails = {words.__name__: mail(name, language, words(PAGES[name], language)) for words in (long, hostile)}
    found = looked_at(mails, tmp_path, PICTURES / f"{name}.{language}.png")
    for (words, width), seen in found.items():
        assert seen.faults == (), (words, width)
        assert seen.title != "taken"
        assert seen.fetched == ()
        assert len(seen.buttons) == links(name, language)
        assert (MARKUP in seen.text) == (words == "hostile")


@pytest.mark.parametrize(("name", "part"), [("update", "done"), ("handoff", "harm")])
def test_a_million_characters_are_still_a_page(tmp_path: Path, name: str, part: str) -> None:
    large = {**fields_of(PAGES[name], "zh"), part: f"{'汉字 <br> word ' * 77}\n" * 1000}
    for seen in looked_at({name: mail(name, "zh", large)}, tmp_path).values():
        assert seen.faults == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_program_that_drops_the_style_shows_every_word(tmp_path: Path, language: str) -> None:
    """Its links are bare links then; nothing else is worse than plain."""
    mails = {
        name: re.sub("<style>.*?</style>", "", mail(name, language, long(page, language)), flags=re.DOTALL)
        for name, page in PAGES.items()
    }
    for at, seen in looked_at(mails, tmp_path).items():
        assert [fault for fault in seen.faults if "is no button" not in fault] == [], at


BROKEN = {
    "too wide": (".card { max-width: none; width: 900px }", "wide"),
    "a word that does not break": (".card { overflow-wrap: normal }", "wide"),
    "half beside the window": (".card { margin-left: -100px }", "wide"),
    "an end that is cut off": (".card { height: 200px; overflow: hidden }", "cut"),
    "lines that are cut off": (".row div { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }", "cut"),
    "rows over each other": (".row + .row { margin-top: -60px }", "overlap"),
    "a veil": (".card::after { content: ''; position: absolute; inset: 0; background: #fff }", "covered"),
    "nothing to see": (".label { display: none }", "hidden"),
    "white on white": (".label { color: #fff }", "pale"),
    "light on light": (".aside { color: #bbb }", "pale"),
    "small type": (".label { font-size: 9px }", "small"),
    "a small button": (".button { padding: 0 }", "small"),
    "a button that is too narrow": (".button { width: 4px; white-space: nowrap }", "cut"),
    "a button that is gone": (".button { opacity: 0 }", "hidden"),
}
RUNNING = {
    "a script": MARKUP,
    "a picture from elsewhere": '<img src="https://elsewhere.example.com/dot.png">',
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], Seen]:
    """A mail in every way that the tests above must notice, and one that is whole."""
    whole = mail("solved", "zh", hostile(PAGES["solved"], "zh"))
    mails = {name: whole.replace("</style>", f"{style}</style>") for name, (style, _) in BROKEN.items()}
    mails |= {name: whole.replace("<h1", f"{words}<h1") for name, words in RUNNING.items()}
    return looked_at({**mails, "whole": whole}, tmp_path_factory.mktemp("broken"))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_layout_is_noticed(broken: dict[tuple[str, int], Seen], name: str, width: int) -> None:
    assert broken["whole", width].faults == ()
    assert BROKEN[name][1] in {fault.split(":")[0] for fault in broken[name, width].faults}


def test_what_runs_or_fetches_is_noticed(broken: dict[tuple[str, int], Seen]) -> None:
    assert broken["a script", 800].title == "taken"
    assert broken["a picture from elsewhere", 800].fetched == ("https://elsewhere.example.com/dot.png",)
    assert (broken["whole", 800].title == "taken", broken["whole", 800].fetched) == (False, ())
