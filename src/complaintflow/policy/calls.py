"""Whom a house calls before it writes, and who may call (R21)."""

from __future__ import annotations

import attrs

from complaintflow._validation.structure import Checked, NonBlank, WordSet, as_words
from complaintflow.vocabulary import Grade

MISSED = WordSet(
    {
        *("没人接", "无人接", "没有人接", "未接", "没接", "未接通", "没接通", "打不通", "没打通", "无法接通"),
        *("关机", "停机", "空号", "占线", "忙线", "语音信箱"),
        *("no answer", "not answered", "did not answer", "didn't answer", "nobody answered", "nobody picked up"),
        *("did not pick up", "didn't pick up", "voicemail", "voice mail", "answering machine", "line busy"),
        *("line was busy", "not reached", "unreachable", "switched off", "could not reach"),
    }
)
"""How staff write that nobody answered a call."""


@attrs.frozen(eq=False, repr=False)
class Calls(Checked):
    """R21: at which grades the customer is called first, who is experienced enough, and who listens in at which grades.

    What to say stands in the playbook (R42). An outcome that says little more than one of the `missed` phrases tells of
    a call that nobody answered.
    """

    grades: frozenset[Grade] = attrs.field(default=frozenset({Grade.E, Grade.A}), converter=as_words)
    experienced: frozenset[NonBlank] = attrs.field(default=frozenset({"agent", "lead", "manager"}), converter=as_words)
    listener: str = "lead"
    listened: frozenset[Grade] = attrs.field(default=frozenset({Grade.E}), converter=as_words)
    missed: frozenset[NonBlank] = attrs.field(default=MISSED, converter=as_words)
