"""The channel that appends to a file, and the plugin that hands channels over."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from time import sleep

import pytest

from complaintflow import Desk
from complaintflow.channels import Channels, FileChannel
from complaintflow.channels._appending import append_line
from complaintflow.plugins import Outcome
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.channels.messages import to_customer, to_staff

ROOT = Path(__file__).resolve().parents[2]


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


# ── what is recorded is on the disk


def appended(path: Path, count: int, *room: str, within: tuple[str, ...] = ()) -> list[str]:
    """What a process is told that appends so many messages."""
    line = [*within, sys.executable, "-m", "tests.channels.appending", str(path), str(count), *room]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def recorded(told: list[str]) -> list[str]:
    return [f"M{line.split()[1]}" for line in told if line.startswith("recorded")]


def ids(path: Path) -> list[object]:
    return [line["data"]["id"] for line in lines(path) if isinstance(line["data"], dict)]


def test_what_a_full_disk_cuts_off_is_not_recorded_and_the_next_line_is_whole(tmp_path: Path) -> None:
    """By a limit on the size of files, which cuts a line in its middle as a full disk does."""
    path = tmp_path / "out.jsonl"
    told = appended(path, 12, "3000")
    assert {"failed File too large"} < set(told)
    assert ids(path) == recorded(told) != []
    FileChannel(path).send(to_customer(id="later"))
    assert ids(path) == [*recorded(told), "later"]


FULL_DISK = """
mount -t tmpfs -o size=16k,mode=700 none "$1" || exit 77
shift
"$@"
status=$?
cat "$OUT" >&2
exit $status
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="no file system of our own can be made here")
def test_a_file_system_without_room_loses_no_recorded_message(tmp_path: Path) -> None:
    """A real one, of 16 kB, that only the process sees which fills it."""
    path = tmp_path / "out.jsonl"
    line = ["unshare", "-rm", "sh", "-c", FULL_DISK, "sh", str(tmp_path)]
    program = [sys.executable, "-m", "tests.channels.appending", str(path), "60"]
    done = subprocess.run(
        [*line, *program], cwd=ROOT, env={**os.environ, "OUT": str(path)}, capture_output=True, text=True, check=False
    )
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip(f"not allowed here: {done.stderr}")
    told = done.stdout.splitlines()
    assert "failed No space left on device" in told
    kept = tmp_path / "kept.jsonl"
    kept.write_text(done.stderr, encoding="utf-8")
    assert ids(kept) == recorded(told) != []


def test_a_line_that_a_killed_writer_left_does_not_take_the_next_one_with_it(tmp_path: Path) -> None:
    channel = FileChannel(tmp_path / "out.jsonl")
    channel.send(to_customer(id="M1"))
    with channel.path.open("ab") as file:
        file.write(b'{"type": "message.cus')
    channel.send(to_customer(id="M2"))
    first, torn, second = channel.path.read_text(encoding="utf-8").splitlines()
    assert torn == '{"type": "message.cus'
    assert [json.loads(line)["data"]["id"] for line in (first, second)] == ["M1", "M2"]


def test_a_disk_that_does_not_take_the_line_at_last_records_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The write was accepted, the sync was not: the line is taken back."""
    channel = FileChannel(tmp_path / "out.jsonl")
    channel.send(to_customer(id="M1"))

    def fails(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="Input/output error"):
        channel.send(to_customer(id="M2"))
    assert ids(channel.path) == ["M1"]


def test_a_line_that_somebody_cut_off_meanwhile_is_not_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job that empties the file instead of renaming it; the file is not filled up with zeros either."""
    channel = FileChannel(tmp_path / "out.jsonl")
    channel.send(to_customer(id="M1"))
    monkeypatch.setattr(os, "fsync", lambda _: os.truncate(channel.path, 0))
    with pytest.raises(OSError, match="the line is not in the file"):
        channel.send(to_customer(id="M2"))
    assert channel.path.read_bytes() == b""


def test_two_processes_and_a_job_that_takes_the_file_away_lose_no_line(tmp_path: Path) -> None:
    path, taken = tmp_path / "out.jsonl", list[object]()
    with ThreadPoolExecutor(2) as pool:
        work = [pool.submit(appended, path, 40) for _ in range(2)]
        for turn in range(20):
            sleep(0.03)
            with suppress(FileNotFoundError):
                path.rename(tmp_path / f"{turn}.taken")
        told = [recorded(one.result()) for one in work]
    for file in [*tmp_path.glob("*.taken"), *tmp_path.glob("out.jsonl")]:
        taken += ids(file)
    assert sorted(map(str, taken)) == sorted(told[0] + told[1])
    assert len(taken) == 80


def test_a_file_that_others_hold_all_the_time_is_a_timeout_and_not_a_thread_that_hangs(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with path.open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(TimeoutError, match="others write to it all the time"):
            append_line(path, b"{}", patience=0.01)
    append_line(path, b"{}")
    assert path.read_bytes() == b"{}\n"


@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
def test_what_is_no_file_takes_no_message(tmp_path: Path, kind: str) -> None:
    """A pipe nobody reads would take some, and then hang."""
    path = tmp_path / "out"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path = Path("/dev/null")
    with pytest.raises(OSError, match=r"no regular file|Is a directory"):
        FileChannel(path).send(to_customer())


def test_a_message_that_the_disk_did_not_take_waits_and_is_sent_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, clock = tmp_path / "out.jsonl", FrozenClock()
    out = Channels(dict.fromkeys(("app", "email", "phone"), FileChannel(path)))

    def is_full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with Desk.open("memory://", clock=clock, plugins=[out]) as desk:
        id = desk.receive(s.receive(), by=s.SYSTEM).id
        desk.do(id, s.acknowledge("We look into it."), by=s.LI)
        clock.later(hours=12)
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", is_full)
            full = desk.deliver()
        assert (full.waiting, len(full.failures)) == (1, 1)
        clock.later(hours=1)
        assert desk.deliver().waiting == 0
    assert len(ids(path)) == 1


@pytest.mark.explore
def test_a_killed_writer_loses_no_recorded_line(tmp_path: Path, campaign: Callable[[str], None]) -> None:
    """SIGKILL at random; what was told before it is in the file as a whole line."""
    chance, kills, kept = random.Random(), 40, 0
    path = tmp_path / "out.jsonl"
    line = [sys.executable, "-m", "tests.channels.appending", str(path), "100000"]
    for _ in range(kills):
        with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            told = [process.stdout.readline() for _ in range(chance.randrange(1, 60))]
            process.kill()
            told += [one for one in process.stdout if one.endswith("\n")]
        found = Counter[str]()
        for text in path.read_text(encoding="utf-8").splitlines():
            with suppress(json.JSONDecodeError):
                found[json.loads(text)["data"]["id"]] += 1
        assert set(recorded(told)) <= set(found)
        kept += len(recorded(told))
        path.unlink()
    campaign(f"{kills} kills of a process that appends to a file, {kept} recorded lines, none lost")


# ── the plugin


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
