"""The project around the desk: its settings, its users, its migrations and its commands."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connections
from django.db.migrations.exceptions import IrreversibleError
from django.db.migrations.executor import MigrationExecutor
from django.test import override_settings

from complaintflow import (
    Actor,
    Customer,
    DefinitionError,
    Desk,
    Lifecycle,
    Policy,
    Refused,
    StoreError,
    commands as c,
    copy_store,
)
from complaintflow.cli.failures import Code
from complaintflow.contrib.django import actor_of, desk
from complaintflow.contrib.django.management import reporting
from complaintflow.desk import copying
from complaintflow.plugins import hookimpl
from complaintflow.stores import SqlStore, table_statements
from complaintflow.stores.sql.schema import scripts
from complaintflow.testing import FlakyChannel, FrozenClock, Mood, RecordingChannel
from tests import stories as s
from tests.contrib.conftest import Sites, Users
from tests.contrib.django_site import WAL, Site, migrate, postgresql_database, sqlite_file, using
from tests.stores.desks import at_desk, received
from tests.stores.servers import Server

SECRET = "never to be shown"


# ── settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "project.db"


@pytest.fixture
def here(path: Path) -> Iterator[dict[str, Any]]:
    """The settings of a project on a file, to be changed."""
    with using("project", sqlite_file(path)) as alias:
        yield {"DATABASE": alias}


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of the house, that settings lead to."""
    monkeypatch.setitem(sys.modules, "house_of_the_tests", ModuleType("house_of_the_tests"))
    module = ModuleType("house_of_the_tests.parts")
    vars(module).update(policy=Policy(language="zh"), clock=FrozenClock(), not_callable=SECRET)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return module


def test_there_is_one_desk_until_the_settings_are_others(here: dict[str, Any]) -> None:
    first = desk()
    assert desk() is first
    with override_settings(COMPLAINTFLOW={**here, "CHAIN_KEY": "another"}):
        assert desk() is not first
        with pytest.raises(StoreError, match="the store is closed"):
            first.find()


def test_a_project_that_says_nothing_has_the_defaults(here: dict[str, Any]) -> None:
    assert desk().policy == Policy()
    assert received(desk()).state == "received"


def test_the_settings_make_the_desk(here: dict[str, Any], house: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text('language = "zh"\n')
    named = house.__name__
    for policy in (house.policy, f"{named}.policy", str(tmp_path / "policy.toml"), tmp_path / "policy.toml"):
        more = {"POLICY": policy, "CLOCK": f"{named}.clock", "PLUGINS": [named, "cfpb"], "NEW_ID": lambda _at: "K-1"}
        with override_settings(COMPLAINTFLOW={**here, **more, "CHAIN_KEY": SECRET}):
            assert desk().policy == Policy(language="zh")
            assert {named, "complaintflow.intakes"} <= {*desk().plugins.names}
    with override_settings(COMPLAINTFLOW={**here, **more, "CHAIN_KEY": SECRET.encode()}):
        one = received(desk())
        assert (one.id, one.received_at) == ("K-1", house.clock())
        assert desk().check_integrity("K-1").sound
    with override_settings(COMPLAINTFLOW={**here, "CHAIN_KEY": "another"}):
        assert not desk().check_integrity("K-1").sound
    with override_settings(COMPLAINTFLOW={**here, "FORMER": [Lifecycle.default()]}):
        assert [one.digest for one in desk().former] == [Lifecycle.default().digest]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("CHAIN_KEY", 12345678, r"COMPLAINTFLOW\['CHAIN_KEY'\]: found a int, expected a text or bytes"),
        ("POLICY", {"secret": SECRET}, r"COMPLAINTFLOW\['POLICY'\]: found a dict, expected a Policy"),
        ("POLICY", "nowhere/policy.toml", r"COMPLAINTFLOW\['POLICY'\]: found a file that cannot be read"),
        ("POLICY", f"{SECRET}.policy", r"COMPLAINTFLOW\['POLICY'\]: found a text that leads to nothing"),
        ("CLOCK", "datetime.nothing", r"COMPLAINTFLOW\['CLOCK'\]: found a text that leads to nothing"),
        ("LINKER", "..", r"COMPLAINTFLOW\['LINKER'\]: found a text that leads to nothing"),
        ("PLUGINS", {SECRET}, r"COMPLAINTFLOW\['PLUGINS'\]: found a set, expected a list, or 'installed'"),
        ("PLUGINS", ["house.nothing"], r"COMPLAINTFLOW\['PLUGINS'\]: found a text that leads to nothing"),
        ("WATCHERS", {SECRET}, r"COMPLAINTFLOW\['WATCHERS'\]: found a set, expected a list"),
        ("WATCHERS", ["house.nothing"], r"COMPLAINTFLOW\['WATCHERS'\]: found a text that leads to nothing"),
        ("DATABASE", 7, r"COMPLAINTFLOW\['DATABASE'\]: found a int, expected a text"),
        ("DATABASE", "elsewhere", r"DATABASES\['elsewhere'\]: found nothing, expected a database of PostgreSQL"),
        ("POLICIES", SECRET, "COMPLAINTFLOW: found 'POLICIES', expected some of CHAIN_KEY, CLOCK"),
    ],
)
def test_what_is_wrong_is_named_by_its_setting_and_not_shown(
    here: dict[str, Any], key: str, value: object, said: str
) -> None:
    """A setting may be a key, and errors go to logs."""
    with override_settings(COMPLAINTFLOW={**here, key: value}), pytest.raises(DefinitionError, match=said) as error:
        desk()
    assert SECRET not in str(error.value)
    assert "12345678" not in str(error.value)


