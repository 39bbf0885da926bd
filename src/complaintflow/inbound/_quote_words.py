"""The words by which mail programs say that another letter follows, in the languages in which they say it.

Each stands here without its blanks and in lower case, as `fold` makes it.
"""

from __future__ import annotations

import re

from complaintflow.wording.patterns import compile_late

_BLANKS = compile_late(r"\s+")


def fold(text: str) -> str:
    """The text in lower case, without blanks: programs write 日　期 and `Original  Message`."""
    return _BLANKS.sub("", text).casefold()


def _folded(texts: str) -> frozenset[str]:
    return frozenset(fold(one) for one in texts.split("|"))


ORIGINAL = _folded(
    "Original Message|Original|原始消息|原始邮件内容|回复的原始邮件|Antwort Nachricht|Oprindelig meddelelse"
    "|Opprinnelig melding|Původní zpráva|"
    "Wiadomość oryginalna|Alkuperäinen viesti|Orijinal Mesaj|"
    "Original Mail|Original Email|Reply Message|Replied Message|原始邮件|原邮件|邮件原件"
    "|邮件原文|原始信件|原始信息|原始郵件|原郵件|郵件原件|回复的原邮件|回复的邮件|回复邮件|回覆的郵件"
    "|Ursprüngliche Nachricht|Originalnachricht|Original-Nachricht|Message d'origine|Message original"
    "|Messaggio originale|Mensaje original|Mensagem original|元のメッセージ|원본 메시지|원본 메일"
    "|Исходное сообщение|Oorspronkelijk bericht|Originalmeddelande"
)
"""What stands between dashes above a quoted letter."""

FORWARDED = _folded(
    "Forwarded message|Přeposlaná zpráva|Videresendt meddelelse|Videresendt melding|Edelleenlähetetty viesti|"
    "Továbbított üzenet|Przekazana wiadomość|Treść przekazanej wiadomości|Mensagem reencaminhada|İletilmiş Mesaj|"
    "Перенаправленное сообщение|Переслане повідомлення|Forwarded mail|Forwarded email|Forwarded"
    "|Forwarded letter|转发的邮件|转发邮件|转发邮件信息"
    "|转发的原邮件|转发的消息|转发消息|被转发邮件|已转发邮件|转发的信息|轉寄的郵件|轉寄郵件|轉寄信件|轉寄訊息"
    "|轉寄的信件|已轉寄的郵件|轉發的郵件|轉發郵件|Weitergeleitete Nachricht|Weitergeleitete Mail|Message transféré"
    "|Message transmis|Mensaje reenviado|Messaggio inoltrato|Mensagem encaminhada|転送メッセージ"
    "|転送されたメッセージ|転送メール|전달된 메시지|전달된 메일|Пересылаемое сообщение|Doorgestuurd bericht"
    "|Vidarebefordrat meddelande"
)
"""What stands between dashes above a forwarded letter."""

BEGINS = _folded(
    "Begin forwarded message|Začátek přeposílané zprávy|Start på videresendt besked|Välitetty viesti alkaa|"
    "Továbbított levél kezdete|Begin doorgestuurd bericht|Videresendt melding|Początek przekazywanej wiadomości|"
    "Vidarebefordrat mejl|Начало переадресованного сообщения|İleti başlangıcı|开始转发的邮件"
    "|下面是被转发的邮件|以下是转发的邮件|開始轉寄郵件|開始轉寄的郵件"
    "|以下是轉寄的郵件|以下是轉寄信件|Anfang der weitergeleiteten Nachricht|Anfang der weitergeleiteten E-Mail"
    "|Début du message réexpédié|Début du message transféré|Inicio del mensaje reenviado|Inizio messaggio inoltrato"
    "|Início da mensagem encaminhada|転送されたメッセージ|以下は転送されたメッセージです|전달된 메시지 시작"
)
"""A line without dashes above the headers of a forwarded letter."""

