"""A guard of others that fails refuses: a rule that cannot be asked counts as broken."""

from __future__ import annotations

from typing import cast

from complaintflow._validation.faults import Misfit, is_ours, name_fault
from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.lifecycle.concerns import Guard

Words = tuple[str, str]
"""In Chinese and in English."""


def fail_closed(rule: str, check: Guard, whose: Words, remedy: Words) -> Guard:
    """The guard as one whose failure, or whose answer that is none, is a refusal; it says of whom, and never why in
    the words of the fault."""

    def closed(ask: Ask) -> Refusal | None:
        try:
            refusal = cast(object, check(ask))  # it may answer anything
            if refusal is None or isinstance(refusal, Refusal):
                return refusal
            raise Misfit(f"a {type(refusal).__name__} is neither a Refusal nor None")
        except Exception as error:
            fault = name_fault(error)
            return Refusal(rule, (f"{whose[0]} 出错：{fault}", f"{whose[1]} failed: {fault}"), remedy)

    closed.__name__ = rule
    return closed


def close_guard(rule: str, guard: Guard) -> Guard:
    """A guard of a house's own, failing closed; one of the library as it is: its faults are ours to mend."""
    if is_ours(guard):
        return guard
    remedy = (f"请联系编写规则 {rule} 的人", f"ask those who wrote the rule {rule}")
    return fail_closed(rule, guard, (f"规则 {rule}", f"the rule {rule}"), remedy)
