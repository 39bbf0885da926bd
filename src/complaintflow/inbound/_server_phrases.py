"""The phrases of mail servers and of programs that answer by themselves, in Chinese and English.

Each is a pattern in small letters, for letters of either size. None of them takes longer than the text is long.
"""

from __future__ import annotations

import re

_ANY_SIZE = re.IGNORECASE | re.MULTILINE


def _any_of(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), _ANY_SIZE)


SERVER = _any_of(
    r"\b(?:mailer|mail)-daemon\b",
    r"\bpost[-_]?master(?:@|\b)",
    r"\bmicrosoftexchange[0-9a-f]{32}@",
    r"\bmail ?delivery (?:sub)?system\b",
)
"""Who sends, when a mail server does."""
MACHINES_NAME = _any_of(
    r"\bmail (?:router|administrator)\b",
    r"\bsystem administrator\b",
    "系[统統]管理[员員]",
    "[邮郵]件(?:投[递遞]|[传傳][递遞]|[发發]送)?(?:系[统統]|服[务務]器|伺服器)",
    r"(?:\A|[<\s])(?:no-?reply|do-?not-?reply|mdaemon|mail-?system|mail-?admin|mailer|bounces?|post-?office|system)\b[^@\s]{0,40}@",
)
"""Who may be a machine, and is one if a mail comes back with it."""

SERVERS_ADDRESS = _any_of(r"\A(?:(?:mailer|mail)-daemon|post[-_]?master|microsoftexchange[0-9a-f]{32})@")

_PREFIX = r"\A(?:\[[^\]]{1,20}\]|[* ])*"
BOUNCE_SUBJECT = _any_of(
    *(
        _PREFIX + phrase
        for phrase in (
            r"undeliver(?:ed|able)\b.{0,12}(?:mail|message|:)",
            r"undeliverable *\Z",
            r"(?:mail|message) (?:delivery )?(?:failed|failure|could not|undeliverable)",
            r"returned mail\b",
            r"failure notice",
            r"(?:permanent )?delivery (?:failure|status notification|has failed)",
            r"non-?deliver(?:y|able)",
            r"(?:failed|unable) to deliver",
            r"mail system error|ndn:|error sending message",
            r"(?:系[统統])?退[信件]",
            r"(?:未|无法|無法)(?:送[达達]|[传傳][递遞]|[递遞]送)",
            r"(?:您的)?[邮郵]件.{0,6}(?:失[败敗]|退回|未能?送[达達]|无法|無法)",
            r"(?:[发發][信送]|[传傳][送递遞]|投[递遞])失[败敗]",
        )
    )
)

FAILED = _any_of(
    r"undeliver(?:ed|able)\b",
    r"(?:delivery|transport|mail|message)\b.{0,40}\b(?:fail(?:ed|ure)|error|problem|rejected)",
    r"(?:could|can|was|were|has|have|did|does)(?: not|n't|not)\b.{0,40}\b(?:deliver|reach|sen[dt]|exist|found|accept)",
    r"does(?: not|n't) have an account",
    r"(?:unable|failed|not able) to (?:be )?(?:deliver|send|reach)",
    r"failure notice",
    r"returned (?:mail|to sender)",
    r"unknown (?:user|recipient|address)",
    r"(?:user|recipient|address|host|mailbox) (?:is )?(?:unknown|unavailable|full|disabled)",
    r"no such (?:user|mailbox|address|recipient)",
    r"no mailbox|over ?quota|quota exceeded|not listed|not accepting",
    r"rejected\b|blocked by|bounc(?:e|ing)\b",
    r"permanent(?:ly)? (?:fatal )?(?:delivery )?(?:error|fail)",
    r"(?<![\d.])55[0-4][ -]",
    r"退信|退回|失[败敗]|不存在|拒收|拒[绝絕]|被拒|已[满滿]|停用|注[销銷]|[查無]{1,2}此[人用]|地址(?:错误|錯誤|有误|有誤)",
    r"(?:无法|無法|未能|不能|没有|沒有|未)(?:被|成功|正常|投|送|传|傳|寄|遞|递|向|到|将|將|与|與|发|發)",
)
"""That a message did not arrive."""

LATER = _any_of(
    r"\bwill (?:be retried|(?:keep|continue) (?:on )?(?:trying|to try|retrying)|try again|retry|re-?attempt|re-?send)",
    r"\bwill\b.{0,20}\bretry for\b",
    r"still being (?:re)?tri|being retried|attempts will (?:be made|continue)",
    r"has not (?:yet )?been delivered (?:yet|to one or more of its)|not (?:yet )?been delivered yet|still undelivered",
    r"warning (?:message )?only|could not send message for",
    r"delay(?:s|ed)? (?:in|mail|delivery|[0-9])|(?:mail|delivery) delay|notification ?\(delay",
    r"transient (?:non-fatal )?(?:error|fail)",
    r"no action is required|you do not need to resend",
    r"延[迟遲]|尚未送[达達]|无需重新?[发發]|勿重[复複新][发發]|無需重新",
    r"(?:将|將|会|會)[^。\n]{0,20}(?:重[试試新]|[继繼][续續]|再次)",
    r"(?:[继繼][续續]|自动|自動)(?:[尝嘗][试試]|重[试試]|投[递遞])",
)
"""That a server still tries."""

