"""What the strategies give is what the rules could have made, in every state and of every type."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, find, given, settings, strategies as st

from complaintflow import Actor, Complaint, Customer, Desk, Event, Lifecycle
from complaintflow.commands import BUILTIN, Command, Receive
from complaintflow.contrib._hypothesis import records
from complaintflow.record.history import GENESIS, replay, seal
from complaintflow.testing import actors, commands, complaints, complaints_in, customers, histories_in, values
from complaintflow.vocabulary import State

FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def replayed(history: tuple[Event, ...]) -> Complaint:
    """What the history makes."""
    link, sealed = GENESIS, []
    for event in history:
        sealed.append(seal("C-1", link, event, bytes(16)))
        link = sealed[-1].link
    return replay("C-1", tuple(sealed))


@pytest.mark.parametrize("state", [state for state in State if state != State.NEW])
def test_a_complaint_in_a_state_has_a_history_that_leads_there(state: State) -> None:
    @FEW
    @given(histories_in(state))
    def leads(history: tuple[Event, ...]) -> None:
        assert history[0].kind == "Receive"
        assert replayed(history).state == state

    leads()


@FEW
@given(complaints_in("new"))
def test_a_new_complaint_is_one_that_nobody_received(complaint: Complaint) -> None:
    assert (complaint.state, complaint.version) == ("new", 0)


def test_a_type_of_blanks_alone_stops_no_question_what_is_open() -> None:
    """Found by the strategies."""
    with Desk.open("memory://") as desk:
        complaint = desk.receive(Receive("app", Customer("u-17"), "我付了两次款", type=" "), by=Actor.system())
        steps = {
            step.command: step.status for step in desk.steps(complaint.id, by=Actor("li", roles=frozenset({"agent"})))
        }
    assert steps["Triage"] == "open"


def test_histories_to_one_state_differ() -> None:
    seen: set[tuple[str, ...]] = set()

    @settings(FEW, max_examples=40)
    @given(histories_in("closed"))
    def collect(history: tuple[Event, ...]) -> None:
        seen.add(tuple(event.kind for event in history))

    collect()
    assert len(seen) >= 5


def test_a_state_to_which_no_way_leads_is_named() -> None:
    with pytest.raises(LookupError, match="no way to 'limbo'"):
        find(complaints_in("limbo"), bool)


@pytest.mark.parametrize("kind", BUILTIN.values(), ids=BUILTIN)
def test_every_command_is_made_and_survives_its_own_checks(kind: type[Command]) -> None:
    @settings(FEW, max_examples=5)
    @given(commands(kind))
    def made(command: Any) -> None:
        assert type(command) is kind
        assert kind(**command.given_fields()) == command

    made()


@pytest.mark.parametrize("kind", list(records()), ids=lambda kind: kind.__name__)
def test_hypothesis_knows_every_public_record_by_its_type(kind: type[Any]) -> None:
    @settings(FEW, max_examples=5)
    @given(st.from_type(kind))
    def known(value: Any) -> None:
        assert isinstance(value, kind)

    known()


def test_texts_are_chinese_and_english_and_odd() -> None:
    seen: set[str] = set()

    @settings(FEW, max_examples=200)
    @given(values(str))
    def collect(text: str) -> None:
        seen.add(text)

    collect()
    assert {"支付失败", "I paid twice", "line one\nline two", "😀", ""} <= seen


@FEW
@given(complaints(), commands(), actors(), customers())
def test_the_rules_have_an_answer_to_anything(complaint: Complaint, command: Command, by: Any, customer: Any) -> None:
    at = complaint.body[-1].at
    decision = Lifecycle.default().decide(complaint, command, by=by, at=at)
    assert [bool(decision.events), bool(decision.refusals), decision.not_possible is not None].count(True) == 1
    assert customer.id.strip()
