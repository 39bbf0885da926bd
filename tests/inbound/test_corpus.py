"""Mails in the forms of many programs: whose each line of them is, and which files they bring."""

from __future__ import annotations

import pytest

from complaintflow.inbound import Reply, read_mail
from tests import stories as s
from tests.inbound.corpus import Case, bare, compose, read_cases

CASES = [case for name in ("held_back.txt", "programs.txt") for case in read_cases(name)]


def hear(case: Case) -> Reply:
    found = read_mail(compose(case), s.T0)
    assert isinstance(found, Reply)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_of_a_mail_the_own_words_the_quotes_and_the_files_are_told_apart(case: Case) -> None:
    found = hear(case)
    own = [line.strip() for line in found.text.splitlines() if line.strip()]
    assert own == [line.strip() for kind, line in case.lines if kind == "o" and line.strip()]
    assert bare(found.quoted) == case.expected("q")
    assert [(file.media_type, file.digest) for file in found.attachments] == case.files


NO_PROGRAMS = {"a", "arrows", "forward", "hong", "html", "lines", "marked", "our", "stub", "the", "two", "utf-8"}


def test_the_corpus_is_as_large_as_we_say() -> None:
    """Some 250 mails in the forms of 40 programs."""
    answers = [case for case in CASES if case.option("fresh", "no") == "no"]
    assert len(CASES) >= 240
    assert len({case.name.split(",")[0].split()[0] for case in answers} - NO_PROGRAMS) >= 40
    assert len({case.name for case in CASES}) == len(CASES)
