"""Messages written by templates (extra `templates`): a `Renderer` for mail, chat, SMS and plain text.

::

    desk = Desk.open("sqlite:///helpdesk.db", renderer=Templates("our_templates", zone="Asia/Shanghai"))

A template is given the public words of its message (`fields`), the complaint's id and the links, and nothing else.
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

from complaintflow.errors import DefinitionError, Problem
from complaintflow.messages.brief import brief_fields
from complaintflow.messages.catalogue import PAGES, PARTS, PageKind, page_of
from complaintflow.messages.forms import FORMS, SUBJECT_LENGTH
from complaintflow.messages.local import zone_named
from complaintflow.messages.proving import frames_all, names_enough, says_enough
from complaintflow.messages.shortening import cut
from complaintflow.messages.spans import join
from complaintflow.messages.values import values_of
from complaintflow.messages.view import CustomerView
from complaintflow.plugins.ports import AnyMessage, CustomerMessage, Message
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import LANGUAGES, language_of

if TYPE_CHECKING:
    from complaintflow.messages._jinja import Engine, Reader

SUFFIX = ".j2"
FRAME = f"frame.html{SUFFIX}"
"""The HTML around the body of every mail."""
_MAIL = "mail"
_STANDARD = Policy()


@attrs.frozen
class Written:
    """One page: a subject on one line, the text, and its HTML when it is for a mail."""

    subject: str
    text: str = attrs.field(repr=False)
    html: str = attrs.field(default="", repr=False)


class Templates:
    """Writes messages by the templates of the library, and by yours where your `folder` has one of the same name.

    `zone` is the time zone in which times are told to all but customers whose own is known, `house` the language of
    your own people (`zh` or `en`).
    Everything is read when this is made: a template that is missing a part that R16 or R17 demand, names an unknown
    variable or fails on an example is a `DefinitionError` with its file. Later changes of a file do nothing.
    """

    def __init__(
        self, folder: str | Path | None = None, *, zone: str | tzinfo = "Asia/Shanghai", house: str = "zh"
    ) -> None:
        self._zone = zone_named(zone)
        self._house = language_of(house)
        own = _in_folder(Path(folder)) if folder is not None else {}
        self._sources = {**_shipped(), **own}
        engine = _jinja().Engine
        self._engines: Mapping[str, Engine] = {name: engine(self._sources, form) for name, form in FORMS.items()}
        self._check(own)

    def rendered(self, message: AnyMessage, form: str) -> AnyMessage:
        """The message in a form: `plain`, `mail` (text and HTML), `chat` or `sms`."""
        given: Message = message
        if isinstance(given, CustomerMessage):
            page, language = page_of(given.kind, given.fields), language_of(given.language)
            zone = zone_named(given.zone) if given.zone else self._zone
            more: dict[str, Any] = {"links": given.links, "asks": given.kind == "Notify"}
        else:
            page, language, more = page_of(given.kind, given.fields, staff=True), self._house, {}
            zone = self._zone
        if page.name == "general":
            more |= {"subject": given.subject, "message": given.text}
        fields = {**given.fields, "complaint": given.complaint, **more}
        written = self._written(page, fields, language, form, zone)
        return attrs.evolve(message, subject=written.subject, text=written.text, html=written.html)

    def view(self, view: CustomerView, form: str = "plain") -> Written:
        """R19: the customer's page, as `desk.customer_view` gives it."""
        return self._written(PAGES["view"], view.fields, view.language, form, self._zone)

    def brief(
        self,
        complaint: Complaint,
        language: str = "",
        form: str = "plain",
        policy: Policy = _STANDARD,
        other_shops: Iterable[str] = (),
    ) -> Written:
        """R18: the war room's pinned page, in the house's language unless another is named."""
        fields = {"complaint": complaint.id, **brief_fields(complaint, policy, other_shops)}
        return self._written(PAGES["brief"], fields, language_of(language or self._house), form, self._zone)

    def _written(self, page: PageKind, fields: Mapping[str, Any], language: str, form: str, zone: tzinfo) -> Written:
        if form not in {*FORMS, _MAIL}:
            raise DefinitionError((Problem("form", repr(form), "plain, mail, chat or sms"),))
        values = values_of(page, fields, language, zone)
        subject, text = self._text(page, values, language, "plain")
        subject = cut(subject, SUBJECT_LENGTH)
        if form not in {"plain", _MAIL}:
            _, text = self._text(page, values, language, form)
        html = self._html(page, subject, values, language) if form == _MAIL else ""
        return Written(subject, text, html)

    def _text(self, page: PageKind, values: Mapping[str, Any], language: str, form: str) -> tuple[str, str]:
        return FORMS[form].page(self._engines[form].render(self._name(page, language, form), values))

    def _name(self, page: PageKind, language: str, form: str) -> str:
        """The template for this form, or for all."""
        own = f"{page.name}.{language}.{form}{SUFFIX}"
        return own if own in self._sources else f"{page.name}.{language}{SUFFIX}"

    def _html(self, page: PageKind, subject: str, values: Mapping[str, Any], language: str) -> str:
        _, body = self._text(page, values, language, "html")
        values = {"subject": subject, "body": join(body), "language": language}
        return self._engines["html"].render(FRAME, values).text

    def _check(self, own: Mapping[str, str]) -> None:
        """Read every template, and try those that one of your own has changed."""
        unknown = [Problem(name, "a template of an unknown name", _names()) for name in own if name not in _known()]
        if unknown:
            raise DefinitionError(tuple(unknown))
        reader = _jinja().Reader(self._sources)
        problems = [problem for page in PAGES.values() for problem in self._faults(page, reader, own)]
        if FRAME in own:
            unnamed = tuple(names_enough(_FRAME, FRAME, reader.variables(FRAME)))
            problems += unnamed or frames_all(FRAME, self._engines["html"], LANGUAGES)
        if problems:
            raise DefinitionError(tuple(dict.fromkeys(problems)))

    def _faults(self, page: PageKind, reader: Reader, own: Mapping[str, str]) -> Iterator[Problem]:
        for language, form in product(LANGUAGES, FORMS.values()):
            name = self._name(page, language, form.name)
            faults = tuple(names_enough(page, name, reader.variables(name)))
            yield from faults
            if not faults and not reader.family(name).isdisjoint(own):
                example = values_of(page, None, language, self._zone)
                yield from says_enough(page, name, self._engines[form.name], form, example)


