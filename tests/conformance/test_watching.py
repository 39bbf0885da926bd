"""A foreign log by the promises: each that is broken is told as it happens, with the story so far."""

from __future__ import annotations

from collections import Counter

import pytest

from complaintflow import Lifecycle
from complaintflow.conformance import LeftOut, LogWatch, Violation, read_log_file, read_log_map, watching
from complaintflow.conformance.titles import CHINESE
from complaintflow.lifecycle.checking.promises import PROMISES
from tests.conformance.logs import BAD, GOOD, HEAD, MAP, UCI, UCI_MAP, watched


def violations(found: list[Violation | LeftOut]) -> list[tuple[str, int, str]]:
    return [(one.case, one.line, one.promise) for one in found if isinstance(one, Violation)]


def test_a_log_that_keeps_the_promises_breaks_none() -> None:
    watch, found = watched(GOOD)
    assert found == []
    assert watch.counts == {"rows": 8, "cases": 1, "moves": 7, "ignored": 1}


def test_each_broken_promise_is_told_at_its_row_with_the_story_up_to_there() -> None:
    """R32, R33: solved was told without a proof, and it was closed on no ground."""
    _, found = watched(HEAD + BAD)
    assert violations(found) == [("2", 5, "solved-is-proved"), ("2", 6, "closed-on-a-ground")]
    told = found[0]
    assert isinstance(told, Violation)
    assert [(line.by, line.command, line.state) for line in told.story] == [
        ("customer", "Receive", "received"),
        ("agent-1", "Triage", "triaged"),
        ("agent-1", "Resolve", "resolved"),
        ("agent-1", "Notify", "awaiting_confirmation"),
    ]
    assert str(told.story[-1]).startswith("2026-03-02T02:20:00+00:00  agent-1: Notify() →")


def test_people_and_words_are_told_only_when_they_are_asked_for() -> None:
    _, hidden = watched(HEAD + BAD)
    assert not any(word in str([one.as_document() for one in hidden]) for word in ("'li'", "u-18", "sent again"))
    _, named = watched(HEAD + BAD, with_ids=True, with_words=True)
    assert all(word in str([one.as_document() for one in named]) for word in ("'li'", "u-18", "sent again"))


def test_the_one_who_fixed_an_emergency_is_not_the_one_who_proves_it() -> None:
    """R32: two people stay two, also where they have numbers in the place of their names."""
    emergency = MAP.replace(
        'with = { type = "inquiry" }', 'with = { type = "inquiry", signals = { hazards = ["personal_safety"] } }'
    )
    _, alone = watched(GOOD.replace("tested,wang", "tested,li"), emergency)
    _, two = watched(GOOD, emergency)
    assert "solved-is-proved" in [one[2] for one in violations(alone)]
    assert "solved-is-proved" not in [one[2] for one in violations(two)]


def test_the_real_log_breaks_as_many_promises_as_it_has_such_rows() -> None:
    known = read_log_map(UCI_MAP)
    watch = LogWatch(Lifecycle.default(), known)
    found = [one for row in read_log_file(UCI, known) for one in watch.see(row)]
    assert Counter(one[2] for one in violations(found)) == {
        "solved-is-proved": 559,
        "closed-on-a-ground": 502,
        "handed-over-whole": 287,
    }


def test_a_silent_close_is_seen_when_a_word_of_the_customer_waits() -> None:
    more = '\n[[moves]]\nactivity = "wrote"\ndo = "Hear"\nby = "customer"\nfrom = { said = "text" }\n'
    text = GOOD.replace("09:30,thanked,u-17,it is here", "09:30,wrote,u-17,where is it").replace(
        "1,2026-03-02 09:31,done", "1,2026-03-09 09:31,done"
    )
    _, found = watched(text, MAP + more)
    assert ("1", 9, "silence-is-silent") in violations(found)


def test_of_a_long_story_the_latest_lines_are_told_and_the_others_counted() -> None:
    notes = "".join(f"1,2026-03-02 09:05,noted,li,{number}\n" for number in range(150))
    more = '\n[[moves]]\nactivity = "noted"\ndo = "Note"\nby = "agent"\nfrom = { text = "text" }\n'
    text = HEAD + "\n".join(GOOD.splitlines()[1:3]) + "\n" + notes + "1,2026-03-02 10:00,done,li,\n"
    _, found = watched(text, MAP + more)
    told = found[-1]
    assert isinstance(told, Violation)
    assert (len(told.story), told.earlier) == (100, 53)


def test_of_more_cases_than_are_kept_the_quietest_is_forgotten_and_counted() -> None:
    text = HEAD + "".join(f"{number},2026-03-02 09:00,opened,u-{number},\n" for number in range(30))
    watch, _ = watched(text, most=10)
    assert (watch.cases, watch.counts["forgotten"], watch.counts["cases"]) == (10, 20, 30)


def test_what_is_over_leaves_when_it_can_no_longer_be_reopened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kept are those that ended last, and none beyond them that ended more than a month ago."""
    monkeypatch.setattr(watching, "_LATEST", 5)
    case = "{0},2026-01-02 09:00,opened,u-1,\n{0},2026-01-02 09:05,done,li,\n"
    text = HEAD + "".join(case.format(number) for number in range(12))
    before, _ = watched(text)
    after, _ = watched(text + "new,2026-03-02 09:00,opened,u-1,\n")
    assert (before.cases, after.cases, after.counts["forgotten"]) == (12, 6, 0)


def test_a_row_that_comes_late_happens_when_its_case_is() -> None:
    text = HEAD + BAD.replace("2026-03-02 10:20,told", "2026-03-01 10:20,told")
    _, found = watched(text)
    assert [one.at.day for one in found if isinstance(one, Violation)] == [2, 2]


def test_a_row_of_which_nothing_is_made_is_told() -> None:
    watch, found = watched(GOOD + "1,2026-03-02 09:40,exploded,li,\n1,soon,done,li,\n")
    assert [one.what for one in found if isinstance(one, LeftOut)] == ["unknown", "unreadable"]
    assert (watch.counts["unknown"], watch.counts["unreadable"]) == (1, 1)


def test_every_promise_has_its_chinese_sentence() -> None:
    assert CHINESE.keys() == PROMISES.keys()


def test_a_machine_of_the_log_stays_one() -> None:
    """EU DSA art. 20 (6): it closes what nobody confirmed."""
    machine = MAP + '\n[actors.bot]\nroles = ["agent"]\nid = { constant = "machine:bot" }\n'
    closed = machine.replace('do = "Close"\nby = "agent"', 'do = "Close"\nby = "bot"')
    _, found = watched(HEAD + BAD, closed)
    assert ("2", 6, "a-person-decides") in violations(found)
