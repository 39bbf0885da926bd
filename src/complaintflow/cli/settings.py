"""What holds for every command: the store, the policy, the plugins, and how it answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

import attrs
from cyclopts import Parameter

from complaintflow import intakes
from complaintflow.cli.output import Output
from complaintflow.desk import builtin
from complaintflow.desk.desk import Desk
from complaintflow.desk.unlocking import keys_named
from complaintflow.errors import InvalidInput, Problem, StoreError
from complaintflow.lifecycle import Composed, Lifecycle, Profile, compose, profile_names, read_lifecycle
from complaintflow.lifecycle.profile_reading import read_part
from complaintflow.plugins import HookCall, Host, Renderer
from complaintflow.plugins._store_url import show_url
from complaintflow.policy.policy import Policy

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

    def policy(self) -> Policy:
        """The policy that is named, or the default one."""
        return self.composed.policy if self.composed else Policy()

    @cached_property
    def composed(self) -> Composed | None:
        """The profiles and policies that are named as one; None where none is."""
        return compose(*map(_read_named, self.policies)) if self.policies else None

    def under_profile(self, profile: Profile) -> Lifecycle:
        """The lifecycle and the policy of a profile, together with the profiles and policies that are named."""
        return compose(*map(_read_named, self.policies), profile).lifecycle

    def lifecycle(self) -> Lifecycle:
        """The lifecycle of the file, that of the profiles, or the built-in one, under the policy."""
        composed = self.composed
        if self.lifecycle_file is None:
            return composed.lifecycle if composed else Lifecycle.default()
        if composed and composed.moves:
            names = ", ".join(one.name for one in composed.profiles)
            found = f"a file, and moves of the profiles {names}"
            raise InvalidInput((Problem("lifecycle", found, "one of the two: put the moves into the file"),))
        return _read(self.lifecycle_file, "lifecycle", self.policy())

    def former(self) -> tuple[Lifecycle, ...]:
        """Those before it, the latest first."""
        return tuple(_read(None if str(file) == _BUILT_IN else file, "former") for file in self.former_files)

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
        return Desk.open(
            self.store,
            lifecycle=self.lifecycle(),
            former=self.former(),
            plugins=(*self._plugins, *plugins),
            chain_key=read_key(self.chain_key, "chain-key") if self.chain_key else b"",
            renderer=renderer,
            keys=keys_named(self.keys),
        )


Shared = Annotated[Settings, Parameter(parse=False)]
"""The settings as a parameter of a command: they come from `app`, not from its words."""


def _read(file: Path | None, name: str, policy: Policy | None = None) -> Lifecycle:
    return Lifecycle.default(policy) if file is None else read_lifecycle(check_readable(file, name), policy)


def _read_named(named: str) -> Profile | Policy:
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
