"""Whether a text tells a customer that the problem is solved (R16, R32), in Chinese and English.

Phrase rules, not understanding. They look for a claim of completion ("has been fixed", 已经解决) and
let pass what is negated, conditional or still to come ("is not fixed yet", 解决后). What they cannot
see: irony, other languages, a claim spread over sentences. The docs say so; the guard that counts is
verify-before-notify, which looks at facts.
"""

from __future__ import annotations

import re

__all__ = ["claims_solved"]

_DONE = r"(?:solved|resolved|fixed|repaired|sorted(?: out)?|taken care of|rectified|back to normal|working again)"
_ENGLISH = re.compile(
    rf"\b(?:(?:is|are|was|were|been|got|it'?s|now|already|fully|completely|have|has|we|we'?ve|i|i'?ve)\s+"
    rf"(?:(?:now|already|all|been|fully|completely|just|successfully)\s+)*{_DONE})\b",
    re.IGNORECASE,
)
_ENGLISH_BEFORE = re.compile(
    r"(?:\bnot|n't|\bnever|\bno longer|\bonce|\bwhen|\bif|\bas soon as|\buntil|\bunless|\bwhether|\bafter|\bwill be|"
    r"\bto be|\bcannot be|\bcan be|\bcould be|\bbefore)\b[^.!?;]{0,30}$",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"(?:已经?|都|现已|业已|全部|顺利|成功)[^。!?;,,]{0,4}(?:解决|修复|处理(?:完|好)|恢复正常|搞定|修好|排除)"
    r"|(?:问题|故障|异常)[^。!?;]{0,6}(?:解决|修复|处理好|恢复|修好|排除)了"
    r"|(?:解决|修复|处理)(?:完毕|完成|好了|啦)|搞定了|修好了|恢复正常了?"
)
_CHINESE_BEFORE = re.compile(
    r"(?:没有?|尚未|还未|还没|未能|未|不能|无法|并非|如果|若|一旦|等|待|直到|是否|争取|预计|将|会|可以|尽快)[^。!?;]{0,8}$"
)
_CHINESE_AFTER = re.compile(r"(?:后|之后|以后|前|之前|吗|么|的话|时)")


def claims_solved(text: str) -> str:
    """The first words that claim a completed solution, or a blank text."""
    for match in _ENGLISH.finditer(text):
        if not _ENGLISH_BEFORE.search(text, 0, match.start()) and not _asks(text, match.end()):
            return match.group()
    for match in _CHINESE.finditer(text):
        ahead = _CHINESE_AFTER.match(text, match.end())
        if not ahead and not _CHINESE_BEFORE.search(text, 0, match.start()):
            return match.group()
    return ""


def _asks(text: str, end: int) -> bool:
    """Whether the English sentence goes on to a question mark."""
    rest = re.search(r"[.!?;\n]", text[end:])
    return bool(rest) and rest.group() == "?" if rest else False
