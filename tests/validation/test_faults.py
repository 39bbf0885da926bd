"""A fault of others is told by its type and its known codes, and by nothing that its author put into it."""

from __future__ import annotations

import smtplib
import sqlite3
import urllib.error
from email.message import Message
from http import HTTPStatus
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from complaintflow._validation import faults
from complaintflow._validation.faults import Misfit, name_fault, trace_of
from complaintflow.plugins.sqlite_faults import kind_of, meaning_of

SECRET = "Geheim-ö-1"


class Answered(Exception):
    def __init__(self, **fields: object) -> None:
        super().__init__(SECRET)
        self.__dict__.update(fields)


def sqlite_error(statement: str) -> sqlite3.Error:
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(statement)
    except sqlite3.Error as error:
        return error.with_traceback(None)
    finally:
        connection.close()
    raise AssertionError(statement)


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        (RuntimeError(SECRET), "RuntimeError"),
        (UnicodeEncodeError("ascii", SECRET, 7, 8, SECRET), "UnicodeEncodeError"),
        (OSError(28, SECRET, SECRET), "OSError ENOSPC"),
        (OSError(13_800_138_000, SECRET), "OSError"),
        (smtplib.SMTPAuthenticationError(535, SECRET.encode()), "SMTPAuthenticationError 535"),
        (smtplib.SMTPResponseException(138_001, SECRET), "SMTPResponseException"),
        (urllib.error.HTTPError(SECRET, 503, SECRET, Message(), None), "HTTPError HTTP 503"),
        (Answered(response=SimpleNamespace(status_code=429)), "Answered HTTP 429"),
        (Answered(status_code=HTTPStatus.BAD_GATEWAY), "Answered HTTP 502"),
        (Answered(status_code=99), "Answered"),
        (Answered(status=SECRET, errno=SECRET, smtp_code=SECRET, sqlite_errorname=SECRET), "Answered"),
        (Answered(sqlite_errorname="SQLITE_" + SECRET, errno=[SECRET], status_code={}), "Answered"),
        (type(SECRET * 9, (Exception,), {})(), "an error"),
        (Misfit("a dict is no Suggestion"), "TypeError: a dict is no Suggestion"),
        (sqlite_error("SELECT * FROM secret"), "OperationalError SQLITE_ERROR"),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_password_in_an_error_of_others_is_not_told(fault: Exception, named: str) -> None:
    assert name_fault(fault) == named


def test_an_error_that_cannot_even_be_asked_is_named() -> None:
    class Sly(Exception):
        @property
        def errno(self) -> int:
            raise RuntimeError(SECRET)

        __str__ = __repr__ = lambda self: SECRET

    assert name_fault(Sly()) == "Sly"


def raised(fault: Exception) -> Exception:
    try:
        raise fault
    except Exception as error:
        return error


def test_whoever_looks_for_the_fault_finds_its_file_and_line() -> None:
    fault = raised(ValueError(SECRET))
    assert name_fault(fault).startswith("ValueError at test_faults.py:")
    assert trace_of(fault) == [f"  {name_fault(fault).removeprefix('ValueError ')}"]


def test_a_name_that_the_code_has_and_nobody_else_is_told() -> None:
    """Or the author of a plugin reads "NameError", and looks for a slip in every line of the function."""
    slips = {"of 'nope'": "nope", "of 'sned'": "object().sned", "of 'no_such_module'": "import no_such_module"}
    for told, code in slips.items():
        with pytest.raises((NameError, AttributeError, ImportError)) as failed:
            exec(compile(code, "mine.py", "exec"), {})
        assert name_fault(failed.value) == f"{type(failed.value).__name__} {told} at mine.py:1"


@pytest.mark.parametrize("kind", [NameError, AttributeError, ImportError])
def test_a_name_that_came_with_the_data_is_not_told(kind: type[Exception]) -> None:
    """Whoever raises such an error, or asks for an attribute by a text, may have a phone in it."""
    fault = kind(SECRET, name="Geheim")  # type: ignore[call-arg]  # these three take a name
    assert name_fault(raised(fault)).startswith(f"{kind.__name__} at test_faults.py:")
    with pytest.raises(AttributeError) as failed:
        getattr(object(), "Geheim" + "1")
    assert "Geheim" not in name_fault(failed.value)


def test_code_without_a_file_of_its_own_has_no_place() -> None:
    with pytest.raises(ZeroDivisionError) as failed:
        exec(compile("1 / 0", f"/home/{SECRET}/{SECRET}", "exec"))
    assert SECRET not in " ".join([name_fault(failed.value), *trace_of(failed.value)])


def test_a_traceback_without_an_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "_PLACES", 60)

    def fall(depth: int) -> None:
        if depth:
            fall(depth - 1)
        raise ValueError(SECRET)

    with pytest.raises(ValueError, match=SECRET) as failed:
        fall(100)
    assert len(trace_of(failed.value)) == 20


KINDS: list[Any] = [RuntimeError, OSError, KeyError, ImportError, UnicodeError, sqlite3.OperationalError, Answered]


@given(st.sampled_from(KINDS), st.text("Zq", min_size=4), st.booleans())
def test_no_word_of_an_author_gets_through(kind: type[Exception], secret: str, more: bool) -> None:
    fault = kind(secret=secret) if kind is Answered else kind(secret, secret) if more else kind(secret)
    fault.add_note(secret)
    fault.__cause__ = RuntimeError(secret)
    assert secret not in name_fault(raised(fault))


@pytest.mark.parametrize(
    ("statement", "kind", "meaning"),
    [
        ("CREATE TABLE a (b UNIQUE); INSERT INTO a VALUES ('x'), ('x')", "SQLITE_CONSTRAINT", "a row contradicts"),
        ("SELECT json_extract('{}', 'bad path')", "SQLITE_ERROR", "OperationalError SQLITE_ERROR"),
    ],
)
def test_what_sqlite_means_is_said_in_our_words(statement: str, kind: str, meaning: str) -> None:
    error = sqlite_error(statement)
    assert kind_of(error) == kind
    assert meaning_of(error).startswith(meaning)


def test_an_error_of_the_module_alone_has_no_code() -> None:
    assert kind_of(sqlite3.ProgrammingError(SECRET)) == ""
    assert meaning_of(sqlite3.ProgrammingError(SECRET)) == "ProgrammingError"
