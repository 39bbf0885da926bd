"""What each promise says when it is broken, in Chinese; in English a violation says how."""

from __future__ import annotations

from collections.abc import Mapping

CHINESE: Mapping[str, str] = {
    "solved-is-proved": "最新的修复尚未通过验证，却告知客户问题已解决",
    "closed-on-a-ground": "结案没有成立且允许的理由",
    "silence-is-silent": "客户的话尚无人答复，或我方消息尚在途中，却以沉默结束",
    "nothing-is-left": "尚有未完成的任务或未决定的补偿，却已结束",
    "acts-on-agreement": "未经客户同意便处理了客户的事物",
    "money-is-approved": "付出的款项没有作为补偿获得批准",
    "pays-once": "同一周期内同一种补偿付了两次",
    "pays-within-authority": "付款超出了付款人的权限",
    "pays-whom-we-know": "付款对象身份未经核实，或补偿未说明、已过期",
    "account-is-theirs": "涉及账户安全，身份核实之前就有处理",
    "grade-never-fades": "等级下降，没有理由、权限或低于底线",
    "hazards-stand": "无权限者撤下了危害或事件",
    "in-their-own-words": "有人代客户说话，或把客户的否定记成了肯定",
    "ends-are-what-they-are": "结束名不副实：结案未告知，撤回没有客户的话，不受理没有理由，合并没有去向，未结束就归档",
    "ends-are-told": "不予受理或合并不合规：未说明理由与其他途径，或只由一人决定",
    "approved-by-authority": "批准不予受理的人没有权限",
    "lifted-by-authority": "无权限者豁免了规则",
    "corrected-by-whom": "客户更正了不属于自己的内容",
    "asked-long-enough": "提问未等够时间便结束",
    "facing-customers": "不面向客户的人给客户写了消息",
    "facts-come-first": "证据核实之前便作出承诺、判断或归责",
    "handed-over-whole": "转给其他团队时缺少摘要、影响或材料，或又转回了原团队",
    "a-person-decides": "由机器单独作出了决定",
    "archived-whole": "归档不完整，或已归档的记录又有改动",
    "looks-back-after": "问题解决之前便开始复盘",
    "surveyed-or-reopened-in-time": "超过期限才重新打开",
}
