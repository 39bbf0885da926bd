"""A stranger is not heard as the customer, and no customer is made a stranger by how a program writes names."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from complaintflow.inbound import Disposition, Reply, read_mail
from complaintflow.inbound._mail_sender import read_mailbox
from tests import stories as s
from tests.inbound.fixtures import ID, opened

SERVER = "mx.us.example"


def came(head: str | bytes, authserv: str = "", text: str = "It is solved.") -> Reply:
    raw = head if isinstance(head, bytes) else head.encode()
    found = read_mail(raw + f"\nSubject: Re: {ID}\nMessage-ID: <1@x>\n\n{text}".encode(), s.T0, authserv=authserv)
    assert isinstance(found, Reply)
    return found


def checked(sender: str, results: str) -> Reply:
    return came(f"Authentication-Results: {results}\nFrom: {sender}", SERVER)


PROVED = [
    "dmarc=pass header.from=example.com",
    "spf=pass smtp.mailfrom=u17@example.com; dmarc=pass (p=REJECT) header.from=Example.COM",
    'dkim=pass (2048-bit key) reason="pass (just generated)" header.d=example.com header.b="a/b+c=="; '
    "dmarc=PASS(p=none dis=none) header.from=example.com;",
    "dkim=pass header.i=@example.com header.s=s1 header.b=a/b+c1==; spf=pass (us: 192.0.2.1 is permitted) "
    "smtp.mailfrom=<u17@example.com>; dmarc=pass action=none header.from=example.com;compauth=pass reason=100",
    "dmarc = pass header.from = example.com",
    "(x (y)) dmarc/1=pass header . from=example.com",
    'dmarc=pass header.from="example.com"',
    "arc=none; dmarc=pass policy.dmarc=none header.from=example.com",
]


@pytest.mark.parametrize("results", PROVED)
@pytest.mark.parametrize("server", [SERVER, f"{SERVER} 1", SERVER.upper(), f'"{SERVER}"', f"(a) {SERVER} (b)"])
def test_a_sender_whom_our_server_vouches_for_is_not_a_stranger(server: str, results: str) -> None:
    assert checked("u17@example.com", f"{server}; {results}").doubt == ""


UNPROVED = [
    "dmarc=fail header.from=example.com",
    "none",
    "",
    "dmarc=pass",
    "dmarc=pass header.from=evil.example",
    "dmarc=pass header.from=mail.example.com",
    "dmarc=pass header.from=example.com header.from=evil.example",
    "dmarc=pass header.from=evil.example header.from=example.com",
    "arc=pass (i=1 dmarc=pass fromdomain=example.com); dmarc=fail",
    'dmarc=fail; spf=pass smtp.mailfrom="x dmarc=pass header.from=example.com"@evil.example',
    'spf=pass smtp.mailfrom="x; dmarc=pass header.from=example.com; x"@evil.example',
    'spf=pass reason="; dmarc=pass header.from=example.com"',
    "spf=pass (; dmarc=pass header.from=example.com)",
    r"spf=pass (\); dmarc=pass header.from=example.com)",
    r'spf=pass smtp.mailfrom="\"; dmarc=pass header.from=example.com; \""@evil.example',
    "spf=pass x-dmarc=pass header.from=example.com",
    "spf=pass dmarc=pass header.from=example.com",
    "x-dmarc=pass header.from=example.com",
    "dmarc/2=pass header.from=example.com",
    "dmarc=pass dmarc=fail header.from=example.com",
    "dmarc=pass header.from=example.com; dmarc=fail header.from=example.com",
    "dmarc=fail header.from=example.com; dmarc=pass header.from=example.com",
    "dmarc=pass header.from=example.com; dmarc=pass header.from=example.com",
    "dmarc=pass header.from=example.com (",
    'dmarc=pass header.from=example.com; spf=pass smtp.mailfrom="',
    "dmarc=pass header.from=example.com; spf=pass smtp.mailfrom=x y@evil.example",
    "dmarc=pass header.from=example.com; spf",
    "dmarc=pass smtp.mailfrom=u17@example.com",
    "dmarc=passed header.from=example.com",
    "dmarc=pass; header.from=example.com",
    "policy.dmarc=pass header.from=example.com",
]


@pytest.mark.parametrize("results", UNPROVED)
def test_what_a_stranger_can_write_into_the_results_makes_nobody_the_customer(results: str) -> None:
    assert checked("u17@example.com", f"{SERVER}; {results}").doubt


def test_the_word_of_a_stranger_who_writes_the_results_himself_is_a_note() -> None:
    with opened() as one:
        for results in UNPROVED[-3:]:
            word = checked("u17@example.com", f"{SERVER}; {results}")
            assert one.desk.hear(word).disposition is Disposition.NOTED


GOOD = f"{SERVER}; dmarc=pass header.from=example.com"


@pytest.mark.parametrize(
    "headers",
    [
        [f"{SERVER}; dmarc=fail", GOOD],  # only the first of ours counts
        [f"{SERVER} (; dmarc=fail", GOOD],  # also when it cannot be read
        [f"{SERVER} 2; dmarc=pass header.from=example.com", GOOD],
        ["mx.stranger.example; dmarc=pass header.from=example.com"],
        ["example.com; dmarc=pass header.from=example.com"],
        [f"{SERVER}.evil.example; dmarc=pass header.from=example.com"],
        [f"evil.example; x={SERVER}; dmarc=pass header.from=example.com"],
        ["; dmarc=pass header.from=example.com"],
        ["dmarc=pass header.from=example.com"],
        [f"{GOOD}; spf=pass smtp.mailfrom={'x' * 20_000}"],  # more than is read
    ],
)
def test_only_the_first_header_of_our_own_server_proves_a_sender(headers: list[str]) -> None:
    lines = "\n".join(f"Authentication-Results: {one}" for one in headers)
    assert came(f"{lines}\nFrom: u17@example.com", SERVER).doubt


def test_what_other_servers_found_out_does_not_count_against_the_customer() -> None:
    lines = f"Authentication-Results: mx.stranger.example; dmarc=fail\nAuthentication-Results: {GOOD}"
    assert came(f"{lines}\nFrom: u17@example.com", SERVER).doubt == ""


def test_a_header_that_is_smuggled_behind_a_bare_carriage_return_proves_nothing() -> None:
    head = f"Subject: x\rAuthentication-Results: {GOOD}\nFrom: u17@example.com"
    assert came(head, SERVER).doubt == "nobody checked the sender's address"


NOBODYS = [
    "u1@example.com <evil@evil.example>",
    "u1@example.com, San <u17@example.com>",
    "u17@example.com, u1@example.com",
    "u17@example.com; u1@example.com",
    "u17@example.com u1@example.com",
    "San <u17@example.com>, Li <u1@example.com>",
    "San <u17@example.com> <u1@example.com>",
    "<u17@example.com> u1@example.com",
    "u1@example.com(<x>) <evil@evil.example>",
    '"u1"@example.com <evil@evil.example>',
    "u1 @ example.com <evil@evil.example>",
    "客服@example.com <evil@evil.example>",
    "u1@example。com <evil@evil.example>",
    "u1\t@\texample.com <evil@evil.example>",
    "=?utf-8?q?u1?=@example.com <evil@evil.example>",
    "Customers: San <u17@example.com>;",
    "Customers: u17@example.com;",
    "undisclosed-recipients:;",
    '"San <u17@example.com>',
    'San" <u17@example.com>',
    "San (VIP <u17@example.com>",
    "San <u17@example.com",
    "San u17@example.com>",
    "San <<u17@example.com>>",
    "San < <u17@example.com>",
    "San u17@example.com",
    "u17@example.com San",
    "San <u17@example.com> via Help",
    "u17@example.com (San",
    "San",
    "",
    "<>",
    "San <>",
    "San <u17>",
    "San <@example.com>",
    "San <u17@>",
    "San <u17@example..com>",
    "San <u17@@example.com>",
    "San <u1@x@example.com>",
    "San <@relay.example:u17@example.com>",
    "San <mailto:u17@example.com>",
    "San <u17 @example.com>",
    "San <u17@exam ple.com>",
    "u17(x)@example.com",
    "u17@(x)example.com",
    "San <u17@example。com>",
    "San <u17＠example.com>",
    "San <u17@exam\N{ZERO WIDTH SPACE}ple.com>",
    "San <u17@example.com\N{RIGHT-TO-LEFT OVERRIDE}>",
    "San <u17@example.com\0>",
    "San\rFrom: x <u17@example.com>",
    "=?utf-8?q?u17=40example.com?=",
    "=?utf-8?b?U2FuIDx1MTdAZXhhbXBsZS5jb20+?=",
    "San <=?utf-8?q?u17?=@example.com >x",
    f"San <u17@{'a' * 400}.example>",
]


@pytest.mark.parametrize("sender", NOBODYS)
@pytest.mark.parametrize("authserv", ["", SERVER])
def test_a_from_with_a_defect_is_nobodys_and_says_why(sender: str, authserv: str) -> None:
    head = f"Authentication-Results: {SERVER}; dmarc=pass header.from=example.com\nFrom: {sender}"
    found = came(head, authserv)
    assert (found.address, found.name) == ("", "")
    assert "From" in found.doubt


@pytest.mark.parametrize(
    "head",
    [
        "From: u17@example.com\nFrom: u17@example.com",
        "From: evil@evil.example\nfrom: u17@example.com",
        "From : evil@evil.example\nFrom: u17@example.com",
        "To: x@example.com",
        "Sender: u17@example.com",
        "Reply-To: u17@example.com",
        "Resent-From: u17@example.com",
        "From: u17@example.com" + " " * 3_000 + "(x)",
        "X: y\n" * 600 + "From: u17@example.com",
        "From: u17@example.com" + "\nX: y" * 600,
    ],
)
def test_a_mail_without_exactly_one_from_is_nobodys_and_says_why(head: str) -> None:
    found = came(head)
    assert found.address == ""
    assert found.doubt


@pytest.mark.parametrize(
    "name",
    [
        '"u17@example.com"',
        "=?utf-8?q?u17=40example.com?=",
        "=?utf-8?b?U2FuIDx1MTdAZXhhbXBsZS5jb20+?=",
        "(u17@example.com)",
        '"San <u17@example.com>"',
        "u17",
    ],
)
def test_who_calls_himself_by_the_customers_address_is_not_the_customer(name: str) -> None:
    found = came(f"From: {name} <evil@evil.example>")
    assert (found.address, found.doubt) == ("evil@evil.example", "")


@pytest.mark.parametrize(
    "name", ["San @ Shop", "李伟@示例公司", "@lili", "San :)", "Re: San", "San's", "San <3", "[VIP] San"]
)
def test_a_name_with_odd_signs_is_a_name(name: str) -> None:
    sender = came(f"From: {name} <u17@example.com>")
    assert sender.address == ("" if "<" in name else "u17@example.com")


def test_a_domain_of_other_letters_is_proved_in_either_form() -> None:
    proof = f"Authentication-Results: {SERVER}; dmarc=pass header.from="
    assert came(f"{proof}xn--fsqu00a.xn--fiqs8s\nFrom: u17@例子.中国", SERVER).doubt == ""
    assert came(f"{proof}例子.中国\nFrom: u17@xn--fsqu00a.xn--fiqs8s", SERVER).doubt == ""
    assert came(f"{proof}例子.cn\nFrom: u17@例子.中国", SERVER).doubt


def test_no_other_header_stands_in_for_from() -> None:
    found = came("Sender: u17@example.com\nReply-To: u17@example.com\nFrom: evil@evil.example")
    assert (found.address, found.doubt) == ("evil@evil.example", "")


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"From u17@example.com Mon Mar  2 09:00:00 2026\n", b">From x\n"])
def test_a_mail_that_was_kept_in_a_file_has_its_sender(before: bytes) -> None:
    assert came(before + b"From: u17@example.com").address == "u17@example.com"


def test_a_mail_whose_line_breaks_were_doubled_has_its_sender_and_its_words() -> None:
    raw = b"From: San\n <u17@example.com>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nstill broken\n--b--\n"
    found = read_mail(raw.replace(b"\n", b"\r\r\n"), s.T0)
    assert isinstance(found, Reply)
    assert (found.address, found.text) == ("u17@example.com", "still broken")


@pytest.mark.parametrize("raw", ["张三".encode("gbk") + b"@example.com", b"\xff@example.com"])
def test_an_address_that_is_no_utf8_is_nobodys(raw: bytes) -> None:
    assert came(b"From: " + raw).address == ""


@given(st.text('ab@ <>(),;:."\\=?utf-8q\x00\r', max_size=40))
def test_no_from_makes_a_mail_fail(value: str) -> None:
    found = read_mailbox(value)
    assert bool(found.address) != bool(found.doubt)
    assert found.address in value or '"' in value
