"""One way to write each text: without markup, invisible characters, look-alikes, traditional characters and gaps.

`fold` keeps the order of the words, the marks of sentences and the ends of lines. It takes time in proportion to the
text.
"""

from __future__ import annotations

import re
from html import unescape
from unicodedata import category, normalize

from complaintflow.wording._simplified import SIMPLIFIED
from complaintflow.wording.patterns import compile_late

_ALIKE = str.maketrans(
    "аеорсухіѕјԁһвкмтьαορνικτυεı帐囉叻咗喇嘅俾畀嚟冇✔☑√✅🆗；·•∙・—–’‘`´＇",
    "aeopcyxisjdhbkmtbaopviktuei账了了了了的给给来没✓✓✓✓✓;....--'''''",
)
"""Letters of other alphabets that look like Latin ones, variants of Chinese characters, and marks of one meaning."""
_NOTHING, _BLANK = "", " "
_MARKS_KEPT = frozenset("✓、。《》「」『』【】…")


class _Characters(dict[int, str]):
    """What each character beyond ASCII becomes; computed when it is first met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _fold_character(chr(code))
        return found


def _fold_character(char: str) -> str:
    plain = "".join(_fold_part(part) for part in normalize("NFKD", char.translate(_ALIKE)))
    return plain.lower().translate(SIMPLIFIED).translate(_ALIKE)


def _fold_part(char: str) -> str:
    """A part of a character: nothing for what is not seen, a blank for pictures."""
    kind = category(char)
    if kind[0] == "L" or char in _MARKS_KEPT:
        return char
    if kind in {"Mn", "Me", "Cf", "Cc", "Cn", "Co", "Cs"} or char == "\u2800":
        return _NOTHING
    return _BLANK if kind in {"So", "Sk", "Zs", "Zl", "Zp"} else char


_CHARACTERS = _Characters()
_CHARACTERS.update({code: chr(code) for code in (*range(0x20, 0x7F), *b"\n\t")})
_CHARACTERS.update(dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0"), ""))  # blank letters

_PLAIN = bytes(code for code in (*b"\n", *range(0x20, 0x7F)) if chr(code) not in "&~<*_`013457@$")
"""Signs that folding leaves as they are: no markup, and no digit that may stand for a letter."""
_BEYOND = compile_late(r"[^\n\t -~]+")
_CONTROL = compile_late(r"[\x00-\x08\x0b-\x1f\x7f]")
_MARKUP = compile_late(r"[&~<*_`]")
_NEXT_LINE = compile_late(r"\n[a-z]")
_STRUCK = compile_late(r"~~[^~]*~~|<(del|s|strike)\b[^<>]*>[^<]*</\1>", re.IGNORECASE)
_INLINE = compile_late(r"</?(?:b|i|u|a|em|strong|span|font|mark|small|big|code|sub|sup)\b[^<>]*>", re.IGNORECASE)
_MARKDOWN = str.maketrans({"*": None, "_": " ", "`": "'"})
_TAGS = compile_late(r"(?:</?[a-z!][^<>]*>)+", re.IGNORECASE)

HAN = "\u3400-\u9fff"
_GAP = r"[ \t.\-_/|+=^#'~]{1,3}"
_MARK_WITHIN = compile_late(rf"[ \n\t.\-_/|+=^#'~(\[【「『\"](?=[{HAN}])")
_SPREAD_HAN = compile_late(
    rf"(?<![{HAN}])([{HAN}]){_GAP}(?=[{HAN}])|(?<=[{HAN}]){_GAP}(?=[{HAN}](?![{HAN}]))"
    rf"|(?<![{HAN}])([{HAN}])[ ]?\n[ ]?(?=[{HAN}](?![{HAN}]))|(?<=已)\n(?=[{HAN}])|(?<=已经)\n(?=[{HAN}])"
)
_BRACKETED_HAN = compile_late(rf"[(\[【「『'\"]([{HAN}])[)\]】」』'\"](?=[{HAN}])")
_SPREAD_LATIN = compile_late(r"(?<![a-z0-9])[a-z](?:[ .\-_/|][a-z](?![a-z0-9])){2,}")
_SPREAD_SOMEWHERE = compile_late(r"[ .\-_/|][a-z][ .\-_/|][a-z](?![a-z0-9])")
_RUN_TOGETHER = compile_late(
    r"(unsolved|unresolved|resolved|solved|fixed|repaired|refunded|restored|sorted|done|not|issue|problem|been)"
)
_MARKS = compile_late(r"[ .\-_/|]")
_DIGIT_IN_WORD = compile_late(
    r"[013457@$](?:(?<=[a-z].)(?=[a-z0])|(?<=[a-z]00)(?=[a-z])|(?<![a-z0-9].)(?<=[15])(?=ssue|orted|olved|s f))"
)
_LETTER_OF = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"}
_GOES_ON = compile_late(r"(?:has|have|had|is|are|was|were|been|be|not|and|or|now)\b")
_LEFT_OPEN = compile_late(r"\b(?:has|have|is|are|was|were|been|be|not|to|the|a|and|now|your|our)$")
_LONGEST_LEFT_OPEN = 5
"""Characters of its longest word, and the one before."""
_HAN_LEFT_OPEN = compile_late("(?:已[经經]?|业已|業已|[给給为為][您你]|[被把将將都均]|[问問][题題]|得到)$")
"""A Chinese line that ends so goes on in the next."""
_LINE_LENGTH = 60
"""A line of so many characters was broken by a program."""
_BLANKS = compile_late(r"\t[ \t]*| [ \t]+")
_SELF = compile_late(
    r"[己巳以](?:(?<![自知异克利舍各体][己巳])(?<=[己巳])(?=[经解修处恢退办完为把给将搞弄排返还补到])"
    r"|(?<=[题障事诉单常]以)(?=解决|修复|处理好))"
)


def fold(text: str) -> str:
    """The text in small letters and simplified characters, as somebody reads it who looks at it."""
    plain = text.isascii() and not text.encode().translate(None, _PLAIN)  # as most in English: half of the time
    joined = _join_wrapped(text) if plain and "\n" in text else text
    folded = joined.lower() if plain else _fold_signs(joined)
    if _SPREAD_SOMEWHERE.search(folded) or _SPREAD_LATIN.match(folded):
        folded = _SPREAD_LATIN.sub(_join_letters, folded)
    if not plain and _DIGIT_IN_WORD.search(folded):
        folded = _DIGIT_IN_WORD.sub(lambda found: _LETTER_OF[found.group()], folded)
    return _BLANKS.sub(" ", folded) if "  " in folded or "\t" in folded else folded


def _fold_signs(text: str) -> str:
    """The text in small letters, where markup, lines, or what is no ASCII may be in it."""
    folded = _strip_markup(text) if _MARKUP.search(text) else text
    folded = _join_wrapped(folded) if "\n" in folded else folded
    folded = folded.lower()
    return folded if folded.isascii() and not _CONTROL.search(folded) else _fold_han(folded.translate(_CHARACTERS))


def fold_characters(text: str) -> str:
    """The text in small letters and simplified characters, each by itself: what stands beside it changes nothing.

    >>> fold_characters("退款 Café")
    '退款 cafe'
    """
    if text.isascii():
        return text.lower()
    if len(text.encode("ascii", "ignore")) * 4 > len(text) * 3:  # few others, which alone are looked up: a third
        return _BEYOND.sub(lambda found: found.group().translate(_CHARACTERS), text.lower())
    return text.lower().translate(_CHARACTERS)


def _strip_markup(text: str) -> str:
    if "&" in text:
        text = unescape(text)
    if "~~" in text or "<" in text:
        text = _TAGS.sub("\n", _INLINE.sub("", _STRUCK.sub("", text)))
    return text.translate(_MARKDOWN)


def _join_wrapped(text: str) -> str:
    """The text with those lines joined that one sentence fills: the second begins small, the first is long or open."""
    if text.isascii() and not _NEXT_LINE.search(text):
        return text
    first, *others = text.split("\n")
    joined, last = [first], first
    for line in others:
        if _HAN_LEFT_OPEN.search(last.rstrip()[-2:]):
            mark = ""
        else:
            wrapped = line[:1].islower() and line.isascii()
            mark = " " if wrapped and (_is_left_open(last) or _GOES_ON.match(line)) else "\n"
        joined += (mark, line)
        last = line
    return "".join(joined)


def _is_left_open(line: str) -> bool:
    return len(line) >= _LINE_LENGTH or bool(_LEFT_OPEN.search(line[-_LONGEST_LEFT_OPEN:].lower()))


def _fold_han(text: str) -> str:
    if _MARK_WITHIN.search(text):
        text = _BRACKETED_HAN.sub(r"\1", text)
        text = _SPREAD_HAN.sub(lambda found: found.group(1) or found.group(2) or "", text)
    return _SELF.sub("已", text).replace("解诀", "解决").replace("结决", "解决")


def _join_letters(found: re.Match[str]) -> str:
    """Spread letters as words: those of the phrases are told apart."""
    return _RUN_TOGETHER.sub(r" \1 ", _MARKS.sub("", found.group())).strip()
