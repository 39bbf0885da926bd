"""What our mail server found out about a sender is read as another reader of the same grammar reads it."""

from __future__ import annotations

import string

import authres  # type: ignore[import-untyped]
import pytest
from hypothesis import event, given, strategies as st

from complaintflow.inbound._authentication import AuthenticationResults, Result, read_results

LETTERS = string.ascii_lowercase + string.digits
WORDS = st.text(LETTERS, min_size=1, max_size=8)
HOSTS = st.lists(WORDS, min_size=1, max_size=3).map(".".join)
QUOTED = st.text(LETTERS + " ;=@.()", min_size=1, max_size=12).map('"{}"'.format)
"""Without backslashes, which the other reader leaves where they are; and as reasons alone: elsewhere it drops them."""
NESTED = st.recursive(
    st.text(LETTERS + ' ;="@', max_size=12), lambda inner: inner.map(lambda text: f"x({text})y"), max_leaves=3
)
COMMENTS = NESTED.map(lambda text: f" ({text}) ")
BLANKS = st.sampled_from(["", " ", "\t"]) | COMMENTS
SPACES = st.sampled_from([" ", "  "]) | COMMENTS
METHODS = st.sampled_from(["dmarc", "spf", "dkim", "arc", "auth", "x-own"])
OUTCOMES = st.sampled_from(["pass", "fail", "none", "temperror"])
PROPERTIES = st.tuples(st.sampled_from(["header", "smtp", "policy"]), WORDS)
VALUES = HOSTS | st.builds("{}@{}".format, WORDS, HOSTS)


@st.composite
def results(draw: st.DrawFn) -> str:
    """A well-formed result."""
    text = f"{draw(METHODS)}{draw(BLANKS)}={draw(BLANKS)}{draw(OUTCOMES)}"
    if draw(st.booleans()):
        text += f"{draw(SPACES)}reason={draw(WORDS | QUOTED)}"
    for kind, name in draw(st.lists(PROPERTIES, max_size=3, unique=True)):
        text += f"{draw(SPACES)}{kind}.{name}{draw(BLANKS)}={draw(BLANKS)}{draw(VALUES)}"
    return text


@st.composite
def headers(draw: st.DrawFn) -> str:
    """A well-formed header."""
    version = draw(st.sampled_from(["", " 1"]))
    found = draw(st.lists(results(), min_size=1, max_size=3))
    return f"{draw(HOSTS)}{version}" + "".join(f"{draw(BLANKS)};{draw(BLANKS)}{one}" for one in found)


def as_the_other_reads(value: str) -> AuthenticationResults:
    """The same header by `authres`."""
    found = authres.AuthenticationResultsHeader.parse_value(value)
    return AuthenticationResults(
        found.authserv_id,
        tuple(
            Result(
                one.method,
                one.result,
                tuple([("reason", one.reason)] if one.reason else [])
                + tuple((f"{two.type}.{two.name}", two.value) for two in one.properties),
            )
            for one in found.results
        ),
    )


@given(headers())
def test_a_well_formed_header_is_read_as_another_reader_reads_it(value: str) -> None:
    event(f"{value.count(';')} results")
    assert read_results(value) == as_the_other_reads(value)


@given(st.text('ab;="()\\.@ /1', max_size=30))
def test_what_is_malformed_has_no_results_and_fails_nothing(value: str) -> None:
    found = read_results(value)
    event(str(found.results is not None))
    assert found.server == found.server.lower()


@given(headers(), st.sampled_from(['"', "(", ")", ";x", "; x y=z", ";=", "\\"]), st.integers(0, 400))
def test_a_sign_too_many_never_makes_another_result(value: str, sign: str, place: int) -> None:
    """A quotation or a comment that has no end leaves nothing; no text inside of one becomes a result."""
    changed = read_results(value[:place] + sign + value[place:])
    assert changed.results is None or len(changed.results) <= value.count(";") + 1


@pytest.mark.parametrize(
    "value", ["", ";", "mx.us", "mx.us;", "mx.us; none", "mx.us;none ;", "(x)", '"', "(", "=", "mx.us 1"]
)
def test_a_header_without_results_proves_nothing(value: str) -> None:
    assert not read_results(value).results
