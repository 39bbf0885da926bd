"""Answers, advice and plugins on the command line."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from complaintflow import Desk
from complaintflow.commands import Archive
from tests import stories as s
from tests.cli.command_line import CommandLine
from tests.stores.desks import at_desk, solved


@pytest.fixture
def folder(cli: CommandLine) -> Path:
    folder = cli.folder / "pages"
    folder.mkdir()
    (folder / "twice.zh.md").write_text("# 付了两次款怎么办\n\n三个工作日内原路退回。\n", encoding="utf-8")
    return folder


# ── answers


def test_what_helped_before_is_found_in_a_folder_with_why(cli: CommandLine, folder: Path) -> None:
    ran = cli("answers", cli.received(), "--folder", str(folder))
    assert ran.code == 0
    assert ran.out.splitlines()[1].split() == ["answers", "twice.zh.md", "付了两次款怎么办", "付了两次款"]


def test_archived_complaints_are_answers_without_who_they_were(cli: CommandLine) -> None:
    with Desk.open(cli.store) as desk:
        old = at_desk(desk, solved(desk).id, s.LABEL, Archive())
    id = cli.received()
    (answer,) = cli("answers", id, "--json").document["answers"]["answers"]
    assert answer["ref"] == old.id
    assert "第二笔款已退回" in answer["text"]
    assert answer["why"]
    assert "u-17" not in str(answer)


def test_an_index_in_a_file_is_kept_and_renewed(cli: CommandLine, folder: Path) -> None:
    id, index = cli.received(), cli.folder / "answers.db"
    words = ("answers", id, "--folder", str(folder), "--index", str(index))
    assert "twice.zh.md" in cli(*words).out
    assert index.exists()
    (folder / "twice.zh.md").unlink()
    assert cli(*words).out == "Nothing like it is known.\n"


def test_an_index_is_learnt_anew_when_somebody_asks_for_it(cli: CommandLine) -> None:
    with Desk.open(cli.store) as desk:
        at_desk(desk, solved(desk).id, s.LABEL, Archive())
    id, index = cli.received(), cli.folder / "answers.db"
    words = ("answers", id, "--index", str(index))
    right = cli(*words).out
    with closing(sqlite3.connect(index)) as file, file:
        file.execute("UPDATE articles SET title = 'something else'")
    assert "something else" in cli(*words).out
    assert cli(*words, "--rebuild").out == right


def test_a_page_that_cannot_be_read_is_named_and_the_others_are_found(cli: CommandLine, folder: Path) -> None:
    (folder / "bad.md").write_bytes(b"\xff\xfe\xff")
    ran = cli("answers", cli.received(), "--folder", str(folder))
    assert ran.code == 9
    assert "twice.zh.md" in ran.out
    assert "bad.md: found a file that cannot be read (UnicodeDecodeError), expected text in UTF-8" in ran.out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--folder", "nowhere"), 2, "folder: found nowhere, expected a folder that is there"),
        (("--limit", "0"), 2, "limit: found 0, expected at least 1"),
        (("--index", "complaints.db"), 7, "this file is no index of answers"),
    ],
)
def test_what_cannot_be_searched_is_named(cli: CommandLine, words: tuple[str, ...], code: int, said: str) -> None:
    ran = cli("answers", cli.received(), *words)
    assert (ran.code, said in ran.err) == (code, True), ran.err
    assert cli("fsck").code == 0


# ── advise


def test_the_advice_shows_its_sum_to_people_in_both_languages(cli: CommandLine) -> None:
    id = cli.triaged()
    ran = cli("advise", id, "--by", "li", "--role", "agent", "--minutes", "30", "--people", "1")
    assert (ran.code, ran.out.splitlines()[0]) == (0, f"{id}: 30.00 CNY, as advice; the decision is yours")
    assert "1 people × 30 min × 60 CNY an hour, by your estimate" in ran.out
    assert "仅供参考,由您决定" in cli("advise", id, "--language", "zh").out


def test_the_advice_has_stable_names_and_exact_amounts_for_machines(cli: CommandLine) -> None:
    document = cli("advise", cli.triaged(), "--by", "wu", "--role", "lead", "--json").document
    assert list(document) == [
        "$kind", "$format", "complaint", "by", "currency", "items", "least", "most", "limit", "approvers", "total",
        "text",
    ]  # fmt: skip
    assert (document["least"], document["most"], document["limit"], document["by"]) == ("90.00", "90.00", "500", "wu")
    assert [(item["kind"], item["amount"]) for item in document["items"]] == [
        ("handling", "90.00"),
        ("penalty", "0.00"),
    ]


def test_a_customer_is_not_advised(cli: CommandLine) -> None:
    ran = cli("advise", cli.triaged(), "--as-customer", "u-17")
    assert (ran.code, "customer may not advise" in ran.err) == (3, True)


def test_nobody_advises_about_what_is_not_there(cli: CommandLine) -> None:
    cli.received()
    assert cli("advise", "C-none").code == 5


# ── plugins

SOURCE = """
from complaintflow.plugins import hookimpl

