"""What a search is told of an event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from complaintflow import Complaint
from complaintflow.commands import BUILTIN
from complaintflow.record.complaint import Entry, encode_json, microseconds
from complaintflow.record.searched import NOTHING_NEW, may_be_news, search_news
from tests.stories import T0


def test_no_words_are_lost_to_a_search_by_an_event_that_is_not_read() -> None:
    """With words in each field that a command may have."""
    known: Mapping[str, Any] = BUILTIN
    unread = 0
    for kind, command in known.items():
        data = encode_json({field.name: "words" for field in attrs.fields(command)})
        if not may_be_news(kind, data):
            unread += 1
            entry = Entry(1, microseconds(T0), "li", kind, data)
            assert search_news(Complaint.blank("C-1"), [(1, entry)], {}) is NOTHING_NEW, kind
    assert 0 < unread < len(known)
