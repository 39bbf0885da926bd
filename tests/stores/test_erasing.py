"""`Desk.erase`: the private words of a customer are nowhere any more, and all that was proved stays proved."""

from __future__ import annotations

import gc
import json
import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import attrs
import psycopg
import pytest

from complaintflow import Actor, Complaint, Customer, Desk, InvalidInput, Refused, StoreError, commands as c
from complaintflow.inbound import Bounce
from complaintflow.interchange import from_json, to_json
from complaintflow.plugins import CustomerMessage, Message, Outcome, hookimpl
from complaintflow.policy import Policy, Role
from complaintflow.policy.access import ROLES
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.values import Contact
from complaintflow.vocabulary import Audience, Part, ReceiptStatus
from tests import stories as s
from tests.stores.desks import Opener, at_desk, opened, received, solved
from tests.stores.servers import Server

WHO = Customer("u-17", name="Zhang Weiming", contact={"app": "zhang-app", "email": "weiming@example.com"})
OTHER = Customer("u-18", name="Li Wenhua", contact={"app": "li-app"})
SECRETS = ("Zhang Weiming", "zhang-app", "weiming@example.com", "meiyou tuikuan", "neibu beizhu")
"""What is planted of the customer. The index of words has them in small letters."""
WHY = "the customer asked for it"


def settled(desk: Desk) -> Complaint:
    """Closed, with a note, an evidence, labels, keys, and one more letter that waits."""
    withdrawn = s.receive(customer=WHO, description="withdrawn at once")
    desk.receive(withdrawn, s.WITHDRAW, by=s.LI, key=f"form of {WHO.name}")
    id = solved(desk, customer=WHO, description="meiyou tuikuan", device="meiyou tuikuan", product="meiyou tuikuan").id
    desk.do(id, c.Note("neibu beizhu"), by=s.LI, key=f"note {id}")
    return at_desk(desk, id, s.update("meiyou tuikuan"))


def of_another(desk: Desk) -> Complaint:
    """Another customer's, withdrawn, with a note that says the same, keys, and a letter that waits."""
    received = s.receive(customer=OTHER, description="meiyou tuikuan", product="meiyou tuikuan")
    id = desk.receive(received, s.WITHDRAW, by=s.LI, key="form of another").id
    desk.deliver()
    return at_desk(desk, id, c.Note("neibu beizhu"), s.update("meiyou tuikuan"))


def secrets_in(text: str) -> list[str]:
    return [one for one in SECRETS if one.casefold() in text.casefold()]


def all_told(desk: Desk, customer: str) -> Iterator[str]:
    """Whatever a desk tells of a customer's complaints."""
    for one in desk.find(customer=customer).complaints:
        yield f"{one!r} {to_json(one)} {one.customer!r} {dict(one.customer.contact)}"
        yield from (f"{dict(event.data)} {event!r}" for event in desk.history(one.id))
        yield from (desk.brief(one.id, "zh"), to_json(desk.customer_view(one.id)), to_json(desk.explain(one.id)))
        yield str(desk.suggestions(one.id)) + to_json(list(desk.steps(one.id, by=s.LI)))
    yield from (to_json(one) for one in (*desk.outbox(), *desk.dead_letters()))


