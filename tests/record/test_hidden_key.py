"""The key of a request as a store has it: no word of it stands there."""

from __future__ import annotations

from complaintflow.record.keys import KEYED, hidden_key


def test_a_key_stands_in_a_store_as_a_digest_that_its_space_begins() -> None:
    """Callers make keys of words: `refund-zhang` tells who complained."""
    plain, keyed = hidden_key("form/refund-zhang"), hidden_key("form/refund-zhang", b"of the house")
    assert "zhang" not in plain + keyed
    assert plain.startswith("form/")
    assert keyed.startswith(f"form/{KEYED}")
    assert plain == hidden_key("form/refund-zhang") != hidden_key("form/refund-li")
