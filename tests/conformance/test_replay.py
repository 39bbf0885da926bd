"""A foreign log through our rules: what would have been refused, counted and shown, and nothing dropped in silence."""

from __future__ import annotations

import random
from pathlib import Path

import duckdb
import pytest

from complaintflow import InvalidInput, Lifecycle
from complaintflow.conformance import Replay, ReplayReport, read_log_file, read_log_map
from tests.conformance.logs import BAD, GOOD, HEAD, MAP, UCI, UCI_MAP, replayed, rows

BY_HAND = f"""
WITH log AS (
    SELECT number, incident_state AS state, coalesce(assignment_group, '') AS team, updated_at AS at, seq,
        lag(incident_state) OVER w AS state_before, lag(coalesce(assignment_group, '')) OVER w AS team_before
    FROM read_csv('{UCI}', header = true) WINDOW w AS (PARTITION BY number ORDER BY updated_at, seq)
), moves AS (
    SELECT number, 'Notify' AS command, 'verify-before-notify' AS rule FROM log WHERE state = 'Resolved'
    UNION ALL SELECT number, 'Close', 'confirm-before-close' FROM log WHERE state = 'Closed'
    UNION ALL SELECT number, 'Handoff', 'handoff-carries-context' FROM log WHERE team <> team_before
)
SELECT command, rule, count(*), count(DISTINCT number) FROM moves GROUP BY ALL ORDER BY ALL
"""


@pytest.fixture(scope="module")
def uci() -> ReplayReport:
    replay = Replay(Lifecycle.default(), read_log_map(UCI_MAP))
    for _ in replay.run(read_log_file(UCI, replay.log_map)):
        pass
    return replay.report()


def test_the_real_log_has_as_many_refusals_as_another_engine_counts(uci: ReplayReport) -> None:
    """R32, R33, R14: the log says of no fix that it was verified, of nobody that they confirmed, of no handoff why."""
    counted = [one for one in duckdb.execute(BY_HAND).fetchall() if one[0]]
    found = sorted((one.command, one.rule, one.moves, one.cases) for one in uci.departures)
    assert [one for one in found if one[1] not in {"asked-anew", "no-ping-pong"}] == counted
    assert (uci.rows, uci.cases, uci.departing) == (1_962, 500, 500)


def test_a_team_that_gets_a_case_back_in_the_same_cycle_is_found_by_hand_as_well(uci: ReplayReport) -> None:
    """R7: a cycle begins where the log comes back from Resolved or Closed to Active."""
    held: dict[str, set[str]] = {}
    returned, cases = 0, set[str]()
    before: dict[str, tuple[str, str]] = {}
    found = duckdb.execute(
        f"SELECT number, incident_state, coalesce(assignment_group, '') FROM read_csv('{UCI}', header = true) "
        "ORDER BY number, updated_at, seq"
    )
    for case, state, team in found.fetchall():
        last_state, last_team = before.get(case, ("", ""))
        if state == "Active" and last_state in {"Resolved", "Closed"}:
            held[case] = {last_team}
        if last_state and team != last_team and team in held[case]:
            returned += 1
            cases.add(case)
        held.setdefault(case, set()).add(team)
        before[case] = (state, team)
    (told,) = (one for one in uci.departures if one.rule == "no-ping-pong")
    assert (told.moves, told.cases) == (returned, len(cases))


def test_every_row_of_the_real_log_is_a_move_or_is_told(uci: ReplayReport) -> None:
    assert (sum(uci.left.values()), sum(uci.ignored.values())) == (0, 0)
    states = {"Receive": 500, "Triage": 500, "Resolve": 559, "Notify": 559, "Close": 502, "Reopen": 2, "Dispute": 57}
    assert {name: uci.asked[name] for name in states} == states
    assert not uci.refused["Resolve"]


def test_a_log_that_keeps_the_rules_has_no_refusal() -> None:
    found = replayed(GOOD)
    assert (found.rows, found.cases, found.departing, found.departures) == (8, 1, 0, ())
    assert (found.ignored, found.left) == ({"nobody did anything": 1}, {})


def test_a_refusal_says_its_rule_what_was_missing_and_the_first_case() -> None:
    found = replayed(GOOD + BAD + BAD.replace("2,", "3,"))
    assert [(one.command, one.rule, one.moves, one.cases) for one in found.departures] == [
        ("Close", "confirm-before-close", 2, 2),
        ("Notify", "verify-before-notify", 2, 2),
    ]
    first = found.departures[1].first
    assert (first.case, first.line, first.state) == ("2", 13, "resolved")
    assert first.refusal.why == "no passing verification of fix 1"
    assert first.refusal.remedy == "record one with Verify(...)"
    assert first.refusal.in_language("zh").why == "第 1 次处理结果还没有通过验证"


def test_what_was_refused_counts_as_done_and_adds_no_proof() -> None:
    """The other system told the customer and closed it: a rating is then possible, and the proof is still missing."""
    more = '\n[[moves]]\nactivity = "rated"\ndo = "Survey"\nby = "customer"\nwith = { csat = 5 }\n'
    known = read_log_map(MAP + more)
    replay = Replay(Lifecycle.default(), known)
    text = HEAD + BAD + "2,2026-03-02 10:40,rated,u-18,\n"
    assert [(one.command, one.state) for one in replay.run(rows(text, known))] == [
        ("Notify", "resolved"),
        ("Close", "awaiting_confirmation"),
    ]
    assert replay.report().refused["Survey"] == 0


