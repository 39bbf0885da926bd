"""Whether words that are recorded as a yes deny it: "not solved", "I do not agree" (R33), in Chinese and English.

Phrase rules. A text is folded, what only sounds like a denial ("no more problems", 没事了) is taken out, and then words
of a denial are looked for anywhere: who says yes and no does not say yes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from complaintflow.wording import _roots
from complaintflow.wording.folding import fold
from complaintflow.wording.latin import latin_words
from complaintflow.wording.patterns import compile_late
from complaintflow.wording.reservations import find_taking_back
from complaintflow.wording.roots import Roots

_WANTED = (
    r"(?:solv|resolv|fix|work|repair|receiv|arriv|refund|credited|paid|help|happ|satisf|accept"
    r"|agree|chang|got\b|get\b"
    r"|seen?\b|ok\b|okay|good\b|done\b|true\b|correct|right\b|close|withdraw|drop|cancel|confirm"
    r"|sorted|back\b|here\b)"
)
"""What somebody says is lacking who is not content."""
_ENGLISH = (
    rf"(?:\b(?:not|never|cannot|hardly|isnt|dont|doesnt|didnt|hasnt|havent|cant|wont)\b"
    rf"|n't\b)[^.!?;\n]{{0,30}}\b{_WANTED}"
    rf"|\bnothing\b[^.!?;\n]{{0,15}}\b{_WANTED}|\bnot yet\b|\bno way\b"
    r"|\bstill\b(?! (?:works?|fine|good|ok|thank|glad|happy))"
    r"|\b(?:un(?:re)?solved|disagree|reject|refuse|unacceptable|unhappy|dissatisfied|useless|broken|worse)\b"
    r"|\b(?:charged|happen(?:s|ed)?|fail(?:s|ed)?|down|wrong|back)\b[^.!?;\n]{0,15}\bagain\b"
    r"|\b(?:problem|issue|error|fault|bug)s? (?:(?:is|are) back|persists?|remains?|continues?|came back|reappear)"
    r"|^ *no\b(?! (?:problems?|more|longer|worries|need|further|issues?|thanks?|thank|nothing"
    r"|all|it'?s fine|that'?s))"
    r"|\bno (?:refund|money|change|answer)\b|\b(?:keep|leave) (?:it|the case|this) open\b|\bon the contrary\b"
    r"|^ *(?:nope|nah|hardly|barely|partly|partially)\b|^ *\bn\b[ .!]*$|^ *(?:the )?\bsame\b[ .!]*$"
    r"|\bnot (?:really|at all|quite|entirely|fully|sure(?! (?:how|why|what))|happy)\b"
    r"|\b(?:rather not|by no means|far from|unable to|don'?t think so|you must be joking|must be kidding)\b"
    r"|\bi doubt\b"
    r"|\b(?:crash(?:es|ed)?|broke|stuck|stop(?:s|ped)?) again\b|\bsame as before\b"
    r"|\bsame (?:problem|issue|error)s?\b(?! (?:is|are|was|has|have)?(?: been)? ?(?:gone|solved|fixed))"
    r"|\bonly (?:half|part|some|one|partly|partially)\b"
    r"|\b(?:half|partly|partially) (?:solv|fix|resolv|refund|paid|done)"
    r"|\bno for\b|\bnobody\b|\bno one\b|\b(?:want|give me) my money\b|\b(?:will|going to) sue\b|\bmissing\b|\bfake\b"
    r"|(?:\b(?:cannot|cant|not)\b|n't\b) (?:log|open|load|start|connect|pay|access)\b|\blie[sd]?\b|\bfed up\b"
)
_CHINESE = (
    r"(?:没有?|木有|未|尚未|无法|并非|不能|不算|谁说|哪里|没能|没法).{0,8}?(?:解决|修好|修复"
    r"|恢复|到账|收到|退|处理|搞定|弄好"
    r"|好(?:$|[了,。!?])|能用|成功|生效|登录|登|付款|提现|打开|变化|改善|同意|接受|满意|答应|确认|撤|到(?:$|[,。!]))"
    r"|没好|没到|没退|没修|没弄|没搞|还没(?![看查试核])|尚未|没用|用不了|打不开|登不上|进不去|上不去|收不到|付不了"
    r"|(?:还|仍|依然|依旧|照样)(?:是|然|旧)?(?:不|没(?![看查试核])|未|错|坏|老样子|一样|这样"
    r"|那样|有问题|存在|出现|失败|报错|在(?:扣|报|卡|闪|掉|漏|响|$)|卡|闪退|扣)"
    r"|又(?:出现|发生|坏|扣|断|来|不|没|失败|报错)|再次(?:出现|发生|扣|失败)|(?:问题|故障)(?:还在"
    r"|仍在|重现|复发|依旧|依然)"
    r"|不(?:满意|接受|同意|认可|行|对(?!劲了)|是这样|管用|可能|答应|撤|算了|解决|给解决|赞成"
    r"|认同|服|干|能接受|愿意)|不会(?:撤|同意|接受|确认|结)|解决不了|才怪"
    r"|^ *(?:好像|似乎|貌似|并|其实|目前|暂时|应该)?(?:没有?|不|否|没呢)(?=$|[,.。! ])|糊弄|敷衍|骗"
    r"|(?:不要|别|不能|不许|不准|不可以|先别|拒绝|反对)(?:再)?(?:撤|结案|关闭?|结单|销案|关单"
    r"|取消投诉|结束)|反对|拒绝"
    r"|(?:解决|修好|处理|满意|好)了?(?:个屁|个鬼|个头|个锤子)|这(?:也)?(?:算|叫)(?:什么|哪门子|啥)|哪有(?:解决|修"
    r"|退|到)"
    r"|假的|胡说|瞎说|胡扯|扯淡|撒谎|说谎|一点(?:都|也)?没(?:变|好|改|动|用)|老样子|(?:之前|以前|原来|上次)一样(?!好)"
    r"|差(?:得|的)?远|等不(?:了|起|及)|不能等|太(?:久|慢|晚)了?(?=$|[,。!])(?!.{0,6}(?:但|不过|总算|终于))"
    r"|(?:只|仅)(?:退(?!款)|到|解决|收到|给|修|赔|补)了?|才(?:退|到|给|收到)了?[一半部\d]|(?<!另)(?<!另外)一半"
    r"|部分(?:解决|退|到|修|恢复)|少(?:退|给|发)了?(?:[\d一两几]|$)|还?差(?:\d|[一两几])"
    r"|不可以(?!再)|没(?:见到|看到)|没人|(?:我要|继续|接着)投诉|(?:我要|给我|要求|必须)(?:赔|退)|仲未"
    r"|唔得|唔同意|搞唔掂|唔系|无解决|^ *(?:还是)?(?:[一同]样|一个样|还那样|还是那样子?|照旧|原样)(?=$|[,。! ])|白搭"
)
_PARTLY = (
    r"(?:只|才|仅)(?:退(?!款)|到|收|补|赔|修|给|解决|有一|一半)|少(?:了|退|给|补|赔|\d)|还差|差了?\d|部分(?:到|退"
    r"|解决|好)"
    r"|一部分|剩下的|\bshort (?:by|of)\b|\bthe rest (?:is|of)\b|\bhalf\b|\bonly (?:got|received|part|half|some)\b"
    r"|\bpart(?:ly|ial|ially| of)\b|\bmissing\b|\bless than\b"
)
_PERSISTS = (
    r"又(?!好|可以|能|正常|恢复|回来|通|快|便宜|登上|行|省|方便)|照样|依旧|依然|仍|仲(?!裁)|断断续续|时好时坏|转圈"
    r"|更(?:差|慢|严重|糟|坏)"
    r"|(?:是|还)(?:错|坏)的?|一直(?:在|转|卡|断|报|掉|显示|等)|(?:继续|要|去|接着)(?:投诉|追究|维权|申诉|举报|起诉"
    r"|曝光|告)"
    r"|12315|工信部|消协|银保监|被(?:封|扣|锁|停)|还在等|(?:每天|天天|老是|总是|一\w{1,3}就)(?:掉|卡|断|闪|漏|报"
    r"|停|扣)|(?:包裹|货|东西|机器|屏幕)(?:也|又|都)?(?:碎|烂|破|坏)"
    r"|见你们|(?:找|叫)(?:你们)?(?:经理|领导|主管)|再给我|闭嘴"
    r"|\bkeeps? \w+ing\b|\bevery ?time\b|\bsame (?:thing|story|fault)|\b(?:lost|died)\b|\bmanager\b"
    r"|\bwithout (?:asking|telling)|\blogs? me out\b|\bthe same(?! (?:problem|error|issue|day))\b|\bcame back\b"
    r"|\bonce more\b|\bfails?\b|\bcrash(?:es|ing)\b|\breopen\b|\bwrong\b|\bfar from\b|\bcontinue (?:my|the|with)\b"
    r"|\bescalate\b|\b(?:damaged|defective|faulty|empty|crap\w*|badly|late(?! (?:reply|answer|response)))\b|[坏旧空]的"
)
_SCORNS = (
    r"个(?:屁|鬼|寂寞|球|毛|锤子|头)|呵呵|做梦|休想|白(?:修|等|弄|跑|搞|说)|忽悠|坑人|坑我|垃圾|差评|凭什么|凭啥"
    r"|算你们?(?:赢|狠|厉害)|搞笑"
    r"|鬼才|呃人|失望|无语|气死|离谱|过分|恶心|怎么可能|谁要|谁同意|拉倒吧|逗我|拖延|推卸|踢皮球|这叫"
    r"|\b(?:kidding|joking|joke|ridiculous|scam|fraud|disappoint\w*|lawyer|sue|nonsense|rubbish|pathetic|as if"
    r"|whatever)\b"
)
_REFUSES = (
    r"没|未|不|勿|唔|莫|拒|毫无|并无|无(?:法|效|果|人|用|济)|别(?=撤|结|关|想|急|销|再)"
    r"|\b(?:no|not|nope|nah|never|none|nobody|nothing|neither|nor|cannot|hardly|barely|isnt|dont|doesnt|didnt"
    r"|hasnt|havent|cant"
    r"|wont|aint)\b|n't\b"
)
"""Every negation: what only sounds like one was taken out before."""
_PAST = (
    r"(?:之前|原来|原先|以前|刚才|刚刚|昨[天晚日]|前天|一开始|起初|本来|早上|前几天|当时|起先|一度"
    r"|上周)[^,。!?\n]{0,24}[,。 ]?"
    r"(?=(?:但是?|不过)?(?:现在|目前|这会|今[天早]|可以|已|后来|如今|终于|其实|刚))"
    r"|\b(?:i|it|that|we|the \w+|they) (?:was|were|did|could|had|would)(?:n'?t| not) [^.!?;,\n]{0,30}?"
    r"(?:before|yesterday|earlier|at first|previously|last (?:week|night)|until (?:now|today))(?=,| but| and| now|;)"
)
"""What was so before, and is told of as over."""
POSTPONES = compile_late(
    r"再(?:试|看|说|等|考虑|想|观察|议)|晚点|回头再|过几天|考虑(?:一下|考虑|下)|先(?:把|退|解决|处理|修|给|确认|赔)"
    r"|\blet me (?:test|check|try|see|think)|\bi(?:'ll| will| would| might|'d) (?:confirm|agree|withdraw|see|think"
    r"|test|check|wait|let you know)"
    r"|\b(?:maybe|perhaps|possibly|until)\b"
    r"|等.{1,12}(?:再|才)(?:撤|确认|同意|结|说)|(?:到账|收到|退了|解决|修好)(?:了|后|以后|之后)?再(?:撤"
    r"|确认|同意|结|说)"
    r"|(?:解决|修好|到账|好|处理|搞定|恢复|没问题)了?(?:吗|没(?:有)?(?:啊|呀|呢)?(?=$|[?!]))|除非|前提是|到底.{0,8}没"
    r"|如果(?!没问题|没事).{1,14}(?:就|才)|假如|(?:要|得|必须)先.{0,6}(?:退|赔|付|修|解决|到账)|先.{1,8}再(?:说|谈"
    r"|同意|确认|撤|结)"
    r"|(?:钱|款|货|东西|包裹)(?:呢(?=$|[,.?!])|去哪|在哪|哪去)|再(?:观察|看看|试试|等等|用用|想想|考虑)"
    r"|(?:先|让我|我)(?:看看|试试|想想|考虑)(?!了|过)|不(?:确定|清楚|知道)(?!是?什么|为什么|怎么|如何|原因)|不确认"
    r"|\b(?:did|have|has|is|was|are) (?:you|it|the|my|this|that)\b[^.!;?\n]*\?|\bwhere(?: is|'?s| are)\b"
    r"|\bwhat about\b|\bwho pays\b|等(?:通知|消息)|(?:晚点|改天|回头)再|^ *later\b"
    r"|\b(?:let me|i will|i'?ll|i (?:need|have) to) (?:first )?"
    r"(?:check|test|think|look(?! forward)|(?:try|see)(?! (?:\w+ )?(?:other|you|next)))\b"
    r"|\bif you (?:pay|refund|fix|send|give|replace)\b"
    r"|\b(?:only if|unless|once (?:you|i|the)|when (?:i (?:get|have|receive)|you (?:pay|refund)))\b"
)
"""Words that ask, or that put the yes off."""
_CROSSES = compile_late("[❌✖✗✘👎🙅😡😠🤬💢]")
_CROSS_ALONE = compile_late("^ *[xX] *$")
"""Signs that deny, which folding leaves out with all pictures."""
_FACES = compile_late(
    "[\U0001f600-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a\U0001fae0-\U0001fae8\U0001f494\u2639]"
    "(?<![\U0001f600\U0001f601\U0001f603\U0001f604\U0001f606\U0001f607\U0001f60a\U0001f60b\U0001f60d\U0001f618"
    "\U0001f642\U0001f64b-\U0001f64c\U0001f64f\U0001f917\U0001f929\U0001f970\U0001f973])"
)
"""Faces that are not known to be friendly: they roll their eyes, weep, or mean the contrary."""
ASKS_ONLY = compile_late(r"(?:[^.!?;。\n]+\?+[ \n]*)+")
DENIES = compile_late(f"{_ENGLISH}|{_CHINESE}", re.MULTILINE)
NO_YES = compile_late(f"{_PARTLY}|{_PERSISTS}|{_SCORNS}|{_REFUSES}")
SOUNDS = compile_late(
    rf"{_PAST}|没错(?=[,。! ]|$)|没(?:有)?(?:什么|啥|任何)?不(?:满意?|妥|同意见|对的?|好的?|合适)的?(?:地方)?"
    r"|(?:再也|再)?[没不](?:有)?(?:再)?(?:出现|发生|断|卡|掉|漏|响|闪退|报错|扣|弹|黑屏)(?:过|了|线"
    r"|网)[^,。!?\n]{0,2}"
    r"|不(?!行|好|对|通|能|动|见|够|如|满|同|接|服|解|撤|退|给|理|管用)[^,。!?\n没未不]{1,5}了(?=[,。! ]|$)"
    r"|没(?:注意|留意|看清|看仔细|搞清|弄清|弄明白)|不小心|差不多|不(?:少|久|过|管|只|仅|但|论|谢|胜|禁|枉|碍事"
    r"|打紧|要紧|影响)|没必要|不(?:清楚|知道)(?:是)?(?:什么|为什么|怎么|啥|哪)|没(?:有)?(?:破|坏|丢|少|碎|缺|损|错"
    r"|漏|毛病)|不厌其烦|(?:谢谢|感谢)[^,。!?]{0,6}不"
    r"|\bthanks? (?:you )?for not\b|\bnever (?:thought|expected|knew)\b|n't (?:drop|freeze|crash|hang|lag|fail"
    r"|disconnect|leak|stop)\b"
    r"|不是(?:你们|贵司|平台|商家)?的?(?:错|责任|问题)|(?:问题|故障|错误|毛病)(?:已经?|都)?没有?了"
    r"|\bnot giving up\b|(?:没|无)(?:有)?(?:别的|其他|其它|更多|任何)?(?:异议|意见|问题|诉求|要求|疑问|所谓|误"
    r"|需要|遗憾|损失)"
    r"|别(?:的|人|担心|客气)|唔(?:使|该|好意思|会再|再)|没(?:有)?[杂噪]音|没多久|没花|没几天|不到(?=.{1,4}(?:天"
    r"|小时|分钟)就)"
    r"|\bno (?:trouble|errors?|faults?|bugs?|crash(?:es)?|dropouts|delays?|hard feelings|reason to|harm|pressure|rush"
    r"|one to blame)\b"
    r"|\bnot a single\b|\bcould(?:n'?t| not) be (?:better|happier)\b|(?:n't|\bnot) want to take (?:this|it)\b"
    r"|\bnever (?:had|seen|got|been) (?:such|this|so|better|happier)[^.!?\n]{0,20}|\bstopped \w+ing\b"
    r"|\bwrong (?:before|earlier)"
    r"|\b(?:the same )?(?:error|problem|issue|fault)s? (?:is|are) gone\b|\bmy (?:fault|mistake)\b|\bnot (?:your"
    r"|the shop's) fault\b|\bwas wrong\b|\bi got it wrong"
    r"|\bnot (?:going|wish|wanting) to (?:pursue|complain|take)[^.!?\n]{0,20}|\bi was (?:wrong|mistaken)\b"
    r"|\bwhatever (?:you|it)\b|"
    r"没错|没(?:有)?(?:什么)?不满意?|没(?:有)?(?:什么|别的|其他|其它|任何|啥|新的)?(?:问题|事儿?|毛病|异议|意见"
    r"|要求|疑问"
    r"|需要)(?!解决|没)了?|没想到|没关系|没得说|没话说|不好意思|不错|不用|不必|不再|不会(?!撤"
    r"|同意|接受|确认|结)|无需"
    r"|不需要|不要了|不投诉|不追究|不想(?:再)?(?:投诉|追究|计较)|不计较|不麻烦|还(?:不错|可以"
    r"|好)|未来|不客气|没白|不得不|不愧"
    r"|(?:之前|以前|原来|一开始|起初|刚开始|上次|昨天|前几天)[^,.!?;\n]{0,12}[,.;\n] ?"
    r"(?=(?:但是?)?(?:现在|今天|刚才|这次|终于|总算|后来|已经?)(?:终于|总算|已经?|都)?(?:好了|解决|可以了|能用"
    r"|正常|到账|恢复|修好|行了))"
    r"|没(?:有)?骗|没(?:有)?再|好得不能再好|再好不过|从没(?:有)?(?:这么|见过)|没(?:有)?理由不"
    r"|\bno (?:more|longer|problems?|further|other|issues?|worries|need|complaints?|objections?"
    r"|doubts?|questions?)\b(?: (?:problems?|issues?|questions?|errors?|trouble))?"
    r"|\bnot (?:an?|any)(?: more)? (?:problem|issue)s?\b(?: any ?more)?|\bnot any ?more\b|\bnothing (?:else"
    r"|more|further|to add|wrong)\b|\bcan'?t complain|\bcouldn'?t be happier"
    r"|\bnot bad\b|\bnot only\b|\bno,? (?:thanks?|thank you|that'?s all|nothing else|all good"
    r"|it'?s fine)|\bno(?:pe)?,? (?:everything|all|it)(?: is|'s)? (?:now )?(?:fine|good|ok|okay|great|well)\b"
    r"|\bnot (?:broken|wrong|down|failing)\b(?: any ?more| any longer)?"
    r"|\b(?:don'?t|do not|not) (?:need|have to|worry|bother|mind|want to (?:pursue|complain"
    r"|go on)|have any(?: (?:more|other|further))?)\b|\b(?:isn'?t|wasn'?t|not) (?:needed|necessary)\b"
    r"|\b(?:was|were|at first|before|yesterday)\b[^.!?;\n]{0,30}[,.;]? ?"
    r"(?=(?:but |and )?now,? (?:it )?(?:all )?(?:is |'s )?(?:works?|solved|fixed|fine|ok|good|resolved)\b)"
    r"|\bmissing \w+ (?:has |have |was |were |is |are )?(?:arrived|came|here|back|received|found)\b"
    r"|\b(?:got|received|have) (?:the|my|all) missing\b"
    r"|\b(?:haven'?t|have not|don'?t|do not|didn'?t|never) (?:seen?|saw) "
    r"(?:the|that|this|any) (?:error|problem|issue|fault|bug)s?\b"
    r"|\b(?:it|app|site|website|service|phone)(?: is|'s) back again and works\b"
    r"|\bno longer (?:broken|wrong|down|an issue|a problem)|\bno doubt\b"
    r"|\bnot sure (?:how|why|what)\b[^.!?;\n]{0,20}(?=\bbut\b)|\bwhy not\b|\bnever mind\b"
    r"|\b(?:does|do|has|have|did)(?:n'?t| not) (?:happen(?:ed)?|appear(?:ed)?|occur(?:red)?"
    r"|fail(?:ed)?|come|came|crash(?:ed)?)\b(?: back| again| since| any ?more)*"
)


DENIES_ROOTS = Roots(_roots.DENIES_WORDS, _roots.DENIES_PARTS)
NO_YES_ROOTS = Roots(_roots.NO_YES_WORDS, _roots.NO_YES_PARTS)
POSTPONES_ROOTS = Roots(_roots.POSTPONES_WORDS, _roots.POSTPONES_PARTS)
_ANY_ROOTS = Roots(
    _roots.DENIES_WORDS + _roots.NO_YES_WORDS + _roots.POSTPONES_WORDS,
    _roots.DENIES_PARTS + _roots.NO_YES_PARTS + _roots.POSTPONES_PARTS,
)
"""Those of all three: most answers that are a yes have none, which is seen in a third of the time."""


def find_denial(text: str) -> str:
    """The first words that deny, or a blank text."""
    folded = fold(text)
    return find_denial_in(folded, latin_words(folded))


def find_denial_in(folded: str, words: Sequence[str]) -> str:
    """The first words of a folded text of these Latin words that deny, or a blank text."""
    may = DENIES_ROOTS.are_in(folded, words)
    return _words(folded, DENIES.search(_without_sounds(folded)) if may else None)


class Answer(NamedTuple):
    """What somebody answers, as it was written, folded, and in its Latin words."""

    text: str
    folded: str
    words: Sequence[str]


def read_answer(text: str) -> Answer:
    """The answer, folded and cut into words once for all that look at it."""
    folded = fold(text)
    return Answer(text, folded, latin_words(folded))


def find_reservation(text: str) -> str:
    """The first words that deny, doubt, ask, put it off or take it back; or a blank text, which is no yes yet."""
    return find_reservation_in(read_answer(text))


def find_reservation_in(answer: Answer) -> str:
    """The same in an answer that was read."""
    folded, words = answer.folded, answer.words
    found = _words(folded, _find_refusal(folded, words) or find_taking_back(folded, words))
    return found or _find_sign(answer.text)


def _find_sign(text: str) -> str:
    """The first sign that denies, or face that is not known to be friendly."""
    crossed = _CROSS_ALONE.match(text)
    if not crossed and not text.isascii():
        crossed = _CROSSES.search(text) or _FACES.search(text)
    return crossed.group() if crossed else ""


def _find_refusal(folded: str, words: Sequence[str]) -> re.Match[str] | None:
    if not _ANY_ROOTS.are_in(folded, words):
        return None
    may_deny, may_refuse = DENIES_ROOTS.are_in(folded, words), NO_YES_ROOTS.are_in(folded, words)
    plain = _without_sounds(folded) if may_deny or may_refuse else folded
    found = (may_deny and DENIES.search(plain)) or (may_refuse and NO_YES.search(plain))
    if not found and POSTPONES_ROOTS.are_in(folded, words):
        found = POSTPONES.search(folded) or ASKS_ONLY.fullmatch(folded)
    return found or None


def _words(folded: str, found: re.Match[str] | None) -> str:
    return folded[found.start() : found.end()].strip() if found else ""


def _without_sounds(folded: str) -> str:
    """The text with blanks for what only sounds like a denial."""
    return SOUNDS.sub(_blank, folded)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
