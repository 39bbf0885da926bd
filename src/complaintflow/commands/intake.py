"""Intake: words of the customer, and questions to the customer (R1 … R5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import count
from typing import Annotated, Self

import attrs

from complaintflow._validation.names import fold_name
from complaintflow._validation.structure import (
    FieldAnswer,
    FieldValue,
    FrozenMap,
    Name,
    NameOrBlank,
    NonBlank,
    OwnFields,
    Within,
    as_fields,
    as_texts,
    as_words,
    plain_name,
)
from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.commands._parts import (
    account_at_stake,
    change_cycle,
    clear_attempts,
    end_pause,
    found_again,
    fresh_text,
    is_repeated,
    join_lines,
    known_fields,
    missing_fields,
    soon,
    words,
)
from complaintflow.policy.policy import Policy
from complaintflow.priority import change_tier, inherit_grade, reassess
from complaintflow.record.card import PROFILE
from complaintflow.record.complaint import Complaint
from complaintflow.record.contacts import CONTACT
from complaintflow.record.facts import Cycle, Facts, Wait
from complaintflow.record.keys import message_name, part_name
from complaintflow.values import (
    STAFF_ONLY,
    Attachment,
    Contact,
    Customer,
    Said,
    as_attachments,
    as_contacts,
    as_said,
    as_said_or_none,
)
from complaintflow.vocabulary import CLOSABLE, OPEN, Effect, SignKind
from complaintflow.wording import mere_thanks

WITHOUT_WORDS = "[without words]"
"""Stands for the customer's words where there are none: on a line of its own, above the files that came."""

_TYPE, _TIER, _LANGUAGE = "type", f"{PROFILE}tier", f"{PROFILE}language"


def order_after(facts: Facts, command: Command) -> str:
    """The order after a correction or an answer that may name another one."""
    given: Mapping[str, str] = getattr(command, "fields", None) or getattr(command, "answers", {})
    return given.get("order", facts.order)


def _indexed(ask: Ask, fields: Mapping[str, str]) -> Changes:
    """The facts among these intake fields; another order may make it a repetition (R5)."""
    area = {"area": ask.policy.spell("area", plain_name(fields["area"]))} if "area" in fields else {}
    area |= {"shop": plain_name(fields["shop"])} if "shop" in fields else {}
    found = {**area, **_searchable(ask, fields)}
    if "order" not in fields:
        return found
    return {"order": fields["order"], **found, **found_again(ask, fields["order"], ask.facts.type)}


def _searchable(ask: Ask, fields: Mapping[str, str]) -> Changes:
    """The values of the house's own fields by which lists find it; a blank one is taken away."""
    given = {name: text for name, text in fields.items() if name in ask.policy.searchable_fields}
    after = {name: text for name, text in {**ask.facts.fields, **given}.items() if text}
    return {"fields": FrozenMap(after)} if given else {}


def _in_form(fields: Mapping[str, str], policy: Policy) -> FrozenMap:
    """The fields, those of the house's own as they are kept. Raises `InvalidInput` for a value that is none."""
    return FrozenMap({**fields, **policy.read_fields({name: fields[name] for name in fields if name in policy.fields})})


