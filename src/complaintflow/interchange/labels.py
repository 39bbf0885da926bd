"""What people read of commands, their fields and their closed words, in Chinese and English.

The English description of a command is the first paragraph of its docstring, so that it stands once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

from complaintflow import commands as c
from complaintflow.errors.reasons.terms import TERMS
from complaintflow.messages.words import EMOTION
from complaintflow.values import (
    Action,
    Attachment,
    CallPlan,
    Customer,
    OldCase,
    OldNote,
    Option,
    Participant,
    Said,
    Signals,
)
from complaintflow.vocabulary import (
    ActionKind,
    Audience,
    Emotion,
    Exposure,
    Grade,
    Impact,
    PausedBy,
    ReceiptStatus,
    Severity,
    Touches,
    Urgency,
    Vulnerability,
    in_language,
)

Pair = tuple[str, str]
"""A word in Chinese and in English."""

_COMMANDS: Mapping[type[Any], tuple[str, str, str]] = {
    c.Absorb: (
        "接收并入的投诉",
        "Take over a merged one",
        "合并的目标一侧：接收被并入投诉中更严重的情况，使任何问题都不被淡化。",
    ),
    c.Acknowledge: ("告知已受理", "Tell that it is recorded", "告知客户投诉已记录，以及下次回复的时间。"),
    c.AddEvidence: ("添加证据", "Add evidence", "一份证据及其来源；文件以引用方式附上。"),
    c.AddTask: ("添加任务", "Add a task", "一项有负责人和截止时间的任务；负责人及其团队会收到通知。"),
    c.Agree: ("客户同意方案", "The customer agrees", "客户同意所提供的一个方案。"),
    c.Answer: ("客户回答问题", "The customer answers", "客户对各项问题的回答；由员工转述时注明如何听到。"),
    c.Approve: ("批准请求", "Approve a request", "以批准人的身份执行所请求的操作；两者同时生效，或都不生效。"),
    c.AskApproval: ("请求批准", "Ask for approval", "请人执行自己不能独自执行的操作；规则会先检查该操作。"),
    c.Disapprove: ("不批准请求", "Do not approve a request", "不执行所请求的操作，并说明理由。"),
    c.ApproveCompensation: (
        "批准补偿",
        "Approve a compensation",
        "批准一项补偿，这是唯一会付款的操作；客户会得知内容、时间和方式。",
    ),
    c.ApproveDecline: (
        "同意不受理",
        "Approve that it is declined",
        "E 级和 A 级投诉不受理时，由第二人说明理由并同意。",
    ),
    c.Archive: ("归档", "Put it into the archive", "归档完整记录，此后不再更改。"),
    c.AskCustomer: ("向客户提问", "Ask the customer", "向客户提出的问题，每个问题对应其回答所填写的字段。"),
    c.Assign: ("指派处理人", "Assign an owner", "在团队内指派处理人；除非本人认领，处理人会收到通知。"),
    c.Block: ("登记卡点", "Name a blocker", "卡住处理的问题，以及需要的帮助。"),
    c.Call: ("登记通话", "Record a call", "一次通话：事先准备的话术、旁听人和结果；话术即客户听到的内容。"),
    c.CancelTask: ("取消任务", "Cancel a task", "取消一项任务并说明理由。"),
    c.CheckEvidence: ("核实证据", "Check evidence", "核实一份证据是否真实。"),
    c.ClearHazard: ("排除危险", "Take off a hazard", "由有权限者说明理由，去掉从未存在的危险；等级不变。"),
    c.Close: ("结案", "Close the complaint", "按此理由结案；不指定时取允许的最有力的理由。"),
    c.Compensate: (
        "申请补偿",
        "Request a compensation",
        "申请一项补偿：种类、金额、到账时间和使用规则；此时尚未付款。",
    ),
    c.ComplainAgain: ("客户再次投诉", "Complained again", "客户就可能相同的问题又提出了一次投诉。"),
    c.Confirm: ("客户确认已解决", "The customer confirms", "客户确认问题已解决；有长期计划时，确认以该计划了结。"),
    c.Correct: ("更正登记内容", "Correct the intake", "更正受理时登记的内容并说明理由；等级和危险不变。"),
    c.DecideResponsibility: ("判定责任方", "Decide who is responsible", "责任方、所依据的规则和理由。"),
    c.Decline: ("不予受理", "Decline the complaint", "不受理该投诉：说明理由以及客户的其他途径。"),
    c.Dispute: (
        "客户表示未解决",
        "The customer disputes",
        "客户表示问题未解决，或不接受不受理的决定：开始新一轮处理。",
    ),
    c.Escalate: ("升级", "Escalate it", "升高一级；本轮此后只能以严格的理由结案，并触发评审。"),
    c.ExplainPlan: ("说明长期计划", "Explain a plan", "无法尽快解决时，向客户说明评估结论和长期计划。"),
    c.FindCause: ("查明原因", "Record the cause", "原因及其证据。"),
    c.FinishTask: ("完成任务", "Finish a task", "完成一项任务，并说明改动了谁的财产。"),
    c.Handoff: ("转交团队", "Hand it to another team", "转交给另一团队，附情况摘要和对客户的影响。"),
    c.Hear: ("记录客户的话", "Record what the customer says", "客户的其他话；仅表示感谢时另行注明。"),
    c.Import: (
        "导入旧投诉",
        "Import an old case",
        "导入其他系统的投诉及其时间，并注明是导入的；其中的内容不算已核实、已确认或已告知。",
    ),
    c.LabelCause: ("标注根本原因", "Label the root cause", "根本原因：规定词汇中的一个词，加短横线和位置。"),
    c.LinkIncident: ("关联事件", "Link to an incident", "关联到同一原因引起的事件；等级至少为 A。"),
    c.Merge: ("合并投诉", "Merge into another", "并入该客户的另一项未结投诉。"),
    c.Migrate: ("迁移到新规则", "Move to another policy", "将投诉及其尚未到期的时限改按另一套规则处理。"),
    c.MissDeadline: ("登记超时", "A deadline was missed", "某个时限已错过，不可更改。"),
    c.Mitigate: ("临时措施", "Ease it for now", "临时措施；只涉及本公司系统时无需客户同意。"),
    c.NoReplyNeeded: ("无需答复", "No reply is needed", "员工读过客户来信，并说明为何无需答复。"),
    c.Note: ("内部备注", "Write an internal note", "客户看不到的内部备注。"),
    c.Notify: (
        "告知已解决",
        "Tell that it is solved",
        "完整地告知客户问题已解决：我们的理解、判断、已做的工作、下一步和时间。",
    ),
    c.Object: ("客户不接受方案", "The customer objects", "客户不接受所提方案；核心诉求用于寻找替代方案。"),
    c.Override: ("放开规则", "Lift a rule", "由有权限者说明理由，在本轮放开一条可放开的规则。"),
    c.Park: ("记录改进点", "Park an observation", "记下流程中的问题，留待以后讨论。"),
    c.PartyReply: ("第三方答复", "The party replies", "第三方的答复。"),
    c.Pause: ("暂停计时", "Pause the clocks", "因等待客户或第三方而暂停计时；可在规定限度内倒填开始时间。"),
    c.Propose: ("提出方案", "Propose options", "向客户提出一至三个方案；先前的同意失效。"),
    c.Receipt: ("消息回执", "What became of a message", "一条消息的结果，以及客户是否算已被告知。"),
    c.Receive: ("受理投诉", "Take in a complaint", "受理一项投诉；系统自动采集的信息放在快照中。"),
    c.RecordAbuse: ("记录不当行为", "Record abuse", "客户的过分要求、辱骂或威胁，及证明它的证据。"),
    c.RecordReview: ("记录评审", "Record a review", "评审的决定和参加者。"),
    c.RecordVulnerability: (
        "记录需特别关照",
        "Record that care is needed",
        "客户需要特别关照及其原因：年龄、疾病、困境或语言。",
    ),
    c.Refer: ("转请第三方", "Ask a third party", "向第三方提出请求，注明预计答复时间和给客户反馈的时间。"),
    c.RefuseCompensation: ("拒绝补偿", "Refuse a compensation", "拒绝所申请的补偿并说明理由。"),
    c.Regrade: ("调整等级", "Change the grade", "说明理由，直接调高或调低等级。"),
    c.Release: ("退回并入的投诉", "Give back a merged one", "撤销合并的目标一侧：退回已付款项，其余接收的内容保留。"),
    c.Remind: ("提醒", "Send a reminder", "向某类读者发出的提醒。"),
    c.Reopen: ("重新打开", "Open it again", "重新打开投诉，开始新一轮处理。"),
    c.Resolve: ("登记处理结果", "Record a fix", "登记一次修复；每次都是新的，先前的验证和通知失效。"),
    c.Resume: ("恢复计时", "End the pause", "结束暂停。"),
    c.Retrospect: ("复盘", "Hold a retrospective", "从表面到根源逐层追问，总结好与不足，并列出改进措施。"),
    c.Survey: ("满意度评价", "Record the survey", "客户的满意度（1 至 5）、推荐意愿（0 至 10）和意见，每轮一次。"),
    c.Triage: ("分类", "Sort it", "确定类型、领域、各项信号和团队（默认为该类型的团队）。"),
    c.Unblock: ("解除卡点", "Remove a blocker", "解除所指的卡点；不指定时解除最近的一个。"),
    c.Unclose: ("撤销结案", "Undo an end", "所依据的消息被退回时，撤销因客户未回复或按计划作出的结案。"),
    c.UnlinkIncident: ("移出事件", "Take it out of its incident", "说明理由，移出不属于它的事件；此后不再自动关联。"),
    c.Unmerge: ("撤销合并", "Undo the merge", "撤销合并，状态和计时恢复如前。"),
    c.Update: ("通报进展", "Tell the progress", "向某类读者通报进展；面向客户时必须完整。"),
    c.Verify: ("验证修复", "Verify the fix", "对最近一次修复的验证：结果、方法和证据。"),
    c.Watch: ("添加关注者", "Add a stakeholder", "让一位相关人员持续了解情况，例如报告人、业务负责人、技术负责人。"),
    c.Withdraw: ("客户撤回投诉", "The customer withdraws", "客户撤回投诉并得到回执。"),
}
"""The title of each command in Chinese and English, and what it is in Chinese."""

_RECORDS: Mapping[type[Any], Pair] = {
    Action: ("改进措施", "Improvement"),
    Attachment: ("文件", "File"),
    CallPlan: ("通话准备", "Preparation of a call"),
    Customer: ("客户", "Customer"),
    Option: ("方案", "Option"),
    OldCase: ("旧系统的记录", "The record of the other system"),
    OldNote: ("旧备注", "Old note"),
    Participant: ("参加者", "Participant"),
    Said: ("客户的话", "The customer's words"),
    Signals: ("优先级信号", "Signals of the priority"),
}

_FIELDS: Mapping[str, Pair] = {
    "about": ("关于", "About"),
    "account": ("账号", "Account"),
    "actions": ("改进措施", "Improvements"),
    "amount": ("金额", "Amount"),
    "answered": ("已接通", "It was answered"),
    "answers": ("回答", "Answers by field"),
    "anything_else": ("其他问题", "Anything else"),
    "approved_by": ("同意人", "Approved by"),
    "area": ("领域", "Area"),
    "arrives": ("到账时间", "It arrives"),
    "as_": ("身份", "In the role of"),
    "assessment": ("评估结论", "Assessment"),
    "assigned_at": ("指派时间", "Assigned at"),
    "at": ("时间", "At"),
    "attachments": ("附件", "Files"),
    "audience": ("读者", "Audience"),
    "badly": ("不足之处", "What went badly"),
    "basis": ("依据", "Basis"),
    "before_import": ("其中导入前到期的次数", "Of these due before the import"),
    "blocker": ("卡点", "Blocker"),
    "command": ("操作", "Command"),
    "document": ("内容（JSON）", "Fields as JSON"),
    "request": ("请求", "Request"),
    "by": ("人员", "By"),
    "call": ("通话准备", "Preparation of the call"),
    "came_with": ("随哪次来信", "Came with"),
    "category": ("类别", "Category"),
    "cause": ("原因", "Cause"),
    "channel": ("渠道", "Channel"),
    "clock": ("时限", "Clock"),
    "closed_at": ("结案时间", "Closed at"),
    "comment": ("意见", "Comment"),
    "compensation": ("补偿", "Compensation"),
    "cons": ("不足", "Against"),
    "contact": ("联系方式", "Contacts by kind"),
    "content": ("内容", "Content"),
    "core_demand": ("核心诉求", "Core demand"),
    "csat": ("满意度（1 至 5）", "Satisfaction (1 to 5)"),
    "currency": ("币种", "Currency"),
    "customer": ("客户", "Customer"),
    "decision": ("决定", "Decision"),
    "description": ("问题描述", "Description"),
    "desired": ("期望结果", "Desired outcome"),
    "detail": ("详情", "Detail"),
    "device": ("设备", "Device"),
    "digest": ("摘要值", "Digest"),
    "done": ("已做的工作", "What we did"),
    "due": ("截止时间", "Due"),
    "emotion": ("情绪", "Emotion"),
    "evidence": ("证据", "Evidence"),
    "expected": ("预计反应", "Expected reaction"),
    "expected_by": ("预计完成时间", "Expected by"),
    "exposure": ("外部关注", "Outside attention"),
    "feedback_at": ("给客户反馈的时间", "Feedback to the customer at"),
    "fields": ("更正的字段", "Corrected fields"),
    "final": ("最终结果", "Nothing more will be known"),
    "finding": ("结论", "Finding"),
    "first_answered_at": ("首次答复时间", "First answered at"),
    "follows": ("延续的投诉", "Follows the complaint"),
    "genuine": ("真实", "It is genuine"),
    "grade": ("等级", "Grade"),
    "ground": ("结案理由", "Ground"),
    "harm": ("对客户的影响", "Effect on the customer"),
    "hazard": ("危险", "Hazard"),
    "hazards": ("危险", "Hazards"),
    "heard_by": ("听取人", "Heard by"),
    "help_needed": ("需要的帮助", "Help needed"),
    "how": ("如何解决", "How it was removed"),
    "id": ("编号", "Id"),
    "impact": ("影响范围", "Impact"),
    "improvement": ("改进措施", "Improvement"),
    "incident": ("事件", "Incident"),
    "into": ("并入", "Into the complaint"),
    "judged": ("我们的判断", "What we found"),
    "kind": ("种类", "Kind"),
    "label": ("根本原因标签", "Label"),
    "language": ("语言", "Language"),
    "last": ("最后一次到期", "The last one was due"),
    "left_out": ("省略的字数", "Characters left out"),
    "level": ("级别", "Level"),
    "listener": ("旁听人", "Who listens in"),
    "material": ("材料", "Material"),
    "media_type": ("媒体类型", "Media type"),
    "message": ("消息", "Message"),
    "method": ("方法", "Method"),
    "name": ("名称", "Name"),
    "needed_by": ("客户要求时间", "Needed by"),
    "needed_for": ("用途", "Needed for"),
    "next": ("下一步", "What happens next"),
    "next_at": ("下次回复时间", "News follows at"),
    "no_material_because": ("无材料的原因", "Why there is no material"),
    "note": ("说明", "Remark"),
    "notes": ("备注", "Notes"),
    "nps": ("推荐意愿（0 至 10）", "Recommendation (0 to 10)"),
    "objections": ("可能的异议与回答", "Likely objections and answers"),
    "observation": ("观察", "Observation"),
    "occurred_at": ("发生时间", "It happened at"),
    "old": ("旧系统的记录", "The record of the other system"),
    "onward": ("改用渠道", "It goes on by"),
    "option": ("方案", "Option"),
    "options": ("方案", "Options"),
    "order": ("订单号", "Order"),
    "ordered_by": ("决定人", "Ordered by"),
    "os": ("操作系统", "Operating system"),
    "outcome": ("结果", "Outcome"),
    "owner": ("负责人", "Owner"),
    "participants": ("参加者", "Participants"),
    "party": ("相关方", "Party"),
    "passed": ("通过", "It passed"),
    "periods": ("次数", "How many together"),
    "plain": ("简单来说", "In plain words"),
    "plan": ("长期计划", "The plan"),
    "plan_kept": ("计划已落实", "The plan was carried out"),
    "policy": ("规则版本", "Policy"),
    "preferred_channel": ("首选渠道", "Preferred channel"),
    "product": ("产品", "Product"),
    "pros": ("好处", "In favour"),
    "public": ("客户可见", "The customer could read it"),
    "questions": ("问题", "Questions by field"),
    "reason": ("理由", "Reason"),
    "reasoning": ("推理", "Reasoning"),
    "received_at": ("收到时间", "Received at"),
    "recourse": ("其他途径", "What the customer can do"),
    "ref": ("通话或消息编号", "Reference"),
    "referral": ("转请", "Referral"),
    "region": ("地区", "Region"),
    "remedy": ("补救方式", "Remedy"),
    "repeats": ("此前联系次数", "Earlier contacts"),
    "reply": ("答复", "Reply"),
    "reported_by": ("报告人", "Reported by"),
    "resolution": ("处理结果", "What was done"),
    "respondent": ("被投诉方", "Respondent"),
    "result": ("结果", "Result"),
    "role": ("角色", "Role"),
    "root_cause": ("根本原因", "Root cause"),
    "rule": ("规则", "Rule"),
    "said": ("客户的话", "The customer's words"),
    "script": ("话术", "Script"),
    "sender": ("发件人", "Sender"),
    "sending": ("第几次发送", "Sending"),
    "severity": ("严重程度", "Severity"),
    "shop": ("店铺", "Shop"),
    "signals": ("优先级信号", "Signals of the priority"),
    "signs": ("来信种类", "What it is about"),
    "since": ("开始时间", "Since"),
    "size": ("大小（字节）", "Size in bytes"),
    "snapshot": ("系统快照", "Snapshot of the system"),
    "source": ("来源", "Source"),
    "stands": ("成立", "It stands"),
    "status": ("结果", "Status"),
    "step": ("处置阶梯", "Step of the ladder"),
    "steps_taken": ("客户已尝试的操作", "What the customer tried"),
    "summary": ("情况摘要", "Summary"),
    "system": ("系统名称", "Name of the system"),
    "taken": ("渠道已接收", "A channel took it"),
    "task": ("任务", "Task"),
    "team": ("团队", "Team"),
    "tells": ("告知的角色", "Told roles"),
    "terms": ("使用规则", "Conditions of use"),
    "text": ("内容", "Text"),
    "tier": ("客户等级", "Tier"),
    "touches": ("改动的对象", "What it changes"),
    "type": ("类型", "Type"),
    "understood": ("我们的理解", "What we understood"),
    "urgency": ("紧迫程度", "Urgency"),
    "uri": ("地址", "URI"),
    "via": ("渠道", "Channel"),
    "vulnerable": ("需特别关照", "Needs particular care"),
    "well": ("做得好的地方", "What went well"),
    "what": ("内容", "What"),
    "who": ("人员", "Who"),
    "whys": ("逐层原因", "The whys, from surface to root"),
    "zone": ("时区", "Time zone"),
}
"""The title of each field, wherever it stands."""

_TITLES_OF: Mapping[tuple[type[Any], str], Pair] = {
    (c.Absorb, "source"): ("被并入的投诉", "The merged complaint"),
    (c.ComplainAgain, "source"): ("另一投诉", "The other complaint"),
    (c.Release, "source"): ("被并入的投诉", "The merged complaint"),
    (c.Hear, "request"): ("提出了要求", "It asks for something"),
    (c.DecideResponsibility, "party"): ("责任方", "Responsible party"),
    (c.RecordAbuse, "evidence"): ("证据编号", "Evidence on record"),
    (c.CheckEvidence, "evidence"): ("证据编号", "Evidence on record"),
}
"""Fields that are called otherwise in one kind of record."""

_HINTS: Mapping[tuple[type[Any], str], Pair] = {
    (c.Acknowledge, "next_at"): ("将来的时间，含时区", "a time to come, with its zone"),
    (c.AddEvidence, "kind"): (
        "identity、order、product、contact、chat、logistics、recording、log、payment 等",
        "identity, order, product, contact, chat, logistics, recording, log, payment and the like",
    ),
    (c.Notify, "judged"): ("留空表示仍在核实", "null: it is still being checked"),
    (c.Update, "judged"): ("留空表示仍在核实", "null: it is still being checked"),
    (c.Decline, "approved_by"): ("同意人之一的编号", "the id of one of those who approved it"),
    (c.LabelCause, "label"): (
        "规定词汇中的一个词、短横线、位置，例如 product defect-payment flow",
        "a word of the policy, a dash and a place: product defect-payment flow",
    ),
    (c.Close, "ground"): ("不指定时取允许的最有力的理由", "null: the strongest that is permitted"),
    (c.Compensate, "currency"): ("例如 CNY", "like CNY"),
    (Customer, "zone"): ("IANA 时区，例如 Asia/Shanghai", "an IANA time zone, like Asia/Shanghai"),
    (Customer, "language"): ("zh 或 en", "zh or en"),
    (Customer, "contact"): ("联系方式种类（email、phone 等）及地址", "kinds of contact (email, phone …) and addresses"),
    (Said, "ref"): ("客户亲自操作时可留空", "may be blank when the customer acts in person"),
    (Attachment, "size"): ("字节", "bytes"),
}
"""What a title leaves open."""

_WORDS: Mapping[type[Enum], Mapping[str, Pair]] = {
    ActionKind: {
        "rule": ("规则", "a rule"),
        "process": ("流程", "a process"),
        "merchant_management": ("商家管理", "the management of merchants"),
        "product": ("产品", "a product"),
        "training": ("培训", "training"),
        "knowledge": ("知识库", "the knowledge base"),
    },
    Audience: {
        "customer": ("客户", "the customer"),
        "stakeholders": ("关注者", "the stakeholders"),
        "team": ("团队", "the team"),
    },
    Emotion: EMOTION,
    Exposure: {"none": ("无", "none"), "public": ("公众", "the public"), "regulator": ("监管部门", "a regulator")},
    Grade: {
        "C": ("C 级（低）", "C (low)"),
        "B": ("B 级（中）", "B (medium)"),
        "A": ("A 级（高）", "A (high)"),
        "E": ("E 级（紧急）", "E (an emergency)"),
    },
    Impact: {
        "one": ("一位客户", "one customer"),
        "some": ("部分客户", "some customers"),
        "many": ("许多客户", "many customers"),
        "all": ("全部客户", "all customers"),
    },
    PausedBy: {"customer": ("客户", "the customer"), "party": ("第三方", "a third party")},
    ReceiptStatus: {
        "accepted": ("渠道已接收", "accepted by the channel"),
        "recorded": ("仅作记录", "only recorded"),
        "delivered": ("已送达", "delivered"),
        "dropped": ("未发送", "not sent"),
        "failed": ("发送失败", "failed"),
    },
    Severity: {
        "general": ("一般", "general"),
        "important": ("重要", "important"),
        "urgent": ("紧急", "urgent"),
    },
    Touches: {
        "customer": ("客户的订单或账号", "the customer's order or account"),
        "money": ("客户的钱款", "the customer's money"),
        "own_system": ("本公司系统", "our own systems"),
        "nothing": ("无", "nothing"),
    },
    Urgency: {
        "none": ("不急", "not urgent"),
        "routine": ("一般", "routine"),
        "blocked": ("无法继续", "the customer is blocked"),
        "critical": ("十分紧急", "critical"),
    },
    Vulnerability: {
        "age": ("年龄", "age"),
        "illness": ("疾病", "illness"),
        "distress": ("困境", "distress"),
        "language": ("语言", "language"),
    },
}
"""The closed words that have names of their own here; the others have those of the refusals."""

_RULE_IDS = re.compile(r"^(R\d+a?(, )?)+: ")


def about_command(kind: type[Any], language: str) -> Pair:
    """The title of a command, and what it is. One that somebody added has its name, and its docstring."""
    told = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
    in_english = _RULE_IDS.sub("", told)
    in_english = in_english[:1].upper() + in_english[1:]
    zh, en, in_chinese = _COMMANDS.get(kind, (kind.__name__, kind.__name__, in_english))
    return in_language(language, (zh, en)), in_language(language, (in_chinese, in_english))


def about_field(kind: type[Any], name: str, language: str) -> Pair:
    """The title of a field, and what the title leaves open."""
    plain = name.rstrip("_").replace("_", " ")
    title = _TITLES_OF.get((kind, name)) or _FIELDS.get(name) or (name, plain[:1].upper() + plain[1:])
    return in_language(language, title), in_language(language, _HINTS.get((kind, name), ("", "")))


def title_of(kind: type[Any], language: str) -> str:
    """The title of a record within a command."""
    return in_language(language, _RECORDS.get(kind, (kind.__name__, kind.__name__)))


def name_word(word: Enum, language: str) -> str:
    """The name of a closed word."""
    text = str(word.value)
    plain = text.replace("_", " ")
    pair = _WORDS.get(type(word), {}).get(text) or (TERMS.get(text, text), plain)
    return in_language(language, pair)
