"""The words of a reminder, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.sla.deadlines import Deadline

__all__ = ["reminder"]

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
_CLOSES = (
    "若在 {due} 之前没有收到新的要求,我们将结案。",
    " If we hear of no new request by {due}, we close the complaint.",
)
_STAFF = ("{clock}({rule}){level}:应于 {due} 完成", "{clock} ({rule}) {level}: due {due}")


def reminder(deadline: Deadline, level: str, language: str, about: str = "") -> str:
    """What is said at a level of a deadline: to the customer in their language, to our people about the clock.

    `about` names what is waited for; of a silent window it is `closes` where its end closes the complaint (R33).
    """
    place = 0 if language == "zh" else 1
    pair = _CUSTOMER.get(deadline.clock, _STAFF) if level.startswith("warn") else _STAFF
    text = pair[place] + (_CLOSES[place] if about == "closes" and pair is not _STAFF else "")
    due = f"{deadline.due:%Y-%m-%d %H:%M} UTC" if deadline.due else "—"
    return text.format(clock=deadline.clock, rule=deadline.rule, level=level, due=due, about=about)
