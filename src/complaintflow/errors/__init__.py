"""The errors of the library, as one tree.

::

    ComplaintflowError
    ├── Refused          the rules say no: all reasons at once
    ├── NotPossible      no such move from this state
    ├── InvalidInput     a value is not what it must be: all problems at once
    ├── NotFound         no complaint has this id
    ├── Conflict         somebody else was faster
    ├── DefinitionError  a lifecycle, policy, calendar or template is wrong
    ├── StoreError       the store cannot do its work: locked, full, read-only, from a newer version
    │   ├── Overtaken         another writer was faster: decide again, as the desk does by itself
    │   └── UnreadableRecord  one record in it cannot be read: which, and why
    └── PluginError      a plugin failed: which, in which hook, and why

Every error has its facts as fields, its sentence in `__str__`, and can be pickled.
The classes stand in `tree`, the sentences of refusals in `reasons`.
"""

from complaintflow.errors.tree import (
    ComplaintflowError,
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
    Words,
)

__all__ = [
    "ComplaintflowError",
    "Conflict",
    "DefinitionError",
    "InvalidInput",
    "NotFound",
    "NotPossible",
    "Overtaken",
    "PluginError",
    "Problem",
    "Refusal",
    "Refused",
    "SetAside",
    "StoreError",
    "UnreadableRecord",
    "Words",
]
