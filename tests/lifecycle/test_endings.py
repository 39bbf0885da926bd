"""How a complaint may end, whichever command leads there: what makes an end honest comes with it, or it is refused."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs
import pytest

from complaintflow import Actor, DefinitionError, Event, Lifecycle, commands as c
from complaintflow.lifecycle import TABLE, LifecycleBuilder, Row, read_lifecycle
from complaintflow.lifecycle.checking.promises import Act, broken_by
from complaintflow.lifecycle.checking.witness import Seen, watch
from complaintflow.policy.policy import Policy
from complaintflow.values import Said
from complaintflow.vocabulary import Effect, Ground, State
from tests import stories as s
from tests.lifecycle.test_building import problems

THEIRS = "customer staff"
TOLD = "awaiting_confirmation"
DENIAL = "没有解决,还是不行"


def house(**fields: str) -> Lifecycle:
    """One in which the command `Finish` with these fields closes what the customer was told, or a plan."""
    rules = LifecycleBuilder.default().command("Finish", fields)
    who = THEIRS if "said" in fields.values() else "staff system"
    return rules.add("Finish", f"{TOLD} planned resolved", "closed", who=who).build()


def finish_of(lifecycle: Lifecycle) -> Any:
    return lifecycle.commands["Finish"]


@pytest.mark.parametrize(
    ("end", "instead"),
    [
        ("withdrawn", 'add("Withdraw", …)'),  # the customer never said a word, and would read "withdrawn by you"
        ("declined", 'add("Decline", …)'),  # no reason, no recourse, no letter
        ("merged", 'add("Merge", …)'),  # nobody could open the page, and the customer's next words would be lost
        ("new", "never new again"),  # the whole record would be blank
    ],
)
def test_an_end_that_rests_on_fields_is_made_by_the_command_that_has_them(end: str, instead: str) -> None:
    """R35: else an agent withdraws for the customer, or a complaint goes on in no other one."""
    rules = LifecycleBuilder.default().command("Drop").add("Drop", "triaged", end)
    (problem,) = problems(rules.build)
    assert problem.startswith(f"edges[0].to: '{end} by Drop': ")
    assert instead in problem


def test_a_file_tells_the_line_of_such_an_end() -> None:
    text = '[commands.Drop]\n[[edges]]\ncommand = "Drop"\nfrom = "triaged"\nto = "withdrawn"\n'
    (problem,) = problems(lambda: read_lifecycle(text))
    assert problem.startswith("edges[0].to (line 5): 'withdrawn by Drop'")


def test_a_choice_is_no_way_round_it() -> None:
    rules = LifecycleBuilder.default().state("waiting", "investigating").command("On")
    rules.command("Wait", {"then": ["triaged", "declined"]}).add("Wait", "triaged", "waiting")
    (problem,) = problems(rules.add("On", "waiting", "chosen").build)
    assert problem.startswith("edges[1].to: 'declined by On'")


@pytest.mark.parametrize("command", ["Hear", "Dispute", "Answer", "Survey", "Update"])
def test_of_the_library_only_what_can_close_leads_to_a_closing(command: str) -> None:
    """R33: any word of the customer would close it, or a notice that asks whether it is solved."""
    (problem,) = problems(LifecycleBuilder.default().add(command, TOLD, "closed").build)
    assert problem.startswith(f"edges[0].to: 'closed by {command}'")


@pytest.mark.parametrize("command", ["Withdraw", "Decline", "Merge", "Close", "Archive"])
def test_what_is_made_for_an_end_leads_nowhere_else(command: str) -> None:
    """The letter would say that it is withdrawn, and it would be open."""
    rules = LifecycleBuilder.default().state("shelf", "investigating").add(command, "triaged", "shelf")
    assert any("'investigating'" in one and command in one for one in problems(rules.build))
    assert problems(LifecycleBuilder.default().add(command, "triaged").build)


def test_only_what_is_over_is_archived() -> None:
    """R37: nobody would have told the customer how it ended."""
    rules = LifecycleBuilder.default().command("File").add("File", "triaged closed", "archived")
    assert problems(rules.build)[0].startswith("edges[0].from: 'triaged': what is over")
    assert LifecycleBuilder.default().command("File").add("File", "closed declined", "archived").build().digest


def test_no_end_becomes_another_one() -> None:
    """What was closed would be withdrawn, and its letter said the other thing."""
    rules = LifecycleBuilder.default().command("Rub").add("Rub", "closed", "withdrawn")
    (problem,) = problems(rules.build)
    assert problem.startswith("edges[0].from: 'closed': open states")


def test_within_one_end_nothing_ends_again() -> None:
    """What was closed by silence could never be moved to "billed": the guards would ask for the silence anew."""
    rules = LifecycleBuilder.default().state("billed", "closed").command("Bill").add("Bill", "closed", "billed")
    lifecycle = rules.build()
    story = s.delivered(lifecycle).later(hours=80).do(c.Close(), by=s.SYSTEM)
    after = story.do(lifecycle.commands["Bill"]())
    assert (after.state, after.facts.ground, after.facts.end_letter) == ("billed", "silent", story.facts.end_letter)


def test_the_customer_closes_in_their_own_words_or_after_them() -> None:
    """R33: a click on "done" that says nothing is no confirmation."""
    rules = LifecycleBuilder.default().command("Done").add("Done", TOLD, "closed", who="customer")
    (problem,) = problems(rules.build)
    assert problem.startswith("edges[0].who: 'customer': a command with a field of type said")
    own = LifecycleBuilder.default().add("Close", TOLD, "closed", who="customer staff system").build()
    closed = s.confirmed(own).do(c.Close(), by=s.CUSTOMER)
    assert (closed.state, closed.facts.signs) == ("closed", ())


def test_a_command_that_closes_leaves_the_ground_the_time_and_the_letter() -> None:
    """R33: else nobody knows why it was closed, the customer reads nothing of it, and no measure counts it."""
    lifecycle = house()
    story = s.confirmed(lifecycle).do(finish_of(lifecycle)())
    assert (story.state, story.facts.ground, story.facts.closed_at) == ("closed", Ground.CONFIRMED, story.at)
    assert story.facts.end_letter in story.facts.open_messages


def test_it_needs_a_ground_as_any_closing() -> None:
    lifecycle = house()
    assert s.delivered(lifecycle).refused(finish_of(lifecycle)()) == {"confirm-before-close"}


def test_what_was_closed_by_silence_is_opened_again_when_the_notice_comes_back() -> None:
    lifecycle = house()
    story = s.delivered(lifecycle).later(hours=80).do(finish_of(lifecycle)(), by=s.SYSTEM)
    assert story.facts.ground == Ground.SILENT
    back = story.do(s.receipt(story.cycle.notice, "failed"), by=s.SYSTEM)
    assert back.do(c.Unclose(story.cycle.notice), by=s.SYSTEM).state == TOLD


def test_the_words_by_which_the_customer_closes_are_their_confirmation() -> None:
    """R33: they say that it is solved, and it is closed as confirmed; nothing of it waits for our reply."""
    lifecycle = house(said="said")
    story = s.delivered(lifecycle).do(finish_of(lifecycle)(s.HEARD), by=s.CUSTOMER)
    assert (story.facts.ground, story.facts.signs, story.cycle.confirmed) == (Ground.CONFIRMED, (), True)
    assert s.delivered(lifecycle).do(finish_of(lifecycle)(s.HEARD)).facts.ground == Ground.CONFIRMED


def test_to_a_plan_they_are_a_yes_as_an_end() -> None:
    lifecycle = house(said="said")
    story = s.planned(lifecycle).do(finish_of(lifecycle)(s.HEARD), by=s.CUSTOMER)
    assert (story.facts.ground, story.cycle.plan_confirmed) == (Ground.CONFIRMED, True)


def test_words_that_deny_close_nothing() -> None:
    """R33: a complaint would be closed over the customer's "it is not solved", even after an earlier yes."""
    lifecycle = house(said="said", comment="text")
    finish, story = finish_of(lifecycle), s.confirmed(lifecycle)
    recorded = attrs.evolve(s.HEARD, text=DENIAL)
    assert story.refused(finish(recorded, "x")) == {"no-denying-words"}
    assert story.refused(finish(DENIAL, "x"), s.CUSTOMER) == {"no-denying-words"}
    assert story.refused(finish("好了", DENIAL), s.CUSTOMER) == {"no-denying-words"}
    assert not story.refused(finish(s.HEARD, DENIAL))  # a remark of staff is no word of the customer


