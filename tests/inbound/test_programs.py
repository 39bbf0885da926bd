"""The sender is known whatever program wrote the mail. The forms are those of the programs, the people are invented."""

from __future__ import annotations

import pytest

from complaintflow.inbound import Reply, read_mail
from tests import stories as s
from tests.inbound.fixtures import ID

SENDERS: list[tuple[str, str | bytes, str, str]] = [
    ("Outlook 2019", "=?gb2312?B?zfXQocD2?= <wang.xl@example.com>", "王小丽", "wang.xl@example.com"),
    ("Outlook 2019", '"Wang, Xiaoli" <wang.xl@example.com>', "Wang, Xiaoli", "wang.xl@example.com"),
    ("Outlook 2019", '"Wang, Xiaoli (CN)" <wang.xl@example.com>', "Wang, Xiaoli (CN)", "wang.xl@example.com"),
    ("Outlook 2007", "Wang, Xiaoli <wang.xl@example.com>", "Wang, Xiaoli", "wang.xl@example.com"),
    ("Outlook 2007", "\"'wang.xl@example.com'\" <wang.xl@example.com>", "'wang.xl@example.com'", "wang.xl@example.com"),
    ("Outlook 2007", "wang.xl@example.com <wang.xl@example.com>", "wang.xl@example.com", "wang.xl@example.com"),
    (
        "Outlook.com",
        "=?utf-8?Q?=E7=8E=8B_=E5=B0=8F=E4=B8=BD?= <Wang.XL@Outlook.example>",
        "王 小丽",
        "Wang.XL@Outlook.example",
    ),
    ("Outlook.com", "=?big5?B?s1y2rrRA?=\r\n <yating@example.com>", "許雅婷", "yating@example.com"),
    ("Outlook for Mac", "=?iso-8859-1?Q?Zo=EB_Gro=DF?= <zoe@example.com>", "Zoë Groß", "zoe@example.com"),
    ("Outlook for iOS", "Xiaoli Wang <wang.xl@example.com>", "Xiaoli Wang", "wang.xl@example.com"),
    ("Exchange 2016", '"=?gb2312?B?zfXQocD2?=" <wang.xl@example.com>', "王小丽", "wang.xl@example.com"),
    ("Exchange 2016", "=?gb2312?B?1dTpRg==?= <zhao@example.com>", "赵镕", "zhao@example.com"),
    ("Exchange 2016", '"EXAMPLE/客服部/王小丽" <wang.xl@example.com>', "EXAMPLE/客服部/王小丽", "wang.xl@example.com"),
    (
        "Exchange Online",
        "=?utf-8?Q?Wang=2C_Xiaoli_=5BExtern=5D?= <wang.xl@example.com>",
        "Wang, Xiaoli [Extern]",
        "wang.xl@example.com",
    ),
    ("Apple Mail", "=?utf-8?Q?=E7=8E=8B=E5=B0=8F=E4=B8=BD?= <wang.xl@example.com>", "王小丽", "wang.xl@example.com"),
    ("Apple Mail", "=?utf-8?b?546L5bCP5Li9?= <wang.xl@example.com>", "王小丽", "wang.xl@example.com"),
    ("Apple Mail", '"Dr. Xiaoli Wang" <wang.xl@example.com>', "Dr. Xiaoli Wang", "wang.xl@example.com"),
    ("iPhone Mail", "=?utf-8?B?5Li95Li9IPCfjLg=?= <lili@icloud.example>", "丽丽 🌸", "lili@icloud.example"),
    ("iPhone Mail", "lili@icloud.example", "", "lili@icloud.example"),
    (
        "iCloud web",
        "=?utf-8?Q?Se=C3=B1ora_N=C3=BA=C3=B1ez?= <nunez@icloud.example>",
        "Señora Núñez",
        "nunez@icloud.example",
    ),
    ("Gmail web", "=?UTF-8?B?546L5bCP5Li9?= <wang.xl+shop@gmail.example>", "王小丽", "wang.xl+shop@gmail.example"),
    ("Gmail web", '"Xiaoli W." <wang.xl@gmail.example>', "Xiaoli W.", "wang.xl@gmail.example"),
    ("Gmail web", '"\\"Lili\\" Wang" <lili@gmail.example>', '"Lili" Wang', "lili@gmail.example"),
    ("Gmail Android", "Xiaoli Wang <wang.xl@gmail.example>", "Xiaoli Wang", "wang.xl@gmail.example"),
    (
        "Gmail for a group",
        "\"'Wang Xiaoli' via Shop\" <shop@example.com>",
        "'Wang Xiaoli' via Shop",
        "shop@example.com",
    ),
    ("QQ Mail", '"=?gb18030?B?0KHA9g==?=" <800012345@qq.example>', "小丽", "800012345@qq.example"),
    ("QQ Mail", '"=?ISO-8859-1?B?bGlsaQ==?=" <800012345@qq.example>', "lili", "800012345@qq.example"),
    ("QQ Mail", "=?utf-8?B?8J+NgOWwj+S4vfCfjYA=?= <800012345@qq.example>", "🍀小丽🍀", "800012345@qq.example"),
    ("QQ Mail App", '"小丽"<800012345@qq.example>', "小丽", "800012345@qq.example"),
    ("Foxmail", '"lili@example.com" <lili@example.com>', "lili@example.com", "lili@example.com"),
    ("Foxmail", "=?utf-8?B?546L5bCP5Li9?=<lili@example.com>", "王小丽", "lili@example.com"),
    ("Foxmail 6", '"王小丽" <lili@example.com>'.encode("gbk"), "王小丽", "lili@example.com"),
    ("163 Mail", "=?GBK?B?zfXQocD2?= <lili@163.example>", "王小丽", "lili@163.example"),
    ("163 Mail", "lili <lili@163.example>", "lili", "lili@163.example"),
    ("163 Mail", '"lili"<lili@163.example>', "lili", "lili@163.example"),
    ("163 Mail", " lili  <lili@163.example>", "lili", "lili@163.example"),
    ("126 Mail", "=?UTF-8?B?546L5bCP5Li9?=\r\n\t<lili@126.example>", "王小丽", "lili@126.example"),
    ("NetEase Master", "王小丽 <lili@163.example>", "王小丽", "lili@163.example"),
    ("NetEase Master", '"王小丽(网易)" <lili@163.example>', "王小丽(网易)", "lili@163.example"),
    ("yeah.net", "=?GBK?Q?=CD=F5=D0=A1=C0=F6?= <lili@yeah.example>", "王小丽", "lili@yeah.example"),
    ("Aliyun Mail", '"=?UTF-8?B?546L5bCP5Li9?=" <lili@aliyun.example>', "王小丽", "lili@aliyun.example"),
    (
        "Aliyun Mail",
        "=?UTF-8?B?6Zi/6YeM5LqR5w==?= =?UTF-8?B?lKjmiLfnjovlsI/kuL0=?= <lili@aliyun.example>",
        "阿里云用户王小丽",
        "lili@aliyun.example",
    ),
    ("Aliyun Mail", "lili<lili@aliyun.example>", "lili", "lili@aliyun.example"),
    (
        "DingTalk Mail",
        '"=?UTF-8?B?546L5bCP5Li9KOWwj+S4vSk=?=" <lili@dingtalk.example>',
        "王小丽(小丽)",
        "lili@dingtalk.example",
    ),
    ("DingTalk Mail", '"王小丽【售后】" <lili@dingtalk.example>', "王小丽【售后】", "lili@dingtalk.example"),
    ("Sina Mail", '"=?GBK?B?0KHA9g==?="<lili@sina.example>', "小丽", "lili@sina.example"),
    ("Sina Mail", "=?gbk?q?=D0=A1=C0=F6?= <lili@sina.example>", "小丽", "lili@sina.example"),
    ("Sohu Mail", "=?gbk?B?0KHA9g==?= <lili@sohu.example>", "小丽", "lili@sohu.example"),
    ("139 Mail", '"=?utf-8?B?MTM4MDAwMDAwMDA=?="<13800000000@139.example>', "13800000000", "13800000000@139.example"),
    (
        "139 Mail",
        "13800000000@139.example <13800000000@139.example>",
        "13800000000@139.example",
        "13800000000@139.example",
    ),
    ("189 Mail", '"13300000000"<13300000000@189.example>', "13300000000", "13300000000@189.example"),
    ("21cn Mail", "王小丽<lili@21cn.example>".encode("gbk"), "王小丽", "lili@21cn.example"),
    ("Yahoo Mail", "Xiaoli Wang <wang_xl@yahoo.example>", "Xiaoli Wang", "wang_xl@yahoo.example"),
    ("Yahoo Taiwan", "=?UTF-8?B?6Kix6ZuF5am3?= <yating.h@yahoo.example>", "許雅婷", "yating.h@yahoo.example"),
    (
        "Yahoo Japan",
        "=?iso-2022-jp?B?GyRCOzNFRDJWO1IbKEI=?= <hanako@yahoo.example>",
        "山田花子",
        "hanako@yahoo.example",
    ),
    ("docomo", "hanako..y.@docomo.example", "", "hanako..y.@docomo.example"),
    ("Naver", '"김민지" <minji@naver.example>', "김민지", "minji@naver.example"),
    ("Daum", "=?ks_c_5601-1987?B?sei5zsH2?= <minji@daum.example>", "김민지", "minji@daum.example"),
    ("Thunderbird", "=?UTF-8?Q?J=C3=BCrgen_Gro=C3=9F?= <gross@example.com>", "Jürgen Groß", "gross@example.com"),
    ("Thunderbird", "王小丽 <lili@example.com>", "王小丽", "lili@example.com"),
    ("Thunderbird", '"Groß, Jürgen" <gross@example.com>', "Groß, Jürgen", "gross@example.com"),
    ("Thunderbird 2", "=?UTF-8?Q?Wang?= =?UTF-8?Q?_Xiaoli?= <lili@example.com>", "Wang Xiaoli", "lili@example.com"),
    ("mutt", "Li Wei <liwei@example.com>", "Li Wei", "liwei@example.com"),
    ("mutt", "liwei@example.com (Li Wei)", "Li Wei", "liwei@example.com"),
    ("Alpine", '"Li Wei (at home)" <liwei@example.com>', "Li Wei (at home)", "liwei@example.com"),
    ("mailx", "liwei@example.com (=?utf-8?B?5p2O5Lyf?=)", "李伟", "liwei@example.com"),
    ("cron", "root@example.com (Cron Daemon)", "Cron Daemon", "root@example.com"),
    ("Gnus", "Li Wei (李伟) <liwei@example.com>", "Li Wei", "liwei@example.com"),
    ("KMail", "Li Wei <liwei@example.com> (private)", "Li Wei", "liwei@example.com"),
    ("Evolution", "O'Neil <oneil@example.com>", "O'Neil", "oneil@example.com"),
    ("Evolution", "Li Wei | Shop <liwei@example.com>", "Li Wei | Shop", "liwei@example.com"),
    ("Zoho Mail", '"Li Wei"<liwei@zoho.example>', "Li Wei", "liwei@zoho.example"),
    ("Zoho Mail", 'Li Wei <"liwei"@zoho.example>', "Li Wei", "liwei@zoho.example"),
    ("Proton Mail", "Li Wei <liwei@proton.example>", "Li Wei", "liwei@proton.example"),
    ("Fastmail", "=?utf-8?q?Li_=E2=80=9CWei=E2=80=9D?= <liwei@fastmail.example>", "Li “Wei”", "liwei@fastmail.example"),
    ("GMX", "Li Wei <li.wei@gmx.example>", "Li Wei", "li.wei@gmx.example"),
    ("Lark", '"李伟 Li Wei" <liwei@feishu.example>', "李伟 Li Wei", "liwei@feishu.example"),
    (
        "Lark",
        "=?UTF-8?B?5p2O5Lyf5w==?=\r\n =?UTF-8?B?moTpo57kuabpgq7nrrE=?= <liwei@feishu.example>",
        "李伟的飞书邮箱",
        "liwei@feishu.example",
    ),
    (
        "WeCom Mail",
        '"=?utf-8?B?5p2O5LyfQOekuuS+i+WFrOWPuA==?=" <liwei@example.com>',
        "李伟@示例公司",
        "liwei@example.com",
    ),
    ("WeCom Mail", "=?gb18030?B?wO7OsA==?= <liwei@example.com>", "李伟", "liwei@example.com"),
    ("Coremail", "=?GB2312?B?wO7OsA==?= <liwei@example.com>", "李伟", "liwei@example.com"),
    ("Coremail", "李伟 [售后] <liwei@example.com>".encode("gbk"), "李伟 [售后]", "liwei@example.com"),
    ("Lotus Notes", "Li Wei/Shop/Example <liwei@example.com>", "Li Wei/Shop/Example", "liwei@example.com"),
    ("Lotus Notes", '"=?GBK?B?wO7OsA==?=/Shop" <liwei@example.com>', "李伟/Shop", "liwei@example.com"),
    ("Samsung Email", '"=?UTF-8?B?5p2O5Lyf?=" <liwei@example.com>', "李伟", "liwei@example.com"),
    ("Huawei Mail", "李伟<liwei@huawei.example>", "李伟", "liwei@huawei.example"),
    ("Roundcube", "=?UTF-8?Q?=E6=9D=8E=E4=BC=9F?= <liwei@example.com>", "李伟", "liwei@example.com"),
    ("SquirrelMail", '"Li Wei" <liwei@example.com>', "Li Wei", "liwei@example.com"),
    ("Mailspring", "Li, Wei; Shop <liwei@example.com>", "Li, Wei; Shop", "liwei@example.com"),
    ("Postbox", "Li Wei (Shop (North)) <liwei@example.com>", "Li Wei", "liwei@example.com"),
    ("own domain", "张三 <u17@例子.中国>", "张三", "u17@例子.中国"),
    ("own domain", "San <u17@xn--fsqu00a.xn--fiqs8s>", "San", "u17@xn--fsqu00a.xn--fiqs8s"),
    ("own address", "张三 <张三@例子.中国>", "张三", "张三@例子.中国"),
    (
        "PHPMailer",
        "=?utf-8?Q?=E6=9D=8E=E4=BC=9F=2C_?= =?utf-8?Q?Shop?= <liwei@example.com>",
        "李伟, Shop",
        "liwei@example.com",
    ),
    ("old gateway", "<liwei@example.com>", "", "liwei@example.com"),
    ("old gateway", "< liwei@example.com >", "", "liwei@example.com"),
    ("old gateway", "=?utf-8?Q?Li Wei?= <liwei@example.com>", "Li Wei", "liwei@example.com"),
    (
        "Foxmail",
        "=?UTF-8?B?6Zi/6YeM5Lq?= =?UTF-8?B?R55So5oi3546L5bCP5Li9?= <lili@aliyun.example>",
        "阿里云用户王小丽",
        "lili@aliyun.example",
    ),
]
"""The program, its `From`, the name and the address."""


