"""Which sentence of a port a test looks at, and the story that is told when the sentence was broken.

A test of a contract is marked with `keeps(port, sentence)`. When it fails, whatever the failure, the message names the
sentence and tells what was done, what came and what was expected.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from functools import wraps
from types import FunctionType
from typing import Any, TypeVar, cast

import pytest

from complaintflow.testing.answers import Breaks
from complaintflow.testing.story import Story, brief

_Test = TypeVar("_Test", bound=Callable[..., None])
_MOST = 600
"""The longest account of what came, in characters: the rest stands in the traceback."""


class BrokenPromise(AssertionError):
    """A sentence of a port that a part did not keep. `port`, `sentence` and `story` say which, and what was done."""

    def __init__(self, port: type, sentence: str, story: Story, expected: str, came: str) -> None:
        self.port, self.sentence, self.story, self.expected, self.came = port, sentence, story, expected, came
        super().__init__(
            f'the contract of {port.__name__} says: "{sentence}"\n'
            f"what was done:\n{story}\nwhat was expected: {expected}\nwhat came: {came}"
        )


def keeps(port: type, sentence: str) -> Callable[[_Test], _Test]:
    """Marks a test that looks whether this sentence, word for word in the docstrings of the port, is kept.

    The part under test is handed over so that what is done to it makes the story. A call that is wrong by itself
    (`Breaks`) is told with its own sentence.
    """

    def mark(test: _Test) -> _Test:
        @wraps(test)
        def told(self: object, **fixtures: Any) -> None:
            __tracebackhide__ = True
            story = Story()
            try:
                test(self, **{name: story.listen(thing) for name, thing in fixtures.items()})
            except (Exception, pytest.fail.Exception) as error:
                said = (error.port, error.sentence) if isinstance(error, Breaks) else (port, sentence)
                broken = BrokenPromise(*said, story, _expected(test, fixtures), _came(error))
                raise broken.with_traceback(error.__traceback__) from None

        told.kept = port, sentence  # type: ignore[attr-defined]
        return cast(_Test, told)

    return mark


def _expected(test: Callable[..., None], fixtures: Mapping[str, object]) -> str:
    """The name of the test in words, with the texts that it was given."""
    words = test.__name__.removeprefix("test_").replace("_", " ")
    given = [f"{name}={brief(thing)}" for name, thing in fixtures.items() if isinstance(thing, str | int | type)]
    return f"{words} ({', '.join(given)})" if given else words


def _came(error: BaseException) -> str:
    """The failure in words: what an assertion says, or the kind of an error with what it says."""
    said = error.what if isinstance(error, Breaks) else str(error)
    text = said.split("\n  \n")[0] or "a condition that does not hold"
    whole = text if isinstance(error, AssertionError) else f"{type(error).__name__}: {text}"
    return whole if len(whole) <= _MOST else f"{whole[:_MOST]} … ({len(whole)} characters)"


def promises(contract: type) -> dict[str, tuple[type, str]]:
    """The tests of a contract, each with the port and the sentence that it looks at."""
    tests = {name: getattr(contract, name) for name in dir(contract) if name.startswith("test_")}
    return {name: test.kept for name, test in tests.items() if hasattr(test, "kept")}


def words_of(port: type) -> str:
    """The docstrings of a port and of its methods, each line break a blank."""
    own = (member.fget if isinstance(member, property) else member for member in vars(port).values())
    methods = (member for member in own if isinstance(member, FunctionType))
    texts = (inspect.getdoc(one) or "" for one in (port, *methods))
    return re.sub(r"\s+", " ", " ".join(texts))
