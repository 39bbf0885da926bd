"""What goes over a limit is refused by name; what a customer says is heard, however much it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from complaintflow import Actor, Attachment, Customer, Desk, InvalidInput, Policy, Refused, commands as c
from complaintflow.desk.importing import take_in
from complaintflow.inbound import ConfirmLinks, Reply
from complaintflow.inbound.reply import Disposition
from complaintflow.plugins import Click, Incoming, Link
from complaintflow.policy import Limits
from complaintflow.testing import FrozenClock
from tests import stories as s

FILES = tuple(Attachment(f"file:{number}") for number in range(1000))
MANY = {f"q{number}": "a" for number in range(50_000)}


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk.open("memory://", clock=FrozenClock()) as opened:
        yield opened


def triaged(desk: Desk) -> str:
    id = desk.receive(s.receive(customer=Customer("u-17", contact={"chat": "u-17"})), by=s.SYSTEM).id
    return desk.do(id, s.triage(), by=s.LI).id


@pytest.mark.parametrize(
    ("command", "by", "told"),
    [
        (c.AddEvidence("chat", "app", "files", FILES), s.CUSTOMER, "attachments: found 1000 .* at most 50"),
        (c.AddEvidence("chat", "app", "files", FILES), s.LI, "limits.attachments"),
        (c.Answer(MANY), s.CUSTOMER, "answers: found 50000 entries, expected at most 100"),
        (c.Answer({"k" * 10**6: "a"}), s.CUSTOMER, "answers key: found a name of 1000000 .* at most 200"),
        (c.AskCustomer(MANY), s.LI, "questions: found 50000 entries, expected at most 50"),
        (c.Correct(MANY, "all of it"), s.LI, r"fields: found 50000 entries, expected at most 200 \(limits.entries\)"),
        (s.handoff(material=FILES), s.LI, "material: found 1000 entries"),
        (c.RecordReview("roll back", [f"lead {number}" for number in range(1000)]), s.LI, "participants: found 1000"),
        (s.triage(signals={"hazards": [f"h{number}" for number in range(1000)]}), s.LI, "signals.hazards: found 1000"),
        (c.Resolve("x" * 10**6), s.LI, "at most 100000 characters"),
    ],
)
def test_nobody_puts_more_into_a_command_than_the_house_allows(
    desk: Desk, command: c.Command, by: Actor, told: str
) -> None:
    id = triaged(desk)
    with pytest.raises(InvalidInput, match=told):
        desk.do(id, command, by=by)
    assert desk.get(id).version == 2


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"snapshot": MANY}, "snapshot: found 50000 entries"),
        ({"snapshot": {f"k{number}": "x" * 99_000 for number in range(99)}}, "a command of .* bytes"),
        (
            {"customer": Customer("u-17", contact={f"mail{n}": "a@b" for n in range(100)})},
            "customer.contact: found 100",
        ),
    ],
)
def test_a_form_that_fills_the_store_is_refused_with_every_reason(
    desk: Desk, fields: dict[str, Any], told: str
) -> None:
    with pytest.raises(InvalidInput, match=told):
        desk.receive(s.receive(**fields, description="d" * 100_001), by=s.SYSTEM)
    with pytest.raises(InvalidInput, match=r"description: found a text of 100001"):
        desk.receive(s.receive(**fields, description="d" * 100_001), by=s.SYSTEM)
    assert not desk.find().complaints
    (row,) = take_in(desk, [Incoming(3, "r", s.receive(**fields))])
    assert (row.status, row.line) == ("refused", 3)


def test_many_small_answers_do_not_make_each_later_event_large() -> None:
    with Desk.open("memory://", clock=FrozenClock(), policy=Policy(limits=Limits(parts=30))) as desk:
        id = triaged(desk)
        for place in range(2):
            desk.do(id, c.Answer({f"q{place}-{number}": "a" for number in range(13)}), by=s.CUSTOMER)
        with pytest.raises(Refused, match=r"room-for-parts: known would have 40, at most 30 \(limits.parts\)"):
            desk.do(id, c.Answer({f"p{number}": "a" for number in range(13)}), by=s.CUSTOMER)
        desk.do(id, c.Answer({"q0-1": "b"}), c.Hear("when?"), by=s.CUSTOMER)


@pytest.mark.parametrize(
    ("command", "by", "what"),
    [
        (lambda n: c.AddEvidence("chat", "app", f"file {n}"), s.CUSTOMER, "evidence"),
        (lambda n: c.AddTask(f"task {n}", "wang", s.LATER), s.LI, "tasks"),
        (lambda n: c.Watch(f"w{n}", "lead"), s.LI, "watchers"),
        (lambda n: c.Block(f"b{n}", "help"), s.LI, "blocks"),
        (lambda n: s.refer(request=f"why {n}?"), s.LI, "referrals"),
    ],
)
def test_no_part_grows_without_end(command: Any, by: Actor, what: str) -> None:
    with Desk.open("memory://", clock=FrozenClock(), policy=Policy(limits=Limits(parts=6))) as desk:
        id = desk.receive(c.Receive("app", Customer("u-17"), "I paid twice"), by=s.SYSTEM).id
        desk.do(id, s.triage(), by=s.LI)
        for number in range(6):
            desk.do(id, command(number), by=by)
        with pytest.raises(Refused, match=f"{what} would have 7, at most 6"):
            desk.do(id, command(7), by=by)
        desk.do(id, c.Hear("I still wait"), by=s.CUSTOMER)
        assert not desk.tick().failed


def reply(id: str, **fields: Any) -> Reply:
    return Reply(**{
        "ref": "<1@example.com>", "address": "u-17", "text": "Here they are", "at": s.T0, "channel": "chat",
        "complaint": id, **fields,
    })  # fmt: skip


def test_a_reply_with_a_thousand_files_is_heard_and_says_which_are_offered(desk: Desk) -> None:
    id = triaged(desk)
    heard = desk.hear(reply(id, attachments=FILES))
    assert heard.disposition is Disposition.HEARD
    (suggested,) = [one for one in heard.suggestions if isinstance(one.command, c.AddEvidence)]
    assert isinstance(suggested.command, c.AddEvidence)
    assert suggested.command.content == "sent by the customer: the first 50 of 1000 files"
    assert suggested.command.attachments == FILES[:50]
    desk.do(id, suggested.command, by=s.LI)


def test_files_without_a_word_are_heard_however_many(desk: Desk) -> None:
    id = triaged(desk)
    long = tuple(Attachment(f"file:{number}/{'x' * 300}") for number in range(1000))
    assert desk.hear(reply(id, text="", attachments=long)).disposition is Disposition.HEARD
    assert "[cut: the whole text of" in desk.history(id)[-1].data["said"]["text"]


@pytest.mark.parametrize("text", ["\x01" * 400_000, "😀" * 400_000, '"' * 400_000])
def test_a_long_letter_is_heard_whatever_its_signs_take(text: str) -> None:
    for policy in (Policy(), Policy(text_limit=1_000_000), Policy(limits=Limits(command_bytes=2000))):
        with Desk.open("memory://", clock=FrozenClock(), policy=policy) as desk:
            id = triaged(desk)
            assert desk.hear(reply(id, text=text)).disposition is Disposition.HEARD


@pytest.mark.parametrize("address", ["a" * 1500, "a b\u200b", " u", "u\u3164"])
def test_an_address_that_is_no_id_loses_no_words(desk: Desk, address: str) -> None:
    heard = desk.hear(reply("", address=address))
    (suggested,) = heard.suggestions
    assert isinstance(suggested.command, c.Receive)
    assert suggested.command.customer.id.startswith("sender-")
    assert desk.receive(suggested.command, by=s.LI).customer.contact["chat"] == address.strip() or address


@pytest.mark.parametrize("letter", ["u", "长", "😀", '"'])
def test_the_link_of_every_customer_is_accepted(letter: str) -> None:
    links = ConfirmLinks("https://example.com/c", b"k" * 32)
    customer = Customer(letter * 200)
    link = Link("C-260302-" + "f" * 10, 10**6, 10**6, customer.id, Click.CONFIRM, s.LATER)
    read = links.read(links.token(link), s.T0)
    assert isinstance(read, Link)
    assert read.customer == customer.id


@pytest.mark.parametrize(
    "amount", ["1e999999", "9" * 10**6, 10**100_000, "-1e-999999", "0." + "0" * 10**6 + "1"], ids=range(5)
)
def test_a_number_that_would_fill_the_memory_is_none(amount: Any) -> None:
    with pytest.raises(InvalidInput, match="amount: found"):
        c.Compensate("coupon", amount, "CNY")


def deep(depth: int) -> Any:
    found: Any = "x"
    for _ in range(depth):
        found = [found]
    return found


@pytest.mark.parametrize("depth", [40, 5000, 30_000])
def test_deep_data_is_an_error_that_says_so(depth: int) -> None:
    with pytest.raises(InvalidInput, match="at most 32 levels"):
        c.make("Note", {"text": deep(depth)})
    with pytest.raises(InvalidInput, match="text: found"):
        c.Note(deep(depth))


LONG = "n" * 501


@pytest.mark.parametrize(
    ("command", "what"),
    [
        (s.handoff(LONG), "team"),
        (c.Assign(LONG), "owner"),
        (c.AddTask("look", LONG, s.LATER), "task_owners"),
        (c.Watch(LONG, "lead"), "watchers"),
        (c.Correct({"order": LONG}, "mistyped"), "order"),
        (s.refer(party=LONG), "waits"),
        (s.compensate(kind=LONG), "claims"),
    ],
)
def test_no_name_is_a_page(desk: Desk, command: c.Command, what: str) -> None:
    id = desk.receive(c.Receive("app", Customer("u-17"), "I paid twice"), by=s.SYSTEM).id
    desk.do(id, s.triage(), by=s.LI)
    with pytest.raises(Refused, match=rf"room-for-parts: .*{what} would have a name of 501 .* \(limits.name_chars\)"):
        desk.do(id, command, by=s.LI)


def test_a_row_with_an_endless_order_is_refused_and_an_older_one_goes_on(desk: Desk) -> None:
    (row,) = take_in(desk, [Incoming(3, "r", s.receive(order=LONG))])
    assert (row.status, "limits.name_chars" in row.reason) == ("refused", True)
    with Desk.open("memory://", clock=FrozenClock(), policy=Policy(limits=Limits(name_chars=600))) as wide:
        old = wide.get(wide.receive(s.receive(order=LONG), by=s.CUSTOMER).id)
    again = s.Story(desk.lifecycle).beside(old).asks(s.receive(order=LONG, follows=old.id), s.CUSTOMER)
    assert again.rules == set()


def test_a_row_of_a_year_that_was_mistyped_is_refused_and_an_old_one_is_taken_in(desk: Desk) -> None:
    rows = [
        Incoming(2, "far", s.receive(occurred_at=s.T0.replace(year=9026))),
        Incoming(3, "old", s.receive(occurred_at=s.T0.replace(year=1971))),
        Incoming(4, "first", s.receive(needed_by=s.T0.replace(year=1))),
    ]
    found = [*take_in(desk, rows)]
    assert [row.status for row in found] == ["refused", "new", "refused"]
    assert all("within-horizon" in row.reason for row in found if row.status == "refused")
