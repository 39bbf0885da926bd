"""What `import complaintflow` costs, against what its dependencies cost alone (goal: at most 2.5 times).

Both are counted by `python -X importtime` in fresh interpreters, the best of several runs each. The
dependencies are the four packages and the modules of the standard library that the library itself names.
"""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

GOAL = 2.5
PACKAGES = ("attrs", "msgspec", "pluggy", "transitions")
CACHING = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Bytecode is kept, as pip keeps that of the dependencies: else our side alone would be compiled in each run."""
SOURCE = Path(__file__).parents[1] / "src" / "complaintflow"


def main() -> None:
    own, dependencies = measure()
    print(f"import complaintflow: {own / 1000:.1f} ms, its dependencies alone {dependencies / 1000:.1f} ms")
    print(f"ratio {own / dependencies:.2f} (goal: at most {GOAL})")


def measure(runs: int = 7) -> tuple[int, int]:
    """Microseconds: of the whole import, and of the dependencies alone."""
    alone = "import " + ", ".join([*PACKAGES, *sorted(list_standard())])
    return best("import complaintflow", runs), best(alone, runs)


def best(program: str, runs: int) -> int:
    """The least that the imports of this program cost in any run, without the interpreter's own start."""
    nothing = min(cost("pass") for _ in range(runs))
    return min(cost(program) for _ in range(runs)) - nothing


def cost(program: str) -> int:
    """The sum of what each imported module took by itself."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", program], env=CACHING, capture_output=True, text=True, check=True
    )
    return sum(int(own) for own in re.findall(r"^import time: +(\d+) \|", run.stderr, re.MULTILINE))


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


if __name__ == "__main__":
    main()
