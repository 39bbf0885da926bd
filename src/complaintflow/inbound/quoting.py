"""What of a text is the writer's own: told from quotes, signatures and letters that are passed on.

The rules know the forms that mail programs write; they understand nothing. What is left out is kept beside, line by
line: each line of the text is among the own words, among what is quoted, or in a letter. When nothing of the writer's
would be left, the whole text is theirs: it is better to keep words twice than to lose them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto

import attrs

from complaintflow.inbound._quote_headers import Header, find_header
from complaintflow.inbound._signatures import card_length, names_program, signature_length
from complaintflow.inbound.lines import Line
from complaintflow.wording.patterns import compile_late

_MARKS = (">", "\uff1e")
"""What a quoted line begins with."""
_LEVELS = compile_late("(?:[>\uff1e] ?)+")
_ARROW = compile_late(
    "[>\uff1e]\\s?(?:[=\uff1d\\d$\u20ac\u00a3\u00a5\uffe5._<]"
    "|[^>\uff1e]{1,40}(?:[>\uff1e][^>\uff1e]{1,40}){1,8}$|[^<]{0,120}<+$)"
)
"""A line that begins with `>` and is no quote where it stands alone above all quotes: `> 3 days`, a path of menus."""


class Part(Enum):
    """Whose a line is."""

    OWN = auto()
    QUOTED = auto()
    LETTER = auto()


@attrs.frozen
class Words:
    """A text by whose it is: the writer's own, what was left out of it, letters that were passed on."""

    own: str = attrs.field(repr=False)
    quoted: str = attrs.field(default="", repr=False)
    letters: tuple[str, ...] = attrs.field(default=(), repr=False)


IsLetter = Callable[[Header], bool]
"""Whether what follows this header is a letter that was passed on, and no quote."""


def only_quotes(text: str) -> bool:
    """Whether there is nothing of the writer's own in it, only quotations and a signature."""
    lines = plain_lines(text)
    return not _join(lines, _assign(lines, _says_forwarded, ""), Part.OWN)


def plain_lines(text: str) -> list[Line]:
    """The lines of a plain text; those that begin with `>` are marked, unless they stand above all quotes as arrows."""
    lines = _normalize(text).split("\n")
    found: list[Line] = []
    quotes = False
    for place, line in enumerate(lines):
        marked = line.lstrip().startswith(_MARKS) and (quotes or not _is_arrow(lines, place))
        quotes = quotes or marked
        found.append(Line(line, marked))
    return found


def divide(lines: Sequence[Line], is_letter: IsLetter | None = None, sender: str = "") -> Words:
    """Each line by whose it is. `sender` is the writer's address, which some programs write below the words."""
    parts = _assign(lines, is_letter or _says_forwarded, sender)
    own, quoted, letters = _join(lines, parts, Part.OWN), _join(lines, parts, Part.QUOTED), _letters(lines, parts)
    return Words(own, quoted, letters) if own or letters else Words("\n".join(line.text for line in lines).strip())


def _says_forwarded(header: Header) -> bool:
    return header.forwarded


def _normalize(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").replace("&nbsp;", " ")


def _is_arrow(lines: Sequence[str], place: int) -> bool:
    """Whether a line that begins with `>` is no quote: it stands alone, and looks like something else."""
    line = lines[place].lstrip()
    around = (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    alone = not any(one.lstrip().startswith(_MARKS) for one in around)
    closes = place > 0 and _is_open(lines[place - 1])
    return alone and (closes or (len(line) <= 200 and bool(_ARROW.match(line))))


def _is_open(line: str) -> bool:
    """Whether a link begins on the line and does not end on it."""
    return "http" in line and line.rfind("<") > line.rfind(">")


def _join(lines: Sequence[Line], parts: Sequence[Part], wanted: Part) -> str:
    return "\n".join(line.text.rstrip() for line, part in zip(lines, parts, strict=True) if part is wanted).strip()


def _letters(lines: Sequence[Line], parts: Sequence[Part]) -> tuple[str, ...]:
    """The letters that were passed on: lines that follow each other are one."""
    found: list[list[str]] = []
    before = Part.OWN
    for line, part in zip(lines, parts, strict=True):
        if part is Part.LETTER:
            found += [[]] if before is not Part.LETTER else []
            found[-1].append(line.text.rstrip())
        before = part
    return tuple("\n".join(one).strip() for one in found)


def _assign(lines: Sequence[Line], is_letter: IsLetter, sender: str) -> list[Part]:
    """Whose each line is. After a header that quotes without marks, all the rest is quoted."""
    bare = [_LEVELS.sub("", line.text.lstrip(), count=1) if line.quoted else line.text for line in lines]
    parts: list[Part] = []
    while (place := len(parts)) < len(lines):
        header = find_header(bare, place)
        end = _end_of_quote(lines, place, header)
        whose = Part.LETTER if header and is_letter(header) else Part.QUOTED
        parts += [whose] * (end - place) or [Part.QUOTED if lines[place].hidden else Part.OWN]
    return _without_signatures(bare, parts, sender)


def _end_of_quote(lines: Sequence[Line], place: int, header: Header | None) -> int:
    """Where what is quoted from here ends; here, if nothing is."""
    if lines[place].quoted:
        return _end_of_marks(lines, place)
    if header is None:
        return place
    below = _skip_blank(lines, place + header.length)
    if below < len(lines) and lines[below].quoted:
        return _end_of_marks(lines, below)
    return len(lines) if header.sure else place


def _skip_blank(lines: Sequence[Line], place: int) -> int:
    return next((at for at in range(place, len(lines)) if lines[at].text.strip()), len(lines))


def _end_of_marks(lines: Sequence[Line], place: int) -> int:
    """Where the marked lines from here end; blank ones between do not end them."""
    end = place
    while place < len(lines) and (lines[place].quoted or not lines[place].text.strip()):
        place += 1
        end = place if lines[place - 1].quoted else end
    return end


def _without_signatures(lines: Sequence[str], parts: list[Part], sender: str) -> list[Part]:
    """The same, with the signatures below own words left out."""
    found, start = list(parts), 0
    while start < len(parts):
        end = next((at for at in range(start, len(parts)) if parts[at] is not parts[start]), len(parts))
        if parts[start] is Part.OWN:
            found[start:end] = _sign(lines[start:end], sender)
        start = end
    return found


def _sign(lines: Sequence[str], sender: str) -> list[Part]:
    parts = [Part.QUOTED if names_program(line) else Part.OWN for line in lines]
    for place, line in enumerate(lines):
        if length := signature_length(lines, place, sender):
            return [*parts[:place], *[Part.QUOTED] * length]
        card = card_length(lines, place) if "定制" in line else 0
        parts[place - card : place] = [Part.QUOTED] * card
    return parts
