"""`complaintflow replay` and `complaintflow watch`: another system's log at the command line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from threading import Timer
from typing import Any, TextIO, cast

import pytest
from hypothesis import given, settings, strategies as st

from complaintflow.cli import following
from complaintflow.cli.failures import Code
from complaintflow.cli.following import FollowedFile, WholeLines
from complaintflow.cli.stopping import Stop
from complaintflow.errors import StoreError
from complaintflow.intakes.mapped.files import read_csv
from tests.cli.command_line import PROGRAM, CommandLine
from tests.conformance.logs import BAD, GOOD, HEAD, MAP


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """The log with its map beside it."""
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8")
    file = tmp_path / "log.csv"
    file.write_text(GOOD + BAD, encoding="utf-8")
    return file


def test_a_replay_tells_what_was_refused_and_what_would_have_helped(cli: CommandLine, log: Path) -> None:
    ran = cli("replay", str(log), "--map", "map.toml")
    assert ran.code == Code.OK
    head, _, *table = ran.out.splitlines()
    assert head == (
        "Desk of old: 13 rows, 2 cases; 12 moves, of which our rules would have refused 2, in 1 cases (50.0%)"
    )
    assert table[0].split() == ["confirm-before-close", "Close", "1", "/", "2", "1", "50.0%", "2"]
    assert "    missing: no passing verification of fix 1" in table
    assert "    would have helped: record one with Verify(...)" in table
    assert "1 row(s) ignored by the map: nobody did anything" in table


def test_a_replay_speaks_chinese(cli: CommandLine, log: Path) -> None:
    told = cli("replay", str(log), "--map", "map.toml", "--language", "zh").out
    assert "共 12 步，其中 2 步会被本规则拒绝，涉及 1 件（50.0%）" in told
    assert "    缺少：第 1 次处理结果还没有通过验证" in told
    assert "verify-before-notify（告知已解决 Notify）：首例 2，第 13 行，2026-03-02 10:20，当时正在验证" in told


def test_a_replay_as_a_document_and_a_report_with_every_case(cli: CommandLine, log: Path, tmp_path: Path) -> None:
    report = tmp_path / "refused.jsonl"
    found = cli("replay", str(log), "--map", "map.toml", "--json", "--report", str(report)).document
    assert (found["cases"], found["departing"], found["refused"]["Close"]) == (2, 1, 1)
    assert [(one["rule"], one["first"]["case"]) for one in found["departures"]] == [
        ("confirm-before-close", "2"),
        ("verify-before-notify", "2"),
    ]
    told = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    assert [(one["case"], one["line"], one["rule"]) for one in told] == [
        ("2", 13, "verify-before-notify"),
        ("2", 14, "confirm-before-close"),
    ]


def test_rows_that_were_left_out_are_named_and_have_a_code(cli: CommandLine, log: Path) -> None:
    log.write_text(GOOD + "1,2026-03-02 09:40,exploded,li,\n", encoding="utf-8")
    in_chinese = ("--map", "map.toml", "--language", "zh")
    for command in (("replay",), ("watch", "--once")):
        ran = cli(*command, str(log), "--map", "map.toml")
        assert ran.code == Code.LEFT_OUT
        assert "line 10: unknown: activity 'exploded': the map does not name it" in ran.out
        assert "第 10 行：映射未说明：映射没有提到活动 'exploded'" in cli(*command, str(log), *in_chinese).out


def test_a_watch_tells_each_broken_promise_with_its_story(cli: CommandLine, log: Path) -> None:
    ran = cli("watch", str(log), "--map", "map.toml", "--once")
    assert ran.code == Code.BREACHED
    assert ran.out.splitlines()[:6] == [
        "2, line 13, 2026-03-02 10:20: solved-is-proved: the customer is told that it is solved, and no verification "
        "of the latest fix stands",
        "    2026-03-02 10:00  customer: Receive → received",
        "    2026-03-02 10:05  agent-1: Triage → triaged",
        "    2026-03-02 10:10  agent-1: Resolve → resolved",
        "    2026-03-02 10:20  agent-1: Notify → awaiting_confirmation",
        "2, line 14, 2026-03-02 10:31: closed-on-a-ground: it is closed on no ground",
    ]
    assert ran.out.splitlines()[-1].startswith("13 rows, 2 cases, 12 moves: 2 promise(s) broken; 1 row(s) ignored")


def test_a_watch_speaks_chinese_and_tells_words_when_asked(cli: CommandLine, log: Path) -> None:
    told = cli("watch", str(log), "--map", "map.toml", "--once", "--language", "zh", "--with-words", "--with-ids").out
    assert "solved-is-proved：最新的修复尚未通过验证，却告知客户问题已解决" in told
    assert "li: 登记处理结果 Resolve(summary='sent again', touches='nothing') → 正在验证" in told


HOUSE = """
[states.called]
stage = "received"
initial = "phone"
en = "we listen"
zh = "正在听您说"

