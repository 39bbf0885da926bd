"""A mail as it comes over the wire: who wrote it, what of it is theirs, what it is about."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import event, example, given, strategies as st

from complaintflow.inbound import Bounce, Reply, read_mail
from complaintflow.plugins.message_ids import key_of, message_id
from complaintflow.record.keys import MessageKey
from tests import stories as s
from tests.inbound.fixtures import ID, MAILS, mail, own_words, read_html

KEY = f"{ID}/1/1/M2"
RAW = [path.read_bytes() for path in sorted(MAILS.glob("*.eml"))]


def read(raw: bytes, authserv: str = "") -> Reply:
    found = read_mail(raw, s.T0, authserv=authserv)
    assert isinstance(found, Reply)
    return found


def letter(body: str = "还没到账", **headers: str) -> bytes:
    """A plain mail with these headers."""
    made = EmailMessage()
    for name, value in {"From": "u17@example.com", "Message_ID": "<1@example.com>", **headers}.items():
        made[name.replace("_", "-")] = value
    made.set_content(body)
    return made.as_bytes()


def test_a_reply_names_its_complaint_by_the_message_that_it_answers_and_by_its_subject() -> None:
    found = mail("iphone_zh")
    assert isinstance(found, Reply)
    assert (found.refers_to, found.complaint, found.candidates) == ((KEY,), ID, (ID,))


def test_a_reply_says_who_wrote_it_and_when() -> None:
    found = mail("iphone_zh")
    assert isinstance(found, Reply)
    assert (found.name, found.address, found.ref) == ("张三", "U17@Example.com", "<A1B2C3@example.com>")
    assert found.at == datetime(2026, 3, 2, 9, tzinfo=UTC)  # it claims to be written after it came in
    assert found.doubt == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("iphone_zh", "第二笔还没到账，麻烦再查一下。"),
        ("qq_gbk", "钱收到了，确认解决，谢谢！"),
        ("netease_html", "朱镕先生说可以了，没问题了。\n谢谢"),
        ("outlook_en", "I was charged again, see the café receipt attached.\n\nJane"),
    ],
)
def test_only_the_customers_own_words_are_left(name: str, words: str) -> None:
    found = mail(name)
    assert isinstance(found, Reply)
    assert found.text == words


def test_an_attachment_is_kept_by_reference() -> None:
    found = mail("outlook_en")
    assert isinstance(found, Reply)
    [file] = found.attachments
    assert (file.uri, file.media_type, file.size) == ("mid:PR0102@outlook.example/part-2", "image/png", 70)
    encoded = (MAILS / "outlook_en.eml").read_text("utf-8").split('filename="receipt.png"')[1].split("\n\n")[1]
    assert file.digest == f"sha256:{hashlib.sha256(base64.b64decode(encoded)).hexdigest()}"


@pytest.mark.parametrize(("name", "why"), [("bounce", "5.1.1; smtp; 550 5.1.1 no such mailbox"), ("bounce_zh", "")])
def test_a_bounce_names_the_message_that_did_not_arrive(name: str, why: str) -> None:
    found = mail(name)
    assert isinstance(found, Bounce)
    assert (found.key, found.message, found.detail, found.candidates) == (KEY, "M2", why, (ID,))


def test_a_delay_is_no_failure_and_nobodys_word() -> None:
    found = mail("delayed")
    assert isinstance(found, Reply)
    assert (found.report, found.doubt) == ("delayed", "automatic: our message is delayed (4.4.1)")
    assert found.text == "You do not need to send it again."


@pytest.mark.parametrize(
    "sign",
    [
        {"Auto_Submitted": "auto-generated"},
        {"Precedence": "bulk"},
        {"List_Id": "<news.example.com>"},
        {"X_Autoreply": "yes"},
        {"Return_Path": "<>"},
        {"From": "Mail Delivery <MAILER-DAEMON@example.com>"},
        {"Subject": "自动回复: 您的投诉"},
        {"Subject": "Out of office"},
        {"Message_ID": message_id(KEY, "help.example.com")},
    ],
)
def test_an_automatic_mail_is_known_by_its_signs(sign: dict[str, str]) -> None:
    assert read(letter(**sign)).doubt.startswith("automatic: ")


@pytest.mark.parametrize(
    ("sign", "automatic"),
    [
        ({"Auto_Submitted": "auto-replied (vacation)"}, True),
        ({"X_Autorespond": "yes"}, True),
        ({"Precedence": "auto_reply"}, True),
        ({"Subject": "自動回覆: 您的投诉"}, True),
        ({"Auto_Submitted": "auto-generated"}, False),
        ({"List_Id": "<news.example.com>"}, False),
        ({"Subject": "系统退信"}, False),
        ({}, False),
    ],
)
def test_an_answer_of_the_mail_program_is_told_from_what_may_hold_words(sign: dict[str, str], automatic: bool) -> None:
    """A list or a system may pass on what the customer wrote; an undeliverable letter is no answer at all."""
    found = read(letter(**sign))
    assert isinstance(found, Reply)
    assert found.automatic is automatic


@pytest.mark.parametrize("sign", [{}, {"Auto_Submitted": "no"}, {"Subject": "回复: 自动回复: 您的投诉"}])
def test_a_persons_mail_is_not_taken_for_automatic(sign: dict[str, str]) -> None:
    assert read(letter(**sign)).doubt == ""


@pytest.mark.parametrize(
    ("header", "proved"),
    [
        ("mx.example.com; spf=pass; dmarc=pass header.from=example.com", True),
        ("mx.example.com 1; dmarc=fail", False),
        ("mx.example.com; spf=pass x-dmarc=pass", False),
        ("mx.stranger.com; dmarc=pass", False),
        (None, False),
    ],
)
def test_a_sender_is_proved_by_our_own_server_alone(header: str | None, proved: bool) -> None:
    raw = letter(**({"Authentication_Results": header} if header else {}))
    assert (read(raw, authserv="mx.example.com").doubt == "") == proved
    assert read(raw).doubt == ""


@pytest.mark.parametrize(
    "senders",
    [
        b"From: a@example.com\nFrom: u17@example.com",
        b"From: a@example.com, u17@example.com",
        b"From: not an address",
        b"To: u17@example.com",
    ],
)
def test_a_mail_of_several_senders_or_none_is_nobodys(senders: bytes) -> None:
    assert read(senders + b"\nSubject: x\n\nsolved").address == ""


def test_a_display_name_is_no_address() -> None:
    assert read(letter(From='"u17@example.com" <thief@example.net>')).address == "thief@example.net"


def test_a_mail_without_an_id_is_known_by_its_digest() -> None:
    raw = b"From: u17@example.com\n\nhello"
    assert read(raw).ref == f"sha256:{hashlib.sha256(raw).hexdigest()}"


@pytest.mark.parametrize(
    "charset", ["gb2312", "gbk", "gb18030", "utf-8", "big5", "no-such-charset", "idna", "us-ascii"]
)
def test_chinese_is_read_under_every_label(charset: str) -> None:
    encoding = {"no-such-charset": "gb18030", "idna": "utf-8", "us-ascii": "utf-8", "gb2312": "gbk"}.get(
        charset, charset
    )
    head = f"From: u17@example.com\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert read(head.encode() + "還沒到賬,請查".encode(encoding)).text == "還沒到賬,請查"


def test_a_mail_nested_beyond_measure_is_read_by_its_headers() -> None:
    raw = b"From: u17@example.com\nSubject: " + ID.encode()
    for level in range(2_000):
        raw += b'\nContent-Type: multipart/mixed; boundary="%d"\n\n--%d' % (level, level)
    assert read(raw).complaint == ID


QUOTED = [
    "某客服 <help@example.com> 于2026年3月2日周一 下午4:30写道：",
    '在 2026-03-02 16:30:00，"客服" <help@example.com> 写道：',
    "在 2026年3月2日 星期一，客服 <help@example.com>\n写道：",
    "On Mon, 2 Mar 2026 at 16:30, Help <help@example.com> wrote:",
    "On Mon, 2 Mar 2026 at 16:30, Help\n<help@example.com>\nwrote:",
    'At 2026-03-02 16:30:00, "Help" <help@example.com> wrote:',
    "-----Original Message-----",
    "------------------ 原始邮件 ------------------",
    "-----邮件原件-----",
    "---- 回复的原邮件 ----",
    "发件人： 客服\n发送时间： 2026年3月2日\n收件人： 李四\n主题： 您的投诉",
    "________________________________\nFrom: Help <help@example.com>\nSent: Monday\nTo: Jane\nSubject: x",
    "*From:* Help\n*Date:* Monday\n*To:* Jane",
]


@pytest.mark.parametrize("header", QUOTED)
def test_what_is_quoted_without_marks_ends_the_customers_words(header: str) -> None:
    assert own_words(f"还没到账\n\n{header}\n\n您的问题已经解决") == "还没到账"


@pytest.mark.parametrize("header", QUOTED[:6])
def test_words_below_a_marked_quotation_stay(header: str) -> None:
    assert own_words(f"{header}\n> 您的问题已经解决\n>\n> 请确认\n\n还没到账") == "还没到账"


@pytest.mark.parametrize(
    "signature",
    [
        "-- \n张三\n某公司",
        "发自我的iPhone",
        "发自我的华为手机",
        "来自 QQ邮箱",
        "发自网易邮箱大师",
        "Sent from my iPhone",
        "Sent from Mail for Windows",
        "Get Outlook for iOS",
        "从我的 iPhone 发送",
    ],
)
def test_a_signature_is_left_out(signature: str) -> None:
    assert own_words(f"Still not here\n\n{signature}\n") == "Still not here"


@pytest.mark.parametrize(
    "text",
    [
        "从我的手机扣了两次款",
        "来自我的一点建议: 请快一点",
        "客服在电话里写道了吗?",
        "From: 上海 to: 北京, 一直没到",
        "On Monday he wrote: sorry",
        "----------------",
        "> only a quotation",
    ],
)
def test_words_that_only_look_alike_stay(text: str) -> None:
    assert own_words(text) == text


@given(st.text())
def test_words_are_never_lost_altogether(text: str) -> None:
    words = own_words(text)
    assert bool(words) == bool(text.replace("\xa0", " ").replace("&nbsp;", " ").strip())


@given(st.text("Cabc-0123456789/.@<>%投诉 \n", min_size=1), st.integers(1, 99), st.integers(0, 99), st.integers(1, 999))
def test_a_message_id_leads_back_to_its_key(complaint: str, cycle: int, fix: int, number: int) -> None:
    key = str(MessageKey(complaint, cycle, fix, f"M{number}", sending=max(fix, 1)))
    made = message_id(key, "help.example.com")
    assert key_of(made) == key
    assert made.isascii()
    assert not set(made[1:-1]) & set("<> \n")


@pytest.mark.parametrize("other", ["", "<1@example.com>", KEY, f"<{ID}/1/M2@x>", "<@>", "<//1/1/M@x>"])
def test_another_message_id_names_no_key(other: str) -> None:
    assert key_of(other) == ""


SCRAPS = st.sampled_from(
    [
        b"From: u17@example.com\n",
        b"From: \xff\xfe <@>\n",
        b"Subject: =?gbk?B?1tDO?=\n",
        b"Content-Type: text/html; charset=hex\n",
        b'Content-Type: multipart/report; boundary="b"\n',
        b"Content-Type: message/rfc822\n",
        b"References: " + b"<a@b>" * 99 + b"\n",
        b"Content-Transfer-Encoding: base64\n",
        b"Date: Mon, 99 Foo 2026\n",
        b"Date: 1 Jan 0001 00:00:00 +2359\n",
        b"\n",
        b"--b\n",
        b"--b--\n",
        b"<blockquote><div>x</blockquote>",
        b"&#xD800;",
        b"\x00",
        b"\xd6\xd0\xce\xc4",
        b"Content-Type: message/delivery-status\n",
        b"Action: failed\n",
        b"Content-Type: text/plain; charset*=utf-16''x\n",
        b"Auto-Submitted: (\n",
        b"Content-Disposition: attachment; filename*0*=\n",
        f"Message-ID: {message_id(KEY, 'x')}\n".encode(),
        b"Content-Transfer-Encoding: uuencode\n",
        b"begin 666 x\n",
    ]
)


@given(st.one_of(st.binary(), st.lists(st.one_of(SCRAPS, st.binary(max_size=20))).map(b"".join)))
def test_no_bytes_make_a_mail_fail(raw: bytes) -> None:
    found = read_mail(raw, s.T0)
    event(type(found).__name__)
    assert found.ref.strip()


@given(st.sampled_from(RAW), st.lists(st.tuples(st.integers(0, 3_000), st.integers(0, 255)), max_size=8))
@example(next(raw for raw in RAW if b"text/rfc822-headers" in raw), [(689, 0)])  # a kind of file that begins with NUL
def test_no_flipped_bytes_make_a_real_mail_fail(raw: bytes, flips: list[tuple[int, int]]) -> None:
    changed = bytearray(raw)
    for place, byte in flips:
        changed[place % len(changed)] = byte
    assert read_mail(bytes(changed), s.T0).ref.strip()


def test_a_long_mail_is_read_in_time_that_grows_with_it() -> None:
    """No assertion on time: a text that took time by its square would not end here."""
    for line in ("> quoted\n", "On 1 wrote\n", "From: a\n", "还没到账" * 9 + "\n", "-" * 300 + "\n", "\n"):
        assert own_words(line * (100_000 // len(line)) + "end")


PIECES = ['<a "', "<a ", "</a", "<!--", "<![", "<?", "<", "<a b='", "&", "<script>", "<!-- -->", "<p>"]


@pytest.mark.parametrize("piece", PIECES)
def test_html_without_ends_is_read_in_time_that_grows_with_it(piece: str) -> None:
    """The standard parser looks for the end of every tag to the last letter."""
    for end in ("", ">", "-->"):
        read_html(piece * (100_000 // len(piece)) + end)


@pytest.mark.parametrize("broken", ["<![>", "<![x[", "<!x[", "<<!x>![>", "<!<!-- -->--", "<![if -->"])
def test_a_broken_declaration_does_not_make_a_mail_fail(broken: str) -> None:
    assert read_html(f"<p>还没到账</p>{broken}").startswith("还没到账")


def test_comments_and_declarations_are_not_read() -> None:
    html = '<!DOCTYPE html><!-- <p>no</p> --><p>付<!-- -->款 5 < 6<img alt="a > b"><!--[if mso]>no<![endif]--></p>'
    assert read_html(html).strip() == "付款 5 < 6"
