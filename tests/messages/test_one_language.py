"""A house meets one language: in English no Chinese sign, in Chinese no English sentence, whoever asks for what.

The lives of `tests.golden.script` are played in a house of each language; every text that the library makes is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import chain
from typing import Any

import attrs
import pytest

from complaintflow import Actor, Customer, Desk, NotPossible, Policy, Refused, commands as c, intakes
from complaintflow.cli import main
from complaintflow.cli.demonstration import words as demo_words
from complaintflow.errors.reasons.faults import FAULTS
from complaintflow.errors.reasons.rendering import REASONS
from complaintflow.inbound import ConfirmLinks
from complaintflow.messages import Templates, words
from complaintflow.plugins import Click, CustomerMessage
from complaintflow.policy.batches import Batches
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import LANGUAGES
from tests import stories as s
from tests.golden.script import perform
from tests.messages.samples import FORMS, record
from tests.stores.desks import at_desk

CHINESE = re.compile(r"[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe10-\ufe6f\uff00-\uffef]")
ENGLISH = {
    en
    for pairs in (words._WORDS, words.STATUS_FOR_STAFF, words.STEP)
    for _, en in pairs.values()
    if re.search("[a-z] [a-z]", en)
}
"""Sentences and phrases of ours, which have their Chinese beside them."""
_PLACE = re.compile(r"\{[^{}]*\}|[A-Z]\w+\([^()]*\)")
ENGLISH |= {
    piece.strip()
    for _, en in (*chain.from_iterable(REASONS.values()), *FAULTS.values())
    for piece in _PLACE.split(en)
    if re.search("[a-z] [a-z]+ [a-z]", piece)
}
"""The same of refusals, between the facts that they tell."""
STAFF = (s.LI, s.LEAD, s.MANAGER, s.SYSTEM)
HOUSES = {"en": Policy(), "zh": Policy(language="zh", zone="Asia/Shanghai")}


@attrs.frozen
class House:
    """A desk of a house with its lives, what went out, and the file of its store."""

    language: str
    desk: Desk
    clock: FrozenClock
    ids: dict[str, str]
    sent: list[Any]
    url: str


@pytest.fixture(scope="module", params=LANGUAGES)
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    (channel, channels), clock = record(), FrozenClock()
    url = f"sqlite:///{tmp_path_factory.mktemp('house') / 'desk.db'}"
    with Desk.open(url, policy=HOUSES[request.param], clock=clock, plugins=[channels, intakes]) as desk:
        ids = perform(desk, clock, request.param)
        waiting = desk.receive(_received(request.param, "Q-1"), by=s.SYSTEM).id
        at_desk(desk, waiting, s.triage(), c.AskCustomer({"device": "iPhone?"}))
        for hours in (2, 30, 100, 400, 800):
            clock.later(hours=hours)
            desk.tick()
            desk.deliver()
        yield House(request.param, desk, clock, {**ids, "waiting": waiting}, channel.sent, url)


def _received(language: str, customer: str) -> c.Receive:
    text = "扣了两次款" if language == "zh" else "I paid twice"
    return c.Receive("app", Customer(customer, contact={"email": "q@example.com"}), text, order=f"A-{customer}")


def messages(house: House) -> Iterator[str]:
    """Subject, text and HTML of all that went out, by the plain sentences and by the templates in each form."""
    templates = Templates()
    for message in house.sent:
        for one in (message, *(templates.render(message, form) for form in FORMS)):
            yield from (one.subject, one.text, one.html)


def pages(house: House) -> Iterator[str]:
    """Every page of every complaint, and the labels."""
    desk, policy = house.desk, house.desk.policy
    templates = Templates(staff_language=policy.language_for_staff)
    for id in house.ids.values():
        complaint = desk.get(id)
        yield from (desk.brief(id), str(desk.customer_view(id)), complaint.label(house.language, policy))
        yield from _written(templates.brief(complaint, policy=policy))
        yield from _written(templates.view(desk.customer_view(id), "mail"))
        yield from (one.text(house.language) for one in desk.explain(id))
        yield desk.advise(id, by=s.LI).text(house.language)
        yield str(desk.playbook(id))
        yield str(desk.suggest(id))


def _written(page: Any) -> Iterator[str]:
    yield from (page.subject, page.text, page.html)


def refusals(house: House) -> Iterator[str]:
    """Why each command is refused to each of staff and to the customer, in each state that was reached."""
    for id in house.ids.values():
        for by in (*STAFF, Actor.customer(house.desk.get(id).facts.customer)):
            steps = house.desk.steps(id, by=by)
            yield from (str(refusal) for step in steps for refusal in step.refusals)


def look_ahead(house: House) -> Iterator[str]:
    """What the clocks would say within the next months."""
    for done in house.desk.tick(at=house.clock.now + timedelta(days=60)).done:
        yield from (str(done.command), *map(str, done.refusals))


def history(house: House) -> Iterator[str]:
    """What the desk itself put on record, and the reasons of the grades."""
    for id in house.ids.values():
        yield from (str(event.data) for event in house.desk.history(id) if event.by.startswith("system"))
        priority = house.desk.get(id).priority
        yield from (factor.why for factor in (priority.factors if priority else ()))


def refused(house: House) -> Iterator[str]:
    """What the desk says where it refuses at once: a move that is not there, and a rule."""
    for id in house.ids.values():
        for command in (c.Archive(), s.update(), c.Confirm(s.HEARD), c.Close()):
            with pytest.raises((NotPossible, Refused)) as failed:
                house.desk.do(id, command, by=s.STRANGER)
            yield str(failed.value)


SAID = {
    "messages": messages,
    "pages": pages,
    "refusals": refusals,
    "what is refused": refused,
    "a look ahead": look_ahead,
    "the record": history,
}


@pytest.mark.parametrize("what", SAID)
def test_a_house_in_english_meets_no_chinese_sign(house: House, what: str) -> None:
    """Else its staff and its customers read signs that mean nothing to them."""
    if house.language == "zh":
        pytest.skip("a house in Chinese")
    found = [text for text in SAID[what](house) if CHINESE.search(text)]
    assert found == []


@pytest.mark.parametrize("what", ["messages", "pages", "refusals", "what is refused", "a look ahead"])
def test_a_house_in_chinese_meets_no_sentence_of_ours_in_english(house: House, what: str) -> None:
    if house.language == "en":
        pytest.skip("a house in English")
    found = [(text, en) for text in SAID[what](house) for en in ENGLISH if en in text]
    assert found == []


def test_no_page_of_the_command_line_has_a_chinese_sign_in_an_english_house(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    if house.language == "zh":
        pytest.skip("a house in Chinese")
    parts = ("--brief", "--customer", "--history", "--steps", "--playbook")
    commands = [
        *(["show", id, *parts, *form] for id in house.ids.values() for form in ([], ["--json"])),
        *(["explain", id] for id in house.ids.values()),
        *(
            ["list"],
            ["list", "--json"],
            ["agenda"],
            ["batches"],
            ["outbox"],
            ["tick", "--dry-run"],
            ["fsck"],
            ["plugins"],
        ),
        *([name, "--help"] for name in ("show", "do", "receive", "tick", "deliver", "explain", "advise", "import")),
    ]
    for command in commands:
        main([*command, "--store", house.url] if "--help" not in command else command)
    out = capsys.readouterr()
    assert len(out.out.splitlines()) > 100
    found = sorted({line for line in (out.out + out.err).splitlines() if CHINESE.search(line)})
    assert found == [], "\n".join(found)


def test_a_batch_is_proposed_in_the_language_of_the_house() -> None:
    for language, policy in HOUSES.items():
        asks = attrs.evolve(policy, batches=Batches(makes=False))
        clock = FrozenClock()
        with Desk.open("memory://", policy=asks, clock=clock) as desk:
            for number in range(5):
                desk.receive(_received(language, f"u-{number}"), s.triage(), by=s.LI)
            desk.tick()
            [said] = [one.data["message"] for id in desk.batches()[0].ids for one in desk.get(id).body.of("Remind")]
            assert bool(CHINESE.search(said)) == (language == "zh")


@pytest.mark.parametrize(("language", "signs"), [("en", False), ("zh", True), ("zh-TW", True), (" ZH ", True)])
def test_a_click_says_the_customers_word_in_their_language(language: str, signs: bool) -> None:
    links = ConfirmLinks("https://help.example.com/c", b"0" * 32)
    clock = FrozenClock()
    with Desk.open("memory://", clock=clock, linker=links) as desk:
        id = at_desk(desk, desk.receive(s.receive(customer=Customer("u-17", language=language)), by=s.SYSTEM).id).id
        at_desk(desk, id, s.triage(), c.AddEvidence("log", "gateway", "two captures"), c.CheckEvidence("E1", "agrees"))
        at_desk(desk, id, c.Resolve("mended", s.OWN))
        at_desk(desk, id, s.PASSED, by=s.WANG)
        at_desk(desk, id, s.notice())
        message = [entry.message for entry in desk.outbox() if isinstance(entry.message, CustomerMessage)][-1]
        url = links.add_links(message, clock.now).links[Click.DISPUTE]
        said = desk.accept_link(url.partition("token=")[2]).body[-1].data["said"]["text"]
    assert bool(CHINESE.search(said)) == signs


def test_the_demonstration_is_english() -> None:
    texts = (value for value in vars(demo_words).values() if isinstance(value, str))
    assert not any(map(CHINESE.search, texts))
