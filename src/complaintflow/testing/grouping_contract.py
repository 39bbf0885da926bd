"""The contract of groupings: subclass `GroupingContract` and provide the grouping."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from complaintflow.commands import Receive
from complaintflow.plugins import Grouping
from complaintflow.record.complaint import Complaint, Event, encode_json, evolve
from complaintflow.record.facts import Facts
from complaintflow.testing.odd_texts import ODD_TEXTS
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.samples import T0
from complaintflow.vocabulary import State

_TEXTS = ("I paid twice", "我付了两次款", *ODD_TEXTS.values())


def received(text: str, state: State) -> Complaint:
    """A complaint with these words in this state."""
    data = {"channel": "app", "customer": {"id": "u-17"}, "description": text}
    event = Event(1, T0, "system", Receive.__name__, encode_json(data), state, {"type": "billing"})
    return evolve(Complaint("C-1", 0, Facts()), [event])


class GroupingContract:
    """The tests ask about complaints in every state, with ordinary words and with odd ones."""

    @pytest.fixture
    def grouping(self) -> Iterator[Grouping]:
        """The grouping; override it."""
        raise NotImplementedError("override the fixture `grouping`")

    @keeps(Grouping, "It answers for every complaint in every state with names, or with none")
    def test_every_complaint_gets_names_or_none(self, grouping: Grouping) -> None:
        for state in State:
            for text in _TEXTS:
                answer: Any = grouping.groups(received(text, state))
                assert not isinstance(answer, str), f"{answer!r} is one text, and not names"
                assert all(isinstance(name, str) for name in answer), "a name is no text"

    @keeps(Grouping, "- Idempotency: pure: the same complaint gets the same names, and nothing else happens.")
    def test_the_same_complaint_gets_the_same_names(self, grouping: Grouping) -> None:
        """Else a number grows because somebody asked twice."""
        many = [received(text, State.TRIAGED) for text in _TEXTS]
        first = [list(grouping.groups(one)) for one in many]
        again = [list(grouping.groups(one)) for one in reversed(many)]
        assert first == again[::-1]
