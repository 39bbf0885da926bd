"""What real letters bring, and what hostile ones do: long texts, many parts, and words that try to break the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from complaintflow.messages.catalogue import PageKind
from tests.messages.samples import fields_of, leaves

__all__ = ["MARKUP", "hostile", "long"]

MARKUP = (
    "</title></style></div></p><script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">"
)
_TURNED = "\u202eturned\u2066 هذا نص عربي طويل \u200fעברית\u200f"
_WORD = "W" * 300
_URL = "https://shop.example.com/orders?" + "&".join(f"parameter{number}=%E6%B1%89" for number in range(30))
_ATTACK = f" {MARKUP}\n{_TURNED}\n{_WORD}\n{_URL}\n\n" + "汉" * 200

_ZH: Mapping[str, Any] = {
    "message": "您的投诉我们已经记录，并已转给支付团队的专人处理。我们会先核对您的两笔扣款记录和银行流水，"
    "在此期间您的账户和订单不会受到影响。\n\n如果您手头有扣款短信或账单截图，欢迎随时补充，这会让我们查得更快。",
    "understood": "3 月 1 日晚上 20:14 到 20:15 之间，您为订单 A-1001 付款时页面提示“网络异常”，您按提示又付了一次，"
    "结果银行卡被扣了两笔，每笔 ¥1,299.00，而订单只有一件商品。您希望尽快退回多扣的一笔。",
    "judged": "我们核对了支付网关和银行的记录：网关在超时后重复提交了同一笔扣款请求，"
    "责任在我们这一侧，与您的操作无关。",
    "done": "1. 已向银行提交第二笔扣款的原路退回申请，受理号 R-20260302-7788；\n2. 已暂停该网关的自动重试；\n"
    "3. 已为您的账户做了标记，期间不会再次扣款。",
    "next": "退款到账后我们会再给您发一条消息；同时我们会完成对网关重试逻辑的修复，并请您确认。",
    "plain": "简单打个比方：收银台的网络卡了一下，以为没收到钱，于是又刷了一次您的卡。"
    "现在多刷的那次已经退回，收银台也不会再这样重试了。",
    "terms": "全场通用，不限品类，可与店铺满减叠加；自到账之日起 90 天内有效，逾期作废；不可兑换现金，不可转赠；"
    "如使用后订单发生退款，按比例退回优惠券，有效期不变。",
    "options": [
        {
            "id": "O1",
            "remedy": "refund",
            "basis": "《平台退款规则》第 7 条：重复扣款的，平台应在核实后 48 小时内原路退回。",
            "pros": "钱原路退回，不需要您再做任何操作，银行一般两个工作日内到账。",
            "cons": "遇到节假日，银行入账可能顺延一到两天。",
        },
        {
            "id": "O2",
            "remedy": "coupon",
            "basis": "关怀政策：因我方原因给您带来不便的，可以额外补偿。",
            "pros": "即时到账，面额比多扣的金额高 10%。",
            "cons": "只能在本平台使用，90 天内有效。",
        },
        {
            "id": "O3",
            "remedy": "third_party_help",
            "basis": "如果您更信任银行的处理流程，我们可以协助您直接向发卡行提出争议。",
            "pros": "由银行独立判断。",
            "cons": "一般需要 15 到 30 个工作日，期间需要您配合提供材料。",
        },
    ],
    "assessment": "您反映的“同一订单合并开票”需要改造开票系统与税务接口，"
    "我们评估后确认短期内无法完成，目前可以由人工为您合并开具。",
    "plan": "二季度完成接口改造，三季度先对企业用户开放，四季度覆盖所有用户。每完成一个阶段都会告诉您。",
    "reason": "您提供的订单号 A-1001 属于另一家店铺，该店铺不在本平台经营，我们无权查询或处理它的交易。",
    "recourse": "联系付款页面上显示的商家；或拨打 12315 向消费者协会反映；"
    "如果您之后发现订单确实在我们平台，直接回复即可，我们会重新受理。",
    "questions": [
        "您付款时用的是哪台设备、哪个版本的应用？",
        "两笔扣款短信的时间分别是几点几分？",
        "当时页面的提示文字是什么？如有截图更好。",
    ],
    "waiting": ["您付款时用的是哪台设备、哪个版本的应用？", "两笔扣款短信的时间分别是几点几分？"],
    "words": [
        "我这里还是两笔，你们到底有没有退？",
        "已经第三次打电话了，每次都让我再等等，我真的很着急，周五要交房租。",
    ],
    "progress": [
        {"at": "2026-03-02T10:14:00Z", "step": "CheckEvidence", "text": "银行流水与账本一致，确认重复扣款"},
        {"at": "2026-03-02T10:16:00Z", "step": "FindCause", "text": "网关超时后重试，没有带幂等键"},
        {"at": "2026-03-02T12:57:00Z", "step": "Resolve", "text": "已手工冲正第二笔"},
    ],
    "deadlines": [
        {"what": "news", "at": "2026-03-03T09:02:00Z"},
        {"what": "needed_by", "at": "2026-03-06T09:00:00Z"},
        {"what": "向银行确认退款到账", "at": "2026-03-05T09:00:00Z"},
    ],
    "other_shops": ["南店（旗舰）", "东店", "城西奥特莱斯折扣店"],
    "blocked": ["银行没有答复冲正申请，已催两次"],
    "help": ["需要有银行对接人联系方式的同事"],
}
_EN: Mapping[str, Any] = {
    "message": "We have recorded your complaint and handed it to a person in our payments team. First we compare both "
    "charges with the bank's record; your account and your order are safe meanwhile.\n\nIf you have the bank's text "
    "message or a picture of your statement, send it at any time: it helps us to be faster.",
    "understood": "On 1 March, between 20:14 and 20:15, the page said “network error” while you paid for order A-1001. "
    "You paid again as it asked, and your card was charged twice, CNY 1,299.00 each, for one article.",
    "judged": "Our gateway sent the same capture again after a timeout. The fault is ours, not yours.",
    "done": "1. We asked the bank to return the second charge (reference R-20260302-7788).\n2. We stopped the "
    "gateway's automatic retries.\n3. Your account is marked, so that nothing is charged again meanwhile.",
    "next": "We write to you once the money has been returned, and ask you to confirm that it has arrived.",
    "plain": "The till lost its connection for a moment, thought that it had not been paid, and rang once more. The "
    "second payment is on its way back, and the till does not do that any more.",
    "terms": "For everything in the shop, together with other offers; for 90 days from the day it arrives. "
    "It cannot be "
    "exchanged for money or given away. If an order that it paid for is refunded, it comes back in proportion.",
    "options": [
        {
            "id": "O1",
            "remedy": "refund",
            "basis": "Refund rule 7: what was charged twice goes back within 48 hours after it was checked.",
            "pros": "The money goes back to your card without any further step from you, mostly within two days.",
            "cons": "Over a holiday the bank may need one or two days more.",
        },
        {
            "id": "O2",
            "remedy": "coupon",
            "basis": "Goodwill, since the fault was ours.",
            "pros": "It arrives at once, and is worth 10% more than what was charged.",
            "cons": "Only for this shop, for 90 days.",
        },
        {
            "id": "O3",
            "remedy": "third_party_help",
            "basis": "If you trust your bank's procedure more, we help you to dispute the charge there.",
            "pros": "The bank decides independently.",
            "cons": "It takes 15 to 30 working days, and the bank will ask you for documents.",
        },
    ],
    "questions": ["Which device and which version of the app did you use?", "At what time did each text message come?"],
    "words": [
        "I still see two payments, did you return it or not?",
        "This is my third call. The rent is due on Friday!",
    ],
    "progress": [
        {"at": "2026-03-02T10:14:00Z", "step": "CheckEvidence", "text": "the bank's record agrees with the ledger"},
        {"at": "2026-03-02T10:16:00Z", "step": "FindCause", "text": "a retry after a timeout without a key"},
        {"at": "2026-03-02T12:57:00Z", "step": "Resolve", "text": "the second capture was reversed by hand"},
    ],
    "deadlines": _ZH["deadlines"],
}


def long(page: PageKind, language: str) -> dict[str, Any]:
    """The page as a careful agent would fill it."""
    texts = _ZH if language == "zh" else _EN
    return {name: texts.get(name, value) for name, value in fields_of(page, language).items()}


def hostile(page: PageKind, language: str) -> dict[str, Any]:
    """Every text of the page with an attack at its end."""
    return dict(leaves(fields_of(page, language), lambda text: f"{text}{_ATTACK}"))
