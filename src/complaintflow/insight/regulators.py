"""The returns of three regulators, each line defined once: what it is called, what counts, and how the record tells it.

They follow the sources that the profiles name, in our words, and are no legal advice. A case counts by what is on
record of it here; what a regulator itself decided is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from complaintflow.insight.cases import Case, End
from complaintflow.insight.returns import Line, Regulator, Sight, Tell
from complaintflow.vocabulary import Ground, State, Touches

# ── what several lines look at


def _opened(case: Case, sight: Sight) -> bool:
    return sight.opened(case)


def _open_before(case: Case, sight: Sight) -> bool:
    return sight.open_before(case, sight.since)


def _open_after(case: Case, sight: Sight) -> bool:
    return sight.open_before(case, sight.until)


def _closed(case: Case, sight: Sight) -> bool:
    return sight.closed(case) is not None


def _paid(case: Case, sight: Sight) -> Iterator[tuple[str, Decimal]]:
    """What was approved within the period; what a merged complaint was paid counts with the one that goes on."""
    return ((one.currency, one.amount) for one in case.paid if sight.since <= one.at < sight.until)


def _of_opened(tell: Tell) -> Tell:
    """The same of those alone that came in within the period."""
    return lambda case, sight: sight.opened(case) and tell(case, sight)


def _responded(case: Case, sight: Sight, budget: str) -> bool | None:
    """Whether the first answer came in time; None where another system gave it."""
    end = sight.end(case)
    answers = [at for at in (case.answered, end and end.at) if at and at < sight.until]
    if answers and min(answers) <= sight.due(case.received_at, budget):
        return True
    return None if case.imported and not case.answered else False


def _responded_within(budget: str) -> Tell:
    """Came in within the period, and the first answer came in time."""
    return _of_opened(lambda case, sight: _responded(case, sight, budget))


def _not_responded_within(budget: str) -> Tell:
    """Came in within the period; no answer came in time, and the time is over."""

    def tell(case: Case, sight: Sight) -> bool | None:
        if sight.due(case.received_at, budget) >= sight.until:
            return False
        found = _responded(case, sight, budget)
        return None if found is None else not found

    return _of_opened(tell)


_AMOUNTS = (
    "记录中已批准的补偿; 未记录的补偿不在其中",
    "compensation that was approved on record; what was given without a record is not in it",
)

# ── UK: DISP 1 Annex 1R


def _closed_between(after: str, by: str) -> Tell:
    """Closed within the period, later than one budget from receipt and no later than another."""

    def tell(case: Case, sight: Sight) -> bool:
        end = sight.closed(case)
        if end is None or (after and end.at <= sight.due(case.received_at, after)):
            return False
        return not by or end.at <= sight.due(case.received_at, by)

    return tell


def _upheld(case: Case, sight: Sight) -> bool | None:
    """Upheld in whole or part; a payment without a decision upholds as well, one beside a rejection does not."""
    end = sight.closed(case)
    if end is None or end.state in {State.DECLINED, State.WITHDRAWN}:
        return False
    if case.responsible != "undetermined":
        return case.responsible in sight.house.parties
    return True if case.paid else None


def _paid_upheld(case: Case, sight: Sight) -> Iterator[tuple[str, Decimal]]:
    return _paid(case, sight) if _upheld(case, sight) else iter(())


def _vulnerable(case: Case, sight: Sight) -> bool:
    return sight.opened(case) and case.vulnerable


def _careless(case: Case, sight: Sight) -> bool | None:
    """Its root cause is that the customer's need of care was not considered; None while it has no cause."""
    return sight.house.is_lack_of_care(case.root_cause) if case.root_cause else None


