"""R31: what is found, in Chinese too; that it says why; that nothing a customer writes is taken for a search."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from complaintflow import StoreError
from complaintflow.knowledge import AnswerIndex, Article, IndexChanges
from complaintflow.plugins import FoundAnswer, Question
from complaintflow.stores import SqliteStore

REFUND = Article("refund.md", "重复扣款怎么退款", "核实后原路退回,3个工作日到账。", "zh")
MEMBER = Article("member.md", "会员自动续费", "在设置里关闭自动续费,当月权益保留。", "zh")
LOGIN = Article("login.md", "Cannot log in", "Reset the password; the code is valid for ten minutes.", "en")
TWICE = Article("twice.md", "Charged twice", "The second payment is refunded within three days.", "en")
ALL = (REFUND, MEMBER, LOGIN, TWICE)


@pytest.fixture(scope="module")
def index() -> Iterator[AnswerIndex]:
    index = AnswerIndex()
    index.replace("house", ALL)
    yield index
    index.close()


def asked(index: AnswerIndex, text: str, language: str = "zh", limit: int = 5) -> tuple[FoundAnswer, ...]:
    return index.suggest(Question(text, language), limit)


def found(index: AnswerIndex, text: str, language: str = "zh", limit: int = 5) -> list[str]:
    return [answer.ref for answer in asked(index, text, language, limit)]


# ── what is found


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("退款", "refund.md"),
        ("扣款", "refund.md"),
        ("会员", "member.md"),
        ("我的钱还没有到账!", "refund.md"),
        ("续费关不掉", "member.md"),
        ("password", "login.md"),
        ("PASSWORDS", "login.md"),
        ("请给我refund", "twice.md"),
        ("refunds", "twice.md"),
        ("ｐａｓｓｗｏｒｄ", "login.md"),
    ],
)
def test_a_word_is_found_wherever_it_stands(index: AnswerIndex, text: str, ref: str) -> None:
    assert found(index, text)[0] == ref


def pairs() -> list[tuple[str, str]]:
    """Every two Chinese characters that stand side by side in an article."""
    texts = [(article.ref, article.title + "。" + article.text) for article in (REFUND, MEMBER)]
    return [
        (ref, text[place : place + 2])
        for ref, text in texts
        for place in range(len(text) - 1)
        if all("\u4e00" <= char <= "\u9fff" for char in text[place : place + 2])
    ]


def test_every_chinese_word_of_two_characters_is_found() -> None:
    index = AnswerIndex()
    index.replace("house", ALL)
    asked_for = [(ref, pair) for ref, pair in pairs() if pair not in {"怎么"}]
    assert len(asked_for) >= 30
    assert [pair for ref, pair in asked_for if ref not in found(index, pair)] == []


def test_what_has_nothing_in_common_is_not_found(index: AnswerIndex) -> None:
    assert found(index, "快递丢失") == []
    assert found(index, "the parcel of mine is broken") == []


@pytest.mark.parametrize("text", ["", "  ", "的", "the", "请问", "3 x", "!?。,", "😀"])
def test_a_question_that_says_nothing_finds_nothing(index: AnswerIndex, text: str) -> None:
    assert found(index, text) == []


def test_the_best_comes_first_and_a_title_weighs_more() -> None:
    index = AnswerIndex()
    body, title = Article("body", "几个问题", "关于退款的说明在这里"), Article("title", "退款", "说明在这里")
    others = [Article(f"other{number}", f"第{number}页", "别的事情") for number in range(9)]
    index.replace("house", [body, title, *others])
    answers = asked(index, "退款")
    assert [answer.ref for answer in answers] == ["title", "body"]
    assert answers[0].score > answers[1].score > 0


def test_the_own_language_comes_first_and_others_are_not_hidden() -> None:
    index = AnswerIndex()
    zh, en, none = (
        Article("zh", "iPhone", "iPhone", "zh"),
        Article("en", "iPhone", "", "en"),
        Article("no", "iPhone", "x"),
    )
    index.replace("house", [en, zh, none])
    assert found(index, "iphone", "zh-CN")[-1] == "en"
    assert found(index, "iphone", "en")[-1] == "zh"


def test_no_more_than_the_limit_are_given(index: AnswerIndex) -> None:
    assert len(found(index, "退款 续费 password refund", limit=3)) == 3


def test_the_same_question_gets_the_same_answers(index: AnswerIndex) -> None:
    assert asked(index, "退款 续费 password") == asked(index, "退款 续费 password")


def test_a_rare_word_finds_its_answer_among_many_that_share_the_common_ones() -> None:
    index = AnswerIndex()
    common = "the payment app order card bank money refund statement"
    others = [Article(f"other{number}", "Payment", common, "en") for number in range(40)]
    index.replace("house", [*others, Article("rare", "Payment", f"{common} escrow", "en")])
    best = asked(index, f"my {common} and the escrow", "en")[0]
    assert best.ref == "rare"
    assert {"payment", "escrow", "statement"} <= set(best.why)


def test_an_answer_that_has_no_rare_word_is_found_where_the_rare_ones_find_too_few() -> None:
    index = AnswerIndex()
    index.replace(
        "house", [Article("both", "alpha beta gamma delta epsilon zeta", "eta"), Article("one", "eta", "eta")]
    )
    assert found(index, "alpha beta gamma delta epsilon zeta eta", "en") == ["both", "one"]


@given(st.lists(st.sampled_from(["退款", "续费", "password", "second", "payment", "days"]), max_size=6))
def test_a_short_question_is_asked_with_all_its_words(index: AnswerIndex, words: list[str]) -> None:
    shared = [article.ref for article in ALL if any(w in f"{article.title} {article.text}".lower() for w in words)]
    assert sorted(found(index, " ".join(words), limit=9)) == sorted(shared)


# ── why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("退款", ("退款",)),
        ("重复扣款了", ("重复扣款",)),
        ("请重复退款", ("重复", "退款")),
        ("3个工作日还没有到账", ("个工作日", "到账")),
    ],
)
def test_the_words_that_matched_are_shown_as_they_stand(index: AnswerIndex, text: str, why: tuple[str, ...]) -> None:
    assert asked(index, text)[0].why == why


def test_every_word_that_is_shown_stands_in_the_answer(index: AnswerIndex) -> None:
    for answer in asked(index, "自动退款的会员续费工作日, the second PAYMENTS and passwords", limit=9):
        assert answer.why
        assert all(word in f"{answer.title}\n{answer.text}".casefold() for word in answer.why)


def test_words_of_two_runs_are_not_put_together() -> None:
    index = AnswerIndex()
    index.replace("house", [Article("a", "退款,款项", "x")])
    assert asked(index, "退款项")[0].why == ("退款", "款项")


# ── nothing is taken for a search

SYNTAX = ['"', "'", "*", "^", "(", ")", "-", ":", "{", "}", "+", ",", " OR ", " AND ", " NOT ", " NEAR(", "title:",
          "\\", ";", "--", "退款", "refund", "\x02", "\x03", "\n", "\x00", "\ud800"]  # fmt: skip


@given(st.lists(st.sampled_from(SYNTAX), max_size=12).map("".join))
def test_no_syntax_of_a_search_is_an_error_or_hides_what_is_found(index: AnswerIndex, text: str) -> None:
    assert "refund.md" in found(index, f"{text} 扣款")


@given(st.text(max_size=60))
def test_no_text_at_all_is_an_error(index: AnswerIndex, text: str) -> None:
    assert len(found(index, text)) <= len(ALL)


def test_a_very_long_question_is_answered(index: AnswerIndex) -> None:
    assert found(index, "扣款 " + " ".join(f"word{number}" for number in range(50_000)))[0] == "refund.md"


@given(st.text(alphabet="".join(pair for _, pair in pairs()) + 'ab "*-', max_size=30))
def test_whatever_is_found_shares_a_word_with_the_question(index: AnswerIndex, text: str) -> None:
    for answer in asked(index, text, limit=9):
        assert any(piece in text.casefold() for word in answer.why for piece in (word, word[:2]))


# ── reading again


def test_reading_a_source_again_changes_nothing() -> None:
    index = AnswerIndex()
    assert index.replace("house", ALL) == IndexChanges(added=4)
    assert index.replace("house", ALL) == IndexChanges(unchanged=4)
    assert found(index, "退款") == ["refund.md"]


def test_what_changed_and_what_has_gone_is_found_no_more() -> None:
    index = AnswerIndex()
    index.replace("house", ALL)
    changes = index.replace("house", [Article("refund.md", "赔付", "七天内", "zh"), LOGIN])
    assert changes == IndexChanges(changed=1, removed=2, unchanged=1)
    assert found(index, "退款 续费") == []
    assert found(index, "赔付") == ["refund.md"]


def test_a_source_is_renewed_without_the_others() -> None:
    index = AnswerIndex()
    index.replace("one", [REFUND])
    index.replace("two", [REFUND])
    index.replace("one", [])
    assert found(index, "退款") == ["refund.md"]


def test_an_index_in_a_file_is_there_the_next_time(tmp_path: Path) -> None:
    for changes in (IndexChanges(added=4), IndexChanges(unchanged=4)):
        index = AnswerIndex(tmp_path / "answers.db")
        assert index.replace("house", ALL) == changes
        index.close()
        index.close()


def test_what_has_gone_is_gone_from_the_file_as_well(tmp_path: Path) -> None:
    """An erased complaint leaves no copy here: neither its text nor its words."""
    index = AnswerIndex(tmp_path / "answers.db")
    index.replace("archive", [*ALL, Article("C-1", "Xylophone broken", "Quetzalcoatl 女士的琴坏了")])
    assert b"Quetzalcoatl" in (tmp_path / "answers.db").read_bytes()
    index.replace("archive", ALL)
    content = (tmp_path / "answers.db").read_bytes().lower()
    assert not any(word in content for word in (b"quetzal", b"xylophon", "琴坏".encode()))


def test_a_reading_that_fails_half_way_leaves_what_was_there() -> None:
    index = AnswerIndex()
    index.replace("house", ALL)
    with pytest.raises(StoreError, match="answers :memory:"):
        index.replace("house", [Article("a", "ok", "ok"), Article("b", None, "no title")])  # type: ignore[arg-type]
    assert index.replace("house", ALL) == IndexChanges(unchanged=4)


def test_many_threads_ask_while_one_renews() -> None:
    index = AnswerIndex()
    seen: list[list[str]] = []

    def ask() -> None:
        seen.extend(found(index, "扣款") for _ in range(30))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(10):
        index.replace("house", ALL)
        index.replace("house", [LOGIN])
    for thread in threads:
        thread.join()
    assert len(seen) == 120
    assert all(refs in ([], ["refund.md"]) for refs in seen)


# ── files that are something else


def test_the_file_of_a_desk_is_not_taken_for_an_index(tmp_path: Path) -> None:
    SqliteStore(tmp_path / "desk.db").close()
    before = (tmp_path / "desk.db").read_bytes()
    with pytest.raises(StoreError, match=r"answers desk\.db: this file is no index of answers of this version"):
        AnswerIndex(tmp_path / "desk.db")
    assert (tmp_path / "desk.db").read_bytes() == before


def test_a_file_that_is_no_database_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no database " * 100)
    with pytest.raises(StoreError, match="remove the file"):
        AnswerIndex(tmp_path / "notes.txt")


def test_an_index_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    AnswerIndex(tmp_path / "answers.db").close()
    with sqlite3.connect(tmp_path / "answers.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError, match="name another file"):
        AnswerIndex(tmp_path / "answers.db")


# ── traditional and simplified


@pytest.mark.parametrize(
    ("page", "asked_for"),
    [
        ("账号登录不了", "我的帳號"),
        ("驗證碼收不到怎麼辦", "验证码"),
        ("退款進度", "退款进度"),
        ("订单还没发货", "訂單還沒發貨"),
    ],
)
def test_whoever_writes_traditional_characters_finds_what_is_written_in_simplified_ones(
    page: str, asked_for: str
) -> None:
    index = AnswerIndex()
    index.replace("house", [Article("page", page, "请检查。", "zh"), REFUND])
    assert found(index, asked_for)[0] == "page"


def test_an_index_that_was_closed_says_so(tmp_path: Path) -> None:
    index = AnswerIndex(tmp_path / "answers.db")
    index.close()
    index.close()
    with pytest.raises(StoreError, match=r"answers answers\.db: the index is closed; open it again"):
        asked(index, "重复扣款")


def test_nobody_else_may_read_the_answers(tmp_path: Path) -> None:
    with closing(AnswerIndex(tmp_path / "answers.db")):
        assert (tmp_path / "answers.db").stat().st_mode & 0o077 == 0


def test_an_index_in_memory_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(AnswerIndex()):
        assert list(tmp_path.iterdir()) == []
