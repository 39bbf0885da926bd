"""What came from the customer and nobody handled, read from raw events alone: no fact and no rule of ours is asked."""

from __future__ import annotations

from datetime import datetime

import attrs

from complaintflow import Event

__all__ = ["Unheard"]

TOLD = frozenset({"Acknowledge", "AskCustomer", "Decline", "ExplainPlan", "Notify", "Propose"})
UNDERSTOOD = frozenset({"Agree", "Answer", "Confirm", "Dispute", "Object", "Reopen"})
NEEDS_NOTHING = frozenset({"Confirm", "Receive", "Withdraw"})
NAMES = {
    "AddEvidence": "evidence",
    "Agree": "decision",
    "Answer": "answer",
    "Dispute": "decision",
    "Object": "decision",
    "Reopen": "decision",
}


@attrs.define
class Unheard:
    """The signs of one complaint that no person has handled, and when a person last answered some."""

    signs: set[str] = attrs.field(factory=set[str])
    answered: datetime | None = None

    def hears(self, event: Event, *, by_customer: bool, by_system: bool) -> None:
        """After one more event."""
        said = event.data
        if not by_customer and not by_system:
            self._handled(event)
        match event.kind:
            case "Hear":
                self.signs |= {"words"} if said.get("request", True) else set()
            case "Note":
                self.signs |= {"unproved"} if said.get("sender") else set()
            case "ComplainAgain" | "Absorb":
                self.signs.add("complaint")
            case "Survey":
                self.signs |= {"survey"} if said.get("comment", "").strip() and said["csat"] < 4 else set()
            case kind:
                if by_customer and kind not in NEEDS_NOTHING:
                    self.signs.add(NAMES.get(kind, "words"))

    def _handled(self, event: Event) -> None:
        said = event.data
        if event.kind == "NoReplyNeeded":
            self.signs -= set(said.get("signs", ())) or set(self.signs)
        elif event.kind == "Hear":
            self.signs.discard("unproved")
        elif self._answers(event):
            if self.signs or event.kind in UNDERSTOOD:
                self.answered = event.at
            self.signs.clear()

    def _answers(self, event: Event) -> bool:
        said = event.data
        return (
            event.kind in TOLD | UNDERSTOOD
            or (event.kind == "Update" and said["audience"] == "customer")
            or (event.kind == "Call" and said.get("answered", True))
            or (event.kind == "AddEvidence" and bool(said.get("came_with")))
        )

    def quiet_since(self, told: datetime) -> datetime:
        """From when silence counts."""
        return max(told, self.answered or told)
