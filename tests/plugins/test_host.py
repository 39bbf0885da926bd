"""Promise 10: a broken plugin is named and contained; stores fail loudly, guards fail closed."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import (
    DefinitionError,
    Desk,
    PluginError,
    Problem,
    Refusal,
    Refused,
    Said,
    Signals,
    StoreError,
    commands as c,
)
from complaintflow.commands._context import Ask
from complaintflow.desk import builtin
from complaintflow.desk.importing import read_rows
from complaintflow.plugins import Host, Incoming, Intake, Store, Suggestion, Unreadable, hookimpl
from complaintflow.plugins._specs import Specs
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Effect
from tests import stories as s
from tests.plugins.parts import plugin
from tests.stores.desks import Opener, at_desk, received

HOOKS = tuple(name for name in vars(Specs) if not name.startswith("_"))
LOUD = {"stores", "guards", "wordings", "auditors"}


# ── being asked


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize("wrong", [RuntimeError("no network"), None, 7], ids=["raises", "None", "7"])
def test_a_plugin_that_fails_when_asked_is_named(hook: str, wrong: object, caplog: pytest.LogCaptureFixture) -> None:
    """Stores and guards fail loudly; of any other port it is left out, named, and the others go on."""
    plugins = [builtin, plugin("acme", **{hook: wrong})]
    if hook in LOUD:
        with pytest.raises(PluginError, match=f"plugin acme failed in {hook}: "):
            Host(plugins)
        return
    host = Host(plugins)
    assert [(failure.plugin, failure.hook) for failure in host.failures] == [("acme", hook)]
    assert f"plugin acme failed in {hook}: " in caplog.text
    assert set(host.channels) == set(host.staff_channels) == {"log"}


@pytest.mark.parametrize(
    "hook", [hook for hook in HOOKS if hook not in {"auditors", "guards", "observers", "wordings"}]
)
def test_what_a_good_plugin_brings_is_there_beside_a_broken_one(hook: str) -> None:
    part = object()
    good, bad = plugin("good", **{hook: {"mine": part}}), plugin("bad", channels=OSError(), intakes=OSError())
    host = Host([bad, good, builtin])
    assert getattr(host, hook)["mine"] is part
    assert host.names == ("bad", "good", "complaintflow.desk.builtin")


def test_a_hook_that_breaks_half_way_through_its_answer_is_contained() -> None:
    """A generator fails only when somebody takes from it."""

    class HalfWay:
        @hookimpl
        def observers(self) -> Iterator[object]:
            yield object()
            raise RuntimeError("half way")

        @hookimpl
        def channels(self) -> Mapping[str, object]:
            return {}

    host = Host([HalfWay()])
    assert host.observers == ()
    [failure] = host.failures
    assert str(failure).startswith("plugin HalfWay failed in observers: RuntimeError at test_host.py:")


def test_a_missing_setting_is_told_as_its_sentence_and_a_wrong_one_without_its_value() -> None:
    """Or nobody who runs the desk knows what to set."""
    wrong = DefinitionError(
        (Problem("SMS_URL", "nothing", "the gateway's address"), Problem("SMS_TOKEN", "'s3cret\\n'", "your token"))
    )
    host = Host([plugin("sms", channels=wrong)])
    [failure] = host.failures
    assert failure.cause == "SMS_URL: expected the gateway's address; SMS_TOKEN: expected your token"
    assert "s3cret" not in f"{failure}{failure!r}"


def test_a_misspelt_hook_is_a_definition_error_that_names_it() -> None:
    with pytest.raises(DefinitionError, match=r"plugin acme: found .*chanels.*, expected one of the hooks .*channels"):
        Host([plugin("acme", chanels={})])


def test_the_nearest_hook_is_named_to_who_misspelt_one() -> None:
    with pytest.raises(DefinitionError, match=r"found the unknown hook 'chanels'.*; the nearest is channels"):
        Host([plugin("acme", chanels={})])


def test_a_hook_that_is_marked_as_optional_may_be_unknown() -> None:
    """A plugin may be ready for a hook that only a later version has."""

    class Ready:
        name = "ready"

        @hookimpl(optionalhook=True)
        def telepaths(self) -> dict[str, object]:
            return {}

    assert Host([Ready()]).channels == {}


def test_a_function_with_the_name_of_a_hook_that_is_not_marked_is_named() -> None:
    """It was silent: a house believed that its guards were asked, and they were not."""

    class House:
        name = "house"

        @hookimpl
        def channels(self) -> dict[str, object]:
            return {}

        def guards(self) -> list[object]:
            return []

        @staticmethod
        def observers() -> list[object]:
            return []

    with pytest.raises(DefinitionError) as wrong:
        Host([House()])
    assert [(one.path, one.found) for one in wrong.value.problems] == [
        (f"plugin house.{hook}", "a function that is not marked") for hook in ("guards", "observers")
    ]


def test_of_a_plugin_without_any_hook_a_function_that_nearly_has_the_name_of_one_is_named() -> None:
    """Misspelt and not marked: nobody else would say so."""
    slip = type("House", (), {"name": "house", "chanels": lambda self: {}})()
    with pytest.raises(DefinitionError, match=r"house.chanels: found a function .* expected the hook channels"):
        Host([slip])
    helping = type("House", (), {"name": "house", "store": lambda self: {}, "channels": hookimpl(lambda self: {})})
    assert Host([helping()]).channels == {}


def test_a_class_in_the_place_of_its_object_is_named() -> None:
    """It was told as a TypeError in a file of pluggy's."""

    class House:
        @hookimpl
        def channels(self) -> dict[str, object]:
            return {}

    class Whole:
        @staticmethod
        @hookimpl
        def channels() -> dict[str, object]:
            return {"chat": object()}

    with pytest.raises(DefinitionError, match="found the class House, expected an object of it"):
        Host([House])
    assert set(Host([Whole]).channels) == {"chat"}


