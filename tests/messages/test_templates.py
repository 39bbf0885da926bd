"""Every template in Chinese and English, word for word.

The texts stand in `written/`; `COMPLAINTFLOW_GOLDEN=write pytest tests/messages` writes them anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from complaintflow import Customer, Desk, commands as c
from complaintflow.channels import Channels
from complaintflow.errors import DefinitionError
from complaintflow.messages import Templates
from complaintflow.messages.catalogue import PAGES, PARTS
from complaintflow.plugins import Outcome
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import LANGUAGES, ReceiptStatus
from tests import stories as s
from tests.golden.script import perform
from tests.messages.samples import FORMS, PAGES_AND_LANGUAGES, fields_of, record, written

WRITTEN = Path(__file__).parent / "written"


templates_for = cache(lambda language: Templates(zone="Asia/Shanghai", staff_language=language))
"""The shipped templates, for staff in this language."""


@pytest.fixture
def templates() -> Templates:
    return templates_for("zh")


def check(file: str, text: str) -> None:
    path = WRITTEN / file
    if os.environ.get("COMPLAINTFLOW_GOLDEN") == "write":
        path.write_text(f"{text}\n", encoding="utf-8")
    assert f"{text}\n" == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_reads_so_in_a_mail(language: str) -> None:
    """R15 ... R19, R35: subject and text."""
    templates = templates_for(language)
    for name, page in PAGES.items():
        mail = written(templates, name, language, "mail", fields_of(page, language))
        check(f"{name}.{language}.txt", f"{mail.subject}\n\n{mail.text}")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_technical_result_reads_so_in_every_form(templates: Templates, language: str, form: str) -> None:
    """R17: with the plain words, the next time and the links, even in a short message."""
    page = written(templates, "technical", language, form, fields_of(PAGES["technical"], language))
    check(f"technical.{language}.{form}.out", page.html or page.text)


def test_no_golden_text_is_left_over() -> None:
    pages = {f"{name}.{language}.txt" for name, language in PAGES_AND_LANGUAGES}
    forms = {f"technical.{language}.{form}.out" for language in LANGUAGES for form in FORMS}
    assert {file.name for file in WRITTEN.iterdir()} == pages | forms


def test_the_shipped_templates_pass_what_yours_must_pass() -> None:
    """R2, R14, R16, R17, R18, R35: each says every part that its kind demands."""
    with resources.as_file(resources.files("complaintflow.messages") / "templates") as folder:
        assert len(list(folder.glob("*.j2"))) == 2 * len((*PAGES, *PARTS)) + 1
        Templates(folder)


def test_a_page_that_is_not_judged_yet_says_so(templates: Templates) -> None:
    """R16: what is still being checked is not left out."""
    fields = {**fields_of(PAGES["update"], "zh"), "judged": ""}
    assert "仍在核实中" in written(templates, "update", "zh", "sms", fields).text


class Tags(HTMLParser):
    """The tags of a page that are open and never closed, or closed and never opened."""

    ALONE = frozenset({"meta", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.open += [] if tag in self.ALONE else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize(("name", "language"), PAGES_AND_LANGUAGES)
def test_the_html_of_a_mail_is_closed_and_in_the_readers_language(name: str, language: str) -> None:
    tags, html = Tags(), written(templates_for(language), name, language, "mail", fields_of(PAGES[name], language)).html
    tags.feed(html)
    assert tags.open == []
    assert f'<html lang="{language}" dir="ltr">' in html


def test_times_are_told_in_the_named_zone() -> None:
    fields = fields_of(PAGES["update"], "en")
    told = {
        zone: written(Templates(zone=zone), "update", "en", "plain", fields).text
        for zone in ("Asia/Shanghai", ZoneInfo("America/New_York"))
    }
    assert "3 Mar 2026 17:02 (GMT+08:00)" in told["Asia/Shanghai"]
    assert "3 Mar 2026 04:02 (GMT-05:00)" in told[ZoneInfo("America/New_York")]


def test_a_customer_reads_times_in_their_own_zone_where_it_is_known() -> None:
    """A customer in New York is told New York's time; without a known zone, the zone of the templates counts."""
    told: dict[str, str] = {}
    clock = FrozenClock()
    for zone in ("America/New_York", ""):
        channel = RecordingChannel(Outcome(ReceiptStatus.ACCEPTED))
        customer = Customer("u-17", contact={"email": "u17@example.com"}, language="en", zone=zone)
        page = Templates(zone="Asia/Shanghai")
        with Desk.open("memory://", plugins=[Channels({"email": channel})], clock=clock, renderer=page) as desk:
            word = c.Acknowledge("We have recorded it.", datetime(2026, 3, 3, 9, 2, tzinfo=UTC))
            desk.receive(c.Receive("email", customer, "paid twice"), word, by=s.LI)
            desk.deliver()
        told[zone] = channel.sent[0].text
    assert "3 Mar 2026 04:02 (GMT-05:00)" in told["America/New_York"]
    assert "3 Mar 2026 17:02 (GMT+08:00)" in told[""]


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(DefinitionError, match="Mars/Olympus"):
        Templates(zone="Mars/Olympus")


def test_an_unknown_form_is_refused(templates: Templates) -> None:
    with pytest.raises(DefinitionError, match="telegram"):
        written(templates, "update", "zh", "telegram", fields_of(PAGES["update"], "zh"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_desk_writes_whole_lives_by_templates(language: str) -> None:
    """Every message of every kind goes out written by its template, with HTML for a mail."""
    (channel, channels), clock = record("mail"), FrozenClock()
    page = templates_for(language)
    with Desk.open("memory://", clock=clock, plugins=[channels], renderer=page) as desk:
        ids = perform(desk, clock, language)
        assert desk.deliver().waiting == 0
        assert desk.dead_letters() == ()
        for id in ids.values():
            assert id in page.view(desk.customer_view(id)).subject
            assert id in page.brief(desk.get(id)).subject
    assert len(channel.sent) > 20
    assert all(message.html.startswith("<!DOCTYPE html>") for message in channel.sent)
    if language == "en":
        assert all(char < "\u2e80" for one in channel.to_customers for char in one.subject + one.text)


@pytest.mark.parametrize("missing", ["jinja2", "babel"])
def test_without_the_extra_it_says_what_to_install(missing: str) -> None:
    program = (
        f"import sys; sys.modules[{missing!r}] = None\n"
        "from complaintflow.messages import Templates\n"
        "from complaintflow.errors import DefinitionError\n"
        "try:\n    Templates()\nexcept DefinitionError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert missing in done.stdout
    assert "pip install 'complaintflow[templates]'" in done.stdout
