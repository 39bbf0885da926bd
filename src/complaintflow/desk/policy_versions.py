"""Each complaint keeps the policy and the lifecycle that it was received under, until `Migrate` moves it.

The policy's document is kept in the store beside the complaints, named by its digest. A lifecycle may hold code, so a
desk is given those that its complaints still have. So the rules can change while complaints are open: an old one is
still decided, timed and explained by the rules that it had.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from complaintflow._validation.reading import reading
from complaintflow.errors import UnreadableRecord
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.lifecycle.states import CustomState, stage_of
from complaintflow.plugins import Policies
from complaintflow.policy.document import digest_of
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Event
from complaintflow.record.facts import Facts
from complaintflow.vocabulary import State

_read_document = lru_cache(maxsize=64)(Policy.from_document)
"""A house has few policies, and each is a large document that never changes under its digest."""


class PolicyVersions:
    """The present lifecycle, and every other that complaints still have, under every policy that they still have.

    `former` are the lifecycles before the present one, the latest first. `states` are all of theirs, each with the
    built-in one whose meaning it has.
    """

    def __init__(self, lifecycle: Lifecycle, former: Iterable[Lifecycle] = ()) -> None:
        self.present = lifecycle
        self.former = tuple(former)
        self._by_own_digest = {one.own_digest: one for one in (*reversed(self.former), lifecycle)}
        every = [one.moving.states.items() for one in (*reversed(self.former), lifecycle)]
        self.states: Mapping[str, str] = dict(
            sorted((name, stage_of(state)) for states in every for name, state in states)
        )
        self._meanings = {(name, stage_of(state)) for states in every for name, state in states}
        self._policies = {lifecycle.policy.digest: lifecycle.policy}
        self._known = {(lifecycle.own_digest, lifecycle.policy.digest): lifecycle}

    @property
    def own_states(self) -> tuple[Mapping[str, CustomState], ...]:
        """The states of the house's own, by their names, for each of its lifecycles."""
        return tuple(rules.own_states for rules in (self.present, *self.former))

    def afresh(self) -> PolicyVersions:
        """The same, which has read no policy yet."""
        return PolicyVersions(self.present, self.former)

    def of(self, session: Policies, facts: Facts) -> Lifecycle:
        """The lifecycle of this complaint. Raises `UnreadableRecord` when its policy is not in the store."""
        return self._under(session, self.lifecycle_of(facts), facts.policy or self.present.policy.digest)

    def rules_for(self, session: Policies, facts: Facts) -> Lifecycle:
        """The present rules, unless the complaint has another lifecycle: then those that it has."""
        return self.present if self.lifecycle_of(facts) is self.present else self.of(session, facts)

    def lifecycle_of(self, facts: Facts) -> Lifecycle:
        """The one that it has, whatever its policy; where nobody gave that to the desk, one that knows its state."""
        if not self.former or facts.state == State.NEW:
            return self.present
        own = self._by_own_digest.get(facts.lifecycle, self.present)
        if own.moving.knows(facts):
            return own
        return next((one for one in (self.present, *self.former) if one.moving.knows(facts)), own)

    def knows(self, facts: Facts) -> bool:
        """Whether one of its lifecycles has the state of this complaint, with the same meaning. Every tick asks."""
        return (facts.state, facts.stage) in self._meanings

    def policies_of(self, session: Policies, events: Iterable[Event]) -> tuple[Policy, Mapping[str, Policy]]:
        """The policy under which these events leave their complaint, and all that it was under, by their digests."""
        digests = [str(event.changes["policy"]) for event in events if "policy" in event.changes]
        policies = {digest: self.policy_of(session, digest) for digest in digests}
        return (policies[digests[-1]] if digests else self.present.policy), policies

    def policy_of(self, session: Policies, digest: str) -> Policy:
        """The policy of this digest. Raises `UnreadableRecord` when it is not in the store."""
        found = self._policies.get(digest)
        if found is None:
            found = self._policies[digest] = load_policy(session, digest)
        return found

    def keep(self, session: Policies) -> None:
        """Keep the present policy in the store, if it is not there yet."""
        session.keep_policy(self.present.policy.digest, self.present.policy.document)

    def read(self, session: Policies, digest: str) -> None:
        """Read a policy from the store again, whatever was known of it. Raises `UnreadableRecord`."""
        self._policies.pop(digest, None)
        self._policies[self.present.policy.digest] = self.present.policy
        for key in [key for key in tuple(self._known) if key[1] == digest]:
            self._known.pop(key, None)
        self._known[self.present.own_digest, self.present.policy.digest] = self.present
        self.policy_of(session, digest)

    def _under(self, session: Policies, lifecycle: Lifecycle, digest: str) -> Lifecycle:
        key = (lifecycle.own_digest, digest)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = lifecycle.on_record(self.policy_of(session, digest))
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
