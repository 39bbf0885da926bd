"""Whether words plainly say yes (R33, R25): what a fair person would not hear as a yes is none.

Nothing is a yes because no denial was found in it. A *result* or an *act* says yes in any clause: "the money arrived",
已经修好了, "I agree", 撤诉. A *bare assent* says it where nothing beside it is unread: "ok", 好的 and "great,
thanks", but not "great, another week". A sentence that asks says nothing. A thumb or a tick says yes, alone.
"""

from __future__ import annotations

from complaintflow.wording.claims import claims_by_phrase
from complaintflow.wording.clauses import Clause, split_clauses, split_sentences
from complaintflow.wording.denial import find_reservation
from complaintflow.wording.folding import fold
from complaintflow.wording.patterns import compile_late

_QUOTED = 40
"""Characters of an unclear answer that are quoted."""
_MAIL = r"(?:e-?mails?|messages?|letters?|notes?|repl(?:y|ies)|answers?|texts?|calls?|notices?)\b"
_RESULTS = compile_late(
    r"\b(?:agreed?|accept(?:ed|able)?|confirm(?:s|ed|ing)?|approved|affirmative|(?:re)?solved"
    r"|fixed|sorted|repaired|mended|restored|refunded|credited|reimbursed|settled|replaced|works|working|worked(?=$|,"
    r"| (?:now|fine|well|perfectly|again|thanks))"
    r"|arrived|delivered|happy(?! (?:new|birthday|christmas|holidays))|satisfied|pleased|content|delighted|glad"
    r"|withdraw|mistaken?|misread|misunderstood"
    r"|my fault|no longer|(?:up and|is|it's|all|everything) running|(?:it|everything|all) runs|runs (?:smoothly|again"
    r"|fine)|(?:came|went) (?:through|today|back)|turned up|did the trick|like a charm|go ahead"
    r"|back (?:to normal|up|online|on(?! hold)|again|now)|as good as new|couldn't be (?:better|happier)"
    r"|(?:close|drop|cancel) (?:it|this|(?:the|my|that) (?:case|complaint|ticket|claim|matter|request))"
    r"|consider (?:it|this) closed|(?:can|please|may) close|case closed|(?:looks|sounds) good|thumbs up|five stars"
    r"|exactly what"
    r"|(?:can|could) (?:now )?(?:log|open|pay|use|play|connect|access|order|call|sign|print|hear|watch)|can now"
    r"|now i see|i see it"
    r"|(?:am|'m|was|were|are) able to|thank(?:s| you) for (?:fixing|solving|sorting|the (?:\w+ )?(?:refund|fix"
    r"|replacement))"
    r"|i(?:'ll| will) take (?:the (?:refund|replacement|voucher|coupon|offer)|option)|i can(?=$|,| again)"
    r"|can see (?:it|them|(?:my|the) (?:balance|orders?|money|refund|files?|photos?))"
    r"|(?:he|she|it|that|courier|parcel|money|refund|driver|item|order|package) came"
    r"|not an? (?:problem|issue)|option (?:\w|one|two|three)|let's (?!see|hope|wait)|stable|it does|now it is|send it"
    r"|(?:i|we) have (?:it|my|the|what|both|all)"
    r"|that'?ll do|(?:hit|landed|reached) (?:in )?my|cancell?ed|removed|reversed|looks (?:right|correct|like new"
    r"|great)|not (?:come|came|happened|appeared|occurred|crashed|failed|been back)|logged in"
    r"|never (?:had|thought)|not a single|all there|in full|(?:have|'ve) (?:now )?(?:had|received) (?:my|the|both"
    r"|all)|no need|not needed"
    r"|no (?:more|further|other|complaints?|objections?|problems?|issues?|errors?|faults?|trouble|worries"
    r"|hard feelings)"
    r"|stopped \w+ing|nothing (?:else|more|further|to add))\b"
    r"|n't (?:[^.!?,;\n]{1,40}(?: since| again| any ?more)|need|bother|worry|want|mind|have to)\b"
    rf"|\breceived\b(?! (?:your|the|an?) {_MAIL})|\bgot (?:it|them|both|all|(?:my|the|an?|our) (?!{_MAIL}|hopes))"
    r"|(?:\b(?:is|are|was|were|feels?|everything|all)|'s|'re) (?:all |now |so |very |quite )?"
    r"(?:in|here|back|up|fine|ok|okay|good(?! at)|gone|over|done|set(?! to)|well|alright|right|perfect|great|correct"
    r"|true|normal"
    r"|complete|clear|there)\b"
)
_CHINESE_RESULTS = compile_late(
    r"解决|搞[定掂好]|[修弄办换装调改]好|修复|处理[好完妥]|办[妥完]|恢复|找回|到[账手货]|送[到达]"
    r"|退(?:了(?![\d一二两三四五六七八九几百])|回(?!来了?个)|到|还|完|款[到收成已])|赔[了到]"
    r"|补[了上]|换[了到]|登[录上]|能[用登开上打看付充玩联连]|可以(?=用|登|打开|上|看|付|结|撤|关|正常|了)|好使"
    r"|[已都全就齐]到|(?<![看听想遇等感])到了|完成(?!度)|成功(?!地)"
    r"|(?:已|都|全|也|钱|款|货|品|件|东西|金|费)(?:经|部|都|已)*(?:收到|拿到|到|回来|齐|退|赔)"
    r"|(?:收到|拿到)(?=[了啦喇]|[新全换补退赔钱货款包快东优发]|运费|押金|[你您]们的?[退赔补])"
    r"|同意|接受|认可|确认(?!一?下)|赞成|满意|(?:撤[诉销回案单了]?|关闭)(?!了?我的)|结案|结单|通过|关单|销案"
    r"|不(?:再)?(?:追究|投诉|计较)|不要了|误会|[弄看搞记]错|和解|正常(?![人情])|通了|点赞|好评"
    r"|[没无冇](?:有|什么|啥|任何|别的|其他|其它|不同|新的)*(?:问题|事|意见|异议|毛病|要求|疑问|诉求|错误)|没错|没丢"
    r"|[没不未](?:有|会|再)*(?:再|出现|掉|断|卡|漏|响|闪退|报错|扣|弹|黑屏|发生)[^,。!?]{0,6}"
    r"|不(?:需要|想再)|没想到|不用(?=再|了|管|处理|联系|跟进|赔|退|回)|唔使|好[了啦喇](?=$|[ ~没不])|[热冷亮快顺有]了"
    r"|一致|送来|签收|(?<!不)(?<!没)好用|合身|[很挺真]好|不告了|给力|收工|就是这个|就这么[办定]|说的办"
    r"|[进打登上开]得[了去开上]|没出(?:问题|错)|方案[一二三1-3abc]|就按|那就(?=[退换赔补修给])"
    r"|(?<!邮件)(?<!消息)(?<!短信)(?<!通知)(?<!回复)(?<=.)(?<![你您们])收到$|(?:方案|办法|结果)(?:我)?(?:可以|行|好)"
)
_ASSENT = (
    r"\b(?:y|yes+|yep|yup|yeah|aye|ok(?:ay)?|okey|kk?|fine|good|great|perfect(?:ly)?|excellent|awesome|fantastic"
    r"|brilliant|wonderful|lovely"
    r"|super|cool|nice|sure|right|true|correct|exactly|absolutely|definitely|certainly|of course|deal|done|set"
    r"|fair enough|alright|all right|that'?s (?:it|all)|oui|ja|si|sim|da|tak|hai|d'accord|claro)\b"
)
_CHINESE_ASSENT = (
    "(?<![你您])好|还?不错|行|可以|是|对|嗯|正确|完美|靠谱|成交|[中得成赞棒妥稳掂齐]|ok+|yes|o(?=了)|はい|네|예"
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
    "|谢谢|多谢|感谢|辛苦|唔该|五星"
    "|[的了啦呀啊哒滴嘞喔哦咯全真很太挺已就那这我您你给请亲哈]|[ ~!]+"
)
_ASSENTS = compile_late(_ASSENT)
_CHINESE_ASSENTS = compile_late(_CHINESE_ASSENT)
_ONLY_ASSENTS = compile_late(rf"(?:(?>{_ASSENT}|{_FILLED}))++")
_ONLY_CHINESE_ASSENTS = compile_late(f"(?:(?>{_CHINESE_ASSENT}|{_CHINESE_FILLED}))++")
_ASKS = compile_late(r"(?<![没有])(?:什么|哪|谁|怎么|何时|多久|多少)|(?:[吗么没呢否]|没有|了不)$")
_TURNS = compile_late(
    r"\b(?:but|however|except)\b|但是?|不过|可是|然而|只是|除了|(?<=[,。])(?:就是(?![这那你它])|可(?!以))"
)
_THUMBS = frozenset("\U0001f44d\U0001f44c\U0001f4af\u2705\u2714\u2611\u2713\U0001f197\U0001f646\u2b55")


