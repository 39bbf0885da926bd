"""The transfer encodings of a part (RFC 2045). What is encoded wrongly is read as far as it goes."""

from __future__ import annotations

from binascii import Error, a2b_base64, a2b_qp, a2b_uu
from collections.abc import Callable, Mapping

_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64) - set(b"="))


def from_base64(data: bytes) -> bytes:
    """The bytes. Other characters between do not count; what is padded in the middle goes on behind it."""
    return b"".join(map(_from_letters, data.translate(None, _NOT_BASE64).split(b"=")))


def _from_letters(letters: bytes) -> bytes:
    spare = len(letters) % 4 == 1  # six bits are no byte
    return a2b_base64(letters[: len(letters) - spare] + b"=" * (-(len(letters) - spare) % 4))


def _from_uu(data: bytes) -> bytes:
    """The lines between `begin` and `end`; all as it came where one of them is wrong."""
    begin = data.find(b"begin ")
    lines = data[begin:].splitlines()[1:] if begin >= 0 else []
    try:
        return b"".join(a2b_uu(line) for line in lines if line.strip() and line != b"end") or data
    except Error:
        return data


_READERS: Mapping[str, Callable[[bytes], bytes]] = {
    "base64": from_base64,
    "quoted-printable": a2b_qp,
    "x-uuencode": _from_uu,
    "uuencode": _from_uu,
    "uue": _from_uu,
    "x-uue": _from_uu,
}


def decode_transfer(data: bytes, encoding: str) -> bytes:
    """What was encoded this way; under a name that is unknown, the bytes as they are."""
    read = _READERS.get(encoding.strip().lower())
    return read(data) if read else data


def is_encoded(encoding: str) -> bool:
    """Whether bytes under this name are others than they seem."""
    return encoding.strip().lower() in _READERS
