"""A message for every page, made of the examples of the catalogue, in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from complaintflow.channels import Channels
from complaintflow.messages import CustomerView, RenderedPage, Templates
from complaintflow.messages.catalogue import PAGES, VARIABLES, PageKind, page_of
from complaintflow.plugins import CustomerMessage, StaffMessage
from complaintflow.testing import RecordingChannel
from complaintflow.vocabulary import LANGUAGES, Audience

__all__ = ["FORMS", "LINKS", "PAGES_AND_LANGUAGES", "fields_of", "leaves", "record", "written"]

FORMS = ("plain", "mail", "chat", "sms")
PAGES_AND_LANGUAGES = tuple(product(PAGES, LANGUAGES))
LINKS: Mapping[str, str] = VARIABLES["links"].sample

_CHINESE: Mapping[str, Any] = {
    "name": "李瑞",
    "subject": "您的投诉 C-260302-0a1b2c",
    "message": "我们已记录您的投诉",
    "questions": ["您用的是哪款手机？"],
    "understood": "订单 A-1001 扣了两次款",
    "judged": "支付网关重复提交",
    "done": "第二笔已退回",
    "next": "请您看一下账户",
    "plain": "收银台把同一笔账记了两次",
    "terms": "不限订单，90 天内有效",
    "options": [{"id": "O1", "remedy": "refund", "basis": "平台规则第7条", "pros": "两天内到账", "cons": "无"}],
    "assessment": "支付网关目前做不到",
    "plan": "春季更换支付网关",
    "reason": "该订单不是在本店下的",
    "recourse": "您可以拨打 12315",
    "description": "扣了两次款，提不了现。",
    "waiting": ["什么时候发生的？"],
    "told": "我们已向银行调取记录",
    "summary": "账本上有两笔扣款",
    "harm": "发薪前取不出 1,200 元",
    "no_material": "客户没有提供",
    "words": ["我这里还是两笔"],
    "shop": "北店",
    "other_shops": ["南店"],
    "background": "扣了两次款，提不了现。",
    "demand": ["把钱退给我"],
    "blocked": ["银行没有答复"],
    "help": ["需要熟悉银行的人"],
}


def fields_of(page: PageKind, language: str) -> dict[str, Any]:
    """An example of each variable of the page."""
    chinese = _CHINESE if language == "zh" else {}
    fields = {name: chinese.get(name, VARIABLES[name].sample) for name in page.variables}
    return {**fields, "suggestion": page.name == "suggestion"}


def written(
    templates: Templates,
    name: str,
    language: str,
    form: str,
    fields: Mapping[str, Any],
    links: Mapping[str, str] = LINKS,
) -> RenderedPage:
    """The page as the renderer writes it."""
    page = PAGES[name]
    if name == "view":
        view = CustomerView("C-1", language, "", "", "", (), (), "", fields)
        return templates.view(view, form)
    head: dict[str, Any] = {
        "id": "M1",
        "complaint": "C-260302-0a1b2c",
        "key": "k",
        "kind": (*page.kinds, "OfAnotherHouse")[0],
    }
    said: dict[str, Any] = {
        "subject": fields.get("subject", "Subject"),
        "text": fields.get("message", ""),
        "fields": fields,
    }
    message: Any
    if page.staff:
        message = StaffMessage(**head, audience=Audience.TEAM.value, recipients=("payments",), **said)
    else:
        message = CustomerMessage(**head, channel="email", language=language, links=links, **said)
    assert page_of(message.kind, fields, staff=page.staff) is page
    done = templates.render(message, form)
    return RenderedPage(done.subject, done.text, done.html)


def leaves(value: Any, change: Any) -> Any:
    """The same with every text changed, but the times, the sums and the names of codes."""
    if isinstance(value, Mapping):
        return {key: one if key in _CODES else leaves(one, change) for key, one in value.items()}
    if isinstance(value, list):
        return [leaves(one, change) for one in value]
    return change(value) if isinstance(value, str) else value


_CODES = {
    "next_at",
    "arrives",
    "expected_by",
    "received",
    "amount",
    "audience",
    "links",
    "material",
    "at",
    "id",
    "complaint",
}


def texts(page: RenderedPage) -> Iterator[str]:
    """All that is read of a page."""
    yield from (page.subject, page.text, page.html)


def record(form: str = "plain") -> tuple[RecordingChannel, Channels]:
    """One channel for every way out, in one form; and the plugin that brings it."""
    channel = RecordingChannel(form=form)
    return channel, Channels({"email": channel, "app": channel}, {"team": channel, "stakeholders": channel})
