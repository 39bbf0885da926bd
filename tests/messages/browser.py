"""Mails in a real browser: what is broken in them, and a picture for people to look at.

Each mail stands in a frame of each width, on one page of ours, whose script (`measure.js`) looks into the frames. The
mails themselves stay as they are, and their scripts may run, if they have any: so a test can see that they have none.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import attrs

__all__ = ["CHROMIUM", "WIDTHS", "Seen", "looked_at"]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
"""The machine's own; none is ever downloaded."""
WIDTHS = (360, 800)
"""Pixels: a narrow phone, and a window on a desk."""
_HEIGHT = 2400
"""Pixels of a picture; what is longer is measured, and not in the picture."""
_MEASURE = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
_FLAGS = (
    *("--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND"),
)
_STYLE = """
body { margin: 0; display: flex; gap: 24px; align-items: start; background: #888 }
iframe { border: 0; flex: none }
output { display: none }
"""
_FOUND = re.compile("<output>(.*)</output>", re.DOTALL)


@attrs.frozen
class Seen:
    """What the browser made of a mail at one width: what is broken, and what a reader would see."""

    faults: tuple[str, ...] = attrs.field(converter=tuple)
    title: str
    text: str
    buttons: tuple[str, ...] = attrs.field(converter=tuple)
    fetched: tuple[str, ...] = attrs.field(converter=tuple)


def looked_at(mails: Mapping[str, str], folder: Path, picture: Path | None = None) -> dict[tuple[str, int], Seen]:
    """Every mail (its HTML by a name) at every width; `folder` is for the browser's own files."""
    page, asked = folder / "page.html", tuple(product(mails, WIDTHS))
    page.write_text(_page([(mails[name], width) for name, width in asked]), encoding="utf-8")
    wide = sum(width + 24 for _, width in asked)
    shot = [f"--screenshot={picture}", f"--window-size={wide},{_HEIGHT}"] if picture else []
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    command = [
        str(CHROMIUM),
        *_FLAGS,
        *root,
        f"--user-data-dir={folder / 'profile'}",
        *shot,
        "--dump-dom",
        page.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
    found = _FOUND.search(done.stdout)
    assert found, f"the browser measured nothing:\n{done.stderr[-2000:]}"
    seen = json.loads(html.unescape(found[1]))
    return {at: Seen(**one) for at, one in zip(asked, seen, strict=True)}


def _page(frames: list[tuple[str, int]]) -> str:
    shown = "".join(f'<iframe style="width:{width}px" srcdoc="{html.escape(mail)}"></iframe>' for mail, width in frames)
    head = f'<!DOCTYPE html><meta charset="utf-8"><style>{_STYLE}</style>'
    return f"{head}{shown}<output></output><script>{_MEASURE}</script>"