def test_two_that_claim_one_name_are_a_definition_error_that_names_both() -> None:
    first, second = plugin("first", channels={"email": 1}), plugin("second", channels={"email": 2})
    with pytest.raises(DefinitionError, match=r"channels.email: found claimed by first and second, expected one"):
        Host([first, second])
    with pytest.raises(DefinitionError, match=r"stores.sqlite: found claimed by complaintflow.desk.builtin and first"):
        Host([builtin, plugin("first", stores={"sqlite": MemoryStore})])


def test_two_plugins_of_one_name_are_a_definition_error() -> None:
    """Both are named by where they stand."""

    class One:
        name = "twin"

    class Other:
        name = "twin"

    with pytest.raises(DefinitionError, match=r"two called twin: \S+One and \S+Other, expected different names"):
        Host([One(), Other()])


def test_a_hook_that_asks_for_what_there_is_not_is_named() -> None:
    class Greedy:
        name = "greedy"

        @hookimpl
        def channels(self, desk: object) -> dict[str, object]:
            return {}

    with pytest.raises(PluginError, match="plugin greedy failed in registration"):
        Host([Greedy()])


# ── guards


@attrs.frozen
class HouseRule:
    """Nobody resolves on a whim."""

    answer: Any
    effects: frozenset[Effect] = frozenset({Effect.ACTS})
    rule: str = "house-rule"

    def check(self, ask: Ask) -> Refusal | None:
        if isinstance(self.answer, Exception):
            raise self.answer
        found: Refusal | None = self.answer
        return found


NO = Refusal("house-rule", "not today", "come tomorrow")


def asked_with(opener: Opener, *guards: object) -> tuple[Refusal, ...]:
    with opener(plugins=[plugin("acme", guards=guards)]) as desk:
        id = at_desk(desk, received(desk).id, s.triage(), s.propose() if not guards else c.Note("a")).id
        with pytest.raises(Refused) as refused:
            desk.do(id, s.RESOLVE, by=s.LI)
        assert desk.get(id).state == "triaged"
        return tuple(one.in_language("en") for one in refused.value.refusals if one.rule == "house-rule")


def test_a_guard_of_a_plugin_refuses_beside_ours(opener: Opener) -> None:
    assert asked_with(opener, HouseRule(NO)) == (NO,)


