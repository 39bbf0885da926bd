"""Texts as customers and their programs write them, and worse: what every reader of texts must get through."""

from __future__ import annotations

from collections.abc import Mapping

ODD_TEXTS: Mapping[str, str] = {
    "one character": "嗯",
    "white space": " \t\n\u3000 ",
    "a bracket that does not end": "refund (",
    "another bracket": "退款 [",
    "a star": "*",
    "stars and plusses": "a*b+c?d{2}",
    "a backslash": "C:\\new\\",
    "a quote": "it's \"paid",
    "words of a search": "refund AND NOT (paid OR NEAR",
    "a column of a search": 'title:refund -paid ^2 "退款',
    "words of SQL": "'; DROP TABLE complaints; --",
    "a percent sign": "100% %s %(name)s {0} {name}",
    "markup": "<script>alert(1)</script> &amp;",
    "an emoji": "👍🏽 😀",
    "right to left": "\u05e9\u05dc\u05d5\u05dd \u202eabc",
    "rare characters": "𠀀 ﬁ ① cafe\u0301 \u00ad\u200b\ufeff",
    "only digits": "4711 0815",
    "many lines": "line\n" * 500,
    "a long word": "a" * 8_000,
    "a long text": "我付了两次款,请退款。I paid twice. " * 400,
    "many brackets": "(" * 5_000,
    "many quotes": '"' * 5_001,
}
"""By what is odd about them."""

MEANINGLESS = ("???", "……", "12345", "asdf qwer zxcv", "👍", "呃")
"""Texts that say nothing of what happened."""

ORDINARY = (
    "我付了两次款,请退款。",
    "I paid twice and want my money back.",
    "登录不上,验证码收不到",
    "The app crashes when I log in.",
    "快递丢了,客服态度很差",
    "请问会员怎么退款?",
    "My account was hacked and money is gone!",
)
"""Texts that say something."""

SHORT_TEXTS = (*ORDINARY, *MEANINGLESS, *(text for text in ODD_TEXTS.values() if text.strip() and len(text) < 200))
"""All of them that are no test of patience."""
