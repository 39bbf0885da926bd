"""The name of a file is a label for people: no path, nothing that turns the reading, and bounded."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from complaintflow import Attachment
from complaintflow._validation.file_names import NAME_CHARS, file_name
from complaintflow._validation.names import is_unseen


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("发票.pdf", "发票.pdf"),
        ("my receipt (2).jpg", "my receipt (2).jpg"),
        ("C:\\Users\\li\\支付截图.png", "支付截图.png"),
        ("../../etc/passwd", "passwd"),
        ("/", ""),
        ("..", ""),
        ("photo.png/", "photo.png"),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),  # shown as invoiceexe.jpg
        ("\u2067截图\u2069.png", "截图.png"),
        ("a\x1b[31m\x07.txt", "a[31m.txt"),
        ("two\r\nlines\u2028here.txt", "two lines here.txt"),
        ("a\u200db\ufeff.txt", "ab.txt"),
        ("  wide\u3000blank\t.txt ", "wide blank .txt"),
        ("cafe\u0301.txt", "caf\u00e9.txt"),
        ("half\ud83d.txt", "half.txt"),
        (".bashrc", ".bashrc"),
    ],
)
def test_a_name_is_what_a_person_may_read_safely(given: str, kept: str) -> None:
    assert file_name(given) == kept


def test_a_long_name_keeps_its_begin_and_its_extension() -> None:
    name = file_name("证" * 5_000 + ".pdf")
    assert (len(name), name[-5:], name[:2]) == (NAME_CHARS, "….pdf", "证证")
    assert len(file_name("x" * 300)) == NAME_CHARS


@given(st.text(st.characters(), max_size=300))
def test_a_clean_name_stays_as_it_is(text: str) -> None:
    name = file_name(text)
    assert file_name(name) == name
    assert len(name) <= NAME_CHARS
    assert not any(map(is_unseen, name))
    assert "/" not in name
    assert "\\" not in name


def test_the_record_of_a_file_holds_the_clean_name_and_its_repr_none() -> None:
    file = Attachment("mid:1@x/part-2", "application/pdf", 7, name="D:\\张伟的病历.pdf")
    assert file.name == "张伟的病历.pdf"
    assert "张伟" not in repr(file)
    assert file.label == "张伟的病历.pdf (application/pdf, 7 bytes)"
    assert Attachment("mid:1@x/part-2").label == "mid:1@x/part-2"
