"""R16, R32: which sentences claim that it is solved, and which do not. One sentence, one test."""

import pytest
from hypothesis import given, strategies as st

from complaintflow.wording import claims_solved

# Written with plain punctuation; `both_ways` sets the Chinese ones in full width as well.
CLAIMS = [
    "You will find your money back on your card.",
    "Your refund problem has been fixed.",
    "The issue is resolved.",
    "It's fixed now.",
    "This is now fully resolved",
    "We fixed it.",
    "We have already solved the problem.",
    "We've successfully resolved your issue.",
    "I have taken care of it.",
    "The payment is working again.",
    "Payments are working again, sorry for the wait.",
    "The service is back to normal.",
    "Good news: fixed!",
    "Your complaint has now been completely resolved.",
    "The problem was solved this morning.",
    "All issues have been sorted out.",
    "The bug got fixed last night.",
    "Your case is closed and the problem has been resolved.",
    "The team repaired the gateway, everything works now.",
    "We're happy to tell you that the fault has been rectified.",
    "You asked if it is late. It has been fixed.",
    "We did not sleep; it is fixed.",
    "The problem no longer exists.",
    "Everything works again.",
    "Is there anything else? The problem is solved.",
    "We believe the problem is solved.",
    "The issue has been fixed, please check it before Friday.",
    "Our engineers have fixed the bug.",
    "Problem solved.",
    "Solved!",
    "The matter has been settled.",
    "您的问题已经解决。",
    "问题已解决,请查看。",
    "问题解决了",
    "故障已修复",
    "已经为您处理好了",
    "系统现已恢复正常",
    "已恢复",
    "支付功能已恢复正常使用",
    "我们已经把问题修好了",
    "已经搞定了,请放心",
    "您的退款问题已处理完毕",
    "故障已排除。",
    "全部处理完成",
    "问题都解决啦",
    "已帮您解决",
    "我们成功修复了该故障",
    "您反馈的异常已于今日修复",
    "已圆满解决",
    "现在可以正常使用了",
    "如有其他问题请联系我们,您的问题已经解决。",
    "您问是否要重新下单?不用,问题已经解决了。",
    "我们没有停下,问题已经解决了。",
    "該問題已經解決。",
    "问题已妥善解决",
    "投诉已办结",
    "已修复完成,请重启应用",
    "您的订单问题现已得到解决",
    "问题得到了解决",
    "完美解决",
    "It was not easy, but it is fixed.",
    "It was not easy but it is fixed.",
    "We can confirm that the problem is fixed.",
    "The problem is solved, is there anything else?",
    "We are sorry that you did not hear from us and the fault is repaired.",
    "The problem is gone.",
    "The fault was fixed by our engineers.",
    "问题已解决,还有其他问题吗?",
    "您的会员退款问题已经解决。",
    "您的会员异常已修复",
    "支付等问题已解决",
    "您说的问题已经解决了",
    "您需要的功能已修复",
    "已修复后台故障",
    "系统恢复正常",
    "虽然没有找到原因,但问题已经解决",
    "我們已經修復了問題",
    "It  has\tbeen fixed.",
    "The problem with your second payment has been\nfixed.",
    "如果您问我,问题已经解决",
    "如果您问我问题已经解决",
    "It’s fixed now.",
]
HONEST = [
    "We are still looking into it.",
    "The problem is not fixed yet.",
    "It isn't resolved.",
    "It has not been solved.",
    "We haven't fixed it yet.",
    "It will be fixed tomorrow.",
    "We will let you know once it is resolved.",
    "As soon as the issue is fixed, we will write to you.",
    "When it has been repaired you will get a message.",
    "Is it fixed?",
    "Has the problem been solved?",
    "Can you tell us whether the problem is solved?",
    "Was your problem resolved with the last update?",
    "If it has been fixed for you, please tell us.",
    'You told us that "it is fixed" was shown on the page.',
    'You wrote: "the app said it was fixed".',
    "We cannot say that it is solved.",
    "We have never fixed this kind of fault before.",
    "The fix has to be verified before it is solved.",
    "It could be fixed by Friday.",
    "It should be fixed by Friday.",
    "It may be resolved soon.",
    "It needs to be fixed.",
    "It must be fixed, and we are working on it.",
    "We want it resolved by Friday.",
    "The team is trying to get it fixed.",
    "It is being fixed.",
    "The interest rate is fixed.",
    "Your plan has a fixed price.",
    "There is a fixed fee of 3 CNY.",
    "The rate was fixed at 3 percent in your contract.",
    "We have recorded your complaint and will tell you more at 10:00.",
    "The work is scheduled; nothing is solved so far.",
    "Nothing has been fixed so far.",
    "None of it has been resolved.",
    "The problem is far from solved.",
    "We hope to have it solved by tomorrow.",
    "It is partly fixed.",
    "The issue is yet to be resolved.",
    "Until it is resolved we call you every day.",
    "It remains unresolved.",
    "The parcel was sorted in the warehouse.",
    "Please tell us if the problem is now solved.",
    "We're working on getting this fixed.",
    "We expect it to be fixed on Monday.",
    "We would like to have this fixed today.",
    "您的问题尚未解决。",
    "问题还没有解决,我们继续跟进。",
    "问题没解决",
    "目前未能修复",
    "解决后我们会通知您",
    "问题解决之后会第一时间联系您",
    "等故障修复了,我们再通知您",
    "故障修复前,请您先使用网页版",
    "您的问题解决了吗?",
    "请问是否已经解决?",
    "如果问题已经解决,请告诉我们",
    "若已恢复正常,请回复",
    "预计明天修复完成",
    "我们会尽快处理完毕",
    "我们将在24小时内解决",
    "争取今天解决",
    "工程师正在修复",
    "正在处理中",
    "无法确认问题已经解决",
    "问题并未解决",
    "已安排工程师解决",
    "已经在处理了",
    "已转交技术团队处理",
    "已记录您的问题,将于明天10点前答复",
    "都在努力解决",
    "我们正全力解决",
    "问题不能马上解决",
    '您说"问题已经解决",但我们仍在核实',
    "您提到页面显示“已解决”",
    "待修复完成后再通知您",
    "一旦恢复正常,立即通知您",
    "需要等问题解决了才能结案",
    "明天就能修好了",
    "希望能帮您解决",
    "可以解决",
    "您看问题解决了没有",
    "问题是否得到解决",
    "问题还没得到解决",
    "还没搞定",
    "一时难以解决",
    "已经安排人员去排除故障",
    "目前已收到您的问题,解决需要时间",
    "已申请退款",
    "部分问题已解决",
    "要到周五才能恢复正常",
    "能否恢复正常了还要看检测结果",
    "Once the bank has confirmed and the fault is repaired, we write to you.",
    "Has the problem been solved, or do you still see it?",
    "We hope it is fixed.",
    "Your due date is fixed.",
    "We will have fixed it by Monday.",
    "Solved?",
    "When solved, we write to you.",
    "已提交解决方案",
    "已找到解决办法",
    "已排除网络原因",
    "已制定修复方案,预计周五上线",
    "已进入修复阶段",
    "银行回复后,问题解决了我们再通知您",
    "您说问题已经解决,我们仍在核实",
    "我们会妥善解决",
    "系统恢复正常需要时间",
    "故障尚未排除",
    "我们正在排除故障",
]
# What phrase rules cannot see; the docs say so. verify-before-notify looks at facts instead.
UNSEEN = [
    "La panne est finie.",
    "You can sleep well tonight.",
]
TOO_CAREFUL = [
    "We told the bank what happened before it was fixed.",
]
FULL_WIDTH = {ord(mark): ord(mark) + 0xFEE0 for mark in ",.!?;:"}