_THREE, _EIGHT = "3 working days", "8 weeks"
FCA = Regulator(
    "fca",
    "uk_disp",
    ("英国 FCA 投诉报表(DISP 1 附录 1R)", "FCA complaints return (DISP 1 Annex 1R)"),
    (
        Line("outstanding_at_start", ("期初未结", "outstanding at the start of the period"), _open_before),
        Line("opened", ("期内新收", "opened in the period"), _opened),
        Line(
            "closed_in_3_business_days",
            ("三个营业日内结案", "closed within three business days"),
            _closed_between("", _THREE),
            note=(
                "自收到次日起算, 按所选日历",
                "the first is the day after receipt, on the calendar that is asked for",
            ),
        ),
        Line(
            "closed_in_8_weeks",
            ("超过三个营业日、八周内结案", "closed after three business days, within eight weeks"),
            _closed_between(_THREE, _EIGHT),
        ),
        Line("closed_later", ("超过八周结案", "closed after more than eight weeks"), _closed_between(_EIGHT, "")),
        Line(
            "closed",
            ("期内结案合计", "closed in the period, total"),
            _closed,
            note=(
                "含撤回与不受理; 期末前重开的不计",
                "withdrawn and declined ones too; not what came back before its end",
            ),
        ),
        Line(
            "upheld",
            ("认可的投诉(全部或部分)", "upheld, in whole or part"),
            _upheld,
            note=(
                "责任在本方, 或未定责但已补偿; 未定责也未补偿的无法判断",
                "the house is responsible, or paid without a decision; with neither on record it is not told",
            ),
        ),
        Line("redress", ("期内补偿总额", "redress paid in the period"), pay=_paid, note=_AMOUNTS),
        Line(
            "redress_upheld",
            ("其中: 认可并结案的投诉", "of this, for complaints closed as upheld"),
            pay=_paid_upheld,
            note=_AMOUNTS,
        ),
        Line("outstanding_at_end", ("期末未结", "outstanding at the end of the period"), _open_after),
        Line(
            "vulnerable",
            ("新收中来自弱势客户的", "opened by customers in vulnerable circumstances"),
            _vulnerable,
            note=("2027 年起的合并报表", "for the consolidated return from 2027"),
        ),
        Line(
            "vulnerability_failure",
            ("因未顾及弱势情形引起的投诉", "caused by a failure to consider vulnerability"),
            _of_opened(_careless),
            note=(
                "根因属于规则 care_causes 所列的; 规则未列出或未标根因的无法判断",
                "its root cause is one of `care_causes` of the policy; where either is missing it is not told",
            ),
        ),
    ),
)

# ── US: the categories of a company's response

_FIFTEEN, _SIXTY = "15 days", "60 days"


def _waits(case: Case, sight: Sight) -> bool | None:
    """There is time left for the first answer."""
    return _responded(case, sight, _FIFTEEN) is False and sight.due(case.received_at, _FIFTEEN) >= sight.until


_MONETARY, _OTHER, _EXPLAINED, _WITHDRAWN = "monetary", "non_monetary", "explanation", "withdrawn"
_RELIEF: Mapping[str, str] = {
    Touches.CUSTOMER: _OTHER,
    Touches.MONEY: _MONETARY,
    Touches.OWN_SYSTEM: _EXPLAINED,
    Touches.NOTHING: _EXPLAINED,
}
"""The category by what the latest fix touched, where nothing was paid."""


def _category(case: Case, end: End) -> str:
    """The category of the response by which it ended; blank: the record does not tell."""
    if end.state == State.WITHDRAWN:
        return _WITHDRAWN
    if case.paid:
        return _MONETARY
    if end.state == State.DECLINED or end.ground == Ground.PLANNED:
        return _EXPLAINED
    return _RELIEF.get(case.touched, "")


def _closed_as(category: str) -> Tell:
    """Closed with this category."""

    def tell(case: Case, sight: Sight) -> bool | None:
        end = sight.end(case)
        if end is None:
            return False
        found = _category(case, end)
        return found == category if found else None

    return _of_opened(tell)


def _in_progress(case: Case, sight: Sight) -> bool:
    return sight.end(case) is None and sight.due(case.received_at, _SIXTY) >= sight.until


def _past_sixty(case: Case, sight: Sight) -> bool:
    return sight.end(case) is None and sight.due(case.received_at, _SIXTY) < sight.until


def _disputed(case: Case, sight: Sight) -> bool:
    return any(at < sight.until for at in case.disputes)


CFPB = Regulator(
    "cfpb",
    "us_cfpb",
    ("美国 CFPB 公司答复(按类别与时效)", "CFPB company responses, by category and timeliness"),
    (
        Line("received", ("期内收到", "received in the period"), _opened),
        Line(
            "closed_with_monetary_relief",
            ("以金钱补救结案", "closed with monetary relief"),
            _closed_as(_MONETARY),
            note=(
                "有已批准的补偿, 或修复涉及客户的钱",
                "a compensation was approved, or the fix touched the customer's money",
            ),
        ),
        Line(
            "closed_with_non_monetary_relief",
            ("以非金钱补救结案", "closed with non-monetary relief"),
            _closed_as(_OTHER),
            note=(
                "修复涉及客户的订单或账户, 没有补偿",
                "the fix touched the customer's order or account, and nothing was paid",
            ),
        ),
        Line(
            "closed_with_explanation",
            ("以说明结案", "closed with explanation"),
            _closed_as(_EXPLAINED),
            note=(
                "不受理、按计划结案, 或修复未涉及客户",
                "declined, closed on a plan, or the fix touched nothing of the customer's",
            ),
        ),
        Line(
            "withdrawn",
            ("客户撤回(局方无此类别)", "withdrawn (the bureau has no such category)"),
            _closed_as(_WITHDRAWN),
        ),
        Line("in_progress", ("处理中, 未满六十天", "in progress, within 60 days"), _of_opened(_in_progress)),
        Line("open_past_60_days", ("超过六十天未结", "open for more than 60 days"), _of_opened(_past_sixty)),
        Line(
            "timely",
            ("十五天内答复", "timely response, within 15 days"),
            _responded_within(_FIFTEEN),
            note=("有人首次答复客户, 或结案", "a person first told the customer something, or it ended"),
        ),
        Line("untimely", ("未按时答复", "untimely response"), _not_responded_within(_FIFTEEN)),
        Line("awaiting_response", ("未答复, 未满十五天", "no response yet, within 15 days"), _of_opened(_waits)),
        Line("disputed", ("消费者有异议", "disputed by the consumer"), _of_opened(_disputed)),
    ),
)

