"""Why any command is refused, and what is no command: a link, a webhook, a record that cannot be read."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.errors.reasons.pairs import NOTHING, Reason

_NEW_MESSAGE = ("请索取一条新消息，或直接写信给我们", "ask for a new message, or write to us")

_BY_ROLE = ("请由以下角色之一执行：{roles:people}", "ask one of these roles: {roles:people}")

REASONS: Mapping[str, Reason] = {
    "allowed": Reason(
        ("{given:term}不能执行 {command}", "{command} is not for {given}"),
        ("请由以下角色执行：{who:term}", "ask one of: {who}"),
    ),
    "allowed:stranger": Reason(
        ("这是其他客户的投诉", "it is another customer's complaint"),
        ("请以本投诉的客户身份操作", "act as the customer of this one"),
    ),
    "permitted": Reason(("{given:people}不能执行 {command}", "{given:people} may not {command}"), _BY_ROLE),
    "permitted:no-role": Reason(
        ("规则配置中没有角色 {given:people}", "the policy knows no role {given:people}"),
        (
            "请以员工角色操作，可用的角色：{roles:people}；或在规则配置中加入该角色",
            "act in a role of staff, one of: {roles:people}; or add it to the policy's roles",
        ),
    ),
    "permitted:scope": Reason(
        (
            "{given:people}只能对{scopes:term}执行 {command}",
            "{given:people} may {command} only where it is {scopes:term}",
        ),
        _BY_ROLE,
    ),
    "permitted:types": Reason(
        (
            "{given:people}只能对{scopes:term}、且类型为 {types} 的投诉执行 {command}",
            "{given:people} may {command} only where it is {scopes:term}, of type {types}",
        ),
        _BY_ROLE,
    ),
    "permitted:approval": Reason(
        ("{given:people}只能提议 {command}", "{given:people} may only propose to {command}"),
        (
            "请用 AskApproval(...) 请以下角色之一批准：{roles:people}",
            "ask one of these roles with AskApproval(...): {roles:people}",
        ),
    ),
    "person-decides": Reason(
        ("机器不能独自执行 {command}", "no machine does {command} by itself"),
        ("请用 AskApproval(...) 请人批准", "ask a person with AskApproval(...)"),
    ),
    "person-decides:alone": Reason(
        ("机器不能独自执行 {command}", "no machine does {command} by itself"),
        ("请由人执行", "a person does it"),
    ),
    "proved-by-a-person": Reason(
        (
            "机器所做的修复，以及 E 级投诉，不能由机器验证",
            "no machine proves what a machine made, nor anything at grade E",
        ),
        ("请由人验证，或用 AskApproval(...) 请人批准", "let a person verify it, or ask one with AskApproval(...)"),
    ),
    "machine-budget": Reason(
        (
            "机器在本投诉上已执行 {most} 次操作，不能再执行",
            "machines have done {most} things on this complaint, and may do no more",
        ),
        (
            "请由人继续处理；或在规则配置中提高上限 (machines)",
            "let a person go on; or raise it (machines)",
        ),
    ),
    "approved-by-another:unknown": Reason(
        ("没有待批准的请求 {request}", "no request {request} waits for approval"),
        ("待批准的请求：{waiting}", "one that waits: {waiting}"),
    ),
    "approved-by-another:none": Reason(
        ("没有待批准的请求 {request}", "no request {request} waits for approval"), NOTHING
    ),
    "approved-by-another:own": Reason(
        ("不能批准自己的请求", "nobody approves what they asked for"),
        ("请由另一人批准", "let another person approve it"),
    ),
    "approved-by-another:roles": Reason(
        ("该请求须由指定角色批准", "this is approved by other roles"),
        ("请由以下角色之一批准：{roles:people}", "ask one of these roles: {roles:people}"),
    ),
    "approved-by-another:erased": Reason(
        ("该请求的内容已按要求删除", "what was asked for has been erased"),
        ("请用 Disapprove(...) 结束该请求", "end the request with Disapprove(...)"),
    ),
    "approved-by-another:gone": Reason(
        ("该请求的操作已不存在，或字段已改变", "what was asked for is no command any more, or has other fields now"),
        ("请用 Disapprove(...) 结束该请求", "end the request with Disapprove(...)"),
    ),
    "known-names": Reason(
        ("{unknown}", "{unknown}"),
        ("请使用规则配置中的名称：{known}", "take a name that the policy has, {known}"),
    ),
    "said-by-staff": Reason(
        ("客户不能填写 {fields}", "a customer does not say {fields}"),
        ("请留空，由员工或系统填写", "leave it out; staff or the system say it"),
    ),
    "within-horizon": Reason(
        ("离现在太远：{far:|、}", "too far from now: {far:|, }"),
        (
            "请检查年份：时间最多在 {ahead} 天之后、{back} 天之前 (limits)",
            "check the year: a time lies at most {ahead} days ahead and {back} days back (limits)",
        ),
    ),
    "room-for-parts": Reason(
        ("{faults}", "{faults}"),
        (
            "请缩短内容，或另立一件投诉补充说明，并在 follows= 中注明本投诉",
            "shorten it, or say more in a complaint of its own that names this one in follows=",
        ),
    ),
    "not-possible": Reason(
        (
            "{complaint} 的状态是「{state:term}」，不能执行 {command}；可执行：{possible:moves}",
            "{command} is not possible for {complaint} while {state}; possible: {possible:moves}",
        ),
        ("请在流程表中为它加一行", "a row for it in the lifecycle's table"),
    ),
    "readable": Reason(
        ("{table} {key} 无法读取：{cause}", "{table} {key} cannot be read: {cause}"),
        ("请修复它或从备份恢复，然后解除隔离", "{remedy}"),
    ),
    "webhook-genuine": Reason(
        (
            "签名不符，或时间相差五分钟以上，或同一个请求头出现了两次",
            "the signature does not fit, it is more than five minutes off, or a header is there twice",
        ),
        ("请用约定的密钥重新签名后再发送", "send it anew, signed with the secret that was agreed"),
    ),
    "link-genuine": Reason(("链接被改动过，或不是我们发出的", "the link was changed or is not ours"), _NEW_MESSAGE),
    "link-in-time": Reason(("链接已于 {expires} 失效", "the link ended at {expires}"), _NEW_MESSAGE),
    "link-of-this-customer": Reason(("链接属于其他客户", "the link belongs to another customer"), _NEW_MESSAGE),
    "link-current": Reason(
        ("这条消息说的是以前的处理结果", "the message was about an earlier fix"),
        ("请答复最近的一条消息", "answer the latest message"),
    ),
}