def test_a_guard_that_has_nothing_to_say_lets_pass(opener: Opener) -> None:
    guard = HouseRule(None, frozenset({Effect.HANDS_OFF}))
    with opener(plugins=[plugin("acme", guards=[guard])]) as desk:
        id = at_desk(desk, received(desk).id, s.triage(), s.handoff()).id
        assert desk.get(id).facts.team == "logistics"


@pytest.mark.parametrize("wrong", [RuntimeError("boom"), True, False, "no", 0], ids=repr)
def test_a_guard_that_fails_is_closed_and_named(opener: Opener, wrong: object) -> None:
    """Promise 10: an exception, or an answer that is none, is a refusal that names the plugin."""
    (refusal,) = asked_with(opener, HouseRule(wrong))
    assert refusal.why.startswith("plugin acme failed: ")
    assert refusal.remedy == "ask those who run acme"


@pytest.mark.parametrize(
    "effects", [None, {"aktz"}, "acts", {Effect.ACTS, 7}], ids=["none", "misspelt", "a text", "a number"]
)
def test_a_guard_of_unknown_effects_would_never_be_asked_and_is_an_error(effects: object) -> None:
    """A guard that a typo keeps from ever being asked would fail open."""
    guard = HouseRule(NO, effects)  # type: ignore[arg-type]
    with pytest.raises(PluginError, match="plugin acme failed in guards"):
        Host([plugin("acme", guards=[guard])])


def test_a_guard_without_a_rule_or_effects_is_an_error() -> None:
    with pytest.raises(PluginError, match="plugin acme failed in guards: AttributeError"):
        Host([plugin("acme", guards=[object()])])


@attrs.frozen
class Reader:
    """Reads texts of a language that the phrases do not know."""

    answer: object = "résolu"

    def claims(self, text: str) -> Any:
        return self._read(text, "résolu")

    def denies(self, text: str) -> Any:
        return self._read(text, "jamais")

    def _read(self, text: str, word: str) -> Any:
        if word in text and isinstance(self.answer, Exception):
            raise self.answer
        return self.answer if word in text else ""


def told_with(opener: Opener, reader: object, message: str) -> tuple[Refusal, ...]:
    with opener(plugins=[plugin("acme", wordings=[reader])]) as desk:
        id = received(desk).id
        with pytest.raises(Refused) as refused:
            desk.do(id, s.acknowledge(message), by=s.LI)
        return refused.value.in_language("en").refusals


def test_a_house_adds_a_reader_for_words_that_no_phrase_knows(opener: Opener) -> None:
    """R16: otherwise a customer is told in French what nobody proved."""
    (refusal,) = told_with(opener, Reader(), "Votre problème est résolu, bonne journée")
    assert (refusal.rule, "'résolu'" in refusal.why) == ("no-solved-wording-before-proof", True)


def test_a_reader_permits_nothing_that_our_phrases_refuse(opener: Opener) -> None:
    (refusal,) = told_with(opener, Reader(), "您的问题已经解决了, 请放心使用")
    assert refusal.rule == "no-solved-wording-before-proof"


@pytest.mark.parametrize("wrong", [RuntimeError("boom"), True, None, 7], ids=repr)
def test_a_reader_that_fails_is_closed_and_named(opener: Opener, wrong: object) -> None:
    (refusal,) = told_with(opener, Reader(wrong), "Votre problème est résolu, bonne journée")
    assert refusal.rule == "no-solved-wording-before-proof"
    assert refusal.why.startswith("plugin acme failed: ")


def test_a_reader_hears_a_denial_that_no_phrase_knows(opener: Opener) -> None:
    """R35: the complaint of a customer who keeps it is not withdrawn."""
    with opener(plugins=[plugin("acme", wordings=[Reader()])]) as desk:
        id = received(desk).id
        with pytest.raises(Refused, match="no-denying-words"):
            desk.do(id, c.Withdraw(Said("jamais", "phone", "c1")), by=s.LI)
        assert desk.do(id, c.Withdraw(Said("d'accord", "phone", "c1")), by=s.LI).state == "withdrawn"


