"""The frozen record of one complaint, and what people read from it."""

import itertools
import json
from datetime import UTC, datetime
from typing import Any

import attrs
import msgspec
import pytest
from hypothesis import given, strategies as st

from complaintflow import Complaint, Customer, Event, Policy, Priority, commands as c
from complaintflow.policy import FieldRule
from complaintflow.record.card import INTAKE_FIELDS
from complaintflow.record.complaint import Body, Entry, encode_json, evolve
from complaintflow.record.facts import Cycle, Facts, Origin, Sign, Wait
from complaintflow.values import Attachment, Factor
from complaintflow.vocabulary import Grade, SignKind, State

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
CUSTOMER = {"id": "u-17", "name": "王小明", "tier": "vip"}
RECEIVED = {"channel": "app", "customer": CUSTOMER, "description": "付了两次", "order": "A-1"}
GRADED = Facts(type="fault", area="payment", grade=Grade.E)


def entry(seq: int, kind: str, **said: Any) -> Entry:
    return Entry(seq, NOW, "li", kind, said)


def of(*entries: Entry, **facts: Any) -> Complaint:
    return Complaint("C-1", len(entries), Facts(**facts), Body(entries))


@pytest.mark.parametrize(
    ("language", "facts", "label"),
    [
        ("zh", GRADED, "故障-支付-E级"),
        ("en", GRADED, "fault-payment-E"),
        ("zh", Facts(), "未分类-未知-未定级"),
        ("en", Facts(), "unknown-unknown-ungraded"),
        ("zh", Facts(type="visa", area="lounge", grade=Grade.C), "visa-lounge-C级"),
        ("en", Facts(type="visa", area="lounge", grade=Grade.C), "visa-lounge-C"),
    ],
)
def test_r8_a_label_joins_type_area_and_grade(language: str, facts: Facts, label: str) -> None:
    assert Complaint("C-1", facts=facts).label(language) == label


def test_r8_a_label_uses_the_words_of_the_policy_and_is_english_by_default() -> None:
    policy = Policy.from_toml("[types.visa]\nzh = '签证'\n[areas]\nlounge = '贵宾室'")
    complaint = Complaint("C-1", facts=Facts(type="visa", area="lounge", grade=Grade.C))
    assert complaint.label("zh", policy) == "签证-贵宾室-C级"
    assert complaint.label() == "visa-lounge-C"


def test_a_blank_complaint_is_new_and_knows_nothing() -> None:
    blank = Complaint.blank("C-1")
    assert (blank.state, blank.version, blank.grade, blank.priority) == (State.NEW, 0, None, None)
    assert (blank.cycle, blank.missing, blank.duplicates, blank.waiting_for) == (Cycle(), (), (), ())
    assert (blank.description, dict(blank.intake), blank.customer) == ("", {}, Customer("unknown"))


def test_it_waits_for_what_others_owe() -> None:
    waits = (Wait("Q1", "customer", "order"), Wait("R1", "party", "bank", NOW))
    assert of(state="investigating", waits=waits).waiting_for == waits


def test_r25_a_proposal_waits_for_the_agreement() -> None:
    waits = (Wait("R1", "party", "bank"),)
    assert of(state=State.PROPOSED, waits=waits).waiting_for == (*waits, Wait("agreement", "customer", "agreement"))


def test_r33_a_notice_waits_for_the_confirmation_until_it_is_there() -> None:
    told = of(state=State.AWAITING_CONFIRMATION)
    assert told.waiting_for == (Wait("confirmation", "customer", "confirmation"),)
    assert of(state=State.AWAITING_CONFIRMATION, cycle=Cycle(confirmed=True)).waiting_for == ()


def test_what_was_said_is_found_by_the_class_of_its_command_or_by_its_name() -> None:
    noted, told = entry(1, "Note", text="n"), entry(2, "Update")
    event = Event(1, NOW, "li", "Note", b'{"text":"n"}', "received", {})
    for one in (noted, event):
        assert one.is_a(c.Update, c.Note)
        assert not one.is_a(c.Update)
        assert not one.is_a()
    body = Body((noted, told))
    assert body.of(c.Note) == body.of("Note") == (noted,)
    assert body.of(c.Update, "Note") == (noted, told)


def test_the_record_names_the_commands_of_the_intake_as_they_are() -> None:
    for name, part in INTAKE_FIELDS.items():
        fields = attrs.fields_dict(c.BUILTIN[name])  # type: ignore[arg-type]
        assert not part or part in fields


