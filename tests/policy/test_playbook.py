"""R42, R47: the playbook says what to do and to say in a case, by type, grade and abuse, in every language."""

from __future__ import annotations

import pytest

from complaintflow import DefinitionError, Grade, Policy
from complaintflow.policy import Playbook
from complaintflow.policy.playbook import PlaybookPage, PlaybookText, open_playbook

POLICY = Policy()


def playbook(language: str = "en", policy: Policy = POLICY, **case: str | Grade | tuple[str, ...] | None) -> Playbook:
    given: dict[str, str | Grade | tuple[str, ...] | None] = {"type": "billing", "grade": None, "abuse": (), **case}
    return open_playbook(policy.playbook.values(), policy.contacts, language, **given)  # type: ignore[arg-type]  # each has the type of its name


def test_in_a_serious_case_the_apology_comes_first() -> None:
    assert playbook(grade=Grade.E).soothing[0] == "I am very sorry. You matter to us."
    assert playbook("zh", grade=Grade.A).soothing[0] == "非常抱歉, 您对我们很重要。"
    assert "sorry" not in " ".join(playbook(grade=Grade.B).soothing)


def test_the_fault_of_a_third_party_is_told_as_our_task() -> None:
    assert "that is our task" in playbook().objections["It is the fault of somebody else"]


def test_a_type_adds_its_own_page_before_the_general_one() -> None:
    assert playbook(type="account_security").first[0] == "Check who is calling before you speak of the account"
    assert playbook(type="account_security").first[-1] == playbook().first[-1]
    assert playbook(type="account_security", grade=Grade.E).stands_by == ("lead", "risk")


def test_abuse_changes_the_page() -> None:
    assert "a lead decides" in playbook(abuse=("insult",)).first[0]
    assert "a lead decides" not in " ".join(playbook().first)


def test_the_narrower_page_answers_an_objection() -> None:
    pages = [
        PlaybookPage(texts={"en": PlaybookText(objections={"why": "in general", "who": "we"})}),
        PlaybookPage(types={"billing"}, texts={"en": PlaybookText(objections={"why": "for billing"})}),
    ]
    found = open_playbook(pages, {}, "en", type="billing", grade=None)
    assert found.objections == {"why": "for billing", "who": "we"}


@pytest.mark.parametrize(("language", "expected"), [("fr", "in English"), ("zh-Hant", "中文"), ("en-GB", "in English")])
def test_a_language_without_words_reads_english(language: str, expected: str) -> None:
    page = PlaybookPage(texts={"zh": PlaybookText(("中文",)), "en": PlaybookText(("in English",))})
    assert page.text(language).first == (expected,)


def test_a_page_in_one_language_is_read_by_everybody() -> None:
    assert PlaybookPage(texts={"zh": PlaybookText(("中文",))}).text("en").first == ("中文",)
    assert PlaybookPage().text("en") == PlaybookText()


def test_a_house_adds_a_page_and_its_contacts_in_toml() -> None:
    policy = Policy.from_toml(
        """
        [contacts]
        logistics = "Anna, +49 30 1234"
        [playbook.parcels]
        types = ["delivery_delay"]
        stands_by = "depot"
        [playbook.parcels.texts.en]
        first = ["Read the number of the parcel"]
        """
    )
    found = playbook(policy=policy, type="delivery_delay")
    assert found.contacts == {"logistics": "Anna, +49 30 1234"}
    assert (found.stands_by, found.first[0]) == (("depot",), "Read the carrier's trace; we call the carrier")
    assert "Read the number of the parcel" in found.first


def test_a_contact_for_nobody_known_is_an_error() -> None:
    with pytest.raises(DefinitionError) as caught:
        Policy.from_toml('[contacts]\nlogistic = "Anna"')
    assert [problem.path for problem in caught.value.problems] == ["contacts"]


@pytest.mark.parametrize("name", POLICY.playbook)
def test_each_page_says_the_same_in_both_languages(name: str) -> None:
    zh, en = (POLICY.playbook[name].text(language) for language in ("zh", "en"))
    counts = [[len(part) for part in (text.first, text.script, text.soothing, text.objections)] for text in (zh, en)]
    assert counts[0] == counts[1]
