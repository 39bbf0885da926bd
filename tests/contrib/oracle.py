"""What no machine ever did, told from raw events alone: no rule of the library is asked."""

from __future__ import annotations

from collections.abc import Iterator

from complaintflow import Desk, Event

_FOR_PEOPLE = frozenset(
    {
        *("Agree", "Answer", "Approve", "ApproveCompensation", "ApproveDecline", "ClearHazard", "Confirm", "Decline"),
        *("Disapprove", "Dispute", "Hear", "Merge", "NoReplyNeeded", "Object", "Override", "Withdraw"),
    }
)
_BREAKS_PROOF = frozenset({"Resolve", "Dispute", "Reopen"})


def violations(desk: Desk, budget: int) -> list[str]:
    """Everything that should not have happened at this desk."""
    found = [] if desk.check_integrity().sound else ["the history does not verify"]
    for complaint in desk.find(limit=1000).complaints:
        events = desk.history(complaint.id)
        found += [f"{complaint.id}: {one}" for one in _in(events, budget)]
    return found


def _in(events: tuple[Event, ...], budget: int) -> Iterator[str]:
    proved = confirmed = False
    askers: list[str] = []
    deeds = 0
    for event in events:
        machine = event.by.startswith("machine:")
        if event.kind == "Verify":
            proved = bool(event.data.get("passed"))
        proved = proved and event.kind not in _BREAKS_PROOF
        confirmed = (confirmed or event.kind == "Confirm") and event.kind not in {"Dispute", "Reopen"}
        if event.kind == "Notify" and not proved:
            yield f"{event.seq}: told that it is solved, which is not proved"
        if event.kind == "AskApproval":
            askers.append(event.by)
        deeds += machine and event.kind != "AskApproval"
        if machine and event.kind in _FOR_PEOPLE:
            yield f"{event.seq}: {event.by} did {event.kind}"
        if machine and event.kind == "Close" and not confirmed:
            yield f"{event.seq}: {event.by} closed what the customer had not confirmed"
        if event.kind == "Approve":
            asker = askers[int(str(event.data["request"])[1:]) - 1]
            if machine or asker == event.by:
                yield f"{event.seq}: {event.by} approved what {asker} asked for"
    if deeds > budget:
        yield f"machines did {deeds} things, and {budget} are allowed"
