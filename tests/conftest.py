"""How hypothesis searches: by chance on a developer's machine, the same way each time in CI, long in `make explore`."""

import os

from hypothesis import HealthCheck, settings

# A time limit for one example would only measure how busy the machine is.
settings.register_profile("day", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("day"), derandomize=True, database=None)
settings.register_profile("explore", settings.get_profile("day"), max_examples=5_000)
settings.load_profile("ci" if os.environ.get("CI") else "day")
