"""R33: what a house closes by a command of its own, or by a timer, is closed as by `Close`."""

from __future__ import annotations

from complaintflow import Desk, Lifecycle, Policy, commands as c
from complaintflow.inbound import ConfirmLinks
from complaintflow.lifecycle import LifecycleBuilder
from complaintflow.messages import Templates
from complaintflow.plugins import CustomerMessage
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.desk.test_returns import AWAKE, BOTH, House, bounce, days, solved
from tests.lifecycle.test_endings import TIMER, finish_of, house

WORD = c.Confirm(s.HEARD)
PAGES = ConfirmLinks("https://h.example.com/word", b"s" * 40, survey_page="https://h.example.com/rate")


def opened(lifecycle: Lifecycle, clock: FrozenClock, letters: House, **parts: object) -> Desk:
    return Desk.open("memory://", lifecycle=lifecycle, clock=clock, plugins=[letters], **parts)  # type: ignore[arg-type]  # parts of a desk


def last(letters: House) -> CustomerMessage:
    return [one for one in letters.way.calls if isinstance(one, CustomerMessage)][-1]


def test_the_customer_reads_that_it_is_closed_and_may_rate_it() -> None:
    """Else they wait, and are never asked how it was."""
    lifecycle, letters = house(said="said"), House()
    with opened(lifecycle, FrozenClock(), letters, linker=PAGES) as desk:
        id, _ = solved(desk)
        desk.do(id, finish_of(lifecycle)("好了,谢谢"), by=s.CUSTOMER)
        desk.deliver()
        assert desk.customer_view(id).told[-1] == last(letters).text
        assert desk.check_integrity().sound
    assert last(letters).kind == "Finish"
    assert "If the problem comes back" in last(letters).text
    assert last(letters).links["survey"].startswith("https://h.example.com/rate")


def test_it_has_the_page_of_a_closing_and_its_own_message_the_general_one() -> None:
    """A house with templates says what it says of each closing."""
    for fields, said in (({}, ""), ({"message": "text"}, "We thank you for your patience, it is all on record")):
        lifecycle, letters = house(**fields), House()
        with opened(lifecycle, FrozenClock(), letters, renderer=Templates()) as desk:
            id, _ = solved(desk)
            desk.do(id, WORD, finish_of(lifecycle)(*filter(None, [said])), by=s.LI)
            desk.deliver()
            assert desk.check_integrity().sound
        assert said in last(letters).text
        assert "how likely" in last(letters).text


def test_a_closing_without_fields_says_something_though_its_command_says_nothing() -> None:
    """The outbox takes what is blank for erased words, and would never send it."""
    lifecycle, letters = house(), House()
    with opened(lifecycle, FrozenClock(), letters) as desk:
        id, _ = solved(desk)
        desk.do(id, WORD, finish_of(lifecycle)(), by=s.LI)
        assert [entry.message.kind for entry in desk.outbox()] == ["Finish"]


def test_silence_that_rested_on_a_notice_which_came_back_is_undone() -> None:
    """Else the customer was never told, and it stays closed for ever."""
    lifecycle, clock = house(), FrozenClock()
    with opened(lifecycle, clock, House()) as desk:
        id, notice = solved(desk, BOTH)
        clock.later(hours=80)
        assert desk.do(id, finish_of(lifecycle)(), by=s.LI).facts.ground == "silent"
        bounce(desk, id, notice)
        assert desk.get(id).state == "awaiting_confirmation"


def test_the_customers_word_is_not_undone_by_a_letter_that_came_back() -> None:
    lifecycle = house(said="said")
    with opened(lifecycle, FrozenClock(), House()) as desk:
        id, notice = solved(desk, BOTH)
        closed = desk.do(id, finish_of(lifecycle)("好了,谢谢"), by=s.CUSTOMER)
        desk.deliver()
        bounce(desk, id, closed.facts.end_letter)
        bounce(desk, id, notice, ref="<2@mx>")
        assert desk.get(id).state == "closed"


def test_a_timer_closes_by_itself_and_asks_for_nothing_more() -> None:
    """And staff are not told that the closing of the library is refused."""
    rules = LifecycleBuilder.default().state("over", "closed")
    rules.add("MissDeadline", "awaiting_confirmation", "over", who="system", clock="autoclose")
    lifecycle, clock = rules.build(Policy.from_toml(f"sending.rings = []\n{TIMER}")), FrozenClock()
    with opened(lifecycle, clock, House()) as desk:
        id, _ = solved(desk)
        days(desk, clock, 5)
        closed = desk.get(id)
        told = [event.data["message"] for event in desk.history(id) if event.is_a(c.Remind)]
        assert (closed.state, closed.facts.ground) == ("over", "silent")
        assert not any("silence" in text and "refused" in text for text in told)
        assert desk.check_integrity().sound


def test_a_clock_of_the_library_asks_in_vain_where_the_house_has_no_such_command() -> None:
    """Without `Close` no complaint was ever looked at again once its silence was over, nor any other clock of it."""
    lifecycle, clock = LifecycleBuilder.default().without("Close").build(AWAKE), FrozenClock()
    with opened(lifecycle, clock, House()) as desk:
        id, _ = solved(desk)
        days(desk, clock, 5)
        told = [event.data["message"] for event in desk.history(id) if event.is_a(c.Remind)]
        assert any("Close is not possible" in text or "不能 Close" in text for text in told), told
        assert desk.check_integrity().sound
