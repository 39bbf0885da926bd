"""What an index answers with names nobody: forms of names and numbers, and what an answer is about."""

from __future__ import annotations

from time import process_time

import pytest

from complaintflow.knowledge.anonymous import anonymous

# What stands between ⟨ and ⟩ must be gone.
NAMED = """
We have told ⟨Mr Thornton⟩ so.
We have told ⟨Mrs. O'Brien⟩ so.
Ask ⟨Ms Anna Kowalska⟩ about it.
⟨Dr. Müller⟩ saw it.
⟨Miss Lee⟩ paid twice.
⟨Lee⟩ was charged twice.
We called ⟨Lee⟩ back.
Dear ⟨Anna⟩, we have looked at it.
Hello ⟨Priya Natarajan⟩, it is solved.
Hi ⟨Joao⟩!
My name is ⟨Oluwaseun⟩ and I paid.
Our colleague ⟨Siobhan⟩ found the cause.
The customer ⟨Thornton⟩ asked for it.
We spoke with ⟨Ingrid Larsen⟩ today.
Regards, ⟨Vikram⟩
⟨John Smith⟩'s card was charged.
⟨Zhang Wei⟩ got the money.
⟨李先生⟩的退款已到账。
⟨王小姐⟩已收到。
⟨张女士⟩的卡已解冻。
⟨張女士⟩的卡已解凍。
⟨陳太太⟩收到了。
⟨歐陽先生⟩的訂單。
⟨欧阳女士⟩的订单。
⟨李雷先生⟩已确认。
尊敬的⟨王小明女士⟩,您好。
⟨刘经理⟩已核实。
⟨劉經理⟩已核實。
⟨赵师傅⟩上门维修。
⟨小李⟩已为您处理。
联系人:⟨韩梅梅⟩,已通知。
收货人是⟨周杰⟩。
客户⟨王小明⟩反映重复扣款。
客户⟨李雷⟩反映重复扣款。
姓名:⟨陈晓⟩
我叫⟨黄磊⟩,付了两次款。
請 call ⟨138.0000.1111⟩ back
致电⟨13800001111⟩
致电⟨138 0000 1111⟩
致电⟨138-0000-1111⟩
致电⟨+86 138 0000 1111⟩
致电⟨+86-138-0000-1111⟩
致电⟨(+86) 13800001111⟩
致电⟨0086 13800001111⟩
致电⟨１３８００００１１１１⟩
致电⟨138·0000·1111⟩
致电⟨138/0000/1111⟩
致电⟨010-6655 4433⟩
致电⟨（010）66554433⟩
致电⟨0755-12345678⟩
致电⟨400-820-8820⟩
致电⟨一三八零零零零一一一一⟩
Call ⟨(212) 555-0199⟩ now
Call ⟨212.555.0199⟩ now
Call ⟨+1 (212) 555 0199⟩ now
Call ⟨+44 20 7946 0958⟩ now
Call ⟨555-0199⟩ now
Call ⟨+49 (0)30 901820⟩ now
Call ⟨+852 2345 6789⟩ now
Tel⟨13800001111⟩
Write to ⟨li.lei+shop@example.com⟩ please
Write to ⟨li@mail.example.co.uk⟩.
Write to ⟨li＠example.com⟩
Write to ⟨li (at) example.com⟩
请写信给⟨li_lei@example.com⟩。
Card ⟨6222 0200 1234 5678⟩ was charged
Card ⟨6222-0200-1234-5678⟩ was charged
卡号⟨6222020012345678⟩已解冻
身份证⟨11010519491231002X⟩已核验
SSN ⟨123-45-6789⟩
Passport ⟨E12345678⟩
HKID ⟨A123456(7)⟩
Order ⟨112-1234567-1234567⟩ is refunded
Order ⟨A-9981⟩ is refunded
order no. ⟨SO20991⟩ is refunded
订单号⟨JD2026013112345⟩已退款
订单⟨A-10086⟩已退款
訂單編號:⟨TW99881⟩
Tracking number ⟨1Z999AA10123456784⟩
运单号⟨SF1234567890⟩
IBAN ⟨DE89370400440532013000⟩
账号⟨abc12345⟩已解封
微信号⟨lilei1988⟩
QQ ⟨12345678⟩
车牌⟨京A12345⟩
車牌⟨粵B·12345⟩
⟨沪AD12345⟩已登记
Licence plate ⟨AB12 CDE⟩
寄到⟨上海市浦东新区世纪大道100号⟩
寄到⟨北京市朝阳区建国路88号3号楼2单元501室⟩
寄到⟨中山路12號⟩
⟨3栋501室⟩
Sent to ⟨221B Baker Street⟩.
Sent to ⟨350 Fifth Avenue, Apt 4B⟩, by post.
Sent to ⟨12 North Main St.⟩
Sent to ⟨Hauptstraße 12⟩
Sent to ⟨P.O. Box 1234⟩
Sent to London ⟨SW1A 1AA⟩
Sent to New York, ⟨NY 10001⟩
From ⟨203.0.113.77⟩ in the night
Device ⟨00:1A:2B:3C:4D:5E⟩
Session ⟨123e4567-e89b-12d3-a456-426614174000⟩
""".strip().splitlines()

