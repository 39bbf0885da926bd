"""What the commands share: lines for people, a document for programs, and the exit codes of the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, NamedTuple

from django.core.management.base import BaseCommand, CommandError

from complaintflow import Desk, to_json
from complaintflow.contrib.django.project import desk
from complaintflow.errors import ComplaintflowError, NotFound, PluginError, StoreError

FAILED, INVALID, NOT_FOUND, STORE, BREACHED = 1, 2, 5, 7, 8
"""The exit codes, as `complaintflow` has them."""
_CODES: Mapping[type[Exception], int] = {NotFound: NOT_FOUND, StoreError: STORE, PluginError: STORE}


class Report(NamedTuple):
    """The document and the lines; where something is `wrong`, what that is, and the exit code for it."""

    document: Any
    lines: Iterable[str]
    wrong: str
    code: int


class DeskCommand(BaseCommand):
    """Asks the desk, tells what came of it, and ends with the code of the command line."""

    requires_system_checks: ClassVar[list[str]] = []
    """A minute's job checks no templates."""

    def add_arguments(self, parser: Any) -> None:
        """What every command takes."""
        parser.add_argument("--json", action="store_true", help="a document for programs instead of lines")

    def handle(self, *_: Any, **options: Any) -> None:
        """Raises `CommandError` with the exit code."""
        try:
            report = self.ask(desk(), options)
        except ComplaintflowError as error:
            known = (code for kind, code in _CODES.items() if isinstance(error, kind))
            raise CommandError(str(error), returncode=next(known, INVALID)) from None
        for line in (to_json(report.document, bodies=False),) if options["json"] else report.lines:
            self.stdout.write(line)
        if report.wrong:
            raise CommandError(report.wrong, returncode=report.code)

    def ask(self, asked: Desk, options: Mapping[str, Any]) -> Report:
        """What the command does."""
        raise NotImplementedError
