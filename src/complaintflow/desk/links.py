"""What a confirm link says, when it counts."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from complaintflow.errors import DefinitionError, Problem, Refusal, Refused
from complaintflow.plugins import Link, Linker, SurveyLink


def read_link(linker: Linker | None, token: str, customer: str, at: datetime, language: str) -> Link:
    """The link that the token stands for. Raises `Refused` when it is not genuine, too late or another customer's.

    `language` is that of the refusal.
    """
    if linker is None:
        raise DefinitionError((Problem("linker", "no confirm links", "linker=ConfirmLinks(...)"),))
    if not callable(getattr(linker, "read", None)):
        found = f"a {type(linker).__name__}, which cannot read links"
        raise DefinitionError((Problem("linker", found, "a linker with `add_links` and `read`"),))
    link = linker.read(token, at)
    if isinstance(link, Refusal):
        raise Refused("unknown", "", (link.in_language(language),))  # nobody knows what the token was for
    raise_refusal(link, link.check_customer(customer) if customer else None, language)
    return link


def raise_refusal(link: Link, refusal: Refusal | None, language: str) -> None:
    """Raise `Refused` in this language when there is a refusal."""
    if refusal is not None:
        raise Refused(link.complaint, type(link.command()).__name__, (refusal.in_language(language),))


def read_survey(linker: Linker | None, token: str, customer: str, at: datetime, language: str) -> SurveyLink:
    """R36: the survey that the token stands for. Raises what `read_link` raises."""
    read = getattr(linker, "read_survey", None)
    if not callable(read):
        found = "no confirm links" if linker is None else f"a {type(linker).__name__}, which reads no surveys"
        raise DefinitionError((Problem("linker", found, "linker=ConfirmLinks(…, survey_page=…)"),))
    link = cast(SurveyLink | Refusal, read(token, at))
    if isinstance(link, SurveyLink) and customer and customer != link.customer:
        link = Refusal.of("link-of-this-customer")
    if isinstance(link, Refusal):
        raise Refused("unknown", "", (link.in_language(language),))
    return link
