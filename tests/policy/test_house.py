"""The language and the zone of the house: who has them, unless another is named; and what is wrong of a customer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import complaintflow
from complaintflow import Customer, Desk, Policy, Refused, commands as c
from complaintflow.sla.timing import calendars
from tests import stories as s
from tests.stores.desks import at_desk

HOUSES = {"en": Policy(), "zh": Policy(language="zh", zone="Asia/Shanghai")}


def test_a_customer_who_named_no_language_is_on_record_with_that_of_the_house() -> None:
    for language, policy in HOUSES.items():
        with Desk.open("memory://", policy=policy) as desk:
            id = desk.receive(s.receive(customer=Customer("u-1")), by=s.SYSTEM).id
            assert desk.get(id).customer.language == language
            assert desk.history(id)[0].data["customer"]["language"] == language
            other = desk.receive(c.Receive("app", Customer("u-2", language="fr"), "bonjour"), by=s.SYSTEM)
            assert other.customer.language == "fr"


# ── what is wrong about a customer is corrected


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk.open("memory://", policy=HOUSES["zh"]) as desk:
        yield desk


def corrected(desk: Desk, **fields: str) -> Customer:
    id = desk.receive(s.receive(customer=Customer("u-17", "ordinary", "李瑞")), by=s.SYSTEM).id
    named = {f"customer.{name}": value for name, value in fields.items()}
    return at_desk(desk, id, c.Correct(named, "as she says")).customer


def test_a_customer_is_written_to_in_the_language_that_was_corrected(desk: Desk) -> None:
    """Else who was taken for Chinese stays so for good."""
    customer = corrected(desk, language="en", name="Lee Ray", preferred_channel="email", zone="Europe/London")
    assert customer == Customer("u-17", "ordinary", "Lee Ray", {}, "en", "email", "Europe/London")
    id = desk.find().complaints[0].id
    at_desk(desk, id, s.acknowledge(), by=s.SYSTEM)
    message = desk.outbox()[-1].message
    assert (getattr(message, "language", ""), getattr(message, "channel", "")) == ("en", "email")


def test_a_language_that_is_taken_away_is_that_of_the_house(desk: Desk) -> None:
    assert corrected(desk, language=" ").language == "zh"


def test_a_tier_that_is_corrected_counts_for_the_rules_and_an_answer_does_not_raise_it(desk: Desk) -> None:
    assert corrected(desk, tier="vip").tier == "vip"
    id = desk.find().complaints[0].id
    assert desk.get(id).facts.tier == "vip"
    at_desk(desk, id, c.Answer({"customer.tier": "platinum", "customer.zone": "Mars"}), by=s.CUSTOMER)
    assert (desk.get(id).customer.tier, desk.get(id).customer.zone) == ("vip", "")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"contact.language": "en"}, "one of customer.language"),
        ({"contact.preferred_channel": "email"}, "one of customer.preferred_channel"),
        ({"contact.tier": "vip", "contact.name": "Lee"}, "one of customer.name, customer.tier"),
        ({"language": "en"}, "customer.language"),
        ({"customer.id": "u-99"}, "customer.name"),
        ({"customer.tier": " "}, "customer.tier must be a tier that is not blank"),
        ({"customer.zone": "Mars/Olympus"}, "customer.zone must be an IANA time zone"),
    ],
)
def test_what_is_no_contact_and_no_field_is_refused_with_a_hint(desk: Desk, fields: dict[str, str], said: str) -> None:
    """Else a language is kept as an address that nobody can write to, and the customer is still read Chinese."""
    id = desk.receive(s.receive(), by=s.SYSTEM).id
    with pytest.raises(Refused, match="intake-fields") as refused:
        desk.do(id, c.Correct(fields, "as she says"), by=s.LI)
    assert said in str(refused.value.in_language("en"))


def test_an_answer_under_a_contact_that_is_none_is_no_address(desk: Desk) -> None:
    id = desk.receive(s.receive(), by=s.SYSTEM).id
    assert "language" not in at_desk(desk, id, c.Answer({"contact.language": "en"}), by=s.CUSTOMER).customer.contact


# ── the zone of the house


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Shanghai", "America/New_York", "UTC"])
def test_the_zone_of_the_house_is_that_of_its_calendars(zone: str) -> None:
    """Else a house in London is woken by the working hours of Shanghai."""
    policy = Policy.from_toml(f'zone = "{zone}"\n[calendars.night]\nhours = {{mon = ["00:00-06:00"]}}')
    assert {str(one.zone) for one in calendars(policy).values()} == {zone}
    own = Policy.from_toml(f'zone = "{zone}"\n[calendars.office]\nzone = "Asia/Tokyo"')
    assert {name: str(one.zone) for name, one in calendars(own).items()} == {
        "always": zone,
        "awake": zone,
        "office": "Asia/Tokyo",
    }


def test_staff_read_the_language_of_the_house_unless_another_is_theirs() -> None:
    assert Policy().language_for_staff == "en"
    assert Policy.from_toml('language = "zh"').language_for_staff == "zh"
    assert attrs.evolve(Policy(staff_language="en"), language="zh").languages == ("en", "zh")


def test_only_the_policy_itself_reads_the_language_that_may_be_blank() -> None:
    """Whoever else asks for `policy.staff_language` would write English in a Chinese house."""
    source = Path(complaintflow.__file__).parent
    reads = [one for one in source.rglob("*.py") if re.search(r"policy\.staff_language", one.read_text("utf-8"))]
    assert reads == []
