"""R16: who is told the same once more hears nothing new, and no digest of it is kept."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from complaintflow import Complaint, Lifecycle, commands as c
from complaintflow.lifecycle.repetition import last_words
from complaintflow.record.complaint import Body, Entry
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
