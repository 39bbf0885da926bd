"""How hypothesis searches: by chance on a developer's machine, the same way each time in CI, long in `make explore`."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from complaintflow import Lifecycle

# A time limit for one example would only measure how busy the machine is.
settings.register_profile("day", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("day"), derandomize=True, database=None)
settings.register_profile("explore", settings.get_profile("day"), max_examples=5_000)
settings.load_profile("ci" if os.environ.get("CI") else "day")


@pytest.fixture(scope="session")
def lifecycle() -> Lifecycle:
    """The default lifecycle; a test that needs another makes its own."""
    return Lifecycle.default()
