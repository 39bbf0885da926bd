"""What the customer wrote, whole: of every part of a mail that a reader sees, and each line of it once."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest
from hypothesis import event, given, strategies as st

from complaintflow.inbound import Reply, read_mail
from complaintflow.inbound.quoting import divide, plain_lines
from complaintflow.plugins.message_ids import message_id
from tests import stories as s
from tests.inbound.corpus import digest
from tests.inbound.fixtures import own_words, read_html

KEY = "C-260302-0123456789/1/1/M2"
OURS = message_id(KEY, "help.example.com")
HTML = "Content-Type: text/html; charset=utf-8\n\n"
PLAIN = "Content-Type: text/plain; charset=utf-8\n\n"


def hear(raw: str) -> Reply:
    found = read_mail(raw.encode(), s.T0)
    assert isinstance(found, Reply)
    return found


def letter(body: str, head: str = "") -> Reply:
    return hear(f"From: u17@example.com\nMessage-ID: <1@x>\n{head}{PLAIN}{body}\n")


def parted(kind: str, *parts: str, head: str = "") -> Reply:
    body = "".join(f"--b\n{part}\n" for part in parts)
    return hear(
        f"From: u17@example.com\nMessage-ID: <1@x>\n{head}Content-Type: multipart/{kind}; boundary=b\n\n{body}--b--\n"
    )


def nested(kind: str, *parts: str) -> str:
    body = "".join(f"--c\n{part}\n" for part in parts)
    return f"Content-Type: multipart/{kind}; boundary=c\n\n{body}--c--"


def named(disposition: str, text: str, kind: str = "text/plain") -> str:
    return f"Content-Type: {kind}; charset=utf-8\nContent-Disposition: {disposition}\n\n{text}"


# --- parts


def test_the_words_stay_beside_the_footer_of_a_gateway() -> None:
    found = parted("mixed", HTML + "<p>还没有到账,请处理</p>", PLAIN + "本邮件已扫描")
    assert found.text == "还没有到账,请处理\n本邮件已扫描"
    assert found.attachments == ()


def test_words_that_go_on_in_html_behind_a_picture_stay() -> None:
    picture = "Content-Type: image/png\nContent-Disposition: inline; filename=a.png\n\nx"
    found = parted("mixed", PLAIN + "看图", picture, HTML + "<p>我要退款</p>")
    assert found.text.split() == ["看图", "我要退款"]
    assert [file.media_type for file in found.attachments] == ["image/png"]


@pytest.mark.parametrize(
    "stub",
    [
        "",
        " \n\n",
        "Your client does not support HTML",
        "您的邮件客户端不支持HTML格式,请升级后查看本邮件的全部内容",
        "This is a multi-part message in MIME format.",
        "Please view this email in your browser: https://example.com/very/long/path",
    ],
)
def test_a_stub_does_not_stand_for_the_words_beside_it(stub: str) -> None:
    assert parted("alternative", PLAIN + stub, HTML + "<p>还没到账</p>").text == "还没到账"


def test_a_plain_text_that_was_cut_does_not_stand_for_the_whole() -> None:
    html = HTML + "<p>第一次扣款是在二月</p><p>第二次扣款是在三月,请退还</p>"
    assert "请退还" in parted("alternative", PLAIN + "第一次扣款", html).text


def test_of_two_alternatives_that_say_the_same_the_words_come_once() -> None:
    found = parted("alternative", PLAIN + "还没到账 <https://example.com/a>", HTML + "<p>还没<a href=x>到账</a></p>")
    assert found.text == "还没到账 <https://example.com/a>"


def test_alternatives_are_chosen_where_they_stand_and_everything_else_counts() -> None:
    inner = nested("alternative", PLAIN + "第一段", HTML + "<p>第一段</p>")
    assert parted("mixed", inner, HTML + "<p>第二段</p>").text.split() == ["第一段", "第二段"]


def test_html_with_its_pictures_counts_as_one_alternative() -> None:
    related = nested("related", HTML + "<p>看图<img src=cid:1></p>", "Content-Type: image/png\n\nx")
    found = parted("alternative", PLAIN + "", related)
    assert (found.text, len(found.attachments)) == ("看图", 1)


@pytest.mark.parametrize("kind", ["mixed", "alternative", "related", "signed"])
def test_a_mail_in_parts_that_has_none_is_read_as_text(kind: str) -> None:
    raw = f"From: u17@example.com\nMessage-ID: <1@x>\nContent-Type: multipart/{kind}; boundary=b\n\n还没到账\n"
    assert hear(raw).text == "还没到账"


# --- files


@pytest.mark.parametrize("kind", ["text/plain", "text/html", "text/csv", "message/rfc822", "application/pdf"])
def test_a_file_of_text_is_evidence_and_no_word_of_the_customers(kind: str) -> None:
    found = parted("mixed", PLAIN + "见附件", named('attachment; filename="a"', "已经解决", kind))
    assert found.text == "见附件"
    assert [(file.uri, file.media_type) for file in found.attachments] == [
        ("mid:1%40x/part-2".replace("%40", "@"), kind)
    ]


def test_a_log_that_a_program_shows_inline_is_a_file_all_the_same() -> None:
    found = parted("mixed", PLAIN + "见附件", named("inline; filename=server.log", "已经解决"))
    assert (found.text, found.attachments[0].digest) == ("见附件", digest("已经解决".encode()))


def test_words_with_a_name_of_a_file_are_words_where_there_are_no_others() -> None:
    assert parted("mixed", named("inline; filename=text_0.txt", "还没到账")).text == "还没到账"


def test_a_mail_that_is_one_picture_is_a_file() -> None:
    found = hear("From: u17@example.com\nMessage-ID: <1@x>\nContent-Type: image/png\n\nx\n")
    assert (found.text, [file.media_type for file in found.attachments]) == ("", ["image/png"])


# --- letters that are passed on

SHOP = "From: Shop <shop@example.net>\nDate: Sun, 1 Mar 2026 10:00\nSubject: refund\nTo: u17@example.com\n\nWe refuse."
FORWARDED = f"---------- Forwarded message ---------\n{SHOP}"


def test_the_merchants_letter_is_evidence_with_its_size_and_digest() -> None:
    found = letter(f"请看商家的答复\n\n{FORWARDED}")
    [file] = found.attachments
    assert (found.text, found.quoted) == ("请看商家的答复", "")
    data = FORWARDED.encode()
    assert (file.uri, file.media_type, file.size, file.digest) == (
        "mid:1@x/letter-1",
        "text/plain",
        len(data),
        digest(data),
    )


def test_a_letter_passed_on_without_a_word_is_not_the_customers_word() -> None:
    found = letter(FORWARDED)
    assert (found.text, len(found.attachments)) == ("", 1)


@pytest.mark.parametrize(
    "subject", ["Fwd: refund", "FW: refund", "转发：退款", "轉寄: 退款", "WG: x", "TR: x", "RV: x"]
)
def test_below_a_subject_that_passes_on_the_letter_is_evidence(subject: str) -> None:
    assert len(letter(f"请看\n\n{SHOP}", f"Subject: {subject}\n").attachments) == 1


@pytest.mark.parametrize("head", ["", "Subject: Re: refund\n", f"Subject: Fwd: x\nIn-Reply-To: {OURS}\n"])
def test_what_a_mail_answers_is_a_quote(head: str) -> None:
    found = letter(f"还没好\n\n{SHOP}", head)
    assert (found.text, found.attachments) == ("还没好", ())
    assert found.quoted == SHOP


def test_our_own_letter_is_a_quote_though_it_is_passed_on() -> None:
    ours = FORWARDED.replace("shop@example.net", "Help@example.com")
    found = letter(f"还没好\n\n{ours}", "To: help@example.com\nSubject: Fwd: x\n")
    assert (found.attachments, found.quoted) == ((), ours)


def test_our_own_letter_that_hangs_on_the_mail_is_a_quote() -> None:
    ours = f"Content-Type: message/rfc822\n\nMessage-ID: {OURS}\n{PLAIN}已经解决"
    found = parted("mixed", PLAIN + "还没好", ours)
    assert (found.text, found.attachments, found.quoted) == ("还没好", (), "已经解决")


def test_a_letter_of_others_that_hangs_on_the_mail_is_evidence() -> None:
    theirs = f"Content-Type: message/rfc822\n\nMessage-ID: <1@shop>\n{PLAIN}已经解决"
    found = parted("mixed", PLAIN + "还没好", theirs)
    assert (found.text, [file.media_type for file in found.attachments]) == ("还没好", ["message/rfc822"])


def test_two_letters_with_words_between_are_two() -> None:
    marked = "Begin forwarded message:\n\n> From: Shop <shop@example.net>\n> Subject: x\n> To: u17\n>\n> No."
    found = letter(f"一\n\n{marked}\n二\n{marked}\n三")
    assert found.text.split() == ["一", "二", "三"]
    assert [file.uri for file in found.attachments] == ["mid:1@x/letter-1", "mid:1@x/letter-2"]


# --- nothing is lost


def test_what_is_left_out_is_kept_beside() -> None:
    found = letter("没到\n\n发自我的iPhone\n\n> 在 2026年3月2日，16:30，客服 <help@example.com> 写道：\n>\n> 已解决")
    assert found.text == "没到"
    assert found.quoted.split("\n")[0] == "发自我的iPhone"
    assert found.quoted.endswith("> 已解决")
    assert "已解决" not in repr(found)


def test_what_nobody_sees_is_no_word_of_the_customers() -> None:
    found = hear(f"From: u17@example.com\nMessage-ID: <1@x>\n{HTML}<p>没好</p><div style='display: none'>已解决</div>")
    assert (found.text, found.quoted) == ("没好", "已解决")


PIECES = st.sampled_from(
    [
        "还没到账",
        "> 已解决",
        "> ",
        ">> x",
        "On Mon, Mar 2, 2026 at 4:30 PM Help <help@example.com> wrote:",
        "-- ",
        "--",
        "---",
        "From: Shop <shop@example.net>",
        "Sent: Monday 10:00",
        "To: me",
        "Subject: x",
        "发件人：张三",
        "收件人：李四",
        "主题：退款",
        "日期：3月2日",
        "-----原始邮件-----",
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "发自我的iPhone",
        "",
        " ",
        "张三",
        "> 3 days",
        "_" * 32,
        "在 2026年3月2日，客服 <help@example.com>",
        "写道：",
        "u17@example.com",
        "签名由网易邮箱大师定制",
        "|",
        "wrote:",
    ]
)


def lines(text: str) -> Counter[str]:
    return Counter(
        line.strip() for line in text.replace("\xa0", " ").replace("&nbsp;", " ").splitlines() if line.strip()
    )


@given(st.lists(st.one_of(PIECES, st.text(max_size=8))).map("\n".join))
def test_every_line_is_among_the_own_words_the_quotes_or_the_letters_once(text: str) -> None:
    seen = divide(plain_lines(text), sender="u17@example.com")
    event(f"{bool(seen.own)} {bool(seen.quoted)} {len(seen.letters)}")
    kept = lines("\n".join((seen.own, seen.quoted, *seen.letters)))
    assert kept == lines(text)


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<br>",
        "<div>",
        "</div>",
        "<div hidden>",
        "<blockquote>",
        "</blockquote>",
        "<b>",
        "</b>",
        "<table><tr><td>",
        "</td>",
        "</table>",
        "<ul><li>",
        "</ul>",
        "<pre>",
        "</pre>",
        "<span style='display:none'>",
        "</span>",
        "<!-- x -->",
        "<!--",
        "<style>p{}</style>",
        "<style>",
        "<a href='x",
        "<",
        ">",
        "&lt;",
        "&nbsp;",
        "<div class=yahoo_quoted>",
        "<includetail>",
        "<o:p>",
    ]
)


@given(st.lists(st.one_of(TAGS, st.text("还没到账钱呢", min_size=1, max_size=4))).map("".join))
def test_no_word_of_an_html_mail_is_lost(html: str) -> None:
    found = hear(f"From: u17@example.com\nMessage-ID: <1@x>\n{HTML}{html}\n")
    kept = re.findall("[还没到账钱呢]", found.text + found.quoted)
    shown = re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)
    if "<!--" not in shown and "<a href" not in shown:
        assert Counter(kept) == Counter(re.findall("[还没到账钱呢]", shown))


@given(
    st.binary(max_size=400),
    st.sampled_from(["text/html", "text/plain", "multipart/alternative; boundary=b", "message/rfc822"]),
)
def test_whatever_the_bytes_are_something_comes_out(data: bytes, kind: str) -> None:
    head = f"From: u17@example.com\nMessage-ID: <1@x>\nContent-Type: {kind}; charset=gb2312\n\n--b\n\n"
    assert isinstance(read_mail(head.encode() + data, s.T0), Reply)


# --- time

LINES = [
    "On 2 a wrote:\n",
    "On 2 a wrote:\n> x\n",
    "On 1 <\n",
    "From: a\n",
    "From: a@b\nSent: 1:11\nTo: x\n",
    "--\n",
    "-- \nx\n",
    "> 1\n\n",
    "\n",
    "1:1 " * 90 + "@a:\n",
    "a." * 190 + "@\n",
    "|\n",
    "签名由定制\n",
    "-----original message-----\n\n",
    "sent from my " + "a " * 30 + "\n",
    ">",
    "> > > > ",
    "On " + "1" * 390 + "\n",
    "-" * 300 + "\n",
    "Begin forwarded message:\n\n",
]
"""What a search that goes back over all that it has read would not end with."""


def took(text: str) -> float:
    begun = time.process_time()
    divide(plain_lines(text), sender="u17@example.com")
    return time.process_time() - begun


@pytest.mark.parametrize("line", LINES, ids=lambda line: repr(line[:20]))
def test_a_long_text_does_not_stop_the_intake(line: str) -> None:
    assert took(line * (50_000 // len(line))) < 2


def test_a_hundred_thousand_lines_that_seem_to_quote_take_no_long_time() -> None:
    assert took("On 2 a wrote:\n" * 14_000) < 4


@pytest.mark.parametrize(
    "piece",
    [
        "<b>",
        "<div>",
        "</div>",
        "<div><b></div>",
        "<blockquote>",
        "<script>",
        "<title>",
        "<pre>\n",
        "<ol><li>",
        "\"'",
        '<a """',
        "<x y=",
        "&#1",
        "<div hidden>x",
        "<br>",
        "<![if -->",
        "<!-->",
        "<span style='",
    ],
)
def test_a_long_page_does_not_stop_the_intake(piece: str) -> None:
    begun = time.process_time()
    read_html(piece * (100_000 // len(piece)))
    assert time.process_time() - begun < 2


def test_a_number_of_five_thousand_digits_is_one_sign() -> None:
    assert read_html("<p>钱&#" + "9" * 5_000 + ";呢</p>").strip() == "钱\N{REPLACEMENT CHARACTER}呢"


# --- words that no reader would call a quote


def test_consignee_date_and_time_do_not_end_the_words() -> None:
    text = "快递一直没到\n收件人:张三\n日期:3月2日\n时间:下午三点\n请马上处理,否则我投诉到12315"
    assert own_words(text) == text


def test_a_quoted_header_with_wide_blanks_ends_them() -> None:
    fields = "发件人：客服<help@example.com>\n日　期：2026年03月02日\n收件人：张三<u17@example.com>\n主　题：投诉"
    assert own_words(f"好的\n{'-' * 66}\n{fields}\n\n您的问题已解决。") == "好的"
