"""R33, R25, R35: which words of a customer are no yes, and which are one. One sentence, one test."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from complaintflow.wording import UNCLEAR, find_denial, find_no_agreement, find_no_yes, find_reservation
from tests.wording.corpus import FOLDER

NO_YES = [
    "没有解决,还是不行",
    "still broken",
    "not solved",
    "我不同意",
    "don't withdraw",
    "好的,但是钱还没到",
    "没解决",
    "問題還沒解決",
    "不行,还是老样子",
    "我不接受这个方案",
    "我不会撤诉",
    "别结案",
    "先别关,我还没收到退款",
    "钱没到账",
    "退款没收到呢",
    "还是打不开",
    "又坏了",
    "不撤",
    "没有",
    "根本没解决",
    "你们就是在敷衍我",
    "等钱到了再撤诉",
    "解決了嗎?",
    "没 有 解 决",
    "No!",
    "No, it isn't fixed",
    "It doesn't work",
    "I do not agree",
    "I disagree",
    "I never received the money",
    "My refund has not arrived yet",
    "not yet",
    "It still shows the same error",
    "Please do not close it",
    "I won't accept that",
    "This is unacceptable",
    "it isnt working",
    "yes but the money is not here",
    "the problem is back",
    "only if you pay the rest",
    "I refuse",
    "NOT SOLVED",
    "n o t  s o l v e d",
    "不满意",
    "拒绝",
    "不同意,我要全额退款",
    "你说的方案不行",
    "才怪",
    "没问题吗？",
    "好像没有",
    "并没有",
    "这算什么解决",
    "❌",
    "👎",
    "X",
    "我不确认",
    "解决个屁",
    "钱呢",
    "到底解决没",
    "我等不了",
    "太久了,不能等",
    "不确定",
    "再观察几天",
    "只退了一半",
    "少退了10块",
    "部分解决",
    "还差10块钱",
    "假的",
    "如果退钱我就同意",
    "先退钱再说",
    "差远了",
    "老样子",
    "跟之前一样",
    "我要投诉到12315",
    "没见到钱",
    "冇解決",
    "可以,但是要先退钱",
    "yes but the money is missing",
    "半夜还在报错",
    "Nope",
    "Did you fix it?",
    "I am not sure",
    "let me check first",
    "yes, but it crashed again",
    "only half of the money came",
    "partly",
    "Where is my money?",
    "yes, if you refund me",
    "I'd rather not",
    "not really",
    "I doubt it",
    "same as before",
    "unable to confirm",
    "I want my money back",
    "yes for the first, no for the second",
    "what about the second payment?",
]
YES = [
    "解决了,谢谢",
    "yes it works now, no more problems",
    "没问题了",
    "没事了",
    "不用管了",
    "好的",
    "可以,就这样",
    "同意",
    "确认解决",
    "没有问题了,谢谢",
    "没有其他问题了",
    "已经收到退款,谢谢",
    "行,就按这个办",
    "不用了,我自己解决了",
    "不投诉了",
    "我不想再追究了,撤诉吧",
    "撤销投诉,是我弄错了",
    "误会一场,不好意思",
    "还不错",
    "这次没有再出现",
    "现在不卡了",
    "好的,没有异议",
    "Yes, thank you",
    "all good",
    "It works, thanks",
    "no problem, I agree",
    "No, nothing else, thanks",
    "the error has not come back",
    "solved",
    "I agree to option one",
    "please withdraw my complaint, it was my mistake",
    "never mind, it was my mistake",
    "I don't need anything else",
    "I no longer want to complain",
    "是的, it is as I say",
    "好的, please do that",
    "解决了, thank you",
    "通过链接确认: 问题已解决 / by the link: it is solved",
    "ok, fine with me",
    "don't worry, it's solved",
    "是的,已经好了",
    "问题已经没有了",
    "不会再扣了,确认",
    "收到钱了",
    "Not a problem any more",
    "Fixed, thanks for not giving up",
    "I can't complain, all fine",
    "不用退了,我撤诉",
    "同意撤诉",
    "能用了",
    "满意",
    "之前没解决,现在解决了",
    "昨天还不行,今天好了",
    "It was broken before, now it works",
    "这次没骗我,真的好了",
    "同意仅退款",
    "另一半也退了,全好了",
    "没什么不满意的",
    "没错,解决了",
    "不清楚是什么原因,反正好了",
    "虽然等太久了,但总算解决了",
    "the missing money arrived",
    "Not sure how you did it but it works",
    "I don't see the error any more",
    "Fixed. I will try other products of yours",
    "the same problem is gone",
    "我看了看,没问题",
]


@pytest.mark.parametrize("words", NO_YES)
def test_words_that_deny_are_no_yes(words: str) -> None:
    assert find_no_yes(words)


@pytest.mark.parametrize("words", YES)
def test_a_plain_yes_is_one(words: str) -> None:
    assert not find_no_yes(words)


@pytest.mark.parametrize(("name", "deny"), [("no_yes", True), ("yes", False)])
def test_of_a_second_authors_answers_95_in_100_are_read_well(name: str, deny: bool) -> None:
    words = (FOLDER / "answers" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    wrong = [one for one in words if bool(find_no_yes(one)) is not deny]
    assert len(wrong) <= 0.05 * len(words), wrong


@pytest.mark.parametrize("name", ["short_no", "short_unclear"])
def test_r33_a_short_answer_that_denies_or_hedges_closes_nothing(name: str) -> None:
    """Of "N", 一样, 白搭, "almost" and 这也叫解决了 each closed a complaint, and the customer had lost it."""
    assert [one for one in _answers(name) if not find_no_yes(one)] == []


@pytest.mark.parametrize("name", ["short_yes", "told_yes"])
def test_r33_a_plain_yes_in_usual_words_is_taken_for_one(name: str) -> None:
    """Else a content customer is asked again and again, until nobody answers us any more."""
    words = _answers(name)
    refused = [one for one in words if find_no_yes(one)]
    assert len(refused) <= 0.04 * len(words), refused


def test_r33_of_answers_that_use_the_words_of_a_yes_for_something_else_9_in_10_close_nothing() -> None:
    """ "It worked once", 请尽快解决, "get it fixed", 收到一块砖头: a customer who says so has no solution."""
    words = _answers("told_not")
    taken = [one for one in words if not find_no_yes(one)]
    assert len(taken) <= 0.07 * len(words), taken


def _answers(name: str) -> list[str]:
    return (FOLDER / "answers" / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("sign", ["👍", "👌", "✅", "🆗"])
def test_a_thumb_or_a_tick_alone_is_a_yes_and_beside_a_doubtful_face_it_is_none(sign: str) -> None:
    """A customer who rolls their eyes is not content."""
    assert not find_no_yes(sign)
    assert find_no_yes(f"{sign}🙄") == "🙄"


@pytest.mark.parametrize(
    "words", ["Your driver ate my lunch, call 13800000000", "pizza", " ", "Li Wei, Nanjing Road 7"]
)
def test_what_nobody_reads_is_no_yes_and_is_not_quoted(words: str) -> None:
    """A refusal goes into logs, and the words of a customer may hold a phone."""
    assert find_no_yes(words) == find_no_agreement(words) == UNCLEAR


@pytest.mark.parametrize("words", ["好的,麻烦尽快退款", "行,给我换一个", "ok, send me the new one on Monday"])
def test_r25_an_assent_to_an_offer_may_ask_for_it_and_is_no_word_that_it_is_solved(words: str) -> None:
    """To "is it solved?" the same words would be a demand, and a closing would drop it."""
    assert not find_no_agreement(words)
    assert find_no_yes(words)


@pytest.mark.parametrize("words", ["ok, but not for 50", "ok?", "maybe", "fine, whatever", "N", "👎", "hello"])
def test_r25_doubt_about_an_offer_is_no_agreement(words: str) -> None:
    assert find_no_agreement(words)


@pytest.mark.parametrize("words", ["算了", "I sold it", "I found the second payment"])
def test_r35_a_withdrawal_is_told_in_any_words_that_do_not_deny_it(words: str) -> None:
    """Who takes it back gives a reason, and answers no question; as an answer it is no yes."""
    assert not find_reservation(words)
    assert find_no_yes(words)


@pytest.mark.parametrize("words", ["等钱到了再撤诉", "解决了吗?", "only if you pay the rest"])
def test_who_asks_or_puts_it_off_does_not_deny(words: str) -> None:
    """A reply that asks opens no dispute; it is no confirmation either."""
    assert not find_denial(words)
    assert find_no_yes(words)


@given(st.text())
def test_any_words_have_an_answer(words: str) -> None:
    assert isinstance(find_no_yes(words), str)


@pytest.mark.parametrize(
    "piece",
    ["不", "not ", "没有", "等", "again ", "no more problems ", "n't a ", "ly ", "说", "就是", "好 ", "1 of 2 "],
)
def test_a_long_text_is_judged_quickly(piece: str) -> None:
    """Quadratic patterns would take minutes here, and the test would be seen to hang."""
    assert isinstance(find_no_yes(piece * (100_000 // len(piece))), str)
