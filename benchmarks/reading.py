"""How long the words of a text are read by all rules together, for each character, and how it grows with the text.

The floor is one `casefold` and one `translate` of the same text: less than that reads nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks import life
from benchmarks.measuring import SPAN, Figure, compare
from complaintflow.lifecycle.expression import is_worded, weighs, weight
from complaintflow.policy import Policy
from complaintflow.wording import find_no_yes, fold, wants_more
from complaintflow.wording._roots import DENIES_PARTS, DENIES_WORDS, NO_YES_WORDS
from complaintflow.wording.claims import claims_in
from complaintflow.wording.jargon import find_unexplained_in

TERMS = Policy().terms
LEAST = Policy().update_min_chars
MARKS = {ord(mark): " " for mark in ",.!?;:，。！？；："}

TOLD = {
    "English": (
        "We checked both payments with the bank and will write to you again on Friday.",
        "Thank you for the receipt. Our colleagues compare it with the ledger today.",
    ),
    "Chinese": (
        "我们已收到您的反馈，正在与银行核对这笔扣款，明天中午前给您答复。",
        "感谢您提供小票。同事今天会与账目逐笔比对。",
    ),
}
"""What staff write while nothing is proved: it claims nothing."""
YES = {
    "English": ("Thank you, the second amount is on my card and everything is correct.", "Yes, the money is back"),
    "Chinese": ("好的，钱已经到账，谢谢你们这么快处理。", "是的，收到退款了，谢谢"),
}
"""What a content customer writes."""
ROOTS = " ".join((DENIES_WORDS + NO_YES_WORDS).split("\t")) + "".join(DENIES_PARTS.split("\t"))
LONG = {"mixed": f"{life.STORY} {TOLD['Chinese'][0]} ", "all roots": ROOTS, "no roots": "blue letters arrive on paper "}
SHORT = 100
"""Characters of a short text at least."""


def reading(rounds: int, longest: int, span: float = SPAN) -> Iterator[Figure]:
    """The figures: microseconds a letter for usual texts, and how they grow to the longest."""
    for language, texts in TOLD.items():
        yield _each(f"what staff write, {language}: all rules", read_told, texts, "≤0.3", rounds, span)
    for language, texts in YES.items():
        yield _each(f"a customer's yes, {language}: all rules", read_yes, texts, "≤0.3", rounds, span)
    for name, piece in LONG.items():
        yield _growth(name, piece, rounds, longest, span)


def read_told(text: str) -> None:
    """What the guards of a message ask about its text."""
    is_worded(text)
    weighs(text, LEAST)
    folded = fold(text)
    claims_in(folded)
    find_unexplained_in(folded, TERMS)


def read_yes(text: str) -> None:
    """What is asked about the words of a customer who confirms, and about a comment."""
    find_no_yes(text)
    wants_more(text)


def _each(
    name: str, read: Callable[[str], None], texts: tuple[str, ...], goal: str, rounds: int, span: float
) -> Figure:
    def side() -> None:
        for text in texts:
            read(text)

    ratio, ours, floor = compare(side, lambda: list(map(_floor, texts)), rounds, span)
    letters = sum(map(weight, texts))
    detail = f"{ours / len(texts) * 1e6:.1f} µs a text, {ratio:.0f} × {floor / len(texts) * 1e6:.1f} µs"
    return Figure(name, ours / letters * 1e6, "µs", "a letter (Chinese: two)", goal, detail)


def _growth(name: str, piece: str, rounds: int, longest: int, span: float) -> Figure:
    """How much dearer a character is in the longest text than in a short one that has all of its words."""
    short = piece * max(1, SHORT // len(piece))
    long = short * (longest // len(short))
    _, dear, cheap = compare(lambda: _read_all(long), lambda: _read_all(short), max(1, rounds // 5), span)
    dear, cheap = dear / len(long) * 1e6, cheap / len(short) * 1e6
    detail = f"{dear:.2f} µs ÷ {cheap:.2f} µs a character"
    return Figure(f"reading {longest:,} characters, {name}", dear / cheap, "×", f"of {len(short)}", "≤1.5", detail)


def _read_all(text: str) -> None:
    read_told(text)
    read_yes(text)


def _floor(text: str) -> str:
    return text.casefold().translate(MARKS)
