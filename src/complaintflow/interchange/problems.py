"""Errors as problem details of RFC 9457, for an answer of a web API: `application/problem+json`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from complaintflow.errors import (
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
    StoreError,
    UnreadableRecord,
)
from complaintflow.vocabulary import in_language

_RULE = "urn:complaintflow:rule:"
_ERROR = "urn:complaintflow:error:"
_BLANK = "about:blank"
_FORBIDDEN, _NOT_FOUND, _CONFLICT, _INVALID, _FAILED, _UNAVAILABLE = 403, 404, 409, 422, 500, 503
_MAY_NOT = frozenset({"allowed", "permitted"})
"""The rules that say who may ask: their refusals are forbidden, all others are conflicts with what is on record."""

TITLES: Mapping[type[Exception], tuple[str, int, tuple[str, str]]] = {
    NotPossible: ("not-possible", _CONFLICT, ("当前状态下不能执行该操作", "Not possible in this state")),
    InvalidInput: ("invalid-input", _INVALID, ("输入有误", "Invalid input")),
    NotFound: ("not-found", _NOT_FOUND, ("没有这个投诉", "No such complaint")),
    Conflict: ("conflict", _CONFLICT, ("投诉已被他人更改", "The complaint has changed meanwhile")),
    DefinitionError: ("definition", _FAILED, ("配置有误", "A definition is wrong")),
    Overtaken: ("overtaken", _UNAVAILABLE, ("他人同时在写入,请稍后重试", "Others write at the same time: try again")),
    UnreadableRecord: ("unreadable-record", _FAILED, ("记录无法读取", "A record cannot be read")),
    StoreError: ("store", _UNAVAILABLE, ("存储暂时不可用", "The store cannot do its work")),
    PluginError: ("plugin", _FAILED, ("插件出错", "A plugin failed")),
}
"""The type, the status and the title of each kind of error; a kind comes before what it is a kind of."""
_REFUSED = ("规则不允许", "The rules refuse it")
_FAULT = ("内部错误", "Internal error")


def problem(error: Exception, *, language: str = "en") -> dict[str, Any]:
    """The error as problem details: `type`, `title`, `status` and `detail`, and what else it says.

    The type of a refusal is that of its first rule, `urn:complaintflow:rule:verify-before-notify`; all refusals stand
    in `refusals`, each with its type, rule, why, remedy and commands. The status is 403 where a rule says who may ask
    (`allowed`, `permitted`), 409 for the other refusals, what is not possible, and a conflict, 404 for what is not
    there, and 422 for invalid input, whose problems stand in `problems`. `language` is `zh` or `en`; what has no
    Chinese stays English. An error of others has no type, and says nothing: its text may be private.
    """
    if not isinstance(error, ComplaintflowError):
        return _describe(_BLANK, _FAULT, _FAILED, language)
    told = error.in_language(language)
    if isinstance(told, Refused):
        return _of_refused(told, language)
    for kind, (name, status, title) in TITLES.items():
        if isinstance(told, kind):
            return {**_describe(_ERROR + name, title, status, language), "detail": str(told), **_more(told)}
    return {**_describe(_BLANK, _FAULT, _FAILED, language), "detail": str(told)}


def _describe(type: str, title: tuple[str, str], status: int, language: str) -> dict[str, Any]:
    return {"type": type, "title": in_language(language, title), "status": status}


def _of_refused(error: Refused, language: str) -> dict[str, Any]:
    refusals = [describe_refusal(one) for one in error.refusals]
    may_not = any(one.rule in _MAY_NOT for one in error.refusals)
    status = _FORBIDDEN if may_not else _CONFLICT
    type = refusals[0]["type"] if refusals else f"{_ERROR}refused"
    return {
        **_describe(type, _REFUSED, status, language),
        "detail": str(error),
        "complaint": error.complaint_id,
        "command": error.command,
        "refusals": refusals,
    }


def describe_refusal(refusal: Refusal) -> dict[str, Any]:
    """One refusal: its type, its rule, why, what helps, and by which commands."""
    return {
        "type": _RULE + quote(refusal.rule, safe=""),
        "rule": refusal.rule,
        "why": refusal.why,
        "remedy": refusal.remedy,
        "commands": [*refusal.commands],
    }


def _more(error: Exception) -> dict[str, Any]:
    """What an error says beyond its sentence."""
    return next(tell(error) for one, tell in _MORE.items() if isinstance(error, one))


def _of_not_possible(error: Any) -> dict[str, Any]:
    return {
        "complaint": error.complaint_id,
        "command": error.command,
        "state": error.state,
        "possible": [*error.possible],
    }


def _of_problems(error: Any) -> dict[str, Any]:
    return {"problems": [_describe_problem(one) for one in error.problems]}


def _describe_problem(one: Problem) -> dict[str, str]:
    return {"path": one.path, "found": one.found, "expected": one.expected}


_MORE: Mapping[type[Exception], Callable[[Any], dict[str, Any]]] = {
    NotPossible: _of_not_possible,
    InvalidInput: _of_problems,
    DefinitionError: _of_problems,
    NotFound: lambda error: {"complaint": error.complaint_id},
    Conflict: lambda error: {"complaint": error.complaint_id, "expected": error.expected, "found": error.found},
    UnreadableRecord: lambda error: {"table": error.table, "key": error.key},
    StoreError: lambda _: {},
    PluginError: lambda error: {"plugin": error.plugin, "hook": error.hook},
}
"""What each kind of error says beyond its sentence, as members of its own."""
