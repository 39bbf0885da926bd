"""A time stamp of a third party (RFC 3161) for the head of the ledger, from a real service on this machine."""

from __future__ import annotations

import shutil
import subprocess
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID

from complaintflow import InvalidInput
from complaintflow.contrib.timestamps import TimeStamp, check_time_stamp, request_time_stamp
from tests.contrib.stamping import NOW, YEAR, Service, authority, serving

HEAD = f"12:{'ab' * 32}"
OTHER = f"12:{'ac' * 32}"
ROOT = authority()


def stamped(service: Service, head: str = HEAD, **more: Any) -> bytes:
    with serving(service) as url:
        return request_time_stamp(head, url, **more)


def test_a_stamp_says_when_the_head_was_there_to_who_trusts_the_root() -> None:
    """An auditor needs to trust neither us nor our clock."""
    answer = stamped(Service(ROOT), roots=ROOT.roots)
    assert check_time_stamp(HEAD, answer, ROOT.roots) == TimeStamp(HEAD, NOW)


def test_a_stamp_of_another_head_or_from_another_root_proves_nothing() -> None:
    answer = stamped(Service(ROOT))
    assert not check_time_stamp(OTHER, answer, ROOT.roots).sound
    assert not check_time_stamp(HEAD, answer, authority().roots).sound
    for garbage in (b"", b"no answer", answer[:-9], bytes(70_000)):
        assert check_time_stamp(HEAD, garbage, ROOT.roots).at is None
        assert not check_time_stamp(HEAD, garbage, ROOT.roots).sound


def test_no_bit_of_what_is_signed_can_be_changed() -> None:
    """Each byte of an answer is changed in turn: it says no other time, and is not sound for another head."""
    answer = stamped(Service(ROOT))
    for place in range(len(answer)):
        changed = bytearray(answer)
        changed[place] ^= 0x01
        told = check_time_stamp(HEAD, bytes(changed), ROOT.roots)
        assert told == TimeStamp(HEAD, NOW) or told.problems, place


@pytest.mark.parametrize(
    "service",
    [
        Service(ROOT, nonce=lambda asked: asked[:-1] + bytes((asked[-1] ^ 1,))),
        Service(ROOT, digest=lambda asked: bytes(32)),
        Service(ROOT, status=2),
        Service(ROOT, http=500),
        Service(ROOT, http=302),
        Service(ROOT, damage=lambda answer: answer[:-9]),
        Service(ROOT, damage=lambda answer: b"<html>"),
        Service(ROOT, damage=lambda answer: answer + bytes(70_000)),
    ],
    ids=["another nonce", "another digest", "refused", "failed", "elsewhere", "cut off", "a page", "too long"],
)
def test_an_answer_to_something_else_is_not_kept(service: Service) -> None:
    """A stamp of yesterday, or of another ledger, kept beside today's head would be found worthless years later."""
    with pytest.raises(InvalidInput):
        stamped(service)


@pytest.mark.parametrize(
    ("begin", "end", "usage"),
    [
        (NOW - YEAR, NOW - timedelta(days=1), None),
        (NOW + timedelta(days=1), NOW + YEAR, None),
        (NOW - YEAR, NOW + YEAR, ExtendedKeyUsageOID.CODE_SIGNING),
    ],
    ids=["ran out before", "not valid yet", "not for time stamps"],
)
def test_a_certificate_must_have_been_valid_for_time_stamps_at_that_time(begin: Any, end: Any, usage: Any) -> None:
    house = authority(begin, end, usage)
    answer = stamped(Service(house))
    assert not check_time_stamp(HEAD, answer, house.roots).sound
    with pytest.raises(InvalidInput):
        stamped(Service(house), roots=house.roots)


def test_a_stamp_stays_good_when_its_certificate_has_run_out_since() -> None:
    house = authority(NOW - 2 * YEAR, NOW - YEAR)
    answer = stamped(Service(house, at=NOW - YEAR - timedelta(days=7)), roots=house.roots)
    assert check_time_stamp(HEAD, answer, house.roots).at == NOW - YEAR - timedelta(days=7)


def test_a_service_that_signs_with_no_certificate_beside_it_is_refused() -> None:
    assert not check_time_stamp(HEAD, stamped(Service(ROOT, certificates=False)), ROOT.roots).sound


def test_a_service_that_answers_byte_by_byte_is_left_alone() -> None:
    """Cron would start the next one while the last one still waits."""

    def slowly(out: Any, answer: bytes) -> None:
        with suppress(OSError):
            for sign in answer[:20]:
                out.write(bytes((sign,)))
                out.flush()
                time.sleep(0.05)

    begun = time.monotonic()
    with serving(Service(ROOT), slowly) as url, pytest.raises(InvalidInput):
        request_time_stamp(HEAD, url, seconds=0.2)
    assert time.monotonic() - begun < 3  # of which the service itself takes one


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "ftp://x/", "http://", "http://x:0/", "http://u:p@x/", "x"])
def test_what_is_no_address_of_a_service_is_refused_and_named_to_nobody(url: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        request_time_stamp(HEAD, url)
    assert "passwd" not in str(refused.value)


def test_what_is_no_head_and_no_root_is_refused_before_anybody_is_asked() -> None:
    service = Service(ROOT)
    with serving(service) as url, pytest.raises(InvalidInput):
        request_time_stamp("12", url)
    assert service.asked == []
    for roots in (b"", b"-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----"):
        with pytest.raises(InvalidInput):
            check_time_stamp(HEAD, b"", roots)


def test_the_service_is_told_the_digest_and_nothing_else() -> None:
    """How many complaints a house has is its own affair."""
    service = Service(ROOT)
    stamped(service)
    assert HEAD.encode() not in service.asked[0]
    assert len(service.asked[0]) < 80


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_reads_what_is_kept(tmp_path: Path) -> None:
    """Who checks it in ten years needs nothing of ours."""
    files = {"head.txt": HEAD.encode(), "stamp.tsr": stamped(Service(ROOT)), "roots.pem": ROOT.roots}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    line = ["openssl", "ts", "-verify", "-data", "head.txt", "-in", "stamp.tsr", "-CAfile", "roots.pem"]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