def test_a_reader_that_reads_nothing_is_an_error() -> None:
    with pytest.raises(PluginError, match="plugin acme failed in wordings"):
        Host([plugin("acme", wordings=[object()])])


def test_guards_of_one_rule_are_one_rule_where_a_file_names_it() -> None:
    """Else the one that comes later would silence the other."""
    silent, loud = HouseRule(None, frozenset()), HouseRule(NO, frozenset())
    ask: Any = None
    both, none = (
        Host([plugin("acme", guards=some)]).named_guards["house-rule"] for some in ([silent, loud], [silent] * 2)
    )
    assert (both.__name__, both(ask), none(ask)) == ("house-rule", NO, None)


def test_a_plugin_does_not_stand_for_a_rule_of_the_library_by_its_name() -> None:
    """A file that names the library's rule would lose it."""
    host = Host([plugin("acme", guards=[HouseRule(None, rule="confirm-before-close")])])
    assert not host.named_guards


def test_the_guards_of_a_plugin_are_part_of_the_lifecycles_digest(opener: Opener) -> None:
    """Promise 4: each event names the rules that it was decided under."""
    with opener() as plain, Desk.open("memory://", plugins=[plugin("acme", guards=[HouseRule(NO)])]) as guarded:
        assert plain.lifecycle.digest != guarded.lifecycle.digest


# ── observers and classifiers


@attrs.define
class Watching:
    seen: list[tuple[str, int, tuple[str, ...]]] = attrs.Factory(list)

    def saw(self, complaint: Any, events: Any) -> None:
        self.seen.append((complaint.id, complaint.version, tuple(event.kind for event in events)))


class Blind:
    def saw(self, complaint: object, events: object) -> None:
        raise RuntimeError("blind")

    def classify(self, received: c.Receive) -> Suggestion | None:
        raise RuntimeError("speechless")


def test_an_observer_is_told_what_was_saved_both_sides_of_a_merge_too(opener: Opener) -> None:
    watching = Watching()
    with opener(plugins=[plugin("acme", observers=[watching])]) as desk:
        first, second = received(desk), received(desk)
        desk.do(first.id, c.Note("a"), c.Merge(second.id), by=s.LI)
        with pytest.raises(Refused):
            desk.do(second.id, c.Handoff("x"), by=s.LI)
    assert watching.seen[2:] == [(first.id, 3, ("Note", "Merge")), (second.id, 2, ("Absorb",))]


