"""A folder that is read holds its own files. A link may lead to any file of the machine: none out is followed."""

from __future__ import annotations

from pathlib import Path


def leads_out(path: Path, folder: Path) -> bool:
    """Whether what stands at this path within the folder lies elsewhere."""
    return not path.resolve().is_relative_to(folder.resolve())