[commands.GiveUp]

[[edges]]
command = "GiveUp"
from = ["called"]
to = "received"
who = "staff system"
after = "2d"
"""


def test_a_watch_goes_by_the_beginnings_and_the_timers_of_a_house(cli: CommandLine, log: Path, tmp_path: Path) -> None:
    """A command of the house has no title in Chinese: its name stood there twice. Options may come before the file."""
    (tmp_path / "house.toml").write_text(HOUSE, encoding="utf-8")
    given_up = '\n[[moves]]\nactivity = "given up"\ndo = "GiveUp"\nby = "system"\n'
    (tmp_path / "map.toml").write_text(MAP + given_up, encoding="utf-8")
    log.write_text(
        HEAD + "2,2026-03-02 10:00,opened,u-2,\n2,2026-03-04 10:00,given up,,\n2,2026-03-04 10:05,sorted,li,\n"
        "2,2026-03-04 10:10,fixed,li,sent again\n2,2026-03-04 10:20,told,li,\n",
        encoding="utf-8",
    )
    ran = cli("watch", "--lifecycle", "house.toml", "--language", "zh", "--map", "map.toml", "--once", str(log))
    assert ran.out.splitlines()[1:3] == [
        "    2026-03-02 10:00  customer: 受理投诉 Receive → called",
        "    2026-03-04 10:00  system: GiveUp → 已记录",
    ]


def kinds(out: str) -> list[tuple[str, int]]:
    return [(one["kind"], one.get("line", 0)) for one in map(json.loads, out.splitlines())]


def test_a_later_run_goes_on_where_the_earlier_one_was(cli: CommandLine, log: Path) -> None:
    """The story is whole though its beginning was told before; what has no end of line yet waits."""
    words = ("watch", str(log), "--map", "map.toml", "--once", "--json", "--position", "position.json")
    lines = (GOOD + BAD).splitlines(keepends=True)
    log.write_text("".join(lines[:-1]) + lines[-1][:20], encoding="utf-8")
    assert kinds(cli(*words).out) == [("violation", 13), ("summary", 0)]
    log.write_text("".join(lines), encoding="utf-8")
    told = cli(*words)
    assert kinds(told.out) == [("violation", 14), ("summary", 0)]
    assert len(json.loads(told.out.splitlines()[0])["story"]) == 5
    assert kinds(cli(*words).out) == [("summary", 0)]


@pytest.mark.parametrize("changed", [HEAD + BAD, (GOOD + BAD).replace("it is here", "it is there")])
def test_a_position_in_another_log_is_refused(cli: CommandLine, log: Path, changed: str) -> None:
    words = ("watch", str(log), "--map", "map.toml", "--once", "--position", "position.json")
    cli(*words)
    log.write_text(changed, encoding="utf-8")
    ran = cli(*words)
    assert (ran.code, "the same log" in ran.err) == (Code.INVALID, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("-", "--position", "p.json"), "what a pipe gave cannot be read again"),
        (("log.xes",), "XES, which is whole only at its end"),
        (("log.csv", "--position", "map.toml"), "a file that watch has written"),
    ],
)
def test_what_cannot_be_watched_is_refused_with_a_reason(
    cli: CommandLine, log: Path, words: tuple[str, ...], told: str
) -> None:
    log.with_suffix(".xes").write_text("<log/>", encoding="utf-8")
    ran = cli("watch", *words, "--map", "map.toml")
    assert (ran.code, told in ran.err) == (Code.INVALID, True)


def test_a_growing_log_is_told_line_by_line_until_somebody_says_stop(log: Path) -> None:
    """A half-written line waits for its end; SIGTERM ends it with its summary."""
    lines = (GOOD + BAD).splitlines(keepends=True)
    log.write_text("".join(lines[:12]) + lines[12][:20], encoding="utf-8")
    words = [sys.executable, "-c", PROGRAM, "watch", str(log), "--map", str(log.with_name("map.toml")), "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, encoding="utf-8") as run:
        assert run.stdout is not None
        with log.open("a", encoding="utf-8") as file:
            file.write(lines[12][20:])
        first = json.loads(run.stdout.readline())
        with log.open("a", encoding="utf-8") as file:
            file.write(lines[13])
        second = json.loads(run.stdout.readline())
        run.send_signal(signal.SIGTERM)
        (last,) = run.stdout.read().splitlines()
    assert [(one["line"], one["promise"]) for one in (first, second)] == [
        (13, "solved-is-proved"),
        (14, "closed-on-a-ground"),
    ]
    assert (json.loads(last)["kind"], json.loads(last)["rows"], run.returncode) == ("summary", 13, Code.OK)


def test_a_log_comes_by_standard_input_as_well(cli: CommandLine, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last line of a pipe needs no end."""
    out, into = os.pipe()
    os.write(into, log.read_bytes().rstrip())
    os.close(into)
    with os.fdopen(out, encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        ran = cli("watch", "-", "--map", "map.toml", "--once", "--json")
    assert kinds(ran.out) == [("violation", 13), ("violation", 14), ("summary", 0)]
    assert ran.code == Code.BREACHED


def test_a_report_overwrites_no_file(cli: CommandLine, log: Path) -> None:
    ran = cli("replay", str(log), "--map", "map.toml", "--report", "map.toml")
    assert (ran.code, "name a new file" in ran.err) == (Code.STORE, True)


@pytest.mark.parametrize("change", [lambda file: file.write_text(""), lambda file: file.unlink()])
def test_a_log_that_was_cut_or_taken_away_ends_the_watch(
    log: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], Any]
) -> None:
    monkeypatch.setattr(following, "BREATH", 0)
    with log.open("rb") as stream:
        file = FollowedFile(log, stream, Stop(), lambda: None, follow=True)
        assert file.read()
        change(log)
        with pytest.raises(StoreError, match="watch the"):
            file.read()


