"""`check_plugin` says what a desk could not use."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import metadata
from typing import Any

import pytest

from complaintflow import DefinitionError, PluginError, intakes
from complaintflow.channels import Channels
from complaintflow.desk import builtin
from complaintflow.plugins import hookimpl
from complaintflow.testing import RecordingChannel, check_plugin

INSTALLED = cache(metadata.packages_distributions)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """To read what is installed takes ten times as long as a check."""
    monkeypatch.setattr(metadata, "packages_distributions", INSTALLED)


def bringing(hook: str, answer: Callable[[], Any]) -> object:
    """A plugin with one hook."""

    def implementation(self: object) -> Any:
        return answer()

    implementation.__name__ = hook
    return type("House", (), {"name": "house", hook: hookimpl(implementation)})()


class OddGuard:
    rule = "No Shouting"
    effects = frozenset({"speaks"})

    def check(self, ask: object) -> None:
        return None


ODD_FORM = RecordingChannel(form="html5")


class TakesNothing:
    def send(self) -> None: ...

    def suggest(self, question: object) -> None: ...


@pytest.mark.parametrize(
    "plugin", [builtin, intakes, Channels({"chat": RecordingChannel()})], ids=lambda one: repr(type(one))
)
def test_a_plugin_that_fits_is_told_with_what_it_brings(plugin: object) -> None:
    assert check_plugin(plugin).brings


class AsyncChannel:
    async def send(self, message: object) -> None: ...


class AsyncKnowledge:
    async def suggest(self, question: object, limit: int) -> None: ...


class Unmarked:
    name = "house"

    @hookimpl
    def channels(self) -> dict[str, object]:
        return {"chat": RecordingChannel()}

    def guards(self) -> list[object]:
        return []


class Named(OddGuard):
    rule = "lead-submits"
    effects = frozenset()


class Denies:
    def claims(self, text: str) -> str:
        return ""

    denies = None


class TakesMore:
    def send(self, message: object, token: str) -> None: ...


class WantsItByName:
    def send(self, *, message: object) -> None: ...


WRONG: dict[str, tuple[object, str]] = {
    "no hook at all": (object(), "marked with hookimpl"),
    "a misspelt hook": (bringing("chanels", dict), "chanels"),
    "a part without its method": (
        bringing("channels", lambda: {"chat": object()}),
        "channels.chat.send: found missing",
    ),
    "a method that takes nothing": (bringing("channels", lambda: {"chat": TakesNothing()}), "channels.chat.send"),
    "a method that takes too little": (
        bringing("knowledge", lambda: {"wiki": TakesNothing()}),
        "knowledge.wiki.suggest",
    ),
    "an unknown form": (bringing("channels", lambda: {"chat": ODD_FORM}), "channels.chat.form: found 'html5'"),
    "an unknown form for staff": (bringing("staff_channels", lambda: {"team": ODD_FORM}), "staff_channels.team.form"),
    "a blank name": (bringing("channels", lambda: {" ": RecordingChannel()}), "a name, without blanks"),
    "an opener that cannot be called": (bringing("stores", lambda: {"ours": 7}), "stores.ours"),
    "a channel that is a coroutine": (
        bringing("channels", lambda: {"chat": AsyncChannel()}),
        "channels.chat.send: found a coroutine: nobody awaits it",
    ),
    "a source that is a coroutine": (
        bringing("knowledge", lambda: {"wiki": AsyncKnowledge()}),
        "knowledge.wiki.suggest: found a coroutine",
    ),
    "a hook that is not marked": (Unmarked(), "house.guards: found a function that is not marked"),
    "an audience that nobody has": (
        bringing("staff_channels", lambda: {"teams": RecordingChannel()}),
        "staff_channels.teams: found no audience, expected one of log, stakeholders, team",
    ),
    "a class in the place of a channel": (
        bringing("channels", lambda: {"chat": RecordingChannel}),
        "channels.chat: found the class RecordingChannel, expected an object of it",
    ),
    "a method that takes too much": (bringing("channels", lambda: {"chat": TakesMore()}), "channels.chat.send"),
    "a method that wants names": (bringing("channels", lambda: {"chat": WantsItByName()}), "channels.chat.send"),
    "a reader of texts without its methods": (bringing("wordings", lambda: [Denies()]), "missing"),
    "a rule in capitals": (bringing("guards", lambda: [OddGuard()]), "lower case, with dashes"),
}


@pytest.mark.parametrize(("plugin", "said"), WRONG.values(), ids=WRONG)
def test_what_does_not_fit_is_named(plugin: object, said: str) -> None:
    with pytest.raises(DefinitionError) as wrong:
        check_plugin(plugin)
    assert said in str(wrong.value)


def test_a_guard_that_watches_nothing_fits_since_a_lifecycle_may_name_its_rule() -> None:
    assert check_plugin(bringing("guards", lambda: [Named()])).brings == {"guards": ("lead-submits",)}


@pytest.mark.parametrize("hook", ["stores", "channels", "guards", "observers"])
def test_a_hook_that_raises_is_the_plugins_error(hook: str) -> None:
    def broken() -> None:
        raise RuntimeError("no roster")

    with pytest.raises(PluginError, match=f"house.*{hook}.*RuntimeError at test_plugin_check.py") as failed:
        check_plugin(bringing(hook, broken))
    assert str(failed.value.__cause__) == "no roster"  # its author reads it, and no record has it
    assert "roster" not in str(failed.value)


def test_a_hook_that_fails_only_once_has_no_cause_to_show() -> None:
    def broken(left: list[int] = [1]) -> dict[str, object]:  # noqa: B006 - kept from call to call
        if left:
            raise RuntimeError(str(left.pop()))
        return {}

    with pytest.raises(PluginError) as failed:
        check_plugin(bringing("channels", broken))
    assert failed.value.__cause__ is None


def test_all_problems_come_at_once() -> None:
    with pytest.raises(DefinitionError) as wrong:
        check_plugin(bringing("channels", lambda: {" ": object(), "chat": TakesNothing()}))
    assert len(wrong.value.problems) == 3
