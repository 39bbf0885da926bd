"""What may be wrong or lacking where a refusal tells several things, by name."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.errors.reasons.pairs import Pair

_OF_ENDS: Mapping[str, Pair] = {
    "ground-not-permitted": ("{ground:term}：本投诉不允许以此结案", "{ground}: not permitted for this complaint"),
    "ground-lacks": ("{ground:term}（尚缺：{lacks:|、}）", "{ground}: lacks {lacks:|, }"),
    "another-systems": (
        "只有其他系统的旧投诉才能以此结案",
        "only an old complaint of another system comes in so",
    ),
    "notice": ("给客户的处理结果通知", "a notice to the customer"),
    "verification": ("最近一次处理结果的验证", "a passing verification of the latest fix"),
    "notice-arrived": ("通知已送达客户的证明", "proof that the notice reached the customer"),
    "quiet": (
        "通知送达和上次答复客户之后满 {hours} 小时",
        "{hours} h since the notice was delivered, and since the customer was last answered",
    ),
    "assessment": ("已记录的评估结论和长期计划", "a recorded assessment with a long-term plan"),
    "plan-arrived": ("长期计划已送达客户的证明", "proof that the plan reached the customer"),
    "plan-confirmed": ("客户本人同意以长期计划结案", "the customer's own word that the plan is the end"),
    "solved-confirmed": ("客户本人说问题已解决", "the customer's own word that it is solved"),
    "attempts": ("{count} 次联系记录", "{count} recorded attempts"),
    "attempt-channels": ("在 {count} 个渠道的联系记录", "attempts on {count} channels"),
    "attempt-days": ("持续 {count} 天的联系记录", "attempts over {count} days"),
    "authority": ("有权限的人（{roles:people}）", "an authority: {roles:people}"),
    "answer": (
        "由人处理客户发来的内容（{kinds:term}）",
        "a person's answer to what came from the customer ({kinds})",
    ),
    "answer-to-request": ("由人答复客户的新要求", "a person's answer to the customer's new request"),
    "arrived": ("{messages} 已送达客户的证明", "proof that {messages} reached the customer"),
    "answered-days": ("上次答复客户之后满 {days} 天", "{days} days since the customer was last answered"),
    "asked-days": ("我们的问题送达客户之后满 {days} 天", "{days} days since a question of ours reached the customer"),
    "the-plan": ("长期计划", "the plan"),
    "the-spike": ("投诉激增结束", "the end of the spike"),
    "part-of": ("{complaint} 的 {part}", "{part} of {complaint}"),
    "into-itself": ("不能并入自身", "it cannot be merged into itself"),
    "into-nothing": ("没有投诉 {into}", "no complaint {into} was given"),
    "into-strangers": ("{into} 是其他客户的投诉", "{into} is another customer's"),
    "into-ended": ("{into} 的状态是「{state:term}」", "{into} is {state}"),
}
_OF_TEXTS: Mapping[str, Pair] = {
    "blank": ("{part} 是空的", "{part} is blank"),
    "judged-blank": (
        "judged 是空的（None 表示仍在核实中）",
        "judged is blank (None says that it is still being checked)",
    ),
    "question-blank": ("有一个问题是空的", "a question is blank"),
    "not-in-future": ("{part} 不在将来", "{part} is not in the future"),
    "too-short": (
        "全文不足 {least} 个字母（一个汉字算两个）",
        "it says less than {least} letters in all (a Chinese one counts as two)",
    ),
    "repeated": ("与上一条消息重复", "it repeats the last message"),
    "says-nothing": ("没有实际内容", "it says nothing"),
    "short-report": (
        "不足 {least} 个字母（一个汉字算两个）",
        "it says less than {least} letters (a Chinese one counts as two)",
    ),
    "one-word": ("只有一个词", "it is one word"),
    "nobody-answered": (
        "内容说的是无人接听，应填写 answered=False",
        "it says that nobody answered: that is answered=False",
    ),
    "no-material": ("material（或 no_material_because）", "material (or no_material_because)"),
    "no-reason": ("没有写明原因", "there is no reason"),
}
_OF_AUTHORITY: Mapping[str, Pair] = {
    "may-not-lower": (
        "{by} 无权下调等级（有权的角色：{roles:people}）",
        "{by} may not lower a grade (may: {roles:people})",
    ),
    "kept-up": (
        "仍有危险或事件，等级不得低于 {least}",
        "a standing hazard or incident keeps it at {least} or above",
    ),
    "may-not-clear": (
        "{by} 无权解除（有权的角色：{roles:people}）",
        "{by} may not take it off (may: {roles:people})",
    ),
    "never-overridden": ("{named} 不能被豁免", "{named} cannot be overridden"),
    "may-not-override": ("{by} 无权豁免规则", "{by} has no authority to override"),
    "money": ("{amount} {currency}", "{amount} {currency}"),
    "paid-before": ("，此前已付 {sums:| 和 }", " after {sums:| and }"),
    "may-pay": ("总共最多可支付 {most} {currency}", "may pay up to {most} {currency} in all"),
    "may-not-pay": ("没有 {currency} 的支付权限", "may pay nothing in {currency}"),
}
_OF_FIELDS: Mapping[str, Pair] = {
    "unknown-name": (
        "规则配置中没有{kind:term}{name:quoted}",
        "the policy knows no {kind} {name:quoted}",
    ),
    "known-names": ("{kind:term}：{names:people}", "{kind}: {names:people}"),
    "old-too-early": ("{name} {time} 早于收到的时间 {since}", "{name} {time} lies before it came in, {since}"),
    "old-after-end": ("{name} {time} 晚于结案时间", "{name} {time} lies after it was closed"),
    "old-future": ("{name} {time} 在将来", "{name} {time} is to come"),
    "far": ("{path} {time:plain}", "{path} {time:plain}"),
    "too-many": (
        "{name} 将有 {count} 个，最多 {most} 个 (limits.parts)",
        "{name} would have {count}, at most {most} (limits.parts)",
    ),
    "extra-too-big": (
        "extra 将有 {size} 字节，最多 {most} 字节 (limits.command_bytes)",
        "extra would have {size} bytes, at most {most} (limits.command_bytes)",
    ),
    "name-too-long": (
        "{name} 中将有 {size} 个字符的名称，最多 {most} 个 (limits.name_chars)",
        "{name} would have a name of {size} characters, at most {most} (limits.name_chars)",
    ),
    "was-due": ("{what:quoted}的截止日期 {due} 已过", "{what} was due on {due}"),
    "no-work": (
        "{owner:quoted}的{what:quoted}没有写明工作或处理人",
        "{what:quoted} of {owner:quoted} names no work or no owner",
    ),
    "no-step": (
        "{what:quoted}是对 {respondent:people} 的一步 {step}",
        "{what} is the step {step} for {respondent:people}",
    ),
    "bad-tier": ("{field} 不能为空", "{field} must be a tier that is not blank"),
    "bad-zone": ("{field} 应为时区名称，如 Asia/Shanghai", "{field} must be {problem}"),
    "nothing-asked": ("没有在等{party:term}答复", "nothing is asked of the {party}"),
    "paused-already": ("已经暂停", "it is paused already"),
    "since-outside": ("since 不在最近 {hours} 小时之内", "since lies outside the last {hours} h"),
    "since-before-asking": (
        "since 早于询问{party:term}的时间 {asked}",
        "since lies before {asked}, when the {party} was asked",
    ),
    "other-policy": ("所用的规则配置不是 {policy}", "it is not {policy} that decides"),
    "other-lifecycle": ("所用的流程不是 {lifecycle}", "it is not the lifecycle {lifecycle} that decides"),
    "moved-already": ("它已不在 {named} 之下", "it is not under {named} any more"),
    "lifecycle-lacks": ("新流程没有状态「{state:term}」", "the lifecycle has no state {state}"),
    "other-meaning": (
        "状态「{state:term}」的含义是「{means:term}」，不是「{meant:term}」",
        "the state {state} means {means}, not {meant}",
    ),
    "clocks-would-stand": (
        "在状态「{state:term}」中，时限会因等待{party:term}而暂停",
        "in the state {state} the clocks would stand for the {party}, and do not now",
    ),
    "no-way-back": (
        "状态「{state:term}」要返回上一状态，但没有记录上一状态",
        "from the state {state} it goes back to the one before, and none is noted",
    ),
    "noted-state-gone": (
        "记录的后续状态「{state:term}」在新流程中不存在",
        "the lifecycle does not have the state {state}, which is noted for later",
    ),
    "facts-of-one-name": ("两项记录将同名：{names}", "two facts would have one name: {names}"),
    "fact-unknown": ("新流程没有记录 {name}", "the lifecycle has no fact {name}"),
    "fact-unfit": (
        "新流程的 {name} 不能是{value:quoted}",
        "the fact {name} is never {value:quoted} in the lifecycle",
    ),
    "policy-lacks": ("其中没有{name:term} {value}", "it does not know the {name} {value}"),
}

FAULTS: Mapping[str, Pair] = {**_OF_ENDS, **_OF_TEXTS, **_OF_AUTHORITY, **_OF_FIELDS}
"""Each fault in Chinese and English."""