def rows_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables of a file of SQLite."""
    with closing(sqlite3.connect(path)) as file:
        names = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: file.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


def as_text(rows: object) -> str:
    return repr(rows) + json.dumps(repr(rows))


# ── nothing is left


def test_nobody_reads_or_finds_a_word_of_the_customer_any_more(
    opener: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    """Promise 5."""
    caplog.set_level(logging.DEBUG)
    with opener() as desk:
        settled(desk)
        assert len(secrets_in("\n".join(all_told(desk, "u-17")))) == len(SECRETS)
        caplog.clear()
        erasure = desk.erase("u-17", by=s.LEAD, reason=WHY)
        assert secrets_in("\n".join((*all_told(desk, "u-17"), repr(erasure), to_json(erasure), caplog.text))) == []
        for words in ("Zhang Weiming", "tuikuan", "beizhu", "weiming@example.com"):
            assert desk.find(text=words).complaints == ()
        assert desk.find(product="meiyou tuikuan").complaints == ()
        assert len(desk.find(customer="u-17").complaints) == 2


def test_no_row_of_a_file_has_a_word_and_after_the_vacuum_no_byte_of_it(path: Path) -> None:
    """Free pages and the log keep what was deleted until then."""
    files = [path, path.with_name("desk.db-wal")]

    def left() -> list[str]:
        return secrets_in("".join(one.read_bytes().decode("latin-1") for one in files if one.exists()))

    with opened(path) as desk:
        settled(desk)
        assert len(secrets_in(as_text(rows_of(path)))) == len(SECRETS)
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        assert secrets_in(as_text(rows_of(path))) == []
        assert left(), "what was deleted is expected in free pages and in the log"
        desk.vacuum()
        assert left() == []
        assert desk.check_integrity().sound


def test_the_vacuum_of_the_sql_store_leaves_no_byte_of_a_file_either(path: Path) -> None:
    pytest.importorskip("sqlalchemy")
    with Desk.open(f"sqlite+sql:///{path}", clock=FrozenClock(), policy=s.CHINA) as desk:
        settled(desk)
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        assert secrets_in(as_text(rows_of(path))) == []
        desk.vacuum()
        files = [path, path.with_name("desk.db-wal")]
        assert secrets_in("".join(one.read_bytes().decode("latin-1") for one in files if one.exists())) == []


def test_no_dump_of_postgresql_has_a_word(database: str, empty_afterwards: None) -> None:
    with Desk.open(database, clock=FrozenClock(), policy=s.CHINA) as desk:
        settled(desk)
        before = dump(database)
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        desk.vacuum()
        assert (len(secrets_in(before)), secrets_in(dump(database))) == (len(SECRETS), [])
        assert desk.check_integrity().sound


def test_no_page_of_postgresql_has_a_word_after_the_vacuum(
    postgresql: Server, database: str, empty_afterwards: None
) -> None:
    """Neither a table, whatever it is for, nor the statistics: sheets and counts kept a product and a region."""
    clock = FrozenClock()
    words = {name: f"quux-{name}" for name in ("respondent", "region", "product", "description", "device")}
    with Desk.open(database, clock=clock, policy=s.CHINA) as desk, psycopg.connect(database, autocommit=True) as plain:
        desk.receive(s.receive(customer=WHO, **words), s.WITHDRAW, by=s.LI, key="form of quux")
        for _ in range(4):
            clock.later(days=1)
            desk.tick()
        plain.execute("ANALYZE")  # as autovacuum does by itself
        before = postgresql.pages_with(database, b"quux")
        assert {"complaintflow_sheets", "complaintflow_complaints", "complaintflow_events"} <= before
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        desk.vacuum()
        assert postgresql.pages_with(database, b"quux") == set()


def test_a_column_holds_words_unless_somebody_has_said_that_it_holds_none() -> None:
    """So that no new table is forgotten by an erasure: its columns keep no samples, and the vacuum writes it anew."""
    pytest.importorskip("sqlalchemy")
    from complaintflow.stores.sql import schema
    from complaintflow.stores.sql.dialects import POSTGRESQL

    new = "CREATE TABLE complaintflow_new (\n  one $integer NOT NULL,\n  said TEXT,\n  more $bytes NOT NULL\n) $strict;"
    assert schema.columns_with_words(new) == [("complaintflow_new", "said"), ("complaintflow_new", "more")]
    unsampled = [one for one in schema.statements_of(POSTGRESQL, 1) if "SET STATISTICS 0" in one]
    assert "ALTER TABLE complaintflow_sheets ALTER COLUMN data SET STATISTICS 0" in unsampled
    assert len(unsampled) == len(schema.columns_with_words(schema.scripts()[0]))
    made = sum(one.startswith("CREATE TABLE") for one in schema.statements_of(POSTGRESQL, 1))
    assert len(schema.table_names()) == made


@pytest.fixture
def empty_afterwards(database: str) -> Iterator[None]:
    from tests.stores.servers import empty

    yield
    empty(database)


def dump(url: str) -> str:
    """Every value of all our tables, bytes as their texts."""
    found = list[str]()
    with psycopg.connect(url) as plain:
        rows = plain.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'complaintflow%'")
        for (name,) in rows.fetchall():
            found += map(repr, plain.execute(f'SELECT * FROM "{name}"'.encode()).fetchall())
    return "\n".join(found)


def test_a_process_that_keeps_all_in_memory_keeps_nothing_of_it() -> None:
    """Also where a list was asked for, or was not since a change."""
    store = MemoryStore()
    with Desk(store, clock=FrozenClock()) as desk:
        settled(desk)
        desk.find(owner="li")
        at_desk(desk, desk.find(customer="u-17").complaints[0].id, c.Note("neibu beizhu"))
        assert held_by(store)
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        assert held_by(store) == []


def held_by(root: object) -> list[str]:
    """The secrets in whatever an object leads to."""
    seen, waiting, found = set[int](), [root], list[str]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, type | ModuleType | FunctionType):
            continue
        seen.add(id(one))
        text = one if isinstance(one, str) else one.decode("latin-1") if isinstance(one, bytes) else ""
        found += secrets_in(text)
        waiting += gc.get_referents(one)
        waiting += [getattr(one, name, None) for name in getattr(type(one), "__struct_fields__", ())]
    return found


class Told:
    """An observer that keeps what it is told."""

    name = "told"

    def __init__(self) -> None:
        self.changes: list[tuple[Complaint, Any]] = []

    @hookimpl
    def observers(self) -> list[Any]:
        return [self]

    def saw(self, complaint: Complaint, events: Any) -> None:
        self.changes.append((complaint, events))


def test_observers_are_told_of_the_erasure_and_of_no_word(opener: Opener) -> None:
    told = Told()
    with opener(plugins=[told]) as desk:
        settled(desk)
        told.changes.clear()
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        assert [[event.kind for event in events] for _, events in told.changes] == [["Erase"]] * 2
        assert secrets_in("".join(to_json(one) + repr(one.customer.contact) for one, _ in told.changes)) == []


# ── what stays


def test_chain_receipts_replay_and_an_anchored_head_stay_sound(opener: Opener) -> None:
    """Promises 4, 5, 14."""
    with opener() as desk:
        id = settled(desk).id
        head, receipt = desk.head(), desk.receipt(id)
        before = [(event.kind, event.by, event.at, event.changes) for event in desk.history(id)]
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        found = desk.check_integrity(anchor=head)
        assert (found.breaches, len(found.erased)) == ((), 2)
        assert desk.check_integrity(id).sound
        assert desk.check_receipt(receipt, anchor=head).problems == ()
        after = desk.history(id)
        assert [(event.kind, event.by, event.at, event.changes) for event in after[:-1]] == before
        desk.tick()
        assert desk.check_integrity(anchor=[head, desk.head()]).sound


def test_keys_of_questions_channels_and_kinds_of_compensation_stay(path: Path) -> None:
    """Whoever names a customer there has to know that no erasure takes it."""
    with opened(path) as desk:
        id = desk.receive(s.receive(customer=WHO, channel="counter"), by=s.SYSTEM).id
        at_desk(desk, id, s.triage(), c.AskCustomer({"colour": "Which colour?"}))
        desk.do(id, c.Answer({"colour": "meiyou"}), by=s.CUSTOMER)
        at_desk(desk, id, c.NoReplyNeeded("it is answered"), s.compensate(kind="voucher"), s.WITHDRAW)
        at_desk(desk, id, c.RefuseCompensation("C1", "no"), by=s.LEAD)
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        left = as_text(rows_of(path))
        assert [one in left for one in ("colour", "voucher", "counter", "meiyou")] == [True, True, True, False]


def test_who_ordered_it_why_and_when_stays_on_record(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock) as desk:
        id = settled(desk).id
        events = len(desk.history(id))
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        last = desk.history(id)[-1]
        assert (last.kind, last.by, last.at) == ("Erase", "system", clock())
        assert dict(last.data) == {"ordered_by": s.LEAD.id, "reason": WHY, "events": events}
        assert desk.get(id).facts.erased == clock()


def test_the_complaints_of_others_are_byte_for_byte_as_before(path: Path) -> None:
    with opened(path) as desk:
        settled(desk)
        kept = of_another(desk).id
        before = rows_of(path)
        number = next(row[0] for row in before["complaints"] if row[1] == kept)
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        after = rows_of(path)

    def theirs(rows: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
        mine = {
            "complaints": lambda row: row[0] == number,
            "events": lambda row: row[1] == number,
            "outbox": lambda row: row[3].startswith(f"{kept}/"),
            "dead_letters": lambda row: row[3].startswith(f"{kept}/"),
            "keys": lambda row: row[1] == kept,
            "labels": lambda row: row[0] == number,
            "fresh_words": lambda row: row[0] >> 24 == number,
            "policies": lambda row: True,
            "sendings": lambda row: True,
        }
        return {name: list(filter(is_theirs, rows[name])) for name, is_theirs in mine.items()}

    assert theirs(after) == theirs(before)
    assert theirs(before)["outbox"], "nothing of theirs waited"


def test_a_second_erasure_changes_nothing(opener: Opener) -> None:
    with opener() as desk:
        settled(desk)
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        head, before = desk.head(), list(all_told(desk, "u-17"))
        assert desk.erase("u-17", by=s.LEAD, reason=WHY).records == ()
        assert (desk.head(), list(all_told(desk, "u-17"))) == (head, before)


def test_what_is_written_after_an_erasure_goes_with_the_next_one(opener: Opener) -> None:
    with opener() as desk:
        id = settled(desk).id
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        at_desk(desk, id, c.Note("neibu beizhu"))
        (record,) = desk.erase("u-17", by=s.LEAD, reason="they asked again").records
        assert (record.complaint, record.events) == (id, 1)
        told = [dict(event.data) for event in desk.history(id) if event.data]
        assert [one["reason"] for one in told] == [WHY, "they asked again"]
        assert desk.check_integrity().sound


def test_merged_ones_and_follow_ups_of_the_customer_go_together(opener: Opener) -> None:
    with opener() as desk:
        target = received(desk, customer=WHO, order="A-1").id
        merged = received(desk, customer=WHO, order="A-1").id
        at_desk(desk, merged, c.Merge(target))
        at_desk(desk, target, s.WITHDRAW)
        later = desk.receive(s.receive(customer=WHO, follows=target), s.WITHDRAW, by=s.LI).id
        erased = desk.erase("u-17", by=s.LEAD, reason=WHY)
        assert {one.complaint for one in erased.records} == {target, merged, later}
        assert secrets_in("\n".join(all_told(desk, "u-17"))) == []
        assert desk.check_integrity().sound


# ── letters and keys


def outcomes(channel: RecordingChannel) -> list[str]:
    return [message.complaint for message in channel.sent]


def test_no_letter_of_the_customer_goes_out_afterwards(opener: Opener) -> None:
    channel = RecordingChannel()
    with opener(plugins=[Way(channel)]) as desk:
        other = of_another(desk).id
        id = settled(desk).id
        at_desk(desk, other, s.update("and again"))
        channel.sent.clear()
        assert {one.message.complaint for one in desk.outbox()} >= {id, other}
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        desk.tick()
        desk.deliver()
        assert set(outcomes(channel)) == {one.id for one in desk.find(customer="u-18").complaints}
        assert desk.get(id).facts.open_messages == frozenset()


class Way:
    """The channel of this house."""

    name = "way"

    def __init__(self, channel: RecordingChannel) -> None:
        self.channel = channel

    @hookimpl
    def channels(self) -> dict[str, Any]:
        return {"app": self.channel}


@pytest.mark.parametrize("status", [one for one in ReceiptStatus if one != ReceiptStatus.DROPPED])
@pytest.mark.parametrize("final", [True, False])
def test_a_letter_that_is_being_sent_meanwhile_is_sent_no_second_time(
    opener: Opener, clock: FrozenClock, status: ReceiptStatus, final: bool
) -> None:
    """What the channel answers finds no letter any more; and no other way is tried, and nobody is asked to call."""
    desk: Desk

    def erase_meanwhile(message: Message) -> Outcome:
        if isinstance(message, CustomerMessage):
            desk.erase("u-17", by=s.LEAD, reason=WHY)
        return Outcome(status, final=final, detail="no such number")

    channel = RecordingChannel()
    with opener(clock, plugins=[Way(channel)]) as desk:
        id = settled(desk).id
        channel.sent.clear()
        channel.outcome = erase_meanwhile
        done = desk.deliver()
        assert (done.failures, done.unreadable, bool(channel.calls)) == ((), (), True)
        channel.calls.clear()
        clock.later(days=2)
        desk.tick()
        desk.deliver()
        assert channel.calls == []
        assert (desk.outbox(), desk.dead_letters()) == ((), ())
        assert secrets_in("\n".join(all_told(desk, "u-17"))) == []
        assert desk.get(id).state == "closed"
        assert desk.check_integrity().sound


def test_a_time_that_is_named_after_an_erasure_is_looked_at_and_missed_once(opener: Opener, clock: FrozenClock) -> None:
    """A check goes by what the clocks know: the words of which they know it are gone."""
    with opener(clock) as desk:
        id = desk.receive(s.receive(customer=WHO), by=s.SYSTEM).id
        desk.do(id, s.triage(), s.acknowledge(), by=s.LI)
        desk.do(id, s.WITHDRAW, by=s.LI)
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        named = clock.now + timedelta(days=1)
        said = ("you ask about two charges", None, "we asked the bank", "we ask it once more", named)
        at_desk(desk, id, c.Update(Audience.CUSTOMER, *said))
        clock.later(days=1, minutes=2)
        desk.tick()
        assert [one.kind for one in desk.history(id)].count("MissDeadline") == 1
        assert desk.check_integrity().breaches == ()


def test_a_letter_of_after_an_erasure_that_is_tried_again_by_hand_leaves_once(
    opener: Opener, clock: FrozenClock
) -> None:
    """It stayed in the outbox though the channel had it, and the customer got it every minute."""
    channel = RecordingChannel()
    with opener(clock, plugins=[Way(channel)]) as desk:
        id = settled(desk).id
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        at_desk(desk, id, s.update("one word more"))
        channel.outcome = Outcome(ReceiptStatus.FAILED, detail="no such number")
        desk.deliver()
        dead = [one for one in desk.dead_letters() if isinstance(one.message, CustomerMessage)]
        assert [one.message.complaint for one in dead] == [id]
        channel.outcome = Outcome(ReceiptStatus.DELIVERED)
        channel.calls.clear()
        desk.retry(dead[0].number)
        for _ in range(3):
            desk.deliver()
            clock.later(minutes=10)
        sent = [one for one in channel.calls if isinstance(one, CustomerMessage) and one.id == dead[0].message.id]
        assert len(sent) == 1
        assert desk.history(id)[-1].data["status"] == "delivered"


def test_a_bounce_that_comes_afterwards_opens_nothing(opener: Opener) -> None:
    """R33: else a letter that nobody can write anew undoes an end that nobody can go on from."""
    channel = RecordingChannel(Outcome(ReceiptStatus.ACCEPTED))
    with opener(plugins=[Way(channel)]) as desk:
        id = settled(desk).id
        key = channel.to_customers[-1].key
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        desk.hear(Bounce("<late@mx>", key, "5.1.1"))
        after = desk.get(id)
        assert (after.state, after.facts.open_tasks, desk.outbox(), desk.dead_letters()) == (
            "closed",
            frozenset(),
            (),
            (),
        )
        assert desk.check_integrity().sound


def test_a_repeat_under_an_old_key_is_something_new_without_a_key_of_the_chain(opener: Opener) -> None:
    with opener() as desk:
        settled(desk)
        old = desk.known("form of Zhang Weiming")
        assert old
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        assert desk.known("form of Zhang Weiming") is None
        again = desk.receive(s.receive(customer=WHO), by=s.LI, key="form of Zhang Weiming").id
        assert (again != old, desk.known("form of Zhang Weiming")) == (True, again)


def test_with_a_key_of_the_chain_a_repeat_is_told_that_its_question_was_erased(opener: Opener) -> None:
    with opener(chain_key=b"the key of the house" * 2) as desk:
        settled(desk)
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        with pytest.raises(InvalidInput, match="whose question was erased"):
            desk.receive(s.receive(customer=WHO), by=s.LI, key="form of Zhang Weiming")
        assert len(desk.find(customer="u-17").complaints) == 2
        assert desk.check_integrity().sound


# ── what keeps it


def unchanged(desk: Desk, act: Callable[[], object]) -> Refused:
    """The refusal, after which everything is as it was."""
    head, before = desk.head(), list(all_told(desk, "u-17"))
    with pytest.raises(Refused) as refused:
        act()
    assert (desk.head(), list(all_told(desk, "u-17"))) == (head, before)
    return refused.value


def test_all_reasons_are_told_and_nothing_is_erased(opener: Opener) -> None:
    """What is open, what is on hold, and what has a task, all at once."""
    with opener() as desk:
        held, busy, running = settled(desk).id, settled(desk).id, received(desk, customer=WHO).id
        at_desk(desk, held, c.PlaceHold("a lawsuit about the payment"), by=s.LEAD)
        desk.do(busy, s.TASK, by=s.SYSTEM)
        plan = desk.erase("u-17", by=s.LEAD, reason=WHY, dry_run=True)
        reasons = {(record.complaint, refusal.rule) for record in plan.records for refusal in record.refusals}
        assert reasons == {
            (held, "not-on-hold"),
            (busy, "settled-before-erasure"),
            (running, "ended-before-erasure"),
        }
        error = unchanged(desk, lambda: desk.erase("u-17", by=s.LEAD, reason=WHY))
        assert error.refusals == plan.refusals
        assert all(any(id in refusal.why for refusal in error.refusals) for id in (held, busy, running))


def test_a_hold_holds_until_it_is_lifted_also_in_the_archive(opener: Opener) -> None:
    with opener() as desk:
        id = solved(desk, customer=WHO).id
        at_desk(desk, id, s.LABEL, c.Archive())
        at_desk(desk, id, c.PlaceHold("a lawsuit about the payment"), by=s.LEAD)
        unchanged(desk, lambda: desk.erase("u-17", by=s.LEAD, reason=WHY))
        at_desk(desk, id, c.LiftHold("it was settled"), by=s.LEAD)
        assert [one.complaint for one in desk.erase("u-17", by=s.LEAD, reason=WHY).records] == [id]
        assert desk.check_integrity().sound


def test_who_may_only_place_holds_ends_none(opener: Opener, clock: FrozenClock) -> None:
    """Whoever may not lift a hold could have ended it a minute later, and the words a court asks for were erased."""
    officer, bot = Actor("guo", {"officer"}), Actor.machine("bot")
    places = Role({"PlaceHold"}, scope={"all"})
    policy = Policy(roles={**ROLES, "officer": places, "assistant": places})
    with opener(clock, policy=policy) as desk:
        id = solved(desk, customer=WHO).id
        at_desk(desk, id, c.PlaceHold("a lawsuit"), by=s.LEAD)
        soon = c.PlaceHold("a lawsuit", clock() + timedelta(minutes=1))
        for act in (desk.acting(officer).do, partial(desk.do, by=bot)):
            with pytest.raises(Refused) as refused:
                act(id, soon)
            assert [(one.rule, one.facts["by"]) for one in refused.value.refusals] == [("hold-grows", s.LEAD.id)]
        clock.later(days=1)
        unchanged(desk, lambda: desk.erase("u-17", by=s.LEAD, reason=WHY))


def test_a_hold_ends_at_its_time(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock) as desk:
        id = solved(desk, customer=WHO).id
        at_desk(desk, id, c.PlaceHold("a lawsuit", clock() + timedelta(days=30)), by=s.LEAD)
        unchanged(desk, lambda: desk.erase("u-17", by=s.LEAD, reason=WHY))
        clock.later(days=30)
        assert desk.erase("u-17", by=s.LEAD, reason=WHY).records


def test_a_dry_run_says_what_would_go_and_takes_nothing(opener: Opener) -> None:
    with opener() as desk:
        settled(desk)
        head = desk.head()
        plan = desk.erase("u-17", by=s.LEAD, reason=WHY, dry_run=True)
        assert desk.head() == head
        assert len(secrets_in("\n".join(all_told(desk, "u-17")))) == len(SECRETS)
        assert desk.erase("u-17", by=s.LEAD, reason=WHY) == plan
        assert from_json(to_json(plan)) == plan


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("Zhang Weiming asked", "name"),
        ("客户ＺＨＡＮＧ\u3000ＷＥＩＭＩＮＧ要求删除", "name"),
        ("asked by Zhang-\u200bWeiming", "name"),
        ("a mail of weiming@example.com", "email"),
        ("from weiming @ example . com", "email"),
        ("mailto:WEIMING@EXAMPLE.COM.", "email"),
        ("zhangapp wrote", "app"),
    ],
)
@pytest.mark.parametrize("dry_run", [True, False])
def test_a_reason_names_nobody_since_it_stays(opener: Opener, reason: str, kind: str, dry_run: bool) -> None:
    """The words that the customer had erased would stand in the reason for ever."""
    with opener() as desk:
        settled(desk)
        with pytest.raises(InvalidInput, match=rf"to be erased \({kind}\)") as error:
            desk.erase("u-17", by=s.LEAD, reason=reason, dry_run=dry_run)
        assert secrets_in(f"{error.value} {error.value!r}") == []


@pytest.mark.parametrize(
    ("name", "contact", "reason", "kinds"),
    [
        ("He", {}, "the customer asked for it", ""),
        ("He", {}, "Mr HE asked", "name"),
        ("张伟", {}, "客户张伟要求删除", "name"),
        ("张伟", {}, "客户张 伟要求删除", "name"),
        ("张伟", {}, "客户要求删除", ""),
        ("", {"phone": "+86 138-0013-8000"}, "电话13800138000要求", "phone"),
        ("", {"phone": "+86 138-0013-8000"}, "called from (138) 0013 8000", "phone"),
        ("", {"phone": "１３８００１３８０００"}, "called from 0086 13800138000", "phone"),
        ("", {"phone": "+86 138-0013-8000"}, "ticket 13800", ""),
        ("", {"app": "he"}, "the customer asked for it", ""),
        ("Li Wen", {"app": "li-7"}, "li 7, that is Li Wen", "app, name"),
        ("--", {"app": "-"}, "the customer - asked", ""),
    ],
)
def test_a_reason_is_read_as_a_person_reads_it(name: str, contact: dict[str, str], reason: str, kinds: str) -> None:
    """A phone in other groups would have stayed; and a short name would have refused every reason."""
    with Desk.open("memory://", clock=FrozenClock()) as desk:
        at_desk(desk, received(desk, customer=Customer("u-9", name=name, contact=contact)).id, s.WITHDRAW)
        found = ""
        try:
            desk.erase("u-9", by=s.LEAD, reason=reason, dry_run=True)
        except InvalidInput as error:
            found = error.problems[0].found
        assert found == (f"words that are to be erased ({kinds})" if kinds else "")


@pytest.mark.parametrize("told", ["Old Name", "old@example.com", "+49 30 1234567", "second@example.com"])
def test_a_reason_names_nobody_as_they_were_called_before_either(opener: Opener, told: str) -> None:
    """The history still has it, and the erasure takes it from there alone."""
    customer = Customer("u-9", name="Old Name", contact={"email": "old@example.com", "phone": "+49 30 1234567"})
    second = Contact("email", "second@example.com")
    with opener() as desk:
        id = received(desk, customer=customer).id
        at_desk(desk, id, c.Correct({"customer.name": "New Name"}, "she married", contacts=(second,)))
        at_desk(desk, id, c.Correct({"contact.email": "new@example.com", "contact.phone": "1234"}, "it moved"))
        at_desk(desk, id, s.WITHDRAW)
        with pytest.raises(InvalidInput):
            desk.erase("u-9", by=s.LEAD, reason=f"{told.upper()} asked", dry_run=True)
        assert desk.erase("u-9", by=s.LEAD, reason=WHY).records


def test_only_staff_order_it_and_for_a_reason(opener: Opener) -> None:
    with opener() as desk:
        settled(desk)
        for by, reason in ((s.CUSTOMER, WHY), (Actor("bot", {"reporting-bot"}), WHY), (s.LEAD, " ")):
            with pytest.raises(InvalidInput):
                desk.erase("u-17", by=by, reason=reason)


@pytest.mark.parametrize("customer", [None, "", " ", {"u-17"}, ["u-17", "u-18"]])
def test_it_names_one_customer_since_none_would_be_everybody(opener: Opener, customer: Any) -> None:
    with opener() as desk:
        settled(desk)
        for dry_run in (True, False):
            with pytest.raises(InvalidInput, match="customer"):
                desk.erase(customer, by=s.LEAD, reason=WHY, dry_run=dry_run)
        assert desk.erase("u-17", by=s.LEAD, reason=WHY).records


@pytest.mark.parametrize("customer", [" u-17", "u-17 ", "u-17\u200b", "u" * 201])
def test_an_id_that_no_customer_has_is_no_erasure_of_nothing(opener: Opener, customer: str) -> None:
    """Whoever pasted a blank with it would have told the customer that their words are gone."""
    with opener() as desk:
        settled(desk)
        for dry_run in (True, False):
            with pytest.raises(InvalidInput, match="customer") as error:
                desk.erase(customer, by=s.LEAD, reason=WHY, dry_run=dry_run)
            assert customer not in str(error.value)
        assert desk.erase("u-99", by=s.LEAD, reason=WHY).records == ()


def test_an_id_in_another_case_is_another_customer(opener: Opener) -> None:
    """An erasure that took both would have taken a stranger's words."""
    with opener() as desk:
        settled(desk)
        assert desk.erase("U-17", by=s.LEAD, reason=WHY).records == ()
        assert desk.export("U-17").records == ()
        assert len(desk.export("u-17").records) == 2


