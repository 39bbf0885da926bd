"""Words of the customer that need no answer: mere thanks, and praise. In doubt they need one."""

from __future__ import annotations

import re
from unicodedata import category

from complaintflow.wording import _roots
from complaintflow.wording.denial import find_denial_in
from complaintflow.wording.folding import fold
from complaintflow.wording.latin import latin_words
from complaintflow.wording.patterns import compile_late
from complaintflow.wording.roots import Roots

_LONGEST_THANKS = 200
_THANKS = compile_late(
    r"(?:(?>"
    r"(?:非常|十分|太)?(?:感谢|谢谢|多谢|谢|辛苦|麻烦)(?:您们|您|你们|你|各位|大家|客服)?(?:了|啦)?"
    r"(?:的?(?:回复|帮助|支持|关注|反馈))?|好的|好|嗯|哦|收到|知道了|了解了?|明白了?|行|再见|您好|你好"
    r"|此致|敬礼|祝好|祝顺利|顺[祝颂]商祺"
    r"|thank you|thanks|thank|thx|cheers|okay|ok|great|noted|got it|understood|(?:so|very) much|many|very"
    r"|a lot|for (?:your|the) (?:help|reply|response|update|message)|best|kind(?:est)?|warm(?:est)?|regards|hi|hello"
    r"|all|team|sincerely|yours|truly|faithfully|respectfully|with"
    r")(?: |(?=[^a-z])|$))++"
)
_NO_LETTERS = compile_late(r"[\W_]+")

_FRIENDLY = frozenset(
    "\U0001f44d\U0001f44c\U0001f64f\U0001f60a\U0001f604\U0001f642\U0001f600\U0001f603\U0001f601\U0001f339\U0001f91d\U0001f44f\u2764\u2705\u263a"
)
"""Thumbs up, folded hands, smiles, a rose, a heart: without words they thank. Any other sign makes a text doubtful."""
_SURNAMES = (
    "王李张刘陈杨赵黄吴徐孙胡朱林郭罗梁宋郑韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏汪田姜范姚谭廖邹熊陆郝孔崔康邱秦"
    "顾侯邵孟雷汤尹黎乔贺赖龚張劉陳楊趙黃吳孫羅鄭韓馮蕭鄧呂蘇盧蔣賈葉閻譚鄒陸顧湯喬賀賴龔"
)
_CHINESE_NAME = compile_late(
    rf"(?:[{_SURNAMES}](?:[^\W\d_了吗呢啊吧不没未还又再退款钱账到货单错坏急快催投诉扣付查问题时日天月年号点的是在有要给我你他她它们处理解决骗滚蛋赔差坑]){{1,2}}"
    rf"|[{_SURNAMES}](?:先生|女士|小姐))(?: ?(?:敬上|谨上|上))?"
)
_ENGLISH_NAME = compile_late(r"(?:[-\u2013\u2014]+ ?)?[A-Z][a-z]+(?:[ -][A-Z](?:[a-z]+|\.)?){0,2}")
_SIGN_OFF = compile_late(
    r"(?:thanks|thank you|thx|cheers|regards|sincerely|truly|faithfully|best|yours),?$", re.IGNORECASE
)
_NO_NAME = compile_late(
    r"\b(?:again|asap|awful|bad|broken|but|call|cancel|cheat\w*|complain\w*|delivery|disagree|fail\w*|fraud|hello|help"
    r"|how|item|joke|late|later|liar|lost|rubbish|scam\w*|shame|terrible|thief|useless|worst"
    r"|missing|money|never|no|none|not|nothing|now|order|payment|please|refund\w*|reply|return|still|unsolved|urgent"
    r"|wait\w*|what|when|where|which|who|why|wrong|yet)\b",
    re.IGNORECASE,
)
WANTS = compile_late(
    r"[?\uff1f]|\b(?:but|however|although|except|yet|also|another|other|still|again|if|when|until|whether|hope|wish|want"
    r"|need|please|should|would|will|could|can|missing|wrong|why|how|where|who|what)\b"
    r"|但|不过|可是|然而|只是|除了|另|还|再|也|又|其[他它]|如果|希望|建议|请|什么|何时|为什么|怎么|是否|能否|吗|呢|应该|应当|需要|麻烦"
    r"|少了|多扣|错"
)
"""Whoever is content and uses one of these words may want something as well."""
WANTS_ROOTS = Roots(_roots.WANTS_WORDS, _roots.WANTS_PARTS)


def mere_thanks(text: str) -> bool:
    """Whether there is nothing but thanks, greetings, "noted" and a name below: no request, no confirmation.

    A question mark, or a sign that is not friendly, makes it doubtful.
    """
    if len(text) > _LONGEST_THANKS or "?" in text or "\uff1f" in text:
        return False
    signs = {char for char in ("" if text.isascii() else text) if category(char) == "So"}
    if signs - _FRIENDLY:
        return False
    words = _NO_LETTERS.sub(" ", fold(_without_name(text)).lower()).strip()
    return bool(_THANKS.fullmatch(words)) if words else bool(signs)


def _without_name(text: str) -> str:
    """The text without the name with which it is signed, on a last line of its own."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        return text
    chinese = _CHINESE_NAME.fullmatch(lines[-1])
    english = (
        _ENGLISH_NAME.fullmatch(lines[-1])
        and _SIGN_OFF.search(lines[-2].rstrip("!. "))
        and not _NO_NAME.search(lines[-1])
    )
    return "\n".join(lines[:-1]) if chinese or english else text


def wants_more(text: str) -> bool:
    """Whether the words of a content customer may ask for something, or deny; a long text may always."""
    if len(text) > _LONGEST_THANKS:
        return True
    folded = fold(text)
    words = latin_words(folded)
    may_want = WANTS_ROOTS.are_in(folded, words)
    return bool((may_want and WANTS.search(folded)) or find_denial_in(folded, words))
