"""Whether words plainly say yes (R33, R25): what a fair person would not hear as a yes is none.

Nothing is a yes because no denial was found in it. A *result* that nobody only wants, and an *act*, say yes in any
clause: "the money arrived", 已经修好了 (but not 请尽快修好), "I agree", 请结案. A *bare assent* says it where nothing
beside it is unread: "ok" and "great, thanks", but not "great, another week". A sentence that asks says nothing. A thumb
or a tick says yes, alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from complaintflow.wording import _roots
from complaintflow.wording.claims import claims_by_phrase
from complaintflow.wording.clauses import LONGEST, Clause, split_clauses, split_sentences
from complaintflow.wording.denial import Answer, find_reservation_in, read_answer
from complaintflow.wording.latin import latin_words
from complaintflow.wording.patterns import compile_late
from complaintflow.wording.phrases import Phrases, search_first

UNCLEAR = "…"
"""What stands for words in which nothing says yes, and nothing denies it: they may be private, and are not quoted."""
_MAIL = r"(?:e-?mails?|messages?|letters?|notes?|repl(?:y|ies)|answers?|texts?|calls?|notices?)\b"
ACTS = Phrases(
    r"\b(?:agreed?|accept(?:ed|able)?(?! (?:my|no|responsibility))|(?<!please )(?<!you )confirm(?:s|ed|ing)?|approved"
    r"|affirmative|withdraw|go ahead|case closed|(?:can|may) be closed|thumbs up"
    r"|(?:close|drop|cancel) (?:it|this|(?:the|my|that) (?:case|complaint|ticket|claim|matter|request))"
    r"|consider (?:it|this) closed|(?:can|please|may) close|(?:looks|sounds) good|five stars|exactly what"
    r"|mistaken?|misread|misunderstood|my fault|option (?:\w|one|two|three)(?! or)|let's (?:do|go with|close|settle"
    r"|take)|that'?ll do|send it"
    r"|i(?:'ll| will) take (?:the (?:refund|replacement|voucher|coupon|offer)|option)"
    r"|thank(?:s| you) for (?:fixing|solving|sorting|the (?:\w+ )?(?:refund|fix|replacement))"
    r"|no (?:complaints?|objections?|worries|hard feelings)|no (?:more|further|other) (?:problems?|issues?|questions?"
    r"|claims?|errors?|complaints?|trouble|dropouts?|requests?|action)|no need|not needed"
    r"|nothing (?:else|further|to add|more(?: needed|$)))\b|n't (?:need (?:to|any|you)|want to (?:take|pursue"
    r"|complain|go on)|have to|(?:bother|worry)$)",
    _roots.ACTS_EACH,
)
"""What somebody does who is content: also who asks for it does it."""
RESULTS = Phrases(
    r"\b(?:(?:re)?solved|fixed|sorted|repaired|mended|restored|refunded|credited|reimbursed|settled|replaced|cancell?ed"
    r"|removed|reversed|works|working|worked(?=$|,| (?:now|fine|well|perfectly|again|thanks))|arrived|delivered"
    r"|happy(?! (?:new|birthday|christmas|holidays|hour|to (?:wait|sue|discuss)))|satisfied|pleased|content|delighted"
    r"|glad|no longer"
    r"|(?:up and|is|it's|all|everything) running|(?:it|everything|all) runs|runs (?:smoothly|again|fine)"
    r"|(?:came|went) (?:through|today|back)|turned up|did the trick|like a charm|as good as new"
    r"|back (?:to normal|up|online|on(?! hold)|again|now)|couldn't be (?:better|happier)"
    r"|(?:can|could) (?:now )?(?:log|open|use|play|connect|order|sign|print|hear (?:it|them|you)|watch)|can now"
    r"|(?:am|'m|was|were|are) able to|i can(?=$|,| again)|i see it(?=$|,| now| in)"
    r"|can see (?:it|them|(?:my|the) (?:balance|orders?|money|refund|files?|photos?))"
    r"|(?:courier|parcel|money|refund|driver|items?|order|package) came(?! (?:from|late|broken))"
    r"|not an? (?:problem|issue)|(?:is|are|now|connection) stable|stable (?:now|since|again)|it does|now it is|(?:i"
    r"|we) have (?:it$|both|(?:my|the|all my) (?:money|refund|parcels?|order|items?|package|replacement)|what (?:i"
    r"|we) (?:ordered|wanted))"
    r"|(?:hit|landed|reached) (?:in )?my|looks (?:right|correct|like new|great)|logged in|all there|in full(?! view)"
    r"|not (?:come|came|happened|appeared|occurred|crashed|failed|been back)|never (?:had|thought)|not a single"
    r"|(?:have|'ve) (?:now )?(?:had|received) (?:my|the|both|all)|no (?:problems?|issues?|errors?|faults?|trouble)"
    r"|stopped \w+ing)\b|n't [^.!?,;\n]{1,40}(?: since| again| any ?more)\b"
    rf"|\breceived\b(?! (?:your|the|an?) {_MAIL})|\bgot (?:it|them|both|all|(?:my|the|an?|our) (?!{_MAIL}|hopes))"
    r"|(?:\b(?:is|are|feels?|everything|all)|'s|'re) (?:all |now |so |very |quite )?"
    r"(?:in|here|back|up|fine|ok|okay|good(?! at)|gone|done|set(?! to)|well|alright|perfect|great|correct"
    r"|normal|complete|clear|there)\b",
    _roots.RESULTS_EACH,
)
_WANTED = compile_late(
    r"\b(?:please|needs?|wants?|must|get|getting|make|making|be|until|when|once|if|whether|how|who|expect|waiting"
    r"|should"
    r"|would|will|wish|ask(?:ed)?|can (?:it|you)|could (?:it|you)|tell me|let me know|is (?:it|the \w+)(?= \w+$))\b"
)
"""Before a result: it is wanted, or waited for."""
_CHINESE_ACTS = compile_late(
    r"同意|接受|认可|(?<![请们要再你])确认(?!一?下|收货)|赞成|满意(?!度)|撤(?:诉|案|[销回]?投诉|了(?!我的)"
    r"|[销回]?吧?$)|关闭(?=$|[吧了]?$|[工投案此本])|结案|结单|关单|销案|收工"
    r"|不(?:再)?(?:追究|投诉|计较)|不告了|(?<!别)误会(?=一场|你们了$|了$)|[弄看搞记]错|和解|点赞|好评|给力|没想到"
    r"|[没无冇](?:有|什么|啥|任何|别的|其他|其它|不同|新的)*(?:问题|事|意见|异议|毛病|要求|疑问|诉求|错误)|没错|没丢"
    r"|不想再|方案[一二三1-3abc]|就按|说的办"
    r"|就是这个|就这么[办定]|(?:方案|办法|结果)(?:我)?(?:可以|行|好)"
)
_DONE = (
    "(?:解决|搞[定掂好]|[修弄办换装调改]好|修复|处理[好完妥]|办[妥完]|恢复|找回|送[到达]|退[回到还完]|到[账手货]"
    "|完成(?!度))"
)
_CHINESE_RESULTS = compile_late(
    rf"{_DONE}[^,。之前后时再]{{0,5}}[了啦喇咗](?!再|的话|才|就(?![好行])|吗)"
    rf"|(?:已|都|全|终于|总算|彻底|完美|圆满|顺利|真的|完全|客服)[^,。]{{0,5}}{_DONE}|{_DONE}[的滴呀]?$|恢复(?=正常"
    rf"|使用)"
    r"|退(?:了(?![\d一二两三四五六七八九几百])|款[到收成已])|赔[了到]|补[了上]|换[了到]|登[录上](?:了|成功|去|进)"
    r"|[能可以]登"
    r"|能[用开上打看付充玩联连]|可以(?=用|登|打开|上|看|付|正常|了)|好使|[已都全就齐]到|(?<![看听想遇等感])到了"
    r"|成功(?!地)"
    r"|(?:已|都|全|也|钱|款|货|品|件|东西|金|费)(?:经|部|都|已)*(?:收到|拿到|到|回来|齐|退|赔)"
    r"|(?:收到|拿到)(?=[了啦喇]|[新全换补退赔钱货款包快东优发]|运费|押金|[你您]们的?[退赔补])"
    r"|(?<!响)正常(?![人情流]|使用受)|(?:测试|审核|验证)通过|通过了|通了|[没不未](?:有|会|再)*(?:再|出现|掉|断|卡|漏"
    r"|响|闪退|报错|扣|弹|黑屏|发生)[^,。!?]{0,6}"
    r"|好[了啦喇](?=$|[ ~没不])|[热冷亮快顺有]了(?=$|[ ~])|一致|无误|.正确$|送来|签收|(?<!不)(?<!没)好用|合身"
    r"|[很挺真]好(?:的|用"
    r"|看)?$"
    r"|[进打登上开]得[了去开上]|没出(?:问题|错)"
    r"|(?<!邮件)(?<!消息)(?<!短信)(?<!通知)(?<!回复)(?<=.)(?<![你您们])收到$"
)
_CHINESE_WANTED = compile_late(
    "请|麻烦|帮|尽快|快点|赶紧|赶快|马上|立刻|立即|抓紧|要求|必须|给我|[想需]?要|想|需|催|为了|[来去能会](?=解决|处理"
    "|修|退|换)|才"
)
"""Before a result: it is wanted. What is over says so."""
_OVER = compile_late("(?<!为)[了啦喇咗]|已")
_ASSENT = (
    r"\b(?:y|yes+|yep|yup|yeah|aye|ok(?:ay)?|okey|kk?|fine|good|great|perfect(?:ly)?|excellent|awesome|fantastic"
    r"|brilliant|wonderful|lovely"
    r"|super|cool|nice|sure|right|true|correct|exactly|absolutely|definitely|certainly|of course|deal|done|set"
    r"|fair enough|alright|all right|that'?s (?:it|all)|oui|ja|si|sim|da|tak|hai|d'accord|claro)\b"
)
_CHINESE_ASSENT = (
    "(?:不(?:用|需要|必)|无需|唔使)(?:再)?(?:管|处理|联系|跟进|赔|退|回|麻烦|查|弄|搞|了|跟)[^,。]{0,5}|(?<![你您])好"
    "|还?不错|行|可以|是|对|嗯|正确|完美|靠谱|成交|[中得成赞棒妥稳掂齐✓]|ok+|yes|o(?=了)|はい|네|예"
)
_YES = compile_late(r"(?:yes+|yep|yup|yeah|aye|y|是的|对的?|没错|confirmed)[ !]*(?:thanks?|please|谢谢)?")
"""An answer to nothing but the question: what else is said does not make it less of a yes."""
_FILLED = (
    r"\b(?:(?:it|that|this|everything|all)(?:'?s| is| was)?|i'?m|i am|we'?re|we are|now|so|very|really|truly|again"
    r"|here|finally|today|both|and|for (?:me|us)|(?:with|by|to) (?:me|us|go|hear)|things?|stuff|service|(?:he|she"
    r"|customer) says|thanks?|thank|you|ta|cheers"
    r"|much|many|a lot|please|do|dear|sir|team|guys|folks|indeed|too|my|end|from|side|on|the|hi|hello)\b|[ '!~-]+"
)
_CHINESE_FILLED = (
    "就这样办?|按这个(?:方案)?(?:办|来)?|都|完全|非常|特别|相当|十分|彻底|圆满|已经|终于|总算|现在|这次|我们|我?这边"
    "|这样|一切|确实"
    "|不(?:用|需要|必|使)(?:再)?(?:管|处理|联系|跟进|赔|退|回|麻烦|查|弄|搞)[^,。]{0,5}|(?:不用|无需|唔使)[^,。]{0,4}"
    "|谢谢|多谢|感谢|辛苦|唔该|五星"
    "|[的了啦呀啊哒滴嘞喔哦咯全真很太挺已就那这我您你给请亲哈]|[ ~!]+"
)
_ASSENTS = compile_late(_ASSENT)
_CHINESE_ASSENTS = compile_late(_CHINESE_ASSENT)
_ONLY_ASSENTS = compile_late(rf"(?:(?>{_ASSENT}|{_FILLED}))++")
_ONLY_CHINESE_ASSENTS = compile_late(f"(?:(?>{_CHINESE_ASSENT}|{_CHINESE_FILLED}))++")
_ASKS_FIRST = compile_late(r"(?:is|are|does|did|do you|has|who|what|when|where|why|how|which)\b")
_ASKS = compile_late(r"(?<![没有])(?:什么|哪|谁|怎么|何时|多久|多少)|(?:[吗么没呢否]|没有|了不)$")
_TURNS = compile_late(
    r"\b(?:but|however|except)\b|但是?|不过|可是|然而|只是|除了|(?<=[,。])(?:就是(?![这那你它])|可(?!以))"
)
_TURN_WORDS = frozenset({"but", "however", "except"})
_THUMBS = frozenset("\U0001f44d\U0001f44c\U0001f4af\u2705\u2714\u2611\u2713\U0001f197\U0001f646\u2b55")


def find_no_yes(text: str) -> str:
    """The first words by which it is no plain yes: they deny, doubt, ask, or put it off. Blank for a yes.

    Where nothing in it says yes, and nothing speaks against it, it is `UNCLEAR`.
    """
    answer = read_answer(text)
    return find_reservation_in(answer) or ("" if _affirms(answer) else UNCLEAR)


def find_no_agreement(text: str) -> str:
    """The same of an answer to what was offered (R25): there an assent at the beginning is enough.

    Who says 好的,麻烦尽快退款 to an offer wants it done; to "is it solved?" it would be a demand.
    """
    answer = read_answer(text)
    return find_reservation_in(answer) or ("" if _begins_with_assent(answer.folded) or _affirms(answer) else UNCLEAR)


def _begins_with_assent(folded: str) -> bool:
    clauses = _clauses_of(folded)
    if not clauses or clauses[0].asked or _TURNS.search(folded):
        return False
    return _is_assent(clauses[0].text) and _has_assent(clauses[0].text)


def _affirms(answer: Answer) -> bool:
    """Whether it says yes after its last "but": by a result or an act, or by nothing but assents."""
    clauses = _clauses_of(_after_last_turn(answer))
    if not clauses:
        return not _THUMBS.isdisjoint(answer.text)
    if _tell_result(clauses, answer):
        return True
    assents = all(_is_assent(clause.text) and not clause.asked for clause in clauses)
    if assents and any(_has_assent(clause.text) for clause in clauses):
        return True
    return any(_claims(clause) for clause in clauses)


def _after_last_turn(answer: Answer) -> str:
    """What follows its last "but". One in English is a word: looking for that takes a tenth of the pattern."""
    if answer.folded.isascii() and _TURN_WORDS.isdisjoint(answer.words):
        return answer.folded
    return _TURNS.split(answer.folded)[-1]


def _clauses_of(folded: str) -> list[Clause]:
    return [clause for sentence in split_sentences(folded) for clause in split_clauses(sentence)]


def _tell_result(clauses: Sequence[Clause], answer: Answer) -> bool:
    """Whether one of these clauses, in which nobody asks, tells a result or an act, or is a "yes"."""
    if not answer.folded.isascii():  # Chinese patterns are not tried on ASCII
        for clause in clauses:
            if not (clause.asked or clause.text.isascii()) and _tells_in_chinese(clause.text):
                return True
    told = [clause.text for clause in clauses if not (clause.asked or _asks(clause.text))]
    if len(answer.folded) > LONGEST:  # a clause may have been cut within a word, which leaves another one
        return any(_tells_in_english(text, *_english(text, latin_words(text))) for text in told)
    english = _english(answer.folded, answer.words)
    return any(_tells_in_english(text, *english) for text in told)


_Phrases = list[re.Pattern[str]]


def _english(folded: str, words: Sequence[str]) -> tuple[_Phrases, _Phrases]:
    """The acts and the results in English that a text of these words may tell."""
    return ACTS.among(folded, words), RESULTS.among(folded, words)


def _asks(text: str) -> bool:
    """Whether a clause asks without a question mark."""
    return bool(_ASKS_FIRST.match(text) or (not text.isascii() and _ASKS.search(text)))


def _tells_in_chinese(text: str) -> bool:
    return bool(_CHINESE_ACTS.search(text) or _is_reached(text)) and not _ASKS.search(text)


def _tells_in_english(text: str, acts: _Phrases, results: _Phrases) -> bool:
    return bool(_YES.fullmatch(text) or search_first(acts, text) or _is_there(text, results))


def _is_reached(text: str) -> bool:
    """Whether a Chinese clause tells a result that nobody only wants."""
    found = _CHINESE_RESULTS.search(text)
    return bool(found) and bool(_OVER.search(text) or not _CHINESE_WANTED.search(text))


def _is_there(text: str, results: _Phrases) -> bool:
    """Whether an English clause tells a result before which nobody says that it is wanted."""
    found = search_first(results, text)
    return bool(found and not _WANTED.search(text, 0, found.start()))


def _claims(clause: Clause) -> bool:
    """Whether it tells a result by what would be a claim if we said it."""
    wanted = _WANTED if clause.text.isascii() else _CHINESE_WANTED
    return not clause.asked and not wanted.search(clause.text) and bool(claims_by_phrase(clause.text))


def _is_assent(text: str) -> bool:
    """Whether nothing stands in a clause but assents, and what goes with them."""
    return bool(_ONLY_ASSENTS.fullmatch(text) if text.isascii() else _ONLY_CHINESE_ASSENTS.fullmatch(text))


def _has_assent(text: str) -> bool:
    return bool(_ASSENTS.search(text) if text.isascii() else _CHINESE_ASSENTS.search(text))