def test_nobody_goes_on_with_a_complaint_without_words(opener: Opener) -> None:
    with opener() as desk:
        id = settled(desk).id
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        with pytest.raises(Refused) as refused:
            desk.do(id, c.Reopen("it happens again"), by=s.CUSTOMER)
        assert [one.rule for one in refused.value.refusals] == ["words-stand"]


def test_one_that_cannot_be_read_keeps_the_others_and_is_named() -> None:
    """It may say anything; and a later call finds it when it is mended."""
    store = MemoryStore()
    with Desk(store, clock=FrozenClock()) as desk:
        id = settled(desk).id
        store.damage("complaints", id)
        with pytest.raises(Refused) as refused:
            desk.erase("u-17", by=s.LEAD, reason=WHY)
        assert [(one.rule, one.facts["key"]) for one in refused.value.refusals] == [("readable", id)]
        store.mend()
        assert len(desk.erase("u-17", by=s.LEAD, reason=WHY).records) == 2


class OnlyAdds(MemoryStore):
    """A store that takes nothing out of what it keeps."""

    def _session(self) -> Any:
        return Plain(super()._session())


class Plain:
    def __init__(self, session: Any) -> None:
        self._session_ = session

    def __getattr__(self, name: str) -> Any:
        if name == "erase":
            raise AttributeError(name)
        return getattr(self._session_, name)


