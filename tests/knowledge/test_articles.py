"""R31: what goes into the knowledge from the archive and from a folder, and what never does."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from complaintflow import Complaint, Customer, Desk, InvalidInput, Problem, commands as c
from complaintflow.knowledge import AnswerIndex, Article, IndexChanges, article_of, read_articles
from complaintflow.plugins import Question
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores.desks import at_desk, ready, received

SECRETS = (
    "wei@example.com",
    "13800001111",
    "张伟",
    "u-17",
    "A-1001",
    "acct-99",
    "wei.new@example.com",
    "6222 0200 1234",
)
CUSTOMER = Customer("u-17", "vip", "张伟", {"email": "wei@example.com", "phone": "13800001111"}, "zh")
NOTICE = c.Notify(
    "张伟 paid twice for A-1001 (WEI@example.com)",
    "u-17 的账户 acct-99 被网关重复扣款",
    "第二笔款已退回卡号 6222 0200 1234, 有事请拨 13800001111 或写信 other@example.org",
    "请您查看账户",
    s.LATER,
    "收款机为 wei.new@example.com 响了两次",
)


def archived(desk: Desk, *notices: c.Notify) -> Complaint:
    """Told, confirmed, closed, labelled and put away."""
    id = ready(desk, customer=CUSTOMER, order="A-1001", account="acct-99").id
    at_desk(desk, id, c.Correct({"contact.email": "wei.new@example.com"}, "moved"), c.Note("an internal word: 坏脾气"))
    at_desk(desk, id, *(notices or [NOTICE]))
    desk.deliver()
    at_desk(desk, id, s.CONFIRM, by=s.CUSTOMER)
    at_desk(desk, id, c.Close())
    desk.deliver()
    return at_desk(desk, id, c.LabelCause("process gap-retry"), c.Archive())


@pytest.fixture
def desk() -> Desk:
    return Desk.open("memory://", clock=FrozenClock())


def test_an_archived_complaint_says_what_it_was_how_it_was_judged_and_how_it_was_solved(desk: Desk) -> None:
    article = article_of(archived(desk))
    assert article is not None
    assert article.language == "zh"
    assert "paid twice for" in article.title
    for words in ("我们的判断: … 的账户 … 被网关重复扣款", "已做的工作: 第二笔款已退回卡号 …", "简单来说: 收款机为"):
        assert words in article.text


def test_nothing_that_leads_to_the_customer_goes_in(desk: Desk) -> None:
    article = article_of(archived(desk))
    everything = "\n".join(map(str, attrs.astuple(article))).casefold()  # type: ignore[arg-type]
    assert [secret for secret in (*SECRETS, "other@example.org") if secret.casefold() in everything] == []


def test_no_internal_word_and_no_word_of_the_customer_goes_in(desk: Desk) -> None:
    complaint = archived(desk)
    text = str(attrs.astuple(article_of(complaint)))  # type: ignore[arg-type]
    assert "坏脾气" not in text
    assert complaint.description not in text


def test_the_last_thing_that_was_told_counts(desk: Desk) -> None:
    later = attrs.evolve(NOTICE, understood="It was something else")
    article = article_of(archived(desk, NOTICE, later))
    assert article is not None
    assert article.title == "It was something else"


def test_where_nothing_was_told_there_is_nothing_to_learn(desk: Desk) -> None:
    assert article_of(received(desk)) is None


def test_a_desk_s_archive_is_learnt_page_by_page_and_twice_is_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("complaintflow.knowledge._archive.PAGE", 2)
    ids = [archived(desk).id for _ in range(5)]
    received(desk)
    index = AnswerIndex()
    assert index.index_archive(desk) == IndexChanges(added=5)
    assert index.index_archive(desk) == IndexChanges(unchanged=5)
    assert {answer.ref for answer in index.suggest(Question("重复扣款", "zh"), 9)} == set(ids)


def test_the_texts_of_what_is_learnt_already_are_not_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred thousand old complaints would be read whenever somebody asks."""
    read = list[str]()

    def noted(complaint: Complaint) -> Article | None:
        read.append(complaint.id)
        return article_of(complaint)

    monkeypatch.setattr("complaintflow.knowledge._archive.article_of", noted)
    index = AnswerIndex()
    first = archived(desk)
    index.index_archive(desk)
    second = archived(desk)
    assert index.index_archive(desk) == IndexChanges(added=1, unchanged=1)
    assert index.index_archive(desk) == IndexChanges(unchanged=2)
    assert read == [first.id, second.id]


def test_an_erased_complaint_is_quoted_no_more(desk: Desk) -> None:
    index = AnswerIndex()
    archived(desk)
    index.index_archive(desk)
    desk.erase(CUSTOMER.id, by=s.LEAD, reason="asked by letter")
    assert index.index_archive(desk) == IndexChanges(removed=1)
    assert index.index_archive(desk) == IndexChanges()


