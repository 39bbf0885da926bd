"""How a letter says its receipt: a sentence and one line, at the end of a text or of a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from complaintflow.vocabulary import language_of

if TYPE_CHECKING:
    from complaintflow.plugins import CustomerMessage

FORMS = frozenset({"plain", "mail"})
"""What has room for a line of 1,300 signs: a chat and a text message have none."""

WORDS = {
    "en": "Receipt for your records: with it you can have it proved later that this message was not changed with us.",
    "zh": "存证回执（请保留）：日后可凭此回执证明我方记录中的本条消息未被更改。",
}
_END = "</body>"


def say_receipt(message: CustomerMessage, form: str) -> CustomerMessage:
    """The message with its receipt at the end, where it has one and its form has room for it."""
    if not message.receipt or form not in FORMS:
        return message
    words = WORDS[language_of(message.language)]
    text = f"{message.text.rstrip()}\n\n{words}\n{message.receipt}\n"
    if not message.html:
        return attrs.evolve(message, text=text)
    before, end, after = message.html.rpartition(_END)
    line = f'<p>{words}<br><code style="word-break: break-all">{message.receipt}</code></p>'
    html = f"{before}{line}{end}{after}" if end else message.html + line
    return attrs.evolve(message, text=text, html=html)