def test_a_watch_that_is_told_to_stop_ends_in_the_middle_of_a_wait(log: Path) -> None:
    stop = Stop()
    with log.open("rb") as stream:
        lines = WholeLines(FollowedFile(log, stream, stop, lambda: None, follow=True), "utf-8", tail=False)
        Timer(0.3, stop.tell).start()
        assert len([*iter(lines.readline, "")]) == 14


class _Pieces:
    """The bytes of a file in pieces of any length."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = iter(pieces)

    def read(self) -> bytes:
        return next((one for one in self._pieces if one), b"")


@given(st.lists(st.integers(0, 400), max_size=12), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
@settings(max_examples=40)
def test_however_a_log_is_written_in_pieces_its_records_are_the_same(cuts: list[int], encoding: str) -> None:
    text = 'id,text\r\n1,"two\nlines, 中文"\n2,\U0001f600 plain\n3,"a ""quote"""\n'
    written = text.encode(encoding)
    ends = sorted({0, *(min(cut, len(written)) for cut in cuts), len(written)})
    pieces = [written[start:end] for start, end in pairwise(ends)]
    lines = WholeLines(_Pieces(pieces), encoding, tail=False)
    whole = WholeLines(_Pieces([written]), encoding, tail=False)
    assert [*read_csv(cast("TextIO", lines))] == [*read_csv(cast("TextIO", whole))]
