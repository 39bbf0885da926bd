"""Why a message to the customer, or a report to staff, is refused."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.errors.reasons.pairs import Reason

_VERIFY = ("请用 Verify(...) 记录验证", "record one with Verify(...)")

REASONS: Mapping[str, Reason] = {
    "verify-before-notify": Reason(
        ("第 {fix} 次处理结果还没有通过验证", "no passing verification of fix {fix}"), _VERIFY
    ),
    "verify-before-notify:no-fix": Reason(
        ("还没有处理结果", "there is no fix"), ("请用 Resolve(...) 记录处理结果", "record one with Resolve(...)")
    ),
    "verify-before-notify:stale": Reason(
        (
            "第 {fix} 次处理结果还没有通过验证；已有的验证是针对第 {proof} 次的",
            "no passing verification of fix {fix}; the one on record is of fix {proof}",
        ),
        _VERIFY,
    ),
    "verify-before-notify:makers": Reason(
        (
            "等级为 E 时，参与处理的人（{makers:people}）不能自己验证",
            "at grade E those who worked on the fix ({makers:people}) do not verify it",
        ),
        ("请由其他人用 Verify(...) 记录验证", "let somebody else record Verify(...)"),
    ),
    "plain-language": Reason(
        ("技术性的处理结果没有通俗的说明", "a technical result without plain words"), ("请填写 plain=", "fill plain=")
    ),
    "customer-facing-role": Reason(
        ("{by} 不直接答复客户", "{by} does not speak to customers"),
        ("请写好内容，交给以下角色之一：{roles:people}", "write the text and hand it to one of: {roles:people}"),
    ),
    "complete-expression": Reason(
        ("{faults}", "{faults}"),
        ("请把各部分写完整，不与上一条重复，时间要在将来", "say all parts, newly, with a time to come"),
    ),
    "complete-expression:report": Reason(
        ("{fault}", "{fault}"),
        ("请用一句话说明做了什么或发现了什么", "say in a sentence what was done or found"),
    ),
    "no-solved-wording-before-proof": Reason(
        ("文中说{claim:quoted}，但尚未得到证实", "the text claims {claim:quoted} and nothing is proved"),
        ("请写正在做什么，或先用 Verify(...) 记录验证", "say what is being done, or record Verify(...) first"),
    ),
    "plain-words": Reason(
        ("没有解释 {terms}", "no explanation of {terms}"),
        (
            "请在术语后面用括号解释，或换一种说法",
            "explain it in brackets behind the term, or say it in other words",
        ),
    ),
    "facts-before-promise": Reason(
        ("还没有核实过证据", "no evidence was checked yet"),
        ("请先用 CheckEvidence(...) 核实证据", "record CheckEvidence(...) first"),
    ),
}
