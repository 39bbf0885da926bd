"""What a customer's words may mean: in doubt not solved, in doubt a request."""

from __future__ import annotations

import pytest
from hypothesis import event, given, strategies as st

from complaintflow.inbound.reading import read_words
from complaintflow.wording import mere_thanks

THANKS = [
    "谢谢",
    "谢谢!",
    "非常感谢您的帮助",
    "好的,收到,谢谢客服。",
    "辛苦了",
    "謝謝",
    "收到",
    "好的",
    "嗯嗯",
    "OK 👍",
    "Thanks",
    "Thank you so much!",
    "ok, thanks for your help",
    "Many thanks. Best regards",
    "Got it, thanks",
    "谢谢\n\n张三",
    "謝謝\n張三",
    "多谢\n李四 敬上",
    "谢谢\n王女士",
    "好的,谢谢!\n此致\n敬礼\n李雷",
    "Thanks!\n\nBest regards,\nLi Wei",
    "Thanks,\nJohn",
    "Thank you so much!\n\nSincerely,\nMary-Ann Smith",
    "👍",
    "👍🏻",
    "🙏🙏",
    "谢谢😊",
]
MORE_THAN_THANKS = [
    "谢谢,钱呢?",
    "好的,已经解决了",
    "谢谢。请退款",
    "收到退款了",
    "Thanks, but it is still broken",
    "ok it works now",
    "thanks for nothing",
    "",
    "谢谢" * 101,
    # a name alone says nothing; what looks like one may be a request
    "张三",
    "Li Wei",
    "谢谢\n退款",
    "谢谢\n何时到账",
    "谢谢\n钱呢",
    "谢谢\n周五",
    "谢谢\n王八蛋",
    "谢谢\n张三还没到账",
    "Best regards,\nNo",
    "Thanks,\nStill Waiting",
    "Thanks,\nRefund",
    "Thanks\nlate again",
    # a question, or a sign that is not friendly
    "收到?",
    "好的\uff1f",
    "👎",
    "谢谢😡",
    "❌",
]
SOLVED = [
    "已经解决了,谢谢",
    "问题解决了",
    "钱到账了",
    "收到退款了",
    "可以了",
    "现在没问题了",
    "确认解决",
    "确认收到",
    "同意结案",
    "很满意",
    "没想到这么快就好了",
    "問題已經解決",
    "Yes, it works now",
    "The problem is solved, thanks",
    "I got the money",
    "I can confirm",
    "It works again",
    "All good",
    "I am no longer charged twice, all good",
]
UNSOLVED = [
    "还没到账",
    "没有解决",
    "钱没收到",
    "还是不行",
    "问题仍然存在",
    "又扣了一次",
    "不满意",
    "我不同意这个结果",
    "根本没处理",
    "再次出现同样的故障",
    "還沒解決",
    "你们说已解决,其实没有修好",
    "解决不了就退款",
    "还是老样子",
    "It is not solved",
    "Still nothing",
    "No, it doesn't work",
    "I was charged again",
    "The problem is back",
    "I do not accept this",
    "I haven't received the money",
    "nothing has changed",
    "This is unacceptable",
]
NEITHER = [
    "什么时候能解决?",
    "请问退款到账了吗?",
    "如果明天到账就好了",
    "希望尽快解决",
    "等我看看再确认",
    "我还没看,明天回复",
    "订单号是 A-1001",
    "When will it be fixed?",
    "I hope it works now",
    "Please confirm",
    "If I got the money I would say so",
    "hello",
    "",
    "已经解决了,但是第二笔有个问题",
]


@pytest.mark.parametrize("text", THANKS)
def test_mere_thanks_are_nothing_more(text: str) -> None:
    assert mere_thanks(text)
    assert not read_words(text).solved
    assert not read_words(text).unsolved


@pytest.mark.parametrize("text", [*MORE_THAN_THANKS, *SOLVED, *UNSOLVED])
def test_what_says_more_is_no_mere_thanks(text: str) -> None:
    assert not mere_thanks(text)


@pytest.mark.parametrize("text", SOLVED)
def test_a_content_customer_is_understood(text: str) -> None:
    assert read_words(text).solved
    assert not read_words(text).unsolved


@pytest.mark.parametrize("text", UNSOLVED)
def test_a_discontent_customer_is_understood(text: str) -> None:
    assert read_words(text).unsolved
    assert not read_words(text).solved


@pytest.mark.parametrize("text", NEITHER)
def test_questions_wishes_and_other_words_are_neither(text: str) -> None:
    assert not read_words(text).solved
    assert not read_words(text).unsolved


@given(st.sampled_from(SOLVED), st.sampled_from(UNSOLVED), st.booleans(), st.sampled_from([" ", ",", "。", "\n", ". "]))
def test_whoever_says_both_is_not_content(good: str, bad: str, first: bool, between: str) -> None:
    text = between.join((good, bad) if first else (bad, good))
    assert read_words(text).unsolved
    assert not read_words(text).solved


PIECES = st.sampled_from(
    [*THANKS, *SOLVED, *UNSOLVED, *NEITHER, "不", "没", "not ", "n't ", "but", "但", "?", "嗯", "谢", "\n", "\ud800"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_text_is_read_as_one_thing_at_most(text: str) -> None:
    found = [
        name
        for name, said in (
            ("thanks", mere_thanks(text)),
            ("solved", read_words(text).solved),
            ("unsolved", read_words(text).unsolved),
        )
        if said
    ]
    event(found[0] if found else "nothing")
    assert len(found) <= 1


@pytest.mark.parametrize(
    "piece", ["谢谢", "嗯", "辛苦了", "thanks ", "ok", "不", "没", "not ", "确认", "收到", "still ", ". ", "a"]
)
def test_no_repetition_takes_long(piece: str) -> None:
    """No assertion on time: what goes back over all that it has read would not end here."""
    text = piece * 20_000 + "!x"
    assert not mere_thanks(text)
    read_words(text)
