"""Every kind of record that has a document, by its name."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from complaintflow.commands import BUILTIN, Command

_RECORDS: Mapping[str, str] = {
    "commands._context": "Ask Decision",
    "desk.backlog": "Backlog",
    "desk.backtesting": "Backtest Difference OtherFact ReplayCheck Unrepeated",
    "desk.bulk": "Asked",
    "desk.copying": "StoreCopy",
    "desk.delivery": "Delivery",
    "desk.erasing": "ErasedRecord Erasure",
    "desk.exporting": "Export HeldRecord",
    "desk.importing": "ImportedRow",
    "desk.integrity": "Erased Integrity",
    "desk.keeping_keys": "Encryption KeyRotation",
    "desk.migration": "Migration Moved",
    "desk.receipts": "CheckedReceipt",
    "desk.retention": "Expired",
    "desk.watching": "DeskCall",
    "desk.worker": "Leap Ticked Unchecked",
    "errors": (
        "Conflict DefinitionError InvalidInput NotFound NotPossible Overtaken PluginError Problem Refusal Refused "
        "SetAside StoreError UnreadableRecord"
    ),
    "errors.reasons": "Fault",
    "inbound.reply": "Bounce Heard Reply Suggested",
    "insight": (
        "ActionEffect Advice Batch Cell FigureQuery Figures Handover Incident IncidentMember IncidentNews "
        "LadderStep MeasureTable NotTold RateRatio RegulatorReturn Respondent ReturnCell ReturnQuery ReturnRow "
        "Sampled SpikeAlert"
    ),
    "insight.advice": "Item",
    "insight.batches": "Sighting",
    "interchange.event_log": "LoggedEvent",
    "lifecycle.choices": "Choice",
    "lifecycle.lifecycle": "Step",
    "lifecycle.needs": "Need",
    "messages.view": "CustomerView",
    "plugins": (
        "Access Changed Counted CountedDay CustomerMessage DataKey Flaw FoundAnswer HolidayYear HookCall Incoming "
        "Installed Link Loaded OutboxEntry Outcome Page Query Question Reach Remembered Shard StaffMessage Stored "
        "Suggestion SurveyLink ToldTime Unreadable"
    ),
    "policy.playbook": "Playbook",
    "policy.policy": "Policy",
    "record.complaint": "Body Complaint Entry Event",
    "record.facts": (
        "Attempt Claim Cycle Facts LegalHold Money Offer Origin Payment PaymentProof Requested Return Settled "
        "ShownAbuse Sign Wait"
    ),
    "record.history": "Breach Head PublicEvent",
    "record.keys": "BatchKey LevelKey MessageKey RunKey",
    "record.receipt": "LedgerReceipt",
    "record.searched": "Searched",
    "sla": "Explanation",
    "sla.agenda": "DueAction",
    "sla.deadlines": "Deadline",
    "sla.timing": "PauseInterval",
    "values": (
        "Action Actor Attachment CallPlan Caution Contact Customer Factor KnownContact OldCase OldNote Option "
        "Participant Priority Said Signals SpikeFigures"
    ),
}
"""The records of each module. Most documents are of a few kinds, and to load all modules took 35 ms."""
_MODULES = {name: module for module, names in _RECORDS.items() for name in names.split()}


@cache
def _load(name: str) -> type[Any]:
    found: type[Any] = getattr(import_module(f"complaintflow.{_MODULES[name]}"), name)
    return found


class _Kinds(Mapping[str, type[Any]]):
    """Loads a kind when somebody asks for it."""

    def __getitem__(self, name: str) -> type[Any]:
        return BUILTIN.get(name) or _load(name)

    def __iter__(self) -> Iterator[str]:
        return iter((*_MODULES, *BUILTIN))

    def __len__(self) -> int:
        return len(_MODULES) + len(BUILTIN)


KINDS: Mapping[str, type[Any]] = _Kinds()
"""Each kind of record by the name that stands in its document: that of its class."""


def name_of(kind: type[Any]) -> str:
    """The name of a kind, or a blank text for what is none. A command that somebody added has the name of its class."""
    name = kind.__name__
    return name if KINDS.get(name) is kind or (issubclass(kind, Command) and name not in KINDS) else ""


def kinds_with(commands: Iterable[type[Command]]) -> Mapping[str, type[Any]]:
    """All kinds, with the commands of a lifecycle among them."""
    return ChainMap({command.__name__: command for command in commands}, KINDS)  # type: ignore[arg-type]  # it only reads
