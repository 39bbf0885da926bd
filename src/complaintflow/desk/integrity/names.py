"""What the keys of callers and the digests of policies stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from complaintflow.desk.policy_versions import load_policy
from complaintflow.errors import UnreadableRecord
from complaintflow.plugins import Policies, Remembered
from complaintflow.record.history import Breach


def key_faults(keys: Iterable[tuple[str, Remembered]], versions: Mapping[str, int]) -> Iterator[Breach]:
    """The keys whose result is not there. The keys themselves are not told: they are the callers'."""
    for _, what in keys:
        if not 1 <= what.version <= versions.get(what.complaint, 0):
            yield Breach(what.complaint, what.version, "a key stands for what is in no history", "keys")


def policy_faults(session: Policies, digests: Iterable[str]) -> Iterator[Breach]:
    """The policies that are not there, cannot be read, or are not what their digests name."""
    for digest in sorted(set(digests)):
        try:
            load_policy(session, digest)
        except UnreadableRecord as error:
            yield Breach(digest, 0, error.cause, "policies")
