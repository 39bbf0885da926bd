"""R3: fields of the house's own and files, from intake to search, questions, brief and erasure."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from complaintflow import Actor, Customer, Desk, InvalidInput, Policy, Refused
from complaintflow.commands import AddEvidence, Answer, AskCustomer, Correct, Receive, Triage
from complaintflow.values import Attachment, Said
from tests.stores.desks import erase_for_good

POLICY = Policy.from_toml(
    """
    [fields.contract]
    zh = "合同号"
    en = "contract number"
    ask_zh = "请问合同号是多少？"
    searchable = true
    required = ["billing"]

    [fields.loss]
    type = "money"
    en = "loss"

    [fields.passport]
    en = "passport"
    private = true

    [fields.since]
    type = "date"

    [fields.parcels]
    type = "number"
    searchable = true

    [fields.insured]
    type = "bool"
    """
)
LI = Actor("li", roles={"agent"})
SYSTEM = Actor.system()
ZHANG = Customer("u-1", contact={"email": "u@example.com"}, language="zh")


def received(desk: Desk, **fields: Any) -> str:
    return desk.receive(Receive("app", ZHANG, "charged twice", type="billing", **fields), by=SYSTEM).id


def test_values_of_every_type_come_in_as_they_are_written_and_are_kept_in_one_way() -> None:
    with Desk.open("memory://", policy=POLICY) as desk:
        given = {
            "contract": " C-9 ",
            "loss": {"amount": Decimal("12.50"), "currency": "cny"},
            "since": date(2026, 1, 31),
            "parcels": 3,
            "insured": True,
            "passport": "",
        }
        complaint = desk.get(received(desk, fields=given))
    kept = {"contract": "C-9", "loss": "12.5 CNY", "since": "2026-01-31", "parcels": "3", "insured": "true"}
    assert {name: complaint.intake[name] for name in kept} == kept
    assert complaint.facts.fields == {"contract": "C-9", "parcels": "3"}
    assert complaint.missing == ()


def test_an_unknown_field_is_refused_with_those_that_there_are_and_all_problems_come_at_once() -> None:
    with Desk.open("memory://", policy=POLICY) as desk, pytest.raises(InvalidInput) as wrong:
        received(desk, fields={"contrakt": "C-9", "loss": "a lot", "since": "31.1."})
    assert [one.path for one in wrong.value.problems] == ["fields.contrakt", "fields.loss", "fields.since"]
    assert "contract, insured, loss, parcels, passport, since" in str(wrong.value)
    assert "a lot" not in str(wrong.value)


@pytest.mark.parametrize("value", [1.5, None, ["a"], {"amount": 1}])
def test_what_is_no_value_at_all_is_refused_before_any_policy_is_asked(value: Any) -> None:
    with pytest.raises(InvalidInput, match=r"fields\.loss"):
        Receive("app", ZHANG, "charged twice", fields={"loss": value})


def test_a_type_asks_for_its_own_field_in_the_language_of_the_customer() -> None:
    with Desk.open("memory://", policy=POLICY) as desk:
        id = received(desk)
        complaint = desk.get(id)
        assert complaint.missing == ("contract",)
        assert complaint.questions(POLICY) == {"contract": "请问合同号是多少？"}
        desk.do(id, AskCustomer(complaint.questions(POLICY)), by=LI)
        said = Said("C-9", via="phone", ref="call-1")
        answered = desk.do(id, Answer({"contract": "C-9"}, said), by=LI)
    assert answered.missing == ()
    assert answered.facts.fields == {"contract": "C-9"}


def test_the_fields_that_every_house_has_have_questions_too() -> None:
    with Desk.open("memory://") as desk:
        complaint = desk.receive(Receive("app", ZHANG, "late", type="delivery_delay"), by=SYSTEM)
    assert complaint.questions() == {"order": "请问订单号是多少？"}
    assert complaint.questions(language="en") == {"order": "What is the number of the order?"}


def test_another_type_may_need_another_field() -> None:
    with Desk.open("memory://", policy=POLICY) as desk:
        id = desk.receive(Receive("app", ZHANG, "a question", type="inquiry"), by=SYSTEM).id
        assert desk.do(id, Triage("billing", "payment"), by=LI).missing == ("contract",)


def test_a_correction_changes_a_field_and_a_blank_one_takes_it_away() -> None:
    with Desk.open("memory://", policy=POLICY) as desk:
        id = received(desk, fields={"contract": "C-9", "parcels": 3})
        corrected = desk.do(id, Correct({"contract": "C-8", "parcels": 4, "loss": "7 EUR"}, "misread"), by=LI)
        assert corrected.facts.fields == {"contract": "C-8", "parcels": "4"}
        assert corrected.intake["loss"] == "7 EUR"
        taken = desk.do(id, Correct({"contract": ""}, "it is another customer's"), by=LI)
        assert taken.facts.fields == {"parcels": "4"}
        assert taken.missing == ("contract",)


def test_a_correction_or_an_answer_with_a_value_of_another_type_is_refused() -> None:
    with Desk.open("memory://", policy=POLICY) as desk:
        id = received(desk)
        with pytest.raises(InvalidInput, match=r"fields\.parcels"):
            desk.do(id, Correct({"parcels": "three"}, "misread"), by=LI)
        with pytest.raises(InvalidInput, match=r"fields\.since"):
            desk.do(id, Answer({"since": "last week"}, Said("last week", via="phone", ref="call-1")), by=LI)


@pytest.mark.parametrize("name", ["fields", "attachments", "nothing"])
def test_what_is_no_field_is_not_corrected(name: str) -> None:
    with Desk.open("memory://", policy=POLICY) as desk:
        id = received(desk, attachments=[Attachment("s3://a.png")])
        with pytest.raises(Refused, match="contract, "):
            desk.do(id, Correct({name: "x"}, "misread"), by=LI)


def test_the_brief_lists_the_files_of_the_complaint_and_of_the_evidence_by_name_size_and_kind() -> None:
    photo = Attachment("s3://1", "image/png", 2048, name="meter.png")
    with Desk.open("memory://", policy=POLICY) as desk:
        id = received(desk, attachments=[photo], fields={"contract": "C-9", "passport": "P-77"})
        log = Attachment("s3://2", "text/plain", 77, name="gateway.log")
        complaint = desk.do(id, AddEvidence("log", "gateway", "two captures", attachments=[log]), by=LI)
        brief, chinese = desk.brief(id, "en"), desk.brief(id, "zh")
    assert complaint.files == (photo,)
    assert "Files: meter.png (image/png, 2048 bytes); E1: gateway.log (text/plain, 77 bytes)" in brief
    assert "文件" in chinese
    assert "More: contract number: C-9" in brief
    assert "合同号" in chinese
    assert "P-77" not in brief + chinese


def test_a_brief_without_files_and_fields_of_its_own_says_nothing_of_them() -> None:
    with Desk.open("memory://") as desk:
        id = desk.receive(Receive("app", ZHANG, "late"), by=SYSTEM).id
        assert "Files" not in desk.brief(id, "en")


def test_no_private_value_is_left_in_the_file_once_the_texts_are_erased(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    with Desk.open(f"sqlite:///{file}", policy=POLICY) as desk:
        id = received(
            desk, fields={"passport": "PLANTED-1"}, attachments=[Attachment("s3://PLANTED-2", name="PLANTED-3.png")]
        )
        desk.do(id, Correct({"passport": "PLANTED-4"}, "PLANTED-5"), by=LI)
        assert desk.get(id).intake["passport"] == "PLANTED-4"
        assert repr(desk.history(id)).count("PLANTED") == 0
    erase_for_good(file, id)
    assert b"PLANTED" not in b"".join(part.read_bytes() for part in tmp_path.iterdir())
    with Desk.open(f"sqlite:///{file}", policy=POLICY) as desk:
        assert desk.check_integrity().sound
