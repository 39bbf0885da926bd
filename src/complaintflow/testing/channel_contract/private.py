"""What is private and what is secret stays so: in logs, errors, on record and on the screen."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from complaintflow.plugins import AnyMessage, Channel
from complaintflow.testing.channel_contract.line import Line, Sending
from complaintflow.testing.promises import keeps
from complaintflow.testing.purity import own_fields

PRIVATE = "a very private matter"
SECRETS = "No secret stands in its `repr`, its errors or its logs."
KEPT = "No text and no address stands in its errors, in `detail`, or in its logs above DEBUG; it prints nothing."

_SECRET = re.compile("token|secret|passw|api_?key|credential|^_*auth(orization)?$", re.IGNORECASE)
_SHORT = 6
_DEEP = 4


class KeepsSecrets(Sending[AnyMessage]):
    """Nobody reads what is private beside those whom it was sent to."""

    def private(self, line: Line) -> tuple[str, ...]:
        """The text and the addresses."""
        return (PRIVATE, *filter(None, line.to.values()))

    def told(self, line: Line) -> list[str]:
        """What goes on record when it works, and when the far end fails in each way that the line has."""
        message = self.message(line, 1, PRIVATE)
        words = [self.attempt(line, message).words]
        for away in filter(None, (line.down, line.refuses, line.silent)):
            with away():
                words.append(self.attempt(line, message).words)
        return words

    @keeps(Channel, KEPT)
    def test_text_and_addresses_stay_out_of_the_log(self, line: Line, caplog: pytest.LogCaptureFixture) -> None:
        """A log is no place for what is private, also when something failed; DEBUG may say more."""
        with caplog.at_level(logging.DEBUG):
            self.told(line)
        for record in caplog.records:
            if record.levelno > logging.DEBUG and record.name not in line.far_logs:
                said = self.found_in(logged(record), self.private(line))
                assert not said, f"{record.levelname} of {record.name} says {said[0]!r}: {record.getMessage()}"

    @keeps(Channel, KEPT)
    def test_text_and_addresses_stay_out_of_what_goes_on_record(self, line: Line) -> None:
        """The `detail` of an outcome and the words of an error are kept in the history, where nothing is erased."""
        for words in self.told(line):
            said = self.found_in(words, self.private(line))
            assert not said, f"what goes on record says {said[0]!r}: {words}"

    @keeps(Channel, SECRETS)
    def test_secrets_stay_out_of_repr_errors_and_logs(self, line: Line, caplog: pytest.LogCaptureFixture) -> None:
        """Those that the line names, and what the channel keeps under a name such as `token`."""
        secrets = {*line.secrets, *secrets_in(line.channel)}
        with caplog.at_level(logging.DEBUG):
            told = self.told(line)
        logs = [logged(record) for record in caplog.records if record.name not in line.far_logs]
        places = {"repr": [repr(line.channel)], "what goes on record": told, "the log": logs}
        for place, texts in places.items():
            shown = [text for text in texts if self.found_in(text, secrets)]
            assert not shown, f"{place} shows a secret: {shown[0]}"

    @keeps(Channel, KEPT)
    def test_nothing_is_printed(self, line: Line, capsys: pytest.CaptureFixture[str]) -> None:
        capsys.readouterr()
        self.told(line)
        printed = capsys.readouterr()
        assert printed.out == "", f"it printed {printed.out!r}"
        said = self.found_in(printed.err, (*self.private(line), *line.secrets))
        assert not said, f"it printed {said[0]!r} to the errors"

    def found_in(self, text: str, words: Any) -> list[str]:
        """Those of the words that stand in the text."""
        return [word for word in words if word and word in text]


def logged(record: logging.LogRecord) -> str:
    """What a record says, with its traceback."""
    return logging.Formatter("%(message)s").format(record)


def secrets_in(part: object, depth: int = _DEEP) -> Iterator[str]:
    """The texts that a part, or what it is made of, keeps under the name of a secret; and passwords in URLs."""
    for name, value in own_fields(part).items():
        if isinstance(value, str | bytes):
            text = value if isinstance(value, str) else value.decode("latin-1")
            password = urlsplit(text).password if "://" in text else None
            yield from filter(None, [password, text if _SECRET.search(name) and len(text) >= _SHORT else None])
        elif depth and type(value).__module__ != "builtins":
            yield from secrets_in(value, depth - 1)