def test_settings_that_are_no_dictionary_are_named(here: dict[str, Any]) -> None:
    with override_settings(COMPLAINTFLOW=[SECRET]), pytest.raises(DefinitionError, match="COMPLAINTFLOW: found a list"):
        desk()


def test_another_kind_of_database_is_refused_by_its_setting(
    here: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        using("dummy", {"ENGINE": "django.db.backends.dummy"}, tables=False),
        pytest.raises(DefinitionError, match=r"DATABASES\['dummy'\]: found a database by unknown, expected"),
    ):
        desk()


def test_a_module_that_needs_another_one_says_which(here: dict[str, Any], tmp_path: Path, monkeypatch: Any) -> None:
    """Else one looks for a spelling mistake in the settings."""
    (tmp_path / "needs_another.py").write_text("import not_installed_at_all")
    monkeypatch.syspath_prepend(str(tmp_path))
    with override_settings(COMPLAINTFLOW={**here, "PLUGINS": ["needs_another.part"]}), pytest.raises(DefinitionError):
        desk()


# ── users


def test_a_user_is_an_actor_with_the_groups_as_roles(here: dict[str, Any], users: Users) -> None:
    assert actor_of(users("bo", "agent", "football")) == Actor("bo", roles={"agent", "football"})


def test_a_user_without_groups_may_nothing(here: dict[str, Any], users: Users) -> None:
    nobody = users("new", is_superuser=True, is_staff=True)
    id = received(desk()).id
    assert desk().acting(actor_of(nobody)).find().complaints == ()
    with pytest.raises(Refused):
        desk().do(id, c.Note("mine"), by=actor_of(nobody))


def test_nobody_is_refused(here: dict[str, Any], users: Users) -> None:
    from django.contrib.auth.models import AnonymousUser

    gone = users("gone", "agent", is_active=False)
    for user in (AnonymousUser(), gone):
        with pytest.raises(PermissionDenied, match="nobody is logged in"):
            actor_of(user)


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("system", "system"),
        ("system", "System"),
        ("bo", "system"),
        ("u-17", "customer"),
        ("system", "agent"),
        ("bo", "ＳＹＳＴＥＭ"),
    ],
)
def test_no_group_makes_a_user_the_system_or_a_customer(
    here: dict[str, Any], users: Users, name: str, group: str
) -> None:
    """Whoever may make groups would get round every rule, or read another one's complaints."""
    with pytest.raises(PermissionDenied):
        actor_of(users(name, group))


def test_the_house_says_who_is_a_customer_and_whose_team_and_shops_one_has(here: dict[str, Any], users: Users) -> None:
    more = {
        "CUSTOMER": lambda user: None if user.is_staff else f"u-{user.pk}",
        "TEAM": lambda user: "payments",
        "SHOPS": lambda user: ["North Gate"],
    }
    shopper, bo = users("shopper", "agent"), users("bo", "agent", is_staff=True)
    with override_settings(COMPLAINTFLOW={**here, **more}):
        assert actor_of(shopper) == Actor.customer(f"u-{shopper.pk}")
        assert actor_of(bo) == Actor("bo", roles={"agent"}, team="payments", shops={"North Gate"})
    one = {**here, "SHOPS": lambda user: "North Gate"}  # a shop for each letter, and none of them theirs
    with override_settings(COMPLAINTFLOW=one), pytest.raises(DefinitionError, match=r"SHOPS'\](.|\n)*a list of names"):
        actor_of(bo)
    with override_settings(COMPLAINTFLOW={**here, "TEAM": SECRET}), pytest.raises(DefinitionError) as error:
        actor_of(bo)
    assert "COMPLAINTFLOW['TEAM']" in str(error.value)
    assert SECRET not in str(error.value)


