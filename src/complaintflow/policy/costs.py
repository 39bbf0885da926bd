"""R26: the numbers of the advisor: the costs of handling a complaint further, and of a penalty."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

import attrs

from complaintflow._validation.structure import Checked, FrozenMap, NonBlank, Within, as_amount, validate
from complaintflow.errors import InvalidInput, Problem
from complaintflow.vocabulary import Exposure, Grade

Money = Annotated[Decimal, Within(0)]
"""An amount of money, not below zero."""


_MINUTES = FrozenMap({"C": 15, "B": 45, "A": 90, "E": 180})
_PENALTY = FrozenMap({"none": Decimal(0), "public": Decimal(200), "regulator": Decimal(1000)})


@attrs.frozen(eq=False, repr=False)
class Costs(Checked):
    """R26: what the advisor adds up, in one currency. No rule reads it. The amounts are examples: set your own.

    `wage` is the cost of one person's hour, `people` how many work on a complaint, and `minutes` how long each of them
    still works, by grade. `penalty` is what may have to be paid, by the attention from outside.
    """

    currency: NonBlank = "CNY"
    wage: Money = attrs.field(default=Decimal(60), converter=as_amount)
    people: Annotated[int, Within(1, 1000)] = 2
    minutes: Mapping[str, Annotated[int, Within(0, 100_000)]] = _MINUTES
    penalty: Mapping[str, Money] = _PENALTY

    def __attrs_post_init__(self) -> None:
        validate(self)
        problems = (
            *_table_problems("minutes", self.minutes, Grade),
            *_table_problems("penalty", self.penalty, Exposure),
        )
        if problems:
            raise InvalidInput(problems)


def _table_problems(name: str, table: Mapping[str, object], words: type[StrEnum]) -> tuple[Problem, ...]:
    """Every word needs its entry, and nothing else may have one."""
    known = [str(word.value) for word in words]
    if set(table) == set(known):
        return ()
    return (Problem(name, ", ".join(sorted(table)) or "nothing", "one entry for each of " + ", ".join(known)),)