def test_who_records_such_words_says_how_they_heard_them() -> None:
    """R33: nobody speaks for the customer, though the house did not say that the command hears them."""
    lifecycle = house(said="said")
    finish, story = finish_of(lifecycle), s.delivered(lifecycle)
    assert story.refused(finish(Said("好了"))) == {"customers-own-word"}
    assert story.refused(finish(s.HEARD), Actor.machine("bot", {"agent"})) == {"person-decides"}


def test_a_row_of_code_cannot_leave_that_out() -> None:
    finish = finish_of(house(said="said"))
    row = Row(finish, frozenset({State.AWAITING_CONFIRMATION}), State.CLOSED, frozenset({Effect.CLOSES}))
    with pytest.raises(DefinitionError, match="no hears"):
        Lifecycle((*TABLE, row))


def test_a_message_of_its_own_is_the_letter() -> None:
    """One letter and not two."""
    lifecycle = house(message="text")
    before = s.confirmed(lifecycle)
    story = before.do(finish_of(lifecycle)("谢谢您的耐心等待"))
    assert story.facts.messages == before.facts.messages + 1
    assert story.facts.end_letter == f"M{story.facts.messages}"


def test_the_customers_confirmation_may_close_at_once() -> None:
    lifecycle = LifecycleBuilder.default().add("Confirm", TOLD, "closed", who=THEIRS).build()
    story = s.delivered(lifecycle).do(s.CONFIRM, by=s.CUSTOMER)
    assert (story.state, story.facts.ground) == ("closed", Ground.CONFIRMED)
    assert s.delivered(lifecycle).refused(c.Confirm(DENIAL), s.CUSTOMER) == {"no-denying-words"}


