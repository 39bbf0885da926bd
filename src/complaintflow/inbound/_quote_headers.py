"""The lines by which a mail program says that somebody else's letter follows: and who wrote it.

A quoted header has a sender, mostly with an address, and a subject or a time of day. A list of consignee, date and time
has not, and a customer's sentence about what somebody wrote has not. Every look at a line is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from complaintflow.inbound._quote_words import AMID, BEGINS, FIELDS, FORWARDED, ORIGINAL, QUOTING, SENT, WROTE, fold
from complaintflow.wording.patterns import compile_late

_LONGEST_LINE = 400
_LONGEST_BLOCK = 14
"""How many lines a block of headers may have, with blank and folded ones."""
_GAP = 5
"""How many blank lines may stand between a line that announces a letter, and its headers."""
_DASHES = "-_=*\u2014\u2013\uff0d\u2500\u2501~ \t"
_COLONS = ":\uff1a"
_ENDS = _DASHES + _COLONS
_LAST_LETTERS = frozenset(verb[-1] for verb in WROTE)

_FIELD = compile_late(r"[|*\s]{0,8}([^\s:\uff1a|*\d][^:\uff1a|*\d\t]{0,24}?)\s{0,4}\*?\s{0,4}([:\uff1a|\t])")
_NAMED = compile_late(r"[:\uff1a|\t]")
_BOLD = compile_late(r"\*[^*:\uff1a]{1,24}[:\uff1a]?\*")
_ADDRESS = compile_late(r"(?<![\w.+-])([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8})")
_TIME = compile_late(r"(?<!\d)\d{1,2}\s?[:\uff1a.hH点點時时]\s?\d{2}(?!\d)|\d\s?[点點時时]")
_DATE = compile_late(
    r"\d{1,4}[-/.年월月]\s?\d{1,2}|\d{1,2}(?:\.|st|nd|rd|th)?,? (?:de )?[^\W\d_]{3,}|[^\W\d_]{3,}\.? \d{1,2}\b"
)
_DATED = compile_late(r"\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}[^<>]{1,80}<[^<>@\s]{1,64}@[^<>@\s]{1,255}>$")
"""A line of date, name and address, as a few programs write it."""
_OPENS = compile_late(
    r"(?:on|at|le|am|el|em|il|op|den|den|dne|dnia|w dniu|på|il giorno)\b|[在于於]|\d{1,4}\b|\d{4}年|[^\W\d_]{2,10}\.?,",
    re.IGNORECASE,
)
"""How the line begins that says who wrote, if it has no address."""
_SENTENCE_ENDS = (".", "!", "?", "\u3002", "\uff01", "\uff1f", "\uff0c")
_FOLDED = ("<", ">", "(", "<mailto:")
"""How a line ends that a program folded in or behind an address."""
_OURS = compile_late(r"[的我你您俺们們]|\b(?:i|you|he|she|they|we|me)\b", re.IGNORECASE)
"""Words of a sentence; a program gives name and time, and nothing else."""


@attrs.frozen
class Header:
    """How many lines it has, who wrote the letter (an address, or blank), whether it says that it is passed on.

    What is not `sure` is a header only above lines that are marked as quoted. A `complete` one says from whom, to whom,
    when and about what.
    """

    length: int
    author: str = attrs.field(default="", repr=False)
    forwarded: bool = False
    sure: bool = True
    complete: bool = False


def find_header(lines: Sequence[str], place: int) -> Header | None:
    """The header that begins at this line, if one does. The lines have no marks of quotes."""
    line = lines[place].strip()
    if not line or len(line) > _LONGEST_LINE:
        return None
    if line[0] in _DASHES or line[-1] in _COLONS or (len(line) < 40 and fold(line) in ORIGINAL):
        found = _find_rule(lines, place, line)
        if found:
            return found
    return (_find_block(lines, place) if _kind(line) else None) or _find_wrote(lines, place, line)


def _find_rule(lines: Sequence[str], place: int, line: str) -> Header | None:
    """A line such as `---- Original Message ----`, with the headers below it; or a mere line above headers."""
    core = line.strip(_DASHES).rstrip(_COLONS).rstrip(_DASHES)
    name = fold(core) if len(core) < 60 else ""
    dashed = line.startswith(tuple(_DASHES)) and len(line) - len(line.lstrip(_DASHES)) >= 2
    below = _skip_blank(lines, place + 1)
    if dashed and not core and len(line) >= 5:
        found = _read_block(lines, below) if below == place + 1 else None
        return attrs.evolve(found, length=found.length + 1) if found and found.sure else None
    follows = _kind(lines[below].strip()) if below < len(lines) else ""
    bare = name in BEGINS and line[-1] in _COLONS and follows
    if not (dashed or bare or (name in ORIGINAL and follows == "from")) or name not in ORIGINAL | FORWARDED | BEGINS:
        return None
    found = _read_block(lines, below) or _find_wrote(lines, below, lines[below].strip() if below < len(lines) else "")
    length = below - place + found.length if found else 1
    return Header(length, found.author if found else "", name not in ORIGINAL)


def _find_block(lines: Sequence[str], place: int) -> Header | None:
    """Headers without a line above them. They begin a paragraph, other than a list within a story, or are complete."""
    found = _read_block(lines, place)
    if found is None or not found.sure:
        return None
    begins = not place or not lines[place - 1].strip(_DASHES) or _BOLD.match(lines[place].strip())
    end = place + found.length
    alone = found.complete and bool(found.author) and (end >= len(lines) or not lines[end].strip())
    return found if begins or alone else None


def _read_block(lines: Sequence[str], place: int) -> Header | None:
    """A block like From, Sent, To, Subject. It is sure with a subject, or with an address and a time of day."""
    kinds: dict[str, str] = {}
    end = place
    for at in range(place, min(place + _LONGEST_BLOCK, len(lines))):
        line = lines[at].strip()
        kind = _kind(line)
        if kind in kinds and kind != "other":
            break
        if kind:
            kinds[kind], end = line, at + 1
        elif line and (not kinds or at > end or _is_complete(kinds)):
            break
    if not kinds or end <= place or "from" not in kinds or len(kinds.keys() - {"other"}) < 3:
        return None
    return Header(
        end - place, _author(lines, place, end, kinds["from"]), sure=_is_sure(kinds), complete=_is_complete(kinds)
    )


def _is_complete(kinds: dict[str, str]) -> bool:
    return kinds.keys() >= {"from", "date", "to", "subject"}


def _is_sure(kinds: dict[str, str]) -> bool:
    """Whether nobody writes such a list: with its subject it has an address, a time of day, or `Sent`."""
    date = kinds.get("date", "")
    named = any("@" in kinds.get(kind, "") for kind in ("from", "to"))
    timed = bool(_TIME.search(date))
    sent = fold(date[:20]).startswith(SENT)
    return ("subject" in kinds and (named or timed or sent)) or (named and timed) or bool(_BOLD.match(kinds["from"]))


def _author(lines: Sequence[str], place: int, end: int, written: str) -> str:
    """The address of the sender: on its line, or folded onto the next."""
    found = _ADDRESS.search(written)
    if found:
        return found[1].lower()
    at = next(at for at in range(place, end) if lines[at].strip() == written)
    follows = lines[at + 1][:_LONGEST_LINE] if at + 1 < end and not _kind(lines[at + 1].strip()) else ""
    folded = _ADDRESS.search(follows)
    return folded[1].lower() if folded else ""


def _kind(line: str) -> str:
    """What a line of a header says: from, date, to, cc, subject, other; or blank."""
    begin = line[:60]
    found = _FIELD.match(begin) if _NAMED.search(begin) else None
    return FIELDS.get(fold(found[1]), "") if found else ""


def _find_wrote(lines: Sequence[str], place: int, line: str) -> Header | None:
    """The line that ends in `wrote:`. A mail program folds a long one; that is known by how it begins."""
    single = _read_wrote(line)
    if single and (single.sure or line[-1] in _COLONS):
        return single
    folded = line.endswith(_FOLDED) or _OPENS.match(line) or _DATE.search(line) or any(one in line for one in AMID)
    if not folded or (line.endswith(_SENTENCE_ENDS) and "@" not in line):
        return single
    return _unfold(lines, place, line) or single


def _unfold(lines: Sequence[str], place: int, line: str) -> Header | None:
    """The line that goes on in the next ones, three at most."""
    joined = line
    for count, follows in enumerate(map(str.strip, lines[place + 1 : place + 4]), 2):
        joined = f"{joined} {follows}"
        if not follows or len(joined) > _LONGEST_LINE or (count == 2 and _stands_alone(line, follows)):
            return None
        found = _read_wrote(joined)
        if found and found.sure:
            return attrs.evolve(found, length=count)
    return None


def _stands_alone(line: str, follows: str) -> bool:
    """Whether the second line is a header without the first."""
    found = _read_wrote(follows)
    return bool(found and found.sure) and not ("@" in line or line.endswith("<"))


def _read_wrote(line: str) -> Header | None:
    """Who wrote, by one line. It is sure with an address and a date, or with nothing but date, time and name."""
    text = line.strip(_DASHES)
    bare = text.rstrip(_ENDS)
    verb = bool(bare) and _has_verb(bare)
    if not bare or not (verb or text[-1] in _COLONS):
        return Header(1, sure=False) if bare[-1:] == ">" and line[0].isdigit() and _DATED.match(line) else None
    address = _ADDRESS.search(bare) if "@" in bare else None
    author = address[1].lower() if address else ""
    if not _DATE.search(bare) or not (address or verb):
        return Header(1, author, sure=False) if verb else None
    timed = bool(_TIME.search(bare))
    if address and (verb or (len(bare) < 200 and _is_bare(bare))):
        return Header(1, author, sure=bool(verb or timed))
    sure = verb and timed and bool(_OPENS.match(text)) and not _OURS.search(bare)
    return Header(1, author, sure=sure) if verb else None


def _has_verb(bare: str) -> bool:
    """Whether it says that somebody wrote."""
    ends = bare[-1].casefold() in _LAST_LETTERS and fold(bare[-24:]).endswith(WROTE)
    return ends or any(one in bare for one in AMID) or bare[:10].lower().startswith(QUOTING)


def _is_bare(text: str) -> bool:
    """Whether a line without a verb has nothing but date, name and address."""
    named = text.rstrip().endswith((">", ")")) or " by " in text
    return named and not _OURS.search(text.partition("<")[0])


def _skip_blank(lines: Sequence[str], place: int) -> int:
    """The next line with something on it, at most a few further on."""
    return next((at for at in range(place, min(place + _GAP, len(lines))) if lines[at].strip()), place)
