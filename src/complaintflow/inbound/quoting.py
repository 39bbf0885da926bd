"""The customer's own words in a reply: without quotations and signatures, in Chinese and English.

The rules know the forms that mail programs write; they understand nothing. When nothing would be left, the whole text
stays: it is better to keep words twice than to lose them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LONGEST_HEADER = 400
_MARKS = (">", "\uff1e")
"""What a quoted line begins with."""

_WROTE = re.compile(
    r"(?:on|at|le)\b.*[0-9@].*\bwrote ?:"
    r"|.*[0-9@].*(?:写道|寫道|编写|写到|寫到) ?[:\uff1a]?",
    re.IGNORECASE,
)
_FOLDED = re.compile(r"(?:on|at|le)\b|[在于]|[0-9]{4}", re.IGNORECASE)
_RULE = re.compile(
    r"[-_=*—－ ]{2,}(?:original(?: message)?|forwarded message|reply message|原始邮件|原邮件|邮件原件|原始信件|原始郵件"
    r"|回复的原邮件|回复的邮件|转发的?邮件(?:信息)?|轉寄的郵件)[-_=*—－ ]*[:\uff1a]?[-_=*—－ ]*",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\*?(?:from|sent|date|to|cc|subject|发件人|发送时间|发送日期|日期|时间|收件人|抄送|主题|寄件者|寄件人|寄件日期|收件者|主旨)"
    r"\*? ?[:\uff1a]",
    re.IGNORECASE,
)
_LINE = re.compile(r"[_—-]{10,}")
_CUT = re.compile(r"-- ?|——")
"""From here to the end stands a signature."""
_DEVICE = r"(?:iphone|ipad|android|outlook|yahoo|mail|手机|设备|邮箱|客户端|大师)"
_STAMP = re.compile(
    rf"sent from (?:my )?.{{0,20}}{_DEVICE}.{{0,30}}|get outlook for .{{1,30}}"
    rf"|(?:发送?自|發自|来自|來自|傳送自)(?:我的)? ?.{{0,12}}{_DEVICE}.{{0,6}}|从.{{0,20}}{_DEVICE}.{{0,6}}发送",
    re.IGNORECASE,
)
"""A line by which a mail program names itself."""


def own_words(text: str) -> str:
    """The words that stand above, between or below what is quoted; never blank when the text is not."""
    whole = _normalize(text)
    return _own(whole) or whole.strip()


def only_quotes(text: str) -> bool:
    """Whether there is nothing of the writer's own in it, only quotations and a signature."""
    return not _own(_normalize(text))


def _own(text: str) -> str:
    return "\n".join(_without_signature(_without_quotes(text.split("\n")))).strip()


def _normalize(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").replace("&nbsp;", " ")


def _without_quotes(lines: Sequence[str]) -> list[str]:
    """The lines that are not quoted. After a header that quotes without marks, all the rest is quoted."""
    kept: list[str] = []
    place = 0
    while place < len(lines):
        header = _header_length(lines, place)
        if header and not _are_marked(lines, place + header):
            break
        if not header and not lines[place].lstrip().startswith(_MARKS):
            kept.append(lines[place])
        place += header or 1
    return kept


def _header_length(lines: Sequence[str], place: int) -> int:
    """How many lines from here say that somebody else's words follow; mostly none."""
    first = lines[place].strip()
    if not first or len(first) > _LONGEST_HEADER:
        return 0
    if _RULE.fullmatch(first):
        return 1
    if _FIELD.match(first) or _LINE.fullmatch(first):
        place += bool(_LINE.fullmatch(first))
        named = sum(bool(_FIELD.match(line.strip())) for line in lines[place : place + 4])
        return 1 if named >= 3 else 0  # a block like From, Sent, To, Subject
    return next((count for count in (1, 2, 3) if _says_who_wrote(lines[place : place + count])), 0)


def _says_who_wrote(lines: Sequence[str]) -> bool:
    """Whether it is the line that ends in `wrote:`. A mail program folds a long one; that is known by how it begins."""
    ends = lines[-1].rstrip(": \uff1a").endswith(("wrote", "道", "写", "到"))
    if not ends or not (len(lines) == 1 or _FOLDED.match(lines[0].strip())):
        return False
    joined = " ".join(line.strip() for line in lines)
    return len(joined) <= _LONGEST_HEADER and bool(_WROTE.fullmatch(joined))


def _are_marked(lines: Sequence[str], place: int) -> bool:
    """Whether the lines from here are marked as quoted."""
    following = next((line.lstrip() for line in lines[place:] if line.strip()), "")
    return following.startswith(_MARKS)


def _without_signature(lines: Sequence[str]) -> list[str]:
    """The lines before a signature, without those by which mail programs name themselves."""
    own = [line for line in lines if not _STAMP.fullmatch(line.strip()[:80])]
    cut = next((place for place, line in enumerate(own) if _CUT.fullmatch(line.strip())), len(own))
    return own[:cut]
