"""Words come back as they were written, whatever the label says of their bytes."""

from __future__ import annotations

import base64
import string

import pytest
from hypothesis import assume, event, given, strategies as st

from complaintflow.inbound import Reply, read_mail
from complaintflow.inbound._charsets import charset_of_html, decode
from tests import stories as s

SIMPLIFIED = "还没到账请尽快退款第二笔钱没有收到我很不满意你们说三天内处理可是一直不行,。!"
TRADITIONAL = "還沒到賬請盡快退款第二筆錢沒有收到我很不滿意恒生銀行裏面的客服說三天"
CANTONESE = "我嘅錢未到點解咁耐都唔覆我啲嘢喺邊度"
JAPANESE = "まだ届いていません返金をお願いします二重に請求されました東京テスト"
KOREAN = "아직 도착하지 않았습니다 환불해 주세요 두 번 결제되었어요"
WESTERN = ("Straße", "déjà", "señor", "für", "Zürich", "reçu", "Geld", "still", "not", "paid", "ok")
RUSSIAN = ("деньги", "не", "пришли", "верните", "вторую", "оплату")


def texts(letters: str) -> st.SearchStrategy[str]:
    return st.text(letters + string.ascii_letters + " \n", min_size=2, max_size=60)


def phrases(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(words), min_size=1).map(" ".join)


LABELS = {
    "gb2312": ("gb2312", "GB2312", "gbk", "gb18030", "x-gbk", "cp936"),
    "gbk": ("gb2312", "gbk", "gb18030"),
    "gb18030": ("gb2312", "gb18030"),
    "cp950": ("big5", "Big5", "x-x-big5", "cp950"),
    "big5hkscs": ("big5", "big5-hkscs"),
    "cp932": ("shift_jis", "Shift_JIS", "x-sjis", "windows-31j"),
    "euc_jp": ("euc-jp",),
    "iso2022_jp": ("iso-2022-jp", "ISO-2022-JP", "us-ascii", ""),
    "cp949": ("ks_c_5601-1987", "euc-kr", "cp949"),
    "cp1252": ("iso-8859-1", "windows-1252", "latin1"),
    "koi8-r": ("koi8-r",),
    "cp1251": ("windows-1251",),
    "hz": ("hz-gb-2312",),
    "utf-7": ("utf-7", "unicode-1-1-utf-7"),
    "utf-16": ("utf-16", "", "us-ascii", "gb2312"),
    "utf-16-be": ("utf-16be",),
    "utf-8-sig": ("utf-8", "gb2312", ""),
}
WRITTEN = {
    "gb2312": texts(SIMPLIFIED),
    "gbk": texts(SIMPLIFIED + TRADITIONAL),
    "gb18030": texts(SIMPLIFIED + CANTONESE),
    "cp950": texts(TRADITIONAL),
    "big5hkscs": texts(TRADITIONAL + CANTONESE),
    "cp932": texts(JAPANESE + "①㈱髙"),
    "euc_jp": texts(JAPANESE),
    "iso2022_jp": texts(JAPANESE),
    "cp949": texts(KOREAN + "뷁"),
    "cp1252": phrases((*WESTERN, "“quoted”", "€", "–")),
    "koi8-r": phrases(RUSSIAN),
    "cp1251": phrases(RUSSIAN),
    "hz": texts(SIMPLIFIED),
}
ANY = st.one_of(texts(SIMPLIFIED), texts(TRADITIONAL + CANTONESE), phrases(WESTERN), texts(JAPANESE), texts(KOREAN))


@pytest.mark.parametrize("codec", LABELS)
@given(st.data())
def test_what_is_written_in_a_charset_comes_back_under_each_of_its_labels(codec: str, data: st.DataObject) -> None:
    text = data.draw(WRITTEN.get(codec, ANY))
    label = data.draw(st.sampled_from(LABELS[codec]))
    assume(codec not in {"hz", "utf-7"} or "~" not in text)
    event(label)
    assert decode(text.encode(codec), label) == text


@pytest.mark.parametrize(
    "label",
    [
        "gb2312",
        "gbk",
        "big5",
        "iso-8859-1",
        "us-ascii",
        "shift_jis",
        "euc-kr",
        "koi8-r",
        "utf-8",
        "",
        "x-unknown",
        "idna",
    ],
)
@given(st.one_of(texts(SIMPLIFIED), texts(TRADITIONAL + CANTONESE), texts(JAPANESE), texts(KOREAN)))
def test_utf_8_is_read_as_utf_8_whatever_the_label_says(label: str, text: str) -> None:
    assert decode(text.encode(), label) == text


@pytest.mark.parametrize("text", ["还没到账", "请尽快退款", "模没么煤", "联通", "谢谢", "我買咗兩件", "ok"])
@pytest.mark.parametrize("label", ["gb2312", "gbk", "big5", "iso-8859-1", "us-ascii", "nonsense"])
def test_a_short_word_under_a_wrong_label_is_not_garbled(text: str, label: str) -> None:
    assert decode(text.encode(), label) == text
    if label.startswith("gb"):
        assert decode(text.encode("gbk"), label) == text


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        ("还没到账,请退款", "gbk", "iso-8859-1"),
        ("还没到账,请退款", "gbk", "us-ascii"),
        ("還沒到賬,請退款", "big5", "us-ascii"),
        ("還沒到賬,請退款", "big5", ""),
        ("Das Geld für Zürich fehlt", "cp1252", ""),
        ("Das Geld für Zürich fehlt", "cp1252", "us-ascii"),
        ("①我嘅錢", "big5hkscs", "big5"),
        ("10€ 退款", "cp950", "big5"),
        ("返金①㈱", "euc_jis_2004", "euc-jp"),
        ("退款\n", "utf-16-le", "utf-16"),
        ("退款\n", "utf-16-be", "utf-16"),
        ("1+1=2", "ascii", "utf-7"),
        ("a~b", "ascii", "hz"),
        ("plain", "ascii", "utf-16"),
    ],
)
def test_a_text_is_read_where_label_and_bytes_differ(text: str, codec: str, label: str) -> None:
    assert decode(text.encode(codec), label) == text


