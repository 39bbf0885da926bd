"""Asks a service for a time stamp over HTTP: within a time, for so many bytes, and only for what was asked."""

from __future__ import annotations

import ssl
from concurrent.futures import Future
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Thread
from urllib.parse import SplitResult, urlsplit

from rfc3161_client import HashAlgorithm, TimeStampRequest, TimestampRequestBuilder

from complaintflow.contrib.timestamps.tokens import LONGEST, check_time_stamp, decode, signed_bytes
from complaintflow.errors import InvalidInput, Problem

_OK = 200
_GRANTED = 0
_TYPE = "application/timestamp-query"


def request_time_stamp(head: str, url: str, *, roots: bytes | None = None, seconds: float = 10.0) -> bytes:
    """The answer of the service at this URL about this head, to be kept beside it: DER, as openssl reads it.

    It is for what was asked (digest and nonce), and with `roots` it is checked as `check_time_stamp` does. The service
    gets the digest of the head, and nothing else. It has so many seconds for all of it; a redirection is not followed.
    Raises `InvalidInput` for a head, a URL or roots that are none, and when no such answer comes.
    """
    place = _place_of(url)
    builder = TimestampRequestBuilder().data(signed_bytes(head)).hash_algorithm(HashAlgorithm.SHA256)
    asked = builder.nonce(nonce=True).cert_request(cert_request=True).build()
    answer = _post_within(seconds, place, asked.as_bytes())
    if not _is_about(asked, answer):
        raise _no_stamp(place, "a refusal, an answer to something else, or no time stamp")
    if roots is not None and (faults := check_time_stamp(head, answer, roots).problems):
        raise _no_stamp(place, "; ".join(faults))
    return answer


def _place_of(url: str) -> SplitResult:
    with suppress(ValueError):
        place = urlsplit(url)
        if place.scheme in {"http", "https"} and place.hostname and place.port != 0 and place.username is None:
            return place
    raise InvalidInput((Problem("tsa", "another URL", "http://… or https://…, without a password"),))


def _is_about(asked: TimeStampRequest, answer: bytes) -> bool:
    """Whether it was granted for this digest and this nonce: an older one, or one for another, is worth nothing."""
    stamp = decode(answer)
    if stamp is None or stamp.status != _GRANTED:
        return False
    told, mine = stamp.tst_info.message_imprint, asked.message_imprint
    return (told.hash_algorithm, told.message, stamp.tst_info.nonce) == (mine.hash_algorithm, mine.message, asked.nonce)


def _post_within(seconds: float, place: SplitResult, body: bytes) -> bytes:
    """In a thread of its own, which is left alone when the time is over: a far end may answer byte by byte."""
    answer = Future[bytes]()

    def post() -> None:
        try:
            answer.set_result(_post(seconds, place, body))
        except Exception as error:
            answer.set_exception(error)

    Thread(target=post, daemon=True).start()
    try:
        return answer.result(seconds)
    except (OSError, HTTPException, ValueError) as error:
        raise _no_stamp(place, f"no answer ({type(error).__name__})") from None


def _post(seconds: float, place: SplitResult, body: bytes) -> bytes:
    path = f"{place.path or '/'}{'?' if place.query else ''}{place.query}"
    with closing(_connection(seconds, place)) as connection:
        connection.request("POST", path, body, {"content-type": _TYPE})
        with connection.getresponse() as answer:
            if answer.status != _OK:
                raise _no_stamp(place, f"HTTP {answer.status}")
            told = answer.read(LONGEST + 1)
    if len(told) > LONGEST:
        raise _no_stamp(place, f"more than {LONGEST:,} bytes")
    return told


def _connection(seconds: float, place: SplitResult) -> HTTPConnection:
    host = place.hostname or ""
    if place.scheme == "http":
        return HTTPConnection(host, place.port, timeout=seconds)
    return HTTPSConnection(host, place.port, timeout=seconds, context=ssl.create_default_context())


def _no_stamp(place: SplitResult, came: str) -> InvalidInput:
    """What came from there, by its host alone: a path may hold a secret."""
    return InvalidInput((Problem("tsa", f"{place.hostname}: {came}", "a time stamp for this head (RFC 3161)"),))