STAYS = """
It happened on 2026-01-31.
It happened on 2026/01/31 10:30.
It happened on 31.01.2026.
It happened on 01/31/2026.
Since 20260131 it works.
2026年1月31日已修复
From 2025-2026 it was open.
2026-01-31 10:30:45 the job failed
2026-01-31T10:30:45.123456Z
It cost 50.00 USD.
It cost ¥1,234.50.
It cost $12345678.
退款金额为1234567元
退款 ¥1234567.89 已到账
We refunded 1 000 000 USD
It cost 1.000.000,00 €
Version 10.15.7 is out.
版本 10.0.19045.3803 已修复
Chrome/120.0.6099.129 works
v2.31.1200.4 works
Build 20260131 works
error code 80070005
Error 0x80070005
错误码 1004567
错误代码:20260131
HTTP 502 and ORA-01555
See CVE-2024-12345.
Update KB5034441 mends it.
RFC 5322 and ISO 27001
ERR-1004567 means full
It takes 3-5 working days.
It takes 10 to 15 minutes.
Restart it 2 times, then wait 30 s.
1234567 rows were read
99.9999999% of them
3.14159265 is pi
Use port 8080 and 443.
Press 1, then 2, then 3.
The iPhone 15 Pro and the RTX 4090
WH-1000XM5 needs an update
12 months, 365 days, 24 hours
Dear customer, we have looked at it.
Dear Team, it is solved.
Hello, it is solved.
产品经理已核实
项目经理已核实
客户经理已核实
任何一位女士都可以
尊敬的先生,您好
各位女士先生
用户黄金会员的权益
高级客服会处理
对方总是不回
万元以下免手续费
这条路100米
每日 10:00-18:00 营业
请在设置里选择“关闭”。
3号线地铁停运
Order within 3 days.
Your account is open again.
The card was charged twice.
In the case of a fire, leave.
""".strip().splitlines()


@pytest.mark.parametrize("line", NAMED)
def test_an_answer_names_nobody(line: str) -> None:
    before, rest = line.split("⟨", 1)
    secret, after = rest.split("⟩", 1)
    shown = anonymous(before + secret + after)
    assert secret not in shown
    assert "…" in shown
    digits = [part for part in secret.replace("-", " ").replace(".", " ").split() if part.isdigit() and len(part) > 3]
    assert not [part for part in digits if part in shown]


@pytest.mark.parametrize("line", STAYS)
def test_what_an_answer_is_about_stays(line: str) -> None:
    assert anonymous(line) == line


def test_there_are_as_many_forms_as_promised() -> None:
    assert (len(NAMED) >= 80, len(STAYS) >= 40) == (True, True)


LONG = [
    "a",
    "1",
    "1 ",
    "a@",
    "A",
    "A ",
    "李",
    "路1",
    "(",
    "+",
    "@a",
    "订单",
    "order ",
    "Mr ",
    "a.",
    "中山路12号",
    "12 Main ",
    "Dear ",
    "小",
    "00:",
]


@pytest.mark.parametrize("part", LONG)
def test_a_long_notice_costs_no_more_than_its_length(part: str) -> None:
    """100,000 letters took 17 seconds: one pattern looked at all of them from every place."""
    text = part * (10_000 // len(part))
    anonymous(text[:2000])
    begin = process_time()
    anonymous(text)
    assert process_time() - begin < 3
