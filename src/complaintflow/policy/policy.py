"""Every number of the rules, in one frozen record.

The defaults come from the requirements, and a TOML file states what differs. Its tables (types, areas, channels,
limits) extend the defaults; its lists and numbers replace them. A policy is named by its `digest`, and every event
carries the digest of the policy under which it was decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any

import attrs
import msgspec

from complaintflow._validation.bounds import check_depth, read_bounded
from complaintflow._validation.names import fold_name, name_key
from complaintflow._validation.structure import (
    FrozenMap,
    Hazard,
    Name,
    NonBlank,
    as_limits,
    as_texts,
    as_words,
    structure,
    validate,
)
from complaintflow.errors import DefinitionError, InvalidInput, Problem
from complaintflow.policy.access import NAMING, ROLES, Rights, Role, access_problems, declare_members, named_roles
from complaintflow.policy.authority import COMPENSATION_KINDS, PAY_LIMITS, PAYING, Authority
from complaintflow.policy.batches import Batches
from complaintflow.policy.calls import Calls
from complaintflow.policy.channel_rules import CHANNELS, ChannelRule
from complaintflow.policy.clock_rules import Budget, CalendarRule, ClockRule, Level, as_levels, budget_texts
from complaintflow.policy.closing import FAREWELLS, Closing, Disputes, Farewell
from complaintflow.policy.complaint_types import AREAS, TYPES, TypeRule, undefined_type
from complaintflow.policy.costs import Costs, Money
from complaintflow.policy.custom_fields import FieldRule, declaration_problems, read_fields
from complaintflow.policy.default_clocks import CALENDARS, CLOCKS, LEVELS, WORKING_HOURS
from complaintflow.policy.default_playbook import PLAYBOOK
from complaintflow.policy.default_words import EMPTY_WORDS, JARGON, NOTHING_ELSE, ROOT_CAUSES, TAKEN_OVER
from complaintflow.policy.document import digest_of, merge, plain, read_toml
from complaintflow.policy.imports import Imports
from complaintflow.policy.leaps import Leaps
from complaintflow.policy.limits import Limits
from complaintflow.policy.machines import Machines
from complaintflow.policy.numbers import Count, Days, Positive
from complaintflow.policy.playbook import PlaybookPage
from complaintflow.policy.promises import Promises
from complaintflow.policy.retention import Retention
from complaintflow.policy.sending import Sending
from complaintflow.policy.spikes import SPIKE_KINDS, Spikes
from complaintflow.policy.weights import Weights, grade_problems, point_problems
from complaintflow.vocabulary import (
    CUSTOMER,
    LANGUAGES,
    SYSTEM,
    Grade,
    Remedy,
    Vulnerability,
    has_words,
    language_of,
)
from complaintflow.wording import fold

NEVER_OVERRIDDEN = frozenset(
    {
        *("allowed", "permitted", "person-decides", "proved-by-a-person", "approved-by-another", "machine-budget"),
        *("verify-before-notify", "confirm-before-close", "customers-own-word"),
    }
)
"""Rules that no policy may list as overridable."""


def _has_words(language: str) -> str | None:
    return None if has_words(language) else f"a language with words: {', '.join(LANGUAGES)}"


def _has_words_or_blank(language: str) -> str | None:
    return _has_words(language) if language else None


def _region(code: str) -> str | None:
    sound = not code or (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper())
    return None if sound else "a country by its two capital letters (ISO 3166), or blank"


@attrs.frozen(repr=False, eq=False)
class Policy:
    """Everything that a company may decide for itself. `Policy()` holds the defaults of the requirements.

    `language` and `zone` are those of the house, by default English and UTC: customers, staff and calendars that name
    no other have them. A blank `staff_language` is the `language`. `region` is the country (`CN`) whose telephone
    numbers are written without a code.

    `fields` are intake fields of the house's own, by name. `teams` are further names of the house. A name that the
    policy does not know is a caution; it is refused where `closed_names` lists its kind: type, area, channel, team,
    role. `roles` declares every role of staff, with what it may do and see: a closed list, which the other keys only
    name from. An actor who has none of them may do nothing.

    Raises `DefinitionError` with every problem for values that contradict the rules.
    """

    types: Mapping[Name, TypeRule] = TYPES
    areas: Mapping[Name, str] = AREAS
    fields: Mapping[str, FieldRule] = FrozenMap()
    channels: Mapping[Name, ChannelRule] = CHANNELS
    customer_facing: frozenset[Name] = attrs.field(default=frozenset({"agent", "lead", "manager"}), converter=as_words)
    authority: Authority = attrs.field(factory=Authority)
    compensation_limits: Mapping[Name, Mapping[str, Money]] = attrs.field(default=PAY_LIMITS, converter=as_limits)
    compensation_aliases: Mapping[str, NonBlank] = COMPENSATION_KINDS
    paying_remedies: frozenset[Remedy] = attrs.field(default=PAYING, converter=as_words)
    closing: Closing = attrs.field(factory=Closing)
    promises: Promises = attrs.field(factory=Promises)
    weights: Weights = attrs.field(factory=Weights)
    sending: Sending = attrs.field(factory=Sending)
    batches: Batches = attrs.field(factory=Batches)
    spikes: Spikes = attrs.field(factory=Spikes)
    imports: Imports = attrs.field(factory=Imports)
    leaps: Leaps = attrs.field(factory=Leaps)
    retention: Retention = attrs.field(factory=Retention)
    machines: Machines = attrs.field(factory=Machines)
    disputes: Disputes = attrs.field(factory=Disputes)
    calls: Calls = attrs.field(factory=Calls)
    costs: Costs = attrs.field(factory=Costs)
    own_parties: frozenset[NonBlank] = attrs.field(default=frozenset({"platform", "customer"}), converter=as_words)
    parties: frozenset[NonBlank] = attrs.field(
        default=frozenset({"platform", "merchant", "logistics", "third_party", "customer"}), converter=as_words
    )
    root_causes: Mapping[str, NonBlank] = ROOT_CAUSES
    care_causes: frozenset[NonBlank] = attrs.field(default=frozenset(), converter=as_words)
    care_channels: Mapping[str, NonBlank] = FrozenMap()
    unanswered: Mapping[str, Farewell] = FAREWELLS
    overridable: frozenset[NonBlank] = attrs.field(
        default=frozenset({"party-heard", "no-ping-pong"}), converter=as_words
    )
    playbook: Mapping[str, PlaybookPage] = PLAYBOOK
    contacts: Mapping[str, NonBlank] = FrozenMap()
    identity_hazards: frozenset[Hazard] = attrs.field(default=TAKEN_OVER, converter=as_words)
    emergency_team: Name = "emergency"
    teams: frozenset[Name] = attrs.field(default=frozenset(), converter=as_words)
    roles: Mapping[Name, Role] = ROLES
    closed_names: frozenset[str] = attrs.field(default=frozenset(), converter=as_words)
    ladder: tuple[NonBlank, ...] = attrs.field(
        default=("talk", "training", "assessment", "removal"), converter=as_texts
    )
    ladder_window: timedelta = timedelta(days=30)
    duplicate_days: Days = 30
    text_limit: Positive = 100_000
    limits: Limits = attrs.field(factory=Limits)
    update_min_chars: Count = 20
    jargon: Mapping[str, tuple[NonBlank, ...]] = JARGON
    report_min_chars: Count = 6
    nothing_else: frozenset[NonBlank] = attrs.field(default=NOTHING_ELSE, converter=as_words)
    empty_words: frozenset[NonBlank] = attrs.field(default=EMPTY_WORDS, converter=as_words)
    language: Annotated[str, _has_words] = "en"
    staff_language: Annotated[str, _has_words_or_blank] = ""
    zone: NonBlank = "UTC"
    region: Annotated[str, _region] = ""
    calendars: Mapping[str, CalendarRule] = CALENDARS
    clocks: Mapping[str, ClockRule] = CLOCKS
    escalation: tuple[Level, ...] = attrs.field(default=LEVELS, converter=as_levels)
    awake: str = "awake"
    working_hours: Mapping[Name, NonBlank] = WORKING_HOURS
    backdate_limit: timedelta = timedelta(days=3)

    def __attrs_post_init__(self) -> None:
        try:
            validate(self)
        except InvalidInput as invalid:
            raise DefinitionError(invalid.problems) from None
        falling = (*point_problems(self.weights), *grade_problems(self.weights))
        words = (*_language_problems(self), *_contact_problems(self), *_closed_problems(self))
        times = (*_budget_problems(self), *_wait_problems(self))
        named = (*declaration_problems(self.fields, self.types), *_overridable_problems(self), *_care_problems(self))
        access = access_problems(
            self.roles, self.types, named_roles({key: plain(getattr(self, key)) for key in NAMING})
        )
        problems = (*named, *words, *falling, *times, *access, *_spike_problems(self))
        if problems:
            raise DefinitionError(problems)

    @classmethod
    def from_toml(cls, source: str | Path) -> Policy:
        """A policy from a TOML text, or from the file at a `Path`.

        Raises `DefinitionError` naming each wrong key, the value found, and what is allowed.
        """
        return cls.from_data(read_toml(source))

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Policy:
        """A policy from nested tables that hold only what differs from the default."""
        try:
            check_depth(data, "policy")
            return structure(cls, merge(_default_tables(), data))
        except InvalidInput as invalid:
            raise DefinitionError(invalid.problems) from None

    @cached_property
    def language_for_staff(self) -> str:
        """The language that staff read: theirs, or that of the house."""
        return self.staff_language or self.language

    @property
    def heard_chars(self) -> int:
        """So many characters of what a customer writes are put on record, so that no command is too long for them."""
        return min(self.text_limit, self.limits.command_bytes // _BYTES_OF_SIGN)

    @cached_property
    def smallest_limit(self) -> int:
        """What takes no more bytes than this is within every limit on texts, names and numbers of entries."""
        limits = attrs.asdict(self.limits).values()
        return min(self.text_limit, *(limit for limit in limits if isinstance(limit, int)))

    @cached_property
    def longest_text(self) -> int:
        """What takes no more bytes than this holds no text, and is no command, over its limit."""
        return min(self.text_limit, self.limits.command_bytes)

    @cached_property
    def grade_scores(self) -> tuple[tuple[int, Grade], ...]:
        """R10: the score at which each grade begins, the highest grade first."""
        return tuple((begins, Grade[name]) for name, begins in sorted(self.weights.grades.items(), key=_by_grade))

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """R43: all terms of the jargon."""
        return tuple(term for listed in self.jargon.values() for term in listed)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which this house has words for staff and customers: `en`, `zh`; first that of staff."""
        return tuple(dict.fromkeys(map(language_of, (self.language_for_staff, self.language))))

    def cause_of(self, label: str) -> str:
        """R37: the name of the cause in a label, which is a cause, a dash and a place; blank for any other text."""
        cause, _, where = label.partition("-")
        named = (name for name, chinese in self.root_causes.items() if cause.strip() in {name, chinese})
        return next(named, "") if where.strip() else ""

    @cached_property
    def durations(self) -> Mapping[str, timedelta]:
        """The durations that a clock's budget may name, by their keys: `closing.silent_after`."""
        named = {"promises": attrs.asdict(self.promises), "closing": attrs.asdict(self.closing)}
        return {
            f"{section}.{name}": value
            for section, values in named.items()
            for name, value in values.items()
            if isinstance(value, timedelta)
        }

    @cached_property
    def document(self) -> bytes:
        """The whole policy as canonical JSON, stored with the complaints that are under it."""
        return msgspec.json.encode(plain(self), order="deterministic")

    @classmethod
    def from_document(cls, document: bytes) -> Policy:
        """The policy of such a document. Raises `DefinitionError` for any other text."""
        try:
            tables = read_bounded(lambda: msgspec.json.decode(document, type=dict[str, Any]), "policy")
            return structure(cls, declare_members(tables))
        except (InvalidInput, msgspec.DecodeError) as error:
            raise DefinitionError((Problem("policy", str(error), "a document of a policy"),)) from error

    @cached_property
    def digest(self) -> str:
        """The name of this policy: equal rules have equal digests."""
        return digest_of(self.document)

    def __eq__(self, other: object) -> bool:
        return self.digest == other.digest if isinstance(other, Policy) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"<Policy {self.digest}>"

    def may_pay(self, roles: Iterable[str], currency: str) -> Decimal | None:
        """R26: the most that these roles may pay in a cycle: infinite without a limit, None without authority."""
        if self.authority.pay_without_limit.intersection(roles):
            return Decimal("Infinity")
        known = (self.compensation_limits.get(role, {}) for role in roles)
        wanted = fold_name(currency)
        return max(
            (most for limits in known for name, most in limits.items() if fold_name(name) == wanted), default=None
        )

    def compensation_kind(self, name: str) -> str:
        """R26: the kind of a compensation by the name that somebody typed: `Coupon `, `coupon` and `代金券` are one."""
        bare = _kind_key(name)
        return self._kinds.get(bare, bare)

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        aliases = {_kind_key(alias): kind for alias, kind in self.compensation_aliases.items()}
        known = {_kind_key(kind): kind for kind in (*Remedy, *aliases.values())}
        return {**known, **{alias: known[_kind_key(kind)] for alias, kind in aliases.items()}}

    def type_rule(self, type: str) -> TypeRule:
        """The rule of a type; an undefined type requires nothing."""
        rule: TypeRule = self.types.get(type) or undefined_type(type)
        return rule

    def required_fields(self, type: str) -> tuple[str, ...]:
        """R3: the intake fields that a type needs, those of the house's own among them."""
        required = self.type_rule(type).required
        own = [name for name, rule in self.fields.items() if type in rule.required]
        return tuple(dict.fromkeys((*required, *own))) if own else required

    def read_fields(self, given: Mapping[str, str]) -> dict[str, str]:
        """R3: these values of the house's own fields as they are kept. Raises `InvalidInput` with all problems."""
        return read_fields(self.fields, given, self.limits.name_chars) if given else {}

    @cached_property
    def searchable_fields(self) -> frozenset[str]:
        """The fields of the house's own by which lists find complaints."""
        return frozenset(name for name, rule in self.fields.items() if rule.searchable)

    @cached_property
    def staff_roles(self) -> frozenset[str]:
        """The roles of staff: those that are declared."""
        return frozenset(self.roles)

    def rights(self, roles: frozenset[str]) -> Rights:
        """What these roles give together; one that is not declared gives nothing."""
        found = self._rights.get(roles)
        if found is None:
            known = roles & self.staff_roles  # whatever else an actor calls itself fills no table
            found = self._rights.setdefault(known, Rights(self.roles[name] for name in sorted(known)))
        return found

    @cached_property
    def _rights(self) -> dict[frozenset[str], Rights]:
        return {}

    def roles_for(self, command: str) -> frozenset[str]:
        """The roles that may do a command by themselves, somewhere."""
        return frozenset(name for name, role in self.roles.items() if role.may(command))

    @cached_property
    def known_names(self) -> Mapping[str, frozenset[str]]:
        """R7: the names that the policy has, by kind: types, areas, channels, teams and roles."""
        rules = self.types.values()
        return {
            "type": frozenset(self.types),
            "area": frozenset(self.areas),
            "channel": frozenset(self.channels),
            "team": self.teams | {rule.team for rule in rules} | {self.emergency_team},
            "role": self.staff_roles | _ACTING | {_OWNER},
        }

    @cached_property
    def _spellings(self) -> Mapping[str, Mapping[str, str]]:
        """For each kind of name: its names by what other spellings have in common with them, and by their Chinese."""
        chinese = {
            "type": {name_key(rule.zh): name for name, rule in self.types.items() if rule.zh.strip()},
            "area": {name_key(zh): name for name, zh in self.areas.items() if zh.strip()},
        }
        return {
            kind: {**chinese.get(kind, {}), **{name_key(name): name for name in names}}
            for kind, names in self.known_names.items()
        }

    def spell(self, kind: str, name: str) -> str:
        """The name as the policy spells it, or as it is when the policy does not know it."""
        return name if name in self.known_names[kind] else self._spellings[kind].get(name_key(name), name)

    def contact_kind(self, channel: str) -> str:
        """The kind of contact that a message on this channel goes to."""
        rule = self.channels.get(channel)
        return rule.contact if rule and rule.contact else channel

    @cached_property
    def contact_kinds(self) -> frozenset[str]:
        """Every kind of contact that messages go to. A contact under another name is known by its form."""
        return frozenset(map(self.contact_kind, self.channels))


