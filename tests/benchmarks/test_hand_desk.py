"""The desk by hand keeps what it says it keeps: else the time of ours would be compared with less."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import attrs
import msgspec
import pytest

from benchmarks import hand_rules, life
from benchmarks.hand_desk import HandDesk, Runs
from benchmarks.storing import Ours
from complaintflow import Actor, Signals, commands as c
from complaintflow.plugins import CustomerMessage
from complaintflow.sla.deadlines import deadlines
from complaintflow.sla.timeline import Kept
from complaintflow.vocabulary import Urgency

pytestmark = pytest.mark.uncounted  # what it runs is counted by the tests beside it

ID = "C-0"
Asked = list[tuple[c.Command, Actor]]


def _lives() -> Iterator[Asked]:
    """The life, also of an ordinary customer, by mail, and with another grade."""
    usual = life.commands()
    (received, by), (triage, li) = usual[0], usual[2]
    assert isinstance(received, c.Receive)
    assert isinstance(triage, c.Triage)
    plain = attrs.evolve(received, customer=attrs.evolve(received.customer, tier="ordinary"))
    mailed = attrs.evolve(received, channel="email")
    calm = attrs.evolve(triage, signals=Signals(urgency=Urgency.ROUTINE))
    small = attrs.evolve(triage, signals=Signals(urgency=Urgency.NONE))
    for first, sorted_out in ((received, triage), (plain, triage), (mailed, calm), (mailed, small)):
        yield [(first, by), usual[1], (sorted_out, li), *usual[3:]]


@attrs.frozen
class Twins:
    """A desk and one by hand, asked the same."""

    ours: Ours
    hand: HandDesk

    def ask(self, command: c.Command, by: Actor, at: datetime) -> list[str]:
        """The rules that refuse it by hand."""
        self.ours.at = at
        return self.hand.do(ID, type(command).__name__, command.data(), by, at)

    def both(self, command: c.Command, by: Actor, at: datetime) -> None:
        assert self.ask(command, by, at) == []
        self.ours.do(0, command, by)

    @property
    def case(self) -> hand_rules.Case:
        (doc,) = self.hand.connection.execute("SELECT doc FROM complaints").fetchone()
        found: hand_rules.Case = msgspec.msgpack.decode(doc)
        return found

    @property
    def kept(self) -> Kept:
        with self.ours.desk._units.reading() as session:
            stored = session.load(self.ours.ids[0])
            assert stored
            found = Kept.decode(stored.clocks, stored.link)
        assert found
        return found

    def letters(self) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
        with self.ours.desk._units.reading() as session:
            found = [entry.message for entry in session.entries(100)]
        ours = [
            (one.id, one.kind, dict(one.to) if isinstance(one, CustomerMessage) else [*one.recipients]) for one in found
        ]
        rows = self.hand.connection.execute("SELECT message FROM outbox ORDER BY number")
        theirs = [(one["id"], one["kind"], one["to"]) for one in (msgspec.json.decode(row[0]) for row in rows)]
        return ours, theirs

    def close(self) -> None:
        self.ours.close()
        self.hand.close()


@pytest.fixture
def twins(tmp_path: Path) -> Iterator[Twins]:
    found = Twins(Ours(tmp_path / "ours.db", "OFF"), HandDesk(tmp_path / "hand.db", "OFF"))
    yield found
    found.close()


@pytest.mark.parametrize("asked", [*_lives()], ids=("vip", "ordinary", "B by mail", "C by mail"))
def test_after_each_command_both_have_the_same_state_letters_and_deadlines(twins: Twins, asked: Asked) -> None:
    for place, (command, by) in enumerate(asked):
        at = life.BEGIN + place * timedelta(minutes=7)
        twins.both(command, by, at)
        case, kept, complaint = twins.case, twins.kept, twins.ours.desk.get(twins.ours.ids[0])
        assert (case["state"], case["version"]) == (complaint.state, complaint.version)
        runs: Runs = case["runs"]
        assert {name: due for name, (_, due) in runs.items()} == kept.dues
        ahead = {name: warned for name, (warned, _) in runs.items() if warned > at}
        assert ahead == {name: when for name, when in kept.asks.items() if when > at}
        ours, theirs = twins.letters()
        assert ours == theirs
    history = twins.ours.desk.history(twins.ours.ids[0])
    late = [one.clock for one in deadlines(history, twins.ours.desk.policy, twins.ours.at) if one.late]
    assert sorted(twins.case["missed"]) == sorted(late)


def test_both_have_the_same_events_in_chains_that_hold(twins: Twins) -> None:
    for command, by in life.commands():
        twins.both(command, by, life.BEGIN)
    rows = twins.hand.connection.execute(
        "SELECT complaint, seq, by, kind, state, changes, data, salt, link FROM history ORDER BY place"
    ).fetchall()
    before = b""
    for *event, salt, link in rows:
        assert hand_rules.link(before, hand_rules.Entry(*event), salt) == link
        before = link
    theirs = [(row[1], row[2], row[3], row[4]) for row in rows]
    history = twins.ours.desk.history(twins.ours.ids[0])
    assert theirs == [(one.seq, one.by, one.kind, str(one.state)) for one in history]


def test_both_find_it_by_the_same_lists_at_each_point(twins: Twins) -> None:
    hand, desk = twins.hand, twins.ours.desk
    for command, by in life.commands():
        twins.both(command, by, life.BEGIN)
        facts = desk.get(twins.ours.ids[0]).facts
        lists = {
            "state": (hand.in_state, str(facts.state)),
            "customer": (hand.of_customer, "u-17"),
            "order": (hand.of_order, "A-1001"),
            "team": (hand.queue, "payments"),
        }
        for name, (find, value) in lists.items():
            assert len(find(value)) == len(desk.find(**{name: value}).complaints)
        when = min(twins.kept.asks.values(), default=None)
        assert hand.to_check(when or life.LATER + timedelta(days=900)) == ([ID] if when else [])
        assert when is None or hand.to_check(when - timedelta(microseconds=1)) == []


def test_what_a_rule_refuses_leaves_nothing_behind(twins: Twins) -> None:
    twins.both(*life.commands()[0], life.BEGIN)
    before = twins.case
    assert twins.ask(c.Close(), life.LI, life.BEGIN) == ["no move"]
    assert twins.ask(c.Acknowledge("ok", life.LATER), life.LI, life.BEGIN) == ["complete-expression"]
    assert twins.case == before
    assert twins.hand.connection.execute("SELECT count(*) FROM history").fetchone() == (1,)
    assert not twins.hand.connection.in_transaction