# ── migrations


def test_there_is_a_migration_for_each_script_of_the_sql_store(here: dict[str, Any]) -> None:
    """A script without one would never reach a Django project."""
    graph = MigrationExecutor(connections["default"]).loader.graph
    ours = sorted(name for app, name in graph.nodes if app == "complaintflow")
    assert [int(name.partition("_")[0]) for name in ours] == [*range(1, len(scripts()) + 1)]


def test_the_models_need_no_migration_that_is_not_there(here: dict[str, Any]) -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


SCHEMA = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE name LIKE 'complaintflow%' ORDER BY name",
    "postgresql": "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
    "WHERE table_name LIKE 'complaintflow%' ORDER BY 1, 2",
}
INDEXES = "SELECT indexdef FROM pg_indexes WHERE tablename LIKE 'complaintflow%' ORDER BY 1"


def test_the_tables_are_those_that_the_sql_store_makes(kind: str, tmp_path: Path, postgresql: Server) -> None:
    found = list[list[Any]]()
    for name in ("by_django", "by_url"):
        url = postgresql.database(name) if kind == "postgresql" else ""
        path = tmp_path / f"{name}.db"
        database = postgresql_database(url) if url else sqlite_file(path)
        if name == "by_url":
            SqlStore(url or f"sqlite+sql:///{path}").close()
        with using(name, database, tables=name == "by_django") as alias:
            site = Site(alias, lambda: None)
            assert site.execute("SELECT version FROM complaintflow_schema") == [(len(scripts()),)]
            found.append([*site.execute(SCHEMA[kind]), *(site.execute(INDEXES) if url else ())])
    assert found[0] == found[1] != []


def test_tables_that_a_desk_made_by_a_url_are_taken_as_they_are(tmp_path: Path) -> None:
    """A house that begins with `Desk.open` and comes to Django later keeps its complaints."""
    with Desk.open(f"sqlite+sql:///{tmp_path / 'before.db'}") as before:
        id = received(before).id
    with using("later", sqlite_file(tmp_path / "before.db")):
        assert desk().get(id).id == id


def test_the_migration_makes_tables_in_the_database_of_the_desk_alone(here: dict[str, Any], tmp_path: Path) -> None:
    with (
        using("other", sqlite_file(tmp_path / "other.db"), tables=False),
        override_settings(COMPLAINTFLOW=here),
    ):
        migrate("other")
        names = connections["other"].introspection.table_names()
    assert not [name for name in names if name.startswith("complaintflow")]


def test_the_migration_is_never_taken_back(here: dict[str, Any]) -> None:
    """`migrate complaintflow zero` would drop every history."""
    id = received(desk()).id
    executor = MigrationExecutor(connections[here["DATABASE"]])
    with pytest.raises(IrreversibleError):
        executor.migrate([("complaintflow", None)])
    assert desk().get(id).id == id


def test_sqlmigrate_shows_what_will_be_run(here: dict[str, Any]) -> None:
    told = StringIO()
    call_command("sqlmigrate", "complaintflow", "0001", database=here["DATABASE"], stdout=told)
    assert "CREATE TABLE complaintflow_events" in told.getvalue()
    assert "INSERT INTO complaintflow_schema (version) VALUES (1)" in told.getvalue()


def test_the_model_reads_and_writes_no_rows(here: dict[str, Any]) -> None:
    """A query would show what roles do not show, and a dump would carry it out of the house."""
    from complaintflow.contrib.django.models import Complaint

    received(desk())
    assert [*Complaint.objects.using(here["DATABASE"]).all()] == []
    told = StringIO()
    call_command("dumpdata", "complaintflow", "--all", database=here["DATABASE"], stdout=told)
    assert json.loads(told.getvalue()) == []
    for change in (Complaint(id="C-1").save, Complaint(id="C-1").delete):
        with pytest.raises(TypeError, match="the rows of complaints are the desk's"):
            change()
    assert str(Complaint(id="C-1")) == "C-1"


# ── commands


def run(name: str, *given: str) -> tuple[int, str, str]:
    """The exit code, the lines, and what is said at the end."""
    told = StringIO()
    try:
        call_command(f"complaintflow_{name}", *given, stdout=told)
    except CommandError as error:
        return error.returncode, told.getvalue(), str(error)
    return 0, told.getvalue(), ""


