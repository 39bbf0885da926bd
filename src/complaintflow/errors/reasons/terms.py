"""Chinese names of the words that a refusal tells: states, signs, grounds and the like.

Other words stand for themselves. Where the messages have a name for the same word, it is the same name.
"""

from __future__ import annotations

from collections.abc import Mapping

_STATES: Mapping[str, str] = {
    "new": "尚未记录",
    "received": "已记录",
    "triaged": "已分派处理",
    "investigating": "调查中",
    "proposed": "等待客户选择方案",
    "executing": "方案执行中",
    "resolved": "正在验证",
    "awaiting_confirmation": "等待客户确认",
    "planned": "已列入长期计划",
    "closed": "已结案",
    "archived": "已归档",
    "withdrawn": "客户已撤回",
    "declined": "未受理",
    "merged": "已并入该客户的另一投诉",
}
_SIGNS: Mapping[str, str] = {
    "words": "来信来话",
    "answer": "对问题的回答",
    "evidence": "证据",
    "decision": "对方案的表态",
    "unproved": "身份未证实者的来信",
    "complaint": "另一投诉",
    "survey": "评价中的意见",
}
_GROUNDS: Mapping[str, str] = {
    "confirmed": "客户确认",
    "silent": "客户未再提出要求",
    "unreachable": "联系不上客户",
    "imported": "从其他系统导入",
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
    "payment": "付款",
}
_ABUSE: Mapping[str, str] = {"demand": "过分要求", "insult": "辱骂", "threat": "威胁"}
_PEOPLE: Mapping[str, str] = {
    "customer": "客户",
    "party": "第三方",
    "staff": "员工",
    "stakeholders": "关注者",
    "system": "系统",
    "team": "团队",
}
_NAMED: Mapping[str, str] = {"area": "领域", "channel": "渠道", "role": "角色", "type": "类型"}
_SCOPES: Mapping[str, str] = {
    "all": "所有投诉",
    "own_team": "本团队的投诉",
    "own_cases": "自己负责的投诉",
    "own_shops": "自己店铺的投诉",
}

TERMS: Mapping[str, str] = {
    **_STATES,
    **_SIGNS,
    **_GROUNDS,
    **_REMEDIES,
    **_ABUSE,
    **_PEOPLE,
    **_NAMED,
    **_SCOPES,
}
"""The Chinese name of each word. No word has two."""
