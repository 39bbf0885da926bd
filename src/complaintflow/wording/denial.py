"""Whether words that are recorded as a yes deny it: "not solved", "I do not agree" (R33), in Chinese and English.

Phrase rules. A text is folded, what only sounds like a denial ("no more problems", 没事了) is taken out, and then words
of a denial are looked for anywhere: who says yes and no does not say yes.
"""

from __future__ import annotations

import re

from complaintflow.wording.folding import fold

_WANTED = (
    r"(?:solv|resolv|fix|work|repair|receiv|arriv|refund|credited|paid|help|happ|satisf|accept"
    r"|agree|chang|got\b|get\b"
    r"|seen?\b|ok\b|okay|good\b|done\b|true\b|correct|right\b|close|withdraw|drop|cancel|confirm"
    r"|sorted|back\b|here\b)"
)
"""What somebody says is lacking who is not content."""
_ENGLISH = (
    rf"(?:\b(?:not|never|cannot|hardly|isnt|dont|doesnt|didnt|hasnt|havent|cant|wont)\b|n't\b)[^.!?;\n]{{0,30}}\b{_WANTED}"
    rf"|\bnothing\b[^.!?;\n]{{0,15}}\b{_WANTED}|\bnot yet\b|\bno way\b"
    r"|\bstill\b(?! (?:works?|fine|good|ok|thank|glad|happy))"
    r"|\b(?:un(?:re)?solved|disagree|reject|refuse|unacceptable|unhappy|dissatisfied|useless|broken|worse)\b"
    r"|\b(?:charged|happen(?:s|ed)?|fail(?:s|ed)?|down|wrong|back)\b[^.!?;\n]{0,15}\bagain\b"
    r"|\b(?:problem|issue|error|fault|bug)s? (?:(?:is|are) back|persists?|remains?|continues?|came back|reappear)"
    r"|^ *no\b(?! (?:problems?|more|longer|worries|need|further|issues?|thanks?|thank|nothing"
    r"|all|it'?s fine|that'?s))"
    r"|\bno (?:refund|money|change|answer)\b|\b(?:keep|leave) (?:it|the case|this) open\b|\bon the contrary\b"
    r""
    r"|\blie[sd]?\b|\bfed up\b"
)
_CHINESE = (
    r"(?:没有?|木有|未|尚未|无法|并非|不能|不算|谁说|哪里|没能|没法).{0,8}?(?:解决|修好|修复"
    r"|恢复|到账|收到|退|处理|搞定|弄好"
    r"|好(?:$|[了,。!?])|能用|成功|生效|登录|登|付款|提现|打开|变化|改善|同意|接受|满意|答应|确认|撤|到(?:$|[,。!]))"
    r"|没好|没到|没退|没修|没弄|没搞|还没(?![看查试核])|尚未|没用|用不了|打不开|登不上|进不去|上不去|收不到|付不了"
    r"|(?:还|仍|依然|依旧|照样)(?:是|然|旧)?(?:不|没(?![看查试核])|未|错|坏|老样子|一样|这样"
    r"|那样|有问题|存在|出现|失败|报错|在扣|在$|卡|闪退|扣)"
    r"|又(?:出现|发生|坏|扣|断|来|不|没|失败|报错)|再次(?:出现|发生|扣|失败)|(?:问题|故障)(?:还在"
    r"|仍在|重现|复发|依旧|依然)"
    r"|不(?:满意|接受|同意|认可|行|对(?!劲了)|是这样|管用|可能|答应|撤|算了|解决|给解决|赞成"
    r"|认同|服|干|能接受|愿意)|不会(?:撤|同意|接受|确认|结)|解决不了|才怪|^ *(?:没有?|不|否"
    r"|没呢)(?=$|[,.。! ])|糊弄|敷衍|骗"
    r"|(?:不要|别|不能|不许|不准|不可以|先别|拒绝|反对)(?:再)?(?:撤|结案|关闭?|结单|销案|关单"
    r"|取消投诉|结束)|反对|拒绝"
    r""
    r"|唔得|冇|唔同意|搞唔掂"
)
_POSTPONES = re.compile(
    r"等.{1,12}(?:再|才)(?:撤|确认|同意|结|说)|(?:到账|收到|退了|解决|修好)(?:了|后|以后|之后)?再(?:撤"
    r"|确认|同意|结|说)"
    r"|(?:解决|修好|到账|好)了?吗|除非|前提是"
    r"|\b(?:only if|unless|once (?:you|i|the)|when (?:i (?:get|have|receive)|you (?:pay|refund)))\b"
)
"""Words that ask, or that put the yes off."""
_DENIES = re.compile(f"{_ENGLISH}|{_CHINESE}", re.MULTILINE)
_SOUNDS = re.compile(
    r"没(?:有)?(?:什么|别的|其他|其它|任何|啥|新的)?(?:问题|事儿?|毛病|异议|意见|要求|疑问"
    r"|需要)(?!解决|没)了?|没想到|没关系|没得说|没话说|不好意思|不错|不用|不必|不再|不会(?!撤"
    r"|同意|接受|确认|结)|无需"
    r"|不需要|不要了|不投诉|不追究|不想(?:再)?(?:投诉|追究|计较)|不计较|不麻烦|还(?:不错|可以"
    r"|好)|未来|不客气|没白|不得不|不愧"
    r"|没(?:有)?再|好得不能再好|再好不过|从没(?:有)?(?:这么|见过)|没(?:有)?理由不"
    r"|\bno (?:more|longer|problems?|further|other|issues?|worries|need|complaints?|objections?"
    r"|doubts?|questions?)\b(?: (?:problems?|issues?|questions?|errors?|trouble))?"
    r"|\bnot (?:an?|any)(?: more)? (?:problem|issue)s?\b(?: any ?more)?|\bnot any ?more\b|\bnothing (?:else"
    r"|more|further|to add|wrong)\b|\bcan'?t complain|\bcouldn'?t be happier"
    r"|\bnot bad\b|\bnot only\b|\bno,? (?:thanks?|thank you|that'?s all|nothing else|all good"
    r"|it'?s fine)|\bnot (?:broken|wrong|down|failing)\b(?: any ?more| any longer)?"
    r"|\b(?:don'?t|do not|not) (?:need|have to|worry|bother|mind|want to (?:pursue|complain"
    r"|go on)|have any(?: (?:more|other|further))?)\b|\b(?:isn'?t|wasn'?t|not) (?:needed|necessary)\b"
    r"|\bno longer (?:broken|wrong|down|an issue|a problem)|\bno doubt\b|\bwhy not\b|\bnever mind\b"
    r"|\b(?:does|do|has|have|did)(?:n'?t| not) (?:happen(?:ed)?|appear(?:ed)?|occur(?:red)?"
    r"|fail(?:ed)?|come|came|crash(?:ed)?)\b(?: back| again| since| any ?more)*"
)


def find_denial(text: str) -> str:
    """The first words that deny, or a blank text."""
    return _find_denial(fold(text))


def find_no_yes(text: str) -> str:
    """The first words by which it is no yes: they deny, ask, or put it off; or a blank text."""
    folded = fold(text)
    found = _POSTPONES.search(folded)
    return _find_denial(folded) or (found.group() if found else "")


def _find_denial(folded: str) -> str:
    found = _DENIES.search(_SOUNDS.sub(lambda sounds: " " * len(sounds.group()), folded))
    return folded[found.start() : found.end()].strip() if found else ""
