"""The fixed words of messages, by language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from complaintflow.commands import CheckEvidence, FindCause, FinishTask, Mitigate, RecordReview, Resolve, Update
from complaintflow.vocabulary import SignKind, in_language

_WORDS: Mapping[str, tuple[str, str]] = {
    "your_complaint": ("您的投诉", "Your complaint"),
    "understood": ("我们的理解", "What we understood"),
    "judged": ("我们的判断", "What we found"),
    "checking": ("仍在核实中", "still being checked"),
    "done": ("已做的工作", "What we did"),
    "next": ("下一步", "What happens next"),
    "next_at": ("下次回复时间", "You will hear from us by"),
    "plain": ("简单来说", "In plain words"),
    "option": ("方案", "Option"),
    "basis": ("依据", "Basis"),
    "pros": ("好处", "In favour"),
    "cons": ("不足", "Against"),
    "choose": ("请告诉我们您选择哪个方案。", "Please tell us which one you choose."),
    "questions": ("为了继续处理，请告诉我们：", "To continue, we need to know:"),
    "assessment": ("评估结论", "Our assessment"),
    "plan": ("长期计划", "The plan"),
    "expected_by": ("预计完成时间", "Expected by"),
    "reason": ("原因", "The reason"),
    "recourse": ("您还可以", "What you can do"),
    "confirm": (
        "请确认问题是否已解决；若未解决，请告诉我们，我们会重新处理。您还有其他问题需要我们处理吗？",
        "Please tell us whether it works for you now; if not, we will take it up again. Is there anything else that we "
        "can do for you?",
    ),
    "closed": ("您的投诉已结案。感谢您的反馈。", "Your complaint is closed. Thank you for telling us."),
    "reopen": (
        "如问题再次出现，请直接回复，我们会重新打开。",
        "If the problem comes back, reply to this message and we will reopen it.",
    ),
    "withdrawn": ("我们已收到您撤回投诉的请求。", "We have noted that you withdraw your complaint."),
    "shop": ("店铺", "Shop"),
    "other_shops": ("该客户还有其他店铺", "The customer has other shops"),
    "background": ("背景", "Background"),
    "demand": ("诉求", "Demand"),
    "words": ("客户原声", "In the customer's words"),
    "progress": ("进展", "Progress"),
    "blocked": ("卡点", "What blocks"),
    "help": ("需要的帮助", "Help needed"),
    "unanswered": ("等待我们答复", "Awaits our reply"),
    "owner": ("处理人", "Owner"),
    "grade": ("等级", "Grade"),
    "minutes": ("分钟", "min"),
    "promise": ("承诺时限", "Promise"),
    "fields": ("其他信息", "More"),
    "files": ("文件", "Files"),
    "retracted": ("已撤销", "taken back"),
    "needed_by": ("客户要求时间", "Needed by"),
    "status": ("状态", "Status"),
    "received": ("收到时间", "Received"),
    "waiting_for_you": ("等待您的回复", "We wait for your answer"),
    "waiting_for_us": ("您的来信我们已收到,等待我们答复", "We have your message and owe you a reply"),
    "told": ("已告知您", "What we told you"),
    "none": ("无", "none"),
    "between": ("；", "; "),
    "compensation": ("补偿", "Compensation"),
    "arrives": ("到账时间", "It arrives"),
    "terms": ("使用规则", "Conditions of use"),
    "survey": (
        "请为本次处理打分：满意度 1 至 5 分，推荐意愿 0 至 10 分，并欢迎提出建议。",
        "How did we do? Please reply with your satisfaction (1 to 5), how likely you are to recommend us (0 to 10), "
        "and what we should do better.",
    ),
    "rated": ("感谢您抽时间评价本次处理。", "Thank you for taking the time to rate how we did."),
    "rated_low": ("很抱歉这次没有让您满意。", "We are sorry that it was not better."),
    "rated_comment": ("您写的内容会由我们的员工查看。", "A member of our staff looks at what you wrote."),
    "summary": ("情况摘要", "Summary"),
    "harm": ("对客户的影响", "Effect on the customer"),
    "material": ("材料", "Material"),
    "no_material": ("无材料的原因", "Why there is no material"),
    "emotion": ("客户情绪", "The customer's emotion"),
    "hazards": ("危险", "Hazards"),
    "deadlines": ("时限", "Deadlines"),
    "news": ("已告知客户的回复时间", "News promised to the customer"),
    "compensation_arrives": ("补偿到账", "Compensation arrives"),
    "answer": ("等待答复", "An answer"),
    "task": ("任务", "Task"),
    "task_cancelled": ("任务已取消", "Task cancelled"),
    "due": ("截止", "due"),
    "script": ("话术", "Script"),
    "objections": ("可能的异议", "Likely objections"),
    "listener": ("旁听", "Listening in"),
    "decision": ("评审决定", "What the review decided"),
    "plan_due": ("长期计划", "The plan"),
    "first": ("首先", "First"),
    "contacts": ("第三方联系人", "Contacts"),
    "stands_by": ("支援", "Stands by"),
}

STATUS: Mapping[str, tuple[str, str]] = {
    "received": ("已记录", "recorded"),
    "triaged": ("已分派处理", "with a team"),
    "investigating": ("调查中", "being looked into"),
    "proposed": ("等待您选择方案", "waiting for your choice"),
    "executing": ("方案执行中", "being carried out"),
    "resolved": ("正在验证", "being checked"),
    "awaiting_confirmation": ("等待您确认", "waiting for your word"),
    "planned": ("已列入长期计划", "in a long-term plan"),
    "closed": ("已结案", "closed"),
    "archived": ("已归档", "closed"),
    "withdrawn": ("已由您撤回", "withdrawn by you"),
    "declined": ("未受理", "not accepted"),
    "merged": ("已并入您的另一投诉", "part of another complaint of yours"),
}

STATUS_FOR_STAFF: Mapping[str, tuple[str, str]] = {
    **STATUS,
    "proposed": ("等待客户选择方案", "waiting for the customer's choice"),
    "awaiting_confirmation": ("等待客户确认", "waiting for the customer's word"),
    "archived": ("已归档", "archived"),
    "withdrawn": ("客户已撤回", "withdrawn by the customer"),
    "merged": ("已并入该客户的另一投诉", "part of another complaint of the customer"),
}
"""The same for staff, who are not "you"."""

STEP: Mapping[str, tuple[str, str]] = {
    CheckEvidence.__name__: ("核实证据", "Evidence checked"),
    FindCause.__name__: ("查明原因", "Cause found"),
    Mitigate.__name__: ("临时措施", "Eased for now"),
    FinishTask.__name__: ("完成任务", "Task done"),
    Resolve.__name__: ("处理结果", "Fix"),
    Update.__name__: ("进展通报", "News"),
    RecordReview.__name__: ("评审决定", "Review"),
}
"""The steps of a brief, named by their commands."""

SIGN: Mapping[str, tuple[str, str]] = {
    SignKind.WORDS: ("来信来话", "words"),
    SignKind.ANSWER: ("对问题的回答", "an answer"),
    SignKind.EVIDENCE: ("证据", "evidence"),
    SignKind.DECISION: ("对方案的表态", "a decision"),
    SignKind.UNPROVED: ("身份未证实者的来信", "words from an unproved sender"),
    SignKind.COMPLAINT: ("另一投诉", "another complaint"),
    SignKind.SURVEY: ("评价中的意见", "a comment in a survey"),
}
"""R33: what came from the customer and awaits our reply."""

HAZARD: Mapping[str, tuple[str, str]] = {
    "account_takeover": ("账号被盗", "account taken over"),
    "food_safety": ("食品安全", "food safety"),
    "funds_lost": ("资金损失", "money lost"),
    "personal_safety": ("人身安全", "personal safety"),
}
"""The hazards that the classifier names; others stand for themselves."""

EMOTION: Mapping[str, tuple[str, str]] = {
    "calm": ("平静", "calm"),
    "upset": ("不满", "upset"),
    "angry": ("生气", "angry"),
    "furious": ("极为愤怒", "furious"),
}

_REMEDIES: Mapping[str, str] = {
    "refund": "退款",
    "partial_refund": "部分退款",
    "replacement": "换货",
    "reshipment": "补发",
    "coupon": "优惠券",
    "points": "积分",
    "apology": "道歉并承诺改进",
    "third_party_help": "协助联系第三方",
    "repair": "修复",
    "explanation": "说明",
}


def word(name: str, language: str, words: Mapping[str, tuple[str, str]] = _WORDS) -> str:
    """A fixed word in `zh` or `en`; a name without words stands for itself."""
    return in_language(language, words.get(name, (name, name)))


def label_text(label: str, text: str) -> str:
    """A name and what stands there; no text, no space after the colon."""
    return f"{label}{colon(label)}{text}" if text else f"{label}{colon(label).strip()}"


def colon(label: str) -> str:
    """The colon of the label's script."""
    return "：" if max(label, default="") >= "⺀" else ": "


def label_line(name: str, text: str, language: str) -> str:
    """A fixed word as the name, and what stands there."""
    return label_text(word(name, language), text)


def remedy(name: str, language: str) -> str:
    """The name of a remedy."""
    return in_language(language, (_REMEDIES.get(name, name), name.replace("_", " ")))


def when(moment: datetime | str) -> str:
    """A time of a command, as text in UTC, to the minute; what is no time ("Friday") stands as it was said."""
    at = aware_time(moment)
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at else str(moment)


def aware_time(moment: datetime | str) -> datetime | None:
    """The time itself, or None for what is no time with a zone."""
    try:
        at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    except ValueError:
        return None
    return None if at.utcoffset() is None else at
