"""The words of a reminder, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from complaintflow.sla.deadlines import Deadline
from complaintflow.vocabulary import in_language

RECOVERED = "recovered"
"""The level at which those who heard of a breach hear that it is over."""

_CUSTOMER: Mapping[str, tuple[str, str]] = {
    "answer": (
        "我们还在等待您的答复({about}),以便继续处理。",
        "We still wait for your answer ({about}), to go on with your complaint.",
    ),
    "agreement": (
        "请告诉我们您是否同意所提供的方案。",
        "Please tell us whether you agree to what we proposed.",
    ),
    "silence": (
        "请告诉我们结果是否符合您的期望。",
        "Please tell us whether all is well.",
    ),
}
_NEUTRAL = ("我们还在等待您的回复,以便继续处理。", "We still wait for your reply, to go on with your complaint.")
_CLOSES = (
    "若在 {due} 之前没有收到新的要求,我们将结案。",
    " If we hear of no new request by {due}, we close the complaint.",
)
_STAFF = ("{clock}({rule}){level}:应于 {due} 完成", "{clock} ({rule}) {level}: due {due}")
_OVER = ("{clock}({rule})已恢复:应于 {due} 完成,实际 {ended}", "{clock} ({rule}) recovered: due {due}, met {ended}")
_REFUSED = ("{key} 未能执行:{reasons}", "{key} was refused: {reasons}")


def to_customer(deadline: Deadline, language: str, about: str = "") -> str:
    """What the customer is reminded of, in their language; of a clock of the house's own only that we wait.

    `about` names what is waited for; of a silent window it is `closes` where its end closes the complaint (R33).
    """
    pair = _CUSTOMER.get(deadline.clock, _NEUTRAL)
    text = in_language(language, pair) + (in_language(language, _CLOSES) if about == "closes" else "")
    return text.format(due=_when(deadline.due), about=about)


def to_staff(deadline: Deadline, level: str, language: str) -> str:
    """What our people are told about a clock, at a level of it or when it was met after all."""
    text = in_language(language, _OVER if level == RECOVERED else _STAFF)
    due, ended = _when(deadline.due), _when(deadline.ended)
    return text.format(clock=deadline.clock, rule=deadline.rule, level=level, due=due, ended=ended)


def why_refused(key: str, reasons: str, language: str) -> str:
    """What our people are told when the rules refuse what a clock asks for."""
    return in_language(language, _REFUSED).format(key=key, reasons=reasons)


def _when(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC" if at else "—"