def test_what_is_archived_is_learnt_at_once_and_nothing_else_is_read_for_it(desk: Desk) -> None:
    index = AnswerIndex()
    complaint, other = archived(desk), received(desk)
    index.saw(other, desk.history(other.id))
    index.saw(complaint, desk.history(complaint.id))
    index.saw(complaint, desk.history(complaint.id))
    assert [answer.ref for answer in index.suggest(Question("重复扣款", "zh"), 9)] == [complaint.id]
    assert index.index_archive(desk) == IndexChanges(unchanged=1)


def test_a_desk_tells_the_index_that_it_is_opened_with() -> None:
    index = AnswerIndex()
    with Desk.open("memory://", plugins=[index]) as desk:
        assert [observer for _, observer in desk.plugins.observers] == [index]


def test_what_was_learnt_of_a_complaint_goes_when_its_words_are_gone(desk: Desk) -> None:
    index = AnswerIndex()
    complaint = archived(desk)
    index.learn(complaint)
    index.learn(Complaint.blank(complaint.id))
    assert index.suggest(Question("重复扣款", "zh"), 9) == ()


# ── a folder


def test_a_page_has_its_title_in_the_first_line_and_its_language_in_the_name(tmp_path: Path) -> None:
    (tmp_path / "refund.zh.md").write_text("\ufeff# 退款\n\n三天到账。\n", encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "login.txt").write_text("\nLog in\r\nReset it.", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert list(read_articles(tmp_path)) == [
        Article("more/login.txt", "Log in", "Reset it.", ""),
        Article("refund.zh.md", "退款", "三天到账。", "zh"),
    ]


def test_what_is_wrong_with_a_page_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# only a title\n")
    (tmp_path / "b.md").write_text("\n\n")
    (tmp_path / "c.txt").write_bytes("退款\n三天".encode("gbk"))
    (tmp_path / "d.txt").write_text("好的\n就这样", encoding="utf-8")
    changes = AnswerIndex().index_folder(tmp_path)
    assert (changes.added, [problem.path for problem in changes.problems]) == (1, ["a.md", "b.md", "c.txt"])
    assert changes.problems[0] == Problem("a.md", "a title alone", "a line with the title, and a text below it")
    assert changes.problems[2].expected == "text in UTF-8"


def test_a_page_that_is_deleted_is_found_no_more(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("好的\n就这样", encoding="utf-8")
    index = AnswerIndex()
    index.index_folder(tmp_path)
    (tmp_path / "d.txt").unlink()
    assert index.index_folder(tmp_path) == IndexChanges(removed=1)


def test_a_link_out_of_the_folder_brings_no_file_of_the_machine_into_an_answer(tmp_path: Path) -> None:
    """To a file, to a folder, by way of another link; a link within the folder is a page like any other."""
    secret, folder = tmp_path / "secret", tmp_path / "pages"
    (secret / "deep").mkdir(parents=True)
    folder.mkdir()
    for name in ("key.md", "deep/more.md"):
        (secret / name).write_text("root key\nGeheim-ö-1", encoding="utf-8")
    (folder / "page.md").write_text("Refunds\nin three days", encoding="utf-8")
    (folder / "again.md").symlink_to("page.md")
    (folder / "key.md").symlink_to(secret / "key.md")
    (folder / "relative.md").symlink_to("../secret/key.md")
    (folder / "twice.md").symlink_to("key.md")
    (folder / "linked").symlink_to(secret / "deep")
    found = list(read_articles(folder))
    assert "Geheim" not in "".join(one.text for one in found if isinstance(one, Article))
    assert [one.ref for one in found if isinstance(one, Article)] == ["again.md", "page.md"]
    told = {one.path for one in found if isinstance(one, Problem)}
    assert told - {"linked/more.md"} == {"key.md", "relative.md", "twice.md"}


def test_a_folder_that_is_itself_a_link_is_read(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "page.md").write_text("Refunds\nin three days", encoding="utf-8")
    (tmp_path / "here").symlink_to("there")
    assert [one.ref for one in read_articles(tmp_path / "here") if isinstance(one, Article)] == ["page.md"]


def test_the_names_of_the_customer_and_of_others_stay_out_of_what_is_learnt(desk: Desk) -> None:
    notice = c.Notify(
        "Lee paid twice, as Thornton wrote",
        "Mr Thornton 和 李先生 (138.0000.1111) 都确认了",
        "退款 50.00 USD 已于 2026-01-31 退回",
        "请您查看账户",
        s.LATER,
        "错误码 1004567 不再出现",
    )
    article = article_of(archived(desk, notice))
    assert article is not None
    assert not [one for one in ("Lee", "Thornton", "李", "1111") if one in article.title + article.text]
    for kept in ("50.00 USD", "2026-01-31", "1004567"):
        assert kept in article.text


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"folder: found .*nowhere, expected a folder that is there"):
        AnswerIndex().index_folder(tmp_path / "nowhere")