@pytest.mark.parametrize(("program", "sender", "name", "address"), SENDERS)
def test_the_sender_is_known_whatever_program_wrote_the_mail(
    program: str, sender: str | bytes, name: str, address: str
) -> None:
    given = sender if isinstance(sender, bytes) else sender.encode()
    results = b"Authentication-Results: mx.us; dmarc=pass header.from=" + address.rpartition("@")[2].encode()
    for authserv in ("", "mx.us"):
        found = read_mail(results + b"\r\nFrom: " + given + b"\r\nMessage-ID: <1@x>\r\n\r\nx", s.T0, authserv=authserv)
        assert isinstance(found, Reply)
        assert (found.name, found.address, found.doubt) == (name, address, ""), program


SUBJECTS = [
    ("Outlook", "RE: 您的投诉 {id}"),
    ("Outlook", "答复: 您的投诉 {id}"),
    ("Outlook", "=?gb2312?B?tPC4tDog?= {id}"),
    ("Apple Mail", "=?utf-8?Q?=E5=9B=9E=E5=A4=8D=EF=BC=9A{id}?="),
    ("Gmail", "Re: Re: Fwd: [{id}] refund"),
    ("QQ Mail", "=?gb18030?B?u9i4tKO6?= {id}"),
    ("163 Mail", "Re:{id}"),
    ("Aliyun Mail", "=?UTF-8?B?5Zue5aSN77yaQy0yNjAzMDItMDEy?=\r\n =?UTF-8?B?MzQ1Njc4OQ==?="),
    ("Lark", "回复：{id}"),
    ("DingTalk Mail", "关于投诉{id}的答复"),
    ("mutt", "Re: a complaint\r\n ({id})"),
    ("Thunderbird", "AW: {id}"),
    ("WeCom Mail", "转发: {id} 的答复"),
]


@pytest.mark.parametrize(("program", "subject"), SUBJECTS)
def test_the_complaint_is_found_in_the_subject_whatever_program_wrote_it(program: str, subject: str) -> None:
    raw = f"From: u17@example.com\r\nSubject: {subject.format(id=ID)}\r\n\r\nx".encode()
    found = read_mail(raw, s.T0)
    assert isinstance(found, Reply)
    assert found.complaint == ID, program
