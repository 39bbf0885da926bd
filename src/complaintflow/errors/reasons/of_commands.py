"""Why a single command is refused: for example a part that it names is not there, or a time is past."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.errors.reasons.pairs import NOTHING, Reason

_OPEN_PART = Reason(
    ("{named:quoted}不在未了结的之中（{open}）", "{named:quoted} is not among the open ones ({open})"),
    ("请在 {field}= 中填写其中之一", "name one of them in {field}="),
)
_NO_PART = Reason(
    ("{named:quoted}不存在，也没有未了结的", "there is no {named:quoted}, and none is open"),
    ("请先用 {making:calls} 登记", "record {making:calls} first"),
)
_PART_OVER = Reason(("{named:quoted}不存在，也没有未了结的", "there is no {named:quoted}, and none is open"), NOTHING)
_OF_OPEN_PARTS = ("open-task", "open-claim", "on-offer", "open-referral")
_OWED = ("请在 compensation= 中填写一项待支付的补偿", "name one that is owed in compensation=")
_RELEASE = ("请先对另一投诉执行 Unmerge()", "Unmerge() the other one")
_OTHER_VALUE = ("请改正", "correct the value")

_OF_PARTS: Mapping[str, Reason] = {
    **dict.fromkeys(_OF_OPEN_PARTS, _OPEN_PART),
    **{f"{rule}:none": _NO_PART for rule in _OF_OPEN_PARTS},
    **{f"{rule}:over": _PART_OVER for rule in _OF_OPEN_PARTS},
    "part-exists": Reason(
        ("没有{named:quoted}", "there is no {named:quoted} here"),
        ("请填写已登记的一项，如 M1", "name one that is on record, like M1"),
    ),
    "part-exists:evidence": Reason(
        ("没有{named:quoted}", "there is no {named:quoted} here"),
        (
            "请填写已登记的一项，如 E1；用 AddEvidence(...) 登记",
            "name one that is on record, like E1; AddEvidence(...) records one",
        ),
    ),
    "payment-named": Reason(
        ("{named:quoted}不是待支付的（{owed}）", "{named:quoted} is not owed (owed: {owed})"), _OWED
    ),
    "payment-named:blank": Reason(
        ("没有写明证明的是哪一笔付款（待支付：{owed}）", "it does not say which payment it proves (owed: {owed})"),
        _OWED,
    ),
    "part-exists:retracted": Reason(
        ("{named:quoted}已经撤销", "{named:quoted} was taken back"),
        ("请用 AddEvidence(...) 重新登记", "record it anew by AddEvidence(...)"),
    ),
    "standing-entry": Reason(
        ("没有{named:quoted}这样的记录", "there is no {named:quoted} that can be taken back"),
        ("请填写备注、电话或证据的编号，如 N1、P1、E1", "name a note, a call or a piece of evidence, like N1, P1, E1"),
    ),
    "standing-entry:none": Reason(
        ("没有可以撤销的记录", "there is nothing that can be taken back"),
        NOTHING,
    ),
    "standing-entry:gone": Reason(("{named:quoted}已经撤销", "{named:quoted} was taken back already"), NOTHING),
    "standing-entry:theirs": Reason(
        ("{named:quoted}是客户提供的", "{named:quoted} is what the customer sent"),
        (
            "请用 CheckEvidence(..., genuine=False) 说明核实的结果",
            "say by CheckEvidence(..., genuine=False) that it is not genuine",
        ),
    ),
    "not-yet-sent": Reason(
        ("{named:quoted}已经交给渠道，无法撤回", "{named:quoted} was given to a channel already"),
        ('请用 Update("customer", …) 向客户更正', 'correct it by Update("customer", …)'),
    ),
    "not-yet-sent:none": Reason(("没有等待发出的消息", "no message waits"), NOTHING),
    "not-yet-sent:unknown": Reason(
        ("没有发给客户的消息{named:quoted}", "there is no message {named:quoted} to the customer"),
        ("请填写发件箱中等待的消息，如 M1", "name one that waits in the outbox, like M1"),
    ),
    "open-blocker": Reason(
        ("没有这个卡点", "nothing of this name blocks it"),
        ("请填写现有的卡点：{blockers}", "name one that blocks it: {blockers}"),
    ),
    "open-blocker:none": Reason(
        ("没有卡点", "nothing blocks it"), ("如有卡点，请用 Block(...) 登记", "record Block(...) when something does")
    ),
    "earlier-one-known": Reason(
        ("该客户没有投诉{named:quoted}", "this customer has no complaint {named:quoted}"),
        (
            "请在 follows= 中填写同一客户以前的投诉，或留空",
            "name an earlier complaint of the same customer in follows=, or leave it blank",
        ),
    ),
    "in-an-incident": Reason(("不属于任何事件", "it is in no incident"), NOTHING),
    "standing-hazard": Reason(
        ("没有危险{hazard:quoted}", "there is no hazard {hazard:quoted}"),
        ("请填写现有的危险：{standing}", "name one that stands: {standing}"),
    ),
    "standing-hazard:none": Reason(("没有危险{hazard:quoted}", "there is no hazard {hazard:quoted}"), NOTHING),
    "came-back": Reason(
        ("没有记录说 {message} 没有送达", "nothing says that {message} came back"),
        ("请等待它的 Receipt(...)", "wait for its Receipt(...)"),
    ),
    "merged-here": Reason(
        ("{source} 没有并入 {id}", "{source} was not merged into {id}"), ("请先并入", "merge it first")
    ),
    "released-here": Reason(("{source} 没有并入 {id}", "{source} was not merged into {id}"), _RELEASE),
    "released-here:still": Reason(("{source} 仍并在 {id} 之中", "{source} is still merged into {id}"), _RELEASE),
}
_OF_PEOPLE: Mapping[str, Reason] = {
    "abuse-taken-back": Reason(
        ("{by} 无权撤销", "{by} may not take it back"),
        ("请由以下角色之一处理：{roles:people}", "ask one of: {roles:people}"),
    ),
    "may-answer": Reason(
        ("{by} 不直接答复客户", "{by} does not speak to customers"),
        ("请由以下角色之一处理：{roles:people}", "ask one of: {roles:people}"),
    ),
    "contact-known": Reason(
        (
            "来自 {channel} 的投诉没有联系方式，无法答复",
            "a complaint by {channel} cannot be answered without a contact",
        ),
        ("请填写 customer.contact，如邮箱或电话", "give customer.contact, for example an email or phone"),
    ),
    "somebody-owns-it": Reason(("没有处理人", "nobody owns it"), ("请用 Assign(owner) 指定处理人", "Assign(owner)")),
    "corrected-by-staff": Reason(
        ("{fields} 由员工更正", "{fields}: staff correct it"),
        (
            "您可以更正 {allowed}，用 contacts= 补充联系方式，其余的请用 Hear(...) 告诉我们",
            "correct {allowed}, add a contact in contacts=, and tell us all else by Hear(...)",
        ),
    ),
    "another-team": Reason(
        ("已经在 {team}", "{team} has it already"),
        ("请填写另一个团队，或用 Assign(owner) 指定处理人", "name another team, or Assign(owner)"),
    ),
    "review-attended": Reason(
        ("没有人以 {missing} 的身份参加", "nobody took part as {missing}"),
        (
            '请写明参加的人及其角色：participants=[Participant("service lead", "zhou"), …]',
            'name them with their roles: participants=[Participant("service lead", "zhou"), …]',
        ),
    ),
    "review-attended:nobody": Reason(
        ("没有人参加", "nobody took part as anything"),
        (
            '请写明参加的人及其角色：participants=[Participant("service lead", "zhou"), …]',
            'name them with their roles: participants=[Participant("service lead", "zhou"), …]',
        ),
    ),
    "experienced-caller": Reason(
        ("等级为 {grade} 时，{by} 的经验不足以致电客户", "{by} is not experienced enough to call at grade {grade}"),
        ("请由以下角色之一致电：{roles:people}", "let one of {roles:people} call"),
    ),
    "authority-to-approve": Reason(
        ("{by} 无权批准", "{by} has no authority to approve it"),
        ("请由以下角色之一批准：{roles:people}", "ask one of {roles:people}"),
    ),
    "authority-to-override": Reason(
        ("{faults}", "{faults}"),
        ("可豁免的规则：{rules}；有权的角色：{roles:people}", "rules: {rules}; authorities: {roles:people}"),
    ),
}
_OF_WORDS: Mapping[str, Reason] = {
    "reaches-the-root": Reason(
        ("只写一个原因还停留在表面", "one why is the surface"),
        ("请把直接原因和根本原因也写出来", "name the direct cause and the root cause as well"),
    ),
    "reply-awaited": Reason(("客户没有什么在等待答复", "nothing of the customer's awaits a reply"), NOTHING),
    "reply-awaited:kinds": Reason(
        ("客户的{kinds:term}没有在等待答复", "no {kinds} of the customer's awaits a reply"), NOTHING
    ),
    "asked-anew": Reason(
        ("已有记录：{known}", "already on the record: {known}"), ("请只询问缺少的内容", "ask for what is missing")
    ),
    "intake-fields:type": Reason(
        ("类型已连同团队一起记录", "the type is on record with its team"),
        ("请在处理期间用 Triage(...) 给出新的类型", "say the new one by Triage(...) while it is worked on"),
    ),
    "intake-fields:unknown": Reason(
        ("没有这样的字段：{fields}", "no such field: {fields}"),
        (
            "可用的字段：{allowed}，或 {contact}email 之类",
            "one of {allowed}, or {contact}email and the like",
        ),
    ),
    "intake-fields:nothing": Reason(
        ("没有要更正的内容", "it corrects nothing"),
        ("请填写 fields=、contacts= 或 remove_contacts=", "name fields, contacts or remove_contacts"),
    ),
    "intake-fields:meant": Reason(
        ("没有这样的字段：{fields}", "no such field: {fields}"), ("可用的字段：{allowed}", "one of {allowed}")
    ),
    "intake-fields:wrong": Reason(("{faults}", "{faults}"), _OTHER_VALUE),
    "one-to-three": Reason(("有 {count} 个方案", "{count} options"), ("请提供一到三个方案", "offer one, two or three")),
    "plan-told": Reason(
        ("发给{audience:term}的内容，客户看不到", "the customer does not read what the {audience} is told"),
        ('请用 Update("customer", …, plan_kept=True) 告知客户', 'Update("customer", …, plan_kept=True)'),
    ),
    "known-root-cause": Reason(
        ("{label:quoted}不是「原因-位置」的形式", "{label:quoted} is not a cause, a dash and a place"),
        ("请以其中之一开头：{chinese}", "begin with one of: {causes}"),
    ),
    "old-cause-known": Reason(
        ("{label:quoted}不是「原因-位置」的形式", "{label:quoted} is not a cause, a dash and a place"),
        ("请留空，或以其中之一开头：{chinese}", "leave it blank, or begin with one of: {causes}"),
    ),
    "surveyed-once": Reason(("已经有评价", "there is an answer"), ("保留原样即可", "leave it")),
    "rated-alone": Reason(
        ("已归档的投诉只能再评分，不再接收意见", "an archived record takes the rating alone"),
        ("请把意见作为新的投诉：Receive(follows=...)", "take in what else there is to say: Receive(follows=...)"),
    ),
    "fits-the-policy": Reason(
        ("{faults}", "{faults}"),
        ("请在规则配置中加入该投诉需要的内容", "define in the policy what the complaint needs"),
    ),
    "fits-the-lifecycle": Reason(
        ("{faults}", "{faults}"),
        (
            "请在对应表中为它指定含义相同的状态和取值，或先用命令处理",
            "map it to a state of the same meaning and to a fact that fits, or bring it there by a command first",
        ),
    ),
    "fits-the-lifecycle:no-edge": Reason(
        ("新流程没有从「{state:term}」迁移的边", "the lifecycle has no edge of a migration from {state}"),
        ("请在新流程中加入迁移的边", "add an edge to the lifecycle by which it is migrated"),
    ),
}
_OF_TIMES: Mapping[str, Reason] = {
    "actions-ahead": Reason(
        ("{faults}", "{faults}"),
        (
            "请填写将来的截止日期、被处理的一方，以及其中一步：{steps}",
            "name a due date to come, a respondent, a step of: {steps}",
        ),
    ),
    "required-fields": Reason(
        ("没有填写 {missing:|、}", "no {missing:| and no }"),
        ("请填写这些字段，本流程在这一步要求填写", "give these fields: this step of the lifecycle requires them"),
    ),
    "times-to-come": Reason(("时间已过：{past}", "in the past: {past}"), ("请填写将来的时间", "name a time to come")),
    "old-dates-in-order": Reason(
        ("{faults}", "{faults}"),
        (
            "请按顺序填写旧系统中的时间：收到最早，结案最晚，都不在将来",
            "name the times of the other system in order: received_at first, closed_at last, none of them to come",
        ),
    ),
    "deadline-passed": Reason(("还没有到期", "it is not due yet"), ("请等到期限已过", "wait until it is past")),
    "reminded-once": Reason(("{about} 已经提醒过", "{about} was said already"), NOTHING),
    "clock-can-stop": Reason(
        ("{faults}", "{faults}"),
        ("请先用 {asking:calls} 询问；since= 要在期限之内", "{asking:calls} first; since= within the limit"),
    ),
    "clock-can-stop:paused": Reason(("{faults}", "{faults}"), ("请先用 Resume(...) 结束暂停", "Resume(...) first")),
    "clock-stands": Reason(("没有暂停", "it is not paused"), NOTHING),
    "reopened-in-time": Reason(
        ("结案已超过 {days} 天", "it was closed more than {days} days ago"),
        ("请用 Receive(..., follows={id:repr}) 另立一件", "Receive(..., follows={id:repr}) a new one"),
    ),
}

_OF_ERASING: Mapping[str, Reason] = {
    "on-hold": Reason(("投诉未被依法保留", "it is on no legal hold"), NOTHING),
    "hold-grows": Reason(
        ("已由 {by} 依法保留，且没有期限", "{by} placed it on legal hold without an end"),
        ("要提前结束，请用 LiftHold(reason) 解除", "to end it sooner, LiftHold(reason)"),
    ),
    "hold-grows:until": Reason(
        ("已由 {by} 依法保留至 {until}，不能提前结束", "{by} placed it on legal hold until {until}, which is later"),
        ("请用不早于此的 until=，或用 LiftHold(reason) 解除", "until= that time or later, or LiftHold(reason)"),
    ),
    "not-on-hold": Reason(
        ("{complaint} 已由 {by} 依法保留", "{complaint} is on legal hold, placed by {by}"),
        ("保留的理由消失后，请用 LiftHold(reason) 解除", "once its reason is gone, LiftHold(reason)"),
    ),
    "not-on-hold:until": Reason(
        ("{complaint} 已由 {by} 依法保留至 {until}", "{complaint} is on legal hold until {until}, placed by {by}"),
        ("请等到那时，或用 LiftHold(reason) 解除", "wait until then, or LiftHold(reason)"),
    ),
    "words-stand": Reason(
        ("投诉的内容已于 {erased} 删除", "its words were erased at {erased}"),
        (
            "请用 Receive(..., follows={id:repr}) 另立一件",
            "Receive(..., follows={id:repr}) a new one",
        ),
    ),
    "settled-before-erasure": Reason(
        ("{complaint} 尚未了结：{left:|、}", "{complaint} has still open: {left:|, }"),
        ("请先用 {settling:calls} 逐一了结", "settle each first, by {settling:calls}"),
    ),
    "settled-before-erasure:wait": Reason(
        ("{complaint} 尚未了结：{left:|、}", "{complaint} has still open: {left:|, }"),
        ("请等它结束：它会自行结束", "wait until that is over: it ends by itself"),
    ),
    "ended-before-erasure": Reason(
        ("{complaint} 的状态是「{state:term}」，尚未结束", "{complaint} is not over: it is {state}"),
        (
            "请先了结：Close()，或由客户撤回：Withdraw(said)",
            "end it first: Close(), or the customer withdraws it: Withdraw(said)",
        ),
    ),
}

REASONS: Mapping[str, Reason] = {**_OF_PARTS, **_OF_PEOPLE, **_OF_WORDS, **_OF_TIMES, **_OF_ERASING}
