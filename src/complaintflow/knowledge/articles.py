"""The articles of an index of answers: archived complaints, by what the customer was told, and pages in a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from complaintflow.commands import ExplainPlan, Notify, Receive
from complaintflow.errors import InvalidInput, Problem
from complaintflow.knowledge.anonymous import HIDDEN, anonymous
from complaintflow.messages.words import word
from complaintflow.plugins.folders import leads_out
from complaintflow.record.complaint import Complaint
from complaintflow.record.contacts import CONTACT
from complaintflow.vocabulary import language_of

TITLE = 80
"""Characters of a complaint's title at most."""

_PARTS = {
    Notify.__name__: ("understood", "judged", "done", "plain"),
    ExplainPlan.__name__: ("assessment", "plan"),
}
"""The parts that each command tells; the first is the problem."""
_SHORTEST = 4
"""So long is at least what may name somebody in a field of the house's own."""
_OF_EVERY_HOUSE = frozenset(attrs.fields_dict(Receive))
_MATCHES_NOTHING = "(?!)"
_LANGUAGE = re.compile(r"\.([a-z]{2})\.(?:md|txt)$")


@attrs.frozen
class Article:
    """One answer. `ref` names it within its source; a blank `language` is none in particular."""

    ref: str
    title: str = attrs.field(repr=False)
    text: str = attrs.field(repr=False)
    language: str = ""


def article_of(complaint: Complaint) -> Article | None:
    """R31: the problem, the judgement and the solution, as the customer was told; None if nobody told.

    Notes of staff and the customer's description stay out. Addresses, long numbers and what identifies the customer
    are hidden.
    """
    told = [entry for entry in complaint.body.of(*_PARTS) if entry.data]
    if not told:
        return None
    language, theirs = language_of(complaint.customer.language), _pattern_of_customer(complaint)
    parts = {name: _hide(told[-1].data[name], theirs) for name in _PARTS[told[-1].kind] if told[-1].data.get(name)}
    lines = [f"{word(name, language)}: {text}" for name, text in parts.items()]
    return Article(complaint.id, next(iter(parts.values()), "")[:TITLE], "\n".join(lines), language)


def _hide(text: str, theirs: re.Pattern[str]) -> str:
    return anonymous(theirs.sub(HIDDEN, text))


def _pattern_of_customer(complaint: Complaint) -> re.Pattern[str]:
    """Finds in a text what identifies this customer."""
    customer, intake = complaint.customer, complaint.intake
    contacts = [str(value) for name, value in intake.items() if name.startswith(CONTACT)]
    known = [customer.id, customer.name, *customer.name.split(), *customer.contact.values(), *contacts]
    known += [str(intake.get(name, "")) for name in ("order", "account", "reported_by")]
    known += [one for name, one in intake.items() if name not in _OF_EVERY_HOUSE and _identifies(one)]
    words = sorted((_whole(one) for one in known if len(one) > 1), key=len, reverse=True)
    return re.compile("|".join(words) or _MATCHES_NOTHING, re.IGNORECASE)


def _identifies(value: object) -> bool:
    """Whether a value of a field of the house's own may name somebody or something: it has a digit and is not short."""
    return isinstance(value, str) and len(value) >= _SHORTEST and any(map(str.isdigit, value))


def _whole(word: str) -> str:
    """The pattern of a word that is no part of a longer one."""
    begin = r"(?<![A-Za-z0-9])" if word[0].isascii() else ""
    return f"{begin}{re.escape(word)}{r'(?![A-Za-z0-9])' if word[-1].isascii() else ''}"


def read_articles(folder: Path) -> Iterator[Article | Problem]:
    """An article for every `.md` and `.txt` below the folder, by name, or what is wrong with it. Line 1 is the title.

    `refund.zh.md` is in Chinese; without such a part a page is in no language in particular. Raises
    `InvalidInput` when there is no such folder.
    """
    if not folder.is_dir():
        raise InvalidInput((Problem("folder", str(folder), "a folder that is there"),))
    pages = sorted(path for path in folder.rglob("*") if path.suffix in {".md", ".txt"} and path.is_file())
    return (_read_within(folder, path) for path in pages)


def _read_within(folder: Path, path: Path) -> Article | Problem:
    ref = path.relative_to(folder).as_posix()
    if leads_out(path, folder):
        return Problem(ref, "a link out of the folder", "a file of the folder")
    return _read_page(path, ref)


def _read_page(path: Path, ref: str) -> Article | Problem:
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return Problem(ref, f"a file that cannot be read ({type(error).__name__})", "text in UTF-8")
    title, _, text = content.lstrip().partition("\n")
    title = title.strip("# \t\r")
    if not title or not text.strip():
        return Problem(ref, "no title" if not title else "a title alone", "a line with the title, and a text below it")
    found = _LANGUAGE.search(path.name)
    return Article(ref, title, text.strip(), found[1] if found else "")