def _by_grade(beginning: tuple[str, int]) -> int:
    return -Grade[beginning[0]].rank


_BYTES_OF_SIGN = 8
"""A character has at most 6 bytes in a command, and what stands beside the words has some as well."""


def _kind_key(name: str) -> str:
    """What the spellings of one kind have in common: the letters, also traditional ones and look-alikes."""
    return "".join(filter(str.isalnum, fold(name))) or name_key(name)


def _overridable_problems(policy: Policy) -> tuple[Problem, ...]:
    allowed = "a rule other than " + ", ".join(sorted(NEVER_OVERRIDDEN))
    return tuple(Problem("overridable", rule, allowed) for rule in sorted(policy.overridable & NEVER_OVERRIDDEN))


@lru_cache(maxsize=1)
def _default_tables() -> dict[str, Any]:
    """The default policy as tables. Of every other one a house says what it changes of them."""
    tables: dict[str, Any] = plain(STANDARD)
    return tables


_ACTING = frozenset({CUSTOMER, SYSTEM})
_OWNER = "owner"
"""Who is told may be the owner of a complaint: that is nobody's role."""


def _closed_problems(policy: Policy) -> tuple[Problem, ...]:
    kinds = policy.known_names
    unknown = sorted(policy.closed_names - set(kinds))
    return tuple(Problem("closed_names", kind, f"one of {', '.join(sorted(kinds))}") for kind in unknown)


