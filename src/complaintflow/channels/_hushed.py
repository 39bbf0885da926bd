"""Packages of others write addresses and tokens into the log: their records are emptied while a message is sent."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager


class _Emptied(logging.Filter):
    """Lets a record through with its level and the name of its logger, and with nothing that it says."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = "a record of %s is not shown: it may hold a customer's address", (record.name,)
        record.exc_info = record.exc_text = record.stack_info = None
        return True


@contextmanager
def hushed(*packages: str) -> Generator[None, None, None]:
    """A block in which the loggers of these packages say nothing of what they do, at any level."""
    emptied = _Emptied()
    loggers = [logging.getLogger(name) for name in _names(packages)]
    for one in loggers:
        one.addFilter(emptied)
    try:
        yield
    finally:
        for one in loggers:
            one.removeFilter(emptied)


def _names(packages: tuple[str, ...]) -> list[str]:
    known = list(logging.root.manager.loggerDict)  # a filter does not hold for what is below
    return [*packages, *(name for name in known if name.partition(".")[0] in packages and name not in packages)]
