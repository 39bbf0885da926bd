"""An e-mail, as a mail server hands it over, becomes a `Reply` or a `Bounce`.

Any bytes give a result: a header that cannot be read counts as missing, a text in an unknown charset is read as well
as possible. An automatic mail is never anybody's own word (RFC 3834), so that no two machines go on talking to each
other.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import attrs

from complaintflow._validation.structure import at_utc
from complaintflow.inbound import _limits as limits
from complaintflow.inbound._automatic import is_answer, why_automatic
from complaintflow.inbound._bounces import is_servers_address
from complaintflow.inbound._machines import MachineWord, read_machine
from complaintflow.inbound._mail_parts import Body, attachments, clean, header, parse, parts, read_body, text
from complaintflow.inbound._mail_sender import Sender, read_sender, why_unproved
from complaintflow.inbound._mail_tree import Mail
from complaintflow.inbound._returned import find_in_subject, find_recipient
from complaintflow.inbound.forwarded import Correspondence, describe_letters
from complaintflow.inbound.quoting import Words, divide
from complaintflow.inbound.reply import Bounce, Inbound, Reply
from complaintflow.plugins.message_ids import SignedIds, key_of
from complaintflow.values import Attachment

STANDARD_ID = re.compile(r"\bC-[0-9]{6}-[0-9a-f]{10}\b", re.ASCII)
"""The form of an id that `Desk` makes by itself; Chinese may stand right beside it."""

_MESSAGE_ID = re.compile(r"<[^<>\s]{1,900}>")


def read_mail(
    raw: bytes,
    at: datetime,
    *,
    ids: re.Pattern[str] = STANDARD_ID,
    authserv: str = "",
    signed: SignedIds | None = None,
) -> Inbound:
    """Read a mail that came in at this time (aware).

    `ids` finds a complaint's id in the subject. `authserv` is the name under which your own mail server writes
    `Authentication-Results`: then a mail proves nobody's word unless its `dmarc=pass` is about the sender's own domain.
    Without `authserv`, a sender's address counts as it stands, and it is easily forged. With `signed`, which your
    channel has as well, a Message-ID that it did not sign names no message of ours; and an address to which a mail came
    back names one, if it was signed (`SmtpChannel(bounces=)`).
    """
    mail, arrived = parse(raw), at_utc(at)
    find_key = signed.key_of if signed else key_of
    own_id = (*_ids_in(mail, "message-id"), f"sha256:{hashlib.sha256(raw).hexdigest()}")[0]
    sent_back = find_recipient(mail, signed.key_of_address) if signed else ""
    word, sender = read_machine(mail, find_key, sent_back), read_sender(mail)
    if word and word.key and word.report is None:
        bounce = Bounce(clean(own_id), clean(word.key), clean(word.detail))
        return bounce if signed or not authserv.strip() else _with_sender(bounce, mail, sender, authserv)
    refers_to = _referred_keys(mail, find_key) or tuple(filter(None, [clean(sent_back)]))
    body = read_body(mail)
    words = _read_words(mail, body, Correspondence.of(mail, bool(refers_to)), sender.address, find_key)
    reply = Reply(
        ref=clean(own_id),
        address=clean(sender.address),
        text=clean(words.own + _say_cut(body, own_id)),
        at=_sent_at(mail, arrived),
        name=clean(sender.name),
        refers_to=refers_to,
        complaint=clean(_named_complaint(mail, ids, word is not None)),
        attachments=_files(mail, words, clean(own_id), find_key),
        doubt=clean(why_automatic(mail, words.own) or sender.doubt or _why_unproved(mail, sender, authserv)),
        automatic=is_answer(mail) and word is None,
        quoted=clean(words.quoted),
        subject=clean(header(mail, "subject")),
    )
    return _with_report(reply, word) if word and word.report else reply


def _named_complaint(mail: Mail, ids: re.Pattern[str], is_machine: bool) -> str:
    """The complaint that the subject names; of what a machine sends, also that of the mail that came back."""
    found = ids.search(header(mail, "subject"))
    if found:
        return found.group()
    return find_in_subject(mail, ids) if is_machine else ""


def _read_words(mail: Mail, body: Body, between: Correspondence, address: str, find_key: Callable[[str], str]) -> Words:
    """The writer's own words, and what is not: quotes in the text, and a letter of ours that hangs on it."""
    words = divide(body.lines, between.is_letter, address)
    ours = [text(part.children[0]) for part in parts(mail) if _is_ours(part, find_key)]
    return attrs.evolve(words, quoted="\n".join(filter(None, (words.quoted, *ours)))) if ours else words


def _is_ours(part: Mail, find_key: Callable[[str], str]) -> bool:
    """Whether it is a mail within the mail, and one that we sent."""
    return bool(part.children) and bool(find_key(header(part.children[0], "message-id")))


def _files(mail: Mail, words: Words, ref: str, find_key: Callable[[str], str]) -> tuple[Attachment, ...]:
    own = attachments(mail, ref, lambda part: _is_ours(part, find_key))
    return (*own, *describe_letters(words.letters, ref))


def _with_sender(bounce: Bounce, mail: Mail, sender: Sender, authserv: str) -> Bounce:
    """Nobody signed our id: then it is the word of its sender alone, which has to be a mail server's."""
    stranger = "" if is_servers_address(sender.address) else "it does not come from the address of a mail server"
    doubt = _why_unproved(mail, sender, authserv) or stranger
    return attrs.evolve(bounce, sender=clean(sender.address), doubt=clean(doubt))


def _with_report(reply: Reply, word: MachineWord) -> Reply:
    """It holds what the machine wrote; the copy of our mail in it is no file of the customer's."""
    return attrs.evolve(
        reply,
        text=clean(word.text),
        refers_to=(clean(word.key),) if word.key else reply.refers_to,
        attachments=(),
        quoted="",
        subject="",
        doubt=clean(f"automatic: our message is {word.report}{f' ({word.detail})' if word.detail else ''}"),
        automatic=True,
        report=word.report,
    )


def _say_cut(body: Body, own_id: str) -> str:
    return f"\n[cut: the mail says more than is read; the whole text is in {own_id[:100]}]" if body.is_cut else ""


def _ids_in(mail: Mail, name: str) -> tuple[str, ...]:
    return tuple(_MESSAGE_ID.findall(header(mail, name)))


def _referred_keys(mail: Mail, find_key: Callable[[str], str]) -> tuple[str, ...]:
    """The keys of our messages that it answers: In-Reply-To, then References from the latest back."""
    ids = (*_ids_in(mail, "in-reply-to"), *reversed(_MESSAGE_ID.findall(mail.end_of("references"))))
    return tuple(dict.fromkeys(clean(key) for id in ids[: limits.REFERENCES] if (key := find_key(id))))


def _why_unproved(mail: Mail, sender: Sender, authserv: str) -> str:
    """Why nobody vouches for its sender, where a house asks for that; blank when nothing speaks against it."""
    return sender.doubt or why_unproved(mail, authserv, sender.address) if authserv.strip() else ""


def _sent_at(mail: Mail, arrived: datetime) -> datetime:
    """When it was sent, as it says itself; never later than it came in."""
    try:
        sent = parsedate_to_datetime(header(mail, "date"))
        return min(arrived, sent.replace(tzinfo=sent.tzinfo or UTC).astimezone(UTC))
    except (ValueError, OverflowError):
        return arrived
