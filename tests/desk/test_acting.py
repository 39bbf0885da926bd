"""A desk as one person has it: what is not theirs is not there, what they may not see is marked, in every call."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from complaintflow import Actor, Customer, Desk, InvalidInput, NotFound, Refused, Said, commands as c
from complaintflow.desk.acting import ActingDesk
from complaintflow.desk.bulk import Asked
from complaintflow.policy import Policy, Role
from complaintflow.policy.access import ROLES
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Part
from tests import stories as s
from tests.desk import access_matrix, acting_calls as a


class Town:
    """A desk with two complaints: one of u-1 in the payments team, and another one in all that tells them apart."""

    def __init__(self, url: str) -> None:
        self.refs = list[tuple[str, str]]()
        self.desk = Desk.open(url, policy=a.HOUSE, plugins=[a.Knowing(self.refs)], clock=FrozenClock(s.T0))
        self.mine = a.plant(self.desk, "MINE", "u-1", "North Gate", "payments", "li")
        self.other = a.plant(self.desk, "OTHER", "u-2", "South Gate", "logistics", "zhou")
        self.refs += [(self.other, "OTHER-said"), ("page-1", "a page")]
        self.desk.do(self.other, c.Note("OTHER-notes"), by=s.LEAD, key="theirs")


@pytest.fixture
def town() -> Iterator[Town]:
    town = Town("memory://")
    with town.desk:
        yield town


@pytest.fixture
def filed(tmp_path: Path) -> Iterator[Town]:
    """The same in a file: a store finds what is seen in a way of its own."""
    town = Town(f"sqlite:///{tmp_path}/a.db")
    with town.desk:
        yield town


def as_(town: Town, name: str) -> ActingDesk:
    return town.desk.acting(a.ACTORS[name])


def refused(act: Any) -> set[str]:
    with pytest.raises(Refused) as error:
        act()
    return {one.rule for one in error.value.refusals}


# ── nobody forgets a call


def public(kind: type) -> set[str]:
    return {name for name in dir(kind) if not name.startswith("_")}


def test_every_call_of_a_desk_is_one_of_an_acting_desk_or_is_kept_from_it_on_purpose() -> None:
    """A new call of `Desk` is refused here until somebody says what each person gets of it."""
    assert public(Desk) - a.NOT_FOR_ONE - a.NO_CALLS == set(a.CALLS)
    assert public(ActingDesk) == set(a.CALLS) | a.NO_CALLS


@pytest.mark.parametrize("name", sorted(a.CALLS))
def test_the_same_face_takes_the_same_arguments(name: str) -> None:
    theirs, mine = (inspect.signature(getattr(kind, name)).parameters for kind in (Desk, ActingDesk))
    assert set(mine) == set(theirs)
    assert all(mine[one].kind == theirs[one].kind for one in theirs)


# ── what is another's


@pytest.mark.parametrize("actor", sorted(a.ACTORS))
def test_no_call_tells_anybody_a_word_of_what_is_not_theirs(actor: str) -> None:
    town = Town("memory://")
    for name, call in a.each_call():
        for id in (town.other, town.mine, "C-none"):
            text = a.told(a.answer_of(call, town.desk.acting(a.ACTORS[actor]), id))
            assert "OTHER-" not in text, (name, id)
            assert id == town.other or town.other not in text, (name, id)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_order_of_calls_tells_a_word_of_what_is_not_theirs(data: st.DataObject) -> None:
    """What one call changes, a later one must not tell."""
    town = Town("memory://")
    desk = town.desk.acting(a.ACTORS[data.draw(st.sampled_from(sorted(a.ACTORS)))])
    calls = [call for _, call in a.each_call()]
    for call in data.draw(st.lists(st.sampled_from(calls), min_size=2, max_size=8)):
        id = data.draw(st.sampled_from([town.mine, town.other]))
        assert "OTHER-" not in a.told(a.answer_of(call, desk, id))


@pytest.mark.parametrize("actor", sorted(a.ACTORS))
def test_what_is_not_theirs_is_not_found_and_says_nothing_else(town: Town, actor: str) -> None:
    desk = as_(town, actor)
    for act in (desk.get, desk.history, desk.brief, desk.customer_view, desk.steps, desk.explain, desk.answers):
        unseen, unknown = [_not_found(act, id) for id in (town.other, "C-none")]
        assert unseen.replace(town.other, "#") == unknown.replace("C-none", "#")
    assert _not_found(lambda id: desk.do(id, c.Note("x")), town.other)
    assert [one.id for one in desk.find().complaints] == ([town.mine] if actor in SEEING else [])


SEEING = {"customer", "shopkeeper", "local", "caseworker"}


def _not_found(act: Any, id: str) -> str:
    with pytest.raises(NotFound) as error:
        act(id)
    return str(error.value)


@pytest.mark.parametrize("store", ["town", "filed"])
def test_a_page_is_full_of_what_is_seen_whatever_lies_between(store: str, request: pytest.FixtureRequest) -> None:
    town: Town = request.getfixturevalue(store)
    for number in range(3):
        a.plant(town.desk, "OTHER", f"u-{number + 5}", "South Gate", "logistics", "zhou")
    last = a.plant(town.desk, "MINE", "u-1", "North Gate", "payments", "li")
    for name in sorted(SEEING):
        page = as_(town, name).find(limit=1)
        assert [one.id for one in page.complaints] == [town.mine], name
        assert [one.id for one in as_(town, name).find(limit=1, after=page.next).complaints] == [last], name
        assert as_(town, name).count() == 2, name


def test_who_asks_for_more_in_a_list_gets_no_more(town: Town) -> None:
    for name in sorted(SEEING):
        for wanted in (
            {"team": "logistics"},
            {"customer": "u-2"},
            {"owner": "zhou"},
            {"id": town.other},
            {"reach": ()},
        ):
            if name == "customer" and {"team", "owner"} & set(wanted):
                assert refused(lambda wanted=wanted: as_(town, "customer").find(**wanted)) == {"permitted"}
                continue
            assert as_(town, name).find(**wanted).complaints == (), (name, wanted)


def test_what_a_command_names_must_be_seen_as_well(town: Town) -> None:
    with pytest.raises(NotFound, match=town.other):
        as_(town, "local").do(town.mine, c.Merge(town.other))


# ── what is theirs, and not shown


@pytest.mark.parametrize("role", ["shopkeeper", "caseworker", "counter", "clerk", "customer"])
def test_no_call_tells_a_part_that_the_role_does_not_see(role: str) -> None:
    town = Town("memory://")
    by, see = a.ACTORS.get(role, Actor("li", {role})), a.HOUSE.roles.get(role, Role()).see
    secrets = [secret for part in Part if part not in see for secret in a.SECRETS[part]]
    for name, call in a.each_call():
        text = a.told(a.answer_of(call, town.desk.acting(by), town.mine))
        assert not [secret for secret in secrets if secret in text], name


def test_a_reader_can_tell_that_something_is_not_shown_and_what(town: Town) -> None:
    desk = as_(town, "shopkeeper")
    shown = desk.get(town.mine)
    assert shown.hidden == set(Part)
    assert shown.customer.contact["email"] == "[contacts: not shown]"
    assert shown.body.of(c.Note)[0].data == {"text": "[notes: not shown]"}
    assert shown.body.of(c.Compensate)[0].data["amount"] == "[money: not shown]"
    assert shown.facts.claims == ()
    assert shown.description == "MINE-said"
    assert "[notes: not shown]" in desk.brief(town.mine)
    assert desk.history(town.mine)[4].data == {"text": "[notes: not shown]"}
    assert desk.find().complaints[0].hidden == set(Part)


def test_who_sees_everything_gets_what_the_desk_gives(town: Town) -> None:
    desk = town.desk.acting(s.MANAGER)
    for id in (town.mine, town.other):
        assert desk.get(id) == town.desk.get(id)
        assert desk.get(id).hidden == frozenset()
        assert desk.history(id) == town.desk.history(id)
        assert desk.brief(id) == town.desk.brief(id)
    assert desk.find().complaints == town.desk.find().complaints
    assert desk.outbox() == town.desk.outbox()


def test_a_house_that_reads_chinese_is_told_in_chinese() -> None:
    policy = Policy(language="zh", roles={**ROLES, "counter": Role(scope={"all"})})
    with Desk.open("memory://", policy=policy) as desk:
        id = desk.receive(s.receive(), c.Note("她很着急"), by=s.LI).id
        shown = desk.acting(Actor("kim", {"counter"})).get(id)
        assert shown.body.of(c.Note)[0].data["text"] == "［内部记录不予显示］"


def test_what_one_role_shows_in_one_place_another_does_not_show_elsewhere(town: Town) -> None:
    """Roles add up complaint by complaint: notes of the own team, and the bare case of all others."""
    desk = town.desk.acting(Actor("kim", {"local", "counter"}, "payments"))
    assert desk.get(town.mine).hidden == frozenset()
    assert desk.get(town.other).hidden == set(Part)


def test_words_of_a_custom_command_are_notes() -> None:
    from complaintflow.desk.masking import part_of

    assert part_of("Refurbish", "anything") == Part.NOTES


# ── who acts


def test_commands_are_asked_for_by_the_actor_and_by_nobody_else(town: Town) -> None:
    desk = as_(town, "local")
    assert desk.do(town.mine, c.Note("seen")).body[-1].by == "kim"
    assert desk.do(town.mine, c.Note("again"), by=a.ACTORS["local"]).body[-1].by == "kim"
    for act in (
        lambda: desk.do(town.mine, c.Note("x"), by=s.MANAGER),
        lambda: desk.do_many([Asked((c.Note("x"),), s.MANAGER, town.mine)]),
        lambda: desk.receive(s.receive(), by=s.SYSTEM),
        lambda: desk.steps(town.mine, by=s.MANAGER),
        lambda: desk.link("I-1", [town.mine], by=s.MANAGER),
    ):
        with pytest.raises(InvalidInput, match="by: found"):
            act()


def test_many_questions_are_answered_in_order_those_about_others_by_not_found(town: Town) -> None:
    ids = (town.mine, town.other, "C-none", town.mine)
    desk = as_(town, "local")
    answers = desk.do_many([Asked((c.Note("seen"),), desk.actor, id) for id in ids])
    assert [type(one).__name__ for one in answers] == ["Complaint", "NotFound", "NotFound", "Complaint"]


def test_a_customer_does_what_customers_do_and_reads_the_public_view_alone(town: Town) -> None:
    desk = as_(town, "customer")
    after = desk.do(town.mine, c.Hear(Said("how long?")))
    assert (len(after.body), after.facts.team, after.facts.owner, after.hidden) == (0, "", "", frozenset(Part))
    assert "MINE-said" in desk.customer_view(town.mine).description
    for act in (desk.history, desk.brief, desk.explain, desk.answers, desk.playbook, desk.suggest, desk.advise):
        assert refused(lambda act=act: act(town.mine)) == {"permitted"}
    assert refused(desk.outbox) == {"permitted"}
    assert refused(lambda: desk.do(town.mine, c.Note("x"))) == {"allowed"}
    assert {step.command for step in desk.steps(town.mine)} >= {"Hear", "Withdraw"}
    assert "Note" not in {step.command for step in desk.steps(town.mine)}


def test_whoever_receives_is_answered_though_they_do_not_see_it_afterwards(town: Town) -> None:
    desk = town.desk.acting(Actor("ann", {"local", "receiver"}, "payments"))
    received = desk.receive(s.receive(customer=Customer("u-3")))
    assert (received.state, received.hidden) == ("received", frozenset(Part))
    with pytest.raises(NotFound):
        desk.get(received.id)


# ── who runs the desk


OPERATIONS = [
    ("tick", "run"), ("deliver", "run"), ("agenda", "run"), ("backlog", "run"), ("changed", "run"), ("hear", "run"),
    ("dead_letters", "letters"),
    ("retry", "letters"), ("discard", "letters"), ("unreadable_letters", "letters"), ("quarantine", "mend"),
    ("release", "mend"), ("migrate", "migrate"), ("vacuum", "erase"), ("head", "check"), ("check_integrity", "check"),
    ("check_receipt", "check"),
    ("receive_row", "import"), ("receive_rows", "import"), ("batches", "reports"), ("respondents", "reports"),
    ("backtest", "reports"), ("replay_check", "reports"),
    ("figures", "reports"),
    ("backtest", "reports"),
    ("figures", "reports"), ("figures_many", "reports"),
    ("spikes", "reports"), ("effects", "reports"), ("sample", "reports"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "operation"), OPERATIONS)
def test_who_runs_the_desk_has_a_permission_for_it(name: str, operation: str) -> None:
    policy = Policy(roles={**ROLES, "runner": Role(operate={operation}), "all": Role(do={"all"}, scope={"all"})})
    with Desk.open("memory://", policy=policy) as desk:
        id = desk.receive(s.receive(), by=s.SYSTEM).id
        (call, *_) = a.CALLS[name]
        assert refused(lambda: call(desk.acting(Actor("kim", {"all"})), id)) == {"permitted"}
        assert not isinstance(a.answer_of(call, desk.acting(Actor("kim", {"runner"})), id), Refused)
        assert not isinstance(a.answer_of(call, desk.acting(s.SYSTEM), id), Refused)


@pytest.mark.parametrize("role", access_matrix.ROLES)
def test_what_each_role_may_do_and_see_is_what_somebody_reviewed(role: str) -> None:
    """`make generate` writes the matrix anew: read the difference."""
    reviewed = access_matrix.FILE.read_text(encoding="utf-8").splitlines()
    assert [line for line in reviewed if line.startswith(f"{role} | ")] == [*access_matrix.lines_of(role)]


def test_every_role_of_the_house_is_in_the_matrix_and_no_other() -> None:
    reviewed = access_matrix.FILE.read_text(encoding="utf-8").splitlines()
    assert {line.partition(" | ")[0] for line in reviewed} == {*access_matrix.ROLES, "# role"}
