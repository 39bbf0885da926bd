"""The command that lists the profiles, and shows what one asks for and what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from cyclopts import Parameter

from complaintflow._validation.structure import is_list
from complaintflow.cli.failures import Code
from complaintflow.cli.output import Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Language, Shared
from complaintflow.interchange import to_data
from complaintflow.lifecycle import NO_ADVICE, Composed, Profile, compose, profile, profile_names
from complaintflow.policy.strictness import KeyChoice
from complaintflow.vocabulary import in_language


@subcommand
def profiles(
    name: Annotated[str, Parameter(help="A profile; none: a list of all.")] = "",
    /,
    *,
    language: Language = "en",
    settings: Shared,
) -> int:
    """What laws, standards and articles ask for, as profiles for --policy. With a name: what it changes, and why.

    It is compared with the default policy, or with those of --policy: of each key the stricter value stands.
    """
    if not name:
        every = [profile(one) for one in profile_names()]
        settings.output.emit(
            {"profiles": [_head(one) for one in every], "advice": NO_ADVICE[1]}, _list(every, language)
        )
        return Code.OK
    shown = profile(name)
    composed = compose(settings.policy(), shown)
    settings.output.emit(_document(shown, composed), _view(shown, composed, language))
    return Code.OK


def _head(shown: Profile) -> dict[str, Any]:
    sources = [{"text": one.text, "read": one.read, "how": one.how} for one in shown.sources]
    return {"name": shown.name, "en": shown.title("en"), "zh": shown.title("zh"), "sources": sources}


def _document(shown: Profile, composed: Composed) -> dict[str, Any]:
    choices = [
        {"key": one.key, "own": one.own, "profile": one.other, "stands": one.stands, "won": one.won}
        | {"why": one.reason("en")}
        for one in composed.choices
    ]
    said = {".".join(path): value for path, value in shown.keys.items()}
    more = {"says": said, "leaves_out": shown.leaves_out("en"), "choices": choices, "moves": to_data(dict(shown.moves))}
    return {**_head(shown), **more, "policy": composed.policy.digest, "advice": NO_ADVICE[1]}


def _list(every: list[Profile], language: str) -> View:
    columns = (("名称", "内容", "核对日期"), ("profile", "what it is", "read"))
    rows = [(one.name, one.title(language), f"{max(source.read for source in one.sources)}") for one in every]
    yield Table(in_language(language, columns), rows)
    yield in_language(language, NO_ADVICE)


def _view(shown: Profile, composed: Composed, language: str) -> View:
    yield shown.title(language)
    words = _WORDS[language]
    yield from shown.notice(language)
    decided = {one.path for one in composed.choices}
    columns = [words[name] for name in ("key", "profile", "own", "stands", "why")]
    yield Table(columns, [_decided(one, words, language) for one in composed.choices])
    added = [(".".join(path), _say(value, words)) for path, value in shown.keys.items() if path not in decided]
    yield Table([words["added"], words["profile"]], added)
    yield from _moves(shown, words)


def _decided(one: KeyChoice, words: Mapping[str, str], language: str) -> tuple[str, ...]:
    """A key of which both say something else: both values, which stands, and why."""
    return one.key, _say(one.other, words), _say(one.own, words), words[one.won], one.reason(language)


def _say(value: object, words: Mapping[str, str]) -> str:
    if value in ([], None, ""):
        return words["nothing"]
    return " | ".join(map(str, value)) if is_list(value) else str(value)


def _moves(shown: Profile, words: Mapping[str, str]) -> Iterator[str]:
    for command in shown.moves.get("commands", {}):
        yield f"{words['command']}: {command}"


_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        **{name: name for name in ("profile", "stands", "why", "command", "both", "added")},
        **{"own": "yours", "other": "the profile", "nothing": "none"},
        "key": "where both differ",
    },
    "zh": {
        **{"key": "双方不同的键", "profile": "配置", "stands": "采用", "why": "理由"},
        **{"command": "自有命令", "both": "双方", "own": "您的值", "other": "配置"},
        **{"added": "新增", "nothing": "无"},
    },
}
