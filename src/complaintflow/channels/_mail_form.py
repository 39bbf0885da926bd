"""How a mail is written down.

Python folds a long subject or name with other than ASCII letters so that spaces are lost or added between its words,
and encodes an id that is longer than a line. So these headers are folded here.
"""

from __future__ import annotations

from email.header import Header
from email.headerregistry import HeaderRegistry, MessageIDHeader, UniqueSingleAddressHeader, UniqueUnstructuredHeader
from email.policy import SMTP, Policy
from typing import Any


class _Words(UniqueUnstructuredHeader):
    """A text."""

    name: str

    def fold(self, *, policy: Policy) -> str:
        line = Header(header_name=self.name)
        _append(line, str(self))
        return _line(self.name, line, policy)


class _Sender(UniqueSingleAddressHeader):
    """One address with a name."""

    name: str

    def fold(self, *, policy: Policy) -> str:
        line = Header(header_name=self.name)
        if self.address.display_name.isascii():
            _append(line, str(self.address))
        else:
            _append(line, self.address.display_name)
            _append(line, f"<{self.address.addr_spec}>")
        return _line(self.name, line, policy)


def _append(line: Header, text: str) -> None:
    line.append(text, "us-ascii" if text.isascii() else "utf-8")


def _line(name: str, value: Header, policy: Policy) -> str:
    return f"{name}: {value.encode(linesep=policy.linesep)}{policy.linesep}"


def _registry() -> Any:
    registry: Any = HeaderRegistry()
    for name, kind in {
        "subject": _Words, "from": _Sender, "in-reply-to": MessageIDHeader, "references": MessageIDHeader,
        "x-original-message-id": MessageIDHeader,
    }.items():  # fmt: skip
        registry.map_to_type(name, kind)
    return registry


FORM = SMTP.clone(cte_type="7bit", header_factory=_registry())
"""For servers that take seven bits only, as any does."""
