"""Lines of JSON for those who collect logs."""

from __future__ import annotations

import json
import logging

from complaintflow.contrib.logs import JsonLines


def line(message: str, *, error: BaseException | None = None) -> dict[str, object]:
    """What is written of such a record."""
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("complaintflow.desk", logging.ERROR, "desk.py", 1, message, None, info)
    text = JsonLines().format(record)
    assert "\n" not in text
    found: dict[str, object] = json.loads(text)
    return found


def test_of_an_error_the_type_is_written_and_none_of_its_words() -> None:
    """An error of a gateway repeats the address, and often the letter: a log is read by many, and kept for long."""
    told = line("the gateway fell over", error=ValueError("no mailbox zhang@example.com"))
    assert (told["error"], told["message"]) == ("ValueError", "the gateway fell over")
    assert "zhang" not in str(told)


def test_a_record_is_one_line_however_many_it_has_and_however_long_it_is() -> None:
    assert line("one\ntwo")["message"] == "one\ntwo"
    assert len(str(line("x" * 10_000)["message"])) == 2000
    assert line("处理完成")["level"] == "error"
    assert "error" not in line("well")
