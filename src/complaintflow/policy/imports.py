"""What complaints bring along from another system."""

from __future__ import annotations

import attrs

from complaintflow._validation.structure import Checked


@attrs.frozen(eq=False, repr=False)
class Imports(Checked):
    """What an imported complaint brings along.

    A deadline that had passed at the other system goes on record as missed there. Without `tells_missed` nobody is told
    of it: it is on the agenda, and whoever heard of it then need not hear of it once more.
    """

    tells_missed: bool = False
