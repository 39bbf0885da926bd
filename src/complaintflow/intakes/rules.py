"""The table of the rule-based classifier: what is found where, and what that means.

For type and area the heaviest value wins, for the scales (impact, urgency, emotion, severity, exposure) the worst, and
hazards add up. `issue` looks at issue and sub-issue of the source, `words` at the customer's own words as they stand,
`phrases` at the same words folded (see `phrases.py`). Other patterns are regular expressions, blind to letter case.
The rows prefer a false alarm to a missed hazard. They know plain denials ("nobody was hurt") and no irony. A person
decides.
"""

from __future__ import annotations

from complaintflow._validation.structure import FrozenMap, Listing
from complaintflow.intakes.concepts import TOGETHER
from complaintflow.intakes.lexicon import LEXICON
from complaintflow.intakes.rule import Rule

_SECURITY = "account_security"
_TAKEN = "account_takeover"
_LOST = "funds_lost"
_LABEL = 7  # what the source itself says
_SHOUTED = r"(?-i:(?!X+\b)[A-Z]++)"  # XXXX is a redaction
_CAPITALS = rf"\b(?:{_SHOUTED}\W++){{5,}}{_SHOUTED}"

_HAZARDS = (
    # What the source's own labels say (R11).
    Rule("issue", r"fraud or scam", type=_SECURITY, area="payment", hazard=_LOST, weight=_LABEL),
    Rule(
        "issue",
        r"unauthorized transactions|transaction was not authorized",
        type=_SECURITY,
        hazard=_LOST,
        weight=_LABEL,
    ),
    Rule("issue", r"identity theft(?! protection)|result of fraud", type=_SECURITY, hazard=_TAKEN, weight=_LABEL),
    Rule(
        "issue", r"without my consent|never applied for|didn't apply for", type=_SECURITY, hazard=_TAKEN, weight=_LABEL
    ),
)

_ISSUES = (
    # Held up (R9): the house, the car, the money, the account.
    Rule(
        "issue",
        r"foreclosure|struggling to pay mortgage",
        type="service",
        area="loan",
        urgency="blocked",
        weight=_LABEL,
    ),
    Rule(
        "issue",
        r"notice to repossess|vehicle was repossessed",
        type="service",
        area="loan",
        urgency="blocked",
        weight=_LABEL,
    ),
    Rule("issue", r"seized|exempt funds", type="service", area="collection", urgency="blocked", weight=_LABEL),
    Rule(
        "issue", r"arrest you", type="service", area="collection", urgency="blocked", severity="urgent", weight=_LABEL
    ),
    Rule("issue", r"can't stop withdrawals", type="billing", area="payment", urgency="blocked", weight=_LABEL),
    Rule("issue", r"money was not available", type="billing", area="payment", urgency="blocked", weight=_LABEL),
    Rule("issue", r"didn't receive the money", type="service", area="loan", urgency="blocked", weight=_LABEL),
    Rule("issue", r"deposits and withdrawals", type="service", area="account", urgency="blocked", weight=_LABEL),
    Rule("issue", r"company closed your account", type="service", area="account", urgency="blocked", weight=_LABEL),
    Rule(
        "issue",
        r"trouble using your card|debit or atm card",
        type="fault",
        area="payment",
        urgency="blocked",
        weight=_LABEL,
    ),
    Rule(
        "issue",
        r"unable to get (?:your )?credit report",
        type="fault",
        area="credit_report",
        urgency="blocked",
        weight=_LABEL,
    ),
    Rule("issue", r"security freezes", type="fault", area="credit_report", urgency="blocked", weight=_LABEL),
    # Matters of money.
    Rule("issue", r"on the wrong day", type="billing", area="payment", severity="important", weight=_LABEL),
    Rule("issue", r"wasn't credited", type="billing", area="payment", severity="important", weight=_LABEL),
    Rule("issue", r"debt not owed|wrong amount", type="billing", weight=_LABEL),
    Rule("issue", r"fees?\b|interest|\bapr\b|billing|charged|funds being low", type="billing", weight=_LABEL),
    Rule("issue", r"payment|payoff|balance transfer|transaction issue|banking errors", type="billing", weight=_LABEL),
    Rule("issue", r"purchase", type="after_sales", area="refund", weight=_LABEL),
    # Wishes and experience (R9): no one is held up.
    Rule("issue", r"advertising|advertised|disclosures", type="false_advertising", urgency="none", weight=_LABEL),
    Rule("issue", r"rewards", type="service", area="membership", urgency="none", weight=_LABEL),
    Rule("issue", r"customer service", type="service", area="service", urgency="none", weight=_LABEL),
    Rule("issue", r"add-on products|features, terms", type="service", area="product", urgency="none", weight=_LABEL),
    Rule("issue", r"credit monitoring", type="service", area="product", urgency="none", weight=_LABEL),
    # People and privacy.
    Rule("issue", r"inquiries on your report that you don't", type=_SECURITY, area="credit_report", weight=_LABEL),
    Rule(
        "issue", r"improper(?:ly)? (?:use|contact|shar)|improperly", type="service", severity="important", weight=_LABEL
    ),
    Rule("issue", r"false statements", type="false_advertising", weight=_LABEL),
    Rule("issue", r"illegal action|legal action|committing crime", type="service", severity="important", weight=_LABEL),
)

_MARKS = (
    # R10: marks and capitals are shown by name, not quoted.
    Rule("words", r"[!\uff01]{2}", emotion="angry", seen="several exclamation marks"),
    Rule("words", r"[!\uff01](?s:.*)[!\uff01]", emotion="upset", seen="exclamation marks"),
    Rule("words", _CAPITALS, emotion="angry", seen="capitals"),
    # Referral: another authority passed it on.
    Rule("channel", r"referral", exposure="regulator"),
    Rule("tags", r"older american|servicemember", severity="important"),
)

_PRODUCTS = (
    # The last word on type and area, when nothing more telling was found.
    Rule("product", r"credit report", type="service", area="credit_report", weight=1),
    Rule("product", r"debt collection", type="service", area="collection", weight=1),
    Rule("product", r"mortgage|loan|lease", type="service", area="loan", weight=1),
    Rule("product", r"card", type="service", area="payment", weight=1),
    Rule("product", r"money (?:transfer|service)", type="service", area="payment", weight=1),
    Rule("product", r"account|check cashing|financial service", type="service", area="account", weight=1),
)

USUAL_AREAS = FrozenMap(
    {
        "account_security": "account",
        "billing": "payment",
        "delivery_delay": "delivery",
        "product_quality": "product",
        "after_sales": "refund",
    }
)
"""The area of a type when no words name one."""

RULES = Listing((*_HAZARDS, *_ISSUES, *TOGETHER, *LEXICON, *_MARKS, *_PRODUCTS))
"""All rows."""
