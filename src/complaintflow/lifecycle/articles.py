"""Where the numbered rules come from: the articles by people who handle complaints, and the places in them."""

from __future__ import annotations

from collections.abc import Mapping

ARTICLES: Mapping[str, tuple[str, str]] = {
    "S0": ("如何处理升级投诉类问题", "How to handle escalated complaints (2024)"),
    "S1": ("电商平台用户投诉处理方法", "How e-commerce platforms handle complaints"),
    "S2": ("电商平台客服高效问题解决之道", "How customer service of e-commerce platforms solves problems"),
    "S3": ("互联网公司客户服务问题处理流程", "How Internet companies handle customers' problems"),
    "S4": ("如何处理“纠结难缠”的用户", "How to handle customers who are hard to satisfy"),
}
"""The articles, in Chinese and English."""

HOUSE = ("本库自定", "the library's own")
"""What stands for a source where no article and no law says it."""

SOURCES: Mapping[str, tuple[str, ...]] = {
    "R1": ("S1 二(一)", "S3 一"),
    "R2": ("S3 一", "S1 二(一)"),
    "R3": ("S1 二(二)", "S2 一", "S3 一"),
    "R4": ("S3 一",),
    "R5": (),
    "R6": ("S1 二(二)", "S3 二(一)"),
    "R7": ("S2 二", "S3 二(一)", "S1 三(四)"),
    "R8": ("S3 二(二)",),
    "R9": ("S3 二(二)",),
    "R10": ("S0", "S2 二", "S4"),
    "R11": ("S1 二(二)", "S3"),
    "R12": ("S3 二(二)",),
    "R13": ("S0",),
    "R14": ("S0", "S2 二", "S3 三(一)"),
    "R15": ("S0",),
    "R16": ("S0",),
    "R17": ("S3 四(一)",),
    "R18": ("S0",),
    "R18a": ("S0",),
    "R19": ("S1 三(四)",),
    "R20": ("S1 三(二)",),
    "R21": ("S4",),
    "R22": ("S1 三(二)", "S2 二", "S3 三(一)"),
    "R23": ("S1 三(二)",),
    "R24": ("S2 二",),
    "R25": ("S2 三", "S1 三(三)"),
    "R26": ("S4",),
    "R26a": ("S4", "S2 三"),
    "R27": ("S1 三(四)",),
    "R28": ("S3 三(二)",),
    "R29": ("S3 三(一)",),
    "R30": ("S3 三(一)",),
    "R31": ("S2 二", "S3 三(一)"),
    "R32": ("S0",),
    "R33": ("S0", "S3 四(二)"),
    "R34": ("S3 四(二)",),
    "R35": ("S4", "ISO 10002"),
    "R36": ("S1 三(五)", "S3 五(三)"),
    "R37": ("S1 三(五)", "S1 四(二)", "S3 四(二)"),
    "R38": ("S0",),
    "R39": ("S1 四", "S3 五"),
    "R40": ("S1 四(一)", "S1 四(二)", "S3 五(三)"),
    "R41": ("S3 五(三)",),
    "R42": ("S4", "S1 三", "S2 二", "S3 三"),
    "R43": ("S2 三", "S3 四(一)"),
    "R44": ("S3 四(二)",),
    "R45": ("S2 二",),
    "R46": ("S1 四(三)",),
    "R47": ("S4",),
    "R48": (),
}
"""The places in the articles, or the standard, from which each numbered rule is drawn; none where it is ours."""
