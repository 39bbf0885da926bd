"""How hypothesis searches, and what all tests share."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from complaintflow import Lifecycle

# The same examples each time in `make test`, others in `make explore`, which also keeps what it found.
# A time limit for one example would only measure how busy the machine is.
settings.register_profile(
    "test",
    max_examples=50,
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=5_000)
settings.load_profile("test")


@pytest.fixture(scope="session")
def lifecycle() -> Lifecycle:
    """The default lifecycle; a test that needs another makes its own."""
    return Lifecycle.default()
