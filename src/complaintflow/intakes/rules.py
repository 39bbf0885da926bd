"""The table of the rule-based classifier: what is found where, and what that means.

Read it from the top: for type and area the first row that fits decides, for the scales (impact, urgency,
emotion, severity, exposure) the worst, and hazards add up. The patterns are regular expressions, blind to
letter case. `issue` looks at issue and sub-issue of the source, `words` at the customer's own words.
The rows prefer a false alarm to a missed hazard; they do not understand negation or irony. A person decides.
"""

from __future__ import annotations

import attrs

from complaintflow._validation.structure import Listing


@attrs.frozen
class Rule:
    """One row: where to look, what to look for, and what it means. `seen` is shown instead of what was found."""

    where: str
    pattern: str
    type: str = attrs.field(default="", kw_only=True)
    area: str = attrs.field(default="", kw_only=True)
    impact: str = attrs.field(default="", kw_only=True)
    urgency: str = attrs.field(default="", kw_only=True)
    emotion: str = attrs.field(default="", kw_only=True)
    severity: str = attrs.field(default="", kw_only=True)
    exposure: str = attrs.field(default="", kw_only=True)
    hazard: str = attrs.field(default="", kw_only=True)
    seen: str = attrs.field(default="", kw_only=True)


_SECURITY = "account_security"
_TAKEN = "account_takeover"
_LOST = "funds_lost"
_SHOUTED = r"(?-i:(?!X+\b)[A-Z]++)"  # XXXX is a redaction
_CAPITALS = rf"\b(?:{_SHOUTED}\W++){{5,}}{_SHOUTED}"
_CANNOT = r"(?:can't|cannot|can not|could(?: not|n't)|unable to|not able to|won't let me)"

_HAZARDS = (
    # What the source's own labels say (R11).
    Rule("issue", r"fraud or scam", type=_SECURITY, area="payment", hazard=_LOST),
    Rule("issue", r"unauthorized transactions|transaction was not authorized", type=_SECURITY, hazard=_LOST),
    Rule("issue", r"identity theft(?! protection)|result of fraud", type=_SECURITY, hazard=_TAKEN),
    Rule("issue", r"without my consent|never applied for|didn't apply for", type=_SECURITY, hazard=_TAKEN),
    # What the customer says.
    Rule("words", r"victim of (?:id|identity) theft", type=_SECURITY, hazard=_TAKEN),
    Rule("words", r"(?:from|for|of the|due to) identity theft", type=_SECURITY, hazard=_TAKEN),
    Rule("words", r"identity (?:was|has been|got) stolen|stole(?:n)? (?:all )?my id", type=_SECURITY, hazard=_TAKEN),
    Rule("words", r"opened (?:\w+ )?(?:in|under|using) my name", type=_SECURITY, hazard=_TAKEN),
    Rule("words", r"\bhack(?:ed|er)", type=_SECURITY, hazard=_TAKEN),
    Rule("words", r"账号被盗|账户被盗|盗号|冒用|冒名|被人登录", type=_SECURITY, area="account", hazard=_TAKEN),
    Rule(
        "words",
        r"(?:unauthori[sz]ed|fraudulent) (?:charge|transaction|withdrawal|transfer|payment|purchase)"
        r"|(?:charge|transaction|withdrawal|transfer|payment|purchase)s? (?:was|were|is|are) (?:unauthori[sz]ed|fraud)",
        type=_SECURITY,
        area="payment",
        hazard=_LOST,
    ),
    Rule("words", r"stole(?:n)? (?:all )?(?:of )?my (?:money|funds|savings)", type=_SECURITY, hazard=_LOST),
    Rule("words", r"(?:money|funds) (?:was|were|has been|got) stolen", type=_SECURITY, hazard=_LOST),
    Rule("words", r"scammed (?:me|us|out)|(?:was|been|got) scammed", type=_SECURITY, hazard=_LOST),
    Rule(
        "words",
        r"盗刷|资损|资金损失|被骗|诈骗|钱被转走|余额(?:被盗|不见)",
        type=_SECURITY,
        area="payment",
        hazard=_LOST,
    ),
    Rule(
        "words",
        r"food poison|食品安全|食物中毒|吃出|变质",
        type="product_quality",
        area="product",
        hazard="food_safety",
    ),
    Rule("words", r"kill (?:me|myself)|suicid|人身安全|人身威胁|自杀|轻生|受伤", hazard="personal_safety"),
    Rule("words", r"threaten\w* to (?:kill|hurt|harm|beat)|caught fire|起火|爆炸|触电", hazard="personal_safety"),
)

