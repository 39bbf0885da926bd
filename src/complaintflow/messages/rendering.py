"""Messages written by templates (extra `templates`): a `Renderer` for mail, chat, SMS and plain text.

::

    desk = Desk.open("sqlite:///helpdesk.db", renderer=Templates("our_templates", zone="Europe/London"))

A template gets the public words of its message (`fields`), the complaint's id and the links, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import tzinfo
from importlib import import_module, resources
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import attrs

from complaintflow.commands import Notify
from complaintflow.errors import DefinitionError, Problem
from complaintflow.messages.brief import brief_fields
from complaintflow.messages.catalogue import PAGES, PARTS, PageKind, page_of
from complaintflow.messages.forms import FORMS, SUBJECT_LENGTH
from complaintflow.messages.local import find_zone
from complaintflow.messages.proving import check_frame, check_page, check_variables
from complaintflow.messages.shortening import cut
from complaintflow.messages.spans import join
from complaintflow.messages.values import build_values
from complaintflow.messages.view import CustomerView
from complaintflow.plugins import AnyMessage, CustomerMessage, Message
from complaintflow.plugins.folders import leads_out
from complaintflow.policy.policy import STANDARD, Policy
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import LANGUAGES, language_of

if TYPE_CHECKING:
    from complaintflow.messages._jinja import Engine, Reader

SUFFIX = ".j2"
FRAME = f"frame.html{SUFFIX}"
"""The HTML around the body of every mail."""
_MAIL = "mail"


@attrs.frozen
class RenderedPage:
    """One page: a subject on one line, the text, and its HTML when it is for a mail."""

    subject: str = attrs.field(repr=False)
    text: str = attrs.field(repr=False)
    html: str = attrs.field(default="", repr=False)


class Templates:
    """Writes messages by the templates of the library, and by yours where your `folder` has one of the same name.

    `zone` is the time zone of all times but those for customers whose own is known. Staff read `staff_language`
    (`zh` or `en`), or the language of their policy.
    Everything is read when this is made: a template that is missing a part that R16 or R17 demand, names an unknown
    variable or fails on an example is a `DefinitionError` with its file. Later changes of a file do nothing.
    """

    def __init__(
        self, folder: str | Path | None = None, *, zone: str | tzinfo = "UTC", staff_language: str = ""
    ) -> None:
        self._zone = find_zone(zone)
        self._staff_language = staff_language
        own = _read_folder(Path(folder)) if folder is not None else {}
        self._sources = {**_read_shipped(), **own}
        engine = _load_jinja().Engine
        self._engines: Mapping[str, Engine] = {name: engine(self._sources, form) for name, form in FORMS.items()}
        if problems := tuple(dict.fromkeys(self._find_problems(own))):
            raise DefinitionError(problems)

    def render(self, message: AnyMessage, form: str) -> AnyMessage:
        """The message in a form: `plain`, `mail` (text and HTML), `chat` or `sms`."""
        given: Message = message
        if isinstance(given, CustomerMessage):
            page, language = page_of(given.kind, given.fields), language_of(given.language)
            zone = find_zone(given.zone) if given.zone else self._zone
            more: dict[str, Any] = {"links": given.links, "asks": given.kind == Notify.__name__}
        else:
            page, more = page_of(given.kind, given.fields, staff=True), {}
            language, zone = language_of(self._staff_language or given.language), self._zone
        if page.name == "general":
            more |= {"subject": given.subject, "message": given.text}
        fields = {**given.fields, "complaint": given.complaint, **more}
        written = self._write(page, fields, language, form, zone)
        return attrs.evolve(message, subject=written.subject, text=written.text, html=written.html)

    def view(self, view: CustomerView, form: str = "plain") -> RenderedPage:
        """R19: the customer's page, as `desk.customer_view` gives it."""
        return self._write(PAGES["view"], view.fields, view.language, form, self._zone)

    def brief(
        self,
        complaint: Complaint,
        language: str = "",
        form: str = "plain",
        policy: Policy = STANDARD,
        other_shops: Iterable[str] = (),
    ) -> RenderedPage:
        """R18: the war room's pinned page, in the language of your staff unless another is named."""
        fields = {"complaint": complaint.id, **brief_fields(complaint, policy, other_shops)}
        wanted = language_of(language or self._staff_language or policy.language_for_staff)
        return self._write(PAGES["brief"], fields, wanted, form, self._zone)

    def _write(self, page: PageKind, fields: Mapping[str, Any], language: str, form: str, zone: tzinfo) -> RenderedPage:
        if form not in {*FORMS, _MAIL}:
            raise DefinitionError((Problem("form", repr(form), "plain, mail, chat or sms"),))
        values = build_values(page, fields, language, zone)
        subject, text = self._text(page, values, language, "plain")
        subject = cut(subject, SUBJECT_LENGTH)
        if form not in {"plain", _MAIL}:
            _, text = self._text(page, values, language, form)
        html = self._html(page, subject, values, language) if form == _MAIL else ""
        return RenderedPage(subject, text, html)

    def _text(self, page: PageKind, values: Mapping[str, Any], language: str, form: str) -> tuple[str, str]:
        return FORMS[form].page(self._engines[form].render(self._template_name(page, language, form), values))

    def _template_name(self, page: PageKind, language: str, form: str) -> str:
        """The template for this form, or for all."""
        own = f"{page.name}.{language}.{form}{SUFFIX}"
        return own if own in self._sources else f"{page.name}.{language}{SUFFIX}"

    def _html(self, page: PageKind, subject: str, values: Mapping[str, Any], language: str) -> str:
        _, body = self._text(page, values, language, "html")
        values = {"subject": subject, "body": join(body), "language": language}
        return self._engines["html"].render(FRAME, values).text

    def _find_problems(self, own: Mapping[str, str]) -> Iterator[Problem]:
        """Read every template, and try those that one of your own has changed."""
        known = _file_names()
        if unknown := [Problem(name, "a template of an unknown name", _EXPECTED) for name in own if name not in known]:
            yield from unknown
            return
        reader = _load_jinja().Reader(self._sources)
        for page in PAGES.values():
            yield from self._find_page_problems(page, reader, own)
        if FRAME in own:
            unnamed = tuple(check_variables(_FRAME, FRAME, reader.variables(FRAME)))
            yield from unnamed or check_frame(FRAME, self._engines["html"], LANGUAGES)

    def _find_page_problems(self, page: PageKind, reader: Reader, own: Mapping[str, str]) -> Iterator[Problem]:
        for language, form in product(LANGUAGES, FORMS.values()):
            name = self._template_name(page, language, form.name)
            faults = tuple(check_variables(page, name, reader.variables(name)))
            yield from faults
            if not faults and not reader.family(name).isdisjoint(own):
                example = build_values(page, None, language, self._zone)
                yield from check_page(page, name, self._engines[form.name], form, example)