@attrs.frozen(eq=False, repr=False)
class Receive(Command):
    """R1, R3: receive a complaint. `snapshot` is what the system captured by itself (IP, device).

    `needed_by` and `occurred_at` are aware times. `follows` names an earlier complaint of the
    same customer that this one continues: its grade, hazards, repeats and escalation go on (R34).
    `fields` are those that the policy declares (`policy.fields`), `attachments` the files that came with it.
    """

    channel: Name
    customer: Customer
    description: NonBlank = attrs.field(repr=False)
    type: NameOrBlank = ""
    area: NameOrBlank = ""
    respondent: str = attrs.field(default="", repr=False)
    order: str = attrs.field(default="", repr=False)
    product: str = attrs.field(default="", repr=False)
    category: str = ""
    region: str = attrs.field(default="", repr=False)
    desired: str = attrs.field(default="", repr=False)
    needed_for: str = attrs.field(default="", repr=False)
    needed_by: datetime | None = None
    occurred_at: datetime | None = None
    account: str = attrs.field(default="", repr=False)
    device: str = attrs.field(default="", repr=False)
    os: str = attrs.field(default="", repr=False)
    steps_taken: str = attrs.field(default="", repr=False)
    shop: str = attrs.field(default="", repr=False)
    reported_by: str = attrs.field(default="", metadata=STAFF_ONLY, repr=False)
    snapshot: Mapping[str, str] = attrs.field(factory=FrozenMap, repr=False)
    follows: str = ""
    attachments: tuple[Attachment, ...] = attrs.field(default=(), converter=as_attachments)
    fields: OwnFields = attrs.field(factory=FrozenMap, repr=False, converter=as_fields)

    def changes(self, ask: Ask) -> Changes:
        given = {**self.given_fields(), **self.fields}
        known = known_fields(ask.facts, given) - {"customer", "channel", "fields", "old"}
        earlier = self._earlier(ask)
        mine = (self.customer.id, self.order, self.type)
        again = tuple(one.id for one in ask.related if one not in earlier and is_repeated(one.facts, *mine))
        return {
            **self._inherited(ask, [one.facts for one in earlier], len(again)),
            "policy": ask.policy.digest,
            "channel": self.channel,
            "customer": self.customer.id,
            "tier": self.customer.tier,
            "order": self.order,
            "shop": plain_name(self.shop),
            "type": self.type,
            "area": self.area,
            "known": known,
            "missing": missing_fields(self.type, known, ask.policy),
            "duplicates": again,
            "follows": self.follows.strip(),
            **_searchable(ask, self.fields),
        }

    def _earlier(self, ask: Ask) -> list[Complaint]:
        """R34: the complaint that it follows, then those into which that one was merged."""
        found: list[Complaint] = []
        named = self.follows.strip()
        while named and (one := next((other for other in ask.related if other.id == named), None)):
            found.append(one)
            named = one.facts.merged_into
        return found

    def _inherited(self, ask: Ask, earlier: list[Facts], again: int) -> Changes:
        """R34: what a follow-up goes on with: grade, hazards, repeats, disputes, escalation, asked identity."""
        if not earlier:  # as most are: the same as below, which takes 4 µs
            return {"repeats": again}
        repeats = again + max((one.repeats + 1 for one in earlier), default=0)
        disputes = max((one.disputes for one in earlier), default=0)
        escalation = max((one.escalation for one in earlier), default=0)
        blank = Facts(tier=self.customer.tier)
        worst = max((one.cycle.worst for one in earlier if one.cycle.worst), default=None)
        return {
            **inherit_grade(blank, earlier, ask.policy, repeats, disputes),
            "repeats": repeats,
            "disputes": disputes,
            "escalation": escalation,
            "identity_asked": any(account_at_stake(one, ask.policy) for one in earlier),
            "cycle": Cycle(worst=worst, escalated=escalation > 0),
        }

    def in_house(self, policy: Policy) -> Self:
        """A customer without a language speaks that of the house, and its own fields are as they are kept.

        Raises `InvalidInput` for fields that the policy does not declare, and for values that are none.
        """
        here = self
        if self.fields:
            here = attrs.evolve(here, fields=FrozenMap(policy.read_fields(self.fields)))
        if self.customer.language.strip():
            return here
        return attrs.evolve(here, customer=attrs.evolve(self.customer, language=policy.language))

    def may_concern(self, other: Facts) -> bool:
        """R33: an open complaint of the same customer that this one may be about as well.

        The same order suffices. Where one of them names no order, this one may still be the answer that we wait for,
        unless they are of different types.
        """
        if self.customer.id != other.customer or other.stage not in OPEN:
            return False
        mine, theirs = fold_name(self.order), fold_name(other.order)
        if mine and theirs:
            return mine == theirs
        waits = other.stage in CLOSABLE or any(wait.on == "customer" for wait in other.waits)
        return waits and (self.type == other.type or not (self.type and other.type))

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        customer = Customer(ask.by.id if ask.by.is_customer else "u-1", contact={"email": "u@example.com"})
        yield cls("app", customer, "I paid twice", type="fault", area="payment", order="A-1")


