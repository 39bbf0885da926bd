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
    Checked,
    FrozenMap,
    Hazard,
    Name,
    NonBlank,
    Within,
    Without,
    WordSet,
    as_limits,
    as_numbers,
    as_texts,
    as_words,
    structure,
    validate,
)
from complaintflow.errors import DefinitionError, InvalidInput, Problem
from complaintflow.policy.access import NAMING, ROLES, Rights, Role, access_problems, declare_members, named_roles
from complaintflow.policy.clock_rules import Budget, CalendarRule, ClockRule, Level, as_levels, budget_texts
from complaintflow.policy.costs import Costs, Money
from complaintflow.policy.custom_fields import FieldRule, declaration_problems, read_fields
from complaintflow.policy.default_clocks import CALENDARS, CLOCKS, LEVELS
from complaintflow.policy.default_playbook import PLAYBOOK
from complaintflow.policy.document import digest_of, merge, plain, read_toml
from complaintflow.policy.leaps import Leaps
from complaintflow.policy.limits import Limits
from complaintflow.policy.machines import Machines
from complaintflow.policy.playbook import PlaybookPage
from complaintflow.policy.retention import Retention
from complaintflow.policy.sending import Sending
from complaintflow.policy.spikes import SPIKE_KINDS, Spikes
from complaintflow.vocabulary import (
    CUSTOMER,
    LANGUAGES,
    SYSTEM,
    Grade,
    Ground,
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


Count = Annotated[int, Within(0)]
Positive = Annotated[int, Within(1)]
Days = Annotated[int, Within(0, 36_525)]


@attrs.frozen(eq=False, repr=False)
class TypeRule(Checked):
    """One type of complaint (R6, R7): its name in Chinese, if it has one, its team, and what it needs.

    `technical` requires plain words (R17), `identity` a checked identity before any action on what belongs to the
    customer (R22). `required` names the intake fields (R3).
    """

    zh: str = ""
    team: Name = "service"
    technical: bool = False
    identity: bool = False
    required: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts)


@attrs.frozen(eq=False, repr=False)
class ChannelRule(Checked):
    """One channel (R1): instant or asynchronous, and whether an answer needs a recorded contact.

    Messages on it go to the kind of contact in `contact`, or to that of the channel's name when it is blank.
    """

    instant: bool = False
    needs_contact: bool = False
    contact: str = ""


@attrs.frozen(eq=False, repr=False)
class Authority(Checked):
    """The roles that may do more than an ordinary handler."""

    lower_grade: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)
    close_unreachable: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)
    return_to_team: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)
    clear_hazard: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)
    unlink_incident: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)
    approve_decline: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)
    override: frozenset[Name] = attrs.field(default=frozenset({"manager"}), converter=as_words)
    pay_without_limit: frozenset[Name] = attrs.field(default=frozenset({"manager"}), converter=as_words)
    decide_abuse: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)


OwnGround = Annotated[Ground, Without(frozenset({Ground.IMPORTED}))]
"""A ground that a closing of ours may have: another system closed what is imported."""


@attrs.frozen(eq=False, repr=False)
class Closing(Checked):
    """R33, R34: the grounds for closing, the strict grounds for serious complaints, and their numbers."""

    grounds: frozenset[OwnGround] = attrs.field(default=frozenset(Ground) - {Ground.IMPORTED}, converter=as_words)
    strict_grounds: frozenset[OwnGround] = attrs.field(
        default=frozenset({Ground.CONFIRMED, Ground.UNREACHABLE}), converter=as_words
    )
    strict_grades: frozenset[Grade] = attrs.field(default=frozenset({Grade.E, Grade.A}), converter=as_words)
    silent_after: timedelta = timedelta(hours=72)
    unanswered_after: timedelta = timedelta(days=14)
    unreachable_attempts: Positive = 3
    unreachable_channels: Positive = 2
    unreachable_days: Positive = 3
    reopen_days: Days = 30


