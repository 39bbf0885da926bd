"""Words that take a yes back without denying it: what estimates, hopes, was told by others, gives in, or scorns.

Each is a closed class of its language, so a list of it ends: "almost", 差不多; "I hope", 但愿; "they say it is fixed",
听说好了; "if you say so", 随便; "you call this solved", 这也叫解决了. English makes its adverbs freely ("supposedly
fixed"): there the list is of those that leave a yes what it is, and any other weakens it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from complaintflow.wording import _roots
from complaintflow.wording.patterns import compile_late
from complaintflow.wording.phrases import Phrases

_AFFIRMING = (
    "absolutely|actually|beautifully|certainly|clearly|completely|correctly|definitely|easily|entirely|exactly|fairly"
    "|finally|fortunately|freely|fully|genuinely|gladly|happily|honestly|immediately|instantly|kindly|luckily|nicely"
    "|normally|perfectly|promptly|properly|quickly|really|reliably|safely|simply|smoothly|successfully|surely|swiftly"
    "|thankfully|thoroughly|totally|truly|wholly|early|daily|only|friendly|family|reply|supply|apply"
)
_YES = (
    "(?:yes|ok|okay|fine|good|works?|working|worked|fixed|(?:re)?solved|done|there|sorted|better|happy|satisfied|true"
    "|arrived|received|repaired|runs?|running|agree|accept)"
)
_ADVERBS = compile_late(
    rf"\b(?!(?:{_AFFIRMING})\b)[a-z]{{2,12}}ly (?:it |it's |is |an? )?{_YES}\b"
    rf"|\b{_YES} (?!(?:{_AFFIRMING})\b)[a-z]{{2,12}}ly\b"
)
_TRAILS_OFF = compile_late(r"^[^,.。!?\n]{1,12}(?:\.{3,}|…+|。{3,}) *$")
_ESTIMATES = (
    r"\b(?:almost|kinda|sorta|kind of(?! you)|sort of|more or less|somewhat|in theory|on paper|in a way|up to a point"
    r"|to some extent|halfway|just about|close enough|on and off|off and on|for now|so far|sometimes|depends|meh"
    r"|most (?:of|days|times|parts?)|one (?:problem|issue|part|of)|(?:should|might|may|could) be|would be (?!that|so)"
    r"|should work|used to|getting (?:there|better)|much better|better (?:than|but)|a (?:bit|little) [a-z]{3,9}er"
    r"|seems?"
    r"|appears?|looks (?!good|great|right|correct|like new|after|forward|at))\b"
    r"|\bi (?:guess|suppose|think|believe)\b|\bsuppose so\b|\by/n\b|\b(?:yes|no) (?:and|or) (?:yes|no)\b|\byes/no\b"
    r"|\b(?P<whole>\d{1,6}) ?(?:out )?of (?!(?P=whole)\b)\d|^ *(?P<part>\d{1,3})/(?!(?P=part)\b)\d+ [a-z]"
)
_HOPES = r"\b(?:hope|hopefully|hoping|fingers crossed|if only)\b"
_TOLD = (
    r"(?<!\bi )(?<!\bcustomer )\b(?:said|says(?! (?:yes|ok))|claimed|claims (?:it|that|the|to|everything)|promises?"
    r"|insists?|according to|allegedly)\b"
    r"|\b(?:they|you|your \w+)(?: have|'ve)? (?:say|think|claim)\b|\bheard (?:it|that|you)\b|\bsupposed to\b"
    r"|\bmeant to\b|\btold(?! (?:me|us) (?:how|what|to|why|where))\b"
)
_GIVES_IN = (
    r"\bif (?:you (?:say|insist|like|think|must)|that's|that is|this is|it makes)\b|\b(?:whatever|as you (?:wish|like)"
    r"|up to you|your call|suit yourself|who cares|give up|surrender|can't be bothered|had enough|no choice)\b"
)
_SCORNS = (
    r"\byou call (?:this|that|it)\b|\bcall (?:this|that) an? \w|\b(?:this|that) is what you call\b|\bjust great\b"
    r"|\boh,? (?:great|wonderful|nice|good|joy|sure|perfect)\b|\bgood for you\b|\bhow (?:nice|lovely|kind)\b"
    r"|\bsays who\b|\byeah,? (?:right|no|sure)\b|\bsure,? jan\b|\bgood (?:grief|joke|one|luck)\b|\bnice try\b"
    r"|\b(?:slow clap|bravo|lol|lmao|haha+|wow|some (?:fix|solution|service)|in (?:your|my) dreams|pigs fly|the pope)\b"
    r"|\bmy (?:foot|arse|ass)\b"
)
_CHINESE_ESTIMATES = (
    r"差不多|几乎|大概|大约|大致|大体|大部分|基本|多半|勉强|凑合|将就|马马虎虎|一般|过得去|好像|似乎|貌似|仿佛"
    r"|看(?:起来|上去|样子)"
    r"|应该(?=[是已都就也算可行好没解能修到吧])|估计|可能|也许|或许|兴许|没准|说不定|恐怕|想必|按理|理论上|感觉(?=是"
    r"|好|应|像|可)"
    r"|(?<!总)算(?:是|解决|修|好|吧)|暂时|(?:目前|现在)看|时好时坏|有(?:的)?时候?|偶尔|稍微|有点|有些|面子上|表面上"
    r"|治标"
    r"|好了(?:一会|会儿|几|半|[一两三]天)|[好强](?:一?[点些]|多)了?(?=[,。!?~ ]|$)|比(?:之前|以前|上次|原来|没有"
    r"|昨天)[^,。!?]{0,4}[好强]"
)
_CHINESE_HOPES = (
    r"希望|但愿|(?:到账|收到|拿到)[^,。]{0,4}再(?=确认|结|撤|同意|说)|能[^,。]{1,6}就(?=好|行|可以)|最好(?=是|别)"
    r"|要是|真要|等[^,。]{0,4}(?=解决|处理|修|退|赔)|(?P<asked>[\w])[不没](?P=asked)"
)
_CHINESE_TOLD = (
    r"[听据照按][^,。!?说]{0,6}说(?!的办|好的)"
    r"|(?<![我得话必没不户家里])说(?:是)?(?:已经?|都|全)?(?=[好退到行修弄搞]|解决|处理|可以|没问题|没事)"
)
_CHINESE_GIVES_IN = (
    r"(?:[好行是对成]|可以|能用|好的|接受|满意|同意|(?:解决|好|到账|恢复|搞定)了)吧+(?=[,。!?~… ]|$)|随便|随[你您]"
    r"|无所谓"
    r"|看(?:着办|情况|心情)|就那样|就这样吧|那么回事|(?<!确)认了(?!错)|认栽|懒得|只好|只能|没办法|[求是][其但][其啦]"
    r"|倒霉|行了行了|^是这样[啊哦呀]?$"
    r"|(?P<thrice>[好行是对])(?P=thrice){2}(?!了)|(?P<granted>\w{1,4})是(?P=granted)"
    r"|(?:[你您]们?|贵司|客服|他们)(?:说了?算|说[是的啥](?!的?办)|觉得|开心|高兴|喜欢|满意)"
)
_CHINESE_SCORNS = (
    r"[这那就](?:都|也|就|样|种|个|点|么|还|能|可以|才|东西|结果|效果){0,4}(?:叫|算(?!了)|配(?!件|送|合)|称得上|敢说"
    r"|好意思)"
    r"|这就完|就这(?=[?!。,]|$)|这就是[你您贵]|管这个?叫|(?P<scorned>.)什么(?P=scorned)|什么叫|哪门子|[何谈][谈何来]"
    r"|离(?:解决|修好)|说得好听|光说|嘴上|[你您]们?(?:都对|厉害|赢)|[你您](?:说|觉得)呢|得了吧|可真|真有[你您]|真行|唉"
    r"|哪[里儿]?(?=好|解决|修|退|到)|(?:解决|修|好|退)在哪"
)
RESERVES = Phrases("|".join((_ESTIMATES, _HOPES, _TOLD, _GIVES_IN, _SCORNS)), _roots.RESERVES_EACH)
CHINESE_RESERVES = Phrases(
    "|".join((_CHINESE_ESTIMATES, _CHINESE_HOPES, _CHINESE_TOLD, _CHINESE_GIVES_IN, _CHINESE_SCORNS)),
    _roots.CHINESE_RESERVES_EACH,
)


def find_taking_back(folded: str, words: Sequence[str]) -> re.Match[str] | None:
    """What in a folded text of these Latin words takes a yes back. No pattern is tried on a text without its root."""
    found = RESERVES.search(folded, words)
    found = found or (_ADVERBS.search(folded) if "ly" in folded else None)
    if not found and ("..." in folded or "…" in folded or "。。。" in folded):
        found = _TRAILS_OFF.match(folded)
    return found or (None if folded.isascii() else CHINESE_RESERVES.search(folded, words))
