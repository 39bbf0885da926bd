"""A folded text in sentences, and each sentence in clauses.

A sentence ends with a full stop, a question mark, a semicolon or a line; a clause with a comma, a colon or a "but".
A clause is cut after `LONGEST` characters, so that what looks at one clause looks at little.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from complaintflow.wording.patterns import compile_late

LONGEST = 240

_SENTENCE = compile_late(r"(?:[^.!?;。\n…]++|(?<=\d)\.(?=\d)|\.(?=[a-z]))++[?!.。;…]*")
_CLAUSE = compile_late(rf"(?:[^,:]|(?<=\d):(?=\d)){{1,{LONGEST}}}[,:]?")
_SHORT_CLAUSE = compile_late(r"(?:[^,:]++|(?<=\d):(?=\d))++[,:]?")
"""The same where no clause can be too long: it takes a fifth."""
_END_MARKS = ",:.!?;。… "
_TURN = compile_late(r"\bbut\b|\bhowever\b|\byet (?=we|it|the|your)|但是?|不过|然而|可是|\bwhile (?=the|your|this)| - ")
_QUOTE = compile_late(r"[\"“”「」『』]")
_QUOTED = compile_late(r"\"[^\"]{0,300}\"|“[^”]{0,300}”|「[^」]{0,300}」|『[^』]{0,300}』")
_TOLD = compile_late(
    r"\b(?:said|say|says|wrote|writes|told|shows?|reads?|word|marked|button|state|claims?|mentioned|label"
    r"|status page|press)\b"
    r"|说|显示|写|提到|称|页面|截图|点击|按钮|提示|标记|名为|回复|表示|误报"
)


class Clause(NamedTuple):
    """A clause without its mark. `mark` is the one behind it, `asked` whether the sentence ends as a question."""

    text: str
    mark: str
    asked: bool


def split_sentences(folded: str) -> list[str]:
    """The sentences of a folded text, each with its last mark."""
    return _SENTENCE.findall(folded)


def split_clauses(sentence: str) -> list[Clause]:
    """The clauses of a sentence; what is quoted from others is left out."""
    sentence = _without_quotations(sentence)
    asked = sentence.rstrip(" .!。\"')").endswith("?")
    turns = _may_turn(sentence)
    found: list[Clause] = []
    for clause in (_SHORT_CLAUSE if len(sentence) <= LONGEST else _CLAUSE).findall(sentence):
        mark = clause[-1] if clause[-1] in ",:" else ""
        bare = clause.rstrip(_END_MARKS)
        if turns:
            found += _split_turns(bare, mark, asked)
        elif bare and not bare.isspace():
            found.append(Clause(bare.strip(" -"), mark, asked))
    return found


def _split_turns(clause: str, mark: str, asked: bool) -> Iterator[Clause]:
    """The parts of a clause before and after each "but"."""
    parts = _TURN.split(clause)
    for part in parts:
        if part.strip():
            yield Clause(part.strip(" -"), mark if part is parts[-1] else ",", asked)


def _may_turn(sentence: str) -> bool:
    """Whether a sentence may have a turn: most have none, and looking for these takes a tenth of the pattern."""
    if "but" in sentence or "however" in sentence or "yet " in sentence or "while " in sentence or " - " in sentence:
        return True
    if sentence.isascii():
        return False
    return "但" in sentence or "不过" in sentence or "然而" in sentence or "可是" in sentence


def _without_quotations(sentence: str) -> str:
    """Where somebody's words are told of, what is in quotation marks is theirs; else the marks are decoration."""
    if not _QUOTE.search(sentence):
        return sentence
    return _QUOTED.sub(" ", sentence) if _TOLD.search(_QUOTED.sub(" ", sentence)) else _QUOTE.sub(" ", sentence)
