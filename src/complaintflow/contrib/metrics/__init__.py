"""Numbers for Prometheus (extra `metrics`): what a desk does, how it ends, and how much waits.

`watch(desk, metrics)` counts calls; `metrics.follow(desk)` shows how much waits, whenever somebody scrapes. No label
holds what people say, an id or an address, and none has more than a hundred values.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Lock
from time import perf_counter
from typing import Any

try:
    from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
    from prometheus_client.core import GaugeMetricFamily
    from prometheus_client.registry import Collector
except ImportError as error:
    raise ImportError("the metrics need the extra: pip install 'complaintflow[metrics]'") from error

from complaintflow import Desk, DeskCall, Refused, StoreError, commands as c
from complaintflow.record.keys import RunKey

__all__ = ["Metrics"]

_MOST = 100
"""So many values a label has; what comes later is counted as `other`."""
_LONGEST = 60
_OTHER = "other"
_FELL_OVER = "fell over"
_SECONDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0)


class Metrics:
    """Counts the calls of desks in a registry of its own, or in yours."""

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = registry or CollectorRegistry()
        self._known: dict[str, set[str]] = {}
        self._alone = Lock()
        self._waiting: _Waiting | None = None
        count = self._counter
        self._calls = count("calls", "Calls of the desk, by how they ended.", "call", "outcome")
        self._refusals = count("refusals", "What was refused, by command and rule.", "command", "rule")
        self._deliveries = count(
            "deliveries", "Attempts to send a letter, by channel and outcome.", "channel", "outcome"
        )
        self._breaches = count("breaches", "Deadlines that were missed, by clock.", "clock")
        self._lost = count("leases_lost", "Letters whose worker had not come back when the lease ended.")
        self._unread = count("unreadable", "Records that held up a letter or a look.", "table")
        self._seconds = Histogram(
            "complaintflow_call_seconds",
            "How long calls take.",
            ["call"],
            registry=self.registry,
            buckets=_SECONDS,
        )

    def _counter(self, name: str, told: str, *labels: str) -> Counter:
        return Counter(f"complaintflow_{name}", told, labels, registry=self.registry)

    def follow(self, desk: Desk, limit: int = 1000) -> None:
        """Show how much waits on this desk, and on no other, whenever somebody scrapes.

        Of dead letters and of what is due it counts `limit` at most.
        """
        before, self._waiting = self._waiting, _Waiting(desk, limit)
        if before:
            self.registry.unregister(before)
        self.registry.register(self._waiting)

    def text(self) -> bytes:
        """All numbers as Prometheus reads them."""
        return generate_latest(self.registry)

    @contextmanager
    def watch(self, call: DeskCall) -> Generator[Any, None, None]:
        """Counts a call and how long it takes."""
        began, outcome = perf_counter(), "done"
        try:
            yield lambda answer: self._count(call, answer)  # pyright: ignore[reportUnknownLambdaType]
        except Refused as refused:
            outcome = "refused"
            self._refuse(refused)
            raise
        except BaseException as error:
            outcome = type(error).__name__
            if call.name == "send":
                self._add(self._deliveries, channel=call.channel, outcome=_FELL_OVER)
            raise
        finally:
            self._add(self._calls, call=call.name, outcome=outcome)
            self._seconds.labels(call=self._bound("call", call.name)).observe(perf_counter() - began)

    def _count(self, call: DeskCall, answer: Any) -> None:
        """What an answer says beside that there is one."""
        match call.name:
            case "send":
                self._add(self._deliveries, channel=call.channel, outcome=str(answer.status))
            case "deliver":
                self._lost.inc(answer.lost_leases)
                self._count_unreadable(answer.unreadable)
            case "tick":
                for one in answer.done:
                    if isinstance(one.command, c.MissDeadline) and not one.refusals and not answer.dry:
                        self._add(self._breaches, clock=RunKey.parse(one.command.clock).clock)
                self._count_unreadable(answer.unreadable)
            case "do_many" | "receive_many" | "receive_rows":
                for one in answer:
                    if isinstance(one, Refused):
                        self._refuse(one)
            case _:
                pass

    def _count_unreadable(self, records: Any) -> None:
        for one in records:
            self._add(self._unread, table=one.table)

    def _refuse(self, refused: Refused) -> None:
        for refusal in refused.refusals:
            self._add(self._refusals, command=refused.command, rule=refusal.rule)

    def _add(self, counter: Counter, **labels: str) -> None:
        counter.labels(**{name: self._bound(name, value) for name, value in labels.items()}).inc()

    def _bound(self, label: str, value: str) -> str:
        """The value, as long as few are known of this label."""
        with self._alone:
            known = self._known.setdefault(label, set())
            if value not in known and (len(known) >= _MOST or len(value) > _LONGEST):
                return _OTHER
            known.add(value)
        return value


class _Waiting(Collector):
    """How much waits, asked when somebody scrapes. While the store is away only that is told."""

    def __init__(self, desk: Desk, limit: int) -> None:
        self._desk, self._limit = desk, limit

    def describe(self) -> list[Any]:
        """Nothing is read before the first scrape."""
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges."""
        try:
            backlog = self._desk.backlog(self._limit)
        except StoreError:
            yield _gauge("store_up", "Whether the store answers.", 0)
            return
        age = (datetime.now(UTC) - backlog.oldest).total_seconds() if backlog.oldest else 0.0
        yield _gauge("store_up", "Whether the store answers.", 1)
        yield _gauge("letters_waiting", "Letters that wait to be sent.", backlog.waiting)
        yield _gauge("oldest_letter_seconds", "How long ago the oldest of them was said.", age)
        yield _gauge("dead_letters", "Letters that a person has to look at.", backlog.dead)
        yield _gauge("complaints_due", "Complaints whose clocks are due to be looked at.", backlog.due)
        yield _gauge("complaints_late_seconds", "How late the first of them is.", backlog.late.total_seconds())
        yield _gauge("complaints_overdue", "Open complaints with a deadline that is over.", backlog.overdue)


def _gauge(name: str, told: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"complaintflow_{name}", told, value=value)
