"""A confirm link counts for one customer, one fix and a time, and for nothing when a byte of it is changed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from complaintflow import (
    Conflict,
    Customer,
    DefinitionError,
    Desk,
    InvalidInput,
    NotFound,
    NotPossible,
    Refusal,
    Refused,
    commands as c,
)
from complaintflow._validation.structure import ID_CHARS
from complaintflow.inbound import Click, ConfirmLinks, Link
from complaintflow.plugins import CustomerMessage, Linker
from tests import stories as s
from tests.inbound.fixtures import CUSTOMER, ID, LINKS, SECRET, DeskInUse, closed, open_desk, opened, told
from tests.stores.desks import at_desk, received

NEW = b"a new secret of 32 bytes, or more"
DAYS = timedelta(days=14)
LINK = Link(ID, 1, 1, "u-17", Click.CONFIRM, s.T0 + DAYS)
TOKEN = LINKS.token(LINK)


def refusal(one: DeskInUse, token: str, **more: Any) -> tuple[str, str]:
    """The rule that refuses the click, and the same of the page that a GET shows."""
    before = one.kinds()
    with pytest.raises(Refused) as looked:
        one.desk.read_link(token, **more)
    with pytest.raises(Refused) as clicked:
        one.desk.accept_link(token, **more)
    assert one.kinds() == before
    assert looked.value.refusals == clicked.value.refusals
    [found] = clicked.value.refusals
    return found.rule, clicked.value.complaint_id


def read(token: str, links: ConfirmLinks = LINKS, **later: float) -> Link | Refusal:
    return links.read(token, s.T0 + timedelta(**later))


def message(**fields: Any) -> CustomerMessage:
    made = CustomerMessage("M2", ID, f"{ID}/1/1/M2", "Notify", "email", "zh", "s", "t", customer="u-17")
    return attrs.evolve(made, **fields)


def test_a_click_is_the_customers_word_with_the_tokens_name_and_no_token() -> None:
    with told() as one:
        token = one.token()
        complaint = one.desk.accept_link(token)
        last = one.desk.history(ID)[-1]
    assert complaint.cycle.confirmed
    assert (last.kind, last.by, last.data["said"]["via"]) == ("Confirm", "u-17", "link")
    assert last.data["said"]["ref"]
    assert token.rpartition(".")[2] not in str(last.data)


def test_a_click_on_the_other_link_disputes() -> None:
    with told() as one:
        complaint = one.desk.accept_link(one.token("dispute"))
    assert (complaint.state, complaint.cycle.number) == ("investigating", 2)


@pytest.mark.parametrize("action", list(Click))
def test_a_link_clicked_twice_gives_the_first_result_and_does_nothing_more(action: str) -> None:
    """Promise 2."""
    with told() as one:
        token = one.token(action)
        first = one.desk.accept_link(token)
        one.clock.later(hours=1)
        at_desk(one.desk, ID, c.Note("meanwhile"))
        assert one.desk.accept_link(token) == first
        assert one.kinds()[-2:] == [action.capitalize(), "Note"]


def test_a_page_that_only_shows_the_link_changes_nothing() -> None:
    with told() as one:
        before = one.kinds()
        link = one.desk.read_link(one.token("dispute"))
        assert (link.complaint, link.action, link.customer) == (ID, "dispute", "u-17")
        assert one.kinds() == before


def test_a_link_ends_with_its_time() -> None:
    with told() as one:
        one.clock.now = s.T0 + DAYS - timedelta(microseconds=1)
        assert one.desk.read_link(one.token()).complaint == ID
        one.clock.later(microseconds=1)
        assert refusal(one, one.token()) == ("link-in-time", "unknown")


def test_a_link_is_not_replayed_after_a_new_fix() -> None:
    """R32: a new fix makes old proof and old words stale."""
    with told() as one:
        old = one.token()
        at_desk(one.desk, ID, s.RESOLVE)
        assert refusal(one, old) == ("link-current", ID)
        at_desk(one.desk, ID, s.PASSED, by=s.WANG)
        assert refusal(one, old) == ("link-current", ID)
        at_desk(one.desk, ID, s.notice("again"))
        one.desk.deliver()
        assert refusal(one, old) == ("link-current", ID)
        assert one.desk.accept_link(one.token()).cycle.confirmed


def test_a_link_does_not_count_after_a_failed_verification() -> None:
    with told() as one:
        at_desk(one.desk, ID, s.FAILED, by=s.WANG)
        assert refusal(one, one.token()) == ("link-current", ID)


def test_a_confirmation_is_not_replayed_in_the_next_cycle() -> None:
    with told() as one:
        confirm, dispute = one.token(), one.token("dispute")
        one.desk.accept_link(dispute)
        assert refusal(one, confirm) == ("link-current", ID)


def test_who_confirmed_by_a_link_may_still_dispute_by_the_other() -> None:
    with told() as one:
        one.desk.accept_link(one.token())
        assert one.desk.accept_link(one.token("dispute")).state == "investigating"


def test_another_customer_who_is_logged_in_cannot_use_it() -> None:
    with told() as one:
        assert refusal(one, one.token(), customer="u-99") == ("link-of-this-customer", ID)
        assert one.desk.accept_link(one.token(), customer="u-17").cycle.confirmed


def test_a_token_for_another_customer_is_refused_though_it_is_signed() -> None:
    with told() as one:
        assert refusal(one, LINKS.token(attrs.evolve(LINK, customer="u-99"))) == ("link-of-this-customer", ID)


def test_a_closed_complaint_is_not_reopened_by_a_click() -> None:
    with told() as one:
        closed(one)
        with pytest.raises(NotPossible):
            one.desk.accept_link(one.token("dispute"))
        assert one.complaint.state == "closed"


def test_a_link_to_a_complaint_that_is_not_there_is_not_found() -> None:
    with open_desk() as one, pytest.raises(NotFound):
        one.desk.accept_link(TOKEN)


def test_a_desk_without_links_says_so() -> None:
    with Desk.open("memory://") as desk, pytest.raises(DefinitionError, match="ConfirmLinks"):
        desk.accept_link(TOKEN)


def test_a_token_that_cannot_be_read_stands_for_no_command() -> None:
    with told() as one, pytest.raises(Refused, match=r"^refused for unknown") as failed:
        one.desk.accept_link(TOKEN + "x")
    assert failed.value.command == ""


class NamedLinks:
    """Links whose token is the action alone, all for one fix."""

    def add_links(self, message: CustomerMessage, now: datetime) -> CustomerMessage:
        return attrs.evolve(message, links={str(action): f"https://x.example/{action}" for action in Click})

    def read(self, token: str, now: datetime) -> Link | Refusal:
        if token not in list(Click):
            return Refusal("link-genuine", "it is no action", "ask for a new message")
        return attrs.evolve(LINK, action=Click(token), id=token)


def test_a_desk_reads_the_links_of_any_linker() -> None:
    with told(linker=NamedLinks()) as one:
        assert one.desk.read_link("confirm").action == Click.CONFIRM
        assert one.desk.accept_link("confirm") == one.desk.accept_link("confirm")
        assert one.complaint.cycle.confirmed
        assert refusal(one, "reopen") == ("link-genuine", "unknown")


def test_a_linker_that_cannot_read_is_named() -> None:
    class Writing:
        """It writes links, and reads none."""

        def add_links(self, message: Any, now: Any) -> Any:
            return message

    linker: Any = Writing()
    with Desk.open("memory://", linker=linker) as desk, pytest.raises(DefinitionError, match="a Writing, which cannot"):
        desk.accept_link(TOKEN)


def test_only_a_notice_carries_links() -> None:
    with opened() as one:
        at_desk(one.desk, ID, s.acknowledge())
        one.desk.deliver()
        assert [sent.links for sent in one.channel.to_customers] == [{}]
    assert set(LINKS.add_links(message(), s.T0).links) == {"confirm", "dispute"}
    for other in (message(kind="Update"), message(kind="Close"), message(customer="")):
        assert LINKS.add_links(other, s.T0) == other


def test_the_links_of_a_message_name_its_customer_cycle_and_fix() -> None:
    linked = LINKS.add_links(message(key=f"{ID}/3/7/M9"), s.T0)
    for action, url in linked.links.items():
        page, _, token = url.partition("?token=")
        found = read(token)
        assert isinstance(found, Link)
        assert page == LINKS.page
        assert attrs.evolve(found, id="") == Link(ID, 3, 7, "u-17", Click(action), s.T0 + DAYS)


def test_a_page_that_has_a_query_keeps_it() -> None:
    linked = ConfirmLinks("https://x.example/?lang=zh", SECRET).add_links(message(), s.T0)
    assert linked.links["confirm"].startswith("https://x.example/?lang=zh&token=v1.")


def test_it_is_a_linker() -> None:
    links: Linker = LINKS
    assert links.add_links(message(), s.T0).links


def test_a_new_secret_signs_while_the_old_one_still_counts() -> None:
    both = ConfirmLinks(LINKS.page, (NEW, SECRET))
    assert isinstance(read(TOKEN, both), Link)
    assert isinstance(read(both.token(LINK), both), Link)
    assert isinstance(read(both.token(LINK), LINKS), Refusal)
    assert isinstance(read(TOKEN, ConfirmLinks(LINKS.page, NEW)), Refusal)


def test_a_secret_never_shows() -> None:
    assert "secret" not in repr(ConfirmLinks(LINKS.page, (NEW, SECRET)))


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"secrets": b"short"}, "secrets"),
        ({"secrets": ()}, "secrets"),
        ({"secrets": ("x" * 32,)}, "secrets"),
        ({"secrets": (NEW, b"")}, "secrets"),
        ({"page": "javascript:alert(1)"}, "page"),
        ({"page": "/word"}, "page"),
        ({"lifetime": timedelta(0)}, "lifetime"),
    ],
)
def test_what_would_sign_nothing_is_refused_when_it_is_made(fields: dict[str, Any], path: str) -> None:
    with pytest.raises(DefinitionError) as failed:
        ConfirmLinks(**{"page": LINKS.page, "secrets": SECRET, **fields})
    assert [problem.path for problem in failed.value.problems] == [path]
    assert "short'" not in str(failed.value)


@given(st.integers(0, len(TOKEN) - 1), st.characters(codec="utf-8"))
def test_any_changed_character_is_refused(place: int, other: str) -> None:
    changed = TOKEN[:place] + other + TOKEN[place + 1 :]
    found = read(changed)
    assert isinstance(found, Refusal) == (changed != TOKEN)


@given(st.integers(0, len(TOKEN) * 8 - 1))
def test_any_flipped_bit_is_refused(bit: int) -> None:
    raw = bytearray(TOKEN.encode())
    raw[bit // 8] ^= 1 << bit % 8
    found = read(raw.decode("latin-1"))
    assert isinstance(found, Refusal)
    assert found.rule == "link-genuine"


@given(
    st.one_of(
        st.text(st.characters()),
        st.sampled_from([TOKEN[:-1], TOKEN + "=", TOKEN + " ", "." + TOKEN, "v1..", TOKEN * 99]),
    )
)
def test_what_is_no_token_is_refused_and_raises_nothing(text: str) -> None:
    assert isinstance(read(text), Refusal)


@given(
    st.text(st.characters(codec="utf-8"), min_size=1),
    st.integers(1),
    st.integers(0),
    st.text(st.characters(codec="utf-8"), min_size=1),
    st.sampled_from(Click),
    st.datetimes().map(lambda at: at.replace(tzinfo=s.T0.tzinfo)),
)
def test_a_token_says_what_was_signed(id: str, cycle: int, fix: int, who: str, action: Click, ends: Any) -> None:
    link = Link(id, cycle, fix, who, action, ends)
    token = LINKS.token(link)
    found = LINKS.read(token, s.T0)
    if len(token) > 4096:
        assert isinstance(found, Refusal)
    elif ends <= s.T0:
        assert isinstance(found, Refusal)
        assert found.rule == "link-in-time"
    else:
        assert isinstance(found, Link)
        assert attrs.evolve(found, id="") == link


@pytest.mark.parametrize("character", ["u", "客", "😀"])
def test_the_link_of_the_longest_customer_id_is_accepted(character: str) -> None:
    """A customer with a long id got links that nobody took."""
    who = character * ID_CHARS
    assert Customer(who).id == who
    with pytest.raises(InvalidInput):
        Customer(who + character)
    link = Link("C-260302-0123456789", 10**6, 10**6, who, Click.CONFIRM, s.T0 + timedelta(days=1))
    assert isinstance(LINKS.read(LINKS.token(link), s.T0), Link)


def test_a_fix_between_the_look_and_the_word_does_not_get_it() -> None:
    """The check and the word are one transaction: what happens in between is seen."""
    with told() as one:
        link = one.desk.read_link(one.token())
        with pytest.raises(Conflict):
            one.desk.do(ID, link.command(), by=s.CUSTOMER, expect=one.complaint.version - 1)
        at_desk(one.desk, ID, s.RESOLVE)
        assert refusal(one, one.token()) == ("link-current", ID)


def test_complaints_do_not_share_their_links() -> None:
    with told() as one:
        other = received(one.desk, customer=CUSTOMER).id
        token = LINKS.token(attrs.evolve(LINK, complaint=other))
        assert refusal(one, token) == ("link-current", other)
