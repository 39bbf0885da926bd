"""The sentences of refusals, in Chinese and English: one catalogue, loaded when the first of them is read.

A refusal keeps its rule and its facts. `why` and `remedy` make its sentences of the texts in `of_every_command`,
`of_effects`, `of_messages`, `of_money` and `of_commands`; `faults` has what is wrong where several things may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.errors.reasons.fault import Fault

if TYPE_CHECKING:
    from complaintflow.errors.reasons.rendering import head, remedy, why
else:
    __getattr__ = lazy(__name__, dict.fromkeys(("head", "remedy", "why"), "rendering"))

__all__ = ["Fault", "head", "remedy", "why"]