@attrs.frozen(eq=False, repr=False)
class Acknowledge(Command):
    """R2: tell the customer that it is recorded, and when news follows: `next_at` (aware, in the future)."""

    EFFECTS = frozenset({Effect.SPEAKS})

    message: str = attrs.field(repr=False)
    next_at: datetime

    def changes(self, ask: Ask) -> Changes:
        return ask.message()

    def customer_text(self) -> str:
        return self.message

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls(fresh_text(ask, "We have recorded your complaint and look into it"), soon(ask))


@attrs.frozen(eq=False, repr=False)
class AskCustomer(Command):
    """R3: questions to the customer, each under the field that its answer fills."""

    EFFECTS = frozenset({Effect.SPEAKS})

    questions: Mapping[str, str] = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        count = ask.facts.questions
        note = ask.message()
        asks = message_name(note["messages"])
        waits = tuple(
            Wait(part_name("questions", count + place), "customer", field, since=ask.at, message=asks)
            for place, field in enumerate(sorted(self.questions), 1)
        )
        return {"questions": count + len(waits), "waits": ask.facts.waits + waits, **note}

    def customer_text(self) -> str:
        return join_lines(self.questions.values())

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        unknown = (name for number in count(1) if (name := f"detail_{number}") not in ask.facts.known)
        field = next(iter(ask.facts.missing), "") or next(unknown)
        yield cls({field: fresh_text(ask, f"Could you tell us more about {field}?")})


@attrs.frozen(eq=False, repr=False)
class Answer(Command):
    """R3: the customer's answers by field. `said` shows how staff heard them."""

    EFFECTS = frozenset({Effect.HEARS, Effect.READDRESSES})

    answers: Mapping[str, FieldAnswer] = attrs.field(repr=False, converter=as_fields)
    said: Said | None = attrs.field(default=None, converter=as_said_or_none)

    def effects(self, ask: Ask) -> frozenset[Effect]:
        touched = any(name.startswith(CONTACT) for name in self.answers)
        return self.EFFECTS if touched else frozenset({Effect.HEARS})

    def changes(self, ask: Ask) -> Changes:
        facts = ask.facts
        known = known_fields(facts, self.answers)
        waits = tuple(wait for wait in facts.waits if wait.on != "customer" or wait.what not in self.answers)
        return {
            "known": known,
            "missing": missing_fields(facts.type, known, ask.policy),
            "waits": waits,
            **end_pause(facts, waits),
            **_indexed(ask, self.answers),
            **clear_attempts(ask),
        }

    def in_house(self, policy: Policy) -> Self:
        """The house's own fields as they are kept. Raises `InvalidInput` for a value that is none."""
        return attrs.evolve(self, answers=_in_form(self.answers, policy)) if policy.fields else self

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        asked = [wait.what for wait in ask.facts.waits if wait.on == "customer"]
        yield cls({asked[0] if asked else "description": "the second payment was on Monday"}, words(ask))


@attrs.frozen(eq=False, repr=False)
class Hear(Command):
    """Other words of the customer. With `request=False` they are a mere "thanks".

    A request awaits our reply (R33) and counts as a repeated contact, which raises the score at once (R5). Words that
    say more than thanks are a request, whatever `request` says; `NoReplyNeeded` gives the reason why they need none.

    `left_out` counts the characters of the mail that are not here, since they quote or sign: they stand in the mail
    that `said.ref` names.
    """

    EFFECTS = frozenset({Effect.HEARS})

    said: Said = attrs.field(converter=as_said)
    request: bool = True
    left_out: Annotated[int, Within(0)] = 0

    @property
    def asks(self) -> bool:
        """Whether the words await a reply."""
        return self.request or not mere_thanks(self.said.text)

    @property
    def is_a_file(self) -> bool:
        """Whether it asks, and its words do not: files came with thanks or without a word."""
        mark, _, files = self.said.text.partition("\n")
        return (mark == WITHOUT_WORDS and bool(files)) or (self.request and mere_thanks(self.said.text))

    def changes(self, ask: Ask) -> Changes:
        if not self.asks:
            return clear_attempts(ask)
        cycle, repeats = ask.facts.cycle, ask.facts.repeats + 1
        return {
            **reassess(ask.facts, ask.policy, repeats, ask.facts.disputes),
            "repeats": repeats,
            "cycle": change_cycle(cycle, requested=bool(cycle.notice)),
            **clear_attempts(ask),
        }

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls(words(ask, "When will it be done?"))
        yield cls(words(ask, "谢谢"), request=False)


