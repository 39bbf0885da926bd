"""A profile: what a source asks, as tables of a policy and of a lifecycle, with the source and the day it was read.

Its file has three parts: `[profile]` says what it is, `[policy]` has the keys of a policy's file, and `[lifecycle]`
those of a lifecycle's file. A part that differs in nothing is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any

import attrs

from complaintflow._validation.structure import Checked, FrozenMap, NonBlank, as_texts, is_table, structure
from complaintflow.errors import DefinitionError, InvalidInput, Problem
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.document import make_lifecycle
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.policy.document import plain, read_file, read_toml
from complaintflow.policy.policy import Policy
from complaintflow.policy.strictness import Path as Key, leaves
from complaintflow.vocabulary import in_language

NO_ADVICE = (
    "本配置不构成法律意见。使用前请核对来源的现行文本。",
    "This is no legal advice. Read the source as it stands now before you rely on it.",
)
"""What stands beside everything that comes from a profile."""

_PARTS = ("profile", "policy", "lifecycle")


_WAYS = {"text": ("依据原文", "the text itself"), "secondary": ("依据二手资料", "by what others write of it")}
"""How a source was read."""


def _way(how: str) -> str | None:
    return None if how in _WAYS else f"one of {', '.join(_WAYS)}"


@attrs.frozen(eq=False, repr=False)
class Source(Checked):
    """What a profile was written from: its name, the day it was read, and how: the text itself, or by others."""

    text: NonBlank = attrs.field(repr=False)
    read: date
    how: Annotated[str, _way] = attrs.field(default="secondary", repr=False)

    def describe(self, language: str = "en") -> str:
        """The source in a sentence for people, in `zh` or `en`."""
        read, how = in_language(language, ("核对于", "read")), in_language(language, _WAYS[self.how])
        return f"{self.text} ({read} {self.read}, {how})"


def _as_sources(value: list[Source] | tuple[Source, ...]) -> Any:
    return tuple(value)


@attrs.frozen(eq=False, repr=False)
class _Head(Checked):
    """The part `[profile]` of a file."""

    name: NonBlank
    zh: NonBlank = attrs.field(repr=False)
    en: NonBlank = attrs.field(repr=False)
    sources: tuple[Source, ...] = attrs.field(converter=_as_sources)
    leaves_out: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts, repr=False)
    leaves_out_zh: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts, repr=False)


@attrs.frozen
class Profile:
    """What one source asks. `said` are its keys of a policy as plain values, `moves` those of a lifecycle.

    `leaves_out` tells what the source asks and the profile does not keep.
    """

    name: str
    titles: tuple[str, str] = attrs.field(repr=False)
    sources: tuple[Source, ...]
    omissions: tuple[tuple[str, ...], tuple[str, ...]] = attrs.field(repr=False)
    said: Mapping[str, Any] = attrs.field(repr=False)
    moves: Mapping[str, Any] = attrs.field(repr=False)
    policy: Policy = attrs.field(repr=False)

    def title(self, language: str = "en") -> str:
        """What people call it, in `zh` or `en`."""
        return in_language(language, self.titles)

    def leaves_out(self, language: str = "en") -> tuple[str, ...]:
        """What the source asks and the profile does not keep, in `zh` or `en`."""
        return in_language(language, self.omissions)

    def notice(self, language: str = "en") -> tuple[str, ...]:
        """What stands beside all that comes from it: its sources, that it is no advice, and what it does not keep."""
        source, omitted = in_language(language, (("来源", "未涵盖"), ("source", "not kept")))
        sources = (f"{source}: {one.describe(language)}" for one in self.sources)
        return *sources, in_language(language, NO_ADVICE), *(f"{omitted}: {one}" for one in self.leaves_out(language))

    @cached_property
    def keys(self) -> Mapping[Key, Any]:
        """Every key of a policy that it says something about."""
        return dict(leaves(self.said))

    def lifecycle(self, policy: Policy | None = None, guards: Mapping[str, Guard] | None = None) -> Lifecycle:
        """Its lifecycle under a policy, by default its own, with the guards that it names. Raises `DefinitionError`."""
        return make_lifecycle(self.moves, policy or self.policy, guards)

    @classmethod
    def read(cls, source: Path | str) -> Profile:
        """The profile of a file, or of a text of TOML. Raises `DefinitionError` with all that is wrong in a part."""
        data = read_toml(source)
        strange = [Problem(key, "an unknown key", f"one of {', '.join(_PARTS)}") for key in data if key not in _PARTS]
        wrong = [Problem(key, "no table", f"a table [{key}]") for key in _PARTS if not is_table(data.get(key, {}))]
        if strange or wrong:
            raise DefinitionError((*strange, *wrong))
        try:
            head = structure(_Head, data.get("profile", {}))
        except InvalidInput as invalid:
            raise DefinitionError(_placed("profile", invalid.problems)) from None
        return cls._of(head, data.get("policy", {}), FrozenMap(data.get("lifecycle", {})))

    @classmethod
    def _of(cls, head: _Head, wanted: Mapping[str, Any], moves: Mapping[str, Any]) -> Profile:
        try:
            policy = Policy.from_data(wanted)
        except DefinitionError as wrong:
            raise DefinitionError(_placed("policy", wrong.problems)) from None
        said = _pick(plain(policy), plain(wanted))
        texts, omissions = (head.zh, head.en), (head.leaves_out_zh, head.leaves_out)
        return cls(head.name, texts, head.sources, omissions, said, moves, policy)


def _placed(part: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(Problem(f"{part}.{one.path}", one.found, one.expected) for one in problems)


def _pick(whole: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Of a whole policy what a file said, as the policy writes it; what is spelled in another way stands as well."""
    names = {_bare(key): key for key in wanted}
    found = {key: (value, wanted[names[_bare(key)]]) for key, value in whole.items() if _bare(key) in names}
    return {
        key: _pick(value, told) if is_table(value) and is_table(told) else value for key, (value, told) in found.items()
    }


def _bare(key: str) -> str:
    return key.strip().casefold()


def read_part(named: str) -> Profile | Policy:
    """What a command line names: a profile of the library, or a file with a profile or a policy.

    A file that has the name of a profile is named with its folder. Raises `DefinitionError` and `OSError`.
    """
    return find_profile(named) or Policy.from_toml(Path(named))


def find_profile(named: str) -> Profile | None:
    """The profile of this name, or in this file; None for a file that is none. Raises `DefinitionError`, `OSError`."""
    if named in profile_names():
        return profile(named)
    text = read_file(Path(named))
    return Profile.read(text) if "profile" in read_toml(text) else None


def profile(name: str) -> Profile:
    """The profile of the library with this name: `profile("uk_disp")`. Raises `InvalidInput`, which lists them all."""
    if name not in profile_names():
        raise InvalidInput((Problem("profile", repr(name)[:60], f"one of {', '.join(profile_names())}"),))
    return _load(name)


@cache
def _load(name: str) -> Profile:
    return Profile.read((_folder() / f"{name}.toml").read_text("utf-8"))


@cache
def profile_names() -> tuple[str, ...]:
    """The names of all profiles that come with the library."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _folder().iterdir()))


def _folder() -> Traversable:
    return files("complaintflow") / "data" / "profiles"
