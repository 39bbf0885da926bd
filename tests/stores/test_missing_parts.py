"""A restore left out a table, or a hand dropped an index: whoever asks hears all that is missing, and what it means."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from complaintflow import Desk, StoreError
from complaintflow.cli import main
from complaintflow.desk.tables import look_at_tables
from complaintflow.stores import HouseKeys
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores.desks import HOUSE, at_desk, opener_of, received
from tests.stores.servers import Server

KINDS = ["sqlite", "sqlite+sql", "postgresql"]


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param != "postgresql":
        yield f"{request.param}:///{tmp_path / 'desk.db'}"
        return
    postgresql: Server = request.getfixturevalue("postgresql")
    yield postgresql.database("restored")


def run(url: str, *statements: str) -> None:
    """What a hand did. In a file of the embedded store the names have no prefix."""
    scheme, _, path = url.partition(":///")
    opened: Any = sqlite3.connect(path) if scheme.startswith("sqlite") else psycopg.connect(url)
    with closing(opened) as plain:
        for one in statements:
            plain.execute(one.replace("complaintflow_", "") if scheme == "sqlite" else one)
        plain.commit()


def missing(url: str) -> list[str]:
    """Without the prefix, so that one test holds for all."""
    return [one.replace("complaintflow_", "") for one in look_at_tables(url).missing]


def test_all_that_is_missing_is_named(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    Desk.open(url).close()
    assert missing(url) == []
    assert look_at_tables(url).current
    run(
        url,
        "DROP TABLE complaintflow_tiles",
        "DROP INDEX complaintflow_outbox_by_key",
        "ALTER TABLE complaintflow_events DROP COLUMN salt",
    )
    assert missing(url) == ["the column salt of events", "the index outbox_by_key of outbox", "the table tiles"]
    capsys.readouterr()
    assert main(["db", "check", "--store", url]) == 7
    assert "missing: the index " in capsys.readouterr().out
    assert main(["db", "upgrade", "--store", url]) == 7


def test_a_unique_key_that_is_missing_is_named(postgresql: Server) -> None:
    url = postgresql.database("restored")
    Desk.open(url).close()
    run(url, "ALTER TABLE complaintflow_events DROP CONSTRAINT complaintflow_events_complaint_seq_key")
    assert missing(url) == ["the unique key (complaint, seq) of events"]


def test_tables_without_the_one_that_names_their_version_are_seen(postgresql: Server, tmp_path: Path) -> None:
    """They would pass for an empty database, into which the tables are to be made."""
    for url in (postgresql.database("restored"), f"sqlite+sql:///{tmp_path / 'desk.db'}"):
        Desk.open(url).close()
        run(url, "DROP TABLE complaintflow_schema")
        assert missing(url) == ["the table schema"]


def test_tables_of_a_house_are_none_of_ours(postgresql: Server, tmp_path: Path) -> None:
    for url in (postgresql.database("restored"), f"sqlite+sql:///{tmp_path / 'desk.db'}"):
        run(url, "CREATE TABLE tickets (title TEXT)")
        assert missing(url) == []


@pytest.mark.parametrize("url", ["sqlite+sql", "postgresql"], indirect=True)
def test_a_check_of_what_is_stored_names_what_is_missing_too(url: str) -> None:
    """Without an index all works, and each command reads everything."""
    with opener_of(url)() as desk:
        received(desk)
        run(url, "DROP INDEX complaintflow_outbox_by_key")
        found = [one.what for one in desk.check_integrity().breaches]
    assert found == ["the index complaintflow_outbox_by_key of complaintflow_outbox is missing"]


# ── the table of keys


def test_a_store_in_plain_words_is_asked_for_no_keys(url: str) -> None:
    with opener_of(url)() as desk:
        at_desk(desk, received(desk).id, s.triage(), s.WITHDRAW)
        desk.erase("u-17", by=s.LEAD, reason="asked for it")
    with opener_of(url)() as desk:
        assert received(desk).version == 1


@pytest.mark.parametrize("keys", [None, HOUSE], ids=["without keys", "with keys"])
def test_a_backup_without_the_rows_of_its_keys_is_not_opened(url: str, keys: HouseKeys | None) -> None:
    """It looked fine, and the texts were gone; who opened it without keys wrote plain words beside them."""
    with opener_of(url, keys=HOUSE)() as desk:
        received(desk)
    run(url, "DELETE FROM complaintflow_data_keys")
    with pytest.raises(
        StoreError, match=r"keys: .*without them nobody reads a word.*bring back the rows of .*data_keys"
    ):
        opener_of(url, keys=keys)()


def test_a_backup_without_the_table_of_its_keys_is_not_opened(url: str) -> None:
    with opener_of(url, keys=HOUSE)() as desk:
        received(desk)
    run(url, "DROP TABLE complaintflow_data_keys")
    for keys in (None, HOUSE):
        with pytest.raises(StoreError, match="a table is missing; run complaintflow db check"):
            opener_of(url, keys=keys)()
    assert "without it nobody reads an encrypted word" in missing(url)[0]
    with Desk.open(url, keys=HouseKeys.without()) as desk:
        assert any("data_keys is missing" in one.what for one in desk.check_integrity().breaches)


def test_a_check_says_what_the_missing_keys_mean(url: str) -> None:
    with opener_of(url, keys=HOUSE)() as desk:
        id = received(desk).id
    run(url, "DELETE FROM complaintflow_data_keys")
    with Desk.open(url, keys=HouseKeys.without()) as desk:
        told = [one for one in desk.check_integrity().breaches if one.table == "data_keys"]
    assert {one.complaint for one in told} == {id}


def test_a_house_that_erased_everything_still_opens_with_its_keys_alone(url: str) -> None:
    """The key of the search is never destroyed."""
    with opener_of(url, keys=HOUSE)(FrozenClock()) as desk:
        at_desk(desk, received(desk).id, s.WITHDRAW)
        desk.erase("u-17", by=s.LEAD, reason="asked for it")
    with opener_of(url, keys=HOUSE)() as desk:
        assert received(desk).version == 1
    with pytest.raises(StoreError, match="open the desk with its keys"):
        opener_of(url)()
