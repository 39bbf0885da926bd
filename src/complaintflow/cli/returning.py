"""The command that prints a regulator's table out of the record."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

import attrs
from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.measures import Asked
from complaintflow.cli.output import MINUTE, Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Language, Shared
from complaintflow.cli.who import Who
from complaintflow.insight import REGULATORS, Line, RegulatorReturn, ReturnCell
from complaintflow.interchange import to_data
from complaintflow.interchange.log_formats import csv_row
from complaintflow.lifecycle import NO_ADVICE, profile as find_profile
from complaintflow.policy.policy import Policy

_LISTED = 5
"""So many complaints are named in a table for people; CSV and JSON name all."""


@Parameter(name="*")
@attrs.frozen
class AskedReturn(Asked):
    """Of which complaints and which period it is, and by what each line is cut."""

    per: Annotated[tuple[str, ...], Parameter(help="A field that cuts each line: product, area …; repeatable.")] = ()

    def wanted(self, policy: Policy) -> dict[str, Any]:
        """The question. Raises `InvalidInput`."""
        return {**Asked.wanted(self, policy), "by": self.per}


@subcommand
def return_(
    *,
    profile: Annotated[Literal["cfpb", "fca", "12315"], Parameter(help="Whose table it is.")],
    asked: Annotated[AskedReturn, Parameter()],
    csv: Annotated[bool, Parameter(help="CSV, with all complaints of each cell.", negative="")] = False,
    language: Language = "en",
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """A regulator's table from the record, with the complaints of each cell. It is no legal advice.

    What the record does not tell is said in place of a number, and is never zero.
    """
    with settings.desk() as desk:
        found = who.at(desk).regulator_return(profile, anew=asked.anew, **asked.wanted(desk.policy))
    if csv and not settings.output.machine:
        sys.stdout.writelines(_csv(found, language))
    else:
        settings.output.emit(_document(found), _view(found, language))
    return Code.OK


def _lines(found: RegulatorReturn) -> Mapping[str, Line]:
    return {line.name: line for line in REGULATORS[found.query.regulator].lines}


def _document(found: RegulatorReturn) -> dict[str, Any]:
    """The return with the texts of its lines, its source, and the day on which that was read."""
    texts = {
        name: {"zh": line.title("zh"), "en": line.title("en"), "told_by": line.explain("en")}
        for name, line in _lines(found).items()
    }
    profile = find_profile(found.profile)
    sources = [{"text": one.text, "read": one.read, "how": one.how} for one in profile.sources]
    leaves_out = profile.leaves_out("en")
    told = {"return": to_data(found), "lines": texts, "sources": sources, "leaves_out": leaves_out}
    return {**told, "advice": NO_ADVICE[1]}


def _head(found: RegulatorReturn, language: str) -> Iterator[str]:
    """What it is, of when, by which source, and that it is no advice."""
    query, words = found.query, _WORDS[language]
    period = f"{query.since:{MINUTE}} – {query.until:{MINUTE}} UTC"
    yield f"{REGULATORS[query.regulator].title(language)}: {period}"
    yield from find_profile(found.profile).notice(language)
    if found.at < query.until:
        yield f"{words['until now']}: {found.at:{MINUTE}} UTC"
    yield from (f"{id} {words['unreadable']}" for id in found.unreadable)


def _view(found: RegulatorReturn, language: str) -> View:
    yield from _head(found, language)
    words, lines = _WORDS[language], _lines(found)
    columns = (words["line"], *found.query.by, words["number"], words["complaints"], words["told by"])
    rows = [
        (
            lines[row.line].title(language),
            *_key(found, cell),
            _number(cell, words),
            _ids(cell),
            lines[row.line].explain(language),
        )
        for row in found.rows
        for cell in row.cells
    ]
    yield Table(columns, rows)


def _key(found: RegulatorReturn, cell: ReturnCell) -> tuple[str, ...]:
    return cell.key or ("",) * len(found.query.by)


def _number(cell: ReturnCell, words: Mapping[str, str]) -> str:
    """The figure; at least so many, where it is not told of some; not told at all."""
    if cell.number is None:
        return words["untold"] + (f" ({len(cell.untold)})" if cell.untold else "")
    if cell.amount is not None:
        return f"{cell.amount} {cell.currency}"
    more = f" + {len(cell.untold)} {words['untold']}" if cell.untold else ""
    return f"{cell.number}{more}"


def _ids(cell: ReturnCell) -> str:
    ids = cell.complaints or cell.untold
    return " ".join(ids[:_LISTED]) + (f" … ({len(ids)})" if len(ids) > _LISTED else "")


def _csv(found: RegulatorReturn, language: str) -> Iterator[str]:
    """Its source first, then one row for each cell with all its complaints."""
    words, lines = _WORDS[language], _lines(found)
    yield from (csv_row([text]) for text in _head(found, language))
    names = ("line", "title", "number", "amount", "currency", "complaints", "untold", "told by")
    yield csv_row((*names[:2], *found.query.by, *names[2:]))
    for row in found.rows:
        line = lines[row.line]
        for cell in row.cells:
            number = words["untold"] if cell.number is None else cell.number
            amount = "" if cell.amount is None else cell.amount
            ids = (" ".join(cell.complaints), " ".join(cell.untold))
            told = (number, amount, cell.currency, *ids, line.explain(language))
            yield csv_row((row.line, line.title(language), *_key(found, cell), *told))


_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        **{name: name for name in ("line", "number", "complaints")},
        **{"told by": "how it is told", "untold": "not on record", "until now": "the period is not over, up to now"},
        "unreadable": "cannot be read, and is not counted.",
    },
    "zh": {
        **{"line": "项目", "number": "数量", "complaints": "投诉", "told by": "依据", "untold": "记录中无法判断"},
        **{"until now": "期间尚未结束, 统计至", "unreadable": "无法读取, 未计入。"},
    },
}