def test_r3_the_intake_stands_as_corrections_and_answers_left_it() -> None:
    complaint = of(
        entry(1, "Receive", **RECEIVED),
        entry(2, "Note", text="not an intake field"),
        entry(3, "Correct", fields={"order": "A-2", "product": "会员"}, reason="typo"),
        entry(4, "Answer", answers={"device": "Phone 7", "order": "A-3"}, said={"text": "it is A-3"}),
    )
    assert complaint.intake == {**RECEIVED, "order": "A-3", "product": "会员", "device": "Phone 7"}
    assert complaint.description == "付了两次"


def test_r1_the_customer_stands_as_received() -> None:
    assert of(entry(1, "Receive", **RECEIVED)).customer == Customer("u-17", "vip", "王小明")


def test_a_correction_named_customer_does_not_change_who_complains() -> None:
    complaint = of(entry(1, "Receive", **RECEIVED), entry(2, "Correct", fields={"customer": "u-99"}, reason="typo"))
    assert complaint.customer.id == "u-17"


def test_after_an_erasure_only_the_id_of_the_customer_is_left() -> None:
    erased = of(Entry(1, NOW, "system", "Receive", {}), Entry(2, NOW, "li", "Correct", b"{}"), customer="u-17")
    assert erased.customer == Customer("u-17")
    assert (dict(erased.intake), erased.description) == ({}, "")


def test_r10_the_priority_comes_back_with_every_factor_and_why() -> None:
    complaint = of(grade=Grade.B, score=15, factors=(("urgency", "routine", 15),))
    assert complaint.priority == Priority(Grade.B, 15, (Factor("urgency", "routine", 15),))
    assert complaint.priority.factors[0].why == "for the customer it is routine (+15)"


def test_an_entry_decoded_late_equals_one_decoded_at_once() -> None:
    text = json.dumps(RECEIVED, ensure_ascii=False).encode()
    late, eager = Entry(1, NOW, "li", "Receive", text), Entry(1, NOW, "li", "Receive", RECEIVED)
    assert late == eager
    assert not late != eager  # noqa: SIM202  # `!=` asks another method
    assert hash(late) == hash(eager)
    assert late.data == RECEIVED
    assert late.data is late.data


def test_an_entry_differs_by_anything_it_says() -> None:
    one = entry(1, "Note", text="a")
    assert one != entry(1, "Note", text="b")
    assert one != entry(2, "Note", text="a")
    assert one != "Note"


def test_repr_shows_no_words_of_an_entry_or_a_body() -> None:
    assert repr(entry(1, "Note", text="hunter2")) == "Entry(1, Note, by='li')"
    assert "hunter2" not in repr(of(entry(1, "Note", text="hunter2")))


def test_a_body_is_a_sequence_that_equals_and_hashes_by_its_entries() -> None:
    entries = (entry(1, "Receive"), entry(2, "Note"), entry(3, "Note"))
    body = Body(entries)
    assert (len(body), body[0], body[1:], list(body)) == (3, entries[0], entries[1:], list(entries))
    assert body == Body(entries)
    assert hash(body) == hash(Body(entries))
    assert body != entries
    assert body.of("Note") == entries[1:]
    assert body.of("Note", "Receive") == entries
    assert body.of("Call") == ()


def test_a_complaint_is_frozen() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Complaint.blank("C-1").version = 3  # type: ignore[misc]  # on purpose


EVENTS = [
    Event(1, NOW, "app", "Receive", encode_json(RECEIVED), "received", {"customer": "u-17", "order": "A-1"}),
    Event(2, NOW, "li", "Triage", b'{"type":"fault"}', "triaged", {"type": "fault", "grade": Grade.B}),
    Event(3, NOW, "li", "Note", b'{"text":"x"}', "triaged", {}),
    Event(4, NOW, "li", "Regrade", b'{"grade":"A"}', "triaged", {"grade": Grade.A}),
]


@given(st.lists(st.integers(0, 4), max_size=4))
def test_events_fold_to_the_same_complaint_in_whatever_portions(cuts: list[int]) -> None:
    whole = evolve(Complaint.blank("C-1"), EVENTS)
    places = [0, *sorted(cuts), 4]
    found = Complaint.blank("C-1")
    for start, end in itertools.pairwise(places):
        found = evolve(found, EVENTS[start:end])
    assert found == whole
    assert (whole.version, whole.state, whole.grade, len(whole.body)) == (4, "triaged", Grade.A, 4)


def test_no_events_leave_a_complaint_as_it_is() -> None:
    blank = Complaint.blank("C-1")
    assert evolve(blank, []) is blank


