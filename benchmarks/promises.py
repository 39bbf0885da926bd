"""A durable command beside a desk that somebody wrote by hand and that keeps the same promises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import life
from benchmarks.hand_desk import HandDesk
from benchmarks.hand_rules import Said
from benchmarks.measuring import Figure, cpu
from benchmarks.storing import Ours
from complaintflow import Actor
from complaintflow.commands import Command

BY_HAND = "a desk by hand"


def promises(rounds: int, complaints: int) -> Iterator[Figure]:
    """The CPU of a durable command, each side asked for the same rules, letters, deadlines and lists."""
    spent = [_lives(complaints) for _ in range(rounds)]
    ours, theirs = (min(one[side] for one in spent) * 1e6 for side in (0, 1))
    detail = f"{ours:.0f} ÷ {theirs:.0f} µs"
    yield Figure("a durable command, the same promises", ours / theirs, "×", BY_HAND, "≤2.0", detail)


def _lives(complaints: int) -> tuple[float, float]:
    """The seconds of a command on each side. They take turns at each command of the life."""
    lives = [life.commands(f"u-{number}") for number in range(complaints)]
    plain = [[(type(command).__name__, command.data(), by) for command, by in one] for one in lives]
    spent = [0.0, 0.0]
    with TemporaryDirectory() as folder:
        ours, hand = Ours(Path(folder, "ours.db"), "OFF"), HandDesk(Path(folder, "hand.db"), "OFF")
        for place in range(len(lives[0])):
            ours.at = life.BEGIN + place * timedelta(minutes=7)
            spent[0] += cpu(partial(_do, ours, [one[place] for one in lives]))
            spent[1] += cpu(partial(_do_by_hand, hand, [one[place] for one in plain], ours.at))
        ours.close()
        hand.close()
    mine, theirs = (one / complaints / len(lives[0]) for one in spent)
    return mine, theirs


def _do(ours: Ours, asked: list[tuple[Command, Actor]]) -> None:
    for number, (command, by) in enumerate(asked):
        ours.do(number, command, by)


def _do_by_hand(hand: HandDesk, asked: list[tuple[str, Said, Actor]], at: datetime) -> None:
    for number, (kind, said, by) in enumerate(asked):
        if refused := hand.do(f"C-{number}", kind, said, by, at):
            raise AssertionError(f"{kind}: {refused}")


def main() -> None:
    """Print the figure alone."""
    for figure in promises(rounds=5, complaints=100):
        print(f"{figure.name:<50} {figure.value:6.2f} {figure.unit} ÷ {figure.floor}  {figure.detail}")


if __name__ == "__main__":
    main()
