"""R42: the playbook of a new house. Sources: S4 (calls, objections), S1 三, S2 二, S3 二."""

from __future__ import annotations

from complaintflow._validation.structure import FrozenMap
from complaintflow.policy.playbook import PlaybookPage, PlaybookText
from complaintflow.vocabulary import Abuse, Grade

_ANY = FrozenMap(
    {
        "zh": PlaybookText(
            first=("先核对已有记录, 不要让客户重复说过的话", "告诉客户下一次回复的时间"),
            soothing=("感谢您告诉我们这个问题。", "我理解这给您带来了不便。"),
            objections=FrozenMap(
                {
                    "为什么还没有处理好": "说明已完成的步骤、正在做什么, 以及下一次回复的时间。",
                    "这是商家或第三方的问题": "由我们去联系对方并向您反馈, 这是我们的工作。",
                }
            ),
        ),
        "en": PlaybookText(
            first=("Read what is on record, so that the customer need not repeat it", "Say when the next news comes"),
            soothing=("Thank you for telling us.", "I understand that this is a nuisance for you."),
            objections=FrozenMap(
                {
                    "Why is it not done yet?": "Say what is done, what is being done, and when the next news comes.",
                    "It is the fault of somebody else": "We talk to them and come back to you: that is our task.",
                }
            ),
        ),
    }
)

_SERIOUS = FrozenMap(
    {
        "zh": PlaybookText(
            first=("先致歉, 让客户知道我们重视他", "尽早打电话, 由有经验的同事拨打", "准备好可能的异议和回答"),
            script=(
                "非常抱歉给您带来这样的困扰, 您对我们很重要。",
                "我先复述一下您的问题, 请您看我理解得是否正确。",
                "我们现在正在做的是: ……",
                "我会在约定的时间再次联系您。",
            ),
            soothing=("非常抱歉, 您对我们很重要。", "您的问题由我全程跟进。"),
            objections=FrozenMap({"我要找你们领导": "可以, 我请主管一起听, 同时继续为您处理。"}),
        ),
        "en": PlaybookText(
            first=(
                "Begin with an apology, and say that the customer matters to us",
                "Call as early as possible; somebody experienced calls",
                "Prepare the likely objections and their answers",
            ),
            script=(
                "I am very sorry about this. You matter to us.",
                "Let me repeat the problem, so that you can tell me whether I understood it.",
                "This is what we are doing now: …",
                "I will contact you again at the time that I named.",
            ),
            soothing=("I am very sorry. You matter to us.", "I stay with your case until it is settled with you."),
            objections=FrozenMap(
                {"I want to talk to your boss": "Of course: a supervisor joins, and I go on with it."}
            ),
        ),
    }
)

_ACCOUNT = FrozenMap(
    {
        "zh": PlaybookText(
            first=("先核验身份, 再谈账户内容", "请客户修改密码并保留证据"),
            objections=FrozenMap({"为什么还要核验身份": "这是为了保护您的账户, 核验后马上处理。"}),
        ),
        "en": PlaybookText(
            first=(
                "Check who is calling before you speak of the account",
                "Ask for a new password and to keep the evidence",
            ),
            objections=FrozenMap(
                {"Why must I prove who I am?": "It protects your account; we go on at once afterwards."}
            ),
        ),
    }
)

_PRODUCT = FrozenMap(
    {
        "zh": PlaybookText(first=("请客户保留商品、包装和照片", "食用或使用后不适: 先请客户就医并保留凭证")),
        "en": PlaybookText(
            first=(
                "Ask the customer to keep the product, its packing and pictures",
                "If somebody feels ill: a doctor first, and keep the papers",
            )
        ),
    }
)

_DELIVERY = FrozenMap(
    {
        "zh": PlaybookText(
            first=("查物流轨迹, 由我们联系物流公司",),
            objections=FrozenMap({"你们总说是快递的问题": "联系快递是我们的工作, 我会在约定时间告诉您结果。"}),
        ),
        "en": PlaybookText(
            first=("Read the carrier's trace; we call the carrier",),
            objections=FrozenMap(
                {"You always blame the carrier": "Calling them is our task; I come back at the time named."}
            ),
        ),
    }
)

_ABUSE = FrozenMap(
    {
        "zh": PlaybookText(
            first=("保持冷静, 只谈事实; 由主管决定", "保留记录作为证据"),
            soothing=("我很想帮您解决问题, 请让我们只谈这件事。",),
            objections=FrozenMap({"不赔我就曝光": "说明规则允许的方案; 诉求本身照常处理, 等级不变。"}),
        ),
        "en": PlaybookText(
            first=("Stay calm and speak of facts; a lead decides", "Keep the record as evidence"),
            soothing=("I want to solve this for you. Let us speak of the matter.",),
            objections=FrozenMap(
                {"Pay or I make it public": "Name what the rules allow. The grievance keeps its grade and its way."}
            ),
        ),
    }
)

PLAYBOOK = FrozenMap(
    {
        "every case": PlaybookPage(texts=_ANY),
        "serious": PlaybookPage(grades=frozenset({Grade.E, Grade.A}), stands_by="lead", texts=_SERIOUS),
        "account security": PlaybookPage(types=frozenset({"account_security"}), stands_by="risk", texts=_ACCOUNT),
        "products": PlaybookPage(types=frozenset({"product_quality", "after_sales"}), texts=_PRODUCT),
        "delivery": PlaybookPage(types=frozenset({"delivery_delay"}), texts=_DELIVERY),
        "abuse": PlaybookPage(abuse=frozenset(Abuse), stands_by="lead", texts=_ABUSE),
    }
)
