"""What a complaint is found by beside its facts: the words of the customer and of staff, and labels such as the shop.

It is private, and made of texts alone: the words of an event go with its text when that is erased.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from complaintflow._validation.structure import Record, is_table
from complaintflow.policy.custom_fields import FieldRule
from complaintflow.record.card import INTAKE_FIELDS, SHOP, Told
from complaintflow.record.complaint import Complaint
from complaintflow.record.keys import parse_part
from complaintflow.wording.search import index_words

LABELS = ("product", "category", "region", SHOP, "respondent")
"""The intake fields that lists ask for; those of the house's own that its policy declares as searchable as well."""

INTAKE = 0
"""The number of the words of intake as they stand, where other words have the number of their event."""

# Commands by name, because the record must not import them; `tests/record/test_searched.py` checks the names.
_SPOKEN = {"Note": ("text",), "Survey": ("comment",), "Call": ("outcome",)}
"""What is searched of these commands, beside the words of the customer (`said`) that any command may have."""
_TAKES_BACK = "Retract"
_TAKEN_BACK = {"notes": "Note", "calls": "Call"}
"""The commands whose words a person may take back, by what counts them."""
RELABELS = frozenset({*INTAKE_FIELDS, "Migrate"})
"""After these commands the intake, or what is searched of it, may be another."""
_UNSAID = frozenset({"customer", "channel", "type", "area", "follows", "snapshot", "reported_by", "attachments"})
"""Intake fields that are no words of the customer, or stand among the facts."""


@attrs.frozen(eq=False, repr=False)
class Searched(Record):
    """News for a search: `words` by the number of the event that said them, `INTAKE` for those of intake.

    These take the place of the words with the same number, and blank ones take them away. `labels` are all that the
    complaint has now, or None where they stay as they are.
    """

    words: Mapping[int, str] = attrs.field(factory=dict[int, str], repr=False)
    labels: Mapping[str, str] | None = attrs.field(default=None, repr=False)

    @property
    def indexed(self) -> dict[int, str]:
        """The words as an index keeps them. Blank ones are not kept: what somebody said may have none, like 👍."""
        return {number: index_words(text) for number, text in self.words.items()}


NOTHING_NEW = Searched()


def may_be_news(kind: str, data: bytes) -> bool:
    """Whether an event of this kind with these data may bring words or labels; decoding all took 20 µs a command."""
    return kind in _SPOKEN or kind in RELABELS or kind == _TAKES_BACK or b'"said":' in data


def search_news(complaint: Complaint, told: Iterable[tuple[int, Told]], fields: Mapping[str, FieldRule]) -> Searched:
    """What a search is to know after these events with their numbers. `fields` are those of the house's own.

    Only where the intake may be another is anything read that stands in the body.
    """
    words: dict[int, str] = {}
    anew = False
    for number, one in told:
        anew = anew or one.kind in RELABELS
        if (spoken := " ".join(_spoken(one))) and not _answers_unsearched(one, fields):
            words[number] = spoken
        words |= dict.fromkeys(_taken_back(complaint, one), "")
    if not anew:
        return Searched(words) if words else NOTHING_NEW
    intake = {name: text for name, text in complaint.intake.items() if isinstance(text, str)}
    words[INTAKE] = "\n".join(_intake_words(complaint, intake, fields))
    labels = {name: text for name in LABELS if (text := intake.get(name, "").strip())}
    own = {name: text for name, text in intake.items() if name in fields and fields[name].searchable and text}
    return Searched(words, {**labels, **complaint.facts.fields, **own})


def _spoken(one: Told) -> Iterator[str]:
    said = one.data.get("said")
    yield from filter(None, [_text_of(said.get("text") if is_table(said) else said)])
    yield from filter(None, (_text_of(one.data.get(name)) for name in _SPOKEN.get(one.kind, ())))


def _answers_unsearched(one: Told, fields: Mapping[str, FieldRule]) -> bool:
    """Whether its words tell what stands in a field that no search may find it by."""
    answers = one.data.get("answers")
    return is_table(answers) and any(name in fields and not fields[name].searchable for name in answers)


def _taken_back(complaint: Complaint, one: Told) -> Iterator[int]:
    """The number of the note or call that this event says was wrong."""
    counter, number = (one.kind == _TAKES_BACK and parse_part(_text_of(one.data.get("entry")))) or ("", 0)
    if counter in _TAKEN_BACK:
        yield from (entry.seq for entry in complaint.body.of(_TAKEN_BACK[counter])[number - 1 : number])


def _intake_words(complaint: Complaint, intake: Mapping[str, str], fields: Mapping[str, FieldRule]) -> Iterator[str]:
    customer = complaint.customer
    yield from (complaint.id, customer.id, customer.name, *customer.contact.values())
    for name, text in intake.items():
        own = fields.get(name)
        if name not in _UNSAID and (own is None or own.searchable) and "." not in name:
            yield text


def _text_of(value: object) -> str:
    return value if isinstance(value, str) else ""