def test_a_move_that_the_table_does_not_have_from_there_leads_where_it_leads() -> None:
    """A case is closed right after it came in: no row does that, and the next refusal is of a closed case."""
    text = HEAD + "9,2026-03-02 09:00,opened,u-1,\n9,2026-03-02 09:01,done,li,\n9,2026-03-02 09:02,told,li,\n"
    assert [(one.rule, one.first.state) for one in replayed(text).departures] == [
        ("not-possible", "received"),
        ("not-possible", "closed"),
    ]


def test_the_map_may_say_where_the_other_system_is_after_a_refused_move() -> None:
    elsewhere = MAP.replace('do = "Close"\nby = "agent"', 'do = "Close"\nby = "agent"\nstate = "archived"')
    text = HEAD + BAD + "2,2026-03-02 10:40,told,li,\n"
    (from_there,) = (one for one in replayed(text, elsewhere).departures if one.rule == "not-possible")
    assert (from_there.command, from_there.first.state) == ("Notify", "archived")


def test_the_order_of_the_rows_is_that_of_time_whatever_the_order_of_the_file() -> None:
    header, *lines = (GOOD + BAD).splitlines()
    random.Random(5).shuffle(lines)
    mixed, sorted_ = replayed("\n".join([header, *lines])), replayed(GOOD + BAD)
    assert [(one.command, one.rule, one.moves) for one in mixed.departures] == [
        (one.command, one.rule, one.moves) for one in sorted_.departures
    ]


def test_of_several_columns_with_a_time_the_first_that_is_there_counts() -> None:
    """As in a mapping of cases: two times in one row are not one that cannot be read."""
    several = MAP.replace('time = "at"', 'time = ["sent", "at"]').replace(
        'after = { next_at = "2d" }',
        'from = { next_at = { column = ["promised", "sent"], format = "%Y-%m-%d %H:%M" } }',
    )
    header, *lines = GOOD.replace("told,li,", "told,li,,2026-03-02 09:21,2026-03-04 09:00").splitlines()
    text = "\n".join([f"{header},sent,promised", *(one if one.count(",") == 6 else f"{one},," for one in lines)])
    found = replayed(text, several)
    assert (found.left, found.departures, found.asked["Notify"]) == ({}, (), 1)


def test_what_the_map_does_not_say_is_told_and_counted() -> None:
    text = (
        GOOD
        + "1,2026-03-02 09:40,exploded,li,\n1,soon,done,li,\n,2026-03-02 09:40,done,li,\n1,2026-03-02 09:41,fixed,li,\n"
    )
    found = replayed(text)
    assert found.left == {"unreadable": 3, "unknown": 1}
    assert [(one.line, one.what, one.why) for one in found.left_out] == [
        (11, "unreadable", "'soon' is no time of the formats"),
        (12, "unreadable", "no case"),
        (10, "unknown", "activity 'exploded': the map does not name it"),
        (13, "unreadable", "Resolve: summary: expected a value"),
    ]


def test_a_row_for_which_no_entry_holds_is_told_though_its_activity_is_named() -> None:
    only_then = MAP.replace('activity = "done"', 'activity = "done"\nwas = { what = "thanked" }')
    found = replayed(GOOD + "1,2026-03-02 09:40,done,li,\n", only_then)
    assert [one.why for one in found.left_out] == ["activity 'done': no entry of the map holds here"]


def test_a_case_without_end_is_no_case() -> None:
    (row,) = replayed(HEAD + "1" * 201 + ",2026-03-02 09:00,opened,u-1,\n").left_out
    assert row.why == "a case of 201 characters"


def test_a_file_without_a_column_of_the_map_is_refused() -> None:
    with pytest.raises(InvalidInput, match="no column who"):
        replayed("id,at,what,text\n")


def test_json_lines_and_xes_say_the_same_as_csv(tmp_path: Path) -> None:
    header, *lines = (GOOD + BAD).splitlines()
    names = header.split(",")
    records = [dict(zip(names, line.split(","), strict=True)) for line in lines]
    json_lines = tmp_path / "log.jsonl"
    json_lines.write_text("\n".join(str(one).replace("'", '"') for one in records), encoding="utf-8")
    xes = tmp_path / "log.xes"
    events = ("".join(f'<string key="{name}" value="{value}"/>' for name, value in one.items()) for one in records)
    xes.write_text("<log><trace>" + "".join(f"<event>{one}</event>" for one in events) + "</trace></log>", "utf-8")
    csv = tmp_path / "log.csv"
    csv.write_text(GOOD + BAD, encoding="utf-8")
    told = []
    for file in (csv, json_lines, xes):
        replay = Replay(Lifecycle.default(), read_log_map(MAP))
        told.append([(one.case, one.command, one.rule) for one in replay.run(read_log_file(file, replay.log_map))])
    assert told[0] == [("2", "Notify", "verify-before-notify"), ("2", "Close", "confirm-before-close")]
    assert told[1:] == [told[0]] * 2


def test_nobody_is_named_unless_it_is_asked() -> None:
    strict = MAP.replace('roles = ["agent"]', 'roles = ["engineer"]')
    hidden, named = replayed(GOOD, strict), replayed(GOOD, strict, with_ids=True)
    assert {one.first.refusal.why for one in hidden.departures} == {"agent-1 does not speak to customers"}
    assert {one.first.refusal.why for one in named.departures} == {"li does not speak to customers"}
