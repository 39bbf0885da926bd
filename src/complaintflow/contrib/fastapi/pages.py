"""The page behind a confirm link: a GET shows it and changes nothing, a POST puts the customer's word on record.

Scanners of mail open every link with a GET. So nothing is confirmed before somebody presses the button.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from fastapi import Request
from fastapi.responses import HTMLResponse

from complaintflow import AsyncDesk, ComplaintflowError, DefinitionError, problem
from complaintflow.contrib.fastapi.bodies import read_language
from complaintflow.inbound import Click

_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "referrer-policy": "no-referrer",  # the address holds the token
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
}
_ASKED: Mapping[Click, Mapping[str, tuple[str, str]]] = {
    Click.CONFIRM: {"zh": ("问题已经解决了吗?", "已解决"), "en": ("Is the problem solved?", "It is solved")},
    Click.DISPUTE: {"zh": ("问题还没有解决吗?", "没有解决"), "en": ("Is the problem not solved?", "It is not solved")},
}
_THANKS = {"zh": "谢谢,已经记录。", "en": "Thank you. It is on record."}
_NO_LINKS = {"zh": "没有这个页面。", "en": "There is no such page."}


class ConfirmPage:
    """The page of one desk, in the language of the browser."""

    def __init__(self, desk: AsyncDesk) -> None:
        self._desk = desk

    async def show(self, request: Request, token: str = "") -> HTMLResponse:
        """Show the page that a confirm link leads to. It changes nothing."""
        language = self._language(request)
        try:
            link = await self._desk.read_link(token)
        except ComplaintflowError as error:
            return _tell(error, language)
        question, button = _ASKED[link.action][language]
        form = f'<form method="post"><button>{escape(button)}</button></form>'
        return _page(language, f"<h1>{escape(link.complaint)}</h1><p>{escape(question)}</p>{form}")

    async def accept(self, request: Request, token: str = "") -> HTMLResponse:
        """Put the customer's word on record, once. Its body is not read."""
        language = self._language(request)
        try:
            complaint = await self._desk.accept_link(token)
        except ComplaintflowError as error:
            return _tell(error, language)
        return _page(language, f"<h1>{escape(complaint.id)}</h1><p>{escape(_THANKS[language])}</p>")

    def _language(self, request: Request) -> str:
        return read_language(request, self._desk.policy.language_for_staff)


def _tell(error: ComplaintflowError, language: str) -> HTMLResponse:
    """Why not, for a person. A desk without links has no such page."""
    if isinstance(error, DefinitionError):
        return _page(language, f"<p>{escape(_NO_LINKS[language])}</p>", 404)
    told = problem(error, language=language)
    reasons = [str(one["why"]) for one in told.get("refusals", ())] or [str(told["title"])]
    return _page(language, "".join(f"<p>{escape(one)}</p>" for one in reasons), int(told["status"]))


def _page(language: str, body: str, status: int = 200) -> HTMLResponse:
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>complaintflow</title>'
    html = f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'
    return HTMLResponse(html, status, {**_HEADERS, "content-language": language, "vary": "Accept-Language"})
