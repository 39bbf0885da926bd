"""What a reminder to a former address is about."""

from __future__ import annotations

from complaintflow.commands.clocks import about_former
from complaintflow.record.keys import LevelKey


def test_each_correction_is_told_a_former_address_once() -> None:
    """R22: the second change of an address is news as well, and the first is not told again."""
    told = [about_former(1, correction) for correction in (1, 2)]
    assert len(set(told)) == 2
    assert all(LevelKey.parse(about).level == "told" for about in told)
