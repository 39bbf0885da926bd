"""The contracts on parts with a fault, one class each, and on one without. Run by `test_faults_in_contracts`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from complaintflow.plugins import Store
from complaintflow.testing import ChannelContract, GuardContract, IntakeContract, Line, Reading, StoreContract
from tests.testing.faulty import channels, edges, erasers, guards, intakes, key_tables, lists, parts, stores


def of_stores(kind: Any) -> type:
    """The contract of stores with this one, which can be opened again."""

    class Contract(StoreContract):
        @pytest.fixture
        def store(self) -> Any:
            return kind()

        @pytest.fixture
        def reopen(self, store: stores.Faulty) -> Callable[[], Store]:
            return store.reopen

        @pytest.fixture
        def damage(self, store: stores.Faulty) -> Callable[[str, str], None]:
            return store.inner.damage

        @pytest.fixture
        def pass_time(self, store: Any) -> Any:
            return getattr(store, "pass_time", None)

    return Contract


def of_channels(kind: type[channels.Good]) -> type:
    """The contract of channels with this one."""

    class Contract(ChannelContract):
        @pytest.fixture
        def line(self) -> Line:
            return channels.line_of(kind)

    return Contract


def of_guards(kind: type[guards.NoMoneyOnFridays]) -> type:
    """The contract of guards with this one."""

    class Contract(GuardContract):
        @pytest.fixture
        def guard(self) -> Any:
            return kind()

    return Contract


def of_intakes(kind: type[intakes.Good]) -> type:
    """The contract of intakes with this one."""

    class Contract(IntakeContract):
        @pytest.fixture
        def reading(self) -> Reading:
            return intakes.reading_of(kind)

    return Contract


@contextmanager
def _broken(auditor: parts.Log) -> Iterator[None]:
    auditor.broken = True
    yield


def of_parts(kind: type) -> type:
    """The contract of any other part with this one, which knows the French word for solved."""
    base, fixture = next(found for good, found in parts.CONTRACTS.items() if issubclass(kind, good))

    def part(self: object) -> Any:
        return kind()

    def noted(self: object, observer: parts.Note) -> Callable[[], int]:
        return observer.queue.qsize

    def kept(self: object, auditor: parts.Log) -> Callable[[], int]:
        return lambda: len(auditor.kept)

    def down(self: object, auditor: parts.Log) -> Callable[[], Any]:
        return lambda: _broken(auditor)

    def claiming(self: object) -> list[str]:
        return ["Votre problème est résolu.", "RÉSOLU", "C'est résolu"]

    also: dict[str, list[Any]] = {"auditor": [kept, down], "observer": [noted], "wording": [claiming]}
    more = also.get(fixture, [])
    fixtures = {one.__name__: pytest.fixture(one) for one in more}
    return type("Contract", (base,), {fixture: pytest.fixture(name=fixture)(part), **fixtures})


CONTRACTS: dict[str, type] = {
    "SoundStore": of_stores(stores.Faulty),
    **{name: of_stores(kind) for name, kind in stores.FAULTS.items()},
    **{kind.__name__: of_stores(kind) for kind in (*edges.CAUGHT, *erasers.CAUGHT, *key_tables.CAUGHT, *lists.CAUGHT)},
    "SoundChannel": of_channels(channels.Good),
    **{kind.__name__: of_channels(kind) for kind in channels.CAUGHT},
    "SoundGuard": of_guards(guards.NoMoneyOnFridays),
    **{kind.__name__: of_guards(kind) for kind in guards.CAUGHT},
    "SoundIntake": of_intakes(intakes.Good),
    **{kind.__name__: of_intakes(kind) for kind in intakes.CAUGHT},
    **{f"Sound{kind.__name__}": of_parts(kind) for kind in parts.CONTRACTS},
    **{kind.__name__: of_parts(kind) for kind in parts.CAUGHT},
}
globals().update({f"Test{name}": made for name, made in CONTRACTS.items()})