_ISSUES = (
    # Held up (R9): the house, the car, the money, the account.
    Rule("issue", r"foreclosure|struggling to pay mortgage", type="service", area="loan", urgency="blocked"),
    Rule("issue", r"notice to repossess|vehicle was repossessed", type="service", area="loan", urgency="blocked"),
    Rule("issue", r"seized|exempt funds", type="service", area="collection", urgency="blocked"),
    Rule("issue", r"arrest you", type="service", area="collection", urgency="blocked", severity="urgent"),
    Rule("issue", r"can't stop withdrawals", type="billing", area="payment", urgency="blocked"),
    Rule("issue", r"money was not available", type="billing", area="payment", urgency="blocked"),
    Rule("issue", r"didn't receive the money", type="service", area="loan", urgency="blocked"),
    Rule("issue", r"deposits and withdrawals", type="service", area="account", urgency="blocked"),
    Rule("issue", r"company closed your account", type="service", area="account", urgency="blocked"),
    Rule("issue", r"trouble using your card|debit or atm card", type="fault", area="payment", urgency="blocked"),
    Rule("issue", r"unable to get (?:your )?credit report", type="fault", area="credit_report", urgency="blocked"),
    Rule("issue", r"security freezes", type="fault", area="credit_report", urgency="blocked"),
    # Matters of money.
    Rule("issue", r"on the wrong day", type="billing", area="payment", severity="important"),
    Rule("issue", r"wasn't credited", type="billing", area="payment", severity="important"),
    Rule("issue", r"debt not owed|wrong amount", type="billing"),
    Rule("issue", r"fees?\b|interest|\bapr\b|billing|charged|funds being low", type="billing"),
    Rule("issue", r"payment|payoff|balance transfer|transaction issue|banking errors", type="billing"),
    Rule("issue", r"purchase", type="after_sales", area="refund"),
    # Wishes and experience (R9): no one is held up.
    Rule("issue", r"advertising|advertised|disclosures", type="false_advertising", urgency="none"),
    Rule("issue", r"rewards", type="service", area="membership", urgency="none"),
    Rule("issue", r"customer service", type="service", area="service", urgency="none"),
    Rule("issue", r"add-on products|features, terms", type="service", area="product", urgency="none"),
    Rule("issue", r"credit monitoring", type="service", area="product", urgency="none"),
    # People and privacy.
    Rule("issue", r"inquiries on your report that you don't", type=_SECURITY, area="credit_report"),
    Rule("issue", r"improper(?:ly)? (?:use|contact|shar)|improperly", type="service", severity="important"),
    Rule("issue", r"false statements", type="false_advertising"),
    Rule("issue", r"illegal action|legal action|committing crime", type="service", severity="important"),
)

