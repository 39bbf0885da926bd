"""The contracts on parts with a fault, one class each, and on one without. Run by `test_faults_in_contracts`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from complaintflow.stores import MemoryStore
from complaintflow.testing import ChannelContract, Line, StoreContract
from tests.testing import faulty_channels, faulty_stores


def contract(base: type, fixture: str, fresh: Callable[[], Any]) -> type:
    """A class of tests with this part."""

    def part(self: object) -> Any:
        return fresh()

    return type("Contract", (base,), {fixture: pytest.fixture(name=fixture)(part)})


def line_with(kind: type[faulty_channels.Good]) -> Callable[[], Line]:
    return lambda: faulty_channels.line_of(kind)


TestSoundStore = contract(StoreContract, "store", MemoryStore)
TestSoundChannel = contract(ChannelContract, "line", line_with(faulty_channels.Good))

for name, faulty_store in faulty_stores.FAULTS.items():
    globals()[f"Test{name}"] = contract(StoreContract, "store", faulty_store)
for name, faulty_channel in faulty_channels.FAULTS.items():
    globals()[f"Test{name}"] = contract(ChannelContract, "line", line_with(faulty_channel))
