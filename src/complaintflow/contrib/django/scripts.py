"""A migration by a numbered script of the SQL store."""

from __future__ import annotations

from typing import Any

from django.db.migrations.operations.base import Operation

from complaintflow.contrib.django import settings
from complaintflow.contrib.django.connections import DjangoConnections
from complaintflow.stores import read_table_version, table_statements


class RunScript(Operation):
    """Brings the tables to the version of this number, in the database of the desk alone.

    Tables that a desk has made already, by a URL, are taken as they are. It is never taken back: the history would go.
    """

    reduces_to_sql = True
    reversible = False

    def __init__(self, number: int) -> None:
        self.number = number

    def state_forwards(self, app_label: str, state: Any) -> None:
        """No model of Django knows these tables."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Run the statements, or collect them for `sqlmigrate`."""
        connection = schema_editor.connection
        if connection.alias != settings.database():
            return
        database = DjangoConnections(connection.alias).database
        if not schema_editor.collect_sql:
            connection.ensure_connection()
            if read_table_version(database, connection.connection) >= self.number:
                return
        for statement in table_statements(database, self.number):
            schema_editor.execute(statement, None)

    def describe(self) -> str:
        """For `migrate --plan`."""
        return f"Bring the tables of complaints to version {self.number}"