TIMER = """
[clocks.autoclose]
rule = "house"
starts = ["notice_delivered"]
satisfied = ["Confirm", "Dispute"]
budget = "1d"
pauses = false
"""


def test_a_timer_closes_when_silence_may() -> None:
    """R33: no timer of a house is shorter than the silence that proves something."""
    rules = LifecycleBuilder.default()
    rules.add("MissDeadline", TOLD, "closed", who="system", clock="autoclose")
    story = s.delivered(rules.build(Policy.from_toml(TIMER)))
    missed = c.MissDeadline("autoclose/1/1", story.at + timedelta(days=1))
    assert story.later(days=1).refused(missed, s.SYSTEM) == {"confirm-before-close"}
    closed = story.later(days=4).do(missed, by=s.SYSTEM)
    assert (closed.state, closed.facts.ground) == ("closed", Ground.SILENT)
    assert closed.facts.end_letter


def broken(
    command: c.Command, target: str, *, by: Actor = s.LI, source: str = "triaged", **changes: object
) -> dict[str, str]:
    """The promises that such an end breaks, as somebody sees who reads no rule."""
    event = Event(2, s.T0, by.id, type(command).__name__, b"{}", target, changes)
    seen = Seen(confirmed=True)
    act = Act(command, by, event, seen, seen, (source, target), Policy(), {"": ("u-17", "")})
    return dict(broken_by(act))


@pytest.mark.parametrize(
    ("target", "how"),
    [
        ("withdrawn", "it is withdrawn without a word of the customer's"),
        ("declined", "it is declined without a reason"),
        ("merged", "it is merged into no complaint"),
        ("closed", "it is closed, and nobody tells the customer"),
        ("archived", "it is archived before it is over"),
        ("new", "it was received, and is new again"),
    ],
)
def test_the_checker_finds_an_end_that_is_not_what_it_says(target: str, how: str) -> None:
    """Rows of code may do what no builder lets pass."""
    assert broken(c.Park("x"), target)["ends-are-what-they-are"] == how


def test_the_checker_finds_a_no_that_closes() -> None:
    finish = finish_of(house(said="said"))
    said = Said("no, it still does not work", "phone", "call-1", "li")
    assert "in-their-own-words" in broken(finish(said), "closed", ground="confirmed")
    assert "in-their-own-words" in broken(finish(Said("yes")), "closed", ground="confirmed")
    assert "in-their-own-words" not in broken(finish(s.HEARD), "closed", ground="confirmed")


def test_the_checker_takes_the_words_that_close_for_a_yes_to_what_was_done() -> None:
    """Else each honest closing by the customer's words would be told as a broken promise."""
    finish = finish_of(house(said="said"))
    event = Event(2, s.T0, "li", "Finish", b"{}", "closed", {"ground": "confirmed", "messages": 3})
    for seen, holds in (
        (Seen(fixed=True), True),
        (Seen(), False),
        (Seen(plan="M2", plan_told=True), True),
        (Seen(plan="M2"), False),
    ):
        act = Act(finish(s.HEARD), s.LI, event, seen, seen, (TOLD, "closed"), Policy(), {"": ("u-17", "")})
        assert ("closed-on-a-ground" not in dict(broken_by(act))) is holds, seen


def test_the_witness_sees_what_closes_by_the_customers_words() -> None:
    """Else a closing that is taken back, and made again on the same word, would be told as one without it."""
    lifecycle = house(said="said", comment="text")
    story = s.delivered(lifecycle)
    for by, unanswered in ((s.CUSTOMER, False), (s.LI, True)):
        command = finish_of(lifecycle)(s.HEARD, "it was quick")
        decision = story.asks(command, by).decision
        seen = watch(Seen(fixed=True, unanswered=unanswered), command, by, decision.events[0])
        assert (seen.confirmed, seen.closed_at, seen.unanswered) == (True, story.at, unanswered)
