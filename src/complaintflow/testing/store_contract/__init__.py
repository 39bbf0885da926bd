"""What every store must do, whoever wrote it: subclass `StoreContract`, and give a fresh, empty store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest

from complaintflow.plugins import Store
from complaintflow.testing.store_contract.counting import KeepsWhatIsCounted
from complaintflow.testing.store_contract.damage import Damage, NamesWhatCannotBeRead
from complaintflow.testing.store_contract.data import Data, Reopen
from complaintflow.testing.store_contract.data_keys import KeepsKeysOfWords
from complaintflow.testing.store_contract.durable import IsDurable
from complaintflow.testing.store_contract.erasing import ErasesWords
from complaintflow.testing.store_contract.finding import Finds
from complaintflow.testing.store_contract.histories import KeepsHistories
from complaintflow.testing.store_contract.hosts import Hosting, StaysWithItsHost
from complaintflow.testing.store_contract.keys import KeepsKeys
from complaintflow.testing.store_contract.leaps import SurvivesLeaps
from complaintflow.testing.store_contract.leases import KeepsLeases, Pass
from complaintflow.testing.store_contract.lists import Lists
from complaintflow.testing.store_contract.money import FindsPayments
from complaintflow.testing.store_contract.outbox import KeepsTheOutbox
from complaintflow.testing.store_contract.schedule import KeepsTheSchedule
from complaintflow.testing.store_contract.series import CountsItsSeries
from complaintflow.testing.store_contract.sheets import KeepsSheetsOfDays
from complaintflow.testing.store_contract.threads import KeepsThreadsApart
from complaintflow.testing.store_contract.times import ComparesTimes
from complaintflow.testing.store_contract.transactions import KeepsTransactions
from complaintflow.testing.store_contract.values import KeepsValues
from complaintflow.testing.store_contract.workers import KeepsWorkersApart


class StoreContract(
    KeepsHistories,
    KeepsTransactions,
    KeepsThreadsApart,
    KeepsWorkersApart,
    KeepsKeys,
    KeepsValues,
    ComparesTimes,
    SurvivesLeaps,
    NamesWhatCannotBeRead,
    IsDurable,
    Finds,
    Lists,
    FindsPayments,
    CountsItsSeries,
    KeepsTheOutbox,
    KeepsTheSchedule,
    KeepsLeases,
    ErasesWords,
    KeepsWhatIsCounted,
    KeepsSheetsOfDays,
    KeepsKeysOfWords,
    StaysWithItsHost,
):
    """Every test here speaks through the port alone. Override the fixture `store` with a fresh, empty store.

    Override `reopen`, too, unless the store forgets everything with its process: it gives a function that opens one
    more instance on the same data. Without it nobody looks whether the store is durable, and those tests are skipped.

    Override `damage` as well: it gives a function that makes one record of the data unreadable, as a bad disk would.
    Without it nobody looks whether such a record holds up the others.

    Override `pass_time` for a store that measures leases by a clock of its own, as one must that several machines
    share: it gives a function that lets this clock go on. Without it leases are taken to end by the given times.

    Override `hosting` for a store that joins the transactions of a host: it gives a function that opens one.
    """

    shared: ClassVar[bool] = True
    """Whether several instances may have the data open at once. Else each is closed before the next is opened."""

    @pytest.fixture
    def store(self) -> Iterator[Store]:
        """A fresh, empty store; overridden."""
        raise NotImplementedError("override the fixture `store`")

    @pytest.fixture
    def reopen(self) -> Reopen | None:
        """Opens one more instance on the data of `store`; override it for a store that is durable."""
        return None

    @pytest.fixture
    def damage(self) -> Damage | None:
        """Makes one record of `store` unreadable: `complaints` with an id, or `outbox` with the number of a message."""
        return None

    @pytest.fixture
    def pass_time(self) -> Pass | None:
        """Lets the store's own clock go on by so much, for a store that has one: all leases end so much earlier."""
        return None

    @pytest.fixture
    def hosting(self) -> Hosting | None:
        """Opens a transaction of a host on the data of `store`, for a store that joins one."""
        return None

    @pytest.fixture
    def data(self, store: Store, reopen: Reopen | None) -> Iterator[Data]:
        """The data of the store, which can be opened again."""
        data = Data(store, reopen, self.shared, type(self))
        yield data
        data.close()
