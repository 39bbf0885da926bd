"""The sentences of the corpus: files of one language and one meaning, one sentence a line, under headings.

`\\n`, `\\t` and `\\u200b` and the like are written as escapes. Half of the sentences, chosen by their digest, is kept
back: nobody looks at its errors while writing rules, and it is what the measured numbers are of.

In the folders beside them are sentences that were written later: `fresh`, and those of a second author. `second` was
looked at afterwards, `second_kept` was not. `ninth`, `twelfth` and `thirteenth` are strangers': nobody looks at their
sentences or errors, and nothing is learnt from them; only how many are read well is known. `kinds` has sentences of
ours for what was misread of the others, each kind of claim beside what only looks like it.

    python -m tests.wording.corpus
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs

from complaintflow.wording import claims_solved

FOLDER = Path(__file__).parent / "corpus"
_ESCAPE = re.compile(r"\\(n|t|u[0-9a-f]{4})")


@attrs.frozen
class Sentence:
    """One sentence: its language, whether it claims a solution, and the heading that it stands under."""

    language: str
    claims: bool
    heading: str
    text: str

    @property
    def kept_back(self) -> bool:
        return bool(hashlib.blake2b(self.text.encode(), digest_size=1).digest()[0] & 1)

    @property
    def is_read_well(self) -> bool:
        return bool(claims_solved(self.text)) is self.claims


def _unescape(found: re.Match[str]) -> str:
    return found.group().encode().decode("unicode_escape")


def _read(path: Path) -> Iterator[Sentence]:
    language, meaning = path.stem.split("_")
    heading = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line[2:]
        elif line:
            yield Sentence(language, meaning == "claim", heading, _ESCAPE.sub(_unescape, line))


@cache
def corpus(folder: str = "") -> tuple[Sentence, ...]:
    """Every sentence of the files, or of those in a folder beside them."""
    return tuple(one for path in sorted((FOLDER / folder).glob("*.txt")) for one in _read(path))


def share_read_well(sentences: list[Sentence]) -> float:
    return sum(one.is_read_well for one in sentences) / len(sentences)


def report() -> Iterator[str]:
    """A line for each language, meaning and half, with how many are read well."""
    parts = {
        "seen": [one for one in corpus() if not one.kept_back],
        "kept back": [one for one in corpus() if one.kept_back],
        "fresh": list(corpus("fresh")),
        "second": list(corpus("second")),
        "2nd kept": list(corpus("second_kept")),
    }
    for name, part in parts.items():
        for language in ("zh", "en"):
            for claims in (True, False):
                chosen = [one for one in part if (one.language, one.claims) == (language, claims)]
                what = "claims refused" if claims else "harmless passed"
                if not chosen:
                    continue
                good = sum(one.is_read_well for one in chosen)
                yield f"{name:9} {language} {what:15} {good:3} of {len(chosen):3}  {good / len(chosen):.1%}"


if __name__ == "__main__":
    print("\n".join(report()))
