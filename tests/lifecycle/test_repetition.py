"""R16: who is told the same once more hears nothing new, and no digest of it is kept."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from complaintflow import Complaint, Lifecycle, commands as c
from complaintflow.lifecycle.repetition import last_words, tells_again
from complaintflow.lifecycle.rows import STAY, Row
from complaintflow.lifecycle.table import TABLE
from complaintflow.record.complaint import Body, Entry
from complaintflow.vocabulary import Effect, State
from tests import stories as s

WORDS = "We have recorded it and look into it"


def told(lifecycle: Lifecycle) -> s.Story:
    return s.triaged(lifecycle).do(c.Acknowledge(WORDS, s.LATER), c.Note("he called"))


@pytest.mark.parametrize("words", [WORDS, f" {WORDS.upper()}\n", WORDS.replace(" ", "  ")])
def test_a_customer_is_not_told_the_same_twice(lifecycle: Lifecycle, words: str) -> None:
    assert told(lifecycle).refused(c.Acknowledge(words, s.LATER)) == {"complete-expression"}


def test_what_was_told_earlier_than_the_last_may_be_told_again(lifecycle: Lifecycle) -> None:
    story = told(lifecycle).do(c.Acknowledge(f"{WORDS} today", s.LATER))
    assert story.do(c.Acknowledge(WORDS, s.LATER)).facts.messages == 3


def test_the_facts_know_the_event_that_told_it_and_no_word_of_it(lifecycle: Lifecycle) -> None:
    story = told(lifecycle)
    assert story.complaint.body[story.facts.last_told - 1].is_a(c.Acknowledge)
    assert WORDS not in repr(story.facts)


def test_a_form_offers_what_is_new_even_if_the_last_words_are_on_the_same_way(lifecycle: Lifecycle) -> None:
    story = told(lifecycle)
    steps = {step.command: step.status for step in lifecycle.steps(story.complaint, by=s.LI, at=story.at)}
    assert steps["Acknowledge"] == "open"


@pytest.mark.parametrize(
    "changed",
    [
        lambda entry: b"{}",  # erased
        lambda entry: b"no JSON",
        lambda entry: {"message": 7},  # as no version writes it
    ],
    ids=["erased", "damaged", "of another version"],
)
def test_words_that_are_gone_hold_up_nobody(lifecycle: Lifecycle, changed: Callable[[Entry], bytes]) -> None:
    complaint = told(lifecycle).complaint
    entries = tuple(
        Entry(one.seq, one.at, one.by, one.kind, changed(one)) if one.is_a(c.Acknowledge) else one
        for one in complaint.body
    )
    gone: Complaint = attrs.evolve(complaint, body=Body(entries))
    assert last_words(gone, lifecycle.commands) == ""
    assert lifecycle.decide(gone, c.Acknowledge(WORDS, s.LATER), by=s.LI, at=s.T0).accepted


@pytest.mark.parametrize(
    "words",
    ['He said "it is \\ solved"', "第二笔款\u2028在查", "ΣΊΣΥΦΟΣ straße İstanbul", "a\x7fb c", "one two\tthree\nfour"],
)
def test_a_repeat_is_found_whatever_signs_are_in_it(lifecycle: Lifecycle, words: str) -> None:
    """The words are looked for in the bytes of the event first, where some signs stand otherwise."""
    text = f"We look into it: {words}"
    story = s.triaged(lifecycle).do(c.Acknowledge(text, s.LATER))
    assert story.refused(c.Acknowledge(text.upper().replace(" ", "  "), s.LATER)) == {"complete-expression"}
    assert story.refused(c.Acknowledge(f"{text} anew", s.LATER)) == set()


def test_a_repeat_is_found_in_an_event_that_another_program_wrote(lifecycle: Lifecycle) -> None:
    complaint = told(lifecycle).complaint
    said = rb'{"message":"\u7b2c\u4e8c\u7b14 of it","next_at":"2027-03-02T09:00:00Z"}'
    entries = tuple(
        Entry(one.seq, one.at, one.by, one.kind, said) if one.is_a(c.Acknowledge) else one for one in complaint.body
    )
    foreign: Complaint = attrs.evolve(complaint, body=Body(entries))
    assert tells_again("第二笔  OF it", foreign, lifecycle.commands)


class Greet(c.Acknowledge):
    """Of a house, whose words do not all stand in its fields."""

    def customer_text(self) -> str:
        return f"Dear customer, {self.message}"


def test_a_repeat_of_words_that_a_house_adds_is_found_as_well() -> None:
    row = Row(Greet, frozenset({State.TRIAGED}), STAY, frozenset({Effect.SPEAKS}))
    story = s.triaged(Lifecycle((*TABLE, row))).do(Greet(WORDS, s.LATER))
    assert story.refused(Greet(WORDS, s.LATER)) == {"complete-expression"}
    assert story.refused(c.Acknowledge(f"Dear customer, {WORDS}", s.LATER)) == {"complete-expression"}