def _wait_problems(policy: Policy) -> Iterator[Problem]:
    """No message waits for its next attempt longer than anything may wait."""
    longest = policy.leaps.longest
    for name in ("longest_wait", "longest_asked"):
        if getattr(policy.sending, name) > longest:
            found = str(getattr(policy.sending, name))
            yield Problem(f"sending.{name}", found, f"at most {longest} (leaps.longest)")


def _budget_problems(policy: Policy) -> Iterator[Problem]:
    """No clock runs longer than the horizon: its calendar would look further than any time that a person may name."""
    horizon = policy.limits.horizon
    for name, rule in policy.clocks.items():
        for field, text in budget_texts(rule).items():
            budget = Budget.parse(text)
            if budget and budget.longest > horizon:
                expected = f"at most {horizon.days} days (limits.horizon)"
                yield Problem(f"clocks.{name}.{field}", repr(text), expected)
    for name, span in policy.durations.items():
        if span > horizon:
            yield Problem(name, str(span), f"at most {horizon.days} days (limits.horizon)")


def _language_problems(policy: Policy) -> tuple[Problem, ...]:
    """English must be there: customers whose language is missing read it."""
    return () if "en" in policy.unanswered else (Problem("unanswered", "no words in en", "reason and recourse in en"),)


def _contact_problems(policy: Policy) -> tuple[Problem, ...]:
    """R42: a contact person is for a party that the policy names."""
    allowed = "one of " + ", ".join(sorted(policy.parties))
    return tuple(Problem("contacts", party, allowed) for party in sorted(policy.contacts.keys() - policy.parties))