def test_r3_contacts_stand_as_corrections_and_answers_left_them() -> None:
    customer = {**CUSTOMER, "contact": {"email": "old@example.com", "phone": "1"}}
    complaint = of(
        entry(1, "Receive", **{**RECEIVED, "customer": customer}),
        entry(2, "Correct", fields={"contact.email": "new@example.com"}, reason="typo"),
        entry(3, "Answer", answers={"contact.portal": "u-17"}),
    )
    assert complaint.customer.contact == {"email": "new@example.com", "phone": "1", "portal": "u-17"}


def test_r1_a_list_adds_an_address_says_anew_whether_one_is_proved_and_takes_one_away() -> None:
    """A word about an address that is there leaves it as old as it was."""
    here, there = {"kind": "email", "address": "old@example.com"}, {"kind": "email", "address": "new@example.com"}
    complaint = of(
        entry(1, "Receive", **{**RECEIVED, "customer": {**CUSTOMER, "contacts": [here]}}),
        entry(2, "Correct", fields={}, contacts=[there, here], reason="she has two"),
        entry(3, "Correct", fields={}, contacts=[{**there, "verified": True}, {**here, "verified": False}]),
    )
    said = {one.address: (one.verified, one.since) for one in complaint.contacts if one.kind == "email"}
    assert said["new@example.com"] == (True, complaint.body.at(2).at)
    assert said["old@example.com"] == (False, None)
    gone = of(*complaint.body, entry(4, "Correct", fields={}, remove_contacts=["NEW@example.com"]))
    assert "new@example.com" not in {one.address for one in gone.contacts}


def test_r3_what_is_missing_is_asked_in_the_language_of_the_customer_and_in_the_words_of_the_house() -> None:
    policy = Policy(fields={"contract": FieldRule(ask_zh="请问合同号是多少？")})
    customer = {**CUSTOMER, "language": "zh"}
    complaint = of(entry(1, "Receive", **{**RECEIVED, "customer": customer}), missing=("order", "contract", "colour"))
    assert complaint.questions(policy) == {
        "order": "请问订单号是多少？",
        "contract": "请问合同号是多少？",
        "colour": "请补充：colour",
    }
    assert complaint.questions(policy, "en")["order"] == "What is the number of the order?"


def test_an_imported_complaint_is_as_old_as_the_other_system_says() -> None:
    came = datetime(2026, 1, 5, tzinfo=UTC)
    assert of(entry(1, "Import", **RECEIVED), imported=Origin("helpdesk", NOW, came)).received_at == came


def test_r22_the_files_are_those_that_came_with_the_complaint() -> None:
    photo: dict[str, Any] = {"uri": "s3://b/1", "media_type": "image/png", "size": 3, "name": "a.png"}
    complaint = of(entry(1, "Receive", **{**RECEIVED, "attachments": [photo]}), entry(2, "Note", text="seen"))
    assert complaint.files == (Attachment(**photo),)


def test_an_event_shows_in_no_log_what_was_said_and_tells_it_to_who_asks() -> None:
    event = Event(1, NOW, "li", "Note", encode_json({"text": "谢谢", "b": 1}), "triaged", {"team": "payments"})
    assert event.data == {"text": "谢谢", "b": 1}
    assert event.entry == Entry(1, NOW, "li", "Note", {"text": "谢谢", "b": 1})
    assert event.encoded_changes == b'{"team":"payments"}'
    assert event == msgspec.structs.replace(event)
    assert "谢谢" not in repr(event)
    assert "payments" in repr(event)


def test_what_an_event_changed_is_sealed_as_it_is_after_a_copy_with_other_changes() -> None:
    event = Event(1, NOW, "li", "Note", b"{}", "triaged", {"team": "payments"})
    assert event.encoded_changes == b'{"team":"payments"}'
    assert msgspec.structs.replace(event, changes={"team": "legal"}).encoded_changes == b'{"team":"legal"}'


def test_why_a_customer_needs_care_is_unknown_once_it_is_erased_or_taken_back() -> None:
    """R48: what was erased comes back by no other door."""
    old, unwell = (entry(seq, "RecordVulnerability", reason=reason) for seq, reason in ((1, "age"), (2, "illness")))
    assert of(old, unwell).care_reasons == ("age", "illness")
    assert of(old, entry(2, "RecordVulnerability")).care_reasons == ("age",)
    assert of(old, entry(2, "RecordVulnerability", reason="age", stands=False)).care_reasons == ()


def test_what_awaits_our_reply_is_what_the_facts_say() -> None:
    signs = (Sign(SignKind.WORDS, NOW),)
    assert of(signs=signs).awaiting_reply == signs
