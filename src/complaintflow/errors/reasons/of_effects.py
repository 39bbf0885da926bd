"""Why a command with an effect is refused: words of the customer, closing, ending, acting, judging, handing on."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.errors.reasons.pairs import Reason

_APPROVE = (
    "请由以下角色之一用 ApproveDecline(...) 批准：{roles:people}",
    "let one of {roles:people} record ApproveDecline(...)",
)
_HEAR_PARTY = (
    "请先用 Refer(...) 转给对方，再记录 PartyReply(...)，或等到其期限已过",
    "Refer(...) to it, then PartyReply(...) or its deadline",
)

REASONS: Mapping[str, Reason] = {
    "customers-own-word": Reason(
        (
            "只能由客户说：本人说，或由员工说明从哪里、以何种方式听到",
            "only the customer can say this, in person or through staff who tell how and where they heard it",
        ),
        (
            "请填写 said=Said(原话, via=渠道, ref=通话或消息编号)",
            "give said=Said(text, via=channel, ref=call or message)",
        ),
    ),
    "no-denying-words": Reason(
        ("客户的话不是明确的同意：{denial:quoted}", "the customer's words are no plain yes: {denial:quoted}"),
        ("请记录 {instead:calls}", "record {instead:calls}"),
    ),
    "no-denying-words:unclear": Reason(
        ("客户的话里没有明确的同意", "nothing in the customer's words plainly says yes"),
        (
            "请记录 {instead:calls}，或请客户明确回答是或否；其他语言的话，请在旁边写明意思",
            "record {instead:calls}, or ask for a plain yes or no; "
            "beside words in another language write what they mean",
        ),
    ),
    "confirm-before-close": Reason(
        ("{faults}", "{faults}"),
        (
            "请用 Confirm(...) 记录客户的确认，或补齐所允许的结案理由；等待我们答复的，用 Update(...) 答复或用 "
            "NoReplyNeeded(...) 注明无需答复",
            "record the customer's Confirm(...), or what a permitted ground lacks; Update(...) or NoReplyNeeded(...) "
            "for what awaits a reply",
        ),
    ),
    "nothing-left-open": Reason(
        ("尚未了结：{left:|、}", "still open: {left:|, }"),
        ("请用 {settling:calls} 逐一了结", "settle each by {settling:calls}"),
    ),
    "no-end-by-silence": Reason(
        ("客户没有回音，但尚缺：{lacks:|、}", "silence lacks {lacks:|, }"),
        (
            "请用 Update(...) 答复，记录客户的意思，或用 NoReplyNeeded(reason) 注明无需答复",
            "answer with Update(...), record what the customer meant, or NoReplyNeeded(reason)",
        ),
    ),
    "recourse-told": Reason(
        ("没有填写 {missing:|、}", "no {missing:| and no }"),
        ("请说明原因，以及客户还可以找谁", "say why, and where the customer may turn"),
    ),
    "second-person": Reason(
        ("等级为 {grade}，还没有其他人批准", "grade {grade}, and nobody else approved it"), _APPROVE
    ),
    "second-person:named": Reason(
        ("等级为 {grade}，{named} 没有批准", "grade {grade}, and {named} did not approve it"), _APPROVE
    ),
    "same-customer-open-target": Reason(
        ("{fault}", "{fault}"), ("请填写同一客户的另一投诉", "name another one of the same customer")
    ),
    "agreement-before-action": Reason(
        ("客户在本轮处理中还没有同意任何方案", "the customer has agreed to no option in this cycle"),
        (
            "请用 Propose(...) 提出方案，并用 Agree(...) 记录客户同意；不涉及客户财物的，请填写 touches=",
            "Propose(...) and record Agree(...); or say touches= when it is not the customer's",
        ),
    ),
    "identity-checked": Reason(
        ("还没有人核实客户身份", "nobody checked who the customer is"),
        (
            '请用 AddEvidence(kind="identity", …) 登记证据，再用 CheckEvidence(…) 核实',
            'AddEvidence(kind="identity", …) and CheckEvidence(…)',
        ),
    ),
    "abuse-decided-above": Reason(
        ("已有{abuse:term}的记录", "{abuse:people} is on record"),
        ("请由以下角色之一决定：{roles:people}", "let one of {roles:people} decide"),
    ),
    "evidence-checked": Reason(
        ("还没有核实过证据", "no evidence was checked"),
        ("请先用 CheckEvidence(...) 核实证据", "record CheckEvidence(...) first"),
    ),
    "rule-named": Reason(
        ("没有填写 {missing:|、}", "no {missing:| and no }"),
        ("请写明所依据的规则、协议或法律，并说明理由", "name the rule, agreement or law, and reason"),
    ),
    "party-heard": Reason(("还没有听取 {party} 的说法", "{party} was not heard"), _HEAR_PARTY),
    "party-heard:silence": Reason(
        (
            "还没有听取 {party} 的说法；对方没有回音，但尚缺：{lacks:|、}",
            "{party} was not heard; its silence lacks {lacks:|, }",
        ),
        _HEAR_PARTY,
    ),
    "handoff-carries-context": Reason(
        ("没有填写 {missing:|、}", "no {missing:|, no }"),
        ("请在 Handoff(...) 中全部写明", "say all of it in Handoff(...)"),
    ),
    "handoff-carries-context:triage": Reason(
        ("没有填写 {missing:|、}", "no {missing:|, no }"),
        (
            "请在 Handoff(...) 中全部写明；若留在原团队，请填写 team={team:repr}",
            "say all of it in Handoff(...), or name team={team:repr} where it stays",
        ),
    ),
    "no-ping-pong": Reason(
        ("{team} 在本轮处理中已经接手过", "{team} held it already in this cycle"),
        ("请由以下角色之一转交：{roles:people}", "ask one of {roles:people}"),
    ),
    "priority-never-fades": Reason(
        ("{faults}", "{faults}"),
        ("请由有权限的人执行 Regrade(grade, reason)", "Regrade(grade, reason) by an authority"),
    ),
    "cleared-by-authority": Reason(
        ("{faults}", "{faults}"),
        (
            "请由有权限的人执行 ClearHazard(hazard, reason) 或 UnlinkIncident(reason)",
            "ClearHazard(hazard, reason) or UnlinkIncident(reason) by an authority",
        ),
    ),
    "root-cause-named": Reason(
        ("没有写明根本原因", "no root cause is named"),
        ("请用 LabelCause(...) 记录", "record LabelCause(...)"),
    ),
    "record-complete": Reason(
        ("尚未了结：{left:|、}", "still open: {left:|, }"),
        (
            "请用 {settling:calls} 逐一了结；送达结果会自行到来",
            "settle each by {settling:calls}; receipts come by themselves",
        ),
    ),
    "record-complete:sent": Reason(
        ("尚未了结：{left:|、}", "still open: {left:|, }"),
        ("请等待：送达结果会自行到来，波动会自行结束", "wait: receipts come, and a spike ends, by themselves"),
    ),
    "retrospective-after-solution": Reason(
        ("问题还没有解决", "it is not solved yet"),
        ("请用 Park(...) 先记下，以后再复盘", "Park(...) the observation for later"),
    ),
}
