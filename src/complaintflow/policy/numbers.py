"""The kinds of numbers that a policy states."""

from __future__ import annotations

from typing import Annotated

from complaintflow._validation.structure import Within

Count = Annotated[int, Within(0)]
Positive = Annotated[int, Within(1)]
Days = Annotated[int, Within(0, 36_525)]
