"""Numbers that name somebody or something of theirs: phones, cards, papers, orders, addresses, plates.

Dates, prices, versions and error codes stay: an answer is about them. Every pattern looks at a bounded stretch of text.
"""

from __future__ import annotations

import re

_HAN = "\u4e00-\u9fff"
_LONG = 7
"""So many digits name somebody: a phone, a card, a paper, an order."""
_APART = r"[ \t\xa0.()（）·•/_\-‐-―]"
_NUMBER = re.compile(
    rf"(?<!\d)(?:[A-Za-z]{{1,4}}[-#]?)?[+＋]?[(（]?\d(?:{_APART}{{0,3}}\d){{3,40}}[Xx]?(?![A-Za-z]{{2}})(?:\))?"
)
_DATE = (
    r"(?:19|20)\d\d(?P<a>[-./])(?:0?[1-9]|1[0-2])(?P=a)(?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])(?P<b>[-./])(?:0?[1-9]|[12]\d|3[01])(?P=b)(?:19|20)\d\d"
    r"|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:19|20)\d\d"
)
_DATES = re.compile(rf"(?<!\d)(?:{_DATE})(?!\d)(?:[ T]{{0,2}}\d{{1,2}}(?=$))?")
_MONEY_BEFORE = re.compile(r"(?:[¥￥$€£₹₩]|RMB|CNY|USD|EUR|GBP|HKD|人民币|人民幣|金额|金額)[ :：]{0,2}$", re.IGNORECASE)
_AMOUNT_AFTER = re.compile(
    r"[,.]?\d{0,2}\s?(?:元|块|塊|万|萬|亿|億|美元|港元|欧元|円|¥|€|£|%|％|人|次|件|条|條|秒|毫秒|字节"
    r"|(?:USD|CNY|RMB|EUR|GBP|yuan|dollars|euros|pounds|bytes|KB|MB|GB|ms|seconds|users|requests|rows|points"
    r"|times)\b)",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\d+(?:[ .]\d{3})*(?:\.\d+)?")
_CODE_BEFORE = re.compile(
    r"(?:error|err|errno|exception|fault|exit|status|bug|(?:error|status|exit|fault)[ _-]?code|错误|錯誤|错误码"
    r"|错误代码|錯誤碼|錯誤代碼"
    r"|报错|報錯|故障码|故障代码|返回码|状态码|狀態碼|0x[0-9a-f]{0,8}|CVE-|KB|RFC ?|ISO ?|GB/?T? ?|ORA-"
    r"|HTTP)[ :：#_-]{0,2}$",
    re.IGNORECASE,
)
_VERSION_BEFORE = re.compile(
    r"(?:\bv|version|ver|build|release|kernel|firmware|windows|macos|ios|android|chrome|firefox|safari|edge|node"
    r"|python|版本|固件|内核|系统)"
    r"[ /:：号]{0,2}$",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\d+(?:[.-]\d+)*")
_SHORT_DECIMAL = re.compile(r"\d{1,2}\.\d+")
_LETTERED = re.compile(r"(?:error|err|kb|cve|ora|iso|rfc|gb|http|v|ver|0x)[-#]?(?=\d)", re.IGNORECASE)
_LOOK = 24

_PLATE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使滬遼魯蘇贛陝閩貴粵寧瓊雲豫"
_STREET = (
    "Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Close"
    "|Crescent|Parkway|Highway"
)
_HOLDER = (
    r"订单|訂單|单号|單號|运单|運單|快递|快遞|合同|保单|保單|工单|工單|账号|账户|帳號|帳戶|賬號|卡号|卡號|会员"
    r"|會員|身份证|身份證|护照|護照"
    r"|编号|編號|尾号|尾號|order|invoice|account|acct|tracking|parcel|shipment|contract|policy|ticket|case"
    r"|booking|reservation|confirmation"
    r"|reference|ref|membership|member|customer|client|card|passport|licence|license|serial|IMEI|SSN|IBAN|ID|PIN"
    r"|微信|QQ|wechat|weixin|whatsapp|telegram"
)
_PATTERNS = (
    r"[A-Za-z0-9._%+'-]{1,64}[ \t]?(?:[@＠]|\(at\)|\[at\])[ \t]?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}",
    r"[\w.%+'-]{1,64}[@＠][\w-]{1,63}(?:\.[\w-]{1,63}){1,6}",
    r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,30}",
    r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}(?![0-9A-Fa-f])",
    r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}",
    r"[零〇幺一二三四五六七八九]{7,30}",
    rf"[{_PLATE}][A-Z][·•. -]?[A-Z0-9]{{4,5}}[A-Z0-9挂学警港澳領领]",
    r"(?i:plate(?: number| no\.?)?|registration|车牌|車牌)(?:号码?|號碼?|[ :：]"
    r"|is){0,4}(?-i:[A-Z0-9][A-Z0-9 -]{3,8}[A-Z0-9])",
    rf"(?:[{_HAN}]{{2,7}}(?:省|市|区|區|县|縣|镇|鎮|乡|鄉)){{0,4}}[{_HAN}]{{1,8}}(?:路|街|大道|巷|弄|胡同|村|道)"
    r"(?:[东西南北中東]|一|二|三)?(?:段)?\d{1,5}(?:号|號|弄|之\d{1,3})"
    rf"(?:[{_HAN}]{{0,8}}\d{{1,4}}(?:号楼|號樓|栋|棟|幢|座|单元|單元|楼|樓|层|層|室|号|號)){{0,4}}",
    r"\d{1,4}(?:号楼|號樓|栋|棟|幢|座)(?:\d{1,3}(?:单元|單元))?\d{1,4}(?:室|号|號)|\d{1,3}(?:单元"
    r"|單元)\d{2,4}(?:室)?",
    rf"(?<!\d)\d{{1,5}}[A-Za-z]?,? (?:[NSEW]\.? )?(?:[A-Z0-9][\w.'’-]{{0,30}} ){{1,4}}(?:{_STREET})\b\.?"
    r"(?:,? (?:Apt|Apartment|Suite|Ste|Unit|Flat|#)\.? ?\w{1,6})?",
    r"\b(?:Flat|Apt|Apartment|Suite|Unit|Room)\.? (?:\d{1,5}[A-Za-z]?|[A-Z]\d{0,4})\b",
    r"\b[Pp]\.? ?[Oo]\.? [Bb]ox \d{1,8}",
    r"\b[A-ZÄÖÜ][a-zäöüß-]{1,30}(?:straße|strasse|str\.|gasse|weg|platz|allee) \d{1,4}[a-z]?\b",
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b",
    r"\b(?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]"
    r"|W[AIVY]) \d{5}(?:-\d{4})?\b",
)
_FIXED = tuple(re.compile(one) for one in _PATTERNS)
_HELD = re.compile(
    rf"((?<![A-Za-z])(?:{_HOLDER})(?:号码|號碼|编号|編號|号|號|为|為|是|no\.?|number|num|id|code|ending in|is"
    rf"|[ \t:：#=]){{0,5}})"
    r"(?=[A-Za-z-]{0,12}\d)([A-Za-z0-9][A-Za-z0-9_-]{2,40})",
    re.IGNORECASE,
)


