"""Why a compensation is refused."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.errors.reasons.pairs import NOTHING, Reason

REASONS: Mapping[str, Reason] = {
    "within-authority": Reason(
        ("申请 {amount} {currency}{before}，{by} {may}", "{amount} {currency} asked{before}, {by} {may}"),
        ("请由以下角色之一批准：{roles:people}", "let one of {roles:people} approve it"),
    ),
    "within-authority:none": Reason(
        ("没有指明待批准的补偿", "no pending compensation is named"),
        ("请先用 Compensate(...) 申请补偿", "record Compensate(...) first"),
    ),
    "within-authority:over": Reason(("没有指明待批准的补偿", "no pending compensation is named"), NOTHING),
    "not-paid-twice": Reason(
        (
            "{kind:term}已经支付过：在本轮处理中，或由同一订单的另一投诉支付",
            "a {kind} was paid for this already, in this cycle or by another complaint about the same order",
        ),
        ("请用 RefuseCompensation(...) 拒绝", "refuse it with RefuseCompensation(...)"),
    ),
    "compensation-explained": Reason(
        ("{claim} 没有写明到账时间和使用规则", "{claim} does not say when it arrives and how it is used"),
        (
            "请重新 Compensate(..., arrives=, terms=)，并拒绝这一项",
            "Compensate(..., arrives=, terms=) anew and refuse this one",
        ),
    ),
    "arrival-to-come": Reason(
        ("{claim} 应在 {arrives} 之前到账，该时间已过", "{claim} was to arrive by {arrives}, which is past"),
        ("请重新 Compensate(..., arrives=)，并拒绝这一项", "Compensate(..., arrives=) anew and refuse this one"),
    ),
    "payment-approved": Reason(
        ("本轮处理中没有批准过{kind:term}", "no {kind} was approved in this cycle"),
        (
            "请先 Compensate(...) 申请，并用 ApproveCompensation(...) 批准",
            "Compensate(...) and ApproveCompensation(...) first",
        ),
    ),
}