class Channels:
    """A plugin with a way to customers."""

    name = "ways"

    def __init__(self, app: object) -> None:
        self.app = app

    @hookimpl
    def channels(self) -> dict[str, object]:
        return {"app": self.app}


def test_tick_does_what_is_due_and_deliver_sends_it(sites: Sites) -> None:
    clock, app = FrozenClock(), RecordingChannel()
    sites(CLOCK=clock, PLUGINS=[Channels(app)])
    id = received(desk()).id
    clock.later(hours=30)
    code, would, _ = run("tick", "--dry-run")
    assert (code, "would be done, 1 complaint(s) looked at" in would, id in would) == (0, True, True)
    code, done, _ = run("tick")
    assert (code, "done, 1 complaint(s) looked at" in done) == (0, True)
    assert len(desk().history(id)) > 1
    at_desk(desk(), id, s.update())
    code, sent, _ = run("deliver", "--limit", "50")
    assert (code, "; 0 waiting" in sent, len(app.sent) > 0) == (0, True, True)


def test_the_commands_give_documents_to_programs(sites: Sites) -> None:
    sites()
    received(desk())
    for name, field in (("tick", "done"), ("deliver", "outcomes"), ("fsck", "breaches")):
        assert field in json.loads(run(name, "--json")[1])


def test_a_channel_that_fails_ends_deliver_with_its_code(sites: Sites) -> None:
    """cron and systemd see nothing else."""
    sites(PLUGINS=[Channels(FlakyChannel(RecordingChannel(), *[Mood.BREAKS] * 9))])
    at_desk(desk(), received(desk(), channel="app").id, s.triage(), s.update())
    code, told, wrong = run("deliver")
    assert (code, wrong) == (Code.STORE, "not everything could be sent")
    assert "app" in told


def test_a_clock_that_leapt_ends_tick_with_its_code(sites: Sites) -> None:
    clock = FrozenClock()
    sites(CLOCK=clock)
    received(desk())
    assert run("tick")[0] == 0
    clock.later(days=4000)
    code, told, wrong = run("tick")
    assert (code, wrong) == (Code.FAILED, "not everything could be done")
    assert run("tick", "--believe")[0] == 0
    assert told


def test_fsck_says_what_is_wrong_and_ends_with_its_code(site: Site) -> None:
    id = received(desk()).id
    head = desk().head()
    assert run("fsck")[:2] == (0, "1 complaint(s), 1 event(s): sound\n")
    assert run("fsck", id)[0] == run("fsck", "--anchor", head)[0] == 0
    site.execute("UPDATE complaintflow_events SET by = 'somebody else'")
    code, told, wrong = run("fsck")
    assert (code, wrong.endswith("breach(es)"), id in told) == (Code.BREACHED, True, True)


def test_fsck_names_what_is_missing_of_the_tables(site: Site) -> None:
    """A restore left it out. `complaintflow db check` does the same where somebody has the URL."""
    received(desk())
    site.execute("DROP TABLE complaintflow_data_keys")
    code, told, _ = run("fsck")
    site.execute(next(one for one in table_statements(site.connection.vendor, 1) if "complaintflow_data_keys" in one))
    assert code == Code.BREACHED
    assert "the table complaintflow_data_keys is missing: without it nobody reads an encrypted word" in told


def test_fsck_takes_a_file_of_anchors(site: Site, tmp_path: Path) -> None:
    received(desk())
    anchors = tmp_path / "anchors"
    anchors.write_text(f"2026-03-02T09:00:00+00:00 {desk().head()}\n\n")
    assert run("fsck", "--anchor", str(anchors))[0] == 0
    anchors.write_text("\n")
    assert run("fsck", "--anchor", str(anchors))[0] == Code.INVALID
    assert run("fsck", "--anchor", str(tmp_path / "nothing"))[0] == Code.INVALID
    assert run("fsck", "C-1", "--anchor", desk().head())[0] == Code.INVALID


def test_fsck_checks_what_is_new_since_an_anchor(site: Site, tmp_path: Path) -> None:
    """Every night all of a big house would take too long."""
    old = received(desk()).id
    anchors = tmp_path / "anchors"
    anchors.write_text(f"2026-03-02T09:00:00+00:00 {desk().head()}\n")
    new = received(desk(), order="B-2").id
    site.execute(f"UPDATE complaintflow_complaints SET version = 9 WHERE id = '{old}'")
    assert run("fsck", "--since", str(anchors))[0] == run("fsck", "--since", anchors.read_text().split()[-1])[0] == 0
    assert run("fsck")[0] == Code.BREACHED
    site.execute(f"UPDATE complaintflow_complaints SET version = 9 WHERE id = '{new}'")
    assert run("fsck", "--since", str(anchors))[0] == Code.BREACHED
    assert run("fsck", "--since", str(tmp_path / "nothing"))[0] == Code.INVALID


