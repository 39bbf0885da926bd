"""What holds for every command: the store, the policy, and how it answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import attrs
from cyclopts import Parameter

from complaintflow import intakes
from complaintflow.cli.output import Output
from complaintflow.desk import builtin
from complaintflow.desk.desk import Desk
from complaintflow.errors import InvalidInput, Problem, StoreError
from complaintflow.plugins import HookCall, Host, Renderer
from complaintflow.policy.policy import Policy

_SQLITE = "sqlite:///"


@attrs.frozen
class Setting:
    """What holds for every command."""

    store: str
    policy: Path | None
    machine: bool
    plugins: tuple[str, ...]
    chain_key: Path | None

    @property
    def out(self) -> Output:
        return Output(self.machine)

    @property
    def _plugins(self) -> tuple[object, ...]:
        return (intakes, *self.plugins)

    def rules(self) -> Policy:
        """The policy of the file, or the default one."""
        return Policy.from_toml(readable(self.policy, "policy")) if self.policy else Policy()

    def host(self, trace: Callable[[HookCall], object]) -> Host:
        """The plugins that a desk would have."""
        return Host((builtin, *self._plugins), trace)

    def desk(self, *, new: bool = False, plugins: tuple[object, ...] = (), renderer: Renderer | None = None) -> Desk:
        """The desk on the store; one that is only looked into must be there already."""
        path = Path(self.store.removeprefix(_SQLITE))
        if not new and self.store.startswith(_SQLITE) and path.name and not path.exists():
            raise StoreError(self.store, "there is no such file", "import or receive first, or name one with --store")
        key = readable(self.chain_key, "chain-key").read_bytes().rstrip(b"\r\n") if self.chain_key else b""
        named = (*self._plugins, *plugins)
        return Desk.open(self.store, policy=self.rules(), plugins=named, chain_key=key, renderer=renderer)


Given = Annotated[Setting, Parameter(parse=False)]


def readable(file: Path, name: str) -> Path:
    """The file, which is there and can be read."""
    try:
        with file.open("rb"):
            return file
    except OSError as error:
        raise InvalidInput((Problem(name, f"{file}: {error.strerror}", "a file that can be read"),)) from error
