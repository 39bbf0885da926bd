"""Time stamps of a third party (RFC 3161) for the head of the ledger: it existed at a time, and others say so.

Needs the extra: `pip install 'complaintflow[timestamps]'`.
"""

from complaintflow.contrib.timestamps.asking import request_time_stamp
from complaintflow.contrib.timestamps.tokens import TimeStamp, check_time_stamp

__all__ = ["TimeStamp", "check_time_stamp", "request_time_stamp"]