def test_what_is_not_there_and_a_store_that_fails_have_their_codes(site: Site) -> None:
    assert run("fsck", "C-0")[0] == Code.NOT_FOUND
    with site.atomic():
        for name in ("tick", "deliver"):
            code, _, wrong = run(name)
            assert (code, "outside of a transaction of yours" in wrong) == (Code.STORE, True)


def test_the_exit_codes_are_those_of_the_command_line() -> None:
    ours = {name: value for name, value in vars(reporting).items() if name.isupper() and isinstance(value, int)}
    assert ours == {name: int(Code[name]) for name in ours} != {}


# ── a process of its own

_MANAGE = """
import sys
from django.conf import settings
settings.configure(
    SECRET_KEY="x", USE_TZ=True, INSTALLED_APPS=["complaintflow.contrib.django"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": sys.argv[1]}},
    COMPLAINTFLOW=dict(POLICY=%s),
)
from django.core.management import execute_from_command_line
execute_from_command_line(["manage.py", *sys.argv[2:]])
"""


def manage(path: Path, *line: str, policy: str = "None") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", _MANAGE % policy, str(path), *line]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_a_project_without_users_or_admin_migrates_ticks_and_ends_with_the_exit_codes(tmp_path: Path) -> None:
    """The desk is closed with the process, and says nothing about it."""
    path = tmp_path / "small.db"
    early = manage(path, "complaintflow_tick")
    assert (early.returncode, "run manage.py migrate" in early.stderr) == (Code.STORE, True)
    assert manage(path, "migrate", "-v0").returncode == 0
    done = manage(path, "complaintflow_tick")
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 done, 0 complaint(s) looked at\n", "")
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("DELETE FROM complaintflow_ledger")
    assert manage(path, "complaintflow_fsck").returncode == Code.BREACHED
    wrong = manage(path, "complaintflow_tick", policy="'no such thing'")
    assert (wrong.returncode, "COMPLAINTFLOW['POLICY']" in wrong.stderr) == (Code.INVALID, True)


def test_after_an_erasure_a_house_on_django_takes_the_words_out_of_its_files(path: Path) -> None:
    """It had no call that did so, and its pages and its log kept them."""

    def left() -> bool:
        return any(b"quux" in one.read_bytes() for one in path.parent.glob(f"{path.name}*"))

    with using("project", sqlite_file(path, **WAL)):
        withdrawn = s.receive(customer=Customer("u-17"), description="quux beizhu", product="quux")
        desk().receive(withdrawn, s.WITHDRAW, by=s.LI)
        desk().erase("u-17", by=s.LEAD, reason="the customer asked for it")
        assert left(), "what was deleted is expected in free pages and in the log"
        assert run("vacuum") == (0, "the files are written anew\n", "")
        assert not left()


def test_a_house_that_began_in_a_file_goes_on_in_the_project(
    here: dict[str, Any], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nobody works on half of it."""
    file, project = f"sqlite:///{path.parent / 'began.db'}", f"sqlite+sql:///{path}"
    with Desk.open(file) as began:
        id, head = received(began).id, began.head()
    with monkeypatch.context() as patched:
        patched.setattr(copying, "_copy_part", None)
        with pytest.raises(TypeError):
            copy_store(file, project)
    with pytest.raises(StoreError, match="a copy into it was begun, and is not done"):
        desk().find()
    copy_store(file, project)
    assert (desk().get(id).version, desk().check_integrity(anchor=head).sound) == (1, True)


def test_nobody_vacuums_within_an_atomic_block(sites: Sites) -> None:
    site = sites()
    assert run("vacuum")[0] == 0
    with site.atomic(), pytest.raises(StoreError, match="outside of your transaction"):
        desk().vacuum()


def test_without_django_the_extra_is_named() -> None:
    program = "import sys; sys.modules['django'] = None; import complaintflow.contrib.django"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert "needs django: pip install 'complaintflow[django]'" in done.stderr


def test_the_store_needs_no_sqlalchemy() -> None:
    """The extra brings Django alone."""
    program = (
        "import sys; sys.modules['sqlalchemy'] = None; from complaintflow.stores import HostedStore; print(HostedStore)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, "HostedStore" in done.stdout) == (0, True), done.stderr
