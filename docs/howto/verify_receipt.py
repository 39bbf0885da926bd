"""Check a receipt without complaintflow: the standard library of Python 3.11 alone, one file that anybody can read.

::

    python verify_receipt.py letter.txt                  # what does it say?
    python verify_receipt.py letter.txt 1234:9f86d0…     # does the head that was anchored agree?

The file may be the whole letter. It ends with 0 when the head agrees, 1 when it does not, 2 when there is no whole
receipt or that is no head, and 3 when no head was given: whoever makes up a ledger can make a receipt of it, so until
you compare the head with one that you have from elsewhere (a newspaper, an auditor, another customer), a receipt proves
nothing.

What a receipt is
-----------------
``CFR1.`` and base64url of: version (1 byte, 1), place (8 bytes, from 0), size of the ledger (8), length of the public
part (2), the public part, the inner digest (32), the proof (32 for each hash), and the first 4 bytes of the SHA-256 of
all that. Numbers are big-endian. The public part is a JSON list: complaint, number of the event in it, when
(microseconds since 1970, UTC), what happened, the state afterwards, the rules.

The link of the event is SHA-256(inner digest + public part). The ledger is the Merkle tree of RFC 6962 over all links;
the head is its size and root. The inner digest covers what was said, and tells nothing of it.
"""

import base64
import hashlib
import hmac
import json
import re
import struct
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

MARK = "CFR1."
HEAD = re.compile("[0-9]{1,18}:[0-9a-f]{64}")
LONGEST = 65_536
FIRST = struct.Struct(">BQQH")


class NoReceipt(Exception):
    """The text has no whole receipt."""


def sha256(*parts: bytes) -> bytes:
    """The digest over these bytes."""
    return hashlib.sha256(b"".join(parts)).digest()


def sides(place: int, size: int) -> list[bool]:
    """For each hash of the proof, the lowest first: whether it belongs to the left."""
    found: list[bool] = []
    while size > 1:
        left = 1 << ((size - 1).bit_length() - 1)  # so many leaves are in the left half
        found.append(place >= left)
        place, size = (place - left, size - left) if place >= left else (place, left)
    return found[::-1]


def read(data: bytes) -> tuple[bytes, bytes, int, int, list[bytes]]:
    """The public part, the inner digest, the place, the size and the proof."""
    if len(data) < FIRST.size:
        raise NoReceipt("it is cut off")
    version, place, size, length = FIRST.unpack_from(data)
    if version != 1 or place >= size:
        raise NoReceipt("it is of another version, or damaged")
    middle = FIRST.size + length
    end = middle + 32 * (1 + len(sides(place, size)))
    if sha256(data[:end])[:4] != data[end : end + 4]:
        raise NoReceipt("it is cut off, or a sign of it is wrong")
    inner, *proof = [data[start : start + 32] for start in range(middle, end, 32)]
    return data[FIRST.size : middle], inner, place, size, proof


def find(text: str) -> tuple[bytes, bytes, int, int, list[bytes]]:
    """The first whole receipt, however a mail program has wrapped and quoted it; the letter may speak of the mark."""
    why: Exception = NoReceipt("there is no " + MARK)
    for behind in text[:LONGEST].split(MARK)[1:]:
        signs = re.sub(r"[^A-Za-z0-9_-]+", "", behind)
        signs = signs[:-1] if len(signs) % 4 == 1 else signs
        try:
            return read(base64.urlsafe_b64decode(signs + "=" * (-len(signs) % 4)))
        except (NoReceipt, ValueError) as error:
            why = error
    raise why


def head_of(public: bytes, inner: bytes, place: int, size: int, proof: list[bytes]) -> str:
    """The head of the ledger that has this event at this place."""
    node = sha256(b"\x00", sha256(inner, public))
    for is_left, other in zip(sides(place, size), proof, strict=True):
        node = sha256(b"\x01", other, node) if is_left else sha256(b"\x01", node, other)
    return f"{size}:{node.hex()}"


def say(public: bytes, place: int, head: str) -> None:
    """What the receipt says. A forged one would write lines of ours: a sign that nobody sees is shown as ?."""
    told = json.loads(public)
    if not isinstance(told, list) or [type(one) for one in told] != [str, int, int, str, str, str]:
        raise NoReceipt("it is not about an event")
    complaint, number, at, what, state, rules = told
    when = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=at)
    line = f"{complaint} event {number}: {what} at {when}, then {state} (rules {rules})"
    print("".join(sign if sign.isprintable() else "?" for sign in line))
    print(f"was number {place + 1} of the ledger whose head is {head}")


def check(file: str, anchored: str) -> int:
    """Say what the receipt says, and compare its head; answers with the exit code."""
    try:
        with Path(file).open(encoding="utf-8", errors="replace") as letter:
            public, inner, place, size, proof = find(letter.read(LONGEST))
        head = head_of(public, inner, place, size, proof)
        say(public, place, head)
    except (NoReceipt, OSError, OverflowError, RecursionError, ValueError) as error:
        print(f"no receipt: {error}", file=sys.stderr)
        return 2
    if not anchored:
        print("nothing is proved yet: compare this head with one that was anchored")
        return 3
    if not HEAD.fullmatch(anchored):
        print("that is no head: one looks like 12:ab34…, with 64 signs behind the colon", file=sys.stderr)
        return 2
    count, root = anchored.split(":")
    if int(count) != size:
        print("of another size than the head that you gave: ask for a receipt at that head", file=sys.stderr)
        return 1
    if not hmac.compare_digest(head.encode(), f"{size}:{root}".encode()):
        print("NOT in the ledger whose head you gave", file=sys.stderr)
        return 1
    print("sound: it is in the ledger whose head you gave")
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(check(sys.argv[1], sys.argv[2].strip() if len(sys.argv) == 3 else ""))
