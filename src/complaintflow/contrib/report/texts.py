"""The fixed words of the report, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.vocabulary import in_language

_TEXTS: Mapping[str, tuple[str, str]] = {
    "title": ("投诉报告", "Complaints report"),
    "period": ("{since} 至 {until}({zone})", "{since} to {until} ({zone})"),
    "as_of": ("截至 {at} 的记录", "As recorded on {at}"),
    "narrowed": ("只统计一部分投诉:{what}", "Only some of the complaints are counted: {what}"),
    "only": ("{field} 为 {values}", "{field} is {values}"),
    "without": ("{field} 不为 {values}", "{field} is not {values}"),
    "contents": ("目录", "On this page"),
    "attention": ("需要关注", "What needs attention"),
    "attention_note": (
        "每个数字都链接到对应的投诉编号。",
        "Each number is a link to the ids of its complaints.",
    ),
    "calm": ("这些方面都没有:{names}。", "Nothing of these: {names}."),
    "all_calm": ("没有需要关注的事项。", "Nothing needs attention."),
    "deadlines_missed": ("超出的时限", "deadlines missed"),
    "reopened": ("结束后又重开的投诉", "complaints that came back after their end"),
    "disputes": ("客户表示没有解决", "times that a customer said it is not solved"),
    "lost_urgency": ("转单时等级降低的投诉", "complaints whose grade fell at a transfer"),
    "too_old": ("受理已超过四周、尚未结束的投诉", "complaints that are open for more than four weeks"),
    "unreadable": ("无法读取、未计入的投诉", "complaints that cannot be read and are not counted"),
    "trend": ("趋势", "Trends"),
    "trend_note": (
        "积压量是各时段终点尚未结束的投诉。",
        "The backlog is what is open at the end of each period.",
    ),
    "problems": ("主要问题", "Top problems"),
    "problems_note": (
        "受理的投诉,按类型和领域,从多到少;累计占比见表。",
        "What came in by type and area, the most first; the table has the cumulative share.",
    ),
    "clocks": ("时限达成", "Deadlines met, by clock"),
    "clocks_note": (
        "各时钟已了结的时限中按时兑现的占比。",
        "Of the deadlines of each clock that are over, the share that was met in time.",
    ),
    "states": ("目前所处的状态", "Where they are now"),
    "states_note": (
        "本期受理的投诉目前的状态,按流程的先后。",
        "What came in in this period, by its present state, in the order of the work.",
    ),
    "transfers": ("团队之间的转单", "Transfers between teams"),
    "transfers_note": ("每次转单计一次,从多到少。", "Each transfer counts once; the most first."),
    "causes": ("根本原因", "Causes"),
    "causes_note": (
        "本期受理的投诉,按已记录的根本原因。",
        "What came in in this period, by the root cause on record.",
    ),
    "measures": ("全部指标", "All measures"),
    "measures_note": (
        "少于 {least} 个观测值时不给出占比和中位数。时间为中位数。",
        "Of fewer than {least} observations no share and no median is told. Times are medians.",
    ),
    "limits": ("本报告没有的内容", "What this report does not tell"),
    "limits_note": (
        "改进措施是否逾期及其效果、投诉量的突增、费用。指标不含这些内容,报告也不作推测。",
        "Whether improvements are overdue and what they changed, sudden rises, and costs. The measures do not hold "
        "these, and the report guesses nothing.",
    ),
    "definitions": ("指标的定义", "What the measures count"),
    "lists": ("投诉编号", "The complaints"),
    "lists_note": ("各数字所含的投诉编号。", "The ids of the complaints behind each number."),
    "more": ("另有 {number} 件,见 JSON 文档。", "And {number} more, which the JSON document names."),
    "back": ("返回", "Back"),
    "back_to": ("返回:{what}", "Back to: {what}"),
    "nothing": ("本期没有可计入的内容。", "Nothing in this period counts here."),
    "too_few": ("太少,不作判断", "too few to say"),
    "none": ("(无)", "(none)"),
    "no_cause": ("(尚无根本原因)", "(no root cause yet)"),
    "others": ("其余 {number} 项", "{number} others"),
    "from_to": ("{} → {}", "{} → {}"),
    "highest": ("最高:{name},{told}。", "The highest: {name}, {told}."),
    "comma": ("、", ", "),
    "lowest": ("最低:{name},{told}。", "The lowest: {name}, {told}."),
    "day": ("日期", "Day"),
    "week": ("周", "Week"),
    "month": ("月", "Month"),
    "problem": ("问题", "Problem"),
    "clock": ("时钟", "Clock"),
    "state": ("状态", "State"),
    "teams": ("团队", "Teams"),
    "cause": ("原因", "Cause"),
    "measure": ("指标", "Measure"),
    "number": ("数量", "Number"),
    "share": ("占比", "Share"),
    "cumulative": ("累计", "Cumulative"),
    "met": ("按时", "In time"),
    "figure": ("数值", "Figure"),
    "counts": ("计入", "Counts"),
    "leaves_out": ("不计入", "Leaves out"),
    "dated": ("计入时间", "Dated by"),
    "so": ("其中符合的", "of which it is so"),
    "days": ("天", "d"),
    "hours": ("小时", "h"),
    "minutes": ("分钟", "min"),
    "satisfied": ("满意", "satisfied"),
    "promoters": ("推荐者", "promoters"),
    "passives": ("中立者", "passives"),
    "detractors": ("贬损者", "detractors"),
}


def text(name: str, language: str, /, **fields: object) -> str:
    """A fixed text with its fields; a name without a text stands for itself."""
    found = in_language(language, _TEXTS.get(name, (name, name)))
    return found.format(**fields) if fields else found
