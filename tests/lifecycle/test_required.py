"""Fields of a house's own command that may be left out, and edges that require them nevertheless."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from complaintflow import Ask, DefinitionError, InvalidInput, Lifecycle, commands as c
from complaintflow.interchange.schemas import command_schema
from complaintflow.lifecycle import LifecycleBuilder, read_lifecycle
from tests import stories as s

DOCUMENT = """
[states.shelf]
stage = "investigating"

[commands.Shelve]
fields = { way = ["post", "phone"], reason = "text", until = "time", calls = "number", message = "text" }
required = "way"

[[edges]]
command = "Shelve"
from = "triaged"

[[edges]]
command = "Shelve"
from = "investigating"
to = "shelf"
required = ["reason", "until"]
"""
LIFE = read_lifecycle(DOCUMENT)
Shelve: Any = LIFE.commands["Shelve"]


def _investigated() -> s.Story:
    return s.triaged(LIFE).do(c.Assign("li"))


def test_what_is_not_required_may_be_left_out() -> None:
    bare = Shelve("post")
    assert (bare.reason, bare.until, bare.calls, bare.message) == ("", None, None, "")
    assert bare.data() == {"way": "post"}
    assert s.triaged(LIFE).do(bare).facts.extra["house.Shelve.way"] == "post"


def test_all_fields_are_required_where_nothing_else_is_said() -> None:
    rules = LifecycleBuilder.default().command("Shelve", {"reason": "text"}).add("Shelve", "triaged")
    assert {name: kind.required for name, kind in _kinds(rules.build()).items()}["Shelve"] == ("reason",)
    assert _kinds(LIFE)["Shelve"].required == ("way",)


def _kinds(lifecycle: Lifecycle) -> dict[str, Any]:
    return {kind.name: kind for kind in lifecycle._kinds.values()}


def test_an_edge_names_all_fields_that_it_requires_and_misses() -> None:
    story = _investigated()
    (refusal,) = LIFE.decide(story.complaint, Shelve("post"), by=s.LI, at=story.at).refusals
    assert refusal.rule == "required-fields"
    assert "no reason and no until" in str(refusal)
    assert "没有填写 reason、until" in str(refusal.in_language("zh"))
    assert story.do(Shelve("post", reason="no parts", until=story.at + timedelta(days=2))).state == "shelf"


def test_an_edge_may_require_a_field_that_a_command_of_the_library_has() -> None:
    rules = LifecycleBuilder.default().replace("Unassign", "any", required="reason")
    story = s.triaged(rules.build()).do(c.Assign("li"))
    assert story.refused(c.Unassign()) == {"required-fields"}
    assert story.refused(c.Unassign(" ")) == {"required-fields"}
    assert story.do(c.Unassign("on leave")).facts.owner == ""


def test_a_text_of_blanks_and_a_word_that_is_no_choice_are_no_values() -> None:
    with pytest.raises(InvalidInput, match="reason"):
        Shelve("post", reason=" ")
    rules = LifecycleBuilder.default().command("Rate", {"stars": ["1", "2"]}, required=())
    rate: Any = rules.add("Rate", "triaged").build().commands["Rate"]
    assert rate().stars == ""
    with pytest.raises(InvalidInput, match=r"one of 1, 2$"):
        rate(stars="3")


def test_a_fact_tells_what_the_last_one_said_and_nothing_of_the_one_before() -> None:
    """Else a guard would read what nobody says any more."""
    story = s.triaged(LIFE).do(Shelve("post", calls=0))
    assert story.facts.extra["house.Shelve.calls"] == 0
    assert "house.Shelve.calls" not in story.do(Shelve("phone")).facts.extra


def test_a_message_that_is_left_out_is_not_sent() -> None:
    story = s.triaged(LIFE)
    assert story.do(Shelve("post")).facts.messages == story.facts.messages
    assert story.do(Shelve("post", message="We wait for the parts.")).facts.messages == story.facts.messages + 1
    assert story.refused(Shelve("post", message="It is solved.")) == {"no-solved-wording-before-proof"}


def test_a_part_of_a_message_that_may_be_left_out_is_no_blank_part() -> None:
    """R16: what is there is read, and a time beside it lies in the future."""
    rules = LifecycleBuilder.default()
    rules.command("Tell", {"message": "text", "reason": "text", "next_at": "time"}, "speaks", required="message")
    lifecycle = rules.add("Tell", "triaged").build()
    tell: Any = lifecycle.commands["Tell"]
    story = s.triaged(lifecycle)
    assert story.do(tell("We look into it.")).facts.messages > story.facts.messages
    assert story.refused(tell("We look into it.", next_at=story.at - timedelta(days=1))) == {"complete-expression"}


def test_a_form_is_told_what_the_command_and_the_edge_need() -> None:
    story = _investigated()
    (step,) = [one for one in LIFE.steps(story.complaint, by=s.LI, at=story.at) if one.command == "Shelve"]
    assert step.fields == ("way",)
    assert [need.name for need in step.needs] == ["way", "reason", "until"]
    schema = command_schema(Shelve)
    assert schema["required"] == ["way"]


def test_the_examples_have_all_fields_each_one_less_and_the_fewest() -> None:
    """What an edge requires, one of them lacks: so the checker hears its refusal."""
    story = s.triaged(LIFE)
    full, *less, least, other = Shelve.samples(Ask("C-1", story.facts, c.Command(), s.LI, story.at, LIFE.policy))
    assert (full.reason != "", full.until is not None) == (True, True)
    assert [full.data().keys() - one.data().keys() for one in less] == [{"calls"}, {"message"}, {"reason"}, {"until"}]
    assert least.data() == {"way": "post"}
    assert other.way == "phone"


@pytest.mark.parametrize(
    ("fields", "effects", "required", "found"),
    [
        ({"a": "text"}, (), ["a", "b"], "commands.X.required: 'b': one of its fields: a"),
        ({}, (), "b", "commands.X.required: 'b': one of its fields: it has none"),
        ({"then": ["received"]}, (), (), "commands.X.required: no then: then as well: it names the next state"),
        ({"message": "text"}, "speaks", (), "commands.X.required: no message: message as well: the command speaks"),
        ({"said": "said"}, "hears", (), "commands.X.required: no said: said as well: the command hears the customer"),
    ],
)
def test_what_cannot_be_left_out_is_told(fields: Any, effects: Any, required: Any, found: str) -> None:
    rules = LifecycleBuilder.default().command("X", fields, effects, required=required)
    (only,) = _problems(rules)
    assert only.startswith(found)


def test_an_edge_that_requires_what_its_command_has_not_is_told_with_its_line() -> None:
    with pytest.raises(DefinitionError) as caught:
        read_lifecycle(DOCUMENT.replace('["reason", "until"]', '["reason", "when", "where"]'))
    places = [str(one.path) for one in caught.value.problems]
    assert places == ["edges[1].required (line 17)"] * 2
    without = LifecycleBuilder.default().command("X").add("X", "triaged", required="why")
    assert _problems(without) == ["edges[0].required: 'why': one of the fields of X: none"]


def _problems(rules: LifecycleBuilder) -> list[str]:
    with pytest.raises(DefinitionError) as caught:
        rules.build()
    return [f"{one.path}: {one.found}: {one.expected}" for one in caught.value.problems]


def test_a_said_that_may_be_left_out_is_read_where_it_is_there() -> None:
    rules = LifecycleBuilder.default().command("X", {"said": "said"}, required=()).add("X", "triaged")
    kind: Any = rules.build().commands["X"]
    assert kind().said is None
    assert kind(said="yes").said.text == "yes"


def test_another_requirement_is_another_lifecycle() -> None:
    """A complaint knows by the digest what its rules were."""
    other = read_lifecycle(DOCUMENT.replace('["reason", "until"]', '["reason"]'))
    assert other.digest != LIFE.digest
    assert any("required-fields(reason until)" in move[-1] for move in LIFE.moves())


@pytest.mark.explore
def test_to_require_less_is_looser() -> None:
    """The comparison takes 1.6 s."""
    other = read_lifecycle(DOCUMENT.replace('["reason", "until"]', '["reason"]'))
    assert LIFE.compare(other, only=["merge"]).verdict == "looser"
    assert other.compare(LIFE, only=["merge"]).verdict == "stricter"


def test_the_choices_of_a_field_stand_in_its_schema_and_in_what_a_step_needs() -> None:
    """Else a form offers a free text, and whoever fills it is refused."""
    schema = command_schema(Shelve, commands=[Shelve])["properties"]["way"]
    assert (schema["enum"], schema["type"]) == (["post", "phone"], "string")
    story = s.triaged(LIFE)
    (step,) = (one for one in LIFE.steps(story.complaint, by=s.LI, at=story.at) if one.command == "Shelve")
    (way,) = step.needs
    assert ([choice.value for choice in way.choices], way.closed) == (["post", "phone"], True)


def test_a_choice_that_may_be_left_out_may_be_blank_in_its_schema_and_is_offered_without_it() -> None:
    rules = LifecycleBuilder.default().command("Shelve", {"way": ["寄", "phone"]}, required=[])
    lifecycle = rules.add("Shelve", "triaged", required="way").build()
    kind: Any = lifecycle.commands["Shelve"]
    assert command_schema(kind, commands=[kind])["properties"]["way"]["enum"] == ["寄", "phone", ""]
    story = s.triaged(lifecycle)
    (step,) = (one for one in lifecycle.steps(story.complaint, by=s.LI, at=story.at) if one.command == "Shelve")
    assert [[choice.value for choice in need.choices] for need in step.needs] == [["寄", "phone"]]
    with pytest.raises(InvalidInput, match="one of 寄, phone"):
        kind(way="船")
