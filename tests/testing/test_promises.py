"""What a contract says of a part that fails: the sentence of the port, and what was done."""

from __future__ import annotations

import inspect
import pkgutil
import re
from importlib import import_module

import pytest

from complaintflow import Lifecycle, plugins, testing
from complaintflow.plugins import Session, Store
from complaintflow.stores import MemoryStore
from complaintflow.testing import store_contract
from complaintflow.testing.promises import BrokenPromise, keeps, promises, words_of
from complaintflow.testing.story import Story

CONTRACTS = tuple(one for name, one in vars(testing).items() if name.endswith("Contract"))
PORTS = {one for one in vars(plugins).values() if isinstance(one, type) and getattr(one, "_is_protocol", False)}


def test_every_port_has_a_contract() -> None:
    """Or its authors are the first to find out what it promises."""
    looked_at = {port for contract in CONTRACTS for port, _ in promises(contract).values()}
    assert [port.__name__ for port in PORTS - looked_at] == []


@pytest.mark.parametrize("contract", CONTRACTS)
def test_every_test_of_a_contract_names_a_sentence_that_stands_in_the_port(contract: type) -> None:
    """Or an author looks for a rule that nobody wrote down."""
    kept = promises(contract)
    assert [name for name in dir(contract) if name.startswith("test_") and name not in kept] == []
    assert [(name, sentence) for name, (port, sentence) in kept.items() if sentence not in words_of(port)] == []


def test_every_method_of_a_session_is_called_by_the_contract_of_stores() -> None:
    """Or what nobody called is wrong in every store but ours."""
    modules = pkgutil.iter_modules(store_contract.__path__, f"{store_contract.__name__}.")
    text = "\n".join(inspect.getsource(import_module(module.name)) for module in modules)
    methods = {name for name in dir(Session) if not name.startswith("_")}
    assert sorted(methods - set(re.findall(r"session\.(\w+)\(", text))) == []


class _Looking:
    @keeps(Store, "`close` may be called twice.")
    def test_what_is_told(self, store: Store) -> None:
        with store.writing() as session:
            session.keep_policy("digest", b"a document")
            assert session.policy("digest") == b"another", "the document is not what it was"

    @keeps(Store, "`close` may be called twice.")
    def test_what_raises(self, store: Store) -> None:
        (_,) = store.reading().__enter__().history("C-1")


@pytest.mark.parametrize(
    ("test", "came"),
    [("test_what_is_told", "the document is not what it was"), ("test_what_raises", "ValueError: not enough values")],
)
def test_a_broken_promise_names_the_sentence_and_tells_what_was_done_what_came_and_what_was_expected(
    test: str, came: str
) -> None:
    with pytest.raises(BrokenPromise) as broken:
        getattr(_Looking(), test)(store=MemoryStore())
    told = str(broken.value).splitlines()
    assert told[0] == 'the contract of Store says: "`close` may be called twice."'
    assert told[1] == "what was done:"
    assert f"what was expected: {test.removeprefix('test_').replace('_', ' ')}" in told
    assert any(line.startswith(f"what came: {came}") for line in told), told


def test_a_story_tells_the_calls_and_the_answers() -> None:
    with pytest.raises(BrokenPromise) as broken:
        _Looking().test_what_is_told(store=MemoryStore())
    assert str(broken.value.story).splitlines() == [
        "  writing: keep_policy('digest', b'a document')",
        "  writing: policy('digest') → b'a document'",
    ]


def test_a_lifecycle_is_handed_over_as_itself_so_that_its_questions_are_found_once() -> None:
    """Or each test of a guard finds them anew, and keeps them for ever."""
    lifecycle = Lifecycle.default()
    assert Story().listen(lifecycle) is lifecycle


def test_a_long_story_keeps_its_last_calls_and_counts_those_before() -> None:
    story = Story()
    for number in range(1_000):
        story.ask(f"call{number}", lambda: None)
    assert str(story).splitlines() == ["  (988 calls before)", *(f"  call{number}()" for number in range(988, 1_000))]
