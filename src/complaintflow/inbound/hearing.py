"""What becomes of something that came in: decided once, before anything is recorded. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain as chain_from
from typing import Literal

import attrs

from complaintflow.commands import Command, Hear, Note, Receipt, Receive
from complaintflow.commands.intake import WITHOUT_WORDS
from complaintflow.commands.silence import rested_on
from complaintflow.inbound.addresses import EMAIL, family, is_same_address, is_within_domain, kind_of_contact
from complaintflow.inbound.reading import Reading, read_words
from complaintflow.inbound.reply import Bounce, Disposition, Heard, Inbound, Reply, Report, Suggested
from complaintflow.inbound.request_key import RequestKey
from complaintflow.inbound.subject import repeated, with_subject
from complaintflow.inbound.suggesting import (
    note_left_out,
    suggest_customers_word,
    suggest_evidence,
    suggest_for_words,
    suggest_new_complaint,
)
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.record.complaint import Complaint
from complaintflow.record.keys import MessageKey
from complaintflow.values import Actor, Said
from complaintflow.vocabulary import ReceiptStatus, in_language

_NOBODY = "nobody"
_HANDED_ON = frozenset({ReceiptStatus.ACCEPTED, ReceiptStatus.RECORDED, ReceiptStatus.DELIVERED})


_MAYBE_LOST = (
    "有邮件说消息 {message} 未送达，但可能是伪造的（{why}）：请核实客户是否收到",
    "a mail says that {message} did not arrive, and may be forged ({why}): find out whether the customer got it",
)
_REPORTED: Mapping[Report, tuple[str, str]] = {
    Report.DELAYED: ("{message} 尚未送达，服务器仍在尝试", "{message} is delayed: a server still tries to deliver it"),
    Report.DELIVERED: ("{message} 已由服务器投递", "a server delivered {message}"),
    Report.READ: ("{message} 已显示给收件人", "{message} was shown to the recipient"),
    Report.DISCARDED: ("{message} 未读即被删除", "{message} was deleted unread"),
    Report.SPAM: (
        "{message} 被标为垃圾邮件：以后的邮件可能到不了客户眼前，请换一种方式联系",
        "{message} was marked as spam: later mails may not be seen, so reach the customer another way",
    ),
}
_ARRIVED = frozenset({Report.DELIVERED, Report.READ, Report.DISCARDED, Report.SPAM})
_LONGEST_REF = 200
_LATE = (
    "消息 {message} 被退回，客户并未收到；投诉 {complaint} 已经归档",
    "{message} came back, and the customer never got it; complaint {complaint} is archived",
)


@attrs.frozen
class HearingDecision:
    """What to record and what to answer. Without a `command` nothing goes on record.

    `complaint` takes the command, unless it is a new complaint; `by` asks for it, `key` makes it once. `suggestions`
    hold whatever the complaint's state is. What the `reading` of the words suggests depends on the state after the
    record. `arrived` is the message that has arrived, says a machine: it need not be tried again.
    """

    disposition: Disposition
    complaint: str = ""
    command: Command | None = None
    by: Actor = attrs.field(factory=Actor.system)
    key: RequestKey | None = None
    suggestions: tuple[Suggested, ...] = ()
    reading: Reading | None = None
    arrived: MessageKey | None = None

    def answer(self, complaint: Complaint) -> Heard:
        """The answer after the command is on record with this complaint, now or when it came before."""
        found = self.suggestions
        if self.disposition is not Disposition.FAILED and not _has_words(complaint):
            return Heard(Disposition.FOLLOWED_UP, complaint.id, found)
        if self.reading and isinstance(self.command, Hear):
            found = (*suggest_for_words(complaint, self.command.said, self.reading), *found)
        return Heard(self.disposition, complaint.id, found)

    def answer_unrecorded(self) -> Heard:
        """The answer when nothing goes on record."""
        return Heard(self.disposition, self.complaint, self.suggestions)


def _has_words(complaint: Complaint) -> bool:
    """Whether anything was heard or noted there. The newest comes first, so that no long history is read."""
    return any(complaint.body.at(seq).is_a(Hear, Note) for seq in range(complaint.version, 0, -1))


def decide_hearing(
    came: Inbound,
    chain: Sequence[Complaint],
    lifecycle: Lifecycle,
    limit: int,
    now: datetime,
    our_subjects: Iterable[str] = (),
) -> HearingDecision:
    """Decide what becomes of it. `chain` is the complaint that was meant and those that went on with it.

    A text has at most `limit` characters (the policy's). A longer one is cut, and says so. `our_subjects` are those of
    the messages that the customer got, which an answer repeats: they are looked at if it has a subject at all.
    """
    if isinstance(came, Bounce):
        return _fail(came, chain[0], lifecycle, limit) if chain else HearingDecision(Disposition.UNKNOWN)
    if not chain:
        found = suggest_new_complaint(_shorten(with_subject(came), limit))
        return HearingDecision(Disposition.UNKNOWN, suggestions=found)
    ids = {*came.candidates, *(one.id for one in chain)}
    thread = (text for one in chain for text in _heard_before(one, came.ref))
    ours = chain_from(ids, our_subjects, repeated(came.subject, came.quoted, thread, ids))
    return _hear(with_subject(came, ours), chain, lifecycle, limit, now)


def _heard_before(complaint: Complaint, ref: str) -> Iterator[str]:
    """What the customer wrote in other mails than this one: the first line may be the subject."""
    yield complaint.description
    for entry in complaint.body.of(Hear):
        if entry.data and entry.data["said"].get("ref") != ref:
            yield entry.data["said"]["text"]


def _fail(came: Bounce, meant: Complaint, lifecycle: Lifecycle, limit: int) -> HearingDecision:
    """A failed receipt, if the message is one of this complaint's own, and nothing speaks against the report.

    What comes late, of a sending before the present one, is on record as well, and changes nothing (`Receipt`).
    """
    facts, present = meant.facts, meant.facts.sending(came.message)
    if facts.erased:  # what it said is gone, and nobody can say it again
        return HearingDecision(Disposition.ENDED)
    if not facts.has_part(came.message) or came.sending > present or not _may_come_back(came, meant, lifecycle):
        return HearingDecision(Disposition.ENDED)
    if doubt := came.doubt or _why_not_theirs(came, meant):
        return _doubt_failure(came, doubt, meant, lifecycle)
    detail = came.detail[:limit]
    receipt = Receipt(came.message, ReceiptStatus.FAILED, channel=came.channel, detail=detail, sending=came.sending)
    if not lifecycle.has_move(receipt, meant):
        if came.sending not in {0, present}:
            return HearingDecision(Disposition.ENDED)
        return _fail_late(came.message, meant, lifecycle.policy.language_for_staff)
    key = RequestKey.of("bounced", meant.id, came.ref, came.key)
    return HearingDecision(Disposition.FAILED, meant.id, receipt, key=key)


def _may_come_back(came: Bounce, meant: Complaint, lifecycle: Lifecycle) -> bool:
    """Whether the message went, or may be going, to a contact of the kind from which it came back.

    What went by SMS alone comes back by no mail. Of a way whose contact is not known nobody can say so.
    """
    contact_kind, contacts = lifecycle.policy.contact_kind, meant.customer.contact
    if contact_kind(came.channel) != EMAIL:
        return True
    about = (one.data for one in meant.body.of(Receipt) if one.data.get("message") == came.message)
    ways = {one.get("channel", "") for one in about if one["status"] in _HANDED_ON}
    return not ways or any("@" in contacts.get(contact_kind(way), "@") for way in ways)


def _why_not_theirs(came: Bounce, meant: Complaint) -> str:
    """Why the sender, on whose word alone it rests, cannot know what became of a mail to this customer."""
    domain = came.sender.rpartition("@")[2]
    theirs = (contact.address.rpartition("@") for contact in meant.contacts)
    known = not came.sender or any(at and is_within_domain(domain, one) for _, at, one in theirs)
    return "" if known else "its sender is no server of the customer's domain"


def _doubt_failure(came: Bounce, doubt: str, meant: Complaint, lifecycle: Lifecycle) -> HearingDecision:
    """A note, once for a message: the report may be forged, so that a person looks and nothing counts as failed."""
    text = in_language(lifecycle.policy.language_for_staff, _MAYBE_LOST).format(message=came.message, why=doubt)
    note = Note(f"{came.channel} {came.ref[:_LONGEST_REF]}: {text}", sender=_NOBODY)
    return _note_if_open(note, meant, lifecycle, RequestKey.of("bounced", meant.id, "doubted", came.key))


def _note_if_open(
    note: Note, complaint: Complaint, lifecycle: Lifecycle, key: RequestKey, suggestions: tuple[Suggested, ...] = ()
) -> HearingDecision:
    """The note on this complaint; after the archive nothing is recorded."""
    if not lifecycle.has_move(note, complaint):
        return HearingDecision(Disposition.ENDED, complaint.id)
    return HearingDecision(Disposition.NOTED, complaint.id, note, key=key, suggestions=suggestions)


def _fail_late(message: str, archived: Complaint, language: str) -> HearingDecision:
    """R33, R34: what the end rested on came back after the archive: a new complaint, once, so that a person looks."""
    if not rested_on(archived.facts, message):
        return HearingDecision(Disposition.ENDED)
    text = in_language(language, _LATE).format(message=message, complaint=archived.id)
    key = RequestKey.of("bounced", archived.id, "late", message)
    again = _receive_again(archived, text, archived.facts.channel)
    return HearingDecision(Disposition.FOLLOWED_UP, archived.id, again, key=key)


def _receive_again(archived: Complaint, text: str, channel: str) -> Receive:
    """R34: a new complaint about the same that names the archived one."""
    facts = archived.facts
    return Receive(channel, archived.customer, text, facts.type, facts.area, order=facts.order, follows=archived.id)


def _hear(came: Reply, chain: Sequence[Complaint], lifecycle: Lifecycle, limit: int, now: datetime) -> HearingDecision:
    """The customer's word if it came from one of the customer's contacts, else a note.

    What comes after the archive opens a follow-up, so that a person reads it; mere thanks do not.
    """
    files = "\n".join(f"{file.name} {file.uri}".strip() for file in came.attachments)
    if came.report:
        return _reported(came, chain, lifecycle, came.report)
    words = came.text.strip() or f"{WITHOUT_WORDS}\n{files}".strip()
    said = Said(_cut(words, limit, came.ref), via=came.channel, ref=came.ref)
    reading = read_words(said.text)
    hear = Hear(said, request=not reading.thanks or bool(files), left_out=len(came.quoted))
    if came.automatic and not (files or reading.unsolved):
        return _filed(came, chain, hear, lifecycle, limit)
    known = _is_known(came, chain, lifecycle, now)
    evidence = suggest_evidence(came, lifecycle.policy.limits.attachments)
    if not lifecycle.has_move(hear, chain[-1]):
        return _follow_up(came, chain, hear, known, evidence, limit)
    return _heard(came, chain, hear, reading, evidence) if known else _noted(came, chain, hear, limit)


def _reported(came: Reply, chain: Sequence[Complaint], lifecycle: Lifecycle, report: Report) -> HearingDecision:
    """A note of what a machine reports of a message, once for each; of a mark of spam a person has to know.

    It is never the customer's word, and no proof of arrival either: what ends by silence does not rest on it.
    """
    key = next(iter(came.refers_to), "")
    named = MessageKey.guess(key)
    if key and not chain[0].facts.has_part(named.message):
        return HearingDecision(Disposition.ENDED)
    message = named.message if key else came.ref[:_LONGEST_REF]
    text = in_language(lifecycle.policy.language_for_staff, _REPORTED[report]).format(message=message)
    note = Note(f"{came.channel} {came.ref[:_LONGEST_REF]}: {text}", sender=_NOBODY if report is Report.SPAM else "")
    once = RequestKey.of("noted", chain[0].id, report, key or came.ref)
    decision = _note_if_open(note, chain[-1], lifecycle, once)
    present = key and named.sending in {0, chain[0].facts.sending(named.message)}
    return attrs.evolve(decision, arrived=named if present and report in _ARRIVED else None)


def _heard(
    came: Reply, chain: Sequence[Complaint], hear: Hear, reading: Reading, evidence: tuple[Suggested, ...]
) -> HearingDecision:
    return HearingDecision(
        Disposition.HEARD,
        chain[-1].id,
        hear,
        by=Actor.customer(chain[0].facts.customer),
        key=_key("heard", came, chain, hear),
        suggestions=evidence,
        reading=reading,
    )


def _noted(came: Reply, chain: Sequence[Complaint], hear: Hear, limit: int) -> HearingDecision:
    """A note that awaits a reply, unless it is mere thanks."""
    text = _cut(_with_sender(came, hear), limit, came.ref)
    sender = came.address.strip() or _NOBODY
    return HearingDecision(
        Disposition.NOTED,
        chain[-1].id,
        Note(text, sender=sender if hear.request else ""),
        key=_key("noted", came, chain, hear),
        suggestions=suggest_customers_word(came, hear),
    )


def _filed(came: Reply, chain: Sequence[Complaint], hear: Hear, lifecycle: Lifecycle, limit: int) -> HearingDecision:
    """A note that awaits nothing: a program answered."""
    note = Note(_cut(_with_sender(came, hear), limit, came.ref))
    once = _key("noted", came, chain, hear)
    return _note_if_open(note, chain[-1], lifecycle, once, suggest_customers_word(came, hear))


def _follow_up(
    came: Reply,
    chain: Sequence[Complaint],
    hear: Hear,
    known: bool,
    evidence: tuple[Suggested, ...],
    limit: int,
) -> HearingDecision:
    """R34: what comes after the archive; of an unknown sender it takes the way of the archived complaint."""
    last = chain[-1]
    if not hear.request:
        return HearingDecision(Disposition.ENDED, last.id)
    text = hear.said.text if known else _cut(_with_sender(came, hear), limit, came.ref)
    again = _receive_again(last, text, came.channel if known else last.facts.channel)
    return HearingDecision(
        Disposition.FOLLOWED_UP,
        last.id,
        attrs.evolve(again, snapshot=note_left_out(came)),
        by=Actor.customer(last.facts.customer) if known else Actor.system(),
        key=_key("heard" if known else "noted", came, chain, hear),
        suggestions=evidence if known else (),
    )


def _key(asks: Literal["heard", "noted"], came: Reply, chain: Sequence[Complaint], hear: Hear) -> RequestKey:
    """Names what came in, whatever becomes of it: it may come again after a merge or the archive."""
    return RequestKey.of(asks, chain[0].id, came.channel, came.ref, hear.said.text)


def _with_sender(came: Reply, hear: Hear) -> str:
    why = came.doubt or ("an automatic answer" if came.automatic else "not one of the customer's contacts")
    left_out = f"; {hear.left_out} characters that quote or sign are left out" if hear.left_out else ""
    return f"{came.channel} {came.ref} from {came.address or _NOBODY} ({why}{left_out}):\n{hear.said.text}"


def _shorten(reply: Reply, limit: int) -> Reply:
    return attrs.evolve(reply, text=_cut(reply.text, limit, reply.ref))


def _cut(text: str, limit: int, ref: str) -> str:
    if len(text) <= limit:
        return text
    mark = f"\n[cut: the whole text of {len(text)} characters is in {ref[:100]}]"
    return text[: max(1, limit - len(mark))] + mark


def _is_known(reply: Reply, chain: Sequence[Complaint], lifecycle: Lifecycle, now: datetime) -> bool:
    """Whether it came from one of the customer's contacts, and nothing speaks against it.

    Only contacts of the channel's kind count: whoever takes a customer's e-mail as a nickname in a chat is a stranger.
    R22: so is who writes from an address that is not verified, or was added a moment ago.
    """
    policy = lifecycle.policy
    known = (one for complaint in chain for one in complaint.contacts)
    contacts = {(one.kind, one.address) for one in known if one.is_proved(now, policy.sending.contact_settles)}
    kinds = ((kind_of_contact(name, contact, policy.contact_kinds), contact) for name, contact in contacts)
    channel = policy.spell("channel", reply.channel)
    meant = {family(policy.contact_kind(channel)), family(channel)}
    same = (is_same_address(reply.address, contact, kind, policy.region) for kind, contact in kinds if kind in meant)
    return not reply.doubt and any(same)
