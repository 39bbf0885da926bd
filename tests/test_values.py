"""The small public values: checked when made, frozen, hashable, and silent about what is private."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from complaintflow import Action, Actor, Attachment, Customer, InvalidInput, Option, Priority, Said, Signals
from complaintflow.testing import values
from complaintflow.values import _WHY, Factor, KnownContact, Participant
from complaintflow.vocabulary import Emotion, Grade, Impact, Urgency

KINDS: list[type[Any]] = [Action, Actor, Attachment, Customer, Factor, Option, Priority, Said, Signals]
every = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def problems(kind: Any, *args: Any, **fields: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        kind(*args, **fields)
    return [(problem.path, problem.expected) for problem in caught.value.problems]


@every
@settings(max_examples=20)
@given(data=st.data())
def test_a_value_is_frozen_and_equals_and_hashes_by_its_fields(kind: Any, data: st.DataObject) -> None:
    value = data.draw(values(kind))
    again = attrs.evolve(value)
    assert (again, hash(again)) == (value, hash(value))
    for field in attrs.fields(kind):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, field.name, None)


@pytest.mark.parametrize(
    ("verified", "days", "proved"),
    [(None, None, True), (None, 9, False), (True, None, True), (True, 9, True), (True, 0, False), (False, None, False)],
)
def test_an_address_is_proved_that_came_in_or_that_was_verified_and_has_stood_for_a_while(
    verified: bool | None, days: int | None, proved: bool
) -> None:
    """R22: else who adds an address, and takes over the account, gets the links that confirm."""
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    since = None if days is None else now - timedelta(days=days)
    address = KnownContact("email", "u@example.com", verified=verified, since=since)
    assert address.is_proved(now, timedelta(days=1)) is proved


def test_staff_have_roles_and_a_team() -> None:
    li = Actor("li", roles=("agent", "lead"), team="payments")
    assert li.roles == frozenset({"agent", "lead"})
    assert (li.is_staff, li.is_customer, li.is_system, li.team) == (True, False, False, "payments")


def test_the_customer_is_no_staff() -> None:
    customer = Actor.customer("u-17")
    assert (customer.id, customer.is_customer, customer.is_staff, customer.is_system) == ("u-17", True, False, False)


def test_the_system_is_no_staff_and_may_have_a_name() -> None:
    assert Actor.system().id == "system"
    worker = Actor.system("worker-1")
    assert (worker.id, worker.is_system, worker.is_staff, worker.is_customer) == ("system:worker-1", True, False, False)
    assert Actor.system(worker.id) == worker


def test_nobody_else_goes_by_a_name_of_the_system() -> None:
    """An event keeps the id alone, and what the system says counts differently (R2)."""
    expected = [("id", "system or system:name for the system, and for nobody else")]
    assert problems(Actor, "system:li", ["agent"]) == problems(Actor, "system", ["customer"]) == expected
    assert problems(Actor, "li", ["system"]) == expected
    assert Actor("systematic", frozenset({"agent"})).is_staff


@pytest.mark.parametrize("roles", [{"customer", "agent"}, {"system", "lead"}, {"customer", "system"}])
def test_customer_and_system_mix_with_no_other_role(roles: set[str]) -> None:
    assert problems(Actor, "x", roles) == [("roles", "customer or system alone")]


def test_nobody_acts_without_id_or_role() -> None:
    assert problems(Actor, " ", [""]) == [("id", "a text that is not blank"), ("roles[0]", "a text that is not blank")]
    assert problems(Actor, "x", []) == [("roles", "at least one role")]
    assert problems(Actor, "x", "agent") == [("roles", "a list")]
    assert problems(Actor.customer, "") == [("id", "a text that is not blank")]


def test_repr_keeps_the_private_data_of_a_customer_and_what_was_said() -> None:
    customer = Customer("u-17", name="王小明", contact={"phone": "13800000000"})
    said = Said("我的密码是 hunter2", via="phone", ref="call-1", heard_by="li")
    shown = f"{customer!r} {said!r}"
    assert not any(secret in shown for secret in ("王小明", "13800000000", "hunter2"))
    assert "u-17" in shown
    assert "call-1" in shown


def test_r4_a_customer_is_ordinary_and_spoken_to_as_the_house_speaks_by_default() -> None:
    customer = Customer("u-17")
    assert (customer.tier, customer.language, customer.contact) == ("ordinary", "", {})


@pytest.mark.parametrize("field", ["language", "tier", "preferred_channel", "name", "zone"])
def test_a_field_of_the_customer_is_no_contact_that_nobody_can_write_to(field: str) -> None:
    with pytest.raises(InvalidInput, match=f"contact.{field}"):
        Customer("u-17", contact={field: "en"})


def test_a_contact_cannot_change_afterwards() -> None:
    given_contact = {"email": "a@example.com"}
    customer = Customer("u-17", contact=given_contact)
    given_contact["email"] = "b@example.com"
    assert customer.contact["email"] == "a@example.com"
    assert not isinstance(customer.contact, dict)
    assert isinstance(customer.contact, Mapping)


def test_a_contact_is_not_blank() -> None:
    assert problems(Customer, "u", contact={"email": " "}) == [("contact.email", "a text that is not blank")]


@pytest.mark.parametrize("zone", ["Mars/Olympus", "..", "/etc"])
def test_a_time_zone_is_one_that_is_known(zone: str) -> None:
    assert Customer("u-17", zone="Asia/Shanghai").zone == "Asia/Shanghai"
    assert problems(Customer, "u-17", zone=zone) == [("zone", "an IANA time zone, like Asia/Shanghai")]


def test_what_was_said_may_be_words_alone() -> None:
    assert Said.of_text("谢谢") == Said("谢谢", "", "", "")
    assert Participant.of_text("service lead") == Participant("service lead", "")
    assert problems(Said, "\n") == [("text", "a text that is not blank")]


def test_r10_signals_are_calm_by_default() -> None:
    signals = Signals()
    assert (signals.impact, signals.urgency, signals.emotion) == (Impact.ONE, Urgency.ROUTINE, Emotion.CALM)
    assert (signals.hazards, signals.tier, signals.repeats) == (frozenset(), "ordinary", 0)


def test_r10_signals_take_plain_words() -> None:
    assert Signals(impact="all", hazards={"funds_lost"}).impact is Impact.ALL


def test_r10_signals_are_refused_all_together() -> None:
    found = problems(Signals, impact="huge", hazards="funds_lost", repeats=-1, tier="")
    assert [path for path, _ in found] == ["impact", "hazards", "tier", "repeats"]


def test_r24_an_option_needs_basis_pros_cons_and_the_reaction_expected() -> None:
    assert [path for path, _ in problems(Option, "refund", "", " ", "", "")] == ["basis", "pros", "cons", "expected"]


@pytest.mark.parametrize("name", _WHY)
def test_r10_every_factor_has_a_sentence_with_value_and_points(name: str) -> None:
    why = Factor(name, "VALUE", 12).why
    assert ("VALUE" in why) == (name != "care"), "why a customer needs care is private (R48)"
    assert why.endswith("(+12)")


def test_r10_a_priority_holds_grade_score_and_factors() -> None:
    priority = Priority(Grade.B, 15, (Factor("urgency", "routine", 15),))
    assert priority.factors[0].why == "for the customer it is routine (+15)"


@pytest.mark.parametrize("id", ["u" * 1500, "u-1 ", "u\u200b1"])
def test_a_customer_whose_id_is_refused_by_now_is_read_from_the_record(id: str) -> None:
    with pytest.raises(InvalidInput, match="id: found"):
        Customer(id)
    found = Customer.recorded({"id": id, "tier": "vip", "contact": {"email": "u@example.com"}})
    assert (found.id, found.tier, found.contact["email"]) == (id, "vip", "u@example.com")
    assert Customer.recorded({"id": "u-1"}) == Customer("u-1")


@pytest.mark.parametrize("id", ["", 7, None])
def test_what_is_no_id_at_all_is_not_read(id: object) -> None:
    with pytest.raises(InvalidInput):
        Customer.recorded({"id": id})


def test_a_file_is_told_by_its_name_or_else_by_its_place() -> None:
    assert Attachment("mid:1@x/part-2", "image/png", 7, name="截图.png").label == "截图.png (image/png, 7 bytes)"
    assert Attachment("mid:1@x/part-2", size=7).label == "mid:1@x/part-2 (7 bytes)"
    assert Attachment("mid:1@x/part-2").label == "mid:1@x/part-2"
