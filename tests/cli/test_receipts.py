"""Receipts and anchors on the command line: what a customer, an auditor and a cron job type."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.command_line import CommandLine
from tests.contrib.stamping import Service, authority, serving


def test_a_receipt_is_printed_kept_in_a_letter_and_checked_without_the_store(cli: CommandLine) -> None:
    id = cli.triaged()
    head = cli("head").out.strip()
    letter = cli.folder / "letter.txt"
    letter.write_text(f"Dear customer,\n{cli('receipt', id).out}\nyours", encoding="utf-8")
    store = cli.folder / "complaints.db"
    store.rename(cli.folder / "elsewhere.db")
    alone = cli("verify-receipt", str(letter))
    assert (alone.code, "nothing is proved yet" in alone.out, head in alone.out) == (10, True, True)
    proved = cli("verify-receipt", str(letter), "--head", head, "--json").document
    assert (proved["complaint"], proved["seq"], proved["kind"], proved["place"]) == (id, 1, "Receive", 1)
    assert (proved["head"], proved["compared"], proved["sound"], proved["problems"]) == (head, True, True, [])
    other = cli("verify-receipt", str(letter), "--head", f"2:{64 * '0'}")
    assert (other.code, "has not this event at this place" in other.out) == (8, True)
    later = cli("verify-receipt", str(letter), "--head", f"9:{64 * '0'}")
    assert (later.code, "ask for a receipt at that head" in later.out) == (8, True)


def test_a_head_that_lost_the_end_of_its_line_is_still_compared(cli: CommandLine) -> None:
    """An editor, or a full disk: the next head hung on it, and a rewritten store was sound."""
    path = cli.folder / "anchors.txt"
    cli.received()
    cli("anchor", str(path))
    torn = path.read_text(encoding="utf-8").rstrip("\n")
    (cli.folder / "complaints.db").rename(cli.folder / "elsewhere.db")
    cli.received()
    for written in (torn, f"{torn}2026-11-30T00:00:00+00:00 {cli('head').out.strip()}\n"):
        path.write_text(written, encoding="utf-8")
        assert cli("anchor", str(path)).code == 0
        assert cli("fsck", "--anchor", str(path)).code == 8
    assert cli("head").out.strip() in path.read_text(encoding="utf-8").splitlines()[-1]


def test_a_line_without_a_head_is_named_with_its_place_and_option(cli: CommandLine) -> None:
    path = cli.folder / "anchors.txt"
    cli.received()
    cli("anchor", str(path))
    path.write_text(path.read_text(encoding="utf-8") + "rubbish\n", encoding="utf-8")
    for option in ("--anchor", "--since"):
        ran = cli("fsck", option, str(path))
        assert (ran.code, "line 2: 'rubbish'" in ran.err, option.strip("-") in ran.err) == (2, True, True)


def test_with_the_store_a_rewrite_is_found_by_the_receipt(cli: CommandLine) -> None:
    id = cli.triaged()
    letter = cli.folder / "letter.txt"
    letter.write_text(cli("receipt", id, "--seq", "2").out, encoding="utf-8")
    sound = cli("verify-receipt", str(letter), "--db")
    assert (sound.code, "sound: it is what was compared" in sound.out) == (0, True)
    with closing(sqlite3.connect(cli.folder / "complaints.db")) as file, file:
        file.execute("UPDATE events SET by = 'nobody' WHERE seq = 2")
    found = cli("verify-receipt", str(letter), "--db")
    assert (found.code, "the event on record was changed" in found.out) == (8, True)


def test_a_head_is_anchored_in_a_file_again_and_again_and_each_is_checked(cli: CommandLine) -> None:
    """A job appends one each day; a rewrite is found by the first of them that it touches."""
    path = cli.folder / "anchors.txt"
    file = str(path)
    for _ in range(3):
        cli.received()
        assert cli("anchor", file).code == 0
    assert cli("anchor", file, "--json").document["head"] == cli("head").out.strip()
    heads = [line.split()[1] for line in path.read_text(encoding="utf-8").splitlines()]
    assert [head.partition(":")[0] for head in heads] == ["1", "2", "3", "3"]
    assert cli("fsck", "--anchor", file).code == 0
    with closing(sqlite3.connect(cli.folder / "complaints.db")) as connection, connection:
        connection.execute("DELETE FROM events WHERE place = 3")
    found = cli("fsck", "--anchor", file)
    assert (found.code, found.out.count("truncated: the anchored head counts 3")) == (8, 2)


def test_an_anchored_head_has_the_time_stamp_of_a_third_party_beside_it(cli: CommandLine) -> None:
    """The auditor trusts neither our clock nor the file that we hand over."""
    house, file = authority(), str(cli.folder / "anchors.txt")
    roots = cli.folder / "roots.pem"
    roots.write_bytes(house.roots)
    service = Service(house)
    with serving(service) as url:
        cli.received()
        stamped = cli("anchor", file, "--tsa", url, "--roots", str(roots), "--json").document
        again = cli("anchor", file, "--tsa", url, "--json").document
        cli.received()
        cli("anchor", file)
    assert len(service.asked) == 1  # the older stamp says more
    assert stamped["stamp"] == again["stamp"]
    checked = cli("verify-anchor", file, "--roots", str(roots), "--json").document
    assert [bool(one["at"]) for one in checked["heads"]] == [True, False]
    assert checked["sound"]
    (cli.folder / "complaints.db").unlink()  # neither the store nor the service is needed
    other = cli.folder / "other.pem"
    other.write_bytes(authority().roots)
    assert cli("verify-anchor", file, "--roots", str(other)).code == 8
    Path(stamped["stamp"]).write_bytes(b"no stamp")
    assert cli("verify-anchor", file, "--roots", str(roots)).code == 8
    Path(stamped["stamp"]).unlink()
    nothing = cli("verify-anchor", file, "--roots", str(roots))
    assert (nothing.code, nothing.out.count("no time stamp")) == (8, 2)


def test_without_the_extra_the_head_is_anchored_and_it_says_what_to_install(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [one for one in sys.modules if one.startswith("complaintflow.contrib.timestamps")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("complaintflow.contrib.timestamps", raising=False)
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    file = cli.folder / "anchors.txt"
    cli.received()
    missing = cli("anchor", str(file), "--tsa", "https://tsa.example.org/")
    assert (missing.code, "pip install 'complaintflow[timestamps]'" in missing.err) == (2, True)
    assert file.exists()


def test_a_head_is_in_the_file_though_no_time_stamp_came(cli: CommandLine) -> None:
    """Whoever anchors at night by cron must not lose the anchor with the service."""
    file = cli.folder / "anchors.txt"
    cli.received()
    with serving(Service(authority(), http=503)) as url:
        failed = cli("anchor", str(file), "--tsa", url)
    assert (failed.code, "HTTP 503" in failed.err) == (2, True)
    assert file.read_text(encoding="utf-8").split()[1] == cli("head").out.strip()
    file.write_text("2026-01-01 ../../x:y\n", encoding="utf-8")
    assert cli("verify-anchor", str(file), "--roots", str(file)).code == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("verify-receipt", "{file}"), "a whole receipt"),
        (("verify-receipt", "{file}.none"), "a file that can be read"),
        (("verify-receipt", "{file}", "--head", "no head"), "a whole receipt"),
        (("fsck", "--anchor", "{file}"), "a head, like"),
        (("fsck", "--anchor", "{file}.none"), "a file that can be read"),
        (("fsck", "--anchor", "{empty}"), "nothing is in it"),
        (("anchor", "{file}.none/deeper"), "a file that can be written"),
        (("receipt", "{id}", "--seq", "7"), "an event of"),
        (("receipt", "{id}", "--head", "no head"), "a head, like"),
    ],
)
def test_what_cannot_be_checked_is_named(cli: CommandLine, words: tuple[str, ...], told: str) -> None:
    file, empty, id = cli.folder / "notes.txt", cli.folder / "empty.txt", cli.received()
    file.write_text("no receipt, no anchor", encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    ran = cli(*(word.format(file=file, empty=empty, id=id) for word in words))
    assert (ran.code, told in ran.err) == (2, True), ran.err