def test_a_store_that_only_adds_says_that_it_erases_nothing() -> None:
    with Desk(OnlyAdds(), clock=FrozenClock()) as desk:
        id = settled(desk).id
        before = desk.head()
        with pytest.raises(StoreError, match="erases nothing"):
            desk.erase("u-17", by=s.LEAD, reason=WHY)
        with pytest.raises(StoreError, match="erases nothing"):
            desk.do(id, c.Erase("lead", WHY, 1), by=s.SYSTEM)
        assert desk.head() == before


def test_the_command_alone_erases_as_well(opener: Opener) -> None:
    """Else a record says that its words are gone, and they are there."""
    with opener() as desk:
        id = settled(desk).id
        answer = desk.do(id, c.Erase("lead", WHY, 1), by=s.SYSTEM)
        assert [event.kind for event in desk.history(id) if event.data] == ["Erase"]
        assert secrets_in(f"{to_json(answer)} {answer.customer.contact}") == []
        assert answer == desk.get(id)


# ── for one actor


def test_who_erases_has_a_role_that_says_so_and_sees_everything() -> None:
    """No role has it as it comes."""
    officer = Role({"all"}, scope={"all"}, see=set(Part), operate={"erase"})
    blind = attrs.evolve(officer, see=frozenset({Part.NOTES}))
    policy = Policy(roles={**ROLES, "officer": officer, "blind": blind})
    with Desk.open("memory://", clock=FrozenClock(), policy=policy) as desk:
        settled(desk)
        for role in ("manager", "operator", "blind"):
            for dry_run in (True, False):
                acting = desk.acting(Actor("wu", {role}))
                with pytest.raises(Refused) as refused:
                    acting.erase("u-17", reason=WHY, dry_run=dry_run)
                assert [one.rule for one in refused.value.refusals] == ["permitted"]
        assert len(desk.acting(Actor("wu", {"officer"})).erase("u-17", reason=WHY).records) == 2
