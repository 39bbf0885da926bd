"""R40: every measure, defined once: its name and unit, what counts, what does not, and by which time it is counted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import attrs

from complaintflow.insight import observing
from complaintflow.insight.observing import Observe
from complaintflow.vocabulary import in_language

Texts = tuple[str, str]
"""A text in Chinese and in English."""


class Unit(StrEnum):
    """What a measure is told in, which says what is made of its observations."""

    COUNT = "count"  # how many there are
    SHARE = "share"  # the part of them for which it is so, from 0 to 1
    TIME = "time"  # the median, with percentiles; a mean would follow the longest few
    SCORE = "score"  # the mean of a scale, with how many gave each
    NET = "net"  # the share of promoters less that of detractors, from -1 to 1
    MONEY = "money"  # the sum, in one currency


class Counted(StrEnum):
    """How the time of a measure counts."""

    WALL = "wall"  # every minute
    BUSINESS = "business"  # the minutes in which the house is open, on the calendar that is asked for


@attrs.frozen
class Measure:
    """One measure. `dated` is the time by which an observation falls into a period or not.

    `cuts` are what it is cut by beside what every case has; `always` those of them that it is always cut by, since the
    sum over them would mean nothing. With `at_moments` it says what stands at the end of a period, not what happened
    in it, and observes from when until when it stands. What came from another system is counted only where `imported`
    says so; `clocks` says that it looks at those.
    """

    name: str
    unit: Unit
    observe: Observe = attrs.field(repr=False, eq=False)
    titles: Texts
    counts: Texts
    leaves_out: Texts
    dated: Texts
    time: Counted = Counted.WALL
    cuts: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    at_moments: bool = False
    imported: bool = False
    clocks: bool = False

    def title(self, language: str = "en") -> str:
        """What people call it, in `zh` or `en`."""
        return in_language(language, self.titles)

    def definition(self, language: str = "en") -> tuple[str, str, str]:
        """What counts, what does not, and by which time it is counted."""
        counts, leaves_out, dated = (in_language(language, one) for one in (self.counts, self.leaves_out, self.dated))
        return counts, leaves_out, dated


_INTAKE = ("受理时间", "the time of intake")
_END = ("结束时间", "the time of its end")
_OWN = ("从其他系统导入的投诉", "what was imported from another system")
_WITH_OPEN = ("尚未结束的投诉;从其他系统导入的投诉", "what is still open; what was imported from another system")

_ALL = (
    Measure(
        "complaints",
        Unit.COUNT,
        observing.intakes,
        ("投诉量", "complaints"),
        ("每件受理的投诉", "each complaint that came in"),
        ("并入其他投诉的投诉,随目标投诉计一次", "what was merged: it is counted once, with its target"),
        _INTAKE,
        imported=True,
    ),
    Measure(
        "first_response",
        Unit.TIME,
        observing.first_responses,
        ("首次响应时间", "first response"),
        ("从受理到有人首次回复客户,或首次通话接通", "from intake until a person first told the customer something"),
        ("自动回复和机器的回复;从其他系统导入的投诉", "automatic replies and those of machines; what was imported"),
        ("首次回复的时间", "the time of the response"),
    ),
    Measure(
        "next_response",
        Unit.TIME,
        observing.next_responses,
        ("后续响应时间", "next response"),
        (
            "从客户的每次来信或来电到有人处理;其间的多次来信算一次",
            "from each word of the customer until a person handled it; several in between are one",
        ),
        (
            "最初的投诉本身;仍在等待的来信;从其他系统导入的投诉",
            "the complaint itself; what still waits; what was imported",
        ),
        ("处理的时间", "the time of the response"),
    ),
    Measure(
        "claimed_fix",
        Unit.TIME,
        observing.claimed_fixes,
        ("首次解决用时(自认)", "time to the first claimed fix"),
        ("从受理到首次记录解决方案已实施", "from intake until somebody first recorded a fix"),
        ("之后的各次修复;从其他系统导入的投诉", "later fixes; what was imported"),
        ("记录的时间", "the time of that fix"),
    ),
    Measure(
        "confirmed_fix",
        Unit.TIME,
        observing.confirmed_fixes,
        ("解决用时(客户确认)", "time to the confirmed fix"),
        ("从受理到客户确认已解决", "from intake until the customer said that it is solved"),
        (
            "后来被异议或重开推翻的确认;沉默;从其他系统导入的投诉",
            "a confirmation that a dispute or a reopening took back; silence; what was imported",
        ),
        ("确认的时间", "the time of the confirmation"),
    ),
    Measure(
        "closing_time",
        Unit.TIME,
        observing.closings,
        ("结案用时", "time to closing"),
        ("从受理到现行的结案", "from intake until the closing that stands"),
        (
            "撤回和不受理;被重开推翻的结案;从其他系统导入的投诉",
            "withdrawn and declined ones; a closing that was reopened; what was imported",
        ),
        _END,
    ),
    Measure(
        "handling_time",
        Unit.TIME,
        observing.handling_times,
        ("处理时长", "handling time"),
        (
            "下一步由我们采取的时间之和,含重开之后",
            "the sum of the times in which the next step was ours, also after a reopening",
        ),
        (
            "等待客户答复、同意或确认的时间,等待第三方的时间,暂停的时间;尚未结束的投诉;从其他系统导入的投诉",
            "waiting for the customer or a third party, and pauses; what is still open; what was imported",
        ),
        _END,
        time=Counted.BUSINESS,
    ),
    Measure(
        "transfer_rate",
        Unit.SHARE,
        observing.transferred,
        ("转单率", "transfer rate"),
        ("已结束的投诉中,曾由一个团队转给另一个团队的", "of what is over, what went from one team to another"),
        ("首次分派;同一团队内换人;" + _WITH_OPEN[0], "the first routing; another owner in the team; " + _WITH_OPEN[1]),
        _END,
    ),
    Measure(
        "transfers",
        Unit.COUNT,
        observing.transfers,
        ("转单次数", "transfers"),
        ("每次由一个团队转给另一个团队", "each time that it went from one team to another"),
        ("首次分派;从其他系统导入的投诉", "the first routing; what was imported"),
        ("转单的时间", "the time of the transfer"),
        cuts=("from_team", "to_team"),
    ),
    Measure(
        "attenuation",
        Unit.SHARE,
        observing.losses_of_urgency,
        ("紧急程度衰减率", "lost urgency"),
        ("各次转单中,到达时等级低于离开时的", "of all transfers, those at which the grade arrived lower than it left"),
        ("转单之外的降级;从其他系统导入的投诉", "what was lowered while one team held it; what was imported"),
        ("转单的时间", "the time of the transfer"),
        cuts=("from_team", "to_team", "grade_left", "grade_arrived"),
    ),
    Measure(
        "collaborator_response",
        Unit.TIME,
        observing.helps,
        ("协作方响应时间", "response of collaborators"),
        ("从给某团队的任务到任务完成", "from each task of a team until it was finished"),
        (
            "取消的任务;未指定团队的任务;改进措施;从其他系统导入的投诉",
            "cancelled tasks; tasks of no team; improvements; what was imported",
        ),
        ("完成的时间", "the time of the answer"),
        time=Counted.BUSINESS,
        cuts=("collaborator",),
    ),
    Measure(
        "deadlines_met",
        Unit.SHARE,
        observing.deadlines,
        ("时限达成率", "deadlines met"),
        ("各时钟已了结的时限中,按时兑现的", "of the deadlines that are over, those that were met in time"),
        (
            "客户自己的时限;取消的和仍在计时的时限;从其他系统导入的投诉",
            "the customer's own time; cancelled ones and those that still run; what was imported",
        ),
        ("兑现或记录超时的时间", "the time when it was met, or the miss went on record"),
        cuts=("clock",),
        clocks=True,
    ),
    Measure(
        "deadlines_missed",
        Unit.COUNT,
        observing.misses,
        ("超时次数", "deadlines missed"),
        ("每次记录在案的超时", "each miss of a deadline that went on record"),
        (
            "客户自己的时限;尚未记录的超时;从其他系统导入的投诉",
            "the customer's own time; a miss that no tick has recorded yet; what was imported",
        ),
        ("记录超时的时间", "the time when the miss went on record"),
        cuts=("clock",),
    ),
    Measure(
        "resolution_rate",
        Unit.SHARE,
        observing.resolved,
        ("解决率", "resolution rate"),
        (
            "已结束的投诉中,经客户确认结案,或在告知已解决后因无新诉求结案的",
            "of what is over, what was closed as confirmed, or by silence after the notice",
        ),
        (
            "按计划结案、联系不上、撤回、不受理的不算解决;" + _WITH_OPEN[0],
            "closed on a plan, unreachable, withdrawn and declined ones are not solved; " + _WITH_OPEN[1],
        ),
        _END,
    ),
    Measure(
        "first_contact_resolution",
        Unit.SHARE,
        observing.resolved_at_first,
        ("首次联系解决率", "first contact resolution"),
        (
            "已解决的投诉中,没有转单、客户没有再次来信、没有异议和重开的",
            "of what was solved, what took no transfer, no other word of the customer, no dispute and no reopening",
        ),
        ("没有解决的投诉;" + _WITH_OPEN[0], "what was not solved; " + _WITH_OPEN[1]),
        _END,
    ),
    Measure(
        "reopen_rate",
        Unit.SHARE,
        observing.reopened,
        ("重开率", "reopen rate"),
        ("各次结束中,后来重开的", "of all ends, those after which it came back"),
        (
            "结案前的异议;归档后作为新投诉提出的;从其他系统导入的投诉",
            "disputes before the end; what came back as a new complaint after the archive; what was imported",
        ),
        _END,
    ),
    Measure(
        "dispute_rate",
        Unit.SHARE,
        observing.disputed,
        ("异议率", "dispute rate"),
        (
            "已结束的投诉中,客户曾表示没有解决的",
            "of what is over, that of which the customer said that it was not solved",
        ),
        _WITH_OPEN,
        _END,
    ),
    Measure(
        "disputes",
        Unit.COUNT,
        observing.disputes,
        ("异议次数", "disputes"),
        ("客户每次表示没有解决", "each time that the customer said that it is not solved"),
        ("重开;从其他系统导入的投诉", "reopenings; what was imported"),
        ("异议的时间", "the time of the dispute"),
    ),
    Measure(
        "satisfaction",
        Unit.SCORE,
        observing.satisfaction,
        ("满意度(CSAT)", "satisfaction (CSAT)"),
        ("客户给出的 1 至 5 分;4 分及以上为满意", "the customer's score from 1 to 5; 4 and more is satisfied"),
        (
            "没有答复的调查;已删除的答复;从其他系统导入的投诉",
            "surveys without an answer; erased answers; what was imported",
        ),
        ("答复的时间", "the time of the answer"),
        cuts=("score",),
    ),
    Measure(
        "recommendation",
        Unit.NET,
        observing.recommendation,
        ("净推荐值(NPS)", "net promoter score (NPS)"),
        (
            "客户给出的 0 至 10 分:9 分起为推荐者,6 分及以下为贬损者,其余为中立者",
            "the customer's score from 0 to 10: from 9 on promoters, up to 6 detractors, the others are passive",
        ),
        (
            "没有给出此分的调查;已删除的答复;从其他系统导入的投诉",
            "surveys without this score; erased answers; what was imported",
        ),
        ("答复的时间", "the time of the answer"),
        cuts=("score",),
    ),
    Measure(
        "backlog",
        Unit.COUNT,
        observing.standing,
        ("积压量", "backlog"),
        ("该时刻尚未结束的投诉", "what is open at that moment"),
        ("从其他系统导入的投诉", "what was imported"),
        ("时段的终点", "the end of the period"),
        at_moments=True,
    ),
    Measure(
        "backlog_age",
        Unit.TIME,
        observing.standing,
        ("积压时长", "age of the backlog"),
        ("该时刻尚未结束的投诉,从受理起的时间", "of what is open at that moment, the time since intake"),
        ("从其他系统导入的投诉", "what was imported"),
        ("时段的终点", "the end of the period"),
        at_moments=True,
    ),
    Measure(
        "compensation",
        Unit.MONEY,
        observing.payments,
        ("补偿金额", "compensation"),
        ("每笔批准的补偿,按币种", "each compensation that was approved, by its currency"),
        ("未批准和被拒绝的补偿;从其他系统导入的投诉", "what was asked for or refused; what was imported"),
        ("批准的时间;并入的,为并入的时间", "the time of the approval; of a merged complaint, of the merge"),
        cuts=("currency", "remedy"),
        always=("currency",),
    ),
    Measure(
        "improvements",
        Unit.COUNT,
        observing.improvements,
        ("改进措施", "improvements"),
        ("复盘决定的每项改进措施", "each improvement that a retrospective decided on"),
        ("取消的改进措施", "what was cancelled"),
        ("决定的时间", "the time of the decision"),
        cuts=("kind",),
        imported=True,
    ),
    Measure(
        "vulnerable",
        Unit.SHARE,
        observing.vulnerable,
        ("需要特别关照的客户", "vulnerable customers"),
        ("受理的投诉中,客户需要特别关照的", "of what came in, the complaints of customers who need particular care"),
        ("从其他系统导入的投诉", "what was imported"),
        _INTAKE,
    ),
    Measure(
        "returning",
        Unit.SHARE,
        observing.returning,
        ("重复投诉率", "return visits"),
        (
            "受理的投诉中,客户为此不止一次投诉的,或归档后再次提出的",
            "of what came in, that of which the customer complained more than once, or that follows an archived one",
        ),
        ("从其他系统导入的投诉", "what was imported"),
        _INTAKE,
    ),
)

MEASURES: Mapping[str, Measure] = {one.name: one for one in _ALL}
"""Every measure by its name."""
