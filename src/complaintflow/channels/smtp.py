"""E-mail, by the standard library: plain text and HTML, one thread for each complaint.

A Message-ID is made from the message's key. So it stays the same when the message is sent again, and an answer can be
traced to what it answers. All mails of a complaint refer to one first mail that was never sent, so that mail programs
show them as one thread, whichever of them arrived.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Annotated, Any, ClassVar

import attrs

from complaintflow._validation.structure import Checked, NonBlank, Within
from complaintflow.channels._lines import one_line
from complaintflow.channels._mail_form import FORM
from complaintflow.channels._patience import PATIENCE, PatientSmtp, PatientSmtpOverTls
from complaintflow.channels.directory import Directory
from complaintflow.errors import DefinitionError, InvalidInput, Problem
from complaintflow.plugins import CustomerMessage, Message, Outcome, StaffMessage
from complaintflow.plugins.message_ids import SignedIds, message_id
from complaintflow.record.keys import MessageKey
from complaintflow.vocabulary import ReceiptStatus

_NO_TLS, _TLS, _STARTTLS = "none", "tls", "starttls"
_ENHANCED = re.compile(r"[245]\.\d{1,3}\.\d{1,3}(?!\d)", re.ASCII)
"""RFC 3463: the code that stands before an answer's words."""
_LOOKED_AT = 20
"""So many bytes of an answer are looked at."""
_FOR_GOOD = 500
"""From here on a mail server's answer means: do not try again."""


_LOGIN = "letters, digits and signs of ASCII: a server is told nothing else"


def _fits_login(value: str) -> bool:
    return value.isascii() and (value.isprintable() or not value)


def _security(value: str) -> str | None:
    return None if value in {_NO_TLS, _TLS, _STARTTLS} else "none, tls or starttls"


@attrs.frozen(eq=False, repr=False)
class MailServer(Checked):
    """Where mail is handed in: a host with its `security` (`starttls`, `tls` or `none`).

    `timeout` is in seconds, for each answer of the server; all together may take 25. `context` is for certificates of
    your own. Raises `InvalidInput`, also for a password that would go over the wire in the clear, and for a user
    or a password with characters that no login can carry; neither is shown.
    """

    host: NonBlank
    port: Annotated[int, Within(1, 65535)] = 587
    security: Annotated[str, _security] = _STARTTLS
    user: str = attrs.field(default="", repr=False)
    password: str = attrs.field(default="", repr=False)
    timeout: Annotated[int, Within(1, 20)] = 10
    context: Any = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.password and self.security == _NO_TLS:
            raise InvalidInput((Problem("security", "none, with a password", "tls or starttls"),))
        unfit = [name for name in ("user", "password") if not _fits_login(getattr(self, name))]
        if unfit:
            raise InvalidInput(tuple(Problem(name, "a private value", _LOGIN) for name in unfit))

    def hand_in(self, mail: EmailMessage, sender: str, to: Sequence[str]) -> dict[str, tuple[int, bytes]]:
        """Hand the mail in; whom the server refuses, with its answer. Raises what `smtplib` raises.

        How the server answers the farewell says nothing about the mail, which it has by then.
        """
        connection = self._connect()
        try:
            if self.security == _STARTTLS:
                connection.starttls(context=self._trust())
            if self.user:
                connection.login(self.user, self.password)
            refused = _transmit(connection, mail, sender, to)
            with suppress(smtplib.SMTPException, OSError):
                connection.quit()
            return refused
        finally:
            connection.close()

    def _connect(self) -> smtplib.SMTP:
        if self.security == _TLS:
            return PatientSmtpOverTls(PATIENCE, self.host, self.port, timeout=self.timeout, context=self._trust())
        return PatientSmtp(PATIENCE, self.host, self.port, timeout=self.timeout)

    def _trust(self) -> ssl.SSLContext:
        return self.context or ssl.create_default_context()


def _transmit(
    connection: smtplib.SMTP, mail: EmailMessage, sender: str, to: Sequence[str]
) -> dict[str, tuple[int, bytes]]:
    """Like `send_message`, which would put a > before a line that begins with "From "."""
    connection.ehlo_or_helo_if_needed()
    if all(address.isascii() for address in (sender, *to)):
        return connection.sendmail(sender, to, mail.as_bytes(policy=FORM))
    if not connection.has_extn("smtputf8"):
        raise smtplib.SMTPNotSupportedError
    options = ("SMTPUTF8", "BODY=8BITMIME")
    return connection.sendmail(sender, to, mail.as_bytes(policy=FORM.clone(utf8=True)), options)


@attrs.frozen
class _From:
    """From whom mail comes."""

    address: Address
    reply_to: str
    ids: SignedIds | None
    bounces: str = attrs.field(default="", repr=False)

    @classmethod
    def of(cls, sender: str, name: str, reply_to: str, ids: SignedIds | None, bounces: str = "") -> _From:
        found = _address(sender, one_line(name))
        if found is None or (reply_to and _address(reply_to) is None):
            raise DefinitionError((Problem("sender", "no e-mail address", "service@example.com"),))
        if bounces and (ids is None or _address(bounces) is None):
            expected = "an e-mail address, and `ids` that sign it"
            raise DefinitionError((Problem("bounces", "no e-mail address, or no `ids`", expected),))
        return cls(found, reply_to, ids, bounces)

    def envelope(self, key: str) -> str:
        """To whom a mail server sends the message with this key back."""
        return self.ids.bounce_address(key, self.bounces) if self.ids and self.bounces else self.address.addr_spec

    def message_id(self, key: str) -> str:
        """The Message-ID of the message with this key, signed if the house signs."""
        domain = self.address.domain
        return self.ids.message_id(key, domain) if self.ids else message_id(key, domain)


