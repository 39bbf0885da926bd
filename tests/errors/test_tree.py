"""The tree of errors: each carries its facts, makes its sentence, and pickles."""

import copy
import inspect
import pickle
import re

import attrs
import pytest

import complaintflow
from complaintflow import errors, from_json, to_json
from complaintflow.commands import Verify
from complaintflow.errors import (
    ComplaintflowError,
    Conflict,
    DefinitionError,
    InvalidInput,
    NotFound,
    NotPossible,
    Overtaken,
    PluginError,
    Problem,
    Refusal,
    Refused,
    StoreError,
    UnreadableRecord,
    tree,
)
from complaintflow.errors.reasons import Fault

REFUSAL = Refusal("verify-before-notify", "no passing verification of fix 1", "record one with Verify(...)")
PROBLEM = Problem("options[0].remedy", "'money'", "one of refund, coupon")

EXAMPLES: list[tuple[ComplaintflowError, str]] = [
    (Refused("C-1", "Notify", (REFUSAL, REFUSAL)), f"Notify refused for C-1\n  {REFUSAL}\n  {REFUSAL}"),
    (
        NotPossible("C-1", "Close", "received", ("Triage", "Note")),
        "Close is not possible for C-1 while received; possible: Triage, Note",
    ),
    (NotPossible("C-1", "Close", "archived", ()), "Close is not possible for C-1 while archived; possible: nothing"),
    (
        InvalidInput((PROBLEM, Problem("", "3", "a Note"))),
        f"invalid input\n  {PROBLEM}\n  input: found 3, expected a Note",
    ),
    (NotFound("投诉-1"), "no complaint has the id '投诉-1'"),
    (Conflict("C-1", 3, 5), "C-1 is at version 5, not at 3: load it again"),
    (DefinitionError((PROBLEM,)), f"wrong definition\n  {PROBLEM}"),
    (StoreError("sqlite", "the file is locked", "try again"), "sqlite: the file is locked; try again"),
    (Overtaken("postgresql", "another one was faster", "try again"), "postgresql: another one was faster; try again"),
    (
        UnreadableRecord.of("outbox", 7, ValueError("李 owes 100"), "C-1/1/0/M1"),
        "outbox 7 (C-1/1/0/M1) cannot be read: a ValueError; mend it or restore it from a backup, then release it",
    ),
    (PluginError("sms", "channels", "ValueError: no key"), "plugin sms failed in channels: ValueError: no key"),
]
KINDS = [value for value in vars(tree).values() if inspect.isclass(value) and issubclass(value, Exception)]
each = pytest.mark.parametrize(("error", "sentence"), EXAMPLES, ids=[type(one).__name__ for one, _ in EXAMPLES])


@each
def test_an_error_makes_its_sentence(error: ComplaintflowError, sentence: str) -> None:
    assert str(error) == sentence


@each
def test_an_error_pickles_with_all_its_fields(error: ComplaintflowError, sentence: str) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert attrs.asdict(again, recurse=False) == attrs.asdict(error, recurse=False)  # type: ignore[arg-type]
        assert str(again) == sentence


@each
def test_the_root_catches_every_error(error: ComplaintflowError, sentence: str) -> None:
    with pytest.raises(ComplaintflowError, match=re.escape(sentence)):
        raise error


def test_an_error_made_with_names_pickles_too() -> None:
    error = Conflict(complaint_id="C-1", expected=1, found=2)
    assert pickle.loads(pickle.dumps(error)).found == 2


def test_every_class_has_an_example() -> None:
    assert {type(error) for error, _ in EXAMPLES} == set(KINDS) - {ComplaintflowError}