def find_no_yes(text: str) -> str:
    """The first words by which it is no plain yes: they deny, doubt, ask, or put it off. Blank for a yes.

    Where nothing in it says yes, these are the words with which it begins.
    """
    return find_reservation(text) or ("" if _affirms(text) else _begin(text))


def find_no_agreement(text: str) -> str:
    """The same of an answer to what was offered (R25): there an assent at the beginning is enough.

    Who says 好的,麻烦尽快退款 to an offer wants it done; to "is it solved?" it would be a demand.
    """
    return find_reservation(text) or ("" if _begins_with_assent(text) or _affirms(text) else _begin(text))


def _begin(text: str) -> str:
    return text.strip()[:_QUOTED] or "-"


def _begins_with_assent(text: str) -> bool:
    folded = fold(text)
    first = next((clause for sentence in split_sentences(folded) for clause in split_clauses(sentence)), None)
    if first is None or first.asked or _TURNS.search(folded):
        return False
    return _is_assent(first.text) and _has_assent(first.text)


def _affirms(text: str) -> bool:
    """Whether it says yes after its last "but": by a result or an act, or by nothing but assents."""
    folded = fold(text)
    *_, last = _TURNS.split(folded)
    clauses = [clause for sentence in split_sentences(last) for clause in split_clauses(sentence)]
    if any(_tells_result(clause) for clause in clauses):
        return True
    if not clauses:
        return not _THUMBS.isdisjoint(text)
    assents = all(_is_assent(clause.text) and not clause.asked for clause in clauses)
    return (assents and any(_has_assent(clause.text) for clause in clauses)) or bool(claims_by_phrase(last))


def _tells_result(clause: Clause) -> bool:
    """Whether a clause tells a result or an act, or is a "yes". Chinese patterns are not tried on ASCII."""
    text = clause.text
    if clause.asked:
        return False
    if not text.isascii():
        if _ASKS.search(text):
            return False
        if _CHINESE_RESULTS.search(text):
            return True
    return bool(_YES.fullmatch(text) or _RESULTS.search(text))


def _is_assent(text: str) -> bool:
    """Whether nothing stands in a clause but assents, and what goes with them."""
    return bool(_ONLY_ASSENTS.fullmatch(text) if text.isascii() else _ONLY_CHINESE_ASSENTS.fullmatch(text))


def _has_assent(text: str) -> bool:
    return bool(_ASSENTS.search(text) if text.isascii() else _CHINESE_ASSENTS.search(text))
