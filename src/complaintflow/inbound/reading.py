"""What a customer's words may mean, in Chinese and English: mere thanks, solved, not solved.

Phrase rules, not understanding, and never the last word: what they find is put before a person. In doubt they say
"not solved" rather than "solved", and "a request" rather than "thanks". Irony, paraphrase and other languages they
do not see.
"""

from __future__ import annotations

import re

import attrs

from complaintflow.inbound.quoting import only_quotes
from complaintflow.wording import claims_by_phrase, find_denial, find_no_yes, fold, mere_thanks

_LOOKED_AT = 5_000
"""Characters of a text that are looked at: who is content says so early, and what is not read counts as a request."""

_ENGLISH_SOLVED = re.compile(
    r"\bi (?:can |hereby )?confirm\b|\ball (?:is )?(?:good|fine|set|well)\b|\bhas arrived\b|\byou can close\b"
    r"|\bworks (?:now|fine|perfectly|well|great|again)\b|\b(?:problem|issue) solved\b"
    r"|\breceived (?:it|both|the|my|your)\b|\bgot (?:the|my|your)\b|^ *(?:yes|confirmed|solved|fixed|resolved)\b",
    re.IGNORECASE,
)
_CHINESE_SOLVED = re.compile(
    r"确认(?:问题)?(?:已经?)?(?:解决|收到|无误|没问题)|(?:已经?|都|全部)(?:到账|到帐|收到|退回)|(?:到账|到帐|收到)了"
    r"|收到(?:退款|钱|货|赔|补)|(?:可以|好|没问题|没有问题|能用|没事)了|(?:同意|可以)结案|^ *(?:是的|对的)?确认"
    r"|(?:很|非常|比较|十分)满意"
)
_OPEN = re.compile(
    r"\b(?:if|when|once|until|unless|whether|hope|wish|want|please|should|would|will|could|before|after)\b"
    r"|如果|要是|假如|若|等|希望|请|什么时候|何时|才|的话|是否|能否|吗|应该|麻烦",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:but|however|although|except|yet)\b|但|不过|可是|然而|除了", re.IGNORECASE)
_CLAUSE = re.compile(r"[^.!?;,。\uff01\uff1f\uff1b\uff0c\n]+[?\uff1f]?")


@attrs.frozen
class Reading:
    """How a text reads: mere thanks, nothing but quotations, or the first words that say unsolved or solved."""

    thanks: bool
    quoted: bool
    unsolved: str = attrs.field(repr=False)
    solved: str = attrs.field(repr=False)


def read_words(text: str) -> Reading:
    """Read a text once, for all that is asked of it. Whoever says anything against it does not say "solved": nor does
    who says what the rule for confirmations takes for no yes (R33), which would refuse what is suggested here.
    """
    begin = text[:_LOOKED_AT]
    folded, unsolved = fold(begin), find_denial(begin)
    content = not (unsolved or find_no_yes(begin) or _BUT.search(folded))
    solved = (claims_by_phrase(begin) or _find_solved(folded)) if content else ""
    return Reading(mere_thanks(text), only_quotes(text), unsolved, solved)


def _find_solved(folded: str) -> str:
    """The first words that say it is solved, or a blank text. A question, wish or condition does not count."""
    for clause in _CLAUSE.findall(folded):
        found = _CHINESE_SOLVED.search(clause) or _ENGLISH_SOLVED.search(clause)
        asks = clause.endswith(("?", "\uff1f"))
        if found and not asks and not _OPEN.search(clause[: found.start()]) and (words := found.group().strip()):
            return words
    return ""
