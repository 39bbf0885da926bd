"""R33: the signs of life of the customer that no person of ours has handled yet. They await our reply.

Whatever comes from the customer is a sign, unless it needs no answer: mere thanks, a confirmation, a withdrawal. The
complaint itself has a clock of its own (R2). Only a person handles signs, and handles all of them at once:

- by words to the customer: an update, a question, an acknowledgement, a notice, a proposal, a plan, a decline, or a
  call that was answered. A compensation, or a text of the system, answers nobody.
- by recording what the customer meant: an answer, a verdict. A file that came in is handled when it is taken as
  evidence; the words beside it are not.
- by `NoReplyNeeded`, which may name some kinds.

A custom command of the customer is a sign. One of staff answers only if it is derived from a command that does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.commands.clocks import Absorb, ComplainAgain
from complaintflow.commands.ends import Close, Decline, Reopen, Survey, Withdraw
from complaintflow.commands.findings import AddEvidence, Call, Note
from complaintflow.commands.intake import Acknowledge, Answer, AskCustomer, Correct, Hear, NoReplyNeeded, Receive
from complaintflow.commands.proof import Confirm, Dispute, Notify, Update
from complaintflow.commands.silence import unhandled
from complaintflow.commands.solution import Agree, ExplainPlan, Object, Propose
from complaintflow.record.facts import Facts, Settled, Sign
from complaintflow.record.keys import message_name, part_name
from complaintflow.vocabulary import CUSTOMER, Audience, SignKind

Signs = tuple[Sign, ...]

_MESSAGES = (Acknowledge, AskCustomer, Decline, ExplainPlan, Notify, Propose)
_PLAIN_MESSAGES = frozenset(_MESSAGES)
_VERDICTS = (Agree, Answer, Confirm, Dispute, Object, Reopen)
_BY_CUSTOMER: Mapping[type[Command], SignKind | None] = {
    AddEvidence: SignKind.EVIDENCE,
    Agree: SignKind.DECISION,
    Answer: SignKind.ANSWER,
    Close: None,
    Confirm: None,
    Dispute: SignKind.DECISION,
    Object: SignKind.DECISION,
    Receive: None,
    Reopen: SignKind.DECISION,
    Withdraw: None,
}
_ANSWERS = _MESSAGES + _VERDICTS
_ALL = frozenset(SignKind)
_NONE = frozenset[SignKind]()
_SETTLING = (AddEvidence, Call, NoReplyNeeded, Update)
_BY_ANYBODY = (Absorb, ComplainAgain, Hear, Note, Survey)
_REQUESTS = frozenset({SignKind.WORDS, SignKind.EVIDENCE})
"""The kinds under which `Hear` puts a request on record."""


def concerns_signs(kind: type[Command], who: Iterable[str]) -> bool:
    """Whether a command of this kind may put a sign on record or handle one; of a customer any may."""
    return CUSTOMER in who or issubclass(kind, _MESSAGES + _VERDICTS + _SETTLING + _BY_ANYBODY)


def change_signs(ask: Ask) -> Changes:
    """What the command changes in the signs, whatever else it does; nothing where there is none and comes none.

    A message of ours while nothing awaits a reply, as most are, changes nothing: 2 µs less.
    """
    facts = ask.facts
    if type(ask.command) in _PLAIN_MESSAGES and not (facts.signs or facts.cycle.requested or ask.by.is_customer):
        return {}
    handled, kind = _handled(ask), sign_of(ask)
    changes: Changes = {}
    signs = tuple(sign for sign in facts.signs if sign.kind not in handled) if handled else facts.signs
    if kind:
        signs = _join(signs, (*_carried(ask), Sign(kind, ask.at)))
    if signs != facts.signs:
        changes["signs"] = signs
    if not handled:
        return changes
    if taken := tuple(sign for sign in facts.signs if sign.kind in handled):
        changes["settled"] = _settled(ask, taken)
    cycle = ask.changes.get("cycle", facts.cycle)
    if cycle.requested and handled & _REQUESTS and not any(sign.kind in _REQUESTS for sign in signs):
        changes["cycle"] = msgspec.structs.replace(cycle, requested=False)
    if _restarts_silence(ask) and answers(ask):
        changes["answered_at"] = ask.at
    return changes


def _settled(ask: Ask, signs: Signs) -> Settled | None:
    """What handled these signs, where it can be taken back: a message to the customer, or a call."""
    changes = ask.changes
    if "calls" in changes:
        return Settled(part_name("calls", changes["calls"]), signs)
    name = message_name(changes["messages"]) if "messages" in changes else ""
    return Settled(name, signs) if name and name not in changes.get("to_us", ()) else None


def _handled(ask: Ask) -> frozenset[SignKind]:
    """The kinds of signs that a person handles by the command."""
    if not ask.by.is_person:
        return _NONE
    if isinstance(ask.command, _ANSWERS):  # as mostly
        return _ALL
    match ask.command:
        case NoReplyNeeded() as settled:
            return settled.signs or _ALL
        case Hear():  # the words of a note are the customer's after all
            return frozenset({SignKind.UNPROVED})
        case AddEvidence() as evidence:  # the file is taken up; nobody has answered the words beside it
            return frozenset({SignKind.EVIDENCE}) if evidence.came_with else _NONE
        case _:
            return _ALL if answers(ask) else _NONE


def _restarts_silence(ask: Ask) -> bool:
    """Whether something awaited the answer, or the customer has just said something to the person."""
    return bool(unhandled(ask.facts)) or isinstance(ask.command, _VERDICTS)


def answers(ask: Ask) -> bool:
    """Whether the command of a person answers the customer, or records what the customer meant."""
    match ask.command:
        case Update() as update:
            return update.audience is Audience.CUSTOMER
        case Call() as call:
            return call.answered
        case command:
            return isinstance(command, _ANSWERS)


def sign_of(ask: Ask) -> SignKind | None:
    """The kind of sign that the command puts on record; None for what needs no reply."""
    if not isinstance(ask.command, _BY_ANYBODY) and not ask.by.is_customer:  # as mostly
        return None
    match ask.command:
        case Hear() as hear:
            return (SignKind.EVIDENCE if hear.is_a_file else SignKind.WORDS) if hear.asks else None
        case Note() as note:
            return SignKind.UNPROVED if note.sender else None
        case Survey() as survey:
            return SignKind.SURVEY if survey.wants_answer else None
        case Absorb() | ComplainAgain():
            return SignKind.COMPLAINT
        case Correct() as correct:  # a person looks at a contact that a customer added
            return SignKind.WORDS if ask.by.is_customer and correct.contacts else None
        case command:
            asks = ask.by.is_customer and ask.changes.get("closed_at") is None  # who closes it confirms it
            return _BY_CUSTOMER.get(type(command), SignKind.WORDS) if asks else None


def _carried(ask: Ask) -> Signs:
    """A merge brings what awaits a reply there."""
    command = ask.command
    if not isinstance(command, Absorb):
        return ()
    return next((other.facts.signs for other in ask.related if other.id == command.source), ())


def reopen_signs(facts: Facts, by: str) -> Changes:
    """R33: what this handled of the customer's signs awaits our reply again."""
    if facts.settled is None or facts.settled.by != by:
        return {}
    return {"signs": _join(facts.signs, facts.settled.signs), "settled": None}


def _join(signs: Signs, more: Iterable[Sign]) -> Signs:
    """At most one sign of each kind: the earliest."""
    first: dict[SignKind, Sign] = {}
    for sign in sorted((*signs, *more), key=lambda sign: sign.since):
        first.setdefault(sign.kind, sign)
    return tuple(first.values())
