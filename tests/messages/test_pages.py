"""What people read, word for word, in Chinese and English.

The texts stand in `golden/`. After a change that is meant, `COMPLAINTFLOW_GOLDEN=write pytest tests/messages`
writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from complaintflow import Desk, Policy
from complaintflow.messages.words import STATUS
from complaintflow.plugins import CustomerMessage, Message, StaffMessage
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import LANGUAGES, State
from tests.golden.script import perform
from tests.messages.samples import record

GOLDEN = Path(__file__).parent / "golden"
TO_CUSTOMERS = {
    "Acknowledge",
    "ApproveCompensation",
    "AskCustomer",
    "Close",
    "Decline",
    "ExplainPlan",
    "Notify",
    "Propose",
    "Remind",
    "Survey",
    "Update",
    "Withdraw",
}
TO_STAFF = {"AddTask", "CancelTask", "Escalate", "Handoff", "RecordReview", "Remind", "Unassign", "Update", "Watch"}


@attrs.frozen
class Lives:
    """The lives of `tests.golden.script`, with all that went out."""

    language: str
    desk: Desk
    ids: dict[str, str]
    sent: list[Message]

    def readable(self, text: str) -> str:
        """With names for the ids, which differ from time to time."""
        for name, id in self.ids.items():
            text = text.replace(id, f"<{name}>")
        return text


@pytest.fixture(scope="module", params=LANGUAGES)
def lives(request: pytest.FixtureRequest) -> Iterator[Lives]:
    (channel, channels), clock = record(), FrozenClock()
    house = Policy(language=request.param)
    with Desk.open("memory://", policy=house, clock=clock, plugins=[channels]) as desk:
        yield Lives(request.param, desk, perform(desk, clock, request.param), channel.sent)


def check(name: str, text: str) -> None:
    """The text is the golden one, or becomes it."""
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("COMPLAINTFLOW_GOLDEN") == "write":
        file.write_text(f"{text}\n", encoding="utf-8")
    assert f"{text}\n" == file.read_text(encoding="utf-8")


BESIDE = {"text", "html", "fields", "links", "customer", "tried"}
"""What does not stand in the head of a golden page."""


def page(message: Message) -> str:
    head = {
        field.name: getattr(message, field.name) for field in attrs.fields(type(message)) if field.name not in BESIDE
    }
    lines = [f"{name}: {dict(value) if name == 'to' else value}" for name, value in head.items()]
    return "\n".join([*lines, "", message.text])


def test_every_kind_of_message_to_a_customer_reads_so(lives: Lives) -> None:
    """R16, R17: one golden text for each kind; the first of its kind stands for it."""
    first = {message.kind: message for message in reversed(lives.sent) if isinstance(message, CustomerMessage)}
    assert set(first) == TO_CUSTOMERS
    for kind, message in first.items():
        assert message.language == lives.language
        check(f"customer-{kind}-{lives.language}", lives.readable(page(message)))


def test_every_kind_of_message_to_staff_reads_so(lives: Lives) -> None:
    """R15: for the team, and for the stakeholders by name."""
    first = {f"{one.kind}-{one.audience}": one for one in reversed(lives.sent) if isinstance(one, StaffMessage)}
    assert {message.kind for message in first.values()} == TO_STAFF
    for kind, message in first.items():
        check(f"staff-{kind}-{lives.language}", lives.readable(page(message)))


@pytest.mark.parametrize("name", ["main", "target", "source", "plan", "old", "running", "back"])
def test_brief_and_customers_view_read_so(lives: Lives, name: str) -> None:
    """R18, R19."""
    id = lives.ids[name]
    check(f"brief-{name}-{lives.language}", lives.readable(lives.desk.brief(id, lives.language)))
    check(f"view-{name}-{lives.language}", lives.readable(str(lives.desk.customer_view(id))))


def test_no_golden_text_is_left_over(lives: Lives) -> None:
    kinds = {f"customer-{kind}" for kind in TO_CUSTOMERS}
    kinds |= {f"staff-{kind}-team" for kind in TO_STAFF}
    kinds |= {f"staff-Update-{audience}" for audience in ("team", "stakeholders")}
    kinds |= {f"{page}-{name}" for page in ("brief", "view") for name in lives.ids}
    wanted = {f"{kind}-{language}.txt" for kind in kinds for language in LANGUAGES}
    assert {file.name for file in GOLDEN.iterdir()} == wanted


def test_every_state_has_words_for_the_customer() -> None:
    """R19: but `new`, which no customer ever sees."""
    assert set(STATUS) == set(State) - {State.NEW}
    assert all(zh and en for zh, en in STATUS.values())


def test_the_words_of_one_language_do_not_show_in_the_other(lives: Lives) -> None:
    """Nothing Chinese in an English message, and the labels of a Chinese one are Chinese."""
    texts = [one.subject + one.text for one in lives.sent if isinstance(one, CustomerMessage)]
    if lives.language == "en":
        assert all(char < "\u2e80" for text in texts for char in text)
    else:
        assert all("Your complaint" not in text and "You hear" not in text for text in texts)
