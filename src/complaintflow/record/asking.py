"""R3: the questions that ask a customer for what is missing, in the customer's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from complaintflow.policy.custom_fields import FieldRule
from complaintflow.vocabulary import in_language

_QUESTIONS: Mapping[str, tuple[str, str]] = {
    "account": ("请问是哪个账户？", "Which account is it about?"),
    "area": ("请问是哪方面的问题？", "What is it about: payment, login, delivery …?"),
    "attachments": ("请发送相关的截图或文件。", "Please send us a picture or a file that shows it."),
    "category": ("请问是哪一类商品？", "What kind of product is it?"),
    "description": ("请描述您遇到的问题。", "What happened?"),
    "desired": ("您希望我们怎样处理？", "What would you like us to do?"),
    "device": ("请问您使用的是什么设备？", "Which device do you use?"),
    "needed_by": ("您需要在什么时间之前解决？", "By when do you need it?"),
    "needed_for": ("请问这影响到您的什么事情？", "What do you need it for?"),
    "occurred_at": ("请问问题是什么时候发生的？", "When did it happen?"),
    "order": ("请问订单号是多少？", "What is the number of the order?"),
    "os": ("请问设备的系统版本是什么？", "Which version of the operating system does it have?"),
    "product": ("请问是哪件商品？", "Which product is it?"),
    "region": ("请问您在哪个地区？", "Which region are you in?"),
    "respondent": ("请问您投诉的是哪一方？", "Whom is it about?"),
    "shop": ("请问是哪家店铺？", "Which shop is it?"),
    "steps_taken": ("请问您已经尝试过哪些办法？", "What have you tried already?"),
    "type": ("请问是哪一类问题？", "What kind of problem is it?"),
}
_ANY = ("请补充：{name}", "Could you tell us more about {name}?")


def questions(missing: Iterable[str], own: Mapping[str, FieldRule], language: str) -> dict[str, str]:
    """A question for each missing field, by its name; those of the house's own in the words of the policy."""
    return {name: _question(name, own, language) for name in missing}


def _question(name: str, own: Mapping[str, FieldRule], language: str) -> str:
    if name in own:
        return own[name].question(name, language)
    return in_language(language, _QUESTIONS.get(name, _ANY)).format(name=name)
