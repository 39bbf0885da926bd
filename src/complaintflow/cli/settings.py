"""What holds for every command: the store, the policy, the plugins, and how it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import attrs
from cyclopts import Parameter

from complaintflow import intakes
from complaintflow.cli.output import Output
from complaintflow.desk import builtin
from complaintflow.desk.desk import Desk
from complaintflow.desk.unlocking import keys_named, with_keys
from complaintflow.errors import InvalidInput, Problem, StoreError
from complaintflow.lifecycle import Lifecycle
from complaintflow.plugins import HookCall, Host, Renderer
from complaintflow.plugins._store_url import show_url
from complaintflow.policy.policy import Policy

if TYPE_CHECKING:
    from complaintflow.lifecycle import Composed, LifecycleMapping, Profile

_SQLITE = "sqlite:///"
_BUILT_IN = "default"
"""Names the built-in lifecycle among those before the present one."""

Language = Literal["en", "zh"]


@attrs.frozen
class Settings:
    """The options that every command has."""

    store: str
    policies: tuple[str, ...]
    plugins: tuple[str, ...]
    chain_key: Path | None
    output: Output
    keys: str = ""
    lifecycle_file: Path | None = None
    former_files: tuple[Path, ...] = ()

    @property
    def _plugins(self) -> tuple[object, ...]:
        return (intakes, *self.plugins)

    @cached_property
    def _host(self) -> Host:
        """The plugins of this call, asked once: a lifecycle that is read gets the guards that the desk asks."""
        return Host((builtin, *self._plugins))

    def policy(self) -> Policy:
        """The policy that is named, or the default one."""
        return self.composed.policy if self.composed else Policy()

    @cached_property
    def composed(self) -> Composed | None:
        """The profiles and policies that are named as one; None where none is."""
        if not self.policies:
            return None
        from complaintflow.lifecycle import compose

        return compose(*self._parts(), guards=self._host.named_guards)

    def under_profile(self, profile: Profile) -> Lifecycle:
        """The lifecycle and the policy of a profile, together with the profiles and policies that are named."""
        from complaintflow.lifecycle import compose

        made = compose(*self._parts(), profile, guards=self._host.named_guards)
        return made.lifecycle.with_guards(self._host.guards)

    def _parts(self) -> Iterator[Profile | Policy]:
        return map(_read_named, self.policies)

    def lifecycle(self) -> Lifecycle:
        """The lifecycle of the file, that of the profiles, or the built-in one, under the policy, with all guards."""
        composed = self.composed
        if self.lifecycle_file is None:
            built_in = composed.lifecycle if composed else Lifecycle.default()
            return built_in.with_guards(self._host.guards)
        if composed and composed.moves:
            names = ", ".join(one.name for one in composed.profiles)
            found = f"a file, and moves of the profiles {names}"
            raise InvalidInput((Problem("lifecycle", found, "one of the two: put the moves into the file"),))
        return self.read_lifecycle(self.lifecycle_file, "lifecycle", self.policy())

    def read_lifecycle(
        self, file: Path | None, option: str, policy: Policy | None = None, mapping: LifecycleMapping | None = None
    ) -> Lifecycle:
        """The lifecycle of a file, or the built-in one, with the guards of the plugins: those that it names and all.

        With a mapping its states have new names. Raises `DefinitionError`, and `InvalidInput` that names the option.
        """
        if file is None:
            return Lifecycle.default(policy).with_guards(self._host.guards)
        from complaintflow.lifecycle import read_lifecycle

        read = read_lifecycle(check_readable(file, option), policy, self._host.named_guards, mapping=mapping)
        return read.with_guards(self._host.guards)

    def former(self) -> tuple[Lifecycle, ...]:
        """Those before it, the latest first."""
        files = (None if str(file) == _BUILT_IN else file for file in self.former_files)
        return tuple(self.read_lifecycle(file, "former") for file in files)

    def host(self, trace: Callable[[HookCall], object]) -> Host:
        """The plugins that a desk would have."""
        return Host((builtin, *self._plugins), trace)

    def desk(self, *, new: bool = False, plugins: tuple[object, ...] = (), renderer: Renderer | None = None) -> Desk:
        """The desk on the store; unless it may be `new`, its file must be there already."""
        path = Path(self.store.removeprefix(_SQLITE))
        if not new and self.store.startswith(_SQLITE) and path.name and not path.exists():
            raise StoreError(
                show_url(self.store), "there is no such file", "import or receive first, or name one with --store"
            )
        rules, former = self.lifecycle(), self.former()
        chain_key = read_key(self.chain_key, "chain-key") if self.chain_key else b""
        host = Host((builtin, *self._plugins, *plugins)) if plugins else self._host
        store = with_keys(host.open_store(self.store), keys_named(self.keys))
        return Desk(store, rules, host, chain_key=chain_key, renderer=renderer, former=former)


Shared = Annotated[Settings, Parameter(parse=False)]
"""The settings as a parameter of a command: they come from `app`, not from its words."""


def _read_named(named: str) -> Profile | Policy:
    from complaintflow.lifecycle import profile_names
    from complaintflow.lifecycle.profile_reading import read_part

    if named not in profile_names():
        known = ", ".join(profile_names())
        check_readable(Path(named), "policy", f"a file that can be read, or one of the profiles {known}")
    return read_part(named)


def read_key(file: Path, name: str) -> bytes:
    """The key in a file, without the end of its line. Raises `InvalidInput` that names the option."""
    return check_readable(file, name).read_bytes().rstrip(b"\r\n")


def check_readable(file: Path, name: str, expected: str = "a file that can be read") -> Path:
    """The file, which is there and can be read. Raises `InvalidInput` that names the option."""
    try:
        with file.open("rb"):
            return file
    except OSError as error:
        raise InvalidInput((Problem(name, f"{file}: {error.strerror}", expected),)) from error
