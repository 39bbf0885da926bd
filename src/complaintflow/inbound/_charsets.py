"""Bytes become text by what they are; their label is a hint, which old programs often get wrong.

Bytes that are UTF-8 with letters of three bytes are UTF-8, whatever the label says: no other charset makes such bytes
from words that people write. A label stands for the widest set of its family: GB18030 for GB2312, cp950 and HKSCS for
Big5, cp932 for Shift JIS, cp949 for EUC-KR, Windows-1252 for Latin-1. All of it takes time that grows with the bytes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from contextlib import suppress

_GB = ("gb18030",)
_BIG5 = ("cp950", "big5hkscs")
_HONG_KONG = ("big5hkscs", "cp950")
_JAPANESE = ("cp932", "shift_jis_2004")
_JAPANESE_EUC = ("euc_jp", "euc_jis_2004")
_JAPANESE_MAIL = ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2004", "iso2022_jp_3", "iso2022_jp_2")
_KOREAN = ("cp949",)
_LATIN = ("cp1252", "latin-1")
_UTF8 = ("utf-8",)

_FAMILIES = {
    _GB: (
        "gb2312 gb-2312-80 gb2312-80 gb-2312 csgb2312 csiso58gb231280 iso-ir-58 chinese euc-cn x-euc-cn euccn gbk "
        "x-gbk cp936 ms936 936 windows-936 gb18030 gb-18030 gb18030-2000 gb18030-2005 gb18030-2022 gb zh-cn hz-gb"
    ),
    _BIG5: "big5 big-5 cn-big5 csbig5 x-x-big5 big5-tw big5-eten cp950 ms950 950 windows-950 x-windows-950 zh-tw",
    _HONG_KONG: "big5-hkscs big5hkscs hkscs x-big5-hkscs big5-hkscs-2004 cp951 zh-hk",
    _JAPANESE: "shift-jis shiftjis sjis s-jis x-sjis ms-kanji csshiftjis cp932 ms932 932 windows-932 windows-31j",
    _JAPANESE_EUC: "euc-jp eucjp x-euc-jp x-eucjp ujis cseucpkdfmtjapanese",
    _JAPANESE_MAIL: (
        "iso-2022-jp iso2022-jp csiso2022jp iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-3 iso-2022-jp-2004 iso-2022-jp-ext "
        "cp50220 cp50221"
    ),
    _KOREAN: (
        "ks-c-5601-1987 ks-c-5601-1989 ks-c-5601 ksc5601 ksc-5601 ks-x-1001 csksc56011987 korean euc-kr euckr "
        "cseuckr cp949 ms949 949 uhc windows-949 iso-ir-149"
    ),
    _LATIN: (
        "iso-8859-1 iso8859-1 iso-ir-100 latin1 latin-1 l1 csisolatin1 cp819 ibm819 windows-1252 cp1252 x-ansi ansi "
        "1252 iso-8859-1-windows-3.1-latin-1"
    ),
    ("hz", "gb18030"): "hz-gb-2312 hz hz-gb hzgb",
    ("utf-7",): "utf-7 utf7 unicode-1-1-utf-7 x-unicode-2-0-utf-7",
    ("cp1254",): "iso-8859-9 latin5 windows-1254",
    ("cp874",): "iso-8859-11 tis-620 windows-874",
}
_BY_LABEL = {label: family for family, labels in _FAMILIES.items() for label in labels.split()}
_TWO_BYTES = frozenset({_GB, _BIG5, _HONG_KONG, _JAPANESE, _JAPANESE_EUC, _KOREAN, ("cp874",)})
"""Families in which common words may by chance be UTF-8 letters of two bytes."""
_NO_LABELS = frozenset({"", "us-ascii", "ascii", "ansi-x3.4-1968", "iso646-us", "7bit", "8bit", "binary", "default"})
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "mbcs", "oem"})
"""Codecs of Python that no mail uses."""

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_LONG_UTF8 = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ANY_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_JIS = re.compile(rb"\x1b\$(?:[B@]|\([DOPQ])")
_ESCAPE = re.compile(rb"\x1b(\$[B@]|\$?\([A-Z])")
_WIDE = frozenset({b"$B", b"$@"})
_JIS_LETTERS = re.compile(rb"[\x21-\x7e]{2}")
_PAIR = re.compile(rb"[\x81-\xfe][\x30-\x7e\x80-\xfe]|\x80")
_ETEN = re.compile(rb"(?:[\x81-\xc5\xc9-\xfe][\x40-\x7e\xa1-\xfe]|[\x00-\x7f])*(?:\xc6[\xa1-\xfe]|\xc7|\xc8)")
_HIGH = re.compile(rb"[\x80-\xff]+")
_COMMON_GB = re.compile(rb"(?:[\xa1-\xa3\xb0-\xd7][\xa1-\xfe])+")
"""Signs of GB2312 and its 3,755 common characters."""
_COMMON_BIG5 = re.compile(rb"[\xa1-\xa3\xa4-\xc6][\x40-\x7e\xa1-\xfe]")
_META = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4_000
"""How many bytes of an HTML text are searched for its charset."""
_ENOUGH = 4
"""So many letters tell which of two charsets is meant; fewer are common in both by chance."""
_SAMPLE = 20_000
"""How many bytes without a label are looked at for a guess."""


def decode(data: bytes, label: str = "", hint: str = "") -> str:
    """The text of these bytes, by what they are; `hint` is a label that counts when the first says nothing."""
    if data.isascii() and b"\x1b" not in data and b"\0" not in data:
        return _decode_ascii(data, _family(label))
    family = _family(label) or _family(hint)
    marked = _decode_marked(data, family)
    if marked is not None:
        return marked
    if _JIS.search(data):
        return _best(data, _JAPANESE_MAIL) if _is_strict(data) else _jis_to_windows(data).decode("cp932", "replace")
    if _is_utf8(data, family):
        return data.decode("utf-8", errors="replace")
    if family == _UTF8:  # it lies: what it is about is no UTF-8
        family = tuple(one for one in _family(hint) if one not in _UTF8)
    return _best(*_prepare(data, family or _guess(data)))


def charset_of_html(data: bytes) -> str:
    """The charset that an HTML text names itself, or blank."""
    found = _META.search(data[:_HEAD])
    return found.group(1).decode("ascii") if found else ""


def _family(label: str) -> tuple[str, ...]:
    """The codecs for a label, the best first; none for a label that says nothing."""
    name = label.strip(" \t\r\n\"'=;,").lower().replace("_", "-")
    if name in _NO_LABELS or name in _NO_CHARSETS or not name.isascii():
        return ()
    if name in _BY_LABEL:
        return _BY_LABEL[name]
    with suppress(LookupError, ValueError):
        bytes(4).decode(name)  # which refuses a codec that makes no text
        return (codecs.lookup(name).name,)
    return ()


def _decode_ascii(data: bytes, family: tuple[str, ...]) -> str:
    """Bytes that are ASCII, unless the label names one of the charsets that look like it."""
    shifted = (b"~{" in data and "hz" in family) or (b"+" in data and "utf-7" in family)
    wide = any(one.startswith(("utf-16-", "utf-32-")) for one in family)
    if shifted or wide:
        with suppress(ValueError):
            return data.decode(family[0])
    return data.decode("ascii")


def _decode_marked(data: bytes, family: tuple[str, ...]) -> str | None:
    """The text of bytes that begin with the mark of their charset."""
    for mark, codec in _MARKED:
        if data.startswith(mark) and (family != _LATIN or codec == "utf-8" or b"\0" in data):
            return data.decode(codec, errors="replace").removeprefix("\ufeff")
    return None


def _is_utf8(data: bytes, family: tuple[str, ...]) -> bool:
    """Whether it is UTF-8: as a whole, or but for a few letters that were cut."""
    long = len(_LONG_UTF8.findall(data))
    try:
        data.decode("utf-8")
    except ValueError:
        broken = data.decode("utf-8", errors="replace").count("\N{REPLACEMENT CHARACTER}")
        return long >= 4 * broken or (family == _UTF8 and len(_ANY_UTF8.findall(data)) >= broken)
    zeros = b"\0" in data and any(one.startswith(("utf-16", "utf-32")) for one in family)
    return not zeros and (bool(long) or family not in _TWO_BYTES)


def _is_strict(data: bytes) -> bool:
    """Whether a codec takes all of it: they lack the signs that only Windows has, such as a number in a circle."""
    for codec in _JAPANESE_MAIL:
        with suppress(ValueError):
            data.decode(codec)
            return True
    return False


def _jis_to_windows(data: bytes) -> bytes:
    """ISO-2022-JP as Shift JIS, letter by letter: the numbers of the letters are the same."""
    first, *shifted = _ESCAPE.split(data)
    pieces = [
        _JIS_LETTERS.sub(_shift, text) if mark in _WIDE else text
        for mark, text in zip(*[iter(shifted)] * 2, strict=True)
    ]
    return b"".join((first, *pieces))


def _shift(letter: re.Match[bytes]) -> bytes:
    row, cell = letter.group()
    lead = (row + 1) // 2 + (0x70 if row < 0x5F else 0xB0)
    return bytes((lead, cell + (0x1F + (cell > 0x5F) if row % 2 else 0x7E)))


def _prepare(data: bytes, family: tuple[str, ...]) -> tuple[bytes, tuple[str, ...]]:
    """The bytes and the codecs to try, after what a family alone has."""
    family = _other_chinese(data, family) or family
    if family == _GB and b"\x80" in data:  # the euro sign of Windows
        return _PAIR.sub(lambda pair: b"\xa2\xe3" if pair.group() == b"\x80" else pair.group(), data), family
    if family == _BIG5 and _ETEN.match(data):  # cp950 leaves these signs to others, and HKSCS has them
        return data, _HONG_KONG
    if family == _LATIN and _is_chinese(data):
        return data, _GB
    if family in {("utf-16",), ("utf-32",)}:  # without a mark: the byte order of the network
        return data, (f"{family[0]}-{_byte_order(data)}",)
    return data, family


def _other_chinese(data: bytes, family: tuple[str, ...]) -> tuple[str, ...]:
    """The other Chinese charset, where nearly all of it is common there, and much of it is not under its label."""
    if family not in {_GB, _BIG5, _HONG_KONG}:
        return ()
    pairs = _PAIR.findall(data[:_SAMPLE])
    simplified, traditional = (sum(bool(one.fullmatch(pair)) for pair in pairs) for one in (_COMMON_GB, _COMMON_BIG5))
    own, other = (simplified, traditional) if family == _GB else (traditional, simplified)
    sure = len(pairs) >= _ENOUGH and other >= 0.9 * len(pairs) and own <= 0.8 * len(pairs)
    return (_BIG5 if family == _GB else _GB) if sure else ()


def _byte_order(data: bytes) -> str:
    """That of a text without a mark, by where the zeros of its ASCII stand; else that of the network."""
    pairs = list(zip(data[:_SAMPLE:2], data[1:_SAMPLE:2], strict=False))
    little = sum(second == 0 and first < 128 for first, second in pairs)
    return "le" if little > sum(first == 0 and second < 128 for first, second in pairs) else "be"


def _is_chinese(data: bytes) -> bool:
    """Whether all letters beyond ASCII come in pairs that are common Chinese: no text of Europe is like that."""
    runs = _HIGH.findall(data)
    return sum(map(len, runs)) >= 4 and all(_COMMON_GB.fullmatch(run) for run in runs)


def _guess(data: bytes) -> tuple[str, ...]:
    """The codecs for bytes without a label. Chinese letters come in pairs, those of Europe mostly alone."""
    runs, pairs = _HIGH.findall(data[:_SAMPLE]), _PAIR.findall(data[:_SAMPLE])
    alone = sum(len(run) == 1 for run in runs)
    simplified = sum(bool(_COMMON_GB.fullmatch(pair)) for pair in pairs)
    traditional = sum(bool(_COMMON_BIG5.fullmatch(pair)) for pair in pairs)
    chinese = _GB + _BIG5 if simplified >= traditional else _BIG5 + _GB
    return _LATIN if alone * 2 > len(runs) and simplified * 2 < len(pairs) and traditional * 2 < len(pairs) else chinese


def _best(data: bytes, family: Iterable[str]) -> str:
    """The text by the first codec that takes every byte, else by the one that takes most."""
    found: list[str] = []
    for codec in family:
        with suppress(ValueError):
            return data.decode(codec)
        with suppress(ValueError):
            found.append(data.decode(codec, errors="replace"))
    return min(found, key=lambda text: text.count("\N{REPLACEMENT CHARACTER}"), default=data.decode("utf-8", "replace"))
