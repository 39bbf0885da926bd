"""Every kind of record that has a document, by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from complaintflow.commands import BUILTIN, Command
from complaintflow.commands._context import Ask, Decision
from complaintflow.desk.backlog import Backlog
from complaintflow.desk.backtesting import Backtest, Difference, OtherFact, ReplayCheck, Unrepeated
from complaintflow.desk.bulk import Asked
from complaintflow.desk.copying import StoreCopy
from complaintflow.desk.delivery import Delivery
from complaintflow.desk.erasing import ErasedRecord, Erasure
from complaintflow.desk.exporting import Export, HeldRecord
from complaintflow.desk.importing import ImportedRow
from complaintflow.desk.integrity import Erased, Integrity
from complaintflow.desk.keeping_keys import Encryption, KeyRotation
from complaintflow.desk.migration import Migration, Moved
from complaintflow.desk.receipts import CheckedReceipt
from complaintflow.desk.retention import Expired
from complaintflow.desk.watching import DeskCall
from complaintflow.desk.worker import Leap, Ticked, Unchecked
from complaintflow.errors import (
    Conflict,
    DefinitionError,
    InvalidInput,
    NotFound,
    NotPossible,
    Overtaken,
    PluginError,
    Problem,
    Refusal,
    Refused,
    SetAside,
    StoreError,
    UnreadableRecord,
)
from complaintflow.errors.reasons import Fault
from complaintflow.inbound.reply import Bounce, Heard, Reply, Suggested
from complaintflow.insight import (
    ActionEffect,
    Advice,
    Batch,
    Cell,
    FigureQuery,
    Figures,
    Handover,
    Incident,
    IncidentMember,
    IncidentNews,
    LadderStep,
    MeasureTable,
    NotTold,
    RateRatio,
    RegulatorReturn,
    Respondent,
    ReturnCell,
    ReturnQuery,
    ReturnRow,
    Sampled,
    SpikeAlert,
)
from complaintflow.insight.advice import Item
from complaintflow.insight.batches import Sighting
from complaintflow.interchange.event_log import LoggedEvent
from complaintflow.lifecycle.choices import Choice
from complaintflow.lifecycle.lifecycle import Step
from complaintflow.lifecycle.needs import Need
from complaintflow.messages.view import CustomerView
from complaintflow.plugins import (
    Access,
    Changed,
    Counted,
    CountedDay,
    CustomerMessage,
    DataKey,
    Flaw,
    FoundAnswer,
    HolidayYear,
    HookCall,
    Incoming,
    Installed,
    Link,
    Loaded,
    OutboxEntry,
    Outcome,
    Page,
    Query,
    Question,
    Reach,
    Remembered,
    Shard,
    StaffMessage,
    Stored,
    Suggestion,
    SurveyLink,
    ToldTime,
    Unreadable,
)
from complaintflow.policy.playbook import Playbook
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Body, Complaint, Entry, Event
from complaintflow.record.facts import (
    Attempt,
    Claim,
    Cycle,
    Facts,
    LegalHold,
    Money,
    Offer,
    Origin,
    Payment,
    PaymentProof,
    Requested,
    Return,
    Settled,
    ShownAbuse,
    Sign,
    Wait,
)
from complaintflow.record.history import Breach, Head, PublicEvent
from complaintflow.record.keys import BatchKey, LevelKey, MessageKey, RunKey
from complaintflow.record.receipt import LedgerReceipt
from complaintflow.record.searched import Searched
from complaintflow.sla import Explanation
from complaintflow.sla.agenda import DueAction
from complaintflow.sla.deadlines import Deadline
from complaintflow.sla.timing import PauseInterval
from complaintflow.values import (
    Action,
    Actor,
    Attachment,
    CallPlan,
    Caution,
    Contact,
    Customer,
    Factor,
    KnownContact,
    OldCase,
    OldNote,
    Option,
    Participant,
    Priority,
    Said,
    Signals,
    SpikeFigures,
)

_VALUES = (
    *(Action, Actor, Attachment, CallPlan, Caution, Contact, Customer, Factor, KnownContact, OldCase, OldNote, Option),
    *(Participant, Priority, Said, Signals, SpikeFigures),
)
_RECORDS = (
    *(
        Body,
        Complaint,
        Entry,
        Event,
        Facts,
        Cycle,
        Attempt,
        Claim,
        LegalHold,
        Offer,
        Money,
        Origin,
        Payment,
        PaymentProof,
        Requested,
        Return,
    ),
    *(
        Settled,
        Searched,
        ShownAbuse,
        Sign,
        Wait,
        Breach,
        Head,
        LedgerReceipt,
        PublicEvent,
        BatchKey,
        LevelKey,
        MessageKey,
        RunKey,
        Policy,
        Playbook,
    ),
)
_ANSWERS = (
    *(
        Ask,
        Asked,
        Decision,
        Step,
        Need,
        Choice,
        Backlog,
        Delivery,
        DeskCall,
        ImportedRow,
        CheckedReceipt,
        Erased,
        ErasedRecord,
        Erasure,
        Expired,
        Encryption,
        KeyRotation,
        Export,
        HeldRecord,
        Integrity,
        StoreCopy,
        Backtest,
        Difference,
        OtherFact,
        ReplayCheck,
        Unrepeated,
        Migration,
        Moved,
        Leap,
        Ticked,
        Unchecked,
    ),
    *(Bounce, Heard, Reply, Suggested, Advice, Item, Batch, Sighting, Handover, LadderStep, Respondent, CustomerView),
    *(Cell, FigureQuery, Figures, LoggedEvent, MeasureTable, RegulatorReturn, ReturnCell, ReturnQuery, ReturnRow),
    *(ActionEffect, Incident, IncidentMember, IncidentNews, NotTold, RateRatio, Sampled, SpikeAlert),
    *(Explanation, Deadline, PauseInterval, DueAction),
)
_PORTS = (
    *(
        Access,
        Changed,
        Counted,
        CountedDay,
        CustomerMessage,
        DataKey,
        Flaw,
        FoundAnswer,
        HolidayYear,
        HookCall,
        Incoming,
        Installed,
        Link,
        Loaded,
    ),
    *(OutboxEntry, Outcome, Page, Query, Question, Reach, Remembered, Shard, StaffMessage, Stored, Suggestion),
    *(SurveyLink, ToldTime, Unreadable),
)
_ERRORS = (
    *(Conflict, DefinitionError, InvalidInput, NotFound, NotPossible, PluginError, Refused, StoreError),
    *(Overtaken, UnreadableRecord, Fault, Problem, Refusal, SetAside),
)

KINDS: Mapping[str, type[Any]] = {
    kind.__name__: kind for kind in (*_VALUES, *_RECORDS, *_ANSWERS, *_PORTS, *_ERRORS, *BUILTIN.values())
}
"""Each kind of record by the name that stands in its document: that of its class."""


def name_of(kind: type[Any]) -> str:
    """The name of a kind, or a blank text for what is none. A command that somebody added has the name of its class."""
    name = kind.__name__
    return name if KINDS.get(name) is kind or (issubclass(kind, Command) and name not in KINDS) else ""


def kinds_with(commands: Iterable[type[Command]]) -> Mapping[str, type[Any]]:
    """All kinds, with the commands of a lifecycle among them."""
    return {**KINDS, **{command.__name__: command for command in commands}}