def test_the_tree_in_the_docstring_is_that_of_the_classes() -> None:
    drawn = re.findall(r"^[ │]*(?:├── |└── )?(\w+)(?: {2,}.+)?$", (errors.__doc__ or "").split("::\n")[1], re.MULTILINE)
    assert drawn == [kind.__name__ for kind in KINDS]
    first = [kind for kind in KINDS if kind not in {ComplaintflowError, Overtaken, UnreadableRecord}]
    assert {kind.__bases__ for kind in first} == {(ComplaintflowError,)}
    assert Overtaken.__bases__ == UnreadableRecord.__bases__ == (StoreError,)


def test_every_error_can_be_imported_from_the_top() -> None:
    assert all(getattr(complaintflow, kind.__name__) is kind for kind in KINDS)


def test_a_refusal_says_rule_reason_and_what_would_help() -> None:
    assert str(REFUSAL) == "verify-before-notify: no passing verification of fix 1 — record one with Verify(...)"


def test_a_refusal_lists_the_commands_of_its_remedy_by_name_or_class() -> None:
    named = attrs.evolve(REFUSAL, commands=(Verify, "Listen"))
    assert named.commands == ("Verify", "Listen")
    assert REFUSAL.commands == ()
    assert str(named) == str(REFUSAL)
    assert pickle.loads(pickle.dumps(named)) == named != REFUSAL


KEPT = Refusal.of("no-ping-pong", team="payments", roles=frozenset({"lead"}))
BOTH = Refusal("nobody-at-night", ("夜间无人值班", "nobody is there at night"), ("请等到早上", "wait for the day"))


def test_a_refusal_of_facts_says_its_rule_in_the_language_that_is_asked_for() -> None:
    assert str(KEPT) == "no-ping-pong: payments held it already in this cycle — ask one of lead"
    assert (
        str(KEPT.in_language("zh-CN")) == "no-ping-pong：payments 在本轮处理中已经接手过 — 请由以下角色之一转交：lead"
    )
    assert KEPT.in_language("fr") is KEPT


def test_a_refusal_of_two_texts_says_the_one_that_is_asked_for() -> None:
    assert (BOTH.why, BOTH.remedy) == ("nobody is there at night", "wait for the day")
    assert str(BOTH.in_language("zh")) == "nobody-at-night：夜间无人值班 — 请等到早上"


def test_a_plain_text_stands_in_every_language() -> None:
    """An author who writes one language is understood by who can read it, and nothing is lost."""
    assert REFUSAL.in_language("zh").why == REFUSAL.why
    assert (REFUSAL.in_language("zh").language, REFUSAL.language) == ("zh", "en")


@pytest.mark.parametrize("refusal", [REFUSAL, KEPT, BOTH], ids=["plain", "facts", "pair"])
def test_a_refusal_is_equal_to_one_with_the_same_facts_in_whatever_language_and_whoever_has_read_it(
    refusal: Refusal,
) -> None:
    """Else a second answer to the same question looks like another one."""
    unread = pickle.loads(pickle.dumps(refusal))
    chinese = refusal.in_language("zh")
    assert [str(refusal), str(chinese)] == [str(unread), str(unread.in_language("zh"))]
    assert refusal == unread == chinese == copy.deepcopy(chinese)
    assert len({refusal, unread, chinese}) == 1
    assert str(pickle.loads(pickle.dumps(chinese))) == str(chinese)


def test_refusals_differ_in_their_facts_cases_and_commands() -> None:
    others = [
        Refusal.of("no-ping-pong", team="billing", roles=frozenset({"lead"})),
        Refusal.of("no-ping-pong", Verify, team="payments", roles=frozenset({"lead"})),
        Refusal.of("party-heard", case="silence"),
        Refusal.of("party-heard"),
        REFUSAL,
    ]
    assert all(one != KEPT for one in others)
    assert others[2] != others[3]
    assert KEPT != "no-ping-pong"


def test_a_refusal_is_a_document_of_four_texts_for_a_page() -> None:
    english, chinese = attrs.asdict(KEPT), attrs.asdict(KEPT.in_language("zh"))
    assert [*english] == [*chinese] == ["rule", "why", "remedy", "commands"]
    assert english["remedy"] == "ask one of lead"
    assert chinese["remedy"] == "请由以下角色之一转交：lead"


