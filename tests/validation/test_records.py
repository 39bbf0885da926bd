"""Records compare, hash and print by the fields of their class, as those whose methods attrs would write."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import given, settings, strategies as st

from complaintflow import Signals, commands as c
from complaintflow._validation.structure import Record
from complaintflow.testing import commands


@attrs.frozen(eq=False, repr=False)
class Short(Record):
    """A record like ours."""

    said: str
    secret: str = attrs.field(default="", repr=False)
    noted: int = attrs.field(default=0, eq=False)


class Written:
    """The same, by attrs alone."""

    @attrs.frozen
    class Short:
        said: str
        secret: str = attrs.field(default="", repr=False)
        noted: int = attrs.field(default=0, eq=False)


values = st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["", "x"]), st.integers(0, 1))


@given(values, values)
def test_two_records_are_equal_where_attrs_says_so(one: tuple[str, str, int], other: tuple[str, str, int]) -> None:
    ours, theirs = (Short(*one), Short(*other)), (Written.Short(*one), Written.Short(*other))
    assert (ours[0] == ours[1]) == (theirs[0] == theirs[1])
    assert (ours[0] != ours[1]) == (theirs[0] != theirs[1])
    assert ours[0] != ours[1] or hash(ours[0]) == hash(ours[1])


@given(values)
def test_a_record_prints_what_attrs_prints(one: tuple[str, str, int]) -> None:
    """What is private stays out of it."""
    assert repr(Short(*one)) == repr(Written.Short(*one)).removeprefix("Written.")


@settings(max_examples=50, deadline=None)
@given(commands(), commands())
def test_commands_are_equal_by_their_kind_and_fields(one: c.Command, other: c.Command) -> None:
    kind: Any = type(one)
    again = attrs.evolve(one)  # type: ignore[misc]  # every command is an attrs class
    assert one == again
    assert hash(one) == hash(again)
    read = [(field.name, getattr(one, field.name)) for field in attrs.fields(kind)]
    same = type(one) is type(other) and read == [(name, getattr(other, name)) for name, _ in read]
    assert (one == other) == same


def test_a_record_equals_nothing_of_another_class() -> None:
    """Else a command could be taken for another one without fields."""
    assert c.Archive() == c.Archive()
    assert c.Archive() != c.Park("why")
    assert Signals() != 1