@attrs.frozen(eq=False, repr=False)
class NoReplyNeeded(Command):
    """R33: a person read what came from the customer and finds that it needs no reply, for this reason.

    `signs` names the kinds that it is about; without any, all of them.
    """

    EFFECTS = frozenset({Effect.REPORTS})

    reason: NonBlank = attrs.field(repr=False)
    signs: frozenset[SignKind] = attrs.field(default=frozenset(), converter=as_words)

    def report_text(self) -> str:
        return self.reason

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("an automatic answer of the mail program")


@attrs.frozen(eq=False, repr=False)
class Correct(Command):
    """Correct intake fields, with a reason. The grade stays (R13), and so do hazards: see `ClearHazard`.

    The type is corrected until it is sorted; then `Triage` says another one, because it may belong to another team.

    `contact.email` in the `fields` is the only address of its kind from then on. `contacts` adds addresses, or says of
    one that is there whether it is verified; `remove_contacts` takes addresses away. What was added proves no sender
    and gets no confirm links until it is verified and has stood for a while (`sending.contact_settles`). Where an
    account is at stake, contacts are corrected only after the identity was checked (R22).

    The customer's name, language, tier, preferred channel and zone are `customer.language` and the like. Another tier
    counts for the score at once, and never lowers the grade.
    """

    EFFECTS = frozenset({Effect.READDRESSES})

    fields: Mapping[str, FieldValue] = attrs.field(repr=False, converter=as_fields)
    reason: NonBlank = attrs.field(repr=False)
    contacts: tuple[Contact, ...] = attrs.field(default=(), converter=as_contacts, repr=False)
    remove_contacts: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts, repr=False)

    def effects(self, ask: Ask) -> frozenset[Effect]:
        touched = self.contacts or self.remove_contacts or any(one.startswith(CONTACT) for one in self.fields)
        return self.EFFECTS if touched else frozenset()

    def changes(self, ask: Ask) -> Changes:
        facts, tier = ask.facts, plain_name(self.fields.get(_TIER, "")) or ask.facts.tier
        given = {f"{CONTACT}{one.kind}": one.address for one in self.contacts}
        known, type = known_fields(facts, {**given, **self.fields}), facts.type
        if _TYPE in self.fields:
            type = ask.policy.spell(_TYPE, plain_name(self.fields[_TYPE]))
        return {
            "known": known,
            "type": type,
            "missing": missing_fields(type, known, ask.policy),
            **(change_tier(facts, tier, ask.policy) if tier != facts.tier else {}),
            **_indexed(ask, self.fields),
            "addresses": facts.addresses + len(self.contacts),
        }

    def in_house(self, policy: Policy) -> Self:
        """A language that is taken away is that of the house again, and its own fields are as they are kept.

        Raises `InvalidInput` for values that are none.
        """
        here = attrs.evolve(self, fields=_in_form(self.fields, policy)) if policy.fields else self
        if self.fields.get(_LANGUAGE, "given").strip():
            return here
        return attrs.evolve(here, fields={**here.fields, _LANGUAGE: policy.language})

    def customer_text(self) -> str:
        """A letter greets the customer by the name."""
        return self.fields.get("customer.name", "")

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        if ask.by.is_customer:
            yield cls({"customer.language": "zh"}, "I read Chinese")
        yield cls({"product": "annual membership"}, "the customer named another product")
        yield cls({}, "a second address", contacts=(Contact("email", "u-2@example.com"),))
