"""The channel that appends to a file, and the plugin that hands channels over."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from complaintflow import Desk
from complaintflow.channels import Channels, FileChannel
from complaintflow.plugins import Outcome
from complaintflow.vocabulary import ReceiptStatus
from tests.channels.messages import to_customer, to_staff


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_each_message_is_one_line(tmp_path: Path) -> None:
    channel = FileChannel(tmp_path / "out.jsonl")
    for message in (to_customer(), to_staff("payments")):
        assert channel.send(message) == Outcome(ReceiptStatus.RECORDED, True, "written to a file")
    first, second = lines(channel.path)
    assert (first["type"], second["type"]) == ("message.customer", "message.staff")
    assert isinstance(first["data"], dict)
    assert first["data"]["text"] == "您好 😀\n我们还在查。"


def test_threads_do_not_mix_their_lines(tmp_path: Path) -> None:
    channel = FileChannel(tmp_path / "out.jsonl")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(channel.send, [to_customer(id=f"M{number}") for number in range(40)]))
    assert len(lines(channel.path)) == 40


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    channel = FileChannel(tmp_path / "out.jsonl")
    channel.send(to_customer())
    assert channel.path.stat().st_mode & 0o077 == 0


def test_a_folder_that_is_not_there_is_an_exception(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FileChannel(tmp_path / "none" / "out.jsonl").send(to_customer())


def test_channels_are_handed_over_as_one_plugin(tmp_path: Path) -> None:
    out = FileChannel(tmp_path / "out.jsonl")
    more = Channels(staff={"team": out}, name="more")
    with Desk.open("memory://", plugins=[Channels({"email": out}), more]) as desk:
        assert desk.plugins.channels["email"] is out
        assert desk.plugins.staff_channels["team"] is out
        assert {"channels", "more"} <= set(desk.plugins.names)


def test_importing_the_library_loads_no_channel_and_no_extra() -> None:
    unwanted = {"apprise", "httpx2", "standardwebhooks", "smtplib"}
    code = f"import sys, complaintflow; sys.exit(len({unwanted} & set(sys.modules)))"
    subprocess.run([sys.executable, "-c", code], check=True)
