"""The slips of a program are named, all at once: a web view answers with what to mend, and not with a fault of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import Actor, Complaint, Customer, Desk, commands as c
from complaintflow.desk.bulk import Asked
from complaintflow.errors import DefinitionError, InvalidInput
from tests import stories as s
from tests.stores.desks import received

RECEIVED = c.Receive("app", Customer("u-17", contact={"email": "u17@example.com"}), "I paid twice", order="A-1")


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk.open("memory://") as desk:
        yield desk


def wrong(act: Callable[[], object]) -> dict[str, str]:
    """What was wrong with it: each place, and what was found there."""
    with pytest.raises(InvalidInput) as invalid:
        act()
    return {problem.path: problem.found for problem in invalid.value.problems}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"kind": "Note", "text": "seen"}, "a dict"),
        (c.Note, "the class Note"),
        ([c.Note("seen")], "a list"),
        ("Note", "a str"),
        (None, "nothing"),
    ],
)
def test_what_is_no_command_is_named_by_its_type_alone(desk: Desk, given: Any, found: str) -> None:
    id = received(desk).id
    assert wrong(lambda: desk.do(id, given, by=s.LI)) == {"commands[0]": found}
    assert [event.kind for event in desk.history(id)] == ["Receive"]


def test_everything_that_is_wrong_with_a_question_is_told_at_once(desk: Desk) -> None:
    complaint: Any = received(desk)
    nobody: Any = None
    version: Any = "1"
    kind: Any = c.Note
    found = wrong(lambda: desk.do(complaint, c.Note("seen"), kind, by=nobody, expect=version))
    assert found == {"commands[1]": "the class Note", "by": "nothing", "id": "a Complaint", "expect": "a str"}


def test_a_version_is_a_whole_number_and_no_yes(desk: Desk) -> None:
    """`True` is 1 for Python, and the version that nobody meant."""
    yes: Any = True
    assert wrong(lambda: desk.do(received(desk).id, c.Note("seen"), by=s.LI, expect=yes)) == {"expect": "a bool"}


CALLS: list[Callable[[Desk, str, Any], object]] = [
    lambda desk, id, by: desk.receive(s.receive(), by=by),
    lambda desk, id, by: desk.steps(id, by=by),
    lambda desk, id, by: desk.advise(id, by=by),
    lambda desk, id, by: desk.acting(by),
    lambda desk, id, by: desk.link("I-1", [id], by=by),
    lambda desk, id, by: desk.erase("u-1", by=by, reason="asked for it"),
    lambda desk, id, by: Asked(c.Note("seen"), by, id),
]


@pytest.mark.parametrize("by", ["li", None, {"id": "li"}])
@pytest.mark.parametrize("call", CALLS)
def test_whoever_is_no_actor_is_named_by_each_call(desk: Desk, call: Callable[..., object], by: object) -> None:
    """Nobody is logged in: a view passes None."""
    id = received(desk).id
    assert list(wrong(lambda: call(desk, id, by))) == ["by"]


@pytest.mark.parametrize("call", ["get", "history", "explain", "customer_view", "brief", "suggestions"])
def test_a_complaint_is_no_id_and_nothing_of_it_is_shown(desk: Desk, call: str) -> None:
    complaint = received(desk)
    with pytest.raises(InvalidInput) as invalid:
        getattr(desk, call)(complaint)
    assert str(invalid.value).splitlines()[1:] == ["  id: found a Complaint, expected the id of a complaint, a text"]


def test_one_id_may_be_linked_without_a_list(desk: Desk) -> None:
    """The letters of a text are no ids."""
    id = at_triage(desk).id
    assert [one.id for one in desk.link("I-1", id, by=s.LEAD)] == [id]


def at_triage(desk: Desk) -> Complaint:
    return desk.do(received(desk).id, s.triage(), by=s.LI)


def test_all_parts_of_a_desk_that_cannot_be_one_are_named_at_once() -> None:
    given: dict[str, Any] = {
        "policy": "policy.toml",
        "lifecycle": {"states": {}},
        "plugins": 7,
        "clock": s.T0,
        "new_id": "C-1",
        "linker": "https://help.example.com",
        "renderer": Path("templates"),
    }
    path: Any = Path("helpdesk.db")
    with pytest.raises(DefinitionError) as failed:
        Desk.open(path, **given)
    assert [problem.path for problem in failed.value.problems] == ["url", *given]


def test_a_desk_of_sound_parts_opens(desk: Desk) -> None:
    with Desk.open("memory://", policy=None, lifecycle=None, plugins="installed", linker=None, renderer=None) as other:
        assert other.acting(Actor.system()).count() == 0


@pytest.mark.parametrize("role", ["agnet", "supervizor", "leed"])
def test_a_misspelt_role_is_named_with_those_that_there_are(desk: Desk, role: str) -> None:
    """It was told as "no complaint has the id", and somebody looked for a complaint that was there."""
    meant = {"agnet": "agent", "supervizor": "supervisor", "leed": "lead"}[role]
    with pytest.raises(
        InvalidInput, match=rf"by.roles: found {role}, expected one of agent, .*; the nearest is {meant}"
    ):
        desk.acting(Actor("li", roles={role}))
    with pytest.raises(InvalidInput, match=rf"by.roles: found {role}.*; the nearest is {meant}"):
        desk.retention(by=Actor("li", roles={role}))


def test_a_role_that_nobody_means_sees_nothing_as_before(desk: Desk) -> None:
    """A user of the host without any group is nobody here: told nothing, and no roles either."""
    assert desk.acting(Actor("li", roles={"reporting-bot"})).find().complaints == ()
    assert desk.acting(Actor("li", roles={"agent", "reporting-bot"})).find().complaints == ()


WRONG_IDS: list[Any] = [
    "",
    " ",
    None,
    7,
    b"C-1",
    "x" * 201,
    "a/b",
    "a?b",
    "a#b",
    "50%",
    "a b",
    "a\nb",
    "A@b",
    ".",
    "..",
]


@pytest.mark.parametrize("id", WRONG_IDS, ids=repr)
def test_what_a_house_names_a_complaint_is_looked_at_before_anything_is_kept(id: Any) -> None:
    """A slash tore the keys of its messages, and a blank or a mark of a URL its links: no customer could confirm."""
    with Desk.open("memory://", new_id=lambda at: id) as desk:
        with pytest.raises(DefinitionError, match=r"new_id: found .*, expected a text of 1 to 200 letters"):
            desk.receive(RECEIVED, by=Actor.system())
        assert desk.find().complaints == ()


def test_an_id_that_a_complaint_has_is_the_fault_of_who_names_them() -> None:
    """It was told as a `Conflict`, which says to load it and try again: for ever."""
    with Desk.open("memory://", new_id=lambda at: "投诉-1") as desk:
        first = desk.receive(RECEIVED, by=Actor.system())
        with pytest.raises(DefinitionError, match="new_id: found '投诉-1', which a complaint has"):
            desk.receive(attrs.evolve(RECEIVED, description="another one"), by=Actor.system())
        with pytest.raises(DefinitionError, match="which a complaint has"):
            desk.receive_many(Asked((RECEIVED,), Actor.system(), key=key) for key in ("a", "b"))
        assert [one.id for one in desk.find().complaints] == [first.id]
        assert desk.get(first.id).description == first.description
        assert len(desk.history(first.id)) == 1


def test_two_complaints_of_one_unit_of_work_have_two_ids() -> None:
    """A follow-up that a rating makes would have stood in the place of the complaint that was rated."""
    with Desk.open("memory://") as desk:
        first = desk.receive(RECEIVED, by=Actor.system())
        with desk._units.reading() as session:
            work = desk._units.within(session, datetime(2026, 3, 2, tzinfo=UTC))
            work.load(first.id)
            with pytest.raises(DefinitionError, match="which a complaint has"):
                work.receive(first.id, RECEIVED, Actor.system())
