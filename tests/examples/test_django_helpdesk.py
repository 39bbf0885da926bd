"""The example of a Django project works as it stands, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from tests.stores.servers import Server

PROJECT = Path(__file__).parents[2] / "examples" / "django_helpdesk"


SEVERAL = """
import sys, django
from django.core.management import call_command
django.setup()
for line in sys.argv[1:]:
    call_command(*line.split())
"""


def ran(told: Mapping[str, str], *line: str) -> str:
    """What Python says when it runs this in the folder of the project."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "settings", **told}
    done = subprocess.run(
        [sys.executable, "-W", "error", *line],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.fixture(params=["sqlite", "postgresql"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Mapping[str, str]:
    """What the environment says of the database."""
    if request.param == "sqlite":
        return {"HELPDESK_FILE": str(tmp_path / "helpdesk.db")}
    server: Server = request.getfixturevalue("postgresql")
    named = conninfo_to_dict(server.database("django_helpdesk"))
    keys = {"dbname": "PGDATABASE", "host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}
    return {variable: str(named[key]) for key, variable in keys.items() if named.get(key)}


def test_in_the_example_a_failing_view_leaves_neither_a_ticket_nor_an_event(told: Mapping[str, str]) -> None:
    """Its own tests say so, in the database that they make."""
    assert "Ran 4 tests" in ran(told, "manage.py", "test", "--noinput")


def test_the_example_migrates_and_its_clocks_and_letters_go(told: Mapping[str, str]) -> None:
    commands = (f"complaintflow_{name}" for name in ("tick", "deliver", "fsck"))
    said = ran(told, "-c", SEVERAL, "makemigrations --check --dry-run", "migrate -v0", "check", *commands)
    for text in ("0 silenced", "0 complaint(s) looked at", "0 waiting", "0 complaint(s), 0 event(s): sound"):
        assert text in said
