"""Signatures and records print in a few words: no default fills pages, and a policy prints as its digest."""

from __future__ import annotations

import importlib
import inspect
import pydoc
from collections.abc import Iterator
from types import FunctionType

import pytest

from complaintflow import Complaint, Desk, Lifecycle, Policy
from complaintflow._validation.structure import FrozenMap, Listing
from complaintflow.lifecycle.table import TABLE
from tests.house.public_names import PACKAGES

LONGEST = 200


def defaults(package: str) -> Iterator[tuple[str, str]]:
    """Every default of what the package exports, and of its public methods, as it prints."""
    module = importlib.import_module(package)
    for name in getattr(module, "__all__", ()):
        one = getattr(module, name)
        methods = [getattr(one, each) for each in public_methods(one)] if inspect.isclass(one) else []
        for call in [one, *methods] if callable(one) else []:
            try:
                parameters = inspect.signature(call).parameters.values()
            except (ValueError, TypeError):  # made in C
                continue
            given = (each for each in parameters if each.default is not each.empty)
            yield from ((f"{name} {each.name}", repr(each.default)) for each in given)


def public_methods(kind: type) -> list[str]:
    """The methods that a class defines itself."""
    own = (classmethod, staticmethod, FunctionType)
    return [name for name, one in vars(kind).items() if name[0] != "_" and isinstance(one, own)]


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize("package", PACKAGES)
def test_no_default_in_a_signature_fills_pages(package: str) -> None:
    assert [name for name, shown in defaults(package) if len(shown) > LONGEST] == []


def test_the_search_for_defaults_finds_them() -> None:
    found = dict(defaults("complaintflow"))
    assert found["Lifecycle table"] == repr(TABLE)
    assert found["Complaint policy"] == repr(Policy())


def test_help_on_opening_a_desk_is_short() -> None:
    assert len(pydoc.render_doc(Desk.open)) < 3000


def test_a_policy_prints_as_its_digest() -> None:
    policy = Policy(text_limit=10)
    assert repr(policy) == f"<Policy {policy.digest}>"


def test_a_long_map_is_cut_and_a_short_one_is_whole() -> None:
    assert repr(FrozenMap({"a": 1})) == "FrozenMap({'a': 1})"
    shown = repr(FrozenMap({"a": "x" * 200}))
    assert (len(shown), shown[:20], shown[-4:]) == (120, "FrozenMap({'a': 'xxx", "x...")


def test_a_table_prints_as_its_length_and_is_a_tuple() -> None:
    assert repr(TABLE) == f"<Listing of {len(TABLE)}>"
    assert (*TABLE,) == TABLE
    assert Listing([1, 2]) == (1, 2)


def test_facts_print_what_is_not_the_default() -> None:
    assert repr(Complaint.blank("C-1")) == "Complaint(id='C-1', version=0, facts=Facts())"
    assert str(inspect.signature(Lifecycle)).count("Listing") == 1
