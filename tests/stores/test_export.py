"""`Desk.export`: all that is held about a customer, as a document and as a page that loads and runs nothing."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import Actor, Customer, Desk, InvalidInput, Refused, commands as c
from complaintflow.interchange import export_page, from_json, to_json
from complaintflow.policy import Policy, Role
from complaintflow.policy.access import ROLES
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Part
from tests import stories as s
from tests.stores.desks import Opener, at_desk, opened, received, solved

MARKUP = """<script>alert("1")</script>&'{}<img src=x onerror=alert(1)>"""
WHO = Customer("u-17", name=f"Zhang {MARKUP}", contact={"app": "zhang-app"})
OTHER = Customer("u-18", name="Li Wenhua", contact={"app": "li-app"})


class Texts(HTMLParser):
    """The tags of a page, and what a person reads on it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags, self.names, self.text = set[str](), set[str](), ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        self.names.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def told(desk: Desk) -> str:
    """One that is closed, one with a note and a letter that waits; and another customer's."""
    received(desk, customer=OTHER, description="somebody else's words")
    solved(desk, customer=WHO, description="the first one")
    id = received(desk, customer=WHO, description=f"paid twice {MARKUP}").id
    return at_desk(desk, id, s.triage(), c.Note("a note of staff"), s.update("a letter that waits")).id


def test_all_that_is_held_is_there_and_nothing_of_others(opener: Opener) -> None:
    with opener() as desk:
        id = told(desk)
        found = desk.export("u-17")
        first, second = found.records
        assert (second.complaint, second.events) == (desk.get(id), desk.history(id))
        waiting = {entry.number for entry in desk.outbox() if entry.message.complaint == id}
        assert {entry.number for entry in second.letters} == waiting != set()
        assert first.complaint.state == "closed"
        text = to_json(found)
        assert all(one in text for one in ("a note of staff", "zhang-app"))
        assert not any(one in text for one in ("somebody else", "li-app"))
        assert from_json(text) == found


@pytest.mark.parametrize(("language", "words"), [("zh", "的全部记录"), ("en", "Everything that is held about")])
def test_the_page_tells_all_of_it_and_runs_nothing_that_somebody_wrote(
    opener: Opener, language: str, words: str
) -> None:
    """What a stranger wrote is text on it, whatever it looks like."""
    with opener() as desk:
        told(desk)
        source = export_page(desk.export("u-17"), language)
    page = Texts(source)
    assert page.tags <= {
        *("html", "head", "meta", "title", "style", "body"),
        *("h1", "h2", "h3", "p", "section", "dl", "dt", "dd", "ul", "li"),
    }
    assert page.names <= {"lang", "charset", "http-equiv", "content", "name", "class"}
    for said in (f"paid twice {MARKUP}", f"Zhang {MARKUP}", "a note of staff", "a letter that waits", words):
        assert said in page.text
    assert "somebody else" not in source
    assert not re.search("https?://", source)


def test_what_was_erased_is_said_to_be(opener: Opener) -> None:
    with opener() as desk:
        at_desk(desk, received(desk, customer=WHO).id, s.WITHDRAW)
        desk.erase("u-17", by=s.LEAD, reason="the customer asked for it")
        page = Texts(export_page(desk.export("u-17"), "en"))
        assert ("the words were erased" in page.text, "the customer asked for it" in page.text) == (True, True)
        assert "zhang-app" not in page.text


@pytest.mark.parametrize("customer", [None, "", " ", {"u-17"}])
def test_it_names_one_customer_since_none_would_be_everybody(customer: Any) -> None:
    with Desk.open("memory://") as desk:
        with pytest.raises(InvalidInput, match="customer"):
            desk.export(customer)
        assert desk.export("nobody").records == ()


def test_what_cannot_be_read_is_named_on_the_page() -> None:
    store = MemoryStore()
    with Desk(store, clock=FrozenClock()) as desk:
        lost, other = received(desk, customer=WHO).id, received(desk, customer=WHO).id
        store.damage("complaints", lost)
        found = desk.export("u-17")
        assert ([one.complaint.id for one in found.records], [one.key for one in found.unreadable]) == ([other], [lost])
        assert lost in Texts(export_page(found, "en")).text


def test_a_letter_that_cannot_be_read_is_named_on_the_page() -> None:
    """The customer would have taken for all that is held what lacks a letter to them; another's is not among it."""
    store = MemoryStore()
    with Desk(store, clock=FrozenClock()) as desk:
        ids = {who.id: received(desk, customer=who).id for who in (WHO, OTHER)}
        for id in ids.values():
            at_desk(desk, id, s.triage(), s.update("a letter that waits"))
        letters = {entry.number: entry.message for entry in desk.outbox()}
        for number in letters:
            store.damage("outbox", str(number))
        found = desk.export("u-17")
        theirs = {message.key for message in letters.values() if message.complaint == ids["u-17"]}
        assert {one.about for one in found.unreadable} == theirs != set()
        text = Texts(export_page(found, "en")).text
        assert all(key in text for key in theirs)
        assert ids["u-18"] not in text


def test_a_letter_of_which_nobody_knows_whose_it_is_is_named(tmp_path: Path) -> None:
    """It may be theirs."""
    file = tmp_path / "desk.db"
    with opened(file) as desk:
        at_desk(desk, received(desk, customer=WHO).id, s.triage(), s.update("a letter that waits"))
        waiting = len(desk.outbox())
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE outbox SET message = x'00', key = ''")
    with opened(file) as desk:
        assert [one.about for one in desk.export("u-17").unreadable] == [""] * waiting != []
        assert desk.export("u-17").unreadable == desk.unreadable_letters()


@pytest.mark.parametrize("customer", [" u-17", "u-17\u200b", "u" * 201])
def test_an_id_that_no_customer_has_is_no_customer_of_whom_nothing_is_held(opener: Opener, customer: str) -> None:
    """A slip of the pen would have told them that nothing is held."""
    with opener() as desk:
        told(desk)
        with pytest.raises(InvalidInput, match="customer"):
            desk.export(customer)


def test_for_one_actor_it_needs_a_role_that_exports_and_sees_everything() -> None:
    officer = Role({"all"}, scope={"all"}, see=set(Part), operate={"export"})
    blind = attrs.evolve(officer, see=frozenset[Part]())
    policy = Policy(roles={**ROLES, "officer": officer, "blind": blind})
    with Desk.open("memory://", clock=FrozenClock(), policy=policy) as desk:
        told(desk)
        for actor in (Actor("wu", {"manager"}), Actor("wu", {"blind"}), s.CUSTOMER):
            with pytest.raises(Refused):
                desk.acting(actor).export("u-17")
        assert len(desk.acting(Actor("wu", {"officer"})).export("u-17").records) == 2