_WORDS = (
    # Held up.
    Rule("words", _CANNOT + r" (?:even )?(?:access|withdraw|log ?in|sign in|get into|use)", urgency="blocked"),
    Rule("words", r"locked (?:me )?out|no acc?ess to|locked my account|account (?:is|was) locked", urgency="blocked"),
    Rule("words", r"(?:holding|hold|froze|frozen|give me) my (?:funds|money|account)", urgency="blocked"),
    Rule("words", r"funds of .{1,20} (?:are|were) (?:locked|frozen|held)", urgency="blocked"),
    Rule("words", r"foreclosure sale|facing foreclosure|foreclosing", urgency="blocked"),
    Rule("words", r"los(?:e|ing) (?:my|our) (?:home|house)|\bhomeless", urgency="blocked"),
    Rule("words", r"\bevict|\bgarnish|(?:car|vehicle) (?:was|got|is being) repossessed", urgency="blocked"),
    Rule(
        "words", r"(?:无法|不能|不了)(?:提现|取款|支付|登录|使用)|取不出|登录不(?:上|了)|冻结|封号", urgency="blocked"
    ),
    Rule("words", r"系统瘫痪|全站|所有(?:用户|商家)都|system(?:-| )wide outage", impact="all", urgency="critical"),
    Rule("words", r"(?:大量|大批|很多|许多|多位|多名)(?:用户|客户|商家|人)|(?:thousands|hundreds) of", impact="many"),
    Rule("words", r"other (?:customers|consumers|victims|borrowers)|class action", impact="some"),
    # What it is about.
    Rule("words", r"website (?:does|do|is|will)|error (?:message|code)|\bcrash|闪退|报错|打不开", type="fault"),
    Rule("words", r"\blog ?in\b|\bpassword|登录|验证码|密码", area="login"),
    Rule("words", r"假货|质量问题|次品|\bcounterfeit|\bdefective", type="product_quality", area="product"),
    Rule("words", r"虚假宣传|夸大宣传|与描述不符|false(?:ly)? advertis|misleading ad", type="false_advertising"),
    Rule(
        "words", r"未发货|不发货|没收到货|物流|快递|late delivery|not delivered", type="delivery_delay", area="delivery"
    ),
    Rule("words", r"退款|退钱|\brefund", area="refund"),
    Rule("words", r"退货|换货|售后|维修", type="after_sales", area="refund"),
    Rule("words", r"多扣|扣费|乱收费|重复扣款|charged twice|paid twice|double charge", type="billing", area="payment"),
    Rule("words", r"会员|积分|membership|reward points", area="membership"),
    Rule("words", r"支付|付款|提现", area="payment"),
    Rule(
        "words", r"建议|希望(?:能|可以)?增加|\bi suggest|my suggestion|would be nice", type="suggestion", urgency="none"
    ),
    Rule("words", r"请问|咨询|怎么(?:办理|申请|使用)|how (?:do|can) i\b", type="inquiry"),
    Rule("words", r"态度|敷衍|推诿|不理|\brude\b|hung up|harsh", type="service", area="service"),
    # R10: emotion. Marks and capitals are shown by name, not quoted.
    Rule("words", r"furious|livid|enraged|忍无可忍|气死|怒不可遏", emotion="furious"),
    Rule("words", r"\bangry|outrag|disgust|ridiculous|unacceptable|愤怒|气愤|太过分|无耻|垃圾", emotion="angry"),
    Rule("words", r"[!！]{2}", emotion="angry", seen="several exclamation marks"),
    Rule("words", r"[!！](?s:.*)[!！]", emotion="upset", seen="exclamation marks"),
    Rule("words", _CAPITALS, emotion="angry", seen="capitals"),
    Rule(
        "words", r"frustrat|\bupset|disappoint|embarrass|harass|stress|duress|ruin|失望|不满|着急|投诉", emotion="upset"
    ),
    # R10: who else is looking. Referral: another authority passed it on.
    Rule("channel", r"referral", exposure="regulator"),
    Rule(
        "words", r"attorney general|\bftc\b|federal trade|ombudsman|12315|12345|银保监|监管|消协", exposure="regulator"
    ),
    Rule(
        "words", r"my (?:attorney|lawyer)|\bsu(?:e|ing) (?:you|them|the)|legal action|litigation", exposure="regulator"
    ),
    Rule("words", r"go(?:ing)? to court|起诉|律师|法院|仲裁", exposure="regulator"),
    Rule("words", r"on twitter|on facebook|social media|the press|媒体|曝光|微博|抖音|热搜", exposure="public"),
    # R6: severity.
    Rule("tags", r"older american|servicemember", severity="important"),
    Rule("words", r"\belderly|\bdisabled|\bpregnant|老人|孕妇|残疾|未成年", severity="important"),
    Rule("words", r"emergency|life-threatening|紧急|救命", severity="urgent"),
)

_PRODUCTS = (
    # The last word on type and area, when nothing more telling was found.
    Rule("product", r"credit report", type="service", area="credit_report"),
    Rule("product", r"debt collection", type="service", area="collection"),
    Rule("product", r"mortgage|loan|lease", type="service", area="loan"),
    Rule("product", r"card", type="service", area="payment"),
    Rule("product", r"money (?:transfer|service)", type="service", area="payment"),
    Rule("product", r"account|check cashing|financial service", type="service", area="account"),
)

RULES = Listing((*_HAZARDS, *_ISSUES, *_WORDS, *_PRODUCTS))
"""All rows, in the order in which they count."""