_FIELDS = {
    "from": (
        "From|Mittente|Nadawca|Отправитель|Від|Gönderen|Von|Fra|Od|Lähettäjä|Kimden|Feladó|De|Da|Van|Från"
        "|发件人|寄件人|寄件者|发信人|發件人|發信人"
        "|差出人|送信者|送信元|보낸 사람|보낸사람"
        "|От|От кого|自"
    ),
    "date": (
        "Sent|Sent Time|发信时间|Date|Sendt|Dato|Odesláno|Wysłano|Lähetetty|Päivämäärä|Gönderildi|Tarih|Elküldve|Dátum|"
        "Gesendet|Datum|Envoyé|Envoyé le|Date d'envoi|Enviado|Enviado el|Fecha|Data|Inviato|Verzonden"
        "|Skickat|发送时间|发送日期|发件时间|日期|时间|寄件日期|傳送日期|發送日期|發送時間|時間|送信日時|日付|日時"
        "|보낸 날짜|날짜|Дата|Отправлено"
    ),
    "to": (
        "To|Pour|Adresat|Til|Komu|Do|Vastaanottaja|Kime|Címzett|An|À|A|Para|Aan|Till|收件人|收件者|收信人"
        "|宛先|받는 사람"
        "|받는사람|Кому|至|到"
    ),
    "cc": "Cc|CC|Kopia|Kopi|DW|Copie à|Kopie|Bcc|抄送|抄送人|副本|抄送者|密送|参考|Копия|참조",
    "subject": (
        "Subject|Sujet|Predmet|Emne|Předmět|Temat|Aihe|Konu|Tárgy|Betreff|Objet|Asunto|Assunto|Oggetto"
        "|Onderwerp|Ämne|主题|主題"
        "|主旨|标题|標題|件名|제목|Тема"
    ),
    "other": (
        "Reply-To|回复|回覆|Importance|重要性|Priority|优先级|Attachments|附件|Resent-From|Organization|Signed by"
        "|Mailed-By"
    ),
}
FIELDS = {name: kind for kind, names in _FIELDS.items() for name in _folded(names)}
"""The names of the headers that programs repeat above a letter, and what each says."""

SENT = tuple(
    _folded(
        "Sent|发信时间|Gesendet|Envoyé|Enviado|Inviato|Verzonden|Skickat|Sendt|Odesláno|Wysłano|Lähetetty|Gönderildi|Elküldve"
        "|Отправлено|发送时间|发送日期|发件时间|寄件日期|傳送日期|發送日期|發送時間|送信日時|보낸 날짜"
    )
)
"""Those of them that nobody writes in a list of their own."""

WROTE = tuple(
    _folded(
        "wrote|writes|sent|geschreven|kirjoitti|napsal|napsal(a)|nadesłał|ezt írta|şunu yazdı|đã viết|"
        "작성하였습니다|작성했습니다|كتب|пише|写道|寫道|写到|寫到|编写|a écrit|écrit|escribió|escribio"
        "|schrieb|schreef|ha scritto|escreveu"
        "|skrev|napisał|napisał(a)|님이 작성|さんは書きました|のメール|のメッセージ|написал|написала|написал(а)"
        "|пишет"
    )
)
"""How a line ends that says who wrote what follows."""

AMID = (" schrieb ", " schreef ", " skrev ", " пишет ")
"""What stands within such a line, before the name or the date."""

QUOTING = ("quoting ", "zitat von ", "citando ", "引用")
"""How such a line begins in a few programs."""

PASSES_ON = "fwd?|wg|tr|rv|enc|doorst|vs|vb|vl|pd|videresend|转发|轉寄|轉發|转寄|転送|전달"
"""What stands before the subject of a letter that is passed on, as a part of a pattern."""

FORWARD = compile_late(rf"\s*(?:{PASSES_ON})\s*[:\uff1a]|\s*\[?(?:fwd|转发)\b", re.IGNORECASE)
"""How the subject of a forwarded letter begins."""
