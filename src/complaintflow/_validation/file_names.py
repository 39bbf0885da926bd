"""The name of a file as a person sees it: a label, and never a path.

>>> file_name("C:\\\\Users\\\\li\\\\发票.pdf")
'发票.pdf'
"""

from __future__ import annotations

import re
from unicodedata import normalize

from complaintflow._validation.names import is_unseen

NAME_CHARS = 120
"""So long is a name at most; of a longer one the begin and the extension are kept."""

_LOOKED_AT = 4_000
_FOLDER = re.compile(r"[/\\]")
_EXTENSION = re.compile(r"\.\w{1,10}\Z")


def file_name(text: str) -> str:
    """The name without folders, without characters that nobody sees or that turn the reading, and of a bounded length.

    It is blank where nothing is left that names a file, as of `..`. What is clean already stays as it is.
    """
    seen = (_without_unseen(part) for part in reversed(_FOLDER.split(text[-_LOOKED_AT:])))
    name = next((part for part in seen if part.strip(".")), "")
    return _shorten(name)


def _without_unseen(part: str) -> str:
    shown = "".join(char for char in part if char.isspace() or not is_unseen(char))
    return normalize("NFC", " ".join(shown.split()))


def _shorten(name: str) -> str:
    if len(name) <= NAME_CHARS:
        return name
    found = _EXTENSION.search(name)
    extension = found.group() if found else ""
    return f"{name[: NAME_CHARS - len(extension) - 1].rstrip()}…{extension}"
