"""Each complaint keeps the policy that it was received under, until `Migrate` moves it to the present one.

The policy's document is kept in the store beside the complaints, named by its digest. So the rules can change while
complaints are open: an old one is still decided, timed and explained by the rules that it had.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from complaintflow._validation.reading import reading
from complaintflow.errors import UnreadableRecord
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Policies
from complaintflow.policy.document import digest_of
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Event
from complaintflow.record.facts import Facts

_read_document = lru_cache(maxsize=64)(Policy.from_document)
"""A house has few policies, and each is a large document that never changes under its digest."""


class PolicyVersions:
    """The present lifecycle, and the same table and guards under every policy that complaints still have."""

    def __init__(self, lifecycle: Lifecycle) -> None:
        self.present = lifecycle
        self._known = {lifecycle.policy.digest: lifecycle}

    def of(self, session: Policies, facts: Facts) -> Lifecycle:
        """The lifecycle of this complaint. Raises `UnreadableRecord` when its policy is not in the store."""
        return self._by_digest(session, facts.policy or self.present.policy.digest)

    def policies_of(self, session: Policies, events: Iterable[Event]) -> tuple[Policy, Mapping[str, Policy]]:
        """The policy under which these events leave their complaint, and all that it was under, by their digests."""
        digests = [str(event.changes["policy"]) for event in events if "policy" in event.changes]
        policies = {digest: self._by_digest(session, digest).policy for digest in digests}
        return (policies[digests[-1]] if digests else self.present.policy), policies

    def policy_of(self, session: Policies, digest: str) -> Policy:
        """The policy of this digest. Raises `UnreadableRecord` when it is not in the store."""
        return self._by_digest(session, digest).policy

    def keep(self, session: Policies) -> None:
        """Keep the present policy in the store, if it is not there yet."""
        policy = self.present.policy
        if session.policy(policy.digest) is None:
            session.keep_policy(policy.digest, policy.document)

    def read(self, session: Policies, digest: str) -> None:
        """Read a policy from the store again, whatever was known of it. Raises `UnreadableRecord`."""
        self._known.pop(digest, None)
        self._known[self.present.policy.digest] = self.present
        self._by_digest(session, digest)

    def _by_digest(self, session: Policies, digest: str) -> Lifecycle:
        found = self._known.get(digest)
        if found is None:
            found = self._known[digest] = self.present.under(load_policy(session, digest))
        return found


def load_policy(session: Policies, digest: str) -> Policy:
    """The policy of this digest as the store has it. Raises `UnreadableRecord`."""
    document = session.policy(digest)
    if document is None:
        raise UnreadableRecord.of("policies", digest, "it is not in the store")
    with reading("policies", digest):
        if digest_of(document) != digest:
            raise UnreadableRecord.of("policies", digest, "it was changed in the store")
        return _read_document(document)