def test_the_euro_sign_of_windows_does_not_garble_the_text() -> None:
    assert decode("退款".encode("gbk") + b"\x80" + "三十".encode("gbk"), "gb2312") == "退款€三十"


def test_a_number_in_a_circle_does_not_garble_a_japanese_mail() -> None:
    assert decode(b"\x1b$BJV6b-!-j|b\x1b(B ok \x1b(J!\x1b$B$9\x1b(B", "iso-2022-jp") == "返金①㈱髙 ok !す"


@pytest.mark.parametrize("label", ["utf-8", "gb2312", "big5", "", "iso-8859-1"])
def test_a_letter_that_was_cut_in_the_middle_garbles_no_other(label: str) -> None:
    text = "第二笔款还没有到账,请尽快处理"
    assert decode(text.encode()[:-1], label) == text[:-1] + "\N{REPLACEMENT CHARACTER}"
    assert decode(text.encode()[1:], label).endswith(text[1:])


@pytest.mark.parametrize("label", ["gb2312", "big5"])
def test_one_wrong_byte_garbles_no_other_letter(label: str) -> None:
    found = decode("退款".encode(label) + b"\xff" + "三天".encode(label), label)
    assert (found[:2], found[-2:]) == ("退款", "三天")


def test_a_hint_counts_where_the_label_says_nothing() -> None:
    assert decode("환불".encode("cp949"), "us-ascii", "euc-kr") == "환불"
    assert decode("환불".encode("cp949"), "euc-kr", "gb2312") == "환불"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (b'<html><meta charset="big5">', "big5"),
        (b'<META http-equiv=Content-Type content="text/html; charset=gb2312">', "gb2312"),
        (b"<p>charset=gb2312</p>", ""),
        (b"<meta " * 5_000, ""),
    ],
)
def test_html_names_its_charset_itself(html: bytes, found: str) -> None:
    assert charset_of_html(html) == found


def mail(text: str, codec: str, kind: str, head: str = "") -> Reply:
    encoded = base64.encodebytes(text.encode(codec))
    given = f"From: u17@example.com\n{head}Content-Type: {kind}\nContent-Transfer-Encoding: base64\n\n".encode()
    found = read_mail(given + encoded, s.T0)
    assert isinstance(found, Reply)
    return found


@pytest.mark.parametrize(("text", "codec"), [("我嘅錢未到", "big5hkscs"), ("恒生銀行還沒退款", "cp950")])
def test_a_mail_of_hong_kong_or_windows_is_not_garbled(text: str, codec: str) -> None:
    assert mail(text, codec, "text/plain; charset=big5").text == text


def test_an_html_mail_without_a_charset_is_read_by_what_it_says_itself() -> None:
    html = '<html><head><meta charset="euc-kr"></head><body>환불해 주세요</body></html>'
    assert mail(html, "cp949", "text/html").text == "환불해 주세요"


def test_a_mail_without_a_charset_is_read_like_its_subject() -> None:
    head = "Subject: =?big5?B?" + base64.b64encode("投訴".encode("big5")).decode() + "?=\n"
    assert mail("錢呢", "big5", "text/plain", head).text == "錢呢"


@given(
    st.binary(),
    st.sampled_from(["", "gb2312", "big5", "hz", "utf-7", "utf-16", "iso-2022-jp", "hex", "rot13", "\ud800"]),
)
def test_any_bytes_are_some_text(data: bytes, label: str) -> None:
    assert isinstance(decode(data, label, label), str)


LYING = (
    ("utf-8", "gbk", "您好，退款还没到账，请处理。我很着急"),
    ("utf-8", "big5", "您好，退款還沒到帳，請處理。我很著急"),
    ("utf-8", "cp1252", "Où est mon argent déjà payé à Zürich ?"),
    ("big5", "gbk", "您好，退款还没到账，请处理。我很着急"),
    ("big5-hkscs", "gbk", "您好，退款还没到账，请处理。我很着急"),
    ("gbk", "big5", "您好，退款還沒到帳，請處理。我很著急"),
    ("gb2312", "big5", "第二筆錢沒有收到，你們說三天內處理，可是一直不行"),
)


@pytest.mark.parametrize(("label", "charset", "text"), LYING)
def test_a_label_that_lies_costs_no_words(label: str, charset: str, text: str) -> None:
    """They would be on record as signs that say nothing, for ever."""
    assert decode(text.encode(charset), label) == text


def test_a_label_that_lies_gives_way_to_that_of_the_subject() -> None:
    text = "どこですか"
    assert decode(text.encode("cp932"), "utf-8", "shift_jis") == text


@pytest.mark.parametrize("text", ["деньги не пришли", "déjà payé, reçu", "还没到账"])
def test_a_text_under_its_own_label_that_was_cut_within_a_letter_loses_that_letter_alone(text: str) -> None:
    cut = text.encode()[:-1] if not text.encode()[-1:].isascii() else text.encode() + "é".encode()[:1]
    assert decode(cut, "utf-8").startswith(text[:-1])
