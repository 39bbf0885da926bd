"""The lifecycle that the tests of the core ask, unless they make their own."""

from __future__ import annotations

import pytest

from complaintflow import Lifecycle


@pytest.fixture(scope="session")
def lifecycle() -> Lifecycle:
    return Lifecycle.default()
