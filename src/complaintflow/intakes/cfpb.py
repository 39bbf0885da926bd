"""R3: complaints from the US Consumer Financial Protection Bureau (CFPB), as the sample has them.

The data of the bureau stays as it was: its dates and labels go into the snapshot as facts, what became of the
complaint goes into `outcome` and nowhere else. Nothing is invented: clocks start at the import, the time of the
incident is unknown, and type and area stay blank, since the bureau has neither. A classifier suggests them for the
triage, and a person decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from complaintflow._validation.structure import FrozenMap, plain_text
from complaintflow.commands import Receive
from complaintflow.intakes._records import Record, read_records
from complaintflow.intakes._seen import SeenKeys
from complaintflow.plugins import Incoming, Unreadable
from complaintflow.values import Customer

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

COLUMNS = (
    "complaint_id",
    "date_received",
    "date_sent_to_company",
    "product",
    "sub_product",
    "issue",
    "sub_issue",
    "narrative",
    "company",
    "state",
    "tags",
    "submitted_via",
    "company_response",
    "timely_response",
    "consumer_disputed",
)
CHANNELS = {
    "Web": "web",
    "Referral": "referral",
    "Web Referral": "referral",
    "Phone": "phone",
    "Postal mail": "post",
    "Fax": "fax",
    "Email": "email",
}
"""R1: the channel for each way in that the bureau names."""

_SNAPSHOT = ("date_received", "date_sent_to_company", "issue", "sub_issue", "tags")
_OUTCOME = ("company_response", "timely_response", "consumer_disputed")
_BEGINS = re.compile(r'"?\d+"?,"?\d{4}-\d\d-\d\d"?,')
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Cells = Mapping[str, str]


def open_csv(file: Path | Traversable) -> TextIO:
    """The file, opened so that a bad byte makes its row unreadable and stops nothing else."""
    return TextIOWrapper(file.open("rb"), encoding="utf-8", errors="surrogateescape", newline="")


class CfpbIntake:
    """R3: reads the columns of `COLUMNS`, in any order; keeps the contract of `Intake`.

    A row is unreadable when its columns do not fit, its id is missing or was seen before, a date is no
    date, its way in is unknown, nothing says what it is about, or a text cannot be stored; the reason
    names all of it. Other dirt is kept as it is, with a note in the snapshot. With a wrong header no row
    is read. Blank lines are no rows.
    """

    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        """Every row, readable or not, in order."""
        found = read_records(source, lambda line: bool(_BEGINS.match(line)))
        header = next(found, Record(1, 1))
        names = tuple(name.strip() for name in header.cells)
        wrong = [header.broken] if header.broken else _wrong_header(names)
        if wrong:
            yield Unreadable(header.line, "no row was read: " + "; ".join(wrong))
            return
        with SeenKeys() as seen:
            yield from (_read(record, names, seen) for record in found)


def _wrong_header(names: tuple[str, ...]) -> list[str]:
    missing = [f"no column {name}" for name in COLUMNS if name not in names]
    times = Counter(names)
    strange = [f"an unknown column {ascii(name)[:40]}" for name in times if name not in COLUMNS]
    twice = [f"{count} columns {name}" for name, count in times.items() if name in COLUMNS and count > 1]
    return missing + strange + twice


def _read(record: Record, names: tuple[str, ...], seen: SeenKeys) -> Incoming | Unreadable:
    """The complaint of a row, or what is wrong with it. `seen` has the keys of the complaints before it."""
    if record.broken:
        where = f" (lines {record.line} to {record.last})" if record.last > record.line else ""
        return Unreadable(record.line, record.broken + where)
    cells = {name: cell.strip() for name, cell in zip(names, record.cells, strict=True)}
    wrong = [*_wrong_texts(cells), *_wrong_id(cells["complaint_id"], seen), *_wrong_dates(cells), *_wrong_rest(cells)]
    if wrong:
        return Unreadable(record.line, "; ".join(wrong))
    seen.add(_key(cells["complaint_id"]), record.line)
    return _incoming(record.line, cells)


def _wrong_texts(cells: Cells) -> list[str]:
    return [f"{name} is not {expected}" for name, text in cells.items() if (expected := plain_text(text))]


def _wrong_id(id: str, seen: SeenKeys) -> list[str]:
    if not (id.isascii() and id.isdigit()):
        return [f"complaint_id is no number: {_show(id)}"]
    earlier = seen.find(_key(id))
    return [f"complaint_id {id} stands in line {earlier} already"] if earlier else []


def _wrong_dates(cells: Cells) -> list[str]:
    """The bureau always knows when it received a complaint; it may not have sent it on yet."""
    dates = {name: cells[name] for name in ("date_received", "date_sent_to_company")}
    if not dates["date_sent_to_company"]:
        del dates["date_sent_to_company"]
    return [f"{name} is no date: {_show(text)}" for name, text in dates.items() if not _is_date(text)]


def _is_date(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _wrong_rest(cells: Cells) -> list[str]:
    way = cells["submitted_via"]
    wrong = [] if way in CHANNELS else [f"submitted_via is none of {', '.join(CHANNELS)}: {_show(way)}"]
    if not (cells["narrative"] or cells["product"] or cells["issue"]):
        wrong.append("neither narrative nor product nor issue")
    return wrong


def _show(text: str) -> str:
    """The beginning of a cell: it may be a piece of a narrative that slipped into the wrong column."""
    return ascii(text if len(text) <= 20 else text[:17] + "...") if text else "nothing"


def _incoming(line: int, cells: Cells) -> Incoming:
    name = _key(cells["complaint_id"])
    command = Receive(
        channel=CHANNELS[cells["submitted_via"]],
        customer=Customer(name, contact=FrozenMap({"portal": name}), language="en"),
        description=cells["narrative"] or _describe(cells),
        respondent=cells["company"],
        product=cells["product"],
        category=cells["sub_product"],
        region=cells["state"],
        snapshot=_snapshot(cells),
    )
    return Incoming(line, name, command, _nonblank(cells, _OUTCOME))


def _key(id: str) -> str:
    return f"cfpb:{id}"


def _describe(cells: Cells) -> str:
    """A description by the bureau's labels, where the customer's own words were not published."""
    product = " / ".join(filter(None, (cells["product"], cells["sub_product"]))) or "not named"
    issue = " / ".join(filter(None, (cells["issue"], cells["sub_issue"]))) or "not named"
    return f"No narrative was published. Product: {product}. Issue: {issue}."


def _nonblank(cells: Cells, names: tuple[str, ...]) -> FrozenMap:
    return FrozenMap({name: cells[name] for name in names if cells[name]})


def _snapshot(cells: Cells) -> FrozenMap:
    """The bureau's own facts, and notes on what is odd about them."""
    extra: dict[str, str] = {}
    if not cells["narrative"]:
        extra["narrative"] = "not published"
    if "" < cells["date_sent_to_company"] < cells["date_received"]:
        extra["note"] = "sent to the company before it was received"
    return FrozenMap({**_nonblank(cells, _SNAPSHOT), **extra})