class SmtpChannel:
    """To customers by e-mail, at their contact `email`.

    It answers *accepted*, when the mail server took it: whether it arrives, SMTP does not say; what bounces comes back
    to `reply_to`, or to the sender. It honours no keys, but the Message-ID stays the same, and some mailboxes drop a
    repeat. A server that cannot be reached, or that does not take the sender or the password, is an exception. With
    `ids`, which `read_mail` has as well, the Message-ID is signed. With `bounces`, an address of yours, each mail that
    comes back goes to an address of its own below that one, signed by `ids`, which names the message.
    """

    form: ClassVar[str] = "mail"

    def __init__(
        self,
        server: MailServer,
        sender: str,
        name: str = "",
        reply_to: str = "",
        *,
        ids: SignedIds | None = None,
        bounces: str = "",
    ) -> None:
        self._server = server
        self._from = _From.of(sender, name, reply_to, ids, bounces)

    def __repr__(self) -> str:
        return f"SmtpChannel({self._server!r}, {self._from.address.addr_spec!r})"

    def send(self, message: CustomerMessage) -> Outcome:
        """Hand it to the mail server."""
        to = _address(message.to.get("email", ""))
        if to is None:
            return Outcome(ReceiptStatus.FAILED, detail="no e-mail address")
        return _hand_in(self._server, self._from, message, (to,))


class SmtpStaffChannel:
    """To staff by e-mail, at the addresses of teams and persons; otherwise like `SmtpChannel`.

    `others` is for those without an address of their own.
    """

    form: ClassVar[str] = "mail"

    def __init__(
        self, server: MailServer, sender: str, directory: Directory, name: str = "", *, ids: SignedIds | None = None
    ) -> None:
        self._server = server
        self._from = _From.of(sender, name, "", ids)
        self._directory = directory

    def __repr__(self) -> str:
        return f"SmtpStaffChannel({self._server!r}, {self._from.address.addr_spec!r})"

    def send(self, message: StaffMessage) -> Outcome:
        """Hand it to the mail server, once for all recipients."""
        addresses, missing = self._directory.of(message)
        to = tuple(filter(None, map(_address, addresses)))
        if not to:
            return Outcome(ReceiptStatus.FAILED, detail=f"no e-mail address of {', '.join(missing) or 'anybody'}")
        outcome = _hand_in(self._server, self._from, message, to)
        if missing and outcome.status is ReceiptStatus.ACCEPTED:
            return attrs.evolve(outcome, detail=f"without {', '.join(missing)}, who have no e-mail address")
        return outcome


def _address(spec: str, name: str = "") -> Address | None:
    """The address, or None: it is none, or would be more than one."""
    try:
        return Address(name, addr_spec=spec)
    except (HeaderParseError, IndexError, ValueError):
        return None


def _compose(message: Message, sender: _From, to: Sequence[Address]) -> EmailMessage:
    # It is never signed: it names no message, and stays the same when the secret changes.
    begun = message_id(str(MessageKey(message.complaint, 0, 0, "M0")), sender.address.domain)
    mail = EmailMessage(policy=FORM)
    mail["From"] = sender.address
    mail["To"] = to
    if sender.reply_to:
        mail["Reply-To"] = sender.reply_to
    mail["Subject"] = one_line(message.subject)
    mail["Date"] = format_datetime(datetime.now(UTC))
    mail["Message-ID"] = mail["X-Original-Message-ID"] = sender.message_id(
        message.key
    )  # some services change the first
    mail["In-Reply-To"] = mail["References"] = begun
    mail["Auto-Submitted"] = "auto-generated"  # so that a machine does not answer
    mail.set_content(message.text)
    if message.html:
        mail.add_alternative(message.html, subtype="html")
    return mail


def _hand_in(server: MailServer, sender: _From, message: Message, to: Sequence[Address]) -> Outcome:
    mail = _compose(message, sender, to)
    try:
        refused = server.hand_in(mail, sender.envelope(message.key), [one.addr_spec for one in to])
    except smtplib.SMTPRecipientsRefused as error:
        return _failure(error.recipients)
    except smtplib.SMTPDataError as error:
        words = error.smtp_error
        return _failure({"": (error.smtp_code, words if isinstance(words, bytes) else words.encode())})
    except smtplib.SMTPNotSupportedError:
        return Outcome(ReceiptStatus.FAILED, detail="the mail server takes no address with such letters")
    detail = f"not for {len(refused)} of {len(to)}: {_first_answer(refused)}" if refused else ""
    return Outcome(ReceiptStatus.ACCEPTED, detail=detail)


Refused = Mapping[str, tuple[int, bytes]]


def _failure(refused: Refused) -> Outcome:
    """For good, unless the server says of some recipient: not now."""
    final = all(code >= _FOR_GOOD for code, _ in refused.values())
    return Outcome(ReceiptStatus.FAILED, final, _first_answer(refused))


def _first_answer(refused: Refused) -> str:
    """The codes that the server gave for the first one whom it refused. Its words stay out."""
    code, words = next(iter(refused.values()))
    enhanced = _ENHANCED.match(words[:_LOOKED_AT].decode(errors="replace"))
    return f"{code} {enhanced[0]}" if enhanced else str(code)
