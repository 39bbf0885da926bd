"""Ways that no state may be without: the customer's word, what arrives, a missed deadline, and proof that falls.

A house that builds its lifecycle has them by the meaning of its states. One that takes an edge away, replaces it for
fewer people, or makes a table by hand, may lose one, and nobody would notice before a complaint lies there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from complaintflow import commands as c
from complaintflow.lifecycle.checking.findings import Finding
from complaintflow.lifecycle.checking.rules import Rules, Situation
from complaintflow.lifecycle.checking.stories import tell
from complaintflow.lifecycle.meaning import case_of, is_kept
from complaintflow.lifecycle.rows import STAFF_ROLE, Row
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import CUSTOMER, SYSTEM

_Kind = type[c.Command]
_PROMISED: Mapping[_Kind, str] = {
    c.Hear: "R33: what the customer says",
    c.Answer: "R3: what the customer answers",
    c.AddEvidence: "R22: what the customer shows",
    c.Agree: "R25: the customer's agreement",
    c.Object: "R25: the customer's no to what is offered",
    c.Confirm: "R33: the customer's word that it is solved",
    c.Dispute: "R34, R35: the customer's word that it is not solved",
    c.Reopen: "R34: the customer's word after the end",
    c.Withdraw: "R35: the customer's withdrawal",
    c.Receipt: "R33: what became of a message",
    c.Unclose: "R33: that what ended it came back",
    c.MissDeadline: "R26a: a deadline that is missed",
    c.Recall: "R33: a message that is taken back",
    c.Verify: "R32: a test that fails",
    c.CheckEvidence: "R32: evidence that proves false",
    c.Retract: "R32: evidence that is taken back",
}
"""What is promised of each way, as the finding says it. Others are kept as well, and no promise stands on them."""
_ONLY_WITH: Mapping[_Kind, _Kind] = {
    c.Answer: c.AskCustomer,
    c.Agree: c.Propose,
    c.Object: c.Propose,
}
"""What has no place in a lifecycle without the command that it answers."""
_CALLED = {CUSTOMER: "the customer", STAFF_ROLE: "staff", SYSTEM: "the system"}
_WAYS = tuple(row for row in TABLE if row.command in _PROMISED and is_kept(row))


def find_lost(rules: Rules, reached: Mapping[str, Situation]) -> Iterator[Finding]:
    """The ways that the states of a lifecycle lack, each with the story that leads there."""
    told: set[tuple[str, str, str]] = set()
    for state, situation in sorted(reached.items()):
        for row in _WAYS:
            lost = _lost(rules, state, row)
            if lost and (state, row.kind, lost) not in told:
                told.add((state, row.kind, lost))
                what = f"{_PROMISED[row.command]} goes nowhere: no edge for {lost}"
                yield Finding("way-missing", f"{row} from {state}", what, story=tell(rules, situation.steps))


def _lost(rules: Rules, state: str, way: Row) -> str:
    """For whom a way out of a state is missing; blank where it is there, or has no place there."""
    partner = _ONLY_WITH.get(way.command)
    if rules.stage_of(state) not in way.sources or (partner and partner.__name__ not in rules.commands):
        return ""
    mine = [row for row in rules.table if row.kind == way.kind and state in row.sources and _applies(row, way)]
    there = {part for row in mine for part in _parts(row.who)}
    return " and ".join(words for part, words in _CALLED.items() if part in _parts(way.who) - there)


def _applies(row: Row, way: Row) -> bool:
    """Whether a row is taken where the way would be: in the same case, or in each."""
    return case_of(row) in {None, way.when}


def _parts(who: Iterable[str]) -> frozenset[str]:
    """The kinds of actors among these: a role is one of staff."""
    return frozenset(one if one in {CUSTOMER, SYSTEM} else STAFF_ROLE for one in who)
