"""How much a tool takes and answers."""

from __future__ import annotations

import attrs


@attrs.frozen
class Bounds:
    """How much a tool takes and answers at most.

    `rows` are the complaints of a page, the events of a history and the items of any list, `chars` the characters of
    one text, and `answer` and `question` the bytes of a whole answer and of what is asked, as JSON.
    """

    rows: int = attrs.field(
        default=50, validator=attrs.validators.and_(attrs.validators.ge(1), attrs.validators.le(1000))
    )
    chars: int = attrs.field(default=4000, validator=attrs.validators.ge(1))
    answer: int = attrs.field(default=100_000, validator=attrs.validators.ge(10_000))
    question: int = attrs.field(default=100_000, validator=attrs.validators.ge(1000))
