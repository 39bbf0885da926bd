"""Every number of the rules: the policy, its clocks, costs and ways of sending, read from TOML and checked."""

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.policy.access import Role
from complaintflow.policy.authority import Authority
from complaintflow.policy.batches import Batches
from complaintflow.policy.calls import Calls
from complaintflow.policy.channel_rules import ChannelRule
from complaintflow.policy.clock_rules import CalendarRule, ClockRule, Level
from complaintflow.policy.closing import Closing, Farewell
from complaintflow.policy.complaint_types import TypeRule
from complaintflow.policy.costs import Costs, Money
from complaintflow.policy.custom_fields import FieldRule, FieldType
from complaintflow.policy.imports import Imports
from complaintflow.policy.limits import Limits
from complaintflow.policy.machines import Machines
from complaintflow.policy.playbook import Playbook, PlaybookPage, PlaybookText
from complaintflow.policy.policy import Policy
from complaintflow.policy.promises import Promises
from complaintflow.policy.retention import Retention
from complaintflow.policy.sending import Sending
from complaintflow.policy.weights import Weights

if TYPE_CHECKING:
    from complaintflow.policy.strictness import KeyChoice
else:
    __getattr__ = lazy(__name__, {"KeyChoice": "strictness"})

__all__ = [
    "Authority",
    "Batches",
    "CalendarRule",
    "Calls",
    "ChannelRule",
    "ClockRule",
    "Closing",
    "Costs",
    "Farewell",
    "FieldRule",
    "FieldType",
    "Imports",
    "KeyChoice",
    "Level",
    "Limits",
    "Machines",
    "Money",
    "Playbook",
    "PlaybookPage",
    "PlaybookText",
    "Policy",
    "Promises",
    "Retention",
    "Role",
    "Sending",
    "TypeRule",
    "Weights",
]