def hide_numbers(text: str, hidden: str) -> str:
    """The text with this sign for every number, address and code that names somebody or something of theirs."""
    for pattern in _FIXED:
        text = pattern.sub(hidden, text)
    text = _HELD.sub(lambda found: f"{found[1]}{hidden}" if _names_something(found[2]) else found[0], text)
    return _NUMBER.sub(lambda found: found[0] if _stays(found) else hidden, text)


def _names_something(code: str) -> bool:
    return sum(char.isdigit() for char in code) >= 4 and not _DATES.fullmatch(code)


def _stays(found: re.Match[str]) -> bool:
    """Whether a number is a date, a price, a version or an error's code, or too short to name somebody."""
    number, before = found[0], found.string[max(0, found.start() - _LOOK) : found.start()]
    after = found.string[found.end() : found.end() + _LOOK]
    if _count(_DATES.sub("", number)) < _LONG or _SHORT_DECIMAL.fullmatch(number):
        return not _is_host(number) or bool(_VERSION_BEFORE.search(before))
    if _PLAIN.fullmatch(number) and (_MONEY_BEFORE.search(before) or _AMOUNT_AFTER.match(after)):
        return True
    lettered = _LETTERED.match(number)
    plain = number[lettered.end() :] if lettered else number
    told = lettered or _CODE_BEFORE.search(before) or _VERSION_BEFORE.search(before)
    return bool(told and _DOTTED.fullmatch(plain) and (_count(plain) <= 10 or "." in plain))


def _count(text: str) -> int:
    return sum(char.isdigit() for char in text)


def _is_host(number: str) -> bool:
    """Whether it is the address of a computer."""
    parts = number.split(".")
    return len(parts) == 4 and all(part.isdecimal() and int(part) < 256 for part in parts)
