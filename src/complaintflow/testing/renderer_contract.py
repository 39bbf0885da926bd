"""The contracts of those who write messages and their links: `RendererContract` and `LinkerContract`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import attrs
import pytest

from complaintflow.errors import Refusal
from complaintflow.plugins import CustomerMessage, Link, Linker, Message, Renderer
from complaintflow.testing.channel_contract.arriving import KINDS, LANGUAGES, TEXTS
from complaintflow.testing.clock import MONDAY
from complaintflow.testing.odd_texts import ODD_TEXTS
from complaintflow.testing.promises import keeps
from complaintflow.testing.purity import kept_by, watch_purity
from complaintflow.testing.store_contract.samples import customer_message, staff_message

FORMS = ("plain", "mail", "chat", "sms")
WRITTEN = frozenset({"subject", "text", "html"})


def messages() -> Iterator[Message]:
    """Messages of every kind, in every language, to customers and to staff."""
    for number, kind in enumerate((*KINDS, "OfTheHouse"), 1):
        for language in LANGUAGES:
            yield attrs.evolve(customer_message(number), kind=kind, language=language, customer="u-17")
            yield attrs.evolve(staff_message(number), kind=kind, language=language)
    for text in TEXTS.values():
        yield attrs.evolve(customer_message(1), text=text, subject="")


class RendererContract:
    """The tests render messages of every kind in every form."""

    @pytest.fixture
    def renderer(self) -> Iterator[Renderer]:
        """The renderer; override it."""
        raise NotImplementedError("override the fixture `renderer`")

    def rendered(self, renderer: Renderer, message: Message, form: str) -> Any:
        """The message as it is written."""
        render: Any = renderer.render
        return render(message, form)

    @keeps(
        Renderer,
        "It writes subject, text and HTML, and leaves all other fields as they are; every kind of message in every "
        "language has its text.",
    )
    def test_every_message_has_its_text_and_nothing_else_changes(self, renderer: Renderer) -> None:
        for message in messages():
            for form in FORMS:
                found = self.rendered(renderer, message, form)
                assert type(found) is type(message), f"a {type(message).__name__} became a {type(found).__name__}"
                assert found.text.strip(), f"{message.kind} in {message.language!r} has no text as {form}"
                changed = [
                    field.name
                    for field in attrs.fields(type(message))
                    if field.name not in WRITTEN and getattr(found, field.name) != getattr(message, field.name)
                ]
                assert not changed, f"it changed {changed[0]} of {message.kind} as {form}"

    @keeps(Renderer, "- Idempotency: pure: the same message in the same form gives the same texts.")
    def test_the_same_message_gives_the_same_texts(self, renderer: Renderer) -> None:
        first = [self.rendered(renderer, message, form) for message in messages() for form in FORMS]
        again = [self.rendered(renderer, message, form) for message in messages() for form in FORMS]
        assert first == again

    @keeps(Renderer, "- Time: it reads no clock; times come in the message's `fields`.")
    def test_it_reads_no_clock(self, renderer: Renderer) -> None:
        for message in messages():
            with watch_purity(renderer, message, "open"):
                self.rendered(renderer, message, "mail")


class LinkerContract:
    """The tests ask for links, and read tokens that are none."""

    @pytest.fixture
    def linker(self) -> Iterator[Linker]:
        """The linker; override it."""
        raise NotImplementedError("override the fixture `linker`")

    @keeps(Linker, "The message with its `links`, as of this time (aware).")
    def test_a_message_gets_links_and_nothing_else(self, linker: Linker) -> None:
        for message in messages():
            if isinstance(message, CustomerMessage):
                found = linker.add_links(message, MONDAY)
                assert attrs.evolve(found, links=message.links) == message, f"it changed more than links: {found!r}"
                strange = [url for url in found.links.values() if not url.startswith(("https://", "http://"))]
                assert not strange, f"a link of {message.kind} is no URL"

    @keeps(Linker, "`read` answers with a refusal for a token that counts for nothing;")
    def test_what_is_no_token_is_refused(self, linker: Linker) -> None:
        """Whoever visits the page may write what they like into its address."""
        for token in ("", "x", "a.b.c", "../../etc/passwd", "\x00", "\ud800", *ODD_TEXTS.values()):
            found: Any = linker.read(token, MONDAY)
            assert not isinstance(found, Link), f"{token[:40]!r} is taken for a link"
            assert isinstance(found, Refusal), f"{found!r} is no Refusal"

    @keeps(
        Linker, "`read` changes nothing, and a token is read often: the link's `id` names it, so that it counts once."
    )
    def test_reading_changes_nothing(self, linker: Linker) -> None:
        before = kept_by(linker)
        for _ in range(2):
            linker.read("a.b.c", MONDAY)
        assert kept_by(linker) == before, "it keeps what it read"

    @keeps(Linker, "It reads no clock.")
    def test_it_reads_no_clock(self, linker: Linker) -> None:
        for now in (MONDAY, MONDAY + timedelta(days=4_000)):
            with watch_purity(linker, now, "open", "urandom", "getrandbits"):
                linker.add_links(customer_message(1), now)
                linker.read("a.b.c", now)
