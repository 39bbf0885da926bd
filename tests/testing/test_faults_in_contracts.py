"""A contract fails on each seeded fault, in the test that says what is wrong, and passes without one."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.testing import faulty_channels, faulty_stores

CAUGHT = {
    "LosesTheSecondSave": "test_a_second_save_appends_to_the_history_and_replaces_the_snapshot",
    "IgnoresVersions": "test_an_event_whose_place_is_taken_is_a_conflict",
    "ReordersHistory": "test_a_history_comes_in_order_of_its_sequence",
    "ForgetsKeys": "test_a_key_is_recalled_as_it_was_remembered",
    "TearsATransaction": "test_an_exception_takes_everything_back",
    "KeepsMessagesOfAFailedTransaction": "test_an_exception_takes_everything_back",
    "SettlesNothing": "test_a_message_waits_until_it_is_settled",
    "SendsTwice": "test_a_message_arrives_once_and_is_told_of",
    "SwallowsErrors": "test_what_cannot_be_sent_is_an_error_or_a_failure_and_never_a_success",
    "LeaksAnInternalNote": "test_nothing_internal_reaches_the_customer",
    "NamesTheAddress": "test_text_and_addresses_stay_out_of_what_goes_on_record",
}


def report() -> str:
    """What pytest says of all faulty parts in the tests that must catch them, and of the sound parts in every test."""
    tests = Path(__file__).with_name("faulty_contracts.py")
    chosen = " or ".join(["TestSound", *CAUGHT.values()])
    asked = ["-q", "-rf", "-p", "no:cacheprovider", "-k", chosen, str(tests)]
    run = subprocess.run([sys.executable, "-m", "pytest", *asked], capture_output=True, text=True, check=False)
    assert run.returncode == pytest.ExitCode.TESTS_FAILED, run.stdout + run.stderr
    return run.stdout


def failed(report: str, part: str) -> set[str]:
    """The tests that failed for this part."""
    return set(re.findall(rf"^FAILED \S+::Test{part}::(\w+)", report, re.MULTILINE))


def test_every_seeded_fault_is_looked_for() -> None:
    assert set(CAUGHT) == set(faulty_stores.FAULTS) | set(faulty_channels.FAULTS)


def test_a_contract_catches_each_fault_and_passes_what_is_sound() -> None:
    """Each fault in the test that says what is wrong; assertion rewriting shows what was compared."""
    told = report()
    assert [fault for fault, test in CAUGHT.items() if test not in failed(told, fault)] == []
    for part in ("SoundStore", "SoundChannel"):
        assert f"Test{part}" not in told
    assert re.search(r"^E +AssertionError: assert None == Remembered\(complaint='C-1'", told, re.MULTILINE)
