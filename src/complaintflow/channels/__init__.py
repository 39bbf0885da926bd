"""The built-in channels, and how to hand a desk those that you want.

A channel that needs an extra says so when it is made. Each is loaded when somebody asks for it: mail and HTTP take as
long to import as all the rules.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from complaintflow.channels.plugin import Channels

if TYPE_CHECKING:
    from complaintflow.channels.apprise import AppriseChannel, AppriseStaffChannel
    from complaintflow.channels.directory import Directory
    from complaintflow.channels.file import FileChannel
    from complaintflow.channels.log import LogChannel, StaffLogChannel
    from complaintflow.channels.smtp import MailServer, SmtpChannel, SmtpStaffChannel
    from complaintflow.channels.webhook import WebhookChannel
else:
    _MODULES = {
        "AppriseChannel": "apprise",
        "AppriseStaffChannel": "apprise",
        "Directory": "directory",
        "FileChannel": "file",
        "LogChannel": "log",
        "MailServer": "smtp",
        "SmtpChannel": "smtp",
        "SmtpStaffChannel": "smtp",
        "StaffLogChannel": "log",
        "WebhookChannel": "webhook",
    }

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


__all__ = [
    "AppriseChannel",
    "AppriseStaffChannel",
    "Channels",
    "Directory",
    "FileChannel",
    "LogChannel",
    "MailServer",
    "SmtpChannel",
    "SmtpStaffChannel",
    "StaffLogChannel",
    "WebhookChannel",
]