_FRAME = PageKind("frame", "mail", ("subject", "body"), ("language",))


def _load_jinja() -> ModuleType:
    """The module that knows Jinja2. Raises `DefinitionError` when the extra is not installed."""
    try:
        import_module("babel")  # what writes times needs it later

        from complaintflow.messages import _jinja  # noqa: PLC0415 - an extra
    except ImportError as error:
        found = f"the package {error.name} is not installed"
        raise DefinitionError((Problem("templates", found, "pip install 'complaintflow[templates]'"),)) from error
    return _jinja


def _read_shipped() -> dict[str, str]:
    folder = resources.files("complaintflow.messages") / "templates"
    return {one.name: one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(SUFFIX)}


def _read_folder(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        raise DefinitionError((Problem("folder", str(folder), "a folder with templates"),))
    files = sorted(folder.glob(f"*{SUFFIX}"))
    out = [
        Problem(one.name, "a link out of the folder", "a file of the folder") for one in files if leads_out(one, folder)
    ]
    if out:
        raise DefinitionError(tuple(out))
    try:
        return {one.name: one.read_text(encoding="utf-8-sig") for one in files}
    except (OSError, ValueError) as error:
        raise DefinitionError((Problem(str(folder), str(error), "templates in UTF-8"),)) from error


def _file_names() -> frozenset[str]:
    """The names that a file may have."""
    forms = ("", *(f".{form}" for form in FORMS))
    return frozenset(
        {FRAME, *(f"{name}.{language}{form}{SUFFIX}" for name, language, form in product(_NAMES, LANGUAGES, forms))}
    )


_NAMES = (*PAGES, *PARTS)
_EXPECTED = f"{', '.join(_NAMES)} with .zh or .en, perhaps a form ({', '.join(FORMS)}), and {SUFFIX}; or {FRAME}"
