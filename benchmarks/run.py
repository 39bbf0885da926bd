"""All benchmarks in one run: `python -m benchmarks.run`, with `--json` for machines. Only ratios mean anything."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence

import attrs

from benchmarks.answering import answering
from benchmarks.business_time import business_time
from benchmarks.checking import checking
from benchmarks.counting import counting
from benchmarks.growth import growth
from benchmarks.import_time import importing
from benchmarks.importing import importing_many, importing_rows
from benchmarks.learning import learning
from benchmarks.lists import lists
from benchmarks.looking import looking
from benchmarks.measuring import SPAN, Figure
from benchmarks.outage import outage
from benchmarks.peers import peers
from benchmarks.plugging import plugging
from benchmarks.promises import promises
from benchmarks.reading import reading
from benchmarks.receipts import receipts
from benchmarks.rendering import rendering
from benchmarks.stepping import memory, stepping
from benchmarks.storing import storing
from benchmarks.ticking import ticking


@attrs.frozen
class Size:
    """How much is measured."""

    rounds: int = 15
    span: float = SPAN
    complaints: int = 1000
    store_rounds: int = 5
    peers: int = 50
    rows: int = 200
    checked: int = 60
    answers: tuple[int, ...] = (1_000, 10_000, 100_000)
    archived: tuple[int, int] = (1_000, 10_000)
    off: int = 200
    full: int = 60
    imports: int = 7
    cases: int = 50_000
    open: int = 100_000
    due: int = 1000
    events: int = 10_000
    letters: int = 100_000
    alike: int = 10_000
    outage: int = 2000
    waits: float = 10.0
    claimed: int = 1_000
    house: tuple[int, int] = (1_000, 100_000)
    listed: tuple[int, ...] = (10_000, 100_000)
    counted: int = 100_000
    history: tuple[int, int] = (10, 10_000)
    receipts: tuple[int, ...] = (10_000, 100_000)
    links: int = 1_000_000
    crowds: tuple[int, ...] = (10_000, 100_000, 1_000_000)


HEAD = "| figure | measured | goal | |\n| --- | --- | --- | --- |"

TINY = Size(
    rounds=1,
    span=0.0,
    complaints=2,
    store_rounds=1,
    peers=2,
    rows=2,
    checked=2,
    answers=(9,),
    archived=(1, 2),
    off=2,
    full=2,
    imports=1,
    cases=20,
    open=200,
    due=2,
    events=40,
    letters=2_000,
    alike=40,
    outage=2,
    waits=0.1,
    claimed=20,
    house=(5, 20),
    listed=(40, 80),
    counted=60,
    history=(2, 12),
    receipts=(70,),
    links=200,
    crowds=(5, 10),
)
"""One round of everything: only shows that it runs."""


def figures(size: Size) -> Iterator[Figure]:
    """Every figure, in the order of the table."""
    yield from stepping(size.rounds, size.span)
    yield from plugging(size.rounds, size.span)
    yield from rendering(size.rounds, size.span)
    yield from reading(size.rounds, size.letters, size.span)
    yield from storing(size.store_rounds, {"OFF": size.off, "FULL": size.full})
    yield from promises(size.store_rounds, size.off)
    yield from peers(size.store_rounds, size.peers)
    yield from business_time(size.rounds, size.span)
    yield from ticking(size.store_rounds, size.open, size.due)
    yield from looking(size.store_rounds, size.peers, size.events, size.alike)
    yield from growth(size.house, size.history)
    yield from lists(size.listed)
    yield from counting(size.counted)
    yield from outage(size.outage, size.waits)
    yield from memory(size.complaints)
    yield from checking(size.store_rounds, size.checked)
    yield from receipts(size.receipts, size.links)
    yield from answering(size.store_rounds, size.answers)
    yield from learning(size.store_rounds, size.archived)
    yield from importing_rows(size.store_rounds, size.rows)
    yield from importing_many(size.cases)
    yield from importing(size.imports)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--table", action="store_true", help="a table of Markdown, as in docs/explanation/speed.md")
    parser.add_argument("--tiny", action="store_true", help="one round, to see that everything runs")
    parser.add_argument(
        "--million", action="store_true", help="only lists and what is due, of a million: gigabytes, many minutes"
    )
    parser.add_argument("--postgresql", action="store_true", help="only what PostgreSQL does; it starts a server")
    given = parser.parse_args(arguments)
    size = TINY if given.tiny else Size()
    show = _json if given.json else _row if given.table else _line
    if given.table:
        print(HEAD)
    chosen = _of_a_million(size) if given.million else _of_postgresql(size) if given.postgresql else figures(size)
    for figure in chosen:
        print(show(figure), flush=True)


def _of_a_million(size: Size) -> Iterator[Figure]:
    yield from lists((10_000, 100_000, 1_000_000))
    yield from counting(1_000_000)
    yield from receipts((1_000_000,), 10_000_000)
    yield from ticking(size.store_rounds, 1_000_000, size.due)


def _of_postgresql(size: Size) -> Iterator[Figure]:
    from benchmarks.postgresql import postgresql

    yield from postgresql(size.rounds, size.span, size.house, size.history, size.waits, size.crowds, size.claimed)


def _json(figure: Figure) -> str:
    return json.dumps({**attrs.asdict(figure), "name": figure.name.strip(), "met": figure.met}, ensure_ascii=False)


def _row(figure: Figure) -> str:
    verdict = {None: "", True: "met", False: "missed"}[figure.met]
    against = f"÷ {figure.floor}" if figure.floor else ""
    return f"| {figure.name.strip()} | {_value(figure)} {figure.unit} {against} | {figure.goal} | {verdict} |"


def _value(figure: Figure) -> str:
    return f"{figure.value:,.0f}" if figure.value >= 1000 else f"{figure.value:.{2 if figure.value >= 0.1 else 4}f}"


def _line(figure: Figure) -> str:
    goal = {None: "", True: f"goal {figure.goal}: met", False: f"goal {figure.goal}: MISSED"}[figure.met]
    against = f"÷ {figure.floor}" if figure.floor else ""
    return f"{figure.name:<44} {_value(figure):>8} {figure.unit:<5} {against:<22} {goal:<18} {figure.detail}".rstrip()


if __name__ == "__main__":
    main()
