"""What a mail program writes below the words: its own name, and the writer's signature.

A signature is short and asks nothing. Where a line like `--` is followed by demands, they are the writer's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from complaintflow.wording.patterns import compile_late

_LONGEST = 80
_LINES, _CHARACTERS = 12, 600
"""How long a signature may be."""
_NOTICE = 60
"""How many lines it may have with a notice of secrecy below it."""

_CUT = "--"
"""From here to the end stands a signature, if it looks like one."""
_LINE = compile_late(r"[-_=*\u2014\u2013\u2500]{1,60}|- -")
"""The same, if it holds a card as well: how to reach somebody."""
_CARD = compile_late(r"@|https?://|www\.|\d[\d ()/.-]{5,}\d")
_RULES = frozenset("_-\u2500")
_RULE = compile_late(r"[_\u2500-]{5,}")
_ASKS = compile_late(
    r"[!?;\u3002\uff01\uff1f\uff1b\uff0c\u3001]|请|退|赔|投诉|否则|要求|希望|马上|尽快|立即|还没|没有|不|請|賠|投訴|否則|馬上"
    r"|儘快|還沒|沒有|什么|何时"
    r"|\b(?:i|you|we|please|refund|want|need|must|will|why|when|what|how|not|no|complain\w*|if|or else)\b",
    re.IGNORECASE,
)
"""What a signature does not say."""
_DEMANDS = compile_late(
    r"[?\uff1f\uff01]|请|退款|退货|赔|投诉|否则|要求|马上|尽快|立即|还没|請|賠|投訴|否則|馬上|儘快"
    r"|\b(?:please|refund|money|want|complain\w*|or else|when will|why)\b",
    re.IGNORECASE,
)
"""What not even one does that its program divides by the line of RFC 3676: people put mottoes there."""
_LINK = compile_late(r"<https?://[^<>]{1,300}>$")
_SECRET = compile_late(
    r"confidential|intended (?:only|recipient)|disclaimer|保密|机密|機密|免责|本邮件及其附件", re.IGNORECASE
)
"""What only the notice below a signature says."""

_DEVICE = (
    r"(?:iphone|ipad|ipod|mac|android|galaxy|samsung|pixel|nokia|blackberry|windows phone|xiaomi|huawei|honor|oppo"
    r"|vivo|realme|oneplus|meizu|redmi|华为|榮耀|荣耀|小米|红米|魅族|三星|苹果|诺基亚|联想|中兴|一加|真我|手机|手機"
    r"|平板|智能手机|设备|裝置)"
)
_PROGRAM = (
    r"(?:outlook|yahoo(?: mail)?|gmail|mail|e-?mail|foxmail|qq\s?(?:邮箱|mail)|网易(?:邮箱|邮箱大师)?|163(?:邮箱)?"
    r"|126(?:邮箱)?|新浪邮箱|搜狐邮箱|阿里邮箱|阿里云邮箱|钉钉|飞书|企业微信|微信|139邮箱|189邮箱|lark|dingtalk"
    r"|wecom|proton ?mail|spark|typeapp|bluemail|aquamail|nine|k-9 mail|fairemail|edison|mailspring|airmail|邮箱"
    r"|郵箱|邮件|郵件|邮箱大师|邮箱客户端|客户端)"
)
_TAIL = r"(?:\s?(?:for|on|app|mobile|手机版|客户端|版|大师|移动版)\s?[\w .-]{0,24})?"
_STAMPS = compile_late(
    rf"sent (?:from|via|by|with|using) (?:my |the |a )?[\w +-]{{0,20}}\b{_DEVICE}[\w +,-]{{0,24}}(?:smartphone"
    rf"|device|phone|mobile)?|sent (?:from|via|by|with|using) (?:my )?{_PROGRAM}{_TAIL}(?: secure email)?"
    r"|sent from my (?:mobile|phone|cell|tablet|smartphone|mobile device|mobile phone)"
    r"|get outlook for [\w ]{1,30}|(?:获取|下载|取得|下載|télécharger|hol(?:en)? sie sich|descargar"
    r"|scarica) ?outlook ?(?:for|pour|für|para|per) ?[\w ]{1,20}"
    rf"|(?:发送?自|發自|傳送自|来自|來自)(?:我的)?\s?[\w ]{{0,12}}?(?:{_DEVICE}|{_PROGRAM}){_TAIL}"
    rf"|(?:从|從)(?:我的)?\s?[\w ]{{0,12}}?(?:{_DEVICE}|{_PROGRAM}){_TAIL}\s?(?:发送|傳送|寄出|發送)"
    r"|签名由.{1,12}定制|由.{1,14}(?:邮箱|客户端|大师)发送"
    rf"|(?:von meinem|envoyé de mon|sendt fra min|skickat från min|verzonden vanaf mijn|wysłano z"
    rf"|odesláno z mého|envoyé depuis mon|enviado desde mi|enviado do meu|inviato da|inviato dal mio) "
    rf"[\w +-]{{0,20}}{_DEVICE}[\w +-]{{0,12}}(?: gesendet)?"
    r"|gesendet (?:von|mit) [\w ]{1,30}(?:app|mail|ios|android|iphone)|(?:iphone|ipad|android)(?:から送信)",
    re.IGNORECASE,
)
"""A line by which a mail program names itself."""


def names_program(line: str) -> bool:
    """Whether by this line a mail program names itself."""
    text = _LINK.sub("", line[:400]).strip(" \t[]()<>|.\u3002")
    return 0 < len(text) <= _LONGEST and bool(_STAMPS.fullmatch(text))


def signature_length(lines: Sequence[str], place: int, sender: str) -> int:
    """How many of these lines, from here to their end, are a signature; mostly none."""
    line = lines[place].strip()
    if line == _CUT or _LINE.fullmatch(line):
        asks = _DEMANDS if lines[place] == f"{_CUT} " else _ASKS
        return len(lines) - place if _looks_signed(lines, place + 1, asks, line != _CUT) else 0
    if sender and (line[:1] in _RULES or line.lower() == sender.lower()) and _is_only(sender, lines, place):
        return len(lines) - place
    return 0


def card_length(lines: Sequence[str], place: int) -> int:
    """How many lines before this one are the card above `签名由网易邮箱大师定制`: names between bars."""
    if "定制" not in lines[place] or "签名" not in lines[place]:
        return 0
    first = max(0, place - _LINES)
    bars = [at for at in range(first, place) if lines[at].strip() and not lines[at].strip("| \t")]
    return place - bars[0] if bars else 0


def _looks_signed(lines: Sequence[str], place: int, asks: re.Pattern[str], needs_card: bool) -> bool:
    if len(lines) - place > _NOTICE:
        return False
    seen = [line.strip() for line in lines[place:] if line.strip()]
    if needs_card and not any(_CARD.search(line[:_CHARACTERS]) for line in seen):
        return False
    if any(_SECRET.search(line[:_CHARACTERS]) for line in seen):
        return True
    short = len(seen) <= _LINES and sum(map(len, seen)) <= _CHARACTERS
    return short and not any(len(line) > _LONGEST or asks.search(line) for line in seen)


def _is_only(sender: str, lines: Sequence[str], place: int) -> bool:
    """Whether nothing but the sender's own address follows, as some programs write it, below a line or not."""
    follows = [line.strip() for line in lines[place : place + 4] if line.strip()]
    rule = bool(follows) and bool(_RULE.fullmatch(follows[0]))
    return len(lines) - place <= 4 and [one.lower() for one in follows[rule:]] == [sender.lower()]
