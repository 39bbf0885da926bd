"""The page on testing is enough for a plugin's author: its classes pass, with no configuration of ours around."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "howto" / "testing.md"
FEW = "from hypothesis import settings\nTestOurMachine.settings = settings(max_examples=5, stateful_step_count=10)"


@pytest.mark.explore
def test_the_contracts_on_the_page_pass_as_a_file_of_tests(tmp_path: Path) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    contracts = [block for block in blocks if "Contract" in block]  # the others run where all documents do
    tests = tmp_path / "test_page.py"
    tests.write_text("\n".join([*contracts, FEW]), encoding="utf-8")
    asked = ["-q", "-rA", "-p", "no:cacheprovider", str(tests)]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *asked], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    passed = set(re.findall(r"^PASSED \S+::(Test\w+)::", run.stdout, re.MULTILINE))
    parts = {"TestFounders", "TestPolite", "TestWiki", "TestCounter"}
    stores = {"TestOurStore", "TestOurMachine", "TestSqlite"}
    assert passed == {"TestSms", "TestNightShift", "TestChatLog", *stores, *parts}
