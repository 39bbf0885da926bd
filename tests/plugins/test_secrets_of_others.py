"""A secret in an exception of others reaches nothing that we keep, say or show."""

from __future__ import annotations

import socket
import traceback
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn

import attrs
import pytest

from complaintflow import Complaint, Desk, StoreError, commands as c
from complaintflow.desk.importing import read_rows
from complaintflow.errors import ComplaintflowError, DefinitionError, InvalidInput, PluginError, Problem
from complaintflow.plugins import Page
from complaintflow.record.complaint import Body
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock
from complaintflow.workdays import days_of
from tests import stories as s
from tests.plugins.parts import plugin
from tests.stores.desks import at_desk, received

SECRET = "Geheim-ö-1"


class Told(Exception):
    def __init__(self) -> None:
        super().__init__(SECRET, {"password": SECRET})
        self.errno = self.smtp_error = self.response = SECRET


def fails() -> NoReturn:
    try:
        raise RuntimeError(SECRET)
    except RuntimeError as cause:
        error = Told()
        error.add_note(SECRET)
        raise error from cause


class Failing:
    """Every port there is. Each call tells a secret."""

    rule = "house"
    effects = frozenset({"hears", "writes", "ends"})
    form = "plain"

    def check(self, ask: object) -> NoReturn:
        fails()

    def saw(self, complaint: object, events: object) -> NoReturn:
        fails()

    def send(self, message: object) -> NoReturn:
        fails()

    def classify(self, received: object) -> NoReturn:
        fails()

    def suggest(self, question: object, limit: int) -> NoReturn:
        fails()

    def year(self, year: int) -> NoReturn:
        fails()

    def read(self, source: object) -> Iterator[Any]:
        yield from ()
        fails()


BROKEN = Failing()


def shown(error: BaseException) -> str:
    return f"{error} {error!r} {''.join(traceback.format_exception(error))}"


def everything(desk: Desk, id: str, log: pytest.LogCaptureFixture, *more: object) -> str:
    """All that is kept, said and shown."""
    complaint = desk.get(id)
    kept = [
        *(repr((event, event.data)) for event in desk.history(id)),
        *map(repr, (desk.outbox(), desk.dead_letters(), complaint, complaint.facts, desk.check_integrity())),
        *map(str, more),
        *map(repr, more),
    ]
    records = [f"{record.getMessage()} {record.args} {record.exc_info} {record.__dict__}" for record in log.records]
    return "\n".join([*kept, *records])