@attrs.frozen(eq=False, repr=False)
class Promises(Checked):
    """R2, R9, R28 … R30, R33: the promised times; a file states them in seconds or like 30min, 4h.

    The clocks measure them as elapsed time. The brief shows the promise of the grade.
    """

    first_response_instant: timedelta = timedelta(seconds=60)
    first_response_instant_vip: timedelta = timedelta(seconds=30)
    first_response_asynchronous: timedelta = timedelta(hours=24)
    next_response_instant: timedelta = timedelta(minutes=15)
    next_response_instant_vip: timedelta = timedelta(minutes=5)
    next_response_asynchronous: timedelta = timedelta(hours=24)
    emergency_mitigated: timedelta = timedelta(minutes=30)
    high_cause_found: timedelta = timedelta(hours=4)
    medium_closed: timedelta = timedelta(hours=24)
    low_answered: timedelta = timedelta(hours=72)
    third_party_news: timedelta = timedelta(hours=6)
    review_after: timedelta = timedelta(hours=24)

    def for_grade(self, grade: Grade) -> timedelta:
        """R9: the promise of a grade."""
        return {
            Grade.E: self.emergency_mitigated,
            Grade.A: self.high_cause_found,
            Grade.B: self.medium_closed,
            Grade.C: self.low_answered,
        }[grade]


@attrs.frozen(eq=False, repr=False)
class Batches(Checked):
    """R12: how many customers must report the same problem, and within what time, to make a batch.

    A tick links the whole batch to an incident. Without `makes`, it proposes the incident to the lead.
    """

    customers: Positive = 5
    within: timedelta = timedelta(hours=2)
    makes: bool = True


@attrs.frozen(eq=False, repr=False)
class Imports(Checked):
    """What an imported complaint brings along.

    A deadline that had passed at the other system goes on record as missed there. Without `tells_missed` nobody is told
    of it: it is on the agenda, and whoever heard of it then need not hear of it once more.
    """

    tells_missed: bool = False


MISSED = WordSet(
    {
        *("没人接", "无人接", "没有人接", "未接", "没接", "未接通", "没接通", "打不通", "没打通", "无法接通"),
        *("关机", "停机", "空号", "占线", "忙线", "语音信箱"),
        *("no answer", "not answered", "did not answer", "didn't answer", "nobody answered", "nobody picked up"),
        *("did not pick up", "didn't pick up", "voicemail", "voice mail", "answering machine", "line busy"),
        *("line was busy", "not reached", "unreachable", "switched off", "could not reach"),
    }
)
"""How staff write that nobody answered a call."""


@attrs.frozen(eq=False, repr=False)
class Calls(Checked):
    """R21: at which grades the customer is called first, who is experienced enough, and who listens in at which grades.

    What to say stands in the playbook (R42). An outcome that says little more than one of the `missed` phrases tells of
    a call that nobody answered.
    """

    grades: frozenset[Grade] = attrs.field(default=frozenset({Grade.E, Grade.A}), converter=as_words)
    experienced: frozenset[NonBlank] = attrs.field(default=frozenset({"agent", "lead", "manager"}), converter=as_words)
    listener: str = "lead"
    listened: frozenset[Grade] = attrs.field(default=frozenset({Grade.E}), converter=as_words)
    missed: frozenset[NonBlank] = attrs.field(default=MISSED, converter=as_words)


@attrs.frozen(eq=False, repr=False)
class Disputes(Checked):
    """R34: what follows when the customer says again that it is not solved, or it is reopened.

    Each time adds `points` to the score. The grade rises by one at number `raise_grade_at`, and the review is called
    at number `review_at`.
    """

    points: Count = 5
    raise_grade_at: Positive = 2
    review_at: Positive = 3


@attrs.frozen(eq=False, repr=False)
class Farewell(Checked):
    """R3, R35: what the customer reads when an unanswered question ends the complaint: the reason and the recourse."""

    reason: NonBlank
    recourse: NonBlank


@attrs.frozen(eq=False, repr=False)
class Weights(Checked):
    """R10: the points of each factor, by the rank of its value, and the score at which each grade begins.

    `care` are those of a vulnerable customer (R48): by default as much as one step of urgency.

    Points must not fall from one rank to the next, which keeps the calculator monotone. A policy that breaks this is a
    `DefinitionError`.
    """

    impact: tuple[Count, ...] = attrs.field(default=(0, 10, 25, 40), converter=as_numbers)
    urgency: tuple[Count, ...] = attrs.field(default=(0, 15, 30, 45), converter=as_numbers)
    emotion: tuple[Count, ...] = attrs.field(default=(0, 2, 5, 8), converter=as_numbers)
    severity: tuple[Count, ...] = attrs.field(default=(0, 5, 10), converter=as_numbers)
    exposure: tuple[Count, ...] = attrs.field(default=(0, 6, 12), converter=as_numbers)
    tiers: Mapping[Name, Count] = FrozenMap({"ordinary": 0, "vip": 5})
    hazard: Count = 100
    repeat: Count = 3
    repeats_counted: Count = 4
    care: Count = 15
    grades: Mapping[str, Count] = FrozenMap({"B": 15, "A": 30, "E": 85})


