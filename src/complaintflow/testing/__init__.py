"""The kit for those who write plugins, and for our own stores and channels: `pip install 'complaintflow[testing]'`.

Contracts are pytest classes with one fixture to override, `DeskMachine` is a hypothesis state machine with one method
to override; beside them stand strategies for every public record, doubles, and `check_plugin`. All of it is API,
versioned by `API_VERSION`: what `__all__` names changes as SECURITY.md promises.
"""

from importlib import import_module as _import

for _needed in ("hypothesis", "pytest"):
    try:
        _import(_needed)
    except ModuleNotFoundError as _error:
        raise ModuleNotFoundError(
            f"complaintflow.testing needs {_needed}: pip install 'complaintflow[testing]'", name=_needed
        ) from _error

import pytest  # noqa: E402

_CONTRACTS = (
    "auditor_contract",
    "channel_contract",
    "classifier_contract",
    "grouping_contract",
    "guard_contract",
    "holidays_contract",
    "intake_contract",
    "knowledge_contract",
    "machine",
    "observer_contract",
    "renderer_contract",
    "snapshot",
    "store_contract",
    "watched_desk",
    "wording_contract",
)
pytest.register_assert_rewrite(*(f"{__name__}.{_name}" for _name in _CONTRACTS))

from complaintflow.testing.auditor_contract import AuditorContract  # noqa: E402
from complaintflow.testing.broken import BrokenStore, every_point  # noqa: E402
from complaintflow.testing.channel_contract import ChannelContract, Line, StaffChannelContract  # noqa: E402
from complaintflow.testing.channels import FlakyChannel, Mood, RecordingChannel  # noqa: E402
from complaintflow.testing.classifier_contract import ClassifierContract  # noqa: E402
from complaintflow.testing.clock import FrozenClock  # noqa: E402
from complaintflow.testing.grouping_contract import GroupingContract  # noqa: E402
from complaintflow.testing.guard_contract import GuardContract  # noqa: E402
from complaintflow.testing.histories import complaints, complaints_in, histories_in  # noqa: E402
from complaintflow.testing.holidays_contract import HolidaysContract  # noqa: E402
from complaintflow.testing.intake_contract import IntakeContract, Reading  # noqa: E402
from complaintflow.testing.knowledge_contract import KnowledgeContract  # noqa: E402
from complaintflow.testing.lifecycles import lifecycles  # noqa: E402
from complaintflow.testing.machine import DeskMachine  # noqa: E402
from complaintflow.testing.observer_contract import ObserverContract  # noqa: E402
from complaintflow.testing.plugin_check import check_plugin  # noqa: E402
from complaintflow.testing.renderer_contract import LinkerContract, RendererContract  # noqa: E402
from complaintflow.testing.store_contract import StoreContract  # noqa: E402
from complaintflow.testing.strategies import actors, commands, customers, values  # noqa: E402
from complaintflow.testing.wording_contract import WordingContract  # noqa: E402

__all__ = [
    "API_VERSION",
    "AuditorContract",
    "BrokenStore",
    "ChannelContract",
    "ClassifierContract",
    "DeskMachine",
    "FlakyChannel",
    "FrozenClock",
    "GroupingContract",
    "GuardContract",
    "HolidaysContract",
    "IntakeContract",
    "KnowledgeContract",
    "Line",
    "LinkerContract",
    "Mood",
    "ObserverContract",
    "Reading",
    "RecordingChannel",
    "RendererContract",
    "StaffChannelContract",
    "StoreContract",
    "WordingContract",
    "actors",
    "check_plugin",
    "commands",
    "complaints",
    "complaints_in",
    "customers",
    "every_point",
    "histories_in",
    "lifecycles",
    "values",
]

API_VERSION = 2
"""Rises when a contract asks for more than before, so that a plugin's tests may fail with a new version of the kit."""
