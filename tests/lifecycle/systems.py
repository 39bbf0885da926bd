"""The lifecycles of other systems, by the public face alone, after their public documentation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from complaintflow import Ask, Lifecycle, Policy, Refusal
from complaintflow.lifecycle import LifecycleBuilder

THEIRS = "customer staff"


def _solved(rules: LifecycleBuilder, working: str, fixed: str, told: str, done: str, again: str) -> LifecycleBuilder:
    """What every system shares: a fix, its notice, the customer's no, and the end."""
    rules.add("Resolve", f"{working} {told}", fixed).add("Notify", f"{fixed} {told}", told)
    rules.add("Dispute", told, again, who=THEIRS)
    return rules.add("Close", told, done, who="staff system")


def request_tracker() -> Lifecycle:
    """Request Tracker's default: new, open, stalled, resolved; a reply opens a stalled ticket again."""
    rules = LifecycleBuilder()
    rules.state("untouched", "received", en="new").state("open", "investigating", en="open")
    rules.state("stalled", "investigating", pauses="customer", en="waiting for you")
    rules.state("mended", "resolved").state("resolved ticket", "awaiting_confirmation", en="resolved")
    rules.state("over", "closed", en="resolved").state("rejected", "declined", en="rejected")
    rules.add("Receive", "new", "untouched", who="customer staff system").add("Triage", "untouched", "open")
    rules.add("AskCustomer", "open", "stalled", who="staff system").add("Answer", "stalled", "open", who=THEIRS)
    rules.add("Decline", ["untouched", "open"], "rejected", who="staff system")
    rules.add("Dispute", "rejected", "open", who=THEIRS)
    rules.add("Resolve", ["open", "resolved ticket"], "mended").add("Notify", ["mended"], "resolved ticket")
    rules.add("Dispute", ["resolved ticket"], "open", who=THEIRS)
    rules.add("Close", ["resolved ticket"], "over", who="staff system").add("Reopen", "over", "open", who=THEIRS)
    return rules.build()


def zendesk() -> Lifecycle:
    """Zendesk's statuses: new, open, pending, on-hold, solved, closed."""
    rules = LifecycleBuilder()
    rules.state("fresh", "received").state("open", "investigating")
    rules.state("pending", "investigating", pauses="customer", en="waiting for you", zh="等您回复")
    rules.state("on-hold", "investigating", pauses="party").state("fixed", "resolved")
    rules.state("solved", "awaiting_confirmation", en="solved").state("done", "closed", en="closed")
    rules.add("Receive", "new", "fresh", who="customer staff system").add("Triage", "fresh", "open")
    rules.add("AskCustomer", "open on-hold", "pending", who="staff system")
    rules.add("Answer", "pending", "open", who=THEIRS).add("Refer", "open pending", "on-hold")
    rules.add("PartyReply", "on-hold", "open", who="staff system")
    return _solved(rules, "open pending on-hold", "fixed", "solved", "done", "open").build()


def osticket() -> Lifecycle:
    """osTicket: open, resolved, closed, and a reply reopens."""
    rules = LifecycleBuilder()
    rules.state("open", "received").state("repaired", "resolved")
    rules.state("resolved ticket", "awaiting_confirmation").state("shut", "closed")
    rules.add("Receive", "new", "open", who="customer staff system")
    rules.add("Resolve", ["open", "resolved ticket"], "repaired").add("Notify", ["repaired"], "resolved ticket")
    rules.add("Dispute", ["resolved ticket"], "open", who=THEIRS)
    rules.add("Close", ["resolved ticket"], "shut", who="staff system").add("Reopen", "shut", "open", who=THEIRS)
    return rules.build()


def service_request() -> Lifecycle:
    """A request of Jira Service Management: waiting for support, waiting for customer, resolved, closed."""
    rules = LifecycleBuilder()
    rules.state("waiting for support", "investigating", en="waiting for support")
    rules.state("waiting for customer", "investigating", pauses="customer", en="waiting for customer")
    rules.state("in review", "resolved").state("resolved request", "awaiting_confirmation").state("ended", "closed")
    both = ["waiting for support", "waiting for customer"]
    rules.add("Receive", "new", "waiting for support", who="customer staff system")
    rules.add("AskCustomer", ["waiting for support"], "waiting for customer", who="staff system")
    rules.add("Answer", ["waiting for customer"], "waiting for support", who=THEIRS)
    rules.add("Resolve", [*both, "resolved request"], "in review").add("Notify", ["in review"], "resolved request")
    rules.add("Dispute", ["resolved request"], "waiting for support", who=THEIRS)
    rules.add("Close", ["resolved request"], "ended", who="staff system")
    return rules.build()


