"""The public names: what the public packages export in their `__init__`. `public_names.txt` holds them, one a line.

Write the file anew with `python -m tests.house.public_names`.
"""

from __future__ import annotations

from pathlib import Path

from tests.house.sources import SOURCES

PACKAGES = (
    "complaintflow",
    "complaintflow.channels",
    "complaintflow.commands",
    "complaintflow.contrib.django",
    "complaintflow.contrib.fastapi",
    "complaintflow.contrib.logs",
    "complaintflow.contrib.mcp",
    "complaintflow.contrib.timestamps",
    "complaintflow.conformance",
    "complaintflow.contrib.metrics",
    "complaintflow.contrib.parquet",
    "complaintflow.contrib.procrastinate",
    "complaintflow.contrib.report",
    "complaintflow.contrib.tools",
    "complaintflow.contrib.tracing",
    "complaintflow.desk",
    "complaintflow.inbound",
    "complaintflow.insight",
    "complaintflow.intakes",
    "complaintflow.interchange",
    "complaintflow.knowledge",
    "complaintflow.lifecycle",
    "complaintflow.messages",
    "complaintflow.plugins",
    "complaintflow.policy",
    "complaintflow.record",
    "complaintflow.sla",
    "complaintflow.stores",
    "complaintflow.testing",
    "complaintflow.vocabulary",
    "complaintflow.wording",
    "complaintflow.workdays",
)
"""Everything else may change without notice, as SECURITY.md says."""

LIST = Path(__file__).with_suffix(".txt")


def exported() -> list[str]:
    """Each exported name with its package, sorted."""
    return sorted(f"{package}.{name}" for package in PACKAGES for name in SOURCES[package].exports)


def listed() -> list[str]:
    """What the file holds."""
    return LIST.read_text(encoding="utf-8").split()


if __name__ == "__main__":
    LIST.write_text("\n".join(exported()) + "\n", encoding="utf-8")