def both_ways(sentences: list[str]) -> list[str]:
    return [*sentences, *(text.translate(FULL_WIDTH) for text in sentences if not text.isascii())]


@pytest.mark.parametrize("sentence", both_ways(CLAIMS))
def test_r16_a_claim_of_completion_is_seen(sentence: str) -> None:
    assert claims_solved(sentence)


@pytest.mark.parametrize("sentence", both_ways(HONEST))
def test_r16_what_is_negated_conditional_partial_future_asked_or_quoted_claims_nothing(sentence: str) -> None:
    assert not claims_solved(sentence)


@pytest.mark.parametrize("sentence", UNSEEN)
def test_r16_a_paraphrase_or_another_language_is_not_seen(sentence: str) -> None:
    assert not claims_solved(sentence)


@pytest.mark.parametrize("sentence", TOO_CAREFUL)
def test_r16_a_claim_under_a_word_of_condition_in_the_same_clause_is_not_seen(sentence: str) -> None:
    assert not claims_solved(sentence)


@given(st.sampled_from(CLAIMS), st.sampled_from(HONEST))
def test_r16_a_claim_stays_a_claim_after_an_honest_sentence(claim: str, honest: str) -> None:
    assert claims_solved(f"{honest.rstrip('.')}.\n\n{claim}")


def test_the_words_that_claim_are_named() -> None:
    assert claims_solved("Dear customer, it has been fixed today.") == "it has been fixed"


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert isinstance(claims_solved(text), str)


@pytest.mark.parametrize(
    "piece", ["「", '"', "not it is fixed ", "没有已解决", "<b", "~~", "已 ", "f i x e d ", "未解决了", "now ", "已"]
)
def test_a_text_of_the_greatest_length_is_judged_quickly(piece: str) -> None:
    """Quadratic patterns would take minutes here, and the test would be seen to hang."""
    assert not claims_solved(piece * (100_000 // len(piece)))


@pytest.mark.parametrize("word", ["reolved", "resovled", "resollved", "resolvef"])
def test_r16_a_slip_of_the_keyboard_does_not_tell_a_customer_unseen_that_it_is_over(word: str) -> None:
    assert claims_solved(f"Your isue has been {word}")


@pytest.mark.parametrize("deed", ["annulled", "rewired", "recalibrated"])
def test_r16_a_deed_that_no_list_names_is_taken_for_the_end(deed: str) -> None:
    assert claims_solved(f"Your contract has been {deed}")
    assert claims_solved(f"We have {deed} your contract")


@pytest.mark.parametrize("step", ["assigned", "forwarded", "examined", "received"])
def test_r16_a_step_on_the_way_may_be_told(step: str) -> None:
    assert not claims_solved(f"Your contract has been {step}")
    assert not claims_solved(f"We have {step} your contract")
