"""Whether a text tells a customer that the problem is solved (R16, R32), in Chinese and English.

These are phrase rules, not understanding. Clause by clause they look for a claim of completion ("has been fixed",
已经解决). They ignore what is negated, conditional, partial, in the future, asked or quoted ("is not fixed yet",
解决后). They miss irony, paraphrase ("you will find your money back"), other languages, and a condition or denial in
another clause. The guard that counts is verify-before-notify, which looks at facts.
"""

from __future__ import annotations

import re

SIMPLIFIED = str.maketrans("經決復處問題沒後時會將還無圓滿順辦為請嗎說", "经决复处问题没后时会将还无圆满顺办为请吗说")
"""Traditional characters of the phrases below, and what they are in simplified Chinese."""
_FOLDED: dict[int, int | str] = {
    **SIMPLIFIED,
    **{mark + 0xFEE0: mark for mark in b",.!?;:"},  # full width to plain
    0x2019: ord("'"),
    **{
        ord(alike): letter for alike, letter in zip("\u0130\u0131\u017f\u212a", "iisk", strict=True)
    },  # as re.IGNORECASE does
}
_TELLING = (
    *("solved", "fixed", "repaired", "rectified", "remedied", "settled", "cleared", "ironed", "taken", "normal"),
    *("again", "sorted", "gone", "over", "longer", "works"),
    *("解决", "修复", "修好", "搞定", "恢复", "办结", "办妥", "处理", "排除", "正常"),
)
"""Every claim contains one of these, so a text without any needs no closer look."""
_BLANKS = re.compile(r"[^\S\n]+|\n(?=[a-z])")  # a line that goes on with a small letter is a wrapped one
_QUOTED = re.compile(r"[\"“][^\"”]{0,300}[\"”]|[「『][^」』]{0,300}[」』]")
_CLAUSE = re.compile(r"(?:(?!\bbut\b|但)[^.!?;:,。\n]){1,400}\?*")

_DONE = (
    r"(?:(?:re)?solved|fixed|repaired|rectified|remedied|settled|cleared up|ironed out|taken care of|back to normal|"
    r"(?:up and )?(?:working|running) again|sorted(?: out)?)"
    r"(?! (?:at|in|into|by (?!us|our|now|the team)|price|rate|fee|amount|term)\b)"
)
_ADVERB = r"(?:(?:now|already|all|been|fully|completely|just|finally|successfully) )*"
_ENGLISH = re.compile(
    rf"\b(?:is|are|was|were|been|got|it'?s|now|already|fully|completely|has|have|we(?:'ve)?|i(?:'ve)?|team|engineers?|"
    rf"technicians?|developers?|colleagues?|bank) {_ADVERB}{_DONE}"
    rf"|^ *(?:(?:your|the|this|all) )*(?:problem|issue|fault|bug|error|case|complaint|matter|done and)? ?{_DONE}(?= *$)"
    r"|\b(?:problem|issue|fault|bug|error)s? (?:is gone|is over|has gone|no longer (?:exists?|occurs?|appears?))"
    r"|\b(?:everything|it|all) (?:now )?works (?:again|now|as it should|as expected)",
    re.IGNORECASE,
)
_ENGLISH_OPEN = re.compile(
    r"^ *(?:is|are|was|were|has|have|had|did|do|does|can|could|would|will|should)\b"  # a question, by its order
    r"|\b(?:once|when|whenever|if|as soon as|until|till|unless|whether|after|before)\b"
    r"|\b(?:hope|wish|want|you (?:said|wrote))\b"
    r"|\b(?:not|never|cannot|no longer|nothing|none|nobody|neither|hardly|far from)\b(?:(?!\band\b).){0,30}$"
    r"|n't\b(?:(?!\band\b).){0,30}$"
    r"|\b(?:will|would|shall|should|could|can|may|might|must|to)(?: (?:be|have|get|soon|all|then|also))* *$"
    r"|\b(?:rate|price|fee|term|amount|date|deadline)s? *$",
    re.IGNORECASE,
)

_LATER = r"(?!在|正|安排|着手|开始|尝试|协调|申请|努力|全力|力|派|请|转|提交|启动|进入|找|有|制定|提供|要|未|不)"
_CHINESE = re.compile(
    rf"(?:已经?|现已|业已|全部|都|顺利|成功|圆满|完美)(?:{_LATER}.){{0,8}}?(?:解决|修复|修好|搞定|恢复|办结|办妥|处理(?:完|好))"
    r"|(?:解决|修复|修好|搞定|办妥|处理(?:完|好))(?:了|啦|完毕|完成)|处理(?:完毕|完成)"
    r"|(?:问题|故障|异常)[^否没未]{0,4}得到了?.{0,2}解决|恢复正常"
    r"|(?:故障|异常|问题)[^没未]{0,4}排除|(?:已经?|成功)排除了?(?:故障|异常|问题)"
    r"|(?:现在?|目前|已经?).{0,4}(?:可以|能够?|可)正常"
)
_CHINESE_OPEN = re.compile(
    r"没|未(?!来)|无法|不(?:能|会|可|一定|代表|等于|算|是)|难以|并非|如果|如(?:您|已|仍)|若(?!干)|假如|要是|只要|除非|一旦"
    r"|^ *等|[请需要]等|等[到待]|(?<![招期对虐看])待(?!遇)|直[到至]|[是能可]否|争取|预计|计划|打算|准备|力争|将"
    r"|会(?![员话议计])"
    r"|[才就]能|希望(?!的)|尽[快力]|努力|正在|全力|需要?(?!的|要的)|应[该当]|可[以能]|有望|为了|部分|承诺|保证|确保|明[天日]"
    r"|何时|什么时候|您(?:说|提到|表示)(?!的)"
)
_CHINESE_AFTER = re.compile(
    r"(?:了|正常|使用)*(?:[之以]?后(?![台端续])|[之以]?前(?![台端])|吗|么|没|与否|的?话|时(?!间)|还要|需要"
    r"|方案|办法|方法|措施|思路|阶段|流程|中|.{0,4}(?:再|才))"
)


def claims_solved(text: str) -> str:
    """The first words that claim a completed solution; blank when there are none."""
    folded = text if text.isascii() else text.translate(_FOLDED)
    if not any(map(folded.lower().__contains__, _TELLING)):
        return ""
    folded = _BLANKS.sub(" ", _QUOTED.sub(" ", folded))
    for clause in _CLAUSE.findall(folded):
        found = None if clause.endswith("?") else _claim(clause)
        if found:
            return found.group()
    return ""


def _claim(clause: str) -> re.Match[str] | None:
    for found in _ENGLISH.finditer(clause):
        if not _ENGLISH_OPEN.search(clause[: found.start()]):
            return found
    for found in _CHINESE.finditer(clause):
        if not _CHINESE_OPEN.search(clause[: found.start()]) and not _CHINESE_AFTER.match(clause, found.end()):
            return found
    return None
