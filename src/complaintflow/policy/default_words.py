"""The words that the default policy lists: jargon, answers that say nothing, causes, hazards."""

from __future__ import annotations

from complaintflow._validation.structure import FrozenMap, WordSet

JARGON = FrozenMap(
    {
        "zh": ("幂等", "回滚", "灰度", "熔断", "死锁", "脏数据"),
        "en": ("idempotent", "idempotency", "rollback", "deadlock", "race condition", "null pointer", "stack trace"),
    }
)
"""R43: terms that a customer is not expected to know, by language."""

NOTHING_ELSE = WordSet(
    {
        *("no", "none", "nope", "nothing", "nothing else", "nothing more", "that's all", "that is all"),
        *("thanks", "thank you", "谢谢", "謝謝", "谢谢您", "謝謝您", "不用了", "不用", "否", "了"),
        *("没有", "没了", "无", "没别的", "没有别的", "没有其他", "没有其他问题", "没有其它问题"),
        *("沒有", "沒了", "無", "沒別的", "沒有別的", "沒有其他", "沒有其他問題", "沒有其它問題"),
    }
)
"""R44: answers by which there is nothing else, each alone or with others of them."""

EMPTY_WORDS = WordSet(
    (  # noqa: SIM905  # a list of so many would fill a page
        "a an and as fine going good in is it ok okay on ongoing progress received noted nothing pending roger sure "
        "still the to under underway we well working n/a tba tbd todo wip "
        "好 好了 好的 行 行了 嗯 嗯嗯 哦 收到 收到了 知道了 了解 明白 已阅 已知悉 暂无 暂无进展 没有进展 "
        "处理中 在处理 正在处理 正在处理中 跟进中 正在跟进 继续跟进 继续跟进中 持续跟进 进行中 待处理 待定 "
        "處理中 正在處理 正在處理中 跟進中 正在跟進 繼續跟進 繼續跟進中 持續跟進 進行中 待處理 瞭解 "
        "暫無 暫無進展 沒有進展 進展正常 进展正常 同上"
    ).split()
)
"""R15, R16: words that say nothing about a complaint, by themselves and together: `ok`, `still in progress`, 处理中."""

ROOT_CAUSES = FrozenMap(
    {
        "product defect": "产品缺陷",
        "process gap": "流程漏洞",
        "unclear rule": "规则不清",
        "poor execution": "执行不到位",
        "third party": "第三方",
        "customer error": "用户原因",
    }
)

TAKEN_OVER = frozenset(
    {
        *("account_takeover", "account_stolen", "account_hacked", "identity_theft"),
        *("账户被盗", "账号被盗", "盗号", "帳戶被盜", "帳號被盜", "盜號"),
    }
)
"""R22: the hazards of an account in wrong hands, by the names that people give them."""