_FRAME = PageKind("frame", "mail", ("subject", "body"), ("language",))


def _jinja() -> ModuleType:
    """The module that knows Jinja2. Raises `DefinitionError` when the extra is not installed."""
    try:
        import_module("babel")  # what writes times needs it later

        from complaintflow.messages import _jinja  # noqa: PLC0415 - an extra
    except ImportError as error:
        found = f"the package {error.name} is not installed"
        raise DefinitionError((Problem("templates", found, "pip install 'complaintflow[templates]'"),)) from error
    return _jinja


def _shipped() -> dict[str, str]:
    folder = resources.files("complaintflow.messages") / "templates"
    return {one.name: one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(SUFFIX)}


def _in_folder(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        raise DefinitionError((Problem("folder", str(folder), "a folder with templates"),))
    try:
        return {one.name: one.read_text(encoding="utf-8-sig") for one in sorted(folder.glob(f"*{SUFFIX}"))}
    except (OSError, ValueError) as error:
        raise DefinitionError((Problem(str(folder), str(error), "templates in UTF-8"),)) from error


def _known() -> frozenset[str]:
    """The names that a file may have."""
    pages = [f"{name}.{language}" for name in (*PAGES, *PARTS) for language in LANGUAGES]
    return frozenset(
        {FRAME, *(f"{page}{form}{SUFFIX}" for page in pages for form in ("", *(f".{one}" for one in FORMS)))}
    )


def _names() -> str:
    return (
        f"{', '.join((*PAGES, *PARTS))} with .zh or .en, perhaps a form ({', '.join(FORMS)}), and {SUFFIX}; or {FRAME}"
    )
