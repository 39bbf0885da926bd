"""Whom a guard concerns: what a command and the roles of its actor tell before any fact or field is read.

A guard that has nothing to say to some of them is marked with `@concerns`. Asked by itself, it looks at its mark first.
A lifecycle looks once for each kind of command and set of roles, and leaves the guard out where the mark says no.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import attrs

from complaintflow.commands._context import Ask, Command
from complaintflow.errors import Refusal
from complaintflow.policy.policy import Policy
from complaintflow.values import Actor

Guard = Callable[[Ask], Refusal | None]

Concern = Callable[[type[Command], Actor, Policy], bool]
"""Whether a guard concerns a kind of command of an actor. Of the actor it reads roles, and whether it is a machine."""

_MARKS: dict[Guard, tuple[Concern, Guard]] = {}
"""The mark of each marked guard, and the guard without it."""


def concerns(test: Concern) -> Callable[[Guard], Guard]:
    """Mark a guard that concerns only some commands, or only some actors."""

    def mark(guard: Guard) -> Guard:
        @wraps(guard)
        def marked(ask: Ask) -> Refusal | None:
            return guard(ask) if test(type(ask.command), ask.by, ask.policy) else None

        _MARKS[marked] = test, guard
        return marked

    return mark


def as_concerned(guard: Guard, command: type[Command], by: Actor, policy: Policy) -> Guard | None:
    """What is asked of such an actor about such a command: the guard without its mark, or None where it is silent."""
    test, unmarked = _MARKS.get(guard, (None, guard))
    return unmarked if test is None or test(command, by, policy) else None


def machines(command: type[Command], by: Actor, policy: Policy) -> bool:
    """What concerns machines alone."""
    return by.is_machine


def customers(command: type[Command], by: Actor, policy: Policy) -> bool:
    """What concerns customers alone."""
    return by.is_customer


def commands_with(*fields: str) -> Concern:
    """What concerns the commands that have one of these fields."""
    return lambda command, by, policy: any(has_field(command, name) for name in fields)


def kinds_of(*kinds: type[Command]) -> Concern:
    """What concerns these commands, and those that are derived from them."""
    return lambda command, by, policy: issubclass(command, kinds)


def has_field(command: Any, name: str) -> bool:
    """Whether commands of this kind have the field, or another attribute of this name."""
    return hasattr(command, name) or any(field.name == name for field in attrs.fields(command))
