"""Profiles: what articles, standards and laws ask of those who handle complaints, as data to begin with.

`profile` finds one by its name, `compose` joins profiles with the policy of a company, the stricter value of each key.
None of it is legal advice.
"""

from __future__ import annotations

from complaintflow.policy.strictness import KeyChoice
from complaintflow.profiles.composing import Composed, compose
from complaintflow.profiles.reading import NO_ADVICE, Profile, Source, profile, profiles

__all__ = ["NO_ADVICE", "Composed", "KeyChoice", "Profile", "Source", "compose", "profile", "profiles"]
