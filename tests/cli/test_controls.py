"""A terminal gets no character that could drive it, turn a text round or hide in it, whatever a stranger wrote."""

from __future__ import annotations

import io
import json
from unicodedata import category

import pytest
from hypothesis import given, strategies as st

from complaintflow.cli.output import Fields, Line, Output, Table, View, make_console
from tests.cli.command_line import CommandLine

ESCAPES = [
    *("\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\x9d0;x\x9c", "\x85", "\x00", "\x08", "\x7f", "\r"),
    *("\u202e", "\u2066", "\u200f", "\u061c", "\u200b", "\ufeff", "\u2028", "\u2029", "\u00ad", "\U000e0041", "\ufff9"),
]


def controls(text: str) -> list[str]:
    return [char for char in text if char not in "\t\n" and category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]


def shown(text: str, *, machine: bool = False, width: int | None = None) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="", errors="surrogatepass")
    output = Output(machine, stream)
    if width:
        output._console.width = width
    parts: View = [text, Line(text), Table((text, "b"), [(text, text)]), Fields([(text, text)])]
    output.emit({"words": text, text: [text]}, parts)
    stream.flush()
    stream.seek(0)
    return stream.read()


@pytest.mark.parametrize("escape", ESCAPES, ids=ascii)
@pytest.mark.parametrize("width", [None, 40])
def test_no_stranger_drives_a_terminal(escape: str, width: int | None) -> None:
    assert controls(shown(f"a{escape}b", width=width)) == []


@pytest.mark.parametrize("escape", ESCAPES, ids=ascii)
def test_a_document_escapes_them_and_loses_nothing(escape: str) -> None:
    text = f"投诉{escape}b"
    document = shown(text, machine=True)
    assert controls(document) == []
    assert json.loads(document) == {"words": text, text: [text]}


@given(st.text())
def test_nothing_of_any_text_gets_through(text: str) -> None:
    assert controls(shown(text) + shown(text, machine=True)) == []


def test_a_document_in_another_encoding_is_escaped_as_well() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    Output(True, stream).emit({"a": "投\x9b\x7f"}, [])
    stream.seek(0)
    assert json.loads(text := stream.read()) == {"a": "投\x9b\x7f"}
    assert controls(text) == []


def test_what_others_print_on_the_console_is_clean_too() -> None:
    """The demo, and the bar that shows how an import goes on."""
    stream = io.StringIO()
    make_console(stream).print("rows left out: \x1b[2J\x9b")
    assert controls(stream.getvalue()) == []


def test_an_error_about_what_a_stranger_wrote_is_clean(cli: CommandLine) -> None:
    for more in ((), ("--json",)):
        ran = cli("show", "C-\x1b[2J\u202e\x9b", *more)
        assert controls(ran.out + ran.err) == []