def _care_problems(policy: Policy) -> tuple[Problem, ...]:
    """R48: the reasons are a closed list, and their channels and causes are known."""
    reasons, channels = [str(reason) for reason in Vulnerability], sorted(policy.channels)
    chosen = policy.care_channels.items()
    unknown = [Problem("care_channels", reason, ", ".join(reasons)) for reason, _ in chosen if reason not in reasons]
    strange = [
        Problem(f"care_channels.{reason}", channel, "one of " + ", ".join(channels))
        for reason, channel in chosen
        if channel not in channels
    ]
    causes = ", ".join(policy.root_causes)
    nameless = [Problem("care_causes", cause, causes) for cause in sorted(policy.care_causes - set(policy.root_causes))]
    return (*unknown, *strange, *nameless)


def _spike_problems(policy: Policy) -> Iterator[Problem]:
    """R41: what is counted together is a closed list, and the calendar is one of the policy's."""
    for kind in sorted(policy.spikes.of.difference(SPIKE_KINDS)):
        yield Problem("spikes.of", kind, "one of " + ", ".join(SPIKE_KINDS))
    calendar = policy.spikes.calendar
    if calendar and calendar not in policy.calendars:
        yield Problem("spikes.calendar", calendar, "one of " + ", ".join(sorted(policy.calendars)) + ", or blank")


STANDARD = Policy()
"""The policy of a house that says nothing of its own: made once, since nobody can change it."""