class Mail:
    def __repr__(self):
        return "password=hunter2"

@hookimpl
def channels():
    return {"email": Mail()}

@hookimpl
def intakes():
    raise OSError("no such folder")
"""


@pytest.fixture
def acme(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    cli.install("acme_mail", "mail", SOURCE, "1.2.0")
    monkeypatch.syspath_prepend(cli.folder)
    yield
    sys.modules.pop("acme_mail", None)


def test_the_plugins_are_listed_without_a_store(cli: CommandLine) -> None:
    ran = cli("plugins")
    assert ran.code == 0
    assert any(line.startswith("complaintflow.desk.builtin  complaintflow ") for line in ran.out.splitlines())
    assert "stores: memory, sqlite, postgresql, postgresql+psycopg, sqlite+sql; channels: log" in ran.out
    assert not (cli.folder / "complaints.db").exists()


@pytest.mark.usefixtures("acme")
def test_what_is_installed_and_not_loaded_is_listed_and_not_imported(cli: CommandLine) -> None:
    assert "not loaded: mail (acme-mail 1.2.0)" in cli("plugins").out
    assert "acme_mail" not in sys.modules


@pytest.mark.usefixtures("acme")
def test_a_plugin_is_listed_with_its_distribution_what_it_brings_and_what_failed(cli: CommandLine) -> None:
    ran = cli("plugins", "--plugin", "mail")
    assert ran.code == 7
    (line,) = [line for line in ran.out.splitlines() if line.startswith("acme_mail")]
    assert line.split(maxsplit=3) == [
        "acme_mail", "acme-mail", "1.2.0", "channels: email" + line.partition("channels: email")[2],
    ]  # fmt: skip
    assert line.endswith("intakes: OSError at acme_mail.py:14")


@pytest.mark.usefixtures("acme")
def test_a_trace_prints_each_call_and_what_it_answered_without_secrets(cli: CommandLine) -> None:
    ran = cli("plugins", "--plugin", "mail", "--trace")
    lines = ran.out.splitlines()
    assert {"acme_mail.channels: email", "acme_mail.intakes: raised OSError"} <= set(lines)
    assert "complaintflow.desk.builtin.stores: memory, sqlite, postgresql, postgresql+psycopg, sqlite+sql" in lines
    assert "hunter2" not in ran.out + ran.err
    assert "acme_mail.channels" not in cli("plugins", "--plugin", "mail").out


@pytest.mark.usefixtures("acme")
def test_the_plugins_have_stable_names_for_machines(cli: CommandLine) -> None:
    document = cli("plugins", "--plugin", "mail", "--trace", "--json").document
    assert list(document) == ["loaded", "not_loaded", "calls"]
    mail = document["loaded"][-1]
    assert list(mail)[2:] == ["name", "source", "distribution", "version", "hooks", "brings", "failures", "entry_point"]
    assert (mail["distribution"], mail["version"], mail["brings"]) == ("acme-mail", "1.2.0", {"channels": ["email"]})
    assert ("acme_mail", "channels", "email") in [
        (one["plugin"], one["hook"], one["answered"]) for one in document["calls"]
    ]
