"""Whoever reads what the machine found reads which sentence of which port the part did not keep."""

from __future__ import annotations

from typing import Any

import pytest

from complaintflow.testing import machine_promises
from complaintflow.testing.machine_promises import KEY, Promise, broken
from complaintflow.testing.promises import words_of
from complaintflow.testing.snapshot import Snapshot

PROMISES = {name: one for name, one in vars(machine_promises).items() if name.isupper()}


@pytest.mark.parametrize("promise", PROMISES.values(), ids=PROMISES.keys())
def test_the_sentence_stands_word_for_word_in_the_port(promise: Promise) -> None:
    port, sentence = promise
    assert sentence in words_of(port)


def test_the_first_word_names_the_fault_and_the_last_line_the_sentence() -> None:
    what, line = broken("forgotten: the key 'k'", KEY).splitlines()
    assert what.startswith("forgotten: ")
    assert line == 'the contract of Keys says: "a key is remembered once and never forgotten."'


def test_a_history_that_was_cut_is_told_with_the_sentence_that_forbids_it() -> None:
    history: Any = {"C-1": (1, 2)}
    with pytest.raises(AssertionError, match=r"lost: C-1 had 2(.|\n)*Complaints says: \"They are only added to"):
        Snapshot(histories={}).assert_grew_from(Snapshot(histories=history))
