"""Promises 4 and 9: what was once recorded replays to the same snapshots, in this version and in every later one.

`python -m tests.golden.record histories-N.jsonl` records a new file beside those that are there.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import Desk, Policy
from complaintflow.commands import BUILTIN, make
from complaintflow.plugins import Store, Stored
from complaintflow.policy.document import digest_of
from complaintflow.record.complaint import AT_ONCE
from complaintflow.record.facts import decode_facts, encode_facts
from complaintflow.record.history import Head, Sealed, head_of, replay, verify
from complaintflow.record.searched import search_news
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.testing import FrozenClock
from tests.golden.record import FOLDER, recorded, sealed_from
from tests.golden.script import LANGUAGES, LI

FILES = sorted(FOLDER.glob("histories-*.jsonl"))
POLICIES = {path.stem: path.read_bytes() for path in sorted((FOLDER / "policies").glob("*.json"))}


DROPPED = {"last_text"}
"""Facts of older versions that nothing reads any more: a digest that an erasure left behind."""


@attrs.define
class Golden:
    """One recorded file."""

    histories: dict[str, list[Sealed]] = attrs.Factory(lambda: defaultdict(list))
    snapshots: dict[str, dict[str, Any]] = attrs.Factory(dict)
    ledger: list[bytes] = attrs.Factory(list)
    head: str = ""

    def save(self, store: Store) -> None:
        """Save all of it, in the order of the ledger, with the policies."""
        with store.writing() as session:
            for digest, document in POLICIES.items():
                session.keep_policy(digest, document)
        places = {one.link: (id, one) for id, history in self.histories.items() for one in history}
        for link in self.ledger:
            id, sealed = places[link]
            received_at = replay(id, self.histories[id][:1]).received_at
            with store.writing() as session:
                before = session.history(id)
                complaint = replay(id, (*before, sealed))
                said = [(sealed.seq, entry) for entry in complaint.body if entry.seq == sealed.seq]
                news = search_news(complaint, said, {})
                session.save(Stored(complaint, sealed.link, received_at, searched=news), (sealed,))
                session.schedule(id, AT_ONCE)


def read(path: Path) -> Golden:
    golden = Golden()
    for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if "complaint" in line:
            golden.histories[line["complaint"]].append(sealed_from(line))
        elif "snapshot" in line:
            golden.snapshots[line["snapshot"]] = line
        else:
            golden.ledger, golden.head = list(map(bytes.fromhex, line["ledger"])), line["head"]
    return golden


@pytest.fixture(params=FILES, ids=lambda path: str(path.stem))
def golden(request: pytest.FixtureRequest) -> Golden:
    return read(request.param)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    kept: Store = MemoryStore()
    if request.param == "sqlite":
        kept = SqliteStore(tmp_path / "desk.db", synchronous="OFF")
    with closing(kept) as store:
        yield store


def test_every_recorded_history_replays_to_its_snapshot(golden: Golden) -> None:
    assert set(golden.histories) == set(golden.snapshots)
    for id, history in golden.histories.items():
        complaint, snapshot = replay(id, history), golden.snapshots[id]
        assert complaint.version == snapshot["version"]
        known = {name: value for name, value in snapshot["facts"].items() if name not in DROPPED}
        assert repeats(json.loads(encode_facts(complaint.facts)), known)
        assert complaint.facts == decode_facts(json.dumps(snapshot["facts"]).encode())


def test_every_recorded_chain_still_verifies(golden: Golden) -> None:
    for id, history in golden.histories.items():
        assert list(verify(id, history)) == []
    assert str(head_of(golden.ledger)) == golden.head
    assert Head.parse(golden.head).count == sum(map(len, golden.histories.values()))


def test_every_recorded_history_can_be_kept_and_looked_at(golden: Golden, store: Store) -> None:
    """Saved into a store of today, in the order of the ledger, it is sound up to the recorded head."""
    golden.save(store)
    with Desk(store, clock=FrozenClock(datetime.fromisoformat("2026-06-01T00:00:00+00:00"))) as desk:
        integrity = desk.check_integrity(anchor=golden.head)
        assert integrity.sound, integrity.breaches
        for id in golden.histories:
            for language in LANGUAGES:
                assert desk.brief(id, language)
                assert str(desk.customer_view(id, language))
            assert desk.steps(id, by=LI)


@pytest.mark.parametrize("digest", POLICIES)
def test_every_policy_that_was_recorded_can_still_be_read_and_has_its_name(digest: str) -> None:
    """A key that came later has its default."""
    assert digest_of(POLICIES[digest]) == digest
    assert Policy.from_document(POLICIES[digest]).types


def test_every_policy_that_a_history_names_was_recorded(golden: Golden) -> None:
    events = (one.event for history in golden.histories.values() for one in history)
    assert {event.changes["policy"] for event in events if "policy" in event.changes} <= set(POLICIES)


def repeats(now: Any, then: Any) -> bool:
    """Whether all that was said is said again; a newer version may know a field more, or a record for a text."""
    if isinstance(now, Mapping) and isinstance(then, str):
        return bool(next(iter(now.values())) == then)
    if isinstance(now, list) and isinstance(then, list):
        return len(now) == len(then) and all(map(repeats, now, then))
    if isinstance(now, Mapping) and isinstance(then, Mapping):
        return all(name in now and repeats(now[name], one) for name, one in then.items())
    return bool(now == then)


def test_every_recorded_command_can_be_read_by_its_name(golden: Golden) -> None:
    """What it said makes the same command again, and that one says the same."""
    for history in golden.histories.values():
        for sealed in history:
            assert repeats(make(sealed.kind, sealed.event.data).data(), sealed.event.data)


def test_the_newest_file_has_every_command_in_both_languages() -> None:
    """A new command needs a new file beside the old ones."""
    golden = read(FILES[-1])
    kinds: dict[str, set[str]] = defaultdict(set)
    for id, history in golden.histories.items():
        kinds[replay(id, history).customer.language] |= {one.kind for one in history}
    assert {language: sorted(set(BUILTIN) - kinds[language]) for language in LANGUAGES} == {"zh": [], "en": []}


def test_recording_again_gives_the_same_file_each_time() -> None:
    """Fixed times, ids and salts: a difference between two files is one of the rules."""
    assert list(recorded()) == list(recorded())