def clearance() -> Lifecycle:
    """Clearance before dispatch: what a clerk fixed is cleared before the customer is told."""
    rules = LifecycleBuilder.default()
    rules.state("to be cleared", "resolved", en="being checked")
    rules.command("Clear", {"finding": "text"})
    rules.replace("Resolve", "triaged investigating executing resolved awaiting_confirmation planned", "to be cleared")
    rules.add("Clear", ["to be cleared"], "resolved").add("Resolve", ["to be cleared"], "to be cleared")
    return rules.build()


def by_rating() -> Lifecycle:
    """Closed by the customer's rating: who is content rates, and that is their confirmation."""
    rules = LifecycleBuilder.default()
    rules.command("Rate", {"stars": ["1", "2", "3", "4", "5"], "said": "said"}, "hears")
    rules.add("Rate", "awaiting_confirmation closed", who=THEIRS)
    rules.guard("closes", rated_before_close)
    return rules.build()


def rated_before_close(ask: Ask) -> Refusal | None:
    """What the customer was told is closed after they rated it."""
    told = ask.facts.stage == "awaiting_confirmation"
    if not told or "house.Rate.stars" in ask.facts.extra:
        return None
    return Refusal("rated-before-close", "nobody rated it", "record Rate(...)", ("Rate",))


def closed_by_word() -> Lifecycle:
    """Closed by the customer alone, in the words of their rating; a no goes on as a dispute."""
    rules = LifecycleBuilder.default()
    rules.command("Rate", {"stars": ["1", "2", "3", "4", "5"], "said": "said"}, "hears")
    rules.add("Rate", "awaiting_confirmation", "closed", who=THEIRS, guards=[content_before_close])
    return rules.build()


def content_before_close(ask: Ask) -> Refusal | None:
    """Who is not content gets a call."""
    if ask.field("stars") in {"4", "5"}:
        return None
    return Refusal("content-before-close", "the customer is not content", "call them: Call(...)", ("Call",))


def closed_by_timer() -> Lifecycle:
    """The pending auto close of OTRS and Zammad: a clock closes what the customer was told."""
    clock = """
[clocks.autoclose]
rule = "house"
starts = ["notice_delivered"]
satisfied = ["Confirm", "Dispute"]
budget = "3d"
pauses = false
tells = ["owner"]
"""
    rules = LifecycleBuilder.default()
    rules.state("closed successful", "closed", en="closed")
    rules.add("MissDeadline", "awaiting_confirmation", "closed successful", who="system", clock="autoclose")
    return rules.build(Policy.from_toml(clock))


def chosen_by_timer() -> Lifecycle:
    """A timer that chooses the next state: who waits says what follows when nobody comes back."""
    clock = """
[clocks.callback]
rule = "house"
starts = ["Wait"]
satisfied = ["Resume", "answered"]
budget = "2d"
tells = ["owner"]
"""
    rules = LifecycleBuilder.default()
    rules.state("waiting", "investigating", takes="staying")
    rules.command("Wait", {"then": ["investigating", "resolved"]})
    rules.add("Wait", "triaged investigating", "waiting")
    rules.add("MissDeadline", "waiting", "chosen", who="system", clock="callback")
    return rules.build(Policy.from_toml(clock))


def chosen_when_time_is_over() -> Lifecycle:
    """The same by a timer of the edge itself; and who calls begins on the phone."""
    rules = LifecycleBuilder.default().state("on the phone", "received", initial="phone", en="we listen")
    rules.add("Triage", ["on the phone"], "triaged", who="staff system")
    rules.state("waiting", "investigating", pauses="party").command("Lapse")
    rules.command("Wait", {"then": ["investigating", "triaged"]}).add("Wait", "triaged investigating", "waiting")
    return rules.add("Lapse", "waiting", "chosen", who="system", after="2d").build()


def restoring() -> Lifecycle:
    """One that restores the previous state: on hold, and back to where it was."""
    rules = LifecycleBuilder.default()
    rules.state("on hold", "investigating", takes="staying")
    rules.command("Hold", {"why": "text"}).command("Unhold")
    rules.add("Hold", "triaged investigating executing", "on hold").add("Unhold", ["on hold"], "previous")
    return rules.build()


SYSTEMS: Mapping[str, Callable[[], Lifecycle]] = {
    one.__name__: one
    for one in (
        *(request_tracker, zendesk, osticket, service_request, clearance, by_rating, chosen_by_timer, restoring),
        *(closed_by_word, closed_by_timer, chosen_when_time_is_over),
    )
}
