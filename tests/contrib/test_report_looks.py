"""The report in the machine's own Chromium: it fits, is quiet, and everybody can read it. Pictures: build/reports."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
from importlib.resources import files
from pathlib import Path

import attrs
import pytest

from complaintflow.contrib.report import gather, write_report
from complaintflow.vocabulary import LANGUAGES
from tests.contrib.reported import DAY, MONDAY, CountingDesk, some_cases
from tests.messages.browser import CHROMIUM

pytestmark = [
    pytest.mark.explore,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine, and none is downloaded"),
]
PICTURES = Path(__file__).parents[2] / "build" / "reports"
WIDTHS = (360, 1100)
HIGH = 4000
LONG = "汉字 and a-very-long-word-without-any-place-to-break-it-" * 4
_CSP = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')
_RUN = """
addEventListener("load", async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  parent.note({
    width: innerWidth, content: document.documentElement.scrollWidth, title: document.title,
    ground: getComputedStyle(document.documentElement).backgroundColor,
    faults: found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`),
  });
});
"""
_FRAME = """<!DOCTYPE html><meta charset="utf-8">
<style>
body { margin: 0; display: flex; gap: 16px; background: #888 }
iframe { border: 0; flex: none }
output { display: none }
</style>
<output></output>
<script>
const all = [];
function note(one) { all.push(one); document.querySelector("output").textContent = JSON.stringify(all) }
</script>
"""


@attrs.frozen
class Looked:
    """What the browser made of a page at each width, and what it said."""

    frames: tuple[dict[str, object], ...]
    console: tuple[str, ...]


def look(page: str, folder: Path, name: str, dark: bool) -> Looked:
    """The page at each width. axe is put into it: so the page's own rule that nothing may run is taken out for that."""
    axe = files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
    tried = _CSP.sub("", page).replace("</body>", f"<script>{axe}</script><script>{_RUN}</script></body>")
    frames = "".join(
        f'<iframe style="width:{width}px;height:{HIGH}px" srcdoc="{html.escape(tried)}"></iframe>' for width in WIDTHS
    )
    (folder / "frames.html").write_text(_FRAME + frames, encoding="utf-8")
    done = _browse(folder, folder / "frames.html", dark, "--dump-dom")
    (folder / "page.html").write_text(page, encoding="utf-8")
    alone = _browse(folder, folder / "page.html", dark, f"--screenshot={PICTURES / name}.png")
    found = re.search("<output>(.*?)</output>", done.stdout, re.DOTALL)
    assert found, done.stderr[-2000:]
    console = tuple(line for run in (done, alone) for line in run.stderr.splitlines() if "CONSOLE" in line)
    return Looked(tuple(json.loads(html.unescape(found[1]))), console)


def _browse(folder: Path, page: Path, dark: bool, *more: str) -> subprocess.CompletedProcess[str]:
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    command = [
        *(
            str(CHROMIUM),
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--hide-scrollbars",
            "--enable-logging=stderr",
        ),
        *("--host-resolver-rules=MAP * ~NOTFOUND", f"--blink-settings=preferredColorScheme={0 if dark else 1}"),
        *(
            f"--user-data-dir={folder / 'profile'}",
            f"--window-size={sum(WIDTHS)},{HIGH}",
            "--virtual-time-budget=20000",
        ),
        *(*root, *more, page.as_uri()),
    ]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)


def report(language: str, **named: str) -> str:
    desk = CountingDesk(some_cases(60, **named))
    return write_report(gather(desk, since=MONDAY, until=MONDAY + 7 * DAY), language)


@pytest.mark.parametrize("named", [{}, {"area": LONG, "type": LONG, "root_cause": LONG}], ids=["plain", "long"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_fits_is_quiet_and_passes_axe(
    tmp_path: Path, language: str, dark: bool, named: dict[str, str]
) -> None:
    """On a telephone and on a desk, by day and by night."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    name = f"{language}-{'dark' if dark else 'light'}-{'long' if named else 'plain'}"
    looked = look(report(language, **named), tmp_path, name, dark)
    assert looked.console == ()
    assert {one["width"] for one in looked.frames} == set(WIDTHS)
    for one in looked.frames:
        assert one["content"] == one["width"]
        assert one["faults"] == []
        assert (one["ground"] == "rgb(20, 23, 26)") == dark


def test_what_is_wrong_is_noticed(tmp_path: Path) -> None:
    """A page that is too wide, pale and loud: otherwise the test above could not fail."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    worse = "p{color:#ccc!important;width:900px}</style><script>console.error('loud')</script>"
    page = _CSP.sub("", report("en")).replace("</style>", worse)
    looked = look(page, tmp_path, "wrong", dark=False)
    phone = next(one for one in looked.frames if one["width"] == WIDTHS[0])
    assert phone["content"] != phone["width"]
    assert any(str(fault).startswith("color-contrast") for fault in [*phone["faults"]])  # type: ignore[misc]
    assert any("loud" in line for line in looked.console)