# ── China: 12315, the trader's side

_SEVEN, _TEN, _FORTY_FIVE = "7 working days", "10 working days", "45 working days"
MEDIATION_CLOCK = "mediation_12315"
"""The clock of the profile that runs from the authority's acceptance to the end of its mediation."""


def _settled(case: Case, sight: Sight) -> End | None:
    """Its end by agreement: the consumer confirmed it."""
    end = sight.end(case)
    return end if end and end.ground == Ground.CONFIRMED else None


def _settled_in_time(case: Case, sight: Sight) -> bool:
    end = _settled(case, sight)
    return end is not None and end.at <= sight.due(case.received_at, _TEN)


def _settled_later(case: Case, sight: Sight) -> bool:
    return _settled(case, sight) is not None and not _settled_in_time(case, sight)


def _ended_otherwise(case: Case, sight: Sight) -> bool | None:
    """It ended without the consumer's word; how another system came to its end is not told."""
    end = sight.end(case)
    if end is None or end.ground == Ground.CONFIRMED:
        return False
    return None if end.ground == Ground.IMPORTED else True


def _still_open(case: Case, sight: Sight) -> bool:
    return sight.end(case) is None


def _accepted(case: Case, sight: Sight) -> bool | None:
    return True if _mediated_in_time(case, sight) is not None else None


def _mediated_in_time(case: Case, sight: Sight) -> bool | None:
    """Whether the mediation ended in time; None where nobody recorded that the authority accepted."""
    if any(one.clock == MEDIATION_CLOCK for one in case.missed):
        return False
    return True if any(one.clock == MEDIATION_CLOCK for one in case.met) else None


_AUTHORITY = (
    "由市场监管部门决定; 只在按配置 cn_12315 记录了受理且调解已结束或超期时可知",
    "the authority decides it; it is told only where its acceptance was recorded under the profile cn_12315, and the "
    "mediation is over or overdue",
)

CN_12315 = Regulator(
    "12315",
    "cn_12315",
    ("全国12315平台投诉处理情况(经营者)", "Complaints on the 12315 platform (the trader's side)"),
    (
        Line("received", ("期内收到", "received in the period"), _opened),
        Line(
            "answered_in_7_working_days",
            ("七个工作日内首次答复", "first answered within 7 working days"),
            _responded_within(_SEVEN),
            note=("有人首次答复消费者, 或结案", "a person first told the consumer something, or it ended"),
        ),
        Line(
            "not_answered_in_time",
            ("七个工作日内未答复", "not answered within 7 working days"),
            _not_responded_within(_SEVEN),
        ),
        Line(
            "settled_in_10_working_days",
            ("十个工作日内和解", "settled within 10 working days"),
            _of_opened(_settled_in_time),
            note=("消费者确认后结案", "closed on the consumer's own word"),
        ),
        Line("settled_later", ("超过十个工作日和解", "settled later"), _of_opened(_settled_later)),
        Line(
            "ended_without_settlement",
            ("未和解而结束", "ended without a settlement"),
            _of_opened(_ended_otherwise),
            note=("撤回、不受理, 或无消费者确认的结案", "withdrawn, declined, or closed without the consumer's word"),
        ),
        Line("open", ("期末未结", "open at the end of the period"), _of_opened(_still_open)),
        Line("accepted", ("市场监管部门受理", "accepted by the authority"), _of_opened(_accepted), note=_AUTHORITY),
        Line(
            "mediation_in_45_working_days",
            ("四十五个工作日内调解结束", "mediation over within 45 working days"),
            _of_opened(_mediated_in_time),
            note=_AUTHORITY,
        ),
        Line("returned", ("期内退赔总额", "paid back in the period"), pay=_paid, note=_AMOUNTS),
    ),
    clocks=True,
)

REGULATORS: Mapping[str, Regulator] = {one.name: one for one in (CFPB, FCA, CN_12315)}
"""Every return by the name of its regulator."""