FOR_GOOD = _any_of(
    r"permanent|giv(?:en|ing) up|(?<!non-)fatal (?:delivery )?error",
    r"(?:no (?:more|further)|not (?:going to )?(?:be )?)\W?(?:delivery )?(?:attempt|retr|try again)",
    r"has been removed|expired|in the queue too long",
    r"永久|(?<![将將会會])(?:已|被)(?:[经經])?退[回信]|不再[尝嘗重]",
)
"""That it does not try any more."""

COPY = _any_of(
    *(
        r"^[ \t>*=#-]*" + phrase
        for phrase in (
            r"below this line",
            r"(?:this|here|below|enclosed|attached) is a copy",
            r"copy of (?:the|your) message",
            r"(?:possibly truncated )?original message\b",
            r"(?:unsent|returned|undelivered) message",
            r"original mail\b",
            r"the header of the original",
            r"(?:message|original) headers",
            r"(?:以下[为為])?原(?:始)?(?:[邮郵]件|信)",
            r"(?:[\w-]{0,40}[- ])?message-?id[ \t]*:",
            r"(?:received|return-path)[ \t]*:",
        )
    )
)
"""Where a server's words end, and the copy of what it sends back begins."""

_KINDS = "(?:(?:[休度]假|外出|离岗|離崗|出差|不在(?:办公室|辦公室)|外出[时時]的|系[统統]|[邮郵]件)[- ]?)?"
_ENDS = r"(?:[\]】)\uff09:\uff1a\-—,\uff0c!\uff01]|[ \t]*\Z| re[:\uff1a])"
ANSWER_SUBJECT = _any_of(
    rf"\A[\[【(\uff08]?{_KINDS}自[动動](?:回[复覆復]|答[复覆復]|回[应應])(?:[邮郵]件)?{_ENDS}",
    rf"\A[\[【(\uff08]?不在(?:办公室|辦公室){_ENDS}",
    r"\A(?:automatic|automated|auto)[- ]?(?:reply|response|answer)(?: *[:\uff1a\-(]| *\Z| (?:from|re)\b)",
    r"\Ayahoo!? auto response|\Aauto: ",
    r"\Aout of (?:the )?office(?: *[:\uff1a(]| *\Z| (?:auto ?reply|reply|notification|message|re:))",
    r"\A.{0,40} is out of (?:the )?office",
    r"\Avacation (?:reply|response|notice)(?: *[:\uff1a]| *\Z)|\Aaway from (?:my )?mail *\Z",
    r"[(\uff08\[](?:out of office|auto(?:matic)?[- ]?reply|自动回复)[)\uff09\]][ \t]*\Z",
)
"""A subject that only a program writes so: with its colon, in its brackets, or alone."""

REPORT_SUBJECT = _any_of(
    r"\A系[统統]退信",
    r"\Aundelivered mail|\Aundeliverable: |\Adelivery status notification|\Areturned mail: ",
    r"\Amail delivery failed *(?::|\Z)",
)

ANSWERED = _any_of(r"\A(?:re|fwd?|aw|wg|回[复覆復]|答[复覆復]|[转轉][发發寄])[ :\uff1a]")
"""A subject of a mail that answers, or passes on what came."""
SUBJECT_LINE = re.compile(r"^[ \t>]*(?:subject|主[题題旨])[ \t]*[:\uff1a][^\n]*", _ANY_SIZE)
"""Where a server's words repeat the subject of ours."""

RECEIPT_SUBJECT = _any_of(
    r"\A(?:not )?read: |\A(?:read|return) receipt\b",
    r"\A(?:[未已][读讀](?:回[执執條条])?|[读讀]取回[条條]|回[执執])[ :\uff1a]",
)
_MAIL = r"(?:\byour (?:message|e-?mail|mail)\b.{0,90}|[邮郵]件[^。\n]{0,60})"
SHOWN = _any_of(
    rf"{_MAIL}\b(?:was|has been) (?:read|displayed|opened|viewed)\b",
    rf"{_MAIL}已[^。\n]{{0,30}}(?:[阅閱][读讀]|查看|打[开開]|[显顯]示|[读讀])",
)
DISCARDED = _any_of(
    rf"{_MAIL}deleted without being (?:read|opened)",
    rf"{_MAIL}未[经經]?(?:[阅閱])?[读讀][^。\n]{{0,6}}[删刪]除",
)

CHALLENGE_SUBJECT = _any_of(
    r"\A(?:please )?(?:confirm|verify|validate) your (?:message|e-?mail|mail)\b",
    r"\A.{0,60}\[(?:confirm|verify)\][ \t]*\Z",
)

SAYS_SO = _any_of(
    r"(?:这|這|此|本)(?:是一?封|[邮郵]件)(?:[为為是]|由系[统統])?(?:系[统統])?自[动動](?:回[复覆復]|答[复覆復]|[发發]送|生成)",
    r"this is an auto(?:mated|matic|matically generated)(?: e?-?mail)? (?:reply|response|answer)",
)
"""A text that says itself that no person wrote it."""