def test_the_facts_of_a_refusal_are_what_its_sentences_tell() -> None:
    assert KEPT.facts == {"team": "payments", "roles": frozenset({"lead"})}
    assert REFUSAL.facts == {}


def test_an_error_prints_its_fields_and_one_of_a_house_without_fields_what_python_prints() -> None:
    class OutOfOffice(ComplaintflowError):
        pass

    assert repr(Conflict("C-1", 3, 4)) == "Conflict(complaint_id='C-1', expected=3, found=4)"
    assert repr(OutOfOffice("until Monday")) == "OutOfOffice('until Monday')"


def test_a_refusal_prints_its_sentences_and_never_changes() -> None:
    assert "why='payments held it already in this cycle'" in repr(KEPT)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        KEPT.rule = "another"  # type: ignore[misc]  # that it fails is tested
    with pytest.raises(AttributeError, match="no attribute 'reason'"):
        KEPT.reason  # type: ignore[attr-defined]  # noqa: B018  # that it fails is tested


def test_what_is_refused_or_not_possible_is_said_in_chinese_too() -> None:
    refused = Refused("C-1", "Handoff", (KEPT,)).in_language("zh")
    assert str(refused) == f"C-1：Handoff 被拒绝\n  {KEPT.in_language('zh')}"
    assert str(refused.in_language("en")) == f"Handoff refused for C-1\n  {KEPT}"
    impossible = NotPossible("C-1", "Close", "investigating", ("Note", "Triage")).in_language("zh")
    assert str(impossible) == "C-1 的状态是「调查中」，不能执行 Close；可执行：Note、Triage"
    assert str(pickle.loads(pickle.dumps(impossible))) == str(impossible)
    assert str(impossible.in_language("en")).startswith("Close is not possible")


def test_an_error_that_has_no_chinese_stays_as_it_is() -> None:
    error = NotFound("C-1")
    assert error.in_language("zh") is error
    assert str(Refused("C-1", "Note", ()).in_language("zh")) == "Note refused for C-1"


def test_two_errors_that_say_the_same_are_equal_as_records_that_hold_them_are() -> None:
    assert NotFound("C-1") == NotFound("C-1")
    assert NotFound("C-1") not in {NotFound("C-2"), "C-1"}
    assert len({NotFound("C-1"), NotFound("C-1")}) == 1
    assert NotFound("C-1") != "C-1"
    impossible = NotPossible("C-1", "Close", "investigating", ())
    assert impossible == impossible.in_language("zh")


def test_an_impossible_command_has_its_reason_where_a_refused_one_has_its_reasons() -> None:
    """Who tells why not asks both in one way."""
    impossible = NotPossible("C-1", "Close", "investigating", ())
    assert impossible.refusals == (impossible.refusal(),)


def test_of_a_record_that_cannot_be_read_nothing_is_told_but_its_name_and_the_kind_of_the_fault() -> None:
    error = UnreadableRecord.of("complaints", "C-\udcff", UnicodeDecodeError("utf-8", b"Mr Lee", 0, 1, "bad"))
    assert (error.record.key, error.record.cause) == ("C-\\udcff", "a UnicodeDecodeError")
    assert "Lee" not in f"{error}{error!r}{error.record}{error.record!r}"


def test_a_refusal_that_comes_back_from_a_document_is_the_same() -> None:
    """Or a program that was told it twice shows it twice."""
    fault = Fault("known-names", {"kind": "team", "names": ["a", "b"]})
    told = Refusal.of("review-attended", missing=["lead", fault], by=frozenset({"li"}))
    assert from_json(to_json(told)) == told
    assert told != Refusal.of("review-attended", missing=["lead"], by=frozenset({"li"}))
