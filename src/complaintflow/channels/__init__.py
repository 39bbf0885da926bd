"""The built-in channels, and how to hand a desk those that you want.

A channel that needs an extra says so when it is made. Each is loaded when somebody asks for it: mail and HTTP take as
long to import as all the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.channels.plugin import Channels

if TYPE_CHECKING:
    from complaintflow.channels.apprise import AppriseChannel, AppriseStaffChannel
    from complaintflow.channels.directory import Directory
    from complaintflow.channels.file import FileChannel
    from complaintflow.channels.log import LogChannel, StaffLogChannel
    from complaintflow.channels.smtp import MailServer, SmtpChannel, SmtpStaffChannel
    from complaintflow.channels.webhook import WebhookChannel
else:
    __getattr__ = lazy(
        __name__,
        {
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
        },
    )

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
