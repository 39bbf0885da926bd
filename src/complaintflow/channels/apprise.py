"""Chats, pushes and SMS through the services that `apprise` knows: DingTalk, WeCom, Feishu, Slack and many more.

Needs the extra: `pip install 'complaintflow[apprise]'`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from complaintflow.channels._hushed import hushed
from complaintflow.channels._lines import one_line
from complaintflow.channels.directory import Directory
from complaintflow.errors import DefinitionError, Problem
from complaintflow.plugins import CustomerMessage, Message, Outcome, StaffMessage
from complaintflow.vocabulary import ReceiptStatus

_CONTACT = re.compile(r"\{([a-z_]+)\}")
_TIMEOUT = 20.0
"""Seconds for all services of one message together."""
_TALKATIVE = ("apprise", "requests", "urllib3")
"""Whose records would hold addresses and tokens."""


class AppriseChannel:
    """To customers, by services that are named as URLs.

    `{phone}` in a URL stands for the customer's contact of that kind, `{telegram}` for another. It answers
    *accepted*, when at least one service took it, and names those that did not: whether it arrives, it cannot know.
    When none took it, that is a failure for now, since a service does not say why. It honours no keys.

    `form` is what a renderer writes for these services: `plain` (text), `sms`, or `chat` for those that show Markdown.
    """

    def __init__(self, *urls: str, form: str = "plain") -> None:
        self._urls = urls
        self.form = form
        _check(url for url in urls if not _CONTACT.search(url))

    def __repr__(self) -> str:
        return f"AppriseChannel({_names(self._urls)})"

    def send(self, message: CustomerMessage) -> Outcome:
        """Hand it to the services."""
        kinds = {kind for url in self._urls for kind in _CONTACT.findall(url)}
        if missing := sorted(kinds - set(message.to)):
            return Outcome(ReceiptStatus.FAILED, detail=f"no contact: {', '.join(missing)}")
        return _notify([_fill_in(url, message) for url in self._urls], message, self.form)


class AppriseStaffChannel:
    """To staff, by the services of teams and persons; otherwise like `AppriseChannel`."""

    def __init__(self, directory: Directory, form: str = "plain") -> None:
        self._directory = directory
        self.form = form
        _check(filter(None, [*directory.addresses.values(), directory.others]))

    def __repr__(self) -> str:
        return f"AppriseStaffChannel({', '.join(self._directory.addresses)})"

    def send(self, message: StaffMessage) -> Outcome:
        """Hand it to the services."""
        urls, missing = self._directory.of(message)
        if not urls:
            return Outcome(ReceiptStatus.FAILED, detail=f"no service of {', '.join(missing) or 'anybody'}")
        return _notify(urls, message, self.form)


def _fill_in(url: str, message: CustomerMessage) -> str:
    """The URL with the customer's contacts, each quoted, so that none says more than an address."""
    return _CONTACT.sub(lambda found: quote(message.to[found[1]], safe=""), url)


def _notify(urls: Sequence[str], message: Message, form: str) -> Outcome:
    with hushed(*_TALKATIVE):
        return _notify_all(urls, message, form)


def _notify_all(urls: Sequence[str], message: Message, form: str) -> Outcome:
    services = _services()
    unfit = [url for url in urls if not services.add(url)]
    if not len(services):
        return Outcome(ReceiptStatus.FAILED, detail=f"no address for {_names(unfit)}")
    title, marks = one_line(message.subject), "markdown" if form == "chat" else "text"
    results = services.notify(message.text, title, body_format=marks, timeout=_TIMEOUT).results
    failed = [*(one.name for one in results if not one), *map(_name, unfit)]
    if not any(results):
        return Outcome(ReceiptStatus.FAILED, False, f"not by {', '.join(failed)}")
    return Outcome(ReceiptStatus.ACCEPTED, detail=f"not by {', '.join(failed)}" if failed else "")


def _check(urls: Iterable[str]) -> None:
    services = _services()
    with hushed(*_TALKATIVE):
        wrong = [_name(url) for url in urls if not services.add(url)]
    if wrong:
        raise DefinitionError(tuple(Problem("service", f"a {name}:// URL", "one that apprise takes") for name in wrong))


def _names(urls: Iterable[str]) -> str:
    return ", ".join(map(_name, urls))


def _name(url: str) -> str:
    """The kind of service: all of the URL that is no secret."""
    return one_line(url.partition("://")[0], 30)


def _services() -> Any:
    """No service yet. The types of the package are not whole."""
    try:
        from apprise import Apprise
    except ImportError as error:
        missing = Problem("apprise", "the package apprise is not installed", "pip install 'complaintflow[apprise]'")
        raise DefinitionError((missing,)) from error
    return Apprise()
