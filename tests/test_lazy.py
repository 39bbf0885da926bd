"""Records that attrs completes late are what attrs makes at once."""

from __future__ import annotations

import copy
import inspect
import pickle
import subprocess
import sys
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from complaintflow import Signals, commands as c
from complaintflow._lazy import frozen, is_record
from complaintflow.testing import commands


@frozen
class Short:
    """A record like ours."""

    KINDS: ClassVar[frozenset[str]] = frozenset({"a"})

    said: str
    secret: str = attrs.field(default="", repr=False)
    noted: int = attrs.field(default=0, eq=False)
    more: list[str] = attrs.field(factory=list[str], converter=list)


@frozen
class Longer(Short):
    """One that inherits, and checks itself."""

    last: int = 0

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "noted", len(self.said))


@frozen
class Asking(Longer):
    """One whose methods ask those of the class above."""

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        object.__setattr__(self, "last", self.noted + 1)

    @classmethod
    def bases(cls) -> Any:
        return super().__subclasshook__

    @property
    def shown(self) -> str:
        return super().__repr__()


class Written:
    """The same, by attrs alone."""

    @attrs.frozen
    class Short:
        said: str
        secret: str = attrs.field(default="", repr=False)
        noted: int = attrs.field(default=0, eq=False)
        more: list[str] = attrs.field(factory=list[str], converter=list)


texts = st.sampled_from(["a", "b"])
values = st.tuples(texts, st.sampled_from(["", "x"]), st.integers(0, 1), st.lists(texts, max_size=1).map(tuple))


@given(values, values)
def test_two_records_are_equal_where_attrs_says_so(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    ours, theirs = (Short(*one), Short(*other)), (Written.Short(*one), Written.Short(*other))
    assert (ours[0] == ours[1]) == (theirs[0] == theirs[1])
    assert (ours[0] != ours[1]) == (theirs[0] != theirs[1])


@given(values)
def test_a_record_prints_what_attrs_prints(one: tuple[Any, ...]) -> None:
    """What is private stays out of it."""
    assert repr(Short(*one)) == repr(Written.Short(*one)).removeprefix("Written.")


@given(values)
def test_a_record_comes_back_from_a_pickle_and_a_copy_as_it_was(one: tuple[Any, ...]) -> None:
    kind: Any = Longer
    record = kind(*one, 3)
    assert [pickle.loads(pickle.dumps(record)), copy.deepcopy(record), attrs.evolve(record)] == [record] * 3
    assert pickle.loads(pickle.dumps(record)).noted == 1


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


def test_nobody_changes_a_record() -> None:
    record: Any = Short("a")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.said = "b"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.other = "b"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del record.said


@pytest.mark.parametrize("arguments", [(), ("a", "", 0, [], 5)])
def test_a_record_says_at_once_which_argument_is_missing_or_too_much(arguments: tuple[Any, ...]) -> None:
    kind: Any = _make()
    with pytest.raises(TypeError, match=r"__init__\(\) (missing 1 required|takes from 2 to 5) positional argument"):
        kind(*arguments)


def test_tools_that_read_a_class_see_what_it_takes_before_the_first_is_made() -> None:
    assert list(inspect.signature(_make()).parameters) == ["said", "secret", "noted", "more"]
    assert list(inspect.signature(Longer).parameters) == ["said", "secret", "noted", "more", "last"]
    assert _make().__match_args__ == ("said", "secret", "noted", "more")
    assert [field.name for field in attrs.fields(_make())] == ["said", "secret", "noted", "more"]
    assert is_record(_make())
    assert not is_record(int)


def test_a_class_of_a_house_inherits_from_one_of_ours() -> None:
    """With the decorator of attrs, or with none."""

    @attrs.frozen
    class Own(Short):
        own: int = 1

    class Plain(Short):
        pass

    assert repr(Own("a", own=2)).endswith("Own(said='a', noted=0, more=[], own=2)")
    assert list(inspect.signature(Own).parameters)[-1] == "own"
    assert Plain("a").said == "a"
    assert list(inspect.signature(Plain).parameters) == ["said", "secret", "noted", "more"]


def test_a_method_of_a_record_may_ask_the_class_above() -> None:
    assert Asking("a").last == 2
    assert Asking("a").shown == repr(Asking("a"))
    assert Asking.bases()(int) is NotImplemented


def test_an_import_completes_few_classes() -> None:
    """Each takes a third of a millisecond of the start of every program."""
    program = (
        "import attr._make as made; count = []; build = made._ClassBuilder.build_class; "
        "made._ClassBuilder.build_class = lambda self: (count.append(1), build(self))[1]; "
        "import complaintflow; print(len(count))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert int(told) < 70  # 37 of 200


def _make() -> Any:
    """A class of which there is none yet."""

    @frozen
    class Made:
        said: str
        secret: str = attrs.field(default="", repr=False)
        noted: int = 0
        more: list[str] = attrs.field(factory=list[str])

    return Made
