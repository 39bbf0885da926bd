"""A report of a period as one file of HTML, to look at and to print. Nothing beside the library is needed.

`gather` asks a desk for the figures, `write_report` makes the page of them.
"""

from complaintflow.contrib.report.attention import Alarm, alarms
from complaintflow.contrib.report.gathering import Gathered, GivesFigures, gather
from complaintflow.contrib.report.page import write_report

__all__ = ["Alarm", "Gathered", "GivesFigures", "alarms", "gather", "write_report"]
