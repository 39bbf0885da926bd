"""What people read of a replay and of a watched log, in Chinese and in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo

from complaintflow.cli.output import MINUTE, Table, View
from complaintflow.conformance import Departure, LeftOut, ReplayReport, Violation
from complaintflow.conformance.titles import CHINESE
from complaintflow.errors.reasons.terms import TERMS
from complaintflow.interchange.labels import about_command
from complaintflow.lifecycle import Lifecycle
from complaintflow.lifecycle.checking.stories import Line
from complaintflow.vocabulary import in_language

_Words = tuple[str, str]
_HEAD: _Words = (
    "{system}：{rows} 行，{cases} 件；共 {asked} 步，其中 {refused} 步会被本规则拒绝，涉及 {departing} 件（{share}）",
    "{system}: {rows} rows, {cases} cases; {asked} moves, of which our rules would have refused {refused}, in "
    "{departing} cases ({share})",
)
_COLUMNS: tuple[_Words, ...] = (
    ("规则", "rule"),
    ("操作", "asked for"),
    ("拒绝/总数", "refused / all"),
    ("件数", "cases"),
    ("占全部", "share"),
    ("首例", "first case"),
)
_EXAMPLE: _Words = (
    "{rule}（{command}）：首例 {case}，第 {line} 行，{at}，当时{state}",
    "{rule} ({command}): first in {case}, line {line}, {at}, while {state}",
)
_MISSING: _Words = ("    缺少：{why}", "    missing: {why}")
_HELPS: _Words = ("    解决办法：{remedy}", "    would have helped: {remedy}")
_IMPORTED: _Words = (
    "被拒绝的步骤在对方系统中已经发生，按已发生继续。",
    "A refused move did happen there: the replay goes on from it.",
)
_IGNORED: _Words = ("按映射忽略 {count} 行：{why}", "{count} row(s) ignored by the map: {why}")
_LEFT: _Words = ("未采用 {count} 行：{what}", "{count} row(s) left out: {what}")
_LEFT_OUT: _Words = ("第 {line} 行：{what}：{why}", "line {line}: {what}: {why}")
_KINDS: Mapping[str, _Words] = {"unreadable": ("无法读取", "unreadable"), "unknown": ("映射未说明", "unknown")}
_UNKNOWN = ("映射没有提到活动 {}", "活动 {} 在此处不符合映射的任何条目")
_VIOLATION: _Words = ("{case}，第 {line} 行，{at}：{promise}：{how}", "{case}, line {line}, {at}: {promise}: {how}")
_EARLIER: _Words = ("    … 此前还有 {count} 步", "    … after {count} earlier step(s)")
_SUMMARY: _Words = (
    "{rows} 行，{cases} 件，{moves} 步：违反承诺 {violations} 次；忽略 {ignored} 行，映射未说明 {unknown} 行，"
    "无法读取 {unreadable} 行，放弃 {forgotten} 件",
    "{rows} rows, {cases} cases, {moves} moves: {violations} promise(s) broken; {ignored} row(s) ignored, {unknown} "
    "unknown, {unreadable} unreadable; {forgotten} case(s) forgotten",
)


def view_replay(found: ReplayReport, rules: Lifecycle, zone: tzinfo, language: str) -> View:
    """The table of what the rules would have refused, and below it the first case of each line. Times are in `zone`."""
    yield in_language(language, _HEAD).format(
        system=found.system,
        rows=found.rows,
        cases=found.cases,
        asked=sum(found.asked.values()),
        refused=sum(found.refused.values()),
        departing=found.departing,
        share=_share(found.departing, found.cases),
    )
    if found.departures:
        columns = [in_language(language, one) for one in _COLUMNS]
        yield Table(columns, [_row(one, found, rules, language) for one in found.departures])
        for one in found.departures:
            yield from _example(one, rules, zone, language)
        yield in_language(language, _IMPORTED)
    for why, count in found.ignored.items():
        yield in_language(language, _IGNORED).format(count=count, why=why)
    for what, count in found.left.items():
        yield in_language(language, _LEFT).format(count=count, what=in_language(language, _KINDS[what]))
    for row in found.left_out:
        yield from view_left_out(row, language)


def _row(one: Departure, found: ReplayReport, rules: Lifecycle, language: str) -> tuple[str, ...]:
    numbers = (f"{one.moves} / {found.asked[one.command]}", str(one.cases), _share(one.cases, found.cases))
    return (one.rule, _title(one.command, rules, language), *numbers, one.first.case)


def _example(one: Departure, rules: Lifecycle, zone: tzinfo, language: str) -> Iterator[str]:
    first, refusal = one.first, one.first.refusal.in_language(language)
    yield in_language(language, _EXAMPLE).format(
        rule=one.rule,
        command=_title(one.command, rules, language),
        case=first.case,
        line=first.line,
        at=_minute(first.at, zone),
        state=_state(first.state, language),
    )
    yield in_language(language, _MISSING).format(why=refusal.why)
    yield in_language(language, _HELPS).format(remedy=refusal.remedy)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


def _title(command: str, rules: Lifecycle, language: str) -> str:
    """The name of a command, which in Chinese stands behind its title: one of a house has none beside its name."""
    titled = dict.fromkeys((about_command(rules.commands[command], "zh")[0], command))
    return in_language(language, (" ".join(titled), command))


def _state(state: str, language: str) -> str:
    return in_language(language, (TERMS.get(state, state), state))


def _minute(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):{MINUTE}}"


def view_left_out(row: LeftOut, language: str) -> View:
    """A row of which nothing was made."""
    what = in_language(language, _KINDS[row.what])
    why = in_language(language, (_UNKNOWN[row.named].format(row.activity), row.why)) if row.activity else row.why
    yield in_language(language, _LEFT_OUT).format(line=row.line, what=what, why=why)


def view_violation(found: Violation, rules: Lifecycle, zone: tzinfo, language: str) -> View:
    """A broken promise, with the story so far. Times are in `zone`."""
    how = in_language(language, (CHINESE.get(found.promise, found.how), found.how))
    head = {"case": found.case, "line": found.line, "at": _minute(found.at, zone)}
    yield in_language(language, _VIOLATION).format(**head, promise=found.promise, how=how)
    if found.earlier:
        yield in_language(language, _EARLIER).format(count=found.earlier)
    yield from (_told(line, rules, zone, language) for line in found.story)


def _told(line: Line, rules: Lifecycle, zone: tzinfo, language: str) -> str:
    at = _minute(datetime.fromisoformat(line.at), zone)
    fields = ", ".join(f"{name}={value!r}" for name, value in line.data.items())
    said = f"({fields})" if fields else ""
    return f"    {at}  {line.by}: {_title(line.command, rules, language)}{said} → {_state(line.state, language)}"


def view_summary(counts: Counter[str], language: str) -> View:
    """How much was read, and what came of it."""
    names = ("rows", "cases", "moves", "violations", "ignored", "unknown", "unreadable", "forgotten")
    yield in_language(language, _SUMMARY).format(**{name: counts[name] for name in names})
