"""The commands about the keys of words: to wrap them anew, and to encrypt what lies in plain words."""

from __future__ import annotations

from complaintflow.cli.failures import Code
from complaintflow.cli.output import View
from complaintflow.cli.remembering import RememberingApp
from complaintflow.cli.settings import Shared
from complaintflow.desk.keeping_keys import Encryption, KeyRotation
from complaintflow.interchange import to_data

keys = RememberingApp(name="keys", help="The keys of words that lie encrypted: rotate, encrypt.")


@keys.command
def rotate(*, settings: Shared) -> int:
    """Wrap every key by the present root key, the first one that is given. The exit code is 8 when one does not open.

    Killed and called again it goes on. JSON: `keys`, `unreadable`.
    """
    with settings.desk() as desk:
        found = desk.rotate_keys()
    return _tell(settings, found, f"{found.keys} key(s) are wrapped anew")


@keys.command
def encrypt(*, settings: Shared) -> int:
    """Encrypt what lies in plain words, and came in before there were keys. Vacuum the store afterwards.

    Killed and called again it goes on. The exit code is 8 when something cannot be read. JSON: `complaints`, `letters`,
    `unreadable`.
    """
    with settings.desk() as desk:
        found = desk.encrypt()
    return _tell(settings, found, f"{found.complaints} complaint(s) and {found.letters} letter(s) are encrypted")


def _tell(settings: Shared, found: KeyRotation | Encryption, sentence: str) -> int:
    settings.output.emit(to_data(found), _view(found, sentence))
    return Code.BREACHED if found.unreadable else Code.OK


def _view(found: KeyRotation | Encryption, sentence: str) -> View:
    yield sentence
    yield from map(str, found.unreadable)
