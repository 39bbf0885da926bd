"""What `import complaintflow` costs, and the first complaint in a new process, against the dependencies alone.

Counted is the CPU time of the thread, in fresh interpreters that take turns, the least of several runs each. The
dependencies are the packages that the import loads and the modules of the standard library that our files name.
"""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Figure

GOAL = 1.5
PACKAGES = ("attrs", "msgspec", "pluggy")
CACHING = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Bytecode is kept, as pip keeps that of the dependencies: else our side alone would be compiled in each run."""
SOURCE = Path(__file__).parents[1] / "src" / "complaintflow"
FIRST = (
    "from complaintflow import Actor, Customer, Desk; from complaintflow.commands import Receive; "
    "story = 'I paid twice for order A-1001 and want my money back.'; "
    "Desk.open('memory://').receive(Receive('app', Customer('u-1'), story), by=Actor.system())"
)
"""What a program does at least: it opens a desk and takes in a complaint."""
_TIMED = "from time import thread_time_ns as now; begin = now(); {}; print(now() - begin)"


def importing(runs: int) -> Iterator[Figure]:
    """The import, and the import with a first complaint."""
    alone = "import " + ", ".join([*PACKAGES, *sorted(list_standard())])
    costs = [[cost(program) for program in (alone, "import complaintflow", FIRST)] for _ in range(runs)]
    dependencies, own, first = (min(column) for column in zip(*costs, strict=True))
    for name, taken, goal in (
        ("import complaintflow", own, f"≤{GOAL}"),
        ("a first complaint in a new process", first, ""),
    ):
        detail = f"{taken / 1e6:.0f} ms ÷ {dependencies / 1e6:.0f} ms"
        yield Figure(name, taken / dependencies, "×", "its dependencies", goal, detail)


def cost(program: str) -> int:
    """Nanoseconds of CPU that the program takes, without the interpreter's own start."""
    run = [sys.executable, "-c", _TIMED.format(program)]
    return int(subprocess.run(run, env=CACHING, capture_output=True, text=True, check=True).stdout)


def list_standard() -> set[str]:
    """The modules of the standard library that `import complaintflow` really takes from our own import lines."""
    listed = "import complaintflow, sys; print('\\n'.join(m.__file__ for n, m in sys.modules.items() if n in NAMES))"
    program = f"NAMES = {_list_modules()!r}; {listed}"
    files = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    named = {name for file in files for name in _list_imports(Path(file))}
    return {name for name in named if name.split(".")[0] in sys.stdlib_module_names and name != "__future__"}


def _list_modules() -> set[str]:
    files = (file.relative_to(SOURCE.parent).with_suffix("") for file in SOURCE.rglob("*.py"))
    return {".".join(file.parts).removesuffix(".__init__") for file in files}


def _list_imports(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names