def _types() -> FrozenMap:
    order = ("order", "description")
    return FrozenMap(
        {
            "fault": TypeRule("故障", "engineering", technical=True, required=("description", "occurred_at", "device")),
            "account_security": TypeRule("账户安全", "risk", identity=True, required=("description", "account")),
            "inquiry": TypeRule("咨询", "service", required=("description",)),
            "service": TypeRule("服务投诉", "service", required=("description",)),
            "suggestion": TypeRule("建议", "product", required=("description",)),
            "product_quality": TypeRule("商品质量", "quality", required=(*order, "product")),
            "false_advertising": TypeRule("虚假宣传", "compliance", required=("description", "product")),
            "delivery_delay": TypeRule("配送延迟", "logistics", required=order),
            "after_sales": TypeRule("售后", "service", required=order),
            "billing": TypeRule("计费", "payments", required=("description",)),
        }
    )


_AREAS = FrozenMap(
    {
        "payment": "支付",
        "login": "登录",
        "refund": "退款",
        "membership": "会员",
        "delivery": "配送",
        "product": "商品",
        "account": "账户",
        "service": "服务",
        "loan": "贷款",
        "collection": "催收",
        "credit_report": "征信",
    }
)


def _channels() -> FrozenMap:
    written = ChannelRule(needs_contact=True)
    return FrozenMap(
        {
            "app": ChannelRule(instant=True),
            "chat": ChannelRule(instant=True),
            "phone": ChannelRule(instant=True, contact="phone"),
            "web": written,
            "email": written,
            "social": ChannelRule(),
            "sms": ChannelRule(needs_contact=True, contact="phone"),
            "message": ChannelRule(),
            "post": written,
            "fax": written,
            "whatsapp": ChannelRule(contact="phone"),
            "referral": written,
        }
    )


def _unanswered() -> FrozenMap:
    zh = ("我们多次询问仍未收到您的答复,无法继续处理。", "您可以随时补充信息后重新提出,也可以拨打12315投诉。")
    en = (
        "We asked and heard no answer, and cannot go on without it.",
        "You may come back with the answer at any time, or turn to your consumer protection authority.",
    )
    return FrozenMap({"zh": Farewell(*zh), "en": Farewell(*en)})


_JARGON = FrozenMap(
    {
        "zh": ("幂等", "回滚", "灰度", "熔断", "死锁", "脏数据"),
        "en": ("idempotent", "idempotency", "rollback", "deadlock", "race condition", "null pointer", "stack trace"),
    }
)
"""R43: terms that a customer is not expected to know, by language."""

_LIMITS = FrozenMap({"agent": FrozenMap({"CNY": Decimal(100)}), "lead": FrozenMap({"CNY": Decimal(500)})})

_PAYING = frozenset({Remedy.REFUND, Remedy.PARTIAL_REFUND, Remedy.COUPON, Remedy.POINTS})

_KINDS = FrozenMap(
    {
        "退款": "refund",
        "全额退款": "refund",
        "全額退款": "refund",
        "部分退款": "partial_refund",
        "优惠券": "coupon",
        "優惠券": "coupon",
        "代金券": "coupon",
        "voucher": "coupon",
        "积分": "points",
        "積分": "points",
    }
)

_ROOT_CAUSES = FrozenMap(
    {
        "product defect": "产品缺陷",
        "process gap": "流程漏洞",
        "unclear rule": "规则不清",
        "poor execution": "执行不到位",
        "third party": "第三方",
        "customer error": "用户原因",
    }
)

NOTHING_ELSE = WordSet(
    {
        *("no", "none", "nope", "nothing", "nothing else", "nothing more", "that's all", "that is all"),
        *("thanks", "thank you", "谢谢", "謝謝", "谢谢您", "謝謝您", "不用了", "不用", "否", "了"),
        *("没有", "没了", "无", "没别的", "没有别的", "没有其他", "没有其他问题", "没有其它问题"),
        *("沒有", "沒了", "無", "沒別的", "沒有別的", "沒有其他", "沒有其他問題", "沒有其它問題"),
    }
)
"""R44: answers by which there is nothing else, each alone or with others of them."""

