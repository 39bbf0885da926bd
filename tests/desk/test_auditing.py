"""Who reads what is told before it goes out: by every call that tells something, to everybody who is to be told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from complaintflow import Actor, AsyncDesk, Customer, Desk, NotFound, PluginError, Refused, commands as c
from complaintflow.desk.acting import ActingDesk
from complaintflow.desk.bulk import Asked
from complaintflow.plugins import Access, Incoming, hookimpl
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Part
from tests import stories as s
from tests.desk import acting_calls as a

EVERY = frozenset(Part)
KIM = a.ACTORS["local"]


@attrs.define
class Auditing:
    """A plugin whose auditor keeps what it is told, or fails."""

    told: list[Access] = attrs.Factory(list)
    answer: Any = None

    name = "auditing"

    @hookimpl
    def auditors(self) -> list[Any]:
        return [self]

    def reads(self, access: Access) -> Any:
        self.told.append(access)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def take(self) -> list[Access]:
        taken, self.told = self.told, []
        return taken


class Town:
    """A desk with an auditor, and two complaints of two teams."""

    def __init__(self) -> None:
        self.auditing = Auditing()
        refs = list[tuple[str, str]]()
        plugins = [a.Knowing(refs), self.auditing]
        self.desk = Desk.open("memory://", policy=a.HOUSE, plugins=plugins, clock=FrozenClock(s.T0))
        self.mine = a.plant(self.desk, "MINE", "u-1", "North Gate", "payments", "li")
        self.other = a.plant(self.desk, "OTHER", "u-2", "South Gate", "logistics", "zhou")
        refs += [(self.mine, "learnt"), (self.other, "OTHER-said"), ("page-1", "a page")]
        self.desk.do(self.mine, c.Note("x"), by=s.LEAD, key="mine")


@pytest.fixture(scope="module")
def founded() -> Iterator[Town]:
    town = Town()
    with town.desk:
        yield town


@pytest.fixture
def town(founded: Town) -> Town:
    """The same town for every test, whose auditor has heard nothing yet."""
    founded.auditing.answer = None
    founded.auditing.take()
    return founded


DOES_ALL = Actor(s.MANAGER.id, {*s.MANAGER.roles, "clerk"})
"""A manager who has the rights that no role has as it comes."""

NO_READS = frozenset(
    {
        *(
            "agenda",
            "backlog",
            "changed",
            "deliver",
            "discard",
            "hear",
            "head",
            "check_integrity",
            "check_receipt",
            "migrate",
            "quarantine",
            "release",
        ),
        *(
            "retry",
            "tick",
            "unreadable_letters",
            "read_link",
            "accept_link",
            "accept_survey",
            "receive_many",
            "receive_rows",
        ),
        *("receive_row", "erase", "retention", "vacuum"),
    }
)
"""Calls that tell nobody's words: those of the machinery; a link that is none, and what the caller brings along."""


TOLD_AS = {"recall": "do", "each": "find", "each_event": "history"}
"""Calls that ask another one, each of its pages."""


# ── who is told of what


@pytest.mark.parametrize("name", sorted(a.CALLS))
def test_every_call_that_tells_something_is_told_once_with_its_name(town: Town, name: str) -> None:
    """A new call is refused here until somebody says whether it is a read."""
    for call in a.CALLS[name]:
        town.auditing.take()
        answer = a.answer_of(call, town.desk.acting(DOES_ALL), town.mine)
        told = [one.call for one in town.auditing.take()]
        if name in NO_READS or isinstance(answer, NotFound):
            assert told == []
        elif name == "receive":
            assert len(told) <= 1
        else:
            assert told == [TOLD_AS.get(name, name)]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("get", EVERY), ("history", EVERY), ("brief", EVERY), ("find", EVERY), ("do", EVERY), ("do_many", EVERY),
        ("outbox", EVERY), ("explain", {Part.NOTES}), ("steps", {Part.NOTES, Part.MONEY}), ("advise", {Part.MONEY}),
        ("customer_view", ()), ("playbook", ()), ("suggest", ()), ("suggestions", ()), ("answers", ()),
    ],
)  # fmt: skip
def test_a_read_names_who_when_of_which_complaint_and_which_parts(town: Town, name: str, parts: Any) -> None:
    a.answer_of(a.CALLS[name][0], town.desk.acting(KIM), town.mine)
    assert town.auditing.take() == [Access(KIM, name, s.T0, {town.mine: frozenset(parts)})]


def test_a_list_is_one_read_with_all_its_complaints_and_a_number_one_with_none(town: Town) -> None:
    desk = town.desk.acting(s.MANAGER)
    town.auditing.take()
    desk.find(id={town.mine, town.other})
    desk.find(id={town.mine, town.other}, team="logistics")
    desk.find(customer="nobody")
    desk.count()
    seen = [dict(one.seen) for one in town.auditing.take()]
    assert seen == [dict.fromkeys((town.mine, town.other), EVERY), {town.other: EVERY}, {}, {}]


