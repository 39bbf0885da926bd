"""From an error to its exit code and to the document that a machine reads."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from cyclopts import CycloptsError

from complaintflow.errors import (
    ComplaintflowError,
    Conflict,
    DefinitionError,
    InvalidInput,
    NotFound,
    NotPossible,
    PluginError,
    Refused,
    StoreError,
)


class Code(IntEnum):
    """What the process ends with."""

    OK = 0
    FAILED = 1
    INVALID = 2
    REFUSED = 3
    NOT_POSSIBLE = 4
    NOT_FOUND = 5
    CONFLICT = 6
    STORE = 7
    BREACHED = 8
    LEFT_OUT = 9
    UNPROVED = 10
    UNPRINTED = 11
    INTERRUPTED = 130


EXIT_CODES: Mapping[Code, str] = {
    Code.OK: "done",
    Code.FAILED: "the demo failed, or an error inside complaintflow",
    Code.INVALID: "wrong usage, invalid input or definition, or a missing extra",
    Code.REFUSED: "the rules refuse it",
    Code.NOT_POSSIBLE: "no such move from this state",
    Code.NOT_FOUND: "no complaint has this id",
    Code.CONFLICT: "somebody else was faster (--expect)",
    Code.STORE: "the store, a channel or another plugin failed",
    Code.BREACHED: "fsck, check or watch found something, diff found a difference, or something is in quarantine",
    Code.LEFT_OUT: "import, replay or watch left rows out; the others are in",
    Code.UNPROVED: "verify-receipt compared a receipt with nothing, as anybody can make one",
    Code.UNPRINTED: "done, but its answer or report could not be written: do not do it again for that",
    Code.INTERRUPTED: "interrupted",
}
"""Every exit code and what it means."""

_CODES: Mapping[type[Exception], Code] = {
    Refused: Code.REFUSED,
    NotPossible: Code.NOT_POSSIBLE,
    NotFound: Code.NOT_FOUND,
    Conflict: Code.CONFLICT,
    StoreError: Code.STORE,
    PluginError: Code.STORE,
    InvalidInput: Code.INVALID,
    DefinitionError: Code.INVALID,
}


def code_of(error: Exception) -> Code:
    """The exit code of an error that was raised on purpose."""
    return next((code for kind, code in _CODES.items() if isinstance(error, kind)), Code.INVALID)


def sentence_of(error: Exception) -> str:
    """The error for a person."""
    if isinstance(error, CycloptsError):
        return " ".join(str(error).split())
    return str(error)


ANSWERED = frozenset({Code.OK, Code.BREACHED, Code.LEFT_OUT, Code.UNPROVED})
"""What a command ends with that was done, and has something to tell."""


def unprinted(error: OSError, what: str = "its answer", where: str = "standard output") -> tuple[dict[str, Any], str]:
    """That a command was done, and what it tells was lost: the document, and the sentence."""
    sentence = (
        f"it was done, but {what} could not be written to {where} ({error.strerror}); "
        "do not do it again for that: list, show and log tell what is there"
    )
    document = {"kind": "Unprinted", "message": sentence, "exit_code": int(Code.UNPRINTED), "done": True}
    return {"error": document}, sentence


def document_of(error: Exception) -> dict[str, Any]:
    """The error for a machine: its kind, its sentence, its exit code, and its own fields."""
    from complaintflow.interchange import to_data  # loaded by a command that fails

    sentence = {
        "$kind": "Usage" if isinstance(error, CycloptsError) else type(error).__name__,
        "message": sentence_of(error),
    }
    told = to_data(error) if isinstance(error, ComplaintflowError) else sentence
    return {"error": {**told, "exit_code": int(code_of(error))}}
