"""Plugins as tests make them."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from complaintflow.plugins import hookimpl

__all__ = ["plugin"]


def plugin(name: str, **hooks: Any) -> object:
    """A plugin with these hooks, as a module would be; one whose answer is an exception raises it."""
    module = ModuleType(name)
    for hook, answer in hooks.items():
        setattr(module, hook, hookimpl(_function(hook, answer)))
    return module


def _function(hook: str, answer: Any) -> Any:
    def implementation() -> Any:
        if isinstance(answer, Exception):
            raise answer
        return answer

    implementation.__name__ = hook
    return implementation