EMPTY_WORDS = WordSet(
    (  # noqa: SIM905  # a list of so many would fill a page
        "a an and as fine going good in is it ok okay on ongoing progress received noted nothing pending roger sure "
        "still the to under underway we well working n/a tba tbd todo wip "
        "好 好了 好的 行 行了 嗯 嗯嗯 哦 收到 收到了 知道了 了解 明白 已阅 已知悉 暂无 暂无进展 没有进展 "
        "处理中 在处理 正在处理 正在处理中 跟进中 正在跟进 继续跟进 继续跟进中 持续跟进 进行中 待处理 待定 "
        "處理中 正在處理 正在處理中 跟進中 正在跟進 繼續跟進 繼續跟進中 持續跟進 進行中 待處理 瞭解 "
        "暫無 暫無進展 沒有進展 進展正常 进展正常 同上"
    ).split()
)
"""R15, R16: words that say nothing about a complaint, by themselves and together: `ok`, `still in progress`, 处理中."""

_TAKEN_OVER = frozenset(
    {
        *("account_takeover", "account_stolen", "account_hacked", "identity_theft"),
        *("账户被盗", "账号被盗", "盗号", "帳戶被盜", "帳號被盜", "盜號"),
    }
)
"""R22: the hazards of an account in wrong hands, by the names that people give them."""

_WORKING_HOURS = FrozenMap(dict.fromkeys(("service lead", "technical lead", "product manager"), "office"))


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

    types: Mapping[Name, TypeRule] = attrs.field(factory=_types)
    areas: Mapping[Name, str] = _AREAS
    fields: Mapping[str, FieldRule] = FrozenMap()
    channels: Mapping[Name, ChannelRule] = attrs.field(factory=_channels)
    customer_facing: frozenset[Name] = attrs.field(default=frozenset({"agent", "lead", "manager"}), converter=as_words)
    authority: Authority = attrs.field(factory=Authority)
    compensation_limits: Mapping[Name, Mapping[str, Money]] = attrs.field(default=_LIMITS, converter=as_limits)
    compensation_aliases: Mapping[str, NonBlank] = _KINDS
    paying_remedies: frozenset[Remedy] = attrs.field(default=_PAYING, converter=as_words)
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
    root_causes: Mapping[str, NonBlank] = _ROOT_CAUSES
    care_causes: frozenset[NonBlank] = attrs.field(default=frozenset(), converter=as_words)
    care_channels: Mapping[str, NonBlank] = FrozenMap()
    unanswered: Mapping[str, Farewell] = attrs.field(factory=_unanswered)
    overridable: frozenset[NonBlank] = attrs.field(
        default=frozenset({"party-heard", "no-ping-pong"}), converter=as_words
    )
    playbook: Mapping[str, PlaybookPage] = PLAYBOOK
    contacts: Mapping[str, NonBlank] = FrozenMap()
    identity_hazards: frozenset[Hazard] = attrs.field(default=_TAKEN_OVER, converter=as_words)
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
    jargon: Mapping[str, tuple[NonBlank, ...]] = _JARGON
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
    working_hours: Mapping[Name, NonBlank] = _WORKING_HOURS
    backdate_limit: timedelta = timedelta(days=3)

    def __attrs_post_init__(self) -> None:
        try:
            validate(self)
        except InvalidInput as invalid:
            raise DefinitionError(invalid.problems) from None
        falling = (*_point_problems(self.weights), *_grade_problems(self.weights))
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
        rule: TypeRule = self.types.get(type) or _undefined(type)
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


def _point_problems(weights: Weights) -> tuple[Problem, ...]:
    """R10: each rank needs its points, and a worse value never gives fewer."""
    ranks = {"impact": 4, "urgency": 4, "emotion": 4, "severity": 3, "exposure": 3}
    wrong = {
        name: points
        for name, size in ranks.items()
        if len(points := getattr(weights, name)) != size or list(points) != sorted(points)
    }
    return tuple(
        Problem(f"weights.{name}", str(list(points)), f"{ranks[name]} numbers that never fall")
        for name, points in wrong.items()
    )


def _grade_problems(weights: Weights) -> tuple[Problem, ...]:
    begins = [weights.grades.get(grade, 0) for grade in Grade]
    if begins == sorted(begins) and set(weights.grades) <= set(Grade):
        return ()
    return (Problem("weights.grades", str(dict(weights.grades)), "scores for B, A and E that never fall"),)


@lru_cache(maxsize=256)
def _undefined(type: str) -> TypeRule:
    """The rule of a type that no policy defines; making one takes as long as a whole decision."""
    return TypeRule(zh=type if type.strip() else "未分类")


STANDARD = Policy()
"""The policy of a house that says nothing of its own: made once, since nobody can change it."""