def test_a_read_says_which_parts_this_reader_sees_and_no_more(town: Town) -> None:
    town.desk.acting(a.ACTORS["caseworker"]).get(town.mine)
    town.desk.acting(a.ACTORS["shopkeeper"]).history(town.mine)
    town.desk.acting(a.ACTORS["customer"]).customer_view(town.mine)
    seen = [dict(one.seen) for one in town.auditing.take()]
    assert seen == [{town.mine: {Part.NOTES}}, {town.mine: frozenset()}, {town.mine: frozenset()}]


def test_what_is_refused_or_not_found_is_no_read(town: Town) -> None:
    """Or the log is full of what nobody ever saw."""
    with pytest.raises(NotFound):
        town.desk.acting(KIM).get(town.other)
    for read in (town.desk.acting(a.ACTORS["customer"]).brief, town.desk.acting(a.ACTORS["caseworker"]).advise):
        with pytest.raises(Refused):
            read(town.mine)
    assert town.auditing.take() == []


def test_whoever_uses_a_key_again_reads_what_it_was_used_for(town: Town) -> None:
    received, again = c.Receive("app", Customer("u-1"), "again"), s.MANAGER
    desk = town.desk.acting(again)
    town.auditing.take()
    first = desk.receive(received, by=again, key="k")
    assert town.auditing.take() == []
    desk.receive(received, by=again, key="k")
    desk.receive_many([Asked((received,), again, key="k"), Asked((received,), again, key="new")])
    row = Incoming(1, "row-9", received)
    id = desk.receive_row(row)[0].id
    desk.receive_rows([row, row])
    told = [(one.call, [*one.seen]) for one in town.auditing.take()]
    assert told == [("receive", [first.id]), ("receive_many", [first.id]), ("receive_rows", [id])]


def test_no_word_of_the_record_and_none_of_what_was_asked_is_told(town: Town) -> None:
    """The log of reads lies where more people look than at the record."""
    for actor in (s.MANAGER, *a.ACTORS.values()):
        for _, call in a.each_call():
            a.answer_of(call, town.desk.acting(actor), town.mine)
    a.answer_of(lambda desk, id: desk.find(text="MINE-said"), town.desk.acting(s.MANAGER), town.mine)
    text = repr(town.auditing.take())
    assert "MINE-" not in text
    assert "OTHER-" not in text


def test_an_answer_from_another_case_names_that_case_as_well(town: Town) -> None:
    town.desk.acting(s.MANAGER).answers(town.other)
    assert [{*one.seen} for one in town.auditing.take()] == [{town.other, town.mine}]


# ── one that fails


@pytest.mark.parametrize("answer", [OSError("the disk with MINE-notes is full"), True], ids=["raises", "answers"])
@pytest.mark.parametrize("name", sorted(set(a.CALLS) - NO_READS))
def test_nothing_goes_out_when_an_auditor_fails(town: Town, name: str, answer: object) -> None:
    before = town.desk.head()
    town.auditing.answer = answer
    for call in a.CALLS[name]:
        got = a.answer_of(call, town.desk.acting(DOES_ALL), town.mine)
        if name == "receive":  # what the caller brings along is no read
            continue
        assert isinstance(got, (PluginError, NotFound)), got
        assert "MINE-" not in a.told(got)
        assert town.desk.head() == before, "a command was done, and its caller was told that it failed"


def test_the_first_that_fails_is_named_and_every_one_must_agree(town: Town) -> None:
    good, bad = Auditing(), Auditing(answer=RuntimeError())
    with Desk.open("memory://", plugins=[good, Named("broken", bad)]) as desk:
        id = desk.receive(s.receive(), by=s.SYSTEM).id
        with pytest.raises(PluginError, match="plugin broken failed in reads: RuntimeError"):
            desk.acting(s.LI).get(id)
        assert len(good.told) == 1


@attrs.frozen
class Named:
    """Another plugin with an auditor."""

    name: str
    auditor: Any

    @hookimpl
    def auditors(self) -> list[Any]:
        return [self.auditor]


# ── through what else


@pytest.mark.anyio
async def test_a_program_on_an_event_loop_is_audited_as_well(town: Town) -> None:
    desk = AsyncDesk(town.desk)
    town.auditing.take()
    await desk.acting(s.LI).get(town.mine)
    assert [(one.by, one.call) for one in town.auditing.take()] == [(s.LI, "get")]


def test_a_desk_that_acts_for_nobody_tells_nobody(town: Town) -> None:
    """It is the program's own: clocks, workers and imports read all day."""
    town.desk.get(town.mine)
    town.desk.find()
    assert town.auditing.take() == []


def test_a_desk_without_auditors_looks_nothing_up_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk.open("memory://") as desk:
        id = desk.receive(s.receive(), by=s.SYSTEM).id
        acting: ActingDesk = desk.acting(Actor("li", {"agent"}))
        monkeypatch.setattr("complaintflow.desk.auditing.Access", None)  # whoever makes one fails
        assert acting.get(id).id == acting.find().complaints[0].id == id
