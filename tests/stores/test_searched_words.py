"""Whatever somebody says, their own words find it, and the store has the words that the history has."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from complaintflow import Desk, InvalidInput, Refused, commands as c
from complaintflow.stores.sqlite import complaints as sqlite_complaints
from complaintflow.testing.odd_texts import SHORT_TEXTS
from complaintflow.testing.strategies import texts
from complaintflow.wording.search import asked_phrases
from tests import stories as s
from tests.stores.desks import openers, received

_ODD = ("\x1d6", "İSTANBUL", "ß", "ﷺ", "½-½", "٣٤٥-٦٧٨٩", "+86 138-0013-8000", "ǅ", "한글", "㍿", "x" * 70, "漢" * 70)
_SAID = (texts() | st.sampled_from((*_ODD, *SHORT_TEXTS))).filter(str.strip)
_FIELDS = st.dictionaries(st.sampled_from(("description", "order", "shop", "customer.name", "wish")), _SAID, min_size=1)
_PARTS = st.sampled_from(("N1", "N2", "N3", "P1"))
_TALK = st.one_of(
    st.builds(c.Note, _SAID),
    st.builds(c.Call, st.just("Good day"), _SAID),
    st.builds(c.Hear, _SAID),
    st.builds(c.Correct, _FIELDS, st.just("a typo")),
    st.builds(c.Answer, _FIELDS),
    st.builds(c.Retract, _PARTS, st.just("it belongs to another case")),
)
_WORK = st.lists(st.lists(_TALK, min_size=1, max_size=3), min_size=1, max_size=6)


@given(_WORK)
@settings(max_examples=6)
def test_what_somebody_says_is_found_by_its_words_in_a_sound_store(
    tmp_path_factory: pytest.TempPathFactory, work: list[list[c.Command]]
) -> None:
    talk(tmp_path_factory.mktemp("words"), work, "memory", "sqlite")


@pytest.mark.explore
@given(_WORK)
@settings(max_examples=500)
def test_what_somebody_says_is_found_by_its_words_in_a_sound_store_at_length(
    tmp_path_factory: pytest.TempPathFactory, work: list[list[c.Command]]
) -> None:
    talk(tmp_path_factory.mktemp("words"), work, "memory", "sqlite", "sqlite+sql")


def talk(folder: Path, work: list[list[c.Command]], *kinds: str) -> None:
    """Each unit of work may have several commands; the words of some wait for the index, those of others do not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite_complaints, "_FRESH", 3)
        for kind in kinds:
            (folder / kind).mkdir()
            with openers(kind, folder / kind)() as desk:
                id = received(desk).id
                for commands in work:
                    do(desk, id, commands)


def do(desk: Desk, id: str, commands: list[c.Command]) -> None:
    """Do them, or nothing where the rules refuse one: all is found, and the store is sound."""
    with suppress(Refused, InvalidInput):
        desk.do(id, *commands, by=s.LI)
    assert desk.check_integrity(id).breaches == ()
    for number, entry in enumerate(desk.get(id).body.of("Note"), 1):
        text = entry.data["text"]
        if f"N{number}" not in desk.get(id).facts.retracted and asked_phrases(text):
            assert desk.count(text=text) == 1, text