def test_an_observer_that_fails_is_logged_by_name_and_changes_nothing(
    opener: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    watching = Watching()
    plugins = [plugin("blind", observers=[Blind()]), plugin("acme", observers=[watching])]
    with opener(plugins=plugins) as desk:
        assert received(desk).version == 1
        assert desk.check_integrity().sound
    assert len(watching.seen) == 1
    assert "plugin blind failed in saw: RuntimeError at test_host.py:" in caplog.text
    assert "付" not in caplog.text


@attrs.frozen
class Says:
    answer: Suggestion | None

    def classify(self, received: c.Receive) -> Suggestion | None:
        assert received.description
        return self.answer


def test_classifiers_suggest_by_name_and_one_that_fails_says_nothing(
    opener: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    found = Suggestion("billing", "payment", Signals(), ("the word 付款",))
    vague: Any = {"type": "billing"}
    classifiers = {"words": Says(found), "blind": Blind(), "silent": Says(None), "vague": Says(vague)}
    with opener(plugins=[plugin("acme", classifiers=classifiers)]) as desk:
        id = received(desk).id
        suggested = desk.suggest(id)
        assert suggested["words"] == found
        assert not {"blind", "silent", "vague"} & set(suggested)
        assert "plugin vague failed in classify: TypeError: a dict is no Suggestion" in caplog.text
        assert "plugin blind failed in classify: RuntimeError at test_host.py:" in caplog.text
        assert desk.get(id).version == 1


def test_a_classifier_sees_the_intake_as_it_stands(opener: Opener) -> None:
    """R3: with corrections and answers, but for those that do not fit: "Friday" is no time."""
    seen: list[c.Receive] = []

    class Recording:
        def classify(self, received: c.Receive) -> Suggestion | None:
            seen.append(received)
            return None

    with opener(plugins=[plugin("acme", classifiers={"recording": Recording()})]) as desk:
        id = received(desk).id
        answers = c.Answer({"product": "a kettle", "needed_by": "Friday", "colour": "red"})
        at_desk(desk, id, answers, by=s.CUSTOMER)
        at_desk(desk, id, c.Correct({"description": " ", "order": "A-2"}, "a typo"))
        desk.suggest(id)
    (one,) = seen
    assert (one.product, one.order, one.needed_by) == ("a kettle", "A-2", None)
    assert one.description.startswith("我付了两次款")


def test_an_intake_is_found_by_its_name() -> None:
    class Two:
        def read(self, source: Any) -> Iterator[Incoming]:
            for line, text in enumerate(source, 1):
                yield Incoming(line, f"two:{line}", s.receive(description=text))

    intake: Intake = Host([plugin("acme", intakes={"two": Two()})]).intakes["two"]
    read = list(intake.read(StringIO("a\nb\n")))
    assert [one.line for one in read] == [1, 2]
    assert all(isinstance(one, Incoming) and one.outcome == {} for one in read)


# ── stores


def test_an_intake_that_hands_over_no_row_is_named() -> None:
    class Odd:
        def read(self, source: Any) -> Any:
            yield Unreadable(1, "not a row")
            yield 5

    with Desk.open("memory://", plugins=[plugin("acme", intakes={"odd": Odd()})]) as desk:
        found = read_rows(desk, "odd", StringIO())
        assert next(found) == Unreadable(1, "not a row")
        with pytest.raises(PluginError, match=r"plugin odd failed in read: TypeError: a int is no row"):
            next(found)


def test_a_store_of_a_plugin_has_its_own_scheme() -> None:
    opened: list[str] = []

    def opener(url: str) -> Store:
        opened.append(url)
        return MemoryStore()

    with Desk.open("acme://host/db", plugins=[plugin("acme", stores={"acme": opener})], clock=FrozenClock()) as desk:
        assert received(desk).version == 1
    assert opened == ["acme://host/db"]


def test_a_store_that_cannot_be_opened_fails_loudly_and_is_named() -> None:
    def refusing(url: str) -> Store:
        raise ConnectionError("nobody there")

    def failing(url: str) -> Store:
        raise StoreError("acme", "no such host", "look at the URL")

    plugins = [plugin("acme", stores={"acme": refusing, "told": failing, "none": lambda url: None})]
    with pytest.raises(PluginError, match="plugin acme failed in stores: acme://…: ConnectionError"):
        Desk.open("acme://x", plugins=plugins)
    with pytest.raises(PluginError, match=r"plugin none failed in stores: none://…: TypeError.*NoneType is no Store"):
        Desk.open("none://x", plugins=plugins)
    with pytest.raises(StoreError, match="acme: no such host; look at the URL"):
        Desk.open("told://x", plugins=plugins)


def test_who_signs_in_to_a_store_and_with_what_is_not_shown() -> None:
    def refusing(url: str) -> Store:
        raise ConnectionError(f"cannot reach {url}")

    for url in ("acme://li:s3cret@host/db", "other://li:s3cret@host/db"):
        with pytest.raises((PluginError, DefinitionError), match="://…") as failed:
            Desk.open(url, plugins=[plugin("acme", stores={"acme": refusing})])
        assert "s3cret" not in f"{failed.value} {failed.value!r}"
    with pytest.raises(DefinitionError, match=r"found nosuch://…,"):
        Desk.open("nosuch:///a@b.db")


# ── entry points


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two installed plugins, one of which cannot be imported."""
    info = tmp_path / "acme-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n", encoding="utf-8")
    points = "[complaintflow]\nacme = acme_plugin\nobject = acme_plugin:thing\nbroken = acme_broken\n"
    (info / "entry_points.txt").write_text(points, encoding="utf-8")
    source = (
        "from complaintflow.plugins import hookimpl\nfrom complaintflow.stores import MemoryStore\n"
        "@hookimpl\ndef stores():\n    return {'acme': lambda url: MemoryStore()}\n"
        "class Thing:\n    name = 'the thing'\nthing = Thing()\n"
    )
    (tmp_path / "acme_plugin.py").write_text(source, encoding="utf-8")
    (tmp_path / "acme_broken.py").write_text("raise ImportError('no such library')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in ("acme_plugin", "acme_broken"):
        sys.modules.pop(name, None)


@pytest.mark.usefixtures("installed")
def test_an_installed_plugin_is_loaded_only_when_it_is_asked_for() -> None:
    with Desk.open("memory://") as desk:
        assert desk.plugins.names == ("complaintflow.desk.builtin",)
    assert "acme_plugin" not in sys.modules
    for asked in (["acme"], "acme"):
        with Desk.open("acme://", plugins=asked, clock=FrozenClock()) as desk:
            assert received(desk).version == 1
            assert desk.plugins.names == ("complaintflow.desk.builtin", "acme_plugin")


@pytest.mark.usefixtures("installed")
def test_what_is_loaded_knows_the_name_under_which_it_was_found() -> None:
    """An object has another source than its entry point says."""
    thing, handed_over = Host(["object", plugin("mine")]).loaded
    assert (thing.name, thing.source, thing.entry_point) == ("the thing", "acme_plugin:Thing", "object")
    assert handed_over.entry_point == ""


@pytest.mark.usefixtures("installed")
def test_an_installed_plugin_that_cannot_be_imported_is_named() -> None:
    for asked in ("installed", ["broken"]):
        with pytest.raises(PluginError, match=r"plugin broken failed in import: ImportError at acme_broken\.py:1"):
            Desk.open("memory://", plugins=asked)


@pytest.mark.usefixtures("installed")
def test_an_installed_plugin_that_ends_the_program_is_named(tmp_path: Path) -> None:
    (tmp_path / "acme_broken.py").write_text("raise SystemExit(3)\n", encoding="utf-8")
    with pytest.raises(PluginError, match=r"plugin broken failed in import: SystemExit at acme_broken\.py:1"):
        Desk.open("memory://", plugins=["broken"])


@pytest.mark.usefixtures("installed")
def test_a_plugin_that_is_not_installed_is_a_definition_error() -> None:
    with pytest.raises(DefinitionError, match=r"plugins: found nobodys, expected an installed plugin: .*acme, broken"):
        Desk.open("memory://", plugins=["nobodys"])


def test_our_own_intake_is_an_installed_plugin_like_any_other() -> None:
    host = Host("installed")
    assert host.names == ("complaintflow.intakes",)
    assert (set(host.intakes), set(host.classifiers)) == ({"cfpb"}, {"rules"})


def test_a_plugin_that_is_named_twice_is_registered_once() -> None:
    assert Host(["cfpb", "cfpb"]).names == ("complaintflow.intakes",)


def test_every_hook_is_asked_once_when_a_desk_is_opened() -> None:
    """A call of pluggy costs as much as a decision: the host asks once and keeps what it got."""
    asked: list[str] = []

    class Counting:
        @hookimpl
        def channels(self) -> dict[str, object]:
            asked.append("channels")
            return {}

        @hookimpl
        def guards(self) -> list[object]:
            asked.append("guards")
            return []

    with Desk.open("memory://", plugins=[Counting()], clock=FrozenClock()) as desk:
        for _ in range(3):
            at_desk(desk, received(desk).id, s.acknowledge())
        desk.deliver()
    assert sorted(asked) == ["channels", "guards"]


def test_the_log_says_what_failed_on_the_library_s_own_logger(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "complaintflow.plugins"):
        Host([plugin("acme", channels=OSError("x"))])
    assert [record.name for record in caplog.records] == ["complaintflow.plugins"]


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_is_a_place_with_a_contract_and_does_nothing_itself(hook: str) -> None:
    assert getattr(Specs, hook).__doc__
    with pytest.raises(NotImplementedError):
        getattr(Specs(), hook)()