@pytest.fixture(autouse=True)
def at_every_level(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(1)


def test_a_channel_that_tells_its_password_leaves_no_trace_of_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock = FrozenClock()
    broken = plugin("broken", channels={"app": BROKEN}, staff_channels={"team": BROKEN}, observers=[BROKEN])
    path = tmp_path / "desk.db"
    with Desk.open(f"sqlite:///{path}", plugins=[broken], clock=clock) as desk:
        id = at_desk(desk, received(desk).id, s.acknowledge()).id
        deliveries = []
        for _ in range(40):
            deliveries.append(desk.deliver())
            clock.later(hours=1)
        said = everything(desk, id, caplog, *deliveries, *(one for each in deliveries for one in each.failures))
    assert SECRET not in said
    assert "Told at " in said
    assert SECRET.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_classifiers_knowledge_and_observers_tell_no_secret(caplog: pytest.LogCaptureFixture) -> None:
    parts = plugin("parts", classifiers={"a": BROKEN}, knowledge={"b": BROKEN}, observers=[BROKEN])
    with Desk.open("memory://", plugins=[parts], clock=FrozenClock()) as desk:
        id = received(desk).id
        said = everything(desk, id, caplog, desk.suggest(id), desk.answers(id))
    assert SECRET not in said
    assert said.count("Told at ") >= 3


def test_a_guard_that_fails_refuses_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    with Desk.open("memory://", plugins=[plugin("parts", guards=[BROKEN])], clock=FrozenClock()) as desk:
        id = received(desk).id
        with pytest.raises(ComplaintflowError) as refused:
            desk.do(id, c.Withdraw("bought elsewhere"), by=s.CUSTOMER)
    assert SECRET not in shown(refused.value) + caplog.text
    assert "plugin parts failed: Told at " in str(refused.value)


def test_a_hook_that_fails_is_listed_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    with Desk.open("memory://", plugins=[plugin("parts", channels=Told())]) as desk:
        assert SECRET not in repr(desk.plugins.failures) + repr(desk.plugins.loaded) + caplog.text
    with pytest.raises(PluginError) as failed:
        Desk.open("memory://", plugins=[plugin("parts", stores=Told())])
    assert SECRET not in shown(failed.value)


def test_a_reader_and_a_source_of_holidays_tell_no_secret() -> None:
    with Desk.open("memory://", plugins=[plugin("parts", intakes={"odd": BROKEN})]) as desk:
        with pytest.raises(PluginError) as read:
            list(read_rows(desk, "odd", StringIO()))
        with pytest.raises(PluginError) as asked:
            days_of(BROKEN, [2026])
    assert SECRET not in shown(read.value) + shown(asked.value)


def test_a_source_of_holidays_still_says_what_is_wrong_with_a_calendar() -> None:
    class Wrong:
        def year(self, year: int) -> NoReturn:
            raise DefinitionError((Problem("line 3", "a second DTSTART", "one"),))

    with pytest.raises(DefinitionError, match="line 3"):
        days_of(Wrong(), [2026])


# ── stores of others


class Driver(MemoryStore):
    """A store of a house. Its driver fails in the named call of a session, or when a transaction begins or ends."""

    broken = ""
    told: Any = None

    def reading(self) -> Any:
        return self._within(super().reading())

    def writing(self) -> Any:
        return self._within(super().writing())

    def close(self) -> None:
        super().close()
        if self.broken == "close":
            fails()

    @contextmanager
    def _within(self, transaction: Any) -> Generator[Any, None, None]:
        if self.broken == "begin":
            fails()
        with transaction as session:
            yield Calls(session, self)
            if self.broken == "end":
                fails()


class Calls:
    def __init__(self, session: Any, store: Driver) -> None:
        self._session, self._store = session, store

    def __getattr__(self, name: str) -> Any:
        if self._store.broken == name:
            return lambda *_, **__: fails()
        if self._store.broken == f"{name} later":
            return lambda *_, **__: (fails() for _ in "1")
        if name == "told":
            return self._store.told
        if self._store.broken == "texts" and name in {"load", "find"}:
            return lambda asked: self._late(getattr(self._session, name)(asked))
        return getattr(self._session, name)

    def _late(self, found: Any) -> Any:
        if isinstance(found, Page):
            return attrs.evolve(found, complaints=tuple(map(unread, found.complaints)))
        return attrs.evolve(found, complaint=unread(found.complaint))


def unread(complaint: Complaint) -> Complaint:
    return attrs.evolve(complaint, body=Body.later(complaint.version, fails))


URL = f"house://desk:{SECRET}@db.example.com/complaints?sslkey={SECRET}"


@pytest.fixture
def store() -> Driver:
    return Driver()


@pytest.fixture
def desk(store: Driver) -> Iterator[Desk]:
    desk = Desk.open(URL, plugins=[plugin("house", stores={"house": lambda url: store})], clock=FrozenClock())
    yield desk
    store.broken = ""
    desk.close()


@pytest.mark.parametrize("call", ["begin", "end", "load", "history", "save", "links later", "ids later"])
def test_a_driver_that_tells_its_url_is_a_store_error_without_it(desk: Desk, store: Driver, call: str) -> None:
    id = received(desk).id
    store.broken = call
    with pytest.raises(StoreError) as failed:
        (desk.do(id, c.Note("a"), by=s.LI), desk.history(id), desk.check_integrity())
    assert SECRET not in shown(failed.value)
    assert str(failed.value).startswith("house: Told at ")
    store.broken = ""
    assert desk.get(id).id == id


def test_a_driver_that_tells_its_url_when_somebody_looks_at_a_text_is_a_store_error(desk: Desk, store: Driver) -> None:
    """The texts may be read after the transaction, where nobody stands by to name the fault."""
    id = received(desk).id
    store.broken = "texts"
    for one in (desk.get(id), desk.find().complaints[0]):
        with pytest.raises(StoreError, match="Told") as failed:
            len(one.description)
        assert SECRET not in shown(failed.value)


def test_a_store_that_cannot_be_closed_says_so_without_its_url(desk: Desk, store: Driver) -> None:
    store.broken = "close"
    with pytest.raises(StoreError) as failed:
        desk.close()
    assert SECRET not in shown(failed.value)
    assert (repr(desk._units.store), SECRET in repr(desk._units.store)) == ("<store house>", False)


def test_what_the_rules_refuse_comes_through_a_store_of_others_as_it_is(desk: Desk, store: Driver) -> None:
    id = received(desk).id
    with pytest.raises(ComplaintflowError) as refused:
        desk.do(id, c.Archive(), by=s.LI)
    assert not isinstance(refused.value, StoreError)
    assert store.broken == ""


def test_an_interrupt_comes_through_a_store_that_fails_to_roll_back(desk: Desk, store: Driver) -> None:
    with pytest.raises(KeyboardInterrupt), desk._units.store.writing():
        raise KeyboardInterrupt
    with pytest.raises(StoreError, match="told to stop"), desk._units.store.writing():
        raise StoreError("house", "told to stop", "go on")


def test_a_store_that_raises_another_error_while_it_rolls_back_is_named() -> None:
    class Rolling(Driver):
        @contextmanager
        def _within(self, transaction: Any) -> Generator[Any, None, None]:
            with transaction as session:
                try:
                    yield session
                except InvalidInput:
                    fails()

    with Desk.open(URL, plugins=[plugin("house", stores={"house": lambda url: Rolling()})]) as desk:
        with pytest.raises(StoreError) as failed, desk._units.store.writing():
            raise InvalidInput(())
        assert str(failed.value).startswith("house: Told at ")


def test_an_error_that_tells_its_url_in_our_own_words_is_reduced_too(desk: Desk, store: Driver) -> None:
    def told(id: str) -> NoReturn:
        raise StoreError("house", f"cannot reach {URL}", "try again")

    store.told = told
    with desk._units.store.reading() as session, pytest.raises(StoreError) as failed:
        session.told("C-1")  # type: ignore[attr-defined]
    assert str(failed.value).startswith("house: StoreError at ")


URLS = [
    "{scheme}://li:{secret}@host/db",
    "{scheme}://li:{half}/{secret}@host",
    "{scheme}://host/db?password={secret}",
    "{scheme}://host/db?sslmode=on&password={secret}#x",
    "{scheme}://host/db;password={secret}",
    "{scheme}://li:%47{secret}@host/db",
    "{scheme}://li:{half}@{secret}@host/db",
    "{scheme}://li:{half}?{secret}@host/db",
    "{scheme}:///db?user=li&pass+word={secret}",
    "{scheme}://{secret}@host",
    "host=db user=li password={secret}",
    "li:{secret}@host/db",
]


@pytest.mark.parametrize("how", ["driver", "ours", "opener", "unknown"])
@pytest.mark.parametrize("url", URLS)
def test_no_part_of_a_url_with_a_password_is_shown(url: str, how: str, caplog: pytest.LogCaptureFixture) -> None:
    def opener(url: str) -> NoReturn:
        if how == "ours":
            raise StoreError("house", f"cannot reach {url.partition('://')[2]}", "look")
        if how == "opener":
            raise DefinitionError((Problem("store", url, "another URL"),))
        raise ConnectionError(url, url)

    scheme = "nosuch" if how == "unknown" else "house"
    address = url.format(scheme=scheme, secret="s3cretw0rd", half="h4lfaword")
    with pytest.raises(ComplaintflowError) as failed:
        Desk.open(address, plugins=[plugin("house", stores={"house": opener})])
    said = shown(failed.value) + caplog.text
    assert not [word for word in ("s3cretw0rd", "h4lfaword") if word in said]


def test_a_name_that_stands_in_our_own_sentence_hides_no_cause() -> None:
    """`postgres` is a user, a host and a database of many houses, and the beginning of the name of the store."""
    pytest.importorskip("psycopg", reason="the extra postgresql")
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # a port on which nobody listens
        port = nobody.getsockname()[1]
        with pytest.raises(StoreError) as failed:
            Desk.open(f"postgresql://postgres:password@127.0.0.1:{port}/database?application_name=server")
    assert failed.value.cause == "the database cannot be reached"
    assert failed.value.remedy.startswith("look whether the server runs")


def test_a_store_of_others_that_is_away_is_a_store_error_also_when_it_is_opened() -> None:
    """Who waits for a store to come back, as the worker does, goes on waiting; the words of the other stay away."""

    def away(url: str) -> NoReturn:
        raise StoreError("house", f"cannot reach {url}", "look")

    address = "house://li:s3cretw0rd@host/db"
    with pytest.raises(StoreError) as failed:
        Desk.open(address, plugins=[plugin("house", stores={"house": away})])
    assert "StoreError at " in failed.value.cause
    assert "s3cretw0rd" not in shown(failed.value)


@pytest.mark.parametrize("url", ["nosuch:///var/desk.db", "nosuch://", "desk.db", "data/desk.db"])
def test_a_url_that_hides_nothing_is_shown(url: str) -> None:
    with pytest.raises(DefinitionError, match=f"found {url}, expected a URL that begins with one of memory://"):
        Desk.open(url)


# ── the command line


def test_the_command_line_ends_with_a_name_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from complaintflow.cli.app import run

    def broken(*_: object, **__: object) -> NoReturn:
        fails()

    monkeypatch.setattr(Desk, "__init__", broken)
    for more in ([], ["--json"]):
        assert run(["--store", "memory://", "list", *more]) == 1
        said = capsys.readouterr()
        assert SECRET not in said.out + said.err
        assert "Told at test_secrets_of_others.py:" in said.err
