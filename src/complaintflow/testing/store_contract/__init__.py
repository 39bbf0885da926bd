"""What every store must do, whoever wrote it: subclass `StoreContract`, and give a fresh, empty store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from complaintflow.plugins import Store
from complaintflow.testing.store_contract.finding import Finds
from complaintflow.testing.store_contract.histories import KeepsHistories
from complaintflow.testing.store_contract.money import FindsPayments
from complaintflow.testing.store_contract.outbox import KeepsTheOutbox
from complaintflow.testing.store_contract.schedule import KeepsTheSchedule
from complaintflow.testing.store_contract.transactions import KeepsTransactions


class StoreContract(KeepsHistories, KeepsTransactions, Finds, FindsPayments, KeepsTheOutbox, KeepsTheSchedule):
    """Every test here speaks through the port alone. Override the fixture `store` with a fresh, empty store."""

    @pytest.fixture
    def store(self) -> Iterator[Store]:
        """A fresh, empty store; overridden."""
        raise NotImplementedError("override the fixture `store`")
