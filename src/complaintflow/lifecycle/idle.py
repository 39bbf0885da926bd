"""What is refused because there is nothing to do: then no permission, no approval and no other person helps."""

from __future__ import annotations

from collections.abc import Sequence

from complaintflow.commands import AskApproval
from complaintflow.errors import Refusal

IDLE = frozenset(
    {
        *(
            "approved-by-another:none",
            "clock-stands",
            "in-an-incident",
            "not-yet-sent:none",
            "on-hold",
            "on-offer:over",
        ),
        *("open-claim:over", "open-referral:over", "open-task:over", "reminded-once", "within-authority:over"),
        *("reply-awaited", "reply-awaited:kinds", "standing-entry:gone", "standing-entry:none", "standing-hazard:none"),
    }
)
"""The reasons whose remedy is that nothing is to be done."""
_INSTEAD = frozenset({"not-yet-sent", "retrospective-after-solution"})
"""Those whose remedy is another command: nobody approves this one meanwhile."""
_RULES = _INSTEAD.union(case.partition(":")[0] for case in IDLE)
"""The rules of both: most refusals are of others, and nothing is made of their cases, which takes two fifths off."""


def say_what_is_idle(refusals: Sequence[Refusal]) -> tuple[Refusal, ...]:
    """The same refusals. Where one says that nothing is to be done, the others name nobody who could do it."""
    if _RULES.isdisjoint([one.rule for one in refusals]):
        return tuple(refusals)
    reasons = {one.rule_case for one in refusals}
    if reasons.isdisjoint(IDLE):
        moot = not reasons.isdisjoint(_INSTEAD)
        return tuple([one.idle() if moot and AskApproval.__name__ in one.commands else one for one in refusals])
    helps = (one.commands or "roles" in one.facts for one in refusals)
    return tuple(
        [one.idle() if named and one.rule_case not in IDLE else one for one, named in zip(refusals, helps, strict=True)]
    )
