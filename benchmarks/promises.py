"""A durable command beside a desk that somebody wrote by hand and that keeps the same promises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks import life
from benchmarks.hand_desk import HandDesk
from benchmarks.hand_rules import Said
from benchmarks.measuring import Figure, cpu
from benchmarks.storing import Ours, pages_of
from complaintflow import Actor
from complaintflow.commands import Command

BY_HAND = "a desk by hand"


class Sides(NamedTuple):
    """What both sides took, ours first: seconds and pages of a command, and bytes of a complaint."""

    seconds: tuple[float, float]
    pages: tuple[float, float]
    bytes: tuple[int, int]


def promises(rounds: int, complaints: int) -> Iterator[Figure]:
    """The CPU and the pages of a durable command, each side asked for the same rules, letters, deadlines and lists."""
    found = [_lives(complaints) for _ in range(rounds)]
    ours, theirs = (min(one.seconds[side] for one in found) * 1e6 for side in (0, 1))
    detail = f"{ours:.0f} ÷ {theirs:.0f} µs"
    yield Figure("a durable command, the same promises", ours / theirs, "×", BY_HAND, "≤2.0", detail)
    ours, theirs = found[0].pages
    detail = f"{ours:.1f} ÷ {theirs:.1f} pages"
    yield Figure("  its pages, the same promises", ours / theirs, "×", BY_HAND, "≤1.5", detail)
    ours, theirs = found[0].bytes
    detail = f"{ours:,} ÷ {theirs:,} bytes"
    yield Figure("  a complaint on disk, the same promises", ours / theirs, "×", BY_HAND, "≤2.0", detail)


def _lives(complaints: int) -> Sides:
    """They take turns at each command of the life."""
    lives = [life.commands(f"u-{number}") for number in range(complaints)]
    plain = [[(type(command).__name__, command.data(), by) for command, by in one] for one in lives]
    spent, done = [0.0, 0.0], complaints * len(lives[0])
    with TemporaryDirectory() as folder:
        files = Path(folder, "ours.db"), Path(folder, "hand.db")
        ours, hand = Ours(files[0], "OFF"), HandDesk(files[1], "OFF")
        for place in range(len(lives[0])):
            ours.at = life.BEGIN + place * timedelta(minutes=7)
            spent[0] += cpu(partial(_do, ours, [one[place] for one in lives]))
            spent[1] += cpu(partial(_do_by_hand, hand, [one[place] for one in plain], ours.at))
        pages = [pages_of(file) / done for file in files]
        ours.close()
        hand.close()
        sizes = [file.stat().st_size // complaints for file in files]
    return Sides((spent[0] / done, spent[1] / done), (pages[0], pages[1]), (sizes[0], sizes[1]))


def _do(ours: Ours, asked: list[tuple[Command, Actor]]) -> None:
    for number, (command, by) in enumerate(asked):
        ours.do(number, command, by)


def _do_by_hand(hand: HandDesk, asked: list[tuple[str, Said, Actor]], at: datetime) -> None:
    for number, (kind, said, by) in enumerate(asked):
        if refused := hand.do(f"C-{number}", kind, said, by, at):
            raise AssertionError(f"{kind}: {refused}")


def main() -> None:
    """Print the figures alone."""
    for figure in promises(rounds=5, complaints=100):
        print(f"{figure.name:<50} {figure.value:6.2f} {figure.unit} ÷ {figure.floor}  {figure.detail}")


if __name__ == "__main__":
    main()
