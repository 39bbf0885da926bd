"""What a template costs: one update as a mail, and the same words through bare Jinja2."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from jinja2 import Environment

from benchmarks.measuring import SPAN, Figure, compare
from complaintflow.messages import Templates
from complaintflow.plugins import CustomerMessage

FIELDS = {
    "name": "李瑞",
    "understood": "订单 A-1001 扣了两次款,第二笔发生在退款之后",
    "judged": "支付网关在超时后重复提交了同一笔扣款",
    "done": "已向银行调取两笔扣款的记录,并暂停了该网关的自动重试",
    "next": "银行答复后我们会把第二笔退回原账户",
    "next_at": datetime(2026, 3, 3, 9, 2, tzinfo=UTC).isoformat(),
}
UPDATE = CustomerMessage("M2", "C-1", "C-1/1/0/M2", "Update", "email", "zh", "您的投诉 C-1", "", fields=FIELDS)
ROWS = "{% for name in names %}\n<div>{{ name }}</div><div>{{ fields[name] }}</div>\n{% endfor %}"


def rendering(rounds: int, span: float = SPAN) -> Iterator[Figure]:
    """A mail (subject, text and HTML, local time, escaping, the count of what is written), and two plain renderings."""
    templates = Templates()
    text, html = (Environment(autoescape=escaped).from_string(ROWS) for escaped in (False, True))

    def ours() -> None:
        templates.render(UPDATE, "mail")

    def bare() -> None:
        for template in (text, html):
            template.render(names=list(FIELDS), fields=FIELDS)

    ratio, mail, floor = compare(ours, bare, rounds, span)
    detail = f"{mail * 1e6:.0f} µs ÷ {floor * 1e6:.0f} µs"
    yield Figure("rendering one update", ratio, "×", "bare Jinja2", "", detail)
