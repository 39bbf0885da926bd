"""A contract fails on each seeded fault with the sentence that is broken, and passes what is sound."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import pytest

from complaintflow import plugins
from complaintflow.testing.promises import promises, words_of
from tests.testing.faulty import channels, edges, erasers, guards, intakes, key_tables, lists, parts, stores
from tests.testing.faulty.contracts import CONTRACTS

MACHINE = {
    "LosesTheSecondSave": "test_a_second_save_appends_to_the_history_and_replaces_the_snapshot",
    "IgnoresVersions": "test_an_event_whose_place_is_taken_is_a_conflict",
    "ReordersHistory": "test_a_history_comes_in_order_of_its_sequence",
    "ForgetsKeys": "test_a_key_is_recalled_as_it_was_remembered",
    "TearsATransaction": "test_an_exception_takes_everything_back",
    "KeepsMessagesOfAFailedTransaction": "test_an_exception_takes_everything_back",
    "SettlesNothing": "test_a_message_waits_until_it_is_settled",
    "KeepsTheLastWords": "test_the_words_of_an_event_go_and_its_chain_holds",
    "SendsToTheErased": "test_no_letter_is_left_to_be_sent",
    "HasNothingDue": "test_what_is_due_is_given_out_once_the_longest_waiting_first",
}
OTHERS = [
    (kind.__name__, test)
    for module in (edges, erasers, key_tables, lists, channels, guards, intakes, parts)
    for kind, test in module.CAUGHT.items()
]
CAUGHT = {**MACHINE, **dict(OTHERS)}
"""Each part with a fault, and the test that must find it."""
SOUND = [name for name in CONTRACTS if name.startswith("Sound")]
TESTS = Path(__file__).parent / "faulty" / "contracts.py"


AT_ONCE = 4
NEVER_AWAITED = "ignore:coroutine 'IsACoroutine.saw' was never awaited:RuntimeWarning"
"""Python says it when it throws the coroutine away, in whichever test that is: the contract says it where it is."""


def told(*chosen: str) -> dict[str, dict[str, str]]:
    """What pytest says of the chosen tests: of each part that failed, the message of each test."""
    found: dict[str, dict[str, str]] = {}
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        asked = ["-q", "-p", "no:cacheprovider", "--tb=short", "-W", NEVER_AWAITED, f"--junitxml={report}", *chosen]
        run = subprocess.run([sys.executable, "-m", "pytest", *asked], capture_output=True, text=True, check=False)
        assert run.returncode == pytest.ExitCode.TESTS_FAILED, run.stdout + run.stderr
        for case in ElementTree.parse(report).iter("testcase"):
            part, test = case.attrib["classname"].rpartition(".Test")[2], case.attrib["name"].partition("[")[0]
            for failure in (*case.iter("failure"), *case.iter("error")):
                found.setdefault(part, {}).setdefault(test, failure.text or "")
    return found


def without_a_sentence(message: str, part: str, test: str) -> str:
    """What is wrong with the message: no sentence of the port, no story; blank, when nothing is.

    It is the sentence that the test looks at, or that of a call which is wrong by itself.
    """
    port, sentence = promises(CONTRACTS[part])[test]
    if named := sentence_in(message):
        port, sentence = getattr(plugins, named[0]), named[1]
    wanted = (
        f'the contract of {port.__name__} says: "{sentence}"',
        "what was done:",
        "what was expected:",
        "what came:",
    )
    missing = [one for one in wanted if one not in message]
    assert sentence in words_of(port)
    return f"{part}: no {missing} in {message}" if missing else ""


def sentence_in(message: str) -> tuple[str, str] | None:
    """The port that is named first in a message, and the sentence of it."""
    found = re.search(r'the contract of (\w+) says: "(.*)"$', message, re.MULTILINE)
    return (found[1], found[2]) if found else None


def some() -> dict[str, str]:
    """A few faults of each kind of part, in other tests each: the others, and guards, are for `make explore`."""
    asked = {kind.__name__ for kind in guards.CAUGHT}
    first = {(CONTRACTS[part].__mro__[1], test): part for part, test in reversed(CAUGHT.items()) if part not in asked}
    return {part: CAUGHT[part] for part in [*first.values()][::2]}


def wrong(messages: dict[str, dict[str, str]], caught: Iterable[tuple[str, str]]) -> list[str]:
    """The faults that were not found, or that were found without a word about the contract."""
    missed = [f"{part} passed {test}" for part, test in caught if test not in messages.get(part, {})]
    said = (without_a_sentence(text, part, test) for part, each in messages.items() for test, text in each.items())
    return [*missed, *filter(None, said)]


def test_every_seeded_fault_is_looked_for() -> None:
    assert set(CAUGHT) == set(CONTRACTS) - set(SOUND)
    assert set(MACHINE) == set(stores.FAULTS)
    assert len(CAUGHT) == len(MACHINE) + len(OTHERS), "two faults have one name"


TRUE_CAUSES = {
    "AnswersNothing": (
        "it returns what became of it.",
        "every_kind_of_message_is_sent",
        "secrets_stay_out_of_repr_errors_and_logs",
    ),
    "WaitsForTooLong": ("It gives up by itself within 30 seconds.", "an_outage_is_not_the_end_of_a_message"),
    "CountsThePage": ("How many fit the query, on all its pages.", "pages_are_turned_in_both_directions"),
    "FindsNoPage": ("What fits the query, as it is in this transaction.", "pages_are_turned_in_both_directions"),
    "HasNothingDue": (
        "Of a shard only its own complaints are given.",
        "each_letter_and_each_look_is_in_one_shard_of_a_count",
    ),
    "SaysThatOneMoreWaits": (
        "How many messages are in the outbox, dead letters apart.",
        "a_message_waits_until_it_is_settled",
        "a_settled_number_is_not_given_to_another_message",
    ),
}
"""Of a part with one wrong call, the sentence about it, and tests that look at other sentences and make the call."""


def falsely_blamed() -> list[tuple[str, str, str]]:
    """The part, the sentence and the test of each of them."""
    return [(part, sentence, f"test_{test}") for part, (sentence, *tests) in TRUE_CAUSES.items() for test in tests]


@pytest.fixture(scope="module")
def messages() -> dict[str, dict[str, str]]:
    """What pytest says of all that is asked every day: it is started once, which takes as long as the tests."""
    asked = [*some().items(), *((part, test) for part, _, test in falsely_blamed())]
    return told(*(f"{TESTS}::Test{part}::{test}" for part, test in asked))


def test_a_contract_catches_each_fault_and_names_the_sentence_that_is_broken(
    messages: dict[str, dict[str, str]],
) -> None:
    """Each fault in the test that says what is wrong."""
    asked = some()
    missed = [part for part, test in asked.items() if test not in messages.get(part, {})]
    if missed:  # a race is not lost each time
        again = told(*(f"{TESTS}::Test{part}::{asked[part]}" for part in missed))
        messages = {part: {**messages.get(part, {}), **again.get(part, {})} for part in messages | again}
    mine = {part: messages[part] for part in asked if part in messages}
    assert "\n".join(wrong(mine, asked.items())) == ""


def test_whatever_a_test_looks_at_a_call_that_is_wrong_by_itself_is_told_with_its_own_sentence(
    messages: dict[str, dict[str, str]],
) -> None:
    """Else the author of a channel that answers None looks for a fault in its logs, its languages and its secrets."""
    named = {(part, test): sentence_in(messages[part][test]) for part, _, test in falsely_blamed()}
    assert {one: said and said[1] for one, said in named.items()} == {
        (part, test): sentence for part, sentence, test in falsely_blamed()
    }


@pytest.mark.explore
def test_each_fault_is_caught_by_the_whole_contract_and_what_is_sound_is_not() -> None:
    """Every message names a sentence, whichever test it comes from."""
    parts = [f"{TESTS}::Test{part}" for part in CONTRACTS]
    with ThreadPoolExecutor(AT_ONCE) as threads:  # most of them wait most of the time: for somebody else who waits
        found = threads.map(lambda nth: told(*parts[nth::AT_ONCE]), range(AT_ONCE))
    messages = {part: each for one in found for part, each in one.items()}
    print(f"{len(set(messages) & set(CAUGHT))} of {len(CAUGHT)} faulty parts were caught")
    assert wrong(messages, CAUGHT.items()) == []
    assert [part for part in SOUND if part in messages] == []
