"""What a time stamp says of a head, and what speaks against it; nothing is asked for over a network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import attrs
from cryptography.x509 import Certificate, load_pem_x509_certificates
from rfc3161_client import TimeStampResponse, VerificationError, VerifierBuilder, decode_timestamp_response

from complaintflow.errors import InvalidInput, Problem
from complaintflow.record.history import Head

LONGEST = 65_536
"""So many bytes has an answer at most. Those of public services have 2,000 to 8,000."""


@attrs.frozen
class TimeStamp:
    """What a time stamp says of a head. `at` is when it existed, by the clock of the service that signed it."""

    head: str
    at: datetime | None
    problems: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.problems


def check_time_stamp(head: str, answer: bytes, roots: bytes) -> TimeStamp:
    """What the answer of a service proves of this head to whoever trusts these roots (certificates in PEM).

    The digest must be that of the head, and the signature that of a service for time stamps whose certificates lead to
    one of the roots and were valid at the time that it names. Whether one was revoked is not asked. Raises
    `InvalidInput` for a head or roots that are none.
    """
    signed, given = signed_bytes(head), _read_roots(roots)
    stamp = decode(answer)
    if stamp is None:
        return TimeStamp(head, None, ("it is no whole answer of a service for time stamps",))
    return TimeStamp(head, _time_of(stamp), tuple(_faults(stamp, signed, given)))


def signed_bytes(head: str) -> bytes:
    """What is signed: the head as it is written. Raises `InvalidInput` for a text that is none."""
    try:
        return str(Head.parse(head)).encode("ascii")
    except ValueError:
        raise InvalidInput((Problem("head", repr(head[:80]), "a head, like 12:ab34…"),)) from None


def decode(answer: bytes) -> TimeStampResponse | None:
    """The answer, which carries a stamp, or None where it is something else."""
    if len(answer) > LONGEST:
        return None
    try:
        stamp = decode_timestamp_response(answer)
        _time_of(stamp)
    except ValueError:
        return None
    return stamp


def _faults(stamp: TimeStampResponse, signed: bytes, roots: list[Certificate]) -> Iterator[str]:
    try:
        VerifierBuilder(roots=roots).build().verify_message(stamp, signed)
    except (ValueError, VerificationError) as error:
        yield f"it proves nothing of this head: {error}"


def _time_of(stamp: TimeStampResponse) -> datetime:
    at = stamp.tst_info.gen_time
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _read_roots(roots: bytes) -> list[Certificate]:
    try:
        return load_pem_x509_certificates(roots)
    except ValueError:
        raise InvalidInput((Problem("roots", "no certificate", "certificates in PEM"),)) from None
