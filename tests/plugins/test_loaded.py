"""What is loaded, from which distribution and version; what each hook answered; how hooks grow and go."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pluggy
import pytest

from complaintflow import PluginError
from complaintflow.desk import builtin
from complaintflow.plugins import HookCall, Host, Installed, hookimpl, installed
from complaintflow.plugins._specs import PROJECT, Specs
from complaintflow.vocabulary import Effect
from tests.plugins.parts import plugin

OURS = ("complaintflow", version("complaintflow"))

# ── the list


def test_our_own_parts_are_listed_like_everybody_s() -> None:
    (own,) = Host([builtin]).loaded
    assert (own.name, own.source) == ("complaintflow.desk.builtin", "complaintflow.desk.builtin")
    assert (own.distribution, own.version) == OURS
    assert own.hooks == ("channels", "staff_channels", "stores")
    assert own.brings["stores"] == ("memory", "sqlite", "postgresql", "postgresql+psycopg", "sqlite+sql")
    assert own.failures == ()


@attrs.frozen
class Rule:
    rule: str = "house-rule"
    effects: frozenset[Effect] = frozenset({Effect.ACTS})

    def check(self, ask: object) -> None:
        return None


class Watching:
    def saw(self, complaint: object, events: object) -> None: ...


class Two:
    """An object as a plugin."""

    name = "two"

    @hookimpl
    def guards(self) -> list[Rule]:
        return [Rule()]

    @hookimpl
    def observers(self) -> Iterator[Watching]:
        yield Watching()


def test_what_has_no_name_of_its_own_is_listed_by_its_rule_or_class() -> None:
    (two,) = Host([Two()]).loaded
    assert two.source == f"{__name__}:Two"
    assert two.brings == {"guards": ("house-rule",), "observers": ("Watching",)}


def test_code_that_nobody_installed_comes_from_no_distribution() -> None:
    (loose,) = Host([plugin("acme_nowhere", channels={"email": 1})]).loaded
    assert (loose.distribution, loose.version) == ("", "")


def test_a_plugin_that_failed_is_listed_with_its_failures_and_with_what_it_brought() -> None:
    good, bad = Host([plugin("good", channels={}), plugin("bad", channels=OSError("down"), intakes={"x": 1})]).loaded
    assert good.failures == ()
    [failure] = bad.failures
    assert str(failure).startswith("plugin bad failed in channels: OSError at ")
    assert bad.hooks == ("channels", "intakes")
    assert bad.brings == {"intakes": ("x",)}


@pytest.fixture
def acme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installed distribution, acme-pager 1.2.0, with the plugin `pager` in the module `acme_pager`."""
    info = tmp_path / "acme_pager-1.2.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-pager\nVersion: 1.2.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[complaintflow]\npager = acme_pager\n", encoding="utf-8")
    (info / "RECORD").write_text("acme_pager.py,,\n", encoding="utf-8")
    source = (
        "from complaintflow.plugins import hookimpl\n"
        "@hookimpl\ndef staff_channels():\n    return {'on_call': object()}\n"
    )
    (tmp_path / "acme_pager.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    sys.modules.pop("acme_pager", None)


@pytest.mark.usefixtures("acme")
def test_an_installed_plugin_is_listed_with_its_distribution_and_version() -> None:
    (pager,) = Host(["pager"]).loaded
    assert (pager.name, pager.distribution, pager.version) == ("acme_pager", "acme-pager", "1.2.0")
    assert pager.brings == {"staff_channels": ("on_call",)}


@pytest.mark.usefixtures("acme")
def test_a_module_that_was_handed_over_is_found_in_its_distribution_as_well() -> None:
    import acme_pager  # type: ignore[import-not-found]

    (pager,) = Host([acme_pager]).loaded
    assert (pager.distribution, pager.version) == ("acme-pager", "1.2.0")


@pytest.mark.usefixtures("acme")
def test_what_could_be_loaded_is_listed_and_none_of_it_is_imported() -> None:
    known = installed()
    assert Installed("pager", "acme_pager", "acme-pager", "1.2.0") in known
    assert Installed("cfpb", "complaintflow.intakes", *OURS) in known
    assert [one.name for one in known] == sorted(one.name for one in known)
    assert "acme_pager" not in sys.modules


# ── the trace


@attrs.frozen
class Secretive:
    """A channel that shows its password to whom prints it."""

    password: str = "hunter2"


class Leaky:
    name = "leaky"

    @hookimpl
    def channels(self) -> Mapping[str, object]:
        return {"email": Secretive(), "sms": Secretive()}

    @hookimpl
    def observers(self) -> list[Secretive]:
        return [Secretive()]

    @hookimpl
    def intakes(self) -> Mapping[str, object]:
        raise ConnectionError("no luck with hunter2")

    @hookimpl
    def classifiers(self) -> None:
        return None

    @hookimpl
    def holidays(self) -> Mapping[str, object]:
        return {}


def traced(*plugins: object) -> list[str]:
    calls: list[HookCall] = []
    Host(plugins, trace=calls.append)
    return [str(call) for call in calls]


def test_a_trace_says_what_each_hook_answered_by_names_alone() -> None:
    lines = traced(Leaky())
    assert sorted(lines) == [
        "leaky.channels: email, sms",
        "leaky.classifiers: None",
        "leaky.holidays: nothing",
        "leaky.intakes: raised ConnectionError",
        "leaky.observers: Secretive",
    ]
    assert "hunter2" not in "".join(lines)


def test_a_trace_does_not_use_up_an_answer_that_can_be_read_once() -> None:
    calls: list[HookCall] = []
    host = Host([Two()], trace=calls.append)
    assert len(host.observers) == 1
    assert HookCall("two", "observers", "generator") in calls


def test_a_trace_has_the_call_that_stopped_everything() -> None:
    calls: list[HookCall] = []
    with pytest.raises(PluginError, match="plugin acme failed in stores"):
        Host([builtin, plugin("acme", stores=OSError("x"))], trace=calls.append)
    assert calls[-1] == HookCall("acme", "stores", "raised OSError")


# ── hooks that grow and go


hookspec = pluggy.HookspecMarker(PROJECT)


class Later(Specs):
    """The hooks of a later version: one has got an argument, one of whose is on its way out; one hook goes."""

    @hookspec(warn_on_impl_args={"region": DeprecationWarning("ask for zone instead of region")})
    def channels(self, zone: str, region: str) -> Mapping[str, Any]:  # type: ignore[override]  # on purpose
        raise NotImplementedError

    @hookspec(warn_on_impl=DeprecationWarning("intakes goes in 2.0, use readers"))
    def intakes(self) -> Mapping[str, Any]:
        raise NotImplementedError


class LaterHost(Host):
    SPECS = Later
    HOOK_ARGUMENTS: ClassVar = {"zone": "Asia/Shanghai", "region": "CN"}


def zoned(name: str) -> object:
    class Zoned:
        @hookimpl
        def channels(self, zone: str) -> Mapping[str, object]:
            return {f"{name} in {zone}": 1}

    Zoned.name = name  # type: ignore[attr-defined]
    return Zoned()


def test_a_hook_that_gets_an_argument_still_calls_those_who_do_not_ask_for_it() -> None:
    host = LaterHost([plugin("old", channels={"email": 1}), zoned("new")])
    assert list(host.channels) == ["email", "new in Asia/Shanghai"]


class Regional:
    name = "regional"

    @hookimpl
    def channels(self, region: str = "nowhere") -> Mapping[str, object]:
        return {region: 1}


def test_whoever_implements_what_is_to_go_gets_a_warning_that_names_the_plugin_and_points_at_it() -> None:
    with pytest.warns(DeprecationWarning, match="intakes goes") as caught:
        LaterHost([plugin("acme", intakes={"x": 1})])
    (warning,) = caught
    assert str(warning.message) == "plugin acme: intakes goes in 2.0, use readers"
    assert warning.filename == plugin.__code__.co_filename


def test_whoever_asks_for_an_argument_that_is_to_go_gets_a_warning_that_names_the_plugin() -> None:
    with pytest.warns(DeprecationWarning, match=r"^plugin regional: ask for zone instead of region$") as caught:
        host = LaterHost([Regional(), zoned("new"), plugin("old", channels={})])
    assert len(caught) == 1
    assert "CN" in host.channels


def test_a_warning_that_is_made_an_error_stops_the_host() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(DeprecationWarning, match="plugin acme"):
            LaterHost([plugin("acme", intakes={})])


def test_no_hook_of_today_warns() -> None:
    everything: dict[str, object] = {name: {} for name in vars(Specs) if not name.startswith("_")}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert Host([plugin("acme", **everything)]).failures == []


def test_a_plugin_may_give_one_hook_several_times_and_all_its_answers_count() -> None:
    class Twice:
        name = "twice"

        @hookimpl
        def channels(self) -> Mapping[str, object]:
            return {"email": 1}

        @hookimpl(specname="channels")
        def more(self) -> Mapping[str, object]:
            return {"sms": 2}

    host = Host([Twice()])
    assert set(host.channels) == {"email", "sms"}
    assert set(host.loaded[0].brings["channels"]) == {"email", "sms"}
    assert host.loaded[0].hooks == ("channels",)
