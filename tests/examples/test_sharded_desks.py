"""Customers on several servers: each keeps its promises, a batch is seen over all, and one less stops few."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from complaintflow import Customer, NotFound, StoreError, commands as c
from tests import stories as s
from tests.desk.test_money import known, pays, refused_to_pay
from tests.stores.servers import server

PROGRAM = Path(__file__).parents[2] / "examples" / "sharded_desks.py"
PRINTED = [
    "9 complaints lie on desks as [3, 5, 1]",
    "a customer's second one finds the first: True",
    "batches that the desks find alone: 0",
    "over all of them: I-fault-payment, grades A",
    "sound",
]


def printed(folder: Path, *urls: str) -> list[str]:
    command = [sys.executable, "-X", "utf8", str(PROGRAM), *urls]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True).stdout.splitlines()


@pytest.fixture
def shards(tmp_path: Path) -> Iterator[Any]:
    """On three files."""
    opened = run_path(str(PROGRAM))["Shards"]([f"sqlite:///{tmp_path / name}" for name in "abc"], policy=s.CHINA)
    yield opened
    opened.close()


def came(customer: str, **more: Any) -> c.Receive:
    return c.Receive("app", Customer(customer), "no answer to the scan", **{"order": "A-1", **more})


def test_the_program_runs_on_three_files(tmp_path: Path) -> None:
    assert printed(tmp_path, *[f"sqlite:///{tmp_path / name}" for name in "abc"]) == PRINTED


def test_a_customer_has_one_desk_on_which_a_retry_and_a_payment_meet_the_first(shards: Any) -> None:
    """R26: who pays twice for an order, at two desks that do not know of each other, loses the money."""
    first = shards.receive(came("u-1"), by=s.SYSTEM, key="form-1")
    assert shards.receive(came("u-1"), by=s.SYSTEM, key="form-1") == first
    second = shards.receive(came("u-1"), by=s.SYSTEM)
    assert second.duplicates == (first.id,)
    desk = shards.of_customer(s.CUSTOMER.id)
    pays(desk, known(desk))
    assert refused_to_pay(desk, known(desk)) == {"not-paid-twice"}


def test_an_id_leads_to_its_desk_and_another_to_none(shards: Any) -> None:
    ids = [shards.receive(came(f"u-{number}"), by=s.SYSTEM).id for number in range(12)]
    assert {id[:2] for id in ids} == {"C0", "C1", "C2"}
    assert [shards.of(id).get(id).id for id in ids] == ids
    assert [one.id for one in shards.each()] == ids
    for wrong in ("C9-260302-ab", "C-260302-ab", "", "C٣-1"):
        with pytest.raises(NotFound):
            shards.of(wrong)


def test_a_batch_is_seen_over_all_desks_and_linked_once(shards: Any) -> None:
    """R12: five customers, of whom no desk has five."""
    ids = [shards.receive(came(f"u-{n}", type="fault", area="payment"), by=s.SYSTEM).id for n in range(4)]
    now = datetime.now(UTC)
    assert shards.link_batches(now) == []
    ids.append(shards.receive(came("u-9", type="fault", area="payment"), by=s.SYSTEM).id)
    assert shards.link_batches(now) == ["I-fault-payment"]
    versions = [one.version for one in shards.each(incident="I-fault-payment")]
    assert len(versions) == len(ids)
    shards.link_batches(now)
    assert [one.version for one in shards.each(incident="I-fault-payment")] == versions


# ── at length


@pytest.mark.explore
def test_the_program_runs_on_three_servers_of_its_own(tmp_path: Path) -> None:
    assert printed(tmp_path) == PRINTED


@pytest.mark.explore
def test_when_one_of_three_servers_is_gone_the_customers_of_the_others_are_served() -> None:
    """And what it had acknowledged is there when it comes back."""
    with ExitStack() as stack:
        servers = [stack.enter_context(server()) for _ in range(3)]
        shards = run_path(str(PROGRAM))["Shards"]([one.database("shard") for one in servers])
        stack.callback(shards.close)
        before = [shards.receive(came(f"u-{number}"), by=s.SYSTEM).id for number in range(12)]
        servers[1].stop()
        served = [number for number in range(12, 24) if shards.of_customer(f"u-{number}") is not shards.desks[1]]
        after = [shards.receive(came(f"u-{number}"), by=s.SYSTEM).id for number in served]
        lost = next(number for number in range(24) if shards.of_customer(f"u-{number}") is shards.desks[1])
        with pytest.raises(StoreError):
            shards.receive(came(f"u-{lost}"), by=s.SYSTEM)
        servers[1].start()
        assert sorted(one.id for one in shards.each()) == sorted((*before, *after))
        assert all(desk.check_integrity().sound for desk in shards.desks)
